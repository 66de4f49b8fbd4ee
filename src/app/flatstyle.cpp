// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flatstyle.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyleOption>

namespace foretop::app {

namespace {

constexpr qreal kRadius = 5;
constexpr int kScrollBarExtent = 11;
constexpr int kFieldPadding = 5;
constexpr int kButtonPadding = 8;
constexpr int kLabelPadding = 4;
constexpr int kIconGap = 6;

QColor mixed(const QColor &a, const QColor &b, qreal share)
{
    const auto mix = [share](float x, float y) {
        return static_cast<float>(x * (1 - share) + y * share);
    };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()),
                            mix(a.blueF(), b.blueF()));
}

QColor borderOf(const QPalette &palette)
{
    return palette.color(QPalette::Mid);
}

void drawBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border,
             qreal width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.alpha() == 0 ? QPen(Qt::NoPen) : QPen(border, width));
    painter->setBrush(fill);
    const qreal inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), kRadius, kRadius);
    painter->restore();
}

void drawButtonPanel(const QStyleOption *option, QPainter *painter, bool flat, bool isDefault)
{
    const QPalette &palette = option->palette;
    const QColor text = palette.color(QPalette::ButtonText);
    QColor fill = palette.color(QPalette::Button);
    QColor border = borderOf(palette);
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool hover = enabled && (option->state & QStyle::State_MouseOver);
    const bool down = option->state & QStyle::State_Sunken;
    const bool checked = option->state & QStyle::State_On;
    if (isDefault && enabled) {
        fill = border = palette.color(QPalette::Highlight);
    }
    if (checked) {
        fill = mixed(palette.color(QPalette::Base), palette.color(QPalette::Highlight), 0.22);
        border = mixed(border, palette.color(QPalette::Highlight), 0.6);
    } else if (flat && !hover && !down) {
        return;
    }
    if (down || hover) {
        fill = mixed(fill, text, down ? 0.16 : 0.07);
    }
    drawBox(painter, option->rect, fill, flat && !checked ? QColor(Qt::transparent) : border);
}

void drawField(const QStyleOption *option, QPainter *painter)
{
    const bool focused = option->state & QStyle::State_HasFocus;
    const QPalette &palette = option->palette;
    drawBox(painter, option->rect, palette.color(QPalette::Base),
            palette.color(focused ? QPalette::Highlight : QPalette::Mid), focused ? 1.6 : 1);
}

/// @p size: half its width; below 0 it points up.
void drawChevron(QPainter *painter, const QRect &rect, const QColor &colour, qreal size = 4)
{
    const QPointF middle = QRectF(rect).center();
    QPainterPath path(middle + QPointF(-size, -0.45 * size));
    path.lineTo(middle + QPointF(0, 0.55 * size));
    path.lineTo(middle + QPointF(size, -0.45 * size));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(path);
    painter->restore();
}

void drawStep(const QStyleOptionSpinBox &box, QPainter *painter, const QRect &rect, bool isUp)
{
    const bool isEnabled = box.state & QStyle::State_Enabled &&
                           box.stepEnabled & (isUp ? QAbstractSpinBox::StepUpEnabled
                                                   : QAbstractSpinBox::StepDownEnabled);
    drawChevron(
        painter, rect,
        box.palette.color(isEnabled ? QPalette::Normal : QPalette::Disabled, QPalette::ButtonText),
        isUp ? -3 : 3);
}

void drawScrollBar(const QStyleOptionSlider *option, QPainter *painter, const QRect &handle)
{
    const QPalette &palette = option->palette;
    const QColor text = palette.color(QPalette::WindowText);
    const bool active = option->activeSubControls & QStyle::SC_ScrollBarSlider;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(mixed(palette.color(QPalette::Base), text, active ? 0.5 : 0.28));
    const QRectF bar = QRectF(handle).adjusted(2.5, 2.5, -2.5, -2.5);
    const qreal radius = std::min(bar.width(), bar.height()) / 2;
    painter->drawRoundedRect(bar, radius, radius);
    painter->restore();
}

void drawTab(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const bool selected = option->state & QStyle::State_Selected;
    if (option->state & QStyle::State_MouseOver && !selected) {
        painter->fillRect(option->rect, mixed(palette.color(QPalette::Window),
                                              palette.color(QPalette::Text), 0.06));
    }
    if (selected) {
        const QRect &rect = option->rect;
        painter->fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2),
                          palette.color(QPalette::Link));
    }
}

bool hasTextBeside(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    return button && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon;
}

