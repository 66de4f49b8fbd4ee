// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/lineindex.h"
#include "logs/linerules.h"
#include "logs/logfile.h"
#include "logs/progress.h"
#include "logs/workers.h"

#include <memory>
#include <stop_token>

namespace foretop::logs {

/// Tells the rules for the lines of @p file from its front.
Result<LineRules>
detectLineRules(const LogFile &file,
                std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>(),
                const FormatCatalogue &formats = FormatCatalogue(), TimeZone zone = {});

/// Brings the index of a file up to what the file is: builds it, extends it when the file has
/// grown, cuts it when the file has shrunk. Chunks are read by @p workers threads and published in
/// order as they are done, so that the first screen is there at once. Run one at a time for an
/// index; when a file was rewritten, start with a new LineIndex.
class IndexOperation
{
public:
    /// All runs for one @p index must have the same @p rules.
    IndexOperation(std::shared_ptr<const LogFile> file, std::shared_ptr<LineIndex> index,
                   LineRules rules, unsigned workers = defaultWorkerCount());

    /// Indexes up to LogFile::size() at the start of the run. After an error (Cancelled, Io) the
    /// index holds what was done up to it, and a further run goes on from there.
    Result<void> run(const std::stop_token &stop, const ProgressFunction &progress = {}) const;

private:
    const std::shared_ptr<const LogFile> m_file;
    const std::shared_ptr<LineIndex> m_index;
    const LineRules m_rules;
    const unsigned m_workers;
};

} // namespace foretop::logs
