// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/plainheader.h"

#include "base/timestamp.h"
#include "logs/plaintime.h"
#include "logs/plainword.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace foretop::logs {
namespace {

constexpr std::size_t kLevelSearchBytes = 256; // how far a level in capitals is looked for
constexpr int kMostHeaderWords = 10;

/// Reads one header from front to back.
class HeaderReader
{
public:
    HeaderReader(std::string_view text, const FormatContext &context)
        : m_text(text)
        , m_rest(text)
        , m_context(context)
    {
    }

    PlainHeader read()
    {
        m_rest.remove_prefix(std::min(m_rest.find_first_not_of(" \t\r\n"), m_rest.size()));
        readPriority();
        if (!readKlog() && !readSyslog5424() && !readPythonBasic()) {
            for (int word = 0; word < kMostHeaderWords && readWord(); ++word) {
            }
        }
        skipBlanks();
        m_header.message = m_rest.empty() ? m_text : m_rest;
        if (m_header.level == Level::Unknown) {
            findLevelInCapitals();
        }
        if (!m_header.time) {
            findAccessLogTime();
        }
        return m_header;
    }

private:
    bool readWord()
    {
        skipBlanks();
        if (word(m_rest).empty()) {
            return false;
        }
        return readTime() || (m_rest[0] == '[' ? readBracket() : readBareWord());
    }

    void skipBlanks()
    {
        const auto first = m_rest.find_first_not_of(" \t");
        m_rest.remove_prefix(std::min(first, m_rest.size()));
    }

    std::string_view word(std::string_view text) const
    {
        return text.substr(0, text.find_first_of(" \t\n"));
    }
    std::string_view wordAfter(std::size_t length) const
    {
        auto rest = m_rest.substr(length);
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
        return word(rest);
    }

    bool readTime()
    {
        const auto found = m_header.time ? std::nullopt : plainTimeAtStart(m_rest, m_context);
        if (!found) {
            return false;
        }
        m_header.time = found->time;
        m_rest.remove_prefix(found->length);
        if (found->isSyslog || m_hasPriority) {
            readHostAndTag();
        }
        return true;
    }

    /// "<34>": facility * 8 + severity (RFC 5424, 6.2.1).
    void readPriority()
    {
        const auto close = m_rest.substr(0, 5).find('>');
        if (close == std::string_view::npos || m_rest[0] != '<' ||
            !isNumber(m_rest.substr(1, close - 1))) {
            return;
        }
        int priority = 0;
        std::from_chars(m_rest.data() + 1, m_rest.data() + close, priority);
        m_header.level = levelFromNumber(priority % 8).value_or(Level::Unknown);
        m_hasPriority = true;
        m_rest.remove_prefix(close + 1);
    }

    /// "web-1 sshd[4711]: ", with or without the process number.
    void readHostAndTag()
    {
        skipBlanks();
        const auto host = word(m_rest);
        const auto tag = wordAfter(host.size());
        if (!isName(host) || tag.size() < 2 || tag.back() != ':') {
            return;
        }
        const auto name = tag.substr(0, tag.find_first_of("[:"));
        if (!isName(name)) {
            return;
        }
        m_header.logger = name;
        m_isLoggerSure = true;
        m_rest.remove_prefix(static_cast<std::size_t>(tag.data() + tag.size() - m_rest.data()));
    }

    /// "1 2024-01-15T10:30:00.003Z host app procid msgid [id a=\"b\"] message" after the priority.
    bool readSyslog5424()
    {
        if (!m_hasPriority || m_rest.substr(0, 2) != "1 ") {
            return false;
        }
        m_rest.remove_prefix(2);
        const auto time = word(m_rest);
        m_header.time = plainTime(time, m_context);
        m_rest.remove_prefix(time.size());
        for (int part = 0; part < 4; ++part) {
            skipBlanks();
            const auto value = word(m_rest);
            if (part == 1 && value != "-") {
                m_header.logger = value;
            }
            m_rest.remove_prefix(value.size());
        }
        skipBlanks();
        skipStructuredData();
        return true;
    }

