// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "logs/queryparser.h"
#include "models/logexport.h"
#include "models/logfiles.h"
#include "models/logmodel.h"
#include "session/logdocument.h"

#include <QDir>
#include <QSignalSpy>

#include <unistd.h>

using namespace foretop;
using namespace foretop::models;

class LogExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void writesMuch();
    void writesLiveRecords();
    void cancels();
    void saysWhatIsWrong();
};

namespace {

constexpr char kText[] = "2024-01-15 10:30:00 INFO app: one\r\n"
                         "2024-01-15 10:30:01 ERROR app: two, \"quoted\"\n"
                         "  at line 1\n"
                         "2024-01-15 10:30:02 ERROR app: thr\xFF"
                         "e\n"
                         "{\"time\":\"2024-01-15T10:30:03Z\",\"level\":\"error\",\"message\":\"m\","
                         "\"n\":4}";

/// Files shown by a model, which finds what it is told.
struct Shown
{
    Shown(const LogFiles &files, const char *query)
        : document(session::LogDocument::ofFiles({files.path(QStringLiteral("app.log"))}))
    {
        model.setQuery(logs::parseQuery(query, {}).value());
        model.setDocument(document.get());
        document->start();
    }

    std::unique_ptr<session::LogDocument> document;
    LogModel model;
};

} // namespace

void LogExportTest::writes_data()
{
    QTest::addColumn<logs::RecordFormat>("format");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QByteArray>("written");
    const QByteArray all(kText);
    QTest::newRow("all bytes") << logs::RecordFormat::Text << QByteArray() << 4 << all;
    QTest::newRow("bytes of some") << logs::RecordFormat::Text << QByteArray("level>=error") << 3
                                   << all.mid(all.indexOf('\n') + 1);
    QTest::newRow("json") << logs::RecordFormat::JsonLines << QByteArray("n:4") << 1
                          << all.mid(all.lastIndexOf('\n') + 1) + '\n';
    QTest::newRow("csv") << logs::RecordFormat::Csv << QByteArray("two") << 1
                         << QByteArray("level,message,n\r\n"
                                       "ERROR,\"app: two, \"\"quoted\"\"\n  at line 1\",\r\n");
}

void LogExportTest::writes()
{
    QFETCH(logs::RecordFormat, format);
    QFETCH(QByteArray, query);
    QFETCH(int, rows);
    QFETCH(QByteArray, written);
    const LogFiles files;
    files.append(QStringLiteral("app.log"), kText);
    const Shown shown(files, query.constData());
    QTRY_COMPARE(shown.model.rowCount(), rows);
    LogExport exporting;
    const QSignalSpy states(&exporting, &LogExport::stateChanged);
    exporting.start(
        shown.model, files.path(QStringLiteral("out")), format,
        format == logs::RecordFormat::Csv
            ? QStringList{QStringLiteral("level"), QStringLiteral("message"), QStringLiteral("n")}
            : QStringList());
    QCOMPARE(exporting.state(), LogExport::State::Running);
    QTRY_COMPARE(exporting.state(), LogExport::State::Done);
    QCOMPARE(states.count(), 2);
    QCOMPARE(files.contents(QStringLiteral("out")), written);
    QCOMPARE(exporting.records(), quint64(rows));
    QCOMPARE(exporting.totalRecords(), quint64(rows));
    QCOMPARE(exporting.bytes(), quint64(written.size()));
    QVERIFY(exporting.errorText().isEmpty());
}

void LogExportTest::writesMuch()
{
    const LogFiles files;
    files.append(QStringLiteral("app.log"), LogFiles::json(0, 100'000));
    const Shown shown(files, "");
    QTRY_COMPARE(shown.model.rowCount(), 100'000);
    LogExport exporting;
    exporting.start(shown.model, files.path(QStringLiteral("out")), logs::RecordFormat::Text);
    QTRY_COMPARE_WITH_TIMEOUT(exporting.state(), LogExport::State::Done, 60'000);
    QVERIFY(files.contents(QStringLiteral("out")) == files.contents(QStringLiteral("app.log")));
    QVERIFY(exporting.bytesPerSecond() > 0);
}

void LogExportTest::writesLiveRecords()
{
    LiveSession live;
    const auto document = session::LogDocument::ofSession(live.session.get());
    LogModel model;
    model.setDocument(document.get());
    document->start();
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(feeds::FeedKind::Logs, R"({"line":"plain"})");
    live.server.publish(feeds::FeedKind::Logs, R"({"level":"info","message":"m","n":1})");
    QTRY_COMPARE(model.rowCount(), 2);
    const LogFiles files;
    LogExport exporting;
    exporting.start(model, files.path(QStringLiteral("out")), logs::RecordFormat::JsonLines);
    QTRY_COMPARE(exporting.state(), LogExport::State::Done);
    const QByteArray written = files.contents(QStringLiteral("out"));
    QCOMPARE(written.count('\n'), 2);
    QVERIFY2(written.contains("\"message\":\"plain\""), written.constData());
    QVERIFY2(written.endsWith("{\"level\":\"info\",\"message\":\"m\",\"n\":1}\n"),
             written.constData());
}

void LogExportTest::cancels()
{
    const LogFiles files;
    files.append(QStringLiteral("app.log"), LogFiles::json(0, 100'000));
    files.append(QStringLiteral("out"), "before");
    const Shown shown(files, "");
    QTRY_COMPARE(shown.model.rowCount(), 100'000);
    LogExport exporting;
    exporting.start(shown.model, files.path(QStringLiteral("out")), logs::RecordFormat::Csv);
    exporting.cancel();
    QTRY_COMPARE(exporting.state(), LogExport::State::Cancelled);
    QVERIFY(exporting.errorText().isEmpty());
    QCOMPARE(files.contents(QStringLiteral("out")), QByteArray("before"));
    QCOMPARE(QDir(files.path({})).entryList(QDir::Files).size(), 2);
}

void LogExportTest::saysWhatIsWrong()
{
    const LogFiles files;
    files.append(QStringLiteral("app.log"), kText);
    const Shown shown(files, "");
    QTRY_COMPARE(shown.model.rowCount(), 4);
    LogExport exporting;
    exporting.start(shown.model, files.path(QStringLiteral("no/such/folder")),
                    logs::RecordFormat::Text);
    QTRY_COMPARE(exporting.state(), LogExport::State::Failed);
    QVERIFY(!exporting.errorText().isEmpty());
    const LogModel empty;
    exporting.start(empty, files.path(QStringLiteral("out")), logs::RecordFormat::Text);
    QCOMPARE(exporting.state(), LogExport::State::Failed);
}

QTEST_GUILESS_MAIN(LogExportTest)
#include "tst_logexport.moc"
