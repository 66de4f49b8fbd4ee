// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QString>

namespace foretop::app {

/// How long something took, to the two units that matter: "850 ms", "12.4 s", "3 min 05 s",
/// "1 h 04 min", "2 d 03 h". A negative duration (clocks that differ) is "0 s".
QString durationText(Milliseconds duration);

/// How long something will take, as coarse as a forecast is: "a few seconds", "about 40 s",
/// "about 5 min", "about 1 h 10 min", "about 2 d 3 h". Rounded up.
QString etaText(Milliseconds remaining);

} // namespace foretop::app
