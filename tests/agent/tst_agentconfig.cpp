// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agentconfig.h"
#include "agent/commandline.h"
#include "agent/config/statedir.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace foretop;
using namespace foretop::agent;

class AgentConfigTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theExampleIsTheDefaults();
    void theExampleShowsEveryKey();
    void readsAll();
    void tellsWhatIsWrongAndWhere_data();
    void tellsWhatIsWrongAndWhere();
    void refusesWhatIsTooLarge();
    void saysThatAFileIsMissing();
    void takesTheTokenFromItsFile();
    void tellsWhenOthersCanReadTheToken();
    void refusesTokensThatAreNone_data();
    void refusesTokensThatAreNone();
    void takesTheTokenFromTheEnvironmentFirst();
    void takesTheTimeoutFromTheEnvironment_data();
    void takesTheTimeoutFromTheEnvironment();
    void needsATokenForOtherMachines_data();
    void needsATokenForOtherMachines();
    void readsTheCommandLine();
    void findsAPlaceForItsState();
    void keepsASecondAgentOut();

private:
    std::string write(const QByteArray &text, const char *name = "foretopd.yaml");

    std::unique_ptr<QTemporaryDir> m_directory;
};

void AgentConfigTest::init()
{
    for (const char *name :
         {"FORETOPD_TOKEN", "HEALTH_CHECK_TIMEOUT", "STATE_DIRECTORY", "XDG_STATE_HOME"}) {
        qunsetenv(name);
    }
    m_directory = std::make_unique<QTemporaryDir>();
}

std::string AgentConfigTest::write(const QByteArray &text, const char *name)
{
    QFile file(m_directory->filePath(QString::fromLatin1(name)));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write the configuration");
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return file.fileName().toStdString();
}

void AgentConfigTest::theExampleIsTheDefaults()
{
    const auto config = readConfig(FORETOP_SOURCE_DIR "/docs/foretopd.example.yaml");
    QVERIFY2(config, config ? "" : config.error().text().c_str());
    const AgentConfig defaults = defaultConfig();
    QCOMPARE(config->service, defaults.service);
    QCOMPARE(config->bindAddress, defaults.bindAddress);
    QCOMPARE(config->port, defaults.port);
    QCOMPARE(config->ringBytes, defaults.ringBytes);
    QCOMPARE(config->metricsInterval, defaults.metricsInterval);
    QCOMPARE(config->logFiles, defaults.logFiles);
    QCOMPARE(config->logFilesFromStart, defaults.logFilesFromStart);
    QCOMPARE(config->journal, defaults.journal);
    QCOMPARE(config->journalDir, defaults.journalDir);
    QCOMPARE(config->ownLog, defaults.ownLog);
    QCOMPARE(config->stateDir, std::string(kAutomaticStateDir));
    QCOMPARE(config->checks.size(), defaults.checks.size());
    for (std::size_t i = 0; i < defaults.checks.size(); ++i) {
        const CheckConfig &read = config->checks[i];
        const CheckConfig &expected = defaults.checks[i];
        QCOMPARE(read.name, expected.name);
        QVERIFY(read.type == expected.type);
        QCOMPARE(read.target, expected.target);
        QCOMPARE(read.warnAbove, expected.warnAbove);
        QCOMPARE(read.failAbove, expected.failAbove);
        QCOMPARE(read.expectStatus, expected.expectStatus);
        QCOMPARE(read.interval, expected.interval);
        QCOMPARE(read.timeout, expected.timeout);
    }
}

