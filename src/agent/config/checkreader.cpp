// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/config/checkreader.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include <QUrl>

namespace foretop::agent {
namespace {

constexpr Milliseconds kLeastTimeout{10};
constexpr Milliseconds kMostTimeout{300'000};

bool isHttpUrl(const std::string &text)
{
    const QUrl url(QString::fromStdString(text), QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"));
}

bool isHostAndPort(const std::string &text)
{
    const QUrl url(QStringLiteral("tcp://") + QString::fromStdString(text), QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && url.port() > 0 && url.path().isEmpty();
}

/// What is wrong with @p target; empty when nothing is.
std::string complaintAbout(CheckType type, const std::string &target)
{
    if (type == CheckType::Disk && !target.starts_with('/')) {
        return "path must be absolute";
    }
    if (type == CheckType::Http && target != "self" && !isHttpUrl(target)) {
        return fmt::format("url must be an http or https URL, or self, not \"{}\"", target);
    }
    if (type == CheckType::Tcp && !isHostAndPort(target)) {
        return fmt::format("address must be host:port, not \"{}\"", target);
    }
    return {};
}

} // namespace

struct CheckReader::Type
{
    std::string_view name;
    CheckType type;
    std::string_view target; ///< the key of its target; empty when it has none
};

CheckReader::CheckReader(YamlReader &yaml, Milliseconds timeout)
    : m_yaml(yaml)
    , m_timeout(timeout)
{
}

std::optional<CheckConfig> CheckReader::read(const YAML::Node &node)
{
    const Type *type = readType(node);
    if (type == nullptr) {
        return {};
    }
    m_check = usualCheck(type->type);
    m_check.timeout = m_timeout;
    m_yaml.readMap(node, fmt::format("a {} check", type->name), keysFor(*type));
    finish(node, *type);
    return m_check;
}

const CheckReader::Type *CheckReader::readType(const YAML::Node &node)
{
    static constexpr std::array kTypes = {
        Type{"disk", CheckType::Disk, "path"},  Type{"memory", CheckType::Memory, ""},
        Type{"load", CheckType::Load, ""},      Type{"http", CheckType::Http, "url"},
        Type{"tcp", CheckType::Tcp, "address"},
    };
    const YAML::Node value = node.IsMap() ? node["type"] : YAML::Node();
    if (!value || value.IsNull()) {
        m_yaml.fail(node, ErrorCode::Missing,
                    "a check needs a type: disk, memory, load, http or tcp");
        return nullptr;
    }
    const std::string name = m_yaml.text(value, "type").value_or("");
    const auto found = std::find_if(kTypes.begin(), kTypes.end(),
                                    [&name](const Type &type) { return type.name == name; });
    if (found == kTypes.end()) {
        m_yaml.fail(value, ErrorCode::Unknown,
                    fmt::format("type must be disk, memory, load, http or tcp, not \"{}\"", name));
        return nullptr;
    }
    return &*found;
}

YamlReader::Keys CheckReader::keysFor(const Type &type)
{
    YamlReader::Keys keys = {
        {"type", [](const YAML::Node &) {}},
        {"name",
         [this](const YAML::Node &value) {
             m_check.name = m_yaml.text(value, "name").value_or("");
         }},
        {"interval",
         [this](const YAML::Node &value) {
             m_check.interval = m_yaml.duration(value, "interval", kLeastInterval, kMostInterval)
                                    .value_or(m_check.interval);
         }},
        {"timeout",
         [this](const YAML::Node &value) {
             m_check.timeout = m_yaml.duration(value, "timeout", kLeastTimeout, kMostTimeout)
                                   .value_or(m_check.timeout);
         }},
    };
    if (!type.target.empty()) {
        keys.emplace(type.target, [this](const YAML::Node &value) { readTarget(value); });
    }
    if (type.type == CheckType::Http) {
        keys.emplace("expect_status", [this](const YAML::Node &value) { readStatus(value); });
    } else if (type.type != CheckType::Tcp) {
        const double most = type.type == CheckType::Load ? 1000.0 : 1.0;
        keys.emplace("warn_above", [this, most](const YAML::Node &value) {
            m_warnAbove = m_yaml.number(value, "warn_above", 0, most);
        });
        keys.emplace("fail_above", [this, most](const YAML::Node &value) {
            m_failAbove = m_yaml.number(value, "fail_above", 0, most);
        });
    }
    return keys;
}

void CheckReader::readTarget(const YAML::Node &node)
{
    const auto target = m_yaml.text(node, "the target of a check");
    if (!target) {
        return;
    }
    if (const auto complaint = complaintAbout(m_check.type, *target); !complaint.empty()) {
        m_yaml.fail(node, ErrorCode::Malformed, complaint);
    }
    m_check.target = *target;
}

void CheckReader::readStatus(const YAML::Node &node)
{
    const auto status = m_yaml.number(node, "expect_status", 100, 599);
    if (status && *status != std::floor(*status)) {
        m_yaml.fail(node, ErrorCode::WrongType,
                    fmt::format("expect_status must be a whole number, not {}", *status));
    }
    m_check.expectStatus = static_cast<int>(status.value_or(0));
}

void CheckReader::finish(const YAML::Node &node, const Type &type)
{
    if (!type.target.empty() && m_check.target.empty()) {
        m_yaml.fail(node, ErrorCode::Missing,
                    fmt::format("a {} check needs {}", type.name, type.target));
    }
    if (m_check.target == "self") {
        m_check.target.clear();
    }
    if (m_check.name.empty()) {
        m_check.name = m_check.target.empty() ? std::string(type.name)
                                              : fmt::format("{} {}", type.name, m_check.target);
    }
    if (m_check.name.size() > kMaxNameBytes) {
        m_yaml.fail(node, ErrorCode::OutOfRange,
                    fmt::format("the name of a check has at most {} bytes", kMaxNameBytes));
    }
    setThresholds(node);
}

void CheckReader::setThresholds(const YAML::Node &node)
{
    if (m_warnAbove && m_failAbove && *m_failAbove < *m_warnAbove) {
        m_yaml.fail(node, ErrorCode::OutOfRange,
                    fmt::format("fail_above ({}) must not be below warn_above ({})", *m_failAbove,
                                *m_warnAbove));
    }
    // A usual threshold gives way to one that is set.
    if (m_warnAbove) {
        m_check.warnAbove = m_warnAbove;
        m_check.failAbove = m_failAbove ? m_failAbove : std::max(m_check.failAbove, m_warnAbove);
    } else if (m_failAbove) {
        m_check.failAbove = m_failAbove;
        m_check.warnAbove = std::min(m_check.warnAbove, m_failAbove);
    }
}

} // namespace foretop::agent
