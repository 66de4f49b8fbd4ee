// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonreader.h"
#include "base/timestamp.h"
#include "logs/recordparser.h"

#include <QTest>

using namespace foretop;
using namespace foretop::logs;

namespace {

constexpr auto kNow = "2024-06-01T00:00:00Z";

RecordParser parserAt(const char *now)
{
    return RecordParser(std::make_shared<ManualClock>(*parseIso8601(now)));
}

QByteArray toBytes(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

QByteArray joined(const std::vector<Field> &fields)
{
    QByteArrayList parts;
    for (const auto &[name, value] : fields) {
        parts << toBytes(name) + '=' + toBytes(value);
    }
    return parts.join('|');
}

} // namespace

class RecordParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsJson_data();
    void readsJson();
    void readsPlainLines_data();
    void readsPlainLines();
    void tellsTheYear_data();
    void tellsTheYear();
    void readsItems_data();
    void readsItems();
    void keepsWhatIsNotUtf8();
    void cutsAtTheBound_data();
    void cutsAtTheBound();
    void listsFields_data();
    void listsFields();
    void boundsFields();
};

void RecordParserTest::readsJson_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QByteArray>("level");
    QTest::addColumn<QByteArray>("logger");
    QTest::addColumn<QByteArray>("message");

    const auto row = [](const char *name, const char *text, const char *time, const char *level,
                        const char *logger, const char *message) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(time) << QByteArray(level)
                            << QByteArray(logger) << QByteArray(message);
    };
    constexpr auto kTime = "2024-01-15T10:30:00.123Z";

    row("foretop",
        R"({"timestamp":"2024-01-15T10:30:00.123Z","level":"INFO","logger":"agent.http",)"
        R"("message":"listening","port":8080})",
        kTime, "INFO", "agent.http", "listening");
    row("python-json-logger",
        R"({"asctime": "2024-01-15 10:30:00,123", "levelname": "WARNING", "name": "shop.cart",)"
        R"( "message": "low stock", "levelno": 30})",
        kTime, "WARNING", "shop.cart", "low stock");
    row("python-json-logger, numbers only", R"({"levelno": 30, "name": "a", "message": "m"})", "",
        "WARNING", "a", "m");
    row("structlog",
        R"({"event": "user \"x\" in", "logger": "auth", "level": "info",)"
        R"( "timestamp": "2024-01-15T10:30:00.123456Z", "request_id": "r1"})",
        kTime, "INFO", "auth", "user \"x\" in");
    row("structlog, number", R"({"event":"e","level_number":40,"timestamp":1705314600.123})", kTime,
        "ERROR", "", "e");
    row("loguru",
        R"({"text": "2024 | m\n", "record": {"elapsed": {"repr": "0"}, "exception": null,)"
        R"("level": {"icon": "x", "name": "SUCCESS", "no": 25}, "message": "paid",)"
        R"("name": "shop.pay", "time": {"repr": "2024-01-15", "timestamp": 1705314600.123}}})",
        kTime, "INFO", "shop.pay", "paid");
    row("spdlog",
        R"({"time": "2024-01-15T11:30:00.123+01:00", "name": "engine", "level": "critical",)"
        R"( "process": 12, "thread": 13, "message": "m"})",
        kTime, "CRITICAL", "engine", "m");
    row("pino",
        R"({"level":40,"time":1705314600123,"pid":1,"hostname":"h","name":"api","msg":"slow"})",
        kTime, "WARNING", "api", "slow");
    row("bunyan",
        R"({"name":"api","hostname":"h","pid":1,"level":50,"msg":"down",)"
        R"("time":"2024-01-15T10:30:00.123Z","v":0})",
        kTime, "ERROR", "api", "down");
    row("winston", R"({"level":"silly","message":"m","timestamp":"2024-01-15T10:30:00.123Z"})",
        kTime, "TRACE", "", "m");
    row("zap",
        R"({"level":"dpanic","ts":1705314600.123456,"logger":"db.pool","caller":"a.go:1",)"
        R"("msg":"m"})",
        kTime, "CRITICAL", "db.pool", "m");
    row("slog", R"({"time":"2024-01-15T10:30:00.123456789Z","level":"WARN+1","msg":"m"})", kTime,
        "WARNING", "", "m");
    row("zerolog", R"({"level":"fatal","time":"2024-01-15T10:30:00.123Z","message":"m"})", kTime,
        "CRITICAL", "", "m");
    row("tracing",
        R"({"timestamp":"2024-01-15T10:30:00.123456Z","level":"INFO",)"
        R"("fields":{"message":"m","n":1},"target":"shop::cart"})",
        kTime, "INFO", "shop::cart", "m");
    row("ECS, dotted",
        R"({"@timestamp":"2024-01-15T10:30:00.123Z","log.level":"error","message":"m",)"
        R"("log.logger":"com.shop","ecs.version":"1.6.0"})",
        kTime, "ERROR", "com.shop", "m");
    row("ECS, nested",
        R"({"@timestamp":"2024-01-15T10:30:00.123Z","message":"m","event":{"dataset":"x"},)"
        R"("log":{"level":"warn","logger":"com.shop"}})",
        kTime, "WARNING", "com.shop", "m");
    row("logstash-logback",
        R"({"@timestamp":"2024-01-15T10:30:00.123Z","@version":"1","message":"m",)"
        R"("logger_name":"com.shop","thread_name":"main","level":"WARN","level_value":30000})",
        kTime, "WARNING", "com.shop", "m");
    row("log4j",
        R"({"instant":{"epochSecond":1705314600,"nanoOfSecond":123456000},"thread":"main",)"
        R"("level":"WARN","loggerName":"com.shop","message":"m","endOfBatch":false})",
        kTime, "WARNING", "com.shop", "m");
    row("Serilog, compact",
        R"({"@t":"2024-01-15T10:30:00.1234567Z","@mt":"{N} in","@m":"4 in","@l":"Verbose"})", kTime,
        "TRACE", "", "4 in");
    row("Serilog",
        R"({"Timestamp":"2024-01-15T10:30:00.123Z","Level":"Fatal","MessageTemplate":"m",)"
        R"("Properties":{"SourceContext":"Shop.Cart"}})",
        kTime, "CRITICAL", "Shop.Cart", "m");
    row("Monolog",
        R"({"message":"m","context":{},"level":400,"level_name":"ERROR","channel":"app",)"
        R"("datetime":"2024-01-15T10:30:00.123456+00:00"})",
        kTime, "ERROR", "app", "m");
    row("GELF",
        R"({"version":"1.1","host":"h","short_message":"m","timestamp":1705314600.123,)"
        R"("level":4})",
        kTime, "WARNING", "", "m");
    row("journald",
        R"({"__REALTIME_TIMESTAMP":"1705314600123456","PRIORITY":"3","MESSAGE":"m",)"
        R"("SYSLOG_IDENTIFIER":"sshd","_SYSTEMD_UNIT":"ssh.service"})",
        kTime, "ERROR", "sshd", "m");
    row("MongoDB",
        R"({"t":{"$date":"2024-01-15T11:30:00.123+01:00"},"s":"W","c":"NETWORK","id":1,)"
        R"("ctx":"conn1","msg":"m"})",
        kTime, "WARNING", "NETWORK", "m");
    row("OpenTelemetry",
        R"({"timeUnixNano":"1705314600123456789","severityNumber":17,"body":{"stringValue":"m"}})",
        kTime, "ERROR", "", "m");
    row("Google", R"({"severity":"NOTICE","time":"2024-01-15T10:30:00.123Z","message":"m"})", kTime,
        "INFO", "", "m");
    row("docker", R"({"log":"m\n","stream":"stdout","time":"2024-01-15T10:30:00.123456789Z"})",
        kTime, "UNKNOWN", "", "m");
    row("docker, JSON inside",
        R"({"log":"{\"level\":\"warn\",\"msg\":\"low\",\"logger\":\"shop\"}\n","stream":"stderr",)"
        R"("time":"2024-01-15T10:30:00.123456789Z"})",
        kTime, "WARNING", "shop", "low");
    row("docker, a time inside",
        R"({"log":"2024-01-15 10:30:00,123 ERROR gone\n","stream":"stderr",)"
        R"("time":"2024-01-15T10:30:07.5Z"})",
        kTime, "ERROR", "", "gone");
    row("a log beside other members",
        R"({"log":"m","stream":"s","time":"2024-01-15T10:30:00.123Z"})", kTime, "UNKNOWN", "", "m");
    row("a number beyond 64 bits",
        R"({"n":123456789012345678901234567890,"level":"warn","msg":"m"})", "", "WARNING", "", "m");
    row("journald, bytes", R"({"MESSAGE":[99,97,102,233],"PRIORITY":"3"})", "", "ERROR", "",
        "caf\\xE9");
    row("the better name wins", R"({"name":"n","event":"e","message":"m","logger":"l"})", "",
        "UNKNOWN", "l", "m");
    row("a bad value gives way", R"({"level":"high","severity":"error","ts":"soon","message":"m"})",
        "", "ERROR", "", "m");
    row("no message", R"({"a":1})", "", "UNKNOWN", "", R"({"a":1})");
    row("empty object", "{}", "", "UNKNOWN", "", "{}");
    row("line end", "{\"msg\":\"m\"}\r\n", "", "UNKNOWN", "", "m");
    row("byte order mark", "\xEF\xBB\xBF{\"msg\":\"m\"}", "", "UNKNOWN", "", "m");
    row("short names of others", R"({"s":"E","c":"red","msg":"m"})", "", "UNKNOWN", "", "m");
    row("malformed", R"({"level":"error",})", "", "UNKNOWN", "", R"({"level":"error",})");
}

