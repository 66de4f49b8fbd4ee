// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/documentcontent.h"

#include <QPointer>

namespace foretop::session {

/// The log feeds of a session.
class LiveDocument final : public LogDocument::Content
{
public:
    explicit LiveDocument(Session *session);

    void start() override;
    bool isLive() const override { return true; }
    bool isInMemory() const override { return true; }

private:
    unsigned update() override;

    QPointer<Session> m_session;
    bool m_isStarted = false;
    bool m_hasNews = false;
};

} // namespace foretop::session
