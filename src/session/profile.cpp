// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/profile.h"

#include "base/yamldocument.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <charconv>
#include <initializer_list>

namespace foretop::session {

namespace {

constexpr Milliseconds kLeastDuration{100};
constexpr std::int64_t kMaxDurationMs = 3'600'000;
constexpr qsizetype kMaxLabels = 20; // of one scrape

/// The members of one YAML mapping, and where it stands.
struct Mapping
{
    YAML::Mark mark;
    std::vector<std::pair<std::string, YAML::Node>> members;

    YAML::Node find(std::string_view key) const
    {
        for (const auto &[name, node] : members) {
            if (name == key) {
                return node;
            }
        }
        return YAML::Node(YAML::NodeType::Undefined);
    }
};

/// Walks a profile. The first error stays and makes every later answer empty.
class ProfileReader
{
public:
    ProfileReader(std::string file, QDir directory)
        : m_file(std::move(file))
        , m_directory(std::move(directory))
    {
    }
    Result<QVector<Environment>> read(const std::string &yaml);

private:
    void refuse(ErrorCode code, std::string message, const YAML::Mark &mark);
    Mapping mapping(const YAML::Node &node, const char *what,
                    std::initializer_list<std::string_view> known);
    std::vector<YAML::Node> list(const Mapping &parent, std::string_view key, bool required);
    QString text(const Mapping &parent, std::string_view key, bool required);
    QString colour(const Mapping &parent);
    QUrl url(const Mapping &parent, std::string_view plainScheme, std::string_view secureScheme);
    Milliseconds duration(const Mapping &parent, std::string_view key);
    QString path(const Mapping &parent, std::string_view key);
    QVector<std::pair<QString, QString>> labels(const Mapping &parent);
    void secrets(const Mapping &members, SourceConfig &source);
    SourceConfig scrape(const YAML::Node &node);
    SourceConfig prometheus(const YAML::Node &node);
    Environment environment(const YAML::Node &node);
    QVector<SourceConfig> agent(const YAML::Node &node);
    SourceConfig source(const YAML::Node &node);
    void add(Environment &environment, const QVector<SourceConfig> &sources,
             const YAML::Mark &mark);

