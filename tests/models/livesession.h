// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feedserver.h"
#include "session/session.h"
#include "session/timecursor.h"

#include <QTest>

#include <algorithm>

namespace foretop {

/// A session with a server's five feeds, all named "web-1", and its time cursor.
class LiveSession
{
public:
    explicit LiveSession(session::Session::Limits limits = {})
    {
        if (!server.listen()) {
            qFatal("no loopback port to listen on");
        }
        session = std::make_unique<session::Session>(
            session::Environment{.name = QStringLiteral("test"),
                                 .colour = {},
                                 .note = {},
                                 .sources = server.sources(QStringLiteral("web-1"))},
            limits, clock);
        session->start();
    }

    bool isInPhase(feeds::LinkPhase phase) const
    {
        const auto &sources = session->sources();
        return std::all_of(sources.cbegin(), sources.cend(),
                           [phase](const auto &source) { return source.link.phase == phase; });
    }
    bool isFollowed() const
    {
        return std::all_of(feeds::kFeedKinds.begin(), feeds::kFeedKinds.end(),
                           [this](feeds::FeedKind kind) { return server.isFollowed(kind); });
    }
    bool isLive() const { return isInPhase(feeds::LinkPhase::Live); }

    FeedServer server;
    ManualClock clock; ///< at 2023-11-14T22:13:20Z
    std::unique_ptr<session::Session> session;
    session::TimeCursor cursor{clock};
};

/// "ms" milliseconds after the start of a LiveSession's clock, as feeds write it.
inline QByteArray timeText(qint64 ms)
{
    return QByteArray::number(1'700'000'000'000 + ms);
}

inline QDateTime dateTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + ms, Qt::UTC);
}

} // namespace foretop
