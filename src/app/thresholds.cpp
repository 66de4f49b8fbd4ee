// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/thresholds.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace foretop::app {

namespace {

struct LevelWord
{
    Q_DECLARE_TR_FUNCTIONS(foretop::app::LevelWord)
};

} // namespace

std::optional<ThresholdLevel> levelOf(double value, const QVector<models::Threshold> &thresholds)
{
    std::optional<ThresholdLevel> level;
    for (const models::Threshold &threshold : thresholds) {
        if (value >= threshold.from) {
            level = threshold.level;
        }
    }
    return level;
}

StateLook lookOf(ThresholdLevel level)
{
    switch (level) {
    case ThresholdLevel::Warning:
        return {Tone::Warning, QStringLiteral("degraded"), LevelWord::tr("warning")};
    case ThresholdLevel::Critical:
        return {Tone::Bad, QStringLiteral("critical"), LevelWord::tr("critical")};
    case ThresholdLevel::Normal:
        break;
    }
    return {Tone::Good, QStringLiteral("healthy"), LevelWord::tr("normal")};
}

QVector<Band> bandsWithin(const QVector<models::Threshold> &thresholds, double least,
                          double greatest)
{
    QVector<Band> bands;
    for (qsizetype i = 0; i < thresholds.size(); ++i) {
        const double next = i + 1 < thresholds.size() ? thresholds[i + 1].from : greatest;
        const Band band{std::max(thresholds[i].from, least), std::min(next, greatest),
                        thresholds[i].level};
        if (band.to > band.from) {
            bands << band;
        }
    }
    return bands;
}

} // namespace foretop::app
