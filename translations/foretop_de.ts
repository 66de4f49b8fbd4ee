<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BuilderTexts</name>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>rate per second</source>
        <translation>Rate pro Sekunde</translation>
    </message>
    <message>
        <source>increase</source>
        <translation>Zunahme</translation>
    </message>
    <message>
        <source>change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>average over time</source>
        <translation>Mittelwert über die Zeit</translation>
    </message>
    <message>
        <source>least over time</source>
        <translation>kleinster Wert über die Zeit</translation>
    </message>
    <message>
        <source>greatest over time</source>
        <translation>größter Wert über die Zeit</translation>
    </message>
    <message>
        <source>p%1 (percentile)</source>
        <translation>p%1 (Perzentil)</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>rate of count</source>
        <translation>Rate der Anzahl</translation>
    </message>
    <message>
        <source>buckets (heat map)</source>
        <translation>Buckets (Heatmap)</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>average</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>least</source>
        <translation>kleinster Wert</translation>
    </message>
    <message>
        <source>greatest</source>
        <translation>größter Wert</translation>
    </message>
    <message>
        <source>each series</source>
        <translation>jede Zeitreihe</translation>
    </message>
</context>
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
    <name>FamilyPanel</name>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
</context>
<context>
    <name>FamilyTypeText</name>
    <message>
        <source>counter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>gauge</source>
        <translation>gauge</translation>
    </message>
    <message>
        <source>histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>gauge histogram</source>
        <translation>gauge-Histogramm</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>state set</source>
        <translation>Zustandsmenge</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
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
    <name>PanelTexts</name>
    <message>
        <source>Time series</source>
        <translation>Zeitreihen</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Single value</source>
        <translation>Einzelwert</translation>
    </message>
    <message>
        <source>Gauge</source>
        <translation>Anzeige</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Flächen</translation>
    </message>
    <message>
        <source>Stacked areas</source>
        <translation>Gestapelte Flächen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>Table with values</source>
        <translation>Tabelle mit Werten</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Letzter Wert</translation>
    </message>
    <message>
        <source>Least value</source>
        <translation>Kleinster Wert</translation>
    </message>
    <message>
        <source>Greatest value</source>
        <translation>Größter Wert</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>bytes per second</source>
        <translation>Bytes pro Sekunde</translation>
    </message>
    <message>
        <source>bits per second</source>
        <translation>Bits pro Sekunde</translation>
    </message>
    <message>
        <source>ratio (1 is 100 %)</source>
        <translation>Anteil (1 ist 100 %)</translation>
    </message>
    <message>
        <source>per cent (100 is all)</source>
        <translation>Prozent (100 ist alles)</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>pro Sekunde</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>date and time</source>
        <translation>Datum und Uhrzeit</translation>
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
        <source>Network throughput</source>
        <translation>Durchsatz des Netzes</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Rechner</translation>
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
        <source>context switches</source>
        <translation>Kontextwechsel</translation>
    </message>
    <message>
        <source>forks</source>
        <translation>Forks</translation>
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
        <source>Mean time of a check</source>
        <translation>Mittlere Dauer einer Prüfung</translation>
    </message>
    <message>
        <source>CPU of the agent</source>
        <translation>CPU des Agenten</translation>
    </message>
    <message>
        <source>Memory of the agent</source>
        <translation>Speicher des Agenten</translation>
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
    <message>
        <source>{{&lt;disk_read.device&gt;}} read</source>
        <translation>{{&lt;disk_read.device&gt;}} gelesen</translation>
    </message>
    <message>
        <source>{{&lt;disk_written.device&gt;}} written</source>
        <translation>{{&lt;disk_written.device&gt;}} geschrieben</translation>
    </message>
    <message>
        <source>{{&lt;received.device&gt;}} in</source>
        <translation>{{&lt;received.device&gt;}} ein</translation>
    </message>
    <message>
        <source>{{&lt;sent.device&gt;}} out</source>
        <translation>{{&lt;sent.device&gt;}} aus</translation>
    </message>
    <message>
        <source>API performance</source>
        <translation>API-Leistung</translation>
    </message>
    <message>
        <source>Rates, durations and errors of HTTP and gRPC requests.</source>
        <translation>Raten, Dauern und Fehler von HTTP- und gRPC-Anfragen.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Failed requests</source>
        <translation>Gescheiterte Anfragen</translation>
    </message>
    <message>
        <source>The share of requests that failed on the server&apos;s side: 5xx.</source>
        <translation>Anteil der Anfragen, die auf Seiten des Servers gescheitert sind: 5xx.</translation>
    </message>
    <message>
        <source>Refused requests</source>
        <translation>Abgewiesene Anfragen</translation>
    </message>
    <message>
        <source>The share of requests that were refused as the client&apos;s fault: 4xx.</source>
        <translation>Anteil der Anfragen, die als Fehler des Clients abgewiesen wurden: 4xx.</translation>
    </message>
    <message>
        <source>Mean duration</source>
        <translation>Mittlere Dauer</translation>
    </message>
    <message>
        <source>95 % are faster than</source>
        <translation>95 % sind schneller als</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>In Bearbeitung</translation>
    </message>
    <message>
        <source>Requests by endpoint</source>
        <translation>Anfragen nach Endpunkt</translation>
    </message>
    <message>
        <source>Requests by method</source>
        <translation>Anfragen nach Methode</translation>
    </message>
    <message>
        <source>Requests by status</source>
        <translation>Anfragen nach Status</translation>
    </message>
    <message>
        <source>1xx</source>
        <translation>1xx</translation>
    </message>
    <message>
        <source>2xx</source>
        <translation>2xx</translation>
    </message>
    <message>
        <source>3xx</source>
        <translation>3xx</translation>
    </message>
    <message>
        <source>4xx</source>
        <translation>4xx</translation>
    </message>
    <message>
        <source>5xx</source>
        <translation>5xx</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Duration of requests</source>
        <translation>Dauer der Anfragen</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>greatest</source>
        <translation>größte</translation>
    </message>
    <message>
        <source>Error rate by class</source>
        <translation>Fehlerrate nach Klasse</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>How long requests take</source>
        <translation>Wie lange Anfragen dauern</translation>
    </message>
    <message>
        <source>Slowest endpoints (95 %)</source>
        <translation>Langsamste Endpunkte (95 %)</translation>
    </message>
    <message>
        <source>Slowest endpoints (mean)</source>
        <translation>Langsamste Endpunkte (Mittel)</translation>
    </message>
    <message>
        <source>Requests in flight</source>
        <translation>Anfragen in Bearbeitung</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>in Bearbeitung</translation>
    </message>
    <message>
        <source>Endpoints that fail</source>
        <translation>Endpunkte mit Fehlern</translation>
    </message>
    <message>
        <source>Exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>exceptions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Mean size of a response</source>
        <translation>Mittlere Größe einer Antwort</translation>
    </message>
    <message>
        <source>Jobs and scrapers</source>
        <translation>Jobs und Scraper</translation>
    </message>
    <message>
        <source>Background work: what succeeds and fails, how long it takes and what waits.</source>
        <translation>Hintergrundarbeit: was gelingt und scheitert, wie lange es dauert und was wartet.</translation>
    </message>
    <message>
        <source>Succeeded in 24 hours</source>
        <translation>Gelungen in 24 Stunden</translation>
    </message>
    <message>
        <source>Failed in 24 hours</source>
        <translation>Gescheitert in 24 Stunden</translation>
    </message>
    <message>
        <source>Failure rate</source>
        <translation>Fehlerrate</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Accounts scraped in 24 hours</source>
        <translation>Abgerufene Konten in 24 Stunden</translation>
    </message>
    <message>
        <source>Mean time of a scrape</source>
        <translation>Mittlere Dauer eines Abrufs</translation>
    </message>
    <message>
        <source>Scrapes that fail</source>
        <translation>Gescheiterte Abrufe</translation>
    </message>
    <message>
        <source>Jobs by outcome</source>
        <translation>Jobs nach Ergebnis</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>gelungen</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>retried</source>
        <translation>wiederholt</translation>
    </message>
    <message>
        <source>Share of jobs that fail</source>
        <translation>Anteil gescheiterter Jobs</translation>
    </message>
    <message>
        <source>Duration of jobs</source>
        <translation>Dauer der Jobs</translation>
    </message>
    <message>
        <source>Length of queues</source>
        <translation>Länge der Warteschlangen</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>How long jobs take</source>
        <translation>Wie lange Jobs dauern</translation>
    </message>
    <message>
        <source>Slowest jobs (mean)</source>
        <translation>Langsamste Jobs (Mittel)</translation>
    </message>
    <message>
        <source>Jobs that fail</source>
        <translation>Gescheiterte Jobs</translation>
    </message>
    <message>
        <source>Jobs by name</source>
        <translation>Jobs nach Namen</translation>
    </message>
    <message>
        <source>Running and added</source>
        <translation>Laufend und hinzugefügt</translation>
    </message>
    <message>
        <source>kept as failed</source>
        <translation>als gescheitert behalten</translation>
    </message>
    <message>
        <source>workers</source>
        <translation>Worker</translation>
    </message>
    <message>
        <source>Added against done</source>
        <translation>Hinzugefügt und erledigt</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>Wait in queues</source>
        <translation>Wartezeit in Warteschlangen</translation>
    </message>
    <message>
        <source>Accounts scraped a day, at the rate of the hour</source>
        <translation>Abgerufene Konten pro Tag, nach der Rate der Stunde</translation>
    </message>
    <message>
        <source>accounts a day</source>
        <translation>Konten pro Tag</translation>
    </message>
    <message>
        <source>Time of a scrape</source>
        <translation>Dauer eines Abrufs</translation>
    </message>
    <message>
        <source>Scrapes by account</source>
        <translation>Abrufe nach Konto</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Queries, connections, pools and caches: PostgreSQL, MySQL, Redis, MongoDB and what applications tell of their own.</source>
        <translation>Abfragen, Verbindungen, Pools und Caches: PostgreSQL, MySQL, Redis, MongoDB und was Anwendungen selbst melden.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>PostgreSQL connections</source>
        <translation>PostgreSQL-Verbindungen</translation>
    </message>
    <message>
        <source>PostgreSQL cache hits</source>
        <translation>PostgreSQL-Cache-Treffer</translation>
    </message>
    <message>
        <source>PostgreSQL transactions</source>
        <translation>PostgreSQL-Transaktionen</translation>
    </message>
    <message>
        <source>PostgreSQL size</source>
        <translation>PostgreSQL-Größe</translation>
    </message>
    <message>
        <source>MySQL connections</source>
        <translation>MySQL-Verbindungen</translation>
    </message>
    <message>
        <source>MySQL queries</source>
        <translation>MySQL-Abfragen</translation>
    </message>
    <message>
        <source>Redis memory</source>
        <translation>Redis-Speicher</translation>
    </message>
    <message>
        <source>Redis hits</source>
        <translation>Redis-Treffer</translation>
    </message>
    <message>
        <source>Pool in use</source>
        <translation>Belegung des Pools</translation>
    </message>
    <message>
        <source>Mean time of a query</source>
        <translation>Mittlere Dauer einer Abfrage</translation>
    </message>
    <message>
        <source>Queries</source>
        <translation>Abfragen</translation>
    </message>
    <message>
        <source>Cache hits</source>
        <translation>Cache-Treffer</translation>
    </message>
    <message>
        <source>Time of queries</source>
        <translation>Dauer der Abfragen</translation>
    </message>
    <message>
        <source>Slowest queries (mean)</source>
        <translation>Langsamste Abfragen (Mittel)</translation>
    </message>
    <message>
        <source>Errors of queries</source>
        <translation>Fehler bei Abfragen</translation>
    </message>
    <message>
        <source>errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Connection pool</source>
        <translation>Verbindungspool</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>waiting for one</source>
        <translation>warten auf eine</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>Wait for a connection</source>
        <translation>Warten auf eine Verbindung</translation>
    </message>
    <message>
        <source>No connection in time</source>
        <translation>Keine Verbindung rechtzeitig</translation>
    </message>
    <message>
        <source>timeouts</source>
        <translation>Zeitüberschreitungen</translation>
    </message>
    <message>
        <source>PostgreSQL connections by state</source>
        <translation>PostgreSQL-Verbindungen nach Zustand</translation>
    </message>
    <message>
        <source>committed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>zurückgerollt</translation>
    </message>
    <message>
        <source>PostgreSQL cache hits by database</source>
        <translation>PostgreSQL-Cache-Treffer nach Datenbank</translation>
    </message>
    <message>
        <source>PostgreSQL rows</source>
        <translation>PostgreSQL-Zeilen</translation>
    </message>
    <message>
        <source>fetched</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>inserted</source>
        <translation>eingefügt</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>PostgreSQL deadlocks and conflicts</source>
        <translation>PostgreSQL-Deadlocks und -Konflikte</translation>
    </message>
    <message>
        <source>deadlocks</source>
        <translation>Deadlocks</translation>
    </message>
    <message>
        <source>conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>PostgreSQL statements (mean time)</source>
        <translation>PostgreSQL-Anweisungen (mittlere Dauer)</translation>
    </message>
    <message>
        <source>PostgreSQL longest transaction</source>
        <translation>Längste PostgreSQL-Transaktion</translation>
    </message>
    <message>
        <source>longest</source>
        <translation>längste</translation>
    </message>
    <message>
        <source>PostgreSQL locks</source>
        <translation>PostgreSQL-Sperren</translation>
    </message>
    <message>
        <source>PostgreSQL databases</source>
        <translation>PostgreSQL-Datenbanken</translation>
    </message>
    <message>
        <source>of clients</source>
        <translation>von Clients</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>MySQL commands</source>
        <translation>MySQL-Befehle</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>MySQL buffer pool hits</source>
        <translation>Treffer im MySQL-Buffer-Pool</translation>
    </message>
    <message>
        <source>hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>MySQL mean time of a statement</source>
        <translation>Mittlere Dauer einer MySQL-Anweisung</translation>
    </message>
    <message>
        <source>Lag of replicas</source>
        <translation>Rückstand der Replikate</translation>
    </message>
    <message>
        <source>PostgreSQL</source>
        <translation>PostgreSQL</translation>
    </message>
    <message>
        <source>MySQL</source>
        <translation>MySQL</translation>
    </message>
    <message>
        <source>Redis commands</source>
        <translation>Redis-Befehle</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Redis mean time of a command</source>
        <translation>Mittlere Dauer eines Redis-Befehls</translation>
    </message>
    <message>
        <source>Redis clients</source>
        <translation>Redis-Clients</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>Redis keys</source>
        <translation>Redis-Schlüssel</translation>
    </message>
    <message>
        <source>Redis keys gone</source>
        <translation>Entfallene Redis-Schlüssel</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>evicted</source>
        <translation>verdrängt</translation>
    </message>
    <message>
        <source>MongoDB connections</source>
        <translation>MongoDB-Verbindungen</translation>
    </message>
    <message>
        <source>MongoDB operations</source>
        <translation>MongoDB-Operationen</translation>
    </message>
    <message>
        <source>Cache hits by cache</source>
        <translation>Cache-Treffer nach Cache</translation>
    </message>
    <message>
        <source>CPU, memory, disks and network of a machine, as node_exporter, windows_exporter or a Foretop agent tells them.</source>
        <translation>CPU, Speicher, Datenträger und Netz eines Rechners, wie node_exporter, windows_exporter oder ein Foretop-Agent sie melden.</translation>
    </message>
    <message>
        <source>Load per core</source>
        <translation>Last pro Kern</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>Swap</translation>
    </message>
    <message>
        <source>Root file system</source>
        <translation>Wurzeldateisystem</translation>
    </message>
    <message>
        <source>Uptime</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>CPU by mode</source>
        <translation>CPU nach Modus</translation>
    </message>
    <message>
        <source>Load against cores</source>
        <translation>Last und Kerne</translation>
    </message>
    <message>
        <source>cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Belegter Speicher</translation>
    </message>
    <message>
        <source>Swap in use</source>
        <translation>Belegter Swap</translation>
    </message>
    <message>
        <source>Paging</source>
        <translation>Paging</translation>
    </message>
    <message>
        <source>page faults with disk access</source>
        <translation>Seitenfehler mit Plattenzugriff</translation>
    </message>
    <message>
        <source>pages swapped in</source>
        <translation>Seiten eingelagert</translation>
    </message>
    <message>
        <source>pages swapped out</source>
        <translation>Seiten ausgelagert</translation>
    </message>
    <message>
        <source>Network errors and drops</source>
        <translation>Netzfehler und Verwürfe</translation>
    </message>
    <message>
        <source>{{&lt;receive_errors.device&gt;}} errors in</source>
        <translation>{{&lt;receive_errors.device&gt;}} Fehler ein</translation>
    </message>
    <message>
        <source>{{&lt;send_errors.device&gt;}} errors out</source>
        <translation>{{&lt;send_errors.device&gt;}} Fehler aus</translation>
    </message>
    <message>
        <source>{{&lt;receive_drops.device&gt;}} drops in</source>
        <translation>{{&lt;receive_drops.device&gt;}} verworfen ein</translation>
    </message>
    <message>
        <source>{{&lt;send_drops.device&gt;}} drops out</source>
        <translation>{{&lt;send_drops.device&gt;}} verworfen aus</translation>
    </message>
    <message>
        <source>TCP segments sent again</source>
        <translation>Erneut gesendete TCP-Segmente</translation>
    </message>
    <message>
        <source>sent again</source>
        <translation>erneut gesendet</translation>
    </message>
    <message>
        <source>Disk operations</source>
        <translation>Operationen der Datenträger</translation>
    </message>
    <message>
        <source>{{&lt;disk_reads.device&gt;}} reads</source>
        <translation>{{&lt;disk_reads.device&gt;}} Lesevorgänge</translation>
    </message>
    <message>
        <source>{{&lt;disk_writes.device&gt;}} writes</source>
        <translation>{{&lt;disk_writes.device&gt;}} Schreibvorgänge</translation>
    </message>
    <message>
        <source>Inodes in use</source>
        <translation>Belegung der Inodes</translation>
    </message>
    <message>
        <source>Mean time of a disk operation</source>
        <translation>Mittlere Dauer einer Datenträgeroperation</translation>
    </message>
    <message>
        <source>{{&lt;disk_read_time.device&gt;}} read</source>
        <translation>{{&lt;disk_read_time.device&gt;}} lesen</translation>
    </message>
    <message>
        <source>{{&lt;disk_write_time.device&gt;}} write</source>
        <translation>{{&lt;disk_write_time.device&gt;}} schreiben</translation>
    </message>
    <message>
        <source>Time that work waits</source>
        <translation>Wartezeit von Aufgaben</translation>
    </message>
    <message>
        <source>Pressure stall information: the share of time in which at least one task waited.</source>
        <translation>Pressure Stall Information: der Anteil der Zeit, in der mindestens eine Aufgabe wartete.</translation>
    </message>
    <message>
        <source>for CPU</source>
        <translation>auf CPU</translation>
    </message>
    <message>
        <source>for disks</source>
        <translation>auf Datenträger</translation>
    </message>
    <message>
        <source>for memory</source>
        <translation>auf Speicher</translation>
    </message>
    <message>
        <source>Temperature in °C</source>
        <translation>Temperatur in °C</translation>
    </message>
    <message>
        <source>Context switches</source>
        <translation>Kontextwechsel</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Offene Dateien</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>Sockets</translation>
    </message>
    <message>
        <source>TCP in use</source>
        <translation>TCP in Benutzung</translation>
    </message>
    <message>
        <source>TCP closing</source>
        <translation>TCP schließend</translation>
    </message>
    <message>
        <source>UDP in use</source>
        <translation>UDP in Benutzung</translation>
    </message>
    <message>
        <source>Tracked connections</source>
        <translation>Verfolgte Verbindungen</translation>
    </message>
    <message>
        <source>of the limit</source>
        <translation>Anteil an der Grenze</translation>
    </message>
    <message>
        <source>Failed units</source>
        <translation>Gescheiterte Units</translation>
    </message>
    <message>
        <source>Killed for lack of memory</source>
        <translation>Aus Speichermangel beendet</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>Offset of the clock</source>
        <translation>Abweichung der Uhr</translation>
    </message>
    <message>
        <source>offset</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Prometheus self</source>
        <translation>Prometheus selbst</translation>
    </message>
    <message>
        <source>Prometheus and Alertmanager: what they scrape, hold, evaluate and send.</source>
        <translation>Prometheus und Alertmanager: was sie abrufen, halten, auswerten und senden.</translation>
    </message>
    <message>
        <source>Targets up</source>
        <translation>Erreichbare Ziele</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Zeitreihen</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>1: the last one was loaded, 0: it has errors.</source>
        <translation>1: Die letzte wurde geladen, 0: Sie hat Fehler.</translation>
    </message>
    <message>
        <source>Blocks on disk</source>
        <translation>Blöcke auf Datenträgern</translation>
    </message>
    <message>
        <source>Targets down</source>
        <translation>Nicht erreichbare Ziele</translation>
    </message>
    <message>
        <source>Slowest scrapes</source>
        <translation>Langsamste Abrufe</translation>
    </message>
    <message>
        <source>Largest targets</source>
        <translation>Größte Ziele</translation>
    </message>
    <message>
        <source>Samples stored</source>
        <translation>Gespeicherte Messwerte</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Series in memory</source>
        <translation>Zeitreihen im Speicher</translation>
    </message>
    <message>
        <source>series</source>
        <translation>Zeitreihen</translation>
    </message>
    <message>
        <source>chunks</source>
        <translation>Chunks</translation>
    </message>
    <message>
        <source>Series that come and go</source>
        <translation>Zeitreihen, die kommen und gehen</translation>
    </message>
    <message>
        <source>created</source>
        <translation>angelegt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>Samples refused</source>
        <translation>Abgewiesene Messwerte</translation>
    </message>
    <message>
        <source>out of order</source>
        <translation>falsche Reihenfolge</translation>
    </message>
    <message>
        <source>too old or new</source>
        <translation>zu alt oder zu neu</translation>
    </message>
    <message>
        <source>twice</source>
        <translation>doppelt</translation>
    </message>
    <message>
        <source>scrapes over the limit</source>
        <translation>Abrufe über der Grenze</translation>
    </message>
    <message>
        <source>Time between scrapes (p99)</source>
        <translation>Zeit zwischen Abrufen (p99)</translation>
    </message>
    <message>
        <source>Time of queries (p99)</source>
        <translation>Dauer von Abfragen (p99)</translation>
    </message>
    <message>
        <source>Slowest HTTP requests (p95)</source>
        <translation>Langsamste HTTP-Anfragen (p95)</translation>
    </message>
    <message>
        <source>Time of rule groups</source>
        <translation>Dauer von Regelgruppen</translation>
    </message>
    <message>
        <source>Rules that fail</source>
        <translation>Scheiternde Regeln</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>CPU of Prometheus</source>
        <translation>CPU von Prometheus</translation>
    </message>
    <message>
        <source>Memory of Prometheus</source>
        <translation>Speicher von Prometheus</translation>
    </message>
    <message>
        <source>blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>write-ahead log</source>
        <translation>Write-Ahead-Log</translation>
    </message>
    <message>
        <source>Mean time of a compaction</source>
        <translation>Mittlere Dauer einer Kompaktierung</translation>
    </message>
    <message>
        <source>Remote write</source>
        <translation>Remote Write</translation>
    </message>
    <message>
        <source>failed a second</source>
        <translation>gescheitert je Sekunde</translation>
    </message>
    <message>
        <source>Alerts in Alertmanager</source>
        <translation>Alarme im Alertmanager</translation>
    </message>
    <message>
        <source>Notifications of Alertmanager</source>
        <translation>Benachrichtigungen des Alertmanagers</translation>
    </message>
    <message>
        <source>Time of a notification (p95)</source>
        <translation>Dauer einer Benachrichtigung (p95)</translation>
    </message>
    <message>
        <source>Silences</source>
        <translation>Stummschaltungen</translation>
    </message>
    <message>
        <source>What Foretop&apos;s agents themselves do and need.</source>
        <translation>Was die Agenten von Foretop selbst tun und brauchen.</translation>
    </message>
    <message>
        <source>Unhealthy checks</source>
        <translation>Fehlerhafte Prüfungen</translation>
    </message>
    <message>
        <source>Clients</source>
        <translation>Clients</translation>
    </message>
    <message>
        <source>Items lost</source>
        <translation>Verlorene Elemente</translation>
    </message>
    <message>
        <source>Items that clients have not got, in the last hour.</source>
        <translation>Elemente, die Clients in der letzten Stunde nicht erhalten haben.</translation>
    </message>
    <message>
        <source>Time of HTTP requests</source>
        <translation>Dauer von HTTP-Anfragen</translation>
    </message>
    <message>
        <source>State of checks</source>
        <translation>Zustand der Prüfungen</translation>
    </message>
    <message>
        <source>0 unknown, 1 healthy, 2 degraded, 3 unhealthy.</source>
        <translation>0 unbekannt, 1 in Ordnung, 2 beeinträchtigt, 3 fehlerhaft.</translation>
    </message>
    <message>
        <source>Items published</source>
        <translation>Veröffentlichte Elemente</translation>
    </message>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>Items not sent</source>
        <translation>Nicht gesendete Elemente</translation>
    </message>
    <message>
        <source>unsendable</source>
        <translation>nicht sendbar</translation>
    </message>
    <message>
        <source>Log lines read</source>
        <translation>Gelesene Protokollzeilen</translation>
    </message>
    <message>
        <source>of files</source>
        <translation>aus Dateien</translation>
    </message>
    <message>
        <source>of the journal</source>
        <translation>aus dem Journal</translation>
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
    <name>foretop::app::AnnotationWord</name>
    <message>
        <source>restart of %1</source>
        <translation>Neustart von %1</translation>
    </message>
    <message>
        <source>deploy of %1</source>
        <translation>Deployment von %1</translation>
    </message>
    <message>
        <source>alert %1</source>
        <translation>Alarm %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
