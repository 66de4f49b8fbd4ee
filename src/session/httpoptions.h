// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/prometheusclient.h"
#include "feeds/scrapesource.h"
#include "session/environment.h"

namespace foretop::session {

// What a source over HTTP is opened with; its secrets must be in @p config.
feeds::ScrapeOptions scrapeOptions(const SourceConfig &config);
feeds::PrometheusOptions prometheusOptions(const SourceConfig &config);

} // namespace foretop::session
