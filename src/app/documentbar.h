// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

class QToolButton;

namespace foretop::session {
class LogDocument;
} // namespace foretop::session

namespace foretop::app {

class NoticeBanner;
class Theme;

/// What is to be told of a document's files: troubles, rotated siblings, a cancelled read; and its
/// format, which can be changed.
class DocumentBar : public QWidget
{
    Q_OBJECT

public:
    /// @p theme must outlive the bar.
    DocumentBar(const Theme &theme, QWidget *parent);

    /// Not owned; null: none.
    void setDocument(session::LogDocument *document);
    /// Names format and zone and offers others; to be placed by the caller.
    QToolButton *formatButton() const { return m_format; }

Q_SIGNALS:
    /// The files of the same rotation are to be shown together.
    void siblingsRequested(const QStringList &paths);

private:
    void showTroubles();
    void showSiblings();
    void showCancelled();
    void showFormat();
    void fillFormatMenu();
    void fillZoneMenu(QMenu *menu);

    NoticeBanner *m_troubles;
    NoticeBanner *m_siblings;
    NoticeBanner *m_cancelled;
    QToolButton *m_format;
    QPointer<session::LogDocument> m_document;
};

} // namespace foretop::app
