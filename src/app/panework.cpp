// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panework.h"

#include "app/logstatusline.h"
#include "models/logexport.h"
#include "models/logmodel.h"
#include "models/recordscopy.h"
#include "session/logdocument.h"

#include <QLocale>

#include <algorithm>
#include <numeric>

namespace foretop::app {

using models::LogExport;
using models::LogModel;
using models::RecordsCopy;
using session::LogDocument;

namespace {

QString rateText(double bytesPerSecond)
{
    return PaneWork::tr("%1/s").arg(QLocale().formattedDataSize(
        qint64(bytesPerSecond), bytesPerSecond < 10'000'000 ? 1 : 0, QLocale::DataSizeSIFormat));
}

} // namespace

PaneWork::PaneWork(LogStatusLine &status, LogModel &model, LogExport &exporting,
                   RecordsCopy &copying, QObject *parent)
    : QObject(parent)
    , m_status(status)
    , m_model(model)
    , m_export(exporting)
    , m_copy(copying)
{
    connect(&status, &LogStatusLine::cancelRequested, this, &PaneWork::cancel);
    connect(&model, &LogModel::searchingChanged, this, &PaneWork::show);
    connect(&exporting, &LogExport::stateChanged, this, &PaneWork::show);
    connect(&exporting, &LogExport::progressed, this, &PaneWork::show);
    connect(&copying, &RecordsCopy::stateChanged, this, &PaneWork::show);
    connect(&copying, &RecordsCopy::progressed, this, &PaneWork::show);
}

void PaneWork::setDocument(LogDocument *document)
{
    if (m_document) {
        disconnect(m_document, nullptr, this, nullptr);
    }
    m_document = document;
    if (document) {
        connect(document, &LogDocument::loadingChanged, this, &PaneWork::show);
    }
    show();
}

bool PaneWork::isExporting() const
{
    return m_export.state() == LogExport::State::Running;
}

bool PaneWork::isCopying() const
{
    return m_copy.state() == RecordsCopy::State::Running;
}

bool PaneWork::isWorking() const
{
    return isExporting() || isCopying() || m_model.isSearching() ||
           (m_document && m_document->isLoading());
}

void PaneWork::cancel()
{
    if (isExporting()) {
        m_export.cancel();
    } else if (isCopying()) {
        m_copy.cancel();
    } else if (m_model.isSearching()) {
        m_model.cancelSearch();
    } else if (m_document) {
        m_document->cancelLoading();
    }
}

QString PaneWork::searchText()
{
    if (!m_searched.isValid()) {
        m_searched.start();
        return tr("Searching");
    }
    const QVector<quint64> counts = m_model.levelCounts();
    const double records = double(std::accumulate(counts.begin(), counts.end(), quint64(0)));
    const double seconds = double(std::max<qint64>(1, m_searched.elapsed())) / 1000;
    return tr("Searching %1 records/s")
        .arg(QLocale().toString(qint64(records * m_model.progress() / seconds)));
}

void PaneWork::show()
{
    if (!m_model.isSearching()) {
        m_searched.invalidate();
    }
    if (isExporting()) {
        const auto total = m_export.totalRecords();
        m_status.setWork(tr("Writing %1").arg(rateText(m_export.bytesPerSecond())),
                         total == 0 ? -1 : double(m_export.records()) / double(total));
    } else if (isCopying()) {
        const int total = std::min(m_copy.totalRecords(), RecordsCopy::kMaxRecords);
        m_status.setWork({});
        m_status.setProgress(double(m_copy.records()) / double(std::max(total, 1)), tr("Copying"));
    } else if (m_model.isSearching()) {
        m_status.setWork({});
        m_status.setProgress(m_model.progress(), searchText());
    } else if (m_document && m_document->isLoading()) {
        const session::LoadProgress load = m_document->loadProgress();
        m_status.setWork(tr("Reading %1").arg(rateText(load.bytesPerSecond)),
                         load.totalBytes == 0 ? -1
                                              : double(load.doneBytes) / double(load.totalBytes));
    } else {
        m_status.setWork({});
        m_status.setProgress(-1);
    }
    Q_EMIT changed();
}

} // namespace foretop::app
