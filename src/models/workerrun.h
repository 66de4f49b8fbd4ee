// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/handover.h"

#include <QThreadPool>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace foretop::models {

/// One computation on its way through a worker. Shared by the worker and the GUI thread, either of
/// which may be done with it first; the GUI thread polls, so that the worker need not know who
/// waits.
template <typename Answer>
class WorkerRun
{
public:
    /// When the stop is requested what it returns is of no use.
    using Task = std::function<Answer(const std::stop_token &stop)>;

    /// Hands @p task to the shared thread pool.
    static std::shared_ptr<WorkerRun> start(Task task)
    {
        auto run = std::shared_ptr<WorkerRun>(new WorkerRun(std::move(task)));
        std::function<void()> work = [run] {
            takeOver();
            run->run();
        };
        handOver();
        QThreadPool::globalInstance()->start(std::move(work));
        return run;
    }

    void cancel() { m_stop.request_stop(); }
    /// The answer, once it is there.
    std::optional<Answer> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_answer, {});
    }

private:
    explicit WorkerRun(Task task)
        : m_task(std::move(task))
    {
    }
    void run()
    {
        // What the task holds ends with it, here.
        const Task task = std::exchange(m_task, {});
        if (m_stop.stop_requested()) {
            return;
        }
        Answer answer = task(m_stop.get_token());
        const std::lock_guard lock(m_mutex);
        m_answer = std::move(answer);
    }

    Task m_task; // of the worker, once started
    std::stop_source m_stop;
    std::mutex m_mutex; // protects m_answer
    std::optional<Answer> m_answer;
};

} // namespace foretop::models
