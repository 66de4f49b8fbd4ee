// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matchlist.h"

#include <QTest>

using namespace foretop;
using namespace foretop::models;
using logs::RecordNumber;

class MatchListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsAndShrinks();
    void findsNumbers();
    void reachesFarNumbers();
    void findsTimes();
    void slidesForLong();
};

namespace {

MatchList::Numbers numbersFrom(std::uint64_t first, std::size_t count, std::uint64_t step = 1)
{
    MatchList::Numbers numbers;
    for (std::size_t i = 0; i < count; ++i) {
        numbers.emplace_back(first + i * step);
    }
    return numbers;
}

WallTime second(int seconds)
{
    return wallTimeFromMs(seconds * 1000);
}

} // namespace

void MatchListTest::growsAndShrinks()
{
    MatchList list;
    QVERIFY(list.isEmpty());
    list.append(numbersFrom(100, 10), {});
    list.append({}, {});
    list.append(numbersFrom(200, 10), {});
    QCOMPARE(list.size(), std::size_t(20));
    QCOMPARE(list.at(0), RecordNumber(100));
    QCOMPARE(list.at(19), RecordNumber(209));
    list.removeFirst(3);
    QCOMPARE(list.at(0), RecordNumber(103));
    list.removeFirst(12); // closes ranks
    QCOMPARE(list.size(), std::size_t(5));
    QCOMPARE(list.at(0), RecordNumber(205));
    list.removeFirst(5);
    QVERIFY(list.isEmpty());
    list.append(numbersFrom(1000, 1), {});
    QCOMPARE(list.at(0), RecordNumber(1000));
}

void MatchListTest::findsNumbers()
{
    MatchList list;
    QCOMPARE(list.lowerBound(RecordNumber(5)), std::size_t(0));
    list.append(numbersFrom(100, 10, 2), {});
    list.removeFirst(1);
    QCOMPARE(list.lowerBound(RecordNumber(0)), std::size_t(0));
    QCOMPARE(list.lowerBound(RecordNumber(101)), std::size_t(0));
    QCOMPARE(list.lowerBound(RecordNumber(102)), std::size_t(0));
    QCOMPARE(list.lowerBound(RecordNumber(103)), std::size_t(1));
    QCOMPARE(list.lowerBound(RecordNumber(118)), std::size_t(8));
    QCOMPARE(list.lowerBound(RecordNumber(119)), std::size_t(9));
}

void MatchListTest::reachesFarNumbers()
{
    MatchList list;
    list.append(numbersFrom(7, 4), {});
    list.removeFirst(1);
    const std::uint64_t far = std::uint64_t(1) << 32;
    list.append({RecordNumber(far + 7)}, {});
    QCOMPARE(list.at(0), RecordNumber(8));
    QCOMPARE(list.at(3), RecordNumber(far + 7));
}

void MatchListTest::findsTimes()
{
    MatchList list;
    QCOMPARE(list.rowsBefore(second(1)), std::size_t(0));
    list.append(numbersFrom(0, 10'000), second(10));
    list.append(numbersFrom(10'000, 10'000), {}); // no record has a time
    list.append(numbersFrom(20'000, 10), second(20));
    list.append(numbersFrom(30'000, 10), second(15));
    QCOMPARE(list.rowsBefore(second(5)), std::size_t(0));
    QCOMPARE(list.rowsBefore(second(10)), std::size_t(0));
    QCOMPARE(list.rowsBefore(second(12)), std::size_t(20'000));
    QCOMPARE(list.rowsBefore(second(20)), std::size_t(20'000));
    QCOMPARE(list.rowsBefore(second(21)), list.size());
    list.removeFirst(9'000);
    QCOMPARE(list.rowsBefore(second(5)), std::size_t(0));
    QCOMPARE(list.rowsBefore(second(12)), std::size_t(11'000));
    list.removeFirst(11'005);
    QCOMPARE(list.rowsBefore(second(12)), std::size_t(0));
}

void MatchListTest::slidesForLong()
{
    MatchList list;
    std::uint64_t next = 0;
    for (int frame = 0; frame < 5000; ++frame) {
        list.append(numbersFrom(next, 100, 3), second(frame));
        next += 300;
        if (list.size() > 1000) {
            list.removeFirst(list.lowerBound(RecordNumber(next - 3000)));
        }
    }
    QCOMPARE(list.size(), std::size_t(1000));
    for (std::size_t row = 0; row < list.size(); ++row) {
        QCOMPARE(list.at(row), RecordNumber(next - 3000 + row * 3));
    }
    QVERIFY(list.rowsBefore(second(4999)) <= list.size());
    QCOMPARE(list.rowsBefore(second(5000)), list.size());
}

QTEST_APPLESS_MAIN(MatchListTest)
#include "tst_matchlist.moc"
