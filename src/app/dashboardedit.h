// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboardgrid.h"
#include "models/dashboard.h"

#include <QObject>
#include <QUndoStack>

namespace foretop::app {

/// The dashboard that is shown and may be edited, with undo. Panels are known by ids, which stay
/// while other panels come and go. GUI thread.
class DashboardEdit : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostUndo = 100; ///< older changes cannot be undone

    explicit DashboardEdit(QObject *parent = nullptr);
    ~DashboardEdit() override;

    /// Forgets all changes. Panels that were in the one before keep their ids.
    void open(models::Dashboard dashboard);
    const models::Dashboard &dashboard() const { return m_now.dashboard; }
    QVector<GridPanel> places() const;
    /// Null: there is no such panel.
    const models::PanelSpec *panel(int id) const;

    /// Puts a panel above all others, after @p after when that is given. Nothing when there are
    /// models::Dashboard::kMaxPanels.
    std::optional<int> add(models::PanelSpec spec, std::optional<int> after = {});
    void replace(int id, const models::PanelSpec &spec);
    std::optional<int> duplicate(int id);
    void remove(int id);
    void place(const QVector<GridPanel> &panels);
    void describe(const QString &title, const QString &description);
    void setVariables(const QVector<models::DashboardVariable> &variables);

    bool isModified() const { return !m_undo.isClean(); }
    /// It was saved under @p name.
    void markSaved(const QString &name);
    QUndoStack &undoStack() { return m_undo; }

Q_SIGNALS:
    void changed();

private:
    struct State
    {
        models::Dashboard dashboard;
        QVector<int> ids; // of its panels
    };
    class Change;

    int indexOf(int id) const;
    void commit(const QString &what, State next);
    void take(const State &state);

    State m_now;
    int m_lastId = 0;
    QUndoStack m_undo;
};

} // namespace foretop::app
