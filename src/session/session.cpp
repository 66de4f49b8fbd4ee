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
#include <map>

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

/// What a secret of the keychain is to a source.
enum class SecretUse { Token, Password, PrivateKey };

/// Wants the secret under a key.
struct SecretNeed
{
    qsizetype source = 0;
    SecretUse use = SecretUse::Token;
};

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

/// @p secret as it is used; passwords and PEM texts are taken as they are.
Result<QString> usable(const QString &secret, SecretUse use, const QString &key)
{
    if (use == SecretUse::Token) {
        return tokenFrom(secret, key);
    }
    if (secret.isEmpty()) {
        return fail(ErrorCode::Missing,
                    "the keychain's secret \"" + key.toStdString() + "\" is empty");
    }
    return secret;
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
    std::map<qsizetype, std::unique_ptr<feeds::PrometheusApi>> prometheus; // by source

private:
    void need(const QString &key, qsizetype source, SecretUse use);
    void open(qsizetype source);
    void openIfReady(qsizetype source);
    void readSecret(const QString &key);
    void takeSecret(const QString &key, const Result<QString> &secret);
    void refuse(qsizetype source, Error error);

    KeychainStore m_keychain;
    SourceBoard m_board;
    ChangeSet m_changes;
    QVector<SourceConfig> m_configs;             // with the secrets had so far
    QHash<QString, QVector<SecretNeed>> m_needs; // of secrets not had yet, by key
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
    , m_configs(environment.sources)
{
    for (qsizetype i = 0; i < m_configs.size(); ++i) {
        if (m_configs.at(i).protocol == SourceProtocol::Prometheus) {
            prometheus.emplace(i, std::make_unique<feeds::PrometheusApi>(m_configs.at(i).name));
        }
    }
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
    for (const auto &[source, api] : prometheus) {
        m_worker->post(
            [source = source, &api = *api](SourceWorker &worker) { worker.serve(source, api); });
    }
    for (qsizetype i = 0; i < m_configs.size(); ++i) {
        const SourceConfig &config = m_configs.at(i);
        if (config.token.isEmpty()) {
            const bool isPassword = !config.http.user.isEmpty();
            need(config.secretKey, i, isPassword ? SecretUse::Password : SecretUse::Token);
        }
        if (config.http.privateKey.isEmpty()) {
            need(config.http.privateKeyKey, i, SecretUse::PrivateKey);
        }
        openIfReady(i);
    }
    const QList<QString> keys = m_needs.keys();
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

void Session::Private::need(const QString &key, qsizetype source, SecretUse use)
{
    if (!key.isEmpty()) {
        m_needs[key].append({.source = source, .use = use});
    }
}

void Session::Private::open(qsizetype source)
{
    const SourceConfig config = m_configs.at(source);
    m_worker->post([source, config](SourceWorker &worker) { worker.open(source, config); });
}

void Session::Private::openIfReady(qsizetype source)
{
    const bool isWaiting =
        std::any_of(m_needs.cbegin(), m_needs.cend(), [source](const QVector<SecretNeed> &needs) {
            return std::any_of(needs.cbegin(), needs.cend(), [source](const SecretNeed &other) {
                return other.source == source;
            });
        });
    if (!isWaiting) {
        open(source);
    }
}

void Session::Private::readSecret(const QString &key)
{
    secrets->read(key, &q, [this, key](const Result<QString> &secret) { takeSecret(key, secret); });
}

void Session::Private::takeSecret(const QString &key, const Result<QString> &secret)
{
    const QVector<SecretNeed> needs = m_needs.take(key);
    QVector<SecretNeed> unmet;
    QSet<qsizetype> served;
    for (const SecretNeed &wanted : needs) {
        const auto text =
            secret.and_then([&](const QString &found) { return usable(found, wanted.use, key); });
        if (!text) {
            unmet.append(wanted);
            refuse(wanted.source, text.error());
            continue;
        }
        SourceConfig &config = m_configs[wanted.source];
        (wanted.use == SecretUse::PrivateKey ? config.http.privateKey : config.token) = *text;
        served.insert(wanted.source);
    }
    if (!unmet.isEmpty()) {
        m_needs.insert(key, unmet);
        m_unreadableKeys.insert(key);
    }
    for (const qsizetype source : served) {
        openIfReady(source);
    }
}

void Session::Private::refuse(qsizetype source, Error error)
{
    error.source = m_configs.at(source).name.toStdString();
    m_worker->post([source, error](SourceWorker &worker) { worker.refuse(source, error); });
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

QVector<feeds::PrometheusApi *> Session::prometheus() const
{
    QVector<feeds::PrometheusApi *> apis;
    for (const auto &[source, api] : d->prometheus) {
        apis.append(api.get());
    }
    return apis;
}

std::shared_ptr<const metrics::SeriesStore> Session::sharedMetrics() const
{
    return {d->stores, &d->stores->metrics};
}

} // namespace foretop::session
