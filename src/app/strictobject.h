// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"

#include <QString>

#include <functional>
#include <vector>

namespace foretop::app {

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
    StrictObject(JsonObject object, std::string path, DocumentError &error);

    QString text(std::string_view name, bool required);
    bool flag(std::string_view name);
    double number(std::string_view name, double fallback);
    /// A whole number in [@p least, @p most].
    int count(std::string_view name, int fallback, int least, int most);
    /// The position of the member's text in @p words; 0 when it is not there.
    std::size_t word(std::string_view name, const std::vector<std::string_view> &words,
                     bool required);
    QVector<QString> texts(std::string_view name);
    /// The members of an object of texts, sorted by name.
    std::vector<std::pair<std::string, std::string>> textMap(std::string_view name);
    /// Calls @p each for every object of a required array of 1 to @p most.
    void objects(std::string_view name, std::size_t most,
                 const std::function<void(StrictObject &)> &each);
    /// An error when there is a member that nobody asked for.
    void finish();

private:
    std::optional<JsonElement> member(std::string_view name, bool required);
    template <typename T>
    std::optional<T> value(std::string_view name, std::string_view typeName, bool required);
    void fail(ErrorCode code, std::string_view name, std::string_view message);
    void failType(std::string_view name, std::string_view wanted, JsonElement found);

    JsonObject m_object;
    std::string m_path;
    DocumentError &m_error;
    std::vector<std::string_view> m_known;
};

} // namespace foretop::app
