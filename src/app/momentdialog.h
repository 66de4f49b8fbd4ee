// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QDialog>

class QDateTimeEdit;

namespace foretop::app {

/// Asks for a moment to go to.
class MomentDialog : public QDialog
{
    Q_OBJECT

public:
    MomentDialog(const QDateTime &start, bool utc, QWidget *parent);

    QDateTime moment() const;

private:
    QDateTimeEdit *m_edit;
};

} // namespace foretop::app
