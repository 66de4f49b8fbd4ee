// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"

#include <QObject>
#include <QTimer>

class QHeaderView;
class QMenu;

namespace foretop::app {

/// Lets the person resize, hide and reorder the columns of a table and remembers what they chose.
class ColumnChooser : public QObject
{
    Q_OBJECT

public:
    /// @p header gets a context menu and, once restore() is called, is saved under @p setting.
    /// Both it and @p settings must outlive this. Column @p fixedColumn is never hidden.
    ColumnChooser(QHeaderView *header, int fixedColumn, Settings &settings,
                  const Setting<QByteArray> &setting);
    ~ColumnChooser() override;

    /// Takes the remembered columns up, if they are of the same table; call when the model is set
    /// and the columns have their first sizes.
    void restore();
    /// Fills @p menu with a checkable entry a column and "Reset columns".
    void fillMenu(QMenu *menu);

private:
    void save();
    void resetColumns();

    QHeaderView *m_header;
    int m_fixedColumn;
    Settings &m_settings;
    const Setting<QByteArray> &m_setting;
    QByteArray m_initial;
    QTimer m_saveTimer;
};

} // namespace foretop::app
