// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/environmentswitcher.h"

#include <QPainter>
#include <QPixmap>
#include <QRegularExpression>

namespace foretop::app {

namespace {

constexpr int kDot = 12;

QIcon dot(const QColor &colour)
{
    QIcon icon;
    for (const int ratio : {1, 2, 3}) {
        QPixmap pixmap(kDot * ratio, kDot * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(QRectF(1, 1, kDot - 2, kDot - 2));
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace

bool isProduction(const QString &name)
{
    static const QRegularExpression word(
        QStringLiteral("(^|[^a-z])(prod|production|live)([^a-z]|$)"),
        QRegularExpression::CaseInsensitiveOption);
    return word.match(name).hasMatch();
}

EnvironmentSwitcher::EnvironmentSwitcher(QWidget *parent)
    : QComboBox(parent)
{
    setObjectName(QStringLiteral("environmentSwitcher"));
    setAccessibleName(tr("Environment"));
    setToolTip(tr("Choose the environment (Ctrl+E)"));
    setIconSize({kDot, kDot});
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMinimumWidth(190);
    setMaximumWidth(320);
    connect(this, &QComboBox::activated, this, &EnvironmentSwitcher::chosen);
}

void EnvironmentSwitcher::setEnvironments(const QVector<session::Environment> &environments,
                                          int current)
{
    clear();
    for (const session::Environment &environment : environments) {
        const QString text = environment.note.isEmpty()
                                 ? environment.name
                                 : tr("%1 (%2)").arg(environment.name, environment.note);
        const QColor colour(environment.colour);
        addItem(dot(colour.isValid() ? colour : palette().color(QPalette::PlaceholderText)), text);
    }
    setCurrentIndex(current);
}

} // namespace foretop::app
