// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logfiles.h"
#include "session/logdocument.h"

#include <QProcess>
#include <QSignalSpy>

#include <unistd.h>

using namespace foretop;
using namespace foretop::session;

class LogDocumentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsAFile();
    void followsThroughRotation();
    void startsAnewAfterATruncation();
    void waitsForAFileThatVanished();
    void readsAnArchive();
    void readsStandardInput();
    void mergesAFolder();
    void mergesDocuments();
    void tellsFromWhereRecordsHaveOtherNumbers();
    void namesRecordsByTheirFile();
    void saysWhatCannotBeOpened_data();
    void saysWhatCannotBeOpened();
    void tellsWhereAFileBreaks();
    void readsOnAfterACancel();
    void readsInAnotherZone();
    void readsInAnotherFormat();
    void namesSiblings();
    void mayGoAtAnyTime();
};

namespace {

const QString kName = QStringLiteral("app.log");

quint64 count(const LogDocument &document)
{
    return document.snapshot()->end() - document.snapshot()->first();
}

QStringList messages(const LogDocument &document)
{
    QStringList all;
    const auto snapshot = document.snapshot();
    for (auto number = snapshot->first(); number < snapshot->end(); ++number) {
        all << QString::fromStdString(snapshot->record(number).message);
    }
    return all;
}

bool hasTrouble(const LogDocument &document, FileTrouble::Kind kind)
{
    const auto &troubles = document.troubles();
    return std::any_of(troubles.begin(), troubles.end(),
                       [kind](const FileTrouble &trouble) { return trouble.kind == kind; });
}

QStringList lines(int first, int count)
{
    QStringList all;
    for (int n = first; n < first + count; ++n) {
        all << QStringLiteral("line %1").arg(n);
    }
    return all;
}

} // namespace

void LogDocumentTest::followsAFile()
{
    const LogFiles files;
    files.append(kName, LogFiles::json(0, 10));
    const auto document = LogDocument::ofFiles({files.path(kName)});
    QCOMPARE(count(*document), quint64(0));
    QVERIFY(!document->isLive());
    QVERIFY(!document->isInMemory());
    const QSignalSpy resets(document.get(), &LogDocument::reset);
    document->start();
    QTRY_COMPARE(messages(*document), lines(0, 10));
    QTRY_VERIFY(!document->isLoading());
    QCOMPARE(document->paths(), QStringList{files.path(kName)});
    for (int n = 10; n < 50; n += 10) {
        files.append(kName, LogFiles::json(n, 10));
        QTRY_COMPARE(count(*document), quint64(n + 10));
    }
    QCOMPARE(messages(*document), lines(0, 50));
    QCOMPARE(resets.count(), 0);
    QVERIFY(document->troubles().isEmpty());
}

void LogDocumentTest::followsThroughRotation()
{
    const LogFiles files;
    files.append(kName, LogFiles::json(0, 10));
    const auto document = LogDocument::ofFiles({files.path(kName)});
    const QSignalSpy resets(document.get(), &LogDocument::reset);
    document->start();
    QTRY_COMPARE(count(*document), quint64(10));
    // The writer goes on with the old file after the rename, then with the new one.
    QVERIFY(QFile::rename(files.path(kName), files.path(QStringLiteral("app.log.1"))));
    files.append(QStringLiteral("app.log.1"), LogFiles::json(10, 5));
    files.append(kName, {});
    QTRY_COMPARE(count(*document), quint64(15));
    files.append(QStringLiteral("app.log.1"), LogFiles::json(15, 5));
    files.append(kName, LogFiles::json(20, 10));
    QTRY_COMPARE(messages(*document), lines(0, 30));
    QVERIFY(hasTrouble(*document, FileTrouble::Kind::Replaced));
    files.append(kName, LogFiles::json(30, 1));
    QTRY_COMPARE(messages(*document), lines(0, 31));
    QCOMPARE(resets.count(), 0);
    document->clearTroubles();
    QVERIFY(document->troubles().isEmpty());
    document->reopen();
    QTRY_COMPARE(messages(*document), lines(20, 11));
    QCOMPARE(resets.count(), 1);
}

