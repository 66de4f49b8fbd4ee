// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/familyname.h"

#include <algorithm>
#include <array>

namespace foretop::metrics {

const Family *familyOf(std::string_view name,
                       const std::function<const Family *(std::string_view)> &find)
{
    struct Suffix
    {
        std::string_view text;
        std::array<FamilyType, 3> types;
    };
    using enum FamilyType;
    static constexpr std::array kSuffixes{
        Suffix{"", {}},
        Suffix{"_bucket", {Histogram, GaugeHistogram, Histogram}},
        Suffix{"_sum", {Histogram, Summary, Summary}},
        Suffix{"_count", {Histogram, Summary, Summary}},
        Suffix{"_gsum", {GaugeHistogram, GaugeHistogram, GaugeHistogram}},
        Suffix{"_gcount", {GaugeHistogram, GaugeHistogram, GaugeHistogram}},
        Suffix{"_total", {Counter, Counter, Counter}},
        Suffix{"_created", {Counter, Histogram, Summary}},
        Suffix{"_info", {Info, Info, Info}},
    };
    for (const auto &[suffix, types] : kSuffixes) {
        if (!name.ends_with(suffix)) {
            continue;
        }
        const auto *family = find(name.substr(0, name.size() - suffix.size()));
        if (family &&
            (suffix.empty() || std::count(types.begin(), types.end(), family->type) > 0)) {
            return family;
        }
    }
    return nullptr;
}

} // namespace foretop::metrics
