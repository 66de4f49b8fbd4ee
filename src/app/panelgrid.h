// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

class QGridLayout;

namespace foretop::app {

/// Panels in as many columns as fit, all of one size; rows share the height that there is.
class PanelGrid : public QWidget
{
    Q_OBJECT

public:
    explicit PanelGrid(QWidget *parent = nullptr);
    /// Shows @p panels in order; those shown before and not among them are hidden.
    void setPanels(const QVector<QWidget *> &panels);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int columnsFor(int width) const;
    void arrange(int columns);

    QGridLayout *m_layout;
    QVector<QWidget *> m_panels;
    int m_columns = 0;
};

} // namespace foretop::app
