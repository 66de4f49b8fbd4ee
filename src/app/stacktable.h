// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QStandardItemModel;

namespace foretop::app {

class Theme;

/// The frames of a stack trace as a table; what is selected can be copied.
class StackTable : public QTableView
{
    Q_OBJECT

public:
    explicit StackTable(QWidget *parent = nullptr);

    /// How many frames of @p trace could be told.
    int setTrace(const QString &trace);

private:
    void copySelected();

    QStandardItemModel *m_model;
};

} // namespace foretop::app
