// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fieldcolumns.h"

#include "app/logview.h"
#include "models/logmodel.h"

#include <QHeaderView>
#include <QInputDialog>
#include <QMenu>
#include <QtMath>

#include <array>

namespace foretop::app {

namespace {

using models::LogModel;

constexpr std::array kCharacters = {26, 9, 16, 18, 40};
constexpr int kFieldCharacters = 16;
constexpr int kMostOffered = 40;

int widthOf(const LogView &view, int characters)
{
    return qCeil(characters * QFontMetricsF(view.font()).horizontalAdvance(u'0')) + 12;
}

} // namespace

FieldColumns::FieldColumns(LogView &view, LogModel &model, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_model(model)
    , m_settings(settings)
{
    model.setFieldColumns(settings.get(settings::kLogFieldColumns).mid(0, kMostColumns));
    setTitles();
    QHeaderView *header = view.header();
    for (int column = 0; column < header->count(); ++column) {
        const bool isField = column >= LogModel::FirstField;
        const int characters = isField ? kFieldCharacters : kCharacters[std::size_t(column)];
        header->resizeSection(column, widthOf(view, characters));
        if (isField) {
            header->moveSection(header->visualIndex(column),
                                header->visualIndex(LogModel::MessageColumn));
        }
    }
    m_chooser = std::make_unique<ColumnChooser>(header, LogModel::MessageColumn, settings,
                                                settings::kLogHeader);
    m_chooser->restore();
}

FieldColumns::~FieldColumns() = default;

void FieldColumns::setTitles()
{
    const std::array titles{std::pair{LogModel::TimeColumn, tr("Time")},
                            std::pair{LogModel::LevelColumn, tr("Level")},
                            std::pair{LogModel::SourceColumn, tr("Source")},
                            std::pair{LogModel::LoggerColumn, tr("Logger")},
                            std::pair{LogModel::MessageColumn, tr("Message")}};
    for (const auto &[column, words] : titles) {
        m_model.setHeaderData(column, Qt::Horizontal, words, Qt::DisplayRole);
    }
}

void FieldColumns::add(const QString &field)
{
    QStringList fields = m_model.fieldColumns();
    if (field.isEmpty() || fields.contains(field) || fields.size() >= kMostColumns) {
        return;
    }
    setFields(fields << field);
    QHeaderView *header = m_view.header();
    const int column = header->count() - 1;
    header->setSectionHidden(column, false);
    header->resizeSection(column, widthOf(m_view, kFieldCharacters));
    header->moveSection(header->visualIndex(column), header->visualIndex(LogModel::MessageColumn));
}

void FieldColumns::remove(const QString &field)
{
    QStringList fields = m_model.fieldColumns();
    if (fields.removeAll(field) > 0) {
        setFields(fields);
    }
}

void FieldColumns::setFields(const QStringList &fields)
{
    m_model.setFieldColumns(fields);
    m_settings.set(settings::kLogFieldColumns, fields);
}

void FieldColumns::askForField()
{
    add(QInputDialog::getText(&m_view, tr("Add column"),
                              tr("Name of the field, with dots into objects:"))
            .trimmed());
}

void FieldColumns::fillMenu(QMenu *menu)
{
    m_chooser->fillMenu(menu);
    menu->addSeparator();
    QMenu *adding = menu->addMenu(tr("Add field"));
    const QStringList shown = m_model.fieldColumns();
    for (const QString &field : m_known.mid(0, kMostOffered)) {
        if (!shown.contains(field)) {
            connect(adding->addAction(field), &QAction::triggered, this,
                    [this, field] { add(field); });
        }
    }
    adding->addSeparator();
    connect(adding->addAction(tr("Another field\u2026")), &QAction::triggered, this,
            &FieldColumns::askForField);
    if (!shown.isEmpty()) {
        QMenu *removing = menu->addMenu(tr("Remove field"));
        for (const QString &field : shown) {
            connect(removing->addAction(field), &QAction::triggered, this,
                    [this, field] { remove(field); });
        }
    }
}

} // namespace foretop::app