</context>
<context>
    <name>foretop::app::BarsView</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
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
    <name>foretop::app::CompletionModel</name>
    <message>
        <source>metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>aggregation</source>
        <translation>Aggregation</translation>
    </message>
    <message>
        <source>keyword</source>
        <translation>Schlüsselwort</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>at least four samples: what rate() wants</source>
        <translation>mindestens vier Messwerte: was rate() braucht</translation>
    </message>
    <message>
        <source>the step between two points</source>
        <translation>der Schritt zwischen zwei Punkten</translation>
    </message>
    <message>
        <source>all that is shown</source>
        <translation>alles, was gezeigt wird</translation>
    </message>
</context>
<context>
    <name>foretop::app::CompletionPopup</name>
    <message>
        <source>What can be written here</source>
        <translation>Was hier stehen kann</translation>
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
    <name>foretop::app::DashboardActions</name>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>New dashboard</source>
        <translation>Neues Dashboard</translation>
    </message>
    <message>
        <source>Start a dashboard of your own</source>
        <translation>Ein eigenes Dashboard beginnen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the dashboard; a preset becomes a dashboard of your own</source>
        <translation>Das Dashboard speichern; eine Vorlage wird zu einem eigenen Dashboard</translation>
    </message>
    <message>
        <source>Save as a copy…</source>
        <translation>Als Kopie speichern …</translation>
    </message>
    <message>
        <source>Save what is shown as another dashboard of your own</source>
        <translation>Das Gezeigte als weiteres eigenes Dashboard speichern</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Go back to the dashboard as it was saved</source>
        <translation>Zum gespeicherten Stand des Dashboards zurückkehren</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Give the dashboard another title</source>
        <translation>Dem Dashboard einen anderen Titel geben</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Move the dashboard&apos;s file to the trash</source>
        <translation>Die Datei des Dashboards in den Papierkorb verschieben</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Read a dashboard from a JSON file of Foretop or Grafana</source>
        <translation>Ein Dashboard aus einer JSON-Datei von Foretop oder Grafana lesen</translation>
    </message>
    <message>
        <source>Paste a dashboard</source>
        <translation>Dashboard einfügen</translation>
    </message>
    <message>
        <source>Read a dashboard&apos;s JSON from the clipboard</source>
        <translation>Das JSON eines Dashboards aus der Zwischenablage lesen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Write the dashboard to a file to share it</source>
        <translation>Das Dashboard zum Weitergeben in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Take the last change of the dashboard back</source>
        <translation>Die letzte Änderung des Dashboards zurücknehmen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Zurückgenommenes wiederherstellen</translation>
    </message>
    <message>
        <source>Save the changes of &quot;%1&quot;?</source>
        <translation>Die Änderungen an „%1“ speichern?</translation>
    </message>
    <message>
        <source>They are lost otherwise.</source>
        <translation>Sonst gehen sie verloren.</translation>
    </message>
    <message>
        <source>Another program has changed this dashboard&apos;s file.</source>
        <translation>Ein anderes Programm hat die Datei dieses Dashboards geändert.</translation>
    </message>
    <message>
        <source>Saving replaces what it wrote.</source>
        <translation>Speichern ersetzt, was es geschrieben hat.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>The dashboard could not be saved.</source>
        <translation>Das Dashboard ließ sich nicht speichern.</translation>
    </message>
    <message>
        <source>Title of the dashboard</source>
        <translation>Titel des Dashboards</translation>
    </message>
    <message>
        <source>Save the dashboard</source>
        <translation>Dashboard speichern</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>Rename the dashboard</source>
        <translation>Dashboard umbenennen</translation>
    </message>
    <message>
        <source>Remove the dashboard &quot;%1&quot;?</source>
        <translation>Das Dashboard „%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its file %1 goes to the trash.</source>
        <translation>Seine Datei %1 kommt in den Papierkorb.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>There is no trash for this file. Remove it for good?</source>
        <translation>Für diese Datei gibt es keinen Papierkorb. Endgültig entfernen?</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Endgültig entfernen</translation>
    </message>
    <message>
        <source>The dashboard could not be removed.</source>
        <translation>Das Dashboard ließ sich nicht entfernen.</translation>
    </message>
    <message>
        <source>Another program has changed the file of &quot;%1&quot;.</source>
        <translation>Ein anderes Programm hat die Datei von „%1“ geändert.</translation>
    </message>
    <message>
        <source>You have changes that are not saved.</source>
        <translation>Es gibt ungespeicherte Änderungen.</translation>
    </message>
    <message>
        <source>Show the file</source>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Keep my changes</source>
        <translation>Meine Änderungen behalten</translation>
    </message>
