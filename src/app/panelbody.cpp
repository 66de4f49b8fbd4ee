// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panelbody.h"

#include "app/noticestrip.h"
#include "app/paneltext.h"
#include "app/serieslegendline.h"
#include "app/serieslegendtable.h"

#include <QBoxLayout>
#include <QContextMenuEvent>

namespace foretop::app {

namespace {

constexpr int kLegendPercent = 34; ///< of a panel's height that a table may take

} // namespace

PanelBody::PanelBody(const PageContext &context, CrosshairLink &crosshair,
                     const models::PanelSpec &spec, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_crosshair(crosshair)
    , m_spec(spec)
    , m_answer(std::make_shared<models::PanelAnswer>())
    , m_legendModel(context.theme, m_choice)
    , m_actions(context.theme, this)
    , m_layout(new QVBoxLayout(this))
    , m_header(new PanelHeader(context.theme, m_actions.menu(), this))
    , m_notice(new NoticeStrip(context.theme, this))
{
    m_layout->setContentsMargins(12, 6, 8, 6);
    m_layout->setSpacing(4);
    m_layout->addWidget(m_header);
    m_layout->addWidget(m_notice);
    makeView();
    connectActions();
    connect(&m_choice, &SeriesChoice::changed, this, &PanelBody::tellAnswer);
    setSpec(spec);
}

PanelBody::~PanelBody()
{
    // It looks at the choice to the last.
    delete m_view;
}

void PanelBody::setSpec(const models::PanelSpec &spec)
{
    const bool isOtherKind = spec.kind != m_spec.kind;
    const bool isOtherLegend = spec.legend != m_spec.legend;
    m_spec = spec;
    if (isOtherKind) {
        m_choice.clear();
        makeView();
    }
    if (isOtherKind || isOtherLegend || (!m_legendLine && !m_legendTable)) {
        makeLegend();
    }
    m_header->setTitle(spec.title, spec.description);
    setAccessibleName(spec.title);
    m_view->setAccessibleName(spec.title);
    m_legendModel.setSpec(spec);
    if (m_legendTable) {
        m_legendTable->setUnit(spec.unit);
    }
    m_view->setSpec(spec);
    tellAnswer();
}

void PanelBody::makeView()
{
    const bool hadFocus = m_view && m_view->hasFocus();
    delete m_view;
    m_view = makePanelView(m_spec.kind, m_context, m_crosshair, this);
    m_layout->insertWidget(2, m_view, 1);
    m_view->setChoice(&m_choice);
    m_view->setAnnotations(m_annotations);
    m_view->setAnswer(m_answer);
    connect(m_view, &PanelView::columnsChanged, this, &PanelBody::columnsChanged);
    connect(m_view, &PanelView::focusChanged, this, &PanelBody::focusChanged);
    if (hadFocus) {
        m_view->setFocus();
    }
}

void PanelBody::makeLegend()
{
    delete std::exchange(m_legendLine, nullptr);
    delete std::exchange(m_legendTable, nullptr);
    if (m_spec.kind != models::PanelKind::TimeSeries) {
        return;
    }
    QWidget *legend = nullptr;
    if (m_spec.legend == models::LegendKind::Line) {
        legend = m_legendLine = new SeriesLegendLine(m_legendModel, this);
    } else if (m_spec.legend == models::LegendKind::Table) {
        legend = m_legendTable = new SeriesLegendTable(m_legendModel, this);
        m_legendTable->setRoom(height() * kLegendPercent / 100);
    }
    if (legend) {
        legend->setAccessibleName(tr("Legend of %1").arg(m_spec.title));
        m_layout->addWidget(legend);
    }
}

void PanelBody::setAnswer(PanelView::Answer answer, bool isPending)
{
    m_answer = std::move(answer);
    m_isPending = isPending;
    m_legendModel.setSeries(m_answer->series);
    m_view->setAnswer(m_answer);
    tellAnswer();
}

void PanelBody::setPending(bool isPending)
{
    m_isPending = isPending;
    m_header->setPending(isPending);
    if (!m_view->hasData()) {
        tellAnswer();
    }
}

void PanelBody::setAnnotations(const QVector<models::Annotation> &annotations)
{
    m_annotations = annotations;
    m_view->setAnnotations(annotations);
}

QString PanelBody::problemText() const
{
    return noticesOf(*m_answer, m_spec.targets.size()).join(u'\n');
}

void PanelBody::tellAnswer()
{
    const QString problem = problemText();
    const bool hasData = m_view->hasData();
    m_notice->setText(hasData ? problem : QString());
    m_view->setPlaceholder(!problem.isEmpty() ? problem
                           : m_isPending      ? tr("Asking…")
                                              : tr("No data in this range"),
                           !problem.isEmpty());
    m_header->setLeftOut(m_answer->leftOut);
    m_header->setPending(m_isPending);
    if (m_legendLine) {
        m_legendLine->setVisible(hasData);
    }
    if (m_legendTable) {
        m_legendTable->setVisible(hasData);
    }
    QStringList description{m_view->summary()};
    if (hasData && !problem.isEmpty()) {
        description << problem;
    }
    m_view->setAccessibleDescription(description.join(QStringLiteral(". ")));
}

void PanelBody::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_legendTable) {
        m_legendTable->setRoom(height() * kLegendPercent / 100);
    }
}

void PanelBody::contextMenuEvent(QContextMenuEvent *event)
{
    m_actions.menu().popup(event->globalPos());
}

} // namespace foretop::app
