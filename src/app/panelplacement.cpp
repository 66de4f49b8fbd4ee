// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panelplacement.h"

#include "models/dashboard.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace foretop::app {

namespace {

constexpr int kColumns = models::PanelSpec::kGridColumns;

QVector<int> readingOrder(const QVector<QRect> &places)
{
    QVector<int> order(places.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&places](int a, int b) {
        return std::tuple(places[a].y(), places[a].x()) < std::tuple(places[b].y(), places[b].x());
    });
    return order;
}

bool shareColumns(const QRect &a, const QRect &b)
{
    return a.left() <= b.right() && b.left() <= a.right();
}

/// Lets panels rise in this order, each as far as those before it let it.
QVector<QRect> risen(const QVector<QRect> &places, const QVector<int> &order)
{
    QVector<models::PanelSpec> panels(places.size());
    int row = 0;
    for (const int at : order) {
        panels[at].place = places[at];
        panels[at].place.moveTop(row);
        row += places[at].height();
    }
    models::compactPanels(panels);
    QVector<QRect> result;
    for (const models::PanelSpec &panel : panels) {
        result << panel.place;
    }
    return result;
}

/// Whether what is dragged from @p from to @p target comes before @p other, which it shares columns
/// with.
bool comesBefore(const QRect &from, const QRect &target, const QRect &other)
{
    const int middle = 2 * other.y() + other.height();
    const bool comesFromAbove = target.y() > from.y() && shareColumns(from, other);
    const int edge = comesFromAbove ? target.y() + target.height() : target.y();
    return 2 * edge < middle;
}

} // namespace

QRect boundedPlace(QRect place)
{
    place.setWidth(std::clamp(place.width(), kLeastPanelSize.width(), kColumns));
    place.setHeight(std::clamp(place.height(), kLeastPanelSize.height(), kMostPanelRows));
    place.moveLeft(std::clamp(place.x(), 0, kColumns - place.width()));
    place.moveTop(std::max(place.y(), 0));
    return place;
}

QVector<QRect> compactedPlaces(const QVector<QRect> &places)
{
    return risen(places, readingOrder(places));
}

QVector<QRect> placesAfterMove(const QVector<QRect> &places, int moved, QRect target)
{
    target = boundedPlace(target);
    QVector<int> order = readingOrder(places);
    order.removeOne(moved);
    const auto next = std::find_if(order.cbegin(), order.cend(), [&](int at) {
        return shareColumns(target, places[at]) && comesBefore(places[moved], target, places[at]);
    });
    order.insert(next - order.cbegin(), moved);
    QVector<QRect> wanted = places;
    wanted[moved] = target;
    return risen(wanted, order);
}

QVector<QRect> placesAfterResize(const QVector<QRect> &places, int resized, QSize size)
{
    QVector<QRect> wanted = places;
    QRect &place = wanted[resized];
    place.setWidth(std::min(size.width(), kColumns - place.x()));
    place.setHeight(size.height());
    place = boundedPlace(place);
    return risen(wanted, readingOrder(wanted));
}

QVector<QRect> foldedPlaces(const QVector<QRect> &places, int factor)
{
    QVector<QRect> folded = places;
    QPoint next;
    int rowEnd = 0;
    const QVector<int> order = readingOrder(places);
    for (const int at : order) {
        const int width = std::min(kColumns, places[at].width() * factor);
        if (next.x() + width > kColumns) {
            next = {0, rowEnd};
        }
        folded[at] = {next, QSize(width, places[at].height())};
        next.rx() += width;
        rowEnd = std::max(rowEnd, next.y() + places[at].height());
    }
    return folded;
}

int rowsOf(const QVector<QRect> &places)
{
    int rows = 0;
    for (const QRect &place : places) {
        rows = std::max(rows, place.y() + place.height());
    }
    return rows;
}

} // namespace foretop::app
