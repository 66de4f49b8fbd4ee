// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/page.h"

#include <QPointer>

#include <memory>

class QAction;
class QLabel;
class QLineEdit;
class QModelIndex;
class QSplitter;
class QTableView;

namespace foretop::models {
class JobModel;
} // namespace foretop::models

namespace foretop::app {

class ColumnChooser;
class EmptyState;
class JobDetailPane;
class JobRows;
class JobStateBar;
class PageActions;

/// The background jobs of a session: how many in which state, how far each is, what failed.
class JobsPage : public Page
{
    Q_OBJECT

public:
    JobsPage(const PageContext &context, QWidget *parent);
    ~JobsPage() override;

    QString title() const override;
    QString iconName() const override;
    void setSession(session::Session *session) override;
    void focusSearch() override;

private:
    void arrange();
    void setUpTable();
    void setUpColumns();
    void addActions();
    void connectPieces();
    void chooseJob(const QModelIndex &job);
    void updateDetails();
    void showLogsOfJob();
    void rowsChanged();
    void updateEmptyState();
    void describeNoJobs();
    void updateStatus();

    models::JobModel *m_model;
    JobRows *m_rows;
    PageActions *m_actions;
    JobStateBar *m_states;
    QLineEdit *m_search;
    QTableView *m_table;
    JobDetailPane *m_details;
    EmptyState *m_empty;
    QLabel *m_status;
    QSplitter *m_splitter;
    QAction *m_showLogs = nullptr;
    QAction *m_showDetails = nullptr;
    std::unique_ptr<ColumnChooser> m_columns;
    QPointer<session::Session> m_session;
};

} // namespace foretop::app
