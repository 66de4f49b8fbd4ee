// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/panelspec.h"

#include <QByteArray>
#include <QStringList>

namespace foretop::models {

/// A value that is chosen once for all panels of a dashboard: stands for $name in expressions.
struct DashboardVariable
{
    static constexpr int kMost = 20;

    QString name;
    QString title; ///< shown; empty: the name
    /// Whose values are offered: label values of the series of a metric or selector; empty
    /// selector: of all series. Empty label: only @c choices are offered.
    QString selector;
    QString label;
    QStringList choices;
    /// What is chosen; empty: all, for which ".*" is put into the expressions, whose matchers
    /// therefore use =~. Several are put as "(a|b)", each as a regular expression that matches it
    /// alone.
    QStringList chosen;
    bool allowsSeveral = false;

    bool operator==(const DashboardVariable &) const = default;
};
/// What stands for @p variable in expressions, as Substitution takes it, which escapes it in
/// quotes.
QString variableText(const DashboardVariable &variable);

/// Panels that belong together; a JSON file that users share, or made from a preset.
struct Dashboard
{
    static constexpr int kMaxPanels = 200;
    static constexpr qint64 kMaxFileBytes = 4 << 20;
    static constexpr int kGreatestRow = 10'000;

    QString name; ///< stable; a file's base name, or the preset's
    QString title;
    QString description;
    QVector<DashboardVariable> variables;
    QVector<PanelSpec> panels;

    bool operator==(const Dashboard &) const = default;
};

/// Reads the format of docs/dashboards.md. A member that is not known, a wrong type, a number out
/// of range and a bound that is exceeded are errors that name @p source and the member's path, such
/// as "panels[1].targets[0].expression". Any thread.
Result<Dashboard> readDashboard(const QByteArray &json, const QString &source);
/// What readDashboard() reads, laid out for people and diffs; what is as usual is left out.
QByteArray writeDashboard(const Dashboard &dashboard);

/// Moves panels down where they overlap and up where nothing is above them, as Grafana does.
void compactPanels(QVector<PanelSpec> &panels);

} // namespace foretop::models
