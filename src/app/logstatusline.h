// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/logtally.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace foretop::app {

/// The line below the records: how many, of how many, what is dropped, how far a search is.
class LogStatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit LogStatusLine(QWidget *parent);

    void setTally(const LogTally &tally);
    /// What else is true of what is shown, such as "up to 12:31:07"; empty: nothing.
    void setNote(const QString &note);
    /// Shown in place of the tally for a few seconds: the outcome of what the person did.
    void showOutcome(const QString &text);
    /// @p progress 0..1; negative: no search is under way. A search shows when it is not over at
    /// once.
    void setProgress(double progress, const QString &text = {});
    /// What is under way instead, such as "Reading: 412 MB/s"; it shows at once. @p share 0..1,
    /// negative when it is not known; an empty @p text: nothing is.
    void setWork(const QString &text, double share = -1);
    /// A further widget at the right end.
    void addWidget(QWidget *widget);
    QString text() const;

Q_SIGNALS:
    void cancelRequested();

private:
    void showText();
    void showSearching(bool searching);

    QLabel *m_text;
    QLabel *m_work;
    QProgressBar *m_progress;
    QToolButton *m_cancel;
    LogTally m_tally;
    QString m_note;
    QString m_outcome;
    QTimer m_outcomeTimer;
    QTimer m_searchTimer;
};

} // namespace foretop::app
