// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/page.h"
#include "feedserver.h"
#include "session/session.h"
#include "session/timecursor.h"

#include <QTemporaryDir>

#include <memory>

namespace foretop::app {

/// What a page needs, for real: feeds on a loopback port, a session over them, settings in a file
/// of their own. Lives in the test's thread.
class PageFixture
{
public:
    explicit PageFixture(session::Session::Limits limits = {}, std::size_t ringBytes = kRingBytes);

    /// What the server keeps of each feed; enough for every test that does not want gaps.
    static constexpr std::size_t kRingBytes = 64U << 20;

    PageContext context() { return {theme, settings, cursor}; }
    /// Starts the session and waits until every feed is connected; false when they are not.
    bool connectFeeds();

    FeedServer server;
    SystemClock clock;
    Theme theme;
    QTemporaryDir directory;
    Settings settings;
    session::TimeCursor cursor;
    std::unique_ptr<session::Session> session;
};

/// Every button and field below @p page that the person can see has a name for screen readers and a
/// tooltip; returns the names of those that have not.
QStringList unnamedControls(const QWidget &page);

} // namespace foretop::app
