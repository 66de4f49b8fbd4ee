// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/recordwriter.h"

#include <algorithm>

namespace foretop::logs {
namespace {

constexpr std::size_t kPieceBytes = 256U << 10;
/// Records whose numbers are held at a time.
constexpr std::uint64_t kPieceRecords = 64U << 10;

/// One call of writeRecords().
class Writing
{
public:
    using Sink = std::function<Result<void>(std::string_view)>;
    using Tell = std::function<void(const WriteProgress &)>;

    Writing(const LogSnapshot &snapshot, const RecordWriter &writer, const std::stop_token &stop,
            const Sink &sink, const Tell &tell)
        : m_snapshot(snapshot)
        , m_writer(writer)
        , m_stop(stop)
        , m_sink(sink)
        , m_tell(tell)
    {
    }

    Result<WriteProgress> run(RecordRange range, const RecordSet *within);

private:
    Result<void> writePiece(RecordRange range, const RecordSet *within);
    Result<void> writeOne(RecordNumber number);
    Result<void> copy(const LogSnapshot::StoredBytes &bytes);
    Result<void> flushCopied();
    void endLine();
    Result<void> flush();

    const LogSnapshot &m_snapshot;
    const RecordWriter &m_writer;
    const std::stop_token &m_stop;
    const Sink &m_sink;
    const Tell &m_tell;
    WriteProgress m_progress;
    std::string m_out;
    bool m_isLineOpen = false;                        // what was written last has no line end
    std::optional<LogSnapshot::StoredBytes> m_copied; // to be read and written together
};

Result<WriteProgress> Writing::run(RecordRange range, const RecordSet *within)
{
    m_progress.totalRecords = within == nullptr
                                  ? range.end - range.first
                                  : within->rankOf(range.end) - within->rankOf(range.first);
    for (auto first = range.first; first < range.end;) {
        const auto end = std::min(first + kPieceRecords, range.end);
        auto written = writePiece({.first = first, .end = end}, within);
        if (!written) {
            return tl::unexpected(std::move(written.error()));
        }
        first = end;
    }
    auto written = flushCopied();
    if (written) {
        written = flush();
    }
    return written.map([this] { return m_progress; });
}

Result<void> Writing::writePiece(RecordRange range, const RecordSet *within)
{
    Result<void> written;
    const auto write = [&](RecordNumber number) {
        written = m_stop.stop_requested() ? Result<void>(fail(ErrorCode::Cancelled, "cancelled"))
                                          : writeOne(number);
        ++m_progress.records;
        return written.has_value();
    };
    if (within == nullptr) {
        for (auto number = range.first; number < range.end && write(number); ++number) {
        }
        return written;
    }
    for (const auto number : within->between(range.first, range.end)) {
        if (!write(number)) {
            break;
        }
    }
    return written;
}

Result<void> Writing::writeOne(RecordNumber number)
{
    if (m_writer.format() == RecordFormat::Text) {
        if (const auto bytes = m_snapshot.bytesOf(number)) {
            return copy(*bytes);
        }
    }
    auto copied = flushCopied();
    if (!copied) {
        return copied;
    }
    endLine();
    const auto record = m_snapshot.record(number);
    m_writer.write(record,
                   m_writer.needsFields(record) ? m_snapshot.fields(number) : std::vector<Field>(),
                   m_out);
    return m_out.size() >= kPieceBytes ? flush() : Result<void>();
}

/// Records that lie one behind the other are read together.
Result<void> Writing::copy(const LogSnapshot::StoredBytes &bytes)
{
    if (m_copied && m_copied->file == bytes.file && m_copied->range.end == bytes.range.begin &&
        m_copied->range.size() < kPieceBytes) {
        m_copied->range.end = bytes.range.end;
        return {};
    }
    auto copied = flushCopied();
    m_copied = bytes;
    return copied;
}

Result<void> Writing::flushCopied()
{
    if (!m_copied) {
        return {};
    }
    const auto copied = *std::exchange(m_copied, {});
    endLine();
    for (auto offset = copied.range.begin; offset < copied.range.end;) {
        if (m_stop.stop_requested()) { // a record may be as large as the file
            return fail(ErrorCode::Cancelled, "cancelled");
        }
        const auto before = m_out.size();
        const auto wanted = std::min<std::uint64_t>(copied.range.end - offset, kPieceBytes);
        m_out.resize(before + wanted);
        const auto read = copied.file->read(offset, std::span(m_out).subspan(before, wanted));
        if (!read) {
            return tl::unexpected(read.error());
        }
        if (*read == 0) {
            m_out.resize(before);
            return fail(ErrorCode::Io, "the file was cut while it was read", copied.file->name());
        }
        m_out.resize(before + *read);
        offset += *read;
        m_isLineOpen = m_out.back() != '\n';
        if (m_out.size() >= kPieceBytes) {
            if (auto flushed = flush(); !flushed) {
                return flushed;
            }
        }
    }
    return {};
}

/// A file's last line may have no end; what follows it begins a line.
void Writing::endLine()
{
    if (std::exchange(m_isLineOpen, false)) {
        m_out += '\n';
    }
}

Result<void> Writing::flush()
{
    auto written = m_sink(m_out);
    m_progress.bytes += m_out.size();
    m_out.clear();
    if (written && m_tell) {
        m_tell(m_progress);
    }
    return written;
}

} // namespace

Result<WriteProgress> writeRecords(const LogSnapshot &snapshot, RecordRange range,
                                   const RecordSet *within, const RecordWriter &writer,
                                   const std::stop_token &stop,
                                   const std::function<Result<void>(std::string_view)> &sink,
                                   const std::function<void(const WriteProgress &)> &progress)
{
    return Writing(snapshot, writer, stop, sink, progress).run(range, within);
}

} // namespace foretop::logs
