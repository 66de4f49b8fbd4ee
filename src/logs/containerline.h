// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"

#include <optional>
#include <string>
#include <string_view>

namespace foretop::logs {

/// What a container runtime wrote around a line of a container's output.
struct ContainerLine
{
    std::string_view time;
    std::string_view stream; ///< "stdout" or "stderr"
    std::string_view inner;  ///< the line itself
};

/// Of the Kubernetes CRI's form, "2024-01-15T10:30:00.123456789Z stdout F text", with the tag F of
/// a whole line or P of a part of one. (kubernetes/design-proposals-archive, kubelet-cri-logging)
std::optional<ContainerLine> readCriLine(std::string_view text);

/// Of Docker's json-file driver, {"log":"text\n","stream":"stdout","time":"..."}; inner is without
/// the line end. Valid as long as the object.
std::optional<ContainerLine> readDockerLine(JsonObject object);

/// The same for the text of an object that has exactly these members in this order, as Docker
/// writes it without options. Inner is still escaped, with its line end.
std::optional<ContainerLine> splitDockerLine(std::string_view object);

/// Puts @p escaped, the inside of a JSON string, unescaped into @p text. False when it has what
/// Docker does not write.
bool unescapeJson(std::string_view escaped, std::string &text);

} // namespace foretop::logs
