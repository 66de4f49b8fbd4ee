// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/patterntree.h"

#include "base/text.h"
#include "logs/messagemask.h"

#include <algorithm>
#include <functional>

namespace foretop::logs {
namespace {

constexpr std::size_t kPathTokens = 2; // that lead to a leaf
constexpr std::size_t kMostChildren = 100;
constexpr std::uint64_t kWild = 0;

std::uint64_t tokenOf(std::string_view text)
{
    return text == MessageMask::kWildcard ? kWild : std::hash<std::string_view>{}(text) | 1U;
}

} // namespace

PatternTree::PatternTree(std::size_t mostPatterns)
    : m_mostPatterns(mostPatterns)
    , m_nodes(1)
{
}

PatternTree::Id PatternTree::add(std::string_view masked)
{
    split(masked);
    const auto place = leaf();
    if (!place) {
        return kNone;
    }
    auto id = mostSimilar(m_nodes[*place]);
    if (id != kNone) {
        join(m_patterns[id]);
    } else if (hasRoom()) {
        id = static_cast<Id>(m_patterns.size());
        m_nodes[*place].patterns.push_back(id);
        auto &pattern = m_patterns.emplace_back();
        pattern.tokens = m_tokens;
        pattern.texts.assign(m_texts.begin(), m_texts.end());
        join(pattern);
    }
    return id;
}

std::string PatternTree::text(Id pattern) const
{
    std::string text;
    for (const auto &token : m_patterns[pattern].texts) {
        text += text.empty() ? "" : " ";
        text += token;
    }
    return text;
}

void PatternTree::split(std::string_view masked)
{
    m_texts.clear();
    m_tokens.clear();
    do {
        m_texts.push_back(takeUntil(masked, ' '));
        m_tokens.push_back(tokenOf(m_texts.back()));
    } while (!masked.empty());
}

std::optional<std::uint32_t> PatternTree::leaf()
{
    auto node = childOf(0, m_tokens.size());
    for (std::size_t at = 0; node && at < std::min(kPathTokens, m_tokens.size()); ++at) {
        const auto &children = m_nodes[*node].children;
        if (children.size() >= kMostChildren && !children.contains(m_tokens[at])) {
            // So many are no fixed part of messages.
            m_tokens[at] = kWild;
        }
        node = childOf(*node, m_tokens[at]);
    }
    return node;
}

std::optional<std::uint32_t> PatternTree::childOf(std::uint32_t node, Token token)
{
    const auto &children = m_nodes[node].children;
    if (const auto known = children.find(token); known != children.end()) {
        return known->second;
    }
    // A new path is for a new pattern.
    if (!hasRoom()) {
        return {};
    }
    const auto child = static_cast<std::uint32_t>(m_nodes.size());
    m_nodes[node].children.emplace(token, child);
    m_nodes.emplace_back();
    return child;
}

PatternTree::Id PatternTree::mostSimilar(const Node &leaf) const
{
    // At least half of the tokens must be the same; a wildcard counts for half a token that is.
    const auto size = m_tokens.size();
    auto best = kNone;
    auto least = size;
    for (const auto id : leaf.patterns) {
        const auto &tokens = m_patterns[id].tokens;
        std::size_t same = 0;
        std::size_t wild = 0;
        bool hasFixed = false;
        for (std::size_t at = 0; at < size; ++at) {
            const bool isSame = tokens[at] == m_tokens[at];
            const bool isWild = tokens[at] == kWild;
            same += isSame ? 1 : 0;
            wild += isWild && !isSame ? 1 : 0;
            hasFixed = hasFixed || (isSame && !isWild);
        }
        const auto score = 2 * same + wild;
        if (score >= least && (hasFixed || same == size)) {
            best = id;
            least = score + 1;
        }
    }
    return best;
}

void PatternTree::join(Pattern &pattern) const
{
    for (std::size_t at = 0; at < m_tokens.size(); ++at) {
        if (pattern.tokens[at] != m_tokens[at] || m_tokens[at] == kWild) {
            pattern.tokens[at] = kWild;
            pattern.texts[at] = MessageMask::kWildcard;
        }
    }
}

} // namespace foretop::logs
