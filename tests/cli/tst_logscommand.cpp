// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

/// Runs the real `foretopctl logs` on real files.
class LogsCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void prints_data();
    void prints();
    void refusesWithWords_data();
    void refusesWithWords();
    void readsStandardInput();
    void readsTheOthersWhenOneFileIsMissing();
    void endsQuietlyOnClosedPipe();
    void stopsAtTheLimitOfAnEndlessPipe();
    void followsThroughRotation();
    void followEndsWhereNothingGrows();
    void followSharesTheLimit();
    void countsWhatABrokenArchiveHas();
    void readsOwnFormats();

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    void write(const char *name, const QByteArray &content,
               QIODevice::OpenMode mode = QIODevice::WriteOnly);
    /// Starts foretopctl in the folder and waits for its end.
    void run(const QStringList &arguments, const QByteArray &input = {});

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_exitCode = -1;
    QByteArray m_output;
    QByteArray m_errors;
};

namespace {

const QByteArray kJson =
    R"({"timestamp":"2026-01-15T10:00:01.000Z","level":"INFO","logger":"web","message":"GET /a","status":200,"duration_ms":12}
{"timestamp":"2026-01-15T10:00:02.000Z","level":"ERROR","logger":"db","message":"timeout after 5 s","duration_ms":5000}
{"timestamp":"2026-01-15T10:01:03.000Z","level":"WARNING","logger":"web","message":"GET /b","status":404,"duration_ms":7}
{"timestamp":"2026-01-15T10:02:04.000Z","level":"INFO","logger":"web","message":"GET /c","status":200,"duration_ms":250}
)";
const QByteArray kText = R"(2026-01-15 10:00:01,500 INFO [scraper] started
2026-01-15 10:00:02,500 ERROR [scraper] failed for account 17
Traceback (most recent call last):
  File "run.py", line 3, in scrape
ValueError: 17
2026-01-15 10:01:04,500 INFO [scraper] done
)";

QByteArray line(const QByteArray &text, int number)
{
    return text.split('\n').value(number) + '\n';
}

} // namespace

void LogsCommandTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    write("app.json", kJson);
    write("app.log", kText);
}

void LogsCommandTest::cleanup()
{
    m_folder.reset();
}

void LogsCommandTest::write(const char *name, const QByteArray &content, QIODevice::OpenMode mode)
{
    QFile file(path(name));
    QVERIFY(file.open(mode));
    QCOMPARE(file.write(content), content.size());
}

void LogsCommandTest::run(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    process.setProcessEnvironment(environment);
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(FORETOPCTL), QStringList(QStringLiteral("logs")) + arguments);
    process.write(input);
    process.closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    m_exitCode = process.exitCode();
    m_output = process.readAllStandardOutput();
    m_errors = process.readAllStandardError();
}

