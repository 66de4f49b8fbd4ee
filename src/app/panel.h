// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/card.h"
#include "app/crosshairlink.h"
#include "app/page.h"
#include "models/annotationquery.h"
#include "models/panelquery.h"

#include <memory>

namespace foretop::app {

/// One panel of a dashboard: title, menu, picture and legend, kept up to date with the session and
/// the time cursor while it is on screen. GUI thread.
///
/// In pictures with a time axis a drag selects a range, which the time cursor then shows; the wheel
/// zooms around the pointer; arrow keys pan, + and - zoom, a double click or Backspace goes back to
/// the range before and in the end to live. A click on a series in the legend shows it alone, with
/// Ctrl it is hidden or shown. The menu copies the picture as PNG or SVG and the data as CSV.
class Panel : public Card
{
    Q_OBJECT

public:
    /// @p crosshair is what the panels of a page share; it must outlive the panel.
    Panel(const PageContext &context, CrosshairLink &crosshair, models::PanelSpec spec,
          QWidget *parent = nullptr);
    ~Panel() override;

    const models::PanelSpec &spec() const;
    /// Another kind gets another picture; what is hidden or isolated is forgotten.
    void setSpec(models::PanelSpec spec);
    void setSession(session::Session *session);
    void setSource(const QString &source);
    void setVariables(const QHash<QString, QString> &values);
    /// Drawn in pictures with a time axis.
    void setAnnotations(const QVector<models::Annotation> &annotations);
    /// Whether the menu offers to edit, duplicate and remove the panel.
    void setEditable(bool editable);

    const models::PanelQuery &query() const;
    /// Whether anything is drawn.
    bool hasData() const;
    /// The header, by which a dashboard's grid moves the panel.
    QWidget *handle() const;

    QImage image() const;   ///< at the screen's resolution
    QByteArray svg() const; ///< a vector drawing of the panel
    /// What is drawn, as RFC 4180: for a time axis a column "time" (ISO 8601, UTC) and one a
    /// series; else a row a series.
    QString csv() const;

Q_SIGNALS:
    void editRequested();
    void duplicateRequested();
    void removeRequested();
    /// To show it over the whole page, or back.
    void maximizeRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::app
