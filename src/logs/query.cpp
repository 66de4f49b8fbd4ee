// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/query.h"

#include "logs/querytoken.h"

#include <algorithm>

namespace foretop::logs {
namespace {

template <typename Content>
Query nodeOf(Content content)
{
    return std::make_shared<const QueryNode>(QueryNode{std::move(content)});
}

template <typename Content>
const Content *contentOf(const Query &query)
{
    return std::get_if<Content>(&query->content);
}

TimeTerm both(const TimeTerm &a, const TimeTerm &b)
{
    TimeTerm term = a;
    if (b.from) {
        term.from = std::max(a.from.value_or(*b.from), *b.from);
    }
    if (b.until) {
        term.until = std::min(a.until.value_or(*b.until), *b.until);
    }
    return term;
}

/// Collects parts without nested lists of the same kind.
template <typename List>
void addFlat(std::vector<Query> &parts, const Query &part)
{
    if (const auto *list = contentOf<List>(part)) {
        for (const auto &inner : list->parts) {
            addFlat<List>(parts, inner);
        }
    } else {
        parts.push_back(part);
    }
}

void uniteTimes(std::vector<Query> &parts)
{
    std::vector<Query> united;
    std::optional<std::size_t> place;
    for (auto &part : parts) {
        const auto *time = contentOf<TimeTerm>(part);
        if (time != nullptr && place) {
            auto &first = united[*place];
            first = queryOf(both(*contentOf<TimeTerm>(first), *time));
            continue;
        }
        place = time != nullptr ? united.size() : place;
        united.push_back(std::move(part));
    }
    parts = std::move(united);
}

template <typename List>
std::vector<Query> normalParts(const List &list);

/// The one of several ways to build the same query that the builders and the parser choose.
Query normal(const Query &query)
{
    if (const auto *all = contentOf<AllOf>(query)) {
        return allOf(normalParts(*all));
    }
    if (const auto *any = contentOf<AnyOf>(query)) {
        return anyOf(normalParts(*any));
    }
    if (const auto *no = contentOf<Not>(query)) {
        return negated(normal(no->part));
    }
    if (const auto *text = contentOf<TextTerm>(query)) {
        auto term = *text;
        if (term.text.kind == TextQuery::Kind::Regex) {
            term.text.text = withPlainSlashes(term.text.text);
        }
        return queryOf(std::move(term));
    }
    if (const auto *field = contentOf<FieldTerm>(query)) {
        auto term = *field;
        if (term.value.kind == FieldValue::Kind::Regex) {
            term.value.text = withPlainSlashes(term.value.text);
        }
        return queryOf(std::move(term));
    }
    return query;
}

template <typename List>
std::vector<Query> normalParts(const List &list)
{
    std::vector<Query> parts(list.parts.size());
    std::transform(list.parts.begin(), list.parts.end(), parts.begin(), normal);
    return parts;
}

bool isEqual(const Query &a, const Query &b);

bool isEqual(const std::vector<Query> &a, const std::vector<Query> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const Query &x, const Query &y) { return isEqual(x, y); });
}
bool isEqual(const AllOf &a, const AllOf &b)
{
    return isEqual(a.parts, b.parts);
}
bool isEqual(const AnyOf &a, const AnyOf &b)
{
    return isEqual(a.parts, b.parts);
}
bool isEqual(const Not &a, const Not &b)
{
    return isEqual(a.part, b.part);
}
template <typename Term>
bool isEqual(const Term &a, const Term &b)
{
    return a == b;
}

bool isEqual(const Query &a, const Query &b)
{
    return std::visit(
        [&b](const auto &content) {
            const auto *other = contentOf<std::decay_t<decltype(content)>>(b);
            return other != nullptr && isEqual(content, *other);
        },
        a->content);
}

} // namespace

Query queryForAll()
{
    return nodeOf(AllOf{});
}

Query queryOf(TextTerm term)
{
    return nodeOf(std::move(term));
}

Query queryOf(FieldTerm term)
{
    return nodeOf(std::move(term));
}

Query queryOf(TimeTerm term)
{
    return nodeOf(term);
}

Query allOf(std::vector<Query> parts)
{
    AllOf all;
    for (const auto &part : parts) {
        addFlat<AllOf>(all.parts, part);
    }
    uniteTimes(all.parts);
    return all.parts.size() == 1 ? all.parts.front() : nodeOf(std::move(all));
}

Query anyOf(std::vector<Query> parts)
{
    AnyOf any;
    for (const auto &part : parts) {
        addFlat<AnyOf>(any.parts, part);
    }
    return any.parts.size() == 1 ? any.parts.front() : nodeOf(std::move(any));
}

Query negated(Query part)
{
    return nodeOf(Not{std::move(part)});
}

bool sameQuery(const Query &a, const Query &b)
{
    return isEqual(normal(a), normal(b));
}

} // namespace foretop::logs
