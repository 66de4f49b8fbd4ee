// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/filedocument.h"

#include <QFileInfo>

#include <utility>

namespace foretop::session {

namespace {

std::optional<QString> chosenIn(const logs::OpenOptions &options)
{
    if (!options.format && options.detectsFormat) {
        return {};
    }
    return options.format ? QString::fromStdString(options.format->name()) : QString();
}

/// @p log with @p name for all of it.
logs::LogSnapshotPtr renamed(const logs::LogSnapshotPtr &log, const QString &name)
{
    const std::vector<std::string> names(log->originCount(), name.toStdString());
    auto other = names.empty() ? nullptr : log->renamed(names);
    return other ? other : log;
}

} // namespace

FileDocument::FileDocument(const QStringList &named, logs::OpenOptions options)
    : m_catalogue(options.catalogue ? options.catalogue
                                    : std::make_shared<const logs::FormatCatalogue>())
    , m_chosenFormat(chosenIn(options))
    , m_reading(std::make_shared<FileReading>(named, std::move(options), &m_bell))
    , m_state(m_reading->state())
{
    QObject::connect(&m_bell, &Bell::rung, &m_bell, [this] { tell(0); });
}

FileDocument::~FileDocument()
{
    m_reading->stop();
}

void FileDocument::start()
{
    if (!std::exchange(m_isStarted, true)) {
        m_thread.post([reading = m_reading] { reading->run(); });
    }
}

void FileDocument::setFormat(const std::optional<QString> &formatName, const QString &zoneName)
{
    const auto zone = logs::TimeZone::named(zoneName.toStdString());
    auto format = formatName ? m_catalogue->named(formatName->toStdString()) : nullptr;
    const bool isKnown = formatName && (format || formatName->isEmpty());
    m_chosenFormat = isKnown ? formatName : std::nullopt;
    m_reading->setFormat(std::move(format), zone.value_or(logs::TimeZone()), !isKnown);
    tell(Format);
}

void FileDocument::clearTroubles()
{
    m_reading->clearTroubles();
    m_state.troubles.clear();
    troubles.clear();
    tell(Troubles);
}

/// The records of one file are named by it as those of several are, which a merge names.
logs::LogSnapshotPtr FileDocument::shown(const logs::LogSnapshotPtr &read) const
{
    const bool isOneFile = m_state.paths.size() == 1 && m_state.paths.front() != u"-";
    return isOneFile ? renamed(read, QFileInfo(m_state.paths.front()).fileName()) : read;
}

logs::LogSnapshotPtr FileDocument::snapshotToMerge() const
{
    return m_state.snapshot ? m_state.snapshot : snapshot;
}

unsigned FileDocument::update()
{
    const FileState before = std::exchange(m_state, m_reading->state());
    unsigned changes = 0;
    if (m_state.snapshot != before.snapshot) {
        changes |= take(m_state.snapshot ? shown(m_state.snapshot) : emptySnapshot());
    }
    if (m_state.isLoading != before.isLoading || m_state.isLoading ||
        m_state.isCancelled != before.isCancelled) {
        changes |= Loading;
    }
    if (m_state.formatName != before.formatName || m_state.zoneName != before.zoneName) {
        changes |= Format;
    }
    if (m_state.siblings != before.siblings) {
        changes |= Siblings;
    }
    if (m_state.troubles != before.troubles) {
        troubles = m_state.troubles;
        changes |= Troubles;
    }
    if (m_state.paths != before.paths) {
        changes |= Records | Format;
    }
    return changes;
}

} // namespace foretop::session
