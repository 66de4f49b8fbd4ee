// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/targeteditor.h"

#include "app/expressionbuilder.h"
#include "app/expressionedit.h"
#include "app/legendedit.h"
#include "app/theme.h"
#include "models/expressioncheck.h"
#include "models/inquiry.h"
#include "models/panelanswer.h"
#include "models/panelcompletion.h"

#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace foretop::app {

namespace {

QString letterOf(int index)
{
    return QString(QChar(u'A' + index % 26)); // kMaxTargets are fewer
}

} // namespace

class TargetEditor::Private
{
public:
    Private(const Theme &theme, TargetEditor *editor);

    QToolButton *makeButton(const QString &name, const QString &icon, const QString &hint);
    QLayout *makeHeader();
    void takeIcons();
    void takeExpression();
    void showFault();
    void findLabels();

    TargetEditor *q;
    const Theme &theme;
    models::MetricNames names;
    QHash<QString, QString> variables;
    QString shownExpression;
    QVector<QPair<QToolButton *, QString>> icons;

    QLabel *letter;
    QToolButton *hide;
    QToolButton *build;
    QToolButton *up;
    QToolButton *down;
    QToolButton *duplicate;
    QToolButton *remove;
    ExpressionBuilder *builder;
    ExpressionEdit *edit;
    QLabel *fault;
    LegendEdit *legend;
    models::Inquiry<QStringList> labels;
};

TargetEditor::Private::Private(const Theme &usedTheme, TargetEditor *editor)
    : q(editor)
    , theme(usedTheme)
    , letter(new QLabel(editor))
    , hide(makeButton(QStringLiteral("hideTarget"), QStringLiteral("eye"),
                      tr("Show this expression in the panel, or keep it without asking it")))
    , build(makeButton(QStringLiteral("showBuilder"), QStringLiteral("builder"),
                       tr("Show or hide the fields to put the expression together")))
    , up(makeButton(QStringLiteral("raiseTarget"), QStringLiteral("chevron-up"), tr("Move up")))
    , down(makeButton(QStringLiteral("lowerTarget"), QStringLiteral("chevron-down"),
                      tr("Move down")))
    , duplicate(makeButton(QStringLiteral("duplicateTarget"), QStringLiteral("copy"),
                           tr("Add another like this")))
    , remove(makeButton(QStringLiteral("removeTarget"), QStringLiteral("close"), tr("Remove")))
    , builder(new ExpressionBuilder(usedTheme, editor))
    , edit(new ExpressionEdit(usedTheme, editor))
    , fault(new QLabel(editor))
    , legend(new LegendEdit(editor))
    , labels([this](const QStringList &found) { legend->setLabels(found); })
{
    hide->setCheckable(true);
    build->setCheckable(true);
    edit->setObjectName(QStringLiteral("targetExpression"));
    fault->setObjectName(QStringLiteral("targetFault"));
    fault->setTextFormat(Qt::PlainText);
    fault->setWordWrap(true);
    fault->hide();
    legend->setObjectName(QStringLiteral("targetLegend"));
}

QToolButton *TargetEditor::Private::makeButton(const QString &name, const QString &icon,
                                               const QString &hint)
{
    auto *button = new QToolButton(q);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(hint);
    button->setAccessibleName(hint);
    icons.append({button, icon});
    return button;
}

QLayout *TargetEditor::Private::makeHeader()
{
    auto *header = new QHBoxLayout;
    header->setSpacing(2);
    QFont bold = letter->font();
    bold.setBold(true);
    letter->setFont(bold);
    header->addWidget(letter);
    header->addSpacing(6);
    header->addWidget(build);
    header->addWidget(hide);
    header->addStretch(1);
    for (QToolButton *button : {up, down, duplicate, remove}) {
        header->addWidget(button);
    }
    return header;
}

