// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/valuesample.h"

#include "models/logmodel.h"
#include "session/session.h"

#include <algorithm>
#include <atomic>
#include <stop_token>
#include <utility>

namespace foretop::models {

struct ValueSample::Run
{
    void run();

    logs::LogSnapshotPtr snapshot;
    logs::RecordRange range;
    std::string field;
    std::stop_source stop;
    std::atomic<bool> isDone = false;
    std::optional<logs::Facet> facet; // the worker's until isDone
};

void ValueSample::Run::run()
{
    logs::FacetCounter counter({field});
    if (counter.add(*snapshot, range, nullptr, stop.get_token(), {}, 1)) {
        facet = counter.facets(kMostValues).front();
    }
    snapshot.reset();
    isDone = true;
}

ValueSample::ValueSample(LogModel *model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
    m_poll.setInterval(session::kFrameMs);
    connect(&m_poll, &QTimer::timeout, this, [this] { poll(); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] { forget(); });
}

ValueSample::~ValueSample()
{
    stop();
}

void ValueSample::stop()
{
    if (const auto run = std::exchange(m_run, nullptr)) {
        run->stop.request_stop();
    }
    m_poll.stop();
}

void ValueSample::forget()
{
    stop();
    m_field.clear();
    m_facet.reset();
}

void ValueSample::want(const QString &field)
{
    const auto snapshot = m_model->snapshot();
    const std::string name = field.toStdString();
    if (!snapshot || name.empty()) {
        return;
    }
    const bool isOld = snapshot->end() > m_countedTo + kRecords;
    if (name == m_field && (m_run || !isOld)) {
        return;
    }
    stop();
    m_field = name;
    m_countedTo = snapshot->end();
    const auto held = snapshot->end() - snapshot->first();
    m_isPart = held > kRecords;
    m_run = std::make_shared<Run>();
    m_run->snapshot = snapshot;
    m_run->range = {snapshot->first() + (held - std::min(held, kRecords)), snapshot->end()};
    m_run->field = name;
    m_thread.post([run = m_run] { run->run(); });
    m_poll.start();
}

void ValueSample::poll()
{
    if (m_run && m_run->isDone) {
        const auto run = std::exchange(m_run, nullptr);
        m_poll.stop();
        m_facet = std::move(run->facet);
        Q_EMIT changed();
    }
}

} // namespace foretop::models
