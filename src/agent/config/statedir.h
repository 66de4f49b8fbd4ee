// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QLockFile>

#include <memory>
#include <string>

namespace foretop::agent {

/// Where the agent on @p port keeps its state when nobody says: $STATE_DIRECTORY (systemd), else
/// /var/lib/foretopd/<port> for root, $XDG_STATE_HOME/foretopd/<port> or
/// ~/.local/state/foretopd/<port>. Empty for port 0: a port that changes names no place.
std::string automaticStateDir(std::uint16_t port);

/// The directory that an agent keeps its state in, held by a lock against a second agent. One
/// that was not opened stands for keeping nothing: its paths are empty.
class StateDir
{
public:
    /// Makes @p path (mode 0700) and locks it; the error says who holds it.
    Result<void> open(const std::string &path);

    bool isOpen() const { return m_lock != nullptr; }
    /// The path of @p name in the directory; empty when nothing is kept.
    std::string file(std::string_view name) const;

private:
    std::string m_path;
    std::unique_ptr<QLockFile> m_lock;
};

} // namespace foretop::agent
