// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/logs/logfollower.h"

#include "agent/logs/logitem.h"
#include "agent/logs/rotation.h"
#include "logging/log.h"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace foretop::agent {
namespace {

constexpr logging::Logger kLog("agent.logs");
constexpr std::size_t kTurnBytes = 1U << 20;       // read in one turn of the event loop
constexpr std::size_t kLeastFileBytes = 16U << 10; // of that, for each file
constexpr std::size_t kMaxTold = 1000;
constexpr Milliseconds kCoalesce{20}; // a busy file tells of every write

std::string directoryOf(const std::string &path)
{
    return std::filesystem::path(path).parent_path().string();
}

/// Siblings are found by directory, so every path has one.
LogFollowerOptions withAbsolutePaths(LogFollowerOptions options)
{
    for (auto &pattern : options.patterns) {
        pattern = std::filesystem::absolute(pattern).string();
    }
    return options;
}

std::optional<FileId> idOf(const std::string &path)
{
    struct stat info = {};
    if (stat(path.c_str(), &info) != 0) {
        return {};
    }
    return FileId{.device = info.st_dev, .inode = info.st_ino};
}

} // namespace

LogFollower::LogFollower(LogFollowerOptions options, PositionStore &positions, const Clock &clock,
                         Publish publish, QObject *parent)
    : QObject(parent)
    , m_options(withAbsolutePaths(std::move(options)))
    , m_positions(positions)
    , m_clock(clock)
    , m_publish(std::move(publish))
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &LogFollower::wake);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        m_discoverDue = true;
        wake();
    });
    const auto wakeSoon = [this] {
        if (!m_soon.isActive()) {
            m_soon.start(kCoalesce);
        }
    };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, wakeSoon);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this, wakeSoon] {
        m_discoverDue = true;
        wakeSoon();
    });
}

LogFollower::~LogFollower() = default;

void LogFollower::start()
{
    m_positions.setPatterns(m_options.patterns);
    wake();
    m_starting = false;
    m_poll.start(m_options.poll);
}

void LogFollower::wake()
{
    const std::size_t before = m_files.size();
    if (std::exchange(m_discoverDue, false)) {
        discover();
    }
    const bool found = m_files.size() != before;
    pump();
    m_positions.saveWhenDue(m_clock.steadyNow(), found || m_starting);
}

void LogFollower::discover()
{
    retireRenamed();
    for (const auto &pattern : m_options.patterns) {
        const auto paths = filesMatching(pattern);
        if (paths.empty() && pattern.find_first_of("*?[{") == std::string::npos) {
            if (const auto opened = TailedFile::open(pattern); !opened) {
                tellOnce(opened.error());
            }
        }
        for (const auto &path : paths) {
            consider(path, pattern);
        }
    }
    watch();
}

void LogFollower::retireRenamed()
{
    for (const auto &file : m_files) {
        if (!file->isRetired() && idOf(file->path()) != file->id()) {
            file->retire(m_clock.steadyNow());
        }
    }
}

const TailedFile *LogFollower::followed(FileId id) const
{
    const auto found = std::find_if(m_files.begin(), m_files.end(),
                                    [id](const auto &file) { return file->id() == id; });
    return found == m_files.end() ? nullptr : found->get();
}

void LogFollower::consider(const std::string &path, const std::string &pattern)
{
    const auto id = idOf(path);
    if (!id || followed(*id) != nullptr) {
        return;
    }
    if (m_files.size() >= kMaxFiles) {
        ++m_refusedFiles;
        tellOnce({.code = ErrorCode::OutOfRange,
                  .message = fmt::format("not followed: {} files are open already", kMaxFiles),
                  .source = path});
        return;
    }
    auto file = TailedFile::open(path);
    if (!file) {
        tellOnce(file.error());
        return;
    }
    if (isCopyOfFollowed(**file)) {
        return;
    }
    place(**file, pattern);
    m_positions.set((*file)->position());
    m_files.push_back(std::move(*file));
}

