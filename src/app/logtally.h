// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace foretop::app {

/// How many records a log view shows, of how many.
struct LogTally
{
    quint64 shown = 0;
    quint64 held = 0;
    quint64 evicted = 0;
    quint64 byteBudget = 0;
    bool filtered = false;

    bool operator==(const LogTally &) const = default;
};

/// "312 of 1,204,331 records, 12,000 older ones dropped (budget 256 MiB)".
QString tallyText(const LogTally &tally);

} // namespace foretop::app
