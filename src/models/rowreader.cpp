// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowreader.h"

#include "base/text.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace foretop::models {

namespace {

constexpr int kPollMs = 4;
constexpr std::size_t kRowOverhead = 256;

using Numbers = std::vector<logs::RecordNumber>;

/// Records from it on may be longer in a later snapshot: lines may be added to the last one. (Those
/// of a merge that come before others are renumbered then.)
logs::RecordNumber settledEnd(const logs::LogSnapshot &snapshot)
{
    const std::uint64_t held = snapshot.end() - snapshot.first();
    return snapshot.first() + (held - std::min<std::uint64_t>(held, 1));
}

void cut(std::string &text)
{
    text.resize(utf8Prefix(text, RowReader::kMostShownBytes).size());
}

int costOf(const RowContent &content)
{
    const logs::Record &record = content.record;
    std::size_t bytes = kRowOverhead + record.raw.size() + record.message.size();
    for (const std::string &field : content.fields) {
        bytes += field.size();
    }
    return static_cast<int>(std::min<std::size_t>(bytes, RowReader::kCacheBytes));
}

} // namespace

RowContent readContent(const logs::LogSnapshot &snapshot, logs::RecordNumber record,
                       const std::vector<std::string> &fields)
{
    RowContent content;
    content.record = snapshot.record(record);
    content.origin = static_cast<int>(snapshot.originOf(record));
    if (fields.empty()) {
        return content;
    }
    const std::vector<logs::Field> all = snapshot.fields(record);
    for (const std::string &name : fields) {
        const auto field = std::find_if(all.begin(), all.end(),
                                        [&](const logs::Field &f) { return f.first == name; });
        content.fields.push_back(field != all.end() ? field->second : std::string());
    }
    return content;
}

/// Between the GUI thread and the worker.
struct RowReader::Shared
{
    struct Request
    {
        quint64 version = 0;
        logs::LogSnapshotPtr snapshot;
        std::vector<std::string> fields;
        std::shared_ptr<const MarkQueries> marks;
        Numbers records;
    };
    struct Answer
    {
        quint64 version = 0;
        logs::LogSnapshotPtr snapshot;
        logs::RecordNumber record;
        std::unique_ptr<RowContent> content;
    };

    void read();

    std::mutex mutex; // protects all below
    Request request;  // the newest one; a view that has scrolled on wants no other
    std::vector<Answer> answers;
    quint64 markTurn = 0; // of the marks wanted last
    bool isCompiling = false;
    std::shared_ptr<const MarkQueries> compiled; // news for the GUI thread
    bool isReading = false;
    bool isEnding = false;
};

void RowReader::Shared::read()
{
    std::unique_lock lock(mutex);
    while (!request.records.empty() && !isEnding) {
        const Request now = std::exchange(request, {});
        RecordMarker marker(now.marks, now.snapshot);
        for (const logs::RecordNumber record : now.records) {
            lock.unlock();
            auto content =
                std::make_unique<RowContent>(readContent(*now.snapshot, record, now.fields));
            content->marks =
                marker.marksOf(content->record, static_cast<std::size_t>(content->origin));
            cut(content->record.raw);
            cut(content->record.message);
            lock.lock();
            answers.push_back({now.version, now.snapshot, record, std::move(content)});
            if (!request.records.empty() || isEnding) {
                break;
            }
        }
    }
    isReading = false;
}

RowReader::RowReader(QObject *parent)
    : QObject(parent)
    , m_cache(kCacheBytes)
    , m_shared(std::make_shared<Shared>())
{
    m_send.setSingleShot(true);
    connect(&m_send, &QTimer::timeout, this, [this] { send(); });
    m_poll.setTimerType(Qt::PreciseTimer);
    m_poll.setInterval(kPollMs);
    connect(&m_poll, &QTimer::timeout, this, [this] { poll(); });
}

RowReader::~RowReader()
{
    const std::lock_guard lock(m_shared->mutex);
    m_shared->isEnding = true;
}

std::vector<logs::RecordNumber> RowReader::setSnapshot(logs::LogSnapshotPtr snapshot,
                                                       bool isInMemory)
{
    Numbers dropped;
    if (!isInMemory && m_snapshot && m_snapshot != snapshot) {
        const logs::RecordNumber settled = settledEnd(*m_snapshot);
        const QList<quint64> kept = m_cache.keys();
        for (const quint64 record : kept) {
            if (record >= settled.value()) {
                m_cache.remove(record);
                dropped.emplace_back(record);
            }
        }
    }
    m_snapshot = std::move(snapshot);
    m_marker.reset();
    m_isInMemory = isInMemory;
    std::sort(dropped.begin(), dropped.end());
    return dropped;
}

