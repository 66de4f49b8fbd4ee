// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errors/errorstore.h"
#include "feeds/feeditems.h"
#include "health/healthstore.h"
#include "jobs/jobstore.h"
#include "logs/livestore.h"
#include "metrics/seriesstore.h"
#include "session/changeset.h"
#include "session/session.h"

namespace foretop::session {

/// What a session's sources fill. Written by the worker, read from any thread.
class Stores
{
public:
    explicit Stores(const Session::Limits &limits);

    /// Puts @p items of @p source where they belong; returns what changed.
    Change append(const std::string &source, const feeds::Items &items);
    /// Puts a record where @p count records (0: nobody knows how many) of @p source are missing.
    void appendLogGap(const std::string &source, std::uint64_t count, const std::string &reason);

    health::HealthStore health;
    metrics::SeriesStore metrics;
    logs::LiveStore logs;
    jobs::JobStore jobs;
    errors::ErrorStore errors;
};

} // namespace foretop::session
