// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/framecodec.h"

#include <QTest>

using namespace foretop;
using namespace foretop::feeds;

class FrameCodecTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrites_data();
    void readsWhatItWrites();
    void writesTheDocumentedText();
    void ignoresWhatItDoesNotKnow_data();
    void ignoresWhatItDoesNotKnow();
    void keepsItemsAsReceived();
    void oneBadItemSpoilsNoOther();
    void rejects_data();
    void rejects();
    void refusesFramesOverTheLimit();
    void envelopeIsBounded();
    void tellsProtocolFromPlain_data();
    void tellsProtocolFromPlain();
};

Q_DECLARE_METATYPE(foretop::feeds::Frame)

void FrameCodecTest::readsWhatItWrites_data()
{
    QTest::addColumn<Frame>("frame");
    QTest::newRow("hello") << Frame(Hello{.feed = FeedKind::Logs,
                                          .service = "shop \"1\"",
                                          .host = "web-1",
                                          .epoch = "e",
                                          .first = Seq(17),
                                          .next = Seq(9120),
                                          .window = 512});
    QTest::newRow("subscribe anew") << Frame(Subscribe{});
    QTest::newRow("subscribe with a backlog") << Frame(Subscribe{
        .epoch = {}, .after = {}, .backlog = 0, .minLevel = "INFO", .maxFrameBytes = 1024});
    QTest::newRow("resume") << Frame(Subscribe{
        .epoch = "e", .after = Seq(9001), .backlog = {}, .minLevel = {}, .maxFrameBytes = {}});
    QTest::newRow("batch") << Frame(Batch{
        .seq = Seq(3), .items = {R"({"a":[1,{"b":"]"}]})", "{}"}, .dropped = 4, .skipped = 2});
    QTest::newRow("empty batch") << Frame(
        Batch{.seq = Seq(3), .items = {}, .dropped = 0, .skipped = 2});
    QTest::newRow("ack") << Frame(Ack{.seq = Seq(kMaxFrameNumber)});
    QTest::newRow("gap") << Frame(Gap{.from = Seq(1), .to = Seq(7), .reason = "evicted"});
    QTest::newRow("error") << Frame(ErrorFrame{.code = "denied", .message = "no\nway"});
}

void FrameCodecTest::readsWhatItWrites()
{
    QFETCH(Frame, frame);
    const auto read = decodeFrame(encodeFrame(frame), "here", kDefaultMaxFrameBytes);
    QVERIFY2(read, read ? "" : read.error().text().c_str());
    QVERIFY(*read == frame);
}

void FrameCodecTest::writesTheDocumentedText()
{
    QCOMPARE(encodeFrame(Hello{.feed = FeedKind::Logs,
                               .service = "shop",
                               .host = "web-1",
                               .epoch = "e1",
                               .first = Seq(17),
                               .next = Seq(9120),
                               .window = 512}),
             std::string(R"({"type":"hello","protocol":"foretop.feed/1","feed":"logs",)"
                         R"("service":"shop","host":"web-1","epoch":"e1","first":17,)"
                         R"("next":9120,"window":512})"));
    QCOMPARE(encodeFrame(Batch{.seq = Seq(9002), .items = {"{}"}, .dropped = 0, .skipped = 0}),
             std::string(R"({"type":"batch","seq":9002,"items":[{}]})"));
    QCOMPARE(encodeFrame(ErrorFrame{.code = "denied", .message = "why"}),
             std::string(R"({"type":"error","protocol":"foretop.feed/1","code":"denied",)"
                         R"("message":"why"})"));
}

void FrameCodecTest::ignoresWhatItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("member") << QByteArray(R"({"type":"ack","colour":{"r":[1,2]},"seq":7})");
    QTest::newRow("blanks") << QByteArray(" \n{ \"seq\" : 7 , \"type\" : \"ack\" } \r\n");
    QTest::newRow("items elsewhere") << QByteArray(R"({"type":"ack","seq":7,"items":[1,2]})");
    QTest::newRow("escaped name") << QByteArray(R"({"type":"ack","s\u0065q":7})");
}

