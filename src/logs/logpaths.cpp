// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logpaths.h"

#include "logs/archiveinput.h"
#include "logs/filedescriptor.h"
#include "logs/ioerror.h"
#include "logs/textencoding.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <glob.h>
#include <sys/stat.h>

namespace foretop::logs {
namespace {

constexpr std::size_t kLookBytes = 1024;

bool isText(std::string_view head)
{
    const auto encoding = guessEncoding(head).encoding;
    const bool isUtf16 = encoding == TextEncoding::Utf16Le || encoding == TextEncoding::Utf16Be;
    return isUtf16 || head.find('\0') == std::string_view::npos;
}

bool looksLikeLog(const std::string &path)
{
    struct stat status
    {
    };
    if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return false;
    }
    const FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    if (!file.isOpen()) {
        return errno == EACCES || errno == EPERM;
    }
    std::array<char, kLookBytes> bytes{};
    const auto count = ::read(file.get(), bytes.data(), bytes.size());
    const std::string_view head(bytes.data(), static_cast<std::size_t>(std::max<long>(count, 0)));
    return count >= 0 && (isCompressed(head).value_or(false) || isText(head));
}

Result<std::vector<std::string>> logsAmong(std::vector<std::string> paths, const std::string &named)
{
    std::erase_if(paths, [](const auto &path) { return !looksLikeLog(path); });
    if (paths.empty()) {
        return fail(ErrorCode::NotFound, "no logs are there", named);
    }
    if (paths.size() > kMaxFiles) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("{} logs are there, more than the {} that can be opened at once",
                                paths.size(), kMaxFiles),
                    named);
    }
    std::ranges::sort(paths);
    return paths;
}

Result<std::vector<std::string>> logsIn(const std::string &directory)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> handle(::opendir(directory.c_str()), ::closedir);
    if (!handle) {
        return tl::unexpected(ioError(errno, "list", directory));
    }
    const auto prefix = directory.ends_with('/') ? directory : directory + '/';
    std::vector<std::string> paths;
    // readdir() of one handle is for one thread, which this is.
    while (const auto *entry = ::readdir(handle.get())) { // NOLINT(concurrency-mt-unsafe)
        if (entry->d_name[0] != '.') {
            paths.push_back(prefix + entry->d_name);
        }
    }
    return logsAmong(std::move(paths), directory);
}

Result<std::vector<std::string>> logsMatching(const std::string &pattern)
{
    glob_t found{};
    const int status = ::glob(pattern.c_str(), GLOB_TILDE, nullptr, &found);
    std::vector<std::string> paths(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    ::globfree(&found);
    if (status == GLOB_ABORTED || status == GLOB_NOSPACE) {
        return fail(ErrorCode::Io, "cannot look for matching files", pattern);
    }
    if (paths.empty()) {
        return fail(ErrorCode::NotFound, "no file matches", pattern);
    }
    return logsAmong(std::move(paths), pattern);
}

} // namespace

Result<std::vector<std::string>> logPaths(const std::string &named)
{
    struct stat status
    {
    };
    if (::stat(named.c_str(), &status) == 0) {
        return S_ISDIR(status.st_mode) ? logsIn(named) : std::vector{named};
    }
    const int error = errno;
    if (named.starts_with('~') || named.find_first_of("*?[") != std::string::npos) {
        return logsMatching(named);
    }
    return tl::unexpected(ioError(error, "open", named));
}

} // namespace foretop::logs
