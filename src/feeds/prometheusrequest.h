// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/prometheusanswer.h"

#include <QByteArray>
#include <QUrl>

namespace foretop::feeds {

/// An expression at the moments in [from, to] that are multiples of @c step since the epoch, and
/// the one before them.
struct RangeRequest
{
    std::string expression;
    WallTime from{};
    WallTime to{};
    Milliseconds step{15'000}; ///< more than 0
};
struct InstantRequest
{
    std::string expression;
    WallTime at{};
};
/// The series, the names of labels or the values of one that are there in [from, to].
struct SeriesRequest
{
    std::vector<std::string> selectors; ///< at least one, such as `up{job="a"}`
    WallTime from{};
    WallTime to{};
};
struct LabelNamesRequest
{
    std::vector<std::string> selectors; ///< none: of all series
    WallTime from{};
    WallTime to{};
};
struct LabelValuesRequest
{
    std::string label; ///< "__name__" for the names of metrics
    std::vector<std::string> selectors;
    WallTime from{};
    WallTime to{};
};
struct MetadataRequest
{
    std::string metric; ///< empty: of all
};
struct BuildInfoRequest
{
};
using PrometheusRequest =
    std::variant<RangeRequest, InstantRequest, SeriesRequest, LabelNamesRequest, LabelValuesRequest,
                 MetadataRequest, BuildInfoRequest>;

/// An answer, shared by all who asked for the same.
using PrometheusData =
    std::variant<std::shared_ptr<const QueryAnswer>, std::shared_ptr<const NamesAnswer>,
                 std::shared_ptr<const SeriesAnswer>, std::shared_ptr<const MetadataAnswer>,
                 std::shared_ptr<const BuildInfoAnswer>>;

/// A call of the HTTP API.
struct PrometheusCall
{
    QByteArray path; ///< below the server's address, such as "/api/v1/query"
    QByteArray form; ///< encoded as in a URL
    bool canPost = false;
    Result<PrometheusData> (*decode)(std::string_view body, std::string_view source) = nullptr;

    /// Same key, same answer.
    QByteArray key() const { return path + '?' + form; }
};

/// Forms that are longer are sent with POST, where the API has it: not all that stands between
/// takes long URLs.
inline constexpr qsizetype kMaxUrlForm = 2000;

PrometheusCall callFor(const PrometheusRequest &request);
/// The call's URL at a server under @p base, whose path goes before; with the form unless it is for
/// POST.
QUrl urlOf(const PrometheusCall &call, const QUrl &base);
/// What to send with POST; empty: GET.
QByteArray formOf(const PrometheusCall &call);

} // namespace foretop::feeds
