// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/logs/positionstore.h"
#include "agent/metrics/familybuilder.h"
#include "base/jsonreader.h"

#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <functional>
#include <memory>

struct sd_journal;

namespace foretop::agent {

struct JournalOptions
{
    std::string directory;  ///< of journal files; empty: this machine's journal
    bool fromStart = false; ///< at the first start; else the newest kFirstEntries are told
    bool skipOwn = true;    ///< leaves out what this process itself wrote
};

/// Follows the systemd journal, across restarts with @p positions. One thread; reads from disk on
/// it, but at most kTurnEntries entries and about kTurnBytes a turn of the event loop.
class JournalFollower : public QObject
{
    Q_OBJECT

public:
    static constexpr std::uint64_t kFirstEntries = 200;
    static constexpr int kTurnEntries = 500;
    static constexpr std::size_t kTurnBytes = 4U << 20;
    using Publish = std::function<void(std::vector<feeds::PublishedItem>)>;

    /// @p positions and @p clock must outlive the follower.
    JournalFollower(JournalOptions options, PositionStore &positions, const Clock &clock,
                    Publish publish, QObject *parent = nullptr);
    ~JournalFollower() override;

    /// Opens the journal; an error when there is none or it may not be read.
    Result<void> start();
    void fillMetrics(FamilyBuilder &out) const;

private:
    struct Close
    {
        void operator()(sd_journal *journal) const;
    };

    void seekFirst();
    void pump();
    bool readEntry();
    std::string_view data(const char *field);
    std::string item();

    const JournalOptions m_options;
    PositionStore &m_positions;
    const Clock &m_clock;
    const Publish m_publish;
    std::unique_ptr<sd_journal, Close> m_journal;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_poll;
    QTimer m_again;
    JsonReader m_reader;
    std::vector<feeds::PublishedItem> m_batch;
    std::size_t m_batchBytes = 0;
    std::string m_cursor;
    const std::string m_ownPid;
    std::uint64_t m_entries = 0;
    std::uint64_t m_errors = 0;
};

} // namespace foretop::agent
