// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/commandpalette.h"
#include "app/environmentswitcher.h"
#include "app/linkchips.h"
#include "app/messagebanner.h"
#include "app/preferencesdialog.h"
#include "app/timebar.h"
#include "app/topbar.h"
#include "session/session.h"
#include "session/timecursor.h"
#include "ui_mainwindow.h"

#include <QActionGroup>
#include <QCloseEvent>

namespace foretop::app {

namespace {

constexpr const char *kIconProperty = "icon_name";
const auto kPageSuffix = QStringLiteral("Page");

void addShortcutToToolTip(QAction &action)
{
    action.setToolTip(MainWindow::tr("%1 (%2)").arg(
        action.toolTip(), action.shortcut().toString(QKeySequence::NativeText)));
}

} // namespace

MainWindow::MainWindow(const PageContext &context, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_ui(std::make_unique<Ui::MainWindow>())
{
    m_ui->setupUi(this);
    m_ui->frameLayout->setContentsMargins(0, 0, 0, 0);
    setWindowIcon(QIcon(QStringLiteral(":/icons/foretop.svg")));
    setUpActions();
    setUpAppearance();
    setUpBars();
    takeIcons();
    connect(&m_context.theme, &Theme::changed, this, &MainWindow::takeIcons);
    resize(1280, 800);
    m_ui->frame->setFocus();
    restoreGeometry(m_context.settings.get(settings::kWindowGeometry));
}

MainWindow::~MainWindow() = default;

void MainWindow::setUpActions()
{
    const auto actions = findChildren<QAction *>(QString(), Qt::FindDirectChildrenOnly);
    for (QAction *action : actions) {
        addShortcutToToolTip(*action);
        addAction(action);
    }
    m_palette = new CommandPalette(this);
    connect(m_palette, &CommandPalette::pageRequested, this, &MainWindow::showPage);
    connect(m_ui->actionPalette, &QAction::triggered, m_palette, &CommandPalette::open);
    connect(m_ui->actionReconnect, &QAction::triggered, this, [this] {
        if (m_session) {
            m_session->retryNow();
        }
    });
    connect(m_ui->actionFind, &QAction::triggered, this, [this] {
        if (Page *page = currentPage()) {
            page->focusSearch();
        }
    });
    connect(m_ui->actionPreferences, &QAction::triggered, this, &MainWindow::showPreferences);
    connect(m_ui->actionFullScreen, &QAction::triggered, this,
            [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
    connect(m_ui->actionQuit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::setUpAppearance()
{
    auto *group = new QActionGroup(this);
    const auto offer = [this, group](QAction *action, Appearance appearance, const QString &name) {
        group->addAction(action);
        action->setChecked(m_context.theme.appearance() == appearance);
        connect(action, &QAction::triggered, this, [this, appearance, name] {
            m_context.theme.setAppearance(appearance);
            m_context.settings.set(settings::kAppearance, name);
        });
    };
    offer(m_ui->actionSystem, Appearance::System, QStringLiteral("system"));
    offer(m_ui->actionLight, Appearance::Light, QStringLiteral("light"));
    offer(m_ui->actionDark, Appearance::Dark, QStringLiteral("dark"));
}

void MainWindow::setUpBars()
{
    m_topBar = new TopBar(m_context.theme,
                          {m_ui->actionPalette,
                           m_ui->actionReconnect,
                           {m_ui->actionSystem, m_ui->actionLight, m_ui->actionDark},
                           m_ui->actionPreferences},
                          this);
    m_banner = new MessageBanner(m_context.theme, this);
    m_timeBar =
        new TimeBar(m_context.theme, m_context.cursor,
                    {m_ui->actionToggleLive, m_ui->actionStepBack, m_ui->actionStepForward}, this);
    m_ui->topLayout->addWidget(m_topBar);
    m_ui->topLayout->addWidget(m_banner);
    m_ui->bottomLayout->addWidget(m_timeBar);
    connect(m_ui->actionToggleLive, &QAction::triggered, m_timeBar, &TimeBar::toggleLive);
    connect(m_ui->actionStepBack, &QAction::triggered, m_timeBar, &TimeBar::stepBack);
    connect(m_ui->actionStepForward, &QAction::triggered, m_timeBar, &TimeBar::stepForward);
    connect(m_ui->actionEnvironment, &QAction::triggered, &m_topBar->environments(),
            &QComboBox::showPopup);
    connect(&m_topBar->environments(), &EnvironmentSwitcher::chosen, this,
            &MainWindow::environmentChosen);
    connect(&m_topBar->links(), &LinkChips::retryRequested, m_ui->actionReconnect,
            &QAction::trigger);
}

void MainWindow::showPreferences()
{
    auto *dialog = new PreferencesDialog({m_ui->actionSystem, m_ui->actionLight, m_ui->actionDark},
                                         m_context.theme, m_context.settings, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        for (Page *page : std::as_const(m_pages)) {
            page->takePreferences();
        }
    });
    dialog->open();
}

void MainWindow::addPage(Page *page)
{
    auto *action = new QAction(page->title(), this);
    const auto number = static_cast<int>(m_pages.size()) + 1;
    action->setObjectName(QStringLiteral("show:") + page->objectName());
    action->setCheckable(true);
    action->setProperty(kIconProperty, page->iconName());
    action->setIcon(m_context.theme.icon(page->iconName()));
    action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)));
    action->setToolTip(tr("Show the page %1").arg(page->title()));
    addShortcutToToolTip(*action);
    addAction(action);
    m_pages << page;
    m_pageActions << action;
    m_ui->navigationRail->addPage(action);
    m_ui->pageStack->addWidget(page);
    connect(action, &QAction::triggered, this, [this, page] { showPage(page->objectName()); });
    connect(page, &Page::pageRequested, this, &MainWindow::showPage);
    connect(page, &Page::closeConfirmed, this, &QWidget::close);
    if (m_pages.size() == 1) {
        action->setChecked(true);
    }
}

bool MainWindow::showPage(const QString &name)
{
    for (qsizetype i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i]->objectName() == name || m_pages[i]->objectName() == name + kPageSuffix) {
            m_ui->pageStack->setCurrentWidget(m_pages[i]);
            m_pageActions[i]->setChecked(true);
            return true;
        }
    }
    return false;
}

