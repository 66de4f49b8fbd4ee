// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPointer>
#include <QVector>
#include <QWidget>

namespace foretop::app {

/// What a tip says: a title, rows of name and value, and notes below them.
struct TipContent
{
    struct Row
    {
        QColor colour;
        QString name;
        QString value;
        QString word = {};      ///< of the level that the value has reached; may be empty
        QColor wordColour = {}; ///< of the word
    };
    QString title;
    QVector<Row> rows;
    int more = 0; ///< rows that were left out
    QStringList notes;

    QString text() const; ///< all of it, a line each
};

/// A tip beside the pointer that follows it without closing, inside the window. GUI thread.
class FloatingTip : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMostRows = 16;
    static constexpr int kMostNotes = 4;

    /// @p window is a top-level widget; what does not fit into it is left out.
    explicit FloatingTip(QWidget *window);

    /// @p pointer in coordinates of the window.
    void showAt(const QPoint &pointer, const TipContent &content);
    const TipContent &content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSize wantedSize() const;
    int lineHeight() const;
    int nameWidth() const;
    void paintRow(QPainter &painter, const TipContent::Row &row, const QRect &line) const;

    TipContent m_content;
    int m_valueWidth = 0;
    int m_wordWidth = 0;
};

} // namespace foretop::app
