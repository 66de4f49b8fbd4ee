// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/logsoptions.h"
#include "logs/logsnapshot.h"
#include "logs/recordwriter.h"

#include <string>
#include <string_view>

namespace foretop::cli {

/// Collects text for standard output and writes it in large pieces. One thread.
class OutputBuffer
{
public:
    /// False once nobody reads standard output any more: then all else is for nothing.
    bool isOpen() const { return m_isOpen; }
    void add(std::string_view text);
    void flush();

private:
    std::string m_text;
    bool m_isOpen = true;
};

/// What several printers have printed together.
struct PrintTally
{
    std::uint64_t hits = 0;
};

/// Prints the hits of a log and the records around them. Groups that do not touch are parted by
/// "--" when there is context, as in grep. One thread.
class RecordPrinter
{
public:
    /// @p options and @p tally must outlive the printer. The limit is for all hits of @p tally.
    RecordPrinter(const LogsOptions &options, bool namesFiles, PrintTally &tally);
    /// What stands before the first record: the names of a table's columns.
    void printHead();

    /// Prints the @p matches, which ascend, of @p snapshot up to its end, those told before being
    /// before them. The context behind the last one may be printed with the next call.
    void print(const logs::LogSnapshot &snapshot, std::span<const logs::RecordNumber> matches);
    /// Prints the context that is still due, up to the snapshot's end.
    void printRest(const logs::LogSnapshot &snapshot);
    /// Whether the limit is reached, or nobody reads.
    bool isDone() const;
    /// Numbers mean other records from now on.
    void startAnew();
    void flush() { m_output.flush(); }

private:
    /// Without context or names: in large pieces, as they are in the log.
    void printHits(const logs::LogSnapshot &snapshot, std::span<const logs::RecordNumber> matches);
    void printUpTo(const logs::LogSnapshot &snapshot, logs::RecordNumber end);
    void printOne(const logs::LogSnapshot &snapshot, logs::RecordNumber number, bool isHit);

    const LogsOptions &m_options;
    const bool m_namesEach;
    PrintTally &m_tally;
    logs::RecordWriter m_writer;
    OutputBuffer m_output;
    std::string m_line;
    logs::RecordNumber m_next{0};  // after the last record printed
    logs::RecordNumber m_dueTo{0}; // context behind a hit goes up to here
    bool m_hasPrinted = false;
};

} // namespace foretop::cli
