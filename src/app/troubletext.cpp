// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/troubletext.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace foretop::app {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foretop::app::FileTrouble)
};

} // namespace

QString troubleText(const session::FileTrouble &trouble)
{
    using Kind = session::FileTrouble::Kind;
    const QString name =
        trouble.path == u"-" ? Words::tr("Standard input") : QFileInfo(trouble.path).fileName();
    switch (trouble.kind) {
    case Kind::Shrunk:
        return Words::tr("%1 was cut off; what is left of it is shown.").arg(name);
    case Kind::Rewritten:
        return Words::tr("%1 was written anew; what is in it now is shown.").arg(name);
    case Kind::Replaced:
        return Words::tr("%1 was replaced by a new file, which follows here.").arg(name);
    case Kind::Vanished:
        return Words::tr("%1 is gone; what was opened can still be read.").arg(name);
    case Kind::Unreadable:
        break;
    }
    return Words::tr("%1 cannot be read: %2").arg(name, trouble.message);
}

} // namespace foretop::app
