// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/sample.h"
#include "metrics/vocabulary.h"

#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace foretop::session {
class Session;
} // namespace foretop::session

namespace foretop::models {

/// Which metrics one source has: the session's own series or a Prometheus. Read on a worker or
/// asked of the Prometheus, and kept up to date while somebody listens (a Prometheus is asked at
/// most once a minute). GUI thread.
class MetricCatalog : public QObject
{
    Q_OBJECT

public:
    struct Entry
    {
        metrics::Family family;
        std::optional<std::size_t> seriesCount; ///< nothing: not known (yet)
        std::optional<double> last;             ///< newest value of its first series
    };

    explicit MetricCatalog(QObject *parent = nullptr);
    ~MetricCatalog() override;

    /// @p source: a Prometheus source's name; empty: the session's own series. The session is not
    /// owned and may go before the catalog, which then is empty.
    void setSource(session::Session *session, const QString &source);
    void setActive(bool active);

    /// Every family, by name. Shared, since there can be 500,000.
    std::shared_ptr<const std::vector<Entry>> entries() const;
    /// Names as far as they are known; never null; for any thread. Of a Prometheus the labels of a
    /// metric are fetched when they are first asked for here, and changed() tells when they are
    /// there; until then the list is empty.
    std::shared_ptr<const metrics::Vocabulary> vocabulary() const;
    bool isPending() const;
    QString error() const; ///< of the last attempt; empty: none

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::models
