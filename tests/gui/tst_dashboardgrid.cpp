// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboardgrid.h"
#include "app/panelgrip.h"
#include "app/panelplacement.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

#include <map>

using namespace foretop::app;

namespace {

// Pictures of a grid: a letter is a panel, a character two columns wide and two rows high.
constexpr int kCell = 2;

QVector<QRect> placesOf(const QStringList &picture)
{
    std::map<QChar, QRect> panels;
    for (int y = 0; y < picture.size(); ++y) {
        for (int x = 0; x < picture[y].size(); ++x) {
            if (picture[y][x] != u'.') {
                const QRect cell(x * kCell, y * kCell, kCell, kCell);
                panels[picture[y][x]] |= cell;
            }
        }
    }
    QVector<QRect> places;
    for (const auto &[letter, place] : panels) {
        places << place;
    }
    return places;
}

QStringList pictureOf(const QVector<QRect> &places)
{
    QStringList picture(rowsOf(places) / kCell, QString(12, u'.'));
    for (int at = 0; at < places.size(); ++at) {
        for (int y = places[at].top() / kCell; y <= places[at].bottom() / kCell; ++y) {
            for (int x = places[at].left() / kCell; x <= places[at].right() / kCell; ++x) {
                picture[y][x] = QChar(u'A' + at);
            }
        }
    }
    return picture;
}

} // namespace

class DashboardGridTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void movesGiveWay_data();
    void movesGiveWay();
    void resizesGiveWay_data();
    void resizesGiveWay();
    void compacts();
    void folds();
    void makesWhatIsNear();
    void dragsByMouse();
    void cancelsADrag();
    void resizesByMouse();
    void obeysKeys();
    void standsStillUnlessEdited();
    void foldsWhenNarrow();
    void showsOneAlone();
    void keepsWidgets();

private:
    QWidget *handleOf(int id) const
    {
        return m_grid->widget(id)->findChild<QWidget *>(QStringLiteral("handle"));
    }
    QStringList picture() const;
    void press(QWidget *on, QPoint by);
    void show(const QStringList &picture);

    std::unique_ptr<DashboardGrid> m_grid;
    int m_made = 0;
};

void DashboardGridTest::init()
{
    m_made = 0;
    m_grid = std::make_unique<DashboardGrid>([this](int) {
        ++m_made;
        auto *panel = new QWidget;
        auto *handle = new QWidget(panel);
        handle->setObjectName(QStringLiteral("handle"));
        handle->setFixedHeight(24);
        auto *layout = new QVBoxLayout(panel);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(handle);
        layout->addWidget(new QLineEdit(panel));
        return GridWidget{panel, handle};
    });
    m_grid->resize(1190, 800);
    m_grid->setEditable(true);
    m_grid->show();
    m_grid->activateWindow();
}

void DashboardGridTest::cleanup()
{
    m_grid.reset();
}

void DashboardGridTest::show(const QStringList &drawn)
{
    QVector<GridPanel> panels;
    for (const QRect &place : placesOf(drawn)) {
        panels.push_back({int(panels.size()), place});
    }
    m_grid->setPanels(panels);
    m_grid->setVisibleArea(m_grid->rect());
    QTRY_VERIFY(m_grid->isMade());
}

QStringList DashboardGridTest::picture() const
{
    QVector<QRect> places;
    for (const GridPanel &panel : m_grid->panels()) {
        places << panel.place;
    }
    return pictureOf(places);
}

/// Drags from the middle of @p on, without letting go.
void DashboardGridTest::press(QWidget *on, QPoint by)
{
    const QPoint from = on->rect().center();
    QTest::mousePress(on, Qt::LeftButton, {}, from);
    const QPoint global = on->mapToGlobal(from);
    // The widget moves along, so the pointer is told where it is on the screen.
    for (const int part : {1, 2, 3, 4}) {
        const QPoint to = global + by * part / 4;
        QMouseEvent move(QEvent::MouseMove, on->mapFromGlobal(to), to, Qt::NoButton, Qt::LeftButton,
                         {});
        QCoreApplication::sendEvent(on, &move);
    }
}

