// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/filelogsnapshot.h"
#include "logs/logformat.h"
#include "logs/logmerge.h"
#include "logs/logpaths.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace foretop::logs {

/// How a file is to be read; what is not set is told from the file.
struct OpenOptions
{
    LogFormatPtr format;
    TimeZone zone;
    std::shared_ptr<const FormatCatalogue> catalogue; ///< null: the built-in formats
    SpoolLimits spool;
    std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>(); ///< see LineRules
    bool detectsFormat = true; ///< without a format; false: each record is told by itself
};

/// One log file (or pipe) opened: its text, its rules, its index. load() and follow() are for one
/// worker thread at a time, all else for any thread.
class OpenLog
{
public:
    /// Reads the front of the file alone. Fails as LogFile::open() does.
    static Result<std::shared_ptr<OpenLog>> open(const std::string &path, OpenOptions options = {});
    static Result<std::shared_ptr<OpenLog>> openStream(FileDescriptor descriptor, std::string name,
                                                       OpenOptions options = {});
    ~OpenLog();
    OpenLog(const OpenLog &) = delete;
    OpenLog &operator=(const OpenLog &) = delete;

    const std::string &name() const;
    /// As detected or set; null: each record is told by itself.
    LogFormatPtr format() const;
    /// Reads all anew in another format (null: as detected, or not @p detectsFormat: none, each
    /// record is told by itself) or zone: the snapshot is empty until load() runs again; one that
    /// is running starts anew by itself.
    void setOptions(LogFormatPtr format, TimeZone zone, bool detectsFormat = true);

    /// Copies (an archive, a pipe) and indexes up to the present end; @p changed is called as the
    /// index grows, first when the first screen is there, not often, from any thread, one call at a
    /// time. Progress is in bytes as stored. Run again after follow() found more. Fails with
    /// Cancelled, or with what is wrong with the file; what was read before stays.
    Result<void> load(const std::stop_token &stop, const ProgressFunction &progress,
                      const std::function<void()> &changed);
    /// Looks whether the file has changed (FileCheck); cheap, for a timer. Grown, Shrunk: run
    /// load() again. Rewritten: the index starts anew with the next load(). Replaced: reopen()
    /// shows the new file, what is open stays readable. To lose no line of a rotation, go on
    /// following this one until the new file has text (its writer has changed over), and read this
    /// one to its end once more before it.
    FileCheck follow();
    /// Opens what is under the path now, with the options that were given or set.
    Result<std::shared_ptr<OpenLog>> reopen() const;

    /// How its records are read, told from the text's front as it is now: for a pass over the file
    /// without an index.
    LineRules rules() const;
    /// What is indexed so far. Cheap.
    std::shared_ptr<const FileLogSnapshot> snapshot() const;
    LineIndexView index() const;
    std::shared_ptr<const LogFile> file() const;

private:
    struct State;
    struct Private;

    explicit OpenLog(std::unique_ptr<Private> state);
    Result<void> reopenRewritten();
    Result<void> copyAndIndex(const std::stop_token &stop, const ProgressFunction &progress,
                              const std::function<void()> &changed);
    Result<void> indexAll(const std::stop_token &stop, const ProgressFunction &progress,
                          const std::function<void()> &changed);

    const std::unique_ptr<Private> d;
};

} // namespace foretop::logs
