// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVector>
#include <QWidget>

class QAction;
class QHBoxLayout;
class QMenu;
class QToolButton;

namespace foretop::app {

class LogQueryBar;
class PageActions;
class QueryStore;
class Theme;

/// The row above the records: where a search is typed and how the records are shown.
class LogToolBar : public QWidget
{
    Q_OBJECT

public:
    /// Shortcuts of one letter work while @p view has the keyboard.
    LogToolBar(const Theme &theme, PageActions &actions, QueryStore &queries, QWidget *view,
               QWidget *parent);

    LogQueryBar *query() const { return m_query; }
    QAction *follow() const { return m_follow; }
    QAction *wrap() const { return m_wrap; }
    QAction *details() const { return m_details; }
    QAction *sidePane() const { return m_sidePane; }
    QAction *histogram() const { return m_histogram; }
    QAction *utc() const { return m_utc; }

    /// A further button before the column menu.
    void addButton(QAction *action);
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void errorRequested(bool forward);
    /// To be filled with the columns right now.
    void columnMenuAboutToShow(QMenu *menu);

private:
    void addErrorButtons(PageActions &actions);
    void addToggles(PageActions &actions, QWidget *view);
    void addColumnMenu(PageActions &actions);

    LogQueryBar *m_query;
    QHBoxLayout *m_layout;
    QVector<QToolButton *> m_wordy; ///< without their words where there is little room
    QAction *m_follow = nullptr;
    QAction *m_wrap = nullptr;
    QAction *m_details = nullptr;
    QAction *m_sidePane = nullptr;
    QAction *m_histogram = nullptr;
    QAction *m_utc = nullptr;
};

} // namespace foretop::app
