// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/binaryoperation.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

using Op = BinaryOperator;

bool isTrue(Op op, double left, double right)
{
    switch (op) {
    case Op::Equal:
        return left == right;
    case Op::NotEqual:
        return left != right;
    case Op::Greater:
        return left > right;
    case Op::Less:
        return left < right;
    case Op::GreaterOrEqual:
        return left >= right;
    default:
        return left <= right;
    }
}

/// What becomes of an element of a vector; a comparison keeps @p kept or nothing.
double elementOf(const Binary &binary, double left, double right, double kept)
{
    if (!isComparison(binary.op)) {
        return calculate(binary.op, left, right);
    }
    const bool is = isTrue(binary.op, left, right);
    if (binary.returnsBool) {
        return is ? 1 : 0;
    }
    return is ? kept : kStaleMarker;
}

bool dropsName(const Binary &binary)
{
    return !isComparison(binary.op) || binary.returnsBool;
}

/// The labels by which series are matched, numbered.
class Signatures
{
public:
    explicit Signatures(const VectorMatching &matching)
        : m_matching(matching)
    {
    }

    std::vector<std::size_t> of(const Tracks &tracks)
    {
        std::vector<std::size_t> numbers;
        for (const auto &track : tracks) {
            auto labels = track.labels;
            if (m_matching.isOn) {
                keepLabels(labels, m_matching.labels);
            } else {
                removeLabels(labels, m_matching.labels);
                removeName(labels);
            }
            numbers.push_back(m_numbers.emplace(std::move(labels), m_numbers.size()).first->second);
        }
        return numbers;
    }

    std::size_t count() const { return m_numbers.size(); }

private:
    const VectorMatching &m_matching;
    std::map<Labels, std::size_t> m_numbers;
};

bool hasAny(const Tracks &tracks, std::size_t step)
{
    return std::any_of(tracks.begin(), tracks.end(),
                       [step](const Track &track) { return track.has(step); });
}

/// An operation other than a set's. "Many" is the left side but for group_right, "one" the other.
class MatchedOperation
{
public:
    MatchedOperation(const Binary &binary, const Tracks &left, const Tracks &right,
                     const EvaluationLimits &limits, std::size_t steps)
        : m_binary(binary)
        , m_isSwapped(binary.matching.many == VectorMatching::Side::Right)
        , m_many(m_isSwapped ? right : left)
        , m_one(m_isSwapped ? left : right)
        , m_steps(steps)
        , m_builder(limits, steps)
        , m_lastPairs(m_many.size())
    {
        Signatures signatures(binary.matching);
        m_manySignatures = signatures.of(m_many);
        m_oneSignatures = signatures.of(m_one);
        m_oneOf.resize(signatures.count());
        m_isMatched.resize(signatures.count());
    }

    Result<Tracks> run()
    {
        for (std::size_t step = 0; step < m_steps; ++step) {
            if (!hasAny(m_many, step) || !hasAny(m_one, step)) {
                continue;
            }
            auto done = findOnes(step);
            for (std::size_t i = 0; done && i < m_many.size(); ++i) {
                done = m_many[i].has(step) ? match(i, step) : Result<void>();
            }
            if (!done) {
                return tl::unexpected(std::move(done.error()));
            }
        }
        return m_builder.take();
    }

private:
    static constexpr auto kNone = std::numeric_limits<std::size_t>::max();
    struct Pair
    {
        std::size_t one = kNone;
        std::size_t result = 0;
    };

    Result<void> findOnes(std::size_t step)
    {
        std::fill(m_oneOf.begin(), m_oneOf.end(), kNone);
        std::fill(m_isMatched.begin(), m_isMatched.end(), false);
        for (std::size_t i = 0; i < m_one.size(); ++i) {
            if (!m_one[i].has(step)) {
                continue;
            }
            auto &one = m_oneOf[m_oneSignatures[i]];
            if (one != kNone) {
                return fail(ErrorCode::Malformed,
                            fmt::format("{} and {} on the {} match the same: the labels to match "
                                        "by must tell them apart",
                                        keyOf(m_one[one].labels).text(),
                                        keyOf(m_one[i].labels).text(),
                                        m_isSwapped ? "left" : "right"));
            }
            one = i;
        }
        return {};
    }

