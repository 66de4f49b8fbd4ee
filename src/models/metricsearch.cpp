// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metricsearch.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace foretop::models {

namespace {

using Entry = MetricCatalog::Entry;
using Order = MetricSearch::Order;

std::vector<std::string> wordsOf(const std::string &text)
{
    std::vector<std::string> words;
    constexpr std::string_view kBlank = " \t\r\n";
    for (auto begin = text.find_first_not_of(kBlank); begin != std::string::npos;) {
        const auto end = std::min(text.find_first_of(kBlank, begin), text.size());
        words.push_back(text.substr(begin, end - begin));
        begin = text.find_first_not_of(kBlank, end);
    }
    return words;
}

/// 0: the name begins with the first word; 1: the name holds all; 2: some are in the help only.
std::optional<int> rankOf(const metrics::Family &family, const std::vector<std::string> &words)
{
    int rank = 1;
    for (const auto &word : words) {
        if (!containsIgnoringCase(family.name, word)) {
            if (!containsIgnoringCase(family.help, word)) {
                return {};
            }
            rank = 2;
        }
    }
    const bool begins =
        words.empty() ||
        equalsIgnoringCase(std::string_view(family.name).substr(0, words[0].size()), words[0]);
    return rank == 1 && begins ? 0 : rank;
}

/// By what @p value tells, those without one last; by name where it is the same.
template <typename Value>
void sortBy(std::vector<std::uint32_t> &found, bool isDescending, const Value &value)
{
    std::stable_sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
        const auto left = value(a);
        const auto right = value(b);
        if (!left || !right) {
            return left && !right;
        }
        return isDescending ? *right < *left : *left < *right;
    });
}

void sort(std::vector<std::uint32_t> &found, const std::vector<Entry> &entries,
          const MetricSearch &search)
{
    switch (search.order) {
    case Order::Type:
        sortBy(found, search.isDescending, [&](std::uint32_t i) {
            return std::optional(metrics::familyTypeName(entries[i].family.type));
        });
        break;
    case Order::Help:
        sortBy(found, search.isDescending, [&](std::uint32_t i) {
            const std::string_view help = entries[i].family.help;
            return help.empty() ? std::nullopt : std::optional(help);
        });
        break;
    case Order::SeriesCount:
        sortBy(found, search.isDescending, [&](std::uint32_t i) { return entries[i].seriesCount; });
        break;
    case Order::Last:
        sortBy(found, search.isDescending, [&](std::uint32_t i) {
            const auto &last = entries[i].last;
            return last && *last == *last ? last : std::nullopt; // NaN has no order
        });
        break;
    case Order::Relevance:
    case Order::Name:
        if (search.isDescending) {
            std::reverse(found.begin(), found.end());
        }
        break;
    }
}

} // namespace

std::vector<std::uint32_t> foundMetrics(const std::vector<Entry> &entries,
                                        const MetricSearch &search, const std::stop_token &stop)
{
    constexpr std::size_t kBetweenLooks = 4096;
    const auto words = wordsOf(search.text);
    std::array<std::vector<std::uint32_t>, 3> byRank;
    const bool isRanked = search.order == Order::Relevance;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (i % kBetweenLooks == 0 && stop.stop_requested()) {
            return {};
        }
        const auto &family = entries[i].family;
        if (search.type && family.type != *search.type) {
            continue;
        }
        if (const auto rank = rankOf(family, words)) {
            byRank[isRanked ? std::size_t(*rank) : 0].push_back(std::uint32_t(i));
        }
    }
    auto &found = byRank[0];
    found.insert(found.end(), byRank[1].begin(), byRank[1].end());
    found.insert(found.end(), byRank[2].begin(), byRank[2].end());
    sort(found, entries, search);
    return std::move(found);
}

} // namespace foretop::models