void DashboardGridTest::movesGiveWay_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<int>("moved");
    QTest::addColumn<QPoint>("to"); // in characters
    QTest::addColumn<QStringList>("after");
    const auto row = [](const char *name, const QStringList &before, char moved, QPoint to,
                        const QStringList &after) {
        QTest::newRow(name) << before << moved - 'A' << to << after;
    };
    const QString ab = QStringLiteral("AAAAAABBBBBB");
    const QString cd = QStringLiteral("CCCCCCDDDDDD");
    const QString cb = QStringLiteral("CCCCCCBBBBBB");
    const QString ad = QStringLiteral("AAAAAADDDDDD");
    row("stays", {ab, cd}, 'A', {0, 0}, {ab, cd});
    row("down over half of the next swaps", {ab, ab, cd, cd}, 'A', {0, 2}, {cb, cb, ad, ad});
    row("down over less than half goes back", {ab, ab, ab, cd, cd, cd}, 'A', {0, 1},
        {ab, ab, ab, cd, cd, cd});
    row("up swaps", {ab, ab, cd, cd}, 'C', {0, 0}, {cb, cb, ad, ad});
    row("aside pushes down", {ab, cd}, 'A', {6, 0},
        {QStringLiteral("CCCCCCAAAAAA"), QStringLiteral("......BBBBBB"),
         QStringLiteral("......DDDDDD")});
    row("below all rises again", {ab, cd}, 'A', {6, 9},
        {QStringLiteral("CCCCCCBBBBBB"), QStringLiteral("......DDDDDD"),
         QStringLiteral("......AAAAAA")});
    row("a wide one pushes both", {QStringLiteral("AAAAAABBBBBB"), QStringLiteral("CCCCCCCCCCCC")},
        'C', {0, 0}, {QStringLiteral("CCCCCCCCCCCC"), QStringLiteral("AAAAAABBBBBB")});
    row("within the columns", {ab}, 'A', {20, 0},
        {QStringLiteral("......AAAAAA"), QStringLiteral("......BBBBBB")});
}

void DashboardGridTest::movesGiveWay()
{
    QFETCH(QStringList, before);
    QFETCH(int, moved);
    QFETCH(QPoint, to);
    QFETCH(QStringList, after);
    const QVector<QRect> places = placesOf(before);
    QCOMPARE(pictureOf(placesAfterMove(places, moved, {to * kCell, places[moved].size()})), after);
}

void DashboardGridTest::resizesGiveWay_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<QSize>("size"); // of A, in columns and rows
    QTest::addColumn<QStringList>("after");
    const QString ab = QStringLiteral("AAAAAABBBBBB");
    QTest::newRow("wider pushes the neighbour down")
        << QStringList{ab} << QSize(16, 2)
        << QStringList{QStringLiteral("AAAAAAAA...."), QStringLiteral("......BBBBBB")};
    QTest::newRow("higher pushes down what is below")
        << QStringList{ab, QStringLiteral("CCCCCC......")} << QSize(12, 4)
        << QStringList{ab, QStringLiteral("AAAAAA......"), QStringLiteral("CCCCCC......")};
    QTest::newRow("lower lets what is below rise")
        << QStringList{ab, ab, QStringLiteral("CCCCCC......")} << QSize(12, 2)
        << QStringList{ab, QStringLiteral("CCCCCCBBBBBB")};
    QTest::newRow("no smaller than can be read")
        << QStringList{QStringLiteral("AAAAAA......")} << QSize(4, 0)
        << QStringList{QStringLiteral("AA..........")};
    QTest::newRow("no wider than the grid")
        << QStringList{QStringLiteral("AAAAAA......")} << QSize(90, 2)
        << QStringList{QStringLiteral("AAAAAAAAAAAA")};
}

void DashboardGridTest::resizesGiveWay()
{
    QFETCH(QStringList, before);
    QFETCH(QSize, size);
    QFETCH(QStringList, after);
    QCOMPARE(pictureOf(placesAfterResize(placesOf(before), 0, size)), after);
}

