// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace foretop::agent {

/// What names a file whatever its path.
struct FileId
{
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    auto operator<=>(const FileId &) const = default;
};

/// A hash of a file's first bytes. A log file only grows, so they tell a file from another that
/// got its inode, and from what it was before it was truncated and written anew.
struct Fingerprint
{
    std::size_t length = 0; ///< how many bytes it covers, at most kMaxFingerprintBytes
    std::string hash;       ///< hexadecimal
    bool operator==(const Fingerprint &) const = default;
};
inline constexpr std::size_t kMaxFingerprintBytes = 1024;

Fingerprint fingerprintOf(std::string_view firstBytes);

/// How far a file has been handed on.
struct FilePosition
{
    std::string path;
    FileId id;
    /// Grows when a file is truncated, or another gets its inode, so that of two positions the
    /// further is always the later.
    std::uint64_t generation = 0;
    std::uint64_t offset = 0;
    bool midLine = false; ///< the last line was handed on before its newline came
    Fingerprint fingerprint;
};

/// Whether @p a is further than @p b, both being positions of the same FileId.
bool isFurther(const FilePosition &a, const FilePosition &b);

/// The position as the JSON text that is kept beside an item, and back.
std::string encodePosition(const FilePosition &position);
std::optional<FilePosition> decodePosition(JsonObject object);

} // namespace foretop::agent
