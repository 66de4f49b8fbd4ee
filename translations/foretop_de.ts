<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <source>Watches services: health, metrics, logs, jobs and errors. Without a profile it shows this machine.</source>
        <translation>Überwacht Dienste: Zustand, Metriken, Protokolle, Jobs und Fehler. Ohne Profil wird dieser Rechner gezeigt.</translation>
    </message>
    <message>
        <source>Read environments from FILE (default: foretop/profile.yaml in $XDG_CONFIG_HOME).</source>
        <translation>Umgebungen aus FILE lesen (sonst foretop/profile.yaml in $XDG_CONFIG_HOME).</translation>
    </message>
    <message>
        <source>Open the environment NAME of the profile.</source>
        <translation>Die Umgebung NAME des Profils öffnen.</translation>
    </message>
    <message>
        <source>Show the agent at URL, such as http://host:7710.</source>
        <translation>Den Agenten unter URL zeigen, etwa http://host:7710.</translation>
    </message>
    <message>
        <source>The agent&apos;s token is in FILE.</source>
        <translation>Das Token des Agenten steht in FILE.</translation>
    </message>
    <message>
        <source>system, light or dark.</source>
        <translation>system, light oder dark (wie die Arbeitsumgebung, hell, dunkel).</translation>
    </message>
    <message>
        <source>Show overview, metrics, logs, jobs or errors first.</source>
        <translation>Zuerst overview, metrics, logs, jobs oder errors zeigen.</translation>
    </message>
    <message>
        <source>Write a picture of every page into DIR and end.</source>
        <translation>Von jeder Seite ein Bild nach DIR schreiben und beenden.</translation>
    </message>
    <message>
        <source>Size of the pictures (default: 1280x800).</source>
        <translation>Größe der Bilder (sonst 1280x800).</translation>
    </message>
    <message>
        <source>Collect data for MS milliseconds before the pictures.</source>
        <translation>Vor den Bildern MS Millisekunden lang Daten sammeln.</translation>
    </message>
    <message>
        <source>must be like 1280x800, at most %1 each, not &quot;%2&quot;</source>
        <translation>muss wie 1280x800 aussehen, je höchstens %1, nicht „%2“</translation>
    </message>
    <message>
        <source>must be 0 to %1 milliseconds, not &quot;%2&quot;</source>
        <translation>muss 0 bis %1 Millisekunden sein, nicht „%2“</translation>
    </message>
    <message>
        <source>needs --connect</source>
        <translation>braucht --connect</translation>
    </message>
    <message>
        <source>must be like http://host:7710, not &quot;%1&quot;</source>
        <translation>muss wie http://host:7710 aussehen, nicht „%1“</translation>
    </message>
    <message>
        <source>must hold no user or password; use --token-file</source>
        <translation>darf weder Benutzer noch Kennwort enthalten; dafür gibt es --token-file</translation>
    </message>
    <message>
        <source>does not go with --profile or --environment</source>
        <translation>verträgt sich nicht mit --profile oder --environment</translation>
    </message>
    <message>
        <source>must be system, light or dark, not &quot;%1&quot;</source>
        <translation>muss system, light oder dark sein, nicht „%1“</translation>
    </message>
    <message>
        <source>needs --shot</source>
        <translation>braucht --shot</translation>
    </message>
    <message>
        <source>Logs to open: files, directories or - for standard input.</source>
        <translation>Zu öffnende Protokolle: Dateien, Verzeichnisse oder - für die Standardeingabe.</translation>
    </message>
    <message>
        <source>opens at most %1 logs</source>
        <translation>öffnet höchstens %1 Protokolle</translation>
    </message>
</context>
<context>
    <name>Environments</name>
    <message>
        <source>must hold one token of at most %1 bytes</source>
        <translation>muss ein Token von höchstens %1 Bytes enthalten</translation>
    </message>
    <message>
        <source>has no environment &quot;%1&quot;</source>
        <translation>hat keine Umgebung „%1“</translation>
    </message>
</context>
<context>
    <name>ErrorsPage</name>
    <message>
        <source>Filter by type, message, source or stack</source>
        <translation>Nach Art, Meldung, Quelle oder Aufrufen filtern</translation>
    </message>
    <message>
        <source>Filter errors</source>
        <translation>Fehler filtern</translation>
    </message>
    <message>
        <source>Error groups</source>
        <translation>Fehlergruppen</translation>
    </message>
    <message>
        <source>How often a minute, over the last hour</source>
        <translation>Wie oft je Minute, in der letzten Stunde</translation>
    </message>
    <message>
        <source>How often a minute</source>
        <translation>Wie oft je Minute</translation>
    </message>
    <message>
        <source>Stack trace</source>
        <translation>Aufrufliste</translation>
    </message>
    <message>
        <source>This error came without a stack trace</source>
        <translation>Dieser Fehler kam ohne Aufrufliste</translation>
    </message>
</context>
<context>
    <name>JobDetailPane</name>
    <message>
        <source>Details of the job</source>
        <translation>Einzelheiten des Jobs</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>What is known of the job</source>
        <translation>Was über den Job bekannt ist</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Error of the job</source>
        <translation>Fehler des Jobs</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Context of the job</source>
        <translation>Kontext des Jobs</translation>
    </message>
</context>
<context>
    <name>LogDetailPane</name>
    <message>
        <source>Details of the record</source>
        <translation>Einzelheiten des Eintrags</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Fields of the record</source>
        <translation>Felder des Eintrags</translation>
    </message>
    <message>
        <source>Stack trace</source>
        <translation>Aufrufliste</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text of the record</source>
        <translation>Text des Eintrags</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Frames of the stack trace</source>
        <translation>Aufrufe des Stacktrace</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Find and do anything by its name</source>
        <translation>Alles über seinen Namen finden und ausführen</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>Jetzt neu verbinden</translation>
    </message>
    <message>
        <source>Try every link again without waiting</source>
        <translation>Jede Verbindung sofort noch einmal versuchen</translation>
    </message>
    <message>
        <source>Choose environment</source>
        <translation>Umgebung wählen</translation>
    </message>
    <message>
        <source>Open the list of environments</source>
        <translation>Die Liste der Umgebungen öffnen</translation>
    </message>
    <message>
        <source>Search on this page</source>
        <translation>Auf dieser Seite suchen</translation>
    </message>
    <message>
        <source>Put the keyboard into the page&apos;s search field</source>
        <translation>In das Suchfeld der Seite springen</translation>
    </message>
    <message>
        <source>Pause or go live</source>
        <translation>Anhalten oder live</translation>
    </message>
    <message>
        <source>Hold every page at this moment, or follow the present again</source>
        <translation>Alle Seiten bei diesem Zeitpunkt anhalten oder wieder der Gegenwart folgen</translation>
    </message>
    <message>
        <source>Step back in time</source>
        <translation>In der Zeit zurück</translation>
    </message>
    <message>
        <source>Go back by a quarter of the range</source>
        <translation>Um ein Viertel des Zeitraums zurückgehen</translation>
    </message>
    <message>
        <source>Step forward in time</source>
        <translation>In der Zeit vor</translation>
    </message>
    <message>
        <source>Go forward by a quarter of the range</source>
        <translation>Um ein Viertel des Zeitraums vorgehen</translation>
    </message>
    <message>
        <source>Appearance as the desktop</source>
        <translation>Darstellung wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is</source>
        <translation>Hell oder dunkel, wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>Light appearance</source>
        <translation>Helle Darstellung</translation>
    </message>
    <message>
        <source>Always light</source>
        <translation>Immer hell</translation>
    </message>
    <message>
        <source>Dark appearance</source>
        <translation>Dunkle Darstellung</translation>
    </message>
    <message>
        <source>Always dark</source>
        <translation>Immer dunkel</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Fill the screen, or go back to a window</source>
        <translation>Den ganzen Bildschirm füllen oder zurück zum Fenster</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close Foretop</source>
        <translation>Foretop schließen</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen …</translation>
    </message>
    <message>
        <source>Set appearance, text size, time zone and memory</source>
        <translation>Darstellung, Textgröße, Zeitzone und Speicher festlegen</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Status of the checks</source>
        <translation>Zustand der Prüfungen</translation>
    </message>
    <message>
        <source>Recent errors</source>
        <translation>Letzte Fehler</translation>
    </message>
    <message>
        <source>All errors</source>
        <translation>Alle Fehler</translation>
    </message>
    <message>
        <source>Show every error group</source>
        <translation>Alle Fehlergruppen zeigen</translation>
    </message>
    <message>
        <source>Show all errors</source>
        <translation>Alle Fehler zeigen</translation>
    </message>
    <message>
        <source>Active jobs</source>
        <translation>Laufende Jobs</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Jobs</translation>
    </message>
    <message>
        <source>Show every job, also those that ended</source>
        <translation>Alle Jobs zeigen, auch beendete</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Alle Jobs zeigen</translation>
    </message>
