// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/panelanswer.h"
#include "models/panelspec.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace foretop::session {
class Session;
class TimeCursor;
} // namespace foretop::session

namespace foretop::models {

/// Answers a PanelSpec for a session and its time cursor: from the session's own series or from one
/// of its Prometheus sources. Computes on a worker; ready() comes in the GUI thread, at most once
/// a frame. GUI thread.
///
/// While live it asks again as often as the picture changes by a pixel, and no more often than new
/// samples come. Moments lie on multiples of the step, so that a live picture slides and does not
/// shimmer. What was asked before and is no longer wanted is cancelled.
class PanelQuery : public QObject
{
    Q_OBJECT

public:
    explicit PanelQuery(PanelSpec spec, QObject *parent = nullptr);
    ~PanelQuery() override;

    const PanelSpec &spec() const;
    void setSpec(PanelSpec spec);
    /// Neither is owned; both may go before the query, which then is empty.
    void setSession(session::Session *session, session::TimeCursor *cursor);
    /// For a panel that names none itself: a Prometheus source; empty: the session's own series.
    void setSource(const QString &source);
    /// Values of the dashboard's variables by name, as they go into expressions.
    void setVariables(const QHash<QString, QString> &values);
    /// Width of the plot in pixels; asks anew when it changes. 0: does not ask.
    void setColumns(int pixelColumns);
    /// A panel that is not on screen does not ask.
    void setActive(bool active);

    /// Never null. The last answer stays until the next one is there.
    std::shared_ptr<const PanelAnswer> answer() const;
    bool isPending() const;

Q_SIGNALS:
    void ready();
    void pendingChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::models
