// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/profilevalues.h"

#include "base/yamldocument.h"

#include <QRegularExpression>

#include <algorithm>
#include <charconv>

namespace foretop::session {
namespace {

constexpr Milliseconds kLeastDuration{100};
constexpr std::int64_t kMaxDurationMs = 3'600'000;
constexpr qsizetype kMaxLabels = 20; // of one scrape

QString toQString(const std::string &text)
{
    return QString::fromStdString(text);
}

} // namespace

std::string inQuotes(std::string_view text)
{
    return '"' + std::string(text) + '"';
}

void ProfileValues::refuse(ErrorCode code, std::string message, const YAML::Mark &mark)
{
    if (!m_error) {
        m_error = Error{
            .code = code, .message = std::move(message), .source = m_file, .place = placeOf(mark)};
    }
}

Mapping ProfileValues::mapping(const YAML::Node &node, const char *what,
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

std::vector<YAML::Node> ProfileValues::list(const Mapping &parent, std::string_view key,
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

QString ProfileValues::text(const Mapping &parent, std::string_view key, bool required)
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

QString ProfileValues::colour(const Mapping &parent)
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

QUrl ProfileValues::url(const Mapping &parent, std::string_view plainScheme,
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

/// "15s", "500ms", "1m"; zero when there is none.
Milliseconds ProfileValues::duration(const Mapping &parent, std::string_view key)
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

QString ProfileValues::path(const Mapping &parent, std::string_view key)
{
    const QString value = text(parent, key, false);
    return value.isEmpty() ? value : QDir::cleanPath(m_directory.absoluteFilePath(value));
}

QVector<std::pair<QString, QString>> ProfileValues::labels(const Mapping &parent)
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

} // namespace foretop::session
