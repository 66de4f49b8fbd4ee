// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/crosshairlink.h"
#include "app/page.h"
#include "models/panelspec.h"

#include <QDialog>
#include <QHash>

#include <memory>

namespace foretop::app {

/// Edits one panel: a live preview above its expressions, beside them how it looks. Opened with
/// open(); when it is accepted, spec() is the panel as it was edited. Ctrl+Return accepts, Escape
/// asks when something was changed. GUI thread.
class PanelEditor : public QDialog
{
    Q_OBJECT

public:
    /// Between a change and its preview; longer than an ExpressionEdit waits.
    static constexpr int kPreviewDelayMs = 350;

    /// @p session may go before the dialog, whose preview then is empty; @p source and @p variables
    /// are the dashboard's. @p crosshair must outlive the dialog.
    PanelEditor(const PageContext &context, CrosshairLink &crosshair, models::PanelSpec spec,
                session::Session *session, const QString &source,
                const QHash<QString, QString> &variables, QWidget *parent);
    ~PanelEditor() override;

    models::PanelSpec spec() const;
    /// Whether the person changed anything.
    bool isChanged() const;

    void reject() override;
    void done(int result) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::app
