// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "models/logfiles.h"
#include "models/logmodel.h"
#include "models/valuesample.h"
#include "session/logdocument.h"

#include <QSignalSpy>

using namespace foretop;
using namespace foretop::models;

class RecordMarkerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksRecordsOfFiles();
    void marksRecordsOfMerges();
    void marksLiveRecords();
    void samplesValues();
};

namespace {

QVector<quint64> marksOf(const LogModel &model)
{
    QVector<quint64> marks;
    for (int row = 0; row < model.rowCount(); ++row) {
        marks << model.index(row, 0).data(LogModel::MarksRole).toULongLong();
    }
    return marks;
}

const QStringList kQueries = {QStringLiteral("level>=error"), QString(),
                              QStringLiteral("status:500 /line \\d/"), QStringLiteral("status>=(")};

} // namespace

void RecordMarkerTest::marksRecordsOfFiles()
{
    const LogFiles files;
    files.append(QStringLiteral("app.log"), LogFiles::json(9, 5)); // 9 to 13
    const auto document = session::LogDocument::ofFiles({files.path(QStringLiteral("app.log"))});
    LogModel model;
    model.setMarkQueries(kQueries, {});
    model.setDocument(document.get());
    document->start();
    QTRY_COMPARE(marksOf(model), (QVector<quint64>{0, 0b001, 0, 0b100, 0}));
    model.setMarkQueries({QStringLiteral("\"line 9\"")}, {});
    QTRY_COMPARE(marksOf(model), (QVector<quint64>{1, 0, 0, 0, 0}));
    files.append(QStringLiteral("app.log"), "\"line 9\"\n");
    document->reopen();
    model.setMarkQueries({}, {});
    QTRY_VERIFY(model.rowCount() > 0 && !marksOf(model).contains(1));
}

void RecordMarkerTest::marksRecordsOfMerges()
{
    const LogFiles files;
    files.append(QStringLiteral("a.log"), LogFiles::json(10, 1));
    files.append(QStringLiteral("b.log"), "2040-01-15 10:30:00 ERROR app: two status=500\n");
    const auto document = session::LogDocument::ofFiles(
        {files.path(QStringLiteral("a.log")), files.path(QStringLiteral("b.log"))});
    LogModel model;
    model.setMarkQueries({QStringLiteral("message:*two*"), QStringLiteral("status:200")}, {});
    model.setDocument(document.get());
    document->start();
    QTRY_COMPARE(marksOf(model), (QVector<quint64>{0b10, 0b01}));
}

void RecordMarkerTest::marksLiveRecords()
{
    LiveSession live;
    const auto document = session::LogDocument::ofSession(live.session.get());
    LogModel model;
    model.setDocument(document.get());
    document->start();
    QTRY_VERIFY(live.isFollowed());
    live.server.publish(feeds::FeedKind::Logs, R"({"level":"info","message":"m","n":1})");
    live.server.publish(feeds::FeedKind::Logs, R"({"level":"info","message":"m","n":2})");
    QTRY_COMPARE(marksOf(model), (QVector<quint64>{0, 0}));
    const QSignalSpy changes(&model, &LogModel::dataChanged);
    model.setMarkQueries({QStringLiteral("n>1")}, {});
    QTRY_COMPARE(marksOf(model), (QVector<quint64>{0, 1}));
    QVERIFY(!changes.isEmpty());
}

void RecordMarkerTest::samplesValues()
{
    const LogFiles files;
    files.append(QStringLiteral("app.log"), "{\"status\":404}\n");
    files.append(QStringLiteral("app.log"),
                 LogFiles::json(0, static_cast<int>(ValueSample::kRecords)));
    const auto document = session::LogDocument::ofFiles({files.path(QStringLiteral("app.log"))});
    LogModel model;
    ValueSample sample(&model);
    sample.want(QStringLiteral("status"));
    QVERIFY(!sample.facet());
    model.setDocument(document.get());
    document->start();
    QTRY_COMPARE(model.rowCount(), static_cast<int>(ValueSample::kRecords) + 1);
    const QSignalSpy changes(&sample, &ValueSample::changed);
    sample.want(QStringLiteral("status"));
    QTRY_COMPARE(changes.count(), 1);
    QVERIFY(sample.isPart());
    QCOMPARE(sample.facet()->field, std::string("status"));
    QCOMPARE(sample.facet()->values.size(), std::size_t(2)); // 404 is too old
    sample.want(QStringLiteral("status"));
    sample.want(QStringLiteral("level"));
    QTRY_COMPARE(changes.count(), 2);
    QCOMPARE(sample.facet()->field, std::string("level"));
    model.setDocument(nullptr);
    QVERIFY(!sample.facet());
}

QTEST_GUILESS_MAIN(RecordMarkerTest)
#include "tst_recordmarker.moc"
