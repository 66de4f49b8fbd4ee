// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/prometheusrequest.h"

#include <fmt/format.h>

namespace foretop::feeds {
namespace {

template <typename T>
Result<PrometheusData> shared(Result<T> answer)
{
    return std::move(answer).map(
        [](T &&data) -> PrometheusData { return std::make_shared<const T>(std::move(data)); });
}
Result<PrometheusData> query(std::string_view body, std::string_view source)
{
    return shared(decodeQuery(body, source));
}
Result<PrometheusData> names(std::string_view body, std::string_view source)
{
    return shared(decodeNames(body, source));
}
Result<PrometheusData> series(std::string_view body, std::string_view source)
{
    return shared(decodeSeries(body, source));
}
Result<PrometheusData> metadata(std::string_view body, std::string_view source)
{
    return shared(decodeMetadata(body, source));
}
Result<PrometheusData> buildInfo(std::string_view body, std::string_view source)
{
    return shared(decodeBuildInfo(body, source));
}

QByteArray encoded(const std::string &text)
{
    return QByteArray::fromStdString(text).toPercentEncoding();
}

/// In seconds, as both the API and a person write them.
QByteArray seconds(Milliseconds time)
{
    return QByteArray::fromStdString(fmt::format("{}{}.{:03}", time.count() < 0 ? "-" : "",
                                                 std::abs(time.count() / 1000),
                                                 std::abs(time.count() % 1000)));
}
QByteArray seconds(WallTime time)
{
    return seconds(time.time_since_epoch());
}

template <typename Request>
QByteArray selectorsAndTimes(const Request &request)
{
    QByteArray form;
    for (const std::string &selector : request.selectors) {
        form += "match[]=" + encoded(selector) + '&';
    }
    return form + "start=" + seconds(request.from) + "&end=" + seconds(request.to);
}

struct CallMaker
{
    PrometheusCall operator()(const RangeRequest &request) const
    {
        return {.path = "/api/v1/query_range",
                .form = "query=" + encoded(request.expression) + "&start=" + seconds(request.from) +
                        "&end=" + seconds(request.to) + "&step=" + seconds(request.step),
                .canPost = true,
                .decode = query};
    }
    PrometheusCall operator()(const InstantRequest &request) const
    {
        return {.path = "/api/v1/query",
                .form = "query=" + encoded(request.expression) + "&time=" + seconds(request.at),
                .canPost = true,
                .decode = query};
    }
    PrometheusCall operator()(const SeriesRequest &request) const
    {
        return {.path = "/api/v1/series",
                .form = selectorsAndTimes(request),
                .canPost = true,
                .decode = series};
    }
    PrometheusCall operator()(const LabelNamesRequest &request) const
    {
        return {.path = "/api/v1/labels",
                .form = selectorsAndTimes(request),
                .canPost = true,
                .decode = names};
    }
    PrometheusCall operator()(const LabelValuesRequest &request) const
    {
        return {.path = "/api/v1/label/" + encoded(request.label) + "/values",
                .form = selectorsAndTimes(request),
                .canPost = false,
                .decode = names};
    }
    PrometheusCall operator()(const MetadataRequest &request) const
    {
        return {.path = "/api/v1/metadata",
                .form = request.metric.empty() ? QByteArray() : "metric=" + encoded(request.metric),
                .canPost = false,
                .decode = metadata};
    }
    PrometheusCall operator()(const BuildInfoRequest &) const
    {
        return {
            .path = "/api/v1/status/buildinfo", .form = {}, .canPost = false, .decode = buildInfo};
    }
};

bool isPosted(const PrometheusCall &call)
{
    return call.canPost && call.form.size() > kMaxUrlForm;
}

} // namespace

PrometheusCall callFor(const PrometheusRequest &request)
{
    return std::visit(CallMaker(), request);
}

QUrl urlOf(const PrometheusCall &call, const QUrl &base)
{
    QByteArray path = base.path(QUrl::FullyEncoded).toLatin1();
    while (path.endsWith('/')) {
        path.chop(1);
    }
    QUrl url = base;
    url.setPath(QString::fromLatin1(path + call.path), QUrl::StrictMode);
    if (!isPosted(call) && !call.form.isEmpty()) {
        url.setQuery(QString::fromLatin1(call.form), QUrl::StrictMode);
    }
    return url;
}

QByteArray formOf(const PrometheusCall &call)
{
    return isPosted(call) ? call.form : QByteArray();
}

} // namespace foretop::feeds
