// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/lineindex.h"
#include "logs/logfile.h"
#include "logs/progress.h"
#include "logs/recordset.h"
#include "logs/textpattern.h"
#include "logs/workers.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace foretop::logs {

/// Finds the records of an index whose raw text has a pattern, with @p workers threads over whole
/// blocks of the file. A record of any size is looked at whole, and never more than
/// kMostHeldRecord of it held. Where a file has been cut meanwhile, what is missing matches
/// nothing.
class SearchOperation
{
public:
    /// Records larger than this are looked at in pieces.
    static constexpr std::size_t kMostHeldRecord = 1U << 20;

    struct Batch
    {
        std::vector<RecordNumber> matches; ///< ascending
        RecordNumber searchedUpTo;         ///< all matches before it have been told
        Progress progress;
    };
    /// Called for one part of the file after the other, in order, one call at a time, from any of
    /// the operation's threads.
    using BatchFunction = std::function<void(Batch batch)>;

    /// @p within, when given, is an earlier result: only its records are looked at.
    SearchOperation(std::shared_ptr<const LogFile> file, LineIndexView view, TextPattern pattern,
                    std::optional<RecordSet> within = {}, unsigned workers = defaultWorkerCount());

    /// All that match. After an error (Cancelled, Io, TooLarge) batchReady() has had what was
    /// found.
    Result<RecordSet> run(const std::stop_token &stop, const BatchFunction &batchReady = {}) const;

private:
    const std::shared_ptr<const LogFile> m_file;
    const LineIndexView m_view;
    const TextPattern m_pattern;
    const std::optional<RecordSet> m_within;
    const unsigned m_workers;
};

} // namespace foretop::logs
