// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/crosshairlink.h"
#include "app/panelbody.h"
#include "app/timeseriesview.h"
#include "pagefixture.h"
#include "panelanswers.h"

#include <QTest>

using namespace foretop;
using namespace foretop::app;

class PanelViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsLinesWithGaps();
};

void PanelViewsTest::drawsLinesWithGaps()
{
    PageFixture fixture;
    CrosshairLink crosshair;
    models::PanelSpec spec;
    spec.title = QStringLiteral("Load");
    spec.unit = Unit::Number;
    PanelBody body(fixture.context(), crosshair, spec);
    body.resize(500, 300);
    body.show();
    body.setAnswer(panelAnswer({panelSeries(QStringLiteral("a"), {1, 2, kNone, 4, 5})}), false);
    auto *view = qobject_cast<TimeSeriesView *>(&body.view());
    QVERIFY(view);
    QTRY_COMPARE(view->pointCount(), 4);
}

QTEST_MAIN(PanelViewsTest)
#include "tst_panelviews.moc"
