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
    void findsAtEveryPlace();
    void cutsBetweenCharacters();
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

void TextTest::findsAtEveryPlace()
{
    // Lengths around the width of a vector, letters next to bytes that differ in the case bit.
    for (std::size_t size = 0; size < 70; ++size) {
        for (const std::string_view needle : {"Q", "q[", "aQz", "q{0123456789abcdefQ"}) {
            for (std::size_t at = 0; at + needle.size() <= size; ++at) {
                std::string text(size, '{');
                QVERIFY(!containsIgnoringCase(text, needle));
                text.replace(at, needle.size(), needle);
                QVERIFY(containsIgnoringCase(text, needle));
                text[at] = needle[0] == 'Q' || needle[0] == 'q' ? '\x11' : '!';
                QVERIFY(!containsIgnoringCase(text, needle));
            }
        }
    }
    QVERIFY(!containsIgnoringCase(std::string(40, '@'), "`"));
    QVERIFY(containsIgnoringCase("0123456789 gr\xC3\xBC\xC3\x9F", "GR\xC3\xBC"));
}

void TextTest::cutsBetweenCharacters()
{
    QCOMPARE(utf8Prefix("abc", 5), std::string_view("abc"));
    QCOMPARE(utf8Prefix("abc", 2), std::string_view("ab"));
    QCOMPARE(utf8Prefix("a\xF0\x9F\x98\x80", 4), std::string_view("a"));
    QCOMPARE(utf8Prefix("\xC3\xBC\xC3\x9F", 2), std::string_view("\xC3\xBC"));
    QCOMPARE(utf8Prefix("\x80\x80\x80\x80\x80", 4), std::string_view("\x80\x80\x80\x80"));
    QCOMPARE(utf8Prefix("\xC3\xBC", 0), std::string_view());
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
