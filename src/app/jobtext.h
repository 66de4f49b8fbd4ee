// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"
#include "jobs/job.h"

#include <QString>

#include <array>

class QModelIndex;

namespace foretop::app {

/// In the order in which a person wants to see them: what goes on, what went wrong, what is over.
inline constexpr std::array kJobStates = {jobs::State::Running,   jobs::State::Retrying,
                                          jobs::State::Queued,    jobs::State::Failed,
                                          jobs::State::Cancelled, jobs::State::Succeeded};

QString jobStateWord(jobs::State state);
Tone jobStateTone(jobs::State state);
/// Name of its icon.
QString jobStateIcon(jobs::State state);

/// How far a JobModel's job is: "45 %", "1,200 of 5,000 (24 %)"; empty when nothing tells.
QString jobProgressText(const QModelIndex &job);
/// Whether a job runs of which nothing tells how far it is.
bool isIndeterminate(const QModelIndex &job);

/// The words for a cell of a JobModel: what is shown, and what a screen reader says.
QString jobCellText(const QModelIndex &cell);

} // namespace foretop::app
