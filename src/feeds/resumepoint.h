// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/frame.h"

namespace foretop::feeds {

/// Items that did not come and will not.
struct Missed
{
    std::uint64_t count = 0; ///< 0: nobody knows how many
    std::string reason;
    bool operator==(const Missed &) const = default;
};

/// What a frame brought beside new items.
struct Taken
{
    std::uint64_t duplicates = 0;
    std::vector<Missed> missed;
};

/// Where a client is in a feed: what it has, what it asks for next, what is missing in between.
/// Pure; knows no socket.
class ResumePoint
{
public:
    /// The answer to @p hello: on the first link the newest @p backlog items, later what follows
    /// the last item taken. What will be missing all the same is put into @p missed.
    Subscribe subscribe(const Hello &hello, std::uint64_t backlog, std::vector<Missed> &missed);

    /// Leaves only what is new in @p batch and moves behind it.
    Taken take(Batch &batch);
    /// Moves behind @p gap.
    Taken take(const Gap &gap);

    /// What came after the last item cannot be read: the next subscribe() leaves 1 item out, then
    /// 2, 4, ... until something can be taken again, so that no link fails for ever on one frame.
    void skipUnreadable();

    /// The next item to come; Seq(0) before the first subscribe().
    Seq next() const { return m_next; }

private:
    void moveTo(Seq next);

    std::string m_epoch;
    Seq m_next;
    bool m_fresh = false; ///< nothing taken yet since the newest items were asked for
    int m_unreadable = 0;
    bool m_skip = false;
};

} // namespace foretop::feeds
