// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace foretop::app {

class Theme;

/// Paints a CompletionModel's rows: the text, and paler behind it what it is and its help.
class CompletionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// @p theme must outlive this.
    CompletionDelegate(const Theme &theme, QObject *parent);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace foretop::app