</context>
<context>
    <name>foretop::app::DashboardEdit</name>
    <message>
        <source>Add panel %1</source>
        <translation>Panel %1 hinzufügen</translation>
    </message>
    <message>
        <source>Change panel %1</source>
        <translation>Panel %1 ändern</translation>
    </message>
    <message>
        <source>Remove panel %1</source>
        <translation>Panel %1 entfernen</translation>
    </message>
    <message>
        <source>Arrange panels</source>
        <translation>Panels anordnen</translation>
    </message>
    <message>
        <source>Rename the dashboard</source>
        <translation>Dashboard umbenennen</translation>
    </message>
    <message>
        <source>Change variables</source>
        <translation>Variablen ändern</translation>
    </message>
</context>
<context>
    <name>foretop::app::DashboardGrid</name>
    <message>
        <source>Move the panel left</source>
        <translation>Panel nach links verschieben</translation>
    </message>
    <message>
        <source>Make the panel narrower</source>
        <translation>Panel schmaler machen</translation>
    </message>
    <message>
        <source>Move the panel right</source>
        <translation>Panel nach rechts verschieben</translation>
    </message>
    <message>
        <source>Make the panel wider</source>
        <translation>Panel breiter machen</translation>
    </message>
    <message>
        <source>Move the panel up</source>
        <translation>Panel nach oben verschieben</translation>
    </message>
    <message>
        <source>Make the panel lower</source>
        <translation>Panel niedriger machen</translation>
    </message>
    <message>
        <source>Move the panel down</source>
        <translation>Panel nach unten verschieben</translation>
    </message>
    <message>
        <source>Make the panel higher</source>
        <translation>Panel höher machen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>foretop::app::DashboardPicker</name>
    <message>
        <source>Search in dashboards</source>
        <translation>In Dashboards suchen</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>Dashboards</translation>
    </message>
    <message>
        <source>For these metrics</source>
        <translation>Für diese Metriken</translation>
    </message>
    <message>
        <source>My dashboards</source>
        <translation>Eigene Dashboards</translation>
    </message>
