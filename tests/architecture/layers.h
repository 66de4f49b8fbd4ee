// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace foretop::architecture {

/// Reads every source file below @p sourceDir (laid out as src/) and returns a line for each
/// include, and each linked target in a CMakeLists.txt, that points up or sideways:
/// "folder/file.h:12: ...". Empty when the layers hold.
QStringList layerViolations(const QString &sourceDir);

} // namespace foretop::architecture
