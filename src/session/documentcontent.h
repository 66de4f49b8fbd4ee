// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/logdocument.h"

#include <QTimer>

namespace foretop::session {

/// Where a LogDocument has its records from, and what it tells of them, once a frame at most. GUI
/// thread.
class LogDocument::Content
{
public:
    Content();
    virtual ~Content() = default;
    Content(const Content &) = delete;
    Content &operator=(const Content &) = delete;

    virtual void start() {}
    virtual bool isLive() const { return false; }
    virtual bool isInMemory() const { return false; }
    virtual QStringList paths() const { return {}; }
    virtual QStringList siblings() const { return {}; }
    virtual QString formatName() const { return {}; }
    virtual QString zoneName() const { return {}; }
    virtual std::vector<logs::LogFormatPtr> knownFormats() const { return {}; }
    virtual std::optional<QString> chosenFormat() const { return {}; }
    virtual void setFormat(const std::optional<QString> & /*formatName*/,
                           const QString & /*zoneName*/)
    {
    }
    virtual bool isLoading() const { return false; }
    virtual LoadProgress loadProgress() const { return {}; }
    virtual void cancelLoading() {}
    virtual bool isCancelled() const { return false; }
    virtual void resumeLoading() {}
    virtual void reopen() {}
    virtual void clearTroubles() {}
    /// With whole paths as names, which a merge shortens so that they still differ.
    virtual logs::LogSnapshotPtr snapshotToMerge() const { return snapshot; }

    logs::LogSnapshotPtr snapshot;
    QVector<FileTrouble> troubles;
    LogDocument *q = nullptr; // set before anything is told

protected:
    enum Change : unsigned {
        Records = 1,
        Numbers = 2, ///< records have other numbers
        Loading = 4,
        Format = 8,
        Troubles = 16,
        Siblings = 32,
        Renumbered = 64, ///< records from m_renumberedFrom on have other numbers
    };
    /// Now, or when the frame is over.
    void tell(unsigned changes);
    /// Brings all up to date before it is told; what of it changed.
    virtual unsigned update() { return 0; }
    /// Of no records.
    static logs::LogSnapshotPtr emptySnapshot();
    /// Shows @p next from now on; the changes to be told.
    unsigned take(logs::LogSnapshotPtr next);

private:
    void tellWaiting();

    unsigned m_waiting = 0;
    logs::RecordNumber m_renumberedFrom; // the least since it was told
    QTimer m_frame;
};

} // namespace foretop::session
