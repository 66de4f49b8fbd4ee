// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/logfollow.h"

#include "cli/output.h"
#include "logs/rotationwatch.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <fmt/format.h>

namespace foretop::cli {
namespace {

constexpr std::chrono::milliseconds kPollInterval{200};

/// Prints the new hits of one log, again and again.
class GrowingLog
{
public:
    GrowingLog(std::shared_ptr<logs::OpenLog> log, const logs::CompiledQuery &query,
               RecordPrinter &printer)
        : m_log(std::move(log))
        , m_query(query)
        , m_printer(printer)
    {
    }

    logs::OpenLog &log() const { return *m_log; }
    const std::string &name() const { return m_log->name(); }
    void replace(std::shared_ptr<logs::OpenLog> log)
    {
        m_log = std::move(log);
        startAnew();
    }
    void startAnew()
    {
        m_searchedTo = {};
        m_printer.startAnew();
    }

    /// Searches what came since the last call. Of a log that still grows (@p isWhole false), the
    /// last record is left for later: more lines may belong to it.
    Result<void> printNew(bool isWhole)
    {
        const logs::LogSnapshotPtr snapshot = m_log->snapshot();
        const auto end = isWhole || snapshot->end() == snapshot->first()
                             ? snapshot->end()
                             : logs::RecordNumber(snapshot->end().value() - 1);
        if (end <= m_searchedTo || m_printer.isDone()) {
            return {};
        }
        std::stop_source enough;
        logs::RecordSet fresh;
        fresh.addRange(m_searchedTo, end);
        const auto found = snapshot->search(m_query, &fresh, m_searchedTo, enough.get_token(),
                                            [&](const logs::MatchBatch &batch) {
                                                m_printer.print(*snapshot, batch.matches);
                                                if (m_printer.isDone()) {
                                                    enough.request_stop();
                                                }
                                            });
        if (!found && !m_printer.isDone()) {
            return tl::unexpected(found.error());
        }
        m_searchedTo = end;
        if (isWhole) {
            m_printer.printRest(*snapshot);
        }
        return {};
    }

private:
    std::shared_ptr<logs::OpenLog> m_log;
    const logs::CompiledQuery &m_query;
    RecordPrinter &m_printer;
    logs::RecordNumber m_searchedTo;
};

/// Lets one thread wait for what another one makes.
class Doorbell
{
public:
    void ring(bool isLast)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_rung = true;
            m_isLast = m_isLast || isLast;
        }
        m_changed.notify_one();
    }
    /// Waits for a ring; true when it was the last one.
    bool wait()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_rung; });
        m_rung = m_isLast;
        return m_isLast;
    }

private:
    std::mutex m_mutex; // protects all members below
    std::condition_variable m_changed;
    bool m_rung = false;
    bool m_isLast = false;
};

void print(GrowingLog &growing, bool isWhole, const ComplainFunction &complain)
{
    if (const auto printed = growing.printNew(isWhole); !printed) {
        complain(printed.error());
    }
}

/// Reads @p growing's log to its present end, printing meanwhile.
void loadAndPrint(GrowingLog &growing, RecordPrinter &printer, const ComplainFunction &complain)
{
    Doorbell bell;
    Result<void> loaded;
    {
        const std::jthread reader([&](const std::stop_token &stop) {
            loaded = growing.log().load(stop, {}, [&] { bell.ring(false); });
            bell.ring(true);
        });
        bool isWhole = false;
        while (!isWhole && !printer.isDone()) {
            isWhole = bell.wait();
            print(growing, isWhole, complain);
            printer.flush();
        }
    }
    if (!loaded && loaded.error().code != ErrorCode::Cancelled) {
        complain(loaded.error());
    }
}

/// Looks after one followed log: says what happened to it, and opens what took its place.
class FollowedLog
{
public:
    FollowedLog(std::shared_ptr<logs::OpenLog> log, const LogsOptions &options, bool namesFiles,
                const logs::CompiledQuery &query, PrintTally &tally)
        : m_printer(options, namesFiles, tally)
        , m_growing(std::move(log), query, m_printer)
    {
    }

    RecordPrinter &printer() { return m_printer; }
    void read(const ComplainFunction &complain) { loadAndPrint(m_growing, m_printer, complain); }
    /// An archive is what it is, and a pipe has been read to its end.
    bool mayGrow() const { return !m_growing.log().file()->isSpooled(); }

    void poll(const ComplainFunction &complain)
    {
        const auto check = m_growing.log().follow();
        if (check.content == logs::ContentState::Rewritten ||
            check.content == logs::ContentState::Shrunk) {
            tell("the file was cut; reading it anew");
            m_growing.startAnew();
            read(complain);
        } else if (check.content == logs::ContentState::Grown) {
            read(complain);
        }
        if (m_watch.hasVanished(check)) {
            tell("the file is gone; waiting for it to come back");
        }
        if (logs::RotationWatch::isOver(check)) {
            changeOver(complain);
        }
    }

private:
    void changeOver(const ComplainFunction &complain)
    {
        auto fresh = logs::RotationWatch::successorOf(m_growing.log());
        if (!fresh || !*fresh) {
            return; // gone again, or not written to yet
        }
        tell("another file took its place; following that");
        m_growing.replace(std::move(*fresh));
        read(complain);
    }

    void tell(std::string_view what) const
    {
        printError(fmt::format("{}: {}", m_growing.name(), what));
    }

    RecordPrinter m_printer;
    GrowingLog m_growing;
    logs::RotationWatch m_watch;
};

} // namespace

void printGrowing(std::shared_ptr<logs::OpenLog> log, const logs::CompiledQuery &query,
                  RecordPrinter &printer, const ComplainFunction &complain)
{
    GrowingLog growing(std::move(log), query, printer);
    loadAndPrint(growing, printer, complain);
    printer.flush();
}

std::uint64_t followLogs(const LogsOptions &options, const logs::CompiledQuery &query,
                         std::vector<std::shared_ptr<logs::OpenLog>> logs,
                         const ComplainFunction &complain)
{
    const bool namesFiles = options.namesFiles.value_or(logs.size() > 1);
    PrintTally tally;
    std::vector<std::unique_ptr<FollowedLog>> followed;
    for (auto &log : logs) {
        followed.push_back(
            std::make_unique<FollowedLog>(std::move(log), options, namesFiles, query, tally));
    }
    followed.front()->printer().printHead();
    for (const auto &log : followed) {
        log->read(complain);
    }
    const auto isDone = [&] {
        return std::any_of(followed.begin(), followed.end(),
                           [](const auto &log) { return log->printer().isDone(); }) ||
               std::none_of(followed.begin(), followed.end(),
                            [](const auto &log) { return log->mayGrow(); });
    };
    while (!isDone()) {
        std::this_thread::sleep_for(kPollInterval);
        for (const auto &log : followed) {
            log->poll(complain);
        }
    }
    return tally.hits;
}

} // namespace foretop::cli
