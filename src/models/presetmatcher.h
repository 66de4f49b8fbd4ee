// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rolebinder.h"
#include "models/rolemention.h"

namespace foretop::models {

/// Makes a dashboard of a preset, of what a vocabulary has. For one match().
class PresetMatcher
{
public:
    /// Libraries that are shown one under the other.
    static constexpr std::size_t kMostLibraries = 4;

    PresetMatcher(const PresetData &data, const metrics::Vocabulary &vocabulary,
                  const std::stop_token &stop);

    std::optional<Dashboard> match();

private:
    struct Filled
    {
        QString library; ///< empty: no library
        BoundRoles roles;
    };

    void bindRoles();
    bool isShown() const;
    void addVariables();
    void addVariable(const PresetVariable &preset);
    void addRow(const PresetRow &row, const Filled &filled, bool withCommon);
    std::optional<PanelSpec> panel(const PresetPanel &preset, const Filled &filled);
    std::optional<QString> text(const QString &text, const Filled &filled);
    std::optional<QString> mention(const RoleMention &mention, const Filled &filled);
    const BoundRole *role(const std::string &name, const Filled &filled) const;
    QString matchers(const BoundRole &role);
    bool isOfLibrary(const PresetPanel &panel) const;

    const PresetData &m_data;
    const metrics::Vocabulary &m_vocabulary;
    RoleBinder m_binder;
    BoundRoles m_common;
    std::vector<Filled> m_libraries;
    std::set<std::string> m_libraryRoles;
    std::vector<const PresetVariable *> m_variables; // those that the dashboard has
    Dashboard m_dashboard;
    int m_bottom = 0;
};

} // namespace foretop::models
