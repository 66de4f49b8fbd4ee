// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logspage.h"

#include "app/columnchooser.h"
#include "app/levelbar.h"
#include "app/levelsearch.h"
#include "app/logdetailpane.h"
#include "app/logemptystate.h"
#include "app/loglinedelegate.h"
#include "app/logquerybar.h"
#include "app/logstatusline.h"
#include "app/logtoolbar.h"
#include "app/logview.h"
#include "app/momenttext.h"
#include "app/pageactions.h"
#include "app/querystore.h"
#include "app/recordscopy.h"
#include "logs/queryparser.h"
#include "models/logmodel.h"
#include "session/logdocument.h"
#include "session/session.h"
#include "session/timecursor.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <numeric>

namespace foretop::app {

namespace {

using models::LogModel;

constexpr int kTallyIntervalMs = 100;
constexpr int kLeastFontStep = -4;
constexpr int kGreatestFontStep = 16;
constexpr int kMostGaps = 8; ///< more leave no room for words

QString clockTextOf(qint64 ms)
{
    return clockText(QDateTime::fromMSecsSinceEpoch(ms));
}

logs::Query node(decltype(logs::QueryNode::content) content)
{
    return std::make_shared<logs::QueryNode>(logs::QueryNode{std::move(content)});
}

/// @p text as a query; when it is none, what has it somewhere.
logs::Query textQuery(const QString &text, WallTime now)
{
    const std::string typed = text.toStdString();
    const auto parsed = logs::parseQuery(typed, {now, logs::TimeZone::local()});
    return parsed ? *parsed
                  : node(logs::TextTerm{.text = {.text = typed, .isCaseSensitive = false}});
}

logs::Query levelQuery(logs::LevelMask levels)
{
    std::vector<logs::Query> parts;
    for (const logs::Level level : logs::kLevels) {
        if (levels.contains(level)) {
            parts.push_back(
                node(logs::FieldTerm{.field = "level",
                                     .comparison = logs::Comparison::Equal,
                                     .value = {.text = std::string(logs::levelName(level))}}));
        }
    }
    if (parts.empty()) {
        return node(logs::Not{logs::queryForAll()});
    }
    return parts.size() == 1 ? parts.front() : node(logs::AnyOf{std::move(parts)});
}

} // namespace

LogsPage::LogsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new LogModel(this))
    , m_actions(new PageActions(context.theme, this))
    , m_queries(new QueryStore(context.settings, this))
    , m_view(new LogView(context.theme, this))
    , m_tools(new LogToolBar(context.theme, *m_actions, *m_queries, m_view, this))
    , m_query(m_tools->query())
    , m_levels(new LevelBar(context.theme, *m_actions, this))
    , m_details(new LogDetailPane(context.theme, this))
    , m_status(new LogStatusLine(this))
    , m_empty(new LogEmptyState(m_view->viewport()))
    , m_levelSearch(new LevelSearch(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_fontStep(context.settings.get(settings::kLogFontStep))
{
    setObjectName(QStringLiteral("logsPage"));
    m_view->setObjectName(QStringLiteral("logView"));
    m_view->setAccessibleName(tr("Log records"));
    arrange();
    takeFont();
    m_view->setModel(m_model);
    setUpColumns();
    addViewActions();
    connectPieces();
    updateDetails();
    takeCursor();
    updateTally();
}

LogsPage::~LogsPage() = default;

QString LogsPage::title() const
{
    return tr("Logs");
}

QString LogsPage::iconName() const
{
    return QStringLiteral("logs");
}

void LogsPage::setSession(session::Session *session)
{
    if (m_session) {
        disconnect(m_session, nullptr, this, nullptr);
    }
    m_session = session;
    showRecord({});
    m_model->setCursor(session ? &context().cursor : nullptr);
    const auto before =
        std::exchange(m_document, session ? session::LogDocument::ofSession(session) : nullptr);
    m_model->setDocument(m_document.get());
    if (m_document) {
        m_document->start();
    }
    m_view->setFollowing(true);
    if (session) {
        connect(session, &session::Session::sourcesChanged, this, &LogsPage::updateEmptyState);
    }
    rowsChanged();
}

void LogsPage::focusSearch()
{
    m_query->focusText();
}

void LogsPage::showText(const QString &text)
{
    m_levels->setLevels(logs::LevelMask::all());
    m_query->setText(text);
    m_view->setFocus();
}

void LogsPage::arrange()
{
    m_splitter->setObjectName(QStringLiteral("logSplitter"));
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_details);
    m_splitter->setSizes({700, 300});
    m_splitter->setStretchFactor(0, 7);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setCollapsible(0, false);
    m_splitter->restoreState(context().settings.get(settings::kLogSplitter));

    auto *overView = new QVBoxLayout(m_view->viewport());
    overView->addWidget(m_empty);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tools);
    layout->addWidget(m_levels);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_status);
    setFocusProxy(m_view);
}

