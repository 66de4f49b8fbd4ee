// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/filelogsnapshot.h"
#include "logs/indexoperation.h"
#include "logs/logchain.h"
#include "logs/queryparser.h"

#include "samplelog.h"

#include <QTest>

#include <mutex>

using namespace foretop;
using namespace foretop::logs;

namespace {

constexpr std::int64_t kStartMs = 1'700'000'000'000;

WallTime timeOf(int n)
{
    return wallTimeFromMs(kStartMs + n * 1000LL);
}

/// Records [first, end), one a second, each fourth an error.
std::string json(int first, int end)
{
    std::string text;
    for (int n = first; n < end; ++n) {
        text += "{\"time\":" + std::to_string(kStartMs + n * 1000LL) + ",\"level\":\"" +
                (n % 4 == 0 ? "error" : "info") + "\",\"message\":\"record " + std::to_string(n) +
                "\"}\n";
    }
    return text;
}

/// A file that grows, as a snapshot of it each time.
class GrowingLog
{
public:
    GrowingLog(std::string_view text, std::string name)
        : m_stored(text)
        , m_name(std::move(name))
        , m_file(LogFile::open(m_stored.path()).value())
        , m_rules(detectLineRules(*m_file).value())
    {
    }

    void append(std::string_view text) { m_stored.append(text); }
    LogSnapshotPtr snapshot()
    {
        m_file->check();
        if (!IndexOperation(m_file, m_index, m_rules).run({})) {
            qFatal("cannot index");
        }
        return std::make_shared<FileLogSnapshot>(m_file, m_index->view(), m_rules, m_name,
                                                 m_identity);
    }

private:
    SampleFile m_stored;
    const std::string m_name;
    const std::shared_ptr<LogFile> m_file;
    const LineRules m_rules;
    const std::shared_ptr<LineIndex> m_index = std::make_shared<LineIndex>();
    const std::shared_ptr<const void> m_identity = std::make_shared<char>();
};

std::string messageOf(const LogSnapshot &snapshot, std::uint64_t number)
{
    return snapshot.record(RecordNumber(number)).message;
}

RecordSet setOf(std::initializer_list<std::uint64_t> numbers)
{
    RecordSet set;
    for (const auto number : numbers) {
        set.add(RecordNumber(number));
    }
    return set;
}

CompiledQuery compiled(const char *text)
{
    return CompiledQuery::compile(parseQuery(text, {}).value()).value();
}

} // namespace

class LogChainTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyOfNothing();
    void numbersPartsOneBehindTheOther();
    void doesNotSortByTime();
    void searchesAllParts();
    void visitsAllParts();
    void readsTimes();
    void findsTimes();
    void continuesAsItsLastPartGrows();
    void forgetsFirstParts();
};

void LogChainTest::isEmptyOfNothing()
{
    const LogChain chain({});
    QCOMPARE(chain.first(), chain.end());
    QCOMPARE(chain.originCount(), std::size_t(0));
    QCOMPARE(chain.levels(), LevelCounts{});
    QVERIFY(chain.search(compiled("a"), nullptr, {}, {}, {}, 2).value().isEmpty());
    QCOMPARE(chain.firstFrom(timeOf(0)), RecordNumber(0));
    QVERIFY(chain.timedRuns().empty());
}

void LogChainTest::numbersPartsOneBehindTheOther()
{
    GrowingLog old(json(0, 10), "app.log.1");
    GrowingLog now(json(10, 15), "app.log");
    const LogChain chain({old.snapshot(), now.snapshot()});
    QCOMPARE(chain.end(), RecordNumber(15));
    QCOMPARE(chain.originCount(), std::size_t(2));
    QCOMPARE(chain.originName(1), std::string_view("app.log"));
    for (std::uint64_t n = 0; n < 15; ++n) {
        QCOMPARE(messageOf(chain, n), "record " + std::to_string(n));
        QCOMPARE(chain.originOf(RecordNumber(n)), std::size_t(n < 10 ? 0 : 1));
        QCOMPARE(chain.levelOf(RecordNumber(n)),
                 std::optional(n % 4 == 0 ? Level::Error : Level::Info));
        const std::vector<Field> fields = chain.fields(RecordNumber(n));
        QCOMPARE(fields.back().second, "record " + std::to_string(n));
    }
    QCOMPARE(chain.levels()[std::size_t(Level::Error)], std::uint64_t(4));
    const auto bytes = chain.bytesOf(RecordNumber(10));
    QVERIFY(bytes);
    QCOMPARE(bytes->range.begin, std::uint64_t(0));
}

void LogChainTest::doesNotSortByTime()
{
    GrowingLog old(json(20, 22), "app.log.1");
    GrowingLog now(json(0, 2), "app.log");
    const LogChain chain({old.snapshot(), now.snapshot()});
    QCOMPARE(messageOf(chain, 1), std::string("record 21"));
    QCOMPARE(messageOf(chain, 2), std::string("record 0"));
}

