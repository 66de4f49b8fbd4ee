// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/metrics/procfile.h"

#include <fcntl.h>
#include <unistd.h>

namespace foretop::agent {

std::string readProcFile(const char *path)
{
    const int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return {};
    }
    constexpr std::size_t kStep = 16U << 10;
    std::string bytes;
    ssize_t got = 0;
    do {
        const std::size_t size = bytes.size();
        bytes.resize(size + kStep);
        got = read(descriptor, bytes.data() + size, kStep);
        bytes.resize(size + (got > 0 ? static_cast<std::size_t>(got) : 0));
    } while (got > 0 && bytes.size() < kMaxProcFileBytes);
    close(descriptor);
    return bytes;
}

} // namespace foretop::agent
