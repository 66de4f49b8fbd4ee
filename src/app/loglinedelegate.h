// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStyledItemDelegate>

class QTextLayout;

namespace foretop::app {

class Theme;

/// Paints the records of a LogModel: a bar and a tint that tell the level beside its word, the
/// search text marked wherever it stands, and gaps as bands across the row.
class LogLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kMaxTextLength = 4'096; ///< characters of a message that are laid out

    explicit LogLineDelegate(const Theme &theme, QObject *parent = nullptr);

    /// What is marked; compared as logs::Filter does, ASCII letters of either case being the same.
    void setHighlight(const QString &text);
    /// Whether messages are shown whole, on at most @p maxLines lines, or their first line alone.
    void setWrap(bool wraps, int maxLines);

    static bool isGap(const QModelIndex &index);
    /// What lies under the cells of a whole row: selection, tint, level bar.
    void paintRow(QPainter *painter, const QStyleOptionViewItem &row,
                  const QModelIndex &index) const;
    /// A gap's whole row.
    void paintGap(QPainter *painter, const QStyleOptionViewItem &row,
                  const QModelIndex &index) const;
    /// The text of one cell.
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// Height of a row whose message column is as wide as @p option.rect.
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    QString textOf(const QModelIndex &index) const;
    QColor textColour(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintLaidOut(QPainter *painter, const QRect &area, const QString &text,
                      const QStyleOptionViewItem &option) const;
    int layOut(QTextLayout &layout, int width) const;
    void markMatches(QTextLayout &layout, const QStyleOptionViewItem &option) const;

    const Theme &m_theme;
    QString m_highlight;
    bool m_wraps = false;
    int m_maxLines = 1;
};

} // namespace foretop::app
