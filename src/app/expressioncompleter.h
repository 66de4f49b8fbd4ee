// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metricnames.h"

#include <QHash>
#include <QObject>

#include <memory>

class QKeyEvent;
class QPlainTextEdit;

namespace foretop::app {

class Theme;

/// Offers what can be written at the cursor of an expression. It is found on a worker, since there
/// can be 500,000 names, and shown if the cursor is still there.
class ExpressionCompleter : public QObject
{
    Q_OBJECT

public:
    /// @p edit is the parent; @p theme must outlive this.
    ExpressionCompleter(const Theme &theme, QPlainTextEdit &edit);
    ~ExpressionCompleter() override;

    /// What is offered right now is found anew.
    void setNames(const models::MetricNames &names);
    void setVariables(const QHash<QString, QString> &variables);
    /// @p always: also where nothing is written yet.
    void offer(bool always);
    void close();
    bool isOpen() const;
    /// As CompletionPopup::takeKey().
    bool takeKey(QKeyEvent *event);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::app
