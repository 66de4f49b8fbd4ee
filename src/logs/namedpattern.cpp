// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/namedpattern.h"

#include <algorithm>
#include <array>
#include <atomic>

#include <fmt/format.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace foretop::logs {
namespace {

template <typename T, void (*Free)(T *)>
struct Freed
{
    void operator()(T *held) const { Free(held); }
};
template <typename T, void (*Free)(T *)>
using Owned = std::unique_ptr<T, Freed<T, Free>>;

using Code = Owned<pcre2_code, pcre2_code_free>;
using CompileContext = Owned<pcre2_compile_context, pcre2_compile_context_free>;
using MatchContext = Owned<pcre2_match_context, pcre2_match_context_free>;
using MatchData = Owned<pcre2_match_data, pcre2_match_data_free>;

PCRE2_SPTR toUnits(std::string_view text)
{
    return reinterpret_cast<PCRE2_SPTR>(text.empty() ? "" : text.data());
}

std::string messageOf(int code)
{
    std::array<PCRE2_UCHAR, 256> text{};
    pcre2_get_error_message(code, text.data(), text.size());
    return reinterpret_cast<const char *>(text.data());
}

} // namespace

struct NamedPattern::State
{
    Code code;
    MatchContext context;
    std::atomic<std::uint64_t> givenUp{0};

    /// PCRE2's result for @p text: more than 0 when it matches.
    int run(std::string_view text, std::uint32_t options, pcre2_match_data *data)
    {
        if (givenUp.load(std::memory_order_relaxed) >= kMaxGivenUp) {
            return PCRE2_ERROR_NOMATCH;
        }
        const auto found =
            pcre2_match(code.get(), toUnits(text), text.size(), 0, options, data, context.get());
        if (found < 0 && found != PCRE2_ERROR_NOMATCH) {
            givenUp.fetch_add(1, std::memory_order_relaxed);
        }
        return found;
    }
};

Result<NamedPattern> NamedPattern::compile(std::string_view regex)
{
    constexpr std::uint32_t kMaxNesting = 50;
    constexpr std::uint32_t kMaxHeapKiB = 4096;
    // Bytes of text need not be UTF-8, and one code unit of it must not be matched alone.
    constexpr std::uint32_t kOptions =
        PCRE2_UTF | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C;
    if (regex.size() > kMaxPatternBytes) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("a pattern may have up to {} bytes", kMaxPatternBytes));
    }
    const CompileContext compileContext(pcre2_compile_context_create(nullptr));
    pcre2_set_parens_nest_limit(compileContext.get(), kMaxNesting);
    NamedPattern pattern;
    pattern.m_state = std::make_shared<State>();
    int error = 0;
    PCRE2_SIZE place = 0;
    pattern.m_state->code.reset(pcre2_compile(toUnits(regex), regex.size(), kOptions, &error,
                                              &place, compileContext.get()));
    if (!pattern.m_state->code) {
        return fail(ErrorCode::Malformed, messageOf(error), {}, Place::atLine(1, place + 1));
    }
    // Where this fails the pattern is interpreted, which only takes longer.
    pcre2_jit_compile(pattern.m_state->code.get(), PCRE2_JIT_COMPLETE);
    pattern.m_state->context.reset(pcre2_match_context_create(nullptr));
    pcre2_set_match_limit(pattern.m_state->context.get(), kMaxSteps);
    pcre2_set_depth_limit(pattern.m_state->context.get(), kMaxSteps);
    pcre2_set_heap_limit(pattern.m_state->context.get(), kMaxHeapKiB);
    pattern.readNames();
    if (pattern.m_groups.size() > kMaxGroups) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("a pattern may have up to {} named groups", kMaxGroups));
    }
    return pattern;
}

void NamedPattern::readNames()
{
    std::uint32_t count = 0;
    std::uint32_t size = 0;
    PCRE2_SPTR table = nullptr;
    pcre2_pattern_info(m_state->code.get(), PCRE2_INFO_NAMECOUNT, &count);
    pcre2_pattern_info(m_state->code.get(), PCRE2_INFO_NAMEENTRYSIZE, &size);
    pcre2_pattern_info(m_state->code.get(), PCRE2_INFO_NAMETABLE, &table);
    // An entry: the group's number in two bytes, then its name and a 0.
    std::vector<std::pair<std::size_t, std::string>> groups;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto *const entry = table + std::size_t{i} * size;
        groups.emplace_back(std::size_t{entry[0]} << 8 | entry[1],
                            reinterpret_cast<const char *>(entry + 2));
    }
    std::sort(groups.begin(), groups.end());
    for (auto &[number, name] : groups) {
        const auto index = indexOf(name);
        if (index == m_names.size()) {
            m_names.push_back(std::move(name));
        }
        m_groups.push_back({.name = index, .number = number});
    }
}

std::size_t NamedPattern::indexOf(std::string_view name) const
{
    return static_cast<std::size_t>(std::find(m_names.begin(), m_names.end(), name) -
                                    m_names.begin());
}

bool NamedPattern::match(std::string_view text, std::vector<std::string_view> &groups) const
{
    const MatchData data(pcre2_match_data_create_from_pattern(m_state->code.get(), nullptr));
    if (m_state->run(text, PCRE2_ANCHORED, data.get()) <= 0) {
        return false;
    }
    groups.assign(m_names.size(), std::string_view());
    const auto *const bounds = pcre2_get_ovector_pointer(data.get());
    const auto count = pcre2_get_ovector_count(data.get());
    for (const auto &[name, number] : m_groups) {
        const bool isSet = number < count && bounds[2 * number] != PCRE2_UNSET;
        // \K in a lookahead may put an end before its start.
        if (isSet && bounds[2 * number] <= bounds[2 * number + 1]) {
            groups[name] =
                text.substr(bounds[2 * number], bounds[2 * number + 1] - bounds[2 * number]);
        }
    }
    return true;
}

bool NamedPattern::isIn(std::string_view text) const
{
    const MatchData data(pcre2_match_data_create(1, nullptr));
    // 0: it matches, and its groups do not fit.
    return m_state->run(text, 0, data.get()) >= 0;
}

std::uint64_t NamedPattern::givenUp() const
{
    return m_state->givenUp;
}

} // namespace foretop::logs
