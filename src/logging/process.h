// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logging/backend.h"
#include "logging/listeners.h"
#include "logging/qtmessages.h"

#include <atomic>
#include <memory>
#include <shared_mutex>

namespace foretop::logging {

/// What a process has once, since records come from anywhere, Qt's messages too.
struct ProcessLog
{
    std::atomic<logs::Level> level{Options{}.level};
    std::atomic<std::uint64_t> droppedBefore{0}; ///< by backends that are stopped
    Listeners listeners;

    std::shared_mutex mutex; // protects the members below; writers share it
    std::unique_ptr<Backend> backend;
    std::unique_ptr<QtMessages> qtMessages;
};

/// Never destroyed, so that a record may be written as late as a static destructor.
ProcessLog &processLog();

} // namespace foretop::logging