</context>
<context>
    <name>foretop::app::DashboardTransfer</name>
    <message>
        <source>Dashboard</source>
        <translation>Dashboard</translation>
    </message>
    <message>
        <source>The dashboard could not be imported.</source>
        <translation>Das Dashboard ließ sich nicht importieren.</translation>
    </message>
    <message>
        <source>The file could not be read.</source>
        <translation>Die Datei ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>Import a dashboard</source>
        <translation>Dashboard importieren</translation>
    </message>
    <message>
        <source>Dashboards %1;;All files (*)</source>
        <translation>Dashboards %1;;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export the dashboard</source>
        <translation>Dashboard exportieren</translation>
    </message>
    <message>
        <source>The dashboard could not be exported.</source>
        <translation>Das Dashboard ließ sich nicht exportieren.</translation>
    </message>
</context>
<context>
    <name>foretop::app::DashboardView</name>
    <message>
        <source>Charts</source>
        <translation>Diagramme</translation>
    </message>
    <message>
        <source>Add this chart to the dashboard</source>
        <translation>Dieses Diagramm zum Dashboard hinzufügen</translation>
    </message>
    <message>
        <source>Close this chart</source>
        <translation>Dieses Diagramm schließen</translation>
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
    <name>foretop::app::ExpressionBuilder</name>
    <message>
        <source>all together</source>
        <translation>alle zusammen</translation>
    </message>
    <message>
        <source>Add &amp;filter</source>
        <translation>&amp;Filter hinzufügen</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>What is shown of the metric</source>
        <translation>Was von der Metrik gezeigt wird</translation>
    </message>
    <message>
        <source>How series are combined</source>
        <translation>Wie Zeitreihen zusammengefasst werden</translation>
    </message>
    <message>
        <source>How series are combined into one, or one a group</source>
        <translation>Wie Zeitreihen zu einer, oder zu einer je Gruppe, zusammengefasst werden</translation>
    </message>
    <message>
        <source>Labels to group by</source>
        <translation>Labels, nach denen gruppiert wird</translation>
    </message>
    <message>
        <source>How many of the largest</source>
        <translation>Wie viele der größten</translation>
    </message>
    <message>
        <source>Only so many of the largest at each moment</source>
        <translation>Nur so viele der größten zu jedem Zeitpunkt</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Show only series with a certain label</source>
        <translation>Nur Zeitreihen mit einem bestimmten Label zeigen</translation>
    </message>
    <message>
        <source>Add a label filter</source>
        <translation>Labelfilter hinzufügen</translation>
    </message>
    <message>
        <source>Written by hand: the builder cannot show this expression. Choosing a metric starts anew.</source>
        <translation>Von Hand geschrieben: Der Baukasten kann diesen Ausdruck nicht zeigen. Die Wahl einer Metrik beginnt neu.</translation>
    </message>
    <message>
        <source>&amp;Metric</source>
        <translation>&amp;Metrik</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>Zei&amp;gen</translation>
    </message>
    <message>
        <source>Combine</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Größte</translation>
    </message>
