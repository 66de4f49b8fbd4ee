// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metricstoolbar.h"

#include "app/dashboardpicker.h"
#include "app/pageactions.h"
#include "app/variablebar.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

namespace foretop::app {

MetricsToolBar::MetricsToolBar(const Theme &theme, const MetricsActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_picker(new DashboardPicker(theme, actions.pick, this))
    , m_sources(new QComboBox(this))
    , m_variables(new VariableBar(this))
    , m_hint(
          new QLabel(tr("Drag over a chart to look at that time, double-click to go back"), this))
    , m_unsaved(new QLabel(tr("unsaved changes"), this))
    , m_pending(new QLabel(tr("updating\u2026"), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(PageActions::button(actions.explorer, Qt::ToolButtonTextBesideIcon, this));
    layout->addSpacing(4);
    addChoosers(*layout);
    layout->addStretch(1);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_pending->setForegroundRole(QPalette::PlaceholderText);
    m_pending->setObjectName(QStringLiteral("dashboardPending"));
    m_unsaved->setObjectName(QStringLiteral("dashboardUnsaved"));
    for (QLabel *label : {m_hint, m_pending, m_unsaved}) {
        label->hide();
        layout->addWidget(label);
    }
    addButtons(*layout, actions);
    connect(&theme, &Theme::changed, this, &MetricsToolBar::takeColours);
    takeColours();
}

void MetricsToolBar::addChoosers(QBoxLayout &layout)
{
    m_picker->setAutoRaise(false);
    m_sources->setObjectName(QStringLiteral("sourcePicker"));
    m_sources->setAccessibleName(tr("Source of the metrics"));
    m_sources->setToolTip(tr("Choose where the panels take their values from"));
    m_sources->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_sources->hide();
    connect(m_sources, &QComboBox::activated, this, [this] { Q_EMIT sourceChosen(source()); });
    layout.addWidget(m_picker);
    layout.addWidget(m_sources);
    layout.addWidget(m_variables);
}

void MetricsToolBar::addButtons(QBoxLayout &layout, const MetricsActions &actions)
{
    for (QAction *action : {actions.save, actions.addPanel, actions.edit}) {
        QToolButton *button = PageActions::button(action, Qt::ToolButtonTextBesideIcon, this);
        button->setVisible(action->isVisible());
        connect(action, &QAction::visibleChanged, button,
                [button, action] { button->setVisible(action->isVisible()); });
        layout.addWidget(button);
    }
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    for (QAction *action : actions.menu) {
        if (action) {
            menu->addAction(action);
        } else {
            menu->addSeparator();
        }
    }
    auto *more = new QToolButton(this);
    more->setObjectName(QStringLiteral("dashboardMenu"));
    more->setIcon(m_theme.icon(QStringLiteral("menu")));
    more->setAutoRaise(true);
    more->setFocusPolicy(Qt::TabFocus);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setToolTip(tr("More to do with dashboards"));
    more->setAccessibleName(tr("Dashboard menu"));
    more->setMenu(menu);
    connect(&m_theme, &Theme::changed, more,
            [this, more] { more->setIcon(m_theme.icon(QStringLiteral("menu"))); });
    layout.addWidget(more);
}

void MetricsToolBar::setSources(const QStringList &names, const QStringList &titles,
                                const QString &chosen)
{
    const QSignalBlocker blocker(m_sources);
    m_sources->clear();
    for (int at = 0; at < names.size(); ++at) {
        m_sources->addItem(titles[at], names[at]);
    }
    m_sources->setCurrentIndex(std::max(0, m_sources->findData(chosen)));
    m_sources->setVisible(m_sources->count() > 1);
}

QString MetricsToolBar::source() const
{
    return m_sources->currentData().toString();
}

void MetricsToolBar::setUnsaved(bool unsaved)
{
    m_unsaved->setVisible(unsaved);
    showHint();
}

void MetricsToolBar::setPending(bool pending)
{
    m_pending->setVisible(pending);
}

/// Where there is room for it.
void MetricsToolBar::showHint()
{
    m_hint->hide();
    const int room = width() - layout()->minimumSize().width();
    m_hint->setVisible(m_unsaved->isHidden() && room > m_hint->sizeHint().width() + 120);
}

void MetricsToolBar::takeColours()
{
    QPalette palette = m_unsaved->palette();
    palette.setColor(QPalette::WindowText, m_theme.tone(Tone::Warning));
    m_unsaved->setPalette(palette);
}

void MetricsToolBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showHint();
}

} // namespace foretop::app
