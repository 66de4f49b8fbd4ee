// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/momenttext.h"
#include "app/statesentence.h"

#include <QLocale>
#include <QTest>
#include <QTranslator>

using namespace foretop;
using namespace foretop::app;

class StateSentenceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void speaks_data();
    void speaks();
    void speaksGerman();
    void writesMoments();

private:
    QTranslator m_english;
};

namespace {

const QDate kToday(2024, 1, 15);

QDateTime at(int hour, int minute, int second)
{
    return QDateTime(kToday, QTime(hour, minute, second));
}

models::OverviewSummary summary(int healthy, int degraded, int unhealthy, int unreachable,
                                const QStringList &worst = {})
{
    models::OverviewSummary result;
    result.total = healthy + degraded + unhealthy + unreachable;
    result.healthy = healthy;
    result.degraded = degraded;
    result.unhealthy = unhealthy;
    result.unreachable = unreachable;
    result.worst = worst;
    return result;
}

} // namespace

Q_DECLARE_METATYPE(foretop::models::OverviewSummary)
Q_DECLARE_METATYPE(foretop::app::HealthLinks)

void StateSentenceTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    QVERIFY(m_english.load(QStringLiteral(":/i18n/foretop_en.qm")));
    QVERIFY(QCoreApplication::installTranslator(&m_english));
}

void StateSentenceTest::speaks_data()
{
    QTest::addColumn<models::OverviewSummary>("checks");
    QTest::addColumn<HealthLinks>("links");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("text");
    const HealthLinks live{.total = 1, .connecting = 0, .live = 1, .lostSince = {}, .error = {}};
    const HealthLinks lost{.total = 1,
                           .connecting = 0,
                           .live = 0,
                           .lostSince = at(12, 3, 10),
                           .error = QStringLiteral("Connection refused")};
    const auto row = [](const char *name, const models::OverviewSummary &checks,
                        const HealthLinks &links, Tone tone, const char *text) {
        QTest::newRow(name) << checks << links << tone << QString::fromUtf8(text);
    };
    row("all well", summary(4, 0, 0, 0), live, Tone::Good, "All 4 checks healthy");
    row("the one is well", summary(1, 0, 0, 0), live, Tone::Good, "The one check is healthy");
    row("unhealthy",
        summary(12, 0, 2, 0, {QStringLiteral("db (timeout 5 s)"), QStringLiteral("redis")}), live,
        Tone::Bad, "2 of 14 checks unhealthy: db (timeout 5 s), redis");
    row("unhealthy and degraded", summary(1, 1, 1, 0, {QStringLiteral("db")}), live, Tone::Bad,
        "1 of 3 checks unhealthy, 1 degraded: db");
    row("degraded", summary(3, 1, 0, 0, {QStringLiteral("load")}), live, Tone::Warning,
        "1 of 4 checks degraded: load");
    row("one host lost", summary(3, 0, 0, 2, {QStringLiteral("web-2")}), live, Tone::Lost,
        "2 of 5 checks unreachable: web-2");
    row("all lost", summary(0, 0, 0, 3), lost, Tone::Lost,
        "Unreachable since 12:03:10: Connection refused");
    row("never reached", summary(0, 0, 0, 0), lost, Tone::Lost,
        "Unreachable since 12:03:10: Connection refused");
    row("connecting", summary(0, 0, 0, 0),
        {.total = 1, .connecting = 1, .live = 0, .lostSince = {}, .error = {}}, Tone::Active,
        "Connecting …");
    row("nothing told yet", summary(0, 0, 0, 0), live, Tone::Muted, "No checks reported yet");
    row("no health source", summary(0, 0, 0, 0), {}, Tone::Muted, "No health source here");
}

void StateSentenceTest::speaks()
{
    QFETCH(models::OverviewSummary, checks);
    QFETCH(HealthLinks, links);
    QFETCH(Tone, tone);
    QFETCH(QString, text);
    const StateSentence sentence = stateSentence(checks, links, kToday);
    QCOMPARE(sentence.text, text);
    QCOMPARE(sentence.tone, tone);
    QVERIFY(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(sentence.icon)));
}

void StateSentenceTest::speaksGerman()
{
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/i18n/foretop_de.qm")));
    QCoreApplication::installTranslator(&german);
    QCOMPARE(stateSentence(summary(12, 0, 2, 0, {QStringLiteral("db")}), {}, kToday).text,
             QStringLiteral("2 von 14 Prüfungen fehlerhaft: db"));
    QCOMPARE(stateSentence(summary(4, 0, 0, 0), {}, kToday).text,
             QStringLiteral("Alle 4 Prüfungen in Ordnung"));
    QCoreApplication::removeTranslator(&german);
}

void StateSentenceTest::writesMoments()
{
    QCOMPARE(clockText(at(9, 5, 7), kToday), QStringLiteral("09:05:07"));
    QCOMPARE(clockText(at(9, 5, 7), kToday.addDays(1)), QStringLiteral("15 Jan 09:05:07"));
    QCOMPARE(clockText(at(9, 5, 7), kToday.addYears(1)), QStringLiteral("15 Jan 2024 09:05:07"));
}

QTEST_GUILESS_MAIN(StateSentenceTest)
#include "tst_statesentence.moc"
