// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stackframes.h"

#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <optional>

namespace foretop::app {

namespace {

constexpr qsizetype kMostLineLength = 2'000;

QRegularExpression pattern(const char *text)
{
    return QRegularExpression(QString::fromLatin1(text));
}

StackFrame frameOf(const QString &function, const QString &file, const QString &line)
{
    return {function, file, line.toInt()};
}

/// Frames that stand on one line, each with the groups f(unction), p(ath) and l(ine).
std::optional<StackFrame> oneLineFrame(const QString &line)
{
    static const std::array patterns = {
        // Python: File "app/db.py", line 12, in connect
        pattern(R"re(^\s*File "(?<p>[^"]+)", line (?<l>\d+)(?:, in (?<f>.+))?$)re"),
        // C#: at Shop.Db.Connect(String host) in /src/Db.cs:line 12
        pattern(R"re(^\s*at (?<f>.+) in (?<p>.+):line (?<l>\d+)$)re"),
        // V8: at connect (file:///app/db.js:12:3), at async connect (db.js:12:3)
        pattern(R"re(^\s*at (?<f>.+) \((?<p>.+?):(?<l>\d+)(?::\d+)?\)$)re"),
        // Java: at com.shop.Db.connect(Db.java:12), also ~[shop.jar:1.0] behind it
        pattern(R"re(^\s*at (?<f>[^\s(]+)\((?<p>[^():]+)(?::(?<l>\d+))?\)(?: ~?\[.*\])?$)re"),
        // V8 without a name: at file:///app/db.js:12:3; Rust's second line: at ./src/db.rs:12:3
        pattern(R"re(^\s*at (?<f>)(?<p>\S+?):(?<l>\d+)(?::\d+)?$)re"),
        // Firefox: connect@http://host/db.js:12:3
        pattern(R"re(^\s*(?<f>[^\s@]*)@(?<p>\S+?):(?<l>\d+):\d+$)re"),
    };
    for (const QRegularExpression &regex : patterns) {
        if (const auto match = regex.match(line); match.hasMatch()) {
            return frameOf(match.captured(u"f"), match.captured(u"p"), match.captured(u"l"));
        }
    }
    return {};
}

/// Go's second line, below the function: "\t/src/db.go:12 +0x1d".
std::optional<StackFrame> goPlace(const QString &line)
{
    static const auto regex = pattern(R"re(^\s+(?<p>/?\S+\.go):(?<l>\d+)(?: \+0x[0-9a-f]+)?$)re");
    const auto match = regex.match(line);
    return match.hasMatch() ? std::optional(frameOf({}, match.captured(u"p"), match.captured(u"l")))
                            : std::nullopt;
}

/// "   2: shop::db::connect" of Rust, "main.connect(0xc000)" of Go: the place is on the next line.
QString functionAlone(const QString &line)
{
    static const auto rust = pattern(R"re(^\s*\d+: (\S.*)$)re");
    static const auto go = pattern(R"re(^(?:created by )?([\w./*()\-]+\.[\w.*()\-]+)\(.*\)$)re");
    for (const QRegularExpression &regex : {rust, go}) {
        if (const auto match = regex.match(line); match.hasMatch()) {
            return match.captured(1);
        }
    }
    return line.trimmed();
}

bool isWords(const QString &line)
{
    const bool isIndented = line.front().isSpace();
    const QString text = line.trimmed();
    return !isIndented || text.startsWith(u"...") || text.startsWith(u"Caused by") ||
           text.startsWith(u"Suppressed");
}

} // namespace

QVector<StackFrame> stackFramesOf(const QString &trace)
{
    QVector<StackFrame> frames;
    static const auto rustHead = pattern(R"re(^\s*\d+: \S)re");
    for (const QString &whole : trace.split(u'\n')) {
        const QString line = whole.left(kMostLineLength);
        if (line.trimmed().isEmpty() || frames.size() >= kMostFrames) {
            continue;
        }
        auto frame = oneLineFrame(line);
        if (!frame) {
            frame = goPlace(line);
        }
        if (frame && frame->function.isEmpty() && !frames.isEmpty() &&
            frames.back().file.isEmpty()) {
            frame->function = functionAlone(frames.back().function);
            frames.back() = *frame;
        } else if (frame) {
            frames << *frame;
        } else if (isWords(line) || rustHead.match(line).hasMatch()) {
            frames << StackFrame{line.trimmed(), {}, 0};
        }
    }
    return frames;
}

} // namespace foretop::app
