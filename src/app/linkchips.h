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

/// A chip for each source of the session, those in trouble first where not all fit; the last chip
/// then says how many are left out and lists all.
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
    void dress(LinkChip &chip, int row) const;
    QString nameOf(int row) const;
    void showMenu(QWidget &below, const QVector<int> &rows);

    Theme &m_theme;
    models::SourceModel m_sources;
    QVector<LinkChip *> m_chips; ///< by row
    LinkChip *m_rest;
};

} // namespace foretop::app
