// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/boundedqueue.h"
#include "base/clock.h"
#include "base/strongtype.h"

#include <QTest>

#include <thread>

using namespace foretop;

class BoundedQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOrder();
    void dropsTheOldestAndCounts();
    void dropsWhatNeverFits();
    void losesNothingUncountedBetweenThreads();
    void manualClockMovesByHand();
};

void BoundedQueueTest::keepsOrder()
{
    BoundedQueue<int> queue(100);
    QCOMPARE(queue.push(1, 10), 0u);
    QCOMPARE(queue.push(2, 10), 0u);
    QCOMPARE(queue.bytes(), std::size_t(20));
    QCOMPARE(queue.takeAll(), (std::vector<int>{1, 2}));
    QCOMPARE(queue.bytes(), std::size_t(0));
}

void BoundedQueueTest::dropsTheOldestAndCounts()
{
    BoundedQueue<int> queue(25);
    queue.push(1, 10);
    queue.push(2, 10);
    QCOMPARE(queue.push(3, 20), 2u);
    QCOMPARE(queue.dropped(), 2u);
    QCOMPARE(queue.takeAll(), (std::vector<int>{3}));
}

void BoundedQueueTest::dropsWhatNeverFits()
{
    BoundedQueue<int> queue(10);
    queue.push(1, 5);
    QCOMPARE(queue.push(2, 11), 1u);
    QCOMPARE(queue.takeAll(), (std::vector<int>{1}));
}

void BoundedQueueTest::losesNothingUncountedBetweenThreads()
{
    constexpr int kItems = 20'000;
    BoundedQueue<int> queue(1000);
    std::size_t taken = 0;
    {
        std::jthread producer([&queue] {
            for (int i = 0; i < kItems; ++i) {
                queue.push(i, 1);
            }
        });
        for (int i = 0; i < 200; ++i) {
            taken += queue.takeAll().size();
        }
    }
    taken += queue.takeAll().size();
    QCOMPARE(taken + queue.dropped(), std::size_t(kItems));
}

void BoundedQueueTest::manualClockMovesByHand()
{
    ManualClock clock;
    const auto wall = clock.wallNow();
    const auto steady = clock.steadyNow();
    clock.advance(Milliseconds(1500));
    QCOMPARE((clock.wallNow() - wall).count(), 1500);
    QCOMPARE((clock.steadyNow() - steady).count(), 1500);
}

QTEST_APPLESS_MAIN(BoundedQueueTest)
#include "tst_boundedqueue.moc"
