// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/framecodec.h"

#include "base/jsonreader.h"
#include "base/jsonwriter.h"
#include "feeds/frameparts.h"

#include <fmt/format.h>

namespace foretop::feeds {
namespace {

/// Reads members of one frame; the first failure stays, so that callers check once.
class Members
{
public:
    Members(JsonObject object, std::string_view source)
        : m_object(object)
        , m_source(source)
    {
    }

    bool has(std::string_view name) const
    {
        JsonElement element;
        return m_object.at_key(name).get(element) == simdjson::SUCCESS && !element.is_null();
    }
    std::string text(std::string_view name)
    {
        return std::string(keep(requireString(m_object, name, m_source)));
    }
    std::string textOr(std::string_view name) { return has(name) ? text(name) : std::string(); }
    std::uint64_t count(std::string_view name)
    {
        const auto value = keep(requireCount(m_object, name, m_source));
        if (value > kMaxFrameNumber) {
            failed(ErrorCode::OutOfRange,
                   fmt::format("\"{}\" must not be above {}", name, kMaxFrameNumber));
        }
        return value;
    }
    std::uint64_t countOr(std::string_view name, std::uint64_t other)
    {
        return has(name) ? count(name) : other;
    }
    std::optional<std::uint64_t> countIfAny(std::string_view name)
    {
        return has(name) ? std::optional(count(name)) : std::nullopt;
    }
    std::optional<Members> inside(std::string_view name)
    {
        if (!has(name)) {
            return {};
        }
        const auto object = objectMember(m_object, name);
        if (!object) {
            failed(ErrorCode::WrongType, fmt::format("\"{}\" must be an object", name));
            return {};
        }
        return Members(*object, m_source);
    }
    void failed(ErrorCode code, std::string message)
    {
        keepError(Error{.code = code, .message = std::move(message), .source = m_source});
    }
    void keepError(const Error &error)
    {
        if (!m_error) {
            m_error = error;
        }
    }
    const std::optional<Error> &error() const { return m_error; }

private:
    template <typename T>
    T keep(const Result<T> &result)
    {
        if (!result) {
            keepError(result.error());
        }
        return result.value_or(T{});
    }

    JsonObject m_object;
    std::string m_source;
    std::optional<Error> m_error;
};

Frame readHello(Members &in)
{
    Hello hello;
    if (const auto protocol = in.text("protocol"); protocol != kProtocol) {
        in.failed(ErrorCode::Unknown,
                  fmt::format(R"("protocol" is "{}", not "{}")", protocol, kProtocol));
    }
    const auto feed = in.text("feed");
    const auto kind = feedKindFromName(feed);
    if (!kind) {
        in.failed(ErrorCode::Unknown, fmt::format("\"feed\" is \"{}\", which is no feed", feed));
    }
    hello.feed = kind.value_or(FeedKind::Health);
    hello.service = in.textOr("service");
    hello.host = in.textOr("host");
    hello.epoch = in.text("epoch");
    hello.first = Seq(in.count("first"));
    hello.next = Seq(in.count("next"));
    hello.window = in.count("window");
    if (hello.epoch.empty()) {
        in.failed(ErrorCode::OutOfRange, "\"epoch\" must not be empty");
    }
    if (hello.first < Seq(1) || hello.next < hello.first) {
        in.failed(ErrorCode::OutOfRange, "must be 1 <= \"first\" <= \"next\"");
    }
    if (hello.window == 0) {
        in.failed(ErrorCode::OutOfRange, "\"window\" must be 1 or more");
    }
    return hello;
}

Frame readSubscribe(Members &in)
{
    Subscribe subscribe;
    subscribe.epoch = in.textOr("epoch");
    if (!subscribe.epoch.empty()) {
        subscribe.after = Seq(in.count("after"));
    }
    subscribe.backlog = in.countIfAny("backlog");
    subscribe.maxFrameBytes = in.countIfAny("max_frame_bytes");
    if (auto filter = in.inside("filter")) {
        subscribe.minLevel = filter->textOr("min_level");
        if (filter->error()) {
            in.keepError(*filter->error());
        }
    }
    return subscribe;
}

Frame readBatch(Members &in, FrameParts &parts)
{
    Batch batch;
    batch.seq = Seq(in.count("seq"));
    batch.dropped = in.countOr("dropped", 0);
    batch.skipped = in.countOr("skipped", 0);
    if (!parts.hasItems) {
        in.failed(in.has("items") ? ErrorCode::WrongType : ErrorCode::Missing,
                  in.has("items") ? "\"items\" must be an array" : "\"items\" is missing");
    }
    batch.items = std::move(parts.items);
    if (batch.skipped >= batch.seq.value()) {
        in.failed(ErrorCode::OutOfRange,
                  "\"skipped\" must be less than \"seq\", which starts at 1");
    }
    if (batch.items.size() > kMaxFrameNumber - batch.seq.value()) {
        in.failed(ErrorCode::OutOfRange, "\"seq\" of the last item is too large");
    }
    return batch;
}

Frame readGap(Members &in)
{
    Gap gap{
        .from = Seq(in.count("from")), .to = Seq(in.count("to")), .reason = in.textOr("reason")};
    if (gap.from < Seq(1) || gap.to < gap.from) {
        in.failed(ErrorCode::OutOfRange, "must be 1 <= \"from\" <= \"to\"");
    }
    return gap;
}

Result<Frame> readFrame(Members &in, FrameParts &parts)
{
    const std::string type = in.text("type");
    Frame frame;
    if (type == "hello") {
        frame = readHello(in);
    } else if (type == "subscribe") {
        frame = readSubscribe(in);
    } else if (type == "batch") {
        frame = readBatch(in, parts);
    } else if (type == "ack") {
        frame = Ack{.seq = Seq(in.count("seq"))};
    } else if (type == "gap") {
        frame = readGap(in);
    } else if (type == "error") {
        frame = ErrorFrame{.code = in.text("code"), .message = in.textOr("message")};
    } else {
        in.failed(ErrorCode::Unknown,
                  fmt::format("\"type\" is \"{}\", which is no frame of {}", type, kProtocol));
    }
    if (in.error()) {
        return tl::unexpected(*in.error());
    }
    return frame;
}

struct Encoder
{
    JsonWriter &out;

