// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/colours.h"

#include "app/theme.h"

#include <algorithm>
#include <cmath>

namespace foretop::app {

static_assert(static_cast<int>(Tone::Muted) + 1 == kToneCount);

namespace {

// WCAG 2.1, "relative luminance".
double luminance(const QColor &colour)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

} // namespace

double contrastRatio(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    const auto [darker, lighter] = std::minmax(first, second);
    return (lighter + 0.05) / (darker + 0.05);
}

// The series colours keep a distance of 7 (OKLab x 100) from each other also as seen with
// protanopia and deuteranopia (Machado 2009), and a contrast of 3:1 on the base; the first six,
// which most charts use, lie further apart.
const Colours &lightColours()
{
    static const Colours colours{
        .window = 0xf3f5f8,
        .base = 0xffffff,
        .alternate = 0xf7f8fa,
        .text = 0x1a1f26,
        .border = 0xd5dae1,
        .button = 0xfbfcfd,
        .accent = 0x0a5fc4,
        .accentText = 0xffffff,
        .gridLine = 0xe6e9ee,
        .tones = {0x18733a, 0x8a5a00, 0xc4202c, 0x9c1475, 0x6341b3, 0x0a5fc4, 0x566070},
        .fills = {0xdff4e5, 0xfcefcb, 0xfde6e5, 0xfae3f3, 0xece7fa, 0xdfecfc, 0xe9ecf0},
        .series = {0x0d3aa0, 0xf1590c, 0x10a075, 0xa54296, 0x3a92f4, 0x5c3208, 0x4a22e0, 0xca1728,
                   0x3d690d, 0xdc6bae, 0x1e243d, 0x055262},
    };
    return colours;
}

const Colours &darkColours()
{
    static const Colours colours{
        .window = 0x12151a,
        .base = 0x1a1e25,
        .alternate = 0x1f242c,
        .text = 0xe4e8ee,
        .border = 0x323945,
        .button = 0x252b34,
        .accent = 0x2a67c9,
        .accentText = 0xffffff,
        .gridLine = 0x2a303a,
        .tones = {0x56c878, 0xe2b340, 0xff8079, 0xff85d0, 0xb79cf5, 0x6db3ff, 0x9ba6b5},
        .fills = {0x17321f, 0x352b10, 0x43201f, 0x40193a, 0x2c2447, 0x142f4e, 0x272d36},
        .series = {0x4aa1f1, 0xce962a, 0x1ed683, 0xda6ea7, 0xb6e9fb, 0x8a5cf5, 0xdbe32a, 0xd8302c,
                   0xeefbb6, 0xe6afca, 0x436bae, 0x078760},
    };
    return colours;
}

QPalette paletteOf(const Colours &colours)
{
    QPalette palette(colours.text, colours.button, colours.base, colours.border, colours.border,
                     colours.text, colours.text, colours.base, colours.window);
    palette.setColor(QPalette::AlternateBase, colours.alternate);
    palette.setColor(QPalette::Midlight, colours.alternate);
    palette.setColor(QPalette::Shadow, colours.border);
    palette.setColor(QPalette::Highlight, colours.accent);
    palette.setColor(QPalette::HighlightedText, colours.accentText);
    const QColor link = colours.tones[static_cast<std::size_t>(Tone::Active)];
    palette.setColor(QPalette::Link, link);
    palette.setColor(QPalette::LinkVisited, link);
    palette.setColor(QPalette::ToolTipBase, colours.base);
    palette.setColor(QPalette::ToolTipText, colours.text);
    const QColor muted = colours.tones[static_cast<std::size_t>(Tone::Muted)];
    palette.setColor(QPalette::PlaceholderText, muted);
    QColor disabled = muted;
    disabled.setAlphaF(0.6F);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, disabled);
    }
    return palette;
}

} // namespace foretop::app
