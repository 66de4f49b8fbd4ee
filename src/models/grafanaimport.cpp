// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grafanaimport.h"

#include "models/dashboardmembers.h"
#include "models/grafanapanel.h"
#include "models/grafanavariables.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace foretop::models {

namespace {

// So that kMaxPanels of them, one under the other, end above kGreatestRow.
constexpr int kMaxHeight = 45;
// A row of Grafana's grid, with the gap below it.
constexpr double kRowPixels = 38;
constexpr int kUsualHeight = 8;
constexpr int kOldColumns = 12; // before schema version 16, "span" counted of so many

int whole(std::optional<double> number, int usual, int least, int most)
{
    return int(std::lround(std::clamp(number.value_or(usual), double(least), double(most))));
}

QRect placeOf(JsonObject panel)
{
    const JsonObject grid = objectMember(panel, "gridPos").value_or(panel);
    const int width =
        whole(grafanaNumber(grid, "w"), PanelSpec::kGridColumns / 2, 1, PanelSpec::kGridColumns);
    return QRect(whole(grafanaNumber(grid, "x"), 0, 0, PanelSpec::kGridColumns - width),
                 whole(grafanaNumber(grid, "y"), 0, 0, Dashboard::kGreatestRow), width,
                 whole(grafanaNumber(grid, "h"), kUsualHeight, 1, kMaxHeight));
}

/// Takes the panels, in the order and at the places that they have in the file.
class Importer
{
public:
    ImportedDashboard read(JsonObject object);

private:
    void addPanels(JsonObject object);
    void addRowPanel(JsonObject row);
    void addOldRow(JsonObject row);
    void add(JsonObject panel, QRect place);
    void noteRow(JsonObject row);
    void noteRest(JsonObject object);

    GrafanaNotes m_notes;
    QSet<QString> m_variables;
    Dashboard m_dashboard;
    int m_shift = 0;  // rows that unfolded rows of panels have added
    int m_bottom = 0; // of the last old row
};

ImportedDashboard Importer::read(JsonObject object)
{
    m_dashboard.title = grafanaText(object, "title", kMaxTitleLength);
    m_dashboard.description = grafanaText(object, "description", StrictObject::kMaxTextLength);
    m_dashboard.variables = variablesOfGrafana(object, m_notes);
    for (const DashboardVariable &variable : m_dashboard.variables) {
        m_variables.insert(variable.name);
    }
    addPanels(object);
    for (const JsonObject &row : grafanaObjects(object, {"rows"})) {
        addOldRow(row);
    }
    compactPanels(m_dashboard.panels);
    noteRest(object);
    return {std::move(m_dashboard), m_notes.take()};
}

void Importer::addPanels(JsonObject object)
{
    for (const JsonObject &panel : grafanaObjects(object, {"panels"})) {
        if (grafanaText(panel, "type") == u"row") {
            addRowPanel(panel);
        } else {
            add(panel, placeOf(panel).translated(0, m_shift));
        }
    }
}

/// A folded row holds its panels, which take no place in the file.
void Importer::addRowPanel(JsonObject row)
{
    noteRow(row);
    const auto panels = grafanaObjects(row, {"panels"});
    int top = Dashboard::kGreatestRow;
    int bottom = 0;
    for (const JsonObject &panel : panels) {
        top = std::min(top, placeOf(panel).top());
        bottom = std::max(bottom, placeOf(panel).bottom() + 1);
    }
    const int start = placeOf(row).top() + m_shift + 1;
    for (const JsonObject &panel : panels) {
        add(panel, placeOf(panel).translated(0, start - top));
    }
    m_shift += std::max(0, bottom - top);
}

/// As before schema version 16: panels side by side, by their spans, broken into lines.
void Importer::addOldRow(JsonObject row)
{
    noteRow(row);
    QString height = grafanaText(row, "height");
    const bool isPixels = height.endsWith(u"px");
    const double pixels =
        isPixels ? height.chopped(2).toDouble() : grafanaNumber(row, "height").value_or(250);
    const int rows = whole(std::ceil(pixels / kRowPixels), kUsualHeight, 2, kMaxHeight);
    int x = 0;
    for (const JsonObject &panel : grafanaObjects(row, {"panels"})) {
        const int span = whole(grafanaNumber(panel, "span"), kOldColumns / 2, 1, kOldColumns);
        const int width = span * PanelSpec::kGridColumns / kOldColumns;
        if (x + width > PanelSpec::kGridColumns) {
            x = 0;
            m_bottom += rows;
        }
        add(panel, QRect(x, m_bottom, width, rows));
        x += width;
    }
    m_bottom += x > 0 ? rows : 0;
}

void Importer::add(JsonObject panel, QRect place)
{
    auto spec = GrafanaPanel(panel, m_variables, m_notes).read();
    if (!spec) {
        return;
    }
    if (m_dashboard.panels.size() == Dashboard::kMaxPanels) {
        m_notes.add(QStringLiteral("dashboard"),
                    QStringLiteral("has more than %1 panels; the rest is left out")
                        .arg(Dashboard::kMaxPanels));
        return;
    }
    spec->place = place;
    m_dashboard.panels.push_back(std::move(*spec));
}

void Importer::noteRow(JsonObject row)
{
    const QString title = grafanaText(row, "title", 100);
    const QString place = QStringLiteral("row '%1'").arg(title);
    if (!title.isEmpty() && title != u"Dashboard Row" && title != u"New row") {
        m_notes.add(place, QStringLiteral("its title is left out"));
    }
    if (!grafanaText(row, "repeat").isEmpty()) {
        m_notes.add(place, QStringLiteral("is shown once, not for each value of '%1'")
                               .arg(grafanaText(row, "repeat", 100)));
    }
}

void Importer::noteRest(JsonObject object)
{
    const QString place = QStringLiteral("dashboard");
    for (const JsonObject &each : grafanaObjects(object, {"annotations", "list"})) {
        const bool isOwn = boolMember(each, "builtIn").value_or(false) ||
                           numberMember(each, "builtIn").value_or(0) != 0;
        if (!isOwn) {
            m_notes.add(place, QStringLiteral("annotation query '%1' is left out")
                                   .arg(grafanaText(each, "name", 100)));
        }
    }
    if (!grafanaObjects(object, {"links"}).empty()) {
        m_notes.add(place, QStringLiteral("links are left out"));
    }
}

/// The dashboard itself, also of an answer of Grafana's HTTP API.
JsonObject unwrapped(JsonObject object)
{
    return objectMember(object, "dashboard").value_or(object);
}

bool hasPanels(JsonObject object)
{
    return arrayMember(object, "panels") || arrayMember(object, "rows");
}

} // namespace

