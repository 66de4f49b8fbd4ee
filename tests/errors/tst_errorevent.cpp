// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "errors/errorevent.h"

#include <QDir>
#include <QTest>

#include <fmt/format.h>

using namespace foretop;
using namespace foretop::errors;

namespace {

const WallTime kNow = wallTimeFromMs(1'705'314'600'000);

Result<ErrorEvent> decoded(const QByteArray &json)
{
    return decodeErrorEvent({json.constData(), std::size_t(json.size())}, kNow, "ws://shop");
}

QString picture(const ErrorEvent &event)
{
    auto text = fmt::format("{} {} {}: {}", event.eventId, event.level, event.type, event.message);
    for (const auto &frame : event.stack) {
        text += fmt::format("\n{}", frame);
    }
    for (const auto &[name, value] : event.tags) {
        text += fmt::format(" {}={}", name, value);
    }
    for (const auto &[name, value] : event.context) {
        text += fmt::format(" ({}={})", name, value);
    }
    for (const auto &part : event.fingerprint) {
        text += fmt::format(" #{}", part);
    }
    return QString::fromStdString(text);
}

} // namespace

class ErrorEventTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEvents_data();
    void readsEvents();
    void keepsTheInnermostFrames();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void comesBackAsWritten();
    void readsTheCorpus();
};

void ErrorEventTest::readsEvents_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("event");
    const auto row = [](const char *name, const char *json, const char *event) {
        QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(event);
    };
    row("message alone", R"({"message":"lost"})", " error : lost");
    row("type alone", R"({"type":"KeyError"})", " error KeyError: ");
    row("everything",
        R"({"event_id":"9f","timestamp":"2024-01-15T10:30:00Z","level":"critical","type":"KeyError",)"
        R"("message":"'id'","stack":["a.py:1","b.py:2"],"tags":{"release":"1.2"},)"
        R"("context":{"user":{"id":7}},"fingerprint":["db","timeout"]})",
        "9f critical KeyError: 'id'\na.py:1\nb.py:2 release=1.2 (user={\"id\":7}) #db #timeout");
    row("stack as text", R"({"message":"m","stack":"one\n  two\nthree\n"})",
        " error : m\none\n  two\nthree");
    row("stack_trace", R"({"message":"m","stack_trace":"one\r\ntwo"})", " error : m\none\ntwo");
    row("frames as objects",
        R"({"message":"m","stack":[{"file":"a.py","line":3,"function":"f"},{"function":"g"},)"
        R"({"filename":"b.py","lineno":4},{"odd":1}]})",
        " error : m\nf (a.py:3)\ng\nb.py:4\n{\"odd\":1}");
    row("a number as event id", R"({"event_id":7,"message":"m"})", "7 error : m");
    row("one fingerprint", R"({"message":"m","fingerprint":"x"})", " error : m #x");
    row("no fingerprint", R"({"message":"m","fingerprint":[],"tags":null})", " error : m");
}

void ErrorEventTest::readsEvents()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, event);
    const auto result = decoded(json);
    QVERIFY2(result, result ? "" : result.error().text().c_str());
    QCOMPARE(picture(*result), event);
    QCOMPARE(result->timestamp, kNow);
}

void ErrorEventTest::keepsTheInnermostFrames()
{
    QByteArray frames;
    for (std::size_t i = 0; i < kMaxFrames + 10; ++i) {
        frames += (i ? ",\"" : "\"") + QByteArray::number(qulonglong(i)) + "\"";
    }
    const auto result = decoded(R"({"message":"m","stack":[)" + frames + "]}");
    QVERIFY(result);
    QCOMPARE(result->stack.size(), kMaxFrames);
    QCOMPARE(result->stack[0], std::string("\xE2\x80\xA6 (11 more frames)"));
    QCOMPARE(result->stack[1], std::string("11"));
    QCOMPARE(result->stack.back(), std::string("259"));
}

void ErrorEventTest::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &json, const char *message) {
        QTest::newRow(name) << json << QStringLiteral("ws://shop: ") + QString::fromUtf8(message);
    };
    row("not an object", "[]", "must be an object, not an array");
    row("nothing to say", R"({"level":"error","message":""})",
        "\"message\" and \"type\" are both missing");
    row("event id", R"({"message":"m","event_id":{}})",
        "\"event_id\" must be a string or a whole number, not an object");
    row("timestamp", R"({"message":"m","timestamp":"2024"})",
        "\"timestamp\" must be a time (ISO 8601 text or Unix seconds), not \"2024\"");
    row("level", R"({"message":"m","level":40})", "\"level\" must be a string, not a number");
    row("type", R"({"message":"m","type":[]})", "\"type\" must be a string, not an array");
    row("stack", R"({"message":"m","stack":{}})",
        "\"stack\" must be an array of frames or text, not an object");
    row("stack trace", R"({"message":"m","stack_trace":1})",
        "\"stack_trace\" must be an array of frames or text, not a number");
    row("tags", R"({"message":"m","tags":[]})", "\"tags\" must be an object, not an array");
    row("context", R"({"message":"m","context":"x"})",
        "\"context\" must be an object, not a string");
    row("fingerprint", R"({"message":"m","fingerprint":1})",
        "\"fingerprint\" must be an array of strings, not a number");
    QByteArray parts = "1";
    for (std::size_t i = 0; i < kMaxFingerprintParts; ++i) {
        parts += ",1";
    }
    row("many fingerprints", R"({"message":"m","fingerprint":[)" + parts + "]}",
        "\"fingerprint\" has more than 32 parts");
}

void ErrorEventTest::saysWhatIsWrong()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, message);
    const auto result = decoded(json);
    QVERIFY(!result);
    QCOMPARE(QString::fromStdString(result.error().text()), message);
}

void ErrorEventTest::comesBackAsWritten()
{
    const auto first = decoded(
        R"({"event_id":"9f","level":"fatal","type":"T","message":"m\n\"q\"","stack":["a","b"],)"
        R"("tags":{"a":1},"context":{"b":[2]},"fingerprint":["c"],"timestamp":1705314601.5})");
    QVERIFY(first);
    const auto second = decoded(QByteArray::fromStdString(encodeErrorEvent(*first)));
    QVERIFY(second);
    QVERIFY(*first == *second);
}

void ErrorEventTest::readsTheCorpus()
{
    const QDir corpus(QStringLiteral(FORETOP_TEST_DATA "/corpus/errorevent"));
    const auto names = corpus.entryList(QDir::Files);
    QVERIFY(names.size() >= 3);
    for (const auto &name : names) {
        QFile file(corpus.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(bool(decoded(file.readAll())), !name.startsWith(QStringLiteral("broken")));
    }
}

QTEST_APPLESS_MAIN(ErrorEventTest)
#include "tst_errorevent.moc"
