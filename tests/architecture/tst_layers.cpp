// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/layers.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace foretop::architecture;

class LayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sourcesPointDownOnly();
    void violationNamesFileAndLine_data();
    void violationNamesFileAndLine();
};

void LayersTest::sourcesPointDownOnly()
{
    const auto violations = layerViolations(QStringLiteral(FORETOP_SOURCE_DIR "/src"));
    QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u'\n')));
}

void LayersTest::violationNamesFileAndLine_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("violation");

    const auto none = QByteArray();
    QTest::newRow("down") << "feeds/a.h" << QByteArray("#include \"health/b.h\"\n") << none;
    QTest::newRow("own folder") << "logs/a.h" << QByteArray("#include \"logs/b.h\"\n") << none;
    QTest::newRow("generated form") << "app/a.cpp" << QByteArray("#include \"ui_a.h\"\n") << none;
    QTest::newRow("root of the console")
        << "app/compositionroot.cpp" << QByteArray("#include \"agent/agent.h\"\n") << none;
    QTest::newRow("up") << "base/a.h" << QByteArray("\n\n#include \"feeds/b.h\"\n")
                        << QByteArray("base/a.h:3: includes \"feeds/b.h\": \"feeds\" is not "
                                      "below \"base\"");
    QTest::newRow("sideways") << "logs/a.cpp" << QByteArray("# include \"health/b.h\"\n")
                              << QByteArray("logs/a.cpp:1: includes \"health/b.h\": \"health\" is "
                                            "not below \"logs\"");
    QTest::newRow("agent beside the root")
        << "app/page.cpp" << QByteArray("#include \"agent/agent.h\"\n")
        << QByteArray("app/page.cpp:1: includes \"agent/agent.h\": \"agent\" is not below "
                      "\"app\"");
    QTest::newRow("engine with Qt") << "metrics/a.cpp" << QByteArray("#include <QString>\n")
                                    << QByteArray("metrics/a.cpp:1: includes <QString>, which "
                                                  "\"metrics\" must not know");
    QTest::newRow("model with colours") << "models/a.cpp" << QByteArray("#include <QColor>\n")
                                        << QByteArray("models/a.cpp:1: includes <QColor>, which "
                                                      "\"models\" must not know");
    QTest::newRow("linked upwards")
        << "logs/CMakeLists.txt" << QByteArray("foretop_library(logs LINKS\nforetop_feeds)\n")
        << QByteArray("logs/CMakeLists.txt:2: links foretop_feeds: \"feeds\" is not below "
                      "\"logs\"");
    QTest::newRow("unknown folder")
        << "misc/a.h" << QByteArray("\n") << QByteArray("misc/a.h: folder \"misc\" is in no layer");
}

void LayersTest::violationNamesFileAndLine()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, violation);
    QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkpath(path.section(u'/', 0, 0)));
    QFile file(dir.filePath(path));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QCOMPARE(layerViolations(dir.path()).join(u'\n').toUtf8(), violation);
}

QTEST_APPLESS_MAIN(LayersTest)
#include "tst_layers.moc"
