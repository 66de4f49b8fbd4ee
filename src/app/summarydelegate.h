// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"

#include <QStyledItemDelegate>

namespace foretop::app {

/// A row of two lines in a SummaryList: an icon, a headline with a short value at its right, and a
/// second line of secondary text.
class SummaryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit SummaryDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    struct Texts
    {
        QString icon;
        Tone tone = Tone::Muted;
        QString headline;
        QString value; ///< at the right of the headline
    };
    virtual Texts texts(const QModelIndex &index) const = 0;
    /// Paints the second line into @p rect.
    virtual void paintSecond(QPainter &painter, const QStyleOptionViewItem &option,
                             const QRect &rect, const QModelIndex &index) const = 0;
    const Theme &theme() const { return m_theme; }

private:
    const Theme &m_theme;
};

/// A row of an ErrorModel: what, how often, when last and how often a minute.
class ErrorSummaryDelegate final : public SummaryDelegate
{
    Q_OBJECT

public:
    using SummaryDelegate::SummaryDelegate;

protected:
    Texts texts(const QModelIndex &index) const override;
    void paintSecond(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect,
                     const QModelIndex &index) const override;
};

/// A row of a JobModel: its name, its progress as a bar with a number, and the time left.
class JobSummaryDelegate final : public SummaryDelegate
{
    Q_OBJECT

public:
    using SummaryDelegate::SummaryDelegate;

protected:
    Texts texts(const QModelIndex &index) const override;
    void paintSecond(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect,
                     const QModelIndex &index) const override;
};

} // namespace foretop::app
