// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/compiledquery.h"
#include "logs/lineindex.h"
#include "logs/linerules.h"
#include "logs/logfile.h"
#include "logs/matchbatch.h"
#include "logs/progress.h"
#include "logs/record.h"
#include "logs/recordrange.h"
#include "logs/recordset.h"
#include "logs/workers.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace foretop::logs {

/// One record as it lies in a log, not parsed.
struct RawRecord
{
    RecordNumber number;
    RecordKind kind = RecordKind::Log;
    Level level = Level::Unknown;
    std::size_t origin = 0; ///< see LogSnapshot::originCount()
    std::string_view raw;   ///< valid UTF-8, without the last line end; cut at kMaxRecordBytes
    std::optional<RecordView> parsed = {}; ///< where the log holds it so (a live feed)
};

/// What a log, a file, a live feed or several of both merged by time, held at one moment:
/// records numbered in the order they are shown. Cheap to make, immutable; any thread. A file that
/// is cut under it reads as records that say so.
class LogSnapshot
{
public:
    virtual ~LogSnapshot() = default;

    virtual RecordNumber first() const = 0; ///< the oldest record held
    virtual RecordNumber end() const = 0;   ///< one past the newest
    /// Records of each level in [first, end).
    virtual LevelCounts levels() const = 0;

    /// How many logs it is made of; more than one when merged.
    virtual std::size_t originCount() const { return 1; }
    /// How the records of one of them are read.
    virtual const LineRules &rules(std::size_t origin) const = 0;
    /// Its name as shown: a path, a source of the session.
    virtual std::string_view originName(std::size_t origin) const = 0;
    /// The same log with other names for its origins, as many as there are; null when it names them
    /// itself.
    virtual std::shared_ptr<const LogSnapshot> renamed(std::span<const std::string> /*names*/) const
    {
        return nullptr;
    }
    /// Which of them a record is from.
    virtual std::size_t originOf(RecordNumber /*number*/) const { return 0; }

    /// One record, read and parsed, with its source. @p number must be in [first, end).
    virtual Record record(RecordNumber number) const = 0;
    /// All its fields, in order.
    virtual std::vector<Field> fields(RecordNumber number) const = 0;

    /// Where a record's bytes lie as written, with its line ends; nothing when no file has them.
    struct StoredBytes
    {
        std::shared_ptr<const LogFile> file;
        ByteRange range;
    };
    virtual std::optional<StoredBytes> bytesOf(RecordNumber /*number*/) const { return {}; }

    /// Records that match @p query in [from, end), and in @p within when it is given. Uses
    /// @p workers threads. After an error (Cancelled, Io) matches found so far have been told.
    virtual Result<RecordSet> search(const CompiledQuery &query, const RecordSet *within,
                                     RecordNumber from, const std::stop_token &stop,
                                     const MatchFunction &batchReady = {},
                                     unsigned workers = defaultWorkerCount()) const = 0;

    /// Shows the records of @p range, of @p within when it is given, to @p visitor: runs of
    /// ascending records, from several threads at once, each of which passes its own worker number
    /// below @p workers. Runs come in no certain order when there is more than one worker.
    using Visitor = std::function<void(unsigned worker, std::span<const RawRecord> run)>;
    virtual Result<void> visit(RecordRange range, const RecordSet *within, unsigned workers,
                               const std::stop_token &stop, const Visitor &visitor,
                               const ProgressFunction &progress = {}) const = 0;

    /// Between which times the records of the log lie, and those of runs of it, where known without
    /// reading: for a histogram that reads only what it must. Runs cover [first, end) in order.
    struct TimedRun
    {
        RecordRange range;
        TimeSpan times;
    };
    /// Empty when not known: then records are visited.
    virtual std::vector<TimedRun> timedRuns() const { return {}; }
    /// Level of a record without reading it, where known.
    virtual std::optional<Level> levelOf(RecordNumber number) const = 0;
    /// The same for records from @p first on, as many as @p levels has room for; false when some
    /// are not known. Worth overriding where many are read faster than one by one: histograms ask
    /// for the levels of whole TimedRuns.
    virtual bool levelsFrom(RecordNumber first, std::span<Level> levels) const
    {
        for (auto number = first; auto &level : levels) {
            const auto known = levelOf(number);
            if (!known) {
                return false;
            }
            level = *known;
            ++number;
        }
        return true;
    }

    /// Appends to @p times the times of the records of @p range as they say, in order. For many
    /// records; a record that cannot be read has none.
    virtual void readTimes(RecordRange range, std::vector<std::optional<WallTime>> &times) const;

    /// Whether this is a later state of the log that @p earlier was a state of, in which records
    /// kept their numbers: those held then are the same, or have been evicted.
    virtual bool continues(const LogSnapshot &earlier) const;

    /// The record that has line @p line of its file, counted from 0; nothing when there is no such
    /// line, or when the records are not those of one file.
    virtual std::optional<RecordNumber> recordOfLine(std::uint64_t /*line*/) const { return {}; }

    /// The first record of @p time or later, at most a block of records too early when times are
    /// out of order; end() when there is none.
    virtual RecordNumber firstFrom(WallTime time) const = 0;
};
using LogSnapshotPtr = std::shared_ptr<const LogSnapshot>;

} // namespace foretop::logs
