// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/theme.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

namespace foretop::session {
class Session;
} // namespace foretop::session

namespace foretop::app {

class MainWindow;

/// Writes a picture of every page in both appearances, once there is data to see, and ends the
/// program: DIR/<page>-<appearance>-<width>x<height>.png. Exit code 0, or 1 when one could not be
/// written. A page that stays empty for kMostWaitMs is taken as it is, and told.
class ShotTaker : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostWaitMs = 20'000;

    /// All must outlive the taker; @p session may be null.
    ShotTaker(ShotOptions options, Theme &theme, MainWindow &window, session::Session *session);
    void start();

private:
    struct Shot
    {
        QString page;
        Appearance appearance;
    };

    void look();
    bool hasData() const;
    void next();
    bool isReady() const;
    void take();
    void finish(int exitCode);

    const ShotOptions m_options;
    Theme &m_theme;
    MainWindow &m_window;
    QPointer<session::Session> m_session;
    QVector<Shot> m_left;
    QTimer m_look;
    QElapsedTimer m_waited;
    bool m_collected = false;
};

} // namespace foretop::app
