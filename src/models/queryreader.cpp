// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/queryreader.h"

#include <atomic>
#include <optional>
#include <utility>

namespace foretop::models {

namespace {

constexpr int kPollMs = 4;

} // namespace

struct QueryReader::Run
{
    void run();

    QString text;
    logs::QueryContext context;
    std::atomic<bool> isForgotten = false;
    std::atomic<bool> isDone = false;
    std::optional<Result<logs::Query>> query; // the worker's until isDone
};

void QueryReader::Run::run()
{
    if (!isForgotten) {
        query = logs::parseQuery(text.toStdString(), context);
        isDone = true;
    }
}

QueryReader::QueryReader(Taker take, QObject *parent)
    : QObject(parent)
    , m_take(std::move(take))
{
    m_poll.setTimerType(Qt::PreciseTimer);
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, [this] { poll(); });
}

QueryReader::~QueryReader()
{
    if (m_run) {
        m_run->isForgotten = true;
    }
}

void QueryReader::read(const QString &text, const logs::QueryContext &context)
{
    if (const auto before = std::exchange(m_run, nullptr)) {
        before->isForgotten = true;
    }
    const std::string typed = text.toStdString();
    if (!logs::mayHaveRegex(typed)) {
        m_poll.stop();
        m_take(text, logs::parseQuery(typed, context));
        return;
    }
    m_run = std::make_shared<Run>();
    m_run->text = text;
    m_run->context = context;
    m_thread.post([run = m_run] { run->run(); });
    m_poll.start();
}

void QueryReader::poll()
{
    if (m_run && m_run->isDone) {
        m_poll.stop();
        const auto run = std::exchange(m_run, nullptr);
        m_take(run->text, *run->query);
    }
}

} // namespace foretop::models
