// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/textencoding.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct hs_database;
struct hs_scratch;

namespace foretop::logs {

/// What is looked for in the raw text of records.
struct TextQuery
{
    enum class Kind : std::uint8_t {
        Literal, ///< the text as it is
        Regex,   ///< as PCRE, without look-around, back references and the like
    };

    std::string text; ///< UTF-8; empty is found everywhere
    Kind kind = Kind::Literal;
    bool isCaseSensitive = true;

    bool operator==(const TextQuery &) const = default;
};

/// A TextQuery compiled for hyperscan (its "Expression syntax" tells what a regex may have). A
/// record's raw text is its bytes without the line ends at its end; in a regex `^` and `$` stand at
/// the begin and end of each of its lines, `$` also before a carriage return there, and `.` is any
/// character but a line feed. Without case sensitivity the letters of all alphabets fold as far as
/// their characters are written in the query. Immutable and cheap to copy; any thread.
class TextPattern
{
public:
    /// How a match in one text of many records is to be taken.
    enum class Reach : std::uint8_t {
        Line,   ///< matches lie within one line: the record where one ends is found
        Record, ///< matches may span lines, so perhaps records: where one ends must be looked at
        Whole,  ///< only a record by itself can be looked at, as with `\A` or what matches nothing
    };

    /// @p encoding is how the text is encoded that will be searched: Utf8 or Latin1. Fails with
    /// Malformed when a regex cannot be compiled; the place has the column where that is known.
    static Result<TextPattern> compile(const TextQuery &query,
                                       TextEncoding encoding = TextEncoding::Utf8);

    const TextQuery &query() const;
    /// Found in every record, as the empty text is.
    bool matchesAll() const;
    /// Found in no record, as characters that the encoding lacks.
    bool matchesNone() const;
    Reach reach() const;
    /// Whether the text must be valid UTF-8 for the scan.
    bool needsValidUtf8() const;
    /// The bytes to look for when they are all that the pattern is, within a line and with no case
    /// but ASCII's to fold.
    std::optional<std::string> plainBytes() const;

private:
    friend class TextScanner;
    struct Compiled;

    std::shared_ptr<const Compiled> m_compiled;
};

/// Looks for a TextPattern. One thread, one scanner.
class TextScanner
{
public:
    /// @p pattern must be one that neither matchesAll() nor matchesNone().
    explicit TextScanner(TextPattern pattern);
    ~TextScanner();
    TextScanner(const TextScanner &) = delete;
    TextScanner &operator=(const TextScanner &) = delete;

    const TextPattern &pattern() const { return m_pattern; }

    /// Whether the pattern is found in @p text.
    bool isIn(std::string_view text);

    /// Calls @p onMatch(end) with the place behind each match in @p text, in no certain order and
    /// perhaps more than once with the same, until it returns false.
    template <typename OnMatch>
    void scan(std::string_view text, OnMatch onMatch)
    {
        scanWith(
            text,
            [](void *context, std::size_t end) { return (*static_cast<OnMatch *>(context))(end); },
            &onMatch);
    }

    // A text that comes in pieces.
    /// Fails with TooLarge when the pattern cannot be looked for so.
    Result<void> begin();
    /// Whether the pattern has been found so far.
    bool isFoundWith(std::string_view piece);
    /// Ends the text. Whether the pattern was found.
    bool end();

private:
    using MatchFunction = bool (*)(void *context, std::size_t end);
    struct Stream;

    void scanWith(std::string_view text, MatchFunction onMatch, void *context);

    const TextPattern m_pattern;
    hs_scratch *m_scratch = nullptr;
    std::unique_ptr<Stream> m_stream;
};

} // namespace foretop::logs
