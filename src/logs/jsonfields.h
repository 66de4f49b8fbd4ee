// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"
#include "logs/recordparser.h"

#include <string>
#include <string_view>

namespace foretop::logs {

/// Goes over the fields of a JSON record: its members, those of nested objects by names joined by
/// dots; at most kMaxFields, nested deeper than kMaxFieldDepth as they are. Keeps its buffer; one
/// thread.
class JsonFieldWalk
{
public:
    /// Calls visit(std::string_view name, JsonElement value) for each, in order.
    template <typename Visit>
    void run(JsonObject object, const Visit &visit)
    {
        m_name.clear();
        m_count = 0;
        walk(object, visit, 1);
    }

private:
    template <typename Visit>
    void walk(JsonObject object, const Visit &visit, std::size_t depth)
    {
        const auto prefix = m_name.size();
        for (const auto [key, value] : object) {
            if (m_count >= kMaxFields) {
                return;
            }
            m_name.resize(prefix);
            m_name += key;
            JsonObject inner;
            if (depth < kMaxFieldDepth && value.is_object() &&
                value.get(inner) == simdjson::SUCCESS && inner.begin() != inner.end()) {
                m_name += '.';
                walk(inner, visit, depth + 1);
            } else {
                ++m_count;
                visit(std::string_view(m_name), value);
            }
        }
    }

    std::string m_name;
    std::size_t m_count = 0;
};

} // namespace foretop::logs
