// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/levelbar.h"

#include "app/leveltext.h"
#include "app/pageactions.h"
#include "app/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>

namespace foretop::app {

namespace {

/// As they stand on the bar: Alt+1 is the gravest.
constexpr std::array kBarOrder = {logs::Level::Critical, logs::Level::Error, logs::Level::Warning,
                                  logs::Level::Info,     logs::Level::Debug, logs::Level::Trace,
                                  logs::Level::Unknown};

/// A badge with the level's letter: filled when the level is shown, an outline when it is not.
QPixmap badge(logs::Level level, const QColor &colour, const QColor &base, bool filled,
              qreal pixelRatio)
{
    constexpr int kSize = 16;
    QPixmap pixmap(QSize(kSize, kSize) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colour);
    painter.setBrush(filled ? QBrush(colour) : QBrush(Qt::NoBrush));
    const QRectF box(0.5, 0.5, kSize - 1, kSize - 1);
    painter.drawRoundedRect(box, 3, 3);
    QFont font = painter.font();
    font.setPixelSize(11);
    font.setBold(true);
    painter.setFont(font);
    painter.setPen(filled ? base : colour);
    painter.drawText(box, Qt::AlignCenter, levelLetter(level));
    return pixmap;
}

} // namespace

LevelBar::LevelBar(const Theme &theme, PageActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_toggles(logs::kLevelCount)
    , m_buttons(logs::kLevelCount)
    , m_counts(logs::kLevelCount)
{
    setObjectName(QStringLiteral("levelBar"));
    setAccessibleName(tr("Levels that are shown"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (std::size_t i = 0; i < kBarOrder.size(); ++i) {
        addToggle(kBarOrder[i], int(i) + 1, actions);
    }
    QAction *all = actions.add({.name = QStringLiteral("allLevels"),
                                .text = tr("All levels"),
                                .hint = tr("Show the records of every level"),
                                .shortcuts = {QKeySequence(Qt::ALT | Qt::Key_0)}});
    connect(all, &QAction::triggered, this, [this] { setLevels(logs::LevelMask::all()); });
    m_all = PageActions::button(all, Qt::ToolButtonTextOnly, this);
    layout->addWidget(m_all);
    layout->addStretch();
    connect(&theme, &Theme::changed, this, &LevelBar::takeColours);
    takeColours();
}

void LevelBar::addToggle(logs::Level level, int position, PageActions &actions)
{
    const QString name = levelWord(level);
    QAction *toggle = actions.add(
        {.name = QStringLiteral("level%1").arg(int(level)),
         .text = name,
         .hint = tr("Show or hide records of level %1; right-click for only these").arg(name),
         .shortcuts = {QKeySequence(Qt::ALT | Qt::Key(Qt::Key_0 + position))},
         .checkable = true});
    toggle->setChecked(true);
    connect(toggle, &QAction::toggled, this, [this] {
        takeColours();
        Q_EMIT levelsChanged(levels());
    });
    QToolButton *button = PageActions::button(toggle, Qt::ToolButtonTextBesideIcon, this);
    button->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(
        button, &QWidget::customContextMenuRequested, this,
        [this, level, button](const QPoint &pos) { showMenu(level, button->mapToGlobal(pos)); });
    m_toggles[int(level)] = toggle;
    m_buttons[int(level)] = button;
    layout()->addWidget(button);
    showText(level);
}

logs::LevelMask LevelBar::levels() const
{
    logs::LevelMask mask;
    for (const logs::Level level : logs::kLevels) {
        mask = mask.with(level, m_toggles[int(level)]->isChecked());
    }
    return mask;
}

void LevelBar::setLevels(logs::LevelMask levels)
{
    if (levels == this->levels()) {
        return;
    }
    {
        const QSignalBlocker blocker(this);
        for (const logs::Level level : logs::kLevels) {
            m_toggles[int(level)]->setChecked(levels.contains(level));
        }
    }
    Q_EMIT levelsChanged(levels);
}

void LevelBar::setCounts(const QVector<quint64> &counts)
{
    for (const logs::Level level : logs::kLevels) {
        const quint64 count = counts.value(int(level));
        if (std::exchange(m_counts[int(level)], count) != count) {
            showText(level);
        }
    }
}

void LevelBar::setCompact(bool compact)
{
    if (std::exchange(m_compact, compact) == compact) {
        return;
    }
    m_all->setVisible(!compact);
    for (const logs::Level level : logs::kLevels) {
        m_buttons[int(level)]->setMinimumWidth(0);
        showText(level);
    }
}

void LevelBar::showText(logs::Level level)
{
    QToolButton *button = m_buttons[int(level)];
    const QString count = QLocale().toString(m_counts[int(level)]);
    m_toggles[int(level)]->setText(tr("%1 %2").arg(levelWord(level), count));
    m_toggles[int(level)]->setIconText(m_compact ? count : m_toggles[int(level)]->text());
    button->setAccessibleName(tr("%1: %2 records").arg(levelWord(level), count));
    // Only ever wider: counts that change all the time must not make the bar dance.
    button->setMinimumWidth(std::max(button->minimumWidth(), button->sizeHint().width()));
}

void LevelBar::takeColours()
{
    for (const logs::Level level : logs::kLevels) {
        QAction *toggle = m_toggles[int(level)];
        toggle->setIcon(badge(level, m_theme.tone(levelTone(level)),
                              palette().color(QPalette::Base), toggle->isChecked(),
                              devicePixelRatioF()));
    }
}

void LevelBar::showMenu(logs::Level level, const QPoint &at)
{
    QMenu menu;
    const QString word = levelWord(level);
    connect(menu.addAction(tr("Only %1").arg(word)), &QAction::triggered, this,
            [this, level] { setLevels(logs::LevelMask().with(level, true)); });
    if (level != logs::Level::Unknown) {
        connect(menu.addAction(tr("%1 and graver").arg(word)), &QAction::triggered, this,
                [this, level] { setLevels(logs::LevelMask::from(level)); });
    }
    connect(menu.addAction(tr("All levels")), &QAction::triggered, this,
            [this] { setLevels(logs::LevelMask::all()); });
    menu.exec(at);
}

} // namespace foretop::app