void LogChainTest::searchesAllParts()
{
    GrowingLog old(json(0, 10), "app.log.1");
    GrowingLog now(json(10, 15), "app.log");
    const LogChain chain({old.snapshot(), now.snapshot()});
    RecordSet told;
    RecordNumber upTo;
    const auto batchReady = [&](const MatchBatch &batch) {
        told.add(batch.matches);
        QVERIFY(batch.searchedUpTo >= upTo);
        upTo = batch.searchedUpTo;
    };
    const auto query = compiled("level:error");
    QCOMPARE(chain.search(query, nullptr, {}, {}, batchReady, 2).value(), setOf({0, 4, 8, 12}));
    QCOMPARE(told, setOf({0, 4, 8, 12}));
    QCOMPARE(chain.search(query, nullptr, RecordNumber(8), {}, {}, 2).value(), setOf({8, 12}));
    const auto within = setOf({0, 3, 12});
    QCOMPARE(chain.search(query, &within, {}, {}, {}, 2).value(), setOf({0, 12}));
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = chain.search(query, nullptr, {}, stop.get_token(), {}, 2);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
}

void LogChainTest::visitsAllParts()
{
    GrowingLog old(json(0, 10), "app.log.1");
    GrowingLog now(json(10, 15), "app.log");
    const LogChain chain({old.snapshot(), now.snapshot()});
    const auto visited = [&chain](RecordRange range, const RecordSet *within) {
        RecordSet all;
        std::mutex mutex;
        const auto done = chain.visit(range, within, 2, {},
                                      [&](unsigned, std::span<const RawRecord> run) {
                                          const std::lock_guard lock(mutex);
                                          for (const auto &record : run) {
                                              if (record.origin == chain.originOf(record.number) &&
                                                  record.raw == chain.record(record.number).raw) {
                                                  all.add(record.number);
                                              }
                                          }
                                      },
                                      {});
        return done ? all : RecordSet();
    };
    QCOMPARE(visited({RecordNumber(8), RecordNumber(12)}, nullptr), setOf({8, 9, 10, 11}));
    const auto within = setOf({1, 9, 13});
    QCOMPARE(visited({RecordNumber(2), RecordNumber(15)}, &within), setOf({9, 13}));
}

void LogChainTest::readsTimes()
{
    GrowingLog old(json(0, 10), "app.log.1");
    GrowingLog now(json(10, 15), "app.log");
    const LogChain chain({old.snapshot(), now.snapshot()});
    std::vector<std::optional<WallTime>> times;
    chain.readTimes({RecordNumber(9), RecordNumber(12)}, times);
    const std::vector<std::optional<WallTime>> wanted{timeOf(9), timeOf(10), timeOf(11)};
    QCOMPARE(times, wanted);
    auto next = chain.first();
    for (const auto &run : chain.timedRuns()) {
        QCOMPARE(run.range.first, next);
        next = run.range.end;
    }
    QCOMPARE(next, chain.end());
}

void LogChainTest::findsTimes()
{
    GrowingLog old(json(0, 10), "app.log.1");
    GrowingLog now(json(10, 15), "app.log");
    const LogChain chain({old.snapshot(), now.snapshot()});
    QCOMPARE(chain.firstFrom(timeOf(-5)), RecordNumber(0));
    QCOMPARE(chain.firstFrom(timeOf(9)), RecordNumber(9));
    QCOMPARE(chain.firstFrom(timeOf(10)), RecordNumber(10));
    QCOMPARE(chain.firstFrom(timeOf(14)), RecordNumber(14));
    QCOMPARE(chain.firstFrom(timeOf(15)), chain.end());
}

void LogChainTest::continuesAsItsLastPartGrows()
{
    GrowingLog old(json(0, 10), "app.log.1");
    GrowingLog now(json(10, 15), "app.log");
    const auto alone = old.snapshot();
    const auto before = now.snapshot();
    const LogChain earlier({alone, before});
    QVERIFY(earlier.continues(*alone));
    QVERIFY(!earlier.continues(*before));
    now.append(json(15, 20));
    const LogChain later({alone, now.snapshot()});
    QVERIFY(later.continues(earlier));
    QVERIFY(!earlier.continues(later));
    QCOMPARE(later.end(), RecordNumber(20));
    QCOMPARE(messageOf(later, 19), std::string("record 19"));
    // The writer goes on with a file that is not the last one: numbers behind it change.
    old.append(json(30, 31));
    QVERIFY(!LogChain({old.snapshot(), before}).continues(earlier));
}

void LogChainTest::forgetsFirstParts()
{
    GrowingLog old(json(0, 10), "app.log.1");
    GrowingLog now(json(10, 15), "app.log");
    const LogChain earlier({old.snapshot(), now.snapshot()});
    const LogChain later({now.snapshot()}, RecordNumber(10));
    QCOMPARE(later.first(), RecordNumber(10));
    QCOMPARE(later.end(), RecordNumber(15));
    QCOMPARE(messageOf(later, 12), std::string("record 12"));
    QVERIFY(later.continues(earlier));
    QVERIFY(!LogChain({now.snapshot()}).continues(earlier));
}

QTEST_GUILESS_MAIN(LogChainTest)
#include "tst_logchain.moc"
