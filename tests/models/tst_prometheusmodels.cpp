// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/annotationquery.h"
#include "models/metriccatalog.h"
#include "models/panelquery.h"
#include "prometheussession.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace foretop;
using namespace foretop::models;

class PrometheusModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void drawsWhatTheServerSays();
    void takesRatesOfItsInterval();
    void makesHeatMaps();
    void tellsProblems_data();
    void tellsProblems();
    void catalogsItsMetrics();
    void listsItsFamilies();
    void tellsAlertsAndRestarts();
    void endsWhileItAsks();

private:
    std::unique_ptr<PrometheusSession> m_live;
};

namespace {

constexpr int kPatience = 60'000; // a server under load

PanelSpec specOf(const char *expression, PanelKind kind = PanelKind::TimeSeries)
{
    PanelSpec spec;
    spec.kind = kind;
    spec.targets.append({.expression = QString::fromUtf8(expression), .legend = {}});
    return spec;
}

/// Asks a source "prod" at the pixels of a small panel.
struct Asked
{
    Asked(PrometheusSession &live, const PanelSpec &spec)
        : query(spec)
    {
        query.setColumns(60);
        query.setSource(QStringLiteral("prod"));
        query.setSession(live.session.get(), &live.cursor);
    }
    const QVector<PanelSeries> &series() const { return query.answer()->series; }

    PanelQuery query;
};

} // namespace