void RecordParserTest::readsJson()
{
    QFETCH(QByteArray, text);
    auto parser = parserAt(kNow);
    const auto record = parser.parseText(text.toStdString());
    QTEST(QByteArray::fromStdString(record.message), "message");
    QTEST(toBytes(levelName(record.level)), "level");
    QTEST(QByteArray::fromStdString(record.logger), "logger");
    QTEST(record.time ? QByteArray::fromStdString(formatIso8601(*record.time)) : QByteArray(),
          "time");
    QVERIFY(text.contains(QByteArray::fromStdString(record.raw)));
    QVERIFY(record.kind == RecordKind::Log);
}

void RecordParserTest::readsPlainLines_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QByteArray>("level");
    QTest::addColumn<QByteArray>("logger");
    QTest::addColumn<QByteArray>("message");

    const auto row = [](const char *name, const char *text, const char *time, const char *level,
                        const char *logger, const char *message) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(time) << QByteArray(level)
                            << QByteArray(logger) << QByteArray(message);
    };
    constexpr auto kTime = "2024-01-15T10:30:00.123Z";
    constexpr auto kSecond = "2024-01-15T10:30:00.000Z";

    row("text alone", "Killed", "", "UNKNOWN", "", "Killed");
    row("empty", "", "", "UNKNOWN", "", "");
    row("ISO", "2024-01-15T10:30:00.123Z INFO ready", kTime, "INFO", "", "ready");
    row("ISO, no level", "2024-01-15T10:30:00.123Z web failed with code 5", kTime, "UNKNOWN", "",
        "web failed with code 5");
    row("python", "2024-01-15 10:30:00,123 - shop.cart - WARNING - low stock", kTime, "WARNING",
        "shop.cart", "low stock");
    row("python, root", "2024-01-15 10:30:00,123 - root - INFO - a - b", kTime, "INFO", "root",
        "a - b");
    row("python, basicConfig", "ERROR:shop.cart:low stock", "", "ERROR", "shop.cart", "low stock");
    row("python, bars", "2024-01-15 10:30:00,123 | INFO | shop.cart | in", kTime, "INFO",
        "shop.cart", "in");
    row("spdlog", "[2024-01-15 10:30:00.123] [engine] [warning] hot", kTime, "WARNING", "engine",
        "hot");
    row("spdlog, default logger", "[2024-01-15 10:30:00.123] [error] hot", kTime, "ERROR", "",
        "hot");
    row("log4j", "2024-01-15 10:30:00,123 ERROR [main] com.shop.Cart - gone", kTime, "ERROR",
        "com.shop.Cart", "gone");
    row("logback", "2024-01-15 10:30:00.123 [http-1] DEBUG c.s.Cart - gone", kTime, "DEBUG",
        "c.s.Cart", "gone");
    row("Spring Boot",
        "2024-01-15T10:30:00.123Z  INFO 4711 --- [           main] c.shop.Cart   : Started", kTime,
        "INFO", "c.shop.Cart", "Started");
    row("tracing", "2024-01-15T10:30:00.123Z  WARN shop::cart: low stock", kTime, "WARNING",
        "shop::cart", "low stock");
    row("env_logger", "[2024-01-15T10:30:00Z ERROR shop::cart] gone", kSecond, "ERROR",
        "shop::cart", "gone");
    row("Ruby", "W, [2024-01-15T10:30:00.123456 #4711]  WARN -- : low", kTime, "WARNING", "",
        "low");
    row("klog", "E0115 10:30:00.123456    4711 controller.go:117] gone", kTime, "ERROR",
        "controller.go", "gone");
    row("uvicorn", "INFO:     127.0.0.1:5 - \"GET / HTTP/1.1\" 200 OK", "", "INFO", "",
        "127.0.0.1:5 - \"GET / HTTP/1.1\" 200 OK");
    row("nginx, error", "2024/01/15 10:30:00 [error] 12#0: *5 connect() failed", kSecond, "ERROR",
        "", "12#0: *5 connect() failed");
    row("nginx, access", "::1 - - [15/Jan/2024:11:30:00 +0100] \"GET / HTTP/1.1\" 200", kSecond,
        "INFO", "", "\"GET / HTTP/1.1\" 200");
    row("an error of an access log",
        "10.0.0.1 - bob [15/Jan/2024:11:30:00 +0100] \"GET /\\\"x HTTP/1.1\" 503 0 \"-\" \"c\"",
        kSecond, "ERROR", "", "\"GET /\\\"x HTTP/1.1\" 503 0 \"-\" \"c\"");
    row("CRI", "2024-01-15T10:30:00.123456789Z stdout F ready", kTime, "UNKNOWN", "", "ready");
    row("CRI, JSON inside",
        R"(2024-01-15T10:30:07.5Z stderr F {"level":"error","ts":1705314600,"msg":"gone"})",
        kSecond, "ERROR", "", "gone");
    row("CRI, a part", "2024-01-15T10:30:00.123Z stdout P:x ERROR ab", kTime, "ERROR", "", "ab");
    row("CRI, empty", "2024-01-15T10:30:00.123Z stdout F ", kTime, "UNKNOWN", "", "");
    row("a crash", "Traceback (most recent call last):\n  File", "", "ERROR", "",
        "Traceback (most recent call last):\n  File");
    row("Apache, error", "[Mon Jan 15 10:30:00.123456 2024] [core:error] [pid 7] denied", kTime,
        "UNKNOWN", "core:error", "[pid 7] denied");
    row("PostgreSQL", "2024-01-15 10:30:00.123 UTC [71] FATAL:  no such role", kTime, "CRITICAL",
        "", "no such role");
    row("syslog", "Jan 15 10:30:00 web-1 sshd[4711]: Accepted key", kSecond, "UNKNOWN", "sshd",
        "Accepted key");
    row("syslog, no pid", "Jan  5 10:30:00 web-1 kernel: [ 0.1] error: disk",
        "2024-01-05T10:30:00.000Z", "UNKNOWN", "kernel", "[ 0.1] error: disk");
    row("syslog, level in the message", "Jan 15 10:30:00 web-1 app[1]: ERROR gone", kSecond,
        "ERROR", "app", "gone");
    row("rsyslog", "2024-01-15T10:30:00.123456+00:00 web-1 CRON[7]: (root) CMD (x)", kTime,
        "UNKNOWN", "CRON", "(root) CMD (x)");
    row("RFC 3164", "<34>Jan 15 10:30:00 web-1 su: failed", kSecond, "CRITICAL", "su", "failed");
    row("RFC 5424",
        "<165>1 2024-01-15T10:30:00.123Z web-1 shop 7 ID47 [a@1 k=\"v]\\\"\"][b@1] started", kTime,
        "INFO", "shop", "started");
    row("RFC 5424, nothing known", "<11>1 - - - - - - text", "", "ERROR", "", "text");
    row("epoch", "1705314600.123 INFO ready", kTime, "INFO", "", "ready");
    row("epoch in ms", "1705314600123 ready", kTime, "UNKNOWN", "", "ready");
    row("a telephone number", "4155551234 called", "", "UNKNOWN", "", "4155551234 called");
    row("ten digits in a word", "1705314600x INFO", "", "INFO", "", "1705314600x INFO");
    row("colours", "\x1b[2m2024-01-15T10:30:00.123Z\x1b[0m \x1b[32m INFO\x1b[0m a\x1b[1mb", kTime,
        "INFO", "", "ab");
    row("brackets", "[ERROR] [shop.cart] gone", "", "ERROR", "shop.cart", "gone");
    row("lower case, set apart", "warning: unused", "", "WARNING", "", "unused");
    row("lower case in a sentence", "error while reading", "", "UNKNOWN", "",
        "error while reading");
    row("lower case after a time", "2024-01-15T10:30:00.123Z error while reading", kTime, "ERROR",
        "", "error while reading");
    row("capitals further on", "worker-3 pid=7 ERROR gone", "", "ERROR", "",
        "worker-3 pid=7 ERROR gone");
    row("capitals in a name", "MY_ERROR_CODE set", "", "UNKNOWN", "", "MY_ERROR_CODE set");
    row("capitals in a path", "GET /ERROR?a=FATAL ERROR_X", "", "UNKNOWN", "",
        "GET /ERROR?a=FATAL ERROR_X");
    row("short capitals", "user@db LOG:  started", "", "INFO", "", "user@db LOG:  started");
    row("Tomcat", "15-Jan-2024 10:30:00.123 INFO [main] o.a.Catalina.start Started", kTime, "INFO",
        "main", "o.a.Catalina.start Started");
    row("Celery", "[2024-01-15 10:30:00,123: INFO/MainProcess] Task received", kTime, "INFO", "",
        "Task received");
    row("Elasticsearch", "[2024-01-15T10:30:00,123][WARN ][o.e.Disk] [node-1] high", kTime,
        "WARNING", "o.e.Disk", "high");
    row("a sentence with a colon", "ERROR Failed: reason", "", "ERROR", "", "Failed: reason");
    row("header alone", "2024-01-15T10:30:00.123Z INFO", kTime, "INFO", "",
        "2024-01-15T10:30:00.123Z INFO");
    row("trace", "2024-01-15 10:30:00,123 - a.b - ERROR - gone\nTraceback:\n  File \"x\"\n", kTime,
        "ERROR", "a.b", "gone\nTraceback:\n  File \"x\"");
    row("blank first line", "\n\r\n ERROR gone", "", "ERROR", "", "gone");
    row("header on a line of its own", "2024-01-15T10:30:00.123Z\nERROR gone", kTime, "UNKNOWN", "",
        "\nERROR gone");
    row("logfmt", "ts=2024-01-15T10:30:00.123Z level=warn logger=db msg=\"a \\\"b\\\" c\" n=1",
        kTime, "WARNING", "db", "a \"b\" c");
    row("logfmt, no message", "level=info n=1", "", "INFO", "", "level=info n=1");
    row("logfmt with a trace", "level=error msg=gone\n  at x\n", "", "ERROR", "", "gone\n  at x");
    row("not logfmt", "a=1 and so on", "", "UNKNOWN", "", "a=1 and so on");
    row("logfmt cut short", "level=info msg=\"abc", "", "UNKNOWN", "", "level=info msg=\"abc");
}

