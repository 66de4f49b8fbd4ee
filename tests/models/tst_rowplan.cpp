// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowplan.h"

#include <QRandomGenerator>
#include <QTest>

using namespace foretop::models;

class RowPlanTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plans_data();
    void plans();
    void arrivesAtAnyList();
};

namespace {

using Keys = std::vector<std::string>;

/// One letter a row.
Keys keysOf(const QByteArray &letters)
{
    Keys keys;
    for (const char letter : letters) {
        keys.emplace_back(1, letter);
    }
    return keys;
}

QByteArray textOf(const RowPlan &plan)
{
    QByteArray text;
    for (const RowRange &range : plan.removed) {
        text += '-' + QByteArray::number(range.first) + '+' + QByteArray::number(range.count) + ' ';
    }
    for (const int row : plan.order) {
        text += '>' + QByteArray::number(row);
    }
    text += plan.order.empty() ? "" : " ";
    for (const RowRange &range : plan.inserted) {
        text += '+' + QByteArray::number(range.first) + '+' + QByteArray::number(range.count) + ' ';
    }
    return text.trimmed();
}

Keys applied(const RowPlan &plan, Keys rows, const Keys &wanted)
{
    for (const RowRange &range : plan.removed) {
        rows.erase(rows.begin() + range.first, rows.begin() + range.first + range.count);
    }
    if (!plan.order.empty()) {
        Keys moved;
        for (const int row : plan.order) {
            moved.push_back(rows.at(static_cast<std::size_t>(row)));
        }
        rows = moved;
    }
    for (const RowRange &range : plan.inserted) {
        rows.insert(rows.begin() + range.first, wanted.begin() + range.first,
                    wanted.begin() + range.first + range.count);
    }
    return rows;
}

} // namespace

void RowPlanTest::plans_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("plan");
    QTest::newRow("nothing to do") << QByteArray("abc") << QByteArray("abc") << QByteArray();
    QTest::newRow("empty to some") << QByteArray() << QByteArray("abc") << QByteArray("+0+3");
    QTest::newRow("some to empty") << QByteArray("abc") << QByteArray() << QByteArray("-0+3");
    QTest::newRow("two runs go, the last first")
        << QByteArray("abcdef") << QByteArray("cd") << QByteArray("-4+2 -0+2");
    QTest::newRow("come in two runs")
        << QByteArray("bc") << QByteArray("abcde") << QByteArray("+0+1 +3+2");
    QTest::newRow("the last comes first")
        << QByteArray("abc") << QByteArray("cab") << QByteArray(">2>0>1");
    QTest::newRow("all at once") << QByteArray("abcd") << QByteArray("dxb")
                                 << QByteArray("-2+1 -0+1 >1>0 +1+1");
    QTest::newRow("the same twice") << QByteArray("aa") << QByteArray("a") << QByteArray("-1+1");
}

void RowPlanTest::plans()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, plan);
    QCOMPARE(textOf(planRows(keysOf(before), keysOf(after))), plan);
}

void RowPlanTest::arrivesAtAnyList()
{
    QRandomGenerator random(7);
    Keys rows;
    for (int turn = 0; turn < 500; ++turn) {
        Keys wanted;
        for (char letter = 'a'; letter <= 'z'; ++letter) {
            if (random.bounded(2) == 0) {
                wanted.emplace_back(1, letter);
            }
        }
        if (turn % 2 == 0) {
            std::shuffle(wanted.begin(), wanted.end(), random);
        }
        const RowPlan plan = planRows(rows, wanted);
        QCOMPARE(
            plan.kept.size(), rows.size() - [&plan] {
                std::size_t removed = 0;
                for (const RowRange &range : plan.removed) {
                    removed += static_cast<std::size_t>(range.count);
                }
                return removed;
            }());
        rows = applied(plan, rows, wanted);
        QVERIFY(rows == wanted);
    }
}

QTEST_APPLESS_MAIN(RowPlanTest)
#include "tst_rowplan.moc"
