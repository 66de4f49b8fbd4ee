// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/originnames.h"

#include <algorithm>
#include <map>

namespace foretop::logs {
namespace {

/// The last @p parts parts of a path.
std::string_view tailOf(std::string_view path, std::size_t parts)
{
    auto at = path.size();
    for (; parts > 0 && at != std::string_view::npos && at > 0; --parts) {
        at = path.rfind('/', at - 1);
    }
    return at == std::string_view::npos || parts > 0 ? path : path.substr(at + 1);
}

} // namespace

std::vector<std::string> distinguishingNames(const std::vector<std::string_view> &names)
{
    std::vector<std::size_t> parts(names.size(), 1);
    bool isAnyLonger = true;
    while (isAnyLonger) {
        std::map<std::string_view, std::string_view> paths; // by tail; empty when of several
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto [known, isNew] = paths.emplace(tailOf(names[i], parts[i]), names[i]);
            known->second = isNew || known->second == names[i] ? names[i] : std::string_view();
        }
        isAnyLonger = false;
        for (std::size_t i = 0; i < names.size(); ++i) {
            const auto tail = tailOf(names[i], parts[i]);
            if (paths.at(tail).empty() && tail != names[i]) {
                ++parts[i];
                isAnyLonger = true;
            }
        }
    }
    std::vector<std::string> shown;
    for (std::size_t i = 0; i < names.size(); ++i) {
        shown.emplace_back(tailOf(names[i], parts[i]));
    }
    return shown;
}

} // namespace foretop::logs
