// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentconfig.h"
#include "agent/config/environment.h"
#include "agent/config/yamlreader.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>

#include <fmt/format.h>

#include <QUrl>

namespace foretop::agent {
namespace {

constexpr std::size_t kMaxChecks = 200;
constexpr std::size_t kMaxLogPatterns = 100;
constexpr std::size_t kMaxNameBytes = 128;
constexpr Milliseconds kLeastInterval{100};
constexpr Milliseconds kMostInterval{3'600'000};
constexpr Milliseconds kLeastTimeout{10};
constexpr Milliseconds kMostTimeout{300'000};

struct TypeName
{
    std::string_view name;
    CheckType type;
    std::string_view target; ///< the key of its target; empty when it has none
};
constexpr std::array kTypes = {
    TypeName{"disk", CheckType::Disk, "path"},  TypeName{"memory", CheckType::Memory, ""},
    TypeName{"load", CheckType::Load, ""},      TypeName{"http", CheckType::Http, "url"},
    TypeName{"tcp", CheckType::Tcp, "address"},
};

/// Fills an AgentConfig from a document; errors stay in its reader.
class ConfigReader
{
public:
    ConfigReader(const std::string &path, AgentConfig &config, Milliseconds timeout)
        : m_directory(std::filesystem::absolute(path).parent_path())
        , m_config(config)
        , m_timeout(timeout)
        , m_yaml(path)
    {
    }

    std::optional<Error> read(const YAML::Node &root);

private:
    void readService(const YAML::Node &node);
    void readListen(const YAML::Node &node);
    void readTokenFile(const YAML::Node &node);
    void readStateDir(const YAML::Node &node);
    void readMetrics(const YAML::Node &node);
    void readLogs(const YAML::Node &node);
    void readJournal(const YAML::Node &node);
    void readChecks(const YAML::Node &node);
    void readCheck(const YAML::Node &node);
    const TypeName *readType(const YAML::Node &check);
    void readTarget(const YAML::Node &node, CheckConfig &check);
    void setThresholds(const YAML::Node &node, CheckConfig &check, std::optional<double> warnAbove,
                       std::optional<double> failAbove);
    void refuseTwins(const YAML::Node &node, const CheckConfig &check);
    std::string absolute(const std::string &path) const;

    const std::filesystem::path m_directory;
    AgentConfig &m_config;
    const Milliseconds m_timeout;
    YamlReader m_yaml;
};

std::optional<Error> ConfigReader::read(const YAML::Node &root)
{
    std::optional<YAML::Node> listen;
    m_yaml.readMap(root, "the configuration",
                   {
                       {"service", [this](const YAML::Node &node) { readService(node); }},
                       {"listen",
                        [&](const YAML::Node &node) {
                            listen = node;
                            readListen(node);
                        }},
                       {"token",
                        [this](const YAML::Node &node) {
                            m_yaml.fail(node, ErrorCode::Denied,
                                        "a token does not belong in this file: use token_file or "
                                        "FORETOPD_TOKEN");
                        }},
                       {"token_file", [this](const YAML::Node &node) { readTokenFile(node); }},
                       {"state_dir", [this](const YAML::Node &node) { readStateDir(node); }},
                       {"ring_bytes",
                        [this](const YAML::Node &node) {
                            m_config.ringBytes =
                                m_yaml.byteCount(node, "ring_bytes", 64U << 10, 1U << 30)
                                    .value_or(m_config.ringBytes);
                        }},
                       {"metrics", [this](const YAML::Node &node) { readMetrics(node); }},
                       {"checks", [this](const YAML::Node &node) { readChecks(node); }},
                       {"logs", [this](const YAML::Node &node) { readLogs(node); }},
                   });
    if (const auto valid = validate(m_config); !valid) {
        m_yaml.fail(listen.value_or(root), valid.error());
    }
    return m_yaml.error();
}

std::string ConfigReader::absolute(const std::string &path) const
{
    return (m_directory / path).lexically_normal().string();
}

void ConfigReader::readService(const YAML::Node &node)
{
    const auto name = m_yaml.text(node, "service");
    if (name && name->size() > kMaxNameBytes) {
        m_yaml.fail(node, ErrorCode::OutOfRange,
                    fmt::format("service has at most {} bytes", kMaxNameBytes));
    }
    m_config.service = name.value_or(m_config.service);
}

void ConfigReader::readListen(const YAML::Node &node)
{
    const auto listen = m_yaml.text(node, "listen");
    if (!listen) {
        return;
    }
    if (const auto set = setListen(m_config, *listen); !set) {
        m_yaml.fail(node, set.error().code, "listen: " + set.error().message);
    }
}

void ConfigReader::readTokenFile(const YAML::Node &node)
{
    const auto path = m_yaml.text(node, "token_file");
    if (!path || !m_config.token.empty()) { // FORETOPD_TOKEN goes first
        return;
    }
    bool openToAll = false;
    auto token = tokenFromFile(absolute(*path), openToAll);
    if (!token) {
        m_yaml.fail(node, token.error().code, token.error().text());
        return;
    }
    m_config.token = std::move(*token);
    if (openToAll) {
        m_config.warnings.push_back(fmt::format(
            "{}: every user of this machine can read the token; chmod o-r it", absolute(*path)));
    }
}

void ConfigReader::readStateDir(const YAML::Node &node)
{
    const auto text = m_yaml.text(node, "state_dir");
    if (!text) {
        return;
    }
    m_config.stateDir = *text == "none"               ? std::string()
                        : *text == kAutomaticStateDir ? *text
                                                      : absolute(*text);
}

void ConfigReader::readMetrics(const YAML::Node &node)
{
    m_yaml.readMap(node, "metrics",
                   {{"interval", [this](const YAML::Node &value) {
                         m_config.metricsInterval =
                             m_yaml.duration(value, "interval", kLeastInterval, kMostInterval)
                                 .value_or(m_config.metricsInterval);
                     }}});
}

void ConfigReader::readLogs(const YAML::Node &node)
{
    m_yaml.readMap(
        node, "logs",
        {
            {"files",
             [this](const YAML::Node &files) {
                 m_config.logFiles.clear();
                 m_yaml.readList(files, "files", kMaxLogPatterns, [this](const YAML::Node &file) {
                     if (const auto pattern = m_yaml.text(file, "a log file")) {
                         m_config.logFiles.push_back(absolute(*pattern));
                     }
                 });
             }},
            {"from_start",
             [this](const YAML::Node &value) {
                 m_config.logFilesFromStart = m_yaml.flag(value, "from_start").value_or(false);
             }},
            {"journal", [this](const YAML::Node &value) { readJournal(value); }},
            {"own",
             [this](const YAML::Node &value) {
                 m_config.ownLog = m_yaml.flag(value, "own").value_or(true);
             }},
        });
}

void ConfigReader::readJournal(const YAML::Node &node)
{
    const auto text = m_yaml.text(node, "journal");
    if (!text) {
        return;
    }
    if (*text != "auto" && *text != "off" && !text->starts_with('/')) {
        m_yaml.fail(node, ErrorCode::Unknown,
                    "journal must be auto, off or the absolute path of a directory of journal "
                    "files");
    }
    m_config.journal = *text != "off";
    m_config.journalDir = text->starts_with('/') ? *text : std::string();
}

void ConfigReader::readChecks(const YAML::Node &node)
{
    m_config.checks.clear();
    m_yaml.readList(node, "checks", kMaxChecks,
                    [this](const YAML::Node &check) { readCheck(check); });
}

const TypeName *ConfigReader::readType(const YAML::Node &check)
{
    const YAML::Node node = check.IsMap() ? check["type"] : YAML::Node();
    if (!node || node.IsNull()) {
        m_yaml.fail(check, ErrorCode::Missing,
                    "a check needs a type: disk, memory, load, http or tcp");
        return nullptr;
    }
    const auto name = m_yaml.text(node, "type");
    for (const auto &type : kTypes) {
        if (name == type.name) {
            return &type;
        }
    }
    m_yaml.fail(
        node, ErrorCode::Unknown,
        fmt::format("type must be disk, memory, load, http or tcp, not \"{}\"", name.value_or("")));
    return nullptr;
}

void ConfigReader::readCheck(const YAML::Node &node)
{
    const TypeName *type = readType(node);
    if (type == nullptr) {
        return;
    }
    CheckConfig check = usualCheck(type->type);
    check.timeout = m_timeout;
    std::optional<double> warnAbove;
    std::optional<double> failAbove;
    YamlReader::Keys keys = {
        {"type", [](const YAML::Node &) {}},
        {"name",
         [&](const YAML::Node &value) { check.name = m_yaml.text(value, "name").value_or(""); }},
        {"interval",
         [&](const YAML::Node &value) {
             check.interval = m_yaml.duration(value, "interval", kLeastInterval, kMostInterval)
                                  .value_or(check.interval);
         }},
        {"timeout",
         [&](const YAML::Node &value) {
             check.timeout = m_yaml.duration(value, "timeout", kLeastTimeout, kMostTimeout)
                                 .value_or(check.timeout);
         }},
    };
    if (!type->target.empty()) {
        keys.emplace(type->target, [&](const YAML::Node &value) { readTarget(value, check); });
    }
    const bool measured = check.type != CheckType::Http && check.type != CheckType::Tcp;
    if (measured) {
        const double most = check.type == CheckType::Load ? 1000.0 : 1.0;
        keys.emplace("warn_above", [&, most](const YAML::Node &value) {
            warnAbove = m_yaml.number(value, "warn_above", 0, most);
        });
        keys.emplace("fail_above", [&, most](const YAML::Node &value) {
            failAbove = m_yaml.number(value, "fail_above", 0, most);
        });
    }
    if (check.type == CheckType::Http) {
        keys.emplace("expect_status", [&](const YAML::Node &value) {
            const auto status = m_yaml.number(value, "expect_status", 100, 599);
            if (status && *status != std::floor(*status)) {
                m_yaml.fail(value, ErrorCode::WrongType,
                            fmt::format("expect_status must be a whole number, not {}", *status));
            }
            check.expectStatus = static_cast<int>(status.value_or(0));
        });
    }
    m_yaml.readMap(node, fmt::format("a {} check", type->name), keys);
    if (!type->target.empty() && check.target.empty()) {
        m_yaml.fail(node, ErrorCode::Missing,
                    fmt::format("a {} check needs {}", type->name, type->target));
    }
    if (check.target == "self") {
        check.target.clear();
    }
    if (check.name.empty()) {
        check.name = check.target.empty() ? std::string(type->name)
                                          : fmt::format("{} {}", type->name, check.target);
    }
    setThresholds(node, check, warnAbove, failAbove);
    refuseTwins(node, check);
    m_config.checks.push_back(std::move(check));
}

void ConfigReader::readTarget(const YAML::Node &node, CheckConfig &check)
{
    auto target = m_yaml.text(node, "the target of a check");
    if (!target) {
        return;
    }
    if (check.type == CheckType::Disk && !target->starts_with('/')) {
        m_yaml.fail(node, ErrorCode::Malformed, "path must be absolute");
    } else if (check.type == CheckType::Http && *target != "self") {
        const QUrl url(QString::fromStdString(*target), QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() ||
            (url.scheme() != QLatin1String("http") && url.scheme() != QLatin1String("https"))) {
            m_yaml.fail(
                node, ErrorCode::Malformed,
                fmt::format("url must be an http or https URL, or self, not \"{}\"", *target));
        }
    } else if (check.type == CheckType::Tcp) {
        const QUrl url(QStringLiteral("tcp://") + QString::fromStdString(*target),
                       QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() || url.port() < 1 || !url.path().isEmpty()) {
            m_yaml.fail(node, ErrorCode::Malformed,
                        fmt::format("address must be host:port, not \"{}\"", *target));
        }
    }
    check.target = std::move(*target);
}

void ConfigReader::setThresholds(const YAML::Node &node, CheckConfig &check,
                                 std::optional<double> warnAbove, std::optional<double> failAbove)
{
    if (warnAbove && failAbove && *failAbove < *warnAbove) {
        m_yaml.fail(node, ErrorCode::OutOfRange,
                    fmt::format("fail_above ({}) must not be below warn_above ({})", *failAbove,
                                *warnAbove));
    }
    // A usual threshold gives way to one that is set.
    if (warnAbove) {
        check.warnAbove = warnAbove;
        check.failAbove = failAbove ? failAbove : std::max(check.failAbove, warnAbove);
    } else if (failAbove) {
        check.failAbove = failAbove;
        check.warnAbove = std::min(check.warnAbove, failAbove);
    }
}

void ConfigReader::refuseTwins(const YAML::Node &node, const CheckConfig &check)
{
    if (check.name.size() > kMaxNameBytes) {
        m_yaml.fail(node, ErrorCode::OutOfRange,
                    fmt::format("the name of a check has at most {} bytes", kMaxNameBytes));
    }
    for (const auto &other : m_config.checks) {
        if (other.name == check.name) {
            m_yaml.fail(node, ErrorCode::Malformed,
                        fmt::format("two checks are named \"{}\"", check.name));
        }
    }
}

Result<std::string> readBounded(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::string bytes(kMaxConfigBytes + 1, '\0');
    if (!file || !file.read(bytes.data(), 0)) {
        return fail(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io,
                    fmt::format("cannot be read: {}", std::strerror(errno)), path);
    }
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (file.bad()) {
        return fail(ErrorCode::Io, fmt::format("cannot be read: {}", std::strerror(errno)), path);
    }
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

} // namespace

Result<AgentConfig> readConfig(const std::string &path)
{
    auto config = environmentConfig();
    const auto timeout = environmentTimeout();
    if (!config || !timeout) {
        return config;
    }
    config->stateDir = kAutomaticStateDir;
    const auto text = readBounded(path);
    if (!text) {
        return tl::unexpected(text.error());
    }
    const auto root = parseYaml(*text, path);
    if (!root) {
        return tl::unexpected(root.error());
    }
    ConfigReader reader(path, *config, timeout->value_or(CheckConfig().timeout));
    if (const auto error = reader.read(*root)) {
        return tl::unexpected(*error);
    }
    return config;
}

} // namespace foretop::agent
