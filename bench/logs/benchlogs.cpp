// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The log engine alone, for bench/logs/run: one operation on one file, as a whole process.
#include "anonymousmemory.h"
#include "logs/countoperation.h"
#include "logs/indexoperation.h"
#include "logs/livequeryoperation.h"
#include "logs/queryoperation.h"
#include "logs/queryparser.h"

#include <chrono>
#include <cstdio>
#include <optional>
#include <span>
#include <string>

#include <fmt/format.h>

using namespace foretop;
using namespace foretop::logs;

namespace {

constexpr std::string_view kUsage =
    "usage: benchlogs index FILE\n"
    "       benchlogs count FILE QUERY\n"
    "       benchlogs memory FILE QUERY  (of the process, with the file indexed and searched)\n"
    "       benchlogs search FILE QUERY...   (over an index; tells each one's time)\n"
    "       benchlogs live FILE QUERY...     (the same over its first million records, live)\n"
    "QUERY: in the language of docs/query.md; times without a zone are in UTC\n";

class StopWatch
{
public:
    double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - m_begin).count();
    }

private:
    const std::chrono::steady_clock::time_point m_begin = std::chrono::steady_clock::now();
};

int report(const Error &error)
{
    fmt::print(stderr, "benchlogs: {}\n", error.text());
    return 2;
}

Result<LineIndexView> index(const std::shared_ptr<LogFile> &file, const LineRules &rules)
{
    const StopWatch watch;
    const auto lines = std::make_shared<LineIndex>();
    if (const auto done = IndexOperation(file, lines, rules).run({}); !done) {
        return tl::unexpected(done.error());
    }
    auto view = lines->view();
    fmt::print("index: {:.4f} s, {} lines, {} records, {:.3f} bytes a line", watch.seconds(),
               view.lineCount(), view.recordCount(),
               static_cast<double>(view.memoryBytes()) /
                   static_cast<double>(std::max<std::uint64_t>(view.lineCount(), 1)));
    for (const auto level : kLevels) {
        fmt::print(", {} {}", levelName(level), view.levels()[static_cast<std::size_t>(level)]);
    }
    fmt::print("\n");
    return view;
}

Result<CompiledQuery> compiled(const char *text)
{
    const auto query = parseQuery(text, {.now = SystemClock().wallNow(), .zone = {}});
    return query ? CompiledQuery::compile(*query) : tl::unexpected(query.error());
}

int count(const std::shared_ptr<LogFile> &file, const LineRules &rules, const char *text)
{
    const auto query = compiled(text);
    if (!query) {
        return report(query.error());
    }
    const auto count = CountOperation(file, rules, *query).run({});
    if (!count) {
        return report(count.error());
    }
    fmt::print("{}\n", *count);
    return 0;
}

/// Runs an operation made by make(query) for each query and tells its times.
template <typename Make>
int runEach(std::span<char *> texts, const Make &make)
{
    for (const char *text : texts) {
        const auto query = compiled(text);
        if (!query) {
            return report(query.error());
        }
        std::optional<double> first;
        const StopWatch watch;
        const auto found = make(*query).run({}, [&](const MatchBatch &batch) {
            if (!first && !batch.matches.empty()) {
                first = watch.seconds();
            }
        });
        if (!found) {
            return report(found.error());
        }
        fmt::print("{:.4f} s (first after {:.4f} s), {} records, {} bytes of result: {}\n",
                   watch.seconds(), first.value_or(0), found->size(), found->memoryBytes(), text);
    }
    return 0;
}

int search(const std::shared_ptr<LogFile> &file, const LineRules &rules, std::span<char *> texts)
{
    const auto view = index(file, rules);
    if (!view) {
        return report(view.error());
    }
    return runEach(texts, [&](const CompiledQuery &query) {
        return QueryOperation(file, *view, rules, query);
    });
}

int live(const std::shared_ptr<LogFile> &file, const LineRules &rules, std::span<char *> texts)
{
    constexpr std::uint64_t kRecords = 1'000'000;
    const auto view = index(file, rules);
    if (!view) {
        return report(view.error());
    }
    LiveStore store(1U << 30);
    RecordParser parser(rules);
    std::string raw;
    const auto end = std::min(view->recordCount(), kRecords);
    for (auto number = RecordNumber(0); number < RecordNumber(end); ++number) {
        const auto range = view->recordRange(number);
        raw.resize(static_cast<std::size_t>(range.size()));
        if (const auto read = file->read(range.begin, raw); !read) {
            return report(read.error());
        }
        const auto record = parser.parseText(raw);
        store.append({&record, 1});
    }
    const auto snapshot = store.snapshot();
    fmt::print("live: {} records\n", snapshot.end() - snapshot.first());
    return runEach(texts,
                   [&](const CompiledQuery &query) { return LiveQueryOperation(snapshot, query); });
}

/// What a file costs that is open, indexed and searched, with its result held.
int memory(const std::shared_ptr<LogFile> &file, const LineRules &rules, const char *text)
{
    const auto query = compiled(text);
    if (!query) {
        return report(query.error());
    }
    const auto lines = std::make_shared<LineIndex>();
    if (const auto done = IndexOperation(file, lines, rules).run({}); !done) {
        return report(done.error());
    }
    const auto found = QueryOperation(file, lines->view(), rules, *query).run({});
    if (!found) {
        return report(found.error());
    }
    fmt::print("{:.1f} MiB, {} lines, {} records found\n", anonymousMiB(),
               lines->view().lineCount(), found->size());
    return 0;
}

int run(std::span<char *> arguments)
{
    const std::string what = arguments.size() > 1 ? arguments[1] : "";
    const bool isIndex = what == "index" && arguments.size() == 3;
    const bool isCount = what == "count" && arguments.size() == 4;
    const bool isMemory = what == "memory" && arguments.size() == 4;
    const bool isSearch = (what == "search" || what == "live") && arguments.size() > 3;
    if (!isIndex && !isCount && !isMemory && !isSearch) {
        fmt::print(stderr, "{}", kUsage);
        return 2;
    }
    const auto file = LogFile::open(arguments[2]);
    if (!file) {
        return report(file.error());
    }
    const auto rules = detectLineRules(**file);
    if (!rules) {
        return report(rules.error());
    }
    if (isIndex) {
        const auto view = index(*file, *rules);
        return view ? 0 : report(view.error());
    }
    if (isCount) {
        return count(*file, *rules, arguments[3]);
    }
    if (isMemory) {
        return memory(*file, *rules, arguments[3]);
    }
    return what == "search" ? search(*file, *rules, arguments.subspan(3))
                            : live(*file, *rules, arguments.subspan(3));
}

} // namespace

int main(int argc, char **argv)
{
    return run({argv, static_cast<std::size_t>(argc)});
}
