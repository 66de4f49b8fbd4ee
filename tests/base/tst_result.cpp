// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

#include <QTest>

using namespace foretop;

class ResultTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorTextNamesSourceAndPlace_data();
    void errorTextNamesSourceAndPlace();
};

void ResultTest::errorTextNamesSourceAndPlace_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<Place>("place");
    QTest::addColumn<QString>("text");

    QTest::newRow("message alone") << QString() << Place() << "bad";
    QTest::newRow("source") << "a.yaml" << Place() << "a.yaml: bad";
    QTest::newRow("line") << "a.yaml" << Place::atLine(3) << "a.yaml:3: bad";
    QTest::newRow("column of one line")
        << "query" << Place{.line = {}, .column = 8, .offset = {}, .item = {}}
        << "query column 8: bad";
    QTest::newRow("line and column") << "a.yaml" << Place::atLine(3, 7) << "a.yaml:3:7: bad";
    QTest::newRow("line alone") << QString() << Place::atLine(3) << "3: bad";
    QTest::newRow("offset") << "ws://h" << Place::atOffset(12) << "ws://h byte 12: bad";
    QTest::newRow("item") << "ws://h" << Place::atItem(0) << "ws://h item 0: bad";
}

void ResultTest::errorTextNamesSourceAndPlace()
{
    QFETCH(QString, source);
    QFETCH(Place, place);
    QFETCH(QString, text);
    const Result<int> result = fail(ErrorCode::Malformed, "bad", source.toStdString(), place);
    QVERIFY(!result);
    QCOMPARE(QString::fromStdString(result.error().text()), text);
}

QTEST_APPLESS_MAIN(ResultTest)
#include "tst_result.moc"
