// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/queryplan.h"

#include "logs/numbertext.h"

#include <algorithm>
#include <functional>

namespace foretop::logs {
namespace {

using Kind = PlanNode::Kind;
using TextBits = std::vector<bool>; // by the number of the text

PlanNode constant(bool holds)
{
    PlanNode node;
    node.kind = holds ? Kind::All : Kind::Any;
    return node;
}

LevelMask complementOf(LevelMask levels)
{
    auto others = LevelMask::all();
    for (const auto level : kLevels) {
        others = others.with(level, !levels.contains(level));
    }
    return others;
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Whether JSON writes @p text as it is unless it writes a character as \u.
bool isWrittenPlainly(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' ||
               c == '@' || c == ':';
    });
}

/// Words that stand for nothing but themselves: no number, no wildcard.
bool isPlainWord(std::string_view text)
{
    return !text.empty() && isLetter(text[0]) && isWrittenPlainly(text) && !numberOf(text);
}

class PlanBuilder
{
public:
    explicit PlanBuilder(QueryPlan &plan, const std::optional<std::string> &source)
        : m_plan(plan)
        , m_source(source)
    {
    }

    Result<PlanNode> build(const Query &query, bool isNegated)
    {
        return std::visit([&](const auto &content) { return build(content, isNegated); },
                          query->content);
    }

private:
    Result<PlanNode> build(const AllOf &all, bool isNegated)
    {
        return buildParts(all.parts, isNegated, isNegated ? Kind::Any : Kind::All);
    }
    Result<PlanNode> build(const AnyOf &any, bool isNegated)
    {
        return buildParts(any.parts, isNegated, isNegated ? Kind::All : Kind::Any);
    }
    Result<PlanNode> build(const Not &no, bool isNegated) { return build(no.part, !isNegated); }

    Result<PlanNode> build(const TextTerm &term, bool isNegated)
    {
        auto pattern = TextPattern::compile(term.text, m_plan.encoding);
        if (!pattern) {
            return tl::unexpected(std::move(pattern.error()));
        }
        if (pattern->matchesAll() || pattern->matchesNone()) {
            return constant(pattern->matchesAll() != isNegated);
        }
        auto &texts = m_plan.texts;
        const auto same = std::find_if(texts.begin(), texts.end(), [&term](const auto &known) {
            return known.query() == term.text;
        });
        PlanNode node{.kind = Kind::TextFound, .isNegated = isNegated};
        node.index = static_cast<std::size_t>(same - texts.begin());
        if (same == texts.end()) {
            texts.push_back(std::move(*pattern));
        }
        return node;
    }

    Result<PlanNode> build(const TimeTerm &term, bool isNegated)
    {
        m_plan.hasTimes = true;
        return PlanNode{.kind = Kind::TimeIn, .isNegated = isNegated, .time = term};
    }

    Result<PlanNode> build(const FieldTerm &term, bool isNegated)
    {
        auto comparison = FieldComparison::make(term);
        if (!comparison) {
            return tl::unexpected(std::move(comparison.error()));
        }
        const auto member = recordMember(term.field);
        isNegated = isNegated != comparison->isNegated();
        if (member == RecordMember::Level) {
            m_plan.hasLevels = true;
            const auto levels = levelsMatching(term);
            const bool isOther = isNegated != comparison->isNegated();
            return PlanNode{.kind = Kind::LevelIn,
                            .levels = isOther ? complementOf(levels) : levels};
        }
        if (member == RecordMember::Source && m_source) {
            const bool holds = !m_source->empty() && comparison->matches(*m_source);
            return constant(holds != isNegated);
        }
        PlanNode node{.kind = Kind::FieldFits, .isNegated = isNegated};
        node.index = m_plan.fields.size();
        m_plan.fields.push_back(fieldOf(term, member));
        return node;
    }

    static PlanField fieldOf(const FieldTerm &term, std::optional<RecordMember> member)
    {
        const auto kind = term.value.kind;
        const auto key = std::string_view(term.field).substr(term.field.rfind('.') + 1);
        const bool isEqual =
            term.comparison == Comparison::Equal || term.comparison == Comparison::NotEqual;
        const bool isText = kind == FieldValue::Kind::Word || kind == FieldValue::Kind::Quoted;
        return {.term = term,
                .member = member,
                .isNumber = kind == FieldValue::Kind::Word && numberOf(term.value.text),
                .key = !member && isWrittenPlainly(key) ? std::string(key) : std::string(),
                .value = isEqual && isText && isPlainWord(term.value.text) ? term.value.text
                                                                           : std::string()};
    }

