// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compositionroot.h"
#include "app/mainwindow.h"
#include "e2e/agentprocess.h"
#include "jobs/job.h"
#include "models/jobmodel.h"
#include "models/logmodel.h"
#include "models/servicemodel.h"
#include "models/sourcemodel.h"

#include <QAbstractItemView>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <sys/statvfs.h>

using namespace foretop;
using models::JobModel;
using models::LogModel;
using models::ServiceModel;

namespace {

constexpr int kPatienceMs = 30'000;

/// The value of "Name:  123 kB" in /proc/meminfo, in bytes.
double memInfo(const QByteArray &name)
{
    QFile file(QStringLiteral("/proc/meminfo"));
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith(name + ':')) {
                return line.mid(name.size() + 1).trimmed().split(' ').value(0).toDouble() * 1024;
            }
        }
    }
    return 0;
}

QByteArray numberedLines(int first, int end)
{
    QByteArray lines;
    for (int n = first; n < end; ++n) {
        lines += "line number " + QByteArray::number(n) + '\n';
    }
    return lines;
}

} // namespace

/// The real window before a real agent in a process of its own.
class ConsoleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void tilesShowTrueValues();
    void appendedLineIsInTheTable();
    void curlMovesAProgressBar();
    void killedAgentComesBackWithNothingLostOrDoubled();
    void embeddedAgentWatchesThisMachine();

private:
    void open(const app::CommandLine &line);
    QAbstractItemModel *modelOf(const char *view) const;
    QModelIndex tile(const QString &name) const;
    double observed(const QString &tileName, const QString &value) const;
    int stateOf(const QString &tileName) const;
    QStringList chipTexts() const;
    QList<int> numbersShown() const;

    QTemporaryDir m_home;
    std::unique_ptr<e2e::AgentProcess> m_agent;
    std::unique_ptr<app::CompositionRoot> m_root;
};

void ConsoleTest::initTestCase()
{
    qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    QCoreApplication::setOrganizationName(QStringLiteral("foretop-test"));
}

void ConsoleTest::init()
{
    m_agent = std::make_unique<e2e::AgentProcess>();
    QVERIFY(m_agent->start());
    app::CommandLine line;
    line.connectTo = m_agent->url();
    open(line);
}

void ConsoleTest::cleanup()
{
    m_root.reset();
    m_agent.reset();
}

void ConsoleTest::open(const app::CommandLine &line)
{
    m_root = std::make_unique<app::CompositionRoot>(line);
    m_root->start();
    QVERIFY(QTest::qWaitForWindowExposed(&m_root->window()));
}

QAbstractItemModel *ConsoleTest::modelOf(const char *view) const
{
    return m_root->window().findChild<QAbstractItemView *>(QLatin1String(view))->model();
}

QModelIndex ConsoleTest::tile(const QString &name) const
{
    const auto *tiles = modelOf("serviceTiles");
    for (int row = 0; row < tiles->rowCount(); ++row) {
        const auto index = tiles->index(row, 0);
        if (index.data(ServiceModel::NameRole).toString() == name) {
            return index;
        }
    }
    return {};
}

double ConsoleTest::observed(const QString &tileName, const QString &value) const
{
    const auto pairs =
        tile(tileName).data(ServiceModel::ObservedRole).value<QVector<QPair<QString, QString>>>();
    for (const auto &[name, text] : pairs) {
        if (name == value) {
            return text.toDouble();
        }
    }
    return -1;
}

int ConsoleTest::stateOf(const QString &tileName) const
{
    const auto state = tile(tileName).data(ServiceModel::StateRole);
    return state.isValid() ? state.toInt() : -1;
}

QStringList ConsoleTest::chipTexts() const
{
    QStringList texts;
    const auto *chips = m_root->window().findChild<QWidget *>(QStringLiteral("linkChips"));
    for (const auto *chip : chips->findChildren<QToolButton *>()) {
        if (chip->objectName() != u"restChip") {
            texts << chip->text();
        }
    }
    return texts;
}

QList<int> ConsoleTest::numbersShown() const
{
    QList<int> numbers;
    const auto *log = modelOf("logView");
    for (int row = 0; row < log->rowCount(); ++row) {
        const QString text = log->index(row, LogModel::MessageColumn).data().toString();
        if (text.startsWith(u"line number ")) {
            numbers << text.section(u' ', -1).toInt();
        }
    }
    return numbers;
}

void ConsoleTest::tilesShowTrueValues()
{
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(QStringLiteral("disk")) > ServiceModel::Unknown, true,
                              kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(QStringLiteral("memory")) > ServiceModel::Unknown, true,
                              kPatienceMs);

    struct statvfs disk = {};
    QCOMPARE(statvfs("/", &disk), 0);
    const auto block = static_cast<double>(disk.f_frsize);
    const double used = static_cast<double>(disk.f_blocks - disk.f_bfree);
    const double usable = used + static_cast<double>(disk.f_bavail);
    QCOMPARE(observed(QStringLiteral("disk"), QStringLiteral("total_bytes")),
             static_cast<double>(disk.f_blocks) * block);
    QVERIFY(std::abs(observed(QStringLiteral("disk"), QStringLiteral("used_ratio")) -
                     used / usable) < 0.01);

    const double total = memInfo("MemTotal");
    QCOMPARE(observed(QStringLiteral("memory"), QStringLiteral("total_bytes")), total);
    QVERIFY(std::abs(observed(QStringLiteral("memory"), QStringLiteral("available_bytes")) -
                     memInfo("MemAvailable")) < 0.1 * total);

    const auto *sentence = m_root->window().findChild<QLabel *>(QStringLiteral("stateSentence"));
    QTRY_VERIFY_WITH_TIMEOUT(sentence->text().contains(u"2"), kPatienceMs);
}

