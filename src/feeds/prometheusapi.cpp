// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/prometheusapi.h"

#include <fmt/format.h>

namespace foretop::feeds {

Inquiry::Inquiry(QPointer<PrometheusApi> api, std::uint64_t id)
    : m_api(std::move(api))
    , m_id(id)
{
}

Inquiry::Inquiry(Inquiry &&other) noexcept
    : m_api(std::exchange(other.m_api, {}))
    , m_id(other.m_id)
{
}

Inquiry &Inquiry::operator=(Inquiry &&other) noexcept
{
    if (this != &other) {
        cancel();
        m_api = std::exchange(other.m_api, {});
        m_id = other.m_id;
    }
    return *this;
}

Inquiry::~Inquiry()
{
    cancel();
}

bool Inquiry::isPending() const
{
    return m_api && m_api->m_pending.contains(m_id);
}

void Inquiry::cancel()
{
    if (isPending()) {
        m_api->cancel(m_id);
    }
}

PrometheusApi::PrometheusApi(QString name, QObject *parent)
    : QObject(parent)
    , m_name(std::move(name))
{
    connect(
        this, &PrometheusApi::answersWaiting, this, [this] { tellAnswers(); },
        Qt::QueuedConnection);
}

PrometheusApi::~PrometheusApi() = default;

template <typename Answer>
Inquiry PrometheusApi::ask(PrometheusRequest request, Told<Answer> told)
{
    return ask(std::move(request), [told = std::move(told)](const Result<PrometheusData> &data) {
        told(data.map([](const PrometheusData &answer) {
            return std::get<std::shared_ptr<const Answer>>(answer);
        }));
    });
}

Inquiry PrometheusApi::ask(PrometheusRequest request, Tell tell)
{
    const std::uint64_t id = ++m_lastId;
    const bool isTooMuch = m_pending.size() >= kMaxInquiries;
    m_pending.emplace(id, std::move(tell));
    if (isTooMuch) {
        answer(id, fail(ErrorCode::TooLarge,
                        fmt::format("more than {} questions at a time", kMaxInquiries),
                        m_name.toStdString()));
    } else {
        put({.id = id, .request = std::move(request)});
    }
    return {this, id};
}

void PrometheusApi::put(Question question)
{
    if (m_questions.put(std::move(question))) {
        Q_EMIT questionsWaiting();
    }
}

void PrometheusApi::cancel(std::uint64_t id)
{
    m_pending.erase(id);
    put({.id = id, .request = {}});
}

void PrometheusApi::answer(std::uint64_t id, Result<PrometheusData> data)
{
    if (m_answers.put({.id = id, .data = std::move(data)})) {
        Q_EMIT answersWaiting();
    }
}

void PrometheusApi::tellAnswers()
{
    const QPointer<PrometheusApi> alive(this);
    for (const Answered &answered : m_answers.takeAll()) {
        const auto found = m_pending.find(answered.id);
        if (found == m_pending.end()) {
            continue; // cancelled while the answer was on its way
        }
        const Tell tell = std::move(found->second);
        m_pending.erase(found);
        tell(answered.data);
        if (!alive) {
            return; // ended by who was told
        }
    }
}

Inquiry PrometheusApi::queryRange(RangeRequest request, Told<QueryAnswer> told)
{
    return ask<QueryAnswer>(std::move(request), std::move(told));
}

Inquiry PrometheusApi::query(InstantRequest request, Told<QueryAnswer> told)
{
    return ask<QueryAnswer>(std::move(request), std::move(told));
}

Inquiry PrometheusApi::series(SeriesRequest request, Told<SeriesAnswer> told)
{
    return ask<SeriesAnswer>(std::move(request), std::move(told));
}

Inquiry PrometheusApi::labelNames(LabelNamesRequest request, Told<NamesAnswer> told)
{
    return ask<NamesAnswer>(std::move(request), std::move(told));
}

Inquiry PrometheusApi::labelValues(LabelValuesRequest request, Told<NamesAnswer> told)
{
    return ask<NamesAnswer>(std::move(request), std::move(told));
}

Inquiry PrometheusApi::metadata(MetadataRequest request, Told<MetadataAnswer> told)
{
    return ask<MetadataAnswer>(std::move(request), std::move(told));
}

Inquiry PrometheusApi::buildInfo(Told<BuildInfoAnswer> told)
{
    return ask<BuildInfoAnswer>(BuildInfoRequest{}, std::move(told));
}

} // namespace foretop::feeds
