// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <QVector>

class QAction;
class QLineEdit;
class QListWidget;
class QStyleOptionComboBox;

namespace foretop::app {

class Theme;

/// A dashboard that may be chosen.
struct DashboardChoice
{
    enum class Kind { Preset, Own, Unreadable };
    QString key; ///< DashboardDocument::key()
    QString title;
    Kind kind = Kind::Preset;
    QString hint; ///< for the tooltip: what it is about, or why it cannot be read

    bool operator==(const DashboardChoice &) const = default;
};

/// Chooses a dashboard from a list that can be searched, the presets apart from one's own. Looks as
/// a combo box does.
class DashboardPicker : public QToolButton
{
    Q_OBJECT

public:
    /// @p action opens the list. @p theme must outlive the picker.
    DashboardPicker(const Theme &theme, QAction *action, QWidget *parent = nullptr);

    void setChoices(const QVector<DashboardChoice> &choices);
    const QVector<DashboardChoice> &choices() const { return m_choices; }
    /// What is shown now: @p key marks it in the list, @p text stands on the button.
    void setCurrent(const QString &key, const QString &text);

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QStyleOptionComboBox comboOption() const;
    void fillList();
    void addGroup(const QString &title, bool presets);
    void choose();

    const Theme &m_theme;
    QVector<DashboardChoice> m_choices;
    QString m_current;
    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace foretop::app
