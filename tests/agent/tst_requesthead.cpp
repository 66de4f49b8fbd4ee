// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/http/accesslog.h"
#include "agent/http/authorization.h"
#include "agent/http/router.h"

#include <QTest>

using namespace foretop;
using namespace foretop::agent;

class RequestHeadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsARequest();
    void tellsWebSocketRequests();
    void refusesWhatIsNoRequest_data();
    void refusesWhatIsNoRequest();
    void readsTheContentLength_data();
    void readsTheContentLength();
    void decodesPercents_data();
    void decodesPercents();
    void checksTokens_data();
    void checksTokens();
    void keepsForeignPagesOut_data();
    void keepsForeignPagesOut();
    void findsRoutes_data();
    void findsRoutes();
    void hidesSecretsInTargets_data();
    void hidesSecretsInTargets();
    void takesSaneRequestIds();
};

static RequestHead headWith(const QByteArray &fields)
{
    const auto head = parseRequestHead(("GET / HTTP/1.1\r\n" + fields + "\r\n").toStdString());
    if (!head) {
        qFatal("%s", head.error().text().c_str());
    }
    return *head;
}

void RequestHeadTest::readsARequest()
{
    const std::string bytes = "POST /jobs/7?a=b HTTP/1.1\r\nHost: x:1\r\nX-Empty:\r\n"
                              "Accept:  a, b \r\n\r\n";
    const auto head = parseRequestHead(bytes);
    QVERIFY2(head, head ? "" : head.error().text().c_str());
    QCOMPARE(head->method, std::string("POST"));
    QCOMPARE(head->path(), std::string_view("/jobs/7"));
    QCOMPARE(head->query(), std::string_view("a=b"));
    QCOMPARE(head->field("HOST"), std::string_view("x:1"));
    QCOMPARE(head->field("accept"), std::string_view("a, b"));
    QVERIFY(head->hasField("x-empty"));
    QVERIFY(!head->hasField("x-missing"));
    QVERIFY(head->fieldHasWord("Accept", "B"));
    QCOMPARE(head->bytes, bytes.size());
}

void RequestHeadTest::tellsWebSocketRequests()
{
    QVERIFY(headWith("Connection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n").wantsWebSocket());
    QVERIFY(!headWith("Connection: upgrade\r\nUpgrade: h2c\r\n").wantsWebSocket());
    QVERIFY(!headWith("Upgrade: websocket\r\n").wantsWebSocket());
}

void RequestHeadTest::refusesWhatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *name, const QByteArray &bytes, const char *error) {
        QTest::newRow(name) << bytes << QByteArray(error);
    };
    row("nothing", "\r\n", "1: there is no request line");
    row("one word", "GET\r\n\r\n", "1: the target is no path");
    row("no version", "GET /\r\n\r\n", "1: only HTTP/1.1 and HTTP/1.0 are spoken");
    row("HTTP/2", "PRI * HTTP/2.0\r\n\r\n", "1: the target is no path");
    row("two spaces", "GET  / HTTP/1.1\r\n\r\n", "1: the target is no path");
    row("absolute target", "GET http://x/ HTTP/1.1\r\n\r\n", "1: the target is no path");
    row("method", "G{T / HTTP/1.1\r\n\r\n", "1: the method is no token");
    row("bare LF", "GET / HTTP/1.1\nHost: x\r\n\r\n", "1: a line does not end in CRLF");
    row("no colon", "GET / HTTP/1.1\r\nHost\r\n\r\n", "2: a header field has no valid name");
    row("space before the colon", "GET / HTTP/1.1\r\nHost : x\r\n\r\n",
        "2: a header field has no valid name");
    row("folded", "GET / HTTP/1.1\r\nA: x\r\n y\r\n\r\n", "3: a header field has no valid name");
    row("control character", QByteArray("GET / HTTP/1.1\r\nA: x\0y\r\n\r\n", 27),
        "2: a header field holds control characters");
    row("length twice", "GET / HTTP/1.1\r\nContent-Length: 1\r\ncontent-length: 2\r\n\r\n",
        "3: Content-Length is there twice");
    row("many fields", "GET / HTTP/1.1\r\n" + QByteArray("A: x\r\n").repeated(101) + "\r\n",
        "102: too many header fields");
}

