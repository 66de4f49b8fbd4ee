// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logtabs.h"

#include "app/logstores.h"
#include "app/logtab.h"
#include "app/logtitle.h"
#include "session/logdocument.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

namespace foretop::app {

using session::LogDocument;

namespace {

constexpr const char *kNamedProperty = "named";

QStringList stringsOf(const QJsonValue &value)
{
    QStringList strings;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &each : array) {
        strings << each.toString();
    }
    strings.removeAll(QString());
    return strings;
}

} // namespace

LogTabs::LogTabs(const PageContext &context, LogStores &stores, QWidget *parent)
    : QTabWidget(parent)
    , m_context(context)
    , m_stores(stores)
{
    setObjectName(QStringLiteral("logTabs"));
    setAccessibleName(tr("Open logs"));
    setDocumentMode(true);
    setMovable(false);
    setElideMode(Qt::ElideMiddle);
    setUsesScrollButtons(true);
    auto *live = add(nullptr, tr("Live"), tr("What the environment's feeds send"), true);
    live->setLive(true);
}

LogTabs::~LogTabs() = default;

void LogTabs::setSession(session::Session *session)
{
    m_session = session;
    m_stores.bookmarks.forgetLive();
    for (int index = 0; index < count(); ++index) {
        LogTab *tab = tabAt(index);
        tab->setSession(session);
        if (tab->isLive()) {
            tab->setDocument(session ? LogDocument::ofSession(session) : nullptr, tr("live"));
        }
    }
    // Records come in from the start, not from when someone looks.
    if (const auto &document = live()->document()) {
        document->start();
    }
}

LogTab *LogTabs::tabAt(int index) const
{
    return static_cast<LogTab *>(widget(index));
}

LogTab *LogTabs::current() const
{
    return tabAt(currentIndex());
}

LogTab *LogTabs::add(std::shared_ptr<LogDocument> document, const QString &title,
                     const QString &details, bool show)
{
    if (count() >= kMostTabs) {
        Q_EMIT full();
        return nullptr;
    }
    auto *tab = new LogTab(m_context, m_stores, this);
    tab->setSession(m_session);
    QString shownTitle = title;
    const int index = addTab(tab, shownTitle.replace(u'&', QStringLiteral("&&")));
    setTabToolTip(index, details);
    if (index > 0) {
        addCloseButton(tab, title);
    }
    tab->setDocument(std::move(document), title);
    connect(tab, &LogTab::siblingsRequested, this,
            [this](const QStringList &paths) { open(paths); });
    if (show) {
        setCurrentIndex(index);
    }
    return tab;
}

void LogTabs::addCloseButton(LogTab *tab, const QString &title)
{
    auto *button = new QToolButton(tabBar());
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);
    button->setIcon(m_context.theme.icon(QStringLiteral("close")));
    button->setIconSize({12, 12});
    button->setFixedSize(20, 20);
    button->setAccessibleName(tr("Close %1").arg(title));
    button->setToolTip(tr("Close this log"));
    const Theme &theme = m_context.theme;
    connect(&theme, &Theme::changed, button,
            [button, &theme] { button->setIcon(theme.icon(QStringLiteral("close"))); });
    connect(button, &QAbstractButton::clicked, tab,
            [this, tab] { close(QTabWidget::indexOf(tab)); });
    tabBar()->setTabButton(QTabWidget::indexOf(tab), QTabBar::RightSide, button);
}

int LogTabs::indexOfPaths(const QStringList &paths) const
{
    for (int index = 1; index < count(); ++index) {
        if (widget(index)->property(kNamedProperty).toStringList() == paths) {
            return index;
        }
    }
    return -1;
}

LogTab *LogTabs::open(const QStringList &named, bool show)
{
    if (const int index = indexOfPaths(named); index >= 0) {
        if (show) {
            setCurrentIndex(index);
        }
        return tabAt(index);
    }
    logs::OpenOptions options;
    options.catalogue = m_context.formats;
    LogTab *tab = add(LogDocument::ofFiles(named, std::move(options)), logTitle(named),
                      logDetails(named), show);
    if (tab) {
        tab->setProperty(kNamedProperty, named);
        Q_EMIT opened(named);
    }
    return tab;
}

void LogTabs::duplicate()
{
    const LogTab *original = current();
    const int index = currentIndex();
    const QJsonObject state = original->state();
    LogTab *tab = add(original->document(), tabText(index), tabToolTip(index), true);
    if (tab) {
        tab->setLive(original->isLive());
        tab->restore(state);
    }
}

void LogTabs::merge(const QVector<int> &indexes)
{
    QList<LogDocument *> documents;
    std::vector<std::shared_ptr<LogDocument>> kept;
    QStringList titles;
    for (const int index : indexes) {
        const auto &document = tabAt(index)->document();
        if (document && !documents.contains(document.get())) {
            document->start();
            documents << document.get();
            kept.push_back(document);
            titles << tabText(index);
        }
    }
    if (documents.size() < 2) {
        return;
    }
    // The documents merged go on as long as the merge does.
    const std::shared_ptr<LogDocument> merged(
        LogDocument::merged(documents).release(),
        [kept = std::move(kept)](LogDocument *document) { delete document; });
    add(merged, logTitle(titles), logDetails(titles), true);
}

void LogTabs::close(int index)
{
    if (index < 1 || index >= count()) {
        return;
    }
    LogTab *tab = tabAt(index);
    removeTab(index);
    tab->deleteLater();
    Q_EMIT closed();
}

void LogTabs::step(int by)
{
    setCurrentIndex((currentIndex() + by + count()) % count());
}

QByteArray LogTabs::state() const
{
    QJsonArray tabs;
    int shown = 0;
    for (int index = 1; index < count(); ++index) {
        const QStringList named = widget(index)->property(kNamedProperty).toStringList();
        if (named.isEmpty() || named.contains(u"-")) {
            continue;
        }
        QJsonObject tab = tabAt(index)->state();
        tab[QStringLiteral("paths")] = QJsonArray::fromStringList(named);
        tabs << tab;
        shown = index == currentIndex() ? int(tabs.size()) : shown;
    }
    return QJsonDocument(
               QJsonObject{{QStringLiteral("tabs"), tabs}, {QStringLiteral("shown"), shown}})
        .toJson(QJsonDocument::Compact);
}

void LogTabs::restore(const QByteArray &state)
{
    const QJsonObject object = QJsonDocument::fromJson(state).object();
    const QJsonArray tabs = object[QStringLiteral("tabs")].toArray();
    for (const QJsonValue &value : tabs) {
        const QStringList paths = stringsOf(value[QStringLiteral("paths")]);
        LogTab *tab = paths.isEmpty() ? nullptr : open(paths, false);
        if (tab) {
            const QJsonObject first = value[QStringLiteral("panes")].toArray().at(0).toObject();
            const QJsonValue format = first[QStringLiteral("format")];
            const QString zone = first[QStringLiteral("zone")].toString();
            const bool isZoneChosen = !zone.isEmpty() && zone != tab->document()->zoneName();
            if (format.isString() || isZoneChosen) {
                tab->document()->setFormat(
                    format.isString() ? std::optional(format.toString()) : std::nullopt, zone);
            }
            tab->restore(value.toObject());
        }
    }
    setCurrentIndex(std::clamp(object[QStringLiteral("shown")].toInt(), 0, count() - 1));
}

} // namespace foretop::app
