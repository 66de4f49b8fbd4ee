// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace foretop::logs {

/// How grave a record is; the greater the graver. Fits in 4 bits.
enum class Level : std::uint8_t { Unknown, Trace, Debug, Info, Warning, Error, Critical };
inline constexpr std::size_t kLevelCount = 7;
inline constexpr std::array<Level, kLevelCount> kLevels = {
    Level::Unknown, Level::Trace, Level::Debug,   Level::Info,
    Level::Warning, Level::Error, Level::Critical};

/// "UNKNOWN", "TRACE", "DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL".
std::string_view levelName(Level level);

/// Reads a level word in any case and the synonyms that loggers use (warn, err, fatal, notice,
/// crit, alert, emerg, panic, severe, verbose, single letters T V D I W E F C, ...); Go's slog adds
/// an offset ("INFO+2"), which is ignored.
std::optional<Level> levelFromName(std::string_view name);
/// Which numbers a logger uses for levels; the same number means other things in other scales.
enum class LevelScale : std::uint8_t {
    Pino,          ///< pino and bunyan: 10 trace, 20 debug, ... 60 fatal; syslog's 0..7 below 10
    Python,        ///< logging's levelno: 10 debug, 20 info, ... 50 critical
    OpenTelemetry, ///< SeverityNumber: four numbers each from 1 trace to 21 fatal
};

/// Reads a numeric level, by the nearest step down. Nothing for a number outside @p scale.
std::optional<Level> levelFromNumber(double number, LevelScale scale = LevelScale::Pino);

/// A set of levels.
class LevelMask
{
public:
    constexpr LevelMask() = default;
    static constexpr LevelMask all() { return LevelMask((1U << kLevelCount) - 1); }
    /// @p least and everything graver; records without a level are not in it.
    static constexpr LevelMask from(Level least)
    {
        return LevelMask(all().m_bits & ~((1U << static_cast<unsigned>(least)) - 1));
    }
    constexpr bool contains(Level level) const { return (m_bits & bit(level)) != 0; }
    constexpr LevelMask with(Level level, bool in) const
    {
        return LevelMask(in ? m_bits | bit(level) : m_bits & ~bit(level));
    }
    constexpr bool operator==(const LevelMask &) const = default;

private:
    constexpr explicit LevelMask(unsigned bits)
        : m_bits(bits)
    {
    }
    static constexpr unsigned bit(Level level) { return 1U << static_cast<unsigned>(level); }
    unsigned m_bits = 0;
};

} // namespace foretop::logs
