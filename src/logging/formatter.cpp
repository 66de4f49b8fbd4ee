// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging/formatter.h"

#include "base/timestamp.h"
#include "logging/payload.h"

#include <array>

namespace foretop::logging {
namespace {

logs::Level levelOf(const spdlog::details::log_msg &message)
{
    constexpr std::array kLevels = {logs::Level::Trace, logs::Level::Debug,
                                    logs::Level::Info,  logs::Level::Warning,
                                    logs::Level::Error, logs::Level::Critical};
    const auto index = static_cast<std::size_t>(message.level);
    return index < kLevels.size() ? kLevels[index] : logs::Level::Unknown;
}

std::string timestamp(const spdlog::details::log_msg &message)
{
    return formatIso8601(std::chrono::floor<Milliseconds>(message.time));
}

std::string_view payloadOf(const spdlog::details::log_msg &message)
{
    return {message.payload.data(), message.payload.size()};
}

class LineFormatter final : public spdlog::formatter
{
public:
    explicit LineFormatter(Format format)
        : m_format(format)
    {
    }
    void format(const spdlog::details::log_msg &message, spdlog::memory_buf_t &out) override
    {
        const auto line = m_format == Format::Json ? jsonLine(message) : textLine(message);
        out.append(line.data(), line.data() + line.size());
        out.push_back('\n');
        if (m_format == Format::Text) {
            // Where a terminal shows the level's colour.
            message.color_range_start = line.find(' ') + 1;
            message.color_range_end = line.find(' ', message.color_range_start);
        }
    }
    std::unique_ptr<spdlog::formatter> clone() const override
    {
        return std::make_unique<LineFormatter>(m_format);
    }

private:
    const Format m_format;
};

} // namespace

spdlog::level::level_enum spdlogLevel(logs::Level level)
{
    switch (level) {
    case logs::Level::Trace:
        return spdlog::level::trace;
    case logs::Level::Debug:
        return spdlog::level::debug;
    case logs::Level::Unknown:
    case logs::Level::Info:
        return spdlog::level::info;
    case logs::Level::Warning:
        return spdlog::level::warn;
    case logs::Level::Error:
        return spdlog::level::err;
    case logs::Level::Critical:
        return spdlog::level::critical;
    }
    return spdlog::level::info;
}

std::string jsonLine(const spdlog::details::log_msg &message)
{
    return fmt::format(R"({{"timestamp":"{}","level":"{}","logger":{}}})", timestamp(message),
                       logs::levelName(levelOf(message)), Payload(payloadOf(message)).json);
}

std::string textLine(const spdlog::details::log_msg &message)
{
    return fmt::format("{} {:<8} {}", timestamp(message), logs::levelName(levelOf(message)),
                       Payload(payloadOf(message)).text);
}

std::unique_ptr<spdlog::formatter> makeFormatter(Format format)
{
    return std::make_unique<LineFormatter>(format);
}

} // namespace foretop::logging
