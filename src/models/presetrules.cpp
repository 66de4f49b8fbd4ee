// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/presetrules.h"

#include "models/presetmatcher.h"

#include <QRegularExpression>

namespace foretop::models {

class PresetRules::Private
{
public:
    PresetData data;
};

namespace {

/// Calls @p each for every text that is shown.
template <typename Data, typename Each>
void forTexts(Data &data, const Each &each)
{
    each(data.title);
    each(data.description);
    for (auto &variable : data.variables) {
        each(variable.variable.title);
    }
    for (auto &row : data.rows) {
        for (auto &panel : row.panels) {
            each(panel.look.title);
            each(panel.look.description);
            for (auto &choices : panel.targets) {
                for (auto &target : choices) {
                    each(target.legend);
                }
            }
        }
    }
}

bool hasWords(QString text)
{
    static const QRegularExpression labels(QStringLiteral("\\{\\{[^}]*\\}\\}"));
    return !text.remove(labels).trimmed().isEmpty();
}

} // namespace

Result<PresetRules> PresetRules::read(const QByteArray &json, const QString &source)
{
    auto data = readPresetData(json, source);
    if (!data) {
        return tl::unexpected(data.error());
    }
    PresetRules rules;
    rules.d->data = std::move(*data);
    return rules;
}

PresetRules::PresetRules()
    : d(std::make_unique<Private>())
{
}

PresetRules::PresetRules(const PresetRules &other)
    : d(std::make_unique<Private>(*other.d))
{
}

PresetRules::PresetRules(PresetRules &&) noexcept = default;
PresetRules &PresetRules::operator=(PresetRules &&) noexcept = default;
PresetRules::~PresetRules() = default;

QString PresetRules::name() const
{
    return d->data.name;
}

QStringList PresetRules::texts() const
{
    QStringList texts;
    forTexts(d->data, [&texts](const QString &text) {
        if (hasWords(text) && !texts.contains(text)) {
            texts.push_back(text);
        }
    });
    return texts;
}

PresetRules PresetRules::translated(const std::function<QString(const QString &)> &translate) const
{
    PresetRules result(*this);
    forTexts(result.d->data, [&translate](QString &text) {
        if (hasWords(text)) {
            text = translate(text);
        }
    });
    return result;
}

std::optional<Dashboard> PresetRules::match(const metrics::Vocabulary &vocabulary,
                                            const std::stop_token &stop) const
{
    return PresetMatcher(d->data, vocabulary, stop).match();
}

} // namespace foretop::models
