// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "errors/errorevent.h"

#include <QTest>

using namespace foretop;
using namespace foretop::errors;

class FingerprintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesWhatVaries_data();
    void replacesWhatVaries();
    void groupsByTypeMessageAndFrame();
    void findsTheInnermostFrame_data();
    void findsTheInnermostFrame();
    void takesTheGivenFingerprint();
    void staysFastOnLongMessages();
};

void FingerprintTest::replacesWhatVaries_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QString>("fingerprint");
    const auto row = [](const char *name, const char *message, const char *fingerprint) {
        QTest::newRow(name) << QByteArray(message) << QString::fromUtf8(fingerprint);
    };
    row("none", "connection refused", "connection refused");
    row("empty", "", "");
    row("numbers", "took 512 ms, limit 1.5 s", "took <n> ms, limit <n> s");
    row("number with a unit", "took 512ms", "took <n>ms");
    row("number in a word", "no such user42", "no such user<n>");
    row("address", "10.0.0.17:5432 refused", "<n> refused");
    row("time", "at 2024-01-15T10:30:00.123Z", "at <n>-<n>-<n>T<n>Z");
    row("hexadecimal", "at 0x7ffe12ab", "at <n>");
    row("hash", "commit 9f8e7d6c5b4a gone", "commit <n> gone");
    row("decimal digits alone are the same", "order 1234567 and 12345678", "order <n> and <n>");
    row("words of hexadecimal letters stay", "defaced facade deadbeef", "defaced facade deadbeef");
    row("UUID", "order 123e4567-e89b-12d3-a456-426614174000 lost", "order <uuid> lost");
    row("double quotes", "no key \"abc\" in map", "no key <text> in map");
    row("single quotes", "KeyError: 'user_id'", "KeyError: <text>");
    row("backquotes", "table `a` missing", "table <text> missing");
    row("apostrophe", "can't find 'x', don't ask", "can't find <text>, don't ask");
    row("unclosed quote", "odd \"quote", "odd \"quote");
    row("not ASCII", "\xC3\xA9t\xC3\xA9 42", "\xC3\xA9t\xC3\xA9 <n>");
}

void FingerprintTest::replacesWhatVaries()
{
    QFETCH(QByteArray, message);
    QFETCH(QString, fingerprint);
    ErrorEvent event;
    event.message = message.toStdString();
    QCOMPARE(QString::fromStdString(fingerprintOf(event)),
             QStringLiteral("\n%1\n").arg(fingerprint));
}

void FingerprintTest::groupsByTypeMessageAndFrame()
{
    ErrorEvent event;
    event.type = "TimeoutError";
    event.message = "no answer in 5 s";
    event.stack = {"main (app.py:10)", "fetch (net.py:42)"};
    const auto fingerprint = fingerprintOf(event);

    auto alike = event;
    alike.message = "no answer in 7 s";
    alike.stack = {"other (app.py:11)", "fetch (net.py:43)"};
    QCOMPARE(fingerprintOf(alike), fingerprint);

    auto other = event;
    other.type = "KeyError";
    QVERIFY(fingerprintOf(other) != fingerprint);
    other = event;
    other.message = "no answer after 5 s";
    QVERIFY(fingerprintOf(other) != fingerprint);
    other = event;
    other.stack.back() = "fetch2 (net.py:42)";
    QVERIFY(fingerprintOf(other) != fingerprint);
}

void FingerprintTest::findsTheInnermostFrame_data()
{
    QTest::addColumn<QStringList>("stack");
    QTest::addColumn<QString>("frame");
    const auto row = [](const char *name, const char *stack, const char *frame) {
        QTest::newRow(name) << QString::fromUtf8(stack).split(u'\n') << QString::fromUtf8(frame);
    };
    row("the last", "a (a.py:1)\nb (b.py:2)", "b (b.py:<n>)");
    row("Python",
        "Traceback (most recent call last):\n  File \"a.py\", line 1, in f\n    g()\n"
        "  File \"b.py\", line 22, in g\n    1/0\nZeroDivisionError: division by zero",
        "File \"b.py\", line <n>, in g");
    row("Java",
        "java.lang.IllegalStateException: x\n\tat a.B.c(B.java:17)\n\tat a.B.main(B.java:3)",
        "at a.B.c(B.java:<n>)");
    row("address", "main\nrun + 0x1f4c", "run + <n>");
}

void FingerprintTest::findsTheInnermostFrame()
{
    QFETCH(QStringList, stack);
    QFETCH(QString, frame);
    ErrorEvent event;
    for (const auto &line : stack) {
        event.stack.push_back(line.toStdString());
    }
    QCOMPARE(QString::fromStdString(fingerprintOf(event)), QStringLiteral("\n\n%1").arg(frame));
}

void FingerprintTest::takesTheGivenFingerprint()
{
    ErrorEvent event;
    event.message = "m 1";
    event.fingerprint = {"db", "timeout"};
    auto other = event;
    other.message = "something else";
    QCOMPARE(fingerprintOf(event), fingerprintOf(other));
    other.fingerprint = {"db timeout"};
    QVERIFY(fingerprintOf(event) != fingerprintOf(other));
}

void FingerprintTest::staysFastOnLongMessages()
{
    ErrorEvent event;
    for (int i = 0; i < 200'000; ++i) {
        event.message += " \"";
    }
    QVERIFY(fingerprintOf(event).size() <= 2 * kMaxFingerprintBytes);
}

QTEST_APPLESS_MAIN(FingerprintTest)
#include "tst_fingerprint.moc"
