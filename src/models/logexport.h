// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <stop_token>
#include "logs/recordwriter.h"
#endif

#include <QObject>
#include <QStringList>

#include <memory>

namespace foretop::models {

class LogModel;

/// Writes what a LogModel shows to a file, all rows in order, by a worker. The file appears under
/// its name when it is complete: what was there before stays until then, and after an error or
/// cancel(). GUI thread.
class LogExport : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Running, Done, Cancelled, Failed };

    explicit LogExport(QObject *parent = nullptr);
    ~LogExport() override; ///< cancels

    /// Rows as they are now; one at a time: what is under way is cancelled. @p columns, of
    /// Csv: see logs::RecordWriter; none: its default ones.
    void start(const LogModel &model, const QString &path, logs::RecordFormat format,
               const QStringList &columns = {});
    void cancel();

    State state() const;
    QString path() const;
    QString errorText() const; ///< of Failed
    quint64 records() const;
    quint64 totalRecords() const;
    quint64 bytes() const;
    double bytesPerSecond() const; ///< on average

Q_SIGNALS:
    void stateChanged();
    void progressed(); ///< at most once in session::kFrameMs

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::models
