// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panelview.h"

#include "app/labelcolumns.h"
#include "app/paintabletext.h"
#include "app/thresholds.h"
#include "app/valuetext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kMostInSummary = 12;
constexpr int kSign = 18;

} // namespace

PanelView::PanelView(const PageContext &context, CrosshairLink &crosshair, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_crosshair(crosshair)
    , m_answer(std::make_shared<models::PanelAnswer>())
{
    setObjectName(QStringLiteral("picture"));
    setFocusPolicy(Qt::StrongFocus);
    connect(&m_context.theme, &Theme::changed, this, &PanelView::restyle);
}

void PanelView::setSpec(const models::PanelSpec &spec)
{
    m_spec = spec;
    update();
}

void PanelView::setAnswer(Answer answer)
{
    m_answer = std::move(answer);
    update();
}

void PanelView::setPlaceholder(const QString &text, bool isProblem)
{
    if (text != m_placeholder || isProblem != m_isProblem) {
        m_placeholder = text;
        m_isProblem = isProblem;
        placeholderChanged();
    }
}

void PanelView::placeholderChanged()
{
    update();
}

void PanelView::setChoice(const SeriesChoice *choice)
{
    m_choice = choice;
    if (choice) {
        connect(choice, &SeriesChoice::changed, this, &PanelView::choiceChanged);
    }
}

void PanelView::setWindow(qint64, qint64) {}

void PanelView::setAnnotations(const QVector<models::Annotation> &) {}

int PanelView::columns() const
{
    return std::max(1, width());
}

bool PanelView::hasData() const
{
    return !m_answer->series.isEmpty();
}

QString PanelView::summary() const
{
    if (!hasData()) {
        return m_placeholder;
    }
    QStringList texts;
    for (const auto &series : m_answer->series) {
        if (isShown(series) && texts.size() < kMostInSummary) {
            texts << tr("%1: %2").arg(shownName(series), wordedTextOf(series.reduced));
        }
    }
    return texts.join(QStringLiteral("; "));
}

void PanelView::restyle()
{
    update();
}

void PanelView::choiceChanged()
{
    update();
}

bool PanelView::isShown(const models::PanelSeries &series) const
{
    return !m_choice || m_choice->isShown(series);
}

QString PanelView::textOf(double value) const
{
    return valueText(value, m_spec.unit, m_spec.decimals);
}

QString PanelView::wordedTextOf(double value) const
{
    const auto level = levelOf(value, m_spec.thresholds);
    return level && *level != ThresholdLevel::Normal
               ? tr("%1 (%2)").arg(textOf(value), lookOf(*level).word)
               : textOf(value);
}

QColor PanelView::colourOf(double value, const QColor &otherwise) const
{
    const auto level = levelOf(value, m_spec.thresholds);
    return level ? theme().tone(lookOf(*level).tone) : otherwise;
}

void PanelView::paintPlaceholder(QPainter &painter, const QRect &area) const
{
    painter.setFont(font());
    QRect text =
        painter.fontMetrics().boundingRect(area, Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
    if (m_isProblem) {
        text.translate(0, kSign / 2 + 2);
        paintSign(painter,
                  QRectF(area.center().x() - kSign / 2.0, text.top() - kSign - 4, kSign, kSign),
                  ThresholdLevel::Warning, theme());
    }
    painter.setPen(m_isProblem ? palette().color(QPalette::WindowText) : theme().tone(Tone::Muted));
    painter.drawText(text.adjusted(-2, 0, 2, 0), Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
}

void PanelView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    Q_EMIT focusChanged(true);
}

void PanelView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    Q_EMIT focusChanged(false);
}

bool PanelView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), plainToolTip(textAt(help->pos())), this);
        return true;
    }
    return QWidget::event(event);
}

void PanelView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    Q_EMIT columnsChanged(columns());
}

void PanelView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(font());
    paintPicture(painter);
}

} // namespace foretop::app
