// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/logsoptions.h"

#include "cli/output.h"
#include "logs/queryparser.h"
#include "logs/writtentime.h"

#include <QCommandLineParser>
#include <QFile>

#include <fmt/format.h>

#include <algorithm>

namespace foretop::cli {
namespace {

using Show = LogsOptions::Show;
using logs::RecordFormat;

constexpr std::uint64_t kMostRecords = 1'000'000'000'000;
constexpr std::uint64_t kMostContext = 10'000;

void addOptions(QCommandLineParser &parser)
{
    const auto option = [&parser](const QStringList &names, const char *value = nullptr) {
        parser.addOption({names, {}, value == nullptr ? QString() : QString::fromLatin1(value)});
    };
    option({QStringLiteral("q"), QStringLiteral("query")}, "QUERY");
    option({QStringLiteral("c"), QStringLiteral("count")});
    option({QStringLiteral("json")});
    option({QStringLiteral("csv")});
    option({QStringLiteral("o"), QStringLiteral("output")}, "FORM");
    option({QStringLiteral("columns")}, "FIELDS");
    option({QStringLiteral("histogram")}, "WIDTH");
    option({QStringLiteral("patterns")});
    option({QStringLiteral("facet")}, "FIELD");
    option({QStringLiteral("f"), QStringLiteral("follow")});
    option({QStringLiteral("n"), QStringLiteral("limit")}, "N");
    option({QStringLiteral("B"), QStringLiteral("before")}, "N");
    option({QStringLiteral("A"), QStringLiteral("after")}, "N");
    option({QStringLiteral("C"), QStringLiteral("context")}, "N");
    option({QStringLiteral("from")}, "TIME");
    option({QStringLiteral("to")}, "TIME");
    option({QStringLiteral("format")}, "NAME");
    option({QStringLiteral("zone")}, "ZONE");
    option({QStringLiteral("H"), QStringLiteral("with-filename")});
    option({QStringLiteral("no-filename")});
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsCompactedShortOptions);
}

tl::unexpected<Error> usage(const QString &message)
{
    return fail(ErrorCode::Malformed, message.toStdString());
}

Result<std::uint64_t> readNumber(const QCommandLineParser &parser, const QString &option,
                                 std::uint64_t least, std::uint64_t most)
{
    bool ok = false;
    const QString text = parser.value(option);
    const qulonglong number = text.toULongLong(&ok);
    if (!ok || number < least || number > most) {
        return usage(
            QStringLiteral("%1%2 must be a whole number from %3 to %4, not \"%5\"")
                .arg(option.size() == 1 ? QStringLiteral("-") : QStringLiteral("--"), option)
                .arg(least)
                .arg(most)
                .arg(text));
    }
    return number;
}

/// Reads @p option, when it is set, into @p number.
template <typename Number>
Result<void> takeNumber(const QCommandLineParser &parser, const QString &option,
                        std::uint64_t least, std::uint64_t most, Number &number)
{
    if (!parser.isSet(option)) {
        return {};
    }
    return readNumber(parser, option, least, most).map([&number](std::uint64_t value) {
        number = value;
    });
}

Result<void> readShow(const QCommandLineParser &parser, LogsOptions &options)
{
    const std::array shows{std::pair{"count", Show::Count}, std::pair{"histogram", Show::Histogram},
                           std::pair{"patterns", Show::Patterns}, std::pair{"facet", Show::Facets}};
    const char *chosen = nullptr;
    for (const auto &[name, show] : shows) {
        if (!parser.isSet(QLatin1String(name))) {
            continue;
        }
        if (chosen != nullptr) {
            return usage(QStringLiteral("--%1 and --%2 do not go together")
                             .arg(QLatin1String(chosen), QLatin1String(name)));
        }
        chosen = name;
        options.show = show;
    }
    for (const QString &field : parser.values(QStringLiteral("facet"))) {
        options.fields.push_back(field.toStdString());
    }
    if (options.show == Show::Histogram) {
        const QString width = parser.value(QStringLiteral("histogram"));
        const auto bucket = logs::readDuration(width.toStdString());
        if (!bucket || *bucket <= Milliseconds(0)) {
            return usage(
                QStringLiteral("--histogram takes a width such as 30s, 1m or 1h, not \"%1\"")
                    .arg(width));
        }
        options.bucket = *bucket;
    }
    return {};
}

Result<void> readForm(const QCommandLineParser &parser, LogsOptions &options)
{
    QStringList forms = parser.values(QStringLiteral("output"));
    for (const char *name : {"json", "csv"}) {
        if (parser.isSet(QLatin1String(name))) {
            forms << QLatin1String(name);
        }
    }
    forms.removeDuplicates();
    if (forms.size() > 1) {
        return usage(QStringLiteral("one form of output at a time, not %1")
                         .arg(forms.join(QStringLiteral(" and "))));
    }
    const QString form = forms.value(0, QStringLiteral("text"));
    if (form == u"json") {
        options.form = RecordFormat::JsonLines;
    } else if (form == u"csv") {
        options.form = RecordFormat::Csv;
    } else if (form != u"text") {
        return usage(
            QStringLiteral("there is no output \"%1\"; there are text, json and csv").arg(form));
    }
    if (parser.isSet(QStringLiteral("columns"))) {
        if (options.form != RecordFormat::Csv || options.show != Show::Records) {
            return usage(QStringLiteral("--columns goes with --csv"));
        }
        for (const QString &field :
             parser.value(QStringLiteral("columns")).split(u',', Qt::SkipEmptyParts)) {
            options.fields.push_back(field.trimmed().toStdString());
        }
    }
    return {};
}

/// The query with a mark under the fault; nothing where that is not one line of a terminal.
std::string markedQuery(const QString &query, const Error &error)
{
    constexpr qsizetype kMostColumns = 200;
    const auto column = error.place.column;
    const bool isPlain = std::all_of(query.begin(), query.end(),
                                     [](QChar c) { return c.isPrint() && !c.isSurrogate(); });
    if (!column || !isPlain || query.size() > kMostColumns) {
        return {};
    }
    return fmt::format("\n  {}\n  {:>{}}", query.toStdString(), '^', *column);
}

/// The query of -q with what --from and --to add.
Result<logs::Query> readQuery(const QCommandLineParser &parser, const logs::QueryContext &context)
{
    std::vector<logs::Query> parts;
    for (const QString &text : parser.values(QStringLiteral("query"))) {
        auto part = logs::parseQuery(text.toStdString(), context);
        if (!part) {
            part.error().source = "query";
            part.error().message += markedQuery(text, part.error());
            return part;
        }
        parts.push_back(std::move(*part));
    }
    for (const auto &[option, field] :
         {std::pair{QStringLiteral("from"), "since"}, std::pair{QStringLiteral("to"), "until"}}) {
        if (!parser.isSet(option)) {
            continue;
        }
        const QString time = parser.value(option);
        auto part =
            logs::parseQuery(std::string(field) + ":\"" + time.toStdString() + "\"", context);
        if (!part) {
            return usage(QStringLiteral("--%1 takes a time such as 2026-01-15T10:30, 10:30 or 15m "
                                        "(ago), not \"%2\"")
                             .arg(option, time));
        }
        parts.push_back(std::move(*part));
    }
    return logs::allOf(std::move(parts));
}

Result<void> readContext(const QCommandLineParser &parser, LogsOptions &options)
{
    const QString both = QStringLiteral("context");
    const QString before = QStringLiteral("before");
    const QString after = QStringLiteral("after");
    for (auto read :
         {takeNumber(parser, both, 0, kMostContext, options.before),
          takeNumber(parser, both, 0, kMostContext, options.after),
          takeNumber(parser, before, 0, kMostContext, options.before),
          takeNumber(parser, after, 0, kMostContext, options.after),
          takeNumber(parser, QStringLiteral("limit"), 0, kMostRecords, options.limit)}) {
        if (!read) {
            return read;
        }
    }
    return {};
}

Result<void> checkTogether(const LogsOptions &options)
{
    if (options.follow && options.show != Show::Records) {
        return usage(QStringLiteral("--follow shows records; it does not go with a count, a "
                                    "histogram, patterns or facets"));
    }
    if (options.limit && (options.show == Show::Count || options.show == Show::Histogram)) {
        return usage(QStringLiteral("--limit goes with records, patterns and facets"));
    }
    if ((options.before > 0 || options.after > 0) && options.show != Show::Records) {
        return usage(QStringLiteral("-A, -B and -C go with records"));
    }
    return {};
}

Result<void> readFormat(const QCommandLineParser &parser, const QString &formatsPath,
                        LogsOptions &options)
{
    auto catalogue = std::make_shared<logs::FormatCatalogue>();
    std::vector<Error> warnings;
    if (!formatsPath.isEmpty()) {
        for (auto &format :
             logs::readFormats(QFile::encodeName(formatsPath).toStdString(), warnings)) {
            catalogue->add(std::move(format));
        }
    }
    options.catalogue = catalogue;
    const QString name = parser.value(QStringLiteral("format"));
    if (name.isEmpty()) {
        return {};
    }
    for (const Error &warning : warnings) {
        printError(warning.text());
    }
    options.format = catalogue->named(name.toStdString());
    if (options.format != nullptr) {
        return {};
    }
    QStringList known;
    for (const auto &each : catalogue->formats()) {
        known << QString::fromStdString(each->name());
    }
    return usage(QStringLiteral("there is no format \"%1\"; there are %2")
                     .arg(name, known.join(QStringLiteral(", "))));
}

} // namespace

