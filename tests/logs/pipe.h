// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/filedescriptor.h"

#include <QtGlobal>

#include <algorithm>
#include <string_view>

#include <unistd.h>

/// Both ends of a pipe.
struct Pipe
{
    Pipe()
    {
        int ends[2] = {-1, -1};
        if (::pipe(ends) != 0) {
            qFatal("no pipe");
        }
        reading = foretop::logs::FileDescriptor(ends[0]);
        writing = foretop::logs::FileDescriptor(ends[1]);
    }
    void write(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const auto count = ::write(writing.get(), bytes.data(), bytes.size());
            bytes.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
        }
    }

    foretop::logs::FileDescriptor reading;
    foretop::logs::FileDescriptor writing;
};
