// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <stop_token>
#include "logs/recordwriter.h"
#endif

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace foretop::app {

/// Asks in which format and to which file records are to be written.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(const QString &logName, int records, QWidget *parent);

    QString path() const;
    logs::RecordFormat format() const;

private:
    void browse();
    void takeFormat();
    void takePath();
    void accept() override;

    QComboBox *m_format;
    QLineEdit *m_path;
    QPushButton *m_ok = nullptr;
};

} // namespace foretop::app
