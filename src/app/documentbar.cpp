// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documentbar.h"

#include "app/noticebanner.h"
#include "app/troubletext.h"
#include "session/logdocument.h"

#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>
#include <QTimeZone>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foretop::app {

using session::LogDocument;

DocumentBar::DocumentBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_troubles(new NoticeBanner(theme, Tone::Warning, this))
    , m_siblings(new NoticeBanner(theme, Tone::Active, this))
    , m_cancelled(new NoticeBanner(theme, Tone::Warning, this))
    , m_format(new QToolButton(this))
{
    m_troubles->setObjectName(QStringLiteral("fileTroubles"));
    m_troubles->setAction(tr("Reopen"), tr("Read the files anew that are there now"));
    m_siblings->setObjectName(QStringLiteral("rotatedSiblings"));
    m_siblings->setAction(tr("Show together"), tr("Show all parts as one log, oldest first"));
    connect(m_troubles, &NoticeBanner::actionRequested, this, [this] {
        if (m_document) {
            m_document->clearTroubles();
            m_document->reopen();
        }
    });
    connect(m_troubles, &NoticeBanner::dismissed, this, [this] {
        if (m_document) {
            m_document->clearTroubles();
        }
        m_troubles->hide();
    });
    connect(m_siblings, &NoticeBanner::actionRequested, this, [this] {
        m_siblings->hide();
        if (m_document) {
            Q_EMIT siblingsRequested(m_document->siblings() + m_document->paths());
        }
    });
    connect(m_siblings, &NoticeBanner::dismissed, m_siblings, &QWidget::hide);
    m_cancelled->setObjectName(QStringLiteral("cancelledRead"));
    m_cancelled->setAction(tr("Read on"), tr("Read the rest, and follow what is written from now"));
    connect(m_cancelled, &NoticeBanner::actionRequested, this, [this] {
        if (m_document) {
            m_document->resumeLoading();
        }
    });
    connect(m_cancelled, &NoticeBanner::dismissed, m_cancelled, &QWidget::hide);
    m_format->setObjectName(QStringLiteral("logFormat"));
    m_format->setAutoRaise(true);
    m_format->setPopupMode(QToolButton::InstantPopup);
    m_format->setFocusPolicy(Qt::TabFocus);
    m_format->setToolTip(tr("How this log is read; choose another format or time zone"));
    auto *menu = new QMenu(m_format);
    connect(menu, &QMenu::aboutToShow, this, &DocumentBar::fillFormatMenu);
    m_format->setMenu(menu);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_troubles);
    layout->addWidget(m_siblings);
    layout->addWidget(m_cancelled);
}

void DocumentBar::setDocument(LogDocument *document)
{
    if (m_document) {
        disconnect(m_document, nullptr, this, nullptr);
    }
    m_document = document;
    if (document) {
        connect(document, &LogDocument::troublesChanged, this, &DocumentBar::showTroubles);
        connect(document, &LogDocument::siblingsChanged, this, &DocumentBar::showSiblings);
        connect(document, &LogDocument::loadingChanged, this, &DocumentBar::showCancelled);
        connect(document, &LogDocument::formatChanged, this, &DocumentBar::showFormat);
    }
    showTroubles();
    showSiblings();
    showCancelled();
    showFormat();
}

void DocumentBar::showTroubles()
{
    const auto troubles = m_document ? m_document->troubles() : QVector<session::FileTrouble>();
    if (troubles.isEmpty()) {
        m_troubles->setText({});
        return;
    }
    QStringList all;
    for (const session::FileTrouble &trouble : troubles) {
        all << troubleText(trouble);
    }
    const int others = int(troubles.size()) - 1;
    m_troubles->setText(others == 0
                            ? all.back()
                            : tr("%1 (and %n other message(s))", nullptr, others).arg(all.back()),
                        all.join(u'\n'));
}

