// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QHash>
#include <QString>

#include <vector>

namespace foretop::models {

/// What names stand for in the expressions of one panel.
struct ExpressionValues
{
    Milliseconds step{1};       ///< $__interval, $__interval_ms
    Milliseconds rateWindow{1}; ///< $__rate_interval
    Milliseconds range{1};      ///< $__range, $__range_s, $__range_ms
    QHash<QString, QString> variables;
};

/// An expression with values in place of names, and where each part of it was written.
class Substitution
{
public:
    /// Puts in what stands for $name, ${name} and ${name:format} (raw and regex, which are the
    /// same: a value is taken as it is, but that in a quoted string its quotes and backslashes are
    /// escaped). A name that nothing stands for is an error with the column of its "$"; "$1", as
    /// label_replace() has it, and the name of a group "(?P<name>" are none. Names in comments
    /// stay.
    static Result<Substitution> make(const QString &expression, const ExpressionValues &values);

    /// UTF-8.
    const std::string &text() const { return m_text; }
    /// Where @p column of text() was written; both in characters from 1 on. The "$" for all of
    /// what stands for a name.
    int writtenColumn(int column) const;

private:
    struct Part
    {
        int begin = 0;   // in the text, in characters from 0 on
        int written = 0; // the same as it was written
        bool isValue = false;
    };

    std::string m_text;
    std::vector<Part> m_parts; // in order
};

} // namespace foretop::models
