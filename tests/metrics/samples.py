#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Foretop authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""For tst_exporters: "serve PORT" answers as python3-prometheus-client does; "read" takes an
exposition from standard input and prints what the same package's parser makes of it, a sample a
line: name, labels sorted, value and milliseconds, separated by tabs."""
import sys


def serve(port):
    import threading
    import prometheus_client as client
    from prometheus_client.openmetrics import exposition
    counter = client.Counter("shop_orders", "Orders.\nBy \\ kind", ["kind"])
    counter.labels('a "b" \\ \n c').inc(2.5)
    counter.labels("plain").inc(exemplar={"trace_id": "abc"})
    client.Gauge("shop_stock", "Stock").set(float("nan"))
    client.Summary("shop_wait", "Wait").observe(0.25)
    client.Histogram("shop_latency_seconds", "Latency").observe(0.3, {"trace_id": "def"})
    client.Info("shop_build", "Build").info({"version": "1.2"})
    client.Enum("shop_state", "State", states=["open", "closed"]).state("open")
    assert exposition.CONTENT_TYPE_LATEST
    client.start_http_server(port, "127.0.0.1")
    threading.Event().wait()


def read():
    from prometheus_client import parser
    families = parser.text_string_to_metric_families(sys.stdin.buffer.read().decode())
    for family in families:
        for sample in family.samples:
            labels = ",".join(f"{name}={value}" for name, value in sorted(sample.labels.items())
                              if value)
            labels = labels.replace("\\", "\\\\").replace("\n", "\\n")
            print(sample.name, labels, repr(float(sample.value)), sample.timestamp, sep="\t")


if __name__ == "__main__":
    serve(int(sys.argv[2])) if sys.argv[1] == "serve" else read()