Result<LogsOptions> parseLogsOptions(const QStringList &arguments, WallTime now,
                                     const QString &formatsPath)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QStringList(QStringLiteral("foretopctl logs")) + arguments)) {
        return usage(parser.errorText());
    }
    LogsOptions options;
    for (const QString &file : parser.positionalArguments()) {
        options.files.push_back(file.toStdString());
    }
    if (options.files.empty()) {
        return usage(QStringLiteral("which file? a path, a glob, a directory, or - for standard "
                                    "input"));
    }
    if (parser.isSet(QStringLiteral("zone"))) {
        const auto zone = logs::TimeZone::named(parser.value(QStringLiteral("zone")).toStdString());
        if (!zone) {
            return tl::unexpected(zone.error());
        }
        options.zone = *zone;
    }
    options.follow = parser.isSet(QStringLiteral("follow"));
    if (parser.isSet(QStringLiteral("with-filename"))) {
        options.namesFiles = true;
    } else if (parser.isSet(QStringLiteral("no-filename"))) {
        options.namesFiles = false;
    }
    for (const auto &read :
         {readShow(parser, options), readForm(parser, options), readContext(parser, options),
          readFormat(parser, formatsPath, options), checkTogether(options)}) {
        if (!read) {
            return tl::unexpected(read.error());
        }
    }
    return readQuery(parser, {.now = now, .zone = options.zone}).map([&options](auto query) {
        options.query = std::move(query);
        return options;
    });
}

