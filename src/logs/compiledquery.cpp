// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/compiledquery.h"

#include "base/text.h"
#include "logs/queryplan.h"

#include <algorithm>

namespace foretop::logs {
namespace {

using Kind = PlanNode::Kind;

bool isAscii(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Whether @p wider is found wherever @p narrower is, as while a word is typed.
bool isPartOf(const TextQuery &wider, const TextQuery &narrower)
{
    if (wider == narrower) {
        return true;
    }
    if (wider.kind != TextQuery::Kind::Literal || narrower.kind != TextQuery::Kind::Literal) {
        return false;
    }
    if (wider.isCaseSensitive) {
        return narrower.isCaseSensitive && narrower.text.find(wider.text) != std::string::npos;
    }
    // Letters beyond ASCII may fold to ASCII ones.
    return isAscii(narrower.text) && containsIgnoringCase(narrower.text, wider.text);
}

bool isWithin(const TimeTerm &narrower, const TimeTerm &wider)
{
    return (!wider.from || (narrower.from && *narrower.from >= *wider.from)) &&
           (!wider.until || (narrower.until && *narrower.until <= *wider.until));
}

bool isSubset(LevelMask narrower, LevelMask wider)
{
    return std::all_of(kLevels.begin(), kLevels.end(), [&](Level level) {
        return !narrower.contains(level) || wider.contains(level);
    });
}

/// Whether one query's node implies another's. Gives up on queries that are too much built into
/// each other.
class Implication
{
public:
    Implication(const QueryPlan &narrower, const QueryPlan &wider)
        : m_narrower(narrower)
        , m_wider(wider)
    {
    }

    bool holds(const PlanNode &narrower, const PlanNode &wider)
    {
        if (--m_stepsLeft < 0) {
            return false;
        }
        const auto impliesWider = [&](const PlanNode &part) { return holds(part, wider); };
        const auto isImplied = [&](const PlanNode &part) { return holds(narrower, part); };
        const auto &theirs = wider.parts;
        const auto &ours = narrower.parts;
        if (wider.kind == Kind::All) {
            return std::all_of(theirs.begin(), theirs.end(), isImplied);
        }
        if (narrower.kind == Kind::Any) {
            return std::all_of(ours.begin(), ours.end(), impliesWider);
        }
        if (narrower.kind == Kind::All) {
            if (std::any_of(ours.begin(), ours.end(), impliesWider)) {
                return true;
            }
        }
        if (wider.kind == Kind::Any) {
            return std::any_of(theirs.begin(), theirs.end(), isImplied);
        }
        return narrower.kind == wider.kind && leafHolds(narrower, wider);
    }

private:
    bool leafHolds(const PlanNode &narrower, const PlanNode &wider) const
    {
        if (narrower.isNegated != wider.isNegated) {
            return false;
        }
        switch (narrower.kind) {
        case Kind::LevelIn:
            return isSubset(narrower.levels, wider.levels);
        case Kind::TimeIn:
            return narrower.isNegated ? isWithin(wider.time, narrower.time)
                                      : isWithin(narrower.time, wider.time);
        case Kind::TextFound: {
            const auto &ours = m_narrower.texts[narrower.index].query();
            const auto &theirs = m_wider.texts[wider.index].query();
            return narrower.isNegated ? isPartOf(ours, theirs) : isPartOf(theirs, ours);
        }
        case Kind::FieldFits:
            return m_narrower.fields[narrower.index].term == m_wider.fields[wider.index].term;
        default:
            return false;
        }
    }

    const QueryPlan &m_narrower;
    const QueryPlan &m_wider;
    int m_stepsLeft = 20'000;
};

void collectTexts(const PlanNode &node, const QueryPlan &plan, std::vector<TextQuery> &texts)
{
    if (node.kind == Kind::TextFound && !node.isNegated) {
        const auto &text = plan.texts[node.index].query();
        if (std::find(texts.begin(), texts.end(), text) == texts.end()) {
            texts.push_back(text);
        }
    }
    for (const auto &part : node.parts) {
        collectTexts(part, plan, texts);
    }
}

Result<std::shared_ptr<const QueryPlan>> makePlan(Query query, TextEncoding encoding,
                                                  const std::optional<std::string> &source)
{
    return QueryPlan::make(std::move(query), encoding, source).map([](QueryPlan plan) {
        return std::make_shared<const QueryPlan>(std::move(plan));
    });
}

} // namespace

Result<CompiledQuery> CompiledQuery::compile(Query query, TextEncoding encoding)
{
    return makePlan(std::move(query), encoding, {}).map([](auto plan) {
        return CompiledQuery(std::move(plan));
    });
}

Result<CompiledQuery> CompiledQuery::forFile(TextEncoding encoding, std::string source) const
{
    return makePlan(m_plan->query, encoding, std::move(source)).map([](auto plan) {
        return CompiledQuery(std::move(plan));
    });
}

const Query &CompiledQuery::query() const
{
    return m_plan->query;
}

TextEncoding CompiledQuery::encoding() const
{
    return m_plan->encoding;
}

bool CompiledQuery::matchesAll() const
{
    return std::ranges::all_of(m_plan->levelTruths,
                               [](Truth truth) { return truth == Truth::True; });
}

bool CompiledQuery::matchesNone() const
{
    return std::ranges::all_of(m_plan->levelTruths,
                               [](Truth truth) { return truth == Truth::False; });
}

bool CompiledQuery::refines(const CompiledQuery &wider) const
{
    return Implication(*m_plan, *wider.m_plan).holds(m_plan->root, wider.m_plan->root);
}

std::vector<TextQuery> CompiledQuery::highlights() const
{
    std::vector<TextQuery> texts;
    collectTexts(m_plan->root, *m_plan, texts);
    return texts;
}

} // namespace foretop::logs
