// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paneleditor.h"

#include "app/panel.h"
#include "app/paneloptions.h"
#include "app/targetlist.h"
#include "models/dashboardmembers.h"
#include "models/metriccatalog.h"
#include "session/session.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QShortcut>
#include <QSplitter>
#include <QTimer>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr QSize kUsualSize{1180, 720};

QStringList prometheusNames(const session::Session *session)
{
    QStringList names;
    if (session) {
        for (const session::SourceConfig &source : session->environment().sources) {
            if (source.protocol == session::SourceProtocol::Prometheus) {
                names << source.name;
            }
        }
    }
    return names;
}

} // namespace

class PanelEditor::Private
{
public:
    Private(const PageContext &pageContext, CrosshairLink &crosshair, models::PanelSpec panel,
            session::Session *shownSession, const QString &dashboardSource,
            const QHash<QString, QString> &variables, PanelEditor *editor);

    void lay();
    void connectAll();
    void takeChange();
    void preview();
    void takeNames();
    void takeAnswer();
    void askToLeave();
    QString problem(const models::PanelSpec &spec) const;

    PanelEditor *q;
    PageContext context;
    const models::PanelSpec original;
    models::PanelSpec opened; ///< the original as the fields say it
    QPointer<session::Session> session;
    QString dashboardSource;
    QString shownSource;
    models::MetricCatalog catalog;
    Panel *panel;
    TargetList *targets;
    PanelOptions *options;
    QSplitter *columns;
    QSplitter *rows;
    QLabel *fault;
    QDialogButtonBox *buttons;
    QTimer delay;
    bool isAsking = false;
};

PanelEditor::Private::Private(const PageContext &pageContext, CrosshairLink &crosshair,
                              models::PanelSpec edited, session::Session *shownSession,
                              const QString &source, const QHash<QString, QString> &variables,
                              PanelEditor *editor)
    : q(editor)
    , context(pageContext)
    , original(std::move(edited))
    , session(shownSession)
    , dashboardSource(source)
    , shownSource(original.source.isEmpty() ? source : original.source)
    , panel(new Panel(pageContext, crosshair, original, editor))
    , targets(new TargetList(pageContext.theme, original.targets, editor))
    , options(new PanelOptions(pageContext.theme, original, prometheusNames(shownSession), editor))
    , columns(new QSplitter(Qt::Horizontal, editor))
    , rows(new QSplitter(Qt::Vertical, editor))
    , fault(new QLabel(editor))
    , buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, editor))
{
    panel->setObjectName(QStringLiteral("panelPreview"));
    panel->setEditable(false);
    panel->setVariables(variables);
    panel->setSource(dashboardSource);
    panel->setSession(shownSession);
    targets->setVariables(variables);
    targets->setSourceIsPrometheus(!shownSource.isEmpty());
    catalog.setSource(shownSession, shownSource);
    catalog.setActive(true);
    delay.setSingleShot(true);
    delay.setInterval(kPreviewDelayMs);
}

void PanelEditor::Private::lay()
{
    rows->setObjectName(QStringLiteral("panelEditorRows"));
    rows->setChildrenCollapsible(false);
    rows->addWidget(panel);
    rows->addWidget(targets);
    rows->setStretchFactor(0, 1);
    rows->setStretchFactor(1, 1);
    panel->setMinimumHeight(140);
    targets->setMinimumHeight(140);
    columns->setObjectName(QStringLiteral("panelEditorColumns"));
    columns->setChildrenCollapsible(false);
    columns->addWidget(rows);
    columns->addWidget(options);
    columns->setStretchFactor(0, 1);
    columns->setSizes({kUsualSize.width() - 360, 360});
    rows->setSizes({kUsualSize.height() * 2 / 5, kUsualSize.height() * 3 / 5});
    fault->setObjectName(QStringLiteral("panelFault"));
    fault->setTextFormat(Qt::PlainText);
    fault->setWordWrap(true);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(fault, 1);
    bottom->addWidget(buttons);
    auto *layout = new QVBoxLayout(q);
    layout->addWidget(columns, 1);
    layout->addLayout(bottom);
    for (QAbstractButton *button : buttons->buttons()) {
        button->setAccessibleName(button->text());
    }
    buttons->button(QDialogButtonBox::Ok)->setToolTip(tr("Take the changes (Ctrl+Return)"));
    buttons->button(QDialogButtonBox::Cancel)->setToolTip(tr("Leave the panel as it was (Esc)"));
}

