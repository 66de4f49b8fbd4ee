// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/checks/backgroundcall.h"
#include "agent/checks/check.h"

namespace foretop::agent {

/// A check whose probe is one call that may block.
class BlockingCheck : public Check
{
    Q_OBJECT

public:
    /// @p work runs on a thread of its own, which may outlive this check.
    explicit BlockingCheck(std::function<ProbeResult()> work, QObject *parent = nullptr)
        : Check(parent)
        , m_work(std::move(work))
    {
    }

    void probe(Done done) override
    {
        if (!m_call.start(m_work, done)) {
            done({.status = health::Status::Unknown, .message = "no thread to probe with"});
        }
    }
    void cancel() override { m_call.forget(); }
    bool busy() const override { return m_call.running(); }

private:
    std::function<ProbeResult()> m_work;
    BackgroundCall<ProbeResult> m_call;
};

} // namespace foretop::agent
