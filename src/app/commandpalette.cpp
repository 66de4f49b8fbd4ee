// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandpalette.h"

#include "app/summarylist.h"

#include <QAction>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kWidth = 560;
constexpr int kRows = 11;
constexpr int kRowPadding = 12;

class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const bool selected = option.state & QStyle::State_Selected;
        painter->setPen(
            option.palette.color(selected ? QPalette::HighlightedText : QPalette::PlaceholderText));
        painter->drawText(option.rect.adjusted(0, 0, -10, 0), Qt::AlignRight | Qt::AlignVCenter,
                          index.data(CommandModel::ShortcutRole).toString());
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, option.fontMetrics.height() + kRowPadding};
    }
};

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window, Qt::Popup)
    , m_edit(new QLineEdit(this))
    , m_list(new SummaryList(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setFrameShape(QFrame::StyledPanel);
    m_edit->setObjectName(QStringLiteral("commandEdit"));
    m_edit->setPlaceholderText(tr("What do you want to do?"));
    m_edit->setAccessibleName(tr("Command"));
    m_edit->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("commandList"));
    m_list->setEmptyText(tr("No command of this name"));
    m_list->setIconSize({16, 16});
    m_list->setAccessibleName(tr("Commands"));
    m_list->setModel(&m_commands);
    m_list->setItemDelegate(new CommandDelegate(this));
    m_list->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_commands.setText(text);
        m_list->setCurrentIndex(m_commands.index(0));
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
}

void CommandPalette::open()
{
    const QWidget *window = parentWidget();
    m_edit->clear();
    m_commands.collect(*window);
    m_list->setCurrentIndex(m_commands.index(0));
    const int rowHeight = fontMetrics().height() + kRowPadding;
    const int width = std::min(kWidth, window->width() - 40);
    setFixedSize(width, m_edit->sizeHint().height() + kRows * rowHeight + 30);
    QWidget::move(window->mapToGlobal(QPoint((window->width() - width) / 2, 56)));
    show();
    m_edit->setFocus(Qt::PopupFocusReason);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            move(1);
            return true;
        case Qt::Key_Up:
            move(-1);
            return true;
        case Qt::Key_PageDown:
            move(kRows);
            return true;
        case Qt::Key_PageUp:
            move(-kRows);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        default:
            break;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::move(int rows)
{
    const int row = m_list->currentIndex().row() + rows;
    m_list->setCurrentIndex(m_commands.index(std::clamp(row, 0, m_commands.rowCount() - 1)));
}

void CommandPalette::choose()
{
    const int row = m_list->currentIndex().row();
    QAction *action = m_commands.actionAt(row);
    hide();
    if (action) {
        if (const QString page = m_commands.pageNameAt(row); !page.isEmpty()) {
            Q_EMIT pageRequested(page);
        }
        action->trigger();
    }
}

} // namespace foretop::app
