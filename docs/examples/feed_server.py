#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foretop authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A foretop.feed/1 server with Python's standard library alone.

Written from ../feed-protocol.md. Use Feed and serve() in your own asyncio program, or run it to
see a feed of one job that counts:

    python3 feed_server.py --port 7720
    foretopctl tail ws://127.0.0.1:7720/feeds/jobs --feed jobs
"""

import argparse
import asyncio
import base64
import collections
import contextlib
import hashlib
import hmac
import json
import struct
import sys
import uuid

SUBPROTOCOL = "foretop.feed.1"
PROTOCOL = "foretop.feed/1"
MAX_FRAME_BYTES = 4 << 20
BATCH_BYTES = 256 << 10
ENVELOPE_BYTES = 160
SEND_BUFFER_BYTES = 1 << 20
MAX_ERRORS = 20
PING_SECONDS = 15
SILENCE_SECONDS = 45
LEVELS = {"TRACE": 1, "DEBUG": 2, "INFO": 3, "WARN": 4, "WARNING": 4, "ERROR": 5, "CRITICAL": 6}
TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10


class Feed:
    """The newest items of a feed, numbered from 1, in at most ring_bytes."""

    def __init__(self, kind, service="", host="", ring_bytes=16 << 20, window=512):
        self.kind, self.service, self.host, self.window = kind, service, host, window
        self.ring_bytes, self.bytes = ring_bytes, 0
        self.epoch = str(uuid.uuid4())
        self.first, self.items = 1, collections.deque()
        self.links = set()

    @property
    def next(self):
        return self.first + len(self.items)

    def publish(self, item):
        text = json.dumps(item, separators=(",", ":"))
        self.items.append((text, LEVELS.get(str(item.get("level", "")).upper())))
        self.bytes += len(text)
        while self.bytes > self.ring_bytes and len(self.items) > 1:
            self.bytes -= len(self.items.popleft()[0])
            self.first += 1
        for link in self.links:
            link.wake.set()

    def at(self, seq):
        return self.items[seq - self.first]


class Stop(Exception):
    """Ends a link, with an error frame if there is a code."""

    def __init__(self, code="", message="", close_code=1008):
        super().__init__(message)
        self.code, self.message, self.close_code = code, message, close_code


class Link:
    """One client of a feed."""

    def __init__(self, feed, reader, writer):
        self.feed, self.reader, self.writer = feed, reader, writer
        self.wake = asyncio.Event()
        self.next = None  # the item to look at next; None before subscribe
        self.announced = 1  # the first number that no frame has covered
        self.in_flight = collections.deque()  # (last number, items) of batches without ack
        self.min_level, self.max_frame_bytes, self.errors = 0, MAX_FRAME_BYTES, 0
        self.flush_skipped = False

    # WebSocket, RFC 6455

    def send_message(self, opcode, payload):
        length = len(payload)
        if length < 126:
            head = struct.pack("!BB", 0x80 | opcode, length)
        elif length < 1 << 16:
            head = struct.pack("!BBH", 0x80 | opcode, 126, length)
        else:
            head = struct.pack("!BBQ", 0x80 | opcode, 127, length)
        self.writer.write(head + payload)

    def send(self, **frame):
        self.send_message(TEXT, json.dumps(frame, separators=(",", ":")).encode())

    async def read_message(self):
        """The next whole message, answering control frames on the way."""
        message = b""
        while True:
            head, length = await self.read_exactly(2)
            length &= 0x7F
            if length == 126:
                (length,) = struct.unpack("!H", await self.read_exactly(2))
            elif length == 127:
                (length,) = struct.unpack("!Q", await self.read_exactly(8))
            if length + len(message) > MAX_FRAME_BYTES:
                raise Stop(close_code=1009)
            mask = await self.read_exactly(4)  # clients must mask
            data = await self.read_exactly(length)
            data = bytes(byte ^ mask[i % 4] for i, byte in enumerate(data))
            opcode = head & 0x0F
            if opcode == PING:
                self.send_message(PONG, data)
            elif opcode == CLOSE:
                raise Stop(close_code=1000)
            elif opcode != PONG:
                message += data
                if head & 0x80:
                    return message

    async def read_exactly(self, count):
        try:
            return await asyncio.wait_for(self.reader.readexactly(count), SILENCE_SECONDS)
        except asyncio.TimeoutError:
            raise Stop("silent", f"nothing heard for {SILENCE_SECONDS} s") from None

    # foretop.feed/1

    async def run(self):
        feed = self.feed
        self.send(type="hello", protocol=PROTOCOL, feed=feed.kind, service=feed.service,
                  host=feed.host, epoch=feed.epoch, first=feed.first, next=feed.next,
                  window=feed.window)
        tasks = [asyncio.ensure_future(step()) for step in (self.receive, self.pump, self.ping)]
        try:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        except Stop as stop:
            if stop.code:
                self.send(type="error", protocol=PROTOCOL, code=stop.code, message=stop.message)
            self.send_message(CLOSE, struct.pack("!H", stop.close_code))
        finally:
            for task in tasks:
                task.cancel()

    async def receive(self):
        while True:
            message = await self.read_message()
            try:
                frame = json.loads(message)
                kind = frame["type"]
                if kind == "subscribe" and self.next is None:
                    self.subscribe(frame)
                elif kind == "ack":
                    self.acknowledge(int(frame["seq"]))
                else:
                    self.reject("unexpected", f"{kind} is not expected now")
            except (ValueError, KeyError, TypeError) as error:
                self.reject("malformed", f"cannot read this frame: {error!r}")
            self.wake.set()

    def reject(self, code, message):
        self.errors += 1
        if self.errors > MAX_ERRORS:
            raise Stop("too_many_errors", f"more than {MAX_ERRORS} bad frames")
        self.send(type="error", protocol=PROTOCOL, code=code, message=message)

    def subscribe(self, frame):
        level = (frame.get("filter") or {}).get("min_level") or ""
        if level and self.feed.kind == "logs":
            if level.upper() not in LEVELS:
                raise Stop("unknown_level", f"{level} is no level")
            self.min_level = LEVELS[level.upper()]
        self.max_frame_bytes = min(MAX_FRAME_BYTES, frame.get("max_frame_bytes", MAX_FRAME_BYTES))
        if not frame.get("epoch"):
            backlog = frame.get("backlog", 1000)
            self.next = self.feed.next - min(backlog, self.feed.next - self.feed.first)
        elif frame["epoch"] == self.feed.epoch and frame["after"] < self.feed.next:
            self.next = frame["after"] + 1
        else:
            self.next = self.feed.first
        self.announced = self.next

    def acknowledge(self, seq):
        if self.next is None or seq >= self.announced:
            self.reject("bad_ack", f"{seq} was not sent")
        while self.in_flight and self.in_flight[0][0] <= seq:
            self.in_flight.popleft()

    async def ping(self):
        since_hello = 0
        while True:
            await asyncio.sleep(PING_SECONDS)
            since_hello += PING_SECONDS
            if self.next is None and since_hello >= SILENCE_SECONDS:
                raise Stop("no_subscribe", f"no subscribe within {SILENCE_SECONDS} s")
            if self.writer.transport.get_write_buffer_size() < SEND_BUFFER_BYTES:
                self.send_message(PING, b"")
                self.flush_skipped = True
                self.wake.set()

    async def pump(self):
        """Sends what there is, as far as the window and the socket's buffer allow."""
        while True:
            await self.wake.wait()
            self.wake.clear()
            while self.next is not None and self.send_next():
                await self.writer.drain()  # waits while more than SEND_BUFFER_BYTES are queued
            self.flush_skipped = False

    def send_next(self):
        feed = self.feed
        room = feed.window - sum(items for _, items in self.in_flight)
        if room <= 0:
            return False
        if self.next < feed.first:
            self.send_gap(feed.first - 1, "evicted")
            return True
        while self.next < feed.next and self.is_filtered(self.next):
            self.next += 1
        if self.next == feed.next:
            skipped = self.next - self.announced
            if skipped > feed.window // 2 or (skipped and self.flush_skipped):
                self.send_batch([])
            return False
        if self.is_too_large(self.next):
            self.send_gap(self.next, "too_large")
            return True
        items, size, seq = [], ENVELOPE_BYTES, self.next
        while seq < feed.next and len(items) < room:
            text, _ = feed.at(seq)
            size += len(text) + 1
            full = size > min(BATCH_BYTES, self.max_frame_bytes) and items
            if full or self.is_filtered(seq) or self.is_too_large(seq):
                break
            items.append(text)
            seq += 1
        self.send_batch(items)
        return True

    def is_filtered(self, seq):
        level = self.feed.at(seq)[1]
        return level is not None and level < self.min_level

    def is_too_large(self, seq):
        return len(self.feed.at(seq)[0]) + ENVELOPE_BYTES > self.max_frame_bytes

    def send_batch(self, items):
        text = '{"type":"batch","seq":%d,"skipped":%d,"items":[%s]}' % (
            self.next, self.next - self.announced, ",".join(items))
        self.next += len(items)
        self.announced = self.next
        if items:
            self.in_flight.append((self.next - 1, len(items)))
        self.send_message(TEXT, text.encode())

    def send_gap(self, to, reason):
        if self.announced < self.next:
            self.send_batch([])
        self.send(**{"type": "gap", "from": self.next, "to": to, "reason": reason})
        self.next = self.announced = to + 1


