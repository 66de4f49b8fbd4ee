// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/http/httpresponse.h"
#include "agent/http/requesthead.h"
#include "base/clock.h"

#include <QTcpSocket>
#include <QTimer>

namespace foretop::agent {

/// One accepted connection, which carries one request: as each is closed after its answer, its
/// bounds hold for the whole request.
class HttpSocket : public QTcpSocket
{
    Q_OBJECT

public:
    HttpSocket(SteadyTime acceptedAt, QObject *parent);

    RequestHead head; ///< once it has been read
    SteadyTime acceptedAt() const { return m_acceptedAt; }

    /// Calls timedOut() after @p timeout; a later call replaces an earlier one.
    void setDeadline(Milliseconds timeout);
    void clearDeadline();

    /// Writes @p response and closes once it is sent, or after kAnswerTimeout. Returns the bytes
    /// of the answer.
    std::size_t respond(const HttpResponse &response);

    static constexpr Milliseconds kAnswerTimeout{30'000};

Q_SIGNALS:
    void timedOut();

private:
    void closeGently();

    const SteadyTime m_acceptedAt;
    QTimer m_deadline;
};

} // namespace foretop::agent
