// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "followed.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace foretop;

namespace {

constexpr std::size_t kSaveBytes = 1U << 20;

agent::LogFollowerOptions optionsFor(std::vector<std::string> patterns, bool fromStart)
{
    return {.patterns = std::move(patterns), .fromStart = fromStart, .poll = Milliseconds(20)};
}

} // namespace

Followed::Followed(const QDir &directory, std::vector<std::string> patterns, bool fromStart,
                   const std::vector<feeds::PublishedItem> &restored)
    : m_positions(directory.filePath(QStringLiteral("positions.json")).toStdString(), kSaveBytes)
    , m_follower(optionsFor(std::move(patterns), fromStart), m_positions, clock,
                 [this](std::vector<feeds::PublishedItem> items) {
                     m_published.insert(m_published.end(), items.begin(), items.end());
                 })
{
    if (const auto loaded = m_positions.load(restored); !loaded) {
        qFatal("%s", loaded.error().text().c_str());
    }
    m_follower.start();
}

QStringList Followed::lines() const
{
    QStringList lines;
    for (const auto &published : m_published) {
        const auto object =
            QJsonDocument::fromJson(QByteArray::fromStdString(published.item)).object();
        lines += object.contains(QStringLiteral("line"))
                     ? object.value(QStringLiteral("line")).toString()
                     : QString::fromStdString(published.item);
    }
    return lines;
}

void append(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered) ||
        file.write(text) != text.size()) {
        qFatal("cannot append to %s", qPrintable(path));
    }
}

QStringList numbered(int first, int last)
{
    QStringList lines;
    for (int i = first; i <= last; ++i) {
        lines += QStringLiteral("line %1").arg(i);
    }
    return lines;
}

QByteArray numberedText(int first, int last)
{
    return (numbered(first, last).join(u'\n') + u'\n').toUtf8();
}