    Result<void> match(std::size_t many, std::size_t step)
    {
        const auto signature = m_manySignatures[many];
        const auto one = m_oneOf[signature];
        if (one == kNone) {
            return {};
        }
        double left = m_many[many].values[step];
        double right = m_one[one].values[step];
        if (m_isSwapped) {
            std::swap(left, right);
        }
        const double value = elementOf(m_binary, left, right, left);
        if (isStaleMarker(value)) {
            return {};
        }
        if (m_binary.matching.many == VectorMatching::Side::None && m_isMatched[signature]) {
            return fail(ErrorCode::Malformed,
                        fmt::format("{} on the left is not the only one that matches {}: this "
                                    "needs group_left or group_right",
                                    keyOf(m_many[many].labels).text(),
                                    keyOf(m_one[one].labels).text()));
        }
        m_isMatched[signature] = true;
        auto &pair = m_lastPairs[many];
        if (pair.one != one) {
            const auto result = m_builder.track(resultLabels(many, one));
            if (!result) {
                return tl::unexpected(result.error());
            }
            pair = {one, *result};
        }
        return m_builder.set(pair.result, step, value);
    }

    Labels resultLabels(std::size_t many, std::size_t one) const
    {
        const auto &matching = m_binary.matching;
        auto labels = m_many[many].labels;
        if (dropsName(m_binary)) {
            removeName(labels);
        }
        if (matching.many == VectorMatching::Side::None) {
            if (matching.isOn) {
                keepLabels(labels, matching.labels);
            } else {
                removeLabels(labels, matching.labels);
            }
        }
        for (const auto &name : matching.include) {
            setLabel(labels, name, labelOf(m_one[one].labels, name));
        }
        if (m_binary.returnsBool) {
            removeName(labels);
        }
        return labels;
    }

    const Binary &m_binary;
    const bool m_isSwapped;
    const Tracks &m_many;
    const Tracks &m_one;
    const std::size_t m_steps;
    TrackBuilder m_builder;
    std::vector<std::size_t> m_manySignatures;
    std::vector<std::size_t> m_oneSignatures;
    std::vector<std::size_t> m_oneOf; // by signature, of one step
    std::vector<bool> m_isMatched;    // by signature, of one step
    std::vector<Pair> m_lastPairs;    // by many
};

/// Takes from @p tracks, at each step, what @p others have (or have not) a match for.
void keepMatched(Tracks &tracks, const Tracks &others, const VectorMatching &matching, bool isKept,
                 std::size_t steps)
{
    Signatures signatures(matching);
    const auto numbers = signatures.of(tracks);
    const auto otherNumbers = signatures.of(others);
    std::vector<bool> isThere(signatures.count());
    for (std::size_t step = 0; step < steps; ++step) {
        std::fill(isThere.begin(), isThere.end(), false);
        for (std::size_t i = 0; i < others.size(); ++i) {
            isThere[otherNumbers[i]] = isThere[otherNumbers[i]] || others[i].has(step);
        }
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            if (isThere[numbers[i]] != isKept) {
                tracks[i].values[step] = kStaleMarker;
            }
        }
    }
}

} // namespace

double calculate(BinaryOperator op, double left, double right)
{
    switch (op) {
    case Op::Add:
        return left + right;
    case Op::Subtract:
        return left - right;
    case Op::Multiply:
        return left * right;
    case Op::Divide:
        return left / right;
    case Op::Modulo:
        return std::fmod(left, right);
    case Op::Power:
        return std::pow(left, right);
    default:
        return isTrue(op, left, right) ? 1 : 0;
    }
}

Result<Tracks> combine(const Binary &binary, Tracks tracks, std::span<const double> scalars,
                       bool isScalarLeft)
{
    for (auto &track : tracks) {
        for (std::size_t step = 0; step < track.values.size(); ++step) {
            auto &value = track.values[step];
            if (track.has(step)) {
                value = isScalarLeft ? elementOf(binary, scalars[step], value, value)
                                     : elementOf(binary, value, scalars[step], value);
            }
        }
        if (dropsName(binary)) {
            removeName(track.labels);
        }
    }
    return united(std::move(tracks));
}

Result<Tracks> combine(const Binary &binary, Tracks left, Tracks right,
                       const EvaluationLimits &limits, std::size_t steps)
{
    switch (binary.op) {
    case Op::And:
    case Op::Unless:
        keepMatched(left, right, binary.matching, binary.op == Op::And, steps);
        return left;
    case Op::Or:
        keepMatched(right, left, binary.matching, false, steps);
        left.insert(left.end(), std::make_move_iterator(right.begin()),
                    std::make_move_iterator(right.end()));
        return united(std::move(left));
    default:
        return MatchedOperation(binary, left, right, limits, steps).run();
    }
}

} // namespace foretop::metrics
