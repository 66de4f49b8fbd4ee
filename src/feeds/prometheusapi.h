// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/mailbox.h"
#include "feeds/prometheusrequest.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <unordered_map>

namespace foretop::feeds {

class PrometheusApi;

/// Somebody's wish for an answer; its end cancels it, and no answer comes any more.
class [[nodiscard]] Inquiry
{
public:
    Inquiry() = default;
    Inquiry(QPointer<PrometheusApi> api, std::uint64_t id);
    Inquiry(Inquiry &&other) noexcept;
    Inquiry &operator=(Inquiry &&other) noexcept;
    ~Inquiry();

    /// Whether the answer is still to come.
    bool isPending() const;

private:
    void cancel();

    QPointer<PrometheusApi> m_api;
    std::uint64_t m_id = 0;
};

/// Asks a Prometheus HTTP API (Prometheus, Thanos, Mimir, VictoriaMetrics) for whoever wants to
/// know, such as a model. Lives in the thread of those who ask; a PrometheusClient in another
/// thread does the work. Nothing waits: each answer is told to the function that came with the
/// question, from the event loop, once. At most kMaxInquiries at a time, others fail at once;
/// questions that are asked before the source is open wait for that.
class PrometheusApi : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t kMaxInquiries = 1000;

    /// @p name is the source's.
    explicit PrometheusApi(QString name, QObject *parent = nullptr);
    ~PrometheusApi() override;

    const QString &name() const { return m_name; }

    template <typename Answer>
    using Told = std::function<void(const Result<std::shared_ptr<const Answer>> &answer)>;

    /// Split and cached by the client.
    Inquiry queryRange(RangeRequest request, Told<QueryAnswer> told);
    Inquiry query(InstantRequest request, Told<QueryAnswer> told);
    Inquiry series(SeriesRequest request, Told<SeriesAnswer> told);
    Inquiry labelNames(LabelNamesRequest request, Told<NamesAnswer> told);
    Inquiry labelValues(LabelValuesRequest request, Told<NamesAnswer> told);
    Inquiry metadata(MetadataRequest request, Told<MetadataAnswer> told);
    Inquiry buildInfo(Told<BuildInfoAnswer> told);

    /// What the client takes: a question, or with no request that nobody waits for it any more.
    struct Question
    {
        std::uint64_t id = 0;
        std::optional<PrometheusRequest> request;
    };
    // For the client, from its thread.
    std::vector<Question> takeQuestions() { return m_questions.takeAll(); }
    void answer(std::uint64_t id, Result<PrometheusData> data);

Q_SIGNALS:
    void questionsWaiting();
    void answersWaiting();

private:
    friend class Inquiry;
    using Tell = std::function<void(const Result<PrometheusData> &data)>;
    struct Answered
    {
        std::uint64_t id = 0;
        Result<PrometheusData> data;
    };

    template <typename Answer>
    Inquiry ask(PrometheusRequest request, Told<Answer> told);
    Inquiry ask(PrometheusRequest request, Tell tell);
    void put(Question question);
    void cancel(std::uint64_t id);
    void tellAnswers();

    const QString m_name;
    std::uint64_t m_lastId = 0;
    std::unordered_map<std::uint64_t, Tell> m_pending;
    Mailbox<Question> m_questions; // at most two for each inquiry
    Mailbox<Answered> m_answers;   // at most one for each question
};

} // namespace foretop::feeds
