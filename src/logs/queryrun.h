// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/compiledquery.h"
#include "logs/linerules.h"
#include "logs/record.h"

#include <memory>
#include <string_view>

namespace foretop::logs {

/// Tells of one record after another whether it matches a query, reading no more of it than it
/// must. Keeps buffers; one thread.
class QueryRun
{
public:
    /// @p rules tell how records are read that are not parsed yet.
    explicit QueryRun(CompiledQuery query, const LineRules &rules = {});
    ~QueryRun();
    QueryRun(const QueryRun &) = delete;
    QueryRun &operator=(const QueryRun &) = delete;

    const CompiledQuery &query() const;

    /// A record that is parsed: its raw text is valid UTF-8, and the query compiled for that.
    /// Gap records always match.
    bool matches(const RecordView &record);
    /// A record of a file, in the query's encoding, without its last line feed; kScanPadding bytes
    /// after it must be readable.
    bool matches(std::string_view raw, Level level);

private:
    friend class BlockQuery;
    struct State;
    const std::unique_ptr<State> m_state;
};

} // namespace foretop::logs
