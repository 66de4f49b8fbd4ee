// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace foretop::logs {

#if defined(__x86_64__)
/// Whether code compiled for AVX2 and BMI1 runs here (Intel since 2013, AMD since 2015).
inline bool cpuHasAvx2()
{
    static const bool has = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
    return has;
}
/// Whether code compiled for AVX-512 with byte operations runs here.
inline bool cpuHasAvx512()
{
    static const bool has = __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("bmi");
    return has;
}
#endif

} // namespace foretop::logs
