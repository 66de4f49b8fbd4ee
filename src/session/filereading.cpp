// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/filereading.h"

#include <algorithm>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

namespace foretop::session {

namespace {

using std::chrono::steady_clock;

const QString kStandardInput = QStringLiteral("-");

QString toQString(const std::string &text)
{
    return QString::fromStdString(text);
}

std::uint64_t storedBytes(const std::string &path)
{
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode)
               ? static_cast<std::uint64_t>(status.st_size)
               : 0;
}

/// The newest of each file and kind stays.
void addTrouble(QVector<FileTrouble> &troubles, const FileTrouble &trouble)
{
    const auto same = std::find_if(troubles.begin(), troubles.end(), [&](const FileTrouble &old) {
        return old.kind == trouble.kind && old.path == trouble.path;
    });
    if (same != troubles.end()) {
        troubles.erase(same);
    }
    troubles.append(trouble);
    if (troubles.size() > LogDocument::kMaxTroubles) {
        troubles.removeFirst();
    }
}

} // namespace

FileReading::FileReading(QStringList named, logs::OpenOptions options, Bell *bell)
    : m_named(std::move(named))
    , m_options(std::move(options))
    , m_bell(bell)
{
    m_state.formatName = m_options.format ? toQString(m_options.format->name()) : QString();
    m_state.zoneName = toQString(m_options.zone.name());
}

void FileReading::run()
{
    openAll();
    while (!m_stop.stop_requested()) {
        const auto begin = steady_clock::now();
        follow();
        const auto spent =
            std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - begin);
        if (pause(spent)) {
            takeWish();
        }
    }
    m_streamLoader = {};
}

/// True when something is wished.
bool FileReading::pause(std::chrono::milliseconds spent)
{
    std::unique_lock lock(m_mutex);
    return m_wished.wait_for(lock, m_stop.get_token(),
                             std::max(kFollowInterval, kPauseFactor * spent),
                             [this] { return m_wish != Wish::None; });
}

void FileReading::takeWish()
{
    Wish wish = Wish::None;
    logs::OpenOptions options;
    change([&](FileState &state) {
        wish = std::exchange(m_wish, Wish::None);
        options = m_options;
        state.isCancelled = false;
    });
    if (wish == Wish::Reopen) {
        openAll();
        return;
    }
    if (wish == Wish::Resume) {
        loadAll();
        return;
    }
    for (const auto &log : m_logs) {
        for (const auto &part : log->parts()) {
            part->setOptions(options.format, options.zone, options.detectsFormat);
        }
    }
    if (m_stream) {
        m_stream->setOptions(options.format, options.zone, options.detectsFormat);
    }
    loadAll();
}

void FileReading::openAll()
{
    m_streamLoader = {};
    m_stream.reset();
    m_logs.clear();
    m_opened.clear();
    m_merged.clear();
    for (const QString &named : m_named) {
        openNamed(named);
    }
    change([this](FileState &state) {
        state.paths.clear();
        if (m_stream) {
            state.paths << kStandardInput;
        }
        for (const auto &log : m_logs) {
            state.paths << toQString(log->path());
        }
    });
    loadAll();
    findSiblings();
}

void FileReading::openNamed(const QString &named)
{
    if (named == kStandardInput) {
        openStream();
        return;
    }
    const auto paths = logs::logPaths(named.toStdString());
    if (!paths) {
        tell(FileTrouble::Kind::Unreadable, named.toStdString(), &paths.error());
        return;
    }
    for (std::size_t i = 0; i < paths->size(); ++i) {
        if (m_logs.size() + 1 >= logs::LogMerge::kMostLogs) {
            const Error error{.code = ErrorCode::TooLarge,
                              .message = std::to_string(paths->size() - i) +
                                         " files left out: at most " +
                                         std::to_string(logs::LogMerge::kMostLogs) + " are merged"};
            tell(FileTrouble::Kind::Unreadable, named.toStdString(), &error);
            return;
        }
        openPath((*paths)[i]);
    }
}

