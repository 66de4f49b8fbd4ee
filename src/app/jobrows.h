// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/jobfilter.h"

namespace foretop::app {

/// The filtered jobs in words: what cells show and say, and states in the order of kJobStates.
class JobRows : public models::JobFilter
{
    Q_OBJECT

public:
    explicit JobRows(QObject *parent);

    /// Figures stand below each other.
    static bool isRightAligned(int column);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};

} // namespace foretop::app
