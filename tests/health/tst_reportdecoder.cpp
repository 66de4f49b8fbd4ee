// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/reportdecoder.h"

#include <QDir>
#include <QTest>

#include <fmt/format.h>

using namespace foretop;
using namespace foretop::health;

namespace {

const WallTime kNow = wallTimeFromMs(1'705'314'600'000);

Result<Report> decoded(const QByteArray &json)
{
    return decodeReport({json.constData(), std::size_t(json.size())}, kNow, "ws://shop");
}

/// `status service version`, then a check a line: `name status latency "message" {observed}`.
QString picture(const Report &report)
{
    auto text = fmt::format("{} {} {}", statusName(report.status), report.service, report.version);
    for (const auto &check : report.checks) {
        text += fmt::format("\n{} {}", check.name, statusName(check.status));
        text += check.latencyMs ? fmt::format(" {}", *check.latencyMs) : "";
        text += check.message.empty() ? "" : fmt::format(" \"{}\"", check.message);
        for (const auto &[name, value] : check.observed) {
            text += fmt::format(" {}={}", name, value);
        }
    }
    return QString::fromStdString(text);
}

} // namespace

class ReportDecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsReports_data();
    void readsReports();
    void readsTheTimestamp();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void cutsLongTexts();
    void comesBackAsWritten_data();
    void comesBackAsWritten();
    void knowsStatusWords_data();
    void knowsStatusWords();
    void readsTheCorpus();
};

void ReportDecoderTest::readsReports_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("report");
    const auto row = [](const char *name, const char *json, const char *report) {
        QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(report);
    };
    row("feed item",
        R"({"status":"degraded","service":"shop","version":"1.2","timestamp":"2024-01-15T10:30:00Z",)"
        R"("checks":{"db":{"status":"healthy","latency_ms":1.5,"message":"","observed":{}},)"
        R"("disk":{"status":"degraded","message":"91% full","observed":{"used_ratio":0.91}}}})",
        "degraded shop 1.2\ndb healthy 1.5\ndisk degraded \"91% full\" used_ratio=0.91");
    row("status alone", R"({"status":"ok"})", "healthy ws://shop ");
    row("status as a boolean", R"({"status":false})", "unhealthy ws://shop ");
    row("healthy as a boolean", R"({"healthy":true})", "healthy ws://shop ");
    row("checks as booleans", R"({"status":"unhealthy","checks":{"db":true,"redis":false}})",
        "unhealthy ws://shop \ndb healthy\nredis unhealthy");
    row("checks as words", R"({"status":"UP","checks":{"db":"OK","redis":"Warning","s3":"down"}})",
        "healthy ws://shop \ndb healthy\nredis degraded\ns3 unhealthy");
    row("no status: the worst of the checks", R"({"checks":{"db":"ok","redis":"warn"}})",
        "degraded ws://shop \ndb healthy\nredis degraded");
    row("no checks in checks", R"({"checks":{}})", "unknown ws://shop ");
    row("no result yet", R"({"status":"ok","checks":{"db":null,"mq":"starting"}})",
        "healthy ws://shop \ndb unknown\nmq unknown");
    row("components, as Spring Boot has them",
        R"({"status":"UP","components":{"db":{"status":"UP","details":{"database":"H2"}}}})",
        "healthy ws://shop \ndb healthy details={\"database\":\"H2\"}");
    row("dependencies beside checks",
        R"({"status":"ok","dependencies":{"db":"ok"},"checks":{"db":"fail"}})",
        "healthy ws://shop \ndb healthy\ndb #2 unhealthy");
    row("an array of checks", R"({"status":"UP","checks":[{"name":"live","status":"UP"}]})",
        "healthy ws://shop \nlive healthy");
    row("other members are observed",
        R"({"status":"ok","checks":{"q":{"ok":true,"depth":7,"lag":null,"busy":false}}})",
        "healthy ws://shop \nq healthy depth=7 busy=false");
    row("error as message",
        R"({"status":"down","checks":{"db":{"status":"down","message":"","error":"timeout"}}})",
        "unhealthy ws://shop \ndb unhealthy \"timeout\"");
    row("response time", R"({"checks":{"db":{"status":"up","response_time_ms":12}}})",
        "healthy ws://shop \ndb healthy 12");
    row("version as a number", R"({"status":"ok","version":3})", "healthy ws://shop 3");
    row("a word nobody knows", R"({"status":"ok","checks":{"db":{"status":"resting"},"mq":"odd"}})",
        "healthy ws://shop \ndb unknown \"unknown status \"resting\"\"\n"
        "mq unknown \"unknown status \"odd\"\"");
    row("other members of the report", R"({"status":"ok","uptime":{"days":3},"environment":"x"})",
        "healthy ws://shop ");
}