void LogDocumentTest::startsAnewAfterATruncation()
{
    const LogFiles files;
    files.append(kName, LogFiles::json(0, 10));
    const auto document = LogDocument::ofFiles({files.path(kName)});
    const QSignalSpy resets(document.get(), &LogDocument::reset);
    document->start();
    QTRY_COMPARE(count(*document), quint64(10));
    QVERIFY(QFile::resize(files.path(kName), 0));
    QTRY_COMPARE(count(*document), quint64(0));
    QVERIFY(hasTrouble(*document, FileTrouble::Kind::Shrunk));
    QVERIFY(resets.count() > 0);
    files.append(kName, LogFiles::json(50, 3));
    QTRY_COMPARE(messages(*document), lines(50, 3));
}

void LogDocumentTest::waitsForAFileThatVanished()
{
    const LogFiles files;
    files.append(kName, LogFiles::json(0, 10));
    const auto document = LogDocument::ofFiles({files.path(kName)});
    document->start();
    QTRY_COMPARE(count(*document), quint64(10));
    QVERIFY(QFile::remove(files.path(kName)));
    QTRY_VERIFY(hasTrouble(*document, FileTrouble::Kind::Vanished));
    QCOMPARE(messages(*document), lines(0, 10));
    files.append(kName, LogFiles::json(10, 5));
    QTRY_COMPARE(messages(*document), lines(0, 15));
}

void LogDocumentTest::readsAnArchive()
{
    const LogFiles files;
    files.append(kName, LogFiles::json(0, 1000));
    QCOMPARE(QProcess::execute(QStringLiteral("gzip"), {files.path(kName)}), 0);
    const auto document = LogDocument::ofFiles({files.path(QStringLiteral("app.log.gz"))});
    document->start();
    QTRY_COMPARE(count(*document), quint64(1000));
    QTRY_VERIFY(!document->isLoading());
    QCOMPARE(messages(*document).last(), QStringLiteral("line 999"));
}

void LogDocumentTest::readsStandardInput()
{
    int ends[2] = {};
    QCOMPARE(::pipe(ends), 0);
    const int before = ::dup(STDIN_FILENO);
    ::dup2(ends[0], STDIN_FILENO);
    ::close(ends[0]);
    const auto document = LogDocument::ofFiles({QStringLiteral("-")});
    document->start();
    const auto write = [&](const QByteArray &bytes) {
        QCOMPARE(::write(ends[1], bytes.constData(), std::size_t(bytes.size())), bytes.size());
    };
    write(LogFiles::json(0, 10));
    QTRY_COMPARE(count(*document), quint64(10));
    write(LogFiles::json(10, 10));
    QTRY_COMPARE(messages(*document), lines(0, 20));
    QCOMPARE(document->paths(), QStringList{QStringLiteral("-")});
    ::dup2(before, STDIN_FILENO);
    ::close(before);
    ::close(ends[1]);
    QVERIFY(document->troubles().isEmpty());
}

void LogDocumentTest::mergesAFolder()
{
    const LogFiles files;
    files.append(QStringLiteral("a.log"), LogFiles::json(0, 5) + LogFiles::json(10, 5));
    files.append(QStringLiteral("b.log"), LogFiles::json(5, 5));
    const auto document =
        LogDocument::ofFiles({files.path({}), files.path(QStringLiteral("a.log"))});
    document->start();
    QTRY_COMPARE(messages(*document), lines(0, 15));
    QCOMPARE(document->paths().size(), 2);
    QCOMPARE(document->snapshot()->originCount(), std::size_t(2));
    files.append(QStringLiteral("b.log"), LogFiles::json(15, 5));
    QTRY_COMPARE(messages(*document), lines(0, 20));
}

void LogDocumentTest::mergesDocuments()
{
    const LogFiles files;
    files.append(QStringLiteral("a.log"), LogFiles::json(0, 5));
    files.append(QStringLiteral("b.log"), LogFiles::json(5, 5));
    const auto a = LogDocument::ofFiles({files.path(QStringLiteral("a.log"))});
    auto b = LogDocument::ofFiles({files.path(QStringLiteral("b.log"))});
    const auto merged = LogDocument::merged({b.get(), a.get()});
    merged->start();
    QTRY_COMPARE(messages(*merged), lines(0, 10));
    files.append(QStringLiteral("a.log"), LogFiles::json(10, 5));
    QTRY_COMPARE(messages(*merged), lines(0, 15));
    QCOMPARE(merged->paths().size(), 2);
    b.reset();
    QTRY_COMPARE(messages(*merged), lines(0, 5) + lines(10, 5));
}

