// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard.h"

#include <cstdlib>

using namespace foretop::models;

/// What is read is written as what reads the same, and can be laid out and asked for its units.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    auto dashboard = readDashboard(json, QStringLiteral("fuzz"));
    if (!dashboard) {
        return 0;
    }
    const auto again = readDashboard(writeDashboard(*dashboard), QStringLiteral("again"));
    if (!again || !(*again == *dashboard)) {
        std::abort();
    }
    compactPanels(dashboard->panels);
    for (const PanelSpec &panel : dashboard->panels) {
        if (shownUnit(panel) == Unit::Auto) {
            std::abort();
        }
    }
    for (const DashboardVariable &variable : dashboard->variables) {
        (void)variableText(variable);
    }
    return 0;
}
