// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metricnames.h"
#include "models/panelspec.h"

#include <QHash>
#include <QScrollArea>

class QPushButton;
class QVBoxLayout;

namespace foretop::models {
struct PanelAnswer;
} // namespace foretop::models

namespace foretop::app {

class TargetEditor;
class Theme;

/// The targets of a panel, one below another; there is always one.
class TargetList : public QScrollArea
{
    Q_OBJECT

public:
    /// @p theme must outlive this.
    TargetList(const Theme &theme, const QVector<models::PanelTarget> &targets, QWidget *parent);

    QVector<models::PanelTarget> targets() const;
    void setNames(const models::MetricNames &names);
    void setVariables(const QHash<QString, QString> &variables);
    void setSourceIsPrometheus(bool isPrometheus);
    /// What the source said of the present targets.
    void setAnswer(const models::PanelAnswer &answer);
    /// Puts the keyboard where an expression begins to be written.
    void focusFirst();

Q_SIGNALS:
    void changed();
    void bucketsChosen();

private:
    TargetEditor *add(const models::PanelTarget &target, qsizetype at);
    void remove(TargetEditor *editor);
    void move(TargetEditor *editor, int by);
    void place();

    const Theme &m_theme;
    models::MetricNames m_names;
    QHash<QString, QString> m_variables;
    bool m_isPrometheus = false;
    QVector<TargetEditor *> m_editors;
    QVBoxLayout *m_layout;
    QPushButton *m_add;
};

} // namespace foretop::app
