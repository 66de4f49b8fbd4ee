// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sessionmodel.h"

#include <memory>

namespace foretop::models {

/// The sources of the session and the state of their links. Not affected by the time cursor.
class SourceModel : public SessionModel
{
    Q_OBJECT

public:
    enum Role {
        NameRole = Qt::UserRole, ///< QString
        KindRole,                ///< int: feeds::FeedKind
        PhaseRole,               ///< int: feeds::LinkPhase
        SinceRole,               ///< QDateTime (UTC)
        ErrorRole,               ///< QString: why the link is down; empty when it is not
        UrlRole,                 ///< QString
        ItemsRole,               ///< quint64
        MalformedRole,           ///< quint64
        DroppedRole,             ///< quint64
        LastErrorRole,           ///< QString: newest frame that could not be read
        PlainRole,               ///< bool
    };

    explicit SourceModel(QObject *parent = nullptr);
    ~SourceModel() override;

    int rowCount(const QModelIndex &parent = {}) const override;
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
