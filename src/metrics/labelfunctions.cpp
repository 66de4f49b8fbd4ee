// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/labelfunctions.h"

#include <algorithm>
#include <charconv>

#include <re2/re2.h>

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

/// A replacement as Go's regexp.Expand reads it, taken apart once.
class Replacement
{
public:
    Replacement(std::string_view text, const re2::RE2 &regex)
        : m_regex(regex)
    {
        while (!text.empty()) {
            const auto dollar = std::min(text.find('$'), text.size());
            literal(text.substr(0, dollar));
            text.remove_prefix(dollar);
            if (!text.empty()) {
                text.remove_prefix(1);
                reference(text);
            }
        }
    }

    std::string expanded(const std::vector<re2::StringPiece> &groups) const
    {
        std::string out;
        for (const auto &part : m_parts) {
            if (part.group < 0) {
                out += part.literal;
            } else if (static_cast<std::size_t>(part.group) < groups.size()) {
                const auto &group = groups[static_cast<std::size_t>(part.group)];
                out.append(group.data(), group.size());
            }
        }
        return out;
    }

private:
    struct Part
    {
        std::string literal;
        int group = -1; ///< -1: the literal
    };

    void literal(std::string_view text) { m_parts.push_back({std::string(text), -1}); }

    /// What follows a "$", taken off @p rest: "$", a name, or nothing that means anything.
    void reference(std::string_view &rest)
    {
        static const re2::RE2 kName(R"(\{([\pL\p{Nd}_]+)\}|([\pL\p{Nd}_]+))");
        if (rest.starts_with('$')) {
            rest.remove_prefix(1);
            literal("$");
            return;
        }
        re2::StringPiece text(rest.data(), rest.size());
        re2::StringPiece braced;
        re2::StringPiece bare;
        if (!re2::RE2::Consume(&text, kName, &braced, &bare)) {
            literal("$");
            return;
        }
        rest.remove_prefix(rest.size() - text.size());
        const auto &name = braced.empty() ? bare : braced;
        m_parts.push_back({{}, groupOf(std::string(name.data(), name.size()))});
        if (m_parts.back().group < 0) {
            m_parts.pop_back(); // a group that is not there is empty
        }
    }

    int groupOf(const std::string &name) const
    {
        int number = 0;
        const auto *end = name.data() + name.size();
        const auto [at, error] = std::from_chars(name.data(), end, number);
        const bool isNumber = error == std::errc() && at == end && name[0] != '-' &&
                              (name[0] != '0' || name.size() == 1);
        if (isNumber) {
            return number;
        }
        const auto &named = m_regex.NamedCapturingGroups();
        const auto found = named.find(name);
        return found == named.end() ? -1 : found->second;
    }

    const re2::RE2 &m_regex;
    std::vector<Part> m_parts;
};

Result<void> checkLabel(std::string_view name)
{
    return isLabelName(name)
               ? Result<void>()
               : fail(ErrorCode::Malformed, fmt::format("{} is no label name", quoted(name)));
}

} // namespace

Result<Tracks> replaceLabel(Tracks tracks, std::string_view target, std::string_view replacement,
                            std::string_view source, std::string_view pattern)
{
    const auto regex = AnchoredRegex::make(pattern);
    const auto valid = regex ? checkLabel(target) : tl::unexpected(regex.error());
    if (!valid) {
        return tl::unexpected(valid.error());
    }
    const auto &compiled = regex->compiled();
    const Replacement replace(replacement, compiled);
    std::vector<re2::StringPiece> groups(
        static_cast<std::size_t>(compiled.NumberOfCapturingGroups()) + 1);
    for (auto &track : tracks) {
        const std::string value(labelOf(track.labels, source));
        if (compiled.Match(value, 0, value.size(), re2::RE2::ANCHOR_BOTH, groups.data(),
                           static_cast<int>(groups.size()))) {
            setLabel(track.labels, target, replace.expanded(groups));
        }
    }
    return united(std::move(tracks));
}

Result<Tracks> joinLabels(Tracks tracks, std::string_view target, std::string_view separator,
                          const std::vector<std::string> &sources)
{
    auto valid = checkLabel(target);
    for (const auto &source : sources) {
        valid = valid ? checkLabel(source) : std::move(valid);
    }
    if (!valid) {
        return tl::unexpected(std::move(valid.error()));
    }
    for (auto &track : tracks) {
        std::string joined;
        for (std::size_t i = 0; i < sources.size(); ++i) {
            joined += i > 0 ? separator : std::string_view();
            joined += labelOf(track.labels, sources[i]);
        }
        setLabel(track.labels, target, joined);
    }
    return united(std::move(tracks));
}

} // namespace foretop::metrics
