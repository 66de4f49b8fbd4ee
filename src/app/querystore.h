// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"

#include <QObject>
#include <QVector>

namespace foretop::app {

struct SavedQuery
{
    QString name;
    QString text;
    bool operator==(const SavedQuery &) const = default;
};

/// The queries that were typed, newest first, and those kept under a name; in the settings, so that
/// every log view offers the same.
class QueryStore : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kMostRecent = 100;
    static constexpr qsizetype kMostSaved = 200;
    static constexpr qsizetype kMostCharacters = 10'000; ///< of one query; longer ones are not kept

    /// @p settings must outlive the store.
    explicit QueryStore(Settings &settings, QObject *parent = nullptr);

    const QStringList &recent() const { return m_recent; }
    void remember(const QString &text);
    /// By name.
    const QVector<SavedQuery> &saved() const { return m_saved; }
    /// In place of one of the same name. False when the bound is reached.
    bool save(const SavedQuery &query);
    void remove(const QString &name);

Q_SIGNALS:
    void changed();

private:
    void writeSaved();

    Settings &m_settings;
    QStringList m_recent;
    QVector<SavedQuery> m_saved;
};

} // namespace foretop::app
