// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/webserver.h"

#include <QFile>
#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>

namespace foretop {

QUrlQuery WebServer::Request::query() const
{
    QUrlQuery both(url);
    QByteArray form = body;
    const auto items = QUrlQuery(QString::fromUtf8(form.replace('+', "%20"))).queryItems();
    for (const auto &[name, value] : items) {
        both.addQueryItem(name, value);
    }
    return both;
}

WebServer::WebServer(Handler handler)
    : m_handler(std::move(handler))
{
}

WebServer::~WebServer()
{
    close();
}

bool WebServer::listen(const QSslConfiguration *tls)
{
    m_isSecure = tls != nullptr;
    if (tls) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(*tls);
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(),
                     [this] { accept(); });
    const bool isListening = m_server->listen(QHostAddress::LocalHost, m_port);
    m_port = m_server->serverPort();
    return isListening;
}

void WebServer::close()
{
    m_server.reset();
    for (const auto &socket : std::exchange(m_sockets, {})) {
        if (socket) {
            socket->abort();
        }
    }
}

QUrl WebServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("%1://localhost:%2%3")
                    .arg(m_isSecure ? QStringLiteral("https") : QStringLiteral("http"))
                    .arg(m_port)
                    .arg(path));
}

int WebServer::connectionCount() const
{
    return static_cast<int>(
        std::count_if(m_sockets.begin(), m_sockets.end(), [](const auto &socket) {
            return socket && socket->state() == QAbstractSocket::ConnectedState;
        }));
}

QByteArray WebServer::answer(int status, const QByteArray &body, const QByteArray &fields)
{
    return "HTTP/1.1 " + QByteArray::number(status) +
           " Said\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + fields +
           "\r\n" + body;
}

void WebServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        m_sockets.append(socket);
        socket->setParent(nullptr);
        QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        const auto buffer = std::make_shared<QByteArray>();
        QObject::connect(socket, &QTcpSocket::readyRead, socket,
                         [this, socket, buffer] { read(socket, *buffer); });
        read(socket, *buffer);
    }
}

void WebServer::read(QTcpSocket *socket, QByteArray &buffer)
{
    buffer += socket->readAll();
    const auto headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        return;
    }
    const auto lines = buffer.left(headEnd).split('\n');
    const auto words = lines[0].split(' ');
    Request request;
    request.method = words.value(0);
    request.url = QUrl::fromEncoded(words.value(1));
    for (const QByteArray &line : lines.mid(1)) {
        const auto colon = line.indexOf(':');
        request.fields[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
    }
    const auto size = request.fields.value("content-length").toLongLong();
    if (buffer.size() < headEnd + 4 + size) {
        return;
    }
    request.body = buffer.mid(headEnd + 4, size);
    buffer.remove(0, headEnd + 4 + size);
    ++m_requestCount;
    m_lastRequest = request;
    socket->write(m_handler(request));
}

TestCertificates::TestCertificates()
{
    const QStringList commands = {
        QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 "
                       "-subj /CN=ca -keyout ca.key -out ca.pem"),
        QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 "
                       "-subj /CN=other -keyout other.key -out other.pem"),
        QStringLiteral("req -x509 -CA ca.pem -CAkey ca.key -newkey ec -pkeyopt "
                       "ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost -addext "
                       "subjectAltName=DNS:localhost -addext basicConstraints=critical,CA:FALSE "
                       "-keyout server.key -out server.pem"),
        QStringLiteral("req -x509 -CA ca.pem -CAkey ca.key -newkey ec -pkeyopt "
                       "ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=client -addext "
                       "basicConstraints=critical,CA:FALSE -keyout client.key -out client.pem")};
    m_isValid = std::all_of(commands.begin(), commands.end(),
                            [this](const QString &command) { return run(command); });
}

bool TestCertificates::run(const QString &command) const
{
    QProcess process;
    process.setWorkingDirectory(m_directory.path());
    process.start(QStringLiteral("openssl"), command.split(u' '));
    return process.waitForFinished() && process.exitCode() == 0;
}

QSslConfiguration TestCertificates::server(bool wantsClient) const
{
    const auto read = [this](const QString &name) {
        QFile pem(file(name));
        return pem.open(QIODevice::ReadOnly) ? pem.readAll() : QByteArray();
    };
    auto tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(read(QStringLiteral("server.pem"))));
    tls.setPrivateKey(QSslKey(read(QStringLiteral("server.key")), QSsl::Ec));
    tls.setCaCertificates({QSslCertificate(read(QStringLiteral("ca.pem")))});
    tls.setPeerVerifyMode(wantsClient ? QSslSocket::VerifyPeer : QSslSocket::VerifyNone);
    return tls;
}

} // namespace foretop
