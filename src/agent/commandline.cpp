// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/commandline.h"

#include <QCommandLineParser>

namespace foretop::agent {

Result<CommandLine> readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Watches this machine and its services, and publishes what it finds."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("Shows this help."));
    const QCommandLineOption version(QStringLiteral("version"),
                                     QStringLiteral("Shows the version."));
    const QCommandLineOption config(QStringLiteral("config"),
                                    QStringLiteral("Reads the configuration from <file>."),
                                    QStringLiteral("file"));
    const QCommandLineOption listen(QStringLiteral("listen"),
                                    QStringLiteral("Listens on <host:port>."),
                                    QStringLiteral("host:port"));
    const QCommandLineOption check(
        QStringLiteral("check-config"),
        QStringLiteral("Says whether the configuration is right, and ends."));
    parser.addOptions({help, version, config, listen, check});
    CommandLine commandLine;
    if (!parser.parse(arguments)) {
        return fail(ErrorCode::Unknown, parser.errorText().toStdString());
    }
    if (!parser.positionalArguments().isEmpty()) {
        return fail(ErrorCode::Unknown,
                    "unexpected argument \"" +
                        parser.positionalArguments().constFirst().toStdString() + "\"");
    }
    if (parser.isSet(help)) {
        commandLine.action = CommandLine::Action::Print;
        commandLine.text = parser.helpText().toStdString();
    } else if (parser.isSet(version)) {
        commandLine.action = CommandLine::Action::Print;
        commandLine.text = "foretopd " FORETOP_VERSION "\n";
    } else if (parser.isSet(check)) {
        commandLine.action = CommandLine::Action::CheckConfig;
    }
    commandLine.configPath = parser.value(config).toStdString();
    commandLine.listen = parser.value(listen).toStdString();
    return commandLine;
}

Result<AgentConfig> configFor(const CommandLine &commandLine)
{
    auto config =
        commandLine.configPath.empty() ? environmentConfig() : readConfig(commandLine.configPath);
    if (!config) {
        return config;
    }
    if (commandLine.configPath.empty()) {
        config->stateDir = kAutomaticStateDir;
    }
    if (!commandLine.listen.empty()) {
        if (auto set = setListen(*config, commandLine.listen); !set) {
            return fail(set.error().code, set.error().message, "--listen");
        }
    }
    if (auto valid = validate(*config); !valid) {
        return tl::unexpected(valid.error());
    }
    return config;
}

} // namespace foretop::agent