Page *MainWindow::currentPage() const
{
    return qobject_cast<Page *>(m_ui->pageStack->currentWidget());
}

void MainWindow::setEnvironments(const QVector<session::Environment> &environments, int current)
{
    m_environments = environments;
    m_topBar->environments().setEnvironments(environments, current);
    frameEnvironment();
}

void MainWindow::setSession(session::Session *session)
{
    if (m_session) {
        m_session->disconnect(this);
    }
    m_session = session;
    m_topBar->links().setSession(session, &m_context.cursor);
    for (Page *page : m_pages) {
        page->setSession(session);
    }
    m_banner->clear(QStringLiteral("refused"));
    if (session) {
        connect(session, &session::Session::sourcesChanged, this, &MainWindow::tellRefusedLinks);
    }
    frameEnvironment();
}

void MainWindow::frameEnvironment()
{
    const session::Environment *environment = m_session ? &m_session->environment() : nullptr;
    const QString name = environment ? environment->name : QString();
    setWindowTitle(name.isEmpty() ? QStringLiteral("Foretop") : tr("%1 – Foretop").arg(name));
    QColor colour;
    if (isProduction(name)) {
        colour = QColor(environment->colour);
        colour = colour.isValid() ? colour : m_context.theme.tone(Tone::Bad);
    }
    m_ui->frame->setColour(colour);
}

// A link that is refused will not come back by itself, so it is told where nobody overlooks it.
void MainWindow::tellRefusedLinks()
{
    QString text;
    for (const session::SourceStatus &source : m_session->sources()) {
        if (source.link.phase == feeds::LinkPhase::Refused && source.link.error) {
            text = tr("%1 refused the connection: %2")
                       .arg(source.config.name, QString::fromStdString(source.link.error->message));
        }
    }
    if (text.isEmpty()) {
        m_banner->clear(QStringLiteral("refused"));
    } else if (m_banner->text() != text) {
        m_banner->tell(QStringLiteral("refused"), text);
    }
}

void MainWindow::takeIcons()
{
    const auto actions = findChildren<QAction *>(QString(), Qt::FindDirectChildrenOnly);
    for (QAction *action : actions) {
        if (const QVariant name = action->property(kIconProperty); name.isValid()) {
            action->setIcon(m_context.theme.icon(name.toString()));
        }
    }
    frameEnvironment();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    for (Page *page : std::as_const(m_pages)) {
        if (!page->mayClose()) {
            showPage(page->objectName());
            event->ignore();
            return;
        }
    }
    m_context.settings.set(settings::kWindowGeometry, saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace foretop::app
