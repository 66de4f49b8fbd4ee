// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/metriclistmodel.h"

#include <QLineEdit>

namespace foretop::app {

class CompletionPopup;
class Theme;

/// A metric's name, chosen from a list that is searched by words of names and helps.
class MetricPicker : public QLineEdit
{
    Q_OBJECT

public:
    static constexpr std::size_t kMostOffered = 200;

    /// @p theme must outlive this.
    MetricPicker(const Theme &theme, QWidget *parent);

    void setEntries(const MetricListModel::Entries &entries);
    /// What is shown until something else is chosen.
    void setMetric(const QString &name);

Q_SIGNALS:
    void familyChosen(const metrics::Family &family);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void search();
    void offer();
    void choose(int row);

    MetricListModel m_model;
    CompletionPopup *m_popup;
    QString m_metric;
    bool m_isSearching = false;
};

} // namespace foretop::app
