// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panelactions.h"
#include "app/panelheader.h"
#include "app/panelview.h"
#include "app/serieslegendmodel.h"

class QVBoxLayout;

namespace foretop::app {

class NoticeStrip;
class SeriesLegendLine;
class SeriesLegendTable;

/// All that is seen of a panel: header, what went wrong, picture and legend, of the answer that it
/// is given. Copies and saves it. GUI thread.
class PanelBody : public QWidget
{
    Q_OBJECT

public:
    PanelBody(const PageContext &context, CrosshairLink &crosshair, const models::PanelSpec &spec,
              QWidget *parent = nullptr);
    ~PanelBody() override;

    /// The unit of @p spec is not Auto. Another kind gets another picture.
    void setSpec(const models::PanelSpec &spec);
    const models::PanelSpec &spec() const { return m_spec; }
    void setAnswer(PanelView::Answer answer, bool isPending);
    void setPending(bool isPending);
    void setAnnotations(const QVector<models::Annotation> &annotations);

    PanelView &view() const { return *m_view; }
    PanelHeader &header() const { return *m_header; }
    PanelActions &actions() { return m_actions; }
    SeriesChoice &choice() { return m_choice; }
    /// What went wrong, in words; empty: nothing.
    QString problemText() const;

    QImage image() const;
    QByteArray svg() const;
    QString csv() const;
    /// With @p painter at the body's origin, in as few strokes as a vector format wants.
    void paint(QPainter &painter) const;

Q_SIGNALS:
    void columnsChanged(int columns);
    void focusChanged(bool hasFocus);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makeView();
    void makeLegend();
    void connectActions();
    void tellAnswer();
    void save();
    /// Writes what the suffix of @p path says; returns what went wrong.
    QString write(const QString &path) const;

    PageContext m_context;
    CrosshairLink &m_crosshair;
    models::PanelSpec m_spec;
    PanelView::Answer m_answer;
    QVector<models::Annotation> m_annotations;
    bool m_isPending = false;
    SeriesChoice m_choice;
    SeriesLegendModel m_legendModel;
    PanelActions m_actions;
    QVBoxLayout *m_layout;
    PanelHeader *m_header;
    NoticeStrip *m_notice;
    PanelView *m_view = nullptr;
    SeriesLegendLine *m_legendLine = nullptr;
    SeriesLegendTable *m_legendTable = nullptr;
};

} // namespace foretop::app
