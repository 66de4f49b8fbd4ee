// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/accessline.h"

#include "base/text.h"
#include "logs/plaintime.h"
#include "logs/recordparser.h"

#include <algorithm>
#include <array>

namespace foretop::logs {
namespace {

constexpr std::size_t kMostBytesBefore = 512; // the time's bracket
constexpr std::size_t kMostTimeBytes = 40;
constexpr std::size_t kLeastWordsBefore = 3;
constexpr std::size_t kMostWordsBefore = 5;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// The end of a quoted text whose opening quote is before @p at: its closing quote.
std::size_t quotedEnd(std::string_view line, std::size_t at)
{
    while ((at = line.find('"', at)) != std::string_view::npos) {
        auto before = at;
        while (before > 0 && line[before - 1] == '\\') {
            --before;
        }
        if ((at - before) % 2 == 0) {
            return at;
        }
        ++at;
    }
    return at;
}

std::string unescaped(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool isEscape = text[at] == '\\' && at + 1 < text.size() &&
                              (text[at + 1] == '"' || text[at + 1] == '\\');
        at += isEscape ? 1 : 0;
        out += text[at];
    }
    return out;
}

void addField(std::vector<Field> &fields, std::string_view name, std::string_view value)
{
    if (!value.empty() && value != "-" && fields.size() < kMaxFields) {
        fields.emplace_back(name, unescaped(value));
    }
}

void addCaller(std::vector<Field> &fields, std::string_view text)
{
    std::array<std::string_view, kMostWordsBefore> words;
    std::size_t count = 0;
    while (!text.empty() && count < words.size()) {
        words[count++] = takeUntil(text, ' ');
    }
    // The identity, which is nearly always "-", tells whether a virtual host comes first.
    const bool hasHost = count > kLeastWordsBefore && words[2] == "-" && words[1] != "-";
    const std::size_t client = hasHost ? 1 : 0;
    const auto *const userAt = words[client + 2].data();
    addField(fields, "vhost", hasHost ? words[0] : "");
    addField(fields, "client", words[client]);
    addField(fields, "ident", words[client + 1]);
    if (count > client + 2) {
        const auto &last = words[count - 1];
        addField(fields, "user",
                 {userAt, static_cast<std::size_t>(last.data() + last.size() - userAt)});
    }
}

void addRequest(std::vector<Field> &fields, std::string_view request)
{
    const auto methodEnd = request.find(' ');
    const auto method = request.substr(0, methodEnd);
    const bool isMethod = !method.empty() && std::all_of(method.begin(), method.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
    });
    if (methodEnd == std::string_view::npos || !isMethod) {
        addField(fields, "request", request);
        return;
    }
    auto path = request.substr(methodEnd + 1);
    const auto protocolAt = path.rfind(" HTTP/");
    addField(fields, "method", method);
    addField(fields, "path", path.substr(0, protocolAt));
    if (protocolAt != std::string_view::npos) {
        addField(fields, "protocol", path.substr(protocolAt + 1));
    }
}

/// Goes over what stands behind the status.
class ExtrasReader
{
public:
    ExtrasReader(std::vector<Field> &fields, std::string_view rest)
        : m_fields(fields)
        , m_rest(trimmed(rest))
    {
    }

    void read()
    {
        addField(m_fields, "bytes", takeWord());
        if (m_rest.starts_with('"')) {
            addField(m_fields, "referer", takeWord());
            addField(m_fields, "user_agent", takeWord());
        }
        while (!m_rest.empty() && m_fields.size() < kMaxFields) {
            readExtra();
        }
        addField(m_fields, m_durations.empty() ? "response_time" : "request_length", m_number);
        addField(m_fields, "response_time", m_durations);
    }

private:
    std::string_view takeWord()
    {
        std::size_t end = 0;
        std::string_view word;
        if (m_rest.starts_with('"')) {
            end = std::min(quotedEnd(m_rest, 1), m_rest.size());
            word = m_rest.substr(1, end - 1);
            end = std::min(end + 1, m_rest.size());
        } else {
            end = std::min(m_rest.find(' '), m_rest.size());
            word = m_rest.substr(0, end);
        }
        m_rest = trimmed(m_rest.substr(end));
        return word;
    }

