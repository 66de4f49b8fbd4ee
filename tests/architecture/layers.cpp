// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/layers.h"

#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

namespace foretop::architecture {
namespace {

struct Layer
{
    QSet<QString> below;              ///< folders that it may include, besides itself
    QRegularExpression forbiddenQt{}; ///< Qt headers that it may not include
};

/// The table of DESIGN section 4.
const QMap<QString, Layer> &layers()
{
    static const auto table = [] {
        const QRegularExpression anyQt(QStringLiteral("^Q[A-Z]|^qt|^q[a-z]+\\.h$"));
        const QRegularExpression gui(
            QStringLiteral("^Q(Widget|MainWindow|Application|Dialog|Action|Painter|Pixmap|Icon|"
                           "Color|Font|Brush|Pen|Image|Palette|Style|Chart|.*View$|.*Delegate)"));
        const QSet<QString> base{QStringLiteral("base")};
        const QSet<QString> engines{QStringLiteral("logs"),   QStringLiteral("metrics"),
                                    QStringLiteral("health"), QStringLiteral("jobs"),
                                    QStringLiteral("errors"), QStringLiteral("alerts"),
                                    QStringLiteral("capture")};
        QMap<QString, Layer> result;
        result[QStringLiteral("base")] = {{}, anyQt};
        for (const QString &engine : engines) {
            result[engine] = {base, anyQt};
        }
        // Logging shares the levels of log records, nothing else of that engine.
        result[QStringLiteral("logging")] = {base | QSet{QStringLiteral("logs")}, gui};
        const auto feeds = base | engines | QSet{QStringLiteral("logging")};
        result[QStringLiteral("feeds")] = {feeds, gui};
        const auto agent = feeds | QSet{QStringLiteral("feeds")};
        result[QStringLiteral("agent")] = {agent, gui};
        result[QStringLiteral("session")] = {agent, gui};
        const auto models = agent | QSet{QStringLiteral("session")};
        result[QStringLiteral("models")] = {models, gui};
        result[QStringLiteral("cli")] = {models, gui};
        result[QStringLiteral("app")] = {models | QSet{QStringLiteral("models")}, {}};
        return result;
    }();
    return table;
}

/// The console starts an embedded agent where it is put together, and nowhere else.
bool isCompositionRoot(const QString &relativePath)
{
    return relativePath.startsWith(u"app/compositionroot") || relativePath == u"app/main.cpp" ||
           relativePath == u"app/CMakeLists.txt";
}

class FileCheck
{
public:
    FileCheck(QString relativePath, QStringList &violations)
        : m_path(std::move(relativePath))
        , m_folder(m_path.section(u'/', 0, 0))
        , m_violations(violations)
    {
    }

    void run(QFile &file)
    {
        const auto layer = layers().constFind(m_folder);
        if (layer == layers().constEnd()) {
            m_violations
                << QStringLiteral("%1: folder \"%2\" is in no layer").arg(m_path, m_folder);
            return;
        }
        m_layer = *layer;
        for (int line = 1; !file.atEnd(); ++line) {
            checkLine(QString::fromUtf8(file.readLine()), line);
        }
    }

private:
    void checkLine(const QString &text, int line)
    {
        static const QRegularExpression include(
            QStringLiteral(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re"));
        static const QRegularExpression target(QStringLiteral(R"(\bforetop_([a-z]+)\b)"));
        if (m_path.endsWith(u"CMakeLists.txt")) {
            const QString code = text.section(u'#', 0, 0);
            for (auto it = target.globalMatch(code); it.hasNext();) {
                const QString folder = it.next().captured(1);
                if (layers().contains(folder)) {
                    checkFolder(folder, line, QStringLiteral("links foretop_%1").arg(folder));
                }
            }
            return;
        }
        const auto match = include.match(text);
        if (!match.hasMatch()) {
            return;
        }
        const QString header = match.captured(2);
        if (match.captured(1) == u"<") {
            const QString qtHeader = header.section(u'/', -1);
            if (!m_layer.forbiddenQt.pattern().isEmpty() &&
                m_layer.forbiddenQt.match(qtHeader).hasMatch()) {
                report(line, QStringLiteral("includes <%1>, which \"%2\" must not know")
                                 .arg(header, m_folder));
            }
        } else if (header.contains(u'/')) {
            checkFolder(header.section(u'/', 0, 0), line,
                        QStringLiteral("includes \"%1\"").arg(header));
        }
    }

    void checkFolder(const QString &folder, int line, const QString &what)
    {
        const bool allowed = folder == m_folder || m_layer.below.contains(folder) ||
                             (folder == u"agent" && isCompositionRoot(m_path));
        if (!allowed) {
            report(line,
                   QStringLiteral("%1: \"%2\" is not below \"%3\"").arg(what, folder, m_folder));
        }
    }

    void report(int line, const QString &what)
    {
        m_violations << QStringLiteral("%1:%2: %3").arg(m_path).arg(line).arg(what);
    }

    const QString m_path;
    const QString m_folder;
    QStringList &m_violations;
    Layer m_layer;
};

} // namespace

QStringList layerViolations(const QString &sourceDir)
{
    QStringList violations;
    QStringList paths;
    QDirIterator it(
        sourceDir,
        {QStringLiteral("*.h"), QStringLiteral("*.cpp"), QStringLiteral("CMakeLists.txt")},
        QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        paths << QDir(sourceDir).relativeFilePath(it.next());
    }
    paths.sort();
    for (const QString &path : paths) {
        if (!path.contains(u'/')) {
            continue;
        }
        QFile file(sourceDir + u'/' + path);
        if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) {
            violations << QStringLiteral("%1: cannot be read").arg(path);
            continue;
        }
        FileCheck(path, violations).run(file);
    }
    return violations;
}

} // namespace foretop::architecture