bool LogFollower::isCopyOfFollowed(const TailedFile &file) const
{
    // logrotate's copytruncate shows the copy, or a part of it, before it truncates. What of it has
    // not been read yet is read once the truncation is seen; if that came already, the copy begins
    // with what is remembered of the original, else it is a beginning of the original.
    return std::any_of(m_files.begin(), m_files.end(), [&file](const auto &original) {
        if (!isRotatedName(original->path(), file.path())) {
            return false;
        }
        FilePosition remembered = original->position();
        const bool knowsBeginning = remembered.fingerprint.length > 0;
        remembered.offset = 0;
        return (knowsBeginning && file.continues(remembered)) || file.isBeginningOf(*original);
    });
}

void LogFollower::place(TailedFile &file, const std::string &pattern)
{
    if (const FilePosition *known = m_positions.find(file.id())) {
        const FilePosition position = *known;
        if (file.continues(position)) {
            file.startAt(position.offset, position.generation, position.midLine);
            return;
        }
        addPredecessors(file.path(), {});
        file.startAt(0, position.generation + 1, false);
        return;
    }
    if (!m_positions.atPath(file.path()).empty()) {
        addPredecessors(file.path(), file.id());
        file.startAt(0, 0, false);
        return;
    }
    const bool isNew = !m_starting || m_options.fromStart || m_positions.knewPattern(pattern);
    if (isNew) {
        file.startAt(0, 0, false);
    }
}

void LogFollower::addPredecessors(const std::string &path, FileId current)
{
    std::int64_t newest = 0;
    for (const auto &position : m_positions.atPath(path)) {
        if (position.id != current) {
            newest = std::max(newest, addPredecessor(position, current));
        }
    }
    if (newest == 0) {
        return;
    }
    // Rotated more than once since: those in between were never seen.
    for (auto &file : rotatedSince(path, newest)) {
        if (file->id() != current && m_positions.find(file->id()) == nullptr) {
            file->startAt(0, 0, false);
            addRetired(std::move(file), path, m_files.end());
        }
    }
}

std::int64_t LogFollower::addPredecessor(const FilePosition &position, FileId current)
{
    if (const TailedFile *held = followed(position.id)) {
        return held->modifiedAt();
    }
    auto file = findRotated(position);
    if (!file || file->id() == current) {
        m_positions.forget(position.id);
        if (m_starting) {
            kLog.info("the rest of a rotated log file, if any, was not found",
                      {{"file", position.path}, {"read_bytes", position.offset}});
        }
        return 0;
    }
    const std::int64_t modifiedAt = file->modifiedAt();
    startRotated(*file, position);
    if (!file->atEnd()) {
        addRetired(std::move(file), position.path, m_files.end());
    }
    return modifiedAt;
}

void LogFollower::startRotated(TailedFile &file, const FilePosition &position) const
{
    const FilePosition *known = m_positions.find(file.id());
    if (known != nullptr && file.continues(*known) &&
        (file.id() == position.id || known->offset > position.offset)) {
        file.startAt(known->offset, known->generation, known->midLine);
    } else {
        file.startAt(position.offset, known == nullptr ? 0 : known->generation + 1,
                     position.midLine);
    }
}

void LogFollower::addRetired(std::unique_ptr<TailedFile> file, const std::string &path,
                             Files::iterator before)
{
    if (followed(file->id()) != nullptr) {
        return;
    }
    file->setPath(path);
    file->retire(m_clock.steadyNow());
    m_positions.set(file->position());
    m_files.insert(before, std::move(file));
}

void LogFollower::watch()
{
    std::set<std::string> wanted;
    for (const auto &pattern : m_options.patterns) {
        wanted.insert(directoryOf(pattern));
    }
    for (const auto &file : m_files) {
        if (!file->isRetired()) {
            wanted.insert(file->path());
            wanted.insert(directoryOf(file->path()));
        }
    }
    for (const QString &path : m_watcher.files() + m_watcher.directories()) {
        wanted.erase(path.toStdString());
    }
    for (const auto &path : wanted) {
        std::error_code failure;
        if (std::filesystem::exists(path, failure)) {
            m_watcher.addPath(QString::fromStdString(path)); // else the poll must do
        }
    }
}

