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
    void writesNumbersThatReadBackTheSame_data();
    void writesNumbersThatReadBackTheSame();
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

void JsonMembersTest::writesNumbersThatReadBackTheSame_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    for (const char *number : {"0", "-7", "0.2149", "270553174016"}) {
        QTest::newRow(number) << QByteArray(number) << QByteArray(number);
    }
    for (const char *word : {"", "0.20", "007", "1.0", "+1", "12 ms", "nan", "inf", "0x10",
                             "123456789012345678901234567890"}) {
        QTest::newRow(word) << QByteArray(word) << '"' + QByteArray(word) + '"';
    }
}

void JsonMembersTest::writesNumbersThatReadBackTheSame()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    JsonWriter out;
    out.beginObject();
    writeTexts(out, "seen", {{"a", text.toStdString()}});
    out.endObject();
    const std::string document = out.take();
    QCOMPARE(QByteArray::fromStdString(document), "{\"seen\":{\"a\":" + json + "}}");
    JsonReader reader;
    JsonMembers members(*reader.parseObject(document, "here"), "here");
    QCOMPARE(QByteArray::fromStdString(members.texts("seen").at(0).second), text);
}

QTEST_APPLESS_MAIN(JsonMembersTest)
#include "tst_jsonmembers.moc"
