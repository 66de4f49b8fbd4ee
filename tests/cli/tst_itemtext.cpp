// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/itemtext.h"

#include <QTest>

using namespace foretop;
using namespace foretop::cli;
using feeds::FeedKind;

class ItemTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesItem_data();
    void writesItem();
    void leavesOutLesserLevels();
};

void ItemTextTest::writesItem_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");

    const auto row = [](const char *name, FeedKind kind, const char *item, const char *text,
                        const char *json) {
        QTest::newRow(name) << static_cast<int>(kind) << QByteArray(item) << QByteArray(text)
                            << QByteArray(json);
    };
    row("record", FeedKind::Logs,
        R"({"timestamp":"2024-01-15T10:30:00.123Z","level":"WARNING","logger":"db","message":"slow"})",
        "2024-01-15T10:30:00.123Z WARNING  db: slow",
        R"({"timestamp":"2024-01-15T10:30:00.123Z","level":"WARNING","logger":"db","message":"slow"})");
    row("plain line", FeedKind::Logs, R"({"line":"just words"})", "just words",
        R"({"line":"just words"})");
    row("job", FeedKind::Jobs,
        R"({"id":"7","name":"export","state":"running","current":3,"total":4,"updated_at":"2024-01-15T10:30:00Z"})",
        "2024-01-15T10:30:00.000Z running   7 export 75 % (3 of 4)", nullptr);
    row("sample", FeedKind::Metrics,
        R"({"timestamp":"2024-01-15T10:30:00Z","samples":[{"name":"up","labels":{"job":"a"},"value":1}]})",
        "up{job=\"a\"} 1 1705314600000",
        R"({"timestamp":"2024-01-15T10:30:00.000Z","name":"up","labels":{"job":"a"},"value":1})");
    row("report", FeedKind::Health,
        R"({"status":"degraded","service":"shop","version":"1.4","timestamp":"2024-01-15T10:30:00Z","checks":{"db":{"status":"degraded","latency_ms":12.5,"message":"slow"}}})",
        "degraded   shop 1.4  2024-01-15T10:30:00.000Z\n"
        "  degraded   db                      12.5 ms  slow",
        nullptr);
    row("error", FeedKind::Errors,
        R"({"event_id":"e1","timestamp":"2024-01-15T10:30:00Z","level":"error","type":"KeyError","message":"id","stack":["run.py:1","run.py:2"]})",
        "2024-01-15T10:30:00.000Z error    KeyError: id\n    run.py:1\n    run.py:2",
        R"({"event_id":"e1","timestamp":"2024-01-15T10:30:00.000Z","level":"error","type":"KeyError","message":"id","stack":["run.py:1","run.py:2"],"tags":{},"context":{},"fingerprint":[]})");
}

void ItemTextTest::writesItem()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, item);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, json);
    const auto decoded =
        feeds::decodeItems(static_cast<FeedKind>(kind), {item.toStdString()}, WallTime(), "test");
    QCOMPARE(decoded.unreadable, 0U);
    const auto texts = itemTexts(decoded.items, ItemFormat::Text);
    QCOMPARE(texts.size(), 1U);
    QCOMPARE(QByteArray::fromStdString(texts[0]), text);
    const auto jsons = itemTexts(decoded.items, ItemFormat::Json);
    QCOMPARE(jsons.size(), 1U);
    if (!json.isNull()) {
        QCOMPARE(QByteArray::fromStdString(jsons[0]), json);
    }
    const auto again =
        feeds::decodeItems(static_cast<FeedKind>(kind), {jsons[0]}, WallTime(), "test");
    QVERIFY(kind == static_cast<int>(FeedKind::Metrics) || again.unreadable == 0);
}

void ItemTextTest::leavesOutLesserLevels()
{
    const auto decoded = feeds::decodeItems(
        FeedKind::Logs, {R"({"level":"INFO","message":"a"})", R"({"level":"ERROR","message":"b"})"},
        WallTime(), "test");
    QCOMPARE(itemTexts(decoded.items, ItemFormat::Json, logs::Level::Warning),
             std::vector<std::string>{R"({"level":"ERROR","message":"b"})"});
}

QTEST_APPLESS_MAIN(ItemTextTest)
#include "tst_itemtext.moc"
