// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "models/logmodel.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>

using namespace foretop;
using namespace foretop::models;
using feeds::FeedKind;

class LogModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsRecords();
    void followsTheTail();
    void filters_data();
    void filters();
    void changesFilterMidway();
    void keepsRowsUntilOthersAreFound();
    void cancels();
    void evicts();
    void showsThePast();
    void findsRows();
    void countsLevels();
    void showsGaps();
    void outlivesItsSession();
    void takesManyRecords();
};

namespace {

logs::Filter textFilter(const char *text)
{
    logs::Filter filter;
    filter.text = text;
    return filter;
}

QString messageAt(const LogModel &model, int row)
{
    return model.index(row, LogModel::MessageColumn).data().toString();
}

quint64 numberAt(const LogModel &model, int row)
{
    return model.index(row, 0).data(LogModel::RecordNumberRole).toULongLong();
}

/// The model shows what its filter lets through of the records held, in order.
bool isComplete(const LogModel &model, const session::Session &session)
{
    const logs::LiveSnapshot snapshot = session.logs().snapshot();
    int row = 0;
    for (logs::RecordNumber number = snapshot.first(); number < snapshot.end(); ++number) {
        if (model.filter().matches(snapshot.at(number))) {
            if (row == model.rowCount() || numberAt(model, row) != number.value()) {
                return false;
            }
            ++row;
        }
    }
    return row == model.rowCount();
}

} // namespace

void LogModelTest::showsRecords()
{
    LiveSession live;
    LogModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(
        FeedKind::Logs,
        R"({"timestamp":"2023-11-14T22:13:21.5Z","level":"warn","logger":"shop.db",)"
        R"("message":"slow\nvery","n":1})");
    live.server.publish(FeedKind::Logs, R"({"line":"plain line"})");
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(model.columnCount(), int(LogModel::ColumnCount));
    const auto text = [&model](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(text(0, LogModel::TimeColumn),
             dateTime(1500).toLocalTime().toString(Qt::ISODateWithMs));
    QCOMPARE(text(0, LogModel::LevelColumn), QStringLiteral("WARNING"));
    QCOMPARE(text(0, LogModel::SourceColumn), QStringLiteral("web-1"));
    QCOMPARE(text(0, LogModel::LoggerColumn), QStringLiteral("shop.db"));
    QCOMPARE(text(0, LogModel::MessageColumn), QStringLiteral("slow"));
    const QModelIndex first = model.index(0, 0);
    QCOMPARE(first.data(LogModel::MessageRole).toString(), QStringLiteral("slow\nvery"));
    QCOMPARE(first.data(LogModel::LevelRole).toInt(), int(logs::Level::Warning));
    QCOMPARE(first.data(LogModel::KindRole).toInt(), int(logs::RecordKind::Log));
    QCOMPARE(first.data(LogModel::TimeRole).toDateTime(), dateTime(1500));
    QVERIFY(first.data(LogModel::RawRole).toString().startsWith(QStringLiteral("{\"timestamp\"")));
    QCOMPARE(text(1, LogModel::MessageColumn), QStringLiteral("plain line"));
    QCOMPARE(text(1, LogModel::TimeColumn), QString());
    QVERIFY(!model.index(1, 0).data(LogModel::TimeRole).isValid());
}

void LogModelTest::followsTheTail()
{
    LiveSession live;
    LogModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    for (int i = 0; i < 20; ++i) {
        live.server.publishLogs(i * 10, 10);
        QTRY_COMPARE(model.rowCount(), (i + 1) * 10);
        QCOMPARE(messageAt(model, i * 10), QStringLiteral("record %1").arg(i * 10));
    }
    QCOMPARE(resets.count(), 0);
    QCOMPARE(removals.count(), 0);
    QVERIFY(isComplete(model, *live.session));
}

void LogModelTest::filters_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("errorsOnly");
    QTest::addColumn<int>("rows");
    QTest::newRow("all") << QByteArray() << false << 500;
    QTest::newRow("text in any case") << QByteArray("RECORD 42") << false << 11; // 42, 420..429
    QTest::newRow("level") << QByteArray() << true << 50;
    QTest::newRow("both") << QByteArray("record 42") << true << 1; // 420
    QTest::newRow("none") << QByteArray("nothing like it") << false << 0;
}

