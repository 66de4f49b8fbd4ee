// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/feedclient.h"

#include <QList>

namespace foretop::feeds::test {

/// A FeedClient with all its times short, and what it told.
class NumberReader
{
public:
    explicit NumberReader(const QUrl &url, FeedClientOptions options = shortTimes());

    static FeedClientOptions shortTimes();

    FeedClient &client() { return m_client; }
    void start() { m_client.start(); }

    QList<quint64> numbers;              ///< of the items that came, in order
    QList<QPair<quint64, QString>> gaps; ///< number of items and reason
    QList<Error> rejected;
    QList<LinkState> states;
    LinkCounters counters;

    LinkPhase phase() const { return states.isEmpty() ? LinkPhase::Stopped : states.last().phase; }
    quint64 itemsInGaps() const;

private:
    SystemClock m_clock;
    FeedClient m_client;
};

/// @p from to @p to, both in it.
QList<quint64> allNumbers(quint64 from, quint64 to);

} // namespace foretop::feeds::test
