// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/logmodel.h"

#include "models/displaytext.h"
#include "models/logmodelrows.h"

#include <algorithm>

namespace foretop::models {

namespace {

/// Records read to find one of a time when a log is out of order.
constexpr int kMostTimesRead = 512;

QString displayText(const RowContent &row, int column, bool isUtc)
{
    switch (column) {
    case LogModel::TimeColumn:
        return timeText(row.record.time, isUtc);
    case LogModel::LevelColumn:
        return levelText(row.record);
    case LogModel::SourceColumn:
        return toQString(row.record.source);
    case LogModel::LoggerColumn:
        return toQString(row.record.logger);
    case LogModel::MessageColumn:
        return firstLine(row.record.message);
    default:
        const auto field = static_cast<std::size_t>(column - LogModel::FirstField);
        return field < row.fields.size() ? firstLine(row.fields[field]) : QString();
    }
}

/// The one of @p paths that @p source is short for.
QString pathOf(const QStringList &paths, const QString &source)
{
    const auto found = std::find_if(paths.begin(), paths.end(), [&](const QString &path) {
        return path == source || path.endsWith(u'/' + source);
    });
    return found == paths.end() ? QString() : *found;
}

} // namespace

LogModel::LogModel(QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(*this))
{
}

LogModel::~LogModel() = default;

void LogModel::setDocument(session::LogDocument *document)
{
    beginResetModel();
    if (d->document) {
        d->document->disconnect(this);
    }
    d->document = document;
    d->clear();
    endResetModel();
    Q_EMIT levelCountsChanged();
    Q_EMIT searchingChanged();
    Q_EMIT resultReplaced();
    if (d->document != document || !document) {
        return;
    }
    connect(document, &QObject::destroyed, this, [this] { setDocument(nullptr); });
    connect(document, &session::LogDocument::changed, this, [this] { d->refresh(); });
    connect(document, &session::LogDocument::renumbered, this,
            [this](logs::RecordNumber from) { d->renumber(from); });
    connect(document, &session::LogDocument::reset, this, [this] {
        beginResetModel();
        d->clear();
        endResetModel();
        d->refresh();
    });
    d->refresh();
}

session::LogDocument *LogModel::document() const
{
    return d->document;
}

void LogModel::setCursor(session::TimeCursor *cursor)
{
    if (d->cursor) {
        d->cursor->disconnect(this);
    }
    d->cursor = cursor;
    if (cursor) {
        connect(cursor, &QObject::destroyed, this, [this] { setCursor(nullptr); });
        connect(cursor, &session::TimeCursor::changed, this, [this] { d->refresh(); });
    }
    d->refresh();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : d->rows.count();
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(FirstField) + static_cast<int>(d->fields.size());
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const logs::RecordNumber number = d->rows.at(index.row());
    const auto level = [&] { return d->snapshot->levelOf(number); };
    switch (role) {
    case RecordNumberRole:
        return static_cast<quint64>(number.value());
    case ContextRole:
        return d->rows.isContext(number);
    case LevelRole:
        if (const auto known = level()) {
            return static_cast<int>(*known);
        }
        break;
    case Qt::DisplayRole:
    case KindRole:
    case TimeRole:
    case RawRole:
    case MessageRole:
    case OriginRole:
    case PendingRole:
    case MarksRole:
    case Qt::ToolTipRole:
        break;
    default:
        return {};
    }
    const RowContent *row = d->reader.content(number);
    if (!row) {
        return d->pendingData(index.column(), role, level());
    }
    const logs::Record &record = row->record;
    switch (role) {
    case LevelRole:
        return static_cast<int>(record.level);
    case KindRole:
        return static_cast<int>(record.kind);
    case TimeRole:
        return record.time ? toDateTime(*record.time) : QVariant();
    case RawRole:
        return toQString(record.raw);
    case MessageRole:
        return toQString(record.message);
    case OriginRole:
        return row->origin;
    case PendingRole:
        return false;
    case MarksRole:
        return static_cast<quint64>(row->marks);
    case Qt::ToolTipRole:
        return index.column() == SourceColumn && d->document
                   ? pathOf(d->document->paths(), toQString(record.source))
                   : QVariant();
    default:
        return displayText(*row, index.column(), d->isUtc);
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    const int shown = role == Qt::EditRole ? int(Qt::DisplayRole) : role;
    const QVariant title = d->titles.value(section).value(shown);
    if (!title.isValid() && shown == Qt::DisplayRole && section >= FirstField) {
        return d->fields.value(section - FirstField);
    }
    return title;
}

bool LogModel::setHeaderData(int section, Qt::Orientation orientation, const QVariant &value,
                             int role)
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return false;
    }
    d->titles[section][role == Qt::EditRole ? int(Qt::DisplayRole) : role] = value;
    Q_EMIT headerDataChanged(orientation, section, section);
    return true;
}

