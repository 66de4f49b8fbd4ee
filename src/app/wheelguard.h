// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace foretop::app {

/// Lets the wheel scroll a form and not change the boxes that come under the pointer: only the one
/// that has the keyboard takes it.
class WheelGuard : public QObject
{
    Q_OBJECT

public:
    /// Watches the choice and number boxes that are in @p form now; lives as long as it.
    explicit WheelGuard(QWidget *form);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace foretop::app