Result<ImportedDashboard> importGrafana(const QByteArray &json, const QString &source)
{
    const std::string name = source.toStdString();
    if (json.size() > Dashboard::kMaxFileBytes) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("a dashboard has at most {} bytes", Dashboard::kMaxFileBytes),
                    name);
    }
    JsonReader reader;
    const std::string_view text(json.constData(), std::size_t(json.size()));
    const auto document = reader.parseObject(text, name);
    if (!document) {
        return tl::unexpected(withLine(document.error(), text));
    }
    const JsonObject object = unwrapped(*document);
    if (object.at_key("spec").error() == simdjson::SUCCESS && !hasPanels(object)) {
        return fail(ErrorCode::Unknown,
                    "spec: Grafana's schema version 2 is not read; export it as \"Classic\"", name);
    }
    if (!hasPanels(object)) {
        return fail(ErrorCode::Missing,
                    "panels: is missing or no array, so that it is no dashboard of Grafana", name);
    }
    ImportedDashboard imported = Importer().read(object);
    if (imported.dashboard.title.isEmpty()) {
        imported.dashboard.title = source.left(kMaxTitleLength);
    }
    return imported;
}

bool isGrafanaDashboard(const QByteArray &json)
{
    if (json.size() > Dashboard::kMaxFileBytes) {
        return false;
    }
    JsonReader reader;
    const auto document =
        reader.parseObject(std::string_view(json.constData(), std::size_t(json.size())), "");
    if (!document || document->at_key("format").error() == simdjson::SUCCESS) {
        return false;
    }
    const JsonObject object = unwrapped(*document);
    return object.at_key("schemaVersion").error() == simdjson::SUCCESS ||
           arrayMember(object, "rows") || objectMember(object, "templating") ||
           (hasPanels(object) && arrayMember(object, "__inputs"));
}

} // namespace foretop::models