    std::string m_file;
    QDir m_directory; // of the profile, which paths in it start at
    std::optional<Error> m_error;
};

QString toQString(const std::string &text)
{
    return QString::fromStdString(text);
}

std::string inQuotes(std::string_view text)
{
    return '"' + std::string(text) + '"';
}

void ProfileReader::refuse(ErrorCode code, std::string message, const YAML::Mark &mark)
{
    if (!m_error) {
        m_error = Error{
            .code = code, .message = std::move(message), .source = m_file, .place = placeOf(mark)};
    }
}

Mapping ProfileReader::mapping(const YAML::Node &node, const char *what,
                               std::initializer_list<std::string_view> known)
{
    Mapping found{.mark = node.Mark(), .members = {}};
    if (!node.IsMap()) {
        refuse(ErrorCode::WrongType, std::string(what) + " must be a mapping", node.Mark());
        return found;
    }
    for (const auto &member : node) {
        const std::string key = member.first.IsScalar() ? member.first.Scalar() : std::string();
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            refuse(ErrorCode::Unknown, "unknown key " + inQuotes(key) + " in " + what,
                   member.first.Mark());
        } else if (found.find(key).IsDefined()) {
            refuse(ErrorCode::Malformed, inQuotes(key) + " stands twice in " + what,
                   member.first.Mark());
        } else {
            found.members.emplace_back(key, member.second);
        }
    }
    return found;
}

std::vector<YAML::Node> ProfileReader::list(const Mapping &parent, std::string_view key,
                                            bool required)
{
    const YAML::Node node = parent.find(key);
    if (!node.IsDefined()) {
        if (required) {
            refuse(ErrorCode::Missing, inQuotes(key) + " is missing", parent.mark);
        }
        return {};
    }
    if (!node.IsSequence()) {
        refuse(ErrorCode::WrongType, inQuotes(key) + " must be a list", node.Mark());
        return {};
    }
    return {node.begin(), node.end()};
}

QString ProfileReader::text(const Mapping &parent, std::string_view key, bool required)
{
    const YAML::Node node = parent.find(key);
    if (!node.IsDefined()) {
        if (required) {
            refuse(ErrorCode::Missing, inQuotes(key) + " is missing", parent.mark);
        }
        return {};
    }
    if (!node.IsScalar()) {
        refuse(ErrorCode::WrongType, inQuotes(key) + " must be a text", node.Mark());
        return {};
    }
    const QString value = toQString(node.Scalar()).trimmed();
    if (value.isEmpty()) {
        refuse(ErrorCode::Missing, inQuotes(key) + " is empty", node.Mark());
    }
    return value;
}

QString ProfileReader::colour(const Mapping &parent)
{
    const QString value = text(parent, "colour", false);
    const auto isHex = [](QChar c) {
        return c.isDigit() || (c.toLower() >= u'a' && c.toLower() <= u'f');
    };
    const bool valid = value.size() == 7 && value.startsWith(u'#') &&
                       std::all_of(value.begin() + 1, value.end(), isHex);
    if (!value.isEmpty() && !valid) {
        refuse(ErrorCode::Malformed,
               "colour must be \"#rrggbb\" and not " + inQuotes(value.toStdString()),
               parent.find("colour").Mark());
    }
    return value;
}

QUrl ProfileReader::url(const Mapping &parent, std::string_view plainScheme,
                        std::string_view secureScheme)
{
    const QString value = text(parent, "url", true);
    if (m_error) {
        return {};
    }
    const YAML::Mark mark = parent.find("url").Mark();
    const QUrl url(value, QUrl::StrictMode);
    const std::string shown = inQuotes(value.toStdString());
    if (!url.isValid()) {
        refuse(ErrorCode::Malformed,
               shown + " is no URL: " + url.errorString().section(u';', 0, 0).toStdString(), mark);
    } else if (const std::string scheme = url.scheme().toStdString();
               scheme != plainScheme && scheme != secureScheme) {
        refuse(ErrorCode::Unknown,
               shown + " must begin with " + std::string(plainScheme) + ":// or " +
                   std::string(secureScheme) + "://",
               mark);
    } else if (url.host().isEmpty()) {
        refuse(ErrorCode::Missing, shown + " names no host", mark);
    } else if (!url.userInfo().isEmpty()) {
        refuse(ErrorCode::Denied,
               "a URL must not hold a user name or password; use token_key and the keychain", mark);
    } else if (url.hasFragment()) {
        refuse(ErrorCode::Malformed, shown + " must have no \"#\" part", mark);
    }
    return url;
}

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

/// "15s", "500ms", "1m"; zero when there is none.
Milliseconds ProfileReader::duration(const Mapping &parent, std::string_view key)
{
    const std::string value = text(parent, key, false).toStdString();
    if (value.empty()) {
        return {};
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    const std::string_view unit(end, static_cast<std::size_t>(value.data() + value.size() - end));
    const std::int64_t ms = unit == "ms" ? 1 : unit == "s" ? 1000 : unit == "m" ? 60'000 : 0;
    const Milliseconds found(error == std::errc() && number <= kMaxDurationMs ? number * ms : 0);
    if (found < kLeastDuration || found > Milliseconds(kMaxDurationMs)) {
        refuse(ErrorCode::OutOfRange,
               inQuotes(key) + " must be a time from 100ms to 60m, such as 15s, and not " +
                   inQuotes(value),
               parent.find(key).Mark());
    }
    return found;
}

QString ProfileReader::path(const Mapping &parent, std::string_view key)
{
    const QString value = text(parent, key, false);
    return value.isEmpty() ? value : QDir::cleanPath(m_directory.absoluteFilePath(value));
}

QVector<std::pair<QString, QString>> ProfileReader::labels(const Mapping &parent)
{
    QVector<std::pair<QString, QString>> found;
    const YAML::Node node = parent.find("labels");
    if (!node.IsDefined()) {
        return found;
    }
    if (!node.IsMap()) {
        refuse(ErrorCode::WrongType, "\"labels\" must be a mapping", node.Mark());
        return found;
    }
    for (const auto &label : node) {
        const QString name = label.first.IsScalar() ? toQString(label.first.Scalar()) : QString();
        static const QRegularExpression kName(QStringLiteral("\\A(?!__)[a-zA-Z_][a-zA-Z0-9_]*\\z"));
        const bool isTwice = std::any_of(found.cbegin(), found.cend(), [&name](const auto &other) {
            return other.first == name;
        });
        if (!kName.match(name).hasMatch()) {
            refuse(ErrorCode::Malformed, inQuotes(name.toStdString()) + " is no name for a label",
                   label.first.Mark());
        } else if (isTwice) {
            refuse(ErrorCode::Malformed,
                   inQuotes(name.toStdString()) + " stands twice in \"labels\"",
                   label.first.Mark());
        } else if (!label.second.IsScalar()) {
            refuse(ErrorCode::WrongType, "the value of a label must be a text",
                   label.second.Mark());
        } else if (found.size() == kMaxLabels) {
            refuse(ErrorCode::TooLarge, "more than " + std::to_string(kMaxLabels) + " labels",
                   label.first.Mark());
        } else {
            found.append({name, toQString(label.second.Scalar())});
        }
    }
    return found;
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
