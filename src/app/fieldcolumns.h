// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/columnchooser.h"

#include <QObject>

#include <memory>

namespace foretop::models {
class LogModel;
} // namespace foretop::models

namespace foretop::app {

class LogView;

/// The columns of a log view: titles, widths, which are shown, and those of fields.
class FieldColumns : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype kMostColumns = 30; ///< of fields

    /// All must outlive this.
    FieldColumns(LogView &view, models::LogModel &model, Settings &settings, QObject *parent);
    ~FieldColumns() override;

    void add(const QString &field);
    void remove(const QString &field);
    /// What can be added.
    void setKnownFields(const QStringList &fields) { m_known = fields; }
    void fillMenu(QMenu *menu);

private:
    void setTitles();
    void setFields(const QStringList &fields);
    void askForField();

    LogView &m_view;
    models::LogModel &m_model;
    Settings &m_settings;
    QStringList m_known;
    std::unique_ptr<ColumnChooser> m_chooser;
};

} // namespace foretop::app
