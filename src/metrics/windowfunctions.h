// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/function.h"

/// The functions of range vectors, as in Prometheus 2.42.
namespace foretop::metrics::window {

double rate(const Window &window);
double increase(const Window &window);
double delta(const Window &window);
double irate(const Window &window);
double idelta(const Window &window);
double deriv(const Window &window);
double predictLinear(const Window &window);
double changes(const Window &window);
double resets(const Window &window);
double avg(const Window &window);
double min(const Window &window);
double max(const Window &window);
double sum(const Window &window);
double count(const Window &window);
double last(const Window &window);
double present(const Window &window);
double quantile(const Window &window);
double stddev(const Window &window);
double stdvar(const Window &window);

} // namespace foretop::metrics::window
