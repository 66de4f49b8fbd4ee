// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomquery.h"

#include "base/jsonwriter.h"
#include "base/timestamp.h"
#include "logs/wordpattern.h"

#include <fmt/format.h>

namespace foretop::logs {

WallTime RandomQuery::time()
{
    // Often one of a few, so that limits are hit to the millisecond.
    const unsigned ms = oneIn(2) ? 60'000 * below(60) : below(3'600'000);
    return firstTime() + Milliseconds(ms);
}

std::string RandomQuery::level()
{
    static const char *const kWords[] = {"DEBUG", "info",  "INFO",  "WARNING", "warn",   "error",
                                         "ERROR", "fatal", "trace", "notice",  "unknown"};
    return oneOf(kWords);
}

std::string RandomQuery::word()
{
    static const char *const kWords[] = {
        "timeout",      "Timeout",     "rate",         "limit",    "acct:17",   "acct:1789",
        "caf\xC3\xA9",  "CAF\xC3\x89", "\xE6\x97\xA5", "GET",      "/health",   "/api/v1/users",
        "job-88",       "x",           "user55",       "10.0.0.1", "10:30:05",  "took",
        "17ms",         "$5",          "a*b",          "what?",    "C:\\temp",  "foo::bar",
        "http://h/x?y", "\"quoted\"",  "(note)",       "not",      "or",        "and",
        "-v",           "--verbose",   "null",         "true",     "status=200"};
    return oneOf(kWords);
}

std::string RandomQuery::message()
{
    std::string out = word();
    for (unsigned count = below(6); count > 0; --count) {
        out += oneIn(12) ? "\n" : oneIn(12) ? "\t" : " ";
        out += word();
    }
    return out;
}

std::string RandomQuery::number()
{
    static const char *const kNumbers[] = {"0",
                                           "-0",
                                           "1",
                                           "-5",
                                           "200",
                                           "404",
                                           "500",
                                           "503",
                                           "5e2",
                                           "500.0",
                                           "0.1",
                                           "1.5",
                                           "-2.25",
                                           "1705314600",
                                           "9007199254740993",
                                           "9007199254740992",
                                           "123456789012345678",
                                           "123456789012345679",
                                           "9223372036854775807",
                                           "18446744073709551615",
                                           "1e300"};
    return oneOf(kNumbers);
}

std::string RandomQuery::jsonValue(unsigned depth)
{
    std::string out;
    switch (below(depth > 0 ? 12 : 9)) {
    case 0:
        return oneOf({"true", "false", "null", "{}", "[]"});
    case 1:
    case 2:
    case 3:
        return number();
    case 4:
        appendJsonString(out, number());
        return out;
    case 5:
        appendJsonString(out,
                         oneIn(2) ? formatIso8601(time()) : formatIso8601(time()).substr(0, 10));
        return out;
    case 9:
        out = "[";
        for (unsigned count = below(4); count > 0; --count) {
            out += jsonValue(depth - 1) + (count > 1 ? "," : "");
        }
        return out + "]";
    case 10:
    case 11: {
        static const char *const kInner[] = {"method", "status", "path", "id", "a.b"};
        out = "{";
        for (unsigned count = below(4); count > 0; --count) {
            out += fmt::format(R"("{}":{}{})", oneOf(kInner), jsonValue(depth - 1),
                               count > 1 ? "," : "");
        }
        return out + "}";
    }
    default:
        appendJsonString(out, oneIn(8) ? "" : oneIn(3) ? message() : word());
        return out;
    }
}

std::string RandomQuery::json()
{
    static const char *const kNames[] = {"status", "duration_ms", "http", "user",
                                         "tags",   "a",           "a.b",  "count",
                                         "source", "user name",   "path", "component"};
    std::vector<std::string> members;
    if (!oneIn(8)) {
        const auto at = time();
        members.push_back(oneIn(4) ? fmt::format(R"("time":{})", msSinceEpoch(at))
                                   : fmt::format(R"("timestamp":"{}")", formatIso8601(at)));
    }
    if (!oneIn(6)) {
        members.push_back(fmt::format(R"("level":"{}")", level()));
    }
    if (!oneIn(3)) {
        members.push_back(fmt::format(R"("logger":"{}")", oneOf({"shop.cart", "scraper", "http"})));
    }
    if (!oneIn(6)) {
        std::string text;
        appendJsonString(text, message());
        members.push_back(fmt::format(R"("{}":{})", oneOf({"message", "msg"}), text));
    }
    for (unsigned count = below(6); count > 0; --count) {
        members.insert(members.begin() + below(static_cast<unsigned>(members.size()) + 1),
                       fmt::format(R"("{}":{})", oneOf(kNames), jsonValue(2)));
    }
    const bool isSpaced = oneIn(3);
    return fmt::format("{{{}}}", fmt::join(members, isSpaced ? ", " : ","));
}

std::string RandomQuery::logfmt()
{
    auto out = fmt::format("ts={} level={}", formatIso8601(time()), level());
    if (!oneIn(4)) {
        std::string text;
        appendJsonString(text, oneIn(2) ? word() : "rate limit");
        out += " msg=" + text;
    }
    static const char *const kNames[] = {"status", "duration_ms", "user", "a.b", "path"};
    static const char *const kWords[] = {"timeout", "GET", "caf\xC3\xA9", "/health", "a*b", "null"};
    for (unsigned count = below(4); count > 0; --count) {
        out += fmt::format(" {}={}", oneOf(kNames), oneIn(2) ? number() : oneOf(kWords));
    }
    return out;
}

std::string RandomQuery::plain()
{
    auto at = formatIso8601(time());
    at[10] = ' ';
    auto out = oneIn(4)
                   ? message()
                   : fmt::format("{} {:<8} [shop.cart] {}", at.substr(0, 23), level(), message());
    if (oneIn(4)) {
        out += "\nTraceback (most recent call last):\n  File \"run.py\", line 88, in scrape";
        out += oneIn(2) ? "\n\nshop.RateLimited: timeout" : "";
    }
    return out;
}

std::string RandomQuery::record()
{
    switch (below(8)) {
    case 0:
        return logfmt();
    case 1:
    case 2:
        return plain();
    case 3:
        return oneIn(4) ? jsonValue(2) : oneIn(4) ? "" : json().substr(0, 20 + below(60));
    default:
        return json();
    }
}

std::string RandomQuery::field()
{
    static const char *const kNames[] = {
        "status",    "duration_ms", "http",    "http.method", "http.status", "user",    "user.id",
        "tags",      "a",           "a.b",     "a.b.path",    "count",       "path",    "user name",
        "component", "logger",      "message", "msg",         "source",      "missing", "timestamp",
        "ts",        "level.x",     "http.",   "User",        "tags.id"};
    return oneOf(kNames);
}

std::string RandomQuery::value()
{
    switch (below(6)) {
    case 0:
    case 1:
        return number();
    case 2:
        return formatIso8601(time()).substr(0, oneIn(2) ? 10 : 24);
    case 3:
        return oneOf(
            {"scraper", "shop.cart", "TRUE", "null", "", "[]", "{}", "rate limit", "file"});
    default:
        return word();
    }
}

std::string RandomQuery::regex()
{
    static const char *const kRegexes[] = {
        R"(acct:\d+)", "time.ut", "^Trace",    "limit$", "(rate|GET)",  R"(\bx\b)",
        "[0-9]{3}",    "a.*b",    "/api/v\\d", "a*",     R"("level")",  "(?s)rate.*limit",
        "caf\xC3\xA9", "caf.",    "line 88,",  "^$",     R"(\s+at|in)", "5"};
    return oneOf(kRegexes);
}

std::string RandomQuery::wildcardWord()
{
    static const char *const kWords[] = {"time*",  "*out", "t*m?out", "5*",     "?",  "*:17*",
                                         "caf?",   "*",    "a\\*b",   "*limit", "**", "/api/*",
                                         "20??*Z", "-?",   "what\\?", "r*e"};
    return oneOf(kWords);
}

TextTerm RandomQuery::textTerm()
{
    if (oneIn(4)) {
        return {{regex(), TextQuery::Kind::Regex, oneIn(2)}};
    }
    if (oneIn(6)) {
        const auto pattern = WordPattern(wildcardWord()).withoutOuter();
        return pattern.plainText()
                   ? TextTerm{{*pattern.plainText(), TextQuery::Kind::Literal, false}}
                   : TextTerm{{pattern.regex(), TextQuery::Kind::Regex, false}};
    }
    auto text = oneIn(3) ? message() : word();
    if (oneIn(3)) {
        text = oneOf({"\":\"", "shop", "\xC3\xA9", "1", "rate limit", "e", "null}", "\\n", ""});
    }
    return {{std::move(text), TextQuery::Kind::Literal, oneIn(2)}};
}

FieldTerm RandomQuery::fieldTerm()
{
    FieldTerm term{.field = field(), .comparison = static_cast<Comparison>(below(6)), .value = {}};
    const bool isOrdered =
        term.comparison != Comparison::Equal && term.comparison != Comparison::NotEqual;
    switch (below(isOrdered ? 4 : 8)) {
    case 0:
        term.value = {.kind = FieldValue::Kind::Quoted, .text = value()};
        break;
    case 4:
        term.value = {
            .kind = FieldValue::Kind::Regex, .text = regex(), .isCaseSensitive = oneIn(2)};
        break;
    case 5:
        term.value = {.kind = FieldValue::Kind::Any, .text = {}};
        break;
    case 6:
        term.value.text = wildcardWord();
        break;
    default:
        term.value.text = isOrdered ? escapedWord(value()) : value();
    }
    return term;
}

FieldTerm RandomQuery::levelTerm()
{
    FieldTerm term{.field = "level", .comparison = static_cast<Comparison>(below(6)), .value = {}};
    term.value.text = level();
    return term;
}

TimeTerm RandomQuery::timeTerm()
{
    switch (below(3)) {
    case 0:
        return {.from = time(), .until = {}};
    case 1:
        return {.from = {}, .until = time()};
    default:
        return {.from = time(), .until = time()};
    }
}

Query RandomQuery::query(unsigned depth)
{
    const auto parts = [this, depth] {
        std::vector<Query> made;
        for (unsigned count = 2 + below(3); count > 0; --count) {
            made.push_back(query(depth - 1));
        }
        return made;
    };
    switch (below(depth > 0 ? 12 : 7)) {
    case 0:
    case 1:
        return queryOf(textTerm());
    case 2:
        return queryOf(levelTerm());
    case 3:
        return queryOf(timeTerm());
    case 7:
    case 8:
        return allOf(parts());
    case 9:
        return anyOf(parts());
    case 10:
        return negated(query(depth - 1));
    case 11:
        return oneIn(20) ? queryForAll() : query(depth - 1);
    default:
        return queryOf(fieldTerm());
    }
}

std::string RandomQuery::typedTime()
{
    return oneOf({"15m", "1h30m", "90s", "2024-01-15", "2024-01-15T10:30", "10:45", "today",
                  "2024-01-15T11:00:00Z", "1705314600", "\"2024-01-15 10:50:00\"", "now",
                  "2024-01-15T11:45:00.5+01:00", "yesterday", "\"15/Jan/2024:11:30:00 +0100\""});
}

std::string RandomQuery::typedValue()
{
    return oneOf({"500", "5*", "\"rate limit\"", "/acct:\\d+/", "/TIME/i", "timeout", "*", "GET",
                  "(500 or 503)", "(GET or not \"x\")", "((a or b) and c)", "-5", "10:30",
                  "\"a*b\"i", "/api/v1/users", "caf\xC3\xA9"});
}

std::string RandomQuery::typedTerm(unsigned depth)
{
    switch (below(depth > 0 ? 14 : 11)) {
    case 0:
        return fmt::format("level{}{}", oneOf({">=", "<", ":", "!=", " >= ", "=", ":>"}), level());
    case 1:
        return fmt::format("{}:{}", oneOf({"since", "until", "time"}), typedTime());
    case 2:
        return fmt::format("{}{}{}", oneOf({"status", "a.b", "\"user name\"", "http.method"}),
                           oneOf({":", "=", "!=", "=="}), typedValue());
    case 3:
        return fmt::format("{}{}{}", oneOf({"status", "duration_ms", "count"}),
                           oneOf({">", ">=", "<", "<=", " > ", ":>="}), number());
    case 4:
        return fmt::format("\"{}\"", oneOf({"rate limit", "a \\\"b\\\" c", "C:\\\\", "(", ""}));
    case 5:
        return oneOf({"/acct:\\d+/", "/time/i", "/a\\/b/", "/(rate|limit) x/i"});
    case 6:
        return oneOf({"http://h/x?y=1", "10:30:05", "foo::bar", "/health", "--verbose", "main()",
                      "*", "t*m?out", "-", "Not", "{\"a\":1}"});
    case 7:
        return "\"new y*\"i";
    case 11:
    case 12:
        return fmt::format("({})", typedQuery(depth - 1));
    case 13:
        return oneOf({"-", "not ", "NOT "}) + typedTerm(depth - 1);
    default:
        return oneOf({"timeout", "rate", "health", "caf\xC3\xA9", "user55"});
    }
}

std::string RandomQuery::typedQuery(unsigned depth)
{
    auto out = typedTerm(depth);
    for (unsigned count = below(4); count > 0; --count) {
        out += oneOf({" ", " ", "  ", " or ", " and ", " OR ", " AND ", "\n"});
        out += typedTerm(depth);
    }
    return out;
}

} // namespace foretop::logs
