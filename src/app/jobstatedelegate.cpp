// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobstatedelegate.h"

#include "app/jobtext.h"
#include "app/theme.h"
#include "models/jobmodel.h"

namespace foretop::app {

JobStateDelegate::JobStateDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void JobStateDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto state = jobs::State(index.data(models::JobModel::StateRole).toInt());
    const Tone tone = jobStateTone(state);
    option->icon = m_theme.icon(jobStateIcon(state), tone);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = {16, 16};
    option->palette.setColor(QPalette::Text, m_theme.tone(tone));
}

} // namespace foretop::app
