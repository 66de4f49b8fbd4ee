// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/taskthread.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>

namespace foretop {

struct TaskThread::Shared
{
    void run();

    std::mutex mutex; // protects all but thread
    std::condition_variable changed;
    std::deque<std::function<void()>> tasks;
    bool isEnding = false;
    bool hasEnded = false;
    std::thread thread; // of the owner alone
};

void TaskThread::Shared::run()
{
    std::unique_lock lock(mutex);
    while (true) {
        changed.wait(lock, [this] { return isEnding || !tasks.empty(); });
        if (isEnding) {
            break;
        }
        std::function<void()> task = std::move(tasks.front());
        tasks.pop_front();
        lock.unlock();
        task();
        task = {}; // what it owns goes without the lock
        lock.lock();
    }
    hasEnded = true;
    changed.notify_all();
}

TaskThread::TaskThread()
    : m_shared(std::make_shared<Shared>())
{
}

TaskThread::~TaskThread()
{
    Shared &shared = *m_shared;
    std::deque<std::function<void()>> dropped;
    bool hasEnded = false;
    {
        std::unique_lock lock(shared.mutex);
        shared.isEnding = true;
        dropped.swap(shared.tasks);
        shared.changed.notify_all();
        if (shared.thread.joinable()) {
            hasEnded = shared.changed.wait_for(lock, kPatience, [&] { return shared.hasEnded; });
        }
    }
    if (hasEnded) {
        shared.thread.join();
    } else if (shared.thread.joinable()) {
        shared.thread.detach();
    }
}

void TaskThread::post(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->tasks.push_back(std::move(task));
        m_shared->changed.notify_all();
    }
    if (!m_shared->thread.joinable()) {
        m_shared->thread = std::thread([shared = m_shared] { shared->run(); });
    }
}

} // namespace foretop
