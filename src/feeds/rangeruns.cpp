// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/rangeruns.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

namespace foretop::feeds {

RangeRuns::RangeRuns(std::string source, std::size_t cacheBytes, Milliseconds settleTime, Done done)
    : m_source(std::move(source))
    , m_settleTime(settleTime)
    , m_done(std::move(done))
    , m_cache(cacheBytes)
{
}

void RangeRuns::start(std::uint64_t asker, RangeRequest request, CallQueue &queue, WallTime now)
{
    Run run;
    run.request = std::move(request);
    run.askedAt = now;
    const auto requests = plan(run);
    if (!requests) {
        m_done(asker, tl::unexpected(requests.error()));
        return;
    }
    run.missing = requests->size();
    const Milliseconds step = run.request.step;
    const std::string expression = run.request.expression;
    m_runs.emplace(asker, std::move(run));
    for (const Moments &asked : *requests) {
        const RangeRequest part{.expression = expression,
                                .from = timeOf(asked.first, step),
                                .to = timeOf(asked.last, step),
                                .step = step};
        queue.add(callFor(part), asker, [this, asker, asked, &queue](const CallOutcome &outcome) {
            take(asker, asked, queue, outcome);
        });
    }
    if (requests->empty()) {
        finish(asker);
    }
}

void RangeRuns::cancel(std::uint64_t asker)
{
    m_runs.erase(asker);
}

Result<std::vector<Moments>> RangeRuns::plan(Run &run)
{
    const auto &[expression, from, to, step] = run.request;
    if (step <= Milliseconds(0) || to < from) {
        return fail(ErrorCode::OutOfRange, "a range must have a step and not end before it begins",
                    m_source);
    }
    run.wanted = momentsIn(from, to, step);
    if (run.wanted.count() > kMaxMoments) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("the range has more than {} steps", kMaxMoments), m_source);
    }
    if (!isSplittable(expression)) {
        if (run.wanted.count() > kMaxRequestMoments) {
            return fail(ErrorCode::TooLarge,
                        fmt::format("an expression with \"@\" may have {} steps at most",
                                    kMaxRequestMoments),
                        m_source);
        }
        return std::vector{run.wanted};
    }
    run.isCacheable = isLasting(expression);
    const std::int64_t settled =
        run.isCacheable ? momentsIn(run.askedAt - m_settleTime, run.askedAt, step).first
                        : std::numeric_limits<std::int64_t>::min();
    return missingMoments(run.wanted, settled, [&](std::int64_t part) {
        auto cached = m_cache.find(RangeCache::keyOf(expression, step, part));
        if (cached) {
            run.pieces.emplace(momentsOfPart(part).first, cached);
        }
        return cached != nullptr;
    });
}

void RangeRuns::take(std::uint64_t asker, const Moments &asked, CallQueue &queue,
                     const CallOutcome &outcome)
{
    const auto found = m_runs.find(asker);
    if (found == m_runs.end()) {
        return;
    }
    if (const auto added = add(found->second, asked, outcome); !added) {
        m_runs.erase(found);
        queue.cancel(asker);
        m_done(asker, tl::unexpected(added.error()));
    } else if (--found->second.missing == 0) {
        finish(asker);
    }
}

Result<void> RangeRuns::add(Run &run, const Moments &asked, const CallOutcome &outcome)
{
    if (!outcome.data) {
        return tl::unexpected(outcome.data.error());
    }
    const auto answer = std::get<std::shared_ptr<const QueryAnswer>>(*outcome.data);
    if (answer->type != QueryAnswer::Type::Matrix) {
        return fail(ErrorCode::WrongType, "a range must be answered with a matrix", m_source);
    }
    for (const metrics::ResultSeries &series : answer->matrix) {
        run.samples += series.samples.size();
    }
    if (run.samples > kMaxSamples) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("the range has more than {} samples", kMaxSamples), m_source);
    }
    auto &warnings = run.answer.warnings;
    for (const std::string &warning : answer->warnings) {
        if (std::find(warnings.begin(), warnings.end(), warning) == warnings.end() &&
            warnings.size() < kMaxWarnings) {
            warnings.push_back(warning);
        }
    }
    run.answer.mayBePartial = run.answer.mayBePartial || answer->mayBePartial;
    run.pieces.emplace(asked.first, SharedMatrix(answer, &answer->matrix));
    // What is known not to be whole is asked for again the next time.
    if (run.isCacheable && answer->warnings.empty()) {
        cache(run, asked, answer->matrix, outcome.serverTime.value_or(run.askedAt));
    }
    return {};
}

void RangeRuns::cache(const Run &run, const Moments &asked, const metrics::Matrix &matrix,
                      WallTime serverTime)
{
    const auto &[expression, from, to, step] = run.request;
    // Whichever clock is behind: a part that is cached too early would stay incomplete.
    const WallTime settled = std::min(run.askedAt, serverTime) - m_settleTime;
    for (std::int64_t part = partOf(asked.first); part <= partOf(asked.last); ++part) {
        const Moments moments = momentsOfPart(part);
        if (moments.first >= asked.first && moments.last <= asked.last &&
            timeOf(moments.last, step) <= settled) {
            m_cache.put(RangeCache::keyOf(expression, step, part),
                        std::make_shared<const metrics::Matrix>(slice(matrix, moments, step)));
        }
    }
}

void RangeRuns::finish(std::uint64_t asker)
{
    const auto found = m_runs.find(asker);
    Run run = std::move(found->second);
    m_runs.erase(found);
    std::vector<SharedMatrix> pieces;
    for (const auto &[first, piece] : run.pieces) {
        pieces.push_back(piece);
    }
    auto answer = std::make_shared<QueryAnswer>(std::move(run.answer));
    answer->matrix = joined(pieces, run.wanted, run.request.step);
    m_done(asker, PrometheusData(std::shared_ptr<const QueryAnswer>(std::move(answer))));
}

} // namespace foretop::feeds
