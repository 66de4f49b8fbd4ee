// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace foretop::app {

/// Leaves Space, Left and Right, which move the time cursor, to the widgets that need them: a
/// button with the keyboard is pressed by Space, a list scrolls by Left and Right.
class KeyGuard : public QObject
{
    Q_OBJECT

public:
    /// Watches the whole application while it lives.
    explicit KeyGuard(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace foretop::app
