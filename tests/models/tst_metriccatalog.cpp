// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "models/catalogentries.h"

#include <QSignalSpy>

using namespace foretop;
using namespace foretop::models;
using feeds::FeedKind;

class MetricCatalogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsTheStore();
    void restsWhileInactive();
    void namesTheSourceThatIsMissing();
    void outlivesItsSession();
    void putsAnswersTogether();
};

namespace {

void publish(LiveSession &live, const QByteArray &exposition)
{
    live.server.publish(FeedKind::Metrics,
                        R"({"exposition":")" +
                            QByteArray(exposition).replace("\n", "\\n").replace('"', "\\\"") +
                            R"("})");
}

QStringList textsOf(const CatalogEntries &entries)
{
    QStringList texts;
    for (const MetricCatalog::Entry &entry : entries) {
        const auto type = metrics::familyTypeName(entry.family.type);
        QString text = QString::fromStdString(entry.family.name) + u' ' +
                       QString::fromUtf8(type.data(), qsizetype(type.size()));
        text += entry.seriesCount ? u' ' + QString::number(*entry.seriesCount) : QString();
        text += entry.last ? u'=' + QString::number(*entry.last) : QString();
        texts.append(text);
    }
    return texts;
}

} // namespace

void MetricCatalogTest::listsTheStore()
{
    LiveSession live;
    MetricCatalog catalog;
    QVERIFY(catalog.vocabulary()->metricNames().empty());
    catalog.setSource(live.session.get(), {});
    QVERIFY(catalog.isPending());
    QTRY_VERIFY(!catalog.isPending());
    QTRY_VERIFY(live.isFollowed());
    publish(live, "# HELP load One minute.\n# TYPE load gauge\nload 1.25\n"
                  "# TYPE cpu counter\ncpu{core=\"0\"} 3\ncpu{core=\"1\"} 4\n");
    QTRY_COMPARE(textsOf(*catalog.entries()), (QStringList{QStringLiteral("cpu counter 2=3"),
                                                           QStringLiteral("load gauge 1=1.25")}));
    QCOMPARE(catalog.entries()->back().family.help, std::string("One minute."));
    const auto vocabulary = catalog.vocabulary();
    QCOMPARE(vocabulary->metricNames(), (std::vector<std::string>{"cpu", "load"}));
    QCOMPARE(vocabulary->labelValues("cpu", "core"), (std::vector<std::string>{"0", "1"}));
    live.session.reset();
    QVERIFY(catalog.entries()->empty());
    QVERIFY(catalog.vocabulary()->metricNames().empty());
    QCOMPARE(vocabulary->metricNames().size(), std::size_t(2));
}

void MetricCatalogTest::restsWhileInactive()
{
    LiveSession live;
    MetricCatalog catalog;
    catalog.setActive(false);
    catalog.setSource(live.session.get(), {});
    publish(live, "load 1\n");
    QTRY_COMPARE(live.session->metrics().families().size(), std::size_t(1));
    QCoreApplication::processEvents();
    QVERIFY(catalog.entries()->empty());
    catalog.setActive(true);
    QTRY_COMPARE(catalog.entries()->size(), std::size_t(1));
}

void MetricCatalogTest::namesTheSourceThatIsMissing()
{
    LiveSession live;
    MetricCatalog catalog;
    catalog.setSource(live.session.get(), QStringLiteral("prod"));
    QTRY_COMPARE(catalog.error(), QStringLiteral("there is no Prometheus source named \"prod\""));
    QVERIFY(!catalog.isPending());
    catalog.setSource(live.session.get(), {});
    QVERIFY(catalog.error().isEmpty());
}

void MetricCatalogTest::outlivesItsSession()
{
    LiveSession live;
    publish(live, "load 1\n");
    for (int i = 0; i < 20; ++i) {
        MetricCatalog catalog;
        catalog.setSource(live.session.get(), {});
        QCoreApplication::processEvents();
    }
    MetricCatalog catalog;
    catalog.setSource(live.session.get(), {});
    QCoreApplication::processEvents();
    live.session.reset();
    QVERIFY(!catalog.isPending());
    QVERIFY(catalog.entries()->empty());
}

void MetricCatalogTest::putsAnswersTogether()
{
    CatalogAnswers answers;
    QVERIFY(entriesOf(answers).empty());
    answers.names = std::make_shared<const std::vector<std::string>>(std::vector<std::string>{
        "http_seconds_bucket", "http_seconds_count", "http_seconds_sum", "jobs_total", "up"});
    QCOMPARE(textsOf(entriesOf(answers)).first(), QStringLiteral("http_seconds_bucket unknown"));
    auto metadata = std::make_shared<feeds::MetadataAnswer>();
    metadata->families = {{"gone", metrics::FamilyType::Gauge, {}},
                          {"http_seconds", metrics::FamilyType::Histogram, {}},
                          {"jobs", metrics::FamilyType::Counter, {}}};
    answers.metadata = metadata;
    auto counts = std::make_shared<feeds::QueryAnswer>();
    counts->matrix = {{{"http_seconds_bucket", {}}, {{{}, 20}}},
                      {{"http_seconds_count", {}}, {{{}, 2}}},
                      {{"up", {}}, {{{}, 3}}}};
    answers.counts = counts;
    QCOMPARE(textsOf(entriesOf(answers)),
             (QStringList{QStringLiteral("http_seconds histogram 22"),
                          QStringLiteral("jobs counter"), QStringLiteral("up unknown 3")}));
}

QTEST_GUILESS_MAIN(MetricCatalogTest)
#include "tst_metriccatalog.moc"
