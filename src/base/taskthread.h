// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace foretop {

/// Runs tasks one after another, in the order posted, on a thread of its own that starts with the
/// first. One thread owns it. A task must own all that it uses, as a file system that does not
/// answer may keep it longer than the TaskThread lives.
class TaskThread
{
public:
    /// How long the destructor waits for the task under way, which is to be told to stop before.
    static constexpr std::chrono::milliseconds kPatience{100};

    TaskThread();
    /// Drops the tasks not begun. One that outlasts kPatience ends by itself.
    ~TaskThread();
    TaskThread(const TaskThread &) = delete;
    TaskThread &operator=(const TaskThread &) = delete;

    void post(std::function<void()> task);

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace foretop
