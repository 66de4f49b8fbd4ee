// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/thresholdmodel.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace foretop::app {

/// Where values begin to be good or bad.
class ThresholdTable : public QWidget
{
    Q_OBJECT

public:
    /// @p theme must outlive this.
    ThresholdTable(const Theme &theme, QWidget *parent);

    ThresholdModel &model() { return m_model; }
    const ThresholdModel &model() const { return m_model; }

private:
    void add();
    void remove();
    void takeRows();

    ThresholdModel m_model;
    QTableView *m_view;
    QPushButton *m_add;
    QPushButton *m_remove;
};

} // namespace foretop::app
