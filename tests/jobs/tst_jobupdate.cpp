// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/job.h"

#include <QTest>

#include <fmt/format.h>

using namespace foretop;
using namespace foretop::jobs;

namespace {

WallTime at(std::int64_t seconds)
{
    return wallTimeFromMs(1'705'314'600'000 + seconds * 1000);
}

/// `state progress message #attempt queued/started/finished error {context}`, "-" where not known;
/// times in seconds.
QString picture(const Job &job)
{
    const auto time = [](std::optional<WallTime> value) {
        return value ? std::to_string((*value - at(0)).count() / 1000) : std::string("-");
    };
    auto text =
        fmt::format("{} {} {} #{} {}/{}/{} {}", stateName(job.state),
                    job.progress ? fmt::format("{}", *job.progress) : "-",
                    job.message.empty() ? "-" : job.message, job.attempt, time(job.queuedAt),
                    time(job.startedAt), time(job.finishedAt), job.error.empty() ? "-" : job.error);
    for (const auto &[name, value] : job.context) {
        text += fmt::format(" {}={}", name, value);
    }
    return QString::fromStdString(text);
}

} // namespace

class JobUpdateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void merges_data();
    void merges();
    void keepsWhatTheUpdateLeavesEmpty();
    void saysWhatIsWrong();
    void boundsTheContext();
};

void JobUpdateTest::merges_data()
{
    QTest::addColumn<QStringList>("updates"); // one every 10 seconds from 0
    QTest::addColumn<QString>("job");
    const auto row = [](const char *name, const QList<QByteArray> &updates, const char *job) {
        QStringList texts;
        for (const auto &update : updates) {
            texts << QString::fromUtf8(update);
        }
        QTest::newRow(name) << texts << QString::fromUtf8(job);
    };
    row("first of nothing", {"{}"}, "queued - - #1 0/-/- -");
    row("first of progress", {R"({"current":1,"total":4})"}, "running 0.25 - #1 -/0/- -");
    row("first of a state", {R"({"state":"running","message":"go"})"}, "running - go #1 -/0/- -");
    row("first of an end", {R"({"state":"failed","error":"x"})"}, "failed - - #1 -/-/0 x");
    row("queued, progress alone", {"{}", R"({"current":1})"}, "running - - #1 0/10/- -");
    row("current against the total of before", {R"({"current":1,"total":4})", R"({"current":3})"},
        "running 0.75 - #1 -/0/- -");
    row("a total that came late", {R"({"current":1})", R"({"total":2})"},
        "running 0.5 - #1 -/0/- -");
    row("progress given", {R"({"current":1,"total":4})", R"({"progress":0.9})"},
        "running 0.9 - #1 -/0/- -");
    row("message alone", {R"({"progress":0.5})", R"({"message":"still"})"},
        "running 0.5 still #1 -/0/- -");
    row("success", {"{}", R"({"current":1})", R"({"state":"succeeded"})"},
        "succeeded - - #1 0/10/20 -");
    row("the end stays where it was", {R"({"state":"failed"})", R"({"error":"why"})"},
        "failed - - #1 -/-/0 why");
    row("times given win",
        {R"({"state":"running","started_at":1705314500})",
         R"({"state":"succeeded","finished_at":1705314605})"},
        "succeeded - - #1 -/-100/5 -");
    row("progress after the end does not revive", {R"({"state":"cancelled"})", R"({"current":1})"},
        "cancelled - - #1 -/-/0 -");
    row("an end without a state", {R"({"current":1})", R"({"finished_at":1705314605})"},
        "succeeded - - #1 -/0/5 -");
    row("a retry keeps the error", {R"({"progress":0.5})", R"({"state":"retrying","error":"x"})"},
        "retrying 0.5 - #1 -/0/- x");
    row("a new attempt starts anew",
        {R"({"progress":0.5})", R"({"state":"retrying","error":"x"})",
         R"({"state":"running","attempt":2})"},
        "running - - #2 -/20/- x");
    row("progress ends the wait for a retry",
        {R"({"current":2,"total":4})", R"({"state":"retrying","error":"x"})", R"({"current":1})"},
        "running 0.25 - #1 -/20/- x");
    row("success clears the error of earlier attempts",
        {R"({"state":"retrying","error":"x"})", R"({"state":"running"})", R"({"state":"success"})"},
        "succeeded - - #1 -/10/20 -");
    row("run again after the end",
        {R"({"progress":0.5})", R"({"state":"failed","error":"x"})", R"({"state":"running"})"},
        "running - - #1 -/20/- -");
    row("context by name", {R"({"context":{"a":1,"b":2}})", R"({"context":{"b":3,"c":4}})"},
        "queued - - #1 0/-/- - a=1 b=3 c=4");
}

void JobUpdateTest::merges()
{
    QFETCH(QStringList, updates);
    QFETCH(QString, job);
    std::optional<Job> merged;
    JsonReader reader;
    for (qsizetype i = 0; i < updates.size(); ++i) {
        const auto object = reader.parseObject(updates[i].toStdString(), "");
        QVERIFY(object);
        const auto update = decodeJobUpdate(*object, at(i * 10), "");
        QVERIFY(update);
        merged = mergeUpdate(merged, *update);
        QCOMPARE(merged->updatedAt, at(i * 10));
    }
    QCOMPARE(picture(*merged), job);
}

void JobUpdateTest::keepsWhatTheUpdateLeavesEmpty()
{
    Job job;
    job.id = "7";
    job.name = "import";
    job.queue = "q";
    job.worker = "w";
    job.state = State::Running;
    job.current = 1;
    job.total = 2;
    job.progress = 0.5;
    job.message = "m";
    job.attempt = 3;
    job.queuedAt = at(1);
    job.startedAt = at(2);
    job.updatedAt = at(3);
    job.error = "e";
    job.context = {{"k", "v"}};
    JobUpdate update;
    update.job.updatedAt = at(3);
    QVERIFY(mergeUpdate(job, update) == job);
}

void JobUpdateTest::saysWhatIsWrong()
{
    JsonReader reader;
    const auto object = reader.parseObject(R"({"current":"five"})", "");
    const auto update = decodeJobUpdate(*object, at(0), "POST /jobs/7");
    QVERIFY(!update);
    QCOMPARE(update.error().text(),
             std::string("POST /jobs/7: \"current\" must be a number, not a string"));
    QCOMPARE(update.error().code, ErrorCode::WrongType);
}

void JobUpdateTest::boundsTheContext()
{
    std::optional<Job> job;
    for (std::size_t i = 0; i < kMaxContext + 5; ++i) {
        JobUpdate update;
        update.job.context = {{std::to_string(i), "x"}};
        job = mergeUpdate(job, update);
    }
    QCOMPARE(job->context.size(), kMaxContext);
    QCOMPARE(job->context.front().first, std::string("5"));
}

QTEST_APPLESS_MAIN(JobUpdateTest)
#include "tst_jobupdate.moc"
