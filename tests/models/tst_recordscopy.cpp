// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "logs/queryparser.h"
#include "models/logfiles.h"
#include "models/logmodel.h"
#include "models/recordscopy.h"
#include "session/logdocument.h"

#include <QItemSelection>
#include <QSignalSpy>

using namespace foretop;
using namespace foretop::models;

class RecordsCopyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copies_data();
    void copies();
    void copiesLiveRecords();
    void isBounded();
    void cancels();
    void hasNothingToCopy();
};

namespace {

constexpr char kText[] = "2024-01-15 10:30:00 INFO app: one\n"
                         "2024-01-15 10:30:01 ERROR app: two, \"quoted\"\n"
                         "  at line 1\n"
                         "{\"time\":\"2024-01-15T10:30:03Z\",\"level\":\"error\",\"logger\":\"l\","
                         "\"message\":\"m\",\"n\":4,\"stack_trace\":\"T:\\n  at x\"}\n";

/// A file shown by a model, which finds what it is told; no row of it was looked at.
struct Shown
{
    Shown(const LogFiles &files, const char *query)
        : document(session::LogDocument::ofFiles({files.path(QStringLiteral("app.log"))}))
    {
        model.setUtcShown(true);
        model.setFieldColumns({QStringLiteral("n")});
        model.setQuery(logs::parseQuery(query, {}).value());
        model.setDocument(document.get());
        document->start();
    }

    QItemSelection rows(int first, int last) const
    {
        return {model.index(first, 0), model.index(last, 0)};
    }

    std::unique_ptr<session::LogDocument> document;
    LogModel model;
};

RecordsCopy::Columns columns()
{
    return {{LogModel::LevelColumn, QStringLiteral("Level")},
            {LogModel::MessageColumn, QStringLiteral("Message")},
            {LogModel::FirstField, QStringLiteral("n")}};
}

} // namespace

void RecordsCopyTest::copies_data()
{
    using logs::RecordFormat;
    QTest::addColumn<RecordFormat>("format");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("last");
    QTest::addColumn<QString>("text");
    const QByteArray all;
    QTest::newRow("plain lines as they are")
        << RecordFormat::Text << all << 0 << 1
        << "2024-01-15 10:30:00 INFO app: one\n"
           "2024-01-15 10:30:01 ERROR app: two, \"quoted\"\n  at line 1\n";
    QTest::newRow("JSON for a person") << RecordFormat::Text << QByteArray("n:4") << 0 << 0
                                       << "2024-01-15T10:30:03.000Z ERROR l m\nT:\n  at x\n";
    QTest::newRow("JSON") << RecordFormat::JsonLines << all << 2 << 2
                          << QString::fromUtf8(kText).section(u'\n', 3, 3) + u'\n';
    QTest::newRow("rows of a result")
        << RecordFormat::Csv << QByteArray("level>=error") << 0 << 1
        << "Level,Message,n\n"
           "ERROR,\"app: two, \"\"quoted\"\"\n  at line 1\",\nERROR,m,4\n";
}

void RecordsCopyTest::copies()
{
    QFETCH(logs::RecordFormat, format);
    QFETCH(QByteArray, query);
    QFETCH(int, first);
    QFETCH(int, last);
    QFETCH(QString, text);
    const LogFiles files;
    files.append(QStringLiteral("app.log"), kText);
    const Shown shown(files, query.constData());
    QTRY_VERIFY(shown.model.rowCount() > last && !shown.document->isLoading());
    RecordsCopy copying;
    const QSignalSpy states(&copying, &RecordsCopy::stateChanged);
    copying.start(shown.model, shown.rows(first, last), format, columns());
    QCOMPARE(copying.state(), RecordsCopy::State::Running);
    QTRY_COMPARE(copying.state(), RecordsCopy::State::Done);
    QCOMPARE(states.count(), 2);
    QCOMPARE(copying.text(), text);
    QCOMPARE(copying.records(), last - first + 1);
    QCOMPARE(copying.totalRecords(), last - first + 1);
    QVERIFY(!copying.isCut());
}

void RecordsCopyTest::copiesLiveRecords()
{
    LiveSession live;
    const auto document = session::LogDocument::ofSession(live.session.get());
    LogModel model;
    model.setDocument(document.get());
    document->start();
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(feeds::FeedKind::Logs, R"({"line":"one"})");
    live.server.publish(feeds::FeedKind::Logs, R"({"line":"two"})");
    QTRY_COMPARE(model.rowCount(), 2);
    RecordsCopy copying;
    copying.start(model, {model.index(1, 0), model.index(1, 0)}, logs::RecordFormat::Text);
    QTRY_COMPARE(copying.state(), RecordsCopy::State::Done);
    QCOMPARE(copying.text(), QStringLiteral("two\n"));
}

void RecordsCopyTest::isBounded()
{
    const LogFiles files;
    const int rows = RecordsCopy::kMaxRecords + 10;
    files.append(QStringLiteral("app.log"), LogFiles::json(0, rows));
    const Shown shown(files, "");
    QTRY_COMPARE(shown.model.rowCount(), rows);
    RecordsCopy copying;
    copying.start(shown.model, shown.rows(0, rows - 1), logs::RecordFormat::JsonLines);
    QTRY_COMPARE_WITH_TIMEOUT(copying.state(), RecordsCopy::State::Done, 60'000);
    QVERIFY(copying.isCut());
    QCOMPARE(copying.records(), RecordsCopy::kMaxRecords);
    QCOMPARE(copying.totalRecords(), rows);
    QCOMPARE(copying.text().count(u'\n'), RecordsCopy::kMaxRecords);
}

void RecordsCopyTest::cancels()
{
    const LogFiles files;
    files.append(QStringLiteral("app.log"), LogFiles::json(0, 100'000));
    const Shown shown(files, "");
    QTRY_COMPARE(shown.model.rowCount(), 100'000);
    RecordsCopy copying;
    copying.start(shown.model, shown.rows(0, 99'999), logs::RecordFormat::Csv, columns());
    copying.cancel();
    QTRY_COMPARE(copying.state(), RecordsCopy::State::Cancelled);
    QVERIFY(copying.text().isEmpty());
}

void RecordsCopyTest::hasNothingToCopy()
{
    LogModel model;
    RecordsCopy copying;
    copying.start(model, {}, logs::RecordFormat::Text);
    QCOMPARE(copying.state(), RecordsCopy::State::Done);
    QCOMPARE(copying.records(), 0);
}

QTEST_GUILESS_MAIN(RecordsCopyTest)
#include "tst_recordscopy.moc"
