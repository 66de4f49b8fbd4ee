// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/grafananotes.h"
#include "models/panelspec.h"

#include <QSet>

namespace foretop::models {

/// One panel of a Grafana dashboard, its place aside; nothing when it is left out, which @p notes
/// then say.
class GrafanaPanel
{
public:
    /// @p variables: the names of those that the dashboard has.
    GrafanaPanel(JsonObject object, const QSet<QString> &variables, GrafanaNotes &notes);

    std::optional<PanelSpec> read();

private:
    void note(const QString &text) { m_notes.add(m_place, text); }
    bool readKind();
    void readTargets();
    void readTarget(JsonObject target);
    bool isPrometheus(JsonObject object) const;
    void readTimeSeries();
    void readGraph();
    void readSingleStat();
    void readReduction();
    void readUnit();
    void readRange();
    void readLegend();
    void readThresholds();
    void readOldThresholds();
    bool drawsThresholds() const;
    void setThresholds(QVector<Threshold> thresholds);
    void noteWhatIsLeftOut();
    QString defaultText(std::string_view name) const;
    /// Of "fieldConfig.defaults", or of what was its place before Grafana 7.
    std::optional<JsonObject> defaults() const;

    JsonObject m_object;
    const QSet<QString> &m_variables;
    GrafanaNotes &m_notes;
    QString m_type;
    QString m_place;
    PanelSpec m_spec;
};

} // namespace foretop::models
