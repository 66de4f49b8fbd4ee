// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/linerules.h"
#include "logs/logfile.h"
#include "logs/progress.h"
#include "logs/textpattern.h"
#include "logs/workers.h"

#include <cstdint>
#include <memory>
#include <stop_token>

namespace foretop::logs {

/// Counts the records whose raw text has a pattern in one pass over a file, without an index; the
/// same number as SearchOperation would find. For a file that does not change meanwhile.
class CountOperation
{
public:
    CountOperation(std::shared_ptr<const LogFile> file, LineRules rules, TextPattern pattern,
                   unsigned workers = defaultWorkerCount());

    /// Fails with Cancelled, Io or TooLarge.
    Result<std::uint64_t> run(const std::stop_token &stop,
                              const ProgressFunction &progress = {}) const;

private:
    const std::shared_ptr<const LogFile> m_file;
    const LineRules m_rules;
    const TextPattern m_pattern;
    const unsigned m_workers;
};

} // namespace foretop::logs
