// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/http/httpresponse.h"

#include "base/jsonwriter.h"

#include <fmt/format.h>

namespace foretop::agent {
namespace {

std::string_view reasonOf(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 426:
        return "Upgrade Required";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    default:
        return "Error";
    }
}

void writePlace(JsonWriter &json, std::string_view name, std::optional<std::uint64_t> value)
{
    if (value) {
        json.member(name, *value);
    }
}

} // namespace

HttpResponse errorResponse(int status, const Error &error)
{
    JsonWriter json;
    json.beginObject().key("error").beginObject();
    json.member("code", errorCodeName(error.code)).member("message", error.message);
    if (!error.source.empty()) {
        json.member("source", error.source);
    }
    writePlace(json, "line", error.place.line);
    writePlace(json, "column", error.place.column);
    writePlace(json, "offset", error.place.offset);
    writePlace(json, "item", error.place.item);
    json.endObject().endObject();
    return {.status = status, .body = json.take() + "\n"};
}

std::string serialized(const HttpResponse &response, bool withBody)
{
    std::string out = fmt::format("HTTP/1.1 {} {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n"
                                  "Cache-Control: no-store\r\nConnection: close\r\n",
                                  response.status, reasonOf(response.status), response.contentType,
                                  response.body.size());
    for (const auto &[name, value] : response.fields) {
        out += fmt::format("{}: {}\r\n", name, value);
    }
    out += "\r\n";
    if (withBody) {
        out += response.body;
    }
    return out;
}

} // namespace foretop::agent
