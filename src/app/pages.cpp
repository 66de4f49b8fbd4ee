// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages.h"

#include "app/errorspage.h"
#include "app/jobspage.h"
#include "app/logspage.h"
#include "app/metricspage.h"
#include "app/overviewpage.h"

namespace foretop::app {

QVector<Page *> makePages(const PageContext &context, QWidget *parent)
{
    auto *overview = new OverviewPage(context, parent);
    auto *metrics = new MetricsPage(context, parent);
    auto *logs = new LogsPage(context, parent);
    auto *jobs = new JobsPage(context, parent);
    auto *errors = new ErrorsPage(context, parent);
    const QVector<Page *> pages{overview, metrics, logs, jobs, errors};
    QObject::connect(overview, &OverviewPage::errorChosen, errors,
                     [overview, errors](const QString &headline) {
                         errors->select(headline);
                         Q_EMIT overview->pageRequested(errors->objectName());
                     });
    for (Page *page : pages) {
        QObject::connect(page, &Page::logsRequested, logs, [page, logs](const QString &text) {
            logs->showText(text);
            Q_EMIT page->pageRequested(logs->objectName());
        });
    }
    return pages;
}

} // namespace foretop::app