void LogDocumentTest::tellsFromWhereRecordsHaveOtherNumbers()
{
    const LogFiles files;
    files.append(QStringLiteral("a.log"), LogFiles::json(0, 10));
    files.append(QStringLiteral("b.log"), LogFiles::json(20, 10));
    const auto document = LogDocument::ofFiles({files.path({})});
    const QSignalSpy resets(document.get(), &LogDocument::reset);
    const QSignalSpy renumbered(document.get(), &LogDocument::renumbered);
    document->start();
    QTRY_COMPARE(messages(*document), lines(0, 10) + lines(20, 10));
    const auto resetsBefore = resets.count();
    files.append(QStringLiteral("b.log"), LogFiles::json(30, 5));
    QTRY_COMPARE(count(*document), quint64(25));
    QCOMPARE(renumbered.count(), 0);
    files.append(QStringLiteral("a.log"), LogFiles::json(12, 3));
    QTRY_COMPARE(messages(*document), lines(0, 10) + lines(12, 3) + lines(20, 15));
    QCOMPARE(renumbered.count(), 1);
    QCOMPARE(renumbered.first().first().value<logs::RecordNumber>(), logs::RecordNumber(10));
    QCOMPARE(resets.count(), resetsBefore);
}

void LogDocumentTest::namesRecordsByTheirFile()
{
    const LogFiles one;
    const LogFiles other;
    one.append(kName, LogFiles::json(0, 5));
    other.append(kName, LogFiles::json(5, 5));
    const auto a = LogDocument::ofFiles({one.path(kName)});
    const auto b = LogDocument::ofFiles({other.path(kName)});
    a->start();
    QTRY_COMPARE(count(*a), quint64(5));
    const auto source = [](const LogDocument &document, quint64 number) {
        return document.snapshot()->record(logs::RecordNumber(number)).source;
    };
    QCOMPARE(source(*a, 0), kName.toStdString());
    one.append(kName, LogFiles::json(20, 5));
    QTRY_COMPARE(count(*a), quint64(10));
    QCOMPARE(source(*a, 9), kName.toStdString());
    const auto merged = LogDocument::merged({a.get(), b.get()});
    merged->start();
    QTRY_COMPARE(count(*merged), quint64(15));
    QVERIFY(source(*merged, 0) != source(*merged, 5));
    QVERIFY(source(*merged, 0).ends_with("/app.log"));
}

void LogDocumentTest::saysWhatCannotBeOpened_data()
{
    QTest::addColumn<QString>("named");
    QTest::newRow("no file") << QStringLiteral("nothing.log");
    QTest::newRow("no match") << QStringLiteral("*.nothing");
}

void LogDocumentTest::saysWhatCannotBeOpened()
{
    QFETCH(QString, named);
    const LogFiles files;
    files.append(kName, LogFiles::json(0, 5));
    const auto document = LogDocument::ofFiles({files.path(named), files.path(kName)});
    document->start();
    QTRY_COMPARE(count(*document), quint64(5));
    QVERIFY(hasTrouble(*document, FileTrouble::Kind::Unreadable));
    QVERIFY(!document->troubles().first().message.isEmpty());
    QCOMPARE(document->troubles().first().path, files.path(named));
}

void LogDocumentTest::tellsWhereAFileBreaks()
{
    const LogFiles files;
    const auto name = QStringLiteral("app.log.gz");
    files.append(name, QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10) + QByteArray(64, '\xff'));
    const auto document = LogDocument::ofFiles({files.path(name)});
    document->start();
    QTRY_VERIFY(hasTrouble(*document, FileTrouble::Kind::Unreadable));
    const QString message = document->troubles().first().message;
    QVERIFY2(message.startsWith(QStringLiteral("byte ")), qPrintable(message));
}

