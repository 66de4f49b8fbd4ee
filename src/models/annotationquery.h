// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QVector>

#include <memory>
#include <optional>

namespace foretop::session {
class Session;
class TimeCursor;
} // namespace foretop::session

namespace foretop::models {

/// Something that happened and that explains charts.
struct Annotation
{
    enum class Kind { Restart, Deploy, Alert };
    Kind kind = Kind::Restart;
    QString subject; ///< the service, target or alert
    QString detail;  ///< the new version, the alert's labels; may be empty
    qint64 fromMs = 0;
    std::optional<qint64> toMs; ///< an alert's end, where it has ended

    bool operator==(const Annotation &) const = default;
};

/// What happened in the range that the time cursor shows, from the same source as the panels:
/// restarts (process_start_time_seconds of a target changes), deploys (a service's reports tell
/// another version, or an "..._build_info" metric does) and firing alerts (the ALERTS metric). GUI
/// thread; works as PanelQuery does.
class AnnotationQuery : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMost = 200; ///< the newest stay; the rest is counted

    explicit AnnotationQuery(QObject *parent = nullptr);
    ~AnnotationQuery() override;

    void setSession(session::Session *session, session::TimeCursor *cursor);
    void setSource(const QString &source);
    void setActive(bool active);

    /// By time.
    const QVector<Annotation> &annotations() const;
    int leftOut() const;

Q_SIGNALS:
    void changed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::models
