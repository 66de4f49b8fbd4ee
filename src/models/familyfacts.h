// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builtexpression.h"
#include "models/metriccatalog.h"
#include "models/panelspec.h"

#include <stop_token>

namespace foretop::models {

/// What a catalog's names tell of one family.
struct FamilyFacts
{
    static constexpr int kMostLabels = PanelSpec::kMaxTargets;

    struct Label
    {
        QString name;
        std::size_t values = 0; ///< how many different ones

        bool operator==(const Label &) const = default;
    };

    BuiltExpression built; ///< shows the family best
    QVector<Label> labels; ///< of its series but "le", at most kMostLabels
    int labelsLeftOut = 0;

    bool operator==(const FamilyFacts &) const = default;
};

/// Any thread. When @p stop is requested what it returns is of no use.
FamilyFacts factsOf(const metrics::Family &family, const metrics::Vocabulary &vocabulary,
                    const std::stop_token &stop = {});

/// Asks for the @p most most frequent values of each of the labels, by how many series have them:
/// one target a label, whose series have it alone.
PanelSpec frequentValuesOf(const FamilyFacts &facts, int most);

/// An expression for the newest values of its series: of a histogram and a summary for the counts.
QString lastValuesOf(const FamilyFacts &facts);

} // namespace foretop::models