QString logsHelpText()
{
    return QStringLiteral(
        R"(usage: foretopctl logs FILE... [-q QUERY] [OPTIONS]

FILE is a path (.gz .zst .xz .bz2 are read too), a glob, a directory, or - for standard input.
Several are shown as one log, by time. Prints the records that match QUERY (docs/query.md), all
when there is none. Exit code 0 when there are hits, 1 when there are none, 2 when something went
wrong.

  -q, --query QUERY    level>=warn logger:db duration_ms>500 "rate limit" -health /acct:\d+/;
                       given more than once, all must match
      --from TIME      records of this time and later: 2026-01-15T10:30, 10:30, 15m (ago)
      --to TIME        records of this time and earlier
  -c, --count          only how many match
  -n, --limit N        at most N records (patterns, values)
  -B, -A, -C N         N records before, after, around each hit as well
  -f, --follow         go on with what is added, through rotation and truncation
      --histogram 1m   how many in each minute (30s, 1h, ...), by level
      --patterns       look-alike messages with their counts
      --facet FIELD    how often each value of FIELD is there; may be given more than once
  -o, --output FORM    text (the default), json or csv; --json and --csv are short for these
      --columns A,B    columns of --csv: time, level, source, logger, message or any field
  -H, --with-filename  text with the file's name (the default for several files)
      --no-filename    text without it
      --format NAME    read the files in this format, built in or one of your own;
                       told from each file otherwise
      --zone ZONE      of times written without one: UTC, +02:00, Europe/Berlin (default: UTC)
)");
}

} // namespace foretop::cli
