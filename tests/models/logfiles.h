// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace foretop {

/// A folder of log files, which grow as servers write them.
class LogFiles
{
public:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void append(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray contents(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Records [first, first + count) of JSON, one a second, each tenth an error.
    static QByteArray json(int first, int count)
    {
        QByteArray text;
        for (int n = first; n < first + count; ++n) {
            text += "{\"time\":" + QByteArray::number(1'700'000'000'000 + n * 1000LL) +
                    ",\"level\":\"" + (n % 10 == 0 ? "error" : "info") + "\",\"message\":\"line " +
                    QByteArray::number(n) + "\",\"status\":" + (n % 4 == 0 ? "500" : "200") + "}\n";
        }
        return text;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace foretop
