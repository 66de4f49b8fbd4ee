// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging/context.h"

#include <vector>

namespace foretop::logging {
namespace {

std::vector<Field> &fieldsOfThread()
{
    thread_local std::vector<Field> fields;
    return fields;
}

} // namespace

ContextScope::ContextScope(std::initializer_list<Field> fields)
    : m_previousSize(fieldsOfThread().size())
{
    fieldsOfThread().insert(fieldsOfThread().end(), fields);
}

ContextScope::~ContextScope()
{
    auto &fields = fieldsOfThread();
    fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(m_previousSize), fields.end());
}

std::span<const Field> contextFields()
{
    return fieldsOfThread();
}

} // namespace foretop::logging
