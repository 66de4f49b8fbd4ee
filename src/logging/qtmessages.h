// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace foretop::logging {

/// While it lives, Qt's messages are written as records of logger "qt.<category>" ("qt.default"
/// when there is none), with the fields file and line where Qt knows them. A fatal one is written
/// out before Qt ends the process.
class QtMessages
{
public:
    QtMessages();
    ~QtMessages();
    QtMessages(const QtMessages &) = delete;
    QtMessages &operator=(const QtMessages &) = delete;

private:
    const QtMessageHandler m_previous;
};

} // namespace foretop::logging
