// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/prometheusanswer.h"

#include "base/text.h"
#include "feeds/answerreader.h"

#include <algorithm>

namespace foretop::feeds {
namespace {

using metrics::kNameLabel;
using simdjson::SUCCESS;
using simdjson::dom::array;

/// Goes through the labels of a series in order, its name being one.
class LabelWalk
{
public:
    explicit LabelWalk(const metrics::SeriesKey &key)
        : m_key(key)
        , m_hasName(!key.name.empty())
    {
    }
    using Label = std::pair<std::string_view, std::string_view>;
    std::optional<Label> next()
    {
        const auto &labels = m_key.labels;
        if (m_hasName && (m_index == labels.size() || labels[m_index].first > kNameLabel)) {
            m_hasName = false;
            return Label(kNameLabel, m_key.name);
        }
        if (m_index == labels.size()) {
            return {};
        }
        const auto &[name, value] = labels[m_index++];
        return Label(name, value);
    }

private:
    const metrics::SeriesKey &m_key;
    bool m_hasName;
    std::size_t m_index = 0;
};

metrics::FamilyType familyType(std::string_view name)
{
    using enum metrics::FamilyType;
    if (name == "counter") {
        return Counter;
    }
    if (name == "gauge") {
        return Gauge;
    }
    if (name == "histogram") {
        return Histogram;
    }
    return name == "summary" ? Summary : Unknown;
}

/// Reads the array of @p body item by item.
template <typename Read>
Result<void> readArray(AnswerReader &reader, std::string_view body, std::size_t most,
                       std::vector<std::string> &warnings, Read read)
{
    const auto data = reader.data(body, warnings);
    if (!data) {
        return tl::unexpected(data.error());
    }
    if (data->is_null()) {
        return {}; // Go's empty list
    }
    array items;
    if (data->get(items) != SUCCESS) {
        return reader.wrong(ErrorCode::WrongType, "\"data\" must be an array");
    }
    std::size_t item = 0;
    for (const JsonElement element : items) {
        if (item >= most) {
            return reader.tooMany("items", most);
        }
        reader.setItem(item++);
        if (auto done = read(element); !done) {
            return done;
        }
    }
    return {};
}

} // namespace

bool precedes(const metrics::SeriesKey &a, const metrics::SeriesKey &b)
{
    LabelWalk walkA(a);
    LabelWalk walkB(b);
    for (;;) {
        const auto labelA = walkA.next();
        const auto labelB = walkB.next();
        if (labelA != labelB || !labelA) {
            return labelA < labelB;
        }
    }
}

Result<QueryAnswer> decodeQuery(std::string_view body, std::string_view source,
                                const AnswerLimits &limits)
{
    AnswerReader reader(source, limits);
    QueryAnswer answer;
    const auto data = reader.data(body, answer.warnings);
    if (!data) {
        return tl::unexpected(data.error());
    }
    answer.mayBePartial = reader.hasWarnings();
    if (auto read = reader.readQuery(*data, answer); !read) {
        return tl::unexpected(read.error());
    }
    return answer;
}

Result<NamesAnswer> decodeNames(std::string_view body, std::string_view source,
                                const AnswerLimits &limits)
{
    AnswerReader reader(source, limits);
    NamesAnswer answer;
    auto read = readArray(reader, body, limits.maxNames, answer.warnings,
                          [&](JsonElement element) -> Result<void> {
                              auto name = reader.text(element, "a name");
                              if (!name) {
                                  return tl::unexpected(name.error());
                              }
                              answer.names.push_back(std::move(*name));
                              return {};
                          });
    return read.map([&answer] { return std::move(answer); });
}

Result<SeriesAnswer> decodeSeries(std::string_view body, std::string_view source,
                                  const AnswerLimits &limits)
{
    AnswerReader reader(source, limits);
    SeriesAnswer answer;
    auto read = readArray(
        reader, body, limits.maxNames, answer.warnings, [&](JsonElement element) -> Result<void> {
            JsonObject labels;
            if (element.get(labels) != SUCCESS) {
                return reader.wrong(ErrorCode::WrongType, "a series must be an object");
            }
            auto key = reader.key(labels);
            if (!key) {
                return tl::unexpected(key.error());
            }
            answer.series.push_back(std::move(*key));
            return {};
        });
    return read.map([&answer] { return std::move(answer); });
}

Result<MetadataAnswer> decodeMetadata(std::string_view body, std::string_view source,
                                      const AnswerLimits &limits)
{
    AnswerReader reader(source, limits);
    MetadataAnswer answer;
    const auto data = reader.data(body, answer.warnings);
    if (!data) {
        return tl::unexpected(data.error());
    }
    JsonObject families;
    if (data->get(families) != SUCCESS) {
        return reader.wrong(ErrorCode::WrongType, "\"data\" must be an object");
    }
    for (const auto [name, element] : families) {
        if (answer.families.size() >= limits.maxNames) {
            return reader.tooMany("families", limits.maxNames);
        }
        metrics::Family family{.name = std::string(utf8Prefix(name, limits.maxTextBytes)),
                               .type = metrics::FamilyType::Unknown,
                               .help = {}};
        JsonObject first;
        if (element.at(0).get(first) == SUCCESS) {
            family.type = familyType(stringMember(first, "type").value_or(""));
            family.help = utf8Prefix(stringMember(first, "help").value_or(""), kMaxWarningBytes);
        }
        answer.families.push_back(std::move(family));
    }
    std::stable_sort(answer.families.begin(), answer.families.end(),
                     [](const auto &a, const auto &b) { return a.name < b.name; });
    return answer;
}

Result<BuildInfoAnswer> decodeBuildInfo(std::string_view body, std::string_view source)
{
    AnswerReader reader(source, {});
    BuildInfoAnswer answer;
    const auto data = reader.data(body, answer.warnings);
    if (!data) {
        return tl::unexpected(data.error());
    }
    JsonObject info;
    if (data->get(info) != SUCCESS) {
        return reader.wrong(ErrorCode::WrongType, "\"data\" must be an object");
    }
    answer.version = utf8Prefix(stringMember(info, "version").value_or(""), kMaxWarningBytes);
    answer.revision = utf8Prefix(stringMember(info, "revision").value_or(""), kMaxWarningBytes);
    return answer;
}

std::optional<Error> decodeServerError(std::string_view body, std::string_view source)
{
    JsonReader reader;
    const auto answer = reader.parseObject(body, source);
    if (!answer || stringMember(*answer, "status") != "error") {
        return {};
    }
    return serverError(*answer, source);
}

} // namespace foretop::feeds
