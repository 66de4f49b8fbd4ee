// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/keyguard.h"
#include "app/page.h"
#include "session/environment.h"

#include <QMainWindow>
#include <QPointer>

#include <memory>

namespace Ui {
class MainWindow;
}

namespace foretop::app {

class CommandPalette;
class MessageBanner;
class TimeBar;
class TopBar;

/// The console's window: pages by a rail, the environment and its links above, time below. Wires
/// these to each other and holds no data. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const PageContext &context, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Puts @p page, which becomes a child, at the end of the rail.
    void addPage(Page *page);
    const QVector<Page *> &pages() const { return m_pages; }
    /// @p name: a page's objectName, or the part of it before "Page". False: no such page.
    bool showPage(const QString &name);
    Page *currentPage() const;

    void setEnvironments(const QVector<session::Environment> &environments, int current);
    /// Shows @p session, not owned, on every page; null: none.
    void setSession(session::Session *session);
    MessageBanner &banner() { return *m_banner; }

Q_SIGNALS:
    /// The person chose another environment, by its place in setEnvironments().
    void environmentChosen(int index);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void setUpActions();
    void setUpAppearance();
    void setUpBars();
    void showPreferences();
    void takeIcons();
    void frameEnvironment();
    void tellRefusedLinks();

    PageContext m_context;
    std::unique_ptr<Ui::MainWindow> m_ui;
    KeyGuard m_keys;
    TopBar *m_topBar = nullptr;
    MessageBanner *m_banner = nullptr;
    TimeBar *m_timeBar = nullptr;
    CommandPalette *m_palette = nullptr;
    QVector<Page *> m_pages;
    QVector<QAction *> m_pageActions;
    QVector<session::Environment> m_environments;
    QPointer<session::Session> m_session;
};

} // namespace foretop::app
