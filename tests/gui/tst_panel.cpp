// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panel.h"

#include "app/noticestrip.h"
#include "app/timeseriesview.h"
#include "panelfixture.h"

#include <QAction>
#include <QSignalSpy>

using namespace foretop;
using namespace foretop::app;
using feeds::FeedKind;

/// A panel with its query over a session.
class PanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsSamplesOfSession();
    void followsTimeCursor();
    void tellsProblemOfExpression();
    void doesNotAskUnseen();
    void asksForChanges();
};

namespace {

models::PanelSpec loadPanel()
{
    auto spec = panelSpec(models::PanelKind::TimeSeries, Unit::Auto);
    spec.targets[0].expression = QStringLiteral("load1");
    spec.targets[0].legend = QStringLiteral("{{host}}");
    return spec;
}

void publish(PageFixture &fixture)
{
    const qint64 now = msSinceEpoch(fixture.clock.wallNow());
    for (int i = 30; i >= 0; --i) {
        fixture.server.publish(
            FeedKind::Metrics,
            QStringLiteral(R"({"timestamp":%1,"samples":[)"
                           R"({"name":"load1","labels":{"host":"a"},"value":%2},)"
                           R"({"name":"load1","labels":{"host":"b"},"value":7}]})")
                .arg(now - 1000 * i)
                .arg(i)
                .toUtf8());
    }
}

class SessionPanel : public PageFixture
{
public:
    explicit SessionPanel(const models::PanelSpec &spec)
        : panel(context(), crosshair, spec)
    {
        panel.resize(500, 300);
        panel.show();
    }
    ~SessionPanel() { panel.setSession(nullptr); }
    const TimeSeriesView &view() const { return *panel.findChild<TimeSeriesView *>(); }

    CrosshairLink crosshair;
    Panel panel;
};

} // namespace

void PanelTest::showsSamplesOfSession()
{
    SessionPanel fixture(loadPanel());
    QVERIFY(fixture.connectFeeds());
    fixture.panel.setSession(fixture.session.get());
    publish(fixture);
    QTRY_VERIFY(fixture.panel.hasData());
    QTRY_VERIFY(fixture.view().pointCount() > 10);
    QTRY_COMPARE(fixture.view().accessibleDescription(), QStringLiteral("a: 0; b: 7"));
    const QStringList lines = fixture.panel.csv().split(QStringLiteral("\r\n"));
    QCOMPARE(lines.front(), QStringLiteral("time,a,b"));
    QVERIFY(lines.size() > 5);
    QVERIFY(fixture.panel.svg().contains("</svg>"));
    QCOMPARE(fixture.panel.image().size(), fixture.panel.size());
    fixture.panel.setSession(nullptr);
    QTRY_VERIFY(!fixture.panel.hasData());
}

void PanelTest::followsTimeCursor()
{
    SessionPanel fixture(loadPanel());
    QVERIFY(fixture.connectFeeds());
    fixture.panel.setSession(fixture.session.get());
    publish(fixture);
    QTRY_VERIFY(fixture.panel.hasData());
    const WallTime now = fixture.clock.wallNow();
    fixture.cursor.setWindow(now - Milliseconds(20'000), now - Milliseconds(10'000));
    // The picture is there at once, before there is an answer.
    QTRY_VERIFY(std::abs(fixture.view().momentAt(fixture.view().plot().left()) -
                         double(msSinceEpoch(now - Milliseconds(20'000)))) < 2000);
    QTRY_VERIFY(!fixture.panel.query().isPending() &&
                fixture.panel.query().answer()->toMs <= msSinceEpoch(now) - 9'000);
    QTRY_VERIFY(fixture.view().pointCount() > 4);
}

void PanelTest::tellsProblemOfExpression()
{
    auto spec = loadPanel();
    spec.targets.append({QStringLiteral("sum(load1"), {}, false});
    SessionPanel fixture(spec);
    QVERIFY(fixture.connectFeeds());
    fixture.panel.setSession(fixture.session.get());
    publish(fixture);
    const auto *notice = fixture.panel.findChild<NoticeStrip *>();
    QTRY_VERIFY(notice->isVisible());
    QVERIFY2(notice->text().startsWith(QStringLiteral("Expression B")), qPrintable(notice->text()));
    spec.targets.removeLast();
    fixture.panel.setSpec(spec);
    QTRY_VERIFY(notice->isHidden());
}

void PanelTest::doesNotAskUnseen()
{
    SessionPanel fixture(loadPanel());
    QVERIFY(fixture.connectFeeds());
    fixture.panel.hide();
    fixture.panel.setSession(fixture.session.get());
    Panel seen(fixture.context(), fixture.crosshair, loadPanel());
    seen.resize(300, 200);
    seen.show();
    seen.setSession(fixture.session.get());
    publish(fixture);
    QTRY_VERIFY(seen.hasData());
    seen.setSession(nullptr);
    QVERIFY(!fixture.panel.hasData());
    fixture.panel.show();
    QTRY_VERIFY(fixture.panel.hasData());
}

void PanelTest::asksForChanges()
{
    SessionPanel fixture(loadPanel());
    fixture.panel.setEditable(true);
    QSignalSpy duplicate(&fixture.panel, &Panel::duplicateRequested);
    QSignalSpy remove(&fixture.panel, &Panel::removeRequested);
    fixture.panel.findChild<QAction *>(QStringLiteral("duplicatePanel"))->trigger();
    fixture.panel.findChild<QAction *>(QStringLiteral("removePanel"))->trigger();
    QCOMPARE(duplicate.size(), 1);
    QCOMPARE(remove.size(), 1);
    QVERIFY(fixture.panel.handle()->isVisible());
}

QTEST_MAIN(PanelTest)
#include "tst_panel.moc"