    void skipStructuredData()
    {
        if (m_rest.substr(0, 1) == "-") {
            m_rest.remove_prefix(1);
            return;
        }
        bool isInside = false;
        bool isQuoted = false;
        std::size_t at = 0;
        for (; at < m_rest.size() && (isInside || m_rest[at] == '['); ++at) {
            if (m_rest[at] == '\\') {
                ++at;
            } else if (m_rest[at] == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted) {
                isInside = m_rest[at] != ']';
            }
        }
        m_rest.remove_prefix(std::min(at, m_rest.size()));
    }

    /// "E0115 10:30:00.123456    4711 controller.go:117] message" (k8s.io/klog).
    bool readKlog()
    {
        if (m_rest.size() < 21 ||
            std::string_view("IWEF").find(m_rest[0]) == std::string_view::npos ||
            !isNumber(m_rest.substr(1, 4)) || m_rest[5] != ' ') {
            return false;
        }
        const auto close = m_rest.substr(0, kLongestName).find("] ");
        const auto clock = parseIso8601("1970-01-01T" + std::string(word(m_rest.substr(6))));
        if (close == std::string_view::npos || !clock) {
            return false;
        }
        const auto two = [this](std::size_t at) {
            return static_cast<unsigned>((m_rest[at] - '0') * 10 + (m_rest[at + 1] - '0'));
        };
        m_header.level = levelFromName(m_rest.substr(0, 1)).value_or(Level::Unknown);
        m_header.time = momentWithoutYear(two(1), two(3), clock->time_since_epoch(), m_context);
        const auto place = m_rest.substr(0, close);
        const auto file = place.substr(place.rfind(' ') + 1);
        m_header.logger = file.substr(0, file.find(':'));
        m_rest.remove_prefix(close + 1);
        return true;
    }

    /// "ERROR:scraper.http:message", the default of Python's logging.basicConfig().
    bool readPythonBasic()
    {
        const auto colon = m_rest.substr(0, 9).find(':');
        if (colon == std::string_view::npos || !isCapitals(m_rest.substr(0, colon))) {
            return false;
        }
        const auto level = levelFromName(m_rest.substr(0, colon));
        const auto name = m_rest.substr(colon + 1, m_rest.find(':', colon + 1) - colon - 1);
        const auto end = colon + 1 + name.size();
        if (!level || !isName(name) || end >= m_rest.size() || m_rest[end] != ':') {
            return false;
        }
        m_header.level = *level;
        m_header.logger = name;
        m_rest.remove_prefix(end + 1);
        return true;
    }

    /// "[2024-01-15 10:30:00.123]", "[info]", "[scraper.http]", "[4711]".
    bool readBracket()
    {
        const auto close = m_rest.substr(0, kLongestName).find(']');
        if (close == std::string_view::npos) {
            return false;
        }
        auto inside = m_rest.substr(1, close - 1);
        inside.remove_prefix(std::min(inside.find_first_not_of(' '), inside.size()));
        inside = inside.substr(0, inside.find_last_not_of(' ') + 1);
        const auto level = levelFromName(inside);
        if (const auto found = plainTimeAtStart(inside, m_context); found && !m_header.time) {
            m_header.time = found->time;
            readAfterTime(inside.substr(found->length));
        } else if (level && (m_header.level == Level::Unknown || isCapitals(inside))) {
            m_header.level = *level;
        } else if (isName(inside)) {
            // Perhaps a thread's; a name set apart in another way counts more.
            m_header.logger = m_header.logger.empty() ? inside : m_header.logger;
        } else if (!isNumber(inside)) {
            return false;
        }
        m_rest.remove_prefix(close + 1);
        return true;
    }

    /// " ERROR shop::cart" (env_logger), ": INFO/MainProcess" (Celery), " #4711" (Ruby).
    void readAfterTime(std::string_view rest)
    {
        while (!rest.empty()) {
            const auto part = rest.substr(0, rest.find_first_of(" ,/"));
            const auto level = isCapitals(part) ? levelFromName(part) : std::nullopt;
            m_header.level = level.value_or(m_header.level);
            if (isPath(part)) {
                m_header.logger = part;
            }
            rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        }
    }

