// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statelook.h"

#include <QCoreApplication>

namespace foretop::app {

namespace {

struct StateWord
{
    Q_DECLARE_TR_FUNCTIONS(StateWord)
};

} // namespace

StateLook lookOf(models::ServiceModel::State state)
{
    switch (state) {
    case models::ServiceModel::Healthy:
        return {Tone::Good, QStringLiteral("healthy"), StateWord::tr("healthy")};
    case models::ServiceModel::Degraded:
        return {Tone::Warning, QStringLiteral("degraded"), StateWord::tr("degraded")};
    case models::ServiceModel::Unhealthy:
        return {Tone::Bad, QStringLiteral("unhealthy"), StateWord::tr("unhealthy")};
    case models::ServiceModel::Unreachable:
        return {Tone::Lost, QStringLiteral("unreachable"), StateWord::tr("unreachable")};
    case models::ServiceModel::Unknown:
        break;
    }
    return {Tone::Muted, QStringLiteral("unknown"), StateWord::tr("unknown")};
}

StateLook lookOf(feeds::LinkPhase phase)
{
    switch (phase) {
    case feeds::LinkPhase::Connecting:
        return {Tone::Active, QStringLiteral("connecting"), StateWord::tr("connecting")};
    case feeds::LinkPhase::Live:
        return {Tone::Good, QStringLiteral("healthy"), StateWord::tr("live")};
    case feeds::LinkPhase::Unreachable:
        return {Tone::Lost, QStringLiteral("unreachable"), StateWord::tr("unreachable")};
    case feeds::LinkPhase::Refused:
        return {Tone::Bad, QStringLiteral("refused"), StateWord::tr("refused")};
    case feeds::LinkPhase::Stopped:
        break;
    }
    return {Tone::Muted, QStringLiteral("stopped"), StateWord::tr("stopped")};
}

StateLook lookOf(jobs::State state)
{
    switch (state) {
    case jobs::State::Running:
        return {Tone::Active, QStringLiteral("running"), StateWord::tr("running")};
    case jobs::State::Retrying:
        return {Tone::Warning, QStringLiteral("retrying"), StateWord::tr("retrying")};
    case jobs::State::Succeeded:
        return {Tone::Good, QStringLiteral("healthy"), StateWord::tr("succeeded")};
    case jobs::State::Failed:
        return {Tone::Bad, QStringLiteral("unhealthy"), StateWord::tr("failed")};
    case jobs::State::Cancelled:
        return {Tone::Muted, QStringLiteral("cancelled"), StateWord::tr("cancelled")};
    case jobs::State::Queued:
        break;
    }
    return {Tone::Muted, QStringLiteral("queued"), StateWord::tr("queued")};
}

} // namespace foretop::app
