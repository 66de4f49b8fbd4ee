// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace foretop::app {

class Theme;

/// A job's state: icon and word in its colour.
class JobStateDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// @p theme must outlive this.
    explicit JobStateDelegate(const Theme &theme, QObject *parent);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace foretop::app
