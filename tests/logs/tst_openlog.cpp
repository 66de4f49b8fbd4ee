// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/openlog.h"

#include "pipe.h"
#include "samplearchive.h"
#include "samplelog.h"

#include <QTest>

#include <atomic>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace foretop;
using namespace foretop::logs;

namespace {

std::shared_ptr<OpenLog> opened(const SampleFile &stored)
{
    return OpenLog::open(stored.path()).value();
}

/// The raw texts of all records, each with a bar behind it.
std::string texts(const OpenLog &log)
{
    const auto snapshot = log.snapshot();
    std::string all;
    for (auto number = snapshot->first(); number < snapshot->end(); ++number) {
        all += snapshot->record(number).raw + '|';
    }
    return all;
}

std::uint64_t lineFeeds(std::string_view text)
{
    return static_cast<std::uint64_t>(std::ranges::count(text, '\n'));
}

} // namespace

class OpenLogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhyItCannotOpen();
    void loads();
    void showsTheFrontFirst();
    void loadsArchives_data();
    void loadsArchives();
    void keepsWhatCameBeforeDamage();
    void loadsAPipeAsItComes();
    void stops();
    void loadsAgainAfterAStop();
    void loadsOneHugeLine();
    void growsWhileLoading();
    void followsGrowth();
    void tellsRulesAgainFromMoreText();
    void followsTruncation();
    void numbersAnewWhatGrewAfterACut();
    void followsCopyTruncate();
    void staysReadableWhenTheFileVanishes();
    void reopensWhatReplacedIt();
    void readsAnewWithOtherOptions();
    void readsAnArchiveWrittenAnew();
};

void OpenLogTest::tellsWhyItCannotOpen()
{
    const auto missing = OpenLog::open("/nowhere/app.log");
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QCOMPARE(missing.error().source, std::string("/nowhere/app.log"));
    const QTemporaryDir directory;
    QCOMPARE(OpenLog::open(directory.path().toStdString()).error().code, ErrorCode::WrongType);

    const SampleFile stored("secret");
    QVERIFY(::chmod(stored.path().c_str(), 0) == 0);
    const bool isRoot = ::geteuid() == 0;
    QVERIFY(!isRoot || ::seteuid(65534) == 0);
    const auto denied = OpenLog::open(stored.path());
    QVERIFY(!isRoot || ::seteuid(0) == 0);
    QCOMPARE(denied.error().code, ErrorCode::Denied);
}

void OpenLogTest::loads()
{
    const SampleFile stored(std::string_view("one\r\ntwo \0\nthree", 16));
    const auto log = opened(stored);
    QCOMPARE(log->name(), stored.path());
    QCOMPARE(log->snapshot()->end(), RecordNumber(0));
    int changes = 0;
    Progress last;
    QVERIFY(log->load(
        {}, [&last](Progress progress) { last = progress; }, [&] { ++changes; }));
    QVERIFY(changes > 0);
    QCOMPARE(last.done, log->file()->size());
    QCOMPARE(texts(*log), std::string("one|two \0|three|", 16));
    QCOMPARE(log->index().lineCount(), std::uint64_t(3));

    const SampleFile empty("");
    const auto nothing = opened(empty);
    QVERIFY(nothing->load({}, {}, {}));
    QCOMPARE(nothing->snapshot()->end(), RecordNumber(0));
}

void OpenLogTest::showsTheFrontFirst()
{
    const auto text = SampleLog(SampleKind::Text, 1).text(40'000'000);
    const SampleFile stored(text);
    const auto log = opened(stored);
    std::uint64_t first = 0;
    QVERIFY(
        log->load({}, {}, [&] { first = first == 0 ? log->snapshot()->end().value() : first; }));
    QVERIFY(first > 1000);
    QVERIFY(first < log->snapshot()->end().value());
}

void OpenLogTest::loadsArchives_data()
{
    QTest::addColumn<ArchiveFilter>("filter");
    QTest::newRow("gzip") << ArchiveFilter(archive_write_add_filter_gzip);
    QTest::newRow("zstd") << ArchiveFilter(archive_write_add_filter_zstd);
    QTest::newRow("xz") << ArchiveFilter(archive_write_add_filter_xz);
    QTest::newRow("bzip2") << ArchiveFilter(archive_write_add_filter_bzip2);
}

