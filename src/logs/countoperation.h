// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/compiledquery.h"
#include "logs/linerules.h"
#include "logs/logfile.h"
#include "logs/progress.h"
#include "logs/workers.h"

#include <cstdint>
#include <memory>
#include <stop_token>

namespace foretop::logs {

/// Counts the records that match a query in one pass over a file, without an index; the same number
/// as QueryOperation would find. For a file that does not change meanwhile.
class CountOperation
{
public:
    CountOperation(std::shared_ptr<const LogFile> file, LineRules rules, CompiledQuery query,
                   unsigned workers = defaultWorkerCount());

    /// Fails with Cancelled, Io or TooLarge.
    Result<std::uint64_t> run(const std::stop_token &stop,
                              const ProgressFunction &progress = {}) const;

private:
    const std::shared_ptr<const LogFile> m_file;
    const LineRules m_rules;
    const CompiledQuery m_query;
    const unsigned m_workers;
};

} // namespace foretop::logs
