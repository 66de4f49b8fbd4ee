// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/feedclient.h"

#include "feeds/backoff.h"
#include "feeds/feedsocket.h"
#include "feeds/framecodec.h"
#include "feeds/plainmode.h"
#include "feeds/resumepoint.h"

#include <QRandomGenerator>
#include <QTimer>

#include <fmt/format.h>

namespace foretop::feeds {
namespace {

enum class Mode {
    Opening,  ///< nothing received on this link yet
    Protocol, ///< foretop.feed/1
    Plain,
};

} // namespace

class FeedClient::Private
{
public:
    Private(FeedClientOptions clientOptions, const Clock &systemClock, FeedClient *client);

    void openLink();
    void dropLink();
    void receive(const QByteArray &message);
    void receiveAnswer();
    void fail(LinkFailure failure);
    void setState(LinkPhase phase, std::optional<Error> error = {});
    bool isActive() const { return socket || retryTimer.isActive(); }

    FeedClient *const q;
    const FeedClientOptions options;
    const Clock &clock;
    const std::string source;
    LinkState state;
    LinkCounters counters;
    QTimer retryTimer;

private:
    void receiveFrame(std::string_view bytes);
    void receivePlain(std::string_view bytes);
    void enterPlain();
    void handle(const Hello &hello);
    void handle(Batch batch);
    void handle(const Gap &gap);
    void handle(const ErrorFrame &frame);
    /// Frames that only a client sends.
    template <typename T>
    void handle(const T &)
    {
        reject({.message = "a server does not send subscribe or ack", .source = source});
    }
    void becomeLive(Mode newMode);
    void deliver(const DecodedItems &decoded, std::uint64_t count);
    void acknowledge(std::uint64_t items);
    void report(const Taken &taken);
    void reject(const Error &error);

