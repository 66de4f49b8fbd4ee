// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/listpane.h"
#ifndef Q_MOC_RUN // moc 6.4 cannot read <stop_token>
#include "logs/patterns.h"
#endif

class QLabel;

namespace foretop::app {

class PageActions;
class PatternModel;
class Theme;

/// Which kinds of messages are shown, and how often; choosing one shows its records alone.
class PatternPane : public ListPane
{
    Q_OBJECT

public:
    PatternPane(const Theme &theme, PageActions &actions, QWidget *parent);

    void setPatterns(std::vector<logs::LogPattern> patterns, quint64 unmatched);
    void setBusy(bool busy);

Q_SIGNALS:
    /// @p query finds the records of a pattern.
    void filterRequested(const QString &query);
    void exampleRequested(quint64 record);

private:
    void filterByCurrent();

    PatternModel *m_model;
    QLabel *m_note;
};

} // namespace foretop::app
