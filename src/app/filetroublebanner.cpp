// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/filetroublebanner.h"

#include "app/theme.h"

#include <QBoxLayout>
#include <QFileInfo>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace foretop::app {

QString troubleText(const session::FileTrouble &trouble)
{
    using Kind = session::FileTrouble::Kind;
    const QString name = trouble.path == u"-" ? FileTroubleBanner::tr("Standard input")
                                              : QFileInfo(trouble.path).fileName();
    switch (trouble.kind) {
    case Kind::Shrunk:
        return FileTroubleBanner::tr("%1 was cut off; what is left of it is shown.").arg(name);
    case Kind::Rewritten:
        return FileTroubleBanner::tr("%1 was written anew; what is in it now is shown.").arg(name);
    case Kind::Replaced:
        return FileTroubleBanner::tr("%1 was replaced by a new file, which follows here.")
            .arg(name);
    case Kind::Vanished:
        return FileTroubleBanner::tr("%1 is gone; what was opened can still be read.").arg(name);
    case Kind::Unreadable:
        break;
    }
    return FileTroubleBanner::tr("%1 cannot be read: %2").arg(name, trouble.message);
}

FileTroubleBanner::FileTroubleBanner(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new QLabel(this))
{
    setObjectName(QStringLiteral("fileTrouble"));
    m_text->setObjectName(QStringLiteral("fileTroubleText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const auto button = [this](const QString &name, const QString &text, const QString &hint) {
        auto *made = new QToolButton(this);
        made->setObjectName(name);
        made->setText(text);
        made->setToolTip(hint);
        made->setAccessibleName(text);
        made->setFocusPolicy(Qt::TabFocus);
        return made;
    };
    QToolButton *reopen = button(QStringLiteral("reopenFile"), tr("Reopen"),
                                 tr("Read the files anew that are there now, and only those"));
    QToolButton *close = button(QStringLiteral("dismissTrouble"), tr("Dismiss"),
                                tr("I have seen it; show it no more"));
    connect(reopen, &QAbstractButton::clicked, this, &FileTroubleBanner::reopenRequested);
    connect(close, &QAbstractButton::clicked, this, &FileTroubleBanner::dismissed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 4, 6, 5);
    layout->addWidget(m_text, 1);
    layout->addWidget(reopen);
    layout->addWidget(close);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void FileTroubleBanner::setTroubles(const QVector<session::FileTrouble> &troubles)
{
    setVisible(!troubles.isEmpty());
    if (troubles.isEmpty()) {
        return;
    }
    const QString newest = troubleText(troubles.back());
    const int others = int(troubles.size()) - 1;
    m_text->setText(others == 0 ? newest
                                : tr("%1 (and %n other message(s))", nullptr, others).arg(newest));
    setAccessibleName(m_text->text());
    QStringList all;
    for (const session::FileTrouble &trouble : troubles) {
        all << troubleText(trouble);
    }
    m_text->setToolTip(all.join(u'\n'));
}

QString FileTroubleBanner::text() const
{
    return m_text->text();
}

void FileTroubleBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.fill(Tone::Warning));
    painter.setPen(m_theme.tone(Tone::Warning));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace foretop::app
