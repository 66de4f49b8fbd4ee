// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sessionmodel.h"

#include <memory>

namespace foretop::models {

/// Error groups, last seen first, as of the time cursor.
class ErrorModel : public SessionModel
{
    Q_OBJECT

public:
    enum Column { MessageColumn, CountColumn, LastSeenColumn, ColumnCount };
    enum Role {
        TypeRole = Qt::UserRole, ///< QString
        MessageRole,             ///< QString
        CountRole,               ///< quint64
        FirstSeenRole,           ///< QDateTime (UTC)
        LastSeenRole,            ///< QDateTime (UTC)
        PerMinuteRole,           ///< QVector<double>, oldest first
        SourceRole,              ///< QString
        StackRole,               ///< QString, a frame a line
        SortRole,
    };

    explicit ErrorModel(QObject *parent = nullptr);
    ~ErrorModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    void refresh() override;
    void clear() override;
    void connectSession(session::Session &session) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::models
