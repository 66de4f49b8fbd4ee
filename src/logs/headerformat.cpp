// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/headerformat.h"

#include "base/text.h"
#include "logs/anyrecord.h"
#include "logs/logfmt.h"
#include "logs/namedpattern.h"
#include "logs/recordparser.h"

#include <algorithm>

namespace foretop::logs {
namespace {

class HeaderFormat : public LogFormat
{
public:
    /// @p patterns match up to where the message starts; their named groups are the fields.
    HeaderFormat(std::string name, std::string title, std::initializer_list<const char *> patterns)
        : LogFormat(std::move(name), std::move(title))
    {
        for (const auto *const pattern : patterns) {
            m_patterns.push_back(NamedPattern::compile(pattern).value());
        }
    }

    bool isToldByRecord() const override { return true; }
    bool read(std::string_view text, const FormatContext &context, Record &record) const override
    {
        if (!matches(text)) {
            return false;
        }
        JsonReader reader;
        record = readAnyRecord(text, context, reader);
        return true;
    }
    std::vector<Field> fields(std::string_view text) const override
    {
        std::vector<Field> fields;
        std::vector<std::string_view> groups;
        for (const auto &pattern : m_patterns) {
            if (!pattern.match(header(text), groups)) {
                continue;
            }
            for (std::size_t i = 0; i < groups.size(); ++i) {
                if (const auto value = trimmed(groups[i]); !value.empty()) {
                    fields.emplace_back(pattern.names()[i], value);
                }
            }
            break;
        }
        return fields;
    }

private:
    static std::string_view header(std::string_view text)
    {
        constexpr std::size_t kMaxHeaderBytes = 1024;
        return text.substr(0, std::min(text.find('\n'), kMaxHeaderBytes));
    }
    bool matches(std::string_view text) const
    {
        std::vector<std::string_view> groups;
        return std::any_of(m_patterns.begin(), m_patterns.end(), [&](const auto &pattern) {
            return pattern.match(header(text), groups);
        });
    }

    std::vector<NamedPattern> m_patterns;
};

/// Has pairs besides in what klog's structured calls write: "message" key="value" key=1
class KlogFormat final : public HeaderFormat
{
public:
    KlogFormat()
        : HeaderFormat("klog", "klog (Kubernetes)",
                       {R"([IWEF]\d{4} \d\d:\d\d:\d\d(?:\.\d+)? +(?<thread>\d+) )"
                        R"((?<file>[^\]:\s]+):(?<line>\d+)\] )"})
    {
    }

    std::vector<Field> fields(std::string_view text) const override
    {
        auto fields = HeaderFormat::fields(text);
        const auto line = text.substr(0, text.find('\n'));
        const auto message = line.find("] \"");
        const auto pairs =
            message == std::string_view::npos ? message : line.find("\" ", message + 3);
        if (!fields.empty() && pairs != std::string_view::npos) {
            for (auto &pair : readLogfmt(line.substr(pairs + 1), 1)) {
                fields.push_back(std::move(pair));
            }
        }
        fields.resize(std::min(fields.size(), kMaxFields));
        return fields;
    }
};

} // namespace

std::vector<LogFormatPtr> headerFormats()
{
    const auto make = [](const char *name, const char *title,
                         std::initializer_list<const char *> patterns) {
        return std::make_shared<HeaderFormat>(name, title, patterns);
    };
    // A date and time as each of them writes it, then what follows.
    return {
        std::make_shared<KlogFormat>(),
        make("spdlog", "spdlog",
             {R"(\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+\] (?:\[(?!trace|debug|info|warning|error|)"
              R"(critical|off)[^\]]+\] )?(?:\[(?<thread>\d+)\] )?\[(?:trace|debug|info|warning|)"
              R"(error|critical|off)\] (?:\[(?<file>[^\]:]+):(?<line>\d+)\] )?)"}),
        make("log4j", "log4j, logback, Spring Boot",
             {R"(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[,.]\d{3}(?:Z|[+-]\d\d:?\d\d)? +[A-Z]+ +)"
              R"((?<pid>\d+) +--- (?:\[(?<application>[^\]]*)\] )?\[(?<thread>[^\]]*)\] \S+ +: )",
              R"(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[,.]\d{3}(?:Z|[+-]\d\d:?\d\d)? +)"
              R"((?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL) +\[(?<thread>[^\]]*)\] +\S+ +[-:] )",
              R"(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[,.]\d{3}(?:Z|[+-]\d\d:?\d\d)? +)"
              R"(\[(?<thread>[^\]]*)\] +(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL) +\S+ +[-:] )",
              R"(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d[,.]\d{3} +)"
              R"((?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL) +\S+ +- )"}),
        make(
            "python", "Python logging",
            {// %(asctime)s - %(name)s - %(levelname)s - ..., also with thread or process
             R"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[,.]\d+ - (?:(?<thread>(?:Main)?Thread\S*) - )?\S+ - )"
             R"((?:(?<pid>\d+) - )?(?:DEBUG|INFO|WARNING|ERROR|CRITICAL) +- )",
             // loguru
             R"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[,.]\d+ \| (?:[A-Z]+) *\| [\w.]+:)"
             R"((?<function>[\w<>]+):(?<line>\d+) - )",
             R"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[,.]\d+ \| (?:DEBUG|INFO|WARNING|ERROR|CRITICAL) *\| )",
             // %(asctime)s [%(process)d] [%(levelname)s] [%(threadName)s] %(name)s: ...
             R"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (?:\[?(?<pid>\d+)\]? )?)"
             R"(\[?(?:DEBUG|INFO|WARNING|ERROR|CRITICAL)\]? +(?:\[(?<thread>[^\]]+)\] )?)"
             R"(\[?[\w.]+\]?(?::(?<line>\d+))?:? +(?!- ))",
             // Celery
             R"(\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}: [A-Z]+/(?<process>[\w-]+)\] )",
             // basicConfig()
             R"((?:DEBUG|INFO|WARNING|ERROR|CRITICAL):[\w.]+:)"}),
    };
}

} // namespace foretop::logs
