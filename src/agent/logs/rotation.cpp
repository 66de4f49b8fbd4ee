// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/logs/rotation.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include <glob.h>

namespace foretop::agent {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxEntriesLookedAt = 10'000;

bool isCompressed(std::string_view name)
{
    constexpr std::array<std::string_view, 7> kSuffixes = {".gz",  ".xz",  ".bz2", ".zst",
                                                           ".lz4", ".zip", ".Z"};
    return std::any_of(kSuffixes.begin(), kSuffixes.end(),
                       [name](std::string_view suffix) { return name.ends_with(suffix); });
}

/// Whether @p text is what rotation puts into a name: ".1", "-20240131", "_2024-01-31", ".old".
bool isRotationMark(std::string_view text)
{
    if (text.size() < 2 || std::string_view(".-_").find(text[0]) == std::string_view::npos) {
        return false;
    }
    return text == ".old" || (text[1] >= '0' && text[1] <= '9');
}

/// Paths in the directory of @p path, at most kMaxEntriesLookedAt.
std::vector<std::string> siblingsOf(const std::string &path)
{
    std::vector<std::string> siblings;
    std::error_code failure;
    for (fs::directory_iterator entry(fs::path(path).parent_path(), failure), end;
         !failure && entry != end && siblings.size() < kMaxEntriesLookedAt;
         entry.increment(failure)) {
        if (!isCompressed(entry->path().native())) {
            siblings.push_back(entry->path().native());
        }
    }
    return siblings;
}

bool hasId(const std::string &path, FileId id)
{
    struct stat info = {};
    return stat(path.c_str(), &info) == 0 && info.st_dev == id.device && info.st_ino == id.inode;
}

std::unique_ptr<TailedFile> openIfContinues(const std::string &path, const FilePosition &position)
{
    auto file = TailedFile::open(path);
    return file && (*file)->continues(position) ? std::move(*file) : nullptr;
}

} // namespace

std::vector<std::string> filesMatching(const std::string &pattern)
{
    std::vector<std::string> paths;
    glob_t found = {};
    if (glob(pattern.c_str(), GLOB_BRACE, nullptr, &found) == 0) {
        for (std::size_t i = 0; i < found.gl_pathc; ++i) {
            std::error_code failure;
            if (!isCompressed(found.gl_pathv[i]) &&
                fs::is_regular_file(found.gl_pathv[i], failure)) {
                paths.emplace_back(found.gl_pathv[i]);
            }
        }
    }
    globfree(&found);
    return paths;
}

bool isRotatedName(const std::string &path, const std::string &candidate)
{
    const fs::path original(path);
    const fs::path other(candidate);
    if (original.parent_path() != other.parent_path()) {
        return false;
    }
    const std::string name = original.filename().native();
    const std::string stem = original.stem().native();
    const std::string extension = original.extension().native();
    const std::string rotated = other.filename().native();
    if (rotated.starts_with(name) &&
        isRotationMark(std::string_view(rotated).substr(name.size()))) {
        return true;
    }
    return !extension.empty() && rotated.size() > name.size() && rotated.starts_with(stem) &&
           rotated.ends_with(extension) &&
           isRotationMark(
               std::string_view(rotated).substr(stem.size(), rotated.size() - name.size()));
}

std::unique_ptr<TailedFile> findRotated(const FilePosition &position)
{
    const auto siblings = siblingsOf(position.path);
    for (const auto &sibling : siblings) {
        if (hasId(sibling, position.id)) {
            if (auto file = openIfContinues(sibling, position)) {
                return file;
            }
        }
    }
    if (position.fingerprint.length == 0) {
        return nullptr; // any file would do
    }
    for (const auto &sibling : siblings) {
        if (isRotatedName(position.path, sibling) && !hasId(sibling, position.id)) {
            if (auto file = openIfContinues(sibling, position)) {
                return file;
            }
        }
    }
    return nullptr;
}

std::vector<std::unique_ptr<TailedFile>> rotatedSince(const std::string &path, std::int64_t since)
{
    std::vector<std::unique_ptr<TailedFile>> files;
    for (const auto &sibling : siblingsOf(path)) {
        auto file = isRotatedName(path, sibling) ? TailedFile::open(sibling)
                                                 : Result<std::unique_ptr<TailedFile>>(nullptr);
        if (file && *file && (*file)->modifiedAt() >= since) {
            files.push_back(std::move(*file));
        }
    }
    std::sort(files.begin(), files.end(),
              [](const auto &a, const auto &b) { return a->modifiedAt() < b->modifiedAt(); });
    return files;
}

} // namespace foretop::agent
