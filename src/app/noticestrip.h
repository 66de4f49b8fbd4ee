// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace foretop::app {

class Theme;

/// A line with a warning sign; all of its text is in the tooltip. Hidden while there is none.
class NoticeStrip : public QWidget
{
    Q_OBJECT

public:
    /// @p theme must outlive the strip.
    explicit NoticeStrip(const Theme &theme, QWidget *parent = nullptr);

    void setText(const QString &text);
    const QString &text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// With @p painter at the strip's origin.
    void paint(QPainter &painter) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QString m_text;
};

} // namespace foretop::app