void ReportDecoderTest::readsReports()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, report);
    const auto result = decoded(json);
    QVERIFY2(result, result ? "" : result.error().text().c_str());
    QCOMPARE(picture(*result), report);
}

void ReportDecoderTest::readsTheTimestamp()
{
    QCOMPARE(decoded(R"({"status":"ok"})")->timestamp, kNow);
    QCOMPARE(decoded(R"({"status":"ok","timestamp":null})")->timestamp, kNow);
    QCOMPARE(decoded(R"({"status":"ok","timestamp":"2024-01-15T10:30:01.5Z"})")->timestamp,
             kNow + Milliseconds(1500));
    QCOMPARE(decoded(R"({"status":"ok","timestamp":1705314601})")->timestamp,
             kNow + Milliseconds(1000));
}

void ReportDecoderTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &json, const char *message) {
        QTest::newRow(name) << json << QStringLiteral("ws://shop: ") + QString::fromUtf8(message);
    };
    QTest::newRow("not JSON") << QByteArray("OK") << QStringLiteral("ws://shop byte 0: not JSON: ");
    row("not an object", "[]", "must be an object, not an array");
    row("nothing of health", R"({"state":"ok"})",
        "\"status\" is missing, and there are no \"checks\"");
    row("status of a wrong type", R"({"status":200})",
        "\"status\" must be a boolean or a word such as \"healthy\", \"degraded\" or "
        "\"unhealthy\", not a number");
    row("status nobody knows", R"({"status":"resting"})",
        "\"status\" must be a boolean or a word such as \"healthy\", \"degraded\" or "
        "\"unhealthy\", not \"resting\"");
    row("service", R"({"status":"ok","service":{}})",
        "\"service\" must be a string, not an object");
    row("timestamp", R"({"status":"ok","timestamp":"soon"})",
        "\"timestamp\" must be a time (ISO 8601 text or Unix seconds), not \"soon\"");
    row("timestamp of a wrong type", R"({"status":"ok","timestamp":[]})",
        "\"timestamp\" must be a time (ISO 8601 text or Unix seconds), not an array");
    row("checks", R"({"checks":"ok"})", "\"checks\" must be an object of checks, not a string");
    row("a check", R"({"checks":{"db":1}})",
        "\"checks.db\" must be a boolean, a status word or an object, not a number");
    row("a check's status", R"({"checks":{"db":{"status":1}}})",
        "\"checks.db.status\" must be a boolean or a word such as \"healthy\", \"degraded\" or "
        "\"unhealthy\", not a number");
    row("no status in a check", R"({"checks":{"db":{"latency_ms":1}}})",
        "\"checks.db.status\" is missing");
    row("latency", R"({"components":{"db":{"status":"up","latency_ms":"12ms"}}})",
        "\"components.db.latency_ms\" must be a number, not a string");
    row("observed", R"({"checks":{"db":{"status":"up","observed":[1]}}})",
        "\"checks.db.observed\" must be an object, not an array");
    row("an item", R"({"checks":[{"name":"a","status":"up"},"up"]})",
        "\"checks[1]\" must be an object with a \"name\", not a string");
    row("no name in an item", R"({"checks":[{"status":"up"}]})", "\"checks[0].name\" is missing");
    QByteArray checks;
    for (std::size_t i = 0; i <= kMaxChecks; ++i) {
        checks += (checks.isEmpty() ? "\"" : ",\"") + QByteArray::number(qulonglong(i)) + "\":true";
    }
    row("many checks", "{\"checks\":{" + checks + "}}", "a report may hold at most 1000 checks");
    QByteArray values;
    for (std::size_t i = 0; i <= kMaxObserved; ++i) {
        values += ",\"" + QByteArray::number(qulonglong(i)) + "\":1";
    }
    row("much observed", "{\"checks\":{\"db\":{\"status\":\"up\"" + values + "}}}",
        "\"checks.db.observed\" has more than 64 values");
}

