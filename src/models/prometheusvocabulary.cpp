// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/prometheusvocabulary.h"

#include "metrics/labelmatcher.h"

#include <algorithm>

namespace foretop::models {

PrometheusVocabulary::PrometheusVocabulary(session::Bell &bell)
    : m_bell(&bell)
    , m_names(std::make_shared<const std::vector<std::string>>())
{
}

std::vector<std::string> PrometheusVocabulary::metricNames() const
{
    const std::lock_guard lock(m_mutex);
    return *m_names;
}

std::vector<std::string> PrometheusVocabulary::labelNames(std::string_view metric) const
{
    return listFor({std::string(metric), {}});
}

std::vector<std::string> PrometheusVocabulary::labelValues(std::string_view metric,
                                                           std::string_view label) const
{
    if (label == metrics::kNameLabel) {
        return metric.empty() ? metricNames() : std::vector{std::string(metric)};
    }
    return label.empty() ? std::vector<std::string>()
                         : listFor({std::string(metric), std::string(label)});
}

std::vector<std::string> PrometheusVocabulary::listFor(Question question) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_known.find(question);
    const bool isFresh =
        known != m_known.end() && m_refresh - known->second.refresh < kRefreshesKept;
    std::vector<std::string> list;
    if (known != m_known.end()) {
        list = known->second.list;
    }
    if (!isFresh && m_bell && m_waiting.size() < kMaxAsked && m_waiting.insert(question).second) {
        m_asked.push_back(std::move(question));
        Q_EMIT m_bell->rung();
    }
    return list;
}

std::optional<PrometheusVocabulary::Question> PrometheusVocabulary::takeQuestion()
{
    const std::lock_guard lock(m_mutex);
    if (m_asked.empty()) {
        return {};
    }
    Question question = std::move(m_asked.front());
    m_asked.pop_front();
    return question;
}

bool PrometheusVocabulary::answer(const Question &question,
                                  std::optional<std::vector<std::string>> list)
{
    const std::lock_guard lock(m_mutex);
    m_waiting.erase(question);
    auto [known, isNew] = m_known.try_emplace(question);
    if (isNew) {
        m_order.push_back(question);
    }
    if (!list) {
        // As if it had been known for so long that the next refresh makes it old.
        known->second.refresh = m_refresh - kRefreshesKept + 1;
        return false;
    }
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
    const bool isChanged = known->second.list != *list;
    m_words = m_words + list->size() - known->second.list.size();
    known->second = {std::move(*list), m_refresh};
    while (m_order.size() > kMaxKnown || (m_words > kMaxWords && m_order.size() > 1)) {
        const auto oldest = m_known.find(m_order.front());
        m_words -= oldest->second.list.size();
        m_known.erase(oldest);
        m_order.pop_front();
    }
    return isChanged;
}

void PrometheusVocabulary::setMetricNames(std::shared_ptr<const std::vector<std::string>> names)
{
    const std::lock_guard lock(m_mutex);
    m_names = std::move(names);
    ++m_refresh;
}

void PrometheusVocabulary::silence()
{
    const std::lock_guard lock(m_mutex);
    m_bell = nullptr;
}

} // namespace foretop::models
