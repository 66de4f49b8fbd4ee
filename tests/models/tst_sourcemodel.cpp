// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "models/sourcemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace foretop;
using namespace foretop::models;
using feeds::FeedKind;
using feeds::LinkPhase;

class SourceModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsLinks();
    void showsWhatIsWrong();
    void outlivesItsSession();
};

namespace {

int phaseAt(const SourceModel &model, int row)
{
    return model.index(row, 0).data(SourceModel::PhaseRole).toInt();
}

} // namespace

void SourceModelTest::showsLinks()
{
    LiveSession live;
    SourceModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(phaseAt(model, 0), int(LinkPhase::Connecting));
    const QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QTRY_COMPARE(phaseAt(model, 2), int(LinkPhase::Live));
    const QModelIndex row = model.index(2, 0);
    QCOMPARE(row.data().toString(), QStringLiteral("web-1"));
    QCOMPARE(row.data(SourceModel::KindRole).toInt(), int(FeedKind::Logs));
    QVERIFY(row.data(SourceModel::UrlRole).toString().endsWith(QStringLiteral("/feeds/logs")));
    QCOMPARE(row.data(SourceModel::ErrorRole).toString(), QString());
    QCOMPARE(row.data(SourceModel::PlainRole).toBool(), false);
    live.server.publishLogs(0, 10);
    QTRY_COMPARE(row.data(SourceModel::ItemsRole).toULongLong(), 10ULL);

    live.clock.advance(Milliseconds(1000));
    live.server.close();
    QTRY_COMPARE(phaseAt(model, 2), int(LinkPhase::Unreachable));
    QCOMPARE(model.index(2, 0).data(SourceModel::SinceRole).toDateTime(), dateTime(1000));
    QVERIFY(!model.index(2, 0).data(SourceModel::ErrorRole).toString().isEmpty());
    QVERIFY(live.server.listen());
    live.session->retryNow();
    QTRY_COMPARE(phaseAt(model, 2), int(LinkPhase::Live));
    QCOMPARE(inserts.count(), 0);
}

void SourceModelTest::showsWhatIsWrong()
{
    LiveSession live;
    SourceModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    live.server.publish(FeedKind::Jobs, R"({"name":"no id"})");
    live.server.publisher(FeedKind::Jobs).noteDropped(3);
    live.server.publish(FeedKind::Jobs, R"({"id":"1"})");
    const auto data = [&model](int role) { return model.index(3, 0).data(role); };
    QTRY_COMPARE(data(SourceModel::ItemsRole).toULongLong(), 2ULL);
    QTRY_COMPARE(data(SourceModel::MalformedRole).toULongLong(), 1ULL);
    QTRY_VERIFY(data(SourceModel::LastErrorRole).toString().contains(QStringLiteral("\"id\"")));
    live.server.publisher(FeedKind::Jobs).noteDropped(3);
    live.server.publish(FeedKind::Jobs, R"({"id":"2"})");
    QTRY_VERIFY(data(SourceModel::DroppedRole).toULongLong() >= 3ULL);
}

void SourceModelTest::outlivesItsSession()
{
    LiveSession live;
    SourceModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QCOMPARE(model.rowCount(), 5);
    live.session.reset();
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(SourceModelTest)
#include "tst_sourcemodel.moc"