</context>
<context>
    <name>Preset</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>I/O wait</source>
        <translation>E/A-Warten</translation>
    </message>
    <message>
        <source>nice</source>
        <translation>nice</translation>
    </message>
    <message>
        <source>interrupts</source>
        <translation>Interrupts</translation>
    </message>
    <message>
        <source>soft interrupts</source>
        <translation>Soft-Interrupts</translation>
    </message>
    <message>
        <source>stolen</source>
        <translation>gestohlen</translation>
    </message>
    <message>
        <source>Disk throughput</source>
        <translation>Durchsatz der Datenträger</translation>
    </message>
    <message>
        <source>{device} read</source>
        <translation>{device} gelesen</translation>
    </message>
    <message>
        <source>{device} written</source>
        <translation>{device} geschrieben</translation>
    </message>
    <message>
        <source>Network throughput</source>
        <translation>Durchsatz des Netzes</translation>
    </message>
    <message>
        <source>{device} in</source>
        <translation>{device} ein</translation>
    </message>
    <message>
        <source>{device} out</source>
        <translation>{device} aus</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
    </message>
    <message>
        <source>Load average</source>
        <translation>Mittlere Last</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>programs</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>Kernel</translation>
    </message>
    <message>
        <source>buffers</source>
        <translation>Puffer</translation>
    </message>
    <message>
        <source>file cache</source>
        <translation>Dateicache</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>Disk busy</source>
        <translation>Auslastung der Datenträger</translation>
    </message>
    <message>
        <source>File systems in use</source>
        <translation>Belegung der Dateisysteme</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>running</source>
        <translation>laufend</translation>
    </message>
    <message>
        <source>waiting for I/O</source>
        <translation>warten auf E/A</translation>
    </message>
    <message>
        <source>Context switches and forks</source>
        <translation>Kontextwechsel und Forks</translation>
    </message>
    <message>
        <source>context switches</source>
        <translation>Kontextwechsel</translation>
    </message>
    <message>
        <source>forks</source>
        <translation>Forks</translation>
    </message>
    <message>
        <source>Network errors</source>
        <translation>Netzfehler</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>HTTP requests</source>
        <translation>HTTP-Anfragen</translation>
    </message>
    <message>
        <source>Mean time of an HTTP request</source>
        <translation>Mittlere Dauer einer HTTP-Anfrage</translation>
    </message>
    <message>
        <source>Mean time of a check</source>
        <translation>Mittlere Dauer einer Prüfung</translation>
    </message>
    <message>
        <source>CPU of the agent</source>
        <translation>CPU des Agenten</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>Memory of the agent</source>
        <translation>Speicher des Agenten</translation>
    </message>
    <message>
        <source>resident</source>
        <translation>resident</translation>
    </message>
    <message>
        <source>Threads and open files of the agent</source>
        <translation>Threads und offene Dateien des Agenten</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>open files</source>
        <translation>offene Dateien</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>belegt</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>Datenträger</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Unreachable since %1</source>
        <translation>Nicht erreichbar seit %1</translation>
    </message>
    <message>
        <source>Unreachable</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>No health source here</source>
        <translation>Hier gibt es keine Quelle für den Zustand</translation>
    </message>
    <message>
        <source>No checks reported yet</source>
        <translation>Noch keine Prüfungen gemeldet</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>Wird verbunden …</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n check(s) unhealthy</source>
        <translation>
            <numerusform>%1 von %n Prüfung fehlerhaft</numerusform>
            <numerusform>%1 von %n Prüfungen fehlerhaft</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 unhealthy</source>
        <translation>%1 fehlerhaft</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n check(s) unreachable</source>
        <translation>
            <numerusform>%1 von %n Prüfung nicht erreichbar</numerusform>
            <numerusform>%1 von %n Prüfungen nicht erreichbar</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 unreachable</source>
        <translation>%1 nicht erreichbar</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n check(s) degraded</source>
        <translation>
            <numerusform>%1 von %n Prüfung beeinträchtigt</numerusform>
            <numerusform>%1 von %n Prüfungen beeinträchtigt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 degraded</source>
        <translation>%1 beeinträchtigt</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n check(s) without a result</source>
        <translation>
            <numerusform>%1 von %n Prüfung ohne Ergebnis</numerusform>
            <numerusform>%1 von %n Prüfungen ohne Ergebnis</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 without a result</source>
        <translation>%1 ohne Ergebnis</translation>
    </message>
    <message numerus="yes">
        <source>All %n check(s) healthy</source>
        <translation>
            <numerusform>Die eine Prüfung ist in Ordnung</numerusform>
            <numerusform>Alle %n Prüfungen in Ordnung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateWord</name>
    <message>
        <source>healthy</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>beeinträchtigt</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>unreachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>wird verbunden</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>retrying</source>
        <translation>neuer Versuch</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>gelungen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
</context>
<context>
    <name>foretop::app::BookmarkPane</name>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>No bookmarks. Ctrl+B marks the chosen record.</source>
        <translation>Keine Lesezeichen. Strg+B markiert den gewählten Eintrag.</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz …</translation>
    </message>
    <message>
        <source>Write a note to this bookmark</source>
        <translation>Eine Notiz zu diesem Lesezeichen schreiben</translation>
    </message>
    <message>
        <source>Remove bookmark</source>
        <translation>Lesezeichen entfernen</translation>
    </message>
    <message>
        <source>Remove this bookmark and its note</source>
        <translation>Dieses Lesezeichen mit seiner Notiz entfernen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>foretop::app::ChartPanel</name>
    <message>
        <source>No data in this range</source>
        <translation>Keine Daten in diesem Zeitraum</translation>
    </message>
    <message>
        <source>Legend of %1</source>
        <translation>Legende zu %1</translation>
    </message>
    <message>
        <source>Close this chart</source>
        <translation>Dieses Diagramm schließen</translation>
    </message>
    <message>
        <source>Close the chart %1</source>
        <translation>Das Diagramm %1 schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n smaller series left out</source>
        <translation>
            <numerusform>%n kleinere Reihe ausgelassen</numerusform>
            <numerusform>%n kleinere Reihen ausgelassen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretop::app::ColumnChooser</name>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
</context>
<context>
    <name>foretop::app::CommandModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>foretop::app::CommandPalette</name>
    <message>
        <source>What do you want to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>No command of this name</source>
        <translation>Kein Befehl dieses Namens</translation>
    </message>
</context>
<context>
    <name>foretop::app::CompositionRoot</name>
    <message>
        <source>There is no page &quot;%1&quot;</source>
        <translation>Eine Seite „%1“ gibt es nicht</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>dieser Rechner</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Log formats of your own:
%1</source>
        <translation>Eigene Protokollformate:
%1</translation>
    </message>
