// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/level.h"

#include <fmt/format.h>

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace foretop::logging {

/// A value of a context field.
using FieldValue = std::variant<std::string, std::int64_t, std::uint64_t, double, bool>;

/// One context field of a record. Fields whose name looks like a secret (password, token, secret,
/// authorization, cookie, api_key, private_key, dsn) are written as "[redacted]". A field named
/// like a member of every record (timestamp, level, logger, message) gets a "_" at its end.
struct Field
{
    std::string name;
    FieldValue value;
};

/// Puts fields on every record that this thread writes while it lives (request_id, job_id, ...).
/// Nests; must be destroyed in reverse order. Of fields with one name the innermost counts, and
/// one given with the record more than all.
class ContextScope
{
public:
    explicit ContextScope(std::initializer_list<Field> fields);
    ~ContextScope();
    ContextScope(const ContextScope &) = delete;
    ContextScope &operator=(const ContextScope &) = delete;

private:
    std::size_t m_previousSize;
};

/// Writes one record for @p logger ("agent.http"), asynchronously; never blocks on a full queue:
/// the oldest are dropped and their number is told by a record once there is room. Any thread.
/// A message or text field over 16 KiB is cut and says so.
void write(logs::Level level, std::string_view logger, std::string_view message,
           std::initializer_list<Field> fields = {});

/// A named logger: `const logging::Logger kLog("agent.http"); kLog.info("listening", {{...}});`
class Logger
{
public:
    constexpr explicit Logger(std::string_view name)
        : m_name(name)
    {
    }
    void debug(std::string_view message, std::initializer_list<Field> fields = {}) const
    {
        write(logs::Level::Debug, m_name, message, fields);
    }
    void info(std::string_view message, std::initializer_list<Field> fields = {}) const
    {
        write(logs::Level::Info, m_name, message, fields);
    }
    void warning(std::string_view message, std::initializer_list<Field> fields = {}) const
    {
        write(logs::Level::Warning, m_name, message, fields);
    }
    void error(std::string_view message, std::initializer_list<Field> fields = {}) const
    {
        write(logs::Level::Error, m_name, message, fields);
    }
    void critical(std::string_view message, std::initializer_list<Field> fields = {}) const
    {
        write(logs::Level::Critical, m_name, message, fields);
    }

private:
    std::string_view m_name;
};

} // namespace foretop::logging
