// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queryreader.h"

#include <QTest>

using namespace foretop;
using namespace foretop::models;

class QueryReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAtOnce();
    void compilesElsewhere();
    void readsTheLastOne();
    void mayGoBefore();
};

namespace {

/// Hyperscan takes a long time for it.
QString hostile(int number)
{
    return QStringLiteral("/(a{1,200}b{1,200}|%1){1,20}[^c]{100,900}x/").arg(number);
}

struct Taken
{
    QStringList texts;
    QVector<bool> good;
    QVector<quint64> columns;

    void take(const QString &text, const Result<logs::Query> &query)
    {
        texts << text;
        good << query.has_value();
        columns << (query ? 0 : query.error().place.column.value_or(0));
    }
    QueryReader::Taker taker()
    {
        return [this](const QString &text, const Result<logs::Query> &query) { take(text, query); };
    }
};

} // namespace

void QueryReaderTest::readsAtOnce()
{
    Taken taken;
    QueryReader reader(taken.taker());
    reader.read(QStringLiteral("level>=error \"rate limit\""), {});
    QVERIFY(!reader.isReading());
    reader.read(QStringLiteral("level>=nothing"), {});
    QCOMPARE(taken.good, (QVector<bool>{true, false}));
    QCOMPARE(taken.columns, (QVector<quint64>{0, 8}));
}

void QueryReaderTest::compilesElsewhere()
{
    Taken taken;
    QueryReader reader(taken.taker());
    reader.read(QStringLiteral("/acct:\\d+/"), {});
    QVERIFY(reader.isReading());
    QVERIFY(taken.texts.isEmpty());
    QTRY_COMPARE(taken.good, QVector<bool>{true});
    QVERIFY(!reader.isReading());
    reader.read(QStringLiteral("x /a(/"), {});
    QTRY_COMPARE(taken.good, (QVector<bool>{true, false}));
    QVERIFY(taken.columns.last() >= 3);
}

void QueryReaderTest::readsTheLastOne()
{
    Taken taken;
    QueryReader reader(taken.taker());
    for (int number = 0; number < 20; ++number) {
        reader.read(hostile(number), {});
    }
    reader.read(QStringLiteral("/last/"), {});
    QTRY_COMPARE_WITH_TIMEOUT(taken.texts, QStringList{QStringLiteral("/last/")}, 60'000);
    reader.read(hostile(1), {});
    reader.read(QStringLiteral("plain"), {});
    QCOMPARE(taken.texts.last(), QStringLiteral("plain"));
    QVERIFY(!reader.isReading());
}

void QueryReaderTest::mayGoBefore()
{
    Taken taken;
    {
        QueryReader reader(taken.taker());
        reader.read(hostile(1), {});
    }
    QVERIFY(taken.texts.isEmpty());
}

QTEST_GUILESS_MAIN(QueryReaderTest)
#include "tst_queryreader.moc"
