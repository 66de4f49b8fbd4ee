// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/logformat.h"
#include "logs/logsnapshot.h"

#include <atomic>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace foretop::logs {

/// How a file is to be read; what is not set is told from the file.
struct OpenOptions
{
    LogFormatPtr format;
    TimeZone zone;
    std::shared_ptr<const FormatCatalogue> catalogue; ///< null: the built-in formats
    SpoolLimits spool;
};

/// One log file (or pipe) opened: its text, its rules, its index. load() and follow() are for one
/// worker thread at a time, all else for any thread.
class OpenLog
{
public:
    static Result<std::shared_ptr<OpenLog>> open(const std::string &path, OpenOptions options = {});
    static Result<std::shared_ptr<OpenLog>> openStream(FileDescriptor descriptor, std::string name,
                                                       OpenOptions options = {});

    const std::string &name() const;
    /// As detected or set; null: each record is told by itself.
    LogFormatPtr format() const;
    /// Reads all anew in another format or zone; load() must be run again.
    void setOptions(LogFormatPtr format, TimeZone zone);

    /// Copies (an archive, a pipe) and indexes up to the present end; @p changed is called as the
    /// index grows. Run again after follow() found more.
    Result<void> load(const std::stop_token &stop, const ProgressFunction &progress,
                      const std::function<void()> &changed);
    /// Looks whether the file has changed (FileCheck); cheap, for a timer. Grown: run load() again.
    /// Rewritten: the index starts anew with the next load(). Replaced: reopen() shows the new
    /// file.
    FileCheck follow();
    /// Opens what is under the path now.
    Result<std::shared_ptr<OpenLog>> reopen() const;

    /// What is indexed so far.
    std::shared_ptr<const LogSnapshot> snapshot() const;
    LineIndexView index() const;
    std::shared_ptr<const LogFile> file() const;

private:
    // implementer: complete
    struct Private;
    std::unique_ptr<Private> d;
};

/// What a person named, as files: a path, a glob ("/var/log/*.log"), a directory (its logs, not
/// deeper), sorted. Fails with NotFound, Denied, or TooLarge beyond kMaxFiles.
Result<std::vector<std::string>> logPaths(const std::string &named);
inline constexpr std::size_t kMaxFiles = 1'000;

/// The files that a rotation made of @p path, itself among them, oldest first: app.log.2.gz,
/// app.log.1, app.log; app-20260101.log.gz, app.log.
std::vector<std::string> rotatedSiblings(const std::string &path);

/// Several logs as one, by time: records of each keep their order, those without a time stay behind
/// the one before. One byte and a bit a record; at most 255 logs.
class LogMerge
{
public:
    /// The merge of @p logs as they are now; reads all their times, on @p workers threads. Goes on
    /// from @p earlier, a merge of the same logs before they grew, where it can.
    static Result<LogSnapshotPtr> merge(std::vector<LogSnapshotPtr> logs,
                                        const LogSnapshotPtr &earlier, const std::stop_token &stop,
                                        const ProgressFunction &progress = {},
                                        unsigned workers = defaultWorkerCount());
};

} // namespace foretop::logs
