// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/jobboard.h"

#include "base/jsonwriter.h"
#include "base/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::agent {
namespace {

constexpr std::string_view kSource = "body";

Result<void> checkId(std::string_view id)
{
    if (trimmed(id).empty() || id.size() > JobBoard::kMaxIdBytes) {
        return fail(ErrorCode::OutOfRange,
                    fmt::format("\"id\" must have 1 to {} bytes", JobBoard::kMaxIdBytes), kSource);
    }
    if (std::any_of(id.begin(), id.end(),
                    [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7f'; })) {
        return fail(ErrorCode::Malformed, "\"id\" must not hold control characters", kSource);
    }
    return {};
}

} // namespace

JobBoard::JobBoard(const Clock &clock, feeds::FeedPublisher &feed)
    : m_clock(clock)
    , m_feed(feed)
{
}

void JobBoard::restore()
{
    for (const auto &restored : m_feed.restored()) {
        if (auto job = jobs::decodeJob(restored.item, m_clock.wallNow(), "spool")) {
            put(std::move(*job), restored.item);
        }
    }
}

HttpResponse JobBoard::list() const
{
    JsonWriter json;
    json.beginObject().key("jobs").beginArray();
    for (auto entry = m_jobs.rbegin(); entry != m_jobs.rend(); ++entry) {
        json.raw(entry->json);
    }
    return {.body = json.endArray().endObject().take() + "\n"};
}

HttpResponse JobBoard::get(const std::string &id) const
{
    const auto found = m_byId.find(id);
    if (found == m_byId.end()) {
        return errorResponse(404, {.code = ErrorCode::NotFound,
                                   .message = fmt::format("no job \"{}\" was reported", id)});
    }
    return {.body = found->second->json + "\n"};
}

HttpResponse JobBoard::update(const std::optional<std::string> &id, const std::string &body)
{
    const auto object = m_reader.parseObject(body, kSource);
    if (!object) {
        return reject(object.error());
    }
    auto update = jobs::decodeJobUpdate(*object, m_clock.wallNow(), kSource);
    if (!update) {
        return reject(update.error());
    }
    update->job.id = id.value_or(update->job.id);
    if (const auto valid = checkId(update->job.id); !valid) {
        return reject(valid.error());
    }
    const auto known = m_byId.find(update->job.id);
    jobs::Job job = jobs::mergeUpdate(
        known == m_byId.end() ? std::nullopt : std::optional(known->second->job), *update);
    std::string json = jobs::encodeJob(job);
    put(std::move(job), json);
    ++m_taken;
    HttpResponse response{.body = json + "\n"};
    m_feed.publish(std::move(json));
    return response;
}

void JobBoard::put(jobs::Job job, std::string json)
{
    const auto known = m_byId.find(job.id);
    if (known != m_byId.end()) {
        m_bytes -= known->second->json.size();
        m_jobs.erase(known->second);
        m_byId.erase(known);
    }
    m_bytes += json.size();
    m_jobs.push_back({.job = std::move(job), .json = std::move(json)});
    m_byId.emplace(m_jobs.back().job.id, std::prev(m_jobs.end()));
    while (m_jobs.size() > kMaxJobs || m_bytes > kMaxBytes) {
        forgetOne();
    }
}

void JobBoard::forgetOne()
{
    auto victim = std::find_if(m_jobs.begin(), m_jobs.end(),
                               [](const Entry &entry) { return jobs::isFinal(entry.job.state); });
    if (victim == m_jobs.end()) {
        victim = m_jobs.begin();
    }
    m_bytes -= victim->json.size();
    m_byId.erase(victim->job.id);
    m_jobs.erase(victim);
    ++m_forgotten;
}

HttpResponse JobBoard::reject(const Error &error)
{
    ++m_rejected;
    return errorResponse(400, error);
}

void JobBoard::fillMetrics(FamilyBuilder &out) const
{
    out.gauge("foretopd_jobs", "Jobs that the agent knows.", static_cast<double>(m_jobs.size()));
    out.counter("foretopd_job_updates_total", "Job updates taken.", static_cast<double>(m_taken));
    out.counter("foretopd_job_updates_malformed_total", "Job updates that could not be read.",
                static_cast<double>(m_rejected));
    out.counter("foretopd_jobs_forgotten_total", "Jobs dropped because too many were kept.",
                static_cast<double>(m_forgotten));
}

} // namespace foretop::agent
