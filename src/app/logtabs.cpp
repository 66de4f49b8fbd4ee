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
constexpr const char *kPartsProperty = "parts";
const auto kPaths = QStringLiteral("paths");
const auto kLivePart = QJsonObject{{QStringLiteral("live"), true}};

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

QStringList titlesOf(const QJsonArray &parts)
{
    QStringList titles;
    for (const QJsonValue &part : parts) {
        titles << (part == kLivePart ? LogTabs::tr("Live") : logTitle(stringsOf(part[kPaths])));
    }
    return titles;
}

/// What a person chose, as the state of a pane of @p document says.
void restoreFormat(const std::shared_ptr<LogDocument> &document, const QJsonObject &pane)
{
    const QJsonValue format = pane[QStringLiteral("format")];
    const QString zone = pane[QStringLiteral("zone")].toString();
    const auto chosen = format.isString() ? std::optional(format.toString()) : std::nullopt;
    if (document && ((chosen && chosen != document->chosenFormat()) ||
                     (!zone.isEmpty() && zone != document->zoneName()))) {
        document->setFormat(chosen, zone);
    }
}

/// Standard input cannot be read again.
bool canReopen(const QJsonArray &parts)
{
    return std::none_of(parts.begin(), parts.end(), [](const QJsonValue &part) {
        return stringsOf(part[kPaths]).contains(u"-");
    });
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
    for (int index = 0; session && index < count(); ++index) {
        const QJsonArray parts = widget(index)->property(kPartsProperty).toJsonArray();
        if (parts.contains(kLivePart)) {
            tabAt(index)->setDocument(mergeOf(parts), logTitle(titlesOf(parts)));
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
    LogTab *tab = add(newDocument(named), logTitle(named), logDetails(named), show);
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
        tab->setProperty(kPartsProperty, partsOf(index));
        tab->setLive(original->isLive());
        tab->restore(state);
    }
}

std::shared_ptr<LogDocument> LogTabs::newDocument(const QStringList &paths) const
{
    logs::OpenOptions options;
    options.catalogue = m_context.formats;
    return LogDocument::ofFiles(paths, std::move(options));
}

QJsonArray LogTabs::partsOf(int index) const
{
    const QJsonArray parts = widget(index)->property(kPartsProperty).toJsonArray();
    if (!parts.isEmpty()) {
        return parts;
    }
    const QStringList named = widget(index)->property(kNamedProperty).toStringList();
    return {named.isEmpty() ? kLivePart : QJsonObject{{kPaths, QJsonArray::fromStringList(named)}}};
}

std::shared_ptr<LogDocument> LogTabs::documentOf(const QJsonObject &part) const
{
    if (part == kLivePart) {
        return live()->document();
    }
    const QStringList paths = stringsOf(part[kPaths]);
    const int index = indexOfPaths(paths);
    return paths.isEmpty() ? nullptr : index < 0 ? newDocument(paths) : tabAt(index)->document();
}

std::shared_ptr<LogDocument> LogTabs::mergeOf(const QJsonArray &parts) const
{
    QList<LogDocument *> documents;
    std::vector<std::shared_ptr<LogDocument>> kept;
    for (const QJsonValue &part : parts) {
        const auto document = documentOf(part.toObject());
        if (document && !documents.contains(document.get())) {
            documents << document.get();
            kept.push_back(document);
        }
    }
    if (kept.size() == 1) {
        return kept.front();
    }
    // The documents merged go on as long as the merge does.
    return {LogDocument::merged(documents).release(),
            [kept = std::move(kept)](LogDocument *document) { delete document; }};
}

LogTab *LogTabs::addMerge(const QJsonArray &parts, bool show)
{
    const QStringList titles = titlesOf(parts);
    // With the live feed it waits for a session.
    const bool isWaiting = parts.contains(kLivePart) && !live()->document();
    LogTab *tab =
        add(isWaiting ? nullptr : mergeOf(parts), logTitle(titles), logDetails(titles), show);
    if (tab) {
        tab->setProperty(kPartsProperty, parts);
    }
    return tab;
}

void LogTabs::merge(const QVector<int> &indexes)
{
    QJsonArray parts;
    for (const int index : indexes) {
        const QJsonArray more = partsOf(index);
        for (const QJsonValue &part : more) {
            if (!parts.contains(part)) {
                parts << part;
            }
        }
    }
    if (parts.size() > 1 && addMerge(parts, true)) {
        Q_EMIT merged();
    }
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
        const QJsonArray parts = partsOf(index);
        if (!canReopen(parts)) {
            continue;
        }
        QJsonObject tab = tabAt(index)->state();
        if (named.isEmpty()) {
            tab[QStringLiteral("parts")] = parts;
        } else {
            tab[kPaths] = QJsonArray::fromStringList(named);
        }
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
        const QStringList paths = stringsOf(value[kPaths]);
        const QJsonArray parts = value[QStringLiteral("parts")].toArray();
        LogTab *tab = !paths.isEmpty()   ? open(paths, false)
                      : !parts.isEmpty() ? addMerge(parts, false)
                                         : nullptr;
        if (!tab) {
            continue;
        }
        restoreFormat(tab->document(), value[QStringLiteral("panes")].toArray().at(0).toObject());
        tab->restore(value.toObject());
    }
    setCurrentIndex(std::clamp(object[QStringLiteral("shown")].toInt(), 0, count() - 1));
}

} // namespace foretop::app
