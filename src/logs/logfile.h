// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/byteinput.h"
#include "logs/progress.h"
#include "logs/spool.h"
#include "logs/textencoding.h"

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>

namespace foretop::logs {

/// Bytes [begin, end) of a log file's text.
struct ByteRange
{
    std::uint64_t begin = 0;
    std::uint64_t end = 0;

    std::uint64_t size() const { return end - begin; }
    bool operator==(const ByteRange &) const = default;
};

/// What a check() found under the file's path.
enum class PathState : std::uint8_t {
    Same,
    Vanished, ///< nothing is there, or it cannot be reached; what was opened stays readable
    Replaced, ///< another file is (rotation by rename); what was opened stays readable
};

/// How the text differs from what the last check() saw.
enum class ContentState : std::uint8_t {
    Same,
    Grown,
    Shrunk,    ///< cut off; what is left is as it was
    Rewritten, ///< what was read before is no longer true
};

struct FileCheck
{
    PathState path = PathState::Same;
    ContentState content = ContentState::Same;
    std::uint64_t size = 0; ///< what size() is from now on

    bool operator==(const FileCheck &) const = default;
};

/// The text of one log, readable at any offset. A plain file is read in place; one that is
/// compressed or in UTF-16, and whatever is no regular file (a pipe, stdin), is copied as UTF-8 to
/// a temporary file by spool(), and readable as far as that has come.
///
/// Reads are pread() calls into the caller's buffer: a file that is cut off or overwritten under
/// a reader makes a short read or other bytes, never SIGBUS. A buffer that stays in the L2 cache
/// (kReadBlock) made that as fast as a mapping in bench/logs.
///
/// Thread-safe; spool() is for one thread.
class LogFile
{
public:
    static constexpr std::size_t kReadBlock = 256U << 10; ///< the size of reads that is fastest

    /// Fails with NotFound, Denied, WrongType (a directory) or Io, the path as source.
    static Result<std::shared_ptr<LogFile>> open(const std::string &path, SpoolLimits limits = {});
    /// What comes through @p descriptor, compressed or not; named @p name in errors.
    static Result<std::shared_ptr<LogFile>> openStream(FileDescriptor descriptor, std::string name,
                                                       SpoolLimits limits = {});

    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;

    const std::string &name() const { return m_name; }
    /// Utf8 or Latin1; for a spooled file Utf8 until the first bytes are there.
    TextEncoding encoding() const { return m_encoding.load(std::memory_order_acquire); }
    /// Where the text begins: after a byte order mark.
    std::uint64_t textBegin() const { return m_textBegin; }
    /// Bytes that can be read, as known from the last check() or spooled so far.
    std::uint64_t size() const { return m_size.load(std::memory_order_acquire); }

    /// Fills @p into from @p offset on and returns how many bytes there were: fewer than asked
    /// only where the text ends, which may be before size() when the file has been cut.
    Result<std::size_t> read(std::uint64_t offset, std::span<char> into) const;

    /// Looks whether the file has changed and takes over its new size. Costs a few system calls.
    FileCheck check();

    bool isSpooled() const { return m_spool != nullptr; }
    /// Whether all text is there: always so for a plain file, after spool() for others.
    bool isComplete() const { return m_isComplete.load(std::memory_order_acquire); }
    /// Copies to the end of the input; call it once, when isSpooled(). Progress counts bytes of the
    /// input as stored. After an error (damaged data, no room, Cancelled) what was copied before
    /// stays readable.
    Result<void> spool(const std::stop_token &stop, const ProgressFunction &progress);

private:
    struct Identity
    {
        std::uint64_t device = 0;
        std::uint64_t inode = 0;
        bool operator==(const Identity &) const = default;
    };
    /// Enough of what was read to tell whether a file was written anew.
    struct Fingerprint
    {
        std::string head;
        std::string tail;
        std::uint64_t tailEnd = 0;
    };
    /// The input that is spooled, as it was when opened.
    struct Version
    {
        std::int64_t size = 0;
        std::int64_t modifiedNs = 0;
        bool operator==(const Version &) const = default;
    };

    LogFile(std::string name, SpoolLimits limits);
    Result<void> usePlain(FileDescriptor descriptor, EncodingGuess guess);
    Result<void> useSpool(FileDescriptor descriptor, Version version);
    Result<void> decompressIfNeeded(const std::stop_token &stop);
    Result<void> copyAll(const std::stop_token &stop, const ProgressFunction &progress);
    PathState pathState(Version *found) const;
    ContentState compareContent(std::uint64_t size) const;
    bool isAsBefore(std::uint64_t offset, std::string_view bytes) const;
    void takeFingerprint(std::uint64_t size);
    std::string readUpTo(std::uint64_t offset, std::size_t count) const;

    const std::string m_name;
    const SpoolLimits m_limits;
    FileDescriptor m_descriptor;
    std::uint64_t m_textBegin = 0;
    std::atomic<TextEncoding> m_encoding{TextEncoding::Utf8};
    std::atomic<std::uint64_t> m_size{0};
    std::atomic<bool> m_isComplete{false};
    bool m_hasPath = false;
    Identity m_identity;

    std::unique_ptr<ByteInput> m_input; // used by spool() alone
    std::unique_ptr<Spool> m_spool;     // written by spool() alone
    std::uint64_t m_inputBytes = 0;

    mutable std::mutex m_checkMutex; // protects what check() compares with
    Fingerprint m_fingerprint;
    Version m_inputVersion;
    std::uint64_t m_checkedSize = 0;
};

} // namespace foretop::logs
