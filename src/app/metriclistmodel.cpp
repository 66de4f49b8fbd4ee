// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metriclistmodel.h"

#include "app/familytypetext.h"
#include "app/valuetext.h"
#include "models/displaytext.h"
#include "models/inquiry.h"
#include "models/metricsearch.h"
#include "models/rowplan.h"

#include <QLocale>

#include <algorithm>

namespace foretop::app {

using models::MetricSearch;
using Entry = models::MetricCatalog::Entry;
using Rows = std::vector<std::uint32_t>;

namespace {

struct Found
{
    MetricListModel::Entries entries;
    Rows rows;
    /// How the rows that were shown become these; nothing: all at once.
    std::optional<models::RowPlan> plan;
};

std::vector<std::string> namesOf(const std::vector<Entry> &entries, const Rows &rows)
{
    std::vector<std::string> names;
    names.reserve(rows.size());
    for (const auto row : rows) {
        names.push_back(entries[row].family.name);
    }
    return names;
}

const MetricListModel::Entries &noEntries()
{
    static const auto none = std::make_shared<const std::vector<Entry>>();
    return none;
}

MetricSearch::Order orderOf(int column)
{
    switch (column) {
    case MetricListModel::NameColumn:
        return MetricSearch::Order::Name;
    case MetricListModel::TypeColumn:
        return MetricSearch::Order::Type;
    case MetricListModel::HelpColumn:
        return MetricSearch::Order::Help;
    case MetricListModel::SeriesColumn:
        return MetricSearch::Order::SeriesCount;
    case MetricListModel::LastColumn:
        return MetricSearch::Order::Last;
    default:
        return MetricSearch::Order::Relevance;
    }
}

} // namespace

class MetricListModel::Private
{
public:
    explicit Private(MetricListModel &model)
        : q(model)
        , inquiry([this](Found found) { take(std::move(found)); })
    {
    }

    void search();
    void take(Found found);
    void follow(const models::RowPlan &plan, const Found &found);
    void permute(const std::vector<int> &order);