void OpenLogTest::loadsArchives()
{
    QFETCH(ArchiveFilter, filter);
    const auto text = SampleLog(SampleKind::Json, 2).text(6'000'000);
    const auto bytes = compressed(text, filter);
    const SampleFile packed(bytes);
    const SampleFile plain(text);
    const auto log = opened(packed);
    const auto expected = opened(plain);
    Progress last;
    QVERIFY(log->load({}, [&last](Progress progress) { last = progress; }, {}));
    QVERIFY(expected->load({}, {}, {}));
    QCOMPARE(last.done, std::uint64_t(bytes.size()));
    QCOMPARE(last.total, std::uint64_t(bytes.size()));
    QCOMPARE(log->snapshot()->end(), expected->snapshot()->end());
    QCOMPARE(log->snapshot()->levels(), expected->snapshot()->levels());
    QCOMPARE(log->snapshot()->rules(0).kind, LineKind::Json);
    // Once more there is nothing to do.
    QVERIFY(log->load({}, {}, {}));
    QCOMPARE(log->follow().path, PathState::Same);
}

void OpenLogTest::keepsWhatCameBeforeDamage()
{
    auto bytes =
        compressed(SampleLog(SampleKind::Text, 3).text(3'000'000), archive_write_add_filter_gzip);
    bytes.resize(bytes.size() / 2);
    const SampleFile stored(bytes);
    const auto log = opened(stored);
    const auto loaded = log->load({}, {}, {});
    QCOMPARE(loaded.error().code, ErrorCode::Malformed);
    QCOMPARE(loaded.error().source, stored.path());
    const auto count = log->snapshot()->end();
    QVERIFY(count > RecordNumber(1000));
    log->setOptions(nullptr, {});
    QCOMPARE(log->load({}, {}, {}).error().code, ErrorCode::Malformed);
    QCOMPARE(log->snapshot()->end(), count);
}

void OpenLogTest::loadsAPipeAsItComes()
{
    Pipe pipe;
    const auto log = OpenLog::openStream(std::move(pipe.reading), "stdin").value();
    Result<void> done;
    std::jthread loading([&] { done = log->load({}, {}, {}); });
    pipe.write("plain at first\n");
    QTRY_COMPARE(log->snapshot()->end(), RecordNumber(1));
    QCOMPARE(log->snapshot()->rules(0).kind, LineKind::Plain);
    for (int i = 0; i < 5; ++i) {
        pipe.write("{\"level\":\"error\",\"message\":\"json\"}\n");
    }
    QTRY_COMPARE(log->snapshot()->end(), RecordNumber(6));
    pipe.writing = FileDescriptor();
    loading.join();
    QVERIFY(done);
    QCOMPARE(log->snapshot()->rules(0).kind, LineKind::Json);
    QCOMPARE(log->reopen().error().code, ErrorCode::WrongType);
}

void OpenLogTest::stops()
{
    Pipe pipe;
    const auto log = OpenLog::openStream(std::move(pipe.reading), "stdin").value();
    std::stop_source stop;
    Result<void> done;
    std::jthread loading([&] { done = log->load(stop.get_token(), {}, {}); });
    pipe.write("one\n");
    QTRY_COMPARE(log->snapshot()->end(), RecordNumber(1));
    stop.request_stop();
    loading.join();
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QCOMPARE(texts(*log), std::string("one|"));
}

void OpenLogTest::loadsAgainAfterAStop()
{
    const auto text = SampleLog(SampleKind::Json, 4).text(20'000'000);
    for (const auto &bytes : {text, compressed(text, archive_write_add_filter_gzip)}) {
        const SampleFile stored(bytes);
        const auto log = opened(stored);
        std::stop_source stop;
        const auto stopped = log->load(stop.get_token(), {}, [&] {
            if (log->snapshot()->end().value() > 0) {
                stop.request_stop();
            }
        });
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        const auto before = log->snapshot()->end();
        QVERIFY(before > RecordNumber(0));
        QVERIFY(log->load({}, {}, {}));
        QVERIFY(log->snapshot()->end() > before);
        QCOMPARE(log->file()->size(), std::uint64_t(text.size()));
    }
}

