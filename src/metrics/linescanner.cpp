// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/linescanner.h"

#include "base/text.h"
#include "metrics/number.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

constexpr unsigned kLetter = 1;
constexpr unsigned kDigit = 2;
constexpr unsigned kColon = 4;

constexpr std::array<std::uint8_t, 256> makeCharClasses()
{
    std::array<std::uint8_t, 256> classes{};
    for (std::size_t c = 'a'; c <= 'z'; ++c) {
        classes[c] = kLetter;
        classes[c - 'a' + 'A'] = kLetter;
    }
    for (std::size_t c = '0'; c <= '9'; ++c) {
        classes[c] = kDigit;
    }
    classes['_'] = kLetter;
    classes[':'] = kColon;
    return classes;
}

constexpr auto kCharClasses = makeCharClasses();

bool isOf(char c, unsigned classes)
{
    return (kCharClasses[static_cast<unsigned char>(c)] & classes) != 0;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

std::string validText(std::string text)
{
    // Without a branch a byte, so that the compiler makes vectors of it.
    unsigned char all = 0;
    for (const char c : text) {
        all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
    }
    return all < 0x80 ? std::move(text) : toValidUtf8(text);
}

} // namespace

bool LineScanner::fail(ErrorCode code, std::string message)
{
    m_error = {.code = code, .message = std::move(message)};
    m_error.place.column = m_at + 1;
    return false;
}

bool LineScanner::accept(char c)
{
    if (atEnd() || m_line[m_at] != c) {
        return false;
    }
    ++m_at;
    return true;
}

void LineScanner::skipBlanks()
{
    while (m_spacing == Spacing::Free && !atEnd() && isBlank(m_line[m_at])) {
        ++m_at;
    }
}

bool LineScanner::separator()
{
    if (m_spacing == Spacing::Free) {
        skipBlanks();
        return true;
    }
    const bool isOne = accept(' ') && !atEnd() && peek() != ' ' && peek() != '\t';
    return isOne || fail(ErrorCode::Malformed, "there must be one space");
}

std::string_view LineScanner::word()
{
    const auto start = m_at;
    while (!atEnd() && !isBlank(m_line[m_at])) {
        ++m_at;
    }
    return m_line.substr(start, m_at - start);
}

bool LineScanner::name(std::string &name, bool withColons, std::string_view what)
{
    const unsigned first = kLetter | (withColons ? kColon : 0);
    auto end = m_at;
    if (end < m_line.size() && isOf(m_line[end], first)) {
        do {
            ++end;
        } while (end < m_line.size() && isOf(m_line[end], first | kDigit));
    }
    if (end == m_at) {
        return fail(ErrorCode::Malformed,
                    fmt::format("{} name must start with a letter or \"_\"", what));
    }
    if (end - m_at > kMaxNameBytes) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("{} name must be at most {} bytes long", what, kMaxNameBytes));
    }
    name = m_line.substr(m_at, end - m_at);
    m_at = end;
    return true;
}

bool LineScanner::metricName(std::string &metricName)
{
    if (peek() == '"') {
        return quoted(metricName, kMaxNameBytes, "a metric name");
    }
    if (!name(metricName, true, "a metric")) {
        return false;
    }
    if (!atEnd() && !isBlank(peek()) && peek() != '{') {
        return fail(ErrorCode::Malformed,
                    "a metric name must have only letters, digits, \"_\" and \":\"");
    }
    return true;
}

bool LineScanner::quoted(std::string &text, std::size_t maxBytes, std::string_view what)
{
    if (!accept('"')) {
        return fail(ErrorCode::Malformed, fmt::format("{} must be in double quotes", what));
    }
    const auto start = m_at;
    auto end = m_line.find_first_of("\"\\", start);
    const bool isEscaped = end != std::string_view::npos && m_line[end] == '\\';
    while (end != std::string_view::npos && m_line[end] == '\\') {
        end = m_line.find_first_of("\"\\", end + 2);
    }
    if (end == std::string_view::npos) {
        return fail(ErrorCode::Malformed, fmt::format("{} has no closing quote", what));
    }
    const auto raw = m_line.substr(start, end - start);
    if (raw.size() > maxBytes) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("{} must be at most {} bytes long", what, maxBytes));
    }
    text = isEscaped ? unescaped(raw, true) : validText(std::string(raw));
    m_at = end + 1;
    return true;
}

