// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/syslogline.h"

#include "base/text.h"
#include "logs/plaintime.h"
#include "logs/plainword.h"
#include "logs/recordparser.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace foretop::logs {
namespace {

// RFC 5424, tables 1 and 2; the names are those of syslog.conf(5).
constexpr std::array<std::string_view, 24> kFacilities = {
    "kern",   "user",   "mail",     "daemon", "auth",   "syslog", "lpr",    "news",
    "uucp",   "cron",   "authpriv", "ftp",    "ntp",    "audit",  "alert",  "clock",
    "local0", "local1", "local2",   "local3", "local4", "local5", "local6", "local7"};
constexpr std::array<std::string_view, 8> kSeverities = {
    "emergency", "alert", "critical", "error", "warning", "notice", "info", "debug"};

class SyslogReader
{
public:
    explicit SyslogReader(std::string_view text)
        : m_rest(text.substr(0, text.find('\n')))
    {
    }

    std::vector<Field> read()
    {
        const bool hasPriority = takePriority();
        const bool isWhole =
            hasPriority && m_rest.starts_with("1 ") ? readNew() : readOld(hasPriority);
        return isWhole ? std::move(m_fields) : std::vector<Field>();
    }

private:
    bool takePriority()
    {
        const auto close = m_rest.substr(0, 5).find('>');
        if (!m_rest.starts_with('<') || close == std::string_view::npos ||
            !isNumber(m_rest.substr(1, close - 1))) {
            return false;
        }
        std::size_t priority = 0;
        std::from_chars(m_rest.data() + 1, m_rest.data() + close, priority);
        if (priority / 8 < kFacilities.size()) {
            add("facility", kFacilities[priority / 8]);
            add("severity", kSeverities[priority % 8]);
        }
        m_rest.remove_prefix(close + 1);
        return true;
    }

    /// "1 TIME HOST APP PROCID MSGID [id name=\"value\"] message" (RFC 5424, 6).
    bool readNew()
    {
        takeWord();
        takeWord();
        for (const auto name : {"host", "app", "pid", "msgid"}) {
            add(name, takeWord());
        }
        while (m_rest.starts_with('[') && takeElement()) {
        }
        return true;
    }

    bool takeElement()
    {
        m_rest.remove_prefix(1);
        const auto id = m_rest.substr(0, m_rest.find_first_of(" ]"));
        m_rest.remove_prefix(id.size());
        while (m_rest.starts_with(' ')) {
            m_rest.remove_prefix(1);
            const auto name = m_rest.substr(0, m_rest.find("=\""));
            if (name.size() + 2 > m_rest.size()) {
                return false;
            }
            m_rest.remove_prefix(name.size() + 2);
            add(std::string(id) + '.' + std::string(name), takeValue());
        }
        const bool isClosed = m_rest.starts_with(']');
        m_rest.remove_prefix(isClosed ? 1 : 0);
        return isClosed;
    }

    /// Up to the closing quote, which goes too; backslashes hide '"', "\\" and ']'.
    std::string takeValue()
    {
        std::string value;
        std::size_t at = 0;
        for (; at < m_rest.size() && m_rest[at] != '"'; ++at) {
            const bool isEscape =
                m_rest[at] == '\\' && at + 1 < m_rest.size() &&
                std::string_view("\"\\]").find(m_rest[at + 1]) != std::string_view::npos;
            at += isEscape ? 1 : 0;
            value += m_rest[at];
        }
        m_rest.remove_prefix(std::min(at + 1, m_rest.size()));
        return value;
    }

    /// "Jan 15 10:30:00 host app[pid]: message" (RFC 3164, 4.1), or with rsyslog's ISO time.
    bool readOld(bool hasPriority)
    {
        // Any moment does, as the time is only passed over; its year has a 29th of February.
        static constexpr auto kNow = wallTimeFromMs(1'735'600'000'000);
        const auto time = plainTimeAtStart(m_rest, {.now = kNow, .zone = {}});
        if (!time || !(time->isSyslog || hasPriority)) {
            return false;
        }
        m_rest.remove_prefix(time->length);
        takeWord();
        const auto host = takeWord();
        const auto tag = m_rest.substr(0, m_rest.find_first_of(" [:"));
        m_rest.remove_prefix(tag.size());
        const auto processEnd = m_rest.starts_with('[') ? m_rest.find(']') : std::string_view::npos;
        const auto process = processEnd != std::string_view::npos ? m_rest.substr(1, processEnd - 1)
                                                                  : std::string_view();
        m_rest.remove_prefix(process.empty() ? 0 : processEnd + 1);
        if (!isName(host) || !isName(tag) || !m_rest.starts_with(':')) {
            return false;
        }
        add("host", host);
        add("app", tag);
        add("pid", process);
        return true;
    }

    std::string_view takeWord()
    {
        const auto word = m_rest.substr(0, m_rest.find(' '));
        m_rest.remove_prefix(std::min(word.size() + 1, m_rest.size()));
        return word;
    }

    void add(std::string name, std::string_view value)
    {
        if (!value.empty() && value != "-" && m_fields.size() < kMaxFields) {
            m_fields.emplace_back(std::move(name), value);
        }
    }

    std::string_view m_rest;
    std::vector<Field> m_fields;
};

} // namespace

std::vector<Field> syslogFields(std::string_view text)
{
    return SyslogReader(text).read();
}

} // namespace foretop::logs