    bool readBareWord()
    {
        const auto whole = word(m_rest);
        if (isSeparator(whole)) {
            m_rest.remove_prefix(whole.size());
            return true;
        }
        const bool endsHeader = whole.back() == ':' || whole.back() == ',';
        const auto name = endsHeader ? whole.substr(0, whole.size() - 1) : whole;
        // Ruby's Logger writes both "I," and "INFO"; a syslog line has its priority besides.
        if ((m_header.level == Level::Unknown || isCapitals(name)) &&
            readLevelWord(name, whole, endsHeader)) {
            return true;
        }
        if (!m_isLoggerSure && isLoggerHere(name, whole, whole.back() == ':')) {
            m_header.logger = name;
            m_isLoggerSure = true;
            m_rest.remove_prefix(whole.size());
            return true;
        }
        if (isThreadNumber(whole)) {
            m_rest.remove_prefix(whole.size());
            return true;
        }
        return false;
    }

    /// In lower case a word may as well be the first of the message ("error while reading"): it
    /// tells the level but belongs to the header only when set apart.
    bool readLevelWord(std::string_view name, std::string_view whole, bool endsHeader)
    {
        const auto level = levelFromName(name);
        const bool isSetApart = endsHeader || isSeparator(wordAfter(whole.size()));
        if (!level || (name.size() < 3 && !isSetApart)) {
            return false;
        }
        const bool isHeader = isCapitals(name) || isSetApart;
        if (!isHeader && !m_header.time) {
            return false;
        }
        m_header.level = *level;
        m_rest.remove_prefix(isHeader ? whole.size() : 0);
        return isHeader;
    }

    bool isLoggerHere(std::string_view name, std::string_view whole, bool hasColon) const
    {
        const bool hasLevel = m_header.level != Level::Unknown;
        if (hasColon) {
            return hasLevel && isPath(name);
        }
        const auto next = wordAfter(whole.size());
        if (!isName(whole) || !isSeparator(next) || next == "--" || next == "---") {
            return false;
        }
        return hasLevel || (m_header.time && levelFollows(whole));
    }

    /// "scraper.http - INFO - ": Python's usual order.
    bool levelFollows(std::string_view name) const
    {
        const auto separator = wordAfter(name.size());
        const auto after =
            static_cast<std::size_t>(separator.data() + separator.size() - m_rest.data());
        const auto level = wordAfter(after);
        return levelFromName(level) && level.size() >= 3;
    }

    /// Spring Boot: "INFO 4711 --- [main] c.e.Shop : message".
    bool isThreadNumber(std::string_view whole) const
    {
        return isNumber(whole) && m_header.level != Level::Unknown &&
               wordAfter(whole.size()) == "---";
    }

    void findLevelInCapitals()
    {
        // Not a part of a path or a query, as in "GET /ERROR?x=FATAL".
        constexpr std::string_view kBefore = " \t[(|<:\"";
        constexpr std::string_view kAfter = " \t])|>:,\"";
        const auto line = m_text.substr(0, std::min(m_text.find('\n'), kLevelSearchBytes));
        for (std::size_t at = 0; at < line.size();) {
            const auto begin = line.data() + at;
            const auto end = std::find_if_not(begin, line.data() + line.size(), isWordByte);
            const std::string_view found(begin, static_cast<std::size_t>(end - begin));
            const auto next = line.substr(at + found.size(), 1);
            const bool isApart =
                (at == 0 || kBefore.find(line[at - 1]) != std::string_view::npos) &&
                (next.empty() || kAfter.find(next[0]) != std::string_view::npos);
            if (isApart && isCapitals(found) && (found.size() >= 4 || next == ":")) {
                if (const auto level = levelFromName(found)) {
                    m_header.level = *level;
                    return;
                }
            }
            at += found.size() + 1;
        }
    }

    void findAccessLogTime()
    {
        const auto line = m_text.substr(0, std::min(m_text.find('\n'), kLevelSearchBytes));
        const auto open = line.find(" [");
        if (open == std::string_view::npos) {
            return;
        }
        if (const auto found = plainTimeAtStart(m_text.substr(open + 2), m_context)) {
            m_header.time = found->time;
        }
    }

    const std::string_view m_text;
    std::string_view m_rest;
    const FormatContext &m_context;
    PlainHeader m_header;
    bool m_hasPriority = false;
    bool m_isLoggerSure = false;
};

} // namespace

PlainHeader readPlainHeader(std::string_view text, const FormatContext &context)
{
    return HeaderReader(text, context).read();
}

} // namespace foretop::logs
