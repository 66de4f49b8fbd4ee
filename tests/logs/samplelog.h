// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QFile>
#include <QTemporaryDir>

#include <random>
#include <string>

namespace foretop::logs {

/// How the lines of a SampleLog are written.
enum class SampleKind {
    Json,   ///< time, level, ... at fixed places
    Zap,    ///< the level first, a Unix time behind it
    Varied, ///< members in any order, nested, escaped, missing; stray text
    Text,   ///< time, level, logger; stack traces
    Thread, ///< time, a thread in brackets, level
    Syslog, ///< no level mostly, no year
    Logfmt,
    Access,
    Cri,     ///< of a container, with JSON or text inside
    Docker,  ///< the same, as Docker writes it
    Stray,   ///< JSON with the stack traces of those who write elsewhere
    Syslog5, ///< RFC 5424
    Own,     ///< a person's format: unit, time, a code for the level, message
    Plain,
};

/// Seeded random logs, with what is found in real ones: empty lines, no line feed at the end, NUL,
/// bytes that are not UTF-8, carriage returns, lines of any length.
class SampleLog
{
public:
    SampleLog(SampleKind kind, unsigned seed);

    std::string text(std::size_t atLeast);
    unsigned below(unsigned limit) { return m_random() % limit; }

private:
    template <std::size_t Count>
    const char *oneOf(const char *const (&choices)[Count])
    {
        return choices[below(Count)];
    }
    WallTime nextTime();
    std::string level();
    std::string lowerLevel();
    std::string message();
    std::string dirtyMessage();
    void addRecord(std::string &out);
    void addTrace(std::string &out);
    void addVaried(std::string &out);
    std::string contained();

    const SampleKind m_kind;
    std::mt19937 m_random;
    const std::string m_lineEnd;
    WallTime m_time = wallTimeFromMs(1'705'314'600'000);
};

/// A file in a directory that goes with it.
class SampleFile
{
public:
    explicit SampleFile(std::string_view bytes) { write(bytes); }

    std::string path() const
    {
        return m_directory.filePath(QStringLiteral("app.log")).toStdString();
    }
    void write(std::string_view bytes) { store(bytes, QIODevice::WriteOnly); }
    void append(std::string_view bytes) { store(bytes, QIODevice::WriteOnly | QIODevice::Append); }
    void cut(std::size_t size) { QFile::resize(name(), static_cast<qint64>(size)); }
    void remove() { QFile::remove(name()); }
    /// Moves it away, as rotation by rename does.
    void rename() { QFile::rename(name(), name() + QStringLiteral(".1")); }

private:
    QString name() const { return QString::fromStdString(path()); }
    void store(std::string_view bytes, QIODevice::OpenMode mode)
    {
        QFile file(name());
        if (!file.open(mode) || file.write(bytes.data(), static_cast<qint64>(bytes.size())) !=
                                    static_cast<qint64>(bytes.size())) {
            qFatal("cannot write %s", qPrintable(file.fileName()));
        }
    }

    QTemporaryDir m_directory;
};

} // namespace foretop::logs
