// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/config/yamlreader.h"

#include "base/text.h"

#include <charconv>
#include <cmath>
#include <set>

#include <fmt/format.h>

namespace foretop::agent {
namespace {

Result<void> checkUtf8(std::string_view text, std::string_view source)
{
    std::uint64_t line = 1;
    std::uint64_t column = 1;
    while (!text.empty()) {
        const std::size_t length = utf8SequenceLength(text);
        if (length == 0 || text[0] == '\0') {
            return fail(ErrorCode::Malformed, "not valid UTF-8 text", source,
                        Place::atLine(line, column));
        }
        ++column;
        if (text[0] == '\n') {
            ++line;
            column = 1;
        }
        text.remove_prefix(length);
    }
    return {};
}

std::string shown(const YAML::Node &node)
{
    constexpr std::size_t kMost = 40;
    const std::string &value = node.Scalar();
    return value.size() <= kMost ? value : value.substr(0, kMost) + "...";
}

std::string_view kindOf(const YAML::Node &node)
{
    switch (node.Type()) {
    case YAML::NodeType::Map:
        return "a mapping";
    case YAML::NodeType::Sequence:
        return "a list";
    case YAML::NodeType::Scalar:
        return "a value";
    case YAML::NodeType::Null:
    case YAML::NodeType::Undefined:
        break;
    }
    return "nothing";
}

template <typename Map>
std::string joinedKeys(const Map &map)
{
    std::string out;
    for (const auto &entry : map) {
        out += out.empty() ? "" : ", ";
        out += entry.first;
    }
    return out;
}

} // namespace

Result<YAML::Node> parseYaml(const std::string &text, std::string_view source)
{
    if (text.size() > kMaxConfigBytes) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("more than {} bytes are no configuration", kMaxConfigBytes),
                    source);
    }
    if (auto valid = checkUtf8(text, source); !valid) {
        return tl::unexpected(valid.error());
    }
    return parseYamlDocument(text, source, YamlAliases::Refused);
}

void YamlReader::fail(const YAML::Node &at, ErrorCode code, std::string message)
{
    if (!m_error) {
        // yaml-cpp marks a value that is not there at what follows, lines below.
        m_error = Error{.code = code,
                        .message = std::move(message),
                        .source = m_source,
                        .place = placeOf(at.IsNull() ? m_key : at.Mark())};
    }
}

void YamlReader::readMap(const YAML::Node &node, std::string_view what, const Keys &keys)
{
    if (m_error || node.IsNull()) {
        return;
    }
    if (!node.IsMap()) {
        fail(node, ErrorCode::WrongType,
             fmt::format("{} must be a mapping of keys, not {}", what, kindOf(node)));
        return;
    }
    std::set<std::string> seen;
    for (const auto &entry : node) {
        const YAML::Node &key = entry.first;
        if (!key.IsScalar()) {
            fail(key, ErrorCode::WrongType, fmt::format("a key of {} must be a word", what));
            return;
        }
        const auto found = keys.find(key.Scalar());
        if (found == keys.end()) {
            fail(key, ErrorCode::Unknown,
                 fmt::format("unknown key \"{}\" in {}; known are: {}", shown(key), what,
                             joinedKeys(keys)));
        } else if (!seen.insert(key.Scalar()).second) {
            fail(key, ErrorCode::Malformed,
                 fmt::format("key \"{}\" is there twice in {}", shown(key), what));
        } else {
            m_key = key.Mark();
            found->second(entry.second);
        }
        if (m_error) {
            return;
        }
    }
}

void YamlReader::readList(const YAML::Node &node, std::string_view what, std::size_t most,
                          const Read &read)
{
    if (m_error || node.IsNull()) {
        return;
    }
    if (!node.IsSequence()) {
        fail(node, ErrorCode::WrongType,
             fmt::format("{} must be a list, not {}", what, kindOf(node)));
        return;
    }
    if (node.size() > most) {
        fail(node, ErrorCode::OutOfRange,
             fmt::format("{} has {} entries; at most {} are taken", what, node.size(), most));
        return;
    }
    for (const auto &element : node) {
        read(element);
        if (m_error) {
            return;
        }
    }
}