void LogModelTest::filters()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, errorsOnly);
    QFETCH(int, rows);
    LiveSession live;
    LogModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publishLogs(0, 400);
    QTRY_COMPARE(model.rowCount(), 400);
    logs::Filter filter = textFilter(text);
    if (errorsOnly) {
        filter.levels = logs::LevelMask::from(logs::Level::Error);
    }
    model.setFilter(filter);
    QVERIFY(model.filter() == filter);
    live.server.publishLogs(400, 100);
    QTRY_COMPARE(model.evicted(), quint64(0));
    QTRY_COMPARE(model.levelCounts().at(int(logs::Level::Error)), quint64(50));
    QTRY_COMPARE(model.rowCount(), rows);
    QTRY_VERIFY(!model.isSearching());
    QVERIFY(isComplete(model, *live.session));
}

void LogModelTest::changesFilterMidway()
{
    LiveSession live;
    LogModel model;
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    QRandomGenerator random(3);
    int published = 0;
    for (int turn = 0; turn < 60; ++turn) {
        live.server.publishLogs(published, 1000);
        published += 1000;
        model.setFilter(textFilter(QByteArray::number(random.bounded(100)).constData()));
        for (int events = random.bounded(4); events > 0; --events) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    }
    const quint64 errors = static_cast<quint64>(published / 10);
    QTRY_COMPARE(model.levelCounts().at(int(logs::Level::Error)), errors);
    QTRY_VERIFY(isComplete(model, *live.session));
    QVERIFY(model.rowCount() > 0);
}

void LogModelTest::keepsRowsUntilOthersAreFound()
{
    LiveSession live;
    LogModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publishLogs(0, 100);
    QTRY_COMPARE(model.rowCount(), 100);
    QTRY_VERIFY(!model.isSearching());
    QSignalSpy searching(&model, &LogModel::searchingChanged);
    model.setFilter(textFilter("record 5"));
    QVERIFY(model.isSearching());
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.progress(), 0.0);
    QTRY_COMPARE(model.rowCount(), 11);
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(model.progress(), 1.0);
    QVERIFY(searching.count() >= 2);
    // The same again is no search.
    searching.clear();
    model.setFilter(textFilter("record 5"));
    QVERIFY(!model.isSearching());
    QCOMPARE(searching.count(), 0);
}

