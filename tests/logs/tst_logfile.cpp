// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/archiveinput.h"
#include "logs/logfile.h"

#include "pipe.h"
#include "samplearchive.h"
#include "samplelog.h"

#include <QTest>

#include <atomic>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

using namespace foretop;
using namespace foretop::logs;

namespace {

std::string readAll(const LogFile &file)
{
    std::string bytes(static_cast<std::size_t>(file.size() - file.textBegin()), '\0');
    const auto count = file.read(file.textBegin(), bytes);
    bytes.resize(count.value_or(0));
    return bytes;
}

std::string utf16(std::u16string_view text, bool isBigEndian)
{
    std::string out;
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8);
        const char low = static_cast<char>(unit & 0xFF);
        out += isBigEndian ? high : low;
        out += isBigEndian ? low : high;
    }
    return out;
}

} // namespace

class LogFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhyItCannotOpen();
    void readsAnywhere();
    void guessesTheEncoding_data();
    void guessesTheEncoding();
    void tellsChanges();
    void tellsThatItWasWrittenAnew();
    void survivesChangesUnderReaders();
    void decompresses_data();
    void decompresses();
    void keepsWhatCameBeforeDamage();
    void keepsToItsLimits();
    void readsUtf16_data();
    void readsUtf16();
    void readsAPipe();
    void stopsWaitingForAPipe();
    void readsACompressedPipe();
    void readsFilesOfProc();
};

void LogFileTest::tellsWhyItCannotOpen()
{
    QTemporaryDir directory;
    const auto path = directory.filePath(QStringLiteral("app.log")).toStdString();
    const auto missing = LogFile::open(path);
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QCOMPARE(missing.error().source, path);
    QCOMPARE(missing.error().message, std::string("cannot open: No such file or directory"));

    const auto folder = LogFile::open(directory.path().toStdString());
    QVERIFY(!folder);
    QCOMPARE(folder.error().code, ErrorCode::WrongType);

    SampleFile stored("secret");
    QVERIFY(::chmod(stored.path().c_str(), 0) == 0);
    const bool isRoot = ::geteuid() == 0;
    if (isRoot) {
        // The superuser may read all.
        QVERIFY(::chmod(QFileInfo(QString::fromStdString(stored.path())).path().toUtf8(), 0755) ==
                    0 &&
                ::seteuid(65534) == 0);
    }
    const auto denied = LogFile::open(stored.path());
    if (isRoot) {
        QVERIFY(::seteuid(0) == 0);
    }
    QVERIFY(!denied);
    QCOMPARE(denied.error().code, ErrorCode::Denied);
}

void LogFileTest::readsAnywhere()
{
    const SampleFile stored("0123456789");
    const auto file = LogFile::open(stored.path());
    QVERIFY(file);
    QVERIFY(!(*file)->isSpooled());
    QVERIFY((*file)->isComplete());
    QCOMPARE((*file)->size(), std::uint64_t(10));
    std::string buffer(4, '\0');
    QCOMPARE((*file)->read(3, buffer).value(), std::size_t(4));
    QCOMPARE(buffer, std::string("3456"));
    QCOMPARE((*file)->read(8, buffer).value(), std::size_t(2));
    QCOMPARE((*file)->read(10, buffer).value(), std::size_t(0));
    QCOMPARE((*file)->read(1'000'000, buffer).value(), std::size_t(0));
}

void LogFileTest::guessesTheEncoding_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<TextEncoding>("encoding");
    QTest::addColumn<int>("markBytes");
    QTest::newRow("empty") << QByteArray() << TextEncoding::Utf8 << 0;
    QTest::newRow("ASCII") << QByteArray("plain") << TextEncoding::Utf8 << 0;
    QTest::newRow("UTF-8") << QByteArray("caf\xC3\xA9") << TextEncoding::Utf8 << 0;
    QTest::newRow("UTF-8 with a mark") << QByteArray("\xEF\xBB\xBFx") << TextEncoding::Utf8 << 3;
    QTest::newRow("UTF-8 cut off") << QByteArray("plain \xE2\x82") << TextEncoding::Utf8 << 0;
    QTest::newRow("UTF-8 with a bad byte")
        << QByteArray("caf\xC3\xA9 \xFF bar") << TextEncoding::Utf8 << 0;
    QTest::newRow("Latin-1") << QByteArray("caf\xE9 au lait") << TextEncoding::Latin1 << 0;
    QTest::newRow("UTF-16 LE") << QByteArray("\xFF\xFEx\0", 4) << TextEncoding::Utf16Le << 2;
    QTest::newRow("UTF-16 BE") << QByteArray("\xFE\xFF\0x", 4) << TextEncoding::Utf16Be << 2;
}

void LogFileTest::guessesTheEncoding()
{
    QFETCH(QByteArray, head);
    QFETCH(TextEncoding, encoding);
    QFETCH(int, markBytes);
    const auto guess = guessEncoding(head.toStdString());
    QCOMPARE(guess.encoding, encoding);
    QCOMPARE(static_cast<int>(guess.markBytes), markBytes);
}

