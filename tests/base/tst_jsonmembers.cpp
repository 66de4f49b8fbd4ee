// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonmembers.h"

#include <QTest>

using namespace foretop;

class JsonMembersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesNullAsMissing();
    void keepsTheFirstError();
    void cutsWithinTheBound_data();
    void cutsWithinTheBound();
};

void JsonMembersTest::takesNullAsMissing()
{
    JsonReader reader;
    JsonMembers members(*reader.parseObject(R"({"a":null,"b":"x"})", "here"), "here");
    for (const auto name : {"a", "c"}) {
        QVERIFY(!members.find(name));
        QCOMPARE(members.text(name), std::string());
        QCOMPARE(members.id(name, 10), std::string());
        QVERIFY(!members.number(name));
        QVERIFY(!members.count(name, 0, 10));
        QVERIFY(!members.time(name));
        QVERIFY(members.texts(name).empty());
    }
    QCOMPARE(members.text("b"), std::string("x"));
    QVERIFY(!members.error());
}

void JsonMembersTest::keepsTheFirstError()
{
    JsonReader reader;
    JsonMembers members(*reader.parseObject(R"({"a":1,"b":"x"})", "here"), "here", "items[3]");
    members.number("b");
    members.text("a");
    QVERIFY(members.error());
    QCOMPARE(members.error()->text(),
             std::string("here: \"items[3].b\" must be a number, not a string"));
}

void JsonMembersTest::cutsWithinTheBound_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cut");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("just fits") << QByteArray(60, 'x') << QByteArray(60, 'x');
    QTest::newRow("too long") << QByteArray(61, 'x')
                              << QByteArray(20, 'x') + "\xE2\x80\xA6 (41 bytes more)";
    QTest::newRow("not within a character")
        << QByteArray("x") + QByteArray("\xE2\x82\xAC").repeated(40)
        << QByteArray("x") + QByteArray("\xE2\x82\xAC").repeated(6) +
               "\xE2\x80\xA6 (102 bytes more)";
}

void JsonMembersTest::cutsWithinTheBound()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, cut);
    QCOMPARE(QByteArray::fromStdString(shortened(text.toStdString(), 60)), cut);
}

QTEST_APPLESS_MAIN(JsonMembersTest)
#include "tst_jsonmembers.moc"
