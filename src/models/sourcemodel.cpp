// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sourcemodel.h"

#include "models/displaytext.h"
#include "session/session.h"

namespace foretop::models {

namespace {

// Counters run with every frame received; nobody reads them faster.
constexpr Milliseconds kInterval{100};

struct Row
{
    std::string key;
    QString name;
    feeds::FeedKind kind = feeds::FeedKind::Health;
    QString url;
    feeds::LinkPhase phase = feeds::LinkPhase::Connecting;
    WallTime since{};
    QString error;
    bool plain = false;
    std::uint64_t items = 0;
    std::uint64_t malformed = 0;
    std::uint64_t dropped = 0;
    QString lastError;

    bool operator==(const Row &) const = default;
};

Row rowOf(const session::SourceStatus &status)
{
    Row row;
    row.name = status.config.name;
    row.kind = status.config.kind;
    row.key = row.name.toStdString() + '\0' + std::string(feeds::feedName(row.kind));
    row.url = status.config.url.toDisplayString();
    row.phase = status.link.phase;
    row.since = status.link.since;
    row.error = status.link.error ? toQString(status.link.error->message) : QString();
    row.plain = status.link.plain;
    row.items = status.counters.items;
    row.malformed = status.counters.malformed;
    row.dropped = status.counters.dropped;
    row.lastError = status.lastError;
    return row;
}

} // namespace

class SourceModel::Private
{
public:
    std::vector<Row> rows;
};

SourceModel::SourceModel(QObject *parent)
    : SessionModel(parent, kInterval)
    , d(std::make_unique<Private>())
{
}

SourceModel::~SourceModel() = default;

int SourceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->rows.size());
}

QVariant SourceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = d->rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case KindRole:
        return static_cast<int>(row.kind);
    case PhaseRole:
        return static_cast<int>(row.phase);
    case SinceRole:
        return toDateTime(row.since);
    case ErrorRole:
        return row.error;
    case UrlRole:
        return row.url;
    case ItemsRole:
        return static_cast<quint64>(row.items);
    case MalformedRole:
        return static_cast<quint64>(row.malformed);
    case DroppedRole:
        return static_cast<quint64>(row.dropped);
    case LastErrorRole:
        return row.lastError;
    case PlainRole:
        return row.plain;
    default:
        return {};
    }
}

void SourceModel::refresh()
{
    std::vector<Row> rows;
    for (const session::SourceStatus &status : session()->sources()) {
        rows.push_back(rowOf(status));
    }
    syncRows(d->rows, std::move(rows));
}

void SourceModel::clear()
{
    d->rows.clear();
}

void SourceModel::connectSession(session::Session &session)
{
    connect(&session, &session::Session::sourcesChanged, this, [this] { requestRefresh(); });
}

} // namespace foretop::models
