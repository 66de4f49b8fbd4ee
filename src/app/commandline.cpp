// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"

#include <QCommandLineParser>
#include <QRegularExpression>

namespace foretop::app {

namespace {

constexpr int kMostPixels = 8192;
constexpr int kMostMs = 3'600'000;
constexpr qsizetype kMostFiles = 40;

const auto kProfile = QStringLiteral("profile");
const auto kEnvironment = QStringLiteral("environment");
const auto kConnect = QStringLiteral("connect");
const auto kTokenFile = QStringLiteral("token-file");
const auto kAppearance = QStringLiteral("appearance");
const auto kPage = QStringLiteral("page");
const auto kShot = QStringLiteral("shot");
const auto kSize = QStringLiteral("size");
const auto kAfter = QStringLiteral("after");

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(Words::tr("Watches services: health, metrics, logs, jobs and "
                                               "errors. Without a profile it shows this machine."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 Words::tr("Logs to open: files, directories or - for standard "
                                           "input."),
                                 QStringLiteral("[FILE...]"));
    parser.addOption({kProfile,
                      Words::tr("Read environments from FILE (default: foretop/profile.yaml in "
                                "$XDG_CONFIG_HOME)."),
                      QStringLiteral("FILE")});
    parser.addOption({kEnvironment, Words::tr("Open the environment NAME of the profile."),
                      QStringLiteral("NAME")});
    parser.addOption({kConnect, Words::tr("Show the agent at URL, such as http://host:7710."),
                      QStringLiteral("URL")});
    parser.addOption(
        {kTokenFile, Words::tr("The agent's token is in FILE."), QStringLiteral("FILE")});
    parser.addOption({kAppearance, Words::tr("system, light or dark."), QStringLiteral("NAME")});
    parser.addOption({kPage, Words::tr("Show overview, metrics, logs, jobs or errors first."),
                      QStringLiteral("NAME")});
    parser.addOption({kShot, Words::tr("Write a picture of every page into DIR and end."),
                      QStringLiteral("DIR")});
    parser.addOption(
        {kSize, Words::tr("Size of the pictures (default: 1280x800)."), QStringLiteral("WxH")});
    parser.addOption({kAfter, Words::tr("Collect data for MS milliseconds before the pictures."),
                      QStringLiteral("MS")});
}

tl::unexpected<Error> wrong(const QString &option, const QString &message)
{
    return fail(ErrorCode::OutOfRange,
                QStringLiteral("--%1: %2").arg(option, message).toStdString());
}

Result<ShotOptions> readShot(const QCommandLineParser &parser)
{
    ShotOptions shot;
    shot.directory = parser.value(kShot);
    if (parser.isSet(kSize)) {
        static const QRegularExpression pattern(QStringLiteral("^(\\d{2,5})x(\\d{2,5})$"));
        const auto match = pattern.match(parser.value(kSize));
        shot.size = {match.captured(1).toInt(), match.captured(2).toInt()};
        if (!match.hasMatch() || shot.size.width() > kMostPixels ||
            shot.size.height() > kMostPixels) {
            return wrong(kSize, Words::tr("must be like 1280x800, at most %1 each, not \"%2\"")
                                    .arg(kMostPixels)
                                    .arg(parser.value(kSize)));
        }
    }
    if (parser.isSet(kAfter)) {
        bool isNumber = false;
        const int ms = parser.value(kAfter).toInt(&isNumber);
        if (!isNumber || ms < 0 || ms > kMostMs) {
            return wrong(kAfter, Words::tr("must be 0 to %1 milliseconds, not \"%2\"")
                                     .arg(kMostMs)
                                     .arg(parser.value(kAfter)));
        }
        shot.after = Milliseconds(ms);
    }
    return shot;
}

Result<void> readConnect(const QCommandLineParser &parser, CommandLine &line)
{
    line.tokenFile = parser.value(kTokenFile);
    if (!parser.isSet(kConnect)) {
        return parser.isSet(kTokenFile)
                   ? Result<void>(wrong(kTokenFile, Words::tr("needs --connect")))
                   : Result<void>();
    }
    line.connectTo = QUrl(parser.value(kConnect), QUrl::StrictMode);
    const bool isHttp = line.connectTo.scheme() == QLatin1String("http") ||
                        line.connectTo.scheme() == QLatin1String("https");
    if (!line.connectTo.isValid() || !isHttp || line.connectTo.host().isEmpty()) {
        return wrong(
            kConnect,
            Words::tr("must be like http://host:7710, not \"%1\"").arg(parser.value(kConnect)));
    }
    if (!line.connectTo.userInfo().isEmpty()) {
        return wrong(kConnect, Words::tr("must hold no user or password; use --token-file"));
    }
    if (parser.isSet(kProfile) || parser.isSet(kEnvironment)) {
        return wrong(kConnect, Words::tr("does not go with --profile or --environment"));
    }
    return {};
}

} // namespace

std::optional<Appearance> appearanceFromName(const QString &name)
{
    if (name == QLatin1String("system")) {
        return Appearance::System;
    }
    if (name == QLatin1String("light")) {
        return Appearance::Light;
    }
    if (name == QLatin1String("dark")) {
        return Appearance::Dark;
    }
    return {};
}

Result<CommandLine> readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments)) {
        return fail(ErrorCode::Unknown, parser.errorText().toStdString());
    }
    CommandLine line;
    line.files = parser.positionalArguments();
    if (line.files.size() > kMostFiles) {
        return fail(ErrorCode::TooLarge,
                    Words::tr("opens at most %1 logs").arg(kMostFiles).toStdString());
    }
    line.version = parser.isSet(QStringLiteral("version"));
    if (parser.isSet(QStringLiteral("help"))) {
        line.help = parser.helpText();
    }
    line.profilePath = parser.value(kProfile);
    line.environment = parser.value(kEnvironment);
    line.page = parser.value(kPage);
    if (parser.isSet(kAppearance)) {
        line.appearance = appearanceFromName(parser.value(kAppearance));
        if (!line.appearance) {
            return wrong(kAppearance, Words::tr("must be system, light or dark, not \"%1\"")
                                          .arg(parser.value(kAppearance)));
        }
    }
    if (auto connect = readConnect(parser, line); !connect) {
        return tl::unexpected(connect.error());
    }
    if (parser.isSet(kShot)) {
        auto shot = readShot(parser);
        if (!shot) {
            return tl::unexpected(shot.error());
        }
        line.shot = *shot;
    } else if (parser.isSet(kSize) || parser.isSet(kAfter)) {
        return wrong(parser.isSet(kSize) ? kSize : kAfter, Words::tr("needs --shot"));
    }
    return line;
}

} // namespace foretop::app
