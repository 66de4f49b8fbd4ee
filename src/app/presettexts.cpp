// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preset.h"

#include <QtGlobal>

namespace foretop::app {

// lupdate does not read JSON: what the presets show stands here too, which a test checks.
const QVector<const char *> &presetTexts()
{
    static const QVector<const char *> texts{
        QT_TRANSLATE_NOOP("Preset", "Overview"),
        QT_TRANSLATE_NOOP("Preset", "CPU"),
        QT_TRANSLATE_NOOP("Preset", "user"),
        QT_TRANSLATE_NOOP("Preset", "system"),
        QT_TRANSLATE_NOOP("Preset", "I/O wait"),
        QT_TRANSLATE_NOOP("Preset", "nice"),
        QT_TRANSLATE_NOOP("Preset", "interrupts"),
        QT_TRANSLATE_NOOP("Preset", "soft interrupts"),
        QT_TRANSLATE_NOOP("Preset", "stolen"),
        QT_TRANSLATE_NOOP("Preset", "in use"),
        QT_TRANSLATE_NOOP("Preset", "Disk"),
        QT_TRANSLATE_NOOP("Preset", "Network"),
        QT_TRANSLATE_NOOP("Preset", "Disk throughput"),
        QT_TRANSLATE_NOOP("Preset", "{device} read"),
        QT_TRANSLATE_NOOP("Preset", "{device} written"),
        QT_TRANSLATE_NOOP("Preset", "Network throughput"),
        QT_TRANSLATE_NOOP("Preset", "{device} in"),
        QT_TRANSLATE_NOOP("Preset", "{device} out"),
        QT_TRANSLATE_NOOP("Preset", "Host"),
        QT_TRANSLATE_NOOP("Preset", "Load average"),
        QT_TRANSLATE_NOOP("Preset", "1 min"),
        QT_TRANSLATE_NOOP("Preset", "5 min"),
        QT_TRANSLATE_NOOP("Preset", "15 min"),
        QT_TRANSLATE_NOOP("Preset", "Memory"),
        QT_TRANSLATE_NOOP("Preset", "programs"),
        QT_TRANSLATE_NOOP("Preset", "kernel"),
        QT_TRANSLATE_NOOP("Preset", "buffers"),
        QT_TRANSLATE_NOOP("Preset", "file cache"),
        QT_TRANSLATE_NOOP("Preset", "free"),
        QT_TRANSLATE_NOOP("Preset", "Disk busy"),
        QT_TRANSLATE_NOOP("Preset", "File systems in use"),
        QT_TRANSLATE_NOOP("Preset", "Processes"),
        QT_TRANSLATE_NOOP("Preset", "running"),
        QT_TRANSLATE_NOOP("Preset", "waiting for I/O"),
        QT_TRANSLATE_NOOP("Preset", "Context switches and forks"),
        QT_TRANSLATE_NOOP("Preset", "context switches"),
        QT_TRANSLATE_NOOP("Preset", "forks"),
        QT_TRANSLATE_NOOP("Preset", "Network errors"),
        QT_TRANSLATE_NOOP("Preset", "Agent"),
        QT_TRANSLATE_NOOP("Preset", "HTTP requests"),
        QT_TRANSLATE_NOOP("Preset", "Mean time of an HTTP request"),
        QT_TRANSLATE_NOOP("Preset", "Mean time of a check"),
        QT_TRANSLATE_NOOP("Preset", "CPU of the agent"),
        QT_TRANSLATE_NOOP("Preset", "agent"),
        QT_TRANSLATE_NOOP("Preset", "Memory of the agent"),
        QT_TRANSLATE_NOOP("Preset", "resident"),
        QT_TRANSLATE_NOOP("Preset", "Threads and open files of the agent"),
        QT_TRANSLATE_NOOP("Preset", "threads"),
        QT_TRANSLATE_NOOP("Preset", "open files"),
    };
    return texts;
}

} // namespace foretop::app
