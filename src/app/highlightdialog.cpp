// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/highlightdialog.h"

#include "app/colours.h"
#include "app/theme.h"
#include "models/queryreader.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>

#include <algorithm>

namespace foretop::app {

namespace {

QIcon swatch(const QColor &colour)
{
    QPixmap pixmap(16, 16);
    pixmap.fill(colour);
    return pixmap;
}

} // namespace

HighlightDialog::HighlightDialog(const Theme &theme, HighlightRules &rules, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_store(rules)
    , m_rules(rules.rules())
    , m_list(new QListWidget(this))
    , m_editor(new QWidget(this))
    , m_name(new QLineEdit(m_editor))
    , m_pattern(new QLineEdit(m_editor))
    , m_query(new QCheckBox(tr("&Query"), m_editor))
    , m_regex(new QCheckBox(tr("&Regular expression"), m_editor))
    , m_case(new QCheckBox(tr("&Case-sensitive"), m_editor))
    , m_colour(new QComboBox(m_editor))
    , m_bold(new QCheckBox(tr("&Bold"), m_editor))
    , m_underline(new QCheckBox(tr("&Underlined"), m_editor))
    , m_fault(new QLabel(m_editor))
    , m_reader(new models::QueryReader(
          [this](const QString &, const Result<logs::Query> &query) {
              m_fault->setText(query ? QString() : QString::fromStdString(query.error().text()));
          },
          this))
{
    setObjectName(QStringLiteral("highlightDialog"));
    setWindowTitle(tr("Highlights"));
    m_list->setObjectName(QStringLiteral("highlightRules"));
    m_list->setAccessibleName(tr("Highlight rules"));
    m_list->setToolTip(tr("The first rule that matches wins; an unchecked one is not used"));
    auto *columns = new QHBoxLayout;
    auto *left = new QVBoxLayout;
    left->addWidget(m_list);
    addButtons(left);
    columns->addLayout(left, 1);
    columns->addWidget(m_editor, 1);
    addEditor();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &HighlightDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(columns);
    layout->addWidget(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, &HighlightDialog::showRule);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        m_rules[m_list->row(item)].enabled = item->checkState() == Qt::Checked;
    });
    showRules(0);
    resize(640, 340);
}

void HighlightDialog::addEditor()
{
    auto *form = new QFormLayout(m_editor);
    m_name->setObjectName(QStringLiteral("highlightName"));
    m_pattern->setObjectName(QStringLiteral("highlightPattern"));
    m_pattern->setMaxLength(int(HighlightRules::kMostCharacters));
    m_query->setObjectName(QStringLiteral("highlightQuery"));
    m_query->setToolTip(
        tr("Marks whole records that a query finds, such as level>=error duration_ms>500"));
    m_colour->setAccessibleName(tr("Colour"));
    for (int i = 0; i < kSeriesColourCount; ++i) {
        m_colour->addItem(swatch(m_theme.series(i)), tr("Colour %1").arg(i + 1));
    }
    m_fault->setObjectName(QStringLiteral("highlightFault"));
    m_fault->setWordWrap(true);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Text"), m_pattern);
    form->addRow(QString(), m_query);
    form->addRow(QString(), m_regex);
    form->addRow(QString(), m_case);
    form->addRow(tr("C&olour"), m_colour);
    form->addRow(QString(), m_bold);
    form->addRow(QString(), m_underline);
    form->addRow(m_fault);
    for (QLineEdit *edit : {m_name, m_pattern}) {
        connect(edit, &QLineEdit::textEdited, this, &HighlightDialog::takeRule);
    }
    for (QCheckBox *box : {m_query, m_regex, m_case, m_bold, m_underline}) {
        connect(box, &QCheckBox::toggled, this, &HighlightDialog::takeRule);
    }
    connect(m_colour, &QComboBox::currentIndexChanged, this, &HighlightDialog::takeRule);
}

