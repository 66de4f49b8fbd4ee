// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "base/handover.h"
#include "session/changeset.h"
#include "session/secrets.h"
#include "session/sourceboard.h"
#include "session/sourceworker.h"
#include "session/stores.h"

#include <QHash>
#include <QPointer>
#include <QSet>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace foretop::session {

namespace {

QVector<SourceStatus> firstStatuses(const Environment &environment, const Clock &clock)
{
    QVector<SourceStatus> statuses;
    for (const SourceConfig &config : environment.sources) {
        SourceStatus status;
        status.config = config;
        status.link.since = clock.wallNow();
        statuses.append(status);
    }
    return statuses;
}

/// The token in @p secret, which stands in a header line: RFC 6750 allows visible ASCII only.
Result<QString> tokenFrom(const QString &secret, const QString &key)
{
    const QString token = secret.trimmed();
    const std::string shown = '"' + key.toStdString() + '"';
    if (token.isEmpty()) {
        return fail(ErrorCode::Missing, "the keychain's secret " + shown + " is empty");
    }
    const bool visible =
        std::all_of(token.begin(), token.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
    if (!visible) {
        return fail(ErrorCode::Malformed,
                    "the keychain's secret " + shown + " has characters that a token cannot have");
    }
    return token;
}

} // namespace

const feeds::LinkState &linkAt(const SourceStatus &source, std::optional<WallTime> time)
{
    if (!time || source.link.since <= *time || source.earlierLinks.isEmpty()) {
        return source.link;
    }
    const auto &earlier = source.earlierLinks;
    const auto found = std::find_if(earlier.crbegin(), earlier.crend(),
                                    [&time](const auto &link) { return link.since <= *time; });
    return found != earlier.crend() ? *found : earlier.constFirst();
}

class Session::Private
{
public:
    Private(Session &session, Environment sessionEnvironment, Limits limits,
            const Clock &sessionClock);
    ~Private();

    void start();
    void retryNow();
    void tellChanges();

    Session &q;
    const Environment environment;
    const Clock &clock;
    const std::shared_ptr<Stores> stores;
    QVector<SourceStatus> sources;
    SecretStore *secrets = &m_keychain;

private:
    void open(qsizetype source, const QString &token);
    void readSecret(const QString &key);
    void takeSecret(const QString &key, const Result<QString> &secret);

    KeychainStore m_keychain;
    SourceBoard m_board;
    ChangeSet m_changes;
    QHash<QString, QVector<qsizetype>> m_sourcesByKey; // of secrets not had yet
    QSet<QString> m_unreadableKeys;
    QTimer m_frame;
    QThread m_thread;
    SourceWorker *m_worker = nullptr; // lives in m_thread, which deletes it; null before start()
};

Session::Private::Private(Session &session, Environment sessionEnvironment, Limits limits,
                          const Clock &sessionClock)
    : q(session)
    , environment(std::move(sessionEnvironment))
    , clock(sessionClock)
    , stores(std::make_shared<Stores>(limits))
    , sources(firstStatuses(environment, clock))
    , m_board(sources)
{
    m_frame.setSingleShot(true);
    m_frame.setTimerType(Qt::PreciseTimer);
    m_frame.setInterval(kFrameMs);
    connect(&m_frame, &QTimer::timeout, &q, [this] { tellChanges(); });
    m_thread.setObjectName(QStringLiteral("session"));
}

Session::Private::~Private()
{
    // The worker never blocks, so its loop ends with the event that it is at.
    handOver();
    m_thread.quit();
    m_thread.wait();
    takeOver();
}

void Session::Private::start()
{
    if (m_worker) {
        return;
    }
    m_worker = new SourceWorker(*stores, m_board, m_changes, clock);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SourceWorker::changesWaiting, &q, [this] {
        if (!m_frame.isActive()) {
            tellChanges();
        }
    });
    m_thread.start();
    for (qsizetype i = 0; i < environment.sources.size(); ++i) {
        const SourceConfig &config = environment.sources.at(i);
        if (config.secretKey.isEmpty() || !config.token.isEmpty()) {
            open(i, config.token);
        } else {
            m_sourcesByKey[config.secretKey].append(i);
        }
    }
    const QList<QString> keys = m_sourcesByKey.keys();
    for (const QString &key : keys) {
        readSecret(key);
    }
}

