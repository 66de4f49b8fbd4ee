// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linkchips.h"

#include "app/momenttext.h"
#include "app/statelook.h"
#include "feeds/feedkind.h"

#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QWidgetAction>

#include <algorithm>
#include <numeric>

namespace foretop::app {

namespace {

using models::SourceModel;

constexpr int kIcon = 14;
constexpr int kPadding = 8;
constexpr int kGap = 6;
// Sources beyond this many get no chip of their own, only their line in the list.
constexpr int kMostChips = 24;

feeds::LinkPhase phaseOf(const QModelIndex &index)
{
    return static_cast<feeds::LinkPhase>(index.data(SourceModel::PhaseRole).toInt());
}

int gravity(feeds::LinkPhase phase)
{
    switch (phase) {
    case feeds::LinkPhase::Refused:
        return 0;
    case feeds::LinkPhase::Unreachable:
        return 1;
    case feeds::LinkPhase::Connecting:
        return 2;
    case feeds::LinkPhase::Stopped:
        return 3;
    case feeds::LinkPhase::Live:
        break;
    }
    return 4;
}

QString kindWord(feeds::FeedKind kind)
{
    switch (kind) {
    case feeds::FeedKind::Health:
        return LinkChips::tr("Health");
    case feeds::FeedKind::Metrics:
        return LinkChips::tr("Metrics");
    case feeds::FeedKind::Logs:
        return LinkChips::tr("Logs");
    case feeds::FeedKind::Jobs:
        return LinkChips::tr("Jobs");
    case feeds::FeedKind::Errors:
        break;
    }
    return LinkChips::tr("Errors");
}

} // namespace

LinkChip::LinkChip(QWidget *parent)
    : QToolButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
}

void LinkChip::setLook(const QIcon &icon, const QString &text, const QColor &fill,
                       const QColor &colour)
{
    setIcon(icon);
    setText(text);
    m_fill = fill;
    m_colour = colour;
    updateGeometry();
    update();
}

QSize LinkChip::sizeHint() const
{
    const int iconWidth = icon().isNull() ? 0 : kIcon + 5;
    return {2 * kPadding + iconWidth + fontMetrics().horizontalAdvance(text()),
            fontMetrics().height() + 8};
}

void LinkChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool marked = hasFocus() || underMouse();
    painter.setPen(marked ? QPen(m_colour, 1.4) : QPen(Qt::NoPen));
    painter.setBrush(m_fill);
    const QRectF box = QRectF(rect()).adjusted(0.7, 0.7, -0.7, -0.7);
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2);
    int left = kPadding;
    if (!icon().isNull()) {
        icon().paint(&painter, QRect(left, (height() - kIcon) / 2, kIcon, kIcon));
        left += kIcon + 5;
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(left, 0, width() - left, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     text());
}

