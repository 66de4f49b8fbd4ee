// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/record.h"

namespace foretop::logs {

/// [first, end)
struct RecordRange
{
    RecordNumber first;
    RecordNumber end;

    bool operator==(const RecordRange &) const = default;
};

} // namespace foretop::logs
