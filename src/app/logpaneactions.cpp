// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bookmarkpane.h"
#include "app/documentbar.h"
#include "app/facetpane.h"
#include "app/fieldcolumns.h"
#include "app/highlightdialog.h"
#include "app/histogramstrip.h"
#include "app/levelbar.h"
#include "app/logdetailpane.h"
#include "app/logemptystate.h"
#include "app/logfilterbar.h"
#include "app/logpane.h"
#include "app/logquerybar.h"
#include "app/logsidepane.h"
#include "app/logstatusline.h"
#include "app/logstores.h"
#include "app/logtoolbar.h"
#include "app/logview.h"
#include "app/pageactions.h"
#include "app/paneanalysis.h"
#include "app/panequery.h"
#include "app/panework.h"
#include "app/patternpane.h"
#include "app/recordnavigator.h"
#include "models/loganalysis.h"
#include "models/logmodel.h"
#include "session/logdocument.h"
#include "session/timecursor.h"

#include <QAction>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>
#include <array>

namespace foretop::app {

namespace {

using models::LogModel;

constexpr int kTallyIntervalMs = 100;
constexpr std::array kContextSteps = {0, 1, 2, 3, 5, 10, 20, 50, 100};

} // namespace

void LogPane::arrange()
{
    m_splitter->setObjectName(QStringLiteral("logSplitter"));
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_details);
    m_splitter->setSizes({700, 300});
    m_splitter->setStretchFactor(0, 7);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setCollapsible(0, false);
    m_splitter->restoreState(m_context.settings.get(settings::kLogSplitter));
    m_sideSplitter->setObjectName(QStringLiteral("logSideSplitter"));
    m_sideSplitter->addWidget(m_splitter);
    m_sideSplitter->addWidget(m_side);
    m_sideSplitter->setSizes({900, 320});
    m_sideSplitter->setStretchFactor(0, 1);
    m_sideSplitter->setCollapsible(0, false);
    m_sideSplitter->restoreState(m_context.settings.get(settings::kLogSideSplitter));

    auto *overView = new QVBoxLayout(m_view->viewport());
    overView->addWidget(m_empty);
    m_status->addWidget(m_documentBar->formatButton());
    m_status->addWidget(PageActions::button(m_tools->utc(), Qt::ToolButtonTextOnly, m_status));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_documentBar);
    layout->addWidget(m_tools);
    layout->addWidget(m_filters);
    layout->addWidget(m_strip);
    layout->addWidget(m_sideSplitter, 1);
    layout->addWidget(m_status);
    setFocusProxy(m_view);
}

void LogPane::addViewActions()
{
    for (const char *name : {"copyText", "copyJson"}) {
        m_details->addButton(findChild<QAction *>(QString::fromLatin1(name)));
    }
    m_details->addFieldActions(*m_actions);
    m_cancel = m_actions->add({.name = QStringLiteral("cancelLogSearch"),
                               .text = tr("Cancel what is under way"),
                               .shortcuts = {Qt::Key_Escape},
                               .icon = QStringLiteral("close"),
                               .scope = m_view});
    m_cancel->setVisible(false);
    connect(m_cancel, &QAction::triggered, m_work, &PaneWork::cancel);
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

void LogPane::addContextActions()
{
    const auto step = [this](int by) {
        const auto at =
            std::upper_bound(kContextSteps.begin(), kContextSteps.end(), m_contextLines) -
            kContextSteps.begin() - 1;
        setContextLines(kContextSteps[std::size_t(
            std::clamp<std::ptrdiff_t>(at + by, 0, kContextSteps.size() - 1))]);
    };
    QAction *more = m_actions->add({.name = QStringLiteral("moreContext"),
                                    .text = tr("More context"),
                                    .hint = tr("Show more records around each that matches"),
                                    .shortcuts = {Qt::Key_Plus, Qt::Key_Equal},
                                    .scope = m_view});
    connect(more, &QAction::triggered, this, [step] { step(1); });
    QAction *less = m_actions->add({.name = QStringLiteral("lessContext"),
                                    .text = tr("Less context"),
                                    .hint = tr("Show fewer records around each that matches"),
                                    .shortcuts = {Qt::Key_Minus},
                                    .scope = m_view});
    connect(less, &QAction::triggered, this, [step] { step(-1); });
    QAction *inContext = m_actions->add({.name = QStringLiteral("showInContext"),
                                         .text = tr("Show in context"),
                                         .hint = tr("Show all records around the chosen one"),
                                         .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_X},
                                         .icon = QStringLiteral("context")});
    connect(inContext, &QAction::triggered, this, &LogPane::showInContext);
    m_details->addButton(inContext);
}

