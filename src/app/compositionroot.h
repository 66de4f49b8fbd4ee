// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/environments.h"
#include "app/settings.h"
#include "app/theme.h"
#include "base/clock.h"
#include "session/timecursor.h"

#include <QObject>

#include <memory>
#include <vector>

namespace foretop::agent {
class EmbeddedAgent;
} // namespace foretop::agent

namespace foretop::logs {
class FormatCatalogue;
} // namespace foretop::logs

namespace foretop::session {
class Session;
} // namespace foretop::session

namespace foretop::app {

class MainWindow;
class ShotTaker;

/// Builds everything that the console is made of, hands each part what it needs, and takes all
/// down in reverse. The only place that knows all of them. GUI thread.
class CompositionRoot : public QObject
{
    Q_OBJECT

public:
    explicit CompositionRoot(CommandLine line);
    ~CompositionRoot() override;

    /// Shows the window; what it shows is opened behind it.
    void start();
    MainWindow &window() { return *m_window; }

private:
    std::shared_ptr<const logs::FormatCatalogue> readFormats();
    void openFiles();
    void openFirst();
    void watchThisMachine();
    void openEnvironment(int index);
    void tell(const Error &error);
    void tellFormatWarnings();
    void takeShots();

    const CommandLine m_line;
    std::vector<Error> m_formatWarnings;
    SystemClock m_clock;
    Settings m_settings;
    Theme m_theme;
    session::TimeCursor m_cursor;
    Environments m_environments;
    std::unique_ptr<agent::EmbeddedAgent> m_agent;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<ShotTaker> m_shots;
};

} // namespace foretop::app
