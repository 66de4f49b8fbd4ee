// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chartcompute.h"

#include "metrics/functions.h"
#include "models/displaytext.h"
#include "models/line.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace foretop::models {

namespace {

using metrics::Sample;
using Samples = std::vector<Sample>;
using Query = ChartSpec::Query;

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();
constexpr std::string_view kSourceLabel = "source";

/// A line with the words that name it.
struct NamedLine
{
    Line line;
    QString label;
    double last = kNoValue;
};

std::string labelValue(const Line &line, const std::string &name)
{
    for (const auto &[labelName, value] : line.labels) {
        if (labelName == name) {
            return value;
        }
    }
    return name == kSourceLabel ? line.source : std::string();
}

/// Series of @p metric after the query's function, from a little before the picture: a rate needs
/// two samples for one, and the first is where the line enters the picture.
std::vector<Line> readLines(const ChartRequest &request, const Query &query,
                            const std::string &metric, const metrics::Labels &matching)
{
    constexpr Milliseconds kLeastLead{60'000};
    const Milliseconds lead = std::max(kLeastLead, (request.to - request.from) / 50);
    std::vector<Line> lines;
    for (metrics::Series &series :
         request.store->query(metric, matching, request.from - lead, request.to)) {
        Line line{.source = std::move(series.source),
                  .labels = std::move(series.key.labels),
                  .samples = std::move(series.samples),
                  .gap = {}};
        line.gap = gapOf(line.samples);
        if (query.function == ChartSpec::Function::Rate) {
            line.samples = metrics::rate(line.samples);
        }
        for (Sample &sample : line.samples) {
            sample.value = std::isfinite(sample.value) ? sample.value : kNoValue;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

/// One line for each distinct value of the labels to sum by.
std::vector<Line> summed(const std::vector<Line> &lines, const QVector<QString> &by)
{
    std::map<metrics::Labels, std::vector<const Line *>> groups;
    for (const Line &line : lines) {
        metrics::Labels labels;
        for (const QString &name : by) {
            labels.emplace_back(name.toStdString(), labelValue(line, name.toStdString()));
        }
        groups[labels].push_back(&line);
    }
    std::vector<Line> sums;
    for (const auto &[labels, group] : groups) {
        Line sum{.source = {}, .labels = labels, .samples = sumOf(group), .gap = {}};
        for (const Line *line : group) {
            sum.gap = std::max(sum.gap, line->gap);
        }
        sums.push_back(std::move(sum));
    }
    return sums;
}

std::vector<Line> readSums(const ChartRequest &request, const Query &query,
                           const std::string &metric, const metrics::Labels &matching)
{
    std::vector<Line> lines = readLines(request, query, metric, matching);
    return query.sum ? summed(lines, query.sumBy) : lines;
}

void divide(std::vector<Line> &lines, const std::vector<Line> &divisors, bool complement)
{
    std::map<std::pair<std::string, metrics::Labels>, const Line *> byLabels;
    for (const Line &divisor : divisors) {
        byLabels.emplace(std::pair(divisor.source, divisor.labels), &divisor);
    }
    for (Line &line : lines) {
        const auto divisor = byLabels.find(std::pair(line.source, line.labels));
        line.samples = quotientOf(line, divisor == byLabels.end() ? Line{} : *divisor->second);
        for (Sample &sample : line.samples) {
            sample.value = complement ? 1 - sample.value : sample.value;
        }
    }
}

/// Drops all before the picture but the sample from which the line enters it.
void trim(Samples &samples, WallTime from)
{
    auto first = std::find_if(samples.begin(), samples.end(),
                              [from](const Sample &sample) { return sample.time >= from; });
    if (first != samples.begin()) {
        --first;
    }
    samples.erase(samples.begin(), first);
}

QString labelOf(const Line &line, const Query &query)
{
    if (query.labelFormat.isEmpty()) {
        QStringList parts;
        for (const auto &[name, value] : line.labels) {
            parts.append(toQString(name) + u'=' + toQString(value));
        }
        return parts.isEmpty() ? query.metric : parts.join(QStringLiteral(", "));
    }
    QString label;
    qsizetype at = 0;
    for (;;) {
        const qsizetype open = query.labelFormat.indexOf(u'{', at);
        const qsizetype close = query.labelFormat.indexOf(u'}', open);
        if (open < 0 || close < 0) {
            return label + query.labelFormat.mid(at);
        }
        label += query.labelFormat.mid(at, open - at);
        const QString name = query.labelFormat.mid(open + 1, close - open - 1);
        label += toQString(labelValue(line, name.toStdString()));
        at = close + 1;
    }
}

double lastValue(const Line &line, WallTime from)
{
    for (auto sample = line.samples.rbegin(); sample != line.samples.rend(); ++sample) {
        if (sample->time < from) {
            break;
        }
        if (!std::isnan(sample->value)) {
            return sample->value;
        }
    }
    return kNoValue;
}

std::vector<NamedLine> answerQuery(const ChartRequest &request, const Query &query)
{
    const std::string metric = query.metric.toStdString();
    std::vector<Line> lines = readSums(request, query, metric, query.matching);
    if (!query.ratioOf.isEmpty()) {
        const metrics::Labels matching =
            query.ratioOf == query.metric ? metrics::Labels() : query.matching;
        divide(lines, readSums(request, query, query.ratioOf.toStdString(), matching),
               query.complement);
    }
    std::vector<NamedLine> named;
    for (Line &line : lines) {
        trim(line.samples, request.from);
        for (Sample &sample : line.samples) {
            sample.value *= query.scale;
        }
        const double last = lastValue(line, request.from);
        if (!std::isnan(last)) {
            QString label = labelOf(line, query);
            named.push_back({std::move(line), std::move(label), last});
        }
    }
    return named;
}

/// Lines of several sources that the labels alone do not tell apart get the source's name.
void tellSources(std::vector<NamedLine> &lines)
{
    QHash<QString, int> count;
    for (const NamedLine &named : lines) {
        ++count[named.label];
    }
    for (NamedLine &named : lines) {
        if (count.value(named.label) > 1 && !named.line.source.empty()) {
            named.label += QStringLiteral(" (") + toQString(named.line.source) + u')';
        }
    }
}

/// Keeps the @p most largest by last value, in the order they are in; returns how many went.
int keepLargest(std::vector<NamedLine> &lines, int most)
{
    const auto kept = static_cast<std::size_t>(std::max(most, 0));
    if (lines.size() <= kept) {
        return 0;
    }
    std::vector<std::size_t> order(lines.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(), [&lines](std::size_t a, std::size_t b) {
        return std::abs(lines[a].last) > std::abs(lines[b].last);
    });
    order.resize(kept);
    std::sort(order.begin(), order.end());
    std::vector<NamedLine> largest;
    for (const std::size_t i : order) {
        largest.push_back(std::move(lines[i]));
    }
    const std::size_t leftOut = lines.size() - kept;
    lines = std::move(largest);
    return static_cast<int>(leftOut);
}

Samples reduced(const Line &line, const ChartRequest &request)
{
    return metrics::downsample(metrics::markGaps(line.samples, line.gap), request.from, request.to,
                               static_cast<std::size_t>(request.columns));
}

/// The step of the times that all series of a stacked chart share: at least a pixel column, and
/// no finer than the samples come.
Milliseconds gridStep(const std::vector<NamedLine> &lines, const ChartRequest &request)
{
    const Milliseconds column =
        std::max((request.to - request.from) / request.columns, Milliseconds(1));
    Milliseconds sampleStep = Milliseconds::max();
    for (const NamedLine &named : lines) {
        if (named.line.samples.size() > 2) {
            const auto count = static_cast<std::int64_t>(named.line.samples.size()) - 1;
            const auto span = named.line.samples.back().time - named.line.samples.front().time;
            sampleStep = std::min(sampleStep, span / count);
        }
    }
    if (sampleStep == Milliseconds::max()) {
        return column;
    }
    return column * std::max<std::int64_t>((sampleStep + column / 2) / column, 1);
}

ChartSeries seriesOf(const NamedLine &named, const Samples &points, WallTime from)
{
    ChartSeries series;
    series.label = named.label;
    series.last = named.last;
    series.least = std::numeric_limits<double>::infinity();
    series.greatest = -series.least;
    double sum = 0;
    int count = 0;
    for (const Sample &sample : named.line.samples) {
        if (sample.time >= from && !std::isnan(sample.value)) {
            series.least = std::min(series.least, sample.value);
            series.greatest = std::max(series.greatest, sample.value);
            sum += sample.value;
            ++count;
        }
    }
    series.mean = sum / count;
    series.points.reserve(static_cast<qsizetype>(points.size()));
    for (const Sample &point : points) {
        series.points.append({static_cast<double>(msSinceEpoch(point.time)), point.value});
    }
    return series;
}

} // namespace

ChartAnswer computeChart(const ChartRequest &request, const std::stop_token &stop)
{
    ChartAnswer answer{.series = {}, .leftOut = 0, .from = request.from, .to = request.to};
    if (request.columns <= 0 || request.to <= request.from) {
        return answer;
    }
    std::vector<NamedLine> lines;
    for (const Query &query : request.spec.queries) {
        if (stop.stop_requested()) {
            return answer;
        }
        std::vector<NamedLine> named = answerQuery(request, query);
        std::move(named.begin(), named.end(), std::back_inserter(lines));
    }
    tellSources(lines);
    answer.leftOut = keepLargest(lines, request.spec.maxSeries);
    const Milliseconds step = gridStep(lines, request);
    // On multiples of the step, so that the picture stands still while its window slides.
    const WallTime first{request.from.time_since_epoch() / step * step};
    for (const NamedLine &named : lines) {
        if (stop.stop_requested()) {
            return answer;
        }
        const Samples points = request.spec.stacked ? onGrid(named.line, first, request.to, step)
                                                    : reduced(named.line, request);
        answer.series.append(seriesOf(named, points, request.from));
    }
    return answer;
}

} // namespace foretop::models
