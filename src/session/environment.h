// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "feeds/feedkind.h"

#include <QString>
#include <QUrl>
#include <QVector>

#include <utility>

namespace foretop::session {

/// How a source is spoken to.
enum class SourceProtocol : std::uint8_t {
    Feed,       ///< a WebSocket: foretop.feed/1 or plain mode
    Scrape,     ///< a /metrics page; its kind is Metrics
    Prometheus, ///< a Prometheus HTTP API, asked when something is shown; its kind is Metrics
};

/// What sources over HTTP (Scrape and Prometheus) have besides an address and a secret.
struct HttpSettings
{
    QString user; ///< of basic authentication; the secret then is the password
    QString tenant;
    QString caFile; ///< PEM files, with their full paths
    QString certificateFile;
    QString privateKeyFile;
    QString privateKeyKey;    ///< under which the private key (PEM) lies in the system keychain
    QString privateKey;       ///< in memory only; never written
    Milliseconds timeout{0};  ///< 0: the source's own
    Milliseconds interval{0}; ///< of scrapes; 0: the source's own
    /// Put on every series that is scraped; an empty value leaves out `job` or `instance`, which
    /// are there otherwise: the source's name, and the host and port of its URL.
    QVector<std::pair<QString, QString>> labels;
};

/// One endpoint of one kind in an environment.
struct SourceConfig
{
    QString name;
    feeds::FeedKind kind = feeds::FeedKind::Health;
    QUrl url;          ///< ws:// or wss://, with other protocols than Feed http:// or https://
    QString secretKey; ///< under which the token lies in the system keychain; empty: none
    QString token;     ///< in memory only; never written
    SourceProtocol protocol = SourceProtocol::Feed;
    HttpSettings http = {};
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