void ConsoleTest::appendedLineIsInTheTable()
{
    QTRY_COMPARE_WITH_TIMEOUT(chipTexts().filter(QStringLiteral("live")).size(), 5, kPatienceMs);
    m_agent->appendLog("2024-01-15T10:30:00.123Z ERROR [shop.db] the pool is empty\n");
    const auto *log = modelOf("logView");
    QTRY_COMPARE_WITH_TIMEOUT(log->rowCount(), 1, kPatienceMs);
    const auto cell = [log](int column) { return log->index(0, column).data().toString(); };
    QCOMPARE(cell(LogModel::LevelColumn), QStringLiteral("ERROR"));
    QCOMPARE(cell(LogModel::LoggerColumn), QStringLiteral("shop.db"));
    QCOMPARE(cell(LogModel::MessageColumn), QStringLiteral("the pool is empty"));
}

void ConsoleTest::curlMovesAProgressBar()
{
    const QString url = m_agent->url().toString() + QStringLiteral("/jobs/7");
    const auto post = [&url](const char *job) {
        QProcess curl;
        curl.start(QStringLiteral("curl"),
                   {QStringLiteral("-sf"), QStringLiteral("-X"), QStringLiteral("POST"), url,
                    QStringLiteral("-d"), QString::fromUtf8(job)});
        return curl.waitForFinished(kPatienceMs) && curl.exitCode() == 0;
    };
    const auto *jobs = modelOf("jobTable");
    QVERIFY(post(R"({"name":"export","current":30,"total":120})"));
    QTRY_COMPARE_WITH_TIMEOUT(jobs->rowCount(), 1, kPatienceMs);
    const auto value = [jobs](int role) {
        return jobs->index(0, JobModel::ProgressColumn).data(role);
    };
    QCOMPARE(value(JobModel::ProgressRole).toDouble(), 0.25);
    QCOMPARE(value(JobModel::StateRole).toInt(), static_cast<int>(jobs::State::Running));
    QVERIFY(post(R"({"current":90})"));
    QTRY_COMPARE_WITH_TIMEOUT(value(JobModel::ProgressRole).toDouble(), 0.75, kPatienceMs);
    QVERIFY(post(R"({"state":"succeeded"})"));
    QTRY_COMPARE_WITH_TIMEOUT(value(JobModel::StateRole).toInt(),
                              static_cast<int>(jobs::State::Succeeded), kPatienceMs);
}

void ConsoleTest::killedAgentComesBackWithNothingLostOrDoubled()
{
    QTRY_COMPARE_WITH_TIMEOUT(chipTexts().filter(QStringLiteral("live")).size(), 5, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(stateOf(QStringLiteral("disk")) > ServiceModel::Unknown, true,
                              kPatienceMs);
    constexpr int kRounds = 3;
    constexpr int kLines = 200;
    int written = 0;
    const auto write = [this, &written] {
        m_agent->appendLog(numberedLines(written, written + kLines));
        written += kLines;
    };
    const auto *sentence = m_root->window().findChild<QLabel *>(QStringLiteral("stateSentence"));
    for (int round = 0; round < kRounds; ++round) {
        write();
        // Killed while the lines are under way, at another point each time.
        QTRY_VERIFY_WITH_TIMEOUT(numbersShown().size() > written - kLines - 1 - round, kPatienceMs);
        write();
        m_agent->kill();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(QStringLiteral("disk")), ServiceModel::Unreachable,
                                  kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(chipTexts().filter(QStringLiteral("unreachable")).size(), 5,
                                  kPatienceMs);
        QVERIFY2(sentence->text().startsWith(u"Unreachable since "), qPrintable(sentence->text()));
        write();
        QVERIFY(m_agent->start());
        QTRY_COMPARE_WITH_TIMEOUT(numbersShown().size(), written, kPatienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(chipTexts().filter(QStringLiteral("live")).size(), 5,
                                  kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(stateOf(QStringLiteral("disk")) != ServiceModel::Unreachable,
                                 kPatienceMs);
    }
    write();
    QTRY_COMPARE_WITH_TIMEOUT(numbersShown().size(), written, kPatienceMs);
    const auto numbers = numbersShown();
    for (int n = 0; n < written; ++n) {
        QCOMPARE(numbers[n], n);
    }
}

void ConsoleTest::embeddedAgentWatchesThisMachine()
{
    m_root.reset();
    open({});
    QTRY_VERIFY_WITH_TIMEOUT(stateOf(QStringLiteral("memory")) > ServiceModel::Unknown,
                             kPatienceMs);
    QCOMPARE(observed(QStringLiteral("memory"), QStringLiteral("total_bytes")),
             memInfo("MemTotal"));
    QTRY_COMPARE_WITH_TIMEOUT(chipTexts().filter(QStringLiteral("live")).size(), 5, kPatienceMs);
    const auto *switcher =
        m_root->window().findChild<QWidget *>(QStringLiteral("environmentSwitcher"));
    QVERIFY(switcher->property("currentText").toString().contains(u"this machine"));
}

QTEST_MAIN(ConsoleTest)
#include "tst_console.moc"
