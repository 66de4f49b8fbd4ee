// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <stop_token>
#include "logs/recordwriter.h"
#endif

#include <QObject>
#include <QPair>
#include <QVector>

#include <memory>

class QItemSelection;

namespace foretop::models {

class LogModel;

/// Makes a text of chosen rows of a LogModel, for the clipboard, by a worker: from the top, as far
/// as kMaxRecords and kMaxCharacters allow. GUI thread.
class RecordsCopy : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMaxRecords = 100'000;
    static constexpr qsizetype kMaxCharacters = 32'000'000;

    enum class State { Idle, Running, Done, Cancelled };
    /// A column of LogModel, and its title.
    using Columns = QVector<QPair<int, QString>>;

    explicit RecordsCopy(QObject *parent = nullptr);
    ~RecordsCopy() override; ///< cancels

    /// Records as they are now; one copy at a time: what is under way is cancelled. Text and
    /// JsonLines are as recordAsText() and recordAsJson(); Csv (RFC 4180) has @p columns.
    void start(const LogModel &model, const QItemSelection &rows, logs::RecordFormat format,
               const Columns &columns = {});
    void cancel();

    State state() const;
    QString text() const; ///< of Done
    int records() const;  ///< that are in the text
    int totalRecords() const;
    /// More was chosen than fits the bounds.
    bool isCut() const;

Q_SIGNALS:
    void stateChanged();
    void progressed(); ///< at most once in session::kFrameMs

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::models
