// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"

#include <algorithm>

namespace foretop::jobs {

State impliedState(const Job &job)
{
    if (job.finishedAt) {
        return job.error.empty() ? State::Succeeded : State::Failed;
    }
    return job.startedAt || job.progress || job.current ? State::Running : State::Queued;
}

namespace {

void takeText(std::string &text, const std::string &update)
{
    if (!update.empty()) {
        text = update;
    }
}

template <typename T>
void takeValue(std::optional<T> &value, const std::optional<T> &update)
{
    if (update) {
        value = update;
    }
}

/// The state after @p update where the job was @p before.
State nextState(State before, const JobUpdate &update)
{
    if (update.hasState) {
        return update.job.state;
    }
    const auto implied = impliedState(update.job);
    const bool waits = before == State::Queued || before == State::Retrying;
    const bool isLater = isFinal(implied) ? !isFinal(before) : implied == State::Running && waits;
    return isLater ? implied : before;
}

void forgetAttempt(Job &job, bool hadEnded)
{
    job.startedAt.reset();
    job.finishedAt.reset();
    job.current.reset();
    job.progress.reset();
    if (hadEnded) {
        job.error.clear();
    }
}

/// What a change of state means for the times and the last attempt.
void enterState(Job &job, State before, State after)
{
    const bool hadEnded = isFinal(before);
    if ((hadEnded || before == State::Retrying) && !isFinal(after) && after != State::Retrying) {
        forgetAttempt(job, hadEnded);
    }
    if (after == State::Succeeded) {
        job.error.clear();
    }
    job.state = after;
}

void takeTimes(Job &job, const Job &update, bool isChanged)
{
    takeValue(job.queuedAt, update.queuedAt);
    takeValue(job.startedAt, update.startedAt);
    takeValue(job.finishedAt, update.finishedAt);
    job.updatedAt = update.updatedAt;
    if (!isChanged) {
        return;
    }
    if (job.state == State::Queued && !job.queuedAt) {
        job.queuedAt = job.updatedAt;
    } else if (job.state == State::Running && !job.startedAt) {
        job.startedAt = job.updatedAt;
    } else if (isFinal(job.state) && !update.finishedAt) {
        job.finishedAt = job.updatedAt;
    }
}

void takeProgress(Job &job, const Job &update)
{
    takeValue(job.current, update.current);
    takeValue(job.total, update.total);
    if (update.progress) {
        job.progress = update.progress;
    } else if (update.current || update.total) {
        job.progress = progressOf(job.current, job.total);
    }
}

void takeContext(Job &job, const Job &update)
{
    for (const auto &field : update.context) {
        const auto known =
            std::find_if(job.context.begin(), job.context.end(),
                         [&field](const auto &other) { return other.first == field.first; });
        if (known != job.context.end()) {
            known->second = field.second;
        } else {
            job.context.push_back(field);
        }
    }
    if (job.context.size() > kMaxContext) {
        const auto excess = static_cast<std::ptrdiff_t>(job.context.size() - kMaxContext);
        job.context.erase(job.context.begin(), job.context.begin() + excess);
    }
}

} // namespace

Job mergeUpdate(const std::optional<Job> &previous, const JobUpdate &update)
{
    Job job = previous.value_or(Job());
    const auto after = nextState(previous ? previous->state : State::Queued, update);
    const bool isChanged = !previous || previous->state != after;
    if (isChanged) {
        enterState(job, job.state, after);
    }
    takeText(job.id, update.job.id);
    takeText(job.name, update.job.name);
    takeText(job.queue, update.job.queue);
    takeText(job.worker, update.job.worker);
    takeText(job.message, update.job.message);
    takeText(job.error, update.job.error);
    takeProgress(job, update.job);
    takeContext(job, update.job);
    takeTimes(job, update.job, isChanged);
    if (update.hasAttempt) {
        job.attempt = update.job.attempt;
    }
    return job;
}

} // namespace foretop::jobs