void RequestHeadTest::refusesWhatIsNoRequest()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, error);
    const auto head = parseRequestHead(bytes.toStdString());
    QVERIFY(!head);
    QCOMPARE(QByteArray::number(qulonglong(head.error().place.line.value_or(0))) + ": " +
                 QByteArray::fromStdString(head.error().message),
             error);
}

void RequestHeadTest::readsTheContentLength_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<qint64>("length"); // -1: none, -2: an error
    QTest::newRow("none") << QByteArray() << qint64(-1);
    QTest::newRow("a number") << QByteArray("Content-Length: 42\r\n") << qint64(42);
    QTest::newRow("nothing") << QByteArray("Content-Length:\r\n") << qint64(-2);
    QTest::newRow("negative") << QByteArray("Content-Length: -1\r\n") << qint64(-2);
    QTest::newRow("a list") << QByteArray("Content-Length: 1, 1\r\n") << qint64(-2);
    QTest::newRow("overflow") << QByteArray("Content-Length: 99999999999999999999\r\n")
                              << qint64(-2);
}

void RequestHeadTest::readsTheContentLength()
{
    QFETCH(QByteArray, fields);
    QFETCH(qint64, length);
    const auto read = contentLength(headWith(fields));
    QCOMPARE(read ? (*read ? qint64(**read) : -1) : -2, length);
}

void RequestHeadTest::decodesPercents_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("decoded"); // null: none
    QTest::newRow("plain") << QByteArray("a-b") << QByteArray("a-b");
    QTest::newRow("slash and space") << QByteArray("a%2Fb%20c") << QByteArray("a/b c");
    QTest::newRow("UTF-8") << QByteArray("%c3%A9") << QByteArray("\xc3\xa9");
    QTest::newRow("cut") << QByteArray("a%2") << QByteArray();
    QTest::newRow("no digits") << QByteArray("a%zz") << QByteArray();
    QTest::newRow("no UTF-8") << QByteArray("%ff") << QByteArray();
}

void RequestHeadTest::decodesPercents()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, decoded);
    const auto result = percentDecoded(text.toStdString());
    QCOMPARE(result.has_value(), !decoded.isNull());
    QCOMPARE(result.value_or(""), decoded.toStdString());
}

void RequestHeadTest::checksTokens_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("state");
    const auto row = [](const char *name, const char *token, const char *fields,
                        const char *state) {
        QTest::newRow(name) << QByteArray(token) << QByteArray(fields) << QByteArray(state);
    };
    row("no token asked", "", "", "none");
    row("no token asked, one given", "", "Authorization: Bearer x\r\n", "none");
    row("right", "abc", "Authorization: Bearer abc\r\n", "ok");
    row("scheme in lower case", "abc", "authorization: bearer abc\r\n", "ok");
    row("missing", "abc", "", "failed");
    row("wrong", "abc", "Authorization: Bearer abd\r\n", "failed");
    row("beginning", "abc", "Authorization: Bearer ab\r\n", "failed");
    row("more", "abc", "Authorization: Bearer abcd\r\n", "failed");
    row("empty", "abc", "Authorization: Bearer \r\n", "failed");
    row("another scheme", "abc", "Authorization: Basic abc\r\n", "failed");
    row("no scheme", "abc", "Authorization: abc\r\n", "failed");
}

void RequestHeadTest::checksTokens()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, state);
    const Authorization authorization(token.toStdString());
    QCOMPARE(authStateName(authorization.check(headWith(fields))),
             std::string_view(state.constData()));
}

void RequestHeadTest::keepsForeignPagesOut_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<bool>("foreign");
    const auto row = [](const char *name, const char *token, const char *fields, bool foreign) {
        QTest::newRow(name) << QByteArray(token) << QByteArray(fields) << foreign;
    };
    row("no browser", "", "Host: 127.0.0.1:7710\r\n", false);
    row("no host", "", "", false);
    row("localhost", "", "Host: localhost:7710\r\n", false);
    row("IPv6", "", "Host: [::1]:7710\r\n", false);
    row("a rebound name", "", "Host: evil.example:7710\r\n", true);
    row("a name, with a token", "t", "Host: agent.example\r\n", false);
    row("own page", "", "Host: 127.0.0.1:7710\r\nOrigin: http://127.0.0.1:7710\r\n", false);
    row("foreign page", "", "Host: 127.0.0.1:7710\r\nOrigin: https://evil.example\r\n", true);
    row("foreign page, with a token", "t",
        "Host: agent.example\r\nOrigin: https://evil.example\r\n", true);
    row("a file", "", "Host: 127.0.0.1:7710\r\nOrigin: null\r\n", true);
    row("another port", "", "Host: 127.0.0.1:7710\r\nOrigin: http://127.0.0.1:80\r\n", true);
}

