// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/vocabulary.h"
#include "models/dashboard.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace foretop::models {

/// A preset: a dashboard that shows itself when the metrics it needs exist. What libraries call
/// these metrics varies, so a preset names roles and lists for each by which metrics, of which
/// labels, it may be filled; expressions use the roles. Read from resources/presets/NAME.json,
/// in the format that docs/dashboards.md tells. Immutable; any thread.
class PresetRules
{
public:
    static Result<PresetRules> read(const QByteArray &json, const QString &source);

    PresetRules(const PresetRules &);
    PresetRules(PresetRules &&) noexcept;
    PresetRules &operator=(PresetRules &&) noexcept;
    ~PresetRules();

    QString name() const;
    /// Every text that is shown, in English, to be translated by the app.
    QStringList texts() const;
    /// The same with each of its texts as @p translate gives it, for dashboards in a person's
    /// language: a title can be made of several texts.
    PresetRules translated(const std::function<QString(const QString &)> &translate) const;
    /// The dashboard of those panels whose roles can be filled with what @p vocabulary has; nothing
    /// when the preset does not show itself. Texts are as in the file. When @p stop is requested
    /// what it returns is of no use.
    std::optional<Dashboard> match(const metrics::Vocabulary &vocabulary,
                                   const std::stop_token &stop = {}) const;

private:
    PresetRules();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::models