void FrameCodecTest::ignoresWhatItDoesNotKnow()
{
    QFETCH(QByteArray, text);
    const auto frame = decodeFrame(text.toStdString(), "here", kDefaultMaxFrameBytes);
    QVERIFY2(frame, frame ? "" : frame.error().text().c_str());
    QVERIFY(*frame == Frame(Ack{.seq = Seq(7)}));
}

void FrameCodecTest::keepsItemsAsReceived()
{
    const std::string text =
        R"({"items":[ {"b": 1.10, "a":"]}"} , "x" ,123456789012345678901234567890, [ ] ],)"
        R"("seq":1,"type":"batch"})";
    const auto frame = decodeFrame(text, "here", kDefaultMaxFrameBytes);
    QVERIFY2(frame, frame ? "" : frame.error().text().c_str());
    QCOMPARE(std::get<Batch>(*frame).items,
             (std::vector<std::string>{R"({"b": 1.10, "a":"]}"})", "\"x\"",
                                       "123456789012345678901234567890", "[ ]"}));
}

void FrameCodecTest::oneBadItemSpoilsNoOther()
{
    const auto frame = decodeFrame(R"({"type":"batch","seq":1,"items":[{"a":tru},{"a":1}]})",
                                   "here", kDefaultMaxFrameBytes);
    QVERIFY(frame);
    QCOMPARE(std::get<Batch>(*frame).items,
             (std::vector<std::string>{R"({"a":tru})", R"({"a":1})"}));
}

void FrameCodecTest::rejects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *name, const char *text, const char *error) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(error);
    };
    row("nothing", "", "here: not JSON: empty");
    row("plain text", "hello", "here byte 0: not JSON");
    row("cut short", R"({"type":"ack","seq":)", "not JSON");
    row("bad value", R"({"type":"ack","seq":7x})", "here byte 20: not JSON");
    row("more after it", R"({"type":"ack","seq":7} {})", "not JSON");
    row("items cut short", R"({"type":"batch","seq":7,"items":[{"a":1})", "not JSON");
    row("items without comma", R"({"type":"batch","seq":7,"items":[{} {}]})", "not JSON");
    row("not UTF-8", "{\"type\":\"ack\",\"seq\":7,\"x\":\"\xE9\"}", "not JSON");
    row("an array", "[]", "here: must be an object, not an array");
    row("no type", R"({"seq":7})", R"(here: "type" is missing)");
    row("type of wrong type", R"({"type":7})", R"(here: "type" must be a string, not a number)");
    row("unknown type", R"({"type":"poke"})",
        R"(here: "type" is "poke", which is no frame of foretop.feed/1)");

    const char *hello = R"({"type":"hello","protocol":"%1","feed":"%2","epoch":"%3",)"
                        R"("first":%4,"next":%5,"window":%6})";
    const auto helloRow = [hello](const char *name, QStringList values, const char *error) {
        QString text = QString::fromLatin1(hello);
        for (const auto &value : values) {
            text = text.arg(value);
        }
        QTest::newRow(name) << text.toUtf8() << QByteArray(error);
    };
    const auto words = [](const char *line) { return QString::fromLatin1(line).split(u' '); };
    helloRow("another protocol", words("foretop.feed/2 logs e 1 1 1"),
             R"(here: "protocol" is "foretop.feed/2", not "foretop.feed/1")");
    helloRow("unknown feed", words("foretop.feed/1 weather e 1 1 1"),
             R"(here: "feed" is "weather", which is no feed)");
    helloRow("no epoch", words("foretop.feed/1 logs  1 1 1"), R"(here: "epoch" must not be empty)");
    helloRow("numbers from 0", words("foretop.feed/1 logs e 0 1 1"), R"(1 <= "first" <= "next")");
    helloRow("first after next", words("foretop.feed/1 logs e 3 2 1"), R"(1 <= "first" <= "next")");
    helloRow("no window", words("foretop.feed/1 logs e 1 1 0"), R"("window" must be 1 or more)");
    helloRow("number too large", words("foretop.feed/1 logs e 1 9007199254740992 1"),
             R"("next" must not be above 9007199254740991)");
    helloRow("negative", words("foretop.feed/1 logs e -1 1 1"),
             R"(here: "first" must be a whole number of 0 or more)");
    helloRow("fraction", words("foretop.feed/1 logs e 1 1.5 1"),
             R"(here: "next" must be a whole number of 0 or more)");

    row("subscribe: epoch without after", R"({"type":"subscribe","epoch":"e"})",
        R"("after" is missing)");
    row("subscribe: filter", R"({"type":"subscribe","filter":"INFO"})",
        R"("filter" must be an object)");
    row("subscribe: level", R"({"type":"subscribe","filter":{"min_level":3}})",
        R"("min_level" must be a string, not a number)");
    row("subscribe: backlog", R"({"type":"subscribe","backlog":"all"})",
        R"("backlog" must be a whole number, not a string)");
    row("batch without items", R"({"type":"batch","seq":1})", R"("items" is missing)");
    row("batch of wrong type", R"({"type":"batch","seq":1,"items":{}})",
        R"("items" must be an array)");
    row("batch without seq", R"({"type":"batch","items":[]})", R"("seq" is missing)");
    row("batch from 0", R"({"type":"batch","seq":0,"items":[]})",
        R"("skipped" must be less than "seq", which starts at 1)");
    row("batch skips too much", R"({"type":"batch","seq":3,"skipped":3,"items":[]})",
        R"("skipped" must be less than "seq")");
    row("batch beyond the numbers", R"({"type":"batch","seq":9007199254740991,"items":[1]})",
        R"("seq" of the last item is too large)");
    row("ack without seq", R"({"type":"ack"})", R"("seq" is missing)");
    row("gap reversed", R"({"type":"gap","from":3,"to":2})", R"(must be 1 <= "from" <= "to")");
    row("gap from 0", R"({"type":"gap","from":0,"to":2})", R"(must be 1 <= "from" <= "to")");
    row("error without code", R"({"type":"error","message":"x"})", R"("code" is missing)");
}