void LogModelTest::cancels()
{
    LiveSession live;
    LogModel model;
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publishLogs(0, 50'000);
    QTRY_COMPARE(model.rowCount(), 50'000);
    model.setFilter(textFilter("record 7"));
    model.cancelSearch();
    QVERIFY(!model.isSearching());
    QVERIFY(model.rowCount() < 50'000);
    const int found = model.rowCount();
    live.server.publishLogs(70'000, 10);
    QTRY_COMPARE(model.rowCount(), found + 10);
    model.cancelSearch();
}

void LogModelTest::evicts()
{
    session::Session::Limits limits;
    limits.logBytes = 1U << 20;
    LiveSession live(limits);
    LogModel model;
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int i = 0; i < 40; ++i) {
        live.server.publishLogs(i * 1000, 1000);
        QTRY_VERIFY(model.rowCount() > 0 && messageAt(model, model.rowCount() - 1) ==
                                                QStringLiteral("record %1").arg(i * 1000 + 999));
        QCOMPARE(numberAt(model, 0), live.session->logs().snapshot().first().value());
    }
    QVERIFY(model.evicted() > 0);
    QCOMPARE(model.evicted() + static_cast<quint64>(model.rowCount()), quint64(40'000));
    QVERIFY(isComplete(model, *live.session));
    QCOMPARE(resets.count(), 0);
    // Rows are read from what is held still.
    QCOMPARE(messageAt(model, 0), QStringLiteral("record %1").arg(model.evicted()));
}

void LogModelTest::showsThePast()
{
    LiveSession live;
    LogModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publishLogs(0, 100);
    QTRY_COMPARE(model.rowCount(), 100);
    live.cursor.setFixed(wallTimeFromMs(1'700'000'000'000 + 29));
    QTRY_COMPARE(model.rowCount(), 30);
    QVERIFY(!model.filter().until);
    live.server.publishLogs(100, 50);
    live.server.publishLogs(7, 1);
    QTRY_COMPARE(model.rowCount(), 31);
    QCOMPARE(messageAt(model, 30), QStringLiteral("record 7"));
    model.setFilter(textFilter("record 2"));
    QTRY_COMPARE(model.rowCount(), 11);
    live.cursor.setLive();
    QTRY_COMPARE(model.rowCount(), 11);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 151);
}

void LogModelTest::findsRows()
{
    LiveSession live;
    LogModel model;
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    QCOMPARE(model.rowAtTime(dateTime(0)), -1);
    live.server.publishLogs(0, 30'000);
    live.server.publish(FeedKind::Logs, R"({"line":"without a time"})");
    live.server.publishLogs(20'000, 10);
    QTRY_COMPARE(model.rowCount(), 30'011);
    QCOMPARE(model.rowAtTime({}), -1);
    QCOMPARE(model.rowAtTime(dateTime(-5)), 0);
    QCOMPARE(model.rowAtTime(dateTime(25'000)), 25'000);
    QCOMPARE(model.rowAtTime(dateTime(29'999)), 29'999);
    QCOMPARE(model.rowAtTime(dateTime(30'000)), -1);
    model.setFilter(textFilter("record 2"));
    QTRY_COMPARE(model.rowCount(), 11'111 + 10);
    const int row = model.rowAtTime(dateTime(3'000));
    QCOMPARE(messageAt(model, row), QStringLiteral("record 20000"));
    QCOMPARE(model.rowOfRecord(20'000), row);
    QCOMPARE(model.rowOfRecord(19'999), -1);
    QCOMPARE(model.rowOfRecord(1'000'000), -1);
}

void LogModelTest::countsLevels()
{
    LiveSession live;
    LogModel model;
    QSignalSpy counts(&model, &LogModel::levelCountsChanged);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    model.setFilter(textFilter("none of them"));
    live.server.publishLogs(0, 100);
    QTRY_COMPARE(model.levelCounts().at(int(logs::Level::Info)), quint64(90));
    QCOMPARE(model.levelCounts().at(int(logs::Level::Error)), quint64(10));
    QVERIFY(counts.count() > 0);
    QCOMPARE(model.levelCounts().size(), qsizetype(logs::kLevelCount));
}

void LogModelTest::showsGaps()
{
    LiveSession live;
    LogModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    model.setFilter(textFilter("record 1"));
    live.server.publishLogs(0, 10);
    QTRY_COMPARE(model.rowCount(), 1);
    live.server.publisher(FeedKind::Logs).noteDropped(12);
    live.server.publishLogs(10, 1);
    QTRY_COMPARE(model.rowCount(), 3);
    const QModelIndex gap = model.index(1, LogModel::MessageColumn);
    QCOMPARE(gap.data(LogModel::KindRole).toInt(), int(logs::RecordKind::Gap));
    QVERIFY2(gap.data().toString().startsWith(QStringLiteral("12 records lost")),
             qPrintable(gap.data().toString()));
    QCOMPARE(gap.siblingAtColumn(LogModel::LevelColumn).data().toString(), QString());
}

void LogModelTest::outlivesItsSession()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model);
    {
        LiveSession live;
        model.setSession(live.session.get(), &live.cursor);
        QTRY_VERIFY(live.isFollowed());
        live.server.publishLogs(0, 100);
        QTRY_COMPARE(model.rowCount(), 100);
        model.setFilter(textFilter("record"));
        live.session.reset();
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(!model.isSearching());
        QVERIFY(!model.session());
    }
    model.setFilter(textFilter("other"));
    model.cancelSearch();
    QCOMPARE(model.rowAtTime(dateTime(0)), -1);

    LiveSession next;
    model.setSession(next.session.get(), nullptr);
    next.server.publishLogs(0, 10);
    model.setFilter({});
    QTRY_COMPARE(model.rowCount(), 10);
    model.setSession(nullptr, nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void LogModelTest::takesManyRecords()
{
    constexpr int kRecords = 200'000;
    LiveSession live;
    LogModel model;
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    model.setFilter(textFilter("record 19"));
    for (int first = 0; first < kRecords; first += 10'000) {
        live.server.publishLogs(first, 10'000);
    }
    // 19, 190..199, 1900..1999, 19000..19999, 190000..199999
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 11'111, 60'000);
    model.setFilter({});
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), kRecords, 60'000);
    QVERIFY(isComplete(model, *live.session));
    QCOMPARE(messageAt(model, kRecords - 1), QStringLiteral("record 199999"));
}

QTEST_GUILESS_MAIN(LogModelTest)
#include "tst_logmodel.moc"