void LogFileTest::tellsChanges()
{
    SampleFile stored("one\ntwo\n");
    const auto file = LogFile::open(stored.path());
    QVERIFY(file);
    const auto is = [&file](PathState path, ContentState content, std::uint64_t size) {
        return (*file)->check() == FileCheck{.path = path, .content = content, .size = size} &&
               (*file)->size() == size;
    };
    QVERIFY(is(PathState::Same, ContentState::Same, 8));
    stored.append("three\n");
    QVERIFY(is(PathState::Same, ContentState::Grown, 14));
    QVERIFY(is(PathState::Same, ContentState::Same, 14));
    stored.cut(5);
    QVERIFY(is(PathState::Same, ContentState::Shrunk, 5));
    stored.rename();
    QVERIFY(is(PathState::Vanished, ContentState::Same, 5));
    stored.write("new\n");
    QVERIFY(is(PathState::Replaced, ContentState::Same, 5));
    QCOMPARE(readAll(**file), std::string("one\nt"));
}

void LogFileTest::tellsThatItWasWrittenAnew()
{
    const std::string old(20'000, 'a');
    for (const std::size_t size : {19'999U, 20'000U, 20'001U}) {
        SampleFile stored(old);
        const auto file = LogFile::open(stored.path());
        QVERIFY(file);
        // In place, as copytruncate does: the file stays the same one.
        stored.write(std::string(size, 'b'));
        const auto check = (*file)->check();
        QCOMPARE(check.path, PathState::Same);
        QCOMPARE(check.content, ContentState::Rewritten);
        QCOMPARE((*file)->check().content, ContentState::Same);
    }
    // The same front, another end.
    SampleFile stored(old);
    const auto file = LogFile::open(stored.path());
    stored.write(std::string(19'000, 'a') + std::string(2000, 'b'));
    QCOMPARE((*file)->check().content, ContentState::Rewritten);
}

void LogFileTest::survivesChangesUnderReaders()
{
    const std::string text(2'000'000, 'x');
    SampleFile stored(text);
    const auto file = LogFile::open(stored.path());
    QVERIFY(file);
    std::atomic<int> wrong = 0;
    std::atomic<int> reads = 0;
    const auto read = [&](const std::stop_token &stop) {
        std::vector<char> buffer(LogFile::kReadBlock);
        std::mt19937 random(1);
        while (!stop.stop_requested()) {
            const auto count = (*file)->read(random() % text.size(), buffer);
            // Whatever is there is of the old text, the new one or a hole between them.
            const bool isKnown =
                count &&
                std::all_of(buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(*count),
                            [](char c) { return c == 'x' || c == 'y' || c == '\0'; });
            wrong += isKnown ? 0 : 1;
            ++reads;
        }
    };
    {
        const std::jthread one(read);
        const std::jthread other(read);
        for (int round = 0; round < 60; ++round) {
            stored.cut(static_cast<std::size_t>(round) * 30'000);
            (*file)->check();
            stored.write(std::string(text.size(), 'y'));
            (*file)->check();
        }
        stored.remove();
        QCOMPARE((*file)->check().path, PathState::Vanished);
        const int before = reads;
        QTRY_VERIFY(reads > before + 10);
    }
    QCOMPARE(wrong.load(), 0);
    QCOMPARE(readAll(**file).size(), text.size());
}

void LogFileTest::decompresses_data()
{
    QTest::addColumn<ArchiveFilter>("filter");
    QTest::newRow("gzip") << ArchiveFilter(archive_write_add_filter_gzip);
    QTest::newRow("zstd") << ArchiveFilter(archive_write_add_filter_zstd);
    QTest::newRow("xz") << ArchiveFilter(archive_write_add_filter_xz);
    QTest::newRow("bzip2") << ArchiveFilter(archive_write_add_filter_bzip2);
}

void LogFileTest::decompresses()
{
    QFETCH(ArchiveFilter, filter);
    const auto one = SampleLog(SampleKind::Text, 1).text(2'000'000);
    const auto other = SampleLog(SampleKind::Text, 2).text(500'000);
    for (const auto &[stored, text] :
         {std::pair(compressed(one, filter), one), std::pair(compressed("", filter), std::string()),
          std::pair(compressed(one, filter) + compressed(other, filter), one + other)}) {
        const SampleFile packed(stored);
        const auto file = LogFile::open(packed.path());
        QVERIFY(file);
        QVERIFY((*file)->isSpooled());
        QVERIFY(!(*file)->isComplete());
        QCOMPARE((*file)->size(), std::uint64_t(0));
        Progress last;
        const auto done = (*file)->spool({}, [&last](Progress progress) { last = progress; });
        QVERIFY2(done, done ? "" : done.error().text().c_str());
        QVERIFY((*file)->isComplete());
        QVERIFY(readAll(**file) == text);
        QCOMPARE(last.done, stored.size());
        QCOMPARE(last.total, stored.size());
        QCOMPARE((*file)->check().content, text.empty() ? ContentState::Same : ContentState::Grown);
    }
}

void LogFileTest::keepsWhatCameBeforeDamage()
{
    const auto text = SampleLog(SampleKind::Text, 3).text(3'000'000);
    auto bytes = compressed(text, archive_write_add_filter_gzip);
    bytes.resize(bytes.size() / 2);
    const SampleFile stored(bytes);
    const auto file = LogFile::open(stored.path());
    QVERIFY(file);
    const auto done = (*file)->spool({}, {});
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Malformed);
    QCOMPARE(done.error().source, stored.path());
    QVERIFY(done.error().place.offset);
    QVERIFY((*file)->isComplete());
    const auto kept = readAll(**file);
    QVERIFY(kept.size() > text.size() / 4);
    QVERIFY(text.compare(0, kept.size(), kept) == 0);
}

void LogFileTest::keepsToItsLimits()
{
    // What unpacks to a thousand times its size.
    const SampleFile stored(
        compressed(std::string(10'000'000, 'a'), archive_write_add_filter_gzip));
    const auto file = LogFile::open(stored.path(), {.mostBytes = 1'000'000});
    QVERIFY(file);
    const auto done = (*file)->spool({}, {});
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::TooLarge);
    QVERIFY((*file)->size() <= 1'000'000);

    const auto full = LogFile::open(stored.path(), {.leastFreeBytes = std::uint64_t{1} << 60});
    QVERIFY(full);
    QCOMPARE((*full)->spool({}, {}).error().code, ErrorCode::TooLarge);
}

void LogFileTest::readsUtf16_data()
{
    QTest::addColumn<bool>("isBigEndian");
    QTest::newRow("LE") << false;
    QTest::newRow("BE") << true;
}

void LogFileTest::readsUtf16()
{
    QFETCH(bool, isBigEndian);
    std::u16string units = u"\uFEFFcaf\u00E9 \u20AC \U0001F600\n";
    units += char16_t(0xD800); // half a pair
    units += u'!';
    const SampleFile stored(utf16(units, isBigEndian) + "\x41");
    const auto file = LogFile::open(stored.path());
    QVERIFY(file);
    QVERIFY((*file)->isSpooled());
    QVERIFY((*file)->spool({}, {}));
    QCOMPARE(QByteArray::fromStdString(readAll(**file)),
             QByteArray("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80\n\xED\xA0\x80!A"));
    QCOMPARE((*file)->encoding(), TextEncoding::Utf8);
}

void LogFileTest::readsAPipe()
{
    Pipe pipe;
    const auto file = LogFile::openStream(std::move(pipe.reading), "stdin");
    QVERIFY(file);
    Result<void> done;
    std::jthread spooling([&] { done = (*file)->spool({}, {}); });
    // Two bytes that might begin a compressed file, were there more.
    pipe.write("BZ");
    pipe.write("one\n");
    QTRY_COMPARE((*file)->size(), std::uint64_t(6));
    QVERIFY(!(*file)->isComplete());
    QCOMPARE((*file)->check().content, ContentState::Grown);
    pipe.write("two\n");
    QTRY_COMPARE((*file)->size(), std::uint64_t(10));
    pipe.writing = FileDescriptor();
    spooling.join();
    QVERIFY(done && (*file)->isComplete());
    QCOMPARE(readAll(**file), std::string("BZone\ntwo\n"));
}

void LogFileTest::stopsWaitingForAPipe()
{
    Pipe pipe;
    const auto file = LogFile::openStream(std::move(pipe.reading), "stdin");
    QVERIFY(file);
    std::stop_source stop;
    Result<void> done;
    {
        const std::jthread spooling([&] { done = (*file)->spool(stop.get_token(), {}); });
        pipe.write("one\n");
        QTRY_COMPARE((*file)->size(), std::uint64_t(4));
        stop.request_stop();
    }
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QCOMPARE(readAll(**file), std::string("one\n"));
}

void LogFileTest::readsACompressedPipe()
{
    const auto text = SampleLog(SampleKind::Text, 4).text(1'000'000);
    Pipe pipe;
    const auto file = LogFile::openStream(std::move(pipe.reading), "stdin");
    QVERIFY(file);
    const std::jthread writing([&] {
        pipe.write(compressed(text, archive_write_add_filter_zstd));
        pipe.writing = FileDescriptor();
    });
    QVERIFY((*file)->spool({}, {}));
    QVERIFY(readAll(**file) == text);
}

void LogFileTest::readsFilesOfProc()
{
    const auto file = LogFile::open("/proc/self/status");
    QVERIFY(file);
    QVERIFY((*file)->isSpooled());
    QVERIFY((*file)->spool({}, {}));
    QVERIFY(readAll(**file).find("tst_logfile") != std::string::npos);
}

QTEST_GUILESS_MAIN(LogFileTest)
#include "tst_logfile.moc"
