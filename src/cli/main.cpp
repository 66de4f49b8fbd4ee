// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/healthcommand.h"
#include "cli/logscommand.h"
#include "cli/output.h"
#include "cli/tailcommand.h"
#include "cli/target.h"
#include "logging/logging.h"

#include <QCoreApplication>
#include <QFile>
#include <QStandardPaths>
#include <QTimer>

#include <csignal>
#include <string_view>

namespace {

using namespace foretop;

template <typename Command>
int runCommand(QCoreApplication &application, Command &command)
{
    QObject::connect(&command, &Command::finished, &application, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    QTimer::singleShot(0, &command, &Command::start);
    return QCoreApplication::exec();
}

int runFeedCommand(QCoreApplication &application, const cli::CommandLine &line)
{
    const bool isHealth = line.command == cli::CommandLine::Command::Health;
    const auto url = cli::targetUrl(line.address, isHealth ? feeds::FeedKind::Health : line.feed);
    const auto token = cli::readToken(line.tokenFile);
    if (!url || !token) {
        cli::printError((url ? token.error() : url.error()).text());
        return cli::kExitUsage;
    }
    const SystemClock clock;
    if (isHealth) {
        cli::HealthCommand command(line, *url, *token, clock);
        return runCommand(application, command);
    }
    cli::TailCommand command(line, *url, *token, clock);
    return runCommand(application, command);
}

/// Without Qt's event loop and our own log: what it prints is all it has to say, and small files
/// are read in less time than those take to start.
int runLogsCommand(const QStringList &arguments)
{
    if (arguments.contains(QStringLiteral("--help")) ||
        arguments == QStringList{QStringLiteral("-h")}) {
        cli::printLines({cli::logsHelpText().toStdString()});
        return 0;
    }
    const QString formats =
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
        QStringLiteral("/foretop/formats");
    const auto options = cli::parseLogsOptions(arguments, SystemClock().wallNow(), formats);
    if (!options) {
        cli::printError(options.error().text());
        return cli::kExitTrouble;
    }
    return cli::runLogs(*options);
}

} // namespace

int main(int argc, char *argv[])
{
    // A closed pipe must reach us as a failed write, which ends a tail quietly.
    std::signal(SIGPIPE, SIG_IGN);
    if (argc > 1 && std::string_view(argv[1]) == "logs") {
        QStringList arguments;
        for (int i = 2; i < argc; ++i) {
            arguments << QFile::decodeName(argv[i]);
        }
        return runLogsCommand(arguments);
    }
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("foretopctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FORETOP_VERSION));
    logging::Options defaults;
    defaults.level = logs::Level::Warning;
    const auto options = logging::optionsFromEnvironment(defaults);
    if (!options) {
        cli::printError(options.error().text());
        return cli::kExitUsage;
    }
    if (const auto started = logging::start(*options); !started) {
        cli::printError(started.error().text());
        return cli::kExitUsage;
    }
    const auto line = cli::parseCommandLine(QCoreApplication::arguments().mid(1));
    int exitCode = 0;
    if (!line) {
        cli::printError(line.error().text());
        exitCode = cli::kExitUsage;
    } else if (line->command == cli::CommandLine::Command::Help) {
        cli::printLines({cli::helpText().toStdString()});
    } else if (line->command == cli::CommandLine::Command::Version) {
        cli::printLines({"foretopctl " FORETOP_VERSION});
    } else {
        exitCode = runFeedCommand(application, *line);
    }
    logging::stop();
    return exitCode;
}