void FileReading::openPath(const std::string &path)
{
    const auto id = fileIdOf(path);
    if (id && m_opened.count(*id) > 0) {
        return; // named twice
    }
    logs::OpenOptions options;
    change([&](FileState &) { options = m_options; });
    auto log = std::make_unique<RotatingLog>(path);
    if (const auto opened = log->open(options, m_opened); !opened) {
        tell(FileTrouble::Kind::Unreadable, path, &opened.error());
        return;
    }
    m_logs.push_back(std::move(log));
}

void FileReading::openStream()
{
    if (m_stream) {
        return;
    }
    logs::OpenOptions options;
    change([&](FileState &) { options = m_options; });
    auto stream = logs::OpenLog::openStream(logs::FileDescriptor(::dup(STDIN_FILENO)), "stdin",
                                            std::move(options));
    if (!stream) {
        tell(FileTrouble::Kind::Unreadable, kStandardInput.toStdString(), &stream.error());
        return;
    }
    m_stream = std::move(*stream);
}

void FileReading::loadAll()
{
    m_loadBegin = steady_clock::now();
    m_doneBytes = m_totalBytes = 0;
    change([this](FileState &state) {
        m_loading = {};
        if (m_stop.stop_requested() || m_wish != Wish::None || state.isCancelled) {
            m_loading.request_stop();
        }
        state.isLoading = true;
        state.progress = {};
    });
    for (const auto &log : m_logs) {
        m_totalBytes += storedBytes(log->path());
    }
    if (m_stream && !m_streamLoader.joinable()) {
        // Its snapshot is the document's only when it is the only log.
        m_streamLoader = std::jthread([this, stream = m_stream, alone = isAlone()] {
            const auto changed = [&] {
                if (alone) {
                    change([&](FileState &state) { state.snapshot = stream->snapshot(); });
                }
            };
            const auto loaded = stream->load(m_stop.get_token(), {}, changed);
            if (!loaded && loaded.error().code != ErrorCode::Cancelled) {
                tell(FileTrouble::Kind::Unreadable, kStandardInput.toStdString(), &loaded.error());
            }
        });
    }
    for (const auto &log : m_logs) {
        for (const auto &part : log->parts()) {
            load(*part);
        }
        m_doneBytes += storedBytes(log->path());
    }
    publish();
    change([this](FileState &state) {
        state.isLoading = false;
        const auto format = m_logs.size() == 1 && !m_stream
                                ? m_logs.front()->parts().back()->format()
                            : m_stream && m_logs.empty() ? m_stream->format()
                                                         : nullptr;
        state.formatName = format ? toQString(format->name()) : QString();
        state.zoneName = toQString(m_options.zone.name());
    });
}

void FileReading::load(logs::OpenLog &log)
{
    std::stop_token stop;
    change([&](FileState &) { stop = m_loading.get_token(); });
    const auto changed = [this] {
        if (isAlone()) {
            change([this](FileState &state) { state.snapshot = m_logs.front()->snapshot(); });
        }
    };
    const auto loaded = log.load(
        stop, [this](logs::Progress progress) { noteProgress(progress); }, changed);
    if (!loaded && loaded.error().code != ErrorCode::Cancelled) {
        tell(FileTrouble::Kind::Unreadable, log.name(), &loaded.error());
    }
}

void FileReading::noteProgress(logs::Progress now)
{
    change([&](FileState &state) {
        const std::chrono::duration<double> spent = steady_clock::now() - m_loadBegin;
        state.progress.doneBytes = m_doneBytes + now.done;
        state.progress.totalBytes = std::max(m_totalBytes, m_doneBytes + now.total);
        state.progress.bytesPerSecond =
            spent.count() > 0 ? static_cast<double>(state.progress.doneBytes) / spent.count() : 0;
    });
}

void FileReading::follow()
{
    bool isCancelled = false;
    change([&](FileState &state) { isCancelled = state.isCancelled; });
    if (isCancelled) {
        return;
    }
    bool hasNews = m_stream && !m_logs.empty() && snapshots() != m_merged;
    for (const auto &log : m_logs) {
        const auto trouble = [&](FileTrouble::Kind kind, const Error *error) {
            tell(kind, log->path(), error);
        };
        hasNews = log->follow(
                      m_opened, [this](logs::OpenLog &part) { load(part); }, trouble) ||
                  hasNews;
    }
    if (hasNews) {
        publish();
    }
}

