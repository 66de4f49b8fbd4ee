// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "models/rowplan.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <optional>

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
    /// @p interval: the store's changes are asked for no more often.
    explicit SessionModel(QObject *parent, Milliseconds interval = Milliseconds{0});

    /// Brings the rows up to date with the store; there is a session. Called for every change of
    /// store or cursor.
    virtual void refresh() = 0;
    /// Forgets all rows, inside a reset.
    virtual void clear() = 0;
    /// Connects the store's signal to requestRefresh().
    virtual void connectSession(session::Session &session) = 0;

    /// refresh() now, or when the interval since the last one is over.
    void requestRefresh();
    /// The moment that stores are asked as of; nothing: now.
    std::optional<WallTime> asOf() const;
    /// The moment that rows show.
    WallTime shownTime() const;

    /// Makes @p rows, which are this model's, the same as @p wanted. A Row has a std::string `key`
    /// and operator==. What stays keeps its selection, also when it changes places.
    template <typename Row>
    void syncRows(std::vector<Row> &rows, std::vector<Row> wanted);
    /// dataChanged for every column of @p changedRows, which ascend.
    void tellChanged(const std::vector<int> &changedRows);
    void tellChanged(const std::vector<int> &changedRows, int firstColumn, int lastColumn);

private:
    template <typename Row>
    void removeRanges(std::vector<Row> &rows, const std::vector<RowRange> &ranges);
    template <typename Row>
    void updateKept(std::vector<Row> &rows, const std::vector<int> &kept, std::vector<Row> &wanted);
    template <typename Row>
    void insertRanges(std::vector<Row> &rows, const std::vector<RowRange> &ranges,
                      std::vector<Row> &wanted);
    /// Lets @p permute put the rows in @p order, and persistent indexes follow.
    void reorder(const std::vector<int> &order, const std::function<void()> &permute);

    QPointer<session::Session> m_session;
    QPointer<session::TimeCursor> m_cursor;
    QHash<int, QHash<int, QVariant>> m_titles; // by column, then role
    QTimer m_interval;
    bool m_refreshWaits = false;
};

template <typename Row>
void SessionModel::syncRows(std::vector<Row> &rows, std::vector<Row> wanted)
{
    const auto keysOf = [](const std::vector<Row> &list) {
        std::vector<std::string> keys;
        keys.reserve(list.size());
        for (const Row &row : list) {
            keys.push_back(row.key);
        }
        return keys;
    };
    const RowPlan plan = planRows(keysOf(rows), keysOf(wanted));
    removeRanges(rows, plan.removed);
    if (!plan.order.empty()) {
        reorder(plan.order, [&rows, &plan] {
            std::vector<Row> moved;
            moved.reserve(rows.size());
            for (const int row : plan.order) {
                moved.push_back(std::move(rows[static_cast<std::size_t>(row)]));
            }
            rows = std::move(moved);
        });
    }
    updateKept(rows, plan.kept, wanted);
    insertRanges(rows, plan.inserted, wanted);
}

template <typename Row>
void SessionModel::removeRanges(std::vector<Row> &rows, const std::vector<RowRange> &ranges)
{
    for (const RowRange &range : ranges) {
        beginRemoveRows({}, range.first, range.last());
        const auto first = rows.begin() + range.first;
        rows.erase(first, first + range.count);
        endRemoveRows();
    }
}

template <typename Row>
void SessionModel::updateKept(std::vector<Row> &rows, const std::vector<int> &kept,
                              std::vector<Row> &wanted)
{
    std::vector<int> changed;
    for (std::size_t i = 0; i < kept.size(); ++i) {
        Row &now = wanted[static_cast<std::size_t>(kept[i])];
        if (rows[i] != now) {
            rows[i] = std::move(now);
            changed.push_back(static_cast<int>(i));
        }
    }
    tellChanged(changed);
}

template <typename Row>
void SessionModel::insertRanges(std::vector<Row> &rows, const std::vector<RowRange> &ranges,
                                std::vector<Row> &wanted)
{
    for (const RowRange &range : ranges) {
        beginInsertRows({}, range.first, range.last());
        const auto first = wanted.begin() + range.first;
        rows.insert(rows.begin() + range.first, std::make_move_iterator(first),
                    std::make_move_iterator(first + range.count));
        endInsertRows();
    }
}

} // namespace foretop::models