void OpenLogTest::loadsOneHugeLine()
{
    SampleFile stored("head\n");
    const std::uint64_t size = 200U << 20;
    stored.cut(size); // a hole: NUL bytes
    stored.append("\ntail\n");
    const auto log = opened(stored);
    QVERIFY(log->load({}, {}, {}));
    const auto snapshot = log->snapshot();
    QCOMPARE(snapshot->end(), RecordNumber(3));
    QCOMPARE(snapshot->record(RecordNumber(1)).raw.size(), kMaxRecordBytes);
    QCOMPARE(snapshot->record(RecordNumber(2)).raw, std::string("tail"));
    std::size_t bytes = 0;
    QVERIFY(snapshot->visit({snapshot->first(), snapshot->end()}, nullptr, 1, {},
                            [&bytes](unsigned, const auto &run) {
                                for (const auto &record : run) {
                                    bytes += record.raw.size();
                                }
                            },
                            {}));
    QCOMPARE(bytes, kMaxRecordBytes + 8);
}

void OpenLogTest::growsWhileLoading()
{
    SampleLog sample(SampleKind::Json, 5);
    const auto whole = [&sample](std::size_t size) {
        auto text = sample.text(size);
        return text.ends_with('\n') ? text : text + '\n';
    };
    auto text = whole(10'000'000);
    SampleFile stored(text);
    const auto log = opened(stored);
    bool hasGrown = false;
    const auto more = whole(5'000'000);
    QVERIFY(log->load({}, {}, [&] {
        if (!hasGrown) {
            hasGrown = true;
            stored.append(more);
        }
    }));
    QCOMPARE(log->index().lineCount(), lineFeeds(text));
    QCOMPARE(log->follow().content, ContentState::Grown);
    QVERIFY(log->load({}, {}, {}));
    QCOMPARE(log->index().lineCount(), lineFeeds(text + more));
}

void OpenLogTest::followsGrowth()
{
    SampleFile stored("2026-01-01 10:00:00 INFO one\n2026-01-01 10:00:01 INFO tw");
    const auto log = opened(stored);
    QVERIFY(log->load({}, {}, {}));
    const auto before = log->snapshot();
    QCOMPARE(log->follow(), (FileCheck{.size = 56}));
    stored.append("o\n  at shop.Cart\n2026-01-01 10:00:02 ERROR three\n");
    QCOMPARE(log->follow().content, ContentState::Grown);
    QVERIFY(log->load({}, {}, {}));
    const auto after = log->snapshot();
    QCOMPARE(after->end(), RecordNumber(3));
    QVERIFY(after->record(RecordNumber(1)).raw.ends_with("two\n  at shop.Cart"));
    QVERIFY(after->continues(*before));
    QVERIFY(!before->continues(*after));
    QCOMPARE(before->end(), RecordNumber(2));
}

void OpenLogTest::tellsRulesAgainFromMoreText()
{
    SampleFile stored("");
    const auto log = opened(stored);
    QVERIFY(log->load({}, {}, {}));
    stored.append("{\"level\":\"error\",\"message\":\"a\"}\n{\"message\":\"b\"}\n");
    QCOMPARE(log->follow().content, ContentState::Grown);
    QVERIFY(log->load({}, {}, {}));
    QCOMPARE(log->snapshot()->rules(0).kind, LineKind::Json);
    QCOMPARE(log->snapshot()->end(), RecordNumber(2));
}

void OpenLogTest::followsTruncation()
{
    SampleFile stored("one\ntwo\nthree\n");
    const auto log = opened(stored);
    QVERIFY(log->load({}, {}, {}));
    const auto before = log->snapshot();
    stored.cut(5);
    QCOMPARE(log->follow(), (FileCheck{.content = ContentState::Shrunk, .size = 5}));
    QVERIFY(log->load({}, {}, {}));
    QCOMPARE(texts(*log), std::string("one|t|"));
    QVERIFY(!log->snapshot()->continues(*before));
    QCOMPARE(before->record(RecordNumber(2)).kind, RecordKind::Gap);
    stored.cut(0);
    QCOMPARE(log->follow().content, ContentState::Shrunk);
    QVERIFY(log->load({}, {}, {}));
    QCOMPARE(log->snapshot()->end(), RecordNumber(0));
}