void RecordParserTest::readsPlainLines()
{
    readsJson();
}

void RecordParserTest::tellsTheYear_data()
{
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("time");
    const auto row = [](const char *name, const char *now, const char *text, const char *time) {
        QTest::newRow(name) << QByteArray(now) << QByteArray(text) << QByteArray(time);
    };
    row("this year", "2024-06-01T00:00:00Z", "Jan 15 10:30:00 h a: m", "2024-01-15T10:30:00.000Z");
    row("last year", "2024-01-01T00:00:05Z", "Dec 31 23:59:59 h a: m", "2023-12-31T23:59:59.000Z");
    row("a clock ahead", "2023-12-31T23:59:59Z", "Jan  1 00:00:04 h a: m",
        "2024-01-01T00:00:04.000Z");
    row("leap day", "2027-01-01T00:00:00Z", "Feb 29 10:30:00 h a: m", "2024-02-29T10:30:00.000Z");
    row("no such day", "2024-06-01T00:00:00Z", "Feb 30 10:30:00 h a: m", "");
}

void RecordParserTest::tellsTheYear()
{
    QFETCH(QByteArray, now);
    QFETCH(QByteArray, text);
    auto parser = parserAt(now.constData());
    const auto time = parser.parseText(text.toStdString()).time;
    QTEST(time ? QByteArray::fromStdString(formatIso8601(*time)) : QByteArray(), "time");
}

