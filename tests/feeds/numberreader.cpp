// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "numberreader.h"

#include <numeric>

namespace foretop::feeds::test {
namespace {

FeedClientOptions withUrl(FeedClientOptions options, const QUrl &url)
{
    options.url = url;
    return options;
}

quint64 numberOf(const jobs::Job &job)
{
    return std::stoull(job.id);
}
quint64 numberOf(const logs::Record &record)
{
    return std::stoull(record.message);
}

} // namespace

FeedClientOptions NumberReader::shortTimes()
{
    FeedClientOptions options;
    options.kind = FeedKind::Jobs;
    options.source = QStringLiteral("test feed");
    options.backoffFirst = Milliseconds(1);
    options.backoffMost = Milliseconds(10);
    options.pingInterval = Milliseconds(50);
    options.plainAfter = Milliseconds(50);
    return options;
}

NumberReader::NumberReader(const QUrl &url, FeedClientOptions options)
    : m_client(withUrl(std::move(options), url), m_clock)
{
    QObject::connect(
        &m_client, &FeedClient::itemsReady, &m_client, [this](const DecodedItems &decoded) {
            if (const auto *list = std::get_if<std::vector<jobs::Job>>(&decoded.items)) {
                for (const auto &job : *list) {
                    numbers += numberOf(job);
                }
            }
            if (const auto *list = std::get_if<std::vector<logs::Record>>(&decoded.items)) {
                for (const auto &record : *list) {
                    numbers += numberOf(record);
                }
            }
        });
    QObject::connect(&m_client, &FeedClient::gapFound, &m_client,
                     [this](quint64 count, const QString &reason) {
                         gaps += {count, reason};
                     });
    QObject::connect(&m_client, &FeedClient::frameRejected, &m_client,
                     [this](const Error &error) { rejected += error; });
    QObject::connect(&m_client, &FeedClient::stateChanged, &m_client,
                     [this](const LinkState &state) { states += state; });
    QObject::connect(&m_client, &FeedClient::countersChanged, &m_client,
                     [this](const LinkCounters &now) { counters = now; });
}

quint64 NumberReader::itemsInGaps() const
{
    return std::accumulate(gaps.begin(), gaps.end(), quint64(0),
                           [](quint64 sum, const auto &gap) { return sum + gap.first; });
}

QList<quint64> allNumbers(quint64 from, quint64 to)
{
    QList<quint64> numbers(static_cast<qsizetype>(to + 1 - from));
    std::iota(numbers.begin(), numbers.end(), from);
    return numbers;
}

} // namespace foretop::feeds::test
