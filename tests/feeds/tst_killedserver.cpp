// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuttingproxy.h"
#include "numberreader.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace foretop;
using namespace foretop::feeds;
using namespace foretop::feeds::test;

// A server process that is killed again and again, and a client that must not notice.
class KilledServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesAndDoublesNothing();
};

void KilledServerTest::losesAndDoublesNothing()
{
    constexpr quint64 kLast = 60'000;
    QTemporaryDir directory;
    const QString spool = directory.filePath(QStringLiteral("jobs.spool"));
    QProcess server;
    server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    const auto start = [&] {
        server.start(QStringLiteral(SPOOLSERVER),
                     {spool, QStringLiteral("0"), QString::number(kLast)});
        return server.waitForReadyRead() ? server.readLine().trimmed().toUShort() : quint16(0);
    };
    CuttingProxy proxy(start());
    auto options = NumberReader::shortTimes();
    options.backlog = kLast;
    NumberReader reader(proxy.url(), options);
    reader.start();
    for (qsizetype kills = 1; kills <= 8; ++kills) {
        QTRY_VERIFY(reader.numbers.size() > kills * 5'000);
        server.kill();
        QVERIFY(server.waitForFinished());
        proxy.setServerPort(start());
    }
    QTRY_COMPARE_WITH_TIMEOUT(reader.numbers.size(), qsizetype(kLast), 30'000);
    QCOMPARE(reader.numbers, allNumbers(1, kLast));
    QVERIFY(reader.gaps.isEmpty());
    QVERIFY(reader.rejected.isEmpty());
    QVERIFY(reader.counters.reconnects >= 8);
    server.kill();
    QVERIFY(server.waitForFinished());
}

QTEST_GUILESS_MAIN(KilledServerTest)
#include "tst_killedserver.moc"
