// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foretop::logs {

/// A file name taken apart as rotation makes it: "app-20260101.log.gz" is of "app.log".
struct RotatedName
{
    std::string base; ///< the name of the file that is written
    /// Nothing for the file that is written. A number counts rotations since; a date and what
    /// follows it (a time, a count) ascend.
    std::optional<std::uint64_t> number;
    std::vector<std::uint64_t> date;
    bool isCompressed = false;

    bool isCurrent() const { return !number && date.empty(); }
    /// Whether it was written before @p other, of the same base.
    bool isOlderThan(const RotatedName &other) const;
};

/// All ways to take @p name apart; the first leaves it whole.
std::vector<RotatedName> rotatedNames(std::string_view name);

} // namespace foretop::logs
