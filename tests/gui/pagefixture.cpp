// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pagefixture.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextEdit>

#include <algorithm>

namespace foretop::app {

namespace {

session::Environment environmentOf(const FeedServer &server)
{
    session::Environment environment;
    environment.name = QStringLiteral("dev");
    environment.sources = server.sources(QStringLiteral("web-1"));
    return environment;
}

} // namespace

PageFixture::PageFixture(session::Session::Limits limits, std::size_t ringBytes)
    : server(ringBytes)
    , settings(directory.filePath(QStringLiteral("settings.ini")))
    , cursor(clock)
{
    theme.setAppearance(Appearance::Light);
    if (!server.listen()) {
        qFatal("cannot listen on the loopback interface");
    }
    session = std::make_unique<session::Session>(environmentOf(server), limits, clock);
}

bool PageFixture::connectFeeds()
{
    session->start();
    return QTest::qWaitFor([this] {
        const auto &sources = session->sources();
        return std::all_of(sources.begin(), sources.end(), [](const auto &source) {
            return source.link.phase == feeds::LinkPhase::Live;
        });
    });
}

QStringList unnamedControls(const QWidget &page)
{
    QStringList unnamed;
    for (const QWidget *widget : page.findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<const QAbstractButton *>(widget) ||
                               qobject_cast<const QLineEdit *>(widget) ||
                               qobject_cast<const QComboBox *>(widget) ||
                               qobject_cast<const QAbstractSpinBox *>(widget) ||
                               qobject_cast<const QPlainTextEdit *>(widget) ||
                               qobject_cast<const QTextEdit *>(widget) ||
                               qobject_cast<const QAbstractItemView *>(widget);
        // Parts that Qt makes, such as a field's clear button, are Qt's to name.
        const bool isOurs = !widget->objectName().startsWith(u"qt_") &&
                            !qobject_cast<QLineEdit *>(widget->parentWidget()) &&
                            !widget->inherits("QHeaderView") &&
                            !widget->inherits("QTableCornerButton");
        const bool isBare =
            widget->accessibleName().isEmpty() ||
            (qobject_cast<const QAbstractButton *>(widget) && widget->toolTip().isEmpty());
        if (isControl && isOurs && isBare && widget->isVisibleTo(&page)) {
            unnamed << QString::fromUtf8(widget->metaObject()->className()) + u' ' +
                           widget->objectName();
        }
    }
    return unnamed;
}

} // namespace foretop::app
