// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panequery.h"

#include "app/levelbar.h"
#include "app/logfilterbar.h"
#include "app/logquerybar.h"
#include "app/timerangebutton.h"
#include "models/loganalysis.h"
#include "models/logmodel.h"
#include "models/queryreader.h"
#include "models/valuesample.h"
#include "session/timecursor.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kSlideMs = 10'000;

WallTime wallNow()
{
    return wallTimeFromMs(QDateTime::currentMSecsSinceEpoch());
}

EditFault faultOf(const Error &error, const QString &text)
{
    static const QRegularExpression blank(QStringLiteral("\\s"));
    const qsizetype written =
        text.trimmed().isEmpty() ? text.size() : text.lastIndexOf(text.trimmed().back()) + 1;
    qsizetype begin = qsizetype(error.place.column.value_or(1)) - 1;
    if (begin >= written) { // something is missing at the end: behind the last word
        begin = text.lastIndexOf(blank, written - 1) + 1;
    }
    const qsizetype end = text.indexOf(blank, begin);
    const qsizetype length = (end < 0 ? text.size() : end) - begin;
    return {int(begin), std::max(1, int(length)), QString::fromStdString(error.message)};
}

/// The field whose value is being typed at the end of @p before; empty when none is.
QString openField(const QString &before)
{
    static const QRegularExpression field(QStringLiteral("([\\w.@-]+):[^\\s:]*$"));
    return field.match(before).captured(1);
}

} // namespace

PaneQuery::PaneQuery(LogQueryBar &bar, LogFilterBar &filters, models::LogModel &model,
                     session::TimeCursor &cursor, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_filters(filters)
    , m_model(model)
    , m_cursor(cursor)
    , m_reader(new models::QueryReader(
          [this](const QString &text, const Result<logs::Query> &query) { takeQuery(text, query); },
          this))
    , m_values(new models::ValueSample(&model, this))
{
    bar.edit()->setCompletionSource(
        [this](const QString &text, int at) { return completionOf(text, at); });
    connect(m_values, &models::ValueSample::changed, this, &PaneQuery::takeValues);
    connect(&bar, &LogQueryBar::textChanged, this, &PaneQuery::takeText);
    connect(&filters, &LogFilterBar::changed, this, &PaneQuery::takeFilters);
    connect(&cursor, &session::TimeCursor::changed, this, &PaneQuery::takeCursor);
    m_slide.setInterval(kSlideMs);
    connect(&m_slide, &QTimer::timeout, this, &PaneQuery::apply);
}

void PaneQuery::setUtc(bool utc)
{
    m_utc = utc;
    m_filters.times()->setUtcShown(utc);
    if (!m_bar.text().isEmpty()) {
        takeText();
    }
}

void PaneQuery::setUsualRange(const TimeRange &range)
{
    m_usual = range;
    m_filters.times()->setRange(range);
    takeFilters();
}

void PaneQuery::showBetween(WallTime from, WallTime until, bool isLive)
{
    if (isLive) {
        m_brushed = false; // not a move by someone else
        m_cursor.setWindow(from, until);
    }
    m_brushed = isLive;
    m_filters.times()->setRange(TimeRange::between(from, until));
}

void PaneQuery::showAllTimes()
{
    const bool wasBrushed = std::exchange(m_brushed, false);
    m_filters.times()->setRange(m_usual);
    if (wasBrushed) {
        m_cursor.setLive();
    }
}

void PaneQuery::takeCursor()
{
    const TimeRange &range = m_filters.times()->range();
    if (m_brushed && range.until != m_cursor.asOf()) {
        m_brushed = false;
        m_filters.times()->setRange(m_usual);
    }
}

void PaneQuery::addTerm(const QString &term)
{
    const QString typed = m_bar.text().trimmed();
    if (typed.isEmpty()) {
        m_bar.setText(term);
        return;
    }
    // "or" binds less than what is added.
    static const QRegularExpression loose(QStringLiteral("\\bor\\b"),
                                          QRegularExpression::CaseInsensitiveOption);
    m_bar.setText(typed.contains(loose) ? QStringLiteral("(%1) %2").arg(typed, term)
                                        : QStringLiteral("%1 %2").arg(typed, term));
}

void PaneQuery::clear()
{
    const QSignalBlocker blocker(m_filters);
    m_filters.showAll();
    m_filters.times()->setRange(m_usual);
    m_bar.setText({});
    takeFilters();
}

void PaneQuery::takeText()
{
    m_reader->read(m_bar.text(), context());
}

logs::QueryContext PaneQuery::context() const
{
    return {.now = wallNow(), .zone = m_utc ? logs::TimeZone() : logs::TimeZone::local()};
}

bool PaneQuery::isReading() const
{
    return m_reader->isReading();
}

void PaneQuery::takeQuery(const QString &text, const Result<logs::Query> &query)
{
    m_bar.setFault(query ? std::nullopt : std::optional(faultOf(query.error(), text)),
                   m_bar.window() == &m_bar ? nullptr : m_bar.parentWidget()->parentWidget());
    if (query) {
        m_filter.text = *query;
        apply();
    }
}

void PaneQuery::takeFilters()
{
    m_filter.levels = m_filters.levels()->levels();
    m_filter.loggers = m_filters.loggers()->chosen();
    m_filter.range = m_filters.times()->range();
    if (m_filter.range.kind == TimeRange::Kind::Last) {
        m_slide.start();
    } else {
        m_slide.stop();
    }
    apply();
}

void PaneQuery::apply()
{
    const logs::Query query = queryOf(m_filter, wallNow());
    const bool upToCursor = m_filter.range.kind == TimeRange::Kind::Console;
    Q_EMIT aboutToApply();
    m_model.setCursor(upToCursor ? &m_cursor : nullptr);
    m_model.setQuery(query);
    Q_EMIT applied();
}

logs::QueryVocabulary PaneQuery::vocabulary() const
{
    logs::QueryVocabulary vocabulary;
    if (m_analysis) {
        const QStringList names = m_analysis->fieldNames();
        for (const QString &name : names) {
            vocabulary.fields.push_back(name.toStdString());
        }
        vocabulary.values = m_analysis->facets();
    }
    if (const auto &sample = m_values->facet()) {
        // What is typed may have narrowed the result, and with it the facet, to nothing.
        std::erase_if(vocabulary.values, [&](const logs::Facet &facet) {
            return facet.field == sample->field && facet.distinct <= sample->distinct;
        });
        vocabulary.values.push_back(*sample);
    }
    return vocabulary;
}

void PaneQuery::takeValues()
{
    const bool isOffered = m_bar.edit()->renewCompletion();
    if (isOffered && m_values->isPart()) {
        Q_EMIT valuesSampled(models::ValueSample::kRecords);
    }
}

EditCompletion PaneQuery::completionOf(const QString &text, int cursor)
{
    const QString before = text.left(cursor);
    if (const QString field = openField(before); !field.isEmpty()) {
        m_values->want(field);
    }
    const std::string typed = text.toStdString();
    const auto found =
        logs::completeQuery(typed, std::size_t(before.toUtf8().size()), vocabulary());
    EditCompletion completion;
    completion.begin = int(QString::fromStdString(typed.substr(0, found.begin)).size());
    completion.end = int(QString::fromStdString(typed.substr(0, found.end)).size());
    for (const std::string &item : found.items) {
        completion.items << QString::fromStdString(item);
    }
    return completion;
}

} // namespace foretop::app
