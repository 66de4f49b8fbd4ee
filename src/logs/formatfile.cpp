// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logformat.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

namespace foretop::logs {
namespace {

namespace fs = std::filesystem;

Error errorOf(ErrorCode code, std::string message, const fs::path &path)
{
    return {.code = code, .message = std::move(message), .source = path.string(), .place = {}};
}

/// The format files in @p directory and the directories in it, sorted.
std::vector<fs::path> formatFilesIn(const fs::path &directory, std::vector<Error> &warnings)
{
    constexpr int kMostDepth = 2;
    constexpr std::size_t kMostEntries = 10'000;
    std::vector<fs::path> paths;
    std::size_t entries = 0;
    std::error_code error;
    auto entry = fs::recursive_directory_iterator(
        directory, fs::directory_options::skip_permission_denied, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        std::error_code ignored;
        if (entry.depth() >= kMostDepth) {
            entry.disable_recursion_pending();
        }
        if (entry->path().extension() == ".json" && entry->is_regular_file(ignored)) {
            paths.push_back(entry->path());
        }
        if (++entries > kMostEntries) {
            break;
        }
    }
    if (error) {
        warnings.push_back(errorOf(ErrorCode::Io, error.message(), directory));
    }
    std::sort(paths.begin(), paths.end());
    if (paths.size() > kMaxFormatFiles) {
        warnings.push_back(
            errorOf(ErrorCode::TooLarge,
                    fmt::format("format files after the first {} are not read", kMaxFormatFiles),
                    directory));
        paths.resize(kMaxFormatFiles);
    }
    return paths;
}

Result<std::string> contentOf(const fs::path &path)
{
    std::ifstream file(path, std::ios::binary);
    std::string content(kMaxFormatFileBytes + 1, '\0');
    if (!file) {
        return tl::unexpected(errorOf(ErrorCode::Io, "cannot be opened", path));
    }
    file.read(content.data(), static_cast<std::streamsize>(content.size()));
    if (file.bad()) {
        return tl::unexpected(errorOf(ErrorCode::Io, "cannot be read", path));
    }
    content.resize(static_cast<std::size_t>(file.gcount()));
    if (content.size() > kMaxFormatFileBytes) {
        return tl::unexpected(errorOf(
            ErrorCode::TooLarge,
            fmt::format("a format file may have up to {} bytes", kMaxFormatFileBytes), path));
    }
    return content;
}

} // namespace

std::vector<LogFormatPtr> readFormats(const std::string &path, std::vector<Error> &warnings)
{
    std::error_code error;
    const auto status = fs::status(path, error);
    std::vector<fs::path> files;
    if (fs::is_directory(status)) {
        files = formatFilesIn(path, warnings);
    } else if (fs::is_regular_file(status)) {
        files.emplace_back(path);
    } else if (fs::exists(status) || (error && status.type() != fs::file_type::not_found)) {
        warnings.push_back(errorOf(ErrorCode::Io, "is neither a file nor a directory", path));
    }
    std::vector<LogFormatPtr> formats;
    for (const auto &file : files) {
        const auto content = contentOf(file);
        auto read = content ? formatsFromJson(*content, file.string(), warnings)
                            : tl::unexpected(content.error());
        if (!read) {
            warnings.push_back(std::move(read.error()));
            continue;
        }
        formats.insert(formats.end(), read->begin(), read->end());
    }
    return formats;
}

} // namespace foretop::logs
