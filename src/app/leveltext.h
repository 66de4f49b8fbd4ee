// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"
#include "logs/level.h"

#include <QString>

namespace foretop::app {

/// The word for @p level in sentences and on buttons: "Error"; "No level" for Unknown.
QString levelWord(logs::Level level);
/// One letter that stands for @p level where a word has no room: "E"; "?" for Unknown.
QString levelLetter(logs::Level level);
Tone levelTone(logs::Level level);

} // namespace foretop::app
