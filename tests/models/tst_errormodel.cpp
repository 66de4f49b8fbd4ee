// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "models/errorfilter.h"
#include "models/errormodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <numeric>

using namespace foretop;
using namespace foretop::models;
using feeds::FeedKind;

class ErrorModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsGroups();
    void movesGroupsToTheTop();
    void showsThePast();
    void filters();
    void outlivesItsSession();
};

namespace {

QByteArray errorEvent(const char *type, const char *message, qint64 ms)
{
    return QByteArray(R"({"type":")") + type + R"(","message":")" + message + R"(","timestamp":)" +
           timeText(ms) + R"(,"stack":["main.py:3 run","db.py:7 query"]})";
}

/// "KeyError:2 ValueError:1"
QByteArray pictureOf(const QAbstractItemModel &model)
{
    QByteArrayList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        rows.append(index.data(ErrorModel::TypeRole).toByteArray() + ':' +
                    index.data(ErrorModel::CountRole).toByteArray());
    }
    return rows.join(' ');
}

} // namespace

void ErrorModelTest::showsGroups()
{
    LiveSession live;
    ErrorModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Errors, errorEvent("ValueError", "bad value 1\\nmore", 0));
    live.server.publish(FeedKind::Errors, errorEvent("ValueError", "bad value 2\\nmore", 90'000));
    QTRY_COMPARE(pictureOf(model), QByteArray("ValueError:2"));
    const QModelIndex row = model.index(0, ErrorModel::MessageColumn);
    QCOMPARE(row.data().toString(), QStringLiteral("ValueError: bad value 2"));
    QCOMPARE(row.data(ErrorModel::MessageRole).toString(), QStringLiteral("bad value 2\nmore"));
    QCOMPARE(row.data(ErrorModel::FirstSeenRole).toDateTime(), dateTime(0));
    QCOMPARE(row.data(ErrorModel::LastSeenRole).toDateTime(), dateTime(90'000));
    QCOMPARE(row.data(ErrorModel::SourceRole).toString(), QStringLiteral("web-1"));
    QCOMPARE(row.data(ErrorModel::StackRole).toString(),
             QStringLiteral("main.py:3 run\ndb.py:7 query"));
    const auto perMinute = row.data(ErrorModel::PerMinuteRole).value<QVector<double>>();
    QCOMPARE(std::accumulate(perMinute.begin(), perMinute.end(), 0.0), 2.0);
    QCOMPARE(row.siblingAtColumn(ErrorModel::CountColumn).data().toString(), QStringLiteral("2"));
    QCOMPARE(row.siblingAtColumn(ErrorModel::LastSeenColumn).data().toString(),
             dateTime(90'000).toLocalTime().toString(Qt::ISODateWithMs));
}

void ErrorModelTest::movesGroupsToTheTop()
{
    LiveSession live;
    ErrorModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Errors, errorEvent("A", "a", 1000));
    live.server.publish(FeedKind::Errors, errorEvent("B", "b", 2000));
    live.server.publish(FeedKind::Errors, errorEvent("C", "c", 3000));
    QTRY_COMPARE(pictureOf(model), QByteArray("C:1 B:1 A:1"));
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QPersistentModelIndex selected(model.index(2, 0));
    live.server.publish(FeedKind::Errors, errorEvent("A", "a", 4000));
    QTRY_COMPARE(pictureOf(model), QByteArray("A:2 C:1 B:1"));
    QCOMPARE(selected.row(), 0);
    QCOMPARE(selected.data(ErrorModel::TypeRole).toString(), QStringLiteral("A"));
    QCOMPARE(resets.count(), 0);
}

void ErrorModelTest::showsThePast()
{
    LiveSession live;
    ErrorModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Errors, errorEvent("A", "a", 60'000));
    live.server.publish(FeedKind::Errors, errorEvent("B", "b", 3'600'000));
    QTRY_COMPARE(pictureOf(model), QByteArray("B:1 A:1"));
    live.cursor.setFixed(wallTimeFromMs(dateTime(1'800'000).toMSecsSinceEpoch()));
    QCOMPARE(pictureOf(model), QByteArray("A:1"));
    live.cursor.setLive();
    QCOMPARE(pictureOf(model), QByteArray("B:1 A:1"));
}

void ErrorModelTest::filters()
{
    LiveSession live;
    ErrorModel model;
    ErrorFilter filter;
    const QAbstractItemModelTester tester(&filter);
    filter.setSourceModel(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Errors, errorEvent("KeyError", "no such key", 1000));
    live.server.publish(FeedKind::Errors, errorEvent("ValueError", "bad value", 2000));
    live.server.publish(FeedKind::Errors, errorEvent("ValueError", "bad value", 3000));
    QTRY_COMPARE(pictureOf(filter), QByteArray("ValueError:2 KeyError:1"));
    filter.sort(ErrorModel::CountColumn);
    QCOMPARE(pictureOf(filter), QByteArray("KeyError:1 ValueError:2"));
    filter.setText(QStringLiteral("VALUE"));
    QCOMPARE(pictureOf(filter), QByteArray("ValueError:2"));
    filter.setText(QStringLiteral("db.py"));
    QCOMPARE(filter.rowCount(), 2);
    filter.setText(QStringLiteral("nothing"));
    QCOMPARE(filter.rowCount(), 0);
}

void ErrorModelTest::outlivesItsSession()
{
    LiveSession live;
    ErrorModel model;
    const QAbstractItemModelTester tester(&model);
    model.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(FeedKind::Errors, errorEvent("A", "a", 0));
    QTRY_COMPARE(model.rowCount(), 1);
    live.session.reset();
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(ErrorModelTest)
#include "tst_errormodel.moc"
