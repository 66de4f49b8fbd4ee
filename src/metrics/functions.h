// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/sample.h"

namespace foretop::metrics {

/// Per-second increase between neighbours of a counter, at the time of the later one. A value
/// below its predecessor is a reset: the counter started again from 0. Has one sample fewer than
/// @p counter; NaN where one of the two is NaN.
std::vector<Sample> rate(const std::vector<Sample> &counter);

/// At most two samples (least and greatest, in order of time) for each of @p columns equal parts
/// of [@p from, @p to]; NaN is a gap and stays one NaN a column. Of what lies outside, the last
/// sample before and the first after are kept, so that a line crosses the edge. Fewer samples than
/// two a column come back as they are. @p samples are in order of time.
std::vector<Sample> downsample(const std::vector<Sample> &samples, WallTime from, WallTime to,
                               std::size_t columns);

/// Puts a NaN sample midway where neighbours are further apart than @p gap, so that no line is
/// drawn across.
std::vector<Sample> markGaps(const std::vector<Sample> &samples, Milliseconds gap);

} // namespace foretop::metrics
