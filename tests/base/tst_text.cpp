// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <QTest>

using namespace foretop;

class TextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trims();
    void comparesWithoutCase();
    void takesParts();
    void showsInvalidUtf8_data();
    void showsInvalidUtf8();
};

void TextTest::trims()
{
    QCOMPARE(trimmed(" \t a b\r\n"), std::string_view("a b"));
    QCOMPARE(trimmed(" \n"), std::string_view());
}

void TextTest::comparesWithoutCase()
{
    QVERIFY(equalsIgnoringCase("WARN", "warn"));
    QVERIFY(!equalsIgnoringCase("WARN", "warning"));
    QVERIFY(containsIgnoringCase("Rate Limit exceeded", "rate limit"));
    QVERIFY(containsIgnoringCase("x", ""));
    QVERIFY(!containsIgnoringCase("Rate", "rates"));
}

void TextTest::takesParts()
{
    std::string_view rest = "a,,b";
    QCOMPARE(takeUntil(rest, ','), std::string_view("a"));
    QCOMPARE(takeUntil(rest, ','), std::string_view(""));
    QCOMPARE(takeUntil(rest, ','), std::string_view("b"));
    QVERIFY(rest.empty());
}

void TextTest::showsInvalidUtf8_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("ASCII") << QByteArray("plain") << QByteArray("plain");
    QTest::newRow("valid") << QByteArray("gr\xC3\xBC\xC3\x9F \xF0\x9F\x98\x80")
                           << QByteArray("gr\xC3\xBC\xC3\x9F \xF0\x9F\x98\x80");
    QTest::newRow("Latin-1") << QByteArray("caf\xE9") << QByteArray("caf\\xE9");
    QTest::newRow("overlong") << QByteArray("\xC0\xAF") << QByteArray("\\xC0\\xAF");
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << QByteArray("\\xED\\xA0\\x80");
    QTest::newRow("cut short") << QByteArray("a\xE2\x82") << QByteArray("a\\xE2\\x82");
    QTest::newRow("beyond Unicode")
        << QByteArray("\xF4\x90\x80\x80") << QByteArray("\\xF4\\x90\\x80\\x80");
}

void TextTest::showsInvalidUtf8()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, shown);
    QCOMPARE(QByteArray::fromStdString(toValidUtf8(bytes.toStdString())), shown);
}

QTEST_APPLESS_MAIN(TextTest)
#include "tst_text.moc"