void Session::Private::retryNow()
{
    if (!m_worker) {
        return;
    }
    m_worker->post([](SourceWorker &worker) { worker.retryNow(); });
    const QSet<QString> keys = std::exchange(m_unreadableKeys, {});
    for (const QString &key : keys) {
        readSecret(key);
    }
}

void Session::Private::tellChanges()
{
    const ChangeSet::Taken changes = m_changes.take();
    if (changes.isEmpty()) {
        return;
    }
    m_frame.start();
    if (changes.contains(Change::Sources)) {
        m_board.copyChangesTo(sources);
    }
    struct Told
    {
        Change change;
        void (Session::*signal)();
    };
    static constexpr Told kTold[] = {
        {Change::Sources, &Session::sourcesChanged}, {Change::Links, &Session::linksChanged},
        {Change::Health, &Session::healthChanged},   {Change::Metrics, &Session::metricsChanged},
        {Change::Logs, &Session::logsChanged},       {Change::Jobs, &Session::jobsChanged},
        {Change::Errors, &Session::errorsChanged},
    };
    // Who hears of a change may end the session.
    const QPointer<Session> alive(&q);
    for (const Told &told : kTold) {
        if (alive && changes.contains(told.change)) {
            Q_EMIT(alive->*told.signal)();
        }
    }
}

void Session::Private::open(qsizetype source, const QString &token)
{
    SourceConfig config = environment.sources.at(source);
    config.token = token;
    m_worker->post([source, config](SourceWorker &worker) { worker.open(source, config); });
}

void Session::Private::readSecret(const QString &key)
{
    secrets->read(key, &q, [this, key](const Result<QString> &secret) { takeSecret(key, secret); });
}

void Session::Private::takeSecret(const QString &key, const Result<QString> &secret)
{
    const auto token =
        secret.and_then([&key](const QString &text) { return tokenFrom(text, key); });
    if (token) {
        for (const qsizetype source : m_sourcesByKey.take(key)) {
            open(source, *token);
        }
        return;
    }
    m_unreadableKeys.insert(key);
    for (const qsizetype source : m_sourcesByKey.value(key)) {
        Error error = token.error();
        error.source = environment.sources.at(source).name.toStdString();
        m_worker->post([source, error](SourceWorker &worker) { worker.refuse(source, error); });
    }
}

Session::Session(Environment environment, Limits limits, const Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(environment), limits, clock))
{
}

Session::~Session() = default;

void Session::setSecretStore(SecretStore &secrets)
{
    d->secrets = &secrets;
}

void Session::start()
{
    d->start();
}

void Session::retryNow()
{
    d->retryNow();
}

const Environment &Session::environment() const
{
    return d->environment;
}

const Clock &Session::clock() const
{
    return d->clock;
}

const QVector<SourceStatus> &Session::sources() const
{
    return d->sources;
}

const health::HealthStore &Session::health() const
{
    return d->stores->health;
}

const metrics::SeriesStore &Session::metrics() const
{
    return d->stores->metrics;
}

const logs::LiveStore &Session::logs() const
{
    return d->stores->logs;
}

const jobs::JobStore &Session::jobs() const
{
    return d->stores->jobs;
}

const errors::ErrorStore &Session::errors() const
{
    return d->stores->errors;
}

std::shared_ptr<const metrics::SeriesStore> Session::sharedMetrics() const
{
    return {d->stores, &d->stores->metrics};
}

} // namespace foretop::session
