// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace foretop::session {
class Session;
} // namespace foretop::session

namespace foretop::app {

/// Where panels may take values from: the session's own series, as an empty name, unless nothing
/// fills them while there is a Prometheus; and its Prometheus sources. Never empty.
QStringList metricSources(const session::Session &session);

} // namespace foretop::app
