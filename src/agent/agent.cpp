// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/agent.h"

#include "agent/checks/checkfactory.h"
#include "agent/checks/checkrunner.h"
#include "agent/config/statedir.h"
#include "agent/feedhub.h"
#include "agent/http/httpservice.h"
#include "agent/jobboard.h"
#include "agent/logs/journalfollower.h"
#include "agent/logs/logfollower.h"
#include "agent/logs/logintake.h"
#include "agent/logs/ownlog.h"
#include "agent/metrics/agentmetrics.h"
#include "agent/metrics/hostcollector.h"
#include "agent/metrics/processcollector.h"
#include "base/jsonwriter.h"
#include "base/timestamp.h"
#include "health/reportdecoder.h"
#include "logging/log.h"

#include <QWebSocket>

#include <fmt/format.h>

namespace foretop::agent {
namespace {

using feeds::FeedKind;

constexpr logging::Logger kLog("agent");
constexpr Milliseconds kTroubleInterval{10'000};
constexpr Milliseconds kFileSystemInterval{5'000};

/// The address to reach an agent bound to @p bindAddress from its own machine.
std::string reachableHost(const std::string &bindAddress)
{
    if (bindAddress == "0.0.0.0") {
        return "127.0.0.1";
    }
    if (bindAddress == "::") {
        return "[::1]";
    }
    return bindAddress.find(':') == std::string::npos ? bindAddress
                                                      : fmt::format("[{}]", bindAddress);
}

} // namespace

/// Everything that exists while the agent runs. Built from above, destroyed from below: what
/// publishes goes before the feeds, and the feeds, which hold WebSockets, before the service,
/// which owns their TCP sockets.
class Agent::Private : public QObject
{
public:
    Private(AgentConfig agentConfig, const Clock &agentClock, StateDir openStateDir);
    ~Private() override;

    Result<void> start();
    std::string url() const;

private:
    void addRoutes();
    void addMetrics();
    void startLogs();
    void startTimers();
    health::Report report() const;
    HttpResponse answerHealth() const;
    HttpResponse answerReady() const;
    void publishHealth();
    void publishMetrics();
    void tellTrouble();

    const AgentConfig config;
    const Clock &clock;
    const StateDir stateDir;
    HttpService http;
    FeedHub hub;
    PositionStore positions;
    LogIntake intake;
    JobBoard jobs;
    AgentMetrics metrics;
    HostCollector host;
    ProcessCollector process;
    CheckRunner checks;
    std::unique_ptr<LogFollower> files;
    std::unique_ptr<JournalFollower> journal;
    std::unique_ptr<OwnLog> ownLog;
    QTimer healthTimer;
    QTimer metricsTimer;
    QTimer fileSystemTimer;
    QTimer troubleTimer;
    std::uint64_t clientErrorsTold = 0;
    std::uint64_t spoolErrorsTold = 0;
    std::optional<Error> lastClientError;
};

Agent::Private::Private(AgentConfig agentConfig, const Clock &agentClock, StateDir openStateDir)
    : config(std::move(agentConfig))
    , clock(agentClock)
    , stateDir(std::move(openStateDir))
    , http(config.token, HttpLimits(), clock)
    , hub(config, stateDir)
    , positions(stateDir.file("positions.json"), config.ringBytes / 4)
    , intake(hub.feed(FeedKind::Logs), hub.feed(FeedKind::Errors), positions, clock)
    , jobs(clock, hub.feed(FeedKind::Jobs))
    , host(clock)
    , checks(clock)
{
}

Agent::Private::~Private()
{
    positions.saveWhenDue(clock.steadyNow(), true);
}

Result<void> Agent::Private::start()
{
    for (const Error &error : hub.open()) {
        kLog.error("a feed starts without what it had kept", {{"error", error.text()}});
    }
    auto &logs = hub.feed(FeedKind::Logs);
    if (const auto loaded = positions.load(logs.restored()); !loaded) {
        kLog.error("positions of log files were lost", {{"error", loaded.error().text()}});
    }
    jobs.restore();
    for (const FeedKind kind : feeds::kFeedKinds) {
        hub.feed(kind).forgetRestored();
    }
    addRoutes();
    if (auto listening = http.listenOn(config.bindAddress, config.port); !listening) {
        return listening;
    }
    for (const auto &check : config.checks) {
        checks.add(check, makeCheck(check, url() + "/health/live"));
    }
    addMetrics();
    startLogs();
    startTimers();
    checks.start();
    kLog.info("listening", {{"url", url()}, {"service", config.service}});
    return {};
}

std::string Agent::Private::url() const
{
    return fmt::format("http://{}:{}", reachableHost(config.bindAddress), http.port());
}

void Agent::Private::addRoutes()
{
    http.addOpenRoute("/health/live", [](const HttpRequest &) {
        return HttpResponse{.body = "{\"status\":\"ok\"}\n"};
    });
    http.addOpenRoute("/health/ready", [this](const HttpRequest &) { return answerReady(); });
    http.addRoute("GET", "/health", [this](const HttpRequest &) { return answerHealth(); });
    http.addRoute("GET", "/metrics", [this](const HttpRequest &) {
        return HttpResponse{.contentType = "text/plain; version=0.0.4; charset=utf-8",
                            .body = metrics.exposition()};
    });
    http.addRoute("GET", "/jobs", [this](const HttpRequest &) { return jobs.list(); });
    http.addRoute("GET", "/jobs/{id}",
                  [this](const HttpRequest &request) { return jobs.get(request.parameter); });
    for (const char *method : {"POST", "PUT"}) {
        http.addRoute(method, "/jobs",
                      [this](const HttpRequest &request) { return jobs.update({}, request.body); });
        http.addRoute(method, "/jobs/{id}", [this](const HttpRequest &request) {
            return jobs.update(request.parameter, request.body);
        });
    }
    http.setFeedHandler([this](FeedKind kind, std::unique_ptr<QWebSocket> socket) {
        hub.feed(kind).addClient(std::move(socket));
    });
}

void Agent::Private::addMetrics()
{
    http.setObserver([this](const ServedRequest &request) { metrics.observeRequest(request); });
    metrics.add(host);
    metrics.add(process);
    metrics.add([this](FamilyBuilder &out) {
        hub.fillMetrics(out);
        jobs.fillMetrics(out);
        if (files) {
            files->fillMetrics(out);
        }
        if (journal) {
            journal->fillMetrics(out);
        }
        if (ownLog) {
            ownLog->fillMetrics(out);
        }
    });
}

void Agent::Private::startLogs()
{
    const auto publish = [this](std::vector<feeds::PublishedItem> items) {
        intake.publish(std::move(items));
    };
    if (config.ownLog) {
        ownLog = std::make_unique<OwnLog>(intake);
    }
    if (config.journal) {
        journal =
            std::make_unique<JournalFollower>(JournalOptions{.directory = config.journalDir,
                                                             .fromStart = config.logFilesFromStart,
                                                             .skipOwn = config.ownLog},
                                              positions, clock, publish);
        if (const auto started = journal->start(); !started) {
            const bool asked = !config.journalDir.empty();
            logging::write(asked ? logs::Level::Error : logs::Level::Info, "agent.logs",
                           "the journal cannot be followed", {{"error", started.error().text()}});
            journal.reset();
        }
    }
    if (!config.logFiles.empty()) {
        files = std::make_unique<LogFollower>(
            LogFollowerOptions{.patterns = config.logFiles, .fromStart = config.logFilesFromStart},
            positions, clock, publish);
        files->start();
    }
}

void Agent::Private::startTimers()
{
    connect(&checks, &CheckRunner::probed, this,
            [this](const health::Check &result) { metrics.observeCheck(result); });
    connect(&checks, &CheckRunner::statusChanged, this, &Private::publishHealth);
    connect(&healthTimer, &QTimer::timeout, this, &Private::publishHealth);
    connect(&metricsTimer, &QTimer::timeout, this, &Private::publishMetrics);
    connect(&fileSystemTimer, &QTimer::timeout, this, [this] { host.refreshFileSystems(); });
    connect(&troubleTimer, &QTimer::timeout, this, &Private::tellTrouble);
    for (const FeedKind kind : feeds::kFeedKinds) {
        connect(&hub.feed(kind), &feeds::FeedPublisher::clientFailed, this,
                [this](const Error &error) { lastClientError = error; });
    }
    healthTimer.start(checks.shortestInterval());
    metricsTimer.start(config.metricsInterval);
    fileSystemTimer.start(kFileSystemInterval);
    troubleTimer.start(kTroubleInterval);
    host.refreshFileSystems();
    publishMetrics();
}

health::Report Agent::Private::report() const
{
    health::Report report;
    report.service = config.service;
    report.version = FORETOP_VERSION;
    report.timestamp = clock.wallNow();
    report.checks = checks.results();
    report.status = health::worstStatus(report.checks);
    return report;
}

HttpResponse Agent::Private::answerHealth() const
{
    const health::Report now = report();
    return {.status = now.status == health::Status::Unhealthy ? 503 : 200,
            .body = health::encodeReport(now) + "\n"};
}

HttpResponse Agent::Private::answerReady() const
{
    if (checks.allProbed()) {
        return {.body = "{\"status\":\"ok\"}\n"};
    }
    return {.status = 503,
            .body = "{\"status\":\"unhealthy\",\"message\":\"not every check has run yet\"}\n"};
}

void Agent::Private::publishHealth()
{
    hub.feed(FeedKind::Health).publish(health::encodeReport(report()));
}

void Agent::Private::publishMetrics()
{
    JsonWriter item;
    item.beginObject();
    item.member("timestamp", formatIso8601(clock.wallNow()));
    item.member("exposition", metrics.exposition());
    hub.feed(FeedKind::Metrics).publish(item.endObject().take());
}

void Agent::Private::tellTrouble()
{
    // At intervals, not as it comes: the record is published too, and whoever answers each batch
    // with a malformed frame, or a full disk, would be asked for the next record by the last.
    std::uint64_t clientErrors = 0;
    std::uint64_t spoolErrors = 0;
    for (const FeedKind kind : feeds::kFeedKinds) {
        clientErrors += hub.feed(kind).counters().clientErrors;
        spoolErrors += hub.feed(kind).counters().spoolErrors;
    }
    if (clientErrors > clientErrorsTold && lastClientError) {
        kLog.warning(
            "frames of feed clients could not be read",
            {{"count", clientErrors - clientErrorsTold}, {"last_error", lastClientError->text()}});
    }
    if (spoolErrors > spoolErrorsTold) {
        kLog.error("items could not be kept on disk", {{"count", spoolErrors - spoolErrorsTold}});
    }
    clientErrorsTold = clientErrors;
    spoolErrorsTold = spoolErrors;
}

Agent::Agent(AgentConfig config, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_clock(clock)
{
}

Agent::~Agent() = default;

Result<void> Agent::start()
{
    if (auto valid = validate(m_config); !valid) {
        return valid;
    }
    const std::string path = m_config.stateDir == kAutomaticStateDir
                                 ? automaticStateDir(m_config.port)
                                 : m_config.stateDir;
    StateDir stateDir;
    if (!path.empty()) {
        if (auto opened = stateDir.open(path); !opened) {
            return opened;
        }
    }
    d = std::make_unique<Private>(m_config, m_clock, std::move(stateDir));
    auto started = d->start();
    if (!started) {
        d.reset();
    }
    return started;
}

void Agent::stop()
{
    if (d) {
        kLog.info("stopping");
    }
    d.reset();
}

QUrl Agent::url() const
{
    return d ? QUrl(QString::fromStdString(d->url())) : QUrl();
}

} // namespace foretop::agent
