#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foretop authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The peers of bench/metrics/run on a recording of record.py. Needs Debian's own python3.

usage: peers.py parse RECORDING       megabytes a second of python3-prometheus-client's parser
       peers.py openmetrics RECORDING OUT   all samples with their times, for promtool"""
import statistics
import sys
import time


def pages(path):
    """The time in milliseconds and the text of each page."""
    with open(path, "rb") as recording:
        while head := recording.readline():
            _, _, ms, size = head.split()
            yield int(ms), recording.read(int(size))


def parse(path):
    from prometheus_client.parser import text_string_to_metric_families
    text = next(pages(path))[1].decode()
    rates = []
    for _ in range(9):
        begin = time.perf_counter()
        samples = sum(len(family.samples) for family in text_string_to_metric_families(text))
        rates.append(len(text) / (time.perf_counter() - begin) / 1e6)
    assert samples > 0
    print(f"python_mb_s {statistics.median(rates):.4f}")


def openmetrics(path, target):
    with open(target, "wb") as out:
        for ms, text in pages(path):
            end = b" %d.%03d\n" % (ms // 1000, ms % 1000)
            for line in text.splitlines():
                if not line.startswith(b"#"):
                    out.write(line + end)
        out.write(b"# EOF\n")


if __name__ == "__main__":
    parse(sys.argv[2]) if sys.argv[1] == "parse" else openmetrics(*sys.argv[2:4])
