// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"
#include "models/sourcemodel.h"

#include <QToolButton>
#include <QWidget>

namespace foretop::app {

/// The state of one link: icon and words in the state's colour.
class LinkChip : public QToolButton
{
    Q_OBJECT

public:
    explicit LinkChip(QWidget *parent = nullptr);
    void setLook(const QIcon &icon, const QString &text, const QColor &fill, const QColor &colour);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_fill;
    QColor m_colour;
};

/// The links of the session: with one agent a chip for each, with several one for each agent and
/// state that its links are in. Where not all fit, those in trouble are shown, and a last chip says
/// how many are left out and lists all links.
class LinkChips : public QWidget
{
    Q_OBJECT

public:
    /// @p theme must outlive the widget.
    explicit LinkChips(Theme &theme, QWidget *parent = nullptr);

    void setSession(session::Session *session, session::TimeCursor *cursor);
    /// Everything known of the source in row @p row, a line each.
    QString details(int row) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void retryRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void layOut();
    /// Places in m_chips, the gravest first.
    QVector<qsizetype> chipsThatFit() const;
    /// Rows of SourceModel that share a chip.
    using Group = QVector<int>;
    QVector<Group> groups() const;
    bool hasSeveralNames() const;
    void dress(LinkChip &chip, const Group &rows) const;
    QString nameOf(int row) const;
    QString nameOf(const Group &rows) const;
    QString details(const Group &rows) const;
    void showMenu(QWidget &below, const Group &rows);

    Theme &m_theme;
    models::SourceModel m_sources;
    QVector<Group> m_groups;     ///< at most kMostChips
    QVector<LinkChip *> m_chips; ///< by group
    LinkChip *m_rest;
};

} // namespace foretop::app
