// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/backoff.h"

#include <QTest>

using namespace foretop;
using namespace foretop::feeds;

class BackoffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void doublesItsBound_data();
    void doublesItsBound();
    void spreadsOverTheWholeBound();
    void startsOverAfterReset();
};

namespace {

std::vector<int> waits(Backoff &backoff, int count)
{
    std::vector<int> result;
    for (int i = 0; i < count; ++i) {
        result.push_back(static_cast<int>(backoff.next().count()));
    }
    return result;
}

} // namespace

void BackoffTest::doublesItsBound_data()
{
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("most");
    QTest::addColumn<std::vector<int>>("bounds");
    QTest::newRow("as specified") << 500 << 30'000
                                  << std::vector<int>{500,    1'000,  2'000,  4'000, 8'000,
                                                      16'000, 30'000, 30'000, 30'000};
    QTest::newRow("first above most") << 500 << 100 << std::vector<int>{100, 100};
    QTest::newRow("no wait") << 0 << 0 << std::vector<int>{0, 0};
}

void BackoffTest::doublesItsBound()
{
    QFETCH(int, first);
    QFETCH(int, most);
    QFETCH(std::vector<int>, bounds);
    Backoff backoff(Milliseconds(first), Milliseconds(most), [] { return 1.0; });
    QCOMPARE(waits(backoff, static_cast<int>(bounds.size())), bounds);
}

void BackoffTest::spreadsOverTheWholeBound()
{
    double random = 0;
    Backoff backoff(Milliseconds(1000), Milliseconds(1000), [&random] { return random; });
    QCOMPARE(backoff.next(), Milliseconds(0));
    random = 0.25;
    QCOMPARE(backoff.next(), Milliseconds(250));
    random = 0.999;
    QCOMPARE(backoff.next(), Milliseconds(999));
}

void BackoffTest::startsOverAfterReset()
{
    Backoff backoff(Milliseconds(500), Milliseconds(30'000), [] { return 1.0; });
    waits(backoff, 20);
    backoff.reset();
    QCOMPARE(waits(backoff, 2), (std::vector<int>{500, 1000}));
}

QTEST_APPLESS_MAIN(BackoffTest)
#include "tst_backoff.moc"
