// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include <QCommandLineParser>

namespace foretop::cli {
namespace {

using Command = CommandLine::Command;

/// The options of every command; which ones it takes, takes() says.
void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        {QStringLiteral("json"), QStringLiteral("One JSON object a line.")},
        {QStringLiteral("token-file"), QStringLiteral("File with the token."), QStringLiteral("F")},
        {QStringLiteral("timeout"), QStringLiteral("Seconds to wait."), QStringLiteral("S")},
        {QStringLiteral("feed"), QStringLiteral("Feed to tail."), QStringLiteral("NAME")},
        {QStringLiteral("level"), QStringLiteral("Least level."), QStringLiteral("LEVEL")},
        {QStringLiteral("backlog"), QStringLiteral("Items from before."), QStringLiteral("N")},
        {QStringLiteral("count"), QStringLiteral("End after N items."), QStringLiteral("N")},
        {QStringLiteral("help"), QStringLiteral("This text.")},
        {QStringLiteral("version"), QStringLiteral("The version.")},
    });
}

tl::unexpected<Error> usage(const QString &message)
{
    return fail(ErrorCode::Malformed, message.toStdString());
}

Result<std::uint64_t> readNumber(const QCommandLineParser &parser, const QString &option,
                                 std::uint64_t least, std::uint64_t most)
{
    const QString text = parser.value(option);
    bool ok = false;
    const qulonglong number = text.toULongLong(&ok);
    if (!ok || number < least || number > most) {
        return usage(QStringLiteral("--%1 must be a whole number from %2 to %3, not \"%4\"")
                         .arg(option)
                         .arg(least)
                         .arg(most)
                         .arg(text));
    }
    return number;
}

Result<void> readTailOptions(const QCommandLineParser &parser, CommandLine &line)
{
    if (parser.isSet(QStringLiteral("feed"))) {
        const QString name = parser.value(QStringLiteral("feed"));
        const auto kind = feeds::feedKindFromName(name.toStdString());
        if (!kind) {
            return usage(QStringLiteral("there is no feed \"%1\"; the feeds are health, metrics, "
                                        "logs, jobs and errors")
                             .arg(name));
        }
        line.feed = *kind;
    }
    if (parser.isSet(QStringLiteral("level"))) {
        const QString name = parser.value(QStringLiteral("level"));
        line.level = logs::levelFromName(name.toStdString());
        if (!line.level) {
            return usage(QStringLiteral("there is no level \"%1\"; the levels are TRACE, DEBUG, "
                                        "INFO, WARNING, ERROR and CRITICAL")
                             .arg(name));
        }
        if (line.feed != feeds::FeedKind::Logs) {
            return usage(QStringLiteral("--level goes with --feed logs"));
        }
    }
    constexpr std::uint64_t kMostItems = 1'000'000'000;
    if (parser.isSet(QStringLiteral("backlog"))) {
        const auto backlog = readNumber(parser, QStringLiteral("backlog"), 0, kMostItems);
        if (!backlog) {
            return tl::unexpected(backlog.error());
        }
        line.backlog = *backlog;
    }
    if (parser.isSet(QStringLiteral("count"))) {
        const auto count = readNumber(parser, QStringLiteral("count"), 1, kMostItems);
        if (!count) {
            return tl::unexpected(count.error());
        }
        line.count = *count;
    }
    return {};
}

/// The first option that is set but not taken by @p command; empty when there is none.
QString strayOption(const QCommandLineParser &parser, Command command)
{
    for (const char *name : {"feed", "level", "backlog", "count"}) {
        if (command != Command::Tail && parser.isSet(QLatin1String(name))) {
            return QLatin1String(name);
        }
    }
    return {};
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QStringList(QStringLiteral("foretopctl")) + arguments)) {
        return usage(parser.errorText());
    }
    CommandLine line;
    if (parser.isSet(QStringLiteral("version"))) {
        line.command = Command::Version;
        return line;
    }
    const QStringList words = parser.positionalArguments();
    if (parser.isSet(QStringLiteral("help"))) {
        return line;
    }
    if (words.isEmpty()) {
        return usage(QStringLiteral("which command? health, tail or logs (--help tells more)"));
    }
    if (words[0] == u"health") {
        line.command = Command::Health;
    } else if (words[0] == u"tail") {
        line.command = Command::Tail;
    } else {
        return usage(QStringLiteral("there is no command \"%1\"; there are health, tail and logs")
                         .arg(words[0]));
    }
    if (words.size() != 2) {
        return usage(
            QStringLiteral("%1 takes one address, such as http://127.0.0.1:7710").arg(words[0]));
    }
    if (const QString stray = strayOption(parser, line.command); !stray.isEmpty()) {
        return usage(QStringLiteral("--%1 does not go with %2").arg(stray, words[0]));
    }
    line.address = words[1];
    line.json = parser.isSet(QStringLiteral("json"));
    line.tokenFile = parser.value(QStringLiteral("token-file"));
    if (parser.isSet(QStringLiteral("timeout"))) {
        const auto seconds = readNumber(parser, QStringLiteral("timeout"), 1, 86'400);
        if (!seconds) {
            return tl::unexpected(seconds.error());
        }
        line.timeout = std::chrono::seconds(*seconds);
    }
    return readTailOptions(parser, line).map([&line] { return line; });
}

QString helpText()
{
    return QStringLiteral(
        R"(usage: foretopctl health ADDRESS [--json] [--timeout S] [--token-file F]
       foretopctl tail ADDRESS [--feed NAME] [--level LEVEL] [--backlog N] [--count N]
                               [--json] [--timeout S] [--token-file F]
       foretopctl logs FILE... [-q QUERY] [OPTIONS]    (foretopctl logs --help tells them)

ADDRESS is an agent's (http://127.0.0.1:7710), the ws:// or wss:// URL of any feed or plain
WebSocket, or for health the http:// URL of a health endpoint.

health   asks once. Exit code 0 healthy, 1 degraded, 2 unhealthy, 3 not to be asked.
tail     prints what comes over a feed until interrupted; reconnects by itself, so that nothing
         is lost or doubled. Exit code 0, or 3 when it was refused or never reached.
logs     searches log files, counts, groups and follows them. Exit code 0 hits, 1 none, 2 error.

  --feed NAME      health, metrics, logs (default), jobs or errors
  --level LEVEL    logs of this level and graver: TRACE DEBUG INFO WARNING ERROR CRITICAL
  --backlog N      start with the N newest items from before (default 10)
  --count N        end after N items
  --json           one JSON object a line
  --timeout S      seconds to wait for the first answer (default 10)
  --token-file F   file with the token; else FORETOP_TOKEN
  --version        print the version
)");
}

} // namespace foretop::cli
