// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Twelve panels of ten series at 1920x1080, for bench/metrics/run: what the GUI thread does when
// answers come once a second, and how long a frame takes while the person zooms and pans and each
// panel gets an answer for each frame. Answers are made beforehand: workers do that.
// benchpanels [lines|stacked]
#include "app/card.h"
#include "app/crosshairlink.h"
#include "app/panelbody.h"
#include "app/settings.h"
#include "app/timeview.h"
#include "session/timecursor.h"

#include <QApplication>
#include <QGridLayout>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace foretop;
using namespace foretop::app;

namespace {

constexpr int kPanels = 12;
constexpr int kSeries = 10;
constexpr int kColumnsOfGrid = 4;
constexpr int kSeconds = 30;
constexpr int kFrames = 300;
constexpr qint64 kRangeMs = 900'000;

using Answers = std::vector<PanelView::Answer>;

/// What a thread has computed, in ms.
double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

double wallMs()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double, std::milli>(now).count();
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[std::size_t(double(values.size() - 1) * share)];
}

/// A value that is the same for the same series and time, and looks like a busy server's.
double valueAt(int series, qint64 ms)
{
    const double slow = std::sin(double(ms) / 1e5 + series);
    const auto noise = quint32(ms / 1000 * 2654435761U + quint32(series) * 40503U) % 1000;
    return 20.0 * series + 15 * slow + noise / 60.0 + 20;
}

class Bench
{
public:
    explicit Bench(models::LineStyle style)
        : m_settings(m_folder.filePath(QStringLiteral("settings")))
        , m_cursor(m_clock)
    {
        m_theme.setAppearance(Appearance::Light);
        auto *layout = new QGridLayout(&m_page);
        for (int i = 0; i < kPanels; ++i) {
            layout->addWidget(makePanel(i, style), i / kColumnsOfGrid, i % kColumnsOfGrid);
        }
        m_page.resize(1920, 1080);
        m_page.show();
        // The plots find their width with the first answers.
        for (int i = 0; i < 5; ++i) {
            give(answers(msSinceEpoch(m_clock.wallNow()), kRangeMs));
            settle();
        }
    }

    void live()
    {
        const qint64 start = msSinceEpoch(m_clock.wallNow());
        double busy = 0;
        for (int second = 0; second < kSeconds; ++second) {
            const Answers fresh = answers(start + 1000 * second, kRangeMs);
            const double before = cpuMs();
            give(fresh);
            settle();
            busy += cpuMs() - before;
        }
        std::printf("live_ms_a_second %.2f\n", busy / kSeconds);
        std::printf("points_a_panel %lld\n", static_cast<long long>(m_points));
    }

    void zoom()
    {
        m_cursor.setWindow(m_clock.wallNow() - Milliseconds(2 * kRangeMs),
                           m_clock.wallNow() - Milliseconds(kRangeMs));
        std::vector<double> wall;
        std::vector<double> cpu;
        for (int frame = 0; frame < kFrames; ++frame) {
            // Of the window before, as it is when a worker has just computed it.
            const Answers fresh = answers(msSinceEpoch(m_cursor.at()), m_cursor.range().count());
            const double wallBefore = wallMs();
            const double cpuBefore = cpuMs();
            turnWheel(frame);
            give(fresh);
            for (PanelBody *body : m_bodies) {
                body->view().setWindow(msSinceEpoch(m_cursor.from()), msSinceEpoch(m_cursor.at()));
            }
            QCoreApplication::processEvents();
            cpu.push_back(cpuMs() - cpuBefore);
            wall.push_back(wallMs() - wallBefore);
        }
        const double drawn = double(drawings()) / kFrames;
        const double before = wallMs();
        settle();
        std::printf("frame_p50_ms %.2f\n", percentile(wall, 0.5));
        std::printf("frame_p99_ms %.2f\n", percentile(wall, 0.99));
        std::printf("frame_cpu_p99_ms %.2f\n", percentile(cpu, 0.99));
        std::printf("all_sharp_after_ms %.2f\n", wallMs() - before);
        std::printf("drawings_a_frame %.2f\n", drawn);
    }

private:
    QWidget *makePanel(int index, models::LineStyle style)
    {
        models::PanelSpec spec;
        spec.title = QStringLiteral("Panel %1").arg(index);
        spec.unit = models::Unit::PerSecond;
        spec.style = style;
        auto *card = new Card(&m_page);
        auto *layout = new QVBoxLayout(card);
        layout->setContentsMargins(0, 0, 0, 0);
        const PageContext context{m_theme, m_settings, m_cursor};
        m_bodies.push_back(new PanelBody(context, m_crosshair, spec, card));
        layout->addWidget(m_bodies.back());
        return card;
    }

    Answers answers(qint64 toMs, qint64 rangeMs)
    {
        Answers all;
        for (PanelBody *body : m_bodies) {
            auto answer = std::make_shared<models::PanelAnswer>();
            // A step is about two pixels.
            answer->stepMs = std::max<qint64>(1000, rangeMs * 2 / body->view().columns());
            answer->toMs = toMs;
            answer->fromMs = toMs - rangeMs;
            for (int i = 0; i < kSeries; ++i) {
                models::PanelSeries series;
                series.label = QStringLiteral("GET /orders/%1").arg(i);
                const qint64 first = answer->fromMs / answer->stepMs * answer->stepMs;
                for (qint64 ms = first; ms <= toMs; ms += answer->stepMs) {
                    series.points.emplace_back(double(ms), valueAt(i, ms));
                }
                series.last = series.reduced = series.points.back().y();
                m_points = series.points.size() * kSeries;
                answer->series << series;
            }
            all.push_back(answer);
        }
        return all;
    }

    void give(const Answers &fresh)
    {
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            m_bodies[i]->setAnswer(fresh[i], false);
            m_bodies[i]->view().setWindow(fresh[i]->fromMs, fresh[i]->toMs);
        }
    }

    int drawings() const
    {
        int count = 0;
        for (const PanelBody *body : m_bodies) {
            count += static_cast<const TimeView &>(body->view()).drawings();
        }
        return count - m_drawingsBefore;
    }

    /// Until all panels have drawn what they were given.
    void settle()
    {
        for (int turn = 0; turn < 2 * kPanels; ++turn) {
            QCoreApplication::processEvents();
        }
        m_drawingsBefore += drawings();
    }

    void turnWheel(int frame)
    {
        QWidget &view = m_bodies[std::size_t(frame) % kPanels]->view();
        const QPointF at(view.width() / 3.0, view.height() / 2.0);
        // In for a while, out again, and sideways between.
        const int notch = frame / 20 % 2 == 0 ? 30 : -30;
        const QPoint delta = frame % 40 < 30 ? QPoint(0, notch) : QPoint(notch, 0);
        QWheelEvent event(at, view.mapToGlobal(at), {}, delta, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
    Theme m_theme;
    Settings m_settings;
    session::TimeCursor m_cursor;
    CrosshairLink m_crosshair;
    QWidget m_page;
    std::vector<PanelBody *> m_bodies;
    qsizetype m_points = 0;
    int m_drawingsBefore = 0;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const bool isStacked = argc > 1 && QByteArray(argv[1]) == "stacked";
    Bench bench(isStacked ? models::LineStyle::Stacked : models::LineStyle::Lines);
    bench.live();
    bench.zoom();
    return 0;
}
