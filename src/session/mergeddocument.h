// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/taskthread.h"
#include "session/documentcontent.h"

#include <QPointer>

#include <chrono>

namespace foretop::session {

/// Several documents merged by time, by a worker, again and again as they grow.
class MergedDocument final : public LogDocument::Content
{
public:
    /// Pauses between merges are so many times as long as a merge takes.
    static constexpr int kPauseFactor = 4;

    explicit MergedDocument(const QList<LogDocument *> &documents);
    ~MergedDocument() override;

    void start() override;
    bool isLive() const override;
    bool isInMemory() const override;
    QStringList paths() const override;
    QString formatName() const override;
    QString zoneName() const override;
    std::vector<logs::LogFormatPtr> knownFormats() const override;
    std::optional<QString> chosenFormat() const override;
    void setFormat(const std::optional<QString> &formatName, const QString &zoneName) override;
    bool isLoading() const override;
    LoadProgress loadProgress() const override;
    void cancelLoading() override;
    bool isCancelled() const override;
    void resumeLoading() override;
    void reopen() override;
    void clearTroubles() override;

private:
    struct Run;

    QList<LogDocument *> open() const;
    QList<LogDocument *> openFiles() const;
    unsigned update() override;
    void noteNews();
    void merge();
    void poll();
    void takeTroubles();

    QVector<QPointer<LogDocument>> m_documents;
    std::shared_ptr<Run> m_run; // under way, polled once a frame
    logs::LogSnapshotPtr m_next;
    bool m_hasNews = false;
    bool m_isStarted = false;
    bool m_isMerged = false; // once at least
    QTimer m_poll;
    QTimer m_pause;
    TaskThread m_thread;
};

} // namespace foretop::session
