// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktopappearance.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace foretop::app;

/// The settings portal of a desktop, on a bus of its own.
class SettingsPortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 0;

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        lastRead = group + QLatin1Char(' ') + key;
        // As portals answer: a variant in the reply's variant.
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

public:
    QString lastRead;
};

class DesktopAppearanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void readsTheScheme_data();
    void readsTheScheme();
    void followsChanges();
    void livesWithoutPortal();

private:
    QDBusConnection connectToBus(const QString &name) const
    {
        return QDBusConnection::connectToBus(m_address, name);
    }

    QProcess m_daemon;
    QString m_address;
};

namespace {

const auto kPortalService = QStringLiteral("org.freedesktop.portal.Desktop");
const auto kPortalPath = QStringLiteral("/org/freedesktop/portal/desktop");

/// Offers @p portal on @p bus while it lives.
class Offer
{
public:
    Offer(const QDBusConnection &bus, SettingsPortal &portal)
        : m_bus(bus)
    {
        ok = m_bus.registerObject(kPortalPath, &portal,
                                  QDBusConnection::ExportAllSlots |
                                      QDBusConnection::ExportAllSignals) &&
             m_bus.registerService(kPortalService);
    }
    ~Offer()
    {
        m_bus.unregisterService(kPortalService);
        m_bus.unregisterObject(kPortalPath);
    }
    bool ok = false;

private:
    QDBusConnection m_bus;
};

} // namespace

void DesktopAppearanceTest::initTestCase()
{
    m_daemon.start(QStringLiteral("dbus-daemon"),
                   {QStringLiteral("--session"), QStringLiteral("--nofork"),
                    QStringLiteral("--print-address")});
    QVERIFY2(m_daemon.waitForStarted(), "dbus-daemon is needed");
    QVERIFY(m_daemon.waitForReadyRead());
    m_address = QString::fromUtf8(m_daemon.readLine().trimmed());
}

void DesktopAppearanceTest::cleanupTestCase()
{
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

void DesktopAppearanceTest::readsTheScheme_data()
{
    QTest::addColumn<uint>("scheme");
    QTest::addColumn<int>("dark"); // -1: no preference
    QTest::newRow("no preference") << 0U << -1;
    QTest::newRow("dark") << 1U << 1;
    QTest::newRow("light") << 2U << 0;
    QTest::newRow("of a later version") << 7U << -1;
}

void DesktopAppearanceTest::readsTheScheme()
{
    QFETCH(uint, scheme);
    QFETCH(int, dark);
    SettingsPortal portal;
    portal.scheme = scheme;
    const Offer offer(connectToBus(QStringLiteral("portal")), portal);
    QVERIFY(offer.ok);
    DesktopAppearance desktop(connectToBus(QStringLiteral("console")));
    QTRY_COMPARE(portal.lastRead, QStringLiteral("org.freedesktop.appearance color-scheme"));
    QTRY_COMPARE(desktop.prefersDark().has_value() ? int(*desktop.prefersDark()) : -1, dark);
}

void DesktopAppearanceTest::followsChanges()
{
    SettingsPortal portal;
    portal.scheme = 2;
    const Offer offer(connectToBus(QStringLiteral("portal")), portal);
    QVERIFY(offer.ok);
    DesktopAppearance desktop(connectToBus(QStringLiteral("console")));
    QTRY_COMPARE(desktop.prefersDark(), std::optional(false));
    QSignalSpy changed(&desktop, &DesktopAppearance::changed);
    Q_EMIT portal.SettingChanged(QStringLiteral("org.gnome.desktop.interface"),
                                 QStringLiteral("color-scheme"), QDBusVariant(1U));
    Q_EMIT portal.SettingChanged(QStringLiteral("org.freedesktop.appearance"),
                                 QStringLiteral("color-scheme"), QDBusVariant(1U));
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(desktop.prefersDark(), std::optional(true));
}

void DesktopAppearanceTest::livesWithoutPortal()
{
    DesktopAppearance alone(connectToBus(QStringLiteral("console")));
    DesktopAppearance unconnected(QDBusConnection(QStringLiteral("no such bus")));
    auto ping = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
        QStringLiteral("org.freedesktop.DBus"), QStringLiteral("GetId"));
    QVERIFY(connectToBus(QStringLiteral("console")).call(ping).type() ==
            QDBusMessage::ReplyMessage);
    QVERIFY(!alone.prefersDark());
    QVERIFY(!unconnected.prefersDark());
}

QTEST_GUILESS_MAIN(DesktopAppearanceTest)
#include "tst_desktopappearance.moc"
