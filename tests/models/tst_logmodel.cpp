// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "logfiles.h"
#include "logs/queryparser.h"
#include "logs/queryrun.h"
#include "models/logmodel.h"
#include "session/logdocument.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace foretop;
using namespace foretop::models;
using feeds::FeedKind;

class LogModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsRecords();
    void followsTheTail();
    void finds_data();
    void finds();
    void changesQueryMidway();
    void keepsRowsUntilOthersAreFound();
    void cancels();
    void evicts();
    void showsThePast();
    void findsRows();
    void countsLevels();
    void showsGaps();
    void outlivesItsDocument();
    void refines();
    void showsContext();
    void showsFields();
    void showsAFile();
    void looksAgainAtAnUnfinishedRecord();
    void takesManyRecords();
    void keepsRowsBeforeLateRecords();
    void findsWhileRecordsComeLate();
    void looksAgainAtTheLastOfEachFile();
};

namespace {

logs::Query query(const char *text)
{
    const auto parsed = logs::parseQuery(text, {});
    if (!parsed) {
        qFatal("%s", parsed.error().text().c_str());
    }
    return *parsed;
}

QString messageAt(const LogModel &model, int row)
{
    return model.index(row, LogModel::MessageColumn).data().toString();
}

quint64 numberAt(const LogModel &model, int row)
{
    return model.index(row, 0).data(LogModel::RecordNumberRole).toULongLong();
}

/// The model shows what its query finds of the records held, in order.
bool isComplete(const LogModel &model, const session::Session &session)
{
    const logs::LiveSnapshot snapshot = session.logs().snapshot();
    logs::QueryRun run(logs::CompiledQuery::compile(model.query()).value());
    int row = snapshot.evicted() > 0 ? 1 : 0; // the gap that says so
    for (logs::RecordNumber number = snapshot.first(); number < snapshot.end(); ++number) {
        if (run.matches(snapshot.at(number))) {
            if (row == model.rowCount() || numberAt(model, row) != number.value()) {
                return false;
            }
            ++row;
        }
    }
    return row == model.rowCount();
}

/// The model shows what another one does that has just been set up.
bool isAsIfNew(const LogModel &model, session::LogDocument &document, int before, int after)
{
    LogModel other;
    other.setContext(before, after);
    other.setQuery(model.query());
    other.setDocument(&document);
    if (!QTest::qWaitFor([&] { return !other.isSearching() && !model.isSearching(); }) ||
        !QTest::qWaitFor([&] { return other.rowCount() == model.rowCount(); })) {
        return false;
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto isContext = [row](const LogModel &shown) {
            return shown.index(row, 0).data(LogModel::ContextRole);
        };
        if (numberAt(model, row) != numberAt(other, row) || isContext(model) != isContext(other)) {
            return false;
        }
    }
    return model.levelCounts() == other.levelCounts();
}

/// A session, the document of its logs and a model of that.
class LiveModel : public LiveSession
{
public:
    explicit LiveModel(session::Session::Limits limits = {})
        : LiveSession(limits)
        , document(session::LogDocument::ofSession(session.get()))
    {
        model.setCursor(&cursor);
        model.setDocument(document.get());
        document->start();
    }

    std::unique_ptr<session::LogDocument> document;
    LogModel model;
};

} // namespace

void LogModelTest::showsRecords()
{
    LiveModel live;
    LogModel &model = live.model;
    const QAbstractItemModelTester tester(&model);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(
        FeedKind::Logs,
        R"({"timestamp":"2023-11-14T22:13:21.5Z","level":"warn","logger":"shop.db",)"
        R"("message":"slow\nvery","n":1})");
    live.server.publish(FeedKind::Logs, R"({"line":"plain line"})");
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(model.columnCount(), int(LogModel::FirstField));
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
    LiveModel live;
    LogModel &model = live.model;
    const QAbstractItemModelTester tester(&model);
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

void LogModelTest::finds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("rows");
    QTest::newRow("all") << QByteArray() << 500;
    QTest::newRow("text in any case") << QByteArray("\"record 42\"") << 11; // 42, 420..429
    QTest::newRow("words") << QByteArray("RECORD 42") << 15; // 42, 142 .. 442, 420 .. 429
    QTest::newRow("level") << QByteArray("level>=error") << 50;
    QTest::newRow("both") << QByteArray("level>=error \"record 42\"") << 1; // 420
    QTest::newRow("none") << QByteArray("\"nothing like it\"") << 0;
}

