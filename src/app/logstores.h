// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bookmarkstore.h"
#include "app/highlightrules.h"
#include "app/querystore.h"
#include "app/recentfiles.h"

namespace foretop::app {

/// What all log views share and keep. GUI thread.
struct LogStores
{
    explicit LogStores(Settings &settings)
        : queries(settings)
        , recent(settings)
        , highlights(settings)
        , bookmarks(settings.directory() + QStringLiteral("/bookmarks"))
    {
    }

    QueryStore queries;
    RecentFiles recent;
    HighlightRules highlights;
    BookmarkStore bookmarks;
};

} // namespace foretop::app
