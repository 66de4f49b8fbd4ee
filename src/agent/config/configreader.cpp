// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentconfig.h"
#include "agent/config/checkreader.h"
#include "agent/config/environment.h"
#include "agent/config/yamlreader.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

namespace foretop::agent {
namespace {

constexpr std::size_t kMaxChecks = 200;
constexpr std::size_t kMaxLogPatterns = 100;

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
    void addCheck(const YAML::Node &node, CheckConfig check);
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
    m_yaml.readList(node, "checks", kMaxChecks, [this](const YAML::Node &entry) {
        if (auto check = CheckReader(m_yaml, m_timeout).read(entry)) {
            addCheck(entry, std::move(*check));
        }
    });
}

void ConfigReader::addCheck(const YAML::Node &node, CheckConfig check)
{
    for (const auto &other : m_config.checks) {
        if (other.name == check.name) {
            m_yaml.fail(node, ErrorCode::Malformed,
                        fmt::format("two checks are named \"{}\"", check.name));
        }
    }
    m_config.checks.push_back(std::move(check));
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
