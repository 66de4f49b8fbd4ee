// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"

#include <QStyledItemDelegate>

namespace foretop::app {

/// Paints a cell of an ErrorModel: the headline with how often a minute at its right, the count,
/// and when it was last seen.
class ErrorTableDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ErrorTableDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace foretop::app
