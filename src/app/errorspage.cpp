// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/errorspage.h"

#include "app/errortabledelegate.h"
#include "app/momenttext.h"
#include "app/pageactions.h"
#include "ui_errorspage.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

namespace foretop::app {

namespace {

using models::ErrorModel;

constexpr double kTypeSize = 1.15;

} // namespace

ErrorsPage::ErrorsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_ui(std::make_unique<Ui::ErrorsPage>())
{
    m_ui->setupUi(this);
    QFont bold = m_ui->errorType->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * kTypeSize);
    m_ui->errorType->setFont(bold);
    m_ui->errorCount->setForegroundRole(QPalette::PlaceholderText);
    m_ui->errorFacts->setForegroundRole(QPalette::PlaceholderText);
    m_ui->errorSplitter->setStretchFactor(0, 3);
    m_ui->errorSplitter->setStretchFactor(1, 2);
    m_ui->errorsEmpty->setMessage(
        tr("No errors"), tr("Errors come from the errors feed of a source: one line here for each "
                            "kind of error, with how often and when it was seen."));
    setUpTable();
    setUpActions();
    connect(&context.theme, &Theme::changed, this, &ErrorsPage::restyle);
    restyle();
    showCount();
    showDetails();
}

ErrorsPage::~ErrorsPage() = default;

QString ErrorsPage::title() const
{
    return tr("Errors");
}

QString ErrorsPage::iconName() const
{
    return QStringLiteral("errors");
}

void ErrorsPage::setUpTable()
{
    m_errors.setHeaderData(ErrorModel::MessageColumn, Qt::Horizontal, tr("Error"));
    m_errors.setHeaderData(ErrorModel::CountColumn, Qt::Horizontal, tr("Times"));
    m_errors.setHeaderData(ErrorModel::LastSeenColumn, Qt::Horizontal, tr("Last seen"));
    for (const int column : {ErrorModel::CountColumn, ErrorModel::LastSeenColumn}) {
        m_errors.setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter),
                               Qt::TextAlignmentRole);
    }
    m_shown.setSourceModel(&m_errors);
    auto *table = m_ui->errorTable;
    table->setModel(&m_shown);
    table->setItemDelegate(new ErrorTableDelegate(context().theme, table));
    table->sortByColumn(ErrorModel::LastSeenColumn, Qt::DescendingOrder);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    auto *header = table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(ErrorModel::MessageColumn, QHeaderView::Stretch);
    header->resizeSection(ErrorModel::CountColumn, 90);
    header->resizeSection(ErrorModel::LastSeenColumn,
                          fontMetrics().horizontalAdvance(QStringLiteral("30 Sep 2026 00:00:00")) +
                              20);
    connect(m_ui->errorFilter, &QLineEdit::textChanged, &m_shown, &models::ErrorFilter::setText);
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ErrorsPage::showDetails);
    connect(&m_shown, &QAbstractItemModel::dataChanged, this, &ErrorsPage::showDetails);
    for (const auto signal :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&m_shown, signal, this, &ErrorsPage::showCount);
    }
    connect(&m_shown, &QAbstractItemModel::modelReset, this, &ErrorsPage::showCount);
    connect(&m_shown, &QAbstractItemModel::modelReset, this, &ErrorsPage::showDetails);
}

void ErrorsPage::setUpActions()
{
    auto *actions = new PageActions(context().theme, this);
    m_showLogs = actions->add({.name = QStringLiteral("showErrorLogs"),
                               .text = tr("Show in logs"),
                               .hint = tr("Show the log records with this message"),
                               .shortcuts = {Qt::CTRL | Qt::Key_L},
                               .icon = QStringLiteral("logs")});
    m_copy = actions->add({.name = QStringLiteral("copyError"),
                           .text = tr("Copy error"),
                           .hint = tr("Copy type, message and stack"),
                           .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_C},
                           .icon = QStringLiteral("copy")});
    connect(m_showLogs, &QAction::triggered, this, &ErrorsPage::showLogs);
    connect(m_copy, &QAction::triggered, this, &ErrorsPage::copy);
    for (QAction *action : {m_showLogs, m_copy}) {
        m_ui->headLayout->addWidget(
            PageActions::button(action, Qt::ToolButtonTextBesideIcon, m_ui->detailCard));
    }
}

void ErrorsPage::setSession(session::Session *session)
{
    m_errors.setSession(session, &context().cursor);
}

void ErrorsPage::focusSearch()
{
    m_ui->errorFilter->setFocus(Qt::ShortcutFocusReason);
    m_ui->errorFilter->selectAll();
}

void ErrorsPage::select(const QString &headline)
{
    m_ui->errorFilter->clear();
    const auto found =
        m_shown.match(m_shown.index(0, 0), Qt::DisplayRole, headline, 1, Qt::MatchExactly);
    if (!found.isEmpty()) {
        m_ui->errorTable->setCurrentIndex(found.front());
        m_ui->errorTable->scrollTo(found.front());
    }
}

QModelIndex ErrorsPage::current() const
{
    return m_ui->errorTable->currentIndex().siblingAtColumn(ErrorModel::MessageColumn);
}

void ErrorsPage::showCount()
{
    const int shown = m_shown.rowCount();
    const int all = m_errors.rowCount();
    m_ui->errorCount->setText(shown == all
                                  ? tr("%n kind(s) of error", nullptr, all)
                                  : tr("%1 of %n kind(s) of error", nullptr, all).arg(shown));
    m_ui->tableStack->setCurrentIndex(all == 0 ? 1 : 0);
    if (!current().isValid() && shown > 0) {
        m_ui->errorTable->setCurrentIndex(m_shown.index(0, 0));
    }
    m_ui->detailCard->setVisible(all > 0);
}

void ErrorsPage::showDetails()
{
    const QModelIndex index = current();
    m_showLogs->setEnabled(index.isValid());
    m_copy->setEnabled(index.isValid());
    const QString type = index.data(ErrorModel::TypeRole).toString();
    m_ui->errorType->setText(type);
    m_ui->errorMessage->setText(index.data(ErrorModel::MessageRole).toString());
    m_ui->errorBars->setCounts(index.data(ErrorModel::PerMinuteRole).value<QVector<double>>());
    const QString stack = index.data(ErrorModel::StackRole).toString();
    if (m_ui->errorStack->toPlainText() != stack) {
        m_ui->errorStack->setPlainText(stack);
    }
    m_ui->errorFacts->setText(
        !index.isValid()
            ? QString()
            : tr("%1 times · first %2 · last %3 · from %4")
                  .arg(QLocale().toString(index.data(ErrorModel::CountRole).toULongLong()),
                       clockText(index.data(ErrorModel::FirstSeenRole).toDateTime()),
                       clockText(index.data(ErrorModel::LastSeenRole).toDateTime()),
                       index.data(ErrorModel::SourceRole).toString()));
}

void ErrorsPage::showLogs()
{
    const QString message = current().data(ErrorModel::MessageRole).toString();
    Q_EMIT logsRequested(message.section(QLatin1Char('\n'), 0, 0));
}

void ErrorsPage::copy()
{
    const QModelIndex index = current();
    QGuiApplication::clipboard()->setText(index.data().toString() + QLatin1Char('\n') +
                                          index.data(ErrorModel::StackRole).toString());
}

void ErrorsPage::restyle()
{
    m_ui->errorStack->setFont(context().theme.fixedFont());
    m_ui->errorBars->setColour(context().theme.tone(Tone::Bad));
}

} // namespace foretop::app
