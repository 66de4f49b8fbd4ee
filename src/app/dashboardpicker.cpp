// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboardpicker.h"

#include "app/theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace foretop::app {

namespace {

constexpr QSize kListSize{320, 360};
constexpr int kLeastTextWidth = 130;
constexpr int kTextWidth = 240;

} // namespace

DashboardPicker::DashboardPicker(const Theme &theme, QAction *action, QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
{
    setObjectName(QStringLiteral("dashboardPicker"));
    setToolTip(action->toolTip());
    setAccessibleName(action->text());
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_search->setPlaceholderText(tr("Search in dashboards"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("dashboardList"));
    m_list->setAccessibleName(tr("Dashboards"));
    m_list->setMinimumSize(kListSize);
    m_list->setFrameShape(QFrame::NoFrame);
    auto *menu = new QMenu(this);
    auto *content = new QWidget(menu);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    auto *holder = new QWidgetAction(menu);
    holder->setDefaultWidget(content);
    menu->addAction(holder);
    setMenu(menu);
    connect(action, &QAction::triggered, this, &QToolButton::showMenu);
    connect(menu, &QMenu::aboutToShow, this, [this] {
        m_search->clear();
        fillList();
        m_search->setFocus();
    });
    connect(m_search, &QLineEdit::textChanged, this, &DashboardPicker::fillList);
    connect(m_search, &QLineEdit::returnPressed, this, &DashboardPicker::choose);
    connect(m_list, &QListWidget::itemClicked, this, &DashboardPicker::choose);
    connect(m_list, &QListWidget::itemActivated, this, &DashboardPicker::choose);
}

void DashboardPicker::setChoices(const QVector<DashboardChoice> &choices)
{
    if (choices != m_choices) {
        m_choices = choices;
        if (menu()->isVisible()) {
            fillList();
        }
    }
}

void DashboardPicker::setCurrent(const QString &key, const QString &text)
{
    m_current = key;
    setText(fontMetrics()
                .elidedText(text, Qt::ElideRight, kTextWidth)
                .replace(u'&', QStringLiteral("&&")));
    setAccessibleDescription(text);
}

QStyleOptionComboBox DashboardPicker::comboOption() const
{
    QStyleOptionComboBox option;
    option.initFrom(this);
    option.frame = true;
    option.currentText = text();
    option.subControls = QStyle::SC_All;
    if (isDown() || menu()->isVisible()) {
        option.state |= QStyle::State_On | QStyle::State_Sunken;
    }
    return option;
}

QSize DashboardPicker::sizeHint() const
{
    const QStyleOptionComboBox option = comboOption();
    const int width = std::max(kLeastTextWidth, fontMetrics().horizontalAdvance(text()) + 8);
    return style()->sizeFromContents(QStyle::CT_ComboBox, &option, {width, fontMetrics().height()},
                                     this);
}

void DashboardPicker::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    const QStyleOptionComboBox option = comboOption();
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

void DashboardPicker::addGroup(const QString &title, bool presets)
{
    bool isFirst = true;
    for (const DashboardChoice &choice : m_choices) {
        const bool isPreset = choice.kind == DashboardChoice::Kind::Preset;
        if (isPreset != presets || !choice.title.contains(m_search->text(), Qt::CaseInsensitive)) {
            continue;
        }
        if (std::exchange(isFirst, false)) {
            auto *header = new QListWidgetItem(title, m_list);
            header->setFlags(Qt::NoItemFlags);
        }
        auto *item = new QListWidgetItem(choice.title, m_list);
        item->setData(Qt::UserRole, choice.key);
        item->setToolTip(choice.hint);
        if (choice.kind == DashboardChoice::Kind::Unreadable) {
            item->setIcon(m_theme.icon(QStringLiteral("degraded"), Tone::Warning));
        }
        const bool isCurrent = choice.key == m_current;
        if (isCurrent || (!m_list->currentItem() && !m_search->text().isEmpty())) {
            m_list->setCurrentItem(item);
        }
    }
}

void DashboardPicker::fillList()
{
    m_list->clear();
    addGroup(tr("For these metrics"), true);
    addGroup(tr("My dashboards"), false);
}

void DashboardPicker::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    const QString key = item ? item->data(Qt::UserRole).toString() : QString();
    if (!key.isEmpty()) {
        menu()->close();
        Q_EMIT chosen(key);
    }
}

bool DashboardPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            m_list->setFocus(Qt::TabFocusReason);
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QToolButton::eventFilter(watched, event);
}

} // namespace foretop::app
