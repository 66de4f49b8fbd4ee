// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/happenings.h"

#include "models/displaytext.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace foretop::models {

namespace {

using Kind = Annotation::Kind;

// Targets of a job are seen for the first time within this.
constexpr Milliseconds kAtOnce = std::chrono::minutes(2);

std::string_view labelOf(const metrics::SeriesKey &key, std::string_view name)
{
    for (const auto &[label, value] : key.labels) {
        if (label == name) {
            return value;
        }
    }
    return {};
}

/// The target that a series is of, in words.
QString targetText(const metrics::SeriesKey &key)
{
    QStringList parts;
    for (const std::string_view label : {"job", "instance"}) {
        const QString value = toQString(labelOf(key, label));
        if (!value.isEmpty() && !parts.contains(value)) {
            parts.append(value);
        }
    }
    return parts.isEmpty() ? toQString(labelOf(key, "source")) : parts.join(u' ');
}

/// A version that was seen for the first time, or again after another.
struct Deploy
{
    QString subject;
    QString version;
    WallTime time{};
};

/// Everything that happens in a range.
class Finder
{
public:
    explicit Finder(const Happenings &happenings)
        : m_happenings(happenings)
    {
    }

    void findRestarts();
    void findDeploys();
    void findAlerts();
    AnnotationList take();

private:
    bool isShown(WallTime first, WallTime last) const
    {
        return first <= m_happenings.to && last >= m_happenings.from;
    }
    void add(Kind kind, QString subject, QString detail, WallTime from,
             std::optional<WallTime> to = {});
    std::vector<Deploy> deploysOfBuilds() const;

