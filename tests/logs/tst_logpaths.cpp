// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logpaths.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace foretop;
using namespace foretop::logs;

namespace {

/// A directory with files in it that goes with it.
class Folder
{
public:
    void add(const QString &name, const QByteArray &content = "text\n") const
    {
        QFile file(m_directory.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
            qFatal("cannot write %s", qPrintable(name));
        }
    }
    void addFolder(const QString &name) const { QDir(m_directory.path()).mkdir(name); }
    std::string path(const QString &name = {}) const
    {
        return name.isEmpty() ? m_directory.path().toStdString()
                              : m_directory.filePath(name).toStdString();
    }

private:
    QTemporaryDir m_directory;
};

/// The names of @p paths, one after the other.
QString names(const std::vector<std::string> &paths)
{
    QStringList list;
    for (const auto &path : paths) {
        list << QFileInfo(QString::fromStdString(path)).fileName();
    }
    return list.join(u' ');
}

} // namespace

class LogPathsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAPathAsItIs();
    void listsTheLogsOfADirectory();
    void listsWhatMatches();
    void tellsWhatIsWrong();
    void boundsTheNumber();
    void findsSiblings_data();
    void findsSiblings();
    void groupsByRotation_data();
    void groupsByRotation();
    void keepsTheDirectoryAsNamed();
};

void LogPathsTest::takesAPathAsItIs()
{
    const Folder folder;
    folder.add(QStringLiteral("a[1]*.bin"), QByteArray(5, '\0'));
    const auto path = folder.path(QStringLiteral("a[1]*.bin"));
    QCOMPARE(logPaths(path).value(), std::vector{path});
    QCOMPARE(logPaths("/dev/stdin").value(), std::vector<std::string>{"/dev/stdin"});
}

void LogPathsTest::listsTheLogsOfADirectory()
{
    const Folder folder;
    folder.add(QStringLiteral("b.log"));
    folder.add(QStringLiteral("a.log"), "");
    folder.add(QStringLiteral("wtmp"), QByteArray("\x02\0\0\0login", 9));
    folder.add(QStringLiteral("user.journal"), QByteArray("LPKSHHRH\0\0\0\0", 12));
    folder.add(QStringLiteral("old.gz"), QByteArray("\x1F\x8B\x08\0\0\0", 6));
    folder.add(QStringLiteral("windows.txt"), QByteArray("\xFF\xFEx\0", 4));
    folder.add(QStringLiteral(".hidden"));
    folder.addFolder(QStringLiteral("deeper"));
    folder.add(QStringLiteral("deeper/c.log"));
    QCOMPARE(names(logPaths(folder.path()).value()),
             QStringLiteral("a.log b.log old.gz windows.txt"));
}

void LogPathsTest::listsWhatMatches()
{
    const Folder folder;
    for (const auto *name : {"b.log", "a.log", "c.txt"}) {
        folder.add(QString::fromUtf8(name));
    }
    folder.addFolder(QStringLiteral("d.log"));
    QCOMPARE(names(logPaths(folder.path(QStringLiteral("*.log"))).value()),
             QStringLiteral("a.log b.log"));
    QCOMPARE(names(logPaths(folder.path(QStringLiteral("[bc].*"))).value()),
             QStringLiteral("b.log c.txt"));
}

void LogPathsTest::tellsWhatIsWrong()
{
    const Folder folder;
    const auto missing = folder.path(QStringLiteral("no.log"));
    QCOMPARE(logPaths(missing).error().code, ErrorCode::NotFound);
    QCOMPARE(logPaths(missing).error().source, missing);
    const auto pattern = folder.path(QStringLiteral("*.log"));
    QCOMPARE(logPaths(pattern).error().text(), pattern + ": no file matches");
    QCOMPARE(logPaths(folder.path()).error().text(), folder.path() + ": no logs are there");

    const auto closed = folder.path(QStringLiteral("closed"));
    folder.addFolder(QStringLiteral("closed"));
    QVERIFY(QFile::setPermissions(QString::fromStdString(closed), {}));
    const bool isRoot = ::geteuid() == 0;
    // The superuser may list all.
    QVERIFY(!isRoot || (QFile::setPermissions(QString::fromStdString(folder.path()),
                                              QFile::Permissions(0x7555)) &&
                        ::seteuid(65534) == 0));
    const auto denied = logPaths(closed);
    QVERIFY(!isRoot || ::seteuid(0) == 0);
    QFile::setPermissions(QString::fromStdString(closed), QFile::Permissions(0x7000));
    QCOMPARE(denied.error().code, ErrorCode::Denied);
    QCOMPARE(denied.error().source, closed);
}

void LogPathsTest::boundsTheNumber()
{
    const Folder folder;
    for (std::size_t i = 0; i <= kMaxFiles; ++i) {
        folder.add(QStringLiteral("%1.log").arg(i));
    }
    QCOMPARE(logPaths(folder.path()).error().code, ErrorCode::TooLarge);
}

