// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/itemtext.h"

#include "base/jsonwriter.h"
#include "base/timestamp.h"
#include "health/reportdecoder.h"

#include <fmt/format.h>

namespace foretop::cli {
namespace {

std::string textOf(const health::Report &report)
{
    return reportText(report);
}

std::string textOf(const logs::Record &record)
{
    const std::string time = record.time ? formatIso8601(*record.time) : std::string();
    const bool hasLevel = record.level != logs::Level::Unknown;
    if (!record.time && !hasLevel) {
        return record.raw;
    }
    return fmt::format("{:<24} {:<8} {}{}{}", time, hasLevel ? logs::levelName(record.level) : "",
                       record.logger, record.logger.empty() ? "" : ": ", record.message);
}

std::string textOf(const jobs::Job &job)
{
    std::string text = fmt::format("{} {:<9} {}", formatIso8601(job.updatedAt),
                                   jobs::stateName(job.state), job.id);
    if (!job.name.empty()) {
        text += " " + job.name;
    }
    if (job.progress) {
        text += fmt::format(" {:.0f} %", *job.progress * 100);
    }
    if (job.current && job.total) {
        text += fmt::format(" ({} of {})", *job.current, *job.total);
    }
    for (const std::string *words : {&job.message, &job.error}) {
        if (!words->empty()) {
            text += "  " + *words;
        }
    }
    return text;
}

std::string textOf(const errors::ErrorEvent &event)
{
    std::string text = fmt::format("{} {:<8} {}: {}", formatIso8601(event.timestamp), event.level,
                                   event.type, event.message);
    for (const std::string &frame : event.stack) {
        text += "\n    " + frame;
    }
    return text;
}

std::string textOf(const metrics::SeriesSample &sample)
{
    return fmt::format("{} {} {}", sample.key.text(), sample.sample.value,
                       msSinceEpoch(sample.sample.time));
}

std::string jsonOf(const health::Report &report)
{
    return health::encodeReport(report);
}

std::string jsonOf(const logs::Record &record)
{
    // A plain line has no JSON form of its own; on the feed it is {"line": ...}.
    if (record.raw.starts_with('{')) {
        return record.raw;
    }
    JsonWriter json;
    json.beginObject().member("line", record.raw).endObject();
    return json.take();
}

std::string jsonOf(const jobs::Job &job)
{
    return jobs::encodeJob(job);
}

void writePairs(JsonWriter &json, std::string_view name,
                const std::vector<std::pair<std::string, std::string>> &pairs)
{
    json.key(name).beginObject();
    for (const auto &[key, value] : pairs) {
        json.member(key, value);
    }
    json.endObject();
}

void writeList(JsonWriter &json, std::string_view name, const std::vector<std::string> &texts)
{
    json.key(name).beginArray();
    for (const std::string &text : texts) {
        json.value(text);
    }
    json.endArray();
}

std::string jsonOf(const errors::ErrorEvent &event)
{
    JsonWriter json;
    json.beginObject()
        .member("event_id", event.eventId)
        .member("timestamp", formatIso8601(event.timestamp))
        .member("level", event.level)
        .member("type", event.type)
        .member("message", event.message);
    writeList(json, "stack", event.stack);
    writePairs(json, "tags", event.tags);
    writePairs(json, "context", event.context);
    writeList(json, "fingerprint", event.fingerprint);
    json.endObject();
    return json.take();
}

std::string jsonOf(const metrics::SeriesSample &sample)
{
    JsonWriter json;
    json.beginObject()
        .member("timestamp", formatIso8601(sample.sample.time))
        .member("name", sample.key.name);
    writePairs(json, "labels", sample.key.labels);
    json.member("value", sample.sample.value).endObject();
    return json.take();
}

bool isWanted(const logs::Record &record, std::optional<logs::Level> least)
{
    return !least || logs::LevelMask::from(*least).contains(record.level);
}

template <typename Item>
bool isWanted(const Item &, std::optional<logs::Level>)
{
    return true;
}

template <typename Item>
void appendTexts(std::vector<std::string> &texts, const std::vector<Item> &items, ItemFormat format,
                 std::optional<logs::Level> least)
{
    for (const Item &item : items) {
        if (isWanted(item, least)) {
            texts.push_back(format == ItemFormat::Json ? jsonOf(item) : textOf(item));
        }
    }
}

void appendTexts(std::vector<std::string> &texts, const feeds::MetricsBatch &batch,
                 ItemFormat format, std::optional<logs::Level> least)
{
    appendTexts(texts, batch.samples, format, least);
}

} // namespace

std::vector<std::string> itemTexts(const feeds::Items &items, ItemFormat format,
                                   std::optional<logs::Level> least)
{
    std::vector<std::string> texts;
    std::visit([&](const auto &typed) { appendTexts(texts, typed, format, least); }, items);
    return texts;
}

std::string reportText(const health::Report &report)
{
    std::string text = fmt::format("{:<10} {}{}{}  {}", health::statusName(report.status),
                                   report.service, report.version.empty() ? "" : " ",
                                   report.version, formatIso8601(report.timestamp));
    for (const health::Check &check : report.checks) {
        const std::string latency =
            check.latencyMs ? fmt::format("{:.1f} ms", *check.latencyMs) : std::string();
        text += fmt::format("\n  {:<10} {:<20} {:>10}{}{}", health::statusName(check.status),
                            check.name, latency, check.message.empty() ? "" : "  ", check.message);
    }
    return text;
}

} // namespace foretop::cli
