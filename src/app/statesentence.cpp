// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statesentence.h"

#include "app/momenttext.h"

#include <QCoreApplication>

namespace foretop::app {

namespace {

struct Sentence
{
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

QString withReason(const QString &text, const QString &reason)
{
    return reason.isEmpty() ? text : Sentence::tr("%1: %2").arg(text, reason);
}

StateSentence lost(const HealthLinks &links, const QDate &today)
{
    const QString text =
        links.lostSince.isValid()
            ? Sentence::tr("Unreachable since %1").arg(clockText(links.lostSince, today))
            : Sentence::tr("Unreachable");
    return {Tone::Lost, QStringLiteral("unreachable"), withReason(text, links.error)};
}

StateSentence withoutChecks(const HealthLinks &links, const QDate &today)
{
    if (links.total == 0) {
        return {Tone::Muted, QStringLiteral("unknown"), Sentence::tr("No health source here")};
    }
    if (links.live > 0) {
        return {Tone::Muted, QStringLiteral("unknown"), Sentence::tr("No checks reported yet")};
    }
    if (links.connecting > 0) {
        return {Tone::Active, QStringLiteral("connecting"), Sentence::tr("Connecting …")};
    }
    return lost(links, today);
}

// "2 of 14 checks unhealthy, 1 degraded": the gravest with the total, the others by number.
QString countedStates(const models::OverviewSummary &summary)
{
    const int total = summary.total;
    QStringList parts;
    const auto add = [&parts](int count, const QString &first, const QString &further) {
        if (count > 0) {
            parts << (parts.isEmpty() ? first : further).arg(count);
        }
    };
    add(summary.unhealthy, Sentence::tr("%1 of %n check(s) unhealthy", nullptr, total),
        Sentence::tr("%1 unhealthy"));
    add(summary.unreachable, Sentence::tr("%1 of %n check(s) unreachable", nullptr, total),
        Sentence::tr("%1 unreachable"));
    add(summary.degraded, Sentence::tr("%1 of %n check(s) degraded", nullptr, total),
        Sentence::tr("%1 degraded"));
    add(summary.unknown, Sentence::tr("%1 of %n check(s) without a result", nullptr, total),
        Sentence::tr("%1 without a result"));
    return parts.join(QStringLiteral(", "));
}

} // namespace

StateSentence stateSentence(const models::OverviewSummary &summary, const HealthLinks &links,
                            const QDate &today)
{
    if (summary.total == 0) {
        return withoutChecks(links, today);
    }
    if (summary.unreachable == summary.total) {
        return lost(links, today);
    }
    if (summary.healthy == summary.total) {
        return {Tone::Good, QStringLiteral("healthy"),
                Sentence::tr("All %n check(s) healthy", nullptr, summary.total)};
    }
    const QString text =
        withReason(countedStates(summary), summary.worst.join(QStringLiteral(", ")));
    if (summary.unhealthy > 0) {
        return {Tone::Bad, QStringLiteral("unhealthy"), text};
    }
    if (summary.unreachable > 0) {
        return {Tone::Lost, QStringLiteral("unreachable"), text};
    }
    if (summary.degraded > 0) {
        return {Tone::Warning, QStringLiteral("degraded"), text};
    }
    return {Tone::Muted, QStringLiteral("unknown"), text};
}

} // namespace foretop::app