</context>
<context>
    <name>foretop::app::ExpressionEdit</name>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Expression, such as: rate(http_requests_total[$__rate_interval])</source>
        <translation>Ausdruck, etwa: rate(http_requests_total[$__rate_interval])</translation>
    </message>
    <message>
        <source>What is drawn, in PromQL (Ctrl+Space completes)</source>
        <translation>Was gezeichnet wird, in PromQL (Strg+Leertaste vervollständigt)</translation>
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
    <name>foretop::app::FamilyDetail</name>
    <message>
        <source>%1
Double-click: chart only series with it.</source>
        <translation>%1
Doppelklick: nur Zeitreihen damit im Diagramm zeigen.</translation>
    </message>
    <message>
        <source>Values that fewer series have than those above</source>
        <translation>Werte, die weniger Zeitreihen haben als die darüber</translation>
    </message>
    <message>
        <source>&amp;Chart</source>
        <translation>&amp;Diagramm</translation>
    </message>
    <message>
        <source>&amp;Heat map</source>
        <translation>&amp;Heatmap</translation>
    </message>
    <message>
        <source>&amp;Add to dashboard</source>
        <translation>&amp;Zum Dashboard hinzufügen</translation>
    </message>
    <message>
        <source>Chart this metric (Return)</source>
        <translation>Diese Metrik als Diagramm zeigen (Eingabe)</translation>
    </message>
    <message>
        <source>Show this histogram as a heat map</source>
        <translation>Dieses Histogramm als Heatmap zeigen</translation>
    </message>
    <message>
        <source>Add a chart of this metric to the dashboard</source>
        <translation>Ein Diagramm dieser Metrik zum Dashboard hinzufügen</translation>
    </message>
    <message>
        <source>Labels and their most frequent values</source>
        <translation>Labels und ihre häufigsten Werte</translation>
    </message>
    <message>
        <source>Details of the metric</source>
        <translation>Einzelheiten der Metrik</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>&amp;Labels</translation>
    </message>
    <message>
        <source>Last &amp;values</source>
        <translation>Letzte &amp;Werte</translation>
    </message>
    <message>
        <source>Choose a metric to see what is known of it.</source>
        <translation>Wählen Sie eine Metrik, um zu sehen, was über sie bekannt ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n series</source>
        <translation>
            <numerusform>%n Zeitreihe</numerusform>
            <numerusform>%n Zeitreihen</numerusform>
        </translation>
    </message>
    <message>
        <source>Last values</source>
        <translation>Letzte Werte</translation>
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
    <name>foretop::app::FloatingTip</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foretop::app::GaugeView</name>
    <message>
        <source>%1: %2
