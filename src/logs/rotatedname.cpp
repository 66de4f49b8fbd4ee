// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/rotatedname.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <tuple>

namespace foretop::logs {
namespace {

using namespace std::string_view_literals;
constexpr std::array kArchiveEndings = {".gz"sv, ".zst"sv, ".xz"sv, ".bz2"sv};
constexpr std::size_t kMostNumberDigits = 5;
constexpr std::size_t kUnixTimeDigits = 10;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t digitsAt(std::string_view text)
{
    const auto end = std::find_if_not(text.begin(), text.end(), isDigit);
    return static_cast<std::size_t>(end - text.begin());
}

std::uint64_t numberOf(std::string_view digits)
{
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return number;
}

/// Takes YYYYMMDD, YYYY-MM-DD or a Unix time off the front of @p tag.
std::optional<std::uint64_t> takeDate(std::string_view &tag)
{
    const auto digits = digitsAt(tag);
    std::string date;
    std::size_t size = digits;
    if (digits == 4 && tag.size() >= 10 && digitsAt(tag.substr(5)) == 2 &&
        digitsAt(tag.substr(8)) >= 2 && tag[4] == tag[7]) {
        size = 10;
        date = std::string(tag.substr(0, 4)).append(tag.substr(5, 2)).append(tag.substr(8, 2));
    } else if (digits >= 8) {
        date = tag.substr(0, 8);
    }
    const auto number = numberOf(date);
    const auto month = number / 100 % 100;
    const auto day = number % 100;
    const bool isDate = number > 19'700'000 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (isDate) {
        tag.remove_prefix(size == 10 && digits == 4 ? size : 8);
        return number;
    }
    if (digits != kUnixTimeDigits) {
        return {};
    }
    const auto time = numberOf(tag.substr(0, digits));
    tag.remove_prefix(digits);
    return time;
}

/// What rotation put into a name at a separator: a number, or a date and what follows it.
bool readTag(char separator, std::string_view tag, RotatedName &name)
{
    if (separator == '.' && !tag.empty() && tag.size() <= kMostNumberDigits &&
        digitsAt(tag) == tag.size()) {
        name.number = numberOf(tag);
        return true;
    }
    const auto date = takeDate(tag);
    if (!date) {
        return false;
    }
    name.date.push_back(*date);
    while (!tag.empty()) {
        const bool isSeparated = "-_.:T"sv.find(tag[0]) != std::string_view::npos;
        tag.remove_prefix(isSeparated ? 1 : 0);
        const auto digits = std::min<std::size_t>(digitsAt(tag), 18);
        if (digits == 0) {
            return false;
        }
        name.date.push_back(numberOf(tag.substr(0, digits)));
        tag.remove_prefix(digits);
    }
    return true;
}

/// Dated ones first, then the numbered ones from the highest on, then the one that is written.
std::tuple<int, std::int64_t, const std::vector<std::uint64_t> &> rankOf(const RotatedName &name)
{
    const int kind = name.isCurrent() ? 2 : name.number ? 1 : 0;
    return {kind, -static_cast<std::int64_t>(name.number.value_or(0)), name.date};
}

} // namespace

bool RotatedName::isOlderThan(const RotatedName &other) const
{
    return rankOf(*this) < rankOf(other);
}

std::vector<RotatedName> rotatedNames(std::string_view name)
{
    std::vector<RotatedName> found{{.base = std::string(name), .number = {}, .date = {}}};
    const auto ending = std::ranges::find_if(
        kArchiveEndings, [name](std::string_view archive) { return name.ends_with(archive); });
    const bool isCompressed = ending != kArchiveEndings.end();
    const auto plain =
        name.substr(0, name.size() - (isCompressed ? ending->size() : std::size_t{0}));
    const auto add = [&](std::size_t at, std::string_view tag, std::string_view behind) {
        RotatedName rotated;
        if (at == 0 || !readTag(plain[at], tag, rotated)) {
            return;
        }
        rotated.base = std::string(plain.substr(0, at)).append(behind);
        rotated.isCompressed = isCompressed;
        found.push_back(std::move(rotated));
    };
    const auto extension = plain.rfind('.');
    for (auto at = plain.find_first_of("-."); at != std::string_view::npos;
         at = plain.find_first_of("-.", at + 1)) {
        add(at, plain.substr(at + 1), {});
        if (extension != std::string_view::npos && extension > at) {
            add(at, plain.substr(at + 1, extension - at - 1), plain.substr(extension));
        }
    }
    return found;
}

} // namespace foretop::logs
