// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace foretop::app {

class FieldModel;

/// A FieldModel in a table from which values can be copied.
class FieldTable : public QTableView
{
    Q_OBJECT

public:
    explicit FieldTable(QWidget *parent = nullptr);

    void setFields(const QVector<QPair<QString, QString>> &fields);
    /// Name and whole text of the chosen one; empty when none is.
    QPair<QString, QString> currentField() const;

private:
    void addCopyAction(const QString &text, const QKeySequence &shortcut, bool withName);
    void copySelected(bool withName);

    FieldModel *m_fields;
};

} // namespace foretop::app
