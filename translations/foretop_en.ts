<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Sentence</name>
    <message numerus="yes">
        <source>%1 of %n check(s) unhealthy</source>
        <translation>
            <numerusform>%1 of %n check unhealthy</numerusform>
            <numerusform>%1 of %n checks unhealthy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n check(s) unreachable</source>
        <translation>
            <numerusform>%1 of %n check unreachable</numerusform>
            <numerusform>%1 of %n checks unreachable</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n check(s) degraded</source>
        <translation>
            <numerusform>%1 of %n check degraded</numerusform>
            <numerusform>%1 of %n checks degraded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n check(s) without a result</source>
        <translation>
            <numerusform>%1 of %n check without a result</numerusform>
            <numerusform>%1 of %n checks without a result</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n check(s) healthy</source>
        <translation>
            <numerusform>The one check is healthy</numerusform>
            <numerusform>All %n checks healthy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretop::app::BarsView</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretop::app::CompositionRoot</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretop::app::DocumentBar</name>
    <message numerus="yes">
        <source>%1 (and %n other message(s))</source>
        <translation>
            <numerusform>%1 (and %n other message)</numerusform>
            <numerusform>%1 (and %n other messages)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n older part(s).</source>
        <translation>
            <numerusform>%1 has %n older part.</numerusform>
            <numerusform>%1 has %n older parts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretop::app::ErrorsPage</name>
    <message numerus="yes">
        <source>%n kind(s) of error</source>
        <translation>
            <numerusform>%n kind of error</numerusform>
            <numerusform>%n kinds of error</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n kind(s) of error</source>
        <translation>
            <numerusform>%1 of %n kind of error</numerusform>
            <numerusform>%1 of %n kinds of error</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretop::app::FamilyDetail</name>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n series</numerusform>
            <numerusform>%n series</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretop::app::FloatingTip</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretop::app::ImportNotesDialog</name>
    <message numerus="yes">
        <source>%1 with %n panels</source>
        <translation>
            <numerusform>%1 with %n panel</numerusform>
            <numerusform>%1 with %n panels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretop::app::LogsPage</name>
    <message numerus="yes">
        <source>%n log(s) are open, which is as many as can be. Close one to open another.</source>
        <translation>
            <numerusform>%n log is open, which is as many as can be. Close one to open another.</numerusform>
            <numerusform>%n logs are open, which is as many as can be. Close one to open another.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretop::app::MessageBanner</name>
    <message numerus="yes">
        <source>%1 (and %n other(s))</source>
        <translation>
            <numerusform>%1 (and %n other)</numerusform>
            <numerusform>%1 (and %n others)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretop::app::PanelEditor</name>
    <message numerus="yes">
        <source>An expression is longer than %n characters.</source>
        <translation>
            <numerusform>An expression is longer than %n character.</numerusform>
            <numerusform>An expression is longer than %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretop::app::PanelHeader</name>
    <message numerus="yes">
        <source>%n series left out</source>
        <translation>
            <numerusform>%n series left out</numerusform>
            <numerusform>%n series left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretop::app::PanelOptions</name>
    <message numerus="yes">
        <source>The description is longer than %n characters.</source>
        <translation>
            <numerusform>The description is longer than %n character.</numerusform>
            <numerusform>The description is longer than %n characters.</numerusform>
        </translation>
    </message>
</context>
</TS>