    MetricListModel &q;
    Entries wanted = noEntries();
    MetricSearch what;
    std::size_t mostRows = SIZE_MAX;
    Entries entries = noEntries(); ///< that rows are of
    Rows rows;
    models::Inquiry<Found> inquiry;
};

void MetricListModel::Private::search()
{
    inquiry.ask([before = entries, rows = rows, now = wanted, what = what,
                 most = mostRows](const std::stop_token &stop) {
        Found found{now, models::foundMetrics(*now, what, stop), {}};
        found.rows.resize(std::min(found.rows.size(), most));
        if (rows.size() <= kMostPlannedRows && found.rows.size() <= kMostPlannedRows) {
            found.plan = models::planRows(namesOf(*before, rows), namesOf(*now, found.rows));
        }
        return found;
    });
}

void MetricListModel::Private::take(Found found)
{
    if (found.plan) {
        follow(*found.plan, found);
    } else {
        q.beginResetModel();
        rows = std::move(found.rows);
        entries = std::move(found.entries);
        q.endResetModel();
    }
    Q_EMIT q.found();
}

void MetricListModel::Private::follow(const models::RowPlan &plan, const Found &found)
{
    for (const models::RowRange &range : plan.removed) {
        q.beginRemoveRows({}, range.first, range.last());
        rows.erase(rows.begin() + range.first, rows.begin() + range.first + range.count);
        q.endRemoveRows();
    }
    if (!plan.order.empty()) {
        permute(plan.order);
    }
    entries = found.entries;
    for (std::size_t i = 0; i < plan.kept.size(); ++i) {
        rows[i] = found.rows[std::size_t(plan.kept[i])];
    }
    if (!rows.empty()) {
        Q_EMIT q.dataChanged(q.index(0, 0), q.index(int(rows.size()) - 1, ColumnCount - 1));
    }
    for (const models::RowRange &range : plan.inserted) {
        q.beginInsertRows({}, range.first, range.last());
        const auto first = found.rows.begin() + range.first;
        rows.insert(rows.begin() + range.first, first, first + range.count);
        q.endInsertRows();
    }
}

void MetricListModel::Private::permute(const std::vector<int> &order)
{
    Q_EMIT q.layoutAboutToBeChanged();
    Rows moved(rows.size());
    std::vector<int> placeOf(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        moved[i] = rows[std::size_t(order[i])];
        placeOf[std::size_t(order[i])] = int(i);
    }
    rows = std::move(moved);
    const QModelIndexList before = q.persistentIndexList();
    QModelIndexList after;
    for (const QModelIndex &index : before) {
        after << q.index(placeOf[std::size_t(index.row())], index.column());
    }
    q.changePersistentIndexList(before, after);
    Q_EMIT q.layoutChanged();
}

MetricListModel::MetricListModel(QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(*this))
{
}

MetricListModel::~MetricListModel() = default;

void MetricListModel::setEntries(const Entries &entries)
{
    d->wanted = entries ? entries : noEntries();
    d->search();
}

void MetricListModel::setFilter(const QString &text, std::optional<metrics::FamilyType> type)
{
    MetricSearch what = d->what;
    what.text = text.toStdString();
    what.type = type;
    if (what != std::exchange(d->what, what)) {
        d->search();
    }
}

void MetricListModel::sort(int column, Qt::SortOrder order)
{
    MetricSearch what = d->what;
    what.order = orderOf(column);
    what.isDescending = order == Qt::DescendingOrder;
    if (what != std::exchange(d->what, what)) {
        d->search();
    }
}

void MetricListModel::setMostRows(std::size_t rows)
{
    d->mostRows = rows;
    d->search();
}

const Entry &MetricListModel::entryAt(int row) const
{
    return (*d->entries)[d->rows[std::size_t(row)]];
}

int MetricListModel::rowOf(const QString &name) const
{
    const std::string wanted = name.toStdString();
    const auto found = std::find_if(d->rows.begin(), d->rows.end(), [&](std::uint32_t row) {
        return (*d->entries)[row].family.name == wanted;
    });
    return found == d->rows.end() ? -1 : int(found - d->rows.begin());
}

bool MetricListModel::isPending() const
{
    return d->inquiry.isPending();
}

int MetricListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->rows.size());
}

int MetricListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

namespace {

QString cellText(const Entry &entry, int column)
{
    const QString name = models::toQString(entry.family.name);
    switch (column) {
    case MetricListModel::NameColumn:
        return name;
    case MetricListModel::TypeColumn:
        return familyTypeText(entry.family.type);
    case MetricListModel::HelpColumn:
        return models::firstLine(entry.family.help);
    case MetricListModel::SeriesColumn:
        return entry.seriesCount ? QLocale().toString(qulonglong(*entry.seriesCount)) : QString();
    default:
        return entry.last ? valueText(*entry.last, models::unitOf(name)) : QString();
    }
}

} // namespace

QVariant MetricListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Entry &entry = entryAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(entry, index.column());
    case Qt::ToolTipRole:
        return QStringList{models::toQString(entry.family.name),
                           models::toQString(entry.family.help)}
            .join(u'\n');
    case Qt::TextAlignmentRole:
        return int((index.column() >= SeriesColumn ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    case NameRole:
        return models::toQString(entry.family.name);
    case TypeRole:
        return int(entry.family.type);
    case TypeTextRole:
        return familyTypeText(entry.family.type);
    case HelpRole:
        return models::firstLine(entry.family.help);
    default:
        return {};
    }
}

QVariant MetricListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int((section >= SeriesColumn ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case NameColumn:
        return tr("Metric");
    case TypeColumn:
        return tr("Type");
    case HelpColumn:
        return tr("Help");
    case SeriesColumn:
        return tr("Series");
    case LastColumn:
        return tr("Last");
    default:
        return {};
    }
}

} // namespace foretop::app
