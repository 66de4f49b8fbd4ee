// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"

#include <QDir>
#include <QTest>

#include <fmt/format.h>

using namespace foretop;
using namespace foretop::jobs;

namespace {

const WallTime kNow = wallTimeFromMs(1'705'314'600'000);

Result<Job> decoded(const QByteArray &json)
{
    return decodeJob({json.constData(), std::size_t(json.size())}, kNow, "ws://shop");
}

/// The members of @p job that are set, as `name=value`; times in seconds from now.
QString picture(const Job &job)
{
    QStringList parts{QString::fromUtf8(stateName(job.state).data()),
                      QString::fromStdString("id=" + job.id)};
    const auto text = [&parts](const char *name, const std::string &value) {
        if (!value.empty()) {
            parts << QString::fromStdString(fmt::format("{}={}", name, value));
        }
    };
    const auto number = [&text](const char *name, std::optional<double> value) {
        text(name, value ? fmt::format("{}", *value) : "");
    };
    const auto time = [&number](const char *name, std::optional<WallTime> value) {
        number(name, value ? std::optional(double((*value - kNow).count()) / 1000) : std::nullopt);
    };
    text("name", job.name);
    text("queue", job.queue);
    text("worker", job.worker);
    number("current", job.current);
    number("total", job.total);
    number("progress", job.progress);
    text("message", job.message);
    text("attempt", job.attempt == 1 ? "" : std::to_string(job.attempt));
    time("queued", job.queuedAt);
    time("started", job.startedAt);
    time("finished", job.finishedAt);
    time("updated", job.updatedAt == kNow ? std::nullopt : std::optional(job.updatedAt));
    text("error", job.error);
    for (const auto &[name, value] : job.context) {
        text(name.c_str(), value);
    }
    return parts.join(u' ');
}

} // namespace

class JobTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsJobs_data();
    void readsJobs();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void comesBackAsWritten();
    void leavesOutWhatIsNotKnown();
    void knowsStateWords_data();
    void knowsStateWords();
    void readsTheCorpus();
};

void JobTest::readsJobs_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("job");
    const auto row = [](const char *name, const char *json, const char *job) {
        QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(job);
    };
    row("only an id", R"({"id":"a"})", "queued id=a");
    row("a number as id", R"({"id":18446744073709551615})", "queued id=18446744073709551615");
    row("everything",
        R"({"id":"a","name":"import","queue":"slow","worker":"w1","state":"failed","current":5,)"
        R"("total":20,"progress":0.5,"message":"row 5","attempt":3,)"
        R"("queued_at":"2024-01-15T10:29:00Z","started_at":1705314590,"finished_at":1705314599500,)"
        R"("updated_at":1705314601,"error":"KeyError","context":{"file":"x.csv","rows":20}})",
        "failed id=a name=import queue=slow worker=w1 current=5 total=20 progress=0.5 "
        "message=row 5 attempt=3 queued=-60 started=-10 finished=-0.5 updated=1 error=KeyError "
        "file=x.csv rows=20");
    row("progress from current and total", R"({"id":1,"state":"running","current":5,"total":20})",
        "running id=1 current=5 total=20 progress=0.25");
    row("more than all", R"({"id":1,"state":"running","current":25,"total":20})",
        "running id=1 current=25 total=20 progress=1");
    row("a total of nothing", R"({"id":1,"state":"running","current":0,"total":0})",
        "running id=1 current=0 total=0");
    row("progress too large", R"({"id":1,"state":"running","progress":42})",
        "running id=1 progress=1");
    row("progress too small", R"({"id":1,"state":"running","progress":-1})",
        "running id=1 progress=0");
    row("nulls are nothing",
        R"({"id":1,"name":null,"state":null,"progress":null,"attempt":null,)"
        R"("context":null,"started_at":null})",
        "queued id=1");
    row("status for state", R"({"id":1,"status":"STARTED"})", "running id=1");
    row("no state but progress", R"({"id":1,"current":1})", "running id=1 current=1");
    row("no state but a start", R"({"id":1,"started_at":1705314600})", "running id=1 started=0");
    row("no state but an end", R"({"id":1,"finished_at":1705314600})", "succeeded id=1 finished=0");
    row("no state but an end and an error", R"({"id":1,"finished_at":1705314600,"error":"x"})",
        "failed id=1 finished=0 error=x");
    row("an error that is an object", R"({"id":1,"state":"failed","error":{"type":"KeyError"}})",
        R"(failed id=1 error={"type":"KeyError"})");
}

void JobTest::readsJobs()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, job);
    const auto result = decoded(json);
    QVERIFY2(result, result ? "" : result.error().text().c_str());
    QCOMPARE(picture(*result), job);
}

void JobTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &json, const char *message) {
        QTest::newRow(name) << json << QStringLiteral("ws://shop: ") + QString::fromUtf8(message);
    };
    row("not an object", "7", "must be an object, not a number");
    row("no id", R"({"name":"x"})", "\"id\" is missing");
    row("id is null", R"({"id":null})", "\"id\" is missing");
    row("id of a wrong type", R"({"id":true})",
        "\"id\" must be a string or a whole number, not a boolean");
    row("id with a fraction", R"({"id":1.5})",
        "\"id\" must be a string or a whole number, not a number");
    row("empty id", R"({"id":""})", "\"id\" is missing");
    row("long id", R"({"id":")" + QByteArray(1025, 'x') + R"("})",
        "\"id\" must be at most 1024 bytes long, not \"xxx");
    row("name", R"({"id":1,"name":7})", "\"name\" must be a string, not a number");
    row("queue", R"({"id":1,"queue":[]})", "\"queue\" must be a string, not an array");
    row("worker", R"({"id":1,"worker":{}})", "\"worker\" must be a string, not an object");
    row("state", R"({"id":1,"state":3})", "\"state\" must be a string, not a number");
    row("state nobody knows", R"({"id":1,"state":"resting"})",
        "\"state\" must be \"queued\", \"running\", \"retrying\", \"succeeded\", \"failed\" or "
        "\"cancelled\", not \"resting\"");
    row("current", R"({"id":1,"current":"5"})", "\"current\" must be a number, not a string");
    row("total", R"({"id":1,"total":"5"})", "\"total\" must be a number, not a string");
    row("progress", R"({"id":1,"progress":"50%"})", "\"progress\" must be a number, not a string");
    row("attempt of a wrong type", R"({"id":1,"attempt":"2"})",
        "\"attempt\" must be a whole number, not a string");
    row("attempt 0", R"({"id":1,"attempt":0})",
        "\"attempt\" must be a whole number from 1 to 4294967295, not 0");
    row("attempt -1", R"({"id":1,"attempt":-1})",
        "\"attempt\" must be a whole number from 1 to 4294967295, not -1");
    row("attempt 1.5", R"({"id":1,"attempt":1.5})",
        "\"attempt\" must be a whole number from 1 to 4294967295, not 1.5");
    row("attempt too large", R"({"id":1,"attempt":4294967296})",
        "\"attempt\" must be a whole number from 1 to 4294967295, not 4294967296");
    for (const char *name : {"queued_at", "started_at", "finished_at", "updated_at"}) {
        row(name, QByteArray(R"({"id":1,")") + name + R"(":"noon"})",
            fmt::format("\"{}\" must be a time (ISO 8601 text or Unix seconds), not \"noon\"", name)
                .c_str());
    }
    row("a time too early", R"({"id":1,"started_at":12})",
        "\"started_at\" must be a time (ISO 8601 text or Unix seconds), not 12");
    row("context", R"({"id":1,"context":"x"})", "\"context\" must be an object, not a string");
    QByteArray fields;
    for (std::size_t i = 0; i <= kMaxContext; ++i) {
        fields += (fields.isEmpty() ? "\"" : ",\"") + QByteArray::number(qulonglong(i)) + "\":1";
    }
    row("large context", R"({"id":1,"context":{)" + fields + "}}",
        "\"context\" has more than 256 members");
}

void JobTest::saysWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, message);
    const auto result = decoded(json);
    QVERIFY(!result);
    QVERIFY2(QString::fromStdString(result.error().text()).startsWith(message),
             result.error().text().c_str());
}

void JobTest::comesBackAsWritten()
{
    const auto first = decoded(
        R"({"id":"a \"b\"","name":"import","queue":"q","worker":"w","state":"retry","current":0.1,)"
        R"("total":3,"message":"m\nn","attempt":2,"queued_at":1705314590,"started_at":1705314591,)"
        R"("finished_at":1705314592.125,"updated_at":1705314593,"error":"e","context":{"k":"v"}})");
    QVERIFY(first);
    const auto second = decoded(QByteArray::fromStdString(encodeJob(*first)));
    QVERIFY(second);
    QVERIFY(*first == *second);
}

void JobTest::leavesOutWhatIsNotKnown()
{
    Job job;
    job.id = "7";
    job.updatedAt = kNow;
    QCOMPARE(encodeJob(job), std::string(R"({"id":"7","state":"queued","attempt":1,)"
                                         R"("updated_at":"2024-01-15T10:30:00.000Z"})"));
}

void JobTest::knowsStateWords_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("isEnd");
    QTest::newRow("queued") << QByteArray("queued PENDING RECEIVED waiting scheduled") << 0
                            << false;
    QTest::newRow("running") << QByteArray("running STARTED active Progress") << 1 << false;
    QTest::newRow("retrying") << QByteArray("retrying RETRY") << 2 << false;
    QTest::newRow("succeeded") << QByteArray("succeeded SUCCESS completed finished done") << 3
                               << true;
    QTest::newRow("failed") << QByteArray("failed FAILURE error") << 4 << true;
    QTest::newRow("cancelled") << QByteArray("cancelled canceled REVOKED") << 5 << true;
}

void JobTest::knowsStateWords()
{
    QFETCH(QByteArray, words);
    QFETCH(int, state);
    QFETCH(bool, isEnd);
    const auto all = words.split(' ');
    for (const auto &word : all) {
        const auto found = stateFromName(word.toStdString());
        QVERIFY2(found, word.constData());
        QCOMPARE(int(*found), state);
    }
    QCOMPARE(stateName(State(state)), std::string_view(QTest::currentDataTag()));
    QCOMPARE(isFinal(State(state)), isEnd);
    QVERIFY(!stateFromName("resting"));
    QVERIFY(!stateFromName(""));
}

void JobTest::readsTheCorpus()
{
    const QDir corpus(QStringLiteral(FORETOP_TEST_DATA "/corpus/job"));
    const auto names = corpus.entryList(QDir::Files);
    QVERIFY(names.size() >= 3);
    for (const auto &name : names) {
        QFile file(corpus.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(bool(decoded(file.readAll())), !name.startsWith(QStringLiteral("broken")));
    }
}

QTEST_APPLESS_MAIN(JobTest)
#include "tst_job.moc"
