// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logpaths.h"
#include "logs/rotatedname.h"

#include <algorithm>
#include <map>
#include <memory>

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

} // namespace

std::vector<std::string> rotatedSiblings(const std::string &path)
{
    const auto slash = path.rfind('/') + 1; // 0 when there is none
    const auto prefix = path.substr(0, slash);
    const auto name = path.substr(slash);
    const auto names = namesIn(prefix.empty() ? "." : prefix);
    const auto base = baseOf(name, names);
    std::vector<Sibling> siblings;
    for (const auto &other : names) {
        for (auto &taken : rotatedNames(other)) {
            if (taken.base == base) {
                siblings.push_back({other, std::move(taken)});
                break;
            }
        }
    }
    std::ranges::sort(siblings, [](const Sibling &a, const Sibling &b) {
        return a.taken.isOlderThan(b.taken) ||
               (!b.taken.isOlderThan(a.taken) && a.taken.isCompressed < b.taken.isCompressed);
    });
    // While one is compressed both files are there, the archive perhaps not whole yet.
    const auto isSame = [](const Sibling &a, const Sibling &b) {
        return !a.taken.isOlderThan(b.taken) && !b.taken.isOlderThan(a.taken);
    };
    siblings.erase(std::unique(siblings.begin(), siblings.end(), isSame), siblings.end());
    std::vector<std::string> found;
    const auto skipped = siblings.size() - std::min(siblings.size(), kMaxFiles);
    for (auto at = skipped; at < siblings.size(); ++at) {
        found.push_back(prefix + siblings[at].name);
    }
    return found.empty() ? std::vector{path} : found;
}

} // namespace foretop::logs
