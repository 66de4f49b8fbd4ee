// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

struct ZSTD_CCtx_s;

namespace foretop::logs {

/// Compresses with zstd (RFC 8878) at its fastest ordinary level. Keeps its buffers; one thread.
class TextCompressor
{
public:
    TextCompressor();
    ~TextCompressor();
    TextCompressor(const TextCompressor &) = delete;
    TextCompressor &operator=(const TextCompressor &) = delete;

    /// Empty when it cannot be done; valid until the next call.
    std::span<const std::byte> compress(std::span<const std::byte> bytes);

private:
    struct FreeContext
    {
        void operator()(ZSTD_CCtx_s *context) const;
    };

    std::unique_ptr<ZSTD_CCtx_s, FreeContext> m_context;
    std::vector<std::byte> m_buffer;
};

/// Puts what @p compressed was made of into @p bytes, which has just that size. Any thread.
bool decompress(std::span<const std::byte> compressed, std::span<std::byte> bytes);

} // namespace foretop::logs