</context>
<context>
    <name>foretop::app::DocumentBar</name>
    <message>
        <source>Reopen</source>
        <translation>Neu öffnen</translation>
    </message>
    <message>
        <source>Read the files anew that are there now</source>
        <translation>Die Dateien, die jetzt da sind, neu lesen</translation>
    </message>
    <message>
        <source>Show together</source>
        <translation>Zusammen zeigen</translation>
    </message>
    <message>
        <source>Show all parts as one log, oldest first</source>
        <translation>Alle Teile als ein Protokoll zeigen, die ältesten zuerst</translation>
    </message>
    <message>
        <source>How this log is read; choose another format or time zone</source>
        <translation>Wie dieses Protokoll gelesen wird; anderes Format oder andere Zeitzone wählen</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n other message(s))</source>
        <translation>
            <numerusform>%1 (und %n weitere Meldung)</numerusform>
            <numerusform>%1 (und %n weitere Meldungen)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n older part(s).</source>
        <translation>
            <numerusform>%1 hat %n älteren Teil.</numerusform>
            <numerusform>%1 hat %n ältere Teile.</numerusform>
        </translation>
    </message>
    <message>
        <source>Format of each record</source>
        <translation>Format je Eintrag</translation>
    </message>
    <message>
        <source>Format: %1</source>
        <translation>Format: %1</translation>
    </message>
    <message>
        <source>Told from each record</source>
        <translation>An jedem Eintrag erkannt</translation>
    </message>
    <message>
        <source>Time zone of the file</source>
        <translation>Zeitzone der Datei</translation>
    </message>
    <message>
        <source>This machine&apos;s zone</source>
        <translation>Zeitzone dieses Rechners</translation>
    </message>
    <message>
        <source>Another zone…</source>
        <translation>Andere Zeitzone …</translation>
    </message>
    <message>
        <source>Name, or an offset such as +02:00:</source>
        <translation>Name oder Abstand wie +02:00:</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Weiterlesen</translation>
    </message>
    <message>
        <source>Read the rest, and follow what is written from now</source>
        <translation>Den Rest lesen und dem folgen, was ab jetzt geschrieben wird</translation>
    </message>
    <message>
        <source>Reading was cancelled: this is what was read, and it is not followed.</source>
        <translation>Das Lesen wurde abgebrochen: Dies ist, was gelesen wurde; neuen Zeilen wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>Format of each file</source>
        <translation>Format jeder Datei</translation>
    </message>
    <message>
        <source>As detected</source>
        <translation>Wie erkannt</translation>
    </message>
</context>
<context>
    <name>foretop::app::Duration</name>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T %2 h</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>einige Sekunden</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>about %1 h %2 min</source>
        <translation>etwa %1 h %2 min</translation>
    </message>
    <message>
        <source>about %1 d %2 h</source>
        <translation>etwa %1 T %2 h</translation>
    </message>
</context>
<context>
    <name>foretop::app::EnvironmentSwitcher</name>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Choose the environment (Ctrl+E)</source>
        <translation>Die Umgebung wählen (Strg+E)</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>foretop::app::ErrorSummaryDelegate</name>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>%1 · last %2</source>
        <translation>%1 · zuletzt %2</translation>
    </message>
</context>
<context>
    <name>foretop::app::ErrorsPage</name>
    <message>
        <source>No errors</source>
        <translation>Keine Fehler</translation>
    </message>
    <message>
        <source>Errors come from the errors feed of a source: one line here for each kind of error, with how often and when it was seen.</source>
        <translation>Fehler kommen aus dem Fehler-Feed einer Quelle: hier steht für jede Art von Fehler eine Zeile, mit ihrer Häufigkeit und wann sie auftrat.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Show in logs</source>
        <translation>In Protokollen zeigen</translation>
    </message>
    <message>
        <source>Show the log records with this message</source>
        <translation>Die Protokolleinträge mit dieser Meldung zeigen</translation>
    </message>
    <message>
        <source>Copy error</source>
        <translation>Fehler kopieren</translation>
    </message>
    <message>
        <source>Copy type, message and stack</source>
        <translation>Art, Meldung und Aufrufliste kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n kind(s) of error</source>
        <translation>
            <numerusform>%n Art von Fehler</numerusform>
            <numerusform>%n Arten von Fehlern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n kind(s) of error</source>
        <translation>
            <numerusform>%1 von %n Art von Fehler</numerusform>
            <numerusform>%1 von %n Arten von Fehlern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 times · first %2 · last %3 · from %4</source>
        <translation>%1-mal · zuerst %2 · zuletzt %3 · von %4</translation>
    </message>
</context>
<context>
    <name>foretop::app::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Text, byte for byte</source>
        <translation>Text, Byte für Byte</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>CSV of the columns</source>
        <translation>CSV der Spalten</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>D&amp;atei</translation>
    </message>
    <message>
        <source>%1 records are shown and will be written.</source>
        <translation>%1 Einträge werden gezeigt und geschrieben.</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>F&amp;ormat</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 gibt es schon. Ersetzen?</translation>
    </message>
</context>
<context>
    <name>foretop::app::FacetModel</name>
    <message>
        <source>%1 different values</source>
        <translation>%1 verschiedene Werte</translation>
    </message>
    <message>
        <source>%1 records have no such field</source>
        <translation>%1 Einträge haben kein solches Feld</translation>
    </message>
    <message>
        <source>Too many values to count each: %1 records have values that were met later and are counted as &quot;other&quot;</source>
        <translation>Zu viele Werte, um jeden zu zählen: %1 Einträge haben Werte, die später vorkamen und als „andere“ zählen</translation>
    </message>
    <message>
        <source>other (partial)</source>
        <translation>andere (unvollständig)</translation>
    </message>
    <message>
        <source>other</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>Values that are less frequent than those above</source>
        <translation>Werte, die seltener sind als die darüber</translation>
    </message>
    <message>
        <source>%1
Click: only records with it. Ctrl+click: all others.</source>
        <translation>%1
Klick: nur Einträge damit. Strg+Klick: alle anderen.</translation>
    </message>
</context>
<context>
    <name>foretop::app::FacetPane</name>
    <message>
        <source>Values of fields</source>
        <translation>Werte von Feldern</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>Count the values of another field</source>
        <translation>Die Werte eines weiteren Felds zählen</translation>
    </message>
    <message>
        <source>Remove field</source>
        <translation>Feld entfernen</translation>
    </message>
    <message>
        <source>Count the values of this field no more</source>
        <translation>Die Werte dieses Felds nicht mehr zählen</translation>
    </message>
    <message>
        <source>Another field…</source>
        <translation>Anderes Feld …</translation>
    </message>
    <message>
        <source>Name of the field, with dots into objects:</source>
        <translation>Name des Felds, mit Punkten in Objekte hinein:</translation>
    </message>
    <message>
        <source>Only records with it</source>
        <translation>Nur Einträge damit</translation>
    </message>
    <message>
        <source>All but those with it</source>
        <translation>Alle anderen</translation>
    </message>
</context>
<context>
    <name>foretop::app::FamilyExplorer</name>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Filter metrics</source>
        <translation>Metriken filtern</translation>
    </message>
    <message>
        <source>Filter metrics by name</source>
        <translation>Metriken nach Namen filtern</translation>
    </message>
    <message>
        <source>Metric families</source>
        <translation>Metrikfamilien</translation>
    </message>
</context>
<context>
    <name>foretop::app::FamilyTable</name>
    <message>
        <source>%1
%2
%3 series</source>
        <translation>%1
%2
%3 Reihen</translation>
    </message>
</context>
<context>
    <name>foretop::app::FieldColumns</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Logger</source>
        <translation>Logger</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Add column</source>
        <translation>Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Name of the field, with dots into objects:</source>
        <translation>Name des Felds, mit Punkten in Objekte hinein:</translation>
    </message>
    <message>
        <source>Add field</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>Another field…</source>
        <translation>Anderes Feld …</translation>
    </message>
    <message>
        <source>Remove field</source>
        <translation>Feld entfernen</translation>
    </message>