of %3 to %4</source>
        <translation>%1: %2
von %3 bis %4</translation>
    </message>
</context>
<context>
    <name>foretop::app::HeatMapView</name>
    <message>
        <source>up to %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>over %1</source>
        <translation>über %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No observations at the end</source>
        <translation>Keine Beobachtungen am Ende</translation>
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
    <name>foretop::app::ImportNotesDialog</name>
    <message>
        <source>Import a dashboard</source>
        <translation>Dashboard importieren</translation>
    </message>
    <message numerus="yes">
        <source>%1 with %n panels</source>
        <translation>
            <numerusform>%1 mit %n Panel</numerusform>
            <numerusform>%1 mit %n Panels</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all of it can be shown as it was. This is left out or done differently:</source>
        <translation>Nicht alles lässt sich zeigen, wie es war. Dies entfällt oder wird anders gelöst:</translation>
    </message>
    <message>
        <source>What is left out or done differently</source>
        <translation>Was entfällt oder anders gelöst wird</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
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
    <name>foretop::app::LabelChooser</name>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Choose labels</source>
        <translation>Labels wählen</translation>
    </message>
</context>
<context>
    <name>foretop::app::LabelFilterRow</name>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>The label that is compared</source>
        <translation>Das Label, das verglichen wird</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Equal, not equal, matches or does not match the regular expression</source>
        <translation>Gleich, ungleich, passt oder passt nicht zum regulären Ausdruck</translation>
    </message>
    <message>
        <source>The value that the label is compared with</source>
        <translation>Der Wert, mit dem das Label verglichen wird</translation>
    </message>
    <message>
        <source>Remove this filter</source>
        <translation>Diesen Filter entfernen</translation>
    </message>
</context>
<context>
    <name>foretop::app::LegendEdit</name>
    <message>
        <source>Names of series</source>
        <translation>Namen der Zeitreihen</translation>
    </message>
    <message>
        <source>Names of series: automatic, or such as {{method}} {{code}}</source>
        <translation>Namen der Zeitreihen: automatisch oder etwa {{method}} {{code}}</translation>
    </message>
    <message>
        <source>How series are named; {{label}} stands for a label&apos;s value (Ctrl+Space completes)</source>
        <translation>Wie Zeitreihen heißen; {{label}} steht für den Wert eines Labels (Strg+Leertaste vervollständigt)</translation>
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
    <name>foretop::app::LevelWord</name>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
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
    <name>foretop::app::MetricExplorer</name>
    <message>
        <source>Filter by name and help</source>
        <translation>Nach Name und Hilfe filtern</translation>
    </message>
    <message>
        <source>Filter metrics by name and help</source>
        <translation>Metriken nach Name und Hilfe filtern</translation>
    </message>
    <message>
        <source>Show metrics with all of these words in their name or help</source>
        <translation>Metriken zeigen, in deren Name oder Hilfe alle diese Wörter vorkommen</translation>
    </message>
    <message>
        <source>Filter metrics by type</source>
        <translation>Metriken nach Typ filtern</translation>
    </message>
    <message>
        <source>Show metrics of one type</source>
        <translation>Metriken eines Typs zeigen</translation>
    </message>
    <message>
        <source>all types</source>
        <translation>alle Typen</translation>
    </message>
    <message>
        <source>Metric families</source>
        <translation>Metrikfamilien</translation>
    </message>
    <message>
        <source>Click sorts; a right click chooses columns</source>
        <translation>Klick sortiert; Rechtsklick wählt Spalten</translation>
    </message>
    <message>
        <source>Asking for metrics…</source>
        <translation>Metriken werden abgefragt …</translation>
    </message>
    <message>
        <source>No metrics yet</source>
        <translation>Noch keine Metriken</translation>
    </message>
    <message>
        <source>%1 metrics</source>
        <translation>%1 Metriken</translation>
    </message>
    <message>
        <source>%1 of %2 metrics</source>
        <translation>%1 von %2 Metriken</translation>
    </message>
</context>
<context>
    <name>foretop::app::MetricListModel</name>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Zeitreihen</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
</context>
<context>
    <name>foretop::app::MetricPicker</name>
    <message>
        <source>Search for a metric</source>
        <translation>Nach einer Metrik suchen</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Metrik</translation>
    </message>
    <message>
        <source>Choose a metric by words of its name or help; Down shows all</source>
        <translation>Metrik nach Wörtern aus Name oder Hilfe wählen; Pfeil ab zeigt alle</translation>
    </message>
