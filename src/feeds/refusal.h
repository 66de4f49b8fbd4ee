// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/frame.h"

#include <memory>

class QWebSocket;

namespace foretop::feeds {

/// Answers a connected WebSocket with an error frame in place of a hello and closes it: for a
/// server that finds out only after the handshake that the token is wrong (errorcode::kDenied)
/// or the path names no feed (errorcode::kUnknownFeed). The socket deletes itself, at the latest
/// after some seconds.
void refuseClient(std::unique_ptr<QWebSocket> socket, const ErrorFrame &error);

/// Sends @p error and closes @p socket; cuts it off when that does not succeed in some seconds.
void closeWithError(QWebSocket *socket, const ErrorFrame &error);

} // namespace foretop::feeds
