// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QPointer>

namespace foretop::session {
class Session;
class TimeCursor;
} // namespace foretop::session

namespace foretop::models {

/// A table over a session's store as of its time cursor: does the bounds, the connection and the
/// life of the session once for every model. GUI thread. Rows are inserted, removed and changed in
/// ranges, never reset but by setSession().
class SessionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Neither is owned; both may go before the model, which then is empty. Null: no session.
    void setSession(session::Session *session, session::TimeCursor *cursor);
    session::Session *session() const;
    session::TimeCursor *cursor() const;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 1;
    }

    /// Column titles are words for a person, so the app sets them; until then there are none.
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;
    /// Horizontal titles, by any role.
    bool setHeaderData(int section, Qt::Orientation orientation, const QVariant &value,
                       int role = Qt::EditRole) override;

protected:
    explicit SessionModel(QObject *parent);

    /// Brings the rows up to date with the store; called for every change of store or cursor.
    virtual void refresh() = 0;
    /// Forgets all rows, inside a reset.
    virtual void clear() = 0;
    /// Connects the store's signal to refresh().
    virtual void connectSession(session::Session &session) = 0;

private:
    QPointer<session::Session> m_session;
    QPointer<session::TimeCursor> m_cursor;
};

} // namespace foretop::models
