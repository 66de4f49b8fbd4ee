// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seriesnaming.h"

#include "metrics/labelmatcher.h"
#include "models/displaytext.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <set>

namespace foretop::models {

namespace {

using Group = std::vector<const UnnamedSeries *>;

std::string_view labelOf(const metrics::SeriesKey &key, std::string_view name)
{
    if (name == metrics::kNameLabel) {
        return key.name;
    }
    for (const auto &[label, value] : key.labels) {
        if (label == name) {
            return value;
        }
    }
    return {};
}

/// The labels that not all of @p group have alike, the metric's name first.
std::vector<std::string_view> differingLabels(const Group &group)
{
    std::set<std::string_view> names;
    for (const UnnamedSeries *series : group) {
        for (const auto &label : series->key->labels) {
            names.insert(label.first);
        }
    }
    std::vector<std::string_view> differing{metrics::kNameLabel};
    differing.insert(differing.end(), names.begin(), names.end());
    std::erase_if(differing, [&group](std::string_view name) {
        const auto value = labelOf(*group.front()->key, name);
        return std::all_of(group.begin(), group.end(), [&](const UnnamedSeries *series) {
            return labelOf(*series->key, name) == value;
        });
    });
    return differing;
}

QString labelsText(const metrics::SeriesKey &key, const std::vector<std::string_view> &names)
{
    if (names.size() == 1) {
        return toQString(labelOf(key, names.front()));
    }
    QString metric;
    QStringList parts;
    for (const std::string_view name : names) {
        const QString value = toQString(labelOf(key, name));
        if (name == metrics::kNameLabel) {
            metric = value;
        } else if (!value.isEmpty()) {
            parts.append(toQString(name) + u'=' + value);
        }
    }
    const QString labels = parts.join(QStringLiteral(", "));
    return metric.isEmpty() || labels.isEmpty() ? metric + labels : metric + u' ' + labels;
}

QString legendText(const UnnamedSeries &series)
{
    QString text;
    qsizetype at = 0;
    for (;;) {
        const qsizetype open = series.legend.indexOf(u"{{", at);
        const qsizetype close = open < 0 ? -1 : series.legend.indexOf(u"}}", open);
        if (close < 0) {
            return (text + series.legend.mid(at)).trimmed();
        }
        text += series.legend.mid(at, open - at);
        const QString name = series.legend.mid(open + 2, close - open - 2).trimmed();
        text += toQString(labelOf(*series.key, name.toStdString()));
        at = close + 2;
    }
}

QString plainName(const UnnamedSeries &series)
{
    return series.key->name.empty() ? series.expression : toQString(series.key->name);
}

/// Adds to names that several series share what tells these apart.
void tellApart(const std::vector<UnnamedSeries> &series, QStringList &names)
{
    QHash<QString, std::vector<qsizetype>> sharing;
    for (qsizetype i = 0; i < names.size(); ++i) {
        sharing[names.at(i)].push_back(i);
    }
    for (const auto &indexes : std::as_const(sharing)) {
        if (indexes.size() < 2) {
            continue;
        }
        Group group;
        for (const qsizetype i : indexes) {
            group.push_back(&series[static_cast<std::size_t>(i)]);
        }
        const auto differing = differingLabels(group);
        for (const qsizetype i : indexes) {
            const UnnamedSeries &one = series[static_cast<std::size_t>(i)];
            const QString detail =
                differing.empty() ? one.expression : labelsText(*one.key, differing);
            if (!detail.isEmpty() && detail != names.at(i)) {
                names[i] += QStringLiteral(" (") + detail + u')';
            }
        }
    }
}

} // namespace

QStringList namesOf(const std::vector<UnnamedSeries> &series)
{
    Group withoutLegend;
    for (const UnnamedSeries &one : series) {
        if (one.legend.isEmpty()) {
            withoutLegend.push_back(&one);
        }
    }
    const auto differing =
        withoutLegend.empty() ? std::vector<std::string_view>() : differingLabels(withoutLegend);
    QStringList names;
    for (const UnnamedSeries &one : series) {
        QString name = one.legend.isEmpty() ? labelsText(*one.key, differing) : legendText(one);
        names.append(name.isEmpty() ? plainName(one) : name);
    }
    tellApart(series, names);
    for (QString &name : names) {
        if (name.size() > kMaxSeriesName) {
            name = name.left(kMaxSeriesName - 1) + QChar(0x2026);
        }
    }
    return names;
}

} // namespace foretop::models
