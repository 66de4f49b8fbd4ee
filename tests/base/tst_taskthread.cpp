// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/taskthread.h"

#include <QTest>

#include <atomic>
#include <future>
#include <vector>

using namespace foretop;

class TaskThreadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsTasksInOrder();
    void dropsTasksNotBegun();
    void leavesATaskThatTakesLong();
    void needsNoTask();
};

void TaskThreadTest::runsTasksInOrder()
{
    std::vector<int> order;
    std::promise<void> done;
    TaskThread thread;
    for (int i = 0; i < 100; ++i) {
        thread.post([&order, i] { order.push_back(i); });
    }
    thread.post([&done] { done.set_value(); });
    done.get_future().wait();
    QCOMPARE(order.size(), std::size_t(100));
    QVERIFY(std::is_sorted(order.begin(), order.end()));
}

void TaskThreadTest::dropsTasksNotBegun()
{
    std::atomic<bool> mayEnd{false};
    std::atomic<int> ran{0};
    const auto owned = std::make_shared<int>();
    {
        std::promise<void> begun;
        TaskThread thread;
        thread.post([&] {
            begun.set_value();
            while (!mayEnd) {
                std::this_thread::yield();
            }
            ++ran;
        });
        thread.post([&ran, owned] { ++ran; });
        begun.get_future().wait();
        mayEnd = true;
    }
    QVERIFY(ran >= 1);
    QCOMPARE(owned.use_count(), 1L);
}

void TaskThreadTest::leavesATaskThatTakesLong()
{
    // All that the task uses is its own, as it outlives the thread's owner.
    struct Shared
    {
        std::promise<void> begun;
        std::promise<void> mayEnd;
        std::promise<void> ended;
    };
    const auto shared = std::make_shared<Shared>();
    {
        TaskThread thread;
        thread.post([shared] {
            shared->begun.set_value();
            shared->mayEnd.get_future().wait();
            shared->ended.set_value_at_thread_exit();
        });
        shared->begun.get_future().wait();
    }
    shared->mayEnd.set_value();
    shared->ended.get_future().wait();
}

void TaskThreadTest::needsNoTask()
{
    const TaskThread thread;
}

QTEST_GUILESS_MAIN(TaskThreadTest)
#include "tst_taskthread.moc"
