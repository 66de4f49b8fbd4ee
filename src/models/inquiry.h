// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workerrun.h"
#include "session/session.h"

#include <QTimer>

namespace foretop::models {

/// What is computed on a worker for one place of the screen: only the newest question counts, and
/// those before are told to stop. Of the GUI thread; no QObject, so that moc need not read it.
template <typename Answer>
class Inquiry
{
public:
    using Task = typename WorkerRun<Answer>::Task;

    /// @p take is called in the GUI thread, at most once a frame; never after cancel() or the end
    /// of this.
    explicit Inquiry(std::function<void(Answer)> take)
        : m_take(std::move(take))
    {
        m_frame.setTimerType(Qt::PreciseTimer);
        m_frame.setInterval(session::kFrameMs);
        QObject::connect(&m_frame, &QTimer::timeout, &m_frame, [this] { poll(); });
    }
    ~Inquiry() { cancel(); }
    Inquiry(const Inquiry &) = delete;
    Inquiry &operator=(const Inquiry &) = delete;

    /// @p task must own all that it uses.
    void ask(Task task)
    {
        cancel();
        m_run = WorkerRun<Answer>::start(std::move(task));
        m_frame.start();
    }

    void cancel()
    {
        if (m_run) {
            m_run->cancel();
            m_run.reset();
        }
        m_frame.stop();
    }

    bool isPending() const { return m_run != nullptr; }

private:
    void poll()
    {
        if (auto answer = m_run->take()) {
            cancel();
            m_take(std::move(*answer));
        }
    }

    const std::function<void(Answer)> m_take;
    std::shared_ptr<WorkerRun<Answer>> m_run;
    QTimer m_frame;
};

} // namespace foretop::models