void LogPathsTest::findsSiblings_data()
{
    QTest::addColumn<QString>("there");
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("siblings");
    const auto row = [](const char *title, const char *there, const char *named,
                        const char *siblings) {
        QTest::newRow(title) << QString::fromUtf8(there) << QString::fromUtf8(named)
                             << QString::fromUtf8(siblings);
    };
    row("alone", "app.log other.log app.txt app.logx", "app.log", "app.log");
    row("not there", "other.log", "app.log", "app.log");
    row("numbered", "app.log app.log.1 app.log.2.gz app.log.10.gz app.log.3.gz", "app.log",
        "app.log.10.gz app.log.3.gz app.log.2.gz app.log.1 app.log");
    row("from a rotated one", "app.log app.log.1 app.log.2.gz", "app.log.2.gz",
        "app.log.2.gz app.log.1 app.log");
    row("logrotate dateext", "app.log app-20260101.log.gz app-20251231.log.gz app-30.log",
        "app.log", "app-20251231.log.gz app-20260101.log.gz app.log");
    row("date behind", "app.log app.log-20260101.gz app.log-20260102", "app.log",
        "app.log-20260101.gz app.log-20260102 app.log");
    row("hours", "app.log app.log-2026010110 app.log-2026010109", "app.log",
        "app.log-2026010109 app.log-2026010110 app.log");
    row("Unix times", "app.log app.log-1767225600 app.log-1767139200", "app.log",
        "app.log-1767139200 app.log-1767225600 app.log");
    row("Python", "app.log app.log.2026-01-02 app.log.2026-01-01_23-00-00", "app.log",
        "app.log.2026-01-01_23-00-00 app.log.2026-01-02 app.log");
    row("logback",
        "app.log app.2026-01-01.10.log.gz app.2026-01-01.9.log.gz app.2025-12-31.0.log.gz",
        "app.log",
        "app.2025-12-31.0.log.gz app.2026-01-01.9.log.gz app.2026-01-01.10.log.gz app.log");
    row("log4j", "app.log app-2026-01-01-1.log.gz app-2026-01-01-2.log.gz", "app.log",
        "app-2026-01-01-1.log.gz app-2026-01-01-2.log.gz app.log");
    row("spdlog", "app.log app.1.log app.2.log", "app.log", "app.2.log app.1.log app.log");
    row("spdlog, rotated", "app.log app.1.log app.2.log", "app.1.log",
        "app.2.log app.1.log app.log");
    row("not rotated", "node.1.log node.2.log", "node.1.log", "node.1.log");
    row("dated only", "app-2026-01-01.log app-2026-01-02.log", "app-2026-01-02.log",
        "app-2026-01-01.log app-2026-01-02.log");
    row("no ending", "syslog syslog.1 syslog.2.gz", "syslog", "syslog.2.gz syslog.1 syslog");
    row("being compressed", "app.log app.log.1 app.log.1.gz", "app.log", "app.log.1 app.log");
    row("compressed", "app.log.gz", "app.log.gz", "app.log.gz");
    row("versions", "app-1.2.3 app-1.2.4", "app-1.2.3", "app-1.2.3");
}

void LogPathsTest::findsSiblings()
{
    QFETCH(QString, there);
    QFETCH(QString, named);
    QFETCH(QString, siblings);
    const Folder folder;
    for (const auto &name : there.split(u' ')) {
        folder.add(name);
    }
    QCOMPARE(names(rotatedSiblings(folder.path(named))), siblings);
}

void LogPathsTest::groupsByRotation_data()
{
    QTest::addColumn<QString>("paths");
    QTest::addColumn<QString>("groups");
    const auto row = [](const char *title, const char *paths, const char *groups) {
        QTest::newRow(title) << QString::fromUtf8(paths) << QString::fromUtf8(groups);
    };
    row("none", "", "");
    row("strangers", "/a/b.log /a/c.log -", "/a/b.log|/a/c.log|-");
    row("parts", "/a/app.log /x.log /a/app.log.2.gz /a/app.log.1",
        "/a/app.log.2.gz /a/app.log.1 /a/app.log|/x.log");
    row("dated parts alone", "app-20260102.log app-20260101.log",
        "app-20260101.log app-20260102.log");
    row("of other folders", "/a/app.log /b/app.log.1", "/a/app.log|/b/app.log.1");
    row("numbers without a file", "node.1.log node.2.log", "node.1.log|node.2.log");
    row("twice", "/a/app.log /a/app.log", "/a/app.log");
}

void LogPathsTest::groupsByRotation()
{
    QFETCH(QString, paths);
    QFETCH(QString, groups);
    std::vector<std::string> named;
    for (const QString &path : paths.split(u' ', Qt::SkipEmptyParts)) {
        named.push_back(path.toStdString());
    }
    QStringList found;
    for (const auto &group : groupedByRotation(named)) {
        QStringList parts;
        for (const auto &part : group) {
            parts << QString::fromStdString(part);
        }
        found << parts.join(u' ');
    }
    QCOMPARE(found.join(u'|'), groups);
}

void LogPathsTest::keepsTheDirectoryAsNamed()
{
    const Folder folder;
    folder.add(QStringLiteral("app.log"));
    folder.add(QStringLiteral("app.log.1"));
    const auto before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(QString::fromStdString(folder.path())));
    const auto siblings = rotatedSiblings("app.log");
    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(siblings, (std::vector<std::string>{"app.log.1", "app.log"}));
}

QTEST_GUILESS_MAIN(LogPathsTest)
#include "tst_logpaths.moc"
