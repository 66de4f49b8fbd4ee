// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace foretop::session {

/// Lives in the GUI thread and is rung by a worker that has something for it.
class Bell : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void rung();
};

} // namespace foretop::session