void PanelEditor::Private::connectAll()
{
    connect(targets, &TargetList::changed, q, [this] { takeChange(); });
    connect(options, &PanelOptions::changed, q, [this] { takeChange(); });
    connect(targets, &TargetList::bucketsChosen, q,
            [this] { options->setKind(models::PanelKind::HeatMap); });
    connect(&delay, &QTimer::timeout, q, [this] { preview(); });
    connect(&catalog, &models::MetricCatalog::changed, q, [this] { takeNames(); });
    connect(&panel->query(), &models::PanelQuery::ready, q, [this] { takeAnswer(); });
    connect(buttons, &QDialogButtonBox::accepted, q, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, q, &QDialog::reject);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *accept = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(key)), q);
        connect(accept, &QShortcut::activated, buttons->button(QDialogButtonBox::Ok),
                &QPushButton::click);
    }
}

PanelEditor::PanelEditor(const PageContext &context, CrosshairLink &crosshair,
                         models::PanelSpec spec, session::Session *session, const QString &source,
                         const QHash<QString, QString> &variables, QWidget *parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(context, crosshair, std::move(spec), session, source, variables,
                                  this))
{
    setObjectName(QStringLiteral("panelEditor"));
    setWindowTitle(d->original.title.isEmpty() ? tr("Panel")
                                               : tr("Panel: %1").arg(d->original.title));
    d->lay();
    d->opened = this->spec();
    d->connectAll();
    d->takeNames();
    d->takeChange();
    resize(kUsualSize);
    restoreGeometry(context.settings.get(settings::kPanelEditorGeometry));
    d->columns->restoreState(context.settings.get(settings::kPanelEditorColumns));
    d->rows->restoreState(context.settings.get(settings::kPanelEditorRows));
    d->targets->focusFirst();
}

PanelEditor::~PanelEditor() = default;

models::PanelSpec PanelEditor::spec() const
{
    models::PanelSpec spec = d->original;
    d->options->apply(spec);
    spec.targets = d->targets->targets();
    return spec;
}

bool PanelEditor::isChanged() const
{
    return spec() != d->opened;
}

void PanelEditor::Private::takeChange()
{
    const models::PanelSpec now = q->spec();
    options->setAutoUnit(models::shownUnit([&now] {
        models::PanelSpec automatic = now;
        automatic.unit = models::Unit::Auto;
        return automatic;
    }()));
    const QString why = problem(now);
    buttons->button(QDialogButtonBox::Ok)->setEnabled(why.isEmpty());
    QPalette colours = q->palette();
    colours.setColor(QPalette::WindowText, context.theme.tone(Tone::Bad));
    fault->setPalette(colours);
    fault->setText(why);
    delay.start();
}

QString PanelEditor::Private::problem(const models::PanelSpec &spec) const
{
    for (const models::PanelTarget &target : spec.targets) {
        if (target.expression.size() > models::kMaxExpressionLength) {
            return tr("An expression is longer than %n characters.", nullptr,
                      int(models::kMaxExpressionLength));
        }
    }
    return options->problem();
}

void PanelEditor::Private::preview()
{
    models::PanelSpec now = q->spec();
    const QString source = now.source.isEmpty() ? dashboardSource : now.source;
    if (source != std::exchange(shownSource, source)) {
        catalog.setSource(session, source);
        targets->setSourceIsPrometheus(!source.isEmpty());
        takeNames();
    }
    if (problem(now).isEmpty()) {
        panel->setSpec(std::move(now));
    }
}

void PanelEditor::Private::takeNames()
{
    targets->setNames(models::MetricNames::of(catalog));
}

void PanelEditor::Private::takeAnswer()
{
    // An answer to what was written before says nothing of what is written now.
    if (!delay.isActive()) {
        targets->setAnswer(*panel->query().answer());
    }
}

void PanelEditor::reject()
{
    if (isChanged()) {
        d->askToLeave();
    } else {
        QDialog::reject();
    }
}

void PanelEditor::Private::askToLeave()
{
    if (std::exchange(isAsking, true)) {
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Question, q->windowTitle(),
                                tr("The panel was changed. Discard the changes?"),
                                QMessageBox::Discard | QMessageBox::Cancel, q);
    box->setObjectName(QStringLiteral("discardPanel"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QDialog::finished, q, [this](int answer) {
        isAsking = false;
        if (answer == QMessageBox::Discard) {
            q->QDialog::reject();
        }
    });
    box->open();
}

void PanelEditor::done(int result)
{
    d->context.settings.set(settings::kPanelEditorGeometry, saveGeometry());
    d->context.settings.set(settings::kPanelEditorColumns, d->columns->saveState());
    d->context.settings.set(settings::kPanelEditorRows, d->rows->saveState());
    QDialog::done(result);
}

/// Return is for the fields.
void PanelEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) {
        QDialog::keyPressEvent(event);
    }
}

/// On a small screen the window is as large as that.
void PanelEditor::showEvent(QShowEvent *event)
{
    resize(size().boundedTo(screen()->availableSize()));
    QDialog::showEvent(event);
}

} // namespace foretop::app
