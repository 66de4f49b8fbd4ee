// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logfile.h"

#include "logs/archiveinput.h"
#include "logs/ioerror.h"

#include <algorithm>
#include <cerrno>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>

namespace foretop::logs {
namespace {

constexpr std::size_t kFingerprintHead = 4096;
constexpr std::size_t kFingerprintTail = 256;

/// pread() until @p into is full or the file ends.
Result<std::size_t> readFully(int descriptor, std::uint64_t offset, std::span<char> into,
                              const std::string &name)
{
    std::size_t done = 0;
    while (done < into.size()) {
        const auto count = ::pread(descriptor, into.data() + done, into.size() - done,
                                   static_cast<off_t>(offset + done));
        if (count == 0) {
            break;
        }
        if (count > 0) {
            done += static_cast<std::size_t>(count);
        } else if (errno != EINTR) {
            return tl::unexpected(ioError(errno, "read", name));
        }
    }
    return done;
}

std::int64_t modifiedNs(const struct stat &status)
{
    return status.st_mtim.tv_sec * 1'000'000'000LL + status.st_mtim.tv_nsec;
}

bool isUtf16(TextEncoding encoding)
{
    return encoding == TextEncoding::Utf16Le || encoding == TextEncoding::Utf16Be;
}

} // namespace

LogFile::LogFile(std::string name, SpoolLimits limits)
    : m_name(std::move(name))
    , m_limits(limits)
{
}

Result<std::shared_ptr<LogFile>> LogFile::open(const std::string &path, SpoolLimits limits)
{
    // Without O_NONBLOCK a named pipe that nobody writes to would hold the caller.
    FileDescriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    struct stat status
    {
    };
    if (!descriptor.isOpen() || ::fstat(descriptor.get(), &status) != 0) {
        return tl::unexpected(ioError(errno, "open", path));
    }
    if (S_ISDIR(status.st_mode)) {
        return fail(ErrorCode::WrongType, "is a directory, not a file", path);
    }
    std::shared_ptr<LogFile> file(new LogFile(path, limits));
    file->m_hasPath = true;
    file->m_identity = {status.st_dev, status.st_ino};

    std::string head(kEncodingSampleBytes, '\0');
    if (S_ISREG(status.st_mode)) {
        const auto count = readFully(descriptor.get(), 0, head, path);
        if (!count) {
            return tl::unexpected(count.error());
        }
        head.resize(*count);
    }
    const auto guess = guessEncoding(head);
    // Files of /proc say that they are empty and are not.
    const bool isPlain = S_ISREG(status.st_mode) && !isCompressed(head).value_or(false) &&
                         !isUtf16(guess.encoding) && (head.empty() || status.st_size > 0);
    auto used = isPlain
                    ? file->usePlain(std::move(descriptor), guess)
                    : file->useSpool(std::move(descriptor), {status.st_size, modifiedNs(status)});
    if (!used) {
        return tl::unexpected(std::move(used.error()));
    }
    return file;
}

Result<std::shared_ptr<LogFile>> LogFile::openStream(FileDescriptor descriptor, std::string name,
                                                     SpoolLimits limits)
{
    std::shared_ptr<LogFile> file(new LogFile(std::move(name), limits));
    if (auto used = file->useSpool(std::move(descriptor), {}); !used) {
        return tl::unexpected(std::move(used.error()));
    }
    return file;
}

Result<void> LogFile::usePlain(FileDescriptor descriptor, EncodingGuess guess)
{
    struct stat status
    {
    };
    if (::fstat(descriptor.get(), &status) != 0) {
        return tl::unexpected(ioError(errno, "open", m_name));
    }
    m_descriptor = std::move(descriptor);
    m_encoding = guess.encoding;
    m_textBegin = guess.markBytes;
    m_size = static_cast<std::uint64_t>(status.st_size);
    m_isComplete = true;
    m_checkedSize = m_size;
    takeFingerprint(m_size);
    return {};
}

Result<void> LogFile::useSpool(FileDescriptor descriptor, Version version)
{
    auto spool = Spool::create(m_name, m_limits);
    if (!spool) {
        return tl::unexpected(std::move(spool.error()));
    }
    auto reading = spool->openForReading();
    if (!reading) {
        return tl::unexpected(std::move(reading.error()));
    }
    m_descriptor = std::move(*reading);
    m_spool = std::make_unique<Spool>(std::move(*spool));
    m_input = std::make_unique<DescriptorInput>(std::move(descriptor), m_name);
    m_inputVersion = version;
    m_inputBytes = static_cast<std::uint64_t>(version.size);
    return {};
}

Result<std::size_t> LogFile::read(std::uint64_t offset, std::span<char> into) const
{
    const auto end = size();
    if (offset >= end) {
        return std::size_t{0};
    }
    const auto count = std::min<std::uint64_t>(into.size(), end - offset);
    return readFully(m_descriptor.get(), offset, into.first(static_cast<std::size_t>(count)),
                     m_name);
}

FileCheck LogFile::check()
{
    const std::lock_guard lock(m_checkMutex);
    FileCheck result;
    Version version;
    result.path = pathState(&version);
    if (isSpooled()) {
        const auto now = size();
        const bool isOtherInput = m_hasPath && m_inputBytes > 0 && result.path == PathState::Same &&
                                  version != m_inputVersion;
        m_inputVersion = isOtherInput ? version : m_inputVersion;
        result.content = isOtherInput          ? ContentState::Rewritten
                         : now > m_checkedSize ? ContentState::Grown
                                               : ContentState::Same;
        result.size = m_checkedSize = now;
        return result;
    }
    struct stat status
    {
    };
    if (::fstat(m_descriptor.get(), &status) != 0) {
        result.size = m_checkedSize;
        return result;
    }
    const auto now = static_cast<std::uint64_t>(status.st_size);
    result.content = compareContent(now);
    result.size = m_checkedSize = now;
    m_size.store(now, std::memory_order_release);
    takeFingerprint(now);
    return result;
}

PathState LogFile::pathState(Version *found) const
{
    struct stat status
    {
    };
    if (!m_hasPath) {
        return PathState::Same;
    }
    if (::stat(m_name.c_str(), &status) != 0) {
        return PathState::Vanished;
    }
    *found = {status.st_size, modifiedNs(status)};
    return Identity{status.st_dev, status.st_ino} == m_identity ? PathState::Same
                                                                : PathState::Replaced;
}

ContentState LogFile::compareContent(std::uint64_t size) const
{
    const auto &print = m_fingerprint;
    const auto headBytes =
        static_cast<std::size_t>(std::min<std::uint64_t>(size, print.head.size()));
    if (!isAsBefore(0, std::string_view(print.head).substr(0, headBytes))) {
        return ContentState::Rewritten;
    }
    if (size < m_checkedSize) {
        return ContentState::Shrunk;
    }
    if (!isAsBefore(print.tailEnd - print.tail.size(), print.tail)) {
        return ContentState::Rewritten;
    }
    return size > m_checkedSize ? ContentState::Grown : ContentState::Same;
}

bool LogFile::isAsBefore(std::uint64_t offset, std::string_view bytes) const
{
    return readUpTo(offset, bytes.size()) == bytes;
}

void LogFile::takeFingerprint(std::uint64_t size)
{
    m_fingerprint.head =
        readUpTo(0, static_cast<std::size_t>(std::min<std::uint64_t>(size, kFingerprintHead)));
    const auto tailBytes = std::min<std::uint64_t>(size, kFingerprintTail);
    m_fingerprint.tail = readUpTo(size - tailBytes, static_cast<std::size_t>(tailBytes));
    m_fingerprint.tailEnd = size - tailBytes + m_fingerprint.tail.size();
}

std::string LogFile::readUpTo(std::uint64_t offset, std::size_t count) const
{
    std::string bytes(count, '\0');
    bytes.resize(readFully(m_descriptor.get(), offset, bytes, m_name).value_or(0));
    return bytes;
}

Result<void> LogFile::spool(const std::stop_token &stop, const ProgressFunction &progress)
{
    auto done = decompressIfNeeded(stop);
    if (done) {
        done = copyAll(stop, progress);
    }
    m_isComplete.store(true, std::memory_order_release);
    return done;
}

Result<void> LogFile::decompressIfNeeded(const std::stop_token &stop)
{
    auto &input = static_cast<DescriptorInput &>(*m_input);
    std::optional<bool> compressed;
    for (std::size_t least = 1; !compressed; ++least) {
        const auto head = input.peek(least, stop);
        if (!head) {
            return tl::unexpected(head.error());
        }
        compressed = head->size() < least ? false : isCompressed(*head);
    }
    if (!*compressed) {
        return {};
    }
    auto archive = ArchiveInput::open(std::move(m_input), m_name);
    if (!archive) {
        return tl::unexpected(std::move(archive.error()));
    }
    m_input = std::move(*archive);
    return {};
}

Result<void> LogFile::copyAll(const std::stop_token &stop, const ProgressFunction &progress)
{
    std::vector<char> block(kReadBlock);
    std::string converted;
    std::unique_ptr<Utf16Decoder> decoder;
    bool isFirst = true;
    while (true) {
        const auto count = m_input->read(block, stop);
        if (!count) {
            return tl::unexpected(count.error());
        }
        std::string_view bytes(block.data(), *count);
        if (isFirst) {
            isFirst = false;
            const auto guess = guessEncoding(bytes);
            bytes.remove_prefix(guess.markBytes);
            if (isUtf16(guess.encoding)) {
                decoder = std::make_unique<Utf16Decoder>(guess.encoding);
            } else {
                m_encoding.store(guess.encoding, std::memory_order_release);
            }
        }
        if (decoder) {
            converted.clear();
            decoder->decode(bytes, converted);
            if (*count == 0) {
                decoder->finish(converted);
            }
            bytes = converted;
        }
        if (auto appended = m_spool->append(bytes); !appended) {
            return appended;
        }
        m_size.store(m_spool->size(), std::memory_order_release);
        if (progress) {
            progress({m_input->consumed(), m_inputBytes});
        }
        if (*count == 0) {
            return {};
        }
    }
}

} // namespace foretop::logs
