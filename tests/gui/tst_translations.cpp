// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isComplete_data();
    void isComplete();
    void keepsPlaceholders();
    void loads_data();
    void loads();
};

namespace {

struct Message
{
    QString source;
    QStringList translations;
    bool isFinished = true;
};

QVector<Message> readMessages(const QString &language)
{
    QFile file(QStringLiteral(FORETOP_SOURCE_DIR "/translations/foretop_%1.ts").arg(language));
    QVector<Message> messages;
    if (!file.open(QIODevice::ReadOnly)) {
        return messages;
    }
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        if (xml.name() == QLatin1String("source")) {
            messages.push_back({xml.readElementText(), {}, true});
        } else if (xml.name() == QLatin1String("translation")) {
            messages.back().isFinished = !xml.attributes().hasAttribute(QStringLiteral("type"));
            const QString all = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            messages.back().translations = all.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        }
    }
    return messages;
}

QStringList placeholdersOf(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("%L?\\d|\\{\\w+\\}"));
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();) {
        found << it.next().captured();
    }
    found.sort();
    return found;
}

void addLanguages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("German") << QStringLiteral("de");
    QTest::newRow("English") << QStringLiteral("en");
}

} // namespace

void TranslationsTest::isComplete_data()
{
    addLanguages();
}

void TranslationsTest::isComplete()
{
    QFETCH(QString, language);
    const auto messages = readMessages(language);
    QVERIFY(!messages.isEmpty());
    for (const Message &message : messages) {
        QVERIFY2(message.isFinished && !message.translations.isEmpty(), qPrintable(message.source));
    }
}

void TranslationsTest::keepsPlaceholders()
{
    for (const Message &message : readMessages(QStringLiteral("de"))) {
        if (message.source.contains(QLatin1String("%n"))) {
            continue;
        }
        QCOMPARE(placeholdersOf(message.translations.join(QLatin1Char('\n'))),
                 placeholdersOf(message.source));
    }
}

void TranslationsTest::loads_data()
{
    addLanguages();
}

void TranslationsTest::loads()
{
    QFETCH(QString, language);
    QTranslator translator;
    QVERIFY(translator.load(QStringLiteral(":/i18n/foretop_%1.qm").arg(language)));
    QVERIFY(!translator.isEmpty());
}

QTEST_GUILESS_MAIN(TranslationsTest)
#include "tst_translations.moc"
