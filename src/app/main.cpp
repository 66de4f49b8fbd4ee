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

constexpr int kUsageError = 2;

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

int run(const foretop::app::CommandLine &line)
{
    foretop::app::CompositionRoot root(line);
    root.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
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
        const QString text =
            line->version ? QStringLiteral("foretop " FORETOP_VERSION "\n") : line->help;
        std::fputs(qPrintable(text), stdout);
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
