// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/logs/fileposition.h"
#include "agent/logs/linesplitter.h"
#include "base/clock.h"
#include "base/result.h"

#include <memory>

#include <sys/stat.h>

namespace foretop::agent {

/// One file that is being read as it grows, held open whatever becomes of its name. One thread.
class TailedFile
{
public:
    using Take = std::function<void(const Line &, const TailedFile &)>;

    /// Opens @p path, which must be a regular file; it starts at its end until startAt().
    static Result<std::unique_ptr<TailedFile>> open(const std::string &path);
    ~TailedFile();
    TailedFile(const TailedFile &) = delete;
    TailedFile &operator=(const TailedFile &) = delete;

    const std::string &path() const { return m_path; }
    FileId id() const { return m_id; }
    std::uint64_t size() const;
    std::int64_t modifiedAt() const; ///< ns since the Unix epoch

    /// Whether the file still begins as @p position says and is as long.
    bool continues(const FilePosition &position) const;
    void startAt(std::uint64_t offset, std::uint64_t generation, bool midLine);
    /// What is read is told under @p path from now on: the name that the file had when it was
    /// followed.
    void setPath(std::string path) { m_path = std::move(path); }

    /// Whether the file was cut or written anew since it was read last.
    bool wasTruncated() const;
    /// Starts over after a truncation.
    void restart();

    /// Hands on what was appended, at most @p budget bytes; returns the bytes read.
    std::size_t read(std::size_t budget, SteadyTime now, const Take &take);
    void flush(const Take &take);

    /// The position behind everything that was handed on; behind @p line.
    FilePosition position() const;
    FilePosition positionAfter(const Line &line) const;
    bool hasUnfinished() const { return m_splitter.hasUnfinished(); }
    /// Whether there is nothing more to read now, also because reading failed.
    bool atEnd() const { return m_failed || m_splitter.offset() >= size(); }
    /// Whether @p other begins with all of this file, or with its first bytes.
    bool isBeginningOf(const TailedFile &other) const;

    /// The file lost its name: it is read until nothing was added for a while.
    void retire(SteadyTime now);
    bool isRetired() const { return m_retired; }
    /// When it last grew, or was retired.
    SteadyTime busyAt() const { return m_busyAt; }

private:
    TailedFile(int descriptor, std::string path, const struct stat &info);

    std::string firstBytes(std::size_t most) const;
    FilePosition positionAt(std::uint64_t offset, bool midLine) const;
    Fingerprint fingerprintUpTo(std::uint64_t offset) const;

    const int m_descriptor;
    std::string m_path;
    const FileId m_id;
    std::uint64_t m_generation = 0;
    LineSplitter m_splitter;
    std::string m_head; ///< the file's first bytes, as far as they were read
    mutable std::optional<Fingerprint> m_fullFingerprint; ///< once m_head has all it can have
    SteadyTime m_busyAt{};
    bool m_retired = false;
    bool m_failed = false; ///< the last read did
};

} // namespace foretop::agent
