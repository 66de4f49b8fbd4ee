// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/spool.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace foretop;
using namespace foretop::feeds;

class SpoolTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void startsEmpty();
    void givesBackWhatWasAppended();
    void readsItsOwnHeader();
    void dropsATornTail_data();
    void dropsATornTail();
    void setsDamageAside_data();
    void setsDamageAside();
    void keepsNumbersWhenTheOlderSegmentIsDamaged();
    void boundsItsFiles();
    void survivesACrashBetweenRenames();
    void changesEpochAfterAPowerFailure();
    void changesEpochWhenItemsWereNotWritten();
    void isTrustedAgainAfterAHole();
    void failsWhereItCannotWrite();

private:
    std::string path() const
    {
        return m_directory->filePath(QStringLiteral("feed.spool")).toStdString();
    }
    QByteArray bytes() const;
    void setBytes(const QByteArray &bytes);

    std::unique_ptr<QTemporaryDir> m_directory;
};

namespace {

constexpr std::size_t kSegment = 10'000;

std::vector<PublishedItem> items(std::uint64_t from, std::uint64_t to, std::size_t bytes = 20)
{
    std::vector<PublishedItem> result;
    for (auto number = from; number <= to; ++number) {
        result.push_back({.seq = Seq(number),
                          .item = std::to_string(number) + std::string(bytes, 'x'),
                          .cursor = "c" + std::to_string(number),
                          .lost = {}});
    }
    return result;
}

QList<quint64> numbersOf(const SpoolContents &contents)
{
    QList<quint64> numbers;
    for (const auto &item : contents.items) {
        numbers += item.seq.value();
    }
    return numbers;
}

/// What a new process finds.
SpoolContents reopened(const std::string &path, const char *bootId = "boot")
{
    Spool spool(path, kSegment);
    auto contents = spool.open("fresh", bootId);
    return contents ? *contents
                    : SpoolContents{.epoch = {}, .items = {}, .damage = contents.error()};
}

/// Leaves files as a process does that is killed: a spool whose destructor never runs.
void abandonAfter(const std::string &path, const std::vector<PublishedItem> &appended,
                  const char *epoch = "first")
{
    const pid_t child = ::fork();
    if (child == 0) {
        auto *spool = new Spool(path, kSegment);
        const bool ok = spool->open(epoch, "boot") && spool->append(appended);
        ::_exit(ok ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    QCOMPARE(status, 0);
}

} // namespace

void SpoolTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
}

QByteArray SpoolTest::bytes() const
{
    QFile file(QString::fromStdString(path()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void SpoolTest::setBytes(const QByteArray &bytes)
{
    QFile file(QString::fromStdString(path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void SpoolTest::startsEmpty()
{
    const auto contents = reopened(path());
    QCOMPARE(contents.epoch, std::string("fresh"));
    QVERIFY(contents.items.empty());
    QVERIFY(!contents.damage);
}

void SpoolTest::givesBackWhatWasAppended()
{
    auto appended = items(1, 3);
    appended[1].item = std::string("a\0b\n", 4);
    appended[2].item.clear();
    appended[2].lost = "too_large";
    abandonAfter(path(), appended);
    const auto contents = reopened(path());
    QCOMPARE(contents.epoch, std::string("first"));
    QCOMPARE(numbersOf(contents), (QList<quint64>{1, 2, 3}));
    QCOMPARE(contents.items[0].cursor, std::string("c1"));
    QCOMPARE(contents.items[1].item, std::string("a\0b\n", 4));
    QCOMPARE(contents.items[2].lost, std::string("too_large"));
    // A second life appends to it.
    abandonAfter(path(), items(4, 5));
    QCOMPARE(numbersOf(reopened(path())), (QList<quint64>{1, 2, 3, 4, 5}));
}

void SpoolTest::readsItsOwnHeader()
{
    const SpoolHeader header{.epoch = "5f0c", .bootId = "b", .state = SpoolState::Incomplete};
    const auto encoded = encodeSpoolHeader(header);
    const auto decoded = decodeSpoolHeader({encoded.data(), encoded.size()});
    QVERIFY(decoded);
    QCOMPARE(decoded->epoch, header.epoch);
    QCOMPARE(decoded->bootId, header.bootId);
    QCOMPARE(decoded->state, header.state);
    QVERIFY(!decodeSpoolHeader({encoded.data(), encoded.size() - 1}));
}

void SpoolTest::dropsATornTail_data()
{
    QTest::addColumn<int>("cut");
    QTest::addColumn<QByteArray>("tail");
    QTest::newRow("one byte short") << 1 << QByteArray();
    QTest::newRow("half a record") << 25 << QByteArray();
    QTest::newRow("only its length") << 44 << QByteArray();
    QTest::newRow("zeros for data") << 20 << QByteArray(20, '\0');
    QTest::newRow("zeros behind it") << 0 << QByteArray(500, '\0');
    QTest::newRow("a length and nothing") << 0 << QByteArray("\xFF\0\0\0", 4);
}

void SpoolTest::dropsATornTail()
{
    QFETCH(int, cut);
    QFETCH(QByteArray, tail);
    abandonAfter(path(), items(1, 3));
    setBytes(bytes().chopped(cut) + tail);
    const QList<quint64> expected = cut > 0 ? QList<quint64>{1, 2} : QList<quint64>{1, 2, 3};
    auto contents = reopened(path());
    QCOMPARE(numbersOf(contents), expected);
    QCOMPARE(contents.epoch, std::string("first"));
    QVERIFY(!contents.damage);
    abandonAfter(path(), items(4, 4));
    QCOMPARE(numbersOf(reopened(path())), expected + QList<quint64>{4});
}

void SpoolTest::setsDamageAside_data()
{
    QTest::addColumn<int>("at");
    QTest::addColumn<QList<quint64>>("left");
    QTest::newRow("magic") << 0 << QList<quint64>{};
    QTest::newRow("epoch") << 12 << QList<quint64>{};
    QTest::newRow("first record") << int(kSpoolHeaderBytes) + 30 << QList<quint64>{};
    QTest::newRow("length of the second") << int(kSpoolHeaderBytes) + 50 << QList<quint64>{1};
}

void SpoolTest::setsDamageAside()
{
    QFETCH(int, at);
    QFETCH(QList<quint64>, left);
    abandonAfter(path(), items(1, 5));
    auto damaged = bytes();
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    setBytes(damaged);
    const auto contents = reopened(path());
    // Which numbers were given out after those that are left is not known.
    QCOMPARE(contents.epoch, std::string("fresh"));
    QCOMPARE(numbersOf(contents), left);
    QVERIFY(contents.damage);
    QCOMPARE(contents.damage->text(),
             path() + ": segment is damaged; set aside as " + path() + ".damaged");
    QVERIFY(QFile::exists(QString::fromStdString(path() + ".damaged")));
    const auto again = reopened(path());
    QCOMPARE(again.epoch, std::string("fresh"));
    QCOMPARE(numbersOf(again), left);
    QVERIFY(!again.damage);
}

void SpoolTest::keepsNumbersWhenTheOlderSegmentIsDamaged()
{
    abandonAfter(path(), items(1, 3, 5'000));
    abandonAfter(path(), items(4, 5));
    QFile older(QString::fromStdString(path() + ".1"));
    QVERIFY(older.open(QIODevice::ReadWrite));
    older.seek(kSpoolHeaderBytes + 6'000);
    older.write("damage");
    older.close();
    const auto contents = reopened(path());
    QCOMPARE(contents.epoch, std::string("first"));
    QCOMPARE(numbersOf(contents), (QList<quint64>{1, 4, 5}));
    QVERIFY(contents.damage);
}

void SpoolTest::boundsItsFiles()
{
    {
        Spool spool(path(), kSegment);
        QVERIFY(spool.open("first", "boot"));
        for (std::uint64_t number = 1; number <= 1000; ++number) {
            QVERIFY(spool.append(items(number, number, 100)));
        }
    }
    qint64 total = 0;
    for (const auto &file : QDir(m_directory->path()).entryInfoList(QDir::Files)) {
        total += file.size();
    }
    QVERIFY2(total < qint64(2 * kSegment + 1'000), qPrintable(QString::number(total)));
    const auto contents = reopened(path());
    QCOMPARE(contents.epoch, std::string("first"));
    QCOMPARE(contents.items.back().seq, Seq(1000));
    QVERIFY(contents.items.size() > kSegment / 200);
    QCOMPARE(contents.items.back().seq - contents.items.front().seq + 1, contents.items.size());
}

void SpoolTest::survivesACrashBetweenRenames()
{
    abandonAfter(path(), items(1, 3));
    QVERIFY(QFile::rename(QString::fromStdString(path()), QString::fromStdString(path() + ".1")));
    const auto contents = reopened(path());
    QCOMPARE(contents.epoch, std::string("first"));
    QCOMPARE(numbersOf(contents), (QList<quint64>{1, 2, 3}));
}

void SpoolTest::changesEpochAfterAPowerFailure()
{
    abandonAfter(path(), items(1, 3));
    auto contents = reopened(path(), "another boot");
    QCOMPARE(contents.epoch, std::string("fresh"));
    QCOMPARE(numbersOf(contents), (QList<quint64>{1, 2, 3}));
    // Closed in an orderly way, all is on the disk and the numbers hold across a restart.
    contents = reopened(path(), "yet another boot");
    QCOMPARE(contents.epoch, std::string("fresh"));
    QCOMPARE(numbersOf(contents), (QList<quint64>{1, 2, 3}));
}

namespace {

/// Files may not grow beyond @p bytes while it lives, as on a full disk.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{.rlim_cur = bytes, .rlim_max = m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

} // namespace

void SpoolTest::changesEpochWhenItemsWereNotWritten()
{
    {
        Spool spool(path(), kSegment);
        QVERIFY(spool.open("first", "boot"));
        QVERIFY(spool.append(items(1, 2)));
        const FileSizeLimit full(kSpoolHeaderBytes + 150);
        const auto written = spool.append(items(3, 9));
        QVERIFY(!written);
        QCOMPARE(written.error().text(), path() + ": cannot write to: File too large");
    }
    const auto contents = reopened(path());
    QCOMPARE(contents.epoch, std::string("fresh"));
    QCOMPARE(numbersOf(contents), (QList<quint64>{1, 2}));
    QVERIFY(!contents.damage);
}

void SpoolTest::isTrustedAgainAfterAHole()
{
    {
        Spool spool(path(), kSegment);
        QVERIFY(spool.open("first", "boot"));
        QVERIFY(spool.append(items(1, 2)));
        {
            const FileSizeLimit full(kSpoolHeaderBytes + 150);
            QVERIFY(!spool.append(items(3, 9)));
        }
        QVERIFY(spool.append(items(10, 11)));
    }
    const auto contents = reopened(path());
    QCOMPARE(contents.epoch, std::string("first"));
    QCOMPARE(numbersOf(contents), (QList<quint64>{1, 2, 10, 11}));
}

void SpoolTest::failsWhereItCannotWrite()
{
    Spool spool("/nonexistent/feed.spool", kSegment);
    const auto contents = spool.open("first", "boot");
    QVERIFY(!contents);
    QCOMPARE(contents.error().text(), std::string("/nonexistent/feed.spool.lock: cannot open: No "
                                                  "such file or directory"));
    QVERIFY(spool.append(items(1, 1)));
}

QTEST_APPLESS_MAIN(SpoolTest)
#include "tst_spool.moc"