void LogPane::addPaneActions()
{
    QAction *highlights = m_actions->add({.name = QStringLiteral("logHighlights"),
                                          .text = tr("Highlights\u2026"),
                                          .hint = tr("Choose what is marked in messages, and how"),
                                          .shortcuts = {Qt::CTRL | Qt::Key_H},
                                          .icon = QStringLiteral("highlight")});
    connect(highlights, &QAction::triggered, this,
            [this] { HighlightDialog(m_context.theme, m_stores.highlights, this).exec(); });
    QAction *strip = m_actions->add({.name = QStringLiteral("focusHistogram"),
                                     .text = tr("Go to the histogram"),
                                     .hint = tr("Move in the histogram by Left and Right, choose "
                                                "times by Shift and Return"),
                                     .shortcuts = {Qt::CTRL | Qt::ALT | Qt::Key_H}});
    connect(strip, &QAction::triggered, this, [this] {
        m_tools->histogram()->setChecked(true);
        m_strip->setFocus();
    });
    for (const char *name : {"logHighlights", "exportLogs"}) {
        m_tools->addButton(findChild<QAction *>(QString::fromLatin1(name)));
    }
}

void LogPane::connectQuery()
{
    m_query->setAnalysis(&m_analysis->analysis());
    connect(m_query, &PaneQuery::aboutToApply, m_view, &LogView::keepPlace);
    connect(m_query, &PaneQuery::applied, this, &LogPane::takeQuery);
    connect(m_query, &PaneQuery::valuesSampled, m_status, [this](quint64 records) {
        m_status->showOutcome(tr("Values offered are those of the newest %1 records.")
                                  .arg(QLocale().toString(records)));
    });
    connect(m_queryBar, &LogQueryBar::left, m_view, [this] { m_view->setFocus(); });
    connect(&m_stores.highlights, &HighlightRules::changed, this, &LogPane::takeQuery);
    connect(&m_context.cursor, &session::TimeCursor::changed, this, &LogPane::takeQuery);
    connect(m_strip, &HistogramStrip::rangeChosen, this, [this](WallTime from, WallTime until) {
        m_query->showBetween(from, until, m_document && m_document->isLive());
    });
    connect(m_strip, &HistogramStrip::rangeCleared, m_query, &PaneQuery::showAllTimes);
    connect(m_strip, &HistogramStrip::momentChosen, this, [this](WallTime moment) {
        m_navigator->goToTime(QDateTime::fromMSecsSinceEpoch(msSinceEpoch(moment), Qt::UTC));
    });
    connect(m_empty, &LogEmptyState::clearTextRequested, this, [this] { m_queryBar->setText({}); });
    connect(m_empty, &LogEmptyState::allLevelsRequested, m_filters, &LogFilterBar::showAll);
    connect(m_empty, &LogEmptyState::allTimesRequested, m_query, &PaneQuery::showAllTimes);
    connect(m_empty, &LogEmptyState::liveRequested, this, [this] { m_context.cursor.setLive(); });
}

void LogPane::connectRecords()
{
    connect(m_work, &PaneWork::changed, this, &LogPane::takeWork);
    connect(m_view, &LogView::zoomRequested, this, &LogPane::zoom);
    connect(m_view, &LogView::rowChosen, this, &LogPane::showRecord);
    connect(m_view, &QAbstractItemView::activated, m_tools->details(),
            [this] { m_tools->details()->setChecked(true); });
    connect(m_tools, &LogToolBar::errorRequested, m_navigator, &RecordNavigator::findError);
    connect(m_tools, &LogToolBar::columnMenuAboutToShow, m_columns, &FieldColumns::fillMenu);
    connect(m_model, &LogModel::levelCountsChanged, this, &LogPane::rowsChanged);
    connect(m_model, &LogModel::dataChanged, m_details,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const QModelIndex current = m_view->currentIndex();
                if (current.row() >= first.row() && current.row() <= last.row()) {
                    m_details->takeTitle(current);
                }
            });
    connect(m_model, &LogModel::rowsInserted, this, &LogPane::rowsChanged);
    connect(m_model, &LogModel::rowsRemoved, this, &LogPane::rowsChanged);
    connect(m_model, &LogModel::modelReset, this, &LogPane::rowsChanged);
    connect(&m_context.theme, &Theme::changed, this, &LogPane::takeFont);
    m_tallyTimer.setSingleShot(true);
    m_tallyTimer.setInterval(kTallyIntervalMs);
    connect(&m_tallyTimer, &QTimer::timeout, this, &LogPane::updateTally);
    connect(m_details, &LogDetailPane::filterRequested, this,
            [this](const QString &field, const QString &value, bool out) {
                m_query->addTerm(fieldQueryText(field, value, out));
            });
    connect(m_details, &LogDetailPane::followRequested, this,
            [this](const QString &field, const QString &value) {
                m_query->clear();
                m_queryBar->setText(fieldQueryText(field, value, false));
            });
    connect(m_details, &LogDetailPane::columnRequested, m_columns, &FieldColumns::add);
    connect(m_details, &LogDetailPane::facetRequested, this, [this](const QString &field) {
        m_side->facets()->addField(field);
        m_side->setCurrentWidget(m_side->facets());
        m_tools->sidePane()->setChecked(true);
    });
}

