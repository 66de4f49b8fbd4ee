// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace foretop::app {

class Theme;

/// Paints a PatternModel: how often and how grave on one line, below it the text with its variable
/// parts pale.
class PatternDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    PatternDelegate(const Theme &theme, QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintText(QPainter &painter, const QRect &area, const QString &text,
                   const QStyleOptionViewItem &option) const;

    const Theme &m_theme;
};

} // namespace foretop::app
