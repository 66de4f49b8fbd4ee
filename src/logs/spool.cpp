// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/spool.h"

#include "logs/ioerror.h"

#include <cerrno>
#include <cstdlib>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/statvfs.h>

namespace foretop::logs {
namespace {

constexpr std::uint64_t kRoomCheckStep = 64U << 20; // statvfs is asked once in so many bytes

std::string spoolDirectory()
{
    const char *chosen = std::getenv("TMPDIR"); // NOLINT(concurrency-mt-unsafe): only read
    return chosen != nullptr && *chosen != '\0' ? chosen : "/var/tmp";
}

FileDescriptor openUnnamed(const std::string &directory)
{
    FileDescriptor unnamed(::open(directory.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600));
    if (unnamed.isOpen() || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)) {
        return unnamed;
    }
    auto path = directory + "/foretop-XXXXXX";
    FileDescriptor named(::mkostemp(path.data(), O_CLOEXEC));
    if (named.isOpen()) {
        ::unlink(path.c_str());
    }
    return named;
}

} // namespace

Spool::Spool(FileDescriptor descriptor, std::string name, SpoolLimits limits)
    : m_descriptor(std::move(descriptor))
    , m_name(std::move(name))
    , m_limits(limits)
{
}

Result<Spool> Spool::create(std::string name, SpoolLimits limits)
{
    const auto directory = spoolDirectory();
    auto descriptor = openUnnamed(directory);
    if (!descriptor.isOpen()) {
        return tl::unexpected(
            ioError(errno, fmt::format("create a temporary copy in {}", directory), name));
    }
    return Spool(std::move(descriptor), std::move(name), limits);
}

Result<void> Spool::append(std::string_view bytes)
{
    if (auto room = checkRoom(bytes.size()); !room) {
        return room;
    }
    auto at = m_size;
    while (!bytes.empty()) {
        const auto count =
            ::pwrite(m_descriptor.get(), bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return tl::unexpected(
                ioError(count < 0 ? errno : ENOSPC, "write the temporary copy", m_name));
        }
        at += static_cast<std::uint64_t>(count);
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    m_size = at;
    return {};
}

Result<FileDescriptor> Spool::openForReading() const
{
    FileDescriptor copy(::fcntl(m_descriptor.get(), F_DUPFD_CLOEXEC, 0));
    if (!copy.isOpen()) {
        return tl::unexpected(ioError(errno, "read the temporary copy", m_name));
    }
    return copy;
}

Result<void> Spool::checkRoom(std::uint64_t bytes)
{
    if (m_size + bytes > m_limits.mostBytes) {
        return fail(
            ErrorCode::TooLarge,
            fmt::format("the temporary copy would be larger than {} bytes", m_limits.mostBytes),
            m_name);
    }
    if (m_size + bytes <= m_checkedUpTo) {
        return {};
    }
    struct statvfs space
    {
    };
    if (::fstatvfs(m_descriptor.get(), &space) != 0) {
        return tl::unexpected(ioError(errno, "ask for free space", m_name));
    }
    const auto free = static_cast<std::uint64_t>(space.f_bavail) * space.f_frsize;
    if (free < m_limits.leastFreeBytes + bytes + kRoomCheckStep) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("no room for a temporary copy in {}: {} bytes are free and {} "
                                "must stay so",
                                spoolDirectory(), free, m_limits.leastFreeBytes),
                    m_name);
    }
    m_checkedUpTo = m_size + bytes + kRoomCheckStep;
    return {};
}

} // namespace foretop::logs
