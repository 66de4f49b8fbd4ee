// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logtab.h"

#include "app/logpane.h"
#include "session/logdocument.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr qsizetype kMostPanes = 2;
constexpr int kEqual = 10'000;
constexpr int kSideBySideWidth = 1'600; ///< less has no room for two side panes

} // namespace

LogTab::LogTab(const PageContext &context, LogStores &stores, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_stores(stores)
    , m_splitter(new QSplitter(this))
{
    setObjectName(QStringLiteral("logTab"));
    m_splitter->setObjectName(QStringLiteral("paneSplitter"));
    m_splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_splitter);
    activate(addPane());
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, const QWidget *now) { takeFocus(now); });
}

LogTab::~LogTab()
{
    disconnect(qApp, nullptr, this, nullptr);
}

LogPane *LogTab::addPane()
{
    auto *pane = new LogPane(m_context, m_stores, m_splitter);
    m_splitter->addWidget(pane);
    m_panes << pane;
    connect(pane, &LogPane::siblingsRequested, this, &LogTab::siblingsRequested);
    return pane;
}

void LogTab::takeFocus(const QWidget *focused)
{
    for (LogPane *pane : std::as_const(m_panes)) {
        if (pane != m_active && focused && pane->isAncestorOf(focused)) {
            activate(pane);
            return;
        }
    }
}

void LogTab::activate(LogPane *pane)
{
    m_active = pane;
    setFocusProxy(pane);
    for (LogPane *each : std::as_const(m_panes)) {
        each->setShortcutsEverywhere(each == pane);
    }
}

void LogTab::setDocument(std::shared_ptr<session::LogDocument> document, const QString &name)
{
    m_document = std::move(document);
    m_name = name;
    for (LogPane *pane : std::as_const(m_panes)) {
        pane->setDocument(m_document, name);
    }
    if (m_document && isVisible()) {
        m_document->start();
    }
}

void LogTab::setSession(session::Session *session)
{
    m_session = session;
    for (LogPane *pane : std::as_const(m_panes)) {
        pane->setSession(session);
    }
}

void LogTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_document) {
        m_document->start();
    }
}

void LogTab::split(Qt::Orientation orientation)
{
    m_splitter->setOrientation(orientation);
    if (m_panes.size() >= kMostPanes) {
        return;
    }
    const QJsonObject state = m_active->state();
    LogPane *pane = addPane();
    pane->setDocument(m_document, m_name);
    pane->setSession(m_session);
    pane->restore(state);
    pane->setFocus();
    activate(pane);
    m_splitter->setSizes({kEqual, kEqual});
    if (orientation == Qt::Horizontal && width() < kSideBySideWidth) {
        for (LogPane *each : std::as_const(m_panes)) {
            each->hideSidePane();
        }
    }
}

void LogTab::closePane()
{
    if (m_panes.size() < kMostPanes) {
        return;
    }
    LogPane *closed = m_active;
    m_panes.removeAll(closed);
    activate(m_panes.constFirst());
    m_active->setFocus();
    closed->hide();
    closed->deleteLater();
}

QJsonObject LogTab::state() const
{
    QJsonArray panes;
    for (const LogPane *pane : m_panes) {
        panes << pane->state();
    }
    return {{QStringLiteral("panes"), panes},
            {QStringLiteral("below"), m_splitter->orientation() == Qt::Vertical}};
}

void LogTab::restore(const QJsonObject &state)
{
    const QJsonArray panes = state[QStringLiteral("panes")].toArray();
    m_panes.constFirst()->restore(panes.at(0).toObject());
    if (panes.size() > 1) {
        split(state[QStringLiteral("below")].toBool() ? Qt::Vertical : Qt::Horizontal);
        m_panes.constLast()->restore(panes.at(1).toObject());
    }
}

} // namespace foretop::app
