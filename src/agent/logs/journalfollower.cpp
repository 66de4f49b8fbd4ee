// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/logs/journalfollower.h"

#include "agent/logs/logitem.h"
#include "base/jsonwriter.h"
#include "base/text.h"
#include "base/timestamp.h"
#include "logs/level.h"

#include <cstdlib>
#include <cstring>

#include <systemd/sd-journal.h>
#include <unistd.h>

namespace foretop::agent {
namespace {

constexpr Milliseconds kPoll{1'000};
constexpr std::size_t kMaxMessageBytes = 256U << 10; // six times that still fits into an item

/// A string that sd-journal allocated.
using CString = std::unique_ptr<char, decltype(&std::free)>;

tl::unexpected<Error> journalError(int code, const std::string &directory)
{
    return fail(code == -ENOENT   ? ErrorCode::NotFound
                : code == -EACCES ? ErrorCode::Denied
                                  : ErrorCode::Io,
                std::strerror(-code), directory.empty() ? "journal" : directory);
}

std::string_view levelOf(std::string_view priority)
{
    if (priority.size() != 1 || priority[0] < '0' || priority[0] > '7') {
        return logs::levelName(logs::Level::Info);
    }
    return logs::levelName(logs::levelFromNumber(priority[0] - '0').value_or(logs::Level::Unknown));
}

} // namespace

void JournalFollower::Close::operator()(sd_journal *journal) const
{
    sd_journal_close(journal);
}

JournalFollower::JournalFollower(JournalOptions options, PositionStore &positions,
                                 const Clock &clock, Publish publish, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_positions(positions)
    , m_clock(clock)
    , m_publish(std::move(publish))
    , m_ownPid(std::to_string(getpid()))
{
    m_again.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &JournalFollower::pump);
    connect(&m_again, &QTimer::timeout, this, &JournalFollower::pump);
}

JournalFollower::~JournalFollower() = default;

Result<void> JournalFollower::start()
{
    sd_journal *journal = nullptr;
    const int opened = m_options.directory.empty()
                           ? sd_journal_open(&journal, SD_JOURNAL_LOCAL_ONLY)
                           : sd_journal_open_directory(&journal, m_options.directory.c_str(), 0);
    if (opened < 0) {
        return journalError(opened, m_options.directory);
    }
    m_journal.reset(journal);
    sd_journal_set_data_threshold(journal, kMaxMessageBytes + 1);
    const int descriptor = sd_journal_get_fd(journal);
    if (descriptor >= 0) {
        m_notifier = std::make_unique<QSocketNotifier>(descriptor, QSocketNotifier::Read);
        connect(m_notifier.get(), &QSocketNotifier::activated, this, &JournalFollower::pump);
    }
    m_poll.start(kPoll); // inotify does not tell everything, such as of network file systems
    seekFirst();
    pump();
    return {};
}

void JournalFollower::seekFirst()
{
    sd_journal *journal = m_journal.get();
    const std::string &known = m_positions.journalCursor();
    if (!known.empty() && sd_journal_seek_cursor(journal, known.c_str()) >= 0) {
        // What comes next is the entry itself or, when it has been vacuumed away, the first after
        // it, which must not be skipped.
        if (sd_journal_next(journal) > 0 && sd_journal_test_cursor(journal, known.c_str()) <= 0) {
            if (sd_journal_previous(journal) <= 0) {
                sd_journal_seek_head(journal);
            }
        }
        return;
    }
    sd_journal_seek_tail(journal);
    const bool hasMore = sd_journal_previous_skip(journal, kFirstEntries + 1) > int(kFirstEntries);
    if (m_options.fromStart || !hasMore) {
        sd_journal_seek_head(journal);
    }
}

void JournalFollower::pump()
{
    sd_journal_process(m_journal.get());
    m_batchBytes = 0;
    int count = 0;
    const auto mayGoOn = [&] { return count < kTurnEntries && m_batchBytes < kTurnBytes; };
    while (mayGoOn() && readEntry()) {
        ++count;
    }
    if (!m_batch.empty()) {
        m_publish(std::exchange(m_batch, {}));
    }
    if (count > 0) {
        m_positions.setJournalCursor(m_cursor);
        m_positions.saveWhenDue(m_clock.steadyNow());
    }
    if (!mayGoOn()) {
        m_again.start(0);
    }
}

bool JournalFollower::readEntry()
{
    sd_journal *journal = m_journal.get();
    const int moved = sd_journal_next(journal);
    char *cursor = nullptr;
    if (moved < 0 || (moved > 0 && sd_journal_get_cursor(journal, &cursor) < 0)) {
        ++m_errors;
    }
    if (moved <= 0 || cursor == nullptr) {
        return false;
    }
    m_cursor = CString(cursor, &std::free).get();
    if (!(m_options.skipOwn && data("_PID") == m_ownPid)) {
        m_batch.push_back({.seq = {},
                           .item = item(),
                           .cursor = PositionStore::encodeJournalCursor(m_cursor),
                           .lost = {}});
        m_batchBytes += m_batch.back().item.size();
        ++m_entries;
    }
    return true;
}

std::string_view JournalFollower::data(const char *field)
{
    const void *bytes = nullptr;
    std::size_t length = 0;
    const std::size_t prefix = std::strlen(field) + 1; // "FIELD="
    if (sd_journal_get_data(m_journal.get(), field, &bytes, &length) < 0 || length < prefix) {
        return {};
    }
    return {static_cast<const char *>(bytes) + prefix, length - prefix};
}

std::string JournalFollower::item()
{
    std::uint64_t microseconds = 0;
    sd_journal_get_realtime_usec(m_journal.get(), &microseconds);
    const std::string time =
        formatIso8601(wallTimeFromMs(static_cast<std::int64_t>(microseconds / 1000)));
    JsonWriter json;
    json.beginObject();
    // data() is valid until the next data(), so every value is written before the next is asked.
    const auto addData = [&](std::string_view name, std::initializer_list<const char *> fields) {
        for (const char *field : fields) {
            if (const auto value = data(field); !value.empty()) {
                json.member(name, shownText(value));
                return;
            }
        }
    };
    addData("unit", {"_SYSTEMD_UNIT", "_SYSTEMD_USER_UNIT"});
    addData("pid", {"_PID", "SYSLOG_PID"});
    std::string message(data("MESSAGE"));
    if (message.size() > kMaxMessageBytes) {
        message.resize(kMaxMessageBytes);
        message += " [cut: more bytes]";
    }
    if (const auto trimmedMessage = trimmed(message);
        trimmedMessage.starts_with('{') && trimmedMessage.ends_with('}')) {
        // A service that writes JSON to its standard output.
        if (const auto object = m_reader.parseObject(trimmedMessage, "journal")) {
            if (object->at_key("timestamp").error() != simdjson::SUCCESS &&
                object->at_key("time").error() != simdjson::SUCCESS) {
                json.member("timestamp", time);
            }
            const std::string members = json.endObject().take();
            return withMembers(trimmedMessage,
                               std::string_view(members).substr(1, members.size() - 2));
        }
    }
    json.member("timestamp", time);
    json.member("level", levelOf(data("PRIORITY")));
    addData("logger", {"SYSLOG_IDENTIFIER", "_COMM"});
    json.member("message", shownText(message));
    return json.endObject().take();
}

void JournalFollower::fillMetrics(FamilyBuilder &out) const
{
    out.counter("foretopd_journal_entries_total", "Entries read from the journal.",
                static_cast<double>(m_entries));
    out.counter("foretopd_journal_errors_total", "Failures while reading the journal.",
                static_cast<double>(m_errors));
}

} // namespace foretop::agent