LinkChips::LinkChips(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_rest(new LinkChip(this))
{
    setObjectName(QStringLiteral("linkChips"));
    setAccessibleName(tr("State of the links"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_rest->setObjectName(QStringLiteral("restChip"));
    m_rest->setAccessibleName(tr("All links"));
    m_rest->setToolTip(tr("Show all links"));
    m_rest->hide();
    connect(m_rest, &QToolButton::clicked, this, [this] {
        QVector<int> rows(m_sources.rowCount());
        std::iota(rows.begin(), rows.end(), 0);
        showMenu(*m_rest, rows);
    });
    for (const auto signal :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_sources, signal, this, &LinkChips::refresh);
    }
    connect(&m_sources, &QAbstractItemModel::dataChanged, this, &LinkChips::refresh);
    connect(&m_sources, &QAbstractItemModel::modelReset, this, &LinkChips::refresh);
    connect(&m_sources, &QAbstractItemModel::layoutChanged, this, &LinkChips::refresh);
    connect(&m_theme, &Theme::changed, this, &LinkChips::refresh);
}

void LinkChips::setSession(session::Session *session, session::TimeCursor *cursor)
{
    m_sources.setSession(session, cursor);
}

QString LinkChips::nameOf(int row) const
{
    const QModelIndex index = m_sources.index(row, 0);
    const QString name = index.data(SourceModel::NameRole).toString();
    const auto kind = static_cast<feeds::FeedKind>(index.data(SourceModel::KindRole).toInt());
    // With one agent its name says nothing that the environment does not.
    for (int other = 0; other < m_sources.rowCount(); ++other) {
        if (m_sources.index(other, 0).data(SourceModel::NameRole).toString() != name) {
            return tr("%1 %2").arg(name, kindWord(kind));
        }
    }
    return kindWord(kind);
}

QString LinkChips::details(int row) const
{
    const QModelIndex index = m_sources.index(row, 0);
    const StateLook look = lookOf(phaseOf(index));
    QStringList lines;
    lines << tr("%1: %2 since %3")
                 .arg(nameOf(row), look.word,
                      clockText(index.data(SourceModel::SinceRole).toDateTime()));
    lines << index.data(SourceModel::UrlRole).toString();
    if (const QString error = index.data(SourceModel::ErrorRole).toString(); !error.isEmpty()) {
        lines << error;
    }
    if (index.data(SourceModel::PlainRole).toBool()) {
        lines << tr("Plain WebSocket, not a foretop feed: nothing can be resumed");
    }
    lines << tr("%1 received, %2 unreadable, %3 dropped by the server")
                 .arg(QLocale().toString(index.data(SourceModel::ItemsRole).toULongLong()),
                      QLocale().toString(index.data(SourceModel::MalformedRole).toULongLong()),
                      QLocale().toString(index.data(SourceModel::DroppedRole).toULongLong()));
    if (const QString last = index.data(SourceModel::LastErrorRole).toString(); !last.isEmpty()) {
        lines << tr("Last unreadable: %1").arg(last);
    }
    return lines.join(QLatin1Char('\n'));
}

void LinkChips::dress(LinkChip &chip, int row) const
{
    const QModelIndex index = m_sources.index(row, 0);
    StateLook look = lookOf(phaseOf(index));
    const quint64 lost = index.data(SourceModel::MalformedRole).toULongLong() +
                         index.data(SourceModel::DroppedRole).toULongLong();
    QString words = tr("%1 %2").arg(nameOf(row), look.word);
    if (lost > 0) {
        words += tr(" · %1 lost").arg(QLocale().toString(lost));
        look.tone = look.tone == Tone::Good ? Tone::Warning : look.tone;
        look.icon = look.tone == Tone::Warning ? QStringLiteral("degraded") : look.icon;
    }
    chip.setLook(m_theme.icon(look.icon, look.tone), words, m_theme.fill(look.tone),
                 m_theme.tone(look.tone));
    chip.setToolTip(details(row));
    chip.setAccessibleName(words);
    chip.setAccessibleDescription(details(row));
}

void LinkChips::refresh()
{
    const int count = std::min(kMostChips, m_sources.rowCount());
    while (m_chips.size() > count) {
        m_chips.takeLast()->deleteLater();
    }
    while (m_chips.size() < count) {
        auto *chip = new LinkChip(this);
        const auto row = static_cast<int>(m_chips.size());
        chip->setObjectName(QStringLiteral("linkChip%1").arg(row));
        connect(chip, &QToolButton::clicked, this, [this, chip, row] { showMenu(*chip, {row}); });
        m_chips << chip;
    }
    for (int row = 0; row < count; ++row) {
        dress(*m_chips[row], row);
    }
    layOut();
}

void LinkChips::layOut()
{
    QVector<int> order(m_chips.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [this](int a, int b) {
        return gravity(phaseOf(m_sources.index(a, 0))) < gravity(phaseOf(m_sources.index(b, 0)));
    });
    const int rows = m_sources.rowCount();
    const auto restFor = [rows](qsizetype shown) { return tr("+%1").arg(rows - shown); };
    m_rest->setLook({}, restFor(0), m_theme.fill(Tone::Muted), m_theme.tone(Tone::Muted));
    const int restWidth = m_rest->sizeHint().width() + kGap;
    QVector<int> shown;
    int used = 0;
    for (const int row : order) {
        const int next = used + m_chips[row]->sizeHint().width() + kGap;
        const bool isLast = shown.size() + 1 == rows;
        if (next - kGap + (isLast ? 0 : restWidth) > width()) {
            break;
        }
        used = next;
        shown << row;
    }
    std::sort(shown.begin(), shown.end());
    int left = 0;
    for (int row = 0; row < m_chips.size(); ++row) {
        m_chips[row]->setVisible(shown.contains(row));
        if (shown.contains(row)) {
            const QSize size = m_chips[row]->sizeHint();
            m_chips[row]->setGeometry(QRect(QPoint(left, (height() - size.height()) / 2), size));
            left += size.width() + kGap;
        }
    }
    m_rest->setVisible(shown.size() < rows);
    m_rest->setText(restFor(shown.size()));
    const QSize size = m_rest->sizeHint();
    m_rest->setGeometry(QRect(QPoint(left, (height() - size.height()) / 2), size));
}

void LinkChips::showMenu(QWidget &below, const QVector<int> &rows)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const int row : rows) {
        auto *label = new QLabel(details(row), menu);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setMargin(8);
        auto *item = new QWidgetAction(menu);
        item->setDefaultWidget(label);
        menu->addAction(item);
        menu->addSeparator();
    }
    connect(menu->addAction(m_theme.icon(QStringLiteral("reconnect")), tr("Reconnect now")),
            &QAction::triggered, this, &LinkChips::retryRequested);
    menu->popup(below.mapToGlobal(QPoint(0, below.height() + 4)));
}

QSize LinkChips::sizeHint() const
{
    return {520, fontMetrics().height() + 10};
}

QSize LinkChips::minimumSizeHint() const
{
    return {90, fontMetrics().height() + 10};
}

void LinkChips::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

} // namespace foretop::app
