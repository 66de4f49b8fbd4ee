// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logsnapshot.h"

namespace foretop::logs {

void LogSnapshot::readTimes(RecordRange range, std::vector<std::optional<WallTime>> &times) const
{
    for (auto number = range.first; number < range.end; ++number) {
        times.push_back(record(number).time);
    }
}

bool LogSnapshot::continues(const LogSnapshot &earlier) const
{
    return &earlier == this;
}

} // namespace foretop::logs