TargetEditor::TargetEditor(const Theme &theme, const models::PanelTarget &target, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(theme, this))
{
    setObjectName(QStringLiteral("targetEditor"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 8);
    layout->setSpacing(4);
    layout->addLayout(d->makeHeader());
    layout->addWidget(d->builder);
    layout->addWidget(d->edit);
    layout->addWidget(d->fault);
    layout->addWidget(d->legend);

    d->shownExpression = target.expression;
    d->edit->setExpression(target.expression);
    d->builder->setExpression(target.expression);
    d->build->setChecked(!d->builder->isByHand());
    d->builder->setVisible(d->build->isChecked());
    d->legend->setText(target.legend);
    d->hide->setChecked(!target.isHidden);
    d->takeIcons();

    connect(&theme, &Theme::changed, this, [this] { d->takeIcons(); });
    connect(d->edit, &QPlainTextEdit::textChanged, this, [this] { d->takeExpression(); });
    connect(d->edit, &ExpressionEdit::faultChanged, this, [this] { d->showFault(); });
    connect(d->builder, &ExpressionBuilder::expressionBuilt, d->edit,
            &ExpressionEdit::setExpression);
    connect(d->builder, &ExpressionBuilder::bucketsChosen, this, &TargetEditor::bucketsChosen);
    connect(d->legend, &QLineEdit::textChanged, this, &TargetEditor::changed);
    connect(d->build, &QToolButton::toggled, d->builder, &QWidget::setVisible);
    connect(d->hide, &QToolButton::toggled, this, [this] {
        d->takeIcons();
        Q_EMIT changed();
    });
    connect(d->up, &QToolButton::clicked, this, [this] { Q_EMIT moveRequested(-1); });
    connect(d->down, &QToolButton::clicked, this, [this] { Q_EMIT moveRequested(1); });
    connect(d->duplicate, &QToolButton::clicked, this, &TargetEditor::duplicateRequested);
    connect(d->remove, &QToolButton::clicked, this, &TargetEditor::removeRequested);
    d->showFault();
}

TargetEditor::~TargetEditor() = default;

void TargetEditor::Private::takeIcons()
{
    for (const auto &[button, icon] : std::as_const(icons)) {
        const bool isOff = button == hide && !hide->isChecked();
        button->setIcon(theme.icon(isOff ? QStringLiteral("eye-off") : icon));
    }
}

void TargetEditor::Private::takeExpression()
{
    if (std::exchange(shownExpression, edit->expression()) == edit->expression()) {
        return;
    }
    builder->setExpression(shownExpression);
    findLabels();
    Q_EMIT q->changed();
}

void TargetEditor::Private::findLabels()
{
    if (names.vocabulary) {
        labels.ask([vocabulary = names.vocabulary, expression = edit->expression(),
                    variables = variables](const std::stop_token &) {
            return models::labelsOfExpression(expression, *vocabulary, variables);
        });
    }
}

void TargetEditor::Private::showFault()
{
    const auto &found = edit->fault();
    fault->setVisible(found.has_value());
    if (!found) {
        return;
    }
    QPalette colours = q->palette();
    colours.setColor(QPalette::WindowText,
                     theme.tone(edit->isFaultHint() ? Tone::Warning : Tone::Bad));
    fault->setPalette(colours);
    fault->setText(
        edit->isFaultHint()
            ? tr("Foretop does not know this: %1. The Prometheus decides.").arg(found->message)
            : found->message);
}

models::PanelTarget TargetEditor::target() const
{
    return {d->edit->expression(), d->legend->text(), !d->hide->isChecked()};
}

void TargetEditor::setNames(const models::MetricNames &names)
{
    d->names = names;
    d->edit->setNames(names);
    d->builder->setNames(names);
    d->findLabels();
}

void TargetEditor::setVariables(const QHash<QString, QString> &variables)
{
    d->variables = variables;
    d->edit->setVariables(variables);
}

void TargetEditor::setSourceIsPrometheus(bool isPrometheus)
{
    d->edit->setFaultsAreHints(isPrometheus);
}

void TargetEditor::setPlace(int index, int count)
{
    d->letter->setText(letterOf(index));
    d->edit->setAccessibleName(tr("Expression %1").arg(letterOf(index)));
    d->up->setEnabled(index > 0);
    d->down->setEnabled(index + 1 < count);
    d->duplicate->setEnabled(count < models::PanelSpec::kMaxTargets);
    d->remove->setEnabled(count > 1);
}

void TargetEditor::setAnswer(const models::PanelProblem *problem)
{
    if (!problem) {
        d->edit->setAnswer({});
        return;
    }
    const auto fault =
        models::faultAt(d->edit->expression(), problem->column.value_or(1), problem->message);
    const int all = int(d->edit->expression().size());
    d->edit->setAnswer(problem->column
                           ? EditFault{int(fault.begin), int(fault.length), fault.message}
                           : EditFault{0, all, fault.message});
}

void TargetEditor::focusExpression()
{
    d->edit->setFocus(Qt::OtherFocusReason);
}

void TargetEditor::focusMetric()
{
    d->build->setChecked(true);
    d->builder->focusMetric();
}

} // namespace foretop::app