</context>
<context>
    <name>foretop::app::FieldModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>foretop::app::FieldTable</name>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy name and value</source>
        <translation>Name und Wert kopieren</translation>
    </message>
</context>
<context>
    <name>foretop::app::FileTrouble</name>
    <message>
        <source>Standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>%1 was cut off; what is left of it is shown.</source>
        <translation>%1 wurde gekürzt; gezeigt wird, was davon übrig ist.</translation>
    </message>
    <message>
        <source>%1 was written anew; what is in it now is shown.</source>
        <translation>%1 wurde neu geschrieben; gezeigt wird, was jetzt darin steht.</translation>
    </message>
    <message>
        <source>%1 was replaced by a new file, which follows here.</source>
        <translation>%1 wurde durch eine neue Datei ersetzt, die hier folgt.</translation>
    </message>
    <message>
        <source>%1 is gone; what was opened can still be read.</source>
        <translation>%1 ist verschwunden; was geöffnet war, bleibt lesbar.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 ist nicht lesbar: %2</translation>
    </message>
</context>
<context>
    <name>foretop::app::HighlightDialog</name>
    <message>
        <source>&amp;Regular expression</source>
        <translation>&amp;Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>&amp;Case-sensitive</source>
        <translation>&amp;Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>&amp;Bold</source>
        <translation>&amp;Fett</translation>
    </message>
    <message>
        <source>&amp;Underlined</source>
        <translation>&amp;Unterstrichen</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>Hervorhebungen</translation>
    </message>
    <message>
        <source>Highlight rules</source>
        <translation>Regeln der Hervorhebung</translation>
    </message>
    <message>
        <source>The first rule that matches wins; an unchecked one is not used</source>
        <translation>Die erste passende Regel gilt; eine ohne Haken wird nicht benutzt</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Colour %1</source>
        <translation>Farbe %1</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>C&amp;olour</source>
        <translation>Far&amp;be</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>U&amp;p</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>&amp;Query</source>
        <translation>&amp;Abfrage</translation>
    </message>
    <message>
        <source>Marks whole records that a query finds, such as level&gt;=error duration_ms&gt;500</source>
        <translation>Markiert ganze Einträge, die eine Abfrage findet, etwa level&gt;=error duration_ms&gt;500</translation>
    </message>
</context>
<context>
    <name>foretop::app::HistogramStrip</name>
    <message>
        <source>Records over time</source>
        <translation>Einträge im Zeitverlauf</translation>
    </message>
    <message>
        <source>no records</source>
        <translation>keine Einträge</translation>
    </message>
    <message>
        <source>Records over time: drag to choose a range, double click for all</source>
        <translation>Einträge im Zeitverlauf: Ziehen wählt einen Bereich, Doppelklick alles</translation>
    </message>
    <message>
        <source>Counting records over time…</source>
        <translation>Einträge werden gezählt …</translation>
    </message>
    <message>
        <source>No records with a time</source>
        <translation>Keine Einträge mit Zeit</translation>
    </message>
</context>
<context>
    <name>foretop::app::Job</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translation>Neuer Versuch</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Gelungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>foretop::app::JobDetailPane</name>
    <message>
        <source>Id</source>
        <translation>Kennung</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Verbleibend</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Queued at</source>
        <translation>Eingereiht</translation>
    </message>
    <message>
        <source>Started at</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Finished at</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Last report</source>
        <translation>Letzte Meldung</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
</context>
<context>
    <name>foretop::app::JobStateBar</name>
    <message>
        <source>States that are shown</source>
        <translation>Gezeigte Zustände</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>Alle Zustände</translation>
    </message>
    <message>
        <source>Show the jobs in every state</source>
        <translation>Die Jobs in jedem Zustand zeigen</translation>
    </message>
    <message>
        <source>Show jobs that are in state %1</source>
        <translation>Jobs im Zustand %1 zeigen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2 jobs</source>
        <translation>%1: %2 Jobs</translation>
    </message>
</context>
<context>
    <name>foretop::app::JobSummaryDelegate</name>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>foretop::app::JobsPage</name>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Worker</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Remaining</source>
        <translation>Verbleibend</translation>
    </message>
    <message>
        <source>Last report</source>
        <translation>Letzte Meldung</translation>
    </message>
    <message>
        <source>Show logs</source>
        <translation>Protokolle zeigen</translation>
    </message>
    <message>
        <source>Show the log records that have this job&apos;s id in them</source>
        <translation>Die Protokolleinträge zeigen, in denen die Kennung dieses Jobs steht</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show all of the chosen job below</source>
        <translation>Alles über den gewählten Job darunter zeigen</translation>
    </message>
    <message>
        <source>Filter by name, id, queue, worker, message or error</source>
        <translation>Nach Name, Kennung, Warteschlange, Worker, Meldung oder Fehler filtern</translation>
    </message>
    <message>
        <source>Filter text</source>
        <translation>Filtertext</translation>
    </message>
    <message>
        <source>Show the jobs that have this text in them, in any case (Ctrl+F)</source>
        <translation>Die Jobs zeigen, in denen dieser Text vorkommt, groß oder klein (Strg+F)</translation>
    </message>
    <message>
        <source>1 job</source>
        <translation>1 Job</translation>
    </message>
    <message>
        <source>%1 jobs</source>
        <translation>%1 Jobs</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2 older ones dropped (at most %3 are kept)</source>
        <translation>%1, %2 ältere verworfen (höchstens %3 werden behalten)</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, Stand %2</translation>
    </message>
    <message>
        <source>No job matches.</source>
        <translation>Kein Job passt.</translation>
    </message>
    <message>
        <source>No job is in a state that is chosen.</source>
        <translation>Kein Job ist in einem der gewählten Zustände.</translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>Nichts passt zu „%1“.</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Alle Jobs zeigen</translation>
    </message>
    <message>
        <source>Clear the text and show every state</source>
        <translation>Den Text löschen und jeden Zustand zeigen</translation>
    </message>
    <message>
        <source>No environment is connected.</source>
        <translation>Keine Umgebung ist verbunden.</translation>
    </message>
    <message>
        <source>Choose one in the bar at the top.</source>
        <translation>Wählen Sie eine in der Leiste oben.</translation>
    </message>
    <message>
        <source>No jobs yet.</source>
        <translation>Noch keine Jobs.</translation>
    </message>
    <message>
        <source>A script or a service reports one with a line like this:</source>
        <translation>Ein Skript oder ein Dienst meldet einen mit einer Zeile wie dieser:</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Den Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy the command to the clipboard</source>
        <translation>Den Befehl in die Zwischenablage kopieren</translation>
    </message>
    <message>
        <source>They are shown here as soon as a source tells of one.</source>
        <translation>Sie erscheinen hier, sobald eine Quelle von einem berichtet.</translation>
    </message>
</context>
<context>
    <name>foretop::app::LegendLine</name>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
</context>
<context>
    <name>foretop::app::LegendModel</name>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Min</source>
        <translation>Min</translation>
    </message>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>Avg</source>
        <translation>Mittel</translation>
    </message>
</context>
<context>
    <name>foretop::app::Level</name>
    <message>
        <source>No level</source>
        <translation>Ohne Stufe</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>Debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
</context>
<context>
    <name>foretop::app::LevelBar</name>
    <message>
        <source>Levels that are shown</source>
        <translation>Gezeigte Stufen</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Show the records of every level</source>
        <translation>Die Einträge jeder Stufe zeigen</translation>
    </message>
    <message>
        <source>Show or hide records of level %1; right-click for only these</source>
        <translation>Einträge der Stufe %1 zeigen oder verbergen; Rechtsklick zeigt nur diese</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2 records</source>
        <translation>%1: %2 Einträge</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>%1 and graver</source>
        <translation>%1 und schwerer</translation>
    </message>
