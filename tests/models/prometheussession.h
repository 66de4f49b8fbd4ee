// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/prometheusserver.h"
#include "session/session.h"
#include "session/timecursor.h"

#include <QFile>
#include <QTemporaryDir>

namespace foretop {

/// Debian's Prometheus, which scrapes itself each second and has an alert that always fires, and a
/// session whose source "prod" it is.
class PrometheusSession
{
public:
    static bool isInstalled()
    {
        return !metrics::PrometheusServer::program(QStringLiteral("prometheus")).isEmpty();
    }

    /// Empty on success.
    QString start()
    {
        QFile rules(m_directory.filePath(QStringLiteral("rules.yml")));
        if (!rules.open(QIODevice::WriteOnly)) {
            return rules.errorString();
        }
        rules.write("groups: [{name: g, rules: [{alert: AlwaysOn, expr: vector(1), "
                    "labels: {severity: page}}]}]\n");
        rules.close();
        // Only when it has been started is its port known.
        QString trouble = m_server.start(m_directory.path(), "global: {}\n");
        if (trouble.isEmpty()) {
            trouble = restart();
        }
        if (trouble.isEmpty()) {
            session::SourceConfig source;
            source.name = QStringLiteral("prod");
            source.kind = feeds::FeedKind::Metrics;
            source.url = m_server.url();
            source.protocol = session::SourceProtocol::Prometheus;
            session = std::make_unique<session::Session>(
                session::Environment{
                    .name = QStringLiteral("test"), .colour = {}, .note = {}, .sources = {source}},
                session::Session::Limits(), clock);
            session->start();
        }
        return trouble;
    }
    /// On the port and the data of before.
    QString restart()
    {
        m_server.stop();
        return m_server.start(m_directory.path(),
                              "global: {scrape_interval: 1s, evaluation_interval: 1s}\n"
                              "rule_files: [rules.yml]\n"
                              "scrape_configs: [{job_name: prometheus, static_configs: "
                              "[{targets: ['127.0.0.1:" +
                                  QByteArray::number(m_server.url().port()) + "']}]}]\n");
    }
    metrics::PrometheusServer &server() { return m_server; }

    SystemClock clock;
    std::unique_ptr<session::Session> session;
    session::TimeCursor cursor{clock};

private:
    QTemporaryDir m_directory;
    metrics::PrometheusServer m_server;
};

} // namespace foretop
