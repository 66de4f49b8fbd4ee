// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/archiveinput.h"

#include <array>
#include <cerrno>

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

namespace foretop::logs {
namespace {

constexpr std::size_t kCompressedBlock = 128U << 10;

using namespace std::string_view_literals;
constexpr std::array kMagics = {"\x1F\x8B"sv, "\x28\xB5\x2F\xFD"sv, "\xFD\x37zXZ\0"sv, "BZh"sv};

} // namespace

std::optional<bool> isCompressed(std::string_view head)
{
    bool mayBecome = false;
    for (const auto magic : kMagics) {
        if (head.substr(0, magic.size()) == magic) {
            return true;
        }
        mayBecome = mayBecome || magic.substr(0, head.size()) == head;
    }
    return mayBecome ? std::nullopt : std::optional(false);
}

void ArchiveInput::Free::operator()(archive *handle) const
{
    archive_read_free(handle);
}

struct ArchiveInput::Callbacks
{
    static la_ssize_t read(archive *handle, void *context, const void **block)
    {
        auto &self = *static_cast<ArchiveInput *>(context);
        const auto count = self.m_compressed->read(self.m_buffer, self.m_stop);
        if (!count) {
            self.m_inputError = std::make_unique<Error>(count.error());
            archive_set_error(handle, EIO, "%s", "input failed");
            return ARCHIVE_FATAL;
        }
        *block = self.m_buffer.data();
        return static_cast<la_ssize_t>(*count);
    }
};

ArchiveInput::ArchiveInput(std::unique_ptr<ByteInput> compressed, std::string name)
    : m_compressed(std::move(compressed))
    , m_name(std::move(name))
    , m_buffer(kCompressedBlock)
    , m_archive(archive_read_new())
{
}

ArchiveInput::~ArchiveInput() = default;

Result<std::unique_ptr<ArchiveInput>> ArchiveInput::open(std::unique_ptr<ByteInput> compressed,
                                                         std::string name)
{
    std::unique_ptr<ArchiveInput> input(new ArchiveInput(std::move(compressed), std::move(name)));
    auto *handle = input->m_archive.get();
    const bool isReady = handle != nullptr &&
                         archive_read_support_filter_gzip(handle) == ARCHIVE_OK &&
                         archive_read_support_filter_zstd(handle) == ARCHIVE_OK &&
                         archive_read_support_filter_xz(handle) == ARCHIVE_OK &&
                         archive_read_support_filter_bzip2(handle) == ARCHIVE_OK &&
                         archive_read_support_format_raw(handle) == ARCHIVE_OK &&
                         archive_read_support_format_empty(handle) == ARCHIVE_OK;
    if (!isReady) {
        return tl::unexpected(input->lastError());
    }
    return input;
}

Result<std::size_t> ArchiveInput::read(std::span<char> into, const std::stop_token &stop)
{
    m_stop = stop;
    if (auto begun = begin(); !begun) {
        return tl::unexpected(std::move(begun.error()));
    }
    if (m_isEmpty) {
        return std::size_t{0};
    }
    const auto count = archive_read_data(m_archive.get(), into.data(), into.size());
    if (count < 0) {
        return tl::unexpected(lastError());
    }
    return static_cast<std::size_t>(count);
}

Result<void> ArchiveInput::begin()
{
    if (m_isBegun) {
        return {};
    }
    m_isBegun = true;
    archive_entry *entry = nullptr;
    auto *handle = m_archive.get();
    if (archive_read_open(handle, this, nullptr, Callbacks::read, nullptr) != ARCHIVE_OK) {
        return tl::unexpected(lastError());
    }
    const int status = archive_read_next_header(handle, &entry);
    if (status != ARCHIVE_OK && status != ARCHIVE_EOF) {
        return tl::unexpected(lastError());
    }
    m_isEmpty = status == ARCHIVE_EOF;
    return {};
}

Error ArchiveInput::lastError() const
{
    if (m_inputError) {
        return *m_inputError;
    }
    const char *reason = m_archive ? archive_error_string(m_archive.get()) : nullptr;
    return {.code = ErrorCode::Malformed,
            .message = fmt::format("cannot decompress: {}", reason != nullptr ? reason : "unknown"),
            .source = m_name,
            .place = Place::atOffset(m_compressed->consumed())};
}

} // namespace foretop::logs
