// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QObject>

#include <memory>

namespace foretop::app {

enum class Appearance { System, Light, Dark };

/// What a colour means. Each is readable as text on the window's base in both appearances
/// (contrast 4.5:1, WCAG 2.1) and never the only signal.
enum class Tone {
    Good,     ///< healthy, succeeded
    Warning,  ///< degraded, warning
    Bad,      ///< unhealthy, failed, error
    Critical, ///< worse than an error
    Lost,     ///< unreachable, unknown
    Active,   ///< running, live
    Muted,    ///< secondary text
};

/// The colours and icons of the present appearance; the only place where they are defined.
/// Made once by the composition root, handed down by reference. GUI thread.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    /// Sets the application's style and palette; System follows the desktop, also while running.
    void setAppearance(Appearance appearance);
    Appearance appearance() const;
    bool isDark() const;

    /// For text, icons and lines.
    QColor tone(Tone tone) const;
    /// A pale fill of the same hue that window text is readable on.
    QColor fill(Tone tone) const;
    /// Colour of chart line @p index, tellable apart by colour-blind eyes; repeats after 12.
    QColor series(int index) const;
    QColor gridLine() const;
    QColor cardBackground() const;
    QColor cardBorder() const;
    /// resources/icons/<name>.svg in the colour of window text, or of @p tone.
    QIcon icon(const QString &name) const;
    QIcon icon(const QString &name, Tone tone) const;
    /// The font for log text and numbers in columns.
    QFont fixedFont() const;

Q_SIGNALS:
    /// Palette, colours or icons changed: repaint, and take icons anew.
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::app
