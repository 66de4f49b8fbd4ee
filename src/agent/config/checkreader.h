// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agentconfig.h"
#include "agent/config/yamlreader.h"

namespace foretop::agent {

inline constexpr std::size_t kMaxNameBytes = 128;  ///< of services and checks
inline constexpr Milliseconds kLeastInterval{100}; ///< of checks and metrics
inline constexpr Milliseconds kMostInterval{3'600'000};

/// Reads one entry of "checks"; errors stay in the YamlReader.
class CheckReader
{
public:
    /// @p yaml must outlive the reader; @p timeout is that of a check which does not say.
    CheckReader(YamlReader &yaml, Milliseconds timeout);

    std::optional<CheckConfig> read(const YAML::Node &node);

private:
    struct Type;

    const Type *readType(const YAML::Node &node);
    YamlReader::Keys keysFor(const Type &type);
    void readTarget(const YAML::Node &node);
    void readStatus(const YAML::Node &node);
    void finish(const YAML::Node &node, const Type &type);
    void setThresholds(const YAML::Node &node);

    YamlReader &m_yaml;
    const Milliseconds m_timeout;
    CheckConfig m_check;
    std::optional<double> m_warnAbove;
    std::optional<double> m_failAbove;
};

} // namespace foretop::agent
