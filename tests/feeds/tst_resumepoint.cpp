// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/resumepoint.h"

#include <QTest>

using namespace foretop;
using namespace foretop::feeds;

class ResumePointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForTheNewestFirst_data();
    void asksForTheNewestFirst();
    void goesOnAfterTheLastItem();
    void goesOnEvenWhenNothingCame();
    void dropsWhatItHas();
    void tellsWhatIsMissing();
    void skippedItemsAreNoGap();
    void evictionBeforeTheFirstItemIsNoGap();
    void startsOverInANewEpoch();
    void startsOverWhenTheServerForgot();
    void skipsMoreAndMoreOfWhatCannotBeRead();
};

namespace {

Hello hello(std::uint64_t first, std::uint64_t next, std::string epoch = "e")
{
    return {.feed = FeedKind::Logs,
            .service = {},
            .host = {},
            .epoch = std::move(epoch),
            .first = Seq(first),
            .next = Seq(next),
            .window = 512};
}

Batch batch(std::uint64_t seq, std::size_t count, std::uint64_t skipped = 0)
{
    Batch result{.seq = Seq(seq), .items = {}, .dropped = 0, .skipped = skipped};
    for (std::size_t i = 0; i < count; ++i) {
        result.items.push_back(std::to_string(seq + i));
    }
    return result;
}

/// A point that has taken items 1 to @p last of epoch "e".
ResumePoint pointAfter(std::uint64_t last)
{
    ResumePoint point;
    std::vector<Missed> missed;
    point.subscribe(hello(1, last + 1), last, missed);
    auto items = batch(1, last);
    point.take(items);
    return point;
}

std::uint64_t resumeAfter(ResumePoint &point, const Hello &greeting, std::vector<Missed> &missed)
{
    const auto subscribe = point.subscribe(greeting, 1000, missed);
    return subscribe.epoch == greeting.epoch ? subscribe.after.value() : 999'999;
}

} // namespace

void ResumePointTest::asksForTheNewestFirst_data()
{
    QTest::addColumn<quint64>("first");
    QTest::addColumn<quint64>("next");
    QTest::addColumn<quint64>("backlog");
    QTest::addColumn<quint64>("after");
    QTest::newRow("empty feed") << quint64(1) << quint64(1) << quint64(10) << quint64(0);
    QTest::newRow("all") << quint64(1) << quint64(6) << quint64(10) << quint64(0);
    QTest::newRow("newest") << quint64(1) << quint64(101) << quint64(10) << quint64(90);
    QTest::newRow("none") << quint64(1) << quint64(101) << quint64(0) << quint64(100);
    QTest::newRow("what is left") << quint64(96) << quint64(101) << quint64(10) << quint64(95);
}

void ResumePointTest::asksForTheNewestFirst()
{
    QFETCH(quint64, first);
    QFETCH(quint64, next);
    QFETCH(quint64, backlog);
    QFETCH(quint64, after);
    ResumePoint point;
    std::vector<Missed> missed;
    const auto subscribe = point.subscribe(hello(first, next), backlog, missed);
    QCOMPARE(subscribe.epoch, std::string("e"));
    QCOMPARE(quint64(subscribe.after.value()), after);
    QVERIFY(missed.empty());
}

void ResumePointTest::goesOnAfterTheLastItem()
{
    ResumePoint point = pointAfter(7);
    std::vector<Missed> missed;
    QCOMPARE(resumeAfter(point, hello(1, 100), missed), std::uint64_t(7));
    QVERIFY(missed.empty());
}

void ResumePointTest::goesOnEvenWhenNothingCame()
{
    ResumePoint point;
    std::vector<Missed> missed;
    point.subscribe(hello(1, 5), 0, missed);
    QCOMPARE(resumeAfter(point, hello(1, 100), missed), std::uint64_t(4));
    QVERIFY(missed.empty());
    // What is gone by now was missed, though nothing was taken yet.
    const auto taken = point.take(Gap{.from = Seq(5), .to = Seq(6), .reason = "evicted"});
    QCOMPARE(taken.missed, (std::vector<Missed>{{.count = 2, .reason = "evicted"}}));
}

