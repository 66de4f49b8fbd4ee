// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/patterns.h"

#include "logs/messagemask.h"
#include "logs/patterntree.h"
#include "logs/rangestoread.h"
#include "logs/rawreader.h"
#include "logs/texthash.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

namespace foretop::logs {
namespace {

// Records whose messages are collected by the workers before the tree sees those that are new. It
// starts small, as then nearly all are, and grows when few are.
constexpr std::uint64_t kLeastWindow = 8'192;
constexpr std::uint64_t kMostWindow = 262'144;

/// What is counted of records that are alike. Adding commutes, so that the order of workers does
/// not matter.
struct Tally
{
    std::uint64_t count = 0;
    LevelCounts levels{};
    RecordNumber first{std::numeric_limits<std::uint64_t>::max()};
    RecordNumber last;

    void add(const RawRecord &record)
    {
        ++count;
        ++levels[static_cast<std::size_t>(record.level)];
        first = std::min(first, record.number);
        last = std::max(last, record.number);
    }
    void add(const Tally &other)
    {
        count += other.count;
        for (std::size_t level = 0; level < kLevelCount; ++level) {
            levels[level] += other.levels[level];
        }
        first = std::min(first, other.first);
        last = std::max(last, other.last);
    }
};

/// A pattern of the tree with what is counted of it.
struct Counted
{
    Tally tally;
    std::optional<WallTime> firstTime;
    std::optional<WallTime> lastTime;
    // Whose times these are.
    std::optional<RecordNumber> timedFirst;
    std::optional<RecordNumber> timedLast;

    void readTimes(const LogSnapshot &snapshot)
    {
        if (timedFirst != tally.first) {
            timedFirst = tally.first;
            firstTime = snapshot.record(tally.first).time;
        }
        if (timedLast != tally.last) {
            timedLast = tally.last;
            lastTime = tally.last == tally.first ? firstTime : snapshot.record(tally.last).time;
        }
    }
    void add(const Counted &other)
    {
        firstTime = other.tally.first < tally.first ? other.firstTime : firstTime;
        lastTime = other.tally.last > tally.last ? other.lastTime : lastTime;
        tally.add(other.tally);
    }
};

using TextKey = std::uint64_t;
TextKey keyOf(std::string_view masked)
{
    return std::hash<std::string_view>{}(masked);
}

/// The pattern of each masked message met before: so each joins one once and for all, and in what
/// pieces a log is read makes no difference.
using KnownTexts = std::unordered_map<TextKey, PatternTree::Id>;

/// What one worker collects in a window. One thread.
class Collector
{
public:
    explicit Collector(const LogSnapshot &snapshot)
        : m_reader(snapshot)
    {
    }

    void begin(std::size_t patterns) { m_known.assign(patterns, {}); }
    void add(const RawRecord &record, const KnownTexts &known)
    {
        if (record.kind == RecordKind::Gap) {
            return;
        }
        const auto masked = m_mask.apply(m_reader.message(record));
        if (const auto found = known.find(keyOf(masked)); found != known.end()) {
            (found->second == PatternTree::kNone ? m_unmatched : m_known[found->second])
                .add(record);
        } else if (const auto seen = m_new.find(masked); seen != m_new.end()) {
            seen->second.add(record);
        } else {
            m_new.emplace(masked, Tally()).first->second.add(record);
        }
    }

    const std::vector<Tally> &known() const { return m_known; }
    TextMap<Tally> takeNew() { return std::exchange(m_new, {}); }
    std::uint64_t takeUnmatched() { return std::exchange(m_unmatched, {}).count; }

private:
    RawReader m_reader;
    MessageMask m_mask;
    std::vector<Tally> m_known; // by pattern
    Tally m_unmatched;
    TextMap<Tally> m_new; // by masked message
};

} // namespace

struct PatternMiner::State
{
    PatternTree tree{kMaxPatterns};
    KnownTexts texts;
    std::vector<Counted> patterns; // by Id
    std::uint64_t unmatched = 0;
    std::uint64_t window = kLeastWindow;

