// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"

#include <QWidget>

class QAction;
class QBoxLayout;
class QComboBox;
class QLabel;

namespace foretop::app {

class DashboardPicker;
class VariableBar;

/// What a MetricsToolBar has buttons for.
struct MetricsActions
{
    QAction *explorer = nullptr;
    QAction *pick = nullptr;
    QAction *addPanel = nullptr;
    QAction *edit = nullptr;
    QAction *save = nullptr;
    QVector<QAction *> menu; ///< null: a separator
};

/// The line above the dashboards: which one, of which source, for which values of its variables,
/// and what can be done with it.
class MetricsToolBar : public QWidget
{
    Q_OBJECT

public:
    /// @p theme must outlive the bar.
    MetricsToolBar(const Theme &theme, const MetricsActions &actions, QWidget *parent = nullptr);

    DashboardPicker &picker() const { return *m_picker; }
    VariableBar &variables() const { return *m_variables; }

    /// @p names as they are asked for, @p titles as they are shown; hidden when there is only one.
    void setSources(const QStringList &names, const QStringList &titles, const QString &chosen);
    /// Empty: the session's own series.
    QString source() const;
    void setUnsaved(bool unsaved);
    void setPending(bool pending);

Q_SIGNALS:
    void sourceChosen(const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addChoosers(QBoxLayout &layout);
    void addButtons(QBoxLayout &layout, const MetricsActions &actions);
    void showHint();
    void takeColours();

    const Theme &m_theme;
    DashboardPicker *m_picker;
    QComboBox *m_sources;
    VariableBar *m_variables;
    QLabel *m_hint;
    QLabel *m_unsaved;
    QLabel *m_pending;
};

} // namespace foretop::app