</context>
<context>
    <name>foretop::app::MetricsPage</name>
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
        <source>All metrics</source>
        <translation>Alle Metriken</translation>
    </message>
    <message>
        <source>Collected here</source>
        <translation>Hier gesammelt</translation>
    </message>
    <message>
        <source>No dashboard</source>
        <translation>Kein Dashboard</translation>
    </message>
    <message>
        <source>Show or hide the list of all metrics</source>
        <translation>Die Liste aller Metriken ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show what happened</source>
        <translation>Zeigen, was geschah</translation>
    </message>
    <message>
        <source>Mark restarts, deploys and alerts in the panels</source>
        <translation>Neustarts, Deployments und Alarme in den Panels markieren</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Move, resize, change, add and remove panels</source>
        <translation>Panels verschieben, ihre Größe ändern, sie bearbeiten, hinzufügen und entfernen</translation>
    </message>
    <message>
        <source>Add panel</source>
        <translation>Panel hinzufügen</translation>
    </message>
    <message>
        <source>Add a panel to the dashboard</source>
        <translation>Dem Dashboard ein Panel hinzufügen</translation>
    </message>
    <message>
        <source>Show all panels</source>
        <translation>Alle Panels zeigen</translation>
    </message>
    <message>
        <source>New dashboard</source>
        <translation>Neues Dashboard</translation>
    </message>
    <message>
        <source>The panel was not added.</source>
        <translation>Das Panel wurde nicht hinzugefügt.</translation>
    </message>
    <message>
        <source>New panel</source>
        <translation>Neues Panel</translation>
    </message>
    <message>
        <source>No environment is open</source>
        <translation>Keine Umgebung ist geöffnet</translation>
    </message>
    <message>
        <source>Looking at what is measured…</source>
        <translation>Wird nachgesehen, was gemessen wird …</translation>
    </message>
    <message>
        <source>No dashboard fits these metrics</source>
        <translation>Kein Dashboard passt zu diesen Metriken</translation>
    </message>
    <message>
        <source>Choose a metric from the list, make a dashboard of your own, or import one.</source>
        <translation>Wählen Sie eine Metrik aus der Liste, legen Sie ein eigenes Dashboard an oder importieren Sie eines.</translation>
    </message>
    <message>
        <source>This dashboard has no panel yet</source>
        <translation>Dieses Dashboard hat noch kein Panel</translation>
    </message>
    <message>
        <source>Add one, or choose a metric from the list and add its chart.</source>
        <translation>Fügen Sie eines hinzu, oder wählen Sie eine Metrik aus der Liste und fügen Sie ihr Diagramm hinzu.</translation>
    </message>
    <message>
        <source>This dashboard cannot be read</source>
        <translation>Dieses Dashboard ist nicht lesbar</translation>
    </message>
    <message>
        <source>Its file is left as it is. Once it is corrected it is shown here.</source>
        <translation>Seine Datei bleibt, wie sie ist. Sobald sie berichtigt ist, wird es hier gezeigt.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Show the folder with the dashboards</source>
        <translation>Den Ordner mit den Dashboards zeigen</translation>
    </message>
    <message>
        <source>The metrics of this source are not known</source>
        <translation>Die Metriken dieser Quelle sind nicht bekannt</translation>
    </message>
    <message>
        <source>Nothing is measured yet</source>
        <translation>Noch wird nichts gemessen</translation>
    </message>
    <message>
        <source>Metrics come from agents, from /metrics pages that Foretop reads itself, and from Prometheus servers. Name them in the profile:</source>
        <translation>Metriken kommen von Agenten, von /metrics-Seiten, die Foretop selbst liest, und von Prometheus-Servern. Nennen Sie diese im Profil:</translation>
    </message>
</context>
<context>
    <name>foretop::app::MetricsToolBar</name>
    <message>
        <source>Drag over a chart to look at that time, double-click to go back</source>
        <translation>Über ein Diagramm ziehen zeigt diese Zeit, Doppelklick führt zurück</translation>
    </message>
    <message>
        <source>unsaved changes</source>
        <translation>ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>updating…</source>
        <translation>wird aktualisiert …</translation>
    </message>
    <message>
        <source>Source of the metrics</source>
        <translation>Quelle der Metriken</translation>
    </message>
    <message>
        <source>Choose where the panels take their values from</source>
        <translation>Wählen, woher die Panels ihre Werte nehmen</translation>
    </message>
    <message>
        <source>More to do with dashboards</source>
        <translation>Mehr zu Dashboards</translation>
    </message>
    <message>
        <source>Dashboard menu</source>
        <translation>Dashboard-Menü</translation>
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
    <message>
        <source>No charts of a machine</source>
        <translation>Keine Diagramme eines Rechners</translation>
    </message>
    <message>
        <source>They stand here when an agent or a node exporter is measured.</source>
        <translation>Sie stehen hier, sobald ein Agent oder ein Node Exporter gemessen wird.</translation>
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
    <name>foretop::app::PanelActions</name>
    <message>
        <source>Copy as PNG</source>
        <translation>Als PNG kopieren</translation>
    </message>
    <message>
        <source>Copy the panel as a picture in pixels</source>
        <translation>Das Panel als Pixelbild kopieren</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>Als SVG kopieren</translation>
    </message>
    <message>
        <source>Copy the panel as a drawing that can be enlarged</source>
        <translation>Das Panel als vergrößerbare Zeichnung kopieren</translation>
    </message>
    <message>
        <source>Copy data as CSV</source>
        <translation>Daten als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy the values that are drawn</source>
        <translation>Die gezeichneten Werte kopieren</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Save the panel as PNG or SVG, or its data as CSV</source>
        <translation>Das Panel als PNG oder SVG speichern oder seine Daten als CSV</translation>
    </message>
    <message>
        <source>Full page</source>
        <translation>Ganze Seite</translation>
    </message>
    <message>
        <source>Show the panel over the whole page, or back in its place</source>
        <translation>Das Panel auf der ganzen Seite zeigen oder wieder an seinem Platz</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Change what the panel shows</source>
        <translation>Ändern, was das Panel zeigt</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Put a copy of the panel on the dashboard</source>
        <translation>Eine Kopie des Panels auf das Dashboard setzen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the panel off the dashboard</source>
        <translation>Das Panel vom Dashboard nehmen</translation>
    </message>
</context>
<context>
    <name>foretop::app::PanelBody</name>
    <message>
        <source>Legend of %1</source>
        <translation>Legende zu %1</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird abgefragt …</translation>
    </message>
    <message>
        <source>No data in this range</source>
        <translation>Keine Daten in diesem Zeitraum</translation>
    </message>
    <message>
        <source>Save the panel %1</source>
        <translation>Panel %1 speichern</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
    <message>
        <source>Data (*.csv)</source>
        <translation>Daten (*.csv)</translation>
    </message>
    <message>
        <source>Save the panel</source>
        <translation>Panel speichern</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 ist nicht schreibbar: %2</translation>
    </message>
</context>
<context>
    <name>foretop::app::PanelEditor</name>
    <message>
        <source>Take the changes (Ctrl+Return)</source>
        <translation>Änderungen übernehmen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Leave the panel as it was (Esc)</source>
        <translation>Das Panel lassen, wie es war (Esc)</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>Panel: %1</source>
        <translation>Panel: %1</translation>
    </message>
    <message numerus="yes">
        <source>An expression is longer than %n characters.</source>
        <translation>
            <numerusform>Ein Ausdruck ist länger als %n Zeichen.</numerusform>
            <numerusform>Ein Ausdruck ist länger als %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The panel was changed. Discard the changes?</source>
        <translation>Das Panel wurde geändert. Änderungen verwerfen?</translation>
    </message>
</context>
<context>
    <name>foretop::app::PanelGrip</name>
    <message>
        <source>Drag to resize (Alt+Shift+arrow keys)</source>
        <translation>Ziehen ändert die Größe (Alt+Umschalt+Pfeiltasten)</translation>
    </message>
    <message>
        <source>Resize the panel</source>
        <translation>Größe des Panels ändern</translation>
    </message>
</context>
<context>
    <name>foretop::app::PanelHeader</name>
    <message>
        <source>Waiting for an answer</source>
        <translation>Wartet auf Antwort</translation>
    </message>
    <message>
        <source>Copy, save and change this panel</source>
        <translation>Dieses Panel kopieren, speichern und ändern</translation>
    </message>
    <message>
        <source>Menu of the panel %1</source>
        <translation>Menü des Panels %1</translation>
    </message>
    <message numerus="yes">
        <source>%n series left out</source>
        <translation>
            <numerusform>%n Zeitreihe ausgelassen</numerusform>
            <numerusform>%n Zeitreihen ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>The panel shows the series with the greatest values</source>
        <translation>Das Panel zeigt die Zeitreihen mit den größten Werten</translation>
    </message>
