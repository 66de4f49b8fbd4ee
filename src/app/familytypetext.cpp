// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/familytypetext.h"

#include <QCoreApplication>

namespace foretop::app {

namespace {

class FamilyTypeText
{
    Q_DECLARE_TR_FUNCTIONS(FamilyTypeText)

public:
    static QString of(metrics::FamilyType type)
    {
        switch (type) {
        case metrics::FamilyType::Counter:
            return tr("counter");
        case metrics::FamilyType::Gauge:
            return tr("gauge");
        case metrics::FamilyType::Histogram:
            return tr("histogram");
        case metrics::FamilyType::Summary:
            return tr("summary");
        case metrics::FamilyType::GaugeHistogram:
            return tr("gauge histogram");
        case metrics::FamilyType::Info:
            return tr("info");
        case metrics::FamilyType::StateSet:
            return tr("state set");
        case metrics::FamilyType::Unknown:
            break;
        }
        return tr("unknown");
    }
};

} // namespace

QString familyTypeText(metrics::FamilyType type)
{
    return FamilyTypeText::of(type);
}

} // namespace foretop::app