bool LineScanner::label(Labels &labels, std::string &metricName)
{
    std::string name;
    const bool isQuoted = peek() == '"';
    if (!(isQuoted ? quoted(name, kMaxNameBytes, "a label name")
                   : this->name(name, false, "a label"))) {
        return false;
    }
    skipBlanks();
    if (isQuoted && metricName.empty() && peek() != '=') {
        metricName = std::move(name);
        return true;
    }
    if (!accept('=')) {
        return fail(ErrorCode::Malformed, "\"=\" is missing after the label name");
    }
    skipBlanks();
    std::string value;
    if (!quoted(value, kMaxLabelValueBytes, "a label value")) {
        return false;
    }
    if (labels.size() == kMaxLabels) {
        return fail(ErrorCode::TooLarge, fmt::format("more than {} labels", kMaxLabels));
    }
    constexpr std::size_t kUsual = 4;
    if (labels.empty()) {
        labels.reserve(kUsual);
    }
    labels.emplace_back(std::move(name), std::move(value));
    return true;
}

bool LineScanner::labels(Labels &labels, std::string &metricName)
{
    if (!accept('{')) {
        return true;
    }
    for (skipBlanks(); !accept('}'); skipBlanks()) {
        if (!label(labels, metricName)) {
            return false;
        }
        skipBlanks();
        const bool isMore = accept(',');
        if (!isMore && peek() != '}') {
            return fail(ErrorCode::Malformed, "\",\" or \"}\" is missing after the label");
        }
        if (isMore && m_spacing == Spacing::Exact && peek() == '}') {
            return fail(ErrorCode::Malformed, "a label is missing after \",\"");
        }
    }
    return sortLabels(labels);
}

bool LineScanner::sortLabels(Labels &labels)
{
    std::sort(labels.begin(), labels.end());
    const auto twice =
        std::adjacent_find(labels.begin(), labels.end(),
                           [](const auto &a, const auto &b) { return a.first == b.first; });
    if (twice != labels.end()) {
        return fail(ErrorCode::Malformed, fmt::format("label \"{}\" is there twice", twice->first));
    }
    // The data model knows no empty value: it is the same as no label.
    std::erase_if(labels, [](const auto &label) { return label.second.empty(); });
    return true;
}

bool LineScanner::value(double &value)
{
    const auto start = m_at;
    const auto number = word();
    const auto parsed = parseNumber(number);
    if (parsed) {
        value = *parsed;
        return true;
    }
    m_at = start;
    if (number.empty()) {
        return fail(ErrorCode::Missing, "the value is missing");
    }
    return fail(ErrorCode::Malformed, fmt::format("the value must be a number, not \"{}\"",
                                                  toValidUtf8(number.substr(0, 60))));
}

bool LineScanner::timestamp(WallTime &time, bool inSeconds)
{
    constexpr double kLastMs = 253'402'300'799'999; // the end of the year 9999
    const auto start = m_at;
    const auto number = word();
    const auto parsed = parseNumber(number);
    const bool isFraction = number.find('.') != std::string_view::npos;
    const double ms = parsed.value_or(NAN) * (inSeconds || isFraction ? 1000.0 : 1.0);
    if (std::abs(ms) <= kLastMs) {
        time = wallTimeFromMs(std::llround(ms));
        return true;
    }
    m_at = start;
    return fail(parsed ? ErrorCode::OutOfRange : ErrorCode::Malformed,
                fmt::format("the timestamp must be {} since 1970, not \"{}\"",
                            inSeconds ? "seconds" : "milliseconds",
                            toValidUtf8(number.substr(0, 60))));
}

bool LineScanner::exemplar(Exemplar &exemplar)
{
    if (!accept('#') || !separator()) {
        return fail(ErrorCode::Malformed, "nothing may follow the timestamp");
    }
    if (peek() != '{') {
        return fail(ErrorCode::Missing, "the labels of the exemplar are missing");
    }
    // A name alone in quotes is no label here.
    std::string noName = "-";
    if (!labels(exemplar.labels, noName) || !separator() || !value(exemplar.value)) {
        return false;
    }
    if (atEnd()) {
        return true;
    }
    if (!separator()) {
        return false;
    }
    if (!atEnd()) {
        WallTime time{};
        if (!timestamp(time, true)) {
            return false;
        }
        exemplar.time = time;
        skipBlanks();
    }
    return atEnd() || fail(ErrorCode::Malformed, "nothing may follow the exemplar");
}

std::string unescaped(std::string_view text, bool quotes)
{
    if (text.find('\\') == std::string_view::npos) {
        return validText(std::string(text));
    }
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (text[i] == '\\' && (next == '\\' || next == 'n' || (quotes && next == '"'))) {
            out += next == 'n' ? '\n' : next;
            ++i;
        } else {
            out += text[i];
        }
    }
    return validText(std::move(out));
}

} // namespace foretop::metrics
