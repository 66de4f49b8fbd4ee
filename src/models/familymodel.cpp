// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/familymodel.h"

#include "models/displaytext.h"
#include "models/metriccatalog.h"

#include <QPointer>

#include <algorithm>
#include <tuple>

namespace foretop::models {

namespace {

using Entry = MetricCatalog::Entry;
using Entries = std::vector<Entry>;
using Rows = std::vector<const Entry *>;

// Of a list that becomes quite another a reset costs less than as many insertions.
constexpr std::size_t kMostRanges = 500;

bool isSame(const Entry &a, const Entry &b)
{
    const auto parts = [](const Entry &entry) {
        const metrics::Family &family = entry.family;
        return std::tie(family.type, family.help, family.unit, entry.seriesCount, entry.last);
    };
    return parts(a) == parts(b);
}

/// How rows become others that are sorted by name as they are.
struct Difference
{
    std::vector<int> removed;  // of the old rows
    std::vector<int> inserted; // of the new rows
    Rows kept;                 // the new ones, without the inserted
    std::vector<int> changed;  // of the kept rows
};

Difference differenceOf(const Rows &rows, const Entries &wanted)
{
    Difference difference;
    auto old = rows.begin();
    for (auto entry = wanted.begin(); entry != wanted.end(); ++entry) {
        while (old != rows.end() && (*old)->family.name < entry->family.name) {
            difference.removed.push_back(static_cast<int>(old - rows.begin()));
            ++old;
        }
        if (old == rows.end() || (*old)->family.name != entry->family.name) {
            difference.inserted.push_back(static_cast<int>(entry - wanted.begin()));
            continue;
        }
        if (!isSame(**old, *entry)) {
            difference.changed.push_back(static_cast<int>(difference.kept.size()));
        }
        difference.kept.push_back(&*entry);
        ++old;
    }
    for (; old != rows.end(); ++old) {
        difference.removed.push_back(static_cast<int>(old - rows.begin()));
    }
    return difference;
}

QString typeName(metrics::FamilyType type)
{
    return toQString(metrics::familyTypeName(type));
}

QVariant seriesCount(const Entry &entry)
{
    return entry.seriesCount ? QVariant(quint64(*entry.seriesCount)) : QVariant();
}

QVariant lastValue(const Entry &entry)
{
    return entry.last ? QVariant(*entry.last) : QVariant();
}

QVariant sortValue(const Entry &entry, int column)
{
    switch (column) {
    case FamilyModel::NameColumn:
        return toQString(entry.family.name);
    case FamilyModel::TypeColumn:
        return typeName(entry.family.type);
    case FamilyModel::SeriesColumn:
        return seriesCount(entry);
    default:
        return lastValue(entry);
    }
}

QVariant displayText(const Entry &entry, int column)
{
    switch (column) {
    case FamilyModel::SeriesColumn:
        return entry.seriesCount ? QString::number(*entry.seriesCount) : QString();
    case FamilyModel::LastColumn:
        return entry.last ? QString::number(*entry.last) : QString();
    default:
        return sortValue(entry, column);
    }
}

} // namespace

class FamilyModel::Private
{
public:
    std::unique_ptr<MetricCatalog> own; // of the session's own series
    QPointer<MetricCatalog> catalog;
    std::shared_ptr<const Entries> entries = std::make_shared<const Entries>(); // of the rows
    Rows rows;
};

FamilyModel::FamilyModel(QObject *parent)
    : SessionModel(parent)
    , d(std::make_unique<Private>())
{
}

FamilyModel::~FamilyModel() = default;

void FamilyModel::setCatalog(MetricCatalog *catalog)
{
    setSession(nullptr, nullptr);
    d->catalog = catalog;
    if (!catalog) {
        return;
    }
    connect(catalog, &MetricCatalog::changed, this, [this] { refresh(); });
    connect(catalog, &QObject::destroyed, this, [this] { setCatalog(nullptr); });
    refresh();
}

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
    const Entry &entry = *d->rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return displayText(entry, index.column());
    case NameRole:
        return toQString(entry.family.name);
    case TypeRole:
        return static_cast<int>(entry.family.type);
    case HelpRole:
        return toQString(entry.family.help);
    case SortRole:
        return sortValue(entry, index.column());
    case UnitRole:
        return toQString(entry.family.unit);
    case SeriesRole:
        return seriesCount(entry);
    case LastRole:
        return lastValue(entry);
    default:
        return {};
    }
}

void FamilyModel::refresh()
{
    const auto entries = d->catalog ? d->catalog->entries() : nullptr;
    if (!entries || entries == d->entries) {
        return;
    }
    // Rows point into the entries of before until the end.
    const auto before = std::exchange(d->entries, entries);
    Difference difference = differenceOf(d->rows, *entries);
    const auto removed = rangesOf(difference.removed);
    const auto inserted = rangesOf(difference.inserted);
    if (removed.size() + inserted.size() > kMostRanges) {
        beginResetModel();
        d->rows.resize(entries->size());
        std::transform(entries->begin(), entries->end(), d->rows.begin(),
                       [](const Entry &entry) { return &entry; });
        endResetModel();
        return;
    }
    for (auto range = removed.rbegin(); range != removed.rend(); ++range) {
        beginRemoveRows({}, range->first, range->last());
        const auto first = d->rows.begin() + range->first;
        d->rows.erase(first, first + range->count);
        endRemoveRows();
    }
    d->rows = std::move(difference.kept);
    tellChanged(difference.changed, TypeColumn, LastColumn);
    for (const RowRange &range : inserted) {
        beginInsertRows({}, range.first, range.last());
        d->rows.insert(d->rows.begin() + range.first, std::size_t(range.count), nullptr);
        for (int row = range.first; row <= range.last(); ++row) {
            d->rows[std::size_t(row)] = &(*entries)[std::size_t(row)];
        }
        endInsertRows();
    }
}

void FamilyModel::clear()
{
    if (d->catalog) {
        d->catalog->disconnect(this);
    }
    d->catalog.clear();
    d->own.reset();
    d->rows.clear();
    d->entries = std::make_shared<const Entries>();
}

void FamilyModel::connectSession(session::Session &session)
{
    d->own = std::make_unique<MetricCatalog>();
    d->catalog = d->own.get();
    connect(d->own.get(), &MetricCatalog::changed, this, [this] { refresh(); });
    d->own->setSource(&session, {});
}

} // namespace foretop::models
