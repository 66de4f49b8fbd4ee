// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/query.h"

#include <random>
#include <string>

namespace foretop::logs {

/// Seeded random records and queries about them, of one small vocabulary, so that many match: the
/// values of fields, texts, levels and times that records have, their parts, and near misses.
class RandomQuery
{
public:
    explicit RandomQuery(unsigned seed)
        : m_random(seed)
    {
    }

    /// The text of one record without its last line feed: JSON of several shapes (nested objects,
    /// arrays, nulls, numbers of all kinds, any script), logfmt, plain text, stack traces, bare
    /// JSON values. Valid UTF-8. Its time is between firstTime() and lastTime() or is missing.
    std::string record();
    /// A query as parseQuery() makes them, at most @p depth deep.
    Query query(unsigned depth = 3);
    /// The same as someone types it: with all forms of the language, always valid.
    std::string typedQuery(unsigned depth = 3);

    static WallTime firstTime() { return wallTimeFromMs(1'705'314'600'000); }
    static WallTime lastTime() { return firstTime() + std::chrono::hours(1); }

    unsigned below(unsigned limit) { return static_cast<unsigned>(m_random() % limit); }

private:
    template <std::size_t Count>
    const char *oneOf(const char *const (&choices)[Count])
    {
        return choices[below(Count)];
    }
    bool oneIn(unsigned count) { return below(count) == 0; }

    WallTime time();
    std::string level();
    std::string word();
    std::string message();
    std::string number();
    std::string jsonValue(unsigned depth);
    std::string json();
    std::string logfmt();
    std::string plain();

    std::string field();
    std::string value();
    std::string regex();
    std::string wildcardWord();
    TextTerm textTerm();
    FieldTerm fieldTerm();
    FieldTerm levelTerm();
    TimeTerm timeTerm();
    std::string typedTerm(unsigned depth);
    std::string typedValue();
    std::string typedTime();

    std::mt19937 m_random;
};

} // namespace foretop::logs
