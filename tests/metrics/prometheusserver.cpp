// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/prometheusserver.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

double valueOf(const QString &text)
{
    if (text == QStringLiteral("NaN")) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    return text.endsWith(QStringLiteral("Inf"))
               ? (text[0] == u'-' ? -1 : 1) * std::numeric_limits<double>::infinity()
               : text.toDouble();
}

ResultSeries seriesOf(const QJsonObject &json)
{
    ResultSeries series;
    const auto metric = json[QStringLiteral("metric")].toObject();
    for (auto label = metric.begin(); label != metric.end(); ++label) {
        const auto value = label.value().toString().toStdString();
        if (label.key() == QStringLiteral("__name__")) {
            series.key.name = value;
        } else {
            series.key.labels.emplace_back(label.key().toStdString(), value);
        }
    }
    std::sort(series.key.labels.begin(), series.key.labels.end());
    for (const auto pair : json[QStringLiteral("values")].toArray()) {
        const auto sample = pair.toArray();
        series.samples.push_back({wallTimeFromMs(std::llround(sample[0].toDouble() * 1000)),
                                  valueOf(sample[1].toString())});
    }
    return series;
}

bool isClose(double a, double b)
{
    if (std::isnan(a) || std::isnan(b)) {
        return std::isnan(a) && std::isnan(b);
    }
    return a == b || std::abs(a - b) <= 1e-9 * std::max(std::abs(a), std::abs(b));
}

QByteArray seconds(WallTime time)
{
    return QByteArray::fromStdString(fmt::format("{:.3f}", double(msSinceEpoch(time)) / 1000));
}

QString text(const char *format, const SeriesKey &key)
{
    return QString::fromStdString(fmt::format(fmt::runtime(format), key.text()));
}

} // namespace

QString PrometheusServer::program(const QString &name)
{
    return QStandardPaths::findExecutable(name);
}

PrometheusServer::PrometheusServer() = default;

PrometheusServer::~PrometheusServer()
{
    stop();
}

void PrometheusServer::stop()
{
    m_process.terminate();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished(10'000);
    }
}

QUrl PrometheusServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

QString PrometheusServer::start(const QString &dataDir, const QByteArray &config)
{
    QFile file(dataDir + QStringLiteral("/prometheus.yml"));
    if (!file.open(QIODevice::WriteOnly) || file.write(config) != config.size()) {
        return file.errorString();
    }
    file.close();
    QTcpServer freePort;
    freePort.listen(QHostAddress::LocalHost, m_port);
    m_port = freePort.serverPort();
    freePort.close();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program(QStringLiteral("prometheus")),
                    {QStringLiteral("--config.file=") + file.fileName(),
                     QStringLiteral("--storage.tsdb.path=") + dataDir,
                     QStringLiteral("--storage.tsdb.retention.time=100y"),
                     QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(m_port),
                     QStringLiteral("--log.level=warn")});
    const bool isReady = QTest::qWaitFor(
        [this] {
            return m_process.state() == QProcess::NotRunning ||
                   post(QStringLiteral("/api/v1/query"), "query=1").contains("success");
        },
        30'000);
    return isReady && m_process.state() == QProcess::Running
               ? QString()
               : QString::fromUtf8(m_process.readAll());
}

QByteArray PrometheusServer::post(const QString &path, const QByteArray &form)
{
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_port).arg(path)));
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      QStringLiteral("application/x-www-form-urlencoded"));
    request.setTransferTimeout(10'000);
    const std::unique_ptr<QNetworkReply> reply(m_network.post(request, form));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->readAll();
}

PrometheusServer::Answer PrometheusServer::query(const QString &expression,
                                                 const EvaluationRange &range)
{
    auto form = "query=" + QUrl::toPercentEncoding(expression);
    QString path = QStringLiteral("/api/v1/query");
    if (range.step > Milliseconds(0)) {
        path += QStringLiteral("_range");
        form += "&start=" + seconds(range.from) + "&end=" + seconds(range.to) +
                "&step=" + QByteArray::number(double(range.step.count()) / 1000);
    } else {
        form += "&time=" + seconds(range.to);
    }
    const auto body = post(path, form);
    const auto json = QJsonDocument::fromJson(body).object();
    Answer answer;
    if (json[QStringLiteral("status")].toString() != QStringLiteral("success")) {
        answer.error = json[QStringLiteral("error")].toString(QString::fromUtf8(body));
        answer.error = answer.error.isEmpty() ? QStringLiteral("no answer") : answer.error;
        return answer;
    }
    const auto data = json[QStringLiteral("data")].toObject();
    for (const auto series : data[QStringLiteral("result")].toArray()) {
        answer.matrix.push_back(seriesOf(series.toObject()));
    }
    std::sort(answer.matrix.begin(), answer.matrix.end(),
              [](const auto &a, const auto &b) { return a.key < b.key; });
    return answer;
}

QString difference(const Matrix &ours, const Matrix &theirs)
{
    Matrix mine = ours;
    std::sort(mine.begin(), mine.end(), [](const auto &a, const auto &b) { return a.key < b.key; });
    for (std::size_t i = 0; i < std::max(mine.size(), theirs.size()); ++i) {
        if (i >= mine.size() || (i < theirs.size() && theirs[i].key < mine[i].key)) {
            return text("only Prometheus has {}", theirs[i].key);
        }
        if (i >= theirs.size() || mine[i].key < theirs[i].key) {
            return text("only we have {}", mine[i].key);
        }
        const auto &a = mine[i].samples;
        const auto &b = theirs[i].samples;
        for (std::size_t j = 0; j < std::max(a.size(), b.size()); ++j) {
            if (j >= a.size() || j >= b.size() || a[j].time != b[j].time ||
                !isClose(a[j].value, b[j].value)) {
                const auto shown = [j](const std::vector<Sample> &samples) {
                    return j < samples.size() ? fmt::format("{:.17g} at {}", samples[j].value,
                                                            msSinceEpoch(samples[j].time))
                                              : std::string("nothing more");
                };
                return QString::fromStdString(fmt::format("{}: sample {}: ours {}, theirs {}",
                                                          mine[i].key.text(), j, shown(a),
                                                          shown(b)));
            }
        }
    }
    return {};
}

} // namespace foretop::metrics
