// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPersistentModelIndex>
#include <QWidget>

#include <memory>

class QAction;

namespace Ui {
class JobDetailPane;
} // namespace Ui

namespace foretop::app {

class Theme;

/// All that is known of one job, kept up to date while it runs.
class JobDetailPane : public QWidget
{
    Q_OBJECT

public:
    JobDetailPane(const Theme &theme, QWidget *parent);
    ~JobDetailPane() override;

    /// Puts a button for @p action beside the title.
    void addButton(QAction *action);
    /// @p job: of a JobModel or a proxy of one; invalid: no job is chosen.
    void setJob(const QModelIndex &job);
    bool hasJob() const { return m_job.isValid(); }
    /// The job's data changed.
    void refresh();

private:
    void showFacts();
    void showError();

    std::unique_ptr<Ui::JobDetailPane> m_ui;
    QPersistentModelIndex m_job;
};

} // namespace foretop::app
