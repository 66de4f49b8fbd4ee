// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shownrows.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace foretop;
using namespace foretop::models;
using logs::RecordNumber;
using logs::RecordSet;

class ShownRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAll();
    void showsWhatIsFound_data();
    void showsWhatIsFound();
    void losesTheLastOne_data();
    void losesTheLastOne();
    void givesCopies();
};

namespace {

RecordSet setOf(const std::set<quint64> &numbers)
{
    RecordSet set;
    for (const quint64 number : numbers) {
        set.add(RecordNumber(number));
    }
    return set;
}

QString textOf(const ShownRows &rows)
{
    QStringList shown;
    for (int row = 0; row < rows.count(); ++row) {
        const QString number = QString::number(rows.at(row).value());
        shown << (rows.isContext(rows.at(row)) ? number : u'[' + number + u']');
    }
    return shown.join(u' ');
}

/// The obviously right rows.
QString expectedText(const std::set<quint64> &found, quint64 first, quint64 end, quint64 before,
                     quint64 after)
{
    QStringList shown;
    for (quint64 record = first; record < end; ++record) {
        const auto from = found.lower_bound(record > after ? record - after : 0);
        if (found.count(record) > 0) {
            shown << u'[' + QString::number(record) + u']';
        } else if (from != found.end() && *from <= record + before) {
            shown << QString::number(record);
        }
    }
    return shown.join(u' ');
}

RecordSet around(const std::set<quint64> &found, quint64 first, quint64 end, quint64 before,
                 quint64 after)
{
    RecordSet set;
    for (const quint64 record : found) {
        set.addRange(RecordNumber(std::max(record - std::min(record, before), first)),
                     RecordNumber(std::min(record + after + 1, end)));
    }
    return set;
}

/// Applies @p growth as a model does, and checks what it says of the rows.
void grow(ShownRows &rows, ShownRows::Growth growth)
{
    const int before = rows.count();
    const int removed = growth.removed;
    const int inserted = growth.inserted;
    rows.removeLast(growth);
    QCOMPARE(rows.count(), before - removed);
    rows.append(std::move(growth));
    QCOMPARE(rows.count(), before - removed + inserted);
}

} // namespace

void ShownRowsTest::showsAll()
{
    ShownRows rows;
    rows.clearToAll(RecordNumber(5));
    QCOMPARE(rows.count(), 0);
    grow(rows, rows.growthTo(RecordNumber(8)));
    QCOMPARE(textOf(rows), QStringLiteral("[5] [6] [7]"));
    QCOMPARE(rows.rowOf(RecordNumber(6)), std::optional(1));
    QVERIFY(!rows.rowOf(RecordNumber(8)));
    rows.removeBefore(RecordNumber(7));
    QCOMPARE(textOf(rows), QStringLiteral("[7]"));
    rows.removeBefore(RecordNumber(20));
    grow(rows, rows.growthTo(RecordNumber(22)));
    QCOMPARE(textOf(rows), QStringLiteral("[20] [21]"));
    QVERIFY(!rows.found());
}

void ShownRowsTest::showsWhatIsFound_data()
{
    QTest::addColumn<quint64>("before");
    QTest::addColumn<quint64>("after");
    QTest::newRow("alone") << quint64(0) << quint64(0);
    QTest::newRow("before") << quint64(2) << quint64(0);
    QTest::newRow("after") << quint64(0) << quint64(3);
    QTest::newRow("both") << quint64(3) << quint64(4);
}

void ShownRowsTest::showsWhatIsFound()
{
    QFETCH(quint64, before);
    QFETCH(quint64, after);
    QRandomGenerator random(7);
    for (int turn = 0; turn < 200; ++turn) {
        ShownRows rows;
        rows.clearToFound(before + after > 0 ? std::optional(after) : std::nullopt);
        std::set<quint64> found;
        quint64 first = 0;
        quint64 end = 0;
        for (int step = 0; step < 8; ++step) {
            const quint64 searched = end;
            end += random.bounded(12U);
            std::set<quint64> batch;
            for (quint64 record = searched; record < end; ++record) {
                if (random.bounded(6) == 0) {
                    batch.insert(record);
                }
            }
            found.insert(batch.begin(), batch.end());
            grow(rows, rows.growthBy(setOf(batch), around(batch, first, end, before, after),
                                     RecordNumber(end), {}));
            QCOMPARE(textOf(rows), expectedText(found, first, end, before, after));
            if (random.bounded(3) == 0) {
                // Context of what is gone stays.
                const quint64 gone = std::min(first + random.bounded(4U), end);
                if (before + after == 0) {
                    first = gone;
                    found.erase(found.begin(), found.lower_bound(first));
                    rows.removeBefore(RecordNumber(first));
                    QCOMPARE(textOf(rows), expectedText(found, first, end, before, after));
                }
            }
        }
    }
}

void ShownRowsTest::losesTheLastOne_data()
{
    QTest::addColumn<bool>("hasContext");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("alone") << false << QStringLiteral("[3] [5]") << QStringLiteral("[3]");
    QTest::newRow("in context") << true << QStringLiteral("2 [3] 4 [5] 6")
                                << QStringLiteral("2 [3] 4 5");
}

void ShownRowsTest::losesTheLastOne()
{
    QFETCH(bool, hasContext);
    QFETCH(QString, before);
    QFETCH(QString, after);
    ShownRows rows;
    rows.clearToFound(hasContext ? std::optional<std::uint64_t>(2) : std::nullopt);
    const std::set<quint64> found{3, 5};
    grow(rows, rows.growthBy(setOf(found), around(found, 0, 7, 1, 2), RecordNumber(7), {}));
    QCOMPARE(textOf(rows), before);
    grow(rows, rows.growthBy({}, {}, RecordNumber(7), RecordNumber(5)));
    QCOMPARE(textOf(rows), after);
    // Found again, it comes back.
    grow(rows,
         rows.growthBy(setOf({5}), around({5}, 0, 7, 1, 2), RecordNumber(7), RecordNumber(5)));
    QCOMPARE(textOf(rows), before);
}

void ShownRowsTest::givesCopies()
{
    ShownRows rows;
    rows.clearToFound({});
    grow(rows, rows.growthBy(setOf({1, 2}), {}, RecordNumber(3), {}));
    const auto copy = rows.found();
    QCOMPARE(rows.found(), copy);
    grow(rows, rows.growthBy(setOf({4}), {}, RecordNumber(5), {}));
    QCOMPARE(copy->size(), quint64(2));
    QCOMPARE(rows.found()->size(), quint64(3));
}

QTEST_GUILESS_MAIN(ShownRowsTest)
#include "tst_shownrows.moc"