void LogsPage::addViewActions()
{
    QAction *text = m_actions->add({.name = QStringLiteral("copyText"),
                                    .text = tr("Copy text"),
                                    .hint = tr("Copy the chosen records as text"),
                                    .shortcuts = {QKeySequence::Copy},
                                    .icon = QStringLiteral("copy"),
                                    .scope = m_view});
    connect(text, &QAction::triggered, this, [this] { copy(RecordFormat::Text); });
    QAction *json = m_actions->add({.name = QStringLiteral("copyJson"),
                                    .text = tr("Copy JSON"),
                                    .hint = tr("Copy the chosen records as lines of JSON"),
                                    .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_C},
                                    .icon = QStringLiteral("copy"),
                                    .scope = m_view});
    connect(json, &QAction::triggered, this, [this] { copy(RecordFormat::JsonLines); });
    m_details->addButton(text);
    m_details->addButton(json);

    m_cancel = m_actions->add({.name = QStringLiteral("cancelLogSearch"),
                               .text = tr("Cancel the search"),
                               .shortcuts = {Qt::Key_Escape},
                               .icon = QStringLiteral("close"),
                               .scope = m_view});
    m_cancel->setVisible(false);
    connect(m_cancel, &QAction::triggered, m_model, &LogModel::cancelSearch);

    const auto addZoom = [this](const QString &name, const QString &words,
                                const QList<QKeySequence> &shortcuts, int steps) {
        QAction *action =
            m_actions->add({.name = name, .text = words, .shortcuts = shortcuts, .scope = m_view});
        connect(action, &QAction::triggered, this, [this, steps] { zoom(steps); });
    };
    addZoom(QStringLiteral("enlargeLogs"), tr("Larger text"),
            {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}, 1);
    addZoom(QStringLiteral("reduceLogs"), tr("Smaller text"), {Qt::CTRL | Qt::Key_Minus}, -1);
    addZoom(QStringLiteral("resetLogSize"), tr("Usual text size"), {Qt::CTRL | Qt::Key_0}, 0);
    m_view->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void LogsPage::setUpColumns()
{
    const std::array titles{std::pair{LogModel::TimeColumn, tr("Time")},
                            std::pair{LogModel::LevelColumn, tr("Level")},
                            std::pair{LogModel::SourceColumn, tr("Source")},
                            std::pair{LogModel::LoggerColumn, tr("Logger")},
                            std::pair{LogModel::MessageColumn, tr("Message")}};
    constexpr std::array kCharacters = {24, 9, 16, 18, 40};
    QHeaderView *header = m_view->header();
    const QFontMetrics metrics(m_view->font());
    for (const auto &[column, words] : titles) {
        m_model->setHeaderData(column, Qt::Horizontal, words, Qt::DisplayRole);
        header->resizeSection(column, kCharacters[column] * metrics.averageCharWidth() + 12);
    }
    m_columns = std::make_unique<ColumnChooser>(header, LogModel::MessageColumn, context().settings,
                                                settings::kLogHeader);
    m_columns->restore();
}

