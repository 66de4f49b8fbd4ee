// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace foretop::app {

/// Tells before a dashboard is imported what of it was not understood.
class ImportNotesDialog : public QDialog
{
    Q_OBJECT

public:
    ImportNotesDialog(const QString &title, int panels, const QStringList &notes,
                      QWidget *parent = nullptr);
};

} // namespace foretop::app
