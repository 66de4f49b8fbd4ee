// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metricpicker.h"

#include "app/completiondelegate.h"
#include "app/completionpopup.h"
#include "app/theme.h"
#include "models/displaytext.h"

#include <QAbstractItemView>
#include <QAction>
#include <QKeyEvent>
#include <QScreen>

#include <algorithm>

namespace foretop::app {

MetricPicker::MetricPicker(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_popup(new CompletionPopup(m_model, this))
{
    setPlaceholderText(tr("Search for a metric"));
    setAccessibleName(tr("Metric"));
    setToolTip(tr("Choose a metric by words of its name or help; Down shows all"));
    m_model.setMostRows(kMostOffered);
    m_model.sort(-1);
    m_popup->view()->setObjectName(QStringLiteral("metricChoice"));
    m_popup->view()->setItemDelegate(new CompletionDelegate(theme, this));
    QAction *glass = addAction(theme.icon(QStringLiteral("search")), LeadingPosition);
    connect(&theme, &Theme::changed, glass,
            [glass, &theme] { glass->setIcon(theme.icon(QStringLiteral("search"))); });
    connect(this, &QLineEdit::textEdited, this, &MetricPicker::search);
    connect(&m_model, &MetricListModel::found, this, &MetricPicker::offer);
    connect(m_popup, &CompletionPopup::chosen, this, &MetricPicker::choose);
}

void MetricPicker::setEntries(const MetricListModel::Entries &entries)
{
    // A list that changes under the pointer cannot be chosen from.
    if (!m_popup->isOpen()) {
        m_model.setEntries(entries);
    }
}

void MetricPicker::setMetric(const QString &name)
{
    m_metric = name;
    if (!m_isSearching) {
        setText(name);
        setCursorPosition(0);
    }
}

void MetricPicker::search()
{
    m_isSearching = true;
    m_model.setFilter(text(), {});
    if (!m_model.isPending()) {
        offer();
    }
}

void MetricPicker::offer()
{
    if (!m_isSearching || !hasFocus() || m_model.rowCount() == 0) {
        m_popup->close();
        return;
    }
    const int most = screen()->availableGeometry().width();
    m_popup->open(
        QRect(0, 0, std::clamp(m_popup->width(), width(), std::max(most, width())), height()),
        !text().isEmpty());
}

void MetricPicker::choose(int row)
{
    if (row >= m_model.rowCount()) {
        return;
    }
    const metrics::Family family = m_model.entryAt(row).family;
    m_isSearching = false;
    setMetric(models::toQString(family.name));
    Q_EMIT familyChosen(family);
}

bool MetricPicker::event(QEvent *event)
{
    // Before the focus goes on to the next widget.
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab &&
        m_popup->takeKey(static_cast<QKeyEvent *>(event))) {
        return true;
    }
    return QLineEdit::event(event);
}

void MetricPicker::keyPressEvent(QKeyEvent *event)
{
    if (m_popup->takeKey(event)) {
        return;
    }
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers().testFlag(Qt::ControlModifier)) {
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Down || isReturn) {
        selectAll();
        m_isSearching = true;
        m_model.setFilter(event->key() == Qt::Key_Down ? QString() : text(), {});
        if (!m_model.isPending()) {
            offer();
        }
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void MetricPicker::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        m_popup->close();
        m_isSearching = false;
        setMetric(m_metric);
    }
}

} // namespace foretop::app