void LogsPage::connectPieces()
{
    connect(m_query, &LogQueryBar::textChanged, this, &LogsPage::applyFilter);
    connect(m_query, &LogQueryBar::left, m_view, [this] { m_view->setFocus(); });
    connect(m_levels, &LevelBar::levelsChanged, this, &LogsPage::applyFilter);
    m_tools->follow()->setChecked(m_view->isFollowing());
    connect(m_tools->follow(), &QAction::toggled, m_view, &LogView::setFollowing);
    connect(m_view, &LogView::followingChanged, m_tools->follow(), &QAction::setChecked);
    connect(m_tools->wrap(), &QAction::toggled, this, [this](bool wraps) {
        m_view->setWrap(wraps);
        context().settings.set(settings::kLogWrap, wraps);
    });
    m_tools->wrap()->setChecked(context().settings.get(settings::kLogWrap));
    connect(m_tools->details(), &QAction::toggled, this, [this](bool shown) {
        context().settings.set(settings::kLogDetails, shown);
        updateDetails();
    });
    m_tools->details()->setChecked(context().settings.get(settings::kLogDetails));
    connect(m_tools, &LogToolBar::errorRequested, this, &LogsPage::findError);
    connect(m_tools, &LogToolBar::columnMenuAboutToShow, this,
            [this](QMenu *menu) { m_columns->fillMenu(menu); });
    connect(m_view, &LogView::zoomRequested, this, &LogsPage::zoom);
    connect(m_view, &LogView::rowChosen, this, &LogsPage::showRecord);
    connect(m_view, &QAbstractItemView::activated, m_tools->details(),
            [this] { m_tools->details()->setChecked(true); });
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { context().settings.set(settings::kLogSplitter, m_splitter->saveState()); });
    connect(m_status, &LogStatusLine::cancelRequested, m_model, &LogModel::cancelSearch);
    connect(m_levelSearch, &LevelSearch::found, m_view, &LogView::goToRow);
    connect(m_levelSearch, &LevelSearch::notFound, this, [this](LevelSearch::Direction direction) {
        m_status->showOutcome(direction == LevelSearch::Direction::Forward
                                  ? tr("There is no later error.")
                                  : tr("There is no earlier error."));
    });

    connect(m_empty, &LogEmptyState::clearTextRequested, this, [this] { m_query->setText({}); });
    connect(m_empty, &LogEmptyState::allLevelsRequested, this,
            [this] { m_levels->setLevels(logs::LevelMask::all()); });
    connect(m_empty, &LogEmptyState::liveRequested, this, [this] { context().cursor.setLive(); });

    connect(m_model, &LogModel::searchingChanged, this, &LogsPage::takeSearch);
    connect(m_model, &LogModel::levelCountsChanged, this, &LogsPage::rowsChanged);
    connect(m_model, &LogModel::rowsInserted, this, &LogsPage::rowsChanged);
    connect(m_model, &LogModel::rowsRemoved, this, &LogsPage::rowsChanged);
    connect(m_model, &LogModel::modelReset, this, &LogsPage::rowsChanged);
    connect(&context().cursor, &session::TimeCursor::changed, this, &LogsPage::takeCursor);
    connect(&context().theme, &Theme::changed, this, &LogsPage::takeFont);
    m_tallyTimer.setSingleShot(true);
    m_tallyTimer.setInterval(kTallyIntervalMs);
    connect(&m_tallyTimer, &QTimer::timeout, this, &LogsPage::updateTally);
}

void LogsPage::applyFilter()
{
    logs::Query query = textQuery(m_query->text(), SystemClock().wallNow());
    if (m_levels->levels() != logs::LevelMask::all()) {
        query = logs::allOf({query, levelQuery(m_levels->levels())});
    }
    m_levelSearch->cancel();
    m_view->keepPlace();
    m_model->setQuery(query);
    m_view->lines()->setHighlight(m_query->text());
    m_view->viewport()->update();
    m_details->setHighlight(m_query->text());
    rowsChanged();
}

