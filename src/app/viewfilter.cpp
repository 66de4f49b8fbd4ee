// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/viewfilter.h"

namespace foretop::app {

namespace {

logs::Query equals(const char *field, std::string value, logs::FieldValue::Kind kind)
{
    return logs::queryOf(logs::FieldTerm{.field = field,
                                         .comparison = logs::Comparison::Equal,
                                         .value = {.kind = kind, .text = std::move(value)}});
}

logs::Query levelQuery(logs::LevelMask levels)
{
    if (levels == logs::LevelMask()) {
        return logs::negated(logs::queryForAll());
    }
    std::vector<logs::Query> parts;
    for (const logs::Level level : logs::kLevels) {
        if (levels.contains(level)) {
            parts.push_back(
                equals("level", std::string(logs::levelName(level)), logs::FieldValue::Kind::Word));
        }
    }
    return logs::anyOf(std::move(parts));
}

logs::Query loggerQuery(const QStringList &loggers)
{
    std::vector<logs::Query> parts;
    for (const QString &logger : loggers) {
        parts.push_back(equals("logger", logger.toStdString(), logs::FieldValue::Kind::Quoted));
    }
    return logs::anyOf(std::move(parts));
}

} // namespace

logs::Query queryOf(const ViewFilter &filter, WallTime now)
{
    std::vector<logs::Query> parts{filter.text, queryOf(filter.range, now)};
    if (filter.levels != logs::LevelMask::all()) {
        parts.push_back(levelQuery(filter.levels));
    }
    if (!filter.loggers.isEmpty()) {
        parts.push_back(loggerQuery(filter.loggers));
    }
    return logs::allOf(std::move(parts));
}

bool isFiltering(const ViewFilter &filter)
{
    return filter.levels != logs::LevelMask::all() || !filter.loggers.isEmpty() ||
           filter.range.kind == TimeRange::Kind::Last ||
           filter.range.kind == TimeRange::Kind::Between ||
           !logs::sameQuery(filter.text, logs::queryForAll());
}

QString fieldQueryText(const QString &field, const QString &value, bool out)
{
    const logs::Query equal =
        equals(field.toUtf8().constData(), value.toStdString(), logs::FieldValue::Kind::Quoted);
    return QString::fromStdString(logs::queryText(out ? logs::negated(equal) : equal));
}

QString quotedQueryText(const QString &text)
{
    return QString::fromStdString(logs::queryText(logs::queryOf(
        logs::TextTerm{.text = {.text = text.toStdString(), .isCaseSensitive = true}})));
}

} // namespace foretop::app