bool YamlReader::isScalar(const YAML::Node &node, std::string_view what, std::string_view expected)
{
    if (m_error) {
        return false;
    }
    if (!node.IsScalar()) {
        fail(node, ErrorCode::WrongType,
             fmt::format("{} must be {}, not {}", what, expected, kindOf(node)));
        return false;
    }
    return true;
}

std::optional<std::string> YamlReader::text(const YAML::Node &node, std::string_view what)
{
    if (!isScalar(node, what, "text")) {
        return {};
    }
    if (node.Scalar().empty()) {
        fail(node, ErrorCode::OutOfRange, fmt::format("{} must not be empty", what));
        return {};
    }
    return node.Scalar();
}

std::optional<bool> YamlReader::flag(const YAML::Node &node, std::string_view what)
{
    if (!isScalar(node, what, "true or false")) {
        return {};
    }
    if (node.Scalar() != "true" && node.Scalar() != "false") {
        fail(node, ErrorCode::WrongType,
             fmt::format("{} must be true or false, not \"{}\"", what, shown(node)));
        return {};
    }
    return node.Scalar() == "true";
}

std::optional<double> YamlReader::withUnit(const YAML::Node &node, std::string_view what,
                                           std::string_view expected,
                                           const std::map<std::string_view, double> &units)
{
    if (!isScalar(node, what, expected)) {
        return {};
    }
    const std::string &written = node.Scalar();
    double value = 0;
    const auto [end, failure] =
        std::from_chars(written.data(), written.data() + written.size(), value);
    const std::string_view unit =
        trimmed(std::string_view(written).substr(static_cast<std::size_t>(end - written.data())));
    const auto found = units.find(unit);
    if (failure != std::errc() || !std::isfinite(value) || found == units.end()) {
        fail(node, ErrorCode::WrongType,
             fmt::format("{} must be {}, not \"{}\"", what, expected, shown(node)));
        return {};
    }
    // 97% must be the very number that 0.97 is, so it is divided, not multiplied.
    return unit == "%" ? value / 100 : value * found->second;
}

std::optional<double> YamlReader::number(const YAML::Node &node, std::string_view what,
                                         double least, double most)
{
    const auto value = withUnit(node, what, "a number", {{"", 1.0}, {"%", 0.01}});
    if (value && !(*value >= least && *value <= most)) {
        fail(node, ErrorCode::OutOfRange,
             fmt::format("{} must be from {} to {}, not {}", what, least, most, shown(node)));
        return {};
    }
    return value;
}

std::optional<Milliseconds> YamlReader::duration(const YAML::Node &node, std::string_view what,
                                                 Milliseconds least, Milliseconds most)
{
    const auto ms =
        withUnit(node, what, "a duration such as 5s or 250ms",
                 {{"", 1000.0}, {"ms", 1.0}, {"s", 1000.0}, {"m", 60'000.0}, {"h", 3'600'000.0}});
    if (!ms) {
        return {};
    }
    if (!(*ms >= static_cast<double>(least.count()) && *ms <= static_cast<double>(most.count()))) {
        fail(node, ErrorCode::OutOfRange,
             fmt::format("{} must be from {} ms to {} s, not {}", what, least.count(),
                         most.count() / 1000, shown(node)));
        return {};
    }
    return Milliseconds(std::llround(*ms));
}

std::optional<std::size_t> YamlReader::byteCount(const YAML::Node &node, std::string_view what,
                                                 std::size_t least, std::size_t most)
{
    const auto bytes =
        withUnit(node, what, "a size such as 16MiB",
                 {{"", 1.0}, {"KiB", 1024.0}, {"MiB", 1048576.0}, {"GiB", 1073741824.0}});
    if (!bytes) {
        return {};
    }
    if (!(*bytes >= static_cast<double>(least) && *bytes <= static_cast<double>(most))) {
        fail(node, ErrorCode::OutOfRange,
             fmt::format("{} must be from {} to {} bytes, not {}", what, least, most, shown(node)));
        return {};
    }
    return static_cast<std::size_t>(*bytes);
}

} // namespace foretop::agent
