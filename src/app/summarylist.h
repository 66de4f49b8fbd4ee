// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace foretop::app {

/// A short list inside a card; says in words when it is empty.
class SummaryList : public QListView
{
    Q_OBJECT

public:
    explicit SummaryList(QWidget *parent = nullptr);
    void setEmptyText(const QString &text);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_emptyText;
};

} // namespace foretop::app
