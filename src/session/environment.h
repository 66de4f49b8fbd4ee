// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/feedkind.h"

#include <QString>
#include <QUrl>
#include <QVector>

namespace foretop::session {

/// One endpoint of one kind in an environment.
struct SourceConfig
{
    QString name;
    feeds::FeedKind kind = feeds::FeedKind::Health;
    QUrl url;          ///< ws:// or wss://
    QString secretKey; ///< under which the token lies in the system keychain; empty: none
    QString token;     ///< in memory only; never written
};

/// A named set of sources with a colour.
struct Environment
{
    QString name;
    QString colour; ///< "#rrggbb"; empty: none
    QString note;   ///< shown beside the name, such as "this machine"
    QVector<SourceConfig> sources;
};

/// The five feed sources of one agent at @p base ("http://127.0.0.1:7710"), all named @p name and
/// told apart by their kind.
QVector<SourceConfig> agentSources(const QString &name, const QUrl &base, const QString &token);

} // namespace foretop::session
