// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mainwindow.h"
#include "app/pages.h"
#include "pagefixture.h"

#include <QTest>

namespace foretop::app {

/// The console's window with all its pages, over the feeds of a PageFixture.
class WindowFixture : public PageFixture
{
public:
    WindowFixture()
        : window(context())
    {
        for (Page *page : makePages(context(), &window)) {
            window.addPage(page);
        }
        window.setEnvironments({session->environment()}, 0);
        window.setSession(session.get());
        window.show();
    }
    /// Views let go of the session first, as in the program.
    ~WindowFixture() { window.setSession(nullptr); }

    QAction *action(const char *name) const
    {
        return window.findChild<QAction *>(QString::fromUtf8(name));
    }
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return window.findChild<Widget *>(QString::fromUtf8(name));
    }

    MainWindow window;
};

} // namespace foretop::app
