// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/recordfinder.h"

#include "logs/linescan.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace foretop::logs {
namespace {

constexpr std::size_t kRead = 16U << 10;

} // namespace

RecordFinder::RecordFinder(const LogFile &file, const LineRules &rules)
    : m_file(file)
    , m_kind(rules.kind)
    , m_classifier(rules)
{
}

Result<std::uint64_t> RecordFinder::firstFrom(std::uint64_t offset, const std::stop_token &stop)
{
    if (offset <= m_file.textBegin()) {
        return std::min(m_file.textBegin(), m_file.size());
    }
    // A line starts here when the byte before ends one.
    m_begin = offset - 1;
    m_held = m_line = 0;
    bool isInLine = false; // whether the line at m_line is looked at from its start
    std::size_t searched = 0;
    while (!stop.stop_requested()) {
        const auto *const from = m_buffer.data() + searched;
        const auto *const found =
            m_held > searched
                ? static_cast<const char *>(std::memchr(from, '\n', m_held - searched))
                : nullptr;
        const auto lineEnd =
            found != nullptr ? static_cast<std::size_t>(found - m_buffer.data()) + 1 : m_held;
        searched = lineEnd;
        const bool isWhole = found != nullptr || m_held - m_line >= kLineHeadBytes;
        if (isInLine && isWhole && isAtRecord(lineEnd)) {
            return m_begin + m_line;
        }
        isInLine = (isInLine && !isWhole) || found != nullptr;
        if (found != nullptr || !isInLine) {
            m_line = lineEnd;
        }
        if (found != nullptr) {
            continue;
        }
        const auto before = m_line;
        const auto more = readMore();
        if (!more) {
            return tl::unexpected(more.error());
        }
        searched -= before;
        if (!*more) {
            return m_begin + (isInLine && m_held > m_line && isAtRecord(m_held) ? m_line : m_held);
        }
    }
    return fail(ErrorCode::Cancelled, "stopped", m_file.name());
}

/// Drops what is before m_line and reads on. False at the end.
Result<bool> RecordFinder::readMore()
{
    m_held -= m_line;
    m_buffer.resize(std::max(m_buffer.size(), m_line + m_held + kRead + kScanPadding));
    std::memmove(m_buffer.data(), m_buffer.data() + m_line, m_held);
    m_begin += m_line;
    m_line = 0;
    const auto count = m_file.read(m_begin + m_held, std::span(m_buffer).subspan(m_held, kRead));
    if (!count) {
        return tl::unexpected(count.error());
    }
    m_held += *count;
    return *count > 0;
}

bool RecordFinder::isAtRecord(std::size_t lineEnd)
{
    return m_classifier.startsRecord({m_buffer.data() + m_line, lineEnd - m_line});
}

/// Fills m_bounds with where lines start, and then the block's size; returns how many lines.
std::size_t RecordFinder::findLines(std::string_view block)
{
    m_bounds.resize(std::max(m_bounds.size(), block.size() + 2 + kScanPadding));
    m_bounds[0] = 0;
    auto count = 1 + findLineStarts(block, 0, m_bounds.data() + 1);
    // What follows the last line feed is no line when nothing does.
    count -= count > 1 && m_bounds[count - 1] == block.size() ? 1 : 0;
    m_bounds[count] = static_cast<std::uint32_t>(block.size());
    return count;
}

