// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"

#include <QObject>
#include <QRegularExpression>
#include <QStringList>
#include <QVector>

namespace foretop::app {

/// What is marked in messages, and how. Colour is never the only mark.
struct HighlightRule
{
    QString name;
    QString pattern;
    bool isRegex = false;
    bool isCaseSensitive = false;
    int colour = 0; ///< Theme::series()
    bool bold = true;
    bool underline = false;
    bool enabled = true;
    bool isQuery = false; ///< pattern is one, as in the query bar; whole records are marked
    bool operator==(const HighlightRule &) const = default;

    /// Of the pattern, which is no query; invalid (its errorString() says why) when a regex is not
    /// one.
    QRegularExpression expression() const;
};

/// The highlight rules, the first of which wins where several match. In the settings, so that every
/// log view has the same.
class HighlightRules : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kMostRules = 50;
    static constexpr qsizetype kMostCharacters = 1'000; ///< of a pattern

    /// @p settings must outlive this.
    explicit HighlightRules(Settings &settings, QObject *parent = nullptr);

    const QVector<HighlightRule> &rules() const { return m_rules; }
    /// Of each rule its query, empty where it has none or is not enabled; none when no rule has.
    QStringList queries() const;
    /// Keeps the first kMostRules.
    void setRules(const QVector<HighlightRule> &rules);

Q_SIGNALS:
    void changed();

private:
    Settings &m_settings;
    QVector<HighlightRule> m_rules;
};

} // namespace foretop::app
