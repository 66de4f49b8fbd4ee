// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compositionroot.h"

#include "agent/embeddedagent.h"
#include "app/logspage.h"
#include "app/mainwindow.h"
#include "app/messagebanner.h"
#include "app/pages.h"
#include "app/shottaker.h"
#include "logs/logformat.h"
#include "session/session.h"

#include <QSysInfo>
#include <QTimer>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr std::size_t kMiB = 1U << 20;
constexpr std::size_t kMostWarningLines = 5;

} // namespace

CompositionRoot::CompositionRoot(CommandLine line)
    : m_line(std::move(line))
    , m_cursor(m_clock)
{
    const auto kept = appearanceFromName(m_settings.get(settings::kAppearance));
    m_theme.setAppearance(m_line.appearance.value_or(kept.value_or(Appearance::System)));
    const PageContext context{m_theme, m_settings, m_cursor, readFormats()};
    m_window = std::make_unique<MainWindow>(context);
    for (Page *page : makePages(context, m_window.get())) {
        m_window->addPage(page);
    }
    connect(m_window.get(), &MainWindow::environmentChosen, this,
            &CompositionRoot::openEnvironment);
}

CompositionRoot::~CompositionRoot() = default;

std::shared_ptr<const logs::FormatCatalogue> CompositionRoot::readFormats()
{
    const QString path = m_settings.directory() + QStringLiteral("/formats");
    auto catalogue = std::make_shared<logs::FormatCatalogue>();
    for (auto &format : logs::readFormats(path.toStdString(), m_formatWarnings)) {
        catalogue->add(std::move(format));
    }
    return catalogue;
}

void CompositionRoot::start()
{
    if (m_line.shot) {
        m_window->resize(m_line.shot->size);
    }
    m_window->show();
    if (!m_line.page.isEmpty() && !m_window->showPage(m_line.page)) {
        m_window->banner().tell(QStringLiteral("page"),
                                tr("There is no page \"%1\"").arg(m_line.page), Tone::Warning);
    }
    tellFormatWarnings();
    openFiles();
    // The window is on screen before an agent or a link is started.
    QTimer::singleShot(0, this, &CompositionRoot::openFirst);
}

void CompositionRoot::openFiles()
{
    auto *logs = m_window->findChild<LogsPage *>();
    if (m_line.files.isEmpty() || !logs) {
        return;
    }
    logs->open(m_line.files);
    if (m_line.page.isEmpty()) {
        m_window->showPage(logs->objectName());
    }
}

void CompositionRoot::openFirst()
{
    m_environments = findEnvironments(m_line, m_settings.get(settings::kEnvironment));
    if (m_environments.error) {
        tell(*m_environments.error);
    }
    if (m_environments.list.isEmpty()) {
        watchThisMachine();
    }
    m_window->setEnvironments(m_environments.list, m_environments.current);
    openEnvironment(m_environments.current);
    if (m_line.shot) {
        takeShots();
    }
}

void CompositionRoot::watchThisMachine()
{
    m_agent = std::make_unique<agent::EmbeddedAgent>(m_clock);
    if (const auto started = m_agent->start(); !started) {
        tell(started.error());
        return;
    }
    const QString host = QSysInfo::machineHostName();
    m_environments.list.push_back(
        {.name = host,
         .colour = {},
         .note = tr("this machine"),
         .sources = session::agentSources(host, m_agent->url(), m_agent->token())});
    m_environments.current = 0;
    // It has no past yet: a short range fills soon.
    m_cursor.setRange(std::chrono::minutes(5));
}

void CompositionRoot::openEnvironment(int index)
{
    const bool isOpen = m_session && index == m_environments.current;
    if (index < 0 || index >= m_environments.list.size() || isOpen) {
        return;
    }
    m_environments.current = index;
    const session::Environment &environment = m_environments.list[index];
    m_settings.set(settings::kEnvironment, environment.name);
    const int budgetMiB = std::clamp(m_settings.get(settings::kLogBudgetMiB), kLeastLogBudgetMiB,
                                     kGreatestLogBudgetMiB);
    const session::Session::Limits limits{.logBytes = static_cast<std::size_t>(budgetMiB) * kMiB};
    auto session = std::make_unique<session::Session>(environment, limits, m_clock);
    m_window->setSession(session.get());
    // Views have let go of the session before it goes.
    m_session = std::move(session);
    m_session->start();
}

void CompositionRoot::tell(const Error &error)
{
    m_window->banner().tell(QStringLiteral("environments"), QString::fromStdString(error.text()));
}

void CompositionRoot::tellFormatWarnings()
{
    if (m_formatWarnings.empty()) {
        return;
    }
    QStringList lines;
    for (const Error &warning : m_formatWarnings) {
        lines << QString::fromStdString(warning.text());
    }
    const int others = int(lines.size()) - int(kMostWarningLines);
    lines = lines.mid(0, kMostWarningLines);
    if (others > 0) {
        lines << tr("and %n more", nullptr, others);
    }
    m_window->banner().tell(QStringLiteral("formats"),
                            tr("Log formats of your own:\n%1").arg(lines.join(u'\n')),
                            Tone::Warning);
}

void CompositionRoot::takeShots()
{
    m_shots = std::make_unique<ShotTaker>(*m_line.shot, m_theme, *m_window, m_session.get());
    m_shots->start();
}

} // namespace foretop::app
