// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/frame.h"

namespace foretop::feeds {

/// An item as put into a publisher's ring, with what its producer needs to go on after it.
struct PublishedItem
{
    Seq seq;
    std::string item;   ///< JSON text
    std::string cursor; ///< JSON text of the producer's own, such as a file position; may be empty
    std::string lost;   ///< why there is no item (then empty) under this number; else empty
};

} // namespace foretop::feeds
