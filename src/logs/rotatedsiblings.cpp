// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logpaths.h"
#include "logs/rotatedname.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include <dirent.h>

namespace foretop::logs {
namespace {

std::vector<std::string> namesIn(const std::string &directory)
{
    std::vector<std::string> names;
    const std::unique_ptr<DIR, int (*)(DIR *)> handle(::opendir(directory.c_str()), ::closedir);
    if (!handle) {
        return names;
    }
    // readdir() of one handle is for one thread, which this is.
    while (const auto *entry = ::readdir(handle.get())) { // NOLINT(concurrency-mt-unsafe)
        if (entry->d_type == DT_REG || entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN) {
            names.emplace_back(entry->d_name);
        }
    }
    return names;
}

/// The name of the file that @p name was written as: itself unless it was rotated.
std::string baseOf(const std::string &name, const std::vector<std::string> &names)
{
    for (const auto &taken : rotatedNames(name)) {
        const bool isThere = std::ranges::find(names, taken.base) != names.end();
        if (!taken.isCurrent() && (isThere || !taken.date.empty())) {
            return taken.base;
        }
    }
    return name;
}

struct Sibling
{
    std::string name;
    RotatedName taken;
};

/// Those of @p names that are of @p base, oldest first.
std::vector<Sibling> siblingsAmong(const std::vector<std::string> &names, const std::string &base)
{
    std::vector<Sibling> siblings;
    for (const auto &name : names) {
        for (auto &taken : rotatedNames(name)) {
            if (taken.base == base) {
                siblings.push_back({name, std::move(taken)});
                break;
            }
        }
    }
    std::ranges::sort(siblings, [](const Sibling &a, const Sibling &b) {
        return a.taken.isOlderThan(b.taken) ||
               (!b.taken.isOlderThan(a.taken) && a.taken.isCompressed < b.taken.isCompressed);
    });
    return siblings;
}

/// The part of @p path before its file's name.
std::string folderOf(const std::string &path)
{
    return path.substr(0, path.rfind('/') + 1); // nothing when there is no slash
}

} // namespace

std::vector<std::string> rotatedSiblings(const std::string &path)
{
    const auto folder = folderOf(path);
    const auto name = path.substr(folder.size());
    const auto names = namesIn(folder.empty() ? "." : folder);
    auto siblings = siblingsAmong(names, baseOf(name, names));
    // While one is compressed both files are there, the archive perhaps not whole yet.
    const auto isSame = [](const Sibling &a, const Sibling &b) {
        return !a.taken.isOlderThan(b.taken) && !b.taken.isOlderThan(a.taken);
    };
    siblings.erase(std::unique(siblings.begin(), siblings.end(), isSame), siblings.end());
    std::vector<std::string> found;
    const auto skipped = siblings.size() - std::min(siblings.size(), kMaxFiles);
    for (auto at = skipped; at < siblings.size(); ++at) {
        found.push_back(folder + siblings[at].name);
    }
    return found.empty() ? std::vector{path} : found;
}

std::vector<std::vector<std::string>> groupedByRotation(const std::vector<std::string> &paths)
{
    std::map<std::string, std::vector<std::string>> names; // by folder
    for (const auto &path : paths) {
        const auto folder = folderOf(path);
        names[folder].push_back(path.substr(folder.size()));
    }
    std::vector<std::vector<std::string>> groups;
    std::set<std::string> grouped;
    for (const auto &path : paths) {
        if (grouped.contains(path)) {
            continue;
        }
        const auto folder = folderOf(path);
        const auto &beside = names[folder];
        std::vector<std::string> group;
        for (const auto &[name, taken] :
             siblingsAmong(beside, baseOf(path.substr(folder.size()), beside))) {
            if (grouped.insert(folder + name).second) {
                group.push_back(folder + name);
            }
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

} // namespace foretop::logs