void PrometheusModelsTest::initTestCase()
{
    if (!PrometheusSession::isInstalled()) {
        QSKIP("prometheus is not installed");
    }
    m_live = std::make_unique<PrometheusSession>();
    const QString trouble = m_live->start();
    QVERIFY2(trouble.isEmpty(), trouble.toUtf8().constData());
    m_live->cursor.setRange(Milliseconds(60'000));
}

void PrometheusModelsTest::drawsWhatTheServerSays()
{
    Asked asked(*m_live, specOf("prometheus_http_requests_total"));
    QTRY_VERIFY_WITH_TIMEOUT(!asked.series().isEmpty() && asked.series().first().points.size() > 3,
                             kPatience);
    const auto answer = asked.query.answer();
    QVERIFY(answer->problems.isEmpty());
    QCOMPARE(answer->stepMs, 2'000LL);
    // Whoever asks the server himself gets the same.
    metrics::EvaluationRange range;
    range.step = Milliseconds(answer->stepMs);
    const auto &points = answer->series.first().points;
    range.from = wallTimeFromMs(qint64(points.first().x()));
    range.to = wallTimeFromMs(qint64(points.last().x()));
    const auto theirs =
        m_live->server().query(QStringLiteral("prometheus_http_requests_total"), range);
    const auto same =
        std::find_if(theirs.matrix.begin(), theirs.matrix.end(),
                     [&](const auto &series) { return series.key == answer->series.first().key; });
    QVERIFY(same != theirs.matrix.end());
    for (const metrics::Sample &sample : same->samples) {
        QVERIFY(points.contains(QPointF(double(msSinceEpoch(sample.time)), sample.value)));
    }
    // A live picture follows by itself.
    const qint64 before = answer->toMs;
    QTRY_VERIFY_WITH_TIMEOUT(asked.query.answer()->toMs > before, kPatience);
}

void PrometheusModelsTest::takesRatesOfItsInterval()
{
    Asked asked(*m_live, specOf("count_over_time(up[$__rate_interval])"));
    QTRY_VERIFY_WITH_TIMEOUT(!asked.series().isEmpty(), kPatience);
    QVERIFY(asked.series().first().greatest >= 1);
    // Until a minute has passed the interval is taken for longer than the second that it is.
    QVERIFY(asked.query.answer()->problems.isEmpty());
}

void PrometheusModelsTest::makesHeatMaps()
{
    Asked asked(*m_live,
                specOf("prometheus_http_request_duration_seconds_bucket", PanelKind::HeatMap));
    QTRY_VERIFY_WITH_TIMEOUT(asked.query.answer()->heatMap, kPatience);
    const auto answer = asked.query.answer();
    QVERIFY(answer->problems.isEmpty());
    QVERIFY(answer->heatMap->bounds.size() > 3);
    QVERIFY(std::isinf(answer->heatMap->bounds.last()));
    QCOMPARE(answer->heatMap->values.size(),
             answer->heatMap->bounds.size() * answer->heatMap->columns);
}

void PrometheusModelsTest::tellsProblems_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("part");
    // The server points behind a parenthesis that it does not expect.
    QTest::newRow("syntax") << "sum(" << 5 << "unclosed left parenthesis";
    QTest::newRow("behind a variable") << "rate(up[$__interval]) + )" << 26 << "unexpected";
    QTest::newRow("second line") << "up +\n  $wide + )" << 17 << "unexpected";
    QTest::newRow("variable") << "rate(up[$window])" << 9 << "there is no variable $window";
    QTest::newRow("at run time") << "up + on() {job=\"prometheus\"}" << 0 << "prod: ";
}

void PrometheusModelsTest::tellsProblems()
{
    QFETCH(QString, expression);
    QFETCH(int, column);
    QFETCH(QString, part);
    PanelSpec spec = specOf(expression.toUtf8().constData());
    spec.targets.append({.expression = QStringLiteral("vector(7)"), .legend = {}});
    Asked asked(*m_live, spec);
    asked.query.setVariables({{QStringLiteral("wide"), QStringLiteral("up + up + up")}});
    QTRY_VERIFY_WITH_TIMEOUT(!asked.query.answer()->problems.isEmpty(), kPatience);
    const auto answer = asked.query.answer();
    const PanelProblem &problem = answer->problems.first();
    QCOMPARE(problem.target, 0);
    QVERIFY2(problem.message.contains(part), problem.message.toUtf8().constData());
    QCOMPARE(problem.column.value_or(0), column);
    // The others show all the same.
    QCOMPARE(answer->series.size(), 1);
    QCOMPARE(answer->series.first().last, 7.0);
}

void PrometheusModelsTest::catalogsItsMetrics()
{
    MetricCatalog catalog;
    QSignalSpy changed(&catalog, &MetricCatalog::changed);
    catalog.setSource(m_live->session.get(), QStringLiteral("prod"));
    QVERIFY(catalog.isPending());
    QTRY_VERIFY_WITH_TIMEOUT(!catalog.isPending(), kPatience);
    const auto find = [&catalog](const char *name) {
        const auto entries = catalog.entries();
        const auto found = std::find_if(entries->begin(), entries->end(), [name](const auto &one) {
            return one.family.name == name;
        });
        return found == entries->end() ? std::nullopt : std::optional(*found);
    };
    QVERIFY(find("up"));
    const auto requests = find("prometheus_http_requests_total");
    QVERIFY(requests);
    QCOMPARE(requests->family.type, metrics::FamilyType::Counter);
    QVERIFY(!requests->family.help.empty());
    const auto durations = find("prometheus_http_request_duration_seconds");
    QVERIFY(durations);
    QCOMPARE(durations->family.type, metrics::FamilyType::Histogram);
    QVERIFY(!find("prometheus_http_request_duration_seconds_bucket"));
    QTRY_COMPARE_WITH_TIMEOUT(find("up")->seriesCount, std::optional<std::size_t>(1), kPatience);
    QVERIFY(find("prometheus_http_request_duration_seconds")->seriesCount > std::size_t(10));
    QVERIFY(catalog.error().isEmpty());

    const auto vocabulary = catalog.vocabulary();
    const auto names = vocabulary->metricNames();
    QVERIFY(std::binary_search(names.begin(), names.end(), std::string("up")));
    using Names = std::vector<std::string>;
    QCOMPARE(vocabulary->labelNames("up"), Names());
    QTRY_COMPARE_WITH_TIMEOUT(vocabulary->labelNames("up"), (Names{"instance", "job"}), kPatience);
    changed.clear();
    QCOMPARE(vocabulary->labelValues("up", "job"), Names());
    QTRY_VERIFY_WITH_TIMEOUT(changed.count() > 0, kPatience);
    QCOMPARE(vocabulary->labelValues("up", "job"), Names{"prometheus"});
    // Known from then on, also when the catalog is gone.
    catalog.setSource(nullptr, {});
    QVERIFY(catalog.entries()->empty());
    QCOMPARE(vocabulary->labelNames("up"), (Names{"instance", "job"}));
    QCOMPARE(vocabulary->labelNames("down"), Names());
}

void PrometheusModelsTest::listsItsFamilies()
{
    MetricCatalog catalog;
    catalog.setSource(m_live->session.get(), QStringLiteral("prod"));
    QTRY_VERIFY_WITH_TIMEOUT(catalog.entries()->size() > 50, kPatience);
}

void PrometheusModelsTest::tellsAlertsAndRestarts()
{
    AnnotationQuery query;
    query.setSource(QStringLiteral("prod"));
    query.setSession(m_live->session.get(), &m_live->cursor);
    const auto count = [&query](Annotation::Kind kind) {
        const auto &all = query.annotations();
        return std::count_if(all.begin(), all.end(),
                             [kind](const Annotation &one) { return one.kind == kind; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(count(Annotation::Kind::Alert) > 0, kPatience);
    const Annotation alert = query.annotations().last();
    QCOMPARE(alert.subject, QStringLiteral("AlwaysOn"));
    QCOMPARE(alert.detail, QStringLiteral("severity=page"));
    QVERIFY(!alert.toMs);
    const auto restarts = count(Annotation::Kind::Restart);
    const QString trouble = m_live->restart();
    QVERIFY2(trouble.isEmpty(), trouble.toUtf8().constData());
    QTRY_VERIFY_WITH_TIMEOUT(count(Annotation::Kind::Restart) > restarts, kPatience);
    const auto &all = query.annotations();
    const auto restart = std::find_if(all.begin(), all.end(), [](const Annotation &one) {
        return one.kind == Annotation::Kind::Restart;
    });
    QVERIFY2(restart->subject.startsWith(QStringLiteral("prometheus 127.0.0.1:")),
             restart->subject.toUtf8().constData());
    QCOMPARE(count(Annotation::Kind::Deploy), 0);
}

void PrometheusModelsTest::endsWhileItAsks()
{
    Asked asked(*m_live, specOf("sum(rate({__name__=~\".+\"}[$__rate_interval]))"));
    MetricCatalog catalog;
    catalog.setSource(m_live->session.get(), QStringLiteral("prod"));
    const auto vocabulary = catalog.vocabulary();
    AnnotationQuery annotations;
    annotations.setSource(QStringLiteral("prod"));
    annotations.setSession(m_live->session.get(), &m_live->cursor);
    QVERIFY(vocabulary->labelNames("up").empty());
    QCoreApplication::processEvents();
    {
        Asked other(*m_live, specOf("up"));
        QCoreApplication::processEvents();
    }
    m_live->session.reset();
    QVERIFY(asked.series().isEmpty());
    QVERIFY(!asked.query.isPending());
    QVERIFY(catalog.entries()->empty());
    QVERIFY(annotations.annotations().isEmpty());
    // What was answered before the end stays known; nothing else comes.
    const auto known = vocabulary->labelNames("up");
    QCoreApplication::processEvents();
    QCOMPARE(vocabulary->labelNames("up"), known);
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(PrometheusModelsTest)
#include "tst_prometheusmodels.moc"