void RecordParserTest::readsItems_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QByteArray>("level");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("raw");
    QTest::newRow("object") << QByteArray(R"({ "level": "info", "message": "m", "n": [1, 2] })")
                            << QByteArray("INFO") << QByteArray("m")
                            << QByteArray(R"({"level":"info","message":"m","n":[1,2]})");
    QTest::newRow("line") << QByteArray(R"({"line":"ERROR gone\n"})") << QByteArray("ERROR")
                          << QByteArray("gone") << QByteArray("ERROR gone");
    QTest::newRow("line and file")
        << QByteArray(R"({"line":"ERROR gone","file":"/var/log/x"})") << QByteArray("ERROR")
        << QByteArray("gone") << QByteArray(R"({"line":"ERROR gone","file":"/var/log/x"})");
    QTest::newRow("line of JSON") << QByteArray(R"({"line":"{\"level\":\"warn\",\"msg\":\"m\"}"})")
                                  << QByteArray("WARNING") << QByteArray("m")
                                  << QByteArray(R"({"level":"warn","msg":"m"})");
    QTest::newRow("line of JSON and file")
        << QByteArray(R"({"line":"{\"msg\":\"m\",\"n\":1}","file":"/x","n":2})")
        << QByteArray("UNKNOWN") << QByteArray("m")
        << QByteArray(R"({"msg":"m","n":1,"file":"/x"})");
    QTest::newRow("empty object in a line")
        << QByteArray(R"({"line":"{}","file":"/x"})") << QByteArray("UNKNOWN")
        << QByteArray(R"({"file":"/x"})") << QByteArray(R"({"file":"/x"})");
    QTest::newRow("line is a number")
        << QByteArray(R"({"line":42,"message":"m"})") << QByteArray("UNKNOWN") << QByteArray("m")
        << QByteArray(R"({"line":42,"message":"m"})");
    QTest::newRow("line beside a message")
        << QByteArray(R"({"line":"x.py:3","message":"m"})") << QByteArray("UNKNOWN")
        << QByteArray("m") << QByteArray(R"({"line":"x.py:3","message":"m"})");
}

