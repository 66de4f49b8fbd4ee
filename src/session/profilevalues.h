// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QDir>
#include <QUrl>
#include <QVector>

#include <initializer_list>

#include <yaml-cpp/yaml.h>

namespace foretop::session {

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

/// Reads the values of a profile, each with what is valid there. The first error stays and makes
/// every later answer empty.
class ProfileValues
{
public:
    ProfileValues(std::string file, QDir directory)
        : m_file(std::move(file))
        , m_directory(std::move(directory))
    {
    }

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

protected:
    std::string m_file;
    QDir m_directory; // of the profile, which paths in it start at
    std::optional<Error> m_error;
};

std::string inQuotes(std::string_view text);

} // namespace foretop::session
