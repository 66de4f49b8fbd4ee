// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

#include <optional>

namespace foretop::app {

/// What the desktop says about light and dark, by the settings portal:
/// https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.Settings.html
/// (namespace org.freedesktop.appearance, key color-scheme). Never waits for the bus. GUI thread.
class DesktopAppearance : public QObject
{
    Q_OBJECT

public:
    /// The session bus, where there is one.
    explicit DesktopAppearance(QObject *parent = nullptr);
    explicit DesktopAppearance(const QDBusConnection &bus, QObject *parent = nullptr);

    /// Nothing while the portal has not answered or states no preference.
    std::optional<bool> prefersDark() const { return m_prefersDark; }

Q_SIGNALS:
    void changed();

private:
    void watch(QDBusConnection bus);
    void take(const QVariant &value);
    Q_SLOT void takeChange(const QString &group, const QString &key, const QDBusVariant &value);

    std::optional<bool> m_prefersDark;
};

} // namespace foretop::app
