// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

namespace foretop::app {

/// What holds the whole window: framed in the environment's colour where one must be careful.
class EnvironmentFrame : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentFrame(QWidget *parent = nullptr);
    /// An invalid colour: no frame.
    void setColour(const QColor &colour);
    QColor colour() const { return m_colour; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_colour;
};

} // namespace foretop::app
