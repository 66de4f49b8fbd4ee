// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/prometheussource.h"

#include "session/session.h"

#include <algorithm>

namespace foretop::models {

feeds::PrometheusApi *prometheusNamed(const session::Session &session, const QString &name)
{
    const auto all = session.prometheus();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&name](const auto *api) { return api->name() == name; });
    return found == all.end() ? nullptr : *found;
}

QString noPrometheusNamed(const QString &name)
{
    return QStringLiteral("there is no Prometheus source named \"%1\"").arg(name);
}

} // namespace foretop::models
