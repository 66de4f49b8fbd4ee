// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

namespace foretop::app {

class BookmarkPane;
class BookmarkStore;
class FacetPane;
class PageActions;
class PatternPane;
class Theme;

/// What stands beside the records: facets, patterns, bookmarks.
class LogSidePane : public QTabWidget
{
    Q_OBJECT

public:
    LogSidePane(const Theme &theme, PageActions &actions, BookmarkStore &bookmarks,
                QWidget *parent);

    FacetPane *facets() const { return m_facets; }
    PatternPane *patterns() const { return m_patterns; }
    BookmarkPane *bookmarks() const { return m_bookmarks; }

Q_SIGNALS:
    /// A shortcut of one of the panes: it is to be shown.
    void shown();

private:
    FacetPane *m_facets;
    PatternPane *m_patterns;
    BookmarkPane *m_bookmarks;
};

} // namespace foretop::app
