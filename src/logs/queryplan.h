// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/fieldcomparison.h"
#include "logs/query.h"
#include "logs/timespan.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace foretop::logs {

/// What is known of whether something holds, before all of a record is read.
enum class Truth : std::uint8_t { False, True, Unknown };

constexpr Truth toTruth(bool holds)
{
    return holds ? Truth::True : Truth::False;
}
constexpr Truth inverted(Truth truth)
{
    return truth == Truth::Unknown ? truth : toTruth(truth == Truth::False);
}

/// A query with its negations pushed down to the leaves, the cheap leaves first.
struct PlanNode
{
    enum class Kind : std::uint8_t { LevelIn, TimeIn, TextFound, FieldFits, All, Any };

    Kind kind = Kind::All;  ///< All without parts is true, Any without parts false
    bool isNegated = false; ///< of TimeIn, TextFound and FieldFits
    LevelMask levels = {};  ///< of LevelIn
    TimeTerm time = {};     ///< of TimeIn
    std::size_t index = 0;  ///< of TextFound and FieldFits: which one of the plan
    std::vector<PlanNode> parts = {};
};

/// What @p node tells when leaf(PlanNode) tells the truth of its leaves, not negated.
template <typename Leaf>
Truth truthOf(const PlanNode &node, const Leaf &leaf)
{
    if (node.kind != PlanNode::Kind::All && node.kind != PlanNode::Kind::Any) {
        const auto truth = leaf(node);
        return node.isNegated ? inverted(truth) : truth;
    }
    const auto decisive = toTruth(node.kind == PlanNode::Kind::Any);
    auto result = inverted(decisive);
    for (const auto &part : node.parts) {
        const auto truth = truthOf(part, leaf);
        if (truth == decisive) {
            return decisive;
        }
        result = truth == Truth::Unknown ? truth : result;
    }
    return result;
}

/// A field that a query compares, and what can be told of it from the text of a JSON object
/// without parsing it. It holds when one of its texts FieldComparison::matches(); a NotEqual's node
/// is negated.
struct PlanField
{
    FieldTerm term = {};
    std::optional<RecordMember> member = {}; ///< what it means when it is no field of the record
    bool isNumber = false;  ///< compared with a number: how one is written in a record is the same
    std::string key = {};   ///< the end of the field's last key; empty when not to be looked for
    std::string value = {}; ///< part of every text that matches, in any case; likewise
};

/// What a CompiledQuery knows. Immutable.
struct QueryPlan
{
    using LevelTruths = std::array<Truth, kLevelCount>;

    Query query;
    TextEncoding encoding = TextEncoding::Utf8;
    PlanNode root;
    std::vector<TextPattern> texts;
    std::vector<PlanField> fields;
    bool hasLevels = false;
    bool hasTimes = false;
    LevelTruths levelTruths{}; ///< what a record's level alone tells
    /// The text that every record has that matches and is not told by its level, best to look for.
    std::optional<std::size_t> neededText;
    LevelTruths neededTextTruths{}; ///< what level and neededText, when it is found, tell

    /// See CompiledQuery.
    static Result<QueryPlan> make(Query query, TextEncoding encoding,
                                  const std::optional<std::string> &source);
};

/// Whether a time in @p span (or none, where it says so) is in @p term.
Truth timeTruth(const TimeTerm &term, const TimeSpan &span);
bool isIn(const TimeTerm &term, const std::optional<WallTime> &time);

} // namespace foretop::logs
