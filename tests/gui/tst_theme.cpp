// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/colours.h"
#include "app/theme.h"

#include <QApplication>
#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <array>
#include <cmath>

using namespace foretop::app;

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tonesAreReadable_data();
    void tonesAreReadable();
    void paletteIsReadable_data();
    void paletteIsReadable();
    void seriesAreTellableApart_data();
    void seriesAreTellableApart();
    void switchesWhileRunning();
    void tintsIcons();
    void hasEveryIcon();
};

namespace {

constexpr double kTextContrast = 4.5;  // WCAG 2.1, 1.4.3
constexpr double kGraphContrast = 3.0; // WCAG 2.1, 1.4.11
constexpr double kLeastDistance = 7.0;

using Matrix = std::array<std::array<double, 3>, 3>;

// Machado, Oliveira and Fernandes 2009, severity 1.
constexpr Matrix kNormal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtanopia{{{0.152286, 1.052583, -0.204868},
                              {0.114503, 0.786281, 0.099216},
                              {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeuteranopia{{{0.367322, 0.860646, -0.227968},
                                {0.280085, 0.672501, 0.047413},
                                {-0.011820, 0.042940, 0.968881}}};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

std::array<double, 3> transformed(const Matrix &matrix, const std::array<double, 3> &in)
{
    std::array<double, 3> out{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column) {
            out[row] += matrix[row][column] * in[column];
        }
    }
    return out;
}

// https://bottosson.github.io/posts/oklab/
std::array<double, 3> okLab(const QColor &colour, const Matrix &sight)
{
    constexpr Matrix kToCone{{{0.4122214708, 0.5363325363, 0.0514459929},
                              {0.2119034982, 0.6806995451, 0.1073969566},
                              {0.0883024619, 0.2817188376, 0.6299787005}}};
    constexpr Matrix kToLab{{{0.2104542553, 0.7936177850, -0.0040720468},
                             {1.9779984951, -2.4285922050, 0.4505937099},
                             {0.0259040371, 0.7827717662, -0.8086757660}}};
    auto seen = transformed(
        sight, {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())});
    for (double &channel : seen) {
        channel = std::clamp(channel, 0.0, 1.0);
    }
    auto cone = transformed(kToCone, seen);
    for (double &channel : cone) {
        channel = std::cbrt(channel);
    }
    return transformed(kToLab, cone);
}

double distance(const QColor &a, const QColor &b, const Matrix &sight)
{
    const auto x = okLab(a, sight);
    const auto y = okLab(b, sight);
    return 100 * std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

void addAppearances()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

} // namespace

void ThemeTest::tonesAreReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("tone");
    const std::array names = {"good", "warning", "bad", "critical", "lost", "active", "muted"};
    static_assert(names.size() == kToneCount);
    for (const bool dark : {false, true}) {
        for (int tone = 0; tone < kToneCount; ++tone) {
            QTest::addRow("%s %s", names[static_cast<std::size_t>(tone)], dark ? "dark" : "light")
                << dark << tone;
        }
    }
}

void ThemeTest::tonesAreReadable()
{
    QFETCH(bool, dark);
    QFETCH(int, tone);
    Theme theme;
    theme.setAppearance(dark ? Appearance::Dark : Appearance::Light);
    const QPalette palette = QApplication::palette();
    const QColor colour = theme.tone(static_cast<Tone>(tone));
    const QColor fill = theme.fill(static_cast<Tone>(tone));
    for (const QColor &ground :
         {palette.color(QPalette::Base), palette.color(QPalette::Window),
          palette.color(QPalette::AlternateBase), theme.cardBackground(), fill}) {
        QVERIFY2(contrastRatio(colour, ground) >= kTextContrast, qPrintable(ground.name()));
    }
    QVERIFY(contrastRatio(palette.color(QPalette::WindowText), fill) >= kTextContrast);
}

void ThemeTest::paletteIsReadable_data()
{
    addAppearances();
}

void ThemeTest::paletteIsReadable()
{
    QFETCH(bool, dark);
    const QPalette palette = paletteOf(dark ? darkColours() : lightColours());
    const QVector<QPair<QPalette::ColorRole, QPalette::ColorRole>> pairs = {
        {QPalette::WindowText, QPalette::Window},
        {QPalette::Text, QPalette::Base},
        {QPalette::Text, QPalette::AlternateBase},
        {QPalette::ButtonText, QPalette::Button},
        {QPalette::PlaceholderText, QPalette::Base},
        {QPalette::PlaceholderText, QPalette::Window},
        {QPalette::Link, QPalette::Base},
        {QPalette::ToolTipText, QPalette::ToolTipBase},
        {QPalette::HighlightedText, QPalette::Highlight}};
    for (const auto &[text, ground] : pairs) {
        QVERIFY2(contrastRatio(palette.color(text), palette.color(ground)) >= kTextContrast,
                 qPrintable(QStringLiteral("roles %1 on %2").arg(text).arg(ground)));
    }
}

void ThemeTest::seriesAreTellableApart_data()
{
    addAppearances();
}

void ThemeTest::seriesAreTellableApart()
{
    QFETCH(bool, dark);
    const Colours &colours = dark ? darkColours() : lightColours();
    for (int a = 0; a < kSeriesColourCount; ++a) {
        const QColor first = colours.series[static_cast<std::size_t>(a)];
        QVERIFY2(contrastRatio(first, colours.base) >= kGraphContrast, qPrintable(first.name()));
        for (int b = 0; b < a; ++b) {
            const QColor second = colours.series[static_cast<std::size_t>(b)];
            for (const Matrix &sight : {kNormal, kProtanopia, kDeuteranopia}) {
                QVERIFY2(distance(first, second, sight) >= kLeastDistance,
                         qPrintable(first.name() + QLatin1Char(' ') + second.name()));
            }
        }
    }
    Theme theme;
    QCOMPARE(theme.series(kSeriesColourCount), theme.series(0));
}

void ThemeTest::switchesWhileRunning()
{
    Theme theme;
    theme.setAppearance(Appearance::Light);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setAppearance(Appearance::Dark);
    QCOMPARE(changed.size(), 1);
    QVERIFY(theme.isDark());
    QCOMPARE(QApplication::palette().color(QPalette::Window), darkColours().window);
    theme.setAppearance(Appearance::Dark);
    QCOMPARE(changed.size(), 1);
    theme.setAppearance(Appearance::System);
    QCOMPARE(theme.appearance(), Appearance::System);
}

void ThemeTest::tintsIcons()
{
    Theme theme;
    theme.setAppearance(Appearance::Light);
    const QImage image = theme.icon(QStringLiteral("stopped"), Tone::Bad).pixmap(24, 24).toImage();
    QColor strongest(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > strongest.alpha()) {
                strongest = image.pixelColor(x, y);
            }
        }
    }
    QCOMPARE(strongest.rgb(), theme.tone(Tone::Bad).rgb());
    QVERIFY(theme.icon(QStringLiteral("no such icon")).isNull());
}

void ThemeTest::hasEveryIcon()
{
    Theme theme;
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() > 40);
    for (QString file : files) {
        const QIcon icon = theme.icon(file.chopped(4));
        QVERIFY2(!icon.pixmap(24, 24).toImage().isNull(), qPrintable(file));
        const QImage image = icon.pixmap(24, 24).toImage();
        bool drawn = false;
        for (int at = 0; at < image.width() * image.height() && !drawn; ++at) {
            drawn = image.pixelColor(at % image.width(), at / image.width()).alpha() > 0;
        }
        QVERIFY2(drawn, qPrintable(file));
    }
}

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
