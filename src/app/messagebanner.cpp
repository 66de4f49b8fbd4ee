// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/messagebanner.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kIcon = 18;

} // namespace

MessageBanner::MessageBanner(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBanner"));
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 7);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, [this] {
        const QString newest = m_problems.isEmpty() ? QString() : m_problems.back().key;
        clear(newest);
    });
    connect(&m_theme, &Theme::changed, this, &MessageBanner::showNewest);
    showNewest();
}

void MessageBanner::tell(const QString &key, const QString &text, Tone tone)
{
    const auto known = std::find_if(m_problems.begin(), m_problems.end(),
                                    [&](const Problem &problem) { return problem.key == key; });
    if (known != m_problems.end()) {
        known->text = text;
        known->tone = tone;
    } else {
        m_problems.push_back({key, text, tone});
    }
    if (m_problems.size() > kMostProblems) {
        m_problems.pop_front();
    }
    showNewest();
}

void MessageBanner::clear(const QString &key)
{
    m_problems.removeIf([&](const Problem &problem) { return problem.key == key; });
    showNewest();
}

QString MessageBanner::text() const
{
    return m_problems.isEmpty() ? QString() : m_text->text();
}

void MessageBanner::showNewest()
{
    setVisible(!m_problems.isEmpty());
    if (m_problems.isEmpty()) {
        return;
    }
    const Problem &newest = m_problems.back();
    const auto others = static_cast<int>(m_problems.size()) - 1;
    m_text->setText(others == 0 ? newest.text
                                : tr("%1 (and %n other(s))", nullptr, others).arg(newest.text));
    setAccessibleName(m_text->text());
    const auto icon =
        newest.tone == Tone::Bad ? QStringLiteral("unhealthy") : QStringLiteral("degraded");
    m_icon->setPixmap(
        m_theme.icon(icon, newest.tone).pixmap(QSize(kIcon, kIcon), devicePixelRatioF()));
    m_close->setIcon(m_theme.icon(QStringLiteral("close")));
    update();
}

void MessageBanner::paintEvent(QPaintEvent *)
{
    if (m_problems.isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.fill(m_problems.back().tone));
    painter.setPen(m_theme.tone(m_problems.back().tone));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace foretop::app