void RecordParserTest::readsItems()
{
    QFETCH(QByteArray, item);
    JsonReader reader;
    const auto object = reader.parseObject(item.toStdString(), "test");
    QVERIFY(object);
    auto parser = parserAt(kNow);
    const auto record = parser.parseItem(*object);
    QTEST(toBytes(levelName(record.level)), "level");
    QTEST(QByteArray::fromStdString(record.message), "message");
    QTEST(QByteArray::fromStdString(record.raw), "raw");
}

void RecordParserTest::keepsWhatIsNotUtf8()
{
    auto parser = parserAt(kNow);
    QCOMPARE(parser.parseText("ERROR caf\xE9 closed").message, std::string("caf\\xE9 closed"));
    const auto json = parser.parseText("{\"level\":\"error\",\"msg\":\"caf\xE9\"}");
    QCOMPARE(json.message, std::string("caf\\xE9"));
    QCOMPARE(json.level, Level::Error);
    QVERIFY(!fieldsOf(json.raw).empty());
    const std::string withNul("a\0b", 3);
    QCOMPARE(parser.parseText(withNul).raw, withNul);
}

void RecordParserTest::cutsAtTheBound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("note");
    QTest::newRow("plain") << "ERROR " + QByteArray(2 << 20, 'x')
                           << QByteArray("[cut: 1048582 bytes over the limit of 1048576]");
    QTest::newRow("JSON") << R"({"level":"error","msg":")" + QByteArray(2 << 20, 'x') + "\"}"
                          << QByteArray("[cut: 1048602 bytes over the limit of 1048576]");
    QTest::newRow("between characters")
        << "ERROR x" + QByteArray("\xC3\xA4").repeated(1 << 20)
        << QByteArray("[cut: 1048583 bytes over the limit of 1048576]");
    QTest::newRow("not UTF-8") << "ERROR " + QByteArray(1 << 20, '\xE9')
                               << QByteArray("[cut: 3145734 bytes over the limit of 1048576]");
}

