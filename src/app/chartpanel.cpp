// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chartpanel.h"

#include "app/legendline.h"
#include "session/session.h"
#include "session/timecursor.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QToolButton>

namespace foretop::app {

namespace {

constexpr int kLegendRows = 4;
// A value counts as under the crosshair within so many pixels, or between two slow samples.
constexpr double kNearPixels = 8;
constexpr double kNearMs = 15'000;

} // namespace

ChartPanel::ChartPanel(const PageContext &context, CrosshairLink &crosshair, models::ChartSpec spec,
                       const QString &title, Legend legend, QWidget *parent)
    : Card(parent)
    , m_context(context)
    , m_crosshair(crosshair)
    , m_query(std::move(spec))
    , m_legend(context.theme, m_query.spec().unit)
    , m_view(new ChartView(context.theme, crosshair, this))
{
    setObjectName(QStringLiteral("chart:") + m_query.spec().key);
    setAccessibleName(title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(makeHeader(title, legend));
    layout->addWidget(m_view, 1);
    if (legend == Legend::Table) {
        layout->addWidget(makeLegendTable());
    }
    m_view->setAccessibleName(title);
    m_view->setUnit(m_query.spec().unit);
    m_view->setStacked(m_query.spec().stacked);
    m_view->setPlaceholder(tr("No data in this range"));
    connect(m_view, &ChartView::columnsChanged, &m_query, &models::ChartQuery::setColumns);
    connect(&m_query, &models::ChartQuery::ready, this, &ChartPanel::showResult);
    connect(&m_crosshair, &CrosshairLink::moved, this, &ChartPanel::followCrosshair);
    connectCursor();
}

QWidget *ChartPanel::makeHeader(const QString &title, Legend legend)
{
    m_header = new QWidget(this);
    auto *layout = new QHBoxLayout(m_header);
    layout->setContentsMargins(0, 0, 4, 0);
    auto *label = new QLabel(title, m_header);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    layout->addWidget(label);
    m_leftOut = new QLabel(m_header);
    m_leftOut->setForegroundRole(QPalette::PlaceholderText);
    m_leftOut->hide();
    layout->addWidget(m_leftOut);
    if (legend == Legend::Line) {
        layout->addWidget(new LegendLine(m_legend, m_header), 1);
    } else {
        layout->addStretch(1);
    }
    return m_header;
}

QWidget *ChartPanel::makeLegendTable()
{
    auto *table = new QTableView(this);
    table->setObjectName(QStringLiteral("legend"));
    table->setAccessibleName(tr("Legend of %1").arg(accessibleName()));
    table->setModel(&m_legend);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setFocusPolicy(Qt::TabFocus);
    table->setIconSize({9, 9});
    table->verticalHeader()->hide();
    const int rowHeight = fontMetrics().height() + 4;
    table->verticalHeader()->setMinimumSectionSize(rowHeight);
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    auto *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(LegendModel::LabelColumn, QHeaderView::Stretch);
    const int valueWidth = fontMetrics().horizontalAdvance(QStringLiteral("00.0 MiB/s")) + 12;
    for (int column = LegendModel::ValueColumn; column < LegendModel::ColumnCount; ++column) {
        header->resizeSection(column, valueWidth);
    }
    table->setFixedHeight(rowHeight * kLegendRows + header->sizeHint().height() + 2);
    return table;
}

void ChartPanel::connectCursor()
{
    auto *cursor = &m_context.cursor;
    connect(m_view, &ChartView::windowSelected, cursor, [cursor](qint64 fromMs, qint64 toMs) {
        cursor->setWindow(wallTimeFromMs(fromMs), wallTimeFromMs(toMs));
    });
    connect(m_view, &ChartView::liveRequested, cursor, &session::TimeCursor::setLive);
}

void ChartPanel::setSession(session::Session *session)
{
    m_query.setSession(session, &m_context.cursor);
}

void ChartPanel::setClosable()
{
    auto *button = new QToolButton(m_header);
    button->setAutoRaise(true);
    button->setIcon(m_context.theme.icon(QStringLiteral("close")));
    button->setToolTip(tr("Close this chart"));
    button->setAccessibleName(tr("Close the chart %1").arg(accessibleName()));
    connect(button, &QToolButton::clicked, this, &ChartPanel::closeRequested);
    m_header->layout()->addWidget(button);
}

void ChartPanel::showResult()
{
    m_view->setSeries(m_query.series(), m_query.fromMs(), m_query.toMs());
    m_legend.setSeries(m_query.series());
    const int leftOut = m_query.seriesLeftOut();
    m_leftOut->setVisible(leftOut > 0);
    m_leftOut->setText(tr("%n smaller series left out", nullptr, leftOut));
}

void ChartPanel::followCrosshair()
{
    const double msPerPixel =
        static_cast<double>(m_query.toMs() - m_query.fromMs()) / std::max(1, m_view->columns());
    m_legend.setMoment(m_crosshair.moment(), std::max(kNearMs, kNearPixels * msPerPixel));
}

void ChartPanel::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    m_query.setActive(true);
}

void ChartPanel::hideEvent(QHideEvent *event)
{
    Card::hideEvent(event);
    m_query.setActive(false);
}

} // namespace foretop::app
