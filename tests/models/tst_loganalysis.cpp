// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "logs/queryparser.h"
#include "models/loganalysis.h"
#include "models/logfiles.h"
#include "models/logmodel.h"
#include "session/logdocument.h"

#include <numeric>

#include <QSignalSpy>

using namespace foretop;
using namespace foretop::models;

class LogAnalysisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void computesOnlyWhatIsWanted();
    void countsTheResult();
    void countsWhatComes();
    void forgetsAnotherDocument();
    void cancels();

private:
    void open();
    quint64 counted() const;
    quint64 countOf(const std::string &value) const;

    std::unique_ptr<LogFiles> m_files;
    std::unique_ptr<session::LogDocument> m_document;
    std::unique_ptr<LogModel> m_model;
    std::unique_ptr<LogAnalysis> m_analysis;
};

void LogAnalysisTest::init()
{
    m_files = std::make_unique<LogFiles>();
    m_files->append(QStringLiteral("app.log"), LogFiles::json(0, 1000));
    m_document = session::LogDocument::ofFiles({m_files->path(QStringLiteral("app.log"))});
    m_model = std::make_unique<LogModel>();
    m_model->setDocument(m_document.get());
    m_analysis = std::make_unique<LogAnalysis>(m_model.get());
}

void LogAnalysisTest::cleanup()
{
    m_analysis.reset();
    m_model.reset();
    m_document.reset();
    m_files.reset();
}

void LogAnalysisTest::open()
{
    m_document->start();
    QTRY_COMPARE(m_model->rowCount(), 1000);
}

/// Records in the histogram.
quint64 LogAnalysisTest::counted() const
{
    quint64 sum = 0;
    if (const auto histogram = m_analysis->histogram()) {
        for (const auto &bucket : histogram->buckets) {
            sum += std::accumulate(bucket.begin(), bucket.end(), quint64(0));
        }
    }
    return sum;
}

/// Of the first facet.
quint64 LogAnalysisTest::countOf(const std::string &value) const
{
    for (const auto &facet : m_analysis->facets()) {
        for (const auto &known : facet.values) {
            if (known.value == value) {
                return known.count;
            }
        }
    }
    return 0;
}

void LogAnalysisTest::computesOnlyWhatIsWanted()
{
    open();
    QTRY_VERIFY(m_analysis->fieldNames().contains(QStringLiteral("status")));
    QTRY_VERIFY(!m_analysis->isBusy());
    QVERIFY(!m_analysis->histogram());
    QVERIFY(m_analysis->facets().empty());
    QVERIFY(m_analysis->patterns().empty());
    QCOMPARE(m_analysis->progress(), 1.0);
}

void LogAnalysisTest::countsTheResult()
{
    open();
    m_analysis->setHistogramBuckets(20);
    m_analysis->setFacetFields({QStringLiteral("status")});
    m_analysis->setPatternsWanted(true);
    QTRY_COMPARE(counted(), quint64(1000));
    QVERIFY(m_analysis->histogram()->buckets.size() <= 20);
    QTRY_COMPARE(countOf("200"), quint64(750));
    QTRY_COMPARE(m_analysis->patterns().size(), std::size_t(1));
    QCOMPARE(m_analysis->patterns().front().count, std::uint64_t(1000));
    m_model->setQuery(logs::parseQuery("level>=error", {}).value());
    QTRY_COMPARE(m_model->rowCount(), 100);
    QTRY_COMPARE(counted(), quint64(100));
    QTRY_COMPARE(countOf("500"), quint64(50));
    QTRY_COMPARE(m_analysis->patterns().front().count, std::uint64_t(100));
    QVERIFY2(m_analysis->errorText().isEmpty(), qPrintable(m_analysis->errorText()));
}

void LogAnalysisTest::countsWhatComes()
{
    open();
    m_analysis->setHistogramBuckets(10);
    m_analysis->setFacetFields({QStringLiteral("status")});
    QTRY_COMPARE(counted(), quint64(1000));
    // Beyond the last bucket there is room for.
    for (int first = 1000; first < 5000; first += 1000) {
        m_files->append(QStringLiteral("app.log"), LogFiles::json(first, 1000));
        QTRY_COMPARE(counted(), quint64(first + 1000));
        QVERIFY(m_analysis->histogram()->buckets.size() <= 10);
        QTRY_COMPARE(countOf("500"), quint64(first + 1000) / 4);
    }
}

void LogAnalysisTest::forgetsAnotherDocument()
{
    open();
    m_analysis->setHistogramBuckets(10);
    QTRY_COMPARE(counted(), quint64(1000));
    m_files->append(QStringLiteral("other.log"), LogFiles::json(0, 7));
    const auto other = session::LogDocument::ofFiles({m_files->path(QStringLiteral("other.log"))});
    m_model->setDocument(other.get());
    other->start();
    QTRY_COMPARE(m_model->rowCount(), 7);
    QTRY_COMPARE(counted(), quint64(7));
    m_model->setDocument(nullptr);
}

void LogAnalysisTest::cancels()
{
    open();
    QTRY_VERIFY(!m_analysis->isBusy());
    const QSignalSpy busy(m_analysis.get(), &LogAnalysis::busyChanged);
    m_analysis->setPatternsWanted(true);
    QVERIFY(m_analysis->isBusy());
    m_analysis->cancel();
    QVERIFY(!m_analysis->isBusy());
    QVERIFY(busy.count() >= 2);
    m_model->setQuery(logs::parseQuery("level>=error", {}).value());
    QTRY_VERIFY(!m_analysis->patterns().empty());
    QTRY_COMPARE(m_analysis->patterns().front().count, std::uint64_t(100));
}

QTEST_GUILESS_MAIN(LogAnalysisTest)
#include "tst_loganalysis.moc"
