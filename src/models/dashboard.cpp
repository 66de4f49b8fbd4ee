// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard.h"

#include "models/dashboardmembers.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace foretop::models {

namespace {

/// @p text as a regular expression that matches it alone.
QString matchingAlone(const QString &text)
{
    static constexpr QStringView kSpecial = u"\\.+*?()|[]{}^$";
    QString result;
    for (const QChar c : text) {
        if (kSpecial.contains(c)) {
            result += u'\\';
        }
        result += c == u'\n' ? QStringLiteral("\\n") : QString(c);
    }
    return result;
}

bool isNumber(const QString &text)
{
    bool isValid = false;
    text.toDouble(&isValid);
    return isValid;
}

void readFormat(StrictObject &object)
{
    if (object.text("format", true) != QString::fromUtf8(kDashboardFormat.data())) {
        object.fail(ErrorCode::Unknown, "format", fmt::format("must be \"{}\"", kDashboardFormat));
    }
}

void readVariables(StrictObject &object, Dashboard &dashboard)
{
    const auto each = [&dashboard](StrictObject &item) {
        DashboardVariable variable = readVariable(item);
        const bool isKnown = std::any_of(
            dashboard.variables.cbegin(), dashboard.variables.cend(),
            [&variable](const DashboardVariable &known) { return known.name == variable.name; });
        if (isKnown) {
            item.fail(ErrorCode::Malformed, "name", "is the name of two variables");
        }
        dashboard.variables.push_back(std::move(variable));
    };
    object.objects("variables", DashboardVariable::kMost, each, 0);
}

void readPanels(StrictObject &object, Dashboard &dashboard)
{
    const auto each = [&dashboard](StrictObject &item) {
        PanelSpec panel;
        readPanelLook(item, panel);
        item.objects(
            "targets", PanelSpec::kMaxTargets,
            [&panel](StrictObject &target) { panel.targets.push_back(readTarget(target)); }, 0);
        dashboard.panels.push_back(std::move(panel));
    };
    object.objects("panels", Dashboard::kMaxPanels, each, 0);
}

} // namespace

QString variableText(const DashboardVariable &variable)
{
    if (variable.chosen.isEmpty()) {
        return QStringLiteral(".*");
    }
    if (variable.chosen.size() == 1) {
        // A quantile or a threshold: what is no label's value stands where a number does.
        const QString &only = variable.chosen.first();
        return variable.label.isEmpty() && isNumber(only) ? only : matchingAlone(only);
    }
    QStringList parts;
    std::transform(variable.chosen.cbegin(), variable.chosen.cend(), std::back_inserter(parts),
                   matchingAlone);
    return QStringLiteral("(%1)").arg(parts.join(u'|'));
}

Result<Dashboard> readDashboard(const QByteArray &json, const QString &source)
{
    const std::string name = source.toStdString();
    if (json.size() > Dashboard::kMaxFileBytes) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("a dashboard has at most {} bytes", Dashboard::kMaxFileBytes),
                    name);
    }
    Dashboard dashboard;
    const auto read = readStrictly(std::string_view(json.constData(), std::size_t(json.size())),
                                   name, [&dashboard](StrictObject &object) {
                                       readFormat(object);
                                       dashboard.name = object.text("name", false, kMaxTitleLength);
                                       dashboard.title =
                                           object.text("title", false, kMaxTitleLength);
                                       dashboard.description = object.text("description", false);
                                       readVariables(object, dashboard);
                                       readPanels(object, dashboard);
                                   });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return dashboard;
}

void compactPanels(QVector<PanelSpec> &panels)
{
    std::vector<qsizetype> order(static_cast<std::size_t>(panels.size()));
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&panels](qsizetype a, qsizetype b) {
        const QPoint left = panels.at(a).place.topLeft();
        const QPoint right = panels.at(b).place.topLeft();
        return std::pair(left.y(), left.x()) < std::pair(right.y(), right.x());
    });
    std::array<int, PanelSpec::kGridColumns> bottoms{};
    for (const qsizetype index : order) {
        QRect &place = panels[index].place;
        const int width = std::clamp(place.width(), 1, PanelSpec::kGridColumns);
        const int x = std::clamp(place.x(), 0, PanelSpec::kGridColumns - width);
        const int height = std::clamp(place.height(), 1, kMaxPanelHeight);
        const auto first = bottoms.begin() + x;
        const int y = *std::max_element(first, first + width);
        std::fill(first, first + width, y + height);
        place = QRect(x, y, width, height);
    }
}

} // namespace foretop::models
