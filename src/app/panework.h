// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>

namespace foretop::models {
class LogExport;
class LogModel;
class RecordsCopy;
} // namespace foretop::models

namespace foretop::session {
class LogDocument;
} // namespace foretop::session

namespace foretop::app {

class LogStatusLine;

/// Shows what is under way in a log view, the most wanted first: an export, a copy, a search, the
/// reading of the file; each with how far and how fast, and each can be cancelled.
class PaneWork : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    PaneWork(LogStatusLine &status, models::LogModel &model, models::LogExport &exporting,
             models::RecordsCopy &copying, QObject *parent);

    /// Not owned; null: none.
    void setDocument(session::LogDocument *document);
    /// What is shown is stopped.
    void cancel();
    bool isWorking() const;

Q_SIGNALS:
    /// isWorking() may be another.
    void changed();

private:
    void show();
    bool isExporting() const;
    bool isCopying() const;
    QString searchText();

    LogStatusLine &m_status;
    models::LogModel &m_model;
    models::LogExport &m_export;
    models::RecordsCopy &m_copy;
    QPointer<session::LogDocument> m_document;
    QElapsedTimer m_searched; ///< since the search began; invalid while there is none
};

} // namespace foretop::app