void FrameCodecTest::rejects()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, error);
    const auto frame = decodeFrame(text.toStdString(), "here", kDefaultMaxFrameBytes);
    QVERIFY(!frame);
    const auto words = QByteArray::fromStdString(frame.error().text());
    QVERIFY2(words.startsWith("here"), words.constData());
    QVERIFY2(words.contains(error), words.constData());
}

void FrameCodecTest::refusesFramesOverTheLimit()
{
    const std::string text = R"({"type":"ack","seq":7})";
    QVERIFY(decodeFrame(text, "here", text.size()));
    const auto over = decodeFrame(text, "here", text.size() - 1);
    QVERIFY(!over);
    QCOMPARE(over.error().code, ErrorCode::TooLarge);
    QCOMPARE(over.error().text(),
             std::string("here: frame of 22 bytes is larger than the limit of 21"));
}

void FrameCodecTest::envelopeIsBounded()
{
    const Batch largest{.seq = Seq(kMaxFrameNumber),
                        .items = {},
                        .dropped = std::numeric_limits<std::uint64_t>::max(),
                        .skipped = std::numeric_limits<std::uint64_t>::max()};
    QVERIFY(encodeFrame(largest).size() <= kBatchEnvelopeBytes);
}

void FrameCodecTest::tellsProtocolFromPlain_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("opens");
    QTest::newRow("hello") << QByteArray(R"({"type":"hello","protocol":"foretop.feed/1"})") << true;
    QTest::newRow("a later version")
        << QByteArray(R"({"type":"hello","protocol":"foretop.feed/2"})") << true;
    QTest::newRow("refusal") << QByteArray(R"({"type":"error","protocol":"foretop.feed/1"})")
                             << true;
    QTest::newRow("a record") << QByteArray(R"({"type":"hello","message":"hi"})") << false;
    QTest::newRow("an error record") << QByteArray(R"({"type":"error","code":"denied"})") << false;
    QTest::newRow("an array") << QByteArray("[]") << false;
    QTest::newRow("text") << QByteArray("hello") << false;
}

void FrameCodecTest::tellsProtocolFromPlain()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, opens);
    QCOMPARE(opensProtocol(text.toStdString()), opens);
}

QTEST_APPLESS_MAIN(FrameCodecTest)
#include "tst_framecodec.moc"
