// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/tailcommand.h"

#include "cli/itemtext.h"
#include "cli/output.h"

#include <QTimer>

#include <fmt/format.h>

namespace foretop::cli {
namespace {

feeds::FeedClientOptions clientOptions(const CommandLine &line, const QUrl &url,
                                       const QString &token)
{
    feeds::FeedClientOptions options;
    options.kind = line.feed;
    options.url = url;
    options.source = url.toString();
    options.token = token;
    options.backlog = line.backlog;
    if (line.level) {
        options.minLevel = QString::fromLatin1(logs::levelName(*line.level).data());
    }
    return options;
}

} // namespace

TailCommand::TailCommand(const CommandLine &line, const QUrl &url, const QString &token,
                         const Clock &clock)
    : m_line(line)
    , m_client(clientOptions(line, url, token), clock)
{
    connect(&m_client, &feeds::FeedClient::itemsReady, this, &TailCommand::print);
    connect(&m_client, &feeds::FeedClient::stateChanged, this, &TailCommand::show);
    connect(&m_client, &feeds::FeedClient::frameRejected, this,
            [](const Error &error) { printError(error.text()); });
    connect(
        &m_client, &feeds::FeedClient::gapFound, this, [](quint64 count, const QString &reason) {
            // 0: nobody knows how many.
            const std::string many = count == 0 ? "an unknown number of" : std::to_string(count);
            printError(fmt::format("{} items lost: {}", many, reason.toStdString()));
        });
}

void TailCommand::start()
{
    QTimer::singleShot(m_line.timeout, this, [this] {
        if (!m_wasLive) {
            printError(fmt::format("{}: no answer within {} s",
                                   m_client.options().source.toStdString(),
                                   m_line.timeout.count() / 1000));
            end(kExitUnavailable);
        }
    });
    m_client.start();
}

void TailCommand::print(const feeds::DecodedItems &decoded)
{
    if (m_done) {
        return;
    }
    for (const Error &error : decoded.firstErrors) {
        printError(error.text());
    }
    auto texts =
        itemTexts(decoded.items, m_line.json ? ItemFormat::Json : ItemFormat::Text, m_line.level);
    if (m_line.count && m_printed + texts.size() > *m_line.count) {
        texts.resize(*m_line.count - m_printed);
    }
    m_printed += texts.size();
    const bool isRead = printLines(texts);
    if (!isRead || (m_line.count && m_printed >= *m_line.count)) {
        end(0);
    }
}

void TailCommand::show(const feeds::LinkState &state)
{
    m_wasLive = m_wasLive || state.phase == feeds::LinkPhase::Live;
    if (m_done) {
        return;
    }
    if (state.error) {
        printError(state.error->text());
    }
    if (state.phase == feeds::LinkPhase::Refused) {
        end(kExitUnavailable);
    }
}

void TailCommand::end(int exitCode)
{
    if (!std::exchange(m_done, true)) {
        m_client.stop();
        Q_EMIT finished(exitCode);
    }
}

} // namespace foretop::cli