std::vector<logs::LogSnapshotPtr> FileReading::snapshots() const
{
    std::vector<logs::LogSnapshotPtr> logs;
    if (m_stream) {
        logs.push_back(m_stream->snapshot());
    }
    for (const auto &log : m_logs) {
        logs.push_back(log->snapshot());
    }
    return logs;
}

void FileReading::publish()
{
    auto logs = snapshots();
    if (logs.empty()) {
        change([](FileState &state) { state.snapshot.reset(); });
        return;
    }
    const auto merged = logs.size() == 1 ? logs.front() : mergeAll(logs);
    m_merged = std::move(logs);
    if (merged) {
        change([&](FileState &state) { state.snapshot = merged; });
    }
}

logs::LogSnapshotPtr FileReading::mergeAll(const std::vector<logs::LogSnapshotPtr> &logs)
{
    logs::LogSnapshotPtr earlier;
    std::stop_token stop;
    change([&](FileState &state) {
        earlier = state.snapshot;
        stop = m_loading.get_token();
    });
    auto merged = logs::LogMerge::merge(logs, earlier, stop);
    if (merged) {
        return *merged;
    }
    if (merged.error().code != ErrorCode::Cancelled) {
        tell(FileTrouble::Kind::Unreadable, m_named.join(u' ').toStdString(), &merged.error());
    }
    return {};
}

void FileReading::findSiblings()
{
    QStringList siblings;
    if (m_logs.size() == 1 && !m_stream) {
        const std::string &path = m_logs.front()->path();
        for (const std::string &sibling : logs::rotatedSiblings(path)) {
            if (sibling != path) {
                siblings << toQString(sibling);
            }
        }
    }
    change([&](FileState &state) { state.siblings = siblings; });
}

void FileReading::tell(FileTrouble::Kind kind, const std::string &path, const Error *error)
{
    QString message;
    if (error) {
        Error unnamed = *error; // the path is told beside it
        unnamed.source.clear();
        message = toQString(unnamed.text());
    }
    change([&](FileState &state) {
        addTrouble(state.troubles, {.kind = kind, .path = toQString(path), .message = message});
    });
}

/// Calls update(state) and rings, all under the lock, so that stop() ends the ringing.
template <typename Update>
void FileReading::change(Update update)
{
    const std::lock_guard lock(m_mutex);
    update(m_state);
    if (m_bell && !std::exchange(m_isRung, true)) {
        Q_EMIT m_bell->rung();
    }
}

void FileReading::stop()
{
    const std::lock_guard lock(m_mutex);
    m_bell = nullptr;
    m_stop.request_stop();
    m_loading.request_stop();
}

void FileReading::setFormat(logs::LogFormatPtr format, logs::TimeZone zone, bool detectsFormat)
{
    const std::lock_guard lock(m_mutex);
    m_options.format = std::move(format);
    m_options.detectsFormat = detectsFormat;
    m_options.zone = std::move(zone);
    m_wish = std::max(m_wish, Wish::Load);
    m_loading.request_stop();
    m_wished.notify_all();
}

void FileReading::cancelLoading()
{
    const std::lock_guard lock(m_mutex);
    m_state.isCancelled = m_state.isLoading;
    m_loading.request_stop();
}

void FileReading::resumeLoading()
{
    const std::lock_guard lock(m_mutex);
    if (m_state.isCancelled) {
        m_wish = std::max(m_wish, Wish::Resume);
        m_loading.request_stop();
        m_wished.notify_all();
    }
}

void FileReading::reopen()
{
    const std::lock_guard lock(m_mutex);
    m_wish = Wish::Reopen;
    m_loading.request_stop();
    m_wished.notify_all();
}

void FileReading::clearTroubles()
{
    const std::lock_guard lock(m_mutex);
    m_state.troubles.clear();
}

FileState FileReading::state()
{
    const std::lock_guard lock(m_mutex);
    m_isRung = false;
    return m_state;
}

} // namespace foretop::session
