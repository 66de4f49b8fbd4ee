// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/spoolrecord.h"

#include <span>

namespace foretop::feeds {

/// What a spool held when it was opened.
struct SpoolContents
{
    std::string epoch;                ///< to go on with
    std::vector<PublishedItem> items; ///< oldest first
    std::optional<Error> damage;      ///< why a part was set aside, if it was
};

/// A feed's items in files, so that a server whose process dies at any moment goes on with the
/// same numbers. Two segments, PATH.1 and the newer PATH; PATH.lock keeps a second process out.
/// A segment is full at `segmentBytes` and replaces the older one, so that both together never
/// take more than twice that and one write. One thread.
///
/// Writes reach the kernel before append() returns and so outlive the process, but not a power
/// failure: after one, numbers might have been given out that are not in the file, and the epoch
/// changes. It changes too when items could not be written.
class Spool
{
public:
    Spool(std::string path, std::size_t segmentBytes);
    ~Spool(); ///< writes all to the disk and marks the spool closed
    Spool(const Spool &) = delete;
    Spool &operator=(const Spool &) = delete;

    /// Reads what is there and opens it for append(). @p freshEpoch is taken when the old one
    /// cannot go on; @p bootId names this run of the machine. Fails when the files cannot be
    /// opened or another process has them.
    Result<SpoolContents> open(const std::string &freshEpoch, const std::string &bootId);

    /// Writes @p items in one write, or none of them. Does nothing until open() succeeded.
    Result<void> append(std::span<const PublishedItem> items);

private:
    struct Segment;

    Result<void> lock();
    Segment read(const std::string &path) const;
    Result<void> openCurrent(const Segment &current);
    Result<void> rotate();
    Result<void> writeHeader(int file, SpoolState state);
    void setAside(const std::string &path, SpoolContents &contents, std::string_view what);
    tl::unexpected<Error> failed(std::string_view action, const std::string &path) const;

    const std::string m_path;
    const std::size_t m_segmentBytes;
    SpoolHeader m_header;
    int m_lockFile = -1;
    int m_file = -1;
    std::size_t m_size = 0; ///< of the current segment, up to its last whole record
};

/// An id that changes with every start of the machine; empty where there is none.
std::string machineBootId();

} // namespace foretop::feeds