void HighlightDialog::addButtons(QLayout *layout)
{
    auto *row = new QHBoxLayout;
    const auto add = [&](const QString &text, const QString &name, const auto &what) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, what);
        row->addWidget(button);
    };
    add(tr("&Add"), QStringLiteral("addHighlight"), [this] { addRule(); });
    add(tr("Re&move"), QStringLiteral("removeHighlight"), [this] { removeRule(); });
    add(tr("U&p"), QStringLiteral("raiseHighlight"), [this] { moveRule(-1); });
    add(tr("Do&wn"), QStringLiteral("lowerHighlight"), [this] { moveRule(1); });
    static_cast<QVBoxLayout *>(layout)->addLayout(row);
}

void HighlightDialog::showRules(int current)
{
    {
        const QScopedValueRollback showing(m_showing, true);
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const HighlightRule &rule : std::as_const(m_rules)) {
            auto *item =
                new QListWidgetItem(swatch(m_theme.series(rule.colour)),
                                    rule.name.isEmpty() ? rule.pattern : rule.name, m_list);
            item->setCheckState(rule.enabled ? Qt::Checked : Qt::Unchecked);
        }
        m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    }
    showRule();
}

void HighlightDialog::showRule()
{
    const QScopedValueRollback showing(m_showing, true);
    const int row = m_list->currentRow();
    m_editor->setEnabled(row >= 0);
    const HighlightRule rule = row >= 0 ? m_rules[row] : HighlightRule();
    m_name->setText(rule.name);
    m_pattern->setText(rule.pattern);
    m_query->setChecked(rule.isQuery);
    m_regex->setChecked(rule.isRegex);
    m_case->setChecked(rule.isCaseSensitive);
    m_colour->setCurrentIndex(rule.colour % kSeriesColourCount);
    m_bold->setChecked(rule.bold);
    m_underline->setChecked(rule.underline);
    check(rule);
}

void HighlightDialog::check(const HighlightRule &rule)
{
    m_regex->setDisabled(rule.isQuery);
    m_case->setDisabled(rule.isQuery);
    m_reader->read(rule.isQuery ? rule.pattern : QString(), {}); // the last one read counts
    if (!rule.isQuery) {
        const QRegularExpression expression = rule.expression();
        m_fault->setText(expression.isValid() ? QString() : expression.errorString());
    }
}

void HighlightDialog::takeRule()
{
    const int row = m_list->currentRow();
    if (m_showing || row < 0) {
        return;
    }
    HighlightRule &rule = m_rules[row];
    rule = {m_name->text(),           m_pattern->text(),
            m_regex->isChecked(),     m_case->isChecked(),
            m_colour->currentIndex(), m_bold->isChecked(),
            m_underline->isChecked(), rule.enabled,
            m_query->isChecked()};
    check(rule);
    QListWidgetItem *item = m_list->item(row);
    item->setText(rule.name.isEmpty() ? rule.pattern : rule.name);
    item->setIcon(swatch(m_theme.series(rule.colour)));
}

void HighlightDialog::addRule()
{
    if (m_rules.size() < HighlightRules::kMostRules) {
        HighlightRule rule;
        rule.colour = int(m_rules.size()) % kSeriesColourCount;
        m_rules << rule;
        showRules(int(m_rules.size()) - 1);
        m_pattern->setFocus();
    }
}

void HighlightDialog::removeRule()
{
    if (const int row = m_list->currentRow(); row >= 0) {
        m_rules.removeAt(row);
        showRules(row);
    }
}

void HighlightDialog::moveRule(int by)
{
    const int row = m_list->currentRow();
    const int to = row + by;
    if (row >= 0 && to >= 0 && to < m_rules.size()) {
        m_rules.swapItemsAt(row, to);
        showRules(to);
    }
}

void HighlightDialog::accept()
{
    m_rules.removeIf([](const HighlightRule &rule) {
        return rule.pattern.isEmpty() || (!rule.isQuery && !rule.expression().isValid());
    });
    m_store.setRules(m_rules);
    QDialog::accept();
}

} // namespace foretop::app
