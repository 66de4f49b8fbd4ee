// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/dashboard.h"

#include <QObject>

class QMimeData;
class QWidget;

namespace foretop::app {

/// Tells over @p page, without waiting, what could not be done and why.
void tellError(QWidget &page, const QString &title, const Error &error);

/// Reads dashboards from files, drops and the clipboard, in Foretop's own format or Grafana's,
/// told apart by what is in them; and writes them to files. What of Grafana's was not understood is
/// told first. GUI thread; nothing waits for an answer.
class DashboardTransfer : public QObject
{
    Q_OBJECT

public:
    /// Dialogs are children of @p page, which must outlive this.
    explicit DashboardTransfer(QWidget &page, QObject *parent = nullptr);

    void importJson(const QByteArray &json, const QString &source);
    void importFile(const QString &path);
    static bool canImport(const QMimeData &data);
    void importFrom(const QMimeData &data);
    void paste();
    void askForImport();
    void askForExport(const models::Dashboard &shown);

Q_SIGNALS:
    void imported(const foretop::models::Dashboard &dashboard);

private:
    QWidget &m_page;
};

} // namespace foretop::app
