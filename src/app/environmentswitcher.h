// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/environment.h"

#include <QComboBox>

namespace foretop::app {

/// Whether an environment of this name is one to be careful in: "prod", "production" or "live" is
/// a word of it.
bool isProduction(const QString &name);

/// Chooses the environment; each has its colour as a dot and its note beside the name.
class EnvironmentSwitcher : public QComboBox
{
    Q_OBJECT

public:
    explicit EnvironmentSwitcher(QWidget *parent = nullptr);

    void setEnvironments(const QVector<session::Environment> &environments, int current);

Q_SIGNALS:
    /// The person chose environment @p index.
    void chosen(int index);
};

} // namespace foretop::app
