// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The log engine alone, for bench/logs/run: one operation on one file, as a whole process.
#include "logs/countoperation.h"
#include "logs/indexoperation.h"
#include "logs/searchoperation.h"

#include <chrono>
#include <cstdio>
#include <span>
#include <string>

#include <fmt/format.h>

using namespace foretop;
using namespace foretop::logs;

namespace {

constexpr std::string_view kUsage =
    "usage: benchlogs index FILE\n"
    "       benchlogs count FILE PATTERN OPTIONS\n"
    "       benchlogs search FILE PATTERN OPTIONS   (over an index; tells each one's time)\n"
    "OPTIONS: any letters of r (regex) and i (any case), or -\n";

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

TextQuery queryOf(std::span<char *> arguments)
{
    const std::string options = arguments[1];
    return {.text = arguments[0],
            .kind = options.find('r') == std::string::npos ? TextQuery::Kind::Literal
                                                           : TextQuery::Kind::Regex,
            .isCaseSensitive = options.find('i') == std::string::npos};
}

int search(const std::shared_ptr<LogFile> &file, const LineRules &rules, TextPattern pattern)
{
    const auto view = index(file, rules);
    if (!view) {
        return report(view.error());
    }
    const StopWatch watch;
    const auto found = SearchOperation(file, *view, std::move(pattern)).run({});
    if (!found) {
        return report(found.error());
    }
    fmt::print("search: {:.4f} s, {} records, {} bytes of result\n", watch.seconds(), found->size(),
               found->memoryBytes());
    return 0;
}

int run(std::span<char *> arguments)
{
    const std::string what = arguments.size() > 1 ? arguments[1] : "";
    const std::size_t wanted = what == "index" ? 3 : 5;
    if (arguments.size() != wanted || (what != "index" && what != "count" && what != "search")) {
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
    if (what == "index") {
        const auto view = index(*file, *rules);
        return view ? 0 : report(view.error());
    }
    auto pattern = TextPattern::compile(queryOf(arguments.subspan(3)), (*file)->encoding());
    if (!pattern) {
        return report(pattern.error());
    }
    if (what == "search") {
        return search(*file, *rules, std::move(*pattern));
    }
    const auto count = CountOperation(*file, *rules, std::move(*pattern)).run({});
    if (!count) {
        return report(count.error());
    }
    fmt::print("{}\n", *count);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    return run({argv, static_cast<std::size_t>(argc)});
}
