// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builttext.h"

#include "metrics/expressionkeywords.h"
#include "models/displaytext.h"

#include <QRegularExpression>

#include <algorithm>

namespace foretop::models {

namespace {

using Built = BuiltExpression;
using Function = Built::Function;
using Combination = Built::Combination;
using Buckets = Built::Buckets;

const auto kLe = QStringLiteral("le");

bool isPlainName(const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_:][A-Za-z0-9_:]*$"));
    return plain.match(name).hasMatch() && !metrics::isReserved(name.toStdString());
}

/// Writes a BuiltExpression.
class Writer
{
public:
    Writer(const Built &built, qsizetype lePlace)
        : m_built(built)
        , m_lePlace(lePlace)
    {
    }

    QString text() const
    {
        const QString all = whole();
        return m_built.topCount ? QStringLiteral("topk(%1, %2)").arg(*m_built.topCount).arg(all)
                                : all;
    }

private:
    QString whole() const
    {
        switch (m_built.function) {
        case Function::Quantile:
            return quantile();
        case Function::Mean:
            return mean();
        case Function::CountRate:
            return combined(count());
        case Function::Buckets:
            return combined(buckets(), isClassic());
        default:
            return combined(windowed());
        }
    }

    bool isClassic() const { return m_built.buckets != Buckets::Native; }

    QString selector(const char *suffix = "") const
    {
        const QString name = m_built.metric + QLatin1String(suffix);
        QStringList matchers;
        if (!isPlainName(name)) {
            matchers << matcher({QStringLiteral("__name__"), LabelFilter::Operator::Equal, name});
        }
        for (const LabelFilter &filter : m_built.filters) {
            matchers << matcher(filter);
        }
        const QString bare = isPlainName(name) ? name : QString();
        return matchers.isEmpty() ? bare : bare + u'{' + matchers.join(QStringLiteral(", ")) + u'}';
    }

    static QString matcher(const LabelFilter &filter)
    {
        static constexpr std::array kTexts = {u"=", u"!=", u"=~", u"!~"};
        return filter.label + QString::fromUtf16(kTexts[std::size_t(filter.op)]) +
               toQString(metrics::quoted(filter.value.toStdString()));
    }

    QString over(const QString &function, const QString &selected) const
    {
        return QStringLiteral("%1(%2[%3])").arg(function, selected, m_built.window);
    }

    QString rateOf(const char *suffix) const
    {
        return over(QStringLiteral("rate"), selector(suffix));
    }

    QString windowed() const
    {
        for (const WindowFunctionName &known : kWindowFunctionNames) {
            if (known.function == m_built.function) {
                return over(QString::fromLatin1(known.name), selector());
            }
        }
        return selector();
    }

    QString buckets() const
    {
        return m_built.buckets == Buckets::Gauges ? selector("_bucket")
                                                  : rateOf(isClassic() ? "_bucket" : "");
    }

    QString count() const
    {
        return m_built.buckets == Buckets::Gauges ? selector("_gcount")
               : isClassic()                      ? rateOf("_count")
                             : QStringLiteral("histogram_count(%1)").arg(rateOf(""));
    }

    QString sum() const
    {
        return m_built.buckets == Buckets::Gauges ? selector("_gsum")
               : isClassic()                      ? rateOf("_sum")
                             : QStringLiteral("histogram_sum(%1)").arg(rateOf(""));
    }

    QString combined(const QString &operand, bool keepsLe = false) const
    {
        if (m_built.combination == Combination::None) {
            return operand;
        }
        QStringList by = m_built.by;
        if (keepsLe) {
            by.insert(std::min(m_lePlace, by.size()), kLe);
        }
        const auto *known = std::find_if(
            kCombinationOperators.begin(), kCombinationOperators.end(),
            [this](const auto &one) { return one.combination == m_built.combination; });
        return toQString(metrics::aggregationText(known->op)) +
               (by.isEmpty() ? QStringLiteral("(")
                             : QStringLiteral(" by (%1) (").arg(by.join(QStringLiteral(", ")))) +
               operand + u')';
    }

    QString quantile() const
    {
        const auto of = [this](const QString &operand) {
            return QStringLiteral("histogram_quantile(%1, %2)").arg(m_built.quantile).arg(operand);
        };
        return m_built.combination == Combination::Sum ? of(combined(buckets(), isClassic()))
                                                       : combined(of(buckets()));
    }

    QString mean() const
    {
        return m_built.combination == Combination::Sum
                   ? combined(sum()) + QStringLiteral(" / ") + combined(count())
                   : combined(sum() + QStringLiteral(" / ") + count());
    }

    const Built &m_built;
    const qsizetype m_lePlace;
};

} // namespace

QString builtText(const BuiltExpression &built, qsizetype lePlace)
{
    return Writer(built, lePlace).text();
}

QString expressionText(const BuiltExpression &built)
{
    return builtText(built, 0);
}

} // namespace foretop::models
