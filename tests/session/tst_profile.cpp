// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/profile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace foretop;
using namespace foretop::session;

class ProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEnvironments();
    void readsMetricSources();
    void makesFeedUrls_data();
    void makesFeedUrls();
    void refuses_data();
    void refuses();
    void boundsEnvironments();
    void boundsSources();
    void boundsBytes();
    void saysThatThereIsNoFile();
    void survivesNesting();

private:
    Result<QVector<Environment>> read(const QByteArray &yaml);

    QTemporaryDir m_directory;
};

Result<QVector<Environment>> ProfileTest::read(const QByteArray &yaml)
{
    QFile file(m_directory.filePath(QStringLiteral("profile.yaml")));
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("no file to write to");
    }
    file.write(yaml);
    file.close();
    return readProfile(file.fileName());
}

void ProfileTest::readsEnvironments()
{
    const auto environments = read(R"(
# The one that matters.
environments:
  - name: prod
    colour: "#D32f2f"
    note: handle with care
    agents:
      - {name: web-1, url: "http://web-1:7710", token_key: prod/web-1}
    sources:
      - {name: shop jobs, kind: jobs, url: "ws://shop:9000/jobs?a=1"}
  - name: dev
    sources:
      - {name: web-1, kind: logs, url: "wss://localhost/logs"}
      - {name: web-1, kind: jobs, url: "wss://localhost/jobs"}
)");
    QVERIFY2(environments, environments ? "" : environments.error().text().c_str());
    QCOMPARE(environments->size(), 2);
    const Environment &prod = environments->at(0);
    QCOMPARE(prod.name, QStringLiteral("prod"));
    QCOMPARE(prod.colour, QStringLiteral("#D32f2f"));
    QCOMPARE(prod.note, QStringLiteral("handle with care"));
    QCOMPARE(prod.sources.size(), 6);
    QCOMPARE(prod.sources.at(2).name, QStringLiteral("web-1"));
    QCOMPARE(prod.sources.at(2).kind, feeds::FeedKind::Logs);
    QCOMPARE(prod.sources.at(2).url, QUrl(QStringLiteral("ws://web-1:7710/feeds/logs")));
    QCOMPARE(prod.sources.at(2).secretKey, QStringLiteral("prod/web-1"));
    QVERIFY(prod.sources.at(2).token.isEmpty());
    QCOMPARE(prod.sources.at(5).name, QStringLiteral("shop jobs"));
    QCOMPARE(prod.sources.at(5).kind, feeds::FeedKind::Jobs);
    QCOMPARE(prod.sources.at(5).url, QUrl(QStringLiteral("ws://shop:9000/jobs?a=1")));
    QVERIFY(prod.sources.at(5).secretKey.isEmpty());
    QCOMPARE(environments->at(1).sources.size(), 2);
    QVERIFY(environments->at(1).colour.isEmpty());
}

