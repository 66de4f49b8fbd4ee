// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/happenings.h"

#include <QTest>

using namespace foretop;
using namespace foretop::models;
using metrics::Sample;

class HappeningsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsRuns_data();
    void findsRuns();
    void tells_data();
    void tells();
    void keepsTheNewest();
};

namespace {

constexpr std::int64_t kStart = 1'700'000'000;

WallTime at(std::int64_t seconds)
{
    return wallTimeFromMs((kStart + seconds) * 1000);
}

/// "0=1 10=2": seconds and values; "-": a stale marker.
std::vector<Sample> samplesOf(const QByteArray &text)
{
    std::vector<Sample> samples;
    for (const QByteArray &item : text.split(' ')) {
        const qsizetype sign = item.indexOf('=');
        const QByteArray value = item.mid(sign + 1);
        samples.push_back({at(item.left(sign).toLongLong()),
                           value == "-" ? metrics::kStaleMarker : value.toDouble()});
    }
    return samples;
}

SeriesRuns series(const char *name, metrics::Labels labels, const QByteArray &samples)
{
    return {{name, std::move(labels)}, runsOf(samplesOf(samples), Milliseconds(30'000), at(100))};
}

QString textOf(const AnnotationList &list)
{
    QStringList lines;
    for (const Annotation &one : list.annotations) {
        QString line = one.kind == Annotation::Kind::Restart  ? QStringLiteral("restart")
                       : one.kind == Annotation::Kind::Deploy ? QStringLiteral("deploy")
                                                              : QStringLiteral("alert");
        line += u' ' + one.subject +
                (one.detail.isEmpty() ? QString() : QStringLiteral(": ") + one.detail);
        line += u' ' + QString::number(one.fromMs / 1000 - kStart);
        line += one.toMs ? u'-' + QString::number(*one.toMs / 1000 - kStart) : QString();
        lines.append(line);
    }
    return lines.join(u'\n');
}

QByteArray since(std::int64_t seconds)
{
    return '=' + QByteArray::number(kStart + seconds);
}

} // namespace

Q_DECLARE_METATYPE(foretop::models::Happenings)

void HappeningsTest::findsRuns_data()
{
    QTest::addColumn<QByteArray>("samples");
    QTest::addColumn<QByteArray>("runs");
    QTest::newRow("one") << QByteArray("80=1 90=1 100=1") << QByteArray("80-100=1");
    QTest::newRow("values") << QByteArray("70=1 80=1 90=2") << QByteArray("70-80=1. 90-90=2");
    QTest::newRow("a gap") << QByteArray("10=1 80=1") << QByteArray("10-10=1. 80-80=1");
    QTest::newRow("stale") << QByteArray("70=1 80=- 90=1") << QByteArray("70-70=1. 90-90=1");
    QTest::newRow("stale at last") << QByteArray("80=1 90=-") << QByteArray("80-80=1.");
    QTest::newRow("stale at first") << QByteArray("80=- 90=1") << QByteArray("90-90=1");
    QTest::newRow("long gone") << QByteArray("10=1") << QByteArray("10-10=1.");
}

void HappeningsTest::findsRuns()
{
    QFETCH(QByteArray, samples);
    QByteArrayList texts;
    for (const ValueRun &run : runsOf(samplesOf(samples), Milliseconds(30'000), at(100))) {
        texts.append(QByteArray::number(qint64((run.first - at(0)).count() / 1000)) + '-' +
                     QByteArray::number(qint64((run.last - at(0)).count() / 1000)) + '=' +
                     QByteArray::number(run.value) + (run.isEnded ? "." : ""));
    }
    QTEST(texts.join(' '), "runs");
}

void HappeningsTest::tells_data()
{
    QTest::addColumn<Happenings>("happenings");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, Happenings happenings, const char *text) {
        happenings.from = at(0);
        happenings.to = at(100);
        QTest::newRow(name) << happenings << QString::fromUtf8(text);
    };
    const metrics::Labels web{{"instance", "web:1"}, {"job", "api"}, {"source", "s"}};
    const auto starts = [&web](const QByteArray &samples) {
        return Happenings{.startTimes = {series("process_start_time_seconds", web, samples)},
                          .builds = {},
                          .alerts = {},
                          .versions = {}};
    };
    const auto builds = [](std::vector<SeriesRuns> all) {
        return Happenings{.startTimes = {}, .builds = std::move(all), .alerts = {}, .versions = {}};
    };
    row("nothing", {}, "");
    row("no restart", starts("10" + since(-50) + " 20" + since(-50)), "");
    row("restart", starts("10" + since(-50) + " 30" + since(17)), "restart api web:1 17");
    row("a clock that is corrected", starts("10" + since(-50) + ".2 30" + since(-50) + ".9"), "");
    row("twice", starts("10" + since(-50) + " 30" + since(17) + " 60" + since(42)),
        "restart api web:1 17\nrestart api web:1 42");
    row("no moment", starts("10=1 30=5"), "restart api web:1 30");
    row("a moment to come", starts("10" + since(-50) + " 30" + since(1'000)),
        "restart api web:1 30");
    row("before the range", starts("-50" + since(-90) + " -30" + since(-40)), "");
    row("a version",
        builds({series("api_build_info", {{"instance", "a"}, {"job", "api"}, {"version", "1"}},
                       "0=1 10=1 20=-"),
                series("api_build_info", {{"instance", "a"}, {"job", "api"}, {"version", "2"}},
                       "20=1 30=1")}),
        "deploy api: 2 20");
    row("there and back",
        builds({series("api_build_info", {{"instance", "a"}, {"job", "api"}, {"version", "1"}},
                       "0=1 10=1 20=- 40=1"),
                series("api_build_info", {{"instance", "a"}, {"job", "api"}, {"version", "2"}},
                       "20=1 30=1 40=-")}),
        "deploy api: 2 20\ndeploy api: 1 40");
    row("away and back",
        builds({series("api_build_info", {{"instance", "a"}, {"job", "api"}, {"version", "1"}},
                       "0=1 10=1 20=- 40=1")}),
        "");
    row("one after another",
        builds({series("api_build_info", {{"instance", "a"}, {"job", "api"}, {"version", "1"}},
                       "0=1 10=1"),
                series("api_build_info", {{"instance", "b"}, {"job", "api"}, {"version", "1"}},
                       "0=1 30=1"),
                series("api_build_info", {{"instance", "a"}, {"job", "api"}, {"version", "2"}},
                       "20=1 90=1"),
                series("api_build_info", {{"instance", "b"}, {"job", "api"}, {"version", "2"}},
                       "40=1 90=1")}),
        "deploy api: 2 20");
    row("with new labels",
        builds({series("api_build_info", {{"instance", "pod-1"}, {"job", "api"}, {"version", "1"}},
                       "-200=1"),
                series("api_build_info", {{"instance", "pod-2"}, {"job", "api"}, {"version", "2"}},
                       "50=1")}),
        "deploy api: 2 50");
    row("of several versions",
        builds(
            {series("go_build_info", {{"instance", "a"}, {"job", "x"}, {"version", "1"}}, "0=1"),
             series("go_build_info", {{"instance", "b"}, {"job", "x"}, {"version", "2"}}, "10=1")}),
        "");
    row("without a job",
        builds({series("api_build_info", {{"source", "s"}, {"revision", "abc"}}, "-200=1"),
                series("api_build_info", {{"source", "s"}, {"revision", "def"}}, "50=1")}),
        "deploy api: def 50");
    row("of a health report",
        Happenings{.startTimes = {},
                   .builds = {},
                   .alerts = {},
                   .versions = {{QStringLiteral("shop"), QStringLiteral("1.1"), at(30)},
                                {QStringLiteral("shop"), QStringLiteral("1.2"), at(300)}}},
        "deploy shop: 1.1 30");
    row("alerts",
        Happenings{.startTimes = {},
                   .builds = {},
                   .alerts = {series(
                       "ALERTS", {{"alertname", "Slow"}, {"alertstate", "firing"}, {"job", "a"}},
                       "-20=1 0=1 10=1 20=- 80=1 90=1")},
                   .versions = {}},
        "alert Slow: job=a -20-10\nalert Slow: job=a 80");
}

void HappeningsTest::tells()
{
    QFETCH(Happenings, happenings);
    QTEST(textOf(annotationsOf(happenings)), "text");
}

void HappeningsTest::keepsTheNewest()
{
    Happenings happenings;
    happenings.to = at(10'000);
    for (int i = 0; i < AnnotationQuery::kMost + 7; ++i) {
        happenings.versions.push_back({QStringLiteral("shop"), QString::number(i), at(i)});
    }
    const AnnotationList list = annotationsOf(happenings);
    QCOMPARE(list.leftOut, 7);
    QCOMPARE(list.annotations.size(), AnnotationQuery::kMost);
    QCOMPARE(list.annotations.first().detail, QStringLiteral("7"));
}

QTEST_GUILESS_MAIN(HappeningsTest)
#include "tst_happenings.moc"