void OpenLogTest::numbersAnewWhatGrewAfterACut()
{
    SampleFile stored("one\ntwo\nthree\n");
    const auto log = opened(stored);
    QVERIFY(log->load({}, {}, {}));
    stored.cut(4);
    QCOMPARE(log->follow().content, ContentState::Shrunk);
    stored.append("other\nlines\nthan before\n");
    QCOMPARE(log->follow().content, ContentState::Grown);
    QVERIFY(log->load({}, {}, {}));
    QCOMPARE(texts(*log), std::string("one|other|lines|than before|"));
}

void OpenLogTest::followsCopyTruncate()
{
    SampleFile stored(SampleLog(SampleKind::Json, 6).text(100'000));
    const auto log = opened(stored);
    QVERIFY(log->load({}, {}, {}));
    const auto before = log->snapshot();
    stored.write("2026-01-01 10:00:00 INFO anew\n  and on\n");
    QCOMPARE(log->follow().content, ContentState::Rewritten);
    QVERIFY(log->load({}, {}, {}));
    QCOMPARE(texts(*log), std::string("2026-01-01 10:00:00 INFO anew\n  and on|"));
    QVERIFY(!log->snapshot()->continues(*before));
    QCOMPARE(log->follow().content, ContentState::Same);
}

void OpenLogTest::staysReadableWhenTheFileVanishes()
{
    SampleFile stored("one\ntwo\n");
    const auto log = opened(stored);
    stored.remove();
    QCOMPARE(log->follow().path, PathState::Vanished);
    QVERIFY(log->load({}, {}, {}));
    QCOMPARE(texts(*log), std::string("one|two|"));
    QCOMPARE(log->reopen().error().code, ErrorCode::NotFound);
}

void OpenLogTest::reopensWhatReplacedIt()
{
    SampleFile stored("old\n");
    const auto log = opened(stored);
    QVERIFY(log->load({}, {}, {}));
    stored.rename();
    stored.write("new\n");
    QCOMPARE(log->follow().path, PathState::Replaced);
    const auto next = log->reopen().value();
    QVERIFY(next->load({}, {}, {}));
    QCOMPARE(texts(*log), std::string("old|"));
    QCOMPARE(texts(*next), std::string("new|"));
}

void OpenLogTest::readsAnewWithOtherOptions()
{
    const SampleFile stored(SampleLog(SampleKind::Json, 7).text(30'000'000));
    const auto log = opened(stored);
    QVERIFY(log->load({}, {}, {}));
    const auto before = log->snapshot();
    log->setOptions(nullptr, TimeZone::fixed(std::chrono::minutes(60)));
    QCOMPARE(log->snapshot()->end(), RecordNumber(0));
    // A load that is under way starts anew by itself.
    bool isSet = false;
    QVERIFY(log->load({}, {}, [&] {
        if (!isSet) {
            isSet = true;
            log->setOptions(nullptr, {});
        }
    }));
    QCOMPARE(log->snapshot()->end(), before->end());
    QVERIFY(!log->snapshot()->continues(*before));

    log->setOptions(nullptr, {}, false);
    QVERIFY(log->load({}, {}, {}));
    QVERIFY(!log->format());
    QVERIFY(!log->reopen().value()->rules().format);
    log->setOptions(nullptr, {});
    QVERIFY(log->load({}, {}, {}));
    QCOMPARE(log->format()->name(), std::string_view("json"));
}

void OpenLogTest::readsAnArchiveWrittenAnew()
{
    SampleFile stored(compressed("one\n", archive_write_add_filter_gzip));
    const auto log = opened(stored);
    QVERIFY(log->load({}, {}, {}));
    stored.append(compressed("two\n", archive_write_add_filter_gzip));
    QCOMPARE(log->follow().content, ContentState::Rewritten);
    QVERIFY(log->load({}, {}, {}));
    QCOMPARE(texts(*log), std::string("one|two|"));
}

QTEST_GUILESS_MAIN(OpenLogTest)
#include "tst_openlog.moc"
