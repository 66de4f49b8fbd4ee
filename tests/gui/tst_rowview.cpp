// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rowview.h"

#include <QAbstractListModel>
#include <QAccessible>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace foretop::app;

namespace {

/// Rows that are nothing but their number.
class NumberModel : public QAbstractListModel
{
public:
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_count;
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        ++asked;
        return role == Qt::DisplayRole ? QVariant(m_first + index.row()) : QVariant();
    }
    void append(int count)
    {
        beginInsertRows({}, m_count, m_count + count - 1);
        m_count += count;
        endInsertRows();
    }
    void removeFirst(int count)
    {
        beginRemoveRows({}, 0, count - 1);
        m_first += count;
        m_count -= count;
        endRemoveRows();
    }

    mutable int asked = 0;

private:
    int m_first = 0;
    int m_count = 0;
};

constexpr int kLineHeight = 10;

class NumberView : public RowView
{
public:
    NumberView()
        : RowView(nullptr)
    {
    }
    bool odd = false; ///< rows of odd numbers are three times as tall

protected:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &row,
                  const QModelIndex &index) override
    {
        painter.drawText(row.rect, index.data().toString());
    }
    void prepareLayout(RowWindow &window, int) override
    {
        if (odd) {
            window.setHeights(kLineHeight,
                              [](int row) { return row % 2 == 1 ? 3 * kLineHeight : kLineHeight; });
        } else {
            window.setHeights(kLineHeight);
        }
    }
};

} // namespace

class RowViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void windowPlacesRows();
    void windowFillsFromTheEnd();
    void windowKnowsRowsOfAnyHeight();
    void asksForRowsOnScreenAlone();
    void keepsRowsInPlace();
    void selectsAcrossTheScreen();
    void movesByKeyboard();
    void keepsQuietWhenTheCurrentRowGoes();
    void isATableToScreenReaders();
};

void RowViewTest::windowPlacesRows()
{
    RowWindow window;
    window.setHeights(10);
    window.layOut(100, 45, false);
    QCOMPARE(window.spans().size(), std::size_t(5)); // the last one in part
    QCOMPARE(window.lastTop(), 96);
    QCOMPARE(window.rowAt(0), 0);
    QCOMPARE(window.rowAt(44), 4);
    QCOMPARE(window.rowAt(-1), -1);
    window.setTop(50, false);
    QCOMPARE(window.topOf(52), 20);
    QCOMPARE(window.topOf(40), -100);
    QCOMPARE(window.rowAt(-100), 40);
    QCOMPARE(window.rowAt(-91), 40);
    QCOMPARE(window.rowAt(479), 97);
    QCOMPARE(window.rowAt(1000), -1);
    window.layOut(0, 45, true);
    QCOMPARE(window.rowAt(0), -1);
}

void RowViewTest::windowFillsFromTheEnd()
{
    RowWindow window;
    window.setHeights(10);
    window.layOut(100, 45, true);
    QCOMPARE(window.topOf(99), 35);
    QCOMPARE(window.spans().front().row, 95);
    QCOMPARE(window.spans().front().top, -5);
    // Few rows stand at the top all the same.
    window.layOut(3, 45, true);
    QCOMPARE(window.topOf(0), 0);
}

void RowViewTest::windowKnowsRowsOfAnyHeight()
{
    RowWindow window;
    window.setHeights(10, [](int row) { return row % 2 == 1 ? 30 : 10; });
    window.layOut(100, 60, false);
    QCOMPARE(window.topOf(2), 40);
    QCOMPARE(window.rowAt(39), 1);
    QCOMPARE(window.rowAt(40), 2);
    QCOMPARE(window.lastTop(), 98); // 10 and 30, and 30 more do not fit
    window.layOut(100, 60, true);
    QCOMPARE(window.topOf(99), 30);
    QCOMPARE(window.topOf(97), -10);
}

