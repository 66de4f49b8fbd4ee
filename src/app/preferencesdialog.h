// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QVector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QSpinBox;

namespace foretop::app {

class Settings;
class Theme;

/// What the person sets for the whole console. Accepted, it is in the settings; the memory for live
/// logs counts from the next session on.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p appearances are triggered when chosen; all must outlive the dialog.
    PreferencesDialog(const QVector<QAction *> &appearances, const Theme &theme, Settings &settings,
                      QWidget *parent);

    void accept() override;

private:
    void add(QFormLayout &form, const QString &label, QWidget *field, const QString &hint);

    const QVector<QAction *> m_appearances;
    Settings &m_settings;
    int m_usualSize; ///< of log texts, in points
    QComboBox *m_appearance;
    QSpinBox *m_size;
    QCheckBox *m_utc;
    QSpinBox *m_budget;
};

} // namespace foretop::app
