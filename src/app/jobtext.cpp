// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobtext.h"

#include "app/durationtext.h"
#include "app/momenttext.h"
#include "app/paintabletext.h"
#include "models/jobmodel.h"

#include <QCoreApplication>
#include <QLocale>
#include <QModelIndex>

#include <cmath>

namespace foretop::app {

namespace {

using models::JobModel;

constexpr qsizetype kMaxCellLength = 1'000;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foretop::app::Job)
};

jobs::State stateOf(const QModelIndex &job)
{
    return jobs::State(job.data(JobModel::StateRole).toInt());
}

QString amountText(double amount)
{
    const bool whole = amount == std::floor(amount);
    return QLocale().toString(amount, 'f', whole ? 0 : 1);
}

QString percentText(double progress)
{
    // What is not done is never 100 %.
    const int percent = progress >= 1 ? 100 : std::min(99, int(std::lround(progress * 100)));
    return Words::tr("%1 %").arg(percent);
}

} // namespace

QString jobStateWord(jobs::State state)
{
    switch (state) {
    case jobs::State::Queued:
        return Words::tr("Queued");
    case jobs::State::Running:
        return Words::tr("Running");
    case jobs::State::Retrying:
        return Words::tr("Retrying");
    case jobs::State::Succeeded:
        return Words::tr("Succeeded");
    case jobs::State::Failed:
        return Words::tr("Failed");
    case jobs::State::Cancelled:
        return Words::tr("Cancelled");
    }
    return {};
}

Tone jobStateTone(jobs::State state)
{
    switch (state) {
    case jobs::State::Running:
        return Tone::Active;
    case jobs::State::Retrying:
        return Tone::Warning;
    case jobs::State::Succeeded:
        return Tone::Good;
    case jobs::State::Failed:
        return Tone::Bad;
    case jobs::State::Cancelled:
        return Tone::Lost;
    case jobs::State::Queued:
        break;
    }
    return Tone::Muted;
}

QString jobStateIcon(jobs::State state)
{
    switch (state) {
    case jobs::State::Queued:
        return QStringLiteral("queued");
    case jobs::State::Running:
        return QStringLiteral("running");
    case jobs::State::Retrying:
        return QStringLiteral("retrying");
    case jobs::State::Succeeded:
        return QStringLiteral("healthy");
    case jobs::State::Failed:
        return QStringLiteral("unhealthy");
    case jobs::State::Cancelled:
        return QStringLiteral("cancelled");
    }
    return {};
}

QString jobProgressText(const QModelIndex &job)
{
    const QVariant progress = job.data(JobModel::ProgressRole);
    const QVariant current = job.data(JobModel::CurrentRole);
    const QVariant total = job.data(JobModel::TotalRole);
    const QString percent = progress.isValid() ? percentText(progress.toDouble()) : QString();
    if (!current.isValid()) {
        return percent;
    }
    const QString done = amountText(current.toDouble());
    if (!total.isValid()) {
        return percent.isEmpty() ? done : Words::tr("%1 (%2)").arg(done, percent);
    }
    const QString units = Words::tr("%1 of %2").arg(done, amountText(total.toDouble()));
    return percent.isEmpty() ? units : Words::tr("%1 (%2)").arg(units, percent);
}

bool isIndeterminate(const QModelIndex &job)
{
    return stateOf(job) == jobs::State::Running && !job.data(JobModel::ProgressRole).isValid();
}

QString jobCellText(const QModelIndex &cell)
{
    const auto ms = [&cell](int role) { return Milliseconds(cell.data(role).toLongLong()); };
    switch (cell.column()) {
    case JobModel::StateColumn:
        return jobStateWord(stateOf(cell));
    case JobModel::ProgressColumn:
        return jobProgressText(cell);
    case JobModel::DurationColumn:
        return cell.data(JobModel::DurationMsRole).isValid()
                   ? durationText(ms(JobModel::DurationMsRole))
                   : QString();
    case JobModel::EtaColumn:
        return cell.data(JobModel::EtaMsRole).isValid() ? etaText(ms(JobModel::EtaMsRole))
                                                        : QString();
    case JobModel::UpdatedColumn:
        return clockText(cell.data(JobModel::SortRole).toDateTime());
    default:
        return paintableText(cell.data().toString(), kMaxCellLength);
    }
}

} // namespace foretop::app
