// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/rotationwatch.h"

#include <utility>

namespace foretop::logs {

bool RotationWatch::hasVanished(const FileCheck &check)
{
    const bool isVanished = check.path == PathState::Vanished;
    return !std::exchange(m_isVanished, isVanished) && isVanished;
}

bool RotationWatch::isOver(const FileCheck &check)
{
    return check.path == PathState::Replaced && check.content == ContentState::Same;
}

Result<std::shared_ptr<OpenLog>> RotationWatch::successorOf(const OpenLog &log)
{
    auto next = log.reopen();
    if (next && (*next)->file()->isComplete() && (*next)->file()->size() == 0) {
        next->reset();
    }
    return next;
}

} // namespace foretop::logs