</context>
<context>
    <name>foretop::app::LinkChips</name>
    <message>
        <source>Health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>State of the links</source>
        <translation>Zustand der Verbindungen</translation>
    </message>
    <message>
        <source>All links</source>
        <translation>Alle Verbindungen</translation>
    </message>
    <message>
        <source>Show all links</source>
        <translation>Alle Verbindungen zeigen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2 since %3</source>
        <translation>%1: %2 seit %3</translation>
    </message>
    <message>
        <source>Plain WebSocket, not a foretop feed: nothing can be resumed</source>
        <translation>Einfacher WebSocket, kein foretop-Feed: nichts kann fortgesetzt werden</translation>
    </message>
    <message>
        <source>%1 received, %2 unreadable, %3 dropped by the server</source>
        <translation>%1 empfangen, %2 unlesbar, %3 vom Server verworfen</translation>
    </message>
    <message>
        <source>Last unreadable: %1</source>
        <translation>Zuletzt unlesbar: %1</translation>
    </message>
    <message>
        <source> · %1 lost</source>
        <translation> · %1 verloren</translation>
    </message>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>Reconnect now</source>
        <translation>Jetzt neu verbinden</translation>
    </message>
</context>
<context>
    <name>foretop::app::LogDetailPane</name>
    <message>
        <source>the first %1 characters</source>
        <translation>die ersten %1 Zeichen</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Filter for</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Show only records in which the chosen field has this value</source>
        <translation>Nur Einträge zeigen, in denen das gewählte Feld diesen Wert hat</translation>
    </message>
    <message>
        <source>Filter out</source>
        <translation>Ohne diese</translation>
    </message>
    <message>
        <source>Hide records in which the chosen field has this value</source>
        <translation>Einträge ausblenden, in denen das gewählte Feld diesen Wert hat</translation>
    </message>
    <message>
        <source>Follow this value</source>
        <translation>Diesem Wert folgen</translation>
    </message>
    <message>
        <source>Show every record with this value, such as all of one request</source>
        <translation>Jeden Eintrag mit diesem Wert zeigen, etwa alle einer Anfrage</translation>
    </message>
    <message>
        <source>Add as column</source>
        <translation>Als Spalte</translation>
    </message>
    <message>
        <source>Show the chosen field in a column of the table</source>
        <translation>Das gewählte Feld in einer Spalte der Tabelle zeigen</translation>
    </message>
    <message>
        <source>Facet</source>
        <translation>Facette</translation>
    </message>
    <message>
        <source>Count the values of the chosen field</source>
        <translation>Die Werte des gewählten Felds zählen</translation>
    </message>
</context>
<context>
    <name>foretop::app::LogEmptyState</name>
    <message>
        <source>Searching…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>No environment is connected.</source>
        <translation>Keine Umgebung ist verbunden.</translation>
    </message>
    <message>
        <source>Choose one in the bar at the top.</source>
        <translation>Wählen Sie eine in der Leiste oben.</translation>
    </message>
    <message>
        <source>This environment has no source of logs.</source>
        <translation>Diese Umgebung hat keine Quelle für Protokolle.</translation>
    </message>
    <message>
        <source>No log records yet.</source>
        <translation>Noch keine Protokolleinträge.</translation>
    </message>
    <message>
        <source>They are shown here as soon as a source sends them.</source>
        <translation>Sie erscheinen hier, sobald eine Quelle sie sendet.</translation>
    </message>
    <message>
        <source>No log records: not connected.</source>
        <translation>Keine Protokolleinträge: nicht verbunden.</translation>
    </message>
    <message>
        <source>No level is chosen.</source>
        <translation>Keine Stufe ist gewählt.</translation>
    </message>
    <message>
        <source>Some levels are not shown.</source>
        <translation>Einige Stufen werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>Only records up to %1 are shown.</source>
        <translation>Nur Einträge bis %1 werden gezeigt.</translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>Nichts passt zu „%1“.</translation>
    </message>
    <message>
        <source>No record to show.</source>
        <translation>Kein Eintrag zu zeigen.</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche löschen</translation>
    </message>
    <message>
        <source>Show records with any text</source>
        <translation>Einträge mit beliebigem Text zeigen</translation>
    </message>
    <message>
        <source>Show all levels</source>
        <translation>Alle Stufen zeigen</translation>
    </message>
    <message>
        <source>Show the records of every level</source>
        <translation>Die Einträge jeder Stufe zeigen</translation>
    </message>
    <message>
        <source>Back to live</source>
        <translation>Zurück zu live</translation>
    </message>
    <message>
        <source>Show records up to now</source>
        <translation>Einträge bis jetzt zeigen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>Das Protokoll ist leer.</translation>
    </message>
    <message>
        <source>Only records of some times are shown.</source>
        <translation>Nur Einträge gewisser Zeiten werden gezeigt.</translation>
    </message>
    <message>
        <source>Show all times</source>
        <translation>Alle Zeiten zeigen</translation>
    </message>
    <message>
        <source>Show the records of any time</source>
        <translation>Einträge jeder Zeit zeigen</translation>
    </message>
</context>
<context>
    <name>foretop::app::LogFilterBar</name>
    <message>
        <source>Logger</source>
        <translation>Logger</translation>
    </message>
    <message>
        <source>Choose the loggers (components) whose records are shown</source>
        <translation>Logger (Komponenten) wählen, deren Einträge gezeigt werden</translation>
    </message>
</context>
<context>
    <name>foretop::app::LogOpener</name>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen …</translation>
    </message>
    <message>
        <source>Open directory…</source>
        <translation>Verzeichnis öffnen …</translation>
    </message>
    <message>
        <source>Open all logs of a directory as one, merged by time</source>
        <translation>Alle Protokolle eines Verzeichnisses als eines öffnen, nach Zeit zusammengeführt</translation>
    </message>
    <message>
        <source>Open log files</source>
        <translation>Protokolldateien öffnen</translation>
    </message>
    <message>
        <source>Logs (*.log *.log.* *.txt *.json *.jsonl *.ndjson *.gz *.zst *.xz *.bz2 *.out *.err);;All files (*)</source>
        <translation>Protokolle (*.log *.log.* *.txt *.json *.jsonl *.ndjson *.gz *.zst *.xz *.bz2 *.out *.err);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open directory of logs</source>
        <translation>Verzeichnis mit Protokollen öffnen</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>Diese vergessen</translation>
    </message>
    <message>
        <source>Open log files, each in a tab, rotated parts of one together</source>
        <translation>Protokolldateien öffnen, jede in einem Reiter, rotierte Teile einer Datei zusammen</translation>
    </message>
