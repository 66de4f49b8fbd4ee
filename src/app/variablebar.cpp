// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/variablebar.h"

#include "app/valuefilterbutton.h"
#include "base/handover.h"
#include "metrics/vocabulary.h"
#include "session/session.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QThreadPool>

#include <algorithm>
#include <mutex>

namespace foretop::app {

namespace {

bool isSameButForChosen(const QVector<models::DashboardVariable> &a,
                        const QVector<models::DashboardVariable> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](models::DashboardVariable x, const models::DashboardVariable &y) {
                          x.chosen = y.chosen;
                          return x == y;
                      });
}

} // namespace

/// One reading of label values. Shared by the worker and the bar: either may be done first.
class VariableBar::Reading
{
public:
    Reading(std::shared_ptr<const metrics::Vocabulary> vocabulary, const QString &selector,
            const QString &label)
        : m_vocabulary(std::move(vocabulary))
        , m_metric(selector.section(u'{', 0, 0).trimmed().toStdString())
        , m_label(label.toStdString())
    {
    }

    void run()
    {
        QStringList values;
        for (const std::string &value : m_vocabulary->labelValues(m_metric, m_label)) {
            if (values.size() >= kMostValues) {
                break;
            }
            values << QString::fromStdString(value);
        }
        const std::lock_guard lock(m_mutex);
        m_values = std::move(values);
    }
    std::optional<QStringList> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_values, {});
    }

private:
    const std::shared_ptr<const metrics::Vocabulary> m_vocabulary;
    const std::string m_metric;
    const std::string m_label;
    std::mutex m_mutex; // protects m_values
    std::optional<QStringList> m_values;
};

VariableBar::VariableBar(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("variableBar"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_poll.setInterval(session::kFrameMs);
    connect(&m_poll, &QTimer::timeout, this, &VariableBar::takeValues);
    hide();
}

VariableBar::~VariableBar() = default;

void VariableBar::setVariables(const QVector<models::DashboardVariable> &variables)
{
    const bool isSame = isSameButForChosen(variables, m_variables);
    m_variables = variables;
    if (!isSame) {
        qDeleteAll(std::exchange(m_buttons, {}));
        m_reading.reset();
        m_offered = -1;
        for (int at = 0; at < m_variables.size(); ++at) {
            addButton(at);
        }
    }
    for (int at = 0; at < m_variables.size(); ++at) {
        const QSignalBlocker blocker(m_buttons[at]);
        m_buttons[at]->setChosen(m_variables[at].chosen);
    }
    setVisible(!m_variables.isEmpty());
}

void VariableBar::addButton(int at)
{
    const models::DashboardVariable &variable = m_variables[at];
    auto *action = new QAction(variable.title.isEmpty() ? variable.name : variable.title);
    action->setToolTip(tr("Choose for which %1 the panels show values").arg(action->text()));
    auto *button = new ValueFilterButton(action, this);
    action->setParent(button);
    button->setObjectName(QStringLiteral("variable:") + variable.name);
    button->setCountsShown(false);
    button->setOneOnly(!variable.allowsSeveral);
    connect(button, &ValueFilterButton::aboutToOpen, this, [this, at] { offer(at); });
    connect(button, &ValueFilterButton::chosenChanged, this, [this, at, button] {
        m_variables[at].chosen = button->chosen();
        Q_EMIT chosenChanged();
    });
    m_buttons << button;
    layout()->addWidget(button);
}

void VariableBar::setVocabulary(std::shared_ptr<const metrics::Vocabulary> vocabulary)
{
    m_vocabulary = std::move(vocabulary);
    if (m_offered >= 0 && m_buttons[m_offered]->menu()->isVisible()) {
        offer(m_offered);
    }
}

void VariableBar::offer(int at)
{
    const models::DashboardVariable &variable = m_variables[at];
    m_offered = at;
    if (variable.label.isEmpty() || !m_vocabulary) {
        ValueFilterButton::Values values;
        for (const QString &choice : variable.choices) {
            values.push_back({choice, 0});
        }
        m_buttons[at]->setValues(values);
        return;
    }
    m_reading = std::make_shared<Reading>(m_vocabulary, variable.selector, variable.label);
    std::function<void()> task = [reading = m_reading] {
        takeOver();
        reading->run();
    };
    handOver();
    QThreadPool::globalInstance()->start(std::move(task));
    m_poll.start();
}

void VariableBar::takeValues()
{
    const auto found = m_reading ? m_reading->take() : std::nullopt;
    if (m_reading && !found) {
        return;
    }
    m_poll.stop();
    if (!found) {
        return;
    }
    m_reading.reset();
    ValueFilterButton::Values values;
    const QStringList all = m_variables[m_offered].choices + *found;
    for (const QString &value : all) {
        values.push_back({value, 0});
    }
    m_buttons[m_offered]->setValues(values);
}

QHash<QString, QString> VariableBar::values() const
{
    QHash<QString, QString> values;
    for (const models::DashboardVariable &variable : m_variables) {
        values.insert(variable.name, models::variableText(variable));
    }
    return values;
}

} // namespace foretop::app
