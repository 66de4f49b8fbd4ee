// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/page.h"
#include "models/errorfilter.h"
#include "models/errormodel.h"

#include <memory>

class QAction;

namespace Ui {
class ErrorsPage;
}

namespace foretop::app {

/// Every error group, and of the chosen one its message, its history and its stack.
class ErrorsPage : public Page
{
    Q_OBJECT

public:
    explicit ErrorsPage(const PageContext &context, QWidget *parent = nullptr);
    ~ErrorsPage() override;

    QString title() const override;
    QString iconName() const override;
    void setSession(session::Session *session) override;
    void focusSearch() override;

    /// Chooses the group with this display text, if there is one.
    void select(const QString &headline);

private:
    void setUpTable();
    void setUpActions();
    void showCount();
    void showDetails();
    void showLogs();
    void copy();
    void restyle();
    QModelIndex current() const;

    std::unique_ptr<Ui::ErrorsPage> m_ui;
    models::ErrorModel m_errors;
    models::ErrorFilter m_shown;
    QAction *m_showLogs = nullptr;
    QAction *m_copy = nullptr;
};

} // namespace foretop::app
