// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sends a million log records from one thread over a real feed into a session and its LogModel,
// which a pretended view reads after every change; then filters them. Unless a pace is told, they
// are sent as fast as they arrive, so that the agent's ring never overflows.
// benchlogmodel [--summary] [records] [records a second, 0: as fast as it goes] [log store MiB]
// --summary ends with one line of JSON, for bench/logs/run.
#include "feedserver.h"
#include "logs/queryparser.h"
#include "models/logmodel.h"
#include "session/logdocument.h"
#include "session/session.h"
#include "session/timecursor.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <vector>

using namespace foretop;

namespace {

constexpr int kVisibleRows = 50;

double threadSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double residentMiB()
{
    std::ifstream statm("/proc/self/statm");
    long total = 0;
    long resident = 0;
    statm >> total >> resident;
    return static_cast<double>(resident) * 4096 / (1 << 20);
}

std::string record(int n)
{
    const std::string number = std::to_string(n);
    return R"({"timestamp":)" + std::to_string(1'700'000'000'000 + n) + R"(,"level":")" +
           (n % 100 == 0 ? "ERROR" : "INFO") +
           R"(","logger":"shop.http","message":"GET /api/items/)" + number +
           R"( took 12 ms","request_id":"7d1c0e)" + number +
           R"(","status":200,"duration_ms":12.25,"user_agent":"Mozilla/5.0","ip":"10.0.0.7"})";
}

/// Publishes at a steady pace from a thread of its own.
class Producer
{
public:
    /// Never more than kMostAhead records are sent that are not yet taken().
    Producer(int records, int perSecond)
    {
        m_thread.reset(QThread::create([this, records, perSecond] { run(records, perSecond); }));
        m_thread->start();
        while (!m_isListening) {
            QThread::msleep(1);
        }
    }
    ~Producer()
    {
        m_thread->quit();
        m_thread->wait();
    }
    QUrl url() const { return m_url; }
    void taken(int records) { m_taken = records; }

private:
    static constexpr int kMostAhead = 30'000;

    void run(int records, int perSecond)
    {
        FeedServer server;
        server.listen();
        m_url = server.url();
        m_isListening = true;
        QElapsedTimer clock;
        int sent = 0;
        QTimer timer;
        QObject::connect(&timer, &QTimer::timeout, &timer, [&] {
            if (!server.isFollowed(feeds::FeedKind::Logs)) {
                return;
            }
            if (!clock.isValid()) {
                clock.start();
            }
            const int paced =
                perSecond > 0 ? static_cast<int>(clock.elapsed() * perSecond / 1000) : records;
            const int due = std::min(paced, m_taken + kMostAhead);
            std::vector<feeds::PublishedItem> items;
            for (; sent < std::min(due, records); ++sent) {
                items.emplace_back();
                items.back().item = record(sent);
            }
            server.publisher(feeds::FeedKind::Logs).publishAll(std::move(items));
        });
        timer.start(perSecond > 0 ? 10 : 1);
        QEventLoop().exec();
    }

    std::unique_ptr<QThread> m_thread;
    std::atomic<bool> m_isListening{false};
    std::atomic<int> m_taken{0};
    QUrl m_url;
};

/// How long the GUI thread did not come back to its event loop, measured from inside.
class Heartbeat
{
public:
    Heartbeat()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_worst = std::max(m_worst, m_since.nsecsElapsed() / 1e6);
            m_since.start();
        });
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.start(1);
        m_since.start();
    }
    /// The worst since the last call, in ms.
    double take() { return std::exchange(m_worst, 0); }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_worst = 0;
};

class Bench
{
public:
    Bench(int records, int perSecond, std::size_t logBytes)
        : m_records(records)
        , m_producer(records, perSecond)
        , m_session(
              {.name = {},
               .colour = {},
               .note = {},
               .sources =
                   {session::agentSources(QStringLiteral("web-1"), m_producer.url(), {}).at(2)}},
              {.logBytes = logBytes}, m_clock)
        , m_document(session::LogDocument::ofSession(&m_session))
    {
        QObject::connect(&m_model, &QAbstractItemModel::rowsInserted, &m_model, [this] {
            ++m_inserts;
            m_producer.taken(m_model.rowCount() + static_cast<int>(m_model.evicted()));
            readVisible();
        });
        m_model.setCursor(&m_cursor);
        m_model.setDocument(m_document.get());
        m_document->start();
    }

