// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/builtinpresets.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <QTranslator>

#include <algorithm>

using namespace foretop;
using namespace foretop::app;

class PresetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areOrdered();
    void textsAreListed_data();
    void textsAreListed();
    void listIsOfUse();
    void textsAreTranslated();

private:
    static QStringList textsOf(const QString &file);
};

namespace {

const auto kDirectory = QStringLiteral(":/presets/");

} // namespace

QStringList PresetsTest::textsOf(const QString &file)
{
    QFile json(file);
    const auto rules = json.open(QIODevice::ReadOnly)
                           ? models::PresetRules::read(json.readAll(), file)
                           : fail(ErrorCode::NotFound, "cannot be opened");
    return rules ? rules->texts() : QStringList();
}

void PresetsTest::areOrdered()
{
    const auto presets = builtInPresets();
    QVERIFY2(presets, presets ? "" : presets.error().text().c_str());
    QStringList names;
    for (const models::PresetRules &preset : *presets) {
        names << preset.name();
    }
    QCOMPARE(names, (QStringList{QStringLiteral("api"), QStringLiteral("jobs"),
                                 QStringLiteral("database"), QStringLiteral("host"),
                                 QStringLiteral("prometheus"), QStringLiteral("agent")}));
    const auto overview = overviewPreset();
    QVERIFY2(overview, overview ? "" : overview.error().text().c_str());
    QCOMPARE(overview->name(), QStringLiteral("overview"));
}

void PresetsTest::textsAreListed_data()
{
    QTest::addColumn<QString>("file");
    const auto files = QDir(kDirectory).entryList();
    QVERIFY(files.size() >= 7);
    for (const QString &file : files) {
        QTest::newRow(qPrintable(file)) << kDirectory + file;
    }
}

void PresetsTest::textsAreListed()
{
    QFETCH(QString, file);
    const QStringList texts = textsOf(file);
    QVERIFY(!texts.isEmpty());
    for (const QString &text : texts) {
        const auto isListed = [&text](const char *known) {
            return text == QString::fromUtf8(known);
        };
        const auto &known = presetTexts();
        QVERIFY2(std::any_of(known.begin(), known.end(), isListed), qPrintable(text));
    }
}

void PresetsTest::listIsOfUse()
{
    QStringList all;
    for (const QString &file : QDir(kDirectory).entryList()) {
        all << textsOf(kDirectory + file);
    }
    for (const char *text : presetTexts()) {
        QVERIFY2(all.contains(QString::fromUtf8(text)), text);
    }
}

void PresetsTest::textsAreTranslated()
{
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/i18n/foretop_de.qm")));
    for (const char *text : presetTexts()) {
        QVERIFY2(!german.translate("Preset", text).isEmpty(), text);
    }
}

QTEST_GUILESS_MAIN(PresetsTest)
#include "tst_presets.moc"
