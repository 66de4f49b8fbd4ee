// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agent.h"
#include "agent/commandline.h"
#include "logging/log.h"
#include "logging/logging.h"

#include <csignal>
#include <cstdio>

#include <sys/signalfd.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

#include <QCoreApplication>
#include <QSocketNotifier>

namespace {

using namespace foretop;

constexpr int kFailed = 1;
constexpr int kWrongUse = 2;

/// Blocks SIGTERM and SIGINT in this thread and all that it starts, and gives a descriptor on
/// which they arrive; so call it first.
int signalDescriptor()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    return signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

int tell(int exitCode, const std::string &text)
{
    std::fprintf(stderr, "foretopd: %s\n", text.c_str());
    return exitCode;
}

Result<void> startLogging()
{
    logging::Options options;
    options.format = isatty(STDERR_FILENO) ? logging::Format::Text : logging::Format::Json;
    const auto chosen = logging::optionsFromEnvironment(options);
    return chosen ? logging::start(*chosen) : Result<void>(tl::unexpected(chosen.error()));
}

int run(QCoreApplication &application, const agent::AgentConfig &config, int signals)
{
    const SystemClock clock;
    agent::Agent agent(config, clock);
    if (const auto started = agent.start(); !started) {
        return tell(kFailed, started.error().text());
    }
    std::printf("foretopd %s listens on %s\n", FORETOP_VERSION,
                agent.url().toString().toUtf8().constData());
    std::fflush(stdout);
    sd_notify(0, "READY=1");
    QSocketNotifier stopAsked(signals, QSocketNotifier::Read);
    QObject::connect(&stopAsked, &QSocketNotifier::activated, &application,
                     &QCoreApplication::quit);
    const int exitCode = QCoreApplication::exec();
    sd_notify(0, "STOPPING=1");
    agent.stop();
    return exitCode;
}

} // namespace

int main(int argc, char **argv)
{
    const int signals = signalDescriptor();
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("foretopd"));
    const auto commandLine = agent::readCommandLine(QCoreApplication::arguments());
    if (!commandLine) {
        return tell(kWrongUse, commandLine.error().text() + "; see foretopd --help");
    }
    if (commandLine->action == agent::CommandLine::Action::Print) {
        std::fputs(commandLine->text.c_str(), stdout);
        return 0;
    }
    const auto config = agent::configFor(*commandLine);
    if (!config) {
        return tell(kWrongUse, config.error().text());
    }
    if (commandLine->action == agent::CommandLine::Action::CheckConfig) {
        std::printf("%s: ok\n",
                    commandLine->configPath.empty() ? "defaults" : commandLine->configPath.c_str());
        return 0;
    }
    if (const auto started = startLogging(); !started) {
        return tell(kWrongUse, started.error().text());
    }
    for (const auto &warning : config->warnings) {
        logging::Logger("agent").warning(warning);
    }
    const int exitCode = run(application, *config, signals);
    logging::stop();
    return exitCode;
}
