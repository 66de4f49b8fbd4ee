// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging/log.h"
#include "logging/logging.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QMutex>
#include <QRegularExpression>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace foretop;

Q_LOGGING_CATEGORY(testCategory, "shop.cart")
Q_LOGGING_CATEGORY(qtCategory, "qt.network.test")

namespace {

/// Starts logging to what the options say and hears each record; stops when it goes.
class RunningLog
{
public:
    explicit RunningLog(logging::Options options = {})
    {
        options.console = false;
        m_isStarted = logging::start(options).has_value();
        m_listener = logging::addListener([this](const std::string &line) {
            const QMutexLocker lock(&m_mutex);
            m_lines << QByteArray::fromStdString(line);
        });
    }
    ~RunningLog()
    {
        logging::stop();
        logging::removeListener(m_listener);
    }
    bool isStarted() const { return m_isStarted; }
    /// All records so far; ends logging.
    QList<QJsonObject> records()
    {
        logging::stop();
        const QMutexLocker lock(&m_mutex);
        QList<QJsonObject> objects;
        for (const auto &line : m_lines) {
            objects << QJsonDocument::fromJson(line).object();
        }
        return objects;
    }

private:
    QMutex m_mutex; // protects m_lines
    QByteArrayList m_lines;
    bool m_isStarted = false;
    int m_listener = 0;
};

QByteArrayList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    auto lines = file.readAll().split('\n');
    lines.removeLast();
    return lines;
}

logging::Options jsonFile(const QTemporaryDir &folder)
{
    logging::Options options;
    options.format = logging::Format::Json;
    options.console = false;
    options.filePath = folder.filePath(QStringLiteral("agent.log")).toStdString();
    return options;
}

const logging::Logger kLog("agent.http");

} // namespace

class LoggingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void writesTheJsonShape();
    void writesText();
    void survivesAnyText();
    void cutsLongTexts();
    void carriesContext();
    void contextBelongsToItsThread();
    void redactsSecrets_data();
    void redactsSecrets();
    void filtersByLevel();
    void rotates();
    void namesTheFileItCannotOpen_data();
    void namesTheFileItCannotOpen();
    void dropsTheOldestAndTells();
    void tellsListeners();
    void takesQtMessages();
    void startsOnce();
    void readsTheEnvironment_data();
    void readsTheEnvironment();
    void takesAllThreads();
};

void LoggingTest::cleanup()
{
    qunsetenv("LOG_LEVEL");
    qunsetenv("LOG_FORMAT");
}

void LoggingTest::writesTheJsonShape()
{
    const QTemporaryDir folder;
    RunningLog log(jsonFile(folder));
    kLog.info("listening", {{"port", std::int64_t(8080)},
                            {"load", 0.25},
                            {"tls", false},
                            {"bytes", std::uint64_t(18446744073709551615U)},
                            {"path", std::string("/a b")}});
    logging::stop();
    const auto lines = linesOf(folder.filePath(QStringLiteral("agent.log")));
    QCOMPARE(lines.size(), 1);
    const QRegularExpression shape(QStringLiteral(
        R"re(^\{"timestamp":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z","level":"INFO",)re"
        R"re("logger":"agent\.http","message":"listening","port":8080,"load":0\.25,"tls":false,)re"
        R"re("bytes":18446744073709551615,"path":"/a b"\}$)re"));
    QVERIFY2(shape.match(QString::fromUtf8(lines[0])).hasMatch(), lines[0].constData());
}

void LoggingTest::writesText()
{
    const QTemporaryDir folder;
    auto options = jsonFile(folder);
    options.format = logging::Format::Text;
    const RunningLog log(options);
    kLog.warning("slow\nquery \x1b[31m",
                 {{"ms", std::int64_t(7)}, {"sql", std::string("a=\"b\"")}, {"n", std::string()}});
    logging::stop();
    const auto lines = linesOf(folder.filePath(QStringLiteral("agent.log")));
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].mid(24), QByteArray(" WARNING  agent.http: slow"));
    QCOMPARE(lines[1], QByteArray(R"(    query \x1B[31m ms=7 sql="a=\"b\"" n="")"));
}

