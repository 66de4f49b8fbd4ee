// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QPointer>

class QAction;

namespace foretop::app {

/// What can be done now: the enabled actions of a window, those that match the text best first.
class CommandModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { ShortcutRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    /// Takes the actions of @p window anew: every one with a text that is enabled and visible.
    void collect(const QWidget &window);
    /// Letters of @p text in this order, anywhere in the command; case does not matter.
    void setText(const QString &text);
    QAction *actionAt(int row) const;
    /// objectName of the page that the command belongs to; empty: the window's.
    QString pageNameAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Command
    {
        QPointer<QAction> action;
        QString name;
        QString pageName;
    };

    void filter();

    QVector<Command> m_commands;
    QVector<int> m_shown;
    QString m_text;
};

/// How well the letters of @p text, in order, are found in @p name: -1 when not, else the greater
/// the better (starts of words and neighbours count more).
int matchScore(const QString &name, const QString &text);

} // namespace foretop::app