void LogsCommandTest::prints_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<int>("exitCode");

    const auto row = [](const char *name, const QStringList &arguments, const QByteArray &output,
                        int exitCode = 0) {
        QTest::newRow(name) << arguments << output << exitCode;
    };
    const QString json = QStringLiteral("app.json");
    const QString text = QStringLiteral("app.log");
    const auto query = [](const char *words) {
        return QStringList{QStringLiteral("-q"), QString::fromUtf8(words)};
    };

    row("all", {json}, kJson);
    row("text, byte for byte", {text}, kText);
    row("by level", QStringList{json} + query("level>=warn"), line(kJson, 1) + line(kJson, 2));
    row("by field", QStringList{json} + query("status>=200 duration_ms>100"), line(kJson, 3));
    row("two queries", QStringList{json} + query("logger:web") + query("-status:404"),
        line(kJson, 0) + line(kJson, 3));
    row("none", QStringList{json} + query("nowhere"), {}, 1);
    row("a record with its lines", QStringList{text} + query("level:error"),
        line(kText, 1) + line(kText, 2) + line(kText, 3) + line(kText, 4));
    row("found in a line behind the first",
        QStringList{text} + query("ValueError") + QStringList{QStringLiteral("-c")}, "1\n");
    row("count", QStringList{json, QStringLiteral("--count")} + query("GET"), "3\n");
    row("count of none", QStringList{json, QStringLiteral("--count")} + query("nowhere"), "0\n", 1);
    row("count over files", QStringList{json, text, QStringLiteral("-c")}, "7\n");
    row("limit", {json, QStringLiteral("-n"), QStringLiteral("2")},
        line(kJson, 0) + line(kJson, 1));
    row("context", QStringList{json, QStringLiteral("-A1")} + query("timeout"),
        line(kJson, 1) + line(kJson, 2));
    row("context in groups",
        QStringList{json, QStringLiteral("-B"), QStringLiteral("0"), QStringLiteral("-A"),
                    QStringLiteral("1")} +
            query("\"GET /a\" or \"GET /c\""),
        line(kJson, 0) + line(kJson, 1) + "--\n" + line(kJson, 3));
    row("from and to",
        {json, QStringLiteral("--from"), QStringLiteral("2026-01-15T10:00:02"),
         QStringLiteral("--to"), QStringLiteral("2026-01-15T10:01:59")},
        line(kJson, 1) + line(kJson, 2));
    row("merged by time", QStringList{json, text} + query("level>=error"),
        "app.json:" + line(kJson, 1) + "app.log:" + line(kText, 1) + line(kText, 2) +
            line(kText, 3) + line(kText, 4));
    row("a glob, without names",
        QStringList{QStringLiteral("app.*"), QStringLiteral("--no-filename")} + query("started"),
        line(kText, 0));
    row("csv",
        QStringList{json, QStringLiteral("--csv"), QStringLiteral("--columns"),
                    QStringLiteral("level,status,message")} +
            query("logger:web"),
        "level,status,message\r\nINFO,200,GET /a\r\nWARNING,404,GET /b\r\nINFO,200,GET /c\r\n");
    row("json of json is the line", QStringList{json, QStringLiteral("--json")} + query("/b"),
        line(kJson, 2));
    row("histogram",
        {json, QStringLiteral("--histogram"), QStringLiteral("1m"), QStringLiteral("--csv")},
        "time,count,UNKNOWN,TRACE,DEBUG,INFO,WARNING,ERROR,CRITICAL\n"
        "2026-01-15T10:00:00.000Z,2,0,0,0,1,0,1,0\n"
        "2026-01-15T10:01:00.000Z,1,0,0,0,0,1,0,0\n"
        "2026-01-15T10:02:00.000Z,1,0,0,0,1,0,0,0\n");
    row("facet", {json, QStringLiteral("--facet"), QStringLiteral("status")},
        "        2  200\n        1  404\n");
    row("facet as json", {json, QStringLiteral("--facet=logger"), QStringLiteral("--json")},
        R"({"field":"logger","value":"web","count":3}
{"field":"logger","value":"db","count":1}
)");
    row("nothing in an empty file", {QStringLiteral("/dev/null")}, {}, 1);
}

void LogsCommandTest::prints()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, output);
    QFETCH(int, exitCode);

    run(arguments);

    QCOMPARE(m_errors, QByteArray());
    QCOMPARE(m_output, output);
    QCOMPARE(m_exitCode, exitCode);
}

void LogsCommandTest::refusesWithWords_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("words");

    const auto row = [](const char *name, const QStringList &arguments, const char *words) {
        QTest::newRow(name) << arguments << QByteArray(words);
    };
    row("no file", {}, "which file? a path, a glob, a directory, or - for standard input");
    row("missing file", {QStringLiteral("gone.log")}, "gone.log");
    row("wrong query", {QStringLiteral("app.json"), QStringLiteral("-q"), QStringLiteral("a (b")},
        "query column 3: ");
    row("mark under the fault",
        {QStringLiteral("app.json"), QStringLiteral("-q"), QStringLiteral("level>=")},
        "\n  level>=\n         ^");
    row("unknown level",
        {QStringLiteral("app.json"), QStringLiteral("-q"), QStringLiteral("level>=loud")}, "loud");
    row("wrong width",
        {QStringLiteral("app.json"), QStringLiteral("--histogram"), QStringLiteral("soon")},
        "--histogram takes a width such as 30s, 1m or 1h, not \"soon\"");
    row("two shows",
        {QStringLiteral("app.json"), QStringLiteral("--count"), QStringLiteral("--patterns")},
        "--count and --patterns do not go together");
    row("limit of a count",
        {QStringLiteral("app.json"), QStringLiteral("-c"), QStringLiteral("-n1")},
        "--limit goes with records, patterns and facets");
    row("unknown output", {QStringLiteral("app.json"), QStringLiteral("-o"), QStringLiteral("xml")},
        "there is no output \"xml\"; there are text, json and csv");
    row("unknown zone",
        {QStringLiteral("app.json"), QStringLiteral("--zone"), QStringLiteral("Mars/Base")},
        "Mars/Base");
    row("unknown format",
        {QStringLiteral("app.json"), QStringLiteral("--format"), QStringLiteral("morse")},
        "there is no format \"morse\"; there are docker, json, ");
}

void LogsCommandTest::refusesWithWords()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, words);

    run(arguments);

    QVERIFY2(m_errors.startsWith("foretopctl: "), m_errors);
    QVERIFY2(m_errors.contains(words), m_errors);
    QCOMPARE(m_output, QByteArray());
    QCOMPARE(m_exitCode, 2);
}

void LogsCommandTest::readsStandardInput()
{
    run({QStringLiteral("-"), QStringLiteral("-q"), QStringLiteral("level:error")}, kJson);
    QCOMPARE(m_output, line(kJson, 1));
    QCOMPARE(m_exitCode, 0);
}

