// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/logs/erroritem.h"

#include "logs/recordparser.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace foretop;
using namespace foretop::agent;

class ErrorItemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsErrors_data();
    void findsErrors();
    void keepsWhatTheRecordSays();
    void boundsWhatItKeeps();
};

static QJsonObject errorIn(const QByteArray &record)
{
    JsonReader reader;
    logs::RecordParser parser;
    const std::string text = record.toStdString();
    const auto object = reader.parseObject(text, "test");
    if (!object || !mayTellOfError(text)) {
        return {};
    }
    const auto item =
        errorItemFrom(*object, parser.parseItem(*object), wallTimeFromMs(1705314600000));
    return QJsonDocument::fromJson(QByteArray::fromStdString(item.value_or("{}"))).object();
}

void ErrorItemTest::findsErrors_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QString>("type"); // null: no error
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("stack");
    const auto row = [](const char *name, const char *record, const char *type, const char *message,
                        const char *stack) {
        QTest::newRow(name) << QByteArray(record) << QString::fromLatin1(type)
                            << QString::fromLatin1(message) << QString::fromLatin1(stack);
    };
    row("Python",
        R"({"level":"ERROR","message":"failed","exc_info":"Traceback (most recent call last):\n)"
        R"(  File \"a.py\", line 1, in f\n    g()\n  File \"a.py\", line 5, in g\n    raise\n)"
        R"(shop.errors.NoStock: none left: x"})",
        "shop.errors.NoStock", "none left: x",
        R"(  File "a.py", line 1, in f|    g()|  File "a.py", line 5, in g|    raise)");
    row("Java",
        R"({"level":"error","message":"m","stack_trace":"java.lang.IllegalStateException: bad\n)"
        R"(\tat b.C.d(C.java:5)\n\tat a.B.c(B.java:9)\n"})",
        "java.lang.IllegalStateException", "bad", "\tat a.B.c(B.java:9)|\tat b.C.d(C.java:5)");
    row("an object",
        R"({"level":"CRITICAL",)"
        R"("exception":{"type":"KeyError","message":"'x'","stack":["f","g"]}})",
        "KeyError", "'x'", "g|f");
    row("an object without a stack", R"({"level":"ERROR","message":"m","exception":{"class":"E"}})",
        "E", "m", "");
    row("lines", R"({"level":"ERROR","message":"m","logger":"db","stack_trace":["at f","at g"]
})",
        "db", "m", "at g|at f");
    row("no exception", R"({"level":"ERROR","message":"exception"})", nullptr, "", "");
    row("nothing in it", R"({"level":"ERROR","message":"m","exc_info":null,"exception":""})",
        nullptr, "", "");
    row("only a warning", R"({"level":"WARNING","message":"m","stack_trace":"E: x\n at f"})",
        nullptr, "", "");
}

void ErrorItemTest::findsErrors()
{
    QFETCH(QByteArray, record);
    QFETCH(QString, type);
    QFETCH(QString, message);
    QFETCH(QString, stack);
    const QJsonObject error = errorIn(record);
    QCOMPARE(error.isEmpty(), type.isNull());
    QCOMPARE(error.value(QStringLiteral("type")).toString(), type);
    QCOMPARE(error.value(QStringLiteral("message")).toString(), message);
    QStringList frames;
    for (const auto &frame : error.value(QStringLiteral("stack")).toArray()) {
        frames += frame.toString();
    }
    QCOMPARE(frames.join(u'|'), stack);
}

void ErrorItemTest::keepsWhatTheRecordSays()
{
    const QJsonObject error =
        errorIn(R"({"timestamp":"2024-01-15T10:30:00.123Z","level":"ERROR","logger":"shop.cart",)"
                R"("message":"m","user_id":42,"http":{"status":500},"stack_trace":"E: x\n at f"})");
    QCOMPARE(error.value(QStringLiteral("timestamp")).toString(),
             QStringLiteral("2024-01-15T10:30:00.123Z"));
    QCOMPARE(error.value(QStringLiteral("level")).toString(), QStringLiteral("error"));
    QCOMPARE(error.value(QStringLiteral("event_id")).toString().size(), 32);
    QCOMPARE(error.value(QStringLiteral("tags")).toObject().value(QStringLiteral("logger")),
             QJsonValue(QStringLiteral("shop.cart")));
    const QJsonObject context = error.value(QStringLiteral("context")).toObject();
    QCOMPARE(context.value(QStringLiteral("user_id")).toString(), QStringLiteral("42"));
    QCOMPARE(context.value(QStringLiteral("http.status")).toString(), QStringLiteral("500"));
    QVERIFY(!context.contains(QStringLiteral("stack_trace")));
    QVERIFY(!context.contains(QStringLiteral("message")));
}

void ErrorItemTest::boundsWhatItKeeps()
{
    QByteArray stack = "E: " + QByteArray(100'000, 'm');
    for (int i = 0; i < 1000; ++i) {
        stack += "\\n at frame " + QByteArray::number(i);
    }
    QByteArray record = R"({"level":"ERROR","stack_trace":")" + stack + '"';
    for (int i = 0; i < 80; ++i) {
        record += ",\"k" + QByteArray::number(i) + "\":\"" + QByteArray(10'000, 'v') + '"';
    }
    const QJsonObject error = errorIn(record + '}');
    const QJsonArray frames = error.value(QStringLiteral("stack")).toArray();
    QCOMPARE(frames.size(), qsizetype(kMaxErrorFrames));
    QCOMPARE(frames.last().toString(), QStringLiteral(" at frame 0"));
    QCOMPARE(error.value(QStringLiteral("context")).toObject().size(), qsizetype(kMaxErrorContext));
    QVERIFY(error.value(QStringLiteral("message")).toString().size() <=
            qsizetype(kMaxErrorTextBytes));
}

QTEST_APPLESS_MAIN(ErrorItemTest)
#include "tst_erroritem.moc"
