// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/vocabulary.h"
#include "session/bell.h"

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>

namespace foretop::models {

/// What is known of the names of a Prometheus, and what somebody asked that is not known yet.
/// Thread-safe.
///
/// Bounds: kMaxKnown lists of label names or values with kMaxWords in all, those known for longest
/// go; kMaxAsked questions that wait, more are not noted.
class PrometheusVocabulary : public metrics::Vocabulary
{
public:
    static constexpr std::size_t kMaxKnown = 5'000;
    static constexpr std::size_t kMaxWords = 1'000'000;
    static constexpr std::size_t kMaxAsked = 500;
    /// Lists are asked for again, when they are used, after so many refreshes; until then the old
    /// ones stand.
    static constexpr int kRefreshesKept = 10;

    /// An empty metric: of all series; an empty label: the names of labels.
    struct Question
    {
        std::string metric;
        std::string label;
        auto operator<=>(const Question &) const = default;
    };

    /// @p bell is rung, from any thread and within calls of this, when a question waits; until
    /// silence().
    explicit PrometheusVocabulary(session::Bell &bell);

    std::vector<std::string> metricNames() const override;
    std::vector<std::string> labelNames(std::string_view metric) const override;
    std::vector<std::string> labelValues(std::string_view metric,
                                         std::string_view label) const override;

    /// Takes one that waits.
    std::optional<Question> takeQuestion();
    /// Whether that changes what was known. No list: there was no answer, and it may be asked for
    /// again after a refresh.
    bool answer(const Question &question, std::optional<std::vector<std::string>> list);
    /// All metrics, sorted.
    void setMetricNames(std::shared_ptr<const std::vector<std::string>> names);
    /// Nobody answers any more.
    void silence();

private:
    struct Known
    {
        std::vector<std::string> list;
        int refresh = 0; // as of which
    };
    std::vector<std::string> listFor(Question question) const;

    mutable std::mutex m_mutex; // protects all members below
    session::Bell *m_bell;
    std::shared_ptr<const std::vector<std::string>> m_names;
    int m_refresh = 0; // grows with every setMetricNames()
    std::map<Question, Known> m_known;
    std::deque<Question> m_order;         // of m_known, the oldest first
    std::size_t m_words = 0;              // in m_known
    mutable std::deque<Question> m_asked; // and not taken
    mutable std::set<Question> m_waiting; // asked and not answered
};

} // namespace foretop::models
