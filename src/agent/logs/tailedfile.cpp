// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/logs/tailedfile.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace foretop::agent {

Result<std::unique_ptr<TailedFile>> TailedFile::open(const std::string &path)
{
    // Without O_NONBLOCK a FIFO would wait for its writer.
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat info = {};
    if (descriptor < 0 || fstat(descriptor, &info) != 0) {
        const int why = errno;
        if (descriptor >= 0) {
            close(descriptor);
        }
        return fail(why == ENOENT   ? ErrorCode::NotFound
                    : why == EACCES ? ErrorCode::Denied
                                    : ErrorCode::Io,
                    std::strerror(why), path);
    }
    if (!S_ISREG(info.st_mode)) {
        close(descriptor);
        return fail(ErrorCode::WrongType, "is no regular file", path);
    }
    std::unique_ptr<TailedFile> file(new TailedFile(descriptor, path, info));
    const auto size = static_cast<std::uint64_t>(info.st_size);
    char last = '\n';
    if (size > 0 && pread(descriptor, &last, 1, info.st_size - 1) != 1) {
        last = '\n';
    }
    file->startAt(size, 0, last != '\n');
    return file;
}

TailedFile::TailedFile(int descriptor, std::string path, const struct stat &info)
    : m_descriptor(descriptor)
    , m_path(std::move(path))
    , m_id{.device = info.st_dev, .inode = info.st_ino}
{
}

TailedFile::~TailedFile()
{
    close(m_descriptor);
}

std::uint64_t TailedFile::size() const
{
    struct stat info = {};
    return fstat(m_descriptor, &info) == 0 ? static_cast<std::uint64_t>(info.st_size) : 0;
}

std::int64_t TailedFile::modifiedAt() const
{
    struct stat info = {};
    return fstat(m_descriptor, &info) == 0
               ? std::int64_t(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec
               : 0;
}

std::string TailedFile::firstBytes(std::size_t most) const
{
    std::string bytes(most, '\0');
    const ssize_t got = pread(m_descriptor, bytes.data(), bytes.size(), 0);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

bool TailedFile::continues(const FilePosition &position) const
{
    return size() >= position.offset &&
           fingerprintOf(firstBytes(position.fingerprint.length)) == position.fingerprint;
}

void TailedFile::startAt(std::uint64_t offset, std::uint64_t generation, bool midLine)
{
    m_generation = generation;
    m_splitter = LineSplitter(offset, midLine);
    m_head =
        firstBytes(static_cast<std::size_t>(std::min<std::uint64_t>(offset, kMaxFingerprintBytes)));
}

bool TailedFile::wasTruncated() const
{
    return size() < m_splitter.offset() || firstBytes(m_head.size()) != m_head;
}

void TailedFile::restart()
{
    startAt(0, m_generation + 1, false);
}

std::size_t TailedFile::read(std::size_t budget, SteadyTime now, const Take &take)
{
    constexpr std::size_t kChunkBytes = 64U << 10;
    std::string chunk(std::min(budget, kChunkBytes), '\0');
    std::size_t total = 0;
    while (total < budget) {
        const std::uint64_t offset = m_splitter.offset();
        const ssize_t got =
            pread(m_descriptor, chunk.data(), std::min(chunk.size(), budget - total),
                  static_cast<off_t>(offset));
        m_failed = got < 0;
        if (got <= 0) {
            break;
        }
        const std::string_view bytes(chunk.data(), static_cast<std::size_t>(got));
        if (offset == m_head.size() && m_head.size() < kMaxFingerprintBytes) {
            m_head += bytes.substr(0, kMaxFingerprintBytes - m_head.size());
        }
        m_splitter.feed(bytes, [&](const Line &line) { take(line, *this); });
        total += bytes.size();
        m_busyAt = now;
    }
    return total;
}

bool TailedFile::isBeginningOf(const TailedFile &other) const
{
    return other.firstBytes(kMaxFingerprintBytes).starts_with(firstBytes(kMaxFingerprintBytes));
}

void TailedFile::retire(SteadyTime now)
{
    m_retired = true;
    m_busyAt = now;
}

void TailedFile::flush(const Take &take)
{
    m_splitter.flush([&](const Line &line) { take(line, *this); });
}

FilePosition TailedFile::position() const
{
    return positionAt(m_splitter.handedOn(), m_splitter.midLine());
}

FilePosition TailedFile::positionAfter(const Line &line) const
{
    return positionAt(line.end, line.unfinished);
}

FilePosition TailedFile::positionAt(std::uint64_t offset, bool midLine) const
{
    return {.path = m_path,
            .id = m_id,
            .generation = m_generation,
            .offset = offset,
            .midLine = midLine,
            .fingerprint = fingerprintUpTo(offset)};
}

Fingerprint TailedFile::fingerprintUpTo(std::uint64_t offset) const
{
    if (offset < kMaxFingerprintBytes || m_head.size() < kMaxFingerprintBytes) {
        return fingerprintOf(std::string_view(m_head).substr(0, static_cast<std::size_t>(offset)));
    }
    if (!m_fullFingerprint) {
        m_fullFingerprint = fingerprintOf(m_head);
    }
    return *m_fullFingerprint;
}

} // namespace foretop::agent
