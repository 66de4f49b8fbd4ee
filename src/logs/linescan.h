// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foretop::logs {

/// Bytes that must be readable, with any content, after the text given to the scans of lines, so
/// that they may load whole vectors.
inline constexpr std::size_t kScanPadding = 128;

/// Writes to @p out where lines start in @p text: @p base plus the place after each LF. Returns how
/// many; @p out must have room for kScanPadding more than can be. Uses AVX2 where there is.
std::size_t findLineStarts(std::string_view text, std::uint32_t base, std::uint32_t *out);

/// Whether @p text could have a written time in it: two digits with a colon between them, or eight
/// digits in a row. False is certain. kScanPadding bytes after it must be readable.
bool mayHaveTime(std::string_view text);

} // namespace foretop::logs