    FeedSocket *socket = nullptr; ///< child of q; null between attempts
    Mode mode = Mode::Opening;
    ResumePoint resume;
    Backoff backoff;
    QTimer plainTimer;
    int answersSinceRejected = -1; ///< pings answered since a frame was rejected with nothing
                                   ///< taken after it; -1: none was
    bool everLive = false;
    bool everPlain = false;
    bool plainReceived = false; ///< on this link
    std::string serverError;
};

FeedClient::Private::Private(FeedClientOptions clientOptions, const Clock &systemClock,
                             FeedClient *client)
    : q(client)
    , options(std::move(clientOptions))
    , clock(systemClock)
    , source(options.source.toStdString())
    , retryTimer(client)
    , backoff(options.backoffFirst, options.backoffMost,
              [] { return QRandomGenerator::global()->generateDouble(); })
    , plainTimer(client)
{
    retryTimer.setSingleShot(true);
    plainTimer.setSingleShot(true);
    connect(&retryTimer, &QTimer::timeout, q, [this] { openLink(); });
    connect(&plainTimer, &QTimer::timeout, q, [this] { enterPlain(); });
}

void FeedClient::Private::openLink()
{
    mode = Mode::Opening;
    serverError.clear();
    plainReceived = false;
    answersSinceRejected = -1;
    socket = new FeedSocket(options, q);
    connect(socket, &FeedSocket::opened, q, [this] {
        if (!socket->hasSubprotocol()) {
            plainTimer.start(options.plainAfter);
        }
    });
    connect(socket, &FeedSocket::received, q,
            [this](const QByteArray &message) { receive(message); });
    connect(socket, &FeedSocket::answered, q, [this] { receiveAnswer(); });
    connect(socket, &FeedSocket::failed, q, [this](const LinkFailure &failure) { fail(failure); });
    socket->open();
}

void FeedClient::Private::dropLink()
{
    plainTimer.stop();
    if (socket) {
        // Often called from a signal of the socket, which must outlive the call.
        socket->disconnect(q);
        socket->deleteLater();
        socket = nullptr;
    }
}

void FeedClient::Private::fail(LinkFailure failure)
{
    if (failure.unreadable) {
        if (resume.next() > Seq(0)) {
            failure.error.message += fmt::format(", after item {}", resume.next().value() - 1);
        }
        resume.skipUnreadable();
        reject(failure.error);
    } else if (!serverError.empty()) {
        failure.error.message = serverError;
    }
    if (!socket) {
        return; // stopped by who heard of the rejected frame
    }
    dropLink();
    if (failure.persistent) {
        setState(LinkPhase::Refused, failure.error);
    } else {
        retryTimer.start(backoff.next());
        setState(LinkPhase::Unreachable, failure.error);
    }
    Q_EMIT q->countersChanged(counters);
}

void FeedClient::Private::setState(LinkPhase phase, std::optional<Error> error)
{
    if (state.phase != phase || state.since == WallTime{}) {
        state.since = clock.wallNow();
    }
    state.phase = phase;
    state.error = std::move(error);
    state.plain = mode == Mode::Plain;
    Q_EMIT q->stateChanged(state);
}

void FeedClient::Private::receive(const QByteArray &message)
{
    ++counters.frames;
    Q_EMIT q->frameReceived(message);
    if (!socket) {
        return; // stopped by who received the frame
    }
    const std::string_view bytes(message.constData(), static_cast<std::size_t>(message.size()));
    bool speaksProtocol = mode == Mode::Protocol || socket->hasSubprotocol();
    if (!speaksProtocol && !plainReceived && opensProtocol(bytes)) {
        mode = Mode::Opening; // a late hello ends plain mode
        speaksProtocol = true;
    }
    speaksProtocol ? receiveFrame(bytes) : receivePlain(bytes);
    Q_EMIT q->countersChanged(counters);
}

void FeedClient::Private::receiveFrame(std::string_view bytes)
{
    plainTimer.stop();
    auto frame = decodeFrame(bytes, source, options.maxFrameBytes);
    const bool opens = frame && (std::holds_alternative<Hello>(*frame) ||
                                 std::holds_alternative<ErrorFrame>(*frame));
    if (mode == Mode::Opening && !opens) {
        auto error = frame ? Error{.message = "the first frame must be a hello", .source = source}
                           : frame.error();
        reject(error);
        fail({.error = std::move(error), .persistent = true});
    } else if (!frame) {
        reject(frame.error());
        answersSinceRejected = 0;
    } else {
        std::visit([this](auto &content) { handle(std::move(content)); }, *frame);
    }
}

void FeedClient::Private::handle(const Hello &hello)
{
    if (mode != Mode::Opening) {
        reject({.message = "a second hello", .source = source});
        return;
    }
    if (hello.feed != options.kind) {
        fail({.error = {.code = ErrorCode::WrongType,
                        .message = fmt::format("this is a feed of {}, not of {}",
                                               feedName(hello.feed), feedName(options.kind)),
                        .source = source},
              .persistent = true});
        return;
    }
    Taken taken;
    Subscribe subscribe = resume.subscribe(hello, options.backlog, taken.missed);
    subscribe.minLevel = options.minLevel.toStdString();
    subscribe.maxFrameBytes = options.maxFrameBytes;
    socket->subscribe(subscribe, hello.window);
    becomeLive(Mode::Protocol);
    if (socket) {
        report(taken);
    }
}

void FeedClient::Private::handle(Batch batch)
{
    const auto taken = resume.take(batch);
    backoff.reset();
    answersSinceRejected = -1;
    report(taken);
    if (socket && !batch.items.empty()) {
        deliver(decodeItems(options.kind, batch.items, clock.wallNow(), source),
                batch.items.size());
    }
    acknowledge(batch.items.size());
}

void FeedClient::Private::handle(const Gap &gap)
{
    const auto taken = resume.take(gap);
    backoff.reset();
    answersSinceRejected = -1;
    report(taken);
    acknowledge(0);
}

void FeedClient::Private::handle(const ErrorFrame &frame)
{
    serverError = fmt::format("the server says {}: {}", frame.code, frame.message);
    Error error{.code = ErrorCode::Denied, .message = serverError, .source = source};
    if (errorcode::isPersistent(frame.code)) {
        fail({.error = std::move(error), .persistent = true});
    } else {
        error.code = ErrorCode::Unavailable;
        Q_EMIT q->frameRejected(error);
    }
}

void FeedClient::Private::receivePlain(std::string_view bytes)
{
    plainTimer.stop();
    plainReceived = true;
    backoff.reset();
    enterPlain();
    if (!socket) {
        return; // stopped by who heard that the link is live
    }
    const auto decoded = decodePlain(options.kind, bytes, clock.wallNow(), source);
    deliver(decoded, itemCount(decoded.items));
}

void FeedClient::Private::enterPlain()
{
    if (mode == Mode::Plain) {
        return;
    }
    becomeLive(Mode::Plain);
    if (std::exchange(everPlain, true) && socket) {
        report({.missed = {{.count = 0, .reason = "the link was cut"}}});
    }
}

void FeedClient::Private::becomeLive(Mode newMode)
{
    if (std::exchange(everLive, true) && state.phase != LinkPhase::Live) {
        ++counters.reconnects;
    }
    mode = newMode;
    setState(LinkPhase::Live);
}

void FeedClient::Private::receiveAnswer()
{
    backoff.reset();
    // A rejected batch may have filled the window: the server then waits for an acknowledgement
    // that nobody can give.
    if (answersSinceRejected >= 0 && ++answersSinceRejected > 1) {
        resume.skipUnreadable();
        fail({.error = {.message = "what could not be read is asked for again", .source = source}});
    }
}

void FeedClient::Private::deliver(const DecodedItems &decoded, std::uint64_t count)
{
    counters.items += count;
    counters.malformed += decoded.unreadable;
    for (const auto &error : decoded.firstErrors) {
        Q_EMIT q->frameRejected(error);
    }
    if (socket) {
        Q_EMIT q->itemsReady(decoded);
    }
}

void FeedClient::Private::report(const Taken &taken)
{
    counters.duplicates += taken.duplicates;
    for (const auto &missed : taken.missed) {
        counters.dropped += missed.count;
        Q_EMIT q->gapFound(missed.count, QString::fromStdString(missed.reason));
    }
}

void FeedClient::Private::reject(const Error &error)
{
    ++counters.malformed;
    Q_EMIT q->frameRejected(error);
}

void FeedClient::Private::acknowledge(std::uint64_t items)
{
    if (socket) { // not stopped by who received the items
        socket->acknowledge(Seq(resume.next().value() - 1), items);
    }
}

FeedClient::FeedClient(FeedClientOptions options, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(options), clock, this))
{
}

FeedClient::~FeedClient() = default;

const FeedClientOptions &FeedClient::options() const
{
    return d->options;
}

void FeedClient::start()
{
    if (d->isActive() || d->state.phase == LinkPhase::Stopped) {
        return;
    }
    const QUrl &url = d->options.url;
    if (!url.isValid() || url.host().isEmpty()) {
        const auto text = url.toDisplayString().toStdString();
        d->setState(LinkPhase::Refused,
                    Error{.message = "not a WebSocket address: " + text, .source = d->source});
        return;
    }
    d->setState(LinkPhase::Connecting);
    d->openLink();
}

void FeedClient::stop()
{
    d->retryTimer.stop();
    d->dropLink();
    d->setState(LinkPhase::Stopped);
}

void FeedClient::retryNow()
{
    if (d->state.phase == LinkPhase::Refused) {
        start();
    } else if (d->retryTimer.isActive()) {
        d->retryTimer.stop();
        d->openLink();
    }
}

} // namespace foretop::feeds
