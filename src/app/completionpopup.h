// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAbstractItemModel;
class QAbstractItemView;
class QCompleter;
class QKeyEvent;
class QRect;
class QWidget;

namespace foretop::app {

/// The list below a text from which what can be written is chosen: Up and Down go through it, Tab
/// takes the chosen or the first, Return the chosen, Escape closes it.
class CompletionPopup : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostShownItems = 12;

    /// @p model's first column is shown, all rows. @p edit is the parent; both outlive this.
    CompletionPopup(QAbstractItemModel &model, QWidget *edit);

    /// Below @p place, in the edit's coordinates, or above when there is no room. @p isFirstChosen:
    /// Return takes the first row at once.
    void open(const QRect &place, bool isFirstChosen);
    void close();
    bool isOpen() const;
    QAbstractItemView *view() const;
    /// How wide the view wants to be.
    int width() const;

    /// To be called with each key that the edit gets, Tab before the focus moves. True: the key is
    /// done with, and is accepted or not as it should be.
    bool takeKey(QKeyEvent *event);

Q_SIGNALS:
    void chosen(int row);

private:
    QCompleter *m_completer;
};

} // namespace foretop::app
