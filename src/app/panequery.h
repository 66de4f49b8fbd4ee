// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <compare>
#include "app/viewfilter.h"
#include "base/result.h"
#include "logs/querycompletion.h"
#include "logs/queryparser.h"
#endif

#include <QObject>
#include <QTimer>

namespace foretop::models {
class LogAnalysis;
class LogModel;
class QueryReader;
class ValueSample;
} // namespace foretop::models

namespace foretop::session {
class TimeCursor;
} // namespace foretop::session

namespace foretop::app {

class LogFilterBar;
class LogQueryBar;
struct EditCompletion;

/// Makes one query of what is typed and chosen in a log view and sets it on its model; a query
/// that cannot be read is told at its place, and what was shown stays.
class PaneQuery : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    PaneQuery(LogQueryBar &bar, LogFilterBar &filters, models::LogModel &model,
              session::TimeCursor &cursor, QObject *parent);

    const ViewFilter &filter() const { return m_filter; }
    /// How a query that is typed now is read.
    logs::QueryContext context() const;
    /// Whether what is typed is still being read, and so not in filter() yet.
    bool isReading() const;
    /// Where completion learns fields and values from.
    void setAnalysis(models::LogAnalysis *analysis) { m_analysis = analysis; }
    /// Times are written so, and shown.
    void setUtc(bool utc);
    /// What double-clicking the histogram goes back to.
    void setUsualRange(const TimeRange &range);
    /// Shows what was between these times; live, everywhere in the console.
    void showBetween(WallTime from, WallTime until, bool isLive);
    void showAllTimes();
    /// Adds @p term to what is typed.
    void addTerm(const QString &term);
    /// All levels, loggers and texts, so that every record is shown.
    void clear();

Q_SIGNALS:
    void aboutToApply();
    void applied();
    /// What completion offers as values is of the newest records alone.
    void valuesSampled(quint64 records);

private:
    void takeText();
    void takeQuery(const QString &text, const Result<logs::Query> &query);
    void takeFilters();
    void takeCursor();
    void apply();
    EditCompletion completionOf(const QString &text, int cursor);
    logs::QueryVocabulary vocabulary() const;
    void takeValues();

    LogQueryBar &m_bar;
    LogFilterBar &m_filters;
    models::LogModel &m_model;
    session::TimeCursor &m_cursor;
    models::LogAnalysis *m_analysis = nullptr;
    models::QueryReader *m_reader;
    models::ValueSample *m_values;
    ViewFilter m_filter;
    TimeRange m_usual;
    bool m_brushed = false; ///< the cursor is where a brush put it
    bool m_utc = false;
    QTimer m_slide; ///< "the last 15 min" goes on
};

} // namespace foretop::app