    const Happenings &m_happenings;
    QVector<Annotation> m_found;
};

void Finder::add(Kind kind, QString subject, QString detail, WallTime from,
                 std::optional<WallTime> to)
{
    Annotation annotation{.kind = kind,
                          .subject = std::move(subject),
                          .detail = std::move(detail),
                          .fromMs = msSinceEpoch(from),
                          .toMs = {}};
    if (to) {
        annotation.toMs = msSinceEpoch(*to);
    }
    m_found.append(std::move(annotation));
}

void Finder::findRestarts()
{
    for (const SeriesRuns &series : m_happenings.startTimes) {
        for (std::size_t i = 1; i < series.runs.size(); ++i) {
            const ValueRun &before = series.runs[i - 1];
            const ValueRun &after = series.runs[i];
            if (!(std::abs(after.value - before.value) > 1)) {
                continue;
            }
            const auto told = wallTimeFromMs(static_cast<std::int64_t>(
                std::clamp(after.value * 1000, 0.0, double(msSinceEpoch(after.first)))));
            const WallTime time = told >= before.first ? told : after.first;
            if (isShown(time, time)) {
                add(Kind::Restart, targetText(series.key), {}, time);
            }
        }
    }
}

/// Which versions came after which, of the targets and of the jobs that builds are of.
std::vector<Deploy> Finder::deploysOfBuilds() const
{
    struct Seen
    {
        WallTime time{};
        std::string version;
    };
    constexpr std::string_view kSuffix = "_build_info";
    using Target = std::tuple<std::string, std::string, std::string>; // metric, job, instance
    std::map<Target, std::vector<Seen>> byTarget;
    for (const SeriesRuns &series : m_happenings.builds) {
        const auto version = labelOf(series.key, "version");
        const auto shown = version.empty() ? labelOf(series.key, "revision") : version;
        if (shown.empty() || !series.key.name.ends_with(kSuffix)) {
            continue;
        }
        const std::string job(labelOf(series.key, "job"));
        for (const std::string_view instance :
             {labelOf(series.key, "instance"), std::string_view()}) {
            auto &seen = byTarget[{series.key.name, job, std::string(instance)}];
            const auto runs = instance.empty() ? std::min<std::size_t>(series.runs.size(), 1)
                                               : series.runs.size();
            for (std::size_t i = 0; i < runs; ++i) {
                seen.push_back({series.runs[i].first, std::string(shown)});
            }
        }
    }
    std::vector<Deploy> deploys;
    for (auto &[target, seen] : byTarget) {
        const auto &[metric, job, instance] = target;
        std::stable_sort(seen.begin(), seen.end(),
                         [](const Seen &a, const Seen &b) { return a.time < b.time; });
        std::vector<std::string> known;
        for (const Seen &now : seen) {
            const bool isNew =
                instance.empty() ? std::find(known.begin(), known.end(), now.version) == known.end()
                                 : !known.empty() && known.back() != now.version;
            const Milliseconds atOnce = instance.empty() ? kAtOnce : Milliseconds(0);
            if (isNew && !known.empty() && now.time - seen.front().time > atOnce) {
                const std::string_view program =
                    std::string_view(metric).substr(0, metric.size() - kSuffix.size());
                deploys.push_back(
                    {toQString(job.empty() ? program : job), toQString(now.version), now.time});
            }
            if (isNew || known.empty()) {
                known.push_back(now.version);
            }
        }
    }
    return deploys;
}

void Finder::findDeploys()
{
    std::vector<Deploy> deploys = deploysOfBuilds();
    for (const VersionChange &change : m_happenings.versions) {
        deploys.push_back({change.service, change.version, change.time});
    }
    std::stable_sort(deploys.begin(), deploys.end(),
                     [](const Deploy &a, const Deploy &b) { return a.time < b.time; });
    std::map<std::pair<QString, QString>, WallTime> last; // of a subject and version
    for (const Deploy &deploy : deploys) {
        const auto key = std::pair(deploy.subject, deploy.version);
        const auto before = last.find(key);
        const bool isOneWithBefore =
            before != last.end() && deploy.time - before->second <= kOneDeploy;
        last[key] = deploy.time;
        if (!isOneWithBefore && isShown(deploy.time, deploy.time)) {
            add(Kind::Deploy, deploy.subject, deploy.version, deploy.time);
        }
    }
}

void Finder::findAlerts()
{
    for (const SeriesRuns &series : m_happenings.alerts) {
        QStringList details;
        for (const auto &[label, value] : series.key.labels) {
            if (label != "alertname" && label != "alertstate") {
                details.append(toQString(label) + u'=' + toQString(value));
            }
        }
        for (const ValueRun &run : series.runs) {
            if (isShown(run.first, run.last)) {
                add(Kind::Alert, toQString(labelOf(series.key, "alertname")),
                    details.join(QStringLiteral(", ")), run.first,
                    run.isEnded ? std::optional(run.last) : std::nullopt);
            }
        }
    }
}

AnnotationList Finder::take()
{
    std::stable_sort(m_found.begin(), m_found.end(), [](const Annotation &a, const Annotation &b) {
        return std::tie(a.fromMs, a.kind, a.subject) < std::tie(b.fromMs, b.kind, b.subject);
    });
    AnnotationList list;
    list.leftOut =
        static_cast<int>(std::max<qsizetype>(m_found.size() - AnnotationQuery::kMost, 0));
    list.annotations = m_found.mid(list.leftOut);
    return list;
}

} // namespace

std::vector<ValueRun> runsOf(std::span<const metrics::Sample> samples, Milliseconds gap,
                             WallTime end)
{
    std::vector<ValueRun> runs;
    for (const metrics::Sample &sample : samples) {
        ValueRun *last = runs.empty() ? nullptr : &runs.back();
        if (std::isnan(sample.value)) {
            if (last) {
                last->isEnded = true;
            }
            continue;
        }
        if (last && sample.time - last->last > gap) {
            last->isEnded = true;
        }
        if (last && !last->isEnded && last->value == sample.value) {
            last->last = sample.time;
            continue;
        }
        if (last) {
            last->isEnded = true;
        }
        runs.push_back({sample.time, sample.time, sample.value, false});
    }
    if (!runs.empty() && end - runs.back().last > gap) {
        runs.back().isEnded = true;
    }
    return runs;
}

AnnotationList annotationsOf(const Happenings &happenings)
{
    Finder finder(happenings);
    finder.findRestarts();
    finder.findDeploys();
    finder.findAlerts();
    return finder.take();
}

} // namespace foretop::models
