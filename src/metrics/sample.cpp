// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/sample.h"

namespace foretop::metrics {
namespace {

void appendEscaped(std::string &out, std::string_view text)
{
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += c;
    }
}

} // namespace

std::string_view familyTypeName(FamilyType type)
{
    static constexpr std::string_view kNames[] = {
        "unknown", "counter", "gauge", "histogram", "summary", "gaugehistogram", "info", "stateset",
    };
    return kNames[static_cast<std::size_t>(type)];
}

std::string SeriesKey::text() const
{
    std::string out = name;
    char separator = '{';
    for (const auto &[label, value] : labels) {
        out += separator;
        out += label;
        out += "=\"";
        appendEscaped(out, value);
        out += '"';
        separator = ',';
    }
    if (!labels.empty()) {
        out += '}';
    }
    return out;
}

} // namespace foretop::metrics