void DashboardGridTest::compacts()
{
    const QStringList gaps{QStringLiteral("............"), QStringLiteral("AAAA...BBBBB"),
                           QStringLiteral("............"), QStringLiteral("..CCCCCCC...")};
    const QStringList expected{QStringLiteral("AAAA...BBBBB"), QStringLiteral("..CCCCCCC...")};
    QCOMPARE(pictureOf(compactedPlaces(placesOf(gaps))), expected);
    QCOMPARE(boundedPlace({-4, -1, 1, 1'000'000}), QRect(0, 0, 3, kMostPanelRows));
    QCOMPARE(boundedPlace({23, 2, 90, 3}), QRect(0, 2, 24, 3));
}

void DashboardGridTest::folds()
{
    const QStringList wide{QStringLiteral("AAABBBCCCDDD"), QStringLiteral("EEEEEEEEFFFF")};
    const QStringList folded{QStringLiteral("AAAAAABBBBBB"), QStringLiteral("CCCCCCDDDDDD"),
                             QStringLiteral("EEEEEEEEEEEE"), QStringLiteral("FFFFFFFF....")};
    QCOMPARE(pictureOf(foldedPlaces(placesOf(wide), 2)), folded);
}

void DashboardGridTest::makesWhatIsNear()
{
    QVector<GridPanel> panels;
    for (int i = 0; i < 40; ++i) {
        panels.push_back({i, QRect(0, i * 8, 24, 8)});
    }
    m_grid->setPanels(panels);
    m_grid->setVisibleArea({0, 0, 1190, 600});
    QTRY_VERIFY(m_grid->isMade());
    QVERIFY2(m_made >= 2 && m_made <= 4, qPrintable(QString::number(m_made)));
    QVERIFY(m_grid->widget(0)->isVisible());
    m_grid->setVisibleArea(m_grid->rectOf(30));
    QTRY_VERIFY(m_grid->widget(30) && m_grid->widget(30)->isVisible());
    QVERIFY(!m_grid->widget(0)->isVisible());
    QVERIFY(!m_grid->widget(15));
}

void DashboardGridTest::dragsByMouse()
{
    show({QStringLiteral("AAAAAABBBBBB"), QStringLiteral("AAAAAABBBBBB")});
    QSignalSpy changed(m_grid.get(), &DashboardGrid::placesChanged);
    const QRect before = m_grid->rectOf(0);
    press(handleOf(0), {m_grid->rectOf(1).x() - before.x(), 3});
    // Others have given way while it is still in the hand.
    QVERIFY(m_grid->rectOf(1).y() > 0);
    QCOMPARE(m_grid->widget(0)->x(), m_grid->rectOf(1).x());
    QCOMPARE(changed.size(), 0);
    QTest::mouseRelease(handleOf(0), Qt::LeftButton);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(picture(),
             (QStringList{QStringLiteral("......AAAAAA"), QStringLiteral("......AAAAAA"),
                          QStringLiteral("......BBBBBB"), QStringLiteral("......BBBBBB")}));
    QCOMPARE(m_grid->widget(0)->geometry(), m_grid->rectOf(0));
    // A click moves nothing.
    QTest::mouseClick(handleOf(0), Qt::LeftButton);
    QCOMPARE(changed.size(), 1);
}

void DashboardGridTest::cancelsADrag()
{
    const QStringList drawn{QStringLiteral("AAAAAABBBBBB")};
    show(drawn);
    QSignalSpy changed(m_grid.get(), &DashboardGrid::placesChanged);
    const QRect before = m_grid->widget(0)->geometry();
    press(handleOf(0), {500, 0});
    QVERIFY(m_grid->widget(0)->geometry() != before);
    QTest::keyClick(m_grid.get(), Qt::Key_Escape);
    QCOMPARE(m_grid->widget(0)->geometry(), before);
    QTest::mouseRelease(handleOf(0), Qt::LeftButton);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(picture(), drawn);
}

void DashboardGridTest::resizesByMouse()
{
    show({QStringLiteral("AAAAAABBBBBB"), QStringLiteral("AAAAAABBBBBB")});
    auto *grip = m_grid->widget(0)->findChild<PanelGrip *>();
    QVERIFY(grip->isVisible());
    QCOMPARE(grip->geometry().bottomRight(), m_grid->widget(0)->rect().bottomRight());
    press(grip, {200, 2 * (DashboardGrid::kRowHeight + DashboardGrid::kGap)});
    QTest::mouseRelease(grip, Qt::LeftButton);
    QCOMPARE(m_grid->panels()[0].place, QRect(0, 0, 16, 6));
    QCOMPARE(m_grid->panels()[1].place, QRect(12, 6, 12, 4));
    // The least size.
    press(grip, {-2000, -2000});
    QTest::mouseRelease(grip, Qt::LeftButton);
    QCOMPARE(m_grid->panels()[0].place, QRect(QPoint(0, 0), kLeastPanelSize));
}

