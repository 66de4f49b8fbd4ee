// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/completionmodel.h"

#include "app/familytypetext.h"
#include "models/displaytext.h"

namespace foretop::app {

using models::PanelCompletionItem;
using Kind = PanelCompletionItem::Kind;

void CompletionModel::setItems(QVector<PanelCompletionItem> items, const models::MetricNames &names)
{
    beginResetModel();
    m_items = std::move(items);
    m_names = names;
    endResetModel();
}

int CompletionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const PanelCompletionItem &item = m_items[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return item.text;
    case Qt::AccessibleTextRole:
        return QStringList{item.text, typeOf(item), helpOf(item)}.join(QStringLiteral(", "));
    case Qt::ToolTipRole:
    case HelpRole:
        return helpOf(item);
    case KindRole:
        return int(item.kind);
    case TypeRole:
        return typeOf(item);
    default:
        return {};
    }
}

QString CompletionModel::typeOf(const PanelCompletionItem &item) const
{
    switch (item.kind) {
    case Kind::Metric: {
        const auto *family = models::familyOf(m_names, item.text);
        return family ? familyTypeText(family->family.type) : tr("metric");
    }
    case Kind::Function:
        return tr("function");
    case Kind::Aggregation:
        return tr("aggregation");
    case Kind::Keyword:
        return tr("keyword");
    case Kind::Operator:
        return tr("operator");
    case Kind::Label:
        return tr("label");
    case Kind::Value:
        return tr("value");
    case Kind::Duration:
        return tr("duration");
    case Kind::Variable:
        break;
    }
    return tr("variable");
}

QString CompletionModel::helpOf(const PanelCompletionItem &item) const
{
    if (item.kind == Kind::Metric) {
        const auto *family = models::familyOf(m_names, item.text);
        return family ? models::firstLine(family->family.help) : QString();
    }
    if (item.kind != Kind::Variable) {
        return item.detail;
    }
    return item.text == u"$__rate_interval" ? tr("at least four samples: what rate() wants")
           : item.text == u"$__interval"    ? tr("the step between two points")
           : item.text == u"$__range"       ? tr("all that is shown")
                                            : item.detail;
}

} // namespace foretop::app