    Result<PlanNode> buildParts(const std::vector<Query> &parts, bool isNegated, Kind kind)
    {
        PlanNode node{.kind = kind};
        for (const auto &part : parts) {
            auto built = build(part, isNegated);
            if (!built) {
                return built;
            }
            if (built->kind == kind) {
                std::move(built->parts.begin(), built->parts.end(), std::back_inserter(node.parts));
            } else {
                node.parts.push_back(std::move(*built));
            }
        }
        std::stable_sort(node.parts.begin(), node.parts.end(),
                         [](const auto &a, const auto &b) { return a.kind < b.kind; });
        return node;
    }

    QueryPlan &m_plan;
    const std::optional<std::string> &m_source;
};

Truth levelTruth(const PlanNode &node, Level level)
{
    return node.kind == Kind::LevelIn ? toTruth(node.levels.contains(level)) : Truth::Unknown;
}

/// The texts that must be found in every record of @p level that matches @p node.
TextBits neededTexts(const PlanNode &node, Level level, std::size_t count)
{
    const auto truth =
        truthOf(node, [level](const PlanNode &leaf) { return levelTruth(leaf, level); });
    TextBits needed(count, truth == Truth::False);
    if (truth != Truth::Unknown) {
        return needed;
    }
    if (node.kind == Kind::TextFound && !node.isNegated) {
        needed[node.index] = true;
    }
    const bool isAll = node.kind == Kind::All;
    for (bool isFirst = true; const auto &part : node.parts) {
        const auto inner = neededTexts(part, level, count);
        for (std::size_t i = 0; i < count; ++i) {
            needed[i] = isAll || isFirst ? needed[i] || inner[i] : needed[i] && inner[i];
        }
        isFirst = false;
    }
    return needed;
}

/// How good a text is to look for first: a long literal is rare and found fast.
std::size_t rarity(const TextPattern &pattern)
{
    return pattern.plainBytes()                          ? 1000 + pattern.query().text.size()
           : pattern.reach() == TextPattern::Reach::Line ? 500 + pattern.query().text.size()
                                                         : 0;
}

void chooseNeededText(QueryPlan &plan)
{
    TextBits needed(plan.texts.size(), true);
    for (const auto level : kLevels) {
        if (plan.levelTruths[static_cast<std::size_t>(level)] == Truth::Unknown) {
            const auto ofLevel = neededTexts(plan.root, level, needed.size());
            std::transform(needed.begin(), needed.end(), ofLevel.begin(), needed.begin(),
                           std::logical_and());
        }
    }
    for (std::size_t i = 0; i < needed.size(); ++i) {
        if (needed[i] &&
            (!plan.neededText || rarity(plan.texts[i]) > rarity(plan.texts[*plan.neededText]))) {
            plan.neededText = i;
        }
    }
}

} // namespace

Truth timeTruth(const TimeTerm &term, const TimeSpan &span)
{
    if (!span.earliest) {
        return Truth::False;
    }
    if ((term.from && *span.latest < *term.from) || (term.until && *span.earliest > *term.until)) {
        return Truth::False;
    }
    const bool isInside = (!term.from || *span.earliest >= *term.from) &&
                          (!term.until || *span.latest <= *term.until);
    return isInside && !span.hasUntimed ? Truth::True : Truth::Unknown;
}

bool isIn(const TimeTerm &term, const std::optional<WallTime> &time)
{
    return time && (!term.from || *time >= *term.from) && (!term.until || *time <= *term.until);
}

Result<QueryPlan> QueryPlan::make(Query query, TextEncoding encoding,
                                  const std::optional<std::string> &source)
{
    QueryPlan plan;
    plan.query = std::move(query);
    plan.encoding = encoding;
    auto root = PlanBuilder(plan, source).build(plan.query, false);
    if (!root) {
        return tl::unexpected(std::move(root.error()));
    }
    plan.root = std::move(*root);
    for (const auto level : kLevels) {
        plan.levelTruths[static_cast<std::size_t>(level)] =
            truthOf(plan.root, [level](const PlanNode &node) { return levelTruth(node, level); });
    }
    chooseNeededText(plan);
    for (const auto level : kLevels) {
        plan.neededTextTruths[static_cast<std::size_t>(level)] =
            truthOf(plan.root, [&](const PlanNode &node) {
                const bool isFound = node.kind == Kind::TextFound && plan.neededText == node.index;
                return isFound ? Truth::True : levelTruth(node, level);
            });
    }
    return plan;
}

} // namespace foretop::logs