void ResumePointTest::dropsWhatItHas()
{
    ResumePoint point = pointAfter(7);
    auto overlapping = batch(6, 4);
    QCOMPARE(point.take(overlapping).duplicates, std::uint64_t(2));
    QCOMPARE(overlapping.items, (std::vector<std::string>{"8", "9"}));
    auto old = batch(3, 2);
    QCOMPARE(point.take(old).duplicates, std::uint64_t(2));
    QVERIFY(old.items.empty());
    QCOMPARE(point.next(), Seq(10));
    QVERIFY(point.take(Gap{.from = Seq(2), .to = Seq(9), .reason = "evicted"}).missed.empty());
    QCOMPARE(point.next(), Seq(10));
}

void ResumePointTest::tellsWhatIsMissing()
{
    ResumePoint point = pointAfter(7);
    QCOMPARE(point.take(Gap{.from = Seq(8), .to = Seq(10), .reason = "evicted"}).missed,
             (std::vector<Missed>{{.count = 3, .reason = "evicted"}}));
    QCOMPARE(point.take(Gap{.from = Seq(5), .to = Seq(11), .reason = "evicted"}).missed,
             (std::vector<Missed>{{.count = 1, .reason = "evicted"}}));
    auto jumping = batch(15, 1);
    QCOMPARE(point.take(jumping).missed, (std::vector<Missed>{{.count = 3, .reason = "missing"}}));
    auto lossy = batch(16, 1);
    lossy.dropped = 9;
    QCOMPARE(point.take(lossy).missed, (std::vector<Missed>{{.count = 9, .reason = "dropped"}}));
    QCOMPARE(point.next(), Seq(17));
}

void ResumePointTest::skippedItemsAreNoGap()
{
    ResumePoint point = pointAfter(7);
    auto items = batch(11, 2, 3);
    const auto taken = point.take(items);
    QVERIFY(taken.missed.empty());
    QCOMPARE(items.items.size(), std::size_t(2));
    auto none = batch(20, 0, 7);
    QVERIFY(point.take(none).missed.empty());
    QCOMPARE(point.next(), Seq(20));
}

void ResumePointTest::evictionBeforeTheFirstItemIsNoGap()
{
    ResumePoint point;
    std::vector<Missed> missed;
    point.subscribe(hello(1, 6), 5, missed);
    QVERIFY(point.take(Gap{.from = Seq(1), .to = Seq(2), .reason = "evicted"}).missed.empty());
    QCOMPARE(point.take(Gap{.from = Seq(3), .to = Seq(3), .reason = "evicted"}).missed.size(),
             std::size_t(1));
}

void ResumePointTest::startsOverInANewEpoch()
{
    ResumePoint point = pointAfter(7);
    std::vector<Missed> missed;
    QCOMPARE(resumeAfter(point, hello(5, 9, "f"), missed), std::uint64_t(4));
    QCOMPARE(missed,
             (std::vector<Missed>{{.count = 0, .reason = "the server started to number anew"}}));
    auto items = batch(5, 2);
    QVERIFY(point.take(items).missed.empty());
    QCOMPARE(items.items.size(), std::size_t(2));
}

void ResumePointTest::startsOverWhenTheServerForgot()
{
    ResumePoint point = pointAfter(7);
    std::vector<Missed> missed;
    QCOMPARE(resumeAfter(point, hello(1, 8), missed), std::uint64_t(7));
    QVERIFY(missed.empty());
    QCOMPARE(resumeAfter(point, hello(1, 7), missed), std::uint64_t(0));
    QCOMPARE(missed.size(), std::size_t(1));
}

void ResumePointTest::skipsMoreAndMoreOfWhatCannotBeRead()
{
    ResumePoint point = pointAfter(7);
    std::vector<Missed> missed;
    for (const std::uint64_t after : {8, 10, 14}) {
        point.skipUnreadable();
        QCOMPARE(resumeAfter(point, hello(1, 17), missed), after);
    }
    QCOMPARE(missed, (std::vector<Missed>{{.count = 1, .reason = "unreadable"},
                                          {.count = 2, .reason = "unreadable"},
                                          {.count = 4, .reason = "unreadable"}}));
    // Never past what the server has.
    point.skipUnreadable();
    QCOMPARE(resumeAfter(point, hello(1, 17), missed), std::uint64_t(16));
    point.skipUnreadable();
    QCOMPARE(resumeAfter(point, hello(1, 17), missed), std::uint64_t(16));
    // What can be read ends it.
    auto items = batch(17, 1);
    QVERIFY(point.take(items).missed.empty());
    point.skipUnreadable();
    QCOMPARE(resumeAfter(point, hello(1, 100), missed), std::uint64_t(18));
}

QTEST_APPLESS_MAIN(ResumePointTest)
#include "tst_resumepoint.moc"
