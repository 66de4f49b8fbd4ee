// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/seriesstore.h"
#include "models/panelanswer.h"
#include "models/panelspec.h"
#include "models/panelwindow.h"
#include "models/substitution.h"

#include <QHash>

#include <memory>
#include <stop_token>

namespace foretop::models {

/// What a PanelQuery wants to know.
struct PanelRequest
{
    PanelSpec spec;
    QHash<QString, QString> variables;
    PanelWindow window;
};

/// Answers from @p store: reads, computes and reduces. Any thread. When @p stop is requested what
/// it returns is of no use.
PanelAnswer computePanel(const PanelRequest &request, const metrics::SeriesStore &store,
                         const std::stop_token &stop);

/// A target's expression as it is evaluated.
struct PanelExpression
{
    std::string text;
    Substitution written; ///< of what was written; tells columns unless it was changed since
    bool isChanged = false;

    /// @p error, of this text, with its column in the panel's text or none.
    Error located(Error error) const;
};

/// Indexes of the targets that are asked: not those that are hidden or empty.
std::vector<int> askedTargets(const PanelSpec &spec);

/// The expression of target @p index with its variables put in. In a heat map a bucket metric alone
/// stands for its rates by bucket. @p interval: of the samples. The column of an error is that in
/// the panel's text.
Result<PanelExpression> expressionOf(const PanelRequest &request, int index, Milliseconds interval);
/// Whether the interval of samples matters to the target's expression.
bool wantsInterval(const PanelRequest &request, int index);

/// In words, with its source where it is not about a place in the expression.
PanelProblem problemOf(int target, const Error &error);

} // namespace foretop::models