void LogPane::connectSidePane()
{
    connect(m_side, &LogSidePane::shown, this, [this] {
        m_tools->sidePane()->setChecked(true);
        m_side->currentWidget()->setFocus();
    });
    connect(m_side->facets(), &FacetPane::filterRequested, this,
            [this](const QString &field, const QString &value, bool out) {
                m_query->addTerm(fieldQueryText(field, value, out));
            });
    connect(m_side->patterns(), &PatternPane::filterRequested, m_query, &PaneQuery::addTerm);
    connect(m_side->patterns(), &PatternPane::exampleRequested, m_navigator,
            &RecordNavigator::goToRecord);
    connect(m_side->bookmarks(), &BookmarkPane::recordRequested, m_navigator,
            &RecordNavigator::goToRecord);
    connect(m_navigator, &RecordNavigator::noteRequested, m_side->bookmarks(),
            &BookmarkPane::editNote);
    connect(&m_stores.bookmarks, &BookmarkStore::changed, m_view->viewport(),
            qOverload<>(&QWidget::update));
    connect(&m_analysis->analysis(), &models::LogAnalysis::fieldNamesChanged, m_columns,
            [this] { m_columns->setKnownFields(m_analysis->analysis().fieldNames()); });
    connect(m_documentBar, &DocumentBar::siblingsRequested, this, &LogPane::siblingsRequested);
}

void LogPane::connectToggles()
{
    Settings &settings = m_context.settings;
    const auto bind = [&](QAction *toggle, const Setting<bool> &setting, const auto &what) {
        toggle->setChecked(settings.get(setting));
        what(toggle->isChecked());
        connect(toggle, &QAction::toggled, this, [&settings, &setting, what](bool on) {
            settings.set(setting, on);
            what(on);
        });
    };
    m_tools->follow()->setChecked(m_view->isFollowing());
    connect(m_tools->follow(), &QAction::toggled, m_view, &LogView::setFollowing);
    connect(m_view, &LogView::followingChanged, m_tools->follow(), &QAction::setChecked);
    bind(m_tools->wrap(), settings::kLogWrap, [this](bool wraps) { m_view->setWrap(wraps); });
    bind(m_tools->details(), settings::kLogDetails, [this](bool) { updateDetails(); });
    bind(m_tools->histogram(), settings::kLogHistogram, [this](bool) { updateParts(); });
    bind(m_tools->sidePane(), settings::kLogSidePane, [this](bool) { updateParts(); });
    bind(m_tools->utc(), settings::kLogUtc, [this](bool utc) {
        m_model->setUtcShown(utc);
        m_strip->setUtcShown(utc);
        m_navigator->setUtcShown(utc);
        m_query->setUtc(utc);
    });
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_context.settings.set(settings::kLogSplitter, m_splitter->saveState()); });
    connect(m_sideSplitter, &QSplitter::splitterMoved, this, [this] {
        m_context.settings.set(settings::kLogSideSplitter, m_sideSplitter->saveState());
    });
}

void LogPane::updateParts()
{
    m_strip->setVisible(m_tools->histogram()->isChecked());
    m_side->setVisible(m_tools->sidePane()->isChecked());
    m_analysis->takeVisibility();
}

void LogPane::hideSidePane()
{
    const QSignalBlocker blocker(m_tools->sidePane());
    m_tools->sidePane()->setChecked(false);
    updateParts();
}

void LogPane::updateDetails()
{
    m_details->setVisible(m_tools->details()->isChecked() && m_details->hasRecord());
}

void LogPane::takeFont()
{
    QFont font = m_context.theme.fixedFont();
    font.setPointSizeF(std::max(4.0, font.pointSizeF() + m_fontStep));
    m_view->setFont(font);
    takeQuery();
}

void LogPane::zoom(int steps)
{
    m_fontStep =
        steps == 0 ? 0 : std::clamp(m_fontStep + steps, kLeastLogFontStep, kGreatestLogFontStep);
    m_context.settings.set(settings::kLogFontStep, m_fontStep);
    takeFont();
}

void LogPane::applyContext(int lines)
{
    m_contextLines = std::clamp(lines, 0, kContextSteps.back());
    m_view->keepPlace();
    m_model->setContext(m_contextLines, m_contextLines);
}

void LogPane::takePreferences()
{
    m_tools->utc()->setChecked(m_context.settings.get(settings::kLogUtc));
    const int step = m_context.settings.get(settings::kLogFontStep);
    if (std::exchange(m_fontStep, step) != step) {
        takeFont();
    }
}

void LogPane::setContextLines(int lines)
{
    applyContext(lines);
    m_status->showOutcome(m_contextLines == 0 ? tr("No context around records that match.")
                          : m_contextLines == 1
                              ? tr("1 record of context before and after each that matches.")
                              : tr("%1 records of context before and after each that matches.")
                                    .arg(QLocale().toString(m_contextLines)));
}

void LogPane::showInContext()
{
    if (!m_view->currentIndex().isValid()) {
        m_status->showOutcome(tr("Choose a record first."));
        return;
    }
    m_view->setFollowing(false);
    m_query->clear();
    m_view->setFocus();
}

} // namespace foretop::app
