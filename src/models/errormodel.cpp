// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/errormodel.h"

#include "models/displaytext.h"
#include "session/session.h"

namespace foretop::models {

namespace {

// Reading the groups copies their stacks; in a storm of errors that must not be done each frame.
constexpr Milliseconds kInterval{250};

struct Row
{
    std::string key;
    QString type;
    QString message;
    QString source;
    QString stack;
    quint64 count = 0;
    WallTime firstSeen{};
    WallTime lastSeen{};
    QVector<double> perMinute;

    bool operator==(const Row &) const = default;
};

Row rowOf(const errors::ErrorGroup &group)
{
    Row row;
    row.key = group.fingerprint;
    row.type = toQString(group.newest.type);
    row.message = toQString(group.newest.message);
    row.source = toQString(group.source);
    for (const std::string &frame : group.newest.stack) {
        row.stack += (row.stack.isEmpty() ? QString() : QStringLiteral("\n")) + toQString(frame);
    }
    row.count = group.count;
    row.firstSeen = group.firstSeen;
    row.lastSeen = group.lastSeen;
    row.perMinute = QVector<double>(group.perMinute.begin(), group.perMinute.end());
    return row;
}

QString headline(const Row &row)
{
    const QString message = row.message.section(u'\n', 0, 0);
    if (row.type.isEmpty() || message.isEmpty()) {
        return row.type + message;
    }
    return row.type + QStringLiteral(": ") + message;
}

QVariant sortValue(const Row &row, int column)
{
    switch (column) {
    case ErrorModel::MessageColumn:
        return headline(row);
    case ErrorModel::CountColumn:
        return row.count;
    default:
        return toDateTime(row.lastSeen);
    }
}

QVariant displayText(const Row &row, int column)
{
    switch (column) {
    case ErrorModel::MessageColumn:
        return headline(row);
    case ErrorModel::CountColumn:
        return QString::number(row.count);
    default:
        return localTimeText(row.lastSeen);
    }
}

} // namespace

class ErrorModel::Private
{
public:
    std::vector<Row> rows;
};

ErrorModel::ErrorModel(QObject *parent)
    : SessionModel(parent, kInterval)
    , d(std::make_unique<Private>())
{
}

ErrorModel::~ErrorModel() = default;

int ErrorModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->rows.size());
}

int ErrorModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant ErrorModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = d->rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, index.column());
    case TypeRole:
        return row.type;
    case MessageRole:
        return row.message;
    case CountRole:
        return row.count;
    case FirstSeenRole:
        return toDateTime(row.firstSeen);
    case LastSeenRole:
        return toDateTime(row.lastSeen);
    case PerMinuteRole:
        return QVariant::fromValue(row.perMinute);
    case SourceRole:
        return row.source;
    case StackRole:
        return row.stack;
    case SortRole:
        return sortValue(row, index.column());
    default:
        return {};
    }
}

void ErrorModel::refresh()
{
    std::vector<Row> rows;
    for (const errors::ErrorGroup &group : session()->errors().groups(asOf())) {
        rows.push_back(rowOf(group));
    }
    syncRows(d->rows, std::move(rows));
}

void ErrorModel::clear()
{
    d->rows.clear();
}

void ErrorModel::connectSession(session::Session &session)
{
    connect(&session, &session::Session::errorsChanged, this, [this] { requestRefresh(); });
}

} // namespace foretop::models
