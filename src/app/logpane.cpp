// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logpane.h"

#include "app/bookmarkpane.h"
#include "app/documentbar.h"
#include "app/facetpane.h"
#include "app/fieldcolumns.h"
#include "app/histogramstrip.h"
#include "app/levelbar.h"
#include "app/logdetailpane.h"
#include "app/logemptystate.h"
#include "app/logfilterbar.h"
#include "app/loglinedelegate.h"
#include "app/logquerybar.h"
#include "app/logsidepane.h"
#include "app/logstatusline.h"
#include "app/logstores.h"
#include "app/logtoolbar.h"
#include "app/logview.h"
#include "app/momenttext.h"
#include "app/pageactions.h"
#include "app/paneanalysis.h"
#include "app/panequery.h"
#include "app/panework.h"
#include "app/patternpane.h"
#include "app/recordnavigator.h"
#include "app/recordtransfer.h"
#include "app/timerangebutton.h"
#include "models/loganalysis.h"
#include "models/logexport.h"
#include "models/logmodel.h"
#include "session/logdocument.h"
#include "session/session.h"
#include "session/timecursor.h"

#include <QAction>
#include <QJsonObject>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace foretop::app {

namespace {

using models::LogModel;

constexpr int kMostGaps = 8; ///< more leave no room for words

} // namespace

