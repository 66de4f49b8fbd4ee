// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/recordprinter.h"

#include <algorithm>
#include <cstdio>

namespace foretop::cli {
namespace {

constexpr std::size_t kWriteBytes = 64U << 10;

} // namespace

void OutputBuffer::add(std::string_view text)
{
    m_text += text;
    if (m_text.size() >= kWriteBytes) {
        flush();
    }
}

void OutputBuffer::flush()
{
    if (m_isOpen && !m_text.empty()) {
        m_isOpen = std::fwrite(m_text.data(), 1, m_text.size(), stdout) == m_text.size() &&
                   std::fflush(stdout) == 0;
    }
    m_text.clear();
}

RecordPrinter::RecordPrinter(const LogsOptions &options, bool namesFiles, PrintTally &tally)
    : m_options(options)
    , m_namesEach(namesFiles && options.form == logs::RecordFormat::Text)
    , m_tally(tally)
    , m_writer(options.form, options.fields.empty() ? logs::defaultColumns() : options.fields)
{
}

void RecordPrinter::printHead()
{
    m_writer.writeHead(m_line);
    m_output.add(m_line);
}

void RecordPrinter::print(const logs::LogSnapshot &snapshot,
                          std::span<const logs::RecordNumber> matches)
{
    if (!m_namesEach && m_options.before + m_options.after == 0) {
        printHits(snapshot, matches);
        return;
    }
    for (const auto match : matches) {
        if (isDone()) {
            return;
        }
        printUpTo(snapshot, std::min(match, m_dueTo));
        const auto before = std::min<std::uint64_t>(m_options.before, match - snapshot.first());
        const auto from = std::max(m_next, logs::RecordNumber(match.value() - before));
        if (m_hasPrinted && from > m_next && m_options.before + m_options.after > 0) {
            m_output.add("--\n");
        }
        m_next = from;
        printUpTo(snapshot, match);
        printOne(snapshot, match, true);
        ++m_tally.hits;
        m_dueTo = m_next + m_options.after;
    }
}

void RecordPrinter::printHits(const logs::LogSnapshot &snapshot,
                              std::span<const logs::RecordNumber> matches)
{
    const auto most = m_options.limit.value_or(matches.size() + m_tally.hits) - m_tally.hits;
    matches = matches.first(std::min<std::size_t>(matches.size(), most));
    if (matches.empty() || !m_output.isOpen()) {
        return;
    }
    logs::RecordSet set;
    set.add(matches);
    const auto sink = [this](std::string_view text) -> Result<void> {
        m_output.add(text);
        if (m_output.isOpen()) {
            return {};
        }
        return fail(ErrorCode::Cancelled, "nobody reads");
    };
    // What cannot be read is written as a record that says so; the sink's error alone is left.
    const auto written = logs::writeRecords(
        snapshot, {.first = matches.front(), .end = matches.back() + 1}, &set, m_writer, {}, sink);
    m_tally.hits += written ? matches.size() : 0;
}

void RecordPrinter::printRest(const logs::LogSnapshot &snapshot)
{
    printUpTo(snapshot, std::min(snapshot.end(), m_dueTo));
}

bool RecordPrinter::isDone() const
{
    return !m_output.isOpen() || (m_options.limit && m_tally.hits >= *m_options.limit);
}

void RecordPrinter::startAnew()
{
    m_next = m_dueTo = logs::RecordNumber(0);
}

void RecordPrinter::printUpTo(const logs::LogSnapshot &snapshot, logs::RecordNumber end)
{
    while (m_next < end && m_output.isOpen()) {
        printOne(snapshot, m_next, false);
    }
}

void RecordPrinter::printOne(const logs::LogSnapshot &snapshot, logs::RecordNumber number,
                             bool isHit)
{
    const auto record = snapshot.record(number);
    m_line.clear();
    if (m_namesEach) {
        m_line += record.source;
        m_line += isHit ? ':' : '-';
    }
    m_writer.write(
        record, m_writer.needsFields(record) ? snapshot.fields(number) : std::vector<logs::Field>(),
        m_line);
    m_output.add(m_line);
    m_next = number + 1;
    m_hasPrinted = true;
}

} // namespace foretop::cli
