// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace foretop::app {

inline constexpr int kToneCount = 7;
inline constexpr int kSeriesColourCount = 12;

/// Every colour of one appearance. tones and fills are indexed by Tone.
struct Colours
{
    QColor window;
    QColor base;
    QColor alternate;
    QColor text;
    QColor border;
    QColor button;
    QColor accent;
    QColor accentText;
    QColor gridLine;
    std::array<QColor, kToneCount> tones;
    std::array<QColor, kToneCount> fills;
    std::array<QColor, kSeriesColourCount> series;
};

const Colours &lightColours();
const Colours &darkColours();
QPalette paletteOf(const Colours &colours);

/// Contrast ratio of WCAG 2.1, 1 (none) to 21 (black on white); both colours opaque.
double contrastRatio(const QColor &a, const QColor &b);

} // namespace foretop::app
