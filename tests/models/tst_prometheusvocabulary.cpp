// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/prometheusvocabulary.h"

#include <QSignalSpy>
#include <QTest>

#include <thread>

using namespace foretop;
using namespace foretop::models;
using Names = std::vector<std::string>;
using Question = PrometheusVocabulary::Question;

class PrometheusVocabularyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnce();
    void asksAgainWhenOld();
    void asksAgainAfterAFailure();
    void isBounded();
    void isSilent();
    void servesThreads();
};

void PrometheusVocabularyTest::asksOnce()
{
    session::Bell bell;
    QSignalSpy rung(&bell, &session::Bell::rung);
    PrometheusVocabulary vocabulary(bell);
    QCOMPARE(vocabulary.labelNames("up"), Names());
    QCOMPARE(vocabulary.labelNames("up"), Names());
    QCOMPARE(rung.count(), 1);
    const auto question = vocabulary.takeQuestion();
    QCOMPARE(question, std::optional(Question{"up", ""}));
    QVERIFY(!vocabulary.takeQuestion());
    QCOMPARE(vocabulary.labelNames("up"), Names());
    QVERIFY(!vocabulary.takeQuestion());
    QVERIFY(vocabulary.answer(*question, Names{"job", "instance", "job"}));
    QVERIFY(!vocabulary.answer(*question, Names{"job", "instance"}));
    QCOMPARE(vocabulary.labelNames("up"), (Names{"instance", "job"}));
    QCOMPARE(rung.count(), 1);
    // These are known, or nobody can know them.
    QCOMPARE(vocabulary.labelValues("up", "__name__"), Names{"up"});
    vocabulary.setMetricNames(std::make_shared<const Names>(Names{"down", "up"}));
    QCOMPARE(vocabulary.labelValues("", "__name__"), (Names{"down", "up"}));
    QCOMPARE(vocabulary.labelValues("up", ""), Names());
    QCOMPARE(rung.count(), 1);
}

void PrometheusVocabularyTest::asksAgainWhenOld()
{
    session::Bell bell;
    PrometheusVocabulary vocabulary(bell);
    QCOMPARE(vocabulary.labelNames("up"), Names());
    QVERIFY(vocabulary.answer(*vocabulary.takeQuestion(), Names{"job"}));
    for (int i = 0; i < PrometheusVocabulary::kRefreshesKept; ++i) {
        QCOMPARE(vocabulary.labelNames("up"), Names{"job"});
        QVERIFY(!vocabulary.takeQuestion());
        vocabulary.setMetricNames(std::make_shared<const Names>());
    }
    QCOMPARE(vocabulary.labelNames("up"), Names{"job"});
    QVERIFY(vocabulary.takeQuestion());
}

void PrometheusVocabularyTest::asksAgainAfterAFailure()
{
    session::Bell bell;
    PrometheusVocabulary vocabulary(bell);
    QCOMPARE(vocabulary.labelNames("up"), Names());
    QVERIFY(!vocabulary.answer(*vocabulary.takeQuestion(), {}));
    QCOMPARE(vocabulary.labelNames("up"), Names());
    QVERIFY(!vocabulary.takeQuestion());
    vocabulary.setMetricNames(std::make_shared<const Names>());
    QCOMPARE(vocabulary.labelNames("up"), Names());
    QVERIFY(vocabulary.takeQuestion());
}

void PrometheusVocabularyTest::isBounded()
{
    session::Bell bell;
    PrometheusVocabulary vocabulary(bell);
    for (std::size_t i = 0; i < 2 * PrometheusVocabulary::kMaxAsked; ++i) {
        QCOMPARE(vocabulary.labelNames(std::to_string(i)), Names());
    }
    std::size_t asked = 0;
    while (vocabulary.takeQuestion()) {
        ++asked;
    }
    QCOMPARE(asked, PrometheusVocabulary::kMaxAsked);
    for (std::size_t i = 0; i <= PrometheusVocabulary::kMaxKnown; ++i) {
        QVERIFY(vocabulary.answer({std::to_string(i), {}}, Names{"job"}));
    }
    QCOMPARE(vocabulary.labelNames("0"), Names());
    QCOMPARE(vocabulary.labelNames("1"), Names{"job"});
    QVERIFY(vocabulary.answer({"large", "a"}, Names(PrometheusVocabulary::kMaxWords, "a")));
    QCOMPARE(vocabulary.labelNames("2"), Names{"job"}); // doubles do not count
    Names many;
    for (std::size_t i = 0; i < PrometheusVocabulary::kMaxWords; ++i) {
        many.push_back(std::to_string(i));
    }
    QVERIFY(vocabulary.answer({"larger", "a"}, many));
    QCOMPARE(vocabulary.labelValues("larger", "a").size(), PrometheusVocabulary::kMaxWords);
    QCOMPARE(vocabulary.labelNames("2"), Names());
}

void PrometheusVocabularyTest::isSilent()
{
    session::Bell bell;
    QSignalSpy rung(&bell, &session::Bell::rung);
    PrometheusVocabulary vocabulary(bell);
    vocabulary.silence();
    QCOMPARE(vocabulary.labelNames("up"), Names());
    QCOMPARE(rung.count(), 0);
    QVERIFY(!vocabulary.takeQuestion());
}

void PrometheusVocabularyTest::servesThreads()
{
    session::Bell bell;
    PrometheusVocabulary vocabulary(bell);
    std::thread reader([&vocabulary] {
        for (int i = 0; i < 2'000; ++i) {
            (void)vocabulary.labelNames(std::to_string(i % 50));
            (void)vocabulary.metricNames();
        }
    });
    for (int i = 0; i < 2'000; ++i) {
        if (const auto question = vocabulary.takeQuestion()) {
            vocabulary.answer(*question, Names{"job"});
        }
        vocabulary.setMetricNames(std::make_shared<const Names>(Names{"up"}));
    }
    vocabulary.silence();
    reader.join();
}

QTEST_GUILESS_MAIN(PrometheusVocabularyTest)
#include "tst_prometheusvocabulary.moc"
