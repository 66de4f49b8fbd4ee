// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/recordtimes.h"

#include "logs/plaintime.h"

namespace foretop::logs {
namespace {

/// How far into a line its time is looked for when it is learned.
constexpr std::size_t kMostBefore = 64;

bool canStandBefore(std::string_view line, std::size_t at)
{
    constexpr std::string_view kBefore = "\"[ (:=\t";
    return at == 0 || kBefore.find(line[at - 1]) != std::string_view::npos;
}

} // namespace

RecordTimes::RecordTimes(const LogSnapshot &snapshot)
{
    m_origins.reserve(snapshot.originCount());
    for (std::size_t origin = 0; origin < snapshot.originCount(); ++origin) {
        m_origins.push_back(std::make_unique<Origin>(snapshot.rules(origin)));
    }
}

std::optional<WallTime> RecordTimes::timeOf(const RawRecord &record)
{
    if (record.parsed) {
        return record.parsed->time;
    }
    auto &origin = *m_origins[record.origin];
    const auto line = record.raw.substr(0, record.raw.find('\n'));
    if (const auto time = origin.learnedTime(line)) {
        return time;
    }
    const auto time = origin.reader.read(line).time;
    if (time) {
        origin.learn(line, *time);
    }
    return time;
}

std::optional<WallTime> RecordTimes::Origin::learnedTime(std::string_view line) const
{
    if (!layout.isKnown() || line.size() < before.size() + TimeLayout::kMostBytes ||
        !line.starts_with(before)) {
        return {};
    }
    const auto *const at = line.data() + before.size();
    return layout.matches(at) ? std::optional(layout.earliestOf(layout.key(at))) : std::nullopt;
}

void RecordTimes::Origin::learn(std::string_view line, WallTime time)
{
    layout = {};
    const FormatContext context{.now = clock->wallNow(), .zone = zone};
    for (std::size_t at = 0; at < kMostBefore && at + TimeLayout::kMostBytes <= line.size(); ++at) {
        if (!canStandBefore(line, at)) {
            continue;
        }
        const auto text = line.substr(at);
        const auto found = plainTimeAtStart(text, context);
        if (!found || found->time != time) {
            continue;
        }
        const TimeLayout learned(text.substr(0, found->length + 1), found->length, time);
        // A Unix time is known to the millisecond only when it is parsed.
        if (learned.isKnown() && learned.earliestOf(learned.key(text.data())) == time &&
            learned.latestOf(learned.key(text.data())) == time) {
            before = line.substr(0, at);
            layout = learned;
        }
        return;
    }
}

} // namespace foretop::logs
