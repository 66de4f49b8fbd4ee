// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/linkchips.h"

#include "app/momenttext.h"
#include "app/statelook.h"
#include "feeds/feedkind.h"

#include <QHash>
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
// Groups beyond this many get no chip, only their lines in the list.
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
        Group rows(m_sources.rowCount());
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

bool LinkChips::hasSeveralNames() const
{
    const QVariant first = m_sources.index(0, 0).data(SourceModel::NameRole);
    for (int row = 1; row < m_sources.rowCount(); ++row) {
        if (m_sources.index(row, 0).data(SourceModel::NameRole) != first) {
            return true;
        }
    }
    return false;
}

QVector<LinkChips::Group> LinkChips::groups() const
{
    const bool byName = hasSeveralNames();
    QVector<Group> result;
    QHash<QPair<QString, int>, qsizetype> known;
    for (int row = 0; row < m_sources.rowCount(); ++row) {
        const QModelIndex index = m_sources.index(row, 0);
        const QPair<QString, int> key{index.data(SourceModel::NameRole).toString(),
                                      index.data(SourceModel::PhaseRole).toInt()};
        if (byName && known.contains(key)) {
            result[known.value(key)] << row;
        } else {
            known.insert(key, result.size());
            result << Group{row};
        }
    }
    return result;
}

QString LinkChips::nameOf(int row) const
{
    const QModelIndex index = m_sources.index(row, 0);
    const QString name = index.data(SourceModel::NameRole).toString();
    const QString kind =
        kindWord(static_cast<feeds::FeedKind>(index.data(SourceModel::KindRole).toInt()));
    // With one agent its name says nothing that the environment does not.
    return hasSeveralNames() ? tr("%1 %2").arg(name, kind) : kind;
}

QString LinkChips::nameOf(const Group &rows) const
{
    const QVariant name = m_sources.index(rows.front(), 0).data(SourceModel::NameRole);
    qsizetype links = 0;
    for (int row = 0; row < m_sources.rowCount(); ++row) {
        links += m_sources.index(row, 0).data(SourceModel::NameRole) == name;
    }
    if (rows.size() == links && hasSeveralNames()) {
        return name.toString();
    }
    QStringList names{nameOf(rows.front())};
    for (const int row : rows.mid(1)) {
        names << kindWord(static_cast<feeds::FeedKind>(
            m_sources.index(row, 0).data(SourceModel::KindRole).toInt()));
    }
    return names.join(QStringLiteral(", "));
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

QString LinkChips::details(const Group &rows) const
{
    QStringList texts;
    for (const int row : rows) {
        texts << details(row);
    }
    return texts.join(QStringLiteral("\n\n"));
}

void LinkChips::dress(LinkChip &chip, const Group &rows) const
{
    StateLook look = lookOf(phaseOf(m_sources.index(rows.front(), 0)));
    quint64 lost = 0;
    for (const int row : rows) {
        const QModelIndex index = m_sources.index(row, 0);
        lost += index.data(SourceModel::MalformedRole).toULongLong() +
                index.data(SourceModel::DroppedRole).toULongLong();
    }
    QString words = tr("%1 %2").arg(nameOf(rows), look.word);
    if (lost > 0) {
        words += tr(" · %1 lost").arg(QLocale().toString(lost));
        look.tone = look.tone == Tone::Good ? Tone::Warning : look.tone;
        look.icon = look.tone == Tone::Warning ? QStringLiteral("degraded") : look.icon;
    }
    chip.setLook(m_theme.icon(look.icon, look.tone), words, m_theme.fill(look.tone),
                 m_theme.tone(look.tone));
    chip.setToolTip(details(rows));
    chip.setAccessibleName(words);
    chip.setAccessibleDescription(chip.toolTip());
}

void LinkChips::refresh()
{
    m_groups = groups().mid(0, kMostChips);
    while (m_chips.size() > m_groups.size()) {
        LinkChip *surplus = m_chips.takeLast();
        surplus->hide();
        surplus->deleteLater(); // its own menu may be open
    }
    while (m_chips.size() < m_groups.size()) {
        auto *chip = new LinkChip(this);
        const auto at = m_chips.size();
        chip->setObjectName(QStringLiteral("linkChip%1").arg(at));
        connect(chip, &QToolButton::clicked, this,
                [this, chip, at] { showMenu(*chip, m_groups.value(at)); });
        m_chips << chip;
    }
    for (qsizetype at = 0; at < m_groups.size(); ++at) {
        dress(*m_chips[at], m_groups[at]);
    }
    layOut();
}

QVector<qsizetype> LinkChips::chipsThatFit() const
{
    QVector<qsizetype> order(m_chips.size());
    std::iota(order.begin(), order.end(), 0);
    const auto gravityOf = [this](qsizetype at) {
        return gravity(phaseOf(m_sources.index(m_groups[at].front(), 0)));
    };
    std::stable_sort(order.begin(), order.end(), [&gravityOf](qsizetype a, qsizetype b) {
        return gravityOf(a) < gravityOf(b);
    });
    const int restWidth = fontMetrics().horizontalAdvance(tr("+%1").arg(99)) + 3 * kPadding;
    QVector<qsizetype> shown;
    int used = 0;
    for (const qsizetype at : order) {
        used += m_chips[at]->sizeHint().width() + kGap;
        const bool isLast = shown.size() + 1 == m_chips.size();
        if (used - kGap + (isLast ? 0 : restWidth) > width()) {
            break;
        }
        shown << at;
    }
    return shown;
}

void LinkChips::layOut()
{
    const QVector<qsizetype> shown = chipsThatFit();
    int left = 0;
    const auto place = [&left, this](LinkChip &chip) {
        const QSize size = chip.sizeHint();
        chip.setGeometry(QRect(QPoint(left, (height() - size.height()) / 2), size));
        left += size.width() + kGap;
    };
    for (qsizetype at = 0; at < m_chips.size(); ++at) {
        m_chips[at]->setVisible(shown.contains(at));
        if (shown.contains(at)) {
            place(*m_chips[at]);
        }
    }
    const auto leftOut = groups().size() - shown.size();
    m_rest->setVisible(leftOut > 0);
    m_rest->setLook({}, tr("+%1").arg(leftOut), m_theme.fill(Tone::Muted),
                    m_theme.tone(Tone::Muted));
    place(*m_rest);
}

void LinkChips::showMenu(QWidget &below, const Group &rows)
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
