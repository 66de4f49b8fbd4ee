// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logemptystate.h"

#include "session/session.h"

#include <QAbstractButton>

namespace foretop::app {

void LogEmptiness::takeSources(const session::Session *session)
{
    hasSession = session;
    if (!session) {
        return;
    }
    for (const session::SourceStatus &source : session->sources()) {
        if (source.config.kind != feeds::FeedKind::Logs) {
            continue;
        }
        ++sources;
        if (source.link.error) {
            problems << QStringLiteral("%1: %2").arg(
                source.config.name, QString::fromStdString(source.link.error->text()));
        }
    }
}

LogEmptyState::LogEmptyState(QWidget *parent)
    : EmptyState(parent)
{
    describeNoRecords({});
}

void LogEmptyState::describe(const LogEmptiness &emptiness)
{
    // Again and again for the same would drop a button while it is pressed.
    if (emptiness == std::exchange(m_described, emptiness)) {
        return;
    }
    if (!emptiness.anyHeld) {
        describeNoRecords(emptiness);
    } else if (emptiness.searching) {
        setMessage(tr("Searching\u2026"));
    } else {
        describeNoMatch(emptiness);
    }
}

void LogEmptyState::describeNoRecords(const LogEmptiness &emptiness)
{
    if (m_isFile) {
        setMessage(emptiness.loading ? tr("Reading\u2026") : tr("The log is empty."));
    } else if (!emptiness.hasSession) {
        setMessage(tr("No environment is connected."), tr("Choose one in the bar at the top."));
    } else if (emptiness.sources == 0) {
        setMessage(tr("This environment has no source of logs."));
    } else if (emptiness.problems.isEmpty()) {
        setMessage(tr("No log records yet."),
                   tr("They are shown here as soon as a source sends them."));
    } else {
        setMessage(tr("No log records: not connected."), emptiness.problems.join(u'\n'));
    }
}

void LogEmptyState::describeNoMatch(const LogEmptiness &emptiness)
{
    const bool byText = !emptiness.text.isEmpty();
    QString hint;
    if (!emptiness.anyLevel) {
        hint = tr("No level is chosen.");
    } else if (!emptiness.allLevels) {
        hint = tr("Some levels are not shown.");
    }
    if (!emptiness.allTimes) {
        hint += (hint.isEmpty() ? QString() : QStringLiteral(" ")) +
                tr("Only records of some times are shown.");
    }
    if (!emptiness.fixedAt.isEmpty()) {
        hint += (hint.isEmpty() ? QString() : QStringLiteral(" ")) +
                tr("Only records up to %1 are shown.").arg(emptiness.fixedAt);
    }
    setMessage(byText ? tr("Nothing matches \u201c%1\u201d.").arg(emptiness.text)
                      : tr("No record to show."),
               hint);
    if (byText) {
        auto *clear = addButton(tr("Clear search"), tr("Show records with any text"));
        connect(clear, &QAbstractButton::clicked, this, &LogEmptyState::clearTextRequested);
    }
    if (!emptiness.allLevels) {
        auto *all = addButton(tr("Show all levels"), tr("Show the records of every level"));
        connect(all, &QAbstractButton::clicked, this, &LogEmptyState::allLevelsRequested);
    }
    if (!emptiness.allTimes) {
        auto *times = addButton(tr("Show all times"), tr("Show the records of any time"));
        connect(times, &QAbstractButton::clicked, this, &LogEmptyState::allTimesRequested);
    }
    if (!emptiness.fixedAt.isEmpty()) {
        auto *live = addButton(tr("Back to live"), tr("Show records up to now"));
        connect(live, &QAbstractButton::clicked, this, &LogEmptyState::liveRequested);
    }
}

} // namespace foretop::app
