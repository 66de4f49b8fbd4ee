// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "logs/logformat.h"
#include "logs/query.h"
#include "logs/recordwriter.h"

#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace foretop::cli {

/// What one `foretopctl logs` asks for.
struct LogsOptions
{
    enum class Show {
        Records,
        Count,     ///< how many match
        Histogram, ///< how many in each stretch of time, by level
        Patterns,  ///< look-alike messages with their counts
        Facets,    ///< how often each value of a field is there
    };

    std::vector<std::string> files; ///< paths, globs, directories, "-"
    logs::Query query;
    Show show = Show::Records;
    logs::RecordFormat form = logs::RecordFormat::Text; ///< of records and of tables
    Milliseconds bucket{0};                             ///< of the histogram
    std::vector<std::string> fields; ///< of the facets; columns of CSV (none: the usual)
    bool follow = false;
    std::optional<std::uint64_t> limit; ///< records, patterns or values shown
    std::uint64_t before = 0;           ///< records shown before each hit
    std::uint64_t after = 0;            ///< and behind it
    std::optional<bool> namesFiles;     ///< text records with their file's name; unset: of several
    std::shared_ptr<const logs::FormatCatalogue> catalogue; ///< built-in and the person's own
    logs::LogFormatPtr format;                              ///< null: told from each file
    logs::TimeZone zone;
};

/// Reads the arguments behind `logs`; @p now is what durations count back from. An error is one
/// sentence for a person, with the column where it lies in the query. The person's own formats are
/// read from @p formatsPath; what is wrong there is told when one is asked for by name.
Result<LogsOptions> parseLogsOptions(const QStringList &arguments, WallTime now,
                                     const QString &formatsPath = {});

/// What `foretopctl logs --help` prints.
QString logsHelpText();

} // namespace foretop::cli
