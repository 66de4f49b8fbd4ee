// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/filedescriptor.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>

namespace foretop::logs {

/// Bytes that come one after another: a pipe, a file from front to back, what a decompressor
/// makes of either. One thread.
class ByteInput
{
public:
    virtual ~ByteInput() = default;
    /// Fills @p into from its front, waiting for at least one byte. Returns how many came, 0 at
    /// the end. Fails with Cancelled, at once, when @p stop is requested while it waits.
    virtual Result<std::size_t> read(std::span<char> into, const std::stop_token &stop) = 0;
    /// Bytes taken so far from the file or pipe that all comes from.
    virtual std::uint64_t consumed() const = 0;
};

/// What can be read from a descriptor, from its present position on.
class DescriptorInput final : public ByteInput
{
public:
    /// @p name is the source in errors.
    DescriptorInput(FileDescriptor descriptor, std::string name);

    Result<std::size_t> read(std::span<char> into, const std::stop_token &stop) override;
    std::uint64_t consumed() const override { return m_consumed; }

    /// The next bytes, at least @p least, which read() will give again; fewer only at the end.
    Result<std::string_view> peek(std::size_t least, const std::stop_token &stop);

private:
    Result<std::size_t> readDescriptor(std::span<char> into, const std::stop_token &stop);
    Result<void> waitUntilReadable(const std::stop_token &stop);

    FileDescriptor m_descriptor;
    FileDescriptor m_wake; // an eventfd that a stop request makes readable
    std::string m_name;
    std::string m_peeked;
    std::uint64_t m_consumed = 0;
};

} // namespace foretop::logs