    void run(bool withSummary)
    {
        fill();
        filter("no match", "\"nothing like this\"");
        filter("1 in 100", "items/77");
        const auto change = m_lastFilter;
        filter("refined", "items/77 level>=error");
        filter("fields", "duration_ms>100");
        filter("all", "");
        read();
        if (withSummary) {
            std::printf("{\"records_per_second\": %.0f, \"worst_stall_ms\": %.2f, "
                        "\"filter_first_ms\": %.2f, \"filter_all_ms\": %.2f}\n",
                        m_perSecond, m_worstStall, change.first, change.all);
        }
    }

private:
    void readVisible()
    {
        const int last = m_model.rowCount() - 1;
        for (int row = std::max(0, last - kVisibleRows); row <= last; ++row) {
            for (int column = 0; column < m_model.columnCount(); ++column) {
                m_bytes += m_model.index(row, column).data().toString().size();
            }
        }
    }
    template <typename Condition>
    void until(Condition condition)
    {
        while (!condition()) {
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        }
    }
    void fill()
    {
        m_session.start();
        until([this] { return m_model.rowCount() > 0; });
        m_heartbeat.take();
        QElapsedTimer time;
        time.start();
        const double cpu = threadSeconds();
        const auto seen = [this] {
            return m_model.evicted() + static_cast<quint64>(m_model.rowCount());
        };
        until([&] { return seen() >= static_cast<quint64>(m_records); });
        const double seconds = static_cast<double>(time.elapsed()) / 1000;
        m_perSecond = m_records / seconds;
        m_worstStall = m_heartbeat.take();
        std::printf(
            "live tail   %d records in %.2f s = %.0f/s; GUI thread %.0f%% busy, worst stall "
            "%.1f ms; %d inserts; rows %d, evicted %llu; %.0f MiB resident\n",
            m_records, seconds, m_perSecond, (threadSeconds() - cpu) / seconds * 100, m_worstStall,
            m_inserts, m_model.rowCount(), m_model.evicted(), residentMiB());
    }
    void filter(const char *name, const char *text)
    {
        const auto query = logs::parseQuery(text, {});
        m_heartbeat.take();
        QElapsedTimer time;
        time.start();
        double first = 0;
        const auto connection =
            QObject::connect(&m_model, &QAbstractItemModel::rowsInserted, &m_model, [&] {
                first = first == 0 ? static_cast<double>(time.nsecsElapsed()) / 1e6 : first;
            });
        m_model.setQuery(query.value());
        until([this] { return !m_model.isSearching(); });
        QObject::disconnect(connection);
        m_lastFilter = {.first = first, .all = static_cast<double>(time.nsecsElapsed()) / 1e6};
        std::printf("filter      %-9s %d rows; first after %.1f ms, all after %.1f ms; worst stall "
                    "%.1f ms\n",
                    name, m_model.rowCount(), m_lastFilter.first, m_lastFilter.all,
                    m_heartbeat.take());
    }
    void read()
    {
        QElapsedTimer time;
        time.start();
        int cells = 0;
        for (int row = 0; row < m_model.rowCount(); row += 997) {
            for (int column = 0; column < m_model.columnCount(); ++column) {
                m_bytes += m_model.index(row, column).data().toString().size();
                ++cells;
            }
        }
        std::printf("data()      %.2f us a cell\n",
                    static_cast<double>(time.nsecsElapsed()) / 1e3 / std::max(cells, 1));
        time.start();
        const QDateTime late = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + m_records - 1);
        const int row = m_model.rowAtTime(late);
        std::printf("rowAtTime() %.3f ms (row %d)\n",
                    static_cast<double>(time.nsecsElapsed()) / 1e6, row);
    }

    const int m_records;
    const SystemClock m_clock;
    Producer m_producer;
    session::Session m_session;
    session::TimeCursor m_cursor{m_clock};
    std::unique_ptr<session::LogDocument> m_document;
    models::LogModel m_model;
    Heartbeat m_heartbeat;
    int m_inserts = 0;
    qsizetype m_bytes = 0;
    double m_perSecond = 0;
    double m_worstStall = 0; // in ms
    struct FilterTimes
    {
        double first = 0; // in ms
        double all = 0;
    };
    FilterTimes m_lastFilter;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QStringList numbers = QCoreApplication::arguments().mid(1);
    const bool withSummary = numbers.removeAll(QStringLiteral("--summary")) > 0;
    const auto number = [&](int index, int fallback) {
        return index < numbers.size() ? numbers[index].toInt() : fallback;
    };
    Bench(std::max(number(0, 1'000'000), 1), number(1, 0),
          static_cast<std::size_t>(number(2, 1024)) << 20)
        .run(withSummary);
    return 0;
}
