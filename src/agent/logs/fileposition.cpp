// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/logs/fileposition.h"

#include "base/jsonwriter.h"

#include <tuple>

#include <QCryptographicHash>

namespace foretop::agent {
namespace {

constexpr std::string_view kSource = "position";

} // namespace

Fingerprint fingerprintOf(std::string_view firstBytes)
{
    constexpr int kHashBytes = 16;
    firstBytes = firstBytes.substr(0, kMaxFingerprintBytes);
    const QByteArray hash = QCryptographicHash::hash(
        QByteArray(firstBytes.data(), static_cast<qsizetype>(firstBytes.size())),
        QCryptographicHash::Sha256);
    return {.length = firstBytes.size(), .hash = hash.left(kHashBytes).toHex().toStdString()};
}

bool isFurther(const FilePosition &a, const FilePosition &b)
{
    return std::tie(a.generation, a.offset) > std::tie(b.generation, b.offset);
}

std::string encodePosition(const FilePosition &position)
{
    JsonWriter json;
    json.beginObject().member("path", position.path);
    json.member("device", position.id.device).member("inode", position.id.inode);
    json.member("generation", position.generation).member("offset", position.offset);
    json.member("mid_line", position.midLine);
    json.member("first", position.fingerprint.length).member("hash", position.fingerprint.hash);
    return json.endObject().take();
}

std::optional<FilePosition> decodePosition(JsonObject object)
{
    const auto path = stringMember(object, "path");
    const auto hash = stringMember(object, "hash");
    const auto device = requireCount(object, "device", kSource);
    const auto inode = requireCount(object, "inode", kSource);
    const auto generation = requireCount(object, "generation", kSource);
    const auto offset = requireCount(object, "offset", kSource);
    const auto first = requireCount(object, "first", kSource);
    if (!path || !hash || !device || !inode || !generation || !offset || !first ||
        *first > kMaxFingerprintBytes) {
        return {};
    }
    return FilePosition{.path = std::string(*path),
                        .id = {.device = *device, .inode = *inode},
                        .generation = *generation,
                        .offset = *offset,
                        .midLine = boolMember(object, "mid_line").value_or(false),
                        .fingerprint = {.length = *first, .hash = std::string(*hash)}};
}

} // namespace foretop::agent
