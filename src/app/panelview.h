// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/page.h"
#include "app/serieschoice.h"
#include "models/annotationquery.h"
#include "models/panelanswer.h"
#include "models/panelspec.h"

#include <memory>

namespace foretop::app {

class CrosshairLink;

/// The picture of a panel; one implementation for each kind. Draws what it is given and asks for
/// nothing. GUI thread.
class PanelView : public QWidget
{
    Q_OBJECT

public:
    using Answer = std::shared_ptr<const models::PanelAnswer>;

    /// The unit of @p spec is not Auto.
    virtual void setSpec(const models::PanelSpec &spec);
    /// Not null.
    virtual void setAnswer(Answer answer);
    /// Shown while there is no data; with a warning sign when that @p isProblem.
    void setPlaceholder(const QString &text, bool isProblem);
    /// Not owned, must outlive the view; null: all series are shown.
    void setChoice(const SeriesChoice *choice);
    /// The window of time that is wanted, which the answer may not have reached yet.
    virtual void setWindow(qint64 fromMs, qint64 toMs);
    virtual void setAnnotations(const QVector<models::Annotation> &annotations);

    /// How many pixels wide what a query is asked for is drawn.
    virtual int columns() const;
    virtual bool hasData() const;
    /// Draws the picture as it is on screen, but for pointer and focus, with @p painter at its
    /// origin.
    virtual void paintPicture(QPainter &painter) = 0;
    /// What is told of the picture at @p at; empty: nothing is there.
    virtual QString textAt(const QPoint &at) const = 0;
    /// The last values in words, for screen readers.
    virtual QString summary() const;
    /// Takes the theme's colours anew.
    virtual void restyle();

    const models::PanelSpec &spec() const { return m_spec; }
    const models::PanelAnswer &answer() const { return *m_answer; }

Q_SIGNALS:
    void columnsChanged(int columns);
    void focusChanged(bool hasFocus);

protected:
    PanelView(const PageContext &context, CrosshairLink &crosshair, QWidget *parent);

    Theme &theme() const { return m_context.theme; }
    session::TimeCursor &cursor() const { return m_context.cursor; }
    CrosshairLink &crosshair() const { return m_crosshair; }
    const QString &placeholder() const { return m_placeholder; }
    bool isShown(const models::PanelSeries &series) const;
    QString textOf(double value) const;
    /// The value, with the word of the level that it has reached.
    QString wordedTextOf(double value) const;
    QColor colourOf(double value, const QColor &otherwise) const;
    void paintPlaceholder(QPainter &painter, const QRect &area) const;
    virtual void choiceChanged();
    virtual void placeholderChanged();

    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    PageContext m_context;
    CrosshairLink &m_crosshair;
    models::PanelSpec m_spec;
    Answer m_answer;
    const SeriesChoice *m_choice = nullptr;
    QString m_placeholder;
    bool m_isProblem = false;
};

/// A picture for panels of @p kind.
PanelView *makePanelView(models::PanelKind kind, const PageContext &context,
                         CrosshairLink &crosshair, QWidget *parent);

} // namespace foretop::app