void RowViewTest::asksForRowsOnScreenAlone()
{
    NumberModel model;
    model.append(10'000'000);
    NumberView view;
    view.setModel(&model);
    view.resize(300, 300);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    model.asked = 0;
    model.append(100'000);
    model.removeFirst(100'000);
    view.grab();
    QVERIFY(model.asked > 0);
    QVERIFY2(model.asked < 2000, qPrintable(QString::number(model.asked)));
    QCOMPARE(view.indexAt({5, view.viewport()->height() - 1}).row(), 9'999'999);
}

void RowViewTest::keepsRowsInPlace()
{
    NumberModel model;
    model.append(1000);
    NumberView view;
    view.setModel(&model);
    view.resize(300, 300);
    view.show();
    QVERIFY(view.isFollowing());
    view.verticalScrollBar()->setValue(500);
    QVERIFY(!view.isFollowing());
    model.append(1000);
    QCOMPARE(view.indexAt({5, 5}).data().toInt(), 500);
    model.removeFirst(200);
    QCOMPARE(view.indexAt({5, 5}).data().toInt(), 500);
    QCOMPARE(view.verticalScrollBar()->value(), 300);
    model.removeFirst(600);
    QCOMPARE(view.indexAt({5, 5}).data().toInt(), 800);
    QCOMPARE(view.verticalScrollBar()->value(), 0);
}

void RowViewTest::selectsAcrossTheScreen()
{
    NumberModel model;
    model.append(1000);
    NumberView view;
    view.odd = true;
    view.setModel(&model);
    view.resize(300, 300);
    view.show();
    view.scrollTo(model.index(0), QAbstractItemView::PositionAtTop);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                      view.visualRect(model.index(3)).center());
    QCOMPARE(view.currentIndex().row(), 3);
    view.scrollTo(model.index(800), QAbstractItemView::PositionAtTop);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, Qt::ShiftModifier,
                      view.visualRect(model.index(801)).center());
    QCOMPARE(view.selectionModel()->selectedRows().size(), 799);
    QVERIFY(view.selectionModel()->isSelected(model.index(3)));
    QVERIFY(!view.selectionModel()->isSelected(model.index(2)));
    QVERIFY(view.selectionModel()->isSelected(model.index(801)));
}

void RowViewTest::movesByKeyboard()
{
    NumberModel model;
    model.append(1000);
    NumberView view;
    view.setModel(&model);
    view.resize(300, 300);
    view.show();
    const auto isShown = [&view] {
        const QRect rect = view.visualRect(view.currentIndex());
        return rect.top() >= 0 && rect.bottom() < view.viewport()->height();
    };
    QTest::keyClick(&view, Qt::Key_Up);
    QCOMPARE(view.currentIndex().row(), 999);
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.currentIndex().row(), 0);
    QVERIFY(isShown());
    QTest::keyClick(&view, Qt::Key_PageDown);
    QTest::keyClick(&view, Qt::Key_PageDown);
    QVERIFY(view.currentIndex().row() > 30);
    QVERIFY(isShown());
    QTest::keyClick(&view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(view.selectionModel()->selectedRows().size(), 2);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.currentIndex().row(), 999);
    QVERIFY(view.isFollowing());
}

void RowViewTest::keepsQuietWhenTheCurrentRowGoes()
{
    NumberModel model;
    model.append(1000);
    NumberView view;
    view.setModel(&model);
    view.resize(300, 300);
    view.show();
    view.goToRow(5);
    QSignalSpy chosen(&view, &RowView::rowChosen);
    model.removeFirst(10);
    QVERIFY(!view.currentIndex().isValid());
    QCOMPARE(chosen.size(), 0);
}

void RowViewTest::isATableToScreenReaders()
{
    NumberModel model;
    model.append(10'000);
    NumberView view;
    view.setModel(&model);
    view.show();
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(accessible && accessible->tableInterface());
    QCOMPARE(accessible->tableInterface()->rowCount(), 10'000);
    QCOMPARE(accessible->tableInterface()->cellAt(7, 0)->text(QAccessible::Name),
             QStringLiteral("7"));
    // Rows that went take their cells with them.
    model.removeFirst(5);
    QCOMPARE(accessible->tableInterface()->cellAt(7, 0)->text(QAccessible::Name),
             QStringLiteral("12"));
    view.goToRow(2);
    QCOMPARE(accessible->tableInterface()->selectedRows(), QList<int>{2});
    QVERIFY(accessible->tableInterface()->cellAt(2, 0)->state().focused);
    // Nobody can keep all cells of a long table.
    for (int row = 0; row < model.rowCount(); ++row) {
        QVERIFY(accessible->child(row));
    }
}

QTEST_MAIN(RowViewTest)
#include "tst_rowview.moc"
