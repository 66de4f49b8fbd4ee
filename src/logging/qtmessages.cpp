// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging/qtmessages.h"

#include "logging/log.h"
#include "logging/logging.h"

#include <QMessageLogContext>
#include <QString>

namespace foretop::logging {
namespace {

logs::Level levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return logs::Level::Debug;
    case QtInfoMsg:
        return logs::Level::Info;
    case QtWarningMsg:
        return logs::Level::Warning;
    case QtCriticalMsg:
        return logs::Level::Error;
    case QtFatalMsg:
        return logs::Level::Critical;
    }
    return logs::Level::Warning;
}

std::string loggerName(const char *category)
{
    const std::string name = category ? category : "default";
    return name.starts_with("qt.") ? name : "qt." + name;
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const auto message = text.toStdString();
    const auto logger = loggerName(context.category);
    if (context.file) {
        write(levelOf(type), logger, message,
              {{"file", std::string(context.file)}, {"line", std::int64_t(context.line)}});
    } else {
        write(levelOf(type), logger, message);
    }
    if (type == QtFatalMsg) {
        stop();
    }
}

} // namespace

QtMessages::QtMessages()
    : m_previous(qInstallMessageHandler(&handleMessage))
{
}

QtMessages::~QtMessages()
{
    const auto current = qInstallMessageHandler(m_previous);
    if (current != &handleMessage) {
        qInstallMessageHandler(current); // someone came after us and has not left
    }
}

} // namespace foretop::logging
