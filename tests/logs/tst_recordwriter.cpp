// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/recordwriter.h"

#include <QTest>

using namespace foretop;
using namespace foretop::logs;

namespace {

Record logRecord()
{
    return {.kind = RecordKind::Log,
            .level = Level::Error,
            .time = wallTimeFromMs(1'705'314'600'500),
            .source = "web-1",
            .logger = "shop.db",
            .message = "slow, \"very\"\nindeed",
            .raw = "ERROR slow, \"very\"\nindeed"};
}

Record gapRecord()
{
    Record record;
    record.kind = RecordKind::Gap;
    record.message = "12 records lost";
    return record;
}

std::string written(const RecordWriter &writer, const Record &record,
                    const std::vector<Field> &fields = {})
{
    std::string out;
    writer.write(record, fields, out);
    return out;
}

} // namespace

class RecordWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesCsvFields_data();
    void quotesCsvFields();
    void writesText();
    void keepsJsonRecords();
    void makesJsonOfText();
    void writesNumbersThatStayExact_data();
    void writesNumbersThatStayExact();
    void writesCsv();
    void leavesMissingFieldsEmpty();
    void asksForFieldsItNeeds();
};

void RecordWriterTest::quotesCsvFields_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("wanted");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("plain") << QByteArray("a b") << QByteArray("a b");
    QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("quote") << QByteArray("say \"hi\"") << QByteArray("\"say \"\"hi\"\"\"");
    QTest::newRow("only a quote") << QByteArray("\"") << QByteArray("\"\"\"\"");
    QTest::newRow("line feed") << QByteArray("a\nb") << QByteArray("\"a\nb\"");
    QTest::newRow("carriage return") << QByteArray("a\r") << QByteArray("\"a\r\"");
    QTest::newRow("UTF-8") << QByteArray("gr\xC3\xBC\xC3\x9F") << QByteArray("gr\xC3\xBC\xC3\x9F");
}

void RecordWriterTest::quotesCsvFields()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, wanted);
    std::string out = "before,";
    appendCsvField(out, field.toStdString());
    QCOMPARE(QByteArray::fromStdString(out), "before," + wanted);
}

void RecordWriterTest::writesText()
{
    const RecordWriter writer(RecordFormat::Text);
    std::string head;
    writer.writeHead(head);
    QCOMPARE(head, std::string());
    QCOMPARE(written(writer, logRecord()), logRecord().raw + "\n");
    QCOMPARE(written(writer, gapRecord()), std::string("12 records lost\n"));
}

void RecordWriterTest::keepsJsonRecords()
{
    const RecordWriter writer(RecordFormat::JsonLines);
    auto record = logRecord();
    record.raw = R"({"b":1.50,"a":"x\ny"})";
    QCOMPARE(written(writer, record), record.raw + "\n");
    record.raw = "{\n  \"a\": 1\n}";
    QCOMPARE(written(writer, record), std::string("{   \"a\": 1 }\n"));
}

void RecordWriterTest::makesJsonOfText()
{
    const RecordWriter writer(RecordFormat::JsonLines);
    QCOMPARE(written(writer, logRecord(), {{"level", "not again"}, {"user \"x\"", "a\tb"}}),
             std::string(R"({"timestamp":"2024-01-15T10:30:00.500Z","level":"ERROR",)"
                         R"("source":"web-1","logger":"shop.db",)"
                         R"("message":"slow, \"very\"\nindeed","user \"x\"":"a\tb"})"
                         "\n"));
    QCOMPARE(written(writer, gapRecord()),
             std::string("{\"gap\":true,\"message\":\"12 records lost\"}\n"));
    Record bare;
    bare.raw = "{cut off";
    QCOMPARE(written(writer, bare), std::string("{\"message\":\"{cut off\"}\n"));
}

void RecordWriterTest::writesNumbersThatStayExact_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isNumber");
    QTest::newRow("whole") << QByteArray("500") << true;
    QTest::newRow("zero") << QByteArray("0") << true;
    QTest::newRow("negative") << QByteArray("-12.50") << true;
    QTest::newRow("15 digits") << QByteArray("123456789012345") << true;
    QTest::newRow("16 digits") << QByteArray("1234567890123456") << false;
    QTest::newRow("leading zero") << QByteArray("007") << false;
    QTest::newRow("no fraction") << QByteArray("1.") << false;
    QTest::newRow("no whole") << QByteArray(".5") << false;
    QTest::newRow("exponent") << QByteArray("1e5") << false;
    QTest::newRow("sign alone") << QByteArray("-") << false;
    QTest::newRow("version") << QByteArray("1.2.3") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void RecordWriterTest::writesNumbersThatStayExact()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isNumber);
    Record record;
    record.raw = record.message = "m";
    const auto wanted = isNumber ? text : "\"" + text + "\"";
    QCOMPARE(QByteArray::fromStdString(written(RecordWriter(RecordFormat::JsonLines), record,
                                               {{"n", text.toStdString()}})),
             "{\"message\":\"m\",\"n\":" + wanted + "}\n");
}

void RecordWriterTest::writesCsv()
{
    const RecordWriter writer(RecordFormat::Csv);
    std::string out;
    writer.writeHead(out);
    writer.write(logRecord(), {}, out);
    writer.write(gapRecord(), {}, out);
    QCOMPARE(out, std::string("time,level,source,logger,message\r\n"
                              "2024-01-15T10:30:00.500Z,ERROR,web-1,shop.db,"
                              "\"slow, \"\"very\"\"\nindeed\"\r\n"
                              ",,,,12 records lost\r\n"));
    QVERIFY(!writer.writeRaw("{}", out));
}

void RecordWriterTest::leavesMissingFieldsEmpty()
{
    const RecordWriter writer(RecordFormat::Csv, {"a,b", "status", "raw"});
    std::string out;
    writer.writeHead(out);
    Record record;
    record.raw = "r";
    writer.write(record, {{"status", "500"}, {"other", "x"}}, out);
    writer.write(record, {{"a,b", "1\"2"}}, out);
    QCOMPARE(out, std::string("\"a,b\",status,raw\r\n,500,r\r\n\"1\"\"2\",,r\r\n"));
}

void RecordWriterTest::asksForFieldsItNeeds()
{
    auto json = logRecord();
    json.raw = "{\"a\":1}";
    QVERIFY(!RecordWriter(RecordFormat::Text).needsFields(logRecord()));
    QVERIFY(RecordWriter(RecordFormat::JsonLines).needsFields(logRecord()));
    QVERIFY(!RecordWriter(RecordFormat::JsonLines).needsFields(json));
    QVERIFY(!RecordWriter(RecordFormat::JsonLines).needsFields(gapRecord()));
    QVERIFY(!RecordWriter(RecordFormat::Csv).needsFields(logRecord()));
    QVERIFY(RecordWriter(RecordFormat::Csv, {"time", "status"}).needsFields(json));
}

QTEST_GUILESS_MAIN(RecordWriterTest)
#include "tst_recordwriter.moc"
