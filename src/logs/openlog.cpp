// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/openlog.h"

#include "logs/indexoperation.h"
#include "logs/pacedcall.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace foretop::logs {
namespace {

/// Views take no more than a display can show.
constexpr std::chrono::milliseconds kLeastChangeInterval{20};
/// How long text may wait to be indexed while more of it is copied.
constexpr std::chrono::milliseconds kCopyInterval{30};

} // namespace

/// What a snapshot is made of; replaced together.
struct OpenLog::State
{
    std::shared_ptr<LogFile> file;
    std::shared_ptr<LineIndex> index = std::make_shared<LineIndex>();
    LineRules rules;
    std::uint64_t sampledBytes = 0; // of the text's front, by which the rules were told
    // Lives as long as records keep their numbers.
    std::shared_ptr<const void> identity = std::make_shared<char>();

    void startAnew()
    {
        index = std::make_shared<LineIndex>();
        identity = std::make_shared<char>();
        sampledBytes = 0;
    }
};

struct OpenLog::Private
{
    std::string name;
    bool hasPath = false;
    SpoolLimits spoolLimits;
    std::shared_ptr<const FormatCatalogue> catalogue;
    std::shared_ptr<const Clock> clock;

    mutable std::mutex mutex; // protects the members below, up to the worker's own
    State state;
    LogFormatPtr format; // as set
    bool detectsFormat = true;
    TimeZone zone;
    std::stop_source running; // stops the indexing under way

    // Of the thread that loads and follows.
    bool isRewritten = false;
    Result<void> copied;

    static std::unique_ptr<Private> of(std::string name, OpenOptions options)
    {
        auto made = std::make_unique<Private>();
        made->name = std::move(name);
        made->spoolLimits = options.spool;
        made->catalogue =
            options.catalogue ? std::move(options.catalogue) : std::make_shared<FormatCatalogue>();
        made->clock = std::move(options.clock);
        made->format = std::move(options.format);
        made->detectsFormat = options.detectsFormat;
        made->zone = std::move(options.zone);
        return made;
    }
    State currentState() const
    {
        const std::lock_guard lock(mutex);
        return state;
    }
    OpenOptions options() const
    {
        const std::lock_guard lock(mutex);
        return {.format = format,
                .zone = zone,
                .catalogue = catalogue,
                .spool = spoolLimits,
                .clock = clock,
                .detectsFormat = detectsFormat};
    }
    LineRules toldRules(const LogFile &file) const;
    State stateToIndex(const std::stop_source &stop);
};

LineRules OpenLog::Private::toldRules(const LogFile &file) const
{
    std::string sample(kRulesSampleBytes, '\0');
    sample.resize(file.read(file.textBegin(), sample).value_or(0));
    const auto chosen = options();
    return chosen.format || !chosen.detectsFormat
               ? lineRulesOf(chosen.format, sample, clock, chosen.zone)
               : detectLineRules(sample, clock, *catalogue, chosen.zone);
}

/// The state for one run of indexing, which @p stop stops. Rules that were told from little text
/// are told again.
OpenLog::State OpenLog::Private::stateToIndex(const std::stop_source &stop)
{
    while (true) {
        const auto before = currentState();
        const auto sampled = std::min<std::uint64_t>(before.file->size(), kRulesSampleBytes);
        const bool isTold = sampled > before.sampledBytes;
        auto rules = isTold ? toldRules(*before.file) : before.rules;
        const std::lock_guard lock(mutex);
        if (state.identity != before.identity) {
            continue;
        }
        running = stop;
        if (isTold) {
            if (rules.kind != state.rules.kind || rules.format != state.rules.format) {
                state.startAnew();
            }
            state.rules = std::move(rules);
            state.sampledBytes = sampled;
        }
        return state;
    }
}

OpenLog::OpenLog(std::unique_ptr<Private> state)
    : d(std::move(state))
{
}

OpenLog::~OpenLog() = default;

Result<std::shared_ptr<OpenLog>> OpenLog::open(const std::string &path, OpenOptions options)
{
    auto file = LogFile::open(path, options.spool);
    if (!file) {
        return tl::unexpected(std::move(file.error()));
    }
    auto made = Private::of(path, std::move(options));
    made->hasPath = true;
    made->state.file = std::move(*file);
    return std::shared_ptr<OpenLog>(new OpenLog(std::move(made)));
}

LineRules OpenLog::rules() const
{
    return d->toldRules(*file());
}

Result<std::shared_ptr<OpenLog>> OpenLog::openStream(FileDescriptor descriptor, std::string name,
                                                     OpenOptions options)
{
    auto file = LogFile::openStream(std::move(descriptor), name, options.spool);
    if (!file) {
        return tl::unexpected(std::move(file.error()));
    }
    auto made = Private::of(std::move(name), std::move(options));
    made->state.file = std::move(*file);
    return std::shared_ptr<OpenLog>(new OpenLog(std::move(made)));
}

const std::string &OpenLog::name() const
{
    return d->name;
}

LogFormatPtr OpenLog::format() const
{
    const std::lock_guard lock(d->mutex);
    return d->format ? d->format : d->state.rules.format;
}