void AgentConfigTest::theExampleShowsEveryKey()
{
    QFile file(QStringLiteral(FORETOP_SOURCE_DIR "/docs/foretopd.example.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    // In its comments, settings follow the "#" at once or are indented; words follow one space.
    QString text = QString::fromUtf8(file.readAll());
    text.replace(QRegularExpression(QStringLiteral("^( *)#(?=[^ \\n]|  )"),
                                    QRegularExpression::MultilineOption),
                 QStringLiteral("\\1"));
    text.replace(QStringLiteral("/etc/foretop/token"), QStringLiteral("token"));
    write("0123456789abcdef\n", "token");
    const auto config = readConfig(write(text.toUtf8()));
    QVERIFY2(config, config ? "" : config.error().text().c_str());
    QCOMPARE(config->checks.size(), std::size_t(6));
    QCOMPARE(config->logFiles.size(), std::size_t(2));
    QCOMPARE(config->token, std::string("0123456789abcdef"));
}

void AgentConfigTest::readsAll()
{
    const auto config = readConfig(write(R"(
service: shop
listen: '[::1]:8080'
state_dir: state
ring_bytes: 1MiB
metrics: {interval: 250ms}
checks:
  - {type: disk, path: /, warn_above: 50%, fail_above: 0.6, interval: 1m, timeout: 1.5}
  - {type: http, name: web, url: "https://example.org/health", expect_status: 204}
  - {type: tcp, address: "db.example.org:5432"}
  - {type: load, warn_above: 20}
  - {type: memory, fail_above: 0.5}
logs:
  files: [logs/*.log, /srv/a.log]
  from_start: true
  journal: /var/log/journal
  own: false
)"));
    QVERIFY2(config, config ? "" : config.error().text().c_str());
    QCOMPARE(config->service, std::string("shop"));
    QCOMPARE(config->bindAddress, std::string("::1"));
    QCOMPARE(config->port, std::uint16_t(8080));
    const std::string directory = m_directory->path().toStdString();
    QCOMPARE(config->stateDir, directory + "/state");
    QCOMPARE(config->ringBytes, std::size_t(1048576));
    QCOMPARE(config->metricsInterval, Milliseconds(250));
    QCOMPARE(config->checks.size(), std::size_t(5));
    QCOMPARE(config->checks[0].name, std::string("disk /"));
    QCOMPARE(*config->checks[0].warnAbove, 0.5);
    QCOMPARE(*config->checks[0].failAbove, 0.6);
    QCOMPARE(config->checks[0].interval, Milliseconds(60'000));
    QCOMPARE(config->checks[0].timeout, Milliseconds(1'500));
    QCOMPARE(config->checks[1].expectStatus, 204);
    QCOMPARE(config->checks[2].name, std::string("tcp db.example.org:5432"));
    QCOMPARE(*config->checks[3].failAbove, 20.0);
    QCOMPARE(*config->checks[4].warnAbove, 0.5);
    QCOMPARE(config->logFiles, (std::vector<std::string>{directory + "/logs/*.log", "/srv/a.log"}));
    QVERIFY(config->logFilesFromStart);
    QCOMPARE(config->journalDir, std::string("/var/log/journal"));
    QVERIFY(!config->ownLog);
}

void AgentConfigTest::tellsWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("error"); // without the file's name
    const auto row = [](const char *name, const char *text, const char *error) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(error);
    };
    row("no YAML", "service: [x\n", ":2:1: end of sequence flow not found");
    row("a list", "- a\n", ":1:1: the configuration must be a mapping of keys, not a list");
    row("unknown key", "service: x\nlisten_on: y\n",
        ":2:1: unknown key \"listen_on\" in the configuration; known are: checks, listen, logs, "
        "metrics, ring_bytes, service, state_dir, token, token_file");
    row("key twice", "service: x\nservice: y\n",
        ":2:1: key \"service\" is there twice in the configuration");
    row("a key that is no word", "[a]: b\n", ":1:1: a key of the configuration must be a word");
    row("an alias", "service: &s x\nlisten: *s\n", ":2:9: aliases (*name) are not taken here");
    row("an alias bomb", "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
        ":2:8: aliases (*name) are not taken here");
    row("two documents", "service: x\n---\nservice: y\n", ":2:1: only one YAML document is taken");
    row("a comma first", ",a\n", ":1:1: only one YAML document is taken");
    row("no UTF-8", "service: x\nlisten: \xff\n", ":2:9: not valid UTF-8 text");
    row("empty text", "service: ''\n", ":1:10: service must not be empty");
    row("nothing", "service:\n", ":1:1: service must be text, not nothing");
    row("a list for text", "service: [a]\n", ":1:10: service must be text, not a list");
    row("a token", "token: abc\n",
        ":1:8: a token does not belong in this file: use token_file or FORETOPD_TOKEN");
    row("no port", "listen: 127.0.0.1\n",
        ":1:9: listen: \"127.0.0.1\" is not host:port, such as 127.0.0.1:7710");
    row("port too large", "listen: 127.0.0.1:65536\n",
        ":1:9: listen: \"127.0.0.1:65536\" is not host:port, such as 127.0.0.1:7710");
    row("a host name", "listen: example.org:80\n",
        ":1:9: listen: \"example.org\" is neither an IP address nor localhost");
    row("bare IPv6", "listen: '::1:80'\n",
        ":1:9: listen: an IPv6 address is written as [::1]:7710");
    row("open to others", "listen: 0.0.0.0:7710\n",
        ":1:9: listening on 0.0.0.0 lets other machines in, so a token is needed: set token_file "
        "or FORETOPD_TOKEN, or listen on 127.0.0.1");
    row("no size", "ring_bytes: lots\n",
        ":1:13: ring_bytes must be a size such as 16MiB, not \"lots\"");
    row("unknown unit", "ring_bytes: 16MB\n",
        ":1:13: ring_bytes must be a size such as 16MiB, not \"16MB\"");
    row("too small", "ring_bytes: 1\n",
        ":1:13: ring_bytes must be from 65536 to 1073741824 bytes, not 1");
    row("not a number", "ring_bytes: nan\n",
        ":1:13: ring_bytes must be a size such as 16MiB, not \"nan\"");
    row("no duration", "metrics: {interval: soon}\n",
        ":1:21: interval must be a duration such as 5s or 250ms, not \"soon\"");
    row("too often", "metrics: {interval: 1ms}\n",
        ":1:21: interval must be from 100 ms to 3600 s, not 1ms");
    row("no flag", "logs: {own: maybe}\n", ":1:13: own must be true or false, not \"maybe\"");
    row("no list", "logs: {files: a.log}\n", ":1:15: files must be a list, not a value");
    row("no journal", "logs: {journal: journal}\n",
        ":1:17: journal must be auto, off or the absolute path of a directory of journal files");
    row("no type", "checks:\n  - name: x\n",
        ":2:5: a check needs a type: disk, memory, load, http or tcp");
    row("no check", "checks: [disk]\n",
        ":1:10: a check needs a type: disk, memory, load, http or tcp");
    row("unknown type", "checks:\n  - type: dns\n",
        ":2:11: type must be disk, memory, load, http or tcp, not \"dns\"");
    row("key of another type", "checks:\n  - type: memory\n    path: /\n",
        ":3:5: unknown key \"path\" in a memory check; known are: fail_above, interval, name, "
        "timeout, type, warn_above");
    row("no target", "checks:\n  - type: disk\n", ":2:5: a disk check needs path");
    row("relative path", "checks:\n  - {type: disk, path: data}\n", ":2:24: path must be absolute");
    row("no URL", "checks:\n  - {type: http, url: ftp://x}\n",
        ":2:23: url must be an http or https URL, or self, not \"ftp://x\"");
    row("no address", "checks:\n  - {type: tcp, address: db}\n",
        ":2:26: address must be host:port, not \"db\"");
    row("no status", "checks:\n  - {type: http, url: self, expect_status: 99}\n",
        ":2:44: expect_status must be from 100 to 599, not 99");
    row("half a status", "checks:\n  - {type: http, url: self, expect_status: 200.5}\n",
        ":2:44: expect_status must be a whole number, not 200.5");
    row("ratio over 1", "checks:\n  - {type: memory, warn_above: 90}\n",
        ":2:32: warn_above must be from 0 to 1, not 90");
    row("thresholds the wrong way",
        "checks:\n  - {type: memory, warn_above: 0.9, fail_above: 0.8}\n",
        ":2:5: fail_above (0.8) must not be below warn_above (0.9)");
    row("timeout", "checks:\n  - {type: memory, timeout: 0}\n",
        ":2:29: timeout must be from 10 ms to 300 s, not 0");
    row("same name", "checks:\n  - {type: memory}\n  - {type: memory}\n",
        ":3:5: two checks are named \"memory\"");
    row("no token file", "token_file: missing\n", ":1:13: ");
}

void AgentConfigTest::tellsWhatIsWrongAndWhere()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, error);
    const std::string path = write(text);
    const auto config = readConfig(path);
    QVERIFY(!config);
    const std::string expected = path + error.toStdString();
    if (error.endsWith(": ")) {
        QVERIFY(config.error().text().starts_with(expected));
        QVERIFY(config.error().text().ends_with("missing: cannot read the token: "
                                                "No such file or directory"));
        return;
    }
    QCOMPARE(QByteArray::fromStdString(config.error().text()), QByteArray::fromStdString(expected));
}

void AgentConfigTest::refusesWhatIsTooLarge()
{
    const auto config = readConfig(write(QByteArray(1'100'000, '#')));
    QVERIFY(!config);
    QVERIFY(config.error().code == ErrorCode::TooLarge);
    const auto endless = readConfig("/dev/zero");
    QVERIFY(!endless);
    // Deep nesting ends in an error as well, not in a full stack.
    QVERIFY(!readConfig(write(QByteArray(900'000, '['))));
    QVERIFY(!readConfig(write(QByteArray("a: ") + QByteArray(400'000, '{'))));
}

void AgentConfigTest::saysThatAFileIsMissing()
{
    const auto config = readConfig("/nowhere/foretopd.yaml");
    QVERIFY(!config);
    QCOMPARE(config.error().text(), std::string("/nowhere/foretopd.yaml: cannot be read: "
                                                "No such file or directory"));
    QVERIFY(!readConfig(m_directory->path().toStdString()));
}

void AgentConfigTest::takesTheTokenFromItsFile()
{
    write("  secret-token \nmore\n", "token");
    const auto config = readConfig(write("listen: 0.0.0.0:7710\ntoken_file: token\n"));
    QVERIFY2(config, config ? "" : config.error().text().c_str());
    QCOMPARE(config->token, std::string("secret-token"));
    QVERIFY(config->warnings.empty());
}

void AgentConfigTest::tellsWhenOthersCanReadTheToken()
{
    const std::string token = write("secret-token\n", "token");
    QVERIFY(
        QFile::setPermissions(QString::fromStdString(token), QFile::ReadOwner | QFile::ReadOther));
    const auto config = readConfig(write("token_file: token\n"));
    QVERIFY(config);
    QCOMPARE(config->warnings,
             std::vector<std::string>{
                 token + ": every user of this machine can read the token; chmod o-r it"});
}

void AgentConfigTest::refusesTokensThatAreNone_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray(" \n");
    QTest::newRow("two words") << QByteArray("two words\n");
    QTest::newRow("not ASCII") << QByteArray("\xc3\xa9\n");
    QTest::newRow("too long") << QByteArray(5000, 'x');
}

void AgentConfigTest::refusesTokensThatAreNone()
{
    QFETCH(QByteArray, token);
    write(token, "token");
    QVERIFY(!readConfig(write("token_file: token\n")));
}

void AgentConfigTest::takesTheTokenFromTheEnvironmentFirst()
{
    qputenv("FORETOPD_TOKEN", "from-the-environment");
    write("from-the-file\n", "token");
    const auto config = readConfig(write("token_file: token\n"));
    QVERIFY(config);
    QCOMPARE(config->token, std::string("from-the-environment"));
    QCOMPARE(environmentConfig()->token, std::string("from-the-environment"));
    qputenv("FORETOPD_TOKEN", "two words");
    QCOMPARE(environmentConfig().error().text(),
             std::string("FORETOPD_TOKEN: a token is one word of visible ASCII characters"));
}

void AgentConfigTest::takesTheTimeoutFromTheEnvironment_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("ms"); // 0: an error
    QTest::newRow("seconds") << QByteArray("2") << 2000;
    QTest::newRow("part of a second") << QByteArray("0.25") << 250;
    QTest::newRow("empty") << QByteArray("") << 5000;
    QTest::newRow("nothing") << QByteArray("0") << 0;
    QTest::newRow("with a unit") << QByteArray("2s") << 0;
    QTest::newRow("words") << QByteArray("soon") << 0;
    QTest::newRow("too long") << QByteArray("1e9") << 0;
}

void AgentConfigTest::takesTheTimeoutFromTheEnvironment()
{
    QFETCH(QByteArray, value);
    QFETCH(int, ms);
    qputenv("HEALTH_CHECK_TIMEOUT", value);
    const auto config = readConfig(write("checks: [{type: memory}, {type: load, timeout: 7s}]\n"));
    QCOMPARE(config.has_value(), ms != 0);
    if (ms == 0) {
        QCOMPARE(config.error().source, std::string("HEALTH_CHECK_TIMEOUT"));
        return;
    }
    QCOMPARE(config->checks[0].timeout, Milliseconds(ms));
    QCOMPARE(config->checks[1].timeout, Milliseconds(7'000));
    QCOMPARE(environmentConfig()->checks[0].timeout, Milliseconds(ms));
}

void AgentConfigTest::needsATokenForOtherMachines_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<bool>("loopback");
    QTest::newRow("IPv4 loopback") << QByteArray("127.0.0.1") << true;
    QTest::newRow("any of its net") << QByteArray("127.3.2.1") << true;
    QTest::newRow("IPv6 loopback") << QByteArray("::1") << true;
    QTest::newRow("its name") << QByteArray("localhost") << true;
    QTest::newRow("any IPv4") << QByteArray("0.0.0.0") << false;
    QTest::newRow("any IPv6") << QByteArray("::") << false;
    QTest::newRow("private") << QByteArray("192.168.1.10") << false;
}

void AgentConfigTest::needsATokenForOtherMachines()
{
    QFETCH(QByteArray, address);
    QFETCH(bool, loopback);
    AgentConfig config = defaultConfig();
    config.bindAddress = address.toStdString();
    QCOMPARE(isLoopback(config.bindAddress), loopback);
    QCOMPARE(validate(config).has_value(), loopback);
    config.token = "secret";
    QVERIFY(validate(config));
}

void AgentConfigTest::readsTheCommandLine()
{
    const auto read = [](const char *arguments) {
        return readCommandLine(QString::fromLatin1(arguments).split(u' ', Qt::SkipEmptyParts));
    };
    const auto all = read("foretopd --config a.yaml --listen 127.0.0.1:1 --check-config");
    QVERIFY(all);
    QCOMPARE(all->configPath, std::string("a.yaml"));
    QCOMPARE(all->listen, std::string("127.0.0.1:1"));
    QVERIFY(all->action == CommandLine::Action::CheckConfig);
    QCOMPARE(read("foretopd --version")->text, std::string("foretopd " FORETOP_VERSION "\n"));
    QVERIFY(read("foretopd --help")->text.find("--listen") != std::string::npos);
    QVERIFY(!read("foretopd --nonsense"));
    QVERIFY(!read("foretopd a.yaml"));
    QVERIFY(!read("foretopd --config"));

    const auto overridden = configFor(
        {.configPath = write("listen: 127.0.0.1:1\n"), .listen = "127.0.0.1:2", .text = {}});
    QCOMPARE(overridden->port, std::uint16_t(2));
    QVERIFY(!configFor({.configPath = {}, .listen = "0.0.0.0:2", .text = {}}));
    QCOMPARE(configFor({.configPath = {}, .listen = "nonsense", .text = {}}).error().source,
             std::string("--listen"));
}

void AgentConfigTest::findsAPlaceForItsState()
{
    QCOMPARE(automaticStateDir(0), std::string());
    qputenv("STATE_DIRECTORY", "/var/lib/a:/var/lib/b");
    QCOMPARE(automaticStateDir(7710), std::string("/var/lib/a"));
    qunsetenv("STATE_DIRECTORY");
    const std::string place = automaticStateDir(7710);
    QVERIFY(QByteArray::fromStdString(place).endsWith("/foretopd/7710"));
}

void AgentConfigTest::keepsASecondAgentOut()
{
    const std::string path = m_directory->filePath(QStringLiteral("a/state")).toStdString();
    auto first = std::make_unique<StateDir>();
    QVERIFY(first->open(path));
    QCOMPARE(first->file("x"), path + "/x");
    StateDir second;
    const auto opened = second.open(path);
    QVERIFY(!opened);
    QVERIFY(opened.error().text().find("another agent (tst_agentconfig, pid ") !=
            std::string::npos);
    QVERIFY(second.file("x").empty());
    first.reset();
    QVERIFY(second.open(path));
}

QTEST_GUILESS_MAIN(AgentConfigTest)
#include "tst_agentconfig.moc"