void LogsPage::takeCursor()
{
    const auto fixed = context().cursor.asOf();
    const auto fixedAtMs = fixed ? std::optional(qint64(msSinceEpoch(*fixed))) : std::nullopt;
    m_status->setNote(fixedAtMs ? tr("up to %1").arg(clockTextOf(*fixedAtMs)) : QString());
    if (std::exchange(m_fixedAtMs, fixedAtMs) != fixedAtMs) {
        m_view->setFollowing(true); // the moment's records are the last ones
    }
    rowsChanged();
}

void LogsPage::takeSearch()
{
    const bool searching = m_model->isSearching();
    m_status->setProgress(searching ? m_model->progress() : -1);
    m_cancel->setVisible(searching);
    if (std::exchange(m_searching, searching) && !searching) {
        m_view->settlePlace();
    }
    rowsChanged();
}

void LogsPage::takeFont()
{
    QFont font = context().theme.fixedFont();
    font.setPointSizeF(std::max(4.0, font.pointSizeF() + m_fontStep));
    m_view->setFont(font);
}

void LogsPage::zoom(int steps)
{
    m_fontStep = steps == 0 ? 0 : std::clamp(m_fontStep + steps, kLeastFontStep, kGreatestFontStep);
    context().settings.set(settings::kLogFontStep, m_fontStep);
    takeFont();
}

void LogsPage::showRecord(const QModelIndex &record)
{
    m_details->setRecord(record);
    updateDetails();
}

void LogsPage::updateDetails()
{
    m_details->setVisible(m_tools->details()->isChecked() && m_details->hasRecord());
}

void LogsPage::rowsChanged()
{
    if (!m_tallyTimer.isActive()) {
        m_tallyTimer.start();
    }
    updateEmptyState();
}

bool LogsPage::hasRecords() const
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

void LogsPage::updateTally()
{
    const QVector<quint64> counts = m_model->levelCounts();
    m_levels->setCounts(counts);
    LogTally tally;
    tally.shown = hasRecords() ? quint64(m_model->rowCount()) : 0;
    tally.held = std::accumulate(counts.begin(), counts.end(), quint64(0));
    tally.evicted = m_model->evicted();
    tally.byteBudget = m_session ? m_session->logs().stats().byteBudget : 0;
    tally.filtered =
        m_fixedAtMs || !m_query->text().isEmpty() || m_levels->levels() != logs::LevelMask::all();
    m_status->setTally(tally);
}

void LogsPage::updateEmptyState()
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
    why.anyHeld = std::any_of(counts.begin(), counts.end(), [](quint64 n) { return n > 0; });
    why.text = m_query->text();
    why.allLevels = m_levels->levels() == logs::LevelMask::all();
    why.anyLevel = m_levels->levels() != logs::LevelMask();
    why.fixedAt = m_fixedAtMs ? clockTextOf(*m_fixedAtMs) : QString();
    m_empty->describe(why);
}

void LogsPage::findError(bool forward)
{
    const int current = m_view->currentIndex().row();
    const int rows = m_model->rowCount();
    const int shown = m_view->isFollowing() ? rows : m_view->indexAt({1, 1}).row();
    const int from = current >= 0 ? current : (forward ? shown - 1 : shown);
    m_levelSearch->start(
        m_model, from, forward ? LevelSearch::Direction::Forward : LevelSearch::Direction::Backward,
        logs::Level::Error);
}

void LogsPage::copy(RecordFormat format)
{
    const RecordsCopy copied = copyRecords(m_view->selectionModel()->selection(), format);
    if (copied.records == 0) {
        m_status->showOutcome(tr("Choose records to copy first."));
        return;
    }
    QGuiApplication::clipboard()->setText(copied.text);
    const QString count = QLocale().toString(copied.records);
    m_status->showOutcome(copied.cut           ? tr("Copied the first %1 records.").arg(count)
                          : copied.records > 1 ? tr("Copied %1 records.").arg(count)
                                               : tr("Copied 1 record."));
}

} // namespace foretop::app