void LogModelTest::finds()
{
    QFETCH(QByteArray, text);
    QFETCH(int, rows);
    LiveModel live;
    LogModel &model = live.model;
    const QAbstractItemModelTester tester(&model);
    QTRY_VERIFY(live.isFollowed());
    live.server.publishLogs(0, 400);
    QTRY_COMPARE(model.rowCount(), 400);
    const logs::Query wanted = query(text.constData());
    model.setQuery(wanted);
    QVERIFY(logs::sameQuery(model.query(), wanted));
    live.server.publishLogs(400, 100);
    QTRY_COMPARE(model.evicted(), quint64(0));
    QTRY_COMPARE(model.levelCounts().at(int(logs::Level::Error)), quint64(50));
    QTRY_COMPARE(model.rowCount(), rows);
    QTRY_VERIFY(!model.isSearching());
    QVERIFY(isComplete(model, *live.session));
}

void LogModelTest::changesQueryMidway()
{
    LiveModel live;
    LogModel &model = live.model;
    QTRY_VERIFY(live.isFollowed());
    QRandomGenerator random(3);
    int published = 0;
    for (int turn = 0; turn < 60; ++turn) {
        live.server.publishLogs(published, 1000);
        published += 1000;
        model.setQuery(query(QByteArray::number(random.bounded(100)).constData()));
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
    LiveModel live;
    LogModel &model = live.model;
    const QAbstractItemModelTester tester(&model);
    QTRY_VERIFY(live.isFollowed());
    live.server.publishLogs(0, 100);
    QTRY_COMPARE(model.rowCount(), 100);
    QTRY_VERIFY(!model.isSearching());
    QSignalSpy searching(&model, &LogModel::searchingChanged);
    model.setQuery(query("\"record 5\""));
    QVERIFY(model.isSearching());
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.progress(), 0.0);
    QTRY_COMPARE(model.rowCount(), 11);
    QTRY_VERIFY(!model.isSearching());
    QCOMPARE(model.progress(), 1.0);
    QVERIFY(searching.count() >= 2);
    // The same again is no search.
    searching.clear();
    model.setQuery(query("\"record 5\""));
    QVERIFY(!model.isSearching());
    QCOMPARE(searching.count(), 0);
}

