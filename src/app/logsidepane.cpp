// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logsidepane.h"

#include "app/bookmarkpane.h"
#include "app/facetpane.h"
#include "app/pageactions.h"
#include "app/patternpane.h"

#include <QAction>

namespace foretop::app {

LogSidePane::LogSidePane(const Theme &theme, PageActions &actions, BookmarkStore &bookmarks,
                         QWidget *parent)
    : QTabWidget(parent)
    , m_facets(new FacetPane(theme, actions, this))
    , m_patterns(new PatternPane(theme, actions, this))
    , m_bookmarks(new BookmarkPane(bookmarks, actions, this))
{
    setObjectName(QStringLiteral("logSidePane"));
    setAccessibleName(tr("Facets, patterns and bookmarks"));
    setDocumentMode(true);
    setMinimumWidth(180);
    const auto add = [&](QWidget *pane, const QString &title, const QString &hint,
                         const QString &name, Qt::Key key) {
        setTabToolTip(addTab(pane, title), hint);
        QAction *show = actions.add(
            {.name = name, .text = title, .hint = hint, .shortcuts = {Qt::CTRL | Qt::ALT | key}});
        connect(show, &QAction::triggered, this, [this, pane] {
            setCurrentWidget(pane);
            Q_EMIT shown();
        });
    };
    add(m_facets, tr("Facets"), tr("Values of fields in what is shown"),
        QStringLiteral("showFacets"), Qt::Key_1);
    add(m_patterns, tr("Patterns"), tr("Kinds of messages in what is shown"),
        QStringLiteral("showPatterns"), Qt::Key_2);
    add(m_bookmarks, tr("Bookmarks"), tr("Records that you marked"),
        QStringLiteral("showBookmarks"), Qt::Key_3);
}

} // namespace foretop::app
