// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/embeddedagent.h"
#include "runningagent.h"

#include <QJsonObject>
#include <QTcpServer>
#include <QTest>

using namespace foretop;
using namespace foretop::agent;

class EmbeddedAgentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void watchesThisMachine();
    void startsAndStopsOften();
    void mayNeverBeStarted();
    void livesBesideAnother();

private:
    static Answer ask(const EmbeddedAgent &agent, const QByteArray &path, bool withToken = true);
};

Answer EmbeddedAgentTest::ask(const EmbeddedAgent &agent, const QByteArray &path, bool withToken)
{
    Fields fields;
    if (withToken) {
        fields.append({"Authorization", "Bearer " + agent.token().toUtf8()});
    }
    return ::ask("GET", QUrl::fromEncoded(agent.url().toEncoded() + path), {}, fields);
}

void EmbeddedAgentTest::watchesThisMachine()
{
    const SystemClock clock;
    EmbeddedAgent agent(clock);
    QVERIFY(agent.url().isEmpty());
    QVERIFY(agent.start());
    QCOMPARE(agent.url().host(), QStringLiteral("127.0.0.1"));
    QVERIFY(agent.token().size() >= 32);
    QCOMPARE(ask(agent, "/health", false).status, 401);
    QTRY_COMPARE(ask(agent, "/health/ready").status, 200);
    const QJsonObject checks =
        ask(agent, "/health").json().value(QStringLiteral("checks")).toObject();
    QCOMPARE(checks.keys().join(u','), QStringLiteral("agent http,disk /,load,memory"));
}

void EmbeddedAgentTest::startsAndStopsOften()
{
    const SystemClock clock;
    QStringList tokens;
    for (int i = 0; i < 30; ++i) {
        EmbeddedAgent agent(clock);
        QVERIFY(agent.start());
        QVERIFY(!tokens.contains(agent.token()));
        tokens += agent.token();
        if (i % 3 == 0) {
            QCOMPARE(ask(agent, "/health/live").status, 200);
        }
    }
}

void EmbeddedAgentTest::mayNeverBeStarted()
{
    const SystemClock clock;
    const EmbeddedAgent agent(clock);
    QVERIFY(agent.url().isEmpty());
}

void EmbeddedAgentTest::livesBesideAnother()
{
    const SystemClock clock;
    EmbeddedAgent first(clock);
    EmbeddedAgent second(clock);
    QVERIFY(first.start());
    QVERIFY(second.start());
    QVERIFY(first.url() != second.url());
    QCOMPARE(ask(first, "/health/live").status, 200);
    QCOMPARE(ask(second, "/health/live").status, 200);
}

QTEST_GUILESS_MAIN(EmbeddedAgentTest)
#include "tst_embeddedagent.moc"
