// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobrows.h"

#include "app/jobtext.h"
#include "models/jobmodel.h"

#include <algorithm>

namespace foretop::app {

namespace {

using models::JobModel;

int rankOf(const QModelIndex &job)
{
    const auto state = jobs::State(job.data(JobModel::StateRole).toInt());
    return int(std::find(kJobStates.begin(), kJobStates.end(), state) - kJobStates.begin());
}

} // namespace

JobRows::JobRows(QObject *parent)
    : JobFilter(parent)
{
}

bool JobRows::isRightAligned(int column)
{
    return column == JobModel::AttemptColumn || column == JobModel::DurationColumn ||
           column == JobModel::EtaColumn;
}

QVariant JobRows::data(const QModelIndex &index, int role) const
{
    if (index.isValid() && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)) {
        return jobCellText(mapToSource(index));
    }
    if (index.isValid() && role == Qt::TextAlignmentRole && isRightAligned(index.column())) {
        return int(Qt::AlignRight | Qt::AlignVCenter);
    }
    return JobFilter::data(index, role);
}

bool JobRows::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.column() != JobModel::StateColumn) {
        const bool leftIsKnown = left.data(JobModel::SortRole).isValid();
        const bool rightIsKnown = right.data(JobModel::SortRole).isValid();
        if (leftIsKnown != rightIsKnown) { // what is not known is last in either order
            return sortOrder() == Qt::AscendingOrder ? leftIsKnown : rightIsKnown;
        }
        return JobFilter::lessThan(left, right);
    }
    const int a = rankOf(left);
    const int b = rankOf(right);
    return a != b ? a < b : left.row() > right.row(); // of one state, the newest first
}

} // namespace foretop::app
