// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/editfault.h"

#include <QLineEdit>

#include <functional>
#include <optional>

class QStringListModel;

namespace foretop::app {

class CompletionPopup;
class Theme;

/// What can be written in place of [begin, end) of a text, in characters.
struct EditCompletion
{
    int begin = 0;
    int end = 0;
    QStringList items; ///< best first
};

/// The line in which a query is typed: what was typed before comes by Up and Down, completion opens
/// below it, and a wave stands under what is wrong.
class QueryEdit : public QLineEdit
{
    Q_OBJECT

public:
    using CompletionSource = std::function<EditCompletion(const QString &text, int cursor)>;

    QueryEdit(const Theme &theme, QWidget *parent);
    ~QueryEdit() override;

    /// Asked in the GUI thread while typing.
    void setCompletionSource(CompletionSource source);
    /// What Up goes through, newest first.
    void setHistory(const QStringList &history);
    void setFault(const std::optional<EditFault> &fault);
    const std::optional<EditFault> &fault() const { return m_fault; }
    bool isCompleting() const;
    /// The source has more to offer for what is being typed. Returns whether it is offered.
    bool renewCompletion();

Q_SIGNALS:
    /// Return, Escape on an empty line, or Down with nothing newer.
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void goThroughHistory(int step);
    void offerCompletion(bool always);
    void complete(const QString &item);
    void paintFault();

    const Theme &m_theme;
    QStringListModel *m_items;
    CompletionPopup *m_popup;
    CompletionSource m_source;
    EditCompletion m_completion;
    QStringList m_history;
    QString m_draft; ///< what was typed before the person went into the history
    qsizetype m_historyAt = -1;
    std::optional<EditFault> m_fault;
};

} // namespace foretop::app
