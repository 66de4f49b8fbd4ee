// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metricsources.h"

#include "session/session.h"

#include <algorithm>

namespace foretop::app {

QStringList metricSources(const session::Session &session)
{
    QStringList names;
    for (const feeds::PrometheusApi *api : session.prometheus()) {
        names << api->name();
    }
    const auto &sources = session.environment().sources;
    const bool hasOwn =
        std::any_of(sources.begin(), sources.end(), [](const session::SourceConfig &source) {
            return source.kind == feeds::FeedKind::Metrics &&
                   source.protocol != session::SourceProtocol::Prometheus;
        });
    if (hasOwn || names.isEmpty()) {
        names.prepend(QString());
    }
    return names;
}

} // namespace foretop::app