void LoggingTest::survivesAnyText()
{
    RunningLog log;
    const std::string hostile("a\"b\\c\n{\x01\0\xE9 \xC3\xA9", 13);
    logging::write(logs::Level::Error, "x\"y", hostile, {{hostile, hostile}, {"level", true}});
    const auto records = log.records();
    QCOMPARE(records.size(), 1);
    const auto shown = QString::fromUtf8(QByteArray("a\"b\\c\n{\x01\0\\xE9 \xC3\xA9", 16));
    QCOMPARE(records[0][u"message"].toString(), shown);
    QCOMPARE(records[0][u"logger"].toString(), QStringLiteral("x\"y"));
    QCOMPARE(records[0][shown].toString(), shown);
    QCOMPARE(records[0][u"level"].toString(), QStringLiteral("ERROR"));
    QCOMPARE(records[0][u"level_"].toBool(), true);
}

void LoggingTest::cutsLongTexts()
{
    RunningLog log;
    kLog.info(std::string(20'000, 'm'), {{"body", std::string(16'385, 'b')}});
    const auto record = log.records().value(0);
    QVERIFY(record[u"message"].toString().endsWith(QStringLiteral("m [cut: 3616 bytes more]")));
    QVERIFY(record[u"body"].toString().endsWith(QStringLiteral("b [cut: 1 bytes more]")));
}

void LoggingTest::carriesContext()
{
    RunningLog log;
    const auto fieldsOf = [](QJsonObject record) {
        for (const QStringView name : {u"timestamp", u"level", u"logger", u"message"}) {
            record.remove(name);
        }
        return QJsonDocument(record).toJson(QJsonDocument::Compact);
    };
    {
        const logging::ContextScope request({{"request_id", std::string("r1")}, {"user", true}});
        kLog.info("outer");
        {
            const logging::ContextScope job({{"job_id", std::int64_t(7)}, {"user", false}});
            kLog.info("inner");
            kLog.info("own", {{"job_id", std::int64_t(8)}});
        }
        kLog.info("outer again");
    }
    kLog.info("none");
    const auto records = log.records();
    QCOMPARE(records.size(), 5);
    QCOMPARE(fieldsOf(records[0]), QByteArray(R"({"request_id":"r1","user":true})"));
    QCOMPARE(fieldsOf(records[1]), QByteArray(R"({"job_id":7,"request_id":"r1","user":false})"));
    QCOMPARE(fieldsOf(records[2]), QByteArray(R"({"job_id":8,"request_id":"r1","user":false})"));
    QCOMPARE(fieldsOf(records[3]), fieldsOf(records[0]));
    QCOMPARE(fieldsOf(records[4]), QByteArray("{}"));
}

void LoggingTest::contextBelongsToItsThread()
{
    RunningLog log;
    const logging::ContextScope here({{"request_id", std::string("r1")}});
    std::thread([] { kLog.info("elsewhere"); }).join();
    QVERIFY(!log.records().value(0).contains(u"request_id"));
}

void LoggingTest::redactsSecrets_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("isSecret");
    for (const auto *name :
         {"password", "DB_PASSWORD", "auth.token", "accessToken", "client_secret", "Authorization",
          "Set-Cookie", "api_key", "X-Api-Key", "SENTRY_DSN", "private_key", "passwd"}) {
        QTest::newRow(name) << QByteArray(name) << true;
    }
    for (const auto *name : {"user", "path", "key", "pass_count", "author", "api"}) {
        QTest::newRow(name) << QByteArray(name) << false;
    }
}

void LoggingTest::redactsSecrets()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, isSecret);
    const QTemporaryDir folder;
    auto options = jsonFile(folder);
    options.format = logging::Format::Text;
    RunningLog log(options);
    const logging::ContextScope context({{name.toStdString(), std::string("hunter2")}});
    kLog.info("m");
    const auto record = log.records().value(0);
    QCOMPARE(record[QString::fromUtf8(name)].toString(),
             isSecret ? QStringLiteral("[redacted]") : QStringLiteral("hunter2"));
    const auto line = linesOf(folder.filePath(QStringLiteral("agent.log"))).value(0);
    QCOMPARE(line.contains("hunter2"), !isSecret);
}

void LoggingTest::filtersByLevel()
{
    logging::Options options;
    options.level = logs::Level::Warning;
    RunningLog log(options);
    kLog.debug("d");
    kLog.info("i");
    kLog.warning("w");
    kLog.error("e");
    kLog.critical("c");
    QStringList levels;
    for (const auto &record : log.records()) {
        levels << record[u"level"].toString();
    }
    QCOMPARE(levels.join(u' '), QStringLiteral("WARNING ERROR CRITICAL"));
}

