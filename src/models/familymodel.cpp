// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/familymodel.h"

#include "models/displaytext.h"
#include "session/session.h"

namespace foretop::models {

namespace {

// A list of names to choose from; its last values need not run with every scrape.
constexpr Milliseconds kInterval{1000};

struct Row
{
    std::string key;
    QString name;
    metrics::FamilyType type = metrics::FamilyType::Unknown;
    QString help;
    quint64 seriesCount = 0;
    std::optional<double> last;

    bool operator==(const Row &) const = default;
};

Row rowOf(const metrics::SeriesStore::FamilySummary &summary)
{
    Row row;
    row.key = summary.family.name;
    row.name = toQString(summary.family.name);
    row.type = summary.family.type;
    row.help = toQString(summary.family.help);
    row.seriesCount = summary.seriesCount;
    if (summary.last) {
        row.last = summary.last->value;
    }
    return row;
}

QString typeName(metrics::FamilyType type)
{
    const auto name = metrics::familyTypeName(type);
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

QVariant sortValue(const Row &row, int column)
{
    switch (column) {
    case FamilyModel::NameColumn:
        return row.name;
    case FamilyModel::TypeColumn:
        return typeName(row.type);
    case FamilyModel::SeriesColumn:
        return row.seriesCount;
    default:
        return row.last ? *row.last : QVariant();
    }
}

QVariant displayText(const Row &row, int column)
{
    switch (column) {
    case FamilyModel::SeriesColumn:
        return QString::number(row.seriesCount);
    case FamilyModel::LastColumn:
        return row.last ? QString::number(*row.last) : QString();
    default:
        return sortValue(row, column);
    }
}

} // namespace

class FamilyModel::Private
{
public:
    std::vector<Row> rows;
};

FamilyModel::FamilyModel(QObject *parent)
    : SessionModel(parent, kInterval)
    , d(std::make_unique<Private>())
{
}

FamilyModel::~FamilyModel() = default;

int FamilyModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(d->rows.size());
}

int FamilyModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(ColumnCount);
}

QVariant FamilyModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row &row = d->rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, index.column());
    case NameRole:
        return row.name;
    case TypeRole:
        return static_cast<int>(row.type);
    case HelpRole:
        return row.help;
    case SortRole:
        return sortValue(row, index.column());
    default:
        return {};
    }
}

void FamilyModel::refresh()
{
    std::vector<Row> rows;
    for (const auto &summary : session()->metrics().families()) {
        rows.push_back(rowOf(summary));
    }
    syncRows(d->rows, std::move(rows));
}

void FamilyModel::clear()
{
    d->rows.clear();
}

void FamilyModel::connectSession(session::Session &session)
{
    connect(&session, &session::Session::metricsChanged, this, [this] { requestRefresh(); });
}

} // namespace foretop::models
