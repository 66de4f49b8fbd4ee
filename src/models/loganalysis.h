// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <stop_token>
#include "logs/facets.h"
#include "logs/histogram.h"
#include "logs/patterns.h"
#endif

#include <QObject>
#include <QStringList>

#include <memory>

namespace foretop::models {

class LogModel;

/// Histogram, facets and patterns of what a LogModel shows, computed by a worker over the full
/// result, and brought up to date as rows come. Each is computed only while it is wanted. GUI
/// thread.
///
/// Live records that are evicted stay counted until they are kEvictedShare of all, when all is
/// counted anew.
class LogAnalysis : public QObject
{
    Q_OBJECT

public:
    static constexpr double kEvictedShare = 0.05;
    static constexpr std::size_t kMaxShownValues = 1'000;  ///< of a facet
    static constexpr std::size_t kFieldNameSample = 2'000; ///< records looked at for names

    /// @p model must outlive it.
    explicit LogAnalysis(LogModel *model, QObject *parent = nullptr);
    ~LogAnalysis() override;

    /// Zero: the histogram is not wanted. Otherwise as many buckets as fit into @p mostBuckets.
    void setHistogramBuckets(int mostBuckets);
    /// Of what the model shows, by level. Null before the first.
    std::shared_ptr<const logs::Histogram> histogram() const;

    void setFacetFields(const QStringList &fields); ///< none: not wanted
    std::vector<logs::Facet> facets() const;

    void setPatternsWanted(bool wanted);
    std::vector<logs::LogPattern> patterns() const;
    quint64 unmatched() const; ///< see logs::PatternMiner

    /// Names of fields met in what is shown, the most frequent first, for columns and completion.
    QStringList fieldNames() const;

    bool isBusy() const;
    double progress() const; ///< 0..1
    /// Keeps what is there; goes on with another query, document or want.
    void cancel();
    /// Why the last computation ended early; empty: it did not.
    QString errorText() const;

Q_SIGNALS:
    void histogramChanged();
    void facetsChanged();
    void patternsChanged();
    void fieldNamesChanged();
    void busyChanged(); ///< isBusy() or progress()

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::models
