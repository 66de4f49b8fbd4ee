// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logstatusline.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace foretop::app {

namespace {

constexpr int kOutcomeMs = 5'000;
constexpr int kSearchDelayMs = 150; // a bar that flashes up with every letter typed tells nothing

} // namespace

LogStatusLine::LogStatusLine(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_work(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
{
    m_text->setObjectName(QStringLiteral("logStatus"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_work->setObjectName(QStringLiteral("logWork"));
    m_work->setTextFormat(Qt::PlainText);
    m_work->hide();
    m_progress->setObjectName(QStringLiteral("logSearchProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 100);
    m_progress->setMaximumWidth(160);
    m_cancel->setObjectName(QStringLiteral("logSearchCancel"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel what is under way"));
    m_cancel->setToolTip(tr("Stop what is under way; what was found stays (Esc)"));
    connect(m_cancel, &QAbstractButton::clicked, this, &LogStatusLine::cancelRequested);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_work);
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    showSearching(false);

    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(kSearchDelayMs);
    connect(&m_searchTimer, &QTimer::timeout, this, [this] { showSearching(true); });
    m_outcomeTimer.setSingleShot(true);
    m_outcomeTimer.setInterval(kOutcomeMs);
    connect(&m_outcomeTimer, &QTimer::timeout, this, [this] {
        m_outcome.clear();
        showText();
    });
}

void LogStatusLine::setTally(const LogTally &tally)
{
    m_tally = tally;
    showText();
}

void LogStatusLine::setNote(const QString &note)
{
    m_note = note;
    showText();
}

void LogStatusLine::showOutcome(const QString &text)
{
    m_outcome = text;
    m_outcomeTimer.start();
    showText();
}

void LogStatusLine::addWidget(QWidget *widget)
{
    layout()->addWidget(widget);
}

void LogStatusLine::setWork(const QString &text, double share)
{
    const bool works = !text.isEmpty();
    m_work->setText(text);
    m_work->setVisible(works);
    if (works) {
        m_searchTimer.stop();
        m_progress->setRange(0, share < 0 ? 0 : 100);
        m_progress->setValue(int(share * 100));
        showSearching(true);
    } else {
        m_progress->setRange(0, 100);
    }
}

void LogStatusLine::setProgress(double progress, const QString &text)
{
    m_work->setText(text);
    if (progress < 0) {
        m_searchTimer.stop();
        showSearching(false);
        return;
    }
    m_progress->setValue(int(progress * 100));
    if (m_progress->isHidden() && !m_searchTimer.isActive()) {
        m_searchTimer.start();
    }
}

void LogStatusLine::showSearching(bool searching)
{
    m_progress->setVisible(searching);
    m_cancel->setVisible(searching);
    m_work->setVisible(searching && !m_work->text().isEmpty());
}

QString LogStatusLine::text() const
{
    return m_text->text();
}

void LogStatusLine::showText()
{
    const QString tally = tallyText(m_tally);
    const QString whole = m_note.isEmpty() ? tally : tr("%1, %2").arg(tally, m_note);
    m_text->setText(m_outcome.isEmpty() ? whole : m_outcome);
    m_text->setToolTip(whole);
}

} // namespace foretop::app
