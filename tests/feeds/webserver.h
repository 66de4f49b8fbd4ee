// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPointer>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QUrl>
#include <QUrlQuery>

#include <functional>
#include <memory>

namespace foretop {

/// An HTTP server on a loopback port that answers what the test says, byte for byte. Lives in the
/// test's thread.
class WebServer
{
public:
    struct Request
    {
        QByteArray method;
        QUrl url;
        QHash<QByteArray, QByteArray> fields; ///< names in lower case
        QByteArray body;

        /// Of the URL and the form together.
        QUrlQuery query() const;
    };
    /// Returns the bytes to send; when there are none the client is left waiting.
    using Handler = std::function<QByteArray(const Request &request)>;

    explicit WebServer(Handler handler);
    ~WebServer();

    /// Listens; on the port of before when there was one. With @p tls behind TLS.
    bool listen(const QSslConfiguration *tls = nullptr);
    /// Cuts every connection and refuses new ones.
    void close();
    QUrl url(const QString &path = QStringLiteral("/metrics")) const;

    int requestCount() const { return m_requestCount; }
    const Request &lastRequest() const { return m_lastRequest; }
    int connectionCount() const; ///< open now

    /// The whole answer with its head.
    static QByteArray answer(int status, const QByteArray &body, const QByteArray &fields = {});

private:
    void accept();
    void read(QTcpSocket *socket, QByteArray &buffer);

    const Handler m_handler;
    std::unique_ptr<QTcpServer> m_server;
    bool m_isSecure = false;
    quint16 m_port = 0;
    QList<QPointer<QTcpSocket>> m_sockets;
    int m_requestCount = 0;
    Request m_lastRequest;
};

/// Certificates of a test, made by the openssl program: an authority, a server "localhost" and a
/// client of it, and another authority that signed nothing.
class TestCertificates
{
public:
    TestCertificates();

    bool isValid() const { return m_isValid; }
    QString file(const QString &name) const { return m_directory.filePath(name); }
    /// The server's; asks clients for a certificate when @p wantsClient.
    QSslConfiguration server(bool wantsClient) const;

private:
    bool run(const QString &command) const;

    QTemporaryDir m_directory;
    bool m_isValid = false;
};

} // namespace foretop