void drawLabelBesideIcon(const QStyleOptionToolButton &button, QPainter *painter)
{
    const bool enabled = button.state & QStyle::State_Enabled;
    const QSize icon = button.icon.isNull() ? QSize() : button.iconSize;
    const int gap = button.icon.isNull() ? 0 : kIconGap;
    const int text = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    const QRect rect = button.rect;
    const int left =
        rect.left() + std::max(kLabelPadding, (rect.width() - icon.width() - gap - text) / 2);
    if (!button.icon.isNull()) {
        button.icon.paint(painter,
                          QRect(QPoint(left, rect.center().y() - icon.height() / 2 + 1), icon),
                          Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    painter->setPen(button.palette.color(enabled ? QPalette::Normal : QPalette::Disabled,
                                         QPalette::ButtonText));
    painter->drawText(rect.adjusted(left - rect.left() + std::max(0, icon.width()) + gap, 0, 0, 0),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, button.text);
}

void drawHeaderSection(const QStyleOption *option, QPainter *painter)
{
    painter->fillRect(option->rect, option->palette.color(QPalette::Base));
    painter->setPen(borderOf(option->palette));
    painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
}

} // namespace

FlatStyle::FlatStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        drawButtonPanel(option, painter, button && button->features & QStyleOptionButton::Flat,
                        button && button->features & QStyleOptionButton::DefaultButton);
        return;
    }
    case PE_PanelButtonTool:
        drawButtonPanel(option, painter, option->state & State_AutoRaise, false);
        return;
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0) {
            drawField(option, painter);
        } else {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
        }
        return;
    }
    case PE_FrameLineEdit:
    case PE_FrameTabBarBase:
        return;
    case PE_FrameTabWidget:
        painter->setPen(borderOf(option->palette));
        painter->drawLine(option->rect.topLeft(), option->rect.topRight());
        return;
    case PE_Frame:
        painter->setPen(borderOf(option->palette));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameFocusRect:
        drawBox(painter, option->rect, Qt::transparent, option->palette.color(QPalette::Highlight),
                1.6);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(option, painter);
        return;
    case CE_Splitter:
        return;
    case CE_TabBarTabShape:
        drawTab(option, painter);
        return;
    case CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (button && button->features & QStyleOptionButton::DefaultButton &&
            button->state & State_Enabled) {
            QStyleOptionButton onAccent = *button;
            onAccent.palette.setColor(QPalette::ButtonText,
                                      button->palette.color(QPalette::HighlightedText));
            QProxyStyle::drawControl(element, &onAccent, painter, widget);
            return;
        }
        break;
    }
    case CE_ToolButtonLabel:
        if (hasTextBeside(option)) {
            drawLabelBesideIcon(*qstyleoption_cast<const QStyleOptionToolButton *>(option),
                                painter);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            painter->fillRect(bar->rect, bar->palette.color(QPalette::Base));
            if (bar->maximum > bar->minimum) {
                drawScrollBar(bar, painter,
                              subControlRect(control, option, SC_ScrollBarSlider, widget));
            }
            return;
        }
    }
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option)) {
            if (combo->editable) {
                drawField(option, painter);
            } else {
                drawButtonPanel(option, painter, !combo->frame, false);
            }
            if (combo->state & State_HasFocus && !combo->editable) {
                proxy()->drawPrimitive(PE_FrameFocusRect, option, painter, widget);
            }
            drawChevron(painter, subControlRect(control, option, SC_ComboBoxArrow, widget),
                        combo->palette.color(QPalette::ButtonText));
            return;
        }
    }
    if (control == CC_SpinBox) {
        const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (box && box->frame && box->buttonSymbols != QAbstractSpinBox::NoButtons) {
            drawField(option, painter);
            drawStep(*box, painter, subControlRect(control, option, SC_SpinBoxUp, widget), true);
            drawStep(*box, painter, subControlRect(control, option, SC_SpinBoxDown, widget), false);
            return;
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption *option,
                                const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0) {
        return rect.adjusted(kFieldPadding, 0, -kFieldPadding, 0);
    }
    return rect;
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                SubControl subControl, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || !bar) {
        return QProxyStyle::subControlRect(control, option, subControl, widget);
    }
    if (subControl == SC_ScrollBarAddLine || subControl == SC_ScrollBarSubLine) {
        return {};
    }
    const bool horizontal = bar->orientation == Qt::Horizontal;
    const int length = horizontal ? bar->rect.width() : bar->rect.height();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    const int least = std::min(length, pixelMetric(PM_ScrollBarSliderMin, option, widget));
    const int handle =
        range > 0 ? std::max(least, int(qint64(length) * bar->pageStep / (range + bar->pageStep)))
                  : length;
    const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                              length - handle, bar->upsideDown);
    const auto part = [&](int from, int size) {
        return horizontal ? QRect(bar->rect.x() + from, bar->rect.y(), size, bar->rect.height())
                          : QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), size);
    };
    switch (subControl) {
    case SC_ScrollBarSlider:
        return part(start, handle);
    case SC_ScrollBarSubPage:
        return part(0, start);
    case SC_ScrollBarAddPage:
        return part(start + handle, length - start - handle);
    default:
        return bar->rect;
    }
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_ToolButton:
        if (hasTextBeside(option)) {
            result.rwidth() += 2 * kLabelPadding;
        }
        return result;
    case CT_PushButton:
    case CT_ComboBox:
        result.rwidth() += 2 * kButtonPadding;
        [[fallthrough]];
    case CT_LineEdit:
    case CT_SpinBox:
        result.setHeight(std::max(result.height(), option->fontMetrics.height() + 12));
        return result;
    case CT_HeaderSection:
        result.setHeight(std::max(result.height(), option->fontMetrics.height() + 10));
        return result;
    default:
        return result;
    }
}

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                           const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBarExtent;
    case PM_ScrollBarSliderMin:
        return 36;
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_SplitterWidth:
        return 8;
    case PM_HeaderMargin:
        return 6;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ToolTip_WakeUpDelay:
        return 400;
    case SH_DitherDisabledText:
    case SH_EtchDisabledText:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_ComboBox_Popup: // a list below the combo box, not a menu over it
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace foretop::app
