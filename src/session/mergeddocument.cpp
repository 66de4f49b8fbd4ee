// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/mergeddocument.h"

#include "session/session.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace foretop::session {

namespace {

/// What @p ask says of each of @p documents, when that is the same.
template <typename Answer>
Answer commonOf(const QList<LogDocument *> &documents, Answer (LogDocument::*ask)() const)
{
    const Answer first = documents.isEmpty() ? Answer() : (documents.front()->*ask)();
    const bool isCommon = std::all_of(documents.begin(), documents.end(),
                                      [&](LogDocument *each) { return (each->*ask)() == first; });
    return isCommon ? first : Answer();
}

} // namespace

/// One merge on its way through the worker.
struct MergedDocument::Run
{
    void run()
    {
        const auto begin = std::chrono::steady_clock::now();
        auto merged = logs::LogMerge::merge(logs, earlier, stop.get_token());
        const std::lock_guard lock(mutex);
        result = std::move(merged);
        spent = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - begin);
    }

    std::vector<logs::LogSnapshotPtr> logs;
    logs::LogSnapshotPtr earlier;
    std::stop_source stop;
    std::mutex mutex; // protects all below
    std::optional<Result<logs::LogSnapshotPtr>> result;
    std::chrono::milliseconds spent{0};
};

MergedDocument::MergedDocument(const QList<LogDocument *> &documents)
{
    for (LogDocument *document : documents) {
        m_documents.append(document);
    }
    m_poll.setTimerType(Qt::PreciseTimer);
    m_poll.setInterval(kFrameMs);
    QObject::connect(&m_poll, &QTimer::timeout, &m_poll, [this] { poll(); });
    m_pause.setSingleShot(true);
    QObject::connect(&m_pause, &QTimer::timeout, &m_pause, [this] { merge(); });
}

MergedDocument::~MergedDocument()
{
    if (m_run) {
        m_run->stop.request_stop();
    }
}

void MergedDocument::start()
{
    if (std::exchange(m_isStarted, true)) {
        return;
    }
    const auto all = open();
    for (LogDocument *document : all) {
        QObject::connect(document, &LogDocument::changed, q, [this] { noteNews(); });
        QObject::connect(document, &LogDocument::loadingChanged, q, [this] { tell(Loading); });
        QObject::connect(document, &LogDocument::formatChanged, q, [this] { tell(Format); });
        QObject::connect(document, &LogDocument::troublesChanged, q, [this] { takeTroubles(); });
        QObject::connect(document, &QObject::destroyed, q, [this] { noteNews(); });
        document->start();
    }
    takeTroubles();
    noteNews();
}

QList<LogDocument *> MergedDocument::open() const
{
    QList<LogDocument *> all;
    for (const auto &document : m_documents) {
        if (document) {
            all.append(document);
        }
    }
    return all;
}

/// Those that a format can be set of.
QList<LogDocument *> MergedDocument::openFiles() const
{
    QList<LogDocument *> files = open();
    files.removeIf([](const LogDocument *document) { return document->paths().isEmpty(); });
    return files;
}

bool MergedDocument::isLive() const
{
    const auto all = open();
    return std::any_of(all.begin(), all.end(), [](LogDocument *log) { return log->isLive(); });
}

bool MergedDocument::isInMemory() const
{
    const auto all = open();
    return std::all_of(all.begin(), all.end(), [](LogDocument *log) { return log->isInMemory(); });
}

QStringList MergedDocument::paths() const
{
    QStringList paths;
    const auto all = open();
    for (const LogDocument *document : all) {
        paths += document->paths();
    }
    return paths;
}

QString MergedDocument::formatName() const
{
    return commonOf(openFiles(), &LogDocument::formatName);
}

QString MergedDocument::zoneName() const
{
    return commonOf(openFiles(), &LogDocument::zoneName);
}

std::vector<logs::LogFormatPtr> MergedDocument::knownFormats() const
{
    const auto files = openFiles();
    return files.isEmpty() ? std::vector<logs::LogFormatPtr>() : files.front()->knownFormats();
}

std::optional<QString> MergedDocument::chosenFormat() const
{
    return commonOf(openFiles(), &LogDocument::chosenFormat);
}

void MergedDocument::setFormat(const std::optional<QString> &formatName, const QString &zoneName)
{
    const auto files = openFiles();
    for (LogDocument *document : files) {
        document->setFormat(formatName, zoneName);
    }
    tell(Format);
}

bool MergedDocument::isLoading() const
{
    const auto all = open();
    return (m_run && !m_isMerged) ||
           std::any_of(all.begin(), all.end(), [](LogDocument *log) { return log->isLoading(); });
}

LoadProgress MergedDocument::loadProgress() const
{
    LoadProgress sum;
    const auto all = open();
    for (const LogDocument *document : all) {
        const LoadProgress progress = document->loadProgress();
        sum.doneBytes += progress.doneBytes;
        sum.totalBytes += progress.totalBytes;
        sum.bytesPerSecond += progress.bytesPerSecond;
    }
    return sum;
}

void MergedDocument::cancelLoading()
{
    const auto all = open();
    for (LogDocument *document : all) {
        document->cancelLoading();
    }
}

bool MergedDocument::isCancelled() const
{
    const auto all = open();
    return std::any_of(all.begin(), all.end(), [](LogDocument *log) { return log->isCancelled(); });
}

void MergedDocument::resumeLoading()
{
    const auto all = open();
    for (LogDocument *document : all) {
        document->resumeLoading();
    }
}

void MergedDocument::reopen()
{
    const auto all = open();
    for (LogDocument *document : all) {
        document->reopen();
    }
}

void MergedDocument::clearTroubles()
{
    const auto all = open();
    for (LogDocument *document : all) {
        document->clearTroubles();
    }
}

void MergedDocument::takeTroubles()
{
    troubles.clear();
    const auto all = open();
    for (const LogDocument *document : all) {
        troubles += document->troubles();
    }
    tell(Troubles);
}

void MergedDocument::noteNews()
{
    m_hasNews = true;
    if (!m_run && !m_pause.isActive()) {
        merge();
    }
}

void MergedDocument::merge()
{
    if (m_run || !std::exchange(m_hasNews, false)) {
        return;
    }
    m_run = std::make_shared<Run>();
    const auto all = open();
    for (const LogDocument *document : all) {
        m_run->logs.push_back(document->snapshotToMerge());
    }
    if (m_isMerged) {
        m_run->earlier = m_next ? m_next : snapshot;
    }
    m_thread.post([run = m_run] { run->run(); });
    m_poll.start();
}

void MergedDocument::poll()
{
    std::chrono::milliseconds spent{0};
    {
        const std::lock_guard lock(m_run->mutex);
        if (!m_run->result) {
            return;
        }
        spent = m_run->spent;
        if (*m_run->result) {
            m_next = **m_run->result;
            m_isMerged = true;
        } else {
            troubles.append({.kind = FileTrouble::Kind::Unreadable,
                             .path = {},
                             .message = QString::fromStdString(m_run->result->error().message)});
            tell(Troubles);
        }
    }
    m_run.reset();
    m_poll.stop();
    m_pause.start(std::max(std::chrono::milliseconds(kFrameMs), kPauseFactor * spent));
    tell(Loading);
}

unsigned MergedDocument::update()
{
    return m_next ? take(std::exchange(m_next, {})) : 0;
}

} // namespace foretop::session