void LogModel::setFieldColumns(const QStringList &fields)
{
    if (fields == d->fields) {
        return;
    }
    const auto last = [this] { return columnCount() - 1; };
    if (!d->fields.isEmpty()) {
        beginRemoveColumns({}, FirstField, last());
        d->fields.clear();
        erase_if(d->titles, [](const auto &title) { return title.key() >= FirstField; });
        endRemoveColumns();
    }
    d->reader.setFields(fields);
    if (!fields.isEmpty()) {
        beginInsertColumns({}, FirstField, FirstField + static_cast<int>(fields.size()) - 1);
        d->fields = fields;
        endInsertColumns();
    }
}

QStringList LogModel::fieldColumns() const
{
    return d->fields;
}

void LogModel::setUtcShown(bool utc)
{
    if (std::exchange(d->isUtc, utc) != utc && rowCount() > 0) {
        Q_EMIT dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn));
    }
}

void LogModel::setMarkQueries(const QStringList &queries, const logs::QueryContext &context)
{
    d->reader.setMarks(queries, context);
}

bool LogModel::isUtcShown() const
{
    return d->isUtc;
}

const logs::Query &LogModel::query() const
{
    return d->query;
}

void LogModel::setQuery(const logs::Query &query)
{
    d->query = query;
    d->refresh();
}

void LogModel::setContext(int before, int after)
{
    const auto bounded = [](int records) {
        return static_cast<std::uint64_t>(std::clamp(records, 0, kMostContext));
    };
    const LogContext context{.before = bounded(before), .after = bounded(after)};
    if (context != d->context) {
        d->context = context;
        d->searchAgain();
    }
}

bool LogModel::isSearching() const
{
    return d->run && d->runIsWhole;
}

double LogModel::progress() const
{
    return d->progress;
}

void LogModel::cancelSearch()
{
    d->cancelSearch();
}

QString LogModel::searchError() const
{
    return d->error;
}

QVector<quint64> LogModel::levelCounts() const
{
    return QVector<quint64>(d->levels.begin(), d->levels.end());
}

quint64 LogModel::evicted() const
{
    return d->snapshot ? d->snapshot->first().value() + (d->beginsWithGap ? 1 : 0) : 0;
}

logs::LogSnapshotPtr LogModel::snapshot() const
{
    return d->snapshot;
}

std::shared_ptr<const logs::RecordSet> LogModel::result() const
{
    return d->found();
}

quint64 LogModel::foundUpTo() const
{
    return d->foundUpTo.value();
}

std::shared_ptr<const logs::RecordSet> LogModel::shownRecords() const
{
    return d->shown();
}

std::shared_ptr<const logs::RecordSet> LogModel::rowRecords() const
{
    return d->rows.shownCopy();
}

int LogModel::rowAtTime(const QDateTime &time) const
{
    if (!time.isValid() || !d->snapshot) {
        return -1;
    }
    const WallTime wanted = wallTimeFromMs(time.toMSecsSinceEpoch());
    const int first = d->rows.firstRowFrom(d->snapshot->firstFrom(wanted));
    const int rows = rowCount();
    for (int row = first; row < std::min(first + kMostTimesRead, rows); ++row) {
        if (d->snapshot->record(d->rows.at(row)).time >= wanted) {
            return row;
        }
    }
    return first < rows ? first : -1;
}

int LogModel::rowOfRecord(quint64 number) const
{
    return d->rows.rowOf(logs::RecordNumber(number)).value_or(-1);
}

quint64 LogModel::recordAt(int row) const
{
    return d->rows.at(row).value();
}

logs::Record LogModel::recordOfRow(int row) const
{
    return d->snapshot->record(d->rows.at(row));
}

std::vector<logs::Field> LogModel::fieldsOfRow(int row) const
{
    return d->snapshot->fields(d->rows.at(row));
}

} // namespace foretop::models
