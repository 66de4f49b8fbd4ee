// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/lineindex.h"
#include "logs/logfile.h"
#include "logs/recordparser.h"
#include "logs/recordrange.h"
#include "logs/recordset.h"

#include <functional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace foretop::logs {

/// One record as its bytes lie in a file, with its line ends.
struct StoredRecord
{
    RecordNumber number;
    Level level = Level::Unknown;
    std::uint64_t size = 0; ///< of the record in the file
    /// At most kMostBytes of it; less than that where the file has been cut meanwhile.
    std::string_view bytes;

    /// A character more than is ever shown of a record.
    static constexpr std::size_t kMostBytes = kMaxRecordBytes + 4;
    bool isGone() const;
};

/// Reads records of an index from their file, chunk by chunk, in reads of LogFile::kReadBlock.
/// What need not be read is passed over when it is long enough to be worth it. One thread.
class StoredRecordReader
{
public:
    /// Ascending records; their bytes are valid until the call returns, and kScanPadding bytes
    /// after each can be read.
    using RunFunction = std::function<void(std::span<const StoredRecord> run)>;

    /// @p file and @p view must outlive it.
    StoredRecordReader(const LogFile &file, const LineIndexView &view);

    /// The records that start in @p chunk and lie in @p range, and in @p within when it is given.
    /// Fails with Cancelled or an error of reading; runs before that have been shown.
    Result<void> read(std::size_t chunk, RecordRange range, const RecordSet *within,
                      const std::stop_token &stop, const RunFunction &show);

    /// The chunks that the records of @p range start in, [first, second).
    static std::pair<std::size_t, std::size_t> chunksOf(const LineIndexView &view,
                                                        RecordRange range);

private:
    struct Wanted
    {
        RecordNumber number;
        Level level = Level::Unknown;
        ByteRange range;
    };

    void addBlock(std::size_t chunk, std::size_t block, RecordRange range, const RecordSet *within);
    Result<void> flush(const std::stop_token &stop, const RunFunction &show);
    std::size_t endOfRead(std::size_t first) const;
    Result<void> readRun(std::span<const Wanted> wanted, const RunFunction &show);

    const LogFile &m_file;
    const LineIndexView &m_view;
    std::vector<char> m_buffer;
    std::vector<Wanted> m_wanted;
    std::vector<StoredRecord> m_run;
};

} // namespace foretop::logs
