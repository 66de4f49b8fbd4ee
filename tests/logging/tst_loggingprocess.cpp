// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging/log.h"
#include "logging/logging.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>

using namespace foretop;

namespace {

constexpr int kRecords = 3000;
const logging::Logger kLog("child");

/// What a child process does, by name: it writes records and ends in some way.
int runChild(const std::string &how, const std::string &path)
{
    kLog.debug("before start, debug");
    kLog.error("before start");
    logging::Options options;
    options.format = logging::Format::Json;
    options.console = false;
    options.filePath = path;
    if (!logging::start(options)) {
        return 1;
    }
    for (int i = 0; i < kRecords; ++i) {
        kLog.info("record", {{"n", std::int64_t(i)}});
    }
    if (how == "stop") {
        logging::stop();
        kLog.warning("after stop");
    } else if (how == "exit") {
        std::exit(3);
    } else if (how == "fatal") {
        qFatal("the end");
    }
    return 0;
}

} // namespace

class LoggingProcessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void losesNothing_data();
    void losesNothing();
    void tellsOfAFullDisk();
};

void LoggingProcessTest::losesNothing_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<int>("inFile");
    QTest::addColumn<QByteArray>("atEndOfStderr");
    QTest::newRow("stop") << QStringLiteral("stop") << kRecords
                          << QByteArray(" WARNING  child: after stop\n");
    QTest::newRow("exit") << QStringLiteral("exit") << kRecords
                          << QByteArray(" ERROR    child: before start\n");
    QTest::newRow("fatal Qt message") << QStringLiteral("fatal") << kRecords + 1 << QByteArray();
}

void LoggingProcessTest::losesNothing()
{
    QFETCH(QString, how);
    QFETCH(int, inFile);
    QFETCH(QByteArray, atEndOfStderr);
    const QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("child.log"));
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--child"), how, path});
    QVERIFY(child.waitForFinished(60'000));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto lines = file.readAll().split('\n');
    QCOMPARE(lines.size() - 1, inFile);
    QVERIFY(lines[kRecords - 1].endsWith("\"n\":2999}"));
    if (how == u"fatal") {
        QVERIFY(lines[kRecords].contains(
            R"("level":"CRITICAL","logger":"qt.default","message":"the end")"));
    }
    const auto errors = child.readAllStandardError();
    QVERIFY2(errors.endsWith(atEndOfStderr), errors.constData());
    QVERIFY(errors.contains("child: before start\n"));
    QVERIFY(!errors.contains("debug"));
}

void LoggingProcessTest::tellsOfAFullDisk()
{
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(),
                {QStringLiteral("--child"), QStringLiteral("stop"), QStringLiteral("/dev/full")});
    QVERIFY(child.waitForFinished(60'000));
    QCOMPARE(child.exitCode(), 0);
    const auto errors = child.readAllStandardError();
    QCOMPARE(errors.count("foretop: writing the log failed 1 time(s), the last: "), 1);
    QVERIFY2(errors.contains("/dev/full: No space left on device"), errors.constData());
}

int main(int argc, char **argv)
{
    if (argc == 4 && std::string_view(argv[1]) == "--child") {
        return runChild(argv[2], argv[3]);
    }
    const QCoreApplication application(argc, argv);
    LoggingProcessTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_loggingprocess.moc"
