// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/function.h"

/// Functions of each value of an instant vector that need more than one of <cmath>.
namespace foretop::metrics::element {

double clamp(double value, std::span<const double> bounds);
double clampMax(double value, std::span<const double> bounds);
double clampMin(double value, std::span<const double> bounds);
double round(double value, std::span<const double> nearest);
double sgn(double value, std::span<const double>);
double deg(double value, std::span<const double>);
double rad(double value, std::span<const double>);

/// Parts of a Unix time in seconds, in UTC.
double dayOfMonth(double value, std::span<const double>);
double dayOfWeek(double value, std::span<const double>);
double dayOfYear(double value, std::span<const double>);
double daysInMonth(double value, std::span<const double>);
double hour(double value, std::span<const double>);
double minute(double value, std::span<const double>);
double month(double value, std::span<const double>);
double year(double value, std::span<const double>);

} // namespace foretop::metrics::element
