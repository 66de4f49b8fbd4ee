// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/livequeryoperation.h"
#include "logs/recordparser.h"

#include <array>
#include <cstdlib>

using namespace foretop;
using namespace foretop::logs;

namespace {

void require(bool condition)
{
    if (!condition) {
        std::abort();
    }
}

bool isSame(const RecordView &view, const Record &record)
{
    return view.kind == record.kind && view.level == record.level && view.time == record.time &&
           view.source == record.source && view.logger == record.logger &&
           view.message == record.message && view.raw == record.raw;
}

void requireInBounds(const Record &record)
{
    require(record.raw.size() <= kMaxRecordBytes && record.message.size() <= kMaxRecordBytes);
    require(simdjson::validate_utf8(record.raw) && simdjson::validate_utf8(record.message));
    require(simdjson::validate_utf8(record.logger));
    require(fieldsOf(record.raw).size() <= kMaxFields);
}

} // namespace

/// Any bytes make a record: within its bounds, the same when its text is read again, and found
/// again in a store by any part of its text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    RecordParser parser(std::make_shared<ManualClock>());
    const auto record = parser.parseText(bytes);
    requireInBounds(record);
    // Showing a byte as "\\xNN" may complete an escape, and a mark is only taken off once.
    const bool isChanged =
        !simdjson::validate_utf8(bytes) || record.raw.starts_with("\xEF\xBB\xBF");
    if (!isChanged && parser.cutRecords() == 0) {
        const auto again = parser.parseText(record.raw);
        require(again.raw == record.raw && again.message == record.message);
        require(again.level == record.level && again.time == record.time);
    }

    std::array records = {record, record};
    JsonReader reader;
    if (const auto item = reader.parseObject(bytes, "fuzz")) {
        records[1] = parser.parseItem(*item);
        requireInBounds(records[1]);
    }
    LiveStore store;
    store.append(records);
    const auto snapshot = store.snapshot();
    require(isSame(snapshot.at(RecordNumber(0)), records[0]));
    require(isSame(snapshot.at(RecordNumber(1)), records[1]));
    // Line ends at the end of a record are not part of what is searched.
    const auto text = record.raw.substr(0, record.raw.find_last_not_of("\r\n") + 1);
    const auto part = text.substr(text.size() / 3, text.size() / 3);
    if (const auto query = CompiledQuery::compile(queryOf(TextTerm{.text = {.text = part}}))) {
        const auto found = LiveQueryOperation(snapshot, *query, {}, {}, 1).run({});
        require(found && found->contains(RecordNumber(0)));
    }
    return 0;
}