async def accept(feeds, token, reader, writer):
    """One connection: handshake, then its feed."""
    with contextlib.closing(writer), contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
        writer.transport.set_write_buffer_limits(high=SEND_BUFFER_BYTES)
        request = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), 10)
        line, *rest = request.decode("latin-1").split("\r\n")
        headers = {name.strip().lower(): value.strip()
                   for name, _, value in (header.partition(":") for header in rest)}
        path = (line.split(" ") + ["", ""])[1].partition("?")[0]
        feed = feeds.get(path.removeprefix("/feeds/"))
        given = headers.get("authorization", "").removeprefix("Bearer ")
        status = None
        if token and not hmac.compare_digest(given.encode(), token.encode()):
            status = "401 Unauthorized"
        elif feed is None:
            status = "404 Not Found"
        elif "sec-websocket-key" not in headers or headers.get("sec-websocket-version") != "13":
            status = "400 Bad Request"
        if status:
            writer.write(f"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n".encode())
            await writer.drain()
            return
        key = headers["sec-websocket-key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
        answer = ["HTTP/1.1 101 Switching Protocols", "Upgrade: websocket", "Connection: Upgrade",
                  "Sec-WebSocket-Accept: "
                  + base64.b64encode(hashlib.sha1(key.encode()).digest()).decode()]
        offered = headers.get("sec-websocket-protocol", "").split(",")
        if SUBPROTOCOL in [name.strip() for name in offered]:
            answer.append("Sec-WebSocket-Protocol: " + SUBPROTOCOL)
        writer.write("\r\n".join(answer + ["", ""]).encode())
        link = Link(feed, reader, writer)
        feed.links.add(link)
        try:
            await link.run()
            await writer.drain()
        finally:
            feed.links.discard(link)


async def serve(feeds, port, token=""):
    """Serves the feeds {kind: Feed} on loopback; returns the asyncio server."""
    return await asyncio.start_server(
        lambda reader, writer: accept(feeds, token, reader, writer), "127.0.0.1", port)


async def demonstrate(options):
    feed = Feed("jobs", service="feed_server.py", ring_bytes=options.ring_bytes,
                window=options.window)
    server = await serve({"jobs": feed}, options.port, options.token)
    print(server.sockets[0].getsockname()[1], flush=True)
    for number in range(1, options.items + 1):
        feed.publish({"id": str(number), "name": "count", "state": "running", "current": number,
                      "total": options.items})
        if number % options.burst == 0:
            await asyncio.sleep(options.pause)
    await server.serve_forever()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--port", type=int, default=7720, help="0: any free one; it is printed")
    parser.add_argument("--token", default="")
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--burst", type=int, default=1, help="items published at once")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between bursts")
    parser.add_argument("--ring-bytes", type=int, default=16 << 20)
    parser.add_argument("--window", type=int, default=512)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(demonstrate(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
