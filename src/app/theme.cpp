// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme.h"

#include "app/colours.h"
#include "app/desktopappearance.h"
#include "app/flatstyle.h"
#include "app/tintedicon.h"

#include <QApplication>
#include <QFontDatabase>

namespace foretop::app {

class Theme::Private
{
public:
    const Colours &colours() const { return dark ? darkColours() : lightColours(); }
    bool desktopIsDark() const { return desktop.prefersDark().value_or(platformIsDark); }

    DesktopAppearance desktop;
    bool platformIsDark = false;
    bool dark = false;
    bool applied = false;
    Appearance appearance = Appearance::System;
};

Theme::Theme(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    const QPalette platform = QGuiApplication::palette();
    d->platformIsDark = platform.color(QPalette::Window).lightness() <
                        platform.color(QPalette::WindowText).lightness();
    connect(&d->desktop, &DesktopAppearance::changed, this, [this] {
        if (d->applied && d->appearance == Appearance::System) {
            setAppearance(Appearance::System);
        }
    });
}

Theme::~Theme() = default;

void Theme::setAppearance(Appearance appearance)
{
    const bool dark =
        appearance == Appearance::System ? d->desktopIsDark() : appearance == Appearance::Dark;
    d->appearance = appearance;
    if (d->applied && dark == d->dark) {
        return;
    }
    if (!d->applied) {
        QApplication::setStyle(new FlatStyle);
    }
    d->applied = true;
    d->dark = dark;
    QApplication::setPalette(paletteOf(d->colours()));
    Q_EMIT changed();
}

Appearance Theme::appearance() const
{
    return d->appearance;
}

bool Theme::isDark() const
{
    return d->dark;
}

QColor Theme::tone(Tone tone) const
{
    return d->colours().tones[static_cast<std::size_t>(tone)];
}

QColor Theme::fill(Tone tone) const
{
    return d->colours().fills[static_cast<std::size_t>(tone)];
}

QColor Theme::series(int index) const
{
    return d->colours().series[static_cast<std::size_t>(index) % kSeriesColourCount];
}

QColor Theme::gridLine() const
{
    return d->colours().gridLine;
}

QColor Theme::cardBackground() const
{
    return d->colours().base;
}

QColor Theme::cardBorder() const
{
    return d->colours().border;
}

QIcon Theme::icon(const QString &name) const
{
    return tintedIcon(QStringLiteral(":/icons/%1.svg").arg(name), {});
}

QIcon Theme::icon(const QString &name, Tone tone) const
{
    return tintedIcon(QStringLiteral(":/icons/%1.svg").arg(name), this->tone(tone));
}

QFont Theme::fixedFont() const
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(QApplication::font().pointSizeF());
    return font;
}

} // namespace foretop::app