void OpenLog::setOptions(LogFormatPtr format, TimeZone zone, bool detectsFormat)
{
    const std::lock_guard lock(d->mutex);
    d->format = std::move(format);
    d->detectsFormat = detectsFormat;
    d->zone = std::move(zone);
    d->state.startAnew();
    d->running.request_stop();
}

Result<void> OpenLog::load(const std::stop_token &stop, const ProgressFunction &progress,
                           const std::function<void()> &changed)
{
    if (d->isRewritten) {
        if (auto opened = reopenRewritten(); !opened) {
            return opened;
        }
    }
    if (!d->currentState().file->isComplete()) {
        return copyAndIndex(stop, progress, changed);
    }
    const auto indexed = indexAll(stop, progress, changed);
    return indexed ? d->copied : indexed;
}

/// What was written anew may be of another encoding, or compressed.
Result<void> OpenLog::reopenRewritten()
{
    auto file = LogFile::open(d->name, d->spoolLimits);
    if (!file) {
        return tl::unexpected(std::move(file.error()));
    }
    d->isRewritten = false;
    d->copied = {};
    const std::lock_guard lock(d->mutex);
    d->state.startAnew();
    d->state.file = std::move(*file);
    return {};
}

Result<void> OpenLog::copyAndIndex(const std::stop_token &stop, const ProgressFunction &progress,
                                   const std::function<void()> &changed)
{
    const auto file = d->currentState().file;
    std::mutex mutex; // protects hasGrown and isCopied
    std::condition_variable advanced;
    bool hasGrown = false;
    bool isCopied = false;
    std::stop_source copying;
    const std::stop_callback forward(stop, [&copying] { copying.request_stop(); });
    const std::jthread copier([&] {
        d->copied = file->spool(copying.get_token(), [&](Progress done) {
            {
                const std::lock_guard lock(mutex);
                hasGrown = true;
            }
            advanced.notify_one();
            if (progress) {
                progress(done);
            }
        });
        const std::lock_guard lock(mutex);
        isCopied = true;
        advanced.notify_one();
    });
    Result<void> indexed;
    for (bool isLast = false; !isLast && indexed;) {
        {
            std::unique_lock lock(mutex);
            advanced.wait(lock, [&] { return hasGrown || isCopied; });
            hasGrown = false;
            isLast = isCopied;
        }
        indexed = indexAll(copying.get_token(), {}, changed);
        std::unique_lock lock(mutex);
        advanced.wait_for(lock, kCopyInterval, [&] { return isCopied; });
    }
    if (!indexed && indexed.error().code != ErrorCode::Cancelled) {
        copying.request_stop();
    }
    std::unique_lock lock(mutex);
    advanced.wait(lock, [&] { return isCopied; });
    const bool isCancelled = !d->copied && d->copied.error().code == ErrorCode::Cancelled;
    // A copy that was stopped cannot go on; the file can be read from its front again.
    d->isRewritten = isCancelled && d->hasPath;
    return indexed ? d->copied : indexed;
}

Result<void> OpenLog::indexAll(const std::stop_token &stop, const ProgressFunction &progress,
                               const std::function<void()> &changed)
{
    while (true) {
        std::stop_source running;
        const std::stop_callback forward(stop, [&running] { running.request_stop(); });
        const auto state = d->stateToIndex(running);
        PacedCall paced(changed, kLeastChangeInterval);
        auto indexed = IndexOperation(state.file, state.index, state.rules)
                           .run(running.get_token(), [&](Progress done) {
                               if (progress) {
                                   progress(done);
                               }
                               paced.call();
                           });
        paced.finish();
        const bool isCurrent = d->currentState().index == state.index;
        if (isCurrent || stop.stop_requested()) {
            return indexed;
        }
    }
}

FileCheck OpenLog::follow()
{
    const auto check = d->currentState().file->check();
    const std::lock_guard lock(d->mutex);
    if (check.content == ContentState::Rewritten) {
        d->isRewritten = d->hasPath && check.path == PathState::Same;
        d->state.startAnew();
    } else if (check.content == ContentState::Shrunk) {
        // Records behind the cut are gone and their numbers will mean others; the chunk before may
        // end in a line that was cut.
        const auto chunk = static_cast<std::size_t>(check.size / LineChunk::kBytes);
        d->state.index->cut(std::max<std::size_t>(chunk, 1) - 1);
        d->state.identity = std::make_shared<char>();
        d->state.sampledBytes = std::min(d->state.sampledBytes, check.size);
    }
    return check;
}

Result<std::shared_ptr<OpenLog>> OpenLog::reopen() const
{
    if (!d->hasPath) {
        return fail(ErrorCode::WrongType, "was read as it came and cannot be opened again",
                    d->name);
    }
    return open(d->name, d->options());
}

std::shared_ptr<const FileLogSnapshot> OpenLog::snapshot() const
{
    const auto state = d->currentState();
    return std::make_shared<FileLogSnapshot>(state.file, state.index->view(), state.rules, d->name,
                                             state.identity);
}

LineIndexView OpenLog::index() const
{
    return d->currentState().index->view();
}

std::shared_ptr<const LogFile> OpenLog::file() const
{
    return d->currentState().file;
}

} // namespace foretop::logs
