// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/textpattern.h"

#include "logs/regexsyntax.h"

#include <algorithm>
#include <charconv>
#include <mutex>

#include <fmt/format.h>
#include <hs/hs.h>

namespace foretop::logs {
namespace {

struct FreeDatabase
{
    void operator()(hs_database_t *database) const { hs_free_database(database); }
};
using Database = std::unique_ptr<hs_database_t, FreeDatabase>;

struct CompileFailure
{
    std::string message;
    std::size_t place = std::string::npos; // within the expression
};

/// hyperscan writes where a regex is wrong at the end of its message: "... at index 7."
CompileFailure takeFailure(hs_compile_error_t *error)
{
    CompileFailure failure{.message = error != nullptr ? error->message : "out of memory"};
    hs_free_compile_error(error);
    constexpr std::string_view kAt = " at index ";
    const auto at = failure.message.rfind(kAt);
    if (at != std::string::npos) {
        const char *digits = failure.message.data() + at + kAt.size();
        std::from_chars(digits, failure.message.data() + failure.message.size(), failure.place);
        failure.message.resize(at);
    }
    return failure;
}

Database build(const std::string &expression, unsigned flags, unsigned mode,
               CompileFailure *failure)
{
    hs_database_t *database = nullptr;
    hs_compile_error_t *error = nullptr;
    if (hs_compile(expression.c_str(), flags, mode, nullptr, &database, &error) != HS_SUCCESS &&
        failure != nullptr) {
        *failure = takeFailure(error);
    }
    return Database(database);
}

bool isBeyondAscii(std::string_view text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

} // namespace

struct TextPattern::Compiled
{
    TextQuery query;
    bool matchesAll = false;
    bool matchesNone = false;
    Reach reach = Reach::Line;
    std::optional<std::string> plainBytes;
    std::string expression;
    unsigned flags = HS_FLAG_MULTILINE;
    Database block;

    /// The database for texts in pieces, which few searches need; null when there cannot be one.
    const hs_database_t *stream() const
    {
        std::call_once(m_streamOnce,
                       [this] { m_stream = build(expression, flags, HS_MODE_STREAM, nullptr); });
        return m_stream.get();
    }

