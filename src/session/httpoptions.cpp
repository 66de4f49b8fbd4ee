// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/httpoptions.h"

#include <map>

namespace foretop::session {

namespace {

feeds::HttpAccess accessOf(const SourceConfig &config)
{
    return {.user = config.http.user,
            .secret = config.token,
            .tenant = config.http.tenant,
            .caFile = config.http.caFile,
            .certificateFile = config.http.certificateFile,
            .privateKeyFile = config.http.privateKeyFile,
            .privateKey = config.http.privateKey};
}

/// As Prometheus names the instance of a target: with its port.
QString instanceOf(const QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded);
    if (host.contains(u':')) {
        host = u'[' + host + u']';
    }
    return QStringLiteral("%1:%2").arg(host).arg(url.port(url.scheme() == u"https" ? 443 : 80));
}

metrics::Labels labelsOf(const SourceConfig &config)
{
    std::map<QString, QString> labels = {{QStringLiteral("job"), config.name},
                                         {QStringLiteral("instance"), instanceOf(config.url)}};
    for (const auto &[name, value] : config.http.labels) {
        labels[name] = value;
    }
    metrics::Labels sorted;
    for (const auto &[name, value] : labels) {
        if (!value.isEmpty()) {
            sorted.emplace_back(name.toStdString(), value.toStdString());
        }
    }
    return sorted;
}

} // namespace

feeds::ScrapeOptions scrapeOptions(const SourceConfig &config)
{
    feeds::ScrapeOptions options;
    options.url = config.url;
    options.source = config.name;
    options.access = accessOf(config);
    options.rules.labels = labelsOf(config);
    if (config.http.interval > Milliseconds(0)) {
        options.interval = config.http.interval;
    }
    if (config.http.timeout > Milliseconds(0)) {
        options.timeout = config.http.timeout;
    }
    return options;
}

feeds::PrometheusOptions prometheusOptions(const SourceConfig &config)
{
    feeds::PrometheusOptions options;
    options.url = config.url;
    options.source = config.name;
    options.access = accessOf(config);
    if (config.http.timeout > Milliseconds(0)) {
        options.timeout = config.http.timeout;
    }
    return options;
}

} // namespace foretop::session
