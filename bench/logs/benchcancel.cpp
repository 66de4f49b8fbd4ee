// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How long the operations of the log engine go on after they were told to stop, for bench/logs/run.
#include "logs/facets.h"
#include "logs/filelogsnapshot.h"
#include "logs/histogram.h"
#include "logs/indexoperation.h"
#include "logs/patterns.h"
#include "logs/queryparser.h"
#include "logs/recordwriter.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <iterator>
#include <mutex>
#include <thread>

#include <fmt/format.h>

using namespace foretop;
using namespace foretop::logs;

namespace {

constexpr std::string_view kUsage = "usage: benchcancel FILE [STOPS]\n"
                                    "Runs each operation over FILE once, and then STOPS times (20) "
                                    "with a stop requested at\nanother moment of it. A line each: "
                                    "worst and median milliseconds until it returned, of\nhow many "
                                    "stops, seconds of the whole operation, its name.\n";

constexpr std::chrono::seconds kMostTime(8); // of an operation that is looked at

using Time = std::chrono::steady_clock::time_point;
using RealMilliseconds = std::chrono::duration<double, std::milli>;

Time now()
{
    return std::chrono::steady_clock::now();
}

struct Operation
{
    std::string name;
    std::function<Result<void>(const std::stop_token &)> run;
};

template <typename Value>
Result<void> withoutValue(const Result<Value> &result)
{
    return result ? Result<void>() : tl::unexpected(result.error());
}

Result<LineIndexView> indexed(const std::shared_ptr<LogFile> &file, const LineRules &rules,
                              const std::stop_token &stop)
{
    const auto lines = std::make_shared<LineIndex>();
    if (const auto done = IndexOperation(file, lines, rules).run(stop); !done) {
        return tl::unexpected(done.error());
    }
    return lines->view();
}

Result<void> histogram(const LogSnapshot &snapshot, const std::stop_token &stop)
{
    const auto span = timeSpanOf(snapshot, nullptr, stop);
    if (!span) {
        return tl::unexpected(span.error());
    }
    Histogram counts;
    makeRoomFor(counts, *span, 1000);
    return countInto(counts, snapshot, {snapshot.first(), snapshot.end()}, nullptr, stop);
}

Result<void> write(const LogSnapshot &snapshot, RecordFormat format, const std::stop_token &stop)
{
    const auto drop = [](std::string_view) { return Result<void>(); };
    return withoutValue(writeRecords(snapshot, {snapshot.first(), snapshot.end()}, nullptr,
                                     RecordWriter(format), stop, drop));
}

Result<Operation> searchOf(const std::string &name, const char *text,
                           const LogSnapshotPtr &snapshot)
{
    const auto query = parseQuery(text, {.now = SystemClock().wallNow(), .zone = {}});
    const auto compiled = query ? CompiledQuery::compile(*query) : tl::unexpected(query.error());
    if (!compiled) {
        return tl::unexpected(compiled.error());
    }
    return Operation{fmt::format("search, {}: {}", name, text),
                     [query = *compiled, snapshot](const std::stop_token &stop) {
                         return withoutValue(snapshot->search(query, nullptr, {}, stop));
                     }};
}

std::vector<Operation> analyses(const LogSnapshotPtr &snapshot)
{
    const auto facets = [snapshot](const std::stop_token &stop) {
        return FacetCounter({"logger", "status"})
            .add(*snapshot, {snapshot->first(), snapshot->end()}, nullptr, stop);
    };
    const auto patterns = [snapshot](const std::stop_token &stop) {
        return PatternMiner().add(*snapshot, {snapshot->first(), snapshot->end()}, nullptr, stop);
    };
    std::vector<Operation> operations = {
        {"histogram", [snapshot](const auto &stop) { return histogram(*snapshot, stop); }},
        {"facets", facets},
        {"patterns", patterns},
    };
    for (const auto &[format, name] :
         {std::pair(RecordFormat::Text, "text"), std::pair(RecordFormat::JsonLines, "JSON lines"),
          std::pair(RecordFormat::Csv, "CSV")}) {
        operations.push_back({fmt::format("export as {}", name),
                              [snapshot, written = format](const std::stop_token &stop) {
                                  return write(*snapshot, written, stop);
                              }});
    }
    return operations;
}

struct Run
{
    Time begin;
    Time stopRequested;
    Time end;
    bool isCancelled = false;
};

/// Runs @p operation and tells it to stop @p after it began.
Result<Run> runUntil(const Operation &operation, std::chrono::nanoseconds after)
{
    std::stop_source stop;
    Run run{.begin = now(), .stopRequested = {}, .end = {}};
    Result<void> result;
    std::mutex mutex; // protects hasEnded
    bool hasEnded = false;
    std::condition_variable ended;
    std::jthread thread([&] {
        result = operation.run(stop.get_token());
        run.end = now();
        const std::lock_guard lock(mutex);
        hasEnded = true;
        ended.notify_all();
    });
    {
        std::unique_lock lock(mutex);
        ended.wait_for(lock, after, [&] { return hasEnded; });
    }
    run.stopRequested = now();
    stop.request_stop();
    thread.join();
    run.isCancelled = !result && result.error().code == ErrorCode::Cancelled;
    return result || run.isCancelled ? Result<Run>(run) : tl::unexpected(result.error());
}

Result<void> measure(const Operation &operation, int stops)
{
    const auto first = runUntil(operation, kMostTime);
    if (!first) {
        return tl::unexpected(first.error());
    }
    const auto whole = std::min<std::chrono::nanoseconds>(first->end - first->begin, kMostTime);
    std::vector<double> times;
    for (int number = 0; number < stops; ++number) {
        const auto run = runUntil(operation, whole * (2 * number + 1) / (2 * stops));
        if (!run) {
            return tl::unexpected(run.error());
        }
        if (run->isCancelled) {
            times.push_back(RealMilliseconds(run->end - run->stopRequested).count());
        }
    }
    std::sort(times.begin(), times.end());
    fmt::print("{:.1f} {:.1f} {} {:.2f} {}\n", times.empty() ? 0.0 : times.back(),
               times.empty() ? 0.0 : times[times.size() / 2], times.size(),
               std::chrono::duration<double>(whole).count(), operation.name);
    std::fflush(stdout);
    return {};
}

Result<void> run(const char *path, int stops)
{
    const auto file = LogFile::open(path);
    const auto rules = file ? detectLineRules(**file) : tl::unexpected(file.error());
    if (!rules) {
        return tl::unexpected(rules.error());
    }
    std::vector<Operation> operations = {{"index", [&](const std::stop_token &stop) {
                                              return withoutValue(indexed(*file, *rules, stop));
                                          }}};
    const auto view = indexed(*file, *rules, {});
    if (!view) {
        return tl::unexpected(view.error());
    }
    const auto snapshot = std::make_shared<FileLogSnapshot>(*file, *view, *rules, path);
    for (const auto &[name, text] :
         {std::pair("literal", "\"n0where\""), std::pair("regex", R"(/[a-z]+ed n0where \d+7\b/)"),
          std::pair("field", "duration_ms>100000000"), std::pair("field text", "message:*n0where*"),
          std::pair("field regex", R"(message:/n0where \d+/)")}) {
        auto operation = searchOf(name, text, snapshot);
        if (!operation) {
            return tl::unexpected(operation.error());
        }
        operations.push_back(std::move(*operation));
    }
    std::ranges::move(analyses(snapshot), std::back_inserter(operations));
    for (const auto &operation : operations) {
        if (auto measured = measure(operation, stops); !measured) {
            return measured;
        }
    }
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    const int stops = argc > 2 ? std::atoi(argv[2]) : 20;
    if (argc < 2 || stops < 1) {
        fmt::print(stderr, "{}", kUsage);
        return 2;
    }
    if (const auto done = run(argv[1], stops); !done) {
        fmt::print(stderr, "benchcancel: {}\n", done.error().text());
        return 2;
    }
    return 0;
}
