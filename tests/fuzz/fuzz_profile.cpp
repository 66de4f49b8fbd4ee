// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/profile.h"

#include <QSet>

#include <cstdlib>

using namespace foretop;
using namespace foretop::session;

namespace {

void require(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

void requireSensible(const QVector<Environment> &environments)
{
    require(static_cast<std::size_t>(environments.size()) <= kMaxEnvironments);
    QSet<QString> names;
    for (const auto &environment : environments) {
        require(!names.contains(environment.name));
        names.insert(environment.name);
        require(!environment.sources.isEmpty() && environment.sources.size() <= kMaxSources);
        for (const auto &source : environment.sources) {
            require(!source.name.isEmpty() && source.url.isValid() && source.token.isEmpty());
        }
    }
}

} // namespace

/// Any text is environments within their bounds, or an error that says something.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string yaml(reinterpret_cast<const char *>(data), size);
    const auto environments = parseProfile(yaml, QStringLiteral("/tmp/fuzz.yaml"));
    if (environments) {
        requireSensible(*environments);
    } else {
        require(!environments.error().message.empty());
    }
    return 0;
}
