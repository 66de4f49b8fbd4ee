// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builtexpression.h"
#include "models/metricnames.h"

#include <QWidget>

#include <memory>

namespace foretop::app {

class Theme;

/// One condition on a label: which label, how it is compared, with what. Labels and values are
/// offered from what the series of a metric have; others can be typed.
class LabelFilterRow : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMostValues = 1'000; ///< offered

    /// @p theme must outlive this.
    LabelFilterRow(const Theme &theme, QWidget *parent);
    ~LabelFilterRow() override;

    /// What values are looked up in, for series of @p metric.
    void setNames(const models::MetricNames &names, const QString &metric);
    void setLabels(const QStringList &labels);
    models::LabelFilter filter() const;
    void setFilter(const models::LabelFilter &filter);
    void focusLabel();

Q_SIGNALS:
    void changed(); ///< by the person
    void removeRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::app
