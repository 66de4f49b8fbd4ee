// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grafanaunits.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace foretop::models {

namespace {

// Of Grafana's packages/grafana-data/src/valueFormats/categories.ts.
const QHash<QString, Unit> &knownUnits()
{
    static const QHash<QString, Unit> units{
        {QString(), Unit::Auto},
        {QStringLiteral("none"), Unit::Number},
        {QStringLiteral("short"), Unit::Number},
        {QStringLiteral("sishort"), Unit::Number},
        {QStringLiteral("locale"), Unit::Number},
        {QStringLiteral("string"), Unit::Number},
        {QStringLiteral("bytes"), Unit::Bytes},
        {QStringLiteral("decbytes"), Unit::Bytes},
        {QStringLiteral("Bps"), Unit::BytesPerSecond},
        {QStringLiteral("binBps"), Unit::BytesPerSecond},
        {QStringLiteral("bps"), Unit::BitsPerSecond},
        {QStringLiteral("binbps"), Unit::BitsPerSecond},
        {QStringLiteral("percent"), Unit::Percent},
        {QStringLiteral("percentunit"), Unit::Ratio},
        {QStringLiteral("s"), Unit::Seconds},
        {QStringLiteral("dtdurations"), Unit::Seconds},
        {QStringLiteral("dthms"), Unit::Seconds},
        {QStringLiteral("dtdhms"), Unit::Seconds},
        {QStringLiteral("clocks"), Unit::Seconds},
        {QStringLiteral("ms"), Unit::Milliseconds},
        {QStringLiteral("dtdurationms"), Unit::Milliseconds},
        {QStringLiteral("clockms"), Unit::Milliseconds},
        {QStringLiteral("cps"), Unit::PerSecond},
        {QStringLiteral("ops"), Unit::PerSecond},
        {QStringLiteral("reqps"), Unit::PerSecond},
        {QStringLiteral("rps"), Unit::PerSecond},
        {QStringLiteral("wps"), Unit::PerSecond},
        {QStringLiteral("iops"), Unit::PerSecond},
        {QStringLiteral("eps"), Unit::PerSecond},
        {QStringLiteral("mps"), Unit::PerSecond},
        {QStringLiteral("pps"), Unit::PerSecond},
        {QStringLiteral("recps"), Unit::PerSecond},
        {QStringLiteral("rowsps"), Unit::PerSecond},
    };
    return units;
}

struct Rgb
{
    int red = 0;
    int green = 0;
    int blue = 0;
};

std::optional<Rgb> parseColour(const QString &colour)
{
    static const QRegularExpression hex(
        QStringLiteral("^#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})"));
    static const QRegularExpression rgb(QStringLiteral("^rgba?\\((\\d+), *(\\d+), *(\\d+)"));
    if (const auto match = hex.match(colour); match.hasMatch()) {
        return Rgb{match.captured(1).toInt(nullptr, 16), match.captured(2).toInt(nullptr, 16),
                   match.captured(3).toInt(nullptr, 16)};
    }
    if (const auto match = rgb.match(colour); match.hasMatch()) {
        return Rgb{std::min(match.captured(1).toInt(), 255),
                   std::min(match.captured(2).toInt(), 255),
                   std::min(match.captured(3).toInt(), 255)};
    }
    return {};
}

} // namespace

std::optional<Unit> unitOfGrafana(const QString &id)
{
    const auto found = knownUnits().constFind(id);
    return found == knownUnits().cend() ? std::nullopt : std::optional(*found);
}

Threshold::Level levelOfGrafana(const QString &colour)
{
    using Level = Threshold::Level;
    if (const auto parsed = parseColour(colour)) {
        const bool isReddish = parsed->red > 150 && parsed->red > parsed->blue * 3 / 2;
        if (!isReddish || parsed->green > parsed->red) {
            return Level::Normal;
        }
        return parsed->green * 5 > parsed->red * 2 ? Level::Warning : Level::Critical;
    }
    if (colour.contains(u"red")) {
        return Level::Critical;
    }
    return colour.contains(u"orange") || colour.contains(u"yellow") ? Level::Warning
                                                                    : Level::Normal;
}

} // namespace foretop::models
