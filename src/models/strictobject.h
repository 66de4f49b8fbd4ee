// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"

#include <QString>
#include <QVector>

#include <functional>
#include <optional>
#include <vector>

namespace foretop::models {

/// The first thing wrong with a document; later ones are not looked at.
struct DocumentError
{
    std::string source;
    std::optional<Error> error;
};

/// One object of a JSON document in which every member must be known and of its type. Members are
/// asked for by name; the first that is missing, wrong or left over goes into the DocumentError
/// with its path.
class StrictObject
{
public:
    static constexpr qsizetype kMaxTextLength = 20'000; ///< in characters
    static constexpr qsizetype kMaxTexts = 1'000;

    StrictObject(JsonObject object, std::string path, DocumentError &error);

    bool has(std::string_view name) const;
    /// Of at most @p most characters; not empty when it is @p required.
    QString text(std::string_view name, bool required, qsizetype most = kMaxTextLength);
    bool flag(std::string_view name);
    double number(std::string_view name, double fallback);
    std::optional<double> optionalNumber(std::string_view name);
    /// A whole number in [@p least, @p most].
    int count(std::string_view name, int fallback, int least, int most);
    /// The position of the member's text in @p words; 0 when it is not there.
    std::size_t word(std::string_view name, const std::vector<std::string_view> &words,
                     bool required);
    /// At most @p most, each as text().
    QVector<QString> texts(std::string_view name, qsizetype most = kMaxTexts);
    /// The members of an object of texts, sorted by name.
    std::vector<std::pair<std::string, std::string>> textMap(std::string_view name);
    /// Calls @p each for every object of an array of at most @p most, which is required and not
    /// empty when @p least is 1.
    void objects(std::string_view name, std::size_t most,
                 const std::function<void(StrictObject &)> &each, std::size_t least = 1);
    /// Calls @p each for an object, which may be missing.
    void object(std::string_view name, const std::function<void(StrictObject &)> &each);
    /// An error when there is a member that nobody asked for, or one twice.
    void finish();
    /// Says that @p name is not as it must be.
    void fail(ErrorCode code, std::string_view name, std::string_view message);
    /// Whether something was wrong, here or elsewhere in the document.
    bool hasFailed() const { return m_error.error.has_value(); }

private:
    std::optional<JsonElement> member(std::string_view name, bool required);
    template <typename T>
    std::optional<T> value(std::string_view name, std::string_view typeName, bool required);
    QString boundedText(std::string_view name, std::string_view text, qsizetype most);
    void failType(std::string_view name, std::string_view wanted, JsonElement found);

    JsonObject m_object;
    std::string m_path;
    DocumentError &m_error;
    std::vector<std::string_view> m_known;
};

/// @p error with the line and column in @p json in the place of the offset.
Error withLine(Error error, std::string_view json);

/// Reads a JSON document that is an object: what @p read does not ask for, and what it says is
/// wrong, is an error that names @p source. What is no JSON is told with its line and column.
Result<void> readStrictly(std::string_view json, std::string_view source,
                          const std::function<void(StrictObject &)> &read);

} // namespace foretop::models
