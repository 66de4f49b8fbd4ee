// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/linerules.h"
#include "logs/logsnapshot.h"
#include "logs/timelayout.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace foretop::logs {

/// Reads the times of records of a snapshot, many times faster than by parsing where they are
/// written alike: it learns where a time stands and of records built alike looks at that place
/// alone, as LineClassifier does. One thread.
class RecordTimes
{
public:
    explicit RecordTimes(const LogSnapshot &snapshot);

    /// The time of a record, which its first line tells.
    std::optional<WallTime> timeOf(const RawRecord &record);

private:
    struct Origin
    {
        explicit Origin(const LineRules &rules)
            : reader(rules)
            , clock(rules.clock)
            , zone(rules.zone)
        {
        }

        std::optional<WallTime> learnedTime(std::string_view line) const;
        void learn(std::string_view line, WallTime time);

        LineReader reader;
        std::shared_ptr<const Clock> clock;
        TimeZone zone;
        std::string before; // what stands before the time
        TimeLayout layout;  // of it and the byte after it
    };

    std::vector<std::unique_ptr<Origin>> m_origins;
};

} // namespace foretop::logs
