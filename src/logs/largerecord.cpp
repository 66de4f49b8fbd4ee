// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/largerecord.h"

#include <algorithm>

namespace foretop::logs {

Result<bool> isInLargeRecord(const LogFile &file, ByteRange range, BlockSearch &search,
                             std::span<char> buffer, const std::stop_token &stop)
{
    if (auto begun = search.begin(); !begun) {
        return tl::unexpected(std::move(begun.error()));
    }
    auto at = range.begin;
    while (at < range.end) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped", file.name());
        }
        const auto most = std::min<std::uint64_t>(buffer.size(), range.end - at);
        const auto count = file.read(at, buffer.first(static_cast<std::size_t>(most)));
        if (!count) {
            return tl::unexpected(count.error());
        }
        auto piece = buffer.first(*count);
        const bool isLast = *count < most || at + *count == range.end;
        if (isLast && !piece.empty() && piece.back() == '\n') {
            piece = piece.first(piece.size() - 1);
        }
        at += search.add(piece, isLast);
        if (isLast) {
            break;
        }
    }
    return search.end();
}

} // namespace foretop::logs
