// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/filedescriptor.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace foretop::logs {

/// Bounds of a temporary copy on disk.
struct SpoolLimits
{
    std::uint64_t mostBytes = 256ULL << 30;    ///< of one copy
    std::uint64_t leastFreeBytes = 512U << 20; ///< left free on the file system
};

/// A temporary file without a name, in $TMPDIR or else /var/tmp (/tmp may be memory): gone when
/// closed or when the process ends, however it ends. One writer.
class Spool
{
public:
    /// @p name is the source in errors: the log that is copied.
    static Result<Spool> create(std::string name, SpoolLimits limits);

    /// Fails with TooLarge when @p bytes would pass a limit; then nothing of them is written.
    Result<void> append(std::string_view bytes);
    std::uint64_t size() const { return m_size; }
    /// A further descriptor of the same file, for readers.
    Result<FileDescriptor> openForReading() const;

private:
    Spool(FileDescriptor descriptor, std::string name, SpoolLimits limits);
    Result<void> checkRoom(std::uint64_t bytes);

    FileDescriptor m_descriptor;
    std::string m_name;
    SpoolLimits m_limits;
    std::uint64_t m_size = 0;
    std::uint64_t m_checkedUpTo = 0; // free space was enough up to this size when last asked
};

} // namespace foretop::logs
