// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logspage.h"

#include "app/logopener.h"
#include "app/logpane.h"
#include "app/logstores.h"
#include "app/logtab.h"
#include "app/logtabs.h"
#include "app/mergedialog.h"
#include "app/noticebanner.h"
#include "app/pageactions.h"
#include "app/viewfilter.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>

namespace foretop::app {

LogsPage::LogsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_stores(std::make_unique<LogStores>(context.settings))
    , m_actions(new PageActions(context.theme, this))
    , m_full(new NoticeBanner(context.theme, Tone::Warning, this))
    , m_tabs(new LogTabs(context, *m_stores, this))
    , m_opener(new LogOpener(*m_actions, m_stores->recent, *m_tabs, this))
{
    setObjectName(QStringLiteral("logsPage"));
    setAcceptDrops(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_full);
    layout->addWidget(m_tabs);
    setFocusProxy(m_tabs);
    addTabActions();
    addSplitActions();
    addCorner();
    m_tabs->restore(context.settings.get(settings::kLogTabs));
    m_restored = true;
    connectTabs();
}

LogsPage::~LogsPage()
{
    keepTabs();
    // Panes let go of the stores before these go.
    delete m_tabs;
}

QString LogsPage::title() const
{
    return tr("Logs");
}

QString LogsPage::iconName() const
{
    return QStringLiteral("logs");
}

void LogsPage::setSession(session::Session *session)
{
    m_tabs->setSession(session);
}

void LogsPage::focusSearch()
{
    m_tabs->current()->pane()->focusSearch();
}

void LogsPage::takePreferences()
{
    const auto panes = findChildren<LogPane *>();
    for (LogPane *pane : panes) {
        pane->takePreferences();
    }
}

bool LogsPage::isFilled() const
{
    return m_tabs->current()->pane()->isFilled();
}

void LogsPage::showText(const QString &text)
{
    m_tabs->setCurrentIndex(0);
    m_tabs->live()->pane()->showQuery(quotedQueryText(text));
}

void LogsPage::open(const QStringList &paths)
{
    m_opener->open(paths);
}

void LogsPage::keepTabs()
{
    if (m_restored) {
        context().settings.set(settings::kLogTabs, m_tabs->state());
    }
}

void LogsPage::connectTabs()
{
    m_full->setObjectName(QStringLiteral("tabsFull"));
    connect(m_full, &NoticeBanner::dismissed, m_full, &QWidget::hide);
    connect(m_tabs, &LogTabs::full, this, [this] {
        m_full->setText(tr("%n log(s) are open, which is as many as can be. Close one to open "
                           "another.",
                           nullptr, m_tabs->count()));
    });
    connect(m_tabs, &LogTabs::closed, m_full, &QWidget::hide);
    connect(m_tabs, &LogTabs::opened, this, &LogsPage::keepTabs);
    connect(m_tabs, &LogTabs::closed, this, &LogsPage::keepTabs);
    connect(m_tabs, &LogTabs::merged, this, &LogsPage::keepTabs);
    connect(m_tabs, &QTabWidget::currentChanged, this,
            [this] { m_tabs->setFocusProxy(m_tabs->current()); });
    m_tabs->setFocusProxy(m_tabs->current());
}

void LogsPage::addTabActions()
{
    const auto add = [this](const ActionSpec &spec, const auto &what) {
        connect(m_actions->add(spec), &QAction::triggered, this, what);
    };
    add({.name = QStringLiteral("newLogTab"),
         .text = tr("New tab"),
         .hint = tr("Show this log in another tab, with a query of its own"),
         .shortcuts = {QKeySequence::AddTab},
         .icon = QStringLiteral("plus")},
        [this] { m_tabs->duplicate(); });
    add({.name = QStringLiteral("closeLogTab"),
         .text = tr("Close tab"),
         .hint = tr("Close this log; the live one always stays"),
         .shortcuts = {Qt::CTRL | Qt::Key_W},
         .icon = QStringLiteral("close")},
        [this] { m_tabs->close(m_tabs->currentIndex()); });
    add({.name = QStringLiteral("nextLogTab"),
         .text = tr("Next log"),
         .hint = tr("Show the tab to the right"),
         .shortcuts = {Qt::CTRL | Qt::Key_PageDown}},
        [this] { m_tabs->step(1); });
    add({.name = QStringLiteral("previousLogTab"),
         .text = tr("Previous log"),
         .hint = tr("Show the tab to the left"),
         .shortcuts = {Qt::CTRL | Qt::Key_PageUp}},
        [this] { m_tabs->step(-1); });
    add({.name = QStringLiteral("mergeLogs"),
         .text = tr("Merge logs\u2026"),
         .hint = tr("Show several open logs as one, by time"),
         .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_M},
         .icon = QStringLiteral("merge")},
        [this] { askForMerge(); });
}

