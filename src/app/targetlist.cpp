// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/targetlist.h"

#include "app/taborder.h"
#include "app/targeteditor.h"
#include "app/theme.h"
#include "models/panelanswer.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace foretop::app {

TargetList::TargetList(const Theme &theme, const QVector<models::PanelTarget> &targets,
                       QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout)
    , m_add(new QPushButton(tr("&Add expression"), this))
{
    setObjectName(QStringLiteral("targetList"));
    setAccessibleName(tr("Expressions"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 6, 0);
    layout->addLayout(m_layout);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    layout->addStretch(1);
    setWidget(content);
    m_add->setObjectName(QStringLiteral("addTarget"));
    m_add->setAutoDefault(false);
    m_add->setToolTip(tr("Draw another expression in this panel"));
    m_add->setAccessibleName(tr("Add expression"));
    connect(m_add, &QPushButton::clicked, this, [this] {
        add({}, m_editors.size())->focusMetric();
        Q_EMIT changed();
    });
    for (const models::PanelTarget &target : targets) {
        add(target, m_editors.size());
    }
    if (m_editors.isEmpty()) {
        add({}, 0);
    }
}

TargetEditor *TargetList::add(const models::PanelTarget &target, qsizetype at)
{
    auto *editor = new TargetEditor(m_theme, target, widget());
    editor->setVariables(m_variables);
    editor->setSourceIsPrometheus(m_isPrometheus);
    editor->setNames(m_names);
    connect(editor, &TargetEditor::changed, this, &TargetList::changed);
    connect(editor, &TargetEditor::bucketsChosen, this, &TargetList::bucketsChosen);
    connect(editor, &TargetEditor::moveRequested, this,
            [this, editor](int by) { move(editor, by); });
    connect(editor, &TargetEditor::removeRequested, this, [this, editor] { remove(editor); });
    connect(editor, &TargetEditor::duplicateRequested, this, [this, editor] {
        add(editor->target(), m_editors.indexOf(editor) + 1)->focusExpression();
        Q_EMIT changed();
    });
    m_editors.insert(at, editor);
    m_layout->insertWidget(int(at), editor);
    place();
    return editor;
}

void TargetList::remove(TargetEditor *editor)
{
    const qsizetype at = m_editors.indexOf(editor);
    m_editors.removeAt(at);
    editor->deleteLater();
    place();
    m_editors[std::min(at, m_editors.size() - 1)]->focusExpression();
    Q_EMIT changed();
}

void TargetList::move(TargetEditor *editor, int by)
{
    const qsizetype from = m_editors.indexOf(editor);
    const qsizetype to = std::clamp<qsizetype>(from + by, 0, m_editors.size() - 1);
    m_editors.move(from, to);
    m_layout->removeWidget(editor);
    m_layout->insertWidget(int(to), editor);
    place();
    editor->focusExpression();
    Q_EMIT changed();
}

void TargetList::place()
{
    const int count = int(m_editors.size());
    QWidget *before = nullptr;
    for (int i = 0; i < count; ++i) {
        m_editors[i]->setPlace(i, count);
        before = chainTabs(before, m_editors[i]);
    }
    QWidget::setTabOrder(before, m_add);
    m_add->setEnabled(count < models::PanelSpec::kMaxTargets);
}

QVector<models::PanelTarget> TargetList::targets() const
{
    QVector<models::PanelTarget> targets;
    for (const TargetEditor *editor : m_editors) {
        targets << editor->target();
    }
    return targets;
}

void TargetList::setNames(const models::MetricNames &names)
{
    m_names = names;
    for (TargetEditor *editor : std::as_const(m_editors)) {
        editor->setNames(names);
    }
}

void TargetList::setVariables(const QHash<QString, QString> &variables)
{
    m_variables = variables;
    for (TargetEditor *editor : std::as_const(m_editors)) {
        editor->setVariables(variables);
    }
}

void TargetList::setSourceIsPrometheus(bool isPrometheus)
{
    m_isPrometheus = isPrometheus;
    for (TargetEditor *editor : std::as_const(m_editors)) {
        editor->setSourceIsPrometheus(isPrometheus);
    }
}

void TargetList::setAnswer(const models::PanelAnswer &answer)
{
    for (qsizetype i = 0; i < m_editors.size(); ++i) {
        if (m_editors[i]->target().isHidden) {
            continue; // it was not asked
        }
        const auto problem =
            std::find_if(answer.problems.begin(), answer.problems.end(),
                         [i](const models::PanelProblem &one) { return one.target == i; });
        m_editors[i]->setAnswer(problem == answer.problems.end() ? nullptr : &*problem);
    }
}

void TargetList::focusFirst()
{
    if (m_editors.constFirst()->target().expression.isEmpty()) {
        m_editors.constFirst()->focusMetric();
    } else {
        m_editors.constFirst()->focusExpression();
    }
}

} // namespace foretop::app
