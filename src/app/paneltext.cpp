// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paneltext.h"

#include "app/paintabletext.h"

#include <QCoreApplication>

namespace foretop::app {

namespace {

constexpr qsizetype kMostText = 500;

struct PanelText
{
    Q_DECLARE_TR_FUNCTIONS(foretop::app::PanelText)
};

} // namespace

QString targetName(int target)
{
    return QString(QChar(u'A' + target % 26));
}

QString problemText(const models::PanelProblem &problem, qsizetype targets)
{
    const QString message = paintableText(problem.message, kMostText);
    const QString name = targetName(problem.target);
    if (targets > 1) {
        return problem.column ? PanelText::tr("Expression %1, column %2: %3")
                                    .arg(name, QString::number(*problem.column), message)
                              : PanelText::tr("Expression %1: %2").arg(name, message);
    }
    return problem.column
               ? PanelText::tr("Column %1: %2").arg(QString::number(*problem.column), message)
               : message;
}

QStringList noticesOf(const models::PanelAnswer &answer, qsizetype targets)
{
    QStringList notices;
    for (const auto &problem : answer.problems) {
        notices << problemText(problem, targets);
    }
    for (const QString &warning : answer.warnings) {
        notices << PanelText::tr("Warning: %1").arg(paintableText(warning, kMostText));
    }
    return notices;
}

} // namespace foretop::app
