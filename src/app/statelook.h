// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"
#include "feeds/linkstate.h"
#include "jobs/job.h"
#include "models/servicemodel.h"

namespace foretop::app {

/// How a state is told: by its word, its icon and its colour, never by one alone.
struct StateLook
{
    Tone tone = Tone::Muted;
    QString icon; ///< resources/icons/<name>.svg
    QString word; ///< translated, lower case
};

StateLook lookOf(models::ServiceModel::State state);
StateLook lookOf(feeds::LinkPhase phase);
StateLook lookOf(jobs::State state);

} // namespace foretop::app
