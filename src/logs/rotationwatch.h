// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/openlog.h"

#include <memory>

namespace foretop::logs {

/// The rule by which what is under a path is followed through rotation by rename, as `tail -F`
/// does: whoever renames a log may go on writing to it until it is told to open the new one, so the
/// old file is read until nothing more comes and the new one has something. One thread.
class RotationWatch
{
public:
    /// Whether @p check is the first to tell that nothing is under the path any more.
    bool hasVanished(const FileCheck &check);
    /// Whether another file is there, and nothing more came to this one.
    static bool isOver(const FileCheck &check);
    /// The log that took the place of @p log, to be loaded; null while there is nothing in it.
    static Result<std::shared_ptr<OpenLog>> successorOf(const OpenLog &log);

private:
    bool m_isVanished = false;
};

} // namespace foretop::logs
