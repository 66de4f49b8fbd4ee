// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pagefixture.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace foretop::app {

/// A shop's metrics page as of the @p round-th scrape.
inline QByteArray shopExposition(int round)
{
    const auto number = [round](double each) { return QByteArray::number(each * (round + 1)); };
    QByteArray text = "# HELP http_requests_total Requests answered.\n"
                      "# TYPE http_requests_total counter\n";
    for (const char *method : {"GET", "POST"}) {
        for (const char *code : {"200", "404", "503"}) {
            text += QByteArray("http_requests_total{method=\"") + method + "\",code=\"" + code +
                    "\"} " + number(method[0] == 'G' ? 30 : 7) + '\n';
        }
    }
    text += "http_requests_total{method=\"GET\",code=\"500\"} " + number(1) + '\n';
    text += "# HELP queue_bytes Bytes that wait.\n# TYPE queue_bytes gauge\nqueue_bytes 2048\n"
            "# HELP latency_seconds How long requests took.\n# TYPE latency_seconds histogram\n";
    int below = 0;
    for (const char *bound : {"0.1", "0.5", "1", "+Inf"}) {
        below += 5;
        text += QByteArray("latency_seconds_bucket{le=\"") + bound + "\"} " + number(below) + '\n';
    }
    return text + "latency_seconds_sum " + number(9) + "\nlatency_seconds_count " + number(20) +
           '\n';
}

inline void publishShop(PageFixture &fixture, int round)
{
    const QJsonObject item{
        {QStringLiteral("exposition"), QString::fromUtf8(shopExposition(round))}};
    fixture.server.publish(feeds::FeedKind::Metrics,
                           QJsonDocument(item).toJson(QJsonDocument::Compact));
}

} // namespace foretop::app
