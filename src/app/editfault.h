// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace foretop::app {

/// What is wrong with a text, and where, in UTF-16 units.
struct EditFault
{
    int begin = 0;
    int length = 1;
    QString message;
    bool operator==(const EditFault &) const = default;
};

} // namespace foretop::app
