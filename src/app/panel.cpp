// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panel.h"

#include "app/panelbody.h"
#include "session/session.h"
#include "session/timecursor.h"

#include <QBoxLayout>
#include <QPainter>

namespace foretop::app {

namespace {

models::PanelSpec shown(models::PanelSpec spec)
{
    spec.unit = models::shownUnit(spec);
    return spec;
}

} // namespace

class Panel::Private
{
public:
    Private(const PageContext &context, CrosshairLink &crosshair, models::PanelSpec spec,
            Panel *panel)
        : cursor(context.cursor)
        , query(std::move(spec))
        , body(new PanelBody(context, crosshair, shown(query.spec()), panel))
    {
    }

    /// The picture goes to the wanted window at once, and stays there until its answer comes.
    void showWindow() const
    {
        const models::PanelAnswer &answer = *query.answer();
        if (query.isPending()) {
            const qint64 to = msSinceEpoch(cursor.at());
            body->view().setWindow(to - cursor.range().count(), to);
        } else {
            body->view().setWindow(answer.fromMs, answer.toMs);
        }
    }
    void showAnswer() const
    {
        body->setAnswer(query.answer(), query.isPending());
        showWindow();
    }

    session::TimeCursor &cursor;
    models::PanelQuery query;
    PanelBody *body;
    bool hasFocus = false;
};

Panel::Panel(const PageContext &context, CrosshairLink &crosshair, models::PanelSpec spec,
             QWidget *parent)
    : Card(parent)
    , d(std::make_unique<Private>(context, crosshair, std::move(spec), this))
{
    setObjectName(QStringLiteral("panel"));
    setAccessibleName(d->query.spec().title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(d->body);
    connect(d->body, &PanelBody::columnsChanged, &d->query, &models::PanelQuery::setColumns);
    connect(d->body, &PanelBody::focusChanged, this, [this](bool hasFocus) {
        d->hasFocus = hasFocus;
        update();
    });
    connect(&d->query, &models::PanelQuery::ready, this, [this] { d->showAnswer(); });
    connect(&d->query, &models::PanelQuery::pendingChanged, this,
            [this] { d->body->setPending(d->query.isPending()); });
    // Queued, so that the query has heard of it too.
    connect(
        &context.cursor, &session::TimeCursor::changed, this, [this] { d->showWindow(); },
        Qt::QueuedConnection);
    const PanelActions &actions = d->body->actions();
    connect(&actions, &PanelActions::editRequested, this, &Panel::editRequested);
    connect(&actions, &PanelActions::duplicateRequested, this, &Panel::duplicateRequested);
    connect(&actions, &PanelActions::removeRequested, this, &Panel::removeRequested);
    connect(&actions, &PanelActions::maximizeRequested, this, &Panel::maximizeRequested);
    setFocusProxy(&d->body->view());
}

Panel::~Panel() = default;

const models::PanelSpec &Panel::spec() const
{
    return d->query.spec();
}

void Panel::setSpec(models::PanelSpec spec)
{
    setAccessibleName(spec.title);
    d->query.setSpec(std::move(spec));
    d->body->setSpec(shown(d->query.spec()));
    d->query.setColumns(d->body->view().columns());
    setFocusProxy(&d->body->view());
}

void Panel::setSession(session::Session *session)
{
    d->query.setSession(session, &d->cursor);
}

void Panel::setSource(const QString &source)
{
    d->query.setSource(source);
}

void Panel::setVariables(const QHash<QString, QString> &values)
{
    d->query.setVariables(values);
}

void Panel::setAnnotations(const QVector<models::Annotation> &annotations)
{
    d->body->setAnnotations(annotations);
}

void Panel::setEditable(bool editable)
{
    d->body->actions().setEditable(editable);
}

const models::PanelQuery &Panel::query() const
{
    return d->query;
}

bool Panel::hasData() const
{
    return d->body->view().hasData();
}

QWidget *Panel::handle() const
{
    return &d->body->header();
}

QImage Panel::image() const
{
    return d->body->image();
}

QByteArray Panel::svg() const
{
    return d->body->svg();
}

QString Panel::csv() const
{
    return d->body->csv();
}

void Panel::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    d->query.setColumns(d->body->view().columns());
    d->query.setActive(true);
}

void Panel::hideEvent(QHideEvent *event)
{
    Card::hideEvent(event);
    d->query.setActive(false);
}

void Panel::paintEvent(QPaintEvent *event)
{
    Card::paintEvent(event);
    if (d->hasFocus) {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), kRadius, kRadius);
    }
}

} // namespace foretop::app
