// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/prometheusapi.h"

namespace foretop::session {
class Session;
}

namespace foretop::models {

/// The Prometheus source of @p session with that name, or null.
feeds::PrometheusApi *prometheusNamed(const session::Session &session, const QString &name);
/// What to say when there is none.
QString noPrometheusNamed(const QString &name);

} // namespace foretop::models
