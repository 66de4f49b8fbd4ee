// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <stop_token>
#include "logs/recordwriter.h"
#endif

#include <QObject>

namespace foretop::models {
class LogExport;
class LogModel;
class RecordsCopy;
} // namespace foretop::models

namespace foretop::app {

class LogStatusLine;
class LogView;
class PageActions;

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
    models::RecordsCopy &copying() const { return *m_copy; }
    /// What the export's file is named after.
    void setLogName(const QString &name) { m_logName = name; }

private:
    void addActions(PageActions &actions, LogView &view);
    void copy(logs::RecordFormat format);
    void tellCopy();
    void askForExport();
    void tellExport();

    LogView &m_view;
    models::LogModel &m_model;
    LogStatusLine &m_status;
    models::LogExport *m_export;
    models::RecordsCopy *m_copy;
    QString m_logName;
};

} // namespace foretop::app
