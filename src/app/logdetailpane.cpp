// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logdetailpane.h"

#include "app/jsonhighlighter.h"
#include "app/pageactions.h"
#include "app/prettyjson.h"
#include "app/recordtext.h"
#include "app/theme.h"
#include "logs/record.h"
#include "models/logfields.h"
#include "models/logmodel.h"

#include <QLocale>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include "ui_logdetailpane.h"

namespace foretop::app {

namespace {

using models::LogModel;

constexpr int kMaxMarkedMatches = 500;

} // namespace

LogDetailPane::LogDetailPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_ui(std::make_unique<Ui::LogDetailPane>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("logDetails"));
    m_chosenTab = m_ui->fieldsTab;
    connect(m_ui->tabs, &QTabWidget::currentChanged, this,
            [this] { m_chosenTab = m_ui->tabs->currentWidget(); });
    new JsonHighlighter(theme, m_ui->text->document());
    connect(&theme, &Theme::changed, this, &LogDetailPane::takeFonts);
    takeFonts();
}

LogDetailPane::~LogDetailPane() = default;

void LogDetailPane::addButton(QAction *action)
{
    m_ui->titleLayout->addWidget(PageActions::button(action, Qt::ToolButtonTextBesideIcon, this));
}

void LogDetailPane::setRecord(const QModelIndex &record)
{
    m_hasRecord = record.isValid();
    if (!m_hasRecord) {
        return;
    }
    QString raw = record.data(LogModel::RawRole).toString();
    const QString message = record.data(LogModel::MessageRole).toString();
    if (raw.isEmpty()) {
        raw = message;
    }
    const bool cut = raw.size() > kMaxShownLength;
    const auto fields = cut ? QVector<FieldText>() : models::fieldsOf(raw);
    showTitle(record, cut);
    m_ui->fields->setFields(fields);
    const QString stack = stackTraceOf(fields, message.left(kMaxShownLength));
    m_ui->stack->setPlainText(stack);
    markMatches(m_ui->stack);
    showText(raw.left(kMaxShownLength));
    showTabs(!fields.isEmpty(), !stack.isEmpty());
}

void LogDetailPane::showTitle(const QModelIndex &record, bool cut)
{
    QStringList parts;
    for (const int column : {LogModel::LevelColumn, LogModel::TimeColumn, LogModel::SourceColumn,
                             LogModel::LoggerColumn}) {
        if (const auto part = record.siblingAtColumn(column).data().toString(); !part.isEmpty()) {
            parts << part;
        }
    }
    if (cut) {
        parts << tr("the first %1 characters").arg(QLocale().toString(kMaxShownLength));
    }
    m_ui->title->setText(parts.join(QStringLiteral("  \u00b7  ")));
}

void LogDetailPane::showTabs(bool hasFields, bool hasStack)
{
    const QSignalBlocker blocker(m_ui->tabs);
    const auto indexOf = [this](QWidget *tab) { return m_ui->tabs->indexOf(tab); };
    m_ui->tabs->setTabVisible(indexOf(m_ui->fieldsTab), hasFields);
    m_ui->tabs->setTabVisible(indexOf(m_ui->stackTab), hasStack);
    m_ui->tabs->setCurrentWidget(m_ui->tabs->isTabVisible(indexOf(m_chosenTab)) ? m_chosenTab
                                                                                : m_ui->textTab);
}

void LogDetailPane::showText(const QString &raw)
{
    const bool isJson = isJsonDocument(raw);
    m_ui->tabs->setTabText(m_ui->tabs->indexOf(m_ui->textTab), isJson ? tr("JSON") : tr("Text"));
    m_ui->text->setPlainText(isJson ? prettyJson(raw) : raw);
    markMatches(m_ui->text);
}

void LogDetailPane::setHighlight(const QString &text)
{
    m_highlight = text;
    markMatches(m_ui->stack);
    markMatches(m_ui->text);
}

void LogDetailPane::markMatches(QPlainTextEdit *edit) const
{
    QList<QTextEdit::ExtraSelection> selections;
    if (!m_highlight.isEmpty()) {
        QTextCharFormat format;
        format.setBackground(m_theme.tone(Tone::Warning));
        format.setForeground(palette().color(QPalette::Base));
        QTextCursor found = edit->document()->find(m_highlight, 0);
        while (!found.isNull() && selections.size() < kMaxMarkedMatches) {
            selections.append({found, format});
            found = edit->document()->find(m_highlight, found);
        }
    }
    edit->setExtraSelections(selections);
}

void LogDetailPane::takeFonts()
{
    const QFont font = m_theme.fixedFont();
    m_ui->fields->setFont(font);
    m_ui->stack->setFont(font);
    m_ui->text->setFont(font);
    markMatches(m_ui->stack);
    markMatches(m_ui->text);
}

} // namespace foretop::app
