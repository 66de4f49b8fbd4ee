// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/highlightrules.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace foretop::models {
class QueryReader;
} // namespace foretop::models

namespace foretop::app {

class Theme;

/// Edits the highlight rules: which there are, in which order, what each marks and how.
class HighlightDialog : public QDialog
{
    Q_OBJECT

public:
    /// Both must outlive the dialog.
    HighlightDialog(const Theme &theme, HighlightRules &rules, QWidget *parent);

private:
    void addEditor();
    void addButtons(QLayout *layout);
    void showRules(int current);
    void showRule();
    void takeRule();
    void check(const HighlightRule &rule);
    void addRule();
    void removeRule();
    void moveRule(int by);
    void accept() override;

    const Theme &m_theme;
    HighlightRules &m_store;
    QVector<HighlightRule> m_rules;
    QListWidget *m_list;
    QWidget *m_editor;
    QLineEdit *m_name;
    QLineEdit *m_pattern;
    QCheckBox *m_query;
    QCheckBox *m_regex;
    QCheckBox *m_case;
    QComboBox *m_colour;
    QCheckBox *m_bold;
    QCheckBox *m_underline;
    QLabel *m_fault;
    models::QueryReader *m_reader;
    bool m_showing = false;
};

} // namespace foretop::app
