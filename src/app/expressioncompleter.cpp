// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/expressioncompleter.h"

#include "app/completiondelegate.h"
#include "app/completionmodel.h"
#include "app/completionpopup.h"
#include "app/theme.h"
#include "metrics/expression.h"
#include "models/inquiry.h"

#include <QAbstractItemView>
#include <QPlainTextEdit>
#include <QScreen>

#include <algorithm>

namespace foretop::app {

using models::PanelCompletion;
using models::PanelCompletionItem;
using Kind = PanelCompletionItem::Kind;

namespace {

/// Behind which something can be chosen though nothing of it is written.
const auto kOpeners = QStringLiteral("({[,=~\"'`$");

class NoNames : public metrics::Vocabulary
{
public:
    std::vector<std::string> metricNames() const override { return {}; }
    std::vector<std::string> labelNames(std::string_view) const override { return {}; }
    std::vector<std::string> labelValues(std::string_view, std::string_view) const override
    {
        return {};
    }
};

} // namespace

class ExpressionCompleter::Private
{
public:
    explicit Private(QPlainTextEdit &textEdit, ExpressionCompleter *q)
        : edit(textEdit)
        , model(new CompletionModel(q))
        , popup(new CompletionPopup(*model, &textEdit))
        , inquiry([this](PanelCompletion found) { show(std::move(found)); })
    {
    }

    void ask();
    void show(PanelCompletion found);
    void write(int row);
    QRect placeOf(qsizetype position) const;

    QPlainTextEdit &edit;
    CompletionModel *model;
    CompletionPopup *popup;
    models::MetricNames names;
    QHash<QString, QString> variables;
    PanelCompletion completion;
    /// Where the person wants to see what there is; the text behind m_text is what was asked.
    bool isWanted = false;
    bool isAlways = false;
    QString text;
    int cursor = 0;
    models::Inquiry<PanelCompletion> inquiry;
};

ExpressionCompleter::ExpressionCompleter(const Theme &theme, QPlainTextEdit &edit)
    : QObject(&edit)
    , d(std::make_unique<Private>(edit, this))
{
    d->popup->view()->setObjectName(QStringLiteral("expressionCompletion"));
    d->popup->view()->setItemDelegate(new CompletionDelegate(theme, this));
    connect(d->popup, &CompletionPopup::chosen, this, [this](int row) { d->write(row); });
}

ExpressionCompleter::~ExpressionCompleter() = default;

void ExpressionCompleter::setNames(const models::MetricNames &names)
{
    d->names = names;
    if (d->isWanted && d->edit.hasFocus()) {
        d->ask();
    }
}

void ExpressionCompleter::setVariables(const QHash<QString, QString> &variables)
{
    d->variables = variables;
}

void ExpressionCompleter::offer(bool always)
{
    const QString text = d->edit.toPlainText();
    const int cursor = d->edit.textCursor().position();
    const bool isBehindSpace = cursor == 0 || text[cursor - 1].isSpace();
    if (text.size() > qsizetype(metrics::kMaxExpressionBytes) || (!always && isBehindSpace)) {
        close();
        return;
    }
    d->isWanted = true;
    d->isAlways = always;
    d->ask();
}

void ExpressionCompleter::close()
{
    d->isWanted = false;
    d->inquiry.cancel();
    d->popup->close();
}

bool ExpressionCompleter::isOpen() const
{
    return d->popup->isOpen();
}

bool ExpressionCompleter::takeKey(QKeyEvent *event)
{
    const bool isTaken = d->popup->takeKey(event);
    d->isWanted = d->isWanted && d->popup->isOpen() == isTaken;
    return isTaken;
}

void ExpressionCompleter::Private::ask()
{
    text = edit.toPlainText();
    cursor = edit.textCursor().position();
    inquiry.ask([text = text, cursor = cursor, names = names,
                 variables = variables](const std::stop_token &) {
        static const NoNames none;
        const metrics::Vocabulary &vocabulary = names.vocabulary ? *names.vocabulary : none;
        return models::completePanelExpression(text, cursor, vocabulary, variables);
    });
}

void ExpressionCompleter::Private::show(PanelCompletion found)
{
    if (edit.toPlainText() != text || edit.textCursor().position() != cursor || !edit.hasFocus()) {
        return;
    }
    const QString typed = text.mid(found.begin, found.end - found.begin);
    const bool isNothingTyped = found.begin == cursor;
    const bool isOpener = cursor > 0 && kOpeners.contains(text[cursor - 1]);
    const bool isComplete = found.items.size() == 1 && found.items[0].text == typed;
    if (found.items.isEmpty() || isComplete || (isNothingTyped && !isOpener && !isAlways)) {
        popup->close();
        return;
    }
    completion = std::move(found);
    model->setItems(completion.items, names);
    popup->open(placeOf(completion.begin), !isNothingTyped);
}

QRect ExpressionCompleter::Private::placeOf(qsizetype position) const
{
    QTextCursor begin(edit.document());
    begin.setPosition(int(position));
    QRect place = edit.cursorRect(begin).translated(edit.viewport()->pos());
    place.setWidth(std::min(popup->width(), edit.screen()->availableGeometry().width()));
    return place;
}

void ExpressionCompleter::Private::write(int row)
{
    isWanted = false;
    if (row >= completion.items.size() || edit.toPlainText() != text) {
        return;
    }
    const PanelCompletionItem item = completion.items[row];
    const bool isCalled = item.kind == Kind::Function || item.kind == Kind::Aggregation;
    const bool needsBrackets = isCalled && text.mid(completion.end, 1) != u"(";
    QTextCursor place = edit.textCursor();
    place.setPosition(int(completion.begin));
    place.setPosition(int(completion.end), QTextCursor::KeepAnchor);
    place.insertText(needsBrackets ? item.text + QStringLiteral("()") : item.text);
    if (needsBrackets) {
        place.movePosition(QTextCursor::Left);
    }
    edit.setTextCursor(place);
}

} // namespace foretop::app
