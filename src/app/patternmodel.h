// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <stop_token>
#include "logs/patterns.h"
#endif

#include <QAbstractListModel>

namespace foretop::app {

/// Message patterns, the most frequent first.
class PatternModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole, ///< qulonglong
        ShareRole,                ///< double 0..1 of all counted records
        LevelRole,                ///< int: logs::Level, the gravest that it has
        ExampleRole,              ///< qulonglong: a record of it
    };

    using QAbstractListModel::QAbstractListModel;

    void setPatterns(std::vector<logs::LogPattern> patterns, quint64 unmatched);
    const logs::LogPattern &patternAt(int row) const { return m_patterns[std::size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<logs::LogPattern> m_patterns;
    quint64 m_total = 0;
};

/// The gravest level of @p counts that is not zero.
logs::Level gravestOf(const logs::LevelCounts &counts);

} // namespace foretop::app
