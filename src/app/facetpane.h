// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <stop_token>
#include "logs/facets.h"
#endif

#include <QWidget>

class QLabel;
class QMenu;
class QTreeView;

namespace foretop::app {

class FacetModel;
class PageActions;
class Theme;

/// Which values some fields have in what is shown, and how often; a click filters by one.
class FacetPane : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype kMostFacets = 20;

    FacetPane(const Theme &theme, PageActions &actions, QWidget *parent);

    /// Tells when they are others.
    void setFields(const QStringList &fields);
    const QStringList &fields() const { return m_fields; }
    void addField(const QString &field);
    /// What can be added.
    void setKnownFields(const QStringList &fields) { m_known = fields; }
    void setFacets(std::vector<logs::Facet> facets);
    void setNote(const QString &note);

Q_SIGNALS:
    void fieldsChanged(const QStringList &fields);
    void filterRequested(const QString &field, const QString &value, bool out);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addButtons(PageActions &actions);
    void fillFieldMenu(QMenu *menu);
    void showMenu(const QPoint &at);
    void filterByCurrent(bool out);
    void removeCurrent();

    FacetModel *m_model;
    QTreeView *m_view;
    QLabel *m_note;
    QStringList m_fields;
    QStringList m_known;
};

} // namespace foretop::app
