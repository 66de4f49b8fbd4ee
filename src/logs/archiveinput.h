// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/byteinput.h"

#include <memory>
#include <optional>
#include <vector>

struct archive;

namespace foretop::logs {

/// Whether @p head is how a gzip (RFC 1952), zstd (RFC 8878), xz or bzip2 file begins; nothing when
/// it is too short to tell.
std::optional<bool> isCompressed(std::string_view head);

/// What libarchive makes of a .gz, .zst, .xz or .bz2 input, however many members or frames follow
/// each other in it. Input that ends or breaks in the middle gives all bytes before that and then
/// an Error with the place in the compressed bytes.
class ArchiveInput final : public ByteInput
{
public:
    static Result<std::unique_ptr<ArchiveInput>> open(std::unique_ptr<ByteInput> compressed,
                                                      std::string name);
    ~ArchiveInput() override;

    Result<std::size_t> read(std::span<char> into, const std::stop_token &stop) override;
    std::uint64_t consumed() const override { return m_compressed->consumed(); }

private:
    struct Free
    {
        void operator()(archive *handle) const;
    };
    struct Callbacks;

    ArchiveInput(std::unique_ptr<ByteInput> compressed, std::string name);
    Result<void> begin();
    Error lastError() const;

    std::unique_ptr<ByteInput> m_compressed;
    std::string m_name;
    std::vector<char> m_buffer;
    std::stop_token m_stop;              // of the read() that is under way
    std::unique_ptr<Error> m_inputError; // why a callback gave up
    std::unique_ptr<archive, Free> m_archive;
    bool m_isBegun = false;
    bool m_isEmpty = false;
};

} // namespace foretop::logs
