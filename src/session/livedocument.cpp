// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/livedocument.h"

#include "logs/livelogsnapshot.h"
#include "session/session.h"

#include <utility>

namespace foretop::session {

LiveDocument::LiveDocument(Session *session)
    : m_session(session)
{
}

void LiveDocument::start()
{
    if (!m_session || std::exchange(m_isStarted, true)) {
        return;
    }
    QObject::connect(m_session, &Session::logsChanged, q, [this] {
        m_hasNews = true;
        tell(0);
    });
    QObject::connect(m_session, &QObject::destroyed, q, [this] {
        m_hasNews = false;
        snapshot = emptySnapshot();
        tell(Records | Numbers);
    });
    m_hasNews = true;
    tell(0);
}

unsigned LiveDocument::update()
{
    if (!m_session || !std::exchange(m_hasNews, false)) {
        return 0;
    }
    snapshot = std::make_shared<logs::LiveLogSnapshot>(m_session->logs());
    return Records;
}

} // namespace foretop::session
