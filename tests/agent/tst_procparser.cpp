// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/metrics/procparser.h"

#include <QTest>

using namespace foretop::agent;

/// On texts as Linux 6.1 writes them.
class ProcParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsStat();
    void readsMeminfo();
    void readsLoadavg_data();
    void readsLoadavg();
    void readsDiskstats();
    void readsNetDev();
    void readsMounts();
    void readsProcessStat();
    void leavesOutWhatItCannotRead();
};

void ProcParserTest::readsStat()
{
    const ProcStat stat = parseProcStat("cpu  300 20 30 4000 5 6 7 8 9 10\n"
                                        "cpu0 100 10 20 3000 5 6 7 8 9 10\n"
                                        "cpu12 200 10 10 1000\n"
                                        "intr 12345 0 1 2\n"
                                        "ctxt 987654\n"
                                        "btime 1700000000\n"
                                        "processes 4321\n"
                                        "procs_running 3\n"
                                        "procs_blocked 1\n");
    QCOMPARE(stat.cpus.size(), std::size_t(2));
    QCOMPARE(stat.cpus[0].cpu, std::string("0"));
    QCOMPARE(stat.cpus[0].modes.size(), std::size_t(8));
    QCOMPARE(stat.cpus[0].modes[3].first, std::string_view("idle"));
    QCOMPARE(stat.cpus[0].modes[3].second, std::uint64_t(3000));
    QCOMPARE(stat.cpus[0].modes[7].first, std::string_view("steal"));
    QCOMPARE(stat.cpus[1].cpu, std::string("12"));
    QCOMPARE(stat.cpus[1].modes.size(), std::size_t(4));
    QCOMPARE(stat.bootTime, std::optional<std::uint64_t>(1700000000));
    QCOMPARE(stat.contextSwitches, std::optional<std::uint64_t>(987654));
    QCOMPARE(stat.forks, std::optional<std::uint64_t>(4321));
    QCOMPARE(stat.running, std::optional<std::uint64_t>(3));
    QCOMPARE(stat.blocked, std::optional<std::uint64_t>(1));
}

void ProcParserTest::readsMeminfo()
{
    const auto memory = parseMeminfo("MemTotal:       16316412 kB\n"
                                     "MemAvailable:   12000000 kB\n"
                                     "Active(anon):     100 kB\n"
                                     "HugePages_Total:       2\n"
                                     "Hugepagesize:       2048 kB\n");
    QCOMPARE(memory.at("MemTotal"), std::uint64_t(16316412) * 1024);
    QCOMPARE(memory.at("MemAvailable"), std::uint64_t(12000000) * 1024);
    QCOMPARE(memory.at("Active_anon"), std::uint64_t(102400));
    QCOMPARE(memory.at("HugePages_Total"), std::uint64_t(2));
}

void ProcParserTest::readsLoadavg_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("good") << QByteArray("0.52 1.25 10.07 2/812 12345\n") << true;
    QTest::newRow("short") << QByteArray("0.52 1.25\n") << false;
    QTest::newRow("words") << QByteArray("a b c\n") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void ProcParserTest::readsLoadavg()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, valid);
    const auto load = parseLoadavg(text.toStdString());
    QCOMPARE(load.has_value(), valid);
    if (valid) {
        QCOMPARE(load->one, 0.52);
        QCOMPARE(load->five, 1.25);
        QCOMPARE(load->fifteen, 10.07);
    }
}