void ReportDecoderTest::saysWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, message);
    const auto result = decoded(json);
    QVERIFY(!result);
    QVERIFY2(QString::fromStdString(result.error().text()).startsWith(message),
             result.error().text().c_str());
}

void ReportDecoderTest::cutsLongTexts()
{
    const auto result = decoded(R"({"checks":{"db":{"status":"down","message":")" +
                                QByteArray(5000, 'x') + R"("}}})");
    QVERIFY(result);
    const auto &message = result->checks.at(0).message;
    QVERIFY(message.size() <= kMaxMessageBytes);
    QCOMPARE(message.substr(4056), std::string("\xE2\x80\xA6 (944 bytes more)"));
}

void ReportDecoderTest::comesBackAsWritten_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("little") << QByteArray(R"({"status":"ok"})");
    QTest::newRow("much") << QByteArray(
        R"({"status":"warn","service":"s","version":"v","timestamp":1705314601.25,"checks":{)"
        R"("db":{"status":"down","latency_ms":0.1,"message":"a \"quoted\"\nline","x":[1,2]},)"
        R"("mq":"odd","s3":null}})");
}

void ReportDecoderTest::comesBackAsWritten()
{
    QFETCH(QByteArray, json);
    const auto first = decoded(json);
    QVERIFY(first);
    const auto second = decoded(QByteArray::fromStdString(encodeReport(*first)));
    QVERIFY2(second, second ? "" : second.error().text().c_str());
    QVERIFY(*first == *second);
}

void ReportDecoderTest::knowsStatusWords_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("status");
    QTest::newRow("healthy") << QByteArray("healthy ok OK up UP pass Passing success") << 1;
    QTest::newRow("degraded") << QByteArray("degraded warn WARNING partial") << 2;
    QTest::newRow("unhealthy") << QByteArray("unhealthy down DOWN fail Failed error critical "
                                             "out_of_service OUT_OF_SERVICE")
                               << 3;
    QTest::newRow("unknown") << QByteArray("unknown UNKNOWN starting") << 0;
    QTest::newRow("none of them") << QByteArray("resting o k1") << -1;
}

void ReportDecoderTest::knowsStatusWords()
{
    QFETCH(QByteArray, words);
    QFETCH(int, status);
    const auto all = words.split(' ');
    for (const auto &word : all) {
        const auto found = statusFromName(word.toStdString());
        QCOMPARE(found ? int(*found) : -1, status);
    }
    if (status >= 0) {
        QCOMPARE(statusName(Status(status)), std::string_view(QTest::currentDataTag()));
    }
}

void ReportDecoderTest::readsTheCorpus()
{
    const QDir corpus(QStringLiteral(FORETOP_TEST_DATA "/corpus/report"));
    const auto names = corpus.entryList(QDir::Files);
    QVERIFY(names.size() >= 5);
    for (const auto &name : names) {
        QFile file(corpus.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto result = decoded(file.readAll());
        QCOMPARE(bool(result), !name.startsWith(QStringLiteral("broken")));
    }
}

QTEST_APPLESS_MAIN(ReportDecoderTest)
#include "tst_reportdecoder.moc"
