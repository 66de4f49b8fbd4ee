// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/profile.h"

#include "base/yamldocument.h"
#include "session/profilevalues.h"

#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace foretop::session {

namespace {

/// Walks a profile.
class ProfileReader : private ProfileValues
{
public:
    using ProfileValues::ProfileValues;

    Result<QVector<Environment>> read(const std::string &yaml);

private:
    void secrets(const Mapping &members, SourceConfig &source);
    SourceConfig scrape(const YAML::Node &node);
    SourceConfig prometheus(const YAML::Node &node);
    Environment environment(const YAML::Node &node);
    QVector<SourceConfig> agent(const YAML::Node &node);
    SourceConfig source(const YAML::Node &node);
    void add(Environment &environment, const QVector<SourceConfig> &sources,
             const YAML::Mark &mark);
};

QVector<SourceConfig> ProfileReader::agent(const YAML::Node &node)
{
    const Mapping members = mapping(node, "an agent", {"name", "url", "token_key"});
    const QString name = text(members, "name", true);
    const QString key = text(members, "token_key", false);
    const QUrl base = url(members, "http", "https");
    if (m_error) {
        return {};
    }
    if (base.hasQuery()) {
        refuse(ErrorCode::Malformed, "an agent's URL must have no \"?\" part",
               members.find("url").Mark());
    }
    QVector<SourceConfig> sources = agentSources(name, base, {});
    for (SourceConfig &source : sources) {
        source.secretKey = key;
    }
    return sources;
}

SourceConfig ProfileReader::source(const YAML::Node &node)
{
    const Mapping members = mapping(node, "a source", {"name", "kind", "url", "token_key"});
    SourceConfig source;
    source.name = text(members, "name", true);
    source.secretKey = text(members, "token_key", false);
    const std::string kindName = text(members, "kind", true).toStdString();
    const auto kind = feeds::feedKindFromName(kindName);
    if (!kind) {
        refuse(ErrorCode::Unknown,
               "unknown kind " + inQuotes(kindName) +
                   ": must be health, metrics, logs, jobs or errors",
               members.find("kind").Mark());
    }
    source.kind = kind.value_or(feeds::FeedKind::Health);
    source.url = url(members, "ws", "wss");
    return source;
}

/// Who the source is, and whom it trusts.
void ProfileReader::secrets(const Mapping &members, SourceConfig &source)
{
    const auto excludes = [&](std::string_view key, std::string_view other) {
        if (members.find(key).IsDefined() && members.find(other).IsDefined()) {
            refuse(ErrorCode::Malformed,
                   inQuotes(key) + " and " + inQuotes(other) + " exclude each other",
                   members.find(other).Mark());
        }
    };
    const auto needs = [&](std::string_view key, std::string_view other) {
        if (members.find(key).IsDefined() && !members.find(other).IsDefined()) {
            refuse(ErrorCode::Missing, inQuotes(key) + " needs " + inQuotes(other),
                   members.find(key).Mark());
        }
    };
    HttpSettings &http = source.http;
    excludes("token_key", "user");
    excludes("key_file", "key_key");
    needs("user", "password_key");
    needs("password_key", "user");
    needs("key_file", "cert_file");
    needs("key_key", "cert_file");
    http.user = text(members, "user", false);
    if (http.user.contains(u':')) {
        refuse(ErrorCode::Malformed, "\"user\" must have no \":\"", members.find("user").Mark());
    }
    source.secretKey = text(members, http.user.isEmpty() ? "token_key" : "password_key", false);
    http.caFile = path(members, "ca_file");
    http.certificateFile = path(members, "cert_file");
    http.privateKeyFile = path(members, "key_file");
    http.privateKeyKey = text(members, "key_key", false);
    if (!http.certificateFile.isEmpty() && http.privateKeyFile.isEmpty() &&
        http.privateKeyKey.isEmpty()) {
        refuse(ErrorCode::Missing, "\"cert_file\" needs \"key_file\" or \"key_key\"",
               members.find("cert_file").Mark());
    }
}

SourceConfig ProfileReader::scrape(const YAML::Node &node)
{
    const Mapping members =
        mapping(node, "a scrape",
                {"name", "url", "interval", "timeout", "labels", "token_key", "user",
                 "password_key", "ca_file", "cert_file", "key_file", "key_key"});
    SourceConfig source;
    source.name = text(members, "name", true);
    source.kind = feeds::FeedKind::Metrics;
    source.protocol = SourceProtocol::Scrape;
    source.http.interval = duration(members, "interval");
    source.http.timeout = duration(members, "timeout");
    source.http.labels = labels(members);
    secrets(members, source);
    source.url = url(members, "http", "https");
    return source;
}

SourceConfig ProfileReader::prometheus(const YAML::Node &node)
{
    const Mapping members =
        mapping(node, "a Prometheus",
                {"name", "url", "timeout", "tenant", "token_key", "user", "password_key", "ca_file",
                 "cert_file", "key_file", "key_key"});
    SourceConfig source;
    source.name = text(members, "name", true);
    source.kind = feeds::FeedKind::Metrics;
    source.protocol = SourceProtocol::Prometheus;
    source.http.timeout = duration(members, "timeout");
    source.http.tenant = text(members, "tenant", false);
    secrets(members, source);
    source.url = url(members, "http", "https");
    if (!m_error && source.url.hasQuery()) {
        refuse(ErrorCode::Malformed, "a Prometheus' URL must have no \"?\" part",
               members.find("url").Mark());
    }
    return source;
}

void ProfileReader::add(Environment &environment, const QVector<SourceConfig> &sources,
                        const YAML::Mark &mark)
{
    for (const SourceConfig &added : sources) {
        const bool taken =
            std::any_of(environment.sources.cbegin(), environment.sources.cend(),
                        [&added](const SourceConfig &other) {
                            return other.name == added.name && other.kind == added.kind;
                        });
        if (taken) {
            refuse(ErrorCode::Malformed,
                   "there is a " + std::string(feeds::feedName(added.kind)) + " source named " +
                       inQuotes(added.name.toStdString()) + " already",
                   mark);
        }
        environment.sources.append(added);
    }
    if (environment.sources.size() > kMaxSources) {
        refuse(ErrorCode::TooLarge,
               "environment " + inQuotes(environment.name.toStdString()) + " has more than " +
                   std::to_string(kMaxSources) + " sources",
               mark);
    }
}

Environment ProfileReader::environment(const YAML::Node &node)
{
    const Mapping members =
        mapping(node, "an environment",
                {"name", "colour", "note", "agents", "sources", "scrapes", "prometheus"});
    Environment environment;
    environment.name = text(members, "name", true);
    environment.colour = colour(members);
    environment.note = text(members, "note", false);
    for (const YAML::Node &agentNode : list(members, "agents", false)) {
        add(environment, agent(agentNode), agentNode.Mark());
        if (m_error) {
            return environment;
        }
    }
    using Read = SourceConfig (ProfileReader::*)(const YAML::Node &);
    const std::pair<std::string_view, Read> lists[] = {{"sources", &ProfileReader::source},
                                                       {"scrapes", &ProfileReader::scrape},
                                                       {"prometheus", &ProfileReader::prometheus}};
    for (const auto &[key, read] : lists) {
        for (const YAML::Node &sourceNode : list(members, key, false)) {
            add(environment, {(this->*read)(sourceNode)}, sourceNode.Mark());
            if (m_error) {
                return environment;
            }
        }
    }
    if (environment.sources.isEmpty()) {
        refuse(ErrorCode::Missing,
               "environment " + inQuotes(environment.name.toStdString()) +
                   " has no agents, sources, scrapes or prometheus",
               members.mark);
    }
    return environment;
}

Result<QVector<Environment>> ProfileReader::read(const std::string &yaml)
{
    const auto document = parseYamlDocument(yaml, m_file, YamlAliases::Taken);
    if (!document) {
        return tl::unexpected(document.error());
    }
    if (document->IsNull()) {
        return fail(ErrorCode::Missing, "\"environments\" is missing", m_file, Place::atLine(1, 1));
    }
    QVector<Environment> environments;
    QSet<QString> names;
    const Mapping root = mapping(*document, "a profile", {"environments"});
    for (const YAML::Node &node : list(root, "environments", true)) {
        environments.append(environment(node));
        const QString &name = environments.constLast().name;
        if (names.contains(name)) {
            refuse(ErrorCode::Malformed,
                   "there is an environment named " + inQuotes(name.toStdString()) + " already",
                   node.Mark());
        }
        names.insert(name);
        if (static_cast<std::size_t>(environments.size()) > kMaxEnvironments) {
            refuse(ErrorCode::TooLarge,
                   "more than " + std::to_string(kMaxEnvironments) + " environments", node.Mark());
        }
        if (m_error) {
            break;
        }
    }
    if (m_error) {
        return tl::unexpected(*m_error);
    }
    return environments;
}

Result<std::string> readFile(const QString &path)
{
    const std::string file = path.toStdString();
    QFile input(path);
    if (!input.open(QIODevice::ReadOnly)) {
        const auto code = input.exists() ? ErrorCode::Io : ErrorCode::NotFound;
        return fail(code, "cannot be read: " + input.errorString().toStdString(), file);
    }
    const QByteArray bytes = input.read(kMaxProfileBytes + 1);
    if (input.error() != QFileDevice::NoError) {
        return fail(ErrorCode::Io, "cannot be read: " + input.errorString().toStdString(), file);
    }
    if (bytes.size() > kMaxProfileBytes) {
        return fail(ErrorCode::TooLarge,
                    "is larger than the " + std::to_string(kMaxProfileBytes) +
                        " bytes that a profile may have",
                    file);
    }
    return bytes.toStdString();
}

} // namespace

Result<QVector<Environment>> readProfile(const QString &path)
{
    const auto yaml = readFile(path);
    if (!yaml) {
        return tl::unexpected(yaml.error());
    }
    return parseProfile(*yaml, path);
}

Result<QVector<Environment>> parseProfile(const std::string &yaml, const QString &path)
{
    const std::string file = path.toStdString();
    try {
        return ProfileReader(file, QFileInfo(path).absoluteDir()).read(yaml);
    } catch (const YAML::Exception &exception) {
        return fail(ErrorCode::Malformed, exception.msg, file, placeOf(exception.mark));
    }
}

} // namespace foretop::session
