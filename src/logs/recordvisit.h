// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/lineindex.h"
#include "logs/linerules.h"
#include "logs/logsnapshot.h"

namespace foretop::logs {

/// Shows the records of a file to a visitor, as LogSnapshot::visit() does.
class RecordVisit
{
public:
    /// All must outlive it.
    RecordVisit(const LogFile &file, const LineIndexView &view, const LineRules &rules);

    Result<void> run(RecordRange range, const RecordSet *within, unsigned workers,
                     const std::stop_token &stop, const LogSnapshot::Visitor &visitor,
                     const ProgressFunction &progress) const;

private:
    const LogFile &m_file;
    const LineIndexView &m_view;
    const LineRules &m_rules;
};

} // namespace foretop::logs
