// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/secrets.h"

#include <QTest>

using namespace foretop;
using namespace foretop::session;

class SecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsThatThereIsNoKeychain();
    void forgetsWhoHasGone();
};

void SecretsTest::initTestCase()
{
    // No desktop: whatever runs on the machine of who tests is left alone.
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

void SecretsTest::tellsThatThereIsNoKeychain()
{
    KeychainStore store;
    QObject context;
    std::optional<Result<QString>> read;
    store.read(QStringLiteral("prod/web-1"), &context,
               [&read](const Result<QString> &secret) { read = secret; });
    QTRY_VERIFY(read);
    QVERIFY(!read->has_value());
    QVERIFY2(read->error().message.find("\"prod/web-1\"") != std::string::npos,
             read->error().message.c_str());

    std::optional<Result<void>> written;
    store.write(QStringLiteral("prod/web-1"), QStringLiteral("s3cret"), &context,
                [&written](const Result<void> &result) { written = result; });
    QTRY_VERIFY(written);
    QVERIFY(!written->has_value());
    QVERIFY(written->error().message.find("s3cret") == std::string::npos);
}

void SecretsTest::forgetsWhoHasGone()
{
    KeychainStore store;
    bool called = false;
    {
        QObject context;
        store.read(QStringLiteral("prod/web-1"), &context,
                   [&called](const Result<QString> &) { called = true; });
    }
    // Jobs go one after the other: when the second is done, so is the first.
    QObject context;
    bool done = false;
    store.read(QStringLiteral("prod/web-2"), &context,
               [&done](const Result<QString> &) { done = true; });
    QTRY_VERIFY(done);
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(SecretsTest)
#include "tst_secrets.moc"
