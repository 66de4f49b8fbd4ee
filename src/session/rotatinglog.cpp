// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/rotatinglog.h"

#include "logs/logchain.h"

#include <utility>

#include <sys/stat.h>

namespace foretop::session {

std::optional<FileId> fileIdOf(const std::string &path)
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0) {
        return {};
    }
    return FileId{.device = status.st_dev, .inode = status.st_ino};
}

RotatingLog::RotatingLog(std::string path)
    : m_path(std::move(path))
{
}

Result<void> RotatingLog::open(const logs::OpenOptions &options, std::set<FileId> &opened)
{
    const auto id = fileIdOf(m_path);
    auto log = logs::OpenLog::open(m_path, options);
    if (!log) {
        return tl::unexpected(std::move(log.error()));
    }
    append({.log = std::move(*log), .id = id}, opened);
    return {};
}

bool RotatingLog::follow(std::set<FileId> &opened, const LoadFunction &load,
                         const TroubleFunction &tell)
{
    bool hasNews = false;
    const auto logs = parts();
    for (const auto &log : logs) {
        const logs::FileCheck check = log->follow();
        hasNews = followContent(*log, check, load, tell) || hasNews;
        if (log == logs.back()) {
            hasNews = followPath(check, opened, load, tell) || hasNews;
        }
    }
    return hasNews;
}

bool RotatingLog::followContent(logs::OpenLog &log, const logs::FileCheck &check,
                                const LoadFunction &load, const TroubleFunction &tell) const
{
    switch (check.content) {
    case logs::ContentState::Same:
        return false;
    case logs::ContentState::Shrunk:
        tell(FileTrouble::Kind::Shrunk, nullptr);
        break;
    case logs::ContentState::Rewritten:
        tell(FileTrouble::Kind::Rewritten, nullptr);
        break;
    case logs::ContentState::Grown:
        break;
    }
    load(log);
    return true;
}

bool RotatingLog::followPath(const logs::FileCheck &check, std::set<FileId> &opened,
                             const LoadFunction &load, const TroubleFunction &tell)
{
    if (m_watch.hasVanished(check)) {
        tell(FileTrouble::Kind::Vanished, nullptr);
    }
    if (!logs::RotationWatch::isOver(check)) {
        return false;
    }
    const auto id = fileIdOf(m_path);
    if (!id || opened.count(*id) > 0) {
        return false; // the old file of another path of the document, which has it open
    }
    auto next = logs::RotationWatch::successorOf(*m_parts.back().log);
    if (!next) {
        if (!std::exchange(m_isUnreadable, true)) {
            tell(FileTrouble::Kind::Unreadable, &next.error());
        }
        return false;
    }
    if (!*next) {
        return false;
    }
    m_isUnreadable = false;
    append({.log = *next, .id = id}, opened);
    tell(FileTrouble::Kind::Replaced, nullptr);
    load(**next);
    return true;
}

void RotatingLog::append(Part next, std::set<FileId> &opened)
{
    if (next.id) {
        opened.insert(*next.id);
    }
    m_parts.push_back(std::move(next));
    if (m_parts.size() > kMostParts) {
        const logs::LogSnapshotPtr oldest = m_parts.front().log->snapshot();
        m_first = m_first + (oldest->end() - oldest->first());
        if (m_parts.front().id) {
            opened.erase(*m_parts.front().id); // the next file may get the same inode
        }
        m_parts.erase(m_parts.begin());
    }
}

std::vector<std::shared_ptr<logs::OpenLog>> RotatingLog::parts() const
{
    std::vector<std::shared_ptr<logs::OpenLog>> logs;
    for (const Part &part : m_parts) {
        logs.push_back(part.log);
    }
    return logs;
}

logs::LogSnapshotPtr RotatingLog::snapshot() const
{
    if (m_parts.size() == 1 && m_first == logs::RecordNumber()) {
        return m_parts.front().log->snapshot();
    }
    std::vector<logs::LogSnapshotPtr> logs;
    for (const Part &part : m_parts) {
        logs.push_back(part.log->snapshot());
    }
    return std::make_shared<logs::LogChain>(std::move(logs), m_first);
}

} // namespace foretop::session
