// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/taskthread.h"
#include "session/documentcontent.h"
#include "session/filereading.h"

namespace foretop::session {

/// Files, each followed, or standard input.
class FileDocument final : public LogDocument::Content
{
public:
    FileDocument(const QStringList &named, logs::OpenOptions options);
    ~FileDocument() override;

    void start() override;
    QStringList paths() const override { return m_state.paths; }
    QStringList siblings() const override { return m_state.siblings; }
    QString formatName() const override { return m_state.formatName; }
    QString zoneName() const override { return m_state.zoneName; }
    std::vector<logs::LogFormatPtr> knownFormats() const override { return m_catalogue->formats(); }
    std::optional<QString> chosenFormat() const override { return m_chosenFormat; }
    void setFormat(const std::optional<QString> &formatName, const QString &zoneName) override;
    bool isLoading() const override { return m_isStarted && m_state.isLoading; }
    LoadProgress loadProgress() const override { return m_state.progress; }
    void cancelLoading() override { m_reading->cancelLoading(); }
    bool isCancelled() const override { return m_state.isCancelled; }
    void resumeLoading() override { m_reading->resumeLoading(); }
    void reopen() override { m_reading->reopen(); }
    void clearTroubles() override;
    logs::LogSnapshotPtr snapshotToMerge() const override;

private:
    unsigned update() override;
    logs::LogSnapshotPtr shown(const logs::LogSnapshotPtr &read) const;

    Bell m_bell;
    const std::shared_ptr<const logs::FormatCatalogue> m_catalogue;
    std::optional<QString> m_chosenFormat;
    const std::shared_ptr<FileReading> m_reading;
    FileState m_state; // as told
    bool m_isStarted = false;
    TaskThread m_thread;
};

} // namespace foretop::session
