// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/durationtext.h"
#include "app/jobreportcommand.h"
#include "app/jobtext.h"

#include <QTest>

using namespace foretop;
using namespace foretop::app;

class JobTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesDurations_data();
    void writesDurations();
    void forecasts_data();
    void forecasts();
    void tellsStatesApartWithoutColour();
    void writesTheReportCommand_data();
    void writesTheReportCommand();
};

void JobTextsTest::writesDurations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("negative") << qint64(-5) << "0 s";
    QTest::newRow("none") << qint64(0) << "0 s";
    QTest::newRow("ms") << qint64(850) << "850 ms";
    QTest::newRow("s") << qint64(12'400) << "12.4 s";
    QTest::newRow("nearly a minute") << qint64(59'999) << "1 min 00 s";
    QTest::newRow("min") << qint64(185'000) << "3 min 05 s";
    QTest::newRow("nearly an hour") << qint64(3'599'900) << "1 h 00 min";
    QTest::newRow("h") << qint64(64 * 60'000) << "1 h 04 min";
    QTest::newRow("d") << qint64(51 * 3'600'000) << "2 d 03 h";
}

void JobTextsTest::writesDurations()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(durationText(Milliseconds(ms)), text);
}

void JobTextsTest::forecasts_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("soon") << qint64(3'000) << "a few seconds";
    QTest::newRow("s") << qint64(31'000) << "about 40 s";
    QTest::newRow("nearly a minute") << qint64(51'000) << "about 1 min";
    QTest::newRow("min") << qint64(4 * 60'000 + 1) << "about 5 min";
    QTest::newRow("nearly an hour") << qint64(56 * 60'000) << "about 1 h 00 min";
    QTest::newRow("h") << qint64(66 * 60'000) << "about 1 h 10 min";
    QTest::newRow("d") << qint64(50 * 3'600'000 + 1) << "about 2 d 3 h";
}

void JobTextsTest::forecasts()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(etaText(Milliseconds(ms)), text);
}

void JobTextsTest::tellsStatesApartWithoutColour()
{
    QSet<QString> words;
    QSet<QString> icons;
    for (const jobs::State state : kJobStates) {
        words.insert(jobStateWord(state));
        icons.insert(jobStateIcon(state));
    }
    QCOMPARE(words.size(), qsizetype(kJobStates.size()));
    QCOMPARE(icons.size(), qsizetype(kJobStates.size()));
}

void JobTextsTest::writesTheReportCommand_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("command");
    const auto command = [](const char *middle) {
        return QStringLiteral("curl -X POST%1 -d "
                              R"('{"name":"import","current":5,"total":100}' )")
            .arg(QString::fromUtf8(middle));
    };
    QTest::newRow("agent") << "ws://127.0.0.1:7710/feeds/jobs"
                           << "" << command("") + QStringLiteral("http://127.0.0.1:7710/jobs/42");
    QTest::newRow("token") << "wss://web-1/agent/feeds/jobs"
                           << "hunter2"
                           << command(R"( -H "Authorization: Bearer $FORETOPD_TOKEN")") +
                                  QStringLiteral("https://web-1/agent/jobs/42");
    QTest::newRow("user and query") << "ws://me:secret@web-1/feeds/jobs?key=secret"
                                    << "" << command("") + QStringLiteral("http://web-1/jobs/42");
    QTest::newRow("plain socket") << "ws://shop:9000/jobs"
                                  << "" << QString();
}

void JobTextsTest::writesTheReportCommand()
{
    QFETCH(QString, url);
    QFETCH(QString, token);
    QFETCH(QString, command);
    session::SourceConfig source;
    source.kind = feeds::FeedKind::Jobs;
    source.url = QUrl(url);
    source.token = token;
    QCOMPARE(jobReportCommand(source).value_or(QString()), command);
    source.kind = feeds::FeedKind::Logs;
    QVERIFY(!jobReportCommand(source));
}

QTEST_APPLESS_MAIN(JobTextsTest)
#include "tst_jobtexts.moc"
