// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/fieldcomparison.h"

#include "base/jsonreader.h"
#include "base/text.h"
#include "base/timestamp.h"
#include "logs/numbertext.h"
#include "logs/wordpattern.h"
#include "logs/writtentime.h"

#include <algorithm>

namespace foretop::logs {
namespace {

std::string smallLetters(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

/// For Less and the like; @p order is how the field compares with the value.
bool fits(std::strong_ordering order, Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less:
        return order < 0;
    case Comparison::LessEqual:
        return order <= 0;
    case Comparison::Greater:
        return order > 0;
    case Comparison::GreaterEqual:
        return order >= 0;
    case Comparison::Equal:
    case Comparison::NotEqual:
        break;
    }
    return order == 0;
}

bool fits(WallTime field, const WrittenTime &value, Comparison comparison)
{
    const auto order = field < value.first  ? std::strong_ordering::less
                       : field > value.last ? std::strong_ordering::greater
                                            : std::strong_ordering::equal;
    return fits(order, comparison);
}

std::optional<WallTime> timeOf(std::string_view fieldText)
{
    if (const auto time = readIsoTime(fieldText, TimeZone())) {
        return time->first;
    }
    const auto number = numberOf(fieldText);
    return number ? wallTimeFromEpoch(*number) : std::nullopt;
}

bool isEqualLevel(const FieldTerm &term, Level level)
{
    if (term.value.kind == FieldValue::Kind::Any) {
        return level != Level::Unknown;
    }
    if (term.value.kind == FieldValue::Kind::Regex) {
        auto comparison = FieldComparison::make(term);
        return comparison && comparison->matches(levelName(level));
    }
    return levelFromName(term.value.text) == level;
}

} // namespace

std::optional<RecordMember> recordMember(std::string_view field)
{
    if (field == "level") {
        return RecordMember::Level;
    }
    if (field == "time") {
        return RecordMember::Time;
    }
    if (field == "logger" || field == "component") {
        return RecordMember::Logger;
    }
    if (field == "message" || field == "msg") {
        return RecordMember::Message;
    }
    return field == "source" ? std::optional(RecordMember::Source) : std::nullopt;
}

LevelMask levelsMatching(const FieldTerm &term)
{
    LevelMask mask;
    const auto wanted = levelFromName(term.value.text);
    for (const auto level : kLevels) {
        bool isIn = false;
        if (term.comparison == Comparison::Equal || term.comparison == Comparison::NotEqual) {
            isIn = isEqualLevel(term, level) == (term.comparison == Comparison::Equal);
        } else if (wanted && level != Level::Unknown) {
            isIn = fits(level <=> *wanted, term.comparison);
        }
        mask = mask.with(level, isIn);
    }
    return mask;
}

std::optional<std::string> memberText(RecordMember member, const RecordView &record)
{
    const auto present = [](std::string_view text) {
        return text.empty() ? std::nullopt : std::optional(std::string(text));
    };
    switch (member) {
    case RecordMember::Level:
        return std::string(levelName(record.level));
    case RecordMember::Time:
        return record.time ? std::optional(formatIso8601(*record.time)) : std::nullopt;
    case RecordMember::Logger:
        return present(record.logger);
    case RecordMember::Message:
        return present(record.message);
    case RecordMember::Source:
        return present(record.source);
    }
    return {};
}

struct FieldComparison::Value
{
    explicit Value(const FieldTerm &compared)
        : term(compared)
        , word(compared.value.text)
        , small(smallLetters(compared.value.text))
        , time(readIsoTime(compared.value.text, TimeZone()))
    {
    }

    bool isOrdered() const
    {
        return term.comparison != Comparison::Equal && term.comparison != Comparison::NotEqual;
    }
    bool isEqual(std::string_view text);
    bool isFound(std::string_view text);
    bool isInOrder(std::string_view text) const;
    bool matches(std::string_view text) { return isOrdered() ? isInOrder(text) : isEqual(text); }

    FieldTerm term;
    WordPattern word;
    std::string small;
    std::optional<WrittenTime> time;
    std::unique_ptr<TextScanner> regex; // null when it is found everywhere
    simdjson::dom::parser json;
};

bool FieldComparison::Value::isEqual(std::string_view text)
{
    switch (term.value.kind) {
    case FieldValue::Kind::Any:
        return text != "null";
    case FieldValue::Kind::Quoted:
        return text == term.value.text;
    case FieldValue::Kind::Regex:
        return isFound(text);
    case FieldValue::Kind::Word:
        break;
    }
    if (const auto order = compareNumbers(text, term.value.text)) {
        return *order == 0;
    }
    return word.isAll(text);
}

bool FieldComparison::Value::isFound(std::string_view text)
{
    if (!regex) {
        return true;
    }
    // hyperscan may read beyond a text that is not UTF-8 when it expects that.
    return regex->pattern().needsValidUtf8() && !simdjson::validate_utf8(text)
               ? regex->isIn(toValidUtf8(text))
               : regex->isIn(text);
}

bool FieldComparison::Value::isInOrder(std::string_view text) const
{
    const auto &value = term.value;
    if (value.kind == FieldValue::Kind::Quoted) {
        return fits(text <=> std::string_view(value.text), term.comparison);
    }
    if (value.kind != FieldValue::Kind::Word) {
        return false;
    }
    if (numberOf(value.text)) {
        const auto order = compareNumbers(text, value.text);
        return order && fits(*order, term.comparison);
    }
    if (time) {
        const auto moment = timeOf(text);
        return moment && fits(*moment, *time, term.comparison);
    }
    return fits(smallLetters(text) <=> small, term.comparison);
}

Result<FieldComparison> FieldComparison::make(const FieldTerm &term)
{
    auto value = std::make_unique<Value>(term);
    if (term.value.kind == FieldValue::Kind::Regex) {
        auto pattern = TextPattern::compile(
            {term.value.text, TextQuery::Kind::Regex, term.value.isCaseSensitive});
        if (!pattern) {
            return tl::unexpected(pattern.error());
        }
        if (!pattern->matchesAll()) {
            value->regex = std::make_unique<TextScanner>(std::move(*pattern));
        }
    }
    return FieldComparison(std::move(value));
}

FieldComparison::FieldComparison(std::unique_ptr<Value> value)
    : m_value(std::move(value))
{
}

FieldComparison::FieldComparison(FieldComparison &&) noexcept = default;
FieldComparison &FieldComparison::operator=(FieldComparison &&) noexcept = default;
FieldComparison::~FieldComparison() = default;

bool FieldComparison::isNegated() const
{
    return m_value->term.comparison == Comparison::NotEqual;
}

bool FieldComparison::isAny() const
{
    return m_value->term.value.kind == FieldValue::Kind::Any;
}

bool FieldComparison::matches(std::string_view fieldText)
{
    if (m_value->matches(fieldText)) {
        return true;
    }
    if (isAny() || !fieldText.starts_with('[') || !fieldText.ends_with(']')) {
        return false;
    }
    simdjson::dom::array elements;
    if (m_value->json.parse(fieldText.data(), fieldText.size()).get(elements) !=
        simdjson::SUCCESS) {
        return false;
    }
    return std::any_of(elements.begin(), elements.end(), [this](JsonElement element) {
        return m_value->matches(jsonDisplayText(element));
    });
}

} // namespace foretop::logs
