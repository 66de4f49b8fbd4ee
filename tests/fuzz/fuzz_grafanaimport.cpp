// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/grafanaimport.h"

#include <cstdlib>

using namespace foretop::models;

/// What is imported is a dashboard that can be written and read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    (void)isGrafanaDashboard(json);
    const auto imported = importGrafana(json, QStringLiteral("fuzz"));
    if (!imported) {
        return 0;
    }
    if (imported->notes.size() > kMaxImportNotes) {
        std::abort();
    }
    const auto again = readDashboard(writeDashboard(imported->dashboard), QStringLiteral("again"));
    if (!again || !(*again == imported->dashboard)) {
        std::abort();
    }
    return 0;
}
