// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/yamldocument.h"

#include <optional>
#include <sstream>

#include <yaml-cpp/eventhandler.h>

namespace foretop {
namespace {

/// Looks at what there is before any node is built.
class Survey final : public YAML::EventHandler
{
public:
    std::optional<YAML::Mark> alias;
    std::optional<YAML::Mark> second; ///< document

    void OnDocumentStart(const YAML::Mark &mark) override
    {
        if (++m_documents == 2) {
            second = mark;
        }
    }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark &, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t) override
    {
        if (!alias) {
            alias = mark;
        }
    }
    void OnScalar(const YAML::Mark &, const std::string &, YAML::anchor_t,
                  const std::string &) override
    {
    }
    void OnSequenceStart(const YAML::Mark &, const std::string &, YAML::anchor_t,
                         YAML::EmitterStyle::value) override
    {
    }
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark &, const std::string &, YAML::anchor_t,
                    YAML::EmitterStyle::value) override
    {
    }
    void OnMapEnd() override {}

private:
    int m_documents = 0;
};

} // namespace

Result<YAML::Node> parseYamlDocument(const std::string &text, std::string_view source,
                                     YamlAliases aliases)
{
    try {
        std::istringstream stream(text);
        YAML::Parser parser(stream);
        Survey survey;
        // YAML::LoadAll() takes memory without end for a text that begins with a comma: the parser
        // tells of one empty document after another there (yaml-cpp 0.7).
        while (parser.HandleNextDocument(survey) && !survey.second) {
        }
        if (survey.alias && aliases == YamlAliases::Refused) {
            return fail(ErrorCode::Malformed, "aliases (*name) are not taken here", source,
                        placeOf(*survey.alias));
        }
        if (survey.second) {
            return fail(ErrorCode::Malformed, "only one YAML document is taken", source,
                        placeOf(*survey.second));
        }
        return YAML::Load(text);
    } catch (const YAML::Exception &exception) {
        return fail(ErrorCode::Malformed, exception.msg, source, placeOf(exception.mark));
    }
}

Place placeOf(const YAML::Mark &mark)
{
    if (mark.is_null()) {
        return {};
    }
    return Place::atLine(static_cast<std::uint64_t>(mark.line) + 1,
                         static_cast<std::uint64_t>(mark.column) + 1);
}

} // namespace foretop
