// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/taskthread.h"
#ifndef Q_MOC_RUN // moc 6.4 cannot read <stop_token>
#include "models/recordmarker.h"
#endif

#include <QCache>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace foretop::models {

/// What a row shows of a record.
struct RowContent
{
    logs::Record record;
    int origin = 0;                  ///< which log of a merge it is from
    std::vector<std::string> fields; ///< of the columns asked for, empty where there is none
    std::uint64_t marks = 0;         ///< by which of the mark queries; see RecordMarker
};

/// A record of @p snapshot with those of its fields.
RowContent readContent(const logs::LogSnapshot &snapshot, logs::RecordNumber record,
                       const std::vector<std::string> &fields);

/// Reads records for the rows that a view looks at, and keeps the last kCacheBytes of them. Where
/// reading may wait for a disk a worker does it, and rows are empty until it has. GUI thread.
class RowReader : public QObject
{
    Q_OBJECT

public:
    static constexpr int kCacheBytes = 16 << 20;
    /// Of raw and of message, of a record that a worker reads: more is not painted.
    static constexpr std::size_t kMostShownBytes = 16U << 10;
    static constexpr std::size_t kMostWanted = 200; ///< read together, those asked for last

    explicit RowReader(QObject *parent);
    ~RowReader() override;

    /// Where to read from. What was read stays, but for records that a file may have gone on with:
    /// they are returned, ascending.
    std::vector<logs::RecordNumber> setSnapshot(logs::LogSnapshotPtr snapshot, bool isInMemory);
    void setFields(const QStringList &fields);
    /// Queries that records are marked by, see compileMarks(); marksChanged() tells when they are
    /// compiled.
    void setMarks(const QStringList &queries, const logs::QueryContext &context);
    void clear();
    void forgetFrom(logs::RecordNumber record); ///< and what is being read
    void forget(logs::RecordNumber record) { m_cache.remove(record.value()); }

    /// Null when it is not read yet: then recordsRead() will tell. Valid until the next call.
    const RowContent *content(logs::RecordNumber record);

Q_SIGNALS:
    /// Those @p records, ascending, can be had now.
    void recordsRead(const std::vector<foretop::logs::RecordNumber> &records);
    /// All must be read again.
    void marksChanged();

private:
    struct Shared;

    void send();
    void poll();
    bool takeMarks();
    RecordMarker &marker();
    void keep(logs::RecordNumber record, std::unique_ptr<RowContent> content);

    logs::LogSnapshotPtr m_snapshot;
    bool m_isInMemory = true;
    std::vector<std::string> m_fields;
    QStringList m_markTexts;
    std::shared_ptr<const MarkQueries> m_marks; // null: none
    std::optional<RecordMarker> m_marker;       // for records in memory
    QCache<quint64, RowContent> m_cache;
    std::vector<logs::RecordNumber> m_wanted;
    quint64 m_version = 0; // of snapshot and fields; answers to another one are dropped
    std::shared_ptr<Shared> m_shared;
    QTimer m_send;
    QTimer m_poll;
    TaskThread m_thread;
    TaskThread m_compileThread;
};

} // namespace foretop::models
