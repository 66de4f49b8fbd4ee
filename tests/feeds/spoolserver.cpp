// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feedserver.h"

#include <QCoreApplication>
#include <QTextStream>
#include <QTimer>

using namespace foretop::feeds;

// A server that can be killed at any moment: publishes the numbers 1, 2, 3, ... as fast as it
// can, each with itself as the cursor, and goes on after the last one in its spool. Arguments:
// spool file, port (0: any), last number. Prints its port.
int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    FeedPublisherOptions options;
    options.kind = FeedKind::Jobs;
    options.spoolPath = arguments.value(1);
    const quint64 last = arguments.value(3).toULongLong();
    FeedPublisher publisher(options);
    if (const auto opened = publisher.open(); !opened) {
        qCritical("%s", opened.error().text().c_str());
        return 1;
    }
    const auto newest = publisher.newest();
    std::uint64_t number = newest ? std::stoull(newest->cursor) : 0;
    test::FeedServer server(publisher, arguments.value(2).toUShort());
    QTextStream(stdout) << server.port() << Qt::endl;
    QTimer producer;
    QObject::connect(&producer, &QTimer::timeout, &producer, [&] {
        std::vector<PublishedItem> items;
        for (int i = 0; i < 7 && number < last; ++i) {
            ++number;
            items.push_back({.seq = {},
                             .item = test::numberedItem(number),
                             .cursor = std::to_string(number),
                             .lost = {}});
        }
        publisher.publishAll(std::move(items));
    });
    producer.start(0);
    return QCoreApplication::exec();
}
