// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace foretop::app {

/// The corner by which a panel is made larger or smaller; stays in its parent's corner. Whoever
/// resizes filters its mouse events.
class PanelGrip : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kSize = 16;

    explicit PanelGrip(QWidget *panel);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void takeCorner();
};

} // namespace foretop::app