void RequestHeadTest::keepsForeignPagesOut()
{
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, fields);
    QFETCH(bool, foreign);
    QCOMPARE(!Authorization(token.toStdString()).foreignOrigin(headWith(fields)).empty(), foreign);
}

void RequestHeadTest::findsRoutes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer"); // the parameter, or what Allow says
    QTest::newRow("exact") << QByteArray("GET") << QByteArray("/jobs") << 200 << QByteArray("all");
    QTest::newRow("HEAD") << QByteArray("HEAD") << QByteArray("/jobs") << 200 << QByteArray("all");
    QTest::newRow("one") << QByteArray("POST") << QByteArray("/jobs/a%2Fb") << 200
                         << QByteArray("a/b");
    QTest::newRow("bad percent") << QByteArray("POST") << QByteArray("/jobs/%") << 400
                                 << QByteArray();
    QTest::newRow("no id") << QByteArray("POST") << QByteArray("/jobs/") << 404 << QByteArray();
    QTest::newRow("deeper") << QByteArray("POST") << QByteArray("/jobs/a/b") << 404 << QByteArray();
    QTest::newRow("no path") << QByteArray("GET") << QByteArray("/job") << 404 << QByteArray();
    QTest::newRow("no method") << QByteArray("PATCH") << QByteArray("/jobs") << 405
                               << QByteArray("GET, HEAD");
}

void RequestHeadTest::findsRoutes()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    Router router;
    router.add("GET", "/jobs", [](const HttpRequest &) { return HttpResponse{.body = "all"}; });
    router.add("POST", "/jobs/{id}",
               [](const HttpRequest &request) { return HttpResponse{.body = request.parameter}; });
    const auto routed = router.dispatch(
        {.method = method.toStdString(), .path = path.toStdString(), .parameter = {}, .body = {}});
    QCOMPARE(routed.response.status, status);
    if (status == 200) {
        QCOMPARE(routed.response.body, answer.toStdString());
    } else if (status == 405) {
        QCOMPARE(routed.response.fields[0].second, answer.toStdString());
    } else {
        QVERIFY(routed.response.body.starts_with("{\"error\":{\"code\":\""));
    }
    QCOMPARE(routed.route == "other", status == 404);
}

void RequestHeadTest::hidesSecretsInTargets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("plain") << QByteArray("/metrics") << QByteArray("/metrics");
    QTest::newRow("harmless") << QByteArray("/jobs?state=running")
                              << QByteArray("/jobs?state=running");
    QTest::newRow("a token") << QByteArray("/feeds/logs?a=1&access_token=s3cret&b")
                             << QByteArray("/feeds/logs?a=1&access_token=[redacted]&b");
    QTest::newRow("a key") << QByteArray("/?API_KEY=x") << QByteArray("/?API_KEY=[redacted]");
}

void RequestHeadTest::hidesSecretsInTargets()
{
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, shown);
    QCOMPARE(redactedTarget(target.toStdString()), shown.toStdString());
}

void RequestHeadTest::takesSaneRequestIds()
{
    QCOMPARE(requestIdFor(headWith("X-Request-Id: abc-1_2.3\r\n")), std::string("abc-1_2.3"));
    const auto generated = requestIdFor(headWith("X-Request-Id: a\"b\r\n"));
    QCOMPARE(generated.size(), std::size_t(32));
    QVERIFY(requestIdFor(headWith("")) != requestIdFor(headWith("")));
    const QByteArray tooLong = "X-Request-Id: " + QByteArray(65, 'x') + "\r\n";
    QCOMPARE(requestIdFor(headWith(tooLong)).size(), std::size_t(32));
}

QTEST_GUILESS_MAIN(RequestHeadTest)
#include "tst_requesthead.moc"
