// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/queryedit.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace foretop::app {

class PageActions;
class QueryStore;
class Theme;

/// Where a query is typed, with those of before and those kept under a name. Tells the text when
/// typing pauses.
class LogQueryBar : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kDebounceMs = 120;

    /// @p queries and @p actions must outlive the bar.
    LogQueryBar(const Theme &theme, PageActions &actions, QueryStore &queries, QWidget *parent);

    QString text() const;
    /// Sets and tells @p text at once.
    void setText(const QString &text);
    void focusText();
    QueryEdit *edit() const { return m_edit; }

    /// What is wrong with the text: a wave stands under it and the words over @p host, below the
    /// bar, so that nothing moves.
    void setFault(const std::optional<EditFault> &fault, QWidget *host);

Q_SIGNALS:
    void textChanged(const QString &text);
    /// The person is done typing and wants to go through what was found.
    void left();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void tell();
    void addQueryMenu(PageActions &actions);
    void fillMenu(QMenu *menu);
    void fillRemoveMenu(QMenu *menu);
    void saveQuery();
    void placeFault();

    const Theme &m_theme;
    QueryStore &m_queries;
    QueryEdit *m_edit;
    QLabel *m_fault;
    QTimer m_pause;
    QString m_told;
};

} // namespace foretop::app
