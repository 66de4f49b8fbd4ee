// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/textcompressor.h"

#include <zstd.h>

namespace foretop::logs {

TextCompressor::TextCompressor() = default;
TextCompressor::~TextCompressor() = default;

void TextCompressor::FreeContext::operator()(ZSTD_CCtx_s *context) const
{
    ZSTD_freeCCtx(context);
}

std::span<const std::byte> TextCompressor::compress(std::span<const std::byte> bytes)
{
    constexpr int kLevel = 1;
    if (!m_context) {
        m_context.reset(ZSTD_createCCtx());
    }
    m_buffer.resize(ZSTD_compressBound(bytes.size()));
    const auto size = ZSTD_compressCCtx(m_context.get(), m_buffer.data(), m_buffer.size(),
                                        bytes.data(), bytes.size(), kLevel);
    return std::span(m_buffer).first(ZSTD_isError(size) != 0 ? 0 : size);
}

bool decompress(std::span<const std::byte> compressed, std::span<std::byte> bytes)
{
    return ZSTD_decompress(bytes.data(), bytes.size(), compressed.data(), compressed.size()) ==
           bytes.size();
}

} // namespace foretop::logs
