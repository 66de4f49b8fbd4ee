// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/card.h"
#include "app/noticestrip.h"
#include "app/panelbody.h"
#include "app/panelcsv.h"
#include "app/serieslegendline.h"
#include "app/serieslegendtable.h"
#include "app/tablepaint.h"

#include <QBuffer>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace foretop::app {

namespace {

/// Draws what a widget shows at the widget's place.
template <typename Widget, typename Draw>
void paintAt(QPainter &painter, const Widget *widget, Draw draw)
{
    if (widget && !widget->isHidden()) {
        painter.save();
        painter.translate(widget->pos());
        draw(*widget);
        painter.restore();
    }
}

} // namespace

void PanelBody::paint(QPainter &painter) const
{
    painter.setFont(font());
    Card::paint(painter, rect(), m_context.theme.cardBackground(), m_context.theme.cardBorder());
    paintAt(painter, m_header, [&](const auto &header) { header.paint(painter); });
    paintAt(painter, m_notice, [&](const auto &notice) { notice.paint(painter); });
    paintAt(painter, m_view, [&](const auto &) { m_view->paintPicture(painter); });
    paintAt(painter, m_legendLine, [&](const auto &legend) { legend.paint(painter); });
    paintAt(painter, m_legendTable, [&](const auto &legend) { paintTable(painter, legend); });
}

QImage PanelBody::image() const
{
    QImage image(size() * devicePixelRatioF(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatioF());
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paint(painter);
    return image;
}

QByteArray PanelBody::svg() const
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(logicalDpiY());
    generator.setSize(size());
    generator.setViewBox(rect());
    generator.setTitle(m_spec.title);
    generator.setDescription(m_view->summary());
    QPainter painter(&generator);
    paint(painter);
    painter.end();
    return buffer.data();
}

QString PanelBody::csv() const
{
    return panelCsv(m_spec.kind, *m_answer,
                    [this](const auto &series) { return m_choice.isShown(series); });
}

void PanelBody::connectActions()
{
    connect(&m_actions, &PanelActions::copyImageRequested, this,
            [this] { QGuiApplication::clipboard()->setImage(image()); });
    connect(&m_actions, &PanelActions::copySvgRequested, this, [this] {
        auto *mime = new QMimeData;
        mime->setData(QStringLiteral("image/svg+xml"), svg());
        mime->setText(QString::fromUtf8(svg()));
        QGuiApplication::clipboard()->setMimeData(mime);
    });
    connect(&m_actions, &PanelActions::copyCsvRequested, this, [this] {
        auto *mime = new QMimeData;
        mime->setData(QStringLiteral("text/csv"), csv().toUtf8());
        mime->setText(csv());
        QGuiApplication::clipboard()->setMimeData(mime);
    });
    connect(&m_actions, &PanelActions::saveRequested, this, &PanelBody::save);
}

void PanelBody::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the panel %1").arg(m_spec.title));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Picture (*.png)"), tr("Drawing (*.svg)"), tr("Data (*.csv)")});
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(QString(m_spec.title).replace(u'/', u'-'));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), 1).chopped(1));
    });
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        if (const QString error = write(path); !error.isEmpty()) {
            auto *box = new QMessageBox(QMessageBox::Warning, tr("Save the panel"),
                                        tr("%1 cannot be written: %2").arg(path, error),
                                        QMessageBox::Ok, this);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->open();
        }
    });
    dialog->open();
}

QString PanelBody::write(const QString &path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return file.errorString();
    }
    if (path.endsWith(u".svg", Qt::CaseInsensitive)) {
        file.write(svg());
    } else if (path.endsWith(u".csv", Qt::CaseInsensitive)) {
        file.write(csv().toUtf8());
    } else if (!image().save(&file, "PNG")) {
        return file.errorString();
    }
    return file.commit() ? QString() : file.errorString();
}

} // namespace foretop::app
