// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/checks/backgroundcall.h"
#include "base/clock.h"

#include <string>
#include <vector>

#include <prometheus/collectable.h>

namespace foretop::agent {

/// Size of one mounted file system.
struct FileSystemSize
{
    std::string device;
    std::string mountPoint;
    std::string type;
    double sizeBytes = 0;
    double freeBytes = 0;
    double availableBytes = 0; ///< to users who are not root
};

/// Metrics of this machine under the names that node_exporter gives them. One thread.
class HostCollector final : public prometheus::Collectable
{
public:
    /// @p clock must outlive the collector.
    explicit HostCollector(const Clock &clock);

    /// Reads /proc now; file systems are as refreshFileSystems() found them last, as asking one
    /// may hang.
    std::vector<prometheus::MetricFamily> Collect() const override;
    /// Asks the file systems off this thread, unless it is still being done.
    void refreshFileSystems();

private:
    const Clock &m_clock;
    BackgroundCall<std::vector<FileSystemSize>> m_sizing;
    std::vector<FileSystemSize> m_fileSystems;
};

} // namespace foretop::agent