    void setLiteral(TextEncoding encoding);
    std::vector<std::size_t> setRegex(TextEncoding encoding);

private:
    mutable std::once_flag m_streamOnce;
    mutable Database m_stream;
};

void TextPattern::Compiled::setLiteral(TextEncoding encoding)
{
    auto text = query.text;
    reach = text.find('\n') == std::string::npos ? Reach::Line : Reach::Record;
    const bool isFolded = !query.isCaseSensitive && isBeyondAscii(text);
    if (encoding == TextEncoding::Latin1) {
        const auto bytes = latin1FromUtf8(text);
        matchesNone = !bytes;
        text = bytes.value_or("");
        expression = isFolded ? caselessLatin1Regex(text) : escapedForRegex(text, false);
    } else {
        flags |= isFolded ? HS_FLAG_UTF8 : 0;
        expression = escapedForRegex(text, isFolded);
    }
    if (reach == Reach::Line && !isFolded) {
        plainBytes = std::move(text);
    }
}

std::vector<std::size_t> TextPattern::Compiled::setRegex(TextEncoding encoding)
{
    auto traits = readRegex(query.text);
    reach = traits.isAnchoredToText   ? Reach::Whole
            : traits.mayMatchLineFeed ? Reach::Record
                                      : Reach::Line;
    expression = std::move(traits.rewritten);
    if (encoding == TextEncoding::Latin1) {
        const auto bytes = latin1FromUtf8(expression);
        matchesNone = !bytes;
        expression = bytes.value_or("");
    } else {
        flags |= traits.mayMatchBeyondAscii ? HS_FLAG_UTF8 : 0;
    }
    return std::move(traits.origins);
}

Result<TextPattern> TextPattern::compile(const TextQuery &query, TextEncoding encoding)
{
    TextPattern pattern;
    auto compiled = std::make_shared<Compiled>();
    compiled->query = query;
    compiled->matchesAll = query.text.empty();
    compiled->flags |= query.isCaseSensitive ? 0 : HS_FLAG_CASELESS;
    const bool isRegex = query.kind == TextQuery::Kind::Regex;
    std::vector<std::size_t> origins;
    if (isRegex) {
        origins = compiled->setRegex(encoding);
    } else {
        compiled->setLiteral(encoding);
    }
    if (compiled->matchesAll || compiled->matchesNone) {
        pattern.m_compiled = std::move(compiled);
        return pattern;
    }
    hs_expr_info_t *info = nullptr;
    hs_compile_error_t *infoError = nullptr;
    CompileFailure failure;
    if (hs_expression_info(compiled->expression.c_str(), compiled->flags | HS_FLAG_ALLOWEMPTY,
                           &info, &infoError) == HS_SUCCESS) {
        if (info->min_width == 0) {
            compiled->flags |= HS_FLAG_ALLOWEMPTY;
            compiled->reach = Reach::Whole;
        }
        std::free(info); // NOLINT(cppcoreguidelines-no-malloc): hyperscan's allocator
        compiled->block = build(compiled->expression, compiled->flags, HS_MODE_BLOCK, &failure);
    } else {
        failure = takeFailure(infoError);
    }
    if (!compiled->block) {
        const bool isPlaced = failure.place < origins.size();
        return fail(ErrorCode::Malformed, std::move(failure.message), query.text,
                    isPlaced ? Place::atLine(1, origins[failure.place] + 1) : Place());
    }
    pattern.m_compiled = std::move(compiled);
    return pattern;
}

const TextQuery &TextPattern::query() const
{
    return m_compiled->query;
}

bool TextPattern::matchesAll() const
{
    return m_compiled->matchesAll;
}

bool TextPattern::matchesNone() const
{
    return m_compiled->matchesNone;
}

TextPattern::Reach TextPattern::reach() const
{
    return m_compiled->reach;
}

bool TextPattern::needsValidUtf8() const
{
    return (m_compiled->flags & HS_FLAG_UTF8) != 0;
}

std::optional<std::string> TextPattern::plainBytes() const
{
    return m_compiled->plainBytes;
}

struct TextScanner::Stream
{
    hs_stream_t *stream = nullptr;
    bool isFound = false;
};

TextScanner::TextScanner(TextPattern pattern)
    : m_pattern(std::move(pattern))
{
    hs_alloc_scratch(m_pattern.m_compiled->block.get(), &m_scratch);
}

TextScanner::~TextScanner()
{
    if (m_stream) {
        end();
    }
    hs_free_scratch(m_scratch);
}

bool TextScanner::isIn(std::string_view text)
{
    bool isFound = false;
    scan(text, [&isFound](std::size_t) {
        isFound = true;
        return false;
    });
    return isFound;
}

void TextScanner::scanWith(std::string_view text, MatchFunction onMatch, void *context)
{
    struct Call
    {
        MatchFunction onMatch;
        void *context;
    } call{onMatch, context};
    const auto handler = [](unsigned, unsigned long long, unsigned long long matchEnd, unsigned,
                            void *data) {
        const auto &held = *static_cast<Call *>(data);
        return held.onMatch(held.context, static_cast<std::size_t>(matchEnd)) ? 0 : 1;
    };
    hs_scan(m_pattern.m_compiled->block.get(), text.data(), static_cast<unsigned>(text.size()), 0,
            m_scratch, handler, &call);
}

namespace {

int noteFound(unsigned, unsigned long long, unsigned long long, unsigned, void *isFound)
{
    *static_cast<bool *>(isFound) = true;
    return 1;
}

} // namespace

Result<void> TextScanner::begin()
{
    const auto *database = m_pattern.m_compiled->stream();
    auto stream = std::make_unique<Stream>();
    if (database == nullptr || hs_alloc_scratch(database, &m_scratch) != HS_SUCCESS ||
        hs_open_stream(database, 0, &stream->stream) != HS_SUCCESS) {
        return fail(ErrorCode::TooLarge, "the pattern cannot be looked for in a record this large",
                    m_pattern.query().text);
    }
    m_stream = std::move(stream);
    return {};
}

bool TextScanner::isFoundWith(std::string_view piece)
{
    if (!m_stream->isFound) {
        hs_scan_stream(m_stream->stream, piece.data(), static_cast<unsigned>(piece.size()), 0,
                       m_scratch, noteFound, &m_stream->isFound);
    }
    return m_stream->isFound;
}

bool TextScanner::end()
{
    bool isFound = false;
    hs_close_stream(m_stream->stream, m_scratch, noteFound, &isFound);
    isFound = isFound || m_stream->isFound;
    m_stream.reset();
    return isFound;
}

} // namespace foretop::logs
