// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/yamldocument.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foretop::agent {

inline constexpr std::size_t kMaxConfigBytes = 1U << 20;

/// Parses @p text as one YAML 1.2 document. Aliases are refused (a few bytes of them can stand for
/// gigabytes), as are invalid UTF-8, several documents and more than kMaxConfigBytes.
Result<YAML::Node> parseYaml(const std::string &text, std::string_view source);

/// Reads values out of a YAML document. The first error, in the document's order, is kept and
/// everything after it is ignored, so that a reader reads on without a test after every value.
class YamlReader
{
public:
    using Read = std::function<void(const YAML::Node &)>;
    using Keys = std::map<std::string_view, Read>;

    explicit YamlReader(std::string source)
        : m_source(std::move(source))
    {
    }

    /// Calls the entry of @p keys for each key of the mapping @p node; a key that is not among
    /// them, or there twice, is an error. @p what names the mapping in messages.
    void readMap(const YAML::Node &node, std::string_view what, const Keys &keys);
    /// Calls @p read for each element; more than @p most are an error.
    void readList(const YAML::Node &node, std::string_view what, std::size_t most,
                  const Read &read);

    // Values; the given @p what names them in messages. They return nothing after an error.
    std::optional<std::string> text(const YAML::Node &node, std::string_view what);
    std::optional<bool> flag(const YAML::Node &node, std::string_view what);
    std::optional<double> number(const YAML::Node &node, std::string_view what, double least,
                                 double most);
    /// "5s", "250ms", "2m", "1h", or a number of seconds.
    std::optional<Milliseconds> duration(const YAML::Node &node, std::string_view what,
                                         Milliseconds least, Milliseconds most);
    /// "16MiB", "64KiB", "1GiB", or a number of bytes.
    std::optional<std::size_t> byteCount(const YAML::Node &node, std::string_view what,
                                         std::size_t least, std::size_t most);

    void fail(const YAML::Node &at, ErrorCode code, std::string message);
    /// As fail() for an error that came from elsewhere.
    void fail(const YAML::Node &at, const Error &error) { fail(at, error.code, error.message); }
    const std::optional<Error> &error() const { return m_error; }

private:
    bool isScalar(const YAML::Node &node, std::string_view what, std::string_view expected);
    std::optional<double> withUnit(const YAML::Node &node, std::string_view what,
                                   std::string_view expected,
                                   const std::map<std::string_view, double> &units);

    std::string m_source;
    std::optional<Error> m_error;
    YAML::Mark m_key = YAML::Mark::null_mark(); ///< of the key whose value is being read
};

} // namespace foretop::agent