</context>
<context>
    <name>foretop::app::PanelOptions</name>
    <message>
        <source>Line style</source>
        <translation>Linienstil</translation>
    </message>
    <message>
        <source>How series are drawn</source>
        <translation>Wie Zeitreihen gezeichnet werden</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>What is told of series</source>
        <translation>Was zu Zeitreihen angegeben wird</translation>
    </message>
    <message>
        <source>Value of a series</source>
        <translation>Wert einer Zeitreihe</translation>
    </message>
    <message>
        <source>How a series becomes the one value that is shown and compared</source>
        <translation>Wie aus einer Zeitreihe der eine Wert wird, der gezeigt und verglichen wird</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>What the values are in</source>
        <translation>Worin die Werte angegeben sind</translation>
    </message>
    <message>
        <source>Least value of the axis</source>
        <translation>Kleinster Wert der Achse</translation>
    </message>
    <message>
        <source>Greatest value of the axis</source>
        <translation>Größter Wert der Achse</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Where the values come from; usually what the dashboard shows</source>
        <translation>Woher die Werte kommen; meist das, was das Dashboard zeigt</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Shown beside the title, to say what the panel tells</source>
        <translation>Steht neben dem Titel und sagt, was das Panel zeigt</translation>
    </message>
    <message>
        <source>Most series</source>
        <translation>Zeitreihen höchstens</translation>
    </message>
    <message>
        <source>Only so many series are shown, the largest</source>
        <translation>Nur so viele Zeitreihen werden gezeigt, die größten</translation>
    </message>
    <message>
        <source>Decimals</source>
        <translation>Nachkommastellen</translation>
    </message>
    <message>
        <source>Digits behind the decimal point</source>
        <translation>Stellen nach dem Komma</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Look of the panel</source>
        <translation>Darstellung des Panels</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>L&amp;ines</source>
        <translation>L&amp;inien</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>&amp;Legende</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Wert</translation>
    </message>
    <message>
        <source>Most &amp;series</source>
        <translation>Ma&amp;x. Zeitreihen</translation>
    </message>
    <message>
        <source>&amp;Unit</source>
        <translation>&amp;Einheit</translation>
    </message>
    <message>
        <source>De&amp;cimals</source>
        <translation>&amp;Nachkommastellen</translation>
    </message>
    <message>
        <source>Values &amp;from</source>
        <translation>Werte &amp;von</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>as the dashboard</source>
        <translation>wie das Dashboard</translation>
    </message>
    <message>
        <source>automatic: %1</source>
        <translation>automatisch: %1</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>The least value must be below the greatest.</source>
        <translation>Der kleinste Wert muss unter dem größten liegen.</translation>
    </message>
    <message numerus="yes">
        <source>The description is longer than %n characters.</source>
        <translation>
            <numerusform>Die Beschreibung ist länger als %n Zeichen.</numerusform>
            <numerusform>Die Beschreibung ist länger als %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Two thresholds begin at the same value.</source>
        <translation>Zwei Schwellen beginnen beim selben Wert.</translation>
    </message>
</context>
<context>
    <name>foretop::app::PanelText</name>
    <message>
        <source>Expression %1, column %2: %3</source>
        <translation>Ausdruck %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Expression %1: %2</source>
        <translation>Ausdruck %1: %2</translation>
    </message>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
</context>
<context>
    <name>foretop::app::PanelView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
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
    <name>foretop::app::SeriesLegendLine</name>
    <message>
        <source>+%1</source>
        <translation>+%1</translation>
    </message>
    <message>
        <source>Click to show one alone, Ctrl+click to hide or show it</source>
        <translation>Klick zeigt eine allein, Strg+Klick blendet sie aus oder ein</translation>
    </message>
</context>
<context>
    <name>foretop::app::SeriesLegendModel</name>
    <message>
        <source>%1
Click to show it alone, Ctrl+click to hide or show it</source>
        <translation>%1
Klick zeigt sie allein, Strg+Klick blendet sie aus oder ein</translation>
    </message>
    <message>
        <source>%1, hidden</source>
        <translation>%1, ausgeblendet</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Zeitreihe</translation>
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
    <name>foretop::app::SeriesTableModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Zeitreihe</translation>
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
    <name>foretop::app::StatView</name>
    <message>
        <source>%1: %2
Min %3, max %4, avg %5</source>
        <translation>%1: %2
Min %3, Max %4, Mittel %5</translation>
    </message>
</context>
<context>
    <name>foretop::app::TablePanelView</name>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
</context>
<context>
    <name>foretop::app::TargetEditor</name>
    <message>
        <source>Show this expression in the panel, or keep it without asking it</source>
        <translation>Diesen Ausdruck im Panel zeigen oder ihn behalten, ohne ihn abzufragen</translation>
    </message>
    <message>
        <source>Show or hide the fields to put the expression together</source>
        <translation>Die Felder zum Zusammensetzen des Ausdrucks ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Add another like this</source>
        <translation>Einen weiteren wie diesen hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Foretop does not know this: %1. The Prometheus decides.</source>
        <translation>Foretop kennt dies nicht: %1. Der Prometheus-Server entscheidet.</translation>
    </message>
    <message>
        <source>Expression %1</source>
        <translation>Ausdruck %1</translation>
    </message>
</context>
<context>
    <name>foretop::app::TargetList</name>
    <message>
        <source>&amp;Add expression</source>
        <translation>Ausdruck &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Expressions</source>
        <translation>Ausdrücke</translation>
    </message>
    <message>
        <source>Draw another expression in this panel</source>
        <translation>Einen weiteren Ausdruck in diesem Panel zeichnen</translation>
    </message>
    <message>
        <source>Add expression</source>
        <translation>Ausdruck hinzufügen</translation>
    </message>
</context>
<context>
    <name>foretop::app::ThresholdModel</name>
    <message>
        <source>the lowest</source>
        <translation>der niedrigste</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
</context>
<context>
    <name>foretop::app::ThresholdTable</name>
    <message>
        <source>Add &amp;threshold</source>
        <translation>&amp;Schwelle hinzufügen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>From which value on values are normal, a warning or critical</source>
        <translation>Ab welchem Wert Werte normal, eine Warnung oder kritisch sind</translation>
    </message>
    <message>
        <source>Mark values from a certain one on</source>
        <translation>Werte ab einem bestimmten Wert markieren</translation>
    </message>
    <message>
        <source>Add a threshold</source>
        <translation>Schwelle hinzufügen</translation>
    </message>
    <message>
        <source>Remove the chosen threshold (Del)</source>
        <translation>Die gewählte Schwelle entfernen (Entf)</translation>
    </message>
    <message>
        <source>Remove the threshold</source>
        <translation>Schwelle entfernen</translation>
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
        <source>Choose none, so that all are shown</source>
        <translation>Keinen wählen, so dass alle gezeigt werden</translation>
    </message>
</context>
<context>
    <name>foretop::app::VariableBar</name>
    <message>
        <source>Choose for which %1 the panels show values</source>
        <translation>Wählen, für welche %1 die Panels Werte zeigen</translation>
    </message>
</context>
</TS>