void LogsCommandTest::readsTheOthersWhenOneFileIsMissing()
{
    run({QStringLiteral("gone.log"), QStringLiteral("app.json"), QStringLiteral("--count")});
    QCOMPARE(m_output, QByteArray("4\n"));
    QVERIFY2(m_errors.contains("gone.log"), m_errors);
    QCOMPARE(m_exitCode, 2);
}

void LogsCommandTest::endsQuietlyOnClosedPipe()
{
    write("long.log", QByteArray("a line of a long log\n").repeated(200'000));
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral("sh"),
                  {QStringLiteral("-c"),
                   QStringLiteral(FORETOPCTL " logs '%1' | head -n 1").arg(path("long.log"))});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(process.readAllStandardOutput(), QByteArray("a line of a long log\n"));
    QCOMPARE(process.readAllStandardError(), QByteArray());
}

void LogsCommandTest::stopsAtTheLimitOfAnEndlessPipe()
{
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(
        QStringLiteral("sh"),
        {QStringLiteral("-c"), QStringLiteral("yes 'over and over' | " FORETOPCTL " logs - -n 2")});
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    QCOMPARE(process.readAllStandardOutput(), QByteArray("over and over\nover and over\n"));
}

void LogsCommandTest::followsThroughRotation()
{
    QProcess process;
    process.start(QStringLiteral(FORETOPCTL),
                  {QStringLiteral("logs"), path("app.json"), QStringLiteral("-f"),
                   QStringLiteral("-q"), QStringLiteral("level:error")});
    QByteArray output;
    const auto contains = [&](const char *words) {
        output += process.readAllStandardOutput();
        return output.contains(words);
    };
    QTRY_VERIFY_WITH_TIMEOUT(contains("timeout after 5 s"), 30'000);
    write("app.json",
          R"({"level":"ERROR","message":"appended"})"
          "\n",
          QIODevice::Append);
    QTRY_VERIFY_WITH_TIMEOUT(contains("appended"), 30'000);
    // Written just before the rotation: must not be lost.
    write("app.json",
          R"({"level":"ERROR","message":"last of the old"})"
          "\n",
          QIODevice::Append);
    QVERIFY(QFile::rename(path("app.json"), path("app.json.1")));
    write("app.json", R"({"level":"ERROR","message":"first of the new"})"
                      "\n");
    QTRY_VERIFY_WITH_TIMEOUT(contains("first of the new"), 30'000);
    QVERIFY2(output.contains("last of the old"), output);
    QCOMPARE(output.count('\n'), 4);
    process.kill();
    QVERIFY(process.waitForFinished());
}

void LogsCommandTest::followEndsWhereNothingGrows()
{
    run({QStringLiteral("-"), QStringLiteral("-f"), QStringLiteral("-q"), QStringLiteral("/b")},
        kJson);
    QCOMPARE(m_output, line(kJson, 2));
    QCOMPARE(m_exitCode, 0);
}

void LogsCommandTest::followSharesTheLimit()
{
    run({QStringLiteral("app.json"), QStringLiteral("app.log"), QStringLiteral("-f"),
         QStringLiteral("-n"), QStringLiteral("1"), QStringLiteral("--csv")});
    QCOMPARE(m_output.count("\r\n"), 2); // a head and a record
}

void LogsCommandTest::countsWhatABrokenArchiveHas()
{
    QByteArray text;
    for (int i = 0; i < 100'000; ++i) {
        text += "line " + QByteArray::number(i) + " of many\n";
    }
    write("long.log", text);
    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {path("long.log")});
    QVERIFY(gzip.waitForFinished());
    QFile archive(path("long.log.gz"));
    QVERIFY(archive.resize(archive.size() / 2));

    run({QStringLiteral("long.log.gz"), QStringLiteral("--count")});

    QVERIFY2(m_output.toInt() > 10'000, m_output);
    QVERIFY2(m_errors.contains("long.log.gz"), m_errors);
    QCOMPARE(m_exitCode, 2);
}

void LogsCommandTest::readsOwnFormats()
{
    QDir(m_folder->path()).mkpath(QStringLiteral("foretop/formats"));
    write(
        "foretop/formats/shop.json",
        R"json({"formats":[{"name":"shop","regex":"(?<time>\\S+) <(?<user>\\d+)> (?<message>.*)"}]})json");
    write("shop.log", "2026-01-15T10:00:00Z <17> bought\n2026-01-15T10:00:01Z <18> left\n");
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder->path()));
    run({QStringLiteral("shop.log"), QStringLiteral("-q"), QStringLiteral("user:17")});
    qunsetenv("XDG_CONFIG_HOME");
    QCOMPARE(m_output, QByteArray("2026-01-15T10:00:00Z <17> bought\n"));
}

QTEST_GUILESS_MAIN(LogsCommandTest)
#include "tst_logscommand.moc"
