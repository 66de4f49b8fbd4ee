// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace foretop::app {

class Theme;
class TileDelegate;

/// Tiles that flow into as many columns as fit and share the width. As high as its rows, at least
/// one and at most kMostRows; scrolls beyond.
class TileView : public QListView
{
    Q_OBJECT

public:
    explicit TileView(QWidget *parent = nullptr);
    /// Takes the colours from @p theme, which must outlive the view; call once, before use.
    void setTheme(const Theme &theme);
    /// Shown while there is no tile.
    void setEmptyText(const QString &text);
    void setModel(QAbstractItemModel *model) override;

    static constexpr int kMostRows = 3;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();

    QString m_emptyText;
    TileDelegate *m_delegate = nullptr;
};

} // namespace foretop::app
