// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/framecodec.h"
#include "feeds/resumepoint.h"

#include <cstdlib>

using namespace foretop::feeds;

namespace {

/// Whatever a server says, a client moves forward only.
void resume(Frame frame)
{
    ResumePoint point;
    std::vector<Missed> missed;
    Hello greeting;
    greeting.epoch = "e";
    greeting.first = Seq(3);
    greeting.next = Seq(8);
    point.subscribe(greeting, 4, missed);
    const auto before = point.next();
    if (auto *batch = std::get_if<Batch>(&frame)) {
        point.take(*batch);
    } else if (const auto *gap = std::get_if<Gap>(&frame)) {
        point.take(*gap);
    } else if (const auto *hello = std::get_if<Hello>(&frame)) {
        point.skipUnreadable();
        point.subscribe(*hello, 100, missed);
        if (point.next() < hello->first || point.next() > hello->next) {
            std::abort();
        }
        return;
    }
    if (point.next() < before) {
        std::abort();
    }
}

} // namespace

/// What the decoder lets through must come back as written.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    opensProtocol(bytes);
    const auto frame = decodeFrame(bytes, "fuzz", 1U << 20);
    if (!frame) {
        return 0;
    }
    const auto again = decodeFrame(encodeFrame(*frame), "fuzz", 4U << 20);
    if (!again || *again != *frame) {
        std::abort();
    }
    resume(*frame);
    return 0;
}