</context>
<context>
    <name>foretop::app::LogPane</name>
    <message>
        <source>Log records</source>
        <translation>Protokolleinträge</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Cancel what is under way</source>
        <translation>Laufendes abbrechen</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere Schrift</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Übliche Schriftgröße</translation>
    </message>
    <message>
        <source>More context</source>
        <translation>Mehr Kontext</translation>
    </message>
    <message>
        <source>Show more records around each that matches</source>
        <translation>Mehr Einträge um jeden Treffer zeigen</translation>
    </message>
    <message>
        <source>Less context</source>
        <translation>Weniger Kontext</translation>
    </message>
    <message>
        <source>Show fewer records around each that matches</source>
        <translation>Weniger Einträge um jeden Treffer zeigen</translation>
    </message>
    <message>
        <source>Show in context</source>
        <translation>Im Zusammenhang zeigen</translation>
    </message>
    <message>
        <source>Show all records around the chosen one</source>
        <translation>Alle Einträge um den gewählten zeigen</translation>
    </message>
    <message>
        <source>Highlights…</source>
        <translation>Hervorhebungen …</translation>
    </message>
    <message>
        <source>Choose what is marked in messages, and how</source>
        <translation>Wählen, was in Meldungen hervorgehoben wird, und wie</translation>
    </message>
    <message>
        <source>Go to the histogram</source>
        <translation>Zum Histogramm</translation>
    </message>
    <message>
        <source>Move in the histogram by Left and Right, choose times by Shift and Return</source>
        <translation>Im Histogramm mit Links und Rechts gehen, mit Umschalt und Eingabe Zeiten wählen</translation>
    </message>
    <message>
        <source>No context around records that match.</source>
        <translation>Kein Kontext um Treffer.</translation>
    </message>
    <message>
        <source>Choose a record first.</source>
        <translation>Wählen Sie zuerst einen Eintrag.</translation>
    </message>
    <message>
        <source>1 record of context before and after each that matches.</source>
        <translation>1 Eintrag Kontext vor und nach jedem Treffer.</translation>
    </message>
    <message>
        <source>%1 records of context before and after each that matches.</source>
        <translation>%1 Einträge Kontext vor und nach jedem Treffer.</translation>
    </message>
    <message>
        <source>Values offered are those of the newest %1 records.</source>
        <translation>Angeboten werden die Werte der neuesten %1 Einträge.</translation>
    </message>
</context>
<context>
    <name>foretop::app::LogQueryBar</name>
    <message>
        <source>Search: text, &quot;exact&quot;, /regex/, field:value, a or b, not c</source>
        <translation>Suche: Text, &quot;genau&quot;, /Regex/, feld:wert, a or b, not c</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Show the records that match, such as: timeout level&gt;=error status:5?? not path:/health (Ctrl+F; Ctrl+Space completes)</source>
        <translation>Passende Einträge zeigen, etwa: timeout level&gt;=error status:5?? not path:/health (Strg+F; Strg+Leertaste vervollständigt)</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>Take a saved or earlier query, or save this one</source>
        <translation>Eine gespeicherte oder frühere Abfrage nehmen oder diese speichern</translation>
    </message>
    <message>
        <source>Save this query…</source>
        <translation>Diese Abfrage speichern …</translation>
    </message>
    <message>
        <source>Keep this query under a name</source>
        <translation>Diese Abfrage unter einem Namen behalten</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Frühere</translation>
    </message>
    <message>
        <source>Save query</source>
        <translation>Abfrage speichern</translation>
    </message>
    <message>
        <source>Name of the query:</source>
        <translation>Name der Abfrage:</translation>
    </message>
</context>
<context>
    <name>foretop::app::LogSidePane</name>
    <message>
        <source>Facets, patterns and bookmarks</source>
        <translation>Facetten, Muster und Lesezeichen</translation>
    </message>
    <message>
        <source>Facets</source>
        <translation>Facetten</translation>
    </message>
    <message>
        <source>Values of fields in what is shown</source>
        <translation>Werte von Feldern in dem, was gezeigt wird</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Kinds of messages in what is shown</source>
        <translation>Arten von Meldungen in dem, was gezeigt wird</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Records that you marked</source>
        <translation>Einträge, die Sie markiert haben</translation>
    </message>
</context>
<context>
    <name>foretop::app::LogStatusLine</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel what is under way</source>
        <translation>Laufendes abbrechen</translation>
    </message>
    <message>
        <source>Stop what is under way; what was found stays (Esc)</source>
        <translation>Laufendes anhalten; Gefundenes bleibt (Esc)</translation>
    </message>
</context>
<context>
    <name>foretop::app::LogTabs</name>
    <message>
        <source>Open logs</source>
        <translation>Offene Protokolle</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>What the environment&apos;s feeds send</source>
        <translation>Was die Feeds der Umgebung senden</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>Close this log</source>
        <translation>Dieses Protokoll schließen</translation>
    </message>
</context>
<context>
    <name>foretop::app::LogTally</name>
    <message>
        <source>%1 of 1 record</source>
        <translation>%1 von 1 Eintrag</translation>
    </message>
    <message>
        <source>%1 of %2 records</source>
        <translation>%1 von %2 Einträgen</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 Eintrag</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 Einträge</translation>
    </message>
    <message>
        <source>%1, 1 older one dropped (budget %2)</source>
        <translation>%1, 1 älterer verworfen (Budget %2)</translation>
    </message>
    <message>
        <source>%1, %2 older ones dropped (budget %3)</source>
        <translation>%1, %2 ältere verworfen (Budget %3)</translation>
    </message>
</context>
<context>
    <name>foretop::app::LogTitle</name>
    <message>
        <source>Standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
</context>
<context>
    <name>foretop::app::LogToolBar</name>
    <message>
        <source>Previous error</source>
        <translation>Voriger Fehler</translation>
    </message>
    <message>
        <source>Go to the error before this record</source>
        <translation>Zum Fehler vor diesem Eintrag</translation>
    </message>
    <message>
        <source>Next error</source>
        <translation>Nächster Fehler</translation>
    </message>
    <message>
        <source>Go to the error after this record</source>
        <translation>Zum Fehler nach diesem Eintrag</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Stay with the newest records</source>
        <translation>Bei den neuesten Einträgen bleiben</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>Umbrechen</translation>
    </message>
    <message>
        <source>Show messages whole, on as many lines as they need</source>
        <translation>Meldungen ganz zeigen, in so vielen Zeilen wie nötig</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show all of the chosen record below</source>
        <translation>Den gewählten Eintrag ganz darunter zeigen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose the columns that are shown</source>
        <translation>Die gezeigten Spalten wählen</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Show how many records there were over time</source>
        <translation>Zeigen, wie viele Einträge es wann gab</translation>
    </message>
    <message>
        <source>Side pane</source>
        <translation>Seitenbereich</translation>
    </message>
    <message>
        <source>Show facets, patterns and bookmarks beside the records</source>
        <translation>Facetten, Muster und Lesezeichen neben den Einträgen zeigen</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Show times in UTC, not in local time</source>
        <translation>Zeiten in UTC statt in Ortszeit zeigen</translation>
    </message>
</context>
<context>
    <name>foretop::app::LogView</name>
    <message>
        <source>Go to the newest records and follow them (End)</source>
        <translation>Zu den neuesten Einträgen springen und ihnen folgen (Ende)</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>%1 new records: go to the end</source>
        <translation>%1 neue Einträge: zum Ende</translation>
    </message>