void DashboardGridTest::obeysKeys()
{
    show({QStringLiteral("AAAAAA......"), QStringLiteral("BBBBBB......")});
    QVERIFY(QTest::qWaitForWindowActive(m_grid.get()));
    auto *field = m_grid->widget(0)->findChild<QLineEdit *>();
    field->setFocus();
    QCOMPARE(m_grid->focusedPanel(), 0);
    QTest::keyClick(field, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_grid->panels()[0].place, QRect(1, 0, 12, 2));
    QTest::keyClick(field, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(m_grid->panels()[0].place, QRect(1, 2, 12, 2));
    QCOMPARE(m_grid->panels()[1].place, QRect(0, 0, 12, 2));
    QTest::keyClick(field, Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    QTest::keyClick(field, Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QCOMPARE(m_grid->panels()[0].place, QRect(1, 2, 13, 3));
    QTest::keyClick(field, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(m_grid->panels()[0].place.y(), 0);
    QVERIFY(field->hasFocus());
    for (const QAction *action : m_grid->actions()) {
        QVERIFY(!action->text().isEmpty() && !action->shortcut().isEmpty());
    }
}

void DashboardGridTest::standsStillUnlessEdited()
{
    const QStringList drawn{QStringLiteral("AAAAAABBBBBB")};
    show(drawn);
    m_grid->setEditable(false);
    press(handleOf(0), {500, 0});
    QTest::mouseRelease(handleOf(0), Qt::LeftButton);
    QCOMPARE(picture(), drawn);
    QVERIFY(!m_grid->widget(0)->findChild<PanelGrip *>()->isVisible());
}

void DashboardGridTest::foldsWhenNarrow()
{
    show({QStringLiteral("AAAAAABBBBBB")});
    m_grid->resize(700, 800);
    QVERIFY(m_grid->isFolded());
    QCOMPARE(m_grid->rectOf(0).width(), 700);
    QCOMPARE(m_grid->rectOf(1).x(), 0);
    QVERIFY(m_grid->rectOf(1).y() > m_grid->rectOf(0).bottom());
    m_grid->resize(1190, 800);
    QVERIFY(!m_grid->isFolded());
    QCOMPARE(m_grid->rectOf(1).y(), 0);
    // Columns leave the same gaps and reach the edges.
    QCOMPARE(m_grid->rectOf(0).x(), 0);
    QCOMPARE(m_grid->rectOf(1).right(), m_grid->width() - 1);
    QCOMPARE(m_grid->rectOf(1).x() - m_grid->rectOf(0).right() - 1, DashboardGrid::kGap);
}

void DashboardGridTest::showsOneAlone()
{
    show({QStringLiteral("AAAAAABBBBBB")});
    m_grid->setMaximized(1);
    QCOMPARE(m_grid->widget(1)->geometry(), m_grid->rect());
    QVERIFY(!m_grid->widget(0)->isVisible());
    m_grid->setMaximized(std::nullopt);
    QCOMPARE(m_grid->widget(1)->geometry(), m_grid->rectOf(1));
    QVERIFY(m_grid->widget(0)->isVisible());
    m_grid->setMaximized(7);
    QVERIFY(!m_grid->maximized());
}

void DashboardGridTest::keepsWidgets()
{
    show({QStringLiteral("AAAAAABBBBBB")});
    QWidget *kept = m_grid->widget(1);
    m_grid->setPanels({{1, QRect(0, 0, 24, 4)}, {5, QRect(0, 4, 24, 4)}});
    QTRY_VERIFY(m_grid->isMade());
    QCOMPARE(m_grid->widget(1), kept);
    QVERIFY(!m_grid->widget(0));
    QVERIFY(m_grid->widget(5));
    QCOMPARE(m_made, 3);
}

QTEST_MAIN(DashboardGridTest)
#include "tst_dashboardgrid.moc"
