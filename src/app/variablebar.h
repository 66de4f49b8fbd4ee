// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dashboard.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace foretop::metrics {
class Vocabulary;
} // namespace foretop::metrics

namespace foretop::app {

class ValueFilterButton;

/// The variables of a dashboard, each with a list of what may be chosen, which is read on a worker
/// when the list is opened. GUI thread.
class VariableBar : public QWidget
{
    Q_OBJECT

public:
    static constexpr qsizetype kMostValues = 10'000; ///< of one variable; the first by name

    explicit VariableBar(QWidget *parent = nullptr);
    ~VariableBar() override;

    /// With what is chosen in them.
    void setVariables(const QVector<models::DashboardVariable> &variables);
    const QVector<models::DashboardVariable> &variables() const { return m_variables; }
    /// Where label values come from; null: nowhere.
    void setVocabulary(std::shared_ptr<const metrics::Vocabulary> vocabulary);
    /// What stands for each variable in expressions.
    QHash<QString, QString> values() const;

Q_SIGNALS:
    void chosenChanged();

private:
    class Reading;

    void addButton(int at);
    void offer(int at);
    void takeValues();

    QVector<models::DashboardVariable> m_variables;
    QVector<ValueFilterButton *> m_buttons;
    std::shared_ptr<const metrics::Vocabulary> m_vocabulary;
    std::shared_ptr<Reading> m_reading;
    int m_offered = -1; // whose list was opened last
    QTimer m_poll;
};

} // namespace foretop::app
