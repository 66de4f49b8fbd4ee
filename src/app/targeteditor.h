// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metricnames.h"
#include "models/panelspec.h"

#include <QHash>
#include <QWidget>

#include <memory>

namespace foretop::models {
struct PanelProblem;
} // namespace foretop::models

namespace foretop::app {

class Theme;

/// One target of a panel: its expression, written or put together by choosing, and how its series
/// are named. GUI thread.
class TargetEditor : public QWidget
{
    Q_OBJECT

public:
    /// @p theme must outlive this.
    TargetEditor(const Theme &theme, const models::PanelTarget &target, QWidget *parent);
    ~TargetEditor() override;

    models::PanelTarget target() const;
    void setNames(const models::MetricNames &names);
    void setVariables(const QHash<QString, QString> &variables);
    /// Whether a Prometheus is asked, which takes more than docs/expressions.md tells.
    void setSourceIsPrometheus(bool isPrometheus);
    /// "A" for 0, and whether there are others before, behind and at all.
    void setPlace(int index, int count);
    /// What the source said of the present expression; null: it could answer.
    void setAnswer(const models::PanelProblem *problem);
    void focusExpression();
    void focusMetric();

Q_SIGNALS:
    void changed();
    void bucketsChosen();
    void moveRequested(int by);
    void duplicateRequested();
    void removeRequested();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::app
