// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <stop_token>
#include "session/logdocument.h"
#endif

#include <QWidget>

class QLabel;

namespace foretop::app {

class Theme;

/// What happened to the files of a log, until the person has seen it.
class FileTroubleBanner : public QWidget
{
    Q_OBJECT

public:
    /// @p theme must outlive the banner.
    FileTroubleBanner(const Theme &theme, QWidget *parent);

    void setTroubles(const QVector<session::FileTrouble> &troubles);
    QString text() const;

Q_SIGNALS:
    void reopenRequested();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QLabel *m_text;
};

/// "app.log was cut off; what is left is shown."
QString troubleText(const session::FileTrouble &trouble);

} // namespace foretop::app
