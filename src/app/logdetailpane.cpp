// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logdetailpane.h"

#include "app/jsonhighlighter.h"
#include "app/pageactions.h"
#include "app/prettyjson.h"
#include "app/theme.h"
#include "logs/record.h"
#include "models/logmodel.h"
#include "models/recordtext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QToolButton>

#include "ui_logdetailpane.h"

namespace foretop::app {

namespace {

using models::LogModel;

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

void LogDetailPane::addFieldActions(PageActions &actions)
{
    FieldTable *table = m_ui->fields;
    auto *buttons = new QWidget(m_ui->tabs);
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    const auto add = [&](const ActionSpec &spec, const auto &what) {
        QAction *action = actions.add(spec);
        row->addWidget(PageActions::button(action, Qt::ToolButtonTextOnly, buttons));
        connect(action, &QAction::triggered, this, [table, what] {
            if (const auto [field, value] = table->currentField(); !field.isEmpty()) {
                what(field, value);
            }
        });
    };
    using Text = const QString &;
    add({.name = QStringLiteral("filterForField"),
         .text = tr("Filter for"),
         .hint = tr("Show only records in which the chosen field has this value"),
         .shortcuts = {Qt::Key_P},
         .scope = table},
        [this](Text field, Text value) { Q_EMIT filterRequested(field, value, false); });
    add({.name = QStringLiteral("filterOutField"),
         .text = tr("Filter out"),
         .hint = tr("Hide records in which the chosen field has this value"),
         .shortcuts = {Qt::Key_O},
         .scope = table},
        [this](Text field, Text value) { Q_EMIT filterRequested(field, value, true); });
    add({.name = QStringLiteral("followField"),
         .text = tr("Follow this value"),
         .hint = tr("Show every record with this value, such as all of one request"),
         .shortcuts = {Qt::Key_R},
         .scope = table},
        [this](Text field, Text value) { Q_EMIT followRequested(field, value); });
    add({.name = QStringLiteral("columnOfField"),
         .text = tr("Add as column"),
         .hint = tr("Show the chosen field in a column of the table"),
         .shortcuts = {Qt::Key_A},
         .scope = table},
        [this](Text field, Text) { Q_EMIT columnRequested(field); });
    add({.name = QStringLiteral("facetOfField"),
         .text = tr("Facet"),
         .hint = tr("Count the values of the chosen field"),
         .shortcuts = {Qt::Key_S},
         .scope = table},
        [this](Text field, Text) { Q_EMIT facetRequested(field); });
    m_ui->tabs->setCornerWidget(buttons);
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, &LogDetailPane::showFieldButtons);
    showFieldButtons();
}

void LogDetailPane::showFieldButtons()
{
    if (QWidget *buttons = m_ui->tabs->cornerWidget()) {
        buttons->setVisible(m_ui->tabs->currentWidget() == m_ui->fieldsTab);
    }
}

void LogDetailPane::setRecord(const QModelIndex &record)
{
    m_hasRecord = record.isValid();
    if (!m_hasRecord) {
        return;
    }
    const auto *model = qobject_cast<const LogModel *>(record.model());
    const logs::Record whole = model->recordOfRow(record.row());
    const QString message = QString::fromStdString(whole.message);
    const QString raw = whole.raw.empty() ? message : QString::fromStdString(whole.raw);
    const bool cut = raw.size() > kMaxShownLength;
    QVector<models::FieldText> fields;
    if (!cut) {
        for (const auto &[name, value] : model->fieldsOfRow(record.row())) {
            fields.push_back({QString::fromStdString(name), QString::fromStdString(value)});
        }
    }
    m_isCut = cut;
    showTitle(record, cut);
    m_ui->fields->setFields(fields);
    const QString stack = models::stackTraceOf(fields, message.left(kMaxShownLength));
    m_ui->stack->setPlainText(stack);
    markMatches(m_ui->stack);
    const bool hasFrames = m_ui->frames->setTrace(stack) > 0;
    showText(raw.left(kMaxShownLength));
    showTabs(!fields.isEmpty(), !stack.isEmpty(), hasFrames);
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

void LogDetailPane::showTabs(bool hasFields, bool hasStack, bool hasFrames)
{
    const QSignalBlocker blocker(m_ui->tabs);
    const auto indexOf = [this](QWidget *tab) { return m_ui->tabs->indexOf(tab); };
    m_ui->tabs->setTabVisible(indexOf(m_ui->fieldsTab), hasFields);
    m_ui->tabs->setTabVisible(indexOf(m_ui->stackTab), hasStack);
    m_ui->tabs->setTabVisible(indexOf(m_ui->framesTab), hasFrames);
    m_ui->tabs->setCurrentWidget(m_ui->tabs->isTabVisible(indexOf(m_chosenTab)) ? m_chosenTab
                                                                                : m_ui->textTab);
    showFieldButtons();
}

void LogDetailPane::showText(const QString &raw)
{
    const bool isJson = isJsonDocument(raw);
    m_ui->tabs->setTabText(m_ui->tabs->indexOf(m_ui->textTab), isJson ? tr("JSON") : tr("Text"));
    m_ui->text->setPlainText(isJson ? prettyJson(raw) : raw);
    markMatches(m_ui->text);
}

void LogDetailPane::setMarked(const logs::Query &query, const QVector<HighlightRule> &rules)
{
    m_marks.setQuery(query);
    m_marks.setRules(rules);
    m_marks.takeColours(m_theme, palette().color(QPalette::Base));
    markMatches(m_ui->stack);
    markMatches(m_ui->text);
}

void LogDetailPane::markMatches(QPlainTextEdit *edit) const
{
    QList<QTextEdit::ExtraSelection> selections;
    for (const auto &range : m_marks.rangesIn(edit->toPlainText())) {
        QTextCursor found(edit->document());
        found.setPosition(range.start);
        found.setPosition(range.start + range.length, QTextCursor::KeepAnchor);
        selections.append({found, range.format});
    }
    edit->setExtraSelections(selections);
}

void LogDetailPane::takeFonts()
{
    const QFont font = m_theme.fixedFont();
    m_ui->fields->setFont(font);
    m_ui->frames->setFont(font);
    m_marks.takeColours(m_theme, palette().color(QPalette::Base));
    m_ui->stack->setFont(font);
    m_ui->text->setFont(font);
    markMatches(m_ui->stack);
    markMatches(m_ui->text);
}

} // namespace foretop::app
