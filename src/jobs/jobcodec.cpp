// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"

#include "base/jsonmembers.h"
#include "base/timestamp.h"

#include <algorithm>
#include <limits>

namespace foretop::jobs {
namespace {

constexpr std::string_view kStateWanted =
    R"("queued", "running", "retrying", "succeeded", "failed" or "cancelled")";

void readState(JsonMembers &members, JobUpdate &update)
{
    const std::string_view name = members.find("state") ? "state" : "status";
    const auto element = members.find(name);
    if (!element) {
        return;
    }
    if (!element->is_string()) {
        members.rejectType(name, "a string", *element);
        return;
    }
    const auto state = stateFromName(members.text(name));
    if (!state) {
        members.rejectValue(ErrorCode::Unknown, name, kStateWanted, *element);
        return;
    }
    update.job.state = *state;
    update.hasState = true;
}

void readProgress(JsonMembers &members, Job &job)
{
    job.current = members.number("current");
    job.total = members.number("total");
    job.progress = members.number("progress");
    job.progress =
        job.progress ? std::clamp(*job.progress, 0.0, 1.0) : progressOf(job.current, job.total);
}

void readTimes(JsonMembers &members, Job &job, WallTime now)
{
    job.queuedAt = members.time("queued_at");
    job.startedAt = members.time("started_at");
    job.finishedAt = members.time("finished_at");
    job.updatedAt = members.time("updated_at").value_or(now);
}

JobUpdate readUpdate(JsonMembers &members, WallTime now)
{
    JobUpdate update;
    auto &job = update.job;
    job.id = members.id("id", kMaxFieldBytes);
    job.name = members.text("name", kMaxFieldBytes);
    job.queue = members.text("queue", kMaxFieldBytes);
    job.worker = members.text("worker", kMaxFieldBytes);
    readState(members, update);
    readProgress(members, job);
    job.message = members.displayText("message", kMaxMessageBytes);
    const auto attempt = members.count("attempt", 1, std::numeric_limits<std::uint32_t>::max());
    update.hasAttempt = attempt.has_value();
    job.attempt = static_cast<std::uint32_t>(attempt.value_or(1));
    readTimes(members, job, now);
    job.error = members.displayText("error", kMaxErrorBytes);
    job.context = members.texts("context", kMaxFieldBytes);
    return update;
}

} // namespace

Result<JobUpdate> decodeJobUpdate(JsonObject object, WallTime now, std::string_view source)
{
    JsonMembers members(object, source);
    auto update = readUpdate(members, now);
    if (members.error()) {
        return tl::unexpected(*members.error());
    }
    return update;
}

Result<Job> decodeJob(JsonObject object, WallTime now, std::string_view source)
{
    JsonMembers members(object, source);
    auto update = readUpdate(members, now);
    if (update.job.id.empty()) {
        members.reject(ErrorCode::Missing, "\"id\" is missing");
    }
    if (members.error()) {
        return tl::unexpected(*members.error());
    }
    if (!update.hasState) {
        update.job.state = impliedState(update.job);
    }
    return std::move(update.job);
}

Result<Job> decodeJob(std::string_view json, WallTime now, std::string_view source)
{
    JsonReader reader;
    const auto object = reader.parseObject(json, source);
    if (!object) {
        return tl::unexpected(object.error());
    }
    return decodeJob(*object, now, source);
}

namespace {

void writeText(JsonWriter &out, std::string_view name, const std::string &text)
{
    if (!text.empty()) {
        out.member(name, text);
    }
}

void writeNumber(JsonWriter &out, std::string_view name, std::optional<double> number)
{
    if (number) {
        out.member(name, *number);
    }
}

void writeTime(JsonWriter &out, std::string_view name, std::optional<WallTime> time)
{
    if (time) {
        out.member(name, formatIso8601(*time));
    }
}

} // namespace

std::string encodeJob(const Job &job)
{
    JsonWriter out;
    out.beginObject().member("id", job.id);
    writeText(out, "name", job.name);
    writeText(out, "queue", job.queue);
    writeText(out, "worker", job.worker);
    out.member("state", stateName(job.state));
    writeNumber(out, "current", job.current);
    writeNumber(out, "total", job.total);
    writeNumber(out, "progress", job.progress);
    writeText(out, "message", job.message);
    out.member("attempt", job.attempt);
    writeTime(out, "queued_at", job.queuedAt);
    writeTime(out, "started_at", job.startedAt);
    writeTime(out, "finished_at", job.finishedAt);
    writeTime(out, "updated_at", job.updatedAt);
    writeText(out, "error", job.error);
    if (!job.context.empty()) {
        writeTexts(out, "context", job.context);
    }
    return out.endObject().take();
}

} // namespace foretop::jobs