RecordFinder::Records RecordFinder::recordsIn(std::string_view block, bool hasTimes)
{
    constexpr std::size_t kRunLines = 256;
    const auto count = findLines(block);
    m_classes.resize(count);
    m_runEnds.clear();
    m_times.clear();
    m_classifier.takeTimes();
    const auto runLines = hasTimes ? kRunLines : count;
    std::size_t kept = 0;
    for (std::size_t line = 0; line < count; line += runLines) {
        const auto lines = std::min(runLines, count - line);
        m_classifier.classify(block.data(), std::span(m_bounds).subspan(line, lines + 1),
                              m_classes.data() + line);
        m_times.push_back(m_classifier.takeTimes());
        if (line == 0 && m_classes[0] == kContinuation) {
            m_classes[0] = classOf(Level::Unknown);
            m_times[0].hasUntimed = true;
        }
        for (auto i = line; i < line + lines; ++i) {
            m_bounds[kept] = m_bounds[i];
            m_classes[kept] = m_classes[i];
            kept += m_classes[i] != kContinuation ? 1 : 0;
        }
        m_runEnds.push_back(static_cast<std::uint32_t>(kept));
    }
    m_bounds[kept] = static_cast<std::uint32_t>(block.size());
    return {.bounds = std::span(m_bounds).first(kept + 1),
            .classes = std::span(m_classes).first(kept),
            .runEnds = m_runEnds,
            .times = m_times};
}

Level RecordFinder::levelAt(std::string_view block, std::size_t begin)
{
    const auto end = std::min(block.find('\n', begin), block.size() - 1) + 1;
    const std::array bounds = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    LineClass lineClass = 0;
    m_classifier.classify(block.data(), bounds, &lineClass);
    return lineClass == kContinuation ? Level::Unknown : static_cast<Level>(lineClass);
}

std::span<const std::uint32_t> RecordFinder::boundsIn(std::string_view block)
{
    auto count = findLines(block);
    if (m_kind == LineKind::Timed) {
        m_classes.resize(count);
        m_classifier.classify(block.data(), std::span(m_bounds).first(count + 1), m_classes.data());
        count = keepBounds(count, [this](std::size_t i) { return m_classes[i] != kContinuation; });
    } else if (m_kind == LineKind::Json) {
        count = keepBounds(count, [&](std::size_t i) {
            return mayStartRecord(m_kind, block.substr(m_bounds[i], m_bounds[i + 1] - m_bounds[i]));
        });
    }
    m_bounds[count] = static_cast<std::uint32_t>(block.size());
    return std::span(m_bounds).first(count + 1);
}

/// Keeps of the first @p count bounds the first one and those that @p keeps; returns how many.
template <typename Keeps>
std::size_t RecordFinder::keepBounds(std::size_t count, Keeps keeps)
{
    std::size_t kept = 1;
    for (std::size_t i = 1; i < count; ++i) {
        const bool isKept = keeps(i);
        m_bounds[kept] = m_bounds[i];
        kept += isKept ? 1 : 0;
    }
    return kept;
}

RecordExtent RecordFinder::around(std::string_view block, std::size_t place)
{
    const auto lineFrom = [block](std::size_t end) {
        return end == 0 ? 0 : block.rfind('\n', end - 1) + 1;
    };
    auto begin = lineFrom(std::min(place, block.size() - 1));
    while (begin > 0 && !startsRecord(block, begin)) {
        begin = lineFrom(begin - 1);
    }
    auto end = std::min(block.find('\n', place), block.size() - 1) + 1;
    while (end < block.size() && !startsRecord(block, end)) {
        end = std::min(block.find('\n', end), block.size() - 1) + 1;
    }
    return {.begin = static_cast<std::uint32_t>(begin), .end = static_cast<std::uint32_t>(end)};
}

bool RecordFinder::startsRecord(std::string_view block, std::size_t line)
{
    const auto end = std::min(block.find('\n', line), block.size() - 1) + 1;
    return m_kind == LineKind::Plain || m_classifier.startsRecord(block.substr(line, end - line));
}

std::size_t RecordFinder::lastStartIn(std::string_view text)
{
    auto lineEnd = text.rfind('\n');
    if (m_kind == LineKind::Plain) {
        return lineEnd == std::string_view::npos ? 0 : lineEnd + 1;
    }
    while (lineEnd != std::string_view::npos && lineEnd > 0) {
        const auto before = text.rfind('\n', lineEnd - 1);
        if (before == std::string_view::npos) {
            break;
        }
        if (m_classifier.startsRecord(text.substr(before + 1, lineEnd - before))) {
            return before + 1;
        }
        lineEnd = before;
    }
    return 0;
}

} // namespace foretop::logs
