// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/logscommand.h"

#include "cli/logfollow.h"
#include "cli/logreports.h"
#include "cli/output.h"
#include "cli/recordprinter.h"
#include "logs/countoperation.h"
#include "logs/openlog.h"

#include <unistd.h>

#include <fmt/format.h>

namespace foretop::cli {
namespace {

using Show = LogsOptions::Show;
using logs::OpenLog;
using OpenLogs = std::vector<std::shared_ptr<OpenLog>>;

/// What was asked, and how it went.
class LogsRun
{
public:
    LogsRun(const LogsOptions &options, logs::CompiledQuery query)
        : m_options(options)
        , m_query(std::move(query))
    {
    }

    int run()
    {
        const auto opened = openAll();
        if (opened.empty()) {
            return kExitTrouble;
        }
        if (m_options.show == Show::Count) {
            return exitCode(count(opened));
        }
        if (m_options.follow) {
            return exitCode(
                followLogs(m_options, m_query, opened, [this](const Error &e) { complain(e); }));
        }
        if (m_options.show == Show::Records && opened.size() == 1) {
            return exitCode(printOne(opened[0]));
        }
        const auto snapshot = loadAll(opened);
        if (snapshot == nullptr) {
            return kExitTrouble;
        }
        return exitCode(m_options.show == Show::Records ? printMerged(*snapshot)
                                                        : report(*snapshot));
    }

private:
    int exitCode(std::uint64_t hits) const
    {
        return m_failed ? kExitTrouble : hits > 0 ? kExitHits : kExitNoHits;
    }

    void complain(const Error &error)
    {
        printError(error.text());
        m_failed = true;
    }

    OpenLogs openAll()
    {
        OpenLogs opened;
        const auto take = [&](Result<std::shared_ptr<OpenLog>> log) {
            if (log) {
                opened.push_back(std::move(*log));
            } else {
                complain(log.error());
            }
        };
        const logs::OpenOptions how{.format = m_options.format,
                                    .zone = m_options.zone,
                                    .catalogue = m_options.catalogue,
                                    .spool = {}};
        for (const std::string &named : m_options.files) {
            if (named == "-") {
                take(OpenLog::openStream(logs::FileDescriptor(dup(STDIN_FILENO)), "-", how));
                continue;
            }
            const auto paths = logs::logPaths(named);
            if (!paths) {
                complain(paths.error());
                continue;
            }
            for (const std::string &path : *paths) {
                take(OpenLog::open(path, how));
            }
        }
        return opened;
    }

    /// The sum of all that match, printed as one number.
    std::uint64_t count(const OpenLogs &opened)
    {
        std::uint64_t total = 0;
        for (const auto &log : opened) {
            const auto found = countIn(*log);
            if (found) {
                total += *found;
            } else {
                complain(found.error());
            }
        }
        printLines({std::to_string(total)});
        return total;
    }

    /// A file in place is counted in one pass, without an index.
    Result<std::uint64_t> countIn(OpenLog &log)
    {
        if (!log.file()->isSpooled()) {
            auto query = m_query.forFile(log.file()->encoding(), log.name());
            if (!query) {
                return tl::unexpected(std::move(query.error()));
            }
            return logs::CountOperation(log.file(), log.rules(), std::move(*query)).run({});
        }
        if (const auto loaded = log.load({}, {}, {}); !loaded) {
            complain(loaded.error()); // what could be read of it counts
        }
        return search(*log.snapshot()).map([](const auto &found) { return found.size(); });
    }

    Result<logs::RecordSet> search(const logs::LogSnapshot &snapshot,
                                   const logs::MatchFunction &batchReady = {},
                                   const std::stop_token &stop = {}) const
    {
        return snapshot.search(m_query, nullptr, snapshot.first(), stop, batchReady);
    }

    /// Prints while the log is still read, and stops reading when enough is printed.
    std::uint64_t printOne(const std::shared_ptr<OpenLog> &log)
    {
        PrintTally tally;
        RecordPrinter printer(m_options, m_options.namesFiles.value_or(false), tally);
        printer.printHead();
        printGrowing(log, m_query, printer, [this](const Error &error) { complain(error); });
        return tally.hits;
    }

    logs::LogSnapshotPtr loadAll(const OpenLogs &opened)
    {
        std::vector<logs::LogSnapshotPtr> parts;
        for (const auto &log : opened) {
            if (parts.size() == logs::LogMerge::kMostLogs) {
                complain(
                    {.code = ErrorCode::TooLarge,
                     .message = fmt::format("{} of {} files are left out: at most {} are shown "
                                            "as one log",
                                            opened.size() - parts.size(), opened.size(),
                                            logs::LogMerge::kMostLogs)});
                break;
            }
            if (const auto loaded = log->load({}, {}, {}); !loaded) {
                complain(loaded.error());
            }
            parts.push_back(log->snapshot()); // what could be read of it
        }
        if (parts.size() == 1) {
            return parts[0];
        }
        auto merged = logs::LogMerge::merge(std::move(parts), nullptr, {});
        if (!merged) {
            complain(merged.error());
            return nullptr;
        }
        return *merged;
    }

    std::uint64_t printMerged(const logs::LogSnapshot &snapshot)
    {
        PrintTally tally;
        RecordPrinter printer(m_options, m_options.namesFiles.value_or(true), tally);
        printer.printHead();
        std::stop_source enough;
        const auto found = search(
            snapshot,
            [&](const logs::MatchBatch &batch) {
                printer.print(snapshot, batch.matches);
                if (printer.isDone()) {
                    enough.request_stop();
                }
            },
            enough.get_token());
        if (!found && !printer.isDone()) {
            complain(found.error());
        }
        printer.printRest(snapshot);
        printer.flush();
        return tally.hits;
    }

    std::uint64_t report(const logs::LogSnapshot &snapshot)
    {
        const auto found = search(snapshot);
        if (!found) {
            complain(found.error());
            return 0;
        }
        if (const auto printed = printReport(m_options, snapshot, *found); !printed) {
            complain(printed.error());
        }
        return found->size();
    }

    const LogsOptions &m_options;
    const logs::CompiledQuery m_query;
    bool m_failed = false;
};

} // namespace

int runLogs(const LogsOptions &options)
{
    auto query = logs::CompiledQuery::compile(options.query);
    if (!query) {
        printError(query.error().text());
        return kExitTrouble;
    }
    return LogsRun(options, std::move(*query)).run();
}

} // namespace foretop::cli