LogPane::LogPane(const PageContext &context, LogStores &stores, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_stores(stores)
    , m_model(new LogModel(this))
    , m_actions(new PageActions(context.theme, this))
    , m_view(new LogView(context.theme, this))
    , m_tools(new LogToolBar(context.theme, *m_actions, stores.queries, m_view, this))
    , m_queryBar(m_tools->query())
    , m_filters(new LogFilterBar(context.theme, *m_actions, this))
    , m_strip(new HistogramStrip(context.theme, this))
    , m_documentBar(new DocumentBar(context.theme, this))
    , m_details(new LogDetailPane(context.theme, this))
    , m_status(new LogStatusLine(this))
    , m_side(new LogSidePane(context.theme, *m_actions, stores.bookmarks, this))
    , m_empty(new LogEmptyState(m_view->viewport()))
    , m_query(new PaneQuery(*m_queryBar, *m_filters, *m_model, context.cursor, this))
    , m_analysis(new PaneAnalysis(*m_model, *m_strip, *m_side, *m_filters, context.settings, this))
    , m_navigator(
          new RecordNavigator(*m_actions, *m_view, *m_model, *m_status, stores.bookmarks, this))
    , m_transfer(new RecordTransfer(*m_actions, *m_view, *m_model, *m_status, this))
    , m_work(
          new PaneWork(*m_status, *m_model, m_transfer->exporting(), m_transfer->copying(), this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_sideSplitter(new QSplitter(Qt::Horizontal, this))
    , m_fontStep(context.settings.get(settings::kLogFontStep))
{
    setObjectName(QStringLiteral("logPane"));
    m_view->setObjectName(QStringLiteral("logView"));
    m_view->setAccessibleName(tr("Log records"));
    arrange();
    takeFont();
    m_view->setModel(m_model);
    m_columns = new FieldColumns(*m_view, *m_model, context.settings, this);
    addViewActions();
    addContextActions();
    addPaneActions();
    connectQuery();
    connectRecords();
    connectSidePane();
    connectToggles();
    takeQuery();
    updateDetails();
    updateTally();
}

LogPane::~LogPane()
{
    delete m_columns; // keeps what the header says, which goes with the view
    // The document may go with the pane, which then must not ask it any more.
    disconnect(m_model, nullptr, this, nullptr);
    m_model->setDocument(nullptr);
}

void LogPane::setDocument(std::shared_ptr<session::LogDocument> document, const QString &name)
{
    if (m_document) {
        disconnect(m_document.get(), nullptr, this, nullptr);
    }
    const auto before = std::exchange(m_document, std::move(document));
    showRecord({});
    m_model->setDocument(m_document.get());
    m_work->setDocument(m_document.get());
    m_documentBar->setDocument(m_document.get());
    m_transfer->setLogName(name);
    m_empty->setFileShown(m_document && !m_document->isLive());
    if (m_document) {
        connect(m_document.get(), &session::LogDocument::changed, this,
                &LogPane::takeDocumentChange);
        connect(m_document.get(), &session::LogDocument::loadingChanged, this,
                &LogPane::updateEmptyState);
        connect(m_document.get(), &session::LogDocument::troublesChanged, this,
                &LogPane::updateEmptyState);
    }
    const bool isLive = m_document && m_document->isLive();
    m_query->setUsualRange({.kind = isLive ? TimeRange::Kind::Console : TimeRange::Kind::All,
                            .last = {},
                            .from = {},
                            .until = {}});
    m_view->setFollowing(true);
    takeDocumentChange();
    takeBookmarks();
    rowsChanged();
}

void LogPane::setSession(session::Session *session)
{
    if (m_session) {
        disconnect(m_session, nullptr, this, nullptr);
    }
    m_session = session;
    if (session) {
        connect(session, &session::Session::sourcesChanged, this, &LogPane::updateEmptyState);
    }
    rowsChanged();
}

void LogPane::focusSearch()
{
    m_queryBar->focusText();
}

void LogPane::showQuery(const QString &query)
{
    m_filters->showAll();
    m_queryBar->setText(query);
    m_view->setFocus();
}

bool LogPane::isFilled() const
{
    return !m_query->isReading() && !m_work->isWorking() && !m_analysis->analysis().isBusy() &&
           m_view->isRead();
}

void LogPane::setShortcutsEverywhere(bool everywhere)
{
    m_actions->setShortcutsEverywhere(everywhere);
}

QString LogPane::bookmarkKey() const
{
    return m_document ? BookmarkStore::keyOf(m_document->paths(), m_document->isLive()) : QString();
}

void LogPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_analysis->takeVisibility();
}

void LogPane::takeQuery()
{
    const logs::Query &text = m_query->filter().text;
    m_navigator->cancel();
    m_view->setMarked(text, m_stores.highlights.rules());
    m_details->setMarked(text, m_stores.highlights.rules());
    m_model->setMarkQueries(m_stores.highlights.queries(), m_query->context());
    const auto fixed = fixedAtMs();
    m_status->setNote(fixed ? tr("up to %1").arg(clockText(QDateTime::fromMSecsSinceEpoch(*fixed)))
                            : QString());
    if (std::exchange(m_fixedAtMs, fixed) != fixed) {
        m_view->setFollowing(true); // the moment's records are the last ones
    }
    rowsChanged();
}

std::optional<qint64> LogPane::fixedAtMs() const
{
    const auto fixed = m_context.cursor.asOf();
    const bool isBound = m_query->filter().range.kind == TimeRange::Kind::Console;
    return fixed && isBound ? std::optional(qint64(msSinceEpoch(*fixed))) : std::nullopt;
}

void LogPane::takeDocumentChange()
{
    const bool isMerged = m_document && m_document->snapshot()->originCount() > 1 &&
                          (!m_document->isLive() || !m_document->paths().isEmpty());
    m_view->lines()->setMerged(isMerged);
    if (bookmarkKey() != m_bookmarkKey) {
        takeBookmarks(); // paths are known when they are opened
    }
    restorePlace();
    rowsChanged();
}

void LogPane::restorePlace()
{
    if (!m_place || m_model->rowCount() == 0 || m_model->isSearching()) {
        return;
    }
    const bool isRead = m_model->recordAt(m_model->rowCount() - 1) >= *m_place;
    if (isRead || !m_document || !m_document->isLoading()) {
        m_navigator->goToRecord(*std::exchange(m_place, std::nullopt));
    }
}

void LogPane::takeWork()
{
    const bool searching = m_model->isSearching();
    m_cancel->setVisible(m_work->isWorking());
    if (std::exchange(m_searching, searching) && !searching) {
        m_view->settlePlace();
        if (const QString error = m_model->searchError(); !error.isEmpty()) {
            m_status->showOutcome(error);
        }
    }
    rowsChanged();
}

void LogPane::takeBookmarks()
{
    const QString key = bookmarkKey();
    m_bookmarkKey = key;
    m_navigator->setKey(key);
    m_side->bookmarks()->setKey(key);
    m_view->lines()->setBookmarked(
        [this, key](quint64 record) { return m_stores.bookmarks.isMarked(key, record); });
    m_view->viewport()->update();
}

void LogPane::showRecord(const QModelIndex &record)
{
    m_details->setRecord(record);
    updateDetails();
}

void LogPane::rowsChanged()
{
    if (!m_tallyTimer.isActive()) {
        m_tallyTimer.start();
    }
    updateEmptyState();
}

bool LogPane::hasRecords() const
{
    // Gaps are always shown; where they are all there is, it is still to be told why.
    const int rows = m_model->rowCount();
    for (int row = 0; row < std::min(rows, kMostGaps); ++row) {
        if (!LogLineDelegate::isGap(m_model->index(row, 0))) {
            return true;
        }
    }
    return rows > kMostGaps;
}

void LogPane::updateTally()
{
    const QVector<quint64> counts = m_model->levelCounts();
    m_filters->levels()->setCounts(counts);
    LogTally tally;
    tally.shown = hasRecords() ? quint64(m_model->rowCount()) : 0;
    tally.held = std::accumulate(counts.begin(), counts.end(), quint64(0));
    tally.evicted = m_model->evicted();
    tally.byteBudget = m_session ? m_session->logs().stats().byteBudget : 0;
    tally.filtered = m_fixedAtMs || isFiltering(m_query->filter());
    m_status->setTally(tally);
    restorePlace();
}

void LogPane::updateEmptyState()
{
    const bool isShown = hasRecords();
    m_empty->setVisible(!isShown);
    if (isShown) {
        return;
    }
    LogEmptiness why;
    why.takeSources(m_session);
    const QVector<quint64> counts = m_model->levelCounts();
    why.searching = m_model->isSearching();
    why.loading = m_document && m_document->isLoading();
    why.anyHeld = std::any_of(counts.begin(), counts.end(), [](quint64 n) { return n > 0; });
    why.text = m_queryBar->text();
    why.allLevels = m_filters->levels()->levels() == logs::LevelMask::all() &&
                    m_filters->loggers()->chosen().isEmpty();
    why.anyLevel = m_filters->levels()->levels() != logs::LevelMask();
    why.allTimes = m_query->filter().range.kind == TimeRange::Kind::All ||
                   m_query->filter().range.kind == TimeRange::Kind::Console;
    why.fixedAt = m_fixedAtMs ? clockText(QDateTime::fromMSecsSinceEpoch(*m_fixedAtMs)) : QString();
    m_empty->describe(why);
}

QJsonObject LogPane::state() const
{
    const QModelIndex top =
        m_view->currentIndex().isValid() ? m_view->currentIndex() : m_view->indexAt({1, 1});
    const auto record = top.data(LogModel::RecordNumberRole).toULongLong();
    QJsonObject state{{QStringLiteral("query"), m_queryBar->text()},
                      {QStringLiteral("follow"), m_view->isFollowing()},
                      {QStringLiteral("record"), QString::number(record)},
                      {QStringLiteral("context"), m_contextLines},
                      {QStringLiteral("zone"), m_document ? m_document->zoneName() : QString()}};
    // What was detected is detected again.
    if (const auto format = m_document ? m_document->chosenFormat() : std::nullopt) {
        state[QStringLiteral("format")] = *format;
    }
    return state;
}

void LogPane::restore(const QJsonObject &state)
{
    m_queryBar->setText(
        state[QStringLiteral("query")].toString().left(int(QueryStore::kMostCharacters)));
    if (const int lines = state[QStringLiteral("context")].toInt(); lines > 0) {
        applyContext(lines);
    }
    if (!state[QStringLiteral("follow")].toBool(true)) {
        m_place = state[QStringLiteral("record")].toString().toULongLong();
        restorePlace();
    }
}

} // namespace foretop::app