    void readExtra()
    {
        const auto name = m_rest.substr(0, m_rest.find_first_of("= \""));
        if (!name.empty() && m_rest.substr(name.size(), 1) == "=") {
            m_rest.remove_prefix(name.size() + 1);
            addField(m_fields, name, m_rest.starts_with(' ') ? std::string_view() : takeWord());
            return;
        }
        if (m_rest.starts_with('"')) {
            takeWord();
            return;
        }
        const auto word = takeWord();
        if (word.empty() || !isDigit(word[0])) {
            return;
        }
        const bool isWhole = std::all_of(word.begin(), word.end(), isDigit);
        const auto unit = word.substr(std::min(word.find_first_not_of("0123456789."), word.size()));
        auto &kept = isWhole ? m_number : m_durations;
        const bool isTime = unit.empty() || unit == "s" || unit == "ms" || unit == "us";
        kept = isTime && kept.empty() ? word : kept;
    }

    std::vector<Field> &m_fields;
    std::string_view m_rest;
    std::string_view m_number;    // the first whole one
    std::string_view m_durations; // the first with a fraction or a unit
};

} // namespace

std::optional<AccessPlaces> findAccessPlaces(std::string_view line)
{
    const auto bracket = line.substr(0, kMostBytesBefore).find(" [");
    if (bracket == std::string_view::npos) {
        return {};
    }
    const auto before = line.substr(0, bracket);
    const auto words = static_cast<std::size_t>(std::count(before.begin(), before.end(), ' ')) + 1;
    if (words < kLeastWordsBefore || words > kMostWordsBefore || before[0] == '{') {
        return {};
    }
    AccessPlaces places{.timeAt = bracket + 2};
    const auto timeSize = line.substr(places.timeAt, kMostTimeBytes).find(']');
    if (timeSize == std::string_view::npos) {
        return {};
    }
    places.timeEnd = places.timeAt + timeSize;
    if (line.substr(places.timeEnd, 3) != "] \"") {
        return {};
    }
    places.requestAt = places.timeEnd + 3;
    places.requestEnd = quotedEnd(line, places.requestAt);
    places.statusAt = places.requestEnd + 2;
    if (places.requestEnd == std::string_view::npos || line.size() < places.statusAt + 3) {
        return {};
    }
    const auto status = line.substr(places.requestEnd + 1, 5);
    const bool isStatus = status[0] == ' ' && isDigit(status[1]) && isDigit(status[2]) &&
                          isDigit(status[3]) && (status.size() < 5 || status[4] <= ' ');
    return isStatus ? std::optional(places) : std::nullopt;
}

Level levelOfStatus(char firstDigit)
{
    return firstDigit == '5' ? Level::Error : firstDigit == '4' ? Level::Warning : Level::Info;
}

std::optional<Record> readAccess(std::string_view text, const FormatContext &context)
{
    const auto places = findAccessPlaces(text.substr(0, text.find('\n')));
    if (!places) {
        return {};
    }
    Record record;
    record.time = plainTime(text.substr(places->timeAt, places->timeEnd - places->timeAt), context);
    if (!record.time) {
        return {};
    }
    record.level = levelOfStatus(text[places->statusAt]);
    record.message = text.substr(places->requestAt - 1);
    return record;
}

std::vector<Field> accessFields(std::string_view text)
{
    const auto line = text.substr(0, text.find('\n'));
    const auto places = findAccessPlaces(line);
    std::vector<Field> fields;
    if (!places) {
        return fields;
    }
    addCaller(fields, line.substr(0, places->timeAt - 2));
    addRequest(fields, line.substr(places->requestAt, places->requestEnd - places->requestAt));
    addField(fields, "status", line.substr(places->statusAt, 3));
    ExtrasReader(fields, line.substr(places->statusAt + 3)).read();
    return fields;
}

} // namespace foretop::logs
