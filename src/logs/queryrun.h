// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/compiledquery.h"
#include "logs/fieldsearch.h"
#include "logs/linerules.h"
#include "logs/queryplan.h"
#include "logs/record.h"
#include "logs/recordfields.h"
#include "logs/textsearch.h"

#include <deque>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace foretop::logs {

/// Tells of one record after another whether it matches a query, reading no more of it than it
/// must. Keeps buffers; one thread.
class QueryRun
{
public:
    /// @p rules tell how records are read that are not parsed yet.
    explicit QueryRun(CompiledQuery query, const LineRules &rules = {});
    QueryRun(const QueryRun &) = delete;
    QueryRun &operator=(const QueryRun &) = delete;

    const CompiledQuery &query() const { return m_query; }

    /// A record that is parsed: its raw text is valid UTF-8, and the query compiled for that.
    /// Gap records always match.
    bool matches(const RecordView &record);

    /// A record of a file that is not parsed.
    struct FileRecord
    {
        /// In the query's encoding, without the line ends at its end; kScanPadding bytes after it
        /// must be readable.
        std::string_view raw;
        Level level = Level::Unknown;
        const TimeSpan *times = nullptr;   ///< between which its time is known to lie
        std::span<const Truth> texts = {}; ///< of the plan's texts; empty: none is known
    };
    bool matches(const FileRecord &record);

    /// What level and times of a record tell without its text.
    Truth columnTruth(Level level, const TimeSpan &times) const;

private:
    Truth cheapTruth(const PlanNode &leaf, const FileRecord &record, const RecordView *parsed);
    bool certainTruth(const PlanNode &leaf, const FileRecord &record, const RecordView *parsed);
    bool matches(const FileRecord &record, const RecordView *parsed);
    bool isTextIn(std::size_t text, std::string_view raw);
    bool fieldHolds(std::size_t field, const RecordView *parsed);
    void readFields();
    bool isWanted(std::string_view name);
    void take(std::string_view name, std::string_view text);

    const CompiledQuery m_query;
    const QueryPlan &m_plan;
    std::deque<TextSearch> m_texts; // which do not move
    std::vector<FieldSearch> m_searches;
    RecordFields m_fields;
    // Of the record looked at.
    std::vector<Truth> m_textTruths;
    std::vector<bool> m_fieldHolds; // of those that are no members
    bool m_hasReadFields = false;
    std::vector<char> m_padded;
};

} // namespace foretop::logs
