// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shottaker.h"

#include "app/mainwindow.h"
#include "session/session.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QDir>
#include <QPixmap>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kLookMs = 50;
// A page that has its data is laid out and painted by then.
constexpr int kSettleMs = 400;
// Long enough for a filled view to be seen; a view may also be empty for good.
constexpr int kEmptyViewMs = 1'500;

QString appearanceName(Appearance appearance)
{
    return appearance == Appearance::Dark ? QStringLiteral("dark") : QStringLiteral("light");
}

bool hasEmptyView(const QWidget &page)
{
    const auto views = page.findChildren<QAbstractItemView *>();
    return std::any_of(views.begin(), views.end(), [](const QAbstractItemView *view) {
        return view->isVisible() && view->model() && view->model()->rowCount() == 0;
    });
}

} // namespace

ShotTaker::ShotTaker(ShotOptions options, Theme &theme, MainWindow &window,
                     session::Session *session)
    : m_options(std::move(options))
    , m_theme(theme)
    , m_window(window)
    , m_session(session)
{
    m_look.setInterval(kLookMs);
    connect(&m_look, &QTimer::timeout, this, &ShotTaker::look);
}

void ShotTaker::start()
{
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        for (const Page *page : m_window.pages()) {
            m_left.push_back({page->objectName(), appearance});
        }
    }
    if (!QDir().mkpath(m_options.directory)) {
        qCritical("cannot make %s", qPrintable(m_options.directory));
        finish(1);
        return;
    }
    m_waited.start();
    m_look.start();
}

bool ShotTaker::hasData() const
{
    if (!m_session) {
        return true;
    }
    return !m_session->health().states().empty() && !m_session->metrics().families().empty();
}

void ShotTaker::look()
{
    if (m_collected) {
        if (isReady() || m_waited.elapsed() > kMostWaitMs) {
            take();
        }
        return;
    }
    if (hasData() || m_waited.elapsed() > kMostWaitMs) {
        m_collected = true;
        m_look.stop();
        QTimer::singleShot(m_options.after, this, &ShotTaker::next);
    }
}

void ShotTaker::next()
{
    if (m_left.isEmpty()) {
        finish(0);
        return;
    }
    m_theme.setAppearance(m_left.front().appearance);
    m_window.showPage(m_left.front().page);
    m_waited.start();
    m_look.start();
}

bool ShotTaker::isReady() const
{
    const Page *page = m_window.currentPage();
    const qint64 waited = m_waited.elapsed();
    return page && page->isFilled() && waited >= kSettleMs &&
           (waited >= kEmptyViewMs || !hasEmptyView(*page));
}

void ShotTaker::take()
{
    m_look.stop();
    const Shot shot = m_left.takeFirst();
    if (!isReady()) {
        qWarning("%s is still empty", qPrintable(shot.page));
    }
    QString page = shot.page;
    const QString name = QStringLiteral("%1/%2-%3-%4x%5.png")
                             .arg(m_options.directory, page.remove(QStringLiteral("Page")),
                                  appearanceName(shot.appearance))
                             .arg(m_options.size.width())
                             .arg(m_options.size.height());
    if (!m_window.grab().save(name)) {
        qCritical("cannot write %s", qPrintable(name));
        finish(1);
        return;
    }
    next();
}

void ShotTaker::finish(int exitCode)
{
    m_look.stop();
    m_left.clear();
    QCoreApplication::exit(exitCode);
}

} // namespace foretop::app
