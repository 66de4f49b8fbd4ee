// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sessionmodel.h"

#include <memory>

namespace foretop::models {

/// The status tiles: one row a check of a service, as of the time cursor. A row whose source's link
/// is down says so: State is Unreachable and Since the time of the loss. A health source that is
/// down and has told nothing yet is one row of its own, under the source's name.
class ServiceModel : public SessionModel
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole, ///< QString: the check
        ServiceRole,             ///< QString
        SourceRole,              ///< QString
        StateRole,               ///< int: State
        ReasonRole,              ///< QString: message as told; for Unreachable the link's error
        SinceRole,               ///< QDateTime (UTC): when it took this state
        UpdatedRole,             ///< QDateTime (UTC): newest report
        LatencyRole,             ///< double ms, invalid when unknown
        LatenciesRole,           ///< QVector<double> ms, oldest first, for a sparkline
        UptimeRole,              ///< double 0..1
        VersionRole,             ///< QString
        ObservedRole,            ///< QVector<QPair<QString, QString>>
    };
    enum State { Unknown, Healthy, Degraded, Unhealthy, Unreachable };

    explicit ServiceModel(QObject *parent = nullptr);
    ~ServiceModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

protected:
    void refresh() override;
    void clear() override;
    void connectSession(session::Session &session) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::models
