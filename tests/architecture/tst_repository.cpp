// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QTest>

/// What holds for every file of the tree.
class RepositoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sourcesCarryTheLicence();
    void packagesAreListedOnce();
};

void RepositoryTest::sourcesCarryTheLicence()
{
    QStringList without;
    for (const char *folder : {"src", "tests", "bench", "cmake", "packaging"}) {
        QDirIterator it(QStringLiteral(FORETOP_SOURCE_DIR "/%1").arg(QLatin1String(folder)),
                        {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("*.py"),
                         QStringLiteral("*.cmake"), QStringLiteral("CMakeLists.txt")},
                        QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            if (!file.read(300).contains("SPDX-License-Identifier: GPL-3.0-or-later")) {
                without << file.fileName();
            }
        }
    }
    QVERIFY2(without.isEmpty(), qPrintable(without.join(u'\n')));
}

void RepositoryTest::packagesAreListedOnce()
{
    QFile file(QStringLiteral(FORETOP_SOURCE_DIR "/packaging/packages.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList seen;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.isEmpty() || line.startsWith('#')) {
            continue;
        }
        const auto words = QString::fromUtf8(line).split(u' ');
        QCOMPARE(words.size(), 2);
        QVERIFY2(!seen.contains(words[1]), line.constData());
        seen << words[1];
    }
    QVERIFY(!seen.isEmpty());
}

QTEST_APPLESS_MAIN(RepositoryTest)
#include "tst_repository.moc"
