// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace foretop::logs {

/// The tree of Drain (He, Zhu, Zheng, Lyu 2017): masked messages of as many tokens that start with
/// the same ones meet in a leaf, where each joins the pattern most similar to it, whose tokens that
/// differ become wildcards, or makes a new one. One thread.
class PatternTree
{
public:
    using Id = std::uint32_t; ///< patterns are numbered from 0
    static constexpr Id kNone = std::numeric_limits<Id>::max();

    /// At most @p mostPatterns are made.
    explicit PatternTree(std::size_t mostPatterns);

    /// The pattern of @p masked, see MessageMask; kNone when it is like none and no more can be
    /// made.
    Id add(std::string_view masked);

    std::size_t size() const { return m_patterns.size(); }
    /// Its tokens with blanks between.
    std::string text(Id pattern) const;

private:
    // The hash of a token's text; 0 for a wildcard.
    using Token = std::uint64_t;
    struct Pattern
    {
        std::vector<Token> tokens;
        std::vector<std::string> texts;
    };
    struct Node
    {
        std::unordered_map<Token, std::uint32_t> children; // by place in m_nodes
        std::vector<Id> patterns;
    };

    void split(std::string_view masked);
    bool hasRoom() const { return m_patterns.size() < m_mostPatterns; }
    // Nodes by their place; nothing when one is needed that there is no room for.
    std::optional<std::uint32_t> leaf();
    std::optional<std::uint32_t> childOf(std::uint32_t node, Token token);
    Id mostSimilar(const Node &leaf) const;
    void join(Pattern &pattern) const;

    const std::size_t m_mostPatterns;
    std::vector<Pattern> m_patterns;
    std::vector<Node> m_nodes;
    // Of the message being added.
    std::vector<std::string_view> m_texts;
    std::vector<Token> m_tokens;
};

} // namespace foretop::logs
