// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace foretop::models {

class ServiceModel;

/// What the Overview's sentence is made of; the words are the app's.
struct OverviewSummary
{
    int total = 0;
    int healthy = 0;
    int degraded = 0;
    int unhealthy = 0;
    int unreachable = 0;
    int unknown = 0;
    /// Names with reasons, "db (timeout 5 s)", the gravest first, at most 5. What is unreachable
    /// stands once a source, under the source's name.
    QStringList worst;
};

OverviewSummary summarise(const ServiceModel &services);

} // namespace foretop::models
