<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>finer</name>
    <message>
        <source>Show the catalogue</source>
        <translation>Katalog zeigen</translation>
    </message>
    <message>
        <source>The catalogue has what fits {layer} better: {names}.</source>
        <translation>Der Katalog hat, was besser zu {layer} passt: {names}.</translation>
    </message>
    <message>
        <source>No model on this computer fits {layer}. The catalogue has: {names}.</source>
        <translation>Kein Modell auf diesem Computer passt zu {layer}. Der Katalog hat: {names}.</translation>
    </message>
    <message>
        <source>No model on this computer or in the catalogue fits {layer}: choose one anyway, or train one.</source>
        <translation>Kein Modell auf diesem Computer oder im Katalog passt zu {layer}: Wählen Sie trotzdem eines oder trainieren Sie eines.</translation>
    </message>
    <message>
        <source>{band} (the raster has no such band)</source>
        <translation>{band} (das Raster hat keinen solchen Kanal)</translation>
    </message>
    <message>
        <source>No raster is chosen</source>
        <translation>Kein Raster gewählt</translation>
    </message>
    <message>
        <source>All bands</source>
        <translation>Alle Kanäle</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Katalog</translation>
    </message>
    <message>
        <source>Set up now</source>
        <translation>Jetzt einrichten</translation>
    </message>
    <message>
        <source>Those that the model expects</source>
        <translation>Diejenigen, die das Modell erwartet</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Models that come with Finer, and those in your model library</source>
        <translation>Modelle, die mit Finer kommen, und die in Ihrer Modellbibliothek</translation>
    </message>
    <message>
        <source>Try it here…</source>
        <translation>Hier ausprobieren…</translation>
    </message>
    <message>
        <source>Shows the results of several models for the middle of the map, side by side</source>
        <translation>Zeigt die Ergebnisse mehrerer Modelle für die Mitte der Karte nebeneinander</translation>
    </message>
    <message>
        <source>None yet: train or import one</source>
        <translation>Noch keine: trainieren oder importieren Sie eines</translation>
    </message>
    <message>
        <source>{bands}, pixels {ratio} times as fine</source>
        <translation>{bands}, Pixel {ratio}-mal so fein</translation>
    </message>
    <message>
        <source>{size} m</source>
        <translation>{size} m</translation>
    </message>
    <message>
        <source>Network in ONNX</source>
        <translation>Netz in ONNX</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Urheber</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>Name in the library</source>
        <translation>Name in der Bibliothek</translation>
    </message>
    <message>
        <source>this model</source>
        <translation>dieses Modell</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>bikubisch</translation>
    </message>
    <message>
        <source>Left: before. Right: after.</source>
        <translation>Links: vorher. Rechts: nachher.</translation>
    </message>
    <message>
        <source>Not for commercial use</source>
        <translation>Nicht für kommerzielle Nutzung</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>{value} (the model's)</source>
        <translation>{value} (wie im Modell)</translation>
    </message>
    <message>
        <source>{value} (default)</source>
        <translation>{value} (Vorgabe)</translation>
    </message>
    <message>
        <source>{title}: options</source>
        <translation>{title}: Optionen</translation>
    </message>
    <message>
        <source>Options that have no field here, as name=value. Unknown options are rejected when the algorithm runs.</source>
        <translation>Optionen, die hier kein Feld haben, als name=wert. Unbekannte Optionen werden beim Ausführen abgelehnt.</translation>
    </message>
    <message>
        <source>Other options</source>
        <translation>Weitere Optionen</translation>
    </message>
    <message>
        <source>{columns} × {rows} pixels</source>
        <translation>{columns} × {rows} Pixel</translation>
    </message>
    <message>
        <source>The model was trained on pixels of {trained} m and the layer's are {here} m: expect worse results than its metrics say.</source>
        <translation>Das Modell wurde mit Pixeln von {trained} m trainiert, die des Layers haben {here} m: Rechnen Sie mit schlechteren Ergebnissen, als seine Kennzahlen angeben.</translation>
    </message>
    <message>
        <source>The model was trained on {trained} pixels and the layer's are {have}: set Gain so that pixel value × gain + offset is the physical value.</source>
        <translation>Das Modell wurde mit {trained}-Pixeln trainiert, die des Layers sind {have}: Setzen Sie „Gain“ so, dass Pixelwert × Gain + Offset der physikalische Wert ist.</translation>
    </message>
    <message>
        <source>pixels of {size} m</source>
        <translation>Pixel von {size} m</translation>
    </message>
    <message>
        <source>before it is warped to the target grid</source>
        <translation>bevor es auf das Zielraster umprojiziert wird</translation>
    </message>
    <message>
        <source>at most {size} on the disk</source>
        <translation>höchstens {size} auf dem Datenträger</translation>
    </message>
    <message>
        <source>about {time} on {device}, as when it last ran here</source>
        <translation>etwa {time} auf {device}, wie beim letzten Lauf hier</translation>
    </message>
    <message>
        <source>The model expects {wanted} bands ({names}), but this layer provides only a red, green and blue image: choose another model or layer.</source>
        <translation>Das Modell braucht {wanted} Kanäle ({names}), dieser Layer liefert aber nur ein Bild in Rot, Grün und Blau: Wählen Sie ein anderes Modell oder einen anderen Layer.</translation>
    </message>
    <message>
        <source>The model expects {wanted} bands ({names}), and {have} are chosen in Bands.</source>
        <translation>Das Modell braucht {wanted} Kanäle ({names}), unter „Kanäle“ sind {have} gewählt.</translation>
    </message>
    <message>
        <source>about {time} on {device}, estimated by a short test run</source>
        <translation>etwa {time} auf {device}, nach einem kurzen Testlauf geschätzt</translation>
    </message>
    <message>
        <source>By their names, the bands that the model expects are {fitting}, and {chosen} are chosen in Bands.</source>
        <translation>Ihren Namen nach sind {fitting} die Kanäle, die das Modell braucht, unter „Kanäle“ sind aber {chosen} gewählt.</translation>
    </message>
    <message>
        <source>The model expects {wanted} bands ({names}) and the layer has {have}: choose another layer or model, or bands in this order in Bands, such as {example}, which gives it another band in place of {missing}.</source>
        <translation>Das Modell braucht {wanted} Kanäle ({names}), der Layer hat {have}: Wählen Sie einen anderen Layer oder ein anderes Modell, oder unter „Kanäle“ Kanäle in dieser Reihenfolge, etwa {example}; dann steht ein anderer Kanal an der Stelle von {missing}.</translation>
    </message>
    <message>
        <source>The model expects {wanted} bands ({names}) and the layer has {have}: choose them in Bands, in this order, such as {example}.</source>
        <translation>Das Modell braucht {wanted} Kanäle ({names}), der Layer hat {have}: Wählen Sie sie unter „Kanäle“ in dieser Reihenfolge, etwa {example}.</translation>
    </message>
    <message>
        <source>The model expects the bands {names} and the layer's are {found}: choose another layer or model, or, if their names are wrong, set Bands, such as {example}.</source>
        <translation>Das Modell braucht die Kanäle {names}, die des Layers sind {found}: Wählen Sie einen anderen Layer oder ein anderes Modell oder, falls ihre Namen falsch sind, setzen Sie „Kanäle“, etwa {example}.</translation>
    </message>
    <message>
        <source>The layer's band names do not tell whether the bands are {names}, in this order: check, or set Bands.</source>
        <translation>Die Kanalnamen des Layers sagen nicht, ob es {names} in dieser Reihenfolge sind: Prüfen Sie es oder setzen Sie „Kanäle“.</translation>
    </message>
    <message>
        <source>Folder or layer</source>
        <translation>Ordner oder Layer</translation>
    </message>
    <message>
        <source>A product that is unpacked (.SAFE), or one of which a layer is open</source>
        <translation>Ein entpacktes Produkt (.SAFE), oder eines, von dem ein Layer offen ist</translation>
    </message>
    <message>
        <source>Folder of a Sentinel-2 product</source>
        <translation>Ordner eines Sentinel-2-Produkts</translation>
    </message>
    <message>
        <source>Folder (.SAFE)…</source>
        <translation>Ordner (.SAFE)…</translation>
    </message>
    <message>
        <source>{program} cannot be started ({reason}).</source>
        <translation>{program} kann nicht gestartet werden ({reason}).</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to ({reason}): name another one in the environment variable FINER_HOME.</source>
        <translation>In den Ordner {folder} kann nicht geschrieben werden ({reason}): Nennen Sie einen anderen in der Umgebungsvariablen FINER_HOME.</translation>
    </message>
    <message>
        <source>PARTS must be one of {known}.</source>
        <translation>PARTS muss einer dieser Werte sein: {known}.</translation>
    </message>
    <message>
        <source>The folder {folder} in WHEELS does not exist: correct it or leave it blank.</source>
        <translation>Den Ordner {folder} in WHEELS gibt es nicht: Berichtigen Sie ihn oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>Checking the engine</source>
        <translation>Engine wird geprüft</translation>
    </message>
    <message>
        <source>The SR engine is already set up with these packages: there is nothing to do.</source>
        <translation>Die SR-Engine ist mit diesen Paketen schon eingerichtet: Es gibt nichts zu tun.</translation>
    </message>
    <message>
        <source>Another "Set up SR engine" is running (process {pid}): wait until it ends, or cancel it there.</source>
        <translation>„SR-Engine einrichten“ läuft schon an anderer Stelle (Prozess {pid}): Warten Sie, bis es endet, oder brechen Sie es dort ab.</translation>
    </message>
    <message>
        <source>{where} names another engine, which stays in use: {path}.</source>
        <translation>{where} nennt eine andere Engine, die in Gebrauch bleibt: {path}.</translation>
    </message>
    <message>
        <source>The light SR engine is ready: Python {python}, ncnn {ncnn}, {device_name}. It runs models; to train, evaluate and import them, run this again with PARTS set to complete.</source>
        <translation>Die leichte SR-Engine ist bereit: Python {python}, ncnn {ncnn}, {device_name}. Sie wendet Modelle an; um sie zu trainieren, zu bewerten und zu importieren, führen Sie dies noch einmal mit PARTS=complete aus.</translation>
    </message>
    <message>
        <source>The SR engine is ready: Python {python}, torch {torch}, {device_name}.</source>
        <translation>Die SR-Engine ist bereit: Python {python}, torch {torch}, {device_name}.</translation>
    </message>
    <message>
        <source>The engine's packages are installed but do not work ({reason}): set it up with another PYTHON, or report the log.</source>
        <translation>Die Pakete der Engine sind installiert, funktionieren aber nicht ({reason}): Richten Sie sie mit einem anderen PYTHON ein oder melden Sie das Protokoll.</translation>
    </message>
    <message>
        <source>torch {torch} cannot use the graphics card: update the NVIDIA driver (the log may say more), or set REQUIREMENTS to "cpu".</source>
        <translation>torch {torch} kann die Grafikkarte nicht nutzen: Aktualisieren Sie den NVIDIA-Treiber (mehr steht vielleicht im Protokoll) oder setzen Sie REQUIREMENTS auf "cpu".</translation>
    </message>
    <message>
        <source>There is a graphics card that torch {torch} cannot use, so the engine computes on the CPU: update the NVIDIA driver (the log may say more).</source>
        <translation>Es gibt eine Grafikkarte, die torch {torch} nicht nutzen kann, daher rechnet die Engine auf dem Prozessor: Aktualisieren Sie den NVIDIA-Treiber (mehr steht vielleicht im Protokoll).</translation>
    </message>
    <message>
        <source>The installed engine is the complete one and stays complete: PARTS=light removes nothing from it.</source>
        <translation>Die installierte Engine ist die vollständige und bleibt es: PARTS=light entfernt nichts daraus.</translation>
    </message>
    <message>
        <source>The installed engine does not work: it is rebuilt.</source>
        <translation>Die vorhandene Engine funktioniert nicht: Sie wird neu gebaut.</translation>
    </message>
    <message>
        <source>Checking the engine in its place</source>
        <translation>Engine wird an ihrem Platz geprüft</translation>
    </message>
    <message>
        <source>No Python for the engine was found on this computer: uv downloads Python {version}.</source>
        <translation>Auf diesem Computer wurde kein Python für die Engine gefunden: uv lädt Python {version} herunter.</translation>
    </message>
    <message>
        <source>Installing the packages that run models</source>
        <translation>Pakete zum Anwenden von Modellen werden installiert</translation>
    </message>
    <message>
        <source>Installing the other packages</source>
        <translation>Die anderen Pakete werden installiert</translation>
    </message>
    <message>
        <source>Installing torch, the largest part</source>
        <translation>torch, der größte Teil, wird installiert</translation>
    </message>
    <message>
        <source>Using {python} and {installer}.</source>
        <translation>Verwendet werden {python} und {installer}.</translation>
    </message>
    <message>
        <source>Creating the environment</source>
        <translation>Umgebung wird angelegt</translation>
    </message>
    <message>
        <source>No CUDA build of torch was found ({reason}): add an index that has one to pip's configuration, or set REQUIREMENTS to "cpu".</source>
        <translation>Es wurde kein CUDA-Build von torch gefunden ({reason}): Tragen Sie in die Konfiguration von pip einen Index ein, der einen hat, oder setzen Sie REQUIREMENTS auf "cpu".</translation>
    </message>
    <message>
        <source>A CPU build ({build}) was found neither in your own package indexes and folders nor at {index}. Installing the build that your own indexes and folders offer: if it is a CUDA build, it is several gigabytes larger.</source>
        <translation>Ein CPU-Build ({build}) wurde weder in Ihren eigenen Paketindizes und Ordnern noch unter {index} gefunden. Installiert wird der Build, den Ihre eigenen Indizes und Ordner anbieten: Ist es ein CUDA-Build, ist er mehrere Gigabyte größer.</translation>
    </message>
    <message>
        <source>{build} is not there: trying {index} as well.</source>
        <translation>{build} gibt es dort nicht: {index} wird ebenfalls gefragt.</translation>
    </message>
    <message>
        <source>The SR engine ended without a result (exit status {code}; {reason}). The log has the details.</source>
        <translation>Die SR-Engine endete ohne Ergebnis (Exit-Status {code}; {reason}). Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>The installation failed ({line}). The log has the details.</source>
        <translation>Die Installation ist fehlgeschlagen ({line}). Einzelheiten stehen im Protokoll.</translation>
    </message>
    <message>
        <source>The SR engine was ended by the system ({how}), most likely because memory ran out: use a smaller TILE_SIZE, PATCH_SIZE or BATCH_SIZE, or close other programs.</source>
        <translation>Das System hat die SR-Engine beendet ({how}), höchstwahrscheinlich weil der Arbeitsspeicher nicht reichte: Verwenden Sie eine kleinere TILE_SIZE, PATCH_SIZE oder BATCH_SIZE oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>The disk is full ({line}): free disk space in {home}, or name a folder on a larger disk in FINER_HOME.</source>
        <translation>Der Datenträger ist voll ({line}): Schaffen Sie Platz in {home} oder nennen Sie in FINER_HOME einen Ordner auf einem größeren Datenträger.</translation>
    </message>
    <message>
        <source>The package index's certificate is not trusted ({line}): your network probably inspects TLS. Name your organisation's certificate file with "pip config set global.cert FILE", or in SSL_CERT_FILE.</source>
        <translation>Dem Zertifikat des Paketindex wird nicht vertraut ({line}): Ihr Netzwerk untersucht wahrscheinlich TLS-Verbindungen. Nennen Sie die Zertifikatsdatei Ihrer Organisation mit "pip config set global.cert DATEI" oder in SSL_CERT_FILE.</translation>
    </message>
    <message>
        <source>The proxy refused or could not be reached ({line}): correct it in QGIS' options, in HTTPS_PROXY or in pip's configuration.</source>
        <translation>Der Proxy hat abgelehnt oder war nicht erreichbar ({line}): Berichtigen Sie ihn in den QGIS-Optionen, in HTTPS_PROXY oder in der Konfiguration von pip.</translation>
    </message>
    <message>
        <source>The package index requires other credentials ({line}): correct them in pip's configuration.</source>
        <translation>Der Paketindex verlangt andere Zugangsdaten ({line}): Berichtigen Sie sie in der Konfiguration von pip.</translation>
    </message>
    <message>
        <source>A download is damaged ({line}): run it again, or clear the cache of pip or uv.</source>
        <translation>Ein Download ist beschädigt ({line}): Führen Sie es noch einmal aus oder leeren Sie den Cache von pip oder uv.</translation>
    </message>
    <message>
        <source>The package index could not be reached ({line}): check the connection and the proxy in QGIS' options, or name a folder of downloaded packages in WHEELS.</source>
        <translation>Der Paketindex war nicht erreichbar ({line}): Prüfen Sie die Verbindung und den Proxy in den QGIS-Optionen oder nennen Sie in WHEELS einen Ordner mit heruntergeladenen Paketen.</translation>
    </message>
    <message>
        <source>The engine's folder cannot be written to ({line}): name another in FINER_HOME.</source>
        <translation>In den Ordner der Engine kann nicht geschrieben werden ({line}): Nennen Sie in FINER_HOME einen anderen.</translation>
    </message>
    <message>
        <source>A package is not offered for this computer and Python {version} ({line}): check the indexes and their passwords in pip's configuration, or the folder in WHEELS, or choose another PYTHON.</source>
        <translation>Ein Paket wird für diesen Computer und Python {version} nicht angeboten ({line}): Prüfen Sie die Indizes und ihre Passwörter in der Konfiguration von pip oder den Ordner in WHEELS, oder wählen Sie ein anderes PYTHON.</translation>
    </message>
    <message>
        <source>The SR engine crashed in native code ({how}): run it again with DEVICE=cpu, update the graphics driver, or run "Set up SR engine" again. The log shows where it was.</source>
        <translation>Die SR-Engine ist in nativem Code abgestürzt ({how}): Führen Sie sie noch einmal mit DEVICE=cpu aus, aktualisieren Sie den Grafiktreiber oder führen Sie „SR-Engine einrichten“ erneut aus. Das Protokoll zeigt, an welcher Stelle sie war.</translation>
    </message>
    <message>
        <source>The SR engine cannot load a system library ({how}): install the package that has it, which on Windows is the Microsoft Visual C++ Redistributable (https://aka.ms/vs/17/release/vc_redist.x64.exe).</source>
        <translation>Die SR-Engine kann eine Systembibliothek nicht laden ({how}): Installieren Sie das Paket, das sie enthält; unter Windows ist das Microsoft Visual C++ Redistributable (https://aka.ms/vs/17/release/vc_redist.x64.exe).</translation>
    </message>
    <message>
        <source>The SR engine was stopped by another program ({how}): run it again.</source>
        <translation>Die SR-Engine wurde von einem anderen Programm beendet ({how}): Führen Sie sie noch einmal aus.</translation>
    </message>
    <message>
        <source>The SR engine at {python} cannot start ({reason}): run "Set up SR engine" in the Processing toolbox again, or correct FINER_ENGINE_PYTHON or the setting finer/engine_python if that names it.</source>
        <translation>Die SR-Engine in {python} kann nicht starten ({reason}): Führen Sie „SR-Engine einrichten“ in der Werkzeugkiste noch einmal aus, oder berichtigen Sie FINER_ENGINE_PYTHON oder die Einstellung finer/engine_python, falls sie dort angegeben ist.</translation>
    </message>
    <message>
        <source>{folder} could not be moved or removed ({reason}): wait for running jobs, close other QGIS windows, then run "Set up SR engine" again.</source>
        <translation>{folder} konnte nicht verschoben oder entfernt werden ({reason}): Warten Sie auf laufende Aufträge, schließen Sie andere QGIS-Fenster und führen Sie dann „SR-Engine einrichten“ noch einmal aus.</translation>
    </message>
    <message>
        <source>There is a graphics card, which the light SR engine uses with DEVICE set to vulkan; PyTorch uses it too: run "Set up SR engine" with PARTS set to complete.</source>
        <translation>Es gibt eine Grafikkarte, die die leichte SR-Engine mit DEVICE=vulkan nutzt; auch PyTorch nutzt sie: Führen Sie „SR-Engine einrichten“ aus und setzen Sie dort PARTS auf complete.</translation>
    </message>
    <message>
        <source>There is a graphics card, but torch {torch} cannot use it: update the NVIDIA driver.</source>
        <translation>Es gibt eine Grafikkarte, aber torch {torch} kann sie nicht nutzen: Aktualisieren Sie den NVIDIA-Treiber.</translation>
    </message>
    <message>
        <source>There is a graphics card, but torch {torch} is a CPU build: run "Set up SR engine" with REQUIREMENTS set to cuda.</source>
        <translation>Es gibt eine Grafikkarte, aber torch {torch} ist ein CPU-Build: Führen Sie „SR-Engine einrichten“ aus und setzen Sie dort REQUIREMENTS auf cuda.</translation>
    </message>
    <message>
        <source>No Python {oldest} to {newest} was found: install one (from python.org, with your system's packages, or "uv python install") or name one in PYTHON.</source>
        <translation>Es wurde kein Python {oldest} bis {newest} gefunden: Installieren Sie eines (von python.org, mit den Paketen Ihres Systems oder mit "uv python install") oder nennen Sie eines in PYTHON.</translation>
    </message>
    <message>
        <source>{python} cannot make environments, because its venv module is not complete: on Debian and Ubuntu run "sudo apt install python3-venv"; or install uv; or name another Python in PYTHON.</source>
        <translation>{python} kann keine Umgebungen anlegen, weil sein Modul venv unvollständig ist: Führen Sie unter Debian und Ubuntu "sudo apt install python3-venv" aus, installieren Sie uv oder nennen Sie in PYTHON ein anderes Python.</translation>
    </message>
    <message>
        <source>{path} is not a working Python: correct PYTHON or leave it blank.</source>
        <translation>{path} ist kein lauffähiges Python: Berichtigen Sie PYTHON oder lassen Sie es leer.</translation>
    </message>
    <message>
        <source>{python} does not fit: the SR engine needs 64-bit CPython {oldest} to {newest}.</source>
        <translation>{python} passt nicht: Die SR-Engine braucht CPython {oldest} bis {newest} mit 64 Bit.</translation>
    </message>
    <message>
        <source>This tool needs the complete SR engine, with PyTorch (300 MB to download, more for NVIDIA cards). The light one, which is set up, only runs models.</source>
        <translation>Dieses Werkzeug braucht die vollständige SR-Engine mit PyTorch (300 MB Download, mehr für NVIDIA-Karten). Die eingerichtete leichte wendet nur Modelle an.</translation>
    </message>
    <message>
        <source>This model needs the complete SR engine, with PyTorch (300 MB to download, more for NVIDIA cards): the light one, which is set up, runs only convolutional models saved by this version of Finer or a later one.</source>
        <translation>Dieses Modell braucht die vollständige SR-Engine mit PyTorch (300 MB Download, mehr für NVIDIA-Karten): Die eingerichtete leichte wendet nur Faltungsmodelle an, die diese oder eine spätere Version von Finer gespeichert hat.</translation>
    </message>
    <message>
        <source>The SR engine is not set up yet: run "Set up SR engine" in the Processing toolbox, or "qgis_process run finer:setup_engine".</source>
        <translation>Die SR-Engine ist noch nicht eingerichtet: Führen Sie „SR-Engine einrichten“ in der Werkzeugkiste aus oder "qgis_process run finer:setup_engine".</translation>
    </message>
    <message>
        <source>The Python that the SR engine was built on is gone ({path}), perhaps since it was upgraded: run "Set up SR engine" in the Processing toolbox again.</source>
        <translation>Das Python, auf dem die SR-Engine gebaut wurde, ist nicht mehr da ({path}), vielleicht seit einer Aktualisierung: Führen Sie „SR-Engine einrichten“ in der Werkzeugkiste noch einmal aus.</translation>
    </message>
    <message>
        <source>The SR engine, which does the computing, is not set up on this computer yet.</source>
        <translation>Die SR-Engine, die das Rechnen übernimmt, ist auf diesem Computer noch nicht eingerichtet.</translation>
    </message>
    <message>
        <source>{where} names {path} as the SR engine's Python, which is not a program: correct it, or remove it and run "Set up SR engine" in the Processing toolbox.</source>
        <translation>{where} nennt {path} als Python der SR-Engine, und das ist kein Programm: Berichtigen Sie es, oder entfernen Sie es und führen Sie „SR-Engine einrichten“ in der Werkzeugkiste aus.</translation>
    </message>
    <message>
        <source>REQUIREMENTS must be one of {known}.</source>
        <translation>REQUIREMENTS muss einer dieser Werte sein: {known}.</translation>
    </message>
    <message>
        <source>CUDA is not available on macOS: set REQUIREMENTS to "auto", which also uses Apple's GPU.</source>
        <translation>Für macOS gibt es kein CUDA: Setzen Sie REQUIREMENTS auf "auto", das auch die GPU von Apple nutzt.</translation>
    </message>
    <message>
        <source>Installed: the light engine, which runs models, pansharpens and finds scenes. To export tiles, and to train, evaluate or import models, run "Set up SR engine" with PARTS set to complete.</source>
        <translation>Installiert: die leichte Engine, die Modelle anwendet, pansharpent und Szenen findet. Um Kacheln zu exportieren und Modelle zu trainieren, zu bewerten oder zu importieren: Führen Sie „SR-Engine einrichten“ aus und setzen Sie dort PARTS auf complete.</translation>
    </message>
    <message>
        <source>Ready: computes on {device_name}.</source>
        <translation>Bereit: rechnet auf {device_name}.</translation>
    </message>
    <message>
        <source>Not ready.</source>
        <translation>Nicht bereit.</translation>
    </message>
    <message>
        <source>Installed: the complete engine, with PyTorch, which runs all tools.</source>
        <translation>Installiert: die vollständige Engine mit PyTorch, mit der alle Werkzeuge laufen.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Erweiterung</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>The packages belong to another version of Finer: run "Set up SR engine" to update them.</source>
        <translation>Die Pakete gehören zu einer anderen Version von Finer: Führen Sie „SR-Engine einrichten“ aus, um sie zu aktualisieren.</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Interpreter</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden durch</translation>
    </message>
    <message>
        <source>CUDA of torch</source>
        <translation>CUDA von torch</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Graphics cards</source>
        <translation>Grafikkarten</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Eingerichtet</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Installer</source>
        <translation>Installationsprogramm</translation>
    </message>
    <message>
        <source>Plugin folder</source>
        <translation>Ordner der Erweiterung</translation>
    </message>
    <message>
        <source>Folder for engine and models</source>
        <translation>Ordner für Engine und Modelle</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>Freier Speicherplatz</translation>
    </message>
    <message>
        <source>QGIS' Python</source>
        <translation>Python von QGIS</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>SR engine</source>
        <translation>SR-Engine</translation>
    </message>
    <message>
        <source>the default place</source>
        <translation>der übliche Ort</translation>
    </message>
    <message>
        <source>none found by NVIDIA's driver</source>
        <translation>keine vom NVIDIA-Treiber gefunden</translation>
    </message>
    <message>
        <source>not installed: pip is used</source>
        <translation>nicht installiert: pip wird verwendet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>The packages were installed and {package} is not among them: set the engine up on another PYTHON, or report the log.</source>
        <translation>Die Pakete sind installiert, aber {package} ist nicht dabei: Richten Sie die Engine auf einem anderen PYTHON ein, oder melden Sie das Protokoll.</translation>
    </message>
    <message>
        <source>The packages went to {path} instead of {folder}: remove what redirects them (target, prefix or user in pip's configuration) and run it again.</source>
        <translation>Die Pakete sind in {path} statt in {folder} gelandet: Entfernen Sie, was sie umlenkt (target, prefix oder user in der Konfiguration von pip), und führen Sie es noch einmal aus.</translation>
    </message>
    <message>
        <source>The indexes in pip's configuration supplied torch {torch}, which cannot use a graphics card: add an index that has a CUDA build, or set REQUIREMENTS to "cpu".</source>
        <translation>Die Indizes in der Konfiguration von pip lieferten torch {torch}, das keine Grafikkarte nutzen kann: Tragen Sie einen Index ein, der einen CUDA-Build hat, oder setzen Sie REQUIREMENTS auf "cpu".</translation>
    </message>
    <message>
        <source>The SR engine has packages of another version of Finer: run "Set up SR engine" to renew it.</source>
        <translation>Die SR-Engine hat Pakete einer anderen Version von Finer: Führen Sie „SR-Engine einrichten“ aus, um sie zu erneuern.</translation>
    </message>
    <message>
        <source>Set up SR engine</source>
        <translation>SR-Engine einrichten</translation>
    </message>
    <message>
        <source>Installs the SR engine, with or without PyTorch, into its own folder.</source>
        <translation>Installiert die SR-Engine, mit oder ohne PyTorch, in einen eigenen Ordner.</translation>
    </message>
    <message>
        <source>Installs the engine, which does the computing, into its own Python environment: QGIS' Python is not changed.
This is needed once, and again when an update of Finer needs other packages. A working engine is not changed.

The light engine runs models, pansharpens and finds scenes; it is small and is set up in a minute. The complete
engine includes PyTorch; it also exports tiles, trains, evaluates and imports models, and runs diffusion and
ONNX models.

The new engine is built next to the old one and replaces it only after it has passed a test. Cancelling leaves
everything as it was.

Packages come from the sources in your pip configuration (indexes, folders, proxy, certificates), with the
proxy of QGIS' options. uv installs them if it is present, otherwise pip.</source>
        <translation>Installiert die Engine, die die Berechnungen ausführt, in eine eigene Python-Umgebung: Das Python von QGIS wird nicht geändert. Das ist einmal nötig, und wieder, wenn eine Aktualisierung von Finer andere Pakete braucht. Eine funktionierende Engine wird nicht geändert.

Die leichte Engine wendet Modelle an, pansharpent und findet Szenen; sie ist klein und in einer Minute eingerichtet. Die vollständige Engine enthält PyTorch; sie exportiert auch Kacheln, trainiert, bewertet und importiert Modelle und wendet Diffusions- und ONNX-Modelle an.

Die neue Engine wird neben der alten gebaut und ersetzt sie erst nach einem bestandenen Test. Ein Abbruch lässt alles, wie es war.

Pakete kommen aus den Quellen in Ihrer pip-Konfiguration (Indizes, Ordner, Proxy, Zertifikate), mit dem Proxy aus den QGIS-Optionen. uv installiert sie, wenn es vorhanden ist, sonst pip.</translation>
    </message>
    <message>
        <source>SR engine status</source>
        <translation>Zustand der SR-Engine</translation>
    </message>
    <message>
        <source>Reports whether the SR engine works, on which device, and what to do if it does not.</source>
        <translation>Meldet, ob die SR-Engine funktioniert, auf welchem Gerät, und was zu tun ist, wenn nicht.</translation>
    </message>
    <message>
        <source>Tests the SR engine with a real computation and reports whether it works, its device and versions, and what to do if it does not work. Include this text when you report a problem: it contains no passwords.</source>
        <translation>Testet die SR-Engine mit einer echten Berechnung und meldet, ob sie funktioniert, ihr Gerät und ihre Versionen, und was zu tun ist, wenn sie nicht funktioniert. Fügen Sie diesen Text einer Problemmeldung bei: Er enthält keine Passwörter.</translation>
    </message>
    <message>
        <source>light: runs models (80 MB to download, 0.3 GB on the disk). complete: also trains, evaluates and imports them, with PyTorch (300 MB to download, 1.4 GB on the disk; more for NVIDIA cards). auto: the parts that are installed; if none are, light, or complete if the build is set to cuda. A complete engine stays complete.</source>
        <translation>light: wendet Modelle an (80 MB Download, 0,3 GB auf dem Datenträger). complete: trainiert, bewertet und importiert sie auch, mit PyTorch (300 MB Download, 1,4 GB auf dem Datenträger; mehr für NVIDIA-Karten). auto: die installierten Teile; ohne solche light, oder complete, wenn der Build auf cuda gesetzt ist. Eine vollständige Engine bleibt vollständig.</translation>
    </message>
    <message>
        <source>The build of PyTorch in the complete engine. cpu: for any computer. cuda: for an NVIDIA graphics card (several GB). auto: cuda if NVIDIA's driver knows a card, else cpu. On a Mac all use Apple's GPU.</source>
        <translation>Der Build von PyTorch in der vollständigen Engine. cpu: für jeden Computer. cuda: für eine NVIDIA-Grafikkarte (mehrere GB). auto: cuda, wenn der NVIDIA-Treiber eine Karte kennt, sonst cpu. Auf einem Mac nutzen alle die GPU von Apple.</translation>
    </message>
    <message>
        <source>Also install Dask (10 MB), with which large results are computed, and tiles cut, in several processes of this computer or on a cluster. If the engine has Dask already, it stays.</source>
        <translation>Auch Dask installieren (10 MB), mit dem große Ergebnisse in mehreren Prozessen dieses Computers oder auf einem Cluster berechnet und Kacheln dort geschnitten werden. Hat die Engine Dask schon, bleibt es.</translation>
    </message>
    <message>
        <source>Path of a Python 3.11 to 3.14. Blank uses QGIS' own or another one found on this computer.</source>
        <translation>Pfad eines Pythons 3.11 bis 3.14. Leer: das von QGIS oder ein anderes auf diesem Computer gefundenes.</translation>
    </message>
    <message>
        <source>For a computer without internet: a folder with all packages as wheels. Fill it on a computer with the same system and Python version, with "pip download -d FOLDER -r sr_core/requirements.txt" (requirements-light.txt for PARTS=light); for the smaller CPU build on Linux add "--extra-index-url {index}"; for an NVIDIA graphics card add "{gpu}". No other source is used.</source>
        <translation>Für einen Computer ohne Internet: ein Ordner mit allen Paketen als Wheels. Füllen Sie ihn auf einem Computer mit gleichem System und gleicher Python-Version mit "pip download -d ORDNER -r sr_core/requirements.txt" (requirements-light.txt für PARTS=light); für den kleineren CPU-Build unter Linux ergänzen Sie "--extra-index-url {index}", für eine NVIDIA-Grafikkarte "{gpu}". Andere Quellen werden nicht verwendet.</translation>
    </message>
    <message>
        <source>Python of the engine</source>
        <translation>Python der Engine</translation>
    </message>
    <message>
        <source>Path of its interpreter.</source>
        <translation>Pfad des Interpreters.</translation>
    </message>
    <message>
        <source>Device it computes on</source>
        <translation>Gerät, auf dem sie rechnet</translation>
    </message>
    <message>
        <source>cpu, cuda (NVIDIA) or mps (Apple).</source>
        <translation>cpu, cuda (NVIDIA) oder mps (Apple).</translation>
    </message>
    <message>
        <source>Installed parts</source>
        <translation>Installierte Teile</translation>
    </message>
    <message>
        <source>light or complete.</source>
        <translation>light (leicht) oder complete (vollständig).</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installieren</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>Rechnen auf</translation>
    </message>
    <message>
        <source>Several processes and clusters</source>
        <translation>Mehrere Prozesse und Cluster</translation>
    </message>
    <message>
        <source>Python to build on</source>
        <translation>Python, auf dem gebaut wird</translation>
    </message>
    <message>
        <source>Folder of packages (offline)</source>
        <translation>Ordner mit Paketen (offline)</translation>
    </message>
    <message>
        <source>Status (Markdown)</source>
        <translation>Zustand (Markdown)</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>What to do: {address}</source>
        <translation>Was tun: {address}</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was tun?</translation>
    </message>
    <message>
        <source>{algorithm}: cancelled.</source>
        <translation>{algorithm}: abgebrochen.</translation>
    </message>
    <message>
        <source>{kind}: {reason} (the log has the details)</source>
        <translation>{kind}: {reason} (Einzelheiten im Protokoll)</translation>
    </message>
    <message>
        <source>Get SR model</source>
        <translation>SR-Modell holen</translation>
    </message>
    <message>
        <source>Super-resolution</source>
        <translation>Super-Resolution</translation>
    </message>
    <message>
        <source>Downloads a model of the catalogue into the model library.</source>
        <translation>Lädt ein Modell des Katalogs in die Modellbibliothek herunter.</translation>
    </message>
    <message>
        <source>Downloads a published model, or one of your team, and adds it to the model library. It can then be chosen
by its name wherever a model is required.

The catalogue states each model's purpose, author and licence: read them first, since some licences do not
allow commercial use. The file is downloaded with QGIS' proxy settings, checked against its SHA-256 and,
unless it is a model package (.srpk), imported, which needs the complete SR engine. An interrupted download
continues where it stopped.</source>
        <translation>Lädt ein veröffentlichtes Modell oder eines Ihres Teams herunter und nimmt es in die Modellbibliothek auf. Danach kann es überall, wo ein Modell gebraucht wird, mit seinem Namen gewählt werden.

Der Katalog nennt zu jedem Modell Zweck, Urheber und Lizenz: Lesen Sie das zuerst, denn manche Lizenzen erlauben keine kommerzielle Nutzung. Die Datei wird mit den Proxy-Einstellungen von QGIS heruntergeladen, anhand ihrer SHA-256 geprüft und, wenn sie kein Modellpaket (.srpk) ist, importiert, was die vollständige SR-Engine braucht. Ein unterbrochener Download wird an derselben Stelle fortgesetzt.</translation>
    </message>
    <message>
        <source>Path or address (https, http) of your own catalogue. Blank uses the one in Finer's settings. The models of Finer's own catalogue are always available.</source>
        <translation>Pfad oder Adresse (https, http) eines eigenen Katalogs. Leer: der aus den Einstellungen von Finer. Die Modelle des Katalogs von Finer sind immer verfügbar.</translation>
    </message>
    <message>
        <source>SR model</source>
        <translation>SR-Modell</translation>
    </message>
    <message>
        <source>Path of the model package in the model library.</source>
        <translation>Pfad des Modellpakets in der Modellbibliothek.</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Name des Modells</translation>
    </message>
    <message>
        <source>The name by which it can be chosen.</source>
        <translation>Der Name, mit dem es gewählt werden kann.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>The licence under which the model may be used.</source>
        <translation>Die Lizenz, unter der das Modell verwendet werden darf.</translation>
    </message>
    <message>
        <source>Model of the catalogue</source>
        <translation>Modell des Katalogs</translation>
    </message>
    <message>
        <source>Its name in the catalogue:</source>
        <translation>Sein Name im Katalog:</translation>
    </message>
    <message>
        <source>Another catalogue</source>
        <translation>Anderer Katalog</translation>
    </message>
    <message>
        <source>The catalogue {place} is read over http, so others can change it in transit, including the SHA-256 checksums of its models: use its https address if it has one.</source>
        <translation>Der Katalog {place} wird über http gelesen, sodass andere ihn unterwegs ändern können, auch die SHA-256-Prüfsummen seiner Modelle: Nehmen Sie seine https-Adresse, wenn er eine hat.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Advanced parameters, options and list entries are explained in their tooltips.</source>
        <translation>Fortgeschrittene Parameter, Optionen und Listeneinträge werden in ihren Tooltips erklärt.</translation>
    </message>
    <message>
        <source>The model is in a temporary file, which QGIS deletes when it closes, and no copy could be kept ({reason}): save {path} yourself.</source>
        <translation>Das Modell liegt in einer temporären Datei, die QGIS beim Beenden löscht, und eine Kopie war nicht möglich ({reason}): Speichern Sie {path} selbst.</translation>
    </message>
    <message>
        <source>The model is in a temporary file, which QGIS deletes when it closes. A copy is kept: {path}</source>
        <translation>Das Modell liegt in einer temporären Datei, die QGIS beim Beenden löscht. Eine Kopie wird behalten: {path}</translation>
    </message>
    <message>
        <source>{layer} has gaps between its rasters that no nodata value marks: set a nodata value for the raster in the database, or set EXTENT to where the layer has data.</source>
        <translation>{layer} hat Lücken zwischen seinen Rastern, die kein Nodata-Wert kennzeichnet: Setzen Sie in der Datenbank einen Nodata-Wert für das Raster, oder setzen Sie EXTENT dorthin, wo der Layer Daten hat.</translation>
    </message>
    <message>
        <source>{name} and {other} would be written to the same place, {output}: choose another name for one of them.</source>
        <translation>{name} und {other} würden an dieselbe Stelle geschrieben, {output}: Wählen Sie für eines davon einen anderen Namen.</translation>
    </message>
    <message>
        <source>The input {path} was changed or removed while it was read: run again when nothing writes to it.</source>
        <translation>Die Eingabe {path} wurde geändert oder entfernt, während sie gelesen wurde: Starten Sie erneut, wenn nichts mehr darauf schreibt.</translation>
    </message>
    <message>
        <source>{name} {output} would replace the input {input}: choose another name.</source>
        <translation>{name} {output} würde die Eingabe {input} ersetzen: Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{layer} returned no pixels for this extent: check that it shows in the map there, and try again.</source>
        <translation>{layer} lieferte für diese Ausdehnung keine Pixel: Prüfen Sie, ob der Layer dort in der Karte erscheint, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{layer} is read through QGIS: {columns} × {rows} pixels</source>
        <translation>{layer} wird über QGIS gelesen: {columns} × {rows} Pixel</translation>
    </message>
    <message>
        <source>Reading {layer}</source>
        <translation>{layer} wird gelesen</translation>
    </message>
    <message>
        <source>{path} is a VRT whose pixels are computed by code in the file, which GDAL does not run here: save it as a GeoTIFF where it can be read, and use that.</source>
        <translation>{path} ist ein VRT, dessen Pixel von Code in der Datei berechnet werden, den GDAL hier nicht ausführt: Speichern Sie es dort, wo es gelesen werden kann, als GeoTIFF und verwenden Sie dieses.</translation>
    </message>
    <message>
        <source>The pixels of {path} cannot be read ({reason}): it is damaged or incomplete, or refers to a file that is; copy or download it again.</source>
        <translation>Die Pixel von {path} können nicht gelesen werden ({reason}): Die Datei ist beschädigt oder unvollständig oder verweist auf eine solche; kopieren Sie sie noch einmal oder laden Sie sie erneut herunter.</translation>
    </message>
    <message>
        <source>{missing} parts of {layer} could not be fetched from the server ({reason}): try again later, or set EXTENT to where the layer has data.</source>
        <translation>{missing} Teile von {layer} konnten nicht vom Server geladen werden ({reason}): Versuchen Sie es später noch einmal oder setzen Sie EXTENT auf ein Gebiet, in dem der Layer Daten hat.</translation>
    </message>
    <message>
        <source>{missing} parts could not be fetched ({reason}): trying again</source>
        <translation>{missing} Teile konnten nicht geladen werden ({reason}): neuer Versuch</translation>
    </message>
    <message>
        <source>EXTENT does not touch {layer} ({name}).</source>
        <translation>EXTENT berührt {layer} ({name}) nicht.</translation>
    </message>
    <message>
        <source>{layer} ({name}) would be {columns} × {rows} pixels: set a smaller EXTENT or a larger {resolution}.</source>
        <translation>{layer} ({name}) hätte {columns} × {rows} Pixel: Geben Sie eine kleinere EXTENT oder eine größere {resolution} an.</translation>
    </message>
    <message>
        <source>{layer} ({name}) has no pixel size of its own: set EXTENT to the part to fetch and {resolution} to the pixel size.</source>
        <translation>{layer} ({name}) hat keine eigene Pixelgröße: Geben Sie mit EXTENT den Teil an, der geholt werden soll, und mit {resolution} die Pixelgröße.</translation>
    </message>
    <message>
        <source>{name} must be a layer of polygons, which {layer} is not.</source>
        <translation>{name} muss ein Polygonlayer sein, und {layer} ist keiner.</translation>
    </message>
    <message>
        <source>Made by Finer: {job}.</source>
        <translation>Erstellt mit Finer: {job}.</translation>
    </message>
    <message>
        <source>Model: {model}</source>
        <translation>Modell: {model}</translation>
    </message>
    <message>
        <source>Finer {finer}, torch {torch}, {device_name}</source>
        <translation>Finer {finer}, torch {torch}, {device_name}</translation>
    </message>
    <message>
        <source>Residual: {percent} %</source>
        <translation>Restfehler: {percent} %</translation>
    </message>
    <message>
        <source>{layer} has values with a scale or a colour table that cannot be read through QGIS: save it as a GeoTIFF, and use that.</source>
        <translation>{layer} hat Werte mit Skalierung oder Farbtabelle, die sich über QGIS nicht lesen lassen: Speichern Sie den Layer als GeoTIFF und verwenden Sie dieses.</translation>
    </message>
    <message>
        <source>{result} uncertainty</source>
        <translation>{result} Unsicherheit</translation>
    </message>
    <message>
        <source>{coverage} % within ±{value}</source>
        <translation>{coverage} % innerhalb ±{value}</translation>
    </message>
    <message>
        <source>{result} error, {coverage} % within</source>
        <translation>{result} Fehler, {coverage} % innerhalb</translation>
    </message>
    <message>
        <source>{difference} above the input</source>
        <translation>{difference} über der Eingabe</translation>
    </message>
    <message>
        <source>{layer} SR consistency</source>
        <translation>{layer} SR Konsistenz</translation>
    </message>
    <message>
        <source>{layer} SR ×{scale}</source>
        <translation>{layer} SR ×{scale}</translation>
    </message>
    <message>
        <source>as the input</source>
        <translation>wie die Eingabe</translation>
    </message>
    <message>
        <source>{difference} below the input</source>
        <translation>{difference} unter der Eingabe</translation>
    </message>
    <message>
        <source>Adding {name} to the model library</source>
        <translation>{name} wird in die Modellbibliothek aufgenommen</translation>
    </message>
    <message>
        <source>{name}, by {authors}</source>
        <translation>{name}, von {authors}</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Lizenz: {licence}</translation>
    </message>
    <message>
        <source>The model is in your library already: {path}</source>
        <translation>Das Modell ist schon in Ihrer Bibliothek: {path}</translation>
    </message>
    <message>
        <source>The model is in your library: {path}</source>
        <translation>Das Modell ist in Ihrer Bibliothek: {path}</translation>
    </message>
    <message>
        <source>{address} is not the file that the catalogue describes (its SHA-256 differs), and the downloaded copy was deleted. Tell the catalogue's maintainer.</source>
        <translation>{address} ist nicht die Datei, die der Katalog beschreibt (ihre SHA-256 ist eine andere); die heruntergeladene Kopie wurde gelöscht. Informieren Sie den Betreuer des Katalogs.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to ({reason}): set another folder of Finer's files in its settings.</source>
        <translation>In den Ordner {folder} kann nicht geschrieben werden ({reason}): Stellen Sie in den Einstellungen von Finer einen anderen Ordner für seine Dateien ein.</translation>
    </message>
    <message>
        <source>The model library {folder} cannot be written to ({reason}): set another in the settings of Finer.</source>
        <translation>In die Modellbibliothek {folder} kann nicht geschrieben werden ({reason}): Stellen Sie in den Einstellungen von Finer eine andere ein.</translation>
    </message>
    <message>
        <source>This licence does not allow commercial use.</source>
        <translation>Diese Lizenz erlaubt keine kommerzielle Nutzung.</translation>
    </message>
    <message>
        <source>The earlier partial download is of another file: the download starts again.</source>
        <translation>Der frühere Teil-Download gehört zu einer anderen Datei: Der Download beginnt von vorn.</translation>
    </message>
    <message>
        <source>There is not enough disk space for {size} MB in {folder}: delete files on its disk, or set another folder of Finer's files in its settings.</source>
        <translation>In {folder} ist nicht genug Platz für {size} MB: Löschen Sie Dateien auf dem Datenträger oder stellen Sie in den Einstellungen von Finer einen anderen Ordner für seine Dateien ein.</translation>
    </message>
    <message>
        <source>{address} is far larger than the catalogue says, so it is not the file described. Tell the catalogue's maintainer.</source>
        <translation>{address} ist viel größer, als der Katalog angibt, und damit nicht die beschriebene Datei. Informieren Sie den Betreuer des Katalogs.</translation>
    </message>
    <message>
        <source>Downloading {name}: {done} of {size} MB</source>
        <translation>{name} wird heruntergeladen: {done} von {size} MB</translation>
    </message>
    <message>
        <source>{place} is a catalogue for a newer version of Finer: update the plugin.</source>
        <translation>{place} ist ein Katalog für eine neuere Version von Finer: Aktualisieren Sie die Erweiterung.</translation>
    </message>
    <message>
        <source>{place} is not a catalogue of models: it must be JSON with format and models.</source>
        <translation>{place} ist kein Katalog von Modellen: Es muss JSON mit format und models sein.</translation>
    </message>
    <message>
        <source>{place}: the entry {entry} has no valid {field}: correct the catalogue.</source>
        <translation>{place}: Der Eintrag {entry} hat kein gültiges {field}: Korrigieren Sie den Katalog.</translation>
    </message>
    <message>
        <source>The catalogue has no model {name}: choose one of {known}.</source>
        <translation>Der Katalog hat kein Modell {name}: Wählen Sie eines von {known}.</translation>
    </message>
    <message>
        <source>{place} is on a server and names a file, {file}: correct the catalogue.</source>
        <translation>{place} liegt auf einem Server und nennt eine Datei, {file}: Korrigieren Sie den Katalog.</translation>
    </message>
    <message>
        <source>{place} is too large for a catalogue of models: choose another.</source>
        <translation>{place} ist zu groß für einen Katalog von Modellen: Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The catalogue {place} cannot be read ({reason}): name another in the settings of Finer.</source>
        <translation>Der Katalog {place} kann nicht gelesen werden ({reason}): Nennen Sie in den Einstellungen von Finer einen anderen.</translation>
    </message>
    <message>
        <source>{address} could not be downloaded ({reason}): check the connection to {host} and QGIS' proxy settings, and run this again; it continues from where it stopped.</source>
        <translation>{address} konnte nicht heruntergeladen werden ({reason}): Prüfen Sie die Verbindung zu {host} und die Proxy-Einstellungen von QGIS und starten Sie noch einmal; der Download wird dort fortgesetzt, wo er aufgehört hat.</translation>
    </message>
    <message>
        <source>{address} is not there (HTTP {status}): tell the catalogue's maintainer.</source>
        <translation>{address} gibt es nicht (HTTP {status}): Informieren Sie den Betreuer des Katalogs.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read ({reason}).</source>
        <translation>Die Datei {path} kann nicht gelesen werden ({reason}).</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of Finer (package format {format}, this version reads {known}): update the plugin.</source>
        <translation>{path} wurde mit einer neueren Version von Finer erstellt (Paketformat {format}, diese Version liest {known}): Aktualisieren Sie die Erweiterung.</translation>
    </message>
    <message>
        <source>There is no file {path}: choose a model package (.srpk).</source>
        <translation>Die Datei {path} gibt es nicht: Wählen Sie ein Modellpaket (.srpk).</translation>
    </message>
    <message>
        <source>{path} is not a model package (.srpk), or only a part of one: choose another file, or copy it again.</source>
        <translation>{path} ist kein Modellpaket (.srpk) oder nur ein Teil davon: Wählen Sie eine andere Datei oder kopieren Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>{name} cannot be the name of a file: choose another.</source>
        <translation>{name} kann kein Dateiname sein: Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>There is a model {name} already: choose another name.</source>
        <translation>Ein Modell {name} gibt es schon: Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>{name} is {text}, which is not a number: write it like 1000.5.</source>
        <translation>{name} ist {text}, was keine Zahl ist: Schreiben Sie sie wie 1000.5.</translation>
    </message>
    <message>
        <source>{name} is {text}: write {number}, with a decimal point.</source>
        <translation>{name} ist {text}: Schreiben Sie {number}, mit Dezimalpunkt.</translation>
    </message>
    <message>
        <source>{name} is {text}: write {number}, without a separator.</source>
        <translation>{name} ist {text}: Schreiben Sie {number}, ohne Trennzeichen.</translation>
    </message>
    <message>
        <source>{name} must be a whole number.</source>
        <translation>{name} muss eine ganze Zahl sein.</translation>
    </message>
    <message>
        <source>{name} is {text}, whose comma may be a decimal comma: write {number} with a decimal point, or {numbers} with a semicolon.</source>
        <translation>{name} ist {text}, dessen Komma ein Dezimalkomma sein kann: Schreiben Sie {number} mit Dezimalpunkt oder {numbers} mit Strichpunkt.</translation>
    </message>
    <message>
        <source>Blank: the model's own value or, with another {choice}, its default: {defaults}.</source>
        <translation>Leer: der Wert des Modells oder, bei einem anderen {choice}, dessen Voreinstellung: {defaults}.</translation>
    </message>
    <message>
        <source>For example {example}. Blank keeps the defaults:</source>
        <translation>Zum Beispiel {example}. Leer behält die Voreinstellungen:</translation>
    </message>
    <message>
        <source>For example {example}. Blank keeps the model's own values, or with another choice its defaults:</source>
        <translation>Zum Beispiel {example}. Leer behält die Werte des Modells oder, bei einer anderen Auswahl, deren Voreinstellungen:</translation>
    </message>
    <message>
        <source>{value} of {member}</source>
        <translation>{value} bei {member}</translation>
    </message>
    <message>
        <source>Only for {members}.</source>
        <translation>Nur für {members}.</translation>
    </message>
    <message>
        <source>By default {defaults}.</source>
        <translation>Voreinstellung: {defaults}.</translation>
    </message>
    <message>
        <source>{name} cannot be read at {text}: write it like {example}.</source>
        <translation>{name} ist bei {text} nicht lesbar: Schreiben Sie es wie {example}.</translation>
    </message>
    <message>
        <source>{owner} has no option {option}: it has {known}.</source>
        <translation>{owner} hat keine Option {option}, sondern: {known}.</translation>
    </message>
    <message>
        <source>{name} must be one of {known}.</source>
        <translation>{name} muss einer dieser Werte sein: {known}.</translation>
    </message>
    <message>
        <source>{name} is {crs}, which is no coordinate reference system: give one such as EPSG:3035.</source>
        <translation>{name} ist {crs}, was kein Koordinatenbezugssystem ist: geben Sie eines wie EPSG:3035 an.</translation>
    </message>
    <message>
        <source>{name} must be band numbers, such as {example}.</source>
        <translation>{name} muss aus Kanalnummern bestehen, etwa {example}.</translation>
    </message>
    <message>
        <source>{name} must be numbers separated by commas, such as {example}.</source>
        <translation>{name} muss aus Zahlen mit Kommas dazwischen bestehen, etwa {example}.</translation>
    </message>
    <message>
        <source>{name} is {value}, and {other} in {place}: leave one of them out.</source>
        <translation>{name} ist {value}, in {place} aber {other}: Lassen Sie eines davon weg.</translation>
    </message>
    <message>
        <source>{name} must end in {suffix}: {path}</source>
        <translation>{name} muss auf {suffix} enden: {path}</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist: create it or choose another OUTPUT.</source>
        <translation>Den Ordner {folder} gibt es nicht: Legen Sie ihn an oder wählen Sie ein anderes OUTPUT.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to ({reason}): choose another OUTPUT.</source>
        <translation>In den Ordner {folder} kann nicht geschrieben werden ({reason}): Wählen Sie ein anderes OUTPUT.</translation>
    </message>
    <message>
        <source>{name} must be {low:g} or more.</source>
        <translation>{name} muss mindestens {low:g} sein.</translation>
    </message>
    <message>
        <source>{name} must be {high:g} or less.</source>
        <translation>{name} darf höchstens {high:g} sein.</translation>
    </message>
    <message>
        <source>Pixel size for online layers (map units of the layer)</source>
        <translation>Pixelgröße für Online-Layer (Karteneinheiten des Layers)</translation>
    </message>
    <message>
        <source>Online layers (XYZ, WMS, WMTS) have no pixel size of their own: set this, and the extent to fetch. Other layers do not need it.</source>
        <translation>Online-Layer (XYZ, WMS, WMTS) haben keine eigene Pixelgröße: Geben Sie hier eine an, und die Ausdehnung, die geholt werden soll. Andere Layer brauchen das nicht.</translation>
    </message>
    <message>
        <source>The name of a model that comes with Finer or is in your model library is also accepted.</source>
        <translation>Auch der Name eines Modells, das mit Finer kommt oder in Ihrer Modellbibliothek ist, wird angenommen.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle Dateien</translation>
    </message>
    <message>
        <source>SR models</source>
        <translation>SR-Modelle</translation>
    </message>
    <message>
        <source>Weights and ONNX models</source>
        <translation>Gewichte und ONNX-Modelle</translation>
    </message>
    <message>
        <source>Training checkpoints</source>
        <translation>Zwischenstände eines Trainings (Checkpoints)</translation>
    </message>
    <message>
        <source>Sentinel-2 products</source>
        <translation>Sentinel-2-Produkte</translation>
    </message>
    <message>
        <source>HTML files</source>
        <translation>HTML-Dateien</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>noch etwa {time}</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>{device_name}, torch {torch}, Finer {finer}</source>
        <translation>{device_name}, torch {torch}, Finer {finer}</translation>
    </message>
    <message>
        <source>Finer {finer}, torch {torch}</source>
        <translation>Finer {finer}, torch {torch}</translation>
    </message>
    <message>
        <source>Finer: super-resolution of satellite and aerial imagery</source>
        <translation>Finer: Super-Resolution für Satelliten- und Luftbilder</translation>
    </message>
    <message>
        <source>The list of algorithms {path} cannot be read ({reason}): install the plugin again.</source>
        <translation>Die Liste der Algorithmen {path} kann nicht gelesen werden ({reason}): Installieren Sie die Erweiterung neu.</translation>
    </message>
    <message>
        <source>There is not enough disk space in QGIS' folder for temporary files, {folder} ({free} MB are free, up to {needed} MB are needed): delete files on its disk, such as folders {left} of earlier runs there, or set another in QGIS' Processing options or TMPDIR.</source>
        <translation>In QGIS’ Ordner für temporäre Dateien, {folder}, ist nicht genug Platz ({free} MB sind frei, bis zu {needed} MB werden gebraucht): Löschen Sie Dateien auf seinem Datenträger, etwa Ordner {left} früherer Läufe dort, oder stellen Sie in QGIS’ Optionen für die Verarbeitung oder in TMPDIR einen anderen ein.</translation>
    </message>
    <message>
        <source>There is not enough disk space in QGIS' folder for temporary files, {folder} ({free} MB are free): delete files on its disk, such as folders {left} of earlier runs there, or set another in QGIS' Processing options or TMPDIR.</source>
        <translation>In QGIS’ Ordner für temporäre Dateien, {folder}, ist nicht genug Platz ({free} MB sind frei): Löschen Sie Dateien auf seinem Datenträger, etwa Ordner {left} früherer Läufe dort, oder stellen Sie in QGIS’ Optionen für die Verarbeitung oder in TMPDIR einen anderen ein.</translation>
    </message>
    <message>
        <source>1,234.5</source>
        <translation>1.234,5</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Herunterladen…</translation>
    </message>
    <message>
        <source>Download {name} ({size})?</source>
        <translation>{name} ({size}) herunterladen?</translation>
    </message>
    <message>
        <source>By {authors}.</source>
        <translation>Von {authors}.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Only what fits the layer</source>
        <translation>Nur was zum Layer passt</translation>
    </message>
    <message>
        <source>not for commercial use</source>
        <translation>nicht für kommerzielle Nutzung</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>In der Bibliothek</translation>
    </message>
    <message>
        <source>Compare two layers</source>
        <translation>Zwei Layer vergleichen</translation>
    </message>
    <message>
        <source>Colour the right one like the left one</source>
        <translation>Den rechten so einfärben wie den linken</translation>
    </message>
    <message>
        <source>Delete the model {name} for good?
{path}</source>
        <translation>Das Modell {name} endgültig löschen?
{path}</translation>
    </message>
    <message>
        <source>Model library</source>
        <translation>Modellbibliothek</translation>
    </message>
    <message>
        <source>No models yet. Download one from the catalogue, create one with “Train SR model” or “Import SR model” in the Processing toolbox, or add a model file with Import…</source>
        <translation>Noch keine Modelle. Laden Sie eines aus dem Katalog herunter, erstellen Sie eines mit „SR-Modell trainieren“ oder „SR-Modell importieren“ in der Verarbeitungs-Werkzeugkiste oder fügen Sie mit „Importieren…“ eine Modelldatei hinzu.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Modell importieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>{name} (comes with Finer)</source>
        <translation>{name} (in Finer enthalten)</translation>
    </message>
    <message>
        <source>Use…</source>
        <translation>Verwenden…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Ordner anzeigen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Open two raster layers to compare: a raster and its super-resolved version.</source>
        <translation>Öffnen Sie zwei Rasterlayer zum Vergleich: einen und seine hochaufgelöste Fassung.</translation>
    </message>
    <message>
        <source>Show {result} in the map first, above {layer}.</source>
        <translation>Zeigen Sie zuerst {result} in der Karte, über {layer}.</translation>
    </message>
    <message>
        <source>Drag the line: {layer} is on its left. Choose the same menu entry again to stop.</source>
        <translation>Ziehen Sie die Linie: Links davon ist {layer}. Derselbe Menüeintrag beendet den Vergleich.</translation>
    </message>
    <message>
        <source>Super-resolve a layer…</source>
        <translation>Layer hochauflösen…</translation>
    </message>
    <message>
        <source>Compare two layers…</source>
        <translation>Zwei Layer vergleichen…</translation>
    </message>
    <message>
        <source>Compare by swipe</source>
        <translation>Mit Schieber vergleichen</translation>
    </message>
    <message>
        <source>Model library…</source>
        <translation>Modellbibliothek…</translation>
    </message>
    <message>
        <source>All tools, in the Processing toolbox</source>
        <translation>Alle Werkzeuge in der Werkzeugkiste</translation>
    </message>
    <message>
        <source>Set up the engine…</source>
        <translation>Engine einrichten…</translation>
    </message>
    <message>
        <source>State of the engine…</source>
        <translation>Zustand der Engine…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Get started…</source>
        <translation>Erste Schritte…</translation>
    </message>
    <message>
        <source>Quick start</source>
        <translation>Schnelleinstieg</translation>
    </message>
    <message>
        <source>Settings of Finer</source>
        <translation>Einstellungen von Finer</translation>
    </message>
    <message>
        <source>models, in the folder of Finer's files</source>
        <translation>models, im Ordner der Dateien von Finer</translation>
    </message>
    <message>
        <source>the one that “Set up SR engine” creates</source>
        <translation>das, was „SR-Engine einrichten“ anlegt</translation>
    </message>
    <message>
        <source>only that of Finer</source>
        <translation>nur der von Finer</translation>
    </message>
    <message>
        <source>A file, or an address (https, http). Its models are listed before Finer's own.</source>
        <translation>Eine Datei oder eine Adresse (https, http). Ihre Modelle stehen vor denen von Finer.</translation>
    </message>
    <message>
        <source>graphics card if there is one</source>
        <translation>Grafikkarte, wenn es eine gibt</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>NVIDIA-Grafikkarte</translation>
    </message>
    <message>
        <source>Apple's GPU</source>
        <translation>GPU von Apple</translation>
    </message>
    <message>
        <source>Folder for Finer's files and its engine</source>
        <translation>Ordner der Dateien von Finer und seiner Engine</translation>
    </message>
    <message>
        <source>Your team's catalogue of models</source>
        <translation>Modellkatalog Ihres Teams</translation>
    </message>
    <message>
        <source>Device for runs set to auto</source>
        <translation>Gerät für Läufe mit der Einstellung auto</translation>
    </message>
    <message>
        <source>Another Python as the engine</source>
        <translation>Ein anderes Python als Engine</translation>
    </message>
    <message>
        <source>The environment variable {name} says {value}.</source>
        <translation>Die Umgebungsvariable {name} besagt {value}.</translation>
    </message>
    <message>
        <source>Blank fields use the defaults shown in grey.</source>
        <translation>Leere Felder stehen für die grau angezeigten Vorgaben.</translation>
    </message>
    <message>
        <source>Get started with Finer</source>
        <translation>Erste Schritte mit Finer</translation>
    </message>
    <message>
        <source>Three steps to a first super-resolved raster; completed steps are ticked. To open this page again: Raster ▸ Finer ▸ Get started…</source>
        <translation>In drei Schritten zum ersten hochaufgelösten Raster; erledigte Schritte haben einen Haken. Diese Seite öffnen Sie wieder mit Raster ▸ Finer ▸ Erste Schritte…</translation>
    </message>
    <message>
        <source>Set up the engine</source>
        <translation>Die Engine einrichten</translation>
    </message>
    <message>
        <source>Open a raster: Finer finds a model for it</source>
        <translation>Ein Raster öffnen, zu dem Finer ein Modell findet</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Set it up another way…</source>
        <translation>Anders einrichten…</translation>
    </message>
    <message>
        <source>With PyTorch, from a folder of packages without internet, or on another Python.</source>
        <translation>Mit PyTorch, ohne Internet aus einem Ordner mit Paketen, oder auf einem anderen Python.</translation>
    </message>
    <message>
        <source>Open a raster…</source>
        <translation>Ein Raster öffnen…</translation>
    </message>
    <message>
        <source>Find a satellite scene…</source>
        <translation>Eine Satellitenszene suchen…</translation>
    </message>
    <message>
        <source>{result} is in the project.</source>
        <translation>{result} ist im Projekt.</translation>
    </message>
    <message>
        <source>Setup is running. You can close this window and continue to use QGIS.</source>
        <translation>Die Einrichtung läuft. Sie können dieses Fenster schließen und QGIS weiter benutzen.</translation>
    </message>
    <message>
        <source>The project has no raster yet. Open an aerial image, a satellite scene or an orthophoto, or download a free Sentinel-2 scene of a place.</source>
        <translation>Das Projekt hat noch kein Raster. Öffnen Sie ein Luftbild, eine Satellitenszene oder ein Orthofoto, oder laden Sie eine freie Sentinel-2-Szene eines Ortes herunter.</translation>
    </message>
    <message>
        <source>The model that fits {layer} best is {model}:</source>
        <translation>Am besten passt zu {layer} das Modell {model}:</translation>
    </message>
    <message>
        <source>“Super-resolve a layer…” opens with the layer and model filled in: press Run. “Try it here…” super-resolves the middle of the map in seconds.</source>
        <translation>„Layer hochauflösen…“ öffnet den Dialog mit Layer und Modell ausgefüllt: dort Starten drücken. „Hier ausprobieren…“ löst die Mitte der Karte in Sekunden höher auf.</translation>
    </message>
    <message>
        <source>Available when the steps above are done.</source>
        <translation>Verfügbar, wenn die Schritte darüber erledigt sind.</translation>
    </message>
    <message>
        <source>The SR engine is set up on this computer.</source>
        <translation>Die SR-Engine ist auf diesem Computer eingerichtet.</translation>
    </message>
    <message>
        <source>Its packages belong to another version of Finer: set it up again to update them.</source>
        <translation>Ihre Pakete gehören zu einer anderen Version von Finer: Richten Sie sie neu ein, um sie zu aktualisieren.</translation>
    </message>
    <message>
        <source>{problem} Setup downloads 80 MB, takes about half a minute, is needed once, and does not change QGIS' Python.</source>
        <translation>{problem} Die Einrichtung lädt 80 MB herunter, dauert etwa eine halbe Minute, ist einmal nötig und ändert das Python von QGIS nicht.</translation>
    </message>
    <message>
        <source>State of the SR engine</source>
        <translation>Zustand der SR-Engine</translation>
    </message>
    <message>
        <source>Testing the engine with a real computation…</source>
        <translation>Die Engine wird mit einer echten Berechnung getestet…</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>Für eine Meldung kopieren</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Einrichten…</translation>
    </message>
    <message>
        <source>Use this model…</source>
        <translation>Dieses Modell verwenden…</translation>
    </message>
    <message>
        <source>Bicubic resampling</source>
        <translation>Bikubisches Resampling</translation>
    </message>
    <message>
        <source>Try models on the middle of the map</source>
        <translation>Modelle an der Mitte der Karte ausprobieren</translation>
    </message>
    <message>
        <source>Try the map's middle again</source>
        <translation>Mitte der Karte erneut ausprobieren</translation>
    </message>
    <message>
        <source>Open a raster layer to try models on.</source>
        <translation>Öffnen Sie einen Rasterlayer, an dem Modelle ausprobiert werden können.</translation>
    </message>
    <message>
        <source>Models cannot be tried on {layer}, which has no pixel size of its own: super-resolve a small extent of it instead.</source>
        <translation>An {layer} lassen sich keine Modelle ausprobieren, da der Layer keine eigene Pixelgröße hat: Lassen Sie stattdessen eine kleine Ausdehnung davon hochauflösen.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>The whole layer: {forecast}</source>
        <translation>Der ganze Layer: {forecast}</translation>
    </message>
    <message>
        <source>The middle of the map is outside {layer}: the middle of the layer is shown.</source>
        <translation>Die Mitte der Karte liegt außerhalb von {layer}: Gezeigt wird die Mitte des Layers.</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>Wartet…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>None of the {count} rasters could be super-resolved. {raster}: {reason} The reasons for all are in {path}.</source>
        <translation>Keines der {count} Raster konnte hochaufgelöst werden. {raster}: {reason} Die Gründe für alle stehen in {path}.</translation>
    </message>
    <message>
        <source>Summary of {count} rasters: {done} done, {failed} failed, {left} not run.</source>
        <translation>Zusammenfassung von {count} Rastern: {done} fertig, {failed} fehlgeschlagen, {left} nicht gerechnet.</translation>
    </message>
    <message>
        <source>The table: {path}</source>
        <translation>Die Tabelle: {path}</translation>
    </message>
    <message>
        <source>The summary {path} cannot be written ({reason}): close what uses it, or choose another OUTPUT.</source>
        <translation>Die Zusammenfassung {path} kann nicht geschrieben werden ({reason}): schließen Sie, was sie benutzt, oder wählen Sie ein anderes OUTPUT.</translation>
    </message>
    <message>
        <source>Super-resolve and evaluate</source>
        <translation>Hochauflösen und bewerten</translation>
    </message>
    <message>
        <source>A super-resolved raster, and a report on the model's accuracy on similar rasters, in one run.</source>
        <translation>In einem Lauf ein hochaufgelöstes Raster und ein Bericht über die Genauigkeit des Modells auf ähnlichen Rastern.</translation>
    </message>
    <message>
        <source>Super-resolves a raster with a trained model, and reports how reliable the result is: the raster is
downsampled by the model's scale, as the images that the model was trained on were, super-resolved again, and
compared with the original, as is bicubic resampling.

This is Wald's protocol. It tests the model at pixels scale times as large as those of the raster and
needs no other data. The report shows metrics and pictures.</source>
        <translation>Löst ein Raster mit einem trainierten Modell höher auf und berichtet, wie zuverlässig das Ergebnis ist: Das Raster wird um den Skalierungsfaktor des Modells verkleinert, so wie die Bilder, mit denen das Modell trainiert wurde, wieder höher aufgelöst und, neben bikubischem Resampling, mit dem Original verglichen.

Das ist das Protokoll von Wald. Es prüft das Modell an Pixeln, die um den Skalierungsfaktor größer sind als die, auf die es angewendet wird, und braucht keine anderen Daten. Der Bericht zeigt Zahlen und Bilder.</translation>
    </message>
    <message>
        <source>Super-resolve many rasters</source>
        <translation>Viele Raster hochauflösen</translation>
    </message>
    <message>
        <source>Ready-made models</source>
        <translation>Fertige Abläufe (Modelle)</translation>
    </message>
    <message>
        <source>A folder, or many layers, in one run, with a summary of the results.</source>
        <translation>Ein Ordner oder viele Layer in einem Lauf, mit einer Zusammenfassung der Ergebnisse.</translation>
    </message>
    <message>
        <source>Super-resolves many rasters with one model: layers of the project, files, and all rasters in a folder.
Each raster is processed separately, with its own coordinate system, bands and nodata, and its result is
written to the output folder. If one fails, the others are still processed.

The file summary.csv in that folder lists each raster with its result and the time it took, or the error
and the page that explains it. It is updated after every raster, also when the run is cancelled.</source>
        <translation>Löst viele Raster mit einem Modell höher auf: Layer des Projekts, Dateien und alle Raster eines Ordners. Jedes Raster wird für sich verarbeitet, mit seinem eigenen Koordinatensystem, seinen Kanälen und seinem Nodata; das Ergebnis wird in den Ausgabeordner geschrieben. Schlägt eines fehl, werden die anderen trotzdem verarbeitet.

Die Datei summary.csv in diesem Ordner nennt zu jedem Raster das Ergebnis und die Dauer, oder den Fehler und die Seite, die ihn erklärt. Sie wird nach jedem Raster aktualisiert, auch wenn der Lauf abgebrochen wird.</translation>
    </message>
    <message>
        <source>OUTPUT and INPUT_FOLDER are the same folder, {folder}, so a later run would use the results as input: choose another folder.</source>
        <translation>OUTPUT und INPUT_FOLDER sind derselbe Ordner, {folder}; ein späterer Lauf würde die Ergebnisse als Eingabe nehmen: Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Layers of the project, or files.</source>
        <translation>Layer des Projekts oder Dateien.</translation>
    </message>
    <message>
        <source>All rasters in a folder, in addition to those above. Subfolders are skipped.</source>
        <translation>Alle Raster eines Ordners, zusätzlich zu denen darüber. Unterordner werden übergangen.</translation>
    </message>
    <message>
        <source>Add each result to the project, styled like its raster.</source>
        <translation>Jedes Ergebnis dem Projekt hinzufügen, im Stil seines Rasters.</translation>
    </message>
    <message>
        <source>Each result is named after its raster, as NAME_sr.tif; existing files are replaced.</source>
        <translation>Jedes Ergebnis heißt nach seinem Raster, wie NAME_sr.tif; vorhandene Dateien werden ersetzt.</translation>
    </message>
    <message>
        <source>There is no raster: set INPUTS, or INPUT_FOLDER to a folder that contains rasters.</source>
        <translation>Es gibt kein Raster: setzen Sie INPUTS, oder INPUT_FOLDER auf einen Ordner, in dem welche sind.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({reason}): choose another INPUT_FOLDER.</source>
        <translation>Der Ordner {folder} kann nicht gelesen werden ({reason}): wählen Sie ein anderes INPUT_FOLDER.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Path of summary.csv in the folder of the results.</source>
        <translation>Pfad von summary.csv im Ordner der Ergebnisse.</translation>
    </message>
    <message>
        <source>Rasters done</source>
        <translation>Fertige Raster</translation>
    </message>
    <message>
        <source>Number of rasters that have a result.</source>
        <translation>Anzahl der Raster mit Ergebnis.</translation>
    </message>
    <message>
        <source>Rasters that failed</source>
        <translation>Fehlgeschlagene Raster</translation>
    </message>
    <message>
        <source>Number of rasters without a result; the summary gives the reasons.</source>
        <translation>Anzahl der Raster ohne Ergebnis; die Zusammenfassung nennt die Gründe.</translation>
    </message>
    <message>
        <source>Rasters</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Folder of rasters</source>
        <translation>Ordner mit Rastern</translation>
    </message>
    <message>
        <source>Open the results</source>
        <translation>Die Ergebnisse öffnen</translation>
    </message>
    <message>
        <source>Folder of the results</source>
        <translation>Ordner der Ergebnisse</translation>
    </message>
    <message>
        <source>Raster {number} of {count}: {name}</source>
        <translation>Raster {number} von {count}: {name}</translation>
    </message>
    <message>
        <source>Train from one image</source>
        <translation>Aus einem Bild trainieren</translation>
    </message>
    <message>
        <source>Trains a super-resolution model on one raster and evaluates it, in one run.</source>
        <translation>Trainiert in einem Lauf ein Super-Resolution-Modell an einem Raster und bewertet es.</translation>
    </message>
    <message>
        <source>Trains a super-resolution model on one raster: cuts it into pairs of high- and low-resolution tiles,
trains a network on them, and evaluates it, together with bicubic resampling, on tiles that were not used
for training.

The model sharpens rasters that look like this one with pixels that are scale times as large: other places
or days of the same sensor, or those of a coarser sensor. The raster should show a few square kilometres
of varied land. For more settings run "Export SR training tiles" and "Train SR model".</source>
        <translation>Trainiert ein Super-Resolution-Modell mit einem Raster: zerschneidet es in Paare von hoch und niedrig aufgelösten Kacheln, trainiert damit ein Netz und bewertet es, neben bikubischem Resampling, an Kacheln, die nicht zum Training dienten.

Das Modell schärft Raster, die so aussehen wie dieses mit Pixeln, die um den Skalierungsfaktor größer sind: andere Orte oder Tage desselben Sensors oder die eines gröberen Sensors. Das Raster sollte einige Quadratkilometer abwechslungsreiches Gelände zeigen. Für mehr Einstellungen führen Sie „SR-Trainingskacheln exportieren“ und „SR-Modell trainieren“ aus.</translation>
    </message>
    <message>
        <source>{title} failed; the log says why.</source>
        <translation>{title} ist fehlgeschlagen; das Protokoll nennt den Grund.</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {title}</source>
        <translation>Schritt {number} von {count}: {title}</translation>
    </message>
    <message>
        <source>{target} could not be replaced ({reason}): close what uses it, or choose another OUTPUT.</source>
        <translation>{target} konnte nicht ersetzt werden ({reason}): Schließen Sie, was es benutzt, oder wählen Sie ein anderes OUTPUT.</translation>
    </message>
    <message>
        <source>{target} is a folder: choose the name of a file.</source>
        <translation>{target} ist ein Ordner: Wählen Sie den Namen einer Datei.</translation>
    </message>
    <message>
        <source>{target} is a device and not a file: choose the name of a file.</source>
        <translation>{target} ist ein Gerät und keine Datei: Wählen Sie den Namen einer Datei.</translation>
    </message>
    <message>
        <source>{target} cannot be the name of a file ({reason}): choose another OUTPUT.</source>
        <translation>{target} kann nicht der Name einer Datei sein ({reason}): Wählen Sie ein anderes OUTPUT.</translation>
    </message>
    <message>
        <source>The model does not support scale {scale}: it supports {known}.</source>
        <translation>Das Modell beherrscht den Skalierungsfaktor {scale} nicht: Möglich ist {known}.</translation>
    </message>
    <message>
        <source>{backbone} has no size {size}: leave SIZE blank, and set its options in BACKBONE_OPTIONS.</source>
        <translation>{backbone} hat keine Größe {size}: Lassen Sie SIZE leer und setzen Sie die Optionen in BACKBONE_OPTIONS.</translation>
    </message>
    <message>
        <source>{backbone} does not support scale {scale}: it supports {known}.</source>
        <translation>{backbone} beherrscht den Skalierungsfaktor {scale} nicht: Möglich ist {known}.</translation>
    </message>
    <message>
        <source>image_size={image_size} is not a multiple of the scale, which is {scale}: choose one that is.</source>
        <translation>image_size={image_size} ist kein Vielfaches des Skalierungsfaktors {scale}: Wählen Sie eines.</translation>
    </message>
    <message>
        <source>{backbone} is built for images of one size: set image_size, in high-resolution pixels.</source>
        <translation>{backbone} ist für Bilder einer einzigen Größe ausgelegt: Setzen Sie image_size, in hoch aufgelösten Pixeln.</translation>
    </message>
    <message>
        <source>FREEZE is {asked}, but the network has only {count} blocks: use at most {count}, or a share such as 0.5.</source>
        <translation>FREEZE ist {asked}, aber das Netz hat nur {count} Blöcke: Verwenden Sie höchstens {count} oder einen Anteil wie 0.5.</translation>
    </message>
    <message>
        <source>heads={heads} does not divide n_feats={n_feats}: set heads to a divisor of n_feats.</source>
        <translation>heads={heads} teilt n_feats={n_feats} nicht: Setzen Sie heads auf einen Teiler von n_feats.</translation>
    </message>
    <message>
        <source>{n_feats} features cannot be divided into {groups} groups: set conv_groups to a divisor of n_feats.</source>
        <translation>{n_feats} Merkmale lassen sich nicht in {groups} Gruppen teilen: Setzen Sie conv_groups auf einen Teiler von n_feats.</translation>
    </message>
    <message>
        <source>split_size={sides} does not fit: the larger must be a multiple of the smaller.</source>
        <translation>split_size={sides} passt nicht: Die größere Seite muss ein Vielfaches der kleineren sein.</translation>
    </message>
    <message>
        <source>heads={heads} does not fit: half of them attend in each rectangle.</source>
        <translation>heads={heads} passt nicht: Die Hälfte davon wirkt in jedem Rechteck; nehmen Sie eine gerade Zahl.</translation>
    </message>
    <message>
        <source>overlap_window={overlap} does not fit window_size={window}: it must be larger by an even number.</source>
        <translation>overlap_window={overlap} passt nicht zu window_size={window}: Es muss um eine gerade Zahl größer sein.</translation>
    </message>
    <message>
        <source>PLKSR takes an odd kernel, partial_feats of at most n_feats, and with block_norm=group n_feats that is a multiple of {groups}: change kernel={kernel}, partial_feats={partial_feats} or n_feats={n_feats}.</source>
        <translation>PLKSR braucht einen ungeraden kernel, höchstens n_feats als partial_feats und mit block_norm=group ein n_feats, das ein Vielfaches von {groups} ist: Ändern Sie kernel={kernel}, partial_feats={partial_feats} oder n_feats={n_feats}.</translation>
    </message>
    <message>
        <source>up_feats belongs to upsampler=pixelshuffle: leave out one of the two.</source>
        <translation>up_feats gehört zu upsampler=pixelshuffle: Lassen Sie eines von beiden weg.</translation>
    </message>
    <message>
        <source>unshuffle={unshuffle} needs upsampler=nearest, which returns to the input's resolution in steps: leave out one of the two.</source>
        <translation>unshuffle={unshuffle} braucht upsampler=nearest, das schrittweise zur Auflösung der Eingabe zurückkehrt: Lassen Sie eines von beiden weg.</translation>
    </message>
    <message>
        <source>{backbone} needs a guide with the pixels of the result: at scale {scale} {scale} times as fine as the bands, and this one is {ratio} times as fine. Choose another network, scale or guide.</source>
        <translation>{backbone} braucht ein Führungsraster mit den Pixeln des Ergebnisses: bei Faktor {scale} {scale}-mal so fein wie die Kanäle, und dieses ist {ratio}-mal so fein. Wählen Sie ein anderes Netz, einen anderen Faktor oder ein anderes Führungsraster.</translation>
    </message>
    <message>
        <source>Images of {size} pixels cannot be halved {times} times, as channel_mults wants: image_size, or PATCH_SIZE × scale where that is blank, must be a multiple of {multiple}.</source>
        <translation>Bilder von {size} Pixeln lassen sich nicht {times}-mal halbieren, wie channel_mults es verlangt: image_size, oder wo das leer ist PATCH_SIZE × Skalierungsfaktor, muss ein Vielfaches von {multiple} sein.</translation>
    </message>
    <message>
        <source>norm_groups={norm_groups} does not divide the {channels} channels of level {level}: choose one of {known}.</source>
        <translation>norm_groups={norm_groups} teilt die {channels} Kanäle der Ebene {level} nicht: Wählen Sie einen dieser Werte: {known}.</translation>
    </message>
    <message>
        <source>embed_dim={embed_dim} is not a multiple of num_heads={num_heads}: choose num_heads that divides it.</source>
        <translation>embed_dim={embed_dim} ist kein Vielfaches von num_heads={num_heads}: Wählen Sie num_heads so, dass es ein Teiler davon ist.</translation>
    </message>
    <message>
        <source>depth={depth} is even, and one block is in the middle: choose {less} or {more}.</source>
        <translation>depth={depth} ist gerade, aber ein Block liegt in der Mitte: Wählen Sie {less} oder {more}.</translation>
    </message>
    <message>
        <source>Images of {size} pixels cannot be cut into squares of token_size={token}: image_size, or PATCH_SIZE × scale where that is blank, must be a multiple of {token}.</source>
        <translation>Bilder von {size} Pixeln lassen sich nicht in Quadrate von token_size={token} schneiden: image_size, oder wo das leer ist PATCH_SIZE × Skalierungsfaktor, muss ein Vielfaches von {token} sein.</translation>
    </message>
    <message>
        <source>The blocks are computed by {theirs} and this computer has {here}: give all computers the same SR engine.</source>
        <translation>Die Blöcke werden mit {theirs} berechnet, und dieser Computer hat {here}: Geben Sie allen Computern dieselbe SR-Engine.</translation>
    </message>
    <message>
        <source>{count} of {total} blocks could not be computed. Block {name}: {reason} All are listed in {file}; the same run tries them again.</source>
        <translation>{count} von {total} Blöcken konnten nicht berechnet werden. Block {name}: {reason} Alle stehen in {file}; derselbe Lauf versucht sie erneut.</translation>
    </message>
    <message>
        <source>Block {block}: {reason}</source>
        <translation>Block {block}: {reason}</translation>
    </message>
    <message>
        <source>Another run is writing blocks into {folder}: wait until it has finished, or choose another OUTPUT.</source>
        <translation>Ein anderer Lauf schreibt Blöcke in {folder}: Warten Sie, bis er fertig ist, oder wählen Sie ein anderes OUTPUT.</translation>
    </message>
    <message>
        <source>PART={text} is not a part: write 1/8 for the first of eight, up to 8/8.</source>
        <translation>PART={text} ist kein Teil: Schreiben Sie 1/8 für den ersten von acht, bis 8/8.</translation>
    </message>
    <message>
        <source>{file} cannot be read: delete the folder to start again, or choose another OUTPUT.</source>
        <translation>{file} kann nicht gelesen werden: Löschen Sie den Ordner für einen neuen Anfang, oder wählen Sie ein anderes OUTPUT.</translation>
    </message>
    <message>
        <source>The blocks in {folder} were made with other settings ({names}): restore them to continue, delete the folder to start again, or choose another OUTPUT.</source>
        <translation>Die Blöcke in {folder} wurden mit anderen Einstellungen gemacht ({names}): Stellen Sie sie wie zuvor ein, um weiterzumachen, löschen Sie den Ordner für einen neuen Anfang, oder wählen Sie ein anderes OUTPUT.</translation>
    </message>
    <message>
        <source>The blocks in {folder} were made by Finer {theirs}, and this is {own}: continue with that version, delete the folder to start again, or choose another OUTPUT.</source>
        <translation>Die Blöcke in {folder} stammen von Finer {theirs}, und dies ist {own}: Machen Sie mit jener Version weiter, löschen Sie den Ordner für einen neuen Anfang, oder wählen Sie ein anderes OUTPUT.</translation>
    </message>
    <message>
        <source>Parts of a run share the blocks of a VRT: let OUTPUT end in .vrt.</source>
        <translation>Teile eines Laufs teilen sich die Blöcke eines VRT: Lassen Sie OUTPUT auf .vrt enden.</translation>
    </message>
    <message>
        <source>In s3:// blocks are not joined into one file: let OUTPUT end in .vrt.</source>
        <translation>In s3:// werden Blöcke nicht zu einer Datei zusammengesetzt: OUTPUT muss auf .vrt enden.</translation>
    </message>
    <message>
        <source>{total} blocks, of which {there} are there and {missing} are computed now.</source>
        <translation>{total} Blöcke, von denen {there} da sind und {missing} jetzt berechnet werden.</translation>
    </message>
    <message>
        <source>Blocks that were computed cannot be seen in {folder}: let all computers see it under this path, and run again.</source>
        <translation>Berechnete Blöcke sind in {folder} nicht zu sehen: Machen Sie den Ordner auf allen Rechnern unter diesem Pfad verfügbar und starten Sie noch einmal.</translation>
    </message>
    <message>
        <source>This part is done; the part that finishes last joins all blocks.</source>
        <translation>Dieser Teil ist fertig; der letzte Teil des Laufs, der fertig wird, setzt alle Blöcke zusammen.</translation>
    </message>
    <message>
        <source>Joining the blocks</source>
        <translation>Blöcke werden zusammengefügt</translation>
    </message>
    <message>
        <source>WORKERS and SCHEDULER need Dask, which the SR engine does not have: run "Set up SR engine" with CLUSTER.</source>
        <translation>WORKERS und SCHEDULER brauchen Dask, das die SR-Engine nicht hat: Führen Sie „SR-Engine einrichten“ mit CLUSTER aus.</translation>
    </message>
    <message>
        <source>There is no Dask scheduler at {address} ({reason}): start one with "dask scheduler" and its workers with "dask worker {address}", or correct SCHEDULER.</source>
        <translation>Unter {address} gibt es keinen Dask-Scheduler ({reason}): Starten Sie einen mit „dask scheduler“ und seine Worker mit „dask worker {address}“, oder berichtigen Sie SCHEDULER.</translation>
    </message>
    <message>
        <source>The worker {worker} came late, and the run did not let it know with how many it shares its cores: run again.</source>
        <translation>Der Worker {worker} kam später hinzu, und der Lauf hat ihm nicht mitgeteilt, mit wie vielen er sich die Kerne teilt: Starten Sie den Lauf noch einmal.</translation>
    </message>
    <message>
        <source>The Dask scheduler is gone: when there is one again, the same run continues with the blocks that are missing.</source>
        <translation>Der Dask-Scheduler ist weg: Sobald es wieder einen gibt, macht derselbe Lauf mit den fehlenden Blöcken weiter.</translation>
    </message>
    <message>
        <source>Waiting for workers</source>
        <translation>Warten auf Worker</translation>
    </message>
    <message>
        <source>{done} of {total} blocks</source>
        <translation>{done} von {total} Blöcken</translation>
    </message>
    <message>
        <source>In s3:// a run in blocks cannot keep what it prepares from the scene: choose an OUTPUT on a disk.</source>
        <translation>In s3:// kann ein Lauf in Blöcken nicht aufbewahren, was er aus der Szene vorbereitet: Wählen Sie ein OUTPUT auf einem Datenträger.</translation>
    </message>
    <message>
        <source>Waiting for another part of the run</source>
        <translation>Warten auf einen anderen Teil des Laufs</translation>
    </message>
    <message>
        <source>{path} and {other} differ in bands, data type, nodata, scale or offset: rasters of a folder must be alike.</source>
        <translation>{path} und {other} unterscheiden sich in Kanälen, Datentyp, Nodata-Wert, Skalierung oder Versatz: Raster eines Ordners müssen gleichartig sein.</translation>
    </message>
    <message>
        <source>{path} is a VRT: take it out of the folder, or give it alone as INPUT.</source>
        <translation>{path} ist ein VRT: nehmen Sie es aus dem Ordner, oder geben Sie es allein als INPUT an.</translation>
    </message>
    <message>
        <source>The bands of {path} have different nodata values: process it alone, not as part of a folder.</source>
        <translation>Die Kanäle von {path} haben verschiedene Nodata-Werte: Verarbeiten Sie es allein, nicht als Teil eines Ordners.</translation>
    </message>
    <message>
        <source>There is no SLURM here: run this where sbatch is, such as on a login node.</source>
        <translation>Hier gibt es kein SLURM: Starten Sie dies dort, wo sbatch ist, etwa auf einem Login-Knoten.</translation>
    </message>
    <message>
        <source>{file} should be a YAML file with jobs, cores, memory and walltime, such as: jobs: 16</source>
        <translation>{file} muss eine YAML-Datei mit jobs, cores, memory und walltime sein, zum Beispiel: jobs: 16</translation>
    </message>
    <message>
        <source>--slurm needs dask-jobqueue, which the SR engine does not have: run "Set up SR engine" with CLUSTER.</source>
        <translation>--slurm braucht dask-jobqueue, das der SR-Engine fehlt: Starten Sie „SR-Engine einrichten“ mit CLUSTER.</translation>
    </message>
    <message>
        <source>{file} is not valid for dask-jobqueue: {reason}</source>
        <translation>{file} ist für dask-jobqueue nicht gültig: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be warped to TARGET_CRS ({reason}): choose a coordinate reference system that holds its place.</source>
        <translation>{path} kann nicht nach TARGET_CRS transformiert werden ({reason}): wählen Sie ein Koordinatenbezugssystem, in dem dieser Ort liegt.</translation>
    </message>
    <message>
        <source>{path} has no coordinate reference system, from which it could be warped to TARGET_CRS: assign one, or leave TARGET_CRS blank.</source>
        <translation>{path} hat kein Koordinatenbezugssystem, aus dem es nach TARGET_CRS transformiert werden könnte: weisen Sie eines zu, oder lassen Sie TARGET_CRS leer.</translation>
    </message>
    <message>
        <source>Pixels of {path} are measured in another unit than TARGET_CRS has: set TARGET_RESOLUTION, the pixel size in units of TARGET_CRS ({unit}).</source>
        <translation>Die Pixel von {path} haben eine andere Maßeinheit als TARGET_CRS: setzen Sie TARGET_RESOLUTION, die Pixelgröße in Einheiten von TARGET_CRS ({unit}).</translation>
    </message>
    <message>
        <source>TARGET_RESOLUTION is {size}, but pixels of {path} are about {own} wide in TARGET_CRS: choose {least} to {most}, in units of TARGET_CRS.</source>
        <translation>TARGET_RESOLUTION ist {size}, aber Pixel von {path} sind in TARGET_CRS etwa {own} breit: Wählen Sie {least} bis {most}, in Einheiten von TARGET_CRS.</translation>
    </message>
    <message>
        <source>The worker {worker} has {name} {theirs}, and this run {own}: give all computers the same SR engine.</source>
        <translation>Der Worker {worker} hat {name} {theirs} und dieser Lauf {own}: Geben Sie allen Computern dieselbe SR-Engine.</translation>
    </message>
    <message>
        <source>The worker {worker} cannot load Finer's engine ({reason}): start it with the Python of the same SR engine, with PYTHONPATH set to the plugin's folder.</source>
        <translation>Der Worker {worker} kann Finers Engine nicht laden ({reason}): Starten Sie ihn mit dem Python derselben SR-Engine und mit PYTHONPATH auf dem Ordner des Plugins.</translation>
    </message>
    <message>
        <source>The SR engine lacks the package {package}: run "Set up SR engine" to renew it.</source>
        <translation>Der SR-Engine fehlt das Paket {package}: Führen Sie „SR-Engine einrichten“ aus, um sie zu erneuern.</translation>
    </message>
    <message>
        <source>Memory ran out: use a smaller TILE_SIZE, PATCH_SIZE or BATCH_SIZE.</source>
        <translation>Der Speicher reicht nicht: TILE_SIZE, PATCH_SIZE oder BATCH_SIZE kleiner wählen.</translation>
    </message>
    <message>
        <source>The job file {path} cannot be read.</source>
        <translation>Die Auftragsdatei {path} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>A job is one JSON object with a "job", such as {example}.</source>
        <translation>Ein Auftrag ist ein JSON-Objekt mit "job", etwa {example}.</translation>
    </message>
    <message>
        <source>There is no tile set in {folder} (no {info}), and its images, such as {path}, are not pairs: put the two images of a pair under one name into the folders lr and hr, or end their names in _lr and _hr.</source>
        <translation>In {folder} ist kein Kachelsatz ({info} fehlt), und die Bilder darin, etwa {path}, sind keine Paare: Legen Sie die beiden Bilder eines Paars unter demselben Namen in die Ordner lr und hr, oder lassen Sie ihre Namen auf _lr und _hr enden.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({reason}).</source>
        <translation>Der Ordner {folder} kann nicht gelesen werden ({reason}).</translation>
    </message>
    <message>
        <source>There is no tile set in {folder} (no {info}, and no pairs of images in folders such as lr and hr): make one with "Export SR training tiles".</source>
        <translation>In {folder} ist kein Kachelsatz ({info} fehlt, und es gibt keine Bildpaare in Ordnern wie lr und hr): Erstellen Sie einen mit „SR-Trainingskacheln exportieren“.</translation>
    </message>
    <message>
        <source>{count} of {total} images of {folder} have no counterpart, such as {path}: give both images of a pair the same name.</source>
        <translation>{count} von {total} Bildern in {folder} fehlt ihr Gegenstück, etwa {path}: Geben Sie beiden Bildern eines Paars denselben Namen.</translation>
    </message>
    <message>
        <source>{folder} is an ArcGIS export of a single raster: make pairs of it with "Export SR training tiles", with its folder {images} as INPUT_FOLDER.</source>
        <translation>{folder} ist ein ArcGIS-Export nur eines Rasters: Machen Sie daraus Paare mit „SR-Trainingskacheln exportieren“, mit dem Ordner {images} darin als INPUT_FOLDER.</translation>
    </message>
    <message>
        <source>{folder}: {layout} with {count} pairs in {first} and {second}.</source>
        <translation>{folder}: {layout} mit {count} Paaren in {first} und {second}.</translation>
    </message>
    <message>
        <source>others</source>
        <translation>übrige</translation>
    </message>
    <message>
        <source>Pixel value × {gain} + {offset} = physical value.</source>
        <translation>Pixelwert × {gain} + {offset} = physikalischer Wert.</translation>
    </message>
    <message>
        <source>According to pixel size, {lr} is the low-resolution side and {hr} the high-resolution one: scale {scale}, HR tiles of {size} pixels, {bands} {dtype} bands.</source>
        <translation>Nach der Größe seiner Pixel ist {lr} die niedrig aufgelöste Seite und {hr} die hoch aufgelöste: Skalierungsfaktor {scale}, HR-Kacheln von {size} Pixeln, {bands} {dtype}-Kanäle.</translation>
    </message>
    <message>
        <source>Tiles are divided into the splits of the folder.</source>
        <translation>Die Kacheln sind so aufgeteilt, wie der Ordner es vorgibt.</translation>
    </message>
    <message>
        <source>Tiles are divided by blocks of land: no pixel is in two splits.</source>
        <translation>Die Kacheln sind nach Blöcken der Fläche aufgeteilt: Kein Pixel liegt in zwei Teilen der Aufteilung.</translation>
    </message>
    <message>
        <source>The high-resolution training tiles of {folder} have a band without a valid pixel.</source>
        <translation>Die hoch aufgelösten Trainingskacheln von {folder} haben einen Kanal ohne ein gültiges Pixel.</translation>
    </message>
    <message>
        <source>{count} images have no counterpart and are left out, such as {path}.</source>
        <translation>{count} Bildern fehlt ihr Gegenstück, etwa {path}; sie werden ausgelassen.</translation>
    </message>
    <message>
        <source>Reading {path}</source>
        <translation>{path} wird gelesen</translation>
    </message>
    <message>
        <source>LR tiles are HR tiles reduced by antialiased bicubic resampling.</source>
        <translation>LR-Kacheln sind HR-Kacheln nach bikubischem Resampling mit Antialiasing.</translation>
    </message>
    <message>
        <source>Some tiles are not squares of this size: pixels beyond it, right and below, are not used.</source>
        <translation>Nicht alle Kacheln sind Quadrate dieser Größe: Was rechts und unten darüber hinausgeht, wird nicht verwendet.</translation>
    </message>
    <message>
        <source>{count} pairs lie in none of its splits and are left out.</source>
        <translation>{count} Paare liegen in keinem der Teile der Aufteilung und werden ausgelassen.</translation>
    </message>
    <message>
        <source>It has no validation tiles: a tenth of its training tiles are used for validation.</source>
        <translation>Er hat keine Validierungskacheln: Ein Zehntel seiner Trainingskacheln dient der Validierung.</translation>
    </message>
    <message>
        <source>Warning: {count} tiles show land that is in another split as well: metrics on them are too optimistic.</source>
        <translation>Vorsicht: {count} Kacheln zeigen Flächen, die auch in einem anderen Teil der Aufteilung liegen: Kennzahlen dazu sind zu gut.</translation>
    </message>
    <message>
        <source>Tiles have no georeference: they are divided by name, so that neighbours may be in different splits.</source>
        <translation>Die Kacheln haben keine Georeferenz: Sie werden nach Namen aufgeteilt, sodass Nachbarn in verschiedenen Teilen der Aufteilung liegen können.</translation>
    </message>
    <message>
        <source>{count} tiles across the borders of blocks are left out.</source>
        <translation>{count} Kacheln über den Grenzen von Blöcken werden ausgelassen.</translation>
    </message>
    <message>
        <source>Measuring training tile {number} of {count}</source>
        <translation>Trainingskachel {number} von {count} wird gemessen</translation>
    </message>
    <message>
        <source>{path} and its counterpart, {other}, have pixels of the same size: one of them should be coarser, so export it at its own resolution.</source>
        <translation>{path} und sein Gegenstück {other} haben gleich große Pixel: Eines davon sollte gröber sein; exportieren Sie es also in seiner eigenen Auflösung.</translation>
    </message>
    <message>
        <source>{path} ({width} × {height} pixels) and its counterpart, {other} ({other_width} × {other_height}), do not differ by a whole number in resolution: make pairs of the rasters themselves with "Export SR training tiles", which resamples.</source>
        <translation>{path} ({width} × {height} Pixel) und sein Gegenstück {other} ({other_width} × {other_height}) unterscheiden sich in der Auflösung nicht um eine ganze Zahl: Machen Sie Paare aus den Rastern selbst mit „SR-Trainingskacheln exportieren“, das neu abtastet.</translation>
    </message>
    <message>
        <source>The origin of {path} is {apart:.1f} of its pixels away from that of its counterpart, {other}: make pairs of the rasters themselves with "Export SR training tiles", which resamples.</source>
        <translation>Der Ursprung von {path} liegt {apart:.1f} seiner Pixel neben dem seines Gegenstücks {other}: Machen Sie Paare aus den Rastern selbst mit „SR-Trainingskacheln exportieren“, das neu abtastet.</translation>
    </message>
    <message>
        <source>The tiles are not squares of one size, for {small} has {small_width} × {small_height} pixels and {large} {large_width} × {large_height}: cut them again with "Export SR training tiles".</source>
        <translation>Die Kacheln sind keine Quadrate einer einzigen Größe, denn {small} hat {small_width} × {small_height} Pixel und {large} {large_width} × {large_height}: Schneiden Sie sie neu mit „SR-Trainingskacheln exportieren“.</translation>
    </message>
    <message>
        <source>The last band of {path} and others is tagged alpha, and its values could be opacity or measured ones: save the images without it if it is opacity, or without that tag if it is data such as infrared.</source>
        <translation>Der letzte Kanal von {path} und anderen ist als Alpha gekennzeichnet, und seine Werte könnten Deckkraft oder Messwerte sein: Speichern Sie die Bilder ohne ihn, wenn er Deckkraft ist, oder ohne diese Kennzeichnung, wenn er Daten wie Infrarot enthält.</translation>
    </message>
    <message>
        <source>The bands of {path} are {lr} and those of its counterpart, {other}, are {hr}: put them in the same order.</source>
        <translation>Die Kanäle von {path} sind {lr}, die seines Gegenstücks {other} sind {hr}: Bringen Sie sie in dieselbe Reihenfolge.</translation>
    </message>
    <message>
        <source>{path} and its counterpart, {other}, have another ratio of pixel sizes ({own:g}) than most pairs ({usual:g}): remove them.</source>
        <translation>{path} und sein Gegenstück {other} haben ein anderes Verhältnis der Pixelgrößen ({own:g}) als die meisten Paare ({usual:g}): Nehmen Sie sie heraus.</translation>
    </message>
    <message>
        <source>{path} declares another scale or offset of its bands than {other}: save all images with the same.</source>
        <translation>{path} gibt für seine Kanäle eine andere Skalierung oder einen anderen Offset an als {other}: Speichern Sie alle Bilder mit denselben.</translation>
    </message>
    <message>
        <source>{path} has {own} bands and other images have {usual}: save all images with the same bands.</source>
        <translation>{path} hat {own} Kanäle, andere Bilder haben {usual}: Speichern Sie alle Bilder mit denselben Kanälen.</translation>
    </message>
    <message>
        <source>{path} has {dtype} pixels and {other} has {other_dtype} ones: save all images with the same type of pixels.</source>
        <translation>{path} hat {dtype}-Pixel, {other} hat {other_dtype}-Pixel: Speichern Sie alle Bilder mit demselben Pixeltyp.</translation>
    </message>
    <message>
        <source>{folder} has images in more than two folders, and which two are the sides of pairs is not clear: leave two, such as lr and hr, and move the others elsewhere.</source>
        <translation>{folder} hat Bilder in mehr als zwei Ordnern, und welche beiden die Seiten der Paare sind, ist unklar: Lassen Sie zwei stehen, etwa lr und hr, und verschieben Sie die anderen.</translation>
    </message>
    <message>
        <source>Comparing pair {number} of {count}</source>
        <translation>Paar {number} von {count} wird verglichen</translation>
    </message>
    <message>
        <source>Warning: the two sides of the {total} pairs seem to show different land, as their details agree no better than those of different pairs: check that the right images are paired.</source>
        <translation>Vorsicht: die beiden Seiten der {total} Paare zeigen anscheinend verschiedenes Land, denn ihre Details stimmen nicht besser überein als die verschiedener Paare: sehen Sie nach, ob die richtigen Bilder gepaart sind.</translation>
    </message>
    <message>
        <source>Warning: the two sides of {count} of {total} pairs seem to show different land, as their details do not agree: {names}. Check them, and remove or correct wrong pairs.</source>
        <translation>Vorsicht: Die beiden Seiten von {count} der {total} Paare zeigen anscheinend nicht dasselbe Land, denn ihre Details stimmen nicht überein: {names}. Prüfen Sie sie, und entfernen oder berichtigen Sie falsche Paare.</translation>
    </message>
    <message>
        <source>PATCH_SIZE is {size}, but a low-resolution tile is only {side} pixels wide: use a PATCH_SIZE of at most {side}, or export larger tiles.</source>
        <translation>PATCH_SIZE ist {size}, aber eine niedrig aufgelöste Kachel ist nur {side} Pixel breit: Verwenden Sie eine PATCH_SIZE von höchstens {side} oder exportieren Sie größere Kacheln.</translation>
    </message>
    <message>
        <source>A batch has only {patches} patches for {count} processes: use a larger BATCH_SIZE, or start fewer.</source>
        <translation>Ein Batch hat nur {patches} Patches für {count} Prozesse: Verwenden Sie eine größere BATCH_SIZE oder starten Sie weniger.</translation>
    </message>
    <message>
        <source>PATCH_SIZE is {size}, and the network learns scale {scale} as well, for which tiles of {tile_size} pixels are too small: export tiles with a TILE_SIZE of {needed}, or use a smaller PATCH_SIZE.</source>
        <translation>PATCH_SIZE ist {size}, und das Netz lernt auch den Skalierungsfaktor {scale}, für den Kacheln von {tile_size} Pixeln zu klein sind: Exportieren Sie Kacheln mit einer TILE_SIZE von {needed} oder verwenden Sie eine kleinere PATCH_SIZE.</translation>
    </message>
    <message>
        <source>The tiles are too few, or lie too close together, to be divided into training, validation and test tiles without the same land in two of them: put them into folders train, val and test, or add tiles of other land.</source>
        <translation>Die Kacheln sind zu wenige oder liegen zu dicht beieinander, um sie in Trainings-, Validierungs- und Testkacheln aufzuteilen, ohne dass dieselbe Fläche in zweien davon liegt: Legen Sie sie in Ordner train, val und test, oder fügen Sie Kacheln anderer Flächen hinzu.</translation>
    </message>
    <message>
        <source>train tiles</source>
        <translation>Trainingskacheln</translation>
    </message>
    <message>
        <source>val tiles</source>
        <translation>Validierungskacheln</translation>
    </message>
    <message>
        <source>test tiles</source>
        <translation>Testkacheln</translation>
    </message>
    <message>
        <source>SPLIT requires {wanted} kinds of tiles, but there is land for {found} separate blocks only: use a smaller TILE_SIZE, a larger area or more rasters, or 0 % for one kind.</source>
        <translation>SPLIT verlangt {wanted} Arten von Kacheln, aber die Fläche reicht nur für {found} getrennte Blöcke: Verwenden Sie eine kleinere TILE_SIZE, ein größeres Gebiet oder mehr Raster, oder 0 % für eine Art.</translation>
    </message>
    <message>
        <source>{count} train</source>
        <translation>{count} zum Training</translation>
    </message>
    <message>
        <source>{count} val</source>
        <translation>{count} zur Validierung</translation>
    </message>
    <message>
        <source>{count} test</source>
        <translation>{count} zum Test</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}): free disk space, or choose another OUTPUT.</source>
        <translation>{path} konnte nicht geschrieben werden ({reason}): Schaffen Sie Platz oder wählen Sie ein anderes OUTPUT.</translation>
    </message>
    <message>
        <source>{path} is a file: choose the folder of a tile set, which holds tileset.json.</source>
        <translation>{path} ist eine Datei: Wählen Sie den Ordner eines Kachelsatzes, der tileset.json enthält.</translation>
    </message>
    <message>
        <source>The tile set {folder} does not exist.</source>
        <translation>Den Kachelsatz {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>The tile set {folder} lacks {count} of its files, such as {path}: export it again.</source>
        <translation>Dem Kachelsatz {folder} fehlen {count} seiner Dateien, etwa {path}: Exportieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>The tile set {folder} has no {tiles}: export it with a SPLIT that leaves some for {split}.</source>
        <translation>Der Kachelsatz {folder} hat keine {tiles}: Exportieren Sie ihn mit einem SPLIT, der einige für {split} übrig lässt.</translation>
    </message>
    <message>
        <source>The tile {path} is not of the size that {info} says: export the tile set again.</source>
        <translation>Die Kachel {path} hat nicht die Größe, die {info} nennt: Exportieren Sie den Kachelsatz noch einmal.</translation>
    </message>
    <message>
        <source>The tile {path} has {found} pixels and not the {wanted} ones that {info} says: export the tile set again.</source>
        <translation>Die Kachel {path} hat {found}-Pixel und nicht die {wanted}-Pixel, die {info} nennt: exportieren Sie den Kachelsatz noch einmal.</translation>
    </message>
    <message>
        <source>The tiles in {folder} have a guide for scale {own}, and what it is at scale {scale} is not known: set multi_scale=false in BACKBONE_OPTIONS, choose a BACKBONE for one scale, such as edsr, or export tiles without GUIDE.</source>
        <translation>Die Kacheln in {folder} haben ein Führungsraster für den Skalierungsfaktor {own}, und wie es beim Skalierungsfaktor {scale} aussieht, ist nicht bekannt: Setzen Sie multi_scale=false in BACKBONE_OPTIONS, wählen Sie ein BACKBONE für einen einzigen Skalierungsfaktor, etwa edsr, oder exportieren Sie Kacheln ohne GUIDE.</translation>
    </message>
    <message>
        <source>The low-resolution side of {folder} was observed at scale {own}, and what it is at scale {scale} is not known: set multi_scale=false in BACKBONE_OPTIONS, choose a BACKBONE for one scale, such as edsr, or export tiles without INPUT_LR.</source>
        <translation>Die niedrig aufgelöste Seite von {folder} wurde beim Skalierungsfaktor {own} beobachtet, und wie sie beim Skalierungsfaktor {scale} aussieht, ist unbekannt: Setzen Sie multi_scale=false in BACKBONE_OPTIONS, wählen Sie ein BACKBONE für einen einzigen Skalierungsfaktor, etwa edsr, oder exportieren Sie Kacheln ohne INPUT_LR.</translation>
    </message>
    <message>
        <source>The tile {path} is damaged: export the tile set again.</source>
        <translation>Die Kachel {path} ist beschädigt: Exportieren Sie den Kachelsatz noch einmal.</translation>
    </message>
    <message>
        <source>The tile set {folder} was made by a newer Finer: update this one.</source>
        <translation>Der Kachelsatz {folder} wurde mit einem neueren Finer erstellt: Aktualisieren Sie dieses.</translation>
    </message>
    <message>
        <source>{path} is damaged: export the tile set again.</source>
        <translation>{path} ist beschädigt: Exportieren Sie den Kachelsatz noch einmal.</translation>
    </message>
    <message>
        <source>The option {option} has {count} numbers for {bands} bands: give one number, or one for each band.</source>
        <translation>Die Option {option} hat {count} Zahlen für {bands} Kanäle: Geben Sie eine Zahl an oder eine für jeden Kanal.</translation>
    </message>
    <message>
        <source>The option jpeg is for rasters of 8-bit pixels (uint8), and these are {dtype}: leave it out.</source>
        <translation>Die Option jpeg ist für Raster mit 8-Bit-Pixeln (uint8), und diese sind {dtype}: Lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>noise of {values}</source>
        <translation>Rauschen von {values}</translation>
    </message>
    <message>
        <source>JPEG of quality {quality}</source>
        <translation>JPEG mit Qualität {quality}</translation>
    </message>
    <message>
        <source>the mean of the area</source>
        <translation>Mittelwert der Fläche</translation>
    </message>
    <message>
        <source>antialiased bicubic resampling</source>
        <translation>bikubisches Resampling mit Antialiasing</translation>
    </message>
    <message>
        <source>antialiased bilinear resampling</source>
        <translation>bilineares Resampling mit Antialiasing</translation>
    </message>
    <message>
        <source>the MTF ({values} at the Nyquist frequency)</source>
        <translation>MTF ({values} bei der Nyquist-Frequenz)</translation>
    </message>
    <message>
        <source>The bands of {sensor} cannot be identified: set mtf.</source>
        <translation>Die Kanäle von {sensor} lassen sich nicht bestimmen: Setzen Sie mtf.</translation>
    </message>
    <message>
        <source>the MTF of {sensor} ({values} at the Nyquist frequency)</source>
        <translation>MTF von {sensor} ({values} bei der Nyquist-Frequenz)</translation>
    </message>
    <message>
        <source>The options mtf and sensor exclude each other: give one of them.</source>
        <translation>Die Optionen mtf und sensor schließen einander aus: Geben Sie eine davon an.</translation>
    </message>
    <message>
        <source>Band {number} is called {name}, which is not a band of {sensor}: instead of sensor, give mtf with one number for each band ({known}).</source>
        <translation>Kanal {number} heißt {name}, und das ist kein Kanal von {sensor}: Geben Sie statt sensor mtf mit einer Zahl für jeden Kanal an ({known}).</translation>
    </message>
    <message>
        <source>for each tile another blur between antialiased bicubic resampling and MTF {mtf:g}, bands up to {shift:g} pixels apart</source>
        <translation>für jede Kachel eine andere Unschärfe zwischen bikubischer Verkleinerung mit Kantenglättung und MTF {mtf:g}, Kanäle bis zu {shift:g} Pixel gegeneinander verschoben</translation>
    </message>
    <message>
        <source>{steps}; {share:.0%} of the tiles clean</source>
        <translation>{steps}; {share:.0%} der Kacheln sauber</translation>
    </message>
    <message>
        <source>The option jpeg2000 is for rasters of 8-bit pixels (uint8), and these are {dtype}: leave it out.</source>
        <translation>Die Option jpeg2000 ist für Raster mit 8-Bit-Pixeln (uint8), und diese sind {dtype}: Lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>noise of up to {values}</source>
        <translation>Rauschen bis zu {values}</translation>
    </message>
    <message>
        <source>JPEG of quality {quality} to {best} in {share:.0%}</source>
        <translation>JPEG der Qualität {quality} bis {best} in {share:.0%}</translation>
    </message>
    <message>
        <source>JPEG 2000 of {best:g} to {most:g} times smaller files in {share:.0%}</source>
        <translation>JPEG 2000 mit {best:g}- bis {most:g}-mal kleineren Dateien in {share:.0%}</translation>
    </message>
    <message>
        <source>Computing on {device}: the model is in ONNX, and ONNX Runtime cannot use {better} here.</source>
        <translation>Gerechnet wird auf {device}: Das Modell liegt in ONNX vor, und ONNX Runtime kann {better} hier nicht nutzen.</translation>
    </message>
    <message>
        <source>There is no {device} device that the SR engine can use here: set DEVICE to "auto" or "cpu".</source>
        <translation>Es gibt kein Gerät {device}, das die SR-Engine hier nutzen kann: Setzen Sie DEVICE auf "auto" oder "cpu".</translation>
    </message>
    <message>
        <source>CPU: {count} threads</source>
        <translation>CPU: {count} Threads</translation>
    </message>
    <message>
        <source>Computing on {device}.</source>
        <translation>Gerechnet wird auf {device}.</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot use {device} here, and this model is in ONNX: set DEVICE to "auto" or "cpu".</source>
        <translation>ONNX Runtime kann {device} hier nicht nutzen, und dieses Modell liegt in ONNX vor: Setzen Sie DEVICE auf "auto" oder "cpu".</translation>
    </message>
    <message>
        <source>DEVICE={device} needs PyTorch, which the light SR engine does not have: set DEVICE to auto, cpu or vulkan, or run "Set up SR engine" with PARTS set to complete.</source>
        <translation>DEVICE={device} braucht PyTorch, das die leichte SR-Engine nicht hat: Setzen Sie DEVICE auf auto, cpu oder vulkan. Oder: Führen Sie „SR-Engine einrichten“ aus und setzen Sie dort PARTS auf complete.</translation>
    </message>
    <message>
        <source>n_timestep is {asked}, but the model was trained with {trained} steps: choose at most that many.</source>
        <translation>n_timestep ist {asked}, aber das Modell wurde mit {trained} Schritten trainiert: Wählen Sie höchstens so viele.</translation>
    </message>
    <message>
        <source>The sampler {sampler} is for models trained with the objective {other}, and this one was trained with {own}: set SAMPLER to one of {known}.</source>
        <translation>Der Sampler {sampler} ist für Modelle, die mit dem Lernziel {other} trainiert wurden, und dieses wurde mit {own} trainiert: Setzen Sie SAMPLER auf einen von {known}.</translation>
    </message>
    <message>
        <source>SCHEDULE says where the steps lie, and so does spacing={spacing}: leave one of them out.</source>
        <translation>SCHEDULE legt fest, wo die Schritte liegen, spacing={spacing} aber auch: Lassen Sie eines davon weg.</translation>
    </message>
    <message>
        <source>This model was trained with the objective flow, which has no noise schedule: leave {parameter} blank.</source>
        <translation>Dieses Modell wurde mit dem Lernziel flow trainiert, das keinen Rauschplan hat: Lassen Sie {parameter} leer.</translation>
    </message>
    <message>
        <source>linear_start is {start} and must not be above linear_end, which is {end}.</source>
        <translation>linear_start ist {start} und darf nicht über linear_end liegen, das {end} ist.</translation>
    </message>
    <message>
        <source>This needs the complete SR engine, and the one that is set up is the light one, which only runs models: run "Set up SR engine" with PARTS set to complete.</source>
        <translation>Dafür ist die vollständige SR-Engine nötig; eingerichtet ist die leichte, die nur Modelle anwendet: Führen Sie „SR-Engine einrichten“ aus und setzen Sie dort PARTS auf complete.</translation>
    </message>
    <message>
        <source>{count} tiles are too few to calibrate errors on: at least {needed} are needed, 100 or more are better.</source>
        <translation>{count} Kacheln sind zu wenige, um Fehler daran zu kalibrieren: {needed} oder mehr sind nötig, 100 oder mehr besser.</translation>
    </message>
    <message>
        <source>Calibrating errors</source>
        <translation>Fehler werden kalibriert</translation>
    </message>
    <message>
        <source>{count} {tiles} are too few to calibrate the errors of results, for OUTPUT_ERROR of "Classify pixels with SR model": that needs {needed} or more, or CALIBRATE of "Evaluate SR model" on other tiles.</source>
        <translation>{count} {tiles} sind zu wenige, um die Fehler der Ergebnisse zu kalibrieren, für OUTPUT_ERROR von „Pixel mit SR-Modell klassifizieren“: Das braucht {needed} oder mehr, oder CALIBRATE von „SR-Modell bewerten“ an anderen Kacheln.</translation>
    </message>
    <message>
        <source>Measuring the fixed pattern</source>
        <translation>Festes Muster wird gemessen</translation>
    </message>
    <message>
        <source>No train tile in {folder} has a valid pixel.</source>
        <translation>Keine Trainingskachel in {folder} hat ein gültiges Pixel.</translation>
    </message>
    <message>
        <source>No val tile in {folder} has a valid pixel.</source>
        <translation>Keine Validierungskachel in {folder} hat ein gültiges Pixel.</translation>
    </message>
    <message>
        <source>No test tile in {folder} has a valid pixel.</source>
        <translation>Keine Testkachel in {folder} hat ein gültiges Pixel.</translation>
    </message>
    <message>
        <source>Minimum gain</source>
        <translation>Kleinster Gewinn</translation>
    </message>
    <message>
        <source>Median gain</source>
        <translation>Mittlerer Gewinn (Median)</translation>
    </message>
    <message>
        <source>Maximum gain</source>
        <translation>Größter Gewinn</translation>
    </message>
    <message>
        <source>The model is for scale {model} and the tiles in {folder} are for scale {tiles}: export tiles with SCALE {model}, or choose another model.</source>
        <translation>Das Modell ist für den Skalierungsfaktor {model}, die Kacheln in {folder} sind für den Skalierungsfaktor {tiles}: Exportieren Sie Kacheln mit SCALE {model} oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model takes {model} bands and the tiles in {folder} have {tiles}: export tiles with the model's BANDS, or choose another model.</source>
        <translation>Das Modell nimmt {model} Kanäle, die Kacheln in {folder} haben {tiles}: Exportieren Sie Kacheln mit den BANDS des Modells oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model takes {model} channels in all and the tiles in {folder} have {tiles}: one of the two has a guide that the other lacks, or another one; export tiles with the model's GUIDE, or choose another model.</source>
        <translation>Das Modell nimmt insgesamt {model} Kanäle, die Kacheln in {folder} haben {tiles}: Eines von beiden hat ein Führungsraster, das dem anderen fehlt, oder ein anderes; exportieren Sie Kacheln mit dem GUIDE des Modells oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Measuring tile {number} of {count}</source>
        <translation>Kachel {number} von {count} wird gemessen</translation>
    </message>
    <message>
        <source>Results of ONNX Runtime and of the model differ by {share:.1e} of their range. Nothing was written.</source>
        <translation>Die Ergebnisse von ONNX Runtime und vom Modell unterscheiden sich um {share:.1e} ihres Wertebereichs. Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>The network cannot be written in ONNX ({reason}).</source>
        <translation>Das Netz lässt sich nicht in ONNX schreiben ({reason}).</translation>
    </message>
    <message>
        <source>There is not enough disk space in {folder} ({reason}; {free} MB are free, about {needed} MB are needed): delete what unfinished runs have left there ({left}), or other files, or choose another OUTPUT.</source>
        <translation>In {folder} ist nicht genug Platz ({reason}; {free} MB sind frei, etwa {needed} MB werden gebraucht): Löschen Sie dort, was nicht beendete Läufe hinterlassen haben ({left}), oder andere Dateien, oder wählen Sie ein anderes OUTPUT.</translation>
    </message>
    <message>
        <source>A disk is full ({reason}): free space on the one with OUTPUT, or on the one with the folder for temporary files, {folder}, where {free} MB are free, or set another in TMPDIR.</source>
        <translation>Ein Datenträger ist voll ({reason}): Schaffen Sie Platz auf dem mit OUTPUT oder auf dem mit dem Ordner für temporäre Dateien, {folder}, wo {free} MB frei sind, oder nennen Sie in TMPDIR einen anderen.</translation>
    </message>
    <message>
        <source>There is not enough disk space in {folder} ({reason}; {free} MB are free): delete what unfinished runs have left there ({left}), or other files, or choose another OUTPUT.</source>
        <translation>In {folder} ist nicht genug Platz ({reason}; {free} MB sind frei): Löschen Sie dort, was nicht beendete Läufe hinterlassen haben ({left}), oder andere Dateien, oder wählen Sie ein anderes OUTPUT.</translation>
    </message>
    <message>
        <source>There is not enough disk space in {folder} ({reason}; {free} MB are free, about {needed} MB are needed): delete files on this disk, or choose another OUTPUT.</source>
        <translation>In {folder} ist nicht genug Platz ({reason}; {free} MB sind frei, etwa {needed} MB werden gebraucht): Löschen Sie Dateien auf diesem Datenträger, oder wählen Sie ein anderes OUTPUT.</translation>
    </message>
    <message>
        <source>There is not enough disk space in {folder} ({reason}; {free} MB are free): delete files on this disk, or choose another OUTPUT.</source>
        <translation>In {folder} ist nicht genug Platz ({reason}; {free} MB sind frei): Löschen Sie Dateien auf diesem Datenträger, oder wählen Sie ein anderes OUTPUT.</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Kerne</translation>
    </message>
    <message>
        <source>{others} and {last}</source>
        <translation>{others} und {last}</translation>
    </message>
    <message>
        <source>{others} or {last}</source>
        <translation>{others} oder {last}</translation>
    </message>
    <message>
        <source>{path} contains program code and not only weights, and loading it would run that code: choose another file from the page where the model is published, or ask its author to save only the network's state_dict(), or to export it to ONNX.</source>
        <translation>{path} enthält Programmcode und nicht nur Gewichte, und beim Laden würde er ausgeführt: Wählen Sie eine andere Datei von der Seite, auf der das Modell veröffentlicht ist, oder bitten Sie den Urheber, nur state_dict() des Netzes zu speichern oder es nach ONNX zu exportieren.</translation>
    </message>
    <message>
        <source>{path} contains no weights (state_dict): choose the file of weights from the page where the model is published, or ask its author to save only the network's state_dict(), or to export it to ONNX.</source>
        <translation>{path} enthält keine Gewichte (state_dict): Wählen Sie die Datei mit den Gewichten von der Seite, auf der das Modell veröffentlicht ist, oder bitten Sie den Urheber, nur state_dict() des Netzes zu speichern oder es nach ONNX zu exportieren.</translation>
    </message>
    <message>
        <source>{path} is not a weights file (.pth, .pt, .safetensors) or is damaged: {reason}.</source>
        <translation>{path} ist keine Datei mit Gewichten (.pth, .pt, .safetensors) oder eine beschädigte: {reason}.</translation>
    </message>
    <message>
        <source>{path} refers to the weights file {name}, which is missing: copy the model again, with that file.</source>
        <translation>{path} verweist auf die Gewichtsdatei {name}, die fehlt: Kopieren Sie das Modell noch einmal, mit dieser Datei.</translation>
    </message>
    <message>
        <source>{path} is not a model of ArcGIS (.dlpk, or .emd beside its weights), or a damaged one: copy it again.</source>
        <translation>{path} ist kein Modell von ArcGIS (.dlpk, oder .emd neben seinen Gewichten) oder beschädigt: Kopieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>{path} is a model of another kind ({kind}), and only SuperResolution can be imported.</source>
        <translation>{path} ist ein Modell anderer Art ({kind}); importieren lässt sich nur SuperResolution.</translation>
    </message>
    <message>
        <source>ArcGIS applies an unsharp mask to the network's output, which is not part of the weights and is not imported: results here are the network's own. The file does not state how ArcGIS enlarges the image before the network: here it is bicubic.</source>
        <translation>ArcGIS wendet auf die Ausgabe des Netzes eine Unscharfmaskierung an, die nicht zu den Gewichten gehört und nicht importiert wird: Ergebnisse sind hier die des Netzes selbst. Die Datei gibt nicht an, wie ArcGIS das Bild vor dem Netz vergrößert: hier bikubisch.</translation>
    </message>
    <message>
        <source>The file does not state how ArcGIS enlarges the image before the network: here it is bilinear, as in its training.</source>
        <translation>Wie ArcGIS das Bild vor dem Netz vergrößert, sagt die Datei nicht: Hier geschieht es bilinear, wie beim Training des Netzes.</translation>
    </message>
    <message>
        <source>Only ArcGIS SuperResolution models with the networks SR3 and U-Net can be imported, and this one is {network}: train one with SR3 or a ResNet, or export it to ONNX and import that.</source>
        <translation>Von den SuperResolution-Modellen von ArcGIS lassen sich die mit den Netzen SR3 und U-Net importieren; dieses ist {network}: Trainieren Sie eines mit SR3 oder einem ResNet, oder exportieren Sie es nach ONNX und importieren Sie das.</translation>
    </message>
    <message>
        <source>The model definition is of another network than its weights: export the model from ArcGIS again.</source>
        <translation>Die Modelldefinition gehört zu einem anderen Netz als ihre Gewichte: Exportieren Sie das Modell noch einmal aus ArcGIS.</translation>
    </message>
    <message>
        <source>The statistics in the model definition do not fit the weights, which are of {bands} bands: export the model from ArcGIS again.</source>
        <translation>Die Statistik in der Modelldefinition passt nicht zu den Gewichten für {bands} Kanäle: Exportieren Sie das Modell noch einmal aus ArcGIS.</translation>
    </message>
    <message>
        <source>There is no file {path}: choose the file with the weights.</source>
        <translation>Die Datei {path} gibt es nicht: Wählen Sie die Datei mit den Gewichten.</translation>
    </message>
    <message>
        <source>{path} is empty: download or copy it again.</source>
        <translation>{path} ist leer: Laden oder kopieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>{path} is a macOS metadata file of {owner} and contains no weights: choose {owner} instead.</source>
        <translation>{path} ist eine macOS-Metadatendatei zu {owner} und enthält keine Gewichte: Wählen Sie stattdessen {owner}.</translation>
    </message>
    <message>
        <source>{path} is a web page and not the file that the page offers: open its address in a browser, and download the file itself.</source>
        <translation>{path} ist eine Webseite und nicht die Datei, die dort angeboten wird: Öffnen Sie die Adresse im Browser und laden Sie die Datei selbst herunter.</translation>
    </message>
    <message>
        <source>{path} is a Git LFS pointer to the weights file: run git lfs pull where it was cloned, or download the file itself from the website.</source>
        <translation>{path} ist ein Zeiger von Git LFS auf die Datei mit den Gewichten: Führen Sie git lfs pull im geklonten Ordner aus, oder laden Sie die Datei selbst von der Webseite.</translation>
    </message>
    <message>
        <source>{path} is a text file and not one of weights (.pth, .pt, .safetensors): download the file itself.</source>
        <translation>{path} ist eine Textdatei und keine mit Gewichten (.pth, .pt, .safetensors): Laden Sie die Datei selbst herunter.</translation>
    </message>
    <message>
        <source>{path} is a TorchScript archive, a program with its weights: save the network's state_dict() alone, or export it to ONNX.</source>
        <translation>{path} ist ein TorchScript-Archiv, ein Programm samt Gewichten: Speichern Sie nur das state_dict() des Netzes, oder exportieren Sie es nach ONNX.</translation>
    </message>
    <message>
        <source>{path} is a model package already: choose it where a model is asked for.</source>
        <translation>{path} ist bereits ein Modellpaket: Wählen Sie es dort, wo nach einem Modell gefragt wird.</translation>
    </message>
    <message>
        <source>{path} is a zip archive without weights that PyTorch saved: unpack it, and choose the file of weights (.pth, .pt, .safetensors) or the ONNX model in it.</source>
        <translation>{path} ist ein Zip-Archiv ohne von PyTorch gespeicherte Gewichte: Entpacken Sie es und wählen Sie die Datei mit Gewichten (.pth, .pt, .safetensors) oder das ONNX-Modell darin.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} lässt sich nicht lesen: {reason}.</translation>
    </message>
    <message>
        <source>{path} is a raster ({kind}) and not the file of a network (.pth, .pt, .safetensors, .onnx): choose that.</source>
        <translation>{path} ist ein Raster ({kind}) und nicht die Datei eines Netzes (.pth, .pt, .safetensors, .onnx): Wählen Sie diese.</translation>
    </message>
    <message>
        <source>{path} is a file of another kind ({kind}), and not of weights (.pth, .pt, .safetensors): unpack or convert it first.</source>
        <translation>{path} ist eine Datei anderer Art ({kind}) und keine mit Gewichten (.pth, .pt, .safetensors): Entpacken oder konvertieren Sie sie zuerst.</translation>
    </message>
    <message>
        <source>Its mean-shift layers do more than shift: export the network to ONNX and import that.</source>
        <translation>Die Mean-Shift-Schichten tun mehr als verschieben: Exportieren Sie das Netz nach ONNX und importieren Sie das.</translation>
    </message>
    <message>
        <source>it gives another result for the same image each time, as networks do that add noise or were exported in training mode: export it in evaluation mode, without noise</source>
        <translation>es liefert für dasselbe Bild jedes Mal ein anderes Ergebnis, wie Netze, die Rauschen hinzufügen oder im Trainingsmodus exportiert wurden: exportieren Sie es im Auswertungsmodus, ohne Rauschen</translation>
    </message>
    <message>
        <source>its result shows the image rotated or mirrored: take out what swaps or reverses rows and columns</source>
        <translation>sein Ergebnis zeigt das Bild gedreht oder gespiegelt: entfernen Sie, was Zeilen und Spalten vertauscht oder umkehrt</translation>
    </message>
    <message>
        <source>its result shows the image moved by {rows} rows and {cols} columns: take out what cuts or pads one side only</source>
        <translation>sein Ergebnis zeigt das Bild um {rows} Zeilen und {cols} Spalten verschoben: entfernen Sie, was nur an einer Seite abschneidet oder auffüllt</translation>
    </message>
    <message>
        <source>it could not be run with any of the image sizes tried</source>
        <translation>es läuft mit keiner der ausprobierten Bildgrößen</translation>
    </message>
    <message>
        <source>{path} and its weights are larger than 2 GB together, which is more than one ONNX model can hold: choose a smaller one.</source>
        <translation>{path} und die Gewichte sind zusammen größer als 2 GB, mehr als ein ONNX-Modell fasst: Wählen Sie ein kleineres.</translation>
    </message>
    <message>
        <source>The ONNX model keeps its weights in {file}, which is not in its own folder, and only files there are read: save it again with the weights beside it.</source>
        <translation>Das ONNX-Modell hat seine Gewichte in {file}, außerhalb seines Ordners, und nur Dateien darin werden gelesen: Speichern Sie es neu, mit den Gewichten daneben.</translation>
    </message>
    <message>
        <source>The ONNX model keeps its weights in a second file, {file}, which is missing: put it into the same folder.</source>
        <translation>Das ONNX-Modell hat seine Gewichte in einer zweiten Datei, {file}, die fehlt: Legen Sie sie in denselben Ordner.</translation>
    </message>
    <message>
        <source>{file}, in which the ONNX model keeps its weights, is shorter than the model says: copy or download it again.</source>
        <translation>{file} mit den Gewichten des ONNX-Modells ist kürzer, als das Modell angibt: Kopieren oder laden Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>The ONNX model accepts a guide of any of the ratios {ratios}: set GUIDE_RATIO to the one that it was trained with.</source>
        <translation>Das ONNX-Modell nimmt ein Führungsraster mit jedem der Verhältnisse {ratios}: Setzen Sie GUIDE_RATIO auf das, mit dem es trainiert wurde.</translation>
    </message>
    <message>
        <source>{option} has {given} names and the ONNX model takes {bands}.</source>
        <translation>{option} hat {given} Namen, und das ONNX-Modell nimmt {bands}.</translation>
    </message>
    <message>
        <source>its inputs are not one or two images of four dimensions (NCHW or NHWC)</source>
        <translation>seine Eingaben sind nicht ein oder zwei Bilder mit vier Dimensionen (NCHW oder NHWC)</translation>
    </message>
    <message>
        <source>it takes two images and runs with none of the pixel size ratios tried</source>
        <translation>es nimmt zwei Bilder und läuft mit keinem der versuchten Verhältnisse der Pixelgrößen</translation>
    </message>
    <message>
        <source>its input type is {kind}, and only float32 and float16 are supported: export it with one of these</source>
        <translation>sein Eingabetyp ist {kind}, unterstützt werden nur float32 und float16: exportieren Sie es mit einem davon</translation>
    </message>
    <message>
        <source>The ONNX model is not a super-resolution network that Finer can use: {reason}.</source>
        <translation>Das ONNX-Modell ist kein Super-Resolution-Netz, das Finer verwenden kann: {reason}.</translation>
    </message>
    <message>
        <source>The ONNX model has no output {asked}: it has {known}.</source>
        <translation>Das ONNX-Modell hat keine Ausgabe {asked}: Es hat {known}.</translation>
    </message>
    <message>
        <source>The ONNX model has several outputs that can be the result: set OUTPUT_NAME to one of {known}.</source>
        <translation>Das ONNX-Modell hat mehrere Ausgaben, die das Ergebnis sein können: Setzen Sie OUTPUT_NAME auf eine von {known}.</translation>
    </message>
    <message>
        <source>from {rows} × {cols} pixels it produces {high} × {wide}, and only a network that loses the same number of pixels on every side can be used</source>
        <translation>aus {rows} × {cols} Pixeln macht es {high} × {wide}, und nur ein Netz, das an jeder Seite gleich viele Pixel verliert, kann verwendet werden</translation>
    </message>
    <message>
        <source>its result always has {high} × {wide} pixels, but must grow with the image</source>
        <translation>sein Ergebnis hat immer {high} × {wide} Pixel, muss aber mit dem Bild wachsen</translation>
    </message>
    <message>
        <source>its result is {rows:g} × {cols:g} times as large, and can be 1, 2, 3, 4 or 8 times</source>
        <translation>sein Ergebnis ist {rows:g} × {cols:g}-mal so groß und kann 1-, 2-, 3-, 4- oder 8-mal so groß sein</translation>
    </message>
    <message>
        <source>from {bands} bands it produces an array of shape {shape}</source>
        <translation>aus {bands} Kanälen macht es ein Array der Form {shape}</translation>
    </message>
    <message>
        <source>its result is not finite, for example because weights are NaN</source>
        <translation>sein Ergebnis ist nicht endlich, etwa weil Gewichte NaN sind</translation>
    </message>
    <message>
        <source>This PLKSR has large kernels that are composed of several, and only one with plain kernels can be imported: export it to ONNX and import that.</source>
        <translation>Die großen Kerne dieses PLKSR sind aus mehreren zusammengesetzt, und nur eines mit einfachen kann importiert werden: Exportieren Sie es nach ONNX und importieren Sie das.</translation>
    </message>
    <message>
        <source>This RealPLKSR samples at positions that it computes (DySample), so its receptive field is unbounded: export it to ONNX and import that.</source>
        <translation>Dieses RealPLKSR tastet an Stellen ab, die es selbst berechnet (DySample); sein rezeptives Feld ist deshalb unbegrenzt: Exportieren Sie es nach ONNX und importieren Sie das.</translation>
    </message>
    <message>
        <source>The weights do not exactly match a PLKSR: export it to ONNX and import that.</source>
        <translation>Die Gewichte stimmen nicht genau mit denen eines PLKSR überein: Exportieren Sie es nach ONNX und importieren Sie das.</translation>
    </message>
    <message>
        <source>These weights are of a network that cannot be imported. Supported networks are {known}; any other can be exported to ONNX and imported from that.</source>
        <translation>Diese Gewichte gehören zu einem Netz, das sich nicht importieren lässt. Unterstützt werden {known}; jedes andere Netz lässt sich nach ONNX exportieren und so importieren.</translation>
    </message>
    <message>
        <source>The weights almost match a supported network: {what}. Export it to ONNX and import that.</source>
        <translation>Die Gewichte entsprechen fast denen eines unterstützten Netzes: {what}. Exportieren Sie es nach ONNX und importieren Sie das.</translation>
    </message>
    <message>
        <source>The weights are not floating-point numbers ({name} is {dtype}), as in a quantised network: use the file from before quantisation, or export it to ONNX.</source>
        <translation>Die Gewichte sind keine Gleitkommazahlen ({name} ist {dtype}), wie bei einem quantisierten Netz: Nehmen Sie die Datei von vor der Quantisierung, oder exportieren Sie es nach ONNX.</translation>
    </message>
    <message>
        <source>The weights contain numbers that are not finite ({name}), so every result would be nodata: the training diverged or the file is damaged. Use another file.</source>
        <translation>Die Gewichte enthalten nicht endliche Zahlen ({name}), sodass jedes Ergebnis Nodata wäre: Das Training ist divergiert oder die Datei ist beschädigt. Nehmen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>BACKBONE_OPTIONS sets {name} = {said}, but the weights have {found}: leave it out.</source>
        <translation>BACKBONE_OPTIONS setzt {name} = {said}, die Gewichte haben aber {found}: Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>nothing corresponds to {name}</source>
        <translation>nichts entspricht {name}</translation>
    </message>
    <message>
        <source>there is no {name}</source>
        <translation>{name} fehlt</translation>
    </message>
    <message>
        <source>{name} is {found} where {wanted} is expected</source>
        <translation>{name} ist {found}, und erwartet wird {wanted}</translation>
    </message>
    <message>
        <source>This RRDBNet takes {inputs} bands and produces {bands}, and only one with the same bands as input and output can be imported.</source>
        <translation>Dieses RRDBNet nimmt {inputs} Kanäle und macht daraus {bands}; importieren lässt sich nur eines, das die Kanäle liefert, die es nimmt.</translation>
    </message>
    <message>
        <source>The weights take {inputs} channels to make {bands}: either {bands} bands at scale {gathered}, whose pixels are gathered {factor} × {factor} into channels first, as in Real-ESRGAN, or {inputs} bands at scale {full}, which cannot be imported; set SCALE to {gathered} if it is the former.</source>
        <translation>Die Gewichte nehmen {inputs} Kanäle und machen daraus {bands}: entweder {bands} Kanäle des Bildes beim Skalierungsfaktor {gathered}, deren Pixel zuerst zu je {factor} × {factor} in Kanäle des Netzes gesammelt werden, wie in Real-ESRGAN, oder {inputs} Kanäle des Bildes beim Skalierungsfaktor {full}, was sich nicht importieren lässt; setzen Sie SCALE auf {gathered}, wenn es das Erste ist.</translation>
    </message>
    <message>
        <source>At scale {full} these weights take {inputs} bands and produce {bands}, and only a network with the same bands as input and output can be imported.</source>
        <translation>Beim Skalierungsfaktor {full} nehmen diese Gewichte {inputs} Kanäle und machen daraus {bands}; importieren lässt sich nur ein Netz, das die Kanäle liefert, die es nimmt.</translation>
    </message>
    <message>
        <source>The weights do not exactly match an RRDBNet: export it to ONNX and import that.</source>
        <translation>Die Gewichte stimmen nicht genau mit denen eines RRDBNet überein: Exportieren Sie es nach ONNX und importieren Sie das.</translation>
    </message>
    <message>
        <source>The network takes {bands} bands and produces {outputs} channels, which are not as many bands at a finer resolution; only one with the same bands as input and output can be imported.</source>
        <translation>Das Netz nimmt {bands} Kanäle und macht daraus {outputs}, was nicht ebenso viele Kanäle in feinerer Auflösung sind, und nur eines, das so viele Kanäle macht, wie es nimmt, kann importiert werden.</translation>
    </message>
    <message>
        <source>The weights do not exactly match an SRResNet: export it to ONNX and import that.</source>
        <translation>Die Gewichte stimmen nicht genau mit denen eines SRResNet überein: Exportieren Sie es nach ONNX und importieren Sie das.</translation>
    </message>
    <message>
        <source>SCALE is {asked}, and the weights are for scale {found}: leave SCALE blank.</source>
        <translation>SCALE ist {asked}, die Gewichte sind aber für den Skalierungsfaktor {found}: Lassen Sie SCALE leer.</translation>
    </message>
    <message>
        <source>This {network} restores images at their own size, and only one that increases the resolution can be imported: export it to ONNX and import that.</source>
        <translation>Dieses {network} stellt Bilder in ihrer eigenen Größe wieder her, und nur eines, das feinere Pixel macht, lässt sich importieren: Exportieren Sie es nach ONNX und importieren Sie das.</translation>
    </message>
    <message>
        <source>The weights do not exactly match a {network}: export it to ONNX and import that.</source>
        <translation>Die Gewichte stimmen nicht genau mit denen eines {network} überein: Exportieren Sie es nach ONNX und importieren Sie das.</translation>
    </message>
    <message>
        <source>The weights do not tell the scale: set SCALE.</source>
        <translation>Die Gewichte verraten den Skalierungsfaktor nicht: Setzen Sie SCALE.</translation>
    </message>
    <message>
        <source>This CARN is for the scales {found}, and only one for a single scale or for {known} can be imported: export it to ONNX at one scale and import that.</source>
        <translation>Dieses CARN ist für die Skalen {found}, und nur eines für eine einzige oder für {known} kann importiert werden: Exportieren Sie es mit einer Skala nach ONNX und importieren Sie das.</translation>
    </message>
    <message>
        <source>This MDSR is for the scales {found}, and only one for {known} can be imported: export it to ONNX at one scale and import that.</source>
        <translation>Dieses MDSR ist für die Skalierungsfaktoren {found}, und importieren lässt sich nur eines für {known}: Exportieren Sie es für einen Skalierungsfaktor nach ONNX und importieren Sie das.</translation>
    </message>
    <message>
        <source>SCALE is {asked}, and the weights are for the scales {found}: leave SCALE blank.</source>
        <translation>SCALE ist {asked}, die Gewichte sind aber für die Skalierungsfaktoren {found}: Lassen Sie SCALE leer.</translation>
    </message>
    <message>
        <source>The weights are for scale 2 or 3 and do not tell which: set SCALE.</source>
        <translation>Die Gewichte sind für den Skalierungsfaktor 2 oder 3 und verraten nicht, für welchen: Setzen Sie SCALE.</translation>
    </message>
    <message>
        <source>These are the weights of opensr-srgan's generator of type {type}, and only the types standard and res can be imported: export it to ONNX and import that.</source>
        <translation>Das sind die Gewichte des Generators von opensr-srgan vom Typ {type}, und nur die Typen standard und res können importiert werden: Exportieren Sie ihn nach ONNX und importieren Sie das.</translation>
    </message>
    <message>
        <source>The network sharpens {bands} bands by a guide of {guide} bands, and the weights do not say how many times finer the guide is: set SCALE, to 2 for SEN2SRLite from 20 m to 10 m and to 4 for it from 10 m to 2.5 m.</source>
        <translation>Das Netz schärft {bands} Kanäle mit einem Führungsraster von {guide} Kanälen, und die Gewichte sagen nicht, wievielmal feiner das Führungsraster ist: Setzen Sie SCALE, auf 2 für SEN2SRLite von 20 m auf 10 m und auf 4 für das von 10 m auf 2,5 m.</translation>
    </message>
    <message>
        <source>The weights do not exactly match an SR3: export it to ONNX and import that.</source>
        <translation>Die Gewichte stimmen nicht genau mit denen eines SR3 überein: Exportieren Sie es nach ONNX und importieren Sie das.</translation>
    </message>
    <message>
        <source>This SR3 takes {inputs} bands and produces {bands}, and only one that takes the condition and the noisy image, {wanted} bands, can be imported.</source>
        <translation>Dieses SR3 macht aus {inputs} Kanälen {bands}, und importieren lässt sich nur eines, das die Bedingung und das verrauschte Bild nimmt, also {wanted} Kanäle.</translation>
    </message>
    <message>
        <source>This SwinIR does not shift its windows, and only one that does can be imported: export it to ONNX and import that.</source>
        <translation>Dieses SwinIR verschiebt seine Fenster nicht, und nur eines, das es tut, kann importiert werden: Exportieren Sie es nach ONNX und importieren Sie das.</translation>
    </message>
    <message>
        <source>The network of {model} has a layer that cannot be computed with Vulkan: set DEVICE to "auto" or "cpu".</source>
        <translation>Das Netz von {model} hat eine Schicht, die sich mit Vulkan nicht berechnen lässt: Setzen Sie DEVICE auf "auto" oder "cpu".</translation>
    </message>
    <message>
        <source>The last run with Vulkan crashed: this one computes on the CPU. Update the graphics driver.</source>
        <translation>Der letzte Lauf mit Vulkan ist abgestürzt: Dieser rechnet auf dem Prozessor. Aktualisieren Sie den Grafiktreiber.</translation>
    </message>
    <message>
        <source>In half precision {card} gives another result than the CPU: the run continues on the CPU. Set PRECISION to exact.</source>
        <translation>In halber Genauigkeit liefert {card} ein anderes Ergebnis als die CPU: Der Lauf geht auf der CPU weiter. Setzen Sie PRECISION auf exact.</translation>
    </message>
    <message>
        <source>The memory of {card} is not sufficient: the run continues on the CPU.</source>
        <translation>Der Speicher von {card} reicht nicht aus: Der Lauf geht auf der CPU weiter.</translation>
    </message>
    <message>
        <source>{card} gives a result that is not finite: the run continues on the CPU. Update the card's driver.</source>
        <translation>{card} liefert ein Ergebnis, das nicht endlich ist: Der Lauf geht auf der CPU weiter. Aktualisieren Sie den Treiber der Karte.</translation>
    </message>
    <message>
        <source>{card} gives another result than the CPU: the run continues on the CPU. Update the card's driver.</source>
        <translation>{card} liefert ein anderes Ergebnis als die CPU: Der Lauf geht auf der CPU weiter. Aktualisieren Sie den Treiber der Karte.</translation>
    </message>
    <message>
        <source>The network is computed in half precision ({format}).</source>
        <translation>Das Netz wird in halber Genauigkeit berechnet ({format}).</translation>
    </message>
    <message>
        <source>Half precision is not faster for this model here, or its results are not close enough: PRECISION exact is used.</source>
        <translation>Halbe Genauigkeit ist für dieses Modell hier nicht schneller, oder ihre Ergebnisse sind nicht nah genug: PRECISION exact wird verwendet.</translation>
    </message>
    <message>
        <source>There is not enough memory: set a smaller TILE_SIZE.</source>
        <translation>Der Speicher reicht nicht aus: Setzen Sie TILE_SIZE kleiner als bisher.</translation>
    </message>
    <message>
        <source>{model} does not produce {bands} at {scale} times finer pixels from a guide, which is needed here: choose a model that was trained for it, or leave MODEL blank to learn from the scene.</source>
        <translation>{model} liefert {bands} nicht aus einem Führungsraster mit {scale}-mal feineren Pixeln, was hier nötig ist: Wählen Sie ein dafür trainiertes Modell, oder lassen Sie MODEL leer, um aus der Szene zu lernen.</translation>
    </message>
    <message>
        <source>The model expects {count} bands ({wanted}) and gets {have} of {path}: set BANDS in the model's order, such as BANDS={example}.</source>
        <translation>Das Modell braucht {count} Kanäle ({wanted}) und bekommt {have} von {path}: Setzen Sie BANDS in der Reihenfolge des Modells, etwa BANDS={example}.</translation>
    </message>
    <message>
        <source>The model expects the bands {wanted}, and those of {path} are {names}: choose a raster or a model that fits, or, if what the raster says of its bands is wrong, set BANDS, such as BANDS={example}.</source>
        <translation>Das Modell braucht die Kanäle {wanted}, die von {path} sind {names}: Wählen Sie ein passendes Raster oder Modell oder, falls das Raster seine Kanäle falsch angibt, setzen Sie BANDS, etwa BANDS={example}.</translation>
    </message>
    <message>
        <source>The model takes {model} bands ({wanted}) and the tiles in {folder} have {tiles} ({names}): export tiles with BANDS for the model's, which would be {example} of those they have now, or choose another model.</source>
        <translation>Das Modell nimmt {model} Kanäle ({wanted}), die Kacheln in {folder} haben {tiles} ({names}): Exportieren Sie Kacheln mit BANDS für die des Modells, das wären {example} von den jetzigen, oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model expects the bands {wanted} and the tiles in {folder} have {names}: export tiles with the model's BANDS, or choose another model.</source>
        <translation>Das Modell braucht die Kanäle {wanted}, die Kacheln in {folder} haben {names}: Exportieren Sie Kacheln mit den BANDS des Modells oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model expects {count} bands ({wanted}) and gets {have} of {path}, of which band {alpha} was taken for transparency: if it is measured, set BANDS={example}, or else choose a model of {have} bands.</source>
        <translation>Das Modell braucht {count} Kanäle ({wanted}) und bekommt {have} von {path}, dessen Kanal {alpha} für Transparenz gehalten wurde: Wenn er gemessen ist, setzen Sie BANDS={example}, sonst wählen Sie ein Modell mit {have} Kanälen.</translation>
    </message>
    <message>
        <source>The model expects {count} bands ({wanted}) and gets {have} of {path}: choose a raster that has them, or set BANDS in the model's order, such as BANDS={example}, which gives it another band in place of {missing}.</source>
        <translation>Das Modell braucht {count} Kanäle ({wanted}) und bekommt {have} von {path}: Wählen Sie ein Raster, das sie hat, oder setzen Sie BANDS in der Reihenfolge des Modells, etwa BANDS={example}, womit es statt {missing} einen anderen Kanal bekommt.</translation>
    </message>
    <message>
        <source>The model expects the bands {wanted}, and bands {bands} of {path} are {names}: they are taken because BANDS says so.</source>
        <translation>Das Modell braucht die Kanäle {wanted}, die Kanäle {bands} von {path} sind {names}: Sie werden genommen, weil BANDS es so angibt.</translation>
    </message>
    <message>
        <source>The model expects the band {wanted}, and band {bands} of {path} is {names}: it is taken because BANDS says so.</source>
        <translation>Das Modell braucht den Kanal {wanted}, Kanal {bands} von {path} ist {names}: Er wird genommen, weil BANDS es so angibt.</translation>
    </message>
    <message>
        <source>The model was trained on the bands {model}, and the tiles have {tiles}: are they the same?</source>
        <translation>Das Modell wurde mit den Kanälen {model} trainiert, die Kacheln haben {tiles}: Sind sie dasselbe?</translation>
    </message>
    <message>
        <source>The model does not say what its bands are: those of {path} are taken in their order.</source>
        <translation>Das Modell sagt nicht, was seine Kanäle sind: Die von {path} werden in ihrer Reihenfolge genommen.</translation>
    </message>
    <message>
        <source>It is not known whether bands {bands} of {path} are {wanted}: check, or set BANDS in the model's order.</source>
        <translation>Es ist nicht bekannt, ob die Kanäle {bands} von {path} {wanted} sind: Prüfen Sie es, oder setzen Sie BANDS in der Reihenfolge des Modells.</translation>
    </message>
    <message>
        <source>It is not known whether band {bands} of {path} is {wanted}: check, or set BANDS in the model's order.</source>
        <translation>Es ist nicht bekannt, ob Kanal {bands} von {path} {wanted} ist: Prüfen Sie es, oder setzen Sie BANDS in der Reihenfolge des Modells.</translation>
    </message>
    <message>
        <source>Bands {bands} are those the model names.</source>
        <translation>Die Kanäle {bands} sind die, die das Modell nennt.</translation>
    </message>
    <message>
        <source>Bands {bands} of the tiles are those the model names.</source>
        <translation>Die Kanäle {bands} der Kacheln sind die, die das Modell nennt.</translation>
    </message>
    <message>
        <source>Compiling the network for {device}: this takes a minute or two and makes this run faster.</source>
        <translation>Das Netz wird für {device} kompiliert: Das dauert ein bis zwei Minuten und macht diesen Lauf schneller.</translation>
    </message>
    <message>
        <source>There is not enough memory for one tile: set a smaller TILE_SIZE.</source>
        <translation>Der Speicher reicht nicht für eine Kachel: Setzen Sie eine kleinere TILE_SIZE.</translation>
    </message>
    <message>
        <source>Memory ran out: continuing with {count} tiles at once.</source>
        <translation>Der Speicher reichte nicht: Es geht mit {count} Kacheln zugleich weiter.</translation>
    </message>
    <message>
        <source>The network cannot be compiled here and runs uncompiled ({reason}).</source>
        <translation>Das Netz lässt sich hier nicht kompilieren und läuft unkompiliert weiter ({reason}).</translation>
    </message>
    <message>
        <source>The model does not say how its low-resolution images were made: for OUTPUT_CONSISTENCY a low-resolution pixel is taken as the mean of the result's pixels in it.</source>
        <translation>Das Modell sagt nicht, wie seine niedrig aufgelösten Bilder entstanden sind: Für OUTPUT_CONSISTENCY gilt ein niedrig aufgelöstes Pixel als Mittel der Pixel des Ergebnisses, die darin liegen.</translation>
    </message>
    <message>
        <source>Writing the consistency layer</source>
        <translation>Konsistenz-Layer wird geschrieben</translation>
    </message>
    <message>
        <source>Degraded again ({how}), the result differs from the raster by {difference:.3g} on average (mean absolute difference, in units of its pixels).</source>
        <translation>Wieder degradiert ({how}), weicht das Ergebnis im Mittel um {difference:.3g} vom Raster ab (mittlere absolute Differenz, in Einheiten seiner Pixel).</translation>
    </message>
    <message>
        <source>OUTPUT_CONSISTENCY has no data: no pixel has all that it is compared with.</source>
        <translation>OUTPUT_CONSISTENCY hat keine Daten: Kein Pixel hat alles, womit es verglichen wird.</translation>
    </message>
    <message>
        <source>Comparing with the low-resolution raster</source>
        <translation>Vergleich mit dem niedrig aufgelösten Raster</translation>
    </message>
    <message>
        <source>{done:.2f} of {total:.2f} megapixels</source>
        <translation>{done:.2f} von {total:.2f} Megapixeln</translation>
    </message>
    <message>
        <source>{done} of {total} tiles, over all steps</source>
        <translation>{done} von {total} Kacheln, über alle Schritte</translation>
    </message>
    <message>
        <source>{calls} tiles of {side} × {side} pixels over {steps} steps, {batch} at a time. The canvas is cut into {canvases}, for which {held:.0f} MB are needed.</source>
        <translation>{calls} Kacheln von {side} × {side} Pixeln über {steps} Schritte, je {batch} zugleich. Die Fläche wird in {canvases} geteilt, wofür {held:.0f} MB nötig sind.</translation>
    </message>
    <message>
        <source>Measuring the effective receptive field</source>
        <translation>Das effektive rezeptive Feld wird gemessen</translation>
    </message>
    <message>
        <source>The network's receptive field reaches {pixels} pixels. Measuring how many of them matter would take about {minutes} minutes and is left to the first raster large enough to benefit.</source>
        <translation>Das rezeptive Feld des Netzes reicht {pixels} Pixel weit. Zu messen, wie viele davon ins Gewicht fallen, würde etwa {minutes} Minuten dauern und geschieht erst bei einem Raster, das groß genug ist, um davon zu profitieren.</translation>
    </message>
    <message>
        <source>Writing the error map</source>
        <translation>Fehlerkarte wird geschrieben</translation>
    </message>
    <message>
        <source>Values of {path} are about {mean:.6g} with a standard deviation of {std:.3g}, which the model loses by rounding.</source>
        <translation>Werte von {path} liegen um {mean:.6g} mit einer Standardabweichung von {std:.3g}, die im Modell durch Rundung verloren geht.</translation>
    </message>
    <message>
        <source>Set OFFSET to bring them near zero.</source>
        <translation>Bringen Sie sie mit OFFSET in die Nähe von null.</translation>
    </message>
    <message>
        <source>a guide of {count} bands at {ratio} times finer pixels</source>
        <translation>ein Führungsraster mit {count} Kanälen und {ratio}-mal feineren Pixeln</translation>
    </message>
    <message>
        <source>no guide</source>
        <translation>kein Führungsraster</translation>
    </message>
    <message>
        <source>{model} takes a second raster of the same place, with pixels {ratio} times as fine as the input's and the bands {bands}: name it in GUIDE.</source>
        <translation>{model} nimmt ein zweites Raster desselben Ortes, mit Pixeln, die {ratio}-mal so fein sind wie die der Eingabe, und den Kanälen {bands}: Nennen Sie es in GUIDE.</translation>
    </message>
    <message>
        <source>{model} takes one raster and has no use for a guide: leave GUIDE blank, or choose a model with a guide.</source>
        <translation>{model} nimmt nur ein Raster und kann mit einem Führungsraster nichts anfangen: Lassen Sie GUIDE leer oder wählen Sie ein Modell mit Führungsraster.</translation>
    </message>
    <message>
        <source>The model takes a guide whose pixels are {wanted} times as fine as those of the raster, and those of {guide} are {found} times as fine as those of {path}: choose another GUIDE or model.</source>
        <translation>Das Modell nimmt ein Führungsraster, dessen Pixel {wanted}-mal so fein sind wie die des Rasters, und die von {guide} sind {found}-mal so fein wie die von {path}: Wählen Sie einen anderen GUIDE oder ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model expects a guide of the bands {wanted}, and those of {guide} are {found}: choose them in GUIDE_BANDS, in this order, or another GUIDE.</source>
        <translation>Das Modell braucht ein Führungsraster mit den Kanälen {wanted}, und die von {guide} sind {found}: Wählen Sie sie in GUIDE_BANDS, in dieser Reihenfolge, oder einen anderen GUIDE.</translation>
    </message>
    <message>
        <source>The model was trained with a guide of {trained} pixels and {guide} has {dtype} pixels and does not say what they mean: convert it to {trained}.</source>
        <translation>Das Modell wurde mit einem Führungsraster aus {trained}-Pixeln trainiert; {guide} hat {dtype}-Pixel und sagt nicht, was sie bedeuten: Wandeln Sie es in {trained} um.</translation>
    </message>
    <message>
        <source>The guide {guide} is resampled onto the pixels of {path}.</source>
        <translation>Das Führungsraster {guide} wird auf die Pixel von {path} umgerechnet.</translation>
    </message>
    <message>
        <source>The model produces values that are not finite at row {row}, column {col} of the raster: either nearby pixels are nodata that the raster does not declare, or the model's training diverged.</source>
        <translation>Das Modell liefert bei Zeile {row}, Spalte {col} des Rasters keine endlichen Zahlen: Entweder sind Pixel in der Nähe Nodata, das das Raster nicht angibt, oder das Training des Modells ist divergiert.</translation>
    </message>
    <message>
        <source>The ONNX model cannot be run: {reason}.</source>
        <translation>Das ONNX-Modell lässt sich nicht ausführen: {reason}.</translation>
    </message>
    <message>
        <source>The ONNX model needs more memory than is free: use a smaller TILE_SIZE, or another model.</source>
        <translation>Das ONNX-Modell braucht mehr Speicher, als frei ist: Verwenden Sie ein kleineres TILE_SIZE oder ein anderes Modell.</translation>
    </message>
    <message>
        <source>The ONNX model was stopped: it took more than {seconds:.0f} seconds for one image; use another model, or a smaller TILE_SIZE.</source>
        <translation>Das ONNX-Modell wurde angehalten: Es brauchte mehr als {seconds:.0f} Sekunden für ein Bild; verwenden Sie ein anderes Modell oder ein kleineres TILE_SIZE.</translation>
    </message>
    <message>
        <source>ONNX Runtime does not support its operator {name} (version {version}): export it without that operator</source>
        <translation>ONNX Runtime kann seinen Operator {name} (Version {version}) nicht berechnen: exportieren Sie es ohne diesen</translation>
    </message>
    <message>
        <source>The ONNX model cannot be read: the file is damaged, only a part of one, or no ONNX model; copy or download it again.</source>
        <translation>Das ONNX-Modell lässt sich nicht lesen: Die Datei ist beschädigt, nur ein Teil davon oder kein ONNX-Modell; kopieren oder laden Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>The ONNX model needs images of {size} numbers, which is too large.</source>
        <translation>Das ONNX-Modell braucht Bilder von {size} Zahlen, was zu groß ist.</translation>
    </message>
    <message>
        <source>Enforcing consistency with the low-resolution image needs PyTorch, which the light SR engine does not have: set CONSISTENCY to off, or run "Set up SR engine" with PARTS set to complete.</source>
        <translation>Um Konsistenz mit dem niedrig aufgelösten Bild zu erzwingen, ist PyTorch nötig, das die leichte SR-Engine nicht hat: Setzen Sie CONSISTENCY auf off. Oder: Führen Sie „SR-Engine einrichten“ aus und setzen Sie dort PARTS auf complete.</translation>
    </message>
    <message>
        <source>The model does not say how its low-resolution images were made from high-resolution ones, so consistency cannot be enforced: leave CONSISTENCY blank.</source>
        <translation>Das Modell sagt nicht, wie seine niedrig aufgelösten Bilder aus hoch aufgelösten entstanden sind; deshalb lässt sich Konsistenz nicht erzwingen: Lassen Sie CONSISTENCY leer.</translation>
    </message>
    <message>
        <source>Vulkan computes convolutional models only, and {model} is a diffusion model or in ONNX: set DEVICE to "auto" or "cpu".</source>
        <translation>Vulkan berechnet nur Faltungsmodelle, und {model} ist ein Diffusionsmodell oder in ONNX: Setzen Sie DEVICE auf "auto" oder "cpu".</translation>
    </message>
    <message>
        <source>OUTPUT_UNCERTAINTY is the spread of several samples: set SAMPLES to 2 or more, or leave it blank.</source>
        <translation>OUTPUT_UNCERTAINTY ist die Streuung mehrerer Stichproben: Setzen Sie SAMPLES auf 2 oder mehr oder lassen Sie es leer.</translation>
    </message>
    <message>
        <source>{model} is not a diffusion model and always gives the same result: leave {name} blank.</source>
        <translation>{model} ist kein Diffusionsmodell und liefert immer dasselbe Ergebnis: Lassen Sie {name} leer.</translation>
    </message>
    <message>
        <source>The model was trained on {trained} pixels with gain {gain:.6g} and {path} has {dtype} pixels: set GAIN so that pixel value × gain + offset is the physical value.</source>
        <translation>Das Modell wurde mit {trained}-Pixeln mit Gain {gain:.6g} trainiert, {path} hat {dtype}-Pixel: Setzen Sie GAIN so, dass Pixelwert × Gain + Offset der physikalische Wert ist.</translation>
    </message>
    <message>
        <source>Warning: pixel value × gain + offset is about {here:.3g} in {path}, and was about {trained:.3g} in the model's training data: expect artefacts, unless both mean the same.</source>
        <translation>Vorsicht: Pixelwert × Gain + Offset ist in {path} etwa {here:.3g} und war in den Trainingsdaten des Modells etwa {trained:.3g}: Es sind Artefakte zu erwarten, wenn nicht beide dasselbe bedeuten.</translation>
    </message>
    <message>
        <source>Set GAIN and OFFSET so that both mean the same.</source>
        <translation>Setzen Sie GAIN und OFFSET so, dass beide dasselbe bedeuten.</translation>
    </message>
    <message>
        <source>The model was trained on {dtype} pixels × {gain} + {offset}.</source>
        <translation>Das Modell wurde mit {dtype}-Pixeln × {gain} + {offset} trainiert.</translation>
    </message>
    <message>
        <source>Set GAIN and OFFSET to these if {path} is stored as the training data were.</source>
        <translation>Setzen Sie GAIN und OFFSET darauf, falls {path} so gespeichert ist wie die Trainingsdaten.</translation>
    </message>
    <message>
        <source>Pixel values × {gain} are taken for physical values, where 1 is white.</source>
        <translation>Pixelwerte × {gain} werden als physikalische Werte angenommen, wobei 1 Weiß ist.</translation>
    </message>
    <message>
        <source>Set GAIN if pixel values mean something else.</source>
        <translation>Setzen Sie GAIN, wenn Pixelwerte etwas anderes bedeuten.</translation>
    </message>
    <message>
        <source>When computing in blocks, OUTPUT_ERROR of this model needs OUTPUT_UNCERTAINTY: set that too.</source>
        <translation>Beim Rechnen in Blöcken braucht OUTPUT_ERROR dieses Modells OUTPUT_UNCERTAINTY: Setzen Sie auch dieses.</translation>
    </message>
    <message>
        <source>The errors of this model were calibrated on results with another CONSISTENCY, SAMPLER or SAMPLES: OUTPUT_ERROR may be too small or too large.</source>
        <translation>Die Fehler dieses Modells wurden an Ergebnissen mit anderer CONSISTENCY, anderem SAMPLER oder anderen SAMPLES kalibriert: OUTPUT_ERROR kann zu klein oder zu groß sein.</translation>
    </message>
    <message>
        <source>Compressing and building overviews</source>
        <translation>Komprimieren und Übersichten erstellen</translation>
    </message>
    <message>
        <source>The model was trained on pixels of {trained} m and those of {path} are {here} m: expect worse results than its metrics say.</source>
        <translation>Das Modell wurde mit Pixeln von {trained} m trainiert, die von {path} haben {here} m: Rechnen Sie mit schlechteren Ergebnissen, als seine Kennzahlen angeben.</translation>
    </message>
    <message>
        <source>Warning: {path} has no valid pixel there, or the guide has none, so that the result has no data anywhere: check EXTENT and NODATA.</source>
        <translation>Vorsicht: {path} hat dort kein gültiges Pixel, oder das Führungsraster hat keines, sodass das Ergebnis nirgends Daten hat: Prüfen Sie EXTENT und NODATA.</translation>
    </message>
    <message>
        <source>Degraded again, the result differs from the raster by {percent:.2f} %.</source>
        <translation>Wieder degradiert, weicht das Ergebnis vom Raster um {percent:.2f} % ab.</translation>
    </message>
    <message>
        <source>{folder} holds {size:.0f} MB of a run that was stopped: the same run continues from there; if you do not want that, delete the folder.</source>
        <translation>{folder} enthält {size:.0f} MB eines abgebrochenen Laufs: Derselbe Lauf macht dort weiter; wenn Sie das nicht wollen, löschen Sie den Ordner.</translation>
    </message>
    <message>
        <source>The pixels of {guide} are {ratio} times as fine as those of {path}, but sharpening needs 2, 3 or 4 times: choose another GUIDE, or resample it.</source>
        <translation>Die Pixel von {guide} sind {ratio}-mal so fein wie die von {path}; zum Schärfen müssen sie 2-, 3- oder 4-mal so fein sein: Wählen Sie einen anderen GUIDE oder rechnen Sie ihn um.</translation>
    </message>
    <message>
        <source>The scene is too small to train a network on: use a larger part, with at least {side} × {side} pixels of the coarse bands with data in both rasters, or set MODEL to a trained model.</source>
        <translation>Die Szene ist zu klein, um ein Netz daran zu trainieren: Nehmen Sie einen größeren Teil mit mindestens {side} × {side} Pixeln der groben Kanäle mit Daten in beiden Rastern, oder setzen Sie MODEL auf ein trainiertes Modell.</translation>
    </message>
    <message>
        <source>EXTENT has no coordinate reference system, and the rasters in {folder} have several: give it one.</source>
        <translation>EXTENT hat kein Koordinatenbezugssystem, und die Raster in {folder} haben mehrere: geben Sie eines an.</translation>
    </message>
    <message>
        <source>No raster in {folder} lies in EXTENT.</source>
        <translation>Kein Raster in {folder} liegt in EXTENT.</translation>
    </message>
    <message>
        <source>{maps} belong to the pixels of a result that is not warped: leave TARGET_CRS blank, or leave them out.</source>
        <translation>{maps} gehören zu den Pixeln eines Ergebnisses, das nicht transformiert wird: lassen Sie TARGET_CRS leer, oder lassen Sie sie weg.</translation>
    </message>
    <message>
        <source>With TARGET_CRS, OUTPUT must be on a disk: choose another, or leave TARGET_CRS blank.</source>
        <translation>Mit TARGET_CRS muss OUTPUT auf einem Datenträger liegen: wählen Sie eine andere Ausgabe, oder lassen Sie TARGET_CRS leer.</translation>
    </message>
    <message>
        <source>The pixel size of the scene that DATE_RANGE finds is not known in units of TARGET_CRS ({unit}): set TARGET_RESOLUTION.</source>
        <translation>Die Pixelgröße der Szene, die DATE_RANGE findet, ist in Einheiten von TARGET_CRS ({unit}) nicht bekannt: TARGET_RESOLUTION angeben.</translation>
    </message>
    <message>
        <source>TARGET_RESOLUTION is a size in TARGET_CRS: set that too, or leave it blank.</source>
        <translation>TARGET_RESOLUTION ist eine Größe in TARGET_CRS: setzen Sie auch dieses, oder lassen Sie sie leer.</translation>
    </message>
    <message>
        <source>No raster of {name} lies in EXTENT.</source>
        <translation>Kein Raster von {name} liegt in EXTENT.</translation>
    </message>
    <message>
        <source>Warping to the target grid</source>
        <translation>Transformieren auf das Zielgitter</translation>
    </message>
    <message>
        <source>{name}: {count} rasters, whose result is {output}.</source>
        <translation>{name}: {count} Raster, deren Ergebnis {output} ist.</translation>
    </message>
    <message>
        <source>The rasters in {folder} lie on {count} pixel grids, so that there are as many results: {names}.</source>
        <translation>Die Raster in {folder} liegen auf {count} Pixelgittern, daher gibt es ebenso viele Ergebnisse: {names}.</translation>
    </message>
    <message>
        <source>For one mosaic of them, set TARGET_CRS.</source>
        <translation>Für ein gemeinsames Mosaik setzen Sie TARGET_CRS.</translation>
    </message>
    <message>
        <source>RESULT_BANDS is {names}, and the model gives {count} of the bands {bands}: name as many of these.</source>
        <translation>RESULT_BANDS ist {names}, und das Modell liefert {count} der Kanäle {bands}: Nennen Sie so viele davon.</translation>
    </message>
    <message>
        <source>The model takes {count} bands and returns {bands}.</source>
        <translation>Das Modell nimmt {count} Kanäle und gibt {bands} zurück.</translation>
    </message>
    <message>
        <source>GUIDE_RATIO is {asked}, and the guide of the network is {found} times as fine: leave GUIDE_RATIO blank.</source>
        <translation>GUIDE_RATIO ist {asked}, und das Führungsraster des Netzes ist {found}-mal so fein: Lassen Sie GUIDE_RATIO leer.</translation>
    </message>
    <message>
        <source>GUIDE_BANDS has {given} names and the guide of the network has {bands} bands.</source>
        <translation>GUIDE_BANDS hat {given} Namen, und das Führungsraster des Netzes hat {bands} Kanäle.</translation>
    </message>
    <message>
        <source>The model takes one image: leave GUIDE_BANDS and GUIDE_RATIO blank.</source>
        <translation>Das Modell nimmt nur ein Bild: Lassen Sie GUIDE_BANDS und GUIDE_RATIO leer.</translation>
    </message>
    <message>
        <source>The output {output} is also an input: choose another name.</source>
        <translation>Die Ausgabe {output} ist auch eine Eingabe: Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>A folder as INPUT needs an OUTPUT on a disk: use a VRT of its rasters as INPUT instead.</source>
        <translation>Ein Ordner als INPUT braucht ein OUTPUT auf einem Datenträger: Geben Sie stattdessen ein VRT seiner Raster als INPUT an.</translation>
    </message>
    <message>
        <source>{name} {output} lies among the rasters of INPUT: choose another folder.</source>
        <translation>{name} {output} liegt unter den Rastern von INPUT: Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Reading {width} × {height} pixels of {bands} bands.</source>
        <translation>{width} × {height} Pixel mit {bands} Kanälen werden gelesen.</translation>
    </message>
    <message>
        <source>Resampled onto the grid of the finest band: {names}.</source>
        <translation>Auf das Gitter des feinsten Kanals neu abgetastet: {names}.</translation>
    </message>
    <message>
        <source>The blocks in {folder} were made from {theirs}, and the search now finds {scene}: delete the folder to start again, or choose another OUTPUT.</source>
        <translation>Die Blöcke in {folder} wurden aus {theirs} erzeugt, und die Suche findet jetzt {scene}: Löschen Sie den Ordner, um neu zu beginnen, oder wählen Sie ein anderes OUTPUT.</translation>
    </message>
    <message>
        <source>RESOLUTION {resolution} m needs an SR model of scale {scale} for Sentinel-2 at 10 m: name one in SR_MODEL, such as {example}, which comes with Finer or by "Get SR model", or set RESOLUTION to 10.</source>
        <translation>RESOLUTION {resolution} m braucht ein SR-Modell mit dem Skalierungsfaktor {scale} für Sentinel-2 mit 10 m: Nennen Sie eines in SR_MODEL, etwa {example}, das mit Finer oder durch „SR-Modell holen“ kommt, oder setzen Sie RESOLUTION auf 10.</translation>
    </message>
    <message>
        <source>{model} is not a model for RESOLUTION {resolution} m, which needs one of scale {scale} without a guide: choose another SR_MODEL.</source>
        <translation>{model} ist kein Modell für RESOLUTION {resolution} m, wozu eines mit dem Skalierungsfaktor {scale} ohne Führungsraster nötig ist: Wählen Sie ein anderes SR_MODEL.</translation>
    </message>
    <message>
        <source>SR_MODEL is for pixels of less than 10 m: set RESOLUTION to 5 or 2.5, or leave it blank.</source>
        <translation>SR_MODEL ist für Pixel unter 10 m: Setzen Sie RESOLUTION auf 5 oder 2.5, oder lassen Sie es leer.</translation>
    </message>
    <message>
        <source>Give INPUT, a raster, or EXTENT and DATE_RANGE to find a scene in a catalogue.</source>
        <translation>Geben Sie INPUT an, ein Raster, oder EXTENT und DATE_RANGE, um eine Szene in einem Katalog zu finden.</translation>
    </message>
    <message>
        <source>A scene that DATE_RANGE finds is kept on a disk for a single run: leave PART blank and choose an OUTPUT on a disk, or get the scene by "Find satellite scene" and name it in INPUT.</source>
        <translation>Eine Szene, die DATE_RANGE findet, wird für einen einzigen Lauf auf einem Datenträger aufbewahrt: Lassen Sie PART leer und wählen Sie ein OUTPUT auf einem Datenträger, oder holen Sie die Szene mit „Satellitenszene finden“ und nennen Sie sie in INPUT.</translation>
    </message>
    <message>
        <source>The blocks in {folder} were made from another scene, or the scene was removed: choose another OUTPUT, or delete the folder.</source>
        <translation>Die Blöcke in {folder} stammen von einer anderen Szene, oder die Szene wurde entfernt: Wählen Sie ein anderes OUTPUT, oder löschen Sie den Ordner.</translation>
    </message>
    <message>
        <source>DATE_RANGE is for finding a scene: leave it out, or leave out INPUT.</source>
        <translation>DATE_RANGE dient dazu, eine Szene zu finden: Lassen Sie es weg, oder lassen Sie INPUT weg.</translation>
    </message>
    <message>
        <source>MASK_CLOUDS is for a scene that DATE_RANGE finds, as a raster has no cloud mask: leave it out.</source>
        <translation>MASK_CLOUDS ist für eine Szene, die DATE_RANGE findet, denn ein Raster hat keine Wolkenmaske: Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>The scene downloaded before is used: {path}.</source>
        <translation>Die zuvor heruntergeladene Szene wird verwendet: {path}.</translation>
    </message>
    <message>
        <source>Give INPUT, a product of Sentinel-2, or EXTENT and DATE_RANGE to find one in a catalogue.</source>
        <translation>Geben Sie INPUT an, ein Produkt von Sentinel-2, oder EXTENT und DATE_RANGE, um eines in einem Katalog zu finden.</translation>
    </message>
    <message>
        <source>{product}: Level-{level}, processing baseline {baseline}, tile {tile}; {offset} is subtracted from the pixel values, so that they are reflectance × {scale:g}.</source>
        <translation>{product}: Level-{level}, Verarbeitungs-Baseline {baseline}, Kachel {tile}; von den Pixelwerten wird {offset} abgezogen, sodass sie Reflexionsgrad × {scale:g} sind.</translation>
    </message>
    <message>
        <source>The model takes {model} and the tiles in {folder} have {tiles}: export tiles with the model's GUIDE, or choose another model.</source>
        <translation>Das Modell nimmt {model}, die Kacheln in {folder} haben {tiles}: Exportieren Sie Kacheln mit dem GUIDE des Modells oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>The model was trained on pixels of {trained} m and those of the tiles are {here} m: expect worse results than its metrics say.</source>
        <translation>Das Modell wurde mit Pixeln von {trained} m trainiert, die der Kacheln haben {here} m: Rechnen Sie mit schlechteren Ergebnissen, als seine Kennzahlen angeben.</translation>
    </message>
    <message>
        <source>{width} × {height} pixels in, {width_out} × {height_out} out.</source>
        <translation>{width} × {height} Pixel Eingabe, {width_out} × {height_out} Ausgabe.</translation>
    </message>
    <message>
        <source>Bicubic: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</source>
        <translation>Bikubisch: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</translation>
    </message>
    <message>
        <source>On flat fields the first model draws a pattern of {share:.2%} of the range of values.</source>
        <translation>Auf gleichmäßigen Flächen zeichnet das erste Modell ein Muster von {share:.2%} des Wertebereichs.</translation>
    </message>
    <message>
        <source>The truth lies within the error map in {percent:.1f} % of the pixels; {stated} % is stated.</source>
        <translation>In {percent:.1f} % der Pixel liegt die Wahrheit innerhalb der Fehlerkarte, für die {stated} % angegeben sind.</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>The error map of {model} is made from how far {samples} samples differ: set SAMPLES to {samples} to see whether it holds.</source>
        <translation>Die Fehlerkarte von {model} entsteht daraus, wie sehr sich {samples} Stichproben unterscheiden: Setzen Sie SAMPLES auf {samples}, um zu sehen, ob sie stimmt.</translation>
    </message>
    <message>
        <source>{model}: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</source>
        <translation>{model}: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</translation>
    </message>
    <message>
        <source>Model: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</source>
        <translation>Modell: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</translation>
    </message>
    <message>
        <source>Of the relevant detail: {improvement} shown correctly, {omission} missing, {hallucination} invented</source>
        <translation>Von den relevanten Details: {improvement} richtig wiedergegeben, {omission} fehlend, {hallucination} erfunden</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
    <message>
        <source>{model} cannot be exported: it is a diffusion model, takes a guide, or is in ONNX already (then rename a copy of it to .zip and take model.onnx out). Choose a model that gives its result at once from one image.</source>
        <translation>{model} lässt sich nicht exportieren: Es ist ein Diffusionsmodell, nimmt ein Führungsraster oder ist schon in ONNX (dann benennen Sie eine Kopie in .zip um und nehmen Sie model.onnx heraus). Wählen Sie ein Modell, das sein Ergebnis auf einmal aus einem Bild macht.</translation>
    </message>
    <message>
        <source>In Deepness load {name}, set the upscaling factor to {scale}, leave the output scaling at 255, and set the overlap of tiles to 0: Deepness joins super-resolved tiles without one, so that seams are possible.</source>
        <translation>Laden Sie in Deepness {name}, setzen Sie den Upscaling Factor auf {scale}, lassen Sie Output scaling bei 255 und setzen Sie die Überlappung der Kacheln auf 0: Deepness setzt feinere Kacheln ohne sie zusammen, sodass Nähte möglich sind.</translation>
    </message>
    <message>
        <source>The exported network does not enforce consistency with the raster, as this model does here (CONSISTENCY).</source>
        <translation>Das exportierte Netz erzwingt keine Konsistenz mit dem Raster, wie es dieses Modell hier tut (CONSISTENCY).</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} wird geschrieben</translation>
    </message>
    <message>
        <source>{n_train} training, {n_val} validation and {n_test} test tiles.</source>
        <translation>{n_train} Trainings-, {n_val} Validierungs- und {n_test} Testkacheln.</translation>
    </message>
    <message>
        <source>Other processes cannot read the scene that STAC_COLLECTION finds: leave WORKERS and SCHEDULER blank, or get the scene by "Find satellite scene" and name it in INPUT_LR.</source>
        <translation>Andere Prozesse können die Szene, die STAC_COLLECTION findet, nicht lesen: Lassen Sie WORKERS und SCHEDULER leer, oder holen Sie die Szene mit „Satellitenszene finden“ und nennen Sie sie in INPUT_LR.</translation>
    </message>
    <message>
        <source>Writing the contact sheet</source>
        <translation>Kontaktbogen wird geschrieben</translation>
    </message>
    <message>
        <source>Training, validation, test (%)</source>
        <translation>Training, Validierung, Test (%)</translation>
    </message>
    <message>
        <source>asked for {shares}</source>
        <translation>gewünscht: {shares}</translation>
    </message>
    <message>
        <source>Give EXTENT or INPUT: one of them says which place to look for.</source>
        <translation>Geben Sie EXTENT oder INPUT an: Eines davon sagt, wo gesucht werden soll.</translation>
    </message>
    <message>
        <source>{path} has no coordinate reference system: assign one, or set EXTENT.</source>
        <translation>{path} hat kein Koordinatenbezugssystem: Weisen Sie eines zu oder setzen Sie EXTENT.</translation>
    </message>
    <message>
        <source>The network's receptive field exceeds {halo} pixels: tiles are computed with a margin of that size, and faint seams are possible. A larger TILE_SIZE makes them fewer.</source>
        <translation>Das rezeptive Feld des Netzes ist größer als {halo} Pixel: Kacheln werden mit einem Rand dieser Größe berechnet, und schwache Nähte sind möglich. Eine größere TILE_SIZE macht sie seltener.</translation>
    </message>
    <message>
        <source>{layout}: scale {scale}, {count} bands ({bands}).</source>
        <translation>{layout}: Skalierungsfaktor {scale}, {count} Kanäle ({bands}).</translation>
    </message>
    <message>
        <source>{parameter} is for models in ONNX, and {path} is none: leave it blank.</source>
        <translation>{parameter} gilt für Modelle in ONNX, und {path} ist keines: Lassen Sie es leer.</translation>
    </message>
    <message>
        <source>BACKBONE_OPTIONS sets {name}, but the file contains its noise schedule: leave it out.</source>
        <translation>BACKBONE_OPTIONS setzt {name}, die Datei enthält aber ihren Rauschplan: Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>A network in ONNX has no options: leave BACKBONE_OPTIONS blank.</source>
        <translation>Ein Netz in ONNX hat keine Optionen: Lassen Sie BACKBONE_OPTIONS leer.</translation>
    </message>
    <message>
        <source>Running {name} to determine its properties</source>
        <translation>{name} wird ausgeführt, um seine Eigenschaften zu bestimmen</translation>
    </message>
    <message>
        <source>SCALE is {asked}, and the model's result is {found} times as large: leave SCALE blank.</source>
        <translation>SCALE ist {asked}, und das Ergebnis des Modells ist {found}-mal so groß: Lassen Sie SCALE leer.</translation>
    </message>
    <message>
        <source>BANDS has {given} names and the network takes {bands} bands.</source>
        <translation>BANDS hat {given} Namen, das Netz nimmt {bands} Kanäle.</translation>
    </message>
    <message>
        <source>The weights do not contain {name}: {value} is assumed, as in published networks; if that is wrong, set it in BACKBONE_OPTIONS.</source>
        <translation>Die Gewichte enthalten {name} nicht: Angenommen wird {value}, wie in veröffentlichten Netzen; wenn das falsch ist, setzen Sie es in BACKBONE_OPTIONS.</translation>
    </message>
    <message>
        <source>{xs} and {pan} have no valid pixel in the same place: choose two rasters of the same place.</source>
        <translation>{xs} und {pan} haben kein gültiges Pixel an derselben Stelle: Wählen Sie zwei Raster desselben Ortes.</translation>
    </message>
    <message>
        <source>{xs} has no pixel inside EXTENT: choose a part that both rasters cover.</source>
        <translation>{xs} hat kein Pixel innerhalb von EXTENT: Wählen Sie einen Teil, den beide Raster abdecken.</translation>
    </message>
    <message>
        <source>{bands} bands of {dtype}, pixels {ratio:.4g} times finer: the result has {width} × {height} pixels.</source>
        <translation>{bands} Kanäle vom Typ {dtype}, {ratio:.4g}-mal feinere Pixel: Das Ergebnis hat {width} × {height} Pixel.</translation>
    </message>
    <message>
        <source>{method} has no {name}: leave it blank.</source>
        <translation>{method} hat kein {name}: Lassen Sie es leer.</translation>
    </message>
    <message>
        <source>{pan} has {count} bands, of which the first is used.</source>
        <translation>{pan} hat {count} Kanäle, von denen der erste verwendet wird.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Pansharpening</source>
        <translation>Pansharpening</translation>
    </message>
    <message>
        <source>RESOLUTION {resolution} m needs all blocks of 10 m before its first block, and parts of a run do not wait for each other: set WORKERS or SCHEDULER instead of PART.</source>
        <translation>RESOLUTION {resolution} m braucht alle Blöcke von 10 m vor seinem ersten Block, und Teile eines Laufs warten nicht aufeinander: Setzen Sie WORKERS oder SCHEDULER statt PART.</translation>
    </message>
    <message>
        <source>{scene} has no valid pixel there: choose another EXTENT or scene.</source>
        <translation>{scene} hat dort kein gültiges Pixel: Wählen Sie eine andere EXTENT oder Szene.</translation>
    </message>
    <message>
        <source>In true colour the result looks like the product, whose visible bands have pixels of 10 m already: show B12, B11 and B8A as red, green and blue to see the difference.</source>
        <translation>In Echtfarben sieht das Ergebnis wie das Produkt aus, dessen sichtbare Kanäle schon Pixel von 10 m haben: Zeigen Sie B12, B11 und B8A als Rot, Grün und Blau, um den Unterschied zu sehen.</translation>
    </message>
    <message>
        <source>All blocks are there already.</source>
        <translation>Alle Blöcke sind schon da.</translation>
    </message>
    <message>
        <source>Training on {device}.</source>
        <translation>Trainiert wird auf {device}.</translation>
    </message>
    <message>
        <source>On {count} {tiles}: PSNR {model:.2f} dB, bicubic {bicubic:.2f} dB. Weights of epoch {epoch}.</source>
        <translation>Auf {count} {tiles}: PSNR {model:.2f} dB, bikubisch {bicubic:.2f} dB. Gewichte der Epoche {epoch}.</translation>
    </message>
    <message>
        <source>{count} processes share every batch.</source>
        <translation>{count} Prozesse teilen sich jeden Batch.</translation>
    </message>
    <message>
        <source>Fixed pattern</source>
        <translation>Festes Muster</translation>
    </message>
    <message>
        <source>PSNR (dB)</source>
        <translation>PSNR (dB)</translation>
    </message>
    <message>
        <source>SSIM</source>
        <translation>SSIM</translation>
    </message>
    <message>
        <source>L1</source>
        <translation>L1</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>SAM (°)</source>
        <translation>SAM (°)</translation>
    </message>
    <message>
        <source>ERGAS</source>
        <translation>ERGAS</translation>
    </message>
    <message>
        <source>Improvement</source>
        <translation>Verbesserung</translation>
    </message>
    <message>
        <source>Omission</source>
        <translation>Auslassung</translation>
    </message>
    <message>
        <source>Hallucination</source>
        <translation>Halluzination</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bikubisch</translation>
    </message>
    <message>
        <source>Fixed pattern: the largest difference between neighbouring pixels that the model produces on a uniform field, as a share of the range of values; below 0.4 % it is invisible.</source>
        <translation>Festes Muster: der größte Unterschied zwischen benachbarten Pixeln, den das Modell auf einer gleichmäßigen Fläche erzeugt, als Anteil am Wertebereich; unter 0,4 % ist es unsichtbar.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Tiles of {size} pixels are too small to be measured at scale {scale}: export tiles of at least {least}.</source>
        <translation>Kacheln von {size} Pixeln sind zu klein, um beim Skalierungsfaktor {scale} gemessen zu werden: Exportieren Sie Kacheln von mindestens {least}.</translation>
    </message>
    <message>
        <source>Results in s3:// need Linux or macOS: choose an OUTPUT on a disk.</source>
        <translation>Ergebnisse in s3:// brauchen Linux oder macOS: Wählen Sie ein OUTPUT auf einem Datenträger.</translation>
    </message>
    <message>
        <source>Results in s3:// need the package obstore, which the SR engine does not have: run "Set up SR engine" with CLUSTER.</source>
        <translation>Ergebnisse in s3:// brauchen das Paket obstore, das der SR-Engine fehlt: Starten Sie „SR-Engine einrichten“ mit CLUSTER.</translation>
    </message>
    <message>
        <source>{target} cannot be written or read ({reason}): check the name of the bucket, AWS_S3_ENDPOINT and the connection; the same run continues.</source>
        <translation>{target} kann nicht geschrieben oder gelesen werden ({reason}): Prüfen Sie den Namen des Buckets, AWS_S3_ENDPOINT und die Verbindung; derselbe Lauf macht weiter.</translation>
    </message>
    <message>
        <source>There are no credentials for {target}: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, in the environment of QGIS, or of this command and all workers.</source>
        <translation>Für {target} gibt es keine Zugangsdaten: Setzen Sie AWS_ACCESS_KEY_ID und AWS_SECRET_ACCESS_KEY oder AWS_PROFILE in der Umgebung von QGIS, oder von diesem Befehl und allen Workern.</translation>
    </message>
    <message>
        <source>The server refuses {target}: check the credentials and what they allow, and AWS_REGION.</source>
        <translation>Der Server verweigert {target}: Prüfen Sie die Zugangsdaten, was sie erlauben, und AWS_REGION.</translation>
    </message>
    <message>
        <source>{network} is not a diffusion network: set OBJECTIVE to pixel, or BACKBONE to sr3.</source>
        <translation>{network} ist kein Diffusionsnetz: Setzen Sie OBJECTIVE auf pixel oder BACKBONE auf sr3.</translation>
    </message>
    <message>
        <source>{network} makes its results from noise and cannot be trained with {objective}: set OBJECTIVE to denoising or flow.</source>
        <translation>{network} macht seine Ergebnisse aus Rauschen und kann nicht mit {objective} trainiert werden: Setzen Sie OBJECTIVE auf denoising oder flow.</translation>
    </message>
    <message>
        <source>VGG's trained weights are not on this computer and could not be fetched from {url} ({reason}): connect to the internet and run again, or download that file elsewhere and name it in OBJECTIVE_OPTIONS as vgg_weights=FILE.</source>
        <translation>Die trainierten Gewichte von VGG sind nicht auf diesem Computer und konnten nicht von {url} geholt werden ({reason}): Verbinden Sie sich mit dem Internet und führen Sie es noch einmal aus, oder laden Sie die Datei anderswo herunter und nennen Sie sie in OBJECTIVE_OPTIONS als vgg_weights=DATEI.</translation>
    </message>
    <message>
        <source>{path} does not hold the weights of {network} ({reason}): download {url} and name that file in OBJECTIVE_OPTIONS as vgg_weights=FILE.</source>
        <translation>{path} enthält nicht die Gewichte von {network} ({reason}): Laden Sie {url} herunter und nennen Sie diese Datei in OBJECTIVE_OPTIONS als vgg_weights=DATEI.</translation>
    </message>
    <message>
        <source>VGG's weights cannot be kept in {folder} ({reason}): name another folder in the environment variable FINER_HOME, or a file with them in OBJECTIVE_OPTIONS as vgg_weights=FILE.</source>
        <translation>Die Gewichte von VGG lassen sich nicht in {folder} aufbewahren ({reason}): Nennen Sie einen anderen Ordner in der Umgebungsvariablen FINER_HOME oder eine Datei mit ihnen in OBJECTIVE_OPTIONS als vgg_weights=DATEI.</translation>
    </message>
    <message>
        <source>There is no file {path}: correct vgg_weights in OBJECTIVE_OPTIONS.</source>
        <translation>Die Datei {path} gibt es nicht: Berichtigen Sie vgg_weights in OBJECTIVE_OPTIONS.</translation>
    </message>
    <message>
        <source>What came from {url} is not VGG's weights (their checksum differs): try again, or download the file elsewhere and name it in OBJECTIVE_OPTIONS as vgg_weights=FILE.</source>
        <translation>Was von {url} kam, sind nicht die Gewichte von VGG (ihre Prüfsumme ist eine andere): Versuchen Sie es noch einmal, oder laden Sie die Datei anderswo herunter und nennen Sie sie in OBJECTIVE_OPTIONS als vgg_weights=DATEI.</translation>
    </message>
    <message>
        <source>After all steps of the schedule, x_t still holds {percent:.0f} % of the image, but sampling starts from noise alone: increase n_timestep or linear_end.</source>
        <translation>Nach allen Schritten des Rauschplans enthält x_t noch {percent:.0f} % des Bildes, das Sampling beginnt aber mit reinem Rauschen: Verwenden Sie mehr n_timestep oder ein größeres linear_end.</translation>
    </message>
    <message>
        <source>{vgg} has no layer {layer}: it has {known}.</source>
        <translation>{vgg} hat keine Schicht {layer}, sondern: {known}.</translation>
    </message>
    <message>
        <source>There are {layers} layers and {weights} layer_weights: give one weight for each layer.</source>
        <translation>Es gibt {layers} layers und {weights} layer_weights: Geben Sie ein Gewicht für jede Schicht an.</translation>
    </message>
    <message>
        <source>rgb names band {band}, and the tiles have {count}: correct rgb in OBJECTIVE_OPTIONS.</source>
        <translation>rgb nennt den Kanal {band}, die Kacheln haben {count}: Berichtigen Sie rgb in OBJECTIVE_OPTIONS.</translation>
    </message>
    <message>
        <source>{name} does not fit: {reason}.</source>
        <translation>{name} passt nicht: {reason}.</translation>
    </message>
    <message>
        <source>{name} is missing.</source>
        <translation>{name} fehlt.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be greater than {gt}.</source>
        <translation>{name} passt nicht: Der Wert muss größer als {gt} sein.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be greater than or equal to {ge}.</source>
        <translation>{name} passt nicht: Der Wert muss größer oder gleich {ge} sein.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be less than {lt}.</source>
        <translation>{name} passt nicht: Der Wert muss kleiner als {lt} sein.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be less than or equal to {le}.</source>
        <translation>{name} passt nicht: Der Wert muss kleiner oder gleich {le} sein.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be a multiple of {multiple_of}.</source>
        <translation>{name} passt nicht: Der Wert muss ein Vielfaches von {multiple_of} sein.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be {expected}.</source>
        <translation>{name} passt nicht: Der Wert muss {expected} sein.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be a valid integer.</source>
        <translation>{name} passt nicht: Der Wert muss eine gültige ganze Zahl sein.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be a valid number.</source>
        <translation>{name} passt nicht: Der Wert muss eine gültige Zahl sein.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be a finite number.</source>
        <translation>{name} passt nicht: Der Wert muss eine endliche Zahl sein.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be true or false.</source>
        <translation>{name} passt nicht: Der Wert muss true oder false sein.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be text.</source>
        <translation>{name} passt nicht: Der Wert muss Text sein.</translation>
    </message>
    <message>
        <source>Means over {count} {tiles} at scale {scale}, for a range of {range:g}, with 95 % bootstrap confidence intervals over tiles.</source>
        <translation>Mittelwerte über {count} {tiles} beim Skalierungsfaktor {scale}, für einen Wertebereich von {range:g}, mit 95-%-Bootstrap-Konfidenzintervallen über Kacheln.</translation>
    </message>
    <message>
        <source>pixel × {gain} + {offset}</source>
        <translation>Pixel × {gain} + {offset}</translation>
    </message>
    <message>
        <source>pixel × {gain} + {offset} (band by band)</source>
        <translation>Pixel × {gain} + {offset} (Kanal für Kanal)</translation>
    </message>
    <message>
        <source>{seconds:.3g} s</source>
        <translation>{seconds:.3g} s</translation>
    </message>
    <message>
        <source>{scales}; ×{scale} where SCALE is blank</source>
        <translation>{scales}; ×{scale}, wenn SCALE leer ist</translation>
    </message>
    <message>
        <source>Trained on low-resolution pixels made by {known}; less accurate on others.</source>
        <translation>Trainiert mit niedrig aufgelösten Pixeln (Entstehung: {known}); bei anderen weniger genau.</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>{folder}: {counts} tiles of {size} × {size} pixels</source>
        <translation>{folder}: Kacheln von {size} × {size} Pixeln ({counts})</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skalierungsfaktor</translation>
    </message>
    <message>
        <source>Bands, in this order</source>
        <translation>Kanäle in dieser Reihenfolge</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Führungsraster</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Ground resolution</source>
        <translation>Bodenauflösung</translation>
    </message>
    <message>
        <source>Source rasters</source>
        <translation>Quellraster</translation>
    </message>
    <message>
        <source>Low resolution</source>
        <translation>Niedrige Auflösung</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>×1: images are restored at the same size</source>
        <translation>×1: Bilder werden in gleicher Größe wiederhergestellt</translation>
    </message>
    <message>
        <source>Imported from {source} ({layout}): what it was trained on is not known here.</source>
        <translation>Importiert aus {source} ({layout}): Womit es trainiert wurde, ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Detail that a model adds is what such land usually looks like, not a measurement: do not rely on detail that the low-resolution image cannot show.</source>
        <translation>Details, die ein Modell hinzufügt, zeigen, wie solches Gelände meist aussieht, und sind keine Messung: Verlassen Sie sich nicht auf Details, die das niedrig aufgelöste Bild nicht zeigen kann.</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Hardware and time</source>
        <translation>Rechner und Zeit</translation>
    </message>
    <message>
        <source>Tile set</source>
        <translation>Kachelsatz</translation>
    </message>
    <message>
        <source>{size} m, to be used one scale finer</source>
        <translation>{size} m, einen Maßstab feiner zu verwenden</translation>
    </message>
    <message>
        <source>{rasters} and {count} more</source>
        <translation>{rasters} und {count} weitere</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>Koordinatensystem</translation>
    </message>
    <message>
        <source>band {number}</source>
        <translation>Kanal {number}</translation>
    </message>
    <message>
        <source>not stated: ask who made it</source>
        <translation>nicht angegeben: Fragen Sie, wer es gemacht hat</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>zu unbekannter Zeit</translation>
    </message>
    <message>
        <source>unknown versions</source>
        <translation>unbekannte Versionen</translation>
    </message>
    <message>
        <source>Bands of the result</source>
        <translation>Kanäle des Ergebnisses</translation>
    </message>
    <message>
        <source>Physical value</source>
        <translation>Physikalischer Wert</translation>
    </message>
    <message>
        <source>Mean of each band</source>
        <translation>Mittelwert je Kanal</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>{type}; range of {range:g} for PSNR and SSIM</source>
        <translation>{type}; Wertebereich von {range:g} für PSNR und SSIM</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert mit</translation>
    </message>
    <message>
        <source>Trained for</source>
        <translation>Trainingsdauer</translation>
    </message>
    <message>
        <source>This model</source>
        <translation>Dieses Modell</translation>
    </message>
    <message>
        <source>{figure} (bicubic)</source>
        <translation>{figure} (bikubisch)</translation>
    </message>
    <message>
        <source>pixel × gain + offset, as fits the raster; 1 is white</source>
        <translation>Pixel × Gain + Offset, wie es zum Raster passt; 1 ist Weiß</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Lernziel</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>Ausgegangen von</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Weights kept of epoch</source>
        <translation>Gewichte behalten aus Epoche</translation>
    </message>
    <message>
        <source>Batch size (patches)</source>
        <translation>Batchgröße (Patches)</translation>
    </message>
    <message>
        <source>Patch size (low-resolution pixels)</source>
        <translation>Patchgröße (niedrig aufgelöste Pixel)</translation>
    </message>
    <message>
        <source>Size of the network</source>
        <translation>Größe des Netzes</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert (Seed)</translation>
    </message>
    <message>
        <source>Optimisation</source>
        <translation>Optimierung</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Beste Epoche nach</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Helligkeitsvariation</translation>
    </message>
    <message>
        <source>Cutblur</source>
        <translation>CutBlur</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Eingefrorene Blöcke</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>SHA-256 of the imported file</source>
        <translation>SHA-256 der importierten Datei</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Layout</translation>
    </message>
    <message>
        <source>Guessed, as the weights do not say it</source>
        <translation>Geraten, da die Gewichte es nicht sagen</translation>
    </message>
    <message>
        <source>another sensor</source>
        <translation>ein anderer Sensor</translation>
    </message>
    <message>
        <source>physical values</source>
        <translation>physikalische Werte</translation>
    </message>
    <message>
        <source>The errors of {model} at scale {scale} are not calibrated: run "Evaluate SR model" with CALIBRATE on tiles like your raster and choose the model that it writes, or leave OUTPUT_ERROR blank.</source>
        <translation>Die Fehler von {model} beim Skalierungsfaktor {scale} sind nicht kalibriert: Führen Sie „SR-Modell bewerten“ mit CALIBRATE an Kacheln aus, die Ihrem Raster gleichen, und wählen Sie das Modell, das dabei geschrieben wird, oder lassen Sie OUTPUT_ERROR leer.</translation>
    </message>
    <message>
        <source>The errors of {model} were calibrated on {tiles} tiles, which allow a COVERAGE of {highest} at most: set it to that or less, or run "Evaluate SR model" with CALIBRATE on more tiles.</source>
        <translation>Die Fehler von {model} wurden an {tiles} Kacheln kalibriert, die höchstens eine COVERAGE von {highest} erlauben: Setzen Sie sie darauf oder niedriger, oder führen Sie „SR-Modell bewerten“ mit CALIBRATE an mehr Kacheln aus.</translation>
    </message>
    <message>
        <source>The errors of {model} were calibrated on how far {samples} samples differ: set SAMPLES to {samples}, or leave OUTPUT_ERROR blank.</source>
        <translation>Die Fehler von {model} wurden danach kalibriert, wie sehr sich {samples} Stichproben unterscheiden: Setzen Sie SAMPLES auf {samples}, oder lassen Sie OUTPUT_ERROR leer.</translation>
    </message>
    <message>
        <source>The network has a layer that only PyTorch can compute ({layer}).</source>
        <translation>Das Netz hat eine Schicht, die nur PyTorch berechnen kann ({layer}).</translation>
    </message>
    <message>
        <source>The weights in {path} cannot be read: copy or download it again.</source>
        <translation>Die Gewichte in {path} können nicht gelesen werden: Kopieren Sie es noch einmal oder laden Sie es erneut herunter.</translation>
    </message>
    <message>
        <source>The weights in {path} do not fit the network it describes ({reason}).</source>
        <translation>Die Gewichte in {path} passen nicht zum Netz, das es beschreibt ({reason}).</translation>
    </message>
    <message>
        <source>{path} does not describe a model that this version knows ({reason}).</source>
        <translation>{path} beschreibt kein Modell, das diese Version kennt ({reason}).</translation>
    </message>
    <message>
        <source>The network of {model} is computed by PyTorch, which the light SR engine does not have: run "Set up SR engine" with PARTS set to complete, or choose another model.</source>
        <translation>Das Netz von {model} wird mit PyTorch berechnet, das die leichte SR-Engine nicht hat: Führen Sie „SR-Engine einrichten“ aus und setzen Sie dort PARTS auf complete, oder wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>{path} is a zip file, but not a model package (.srpk): it holds no {name}.</source>
        <translation>{path} ist eine ZIP-Datei, aber kein Modellpaket (.srpk): {name} fehlt darin.</translation>
    </message>
    <message>
        <source>{path} is damaged, or was changed after it was made ({name} does not match its checksum): copy or download it again.</source>
        <translation>{path} ist beschädigt oder wurde nachträglich geändert ({name} passt nicht zu seiner Prüfsumme): Kopieren Sie die Datei noch einmal, oder laden Sie sie erneut herunter.</translation>
    </message>
    <message>
        <source>{path} is damaged: copy or download it again.</source>
        <translation>{path} ist beschädigt: Kopieren Sie es noch einmal oder laden Sie es erneut herunter.</translation>
    </message>
    <message>
        <source>The weights in {path} do not fit the network it describes ({name} is {have} instead of {want}).</source>
        <translation>Die Gewichte in {path} passen nicht zum Netz, das es beschreibt ({name} ist {have} statt {want}).</translation>
    </message>
    <message>
        <source>The weights in {path} are not all finite numbers ({name}): its training failed, or it is damaged; use another model.</source>
        <translation>Die Gewichte in {path} sind nicht alle endliche Zahlen ({name}): Das Training ist gescheitert, oder die Datei ist beschädigt; verwenden Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>{member} has no {option}: leave {parameter} blank, or set {choice} to {owners}.</source>
        <translation>{member} hat kein {option}: Lassen Sie {parameter} leer oder setzen Sie {choice} auf {owners}.</translation>
    </message>
    <message>
        <source>{member} has no {option}: leave {parameter} blank.</source>
        <translation>{member} hat kein {option}: Lassen Sie {parameter} leer.</translation>
    </message>
    <message>
        <source>Band {band} of {path} is tagged alpha, and its values could be opacity or measured ones: set BANDS={without} if it says what is transparent, or BANDS={with_it} if it is data such as infrared.</source>
        <translation>Kanal {band} von {path} ist als Alpha gekennzeichnet, und seine Werte könnten Deckkraft oder Messwerte sein: Setzen Sie BANDS={without}, wenn er sagt, was durchsichtig ist, oder BANDS={with_it}, wenn er Daten wie Infrarot enthält.</translation>
    </message>
    <message>
        <source>{path} holds {count} rasters: choose one of them, such as {first}.</source>
        <translation>{path} enthält {count} Raster: Wählen Sie eines davon, etwa {first}.</translation>
    </message>
    <message>
        <source>{path} does not exist.</source>
        <translation>{path} gibt es nicht.</translation>
    </message>
    <message>
        <source>{path} is not a raster but a macOS metadata file of {owner}: choose {owner} instead; the metadata file can be deleted.</source>
        <translation>{path} ist kein Raster, sondern eine macOS-Metadatendatei zu {owner}: Wählen Sie stattdessen {owner}; die Metadatendatei können Sie löschen.</translation>
    </message>
    <message>
        <source>{path} is not a raster that GDAL can read.</source>
        <translation>{path} ist kein Raster, das GDAL lesen kann.</translation>
    </message>
    <message>
        <source>{path} cannot be opened: check its name and the credentials (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE; AWS_NO_SIGN_REQUEST=YES for what is public) in the environment of QGIS, or of this command.</source>
        <translation>{path} kann nicht geöffnet werden: Prüfen Sie den Namen und die Zugangsdaten (AWS_ACCESS_KEY_ID und AWS_SECRET_ACCESS_KEY oder AWS_PROFILE; AWS_NO_SIGN_REQUEST=YES für Öffentliches) in der Umgebung von QGIS oder dieses Befehls.</translation>
    </message>
    <message>
        <source>{path} cannot be opened: check the address, the connection, and whether the server requires a password.</source>
        <translation>{path} lässt sich nicht öffnen: Prüfen Sie die Adresse, die Verbindung und ob der Server ein Passwort verlangt.</translation>
    </message>
    <message>
        <source>{path} is not a raster that GDAL can read, though {file} exists: check the rest of the name, and whether the file requires a password.</source>
        <translation>{path} ist kein Raster, das GDAL lesen kann, obwohl es {file} gibt: Prüfen Sie den Rest des Namens und ob die Datei ein Passwort verlangt.</translation>
    </message>
    <message>
        <source>{path} declares scale and offset of its bands, which are used for {blank} (blank): pixel value × {gain} + {offset} = physical value.</source>
        <translation>{path} gibt Skalierung und Offset seiner Kanäle an, die für {blank} (leer) gelten: Pixelwert × {gain} + {offset} = physikalischer Wert.</translation>
    </message>
    <message>
        <source>{path} declares scale {scale:g} and offset {offset:g} for band {band}, which cannot be right: set GAIN and OFFSET.</source>
        <translation>{path} gibt für Kanal {band} die Skalierung {scale:g} und den Offset {offset:g} an, was nicht stimmen kann: Setzen Sie GAIN und OFFSET.</translation>
    </message>
    <message>
        <source>The result would have {width} × {height} pixels, more than a raster can have: choose a smaller EXTENT.</source>
        <translation>Das Ergebnis hätte {width} × {height} Pixel, mehr als ein Raster haben kann: Wählen Sie ein kleineres EXTENT.</translation>
    </message>
    <message>
        <source>{path} is a photo that is stored rotated or mirrored (EXIF orientation {orientation}): it is read upright, and results are upright too. QGIS shows both as the photo is stored.</source>
        <translation>{path} ist ein Foto, das gedreht oder gespiegelt gespeichert ist (EXIF-Ausrichtung {orientation}): Es wird aufrecht gelesen, und auch Ergebnisse stehen aufrecht. QGIS zeigt beide so, wie das Foto gespeichert ist.</translation>
    </message>
    <message>
        <source>{path} has an invalid geotransform, of zeros or values that are not numbers ({numbers}): remove it (gdal_edit.py -unsetgt), or save the raster with the right one (gdal_translate -a_ullr).</source>
        <translation>{path} hat eine ungültige Geotransformation, aus Nullen oder aus Werten, die keine Zahlen sind ({numbers}): Entfernen Sie sie (gdal_edit.py -unsetgt), oder speichern Sie das Raster mit der richtigen (gdal_translate -a_ullr).</translation>
    </message>
    <message>
        <source>The pixels of the guide {guide} fit {x:.4g} × {y:.4g} times into those of {path}, and it must be 1, 2, 3, 4 or 6 times in both directions: resample the guide first.</source>
        <translation>Die Pixel des Führungsrasters {guide} passen {x:.4g} × {y:.4g}-mal in die von {path}; es muss 1-, 2-, 3-, 4- oder 6-mal in beiden Richtungen sein: Rechnen Sie das Führungsraster zuerst um.</translation>
    </message>
    <message>
        <source>The pixels of the guide {guide} are larger than those of {path} that it is to guide: choose a GUIDE of finer pixels, or swap the two.</source>
        <translation>Die Pixel des Führungsrasters {guide} sind größer als die von {path}, das es führen soll: Wählen Sie einen GUIDE mit feineren Pixeln oder vertauschen Sie die beiden.</translation>
    </message>
    <message>
        <source>The bands {fine} and {coarse} of {path} are not aligned, unlike those of one scene: download the product again.</source>
        <translation>Die Kanäle {fine} und {coarse} von {path} liegen nicht auf demselben Pixelgitter, anders als die einer einzigen Szene: Laden Sie das Produkt noch einmal herunter.</translation>
    </message>
    <message>
        <source>EXTENT and {path} do not overlap.</source>
        <translation>EXTENT und {path} überlappen sich nicht.</translation>
    </message>
    <message>
        <source>{path} refers to {source}, which is missing or cannot be read: put it back, or make the VRT again.</source>
        <translation>{path} verweist auf {source}, die fehlt oder nicht gelesen werden kann: die Datei zurücklegen oder das VRT neu erstellen.</translation>
    </message>
    <message>
        <source>{path} has a colour table: the colours are read, as bands red, green and blue.</source>
        <translation>{path} hat eine Farbtabelle: Gelesen werden die Farben, als Kanäle Rot, Grün und Blau.</translation>
    </message>
    <message>
        <source>{path} has a colour table that cannot be read as colours: save it with its colours as bands.</source>
        <translation>{path} hat eine Farbtabelle, die sich nicht als Farben lesen lässt: Speichern Sie das Raster mit seinen Farben als Kanälen.</translation>
    </message>
    <message>
        <source>WEIGHTS has {given} numbers for {count} bands: give one for each band.</source>
        <translation>WEIGHTS hat {given} Zahlen für {count} Kanäle: Geben Sie eine für jeden Kanal an.</translation>
    </message>
    <message>
        <source>WEIGHTS is all 0: give at least one band a weight.</source>
        <translation>WEIGHTS ist überall 0: Geben Sie mindestens einem Kanal ein Gewicht.</translation>
    </message>
    <message>
        <source>{pan} has a colour table and is not a panchromatic raster: choose as PAN one whose values are brightness.</source>
        <translation>{pan} hat eine Farbtabelle und ist kein panchromatisches Raster: Wählen Sie als PAN eines, dessen Werte Helligkeiten sind.</translation>
    </message>
    <message>
        <source>The pixels of {pan} are not finer than those of {xs} (which are {ratio:.3g} times as large): choose as PAN the panchromatic raster of the finer resolution.</source>
        <translation>Die Pixel von {pan} sind nicht feiner als die von {xs} (die {ratio:.3g}-mal so groß sind): Wählen Sie als PAN das panchromatische Raster der feineren Auflösung.</translation>
    </message>
    <message>
        <source>Gathering statistics</source>
        <translation>Statistik wird gesammelt</translation>
    </message>
    <message>
        <source>{path} is georeferenced only by ground control points or rational polynomials and has no pixel grid on the map: warp it first (gdalwarp, or Raster &gt; Projections &gt; Warp in QGIS) and use the result.</source>
        <translation>{path} ist nur durch Passpunkte oder rationale Polynome georeferenziert und hat kein Pixelgitter auf der Karte: Entzerren Sie es zuerst (gdalwarp oder in QGIS Raster &gt; Projektionen &gt; Transformieren) und verwenden Sie das Ergebnis.</translation>
    </message>
    <message>
        <source>The ground control points or rational polynomials of {path} cannot be used to locate it ({reason}): warp it first (gdalwarp, or Raster &gt; Projections &gt; Warp in QGIS), or leave EXTENT blank.</source>
        <translation>Mit den Passpunkten oder rationalen Polynomen von {path} lässt sich nicht bestimmen, wo es liegt ({reason}): Entzerren Sie es zuerst (gdalwarp oder in QGIS Raster &gt; Projektionen &gt; Transformieren), oder lassen Sie EXTENT leer.</translation>
    </message>
    <message>
        <source>EXTENT and {path} do not overlap: the raster reaches from {lower_left} to {upper_right}.</source>
        <translation>EXTENT und {path} überlappen sich nicht: Das Raster reicht von {lower_left} bis {upper_right}.</translation>
    </message>
    <message>
        <source>EXTENT cannot be transformed to the coordinate reference system of {path} ({reason}): give it in the raster's own.</source>
        <translation>EXTENT lässt sich nicht in das Koordinatenbezugssystem von {path} bringen ({reason}): Geben Sie die Ausdehnung in dem des Rasters an.</translation>
    </message>
    <message>
        <source>{name} has {count} numbers for {bands} bands: give one number, or one for each band.</source>
        <translation>{name} hat {count} Zahlen für {bands} Kanäle: Geben Sie eine Zahl an oder eine für jeden Kanal.</translation>
    </message>
    <message>
        <source>GAIN has a 0 in it, which would make every pixel the same: use another number.</source>
        <translation>GAIN enthält eine 0, die alle Pixel gleich machen würde: Verwenden Sie eine andere Zahl.</translation>
    </message>
    <message>
        <source>{path} has no band {band}: it has {count}.</source>
        <translation>{path} hat keinen Kanal {band}: Es hat {count}.</translation>
    </message>
    <message>
        <source>Band {band} of {path} has pixels of type {dtype}, which super-resolution cannot use.</source>
        <translation>Kanal {band} von {path} hat Pixel vom Typ {dtype}, die Super-Resolution nicht verwenden kann.</translation>
    </message>
    <message>
        <source>Warning: {path} has the value {value:.9g} in all bands from an edge inwards: if it means no data, set NODATA to it where this raster is used.</source>
        <translation>Vorsicht: {path} hat von einem Rand her in allen Kanälen den Wert {value:.9g}: Wenn er „keine Daten“ bedeutet, setzen Sie NODATA darauf, wo dieses Raster verwendet wird.</translation>
    </message>
    <message>
        <source>Warning: {pan} has the value {value:.9g} in all places sampled, and adds no detail: choose as PAN the panchromatic raster.</source>
        <translation>Vorsicht: {pan} hat überall, wo nachgesehen wurde, den Wert {value:.9g} und bringt keine Details ein: wählen Sie als PAN das panchromatische Raster.</translation>
    </message>
    <message>
        <source>Warning: band {band} of {path} has the value {value:.9g} in places, and all others are far from it: if it means no data, set NODATA to it.</source>
        <translation>Vorsicht: Kanal {band} von {path} hat stellenweise den Wert {value:.9g}, und alle anderen Werte liegen weit davon entfernt: Wenn er „keine Daten“ bedeutet, setzen Sie NODATA darauf.</translation>
    </message>
    <message>
        <source>{path} has only {size} of the {pixels} bytes of its pixels: copy or download it again.</source>
        <translation>{path} hat nur {size} der {pixels} Bytes seiner Pixel: Kopieren Sie die Datei noch einmal, oder laden Sie sie erneut herunter.</translation>
    </message>
    <message>
        <source>{path} says that {source} has {columns} × {rows} pixels of type {said}, but it has {width} × {height} of type {dtype}: make the VRT again.</source>
        <translation>Nach {path} hat {source} {columns} × {rows} Pixel vom Typ {said}, es hat aber {width} × {height} vom Typ {dtype}: Erstellen Sie das VRT neu.</translation>
    </message>
    <message>
        <source>{path} uses {source} without reprojection, though it is in another coordinate reference system: reproject it and make the VRT again.</source>
        <translation>{path} verwendet {source} ohne Umprojektion, obwohl es ein anderes Koordinatenbezugssystem hat: Projizieren Sie es um, und erstellen Sie das VRT neu.</translation>
    </message>
    <message>
        <source>The mask {path} cannot be read: copy it again, or remove it if all pixels are valid.</source>
        <translation>Die Maske {path} kann nicht gelesen werden: Kopieren Sie sie noch einmal, oder entfernen Sie sie, wenn alle Pixel gültig sind.</translation>
    </message>
    <message>
        <source>{path} is a VRT of which GDAL cannot compute band {band}, and does not say why: check its pixel function, and how many bands that takes.</source>
        <translation>{path} ist ein VRT, dessen Kanal {band} GDAL nicht berechnen kann, ohne zu sagen, warum: Prüfen Sie seine Pixelfunktion und wie viele Kanäle sie braucht.</translation>
    </message>
    <message>
        <source>NODATA is {value}, which no pixel of {path} can have, as they are of type {dtype}: give a value that stands for no data there, or leave it blank.</source>
        <translation>NODATA ist {value}; das kann kein Pixel von {path} sein, denn sie sind vom Typ {dtype}: Geben Sie einen Wert an, der dort für fehlende Daten steht, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>{grid} and {raster} do not overlap: choose two rasters of the same place.</source>
        <translation>{grid} und {raster} überlappen sich nicht: Wählen Sie zwei Raster desselben Ortes.</translation>
    </message>
    <message>
        <source>The coordinate reference systems of {fine} and {coarse} cannot be related where the rasters lie: reproject one of them to the other's.</source>
        <translation>Die Koordinatenbezugssysteme von {fine} und {coarse} lassen sich dort, wo die Raster liegen, nicht aufeinander beziehen: Projizieren Sie eines davon in das des anderen um.</translation>
    </message>
    <message>
        <source>Block {done} of {total}</source>
        <translation>Block {done} von {total}</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>{path} konnte nicht geschrieben werden: {reason}.</translation>
    </message>
    <message>
        <source>tiles, from the least gain to the greatest (%)</source>
        <translation>Kacheln, vom kleinsten bis zum größten Gewinn (%)</translation>
    </message>
    <message>
        <source>dB over bicubic</source>
        <translation>dB über bikubisch</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>validation PSNR (dB)</source>
        <translation>Validierungs-PSNR (dB)</translation>
    </message>
    <message>
        <source>as stated</source>
        <translation>wie angegeben</translation>
    </message>
    <message>
        <source>one constant for all pixels</source>
        <translation>eine Konstante für alle Pixel</translation>
    </message>
    <message>
        <source>stated coverage (%)</source>
        <translation>angegebene Überdeckung (%)</translation>
    </message>
    <message>
        <source>reached coverage (%)</source>
        <translation>erreichte Überdeckung (%)</translation>
    </message>
    <message>
        <source>mean half-width (% of one constant)</source>
        <translation>mittlere halbe Breite (% einer Konstante)</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>chosen: {rate:.2g}</source>
        <translation>gewählt: {rate:.2g}</translation>
    </message>
    <message>
        <source>Learning-rate test</source>
        <translation>Lernratentest</translation>
    </message>
    <message>
        <source>Learning-rate test of {model}</source>
        <translation>Lernratentest von {model}</translation>
    </message>
    <message>
        <source>Loss and validation PSNR of each epoch</source>
        <translation>Verlust und Validierungs-PSNR jeder Epoche</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Loss over learning rates</source>
        <translation>Verlust über Lernraten</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>weights kept</source>
        <translation>behaltene Gewichte</translation>
    </message>
    <message>
        <source>observed, resampled</source>
        <translation>beobachtet, umgerechnet (Resampling)</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>beobachtet</translation>
    </message>
    <message>
        <source>too few valid pixels (MIN_VALID)</source>
        <translation>zu wenige gültige Pixel (MIN_VALID)</translation>
    </message>
    <message>
        <source>too little texture (MIN_TEXTURE)</source>
        <translation>zu wenig Textur (MIN_TEXTURE)</translation>
    </message>
    <message>
        <source>the two rasters differ too much (MAX_DIFFERENCE)</source>
        <translation>die beiden Raster unterscheiden sich zu sehr (MAX_DIFFERENCE)</translation>
    </message>
    <message>
        <source>longest blue arrow: {length:.2f} low-resolution pixels</source>
        <translation>längster blauer Pfeil: {length:.2f} niedrig aufgelöste Pixel</translation>
    </message>
    <message>
        <source>low resolution</source>
        <translation>niedrige Auflösung</translation>
    </message>
    <message>
        <source>high resolution</source>
        <translation>hohe Auflösung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>Stated coverage</source>
        <translation>Angegebene Überdeckung</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Mean half-width</source>
        <translation>Mittlere halbe Breite</translation>
    </message>
    <message>
        <source>One constant for all pixels</source>
        <translation>Eine Konstante für alle Pixel</translation>
    </message>
    <message>
        <source>Super-resolved</source>
        <translation>Super-Resolution</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Error, band {band}: black 0, brightest {limit} or more</source>
        <translation>Fehler, Kanal {band}: schwarz 0, am hellsten {limit} oder mehr</translation>
    </message>
    <message>
        <source>Error map at {stated} %, in the same colours: {within:.1%} of this tile lie within</source>
        <translation>Fehlerkarte bei {stated} %, in denselben Farben: {within:.1%} dieser Kachel liegen darin</translation>
    </message>
    <message>
        <source>{picture}, the middle</source>
        <translation>{picture}, die Mitte</translation>
    </message>
    <message>
        <source>{speed:.3g} million high-resolution pixels per second</source>
        <translation>{speed:.3g} Millionen hoch aufgelöste Pixel pro Sekunde</translation>
    </message>
    <message>
        <source>Speed of {model}</source>
        <translation>Geschwindigkeit von {model}</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Detail added by {model}</source>
        <translation>Von {model} hinzugefügte Details</translation>
    </message>
    <message>
        <source>Added detail</source>
        <translation>Hinzugefügte Details</translation>
    </message>
    <message>
        <source>Another run is writing {target}: wait until it has finished, or choose another OUTPUT.</source>
        <translation>Ein anderer Lauf schreibt gerade {target}: Warten Sie, bis er fertig ist, oder wählen Sie ein anderes OUTPUT.</translation>
    </message>
    <message>
        <source>{reason} {size:.0f} MB of this run are kept in {folder}: free disk space and run it again to continue, or delete that folder.</source>
        <translation>{reason} {size:.0f} MB dieses Laufs bleiben in {folder}: Schaffen Sie Platz und starten Sie erneut, um fortzufahren, oder löschen Sie diesen Ordner.</translation>
    </message>
    <message>
        <source>There is no {family} {asked}: choose one of {known}.</source>
        <translation>Unbekannt: {family} {asked}. Wählen Sie einen dieser Werte: {known}.</translation>
    </message>
    <message>
        <source>{path} holds {count} tiles ({tiles}): set EXTENT to a place in one of them.</source>
        <translation>{path} enthält {count} Kacheln ({tiles}): Setzen Sie EXTENT auf einen Ort in einer davon.</translation>
    </message>
    <message>
        <source>EXTENT lies in none of the {count} tiles of {path} ({tiles}).</source>
        <translation>EXTENT liegt in keiner der {count} Kacheln von {path} ({tiles}).</translation>
    </message>
    <message>
        <source>{path} is of Level-1C, which has no scene classification to find clouds by: choose the Level-2A of this scene, or leave clouds as they are.</source>
        <translation>{path} ist von Level-1C, das keine Szenenklassifikation hat, um Wolken zu finden: Wählen Sie Level-2A dieser Szene, oder lassen Sie die Wolken, wie sie sind.</translation>
    </message>
    <message>
        <source>{path} has no {bands} in the resolution in which it is measured: download the whole product.</source>
        <translation>{path} hat {bands} nicht in der Auflösung, in der gemessen wird: Laden Sie das ganze Produkt herunter.</translation>
    </message>
    <message>
        <source>{path} lacks {count} of its files ({names}): download the product again, as a whole.</source>
        <translation>In {path} fehlen {count} Dateien ({names}): Laden Sie das Produkt noch einmal ganz herunter.</translation>
    </message>
    <message>
        <source>{path} and {other} do not have the same pixels, as bands of one product have: download the product again.</source>
        <translation>{path} und {other} haben nicht dieselben Pixel wie die Kanäle eines Produkts: Laden Sie das Produkt noch einmal herunter.</translation>
    </message>
    <message>
        <source>{path} is not a product of Sentinel-2: choose a .SAFE folder, the zip file that was downloaded, or MTD_MSIL1C.xml or MTD_MSIL2A.xml in it.</source>
        <translation>{path} ist kein Produkt von Sentinel-2: Wählen Sie einen .SAFE-Ordner, die heruntergeladene Zip-Datei, oder MTD_MSIL1C.xml oder MTD_MSIL2A.xml darin.</translation>
    </message>
    <message>
        <source>{path} holds {count} products of Sentinel-2 ({names}): choose one of them.</source>
        <translation>{path} enthält {count} Produkte von Sentinel-2 ({names}): Wählen Sie eines davon.</translation>
    </message>
    <message>
        <source>{file} of {path} is too large for metadata.</source>
        <translation>{file} von {path} ist zu groß für Metadaten.</translation>
    </message>
    <message>
        <source>{path} is a product of {satellite}: choose one of Sentinel-2, of Level-1C or Level-2A.</source>
        <translation>{path} ist ein Produkt von {satellite}: Wählen Sie eines von Sentinel-2, Level-1C oder Level-2A.</translation>
    </message>
    <message>
        <source>{path} is not a complete zip file ({reason}): download the product again.</source>
        <translation>{path} ist keine ganze Zip-Datei ({reason}): Laden Sie das Produkt noch einmal herunter.</translation>
    </message>
    <message>
        <source>{file} of {path} cannot be read ({reason}): download the product again.</source>
        <translation>{file} von {path} kann nicht gelesen werden ({reason}): Laden Sie das Produkt noch einmal herunter.</translation>
    </message>
    <message>
        <source>{file} of {path} is not the metadata of a product of Level-1C or Level-2A: download the product again.</source>
        <translation>{file} von {path} enthält nicht die Metadaten eines Produkts von Level-1C oder Level-2A: Laden Sie das Produkt noch einmal herunter.</translation>
    </message>
    <message>
        <source>{file} of {path} does not say what pixel values mean (no quantification value): download the product again.</source>
        <translation>{file} von {path} sagt nicht, was die Pixelwerte bedeuten (kein Quantifizierungswert): Laden Sie das Produkt noch einmal herunter.</translation>
    </message>
    <message>
        <source>{path} has the processing baseline {baseline} and does not say which offset its pixel values have, as all do since 04.00: download the product again.</source>
        <translation>{path} hat die Prozessierungsversion {baseline} und sagt nicht, welchen Versatz seine Pixelwerte haben, wie alle seit 04.00: Laden Sie das Produkt noch einmal herunter.</translation>
    </message>
    <message>
        <source>{file} of {path} does not say the offset of {bands}: download the product again.</source>
        <translation>{file} von {path} nennt nicht den Versatz von {bands}: Laden Sie das Produkt noch einmal herunter.</translation>
    </message>
    <message>
        <source>EXTENT lies nowhere on Earth: check it and its coordinate reference system.</source>
        <translation>EXTENT liegt nirgends auf der Erde: Prüfen Sie die Ausdehnung und ihr Koordinatenbezugssystem.</translation>
    </message>
    <message>
        <source>{api} does not answer as a STAC API that can be searched does: check STAC_API.</source>
        <translation>{api} antwortet nicht wie eine durchsuchbare STAC-API: Prüfen Sie STAC_API.</translation>
    </message>
    <message>
        <source>EXTENT does not say its coordinate reference system: add it, as in {example}.</source>
        <translation>Bei EXTENT fehlt das Koordinatenbezugssystem: Fügen Sie es an, etwa {example}.</translation>
    </message>
    <message>
        <source>EXTENT is empty: give it a width and a height.</source>
        <translation>EXTENT ist leer: Geben Sie eine Breite und eine Höhe.</translation>
    </message>
    <message>
        <source>EXTENT cannot be transformed to longitude and latitude ({reason}): give it in another coordinate reference system.</source>
        <translation>EXTENT lässt sich nicht in Länge und Breite umrechnen ({reason}): Geben Sie die Ausdehnung in einem anderen Koordinatenbezugssystem an.</translation>
    </message>
    <message>
        <source>{scene} has no cloud mask: choose another STAC_COLLECTION, or do not mask clouds.</source>
        <translation>{scene} hat keine Wolkenmaske: Wählen Sie eine andere STAC_COLLECTION oder maskieren Sie Wolken nicht.</translation>
    </message>
    <message>
        <source>{server} cannot be reached: check the network connection and the proxy settings.</source>
        <translation>{server} ist nicht erreichbar: Prüfen Sie die Netzwerkverbindung und die Proxy-Einstellungen.</translation>
    </message>
    <message>
        <source>{server} does not have {what} (HTTP {status}).</source>
        <translation>{server} hat {what} nicht (HTTP {status}).</translation>
    </message>
    <message>
        <source>{server} did not answer within {timeout:g} seconds: try again later, or set a longer TIMEOUT.</source>
        <translation>{server} hat nicht innerhalb von {timeout:g} Sekunden geantwortet: Versuchen Sie es später noch einmal oder setzen Sie ein längeres TIMEOUT.</translation>
    </message>
    <message>
        <source>The certificate of {server} is not trusted: if your network inspects connections, set the environment variable REQUESTS_CA_BUNDLE to the file with its certificate.</source>
        <translation>Dem Zertifikat von {server} wird nicht vertraut: Falls Ihr Netzwerk Verbindungen untersucht, setzen Sie die Umgebungsvariable REQUESTS_CA_BUNDLE auf die Datei mit seinem Zertifikat.</translation>
    </message>
    <message>
        <source>{server} is too busy for this request (HTTP 429), even after {tries} more tries: try again in some minutes.</source>
        <translation>{server} ist für diese Anfrage zu ausgelastet (HTTP 429), auch nach {tries} weiteren Versuchen: Versuchen Sie es in einigen Minuten noch einmal.</translation>
    </message>
    <message>
        <source>{server} reports an internal error (HTTP {status}), even after {tries} more tries: try again later.</source>
        <translation>{server} meldet einen internen Fehler (HTTP {status}), auch nach {tries} weiteren Versuchen: Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>{server} refuses access (HTTP {status}): it requires a login or a key, which Finer does not have.</source>
        <translation>{server} verweigert den Zugriff (HTTP {status}): Verlangt wird eine Anmeldung oder ein Schlüssel, den Finer nicht hat.</translation>
    </message>
    <message>
        <source>{name} of {scene} cannot be read from {server} ({reason}): try again later.</source>
        <translation>{name} von {scene} kann nicht von {server} gelesen werden ({reason}): Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Asset {name} of {scene} is not a georeferenced raster of numbers: leave it out of ASSETS.</source>
        <translation>Das Asset {name} von {scene} ist kein georeferenziertes Raster aus Zahlen: Lassen Sie es in ASSETS weg.</translation>
    </message>
    <message>
        <source>{server} refuses access to {name} of {scene}, even with a new signature (HTTP {status}): try again later.</source>
        <translation>{server} verweigert den Zugriff auf {name} von {scene}, auch mit einer neuen Signatur (HTTP {status}): Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Asset {name} of {scene} is not on the web ({href}): choose another of ASSETS or another STAC_API.</source>
        <translation>Das Asset {name} von {scene} liegt nicht im Web ({href}): Wählen Sie andere ASSETS oder eine andere STAC_API.</translation>
    </message>
    <message>
        <source>There is no scene.</source>
        <translation>Es gibt keine Szene.</translation>
    </message>
    <message>
        <source>Warning: {scene} cannot be used, and {other} of {day} is used instead: {reason}</source>
        <translation>Vorsicht: {scene} kann nicht verwendet werden, stattdessen wird {other} vom {day} verwendet: {reason}</translation>
    </message>
    <message>
        <source>{scene} and {other} have other bands: choose other ASSETS.</source>
        <translation>{scene} und {other} haben verschiedene Kanäle: wählen Sie andere ASSETS.</translation>
    </message>
    <message>
        <source>No scene of {collection} lies in EXTENT on {dates} or within a year of that: check EXTENT and STAC_COLLECTION.</source>
        <translation>Keine Szene von {collection} liegt zu {dates} oder innerhalb eines Jahres davon in EXTENT: Prüfen Sie EXTENT und STAC_COLLECTION.</translation>
    </message>
    <message>
        <source>ASSETS is empty: name at least one, such as {example}.</source>
        <translation>ASSETS ist leer: Nennen Sie mindestens eines, etwa {example}.</translation>
    </message>
    <message>
        <source>Searching {api}</source>
        <translation>{api} wird durchsucht</translation>
    </message>
    <message>
        <source>No scene of {collection} lies in EXTENT on {dates}, but {count} do within a year of that, {scene} of {day} being the nearest: change DATE_RANGE.</source>
        <translation>Keine Szene von {collection} liegt zu {dates} in EXTENT, aber {count} innerhalb eines Jahres davon, am nächsten {scene} vom {day}: Ändern Sie DATE_RANGE.</translation>
    </message>
    <message>
        <source>{api} has no collection {collection}: STAC_COLLECTION must be one of {known}.</source>
        <translation>{api} hat keine Kollektion {collection}: STAC_COLLECTION muss einer dieser Werte sein: {known}.</translation>
    </message>
    <message>
        <source>All {count} scenes of {dates} are cloudier than MAX_CLOUD {limit:g} %, the least cloudy being {scene} of {day} with {cloud:.1f} %: set a larger MAX_CLOUD or a longer DATE_RANGE.</source>
        <translation>Alle {count} Szenen von {dates} sind stärker bewölkt als MAX_CLOUD {limit:g} %; am wenigsten bewölkt ist {scene} vom {day} mit {cloud:.1f} %: Setzen Sie eine größere MAX_CLOUD oder einen längeren DATE_RANGE.</translation>
    </message>
    <message>
        <source>No scene of {dates} covers MIN_COVER {limit:g} % of EXTENT, the best being {scene} of {day} with {cover:.1f} %, and {cloudy} others are too cloudy: set a smaller MIN_COVER or another EXTENT.</source>
        <translation>Keine Szene von {dates} deckt MIN_COVER {limit:g} % von EXTENT ab; am besten ist {scene} vom {day} mit {cover:.1f} %, und {cloudy} weitere sind zu bewölkt: Setzen Sie eine kleinere MIN_COVER oder eine andere EXTENT.</translation>
    </message>
    <message>
        <source>{count} scenes of {dates} show the extent or a part of it: {cloudy} too cloudy, {partial} covering too little of it, {good} suitable.</source>
        <translation>{count} Szenen von {dates} zeigen die Ausdehnung oder einen Teil davon: {cloudy} zu bewölkt, {partial} mit zu geringer Abdeckung, {good} geeignet.</translation>
    </message>
    <message>
        <source>Chosen: {scene} of {day}, with {cloud} % cloud, which covers {cover:.1f} % of the extent.</source>
        <translation>Gewählt: {scene} vom {day}, mit {cloud} % Wolken, deckt {cover:.1f} % der Ausdehnung ab.</translation>
    </message>
    <message>
        <source>The catalogue says that the bands have an offset of {offset}: it is subtracted, so that pixels are reflectance × 10,000.</source>
        <translation>Laut Katalog haben die Kanäle einen Offset von {offset}: Er wird abgezogen, sodass Pixel Reflexionsgrad × 10.000 sind.</translation>
    </message>
    <message>
        <source>Warning: {server} is accessed over http, so others can read and change the data sent and received, including logins: use its https address in STAC_API if it has one.</source>
        <translation>Vorsicht: Auf {server} wird über http zugegriffen, sodass andere lesen und ändern können, was gesendet und empfangen wird, auch Zugangsdaten: Nehmen Sie in STAC_API seine https-Adresse, wenn er eine hat.</translation>
    </message>
    <message>
        <source>Left out: {reason}</source>
        <translation>Ausgelassen: {reason}</translation>
    </message>
    <message>
        <source>{scene}: {day}, {cloud} % cloud, covers {cover:.1f} %</source>
        <translation>{scene}: {day}, {cloud} % Wolken, deckt {cover:.1f} % ab</translation>
    </message>
    <message>
        <source>and {count} more.</source>
        <translation>und {count} weitere.</translation>
    </message>
    <message>
        <source>{count} neighbouring scenes of one pass are mosaicked, on the grid of {scene}.</source>
        <translation>{count} benachbarte Szenen eines Überflugs werden zusammengesetzt, auf dem Gitter von {scene}.</translation>
    </message>
    <message>
        <source>Warning: the catalogue does not say how cloudy {scene} is: look at it.</source>
        <translation>Vorsicht: Der Katalog sagt nicht, wie bewölkt {scene} ist: Sehen Sie sie sich an.</translation>
    </message>
    <message>
        <source>Warning: {missing:.1f} % of the extent lies outside the scene and has no pixels.</source>
        <translation>Vorsicht: {missing:.1f} % der Ausdehnung liegen außerhalb der Szene und haben keine Pixel.</translation>
    </message>
    <message>
        <source>Processing baseline {baseline}: the offset of {offset} is subtracted from the bands, so that pixels are reflectance × 10,000 as they were before baseline 04.00.</source>
        <translation>Verarbeitungs-Baseline {baseline}: Der Offset von {offset} wird von den Kanälen abgezogen, sodass Pixel Reflexionsgrad × 10.000 sind, wie sie es vor Baseline 04.00 waren.</translation>
    </message>
    <message>
        <source>The catalogue has already subtracted the offset of processing baseline 04.00.</source>
        <translation>Der Katalog hat den Offset der Verarbeitungs-Baseline 04.00 schon abgezogen.</translation>
    </message>
    <message>
        <source>Processing baseline {baseline}: pixels are without an offset.</source>
        <translation>Verarbeitungs-Baseline {baseline}: Pixel sind ohne Offset.</translation>
    </message>
    <message>
        <source>{name} is {text}: write days as year-month-day, such as {example}.</source>
        <translation>{name} ist {text}: Schreiben Sie Tage als Jahr-Monat-Tag, etwa {example}.</translation>
    </message>
    <message>
        <source>DATE_RANGE ends on {last}, before it begins on {first}: put the earlier date first.</source>
        <translation>DATE_RANGE endet am {last}, bevor es am {first} beginnt: Setzen Sie das frühere Datum an den Anfang.</translation>
    </message>
    <message>
        <source>{scene} has no asset {name}: ASSETS can be {known}.</source>
        <translation>{scene} hat kein Asset {name}: ASSETS kann sein: {known}.</translation>
    </message>
    <message>
        <source>The bands of {hr} are {hr_names} and those of {lr} are {lr_names}: choose rasters of the same bands, or, if the names are wrong, set BANDS to the bands of both.</source>
        <translation>Die Kanäle von {hr} sind {hr_names}, die von {lr} sind {lr_names}: Wählen Sie Raster mit denselben Kanälen oder, falls die Namen falsch sind, setzen Sie BANDS auf die Kanäle beider.</translation>
    </message>
    <message>
        <source>The bands of {hr} are {hr_names} and those of {lr} are {lr_names}: they are paired because BANDS says so.</source>
        <translation>Die Kanäle von {hr} sind {hr_names}, die von {lr} sind {lr_names}: Sie werden gepaart, weil BANDS es so angibt.</translation>
    </message>
    <message>
        <source>The bands of {path} are {bands} and ASSETS are {assets}: set ASSETS to the corresponding ones, in the order of the bands, or choose BANDS in the order of ASSETS.</source>
        <translation>Die Kanäle von {path} sind {bands}, ASSETS sind {assets}: Setzen Sie ASSETS auf die entsprechenden, in der Reihenfolge der Kanäle, oder wählen Sie BANDS in der Reihenfolge von ASSETS.</translation>
    </message>
    <message>
        <source>Bands {bands} of {lr} are those that {hr} names.</source>
        <translation>Die Kanäle {bands} von {lr} sind die, die {hr} nennt.</translation>
    </message>
    <message>
        <source>FORMAT {format} is for rasters of 8-bit pixels (uint8), and these are {dtype}: use tiff.</source>
        <translation>FORMAT {format} ist für Raster mit 8-Bit-Pixeln (uint8), und diese sind {dtype}: Verwenden Sie tiff.</translation>
    </message>
    <message>
        <source>FORMAT {format} is for {known} bands, and there are {bands}: choose them with BANDS, or use tiff.</source>
        <translation>FORMAT {format} ist für {known} Kanäle, und es sind {bands}: Wählen Sie sie mit BANDS oder verwenden Sie tiff.</translation>
    </message>
    <message>
        <source>FORMAT {format} cannot say which pixels are valid: leave MIN_VALID at 1, or use tiff.</source>
        <translation>FORMAT {format} kann nicht angeben, welche Pixel gültig sind: Lassen Sie MIN_VALID auf 1 oder verwenden Sie tiff.</translation>
    </message>
    <message>
        <source>The pixels of {lr} are {x:.4g} × {y:.4g} times as large as those of {hr}, which is too coarse for any SCALE: resample {hr} to larger pixels first, or choose a finer low-resolution raster.</source>
        <translation>Die Pixel von {lr} sind {x:.4g} × {y:.4g}-mal so groß wie die von {hr}; das ist für jeden Wert von SCALE zu grob: Bringen Sie {hr} erst auf größere Pixel oder wählen Sie ein feineres niedrig aufgelöstes Raster.</translation>
    </message>
    <message>
        <source>{hr} has {n_hr} bands and {lr} has {n_lr}: choose with BANDS those that both have.</source>
        <translation>{hr} hat {n_hr} Kanäle und {lr} hat {n_lr}: Wählen Sie mit BANDS die, die beide haben.</translation>
    </message>
    <message>
        <source>The pixels of {lr} are {x:.4g} × {y:.4g} times as large as those of {hr}, and those of a low-resolution raster must be larger: choose another, or swap the two.</source>
        <translation>Die Pixel von {lr} sind {x:.4g} × {y:.4g}-mal so groß wie die von {hr}, und die eines niedrig aufgelösten Rasters müssen größer sein: Wählen Sie ein anderes oder vertauschen Sie die beiden.</translation>
    </message>
    <message>
        <source>The pixels of {lr} are {x:.4g} × {y:.4g} times as large as those of {hr}, which is too coarse for SCALE {scale}, which would need interpolated low-resolution pixels: set SCALE to {better}.</source>
        <translation>Die Pixel von {lr} sind {x:.4g} × {y:.4g}-mal so groß wie die von {hr}; das ist zu grob für SCALE {scale}, wofür niedrig aufgelöste Pixel interpoliert werden müssten: Setzen Sie SCALE auf {better}.</translation>
    </message>
    <message>
        <source>{path} and {lr} have too few valid pixels in common to be harmonised: leave HARMONISE blank.</source>
        <translation>{path} und {lr} haben zu wenige gemeinsame gültige Pixel, um sie anzugleichen: Lassen Sie HARMONISE leer.</translation>
    </message>
    <message>
        <source>Band {band} is the same everywhere and cannot be harmonised: leave HARMONISE blank.</source>
        <translation>Kanal {band} ist überall gleich und lässt sich nicht angleichen: Lassen Sie HARMONISE leer.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>Den Ordner {folder} gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no raster in {folder}: it should hold files that end in {suffixes}.</source>
        <translation>In {folder} ist kein Raster: Dort sollten Dateien liegen, die auf {suffixes} enden.</translation>
    </message>
    <message>
        <source>OUTPUT {output} is a file: choose a folder.</source>
        <translation>OUTPUT {output} ist eine Datei: Wählen Sie einen Ordner.</translation>
    </message>
    <message>
        <source>OUTPUT {output} holds the input folder: choose another folder.</source>
        <translation>OUTPUT {output} enthält den Eingabeordner: Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>OUTPUT {output} has a {name} that is not a tile set's: choose another folder.</source>
        <translation>OUTPUT {output} enthält {name}, das nicht von einem Kachelsatz stammt: Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>OUTPUT {output} has the file {file}, which is not the tile set's and would be lost: move it, or choose another folder.</source>
        <translation>In OUTPUT {output} liegt die Datei {file}, die nicht zum Kachelsatz gehört und verloren ginge: Verschieben Sie sie, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{path} has {bands} {dtype} bands and other rasters of its folder {usual_bands} {usual_dtype} bands: take it out, or choose BANDS that all have.</source>
        <translation>{path} hat {bands} {dtype}-Kanäle und andere Raster seines Ordners {usual_bands} {usual_dtype}-Kanäle: Nehmen Sie es heraus oder wählen Sie BANDS, die alle haben.</translation>
    </message>
    <message>
        <source>OUTPUT {output} would replace the input {raster}: choose another folder.</source>
        <translation>OUTPUT {output} würde die Eingabe {raster} ersetzen: Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The bands of {path} are named differently from those of {first}, so that they are other bands of the sensor: instead of sensor, give mtf with one number for each band.</source>
        <translation>Die Kanäle von {path} heißen anders als die von {first} und sind damit andere Kanäle des Sensors: Geben Sie statt sensor mtf mit einer Zahl für jeden Kanal an.</translation>
    </message>
    <message>
        <source>{count:,} tiles would be cut, and this computer has memory for a list of {most:,} of them: set EXTENT to a part of the area, or use a larger STRIDE or TILE_SIZE.</source>
        <translation>{count:,} Kacheln würden geschnitten, und dieser Rechner hat Speicher für eine Liste von {most:,}: setzen Sie EXTENT auf einen Teil der Fläche, oder nehmen Sie ein größeres STRIDE oder TILE_SIZE.</translation>
    </message>
    <message>
        <source>{path} is shifted by {x:+.2f} pixels across and {y:+.2f} down relative to {hr} and is moved back (± {error:.2f}; {agreeing} of {pieces} places agree).</source>
        <translation>{path} liegt gegenüber {hr} um {x:+.2f} Pixel waagerecht und {y:+.2f} nach unten versetzt und wird zurückgeschoben (± {error:.2f}; {agreeing} von {pieces} Stellen stimmen überein).</translation>
    </message>
    <message>
        <source>HR tiles are {path} pansharpened with {pan} by PAN_METHOD={how}; blocks are {apart} pixels apart, so that no pixel of the two has a part in two splits.</source>
        <translation>HR-Kacheln sind {path}, mit {pan} und PAN_METHOD={how} pangeschärft; Blöcke liegen {apart} Pixel auseinander, sodass kein Pixel der beiden in zwei Teile der Aufteilung eingeht.</translation>
    </message>
    <message>
        <source>{path} is brought to the radiometry of {lr}: about × {gain} + {offset}, in pixel values.</source>
        <translation>{path} wird an die Radiometrie von {lr} angeglichen: etwa × {gain} + {offset}, in Pixelwerten.</translation>
    </message>
    <message>
        <source>{count} of {total} tiles are left out, having too few valid pixels.</source>
        <translation>{count} von {total} Kacheln werden ausgelassen, weil sie zu wenige gültige Pixel haben.</translation>
    </message>
    <message>
        <source>{count} of {total} tiles are left out, having less texture than MIN_TEXTURE.</source>
        <translation>{count} von {total} Kacheln werden ausgelassen, weil sie weniger Textur als MIN_TEXTURE haben.</translation>
    </message>
    <message>
        <source>{count} of {total} tiles are left out: the two rasters differ by more than MAX_DIFFERENCE there.</source>
        <translation>{count} von {total} Kacheln werden ausgelassen: Die beiden Raster unterscheiden sich dort um mehr als MAX_DIFFERENCE.</translation>
    </message>
    <message>
        <source>No tile has enough valid pixels: use a smaller MIN_VALID or another EXTENT.</source>
        <translation>Keine Kachel hat genug gültige Pixel: Verwenden Sie ein kleineres MIN_VALID oder eine andere EXTENT.</translation>
    </message>
    <message>
        <source>No tile has enough texture: use a smaller MIN_TEXTURE or another EXTENT.</source>
        <translation>Keine Kachel hat genug Textur: Verwenden Sie eine kleinere MIN_TEXTURE oder eine andere EXTENT.</translation>
    </message>
    <message>
        <source>The two rasters differ by more than MAX_DIFFERENCE in every tile: use a larger one, or HARMONISE.</source>
        <translation>Die beiden Raster unterscheiden sich in jeder Kachel um mehr als MAX_DIFFERENCE: Verwenden Sie einen größeren Wert oder HARMONISE.</translation>
    </message>
    <message>
        <source>{path} is not moved: only {agreeing} of {pieces} places agree on its shift relative to {hr}.</source>
        <translation>{path} wird nicht verschoben: Nur {agreeing} von {pieces} Stellen stimmen in seinem Versatz gegenüber {hr} überein.</translation>
    </message>
    <message>
        <source>{path} is not moved: its shift of {x:+.2f} pixels across and {y:+.2f} down relative to {hr} is within the error of {error:.2f} ({agreeing} of {pieces} places agree).</source>
        <translation>{path} wird nicht verschoben: Sein Versatz gegenüber {hr} von {x:+.2f} Pixeln waagerecht und {y:+.2f} nach unten ist innerhalb des Fehlers von {error:.2f} ({agreeing} von {pieces} Stellen stimmen überein).</translation>
    </message>
    <message>
        <source>{rasters} raster(s) of {bands} {dtype} bands, divided into {blocks} blocks of {fewest} to {most} tiles.</source>
        <translation>{rasters} Raster mit {bands} {dtype}-Kanälen, geteilt in {blocks} Blöcke von {fewest} bis {most} Kacheln.</translation>
    </message>
    <message>
        <source>{turned} of {total} tiles are rotated.</source>
        <translation>{turned} von {total} Kacheln sind gedreht.</translation>
    </message>
    <message>
        <source>LR tiles are made from HR by DEGRADATION={how}.</source>
        <translation>LR-Kacheln werden aus HR mit DEGRADATION={how} erzeugt.</translation>
    </message>
    <message>
        <source>Tiles get a guide from {path}: {bands} {dtype} bands, {ratio} pixels along each low-resolution one.</source>
        <translation>Die Kacheln bekommen ein Führungsraster aus {path}: {bands} Kanäle ({dtype}), {ratio} Pixel entlang jedes niedrig aufgelösten.</translation>
    </message>
    <message>
        <source>LR tiles are pixels of {path} as they are.</source>
        <translation>LR-Kacheln sind Pixel von {path}, wie sie sind.</translation>
    </message>
    <message>
        <source>{path} is reprojected into the coordinate reference system of the high-resolution raster.</source>
        <translation>{path} wird in das Koordinatenbezugssystem des hoch aufgelösten Rasters umprojiziert.</translation>
    </message>
    <message>
        <source>LR tiles are {path} resampled by cubic convolution, for its pixels do not lie on whole HR pixels (up to {shift:.2f} HR pixels off).</source>
        <translation>LR-Kacheln sind {path}, durch kubische Faltung neu abgetastet, denn seine Pixel liegen nicht auf ganzen HR-Pixeln (bis zu {shift:.2f} HR-Pixel daneben).</translation>
    </message>
    <message>
        <source>LR tiles are {path} resampled by cubic convolution. Warning: its pixels are {x:.3g} × {y:.3g} times as large as SCALE {scale} requires, so LR tiles are a little blurred.</source>
        <translation>LR-Kacheln sind {path}, durch kubische Faltung neu abgetastet. Vorsicht: Seine Pixel sind {x:.3g} × {y:.3g}-mal so groß, wie SCALE {scale} sie verlangt, sodass die LR-Kacheln etwas unscharf sind.</translation>
    </message>
    <message>
        <source>Warning: {a} and {b} show the same land and are in different splits ({count} such pairs): metrics on them are too optimistic.</source>
        <translation>Vorsicht: {a} und {b} zeigen dieselbe Fläche und liegen in verschiedenen Teilen der Aufteilung ({count} solche Paare): Kennzahlen dazu sind zu gut.</translation>
    </message>
    <message>
        <source>LR tiles are {path} averaged by antialiased cubic convolution: its pixels are {x:.3g} × {y:.3g} times as large as SCALE {scale} requires.</source>
        <translation>LR-Kacheln sind {path}, durch kubische Faltung mit Antialiasing gemittelt: Seine Pixel sind {x:.3g} × {y:.3g}-mal so groß, wie SCALE {scale} sie verlangt.</translation>
    </message>
    <message>
        <source>LR tiles are {path} resampled by cubic convolution.</source>
        <translation>LR-Kacheln sind {path}, durch kubische Faltung neu abgetastet.</translation>
    </message>
    <message>
        <source>Comparing the two rasters</source>
        <translation>Die beiden Raster werden verglichen</translation>
    </message>
    <message>
        <source>Give either INPUT or INPUT_FOLDER: one of them, not both.</source>
        <translation>Geben Sie entweder INPUT oder INPUT_FOLDER an: eines davon, nicht beide.</translation>
    </message>
    <message>
        <source>PAN belongs to one raster: give INPUT instead of INPUT_FOLDER, or leave PAN blank.</source>
        <translation>PAN gehört zu einem einzelnen Raster: Geben Sie INPUT statt INPUT_FOLDER an oder lassen Sie PAN leer.</translation>
    </message>
    <message>
        <source>GUIDE belongs to one raster: give INPUT instead of INPUT_FOLDER, or leave GUIDE blank.</source>
        <translation>GUIDE gehört zu einem Raster: Geben Sie INPUT statt INPUT_FOLDER an oder lassen Sie GUIDE leer.</translation>
    </message>
    <message>
        <source>WALD is for a network with a guide: give GUIDE, or leave WALD off.</source>
        <translation>WALD ist für ein Netz mit Führungsraster: Geben Sie GUIDE an oder lassen Sie WALD aus.</translation>
    </message>
    <message>
        <source>WALD makes the low-resolution side from INPUT: leave out INPUT_LR and STAC_COLLECTION, or leave WALD off.</source>
        <translation>WALD macht die niedrig aufgelöste Seite aus INPUT: Lassen Sie INPUT_LR und STAC_COLLECTION weg oder lassen Sie WALD aus.</translation>
    </message>
    <message>
        <source>ALIGN needs a second raster to move: give INPUT_LR, or leave ALIGN off.</source>
        <translation>ALIGN braucht ein zweites Raster, das verschoben wird: Geben Sie INPUT_LR an oder lassen Sie ALIGN aus.</translation>
    </message>
    <message>
        <source>HARMONISE needs a second raster: give INPUT_LR, or leave HARMONISE blank.</source>
        <translation>HARMONISE braucht ein zweites Raster: Geben Sie INPUT_LR an oder lassen Sie HARMONISE leer.</translation>
    </message>
    <message>
        <source>DEGRADATION is for tiles whose low-resolution side is made from the high-resolution one: leave it out, or leave out INPUT_LR and STAC_COLLECTION.</source>
        <translation>DEGRADATION ist für Kacheln, deren niedrig aufgelöste Seite aus der hoch aufgelösten erzeugt wird: Lassen Sie es weg, oder lassen Sie INPUT_LR und STAC_COLLECTION weg.</translation>
    </message>
    <message>
        <source>DATE_RANGE is for finding a scene: say in which STAC_COLLECTION, such as {example}, or leave it out.</source>
        <translation>DATE_RANGE dient der Suche nach einer Szene: Geben Sie an, in welcher STAC_COLLECTION, etwa {example}, oder lassen Sie es weg.</translation>
    </message>
    <message>
        <source>Give either INPUT_LR or STAC_COLLECTION: one of them, not both.</source>
        <translation>Geben Sie entweder INPUT_LR oder STAC_COLLECTION an: eines davon, nicht beide.</translation>
    </message>
    <message>
        <source>STAC_COLLECTION finds a scene of one raster: give INPUT instead of INPUT_FOLDER, or leave it blank.</source>
        <translation>STAC_COLLECTION findet eine Szene zu einem einzelnen Raster: Geben Sie INPUT statt INPUT_FOLDER an oder lassen Sie es leer.</translation>
    </message>
    <message>
        <source>STAC_COLLECTION needs DATE_RANGE, the days of the scenes to choose from, such as {example}.</source>
        <translation>STAC_COLLECTION braucht DATE_RANGE, die Tage der Szenen, aus denen gewählt wird, etwa {example}.</translation>
    </message>
    <message>
        <source>ROTATION {rotation:g} would cut the land {count} times: use 0 for once, or {least:g} degrees or more.</source>
        <translation>ROTATION {rotation:g} würde die Fläche {count}-mal zerschneiden: Verwenden Sie 0 für einmal oder mindestens {least:g} Grad.</translation>
    </message>
    <message>
        <source>SPLIT is {split}: give three percentages that add up to 100, such as "80,10,10".</source>
        <translation>SPLIT ist {split}: Geben Sie drei Prozentzahlen an, die zusammen 100 ergeben, etwa "80,10,10".</translation>
    </message>
    <message>
        <source>BALANCE chooses among tiles that are too many: give MAX_TILES too, or leave it off.</source>
        <translation>BALANCE wählt unter zu vielen Kacheln aus: Geben Sie auch MAX_TILES an oder lassen Sie es aus.</translation>
    </message>
    <message>
        <source>{name} {value} is not a multiple of SCALE {scale}: use {lower} or {upper}.</source>
        <translation>{name} {value} ist kein Vielfaches von SCALE {scale}: Verwenden Sie {lower} oder {upper}.</translation>
    </message>
    <message>
        <source>No tile of {tile_size} × {tile_size} pixels lies in the polygons of MASK {name} with {percent:g} % of its area: use a smaller MASK_OVERLAP or TILE_SIZE.</source>
        <translation>Keine Kachel von {tile_size} × {tile_size} Pixeln liegt mit {percent:g} % ihrer Fläche in den Polygonen von MASK {name}: Verwenden Sie eine kleinere MASK_OVERLAP oder TILE_SIZE.</translation>
    </message>
    <message>
        <source>MASK {name} and {path} do not overlap: choose polygons of the same place.</source>
        <translation>MASK {name} und {path} überlappen sich nicht: Wählen Sie Polygone desselben Ortes.</translation>
    </message>
    <message>
        <source>MASK {path} does not exist.</source>
        <translation>MASK {path} gibt es nicht.</translation>
    </message>
    <message>
        <source>MASK {name} has no polygons: choose a layer that has some.</source>
        <translation>MASK {name} hat keine Polygone: Wählen Sie einen Layer, der welche hat.</translation>
    </message>
    <message>
        <source>MASK {path} is not GeoJSON that can be read ({reason}): save the polygons as GeoJSON again.</source>
        <translation>MASK {path} ist kein lesbares GeoJSON ({reason}): Speichern Sie die Polygone noch einmal als GeoJSON.</translation>
    </message>
    <message>
        <source>MASK {name} cannot be transformed to the coordinate reference system of {path} ({reason}): reproject it to the raster's own.</source>
        <translation>MASK {name} lässt sich nicht in das Koordinatenbezugssystem von {path} bringen ({reason}): Projizieren Sie es in das des Rasters um.</translation>
    </message>
    <message>
        <source>coordinates that are not numbers</source>
        <translation>Koordinaten, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>The tiles of a run that was stopped are removed, because settings or inputs differ: {different}.</source>
        <translation>Die Kacheln eines angehaltenen Laufs werden entfernt, weil Einstellungen oder Eingaben andere sind: {different}.</translation>
    </message>
    <message>
        <source>Continuing a run that was stopped: {done} of {total} tiles are there.</source>
        <translation>Es geht weiter, wo ein angehaltener Lauf aufhörte: {done} von {total} Kacheln sind da.</translation>
    </message>
    <message>
        <source>If this run is stopped, its tiles stay in {folder}, and the same run continues from there.</source>
        <translation>Wird dieser Lauf angehalten, bleiben seine Kacheln in {folder}, und derselbe Lauf setzt dort fort.</translation>
    </message>
    <message>
        <source>Tile {done} of {total}</source>
        <translation>Kachel {done} von {total}</translation>
    </message>
    <message>
        <source>{hr} has pixels of type {hr_type} and {lr} of type {lr_type}: set HARMONISE, which gives the former the values and the type of the latter, or convert one of them.</source>
        <translation>{hr} hat Pixel vom Typ {hr_type}, {lr} vom Typ {lr_type}: Setzen Sie HARMONISE, das dem ersten die Werte und den Typ des zweiten gibt, oder wandeln Sie eines von beiden um.</translation>
    </message>
    <message>
        <source>{path} has no pixel inside EXTENT: choose another extent.</source>
        <translation>{path} hat kein Pixel innerhalb von EXTENT: Wählen Sie eine andere Ausdehnung.</translation>
    </message>
    <message>
        <source>{path} has {width} × {height} pixels to cut tiles from, which is less than one tile of {tile_size} × {tile_size}: use a smaller TILE_SIZE or a larger area.</source>
        <translation>{path} hat {width} × {height} Pixel, aus denen Kacheln zu schneiden sind, und das ist weniger als eine Kachel von {tile_size} × {tile_size}: Verwenden Sie eine kleinere TILE_SIZE oder ein größeres Gebiet.</translation>
    </message>
    <message>
        <source>{path} has no coordinate reference system, so its location is unknown: assign one.</source>
        <translation>{path} hat kein Koordinatenbezugssystem, sodass niemand weiß, wo es liegt: Weisen Sie eines zu.</translation>
    </message>
    <message>
        <source>{path} has less than {scale} pixels to cut tiles from in width or height, and a tile has {tile_size} × {tile_size}: choose a larger raster or area.</source>
        <translation>{path} hat in Breite oder Höhe weniger als {scale} Pixel, aus denen Kacheln geschnitten werden können, und eine Kachel hat {tile_size} × {tile_size}: wählen Sie ein größeres Raster oder eine größere Fläche.</translation>
    </message>
    <message>
        <source>{count} rasters of the folder lie elsewhere and are skipped.</source>
        <translation>{count} Raster des Ordners liegen anderswo und werden übersprungen.</translation>
    </message>
    <message>
        <source>{count} rasters of the folder are smaller than TILE_SIZE and are skipped, such as {path}.</source>
        <translation>{count} Raster des Ordners sind kleiner als TILE_SIZE und werden übersprungen, etwa {path}.</translation>
    </message>
    <message>
        <source>{count} rasters are photos that are stored rotated or mirrored (EXIF orientation), such as {path}: their tiles are upright.</source>
        <translation>{count} Raster sind Fotos, die gedreht oder gespiegelt gespeichert sind (EXIF-Ausrichtung), etwa {path}: Ihre Kacheln stehen aufrecht.</translation>
    </message>
    <message>
        <source>{scene} has no cloud mask: check the tiles.</source>
        <translation>{scene} hat keine Wolkenmaske: Prüfen Sie die Kacheln.</translation>
    </message>
    <message>
        <source>{count} polygon(s) of MASK cross themselves and were repaired; check how they look.</source>
        <translation>{count} Polygon(e) von MASK überschneiden sich selbst und wurden repariert; prüfen Sie, wie sie aussehen.</translation>
    </message>
    <message>
        <source>{count} rasters have no tile in the polygons of MASK.</source>
        <translation>{count} Raster haben keine Kachel in den Polygonen von MASK.</translation>
    </message>
    <message>
        <source>Looking for tiles of {path} in the polygons</source>
        <translation>Kacheln von {path} in den Polygonen werden gesucht</translation>
    </message>
    <message>
        <source>No tile has enough valid pixels and texture: use a smaller MIN_VALID or MIN_TEXTURE.</source>
        <translation>Keine Kachel hat genug gültige Pixel und Textur: Verwenden Sie ein kleineres MIN_VALID oder eine kleinere MIN_TEXTURE.</translation>
    </message>
    <message>
        <source>Measuring the texture of block {done} of {total}</source>
        <translation>Textur wird gemessen: Block {done} von {total}</translation>
    </message>
    <message>
        <source>{path} declares pixel value × {gain} + {offset} and {other} × {other_gain} + {other_offset}: set GAIN and OFFSET for both, or HARMONISE if one is the low-resolution raster.</source>
        <translation>{path} gibt Pixelwert × {gain} + {offset} an und {other} × {other_gain} + {other_offset}: Setzen Sie GAIN und OFFSET für beide, oder HARMONISE, falls eines das niedrig aufgelöste Raster ist.</translation>
    </message>
    <message>
        <source>Values are so far from zero that a network would lose their differences by rounding: {offset} is added to them (OFFSET).</source>
        <translation>Die Werte liegen so weit von null, dass ein Netz ihre Unterschiede durch Rundung verlöre: {offset} wird addiert (OFFSET).</translation>
    </message>
    <message>
        <source>Warning: {path} declares no scale and offset, and those of {other} are taken for it: if it is stored otherwise, set HARMONISE, or convert it.</source>
        <translation>Vorsicht: {path} gibt weder Skalierung noch Offset an, und die von {other} werden dafür genommen: Falls das Raster anders gespeichert ist, setzen Sie HARMONISE, oder wandeln Sie es um.</translation>
    </message>
    <message>
        <source>Looking for a batch size</source>
        <translation>Eine Batchgröße wird gesucht</translation>
    </message>
    <message>
        <source>Batches of {size} patches: larger ones would fit, but would not make an epoch better or faster.</source>
        <translation>Batches von {size} Patches: Mehr würden hineinpassen, eine Epoche aber weder besser noch schneller machen.</translation>
    </message>
    <message>
        <source>Batches of {size} patches: {more} do not fit into memory.</source>
        <translation>Batches von {size} Patches: {more} passen nicht in den Speicher.</translation>
    </message>
    <message>
        <source>There is no checkpoint {path}: choose another RESUME, or leave it blank.</source>
        <translation>Den Zwischenstand (Checkpoint) {path} gibt es nicht: Wählen Sie ein anderes RESUME oder lassen Sie es leer.</translation>
    </message>
    <message>
        <source>The checkpoint {path} was made by a newer version of Finer: update the plugin.</source>
        <translation>Der Zwischenstand (Checkpoint) {path} wurde mit einer neueren Version von Finer erstellt: Aktualisieren Sie die Erweiterung.</translation>
    </message>
    <message>
        <source>{path} is not a complete training checkpoint: choose another RESUME, or leave it blank.</source>
        <translation>{path} ist kein vollständiger Zwischenstand (Checkpoint) eines Trainings: Wählen Sie ein anderes RESUME oder lassen Sie es leer.</translation>
    </message>
    <message>
        <source>One of the {count} processes of this training has ended or cannot be reached any more, so the others stop: its own log says why.</source>
        <translation>Einer der {count} Prozesse dieses Trainings ist beendet oder nicht mehr erreichbar, daher halten die anderen an: Sein eigenes Protokoll nennt den Grund.</translation>
    </message>
    <message>
        <source>{processes} processes were started here, and there are {cards} graphics cards: start one for each card.</source>
        <translation>{processes} Prozesse wurden hier gestartet, und es gibt {cards} Grafikkarten: Starten Sie einen für jede Karte.</translation>
    </message>
    <message>
        <source>The processes of this training do not find the same checkpoint: put OUTPUT and RESUME on a disk that all computers share.</source>
        <translation>Die Prozesse dieses Trainings finden nicht denselben Zwischenstand (Checkpoint): Legen Sie OUTPUT und RESUME auf einen Datenträger, den alle Computer gemeinsam nutzen.</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>Gemessen auf</translation>
    </message>
    <message>
        <source>Measuring took</source>
        <translation>Dauer der Messung</translation>
    </message>
    <message>
        <source>Training twice as long, {minutes:.3g} minutes, would add about {gain:.2f} dB on the validation tiles (probably {low:.2f} to {high:.2f}) if their curve continues as a power law. A gain below {least:g} dB is hardly visible; 1 dB is clearly visible.</source>
        <translation>Doppelt so langes Training, {minutes:.3g} Minuten, brächte auf den Validierungskacheln etwa {gain:.2f} dB mehr (wahrscheinlich {low:.2f} bis {high:.2f}), wenn ihre Kurve weiter einem Potenzgesetz folgt. Weniger als {least:g} dB sind kaum sichtbar, 1 dB ist deutlich sichtbar.</translation>
    </message>
    <message>
        <source>The gain of a longer training cannot be estimated: there are too few validations, or their values rise too irregularly.</source>
        <translation>Der Gewinn eines längeren Trainings lässt sich nicht schätzen: Es sind zu wenige Validierungen, oder ihre Werte steigen zu ungleichmäßig.</translation>
    </message>
    <message>
        <source>A longer training would add almost nothing: twice as long, {minutes:.3g} minutes, less than {least:g} dB, which is not visible. More tiles or a larger network may add more.</source>
        <translation>Ein längeres Training brächte fast nichts: doppelt so lang, {minutes:.3g} Minuten, weniger als {least:g} dB, was nicht sichtbar ist. Mehr Kacheln oder ein größeres Netz bringen vielleicht mehr.</translation>
    </message>
    <message>
        <source>Looking for a learning rate</source>
        <translation>Eine Lernrate wird gesucht</translation>
    </message>
    <message>
        <source>Learning rate {rate:.2g}: in a trial the loss rose again at {rise:.2g}, of which this is a fifth.</source>
        <translation>Lernrate {rate:.2g}: In einem Versuch stieg der Verlust bei {rise:.2g} wieder; das hier ist ein Fünftel davon.</translation>
    </message>
    <message>
        <source>Learning rate {rate:.2g}: in a trial the loss fell fastest there.</source>
        <translation>Lernrate {rate:.2g}: In einem Versuch fiel der Verlust dort am schnellsten.</translation>
    </message>
    <message>
        <source>Learning rate {rate:.2g}: in a trial the loss neither fell nor rose clearly, so this is the usual one; set LEARNING_RATE if the loss does not fall.</source>
        <translation>Lernrate {rate:.2g}: In einem Versuch fiel oder stieg der Verlust nicht deutlich, daher ist das die übliche; setzen Sie LEARNING_RATE, wenn der Verlust nicht fällt.</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}</source>
        <translation>Epoche {epoch} von {epochs}</translation>
    </message>
    <message>
        <source>{tiles} training tiles: {patches} patches in {steps} steps per epoch. Bicubic reaches {psnr:.2f} dB on {watched} validation tiles.</source>
        <translation>{tiles} Trainingskacheln: {patches} Patches in {steps} Schritten je Epoche. Bikubisch erreicht {psnr:.2f} dB auf {watched} Validierungskacheln.</translation>
    </message>
    <message>
        <source>Epoch {epoch}, {done} of {minutes:g} minutes</source>
        <translation>Epoche {epoch}, {done} von {minutes:g} Minuten</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Vorbereitung</translation>
    </message>
    <message>
        <source>Each step uses one of the scales {scales} at random; metrics are for the tiles' own scale, {scale}.</source>
        <translation>Jeder Schritt geschieht bei einem zufällig gewählten der Skalierungsfaktoren {scales}; Kennzahlen gelten für den der Kacheln selbst, {scale}.</translation>
    </message>
    <message>
        <source>No improvement in {monitor} for {count} epochs: the training ends here, with the weights of epoch {best}.</source>
        <translation>Keine Verbesserung von {monitor} seit {count} Epochen: Das Training endet hier, mit den Gewichten von Epoche {best}.</translation>
    </message>
    <message>
        <source>Epoch {epoch}: {losses}, validation PSNR {psnr:.2f} dB</source>
        <translation>Epoche {epoch}: {losses}, PSNR der Validierung {psnr:.2f} dB</translation>
    </message>
    <message>
        <source>The loss is no longer a finite number in epoch {epoch}: use a smaller LEARNING_RATE than {rate}.</source>
        <translation>Der Verlust ist in Epoche {epoch} keine endliche Zahl mehr: Verwenden Sie eine kleinere LEARNING_RATE als {rate}.</translation>
    </message>
    <message>
        <source>SIZE is auto: the network is {size}, for {patches} patches in the training tiles and this device.</source>
        <translation>SIZE ist auto: Das Netz ist {size}, für {patches} Ausschnitte in den Trainingskacheln und dieses Gerät.</translation>
    </message>
    <message>
        <source>SIZE is auto: the network is {size}, for {patches} patches in the training tiles and {minutes:g} minutes here.</source>
        <translation>SIZE ist auto: Das Netz ist {size}, für {patches} Ausschnitte in den Trainingskacheln und {minutes:g} Minuten auf diesem Rechner.</translation>
    </message>
    <message>
        <source>FREEZE keeps the blocks of another model unchanged: set PRETRAINED to that model, or leave FREEZE blank.</source>
        <translation>FREEZE lässt die Blöcke eines anderen Modells unverändert: Setzen Sie PRETRAINED auf dieses Modell oder lassen Sie FREEZE leer.</translation>
    </message>
    <message>
        <source>FREEZE is {asked}, which is neither a share nor a number of blocks: use a whole number, or one below 1.</source>
        <translation>FREEZE ist {asked}, das ist weder ein Anteil noch eine Zahl von Blöcken: Verwenden Sie eine ganze Zahl oder eine unter 1.</translation>
    </message>
    <message>
        <source>With the objective {objective} the weights of the last epoch are kept, so PATIENCE cannot be used: set MONITOR to psnr, ssim or loss, or leave PATIENCE blank.</source>
        <translation>Beim Lernziel {objective} werden die Gewichte der letzten Epoche behalten, sodass PATIENCE nicht verwendet werden kann: Setzen Sie MONITOR auf psnr, ssim oder loss oder lassen Sie PATIENCE leer.</translation>
    </message>
    <message>
        <source>PATCH_SIZE is {size}, but the network reduces {least} × {least} low-resolution pixels to one: use a PATCH_SIZE of at least {least}, or a shallower network.</source>
        <translation>PATCH_SIZE ist {size}, aber das Netz fasst {least} × {least} niedrig aufgelöste Pixel zu einem zusammen: Verwenden Sie eine PATCH_SIZE von mindestens {least} oder ein flacheres Netz.</translation>
    </message>
    <message>
        <source>PATCH_SIZE is blank: patches are {size} pixels wide instead of {usual}, because low-resolution tiles are only {side} wide.</source>
        <translation>PATCH_SIZE ist leer: Patches sind {size} Pixel breit statt {usual}, weil niedrig aufgelöste Kacheln nur {side} breit sind.</translation>
    </message>
    <message>
        <source>Measuring which precision trains faster on this computer</source>
        <translation>Messen, in welcher Genauigkeit dieser Computer schneller lernt</translation>
    </message>
    <message>
        <source>Training in bfloat16: a step takes {share:.0f} % of its time in float32; weights stay in float32.</source>
        <translation>Training in bfloat16: Ein Schritt dauert {share:.0f} % seiner Zeit in float32, worin die Gewichte bleiben.</translation>
    </message>
    <message>
        <source>The first {count} of {blocks} blocks, and the layers before them, are frozen.</source>
        <translation>Die ersten {count} von {blocks} Blöcken und die Schichten davor sind eingefroren.</translation>
    </message>
    <message>
        <source>{path} is a model in ONNX, which cannot be trained: choose another PRETRAINED.</source>
        <translation>{path} ist ein Modell in ONNX, das sich nicht trainieren lässt: Wählen Sie ein anderes PRETRAINED.</translation>
    </message>
    <message>
        <source>{path} is a model of the network {given} and cannot start {wanted}: set BACKBONE to {given}, or choose another PRETRAINED.</source>
        <translation>{path} ist ein Modell des Netzes {given} und kann kein Anfang für {wanted} sein: Setzen Sie BACKBONE auf {given} oder wählen Sie ein anderes PRETRAINED.</translation>
    </message>
    <message>
        <source>{path} takes {given} and the tiles have {wanted}, so that its weights mean something else: choose another PRETRAINED, or export tiles with such a GUIDE.</source>
        <translation>{path} nimmt {given}, und die Kacheln haben {wanted}, sodass seine Gewichte etwas anderes bedeuten: Wählen Sie ein anderes PRETRAINED oder exportieren Sie Kacheln mit einem solchen GUIDE.</translation>
    </message>
    <message>
        <source>No layer of {path} fits this network ({differences}): set BACKBONE_OPTIONS as they were for that model, or choose another PRETRAINED.</source>
        <translation>Keine Schicht von {path} passt zu diesem Netz ({differences}): Setzen Sie BACKBONE_OPTIONS, wie sie bei jenem Modell waren, oder wählen Sie ein anderes PRETRAINED.</translation>
    </message>
    <message>
        <source>Starting from {path}: {kept} of {count} layers are taken from it.</source>
        <translation>Ausgangspunkt ist {path}: {kept} von {count} Schichten werden daraus übernommen.</translation>
    </message>
    <message>
        <source>FREEZE would freeze {names} at random initial values, because nothing in {path} fits it: leave FREEZE blank, or choose another PRETRAINED.</source>
        <translation>FREEZE würde {names} mit zufälligen Anfangswerten einfrieren, weil nichts in {path} dazu passt: Lassen Sie FREEZE leer oder wählen Sie ein anderes PRETRAINED.</translation>
    </message>
    <message>
        <source>That model is another one: {differences}.</source>
        <translation>Jenes Modell ist ein anderes: {differences}.</translation>
    </message>
    <message>
        <source>Initialised at random, because nothing in it fits: {names}.</source>
        <translation>Zufällig initialisiert, weil nichts darin passt: {names}.</translation>
    </message>
    <message>
        <source>Not taken from it: {names}.</source>
        <translation>Nicht daraus übernommen: {names}.</translation>
    </message>
    <message>
        <source>scale {given} instead of {wanted}</source>
        <translation>Skalierungsfaktor {given} statt {wanted}</translation>
    </message>
    <message>
        <source>{count} bands ({bands})</source>
        <translation>{count} Kanäle ({bands})</translation>
    </message>
    <message>
        <source>{given} instead of {wanted}</source>
        <translation>{given} statt {wanted}</translation>
    </message>
    <message>
        <source>{option} = {given} instead of {wanted}</source>
        <translation>{option} = {given} statt {wanted}</translation>
    </message>
    <message>
        <source>{path} is of a training with other settings ({differences}): set them as they were, or leave RESUME blank to start again.</source>
        <translation>{path} stammt von einem Training mit anderen Einstellungen ({differences}): Setzen Sie sie, wie sie waren, oder lassen Sie RESUME leer, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>{name} is {now} and was {before}</source>
        <translation>{name} ist {now} und war {before}</translation>
    </message>
    <message>
        <source>{option} of {name}</source>
        <translation>{option} von {name}</translation>
    </message>
    <message>
        <source>A step takes {step} here: {minutes:g} minutes are about {steps} steps, which use every tile {times} times.</source>
        <translation>Ein Schritt dauert hier {step}: In {minutes:g} Minuten passen etwa {steps} Schritte, in denen jede Kachel {times}-mal gesehen wird.</translation>
    </message>
    <message>
        <source>A step takes {step} here: {epochs} epochs will take about {time}.</source>
        <translation>Ein Schritt dauert hier {step}: {epochs} Epochen werden etwa {time} dauern.</translation>
    </message>
    <message>
        <source>Measuring the training speed of this computer</source>
        <translation>Die Trainingsgeschwindigkeit dieses Computers wird gemessen</translation>
    </message>
    <message>
        <source>TensorBoard's folder {folder} cannot be written to ({reason}): choose another TENSORBOARD.</source>
        <translation>In den TensorBoard-Ordner {folder} kann nicht geschrieben werden ({reason}): Wählen Sie ein anderes TENSORBOARD.</translation>
    </message>
    <message>
        <source>TensorBoard's folder can no longer be written to ({reason}); the training continues without it.</source>
        <translation>In den TensorBoard-Ordner kann nicht mehr geschrieben werden ({reason}); das Training geht ohne ihn weiter.</translation>
    </message>
    <message>
        <source>Continuing from {path}: {epochs} epochs and {steps} steps are done.</source>
        <translation>Es geht weiter von {path}: {epochs} Epochen und {steps} Schritte sind getan.</translation>
    </message>
    <message>
        <source>The training is saved to {path} every {minutes:g} minutes: if it is interrupted, set RESUME to that file and leave all other settings unchanged to continue.</source>
        <translation>Das Training wird alle {minutes:g} Minuten in {path} gespeichert: Wird es unterbrochen, setzen Sie RESUME auf diese Datei und lassen alle anderen Einstellungen unverändert, um fortzufahren.</translation>
    </message>
    <message>
        <source>It was made with {before} and continues with {now}: the result may differ in its last digits.</source>
        <translation>Es entstand mit {before} und geht mit {now} weiter: Das Ergebnis kann in den letzten Stellen abweichen.</translation>
    </message>
    <message>
        <source>The training is saved to {path}: set RESUME to that file and leave all other settings unchanged to continue.</source>
        <translation>Das Training ist in {path} gespeichert: Setzen Sie RESUME auf diese Datei und lassen alle anderen Einstellungen unverändert, um fortzufahren.</translation>
    </message>
    <message>
        <source>{path} is of an earlier run; this run will replace it.</source>
        <translation>{path} stammt von einem früheren Lauf; dieser Lauf wird die Datei ersetzen.</translation>
    </message>
    <message>
        <source>{path} is of an earlier run, which could be continued with it as RESUME; this run starts from the beginning and will replace it.</source>
        <translation>{path} stammt von einem früheren Lauf, der mit dieser Datei als RESUME fortgesetzt werden könnte; dieser Lauf beginnt von vorn und wird sie ersetzen.</translation>
    </message>
    <message>
        <source>{name} was {before} and is {now} from now on: the result differs from that of either value throughout.</source>
        <translation>{name} war {before} und ist ab jetzt {now}: Das Ergebnis weicht von dem ab, das einer der beiden Werte durchgehend ergäbe.</translation>
    </message>
    <message>
        <source>The checkpoint could not be updated ({reason}). {path} still contains an earlier, complete one; the training continues.</source>
        <translation>Der Zwischenstand (Checkpoint) konnte nicht erneuert werden ({reason}). {path} enthält weiterhin einen früheren, vollständigen; das Training geht weiter.</translation>
    </message>
    <message>
        <source>The checkpoint {path} could not be written ({reason}); the training continues without it.</source>
        <translation>Der Zwischenstand (Checkpoint) {path} konnte nicht geschrieben werden ({reason}); das Training geht ohne ihn weiter.</translation>
    </message>
    <message>
        <source>The validation tiles have too many gaps for SSIM: set MONITOR to psnr or loss.</source>
        <translation>Die Validierungskacheln haben zu viele Lücken für SSIM: Setzen Sie MONITOR auf psnr oder loss.</translation>
    </message>
    <message>
        <source>The tile set {folder} has no validation tiles: export it again with a SPLIT such as 80,10,10.</source>
        <translation>Der Kachelsatz {folder} hat keine Validierungskacheln: Exportieren Sie ihn neu mit einem SPLIT wie 80,10,10.</translation>
    </message>
    <message>
        <source>No validation tile in {folder} has a valid pixel.</source>
        <translation>Keine Validierungskachel in {folder} hat ein gültiges Pixel.</translation>
    </message>
    <message>
        <source>Vulkan finds no graphics card here that the SR engine can use: install or update the graphics driver, or set DEVICE to "auto" or "cpu".</source>
        <translation>Vulkan findet hier keine Grafikkarte, die die SR-Engine nutzen kann: Installieren oder aktualisieren Sie den Grafiktreiber, oder setzen Sie DEVICE auf "auto" oder "cpu".</translation>
    </message>
    <message>
        <source>There is no {device} here. Vulkan finds {cards}: choose one of them, or vulkan alone.</source>
        <translation>{device} gibt es hier nicht. Vulkan findet {cards}: Wählen Sie eine davon oder nur vulkan.</translation>
    </message>
    <message>
        <source>A super-resolution model for Finer, the QGIS plugin: open it with *Classify pixels with SR model*.</source>
        <translation>Ein Super-Resolution-Modell für Finer, das QGIS-Plugin: Öffnen Sie es mit *Pixel mit SR-Modell klassifizieren*.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Each band</source>
        <translation>Jeder Kanal</translation>
    </message>
    <message>
        <source>{name}: {count:,} pairs of tiles, scale ×{scale}</source>
        <translation>{name}: {count:,} Kachelpaare, Skalierungsfaktor ×{scale}</translation>
    </message>
    <message>
        <source>Map of the tiles</source>
        <translation>Karte der Kacheln</translation>
    </message>
    <message>
        <source>{train:,} for training ({train_share:.0f} %), {val:,} for validation ({val_share:.0f} %), {test:,} for test ({test_share:.0f} %). {left:,} of {looked_at:,} tiles were left out.</source>
        <translation>{train:,} zum Training ({train_share:.0f} %), {val:,} zur Validierung ({val_share:.0f} %), {test:,} zum Test ({test_share:.0f} %). {left:,} von {looked_at:,} Kacheln wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>Training: {shown} of {count:,}</source>
        <translation>Training: {shown} von {count:,}</translation>
    </message>
    <message>
        <source>Validation: {shown} of {count:,}</source>
        <translation>Validierung: {shown} von {count:,}</translation>
    </message>
    <message>
        <source>Test: {shown} of {count:,}</source>
        <translation>Test: {shown} von {count:,}</translation>
    </message>
    <message>
        <source>Left the low-resolution side, right the high-resolution one; both are stretched alike, by the darkest and the brightest 2 % of the latter.</source>
        <translation>Links die niedrig aufgelöste Seite, rechts die hoch aufgelöste; beide sind gleich gestreckt, nach den dunkelsten und den hellsten 2 % der letzteren.</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Histograms of both sides, band by band</source>
        <translation>Histogramme beider Seiten, Kanal für Kanal</translation>
    </message>
    <message>
        <source>Mean LR</source>
        <translation>Mittel LR</translation>
    </message>
    <message>
        <source>Mean HR</source>
        <translation>Mittel HR</translation>
    </message>
    <message>
        <source>HR to LR</source>
        <translation>HR zu LR</translation>
    </message>
    <message>
        <source>Spread LR</source>
        <translation>Streuung LR</translation>
    </message>
    <message>
        <source>Spread HR</source>
        <translation>Streuung HR</translation>
    </message>
    <message>
        <source>From {count} tiles, evenly chosen, in physical units: shares of pixels by value, without the outermost half per cent; spread is the standard deviation. High resolution has more contrast and so a wider histogram; its middle should lie where that of low resolution does. If not, HARMONISE.</source>
        <translation>Aus {count} gleichmäßig ausgewählten Kacheln, in physikalischen Einheiten: Anteile der Pixel nach Wert, ohne das äußerste halbe Prozent; Streuung ist die Standardabweichung. Hohe Auflösung hat mehr Kontrast und damit ein breiteres Histogramm; dessen Mitte sollte liegen, wo die der niedrigen Auflösung liegt. Wenn nicht, hilft HARMONISE.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>{count:,} rasters in {crs}, each of which belongs to one split.</source>
        <translation>{count:,} Raster in {crs}, von denen jedes zu einem Teil der Aufteilung gehört.</translation>
    </message>
    <message>
        <source>{shown} of {count} rasters.</source>
        <translation>{shown} von {count} Rastern.</translation>
    </message>
    <message>
        <source>White lines are blocks of land, each of which belongs to one split; tiles that overlap are painted as one.</source>
        <translation>Weiße Linien sind Blöcke der Fläche, von denen jeder zu einem Teil der Aufteilung gehört; Kacheln, die sich überlappen, sind als eine gezeichnet.</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>{raster}: the low-resolution raster lay {x:+.2f} pixels across and {y:+.2f} down, ± {error:.2f}; {agreeing} of {pieces} places agree. It was moved back.</source>
        <translation>{raster}: Das niedrig aufgelöste Raster lag um {x:+.2f} Pixel waagerecht und {y:+.2f} nach unten versetzt, ± {error:.2f}; {agreeing} von {pieces} Stellen stimmen überein. Es wurde zurückgeschoben.</translation>
    </message>
    <message>
        <source>{raster}: the low-resolution raster lay {x:+.2f} pixels across and {y:+.2f} down, ± {error:.2f}; {agreeing} of {pieces} places agree. It was left.</source>
        <translation>{raster}: Das niedrig aufgelöste Raster lag um {x:+.2f} Pixel waagerecht und {y:+.2f} nach unten versetzt, ± {error:.2f}; {agreeing} von {pieces} Stellen stimmen überein. Es wurde gelassen, wo es war.</translation>
    </message>
    <message>
        <source>Shifts, place by place</source>
        <translation>Verschiebungen, Stelle für Stelle</translation>
    </message>
    <message>
        <source>Blue: the places that agree, whose median counts. Grey: all others.</source>
        <translation>Blau: die Stellen, die übereinstimmen und deren Median zählt. Grau: alle anderen.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>High resolution</source>
        <translation>Hohe Auflösung</translation>
    </message>
    <message>
        <source>{count} rasters, such as {path}</source>
        <translation>{count} Raster, etwa {path}</translation>
    </message>
    <message>
        <source>made from the high-resolution side</source>
        <translation>aus der hoch aufgelösten Seite erzeugt</translation>
    </message>
    <message>
        <source>Degradation</source>
        <translation>Degradation</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>{type}, no data: {value:g}</source>
        <translation>{type}, Nodata: {value:g}</translation>
    </message>
    <message>
        <source>Reference system</source>
        <translation>Bezugssystem</translation>
    </message>
    <message>
        <source>{size} pixels wide and high, one every {stride}</source>
        <translation>{size} Pixel breit und hoch, eine alle {stride}</translation>
    </message>
    <message>
        <source>{models}: super-resolution ×{scale}, measured</source>
        <translation>{models}: Super-Resolution ×{scale}, gemessen</translation>
    </message>
    <message>
        <source>95 % interval {low:+.2f} to {high:+.2f} dB, so the difference may be chance</source>
        <translation>95-%-Intervall {low:+.2f} bis {high:+.2f} dB, der Unterschied kann also Zufall sein</translation>
    </message>
    <message>
        <source>95 % interval {low:+.2f} to {high:+.2f} dB</source>
        <translation>95-%-Intervall {low:+.2f} bis {high:+.2f} dB</translation>
    </message>
    <message>
        <source>{model} is {gain:.2f} dB worse than bicubic resampling on average{interval}, and better on {better} of {count} {tiles}.</source>
        <translation>{model} ist im Mittel {gain:.2f} dB schlechter als bikubisches Resampling{interval} und bei {better} von {count} {tiles} besser.</translation>
    </message>
    <message>
        <source>{model} is {gain:.2f} dB better than bicubic resampling on average{interval}, and better on {better} of {count} {tiles}.</source>
        <translation>{model} ist im Mittel {gain:.2f} dB besser als bikubisches Resampling{interval} und bei {better} von {count} {tiles} besser.</translation>
    </message>
    <message>
        <source>Of the relevant detail it shows {right:.0%} correctly; {invented:.0%} is invented.</source>
        <translation>Von den relevanten Details zeigt es {right:.0%} richtig; {invented:.0%} sind erfunden.</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>Means over tiles, in physical units, of results rounded to the rasters' data type. The outermost {scale} pixels of each tile and pixels without data do not count. Below each mean: its 95 % bootstrap confidence interval over tiles.</source>
        <translation>Mittelwerte über Kacheln, in physikalischen Einheiten, von Ergebnissen, die auf den Datentyp der Raster gerundet sind. Die äußersten {scale} Pixel jeder Kachel und Pixel ohne Daten zählen nicht. Unter jedem Mittelwert: sein 95-%-Bootstrap-Konfidenzintervall über Kacheln.</translation>
    </message>
    <message>
        <source>With fewer than {count} tiles there are no intervals.</source>
        <translation>Bei weniger als {count} Kacheln gibt es keine Intervalle.</translation>
    </message>
    <message>
        <source>↑ higher is better, ↓ lower is better. PSNR (over all bands, for a range of {range:g}), SSIM (Gaussian window of {window} pixels, mean over bands), L1 (mean absolute error), L2 (mean squared error), SAM (mean spectral angle), ERGAS (relative error over all bands); improvement, omission and hallucination after Aybar et al. (2024): the share of the relevant detail that is shown correctly, is missing, or is invented.</source>
        <translation>↑ höher ist besser, ↓ niedriger ist besser. PSNR (über alle Kanäle, für einen Wertebereich von {range:g}), SSIM (Gauß-Fenster von {window} Pixeln, Mittel über die Kanäle), L1 (mittlerer absoluter Fehler), L2 (mittlerer quadratischer Fehler), SAM (mittlerer Spektralwinkel), ERGAS (relativer Fehler über alle Kanäle); Verbesserung, Auslassung und Halluzination nach Aybar et al. (2024): der Anteil der relevanten Details, der richtig gezeigt wird, fehlt oder erfunden ist.</translation>
    </message>
    <message>
        <source>Each tile</source>
        <translation>Jede Kachel</translation>
    </message>
    <message>
        <source>Gain of every tile over bicubic resampling</source>
        <translation>Gewinn jeder Kachel gegenüber bikubischem Resampling</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Pictures of a tile are stretched alike, by the darkest and the brightest 2 % of the truth; of larger tiles the middle {side} pixels are shown.</source>
        <translation>Die Bilder einer Kachel sind gleich gestreckt, nach den dunkelsten und den hellsten 2 % des Referenzbilds; von größeren Kacheln werden die mittleren {side} Pixel gezeigt.</translation>
    </message>
    <message>
        <source>Pictures of a tile are stretched alike, by the darkest and the brightest 2 % of the truth.</source>
        <translation>Die Bilder einer Kachel sind gleich gestreckt, nach den dunkelsten und den hellsten 2 % des Referenzbilds.</translation>
    </message>
    <message>
        <source>improvement</source>
        <translation>Verbesserung</translation>
    </message>
    <message>
        <source>omission</source>
        <translation>Auslassung</translation>
    </message>
    <message>
        <source>hallucination</source>
        <translation>Halluzination</translation>
    </message>
    <message>
        <source>Error estimates</source>
        <translation>Fehlerabschätzung</translation>
    </message>
    <message>
        <source>Reached over stated coverage, and half-widths beside one constant for all pixels</source>
        <translation>Erreichte über angegebener Überdeckung, und halbe Breiten neben einer Konstante für alle Pixel</translation>
    </message>
    <message>
        <source>How often the truth lies within the error map (OUTPUT_ERROR) around the result, as a mean over tiles and bands, and how wide that is, in physical units. On the line, coverages are as stated; below it, intervals are too narrow for these tiles.</source>
        <translation>Wie oft die Wahrheit innerhalb der Fehlerkarte (OUTPUT_ERROR) um das Ergebnis liegt, im Mittel über Kacheln und Kanäle, und wie breit diese ist, in physikalischen Einheiten. Auf der Linie sind Überdeckungen wie angegeben; darunter sind Intervalle für diese Kacheln zu schmal.</translation>
    </message>
    <message>
        <source>The model was calibrated on these tiles: these figures are from five-fold cross-validation.</source>
        <translation>Das Modell wurde an diesen Kacheln kalibriert: Diese Werte stammen aus einer fünffachen Kreuzvalidierung.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernverlauf</translation>
    </message>
    <message>
        <source>Tiles measured on</source>
        <translation>Kacheln, auf denen gemessen wurde</translation>
    </message>
    <message>
        <source>Model {model}</source>
        <translation>Modell {model}</translation>
    </message>
    <message>
        <source>Training data of {model}</source>
        <translation>Trainingsdaten von {model}</translation>
    </message>
    <message>
        <source>Settings of {model}</source>
        <translation>Einstellungen von {model}</translation>
    </message>
    <message>
        <source>Hardware and time of {model}</source>
        <translation>Rechner und Zeit von {model}</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Messung</translation>
    </message>
    <message>
        <source>{name}: super-resolution {scales}</source>
        <translation>{name}: Super-Resolution {scales}</translation>
    </message>
    <message>
        <source>Low resolution | super-resolved</source>
        <translation>Niedrige Auflösung | Super-Resolution</translation>
    </message>
    <message>
        <source>Scenes of {collection}, {dates}</source>
        <translation>Szenen von {collection}, {dates}</translation>
    </message>
    <message>
        <source>{count} scenes at {api}, {good} of which are suitable. Chosen: {scene}.</source>
        <translation>{count} Szenen bei {api}, davon {good} geeignet. Gewählt: {scene}.</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Aufgenommen</translation>
    </message>
    <message>
        <source>Cloud (%)</source>
        <translation>Wolken (%)</translation>
    </message>
    <message>
        <source>Covers (%)</source>
        <translation>Abdeckung (%)</translation>
    </message>
    <message>
        <source>Ranked by cloud cover in whole percent, then by the share of the extent that is covered in whole percent, then by the time to {day}. Scenes without a rank are too cloudy or cover too little.</source>
        <translation>Geordnet nach der Wolkenbedeckung in ganzen Prozent, dann nach dem abgedeckten Anteil der Ausdehnung in ganzen Prozent, dann nach dem zeitlichen Abstand zum {day}. Szenen ohne Rang sind zu bewölkt oder decken zu wenig ab.</translation>
    </message>
    <message>
        <source>Sharpened bands, measured one scale coarser</source>
        <translation>Geschärfte Kanäle, einen Maßstab gröber gemessen</translation>
    </message>
    <message>
        <source>Both rasters were made {scale} times coarser, so that the original coarse bands are the truth. The metrics are for {count} held-out tiles of the scene, which were not used for training.</source>
        <translation>Beide Raster wurden {scale}-mal gröber gemacht, sodass die ursprünglichen groben Kanäle die Wahrheit sind. Die Werte gelten für {count} zurückgehaltene Kacheln der Szene, die nicht zum Training verwendet wurden.</translation>
    </message>
    <message>
        <source>There, bands go from {sizes} m.</source>
        <translation>Dort gehen die Kanäle von {sizes} m.</translation>
    </message>
    <message>
        <source>↑ higher is better, ↓ lower is better. Pansharpening is ratio component substitution (rcs), each band with the band of the guide that suits it best.</source>
        <translation>↑ höher ist besser, ↓ niedriger ist besser. Pansharpening ist das Verhältnisverfahren (rcs), jeder Kanal mit dem Kanal des Führungsrasters, der am besten zu ihm passt.</translation>
    </message>
    <message>
        <source>The model cannot add detail that the fine bands do not show.</source>
        <translation>Das Modell kann kein Detail hinzufügen, das die feinen Kanäle nicht zeigen.</translation>
    </message>
    <message>
        <source>Bands whose detail pansharpening takes</source>
        <translation>Kanäle, deren Details das Pansharpening nimmt</translation>
    </message>
    <message>
        <source>backbone</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>pair layout</source>
        <translation>Bildpaar-Layout</translation>
    </message>
    <message>
        <source>ArcGIS Export Tiles</source>
        <translation>ArcGIS Export Tiles</translation>
    </message>
    <message>
        <source>Two folders of images</source>
        <translation>zwei Ordner mit Bildern</translation>
    </message>
    <message>
        <source>Images named in pairs</source>
        <translation>paarweise benannte Bilder</translation>
    </message>
    <message>
        <source>degradation</source>
        <translation>Degradation</translation>
    </message>
    <message>
        <source>sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>Sampling</translation>
    </message>
    <message>
        <source>noise schedule</source>
        <translation>Rauschplan</translation>
    </message>
    <message>
        <source>weight layout</source>
        <translation>Gewichte-Layout</translation>
    </message>
    <message>
        <source>U-Net of ArcGIS' SuperResolution (fastai's DynamicUnet over a ResNet)</source>
        <translation>U-Net von ArcGIS' SuperResolution (DynamicUnet von fastai über einem ResNet)</translation>
    </message>
    <message>
        <source>EDSR of BasicSR</source>
        <translation>EDSR von BasicSR</translation>
    </message>
    <message>
        <source>MSRResNet (SRResNet) of BasicSR</source>
        <translation>MSRResNet (SRResNet) von BasicSR</translation>
    </message>
    <message>
        <source>RRDBNet (ESRGAN, Real-ESRGAN) of BasicSR, also for scale 2 and 1 with pixel unshuffle</source>
        <translation>RRDBNet (ESRGAN, Real-ESRGAN) von BasicSR, auch für Skalierungsfaktor 2 und 1 mit Pixel-Unshuffle</translation>
    </message>
    <message>
        <source>CARN and CARN-M of CARN-pytorch</source>
        <translation>CARN und CARN-M von CARN-pytorch</translation>
    </message>
    <message>
        <source>DAT of its authors</source>
        <translation>DAT seiner Autoren</translation>
    </message>
    <message>
        <source>EDSR of EDSR-PyTorch</source>
        <translation>EDSR von EDSR-PyTorch</translation>
    </message>
    <message>
        <source>MDSR of EDSR-PyTorch</source>
        <translation>MDSR von EDSR-PyTorch</translation>
    </message>
    <message>
        <source>RDN of EDSR-PyTorch</source>
        <translation>RDN von EDSR-PyTorch</translation>
    </message>
    <message>
        <source>RRDBNet of ESRGAN</source>
        <translation>RRDBNet von ESRGAN</translation>
    </message>
    <message>
        <source>RRDBNet of ESRGAN, old</source>
        <translation>RRDBNet von ESRGAN, alt</translation>
    </message>
    <message>
        <source>HAT of its authors</source>
        <translation>HAT seiner Autoren</translation>
    </message>
    <message>
        <source>OmniSR of its authors</source>
        <translation>OmniSR seiner Autoren</translation>
    </message>
    <message>
        <source>Generator of opensr-srgan with blocks of type res, an SRResNet without normalisation</source>
        <translation>Generator von opensr-srgan mit Blöcken vom Typ res, ein SRResNet ohne Normalisierung</translation>
    </message>
    <message>
        <source>PLKSR of its authors</source>
        <translation>PLKSR seiner Autoren</translation>
    </message>
    <message>
        <source>RDN of RDN-pytorch</source>
        <translation>RDN von RDN-pytorch</translation>
    </message>
    <message>
        <source>Compact (SRVGGNet) of Real-ESRGAN</source>
        <translation>Compact (SRVGGNet) von Real-ESRGAN</translation>
    </message>
    <message>
        <source>RealPLKSR of neosr</source>
        <translation>RealPLKSR von neosr</translation>
    </message>
    <message>
        <source>CNNSR of SEN2SR, without its Fourier constraint</source>
        <translation>CNNSR von SEN2SR, ohne dessen Fourier-Bedingung</translation>
    </message>
    <message>
        <source>SPAN of its authors</source>
        <translation>SPAN seiner Autoren</translation>
    </message>
    <message>
        <source>SR3 of Image-Super-Resolution-via-Iterative-Refinement</source>
        <translation>SR3 von Image-Super-Resolution-via-Iterative-Refinement</translation>
    </message>
    <message>
        <source>SRResNet of leftthomas/SRGAN, which ends in (tanh + 1) / 2</source>
        <translation>SRResNet aus leftthomas/SRGAN, das mit (tanh + 1) / 2 endet</translation>
    </message>
    <message>
        <source>SRResNet of Lornatang/SRGAN-PyTorch, whose results are kept within 0 and 1</source>
        <translation>SRResNet aus Lornatang/SRGAN-PyTorch, dessen Ergebnisse zwischen 0 und 1 gehalten werden</translation>
    </message>
    <message>
        <source>SRResNet of opensr-srgan, which ends in tanh</source>
        <translation>SRResNet aus opensr-srgan, das mit tanh endet</translation>
    </message>
    <message>
        <source>SRResNet of twtygqyy/pytorch-SRResNet, with batch normalisation</source>
        <translation>SRResNet aus twtygqyy/pytorch-SRResNet, mit Batch-Normalisierung</translation>
    </message>
    <message>
        <source>SwinIR of its authors</source>
        <translation>SwinIR seiner Autoren</translation>
    </message>
    <message>
        <source>job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>Lernziel</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>learning rate schedule</source>
        <translation>Lernratenplan</translation>
    </message>
    <message>
        <source>pansharpening method</source>
        <translation>Pansharpening-Verfahren</translation>
    </message>
    <message>
        <source>Classify pixels with SR model</source>
        <translation>Pixel mit SR-Modell klassifizieren</translation>
    </message>
    <message>
        <source>Super-resolves a raster with a trained model: each pixel becomes scale × scale finer ones.

The result has the input's coordinate system, data type, nodata and colours. It has no seams, and memory use does
not grow with the raster. Nodata stays nodata.

In place of a raster, a STAC catalogue can be searched by "Extent" and "Dates".</source>
        <translation>Rechnet ein Raster mit einem trainierten Modell auf eine höhere Auflösung hoch (Super-Resolution): Aus jedem Pixel werden Faktor × Faktor feinere.

Das Ergebnis hat Koordinatensystem, Datentyp, Nodata und Farben der Eingabe. Es hat keine Nähte, und der Speicherbedarf wächst nicht mit dem Raster. Nodata bleibt Nodata.

Statt ein Raster zu wählen, können Sie einen STAC-Katalog nach „Ausdehnung“ und „Datum“ durchsuchen.</translation>
    </message>
    <message>
        <source>Low-resolution raster</source>
        <translation>Niedrig aufgelöstes Raster</translation>
    </message>
    <message>
        <source>The raster to super-resolve, like those the model was trained on.</source>
        <translation>Das Raster, dessen Auflösung erhöht werden soll, wie die, mit denen das Modell trainiert wurde.</translation>
    </message>
    <message>
        <source>Dates (first/last, year-month-day)</source>
        <translation>Datum (erstes/letztes, Jahr-Monat-Tag)</translation>
    </message>
    <message>
        <source>First and last day, such as "2021-05-01/2021-08-31", or one day, months or years; one end can be open ("2021-05-01/..").</source>
        <translation>Erster und letzter Tag, wie "2021-05-01/2021-08-31", oder ein Tag, Monate oder Jahre; ein Ende kann offen sein ("2021-05-01/..").</translation>
    </message>
    <message>
        <source>Clouds and their shadows as nodata</source>
        <translation>Wolken und ihre Schatten als Nodata</translation>
    </message>
    <message>
        <source>Pixels that the scene classification (SCL) of Level-2A calls cloud, cirrus, cloud shadow or defective become nodata.</source>
        <translation>Pixel, die die Szenenklassifikation (SCL) von Level-2A Wolke, Zirrus, Wolkenschatten oder fehlerhaft nennt, werden Nodata.</translation>
    </message>
    <message>
        <source>Model package (.srpk) from "Train SR model".</source>
        <translation>Modellpaket (.srpk) aus „SR-Modell trainieren“.</translation>
    </message>
    <message>
        <source>Guide (for models that take one)</source>
        <translation>Führungsraster (für Modelle, die eines nehmen)</translation>
    </message>
    <message>
        <source>A second raster of the same place, for a model that was trained with a guide: finer bands, or another date. The result is nodata where the guide is.</source>
        <translation>Ein zweites Raster desselben Ortes, für ein Modell, das mit einem Führungsraster trainiert wurde: feinere Kanäle oder ein anderes Datum. Wo es keine Daten hat, hat auch das Ergebnis keine.</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>Ausdehnung</translation>
    </message>
    <message>
        <source>Part of the raster to super-resolve. Blank uses all of it.</source>
        <translation>Teil des Rasters, dessen Auflösung erhöht werden soll. Leer: das ganze Raster.</translation>
    </message>
    <message>
        <source>Sampler (diffusion models)</source>
        <translation>Sampler (Diffusionsmodelle)</translation>
    </message>
    <message>
        <source>How a diffusion model gets from noise to the result. Blank: the model's own.</source>
        <translation>Wie ein Diffusionsmodell vom Rauschen zum Ergebnis kommt. Leer: der Sampler des Modells.</translation>
    </message>
    <message>
        <source>DDIM: implicit sampling</source>
        <translation>DDIM: implizites Sampling</translation>
    </message>
    <message>
        <source>Each step keeps the direction of the noise, so that with η = 0 the result follows from the first noise alone; η = 1
is DDPM. Song et al. 2021, "Denoising Diffusion Implicit Models", equations 12 and 16. Use 50 steps or more.</source>
        <translation>Jeder Schritt behält die Richtung des Rauschens bei, sodass das Ergebnis mit η = 0 allein aus dem ersten Rauschen folgt; η = 1 ist DDPM. Song et al. 2021, „Denoising Diffusion Implicit Models“, Gleichungen 12 und 16. Nehmen Sie 50 Schritte oder mehr.</translation>
    </message>
    <message>
        <source>Sampling steps (diffusion models)</source>
        <translation>Sampling-Schritte (Diffusionsmodelle)</translation>
    </message>
    <message>
        <source>Number of steps from noise to the result; time grows with it. For a model trained by denoising, at most the number it was trained with.</source>
        <translation>Anzahl der Schritte vom Rauschen zum Ergebnis; die Rechenzeit wächst mit ihr. Bei einem durch Entrauschen trainierten Modell höchstens so viele, wie es beim Training hatte.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Verteilung der Schritte</translation>
    </message>
    <message>
        <source>Noise levels that the steps use. focused: evenly in the logarithm of the signal-to-noise ratio, but denser where detail is decided; log_snr: evenly in that logarithm; trailing: evenly in the trained steps, which needs hundreds of them.</source>
        <translation>Auf welchen Rauschstufen die Schritte liegen. focused: gleichmäßig im Logarithmus des Signal-Rausch-Verhältnisses, aber dichter, wo über Details entschieden wird; log_snr: gleichmäßig in diesem Logarithmus; trailing: gleichmäßig in den trainierten Schritten, was Hunderte davon erfordert.</translation>
    </message>
    <message>
        <source>η of the sampler ddim</source>
        <translation>η des Samplers ddim</translation>
    </message>
    <message>
        <source>Share of the noise that is fresh in every step: 0 is deterministic, 1 is DDPM.</source>
        <translation>Welcher Anteil des Rauschens in jedem Schritt neu ist: 0 ist deterministisch, 1 ist DDPM.</translation>
    </message>
    <message>
        <source>DDPM: ancestral sampling</source>
        <translation>DDPM: Ancestral Sampling</translation>
    </message>
    <message>
        <source>Each step draws from the posterior q(x_s | x_t, x_0), with fresh noise of its "fixed small" variance: Ho et al.
2020, "Denoising Diffusion Probabilistic Models", equations 6 and 7. Between steps that are not neighbours in the
trained schedule β is 1 − ᾱ_t / ᾱ_s: Nichol &amp; Dhariwal 2021, "Improved Denoising Diffusion Probabilistic Models",
section 4. Use hundreds of steps.</source>
        <translation>Jeder Schritt zieht aus der A-posteriori-Verteilung q(x_s | x_t, x_0), mit neuem Rauschen ihrer „fixed small“-Varianz: Ho et al. 2020, „Denoising Diffusion Probabilistic Models“, Gleichungen 6 und 7. Zwischen Schritten, die im trainierten Plan keine Nachbarn sind, ist β gleich 1 − ᾱ_t / ᾱ_s: Nichol &amp; Dhariwal 2021, „Improved Denoising Diffusion Probabilistic Models“, Abschnitt 4. Nehmen Sie Hunderte von Schritten.</translation>
    </message>
    <message>
        <source>DPM-Solver++ (2M)</source>
        <translation>DPM-Solver++ (2M)</translation>
    </message>
    <message>
        <source>Deterministic, of second order: each step continues the line through its own estimate of the result and that of the
step before. Lu et al. 2022, "DPM-Solver++: Fast Solver for Guided Sampling of Diffusion Probabilistic Models",
algorithm 2. The first step has nothing to look back at and the last one, to the image, is infinitely long in λ:
both are of first order. 15 steps are enough.</source>
        <translation>Deterministisch, zweiter Ordnung: Jeder Schritt setzt die Gerade durch seine eigene Schätzung des Ergebnisses und die des vorigen Schritts fort. Lu et al. 2022, „DPM-Solver++: Fast Solver for Guided Sampling of Diffusion Probabilistic Models“, Algorithmus 2. Der erste Schritt hat keinen Vorgänger, und der letzte, zum Bild, ist in λ unendlich lang: Beide sind erster Ordnung. 15 Schritte genügen.</translation>
    </message>
    <message>
        <source>Euler</source>
        <translation>Euler</translation>
    </message>
    <message>
        <source>Each step goes straight along the velocity at its beginning (Liu et al. 2023, "Flow Straight and Fast", equation 2).
One step gives about the mean of the possible results; more steps give a sharper one of them.</source>
        <translation>Jeder Schritt geht geradeaus in Richtung der Geschwindigkeit an seinem Anfang (Liu et al. 2023, „Flow Straight and Fast“, Gleichung 2). Ein Schritt ergibt ungefähr das Mittel der möglichen Ergebnisse, mehr Schritte ein schärferes davon.</translation>
    </message>
    <message>
        <source>Heun</source>
        <translation>Heun</translation>
    </message>
    <message>
        <source>Of second order: each step is tried straight, and then taken along the average of the velocities at both of its ends
(Karras et al. 2022, "Elucidating the Design Space of Diffusion-Based Generative Models", algorithm 1). The last
step is a step of euler. The network runs twice in every step but the last: n steps take as long as 2n − 1 of euler.</source>
        <translation>Von zweiter Ordnung: Jeder Schritt wird geradeaus versucht und dann entlang des Mittels der Geschwindigkeiten an seinen beiden Enden gegangen (Karras et al. 2022, „Elucidating the Design Space of Diffusion-Based Generative Models“, Algorithmus 1). Der letzte Schritt ist ein Schritt von euler. Das Netz läuft in jedem Schritt außer dem letzten zweimal: n Schritte dauern so lange wie 2n − 1 von euler.</translation>
    </message>
    <message>
        <source>Samples (diffusion models)</source>
        <translation>Stichproben (Diffusionsmodelle)</translation>
    </message>
    <message>
        <source>Number of results that are computed and averaged. The mean of many is less sharp and closer to the truth.</source>
        <translation>Anzahl der Ergebnisse, die berechnet und gemittelt werden; die Rechenzeit wächst mit ihr. Das Mittel vieler ist weniger scharf und näher an der Wahrheit.</translation>
    </message>
    <message>
        <source>Super-resolved raster</source>
        <translation>Super-Resolution-Raster</translation>
    </message>
    <message>
        <source>Cloud-optimised GeoTIFF (.tif). A name ending in .vrt writes a VRT of many GeoTIFFs, in a folder next to it, for results too large for one file. s3://bucket/name.tif writes to object storage.</source>
        <translation>Cloud-optimiertes GeoTIFF (.tif). Ein Name, der auf .vrt endet, schreibt ein VRT aus vielen GeoTIFFs in einem Ordner daneben, für Ergebnisse, die für eine Datei zu groß sind. s3://bucket/name.tif schreibt in einen Objektspeicher.</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>Unsicherheit</translation>
    </message>
    <message>
        <source>For diffusion models with SAMPLES of 2 or more: standard deviation of the samples in each pixel, in units of the raster's pixel values.</source>
        <translation>Für Diffusionsmodelle mit SAMPLES von 2 oder mehr: Standardabweichung der Stichproben in jedem Pixel, in Einheiten der Pixelwerte des Rasters.</translation>
    </message>
    <message>
        <source>Error map</source>
        <translation>Fehlerkarte</translation>
    </message>
    <message>
        <source>Error bound in units of the raster: in COVERAGE percent of the pixels the truth differs from the result by no more, for rasters like the tiles that the model was calibrated on by training or by "Evaluate SR model".</source>
        <translation>Fehlerschranke jedes Werts, in Einheiten der Pixelwerte des Rasters: In COVERAGE Prozent der Pixel weicht die Wahrheit höchstens so weit vom Ergebnis ab, für Raster wie die Kacheln, an denen das Modell mit „SR-Modell trainieren“ oder „SR-Modell bewerten“ kalibriert wurde.</translation>
    </message>
    <message>
        <source>Consistency layer</source>
        <translation>Konsistenz-Layer</translation>
    </message>
    <message>
        <source>The result, degraded as in training, minus the low-resolution raster, in units of its pixel values.</source>
        <translation>Das Ergebnis, degradiert wie im Training, minus das niedrig aufgelöste Raster in Einheiten seiner Pixelwerte.</translation>
    </message>
    <message>
        <source>Best date (year-month-day)</source>
        <translation>Bestes Datum (Jahr-Monat-Tag)</translation>
    </message>
    <message>
        <source>Among equally good scenes, the one nearest in time to this day is chosen. Blank: the middle of the dates.</source>
        <translation>Unter gleich guten Szenen wird die gewählt, die diesem Tag zeitlich am nächsten liegt. Leer: die Mitte des Zeitraums.</translation>
    </message>
    <message>
        <source>Maximum cloud cover (%)</source>
        <translation>Höchste Wolkenbedeckung (%)</translation>
    </message>
    <message>
        <source>Scenes with a larger cloud cover (of the whole scene) are left out. Scenes whose cloud cover the catalogue does not state are ranked last.</source>
        <translation>Szenen mit größerer Bewölkung (der ganzen Szene) werden ausgelassen. Szenen, deren Bewölkung der Katalog nicht nennt, stehen am Ende der Rangfolge.</translation>
    </message>
    <message>
        <source>Minimum cover of the extent (%)</source>
        <translation>Mindestabdeckung der Ausdehnung (%)</translation>
    </message>
    <message>
        <source>Scenes that show a smaller share of the extent are left out. Neighbouring scenes of one satellite pass count together and are mosaicked if a single one does not cover the whole extent.</source>
        <translation>Szenen, die einen kleineren Anteil der Ausdehnung zeigen, werden ausgelassen. Benachbarte Szenen eines Überflugs zählen zusammen und werden mosaikiert, wenn eine allein nicht die ganze Ausdehnung abdeckt.</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Kollektion</translation>
    </message>
    <message>
        <source>Collection of the catalogue to search.</source>
        <translation>Die Kollektion des Katalogs, in der gesucht wird.</translation>
    </message>
    <message>
        <source>Assets (bands)</source>
        <translation>Assets (Kanäle)</translation>
    </message>
    <message>
        <source>Files of the scene that are given to the model, separated by commas. Blank uses those named like the model's bands.</source>
        <translation>Dateien der Szene, die das Modell bekommt, durch Kommas getrennt. Leer: die, die wie die Kanäle des Modells heißen.</translation>
    </message>
    <message>
        <source>STAC API</source>
        <translation>STAC-API</translation>
    </message>
    <message>
        <source>Address of the catalogue. Files of Planetary Computer are signed as required; those of Earth Search (https://earth-search.aws.element84.com/v1) need no signature.</source>
        <translation>Adresse des Katalogs. Die Dateien des Planetary Computer werden wie nötig signiert; die von Earth Search (https://earth-search.aws.element84.com/v1) brauchen keine Signatur.</translation>
    </message>
    <message>
        <source>Time-out (seconds)</source>
        <translation>Zeitüberschreitung (Sekunden)</translation>
    </message>
    <message>
        <source>How long to wait for a server's answer.</source>
        <translation>Wie lange auf die Antwort eines Servers gewartet wird, bevor abgebrochen wird.</translation>
    </message>
    <message>
        <source>Target CRS</source>
        <translation>Ziel-KBS</translation>
    </message>
    <message>
        <source>Coordinate reference system of OUTPUT. The raster is super-resolved on its own grid, and the result is warped to this one by cubic convolution. Blank: the raster's own.</source>
        <translation>Koordinatenbezugssystem von OUTPUT. Das Raster wird auf seinem eigenen Gitter hochaufgelöst, und das Ergebnis wird durch kubische Faltung in dieses transformiert. Leer: das des Rasters.</translation>
    </message>
    <message>
        <source>Target pixel size (units of the target CRS)</source>
        <translation>Ziel-Pixelgröße (Einheiten des Ziel-KBS)</translation>
    </message>
    <message>
        <source>Width and height of OUTPUT's pixels, whose edges lie at multiples of it. Blank: those of the result before it is warped.</source>
        <translation>Breite und Höhe der Pixel von OUTPUT, deren Kanten auf Vielfachen davon liegen. Leer: die des Ergebnisses vor der Transformation.</translation>
    </message>
    <message>
        <source>Bands of the raster in the order the model expects. Blank finds them by name, colour and wavelength or, if these do not identify them, uses all bands when their number matches.</source>
        <translation>Kanäle des Rasters in der Reihenfolge, die das Modell erwartet. Leer: nach Name, Farbe und Wellenlänge gefunden, oder, wenn diese sie nicht bestimmen, alle Kanäle, wenn ihre Anzahl passt.</translation>
    </message>
    <message>
        <source>Bands of the guide</source>
        <translation>Kanäle des Führungsrasters</translation>
    </message>
    <message>
        <source>Bands of the guide in the order the model expects. Blank finds them by name or, if the names do not identify them, uses all bands when their number matches.</source>
        <translation>Kanäle des Führungsrasters in der Reihenfolge, die das Modell erwartet. Leer: nach Namen gefunden, oder, wenn die Namen sie nicht bestimmen, alle Kanäle, wenn ihre Anzahl passt.</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>Pixel value × gain + offset = the physical value the model was trained on. One number, or one for each band. Blank uses the scale that the raster declares, or else the model's own. Set it if neither is right for this raster.</source>
        <translation>Pixelwert × Gain + Offset = der physikalische Wert, mit dem das Modell trainiert wurde. Eine Zahl oder eine je Kanal. Leer: die Skalierung, die das Raster angibt, sonst der Wert des Modells. Setzen Sie ihn, wenn beides für dieses Raster nicht stimmt.</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>Added after the gain, in physical units. One number, or one for each band. Blank uses the offset that the raster declares, or else the model's own.</source>
        <translation>Wird nach dem Gain addiert, in physikalischen Einheiten. Eine Zahl oder eine je Kanal. Leer: der Offset, den das Raster angibt, sonst der Wert des Modells.</translation>
    </message>
    <message>
        <source>Nodata value</source>
        <translation>Nodata-Wert</translation>
    </message>
    <message>
        <source>Nodata values for rasters that declare none, such as 0 for black borders. One number, or one for each band. Declared nodata values and masks apply as well.</source>
        <translation>Nodata-Werte für Raster, die keine angeben, etwa 0 für schwarze Ränder. Eine Zahl oder eine je Kanal. Angegebene Nodata-Werte und Masken gelten zusätzlich.</translation>
    </message>
    <message>
        <source>How many times finer the result is, for models with several scales (MDSR, CARN). Blank: the model's own scale.</source>
        <translation>Um wievielmal feiner das Ergebnis ist, bei einem Modell mit mehreren Skalierungsfaktoren (MDSR, CARN). Leer: der Faktor des Modells.</translation>
    </message>
    <message>
        <source>Noise schedule (diffusion models)</source>
        <translation>Rauschplan (Diffusionsmodelle)</translation>
    </message>
    <message>
        <source>Spreads the sampler's steps over the noise levels of training. Options that the model's own schedule also has keep its values unless they are set. Blank leaves this to the sampler, which is best for few steps.</source>
        <translation>Verteilt die Schritte des Samplers auf die Rauschstufen des Trainings. Optionen, die auch der Plan des Modells hat, behalten dessen Werte, wenn sie nicht gesetzt sind. Leer: Der Sampler entscheidet, was bei wenigen Schritten am besten ist.</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>Every step adds the same noise, so that even the first one hides faint detail. One of the schedules of the
code of DDPM (Ho et al. 2020) and of SR3's.</source>
        <translation>Jeder Schritt fügt gleich viel Rauschen hinzu, sodass schon der erste feine Details verdeckt. Einer der Pläne im Code von DDPM (Ho et al. 2020) und von SR3.</translation>
    </message>
    <message>
        <source>Trained steps</source>
        <translation>Trainierte Schritte</translation>
    </message>
    <message>
        <source>Steps between image and noise that the network learns; sampling may take fewer.</source>
        <translation>Schritte zwischen Bild und Rauschen, die das Netz lernt; das Sampling kann weniger nehmen.</translation>
    </message>
    <message>
        <source>β</source>
        <translation>β</translation>
    </message>
    <message>
        <source>Variance of the noise that every step adds.</source>
        <translation>Varianz des Rauschens, das jeder Schritt hinzufügt.</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>ᾱ falls along a squared cosine, slowly at both ends. Nichol &amp; Dhariwal 2021, "Improved Denoising Diffusion
Probabilistic Models", equation 17.</source>
        <translation>ᾱ fällt entlang eines quadrierten Kosinus, an beiden Enden langsam. Nichol &amp; Dhariwal 2021, „Improved Denoising Diffusion Probabilistic Models“, Gleichung 17.</translation>
    </message>
    <message>
        <source>JSD (1 / T, 1 / (T − 1), … 1)</source>
        <translation>JSD (1 / T, 1 / (T − 1), … 1)</translation>
    </message>
    <message>
        <source>β = 1 / (steps left), so that ᾱ falls in a straight line from 1 to 0; the last β is kept at 0.999. Sohl-Dickstein
et al. 2015, "Deep Unsupervised Learning using Nonequilibrium Thermodynamics", section 2.4.1 (where diffusion is
binomial); the code of DDPM (Ho et al. 2020) has it under this name.</source>
        <translation>β = 1 / (verbleibende Schritte), sodass ᾱ linear von 1 auf 0 fällt; das letzte β bleibt bei 0,999. Sohl-Dickstein et al. 2015, „Deep Unsupervised Learning using Nonequilibrium Thermodynamics“, Abschnitt 2.4.1 (wo die Diffusion binomial ist); im Code von DDPM (Ho et al. 2020) heißt er so.</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linear</translation>
    </message>
    <message>
        <source>β rises in a straight line from linear_start to linear_end. Ho et al. 2020, "Denoising Diffusion Probabilistic
Models", section 4; Saharia et al. 2021, "Image Super-Resolution via Iterative Refinement" (SR3).</source>
        <translation>β steigt linear von linear_start bis linear_end. Ho et al. 2020, „Denoising Diffusion Probabilistic Models“, Abschnitt 4; Saharia et al. 2021, „Image Super-Resolution via Iterative Refinement“ (SR3).</translation>
    </message>
    <message>
        <source>First β</source>
        <translation>Erstes β</translation>
    </message>
    <message>
        <source>Variance of the noise that the first step adds: how fine the faintest noise is.</source>
        <translation>Varianz des Rauschens, das der erste Schritt hinzufügt: wie fein das schwächste Rauschen ist.</translation>
    </message>
    <message>
        <source>Last β</source>
        <translation>Letztes β</translation>
    </message>
    <message>
        <source>Variance of the noise that the last step adds: with the number of steps it decides how little of the image is left at the end.</source>
        <translation>Varianz des Rauschens, das der letzte Schritt hinzufügt: Mit der Zahl der Schritte bestimmt sie, wie wenig am Ende vom Bild übrig ist.</translation>
    </message>
    <message>
        <source>Quadratic</source>
        <translation>Quadratisch</translation>
    </message>
    <message>
        <source>The square root of β rises in a straight line, so that the first steps add less noise than with the linear schedule.
One of the schedules of the code of DDPM (Ho et al. 2020) and of SR3's.</source>
        <translation>Die Wurzel von β steigt geradlinig, sodass die ersten Schritte weniger Rauschen zufügen als beim linearen Verlauf.
Einer der Verläufe im Code von DDPM (Ho et al. 2020) und von SR3.</translation>
    </message>
    <message>
        <source>Warm-up over a tenth of the steps</source>
        <translation>Aufwärmen über ein Zehntel der Schritte</translation>
    </message>
    <message>
        <source>β rises from linear_start to linear_end over the first 10 % of the steps and stays there, so that most steps are
spent on coarse structure. One of the schedules of the code of DDPM (Ho et al. 2020) and of SR3's.</source>
        <translation>β steigt über die ersten 10 % der Schritte von linear_start bis linear_end und bleibt dort, sodass die meisten Schritte groben Strukturen gelten. Einer der Pläne im Code von DDPM (Ho et al. 2020) und von SR3.</translation>
    </message>
    <message>
        <source>Warm-up over half of the steps</source>
        <translation>Aufwärmen über die Hälfte der Schritte</translation>
    </message>
    <message>
        <source>β rises from linear_start to linear_end over the first 50 % of the steps and stays there, so that most steps are
spent on coarse structure. One of the schedules of the code of DDPM (Ho et al. 2020) and of SR3's.</source>
        <translation>β steigt über die ersten 50 % der Schritte von linear_start bis linear_end und bleibt dort, sodass die meisten Schritte groben Strukturen gelten. Einer der Pläne im Code von DDPM (Ho et al. 2020) und von SR3.</translation>
    </message>
    <message>
        <source>Seed (diffusion models)</source>
        <translation>Startwert (Seed, Diffusionsmodelle)</translation>
    </message>
    <message>
        <source>Another seed gives another possible result.</source>
        <translation>Ein anderer Startwert ergibt ein anderes der möglichen Ergebnisse.</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>Konsistenz</translation>
    </message>
    <message>
        <source>on: corrects each result as little as possible so that, degraded as in training, it matches the low-resolution raster. Blank: on for diffusion and adversarial models, off for others.</source>
        <translation>on: korrigiert jedes Ergebnis so wenig wie möglich, sodass es, degradiert wie im Training, mit dem niedrig aufgelösten Raster übereinstimmt. Leer: on für Diffusions- und adversariale Modelle, off für andere.</translation>
    </message>
    <message>
        <source>Tile size (low-resolution pixels)</source>
        <translation>Kachelgröße (niedrig aufgelöste Pixel)</translation>
    </message>
    <message>
        <source>Width and height of the tiles computed at a time. Affects memory use and speed, and slightly the result: of diffusion models, and without EXACT by the rounding of a few values. Blank: chosen by memory need, or the size that a diffusion model was trained on.</source>
        <translation>Breite und Höhe der Kacheln, die auf einmal berechnet werden. Beeinflusst Speicherbedarf und Geschwindigkeit und geringfügig das Ergebnis: von Diffusionsmodellen, und ohne EXACT durch die Rundung weniger Werte. Leer: nach Speicherbedarf, oder die Größe, mit der ein Diffusionsmodell trainiert wurde.</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exakt</translation>
    </message>
    <message>
        <source>Reads around each tile the network's whole receptive field. Otherwise the part that changes results by less than half a pixel value step is left out: much faster with deep networks, but near tile borders a few values may be rounded the other way.</source>
        <translation>Liest um jede Kachel das ganze rezeptive Feld des Netzes. Sonst entfällt der Teil, der Ergebnisse um weniger als eine halbe Stufe der Pixelwerte ändert: bei tiefen Netzen viel schneller, doch nahe Kachelrändern können wenige Werte anders gerundet sein.</translation>
    </message>
    <message>
        <source>Batch size (tiles)</source>
        <translation>Batchgröße (Kacheln)</translation>
    </message>
    <message>
        <source>Tiles computed together. More can be faster on a graphics card and needs more memory. Blank: one, or for diffusion models as many as fit.</source>
        <translation>Kacheln, die gemeinsam berechnet werden. Mehr können auf einer Grafikkarte schneller sein und brauchen mehr Speicher. Leer: eine, bei einem Diffusionsmodell so viele, wie hineinpassen.</translation>
    </message>
    <message>
        <source>Coverage of the error map (%)</source>
        <translation>Überdeckung der Fehlerkarte (%)</translation>
    </message>
    <message>
        <source>For OUTPUT_ERROR: percentage of the pixels in which the truth should differ from the result by no more than the error map.</source>
        <translation>Für OUTPUT_ERROR: Prozentsatz der Pixel, in denen die Wahrheit höchstens um die Fehlerkarte vom Ergebnis abweichen soll.</translation>
    </message>
    <message>
        <source>Where to compute: auto takes an NVIDIA (cuda), Apple (mps) or Intel (xpu) graphics card if PyTorch can use one; vulkan is any graphics card, for convolutional models. A number chooses among several cards, from 0.</source>
        <translation>Wo gerechnet wird: auto nimmt eine Grafikkarte von NVIDIA (cuda), Apple (mps) oder Intel (xpu), wenn PyTorch eine verwenden kann; vulkan ist jede Grafikkarte, für Faltungsmodelle. Eine Nummer wählt unter mehreren Karten, von 0 an.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>fast: convolutional models run in half precision where this is measured to be faster on this computer; results differ by up to two 8-bit steps. Otherwise, and for ONNX, fast is the same as exact, as the log says. Diffusion models use half precision on NVIDIA cards in any case.</source>
        <translation>fast: Faltungsmodelle in halber Genauigkeit, wo dieser Computer nach Messung darin schneller ist; Ergebnisse weichen um bis zu zwei Stufen von 8 Bit ab. Sonst, und bei ONNX, ist es wie bei exact, und das Protokoll sagt es. Diffusionsmodelle nehmen auf NVIDIA-Karten ohnehin halbe Genauigkeit.</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>Prozessorkerne</translation>
    </message>
    <message>
        <source>Number of processor cores to use; fewer leave more for other programs. Results do not change, except for the last digits of trainings. 0 or blank: all cores that the system gives the run.</source>
        <translation>Anzahl der Prozessorkerne, die verwendet werden; weniger lassen anderen Programmen mehr. Ergebnisse ändern sich nicht, außer die letzten Stellen von Trainings. 0 oder leer: alle, die das System dem Lauf gibt.</translation>
    </message>
    <message>
        <source>Block size (pixels of the result)</source>
        <translation>Blockgröße (Pixel des Ergebnisses)</translation>
    </message>
    <message>
        <source>Approximate width and height of the blocks in which a large result is computed. Finished blocks are kept: the same run continues if it was stopped. Blank: 4096 for a VRT and for several processes, otherwise no blocks.</source>
        <translation>Ungefähre Breite und Höhe der Blöcke, in denen ein großes Ergebnis berechnet wird. Fertige Blöcke bleiben erhalten: Derselbe Lauf geht weiter, wenn er angehalten wurde. Leer: 4096 für ein VRT und für mehrere Prozesse, sonst keine Blöcke.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Prozesse</translation>
    </message>
    <message>
        <source>Number of processes on this computer that compute blocks; its processor cores, memory and graphics cards are divided among them. Needs Dask, an optional part of the SR engine. Blank: this process only.</source>
        <translation>Anzahl der Prozesse auf diesem Computer, die Blöcke berechnen; seine Prozessorkerne, sein Speicher und seine Grafikkarten werden auf sie verteilt. Braucht Dask, einen optionalen Teil der SR-Engine. Leer: nur dieser Prozess.</translation>
    </message>
    <message>
        <source>Dask scheduler</source>
        <translation>Dask-Scheduler</translation>
    </message>
    <message>
        <source>Address of a Dask scheduler, such as tcp://10.0.0.1:8786, whose workers compute the blocks on other computers. All must have the same SR engine and see the same files under the same paths.</source>
        <translation>Adresse eines Dask-Schedulers, etwa tcp://10.0.0.1:8786, dessen Worker die Blöcke auf anderen Computern berechnen. Alle müssen dieselbe SR-Engine haben und dieselben Dateien unter denselben Pfaden sehen.</translation>
    </message>
    <message>
        <source>Part of the run</source>
        <translation>Teil des Laufs</translation>
    </message>
    <message>
        <source>2/8 computes every eighth block, starting with the second. Runs of all parts write one result, at the same time or one after another, independently of each other. OUTPUT must be a VRT. Blank computes all blocks.</source>
        <translation>2/8 berechnet jeden achten Block, mit dem zweiten beginnend. Läufe aller Teile schreiben ein Ergebnis, gleichzeitig oder nacheinander, unabhängig voneinander. OUTPUT muss ein VRT sein. Leer berechnet alle Blöcke.</translation>
    </message>
    <message>
        <source>super-resolution</source>
        <translation>Super-Resolution</translation>
    </message>
    <message>
        <source>upscale</source>
        <translation>hochskalieren</translation>
    </message>
    <message>
        <source>enhance</source>
        <translation>verbessern</translation>
    </message>
    <message>
        <source>sharpen</source>
        <translation>schärfen</translation>
    </message>
    <message>
        <source>pansharpen</source>
        <translation>Pansharpening</translation>
    </message>
    <message>
        <source>resample</source>
        <translation>Resampling</translation>
    </message>
    <message>
        <source>finer</source>
        <translation>feiner</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>deep learning</source>
        <translation>Deep Learning</translation>
    </message>
    <message>
        <source>inference</source>
        <translation>Inferenz</translation>
    </message>
    <message>
        <source>predict</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Where does the raster come from?</source>
        <translation>Woher kommt das Raster?</translation>
    </message>
    <message>
        <source>A layer or a file</source>
        <translation>Aus einem Layer oder einer Datei</translation>
    </message>
    <message>
        <source>The clearest scene of a place, from a STAC catalogue</source>
        <translation>Aus einem STAC-Katalog: die klarste Szene eines Ortes</translation>
    </message>
    <message>
        <source>Width (pixels)</source>
        <translation>Breite (Pixel)</translation>
    </message>
    <message>
        <source>Columns of the super-resolved raster.</source>
        <translation>Spalten des Super-Resolution-Rasters.</translation>
    </message>
    <message>
        <source>Height (pixels)</source>
        <translation>Höhe (Pixel)</translation>
    </message>
    <message>
        <source>Rows of the super-resolved raster.</source>
        <translation>Zeilen des Super-Resolution-Rasters.</translation>
    </message>
    <message>
        <source>Residual (%)</source>
        <translation>Restfehler (%)</translation>
    </message>
    <message>
        <source>Difference between the result, degraded as in training, and the low-resolution raster: root mean square in percent of the raster's standard deviation. Blank without consistency.</source>
        <translation>Differenz zwischen dem Ergebnis, degradiert wie im Training, und dem niedrig aufgelösten Raster: quadratisches Mittel in Prozent der Standardabweichung des Rasters. Leer ohne Konsistenz.</translation>
    </message>
    <message>
        <source>Bands used</source>
        <translation>Verwendete Kanäle</translation>
    </message>
    <message>
        <source>Numbers of the bands given to the model, in its order.</source>
        <translation>Nummern der Kanäle des Rasters, die das Modell bekommen hat, in seiner Reihenfolge.</translation>
    </message>
    <message>
        <source>Evaluate SR model</source>
        <translation>SR-Modell bewerten</translation>
    </message>
    <message>
        <source>Compares one model or several with bicubic resampling on tiles whose high-resolution truth is known.

The metrics are means over tiles, without the outermost pixels. The report adds confidence intervals, learning
curves and pictures: low resolution, bicubic, super-resolved, truth.</source>
        <translation>Vergleicht ein oder mehrere Modelle mit bikubischem Resampling auf Kacheln, deren hoch aufgelöste Wahrheit bekannt ist.

Die Kennzahlen sind Mittelwerte über Kacheln ohne deren äußerste Pixel. Der Bericht ergänzt Konfidenzintervalle, Lernkurven und Bilder: niedrige Auflösung, bikubisch, Super-Resolution, Wahrheit.</translation>
    </message>
    <message>
        <source>Model package (.srpk) to measure.</source>
        <translation>Zu messendes Modellpaket (.srpk).</translation>
    </message>
    <message>
        <source>Further SR models</source>
        <translation>Weitere SR-Modelle</translation>
    </message>
    <message>
        <source>Model packages (.srpk) of the same scale and bands to show beside the first, on the same tiles.</source>
        <translation>Modellpakete (.srpk) mit gleichem Skalierungsfaktor und gleichen Kanälen, die neben dem ersten auf denselben Kacheln gezeigt werden.</translation>
    </message>
    <message>
        <source>Folder written by "Export SR training tiles", or by ArcGIS' Export Tiles from two rasters, or any folder of image pairs with matching names, such as lr/a.tif and hr/a.tif, or a_lr.png and a_hr.png.</source>
        <translation>Ordner aus „SR-Trainingskacheln exportieren“ oder aus ArcGIS als exportierte Kacheln zweier Raster oder ein beliebiger Ordner mit Bildpaaren unter gleichen Namen, wie lr/a.tif und hr/a.tif oder a_lr.png und a_hr.png.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Aufteilung</translation>
    </message>
    <message>
        <source>Tiles to evaluate on. Only test tiles were not used in training.</source>
        <translation>Kacheln für die Bewertung. Nur Testkacheln wurden nicht im Training verwendet.</translation>
    </message>
    <message>
        <source>Calibrated SR model</source>
        <translation>Kalibriertes SR-Modell</translation>
    </message>
    <message>
        <source>Copy of the first model (.srpk), calibrated on these tiles, so that "Classify pixels with SR model" can write an error map. Use tiles like your rasters that the model was not trained on: at least 9, better 100.</source>
        <translation>Kopie des ersten Modells (.srpk), an diesen Kacheln kalibriert, sodass „Pixel mit SR-Modell klassifizieren“ eine Fehlerkarte schreiben kann. Nehmen Sie Kacheln wie Ihre Raster, mit denen das Modell nicht trainiert wurde: mindestens 9, besser 100.</translation>
    </message>
    <message>
        <source>Evaluation report</source>
        <translation>Bewertungsbericht</translation>
    </message>
    <message>
        <source>Self-contained page with figures and pictures.</source>
        <translation>Eigenständige Seite mit Kennzahlen und Bildern.</translation>
    </message>
    <message>
        <source>Number of results that are averaged. With 2 or more, CALIBRATE uses their spread, and the error map of "Classify pixels with SR model" then needs the same SAMPLES.</source>
        <translation>Anzahl der Ergebnisse, die gemittelt werden. Ab 2 verwendet CALIBRATE ihre Streuung, und die Fehlerkarte von „Pixel mit SR-Modell klassifizieren“ braucht dann ebenso viele SAMPLES.</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>PSNR</source>
        <translation>PSNR</translation>
    </message>
    <message>
        <source>SAM</source>
        <translation>SAM</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>vergleichen</translation>
    </message>
    <message>
        <source>report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>validate</source>
        <translation>validieren</translation>
    </message>
    <message>
        <source>PSNR of the model (dB)</source>
        <translation>PSNR des Modells (dB)</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio; higher is better.</source>
        <translation>Spitzen-Signal-Rausch-Verhältnis; höher ist besser.</translation>
    </message>
    <message>
        <source>SSIM of the model</source>
        <translation>SSIM des Modells</translation>
    </message>
    <message>
        <source>Structural similarity; 1 is perfect.</source>
        <translation>Strukturelle Ähnlichkeit; 1 ist perfekt.</translation>
    </message>
    <message>
        <source>SAM of the model (°)</source>
        <translation>SAM des Modells (°)</translation>
    </message>
    <message>
        <source>Spectral angle between result and truth; 0 is perfect. Needs two bands or more.</source>
        <translation>Spektralwinkel zwischen Ergebnis und Wahrheit; 0 ist perfekt. Braucht mindestens zwei Kanäle.</translation>
    </message>
    <message>
        <source>ERGAS of the model</source>
        <translation>ERGAS des Modells</translation>
    </message>
    <message>
        <source>Relative error over all bands (Wald 2000); 0 is perfect.</source>
        <translation>Relativer Fehler über alle Kanäle (Wald 2000); 0 ist perfekt.</translation>
    </message>
    <message>
        <source>PSNR of bicubic (dB)</source>
        <translation>PSNR bikubisch (dB)</translation>
    </message>
    <message>
        <source>On the same tiles.</source>
        <translation>Auf denselben Kacheln.</translation>
    </message>
    <message>
        <source>SSIM of bicubic</source>
        <translation>SSIM bikubisch</translation>
    </message>
    <message>
        <source>SAM of bicubic (°)</source>
        <translation>SAM bikubisch (°)</translation>
    </message>
    <message>
        <source>ERGAS of bicubic</source>
        <translation>ERGAS bikubisch</translation>
    </message>
    <message>
        <source>L1 of the model</source>
        <translation>L1 des Modells</translation>
    </message>
    <message>
        <source>Mean absolute error in physical units; 0 is perfect.</source>
        <translation>Mittlerer absoluter Fehler in physikalischen Einheiten; 0 ist perfekt.</translation>
    </message>
    <message>
        <source>L2 of the model</source>
        <translation>L2 des Modells</translation>
    </message>
    <message>
        <source>Mean squared error in squared physical units; 0 is perfect.</source>
        <translation>Mittlerer quadratischer Fehler in quadrierten physikalischen Einheiten; 0 ist perfekt.</translation>
    </message>
    <message>
        <source>Improvement of the model</source>
        <translation>Verbesserung des Modells</translation>
    </message>
    <message>
        <source>Share of the relevant detail that is shown correctly (Aybar et al. 2024); 1 is perfect.</source>
        <translation>Anteil der relevanten Details, der richtig gezeigt wird (Aybar et al. 2024); 1 ist perfekt.</translation>
    </message>
    <message>
        <source>Omission of the model</source>
        <translation>Auslassung des Modells</translation>
    </message>
    <message>
        <source>Share of the relevant detail that is missing; 0 is perfect.</source>
        <translation>Anteil der relevanten Details, der fehlt; 0 ist perfekt.</translation>
    </message>
    <message>
        <source>Hallucination of the model</source>
        <translation>Halluzination des Modells</translation>
    </message>
    <message>
        <source>Share of the relevant detail that is invented; 0 is perfect.</source>
        <translation>Anteil der relevanten Details, der erfunden ist; 0 ist perfekt.</translation>
    </message>
    <message>
        <source>L1 of bicubic</source>
        <translation>L1 bikubisch</translation>
    </message>
    <message>
        <source>L2 of bicubic</source>
        <translation>L2 bikubisch</translation>
    </message>
    <message>
        <source>Improvement of bicubic</source>
        <translation>Verbesserung bikubisch</translation>
    </message>
    <message>
        <source>Omission of bicubic</source>
        <translation>Auslassung bikubisch</translation>
    </message>
    <message>
        <source>Hallucination of bicubic</source>
        <translation>Halluzination bikubisch</translation>
    </message>
    <message>
        <source>Gain in PSNR at least (dB)</source>
        <translation>PSNR-Gewinn mindestens (dB)</translation>
    </message>
    <message>
        <source>Lower end of the 95 % confidence interval of the model's gain over bicubic; above 0 the gain is significant.</source>
        <translation>Untergrenze des 95-%-Konfidenzintervalls für den Gewinn des Modells gegenüber bikubisch; über 0 ist der Gewinn signifikant.</translation>
    </message>
    <message>
        <source>Gain in PSNR at most (dB)</source>
        <translation>PSNR-Gewinn höchstens (dB)</translation>
    </message>
    <message>
        <source>Upper end of that interval.</source>
        <translation>Obergrenze dieses Intervalls.</translation>
    </message>
    <message>
        <source>Fixed pattern of the model</source>
        <translation>Festes Muster des Modells</translation>
    </message>
    <message>
        <source>Largest difference between neighbouring pixels that the model produces on a uniform field, as a share of the value range; 0 is perfect, below 0.004 (1 of 255) is invisible.</source>
        <translation>Größte Differenz zwischen benachbarten Pixeln, die das Modell auf einer gleichmäßigen Fläche erzeugt, als Anteil am Wertebereich; 0 ist perfekt, unter 0,004 (1 von 255) ist sie unsichtbar.</translation>
    </message>
    <message>
        <source>Coverage reached (%)</source>
        <translation>Erreichte Überdeckung (%)</translation>
    </message>
    <message>
        <source>Percentage of the pixels in which the truth lies within the error map at a COVERAGE of 90 %; blank if the model is not calibrated.</source>
        <translation>In wie viel Prozent der Pixel die Wahrheit bei einer COVERAGE von 90 % innerhalb der Fehlerkarte liegt; leer, wenn das Modell nicht kalibriert ist.</translation>
    </message>
    <message>
        <source>Export SR model</source>
        <translation>SR-Modell exportieren</translation>
    </message>
    <message>
        <source>Writes a model for other programs: its network in ONNX, and a STAC item that describes it.

The folder contains model.onnx, which takes and gives pixel values of rasters like those that the model was trained
on, in images of any size (ONNX Runtime and whatever reads ONNX); deepness.onnx, the same network in the form that
the QGIS plugin Deepness expects; item.json, a STAC item with the Machine Learning Model extension (MLM), for
catalogues; and README.md, the model card. Each network is computed by ONNX Runtime and compared with the model
before it is written. Diffusion models, models with a guide, and models that are in ONNX already cannot be exported.</source>
        <translation>Schreibt ein Modell für andere Programme: sein Netz in ONNX und ein STAC-Item, das es beschreibt.

Der Ordner bekommt model.onnx, das Pixelwerte von Rastern nimmt und gibt, wie denen, mit denen das Modell trainiert wurde, in Bildern jeder Größe (ONNX Runtime und was sonst ONNX liest); deepness.onnx, dasselbe Netz, in der Form, die das QGIS-Plugin Deepness erwartet; item.json, ein STAC-Item mit der Erweiterung Machine Learning Model (MLM), für Kataloge; und README.md, die Modellkarte. Jedes Netz wird von ONNX Runtime berechnet und mit dem Modell verglichen, bevor es geschrieben wird. Diffusionsmodelle, Modelle mit Führungsraster und Modelle, die schon in ONNX sind, lassen sich nicht exportieren.</translation>
    </message>
    <message>
        <source>Model package (.srpk) to export.</source>
        <translation>Modellpaket (.srpk), das exportiert wird.</translation>
    </message>
    <message>
        <source>Folder for the files. Those of the same names are replaced.</source>
        <translation>Ordner für die Dateien. Solche gleichen Namens werden ersetzt.</translation>
    </message>
    <message>
        <source>How many times finer the result is, for models with several scales. Blank: the model's own scale.</source>
        <translation>Um wievielmal feiner das Ergebnis ist, bei Modellen mit mehreren Skalierungsfaktoren. Leer: der Faktor des Modells.</translation>
    </message>
    <message>
        <source>Tile size in Deepness</source>
        <translation>Kachelgröße in Deepness</translation>
    </message>
    <message>
        <source>Width and height of the images that Deepness passes to deepness.onnx, in low-resolution pixels. Deepness joins results without overlap: larger tiles have fewer seams but need more memory.</source>
        <translation>Breite und Höhe der Bilder, die Deepness an deepness.onnx übergibt, in niedrig aufgelösten Pixeln. Deepness fügt Ergebnisse ohne Überlappung zusammen: Größere Kacheln haben weniger Nähte, brauchen aber mehr Speicher.</translation>
    </message>
    <message>
        <source>ONNX</source>
        <translation>ONNX</translation>
    </message>
    <message>
        <source>Deepness</source>
        <translation>Deepness</translation>
    </message>
    <message>
        <source>STAC</source>
        <translation>STAC</translation>
    </message>
    <message>
        <source>MLM</source>
        <translation>MLM</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exportieren</translation>
    </message>
    <message>
        <source>share</source>
        <translation>teilen</translation>
    </message>
    <message>
        <source>publish</source>
        <translation>veröffentlichen</translation>
    </message>
    <message>
        <source>convert</source>
        <translation>konvertieren</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>Größte Abweichung</translation>
    </message>
    <message>
        <source>Largest difference between the results of ONNX Runtime and the model, as a share of their range.</source>
        <translation>Größte Differenz zwischen den Ergebnissen von ONNX Runtime und dem Modell, als Anteil ihres Wertebereichs.</translation>
    </message>
    <message>
        <source>Export SR training tiles</source>
        <translation>SR-Trainingskacheln exportieren</translation>
    </message>
    <message>
        <source>Cuts a high-resolution raster into pairs of low- and high-resolution tiles for "Train SR model".

Training, validation and test tiles lie in different blocks of land, so that no pixel is in two of them.</source>
        <translation>Schneidet ein hoch aufgelöstes Raster in Paare niedrig und hoch aufgelöster Kacheln, aus denen „SR-Modell trainieren“ lernt.

Trainings-, Validierungs- und Testkacheln liegen in verschiedenen Landblöcken, sodass kein Pixel in zweien davon liegt.</translation>
    </message>
    <message>
        <source>High-resolution raster</source>
        <translation>Hoch aufgelöstes Raster</translation>
    </message>
    <message>
        <source>The raster to learn from: the target of super-resolution.</source>
        <translation>Das Raster, aus dem gelernt wird: das Ziel der Super-Resolution.</translation>
    </message>
    <message>
        <source>Folder of high-resolution rasters</source>
        <translation>Ordner mit hoch aufgelösten Rastern</translation>
    </message>
    <message>
        <source>Every raster in the folder is used; each belongs entirely to training, validation or test.</source>
        <translation>Jedes Raster darin wird verwendet und gehört als Ganzes zu Training, Validierung oder Test.</translation>
    </message>
    <message>
        <source>Low-resolution raster of the same place</source>
        <translation>Niedrig aufgelöstes Raster desselben Ortes</translation>
    </message>
    <message>
        <source>The same place as another sensor sees it, in any coordinate reference system.</source>
        <translation>Derselbe Ort, wie ihn ein anderer Sensor sieht, in einem beliebigen Koordinatenbezugssystem.</translation>
    </message>
    <message>
        <source>Guide of the same place</source>
        <translation>Führungsraster desselben Ortes</translation>
    </message>
    <message>
        <source>A second input for the network: a raster of the same place with pixels 2, 3, 4 or 6 times as fine as the low-resolution ones, or as large, such as another date. Classifying then needs such a raster too.</source>
        <translation>Eine zweite Eingabe für das Netz: ein Raster desselben Ortes, dessen Pixel 2-, 3-, 4- oder 6-mal so fein sind wie die niedrig aufgelösten oder ebenso groß, etwa ein anderes Datum. Beim Klassifizieren ist dann auch ein solches Raster nötig.</translation>
    </message>
    <message>
        <source>Learn one scale coarser (Wald)</source>
        <translation>Einen Maßstab gröber lernen (Wald)</translation>
    </message>
    <message>
        <source>For coarse bands without finer truth: INPUT is the truth, and both INPUT and GUIDE are degraded by SCALE for training (Wald et al. 1997).</source>
        <translation>Für grobe Kanäle ohne feinere Wahrheit: INPUT ist die Wahrheit, und INPUT und GUIDE werden für das Training um SCALE degradiert (Wald et al. 1997).</translation>
    </message>
    <message>
        <source>Collection of a STAC catalogue</source>
        <translation>Kollektion eines STAC-Katalogs</translation>
    </message>
    <message>
        <source>Such as sentinel-2-l2a: the low-resolution side is the clearest scene of the place in DATE_RANGE, as found by "Find satellite scene". Clouds and their shadows count as nodata (see MIN_VALID).</source>
        <translation>Zum Beispiel sentinel-2-l2a: Die niedrig aufgelöste Seite ist die klarste Szene des Ortes in DATE_RANGE, wie „Satellitenszene finden“ sie findet. Wolken und ihre Schatten zählen als Nodata (siehe MIN_VALID).</translation>
    </message>
    <message>
        <source>How the low-resolution side is produced from the high-resolution one if no low-resolution raster is given.</source>
        <translation>Wie die niedrig aufgelöste Seite aus der hoch aufgelösten erzeugt wird, wenn es kein niedrig aufgelöstes Raster gibt.</translation>
    </message>
    <message>
        <source>Mean of the area</source>
        <translation>Flächenmittel</translation>
    </message>
    <message>
        <source>A low-resolution pixel is the mean of the high-resolution pixels in it, as in pixel aggregation and in overviews
built with "average": a detector without any optics.</source>
        <translation>Ein niedrig aufgelöstes Pixel ist der Mittelwert der hoch aufgelösten Pixel darin, wie bei Pixelaggregation und bei mit „average“ erstellten Übersichten: ein Detektor ohne jede Optik.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Standard deviation of Gaussian noise in low-resolution tiles, in physical units such as reflectance: one number, or one for each band. Left out: no noise.</source>
        <translation>Standardabweichung des Gaußschen Rauschens in niedrig aufgelösten Kacheln, in physikalischen Einheiten wie dem Reflexionsgrad: eine Zahl oder eine je Kanal. Ohne Angabe: kein Rauschen.</translation>
    </message>
    <message>
        <source>Seed of the noise</source>
        <translation>Startwert (Seed) des Rauschens</translation>
    </message>
    <message>
        <source>The same seed gives the same noise in the same tile.</source>
        <translation>Derselbe Startwert ergibt dasselbe Rauschen in derselben Kachel.</translation>
    </message>
    <message>
        <source>JPEG quality</source>
        <translation>JPEG-Qualität</translation>
    </message>
    <message>
        <source>Low-resolution tiles get the artefacts of a JPEG file of this quality, each band by itself; for 8-bit rasters only. Left out: no artefacts.</source>
        <translation>Niedrig aufgelöste Kacheln erhalten die Artefakte einer JPEG-Datei dieser Qualität, jeder Kanal für sich; nur bei 8-Bit-Rastern. Ohne Angabe: keine Artefakte.</translation>
    </message>
    <message>
        <source>Antialiased bicubic resampling</source>
        <translation>Bikubisches Resampling mit Antialiasing</translation>
    </message>
    <message>
        <source>Cubic convolution (Keys 1981) with the kernel widened by the scale: what most published networks learnt from, and
sharper than any sensor.</source>
        <translation>Kubische Faltung (Keys 1981) mit um den Skalierungsfaktor verbreitertem Kern: das, woraus die meisten veröffentlichten Netze gelernt haben, und schärfer als jeder Sensor.</translation>
    </message>
    <message>
        <source>Antialiased bilinear resampling</source>
        <translation>Bilineares Resampling mit Antialiasing</translation>
    </message>
    <message>
        <source>The weights fall linearly to 0 at the centres of the neighbouring low-resolution pixels; softer than bicubic.</source>
        <translation>Die Gewichte fallen linear bis auf 0 in den Mittelpunkten der benachbarten niedrig aufgelösten Pixel; weicher als bikubisch.</translation>
    </message>
    <message>
        <source>Blur of a sensor (MTF)</source>
        <translation>Unschärfe eines Sensors (MTF)</translation>
    </message>
    <message>
        <source>A Gaussian blur with the sensor's modulation transfer function (MTF) at the Nyquist frequency of the low-resolution
pixels, for each band its own. The closest to a real satellite.</source>
        <translation>Eine Gaußsche Unschärfe mit der Modulationsübertragungsfunktion (MTF) des Sensors bei der Nyquist-Frequenz der niedrig aufgelösten Pixel, für jeden Kanal die eigene. Kommt einem echten Satelliten am nächsten.</translation>
    </message>
    <message>
        <source>MTF</source>
        <translation>MTF</translation>
    </message>
    <message>
        <source>MTF at the Nyquist frequency of the low-resolution pixels, 0.01 to 0.5: one number, or one for each band. Left out: the sensor's, or 0.3.</source>
        <translation>MTF bei der Nyquist-Frequenz der niedrig aufgelösten Pixel, 0.01 bis 0.5: eine Zahl oder eine je Kanal. Ohne Angabe: die des Sensors oder 0.3.</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>Sensor</translation>
    </message>
    <message>
        <source>Uses the MTF of this sensor's bands, matched by band name, such as B04 or red. sentinel2_msi: Sentinel-2; landsat_oli: Landsat 8 and 9.</source>
        <translation>Nimmt die MTF der Kanäle dieses Sensors nach den Kanalnamen des Rasters, etwa B04 oder red. sentinel2_msi: Sentinel-2; landsat_oli: Landsat 8 und 9.</translation>
    </message>
    <message>
        <source>Random degradation for each tile</source>
        <translation>Zufällige Degradation für jede Kachel</translation>
    </message>
    <message>
        <source>For images of unknown origin: each tile gets its own random blur, band shifts, noise and JPEG or JPEG 2000
artefacts, and training draws new ones for each patch (as in "blind" super-resolution, Zhang et al. 2021 and Wang et
al. 2021). A share of the tiles is only reduced bicubically, so that clean images stay clean.</source>
        <translation>Für Bilder unbekannter Herkunft: Jede Kachel bekommt eine eigene zufällige Unschärfe, Verschiebung der Kanäle, Rauschen und JPEG- oder JPEG-2000-Artefakte, und das Training zieht sie für jeden Patch neu (wie bei „blinder“ Super-Resolution, Zhang et al. 2021 und Wang et al. 2021). Ein Teil der Kacheln wird nur bikubisch verkleinert, damit saubere Bilder sauber bleiben.</translation>
    </message>
    <message>
        <source>Maximum noise</source>
        <translation>Maximales Rauschen</translation>
    </message>
    <message>
        <source>Largest standard deviation of the noise, in physical units such as reflectance: one number, or one for each band. A random share of its variance grows with the signal, and resampling has smoothed it by a random amount. Left out: no noise.</source>
        <translation>Größte Standardabweichung des Rauschens, in physikalischen Einheiten wie Reflexionsgrad: eine Zahl oder eine für jeden Kanal. Ein zufälliger Anteil seiner Varianz wächst mit dem Signal, und Resampling hat es zufällig stark geglättet. Weggelassen: kein Rauschen.</translation>
    </message>
    <message>
        <source>Minimum JPEG quality</source>
        <translation>Mindestqualität von JPEG</translation>
    </message>
    <message>
        <source>JPEG_SHARE of the tiles get the artefacts of a JPEG file of this quality or better, up to 95, colour at half the resolution (4:2:0) in the first three bands. For 8-bit rasters; others get none. Left out: no artefacts.</source>
        <translation>JPEG_SHARE der Kacheln bekommen die Artefakte einer JPEG-Datei dieser oder besserer Qualität, bis 95, mit Farbe in halber Auflösung (4:2:0) in den ersten drei Kanälen. Für Raster mit 8 Bit; andere bekommen keine. Weggelassen: keine Artefakte.</translation>
    </message>
    <message>
        <source>Maximum JPEG 2000 compression</source>
        <translation>Maximale JPEG-2000-Kompression</translation>
    </message>
    <message>
        <source>Half of the tiles with JPEG artefacts (all of them without jpeg) get those of JPEG 2000 instead, in files at least 6 and at most this many times smaller than the pixels. County mosaics of NAIP have 15. For 8-bit rasters only. Left out: none.</source>
        <translation>Die Hälfte der Kacheln mit JPEG-Artefakten (ohne jpeg alle) bekommt stattdessen die von JPEG 2000, in Dateien, die mindestens 6-mal und höchstens so viele Male kleiner sind als die Pixel. County-Mosaike von NAIP haben 15. Nur für 8-Bit-Raster. Weggelassen: keine.</translation>
    </message>
    <message>
        <source>Share of JPEG</source>
        <translation>Anteil mit JPEG</translation>
    </message>
    <message>
        <source>Share of the tiles, except the clean ones, with JPEG or JPEG 2000 artefacts.</source>
        <translation>Anteil der Kacheln, die sauberen ausgenommen, die Artefakte von JPEG oder JPEG 2000 bekommen.</translation>
    </message>
    <message>
        <source>Minimum MTF</source>
        <translation>Kleinste MTF</translation>
    </message>
    <message>
        <source>The blur lies between antialiased bicubic resampling and a Gaussian of this MTF at the Nyquist frequency of the low-resolution pixels.</source>
        <translation>Die Unschärfe liegt zwischen bikubischer Verkleinerung mit Kantenglättung und einer Gaußkurve mit dieser MTF bei der Nyquist-Frequenz der niedrig aufgelösten Pixel.</translation>
    </message>
    <message>
        <source>Maximum band shift</source>
        <translation>Größte Verschiebung eines Kanals</translation>
    </message>
    <message>
        <source>Bands are moved by up to this many low-resolution pixels along each axis, so that a network learns to bring them together. Their mean position is kept, so that results are not displaced; single-band rasters are not shifted.</source>
        <translation>Kanäle werden entlang jeder Achse um bis zu so viele niedrig aufgelöste Pixel verschoben, damit ein Netz lernt, sie zusammenzubringen. Ihre mittlere Lage bleibt erhalten, sodass Ergebnisse nicht verschoben sind; Raster mit einem einzigen Kanal werden nicht verschoben.</translation>
    </message>
    <message>
        <source>Share of clean tiles</source>
        <translation>Anteil sauberer Kacheln</translation>
    </message>
    <message>
        <source>Share of the tiles that are only resampled (antialiased bicubic).</source>
        <translation>Anteil der Kacheln, die nur neu abgetastet werden (bikubisch mit Antialiasing).</translation>
    </message>
    <message>
        <source>How many times finer the high-resolution pixels are: 4 turns 10 m into 2.5 m.</source>
        <translation>Um wievielmal feiner die hoch aufgelösten Pixel sind: 4 macht aus 10 m 2,5 m.</translation>
    </message>
    <message>
        <source>Bands to learn, in this order. Blank uses all of them but a mask (alpha) band.</source>
        <translation>Zu lernende Kanäle, in dieser Reihenfolge. Leer: alle außer einem Maskenkanal (Alpha).</translation>
    </message>
    <message>
        <source>Part of the raster to use. Blank uses all of it.</source>
        <translation>Zu verwendender Teil des Rasters. Leer: das ganze Raster.</translation>
    </message>
    <message>
        <source>Tile size (high-resolution pixels)</source>
        <translation>Kachelgröße (hoch aufgelöste Pixel)</translation>
    </message>
    <message>
        <source>Width and height of the high-resolution side of a tile. A multiple of the scale.</source>
        <translation>Breite und Höhe der hoch aufgelösten Seite einer Kachel. Ein Vielfaches des Skalierungsfaktors.</translation>
    </message>
    <message>
        <source>Step from tile to tile (stride, high-resolution pixels)</source>
        <translation>Schritt von Kachel zu Kachel (Stride, hoch aufgelöste Pixel)</translation>
    </message>
    <message>
        <source>Distance between neighbouring tiles; less than the tile size makes them overlap. A multiple of the scale.</source>
        <translation>Abstand benachbarter Kacheln; ist er kleiner als die Kachelgröße, überlappen sie sich. Ein Vielfaches des Skalierungsfaktors.</translation>
    </message>
    <message>
        <source>Polygons that tiles lie in</source>
        <translation>Polygone, in denen die Kacheln liegen</translation>
    </message>
    <message>
        <source>Only tiles that lie in these polygons are cut, with all that they show. Blank cuts tiles everywhere.</source>
        <translation>Nur Kacheln, die in diesen Polygonen liegen, werden geschnitten, mit allem, was sie zeigen. Leer: Kacheln überall.</translation>
    </message>
    <message>
        <source>Percentages of the tiles for training, for validation during training, and for the final test.</source>
        <translation>Prozentsätze der Kacheln für das Training, für die Validierung während des Trainings und für den abschließenden Test.</translation>
    </message>
    <message>
        <source>Folder for the tiles and tileset.json. A tile set that is already there is replaced.</source>
        <translation>Ordner für die Kacheln und tileset.json. Ein Kachelsatz, der schon dort ist, wird ersetzt.</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>Kontaktbogen</translation>
    </message>
    <message>
        <source>Page with pairs, histograms, a map of the tiles, and what was left out. Blank writes none.</source>
        <translation>Seite mit Paaren, Histogrammen, einer Karte der Kacheln und dem, was weggelassen wurde. Leer: keine.</translation>
    </message>
    <message>
        <source>Panchromatic raster (PAN)</source>
        <translation>Panchromatisches Raster (PAN)</translation>
    </message>
    <message>
        <source>A finer panchromatic raster of the same place: the high-resolution side is INPUT pansharpened with it while tiles are cut. Its first band is used. Blank uses INPUT as it is.</source>
        <translation>Ein feineres panchromatisches Raster desselben Ortes: Die hoch aufgelöste Seite ist INPUT, das beim Schneiden der Kacheln damit pansharpent wird. Sein erster Kanal wird verwendet. Leer: INPUT, wie es ist.</translation>
    </message>
    <message>
        <source>Pansharpening method for PAN.</source>
        <translation>Pansharpening-Verfahren für PAN.</translation>
    </message>
    <message>
        <source>Brovey transform</source>
        <translation>Brovey-Transformation</translation>
    </message>
    <message>
        <source>Each band × PAN / intensity, the weighted mean of the bands (Gillespie et al. 1987). PAN is first scaled to the
intensity's mean, so that brightness stays. The sharpest; it shifts colours where PAN covers other wavelengths.</source>
        <translation>Jeder Kanal × PAN / Intensität, das gewichtete Mittel der Kanäle (Gillespie et al. 1987). PAN wird zuvor auf den Mittelwert der Intensität skaliert, damit die Helligkeit bleibt. Das schärfste Verfahren; es verschiebt Farben, wo PAN andere Wellenlängen abdeckt.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Weight of each band in PAN, one number for each band. Left out: equal weights.</source>
        <translation>Gewicht jedes Kanals in PAN, eine Zahl je Kanal. Weggelassen: gleiche Gewichte.</translation>
    </message>
    <message>
        <source>Gram–Schmidt</source>
        <translation>Gram–Schmidt</translation>
    </message>
    <message>
        <source>The bands are made orthogonal to their intensity, PAN with the intensity's mean and standard deviation takes its
place, and the step is undone (Laben &amp; Brower 2000). A global method: steady colours, detail as far as a band
goes with the intensity.</source>
        <translation>Die Kanäle werden orthogonal zu ihrer Intensität gemacht, PAN mit Mittelwert und Standardabweichung der Intensität tritt an deren Stelle, und der Schritt wird rückgängig gemacht (Laben &amp; Brower 2000). Ein globales Verfahren: stabile Farben, Details so weit, wie ein Kanal mit der Intensität einhergeht.</translation>
    </message>
    <message>
        <source>Ratio component substitution (RCS)</source>
        <translation>Verhältnis-Komponentensubstitution (RCS)</translation>
    </message>
    <message>
        <source>Each band × PAN / smoothed PAN: where PAN is brighter than its surroundings, so is the result. As in OTB's
BundleToPerfectSensor. It keeps colours, needs no statistics, and copes with bands that PAN does not cover.</source>
        <translation>Jeder Kanal × PAN / geglättetes PAN: Wo PAN heller ist als seine Umgebung, ist es auch das Ergebnis. Wie in BundleToPerfectSensor von OTB. Das Verfahren erhält die Farben, braucht keine Statistik und kommt mit Kanälen zurecht, die PAN nicht abdeckt.</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radius</translation>
    </message>
    <message>
        <source>PAN is smoothed over (2 × radius + 1)² of its pixels. OTB always takes 3. Left out: the area of a multispectral pixel, which leaves the colours as they were at that resolution.</source>
        <translation>PAN wird über (2 × Radius + 1)² seiner Pixel geglättet. OTB nimmt immer 3. Ohne Angabe: über die Fläche eines multispektralen Pixels, was die Farben lässt, wie sie in jener Auflösung waren.</translation>
    </message>
    <message>
        <source>Bands that the network gets, in this order. Blank uses all of them but a mask (alpha) band.</source>
        <translation>Kanäle, die das Netz bekommt, in dieser Reihenfolge. Leer: alle außer einem Maskenkanal (Alpha).</translation>
    </message>
    <message>
        <source>Files of the scene that become bands of the result, in this order, separated by commas.</source>
        <translation>Die Dateien der Szene, die zu Kanälen des Ergebnisses werden, in dieser Reihenfolge, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Align the low-resolution raster</source>
        <translation>Niedrig aufgelöstes Raster ausrichten</translation>
    </message>
    <message>
        <source>Compare the two rasters at many places, and shift the low-resolution one by a fraction of a pixel if it is clearly displaced.</source>
        <translation>Vergleicht die beiden Raster an vielen Stellen und verschiebt das niedrig aufgelöste um den Bruchteil eines Pixels, wenn es deutlich versetzt ist.</translation>
    </message>
    <message>
        <source>Harmonise with the low-resolution raster</source>
        <translation>An das niedrig aufgelöste Raster angleichen</translation>
    </message>
    <message>
        <source>Match the high-resolution raster to the radiometry of the low-resolution one, band by band, and to its data type. linear: by a gain and an offset; histogram: by a curve. Blank leaves it unchanged.</source>
        <translation>Gleicht das hoch aufgelöste Raster Kanal für Kanal an die Radiometrie des niedrig aufgelösten und an dessen Datentyp an. linear: mit Gain und Offset; histogram: mit einer Kurve. Leer: unverändert.</translation>
    </message>
    <message>
        <source>Pixel value × gain + offset = reflectance (or other physical value). One number, or one for each band. Blank: as the raster declares it, or else 1/255 for 8-bit, 0.0001 for 16-bit, 1 for floating-point rasters.</source>
        <translation>Pixelwert × Gain + Offset = Reflexionsgrad (oder anderer physikalischer Wert). Eine Zahl oder eine je Kanal. Leer: wie das Raster es angibt, sonst 1/255 für 8-Bit-, 0.0001 für 16-Bit-, 1 für Gleitkommaraster.</translation>
    </message>
    <message>
        <source>Added after the gain, in physical units. One number, or one for each band. Blank: as the raster declares it, or else 0; of 64-bit and 32-bit whole numbers far from zero, what brings them near it.</source>
        <translation>Wird nach dem Gain addiert, in physikalischen Einheiten. Eine Zahl oder eine je Kanal. Leer: wie das Raster es angibt, sonst 0; bei 64-Bit-Zahlen und ganzen 32-Bit-Zahlen weit von null das, was sie in dessen Nähe bringt.</translation>
    </message>
    <message>
        <source>Minimum share in the polygons</source>
        <translation>Mindestanteil in den Polygonen</translation>
    </message>
    <message>
        <source>Share of a tile's area that must lie in the polygons. 1 keeps only tiles that lie entirely in them.</source>
        <translation>Anteil der Kachelfläche, der in den Polygonen liegen muss. 1 behält nur Kacheln, die ganz darin liegen.</translation>
    </message>
    <message>
        <source>Rotation angle (degrees)</source>
        <translation>Drehwinkel (Grad)</translation>
    </message>
    <message>
        <source>Also cut tiles rotated by each multiple of this angle: 45 gives up to eight times as many tiles. Training itself rotates tiles by 90, 180 and 270. 0: no rotation.</source>
        <translation>Schneidet auch Kacheln, die um jedes Vielfache dieses Winkels gedreht sind: 45 ergibt bis zu achtmal so viele. Das Training selbst dreht Kacheln um 90, 180 und 270. 0: keine Drehung.</translation>
    </message>
    <message>
        <source>Minimum share of valid pixels</source>
        <translation>Mindestanteil gültiger Pixel</translation>
    </message>
    <message>
        <source>A tile with a smaller share of valid (not nodata) pixels is left out. 1 keeps only tiles without any gap.</source>
        <translation>Eine Kachel mit einem kleineren Anteil gültiger Pixel (nicht Nodata) wird ausgelassen. 1 behält nur Kacheln ganz ohne Lücken.</translation>
    </message>
    <message>
        <source>Minimum texture</source>
        <translation>Mindesttextur</translation>
    </message>
    <message>
        <source>Tiles are left out if no band of their high-resolution side has at least this standard deviation, in physical units such as reflectance: nothing is learnt from flat fields and water. 0 keeps all.</source>
        <translation>Eine Kachel wird ausgelassen, wenn kein Kanal ihrer hoch aufgelösten Seite mindestens diese Standardabweichung hat, in physikalischen Einheiten wie dem Reflexionsgrad: Aus gleichförmigen Feldern und Wasser ist nichts zu lernen. 0 behält alle.</translation>
    </message>
    <message>
        <source>Maximum difference</source>
        <translation>Größte Differenz</translation>
    </message>
    <message>
        <source>With a low-resolution raster: tiles are left out if the two sides differ by more than this (root mean square, physical units, worst band), for example where the land has changed. Blank keeps all.</source>
        <translation>Mit einem niedrig aufgelösten Raster: Kacheln werden ausgelassen, wenn sich die beiden Seiten um mehr als das unterscheiden (quadratisches Mittel, physikalische Einheiten, schlechtester Kanal), etwa wo sich das Land verändert hat. Leer: alle bleiben.</translation>
    </message>
    <message>
        <source>Maximum number of tiles</source>
        <translation>Höchstzahl der Kacheln</translation>
    </message>
    <message>
        <source>Maximum number of tiles; if there are more, this many are chosen evenly over the land. Blank cuts all.</source>
        <translation>Höchstzahl der Kacheln. Gäbe es mehr, werden so viele gleichmäßig über das Land ausgewählt. Leer: alle.</translation>
    </message>
    <message>
        <source>Balance textures</source>
        <translation>Texturen ausgleichen</translation>
    </message>
    <message>
        <source>With MAX_TILES: choose as many tiles of smooth land as of land full of detail, as far as there are any, instead of evenly over the land. All candidates are read first.</source>
        <translation>Mit MAX_TILES: so viele Kacheln von gleichförmigem wie von detailreichem Land wählen, soweit es sie gibt, statt gleichmäßig über das Land. Alle in Frage kommenden Kacheln werden dafür zuerst gelesen.</translation>
    </message>
    <message>
        <source>With MAX_TILES: the same number chooses the same tiles, another number other tiles.</source>
        <translation>Mit MAX_TILES: Dieselbe Zahl wählt dieselben Kacheln, eine andere Zahl andere.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>tiff: GeoTIFF, for everything. png and jpeg: for 8-bit rasters of 1 or 3 bands (png also 4), without gaps. jpeg loses the finest detail, which a network should learn: use it only if another program requires it.</source>
        <translation>tiff: GeoTIFF, für alles. png und jpeg: für 8-Bit-Raster mit 1 oder 3 Kanälen (png auch 4), ohne Lücken. jpeg verliert die feinsten Details, also gerade das, was ein Netz lernen soll: Nehmen Sie es nur, wenn ein anderes Programm es verlangt.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Raumbezug</translation>
    </message>
    <message>
        <source>map: tiles are georeferenced (png and jpeg by a world file beside them). pixel: they are not, and other programs show them by rows and columns.</source>
        <translation>map: Kacheln sind georeferenziert (png und jpeg durch eine World-Datei daneben). pixel: Sie sind es nicht, und andere Programme zeigen sie nach Zeilen und Spalten.</translation>
    </message>
    <message>
        <source>Start index</source>
        <translation>Startindex</translation>
    </message>
    <message>
        <source>Tiles are numbered from this number, so that tiles of several exports can be in one folder. Blank names them by raster, row and column.</source>
        <translation>Ab dieser Zahl werden Kacheln nummeriert, sodass die mehrerer Exporte in einem Ordner liegen können. Leer: benannt nach Raster, Zeile und Spalte.</translation>
    </message>
    <message>
        <source>Number of processes on this computer that cut tiles; its processor cores and memory are divided among them. Needs Dask, an optional part of the SR engine. The tiles are the same. Blank: this process only.</source>
        <translation>Anzahl der Prozesse auf diesem Computer, die Kacheln schneiden; seine Prozessorkerne und sein Speicher werden auf sie verteilt. Braucht Dask, einen optionalen Teil der SR-Engine. Die Kacheln sind dieselben. Leer: nur dieser Prozess.</translation>
    </message>
    <message>
        <source>Address of a Dask scheduler, such as tcp://10.0.0.1:8786, whose workers cut the tiles on other computers. All must have the same SR engine and see the rasters and OUTPUT under the same paths.</source>
        <translation>Adresse eines Dask-Schedulers, etwa tcp://10.0.0.1:8786, dessen Worker die Kacheln auf anderen Computern schneiden. Alle müssen dieselbe SR-Engine haben und die Raster und OUTPUT unter denselben Pfaden sehen.</translation>
    </message>
    <message>
        <source>training data</source>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <source>patches</source>
        <translation>Patches</translation>
    </message>
    <message>
        <source>chips</source>
        <translation>Chips</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Stichproben</translation>
    </message>
    <message>
        <source>tiles</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>What are the tiles cut from?</source>
        <translation>Woraus werden die Kacheln geschnitten?</translation>
    </message>
    <message>
        <source>One raster</source>
        <translation>Aus einem Raster</translation>
    </message>
    <message>
        <source>All rasters in a folder</source>
        <translation>Aus allen Rastern eines Ordners</translation>
    </message>
    <message>
        <source>Where does the low-resolution side come from?</source>
        <translation>Woher kommt die niedrig aufgelöste Seite?</translation>
    </message>
    <message>
        <source>It is made from the high-resolution raster</source>
        <translation>Sie wird aus dem hoch aufgelösten Raster berechnet</translation>
    </message>
    <message>
        <source>A second raster of the same place</source>
        <translation>Ein zweites Raster desselben Ortes</translation>
    </message>
    <message>
        <source>The clearest satellite scene of the place, from a STAC catalogue</source>
        <translation>Die klarste Satellitenszene des Ortes aus einem STAC-Katalog</translation>
    </message>
    <message>
        <source>Does the network get a second raster (guide)?</source>
        <translation>Bekommt das Netz ein zweites Raster (Führungsraster)?</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Yes: finer bands, or another date</source>
        <translation>Ja: feinere Kanäle oder ein anderes Datum</translation>
    </message>
    <message>
        <source>Training tiles</source>
        <translation>Trainingskacheln</translation>
    </message>
    <message>
        <source>Number of pairs used for training.</source>
        <translation>Anzahl der Paare für das Training.</translation>
    </message>
    <message>
        <source>Validation tiles</source>
        <translation>Validierungskacheln</translation>
    </message>
    <message>
        <source>Number of pairs used for validation during training.</source>
        <translation>Anzahl der Paare für die Validierung während des Trainings.</translation>
    </message>
    <message>
        <source>Test tiles</source>
        <translation>Testkacheln</translation>
    </message>
    <message>
        <source>Number of pairs reserved for the final test.</source>
        <translation>Anzahl der Paare für den abschließenden Test.</translation>
    </message>
    <message>
        <source>Find satellite scene</source>
        <translation>Satellitenszene finden</translation>
    </message>
    <message>
        <source>Finds the clearest satellite scene of a place and time in a STAC catalogue, and downloads the part inside the
extent.

The scene is the least cloudy (in whole percent) among those of the dates asked for that cover enough of the extent;
of equally cloudy ones the one that covers most (in whole percent), and then the nearest in time. Only the pixels of
the extent are read, in the scene's own grid; coarser bands are resampled onto that of the finest. Needs the
internet.</source>
        <translation>Findet die klarste Satellitenszene für Ort und Zeit in einem STAC-Katalog und lädt den Teil innerhalb der Ausdehnung herunter.

Gewählt wird die am wenigsten bewölkte Szene (in ganzen Prozent) unter denen, die in den verlangten Tagen liegen und genug von der Ausdehnung abdecken; bei gleicher Bewölkung die mit der größten Abdeckung (in ganzen Prozent), dann die zeitlich nächste. Gelesen werden nur die Pixel der Ausdehnung, im eigenen Gitter der Szene; gröbere Kanäle werden auf das des feinsten umgerechnet. Braucht das Internet.</translation>
    </message>
    <message>
        <source>Raster of the place</source>
        <translation>Raster des Ortes</translation>
    </message>
    <message>
        <source>Its extent is used, unless an extent is set.</source>
        <translation>Seine Ausdehnung wird verwendet, wenn keine Ausdehnung gesetzt ist.</translation>
    </message>
    <message>
        <source>The place to search. Blank uses the raster's extent.</source>
        <translation>Der Ort, nach dem gesucht wird. Leer: die Ausdehnung des Rasters.</translation>
    </message>
    <message>
        <source>Scene within the extent</source>
        <translation>Szene innerhalb der Ausdehnung</translation>
    </message>
    <message>
        <source>The extent's pixels as a cloud-optimised GeoTIFF. Blank only finds the scene.</source>
        <translation>Die Pixel der Ausdehnung als Cloud-optimiertes GeoTIFF. Leer: Die Szene wird nur gesucht.</translation>
    </message>
    <message>
        <source>List of candidates</source>
        <translation>Kandidatenliste</translation>
    </message>
    <message>
        <source>Page with all scenes that were found, and why one was chosen.</source>
        <translation>Seite mit allen gefundenen Szenen und der Begründung der Auswahl.</translation>
    </message>
    <message>
        <source>Sentinel-2</source>
        <translation>Sentinel-2</translation>
    </message>
    <message>
        <source>Planetary Computer</source>
        <translation>Planetary Computer</translation>
    </message>
    <message>
        <source>Earth Search</source>
        <translation>Earth Search</translation>
    </message>
    <message>
        <source>download</source>
        <translation>herunterladen</translation>
    </message>
    <message>
        <source>search</source>
        <translation>suchen</translation>
    </message>
    <message>
        <source>satellite</source>
        <translation>Satellit</translation>
    </message>
    <message>
        <source>scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>imagery</source>
        <translation>Satellitenbilder</translation>
    </message>
    <message>
        <source>cloud-free</source>
        <translation>wolkenfrei</translation>
    </message>
    <message>
        <source>Id of the scene in the catalogue.</source>
        <translation>Kennung der Szene im Katalog.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Day on which it was taken (year-month-day).</source>
        <translation>Tag der Aufnahme (Jahr-Monat-Tag).</translation>
    </message>
    <message>
        <source>Cloud cover (%)</source>
        <translation>Wolkenbedeckung (%)</translation>
    </message>
    <message>
        <source>Of the whole scene. Blank where the catalogue does not say.</source>
        <translation>Der ganzen Szene. Leer, wenn der Katalog sie nicht angibt.</translation>
    </message>
    <message>
        <source>Covered (%)</source>
        <translation>Abgedeckt (%)</translation>
    </message>
    <message>
        <source>Share of the extent that lies in the scene.</source>
        <translation>Anteil der Ausdehnung, der in der Szene liegt.</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Number of suitable scenes.</source>
        <translation>Anzahl der Szenen, die in Frage kommen.</translation>
    </message>
    <message>
        <source>Import SR model</source>
        <translation>SR-Modell importieren</translation>
    </message>
    <message>
        <source>Creates a model package (.srpk) from a network trained elsewhere, for "Classify pixels with SR model".

The file holds either the weights of a supported network, in one of the layouts in which they are published
(EDSR-PyTorch, BasicSR, ESRGAN and Real-ESRGAN, SRResNet, Compact, CARN-pytorch, RDN-pytorch, SPAN, PLKSR and
RealPLKSR, SwinIR, DAT, HAT, OmniSR, the networks of SEN2SRLite, SR3 as the repository
Image-Super-Resolution-via-Iterative-Refinement saves it, and SR3 and U-Net of ArcGIS in a deep learning package), or
any super-resolution network in ONNX. The package computes what the original network computes. The file does not
state what the weights were trained on: check the bands and their units.</source>
        <translation>Macht ein Modellpaket (.srpk) aus einem anderswo trainierten Netz, für „Pixel mit SR-Modell klassifizieren“.

Die Datei enthält entweder die Gewichte eines unterstützten Netzes in einer der Formen, in denen sie veröffentlicht werden (EDSR-PyTorch, BasicSR, ESRGAN und Real-ESRGAN, SRResNet, Compact, CARN-pytorch, RDN-pytorch, SPAN, PLKSR und RealPLKSR, SwinIR, DAT, HAT, OmniSR, die Netze von SEN2SRLite, SR3, wie das Repositorium Image-Super-Resolution-via-Iterative-Refinement es speichert, und SR3 und U-Net von ArcGIS in einem Deep-Learning-Paket), oder irgendein Super-Resolution-Netz in ONNX.
Das Paket berechnet, was das ursprüngliche Netz berechnet. Die Datei sagt nicht, womit die Gewichte trainiert wurden: Prüfen Sie die Kanäle und ihre Einheiten.</translation>
    </message>
    <message>
        <source>Weights or ONNX model</source>
        <translation>Gewichte oder ONNX-Modell</translation>
    </message>
    <message>
        <source>Weights of a network (.pth, .pt, .ckpt, .safetensors), a network in ONNX (.onnx), or a SuperResolution model of ArcGIS (.dlpk, or .emd beside its weights), SR3 or U-Net. Nothing in the file is run as a program.</source>
        <translation>Gewichte eines Netzes (.pth, .pt, .ckpt, .safetensors), ein Netz in ONNX (.onnx) oder ein SuperResolution-Modell von ArcGIS (.dlpk, oder .emd neben seinen Gewichten), SR3 oder U-Net. Nichts in der Datei wird als Programm ausgeführt.</translation>
    </message>
    <message>
        <source>Names of the bands</source>
        <translation>Namen der Kanäle</translation>
    </message>
    <message>
        <source>In the order of the network's inputs, separated by commas: "B04, B03, B02, B08". A raster whose bands have these names is then read in this order. Blank uses Red, Green, Blue for three.</source>
        <translation>In der Reihenfolge, in der das Netz sie nimmt, durch Kommas getrennt: „B04, B03, B02, B08“. Ein Raster, dessen Kanäle so heißen, wird dann in dieser Reihenfolge gelesen. Leer: bei drei Kanälen Red, Green, Blue.</translation>
    </message>
    <message>
        <source>Gain of the network's numbers</source>
        <translation>Gain der Netzwerte</translation>
    </message>
    <message>
        <source>Number that the network takes × gain + offset = physical value, where 1 is white or full reflectance: 0.0001 if it expects reflectance × 10,000. Blank: what is usual for the layout, or 1 for ONNX. One number, or one for each band.</source>
        <translation>Zahl, die das Netz nimmt, × Gain + Offset = physikalischer Wert, wobei 1 Weiß oder voller Reflexionsgrad ist: 0.0001, wenn es Reflexionsgrad × 10.000 erwartet. Leer: das für das Layout Übliche oder 1 bei ONNX. Eine Zahl oder eine je Kanal.</translation>
    </message>
    <message>
        <source>Offset of the network's numbers</source>
        <translation>Offset der Netzwerte</translation>
    </message>
    <message>
        <source>Added after the gain, in physical units. One number, or one for each band. Blank is 0.</source>
        <translation>Wird nach dem Gain addiert, in physikalischen Einheiten. Eine Zahl oder eine je Kanal. Leer: 0.</translation>
    </message>
    <message>
        <source>The model package (.srpk).</source>
        <translation>Das Modellpaket (.srpk).</translation>
    </message>
    <message>
        <source>How many times finer the result is. Blank: detected; needed only if the file does not state it.</source>
        <translation>Wievielmal feiner das Ergebnis ist. Leer: wird ermittelt; nur nötig, wenn die Datei es nicht angibt.</translation>
    </message>
    <message>
        <source>Network: options</source>
        <translation>Netzwerk: Optionen</translation>
    </message>
    <message>
        <source>Network options that the weights do not contain, such as "res_scale=0.1". Blank uses the usual values of published networks.</source>
        <translation>Optionen des Netzes, die die Gewichte nicht enthalten, etwa „res_scale=0.1“. Leer: die bei veröffentlichten Netzen üblichen Werte.</translation>
    </message>
    <message>
        <source>ONNX model: name of the output</source>
        <translation>ONNX-Modell: Name der Ausgabe</translation>
    </message>
    <message>
        <source>The output of the ONNX model that is its result. Blank uses the one whose shape is that of a result; needed only if there are several.</source>
        <translation>Welche der Ausgaben eines ONNX-Modells das Ergebnis ist. Leer: die, deren Form die eines Ergebnisses ist; nur nötig, wo mehrere sie haben.</translation>
    </message>
    <message>
        <source>ONNX model: bands of the result</source>
        <translation>ONNX-Modell: Kanäle des Ergebnisses</translation>
    </message>
    <message>
        <source>Which of BANDS an ONNX model returns, in its order, separated by commas. Blank: all, or the first ones if it returns fewer.</source>
        <translation>Welche der BANDS ein ONNX-Modell liefert, in seiner Reihenfolge, mit Kommas dazwischen. Leer: alle, oder wenn es weniger liefert, die ersten.</translation>
    </message>
    <message>
        <source>Names of the guide's bands</source>
        <translation>Namen der Kanäle des Führungsrasters</translation>
    </message>
    <message>
        <source>For a network that takes two images: names of the bands of the finer one, in its order, separated by commas.</source>
        <translation>Bei einem Netz, das zwei Bilder nimmt, die Namen der Kanäle des feineren, in seiner Reihenfolge, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>ONNX model: ratio of the guide</source>
        <translation>ONNX-Modell: Verhältnis des Führungsrasters</translation>
    </message>
    <message>
        <source>For such a model: how many pixels of the finer image lie along one pixel of the other. Blank: detected; needed only if the model accepts several.</source>
        <translation>Für ein solches Modell: wie viele Pixel des feineren Bilds entlang eines Pixels des anderen liegen. Leer: wird ermittelt; nur nötig, wenn das Modell mehrere annimmt.</translation>
    </message>
    <message>
        <source>Pixel size of its rasters (m)</source>
        <translation>Pixelgröße seiner Raster (m)</translation>
    </message>
    <message>
        <source>Width on the ground of a pixel of the rasters that the model is for, before super-resolution: 10 for Sentinel-2's fine bands. Dialogs then propose the model for such layers, and warn about others. Blank: unknown.</source>
        <translation>Breite eines Pixels der Raster, für die das Modell ist, auf dem Boden, vor der Super-Resolution: 10 für die feinen Kanäle von Sentinel-2. Dialoge schlagen das Modell dann für solche Layer vor und warnen bei anderen. Leer: nicht bekannt.</translation>
    </message>
    <message>
        <source>Licence of the model, such as Apache-2.0, which is written into the package. Blank: not stated.</source>
        <translation>Lizenz des Modells, etwa Apache-2.0, die ins Paket geschrieben wird. Leer: nicht angegeben.</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importieren</translation>
    </message>
    <message>
        <source>PyTorch</source>
        <translation>PyTorch</translation>
    </message>
    <message>
        <source>pth</source>
        <translation>pth</translation>
    </message>
    <message>
        <source>safetensors</source>
        <translation>safetensors</translation>
    </message>
    <message>
        <source>ESRGAN</source>
        <translation>ESRGAN</translation>
    </message>
    <message>
        <source>Real-ESRGAN</source>
        <translation>Real-ESRGAN</translation>
    </message>
    <message>
        <source>EDSR</source>
        <translation>EDSR</translation>
    </message>
    <message>
        <source>SR3</source>
        <translation>SR3</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>The layout of the weights that was recognised.</source>
        <translation>Das erkannte Layout der Gewichte.</translation>
    </message>
    <message>
        <source>Scale of the model</source>
        <translation>Skalierungsfaktor des Modells</translation>
    </message>
    <message>
        <source>How many times finer its result is.</source>
        <translation>Um wievielmal feiner sein Ergebnis ist.</translation>
    </message>
    <message>
        <source>Bands of the model</source>
        <translation>Kanäle des Modells</translation>
    </message>
    <message>
        <source>How many bands it takes and returns.</source>
        <translation>Wie viele Kanäle es nimmt und liefert.</translation>
    </message>
    <message>
        <source>Inspect SR model</source>
        <translation>SR-Modell ansehen</translation>
    </message>
    <message>
        <source>Shows the card of a model: its bands, training data, settings, licence and metrics.

The network itself is not loaded, so this takes a moment even for large models.</source>
        <translation>Zeigt die Karte eines Modells: Kanäle, Trainingsdaten, Einstellungen, Lizenz und Kennzahlen.

Das Netz selbst wird nicht geladen, daher dauert das auch bei großen Modellen nur einen Augenblick.</translation>
    </message>
    <message>
        <source>Model package (.srpk) to show.</source>
        <translation>Anzuzeigendes Modellpaket (.srpk).</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>Self-contained page with a picture, figures and learning curves.</source>
        <translation>Eigenständige Seite mit Bild, Kennzahlen und Lernkurven.</translation>
    </message>
    <message>
        <source>model card</source>
        <translation>Modellkarte</translation>
    </message>
    <message>
        <source>information</source>
        <translation>Information</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>srpk</source>
        <translation>srpk</translation>
    </message>
    <message>
        <source>show</source>
        <translation>anzeigen</translation>
    </message>
    <message>
        <source>How many times finer the result is by default.</source>
        <translation>Um wievielmal feiner das Ergebnis ist, wenn nichts anderes verlangt wird.</translation>
    </message>
    <message>
        <source>Descriptions of the bands, in the order the model takes and gives them.</source>
        <translation>Beschreibungen der Kanäle in der Reihenfolge, in der das Modell sie nimmt und liefert.</translation>
    </message>
    <message>
        <source>Number of bands</source>
        <translation>Anzahl der Kanäle</translation>
    </message>
    <message>
        <source>How many bands it takes and gives.</source>
        <translation>Wie viele Kanäle es nimmt und liefert.</translation>
    </message>
    <message>
        <source>The network's id.</source>
        <translation>Die Kennung des Netzes.</translation>
    </message>
    <message>
        <source>How the low-resolution pixels of its training data were made.</source>
        <translation>Wie die niedrig aufgelösten Pixel seiner Trainingsdaten entstanden sind.</translation>
    </message>
    <message>
        <source>As stated by its author; blank if not stated.</source>
        <translation>In den Worten des Urhebers; leer, wenn nicht angegeben.</translation>
    </message>
    <message>
        <source>When, as an ISO 8601 time in UTC; blank where that is not known.</source>
        <translation>Wann, als Zeit nach ISO 8601 in UTC; leer, wenn nicht bekannt.</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio on held-out tiles when it was trained.</source>
        <translation>Spitzen-Signal-Rausch-Verhältnis auf zurückgehaltenen Kacheln beim Training.</translation>
    </message>
    <message>
        <source>What bicubic resampling reached on the same tiles.</source>
        <translation>Was bikubisches Resampling auf denselben Kacheln erreichte.</translation>
    </message>
    <message>
        <source>Structural similarity on the same tiles.</source>
        <translation>Strukturelle Ähnlichkeit auf denselben Kacheln.</translation>
    </message>
    <message>
        <source>Share of the relevant detail that the model invented there.</source>
        <translation>Anteil der relevanten Details, den das Modell dort erfunden hat.</translation>
    </message>
    <message>
        <source>Pansharpen</source>
        <translation>Pansharpening</translation>
    </message>
    <message>
        <source>Gives a multispectral raster the detail of a finer panchromatic one of the same place.

The result has the pixels and the coordinate system of the panchromatic raster, as far as both reach, and bands,
data type, nodata and radiometry of the multispectral one. The rasters may have different extents, origins and
coordinate systems. They are never loaded whole. Nodata of either stays nodata and does not bleed.</source>
        <translation>Gibt einem multispektralen Raster die Details eines feineren panchromatischen Rasters desselben Ortes.

Das Ergebnis hat Pixel und Koordinatensystem des panchromatischen Rasters, so weit beide reichen, und Kanäle, Datentyp, Nodata und Radiometrie des multispektralen. Die Raster dürfen verschiedene Ausdehnungen, Ursprünge und Koordinatensysteme haben. Sie liegen nie ganz im Speicher. Nodata des einen wie des anderen bleibt Nodata und färbt nicht auf Nachbarpixel ab.</translation>
    </message>
    <message>
        <source>Multispectral raster (XS)</source>
        <translation>Multispektrales Raster (XS)</translation>
    </message>
    <message>
        <source>The raster with the colours.</source>
        <translation>Das Raster mit den Farben.</translation>
    </message>
    <message>
        <source>The raster with the detail: its first band is used, and its pixels must be smaller.</source>
        <translation>Das Raster mit den Details: Verwendet wird sein erster Kanal, und seine Pixel müssen kleiner sein.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Pansharpening method. rcs: each band × PAN / smoothed PAN, as OTB's BundleToPerfectSensor does it; brovey: each band × PAN / intensity; gram_schmidt: PAN in place of the bands' intensity, with its mean and deviation.</source>
        <translation>Pansharpening-Verfahren. rcs: jeder Kanal × PAN / geglättetes PAN, wie es BundleToPerfectSensor von OTB macht; brovey: jeder Kanal × PAN / Intensität; gram_schmidt: PAN an Stelle der Intensität der Kanäle, mit deren Mittelwert und Abweichung.</translation>
    </message>
    <message>
        <source>Bands to pansharpen, in this order. Blank uses all of them but a mask (alpha) band.</source>
        <translation>Kanäle für das Pansharpening, in dieser Reihenfolge. Leer: alle außer einem Maskenkanal (Alpha).</translation>
    </message>
    <message>
        <source>Pansharpened raster</source>
        <translation>Pangeschärftes Raster</translation>
    </message>
    <message>
        <source>Cloud-optimised GeoTIFF.</source>
        <translation>Cloud-optimiertes GeoTIFF.</translation>
    </message>
    <message>
        <source>Part to pansharpen. Blank uses all that both rasters cover.</source>
        <translation>Teil, der geschärft werden soll. Leer: alles, was beide Raster abdecken.</translation>
    </message>
    <message>
        <source>Radius (rcs)</source>
        <translation>Radius (rcs)</translation>
    </message>
    <message>
        <source>PAN is smoothed over (2 × radius + 1)² of its pixels; OTB always takes 3. Blank uses the area of a multispectral pixel, so that the colours stay what they were at that resolution.</source>
        <translation>PAN wird über (2 × Radius + 1)² seiner Pixel geglättet; OTB nimmt immer 3. Leer: die Fläche eines multispektralen Pixels, sodass die Farben bleiben, was sie in jener Auflösung waren.</translation>
    </message>
    <message>
        <source>Weights (brovey, gram_schmidt)</source>
        <translation>Gewichte (brovey, gram_schmidt)</translation>
    </message>
    <message>
        <source>Weight of each band in PAN: one number for each band. Blank: equal weights.</source>
        <translation>Gewicht jedes Kanals in PAN: eine Zahl je Kanal. Leer: gleiche Gewichte.</translation>
    </message>
    <message>
        <source>pan-sharpening</source>
        <translation>Pan-Sharpening</translation>
    </message>
    <message>
        <source>panchromatic</source>
        <translation>panchromatisch</translation>
    </message>
    <message>
        <source>fusion</source>
        <translation>Fusion</translation>
    </message>
    <message>
        <source>RCS</source>
        <translation>RCS</translation>
    </message>
    <message>
        <source>Brovey</source>
        <translation>Brovey</translation>
    </message>
    <message>
        <source>Gram-Schmidt</source>
        <translation>Gram-Schmidt</translation>
    </message>
    <message>
        <source>BundleToPerfectSensor</source>
        <translation>BundleToPerfectSensor</translation>
    </message>
    <message>
        <source>Columns of the pansharpened raster.</source>
        <translation>Spalten des pangeschärften Rasters.</translation>
    </message>
    <message>
        <source>Rows of the pansharpened raster.</source>
        <translation>Zeilen des pangeschärften Rasters.</translation>
    </message>
    <message>
        <source>Sharpen coarse bands</source>
        <translation>Grobe Kanäle schärfen</translation>
    </message>
    <message>
        <source>Gives the coarse bands of a scene the pixel size of its fine ones: Sentinel-2's 20 m bands by those of 10 m,
Landsat's 30 m bands by the panchromatic one, thermal bands by visible ones.

A small network is trained on the scene itself: both rasters are made coarser, so that the original coarse bands are
the truth (Wald et al. 1997), and the trained network is applied to the original rasters. Its accuracy is measured
on held-out parts of the scene and compared with bicubic resampling and pansharpening.</source>
        <translation>Gibt den groben Kanälen einer Szene die Pixelgröße ihrer feinen: den 20-m-Kanälen von Sentinel-2 durch die mit 10 m, den 30-m-Kanälen von Landsat durch den panchromatischen, thermischen Kanälen durch sichtbare.

Ein kleines Netz wird an der Szene selbst trainiert: Beide Raster werden vergröbert, sodass die ursprünglichen groben Kanäle die Wahrheit sind (Wald et al. 1997), und das trainierte Netz wird auf die ursprünglichen Raster angewandt. Seine Genauigkeit wird an zurückgehaltenen Teilen der Szene gemessen und mit bikubischem Resampling und Pansharpening verglichen.</translation>
    </message>
    <message>
        <source>Coarse bands</source>
        <translation>Grobe Kanäle</translation>
    </message>
    <message>
        <source>The raster to sharpen.</source>
        <translation>Das Raster, das geschärft werden soll.</translation>
    </message>
    <message>
        <source>Fine bands (guide)</source>
        <translation>Feine Kanäle (Führungsraster)</translation>
    </message>
    <message>
        <source>A raster of the same place and time with pixels 2, 3 or 4 times as fine.</source>
        <translation>Ein Raster desselben Ortes und derselben Zeit, dessen Pixel 2-, 3- oder 4-mal so fein sind.</translation>
    </message>
    <message>
        <source>A model that was trained with such a guide, or saved here before. Blank trains one on this scene.</source>
        <translation>Ein Modell, das mit einem solchen Führungsraster trainiert oder früher hier gespeichert wurde. Leer: An dieser Szene wird eines trainiert.</translation>
    </message>
    <message>
        <source>Training time (minutes)</source>
        <translation>Trainingszeit (Minuten)</translation>
    </message>
    <message>
        <source>How long the network is trained. More helps a little; a graphics card gets further in the same time.</source>
        <translation>Wie lange das Netz trainiert wird. Mehr hilft ein wenig; eine Grafikkarte kommt in derselben Zeit weiter.</translation>
    </message>
    <message>
        <source>Part to sharpen. Blank sharpens all; the network is trained on all in any case.</source>
        <translation>Teil, der geschärft werden soll. Leer: alles; gelernt wird in jedem Fall aus allem.</translation>
    </message>
    <message>
        <source>Sharpened raster</source>
        <translation>Geschärftes Raster</translation>
    </message>
    <message>
        <source>Cloud-optimised GeoTIFF (.tif). A name ending in .vrt writes a VRT of many GeoTIFFs, in a folder next to it, which also keeps the trained model: the same run, started again after it was stopped, does not train again.</source>
        <translation>Cloud-optimiertes GeoTIFF (.tif). Ein Name, der auf .vrt endet, schreibt ein VRT aus vielen GeoTIFFs in einem Ordner daneben, der auch das trainierte Modell behält: derselbe Lauf trainiert nicht noch einmal, wenn er nach einem Abbruch neu gestartet wird.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Page with figures next to bicubic resampling and pansharpening, and pictures.</source>
        <translation>Seite mit Kennzahlen neben denen von bikubischem Resampling und Pansharpening, und mit Bildern.</translation>
    </message>
    <message>
        <source>Coarse bands to sharpen, in this order. Blank uses all of them but a mask (alpha) band.</source>
        <translation>Grobe Kanäle, die geschärft werden sollen, in dieser Reihenfolge. Leer: alle außer einem Maskenkanal (Alpha).</translation>
    </message>
    <message>
        <source>Fine bands to use, in this order. Blank uses all of them but a mask (alpha) band.</source>
        <translation>Feine Kanäle, die verwendet werden, in dieser Reihenfolge. Leer: alle außer einem Maskenkanal (Alpha).</translation>
    </message>
    <message>
        <source>How both rasters are degraded for training: by the blur of their sensor.</source>
        <translation>Wie beide Raster für das Training degradiert werden: mit der Unschärfe ihres Sensors.</translation>
    </message>
    <message>
        <source>Another seed starts with other weights.</source>
        <translation>Ein anderer Startwert beginnt mit anderen Gewichten.</translation>
    </message>
    <message>
        <source>Where to compute: auto takes a graphics card if there is one.</source>
        <translation>Wo gerechnet wird: auto nimmt eine Grafikkarte, wenn es eine gibt.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Trainiertes Modell</translation>
    </message>
    <message>
        <source>The trained model (.srpk), for other scenes of the same sensor and season. Blank: not saved.</source>
        <translation>Das trainierte Modell (.srpk) für andere Szenen desselben Sensors und derselben Jahreszeit. Leer: nicht gespeichert.</translation>
    </message>
    <message>
        <source>Landsat</source>
        <translation>Landsat</translation>
    </message>
    <message>
        <source>thermal</source>
        <translation>thermisch</translation>
    </message>
    <message>
        <source>red edge</source>
        <translation>Red Edge</translation>
    </message>
    <message>
        <source>SWIR</source>
        <translation>SWIR</translation>
    </message>
    <message>
        <source>20 m</source>
        <translation>20 m</translation>
    </message>
    <message>
        <source>10 m</source>
        <translation>10 m</translation>
    </message>
    <message>
        <source>Wald</source>
        <translation>Wald</translation>
    </message>
    <message>
        <source>downscale</source>
        <translation>verfeinern</translation>
    </message>
    <message>
        <source>Columns of the sharpened raster.</source>
        <translation>Spalten des geschärften Rasters.</translation>
    </message>
    <message>
        <source>Rows of the sharpened raster.</source>
        <translation>Zeilen des geschärften Rasters.</translation>
    </message>
    <message>
        <source>Relative error over all bands on held-out parts of the scene; 0 is perfect. Blank where a model is given and no report is asked for.</source>
        <translation>Relativer Fehler über alle Kanäle auf zurückgehaltenen Teilen der Szene; 0 ist perfekt. Leer, wenn ein Modell angegeben und kein Bericht verlangt ist.</translation>
    </message>
    <message>
        <source>ERGAS of pansharpening</source>
        <translation>ERGAS des Pansharpenings</translation>
    </message>
    <message>
        <source>What pansharpening (rcs) reaches there, each band with the band of the guide that suits it best.</source>
        <translation>Was Pansharpening (rcs) dort erreicht, jeder Kanal mit dem Kanal des Führungsrasters, der am besten zu ihm passt.</translation>
    </message>
    <message>
        <source>What bicubic resampling reaches there.</source>
        <translation>Was bikubisches Resampling dort erreicht.</translation>
    </message>
    <message>
        <source>Sentinel-2: ten bands at 10 m, or finer</source>
        <translation>Sentinel-2: zehn Kanäle mit 10 m oder feiner</translation>
    </message>
    <message>
        <source>Brings the bands of 20 m (red edge, near infrared, short-wave infrared) to the pixels of those of 10 m, by a network
that sees both. Without a model it is trained on the scene itself, at pixels twice as large, where the truth is
known.

The result has the bands B02 B03 B04 B05 B06 B07 B08 B8A B11 B12. Those of 10 m are the product's own pixels. All
are reflectance × 10,000: the offset that products have since processing baseline 04.00 is subtracted.

In place of a product, the clearest scene of a place can be used: it is found in a STAC catalogue by "Extent" and
"Dates".</source>
        <translation>Bringt die Kanäle mit 20 m (roter Rand, nahes und kurzwelliges Infrarot) auf die Pixel derer mit 10 m, durch ein Netz, das beide sieht. Ohne Modell wird es an der Szene selbst trainiert, bei doppelt so großen Pixeln, wo die Wahrheit bekannt ist.

Das Ergebnis hat die Kanäle B02 B03 B04 B05 B06 B07 B08 B8A B11 B12. Die mit 10 m sind die Pixel des Produkts. Alle sind Reflexionsgrad × 10.000: Der Offset, den Produkte seit der Verarbeitungs-Baseline 04.00 haben, ist abgezogen.

Statt eines Produkts lässt sich die klarste Szene eines Ortes verwenden: Sie wird in einem STAC-Katalog nach „Ausdehnung“ und „Datum“ gesucht.</translation>
    </message>
    <message>
        <source>Sentinel-2 product</source>
        <translation>Sentinel-2-Produkt</translation>
    </message>
    <message>
        <source>As downloaded: its zip file, or MTD_MSIL1C.xml or MTD_MSIL2A.xml in its folder; a .SAFE folder, a layer of the product or any of its files is also accepted.</source>
        <translation>Wie heruntergeladen: seine Zip-Datei, oder MTD_MSIL1C.xml oder MTD_MSIL2A.xml in seinem Ordner; ein .SAFE-Ordner, ein Layer des Produkts und jede Datei davon gehen auch.</translation>
    </message>
    <message>
        <source>The place. It is widened to whole pixels of the coarsest bands. Blank uses all of the product.</source>
        <translation>Der Ort. Er wird auf ganze Pixel der gröbsten Kanäle erweitert. Leer nimmt das ganze Produkt.</translation>
    </message>
    <message>
        <source>Fusion model</source>
        <translation>Fusionsmodell</translation>
    </message>
    <message>
        <source>A model that gives the bands of 20 m at 10 m and has those of 10 m as its guide. Blank trains one on this scene.</source>
        <translation>Ein Modell, das die Kanäle mit 20 m in 10 m gibt und die mit 10 m als Führungsraster hat. Leer: An dieser Szene wird eines trainiert.</translation>
    </message>
    <message>
        <source>Resolution (m)</source>
        <translation>Auflösung (m)</translation>
    </message>
    <message>
        <source>Size of the result's pixels. 5 and 2.5 take a second model, in SR_MODEL, which is run over the bands of 10 m.</source>
        <translation>Größe der Pixel des Ergebnisses. 5 und 2.5 brauchen ein zweites Modell, in SR_MODEL, das über die Kanäle mit 10 m läuft.</translation>
    </message>
    <message>
        <source>SR model for less than 10 m</source>
        <translation>SR-Modell für weniger als 10 m</translation>
    </message>
    <message>
        <source>Model package (.srpk) of scale 2 (5 m) or 4 (2.5 m) for bands of Sentinel-2 at 10 m. The result has its bands.</source>
        <translation>Modellpaket (.srpk) mit Faktor 2 (5 m) oder 4 (2.5 m) für Kanäle von Sentinel-2 mit 10 m. Das Ergebnis hat seine Kanäle.</translation>
    </message>
    <message>
        <source>Sharpened bands</source>
        <translation>Geschärfte Kanäle</translation>
    </message>
    <message>
        <source>Cloud-optimised GeoTIFF (.tif). A name ending in .vrt writes a VRT of many GeoTIFFs, in a folder next to it, which also keeps copies of the bands and the trained model: the same run continues after it was stopped. At the end the copies are removed; the model stays.</source>
        <translation>Cloud-optimiertes GeoTIFF (.tif). Ein Name, der auf .vrt endet, schreibt ein VRT aus vielen GeoTIFFs in einem Ordner daneben, der auch Kopien der Kanäle und das trainierte Modell behält: derselbe Lauf geht nach einem Abbruch weiter. Am Ende werden die Kopien entfernt; das Modell bleibt.</translation>
    </message>
    <message>
        <source>Quicklook</source>
        <translation>Vorschaubild</translation>
    </message>
    <message>
        <source>The result's red, green and blue in 8 bits, stretched, for programs that do not display reflectance.</source>
        <translation>Rot, Grün und Blau des Ergebnisses in 8 Bit, gestreckt, für Programme, die keinen Reflexionsgrad darstellen.</translation>
    </message>
    <message>
        <source>B01 and B09 too</source>
        <translation>Auch B01 und B09</translation>
    </message>
    <message>
        <source>Add the bands of 60 m for aerosols and water vapour. No network learns them: they get the detail of B02 and B08 by ratio component substitution (rcs).</source>
        <translation>Fügt die Kanäle mit 60 m für Aerosole und Wasserdampf hinzu. Kein Netz lernt sie: Sie bekommen das Detail von B02 und B08 durch Verhältnis-Komponentensubstitution (rcs).</translation>
    </message>
    <message>
        <source>Where to compute: auto takes an NVIDIA or Apple graphics card if PyTorch can use one; vulkan is any graphics card, for models and not to learn.</source>
        <translation>Wo gerechnet wird: auto nimmt eine Grafikkarte von NVIDIA oder Apple, wenn PyTorch eine nutzen kann; vulkan ist jede Grafikkarte, für Modelle und nicht zum Lernen.</translation>
    </message>
    <message>
        <source>L1C</source>
        <translation>L1C</translation>
    </message>
    <message>
        <source>L2A</source>
        <translation>L2A</translation>
    </message>
    <message>
        <source>SAFE</source>
        <translation>SAFE</translation>
    </message>
    <message>
        <source>Copernicus</source>
        <translation>Copernicus</translation>
    </message>
    <message>
        <source>Where does the scene come from?</source>
        <translation>Woher kommt die Szene?</translation>
    </message>
    <message>
        <source>A product on this computer</source>
        <translation>Aus einem Produkt auf diesem Computer</translation>
    </message>
    <message>
        <source>Name of the product.</source>
        <translation>Name des Produkts.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When it was taken.</source>
        <translation>Wann sie aufgenommen wurde.</translation>
    </message>
    <message>
        <source>Bands of the result, separated by commas.</source>
        <translation>Kanäle des Ergebnisses, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Columns of the result.</source>
        <translation>Spalten des Ergebnisses.</translation>
    </message>
    <message>
        <source>Rows of the result.</source>
        <translation>Zeilen des Ergebnisses.</translation>
    </message>
    <message>
        <source>Train SR model</source>
        <translation>SR-Modell trainieren</translation>
    </message>
    <message>
        <source>Trains a super-resolution network on a tile set from "Export SR training tiles", or on pairs of images from
elsewhere, and saves it as one .srpk file.

The metrics at the end compare the model with bicubic resampling on tiles that were not used for training. For a
first try set "Size of the network" to auto, and "Minutes" to the time that you have.</source>
        <translation>Trainiert ein Super-Resolution-Netz mit einem Kachelsatz aus „SR-Trainingskacheln exportieren“ oder mit Bildpaaren von anderswo und speichert es als eine .srpk-Datei.

Die Kennzahlen am Ende vergleichen das Modell mit bikubischem Resampling auf Kacheln, aus denen es nicht gelernt hat. Setzen Sie für einen ersten Versuch „Größe des Netzes“ auf auto und „Minuten“ auf die Zeit, die Sie haben.</translation>
    </message>
    <message>
        <source>edsr suits most cases; compact and span are the fastest; carn does scales 2, 3 and 4 at once; rdn and rrdn have the best metrics on a large card; sr3 (diffusion) produces one of the possible detailed results.</source>
        <translation>edsr passt meist; compact und span sind die schnellsten; carn kann die Skalierungsfaktoren 2, 3 und 4 zugleich; rdn und rrdn haben auf einer großen Karte die besten Werte; sr3 (Diffusion) erzeugt eines der möglichen detailreichen Ergebnisse.</translation>
    </message>
    <message>
        <source>CARN: small and fast, one network for scales 2, 3 and 4 at once</source>
        <translation>CARN: klein und schnell, ein Netz für die Skalen 2, 3 und 4 zugleich</translation>
    </message>
    <message>
        <source>Ahn et al. 2018, "Fast, Accurate, and Lightweight Super-Resolution with Cascading Residual Network", figures 2 and 3:
what each block gives is kept for all that follow, within a cascading block and between them. Training mixes the
scales, whatever the tiles' own, and the model supports each of them, unless multi_scale is off. With efficient it is CARN-M, the form for phones.</source>
        <translation>Ahn et al. 2018, „Fast, Accurate, and Lightweight Super-Resolution with Cascading Residual Network“, Abbildungen 2 und 3: Was jeder Block liefert, wird für alle folgenden behalten, innerhalb eines Kaskadenblocks und zwischen ihnen. Das Training mischt die Skalierungsfaktoren, gleich welchen die Kacheln haben, und das Modell beherrscht jeden davon, sofern multi_scale nicht ausgeschaltet ist. Mit efficient ist es CARN-M, die Form für Telefone.</translation>
    </message>
    <message>
        <source>Global skip</source>
        <translation>Globale Abkürzung (Skip)</translation>
    </message>
    <message>
        <source>What the network's output is added to: the input upsampled bicubically, bilinearly or by repetition of its pixels (nearest), or nothing (as in most papers).</source>
        <translation>Wozu die Ausgabe des Netzes addiert wird: zur bikubisch, bilinear oder durch Wiederholung ihrer Pixel (nearest) hochskalierten Eingabe oder zu nichts (wie in den meisten Artikeln).</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Channels of every hidden layer.</source>
        <translation>Merkmalskanäle jeder verborgenen Schicht.</translation>
    </message>
    <message>
        <source>Cascading blocks</source>
        <translation>Kaskadenblöcke</translation>
    </message>
    <message>
        <source>Cascading blocks in the trunk, of three residual blocks each.</source>
        <translation>Kaskadenblöcke im Rumpf, mit je drei Residualblöcken.</translation>
    </message>
    <message>
        <source>Efficient blocks (CARN-M)</source>
        <translation>Sparsame Blöcke (CARN-M)</translation>
    </message>
    <message>
        <source>Whether convolutions see a part of the channels only (groups) and the residual blocks of a cascading block share their weights: a quarter of the parameters, for some tenths of a decibel (section 3.2 of the paper).</source>
        <translation>Ob Faltungen nur einen Teil der Merkmalskanäle sehen (Gruppen) und die Residualblöcke eines Kaskadenblocks sich ihre Gewichte teilen: ein Viertel der Parameter, für einige Zehntel Dezibel (Abschnitt 3.2 des Artikels).</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Parts into which efficient blocks and the upsampler divide the channels. It must divide n_feats.</source>
        <translation>Teile, in die sparsame Blöcke und der Upsampler die Merkmalskanäle teilen. Die Zahl muss n_feats teilen.</translation>
    </message>
    <message>
        <source>Several scales</source>
        <translation>Mehrere Skalen</translation>
    </message>
    <message>
        <source>Whether one network learns scales 2, 3 and 4 together, as in the paper; else it learns the scale of the tiles.</source>
        <translation>Ob ein Netz die Skalen 2, 3 und 4 zusammen lernt, wie im Artikel; sonst lernt es die Skala der Kacheln.</translation>
    </message>
    <message>
        <source>Compact: convolutions in a row, the fastest (SRVGGNet)</source>
        <translation>Compact: Faltungen hintereinander, das schnellste (SRVGGNet)</translation>
    </message>
    <message>
        <source>The small network that Wang et al. published with "Real-ESRGAN: Training Real-World Blind Super-Resolution with Pure
Synthetic Data" (2021): everything is done at low resolution, and one pixel shuffle makes the result. As published it
adds its output to the input's repeated pixels (global_skip=nearest).</source>
        <translation>Das kleine Netz, das Wang et al. mit „Real-ESRGAN: Training Real-World Blind Super-Resolution with Pure Synthetic Data“ (2021) veröffentlicht haben: Alles geschieht in niedriger Auflösung, und ein Pixel-Shuffle macht das Ergebnis. In der veröffentlichten Form addiert es seine Ausgabe zu den wiederholten Pixeln der Eingabe (global_skip=nearest).</translation>
    </message>
    <message>
        <source>Convolutions</source>
        <translation>Faltungen</translation>
    </message>
    <message>
        <source>Convolutions between the first and the last.</source>
        <translation>Faltungen zwischen der ersten und der letzten.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>What follows each convolution. prelu: a slope is learnt for each channel; relu; leaky_relu: a slope of 0.1.</source>
        <translation>Was auf jede Faltung folgt. prelu: für jeden Merkmalskanal wird eine Steigung gelernt; relu; leaky_relu: eine Steigung von 0,1.</translation>
    </message>
    <message>
        <source>DAT: dual aggregation transformer, for models that others have trained</source>
        <translation>DAT: Transformer mit doppelter Aggregation, für Modelle, die andere trainiert haben</translation>
    </message>
    <message>
        <source>Chen et al. 2023, "Dual Aggregation Transformer for Image Super-Resolution", figure 2; the defaults are DAT-S.
Blocks attend by turns within rectangles of pixels and among channels. The latter, and the weighing of channels, look at
the whole image: tiles are computed with as much around them as the rectangles see, and faint seams are possible.
Training takes a large graphics card.</source>
        <translation>Chen et al. 2023, "Dual Aggregation Transformer for Image Super-Resolution", Abbildung 2; die Vorgaben sind DAT-S.
Blöcke beachten abwechselnd Pixel innerhalb von Rechtecken und Kanäle untereinander. Letzteres und das Gewichten der Kanäle sehen das ganze Bild: Kacheln werden mit so viel Umgebung berechnet, wie die Rechtecke sehen, und schwache Nähte sind möglich.
Training braucht eine große Grafikkarte.</translation>
    </message>
    <message>
        <source>Channels of every pixel in the transformer; a multiple of heads.</source>
        <translation>Merkmalskanäle jedes Pixels im Transformer; ein Vielfaches von heads.</translation>
    </message>
    <message>
        <source>Groups of blocks</source>
        <translation>Gruppen von Blöcken</translation>
    </message>
    <message>
        <source>Groups of transformer blocks, each with a convolution after it.</source>
        <translation>Gruppen von Transformer-Blöcken, jede mit einer Faltung dahinter.</translation>
    </message>
    <message>
        <source>Blocks in a group</source>
        <translation>Blöcke in einer Gruppe</translation>
    </message>
    <message>
        <source>Transformer blocks in each group.</source>
        <translation>Transformer-Blöcke in jeder Gruppe.</translation>
    </message>
    <message>
        <source>Attention heads</source>
        <translation>Attention-Köpfe</translation>
    </message>
    <message>
        <source>Attention heads of each block; it must divide n_feats.</source>
        <translation>Attention-Köpfe jedes Blocks; die Zahl muss n_feats teilen.</translation>
    </message>
    <message>
        <source>Convolutions after a group</source>
        <translation>Faltungen nach einer Gruppe</translation>
    </message>
    <message>
        <source>Convolutions after each group of blocks and after all: one, or three that save parameters.</source>
        <translation>Faltungen nach jeder Gruppe von Blöcken und nach allen: eine, oder drei, die Parameter sparen.</translation>
    </message>
    <message>
        <source>Upsampler</source>
        <translation>Upsampler</translation>
    </message>
    <message>
        <source>How the finer pixels are made. pixelshuffle: sub-pixel convolutions; pixelshuffledirect: one of them, for small networks; nearest+conv: repetition and a convolution, for scales 2, 4 and 8.</source>
        <translation>Wie die feineren Pixel gemacht werden. pixelshuffle: Subpixel-Faltungen; pixelshuffledirect: eine davon, für kleine Netze; nearest+conv: Wiederholung und eine Faltung, für die Skalen 2, 4 und 8.</translation>
    </message>
    <message>
        <source>Sides of rectangles</source>
        <translation>Seiten der Rechtecke</translation>
    </message>
    <message>
        <source>Sides of the rectangles within which half of the heads attend, in low-resolution pixels; for the other half they are turned. The larger is a multiple of the smaller.</source>
        <translation>Seiten der Rechtecke, in denen die Hälfte der Köpfe wirkt, in groben Pixeln; für die andere Hälfte sind sie gedreht. Die größere ist ein Vielfaches der kleineren.</translation>
    </message>
    <message>
        <source>Expansion</source>
        <translation>Ausweitung</translation>
    </message>
    <message>
        <source>Hidden units of the feed-forward layers of each block, in multiples of n_feats.</source>
        <translation>Verdeckte Einheiten der Feed-Forward-Schichten jedes Blocks, in Vielfachen von n_feats.</translation>
    </message>
    <message>
        <source>Bias of attention</source>
        <translation>Bias der Attention</translation>
    </message>
    <message>
        <source>Whether what attends has a bias.</source>
        <translation>Ob Queries, Keys und Values einen Bias haben.</translation>
    </message>
    <message>
        <source>EDSR: residual network without batch normalisation</source>
        <translation>EDSR: Residualnetz ohne Batch-Normalisierung</translation>
    </message>
    <message>
        <source>Lim et al. 2017, "Enhanced Deep Residual Networks for Single Image Super-Resolution", figure 3 and table 1.
The defaults are the paper's baseline; n_feats=256, n_blocks=32, res_scale=0.1 is its full size.</source>
        <translation>Lim et al. 2017, „Enhanced Deep Residual Networks for Single Image Super-Resolution“, Abbildung 3 und Tabelle 1. Die Vorgaben sind die Grundform (baseline) des Artikels; n_feats=256, n_blocks=32, res_scale=0.1 ist die volle Größe.</translation>
    </message>
    <message>
        <source>Residual blocks</source>
        <translation>Residualblöcke</translation>
    </message>
    <message>
        <source>Residual blocks in the trunk.</source>
        <translation>Residualblöcke im Rumpf.</translation>
    </message>
    <message>
        <source>Residual scaling</source>
        <translation>Residualskalierung</translation>
    </message>
    <message>
        <source>Factor on each block's residual; wide networks need 0.1 to train stably.</source>
        <translation>Faktor für das Residuum jedes Blocks; breite Netze brauchen 0.1 für ein stabiles Training.</translation>
    </message>
    <message>
        <source>stepwise: the paper's sub-pixel convolutions, one for each doubling. single: one of 5 × 5 pixels, which can do the same at scale 2, 3, 4 and 8, at scale 4 in an eighth of the work; a stepwise model can start its training, folded exactly.</source>
        <translation>stepwise: die Sub-Pixel-Faltungen der Veröffentlichung, eine je Verdopplung. single: eine von 5 × 5 Pixeln, die bei den Maßstäben 2, 3, 4 und 8 dasselbe kann, bei Maßstab 4 mit einem Achtel der Arbeit; ihr Training kann mit einem Modell mit stepwise beginnen, das exakt zusammengefasst wird.</translation>
    </message>
    <message>
        <source>HAT: hybrid attention transformer, for models that others have trained</source>
        <translation>HAT: Transformer mit gemischter Attention, für Modelle, die andere trainiert haben</translation>
    </message>
    <message>
        <source>Chen et al. 2023, "Activating More Pixels in Image Super-Resolution Transformer", figure 3; the defaults are its basic
model. Channels are weighed by what they are over the whole image: tiles are computed with as much around them as the
windows see, and faint seams are possible. Training takes a large graphics card.</source>
        <translation>Chen et al. 2023, "Activating More Pixels in Image Super-Resolution Transformer", Abbildung 3; die Vorgaben sind das Grundmodell. Kanäle werden danach gewichtet, wie sie im ganzen Bild sind: Kacheln werden mit so viel Umgebung berechnet, wie die Fenster sehen, und schwache Nähte sind möglich. Training braucht eine große Grafikkarte.</translation>
    </message>
    <message>
        <source>Side of windows</source>
        <translation>Seite der Fenster</translation>
    </message>
    <message>
        <source>Side of the squares within which attention is computed, in low-resolution pixels.</source>
        <translation>Seite der Quadrate, innerhalb derer Attention berechnet wird, in niedrig aufgelösten Pixeln.</translation>
    </message>
    <message>
        <source>Side of overlapping windows</source>
        <translation>Seite der überlappenden Fenster</translation>
    </message>
    <message>
        <source>Side of the larger squares, around these, to which the last block of each group attends; it is wider by an even number of pixels.</source>
        <translation>Seite der größeren Quadrate um diese herum, die der letzte Block jeder Gruppe beachtet; sie ist um eine gerade Zahl von Pixeln breiter.</translation>
    </message>
    <message>
        <source>MLP ratio</source>
        <translation>MLP-Verhältnis</translation>
    </message>
    <message>
        <source>Hidden units of the MLP of each block, in multiples of n_feats.</source>
        <translation>Verborgene Einheiten des MLP jedes Blocks, in Vielfachen von n_feats.</translation>
    </message>
    <message>
        <source>Squeezed features</source>
        <translation>Verengte Merkmale</translation>
    </message>
    <message>
        <source>Channels between the two convolutions of each block.</source>
        <translation>Kanäle zwischen den beiden Faltungen jedes Blocks.</translation>
    </message>
    <message>
        <source>Features that weigh channels</source>
        <translation>Merkmale, die Kanäle gewichten</translation>
    </message>
    <message>
        <source>Channels between the two layers that weigh the channels of these convolutions.</source>
        <translation>Kanäle zwischen den beiden Schichten, die die Kanäle dieser Faltungen gewichten.</translation>
    </message>
    <message>
        <source>Scale of convolutions</source>
        <translation>Faktor der Faltungen</translation>
    </message>
    <message>
        <source>By which what these convolutions make is multiplied.</source>
        <translation>Mit dem multipliziert wird, was diese Faltungen ergeben.</translation>
    </message>
    <message>
        <source>MDSR: one network for scales 2, 3 and 4 at once</source>
        <translation>MDSR: ein Netz für die Skalierungsfaktoren 2, 3 und 4 zugleich</translation>
    </message>
    <message>
        <source>Lim et al. 2017, "Enhanced Deep Residual Networks for Single Image Super-Resolution", section 3.3 and figure 5:
the trunk is common to all scales, which differ in two residual blocks before it and in the upsampler. Training
mixes the scales, whatever the tiles' own, and the model supports each of them, unless multi_scale is off. The defaults are the paper's
baseline; n_blocks=80 is its full size.</source>
        <translation>Lim et al. 2017, „Enhanced Deep Residual Networks for Single Image Super-Resolution“, Abschnitt 3.3 und Abbildung 5: Der Rumpf ist allen Skalierungsfaktoren gemeinsam; sie unterscheiden sich in zwei Residualblöcken davor und im Upsampler. Das Training mischt die Faktoren, gleich welchen die Kacheln haben, und das Modell beherrscht jeden davon, sofern multi_scale nicht ausgeschaltet ist. Die Vorgaben sind die Grundform (baseline) des Artikels; n_blocks=80 ist die volle Größe.</translation>
    </message>
    <message>
        <source>OmniSR: omni-dimensional attention, for models that others have trained</source>
        <translation>OmniSR: Attention in allen Dimensionen, für Modelle, die andere trainiert haben</translation>
    </message>
    <message>
        <source>Wang et al. 2023, "Omni Aggregation Networks for Lightweight Image Super-Resolution", section 3; the defaults are
the paper's. Blocks attend to pixels and to channels, first within squares, then among pixels spread evenly over the
whole image: tiles are computed with as much around them as squares and convolutions see, and seams are possible.</source>
        <translation>Wang et al. 2023, "Omni Aggregation Networks for Lightweight Image Super-Resolution", Abschnitt 3; die Vorgaben sind die des Artikels. Blöcke beachten Pixel und Kanäle, erst innerhalb von Quadraten, dann unter Pixeln, die gleichmäßig über das ganze Bild verteilt sind: Kacheln werden mit so viel Umgebung berechnet, wie Quadrate und Faltungen sehen, und Nähte sind möglich.</translation>
    </message>
    <message>
        <source>Groups of blocks, each of which weighs its pixels after them.</source>
        <translation>Gruppen von Blöcken, von denen jede danach ihre Pixel gewichtet.</translation>
    </message>
    <message>
        <source>Blocks in each group.</source>
        <translation>Blöcke in jeder Gruppe.</translation>
    </message>
    <message>
        <source>Side of the squares within which attention is computed, in low-resolution pixels. Across them it is computed among as many pixels.</source>
        <translation>Seite der Quadrate, innerhalb derer Attention berechnet wird, in niedrig aufgelösten Pixeln. Über sie hinweg wird sie unter ebenso vielen Pixeln berechnet.</translation>
    </message>
    <message>
        <source>Bias of offsets</source>
        <translation>Bias der Abstände</translation>
    </message>
    <message>
        <source>Whether attention to pixels knows how they lie to each other.</source>
        <translation>Ob die Attention zu Pixeln weiß, wie sie zueinander liegen.</translation>
    </message>
    <message>
        <source>OTBTF SRResNet: the tutorial's network with transposed convolutions</source>
        <translation>OTBTF-SRResNet: das Netz des Tutorials mit transponierten Faltungen</translation>
    </message>
    <message>
        <source>Cresson, "Super-resolution" (part 4 of the OTB Keras tutorial), after SRResNet (Ledig et al. 2017): wide ends,
residual blocks under one long skip, and an upsampling by transposed convolutions of stride 2, so no scale 3.</source>
        <translation>Cresson, „Super-resolution“ (Teil 4 des OTB-Keras-Tutorials), nach SRResNet (Ledig et al. 2017): breite Enden, Residualblöcke unter einer langen Abkürzung und ein Hochskalieren durch transponierte Faltungen mit Stride 2, also kein Skalierungsfaktor 3.</translation>
    </message>
    <message>
        <source>PLKSR: wide surroundings by large kernels on a part of the channels</source>
        <translation>PLKSR: weite Umgebung durch große Kerne auf einem Teil der Merkmalskanäle</translation>
    </message>
    <message>
        <source>Lee et al. 2024, "Partial Large Kernel CNNs for Efficient Super-Resolution", figures 2 and 3; the defaults are the
paper's, n_blocks=12, kernel=13 its tiny one. With activation=mish and block_norm=group it is RealPLKSR of neosr, which
normalises over the whole image. As published it adds its output to the input's repeated pixels (global_skip=nearest).</source>
        <translation>Lee et al. 2024, „Partial Large Kernel CNNs for Efficient Super-Resolution“, Abbildungen 2 und 3; die Vorgaben sind die des Artikels, n_blocks=12, kernel=13 seine kleinste Form. Mit activation=mish und block_norm=group ist es RealPLKSR von neosr, das über das ganze Bild normalisiert. In der veröffentlichten Form addiert es seine Ausgabe zu den wiederholten Pixeln der Eingabe (global_skip=nearest).</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blöcke</translation>
    </message>
    <message>
        <source>Blocks in the trunk.</source>
        <translation>Blöcke im Rumpf.</translation>
    </message>
    <message>
        <source>Side of large kernels</source>
        <translation>Seite der großen Kerne</translation>
    </message>
    <message>
        <source>Side of the large kernels in low-resolution pixels, an odd number. Each block sees half of it further.</source>
        <translation>Seite der großen Kerne in niedrig aufgelösten Pixeln, eine ungerade Zahl. Jeder Block sieht um die Hälfte davon weiter.</translation>
    </message>
    <message>
        <source>Channels of large kernels</source>
        <translation>Merkmalskanäle der großen Kerne</translation>
    </message>
    <message>
        <source>Channels that the large kernels work on; the others pass by.</source>
        <translation>Merkmalskanäle, auf denen die großen Kerne arbeiten; die anderen gehen an ihnen vorbei.</translation>
    </message>
    <message>
        <source>Channel mixer</source>
        <translation>Kanalmischer</translation>
    </message>
    <message>
        <source>Two convolutions that mix channels. ccm: 3 × 3, then 1 × 1; dccm: both 3 × 3; iccm: 1 × 1, then 3 × 3.</source>
        <translation>Zwei Faltungen, die Merkmalskanäle mischen. ccm: 3 × 3, dann 1 × 1; dccm: beide 3 × 3; iccm: 1 × 1, dann 3 × 3.</translation>
    </message>
    <message>
        <source>What is between them: gelu in PLKSR, mish in RealPLKSR.</source>
        <translation>Was zwischen ihnen steht: gelu in PLKSR, mish in RealPLKSR.</translation>
    </message>
    <message>
        <source>Element-wise attention</source>
        <translation>Elementweise Attention</translation>
    </message>
    <message>
        <source>Whether every number is weighed by what a convolution makes of its surroundings.</source>
        <translation>Ob jede Zahl danach gewichtet wird, was eine Faltung aus ihrer Umgebung macht.</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>Normalisierung</translation>
    </message>
    <message>
        <source>Of each block. layer: over the channels of each pixel, before it. group: over the whole image, after it, as in RealPLKSR: then a tile's result depends a little on its size, and faint seams are possible.</source>
        <translation>Jedes Blocks. layer: über die Merkmalskanäle jedes Pixels, vor ihm. group: über das ganze Bild, nach ihm, wie in RealPLKSR: Dann hängt das Ergebnis einer Kachel ein wenig von ihrer Größe ab, und schwache Nähte sind möglich.</translation>
    </message>
    <message>
        <source>RDN: residual dense network</source>
        <translation>RDN: Residual Dense Network</translation>
    </message>
    <message>
        <source>Zhang et al. 2018, "Residual Dense Network for Image Super-Resolution", figures 2 and 3. The defaults are the
paper's. C=3, D=10, upsampler=nearest is the small network of the library ISR (Cardinale et al. 2018).</source>
        <translation>Zhang et al. 2018, „Residual Dense Network for Image Super-Resolution“, Abbildungen 2 und 3. Die Vorgaben sind die des Artikels. C=3, D=10, upsampler=nearest ist das kleine Netz der Bibliothek ISR (Cardinale et al. 2018).</translation>
    </message>
    <message>
        <source>Features (G0)</source>
        <translation>Merkmale (G0)</translation>
    </message>
    <message>
        <source>Channels between the blocks; G0 in the paper.</source>
        <translation>Merkmalskanäle zwischen den Blöcken; G0 im Artikel.</translation>
    </message>
    <message>
        <source>Residual dense blocks (D)</source>
        <translation>Residual Dense Blocks (D)</translation>
    </message>
    <message>
        <source>Residual dense blocks in the trunk.</source>
        <translation>Residual Dense Blocks im Rumpf.</translation>
    </message>
    <message>
        <source>Dense layers (C)</source>
        <translation>Dichte Schichten (C)</translation>
    </message>
    <message>
        <source>Convolutions in each block, every one seeing all before it in the block.</source>
        <translation>Faltungen in jedem Block, von denen jede alles sieht, was im Block vor ihr liegt.</translation>
    </message>
    <message>
        <source>Growth rate (G)</source>
        <translation>Wachstumsrate (G)</translation>
    </message>
    <message>
        <source>Channels that each convolution of a block adds.</source>
        <translation>Merkmalskanäle, die jede Faltung eines Blocks hinzufügt.</translation>
    </message>
    <message>
        <source>Features of the upsampler</source>
        <translation>Merkmale des Upsamplers</translation>
    </message>
    <message>
        <source>Channels between the steps of the pixelshuffle upsampler; 0 is as many as between the blocks.</source>
        <translation>Merkmalskanäle zwischen den Schritten des Upsamplers pixelshuffle; 0 sind so viele wie zwischen den Blöcken.</translation>
    </message>
    <message>
        <source>pixelshuffle: sub-pixel convolutions in steps, as the paper's authors published; nearest: ISR's, which convolves at low resolution and repeats the pixels just before the last convolution.</source>
        <translation>pixelshuffle: Subpixel-Faltungen in Schritten, wie von den Autoren des Artikels veröffentlicht; nearest: der von ISR, der in niedriger Auflösung faltet und die Pixel erst kurz vor der letzten Faltung wiederholt.</translation>
    </message>
    <message>
        <source>ResNet U-Net: a residual network as encoder, for models that others have trained</source>
        <translation>ResNet-U-Net: ein Residualnetz als Encoder, für Modelle, die andere trainiert haben</translation>
    </message>
    <message>
        <source>He et al. 2016, "Deep Residual Learning for Image Recognition", table 1, as encoder; as decoder the U-Net of fastai
(Howard and Gugger 2020, "fastai: A Layered API for Deep Learning"), which enlarges by sub-pixel convolutions whose
pixels are averaged (Sugawara et al. 2018), and attends once (Zhang et al. 2019, "Self-Attention Generative Adversarial
Networks", equations 1 to 3). The image is enlarged bilinearly ahead of all layers, so that every layer works on the
pixels of the result. The defaults are a ResNet-34.</source>
        <translation>He et al. 2016, "Deep Residual Learning for Image Recognition", Tabelle 1, als Encoder; als Decoder das U-Net von fastai (Howard und Gugger 2020, "fastai: A Layered API for Deep Learning"), das durch Subpixel-Faltungen vergrößert, deren Pixel gemittelt werden (Sugawara et al. 2018), und einmal Attention berechnet (Zhang et al. 2019, "Self-Attention Generative Adversarial Networks", Gleichungen 1 bis 3). Das Bild wird vor allen Schichten bilinear vergrößert, sodass jede Schicht mit den Pixeln des Ergebnisses arbeitet. Voreingestellt ist ein ResNet-34.</translation>
    </message>
    <message>
        <source>Features (width)</source>
        <translation>Merkmale (Breite)</translation>
    </message>
    <message>
        <source>Channels of the first stage; each further one doubles them.</source>
        <translation>Kanäle der ersten Stufe; jede weitere verdoppelt sie.</translation>
    </message>
    <message>
        <source>Blocks of each stage</source>
        <translation>Blöcke jeder Stufe</translation>
    </message>
    <message>
        <source>How many residual blocks each stage of the encoder has. The first is at a quarter of the result's resolution, each further one at half of that before it.</source>
        <translation>Wie viele Residualblöcke jede Stufe des Encoders hat. Die erste hat ein Viertel der Auflösung des Ergebnisses, jede weitere die Hälfte der vorigen.</translation>
    </message>
    <message>
        <source>Bottleneck blocks</source>
        <translation>Bottleneck-Blöcke</translation>
    </message>
    <message>
        <source>Whether blocks are of three convolutions, 1 × 1, 3 × 3 and 1 × 1, with four times the channels after them, as in ResNet-50 and deeper ones, and not of two, 3 × 3.</source>
        <translation>Ob Blöcke aus drei Faltungen bestehen, 1 × 1, 3 × 3 und 1 × 1, mit viermal so vielen Kanälen danach, wie in ResNet-50 und tieferen, und nicht aus zweien, 3 × 3.</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Whether the decoder attends at an eighth of the result's resolution; it does so only with three stages or more.</source>
        <translation>Ob der Decoder bei einem Achtel der Auflösung des Ergebnisses Attention berechnet; das tut er nur ab drei Stufen.</translation>
    </message>
    <message>
        <source>Side of the squares within which attention is computed, in pixels of the result: the side of the images that the network has learnt from.</source>
        <translation>Seite der Quadrate, innerhalb derer Attention berechnet wird, in Pixeln des Ergebnisses: die Seite der Bilder, mit denen das Netz trainiert wurde.</translation>
    </message>
    <message>
        <source>RRDN: residual-in-residual dense network, the generator of ESRGAN</source>
        <translation>RRDN: Residual-in-Residual Dense Network, der Generator von ESRGAN</translation>
    </message>
    <message>
        <source>Wang et al. 2018, "ESRGAN: Enhanced Super-Resolution Generative Adversarial Networks", figures 3 and 4. The
defaults are the paper's RRDB-23. T=10, D=3, C=4, negative_slope=0, upsampler=pixelshuffle is the form of the
library ISR (Cardinale et al. 2018), with G=64 in one and n_feats=32, G=32 in the other of its sizes.
unshuffle=2 at scale 2, and unshuffle=4 at scale 1 (restoration at the same size), are BasicSR's forms.</source>
        <translation>Wang et al. 2018, „ESRGAN: Enhanced Super-Resolution Generative Adversarial Networks“, Abbildungen 3 und 4. Die Vorgaben sind RRDB-23 des Artikels. T=10, D=3, C=4, negative_slope=0, upsampler=pixelshuffle ist die Form der Bibliothek ISR (Cardinale et al. 2018), mit G=64 in der einen und n_feats=32, G=32 in der anderen ihrer Größen. unshuffle=2 bei Skalierungsfaktor 2 und unshuffle=4 bei Skalierungsfaktor 1 (Restaurierung in gleicher Größe) sind die Formen von BasicSR.</translation>
    </message>
    <message>
        <source>Channels between the blocks.</source>
        <translation>Merkmalskanäle zwischen den Blöcken.</translation>
    </message>
    <message>
        <source>Residual-in-residual blocks (T)</source>
        <translation>Residual-in-Residual-Blöcke (T)</translation>
    </message>
    <message>
        <source>Residual-in-residual dense blocks (RRDB) in the trunk.</source>
        <translation>Residual-in-Residual Dense Blocks (RRDB) im Rumpf.</translation>
    </message>
    <message>
        <source>Dense blocks in each (D)</source>
        <translation>Dichte Blöcke in jedem (D)</translation>
    </message>
    <message>
        <source>Dense blocks in each residual-in-residual block.</source>
        <translation>Dichte Blöcke in jedem Residual-in-Residual-Block.</translation>
    </message>
    <message>
        <source>Convolutions of a dense block that add channels; one more fuses them, so that the paper counts 5.</source>
        <translation>Faltungen eines dichten Blocks, die Merkmalskanäle hinzufügen; eine weitere führt sie zusammen, sodass der Artikel 5 zählt.</translation>
    </message>
    <message>
        <source>Channels that each of these convolutions adds.</source>
        <translation>Merkmalskanäle, die jede dieser Faltungen hinzufügt.</translation>
    </message>
    <message>
        <source>Factor on the residual of each dense block and of each residual-in-residual block; beta in the paper.</source>
        <translation>Faktor für das Residuum jedes dichten Blocks und jedes Residual-in-Residual-Blocks; beta im Artikel.</translation>
    </message>
    <message>
        <source>Negative slope</source>
        <translation>Negative Steigung</translation>
    </message>
    <message>
        <source>Slope of the activations below zero (LeakyReLU); 0 is ReLU.</source>
        <translation>Steigung der Aktivierungen unter null (LeakyReLU); 0 ist ReLU.</translation>
    </message>
    <message>
        <source>nearest: pixels repeated and convolved in steps, as in ESRGAN; pixelshuffle: ISR's one sub-pixel convolution, straight to the bands.</source>
        <translation>nearest: Pixel werden schrittweise wiederholt und gefaltet, wie bei ESRGAN; pixelshuffle: die eine Subpixel-Faltung von ISR, direkt zu den Kanälen.</translation>
    </message>
    <message>
        <source>Pixel unshuffle</source>
        <translation>Pixel-Unshuffle</translation>
    </message>
    <message>
        <source>Factor by which pixels are gathered into channels ahead of the network, which then runs at a resolution that is as much coarser and upsamples as much more: less time and memory at small scales. Needs upsampler=nearest.</source>
        <translation>Faktor, um den Pixel vor dem Netz zu Merkmalskanälen zusammengefasst werden; das Netz rechnet dann in entsprechend gröberer Auflösung und skaliert um ebenso viel mehr hoch: weniger Zeit und Speicher bei kleinen Skalierungsfaktoren. Braucht upsampler=nearest.</translation>
    </message>
    <message>
        <source>SPAN: attention without parameters, fast</source>
        <translation>SPAN: Attention ohne Parameter, schnell</translation>
    </message>
    <message>
        <source>Wan et al. 2024, "Swift Parameter-free Attention Network for Efficient Super-Resolution", figures 2 and 3: what a
block finds weighs its own pixels. Convolutions are trained as they compute, not in the paper's wider form that is
folded into them afterwards.</source>
        <translation>Wan et al. 2024, „Swift Parameter-free Attention Network for Efficient Super-Resolution“, Abbildungen 2 und 3: Was ein Block findet, gewichtet seine eigenen Pixel. Faltungen werden trainiert, wie sie rechnen, nicht in der breiteren Form des Artikels, die danach in sie gefaltet wird.</translation>
    </message>
    <message>
        <source>Attention blocks in the trunk.</source>
        <translation>Attention-Blöcke im Rumpf.</translation>
    </message>
    <message>
        <source>Blocks one after another</source>
        <translation>Blöcke hintereinander</translation>
    </message>
    <message>
        <source>Whether a block is given what the one before it made. Else two blocks see the first features, side by side, as in the networks of SEN2SRLite, and n_blocks has no effect.</source>
        <translation>Ob ein Block bekommt, was der vor ihm gemacht hat. Sonst sehen zwei Blöcke nebeneinander die ersten Merkmale, wie in den Netzen von SEN2SRLite, und n_blocks hat keine Wirkung.</translation>
    </message>
    <message>
        <source>SPAN fusion: two blocks at the pixels of the guide, as in SEN2SR</source>
        <translation>SPAN-Fusion: zwei Blöcke auf den Pixeln des Führungsrasters, wie in SEN2SR</translation>
    </message>
    <message>
        <source>For bands that a finer guide sharpens (Aybar et al. 2025, "A radiometrically and spatially consistent super-resolution
framework for Sentinel-2"). The bands are enlarged bilinearly and joined with the guide, so that every layer works on
the pixels of the result: each takes scale² times as long as at low resolution. The layers are those of SPAN (Wan et al.
2024), with two blocks side by side. The guide must have the pixels of the result. As published it adds nothing to the
network's output (global_skip=none).</source>
        <translation>Für Kanäle, die ein feineres Führungsraster schärft (Aybar et al. 2025, „A radiometrically and spatially consistent super-resolution framework for Sentinel-2“). Die Kanäle werden bilinear hochskaliert und mit dem Führungsraster verbunden, sodass jede Schicht auf den Pixeln des Ergebnisses arbeitet: Jede dauert Faktor²-mal so lange wie bei niedriger Auflösung. Die Schichten sind die von SPAN (Wan et al. 2024), mit zwei Blöcken nebeneinander. Das Führungsraster muss die Pixel des Ergebnisses haben. Wie veröffentlicht addiert es nichts zur Ausgabe des Netzes (global_skip=none).</translation>
    </message>
    <message>
        <source>Channels of every hidden layer; 24 in SEN2SRLite.</source>
        <translation>Merkmalskanäle jeder verborgenen Schicht; 24 in SEN2SRLite.</translation>
    </message>
    <message>
        <source>SR3: diffusion U-Net, super-resolution by iterative refinement</source>
        <translation>SR3: Diffusions-U-Net, Super-Resolution durch iterative Verfeinerung</translation>
    </message>
    <message>
        <source>Saharia et al. 2021, "Image Super-Resolution via Iterative Refinement". The defaults are the documented ones of
ArcGIS, in the form of the repository Image-Super-Resolution-via-Iterative-Refinement: 141 million parameters for
3 bands. preset=medium has 60 and preset=small 1.4 million; take the latter without a graphics card.
resblock_type=biggan, skip_rescale=true is the paper's form. Its objective is denoising or flow.</source>
        <translation>Saharia et al. 2021, „Image Super-Resolution via Iterative Refinement“. Die Vorgaben sind die dokumentierten von ArcGIS, in der Form des Repositorys Image-Super-Resolution-via-Iterative-Refinement: 141 Millionen Parameter für 3 Kanäle. preset=medium hat 60 und preset=small 1,4 Millionen; nehmen Sie Letzteres ohne Grafikkarte. resblock_type=biggan, skip_rescale=true ist die Form des Artikels. Sein Lernziel ist das Entrauschen oder Flow Matching.</translation>
    </message>
    <message>
        <source>What the result is added to: the input upsampled bicubically, so that only what that lacks is learnt, or nothing (as in the paper).</source>
        <translation>Wozu das Ergebnis addiert wird: zur bikubisch hochskalierten Eingabe, sodass nur gelernt wird, was dieser fehlt, oder zu nichts (wie im Artikel).</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Begrenzung</translation>
    </message>
    <message>
        <source>Limit of the estimated result, as a multiple of its spread; 1 in the code of SR3, whose images range from −1 to 1.</source>
        <translation>Grenze des geschätzten Ergebnisses als Vielfaches seiner Streuung; 1 im Code von SR3, dessen Bilder von −1 bis 1 reichen.</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Side of the images it learns from, in high-resolution pixels; results are computed in tiles of this size. Blank is PATCH_SIZE × scale.</source>
        <translation>Seitenlänge der Bilder, aus denen gelernt wird, in hoch aufgelösten Pixeln; Ergebnisse werden in Kacheln dieser Größe berechnet. Leer: PATCH_SIZE × Skalierungsfaktor.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Voreinstellung</translation>
    </message>
    <message>
        <source>Values for all options that are not given. large: the defaults; medium: inner_channel=48, norm_groups=12, attn_res=8, res_blocks=2; small, for processors and few tiles: inner_channel=32, norm_groups=8, channel_mults=1,2,2,2, res_blocks=1.</source>
        <translation>Werte für alle nicht angegebenen Optionen. large: die Vorgaben; medium: inner_channel=48, norm_groups=12, attn_res=8, res_blocks=2; small, für Prozessoren und wenige Kacheln: inner_channel=32, norm_groups=8, channel_mults=1,2,2,2, res_blocks=1.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Merkmalskanäle</translation>
    </message>
    <message>
        <source>Channels of the first level; an even number.</source>
        <translation>Merkmalskanäle der ersten Stufe; eine gerade Zahl.</translation>
    </message>
    <message>
        <source>Normalisation groups</source>
        <translation>Normalisierungsgruppen</translation>
    </message>
    <message>
        <source>Groups of channels that are normalised together; it must divide the channels of every level. Many groups are known to shift colours.</source>
        <translation>Gruppen von Merkmalskanälen, die gemeinsam normalisiert werden; die Anzahl muss die Kanalzahl jeder Stufe teilen. Viele Gruppen verschieben bekanntermaßen die Farben.</translation>
    </message>
    <message>
        <source>Channel multipliers</source>
        <translation>Kanalmultiplikatoren</translation>
    </message>
    <message>
        <source>Channels of each level, in multiples of inner_channel. Each level has half the resolution of the one before, so the image size must be a multiple of 2 for 2 levels, of 4 for 3, of 32 for 6.</source>
        <translation>Merkmalskanäle jeder Stufe in Vielfachen von inner_channel. Jede Stufe hat die halbe Auflösung der vorigen, daher muss die Bildgröße ein Vielfaches von 2 bei 2 Stufen sein, von 4 bei 3, von 32 bei 6.</translation>
    </message>
    <message>
        <source>Attention resolution</source>
        <translation>Attention-Auflösung</translation>
    </message>
    <message>
        <source>Side in pixels of the feature maps with attention: a level has it if its side is this, or between half of it and it. The middle of the network always has it. Empty brackets are none.</source>
        <translation>Seitenlänge in Pixeln der Merkmalskarten mit Attention: Eine Stufe hat sie, wenn ihre Seite so groß ist oder zwischen der Hälfte davon und diesem Wert liegt. Die Mitte des Netzes hat sie immer. Leere Klammern: keine.</translation>
    </message>
    <message>
        <source>Residual blocks of each level on the way down; there is one more on the way up.</source>
        <translation>Residualblöcke jeder Stufe auf dem Weg nach unten; auf dem Weg nach oben ist es einer mehr.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of a residual block's features that training drops at random; against overfitting on few tiles.</source>
        <translation>Anteil der Merkmale eines Residualblocks, den das Training zufällig auslässt; gegen Überanpassung an wenige Kacheln.</translation>
    </message>
    <message>
        <source>Kind of residual blocks</source>
        <translation>Art der Residualblöcke</translation>
    </message>
    <message>
        <source>How resolution changes between levels. ddpm: by a convolution; biggan: within a residual block (Brock et al. 2019), as in the paper.</source>
        <translation>Wie sich die Auflösung zwischen den Stufen ändert. ddpm: durch eine Faltung; biggan: innerhalb eines Residualblocks (Brock et al. 2019), wie im Artikel.</translation>
    </message>
    <message>
        <source>Rescale skips</source>
        <translation>Abkürzungen (Skips) reskalieren</translation>
    </message>
    <message>
        <source>Whether the sum of a block's input and residual is multiplied by 1/√2, which keeps its spread (Song et al. 2021), as in the paper.</source>
        <translation>Ob die Summe aus Eingabe und Residuum eines Blocks mit 1/√2 multipliziert wird, was ihre Streuung erhält (Song et al. 2021), wie im Artikel.</translation>
    </message>
    <message>
        <source>SR3 U-ViT: diffusion transformer with long skip connections</source>
        <translation>SR3 U-ViT: Diffusions-Transformer mit langen Abkürzungen (Skip Connections)</translation>
    </message>
    <message>
        <source>Bao et al. 2023, "All are Worth Words: A ViT Backbone for Diffusion Models", in place of the U-Net of SR3
(Saharia et al. 2021). Squares of the condition and of the noisy image are tokens each, and the noise level is one
more; every block sees all of them. The defaults are the documented ones of ArcGIS, 136 million parameters for 3
bands; token_size=8, embed_dim=192, depth=7, num_heads=6 has 4 million. It needs many tiles: with few, the U-Net
of sr3 learns more. Its objective is denoising or flow.</source>
        <translation>Bao et al. 2023, „All are Worth Words: A ViT Backbone for Diffusion Models“, anstelle des U-Net von SR3 (Saharia et al. 2021). Quadrate der Bedingung und des verrauschten Bildes sind je ein Token, die Rauschstufe ein weiteres; jeder Block sieht sie alle. Die Vorgaben sind die dokumentierten von ArcGIS, 136 Millionen Parameter für 3 Kanäle; token_size=8, embed_dim=192, depth=7, num_heads=6 hat 4 Millionen. Das Netz verlangt viele Kacheln: Bei wenigen lernt das U-Net von sr3 mehr. Sein Lernziel ist das Entrauschen oder Flow Matching.</translation>
    </message>
    <message>
        <source>Token size</source>
        <translation>Tokengröße</translation>
    </message>
    <message>
        <source>Side of the squares that are a token each, in high-resolution pixels; patch_size in the paper. The image size must be a multiple of it. With half of it, computing takes about four times as long or more.</source>
        <translation>Seitenlänge der Quadrate, die je ein Token sind, in hoch aufgelösten Pixeln; patch_size im Artikel. Die Bildgröße muss ein Vielfaches davon sein. Bei halber Größe dauert das Rechnen etwa viermal so lang oder länger.</translation>
    </message>
    <message>
        <source>Embedding dimension</source>
        <translation>Einbettungsdimension</translation>
    </message>
    <message>
        <source>Length of the vector of a token; an even number and a multiple of num_heads.</source>
        <translation>Länge des Vektors eines Tokens; eine gerade Zahl und ein Vielfaches von num_heads.</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Transformer blocks, an odd number: those before the middle one hand their results, by long skip connections, to those after it.</source>
        <translation>Transformer-Blöcke, eine ungerade Zahl: Die vor dem mittleren geben ihre Ergebnisse über lange Skip-Verbindungen an die danach weiter.</translation>
    </message>
    <message>
        <source>Attention heads of each block; it must divide embed_dim.</source>
        <translation>Attention-Köpfe jedes Blocks; die Zahl muss embed_dim teilen.</translation>
    </message>
    <message>
        <source>Hidden units of the MLP of each block, in multiples of embed_dim.</source>
        <translation>Verborgene Einheiten im MLP jedes Blocks, in Vielfachen von embed_dim.</translation>
    </message>
    <message>
        <source>Whether a constant is added to queries, keys and values.</source>
        <translation>Ob zu Queries, Keys und Values eine Konstante addiert wird.</translation>
    </message>
    <message>
        <source>SRResNet: the generator of SRGAN, with or without batch normalisation</source>
        <translation>SRResNet: der Generator von SRGAN, mit oder ohne Batch-Normalisierung</translation>
    </message>
    <message>
        <source>Ledig et al. 2017, "Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network",
figure 4. Without batch normalisation it is MSRResNet, the form of it that Wang et al. published with ESRGAN
(2018): ends of 3 × 3 instead of 9 × 9, no long skip, and a convolution more at full resolution.</source>
        <translation>Ledig et al. 2017, „Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network“, Abbildung 4. Ohne Batch-Normalisierung ist es MSRResNet, die Form davon, die Wang et al. mit ESRGAN (2018) veröffentlicht haben: Enden von 3 × 3 statt 9 × 9, keine lange Abkürzung und eine Faltung mehr in voller Auflösung.</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>Batch-Normalisierung</translation>
    </message>
    <message>
        <source>Whether blocks normalise over the batch, as in the paper. Without it, training is steadier and the result has no artefacts where the image is unlike the training tiles.</source>
        <translation>Ob Blöcke über den Batch normalisieren, wie im Artikel. Ohne sie ist das Training stabiler, und das Ergebnis hat keine Artefakte, wo das Bild den Trainingskacheln nicht ähnelt.</translation>
    </message>
    <message>
        <source>Layers of the paper</source>
        <translation>Schichten des Artikels</translation>
    </message>
    <message>
        <source>Whether without batch normalisation all other layers are the paper's, as in generators of OpenSR-SRGAN, and not MSRResNet's.</source>
        <translation>Ob ohne Batch-Normalisierung alle anderen Schichten die des Artikels sind, wie in Generatoren von OpenSR-SRGAN, und nicht die von MSRResNet.</translation>
    </message>
    <message>
        <source>Output activation</source>
        <translation>Aktivierung der Ausgabe</translation>
    </message>
    <message>
        <source>What the last layer is followed by. none: nothing; clamp: values are kept within 0 and 1; tanh: the hyperbolic tangent, −1 to 1; tanh01: (tanh + 1) / 2, 0 to 1. Some published networks have one; use none to train.</source>
        <translation>Was auf die letzte Schicht folgt. none: nichts; clamp: Werte bleiben zwischen 0 und 1; tanh: Tangens hyperbolicus, −1 bis 1; tanh01: (tanh + 1) / 2, 0 bis 1. Manche veröffentlichten Netze haben eine; zum Trainieren none.</translation>
    </message>
    <message>
        <source>SwinIR: transformer of shifted windows, for models that others have trained</source>
        <translation>SwinIR: Transformer mit verschobenen Fenstern, für Modelle, die andere trainiert haben</translation>
    </message>
    <message>
        <source>Liang et al. 2021, "SwinIR: Image Restoration Using Swin Transformer", figure 2; the defaults are its classical
model. Attention is computed within squares of pixels, which every second block shifts by half, so that it sees far:
tiles are computed with as much around them, and training takes a large graphics card.</source>
        <translation>Liang et al. 2021, „SwinIR: Image Restoration Using Swin Transformer“, Abbildung 2; die Vorgaben sind sein klassisches Modell. Attention wird innerhalb von Quadraten von Pixeln berechnet, die jeder zweite Block um die Hälfte verschiebt, sodass es weit sieht: Kacheln werden mit ebenso viel Umgebung berechnet, und zum Training braucht es eine große Grafikkarte.</translation>
    </message>
    <message>
        <source>U-Net: encoder–decoder with skip connections</source>
        <translation>U-Net: Encoder-Decoder mit Abkürzungen (Skip Connections)</translation>
    </message>
    <message>
        <source>Ronneberger et al. 2015, "U-Net: Convolutional Networks for Biomedical Image Segmentation", figure 1, at the
resolution of the input and with convolutions that keep the size; then sub-pixel convolutions. The up-convolution
2 × 2 is written as what it is, a 1 × 1 convolution and a pixel shuffle. Every pixel shuffle starts as repetition
(ICNR, Aitken et al. 2017), so that no checkerboard appears.</source>
        <translation>Ronneberger et al. 2015, „U-Net: Convolutional Networks for Biomedical Image Segmentation“, Abbildung 1, in der Auflösung der Eingabe und mit Faltungen, die die Größe erhalten; danach Subpixel-Faltungen. Die Up-Convolution 2 × 2 ist als das geschrieben, was sie ist: eine 1 × 1-Faltung und ein Pixel-Shuffle. Jeder Pixel-Shuffle beginnt als Wiederholung (ICNR, Aitken et al. 2017), sodass kein Schachbrettmuster entsteht.</translation>
    </message>
    <message>
        <source>Channels at the full resolution; each level down doubles them.</source>
        <translation>Merkmalskanäle in voller Auflösung; jede Stufe nach unten verdoppelt sie.</translation>
    </message>
    <message>
        <source>Depth (levels)</source>
        <translation>Tiefe (Stufen)</translation>
    </message>
    <message>
        <source>How often the encoder halves the resolution; PATCH_SIZE must be at least 2 to that power.</source>
        <translation>Wie oft der Encoder die Auflösung halbiert; PATCH_SIZE muss mindestens 2 hoch diese Zahl sein.</translation>
    </message>
    <message>
        <source>small is for computers without a graphics card; medium for a card, or a night on a processor; paper as published, for thousands of tiles and a large card; auto the largest that computer, tiles and MINUTES allow. BACKBONE_OPTIONS take precedence. Blank: the network's defaults.</source>
        <translation>small ist für Rechner ohne Grafikkarte; medium für eine Grafikkarte oder eine Nacht auf einem Prozessor; paper wie veröffentlicht, für Tausende Kacheln und eine große Grafikkarte; auto die größte, die Rechner, Kacheln und MINUTES erlauben. BACKBONE_OPTIONS gehen vor. Leer: die Vorgaben des Netzes.</translation>
    </message>
    <message>
        <source>The training objective: denoising or flow for the diffusion networks sr3 and sr3_uvit, one of the others for all other networks.</source>
        <translation>Das Lernziel: denoising oder flow für die Diffusionsnetze sr3 und sr3_uvit, eines der anderen für alle anderen Netze.</translation>
    </message>
    <message>
        <source>Adversarial loss (SRGAN, ESRGAN)</source>
        <translation>Adversarieller Verlust (SRGAN, ESRGAN)</translation>
    </message>
    <message>
        <source>Pixel loss, and beside it a discriminator that learns to tell results from measured images while the network
learns to pass: sharper pictures at a lower PSNR, whose finest detail is likely but not measured. Start it from
a model that was trained with the pixel loss (PRETRAINED, pixel_only=0). Everything of the perceptual objective
can be added: ESRGAN is adversary=relativistic, feature_weight=1; SRGAN is feature_weight=0.006,
feature_criterion=l2, layers=relu5_4, pixel_weight=0.</source>
        <translation>Pixelverlust und daneben ein Diskriminator, der lernt, Ergebnisse von gemessenen Bildern zu unterscheiden, während das Netz lernt, ihn zu täuschen: schärfere Bilder bei geringerem PSNR, deren feinste Details wahrscheinlich, aber nicht gemessen sind. Beginnen Sie mit einem Modell, das mit dem Pixelverlust trainiert wurde (PRETRAINED, pixel_only=0). Alles aus dem Lernziel mit Merkmalsverlust kann hinzukommen: ESRGAN ist adversary=relativistic, feature_weight=1; SRGAN ist feature_weight=0.006, feature_criterion=l2, layers=relu5_4, pixel_weight=0.</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Kriterium</translation>
    </message>
    <message>
        <source>l1: absolute difference; l2: squared difference; charbonnier: a smooth l1 (Lai et al. 2017).</source>
        <translation>l1: absolute Abweichung; l2: quadratische Abweichung; charbonnier: ein glattes l1 (Lai et al. 2017).</translation>
    </message>
    <message>
        <source>Weight of the pixel loss</source>
        <translation>Gewicht des Pixelverlusts</translation>
    </message>
    <message>
        <source>Factor on the pixel loss, ESRGAN's by default; the larger, the closer the result stays to what pixels alone give.</source>
        <translation>Faktor für den Pixelverlust, Vorgabe wie bei ESRGAN; je größer, desto näher bleibt das Ergebnis an dem, was Pixel allein ergeben.</translation>
    </message>
    <message>
        <source>Weight of the feature loss</source>
        <translation>Gewicht des Merkmalsverlusts</translation>
    </message>
    <message>
        <source>Factor on the feature loss; 0 leaves it out.</source>
        <translation>Faktor für den Merkmalsverlust; 0 lässt ihn weg.</translation>
    </message>
    <message>
        <source>Weight of the Gram loss</source>
        <translation>Gewicht des Gram-Verlusts</translation>
    </message>
    <message>
        <source>Factor on the difference of Gram matrices; 0 leaves it out.</source>
        <translation>Faktor für die Abweichung der Gram-Matrizen; 0 lässt sie weg.</translation>
    </message>
    <message>
        <source>VGG</source>
        <translation>VGG</translation>
    </message>
    <message>
        <source>Which of the two networks looks at the images.</source>
        <translation>Welches der beiden Netze die Bilder betrachtet.</translation>
    </message>
    <message>
        <source>VGG's layers</source>
        <translation>Schichten von VGG</translation>
    </message>
    <message>
        <source>Whose features count: conv5_4 is the fourth convolution of the fifth block, relu5_4 the same after its activation.</source>
        <translation>Deren Merkmale zählen: conv5_4 ist die vierte Faltung des fünften Blocks, relu5_4 dieselbe nach ihrer Aktivierung.</translation>
    </message>
    <message>
        <source>Weights of the layers</source>
        <translation>Gewichte der Schichten</translation>
    </message>
    <message>
        <source>Factor on each layer's features, in the order of the layers; Gram matrices get their squares.</source>
        <translation>Faktor für die Merkmale jeder Schicht, in der Reihenfolge der Schichten; für Gram-Matrizen gelten die Quadrate davon.</translation>
    </message>
    <message>
        <source>Criterion of features</source>
        <translation>Kriterium der Merkmale</translation>
    </message>
    <message>
        <source>How features and Gram matrices are compared. l1: absolute difference; l2: squared difference.</source>
        <translation>Wie Merkmale und Gram-Matrizen verglichen werden. l1: absolute Abweichung; l2: quadratische Abweichung.</translation>
    </message>
    <message>
        <source>Red, green and blue</source>
        <translation>Rot, Grün und Blau</translation>
    </message>
    <message>
        <source>Numbers of the bands that VGG sees as red, green and blue, such as 4,3,2. Blank: by the bands' descriptions, else the first three; of fewer than three bands the first, as grey.</source>
        <translation>Nummern der Kanäle, die VGG als Rot, Grün und Blau sieht, etwa 4,3,2. Leer: nach den Beschreibungen der Kanäle, sonst die ersten drei; bei weniger als drei Kanälen der erste, als Grau.</translation>
    </message>
    <message>
        <source>File of VGG's weights</source>
        <translation>Datei mit den Gewichten von VGG</translation>
    </message>
    <message>
        <source>A file with VGG's weights as torchvision has them (.pth or .safetensors), for computers without internet. Blank: the official file, downloaded when first needed.</source>
        <translation>Eine Datei mit den Gewichten von VGG, wie torchvision sie hat (.pth oder .safetensors), für Rechner ohne Internet. Leer: die offizielle Datei, heruntergeladen beim ersten Bedarf.</translation>
    </message>
    <message>
        <source>Adversary</source>
        <translation>Gegner</translation>
    </message>
    <message>
        <source>standard: measured or made (SRGAN, non-saturating); relativistic: more likely measured than the other images are on average (ESRGAN).</source>
        <translation>standard: gemessen oder gemacht (SRGAN, nicht sättigend); relativistic: wahrscheinlicher gemessen als die anderen Bilder im Mittel (ESRGAN).</translation>
    </message>
    <message>
        <source>Weight of the adversarial loss</source>
        <translation>Gewicht des adversariellen Verlusts</translation>
    </message>
    <message>
        <source>Factor on the adversarial loss. Blank: 0.001 for standard, 0.005 for relativistic, as in the papers.</source>
        <translation>Faktor für den adversariellen Verlust. Leer: 0.001 bei standard, 0.005 bei relativistic, wie in den Artikeln.</translation>
    </message>
    <message>
        <source>Pixel loss alone</source>
        <translation>Nur Pixelverlust</translation>
    </message>
    <message>
        <source>Share of all steps, at the beginning, that use the pixel loss alone; 0 after PRETRAINED.</source>
        <translation>Anteil aller Schritte zu Beginn, in denen allein aus dem Pixelverlust gelernt wird; 0 nach PRETRAINED.</translation>
    </message>
    <message>
        <source>Discriminator's normalisation</source>
        <translation>Normalisierung des Diskriminators</translation>
    </message>
    <message>
        <source>batch: as in the papers; spectral: limits how steep the discriminator is, so that it does not win for good.</source>
        <translation>batch: wie in den Artikeln; spectral: begrenzt, wie steil der Diskriminator ist, damit er nicht endgültig gewinnt.</translation>
    </message>
    <message>
        <source>Discriminator's features</source>
        <translation>Merkmale des Diskriminators</translation>
    </message>
    <message>
        <source>Channels of the discriminator's first layer; the others grow with it.</source>
        <translation>Merkmalskanäle der ersten Schicht des Diskriminators; die anderen wachsen mit.</translation>
    </message>
    <message>
        <source>R1 gradient penalty</source>
        <translation>R1-Gradientenstrafe</translation>
    </message>
    <message>
        <source>Factor on the penalty for a discriminator that is steep at measured images (Mescheder et al. 2018, who use 10): it keeps training from collapse, best with discriminator_norm=none or spectral. 0: none.</source>
        <translation>Faktor für die Strafe, wenn der Diskriminator bei gemessenen Bildern steil ist (Mescheder et al. 2018, die 10 nehmen): Sie bewahrt das Training vor dem Zusammenbruch, am besten mit discriminator_norm=none oder spectral. 0: keine.</translation>
    </message>
    <message>
        <source>Denoising (diffusion)</source>
        <translation>Entrauschen (Diffusion)</translation>
    </message>
    <message>
        <source>Noise is added to the high-resolution image, and the network learns to predict it, given the low-resolution image
(SR3: Saharia et al. 2021, algorithm 1). The noise level of each image is drawn between none and that of the
schedule's last step (Chen et al. 2021, "WaveGrad"), so that sampling may take any number of steps. The model keeps
an average of the weights over the last steps.</source>
        <translation>Zum hoch aufgelösten Bild wird Rauschen addiert, und das Netz lernt, es anhand des niedrig aufgelösten Bildes vorherzusagen (SR3: Saharia et al. 2021, Algorithmus 1). Die Rauschstufe wird für jedes Bild gezogen, zwischen keinem Rauschen und dem des letzten Schritts des Plans (Chen et al. 2021, „WaveGrad“), sodass das Sampling beliebig viele Schritte nehmen kann. Das Modell behält ein Mittel der Gewichte über die letzten Schritte.</translation>
    </message>
    <message>
        <source>l1: absolute difference between the noise and the network's prediction of it, as in SR3; l2: squared.</source>
        <translation>l1: absolute Abweichung zwischen dem Rauschen und seiner Vorhersage durch das Netz, wie bei SR3; l2: quadratisch.</translation>
    </message>
    <message>
        <source>Decay of the average of weights</source>
        <translation>Abklingen des Gewichtsmittels</translation>
    </message>
    <message>
        <source>Share of the average that each step keeps; 0 keeps the last weights. Over the first steps it is less, so that a short training is not an average with its own beginning.</source>
        <translation>Anteil des Mittels, den jeder Schritt behält; 0 behält die letzten Gewichte. In den ersten Schritten ist er kleiner, damit ein kurzes Training nicht mit seinem eigenen Anfang gemittelt wird.</translation>
    </message>
    <message>
        <source>Noise schedule</source>
        <translation>Rauschplan</translation>
    </message>
    <message>
        <source>How the noise grows over the steps.</source>
        <translation>Wie das Rauschen über die Schritte wächst.</translation>
    </message>
    <message>
        <source>Flow matching (few steps)</source>
        <translation>Flow Matching (wenige Schritte)</translation>
    </message>
    <message>
        <source>The high-resolution image is mixed with noise, x_t = (1 − t) · noise + t · image, and the network learns to predict
the velocity, image − noise, given the low-resolution image (Lipman et al. 2023, "Flow Matching for Generative
Modeling", with σ_min = 0; Liu et al. 2023, "Flow Straight and Fast"). Results take few steps: one gives about what
the pixel objective would, more a sharper one of the possible results. t is drawn evenly between 0 and 1. The model
keeps an average of the weights over the last steps.</source>
        <translation>Das hoch aufgelöste Bild wird mit Rauschen gemischt, x_t = (1 − t) · Rauschen + t · Bild, und das Netz lernt, anhand des niedrig aufgelösten Bildes die Geschwindigkeit, Bild − Rauschen, vorherzusagen (Lipman et al. 2023, „Flow Matching for Generative Modeling“, mit σ_min = 0; Liu et al. 2023, „Flow Straight and Fast“). Ergebnisse brauchen wenige Schritte: Einer ergibt ungefähr, was der Pixelverlust ergäbe, mehr ein schärferes der möglichen Ergebnisse. t wird gleichmäßig zwischen 0 und 1 gezogen. Das Modell behält ein Mittel der Gewichte über die letzten Schritte.</translation>
    </message>
    <message>
        <source>l2: squared difference between the velocity and the network's prediction of it, as in the papers; l1: absolute.</source>
        <translation>l2: quadratische Abweichung zwischen der Geschwindigkeit und ihrer Vorhersage durch das Netz, wie in den Artikeln; l1: absolute.</translation>
    </message>
    <message>
        <source>Pixel and feature loss (VGG)</source>
        <translation>Pixel- und Merkmalsverlust (VGG)</translation>
    </message>
    <message>
        <source>Pixel loss, and beside it the difference between the features that VGG, a network trained on photographs, sees
in result and truth (Johnson et al. 2016), and on request between their Gram matrices, which is texture without
place (Gatys et al. 2016): sharper pictures at a lower PSNR. VGG looks at three bands; the pixel loss is what
teaches the others. The defaults are the U-Net recipe of fast.ai; gram_weight=5000 adds its third term. VGG's
weights are downloaded once (0.5 GB), or read from the file that vgg_weights names.</source>
        <translation>Pixelverlust und daneben die Abweichung zwischen den Merkmalen, die VGG, ein mit Fotos trainiertes Netz, in Ergebnis und Wahrheit sieht (Johnson et al. 2016), und auf Wunsch zwischen deren Gram-Matrizen, also Textur ohne Ort (Gatys et al. 2016): schärfere Bilder bei geringerem PSNR. VGG betrachtet drei Kanäle; die übrigen lernt das Netz durch den Pixelverlust. Die Vorgaben sind das U-Net-Rezept von fast.ai; gram_weight=5000 fügt dessen dritten Term hinzu. Die Gewichte von VGG werden einmal heruntergeladen (0,5 GB) oder aus der Datei gelesen, die vgg_weights nennt.</translation>
    </message>
    <message>
        <source>Factor on the pixel loss.</source>
        <translation>Faktor für den Pixelverlust.</translation>
    </message>
    <message>
        <source>Pixel loss</source>
        <translation>Pixelverlust</translation>
    </message>
    <message>
        <source>The mean difference between result and truth over valid pixels, each band in units of its standard deviation so
that bright bands do not drown dark ones.</source>
        <translation>Die mittlere Abweichung zwischen Ergebnis und Wahrheit über gültige Pixel, jeder Kanal in Einheiten seiner Standardabweichung, damit helle Kanäle dunkle nicht übertönen.</translation>
    </message>
    <message>
        <source>Start from model</source>
        <translation>Mit Modell beginnen</translation>
    </message>
    <message>
        <source>Model package (.srpk) of the same network to start from: to continue its training, or to adapt it to other land, another scale or another objective.</source>
        <translation>Modellpaket (.srpk) desselben Netzes, mit dem das Training beginnt: um es weiter zu trainieren oder an anderes Land, einen anderen Skalierungsfaktor oder ein anderes Lernziel anzupassen.</translation>
    </message>
    <message>
        <source>Number of passes over all training tiles. Ignored if MINUTES is set.</source>
        <translation>Anzahl der Durchgänge durch alle Trainingskacheln. Wird ignoriert, wenn MINUTES gesetzt ist.</translation>
    </message>
    <message>
        <source>Training time, instead of EPOCHS: the learning-rate schedule follows the clock. Opening the tiles, trials before and the metrics at the end take additional time. If PSNR selects the weights, the log estimates the gain from twice the time. Blank: EPOCHS decides.</source>
        <translation>Trainingszeit anstelle von EPOCHS: Der Plan der Lernrate folgt der Uhr. Das Öffnen der Kacheln, Versuche davor und die Werte am Ende brauchen zusätzlich Zeit. Wählt PSNR die Gewichte, schätzt das Protokoll den Gewinn der doppelten Zeit. Leer: EPOCHS entscheidet.</translation>
    </message>
    <message>
        <source>Patches per step. A larger batch gives steadier gradients, needs more memory, and makes fewer steps per epoch; use 16 or more on a graphics card. 0 finds the largest batch that fits.</source>
        <translation>Patches je Schritt. Ein größerer Batch gibt stabilere Gradienten, braucht mehr Speicher und ergibt weniger Schritte je Epoche; auf einer Grafikkarte 16 oder mehr. 0 ermittelt den größten Batch, der hineinpasst.</translation>
    </message>
    <message>
        <source>The largest learning rate of the training. Small networks tolerate 0.001, wide ones (256 features) 0.0001. Blank finds it by a short trial, as the log reports.</source>
        <translation>Die größte Lernrate des Trainings. Kleine Netze vertragen 0,001, breite (256 Merkmale) 0,0001. Leer: wird durch einen kurzen Versuch ermittelt, wie das Protokoll zeigt.</translation>
    </message>
    <message>
        <source>The trained model package (.srpk).</source>
        <translation>Das trainierte Modellpaket (.srpk).</translation>
    </message>
    <message>
        <source>Training report</source>
        <translation>Trainingsbericht</translation>
    </message>
    <message>
        <source>Self-contained page with settings, learning curves, figures and pictures.</source>
        <translation>Eigenständige Seite mit Einstellungen, Lernkurven, Kennzahlen und Bildern.</translation>
    </message>
    <message>
        <source>Frozen blocks</source>
        <translation>Eingefrorene Blöcke</translation>
    </message>
    <message>
        <source>Number of first blocks of the network, or below 1 their share, that keep the weights of PRETRAINED. For few tiles of other land. Blank: all blocks are trained.</source>
        <translation>Anzahl der ersten Blöcke des Netzes, oder unter 1 ihr Anteil, die die Gewichte aus PRETRAINED behalten. Für wenige Kacheln von anderem Land. Leer: Alle Blöcke lernen.</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>Computes each step from the gradients.</source>
        <translation>Berechnet aus den Gradienten jeden Schritt.</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Each weight's step is its average gradient in units of that gradient's usual size (Kingma and Ba 2015). What
nearly all published super-resolution networks were trained with.</source>
        <translation>Der Schritt jedes Gewichts ist sein gemittelter Gradient in Einheiten der üblichen Größe dieses Gradienten (Kingma und Ba 2015). Damit wurden fast alle veröffentlichten Super-Resolution-Netze trainiert.</translation>
    </message>
    <message>
        <source>Decay of averages</source>
        <translation>Abklingen der Mittel</translation>
    </message>
    <message>
        <source>Shares of the averages of gradients and of their squares that each step keeps; 0.5,0.999 and 0.9,0.99 are common against a discriminator. The schedule one_cycle moves the first.</source>
        <translation>Anteile der Mittel der Gradienten und ihrer Quadrate, die jeder Schritt behält; 0.5,0.999 und 0.9,0.99 sind gegen einen Diskriminator üblich. Der Plan one_cycle verändert den ersten.</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Keeps steps finite where gradients vanish; larger is steadier.</source>
        <translation>Hält Schritte endlich, wo Gradienten verschwinden; größer ist stabiler.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Gewichtsabnahme (Weight Decay)</translation>
    </message>
    <message>
        <source>Factor on the weights that is added to their gradients, against overfitting to few tiles. 0: none.</source>
        <translation>Faktor für die Gewichte, die zu ihren Gradienten addiert werden, gegen Überanpassung an wenige Kacheln. 0: keine.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adam whose weight decay shrinks the weights themselves and does not pass through the averages of gradients
(Loshchilov and Hutter 2019). For transformers such as sr3_uvit, and where there are few tiles.</source>
        <translation>Adam, dessen Gewichtsabnahme die Gewichte selbst verkleinert und nicht durch die Mittel der Gradienten läuft (Loshchilov und Hutter 2019). Für Transformer wie sr3_uvit und bei wenigen Kacheln.</translation>
    </message>
    <message>
        <source>Share of each weight that a step at learning rate 1 would take away, against overfitting to few tiles.</source>
        <translation>Anteil jedes Gewichts, den ein Schritt bei Lernrate 1 wegnähme, gegen Überanpassung an wenige Kacheln.</translation>
    </message>
    <message>
        <source>Learning-rate schedule</source>
        <translation>Lernratenplan</translation>
    </message>
    <message>
        <source>How the learning rate changes during the training.</source>
        <translation>Wie sich die Lernrate während des Trainings ändert.</translation>
    </message>
    <message>
        <source>The learning rate stays the same: for a training that PATIENCE ends, best together with EMA, which replaces the
fall.</source>
        <translation>Die Lernrate bleibt gleich: für ein Training, das PATIENCE beendet, am besten zusammen mit EMA, das den Abfall ersetzt.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Share of all steps over which the learning rate rises to its full size.</source>
        <translation>Anteil aller Schritte, über den die Lernrate auf ihre volle Größe steigt.</translation>
    </message>
    <message>
        <source>The learning rate rises over the first steps and then falls to zero along half a cosine (Loshchilov and Hutter
2017, without restarts).</source>
        <translation>Die Lernrate steigt über die ersten Schritte und fällt dann entlang eines halben Kosinus auf null (Loshchilov und Hutter 2017, ohne Neustarts).</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>Ein Zyklus (One Cycle)</translation>
    </message>
    <message>
        <source>The learning rate rises from a small part of LEARNING_RATE to all of it and falls to almost nothing, along
cosines, while momentum does the opposite (Smith and Topin 2018, "Super-convergence"). It tolerates a larger
LEARNING_RATE than the others and suits short trainings.</source>
        <translation>Die Lernrate steigt von einem kleinen Teil von LEARNING_RATE auf den ganzen Wert und fällt auf fast nichts, entlang von Kosinuskurven, während das Momentum das Gegenteil tut (Smith und Topin 2018, „Super-convergence“). Dieser Plan verträgt eine größere LEARNING_RATE als die anderen und eignet sich für kurze Trainings.</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>Anstieg</translation>
    </message>
    <message>
        <source>Share of all steps over which the learning rate rises.</source>
        <translation>Anteil aller Schritte, über den die Lernrate steigt.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>LEARNING_RATE is divided by this at the first step.</source>
        <translation>LEARNING_RATE wird beim ersten Schritt durch diesen Wert geteilt.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>The learning rate of the first step is divided by this at the last.</source>
        <translation>Die Lernrate des ersten Schritts wird beim letzten durch diesen Wert geteilt.</translation>
    </message>
    <message>
        <source>Minimum momentum</source>
        <translation>Kleinstes Momentum</translation>
    </message>
    <message>
        <source>Share of the average gradient that a step keeps where the learning rate is largest.</source>
        <translation>Anteil des gemittelten Gradienten, den ein Schritt behält, wo die Lernrate am größten ist.</translation>
    </message>
    <message>
        <source>Maximum momentum</source>
        <translation>Größtes Momentum</translation>
    </message>
    <message>
        <source>The same at the first and the last step.</source>
        <translation>Dasselbe beim ersten und beim letzten Schritt.</translation>
    </message>
    <message>
        <source>Maximum gradient norm</source>
        <translation>Größte Norm des Gradienten</translation>
    </message>
    <message>
        <source>Gradients with a larger norm are scaled down to it, so that one odd batch does not undo what was learnt. 1 is usual for diffusion and adversarial training. Blank: no limit.</source>
        <translation>Gradienten mit einer größeren Norm werden auf diese verkleinert, damit ein einzelner ungewöhnlicher Batch nicht zunichtemacht, was gelernt wurde. 1 ist üblich bei Diffusions- und adversariellem Training. Leer: keine Grenze.</translation>
    </message>
    <message>
        <source>Decay of the average of weights (EMA)</source>
        <translation>Abklingen des Gewichtsmittels (EMA)</translation>
    </message>
    <message>
        <source>Share of the running average of the weights that each step keeps; the average is validated and kept in place of the last weights. 0.999 suits some thousand steps; 0 keeps the last. Blank: the objective decides, and only denoising and flow average.</source>
        <translation>Anteil, den jeder Schritt vom laufenden Mittel der Gewichte behält; das Mittel wird gemessen und statt der letzten Gewichte behalten. 0.999 eignet sich für einige tausend Schritte; 0 behält die letzten. Leer: Das Lernziel entscheidet, und nur Entrauschen und Flow Matching mitteln.</translation>
    </message>
    <message>
        <source>Best epoch by</source>
        <translation>Beste Epoche nach</translation>
    </message>
    <message>
        <source>The model gets the weights of the epoch that is best by this on validation tiles: psnr, ssim, or the objective's own loss. Blank: psnr for the pixel objective, the loss for denoising, flow and perceptual, the last epoch for adversarial.</source>
        <translation>Das Modell erhält die Gewichte der Epoche, die hiernach auf Validierungskacheln die beste ist: psnr, ssim oder der eigene Verlust des Lernziels. Leer: psnr beim Pixelverlust, der Verlust beim Entrauschen, beim Flow Matching und beim Merkmalsverlust, beim adversariellen Verlust die letzte Epoche.</translation>
    </message>
    <message>
        <source>Patience (epochs)</source>
        <translation>Geduld (Epochen)</translation>
    </message>
    <message>
        <source>The training ends after this many epochs without a better one. Blank: it goes on to the last.</source>
        <translation>Das Training endet nach so vielen Epochen ohne eine bessere. Leer: Es läuft bis zur letzten.</translation>
    </message>
    <message>
        <source>Brightness jitter</source>
        <translation>Helligkeitsvariation</translation>
    </message>
    <message>
        <source>How far the brightness of patches is changed at random, both resolutions alike: × 1 ± this, and ± this many standard deviations of each band. 0.1 or 0.2 helps with images of other days or sensors. 0: no change.</source>
        <translation>Wie weit die Helligkeit von Patches zufällig verändert wird, in beiden Auflösungen gleich: × 1 ± diesen Wert und ± so viele Standardabweichungen jedes Kanals. 0.1 oder 0.2 hilft bei Bildern anderer Tage oder Sensoren. 0: keine Änderung.</translation>
    </message>
    <message>
        <source>CutBlur</source>
        <translation>CutBlur</translation>
    </message>
    <message>
        <source>Share of the patches whose input is made sharp in one rectangle, or everywhere outside it (Yoo et al. 2020): it teaches where to sharpen, for images that are sharper than the tiles' low-resolution side. 0: none.</source>
        <translation>Anteil der Patches, deren Eingabe in einem Rechteck oder überall außerhalb davon scharf gemacht wird (Yoo et al. 2020): So lernt das Netz, wo es schärfen soll, für Bilder, die schärfer sind als die niedrig aufgelöste Seite der Kacheln. 0: keine.</translation>
    </message>
    <message>
        <source>TensorBoard folder</source>
        <translation>TensorBoard-Ordner</translation>
    </message>
    <message>
        <source>Curves, and pictures of some validation tiles, are written below this folder during the training; view them with: tensorboard --logdir FOLDER. Every model has its own folder there, named like its file. Blank: none.</source>
        <translation>Kurven und Bilder einiger Validierungskacheln werden während des Trainings unter diesem Ordner geschrieben; ansehen mit: tensorboard --logdir FOLDER. Jedes Modell hat dort einen eigenen Ordner, der wie seine Datei heißt. Leer: keine.</translation>
    </message>
    <message>
        <source>Width and height of the random patches cut from the tiles; at most the size of a low-resolution tile. Blank: 32, or less where tiles are smaller, as the log says.</source>
        <translation>Breite und Höhe der zufälligen Ausschnitte aus den Kacheln; höchstens die Größe einer Kachel niedriger Auflösung. Leer: 32, oder weniger, wo Kacheln kleiner sind, wie das Protokoll sagt.</translation>
    </message>
    <message>
        <source>The same seed on the same device gives the same model, unless MINUTES ends the training.</source>
        <translation>Derselbe Startwert auf demselben Gerät trainiert wieder dasselbe Modell, außer wenn MINUTES das Training beendet.</translation>
    </message>
    <message>
        <source>Where to compute: auto takes an NVIDIA (cuda) or Apple (mps) graphics card if there is one. A number chooses among several cards, from 0.</source>
        <translation>Wo gerechnet wird: auto nimmt eine Grafikkarte von NVIDIA (cuda) oder Apple (mps), wenn es eine gibt. Eine Nummer wählt unter mehreren Karten, von 0 an.</translation>
    </message>
    <message>
        <source>Licence of the model, such as CC-BY-4.0, which is written into the package. Blank: the licence of the model that training started from, if it has one.</source>
        <translation>Lizenz des Modells, etwa CC-BY-4.0, die in das Paket geschrieben wird. Leer: die Lizenz des Modells, mit dem das Training begonnen hat, sofern es eine hat.</translation>
    </message>
    <message>
        <source>Minutes between checkpoints</source>
        <translation>Minuten zwischen Zwischenständen (Checkpoints)</translation>
    </message>
    <message>
        <source>How often the state of the training is saved to a file beside the model that ends in .checkpoint, from which RESUME continues after an interruption. It is removed when the model is saved. 0: never.</source>
        <translation>Wie oft der Stand des Trainings in einer Datei neben dem Modell, die auf .checkpoint endet, gespeichert wird, von der aus RESUME nach einer Unterbrechung fortfährt. Sie wird entfernt, wenn das Modell gespeichert ist. 0: nie.</translation>
    </message>
    <message>
        <source>Continue from checkpoint</source>
        <translation>Ab Zwischenstand (Checkpoint) fortfahren</translation>
    </message>
    <message>
        <source>Checkpoint of an interrupted training to continue from. All other settings must be unchanged, except the learning rate. In a job file also auto: OUTPUT.checkpoint if it exists, otherwise from the beginning.</source>
        <translation>Zwischenstand (Checkpoint) eines unterbrochenen Trainings, das fortgesetzt wird. Alle anderen Einstellungen müssen unverändert sein, außer der Lernrate. In einer Job-Datei auch auto: OUTPUT.checkpoint, wenn vorhanden, sonst von Anfang an.</translation>
    </message>
    <message>
        <source>neural network</source>
        <translation>neuronales Netz</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>anpassen</translation>
    </message>
    <message>
        <source>learn</source>
        <translation>lernen</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio on the test tiles, or on the validation tiles where there are no test tiles.</source>
        <translation>Spitzen-Signal-Rausch-Verhältnis auf den Testkacheln oder, wenn es keine gibt, auf den Validierungskacheln.</translation>
    </message>
    <message>
        <source>What bicubic resampling reaches on the same tiles.</source>
        <translation>Was bikubisches Resampling auf denselben Kacheln erreicht.</translation>
    </message>
    <message>
        <source>Sentinel-2: ten bands from 10 m to 5 m</source>
        <translation>Sentinel-2: zehn Kanäle von 10 m auf 5 m</translation>
    </message>
    <message>
        <source>Learnt from pairs of Sentinel-2 and VENµS (SEN2VENµS). Its bands of 20 m must be brought to 10 m first.</source>
        <translation>Gelernt an Paaren von Sentinel-2 und VENµS (SEN2VENµS). Die Kanäle von Sentinel-2 mit 20 m müssen vorher auf 10 m gebracht werden.</translation>
    </message>
    <message>
        <source>Sentinel-2: red, green, blue and near infrared from 10 m to 2.5 m</source>
        <translation>Sentinel-2: Rot, Grün, Blau und nahes Infrarot von 10 m auf 2,5 m</translation>
    </message>
    <message>
        <source>For reflectance (L2A); the offset of processing baseline 04.00 must be subtracted. CONSISTENCY takes the place of the published model's Fourier filter.</source>
        <translation>Für Reflexionsgrad (L2A); der Offset der Verarbeitungs-Baseline 04.00 muss abgezogen sein. CONSISTENCY tritt an die Stelle des Fourierfilters des veröffentlichten Modells.</translation>
    </message>
    <message>
        <source>Sentinel-2: red edge and short-wave infrared from 20 m to 10 m</source>
        <translation>Sentinel-2: Red Edge und kurzwelliges Infrarot von 20 m auf 10 m</translation>
    </message>
    <message>
        <source>A fusion model for Sentinel-2: ten bands at 10 m, or finer. CONSISTENCY takes the place of the published model's Fourier filter.</source>
        <translation>Ein Fusionsmodell für „Sentinel-2: zehn Kanäle mit 10 m oder feiner“. CONSISTENCY tritt an die Stelle des Fourierfilters des veröffentlichten Modells.</translation>
    </message>
    <message>
        <source>Sentinel-2: red edge and short-wave infrared from 10 m to 2.5 m</source>
        <translation>Sentinel-2: Red Edge und kurzwelliges Infrarot von 10 m auf 2,5 m</translation>
    </message>
    <message>
        <source>Its bands must be at 10 m, as SEN2SRLite RSWIR makes them, and its guide at 2.5 m, as SEN2SRLite RGBN makes it. CONSISTENCY takes the place of the published model's Fourier filter.</source>
        <translation>Seine Kanäle müssen 10 m haben, wie SEN2SRLite RSWIR sie macht, und sein Führungsraster 2,5 m, wie SEN2SRLite RGBN es macht. CONSISTENCY tritt an die Stelle des Fourierfilters des veröffentlichten Modells.</translation>
    </message>
    <message>
        <source>Aerial and drone images in red, green and blue; learnt from photographs</source>
        <translation>Luft- und Drohnenbilder in Rot, Grün und Blau; gelernt an Fotografien</translation>
    </message>
</context>
</TS>
