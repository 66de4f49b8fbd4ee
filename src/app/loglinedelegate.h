// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/textmarks.h"

#include <QString>
#include <QStyledItemDelegate>

#include <functional>

namespace foretop::app {

class Theme;

/// Paints the records of a LogModel: a bar and a tint that tell the level beside its word, the
/// search text marked wherever it stands, and gaps as bands across the row.
class LogLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kGutter = 8;            ///< before the first cell, for bookmarks
    static constexpr int kMaxTextLength = 4'096; ///< characters of a message that are laid out

    explicit LogLineDelegate(const Theme &theme, QObject *parent = nullptr);

    /// What is marked in messages and fields.
    TextMarks &marks() { return m_marks; }
    /// Colours of the marks are those of the theme and of @p base.
    void takeColours(const QColor &base) { m_marks.takeColours(m_theme, base); }
    /// Which records have a bookmark, by LogModel::RecordNumberRole.
    void setBookmarked(std::function<bool(quint64)> isBookmarked);
    /// Sources are told apart by colour beside their name.
    void setMerged(bool merged) { m_merged = merged; }
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
    QList<QTextLayout::FormatRange> marksIn(const QString &text, const QModelIndex &index) const;
    void paintBookmark(QPainter *painter, const QRect &row) const;
    void paintLaidOut(QPainter *painter, const QRect &area, const QString &text,
                      const QList<QTextLayout::FormatRange> &marks) const;
    int layOut(QTextLayout &layout, int width) const;

    const Theme &m_theme;
    TextMarks m_marks;
    std::function<bool(quint64)> m_isBookmarked;
    bool m_merged = false;
    bool m_wraps = false;
    int m_maxLines = 1;
};

} // namespace foretop::app
