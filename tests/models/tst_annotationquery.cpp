// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "models/annotationquery.h"

#include <QSignalSpy>

using namespace foretop;
using namespace foretop::models;
using feeds::FeedKind;

class AnnotationQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatHappens();
    void showsTheCursorsWindow();
    void outlivesItsSession();
};

namespace {

void publishStart(LiveSession &live, qint64 ms, qint64 startedSeconds)
{
    live.server.publish(
        FeedKind::Metrics,
        R"({"timestamp":)" + timeText(ms) +
            R"(,"samples":[{"name":"process_start_time_seconds","labels":{"job":"api"},"value":)" +
            QByteArray::number(1'700'000'000 + startedSeconds) + "}]}");
}

void publishReport(LiveSession &live, qint64 ms, const QByteArray &version)
{
    live.server.publish(FeedKind::Health, R"({"status":"healthy","service":"shop","version":")" +
                                              version + R"(","timestamp":)" + timeText(ms) +
                                              R"(,"checks":{"db":{"status":"healthy"}}})");
}

} // namespace

void AnnotationQueryTest::tellsWhatHappens()
{
    LiveSession live;
    AnnotationQuery query;
    QSignalSpy changed(&query, &AnnotationQuery::changed);
    query.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    publishStart(live, -60'000, -1'000);
    publishStart(live, -30'000, -40);
    publishReport(live, -20'000, "1");
    publishReport(live, -10'000, "2");
    QTRY_COMPARE(query.annotations().size(), 2);
    QCOMPARE(query.annotations().at(0), (Annotation{.kind = Annotation::Kind::Restart,
                                                    .subject = QStringLiteral("api"),
                                                    .detail = {},
                                                    .fromMs = 1'699'999'960'000,
                                                    .toMs = {}}));
    QCOMPARE(query.annotations().at(1), (Annotation{.kind = Annotation::Kind::Deploy,
                                                    .subject = QStringLiteral("shop"),
                                                    .detail = QStringLiteral("2"),
                                                    .fromMs = 1'699'999'990'000,
                                                    .toMs = {}}));
    QCOMPARE(query.leftOut(), 0);
    QVERIFY(changed.count() > 0);
    // Of another source than the panels' nothing is told.
    query.setSource(QStringLiteral("prod"));
    QTRY_VERIFY(query.annotations().isEmpty());
}

void AnnotationQueryTest::showsTheCursorsWindow()
{
    LiveSession live;
    AnnotationQuery query;
    query.setActive(false);
    query.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    publishStart(live, -60'000, -1'000);
    publishStart(live, -30'000, -40);
    publishStart(live, 0, -10);
    QTRY_COMPARE(live.session->metrics().families().size(), std::size_t(1));
    live.cursor.setWindow(live.clock.wallNow() - Milliseconds(50'000),
                          live.clock.wallNow() - Milliseconds(20'000));
    QCoreApplication::processEvents();
    QVERIFY(query.annotations().isEmpty());
    query.setActive(true);
    QTRY_COMPARE(query.annotations().size(), 1);
    live.cursor.setLive();
    live.cursor.setRange(Milliseconds(600'000));
    QTRY_COMPARE(query.annotations().size(), 2);
}

void AnnotationQueryTest::outlivesItsSession()
{
    LiveSession live;
    AnnotationQuery query;
    query.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    publishStart(live, -60'000, -1'000);
    publishStart(live, -30'000, -40);
    QTRY_COMPARE(query.annotations().size(), 1);
    live.session.reset();
    QVERIFY(query.annotations().isEmpty());
}

QTEST_GUILESS_MAIN(AnnotationQueryTest)
#include "tst_annotationquery.moc"
