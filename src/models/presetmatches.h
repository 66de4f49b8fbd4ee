// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/presetrules.h"

#include <QObject>

namespace foretop::models {

class MetricCatalog;

/// The presets that show themselves for what a catalog has. Matches on a worker; again when the
/// catalog has changed, at most once in a few seconds. GUI thread.
class PresetMatches : public QObject
{
    Q_OBJECT

public:
    explicit PresetMatches(QVector<PresetRules> rules, QObject *parent = nullptr);
    ~PresetMatches() override;

    /// Not owned; may go before this, which then is empty.
    void setCatalog(MetricCatalog *catalog);

    /// In the order of the rules. A dashboard that did not change is the same value as before.
    const QVector<Dashboard> &dashboards() const;
    bool isPending() const; ///< until it has matched for the first time

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::models
