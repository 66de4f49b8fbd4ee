// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QStringListModel;

namespace foretop::app {

class CompletionPopup;

/// How series are named: text with labels in double braces, which are completed.
class LegendEdit : public QLineEdit
{
    Q_OBJECT

public:
    static constexpr int kMostCharacters = 500;

    explicit LegendEdit(QWidget *parent);

    /// That the series have.
    void setLabels(const QStringList &labels) { m_labels = labels; }

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void offer();
    void write(int row);

    QStringListModel *m_items;
    CompletionPopup *m_popup;
    QStringList m_labels;
    int m_begin = 0; ///< of what is completed
};

} // namespace foretop::app
