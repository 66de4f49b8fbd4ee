// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonreader.h"
#include "base/jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace foretop;

class JsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesNestedValues();
    void escapesWhatJsonForbids();
    void rejectsMalformed_data();
    void rejectsMalformed();
    void namesTheMemberAndItsType();
    void readsTimes();
};

void JsonTest::writesNestedValues()
{
    JsonWriter out;
    out.beginObject();
    out.member("name", "web");
    out.member("count", 3).member("big", std::numeric_limits<std::uint64_t>::max());
    out.member("ratio", 0.5).member("ok", true);
    out.key("items").beginArray().value(1).null().beginObject().endObject().endArray();
    out.member("inf", std::numeric_limits<double>::infinity());
    out.endObject();
    QCOMPARE(out.take(),
             std::string(R"({"name":"web","count":3,"big":18446744073709551615,"ratio":0.5,)"
                         R"("ok":true,"items":[1,null,{}],"inf":"+Inf"})"));
    QVERIFY(out.view().empty());
}

void JsonTest::escapesWhatJsonForbids()
{
    JsonWriter out;
    out.value(std::string("a\"b\\c\n\t\r\x01 \xE9 \xC3\xA9\0z", 17));
    const auto text = QByteArray::fromStdString(out.take());
    const auto parsed = QJsonDocument::fromJson("[" + text + "]");
    QVERIFY(!parsed.isNull());
    QCOMPARE(parsed[0].toString(),
             QString::fromUtf8(QByteArray("a\"b\\c\n\t\r\x01 \\xE9 \xC3\xA9\0z", 20)));
}

void JsonTest::rejectsMalformed_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("offset");
    QTest::newRow("empty") << QByteArray() << -1;
    QTest::newRow("cut short") << QByteArray(R"({"a":1,"b":)") << -1;
    QTest::newRow("not a value") << QByteArray(R"({"a":1,"b":truth})") << 11;
    QTest::newRow("almost null") << QByteArray(R"({"a":1,"b":nll})") << 11;
    QTest::newRow("not UTF-8") << QByteArray("{\"a\":\"\xE9\"}") << -1;
    QTest::newRow("tail") << QByteArray("{} {}") << -1;
    QTest::newRow("too deep") << QByteArray(5000, '[') << -1;
    QTest::newRow("deeper than the stack")
        << QByteArray(2 << 20, '[') + QByteArray(2 << 20, ']') << -1;
}

void JsonTest::rejectsMalformed()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, offset);
    JsonReader reader;
    const auto result = reader.parse({bytes.constData(), std::size_t(bytes.size())}, "ws://h");
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Malformed);
    QCOMPARE(result.error().source, std::string("ws://h"));
    if (offset >= 0) {
        QVERIFY(result.error().place.offset);
        QCOMPARE(int(*result.error().place.offset), offset);
    }
}

void JsonTest::namesTheMemberAndItsType()
{
    JsonReader reader;
    const auto object = reader.parseObject(R"({"id":7,"seq":-1,"items":"x"})", "here");
    QVERIFY(object);
    QCOMPARE(requireString(*object, "id", "here").error().text(),
             std::string("here: \"id\" must be a string, not a number"));
    QCOMPARE(requireString(*object, "name", "here").error().text(),
             std::string("here: \"name\" is missing"));
    QCOMPARE(requireCount(*object, "seq", "here").error().text(),
             std::string("here: \"seq\" must be a whole number of 0 or more"));
    QCOMPARE(requireArray(*object, "items", "here", Place::atItem(2)).error().text(),
             std::string("here item 2: \"items\" must be an array, not a string"));
    QCOMPARE(reader.parseObject("[]", "here").error().text(),
             std::string("here: must be an object, not an array"));
}

void JsonTest::readsTimes()
{
    JsonReader reader;
    const auto object =
        reader.parseObject(R"({"a":"2024-01-15T10:30:00Z","b":1705314600,"c":"soon"})", "");
    QVERIFY(object);
    QCOMPARE(timeMember(*object, "a"), timeMember(*object, "b"));
    QVERIFY(!timeMember(*object, "c"));
    QVERIFY(!timeMember(*object, "d"));
}

QTEST_APPLESS_MAIN(JsonTest)
#include "tst_json.moc"