void RecordParserTest::cutsAtTheBound()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, note);
    auto parser = parserAt(kNow);
    const auto record = parser.parseText({text.constData(), std::size_t(text.size())});
    QCOMPARE(record.level, Level::Error);
    QVERIFY(record.raw.size() <= kMaxRecordBytes);
    QVERIFY(record.message.size() <= kMaxRecordBytes);
    QCOMPARE(QByteArray::fromStdString(record.message).right(note.size()), note);
    QVERIFY(simdjson::validate_utf8(record.raw) && simdjson::validate_utf8(record.message));
    QCOMPARE(parser.cutRecords(), std::uint64_t(1));
    parser.parseText("short");
    QCOMPARE(parser.cutRecords(), std::uint64_t(1));
}

void RecordParserTest::listsFields_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("in order") << QByteArray(R"({"b":1,"a":"x","c":null,"d":true})")
                              << QByteArray("b=1|a=x|c=null|d=true");
    QTest::newRow("nested") << QByteArray(R"({"http":{"status":500,"req":{"id":"r"}},"n":1})")
                            << QByteArray("http.status=500|http.req.id=r|n=1");
    QTest::newRow("arrays as JSON")
        << QByteArray(R"({"a":[1,{"b":2}],"e":{}})") << QByteArray(R"(a=[1,{"b":2}]|e={})");
    QTest::newRow("logfmt") << QByteArray("level=info msg=\"a b\"")
                            << QByteArray("level=info|msg=a b");
    QTest::newRow("plain") << QByteArray("just text") << QByteArray();
    QTest::newRow("malformed") << QByteArray("{\"a\":") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("deep") << QByteArray(
                                 R"({"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}})")
                          << QByteArray(R"(a.a.a.a.a.a.a.a={"a":1})");
}

void RecordParserTest::listsFields()
{
    QFETCH(QByteArray, raw);
    QTEST(joined(fieldsOf(raw.toStdString())), "fields");
}

void RecordParserTest::boundsFields()
{
    std::string raw = "{";
    for (std::size_t i = 0; i < 2 * kMaxFields; ++i) {
        raw += "\"f" + std::to_string(i) + "\":{\"x\":0},";
    }
    raw.back() = '}';
    QCOMPARE(fieldsOf(raw).size(), kMaxFields);
    QVERIFY(fieldsOf("{\"a\":" + std::string(100'000, '[')).empty());
}

QTEST_APPLESS_MAIN(RecordParserTest)
#include "tst_recordparser.moc"
