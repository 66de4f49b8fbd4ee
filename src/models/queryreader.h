// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <compare>
#include "base/taskthread.h"
#include "logs/queryparser.h"
#endif

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace foretop::models {

/// Reads what is typed as a query: at once, or by a worker where a regex is to be compiled, which
/// takes seconds for a hostile one. GUI thread.
class QueryReader : public QObject
{
    Q_OBJECT

public:
    using Taker = std::function<void(const QString &text, const Result<logs::Query> &query)>;

    /// @p take is called with what was read, in the GUI thread, also from within read().
    explicit QueryReader(Taker take, QObject *parent = nullptr);
    ~QueryReader() override;

    /// What was asked before and is not read yet is forgotten.
    void read(const QString &text, const logs::QueryContext &context);
    bool isReading() const { return m_run != nullptr; }

private:
    struct Run;

    void poll();

    const Taker m_take;
    std::shared_ptr<Run> m_run; // null: nothing is being read
    QTimer m_poll;
    TaskThread m_thread;
};

} // namespace foretop::models
