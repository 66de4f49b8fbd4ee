// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/compositionroot.h"
#include "logging/logging.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <cstdio>

namespace {

constexpr int kNoDisplay = 1;
constexpr int kUsageError = 2;

void printWords(const foretop::app::CommandLine &line)
{
    const QString text = line.version ? QStringLiteral("foretop " FORETOP_VERSION "\n") : line.help;
    std::fputs(qPrintable(text), stdout);
}

// English has a translation too: for its plurals.
void installTranslations(QCoreApplication &application)
{
    for (const QLocale &locale : {QLocale(QLocale::English), QLocale()}) {
        auto *own = new QTranslator(&application);
        if (own->load(locale, QStringLiteral("foretop"), QStringLiteral("_"),
                      QStringLiteral(":/i18n"))) {
            QCoreApplication::installTranslator(own);
        }
    }
    auto *qt = new QTranslator(&application);
    if (qt->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
        QCoreApplication::installTranslator(qt);
    }
}

bool isSet(const char *variable)
{
    return !qEnvironmentVariableIsEmpty(variable);
}

/// Answers --help and --version, which need no display, where there is none.
int runWithoutDisplay(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto line = foretop::app::readCommandLine(QCoreApplication::arguments());
    if (line && (line->version || !line->help.isEmpty())) {
        printWords(*line);
        return 0;
    }
    std::fputs("foretop: there is no display to open a window on (DISPLAY and WAYLAND_DISPLAY are "
               "not set); foretopctl works without one\n",
               stderr);
    return kNoDisplay;
}

int run(const foretop::app::CommandLine &line)
{
    foretop::app::CompositionRoot root(line);
    root.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    if (!isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY") && !isSet("QT_QPA_PLATFORM")) {
        return runWithoutDisplay(argc, argv);
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("foretop"));
    QApplication::setApplicationDisplayName(QStringLiteral("Foretop"));
    QApplication::setApplicationVersion(QStringLiteral(FORETOP_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.foretop.Foretop"));
    installTranslations(application);

    const auto line = foretop::app::readCommandLine(QApplication::arguments());
    if (!line) {
        std::fprintf(stderr, "foretop: %s\n", line.error().text().c_str());
        return kUsageError;
    }
    if (!line->help.isEmpty() || line->version) {
        printWords(*line);
        return 0;
    }
    const auto options = foretop::logging::optionsFromEnvironment({});
    if (!options) {
        std::fprintf(stderr, "foretop: %s\n", options.error().text().c_str());
        return kUsageError;
    }
    if (const auto started = foretop::logging::start(*options); !started) {
        std::fprintf(stderr, "foretop: %s\n", started.error().text().c_str());
    }
    const int exitCode = run(*line);
    foretop::logging::stop();
    return exitCode;
}
