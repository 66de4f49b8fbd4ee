// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace foretop::agent {

/// @p bytes for a person, in decimal units and at least two digits: "512 B", "1.5 GB", "250 GB".
std::string byteText(std::uint64_t bytes);

/// A ratio of 0..1 in whole percent: "91 %".
std::string percentText(double ratio);

} // namespace foretop::agent
