// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include <archive.h>
#include <archive_entry.h>

namespace foretop::logs {

using ArchiveFilter = int (*)(archive *);

/// @p bytes as one member of a compressed file.
inline std::string compressed(std::string_view bytes, ArchiveFilter filter)
{
    std::string out(bytes.size() + 100'000, '\0');
    std::size_t used = 0;
    archive *writer = archive_write_new();
    filter(writer);
    archive_write_set_format_raw(writer);
    archive_write_set_bytes_in_last_block(writer, 1);
    archive_write_open_memory(writer, out.data(), out.size(), &used);
    archive_entry *entry = archive_entry_new();
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_write_header(writer, entry);
    archive_write_data(writer, bytes.data(), bytes.size());
    archive_entry_free(entry);
    archive_write_close(writer);
    archive_write_free(writer);
    out.resize(used);
    return out;
}

} // namespace foretop::logs
