// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/byteinput.h"

#include "logs/ioerror.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <poll.h>
#include <sys/eventfd.h>

namespace foretop::logs {
namespace {

constexpr std::size_t kPeekBlock = 64U << 10;

} // namespace

DescriptorInput::DescriptorInput(FileDescriptor descriptor, std::string name)
    : m_descriptor(std::move(descriptor))
    , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_name(std::move(name))
{
}

Result<std::size_t> DescriptorInput::read(std::span<char> into, const std::stop_token &stop)
{
    if (!m_peeked.empty()) {
        const auto count = std::min(into.size(), m_peeked.size());
        std::copy_n(m_peeked.begin(), count, into.begin());
        m_peeked.erase(0, count);
        m_consumed += count;
        return count;
    }
    auto count = readDescriptor(into, stop);
    m_consumed += count.value_or(0);
    return count;
}

Result<std::string_view> DescriptorInput::peek(std::size_t least, const std::stop_token &stop)
{
    while (m_peeked.size() < least) {
        const auto held = m_peeked.size();
        m_peeked.resize(held + kPeekBlock);
        const auto more = readDescriptor(std::span(m_peeked).subspan(held), stop);
        m_peeked.resize(held + more.value_or(0));
        if (!more) {
            return tl::unexpected(more.error());
        }
        if (*more == 0) {
            break;
        }
    }
    return m_peeked;
}

Result<std::size_t> DescriptorInput::readDescriptor(std::span<char> into,
                                                    const std::stop_token &stop)
{
    while (true) {
        if (auto ready = waitUntilReadable(stop); !ready) {
            return tl::unexpected(std::move(ready.error()));
        }
        const auto count = ::read(m_descriptor.get(), into.data(), into.size());
        if (count >= 0) {
            return static_cast<std::size_t>(count);
        }
        if (errno != EINTR && errno != EAGAIN) {
            return tl::unexpected(ioError(errno, "read", m_name));
        }
    }
}

Result<void> DescriptorInput::waitUntilReadable(const std::stop_token &stop)
{
    const std::stop_callback wake(stop, [this] { ::eventfd_write(m_wake.get(), 1); });
    std::array<pollfd, 2> waits{};
    waits[0] = {.fd = m_descriptor.get(), .events = POLLIN, .revents = 0};
    waits[1] = {.fd = m_wake.get(), .events = POLLIN, .revents = 0};
    while (!stop.stop_requested()) {
        const int ready = ::poll(waits.data(), waits.size(), -1);
        if (ready < 0 && errno != EINTR) {
            return tl::unexpected(ioError(errno, "wait for input", m_name));
        }
        if (ready > 0 && waits[0].revents != 0) {
            return {};
        }
    }
    return fail(ErrorCode::Cancelled, "stopped", m_name);
}

} // namespace foretop::logs
