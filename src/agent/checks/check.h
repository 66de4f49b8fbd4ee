// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/report.h"

#include <QObject>

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace foretop::agent {

/// What one probe found.
struct ProbeResult
{
    health::Status status = health::Status::Unknown;
    std::string message;
    std::vector<std::pair<std::string, std::string>> observed = {};
};

/// One kind of probe of one thing. Lives in the agent's thread and never blocks it. The runner
/// bounds the time of a probe and never starts one while another is under way.
class Check : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(ProbeResult)>;

    using QObject::QObject;

    /// Starts a probe; @p done is called once in this thread, later or at once, unless cancel()
    /// comes first.
    virtual void probe(Done done) = 0;
    /// Gives the probe under way up, as far as that is possible: a check that is stuck in the
    /// kernel stays busy().
    virtual void cancel() = 0;
    /// Whether a probe still runs, though it may have been cancelled.
    virtual bool busy() const = 0;
};

} // namespace foretop::agent
