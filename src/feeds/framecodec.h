// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/frame.h"

namespace foretop::feeds {

/// Largest number that a frame may hold: what every JSON library reads exactly (RFC 8259, 6).
inline constexpr std::uint64_t kMaxFrameNumber = (std::uint64_t(1) << 53) - 1;
/// Bytes that a batch takes beside its items and the commas between them, at most.
inline constexpr std::size_t kBatchEnvelopeBytes = 160;

/// Reads one frame of foretop.feed/1. Members that are not known are ignored. An error names
/// @p source, and the byte offset or the member that is wrong. Items of a batch come as the text
/// that was received; only their bounds are checked, so that one bad item spoils no other.
Result<Frame> decodeFrame(std::string_view bytes, std::string_view source, std::size_t maxBytes);

/// Writes @p frame; the items of a batch must be valid JSON.
std::string encodeFrame(const Frame &frame);

/// Whether @p bytes are what only a foretop.feed server sends first: a hello or error frame with
/// a "protocol" of any version. Anything else that comes first means plain mode.
bool opensProtocol(std::string_view bytes);

} // namespace foretop::feeds