void LogFollower::pump()
{
    const std::size_t budget =
        std::max(kLeastFileBytes, kTurnBytes / std::max<std::size_t>(1, m_files.size()));
    std::set<std::string> unfinished; // paths whose earlier file is not read to its end
    for (auto file = m_files.begin(); file != m_files.end(); ++file) {
        if (!unfinished.contains((*file)->path())) {
            readFile(file, budget);
        }
        if (!(*file)->atEnd()) {
            unfinished.insert((*file)->path());
        }
    }
    publishBatch();
    closeFinished();
    if (!unfinished.empty()) {
        m_soon.start(0);
    }
}

void LogFollower::readFile(Files::iterator file, std::size_t budget)
{
    const auto takeLine = [this](const Line &line, const TailedFile &from) { take(line, from); };
    if ((*file)->wasTruncated()) {
        restartTruncated(file);
        return;
    }
    const auto now = m_clock.steadyNow();
    m_bytes += (*file)->read(budget, now, takeLine);
    if ((*file)->hasUnfinished() && now - (*file)->busyAt() >= m_options.quiet) {
        (*file)->flush(takeLine);
    }
}

void LogFollower::restartTruncated(Files::iterator file)
{
    const FilePosition before = (*file)->position();
    auto copy = findRotated(before);
    if (copy && followed(copy->id()) == nullptr) {
        startRotated(*copy, before);
        addRetired(std::move(copy), (*file)->path(), file);
    } else {
        (*file)->flush([this](const Line &line, const TailedFile &from) { take(line, from); });
    }
    kLog.info("a log file was truncated", {{"file", (*file)->path()}});
    publishBatch();
    (*file)->restart();
    m_positions.set((*file)->position());
    m_soon.start(0);
}

void LogFollower::take(const Line &line, const TailedFile &file)
{
    ++m_lines;
    m_cutLines += line.cutBytes > 0 ? 1 : 0;
    m_batch.push_back({.seq = {},
                       .item = itemFromLine(line, file.path(), m_reader),
                       .cursor = encodePosition(file.positionAfter(line)),
                       .lost = {}});
}

void LogFollower::publishBatch()
{
    if (m_batch.empty()) {
        return;
    }
    m_publish(std::exchange(m_batch, {}));
    for (const auto &file : m_files) {
        const FilePosition *known = m_positions.find(file->id());
        FilePosition position = file->position();
        if (known == nullptr || isFurther(position, *known)) {
            m_positions.set(std::move(position));
        }
    }
}

void LogFollower::closeFinished()
{
    const auto now = m_clock.steadyNow();
    m_files.remove_if([&](const auto &file) {
        return file->isRetired() && file->atEnd() && !file->hasUnfinished() &&
               now - file->busyAt() >= m_options.linger;
    });
}

void LogFollower::tellOnce(const Error &error)
{
    if (m_told.size() < kMaxTold && m_told.insert(error.source).second) {
        const bool mayAppear = error.code == ErrorCode::NotFound;
        logging::write(mayAppear ? logs::Level::Info : logs::Level::Warning, "agent.logs",
                       "a log file cannot be followed yet: " + error.source,
                       {{"file", error.source}, {"error", error.message}});
    }
}

void LogFollower::fillMetrics(FamilyBuilder &out) const
{
    out.gauge("foretopd_log_files", "Log files that are followed.",
              static_cast<double>(m_files.size()));
    out.counter("foretopd_log_lines_total", "Lines read from log files.",
                static_cast<double>(m_lines));
    out.counter("foretopd_log_bytes_total", "Bytes read from log files.",
                static_cast<double>(m_bytes));
    out.counter("foretopd_log_lines_cut_total", "Lines longer than is kept.",
                static_cast<double>(m_cutLines));
    out.counter("foretopd_log_files_refused_total",
                "Files that were not followed because too many are open.",
                static_cast<double>(m_refusedFiles));
    out.gauge("foretopd_log_files_failed", "Files that could not be opened.",
              static_cast<double>(m_told.size()));
}

} // namespace foretop::agent