void RowReader::setFields(const QStringList &fields)
{
    m_fields.clear();
    for (const QString &field : fields) {
        m_fields.push_back(field.toStdString());
    }
    clear();
}

void RowReader::setMarks(const QStringList &queries, const logs::QueryContext &context)
{
    if (std::exchange(m_markTexts, queries) == queries) {
        return;
    }
    std::vector<std::string> texts;
    for (const QString &query : queries) {
        texts.push_back(query.toStdString());
    }
    quint64 turn = 0;
    {
        const std::lock_guard lock(m_shared->mutex);
        turn = ++m_shared->markTurn;
        m_shared->isCompiling = true;
    }
    m_compileThread.post([shared = m_shared, texts, context, turn] {
        {
            const std::lock_guard lock(shared->mutex);
            if (shared->markTurn != turn) {
                return;
            }
        }
        auto compiled = std::make_shared<const MarkQueries>(compileMarks(texts, context));
        const std::lock_guard lock(shared->mutex);
        if (shared->markTurn == turn) {
            shared->compiled = std::move(compiled);
            shared->isCompiling = false;
        }
    });
    m_poll.start();
}

bool RowReader::takeMarks()
{
    std::shared_ptr<const MarkQueries> compiled;
    {
        const std::lock_guard lock(m_shared->mutex);
        compiled = std::exchange(m_shared->compiled, nullptr);
    }
    if (!compiled) {
        return false;
    }
    m_marks = std::move(compiled);
    m_marker.reset();
    clear();
    return true;
}

RecordMarker &RowReader::marker()
{
    if (!m_marker) {
        m_marker.emplace(m_marks, m_snapshot);
    }
    return *m_marker;
}

void RowReader::clear()
{
    ++m_version;
    m_cache.clear();
    m_wanted.clear();
}

void RowReader::forgetFrom(logs::RecordNumber record)
{
    ++m_version;
    const QList<quint64> kept = m_cache.keys();
    for (const quint64 number : kept) {
        if (number >= record.value()) {
            m_cache.remove(number);
        }
    }
}

const RowContent *RowReader::content(logs::RecordNumber record)
{
    if (const RowContent *known = m_cache.object(record.value())) {
        return known;
    }
    if (m_isInMemory) {
        auto content = std::make_unique<RowContent>(readContent(*m_snapshot, record, m_fields));
        content->marks =
            marker().marksOf(content->record, static_cast<std::size_t>(content->origin));
        keep(record, std::move(content));
        return m_cache.object(record.value());
    }
    if (m_wanted.size() >= 2 * kMostWanted) {
        m_wanted.erase(m_wanted.begin(), m_wanted.end() - kMostWanted);
    }
    if (m_wanted.empty() || m_wanted.back() != record) {
        m_wanted.push_back(record);
    }
    if (!m_send.isActive()) {
        m_send.start(0);
    }
    return nullptr;
}

void RowReader::send()
{
    Numbers records;
    std::swap(records, m_wanted);
    std::erase_if(records, [this](logs::RecordNumber record) {
        return record < m_snapshot->first() || record >= m_snapshot->end();
    });
    if (records.size() > kMostWanted) {
        records.erase(records.begin(), records.end() - kMostWanted);
    }
    if (records.empty()) {
        return;
    }
    bool mustStart = false;
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->request = {m_version, m_snapshot, m_fields, m_marks, std::move(records)};
        mustStart = !std::exchange(m_shared->isReading, true);
    }
    if (mustStart) {
        m_thread.post([shared = m_shared] { shared->read(); });
    }
    m_poll.start();
}

void RowReader::poll()
{
    if (takeMarks()) {
        Q_EMIT marksChanged();
    }
    std::vector<Shared::Answer> answers;
    {
        const std::lock_guard lock(m_shared->mutex);
        std::swap(answers, m_shared->answers);
        if (!m_shared->isReading && !m_shared->isCompiling) {
            m_poll.stop();
        }
    }
    Numbers records;
    for (Shared::Answer &answer : answers) {
        records.push_back(answer.record);
        const bool isSettled =
            answer.snapshot == m_snapshot || answer.record < settledEnd(*answer.snapshot);
        // Otherwise the view asks again.
        if (answer.version == m_version && isSettled) {
            keep(answer.record, std::move(answer.content));
        }
    }
    std::sort(records.begin(), records.end());
    if (!records.empty()) {
        Q_EMIT recordsRead(records);
    }
}

void RowReader::keep(logs::RecordNumber record, std::unique_ptr<RowContent> content)
{
    const int cost = costOf(*content);
    m_cache.insert(record.value(), content.release(), cost);
}

} // namespace foretop::models
