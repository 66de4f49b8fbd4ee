// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/histogramstrip.h"
#include "app/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace foretop;
using namespace foretop::app;

namespace {

constexpr std::int64_t kFirstMs = 1'700'000'000'000;
constexpr int kBuckets = 60;

std::shared_ptr<logs::Histogram> histogram()
{
    auto made = std::make_shared<logs::Histogram>();
    made->from = wallTimeFromMs(kFirstMs);
    made->width = Milliseconds(1000);
    made->buckets.resize(kBuckets);
    for (std::size_t i = 0; i < kBuckets; ++i) {
        made->buckets[i][std::size_t(logs::Level::Info)] = 1'000'000;
    }
    made->buckets[30][std::size_t(logs::Level::Error)] = 1;
    return made;
}

} // namespace

class HistogramStripTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void brushesARange();
    void goesToAMoment();
    void isUsedByKeyboard();
    void tellsBuckets();
    void showsFewErrorsAmongMany();
    void fitsBucketsToItsWidth();

private:
    QPoint middleOf(int bucket) const { return m_strip->rectOf(bucket).center(); }
    static WallTime timeOf(int bucket) { return wallTimeFromMs(kFirstMs + bucket * 1000); }

    Theme m_theme;
    std::unique_ptr<HistogramStrip> m_strip;
};

void HistogramStripTest::init()
{
    m_theme.setAppearance(Appearance::Light);
    m_strip = std::make_unique<HistogramStrip>(m_theme, nullptr);
    m_strip->resize(900, 64);
    m_strip->setHistogram(histogram());
    m_strip->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_strip.get()));
}

void HistogramStripTest::brushesARange()
{
    QSignalSpy chosen(m_strip.get(), &HistogramStrip::rangeChosen);
    QSignalSpy cleared(m_strip.get(), &HistogramStrip::rangeCleared);
    QTest::mousePress(m_strip.get(), Qt::LeftButton, {}, middleOf(40));
    QTest::mouseMove(m_strip.get(), middleOf(20));
    QTest::mouseMove(m_strip.get(), middleOf(10));
    QTest::mouseRelease(m_strip.get(), Qt::LeftButton, {}, middleOf(10));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<WallTime>(), timeOf(10));
    QCOMPARE(chosen[0][1].value<WallTime>(), timeOf(41) - Milliseconds(1));
    QTest::mouseDClick(m_strip.get(), Qt::LeftButton, {}, middleOf(5));
    QCOMPARE(cleared.size(), 1);
}

void HistogramStripTest::goesToAMoment()
{
    QSignalSpy moment(m_strip.get(), &HistogramStrip::momentChosen);
    QTest::mouseClick(m_strip.get(), Qt::LeftButton, {}, middleOf(7));
    QCOMPARE(moment.size(), 1);
    QCOMPARE(moment[0][0].value<WallTime>(), timeOf(7));
}

void HistogramStripTest::isUsedByKeyboard()
{
    QSignalSpy chosen(m_strip.get(), &HistogramStrip::rangeChosen);
    QSignalSpy cleared(m_strip.get(), &HistogramStrip::rangeCleared);
    m_strip->setFocus();
    QTest::keyClick(m_strip.get(), Qt::Key_Home);
    QTest::keyClick(m_strip.get(), Qt::Key_Right);
    QTest::keyClick(m_strip.get(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(m_strip.get(), Qt::Key_Right, Qt::ShiftModifier);
    QVERIFY(m_strip->accessibleDescription().contains(QStringLiteral("1,000,000")));
    QTest::keyClick(m_strip.get(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<WallTime>(), timeOf(1));
    QCOMPARE(chosen[0][1].value<WallTime>(), timeOf(4) - Milliseconds(1));
    QTest::keyClick(m_strip.get(), Qt::Key_Escape);
    QCOMPARE(cleared.size(), 1);
}

void HistogramStripTest::tellsBuckets()
{
    const QString text = m_strip->textOf(30);
    QVERIFY2(text.contains(QStringLiteral("Error: 1")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("Info: 1,000,000")));
    QVERIFY(m_strip->textOf(kBuckets).isEmpty());
    m_strip->setHistogram(nullptr);
    QVERIFY(m_strip->textOf(0).isEmpty());
    QVERIFY(!m_strip->grab().isNull());
}

void HistogramStripTest::showsFewErrorsAmongMany()
{
    const QImage image = m_strip->grab().toImage();
    const QRect bar = m_strip->rectOf(30);
    QCOMPARE(image.pixelColor(bar.center().x(), bar.bottom()), m_theme.tone(Tone::Bad));
    const QRect other = m_strip->rectOf(31);
    QVERIFY(image.pixelColor(other.center().x(), other.bottom()) != m_theme.tone(Tone::Bad));
}

void HistogramStripTest::fitsBucketsToItsWidth()
{
    QSignalSpy changed(m_strip.get(), &HistogramStrip::mostBucketsChanged);
    const int before = m_strip->mostBuckets();
    m_strip->resize(1800, 64);
    QTRY_VERIFY(changed.size() >= 1);
    QVERIFY(m_strip->mostBuckets() > before);
    QCOMPARE(m_strip->bucketAt(-10), 0);
    QCOMPARE(m_strip->bucketAt(5000), kBuckets - 1);
}

QTEST_MAIN(HistogramStripTest)
#include "tst_histogramstrip.moc"
