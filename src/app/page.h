// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings.h"
#include "app/theme.h"

#include <QWidget>

#include <memory>

namespace foretop::logs {
class FormatCatalogue;
} // namespace foretop::logs

namespace foretop::session {
class Session;
class TimeCursor;
} // namespace foretop::session

namespace foretop::app {

/// What every page is given by the composition root; all outlive the page.
struct PageContext
{
    Theme &theme;
    Settings &settings;
    session::TimeCursor &cursor;
    /// The formats that logs may have, the person's own among them; null: the built-in ones.
    std::shared_ptr<const logs::FormatCatalogue> formats = {};
};

/// One entry of the left rail. GUI thread.
class Page : public QWidget
{
    Q_OBJECT

public:
    virtual QString title() const = 0;    ///< translated
    virtual QString iconName() const = 0; ///< resources/icons/<name>.svg
    /// Shows @p session (not owned; may go before the page); null: nothing to show.
    virtual void setSession(session::Session *session) = 0;
    /// Puts the keyboard where the page's search is; pages without one ignore it.
    virtual void focusSearch() {}
    /// The settings that all pages share were changed.
    virtual void takePreferences() {}
    /// Whether what the page shows first is there (or is known to be empty), for screenshots.
    virtual bool isFilled() const { return true; }
    /// Whether the window may close now. A page that would lose something asks the person, without
    /// waiting for the answer, and tells closeConfirmed() when nothing is lost any more.
    virtual bool mayClose() { return true; }

Q_SIGNALS:
    /// The person asks for the logs with @p text in them, around the time cursor's moment.
    void logsRequested(const QString &text);
    /// The person asks for another page, by its objectName.
    void pageRequested(const QString &name);
    void closeConfirmed();

protected:
    explicit Page(const PageContext &context, QWidget *parent)
        : QWidget(parent)
        , m_context(context)
    {
    }
    const PageContext &context() const { return m_context; }

private:
    PageContext m_context;
};

} // namespace foretop::app