void LogModelTest::cancels()
{
    LiveModel live;
    LogModel &model = live.model;
    QTRY_VERIFY(live.isFollowed());
    live.server.publishLogs(0, 50'000);
    QTRY_COMPARE(model.rowCount(), 50'000);
    model.setQuery(query("\"record 7\""));
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
    LiveModel live(limits);
    LogModel &model = live.model;
    QTRY_VERIFY(live.isFollowed());
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int i = 0; i < 40; ++i) {
        live.server.publishLogs(i * 1000, 1000);
        QTRY_VERIFY(model.rowCount() > 0 && messageAt(model, model.rowCount() - 1) ==
                                                QStringLiteral("record %1").arg(i * 1000 + 999));
        QCOMPARE(numberAt(model, 0), model.snapshot()->first().value());
    }
    QVERIFY(model.evicted() > 0);
    QCOMPARE(model.evicted(), live.session->logs().stats().evicted);
    // The first row says what is gone.
    QCOMPARE(model.evicted() + static_cast<quint64>(model.rowCount()), quint64(40'001));
    QCOMPARE(model.index(0, 0).data(LogModel::KindRole).toInt(), int(logs::RecordKind::Gap));
    QVERIFY(isComplete(model, *live.session));
    QCOMPARE(resets.count(), 0);
    // Rows are read from what is held still.
    QCOMPARE(messageAt(model, 1), QStringLiteral("record %1").arg(model.evicted()));
    model.setQuery(query("\"record 39\""));
    QTRY_VERIFY(!model.isSearching());
    QVERIFY(isComplete(model, *live.session));
    live.server.publishLogs(0, 3000);
    QTRY_COMPARE(model.foundUpTo(), quint64(43'000));
    QTRY_VERIFY(isComplete(model, *live.session));
    QCOMPARE(model.index(0, 0).data(LogModel::KindRole).toInt(), int(logs::RecordKind::Gap));
}

void LogModelTest::showsThePast()
{
    LiveModel live;
    LogModel &model = live.model;
    const QAbstractItemModelTester tester(&model);
    QTRY_VERIFY(live.isFollowed());
    live.server.publishLogs(0, 100);
    QTRY_COMPARE(model.rowCount(), 100);
    live.cursor.setFixed(wallTimeFromMs(1'700'000'000'000 + 29));
    QTRY_COMPARE(model.rowCount(), 30);
    QVERIFY(logs::sameQuery(model.query(), logs::queryForAll()));
    live.server.publishLogs(100, 50);
    live.server.publishLogs(7, 1);
    QTRY_COMPARE(model.rowCount(), 31);
    QCOMPARE(messageAt(model, 30), QStringLiteral("record 7"));
    model.setQuery(query("\"record 2\""));
    QTRY_COMPARE(model.rowCount(), 11);
    live.cursor.setLive();
    QTRY_COMPARE(model.rowCount(), 11);
    model.setQuery(logs::queryForAll());
    QTRY_COMPARE(model.rowCount(), 151);
}

void LogModelTest::findsRows()
{
    LiveModel live;
    LogModel &model = live.model;
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
    model.setQuery(query("\"record 2\""));
    QTRY_COMPARE(model.rowCount(), 11'111 + 10);
    const int row = model.rowAtTime(dateTime(3'000));
    QCOMPARE(messageAt(model, row), QStringLiteral("record 20000"));
    QCOMPARE(model.rowOfRecord(20'000), row);
    QCOMPARE(model.rowOfRecord(19'999), -1);
    QCOMPARE(model.rowOfRecord(1'000'000), -1);
}

void LogModelTest::countsLevels()
{
    LiveModel live;
    LogModel &model = live.model;
    QSignalSpy counts(&model, &LogModel::levelCountsChanged);
    QTRY_VERIFY(live.isFollowed());
    model.setQuery(query("\"none of them\""));
    live.server.publishLogs(0, 100);
    QTRY_COMPARE(model.levelCounts().at(int(logs::Level::Info)), quint64(90));
    QCOMPARE(model.levelCounts().at(int(logs::Level::Error)), quint64(10));
    QVERIFY(counts.count() > 0);
    QCOMPARE(model.levelCounts().size(), qsizetype(logs::kLevelCount));
}

void LogModelTest::showsGaps()
{
    LiveModel live;
    LogModel &model = live.model;
    const QAbstractItemModelTester tester(&model);
    QTRY_VERIFY(live.isFollowed());
    model.setQuery(query("\"record 1\""));
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

void LogModelTest::outlivesItsDocument()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model);
    {
        LiveSession live;
        auto document = session::LogDocument::ofSession(live.session.get());
        document->start();
        model.setCursor(&live.cursor);
        model.setDocument(document.get());
        QTRY_VERIFY(live.isFollowed());
        live.server.publishLogs(0, 100);
        QTRY_COMPARE(model.rowCount(), 100);
        model.setQuery(query("record"));
        live.session.reset();
        QTRY_COMPARE(model.rowCount(), 0);
        QTRY_VERIFY(!model.isSearching());
        document.reset();
        QVERIFY(!model.document());
        QVERIFY(!model.snapshot());
    }
    model.setQuery(query("other"));
    model.cancelSearch();
    QCOMPARE(model.rowAtTime(dateTime(0)), -1);

    LiveSession next;
    const auto document = session::LogDocument::ofSession(next.session.get());
    document->start();
    model.setDocument(document.get());
    next.server.publishLogs(0, 10);
    model.setQuery(logs::queryForAll());
    QTRY_COMPARE(model.rowCount(), 10);
    model.setDocument(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void LogModelTest::refines()
{
    LiveModel live;
    LogModel &model = live.model;
    const QAbstractItemModelTester tester(&model);
    QTRY_VERIFY(live.isFollowed());
    live.server.publishLogs(0, 40'000);
    QTRY_COMPARE(model.rowCount(), 40'000);
    quint64 published = 40'000;
    for (const char *text : {"1", "1 2", "1 2 3", "1 2 3 level>=error", "1 2", "7 or 8", "7"}) {
        const QSignalSpy replaced(&model, &LogModel::resultReplaced);
        model.setQuery(query(text));
        QCOMPARE(replaced.count(), 1);
        QTRY_VERIFY(!model.isSearching());
        QVERIFY2(isComplete(model, *live.session), text);
        live.server.publishLogs(40'000, 100);
        published += 100;
        QTRY_COMPARE(model.foundUpTo(), published);
        QTRY_VERIFY2(isComplete(model, *live.session), text);
    }
    QVERIFY(model.result());
    QCOMPARE(model.result()->size(), quint64(model.rowCount()));
    QCOMPARE(model.foundUpTo(), model.snapshot()->end().value());
}

void LogModelTest::showsContext()
{
    LiveModel live;
    LogModel &model = live.model;
    const QAbstractItemModelTester tester(&model);
    QTRY_VERIFY(live.isFollowed());
    live.server.publishLogs(0, 100);
    QTRY_COMPARE(model.rowCount(), 100);
    model.setQuery(query("\"record 5\""));
    QTRY_COMPARE(model.rowCount(), 11);
    model.setContext(2, 1);
    // 3 4 [5] 6, 48 49 [50 .. 59] 60
    QTRY_COMPARE(model.rowCount(), 17);
    const auto shown = [&model] {
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, LogModel::MessageColumn);
            const QString number = index.data().toString().mid(7);
            rows << (index.data(LogModel::ContextRole).toBool() ? number : u'[' + number + u']');
        }
        return rows.join(u' ');
    };
    QCOMPARE(shown(), QStringLiteral("3 4 [5] 6 48 49 [50] [51] [52] [53] [54] [55] [56] [57] "
                                     "[58] [59] 60"));
    QCOMPARE(model.result()->size(), quint64(11));
    QCOMPARE(model.shownRecords()->size(), quint64(17));
    live.server.publishLogs(5, 3);
    QTRY_COMPARE(model.rowCount(), 21);
    QVERIFY2(shown().endsWith(QStringLiteral("60 98 99 [5] 6")), qPrintable(shown()));
    // One that was context is found itself later.
    live.server.publishLogs(500, 1);
    QTRY_VERIFY2(shown().endsWith(QStringLiteral("99 [5] 6 7 [500]")), qPrintable(shown()));
    live.server.publishLogs(500, 1);
    QTRY_VERIFY2(shown().endsWith(QStringLiteral("7 [500] [500]")), qPrintable(shown()));
    live.server.publishLogs(0, 1);
    QTRY_VERIFY2(shown().endsWith(QStringLiteral("[500] 0")), qPrintable(shown()));
    live.server.publishLogs(0, 1);
    live.server.publishLogs(501, 1);
    QTRY_VERIFY2(shown().endsWith(QStringLiteral("[500] 0 0 [501]")), qPrintable(shown()));
    model.setContext(0, 0);
    QTRY_COMPARE(model.rowCount(), 15);
    QVERIFY(!model.index(0, 0).data(LogModel::ContextRole).toBool());
}

void LogModelTest::showsFields()
{
    LiveModel live;
    LogModel &model = live.model;
    const QAbstractItemModelTester tester(&model);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Logs, R"({"message":"a","http":{"status":200},"user":"x"})");
    QTRY_COMPARE(model.rowCount(), 1);
    model.setFieldColumns({QStringLiteral("http.status"), QStringLiteral("missing")});
    QCOMPARE(model.columnCount(), int(LogModel::FirstField) + 2);
    QCOMPARE(model.index(0, LogModel::FirstField).data().toString(), QStringLiteral("200"));
    QCOMPARE(model.index(0, LogModel::FirstField + 1).data().toString(), QString());
    QCOMPARE(model.headerData(LogModel::FirstField, Qt::Horizontal).toString(),
             QStringLiteral("http.status"));
    model.setFieldColumns({QStringLiteral("user")});
    QCOMPARE(model.columnCount(), int(LogModel::FirstField) + 1);
    QCOMPARE(model.index(0, LogModel::FirstField).data().toString(), QStringLiteral("x"));
    model.setFieldColumns({});
    QCOMPARE(model.columnCount(), int(LogModel::FirstField));
    QCOMPARE(model.fieldsOfRow(0).size(), std::size_t(3));
    QCOMPARE(model.recordOfRow(0).message, std::string("a"));
}

void LogModelTest::showsAFile()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("app.log"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto append = [&file](int first, int count) {
        for (int n = first; n < first + count; ++n) {
            file.write("{\"time\":\"2024-01-15T10:30:00Z\",\"level\":\"" +
                       QByteArray(n % 10 == 0 ? "error" : "info") + "\",\"message\":\"line " +
                       QByteArray::number(n) + "\"}\n");
        }
        file.flush();
    };
    append(0, 1000);
    const auto document = session::LogDocument::ofFiles({path});
    LogModel model;
    const QAbstractItemModelTester tester(&model);
    model.setDocument(document.get());
    document->start();
    QTRY_COMPARE(model.rowCount(), 1000);
    // What is not read yet says so, and comes by itself.
    const QModelIndex far = model.index(700, LogModel::MessageColumn);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QVERIFY(far.data(LogModel::PendingRole).toBool());
    QCOMPARE(far.data().toString(), QString());
    QCOMPARE(far.data(LogModel::LevelRole).toInt(), int(logs::Level::Error));
    QTRY_COMPARE(far.data().toString(), QStringLiteral("line 700"));
    QVERIFY(!far.data(LogModel::PendingRole).toBool());
    QVERIFY(!changes.isEmpty());

    model.setQuery(query("level>=error"));
    QTRY_COMPARE(model.rowCount(), 100);
    append(1000, 50);
    QTRY_COMPARE(model.rowCount(), 105);
    QTRY_COMPARE(messageAt(model, 104), QStringLiteral("line 1040"));
    QCOMPARE(model.levelCounts().at(int(logs::Level::Error)), quint64(105));
}

void LogModelTest::looksAgainAtAnUnfinishedRecord()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("app.log"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto append = [&file](const char *text) {
        file.write(text);
        file.flush();
    };
    append("2024-01-15 10:30:00 INFO one\n2024-01-15 10:30:01 INFO two\n");
    const auto document = session::LogDocument::ofFiles({path});
    LogModel model;
    const QAbstractItemModelTester tester(&model);
    model.setDocument(document.get());
    document->start();
    QTRY_COMPARE(model.rowCount(), 2);
    model.setQuery(query("trace"));
    QTRY_VERIFY(!model.isSearching());
    QTRY_COMPARE(model.rowCount(), 0);
    append("  trace of two\n");
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(numberAt(model, 0), quint64(1));
    model.setQuery(query("-trace"));
    QTRY_COMPARE(model.rowCount(), 1);
    append("2024-01-15 10:30:02 INFO three\n");
    QTRY_COMPARE(model.rowCount(), 2);
    append("  trace of three\n");
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(numberAt(model, 0), quint64(0));
}

void LogModelTest::takesManyRecords()
{
    constexpr int kRecords = 200'000;
    LiveModel live;
    LogModel &model = live.model;
    QTRY_VERIFY(live.isFollowed());
    model.setQuery(query("\"record 19\""));
    for (int first = 0; first < kRecords; first += 10'000) {
        live.server.publishLogs(first, 10'000);
    }
    // 19, 190..199, 1900..1999, 19000..19999, 190000..199999
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 11'111, 60'000);
    model.setQuery(logs::queryForAll());
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), kRecords, 60'000);
    QVERIFY(isComplete(model, *live.session));
    QCOMPARE(messageAt(model, kRecords - 1), QStringLiteral("record 199999"));
}

void LogModelTest::keepsRowsBeforeLateRecords()
{
    const LogFiles files;
    const QString early = QStringLiteral("a.log");
    files.append(early, LogFiles::json(0, 10));
    files.append(QStringLiteral("b.log"), LogFiles::json(30, 10));
    const auto document = session::LogDocument::ofFiles({files.path({})});
    LogModel model;
    const QAbstractItemModelTester tester(&model);
    model.setDocument(document.get());
    document->start();
    QTRY_COMPARE(model.rowCount(), 20);
    QTRY_COMPARE(messageAt(model, 10), QStringLiteral("line 30"));
    QItemSelectionModel selection(&model);
    selection.select(model.index(5, 0), QItemSelectionModel::Select);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy removals(&model, &QAbstractItemModel::rowsRemoved);
    const QSignalSpy renumbered(&model, &LogModel::resultRenumbered);
    files.append(early, LogFiles::json(10, 5));
    QTRY_COMPARE(model.rowCount(), 25);
    QTRY_COMPARE(messageAt(model, 10), QStringLiteral("line 10"));
    QTRY_COMPARE(messageAt(model, 15), QStringLiteral("line 30"));
    QCOMPARE(renumbered.count(), 1);
    QCOMPARE(removals.count(), 1);
    QCOMPARE(removals.first().at(1).toInt(), 10);
    QCOMPARE(selection.selectedIndexes(), QModelIndexList{model.index(5, 0)});

    model.setContext(1, 2);
    model.setQuery(query("level>=error"));
    QTRY_COMPARE(model.rowCount(), 11); // 0 1 2, 9 10 11 12, 14 30 31 32
    files.append(early, LogFiles::json(15, 10));
    QTRY_COMPARE(model.rowCount(), 15); // 0 1 2, 9 to 12, 19 to 22, 24 30 31 32
    QVERIFY(isAsIfNew(model, *document, 1, 2));
    QCOMPARE(resets.count(), 0);
}

void LogModelTest::findsWhileRecordsComeLate()
{
    const LogFiles files;
    const auto append = [&files](const char *name, int first, int count) {
        files.append(QString::fromLatin1(name), LogFiles::json(first, count));
    };
    append("a.log", 0, 100);
    append("b.log", 100, 100);
    const auto document = session::LogDocument::ofFiles({files.path({})});
    LogModel model;
    const QAbstractItemModelTester tester(&model);
    model.setDocument(document.get());
    document->start();
    QTRY_COMPARE(model.rowCount(), 200);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy renumbered(&model, &LogModel::resultRenumbered);
    QRandomGenerator random(5);
    for (int turn = 2; turn < 30; ++turn) {
        append("b.log", turn * 100, 50);
        const quint64 known = model.snapshot()->end().value();
        QTRY_VERIFY(model.snapshot()->end().value() > known);
        append("a.log", turn * 100 - 50, 50);
        model.setContext(random.bounded(2), random.bounded(3));
        model.setQuery(query(QByteArray::number(random.bounded(12)).constData()));
        for (int events = random.bounded(6); events > 0; --events) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
        }
    }
    model.setContext(1, 1);
    QTRY_COMPARE(model.snapshot()->end().value(), quint64(3000));
    QTRY_COMPARE(model.foundUpTo(), quint64(3000));
    QVERIFY(isAsIfNew(model, *document, 1, 1));
    QVERIFY(renumbered.count() > 0);
    QCOMPARE(resets.count(), 0);
}

void LogModelTest::looksAgainAtTheLastOfEachFile()
{
    const LogFiles files;
    const QString early = QStringLiteral("a.log");
    files.append(early, "2024-01-15 10:30:00 INFO one\n2024-01-15 10:30:01 INFO two\n");
    files.append(QStringLiteral("b.log"), "2024-01-15 10:30:02 INFO three\n");
    const auto document = session::LogDocument::ofFiles({files.path({})});
    LogModel model;
    const QAbstractItemModelTester tester(&model);
    model.setDocument(document.get());
    document->start();
    QTRY_COMPARE(model.rowCount(), 3);
    QTRY_COMPARE(messageAt(model, 1), QStringLiteral("two"));
    const QPersistentModelIndex first = model.index(0, 0);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    files.append(early, "  trace of two\n");
    QTRY_COMPARE(model.index(1, 0).data(LogModel::MessageRole).toString(),
                 QStringLiteral("two\n  trace of two"));
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(first.isValid());
    model.setQuery(query("again"));
    QTRY_VERIFY(!model.isSearching());
    QTRY_COMPARE(model.rowCount(), 0);
    files.append(early, "  and again\n");
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(numberAt(model, 0), quint64(1));
    QCOMPARE(resets.count(), 0);
}

QTEST_GUILESS_MAIN(LogModelTest)
#include "tst_logmodel.moc"