void LoggingTest::rotates()
{
    const QTemporaryDir folder;
    auto options = jsonFile(folder);
    options.filePath = folder.filePath(QStringLiteral("made/agent.log")).toStdString();
    options.fileBytes = 4000;
    options.fileCount = 2;
    const RunningLog log(options);
    for (int i = 0; i < 500; ++i) {
        kLog.info("line", {{"n", std::int64_t(i)}});
    }
    logging::stop();
    const QDir made(folder.filePath(QStringLiteral("made")));
    const auto names = made.entryList(QDir::Files, QDir::Name);
    QCOMPARE(names.join(u' '), QStringLiteral("agent.1.log agent.2.log agent.log"));
    int expected = 499;
    for (const auto *name : {"agent.log", "agent.1.log", "agent.2.log"}) {
        const auto path = made.filePath(QString::fromLatin1(name));
        QVERIFY(QFile(path).size() <= 4000);
        const auto lines = linesOf(path);
        for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
            QCOMPARE(QJsonDocument::fromJson(*line)[u"n"].toInt(), expected--);
        }
    }
}

void LoggingTest::namesTheFileItCannotOpen_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("reason");
    QTest::newRow("a folder") << QStringLiteral(".") << QStringLiteral("Is a directory");
    QTest::newRow("below a file") << QStringLiteral("file/agent.log")
                                  << QStringLiteral("Not a directory");
    QTest::newRow("nowhere") << QStringLiteral("/proc/none/agent.log")
                             << QStringLiteral("No such file or directory");
}

void LoggingTest::namesTheFileItCannotOpen()
{
    QFETCH(QString, path);
    QFETCH(QString, reason);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    logging::Options options;
    options.filePath = QDir(folder.path()).filePath(path).toStdString();
    const auto started = logging::start(options);
    QVERIFY(!started);
    QCOMPARE(started.error().text(),
             options.filePath + ": cannot open the log file: " + reason.toStdString());
}

void LoggingTest::dropsTheOldestAndTells()
{
    RunningLog log;
    QSemaphore entered;
    QSemaphore released;
    bool isFirst = true;
    const int blocker = logging::addListener([&](const std::string &) {
        if (std::exchange(isFirst, false)) {
            entered.release();
            released.acquire();
        }
    });
    const auto droppedBefore = logging::droppedRecords();
    kLog.info("first");
    entered.acquire();
    constexpr std::uint64_t kExtra = 1000;
    for (std::uint64_t i = 0; i < logging::kQueueRecords + kExtra; ++i) {
        kLog.info("many", {{"n", i}});
    }
    QCOMPARE(logging::droppedRecords() - droppedBefore, kExtra);
    released.release();
    const auto records = log.records();
    logging::removeListener(blocker);
    QCOMPARE(records.size(), qsizetype(logging::kQueueRecords + 2));
    QCOMPARE(records[1][u"n"].toInt(), int(kExtra));
    const auto told = std::find_if(records.begin(), records.end(), [](const auto &record) {
        return record[u"logger"].toString() == u"logging";
    });
    QVERIFY(told != records.end());
    QCOMPARE((*told)[u"message"].toString(),
             QStringLiteral("1000 log records were dropped: the queue was full"));
    QCOMPARE((*told)[u"level"].toString(), QStringLiteral("WARNING"));
    QCOMPARE((*told)[u"dropped"].toInt(), int(kExtra));
    QCOMPARE(logging::droppedRecords() - droppedBefore, kExtra);
}

void LoggingTest::tellsListeners()
{
    RunningLog log;
    std::atomic<int> heard = 0;
    const int throws = logging::addListener([](const std::string &) -> void { throw 1; });
    const int counts = logging::addListener([&heard](const std::string &line) {
        heard += line.find('\n') == std::string::npos ? 1 : 100;
        kLog.info("a listener must not, but may not hang either");
    });
    kLog.info("one");
    QTRY_COMPARE(heard.load(), 1);
    logging::removeListener(counts);
    logging::removeListener(throws);
    logging::removeListener(-5);
    kLog.info("two");
    QCOMPARE(log.records().size(), 2);
    QCOMPARE(heard.load(), 1);
}

