// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/spool.h"

#include "base/text.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <sstream>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace foretop::feeds {
namespace {

bool writeWhole(int file, std::string_view bytes, std::size_t offset)
{
    while (!bytes.empty()) {
        const auto written = ::pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written <= 0) {
            return false;
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
        offset += static_cast<std::size_t>(written);
    }
    return true;
}

} // namespace

/// One file as found.
struct Spool::Segment
{
    bool exists = false;
    std::optional<SpoolHeader> header;
    SpoolRecords records;

    bool damaged() const { return exists && (!header || records.damaged); }
};

Spool::Spool(std::string path, std::size_t segmentBytes)
    : m_path(std::move(path))
    , m_segmentBytes(segmentBytes)
{
}

Spool::~Spool()
{
    if (m_file >= 0) {
        if (m_header.state == SpoolState::Open && ::fdatasync(m_file) == 0) {
            static_cast<void>(writeHeader(m_file, SpoolState::Closed));
            ::fdatasync(m_file);
        }
        ::close(m_file);
    }
    if (m_lockFile >= 0) {
        ::close(m_lockFile);
    }
}

Result<SpoolContents> Spool::open(const std::string &freshEpoch, const std::string &bootId)
{
    if (const auto locked = lock(); !locked) {
        return tl::unexpected(locked.error());
    }
    Segment older = read(m_path + ".1");
    Segment current = read(m_path);
    // A crash between the two renames of rotate() leaves the older segment alone.
    const auto &last = current.exists ? current : older;
    const bool goesOn = !last.damaged() && last.header &&
                        (last.header->state == SpoolState::Closed ||
                         (last.header->state == SpoolState::Open && last.header->bootId == bootId));
    SpoolContents contents;
    contents.epoch = goesOn ? last.header->epoch : freshEpoch;
    m_header = {.epoch = contents.epoch, .bootId = bootId, .state = SpoolState::Open};

    contents.items = std::move(older.records.items);
    const auto currentItems = std::exchange(current.records.items, {});
    if (older.damaged()) {
        setAside(m_path + ".1", contents, "older segment");
    }
    const bool rewrite = current.damaged();
    if (rewrite) {
        setAside(m_path, contents, "segment");
        current = {};
    }
    if (const auto opened = openCurrent(current); !opened) {
        return tl::unexpected(opened.error());
    }
    if (rewrite) {
        if (const auto written = append(currentItems); !written && !contents.damage) {
            contents.damage = written.error();
        }
    }
    contents.items.insert(contents.items.end(), currentItems.begin(), currentItems.end());
    return contents;
}

Result<void> Spool::append(std::span<const PublishedItem> items)
{
    if (m_file < 0 || items.empty()) {
        return {};
    }
    if (m_size >= m_segmentBytes) {
        if (auto rotated = rotate(); !rotated) {
            static_cast<void>(writeHeader(m_file, SpoolState::Incomplete));
            return rotated;
        }
    }
    std::string bytes;
    for (const auto &item : items) {
        appendSpoolRecord(bytes, item);
    }
    if (!writeWhole(m_file, bytes, m_size)) {
        const auto error = failed("write to", m_path);
        // Whatever part came through must not stand before the next record.
        static_cast<void>(::ftruncate(m_file, static_cast<off_t>(m_size)));
        static_cast<void>(writeHeader(m_file, SpoolState::Incomplete));
        return error;
    }
    m_size += bytes.size();
    // The hole before these items shows in their numbers, so the spool can be trusted again.
    return m_header.state == SpoolState::Open ? Result<void>()
                                              : writeHeader(m_file, SpoolState::Open);
}

Result<void> Spool::lock()
{
    const std::string path = m_path + ".lock";
    m_lockFile = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_lockFile < 0) {
        return failed("open", path);
    }
    if (::flock(m_lockFile, LOCK_EX | LOCK_NB) != 0) {
        return fail(ErrorCode::Unavailable, "is in use by another process", m_path);
    }
    return {};
}

Spool::Segment Spool::read(const std::string &path) const
{
    Segment segment;
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return segment;
    }
    std::ostringstream content;
    content << file.rdbuf();
    const std::string bytes = std::move(content).str();
    segment.exists = !bytes.empty();
    segment.header = decodeSpoolHeader(bytes);
    if (segment.header) {
        segment.records = decodeSpoolRecords(std::string_view(bytes).substr(kSpoolHeaderBytes));
    }
    return segment;
}

Result<void> Spool::openCurrent(const Segment &current)
{
    m_file = ::open(m_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_file < 0) {
        return failed("open", m_path);
    }
    m_size = kSpoolHeaderBytes + current.records.goodBytes;
    if (auto written = writeHeader(m_file, SpoolState::Open); !written) {
        return written;
    }
    if (::ftruncate(m_file, static_cast<off_t>(m_size)) != 0) {
        return failed("cut", m_path);
    }
    return {};
}

Result<void> Spool::rotate()
{
    const std::string path = m_path + ".new";
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) {
        return failed("open", path);
    }
    auto ready = writeHeader(file, m_header.state);
    if (ready && (std::rename(m_path.c_str(), (m_path + ".1").c_str()) != 0 ||
                  std::rename(path.c_str(), m_path.c_str()) != 0)) {
        ready = failed("rotate", m_path);
    }
    if (!ready) {
        ::close(file);
        return ready;
    }
    ::close(std::exchange(m_file, file));
    m_size = kSpoolHeaderBytes;
    return {};
}

Result<void> Spool::writeHeader(int file, SpoolState state)
{
    m_header.state = state;
    const auto bytes = encodeSpoolHeader(m_header);
    if (!writeWhole(file, {bytes.data(), bytes.size()}, 0)) {
        return failed("write to", m_path);
    }
    return {};
}

void Spool::setAside(const std::string &path, SpoolContents &contents, std::string_view what)
{
    const std::string aside = path + ".damaged";
    std::rename(path.c_str(), aside.c_str());
    contents.damage = Error{.code = ErrorCode::Malformed,
                            .message = fmt::format("{} is damaged; set aside as {}", what, aside),
                            .source = path};
}

tl::unexpected<Error> Spool::failed(std::string_view action, const std::string &path) const
{
    return fail(ErrorCode::Io, fmt::format("cannot {}: {}", action, std::strerror(errno)), path);
}

std::string machineBootId()
{
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return std::string(trimmed(id));
}

} // namespace foretop::feeds
