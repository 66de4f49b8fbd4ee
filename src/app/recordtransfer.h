// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace foretop::models {
class LogExport;
class LogModel;
} // namespace foretop::models

namespace foretop::app {

class LogStatusLine;
class LogView;
class PageActions;
enum class RecordFormat;

/// Takes records out of a log view: what is chosen to the clipboard, all that is shown to a file.
class RecordTransfer : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    RecordTransfer(PageActions &actions, LogView &view, models::LogModel &model,
                   LogStatusLine &status, QObject *parent);
    ~RecordTransfer() override;

    models::LogExport &exporting() const { return *m_export; }
    /// What the export's file is named after.
    void setLogName(const QString &name) { m_logName = name; }

private:
    void addActions(PageActions &actions, LogView &view);
    void copy(RecordFormat format);
    void askForExport();
    void tellExport();

    LogView &m_view;
    models::LogModel &m_model;
    LogStatusLine &m_status;
    models::LogExport *m_export;
    QString m_logName;
};

} // namespace foretop::app
