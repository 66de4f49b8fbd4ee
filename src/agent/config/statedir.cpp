// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/config/statedir.h"

#include <cstdlib>
#include <filesystem>

#include <fmt/format.h>
#include <unistd.h>

namespace foretop::agent {
namespace {

namespace fs = std::filesystem;

std::string environmentPath(const char *name)
{
    const char *value = std::getenv(name);
    return value != nullptr && *value == '/' ? value : std::string();
}

} // namespace

std::string automaticStateDir(std::uint16_t port)
{
    if (port == 0) {
        return {};
    }
    if (const std::string given = environmentPath("STATE_DIRECTORY"); !given.empty()) {
        return given.substr(0, given.find(':')); // systemd joins several with colons
    }
    std::string root = "/var/lib";
    if (geteuid() != 0) {
        root = environmentPath("XDG_STATE_HOME");
        const std::string home = environmentPath("HOME");
        if (root.empty() && home.empty()) {
            return {};
        }
        root = root.empty() ? home + "/.local/state" : root;
    }
    return fmt::format("{}/foretopd/{}", root, port);
}

Result<void> StateDir::open(const std::string &path)
{
    std::error_code failure;
    const bool made = fs::create_directories(path, failure);
    if (!failure && made) {
        fs::permissions(path, fs::perms::owner_all, failure);
    }
    if (failure) {
        return fail(ErrorCode::Io,
                    fmt::format("cannot make the state directory: {}", failure.message()), path);
    }
    auto lock = std::make_unique<QLockFile>(QString::fromStdString(path + "/lock"));
    // A lock is given up only with its process; how long it has been held says nothing.
    lock->setStaleLockTime(0);
    // QLockFile tells a dead holder by its pid, which in a container is the same every time. The
    // file is removed only when no process holds its flock(), which ends with the process.
    if (!lock->tryLock() && !(lock->removeStaleLockFile() && lock->tryLock())) {
        if (lock->error() != QLockFile::LockFailedError) {
            return fail(ErrorCode::Denied, "cannot write to the state directory", path);
        }
        qint64 pid = 0;
        QString host;
        QString program;
        lock->getLockInfo(&pid, &host, &program);
        return fail(ErrorCode::Unavailable,
                    fmt::format("another agent ({}, pid {}) keeps its state here; give this one "
                                "its own state_dir",
                                program.toStdString(), pid),
                    path);
    }
    m_path = path;
    m_lock = std::move(lock);
    return {};
}

std::string StateDir::file(std::string_view name) const
{
    return m_path.empty() ? std::string() : fmt::format("{}/{}", m_path, name);
}

} // namespace foretop::agent
