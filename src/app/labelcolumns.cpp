// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/labelcolumns.h"

#include "app/paintabletext.h"

#include <algorithm>

namespace foretop::app {

QStringList labelColumns(const QVector<const models::PanelSeries *> &series)
{
    QStringList names;
    for (const auto *one : series) {
        for (const auto &[name, value] : one->key.labels) {
            names << QString::fromStdString(name);
        }
    }
    names.sort();
    names.removeDuplicates();
    return names;
}

QString labelValue(const models::PanelSeries &series, const QString &name)
{
    const auto &labels = series.key.labels;
    const auto found = std::find_if(labels.begin(), labels.end(), [&](const auto &label) {
        return QString::fromStdString(label.first) == name;
    });
    return found == labels.end() ? QString() : QString::fromStdString(found->second);
}

QString shownName(const models::PanelSeries &series)
{
    constexpr qsizetype kMostText = 300;
    return paintableText(series.label, kMostText).replace(u'\n', u'\u240a');
}

} // namespace foretop::app
