// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/jobfilter.h"

#include "models/jobmodel.h"

namespace foretop::models {

JobFilter::JobFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_states{jobs::State::Queued,    jobs::State::Running, jobs::State::Retrying,
               jobs::State::Succeeded, jobs::State::Failed,  jobs::State::Cancelled}
{
    setSortRole(JobModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

QSet<jobs::State> JobFilter::states() const
{
    return m_states;
}

void JobFilter::setStates(const QSet<jobs::State> &states)
{
    if (m_states != states) {
        m_states = states;
        invalidateRowsFilter();
    }
}

QString JobFilter::text() const
{
    return m_text;
}

void JobFilter::setText(const QString &text)
{
    if (m_text != text) {
        m_text = text;
        invalidateRowsFilter();
    }
}

bool JobFilter::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    const QModelIndex name = sourceModel()->index(sourceRow, JobModel::NameColumn, sourceParent);
    if (!m_states.contains(static_cast<jobs::State>(name.data(JobModel::StateRole).toInt()))) {
        return false;
    }
    if (m_text.isEmpty()) {
        return true;
    }
    const auto has = [this](const QVariant &value) {
        return value.toString().contains(m_text, Qt::CaseInsensitive);
    };
    return has(name.data()) || has(name.data(JobModel::IdRole)) ||
           has(name.data(JobModel::ErrorRole)) || has(name.data(JobModel::SourceRole)) ||
           has(name.siblingAtColumn(JobModel::QueueColumn).data()) ||
           has(name.siblingAtColumn(JobModel::WorkerColumn).data()) ||
           has(name.siblingAtColumn(JobModel::MessageColumn).data());
}

} // namespace foretop::models
