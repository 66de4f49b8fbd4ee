// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/servicemodel.h"

#include "models/displaytext.h"
#include "session/session.h"

#include <QHash>
#include <QSet>

namespace foretop::models {

namespace {

// A tile changes for a person's eye; reading every check's latencies each frame gains nothing.
constexpr Milliseconds kInterval{100};

struct Row
{
    std::string key;
    QString name;
    QString service;
    QString source;
    ServiceModel::State state = ServiceModel::Unknown;
    QString reason;
    WallTime since{};
    std::optional<WallTime> updatedAt;
    std::optional<double> latencyMs;
    QVector<double> latenciesMs;
    double uptime = 0;
    QString version;
    QVector<QPair<QString, QString>> observed;

    bool operator==(const Row &) const = default;
};

ServiceModel::State stateOf(health::Status status)
{
    switch (status) {
    case health::Status::Healthy:
        return ServiceModel::Healthy;
    case health::Status::Degraded:
        return ServiceModel::Degraded;
    case health::Status::Unhealthy:
        return ServiceModel::Unhealthy;
    case health::Status::Unknown:
        break;
    }
    return ServiceModel::Unknown;
}

bool isDown(const feeds::LinkState &link)
{
    return link.phase == feeds::LinkPhase::Unreachable || link.phase == feeds::LinkPhase::Refused;
}

void setUnreachable(Row &row, const feeds::LinkState &link)
{
    row.state = ServiceModel::Unreachable;
    row.since = link.since;
    row.reason = link.error ? toQString(link.error->message) : QString();
}

Row rowOf(const health::CheckState &check)
{
    Row row;
    row.key = check.source + '\0' + check.service + '\0' + check.check.name;
    row.name = toQString(check.check.name);
    row.service = toQString(check.service);
    row.source = toQString(check.source);
    row.state = stateOf(check.check.status);
    row.reason = toQString(check.check.message);
    row.since = check.since;
    row.updatedAt = check.updatedAt;
    row.latencyMs = check.check.latencyMs;
    row.latenciesMs = QVector<double>(check.latenciesMs.begin(), check.latenciesMs.end());
    row.uptime = check.uptimeRatio;
    row.version = toQString(check.version);
    row.observed = toQPairs(check.check.observed);
    return row;
}

/// The row of a health source that is down and told nothing yet.
Row rowOf(const QString &source, const feeds::LinkState &link)
{
    Row row;
    row.key = source.toStdString();
    row.name = source;
    row.service = source;
    row.source = source;
    setUnreachable(row, link);
    return row;
}

/// The health sources whose link is down, by name.
QHash<QString, feeds::LinkState> linksDown(const session::Session &session,
                                           std::optional<WallTime> time)
{
    QHash<QString, feeds::LinkState> down;
    for (const session::SourceStatus &source : session.sources()) {
        const feeds::LinkState &link = session::linkAt(source, time);
        if (source.config.kind == feeds::FeedKind::Health && isDown(link)) {
            down.insert(source.config.name, link);
        }
    }
    return down;
}

} // namespace

class ServiceModel::Private
{
public:
    std::vector<Row> rows;
};

ServiceModel::ServiceModel(QObject *parent)
    : SessionModel(parent, kInterval)
    , d(std::make_unique<Private>())
{
}

ServiceModel::~ServiceModel() = default;

int ServiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->rows.size());
}

QVariant ServiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = d->rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case ServiceRole:
        return row.service;
    case SourceRole:
        return row.source;
    case StateRole:
        return row.state;
    case ReasonRole:
        return row.reason;
    case SinceRole:
        return toDateTime(row.since);
    case UpdatedRole:
        return row.updatedAt ? toDateTime(*row.updatedAt) : QVariant();
    case LatencyRole:
        return row.latencyMs ? *row.latencyMs : QVariant();
    case LatenciesRole:
        return QVariant::fromValue(row.latenciesMs);
    case UptimeRole:
        return row.uptime;
    case VersionRole:
        return row.version;
    case ObservedRole:
        return QVariant::fromValue(row.observed);
    default:
        return {};
    }
}

QHash<int, QByteArray> ServiceModel::roleNames() const
{
    return {{NameRole, "name"},       {ServiceRole, "service"}, {SourceRole, "source"},
            {StateRole, "state"},     {ReasonRole, "reason"},   {SinceRole, "since"},
            {UpdatedRole, "updated"}, {LatencyRole, "latency"}, {LatenciesRole, "latencies"},
            {UptimeRole, "uptime"},   {VersionRole, "version"}, {ObservedRole, "observed"}};
}

void ServiceModel::refresh()
{
    std::vector<Row> rows;
    for (const health::CheckState &check : session()->health().states(asOf())) {
        rows.push_back(rowOf(check));
    }
    QHash<QString, feeds::LinkState> down = linksDown(*session(), asOf());
    QSet<QString> told;
    for (Row &row : rows) {
        if (const auto link = down.constFind(row.source); link != down.constEnd()) {
            setUnreachable(row, *link);
            told.insert(row.source);
        }
    }
    for (const session::SourceStatus &source : session()->sources()) {
        const QString &name = source.config.name;
        if (down.contains(name) && !told.contains(name)) {
            rows.push_back(rowOf(name, down.take(name)));
        }
    }
    syncRows(d->rows, std::move(rows));
}

void ServiceModel::clear()
{
    d->rows.clear();
}

void ServiceModel::connectSession(session::Session &session)
{
    connect(&session, &session::Session::healthChanged, this, [this] { requestRefresh(); });
    connect(&session, &session::Session::linksChanged, this, [this] { requestRefresh(); });
}

} // namespace foretop::models
