// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/leveltext.h"

#include <QCoreApplication>

namespace foretop::app {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foretop::app::Level)
};

} // namespace

QString levelWord(logs::Level level)
{
    switch (level) {
    case logs::Level::Unknown:
        return Words::tr("No level");
    case logs::Level::Trace:
        return Words::tr("Trace");
    case logs::Level::Debug:
        return Words::tr("Debug");
    case logs::Level::Info:
        return Words::tr("Info");
    case logs::Level::Warning:
        return Words::tr("Warning");
    case logs::Level::Error:
        return Words::tr("Error");
    case logs::Level::Critical:
        return Words::tr("Critical");
    }
    return {};
}

QString levelLetter(logs::Level level)
{
    if (level == logs::Level::Unknown) {
        return QStringLiteral("?");
    }
    return levelWord(level).left(1).toUpper();
}

Tone levelTone(logs::Level level)
{
    switch (level) {
    case logs::Level::Info:
        return Tone::Active;
    case logs::Level::Warning:
        return Tone::Warning;
    case logs::Level::Error:
        return Tone::Bad;
    case logs::Level::Critical:
        return Tone::Critical;
    case logs::Level::Unknown:
    case logs::Level::Trace:
    case logs::Level::Debug:
        break;
    }
    return Tone::Muted;
}

} // namespace foretop::app
