// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/panelspec.h"

#include <QScrollArea>

#include <memory>

namespace foretop::app {

class Theme;

/// The fields of a panel but its expressions: kind, look, unit, bounds, thresholds, texts, source.
class PanelOptions : public QScrollArea
{
    Q_OBJECT

public:
    /// @p sources: the Prometheus sources that can be asked. @p theme must outlive this.
    PanelOptions(const Theme &theme, const models::PanelSpec &spec, const QStringList &sources,
                 QWidget *parent);
    ~PanelOptions() override;

    /// Writes what the fields say.
    void apply(models::PanelSpec &spec) const;
    void setKind(models::PanelKind kind);
    /// What an automatic unit is now.
    void setAutoUnit(models::Unit unit);
    /// Why what the fields say cannot be saved, in words; empty when it can.
    QString problem() const;

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::app
