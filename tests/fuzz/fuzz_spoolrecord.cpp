// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "feeds/spoolrecord.h"

#include <algorithm>
#include <cstdlib>

using namespace foretop;
using namespace foretop::feeds;

namespace {

void require(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

std::string encoded(const std::vector<PublishedItem> &items)
{
    std::string bytes;
    for (const auto &item : items) {
        appendSpoolRecord(bytes, item);
    }
    return bytes;
}

/// What is read is a part from the start, as it was written.
SpoolRecords decoded(std::string_view bytes)
{
    auto records = decodeSpoolRecords(bytes);
    require(records.goodBytes <= bytes.size());
    require(encoded(records.items) == bytes.substr(0, records.goodBytes));
    return records;
}

void requireHeader(std::string_view bytes)
{
    if (const auto header = decodeSpoolHeader(bytes)) {
        const auto again = encodeSpoolHeader(*header);
        const auto same = decodeSpoolHeader({again.data(), again.size()});
        require(same && same->epoch == header->epoch && same->bootId == header->bootId &&
                same->state == header->state);
    }
}

/// One item a line: item, lost and cursor between tabs. They are JSON, which holds no NUL, and so
/// no record.
std::vector<PublishedItem> itemsOf(std::string text)
{
    std::replace(text.begin(), text.end(), '\0', ' ');
    std::vector<PublishedItem> items;
    std::string_view rest = text;
    while (!rest.empty()) {
        auto line = takeUntil(rest, '\n');
        PublishedItem item;
        item.seq = Seq(items.size() + 1);
        item.item = takeUntil(line, '\t');
        item.lost = takeUntil(line, '\t');
        item.cursor = line;
        items.push_back(std::move(item));
    }
    return items;
}

} // namespace

/// Any bytes are records and a rest. Two numbers and the items behind them are written: a write cut
/// short anywhere is no damage, and no byte that changed goes unseen.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    requireHeader(bytes);
    decoded(bytes);
    if (size < 4) {
        return 0;
    }
    const std::size_t place = data[0] | data[1] << 8;
    const auto change = static_cast<char>(data[2] | 1);
    const auto items = itemsOf(std::string(bytes.substr(3)));
    auto written = encoded(items);
    const auto whole = decoded(written);
    require(whole.items.size() == items.size() && !whole.damaged);
    const auto at = place % written.size();
    require(!decoded(std::string_view(written).substr(0, at)).damaged);
    written[at] = static_cast<char>(written[at] ^ change);
    require(decoded(written).items.size() < items.size());
    return 0;
}
