// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agent.h"

#include <QHash>
#include <QJsonObject>

#include <functional>
#include <memory>

/// What a server answered.
struct Answer
{
    int status = 0;
    QHash<QByteArray, QByteArray> fields; ///< names in lower case
    QByteArray body;

    QJsonObject json() const;
    /// The message of an error answer.
    QString error() const;
};

using Fields = QList<std::pair<QByteArray, QByteArray>>;

/// Asks @p url as a client does.
Answer ask(const QByteArray &method, const QUrl &url, const QByteArray &body = {},
           const Fields &fields = {});
/// Sends @p bytes as they are to @p url's server and returns what came until it closed.
QByteArray exchange(const QUrl &url, const QByteArray &bytes);

/// An agent in this thread, on a free port, that watches nothing unless told to.
class RunningAgent
{
public:
    using Adjust = std::function<void(foretop::agent::AgentConfig &)>;

    explicit RunningAgent(const Adjust &adjust = {});

    QUrl url(const QByteArray &path = {}) const;
    Answer ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
               const Fields &fields = {}) const
    {
        return ::ask(method, url(path), body, fields);
    }

private:
    const foretop::SystemClock m_clock;
    std::unique_ptr<foretop::agent::Agent> m_agent;
};