</context>
<context>
    <name>foretop::app::LogsPage</name>
    <message>
        <source>Logs</source>
        <translation>Protokolle</translation>
    </message>
    <message>
        <source>New tab</source>
        <translation>Neuer Reiter</translation>
    </message>
    <message>
        <source>Show this log in another tab, with a query of its own</source>
        <translation>Dieses Protokoll in einem weiteren Reiter mit eigener Abfrage zeigen</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>Reiter schließen</translation>
    </message>
    <message>
        <source>Close this log; the live one always stays</source>
        <translation>Dieses Protokoll schließen; Live bleibt immer</translation>
    </message>
    <message>
        <source>Next log</source>
        <translation>Nächstes Protokoll</translation>
    </message>
    <message>
        <source>Show the tab to the right</source>
        <translation>Den Reiter rechts davon zeigen</translation>
    </message>
    <message>
        <source>Previous log</source>
        <translation>Voriges Protokoll</translation>
    </message>
    <message>
        <source>Show the tab to the left</source>
        <translation>Den Reiter links davon zeigen</translation>
    </message>
    <message>
        <source>Merge logs…</source>
        <translation>Protokolle zusammenführen …</translation>
    </message>
    <message>
        <source>Show several open logs as one, by time</source>
        <translation>Mehrere offene Protokolle als eines zeigen, nach Zeit</translation>
    </message>
    <message>
        <source>Split side by side</source>
        <translation>Nebeneinander teilen</translation>
    </message>
    <message>
        <source>Show this log a second time beside it, with a query of its own</source>
        <translation>Dieses Protokoll ein zweites Mal daneben zeigen, mit eigener Abfrage</translation>
    </message>
    <message>
        <source>Split one above the other</source>
        <translation>Übereinander teilen</translation>
    </message>
    <message>
        <source>Show this log a second time below it, with a query of its own</source>
        <translation>Dieses Protokoll ein zweites Mal darunter zeigen, mit eigener Abfrage</translation>
    </message>
    <message>
        <source>Close this half</source>
        <translation>Diese Hälfte schließen</translation>
    </message>
    <message>
        <source>Close the half of a split log that has the keyboard</source>
        <translation>Die Hälfte eines geteilten Protokolls schließen, die die Tastatur hat</translation>
    </message>
    <message numerus="yes">
        <source>%n log(s) are open, which is as many as can be. Close one to open another.</source>
        <translation>
            <numerusform>%n Protokoll ist offen, mehr sind nicht möglich. Schließen Sie eines, um ein anderes zu öffnen.</numerusform>
            <numerusform>%n Protokolle sind offen, mehr sind nicht möglich. Schließen Sie eines, um ein anderes zu öffnen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretop::app::MainWindow</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Show the page %1</source>
        <translation>Die Seite %1 zeigen</translation>
    </message>
    <message>
        <source>%1 – Foretop</source>
        <translation>%1 – Foretop</translation>
    </message>
    <message>
        <source>%1 refused the connection: %2</source>
        <translation>%1 hat die Verbindung abgewiesen: %2</translation>
    </message>
</context>
<context>
    <name>foretop::app::MergeDialog</name>
    <message>
        <source>Merge logs</source>
        <translation>Protokolle zusammenführen</translation>
    </message>
    <message>
        <source>Logs to merge</source>
        <translation>Zusammenzuführende Protokolle</translation>
    </message>
    <message>
        <source>&amp;Merge</source>
        <translation>&amp;Zusammenführen</translation>
    </message>
    <message>
        <source>Show these logs as one, by time, with the source of each record:</source>
        <translation>Diese Protokolle als eines zeigen, nach Zeit, mit der Quelle jedes Eintrags:</translation>
    </message>
</context>
<context>
    <name>foretop::app::MessageBanner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message numerus="yes">
        <source>%1 (and %n other(s))</source>
        <translation>
            <numerusform>%1 (und %n weitere)</numerusform>
            <numerusform>%1 (und %n weitere)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretop::app::MetricsPage</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Metriken</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Choose a dashboard</source>
        <translation>Eine Übersicht wählen</translation>
    </message>
    <message>
        <source>Drag over a chart to look at that time, double-click to go live</source>
        <translation>Über ein Diagramm ziehen zeigt diese Zeit, Doppelklick führt zurück zu live</translation>
    </message>
    <message>
        <source>All metrics</source>
        <translation>Alle Metriken</translation>
    </message>
    <message>
        <source>Show or hide the list of all metric families</source>
        <translation>Die Liste aller Metrikfamilien zeigen oder verbergen</translation>
    </message>
</context>
<context>
    <name>foretop::app::MomentDialog</name>
    <message>
        <source>Go to time</source>
        <translation>Zu einer Zeit gehen</translation>
    </message>
    <message>
        <source>&amp;Moment (UTC)</source>
        <translation>&amp;Zeitpunkt (UTC)</translation>
    </message>
    <message>
        <source>&amp;Moment</source>
        <translation>&amp;Zeitpunkt</translation>
    </message>
</context>
<context>
    <name>foretop::app::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>foretop::app::NoticeBanner</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>I have seen it; show it no more</source>
        <translation>Gesehen; nicht mehr zeigen</translation>
    </message>
</context>
<context>
    <name>foretop::app::OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Each check will have its tile here</source>
        <translation>Hier wird jede Prüfung ihre Kachel haben</translation>
    </message>
    <message>
        <source>No errors in what was received</source>
        <translation>Keine Fehler unter dem, was empfangen wurde</translation>
    </message>
    <message>
        <source>No job runs or waits</source>
        <translation>Kein Job läuft oder wartet</translation>
    </message>
    <message>
        <source>No environment is open</source>
        <translation>Keine Umgebung ist geöffnet</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>Stand %1</translation>
    </message>
</context>
<context>
    <name>foretop::app::PageActions</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>foretop::app::PaneAnalysis</name>
    <message>
        <source>Counting… %1 %</source>
        <translation>Wird gezählt … %1 %</translation>
    </message>
</context>
<context>
    <name>foretop::app::PaneWork</name>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Searching %1 records/s</source>
        <translation>Suche %1 Einträge/s</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>Schreiben %1</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Lesen %1</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>foretop::app::PatternDelegate</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>foretop::app::PatternModel</name>
    <message>
        <source>%1
%2
First: %3
Last: %4</source>
        <translation>%1
%2
Erster: %3
Letzter: %4</translation>
    </message>
</context>
<context>
    <name>foretop::app::PatternPane</name>
    <message>
        <source>Message patterns</source>
        <translation>Muster von Meldungen</translation>
    </message>
    <message>
        <source>No messages.</source>
        <translation>Keine Meldungen.</translation>
    </message>
    <message>
        <source>Filter by pattern</source>
        <translation>Nach Muster filtern</translation>
    </message>
    <message>
        <source>Show the records of this pattern alone</source>
        <translation>Nur Einträge dieses Musters zeigen</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Go to the first record of this pattern</source>
        <translation>Zum ersten Eintrag dieses Musters gehen</translation>
    </message>
    <message>
        <source>Partial: there are more than %1 patterns; %2 records are of none of these.</source>
        <translation>Unvollständig: Es gibt mehr als %1 Muster; %2 Einträge gehören zu keinem davon.</translation>
    </message>
    <message>
        <source>Looking for patterns…</source>
        <translation>Muster werden gesucht …</translation>
    </message>
</context>
<context>
    <name>foretop::app::PreferencesDialog</name>
    <message>
        <source>Show times in &amp;UTC</source>
        <translation>Zeiten in &amp;UTC zeigen</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>Light, dark, or as the desktop is</source>
        <translation>Hell, dunkel oder wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>&amp;Text size of logs</source>
        <translation>&amp;Textgröße der Protokolle</translation>
    </message>
    <message>
        <source>In all log views</source>
        <translation>In allen Protokollansichten</translation>
    </message>
    <message>
        <source>Times of log records in UTC rather than in local time</source>
        <translation>Zeiten von Protokolleinträgen in UTC statt in Ortszeit</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>&amp;Memory for live logs</source>
        <translation>&amp;Speicher für Live-Protokolle</translation>
    </message>
    <message>
        <source>When it is full, the oldest records are dropped</source>
        <translation>Ist er voll, werden die ältesten Einträge verworfen</translation>
    </message>
    <message>
        <source>Another memory bound counts from when an environment is opened next.</source>
        <translation>Eine andere Speichergrenze gilt, sobald das nächste Mal eine Umgebung geöffnet wird.</translation>
    </message>
</context>
<context>
    <name>foretop::app::QueryEdit</name>
    <message>
        <source>What can be written here</source>
        <translation>Was hier stehen kann</translation>
    </message>
