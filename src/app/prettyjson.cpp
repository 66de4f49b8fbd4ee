// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prettyjson.h"

#include "base/jsonreader.h"

namespace foretop::app {

namespace {

/// Writes the tokens of a JSON text with new line breaks.
class Indenter
{
public:
    explicit Indenter(QStringView json)
        : m_json(json)
    {
        m_out.reserve(json.size() + json.size() / 4);
    }

    QString run()
    {
        while (m_at < m_json.size()) {
            step(m_json[m_at]);
        }
        return std::move(m_out);
    }

private:
    void step(QChar c)
    {
        if (c == u'"') {
            copyString();
            return;
        }
        ++m_at;
        if (c.isSpace()) {
            return;
        }
        if (c == u'{' || c == u'[') {
            open(c);
        } else if (c == u'}' || c == u']') {
            breakLine(--m_depth);
            m_out += c;
        } else if (c == u',') {
            m_out += c;
            breakLine(m_depth);
        } else if (c == u':') {
            m_out += QStringLiteral(": ");
        } else {
            m_out += c;
        }
    }

    void open(QChar c)
    {
        m_out += c;
        while (m_at < m_json.size() && m_json[m_at].isSpace()) {
            ++m_at;
        }
        const QChar close = c == u'{' ? u'}' : u']';
        if (m_at < m_json.size() && m_json[m_at] == close) {
            m_out += close;
            ++m_at;
            return;
        }
        breakLine(++m_depth);
    }

    void copyString()
    {
        const auto start = m_at++;
        while (m_at < m_json.size() && m_json[m_at] != u'"') {
            m_at += m_json[m_at] == u'\\' ? 2 : 1;
        }
        m_at = std::min(m_at + 1, m_json.size());
        m_out += m_json.mid(start, m_at - start);
    }

    void breakLine(int depth)
    {
        m_out += u'\n';
        m_out.append(QString(qsizetype(std::max(depth, 0)) * 2, u' '));
    }

    QStringView m_json;
    QString m_out;
    qsizetype m_at = 0;
    int m_depth = 0;
};

} // namespace

QString prettyJson(QStringView json)
{
    return Indenter(json).run();
}

bool isJsonDocument(const QString &text)
{
    const QString start = text.left(64).trimmed();
    if (!start.startsWith(u'{') && !start.startsWith(u'[')) {
        return false;
    }
    JsonReader reader;
    const QByteArray bytes = text.toUtf8();
    return reader.parse({bytes.constData(), std::size_t(bytes.size())}, {}).has_value();
}

} // namespace foretop::app
