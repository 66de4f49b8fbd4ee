// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/card.h"
#include "app/page.h"
#include "models/panelspec.h"

#include <memory>

namespace foretop::models {
class MetricCatalog;
} // namespace foretop::models

namespace foretop::app {

/// Every metric family that a source has, searched by words of names and helps, and what is known
/// of the chosen one. A click or Return charts it. GUI thread.
class MetricExplorer : public Card
{
    Q_OBJECT

public:
    explicit MetricExplorer(const PageContext &context, QWidget *parent = nullptr);
    ~MetricExplorer() override;

    /// Not owned; may go before the explorer, which then is empty. Null: none.
    void setCatalog(models::MetricCatalog *catalog);
    /// Where values of the chosen family are asked, which is what the catalog is of. The session is
    /// not owned and may go before the explorer.
    void setSource(session::Session *session, const QString &source);
    void focusFilter();
    /// Whether the catalog has no family.
    bool isEmpty() const;

Q_SIGNALS:
    /// @p isFamilyChart: to be looked at, not to be kept.
    void panelChosen(const models::PanelSpec &spec, bool isFamilyChart);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::app
