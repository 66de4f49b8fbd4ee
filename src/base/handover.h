// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#if defined(__SANITIZE_THREAD__)
#include <sanitizer/tsan_interface.h>
#endif

namespace foretop {

// ThreadSanitizer does not see what a library hands from thread to thread that is not built with
// it, as Debian's Qt: posted events, QThreadPool, QThread::wait(). These tell it; in other builds
// they are nothing.

#if defined(__SANITIZE_THREAD__)
inline char handOverTag;
/// What this thread has written is ready for another.
inline void handOver()
{
    __tsan_release(&handOverTag);
}
/// What was handed over before is read from here on; to come before the first captured variable.
inline void takeOver()
{
    __tsan_acquire(&handOverTag);
}
#else
inline void handOver() {}
inline void takeOver() {}
#endif

} // namespace foretop
