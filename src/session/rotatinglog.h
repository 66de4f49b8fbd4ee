// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/rotationwatch.h"
#include "session/logdocument.h"

#include <compare>
#include <functional>
#include <set>

namespace foretop::session {

/// Which file it is, whatever its name.
struct FileId
{
    quint64 device = 0;
    quint64 inode = 0;
    auto operator<=>(const FileId &) const = default;
};

/// What is under one path, followed as `tail -F` does: through rotation by rename, when the old
/// file is read until nothing more comes and the new one has something. One worker thread.
class RotatingLog
{
public:
    /// Files of one path held open; the oldest go.
    static constexpr std::size_t kMostParts = 16;

    /// Tells of what happened to the file.
    using TroubleFunction = std::function<void(FileTrouble::Kind kind, const Error *error)>;
    /// Brings a part up to its present end.
    using LoadFunction = std::function<void(logs::OpenLog &log)>;

    explicit RotatingLog(std::string path);

    const std::string &path() const { return m_path; }
    /// Opens what is there. @p opened are the files that others of the document have open.
    Result<void> open(const logs::OpenOptions &options, std::set<FileId> &opened);

    /// Looks for what is new and loads it; whether there was any.
    bool follow(std::set<FileId> &opened, const LoadFunction &load, const TroubleFunction &tell);

    /// The newest is the last; none before open().
    std::vector<std::shared_ptr<logs::OpenLog>> parts() const;
    /// The records of all parts, one part behind the other.
    logs::LogSnapshotPtr snapshot() const;

private:
    struct Part
    {
        std::shared_ptr<logs::OpenLog> log;
        std::optional<FileId> id;
    };

    bool followContent(logs::OpenLog &log, const logs::FileCheck &check, const LoadFunction &load,
                       const TroubleFunction &tell) const;
    bool followPath(const logs::FileCheck &check, std::set<FileId> &opened,
                    const LoadFunction &load, const TroubleFunction &tell);
    void append(Part next, std::set<FileId> &opened);

    const std::string m_path;
    std::vector<Part> m_parts;
    logs::RecordNumber m_first; // of the oldest part
    logs::RotationWatch m_watch;
    bool m_isUnreadable = false;
};

/// Nothing when there is no file.
std::optional<FileId> fileIdOf(const std::string &path);

} // namespace foretop::session