void LoggingTest::takesQtMessages()
{
    logging::Options options;
    options.level = logs::Level::Debug;
    RunningLog log(options);
    qDebug("plain %d", 5);
    qCInfo(testCategory) << "in" << 3;
    qCWarning(qtCategory, "w");
    qCCritical(testCategory, "c");
    QStringList shown;
    for (const auto &record : log.records()) {
        shown << record[u"level"].toString() + u' ' + record[u"logger"].toString() + u' ' +
                     record[u"message"].toString();
    }
    QCOMPARE(shown, QStringList({QStringLiteral("DEBUG qt.default plain 5"),
                                 QStringLiteral("INFO qt.shop.cart in 3"),
                                 QStringLiteral("WARNING qt.network.test w"),
                                 QStringLiteral("ERROR qt.shop.cart c")}));
    // Given back: this one is QtTest's again.
    QTest::ignoreMessage(QtWarningMsg, "after");
    qWarning("after");
}

void LoggingTest::startsOnce()
{
    const RunningLog log;
    QVERIFY(log.isStarted());
    const auto again = logging::start({});
    QVERIFY(!again);
    QCOMPARE(again.error().message, std::string("logging is already started"));
    logging::stop();
    logging::stop();
    QVERIFY(RunningLog().isStarted());
}

void LoggingTest::readsTheEnvironment_data()
{
    QTest::addColumn<QByteArray>("level");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("outcome");
    QTest::newRow("unset") << QByteArray() << QByteArray() << QByteArray("ERROR text");
    QTest::newRow("both") << QByteArray("DEBUG") << QByteArray("json") << QByteArray("DEBUG json");
    QTest::newRow("any case") << QByteArray("warn") << QByteArray("Text")
                              << QByteArray("WARNING text");
    QTest::newRow("bad level") << QByteArray("loud") << QByteArray("json")
                               << QByteArray(
                                      "environment: LOG_LEVEL is \"loud\" but must be one of "
                                      "DEBUG, INFO, WARNING, ERROR, CRITICAL");
    QTest::newRow("unknown level")
        << QByteArray("unknown") << QByteArray()
        << QByteArray("environment: LOG_LEVEL is \"unknown\" but must be one of "
                      "DEBUG, INFO, WARNING, ERROR, CRITICAL");
    QTest::newRow("bad format")
        << QByteArray() << QByteArray("xml")
        << QByteArray("environment: LOG_FORMAT is \"xml\" but must be one of json, text");
}

void LoggingTest::readsTheEnvironment()
{
    QFETCH(QByteArray, level);
    QFETCH(QByteArray, format);
    qputenv("LOG_LEVEL", level);
    qputenv("LOG_FORMAT", format);
    logging::Options defaults;
    defaults.level = logs::Level::Error;
    defaults.fileCount = 9;
    const auto options = logging::optionsFromEnvironment(defaults);
    std::string outcome;
    if (options) {
        outcome = logs::levelName(options->level);
        outcome += options->format == logging::Format::Json ? " json" : " text";
        QCOMPARE(options->fileCount, std::size_t(9));
    } else {
        outcome = options.error().text();
    }
    QTEST(QByteArray::fromStdString(outcome), "outcome");
}

void LoggingTest::takesAllThreads()
{
    const QTemporaryDir folder;
    const auto droppedBefore = logging::droppedRecords();
    RunningLog log(jsonFile(folder));
    constexpr int kThreads = 4;
    constexpr int kEach = 500;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread) {
        threads.emplace_back([thread] {
            const logging::ContextScope context({{"thread", std::int64_t(thread)}});
            for (int i = 0; i < kEach; ++i) {
                kLog.info("m", {{"n", std::int64_t(i)}});
            }
        });
    }
    for (auto &thread : threads) {
        thread.join();
    }
    QList<int> next(kThreads, 0);
    for (const auto &record : log.records()) {
        QCOMPARE(record[u"n"].toInt(), next[record[u"thread"].toInt()]++);
    }
    QCOMPARE(next, QList<int>(kThreads, kEach));
    QCOMPARE(logging::droppedRecords(), droppedBefore);
    QCOMPARE(linesOf(folder.filePath(QStringLiteral("agent.log"))).size(), kThreads * kEach);
}

QTEST_GUILESS_MAIN(LoggingTest)
#include "tst_logging.moc"
