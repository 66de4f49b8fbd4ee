// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTimer>
#include <QVector>
#include <QWidget>

#include <functional>
#include <optional>

namespace foretop::app {

/// Where a panel stands in the grid, in columns and rows.
struct GridPanel
{
    int id = 0;
    QRect place;

    bool operator==(const GridPanel &) const = default;
};

/// A panel as the grid has it made.
struct GridWidget
{
    QWidget *widget = nullptr; ///< the grid becomes its parent
    QWidget *handle = nullptr; ///< its part by which it is moved; null: none
};

/// Panels on a grid of columns. They are made when they first come near the screen, one at a time,
/// and those away from it are hidden. While it is editable a panel is moved by its handle and
/// resized by its corner, or with Alt+arrow and Alt+Shift+arrow keys; others give way, and Escape
/// cancels a drag. Where the grid is too narrow to read it folds: panels get wider, in the same
/// order, and cannot be moved. GUI thread.
class DashboardGrid : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kGap = 10;
    static constexpr int kRowHeight = 28;
    /// Below these widths panels are twice, four times as wide.
    static constexpr int kFoldWidth = 820;
    static constexpr int kFoldTwiceWidth = 420;

    using MakePanel = std::function<GridWidget(int id)>;

    explicit DashboardGrid(MakePanel make, QWidget *parent = nullptr);

    /// Widgets of the ids that stay, stay.
    void setPanels(const QVector<GridPanel> &panels);
    const QVector<GridPanel> &panels() const { return m_panels; }
    /// Null: not there, or not made yet.
    QWidget *widget(int id) const { return m_widgets.value(id).widget; }
    QRect rectOf(int id) const;
    /// The panel with the keyboard.
    std::optional<int> focusedPanel() const;

    void setEditable(bool editable);
    bool isFolded() const { return m_fold > 1; }
    /// What of the grid is on screen, in its coordinates.
    void setVisibleArea(const QRect &area);
    /// Shows one panel alone, as large as the visible area; nothing: all again.
    void setMaximized(std::optional<int> id);
    std::optional<int> maximized() const { return m_maximized; }
    /// Whether every panel near the screen has been made.
    bool isMade() const { return !m_make.isActive(); }

Q_SIGNALS:
    /// The person moved or resized a panel.
    void placesChanged(const QVector<GridPanel> &panels);
    /// @p rect should be scrolled into view.
    void revealRequested(const QRect &rect);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Drag
    {
        int at = 0; // in m_panels
        bool resizes = false;
        bool isUnderWay = false; // moved far enough to be meant
        QPoint from;             // of the pointer
        QRect start;
        QVector<QRect> places; // where all would land
    };

    void addKeys();
    int indexOf(int id) const;
    QVector<QRect> places() const;
    void adopt(int id, const GridWidget &made);
    void takeEditable(const GridWidget &made) const;
    void makeNext();
    bool isNear(const QRect &rect) const;
    void arrange();
    QRect pixels(const QRect &place) const;
    QSize cellsFor(const QSize &pixels) const;

    void beginDrag(int at, bool resizes, QPoint pointer);
    void dragTo(QPoint pointer);
    void endDrag(bool lands);
    void change(const QVector<QRect> &places, int at);
    void step(QPoint direction, bool resizes);

    MakePanel m_maker;
    QVector<GridPanel> m_panels;
    QVector<QRect> m_rects; // in pixels, as m_panels
    QHash<int, GridWidget> m_widgets;
    QTimer m_make;
    QRect m_area;
    std::optional<int> m_maximized;
    std::optional<Drag> m_drag;
    int m_fold = 1;
    bool m_isEditable = false;
};

} // namespace foretop::app
