// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace foretop::jobs {
namespace {

struct StateWord
{
    std::string_view word;
    State state;
};

// The first of each state is the word on the wire; the others are those of Celery, RQ, BullMQ,
// Sidekiq, Airflow and Kubernetes.
constexpr std::array kStateWords{
    StateWord{"queued", State::Queued},         StateWord{"pending", State::Queued},
    StateWord{"received", State::Queued},       StateWord{"waiting", State::Queued},
    StateWord{"scheduled", State::Queued},      StateWord{"enqueued", State::Queued},
    StateWord{"deferred", State::Queued},       StateWord{"delayed", State::Queued},
    StateWord{"created", State::Queued},        StateWord{"running", State::Running},
    StateWord{"started", State::Running},       StateWord{"active", State::Running},
    StateWord{"progress", State::Running},      StateWord{"processing", State::Running},
    StateWord{"in_progress", State::Running},   StateWord{"in-progress", State::Running},
    StateWord{"executing", State::Running},     StateWord{"busy", State::Running},
    StateWord{"retrying", State::Retrying},     StateWord{"retry", State::Retrying},
    StateWord{"up_for_retry", State::Retrying}, StateWord{"succeeded", State::Succeeded},
    StateWord{"success", State::Succeeded},     StateWord{"successful", State::Succeeded},
    StateWord{"completed", State::Succeeded},   StateWord{"complete", State::Succeeded},
    StateWord{"finished", State::Succeeded},    StateWord{"done", State::Succeeded},
    StateWord{"ok", State::Succeeded},          StateWord{"failed", State::Failed},
    StateWord{"failure", State::Failed},        StateWord{"error", State::Failed},
    StateWord{"errored", State::Failed},        StateWord{"dead", State::Failed},
    StateWord{"crashed", State::Failed},        StateWord{"rejected", State::Failed},
    StateWord{"timeout", State::Failed},        StateWord{"upstream_failed", State::Failed},
    StateWord{"cancelled", State::Cancelled},   StateWord{"canceled", State::Cancelled},
    StateWord{"revoked", State::Cancelled},     StateWord{"aborted", State::Cancelled},
    StateWord{"stopped", State::Cancelled},     StateWord{"skipped", State::Cancelled},
    StateWord{"killed", State::Cancelled},
};

} // namespace

std::string_view stateName(State state)
{
    return std::find_if(kStateWords.begin(), kStateWords.end(),
                        [state](const StateWord &word) { return word.state == state; })
        ->word;
}

std::optional<State> stateFromName(std::string_view name)
{
    const auto word = trimmed(name);
    const auto found =
        std::find_if(kStateWords.begin(), kStateWords.end(), [word](const StateWord &known) {
            return equalsIgnoringCase(known.word, word);
        });
    return found == kStateWords.end() ? std::nullopt : std::optional(found->state);
}

bool isFinal(State state)
{
    return state == State::Succeeded || state == State::Failed || state == State::Cancelled;
}

std::optional<double> progressOf(std::optional<double> current, std::optional<double> total)
{
    if (!current || !total || !(*total > 0)) {
        return {};
    }
    return std::clamp(*current / *total, 0.0, 1.0);
}

} // namespace foretop::jobs