void LogsPage::addSplitActions()
{
    const auto add = [this](const ActionSpec &spec, const auto &what) {
        connect(m_actions->add(spec), &QAction::triggered, this, what);
    };
    add({.name = QStringLiteral("splitLogs"),
         .text = tr("Split side by side"),
         .hint = tr("Show this log a second time beside it, with a query of its own"),
         .shortcuts = {Qt::CTRL | Qt::Key_Backslash},
         .icon = QStringLiteral("split")},
        [this] { m_tabs->current()->split(Qt::Horizontal); });
    add({.name = QStringLiteral("splitLogsBelow"),
         .text = tr("Split one above the other"),
         .hint = tr("Show this log a second time below it, with a query of its own"),
         .shortcuts = {Qt::CTRL | Qt::ALT | Qt::Key_Backslash},
         .icon = QStringLiteral("split")},
        [this] { m_tabs->current()->split(Qt::Vertical); });
    add({.name = QStringLiteral("closeLogPane"),
         .text = tr("Close this half"),
         .hint = tr("Close the half of a split log that has the keyboard"),
         .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_W},
         .icon = QStringLiteral("close")},
        [this] { m_tabs->current()->closePane(); });
}

void LogsPage::addCorner()
{
    auto *corner = new QWidget(m_tabs);
    auto *layout = new QHBoxLayout(corner);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    QToolButton *open = PageActions::button(findChild<QAction *>(QStringLiteral("openLogs")),
                                            Qt::ToolButtonTextBesideIcon, corner);
    open->setMenu(m_opener->menu());
    open->setPopupMode(QToolButton::MenuButtonPopup);
    layout->addWidget(open);
    for (const char *name : {"newLogTab", "mergeLogs"}) {
        layout->addWidget(PageActions::button(findChild<QAction *>(QString::fromLatin1(name)),
                                              Qt::ToolButtonIconOnly, corner));
    }
    QToolButton *split = PageActions::button(findChild<QAction *>(QStringLiteral("splitLogs")),
                                             Qt::ToolButtonIconOnly, corner);
    auto *menu = new QMenu(split);
    for (const char *name : {"splitLogs", "splitLogsBelow", "closeLogPane"}) {
        menu->addAction(findChild<QAction *>(QString::fromLatin1(name)));
    }
    split->setMenu(menu);
    split->setPopupMode(QToolButton::MenuButtonPopup);
    layout->addWidget(split);
    m_tabs->setCornerWidget(corner);
}

void LogsPage::askForMerge()
{
    QStringList titles;
    for (int index = 0; index < m_tabs->count(); ++index) {
        titles << m_tabs->tabText(index).replace(QStringLiteral("&&"), QStringLiteral("&"));
    }
    MergeDialog dialog(titles, m_tabs->currentIndex(), this);
    if (dialog.exec() == QDialog::Accepted) {
        m_tabs->merge(dialog.chosen());
    }
}

void LogsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (LogOpener::canOpen(event->mimeData())) {
        event->acceptProposedAction();
    }
}

void LogsPage::dropEvent(QDropEvent *event)
{
    m_opener->openDropped(event->mimeData());
    event->acceptProposedAction();
}

} // namespace foretop::app
