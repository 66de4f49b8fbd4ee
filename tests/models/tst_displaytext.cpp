// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/displaytext.h"
#include "models/logfields.h"

#include <QTest>

using namespace foretop;
using namespace foretop::models;

class DisplayTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesDurations_data();
    void writesDurations();
    void writesTimes();
    void takesFirstLines();
    void listsFields();
};

void DisplayTextTest::writesDurations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << qint64(0) << QStringLiteral("0:00");
    QTest::newRow("below a second") << qint64(999) << QStringLiteral("0:00");
    QTest::newRow("seconds") << qint64(59'999) << QStringLiteral("0:59");
    QTest::newRow("minutes") << qint64(12 * 60'000 + 5'000) << QStringLiteral("12:05");
    QTest::newRow("hours") << qint64(3'723'000) << QStringLiteral("1:02:03");
    QTest::newRow("days") << qint64(100 * 3'600'000LL) << QStringLiteral("100:00:00");
    QTest::newRow("before it began") << qint64(-5'000) << QStringLiteral("0:00");
}

void DisplayTextTest::writesDurations()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(durationText(ms), text);
}

void DisplayTextTest::writesTimes()
{
    const WallTime time = wallTimeFromMs(1'700'000'000'123);
    QCOMPARE(toDateTime(time).toString(Qt::ISODateWithMs),
             QStringLiteral("2023-11-14T22:13:20.123Z"));
    const QDateTime local = QDateTime::fromString(localTimeText(time), Qt::ISODateWithMs);
    QCOMPARE(local.toMSecsSinceEpoch(), qint64(1'700'000'000'123));
}

void DisplayTextTest::takesFirstLines()
{
    QCOMPARE(firstLine("one\ntwo"), QStringLiteral("one"));
    QCOMPARE(firstLine("one\r\ntwo"), QStringLiteral("one"));
    QCOMPARE(firstLine(""), QString());
    const std::string most(kMaxCellBytes, 'a');
    QCOMPARE(firstLine(most), toQString(most));
    // Cut before a letter of two bytes that the bound would split.
    const QString cut = firstLine(std::string(kMaxCellBytes - 1, 'a') + "\xC3\xBC and more");
    QCOMPARE(cut, QString(kMaxCellBytes - 1, u'a') + QChar(0x2026));
}

void DisplayTextTest::listsFields()
{
    const auto fields = fieldsOf(QStringLiteral(R"({"message":"gr\u00fc\u00df","user":{"id":7}})"));
    QCOMPARE(fields.size(), 2);
    QCOMPARE(fields.at(0), qMakePair(QStringLiteral("message"), QString::fromUtf8("grüß")));
    QCOMPARE(fields.at(1), qMakePair(QStringLiteral("user.id"), QStringLiteral("7")));
    QVERIFY(fieldsOf(QStringLiteral("plain line")).isEmpty());
}

QTEST_APPLESS_MAIN(DisplayTextTest)
#include "tst_displaytext.moc"