void ProfileTest::readsMetricSources()
{
    const auto environments = read(R"(
environments:
  - name: prod
    scrapes:
      - name: node
        url: "https://web-1:9100/metrics?a=1"
        interval: 5s
        timeout: 500ms
        labels: {dc: east, job: ""}
        user: me
        password_key: prod/node
        ca_file: tls/../ca.pem
        cert_file: /etc/client.pem
        key_key: prod/client
    prometheus:
      - {name: mimir, url: "https://mimir/prometheus", tenant: team-a, token_key: prod/mimir,
         timeout: 1m, cert_file: c.pem, key_file: k.pem}
)");
    QVERIFY2(environments, environments ? "" : environments.error().text().c_str());
    const auto &sources = environments->at(0).sources;
    QCOMPARE(sources.size(), 2);
    const SourceConfig &node = sources.at(0);
    QCOMPARE(node.kind, feeds::FeedKind::Metrics);
    QCOMPARE(node.protocol, SourceProtocol::Scrape);
    QCOMPARE(node.secretKey, QStringLiteral("prod/node"));
    QCOMPARE(node.http.user, QStringLiteral("me"));
    QCOMPARE(node.http.interval, Milliseconds(5'000));
    QCOMPARE(node.http.timeout, Milliseconds(500));
    QCOMPARE(node.http.labels.size(), 2);
    QCOMPARE(node.http.labels.at(1).first, QStringLiteral("job"));
    QVERIFY(node.http.labels.at(1).second.isEmpty());
    QCOMPARE(node.http.caFile, m_directory.filePath(QStringLiteral("ca.pem")));
    QCOMPARE(node.http.certificateFile, QStringLiteral("/etc/client.pem"));
    QCOMPARE(node.http.privateKeyKey, QStringLiteral("prod/client"));
    const SourceConfig &mimir = sources.at(1);
    QCOMPARE(mimir.protocol, SourceProtocol::Prometheus);
    QCOMPARE(mimir.http.tenant, QStringLiteral("team-a"));
    QCOMPARE(mimir.secretKey, QStringLiteral("prod/mimir"));
    QCOMPARE(mimir.http.timeout, Milliseconds(60'000));
    QCOMPARE(mimir.http.privateKeyFile, m_directory.filePath(QStringLiteral("k.pem")));
}

void ProfileTest::makesFeedUrls_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("feed");
    QTest::newRow("plain") << QStringLiteral("http://a:1")
                           << QStringLiteral("ws://a:1/feeds/health");
    QTest::newRow("slash") << QStringLiteral("http://a:1/")
                           << QStringLiteral("ws://a:1/feeds/health");
    QTest::newRow("secure") << QStringLiteral("https://a")
                            << QStringLiteral("wss://a/feeds/health");
    QTest::newRow("path") << QStringLiteral("https://a/ops/top/")
                          << QStringLiteral("wss://a/ops/top/feeds/health");
    QTest::newRow("IPv6") << QStringLiteral("http://[::1]:7710")
                          << QStringLiteral("ws://[::1]:7710/feeds/health");
}

void ProfileTest::makesFeedUrls()
{
    QFETCH(QString, base);
    QFETCH(QString, feed);
    const auto sources = agentSources(QStringLiteral("a"), QUrl(base), QStringLiteral("t"));
    QCOMPARE(sources.size(), 5);
    QCOMPARE(sources.at(0).url, QUrl(feed));
    QCOMPARE(sources.at(0).token, QStringLiteral("t"));
}

void ProfileTest::refuses_data()
{
    QTest::addColumn<QByteArray>("yaml");
    QTest::addColumn<QByteArray>("message"); // after the file's name
    const auto in = [](const char *environment) {
        return QByteArray("environments:\n- name: a\n") + environment;
    };
    QTest::newRow("empty file") << QByteArray() << QByteArray(":1:1: \"environments\" is missing");
    QTest::newRow("only a comment")
        << QByteArray("# none\n") << QByteArray(":1:1: \"environments\" is missing");
    QTest::newRow("a list") << QByteArray("- a\n")
                            << QByteArray(":1:1: a profile must be a mapping");
    QTest::newRow("unknown key at the top")
        << QByteArray("environments: []\nenvironment: x\n")
        << QByteArray(":2:1: unknown key \"environment\" in a profile");
    QTest::newRow("environments no list") << QByteArray("environments: prod\n")
                                          << QByteArray(":1:15: \"environments\" must be a list");
    QTest::newRow("no name") << QByteArray("environments:\n- colour: \"#112233\"\n")
                             << QByteArray(":2:3: \"name\" is missing");
    QTest::newRow("empty name") << QByteArray("environments:\n- name: \" \"\n")
                                << QByteArray(":2:9: \"name\" is empty");
    QTest::newRow("name no text") << QByteArray("environments:\n- name: [x]\n")
                                  << QByteArray(":2:9: \"name\" must be a text");
    QTest::newRow("colour") << in("  colour: red\n")
                            << QByteArray(":3:11: colour must be \"#rrggbb\" and not \"red\"");
    QTest::newRow("colour of other letters")
        << in("  colour: \"#12345g\"\n")
        << QByteArray(":3:11: colour must be \"#rrggbb\" and not \"#12345g\"");
    QTest::newRow("no sources") << in("")
                                << QByteArray(":2:3: environment \"a\" has no agents, "
                                              "sources, scrapes or prometheus");
    QTest::newRow("unknown key of a source")
        << in("  sources:\n  - {name: s, kind: logs, url: \"ws://h\", token: secret}\n")
        << QByteArray(":4:42: unknown key \"token\" in a source");
    QTest::newRow("key twice") << in("  sources:\n  - {name: s, name: t}\n")
                               << QByteArray(":4:15: \"name\" stands twice in a source");
    QTest::newRow("unknown kind")
        << in("  sources:\n  - {name: s, kind: traces, url: \"ws://h\"}\n")
        << QByteArray(
               ":4:21: unknown kind \"traces\": must be health, metrics, logs, jobs or errors");
    QTest::newRow("http source") << in("  sources:\n  - {name: s, kind: logs, url: \"http://h\"}\n")
                                 << QByteArray(
                                        ":4:32: \"http://h\" must begin with ws:// or wss://");
    QTest::newRow("ws agent") << in("  agents:\n  - {name: s, url: \"ws://h\"}\n")
                              << QByteArray(
                                     ":4:20: \"ws://h\" must begin with http:// or https://");
    QTest::newRow("file URL") << in("  agents:\n  - {name: s, url: \"file:///etc/passwd\"}\n")
                              << QByteArray(":4:20: \"file:///etc/passwd\" must begin with http:// "
                                            "or https://");
    QTest::newRow("no host") << in("  agents:\n  - {name: s, url: \"http://\"}\n")
                             << QByteArray(":4:20: \"http://\" names no host");
    QTest::newRow("password in URL")
        << in("  agents:\n  - {name: s, url: \"http://me:pw@h\"}\n")
        << QByteArray(":4:20: a URL must not hold a user name or password; use token_key and the "
                      "keychain");
    QTest::newRow("agent with query")
        << in("  agents:\n  - {name: s, url: \"http://h/?a=1\"}\n")
        << QByteArray(":4:20: an agent's URL must have no \"?\" part");
    QTest::newRow("no URL") << in("  agents:\n  - {name: s}\n")
                            << QByteArray(":4:5: \"url\" is missing");
    QTest::newRow("two environments of a name")
        << in("  agents: [{name: s, url: \"http://h\"}]\n- name: a\n"
              "  agents: [{name: s, url: \"http://h\"}]\n")
        << QByteArray(":4:3: there is an environment named \"a\" already");
    QTest::newRow("two sources of a name and kind")
        << in("  agents: [{name: s, url: \"http://h\"}]\n"
              "  sources:\n  - {name: s, kind: logs, url: \"ws://h\"}\n")
        << QByteArray(":5:5: there is a logs source named \"s\" already");
    const auto scrape = [&in](const char *members) {
        return in("  scrapes:\n  - {name: s, url: \"http://h\", ") + members + "}\n";
    };
    QTest::newRow("a scrape of a socket") << in("  scrapes:\n  - {name: s, url: \"ws://h\"}\n")
                                          << QByteArray(":4:20: \"ws://h\" must begin with "
                                                        "http:// or https://");
    QTest::newRow("a password") << scrape("password: secret")
                                << QByteArray(":4:32: unknown key \"password\" in a scrape");
    QTest::newRow("an interval without unit")
        << scrape("interval: 15")
        << QByteArray(":4:42: \"interval\" must be a time from 100ms to 60m, such as 15s, and not "
                      "\"15\"");
    QTest::newRow("an interval too short")
        << scrape("interval: 1ms")
        << QByteArray(":4:42: \"interval\" must be a time from 100ms to 60m, such as 15s, and not "
                      "\"1ms\"");
    QTest::newRow("an interval too long")
        << scrape("interval: 9223372036854775807m")
        << QByteArray(":4:42: \"interval\" must be a time from 100ms to 60m, such as 15s, and not "
                      "\"9223372036854775807m\"");
    QTest::newRow("labels no mapping")
        << scrape("labels: [a]") << QByteArray(":4:40: \"labels\" must be a mapping");
    QTest::newRow("a label's name")
        << scrape("labels: {a-b: c}") << QByteArray(":4:41: \"a-b\" is no name for a label");
    QTest::newRow("a reserved label") << scrape("labels: {__name__: c}")
                                      << QByteArray(":4:41: \"__name__\" is no name for a label");
    QTest::newRow("user and token") << scrape("token_key: a, user: b, password_key: c")
                                    << QByteArray(":4:52: \"token_key\" and \"user\" exclude each "
                                                  "other");
    QTest::newRow("user alone") << scrape("user: b")
                                << QByteArray(":4:38: \"user\" needs \"password_key\"");
    QTest::newRow("certificate without key")
        << scrape("cert_file: b")
        << QByteArray(":4:43: \"cert_file\" needs \"key_file\" or \"key_key\"");
    QTest::newRow("tenant of a scrape")
        << scrape("tenant: b") << QByteArray(":4:32: unknown key \"tenant\" in a scrape");
    QTest::newRow("a Prometheus with a query")
        << in("  prometheus:\n  - {name: s, url: \"http://h/?a=1\"}\n")
        << QByteArray(":4:20: a Prometheus' URL must have no \"?\" part");
    QTest::newRow("two documents") << QByteArray("environments: []\n---\nenvironments: []\n")
                                   << QByteArray(":2:1: only one YAML document is taken");
    QTest::newRow("a comma first")
        << QByteArray(",a\n") << QByteArray(":1:1: only one YAML document is taken");
    QTest::newRow("not YAML") << QByteArray("environments: [\n")
                              << QByteArray(":2:1: end of sequence flow not found");
    QTest::newRow("unknown alias") << QByteArray("environments: *a\n")
                                   << QByteArray(":1:15: the referenced anchor is not defined");
}

void ProfileTest::refuses()
{
    QFETCH(QByteArray, yaml);
    QFETCH(QByteArray, message);
    const auto environments = read(yaml);
    QVERIFY(!environments);
    const QString file = m_directory.filePath(QStringLiteral("profile.yaml"));
    QCOMPARE(QByteArray::fromStdString(environments.error().text()), file.toUtf8() + message);
}

void ProfileTest::boundsEnvironments()
{
    QByteArray yaml("environments:\n");
    for (std::size_t i = 0; i <= kMaxEnvironments; ++i) {
        yaml += "- {name: e" + QByteArray::number(static_cast<int>(i)) +
                ", agents: [{name: s, url: \"http://h\"}]}\n";
    }
    const auto environments = read(yaml);
    QVERIFY(!environments);
    QCOMPARE(environments.error().code, ErrorCode::TooLarge);
    QVERIFY(environments.error().place == Place::atLine(102, 3));
}

void ProfileTest::boundsSources()
{
    QByteArray yaml("environments:\n- name: many\n  agents:\n");
    for (int i = 0; i < 100; ++i) {
        yaml += "  - {name: s" + QByteArray::number(i) + ", url: \"http://h\"}\n";
    }
    const auto most = read(yaml);
    QVERIFY(most);
    QCOMPARE(most->at(0).sources.size(), kMaxSources);
    const auto more = read(yaml + "  sources:\n  - {name: one, kind: logs, url: \"ws://h\"}\n");
    QVERIFY(!more);
    QCOMPARE(more.error().code, ErrorCode::TooLarge);
    QVERIFY(more.error().place == Place::atLine(105, 5));
}

void ProfileTest::boundsBytes()
{
    const auto environments = read(QByteArray(kMaxProfileBytes + 1, '#'));
    QVERIFY(!environments);
    QCOMPARE(environments.error().code, ErrorCode::TooLarge);
}

void ProfileTest::saysThatThereIsNoFile()
{
    const QString path = m_directory.filePath(QStringLiteral("none.yaml"));
    const auto none = readProfile(path);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    QCOMPARE(none.error().source, path.toStdString());
    const auto directory = readProfile(m_directory.path());
    QVERIFY(!directory);
    QCOMPARE(directory.error().code, ErrorCode::Io);
}

void ProfileTest::survivesNesting()
{
    for (const char open : {'[', '{'}) {
        const auto environments = read("environments: " + QByteArray(100'000, open));
        QVERIFY(!environments);
        QCOMPARE(environments.error().code, ErrorCode::Malformed);
    }
    const auto itself = read("environments: &a [*a]\n");
    QVERIFY(!itself);
}

QTEST_GUILESS_MAIN(ProfileTest)
#include "tst_profile.moc"
