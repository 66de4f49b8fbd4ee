// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "models/metriccatalog.h"
#include "models/presetmatches.h"

#include <QSignalSpy>

using namespace foretop;
using namespace foretop::models;
using feeds::FeedKind;

class PresetMatchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatThereIs();
    void keepsWhatStays();
    void outlivesItsCatalog();
    void endsWhileItMatches();
};

namespace {

PresetRules rules(const QByteArray &name, const QByteArray &metric)
{
    auto read = PresetRules::read(R"({"format": "foretop.preset/1", "name": ")" + name +
                                      R"(", "title": ")" + name +
                                      R"(", "roles": [{"role": "r", "metric": ")" + metric + R"("}],
            "rows": [{"panels": [{"title": "A", "targets": [{"expression": "<r>"}]}]}]})",
                                  QString::fromUtf8(name));
    if (!read) {
        qFatal("%s", read.error().text().c_str());
    }
    return std::move(*read);
}

QVector<PresetRules> twoRules()
{
    return {rules("cpu", "cpu"), rules("load", "load")};
}

QStringList names(const PresetMatches &matches)
{
    QStringList result;
    for (const Dashboard &dashboard : matches.dashboards()) {
        result.push_back(dashboard.name);
    }
    return result;
}

void publish(LiveSession &live, const QByteArray &line)
{
    live.server.publish(FeedKind::Metrics, R"({"exposition":")" + line + R"(\n"})");
}

} // namespace

void PresetMatchesTest::showsWhatThereIs()
{
    LiveSession live;
    MetricCatalog catalog;
    catalog.setSource(live.session.get(), {});
    PresetMatches matches(twoRules());
    QVERIFY(!matches.isPending());
    matches.setCatalog(&catalog);
    QVERIFY(matches.isPending());
    QTRY_VERIFY(live.isFollowed());
    QTRY_VERIFY(!matches.isPending());
    QVERIFY(matches.dashboards().isEmpty());
    publish(live, "load 1");
    QTRY_COMPARE(names(matches), QStringList{QStringLiteral("load")});
    live.clock.advance(Milliseconds(1000));
    publish(live, "cpu 1");
    QTRY_COMPARE_WITH_TIMEOUT(names(matches),
                              (QStringList{QStringLiteral("cpu"), QStringLiteral("load")}), 20'000);
    matches.setCatalog(nullptr);
    QVERIFY(matches.dashboards().isEmpty());
}

void PresetMatchesTest::keepsWhatStays()
{
    LiveSession live;
    MetricCatalog catalog;
    catalog.setSource(live.session.get(), {});
    PresetMatches matches(twoRules());
    matches.setCatalog(&catalog);
    QTRY_VERIFY(live.isFollowed());
    publish(live, "load 1");
    QTRY_COMPARE(names(matches), QStringList{QStringLiteral("load")});
    const QSignalSpy changes(&matches, &PresetMatches::changed);
    const QSignalSpy catalogChanges(&catalog, &MetricCatalog::changed);
    const auto before = matches.dashboards();
    publish(live, "other 1");
    QTRY_VERIFY_WITH_TIMEOUT(catalogChanges.size() > 0, 20'000);
    QCOMPARE(matches.dashboards(), before);
    QCOMPARE(changes.size(), 0);
}

void PresetMatchesTest::outlivesItsCatalog()
{
    LiveSession live;
    PresetMatches matches(twoRules());
    {
        MetricCatalog catalog;
        catalog.setSource(live.session.get(), {});
        matches.setCatalog(&catalog);
        QTRY_VERIFY(live.isFollowed());
        publish(live, "load 1");
        QTRY_VERIFY(!matches.dashboards().isEmpty());
    }
    QVERIFY(matches.dashboards().isEmpty());
    QVERIFY(!matches.isPending());
}

void PresetMatchesTest::endsWhileItMatches()
{
    LiveSession live;
    MetricCatalog catalog;
    catalog.setSource(live.session.get(), {});
    PresetMatches matches(twoRules());
    matches.setCatalog(&catalog);
    QVERIFY(matches.isPending());
}

QTEST_GUILESS_MAIN(PresetMatchesTest)
#include "tst_presetmatches.moc"
