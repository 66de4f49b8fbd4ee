#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foretop authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Records an exposition each second: for each scrape a line "# scrape <ms since 1970> <bytes>",
then that many bytes as the server sent them.

usage: record.py URL SCRAPES OUT"""
import sys
import time
import urllib.request


def main():
    url, scrapes, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    with open(path, "wb") as out:
        next_at = time.monotonic()
        for _ in range(scrapes):
            now = int(time.time() * 1000)
            with urllib.request.urlopen(url, timeout=10) as answer:
                body = answer.read()
            out.write(b"# scrape %d %d\n" % (now, len(body)))
            out.write(body)
            next_at += 1
            time.sleep(max(0.0, next_at - time.monotonic()))


if __name__ == "__main__":
    main()
