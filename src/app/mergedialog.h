// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QListWidget;
class QPushButton;

namespace foretop::app {

/// Asks which of the open logs are to be merged.
class MergeDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p current is chosen at first.
    MergeDialog(const QStringList &titles, int current, QWidget *parent);

    /// Places in the titles; two or more when accepted.
    QVector<int> chosen() const;

private:
    QListWidget *m_list;
};

} // namespace foretop::app
