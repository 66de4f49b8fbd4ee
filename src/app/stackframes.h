// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVector>

namespace foretop::app {

/// One line of a stack trace: a call with the place it was in, or, with no file, words such as the
/// exception's.
struct StackFrame
{
    QString function;
    QString file; ///< as written; empty: function is a line of words
    int line = 0; ///< 0: not said
    bool operator==(const StackFrame &) const = default;
};

/// The frames of a trace as Python, Java and Kotlin, JavaScript (V8, Firefox), Go, C# and Rust
/// print it, in its order; at most kMostFrames. Lines of source code are left out.
QVector<StackFrame> stackFramesOf(const QString &trace);
inline constexpr qsizetype kMostFrames = 2'000;

} // namespace foretop::app