</context>
<context>
    <name>foretop::app::RecordNavigator</name>
    <message>
        <source>There is no later error.</source>
        <translation>Einen späteren Fehler gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no earlier error.</source>
        <translation>Einen früheren Fehler gibt es nicht.</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>Mark the chosen record, or remove its mark</source>
        <translation>Den gewählten Eintrag markieren oder nicht mehr</translation>
    </message>
    <message>
        <source>Note on bookmark…</source>
        <translation>Notiz zum Lesezeichen …</translation>
    </message>
    <message>
        <source>Mark the chosen record and write a note to it</source>
        <translation>Den gewählten Eintrag markieren und eine Notiz dazu schreiben</translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation>Nächstes Lesezeichen</translation>
    </message>
    <message>
        <source>Go to the bookmark after this record</source>
        <translation>Zum Lesezeichen nach diesem Eintrag gehen</translation>
    </message>
    <message>
        <source>Previous bookmark</source>
        <translation>Voriges Lesezeichen</translation>
    </message>
    <message>
        <source>Go to the bookmark before this record</source>
        <translation>Zum Lesezeichen vor diesem Eintrag gehen</translation>
    </message>
    <message>
        <source>Go to time…</source>
        <translation>Zu einer Zeit …</translation>
    </message>
    <message>
        <source>Go to the first record at or after a moment</source>
        <translation>Zum ersten Eintrag an oder nach einem Zeitpunkt gehen</translation>
    </message>
    <message>
        <source>Go to line…</source>
        <translation>Zu einer Zeile …</translation>
    </message>
    <message>
        <source>Go to the record of a line of the file, or by its number</source>
        <translation>Zum Eintrag einer Zeile der Datei gehen, oder nach seiner Nummer</translation>
    </message>
    <message>
        <source>No record at that time or later is shown.</source>
        <translation>Zu dieser Zeit oder später wird kein Eintrag gezeigt.</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Zu einer Zeile gehen</translation>
    </message>
    <message>
        <source>Number of the line in the file, from 1:</source>
        <translation>Nummer der Zeile in der Datei, ab 1:</translation>
    </message>
    <message>
        <source>There is no line %1, or neither its record nor a later one is shown.</source>
        <translation>Zeile %1 gibt es nicht, oder weder ihr Eintrag noch ein späterer wird angezeigt.</translation>
    </message>
    <message>
        <source>Number of the record, from 1:</source>
        <translation>Nummer des Eintrags, ab 1:</translation>
    </message>
    <message>
        <source>No record %1 or later is shown.</source>
        <translation>Eintrag %1 oder ein späterer wird nicht gezeigt.</translation>
    </message>
    <message>
        <source>Choose a record to mark first.</source>
        <translation>Wählen Sie zuerst einen Eintrag zum Markieren.</translation>
    </message>
    <message>
        <source>The bookmark could not be kept.</source>
        <translation>Das Lesezeichen ließ sich nicht speichern.</translation>
    </message>
    <message>
        <source>There is no later bookmark among what is shown.</source>
        <translation>Unter dem Gezeigten gibt es kein späteres Lesezeichen.</translation>
    </message>
    <message>
        <source>There is no earlier bookmark among what is shown.</source>
        <translation>Unter dem Gezeigten gibt es kein früheres Lesezeichen.</translation>
    </message>
</context>
<context>
    <name>foretop::app::RecordTransfer</name>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen records as text</source>
        <translation>Die gewählten Einträge als Text kopieren</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen records as lines of JSON</source>
        <translation>Die gewählten Einträge als JSON-Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy CSV</source>
        <translation>CSV kopieren</translation>
    </message>
    <message>
        <source>Copy the columns of the chosen records as CSV</source>
        <translation>Die Spalten der gewählten Einträge als CSV kopieren</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Write all records that are shown to a file</source>
        <translation>Alle gezeigten Einträge in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Choose records to copy first.</source>
        <translation>Wählen Sie zuerst Einträge zum Kopieren.</translation>
    </message>
    <message>
        <source>Copied the first %1 records.</source>
        <translation>Die ersten %1 Einträge sind kopiert.</translation>
    </message>
    <message>
        <source>Copied %1 records.</source>
        <translation>%1 Einträge sind kopiert.</translation>
    </message>
    <message>
        <source>Copied 1 record.</source>
        <translation>1 Eintrag ist kopiert.</translation>
    </message>
    <message>
        <source>Wrote %1 records to %2.</source>
        <translation>%1 Einträge nach %2 geschrieben.</translation>
    </message>
    <message>
        <source>Export cancelled; nothing was written.</source>
        <translation>Export abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Export failed: %1</source>
        <translation>Export gescheitert: %1</translation>
    </message>
    <message>
        <source>Copying cancelled; the clipboard stays as it was.</source>
        <translation>Kopieren abgebrochen; die Zwischenablage bleibt, wie sie war.</translation>
    </message>
</context>
<context>
    <name>foretop::app::ServiceText</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Last report</source>
        <translation>Letzte Meldung</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Verfügbarkeit</translation>
    </message>
</context>
<context>
    <name>foretop::app::StackTable</name>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Copy frames</source>
        <translation>Aufrufe kopieren</translation>
    </message>
    <message>
        <source>Copy the chosen frames (%1)</source>
        <translation>Die gewählten Aufrufe kopieren (%1)</translation>
    </message>
</context>
<context>
    <name>foretop::app::TileDelegate</name>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>verfügbar %1</translation>
    </message>
</context>
<context>
    <name>foretop::app::TimeBar</name>
    <message>
        <source>Last %1 min</source>
        <translation>Letzte %1 min</translation>
    </message>
    <message>
        <source>Last %1 h</source>
        <translation>Letzte %1 h</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Moment shown</source>
        <translation>Gezeigter Zeitpunkt</translation>
    </message>
    <message>
        <source>The moment that every page shows; a change pauses</source>
        <translation>Der Zeitpunkt, den alle Seiten zeigen; eine Änderung hält an</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>How much time charts show</source>
        <translation>Wie viel Zeit die Diagramme zeigen</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 · all pages show this moment; Space goes back to live</source>
        <translation>%1 · alle Seiten zeigen diesen Zeitpunkt; die Leertaste führt zurück zu live</translation>
    </message>
</context>
<context>
    <name>foretop::app::TimeRange</name>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>All times</source>
        <translation>Alle Zeiten</translation>
    </message>
    <message>
        <source>Console&apos;s time</source>
        <translation>Zeit der Konsole</translation>
    </message>
    <message>
        <source>Last %1 d</source>
        <translation>Letzte %1 d</translation>
    </message>
    <message>
        <source>Last %1 h</source>
        <translation>Letzte %1 h</translation>
    </message>
    <message>
        <source>Last %1 min</source>
        <translation>Letzte %1 min</translation>
    </message>
</context>
<context>
    <name>foretop::app::TimeRangeButton</name>
    <message>
        <source>Time range</source>
        <translation>Zeitbereich</translation>
    </message>
    <message>
        <source>Choose the times whose records are shown</source>
        <translation>Zeiten wählen, deren Einträge gezeigt werden</translation>
    </message>
    <message>
        <source>Time range: %1</source>
        <translation>Zeitbereich: %1</translation>
    </message>
    <message>
        <source>From and to…</source>
        <translation>Von und bis …</translation>
    </message>
</context>
<context>
    <name>foretop::app::TimeRangeDialog</name>
    <message>
        <source>Time range (UTC)</source>
        <translation>Zeitbereich (UTC)</translation>
    </message>
    <message>
        <source>Time range</source>
        <translation>Zeitbereich</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>Whether there is such a bound</source>
        <translation>Ob es diese Grenze gibt</translation>
    </message>
</context>
<context>
    <name>foretop::app::TopBar</name>
    <message>
        <source>Appearance and preferences</source>
        <translation>Darstellung und Einstellungen</translation>
    </message>
    <message>
        <source>Light, dark, or as the desktop is; preferences</source>
        <translation>Hell, dunkel oder wie die Arbeitsumgebung; Einstellungen</translation>
    </message>
</context>
<context>
    <name>foretop::app::ValueFilterButton</name>
    <message>
        <source>Search in %1</source>
        <translation>Suche in %1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>%1: %2 chosen</source>
        <translation>%1: %2 gewählt</translation>
    </message>
    <message>
        <source>Choose none, so that the records of all are shown</source>
        <translation>Keinen wählen, so dass die Einträge aller gezeigt werden</translation>
    </message>
</context>
</TS>
