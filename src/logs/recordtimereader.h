// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/lineclassifier.h"
#include "logs/linerules.h"

#include <optional>
#include <string_view>

namespace foretop::logs {

/// Tells the times of one record after another as the index does, in most logs without parsing
/// them. One thread.
class RecordTimeReader
{
public:
    explicit RecordTimeReader(const LineRules &rules);

    /// @p record is its bytes; kScanPadding bytes after it must be readable.
    std::optional<WallTime> read(std::string_view record);

private:
    LineReader m_reader;
    LineClassifier m_classifier;
};

} // namespace foretop::logs
