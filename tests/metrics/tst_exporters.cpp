// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What real programs expose, read strictly.
#include "metrics/prometheusserver.h"
#include "metrics/scrapecache.h"

#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace foretop;
using namespace foretop::metrics;

namespace {

const QString kScript = QFINDTESTDATA("samples.py");
const QString kPython =
    QStringLiteral("/usr/bin/python3"); // the one that Debian's packages are for

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

struct Answer
{
    QByteArray contentType, body;
};

Answer fetch(quint16 port, const QByteArray &accept)
{
    static QNetworkAccessManager network;
    QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1/metrics").arg(port)));
    request.setRawHeader("Accept", accept);
    request.setTransferTimeout(10'000);
    const std::unique_ptr<QNetworkReply> reply(network.get(request));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return {reply->header(QNetworkRequest::ContentTypeHeader).toByteArray(), reply->readAll()};
}

/// A line for each sample as samples.py tells them, but for the number.
QByteArray told(const SeriesKey &key)
{
    QByteArray labels;
    for (const auto &[name, value] : key.labels) {
        labels += (labels.isEmpty() ? "" : ",") + QByteArray::fromStdString(name + "=" + value);
    }
    labels.replace('\\', "\\\\").replace('\n', "\\n");
    return QByteArray::fromStdString(key.name) + '\t' + labels;
}

} // namespace

class ExportersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areReadStrictly_data();
    void areReadStrictly();

private:
    void comparesWithPython(const QByteArray &body);
};

void ExportersTest::areReadStrictly_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("leastSamples");
    QTest::newRow("prometheus-node-exporter")
        << QStringLiteral("prometheus-node-exporter")
        << QStringList{QStringLiteral("--web.listen-address=127.0.0.1:%1")} << 200;
    QTest::newRow("prometheus") << QStringLiteral("prometheus")
                                << QStringList{QStringLiteral("--web.listen-address=127.0.0.1:%1"),
                                               QStringLiteral("--config.file=%2/none.yml"),
                                               QStringLiteral("--storage.tsdb.path=%2")}
                                << 200;
    QTest::newRow("prometheus-alertmanager")
        << QStringLiteral("prometheus-alertmanager")
        << QStringList{QStringLiteral("--web.listen-address=127.0.0.1:%1"),
                       QStringLiteral("--config.file=%2/alerts.yml"),
                       QStringLiteral("--storage.path=%2"),
                       QStringLiteral("--cluster.listen-address=")}
        << 100;
    QTest::newRow("python3-prometheus-client")
        << kPython << QStringList{kScript, QStringLiteral("serve"), QStringLiteral("%1")} << 20;
}

void ExportersTest::areReadStrictly()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    QFETCH(int, leastSamples);
    const auto path = PrometheusServer::program(program);
    if (path.isEmpty()) {
        QSKIP("not installed");
    }
    const QTemporaryDir folder;
    for (const auto &[name, text] :
         {std::pair(QStringLiteral("/none.yml"), QByteArray("scrape_configs: []\n")),
          std::pair(QStringLiteral("/alerts.yml"),
                    QByteArray("route: {receiver: none}\nreceivers: [{name: none}]\n"))}) {
        QFile file(folder.path() + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    const auto port = freePort();
    for (auto &argument : arguments) {
        argument.replace(QStringLiteral("%1"), QString::number(port))
            .replace(QStringLiteral("%2"), folder.path());
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(path, arguments);
    const auto stop = qScopeGuard([&process] {
        process.kill();
        process.waitForFinished(10'000);
    });
    QVERIFY2(QTest::qWaitFor(
                 [&] {
                     return process.state() == QProcess::NotRunning ||
                            fetch(port, "text/plain").body.contains("\n");
                 },
                 30'000),
             process.readAll().constData());
    for (const char *accept :
         {"text/plain; version=0.0.4", "application/openmetrics-text; version=1.0.0"}) {
        const auto answer = fetch(port, accept);
        const std::string_view body(answer.body.constData(), std::size_t(answer.body.size()));
        const auto now = wallTimeFromMs(1'700'000'000'000);
        const auto format = expositionFormat(answer.contentType.toStdString());
        QVERIFY2(format != ExpositionFormat::Detect, answer.contentType.constData());
        const auto page = parseStrict(body, now, accept, format);
        QVERIFY2(page, page ? "" : page.error().text().c_str());
        QVERIFY(int(page->samples.size()) >= leastSamples);
        ScrapeCache cache(accept);
        QCOMPARE(cache.parse(body, now, format).values.size(), page->samples.size());
        QCOMPARE(cache.parse(body, now, format).badLines, 0U);
        if (format == ExpositionFormat::Prometheus) {
            comparesWithPython(answer.body);
        }
    }
}

void ExportersTest::comparesWithPython(const QByteArray &body)
{
    QProcess python;
    python.start(kPython, {kScript, QStringLiteral("read")});
    python.write(body);
    python.closeWriteChannel();
    QVERIFY(python.waitForFinished(30'000));
    if (python.exitCode() != 0) {
        QVERIFY2(python.readAllStandardError().contains("No module named"), "samples.py failed");
        QSKIP("python3-prometheus-client is not installed");
    }
    auto theirs = python.readAllStandardOutput().split('\n');
    theirs.removeLast();
    const auto ours = parseExposition({body.constData(), std::size_t(body.size())}, {}, "page");
    QCOMPARE(theirs.size(), qsizetype(ours.samples.size()));
    // Python puts the samples of a family together; within one series order is the page's.
    QList<QPair<QByteArray, double>> mine, other;
    for (const auto &line : theirs) {
        const auto parts = line.split('\t');
        other.append({parts[0] + '\t' + parts[1], parts[2].toDouble()});
    }
    for (const auto &[key, sample] : ours.samples) {
        mine.append({told(key), sample.value});
    }
    const auto before = [](const auto &a, const auto &b) { return a.first < b.first; };
    std::stable_sort(mine.begin(), mine.end(), before);
    std::stable_sort(other.begin(), other.end(), before);
    for (qsizetype i = 0; i < mine.size(); ++i) {
        QCOMPARE(mine[i].first, other[i].first);
        QVERIFY2(mine[i].second == other[i].second ||
                     (std::isnan(mine[i].second) && std::isnan(other[i].second)),
                 mine[i].first.constData());
    }
}

QTEST_GUILESS_MAIN(ExportersTest)
#include "tst_exporters.moc"
