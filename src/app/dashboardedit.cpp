// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboardedit.h"

#include "app/panelplacement.h"

namespace foretop::app {

namespace {

QVector<QRect> placesOf(const QVector<models::PanelSpec> &panels)
{
    QVector<QRect> places;
    for (const models::PanelSpec &panel : panels) {
        places << boundedPlace(panel.place);
    }
    return places;
}

void setPlaces(QVector<models::PanelSpec> &panels, const QVector<QRect> &places)
{
    for (int at = 0; at < panels.size(); ++at) {
        panels[at].place = places[at];
    }
}

} // namespace

/// One step of undo. Dashboards share what did not change.
class DashboardEdit::Change : public QUndoCommand
{
public:
    Change(DashboardEdit &edit, const QString &what, State before, State after)
        : QUndoCommand(what)
        , m_edit(edit)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }
    void undo() override { m_edit.take(m_before); }
    void redo() override { m_edit.take(m_after); }

private:
    DashboardEdit &m_edit;
    const State m_before;
    const State m_after;
};

DashboardEdit::DashboardEdit(QObject *parent)
    : QObject(parent)
{
    m_undo.setUndoLimit(kMostUndo);
}

DashboardEdit::~DashboardEdit()
{
    // The stack tells that it becomes clean, to those who are going too.
    m_undo.blockSignals(true);
}

void DashboardEdit::open(models::Dashboard dashboard)
{
    State next;
    QVector<int> free = m_now.ids;
    for (const models::PanelSpec &spec : dashboard.panels) {
        const auto same = std::find_if(free.begin(), free.end(), [&](int id) {
            models::PanelSpec known = *panel(id);
            known.place = spec.place;
            return known == spec;
        });
        next.ids << (same == free.end() ? ++m_lastId : *same);
        if (same != free.end()) {
            free.erase(same);
        }
    }
    setPlaces(dashboard.panels, compactedPlaces(placesOf(dashboard.panels)));
    next.dashboard = std::move(dashboard);
    m_now = std::move(next);
    m_undo.clear();
    Q_EMIT changed();
}

QVector<GridPanel> DashboardEdit::places() const
{
    QVector<GridPanel> places;
    for (int at = 0; at < m_now.ids.size(); ++at) {
        places.push_back({m_now.ids[at], m_now.dashboard.panels[at].place});
    }
    return places;
}

int DashboardEdit::indexOf(int id) const
{
    return static_cast<int>(m_now.ids.indexOf(id));
}

const models::PanelSpec *DashboardEdit::panel(int id) const
{
    const int at = indexOf(id);
    return at < 0 ? nullptr : &m_now.dashboard.panels[at];
}

std::optional<int> DashboardEdit::add(models::PanelSpec spec, std::optional<int> after)
{
    State next = m_now;
    QVector<models::PanelSpec> &panels = next.dashboard.panels;
    if (panels.size() >= models::Dashboard::kMaxPanels) {
        return std::nullopt;
    }
    QPoint corner;
    if (const models::PanelSpec *other = after ? panel(*after) : nullptr) {
        corner = other->place.topLeft() + QPoint(0, other->place.height());
    }
    const int id = ++m_lastId;
    // It comes from the very bottom, so that those below its place give way downwards.
    panels.push_back(spec);
    QVector<QRect> places = placesOf(panels);
    places.back().moveTo(0, rowsOf(places));
    setPlaces(panels,
              placesAfterMove(places, int(places.size()) - 1, {corner, places.back().size()}));
    next.ids << id;
    commit(tr("Add panel %1").arg(spec.title), next);
    return id;
}

void DashboardEdit::replace(int id, const models::PanelSpec &spec)
{
    const int at = indexOf(id);
    if (at >= 0 && m_now.dashboard.panels[at] != spec) {
        State next = m_now;
        next.dashboard.panels[at] = spec;
        commit(tr("Change panel %1").arg(spec.title), next);
    }
}

std::optional<int> DashboardEdit::duplicate(int id)
{
    const models::PanelSpec *spec = panel(id);
    return spec ? add(*spec, id) : std::nullopt;
}

void DashboardEdit::remove(int id)
{
    const int at = indexOf(id);
    if (at < 0) {
        return;
    }
    State next = m_now;
    const QString title = next.dashboard.panels[at].title;
    next.dashboard.panels.removeAt(at);
    next.ids.removeAt(at);
    QVector<models::PanelSpec> &panels = next.dashboard.panels;
    setPlaces(panels, compactedPlaces(placesOf(panels)));
    commit(tr("Remove panel %1").arg(title), next);
}

void DashboardEdit::place(const QVector<GridPanel> &panels)
{
    State next = m_now;
    for (const GridPanel &panel : panels) {
        if (const int at = indexOf(panel.id); at >= 0) {
            next.dashboard.panels[at].place = panel.place;
        }
    }
    if (next.dashboard != m_now.dashboard) {
        commit(tr("Arrange panels"), next);
    }
}

void DashboardEdit::describe(const QString &title, const QString &description)
{
    State next = m_now;
    next.dashboard.title = title;
    next.dashboard.description = description;
    if (next.dashboard != m_now.dashboard) {
        commit(tr("Rename the dashboard"), next);
    }
}

void DashboardEdit::setVariables(const QVector<models::DashboardVariable> &variables)
{
    State next = m_now;
    next.dashboard.variables = variables;
    if (next.dashboard != m_now.dashboard) {
        commit(tr("Change variables"), next);
    }
}

void DashboardEdit::markSaved(const QString &name)
{
    m_now.dashboard.name = name;
    m_undo.setClean();
}

void DashboardEdit::commit(const QString &what, State next)
{
    m_undo.push(new Change(*this, what, m_now, std::move(next)));
}

void DashboardEdit::take(const State &state)
{
    // Which file it is saved in is nothing to undo.
    const QString name = m_now.dashboard.name;
    m_now = state;
    m_now.dashboard.name = name;
    Q_EMIT changed();
}

} // namespace foretop::app