    void operator()(const Hello &hello) const
    {
        out.member("type", "hello").member("protocol", kProtocol);
        out.member("feed", feedName(hello.feed));
        out.member("service", hello.service).member("host", hello.host);
        out.member("epoch", hello.epoch);
        out.member("first", hello.first.value()).member("next", hello.next.value());
        out.member("window", hello.window);
    }
    void operator()(const Subscribe &subscribe) const
    {
        out.member("type", "subscribe");
        if (!subscribe.epoch.empty()) {
            out.member("epoch", subscribe.epoch).member("after", subscribe.after.value());
        }
        if (subscribe.backlog) {
            out.member("backlog", *subscribe.backlog);
        }
        if (!subscribe.minLevel.empty()) {
            out.key("filter").beginObject().member("min_level", subscribe.minLevel).endObject();
        }
        if (subscribe.maxFrameBytes) {
            out.member("max_frame_bytes", *subscribe.maxFrameBytes);
        }
    }
    void operator()(const Batch &batch) const
    {
        out.member("type", "batch").member("seq", batch.seq.value());
        if (batch.skipped > 0) {
            out.member("skipped", batch.skipped);
        }
        if (batch.dropped > 0) {
            out.member("dropped", batch.dropped);
        }
        out.key("items").beginArray();
        for (const auto &item : batch.items) {
            out.raw(item);
        }
        out.endArray();
    }
    void operator()(const Ack &ack) const
    {
        out.member("type", "ack").member("seq", ack.seq.value());
    }
    void operator()(const Gap &gap) const
    {
        out.member("type", "gap").member("from", gap.from.value()).member("to", gap.to.value());
        out.member("reason", gap.reason);
    }
    void operator()(const ErrorFrame &error) const
    {
        out.member("type", "error").member("protocol", kProtocol);
        out.member("code", error.code).member("message", error.message);
    }
};

} // namespace

Result<Frame> decodeFrame(std::string_view bytes, std::string_view source, std::size_t maxBytes)
{
    if (bytes.size() > maxBytes) {
        return fail(
            ErrorCode::TooLarge,
            fmt::format("frame of {} bytes is larger than the limit of {}", bytes.size(), maxBytes),
            source);
    }
    JsonReader reader;
    FrameParts parts;
    const auto apart = takeApart(bytes, parts);
    if (!apart) {
        if (const auto object = reader.parseObject(parts.envelope, source)) {
            Members members(*object, source);
            return readFrame(members, parts);
        }
    }
    // The strict parser sees the whole frame and says what is wrong, and where.
    const auto object = reader.parseObject(bytes, source);
    return tl::unexpected(
        object ? Error{.message = fmt::format("not JSON: {}", simdjson::error_message(apart)),
                       .source = std::string(source)}
               : object.error());
}

std::string encodeFrame(const Frame &frame)
{
    JsonWriter out;
    out.beginObject();
    std::visit(Encoder{out}, frame);
    out.endObject();
    return out.take();
}

bool opensProtocol(std::string_view bytes)
{
    JsonReader reader;
    const auto object = reader.parseObject(bytes, {});
    if (!object) {
        return false;
    }
    const auto type = stringMember(*object, "type").value_or("");
    const auto protocol = stringMember(*object, "protocol").value_or("");
    return (type == "hello" || type == "error") && protocol.starts_with("foretop.feed/");
}

} // namespace foretop::feeds
