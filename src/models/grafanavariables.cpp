// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grafanavariables.h"

#include "models/dashboardmembers.h"
#include "models/grafanaexpression.h"

#include <QRegularExpression>

#include <algorithm>

namespace foretop::models {

namespace {

QString toText(JsonElement element)
{
    return QString::fromStdString(jsonDisplayText(element)).left(kMaxTitleLength);
}

/// A value that is one text or an array of them.
QStringList textsAt(JsonObject object, std::initializer_list<std::string_view> path)
{
    QStringList result;
    const auto found = grafanaAt(object, path);
    if (!found || found->is_null() || found->is_object()) {
        return result;
    }
    simdjson::dom::array items;
    if (found->get(items) != simdjson::SUCCESS) {
        return {toText(*found)};
    }
    for (const JsonElement item : items) {
        if (result.size() < kMaxChoices) {
            result.push_back(toText(item));
        }
    }
    return result;
}

/// The query of a variable: a text, or an object that holds it.
QString queryOf(JsonObject variable)
{
    const QString query = grafanaText(variable, "query", kMaxExpressionLength);
    if (!query.isEmpty()) {
        return query;
    }
    const auto inner = objectMember(variable, "query");
    const QString innerText =
        inner ? grafanaText(*inner, "query", kMaxExpressionLength) : QString();
    return innerText.isEmpty() ? grafanaText(variable, "definition", kMaxExpressionLength)
                               : innerText;
}

/// "a, b, Name : c" as Grafana reads it; a comma behind a backslash separates nothing.
QStringList choicesOf(const QString &query)
{
    static const QRegularExpression comma(QStringLiteral(R"((?<!\\),)"));
    static const QRegularExpression named(QStringLiteral(R"(^.*?\s:\s+(.*)$)"));
    QStringList choices;
    for (QString choice : query.split(comma, Qt::SkipEmptyParts)) {
        choice = choice.trimmed().replace(QStringLiteral("\\,"), QStringLiteral(","));
        if (const auto match = named.match(choice); match.hasMatch()) {
            choice = match.captured(1);
        }
        if (!choices.contains(choice) && choices.size() < kMaxChoices) {
            choices.push_back(choice.left(kMaxTitleLength));
        }
    }
    return choices;
}

class Variable
{
public:
    Variable(JsonObject object, GrafanaNotes &notes)
        : m_object(object)
        , m_notes(notes)
    {
        m_variable.name = grafanaText(object, "name");
        m_variable.title = grafanaText(object, "label");
        m_variable.allowsSeveral = boolMember(object, "multi").value_or(false);
        m_place = QStringLiteral("variable '%1'").arg(m_variable.name);
    }

    std::optional<DashboardVariable> read();

private:
    void note(const QString &text) { m_notes.add(m_place, text); }
    void readQuery();
    void readOptions();
    void choose();

    JsonObject m_object;
    GrafanaNotes &m_notes;
    QString m_place;
    DashboardVariable m_variable;
};

std::optional<DashboardVariable> Variable::read()
{
    const QString type = grafanaText(m_object, "type");
    if (!isVariableName(m_variable.name)) {
        note(QStringLiteral("its name cannot be used here; it is left out"));
        return {};
    }
    if (type == u"datasource") {
        note(QStringLiteral("chooses a data source, which the dashboard's own choice does here"));
        return {};
    }
    if (type == u"query") {
        readQuery();
    } else if (type == u"custom" || type == u"interval") {
        m_variable.choices = choicesOf(queryOf(m_object));
    } else if (type == u"constant" || type == u"textbox") {
        m_variable.choices = {queryOf(m_object).left(kMaxTitleLength)};
    } else {
        note(QStringLiteral("type '%1' is left out").arg(type));
        return {};
    }
    choose();
    return std::move(m_variable);
}

void Variable::readQuery()
{
    static const QRegularExpression labelValues(
        QStringLiteral(R"(^\s*label_values\s*\(\s*(?:(.*?)\s*,\s*)?([A-Za-z_]\w*)\s*\)\s*$)"),
        QRegularExpression::DotMatchesEverythingOption);
    const QString query = queryOf(m_object);
    const auto match = labelValues.match(query);
    if (!match.hasMatch()) {
        note(QStringLiteral("query '%1' is not understood; the values it had are offered")
                 .arg(query.left(100)));
        readOptions();
        return;
    }
    m_variable.label = match.captured(2).left(kMaxTitleLength);
    m_variable.selector = withoutVariableMatchers(match.captured(1));
    if (m_variable.selector.contains(u'$')) {
        m_variable.selector.clear();
    }
    if (match.captured(1).contains(u'$')) {
        note(QStringLiteral("depends on other variables; its values are offered for all of them"));
    }
    if (!grafanaText(m_object, "regex").isEmpty()) {
        note(QStringLiteral("its regular expression is left out; all values are offered"));
    }
}

void Variable::readOptions()
{
    QStringList values;
    for (const JsonObject &option : grafanaObjects(m_object, {"options"})) {
        values += textsAt(option, {"value"});
    }
    values += textsAt(m_object, {"current", "value"});
    values.removeAll(QStringLiteral("$__all"));
    values.removeDuplicates();
    m_variable.choices = values.mid(0, kMaxChoices);
}

void Variable::choose()
{
    QStringList chosen = textsAt(m_object, {"current", "value"});
    const bool isAll = chosen.contains(QStringLiteral("$__all"));
    const QString all = grafanaText(m_object, "allValue");
    if (!all.isEmpty() && all != u".*") {
        note(QStringLiteral("\"All\" stands for '.*' here, not for '%1'").arg(all.left(100)));
    }
    const auto isBuiltIn = [](const QString &value) { return value.startsWith(u"$__"); };
    chosen.erase(std::remove_if(chosen.begin(), chosen.end(), isBuiltIn), chosen.end());
    if (isAll) {
        chosen.clear();
    } else if (chosen.isEmpty() && !m_variable.choices.isEmpty()) {
        chosen = {m_variable.choices.first()};
    }
    if (chosen.size() > 1 && !m_variable.allowsSeveral) {
        chosen = chosen.mid(0, 1);
    }
    m_variable.chosen = chosen;
}

} // namespace

QVector<DashboardVariable> variablesOfGrafana(JsonObject object, GrafanaNotes &notes)
{
    QVector<DashboardVariable> result;
    for (const JsonObject &each : grafanaObjects(object, {"templating", "list"})) {
        auto variable = Variable(each, notes).read();
        if (!variable) {
            continue;
        }
        const bool isKnown =
            std::any_of(result.cbegin(), result.cend(),
                        [&variable](const auto &known) { return known.name == variable->name; });
        if (isKnown || result.size() == DashboardVariable::kMost) {
            notes.add(QStringLiteral("variable '%1'").arg(variable->name),
                      isKnown ? QStringLiteral("is there twice; the first one is taken")
                              : QStringLiteral("is one too many and left out"));
            continue;
        }
        result.push_back(std::move(*variable));
    }
    return result;
}

} // namespace foretop::models
