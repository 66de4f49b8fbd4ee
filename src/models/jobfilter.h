// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace foretop::models {

/// The jobs of a JobModel in some states with a text in them; sorts by JobModel::SortRole.
class JobFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit JobFilter(QObject *parent = nullptr);

    /// Shown states; all at first.
    QSet<jobs::State> states() const;
    void setStates(const QSet<jobs::State> &states);
    /// Case-insensitive, anywhere in name, id, queue, worker, message, error or source; empty: all.
    QString text() const;
    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    QSet<jobs::State> m_states;
    QString m_text;
};

} // namespace foretop::models
