// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/logs/fileposition.h"
#include "feeds/feedpublisher.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace foretop::agent {

/// How far each log source has been published, across restarts. Two records make it exact: every
/// item in the feed's spool carries the position behind it, and a file holds those whose items
/// may since have been evicted from the spool's ring. The further one counts. One thread.
class PositionStore
{
public:
    /// Positions kept; the longest untouched go first.
    static constexpr std::size_t kMaxPositions = 4096;

    /// @p path: the file to keep; empty: nothing is kept across restarts.
    /// @p saveBytes: most bytes published between two saves.
    PositionStore(std::string path, std::size_t saveBytes);

    /// Reads the file, then the cursors of @p restored. A file that cannot be read is an error,
    /// and then what the cursors say is all that is known.
    Result<void> load(const std::vector<feeds::PublishedItem> &restored);

    const FilePosition *find(FileId id) const;
    /// The furthest known positions of files that were followed under @p path.
    std::vector<FilePosition> atPath(const std::string &path) const;
    void set(FilePosition position);

    const std::string &journalCursor() const { return m_journalCursor; }
    void setJournalCursor(std::string cursor);

    /// Whether the file @p pattern was followed by the run before this one.
    bool knewPattern(const std::string &pattern) const { return m_knownPatterns.contains(pattern); }
    void setPatterns(const std::vector<std::string> &patterns);

    void forget(FileId id);

    /// Counts bytes put into the spool's ring: positions must be in the file before what carries
    /// them is evicted there.
    void notePublished(std::size_t bytes) { m_publishedBytes += bytes; }
    /// Saves when something changed and it is time to, or @p urgent; a failure is logged once.
    void saveWhenDue(SteadyTime now, bool urgent = false);
    /// Writes the file anew, whole or not at all.
    Result<void> save();

    /// The text kept beside an item for a journal entry.
    static std::string encodeJournalCursor(std::string_view cursor);

private:
    struct Kept
    {
        FilePosition position;
        std::uint64_t touched = 0;
    };

    void readCursor(const std::string &cursor, JsonReader &reader);
    Result<void> readFile(JsonReader &reader);
    void keepFurther(FilePosition position);

    const std::string m_path;
    const std::size_t m_saveBytes;
    std::map<FileId, Kept> m_positions;
    std::map<std::uint64_t, FileId> m_byTouch;
    std::uint64_t m_touches = 0;
    std::string m_journalCursor;
    std::set<std::string> m_knownPatterns; ///< of the run before
    std::vector<std::string> m_patterns;
    bool m_dirty = false;
    std::size_t m_publishedBytes = 0;
    SteadyTime m_savedAt{};
    bool m_failed = false; ///< the last save did
};

} // namespace foretop::agent
