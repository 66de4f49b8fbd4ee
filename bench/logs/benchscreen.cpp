// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The console with one log file open, for bench/logs/run: says "painted" once the first screen of
// records is on the window, then indexes to the end, searches, and tells its memory.
// benchscreen FILE QUERY
#include "anonymousmemory.h"
#include "app/compositionroot.h"
#include "app/logview.h"
#include "logs/queryparser.h"
#include "models/logmodel.h"
#include "session/logdocument.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QTimer>

#include <cstdio>
#include <string>

using namespace foretop;

namespace {

class Watcher : public QObject
{
public:
    explicit Watcher(QString query)
        : m_query(std::move(query))
    {
        m_poll.setInterval(5);
        connect(&m_poll, &QTimer::timeout, this, &Watcher::step);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_view) {
            auto *view = qobject_cast<app::LogView *>(watched->parent());
            if (view != nullptr && view->isVisible() && isFilled(*view)) {
                m_view = view;
                // After the paint that is about to happen.
                QTimer::singleShot(0, this, [this] {
                    std::puts("painted");
                    std::fflush(stdout);
                    m_poll.start();
                });
            }
        }
        return false;
    }

private:
    static const models::LogModel *modelOf(const app::LogView &view)
    {
        return qobject_cast<const models::LogModel *>(view.model());
    }
    static bool isFilled(const app::LogView &view)
    {
        const auto *model = modelOf(view);
        const auto top = view.indexAt({1, 1});
        return model != nullptr && model->document() != nullptr && !model->document()->isLive() &&
               top.isValid() &&
               !top.siblingAtColumn(models::LogModel::MessageColumn).data().toString().isEmpty();
    }

    void step()
    {
        auto *model = qobject_cast<models::LogModel *>(m_view->model());
        if (model->document()->isLoading() || model->isSearching()) {
            return;
        }
        if (!m_isSearched) {
            m_isSearched = true;
            model->setQuery(logs::parseQuery(m_query.toStdString(), {}).value());
            return;
        }
        std::printf("%.1f MiB, %d rows\n", anonymousMiB(), model->rowCount());
        std::fflush(stdout);
        QApplication::quit();
    }

    const QString m_query;
    app::LogView *m_view = nullptr;
    QTimer m_poll;
    bool m_isSearched = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 3) {
        std::fputs("usage: benchscreen FILE QUERY\n", stderr);
        return 2;
    }
    QApplication::setApplicationName(QStringLiteral("foretop-bench"));
    Watcher watcher(arguments[2]);
    application.installEventFilter(&watcher);
    app::CommandLine line;
    line.files = {arguments[1]};
    app::CompositionRoot root(line);
    root.start();
    return QApplication::exec();
}