    RecordRange nextWindow(RecordRange rest, const RecordSet *within) const;
    void take(std::vector<Collector> &collectors);
    void addNew(std::string_view masked, const Tally &tally);
};

PatternMiner::PatternMiner()
    : m_state(std::make_unique<State>())
{
}

PatternMiner::~PatternMiner() = default;

Result<void> PatternMiner::add(const LogSnapshot &snapshot, RecordRange range,
                               const RecordSet *within, const std::stop_token &stop,
                               const ProgressFunction &progress, unsigned workers)
{
    auto &state = *m_state;
    range = clipped(range, wholeOf(snapshot));
    std::vector<Collector> collectors;
    for (unsigned worker = 0; worker < workers; ++worker) {
        collectors.emplace_back(snapshot);
    }
    const auto total = countIn(range, within);
    Result<void> done;
    for (auto rest = range; done && countIn(rest, within) > 0;) {
        const auto window = state.nextWindow(rest, within);
        for (auto &collector : collectors) {
            collector.begin(state.patterns.size());
        }
        done = snapshot.visit(window, within, workers, stop,
                              [&](unsigned worker, std::span<const RawRecord> records) {
                                  for (const auto &record : records) {
                                      collectors[worker].add(record, state.texts);
                                  }
                              });
        if (done) {
            state.take(collectors);
            rest.first = window.end;
        }
        if (done && progress) {
            progress({total - countIn(rest, within), total});
        }
    }
    for (auto &pattern : state.patterns) {
        pattern.readTimes(snapshot);
    }
    return done;
}

/// The first records of @p rest: as many of @p within as the window has room for.
RecordRange PatternMiner::State::nextWindow(RecordRange rest, const RecordSet *within) const
{
    if (countIn(rest, within) > window) {
        rest.end = within == nullptr ? rest.first + window
                                     : within->at(within->rankOf(rest.first) + window);
    }
    return rest;
}

void PatternMiner::State::take(std::vector<Collector> &collectors)
{
    TextMap<Tally> all;
    for (auto &collector : collectors) {
        for (std::size_t id = 0; id < collector.known().size(); ++id) {
            patterns[id].tally.add(collector.known()[id]);
        }
        unmatched += collector.takeUnmatched();
        auto found = collector.takeNew();
        all.merge(found);
        for (const auto &[masked, tally] : found) {
            all.find(masked)->second.add(tally);
        }
    }
    std::vector<const TextMap<Tally>::value_type *> inOrder;
    inOrder.reserve(all.size());
    for (const auto &text : all) {
        inOrder.push_back(&text);
    }
    std::sort(inOrder.begin(), inOrder.end(),
              [](const auto *a, const auto *b) { return a->second.first < b->second.first; });
    for (const auto *text : inOrder) {
        addNew(text->first, text->second);
    }
    if (inOrder.size() < window / 16) {
        window = std::min(window * 4, kMostWindow);
    } else if (inOrder.size() > window / 2) {
        window = std::max(window / 4, kLeastWindow);
    }
}

void PatternMiner::State::addNew(std::string_view masked, const Tally &tally)
{
    const auto id = tree.add(masked);
    if (texts.size() < kMaxTexts) {
        texts.emplace(keyOf(masked), id);
    }
    if (id == PatternTree::kNone) {
        unmatched += tally.count;
        return;
    }
    patterns.resize(tree.size());
    patterns[id].tally.add(tally);
}

std::vector<LogPattern> PatternMiner::patterns() const
{
    TextMap<Counted> byText; // several leaves may come to hold the same
    for (std::size_t id = 0; id < m_state->patterns.size(); ++id) {
        const auto &counted = m_state->patterns[id];
        const auto text = m_state->tree.text(static_cast<PatternTree::Id>(id));
        const auto [known, isNew] = byText.try_emplace(text, counted);
        if (!isNew) {
            known->second.add(counted);
        }
    }
    std::vector<LogPattern> patterns;
    for (const auto &[text, counted] : byText) {
        patterns.push_back({.text = text,
                            .count = counted.tally.count,
                            .levels = counted.tally.levels,
                            .example = counted.tally.first,
                            .first = counted.firstTime,
                            .last = counted.lastTime});
    }
    std::sort(patterns.begin(), patterns.end(), [](const LogPattern &a, const LogPattern &b) {
        return a.count != b.count ? a.count > b.count : a.example < b.example;
    });
    return patterns;
}

std::uint64_t PatternMiner::unmatched() const
{
    return m_state->unmatched;
}

} // namespace foretop::logs