void LogDocumentTest::readsOnAfterACancel()
{
    const LogFiles files;
    files.append(kName, LogFiles::json(0, 200'000));
    const auto document = LogDocument::ofFiles({files.path(kName)});
    bool wasTold = false;
    connect(document.get(), &LogDocument::loadingChanged, this,
            [&] { wasTold = wasTold || document->isCancelled(); });
    document->start();
    document->cancelLoading();
    QTRY_VERIFY(!document->isLoading());
    QVERIFY(document->isCancelled() && wasTold);
    const quint64 before = count(*document);
    files.append(kName, LogFiles::json(200'000, 5));
    document->resumeLoading();
    QTRY_COMPARE(count(*document), quint64(200'005));
    QVERIFY(before <= count(*document));
    QTRY_VERIFY(!document->isCancelled());
    files.append(kName, LogFiles::json(200'005, 5));
    QTRY_COMPARE(count(*document), quint64(200'010));
}

void LogDocumentTest::readsInAnotherZone()
{
    const LogFiles files;
    files.append(kName, "2024-01-15 10:30:00 INFO one\n2024-01-15 10:30:01 INFO two\n");
    const auto document = LogDocument::ofFiles({files.path(kName)});
    document->start();
    QTRY_COMPARE(count(*document), quint64(2));
    QTRY_VERIFY(!document->isLoading());
    const auto time = [&] { return document->snapshot()->record(logs::RecordNumber(0)).time; };
    const auto before = time();
    QVERIFY(before);
    const QSignalSpy formats(document.get(), &LogDocument::formatChanged);
    document->setFormat({}, QStringLiteral("+02:00"));
    QTRY_COMPARE(document->zoneName(), QStringLiteral("+02:00"));
    QTRY_COMPARE(count(*document), quint64(2));
    QCOMPARE(time(), *before - Milliseconds(2 * 3600 * 1000));
    QVERIFY(formats.count() > 0);
    QVERIFY(!document->knownFormats().empty());
}

void LogDocumentTest::readsInAnotherFormat()
{
    const LogFiles files;
    files.append(kName, LogFiles::json(0, 5));
    const auto document = LogDocument::ofFiles({files.path(kName)});
    const QSignalSpy formats(document.get(), &LogDocument::formatChanged);
    document->start();
    const auto json = QStringLiteral("json");
    QTRY_COMPARE(document->formatName(), json);
    QVERIFY(!document->chosenFormat());
    document->setFormat(QString(), QStringLiteral("UTC"));
    QCOMPARE(document->chosenFormat(), std::optional(QString()));
    QTRY_COMPARE(document->formatName(), QString());
    document->setFormat(json, QStringLiteral("UTC"));
    QTRY_COMPARE(document->formatName(), json);
    QCOMPARE(document->chosenFormat(), std::optional(json));
    document->setFormat(QStringLiteral("of a format file that is gone"), QStringLiteral("UTC"));
    QVERIFY(!document->chosenFormat());
    QTRY_COMPARE(document->formatName(), json);
    QTRY_COMPARE(count(*document), quint64(5));

    // A log that has no format may be given one, so it is to be told that it is open.
    files.append(QStringLiteral("plain.log"), "2024-01-15T10:30:02Z INFO new\n");
    const auto plain = LogDocument::ofFiles({files.path(QStringLiteral("plain.log"))});
    QStringList paths;
    connect(plain.get(), &LogDocument::formatChanged, this, [&] { paths = plain->paths(); });
    plain->start();
    QTRY_COMPARE(paths, QStringList{files.path(QStringLiteral("plain.log"))});
    QCOMPARE(plain->formatName(), QString());
}

void LogDocumentTest::namesSiblings()
{
    const LogFiles files;
    files.append(kName, LogFiles::json(0, 5));
    files.append(QStringLiteral("app.log.1"), LogFiles::json(0, 5));
    const auto document = LogDocument::ofFiles({files.path(kName)});
    const QSignalSpy told(document.get(), &LogDocument::siblingsChanged);
    document->start();
    QTRY_COMPARE(document->siblings(), QStringList{files.path(QStringLiteral("app.log.1"))});
    QCOMPARE(told.count(), 1);
}

void LogDocumentTest::mayGoAtAnyTime()
{
    const LogFiles files;
    files.append(kName, LogFiles::json(0, 20'000));
    for (int events = 0; events < 20; ++events) {
        const auto document = LogDocument::ofFiles({files.path(kName)});
        document->start();
        for (int i = 0; i < events % 4; ++i) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
        }
    }
    auto document = LogDocument::ofFiles({files.path(kName)});
    connect(document.get(), &LogDocument::changed, this, [&] { document.reset(); });
    document->start();
    QTRY_VERIFY(!document);
}

QTEST_GUILESS_MAIN(LogDocumentTest)
#include "tst_logdocument.moc"
