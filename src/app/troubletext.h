// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/logdocument.h"

#include <QString>

namespace foretop::app {

/// "app.log was cut off; what is left of it is shown."
QString troubleText(const session::FileTrouble &trouble);

} // namespace foretop::app
