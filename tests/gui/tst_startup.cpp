// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandline.h"
#include "app/environments.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace foretop;
using namespace foretop::app;

class StartupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads();
    void rejects_data();
    void rejects();
    void connectsToOneAgent();
    void tellsWhatItCannotRead();
    void choosesEnvironment_data();
    void choosesEnvironment();

private:
    QString write(const QString &name, const QByteArray &text);

    QTemporaryDir m_directory;
};

namespace {

Result<CommandLine> read(const QString &arguments)
{
    return readCommandLine(
        QStringLiteral("foretop %1").arg(arguments).split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

const QByteArray kProfile = R"(environments:
  - name: dev
    agents:
      - {name: dev-1, url: "http://dev-1:7710"}
  - name: prod
    colour: "#d32f2f"
    agents:
      - {name: web-1, url: "http://web-1:7710"}
)";

} // namespace

QString StartupTest::write(const QString &name, const QByteArray &text)
{
    QFile file(m_directory.filePath(name));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(text);
    }
    return file.fileName();
}

void StartupTest::reads()
{
    const auto nothing = read({});
    QVERIFY(nothing);
    QVERIFY(!nothing->shot && !nothing->appearance && !nothing->version);
    const auto line = read(QStringLiteral("--profile p.yaml --environment prod --appearance dark "
                                          "--page logs --shot out --size 1920x1080 --after 500"));
    QVERIFY(line);
    QCOMPARE(line->profilePath, QStringLiteral("p.yaml"));
    QCOMPARE(line->environment, QStringLiteral("prod"));
    QCOMPARE(line->appearance, std::optional(Appearance::Dark));
    QCOMPARE(line->page, QStringLiteral("logs"));
    QCOMPARE(line->shot->directory, QStringLiteral("out"));
    QCOMPARE(line->shot->size, QSize(1920, 1080));
    QCOMPARE(line->shot->after, Milliseconds(500));
    QCOMPARE(read(QStringLiteral("app.log --page logs -"))->files,
             (QStringList{QStringLiteral("app.log"), QStringLiteral("-")}));
    QVERIFY(!read(QStringLiteral("x ").repeated(41)));
    QVERIFY(read(QStringLiteral("--version"))->version);
    QVERIFY(read(QStringLiteral("--help"))->help.contains(QStringLiteral("--token-file")));
}

void StartupTest::rejects_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *arguments, const char *message) {
        QTest::newRow(arguments) << QString::fromUtf8(arguments) << QString::fromUtf8(message);
    };
    row("--colour red", "Unknown option 'colour'.");
    row("--appearance blue", "--appearance: must be system, light or dark, not \"blue\"");
    row("--connect web-1:7710", "--connect: must be like http://host:7710, not \"web-1:7710\"");
    row("--connect http://me:secret@web-1",
        "--connect: must hold no user or password; use --token-file");
    row("--connect http://web-1 --profile p",
        "--connect: does not go with --profile or --environment");
    row("--token-file t", "--token-file: needs --connect");
    row("--shot d --size big", "--size: must be like 1280x800, at most 8192 each, not \"big\"");
    row("--shot d --size 9000x100",
        "--size: must be like 1280x800, at most 8192 each, not \"9000x100\"");
    row("--shot d --after -1", "--after: must be 0 to 3600000 milliseconds, not \"-1\"");
    row("--size 100x100", "--size: needs --shot");
}

void StartupTest::rejects()
{
    QFETCH(QString, arguments);
    QFETCH(QString, message);
    const auto line = read(arguments);
    QVERIFY(!line);
    QCOMPARE(QString::fromStdString(line.error().text()), message);
}

void StartupTest::connectsToOneAgent()
{
    const QString token = write(QStringLiteral("token"), "s3cret\n");
    const auto line = read(QStringLiteral("--connect https://web-1:7710 --token-file ") + token);
    QVERIFY(line);
    const Environments found = findEnvironments(*line, {});
    QVERIFY(!found.error);
    QCOMPARE(found.list.size(), 1);
    QCOMPARE(found.list[0].name, QStringLiteral("web-1:7710"));
    QCOMPARE(found.list[0].sources.size(), 5);
    QCOMPARE(found.list[0].sources[0].token, QStringLiteral("s3cret"));
    QCOMPARE(found.list[0].sources[0].url, QUrl(QStringLiteral("wss://web-1:7710/feeds/health")));
}

void StartupTest::tellsWhatItCannotRead()
{
    CommandLine line;
    line.connectTo = QUrl(QStringLiteral("http://web-1"));
    line.tokenFile = m_directory.filePath(QStringLiteral("none"));
    const Environments noToken = findEnvironments(line, {});
    QVERIFY(noToken.error);
    QVERIFY(QString::fromStdString(noToken.error->text()).startsWith(line.tokenFile));
    line.tokenFile = write(QStringLiteral("empty"), " \n");
    QVERIFY(findEnvironments(line, {}).error);

    CommandLine profile;
    profile.profilePath = write(QStringLiteral("bad.yaml"), "environments:\n  - nam: x\n");
    const Environments bad = findEnvironments(profile, {});
    QVERIFY(bad.error && bad.list.isEmpty());
    QVERIFY(QString::fromStdString(bad.error->text())
                .startsWith(profile.profilePath + QStringLiteral(":2:")));
}

void StartupTest::choosesEnvironment_data()
{
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("last");
    QTest::addColumn<int>("current");
    QTest::addColumn<bool>("isError");
    QTest::newRow("first") << QString() << QString() << 0 << false;
    QTest::newRow("as last time") << QString() << "prod" << 1 << false;
    QTest::newRow("one that is gone") << QString() << "staging" << 0 << false;
    QTest::newRow("as asked") << "prod"
                              << "dev" << 1 << false;
    QTest::newRow("asked for what is not there") << "stage"
                                                 << "dev" << 0 << true;
}

void StartupTest::choosesEnvironment()
{
    QFETCH(QString, asked);
    QFETCH(QString, last);
    QFETCH(int, current);
    QFETCH(bool, isError);
    CommandLine line;
    line.profilePath = write(QStringLiteral("profile.yaml"), kProfile);
    line.environment = asked;
    const Environments found = findEnvironments(line, last);
    QCOMPARE(found.list.size(), 2);
    QCOMPARE(found.current, current);
    QCOMPARE(found.error.has_value(), isError);
}

QTEST_GUILESS_MAIN(StartupTest)
#include "tst_startup.moc"
