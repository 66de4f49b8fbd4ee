// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sourceboard.h"

#include <QTest>

using namespace foretop;
using namespace foretop::session;
using feeds::LinkPhase;
using feeds::LinkState;

class SourceBoardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void copiesWhatChanged();
    void keepsEarlierLinks();
    void boundsEarlierLinks();
};

namespace {

LinkState linkOf(LinkPhase phase, int second)
{
    return {.phase = phase, .since = wallTimeFromMs(second * 1000), .error = {}, .plain = false};
}

LinkPhase phaseAt(const SourceStatus &status, int second)
{
    return linkAt(status, wallTimeFromMs(second * 1000)).phase;
}

} // namespace

void SourceBoardTest::copiesWhatChanged()
{
    QVector<SourceStatus> statuses(3);
    SourceBoard board(statuses);
    board.setCounters(1, {.frames = 7});
    board.setLastError(1, {.code = ErrorCode::Malformed, .message = "no object", .source = "web"});
    board.setCounters(1, {.frames = 8});
    board.copyChangesTo(statuses);
    QCOMPARE(statuses.at(1).counters.frames, std::uint64_t(8));
    QCOMPARE(statuses.at(1).lastError, QStringLiteral("web: no object"));
    QCOMPARE(statuses.at(0).counters.frames, std::uint64_t(0));
    // What did not change since is not copied again.
    statuses[1].counters.frames = 1;
    board.copyChangesTo(statuses);
    QCOMPARE(statuses.at(1).counters.frames, std::uint64_t(1));
}

void SourceBoardTest::keepsEarlierLinks()
{
    QVector<SourceStatus> statuses(1);
    statuses[0].link = linkOf(LinkPhase::Connecting, 10);
    SourceBoard board(statuses);
    board.setLink(0, linkOf(LinkPhase::Live, 20));
    board.setLink(0, linkOf(LinkPhase::Unreachable, 30));
    board.setLink(0, linkOf(LinkPhase::Unreachable, 30));
    board.setLink(0, linkOf(LinkPhase::Live, 40));
    board.copyChangesTo(statuses);
    const SourceStatus &status = statuses.at(0);
    QCOMPARE(status.earlierLinks.size(), 3);
    QCOMPARE(phaseAt(status, 5), LinkPhase::Connecting);
    QCOMPARE(phaseAt(status, 19), LinkPhase::Connecting);
    QCOMPARE(phaseAt(status, 20), LinkPhase::Live);
    QCOMPARE(phaseAt(status, 35), LinkPhase::Unreachable);
    QCOMPARE(phaseAt(status, 50), LinkPhase::Live);
    QCOMPARE(linkAt(status, {}).phase, LinkPhase::Live);
}

void SourceBoardTest::boundsEarlierLinks()
{
    QVector<SourceStatus> statuses(1);
    SourceBoard board(statuses);
    for (int i = 0; i < 500; ++i) {
        board.setLink(0, linkOf(i % 2 == 0 ? LinkPhase::Live : LinkPhase::Unreachable, i));
    }
    board.copyChangesTo(statuses);
    QCOMPARE(statuses.at(0).earlierLinks.size(), kMaxEarlierLinks);
    QCOMPARE(statuses.at(0).earlierLinks.constLast().since, wallTimeFromMs(498 * 1000));
}

QTEST_APPLESS_MAIN(SourceBoardTest)
#include "tst_sourceboard.moc"
