// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/logdocument.h"

#include "logs/logchain.h"
#include "logs/logmerge.h"
#include "session/documentcontent.h"
#include "session/filedocument.h"
#include "session/livedocument.h"
#include "session/mergeddocument.h"
#include "session/session.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace foretop::session {

LogDocument::Content::Content()
    : snapshot(emptySnapshot())
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setInterval(kFrameMs);
    connect(&m_frame, &QTimer::timeout, &m_frame, [this] { tellWaiting(); });
}

void LogDocument::Content::tell(unsigned changes)
{
    m_waiting |= changes;
    if (!m_frame.isActive()) {
        tellWaiting();
    }
}

void LogDocument::Content::tellWaiting()
{
    m_waiting |= update();
    const unsigned changes = std::exchange(m_waiting, 0);
    if (changes == 0) {
        return;
    }
    m_frame.start();
    struct Told
    {
        unsigned change;
        void (LogDocument::*signal)();
    };
    static constexpr Told kTold[] = {
        {Numbers, &LogDocument::reset},
        {Format, &LogDocument::formatChanged},
        {Records, &LogDocument::changed},
        {Siblings, &LogDocument::siblingsChanged},
        {Troubles, &LogDocument::troublesChanged},
        {Loading, &LogDocument::loadingChanged},
    };
    // Who hears of a change may close the document.
    const QPointer<LogDocument> alive(q);
    if ((changes & (Renumbered | Numbers)) == Renumbered) {
        Q_EMIT q->renumbered(m_renumberedFrom);
    }
    for (const Told &told : kTold) {
        if (alive && (changes & told.change) != 0) {
            Q_EMIT(alive->*told.signal)();
        }
    }
}

logs::LogSnapshotPtr LogDocument::Content::emptySnapshot()
{
    return std::make_shared<logs::LogChain>(std::vector<logs::LogSnapshotPtr>{});
}

unsigned LogDocument::Content::take(logs::LogSnapshotPtr next)
{
    const auto before = std::exchange(snapshot, std::move(next));
    if (before->first() == before->end() || snapshot->continues(*before)) {
        return Records;
    }
    const auto shared = logs::LogMerge::sharedEnd(*snapshot, *before);
    if (shared == before->first()) {
        return Records | Numbers;
    }
    const bool isWaiting = (m_waiting & Renumbered) != 0;
    m_renumberedFrom = isWaiting ? std::min(m_renumberedFrom, shared) : shared;
    return Records | Renumbered;
}

std::unique_ptr<LogDocument> LogDocument::ofSession(Session *session)
{
    return std::unique_ptr<LogDocument>(new LogDocument(std::make_unique<LiveDocument>(session)));
}

std::unique_ptr<LogDocument> LogDocument::ofFiles(const QStringList &named,
                                                  logs::OpenOptions options)
{
    return std::unique_ptr<LogDocument>(
        new LogDocument(std::make_unique<FileDocument>(named, std::move(options))));
}

std::unique_ptr<LogDocument> LogDocument::merged(QList<LogDocument *> documents)
{
    return std::unique_ptr<LogDocument>(
        new LogDocument(std::make_unique<MergedDocument>(std::move(documents))));
}

LogDocument::LogDocument(std::unique_ptr<Content> content)
    : d(std::move(content))
{
    d->q = this;
}

LogDocument::~LogDocument() = default;

void LogDocument::start()
{
    d->start();
}

bool LogDocument::isLive() const
{
    return d->isLive();
}

bool LogDocument::isInMemory() const
{
    return d->isInMemory();
}

QStringList LogDocument::paths() const
{
    return d->paths();
}

QStringList LogDocument::siblings() const
{
    return d->siblings();
}

logs::LogSnapshotPtr LogDocument::snapshot() const
{
    return d->snapshot;
}

logs::LogSnapshotPtr LogDocument::snapshotToMerge() const
{
    return d->snapshotToMerge();
}

QString LogDocument::formatName() const
{
    return d->formatName();
}

QString LogDocument::zoneName() const
{
    return d->zoneName();
}

std::optional<QString> LogDocument::chosenFormat() const
{
    return d->chosenFormat();
}

void LogDocument::setFormat(const std::optional<QString> &formatName, const QString &zoneName)
{
    d->setFormat(formatName, zoneName);
}

std::vector<logs::LogFormatPtr> LogDocument::knownFormats() const
{
    return d->knownFormats();
}

bool LogDocument::isLoading() const
{
    return d->isLoading();
}

LoadProgress LogDocument::loadProgress() const
{
    return d->loadProgress();
}

void LogDocument::cancelLoading()
{
    d->cancelLoading();
}

bool LogDocument::isCancelled() const
{
    return d->isCancelled();
}

void LogDocument::resumeLoading()
{
    d->resumeLoading();
}

void LogDocument::reopen()
{
    d->reopen();
}

const QVector<FileTrouble> &LogDocument::troubles() const
{
    return d->troubles;
}

void LogDocument::clearTroubles()
{
    d->clearTroubles();
}

} // namespace foretop::session
