// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logquerybar.h"

#include "app/pageactions.h"
#include "app/querystore.h"
#include "app/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace foretop::app {

namespace {

constexpr int kMostShownQueries = 15;
constexpr int kMostShownCharacters = 80;

QString menuText(const QString &query)
{
    QString text = query.size() > kMostShownCharacters
                       ? query.left(kMostShownCharacters) + QChar(u'\x2026')
                       : query;
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

LogQueryBar::LogQueryBar(const Theme &theme, PageActions &actions, QueryStore &queries,
                         QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_queries(queries)
    , m_edit(new QueryEdit(theme, this))
    , m_fault(new QLabel(this))
{
    setObjectName(QStringLiteral("logQueryBar"));
    m_edit->setObjectName(QStringLiteral("logQuery"));
    m_edit->setPlaceholderText(tr("Search: text, \"exact\", /regex/, field:value, a or b, not c"));
    m_edit->setAccessibleName(tr("Query"));
    m_edit->setToolTip(tr("Show the records that match, such as: timeout level>=error "
                          "status:5?? not path:/health (Ctrl+F; Ctrl+Space completes)"));
    m_edit->setClearButtonEnabled(true);
    m_edit->setMaxLength(int(QueryStore::kMostCharacters));
    m_edit->setHistory(queries.recent());
    connect(&queries, &QueryStore::changed, m_edit,
            [this] { m_edit->setHistory(m_queries.recent()); });
    setFocusProxy(m_edit);
    m_fault->setObjectName(QStringLiteral("queryFault"));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setAutoFillBackground(true);
    m_fault->setMargin(5);
    m_fault->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_edit, 1);
    addQueryMenu(actions);

    QAction *glass =
        m_edit->addAction(theme.icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    connect(&theme, &Theme::changed, glass,
            [glass, &theme] { glass->setIcon(theme.icon(QStringLiteral("search"))); });

    m_pause.setSingleShot(true);
    m_pause.setInterval(kDebounceMs);
    connect(&m_pause, &QTimer::timeout, this, &LogQueryBar::tell);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        setFault({}, nullptr);
        if (text.isEmpty()) {
            tell();
        } else {
            m_pause.start();
        }
    });
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        tell();
        m_queries.remember(text());
        if (!m_edit->fault()) {
            Q_EMIT left();
        }
    });
    connect(m_edit, &QueryEdit::left, this, &LogQueryBar::left);
}

QString LogQueryBar::text() const
{
    return m_edit->text();
}

void LogQueryBar::setText(const QString &text)
{
    m_edit->setText(text);
    tell();
}

void LogQueryBar::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void LogQueryBar::tell()
{
    m_pause.stop();
    if (std::exchange(m_told, m_edit->text()) != m_edit->text()) {
        Q_EMIT textChanged(m_told);
    }
}

void LogQueryBar::setFault(const std::optional<EditFault> &fault, QWidget *host)
{
    m_edit->setFault(fault);
    m_fault->setVisible(fault && host);
    if (!fault || !host) {
        return;
    }
    QPalette colours = palette();
    colours.setColor(QPalette::Window, m_theme.fill(Tone::Bad));
    m_fault->setPalette(colours);
    m_fault->setText(fault->message);
    m_fault->setParent(host);
    placeFault();
    m_fault->raise();
    m_fault->show();
}

void LogQueryBar::placeFault()
{
    QWidget *host = m_fault->parentWidget();
    if (host == this) {
        return;
    }
    const QPoint below = m_edit->mapTo(host, QPoint(0, m_edit->height() + 2));
    m_fault->setMaximumWidth(std::max(40, host->width() - below.x()));
    m_fault->adjustSize();
    m_fault->move(below);
}

void LogQueryBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeFault();
}

void LogQueryBar::addQueryMenu(PageActions &actions)
{
    auto *menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    QAction *open = actions.add({.name = QStringLiteral("logQueries"),
                                 .text = tr("Queries"),
                                 .hint = tr("Take a saved or earlier query, or save this one"),
                                 .shortcuts = {Qt::CTRL | Qt::Key_J},
                                 .icon = QStringLiteral("clock")});
    QToolButton *button = PageActions::button(open, Qt::ToolButtonIconOnly, this);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    connect(open, &QAction::triggered, button, &QToolButton::showMenu);
    QAction *save = actions.add({.name = QStringLiteral("saveLogQuery"),
                                 .text = tr("Save this query\u2026"),
                                 .hint = tr("Keep this query under a name"),
                                 .shortcuts = {Qt::CTRL | Qt::Key_S}});
    connect(save, &QAction::triggered, this, &LogQueryBar::saveQuery);
    menu->addAction(save);
    layout()->addWidget(button);
}

void LogQueryBar::fillMenu(QMenu *menu)
{
    const QList<QAction *> before = menu->actions();
    for (qsizetype i = 1; i < before.size(); ++i) { // the first saves this query
        menu->removeAction(before[i]);
        before[i]->deleteLater();
    }
    menu->actions().constFirst()->setEnabled(!text().isEmpty());
    if (!m_queries.saved().isEmpty()) {
        menu->addSection(tr("Saved"));
        for (const SavedQuery &query : m_queries.saved()) {
            QAction *take = menu->addAction(menuText(query.name));
            take->setToolTip(query.text);
            connect(take, &QAction::triggered, this, [this, query] { setText(query.text); });
        }
        fillRemoveMenu(menu->addMenu(tr("Remove")));
    }
    if (!m_queries.recent().isEmpty()) {
        menu->addSection(tr("Earlier"));
        for (const QString &query : m_queries.recent().mid(0, kMostShownQueries)) {
            connect(menu->addAction(menuText(query)), &QAction::triggered, this,
                    [this, query] { setText(query); });
        }
    }
    menu->setToolTipsVisible(true);
}

void LogQueryBar::fillRemoveMenu(QMenu *menu)
{
    for (const SavedQuery &query : m_queries.saved()) {
        connect(menu->addAction(menuText(query.name)), &QAction::triggered, this,
                [this, query] { m_queries.remove(query.name); });
    }
}

void LogQueryBar::saveQuery()
{
    const QString query = text();
    const QString name = QInputDialog::getText(this, tr("Save query"), tr("Name of the query:"),
                                               QLineEdit::Normal, query.left(kMostShownCharacters))
                             .trimmed();
    if (!name.isEmpty() && !query.isEmpty()) {
        m_queries.save({name, query});
    }
}

} // namespace foretop::app
