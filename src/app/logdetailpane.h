// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/textmarks.h"

#include <QWidget>

#include <memory>

class QAction;
class QModelIndex;
class QPlainTextEdit;

namespace Ui {
class LogDetailPane;
} // namespace Ui

namespace foretop::app {

class PageActions;
class Theme;
struct HighlightRule;

/// Shows one record whole: its fields, its JSON or text, its stack trace. Keeps what it shows when
/// the record is evicted.
class LogDetailPane : public QWidget
{
    Q_OBJECT

public:
    /// Longer records are shown up to here, with a word about it; they are copied whole.
    static constexpr qsizetype kMaxShownLength = 200'000;

    LogDetailPane(const Theme &theme, QWidget *parent);
    ~LogDetailPane() override;

    /// Actions on a field go to @p actions.
    void addFieldActions(PageActions &actions);
    /// Puts a button for @p action beside the title.
    void addButton(QAction *action);
    /// @p record: of a LogModel; invalid: no record is chosen.
    void setRecord(const QModelIndex &record);
    /// Texts of the record that is shown were read in the meantime.
    void takeTitle(const QModelIndex &record) { showTitle(record, m_isCut); }
    bool hasRecord() const { return m_hasRecord; }
    /// What is marked in the text.
    void setMarked(const logs::Query &query, const QVector<HighlightRule> &rules);

Q_SIGNALS:
    void filterRequested(const QString &field, const QString &value, bool out);
    void columnRequested(const QString &field);
    void facetRequested(const QString &field);
    /// All records with this value, whatever else is filtered.
    void followRequested(const QString &field, const QString &value);

private:
    void takeFonts();
    void showFieldButtons();
    void showTabs(bool hasFields, bool hasStack, bool hasFrames);
    void showTitle(const QModelIndex &record, bool cut);
    void showText(const QString &raw);
    void markMatches(QPlainTextEdit *edit) const;

    const Theme &m_theme;
    std::unique_ptr<Ui::LogDetailPane> m_ui;
    TextMarks m_marks;
    bool m_hasRecord = false;
    bool m_isCut = false;
    QWidget *m_chosenTab = nullptr; ///< by the person; shown when the record has it
};

} // namespace foretop::app
