// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/logs/positionstore.h"

#include "base/jsonwriter.h"
#include "logging/log.h"

#include <fmt/format.h>

#include <QFile>
#include <QSaveFile>

namespace foretop::agent {
namespace {

constexpr logging::Logger kLog("agent.logs");
constexpr Milliseconds kSaveInterval{2'000};

} // namespace

PositionStore::PositionStore(std::string path, std::size_t saveBytes)
    : m_path(std::move(path))
    , m_saveBytes(saveBytes)
{
}

Result<void> PositionStore::load(const std::vector<feeds::PublishedItem> &restored)
{
    JsonReader reader;
    auto read = readFile(reader);
    for (const auto &item : restored) {
        if (!item.cursor.empty()) {
            readCursor(item.cursor, reader);
        }
    }
    return read;
}

Result<void> PositionStore::readFile(JsonReader &reader)
{
    QFile file(QString::fromStdString(m_path));
    if (m_path.empty() || !file.exists()) {
        return {};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Io, file.errorString().toStdString(), m_path);
    }
    const std::string bytes = file.readAll().toStdString();
    const auto root = reader.parseObject(bytes, m_path);
    if (!root) {
        return tl::unexpected(root.error());
    }
    m_journalCursor = stringMember(*root, "journal").value_or("");
    if (const auto patterns = arrayMember(*root, "patterns")) {
        for (const auto pattern : *patterns) {
            m_knownPatterns.insert(jsonDisplayText(pattern));
        }
    }
    const auto files = requireArray(*root, "files", m_path);
    if (!files) {
        return tl::unexpected(files.error());
    }
    for (const auto entry : *files) {
        JsonObject object;
        if (entry.get(object) == simdjson::SUCCESS) {
            if (auto position = decodePosition(object)) {
                keepFurther(std::move(*position));
            }
        }
    }
    return {};
}

void PositionStore::readCursor(const std::string &cursor, JsonReader &reader)
{
    const auto object = reader.parseObject(cursor, "cursor");
    if (!object) {
        return;
    }
    if (const auto journal = stringMember(*object, "journal")) {
        m_journalCursor = *journal; // the spool is newer than the file
    } else if (auto position = decodePosition(*object)) {
        keepFurther(std::move(*position));
    }
}

void PositionStore::keepFurther(FilePosition position)
{
    const FilePosition *known = find(position.id);
    if (known == nullptr || isFurther(position, *known)) {
        set(std::move(position));
    }
}

const FilePosition *PositionStore::find(FileId id) const
{
    const auto found = m_positions.find(id);
    return found == m_positions.end() ? nullptr : &found->second.position;
}

std::vector<FilePosition> PositionStore::atPath(const std::string &path) const
{
    std::vector<FilePosition> positions;
    for (const auto &[touched, id] : m_byTouch) {
        const FilePosition &position = m_positions.at(id).position;
        if (position.path == path) {
            positions.push_back(position);
        }
    }
    return positions;
}

void PositionStore::set(FilePosition position)
{
    const FileId id = position.id;
    Kept &kept = m_positions[id];
    m_byTouch.erase(kept.touched);
    kept = {.position = std::move(position), .touched = ++m_touches};
    m_byTouch.emplace(kept.touched, id);
    if (m_positions.size() > kMaxPositions) {
        m_positions.erase(m_byTouch.begin()->second);
        m_byTouch.erase(m_byTouch.begin());
    }
    m_dirty = true;
}

void PositionStore::setJournalCursor(std::string cursor)
{
    m_journalCursor = std::move(cursor);
    m_dirty = true;
}

void PositionStore::setPatterns(const std::vector<std::string> &patterns)
{
    m_patterns = patterns;
    m_dirty = true;
}

void PositionStore::forget(FileId id)
{
    const auto found = m_positions.find(id);
    if (found != m_positions.end()) {
        m_byTouch.erase(found->second.touched);
        m_positions.erase(found);
        m_dirty = true;
    }
}

void PositionStore::saveWhenDue(SteadyTime now, bool urgent)
{
    const bool due = urgent || m_publishedBytes >= m_saveBytes || now - m_savedAt >= kSaveInterval;
    if (!m_dirty || !due) {
        return;
    }
    m_savedAt = now;
    const auto saved = save();
    if (!saved && !m_failed) {
        kLog.error("positions of log files cannot be kept", {{"error", saved.error().text()}});
    }
    m_failed = !saved;
}

Result<void> PositionStore::save()
{
    m_dirty = false;
    m_publishedBytes = 0;
    if (m_path.empty()) {
        return {};
    }
    JsonWriter json;
    json.beginObject().member("journal", m_journalCursor).key("patterns").beginArray();
    for (const auto &pattern : m_patterns) {
        json.value(pattern);
    }
    json.endArray().key("files").beginArray();
    for (const auto &[touched, id] : m_byTouch) {
        json.raw(encodePosition(m_positions.at(id).position));
    }
    const std::string bytes = json.endArray().endObject().take();
    QSaveFile file(QString::fromStdString(m_path));
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0 || !file.commit()) {
        m_dirty = true;
        return fail(ErrorCode::Io, file.errorString().toStdString(), m_path);
    }
    return {};
}

std::string PositionStore::encodeJournalCursor(std::string_view cursor)
{
    JsonWriter json;
    return json.beginObject().member("journal", cursor).endObject().take();
}

} // namespace foretop::agent
