// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/evaluator.h"

#include <QNetworkAccessManager>
#include <QProcess>
#include <QString>
#include <QUrl>

namespace foretop::metrics {

/// Debian's Prometheus on a data directory, for what it answers to be compared with. Error texts
/// are empty on success.
class PrometheusServer
{
public:
    /// Empty when the programs are not installed.
    static QString program(const QString &name);

    PrometheusServer();
    ~PrometheusServer();

    /// Returns once it answers queries.
    /// On a free port, the second time on that of before.
    QString start(const QString &dataDir, const QByteArray &config);
    void stop();
    QUrl url() const;

    struct Answer
    {
        QString error; ///< what the server or the way to it said
        Matrix matrix;
    };
    /// Of query_range; with a zero step a query of the raw samples in a range vector at @c to.
    Answer query(const QString &expression, const EvaluationRange &range);

private:
    QByteArray post(const QString &path, const QByteArray &form);

    QNetworkAccessManager m_network;
    QProcess m_process;
    quint16 m_port = 0;
};

/// Empty when the two are equal: series, times, and values within 1e-9 of each other.
QString difference(const Matrix &ours, const Matrix &theirs);

} // namespace foretop::metrics
