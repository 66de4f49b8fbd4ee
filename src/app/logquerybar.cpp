// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logquerybar.h"

#include "app/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace foretop::app {

namespace {

constexpr int kMaxQueryLength = 10'000;

} // namespace

LogQueryBar::LogQueryBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
{
    setObjectName(QStringLiteral("logQueryBar"));
    m_edit->setObjectName(QStringLiteral("logQuery"));
    m_edit->setPlaceholderText(tr("Search in all records"));
    m_edit->setAccessibleName(tr("Search text"));
    m_edit->setToolTip(tr("Show the records that have this text in them, in any case (Ctrl+F)"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMaxLength(kMaxQueryLength);
    m_edit->installEventFilter(this);
    setFocusProxy(m_edit);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);

    QAction *glass =
        m_edit->addAction(theme.icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(&theme, &Theme::changed, glass,
            [glass, &theme] { glass->setIcon(theme.icon(QStringLiteral("search"))); });

    m_pause.setSingleShot(true);
    m_pause.setInterval(kDebounceMs);
    connect(&m_pause, &QTimer::timeout, this, &LogQueryBar::tell);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty()) {
            tell();
        } else {
            m_pause.start();
        }
    });
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        tell();
        Q_EMIT left();
    });
}

QString LogQueryBar::text() const
{
    return m_edit->text();
}

void LogQueryBar::setText(const QString &text)
{
    m_edit->setText(text);
    tell();
}

void LogQueryBar::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

bool LogQueryBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_edit->text().isEmpty()) {
            m_edit->clear();
            return true;
        }
        if (key == Qt::Key_Escape || key == Qt::Key_Down) {
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LogQueryBar::tell()
{
    m_pause.stop();
    if (std::exchange(m_told, m_edit->text()) != m_edit->text()) {
        Q_EMIT textChanged(m_told);
    }
}

} // namespace foretop::app