void ProcParserTest::readsDiskstats()
{
    const auto disks =
        parseDiskstats("   8       0 sda 100 5 2000 30 200 6 4000 70 0 1500 100 0 0 0 0 0 0\n"
                       "   8       1 sda1 90 5 1000 30 200 6 4000 70 0 1500 100\n"
                       " 259       0 nvme0n1 1 0 8 0 2 0 16 0 0 250 0\n"
                       " 259       1 nvme0n1p1 1 0 8 0 2 0 16 0 0 250 0\n"
                       " 179       0 mmcblk0 1 0 8 0 2 0 16 0 0 250 0\n"
                       " 179       1 mmcblk0p2 1 0 8 0 2 0 16 0 0 250 0\n"
                       "   7       0 loop0 1 0 8 0 2 0 16 0 0 250 0\n"
                       "   1       0 ram0 0 0 0 0 0 0 0 0 0 0 0\n"
                       " 254       0 dm-0 1 0 8 0 2 0 16 0 0 250 0\n"
                       " 254      16 vdb 1 0 8 0 2\n");
    QStringList names;
    for (const auto &disk : disks) {
        names += QString::fromStdString(disk.device);
    }
    QCOMPARE(names.join(u' '), QStringLiteral("sda nvme0n1 mmcblk0 dm-0"));
    QCOMPARE(disks[0].readsCompleted, std::uint64_t(100));
    QCOMPARE(disks[0].readBytes, std::uint64_t(2000 * 512));
    QCOMPARE(disks[0].writesCompleted, std::uint64_t(200));
    QCOMPARE(disks[0].writtenBytes, std::uint64_t(4000 * 512));
    QCOMPARE(disks[0].ioSeconds, 1.5);
}

void ProcParserTest::readsNetDev()
{
    const auto devices = parseNetDev(
        "Inter-|   Receive                                                |  Transmit\n"
        " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs\n"
        "    lo: 1000 10 0 0 0 0 0 0 1000 10 0 0 0 0 0 0\n"
        "  eth0:5000 50 1 2 3 4 5 6 7000 70 8 9 0 0 0 0\n");
    QCOMPARE(devices.size(), std::size_t(2));
    QCOMPARE(devices[1].device, std::string("eth0"));
    QCOMPARE(devices[1].receivedBytes, std::uint64_t(5000));
    QCOMPARE(devices[1].receivedErrors, std::uint64_t(1));
    QCOMPARE(devices[1].sentBytes, std::uint64_t(7000));
    QCOMPARE(devices[1].sentErrors, std::uint64_t(8));
}

void ProcParserTest::readsMounts()
{
    const auto mounts = parseMounts("proc /proc proc rw 0 0\n"
                                    "/dev/sda1 / ext4 rw 0 0\n"
                                    "/dev/sdb1 /mnt/my\\040disk xfs rw 0 0\n"
                                    "server:/x /nfs nfs4 rw 0 0\n"
                                    "sshfs /ssh fuse.sshfs rw 0 0\n"
                                    "/dev/sdc1 /data ext4 rw 0 0\n"
                                    "/dev/sdd1 /data btrfs rw 0 0\n"
                                    "broken\n");
    QCOMPARE(mounts.size(), std::size_t(3));
    QCOMPARE(mounts[1].mountPoint, std::string("/mnt/my disk"));
    QCOMPARE(mounts[2].device, std::string("/dev/sdd1"));
    QCOMPARE(mounts[2].type, std::string("btrfs"));
}

void ProcParserTest::readsProcessStat()
{
    const auto process = parseProcessStat(
        "4242 (a (b) c) S 1 4242 4242 0 -1 4194560 100 0 0 0 150 50 0 0 20 0 7 0 12345 1000000 "
        "250 18446744073709551615 1 1\n");
    QVERIFY(process);
    QCOMPARE(process->cpuTicks, std::uint64_t(200));
    QCOMPARE(process->threads, std::uint64_t(7));
    QCOMPARE(process->startTicks, std::uint64_t(12345));
    QCOMPARE(process->virtualBytes, std::uint64_t(1000000));
    QCOMPARE(process->residentPages, std::uint64_t(250));
}

void ProcParserTest::leavesOutWhatItCannotRead()
{
    for (const char *text : {"", "\n\n", "cpu\ncpu0\ncpu1 x\n", ":\n: x\n", "\\", "a b c d"}) {
        QVERIFY(parseProcStat(text).cpus.empty());
        QVERIFY(parseMeminfo(text).empty());
        QVERIFY(parseDiskstats(text).empty());
        QVERIFY(parseNetDev(text).empty());
        QVERIFY(parseMounts(text).empty());
        QVERIFY(!parseProcessStat(text));
    }
}

QTEST_APPLESS_MAIN(ProcParserTest)
#include "tst_procparser.moc"
