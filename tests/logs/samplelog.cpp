// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplelog.h"

#include "base/jsonwriter.h"
#include "base/text.h"
#include "base/timestamp.h"

#include <fmt/format.h>

namespace foretop::logs {

SampleLog::SampleLog(SampleKind kind, unsigned seed)
    : m_kind(kind)
    , m_random(seed)
    , m_lineEnd(below(4) == 0 ? "\r\n" : "\n")
{
}

std::string SampleLog::text(std::size_t atLeast)
{
    std::string out;
    while (out.size() < atLeast) {
        addRecord(out);
    }
    if (below(2) == 0) {
        out.resize(out.size() - m_lineEnd.size());
    }
    return out;
}

WallTime SampleLog::nextTime()
{
    m_time += Milliseconds(below(30) == 0 ? below(200'000) : below(900));
    return below(50) == 0 ? m_time - Milliseconds(below(100'000)) : m_time;
}

std::string SampleLog::level()
{
    static const char *const kWords[] = {"DEBUG", "INFO",     "INFO",  "INFO", "WARNING",
                                         "ERROR", "CRITICAL", "TRACE", "NOTE", "EMERGENCY"};
    return oneOf(kWords);
}

std::string SampleLog::lowerLevel()
{
    static const char *const kWords[] = {"debug", "info", "info", "warn", "error", "fatal"};
    return oneOf(kWords);
}

std::string SampleLog::message()
{
    static const char *const kWords[] = {
        "GET",    "rate", "limit",  "cache",         "acct:17",    "caf\xC3\xA9", "timeout",
        "job 88", "x",    "user55", "10.0.0.1:8080", "took 17 ms", "Error",       "$5"};
    std::string out;
    for (unsigned count = 1 + below(8); count > 0; --count) {
        out += oneOf(kWords);
        out += ' ';
    }
    if (below(200) == 0) {
        out += std::string(below(3000), 'z');
    }
    if (below(4000) == 0) {
        out += std::string(70'000 + below(400'000), 'L');
    }
    return out;
}

std::string SampleLog::dirtyMessage()
{
    auto out = message();
    if (below(60) == 0) {
        out += '\0';
    }
    if (below(60) == 0) {
        out += "\xFF\xC3";
    }
    return out;
}

void SampleLog::addRecord(std::string &out)
{
    switch (m_kind) {
    case SampleKind::Json:
        out += fmt::format(R"({{"timestamp": "{}", "level": "{}", "logger": "{}", "message": )"
                           R"("{}", "status": {}}})",
                           formatIso8601(nextTime()), level(), "shop", message(), below(600));
        break;
    case SampleKind::Zap:
        out += fmt::format(R"({{"level":"{}","ts":{}.{:03},"msg":"{}"}})", lowerLevel(),
                           msSinceEpoch(nextTime()) / 1000, below(1000), message());
        break;
    case SampleKind::Varied:
        addVaried(out);
        break;
    case SampleKind::Text: {
        auto time = formatIso8601(nextTime());
        time[10] = ' ';
        out += fmt::format("{} {:<8} [shop.cart] {}", time, level(), dirtyMessage());
        addTrace(out);
        break;
    }
    case SampleKind::Thread:
        out += fmt::format("{} [main-{}] {:>5} c.e.Shop - {}", formatIso8601(nextTime()),
                           below(120), level(), dirtyMessage());
        addTrace(out);
        break;
    case SampleKind::Syslog:
        out += fmt::format("Jan {:2} {}:{}:{} web-1 shop[{}]: {}{}", 1 + below(28), 10 + below(13),
                           10 + below(49), 10 + below(49), below(9999),
                           below(5) == 0 ? "error: " : "", dirtyMessage());
        break;
    case SampleKind::Logfmt:
        out += fmt::format("time={} level={} msg=\"{}\" n={}", formatIso8601(nextTime()),
                           lowerLevel(), message(), below(99));
        break;
    case SampleKind::Access: {
        const auto time = formatIso8601(nextTime());
        static const char *const kStatus[] = {"200", "200", "302", "404", "500", "503"};
        out += fmt::format(R"({}10.0.0.{} - {} [{}/Jan/2024:{} +0100] "GET /{} HTTP/1.1" {} {})",
                           below(9) == 0 ? "shop.example:443 " : "", below(256),
                           below(3) == 0 ? "bob" : "-", time.substr(8, 2), time.substr(11, 8),
                           below(20) == 0 ? R"(a\"b)" : message(), oneOf(kStatus), below(9999));
        break;
    }
    case SampleKind::Cri:
        out += fmt::format("{}456Z {} {} {}", formatIso8601(nextTime()).substr(0, 23),
                           below(2) == 0 ? "stdout" : "stderr", below(9) == 0 ? "P" : "F",
                           contained());
        break;
    case SampleKind::Docker: {
        std::string text;
        appendJsonString(text, toValidUtf8(contained()) + (below(9) == 0 ? "" : "\n"));
        out += fmt::format(R"({{"log":{},"stream":"{}","time":"{}456Z"}})", text,
                           below(2) == 0 ? "stdout" : "stderr",
                           formatIso8601(nextTime()).substr(0, 23));
        break;
    }
    case SampleKind::Stray:
        if (below(9) == 0) {
            static const char *const kLines[] = {"Traceback (most recent call last):",
                                                 "  File \"run.py\"",
                                                 "ValueError: 7",
                                                 "java.io.IOException: closed",
                                                 "Caused by: x",
                                                 "}",
                                                 "{",
                                                 "Starting up",
                                                 "goroutine 1 [running]:",
                                                 "main.run(0xc0)"};
            out += oneOf(kLines);
        } else {
            out += fmt::format(R"({{"time":"{}","level":"{}","msg":"{}"}})",
                               formatIso8601(nextTime()), lowerLevel(), message());
        }
        break;
    case SampleKind::Syslog5:
        out += fmt::format("<{}>1 {} web-1 shop {} ID{} [a@1 k=\"v\"] {}", below(192),
                           formatIso8601(nextTime()), below(9999), below(99), dirtyMessage());
        break;
    case SampleKind::Own: {
        static const char *const kCodes[] = {"E2", "W1", "I0", "I0", "info", "X"};
        out += below(12) == 0 ? dirtyMessage()
                              : fmt::format("shop|{}|{}|{}", formatIso8601(nextTime()),
                                            oneOf(kCodes), dirtyMessage());
        addTrace(out);
        break;
    }
    case SampleKind::Plain:
        out += below(6) == 0 ? "" : dirtyMessage();
        break;
    }
    out += m_lineEnd;
}

std::string SampleLog::contained()
{
    switch (below(12)) {
    case 0:
        return {};
    case 1:
        return "  at shop.run(run.py:3)";
    case 2:
        return "ERROR " + dirtyMessage();
    case 3:
        return fmt::format(R"(10.0.0.1 - - [15/Jan/2024:10:30:00 +0000] "GET /{}" 404 3)",
                           below(9));
    case 4:
    case 5:
        return fmt::format("{} {} {}", formatIso8601(nextTime()), level(), message());
    default:
        return fmt::format(R"({{"ts":"{}","level":"{}","msg":"{}"}})", formatIso8601(nextTime()),
                           lowerLevel(), message());
    }
}

void SampleLog::addTrace(std::string &out)
{
    if (below(12) != 0) {
        return;
    }
    out += m_lineEnd + "Traceback (most recent call last):";
    for (unsigned count = below(5); count > 0; --count) {
        out += m_lineEnd + fmt::format("  File \"run.py\", line {}, in scrape", below(900));
    }
    out += m_lineEnd + "shop.RateLimited: retry after 5 s";
    if (below(3) == 0) {
        out += m_lineEnd;
    }
}

void SampleLog::addVaried(std::string &out)
{
    const auto time = formatIso8601(nextTime());
    switch (below(9)) {
    case 0:
        out += fmt::format(R"({{"message":"{}","level":"{}","timestamp":"{}"}})", message(),
                           level(), time);
        break;
    case 1:
        out += fmt::format(R"({{"context":{{"level":"ERROR","a":[1,2]}},"level":"{}",)"
                           R"("timestamp":"{}"}})",
                           level(), time);
        break;
    case 2:
        out += fmt::format(R"({{"message":"say \"level\": \"ERROR\" {{","level":"INFO",)"
                           R"("timestamp":"{}"}})",
                           time);
        break;
    case 3:
        out += fmt::format(R"({{"message":"{}"}})", message());
        break;
    case 4:
        out += fmt::format(R"({{ "timestamp" : "{}" , "level" : {} , "x" : null }})", time,
                           10 * (1 + below(6)));
        break;
    case 5:
        out += fmt::format(R"({{"log":{{"level":"{}","logger":"a"}},"timestamp":"{}"}})",
                           lowerLevel(), time);
        break;
    case 6:
        out += below(2) == 0 ? "Starting workers" : "    at shop.Cart.add(Cart.java:88)";
        break;
    case 7:
        out += fmt::format(R"({{"level":"nonsense","severity":"WARNING","time":{}}})",
                           msSinceEpoch(nextTime()));
        break;
    default:
        out += fmt::format(R"({{"timestamp":"{}","level":"{}","message":"{}"}})", time, level(),
                           message());
    }
}

} // namespace foretop::logs