void DocumentBar::showSiblings()
{
    const QStringList siblings = m_document ? m_document->siblings() : QStringList();
    if (siblings.isEmpty()) {
        m_siblings->setText({});
        return;
    }
    const QString name = QFileInfo(m_document->paths().value(0)).fileName();
    m_siblings->setText(tr("%1 has %n older part(s).", nullptr, int(siblings.size())).arg(name),
                        siblings.join(u'\n'));
}

void DocumentBar::showCancelled()
{
    const bool isCancelled = m_document && m_document->isCancelled() && !m_document->isLoading();
    m_cancelled->setText(
        isCancelled ? tr("Reading was cancelled: this is what was read, and it is not followed.")
                    : QString());
}

void DocumentBar::showFormat()
{
    const bool hasFormat = m_document && !m_document->paths().isEmpty();
    m_format->setVisible(hasFormat);
    if (!hasFormat) {
        return;
    }
    const bool isOne = m_document->paths().size() == 1 || m_document->chosenFormat();
    const QString name = m_document->chosenFormat().value_or(m_document->formatName());
    QString title = isOne ? tr("Format of each record") : tr("Format of each file");
    for (const logs::LogFormatPtr &format : m_document->knownFormats()) {
        if (name == QString::fromStdString(format->name())) {
            title = QString::fromStdString(format->title());
        }
    }
    m_format->setText(m_document->zoneName().isEmpty()
                          ? title
                          : QStringLiteral("%1 \u00b7 %2").arg(title, m_document->zoneName()));
    m_format->setAccessibleName(tr("Format: %1").arg(m_format->text()));
}

void DocumentBar::fillFormatMenu()
{
    QMenu *menu = m_format->menu();
    menu->clear();
    if (!m_document) {
        return;
    }
    const auto offer = [&](const QString &title, const std::optional<QString> &name) {
        QAction *choice = menu->addAction(title);
        choice->setCheckable(true);
        choice->setChecked(name == m_document->chosenFormat());
        connect(choice, &QAction::triggered, this, [this, name] {
            if (m_document) {
                m_document->setFormat(name, m_document->zoneName());
            }
        });
    };
    offer(tr("As detected"), std::nullopt);
    offer(tr("Told from each record"), QString());
    menu->addSeparator();
    for (const logs::LogFormatPtr &format : m_document->knownFormats()) {
        offer(QString::fromStdString(format->title()), QString::fromStdString(format->name()));
    }
    menu->addSeparator();
    fillZoneMenu(menu->addMenu(tr("Time zone of the file")));
}

void DocumentBar::fillZoneMenu(QMenu *menu)
{
    const auto take = [this](const QString &zone) {
        if (m_document) {
            m_document->setFormat(m_document->chosenFormat(), zone);
        }
    };
    QStringList zones{QStringLiteral("UTC"), QStringLiteral("local")};
    if (!zones.contains(m_document->zoneName()) && !m_document->zoneName().isEmpty()) {
        zones << m_document->zoneName();
    }
    for (const QString &zone : zones) {
        QAction *choice = menu->addAction(zone == u"local" ? tr("This machine's zone") : zone);
        choice->setCheckable(true);
        choice->setChecked(zone == m_document->zoneName());
        connect(choice, &QAction::triggered, this, [take, zone] { take(zone); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Another zone\u2026")), &QAction::triggered, this, [this, take] {
        QStringList known;
        const auto ids = QTimeZone::availableTimeZoneIds();
        for (const QByteArray &id : ids) {
            known << QString::fromLatin1(id);
        }
        bool ok = false;
        const QString zone = QInputDialog::getItem(
            this, tr("Time zone of the file"), tr("Name, or an offset such as +02:00:"), known,
            std::max(0, int(known.indexOf(m_document ? m_document->zoneName() : QString()))), true,
            &ok);
        if (ok && logs::TimeZone::named(zone.toStdString())) {
            take(zone);
        }
    });
}

} // namespace foretop::app
