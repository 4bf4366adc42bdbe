<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>finer</name>
    <message>
        <source>Show the catalogue</source>
        <translation>Afficher le catalogue</translation>
    </message>
    <message>
        <source>The catalogue has what fits {layer} better: {names}.</source>
        <translation>Le catalogue a ce qui convient mieux à {layer} : {names}.</translation>
    </message>
    <message>
        <source>No model on this computer fits {layer}. The catalogue has: {names}.</source>
        <translation>Aucun modèle de cet ordinateur ne convient à {layer}. Le catalogue a : {names}.</translation>
    </message>
    <message>
        <source>No model on this computer or in the catalogue fits {layer}: choose one anyway, or train one.</source>
        <translation>Aucun modèle de cet ordinateur ou du catalogue ne convient à {layer} : choisissez-en un malgré tout, ou entraînez-en un.</translation>
    </message>
    <message>
        <source>{band} (the raster has no such band)</source>
        <translation>{band} (le raster n'a pas cette bande)</translation>
    </message>
    <message>
        <source>No raster is chosen</source>
        <translation>Aucun raster choisi</translation>
    </message>
    <message>
        <source>All bands</source>
        <translation>Toutes les bandes</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Set up now</source>
        <translation>Installer maintenant</translation>
    </message>
    <message>
        <source>Those that the model expects</source>
        <translation>Celles qu'attend le modèle</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <source>Models that come with Finer, and those in your model library</source>
        <translation>Les modèles fournis avec Finer et ceux de votre bibliothèque de modèles</translation>
    </message>
    <message>
        <source>Try it here…</source>
        <translation>Essayer ici…</translation>
    </message>
    <message>
        <source>Shows the results of several models for the middle of the map, side by side</source>
        <translation>Montre côte à côte les résultats de plusieurs modèles au centre de la carte</translation>
    </message>
    <message>
        <source>None yet: train or import one</source>
        <translation>Aucun pour l'instant : entraînez-en un ou importez-en un</translation>
    </message>
    <message>
        <source>{bands}, pixels {ratio} times as fine</source>
        <translation>{bands}, pixels {ratio} fois plus fins</translation>
    </message>
    <message>
        <source>{size} m</source>
        <translation>{size} m</translation>
    </message>
    <message>
        <source>Network in ONNX</source>
        <translation>Réseau en ONNX</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Auteurs</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Téléchargement</translation>
    </message>
    <message>
        <source>Name in the library</source>
        <translation>Nom dans la bibliothèque</translation>
    </message>
    <message>
        <source>this model</source>
        <translation>ce modèle</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>bicubique</translation>
    </message>
    <message>
        <source>Left: before. Right: after.</source>
        <translation>À gauche : avant. À droite : après.</translation>
    </message>
    <message>
        <source>Not for commercial use</source>
        <translation>Pas d'usage commercial</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>non défini</translation>
    </message>
    <message>
        <source>{value} (the model's)</source>
        <translation>{value} (du modèle)</translation>
    </message>
    <message>
        <source>{value} (default)</source>
        <translation>{value} (par défaut)</translation>
    </message>
    <message>
        <source>{title}: options</source>
        <translation>{title} : options</translation>
    </message>
    <message>
        <source>Options that have no field here, as name=value. Unknown options are rejected when the algorithm runs.</source>
        <translation>Options qui n'ont pas de champ ici, sous la forme nom=valeur. Les options inconnues sont refusées à l'exécution.</translation>
    </message>
    <message>
        <source>Other options</source>
        <translation>Autres options</translation>
    </message>
    <message>
        <source>{columns} × {rows} pixels</source>
        <translation>{columns} × {rows} pixels</translation>
    </message>
    <message>
        <source>The model was trained on pixels of {trained} m and the layer's are {here} m: expect worse results than its metrics say.</source>
        <translation>Le modèle a été entraîné sur des pixels de {trained} m et ceux de la couche font {here} m : attendez-vous à des résultats moins bons que ses chiffres.</translation>
    </message>
    <message>
        <source>The model was trained on {trained} pixels and the layer's are {have}: set Gain so that pixel value × gain + offset is the physical value.</source>
        <translation>Le modèle a été entraîné sur des pixels {trained} et ceux de la couche sont {have} : réglez Gain de sorte que valeur de pixel × gain + décalage soit la valeur physique.</translation>
    </message>
    <message>
        <source>pixels of {size} m</source>
        <translation>pixels de {size} m</translation>
    </message>
    <message>
        <source>before it is warped to the target grid</source>
        <translation>avant sa reprojection sur la grille cible</translation>
    </message>
    <message>
        <source>at most {size} on the disk</source>
        <translation>au plus {size} sur le disque</translation>
    </message>
    <message>
        <source>about {time} on {device}, as when it last ran here</source>
        <translation>environ {time} sur {device}, comme à la dernière exécution ici</translation>
    </message>
    <message>
        <source>The model expects {wanted} bands ({names}), but this layer provides only a red, green and blue image: choose another model or layer.</source>
        <translation>Le modèle demande {wanted} bandes ({names}), et cette couche ne donne qu’une image en rouge, vert et bleu : choisissez un autre modèle ou une autre couche.</translation>
    </message>
    <message>
        <source>The model expects {wanted} bands ({names}), and {have} are chosen in Bands.</source>
        <translation>Le modèle demande {wanted} bandes ({names}), et {have} sont choisies dans Bandes.</translation>
    </message>
    <message>
        <source>about {time} on {device}, estimated by a short test run</source>
        <translation>environ {time} sur {device}, d'après une courte exécution</translation>
    </message>
    <message>
        <source>By their names, the bands that the model expects are {fitting}, and {chosen} are chosen in Bands.</source>
        <translation>D'après leurs noms, les bandes que demande le modèle sont {fitting}, et {chosen} sont choisies dans Bandes.</translation>
    </message>
    <message>
        <source>The model expects {wanted} bands ({names}) and the layer has {have}: choose another layer or model, or bands in this order in Bands, such as {example}, which gives it another band in place of {missing}.</source>
        <translation>Le modèle demande {wanted} bandes ({names}) et la couche en a {have} : choisissez une autre couche ou un autre modèle, ou dans Bandes des bandes dans cet ordre, par exemple {example}, ce qui met une autre bande à la place de {missing}.</translation>
    </message>
    <message>
        <source>The model expects {wanted} bands ({names}) and the layer has {have}: choose them in Bands, in this order, such as {example}.</source>
        <translation>Le modèle demande {wanted} bandes ({names}) et la couche en a {have} : choisissez-les dans Bandes, dans cet ordre, par exemple {example}.</translation>
    </message>
    <message>
        <source>The model expects the bands {names} and the layer's are {found}: choose another layer or model, or, if their names are wrong, set Bands, such as {example}.</source>
        <translation>Le modèle demande les bandes {names} et celles de la couche sont {found} : choisissez une autre couche ou un autre modèle ou, si leurs noms sont faux, renseignez Bandes, par exemple {example}.</translation>
    </message>
    <message>
        <source>The layer's band names do not tell whether the bands are {names}, in this order: check, or set Bands.</source>
        <translation>Les bandes de la couche n'ont pas de noms indiquant s'il s'agit de {names}, dans cet ordre : vérifiez, ou réglez Bandes.</translation>
    </message>
    <message>
        <source>Folder or layer</source>
        <translation>Dossier ou couche</translation>
    </message>
    <message>
        <source>A product that is unpacked (.SAFE), or one of which a layer is open</source>
        <translation>Un produit décompressé (.SAFE), ou un produit dont une couche est ouverte</translation>
    </message>
    <message>
        <source>Folder of a Sentinel-2 product</source>
        <translation>Dossier d’un produit Sentinel-2</translation>
    </message>
    <message>
        <source>Folder (.SAFE)…</source>
        <translation>Dossier (.SAFE)…</translation>
    </message>
    <message>
        <source>{program} cannot be started ({reason}).</source>
        <translation>Impossible de démarrer {program} ({reason}).</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to ({reason}): name another one in the environment variable FINER_HOME.</source>
        <translation>Impossible d'écrire dans le dossier {folder} ({reason}) : indiquez-en un autre dans la variable d'environnement FINER_HOME.</translation>
    </message>
    <message>
        <source>PARTS must be one of {known}.</source>
        <translation>PARTS doit être l'une de ces valeurs : {known}.</translation>
    </message>
    <message>
        <source>The folder {folder} in WHEELS does not exist: correct it or leave it blank.</source>
        <translation>Le dossier {folder} indiqué dans WHEELS n'existe pas : corrigez-le ou laissez vide.</translation>
    </message>
    <message>
        <source>Checking the engine</source>
        <translation>Vérification du moteur</translation>
    </message>
    <message>
        <source>The SR engine is already set up with these packages: there is nothing to do.</source>
        <translation>Le moteur SR est déjà installé avec ces paquets : il n'y a rien à faire.</translation>
    </message>
    <message>
        <source>Another "Set up SR engine" is running (process {pid}): wait until it ends, or cancel it there.</source>
        <translation>Une autre exécution de « Installer le moteur SR » est en cours (processus {pid}) : attendez qu'elle se termine, ou annulez-la.</translation>
    </message>
    <message>
        <source>{where} names another engine, which stays in use: {path}.</source>
        <translation>{where} désigne un autre moteur, qui reste utilisé : {path}.</translation>
    </message>
    <message>
        <source>The light SR engine is ready: Python {python}, ncnn {ncnn}, {device_name}. It runs models; to train, evaluate and import them, run this again with PARTS set to complete.</source>
        <translation>Le moteur SR léger est prêt : Python {python}, ncnn {ncnn}, {device_name}. Il applique des modèles ; pour les entraîner, les évaluer et les importer, exécutez ceci de nouveau avec PARTS réglé sur complete.</translation>
    </message>
    <message>
        <source>The SR engine is ready: Python {python}, torch {torch}, {device_name}.</source>
        <translation>Le moteur SR est prêt : Python {python}, torch {torch}, {device_name}.</translation>
    </message>
    <message>
        <source>The engine's packages are installed but do not work ({reason}): set it up with another PYTHON, or report the log.</source>
        <translation>Les paquets du moteur sont installés, mais ne fonctionnent pas ({reason}) : installez-le avec un autre PYTHON, ou signalez le problème avec le journal.</translation>
    </message>
    <message>
        <source>torch {torch} cannot use the graphics card: update the NVIDIA driver (the log may say more), or set REQUIREMENTS to "cpu".</source>
        <translation>torch {torch} ne peut pas utiliser la carte graphique : mettez à jour le pilote NVIDIA (le journal peut en dire plus), ou réglez REQUIREMENTS sur "cpu".</translation>
    </message>
    <message>
        <source>There is a graphics card that torch {torch} cannot use, so the engine computes on the CPU: update the NVIDIA driver (the log may say more).</source>
        <translation>Il y a une carte graphique que torch {torch} ne peut pas utiliser ; le moteur calcule donc sur le processeur : mettez à jour le pilote NVIDIA (le journal peut en dire plus).</translation>
    </message>
    <message>
        <source>The installed engine is the complete one and stays complete: PARTS=light removes nothing from it.</source>
        <translation>Le moteur installé est le moteur complet et le reste : PARTS=light n'en retire rien.</translation>
    </message>
    <message>
        <source>The installed engine does not work: it is rebuilt.</source>
        <translation>Le moteur présent ne fonctionne pas : il est reconstruit.</translation>
    </message>
    <message>
        <source>Checking the engine in its place</source>
        <translation>Vérification du moteur à son emplacement</translation>
    </message>
    <message>
        <source>No Python for the engine was found on this computer: uv downloads Python {version}.</source>
        <translation>Aucun Python pour le moteur n'a été trouvé sur cet ordinateur : uv télécharge Python {version}.</translation>
    </message>
    <message>
        <source>Installing the packages that run models</source>
        <translation>Installation des paquets qui appliquent les modèles</translation>
    </message>
    <message>
        <source>Installing the other packages</source>
        <translation>Installation des autres paquets</translation>
    </message>
    <message>
        <source>Installing torch, the largest part</source>
        <translation>Installation de torch, la plus grande partie</translation>
    </message>
    <message>
        <source>Using {python} and {installer}.</source>
        <translation>Utilisation de {python} et {installer}.</translation>
    </message>
    <message>
        <source>Creating the environment</source>
        <translation>Création de l'environnement</translation>
    </message>
    <message>
        <source>No CUDA build of torch was found ({reason}): add an index that has one to pip's configuration, or set REQUIREMENTS to "cpu".</source>
        <translation>Aucune version CUDA de torch n'a été trouvée ({reason}) : ajoutez à la configuration de pip un index qui en propose une, ou réglez REQUIREMENTS sur "cpu".</translation>
    </message>
    <message>
        <source>A CPU build ({build}) was found neither in your own package indexes and folders nor at {index}. Installing the build that your own indexes and folders offer: if it is a CUDA build, it is several gigabytes larger.</source>
        <translation>Aucune version pour processeur ({build}) n'a été trouvée, ni dans vos propres index et dossiers de paquets, ni sur {index}. La version que proposent vos propres index et dossiers est installée : si c'est une version CUDA, elle pèse plusieurs gigaoctets de plus.</translation>
    </message>
    <message>
        <source>{build} is not there: trying {index} as well.</source>
        <translation>{build} ne s'y trouve pas : {index} est aussi interrogé.</translation>
    </message>
    <message>
        <source>The SR engine ended without a result (exit status {code}; {reason}). The log has the details.</source>
        <translation>Le moteur SR s'est terminé sans résultat (code de sortie {code} ; {reason}). Le journal donne les détails.</translation>
    </message>
    <message>
        <source>The installation failed ({line}). The log has the details.</source>
        <translation>L'installation a échoué ({line}). Le journal donne les détails.</translation>
    </message>
    <message>
        <source>The SR engine was ended by the system ({how}), most likely because memory ran out: use a smaller TILE_SIZE, PATCH_SIZE or BATCH_SIZE, or close other programs.</source>
        <translation>Le moteur SR a été arrêté par le système ({how}), très probablement faute de mémoire : utilisez une valeur plus petite de TILE_SIZE, PATCH_SIZE ou BATCH_SIZE, ou fermez d'autres programmes.</translation>
    </message>
    <message>
        <source>The disk is full ({line}): free disk space in {home}, or name a folder on a larger disk in FINER_HOME.</source>
        <translation>Le disque est plein ({line}) : libérez de la place dans {home}, ou indiquez dans FINER_HOME un dossier sur un disque plus grand.</translation>
    </message>
    <message>
        <source>The package index's certificate is not trusted ({line}): your network probably inspects TLS. Name your organisation's certificate file with "pip config set global.cert FILE", or in SSL_CERT_FILE.</source>
        <translation>Le certificat de l'index de paquets n'est pas reconnu ({line}) : votre réseau inspecte probablement TLS. Indiquez le fichier de certificat de votre organisation avec "pip config set global.cert FILE", ou dans SSL_CERT_FILE.</translation>
    </message>
    <message>
        <source>The proxy refused or could not be reached ({line}): correct it in QGIS' options, in HTTPS_PROXY or in pip's configuration.</source>
        <translation>Le proxy a refusé la connexion ou n'a pas pu être joint ({line}) : corrigez-le dans les options de QGIS, dans HTTPS_PROXY ou dans la configuration de pip.</translation>
    </message>
    <message>
        <source>The package index requires other credentials ({line}): correct them in pip's configuration.</source>
        <translation>L'index de paquets demande d'autres identifiants ({line}) : corrigez-les dans la configuration de pip.</translation>
    </message>
    <message>
        <source>A download is damaged ({line}): run it again, or clear the cache of pip or uv.</source>
        <translation>Un téléchargement est endommagé ({line}) : relancez l'exécution, ou videz le cache de pip ou de uv.</translation>
    </message>
    <message>
        <source>The package index could not be reached ({line}): check the connection and the proxy in QGIS' options, or name a folder of downloaded packages in WHEELS.</source>
        <translation>L'index de paquets n'a pas pu être joint ({line}) : vérifiez la connexion et le proxy dans les options de QGIS, ou indiquez dans WHEELS un dossier de paquets téléchargés.</translation>
    </message>
    <message>
        <source>The engine's folder cannot be written to ({line}): name another in FINER_HOME.</source>
        <translation>Impossible d'écrire dans le dossier du moteur ({line}) : indiquez-en un autre dans FINER_HOME.</translation>
    </message>
    <message>
        <source>A package is not offered for this computer and Python {version} ({line}): check the indexes and their passwords in pip's configuration, or the folder in WHEELS, or choose another PYTHON.</source>
        <translation>Un paquet n'est pas proposé pour cet ordinateur et Python {version} ({line}) : vérifiez les index et leurs mots de passe dans la configuration de pip, ou le dossier dans WHEELS, ou choisissez un autre PYTHON.</translation>
    </message>
    <message>
        <source>The SR engine crashed in native code ({how}): run it again with DEVICE=cpu, update the graphics driver, or run "Set up SR engine" again. The log shows where it was.</source>
        <translation>Le moteur SR s'est arrêté brutalement dans du code natif ({how}) : relancez avec DEVICE=cpu, mettez à jour le pilote graphique, ou exécutez de nouveau « Installer le moteur SR ». Le journal indique l'endroit.</translation>
    </message>
    <message>
        <source>The SR engine cannot load a system library ({how}): install the package that has it, which on Windows is the Microsoft Visual C++ Redistributable (https://aka.ms/vs/17/release/vc_redist.x64.exe).</source>
        <translation>Le moteur SR ne peut pas charger une bibliothèque système ({how}) : installez le paquet qui la contient ; sous Windows, c'est Microsoft Visual C++ Redistributable (https://aka.ms/vs/17/release/vc_redist.x64.exe).</translation>
    </message>
    <message>
        <source>The SR engine was stopped by another program ({how}): run it again.</source>
        <translation>Le moteur SR a été arrêté par un autre programme ({how}) : relancez l'exécution.</translation>
    </message>
    <message>
        <source>The SR engine at {python} cannot start ({reason}): run "Set up SR engine" in the Processing toolbox again, or correct FINER_ENGINE_PYTHON or the setting finer/engine_python if that names it.</source>
        <translation>Le moteur SR situé dans {python} ne peut pas démarrer ({reason}) : exécutez de nouveau « Installer le moteur SR » dans la boîte à outils de traitements, ou corrigez FINER_ENGINE_PYTHON ou le paramètre finer/engine_python si l'un d'eux le désigne.</translation>
    </message>
    <message>
        <source>{folder} could not be moved or removed ({reason}): wait for running jobs, close other QGIS windows, then run "Set up SR engine" again.</source>
        <translation>{folder} n'a pas pu être déplacé ou supprimé ({reason}) : attendez la fin des traitements en cours, fermez les autres fenêtres de QGIS, puis exécutez de nouveau « Installer le moteur SR ».</translation>
    </message>
    <message>
        <source>There is a graphics card, which the light SR engine uses with DEVICE set to vulkan; PyTorch uses it too: run "Set up SR engine" with PARTS set to complete.</source>
        <translation>Il y a une carte graphique, que le moteur SR léger utilise avec DEVICE réglé sur vulkan ; PyTorch l'utilise aussi : exécutez « Installer le moteur SR » avec PARTS réglé sur complete.</translation>
    </message>
    <message>
        <source>There is a graphics card, but torch {torch} cannot use it: update the NVIDIA driver.</source>
        <translation>Il y a une carte graphique, mais torch {torch} ne peut pas l'utiliser : mettez à jour le pilote NVIDIA.</translation>
    </message>
    <message>
        <source>There is a graphics card, but torch {torch} is a CPU build: run "Set up SR engine" with REQUIREMENTS set to cuda.</source>
        <translation>Il y a une carte graphique, mais torch {torch} est une version pour processeur : exécutez « Installer le moteur SR » avec REQUIREMENTS réglé sur cuda.</translation>
    </message>
    <message>
        <source>No Python {oldest} to {newest} was found: install one (from python.org, with your system's packages, or "uv python install") or name one in PYTHON.</source>
        <translation>Aucun Python {oldest} à {newest} n'a été trouvé : installez-en un (depuis python.org, avec les paquets de votre système, ou avec "uv python install") ou indiquez-en un dans PYTHON.</translation>
    </message>
    <message>
        <source>{python} cannot make environments, because its venv module is not complete: on Debian and Ubuntu run "sudo apt install python3-venv"; or install uv; or name another Python in PYTHON.</source>
        <translation>{python} ne peut pas créer d'environnements, car son module venv est incomplet : sous Debian et Ubuntu, exécutez "sudo apt install python3-venv" ; ou installez uv ; ou indiquez un autre Python dans PYTHON.</translation>
    </message>
    <message>
        <source>{path} is not a working Python: correct PYTHON or leave it blank.</source>
        <translation>{path} n'est pas un Python exécutable : corrigez PYTHON ou laissez vide.</translation>
    </message>
    <message>
        <source>{python} does not fit: the SR engine needs 64-bit CPython {oldest} to {newest}.</source>
        <translation>{python} ne convient pas : le moteur SR demande CPython 64 bits, versions {oldest} à {newest}.</translation>
    </message>
    <message>
        <source>This tool needs the complete SR engine, with PyTorch (300 MB to download, more for NVIDIA cards). The light one, which is set up, only runs models.</source>
        <translation>Cet outil demande le moteur SR complet, avec PyTorch (300 Mo à télécharger, davantage pour les cartes NVIDIA). Le moteur léger, qui est installé, ne fait qu'appliquer des modèles.</translation>
    </message>
    <message>
        <source>This model needs the complete SR engine, with PyTorch (300 MB to download, more for NVIDIA cards): the light one, which is set up, runs only convolutional models saved by this version of Finer or a later one.</source>
        <translation>Ce modèle demande le moteur SR complet, avec PyTorch (300 Mo à télécharger, davantage pour les cartes NVIDIA) : le moteur léger, qui est installé, n'applique que les modèles convolutifs enregistrés par cette version de Finer ou une version ultérieure.</translation>
    </message>
    <message>
        <source>The SR engine is not set up yet: run "Set up SR engine" in the Processing toolbox, or "qgis_process run finer:setup_engine".</source>
        <translation>Le moteur SR n'est pas encore installé : exécutez « Installer le moteur SR » dans la boîte à outils de traitements, ou "qgis_process run finer:setup_engine".</translation>
    </message>
    <message>
        <source>The Python that the SR engine was built on is gone ({path}), perhaps since it was upgraded: run "Set up SR engine" in the Processing toolbox again.</source>
        <translation>Le Python sur lequel le moteur SR a été construit n'existe plus ({path}), peut-être à la suite d'une mise à jour : exécutez de nouveau « Installer le moteur SR » dans la boîte à outils de traitements.</translation>
    </message>
    <message>
        <source>The SR engine, which does the computing, is not set up on this computer yet.</source>
        <translation>Le moteur SR, qui effectue les calculs, n'est pas encore installé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>{where} names {path} as the SR engine's Python, which is not a program: correct it, or remove it and run "Set up SR engine" in the Processing toolbox.</source>
        <translation>{where} désigne {path} comme Python du moteur SR, mais ce n'est pas un programme : corrigez-le, ou supprimez-le et exécutez « Installer le moteur SR » dans la boîte à outils de traitements.</translation>
    </message>
    <message>
        <source>REQUIREMENTS must be one of {known}.</source>
        <translation>REQUIREMENTS doit être l'une de ces valeurs : {known}.</translation>
    </message>
    <message>
        <source>CUDA is not available on macOS: set REQUIREMENTS to "auto", which also uses Apple's GPU.</source>
        <translation>CUDA n'existe pas pour macOS : réglez REQUIREMENTS sur "auto", qui utilise aussi le processeur graphique d'Apple.</translation>
    </message>
    <message>
        <source>Installed: the light engine, which runs models, pansharpens and finds scenes. To export tiles, and to train, evaluate or import models, run "Set up SR engine" with PARTS set to complete.</source>
        <translation>Installé : le moteur léger, qui applique des modèles, fait du pansharpening et trouve des scènes. Pour exporter des tuiles et pour entraîner, évaluer ou importer des modèles, exécutez « Installer le moteur SR » avec PARTS réglé sur complete.</translation>
    </message>
    <message>
        <source>Ready: computes on {device_name}.</source>
        <translation>Prêt : calcule sur {device_name}.</translation>
    </message>
    <message>
        <source>Not ready.</source>
        <translation>Pas prêt.</translation>
    </message>
    <message>
        <source>Installed: the complete engine, with PyTorch, which runs all tools.</source>
        <translation>Installé : le moteur complet, avec PyTorch, qui exécute tous les outils.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Extension</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>The packages belong to another version of Finer: run "Set up SR engine" to update them.</source>
        <translation>Les paquets appartiennent à une autre version de Finer : exécutez « Installer le moteur SR » pour les mettre à jour.</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Interpréteur</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Trouvé par</translation>
    </message>
    <message>
        <source>CUDA of torch</source>
        <translation>CUDA de torch</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Périphérique</translation>
    </message>
    <message>
        <source>Graphics cards</source>
        <translation>Cartes graphiques</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Installer</source>
        <translation>Installateur</translation>
    </message>
    <message>
        <source>Plugin folder</source>
        <translation>Dossier de l'extension</translation>
    </message>
    <message>
        <source>Folder for engine and models</source>
        <translation>Dossier du moteur et des modèles</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>Espace disque libre</translation>
    </message>
    <message>
        <source>QGIS' Python</source>
        <translation>Python de QGIS</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Système</translation>
    </message>
    <message>
        <source>SR engine</source>
        <translation>Moteur SR</translation>
    </message>
    <message>
        <source>the default place</source>
        <translation>l'emplacement par défaut</translation>
    </message>
    <message>
        <source>none found by NVIDIA's driver</source>
        <translation>aucune trouvée par le pilote NVIDIA</translation>
    </message>
    <message>
        <source>not installed: pip is used</source>
        <translation>non installé : pip est utilisé</translation>
    </message>
    <message>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <source>The packages were installed and {package} is not among them: set the engine up on another PYTHON, or report the log.</source>
        <translation>Les paquets ont été installés, mais {package} n'en fait pas partie : installez le moteur sur un autre PYTHON, ou signalez le journal.</translation>
    </message>
    <message>
        <source>The packages went to {path} instead of {folder}: remove what redirects them (target, prefix or user in pip's configuration) and run it again.</source>
        <translation>Les paquets ont été installés dans {path} au lieu de {folder} : supprimez ce qui les redirige (target, prefix ou user dans la configuration de pip) et relancez l'exécution.</translation>
    </message>
    <message>
        <source>The indexes in pip's configuration supplied torch {torch}, which cannot use a graphics card: add an index that has a CUDA build, or set REQUIREMENTS to "cpu".</source>
        <translation>Les index de la configuration de pip ont fourni torch {torch}, qui ne peut pas utiliser de carte graphique : ajoutez un index qui propose une version CUDA, ou réglez REQUIREMENTS sur "cpu".</translation>
    </message>
    <message>
        <source>The SR engine has packages of another version of Finer: run "Set up SR engine" to renew it.</source>
        <translation>Le moteur SR contient les paquets d'une autre version de Finer : exécutez « Installer le moteur SR » pour le renouveler.</translation>
    </message>
    <message>
        <source>Set up SR engine</source>
        <translation>Installer le moteur SR</translation>
    </message>
    <message>
        <source>Installs the SR engine, with or without PyTorch, into its own folder.</source>
        <translation>Installe le moteur SR, avec ou sans PyTorch, dans son propre dossier.</translation>
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
        <translation>Installe le moteur, qui effectue les calculs, dans son propre environnement Python : le Python de QGIS n'est pas modifié. C'est nécessaire une fois, puis lorsqu'une mise à jour de Finer demande d'autres paquets. Un moteur qui fonctionne n'est pas modifié.

Le moteur léger applique des modèles, fait du pansharpening et trouve des scènes ; il est petit et s'installe en une minute. Le moteur complet contient PyTorch ; il exporte aussi des tuiles, entraîne, évalue et importe des modèles, et applique les modèles de diffusion et ONNX.

Le nouveau moteur est construit à côté de l'ancien et ne le remplace qu'après un test réussi. Une annulation laisse tout en l'état.

Les paquets proviennent des sources de votre configuration de pip (index, dossiers, proxy, certificats), avec le proxy des options de QGIS. L'installation est faite par uv s'il est présent, sinon par pip.</translation>
    </message>
    <message>
        <source>SR engine status</source>
        <translation>État du moteur SR</translation>
    </message>
    <message>
        <source>Reports whether the SR engine works, on which device, and what to do if it does not.</source>
        <translation>Indique si le moteur SR fonctionne, sur quel périphérique, et que faire si ce n'est pas le cas.</translation>
    </message>
    <message>
        <source>Tests the SR engine with a real computation and reports whether it works, its device and versions, and what to do if it does not work. Include this text when you report a problem: it contains no passwords.</source>
        <translation>Teste le moteur SR par un vrai calcul et indique s'il fonctionne, son périphérique et ses versions, et que faire s'il ne fonctionne pas. Joignez ce texte à tout signalement de problème : il ne contient aucun mot de passe.</translation>
    </message>
    <message>
        <source>light: runs models (80 MB to download, 0.3 GB on the disk). complete: also trains, evaluates and imports them, with PyTorch (300 MB to download, 1.4 GB on the disk; more for NVIDIA cards). auto: the parts that are installed; if none are, light, or complete if the build is set to cuda. A complete engine stays complete.</source>
        <translation>light : applique des modèles (80 Mo à télécharger, 0,3 Go sur le disque). complete : les entraîne, évalue et importe aussi, avec PyTorch (300 Mo à télécharger, 1,4 Go sur le disque ; davantage pour les cartes NVIDIA). auto : les parties installées ; à défaut light, ou complete si la version est réglée sur cuda. Un moteur complet le reste.</translation>
    </message>
    <message>
        <source>The build of PyTorch in the complete engine. cpu: for any computer. cuda: for an NVIDIA graphics card (several GB). auto: cuda if NVIDIA's driver knows a card, else cpu. On a Mac all use Apple's GPU.</source>
        <translation>La version de PyTorch du moteur complet. cpu : pour tout ordinateur. cuda : pour une carte graphique NVIDIA (plusieurs Go). auto : cuda si le pilote NVIDIA connaît une carte, sinon cpu. Sur un Mac, tous utilisent le processeur graphique d'Apple.</translation>
    </message>
    <message>
        <source>Also install Dask (10 MB), with which large results are computed, and tiles cut, in several processes of this computer or on a cluster. If the engine has Dask already, it stays.</source>
        <translation>Installer aussi Dask (10 Mo), avec lequel de grands résultats sont calculés, et des tuiles découpées, dans plusieurs processus de cet ordinateur ou sur une grappe. Si le moteur a déjà Dask, il reste.</translation>
    </message>
    <message>
        <source>Path of a Python 3.11 to 3.14. Blank uses QGIS' own or another one found on this computer.</source>
        <translation>Chemin d'un Python 3.11 à 3.14. Vide : celui de QGIS ou un autre trouvé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>For a computer without internet: a folder with all packages as wheels. Fill it on a computer with the same system and Python version, with "pip download -d FOLDER -r sr_core/requirements.txt" (requirements-light.txt for PARTS=light); for the smaller CPU build on Linux add "--extra-index-url {index}"; for an NVIDIA graphics card add "{gpu}". No other source is used.</source>
        <translation>Pour un ordinateur sans internet : un dossier contenant tous les paquets sous forme de wheels. Remplissez-le sur un ordinateur ayant le même système et la même version de Python, avec "pip download -d FOLDER -r sr_core/requirements.txt" (requirements-light.txt pour PARTS=light) ; pour la version processeur, plus petite, sous Linux, ajoutez "--extra-index-url {index}" ; pour une carte graphique NVIDIA, ajoutez "{gpu}". Aucune autre source n'est utilisée.</translation>
    </message>
    <message>
        <source>Python of the engine</source>
        <translation>Python du moteur</translation>
    </message>
    <message>
        <source>Path of its interpreter.</source>
        <translation>Chemin de son interpréteur.</translation>
    </message>
    <message>
        <source>Device it computes on</source>
        <translation>Périphérique de calcul</translation>
    </message>
    <message>
        <source>cpu, cuda (NVIDIA) or mps (Apple).</source>
        <translation>cpu, cuda (NVIDIA) ou mps (Apple).</translation>
    </message>
    <message>
        <source>Installed parts</source>
        <translation>Parties installées</translation>
    </message>
    <message>
        <source>light or complete.</source>
        <translation>light (léger) ou complete (complet).</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Installer</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>Calculer sur</translation>
    </message>
    <message>
        <source>Several processes and clusters</source>
        <translation>Plusieurs processus et grappes</translation>
    </message>
    <message>
        <source>Python to build on</source>
        <translation>Python sur lequel construire</translation>
    </message>
    <message>
        <source>Folder of packages (offline)</source>
        <translation>Dossier de paquets (hors ligne)</translation>
    </message>
    <message>
        <source>Status (Markdown)</source>
        <translation>État (Markdown)</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prêt</translation>
    </message>
    <message>
        <source>What to do: {address}</source>
        <translation>Que faire : {address}</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Que faire ?</translation>
    </message>
    <message>
        <source>{algorithm}: cancelled.</source>
        <translation>{algorithm} : annulé.</translation>
    </message>
    <message>
        <source>{kind}: {reason} (the log has the details)</source>
        <translation>{kind} : {reason} (le journal donne les détails)</translation>
    </message>
    <message>
        <source>Get SR model</source>
        <translation>Obtenir un modèle SR</translation>
    </message>
    <message>
        <source>Super-resolution</source>
        <translation>Super-résolution</translation>
    </message>
    <message>
        <source>Downloads a model of the catalogue into the model library.</source>
        <translation>Télécharge un modèle du catalogue dans la bibliothèque de modèles.</translation>
    </message>
    <message>
        <source>Downloads a published model, or one of your team, and adds it to the model library. It can then be chosen
by its name wherever a model is required.

The catalogue states each model's purpose, author and licence: read them first, since some licences do not
allow commercial use. The file is downloaded with QGIS' proxy settings, checked against its SHA-256 and,
unless it is a model package (.srpk), imported, which needs the complete SR engine. An interrupted download
continues where it stopped.</source>
        <translation>Télécharge un modèle publié, ou un modèle de votre équipe, et l'ajoute à la bibliothèque de modèles. On peut ensuite le choisir par son nom partout où un modèle est demandé.

Le catalogue indique l'usage, l'auteur et la licence de chaque modèle : lisez-les d'abord, car certaines licences ne permettent pas d'usage commercial. Le fichier est téléchargé avec les paramètres de proxy de QGIS, vérifié par son SHA-256 et, si ce n'est pas un paquet de modèle (.srpk), importé, ce qui demande le moteur SR complet. Un téléchargement interrompu reprend où il s'est arrêté.</translation>
    </message>
    <message>
        <source>Path or address (https, http) of your own catalogue. Blank uses the one in Finer's settings. The models of Finer's own catalogue are always available.</source>
        <translation>Chemin ou adresse (https, http) de votre propre catalogue. Vide : celui des paramètres de Finer. Les modèles du catalogue de Finer sont toujours disponibles.</translation>
    </message>
    <message>
        <source>SR model</source>
        <translation>Modèle SR</translation>
    </message>
    <message>
        <source>Path of the model package in the model library.</source>
        <translation>Chemin du paquet de modèle dans la bibliothèque de modèles.</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Nom du modèle</translation>
    </message>
    <message>
        <source>The name by which it can be chosen.</source>
        <translation>Le nom par lequel on peut le choisir.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <source>The licence under which the model may be used.</source>
        <translation>La licence sous laquelle le modèle peut être utilisé.</translation>
    </message>
    <message>
        <source>Model of the catalogue</source>
        <translation>Modèle du catalogue</translation>
    </message>
    <message>
        <source>Its name in the catalogue:</source>
        <translation>Son nom dans le catalogue :</translation>
    </message>
    <message>
        <source>Another catalogue</source>
        <translation>Autre catalogue</translation>
    </message>
    <message>
        <source>The catalogue {place} is read over http, so others can change it in transit, including the SHA-256 checksums of its models: use its https address if it has one.</source>
        <translation>Le catalogue {place} est lu par http, où d'autres peuvent le modifier en chemin, et avec lui les SHA-256 par lesquels ses modèles sont vérifiés : utilisez son adresse https, s'il en a une.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Résultats</translation>
    </message>
    <message>
        <source>Advanced parameters, options and list entries are explained in their tooltips.</source>
        <translation>Les paramètres avancés, les options et les entrées des listes sont expliqués dans leurs infobulles.</translation>
    </message>
    <message>
        <source>The model is in a temporary file, which QGIS deletes when it closes, and no copy could be kept ({reason}): save {path} yourself.</source>
        <translation>Le modèle se trouve dans un fichier temporaire, que QGIS supprime à sa fermeture, et aucune copie n'a pu être conservée ({reason}) : enregistrez vous-même {path}.</translation>
    </message>
    <message>
        <source>The model is in a temporary file, which QGIS deletes when it closes. A copy is kept: {path}</source>
        <translation>Le modèle se trouve dans un fichier temporaire, que QGIS supprime à sa fermeture. Une copie est conservée : {path}</translation>
    </message>
    <message>
        <source>{layer} has gaps between its rasters that no nodata value marks: set a nodata value for the raster in the database, or set EXTENT to where the layer has data.</source>
        <translation>{layer} a des vides entre ses rasters et rien qui les signale : donnez à son raster une valeur « sans données » dans la base de données, ou limitez EXTENT à l'endroit où la couche a des données.</translation>
    </message>
    <message>
        <source>{name} and {other} would be written to the same place, {output}: choose another name for one of them.</source>
        <translation>{name} et {other} seraient écrits au même endroit, {output} : choisissez un autre nom pour l’un des deux.</translation>
    </message>
    <message>
        <source>The input {path} was changed or removed while it was read: run again when nothing writes to it.</source>
        <translation>L’entrée {path} a été modifiée ou supprimée pendant sa lecture : relancez quand rien n’y écrit plus.</translation>
    </message>
    <message>
        <source>{name} {output} would replace the input {input}: choose another name.</source>
        <translation>{name} {output} remplacerait l’entrée {input} : choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{layer} returned no pixels for this extent: check that it shows in the map there, and try again.</source>
        <translation>{layer} n'a fourni aucun pixel pour cette emprise : vérifiez que la couche s'affiche à cet endroit de la carte, puis réessayez.</translation>
    </message>
    <message>
        <source>{layer} is read through QGIS: {columns} × {rows} pixels</source>
        <translation>{layer} est lu par QGIS : {columns} × {rows} pixels</translation>
    </message>
    <message>
        <source>Reading {layer}</source>
        <translation>Lecture de {layer}</translation>
    </message>
    <message>
        <source>{path} is a VRT whose pixels are computed by code in the file, which GDAL does not run here: save it as a GeoTIFF where it can be read, and use that.</source>
        <translation>{path} est un VRT dont les pixels sont calculés par du code contenu dans le fichier, que GDAL n'exécute pas ici : enregistrez-le en GeoTIFF là où il peut être lu, et utilisez celui-ci.</translation>
    </message>
    <message>
        <source>The pixels of {path} cannot be read ({reason}): it is damaged or incomplete, or refers to a file that is; copy or download it again.</source>
        <translation>Les pixels de {path} ne peuvent pas être lus ({reason}) : le fichier est endommagé ou incomplet, ou renvoie à un fichier qui l’est ; copiez-le ou téléchargez-le de nouveau.</translation>
    </message>
    <message>
        <source>{missing} parts of {layer} could not be fetched from the server ({reason}): try again later, or set EXTENT to where the layer has data.</source>
        <translation>{missing} parties de {layer} n'ont pas été reçues du serveur ({reason}) : réessayez plus tard, ou réglez EXTENT là où la couche a des données.</translation>
    </message>
    <message>
        <source>{missing} parts could not be fetched ({reason}): trying again</source>
        <translation>{missing} parties n'ont pas été reçues ({reason}) : nouvel essai</translation>
    </message>
    <message>
        <source>EXTENT does not touch {layer} ({name}).</source>
        <translation>EXTENT ne touche pas {layer} ({name}).</translation>
    </message>
    <message>
        <source>{layer} ({name}) would be {columns} × {rows} pixels: set a smaller EXTENT or a larger {resolution}.</source>
        <translation>{layer} ({name}) ferait {columns} × {rows} pixels : définissez un EXTENT plus petit ou une valeur plus grande de {resolution}.</translation>
    </message>
    <message>
        <source>{layer} ({name}) has no pixel size of its own: set EXTENT to the part to fetch and {resolution} to the pixel size.</source>
        <translation>{layer} ({name}) n'a pas de taille de pixel propre : réglez EXTENT sur la partie à récupérer et {resolution} sur la taille de pixel.</translation>
    </message>
    <message>
        <source>{name} must be a layer of polygons, which {layer} is not.</source>
        <translation>{name} doit être une couche de polygones, ce que {layer} n'est pas.</translation>
    </message>
    <message>
        <source>Made by Finer: {job}.</source>
        <translation>Créé par Finer : {job}.</translation>
    </message>
    <message>
        <source>Model: {model}</source>
        <translation>Modèle : {model}</translation>
    </message>
    <message>
        <source>Finer {finer}, torch {torch}, {device_name}</source>
        <translation>Finer {finer}, torch {torch}, {device_name}</translation>
    </message>
    <message>
        <source>Residual: {percent} %</source>
        <translation>Résidu : {percent} %</translation>
    </message>
    <message>
        <source>{layer} has values with a scale or a colour table that cannot be read through QGIS: save it as a GeoTIFF, and use that.</source>
        <translation>{layer} a des valeurs avec une échelle ou une table de couleurs qui ne peuvent être lues par QGIS : enregistrez-la en GeoTIFF et utilisez celui-ci.</translation>
    </message>
    <message>
        <source>{result} uncertainty</source>
        <translation>{result} incertitude</translation>
    </message>
    <message>
        <source>{coverage} % within ±{value}</source>
        <translation>{coverage} % dans ±{value}</translation>
    </message>
    <message>
        <source>{result} error, {coverage} % within</source>
        <translation>{result} erreur, {coverage} % dedans</translation>
    </message>
    <message>
        <source>{difference} above the input</source>
        <translation>{difference} au-dessus de l’entrée</translation>
    </message>
    <message>
        <source>{layer} SR consistency</source>
        <translation>{layer} SR cohérence</translation>
    </message>
    <message>
        <source>{layer} SR ×{scale}</source>
        <translation>{layer} SR ×{scale}</translation>
    </message>
    <message>
        <source>as the input</source>
        <translation>comme l’entrée</translation>
    </message>
    <message>
        <source>{difference} below the input</source>
        <translation>{difference} au-dessous de l’entrée</translation>
    </message>
    <message>
        <source>Adding {name} to the model library</source>
        <translation>Ajout de {name} à la bibliothèque de modèles</translation>
    </message>
    <message>
        <source>{name}, by {authors}</source>
        <translation>{name}, par {authors}</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licence : {licence}</translation>
    </message>
    <message>
        <source>The model is in your library already: {path}</source>
        <translation>Le modèle est déjà dans votre bibliothèque : {path}</translation>
    </message>
    <message>
        <source>The model is in your library: {path}</source>
        <translation>Le modèle est dans votre bibliothèque : {path}</translation>
    </message>
    <message>
        <source>{address} is not the file that the catalogue describes (its SHA-256 differs), and the downloaded copy was deleted. Tell the catalogue's maintainer.</source>
        <translation>{address} n'est pas le fichier que décrit le catalogue (son SHA-256 diffère) ; la copie téléchargée a été supprimée. Prévenez le responsable du catalogue.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to ({reason}): set another folder of Finer's files in its settings.</source>
        <translation>Impossible d'écrire dans le dossier {folder} ({reason}) : indiquez un autre dossier des fichiers de Finer dans ses paramètres.</translation>
    </message>
    <message>
        <source>The model library {folder} cannot be written to ({reason}): set another in the settings of Finer.</source>
        <translation>Impossible d'écrire dans la bibliothèque de modèles {folder} ({reason}) : indiquez-en une autre dans les paramètres de Finer.</translation>
    </message>
    <message>
        <source>This licence does not allow commercial use.</source>
        <translation>Cette licence ne permet pas d'usage commercial.</translation>
    </message>
    <message>
        <source>The earlier partial download is of another file: the download starts again.</source>
        <translation>Le téléchargement partiel antérieur est celui d'un autre fichier : le téléchargement recommence.</translation>
    </message>
    <message>
        <source>There is not enough disk space for {size} MB in {folder}: delete files on its disk, or set another folder of Finer's files in its settings.</source>
        <translation>Il n'y a pas de place pour {size} Mo dans {folder} : supprimez des fichiers sur son disque, ou indiquez un autre dossier des fichiers de Finer dans ses paramètres.</translation>
    </message>
    <message>
        <source>{address} is far larger than the catalogue says, so it is not the file described. Tell the catalogue's maintainer.</source>
        <translation>{address} est bien plus gros que ne l'indique le catalogue : ce n'est pas le fichier décrit. Prévenez le responsable du catalogue.</translation>
    </message>
    <message>
        <source>Downloading {name}: {done} of {size} MB</source>
        <translation>Téléchargement de {name} : {done} Mo sur {size}</translation>
    </message>
    <message>
        <source>{place} is a catalogue for a newer version of Finer: update the plugin.</source>
        <translation>{place} est un catalogue pour une version plus récente de Finer : mettez l'extension à jour.</translation>
    </message>
    <message>
        <source>{place} is not a catalogue of models: it must be JSON with format and models.</source>
        <translation>{place} n'est pas un catalogue de modèles : ce doit être du JSON avec format et models.</translation>
    </message>
    <message>
        <source>{place}: the entry {entry} has no valid {field}: correct the catalogue.</source>
        <translation>{place} : l'entrée {entry} n'a pas de {field} valable : corrigez le catalogue.</translation>
    </message>
    <message>
        <source>The catalogue has no model {name}: choose one of {known}.</source>
        <translation>Le catalogue n'a pas de modèle {name} : choisissez parmi {known}.</translation>
    </message>
    <message>
        <source>{place} is on a server and names a file, {file}: correct the catalogue.</source>
        <translation>{place} est sur un serveur et désigne un fichier, {file} : corrigez le catalogue.</translation>
    </message>
    <message>
        <source>{place} is too large for a catalogue of models: choose another.</source>
        <translation>{place} est trop gros pour un catalogue de modèles : choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The catalogue {place} cannot be read ({reason}): name another in the settings of Finer.</source>
        <translation>Impossible de lire le catalogue {place} ({reason}) : indiquez-en un autre dans les paramètres de Finer.</translation>
    </message>
    <message>
        <source>{address} could not be downloaded ({reason}): check the connection to {host} and QGIS' proxy settings, and run this again; it continues from where it stopped.</source>
        <translation>Impossible de télécharger {address} ({reason}) : vérifiez la connexion à {host} et les paramètres de proxy de QGIS, puis relancez ; le téléchargement reprend à partir de ce qui est là.</translation>
    </message>
    <message>
        <source>{address} is not there (HTTP {status}): tell the catalogue's maintainer.</source>
        <translation>{address} n'existe pas (HTTP {status}) : prévenez la personne qui tient le catalogue.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read ({reason}).</source>
        <translation>Impossible de lire le fichier {path} ({reason}).</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of Finer (package format {format}, this version reads {known}): update the plugin.</source>
        <translation>{path} a été créé par une version plus récente de Finer (format de paquet {format}, cette version lit {known}) : mettez à jour l'extension.</translation>
    </message>
    <message>
        <source>There is no file {path}: choose a model package (.srpk).</source>
        <translation>Il n'y a pas de fichier {path} : choisissez un paquet de modèle (.srpk).</translation>
    </message>
    <message>
        <source>{path} is not a model package (.srpk), or only a part of one: choose another file, or copy it again.</source>
        <translation>{path} n'est pas un paquet de modèle (.srpk), ou seulement une partie : choisissez un autre fichier, ou copiez-le de nouveau.</translation>
    </message>
    <message>
        <source>{name} cannot be the name of a file: choose another.</source>
        <translation>{name} ne peut pas être un nom de fichier : choisissez-en un autre.</translation>
    </message>
    <message>
        <source>There is a model {name} already: choose another name.</source>
        <translation>Il existe déjà un modèle {name} : choisissez un autre nom.</translation>
    </message>
    <message>
        <source>{name} is {text}, which is not a number: write it like 1000.5.</source>
        <translation>{name} vaut {text}, qui n’est pas un nombre : écrivez-le comme 1000.5.</translation>
    </message>
    <message>
        <source>{name} is {text}: write {number}, with a decimal point.</source>
        <translation>{name} vaut {text} : écrivez {number}, avec un point décimal.</translation>
    </message>
    <message>
        <source>{name} is {text}: write {number}, without a separator.</source>
        <translation>{name} vaut {text} : écrivez {number}, sans séparateur.</translation>
    </message>
    <message>
        <source>{name} must be a whole number.</source>
        <translation>{name} doit être un nombre entier.</translation>
    </message>
    <message>
        <source>{name} is {text}, whose comma may be a decimal comma: write {number} with a decimal point, or {numbers} with a semicolon.</source>
        <translation>{name} vaut {text}, dont la virgule peut être décimale : écrivez {number} avec un point décimal, ou {numbers} avec un point-virgule.</translation>
    </message>
    <message>
        <source>Blank: the model's own value or, with another {choice}, its default: {defaults}.</source>
        <translation>Vide : la valeur du modèle ou, avec un autre {choice}, sa valeur par défaut : {defaults}.</translation>
    </message>
    <message>
        <source>For example {example}. Blank keeps the defaults:</source>
        <translation>Par exemple {example}. Si vide, les valeurs par défaut :</translation>
    </message>
    <message>
        <source>For example {example}. Blank keeps the model's own values, or with another choice its defaults:</source>
        <translation>Par exemple {example}. Si vide, les valeurs du modèle ou, avec un autre choix, ses valeurs par défaut :</translation>
    </message>
    <message>
        <source>{value} of {member}</source>
        <translation>{value} pour {member}</translation>
    </message>
    <message>
        <source>Only for {members}.</source>
        <translation>Uniquement pour {members}.</translation>
    </message>
    <message>
        <source>By default {defaults}.</source>
        <translation>Par défaut : {defaults}.</translation>
    </message>
    <message>
        <source>{name} cannot be read at {text}: write it like {example}.</source>
        <translation>{name} est illisible à {text} : écrivez-le comme {example}.</translation>
    </message>
    <message>
        <source>{owner} has no option {option}: it has {known}.</source>
        <translation>{owner} n'a pas d'option {option} (choix possibles : {known}).</translation>
    </message>
    <message>
        <source>{name} must be one of {known}.</source>
        <translation>{name} doit être l'une de ces valeurs : {known}.</translation>
    </message>
    <message>
        <source>{name} is {crs}, which is no coordinate reference system: give one such as EPSG:3035.</source>
        <translation>{name} vaut {crs}, qui n’est pas un système de coordonnées de référence : indiquez-en un, tel que EPSG:3035.</translation>
    </message>
    <message>
        <source>{name} must be band numbers, such as {example}.</source>
        <translation>{name} doit être des numéros de bandes, comme {example}.</translation>
    </message>
    <message>
        <source>{name} must be numbers separated by commas, such as {example}.</source>
        <translation>{name} doit être des nombres séparés par des virgules, comme {example}.</translation>
    </message>
    <message>
        <source>{name} is {value}, and {other} in {place}: leave one of them out.</source>
        <translation>{name} vaut {value}, mais {other} dans {place} : retirez l'une de ces valeurs.</translation>
    </message>
    <message>
        <source>{name} must end in {suffix}: {path}</source>
        <translation>{name} doit se terminer par {suffix} : {path}</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist: create it or choose another OUTPUT.</source>
        <translation>Le dossier {folder} n'existe pas : créez-le ou choisissez un autre OUTPUT.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to ({reason}): choose another OUTPUT.</source>
        <translation>Impossible d'écrire dans le dossier {folder} ({reason}) : choisissez un autre OUTPUT.</translation>
    </message>
    <message>
        <source>{name} must be {low:g} or more.</source>
        <translation>{name} doit valoir au moins {low:g}.</translation>
    </message>
    <message>
        <source>{name} must be {high:g} or less.</source>
        <translation>{name} doit valoir au plus {high:g}.</translation>
    </message>
    <message>
        <source>Pixel size for online layers (map units of the layer)</source>
        <translation>Taille de pixel pour les couches en ligne (unités de carte de la couche)</translation>
    </message>
    <message>
        <source>Online layers (XYZ, WMS, WMTS) have no pixel size of their own: set this, and the extent to fetch. Other layers do not need it.</source>
        <translation>Les couches en ligne (XYZ, WMS, WMTS) n'ont pas de taille de pixel propre : définissez-la, ainsi que l'emprise à récupérer. Les autres couches n'en ont pas besoin.</translation>
    </message>
    <message>
        <source>The name of a model that comes with Finer or is in your model library is also accepted.</source>
        <translation>Le nom d'un modèle fourni avec Finer ou présent dans votre bibliothèque de modèles est aussi accepté.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <source>SR models</source>
        <translation>Modèles SR</translation>
    </message>
    <message>
        <source>Weights and ONNX models</source>
        <translation>Poids et modèles ONNX</translation>
    </message>
    <message>
        <source>Training checkpoints</source>
        <translation>Points de reprise d'un entraînement</translation>
    </message>
    <message>
        <source>Sentinel-2 products</source>
        <translation>Produits de Sentinel-2</translation>
    </message>
    <message>
        <source>HTML files</source>
        <translation>Fichiers HTML</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>encore environ {time}</translation>
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
        <translation>Finer : super-résolution d'images satellite et aériennes</translation>
    </message>
    <message>
        <source>The list of algorithms {path} cannot be read ({reason}): install the plugin again.</source>
        <translation>La liste des algorithmes {path} est illisible ({reason}) : réinstallez l'extension.</translation>
    </message>
    <message>
        <source>There is not enough disk space in QGIS' folder for temporary files, {folder} ({free} MB are free, up to {needed} MB are needed): delete files on its disk, such as folders {left} of earlier runs there, or set another in QGIS' Processing options or TMPDIR.</source>
        <translation>Il n’y a pas assez de place dans le dossier des fichiers temporaires de QGIS, {folder} ({free} Mo sont libres, jusqu’à {needed} Mo sont nécessaires) : supprimez des fichiers sur son disque, comme les dossiers {left} d’exécutions précédentes, ou choisissez-en un autre dans les options de traitement de QGIS ou dans TMPDIR.</translation>
    </message>
    <message>
        <source>There is not enough disk space in QGIS' folder for temporary files, {folder} ({free} MB are free): delete files on its disk, such as folders {left} of earlier runs there, or set another in QGIS' Processing options or TMPDIR.</source>
        <translation>Il n’y a pas assez de place dans le dossier des fichiers temporaires de QGIS, {folder} ({free} Mo sont libres) : supprimez des fichiers sur son disque, comme les dossiers {left} d’exécutions précédentes, ou choisissez-en un autre dans les options de traitement de QGIS ou dans TMPDIR.</translation>
    </message>
    <message>
        <source>1,234.5</source>
        <translation>1 234,5</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Télécharger…</translation>
    </message>
    <message>
        <source>Download {name} ({size})?</source>
        <translation>Télécharger {name} ({size}) ?</translation>
    </message>
    <message>
        <source>By {authors}.</source>
        <translation>Par {authors}.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Only what fits the layer</source>
        <translation>Seulement ce qui convient à la couche</translation>
    </message>
    <message>
        <source>not for commercial use</source>
        <translation>pas d'usage commercial</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>Est dans la bibliothèque</translation>
    </message>
    <message>
        <source>Compare two layers</source>
        <translation>Comparer deux couches</translation>
    </message>
    <message>
        <source>Colour the right one like the left one</source>
        <translation>Colorer celle de droite comme celle de gauche</translation>
    </message>
    <message>
        <source>Delete the model {name} for good?
{path}</source>
        <translation>Supprimer définitivement le modèle {name} ?
{path}</translation>
    </message>
    <message>
        <source>Model library</source>
        <translation>Bibliothèque de modèles</translation>
    </message>
    <message>
        <source>No models yet. Download one from the catalogue, create one with “Train SR model” or “Import SR model” in the Processing toolbox, or add a model file with Import…</source>
        <translation>Aucun modèle pour l'instant. Le catalogue en a ; « Entraîner un modèle SR » et « Importer un modèle SR », dans la boîte à outils de traitements, en créent un ; Importer… ajoute un modèle que l'on vous a remis.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Sur cet ordinateur</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Importer un modèle</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>{name} (comes with Finer)</source>
        <translation>{name} (fourni avec Finer)</translation>
    </message>
    <message>
        <source>Use…</source>
        <translation>Utiliser…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Afficher le dossier</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importer…</translation>
    </message>
    <message>
        <source>Open two raster layers to compare: a raster and its super-resolved version.</source>
        <translation>Ouvrez deux couches raster à comparer : une, et sa version super-résolue.</translation>
    </message>
    <message>
        <source>Show {result} in the map first, above {layer}.</source>
        <translation>Affichez d'abord {result} dans la carte, au-dessus de {layer}.</translation>
    </message>
    <message>
        <source>Drag the line: {layer} is on its left. Choose the same menu entry again to stop.</source>
        <translation>Déplacez la ligne : {layer} est à sa gauche. Choisissez de nouveau la même entrée du menu pour terminer.</translation>
    </message>
    <message>
        <source>Super-resolve a layer…</source>
        <translation>Super-résoudre une couche…</translation>
    </message>
    <message>
        <source>Compare two layers…</source>
        <translation>Comparer deux couches…</translation>
    </message>
    <message>
        <source>Compare by swipe</source>
        <translation>Comparer par balayage</translation>
    </message>
    <message>
        <source>Model library…</source>
        <translation>Bibliothèque de modèles…</translation>
    </message>
    <message>
        <source>All tools, in the Processing toolbox</source>
        <translation>Tous les outils, dans la boîte à outils de traitements</translation>
    </message>
    <message>
        <source>Set up the engine…</source>
        <translation>Installer le moteur…</translation>
    </message>
    <message>
        <source>State of the engine…</source>
        <translation>État du moteur…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Paramètres…</translation>
    </message>
    <message>
        <source>Get started…</source>
        <translation>Premiers pas…</translation>
    </message>
    <message>
        <source>Quick start</source>
        <translation>Démarrage rapide</translation>
    </message>
    <message>
        <source>Settings of Finer</source>
        <translation>Paramètres de Finer</translation>
    </message>
    <message>
        <source>models, in the folder of Finer's files</source>
        <translation>models, dans le dossier des fichiers de Finer</translation>
    </message>
    <message>
        <source>the one that “Set up SR engine” creates</source>
        <translation>celui que crée « Installer le moteur SR »</translation>
    </message>
    <message>
        <source>only that of Finer</source>
        <translation>seulement celui de Finer</translation>
    </message>
    <message>
        <source>A file, or an address (https, http). Its models are listed before Finer's own.</source>
        <translation>Un fichier, ou une adresse (https, http). Ses modèles précèdent ceux de Finer.</translation>
    </message>
    <message>
        <source>graphics card if there is one</source>
        <translation>carte graphique s'il y en a une</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>Carte graphique NVIDIA</translation>
    </message>
    <message>
        <source>Apple's GPU</source>
        <translation>Processeur graphique d'Apple</translation>
    </message>
    <message>
        <source>Folder for Finer's files and its engine</source>
        <translation>Dossier des fichiers de Finer et de son moteur</translation>
    </message>
    <message>
        <source>Your team's catalogue of models</source>
        <translation>Catalogue de modèles de votre équipe</translation>
    </message>
    <message>
        <source>Device for runs set to auto</source>
        <translation>Périphérique des exécutions réglées sur auto</translation>
    </message>
    <message>
        <source>Another Python as the engine</source>
        <translation>Un autre Python comme moteur</translation>
    </message>
    <message>
        <source>The environment variable {name} says {value}.</source>
        <translation>La variable d'environnement {name} indique {value}.</translation>
    </message>
    <message>
        <source>Blank fields use the defaults shown in grey.</source>
        <translation>Un champ vide correspond à la valeur par défaut affichée en gris.</translation>
    </message>
    <message>
        <source>Get started with Finer</source>
        <translation>Premiers pas avec Finer</translation>
    </message>
    <message>
        <source>Three steps to a first super-resolved raster; completed steps are ticked. To open this page again: Raster ▸ Finer ▸ Get started…</source>
        <translation>Trois étapes vers un premier raster super-résolu ; les étapes terminées sont cochées. Pour rouvrir cette page : Raster ▸ Finer ▸ Premiers pas…</translation>
    </message>
    <message>
        <source>Set up the engine</source>
        <translation>Installer le moteur</translation>
    </message>
    <message>
        <source>Open a raster: Finer finds a model for it</source>
        <translation>Ouvrir un raster, pour lequel Finer trouve un modèle</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Exécuter</translation>
    </message>
    <message>
        <source>Set it up another way…</source>
        <translation>Installer autrement…</translation>
    </message>
    <message>
        <source>With PyTorch, from a folder of packages without internet, or on another Python.</source>
        <translation>Avec PyTorch, sans internet depuis un dossier de paquets, ou sur un autre Python.</translation>
    </message>
    <message>
        <source>Open a raster…</source>
        <translation>Ouvrir un raster…</translation>
    </message>
    <message>
        <source>Find a satellite scene…</source>
        <translation>Trouver une scène satellite…</translation>
    </message>
    <message>
        <source>{result} is in the project.</source>
        <translation>{result} est dans le projet.</translation>
    </message>
    <message>
        <source>Setup is running. You can close this window and continue to use QGIS.</source>
        <translation>L'installation est en cours. Vous pouvez fermer cette fenêtre et continuer à utiliser QGIS.</translation>
    </message>
    <message>
        <source>The project has no raster yet. Open an aerial image, a satellite scene or an orthophoto, or download a free Sentinel-2 scene of a place.</source>
        <translation>Le projet n'a pas encore de raster. Ouvrez une image aérienne, une scène satellite ou une orthophoto, ou faites chercher une scène Sentinel-2 libre d'un lieu.</translation>
    </message>
    <message>
        <source>The model that fits {layer} best is {model}:</source>
        <translation>Le modèle qui convient le mieux à {layer} est {model} :</translation>
    </message>
    <message>
        <source>“Super-resolve a layer…” opens with the layer and model filled in: press Run. “Try it here…” super-resolves the middle of the map in seconds.</source>
        <translation>« Super-résoudre une couche… » s'ouvre avec la couche et le modèle remplis : cliquez-y sur Exécuter. « Essayer ici… » montre en quelques secondes le centre de la carte.</translation>
    </message>
    <message>
        <source>Available when the steps above are done.</source>
        <translation>Disponible quand les étapes ci-dessus sont faites.</translation>
    </message>
    <message>
        <source>The SR engine is set up on this computer.</source>
        <translation>Le moteur SR est installé sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Its packages belong to another version of Finer: set it up again to update them.</source>
        <translation>Ses paquets sont ceux d'une autre version de Finer : réinstallez-le pour les renouveler.</translation>
    </message>
    <message>
        <source>{problem} Setup downloads 80 MB, takes about half a minute, is needed once, and does not change QGIS' Python.</source>
        <translation>{problem} L'installation télécharge 80 Mo, dure environ une demi-minute, n'est nécessaire qu'une fois et ne modifie pas le Python de QGIS.</translation>
    </message>
    <message>
        <source>State of the SR engine</source>
        <translation>État du moteur SR</translation>
    </message>
    <message>
        <source>Testing the engine with a real computation…</source>
        <translation>Le moteur est testé par un vrai calcul…</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>Copier pour un signalement</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Installer…</translation>
    </message>
    <message>
        <source>Use this model…</source>
        <translation>Utiliser ce modèle…</translation>
    </message>
    <message>
        <source>Bicubic resampling</source>
        <translation>Rééchantillonnage bicubique</translation>
    </message>
    <message>
        <source>Try models on the middle of the map</source>
        <translation>Essayer des modèles sur le milieu de la carte</translation>
    </message>
    <message>
        <source>Try the map's middle again</source>
        <translation>Réessayer au milieu de la carte</translation>
    </message>
    <message>
        <source>Open a raster layer to try models on.</source>
        <translation>Ouvrez une couche raster sur laquelle essayer des modèles.</translation>
    </message>
    <message>
        <source>Models cannot be tried on {layer}, which has no pixel size of its own: super-resolve a small extent of it instead.</source>
        <translation>Les modèles ne peuvent pas être essayés sur {layer}, qui n'a pas de taille de pixel propre : super-résolvez plutôt une petite emprise de cette couche.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Calcul en cours…</translation>
    </message>
    <message>
        <source>The whole layer: {forecast}</source>
        <translation>La couche entière : {forecast}</translation>
    </message>
    <message>
        <source>The middle of the map is outside {layer}: the middle of the layer is shown.</source>
        <translation>Le centre de la carte est en dehors de {layer} : le centre de la couche est affiché.</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>En attente…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <source>None of the {count} rasters could be super-resolved. {raster}: {reason} The reasons for all are in {path}.</source>
        <translation>Aucun des {count} rasters n'a pu être super-résolu. {raster} : {reason} Les raisons pour tous sont dans {path}.</translation>
    </message>
    <message>
        <source>Summary of {count} rasters: {done} done, {failed} failed, {left} not run.</source>
        <translation>Résumé de {count} rasters : {done} terminés, {failed} échoués, {left} non exécutés.</translation>
    </message>
    <message>
        <source>The table: {path}</source>
        <translation>Le tableau : {path}</translation>
    </message>
    <message>
        <source>The summary {path} cannot be written ({reason}): close what uses it, or choose another OUTPUT.</source>
        <translation>Le résumé {path} ne peut pas être écrit ({reason}) : fermez ce qui l'utilise, ou choisissez un autre OUTPUT.</translation>
    </message>
    <message>
        <source>Super-resolve and evaluate</source>
        <translation>Super-résoudre et évaluer</translation>
    </message>
    <message>
        <source>A super-resolved raster, and a report on the model's accuracy on similar rasters, in one run.</source>
        <translation>Un raster super-résolu, et un rapport sur la précision du modèle sur des rasters semblables, en une seule exécution.</translation>
    </message>
    <message>
        <source>Super-resolves a raster with a trained model, and reports how reliable the result is: the raster is
downsampled by the model's scale, as the images that the model was trained on were, super-resolved again, and
compared with the original, as is bicubic resampling.

This is Wald's protocol. It tests the model at pixels scale times as large as those of the raster and
needs no other data. The report shows metrics and pictures.</source>
        <translation>Super-résout un raster avec un modèle entraîné et indique la fiabilité du résultat : le raster est réduit selon l'échelle du modèle, comme les images sur lesquelles le modèle a été entraîné, super-résolu de nouveau, puis comparé à l'original, en regard du rééchantillonnage bicubique.

C'est le protocole de Wald. Il évalue le modèle sur des pixels agrandis du facteur d'échelle par rapport à ceux auxquels il s'applique, et ne demande aucune autre donnée. Le rapport présente des chiffres et des images.</translation>
    </message>
    <message>
        <source>Super-resolve many rasters</source>
        <translation>Super-résoudre de nombreux rasters</translation>
    </message>
    <message>
        <source>Ready-made models</source>
        <translation>Modèles prêts à l'emploi</translation>
    </message>
    <message>
        <source>A folder, or many layers, in one run, with a summary of the results.</source>
        <translation>Un dossier, ou de nombreuses couches, en une exécution, avec un résumé des résultats.</translation>
    </message>
    <message>
        <source>Super-resolves many rasters with one model: layers of the project, files, and all rasters in a folder.
Each raster is processed separately, with its own coordinate system, bands and nodata, and its result is
written to the output folder. If one fails, the others are still processed.

The file summary.csv in that folder lists each raster with its result and the time it took, or the error
and the page that explains it. It is updated after every raster, also when the run is cancelled.</source>
        <translation>Rend plus fins de nombreux rasters avec un seul modèle : couches du projet, fichiers, et tous les rasters d'un dossier. Chaque raster est traité séparément, avec son propre système de coordonnées, ses bandes et son nodata, et son résultat est écrit dans le dossier de sortie. Si l'un échoue, les autres sont tout de même traités.

Le fichier summary.csv de ce dossier donne pour chaque raster le résultat et la durée, ou l'erreur et la page qui l'explique. Il est mis à jour après chaque raster, aussi quand l'exécution est annulée.</translation>
    </message>
    <message>
        <source>OUTPUT and INPUT_FOLDER are the same folder, {folder}, so a later run would use the results as input: choose another folder.</source>
        <translation>OUTPUT et INPUT_FOLDER sont le même dossier, {folder} ; une exécution ultérieure prendrait les résultats comme entrées : choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Layers of the project, or files.</source>
        <translation>Couches du projet, ou fichiers.</translation>
    </message>
    <message>
        <source>All rasters in a folder, in addition to those above. Subfolders are skipped.</source>
        <translation>Tous les rasters d'un dossier, en plus de ceux ci-dessus. Les sous-dossiers sont ignorés.</translation>
    </message>
    <message>
        <source>Add each result to the project, styled like its raster.</source>
        <translation>Ajouter chaque résultat au projet, avec le style de son raster.</translation>
    </message>
    <message>
        <source>Each result is named after its raster, as NAME_sr.tif; existing files are replaced.</source>
        <translation>Chaque résultat porte le nom de son raster, comme NOM_sr.tif ; les fichiers existants sont remplacés.</translation>
    </message>
    <message>
        <source>There is no raster: set INPUTS, or INPUT_FOLDER to a folder that contains rasters.</source>
        <translation>Il n'y a pas de raster : indiquez INPUTS, ou dans INPUT_FOLDER un dossier qui en contient.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({reason}): choose another INPUT_FOLDER.</source>
        <translation>Le dossier {folder} ne peut pas être lu ({reason}) : choisissez un autre INPUT_FOLDER.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Path of summary.csv in the folder of the results.</source>
        <translation>Chemin de summary.csv dans le dossier des résultats.</translation>
    </message>
    <message>
        <source>Rasters done</source>
        <translation>Rasters terminés</translation>
    </message>
    <message>
        <source>Number of rasters that have a result.</source>
        <translation>Nombre de rasters ayant un résultat.</translation>
    </message>
    <message>
        <source>Rasters that failed</source>
        <translation>Rasters échoués</translation>
    </message>
    <message>
        <source>Number of rasters without a result; the summary gives the reasons.</source>
        <translation>Nombre de rasters sans résultat ; le résumé donne les raisons.</translation>
    </message>
    <message>
        <source>Rasters</source>
        <translation>Rasters</translation>
    </message>
    <message>
        <source>Folder of rasters</source>
        <translation>Dossier de rasters</translation>
    </message>
    <message>
        <source>Open the results</source>
        <translation>Ouvrir les résultats</translation>
    </message>
    <message>
        <source>Folder of the results</source>
        <translation>Dossier des résultats</translation>
    </message>
    <message>
        <source>Raster {number} of {count}: {name}</source>
        <translation>Raster {number} sur {count} : {name}</translation>
    </message>
    <message>
        <source>Train from one image</source>
        <translation>Entraîner à partir d'une image</translation>
    </message>
    <message>
        <source>Trains a super-resolution model on one raster and evaluates it, in one run.</source>
        <translation>Entraîne un modèle de super-résolution sur un raster et l'évalue, en une seule exécution.</translation>
    </message>
    <message>
        <source>Trains a super-resolution model on one raster: cuts it into pairs of high- and low-resolution tiles,
trains a network on them, and evaluates it, together with bicubic resampling, on tiles that were not used
for training.

The model sharpens rasters that look like this one with pixels that are scale times as large: other places
or days of the same sensor, or those of a coarser sensor. The raster should show a few square kilometres
of varied land. For more settings run "Export SR training tiles" and "Train SR model".</source>
        <translation>Entraîne un modèle de super-résolution sur un raster : le découpe en paires de tuiles à haute et à basse résolution, entraîne un réseau sur ces paires et l'évalue, en regard du rééchantillonnage bicubique, sur des tuiles qui n'ont pas servi à l'entraînement.

Le modèle affine les rasters qui ressemblent à celui-ci avec des pixels agrandis du facteur d'échelle : d'autres lieux ou d'autres dates du même capteur, ou ceux d'un capteur moins fin. Le raster devrait montrer quelques kilomètres carrés de terrain varié. Pour davantage de réglages, exécutez « Exporter des tuiles d'entraînement SR » et « Entraîner un modèle SR ».</translation>
    </message>
    <message>
        <source>{title} failed; the log says why.</source>
        <translation>Échec de {title} ; le journal indique pourquoi.</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {title}</source>
        <translation>Étape {number} sur {count} : {title}</translation>
    </message>
    <message>
        <source>{target} could not be replaced ({reason}): close what uses it, or choose another OUTPUT.</source>
        <translation>{target} n'a pas pu être remplacé ({reason}) : fermez ce qui l'utilise, ou choisissez un autre OUTPUT.</translation>
    </message>
    <message>
        <source>{target} is a folder: choose the name of a file.</source>
        <translation>{target} est un dossier : choisissez le nom d’un fichier.</translation>
    </message>
    <message>
        <source>{target} is a device and not a file: choose the name of a file.</source>
        <translation>{target} est un périphérique et non un fichier : choisissez le nom d'un fichier.</translation>
    </message>
    <message>
        <source>{target} cannot be the name of a file ({reason}): choose another OUTPUT.</source>
        <translation>{target} ne peut pas être le nom d'un fichier ({reason}) : choisissez un autre OUTPUT.</translation>
    </message>
    <message>
        <source>The model does not support scale {scale}: it supports {known}.</source>
        <translation>Le modèle ne gère pas l'échelle {scale}, mais {known}.</translation>
    </message>
    <message>
        <source>{backbone} has no size {size}: leave SIZE blank, and set its options in BACKBONE_OPTIONS.</source>
        <translation>{backbone} n'a pas de taille {size} : laissez SIZE vide et réglez ses options dans BACKBONE_OPTIONS.</translation>
    </message>
    <message>
        <source>{backbone} does not support scale {scale}: it supports {known}.</source>
        <translation>{backbone} ne gère pas l'échelle {scale}, mais {known}.</translation>
    </message>
    <message>
        <source>image_size={image_size} is not a multiple of the scale, which is {scale}: choose one that is.</source>
        <translation>image_size={image_size} n'est pas un multiple de l'échelle, qui est {scale} : choisissez-en un.</translation>
    </message>
    <message>
        <source>{backbone} is built for images of one size: set image_size, in high-resolution pixels.</source>
        <translation>{backbone} est conçu pour des images d'une seule taille : définissez image_size, en pixels à haute résolution.</translation>
    </message>
    <message>
        <source>FREEZE is {asked}, but the network has only {count} blocks: use at most {count}, or a share such as 0.5.</source>
        <translation>FREEZE vaut {asked}, mais le réseau n'a que {count} blocs : utilisez au plus {count}, ou une proportion telle que 0.5.</translation>
    </message>
    <message>
        <source>heads={heads} does not divide n_feats={n_feats}: set heads to a divisor of n_feats.</source>
        <translation>heads={heads} ne divise pas n_feats={n_feats} : mettez dans heads un diviseur de n_feats.</translation>
    </message>
    <message>
        <source>{n_feats} features cannot be divided into {groups} groups: set conv_groups to a divisor of n_feats.</source>
        <translation>{n_feats} caractéristiques ne se divisent pas en {groups} groupes : mettez dans conv_groups un diviseur de n_feats.</translation>
    </message>
    <message>
        <source>split_size={sides} does not fit: the larger must be a multiple of the smaller.</source>
        <translation>split_size={sides} ne convient pas : le plus grand côté doit être un multiple du plus petit.</translation>
    </message>
    <message>
        <source>heads={heads} does not fit: half of them attend in each rectangle.</source>
        <translation>heads={heads} ne convient pas : la moitié agit dans chaque rectangle ; prenez un nombre pair.</translation>
    </message>
    <message>
        <source>overlap_window={overlap} does not fit window_size={window}: it must be larger by an even number.</source>
        <translation>overlap_window={overlap} ne convient pas à window_size={window} : il doit être plus grand d'un nombre pair.</translation>
    </message>
    <message>
        <source>PLKSR takes an odd kernel, partial_feats of at most n_feats, and with block_norm=group n_feats that is a multiple of {groups}: change kernel={kernel}, partial_feats={partial_feats} or n_feats={n_feats}.</source>
        <translation>PLKSR demande un kernel impair, partial_feats d'au plus n_feats et, avec block_norm=group, un n_feats multiple de {groups} : changez kernel={kernel}, partial_feats={partial_feats} ou n_feats={n_feats}.</translation>
    </message>
    <message>
        <source>up_feats belongs to upsampler=pixelshuffle: leave out one of the two.</source>
        <translation>up_feats va avec upsampler=pixelshuffle : retirez l'un des deux.</translation>
    </message>
    <message>
        <source>unshuffle={unshuffle} needs upsampler=nearest, which returns to the input's resolution in steps: leave out one of the two.</source>
        <translation>unshuffle={unshuffle} demande upsampler=nearest, qui revient par étapes à la résolution d'entrée : retirez l'un des deux.</translation>
    </message>
    <message>
        <source>{backbone} needs a guide with the pixels of the result: at scale {scale} {scale} times as fine as the bands, and this one is {ratio} times as fine. Choose another network, scale or guide.</source>
        <translation>{backbone} demande un guide qui a les pixels du résultat : à l'échelle {scale}, {scale} fois plus fin que les bandes, et celui-ci est {ratio} fois plus fin. Choisissez un autre réseau, une autre échelle ou un autre guide.</translation>
    </message>
    <message>
        <source>Images of {size} pixels cannot be halved {times} times, as channel_mults wants: image_size, or PATCH_SIZE × scale where that is blank, must be a multiple of {multiple}.</source>
        <translation>Des images de {size} pixels ne peuvent pas être divisées par deux {times} fois, comme le veut channel_mults : image_size, ou PATCH_SIZE × échelle s'il est vide, doit être un multiple de {multiple}.</translation>
    </message>
    <message>
        <source>norm_groups={norm_groups} does not divide the {channels} channels of level {level}: choose one of {known}.</source>
        <translation>norm_groups={norm_groups} ne divise pas les {channels} canaux du niveau {level} : choisissez l'une de ces valeurs : {known}.</translation>
    </message>
    <message>
        <source>embed_dim={embed_dim} is not a multiple of num_heads={num_heads}: choose num_heads that divides it.</source>
        <translation>embed_dim={embed_dim} n'est pas un multiple de num_heads={num_heads} : choisissez un num_heads qui le divise.</translation>
    </message>
    <message>
        <source>depth={depth} is even, and one block is in the middle: choose {less} or {more}.</source>
        <translation>depth={depth} est pair, alors qu'un bloc se trouve au milieu : choisissez {less} ou {more}.</translation>
    </message>
    <message>
        <source>Images of {size} pixels cannot be cut into squares of token_size={token}: image_size, or PATCH_SIZE × scale where that is blank, must be a multiple of {token}.</source>
        <translation>Des images de {size} pixels ne peuvent pas être découpées en carrés de token_size={token} : image_size, ou PATCH_SIZE × échelle s'il est vide, doit être un multiple de {token}.</translation>
    </message>
    <message>
        <source>The blocks are computed by {theirs} and this computer has {here}: give all computers the same SR engine.</source>
        <translation>Les blocs sont calculés par {theirs} et cet ordinateur a {here} : donnez à tous les ordinateurs le même moteur SR.</translation>
    </message>
    <message>
        <source>{count} of {total} blocks could not be computed. Block {name}: {reason} All are listed in {file}; the same run tries them again.</source>
        <translation>{count} blocs sur {total} n'ont pas pu être calculés. Bloc {name} : {reason} Tous sont listés dans {file} ; la même exécution les essaie de nouveau.</translation>
    </message>
    <message>
        <source>Block {block}: {reason}</source>
        <translation>Bloc {block} : {reason}</translation>
    </message>
    <message>
        <source>Another run is writing blocks into {folder}: wait until it has finished, or choose another OUTPUT.</source>
        <translation>Une autre exécution écrit des blocs dans {folder} : attendez qu'elle ait fini, ou choisissez un autre OUTPUT.</translation>
    </message>
    <message>
        <source>PART={text} is not a part: write 1/8 for the first of eight, up to 8/8.</source>
        <translation>PART={text} n'est pas une partie : écrivez 1/8 pour la première de huit, jusqu'à 8/8.</translation>
    </message>
    <message>
        <source>{file} cannot be read: delete the folder to start again, or choose another OUTPUT.</source>
        <translation>{file} ne peut pas être lu : supprimez le dossier pour recommencer, ou choisissez un autre OUTPUT.</translation>
    </message>
    <message>
        <source>The blocks in {folder} were made with other settings ({names}): restore them to continue, delete the folder to start again, or choose another OUTPUT.</source>
        <translation>Les blocs dans {folder} ont été faits avec d'autres réglages ({names}) : remettez-les comme ils étaient pour continuer, supprimez le dossier pour recommencer, ou choisissez un autre OUTPUT.</translation>
    </message>
    <message>
        <source>The blocks in {folder} were made by Finer {theirs}, and this is {own}: continue with that version, delete the folder to start again, or choose another OUTPUT.</source>
        <translation>Les blocs dans {folder} ont été faits par Finer {theirs}, et ceci est {own} : continuez avec cette version, supprimez le dossier pour recommencer, ou choisissez un autre OUTPUT.</translation>
    </message>
    <message>
        <source>Parts of a run share the blocks of a VRT: let OUTPUT end in .vrt.</source>
        <translation>Les parties d'une exécution partagent les blocs d'un VRT : faites finir OUTPUT par .vrt.</translation>
    </message>
    <message>
        <source>In s3:// blocks are not joined into one file: let OUTPUT end in .vrt.</source>
        <translation>Dans s3://, les blocs ne sont pas réunis en un seul fichier : OUTPUT doit se terminer par .vrt.</translation>
    </message>
    <message>
        <source>{total} blocks, of which {there} are there and {missing} are computed now.</source>
        <translation>{total} blocs, dont {there} sont là et {missing} sont calculés maintenant.</translation>
    </message>
    <message>
        <source>Blocks that were computed cannot be seen in {folder}: let all computers see it under this path, and run again.</source>
        <translation>Des blocs calculés ne sont pas visibles dans {folder} : rendez ce dossier accessible sous ce chemin sur tous les ordinateurs, puis relancez.</translation>
    </message>
    <message>
        <source>This part is done; the part that finishes last joins all blocks.</source>
        <translation>Cette partie est faite ; la dernière partie de l'exécution à finir assemble tous les blocs.</translation>
    </message>
    <message>
        <source>Joining the blocks</source>
        <translation>Assemblage des blocs</translation>
    </message>
    <message>
        <source>WORKERS and SCHEDULER need Dask, which the SR engine does not have: run "Set up SR engine" with CLUSTER.</source>
        <translation>WORKERS et SCHEDULER demandent Dask, que le moteur SR n'a pas : exécutez « Installer le moteur SR » avec CLUSTER.</translation>
    </message>
    <message>
        <source>There is no Dask scheduler at {address} ({reason}): start one with "dask scheduler" and its workers with "dask worker {address}", or correct SCHEDULER.</source>
        <translation>Il n'y a pas d'ordonnanceur Dask à {address} ({reason}) : démarrez-en un avec « dask scheduler » et ses workers avec « dask worker {address} », ou corrigez SCHEDULER.</translation>
    </message>
    <message>
        <source>The worker {worker} came late, and the run did not let it know with how many it shares its cores: run again.</source>
        <translation>Le worker {worker} est arrivé en cours de route et le traitement ne lui a pas indiqué avec combien d'autres il partage ses cœurs : relancez le traitement.</translation>
    </message>
    <message>
        <source>The Dask scheduler is gone: when there is one again, the same run continues with the blocks that are missing.</source>
        <translation>L'ordonnanceur Dask a disparu : dès qu'il y en a de nouveau un, la même exécution continue avec les blocs manquants.</translation>
    </message>
    <message>
        <source>Waiting for workers</source>
        <translation>En attente de workers</translation>
    </message>
    <message>
        <source>{done} of {total} blocks</source>
        <translation>{done} blocs sur {total}</translation>
    </message>
    <message>
        <source>In s3:// a run in blocks cannot keep what it prepares from the scene: choose an OUTPUT on a disk.</source>
        <translation>Dans s3://, un traitement par blocs ne peut pas conserver ce qu'il prépare à partir de la scène : choisissez un OUTPUT sur un disque.</translation>
    </message>
    <message>
        <source>Waiting for another part of the run</source>
        <translation>En attente d'une autre partie du traitement</translation>
    </message>
    <message>
        <source>{path} and {other} differ in bands, data type, nodata, scale or offset: rasters of a folder must be alike.</source>
        <translation>{path} et {other} diffèrent par leurs bandes, leur type de données, leur valeur nodata, leur échelle ou leur décalage : les rasters d'un dossier doivent être semblables.</translation>
    </message>
    <message>
        <source>{path} is a VRT: take it out of the folder, or give it alone as INPUT.</source>
        <translation>{path} est un VRT : retirez-le du dossier, ou donnez-le seul comme INPUT.</translation>
    </message>
    <message>
        <source>The bands of {path} have different nodata values: process it alone, not as part of a folder.</source>
        <translation>Les bandes de {path} ont des valeurs nodata différentes : traitez-le seul, et non avec d'autres d'un dossier.</translation>
    </message>
    <message>
        <source>There is no SLURM here: run this where sbatch is, such as on a login node.</source>
        <translation>Il n'y a pas de SLURM ici : lancez ceci là où se trouve sbatch, par exemple sur un nœud de connexion.</translation>
    </message>
    <message>
        <source>{file} should be a YAML file with jobs, cores, memory and walltime, such as: jobs: 16</source>
        <translation>{file} doit être un fichier YAML avec jobs, cores, memory et walltime, par exemple : jobs: 16</translation>
    </message>
    <message>
        <source>--slurm needs dask-jobqueue, which the SR engine does not have: run "Set up SR engine" with CLUSTER.</source>
        <translation>--slurm demande dask-jobqueue, que le moteur SR n'a pas : lancez « Installer le moteur SR » avec CLUSTER.</translation>
    </message>
    <message>
        <source>{file} is not valid for dask-jobqueue: {reason}</source>
        <translation>{file} n'est pas tel que dask-jobqueue le demande : {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be warped to TARGET_CRS ({reason}): choose a coordinate reference system that holds its place.</source>
        <translation>{path} ne peut pas être reprojeté vers TARGET_CRS ({reason}) : choisissez un système de coordonnées de référence qui couvre ce lieu.</translation>
    </message>
    <message>
        <source>{path} has no coordinate reference system, from which it could be warped to TARGET_CRS: assign one, or leave TARGET_CRS blank.</source>
        <translation>{path} n’a pas de système de coordonnées de référence à partir duquel le reprojeter vers TARGET_CRS : attribuez-en un, ou laissez TARGET_CRS vide.</translation>
    </message>
    <message>
        <source>Pixels of {path} are measured in another unit than TARGET_CRS has: set TARGET_RESOLUTION, the pixel size in units of TARGET_CRS ({unit}).</source>
        <translation>Les pixels de {path} sont mesurés dans une autre unité que celle de TARGET_CRS : définissez TARGET_RESOLUTION, la taille des pixels en unités de TARGET_CRS ({unit}).</translation>
    </message>
    <message>
        <source>TARGET_RESOLUTION is {size}, but pixels of {path} are about {own} wide in TARGET_CRS: choose {least} to {most}, in units of TARGET_CRS.</source>
        <translation>TARGET_RESOLUTION vaut {size}, mais les pixels de {path} ont une largeur d'environ {own} dans TARGET_CRS : choisissez une valeur de {least} à {most}, en unités de TARGET_CRS.</translation>
    </message>
    <message>
        <source>The worker {worker} has {name} {theirs}, and this run {own}: give all computers the same SR engine.</source>
        <translation>Le worker {worker} a {name} {theirs} et cette exécution {own} : donnez à tous les ordinateurs le même moteur SR.</translation>
    </message>
    <message>
        <source>The worker {worker} cannot load Finer's engine ({reason}): start it with the Python of the same SR engine, with PYTHONPATH set to the plugin's folder.</source>
        <translation>Le worker {worker} ne peut pas charger le moteur de Finer ({reason}) : démarrez-le avec le Python du même moteur SR, PYTHONPATH désignant le dossier de l'extension.</translation>
    </message>
    <message>
        <source>The SR engine lacks the package {package}: run "Set up SR engine" to renew it.</source>
        <translation>Il manque au moteur SR le paquet {package} : exécutez « Installer le moteur SR » pour le renouveler.</translation>
    </message>
    <message>
        <source>Memory ran out: use a smaller TILE_SIZE, PATCH_SIZE or BATCH_SIZE.</source>
        <translation>La mémoire ne suffit pas : réduisez TILE_SIZE, PATCH_SIZE ou BATCH_SIZE.</translation>
    </message>
    <message>
        <source>The job file {path} cannot be read.</source>
        <translation>Le fichier de tâche {path} est illisible.</translation>
    </message>
    <message>
        <source>A job is one JSON object with a "job", such as {example}.</source>
        <translation>Une tâche est un objet JSON contenant un "job", comme {example}.</translation>
    </message>
    <message>
        <source>There is no tile set in {folder} (no {info}), and its images, such as {path}, are not pairs: put the two images of a pair under one name into the folders lr and hr, or end their names in _lr and _hr.</source>
        <translation>Il n'y a pas de jeu de tuiles dans {folder} (pas de {info}), et ses images, telles que {path}, ne forment pas de paires : placez les deux images d'une paire sous un même nom dans les dossiers lr et hr, ou terminez leurs noms par _lr et _hr.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({reason}).</source>
        <translation>Le dossier {folder} est illisible ({reason}).</translation>
    </message>
    <message>
        <source>There is no tile set in {folder} (no {info}, and no pairs of images in folders such as lr and hr): make one with "Export SR training tiles".</source>
        <translation>Il n'y a pas de jeu de tuiles dans {folder} (pas de {info}, ni de paires d'images dans des dossiers tels que lr et hr) : créez-en un avec « Exporter des tuiles d'entraînement SR ».</translation>
    </message>
    <message>
        <source>{count} of {total} images of {folder} have no counterpart, such as {path}: give both images of a pair the same name.</source>
        <translation>Il manque à {count} images sur {total} de {folder} leur autre moitié, par exemple à {path} : donnez le même nom aux deux images d'une paire.</translation>
    </message>
    <message>
        <source>{folder} is an ArcGIS export of a single raster: make pairs of it with "Export SR training tiles", with its folder {images} as INPUT_FOLDER.</source>
        <translation>{folder} est un export ArcGIS d'un seul raster : faites-en des paires avec « Exporter des tuiles d'entraînement SR », avec son dossier {images} comme INPUT_FOLDER.</translation>
    </message>
    <message>
        <source>{folder}: {layout} with {count} pairs in {first} and {second}.</source>
        <translation>{folder} : {layout} avec {count} paires dans {first} et {second}.</translation>
    </message>
    <message>
        <source>others</source>
        <translation>les autres</translation>
    </message>
    <message>
        <source>Pixel value × {gain} + {offset} = physical value.</source>
        <translation>Valeur de pixel × {gain} + {offset} = valeur physique.</translation>
    </message>
    <message>
        <source>According to pixel size, {lr} is the low-resolution side and {hr} the high-resolution one: scale {scale}, HR tiles of {size} pixels, {bands} {dtype} bands.</source>
        <translation>D'après la taille de ses pixels, {lr} est le côté à basse résolution et {hr} celui à haute résolution : échelle {scale}, tuiles HR de {size} pixels, {bands} bandes {dtype}.</translation>
    </message>
    <message>
        <source>Tiles are divided into the splits of the folder.</source>
        <translation>Les tuiles sont réparties comme dans le dossier.</translation>
    </message>
    <message>
        <source>Tiles are divided by blocks of land: no pixel is in two splits.</source>
        <translation>Les tuiles sont réparties par blocs de terrain : aucun pixel ne figure dans deux parties.</translation>
    </message>
    <message>
        <source>The high-resolution training tiles of {folder} have a band without a valid pixel.</source>
        <translation>Les tuiles d'entraînement à haute résolution de {folder} ont une bande sans aucun pixel valide.</translation>
    </message>
    <message>
        <source>{count} images have no counterpart and are left out, such as {path}.</source>
        <translation>{count} images sans leur autre moitié sont écartées, par exemple {path}.</translation>
    </message>
    <message>
        <source>Reading {path}</source>
        <translation>Lecture de {path}</translation>
    </message>
    <message>
        <source>LR tiles are HR tiles reduced by antialiased bicubic resampling.</source>
        <translation>Les tuiles LR sont les tuiles HR après rééchantillonnage bicubique avec anticrénelage.</translation>
    </message>
    <message>
        <source>Some tiles are not squares of this size: pixels beyond it, right and below, are not used.</source>
        <translation>Les tuiles ne sont pas toutes des carrés de cette taille : ce qui dépasse, à droite et en bas, n'est pas utilisé.</translation>
    </message>
    <message>
        <source>{count} pairs lie in none of its splits and are left out.</source>
        <translation>{count} paires n'appartiennent à aucune de ses parties et sont écartées.</translation>
    </message>
    <message>
        <source>It has no validation tiles: a tenth of its training tiles are used for validation.</source>
        <translation>Il n'a pas de tuiles de validation : un dixième de ses tuiles d'entraînement sert à la validation.</translation>
    </message>
    <message>
        <source>Warning: {count} tiles show land that is in another split as well: metrics on them are too optimistic.</source>
        <translation>Attention : {count} tuiles montrent un terrain qui figure aussi dans une autre partie : les chiffres obtenus sur elles sont trop bons.</translation>
    </message>
    <message>
        <source>Tiles have no georeference: they are divided by name, so that neighbours may be in different splits.</source>
        <translation>Les tuiles n'ont pas de géoréférencement : elles sont réparties par nom, si bien que des voisines peuvent être dans des parties différentes.</translation>
    </message>
    <message>
        <source>{count} tiles across the borders of blocks are left out.</source>
        <translation>{count} tuiles à cheval sur des limites de blocs sont écartées.</translation>
    </message>
    <message>
        <source>Measuring training tile {number} of {count}</source>
        <translation>Mesure de la tuile d'entraînement {number} sur {count}</translation>
    </message>
    <message>
        <source>{path} and its counterpart, {other}, have pixels of the same size: one of them should be coarser, so export it at its own resolution.</source>
        <translation>{path} et son autre moitié, {other}, ont des pixels de même taille : l'un des deux devrait être plus grossier ; exportez-le à sa propre résolution.</translation>
    </message>
    <message>
        <source>{path} ({width} × {height} pixels) and its counterpart, {other} ({other_width} × {other_height}), do not differ by a whole number in resolution: make pairs of the rasters themselves with "Export SR training tiles", which resamples.</source>
        <translation>{path} ({width} × {height} pixels) et son autre moitié, {other} ({other_width} × {other_height}), ne diffèrent pas d'un nombre entier en résolution : faites des paires à partir des rasters eux-mêmes avec « Exporter des tuiles d'entraînement SR », qui rééchantillonne.</translation>
    </message>
    <message>
        <source>The origin of {path} is {apart:.1f} of its pixels away from that of its counterpart, {other}: make pairs of the rasters themselves with "Export SR training tiles", which resamples.</source>
        <translation>{path} commence à {apart:.1f} de ses pixels de son autre moitié, {other} : faites des paires à partir des rasters eux-mêmes avec « Exporter des tuiles d'entraînement SR », qui rééchantillonne.</translation>
    </message>
    <message>
        <source>The tiles are not squares of one size, for {small} has {small_width} × {small_height} pixels and {large} {large_width} × {large_height}: cut them again with "Export SR training tiles".</source>
        <translation>Les tuiles ne sont pas des carrés d'une seule taille, car {small} fait {small_width} × {small_height} pixels et {large} {large_width} × {large_height} : redécoupez-les avec « Exporter des tuiles d'entraînement SR ».</translation>
    </message>
    <message>
        <source>The last band of {path} and others is tagged alpha, and its values could be opacity or measured ones: save the images without it if it is opacity, or without that tag if it is data such as infrared.</source>
        <translation>La dernière bande de {path} et d'autres est marquée alpha, et ses valeurs pourraient être une opacité ou des mesures : enregistrez les images sans elle si c'est une opacité, ou sans cette marque si ce sont des données comme l'infrarouge.</translation>
    </message>
    <message>
        <source>The bands of {path} are {lr} and those of its counterpart, {other}, are {hr}: put them in the same order.</source>
        <translation>Les bandes de {path} sont {lr} et celles de son autre moitié, {other}, sont {hr} : mettez-les dans le même ordre.</translation>
    </message>
    <message>
        <source>{path} and its counterpart, {other}, have another ratio of pixel sizes ({own:g}) than most pairs ({usual:g}): remove them.</source>
        <translation>{path} et son autre moitié, {other}, ont un autre rapport de tailles de pixel ({own:g}) que la plupart des paires ({usual:g}) : retirez-les.</translation>
    </message>
    <message>
        <source>{path} declares another scale or offset of its bands than {other}: save all images with the same.</source>
        <translation>{path} déclare pour ses bandes une autre échelle ou un autre décalage que {other} : enregistrez toutes les images avec les mêmes.</translation>
    </message>
    <message>
        <source>{path} has {own} bands and other images have {usual}: save all images with the same bands.</source>
        <translation>{path} a {own} bandes et d'autres images en ont {usual} : enregistrez toutes les images avec les mêmes bandes.</translation>
    </message>
    <message>
        <source>{path} has {dtype} pixels and {other} has {other_dtype} ones: save all images with the same type of pixels.</source>
        <translation>{path} a des pixels {dtype} et {other} des pixels {other_dtype} : enregistrez toutes les images avec le même type de pixels.</translation>
    </message>
    <message>
        <source>{folder} has images in more than two folders, and which two are the sides of pairs is not clear: leave two, such as lr and hr, and move the others elsewhere.</source>
        <translation>{folder} contient des images dans plus de deux dossiers, et rien n'indique lesquels sont les deux côtés des paires : laissez-en deux, tels que lr et hr, et déplacez les autres ailleurs.</translation>
    </message>
    <message>
        <source>Comparing pair {number} of {count}</source>
        <translation>Comparaison de la paire {number} sur {count}</translation>
    </message>
    <message>
        <source>Warning: the two sides of the {total} pairs seem to show different land, as their details agree no better than those of different pairs: check that the right images are paired.</source>
        <translation>Attention : les deux côtés des {total} paires semblent montrer des terrains différents, car leurs détails ne concordent pas mieux que ceux de paires différentes : vérifiez que les bonnes images sont appariées.</translation>
    </message>
    <message>
        <source>Warning: the two sides of {count} of {total} pairs seem to show different land, as their details do not agree: {names}. Check them, and remove or correct wrong pairs.</source>
        <translation>Attention : les deux côtés de {count} des {total} paires ne semblent pas montrer le même terrain, car leurs détails ne concordent pas : {names}. Regardez-les, et retirez ou corrigez ce qui est faux.</translation>
    </message>
    <message>
        <source>PATCH_SIZE is {size}, but a low-resolution tile is only {side} pixels wide: use a PATCH_SIZE of at most {side}, or export larger tiles.</source>
        <translation>PATCH_SIZE vaut {size}, mais une tuile à basse résolution ne fait que {side} pixels de large : utilisez un PATCH_SIZE d'au plus {side}, ou exportez des tuiles plus grandes.</translation>
    </message>
    <message>
        <source>A batch has only {patches} patches for {count} processes: use a larger BATCH_SIZE, or start fewer.</source>
        <translation>Un lot n'a que {patches} imagettes pour {count} processus : utilisez un BATCH_SIZE plus grand, ou lancez moins de processus.</translation>
    </message>
    <message>
        <source>PATCH_SIZE is {size}, and the network learns scale {scale} as well, for which tiles of {tile_size} pixels are too small: export tiles with a TILE_SIZE of {needed}, or use a smaller PATCH_SIZE.</source>
        <translation>PATCH_SIZE vaut {size}, et le réseau apprend aussi l'échelle {scale}, pour laquelle les tuiles de {tile_size} pixels sont trop petites : exportez des tuiles avec un TILE_SIZE de {needed}, ou utilisez un PATCH_SIZE plus petit.</translation>
    </message>
    <message>
        <source>The tiles are too few, or lie too close together, to be divided into training, validation and test tiles without the same land in two of them: put them into folders train, val and test, or add tiles of other land.</source>
        <translation>Les tuiles sont trop peu nombreuses, ou trop proches les unes des autres, pour être réparties en entraînement, validation et test sans que le même terrain figure dans deux d'entre eux : placez-les dans des dossiers train, val et test, ou ajoutez des tuiles d'un autre terrain.</translation>
    </message>
    <message>
        <source>train tiles</source>
        <translation>tuiles d'entraînement</translation>
    </message>
    <message>
        <source>val tiles</source>
        <translation>tuiles de validation</translation>
    </message>
    <message>
        <source>test tiles</source>
        <translation>tuiles de test</translation>
    </message>
    <message>
        <source>SPLIT requires {wanted} kinds of tiles, but there is land for {found} separate blocks only: use a smaller TILE_SIZE, a larger area or more rasters, or 0 % for one kind.</source>
        <translation>SPLIT demande {wanted} sortes de tuiles, mais le terrain ne suffit que pour {found} blocs séparés : utilisez un TILE_SIZE plus petit, une zone plus grande ou davantage de rasters, ou 0 % pour une sorte.</translation>
    </message>
    <message>
        <source>{count} train</source>
        <translation>{count} d'entraînement</translation>
    </message>
    <message>
        <source>{count} val</source>
        <translation>{count} de validation</translation>
    </message>
    <message>
        <source>{count} test</source>
        <translation>{count} de test</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}): free disk space, or choose another OUTPUT.</source>
        <translation>{path} n'a pas pu être écrit ({reason}) : libérez de la place, ou choisissez un autre OUTPUT.</translation>
    </message>
    <message>
        <source>{path} is a file: choose the folder of a tile set, which holds tileset.json.</source>
        <translation>{path} est un fichier : choisissez le dossier d'un jeu de tuiles, qui contient tileset.json.</translation>
    </message>
    <message>
        <source>The tile set {folder} does not exist.</source>
        <translation>Le jeu de tuiles {folder} n'existe pas.</translation>
    </message>
    <message>
        <source>The tile set {folder} lacks {count} of its files, such as {path}: export it again.</source>
        <translation>Il manque au jeu de tuiles {folder} {count} de ses fichiers, par exemple {path} : exportez-le de nouveau.</translation>
    </message>
    <message>
        <source>The tile set {folder} has no {tiles}: export it with a SPLIT that leaves some for {split}.</source>
        <translation>Le jeu de tuiles {folder} n'a pas de {tiles} : exportez-le avec un SPLIT qui en laisse pour {split}.</translation>
    </message>
    <message>
        <source>The tile {path} is not of the size that {info} says: export the tile set again.</source>
        <translation>La tuile {path} n'a pas la taille indiquée par {info} : exportez de nouveau le jeu de tuiles.</translation>
    </message>
    <message>
        <source>The tile {path} has {found} pixels and not the {wanted} ones that {info} says: export the tile set again.</source>
        <translation>La tuile {path} a des pixels {found} et non les pixels {wanted} qu'indique {info} : exportez de nouveau le jeu de tuiles.</translation>
    </message>
    <message>
        <source>The tiles in {folder} have a guide for scale {own}, and what it is at scale {scale} is not known: set multi_scale=false in BACKBONE_OPTIONS, choose a BACKBONE for one scale, such as edsr, or export tiles without GUIDE.</source>
        <translation>Les tuiles de {folder} ont un guide pour l'échelle {own}, et ce qu'il est à l'échelle {scale} n'est pas connu : indiquez multi_scale=false dans BACKBONE_OPTIONS, choisissez un BACKBONE pour une seule échelle, comme edsr, ou exportez des tuiles sans GUIDE.</translation>
    </message>
    <message>
        <source>The low-resolution side of {folder} was observed at scale {own}, and what it is at scale {scale} is not known: set multi_scale=false in BACKBONE_OPTIONS, choose a BACKBONE for one scale, such as edsr, or export tiles without INPUT_LR.</source>
        <translation>Le côté à basse résolution de {folder} a été observé à l'échelle {own}, et on ignore ce qu'il est à l'échelle {scale} : indiquez multi_scale=false dans BACKBONE_OPTIONS, choisissez un BACKBONE à une seule échelle, tel que edsr, ou exportez des tuiles sans INPUT_LR.</translation>
    </message>
    <message>
        <source>The tile {path} is damaged: export the tile set again.</source>
        <translation>La tuile {path} est endommagée : exportez de nouveau le jeu de tuiles.</translation>
    </message>
    <message>
        <source>The tile set {folder} was made by a newer Finer: update this one.</source>
        <translation>Le jeu de tuiles {folder} a été créé par une version plus récente de Finer : mettez celle-ci à jour.</translation>
    </message>
    <message>
        <source>{path} is damaged: export the tile set again.</source>
        <translation>{path} est endommagé : exportez de nouveau le jeu de tuiles.</translation>
    </message>
    <message>
        <source>The option {option} has {count} numbers for {bands} bands: give one number, or one for each band.</source>
        <translation>L'option {option} a {count} nombres pour {bands} bandes : donnez un seul nombre, ou un par bande.</translation>
    </message>
    <message>
        <source>The option jpeg is for rasters of 8-bit pixels (uint8), and these are {dtype}: leave it out.</source>
        <translation>L'option jpeg est réservée aux rasters à pixels de 8 bits (uint8), et ceux-ci sont {dtype} : retirez-la.</translation>
    </message>
    <message>
        <source>noise of {values}</source>
        <translation>bruit de {values}</translation>
    </message>
    <message>
        <source>JPEG of quality {quality}</source>
        <translation>JPEG de qualité {quality}</translation>
    </message>
    <message>
        <source>the mean of the area</source>
        <translation>moyenne de la surface</translation>
    </message>
    <message>
        <source>antialiased bicubic resampling</source>
        <translation>rééchantillonnage bicubique avec anticrénelage</translation>
    </message>
    <message>
        <source>antialiased bilinear resampling</source>
        <translation>rééchantillonnage bilinéaire avec anticrénelage</translation>
    </message>
    <message>
        <source>the MTF ({values} at the Nyquist frequency)</source>
        <translation>FTM ({values} à la fréquence de Nyquist)</translation>
    </message>
    <message>
        <source>The bands of {sensor} cannot be identified: set mtf.</source>
        <translation>Les bandes de {sensor} ne peuvent pas être identifiées : réglez mtf.</translation>
    </message>
    <message>
        <source>the MTF of {sensor} ({values} at the Nyquist frequency)</source>
        <translation>FTM de {sensor} ({values} à la fréquence de Nyquist)</translation>
    </message>
    <message>
        <source>The options mtf and sensor exclude each other: give one of them.</source>
        <translation>Les options mtf et sensor s'excluent : donnez l'une des deux.</translation>
    </message>
    <message>
        <source>Band {number} is called {name}, which is not a band of {sensor}: instead of sensor, give mtf with one number for each band ({known}).</source>
        <translation>La bande {number} s'appelle {name}, ce qui n'est pas une bande de {sensor} : au lieu de sensor, donnez mtf avec un nombre par bande ({known}).</translation>
    </message>
    <message>
        <source>for each tile another blur between antialiased bicubic resampling and MTF {mtf:g}, bands up to {shift:g} pixels apart</source>
        <translation>pour chaque tuile un autre flou, entre le rééchantillonnage bicubique anticrénelé et une FTM de {mtf:g}, des bandes décalées jusqu'à {shift:g} pixel</translation>
    </message>
    <message>
        <source>{steps}; {share:.0%} of the tiles clean</source>
        <translation>{steps} ; {share:.0%} des tuiles intactes</translation>
    </message>
    <message>
        <source>The option jpeg2000 is for rasters of 8-bit pixels (uint8), and these are {dtype}: leave it out.</source>
        <translation>L'option jpeg2000 est réservée aux rasters à pixels de 8 bits (uint8), et ceux-ci sont {dtype} : retirez-la.</translation>
    </message>
    <message>
        <source>noise of up to {values}</source>
        <translation>un bruit jusqu'à {values}</translation>
    </message>
    <message>
        <source>JPEG of quality {quality} to {best} in {share:.0%}</source>
        <translation>JPEG de qualité {quality} à {best} dans {share:.0%}</translation>
    </message>
    <message>
        <source>JPEG 2000 of {best:g} to {most:g} times smaller files in {share:.0%}</source>
        <translation>JPEG 2000 à fichiers {best:g} à {most:g} fois plus petits dans {share:.0%}</translation>
    </message>
    <message>
        <source>Computing on {device}: the model is in ONNX, and ONNX Runtime cannot use {better} here.</source>
        <translation>Calcul sur {device} : le modèle est en ONNX, et ONNX Runtime ne peut pas utiliser {better} ici.</translation>
    </message>
    <message>
        <source>There is no {device} device that the SR engine can use here: set DEVICE to "auto" or "cpu".</source>
        <translation>Il n'y a pas ici de périphérique {device} utilisable par le moteur SR : réglez DEVICE sur "auto" ou "cpu".</translation>
    </message>
    <message>
        <source>CPU: {count} threads</source>
        <translation>CPU : {count} fils d'exécution</translation>
    </message>
    <message>
        <source>Computing on {device}.</source>
        <translation>Calcul sur {device}.</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot use {device} here, and this model is in ONNX: set DEVICE to "auto" or "cpu".</source>
        <translation>ONNX Runtime ne peut pas utiliser {device} ici, et ce modèle est en ONNX : réglez DEVICE sur "auto" ou "cpu".</translation>
    </message>
    <message>
        <source>DEVICE={device} needs PyTorch, which the light SR engine does not have: set DEVICE to auto, cpu or vulkan, or run "Set up SR engine" with PARTS set to complete.</source>
        <translation>DEVICE={device} demande PyTorch, que le moteur SR léger n'a pas : réglez DEVICE sur auto, cpu ou vulkan, ou exécutez « Installer le moteur SR » avec PARTS réglé sur complete.</translation>
    </message>
    <message>
        <source>n_timestep is {asked}, but the model was trained with {trained} steps: choose at most that many.</source>
        <translation>n_timestep vaut {asked}, mais le modèle a été entraîné avec {trained} pas : n'en choisissez pas davantage.</translation>
    </message>
    <message>
        <source>The sampler {sampler} is for models trained with the objective {other}, and this one was trained with {own}: set SAMPLER to one of {known}.</source>
        <translation>L'échantillonneur {sampler} est pour les modèles qui ont appris par l'objectif {other}, et celui-ci a appris par {own} : réglez SAMPLER sur l'un de {known}.</translation>
    </message>
    <message>
        <source>SCHEDULE says where the steps lie, and so does spacing={spacing}: leave one of them out.</source>
        <translation>SCHEDULE détermine où se placent les pas, et spacing={spacing} aussi : retirez l'un des deux.</translation>
    </message>
    <message>
        <source>This model was trained with the objective flow, which has no noise schedule: leave {parameter} blank.</source>
        <translation>Ce modèle a appris par l'objectif flow, qui n'a pas de calendrier de bruit : laissez {parameter} vide.</translation>
    </message>
    <message>
        <source>linear_start is {start} and must not be above linear_end, which is {end}.</source>
        <translation>linear_start vaut {start} et ne doit pas dépasser linear_end, qui vaut {end}.</translation>
    </message>
    <message>
        <source>This needs the complete SR engine, and the one that is set up is the light one, which only runs models: run "Set up SR engine" with PARTS set to complete.</source>
        <translation>Cela demande le moteur SR complet, et celui qui est installé est le moteur léger, qui ne fait qu'appliquer des modèles : exécutez « Installer le moteur SR » avec PARTS réglé sur complete.</translation>
    </message>
    <message>
        <source>{count} tiles are too few to calibrate errors on: at least {needed} are needed, 100 or more are better.</source>
        <translation>{count} tuiles sont trop peu pour y étalonner les erreurs : il en faut {needed} ou plus, et 100 ou plus valent mieux.</translation>
    </message>
    <message>
        <source>Calibrating errors</source>
        <translation>Étalonnage des erreurs</translation>
    </message>
    <message>
        <source>{count} {tiles} are too few to calibrate the errors of results, for OUTPUT_ERROR of "Classify pixels with SR model": that needs {needed} or more, or CALIBRATE of "Evaluate SR model" on other tiles.</source>
        <translation>{count} {tiles} sont trop peu pour savoir de combien les résultats peuvent s’écarter, pour OUTPUT_ERROR de « Classer les pixels avec un modèle SR » : il en faut {needed} ou plus, ou CALIBRATE de « Évaluer un modèle SR » sur d’autres tuiles.</translation>
    </message>
    <message>
        <source>Measuring the fixed pattern</source>
        <translation>Mesure du motif fixe</translation>
    </message>
    <message>
        <source>No train tile in {folder} has a valid pixel.</source>
        <translation>Aucune tuile d'entraînement de {folder} n'a de pixel valide.</translation>
    </message>
    <message>
        <source>No val tile in {folder} has a valid pixel.</source>
        <translation>Aucune tuile de validation de {folder} n'a de pixel valide.</translation>
    </message>
    <message>
        <source>No test tile in {folder} has a valid pixel.</source>
        <translation>Aucune tuile de test de {folder} n'a de pixel valide.</translation>
    </message>
    <message>
        <source>Minimum gain</source>
        <translation>Plus faible gain</translation>
    </message>
    <message>
        <source>Median gain</source>
        <translation>Gain médian</translation>
    </message>
    <message>
        <source>Maximum gain</source>
        <translation>Plus fort gain</translation>
    </message>
    <message>
        <source>The model is for scale {model} and the tiles in {folder} are for scale {tiles}: export tiles with SCALE {model}, or choose another model.</source>
        <translation>Le modèle est pour l'échelle {model} et les tuiles de {folder} pour l'échelle {tiles} : exportez des tuiles avec SCALE {model}, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>The model takes {model} bands and the tiles in {folder} have {tiles}: export tiles with the model's BANDS, or choose another model.</source>
        <translation>Le modèle prend {model} bandes et les tuiles de {folder} en ont {tiles} : exportez des tuiles avec les BANDS du modèle, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>The model takes {model} channels in all and the tiles in {folder} have {tiles}: one of the two has a guide that the other lacks, or another one; export tiles with the model's GUIDE, or choose another model.</source>
        <translation>Le modèle prend {model} canaux en tout et les tuiles de {folder} en ont {tiles} : l'un des deux a un guide que l'autre n'a pas, ou un autre ; exportez des tuiles avec le GUIDE du modèle, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>Measuring tile {number} of {count}</source>
        <translation>Mesure de la tuile {number} sur {count}</translation>
    </message>
    <message>
        <source>Results of ONNX Runtime and of the model differ by {share:.1e} of their range. Nothing was written.</source>
        <translation>Les résultats d'ONNX Runtime et du modèle diffèrent de {share:.1e} de leur étendue. Rien n'a été écrit.</translation>
    </message>
    <message>
        <source>The network cannot be written in ONNX ({reason}).</source>
        <translation>Le réseau ne peut pas être écrit en ONNX ({reason}).</translation>
    </message>
    <message>
        <source>There is not enough disk space in {folder} ({reason}; {free} MB are free, about {needed} MB are needed): delete what unfinished runs have left there ({left}), or other files, or choose another OUTPUT.</source>
        <translation>Il n’y a pas assez de place dans {folder} ({reason} ; {free} Mo sont libres, environ {needed} Mo sont nécessaires) : supprimez-y ce que des exécutions inachevées ont laissé ({left}), ou d’autres fichiers, ou choisissez un autre OUTPUT.</translation>
    </message>
    <message>
        <source>A disk is full ({reason}): free space on the one with OUTPUT, or on the one with the folder for temporary files, {folder}, where {free} MB are free, or set another in TMPDIR.</source>
        <translation>Un disque est plein ({reason}) : libérez de la place sur celui de OUTPUT, ou sur celui du dossier des fichiers temporaires, {folder}, où {free} Mo sont libres, ou indiquez-en un autre dans TMPDIR.</translation>
    </message>
    <message>
        <source>There is not enough disk space in {folder} ({reason}; {free} MB are free): delete what unfinished runs have left there ({left}), or other files, or choose another OUTPUT.</source>
        <translation>Il n’y a pas assez de place dans {folder} ({reason} ; {free} Mo sont libres) : supprimez-y ce que des exécutions inachevées ont laissé ({left}), ou d’autres fichiers, ou choisissez un autre OUTPUT.</translation>
    </message>
    <message>
        <source>There is not enough disk space in {folder} ({reason}; {free} MB are free, about {needed} MB are needed): delete files on this disk, or choose another OUTPUT.</source>
        <translation>Il n’y a pas assez de place dans {folder} ({reason} ; {free} Mo sont libres, environ {needed} Mo sont nécessaires) : supprimez des fichiers sur ce disque, ou choisissez un autre OUTPUT.</translation>
    </message>
    <message>
        <source>There is not enough disk space in {folder} ({reason}; {free} MB are free): delete files on this disk, or choose another OUTPUT.</source>
        <translation>Il n’y a pas assez de place dans {folder} ({reason} ; {free} Mo sont libres) : supprimez des fichiers sur ce disque, ou choisissez un autre OUTPUT.</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Cœurs</translation>
    </message>
    <message>
        <source>{others} and {last}</source>
        <translation>{others} et {last}</translation>
    </message>
    <message>
        <source>{others} or {last}</source>
        <translation>{others} ou {last}</translation>
    </message>
    <message>
        <source>{path} contains program code and not only weights, and loading it would run that code: choose another file from the page where the model is published, or ask its author to save only the network's state_dict(), or to export it to ONNX.</source>
        <translation>{path} contient du code de programme et pas seulement des poids, et le charger l'exécuterait : choisissez un autre fichier sur la page où le modèle est publié, ou demandez à son auteur d'enregistrer seulement le state_dict() du réseau, ou de l'exporter en ONNX.</translation>
    </message>
    <message>
        <source>{path} contains no weights (state_dict): choose the file of weights from the page where the model is published, or ask its author to save only the network's state_dict(), or to export it to ONNX.</source>
        <translation>{path} ne contient pas de poids (state_dict) : choisissez le fichier de poids sur la page où le modèle est publié, ou demandez à son auteur d'enregistrer seulement le state_dict() du réseau, ou de l'exporter en ONNX.</translation>
    </message>
    <message>
        <source>{path} is not a weights file (.pth, .pt, .safetensors) or is damaged: {reason}.</source>
        <translation>{path} n'est pas un fichier de poids (.pth, .pt, .safetensors), ou est endommagé : {reason}.</translation>
    </message>
    <message>
        <source>{path} refers to the weights file {name}, which is missing: copy the model again, with that file.</source>
        <translation>{path} renvoie au fichier de poids {name}, qui manque : copiez de nouveau le modèle, avec ce fichier.</translation>
    </message>
    <message>
        <source>{path} is not a model of ArcGIS (.dlpk, or .emd beside its weights), or a damaged one: copy it again.</source>
        <translation>{path} n'est pas un modèle d'ArcGIS (.dlpk, ou .emd à côté de ses poids), ou il est endommagé : copiez-le à nouveau.</translation>
    </message>
    <message>
        <source>{path} is a model of another kind ({kind}), and only SuperResolution can be imported.</source>
        <translation>{path} est un modèle d'un autre type ({kind}), et seul SuperResolution peut être importé.</translation>
    </message>
    <message>
        <source>ArcGIS applies an unsharp mask to the network's output, which is not part of the weights and is not imported: results here are the network's own. The file does not state how ArcGIS enlarges the image before the network: here it is bicubic.</source>
        <translation>ArcGIS applique à la sortie du réseau un masque flou (unsharp mask), qui ne fait pas partie des poids et n'est pas importé : les résultats sont ici ceux du réseau lui-même. Le fichier n'indique pas comment ArcGIS agrandit l'image avant le réseau : ici, c'est de façon bicubique.</translation>
    </message>
    <message>
        <source>The file does not state how ArcGIS enlarges the image before the network: here it is bilinear, as in its training.</source>
        <translation>Le fichier ne dit pas comment ArcGIS agrandit l'image avant le réseau : ici c'est de façon bilinéaire, comme lors de l'entraînement du réseau.</translation>
    </message>
    <message>
        <source>Only ArcGIS SuperResolution models with the networks SR3 and U-Net can be imported, and this one is {network}: train one with SR3 or a ResNet, or export it to ONNX and import that.</source>
        <translation>Des modèles SuperResolution d'ArcGIS, ceux à réseaux SR3 et U-Net peuvent être importés, et celui-ci est {network} : entraînez-en un avec SR3 ou un ResNet, ou exportez-le en ONNX et importez cela.</translation>
    </message>
    <message>
        <source>The model definition is of another network than its weights: export the model from ArcGIS again.</source>
        <translation>La définition du modèle est d'un autre réseau que ses poids : exportez de nouveau le modèle depuis ArcGIS.</translation>
    </message>
    <message>
        <source>The statistics in the model definition do not fit the weights, which are of {bands} bands: export the model from ArcGIS again.</source>
        <translation>Les statistiques de la définition du modèle ne correspondent pas aux poids, qui sont pour {bands} bandes : exportez à nouveau le modèle depuis ArcGIS.</translation>
    </message>
    <message>
        <source>There is no file {path}: choose the file with the weights.</source>
        <translation>Il n'y a pas de fichier {path} : choisissez le fichier contenant les poids.</translation>
    </message>
    <message>
        <source>{path} is empty: download or copy it again.</source>
        <translation>{path} est vide : téléchargez-le ou copiez-le à nouveau.</translation>
    </message>
    <message>
        <source>{path} is a macOS metadata file of {owner} and contains no weights: choose {owner} instead.</source>
        <translation>{path} est un fichier de métadonnées macOS de {owner} et ne contient pas de poids : choisissez plutôt {owner}.</translation>
    </message>
    <message>
        <source>{path} is a web page and not the file that the page offers: open its address in a browser, and download the file itself.</source>
        <translation>{path} est une page web et non le fichier qu'elle propose : ouvrez son adresse dans un navigateur et téléchargez le fichier lui-même.</translation>
    </message>
    <message>
        <source>{path} is a Git LFS pointer to the weights file: run git lfs pull where it was cloned, or download the file itself from the website.</source>
        <translation>{path} n'est qu'un pointeur Git LFS vers le fichier des poids : lancez git lfs pull dans le dépôt cloné, ou téléchargez le fichier lui-même depuis le site.</translation>
    </message>
    <message>
        <source>{path} is a text file and not one of weights (.pth, .pt, .safetensors): download the file itself.</source>
        <translation>{path} est un fichier texte et non un fichier de poids (.pth, .pt, .safetensors) : téléchargez le fichier lui-même.</translation>
    </message>
    <message>
        <source>{path} is a TorchScript archive, a program with its weights: save the network's state_dict() alone, or export it to ONNX.</source>
        <translation>{path} est une archive TorchScript, un programme avec ses poids : enregistrez seulement le state_dict() du réseau, ou exportez-le en ONNX.</translation>
    </message>
    <message>
        <source>{path} is a model package already: choose it where a model is asked for.</source>
        <translation>{path} est déjà un paquet de modèle : choisissez-le là où un modèle est demandé.</translation>
    </message>
    <message>
        <source>{path} is a zip archive without weights that PyTorch saved: unpack it, and choose the file of weights (.pth, .pt, .safetensors) or the ONNX model in it.</source>
        <translation>{path} est une archive zip sans poids enregistrés par PyTorch : décompressez-la et choisissez le fichier de poids (.pth, .pt, .safetensors) ou le modèle ONNX qu'elle contient.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} ne peut pas être lu : {reason}.</translation>
    </message>
    <message>
        <source>{path} is a raster ({kind}) and not the file of a network (.pth, .pt, .safetensors, .onnx): choose that.</source>
        <translation>{path} est un raster ({kind}) et non le fichier d'un réseau (.pth, .pt, .safetensors, .onnx) : choisissez celui-ci.</translation>
    </message>
    <message>
        <source>{path} is a file of another kind ({kind}), and not of weights (.pth, .pt, .safetensors): unpack or convert it first.</source>
        <translation>{path} est un fichier d'un autre type ({kind}) et non de poids (.pth, .pt, .safetensors) : décompressez-le ou convertissez-le d'abord.</translation>
    </message>
    <message>
        <source>Its mean-shift layers do more than shift: export the network to ONNX and import that.</source>
        <translation>Ses couches mean-shift font plus que décaler : exportez le réseau en ONNX et importez celui-ci.</translation>
    </message>
    <message>
        <source>it gives another result for the same image each time, as networks do that add noise or were exported in training mode: export it in evaluation mode, without noise</source>
        <translation>il donne chaque fois un autre résultat pour la même image, comme les réseaux qui ajoutent du bruit ou ont été exportés en mode d'entraînement : exportez-le en mode d'évaluation, sans bruit</translation>
    </message>
    <message>
        <source>its result shows the image rotated or mirrored: take out what swaps or reverses rows and columns</source>
        <translation>son résultat montre l'image tournée ou en miroir : retirez ce qui échange ou inverse lignes et colonnes</translation>
    </message>
    <message>
        <source>its result shows the image moved by {rows} rows and {cols} columns: take out what cuts or pads one side only</source>
        <translation>son résultat montre l'image déplacée de {rows} lignes et {cols} colonnes : retirez ce qui coupe ou complète un seul côté</translation>
    </message>
    <message>
        <source>it could not be run with any of the image sizes tried</source>
        <translation>il ne fonctionne avec aucune des tailles d'image essayées</translation>
    </message>
    <message>
        <source>{path} and its weights are larger than 2 GB together, which is more than one ONNX model can hold: choose a smaller one.</source>
        <translation>{path} et ses poids dépassent ensemble 2 Go, plus qu'un modèle ONNX ne peut contenir : choisissez-en un plus petit.</translation>
    </message>
    <message>
        <source>The ONNX model keeps its weights in {file}, which is not in its own folder, and only files there are read: save it again with the weights beside it.</source>
        <translation>Le modèle ONNX garde ses poids dans {file}, hors de son dossier, et seuls les fichiers de celui-ci sont lus : enregistrez-le à nouveau avec les poids à côté.</translation>
    </message>
    <message>
        <source>The ONNX model keeps its weights in a second file, {file}, which is missing: put it into the same folder.</source>
        <translation>Le modèle ONNX garde ses poids dans un second fichier, {file}, qui manque : placez-le dans le même dossier.</translation>
    </message>
    <message>
        <source>{file}, in which the ONNX model keeps its weights, is shorter than the model says: copy or download it again.</source>
        <translation>{file}, où le modèle ONNX garde ses poids, est plus court que le modèle ne l'indique : copiez-le ou téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>The ONNX model accepts a guide of any of the ratios {ratios}: set GUIDE_RATIO to the one that it was trained with.</source>
        <translation>Le modèle ONNX prend un guide de n'importe lequel des rapports {ratios} : donnez à GUIDE_RATIO celui avec lequel il a été entraîné.</translation>
    </message>
    <message>
        <source>{option} has {given} names and the ONNX model takes {bands}.</source>
        <translation>{option} a {given} noms et le modèle ONNX prend {bands}.</translation>
    </message>
    <message>
        <source>its inputs are not one or two images of four dimensions (NCHW or NHWC)</source>
        <translation>ses entrées ne sont pas une ou deux images à quatre dimensions (NCHW ou NHWC)</translation>
    </message>
    <message>
        <source>it takes two images and runs with none of the pixel size ratios tried</source>
        <translation>il prend deux images et ne fonctionne avec aucun des rapports de taille de pixel essayés</translation>
    </message>
    <message>
        <source>its input type is {kind}, and only float32 and float16 are supported: export it with one of these</source>
        <translation>son type d'entrée est {kind}, et seuls float32 et float16 sont pris en charge : exportez-le avec l'un d'eux</translation>
    </message>
    <message>
        <source>The ONNX model is not a super-resolution network that Finer can use: {reason}.</source>
        <translation>Le modèle ONNX n'est pas un réseau de super-résolution utilisable par Finer : {reason}.</translation>
    </message>
    <message>
        <source>The ONNX model has no output {asked}: it has {known}.</source>
        <translation>Le modèle ONNX n'a pas de sortie {asked} : il a {known}.</translation>
    </message>
    <message>
        <source>The ONNX model has several outputs that can be the result: set OUTPUT_NAME to one of {known}.</source>
        <translation>Le modèle ONNX a plusieurs sorties qui peuvent être le résultat : donnez à OUTPUT_NAME l'une de {known}.</translation>
    </message>
    <message>
        <source>from {rows} × {cols} pixels it produces {high} × {wide}, and only a network that loses the same number of pixels on every side can be used</source>
        <translation>de {rows} × {cols} pixels il fait {high} × {wide}, et seul un réseau qui perd autant de chaque côté peut être utilisé</translation>
    </message>
    <message>
        <source>its result always has {high} × {wide} pixels, but must grow with the image</source>
        <translation>son résultat a {high} × {wide} pixels quelle que soit la taille de l'image, et doit grandir avec elle</translation>
    </message>
    <message>
        <source>its result is {rows:g} × {cols:g} times as large, and can be 1, 2, 3, 4 or 8 times</source>
        <translation>son résultat est {rows:g} × {cols:g} fois plus grand, et peut l'être 1, 2, 3, 4 ou 8 fois</translation>
    </message>
    <message>
        <source>from {bands} bands it produces an array of shape {shape}</source>
        <translation>de {bands} bandes il fait un tableau de forme {shape}</translation>
    </message>
    <message>
        <source>its result is not finite, for example because weights are NaN</source>
        <translation>son résultat n'est pas fini, comme avec des poids qui ne sont pas des nombres</translation>
    </message>
    <message>
        <source>This PLKSR has large kernels that are composed of several, and only one with plain kernels can be imported: export it to ONNX and import that.</source>
        <translation>Les grands noyaux de ce PLKSR sont composés de plusieurs, et seul un réseau à noyaux simples peut être importé : exportez-le en ONNX et importez cela.</translation>
    </message>
    <message>
        <source>This RealPLKSR samples at positions that it computes (DySample), so its receptive field is unbounded: export it to ONNX and import that.</source>
        <translation>Ce RealPLKSR échantillonne à des positions qu'il calcule (DySample), si bien que son champ récepteur n'est pas borné : exportez-le en ONNX et importez cela.</translation>
    </message>
    <message>
        <source>The weights do not exactly match a PLKSR: export it to ONNX and import that.</source>
        <translation>Les poids ne sont pas tout à fait ceux d'un PLKSR : exportez-le en ONNX et importez cela.</translation>
    </message>
    <message>
        <source>These weights are of a network that cannot be imported. Supported networks are {known}; any other can be exported to ONNX and imported from that.</source>
        <translation>Ce ne sont pas les poids d'un réseau importable. Sont connus : {known} ; tout autre réseau peut être exporté en ONNX et importé ainsi.</translation>
    </message>
    <message>
        <source>The weights almost match a supported network: {what}. Export it to ONNX and import that.</source>
        <translation>Les poids correspondent presque à un réseau pris en charge : {what}. Exportez-le en ONNX et importez cela.</translation>
    </message>
    <message>
        <source>The weights are not floating-point numbers ({name} is {dtype}), as in a quantised network: use the file from before quantisation, or export it to ONNX.</source>
        <translation>Les poids ne sont pas des nombres à virgule flottante ({name} est {dtype}), comme ceux d'un réseau quantifié : prenez le fichier d'avant, ou exportez-le en ONNX.</translation>
    </message>
    <message>
        <source>The weights contain numbers that are not finite ({name}), so every result would be nodata: the training diverged or the file is damaged. Use another file.</source>
        <translation>Les poids contiennent des nombres non finis ({name}), si bien que tout résultat serait vide : l'entraînement a échoué ou le fichier est endommagé, prenez-en un autre.</translation>
    </message>
    <message>
        <source>BACKBONE_OPTIONS sets {name} = {said}, but the weights have {found}: leave it out.</source>
        <translation>BACKBONE_OPTIONS indique {name} = {said}, et les poids indiquent {found} : retirez cette option.</translation>
    </message>
    <message>
        <source>nothing corresponds to {name}</source>
        <translation>rien ne correspond à {name}</translation>
    </message>
    <message>
        <source>there is no {name}</source>
        <translation>{name} est absent</translation>
    </message>
    <message>
        <source>{name} is {found} where {wanted} is expected</source>
        <translation>{name} est {found}, alors que {wanted} est attendu</translation>
    </message>
    <message>
        <source>This RRDBNet takes {inputs} bands and produces {bands}, and only one with the same bands as input and output can be imported.</source>
        <translation>Ce RRDBNet prend {inputs} bandes pour en faire {bands}, et seul un réseau qui rend les bandes qu'il prend peut être importé.</translation>
    </message>
    <message>
        <source>The weights take {inputs} channels to make {bands}: either {bands} bands at scale {gathered}, whose pixels are gathered {factor} × {factor} into channels first, as in Real-ESRGAN, or {inputs} bands at scale {full}, which cannot be imported; set SCALE to {gathered} if it is the former.</source>
        <translation>Les poids prennent {inputs} canaux pour en faire {bands} : soit {bands} bandes à l'échelle {gathered}, dont les pixels sont d'abord regroupés {factor} × {factor} en canaux, comme dans Real-ESRGAN, soit {inputs} bandes à l'échelle {full}, ce qui ne peut être importé ; mettez SCALE à {gathered} dans le premier cas.</translation>
    </message>
    <message>
        <source>At scale {full} these weights take {inputs} bands and produce {bands}, and only a network with the same bands as input and output can be imported.</source>
        <translation>À l'échelle {full}, ces poids prennent {inputs} bandes pour en faire {bands}, et seul un réseau qui rend les bandes qu'il prend peut être importé.</translation>
    </message>
    <message>
        <source>The weights do not exactly match an RRDBNet: export it to ONNX and import that.</source>
        <translation>Les poids ne sont pas tout à fait ceux d'un RRDBNet : exportez-le en ONNX et importez celui-ci.</translation>
    </message>
    <message>
        <source>The network takes {bands} bands and produces {outputs} channels, which are not as many bands at a finer resolution; only one with the same bands as input and output can be imported.</source>
        <translation>Le réseau prend {bands} bandes et en fait {outputs} canaux, ce qui ne fait pas autant de bandes à une résolution plus fine, et seul un réseau qui rend les bandes qu'il prend peut être importé.</translation>
    </message>
    <message>
        <source>The weights do not exactly match an SRResNet: export it to ONNX and import that.</source>
        <translation>Les poids ne sont pas tout à fait ceux d'un SRResNet : exportez-le en ONNX et importez cela.</translation>
    </message>
    <message>
        <source>SCALE is {asked}, and the weights are for scale {found}: leave SCALE blank.</source>
        <translation>SCALE vaut {asked}, et les poids sont pour l'échelle {found} : laissez SCALE vide.</translation>
    </message>
    <message>
        <source>This {network} restores images at their own size, and only one that increases the resolution can be imported: export it to ONNX and import that.</source>
        <translation>Ce {network} restaure des images à leur propre taille, et seul celui qui rend les pixels plus fins peut être importé : exportez-le en ONNX et importez cela.</translation>
    </message>
    <message>
        <source>The weights do not exactly match a {network}: export it to ONNX and import that.</source>
        <translation>Les poids ne sont pas tout à fait ceux d'un {network} : exportez-le en ONNX et importez cela.</translation>
    </message>
    <message>
        <source>The weights do not tell the scale: set SCALE.</source>
        <translation>Les poids n'indiquent pas l'échelle : réglez SCALE.</translation>
    </message>
    <message>
        <source>This CARN is for the scales {found}, and only one for a single scale or for {known} can be imported: export it to ONNX at one scale and import that.</source>
        <translation>Ce CARN est pour les échelles {found}, et seul un réseau pour une seule échelle ou pour {known} peut être importé : exportez-le en ONNX à une échelle et importez cela.</translation>
    </message>
    <message>
        <source>This MDSR is for the scales {found}, and only one for {known} can be imported: export it to ONNX at one scale and import that.</source>
        <translation>Ce MDSR est pour les échelles {found}, et seul un MDSR pour {known} peut être importé : exportez-le en ONNX à une seule échelle et importez celui-ci.</translation>
    </message>
    <message>
        <source>SCALE is {asked}, and the weights are for the scales {found}: leave SCALE blank.</source>
        <translation>SCALE vaut {asked}, et les poids sont pour les échelles {found} : laissez SCALE vide.</translation>
    </message>
    <message>
        <source>The weights are for scale 2 or 3 and do not tell which: set SCALE.</source>
        <translation>Les poids sont pour l'échelle 2 ou 3 sans dire laquelle : réglez SCALE.</translation>
    </message>
    <message>
        <source>These are the weights of opensr-srgan's generator of type {type}, and only the types standard and res can be imported: export it to ONNX and import that.</source>
        <translation>Ce sont les poids du générateur d'opensr-srgan de type {type}, et seuls les types standard et res peuvent être importés : exportez-le en ONNX et importez cela.</translation>
    </message>
    <message>
        <source>The network sharpens {bands} bands by a guide of {guide} bands, and the weights do not say how many times finer the guide is: set SCALE, to 2 for SEN2SRLite from 20 m to 10 m and to 4 for it from 10 m to 2.5 m.</source>
        <translation>Le réseau affine {bands} bandes par un guide de {guide} bandes, et les poids ne disent pas combien de fois le guide est plus fin : mettez SCALE à 2 pour SEN2SRLite de 20 m à 10 m et à 4 pour celui de 10 m à 2,5 m.</translation>
    </message>
    <message>
        <source>The weights do not exactly match an SR3: export it to ONNX and import that.</source>
        <translation>Les poids ne sont pas tout à fait ceux d'un SR3 : exportez-le en ONNX et importez celui-ci.</translation>
    </message>
    <message>
        <source>This SR3 takes {inputs} bands and produces {bands}, and only one that takes the condition and the noisy image, {wanted} bands, can be imported.</source>
        <translation>Ce SR3 prend {inputs} bandes pour en produire {bands}, et seul un SR3 qui prend la condition et l'image bruitée, soit {wanted} bandes, peut être importé.</translation>
    </message>
    <message>
        <source>This SwinIR does not shift its windows, and only one that does can be imported: export it to ONNX and import that.</source>
        <translation>Ce SwinIR ne décale pas ses fenêtres, et seul un réseau qui le fait peut être importé : exportez-le en ONNX et importez cela.</translation>
    </message>
    <message>
        <source>The network of {model} has a layer that cannot be computed with Vulkan: set DEVICE to "auto" or "cpu".</source>
        <translation>Le réseau de {model} a une couche qui ne peut pas être calculée avec Vulkan : choisissez "auto" ou "cpu" pour DEVICE.</translation>
    </message>
    <message>
        <source>The last run with Vulkan crashed: this one computes on the CPU. Update the graphics driver.</source>
        <translation>La dernière exécution avec Vulkan a planté : celle-ci calcule sur le processeur. Mettez à jour le pilote graphique.</translation>
    </message>
    <message>
        <source>In half precision {card} gives another result than the CPU: the run continues on the CPU. Set PRECISION to exact.</source>
        <translation>En demi-précision, {card} donne un autre résultat que le processeur : le calcul continue sur le processeur. Mettez PRECISION à exact.</translation>
    </message>
    <message>
        <source>The memory of {card} is not sufficient: the run continues on the CPU.</source>
        <translation>La mémoire de {card} ne suffit pas : le calcul se poursuit sur le processeur.</translation>
    </message>
    <message>
        <source>{card} gives a result that is not finite: the run continues on the CPU. Update the card's driver.</source>
        <translation>{card} donne un résultat qui n'est pas fini : le calcul se poursuit sur le processeur. Mettez à jour le pilote de la carte.</translation>
    </message>
    <message>
        <source>{card} gives another result than the CPU: the run continues on the CPU. Update the card's driver.</source>
        <translation>{card} donne un autre résultat que le processeur : le calcul se poursuit sur le processeur. Mettez à jour le pilote de la carte.</translation>
    </message>
    <message>
        <source>The network is computed in half precision ({format}).</source>
        <translation>Le réseau est calculé en demi-précision ({format}).</translation>
    </message>
    <message>
        <source>Half precision is not faster for this model here, or its results are not close enough: PRECISION exact is used.</source>
        <translation>La demi-précision n'est pas plus rapide ici pour ce modèle, ou ses résultats ne sont pas assez proches : PRECISION exact est utilisé.</translation>
    </message>
    <message>
        <source>There is not enough memory: set a smaller TILE_SIZE.</source>
        <translation>La mémoire ne suffit pas : donnez à TILE_SIZE une valeur plus petite.</translation>
    </message>
    <message>
        <source>{model} does not produce {bands} at {scale} times finer pixels from a guide, which is needed here: choose a model that was trained for it, or leave MODEL blank to learn from the scene.</source>
        <translation>{model} ne donne pas {bands} en pixels {scale} fois plus fins d’après un guide, ce qu’il faut ici : choisissez un modèle entraîné pour cela, ou laissez MODEL vide pour apprendre de la scène.</translation>
    </message>
    <message>
        <source>The model expects {count} bands ({wanted}) and gets {have} of {path}: set BANDS in the model's order, such as BANDS={example}.</source>
        <translation>Le modèle demande {count} bandes ({wanted}) et en reçoit {have} de {path} : indiquez BANDS dans l'ordre du modèle, par exemple BANDS={example}.</translation>
    </message>
    <message>
        <source>The model expects the bands {wanted}, and those of {path} are {names}: choose a raster or a model that fits, or, if what the raster says of its bands is wrong, set BANDS, such as BANDS={example}.</source>
        <translation>Le modèle demande les bandes {wanted} et celles de {path} sont {names} : choisissez un raster ou un modèle qui convient ou, si ce que le raster dit de ses bandes est faux, indiquez BANDS, par exemple BANDS={example}.</translation>
    </message>
    <message>
        <source>The model takes {model} bands ({wanted}) and the tiles in {folder} have {tiles} ({names}): export tiles with BANDS for the model's, which would be {example} of those they have now, or choose another model.</source>
        <translation>Le modèle prend {model} bandes ({wanted}) et les tuiles de {folder} en ont {tiles} ({names}) : exportez des tuiles avec BANDS pour celles du modèle, soit {example} parmi celles qu'elles ont, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>The model expects the bands {wanted} and the tiles in {folder} have {names}: export tiles with the model's BANDS, or choose another model.</source>
        <translation>Le modèle demande les bandes {wanted} et les tuiles de {folder} ont {names} : exportez des tuiles avec les BANDS du modèle, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>The model expects {count} bands ({wanted}) and gets {have} of {path}, of which band {alpha} was taken for transparency: if it is measured, set BANDS={example}, or else choose a model of {have} bands.</source>
        <translation>Le modèle veut {count} bandes ({wanted}) et en reçoit {have} de {path}, dont la bande {alpha} a été prise pour la transparence : si elle est mesurée, indiquez BANDS={example}, sinon choisissez un modèle à {have} bandes.</translation>
    </message>
    <message>
        <source>The model expects {count} bands ({wanted}) and gets {have} of {path}: choose a raster that has them, or set BANDS in the model's order, such as BANDS={example}, which gives it another band in place of {missing}.</source>
        <translation>Le modèle demande {count} bandes ({wanted}) et en reçoit {have} de {path} : choisissez un raster qui les a, ou indiquez BANDS dans l'ordre du modèle, par exemple BANDS={example}, ce qui lui donne une autre bande à la place de {missing}.</translation>
    </message>
    <message>
        <source>The model expects the bands {wanted}, and bands {bands} of {path} are {names}: they are taken because BANDS says so.</source>
        <translation>Le modèle demande les bandes {wanted} et les bandes {bands} de {path} sont {names} : elles sont prises parce que BANDS le dit.</translation>
    </message>
    <message>
        <source>The model expects the band {wanted}, and band {bands} of {path} is {names}: it is taken because BANDS says so.</source>
        <translation>Le modèle veut la bande {wanted}, et la bande {bands} de {path} est {names} : elle est prise parce que BANDS le dit.</translation>
    </message>
    <message>
        <source>The model was trained on the bands {model}, and the tiles have {tiles}: are they the same?</source>
        <translation>Le modèle a été entraîné sur les bandes {model}, et les tuiles ont {tiles} : sont-ce les mêmes ?</translation>
    </message>
    <message>
        <source>The model does not say what its bands are: those of {path} are taken in their order.</source>
        <translation>Le modèle ne dit pas ce que sont ses bandes : celles de {path} sont prises dans leur ordre.</translation>
    </message>
    <message>
        <source>It is not known whether bands {bands} of {path} are {wanted}: check, or set BANDS in the model's order.</source>
        <translation>Rien ne dit si les bandes {bands} de {path} sont {wanted} : vérifiez, ou indiquez BANDS dans l'ordre du modèle.</translation>
    </message>
    <message>
        <source>It is not known whether band {bands} of {path} is {wanted}: check, or set BANDS in the model's order.</source>
        <translation>Rien ne dit si la bande {bands} de {path} est {wanted} : vérifiez, ou indiquez BANDS dans l'ordre du modèle.</translation>
    </message>
    <message>
        <source>Bands {bands} are those the model names.</source>
        <translation>Les bandes {bands} sont celles que nomme le modèle.</translation>
    </message>
    <message>
        <source>Bands {bands} of the tiles are those the model names.</source>
        <translation>Les bandes {bands} des tuiles sont celles que le modèle nomme.</translation>
    </message>
    <message>
        <source>Compiling the network for {device}: this takes a minute or two and makes this run faster.</source>
        <translation>Compilation du réseau pour {device} : cela prend une minute ou deux et accélère cette exécution.</translation>
    </message>
    <message>
        <source>There is not enough memory for one tile: set a smaller TILE_SIZE.</source>
        <translation>La mémoire ne suffit pas pour une tuile : réduisez TILE_SIZE.</translation>
    </message>
    <message>
        <source>Memory ran out: continuing with {count} tiles at once.</source>
        <translation>La mémoire n'a pas suffi : poursuite avec {count} tuiles à la fois.</translation>
    </message>
    <message>
        <source>The network cannot be compiled here and runs uncompiled ({reason}).</source>
        <translation>Le réseau ne peut pas être compilé ici et s'exécute sans compilation ({reason}).</translation>
    </message>
    <message>
        <source>The model does not say how its low-resolution images were made: for OUTPUT_CONSISTENCY a low-resolution pixel is taken as the mean of the result's pixels in it.</source>
        <translation>Le modèle ne dit pas comment ses images à basse résolution ont été obtenues : pour OUTPUT_CONSISTENCY, un pixel à basse résolution est pris pour la moyenne des pixels du résultat qu’il contient.</translation>
    </message>
    <message>
        <source>Writing the consistency layer</source>
        <translation>Écriture de la couche de cohérence</translation>
    </message>
    <message>
        <source>Degraded again ({how}), the result differs from the raster by {difference:.3g} on average (mean absolute difference, in units of its pixels).</source>
        <translation>Dégradé de nouveau ({how}), le résultat diffère du raster de {difference:.3g} en moyenne (différence absolue moyenne, en unités de ses pixels).</translation>
    </message>
    <message>
        <source>OUTPUT_CONSISTENCY has no data: no pixel has all that it is compared with.</source>
        <translation>OUTPUT_CONSISTENCY n’a pas de données : aucun pixel n’a tout ce à quoi il est comparé.</translation>
    </message>
    <message>
        <source>Comparing with the low-resolution raster</source>
        <translation>Comparaison avec le raster à basse résolution</translation>
    </message>
    <message>
        <source>{done:.2f} of {total:.2f} megapixels</source>
        <translation>{done:.2f} mégapixels sur {total:.2f}</translation>
    </message>
    <message>
        <source>{done} of {total} tiles, over all steps</source>
        <translation>{done} tuiles sur {total}, tous pas compris</translation>
    </message>
    <message>
        <source>{calls} tiles of {side} × {side} pixels over {steps} steps, {batch} at a time. The canvas is cut into {canvases}, for which {held:.0f} MB are needed.</source>
        <translation>{calls} tuiles de {side} × {side} pixels sur {steps} pas, par {batch} à la fois. Le canevas est découpé en {canvases}, ce qui demande {held:.0f} Mo.</translation>
    </message>
    <message>
        <source>Measuring the effective receptive field</source>
        <translation>Mesure du champ récepteur effectif</translation>
    </message>
    <message>
        <source>The network's receptive field reaches {pixels} pixels. Measuring how many of them matter would take about {minutes} minutes and is left to the first raster large enough to benefit.</source>
        <translation>Le champ récepteur du réseau s'étend à {pixels} pixels. Mesurer combien d'entre eux comptent prendrait environ {minutes} minutes et ne sera fait que pour un raster assez grand pour en bénéficier.</translation>
    </message>
    <message>
        <source>Writing the error map</source>
        <translation>Écriture de la carte d'erreur</translation>
    </message>
    <message>
        <source>Values of {path} are about {mean:.6g} with a standard deviation of {std:.3g}, which the model loses by rounding.</source>
        <translation>Les valeurs de {path} sont d'environ {mean:.6g} avec un écart-type de {std:.3g}, que le modèle perd par arrondi.</translation>
    </message>
    <message>
        <source>Set OFFSET to bring them near zero.</source>
        <translation>Définissez OFFSET pour les ramener près de zéro.</translation>
    </message>
    <message>
        <source>a guide of {count} bands at {ratio} times finer pixels</source>
        <translation>un guide de {count} bandes aux pixels {ratio} fois plus fins</translation>
    </message>
    <message>
        <source>no guide</source>
        <translation>aucun guide</translation>
    </message>
    <message>
        <source>{model} takes a second raster of the same place, with pixels {ratio} times as fine as the input's and the bands {bands}: name it in GUIDE.</source>
        <translation>{model} prend un second raster du même lieu, aux pixels {ratio} fois plus fins que ceux de l'entrée et avec les bandes {bands} : nommez-le dans GUIDE.</translation>
    </message>
    <message>
        <source>{model} takes one raster and has no use for a guide: leave GUIDE blank, or choose a model with a guide.</source>
        <translation>{model} prend un seul raster et n'a que faire d'un guide : laissez GUIDE vide, ou choisissez un modèle avec guide.</translation>
    </message>
    <message>
        <source>The model takes a guide whose pixels are {wanted} times as fine as those of the raster, and those of {guide} are {found} times as fine as those of {path}: choose another GUIDE or model.</source>
        <translation>Le modèle prend un guide dont les pixels sont {wanted} fois plus fins que ceux du raster, et ceux de {guide} sont {found} fois plus fins que ceux de {path} : choisissez un autre GUIDE ou un autre modèle.</translation>
    </message>
    <message>
        <source>The model expects a guide of the bands {wanted}, and those of {guide} are {found}: choose them in GUIDE_BANDS, in this order, or another GUIDE.</source>
        <translation>Le modèle veut un guide des bandes {wanted}, et celles de {guide} sont {found} : choisissez-les dans GUIDE_BANDS, dans cet ordre, ou un autre GUIDE.</translation>
    </message>
    <message>
        <source>The model was trained with a guide of {trained} pixels and {guide} has {dtype} pixels and does not say what they mean: convert it to {trained}.</source>
        <translation>Le modèle a été entraîné avec un guide de pixels {trained} ; {guide} a des pixels {dtype} et ne dit pas ce qu'ils signifient : convertissez-le en {trained}.</translation>
    </message>
    <message>
        <source>The guide {guide} is resampled onto the pixels of {path}.</source>
        <translation>Le guide {guide} est rééchantillonné sur les pixels de {path}.</translation>
    </message>
    <message>
        <source>The model produces values that are not finite at row {row}, column {col} of the raster: either nearby pixels are nodata that the raster does not declare, or the model's training diverged.</source>
        <translation>Le modèle ne donne pas de nombres finis à la ligne {row}, colonne {col} du raster : soit des pixels voisins sont des nodata que le raster ne déclare pas, soit l'entraînement du modèle a divergé.</translation>
    </message>
    <message>
        <source>The ONNX model cannot be run: {reason}.</source>
        <translation>Le modèle ONNX ne peut pas être exécuté : {reason}.</translation>
    </message>
    <message>
        <source>The ONNX model needs more memory than is free: use a smaller TILE_SIZE, or another model.</source>
        <translation>Le modèle ONNX demande plus de mémoire qu’il n’y en a de libre : utilisez un TILE_SIZE plus petit ou un autre modèle.</translation>
    </message>
    <message>
        <source>The ONNX model was stopped: it took more than {seconds:.0f} seconds for one image; use another model, or a smaller TILE_SIZE.</source>
        <translation>Le modèle ONNX a été arrêté : il prenait plus de {seconds:.0f} secondes pour une image ; utilisez un autre modèle ou un TILE_SIZE plus petit.</translation>
    </message>
    <message>
        <source>ONNX Runtime does not support its operator {name} (version {version}): export it without that operator</source>
        <translation>ONNX Runtime ne peut pas calculer son opérateur {name} (version {version}) : exportez-le sans celui-ci</translation>
    </message>
    <message>
        <source>The ONNX model cannot be read: the file is damaged, only a part of one, or no ONNX model; copy or download it again.</source>
        <translation>Le modèle ONNX ne peut pas être lu : le fichier est endommagé, incomplet ou n'est pas un modèle ONNX ; copiez-le ou téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <source>The ONNX model needs images of {size} numbers, which is too large.</source>
        <translation>Le modèle ONNX demande des images de {size} nombres, ce qui est trop grand.</translation>
    </message>
    <message>
        <source>Enforcing consistency with the low-resolution image needs PyTorch, which the light SR engine does not have: set CONSISTENCY to off, or run "Set up SR engine" with PARTS set to complete.</source>
        <translation>Imposer la cohérence avec l'image à basse résolution demande PyTorch, que le moteur SR léger n'a pas : réglez CONSISTENCY sur off, ou exécutez « Installer le moteur SR » avec PARTS réglé sur complete.</translation>
    </message>
    <message>
        <source>The model does not say how its low-resolution images were made from high-resolution ones, so consistency cannot be enforced: leave CONSISTENCY blank.</source>
        <translation>Le modèle ne dit pas comment ses images à basse résolution ont été obtenues à partir de celles à haute résolution ; la cohérence ne peut donc pas être imposée : laissez CONSISTENCY vide.</translation>
    </message>
    <message>
        <source>Vulkan computes convolutional models only, and {model} is a diffusion model or in ONNX: set DEVICE to "auto" or "cpu".</source>
        <translation>Vulkan ne calcule que des modèles convolutifs, et {model} est un modèle de diffusion ou en ONNX : choisissez "auto" ou "cpu" pour DEVICE.</translation>
    </message>
    <message>
        <source>OUTPUT_UNCERTAINTY is the spread of several samples: set SAMPLES to 2 or more, or leave it blank.</source>
        <translation>OUTPUT_UNCERTAINTY est la dispersion de plusieurs échantillons : réglez SAMPLES sur 2 ou plus, ou laissez-le vide.</translation>
    </message>
    <message>
        <source>{model} is not a diffusion model and always gives the same result: leave {name} blank.</source>
        <translation>{model} n'est pas un modèle de diffusion et donne toujours le même résultat : laissez {name} vide.</translation>
    </message>
    <message>
        <source>The model was trained on {trained} pixels with gain {gain:.6g} and {path} has {dtype} pixels: set GAIN so that pixel value × gain + offset is the physical value.</source>
        <translation>Le modèle a été entraîné sur des pixels {trained} avec le gain {gain:.6g} et {path} a des pixels {dtype} : réglez GAIN de sorte que valeur de pixel × gain + décalage soit la valeur physique.</translation>
    </message>
    <message>
        <source>Warning: pixel value × gain + offset is about {here:.3g} in {path}, and was about {trained:.3g} in the model's training data: expect artefacts, unless both mean the same.</source>
        <translation>Attention : valeur de pixel × gain + décalage vaut environ {here:.3g} dans {path}, et valait environ {trained:.3g} dans les données d'entraînement du modèle : attendez-vous à des artefacts, sauf si les deux signifient la même chose.</translation>
    </message>
    <message>
        <source>Set GAIN and OFFSET so that both mean the same.</source>
        <translation>Réglez GAIN et OFFSET pour que les deux signifient la même chose.</translation>
    </message>
    <message>
        <source>The model was trained on {dtype} pixels × {gain} + {offset}.</source>
        <translation>Le modèle a été entraîné sur des pixels {dtype} × {gain} + {offset}.</translation>
    </message>
    <message>
        <source>Set GAIN and OFFSET to these if {path} is stored as the training data were.</source>
        <translation>Donnez ces valeurs à GAIN et OFFSET si {path} est enregistré comme les données d'entraînement.</translation>
    </message>
    <message>
        <source>Pixel values × {gain} are taken for physical values, where 1 is white.</source>
        <translation>Les valeurs de pixel × {gain} sont prises pour des valeurs physiques, où 1 est le blanc.</translation>
    </message>
    <message>
        <source>Set GAIN if pixel values mean something else.</source>
        <translation>Réglez GAIN si les valeurs de pixel signifient autre chose.</translation>
    </message>
    <message>
        <source>When computing in blocks, OUTPUT_ERROR of this model needs OUTPUT_UNCERTAINTY: set that too.</source>
        <translation>Lors d'un calcul par blocs, OUTPUT_ERROR de ce modèle a besoin de OUTPUT_UNCERTAINTY : renseignez-le aussi.</translation>
    </message>
    <message>
        <source>The errors of this model were calibrated on results with another CONSISTENCY, SAMPLER or SAMPLES: OUTPUT_ERROR may be too small or too large.</source>
        <translation>Les erreurs de ce modèle ont été étalonnées sur des résultats avec un autre CONSISTENCY, SAMPLER ou SAMPLES : OUTPUT_ERROR peut être trop petit ou trop grand.</translation>
    </message>
    <message>
        <source>Compressing and building overviews</source>
        <translation>Compression et construction des aperçus</translation>
    </message>
    <message>
        <source>The model was trained on pixels of {trained} m and those of {path} are {here} m: expect worse results than its metrics say.</source>
        <translation>Le modèle a été entraîné sur des pixels de {trained} m et ceux de {path} font {here} m : attendez-vous à des résultats moins bons que ses métriques.</translation>
    </message>
    <message>
        <source>Warning: {path} has no valid pixel there, or the guide has none, so that the result has no data anywhere: check EXTENT and NODATA.</source>
        <translation>Attention : {path} n'y a aucun pixel valide, ou le guide n'en a aucun, de sorte que le résultat est partout sans données : vérifiez EXTENT et NODATA.</translation>
    </message>
    <message>
        <source>Degraded again, the result differs from the raster by {percent:.2f} %.</source>
        <translation>Dégradé de nouveau, le résultat diffère du raster de {percent:.2f} %.</translation>
    </message>
    <message>
        <source>{folder} holds {size:.0f} MB of a run that was stopped: the same run continues from there; if you do not want that, delete the folder.</source>
        <translation>{folder} contient {size:.0f} Mo d’une exécution interrompue : la même exécution reprend à partir de là ; si vous ne le voulez pas, supprimez le dossier.</translation>
    </message>
    <message>
        <source>The pixels of {guide} are {ratio} times as fine as those of {path}, but sharpening needs 2, 3 or 4 times: choose another GUIDE, or resample it.</source>
        <translation>Les pixels de {guide} sont {ratio} fois plus fins que ceux de {path}, et il faut qu'ils le soient 2, 3 ou 4 fois : choisissez un autre GUIDE, ou rééchantillonnez-le.</translation>
    </message>
    <message>
        <source>The scene is too small to train a network on: use a larger part, with at least {side} × {side} pixels of the coarse bands with data in both rasters, or set MODEL to a trained model.</source>
        <translation>La scène est trop petite pour entraîner un réseau : prenez-en une plus grande partie, d'au moins {side} × {side} pixels des bandes grossières avec des données dans les deux rasters, ou indiquez dans MODEL un modèle entraîné.</translation>
    </message>
    <message>
        <source>EXTENT has no coordinate reference system, and the rasters in {folder} have several: give it one.</source>
        <translation>EXTENT n’a pas de système de coordonnées de référence, et les rasters de {folder} en ont plusieurs : indiquez-en un.</translation>
    </message>
    <message>
        <source>No raster in {folder} lies in EXTENT.</source>
        <translation>Aucun raster de {folder} ne se trouve dans EXTENT.</translation>
    </message>
    <message>
        <source>{maps} belong to the pixels of a result that is not warped: leave TARGET_CRS blank, or leave them out.</source>
        <translation>{maps} se rapportent aux pixels d’un résultat non reprojeté : laissez TARGET_CRS vide, ou omettez-les.</translation>
    </message>
    <message>
        <source>With TARGET_CRS, OUTPUT must be on a disk: choose another, or leave TARGET_CRS blank.</source>
        <translation>Avec TARGET_CRS, OUTPUT doit se trouver sur un disque : choisissez-en un autre, ou laissez TARGET_CRS vide.</translation>
    </message>
    <message>
        <source>The pixel size of the scene that DATE_RANGE finds is not known in units of TARGET_CRS ({unit}): set TARGET_RESOLUTION.</source>
        <translation>La taille des pixels de la scène que DATE_RANGE trouve n’est pas connue en unités de TARGET_CRS ({unit}) : indiquez TARGET_RESOLUTION.</translation>
    </message>
    <message>
        <source>TARGET_RESOLUTION is a size in TARGET_CRS: set that too, or leave it blank.</source>
        <translation>TARGET_RESOLUTION est une taille dans TARGET_CRS : définissez aussi celui-ci, ou laissez-la vide.</translation>
    </message>
    <message>
        <source>No raster of {name} lies in EXTENT.</source>
        <translation>Aucun raster de {name} ne se trouve dans EXTENT.</translation>
    </message>
    <message>
        <source>Warping to the target grid</source>
        <translation>Reprojection sur la grille cible</translation>
    </message>
    <message>
        <source>{name}: {count} rasters, whose result is {output}.</source>
        <translation>{name} : {count} rasters, dont le résultat est {output}.</translation>
    </message>
    <message>
        <source>The rasters in {folder} lie on {count} pixel grids, so that there are as many results: {names}.</source>
        <translation>Les rasters de {folder} se trouvent sur {count} grilles de pixels ; il y a donc autant de résultats : {names}.</translation>
    </message>
    <message>
        <source>For one mosaic of them, set TARGET_CRS.</source>
        <translation>Pour en faire une seule mosaïque, définissez TARGET_CRS.</translation>
    </message>
    <message>
        <source>RESULT_BANDS is {names}, and the model gives {count} of the bands {bands}: name as many of these.</source>
        <translation>RESULT_BANDS est {names}, et le modèle donne {count} des bandes {bands} : nommez-en autant.</translation>
    </message>
    <message>
        <source>The model takes {count} bands and returns {bands}.</source>
        <translation>Le modèle prend {count} bandes et renvoie {bands}.</translation>
    </message>
    <message>
        <source>GUIDE_RATIO is {asked}, and the guide of the network is {found} times as fine: leave GUIDE_RATIO blank.</source>
        <translation>GUIDE_RATIO est {asked}, et le guide du réseau est {found} fois plus fin : laissez GUIDE_RATIO vide.</translation>
    </message>
    <message>
        <source>GUIDE_BANDS has {given} names and the guide of the network has {bands} bands.</source>
        <translation>GUIDE_BANDS a {given} noms et le guide du réseau a {bands} bandes.</translation>
    </message>
    <message>
        <source>The model takes one image: leave GUIDE_BANDS and GUIDE_RATIO blank.</source>
        <translation>Le modèle prend une seule image : laissez GUIDE_BANDS et GUIDE_RATIO vides.</translation>
    </message>
    <message>
        <source>The output {output} is also an input: choose another name.</source>
        <translation>La sortie {output} est aussi une entrée : choisissez un autre nom.</translation>
    </message>
    <message>
        <source>A folder as INPUT needs an OUTPUT on a disk: use a VRT of its rasters as INPUT instead.</source>
        <translation>Un dossier comme INPUT demande un OUTPUT sur un disque : donnez plutôt un VRT de ses rasters comme INPUT.</translation>
    </message>
    <message>
        <source>{name} {output} lies among the rasters of INPUT: choose another folder.</source>
        <translation>{name} {output} se trouve parmi les rasters d'INPUT : choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>Reading {width} × {height} pixels of {bands} bands.</source>
        <translation>{width} × {height} pixels de {bands} bandes sont lus.</translation>
    </message>
    <message>
        <source>Resampled onto the grid of the finest band: {names}.</source>
        <translation>Rééchantillonnées sur la grille de la bande la plus fine : {names}.</translation>
    </message>
    <message>
        <source>The blocks in {folder} were made from {theirs}, and the search now finds {scene}: delete the folder to start again, or choose another OUTPUT.</source>
        <translation>Les blocs de {folder} proviennent de {theirs}, et la recherche trouve maintenant {scene} : supprimez le dossier pour recommencer, ou choisissez un autre OUTPUT.</translation>
    </message>
    <message>
        <source>RESOLUTION {resolution} m needs an SR model of scale {scale} for Sentinel-2 at 10 m: name one in SR_MODEL, such as {example}, which comes with Finer or by "Get SR model", or set RESOLUTION to 10.</source>
        <translation>RESOLUTION {resolution} m demande un modèle SR de facteur {scale} pour Sentinel-2 à 10 m : indiquez-en un dans SR_MODEL, tel que {example}, fourni avec Finer ou par « Obtenir un modèle SR », ou mettez RESOLUTION à 10.</translation>
    </message>
    <message>
        <source>{model} is not a model for RESOLUTION {resolution} m, which needs one of scale {scale} without a guide: choose another SR_MODEL.</source>
        <translation>{model} n’est pas un modèle pour RESOLUTION {resolution} m, qui en demande un d’échelle {scale} sans guide : choisissez un autre SR_MODEL.</translation>
    </message>
    <message>
        <source>SR_MODEL is for pixels of less than 10 m: set RESOLUTION to 5 or 2.5, or leave it blank.</source>
        <translation>SR_MODEL sert aux pixels de moins de 10 m : mettez RESOLUTION à 5 ou 2.5, ou laissez-le vide.</translation>
    </message>
    <message>
        <source>Give INPUT, a raster, or EXTENT and DATE_RANGE to find a scene in a catalogue.</source>
        <translation>Donnez INPUT, un raster, ou EXTENT et DATE_RANGE pour trouver une scène dans un catalogue.</translation>
    </message>
    <message>
        <source>A scene that DATE_RANGE finds is kept on a disk for a single run: leave PART blank and choose an OUTPUT on a disk, or get the scene by "Find satellite scene" and name it in INPUT.</source>
        <translation>Une scène que trouve DATE_RANGE est conservée sur un disque pour une seule exécution : laissez PART vide et choisissez un OUTPUT sur un disque, ou obtenez la scène par « Trouver une scène satellite » et indiquez-la dans INPUT.</translation>
    </message>
    <message>
        <source>The blocks in {folder} were made from another scene, or the scene was removed: choose another OUTPUT, or delete the folder.</source>
        <translation>Les blocs dans {folder} ont été faits à partir d'une autre scène, ou la scène a été supprimée : choisissez un autre OUTPUT, ou supprimez le dossier.</translation>
    </message>
    <message>
        <source>DATE_RANGE is for finding a scene: leave it out, or leave out INPUT.</source>
        <translation>DATE_RANGE sert à trouver une scène : ne le donnez pas, ou ne donnez pas INPUT.</translation>
    </message>
    <message>
        <source>MASK_CLOUDS is for a scene that DATE_RANGE finds, as a raster has no cloud mask: leave it out.</source>
        <translation>MASK_CLOUDS concerne une scène trouvée par DATE_RANGE, car un raster n'a pas de masque de nuages : ne l'indiquez pas.</translation>
    </message>
    <message>
        <source>The scene downloaded before is used: {path}.</source>
        <translation>La scène téléchargée auparavant est utilisée : {path}.</translation>
    </message>
    <message>
        <source>Give INPUT, a product of Sentinel-2, or EXTENT and DATE_RANGE to find one in a catalogue.</source>
        <translation>Donnez INPUT, un produit de Sentinel-2, ou EXTENT et DATE_RANGE pour en trouver un dans un catalogue.</translation>
    </message>
    <message>
        <source>{product}: Level-{level}, processing baseline {baseline}, tile {tile}; {offset} is subtracted from the pixel values, so that they are reflectance × {scale:g}.</source>
        <translation>{product} : niveau {level}, version de traitement {baseline}, tuile {tile} ; {offset} est soustrait des valeurs des pixels, qui sont ainsi la réflectance × {scale:g}.</translation>
    </message>
    <message>
        <source>The model takes {model} and the tiles in {folder} have {tiles}: export tiles with the model's GUIDE, or choose another model.</source>
        <translation>Le modèle prend {model} et les tuiles de {folder} ont {tiles} : exportez des tuiles avec le GUIDE du modèle, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>The model was trained on pixels of {trained} m and those of the tiles are {here} m: expect worse results than its metrics say.</source>
        <translation>Le modèle a été entraîné sur des pixels de {trained} m et ceux des tuiles font {here} m : attendez-vous à des résultats moins bons que ses métriques.</translation>
    </message>
    <message>
        <source>{width} × {height} pixels in, {width_out} × {height_out} out.</source>
        <translation>{width} × {height} pixels en entrée, {width_out} × {height_out} en sortie.</translation>
    </message>
    <message>
        <source>Bicubic: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</source>
        <translation>Bicubique : PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</translation>
    </message>
    <message>
        <source>On flat fields the first model draws a pattern of {share:.2%} of the range of values.</source>
        <translation>Sur des surfaces uniformes, le premier modèle dessine un motif de {share:.2%} de l'étendue des valeurs.</translation>
    </message>
    <message>
        <source>The truth lies within the error map in {percent:.1f} % of the pixels; {stated} % is stated.</source>
        <translation>Dans {percent:.1f} % des pixels la vérité est à l’intérieur de la carte d’erreur, pour laquelle {stated} % sont annoncés.</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Écriture du rapport</translation>
    </message>
    <message>
        <source>The error map of {model} is made from how far {samples} samples differ: set SAMPLES to {samples} to see whether it holds.</source>
        <translation>La carte d’erreur de {model} est tirée de la différence entre {samples} tirages : mettez SAMPLES à {samples} pour voir si elle est juste.</translation>
    </message>
    <message>
        <source>{model}: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</source>
        <translation>{model} : PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</translation>
    </message>
    <message>
        <source>Model: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</source>
        <translation>Modèle : PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</translation>
    </message>
    <message>
        <source>Of the relevant detail: {improvement} shown correctly, {omission} missing, {hallucination} invented</source>
        <translation>Du détail pertinent : {improvement} correctement restitué, {omission} manquant, {hallucination} inventé</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Lecture de {name}</translation>
    </message>
    <message>
        <source>{model} cannot be exported: it is a diffusion model, takes a guide, or is in ONNX already (then rename a copy of it to .zip and take model.onnx out). Choose a model that gives its result at once from one image.</source>
        <translation>{model} ne peut pas être exporté : c'est un modèle de diffusion, il prend un guide, ou il est déjà en ONNX (alors renommez-en une copie en .zip et sortez-en model.onnx). Choisissez un modèle qui donne son résultat d'un coup à partir d'une image.</translation>
    </message>
    <message>
        <source>In Deepness load {name}, set the upscaling factor to {scale}, leave the output scaling at 255, and set the overlap of tiles to 0: Deepness joins super-resolved tiles without one, so that seams are possible.</source>
        <translation>Dans Deepness, chargez {name}, réglez Upscaling Factor sur {scale}, laissez Output scaling à 255 et mettez le recouvrement des tuiles à 0 : Deepness assemble les tuiles affinées sans recouvrement, si bien que des coutures sont possibles.</translation>
    </message>
    <message>
        <source>The exported network does not enforce consistency with the raster, as this model does here (CONSISTENCY).</source>
        <translation>Le réseau exporté n'impose pas la cohérence avec le raster, comme ce modèle le fait ici (CONSISTENCY).</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>Écriture de {name}</translation>
    </message>
    <message>
        <source>{n_train} training, {n_val} validation and {n_test} test tiles.</source>
        <translation>{n_train} tuiles d'entraînement, {n_val} de validation et {n_test} de test.</translation>
    </message>
    <message>
        <source>Other processes cannot read the scene that STAC_COLLECTION finds: leave WORKERS and SCHEDULER blank, or get the scene by "Find satellite scene" and name it in INPUT_LR.</source>
        <translation>Les autres processus ne peuvent pas lire la scène que trouve STAC_COLLECTION : laissez WORKERS et SCHEDULER vides, ou obtenez la scène par « Trouver une scène satellite » et indiquez-la dans INPUT_LR.</translation>
    </message>
    <message>
        <source>Writing the contact sheet</source>
        <translation>Écriture de la planche-contact</translation>
    </message>
    <message>
        <source>Training, validation, test (%)</source>
        <translation>Entraînement, validation, test (%)</translation>
    </message>
    <message>
        <source>asked for {shares}</source>
        <translation>demandé : {shares}</translation>
    </message>
    <message>
        <source>Give EXTENT or INPUT: one of them says which place to look for.</source>
        <translation>Donnez EXTENT ou INPUT : l'un des deux indique le lieu à rechercher.</translation>
    </message>
    <message>
        <source>{path} has no coordinate reference system: assign one, or set EXTENT.</source>
        <translation>{path} n'a pas de système de coordonnées de référence : attribuez-lui-en un, ou réglez EXTENT.</translation>
    </message>
    <message>
        <source>The network's receptive field exceeds {halo} pixels: tiles are computed with a margin of that size, and faint seams are possible. A larger TILE_SIZE makes them fewer.</source>
        <translation>Le champ récepteur du réseau dépasse {halo} pixels : les tuiles sont calculées avec une marge de cette taille, et de légers raccords peuvent être visibles. Un TILE_SIZE plus grand en réduit le nombre.</translation>
    </message>
    <message>
        <source>{layout}: scale {scale}, {count} bands ({bands}).</source>
        <translation>{layout} : échelle {scale}, {count} bandes ({bands}).</translation>
    </message>
    <message>
        <source>{parameter} is for models in ONNX, and {path} is none: leave it blank.</source>
        <translation>{parameter} est pour les modèles ONNX, et {path} n'en est pas un : laissez-le vide.</translation>
    </message>
    <message>
        <source>BACKBONE_OPTIONS sets {name}, but the file contains its noise schedule: leave it out.</source>
        <translation>BACKBONE_OPTIONS indique {name}, et le fichier donne lui-même son calendrier de bruit : retirez cette option.</translation>
    </message>
    <message>
        <source>A network in ONNX has no options: leave BACKBONE_OPTIONS blank.</source>
        <translation>Un réseau en ONNX n'a pas d'options : laissez BACKBONE_OPTIONS vide.</translation>
    </message>
    <message>
        <source>Running {name} to determine its properties</source>
        <translation>Exécution de {name} pour déterminer ses propriétés</translation>
    </message>
    <message>
        <source>SCALE is {asked}, and the model's result is {found} times as large: leave SCALE blank.</source>
        <translation>SCALE vaut {asked}, et le résultat du modèle est {found} fois plus grand : laissez SCALE vide.</translation>
    </message>
    <message>
        <source>BANDS has {given} names and the network takes {bands} bands.</source>
        <translation>BANDS a {given} noms et le réseau prend {bands} bandes.</translation>
    </message>
    <message>
        <source>The weights do not contain {name}: {value} is assumed, as in published networks; if that is wrong, set it in BACKBONE_OPTIONS.</source>
        <translation>Les poids ne contiennent pas {name} : {value} est supposé, comme dans les réseaux publiés ; si c'est faux, réglez-le dans BACKBONE_OPTIONS.</translation>
    </message>
    <message>
        <source>{xs} and {pan} have no valid pixel in the same place: choose two rasters of the same place.</source>
        <translation>{xs} et {pan} n'ont aucun pixel valide au même endroit : choisissez deux rasters du même lieu.</translation>
    </message>
    <message>
        <source>{xs} has no pixel inside EXTENT: choose a part that both rasters cover.</source>
        <translation>{xs} n'a aucun pixel dans EXTENT : choisissez une partie que les deux rasters couvrent.</translation>
    </message>
    <message>
        <source>{bands} bands of {dtype}, pixels {ratio:.4g} times finer: the result has {width} × {height} pixels.</source>
        <translation>{bands} bandes de {dtype}, pixels {ratio:.4g} fois plus fins : le résultat a {width} × {height} pixels.</translation>
    </message>
    <message>
        <source>{method} has no {name}: leave it blank.</source>
        <translation>{method} n'a pas de {name} : laissez-le vide.</translation>
    </message>
    <message>
        <source>{pan} has {count} bands, of which the first is used.</source>
        <translation>{pan} a {count} bandes, dont la première est utilisée.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <source>Pansharpening</source>
        <translation>Pansharpening</translation>
    </message>
    <message>
        <source>RESOLUTION {resolution} m needs all blocks of 10 m before its first block, and parts of a run do not wait for each other: set WORKERS or SCHEDULER instead of PART.</source>
        <translation>RESOLUTION {resolution} m demande tous les blocs de 10 m avant son premier bloc, et les parties d'un traitement ne s'attendent pas : indiquez WORKERS ou SCHEDULER au lieu de PART.</translation>
    </message>
    <message>
        <source>{scene} has no valid pixel there: choose another EXTENT or scene.</source>
        <translation>{scene} n’a là aucun pixel valide : choisissez une autre EXTENT ou une autre scène.</translation>
    </message>
    <message>
        <source>In true colour the result looks like the product, whose visible bands have pixels of 10 m already: show B12, B11 and B8A as red, green and blue to see the difference.</source>
        <translation>En couleurs naturelles, le résultat ressemble au produit, dont les bandes visibles ont déjà des pixels de 10 m : affichez B12, B11 et B8A en rouge, vert et bleu pour voir la différence.</translation>
    </message>
    <message>
        <source>All blocks are there already.</source>
        <translation>Tous les blocs sont déjà là.</translation>
    </message>
    <message>
        <source>Training on {device}.</source>
        <translation>Entraînement sur {device}.</translation>
    </message>
    <message>
        <source>On {count} {tiles}: PSNR {model:.2f} dB, bicubic {bicubic:.2f} dB. Weights of epoch {epoch}.</source>
        <translation>Sur {count} {tiles} : PSNR {model:.2f} dB, bicubique {bicubic:.2f} dB. Poids de l'époque {epoch}.</translation>
    </message>
    <message>
        <source>{count} processes share every batch.</source>
        <translation>{count} processus se partagent chaque lot.</translation>
    </message>
    <message>
        <source>Fixed pattern</source>
        <translation>Motif fixe</translation>
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
        <translation>Amélioration</translation>
    </message>
    <message>
        <source>Omission</source>
        <translation>Omission</translation>
    </message>
    <message>
        <source>Hallucination</source>
        <translation>Hallucination</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>perte</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bicubique</translation>
    </message>
    <message>
        <source>Fixed pattern: the largest difference between neighbouring pixels that the model produces on a uniform field, as a share of the range of values; below 0.4 % it is invisible.</source>
        <translation>Motif fixe : la plus grande différence entre pixels voisins que le modèle produit sur une surface uniforme, en part de l'étendue des valeurs ; en dessous de 0,4 %, il est invisible.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Différence</translation>
    </message>
    <message>
        <source>Tiles of {size} pixels are too small to be measured at scale {scale}: export tiles of at least {least}.</source>
        <translation>Les tuiles de {size} pixels sont trop petites pour être évaluées à l'échelle {scale} : exportez des tuiles d'au moins {least}.</translation>
    </message>
    <message>
        <source>Results in s3:// need Linux or macOS: choose an OUTPUT on a disk.</source>
        <translation>Les résultats dans s3:// demandent Linux ou macOS : choisissez un OUTPUT sur un disque.</translation>
    </message>
    <message>
        <source>Results in s3:// need the package obstore, which the SR engine does not have: run "Set up SR engine" with CLUSTER.</source>
        <translation>Les résultats dans s3:// demandent le paquet obstore, que le moteur SR n'a pas : lancez « Installer le moteur SR » avec CLUSTER.</translation>
    </message>
    <message>
        <source>{target} cannot be written or read ({reason}): check the name of the bucket, AWS_S3_ENDPOINT and the connection; the same run continues.</source>
        <translation>{target} ne peut être ni écrit ni lu ({reason}) : vérifiez le nom du bucket, AWS_S3_ENDPOINT et la connexion ; le même traitement reprendra.</translation>
    </message>
    <message>
        <source>There are no credentials for {target}: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, in the environment of QGIS, or of this command and all workers.</source>
        <translation>Il n'y a pas d'identifiants pour {target} : définissez AWS_ACCESS_KEY_ID et AWS_SECRET_ACCESS_KEY, ou AWS_PROFILE, dans l'environnement de QGIS, ou de cette commande et de tous les workers.</translation>
    </message>
    <message>
        <source>The server refuses {target}: check the credentials and what they allow, and AWS_REGION.</source>
        <translation>Le serveur refuse {target} : vérifiez les identifiants et ce qu'ils permettent, ainsi qu'AWS_REGION.</translation>
    </message>
    <message>
        <source>{network} is not a diffusion network: set OBJECTIVE to pixel, or BACKBONE to sr3.</source>
        <translation>{network} n'est pas un réseau de diffusion : réglez OBJECTIVE sur pixel, ou BACKBONE sur sr3.</translation>
    </message>
    <message>
        <source>{network} makes its results from noise and cannot be trained with {objective}: set OBJECTIVE to denoising or flow.</source>
        <translation>{network} tire ses résultats du bruit et ne peut pas apprendre par {objective} : réglez OBJECTIVE sur denoising ou flow.</translation>
    </message>
    <message>
        <source>VGG's trained weights are not on this computer and could not be fetched from {url} ({reason}): connect to the internet and run again, or download that file elsewhere and name it in OBJECTIVE_OPTIONS as vgg_weights=FILE.</source>
        <translation>Les poids entraînés de VGG ne sont pas sur cet ordinateur et n'ont pas pu être récupérés depuis {url} ({reason}) : connectez-vous à internet et relancez, ou téléchargez ce fichier ailleurs et indiquez-le dans OBJECTIVE_OPTIONS sous la forme vgg_weights=FILE.</translation>
    </message>
    <message>
        <source>{path} does not hold the weights of {network} ({reason}): download {url} and name that file in OBJECTIVE_OPTIONS as vgg_weights=FILE.</source>
        <translation>{path} ne contient pas les poids de {network} ({reason}) : téléchargez {url} et indiquez ce fichier dans OBJECTIVE_OPTIONS sous la forme vgg_weights=FILE.</translation>
    </message>
    <message>
        <source>VGG's weights cannot be kept in {folder} ({reason}): name another folder in the environment variable FINER_HOME, or a file with them in OBJECTIVE_OPTIONS as vgg_weights=FILE.</source>
        <translation>Les poids de VGG ne peuvent pas être conservés dans {folder} ({reason}) : indiquez un autre dossier dans la variable d'environnement FINER_HOME, ou un fichier qui les contient dans OBJECTIVE_OPTIONS sous la forme vgg_weights=FILE.</translation>
    </message>
    <message>
        <source>There is no file {path}: correct vgg_weights in OBJECTIVE_OPTIONS.</source>
        <translation>Il n'y a pas de fichier {path} : corrigez vgg_weights dans OBJECTIVE_OPTIONS.</translation>
    </message>
    <message>
        <source>What came from {url} is not VGG's weights (their checksum differs): try again, or download the file elsewhere and name it in OBJECTIVE_OPTIONS as vgg_weights=FILE.</source>
        <translation>Ce qui a été reçu de {url} n'est pas les poids de VGG (leur somme de contrôle est autre) : réessayez, ou téléchargez le fichier ailleurs et indiquez-le dans OBJECTIVE_OPTIONS sous la forme vgg_weights=FILE.</translation>
    </message>
    <message>
        <source>After all steps of the schedule, x_t still holds {percent:.0f} % of the image, but sampling starts from noise alone: increase n_timestep or linear_end.</source>
        <translation>Après tous les pas du calendrier, x_t contient encore {percent:.0f} % de l'image, alors que l'échantillonnage part du bruit seul : augmentez n_timestep ou linear_end.</translation>
    </message>
    <message>
        <source>{vgg} has no layer {layer}: it has {known}.</source>
        <translation>{vgg} n'a pas de couche {layer} (couches existantes : {known}).</translation>
    </message>
    <message>
        <source>There are {layers} layers and {weights} layer_weights: give one weight for each layer.</source>
        <translation>Il y a {layers} layers et {weights} layer_weights : donnez un poids par couche.</translation>
    </message>
    <message>
        <source>rgb names band {band}, and the tiles have {count}: correct rgb in OBJECTIVE_OPTIONS.</source>
        <translation>rgb désigne la bande {band}, et les tuiles en ont {count} : corrigez rgb dans OBJECTIVE_OPTIONS.</translation>
    </message>
    <message>
        <source>{name} does not fit: {reason}.</source>
        <translation>{name} ne convient pas : {reason}.</translation>
    </message>
    <message>
        <source>{name} is missing.</source>
        <translation>Il manque {name}.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be greater than {gt}.</source>
        <translation>{name} ne convient pas : la valeur doit être supérieure à {gt}.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be greater than or equal to {ge}.</source>
        <translation>{name} ne convient pas : la valeur doit être supérieure ou égale à {ge}.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be less than {lt}.</source>
        <translation>{name} ne convient pas : la valeur doit être inférieure à {lt}.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be less than or equal to {le}.</source>
        <translation>{name} ne convient pas : la valeur doit être inférieure ou égale à {le}.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be a multiple of {multiple_of}.</source>
        <translation>{name} ne convient pas : la valeur doit être un multiple de {multiple_of}.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be {expected}.</source>
        <translation>{name} ne convient pas : la valeur doit être {expected}.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be a valid integer.</source>
        <translation>{name} ne convient pas : la valeur doit être un entier.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be a valid number.</source>
        <translation>{name} ne convient pas : la valeur doit être un nombre.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be a finite number.</source>
        <translation>{name} ne convient pas : la valeur doit être un nombre fini.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be true or false.</source>
        <translation>{name} ne convient pas : la valeur doit être true ou false.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be text.</source>
        <translation>{name} ne convient pas : la valeur doit être du texte.</translation>
    </message>
    <message>
        <source>Means over {count} {tiles} at scale {scale}, for a range of {range:g}, with 95 % bootstrap confidence intervals over tiles.</source>
        <translation>Moyennes sur {count} {tiles} à l'échelle {scale}, pour une étendue de {range:g}, avec des intervalles de confiance bootstrap à 95 % sur les tuiles.</translation>
    </message>
    <message>
        <source>pixel × {gain} + {offset}</source>
        <translation>pixel × {gain} + {offset}</translation>
    </message>
    <message>
        <source>pixel × {gain} + {offset} (band by band)</source>
        <translation>pixel × {gain} + {offset} (bande par bande)</translation>
    </message>
    <message>
        <source>{seconds:.3g} s</source>
        <translation>{seconds:.3g} s</translation>
    </message>
    <message>
        <source>{scales}; ×{scale} where SCALE is blank</source>
        <translation>{scales} ; ×{scale} si SCALE est vide</translation>
    </message>
    <message>
        <source>Trained on low-resolution pixels made by {known}; less accurate on others.</source>
        <translation>Entraîné sur des pixels à basse résolution (origine : {known}) ; moins précis sur d'autres.</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Bande</translation>
    </message>
    <message>
        <source>{folder}: {counts} tiles of {size} × {size} pixels</source>
        <translation>{folder} : tuiles de {size} × {size} pixels ({counts})</translation>
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
        <translation>Facteur d'échelle</translation>
    </message>
    <message>
        <source>Bands, in this order</source>
        <translation>Bandes, dans cet ordre</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixels</translation>
    </message>
    <message>
        <source>Ground resolution</source>
        <translation>Résolution au sol</translation>
    </message>
    <message>
        <source>Source rasters</source>
        <translation>Rasters sources</translation>
    </message>
    <message>
        <source>Low resolution</source>
        <translation>Basse résolution</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Création</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Logiciels</translation>
    </message>
    <message>
        <source>×1: images are restored at the same size</source>
        <translation>×1 : les images sont restaurées à la même taille</translation>
    </message>
    <message>
        <source>Imported from {source} ({layout}): what it was trained on is not known here.</source>
        <translation>Importé de {source} ({layout}) : ce sur quoi il a été entraîné n'est pas connu ici.</translation>
    </message>
    <message>
        <source>Detail that a model adds is what such land usually looks like, not a measurement: do not rely on detail that the low-resolution image cannot show.</source>
        <translation>Les détails qu'un modèle ajoute sont l'aspect habituel d'un tel terrain, pas une mesure : ne vous fiez pas à des détails que l'image à basse résolution ne peut montrer.</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Données d'entraînement</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Hardware and time</source>
        <translation>Matériel et durée</translation>
    </message>
    <message>
        <source>Tile set</source>
        <translation>Jeu de tuiles</translation>
    </message>
    <message>
        <source>{size} m, to be used one scale finer</source>
        <translation>{size} m, à utiliser une échelle plus fin</translation>
    </message>
    <message>
        <source>{rasters} and {count} more</source>
        <translation>{rasters} et {count} de plus</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>Système de coordonnées</translation>
    </message>
    <message>
        <source>band {number}</source>
        <translation>bande {number}</translation>
    </message>
    <message>
        <source>not stated: ask who made it</source>
        <translation>non indiquée : demandez à son auteur</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>à une date inconnue</translation>
    </message>
    <message>
        <source>unknown versions</source>
        <translation>versions inconnues</translation>
    </message>
    <message>
        <source>Bands of the result</source>
        <translation>Bandes du résultat</translation>
    </message>
    <message>
        <source>Physical value</source>
        <translation>Valeur physique</translation>
    </message>
    <message>
        <source>Mean of each band</source>
        <translation>Moyenne de chaque bande</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Écart type</translation>
    </message>
    <message>
        <source>{type}; range of {range:g} for PSNR and SSIM</source>
        <translation>{type} ; étendue de {range:g} pour PSNR et SSIM</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Entraîné sur</translation>
    </message>
    <message>
        <source>Trained for</source>
        <translation>Durée d'entraînement</translation>
    </message>
    <message>
        <source>This model</source>
        <translation>Ce modèle</translation>
    </message>
    <message>
        <source>{figure} (bicubic)</source>
        <translation>{figure} (bicubique)</translation>
    </message>
    <message>
        <source>pixel × gain + offset, as fits the raster; 1 is white</source>
        <translation>pixel × gain + décalage, selon le raster ; 1 est le blanc</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objectif</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>Parti de</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Époques</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>Weights kept of epoch</source>
        <translation>Poids conservés de l'époque</translation>
    </message>
    <message>
        <source>Batch size (patches)</source>
        <translation>Taille de lot (imagettes)</translation>
    </message>
    <message>
        <source>Patch size (low-resolution pixels)</source>
        <translation>Taille des imagettes (pixels à basse résolution)</translation>
    </message>
    <message>
        <source>Size of the network</source>
        <translation>Taille du réseau</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taux d'apprentissage</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Graine</translation>
    </message>
    <message>
        <source>Optimisation</source>
        <translation>Optimisation</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Meilleure époque selon</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Patience</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Variation de luminosité</translation>
    </message>
    <message>
        <source>Cutblur</source>
        <translation>CutBlur</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Blocs figés</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importé</translation>
    </message>
    <message>
        <source>SHA-256 of the imported file</source>
        <translation>SHA-256 du fichier importé</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Structure</translation>
    </message>
    <message>
        <source>Guessed, as the weights do not say it</source>
        <translation>Supposé, car les poids ne le disent pas</translation>
    </message>
    <message>
        <source>another sensor</source>
        <translation>un autre capteur</translation>
    </message>
    <message>
        <source>physical values</source>
        <translation>valeurs physiques</translation>
    </message>
    <message>
        <source>The errors of {model} at scale {scale} are not calibrated: run "Evaluate SR model" with CALIBRATE on tiles like your raster and choose the model that it writes, or leave OUTPUT_ERROR blank.</source>
        <translation>Les erreurs de {model} à l’échelle {scale} ne sont pas étalonnées : lancez « Évaluer un modèle SR » avec CALIBRATE sur des tuiles semblables à votre raster et choisissez le modèle qu’il écrit, ou laissez OUTPUT_ERROR vide.</translation>
    </message>
    <message>
        <source>The errors of {model} were calibrated on {tiles} tiles, which allow a COVERAGE of {highest} at most: set it to that or less, or run "Evaluate SR model" with CALIBRATE on more tiles.</source>
        <translation>Les erreurs de {model} ont été étalonnées sur {tiles} tuiles, qui permettent une COVERAGE de {highest} au plus : choisissez cette valeur ou moins, ou lancez « Évaluer un modèle SR » avec CALIBRATE sur davantage de tuiles.</translation>
    </message>
    <message>
        <source>The errors of {model} were calibrated on how far {samples} samples differ: set SAMPLES to {samples}, or leave OUTPUT_ERROR blank.</source>
        <translation>Les erreurs de {model} ont été étalonnées d’après la différence entre {samples} tirages : mettez SAMPLES à {samples}, ou laissez OUTPUT_ERROR vide.</translation>
    </message>
    <message>
        <source>The network has a layer that only PyTorch can compute ({layer}).</source>
        <translation>Le réseau a une couche que seul PyTorch peut calculer ({layer}).</translation>
    </message>
    <message>
        <source>The weights in {path} cannot be read: copy or download it again.</source>
        <translation>Les poids dans {path} sont illisibles : copiez ou téléchargez de nouveau le fichier.</translation>
    </message>
    <message>
        <source>The weights in {path} do not fit the network it describes ({reason}).</source>
        <translation>Les poids dans {path} ne correspondent pas au réseau décrit ({reason}).</translation>
    </message>
    <message>
        <source>{path} does not describe a model that this version knows ({reason}).</source>
        <translation>{path} ne décrit pas un modèle connu de cette version ({reason}).</translation>
    </message>
    <message>
        <source>The network of {model} is computed by PyTorch, which the light SR engine does not have: run "Set up SR engine" with PARTS set to complete, or choose another model.</source>
        <translation>Le réseau de {model} est calculé par PyTorch, que le moteur SR léger n'a pas : exécutez « Installer le moteur SR » avec PARTS réglé sur complete, ou choisissez un autre modèle.</translation>
    </message>
    <message>
        <source>{path} is a zip file, but not a model package (.srpk): it holds no {name}.</source>
        <translation>{path} est un fichier zip, mais pas un paquet de modèle (.srpk) : il ne contient pas de {name}.</translation>
    </message>
    <message>
        <source>{path} is damaged, or was changed after it was made ({name} does not match its checksum): copy or download it again.</source>
        <translation>{path} est endommagé, ou a été modifié après sa création ({name} ne correspond pas à sa somme de contrôle) : copiez-le ou téléchargez-le de nouveau.</translation>
    </message>
    <message>
        <source>{path} is damaged: copy or download it again.</source>
        <translation>{path} est endommagé : copiez-le ou téléchargez-le de nouveau.</translation>
    </message>
    <message>
        <source>The weights in {path} do not fit the network it describes ({name} is {have} instead of {want}).</source>
        <translation>Les poids dans {path} ne correspondent pas au réseau décrit ({name} est {have} au lieu de {want}).</translation>
    </message>
    <message>
        <source>The weights in {path} are not all finite numbers ({name}): its training failed, or it is damaged; use another model.</source>
        <translation>Les poids de {path} ne sont pas tous des nombres finis ({name}) : son entraînement a échoué, ou il est endommagé ; utilisez un autre modèle.</translation>
    </message>
    <message>
        <source>{member} has no {option}: leave {parameter} blank, or set {choice} to {owners}.</source>
        <translation>{member} n'a pas de {option} : laissez {parameter} vide, ou réglez {choice} sur {owners}.</translation>
    </message>
    <message>
        <source>{member} has no {option}: leave {parameter} blank.</source>
        <translation>{member} n'a pas de {option} : laissez {parameter} vide.</translation>
    </message>
    <message>
        <source>Band {band} of {path} is tagged alpha, and its values could be opacity or measured ones: set BANDS={without} if it says what is transparent, or BANDS={with_it} if it is data such as infrared.</source>
        <translation>La bande {band} de {path} est marquée alpha, et ses valeurs pourraient être une opacité ou des mesures : mettez BANDS={without} si elle indique ce qui est transparent, ou BANDS={with_it} si ce sont des données comme l'infrarouge.</translation>
    </message>
    <message>
        <source>{path} holds {count} rasters: choose one of them, such as {first}.</source>
        <translation>{path} contient {count} rasters : choisissez-en un, par exemple {first}.</translation>
    </message>
    <message>
        <source>{path} does not exist.</source>
        <translation>{path} n'existe pas.</translation>
    </message>
    <message>
        <source>{path} is not a raster but a macOS metadata file of {owner}: choose {owner} instead; the metadata file can be deleted.</source>
        <translation>{path} n'est pas un raster mais un fichier de métadonnées macOS de {owner} : choisissez plutôt {owner} ; vous pouvez supprimer le fichier de métadonnées.</translation>
    </message>
    <message>
        <source>{path} is not a raster that GDAL can read.</source>
        <translation>{path} n'est pas un raster que GDAL peut lire.</translation>
    </message>
    <message>
        <source>{path} cannot be opened: check its name and the credentials (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE; AWS_NO_SIGN_REQUEST=YES for what is public) in the environment of QGIS, or of this command.</source>
        <translation>{path} ne peut être ouvert : vérifiez son nom et les identifiants (AWS_ACCESS_KEY_ID et AWS_SECRET_ACCESS_KEY, ou AWS_PROFILE ; AWS_NO_SIGN_REQUEST=YES pour ce qui est public) dans l'environnement de QGIS, ou de cette commande.</translation>
    </message>
    <message>
        <source>{path} cannot be opened: check the address, the connection, and whether the server requires a password.</source>
        <translation>{path} ne peut pas être ouvert : vérifiez l'adresse, la connexion et si le serveur demande un mot de passe.</translation>
    </message>
    <message>
        <source>{path} is not a raster that GDAL can read, though {file} exists: check the rest of the name, and whether the file requires a password.</source>
        <translation>{path} n'est pas un raster que GDAL peut lire, bien que {file} existe : vérifiez le reste du nom et si le fichier demande un mot de passe.</translation>
    </message>
    <message>
        <source>{path} declares scale and offset of its bands, which are used for {blank} (blank): pixel value × {gain} + {offset} = physical value.</source>
        <translation>{path} déclare l'échelle et le décalage de ses bandes, qui tiennent lieu de {blank} (vide) : valeur du pixel × {gain} + {offset} = valeur physique.</translation>
    </message>
    <message>
        <source>{path} declares scale {scale:g} and offset {offset:g} for band {band}, which cannot be right: set GAIN and OFFSET.</source>
        <translation>{path} déclare l'échelle {scale:g} et le décalage {offset:g} pour la bande {band}, ce qui ne peut être juste : définissez GAIN et OFFSET.</translation>
    </message>
    <message>
        <source>The result would have {width} × {height} pixels, more than a raster can have: choose a smaller EXTENT.</source>
        <translation>Le résultat aurait {width} × {height} pixels, plus qu'un raster ne peut en avoir : choisissez un EXTENT plus petit.</translation>
    </message>
    <message>
        <source>{path} is a photo that is stored rotated or mirrored (EXIF orientation {orientation}): it is read upright, and results are upright too. QGIS shows both as the photo is stored.</source>
        <translation>{path} est une photo enregistrée tournée ou en miroir (orientation EXIF {orientation}) : elle est lue à l'endroit, et les résultats le sont aussi. QGIS montre les deux comme la photo est enregistrée.</translation>
    </message>
    <message>
        <source>{path} has an invalid geotransform, of zeros or values that are not numbers ({numbers}): remove it (gdal_edit.py -unsetgt), or save the raster with the right one (gdal_translate -a_ullr).</source>
        <translation>{path} a une géotransformation non valide, faite de zéros ou de valeurs qui ne sont pas des nombres ({numbers}) : supprimez-la (gdal_edit.py -unsetgt), ou enregistrez le raster avec la bonne (gdal_translate -a_ullr).</translation>
    </message>
    <message>
        <source>The pixels of the guide {guide} fit {x:.4g} × {y:.4g} times into those of {path}, and it must be 1, 2, 3, 4 or 6 times in both directions: resample the guide first.</source>
        <translation>Les pixels du guide {guide} tiennent {x:.4g} × {y:.4g} fois dans ceux de {path}, et il faut 1, 2, 3, 4 ou 6 fois dans les deux directions : rééchantillonnez d'abord le guide.</translation>
    </message>
    <message>
        <source>The pixels of the guide {guide} are larger than those of {path} that it is to guide: choose a GUIDE of finer pixels, or swap the two.</source>
        <translation>Les pixels du guide {guide} sont plus grands que ceux de {path} qu'il doit guider : choisissez un GUIDE aux pixels plus fins, ou échangez les deux.</translation>
    </message>
    <message>
        <source>The bands {fine} and {coarse} of {path} are not aligned, unlike those of one scene: download the product again.</source>
        <translation>Les bandes {fine} et {coarse} de {path} ne sont pas alignées, contrairement à celles d’une même scène : téléchargez de nouveau le produit.</translation>
    </message>
    <message>
        <source>EXTENT and {path} do not overlap.</source>
        <translation>EXTENT et {path} ne se recouvrent pas.</translation>
    </message>
    <message>
        <source>{path} refers to {source}, which is missing or cannot be read: put it back, or make the VRT again.</source>
        <translation>{path} renvoie à {source}, qui manque ou ne peut pas être lu : remettez-le en place ou refaites le VRT.</translation>
    </message>
    <message>
        <source>{path} has a colour table: the colours are read, as bands red, green and blue.</source>
        <translation>{path} a une table de couleurs : ce sont les couleurs qui sont lues, comme bandes rouge, verte et bleue.</translation>
    </message>
    <message>
        <source>{path} has a colour table that cannot be read as colours: save it with its colours as bands.</source>
        <translation>{path} a une table de couleurs qui ne peut être lue comme des couleurs : enregistrez-le avec ses couleurs comme bandes.</translation>
    </message>
    <message>
        <source>WEIGHTS has {given} numbers for {count} bands: give one for each band.</source>
        <translation>WEIGHTS a {given} nombres pour {count} bandes : donnez-en un par bande.</translation>
    </message>
    <message>
        <source>WEIGHTS is all 0: give at least one band a weight.</source>
        <translation>WEIGHTS ne contient que des 0 : donnez un poids à au moins une bande.</translation>
    </message>
    <message>
        <source>{pan} has a colour table and is not a panchromatic raster: choose as PAN one whose values are brightness.</source>
        <translation>{pan} a une table de couleurs et n'est pas un raster panchromatique : choisissez comme PAN un raster dont les valeurs sont des luminosités.</translation>
    </message>
    <message>
        <source>The pixels of {pan} are not finer than those of {xs} (which are {ratio:.3g} times as large): choose as PAN the panchromatic raster of the finer resolution.</source>
        <translation>Les pixels de {pan} ne sont pas plus fins que ceux de {xs} (qui sont {ratio:.3g} fois plus grands) : choisissez comme PAN le raster panchromatique de la résolution la plus fine.</translation>
    </message>
    <message>
        <source>Gathering statistics</source>
        <translation>Collecte des statistiques</translation>
    </message>
    <message>
        <source>{path} is georeferenced only by ground control points or rational polynomials and has no pixel grid on the map: warp it first (gdalwarp, or Raster &gt; Projections &gt; Warp in QGIS) and use the result.</source>
        <translation>{path} n'a que des points de contrôle ou des polynômes rationnels pour dire où il se trouve, et pas de grille de pixels sur la carte : reprojetez-le d'abord (gdalwarp, ou Raster &gt; Projections &gt; Projection dans QGIS) et utilisez le résultat.</translation>
    </message>
    <message>
        <source>The ground control points or rational polynomials of {path} cannot be used to locate it ({reason}): warp it first (gdalwarp, or Raster &gt; Projections &gt; Warp in QGIS), or leave EXTENT blank.</source>
        <translation>Les points de contrôle ou polynômes rationnels de {path} ne disent pas où il se trouve ({reason}) : reprojetez-le d'abord (gdalwarp, ou Raster &gt; Projections &gt; Projection dans QGIS), ou laissez EXTENT vide.</translation>
    </message>
    <message>
        <source>EXTENT and {path} do not overlap: the raster reaches from {lower_left} to {upper_right}.</source>
        <translation>EXTENT et {path} ne se recouvrent pas : le raster s'étend de {lower_left} à {upper_right}.</translation>
    </message>
    <message>
        <source>EXTENT cannot be transformed to the coordinate reference system of {path} ({reason}): give it in the raster's own.</source>
        <translation>EXTENT ne peut pas être amené dans le système de coordonnées de référence de {path} ({reason}) : donnez-le dans celui du raster.</translation>
    </message>
    <message>
        <source>{name} has {count} numbers for {bands} bands: give one number, or one for each band.</source>
        <translation>{name} a {count} nombres pour {bands} bandes : donnez un seul nombre, ou un par bande.</translation>
    </message>
    <message>
        <source>GAIN has a 0 in it, which would make every pixel the same: use another number.</source>
        <translation>GAIN contient un 0, qui rendrait tous les pixels identiques : utilisez un autre nombre.</translation>
    </message>
    <message>
        <source>{path} has no band {band}: it has {count}.</source>
        <translation>{path} n'a pas de bande {band} : il en a {count}.</translation>
    </message>
    <message>
        <source>Band {band} of {path} has pixels of type {dtype}, which super-resolution cannot use.</source>
        <translation>La bande {band} de {path} a des pixels de type {dtype}, que la super-résolution ne peut pas utiliser.</translation>
    </message>
    <message>
        <source>Warning: {path} has the value {value:.9g} in all bands from an edge inwards: if it means no data, set NODATA to it where this raster is used.</source>
        <translation>Attention : {path} a dans toutes les bandes la valeur {value:.9g} à partir d'un bord : si elle signifie l'absence de données, indiquez-la dans NODATA là où ce raster est utilisé.</translation>
    </message>
    <message>
        <source>Warning: {pan} has the value {value:.9g} in all places sampled, and adds no detail: choose as PAN the panchromatic raster.</source>
        <translation>Attention : {pan} a la valeur {value:.9g} partout où l'on a regardé, et n'apporte aucun détail : choisissez comme PAN le raster panchromatique.</translation>
    </message>
    <message>
        <source>Warning: band {band} of {path} has the value {value:.9g} in places, and all others are far from it: if it means no data, set NODATA to it.</source>
        <translation>Attention : la bande {band} de {path} a par endroits la valeur {value:.9g}, et toutes les autres en sont loin : si elle signifie l'absence de données, indiquez-la dans NODATA.</translation>
    </message>
    <message>
        <source>{path} has only {size} of the {pixels} bytes of its pixels: copy or download it again.</source>
        <translation>{path} n’a que {size} des {pixels} octets de ses pixels : copiez-le ou téléchargez-le de nouveau.</translation>
    </message>
    <message>
        <source>{path} says that {source} has {columns} × {rows} pixels of type {said}, but it has {width} × {height} of type {dtype}: make the VRT again.</source>
        <translation>D’après {path}, {source} a {columns} × {rows} pixels de type {said}, mais il en a {width} × {height} de type {dtype} : recréez le VRT.</translation>
    </message>
    <message>
        <source>{path} uses {source} without reprojection, though it is in another coordinate reference system: reproject it and make the VRT again.</source>
        <translation>{path} utilise {source} sans reprojection, alors qu’il est dans un autre système de coordonnées de référence : reprojetez-le et recréez le VRT.</translation>
    </message>
    <message>
        <source>The mask {path} cannot be read: copy it again, or remove it if all pixels are valid.</source>
        <translation>Le masque {path} ne peut pas être lu : copiez-le de nouveau, ou supprimez-le si tous les pixels sont valides.</translation>
    </message>
    <message>
        <source>{path} is a VRT of which GDAL cannot compute band {band}, and does not say why: check its pixel function, and how many bands that takes.</source>
        <translation>{path} est un VRT dont GDAL ne peut pas calculer la bande {band}, sans dire pourquoi : vérifiez sa fonction de pixel et le nombre de bandes qu'elle prend.</translation>
    </message>
    <message>
        <source>NODATA is {value}, which no pixel of {path} can have, as they are of type {dtype}: give a value that stands for no data there, or leave it blank.</source>
        <translation>NODATA vaut {value}, ce qu'aucun pixel de {path} ne peut valoir, car ils sont de type {dtype} : donnez une valeur qui y signifie l'absence de données, ou laissez le champ vide.</translation>
    </message>
    <message>
        <source>{grid} and {raster} do not overlap: choose two rasters of the same place.</source>
        <translation>{grid} et {raster} ne se recouvrent pas : choisissez deux rasters du même lieu.</translation>
    </message>
    <message>
        <source>The coordinate reference systems of {fine} and {coarse} cannot be related where the rasters lie: reproject one of them to the other's.</source>
        <translation>Les systèmes de coordonnées de référence de {fine} et {coarse} ne peuvent pas être mis en relation là où se trouvent les rasters : reprojetez l'un d'eux dans celui de l'autre.</translation>
    </message>
    <message>
        <source>Block {done} of {total}</source>
        <translation>Bloc {done} sur {total}</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>{path} n'a pas pu être écrit : {reason}.</translation>
    </message>
    <message>
        <source>tiles, from the least gain to the greatest (%)</source>
        <translation>tuiles, du plus faible gain au plus fort (%)</translation>
    </message>
    <message>
        <source>dB over bicubic</source>
        <translation>dB au-dessus du bicubique</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>époque</translation>
    </message>
    <message>
        <source>validation PSNR (dB)</source>
        <translation>PSNR de validation (dB)</translation>
    </message>
    <message>
        <source>as stated</source>
        <translation>comme annoncé</translation>
    </message>
    <message>
        <source>one constant for all pixels</source>
        <translation>une constante pour tous les pixels</translation>
    </message>
    <message>
        <source>stated coverage (%)</source>
        <translation>couverture annoncée (%)</translation>
    </message>
    <message>
        <source>reached coverage (%)</source>
        <translation>couverture atteinte (%)</translation>
    </message>
    <message>
        <source>mean half-width (% of one constant)</source>
        <translation>demi-largeur moyenne (% d’une constante)</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>taux d'apprentissage</translation>
    </message>
    <message>
        <source>training</source>
        <translation>entraînement</translation>
    </message>
    <message>
        <source>chosen: {rate:.2g}</source>
        <translation>choisi : {rate:.2g}</translation>
    </message>
    <message>
        <source>Learning-rate test</source>
        <translation>Essai de taux d'apprentissage</translation>
    </message>
    <message>
        <source>Learning-rate test of {model}</source>
        <translation>Essai de taux d'apprentissage de {model}</translation>
    </message>
    <message>
        <source>Loss and validation PSNR of each epoch</source>
        <translation>Perte et PSNR de validation de chaque époque</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validation</translation>
    </message>
    <message>
        <source>Loss over learning rates</source>
        <translation>Perte selon le taux d'apprentissage</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modèle</translation>
    </message>
    <message>
        <source>weights kept</source>
        <translation>poids conservés</translation>
    </message>
    <message>
        <source>observed, resampled</source>
        <translation>observée, rééchantillonnée</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>observée</translation>
    </message>
    <message>
        <source>too few valid pixels (MIN_VALID)</source>
        <translation>trop peu de pixels valides (MIN_VALID)</translation>
    </message>
    <message>
        <source>too little texture (MIN_TEXTURE)</source>
        <translation>trop peu de texture (MIN_TEXTURE)</translation>
    </message>
    <message>
        <source>the two rasters differ too much (MAX_DIFFERENCE)</source>
        <translation>les deux rasters diffèrent trop (MAX_DIFFERENCE)</translation>
    </message>
    <message>
        <source>longest blue arrow: {length:.2f} low-resolution pixels</source>
        <translation>plus longue flèche bleue : {length:.2f} pixels à basse résolution</translation>
    </message>
    <message>
        <source>low resolution</source>
        <translation>basse résolution</translation>
    </message>
    <message>
        <source>high resolution</source>
        <translation>haute résolution</translation>
    </message>
    <message>
        <source>test</source>
        <translation>test</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>écartées</translation>
    </message>
    <message>
        <source>Stated coverage</source>
        <translation>Couverture annoncée</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Atteinte</translation>
    </message>
    <message>
        <source>Mean half-width</source>
        <translation>Demi-largeur moyenne</translation>
    </message>
    <message>
        <source>One constant for all pixels</source>
        <translation>Une constante pour tous les pixels</translation>
    </message>
    <message>
        <source>Super-resolved</source>
        <translation>Super-résolu</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Vérité</translation>
    </message>
    <message>
        <source>Error, band {band}: black 0, brightest {limit} or more</source>
        <translation>Erreur, bande {band} : noir 0, le plus clair {limit} ou plus</translation>
    </message>
    <message>
        <source>Error map at {stated} %, in the same colours: {within:.1%} of this tile lie within</source>
        <translation>Carte d’erreur à {stated} %, dans les mêmes couleurs : {within:.1%} de cette tuile sont à l’intérieur</translation>
    </message>
    <message>
        <source>{picture}, the middle</source>
        <translation>{picture}, le milieu</translation>
    </message>
    <message>
        <source>{speed:.3g} million high-resolution pixels per second</source>
        <translation>{speed:.3g} millions de pixels à haute résolution par seconde</translation>
    </message>
    <message>
        <source>Speed of {model}</source>
        <translation>Vitesse de {model}</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Vitesse</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Detail added by {model}</source>
        <translation>Détails ajoutés par {model}</translation>
    </message>
    <message>
        <source>Added detail</source>
        <translation>Détails ajoutés</translation>
    </message>
    <message>
        <source>Another run is writing {target}: wait until it has finished, or choose another OUTPUT.</source>
        <translation>Une autre exécution écrit {target} : attendez qu'elle soit terminée ou choisissez un autre OUTPUT.</translation>
    </message>
    <message>
        <source>{reason} {size:.0f} MB of this run are kept in {folder}: free disk space and run it again to continue, or delete that folder.</source>
        <translation>{reason} {size:.0f} Mo de cette exécution sont conservés dans {folder} : libérez de la place et relancez pour continuer, ou supprimez ce dossier.</translation>
    </message>
    <message>
        <source>There is no {family} {asked}: choose one of {known}.</source>
        <translation>Inconnu : {family} {asked}. Choisissez parmi {known}.</translation>
    </message>
    <message>
        <source>{path} holds {count} tiles ({tiles}): set EXTENT to a place in one of them.</source>
        <translation>{path} contient {count} tuiles ({tiles}) : mettez EXTENT sur un lieu de l’une d’elles.</translation>
    </message>
    <message>
        <source>EXTENT lies in none of the {count} tiles of {path} ({tiles}).</source>
        <translation>EXTENT n’est dans aucune des {count} tuiles de {path} ({tiles}).</translation>
    </message>
    <message>
        <source>{path} is of Level-1C, which has no scene classification to find clouds by: choose the Level-2A of this scene, or leave clouds as they are.</source>
        <translation>{path} est de niveau 1C, qui n’a pas de classification de scène pour trouver les nuages : choisissez le niveau 2A de cette scène, ou laissez les nuages tels quels.</translation>
    </message>
    <message>
        <source>{path} has no {bands} in the resolution in which it is measured: download the whole product.</source>
        <translation>{path} n’a pas {bands} dans la résolution de la mesure : téléchargez le produit entier.</translation>
    </message>
    <message>
        <source>{path} lacks {count} of its files ({names}): download the product again, as a whole.</source>
        <translation>Il manque à {path} {count} de ses fichiers ({names}) : téléchargez de nouveau le produit, en entier.</translation>
    </message>
    <message>
        <source>{path} and {other} do not have the same pixels, as bands of one product have: download the product again.</source>
        <translation>{path} et {other} n’ont pas les mêmes pixels, comme les ont les bandes d’un produit : téléchargez de nouveau le produit.</translation>
    </message>
    <message>
        <source>{path} is not a product of Sentinel-2: choose a .SAFE folder, the zip file that was downloaded, or MTD_MSIL1C.xml or MTD_MSIL2A.xml in it.</source>
        <translation>{path} n’est pas un produit de Sentinel-2 : choisissez un dossier .SAFE, le fichier zip téléchargé, ou MTD_MSIL1C.xml ou MTD_MSIL2A.xml qu’il contient.</translation>
    </message>
    <message>
        <source>{path} holds {count} products of Sentinel-2 ({names}): choose one of them.</source>
        <translation>{path} contient {count} produits de Sentinel-2 ({names}) : choisissez l’un d’eux.</translation>
    </message>
    <message>
        <source>{file} of {path} is too large for metadata.</source>
        <translation>{file} de {path} est trop grand pour des métadonnées.</translation>
    </message>
    <message>
        <source>{path} is a product of {satellite}: choose one of Sentinel-2, of Level-1C or Level-2A.</source>
        <translation>{path} est un produit de {satellite} : choisissez-en un de Sentinel-2, de niveau 1C ou 2A.</translation>
    </message>
    <message>
        <source>{path} is not a complete zip file ({reason}): download the product again.</source>
        <translation>{path} n’est pas un fichier zip entier ({reason}) : téléchargez de nouveau le produit.</translation>
    </message>
    <message>
        <source>{file} of {path} cannot be read ({reason}): download the product again.</source>
        <translation>{file} de {path} ne peut pas être lu ({reason}) : téléchargez de nouveau le produit.</translation>
    </message>
    <message>
        <source>{file} of {path} is not the metadata of a product of Level-1C or Level-2A: download the product again.</source>
        <translation>{file} de {path} n’est pas celui des métadonnées d’un produit de niveau 1C ou 2A : téléchargez de nouveau le produit.</translation>
    </message>
    <message>
        <source>{file} of {path} does not say what pixel values mean (no quantification value): download the product again.</source>
        <translation>{file} de {path} ne dit pas ce que signifient les valeurs des pixels (pas de valeur de quantification) : téléchargez de nouveau le produit.</translation>
    </message>
    <message>
        <source>{path} has the processing baseline {baseline} and does not say which offset its pixel values have, as all do since 04.00: download the product again.</source>
        <translation>{path} a la version de traitement {baseline} et ne dit pas quel décalage ont les valeurs de ses pixels, comme toutes depuis 04.00 : téléchargez de nouveau le produit.</translation>
    </message>
    <message>
        <source>{file} of {path} does not say the offset of {bands}: download the product again.</source>
        <translation>{file} de {path} ne dit pas le décalage de {bands} : téléchargez de nouveau le produit.</translation>
    </message>
    <message>
        <source>EXTENT lies nowhere on Earth: check it and its coordinate reference system.</source>
        <translation>EXTENT ne se trouve nulle part sur Terre : vérifiez-le, ainsi que son système de coordonnées de référence.</translation>
    </message>
    <message>
        <source>{api} does not answer as a STAC API that can be searched does: check STAC_API.</source>
        <translation>{api} ne répond pas comme une API STAC interrogeable : vérifiez STAC_API.</translation>
    </message>
    <message>
        <source>EXTENT does not say its coordinate reference system: add it, as in {example}.</source>
        <translation>EXTENT n'indique pas son système de coordonnées de référence : ajoutez-le, comme dans {example}.</translation>
    </message>
    <message>
        <source>EXTENT is empty: give it a width and a height.</source>
        <translation>EXTENT est vide : donnez-lui une largeur et une hauteur.</translation>
    </message>
    <message>
        <source>EXTENT cannot be transformed to longitude and latitude ({reason}): give it in another coordinate reference system.</source>
        <translation>EXTENT ne peut pas être converti en longitude et latitude ({reason}) : donnez-le dans un autre système de coordonnées de référence.</translation>
    </message>
    <message>
        <source>{scene} has no cloud mask: choose another STAC_COLLECTION, or do not mask clouds.</source>
        <translation>{scene} n'a pas de masque de nuages : choisissez une autre STAC_COLLECTION, ou ne masquez pas les nuages.</translation>
    </message>
    <message>
        <source>{server} cannot be reached: check the network connection and the proxy settings.</source>
        <translation>{server} ne peut pas être joint : vérifiez la connexion réseau et les réglages du proxy.</translation>
    </message>
    <message>
        <source>{server} does not have {what} (HTTP {status}).</source>
        <translation>{server} n'a pas {what} (HTTP {status}).</translation>
    </message>
    <message>
        <source>{server} did not answer within {timeout:g} seconds: try again later, or set a longer TIMEOUT.</source>
        <translation>{server} n'a pas répondu en {timeout:g} secondes : réessayez plus tard, ou augmentez TIMEOUT.</translation>
    </message>
    <message>
        <source>The certificate of {server} is not trusted: if your network inspects connections, set the environment variable REQUESTS_CA_BUNDLE to the file with its certificate.</source>
        <translation>Le certificat de {server} n'est pas reconnu : si votre réseau inspecte les connexions, réglez la variable d'environnement REQUESTS_CA_BUNDLE sur le fichier contenant son certificat.</translation>
    </message>
    <message>
        <source>{server} is too busy for this request (HTTP 429), even after {tries} more tries: try again in some minutes.</source>
        <translation>{server} est trop occupé pour cette requête (HTTP 429), même après {tries} autres essais : réessayez dans quelques minutes.</translation>
    </message>
    <message>
        <source>{server} reports an internal error (HTTP {status}), even after {tries} more tries: try again later.</source>
        <translation>{server} a une défaillance interne (HTTP {status}), même après {tries} autres essais : réessayez plus tard.</translation>
    </message>
    <message>
        <source>{server} refuses access (HTTP {status}): it requires a login or a key, which Finer does not have.</source>
        <translation>{server} refuse l'accès (HTTP {status}) : il demande un identifiant ou une clé, que Finer n'a pas.</translation>
    </message>
    <message>
        <source>{name} of {scene} cannot be read from {server} ({reason}): try again later.</source>
        <translation>{name} de {scene} ne peut pas être lu depuis {server} ({reason}) : réessayez plus tard.</translation>
    </message>
    <message>
        <source>Asset {name} of {scene} is not a georeferenced raster of numbers: leave it out of ASSETS.</source>
        <translation>La ressource {name} de {scene} n'est pas un raster numérique géoréférencé : retirez-la de ASSETS.</translation>
    </message>
    <message>
        <source>{server} refuses access to {name} of {scene}, even with a new signature (HTTP {status}): try again later.</source>
        <translation>{server} refuse l'accès à {name} de {scene}, même avec une signature récente (HTTP {status}) : réessayez plus tard.</translation>
    </message>
    <message>
        <source>Asset {name} of {scene} is not on the web ({href}): choose another of ASSETS or another STAC_API.</source>
        <translation>La ressource {name} de {scene} n'est pas sur le web ({href}) : choisissez-en une autre dans ASSETS ou un autre STAC_API.</translation>
    </message>
    <message>
        <source>There is no scene.</source>
        <translation>Il n'y a aucune scène.</translation>
    </message>
    <message>
        <source>Warning: {scene} cannot be used, and {other} of {day} is used instead: {reason}</source>
        <translation>Attention : {scene} ne peut pas être utilisée, et {other} du {day} est prise à sa place : {reason}</translation>
    </message>
    <message>
        <source>{scene} and {other} have other bands: choose other ASSETS.</source>
        <translation>{scene} et {other} ont des bandes différentes : choisissez d'autres ASSETS.</translation>
    </message>
    <message>
        <source>No scene of {collection} lies in EXTENT on {dates} or within a year of that: check EXTENT and STAC_COLLECTION.</source>
        <translation>Aucune scène de {collection} ne se trouve dans EXTENT pour {dates}, ni à moins d'un an de là : vérifiez EXTENT et STAC_COLLECTION.</translation>
    </message>
    <message>
        <source>ASSETS is empty: name at least one, such as {example}.</source>
        <translation>ASSETS est vide : nommez au moins une ressource, comme {example}.</translation>
    </message>
    <message>
        <source>Searching {api}</source>
        <translation>Recherche dans {api}</translation>
    </message>
    <message>
        <source>No scene of {collection} lies in EXTENT on {dates}, but {count} do within a year of that, {scene} of {day} being the nearest: change DATE_RANGE.</source>
        <translation>Aucune scène de {collection} ne se trouve dans EXTENT pour {dates}, mais il y en a {count} à moins d'un an de là, la plus proche étant {scene} du {day} : modifiez DATE_RANGE.</translation>
    </message>
    <message>
        <source>{api} has no collection {collection}: STAC_COLLECTION must be one of {known}.</source>
        <translation>{api} n'a pas de collection {collection} : STAC_COLLECTION doit être l'une de celles-ci : {known}.</translation>
    </message>
    <message>
        <source>All {count} scenes of {dates} are cloudier than MAX_CLOUD {limit:g} %, the least cloudy being {scene} of {day} with {cloud:.1f} %: set a larger MAX_CLOUD or a longer DATE_RANGE.</source>
        <translation>Les {count} scènes de {dates} sont toutes plus nuageuses que MAX_CLOUD {limit:g} %, la moins nuageuse étant {scene} du {day} avec {cloud:.1f} % : augmentez MAX_CLOUD ou allongez DATE_RANGE.</translation>
    </message>
    <message>
        <source>No scene of {dates} covers MIN_COVER {limit:g} % of EXTENT, the best being {scene} of {day} with {cover:.1f} %, and {cloudy} others are too cloudy: set a smaller MIN_COVER or another EXTENT.</source>
        <translation>Aucune scène de {dates} ne couvre MIN_COVER {limit:g} % de EXTENT, la meilleure étant {scene} du {day} avec {cover:.1f} %, et {cloudy} autres sont trop nuageuses : réduisez MIN_COVER ou changez EXTENT.</translation>
    </message>
    <message>
        <source>{count} scenes of {dates} show the extent or a part of it: {cloudy} too cloudy, {partial} covering too little of it, {good} suitable.</source>
        <translation>{count} scènes de {dates} montrent l'emprise ou une partie de celle-ci : {cloudy} trop nuageuses, {partial} en couvrant trop peu, {good} qui conviendraient.</translation>
    </message>
    <message>
        <source>Chosen: {scene} of {day}, with {cloud} % cloud, which covers {cover:.1f} % of the extent.</source>
        <translation>Choisie : {scene} du {day}, avec {cloud} % de nuages, qui couvre {cover:.1f} % de l'emprise.</translation>
    </message>
    <message>
        <source>The catalogue says that the bands have an offset of {offset}: it is subtracted, so that pixels are reflectance × 10,000.</source>
        <translation>D'après le catalogue, les bandes ont un décalage de {offset} : il est retiré, de sorte que les pixels valent la réflectance × 10 000.</translation>
    </message>
    <message>
        <source>Warning: {server} is accessed over http, so others can read and change the data sent and received, including logins: use its https address in STAC_API if it has one.</source>
        <translation>Attention : {server} est interrogé par http, où d'autres peuvent lire et modifier ce qui est envoyé et reçu, aussi des identifiants : utilisez son adresse https dans STAC_API, s'il en a une.</translation>
    </message>
    <message>
        <source>Left out: {reason}</source>
        <translation>Écartée : {reason}</translation>
    </message>
    <message>
        <source>{scene}: {day}, {cloud} % cloud, covers {cover:.1f} %</source>
        <translation>{scene} : {day}, {cloud} % de nuages, couvre {cover:.1f} %</translation>
    </message>
    <message>
        <source>and {count} more.</source>
        <translation>et {count} autres.</translation>
    </message>
    <message>
        <source>{count} neighbouring scenes of one pass are mosaicked, on the grid of {scene}.</source>
        <translation>{count} scènes voisines d'un même passage sont assemblées, sur la grille de {scene}.</translation>
    </message>
    <message>
        <source>Warning: the catalogue does not say how cloudy {scene} is: look at it.</source>
        <translation>Attention : le catalogue ne dit pas si {scene} est nuageuse : regardez-la.</translation>
    </message>
    <message>
        <source>Warning: {missing:.1f} % of the extent lies outside the scene and has no pixels.</source>
        <translation>Attention : {missing:.1f} % de l'emprise se trouve en dehors de la scène et n'a pas de pixels.</translation>
    </message>
    <message>
        <source>Processing baseline {baseline}: the offset of {offset} is subtracted from the bands, so that pixels are reflectance × 10,000 as they were before baseline 04.00.</source>
        <translation>Processing baseline {baseline} : le décalage de {offset} est retiré des bandes, de sorte que les pixels valent réflectance × 10 000, comme avant la baseline 04.00.</translation>
    </message>
    <message>
        <source>The catalogue has already subtracted the offset of processing baseline 04.00.</source>
        <translation>Le catalogue a déjà retiré le décalage de la processing baseline 04.00.</translation>
    </message>
    <message>
        <source>Processing baseline {baseline}: pixels are without an offset.</source>
        <translation>Processing baseline {baseline} : les pixels sont sans décalage.</translation>
    </message>
    <message>
        <source>{name} is {text}: write days as year-month-day, such as {example}.</source>
        <translation>{name} vaut {text} : écrivez les jours sous la forme année-mois-jour, comme {example}.</translation>
    </message>
    <message>
        <source>DATE_RANGE ends on {last}, before it begins on {first}: put the earlier date first.</source>
        <translation>DATE_RANGE finit le {last}, avant de commencer le {first} : placez d'abord la date la plus ancienne.</translation>
    </message>
    <message>
        <source>{scene} has no asset {name}: ASSETS can be {known}.</source>
        <translation>{scene} n'a pas de ressource {name} : ASSETS peut contenir {known}.</translation>
    </message>
    <message>
        <source>The bands of {hr} are {hr_names} and those of {lr} are {lr_names}: choose rasters of the same bands, or, if the names are wrong, set BANDS to the bands of both.</source>
        <translation>Les bandes de {hr} sont {hr_names} et celles de {lr} sont {lr_names} : choisissez des rasters aux mêmes bandes ou, si les noms sont faux, indiquez dans BANDS les bandes des deux.</translation>
    </message>
    <message>
        <source>The bands of {hr} are {hr_names} and those of {lr} are {lr_names}: they are paired because BANDS says so.</source>
        <translation>Les bandes de {hr} sont {hr_names} et celles de {lr} sont {lr_names} : elles sont appariées parce que BANDS le dit.</translation>
    </message>
    <message>
        <source>The bands of {path} are {bands} and ASSETS are {assets}: set ASSETS to the corresponding ones, in the order of the bands, or choose BANDS in the order of ASSETS.</source>
        <translation>Les bandes de {path} sont {bands} et ASSETS sont {assets} : indiquez dans ASSETS ceux qui leur correspondent, dans l'ordre des bandes, ou choisissez BANDS dans l'ordre d'ASSETS.</translation>
    </message>
    <message>
        <source>Bands {bands} of {lr} are those that {hr} names.</source>
        <translation>Les bandes {bands} de {lr} sont celles que {hr} nomme.</translation>
    </message>
    <message>
        <source>FORMAT {format} is for rasters of 8-bit pixels (uint8), and these are {dtype}: use tiff.</source>
        <translation>FORMAT {format} est réservé aux rasters à pixels de 8 bits (uint8), et ceux-ci sont {dtype} : utilisez tiff.</translation>
    </message>
    <message>
        <source>FORMAT {format} is for {known} bands, and there are {bands}: choose them with BANDS, or use tiff.</source>
        <translation>FORMAT {format} est prévu pour {known} bandes, et il y en a {bands} : choisissez-les avec BANDS, ou utilisez tiff.</translation>
    </message>
    <message>
        <source>FORMAT {format} cannot say which pixels are valid: leave MIN_VALID at 1, or use tiff.</source>
        <translation>FORMAT {format} ne peut pas indiquer quels pixels sont valides : laissez MIN_VALID à 1, ou utilisez tiff.</translation>
    </message>
    <message>
        <source>The pixels of {lr} are {x:.4g} × {y:.4g} times as large as those of {hr}, which is too coarse for any SCALE: resample {hr} to larger pixels first, or choose a finer low-resolution raster.</source>
        <translation>Les pixels de {lr} sont {x:.4g} × {y:.4g} fois plus grands que ceux de {hr}, ce qui est trop grossier pour tout SCALE : rééchantillonnez d'abord {hr} à des pixels plus grands, ou choisissez un raster à basse résolution plus fin.</translation>
    </message>
    <message>
        <source>{hr} has {n_hr} bands and {lr} has {n_lr}: choose with BANDS those that both have.</source>
        <translation>{hr} a {n_hr} bandes et {lr} en a {n_lr} : choisissez avec BANDS celles que les deux possèdent.</translation>
    </message>
    <message>
        <source>The pixels of {lr} are {x:.4g} × {y:.4g} times as large as those of {hr}, and those of a low-resolution raster must be larger: choose another, or swap the two.</source>
        <translation>Les pixels de {lr} sont {x:.4g} × {y:.4g} fois plus grands que ceux de {hr}, alors que ceux d'un raster à basse résolution doivent être plus grands : choisissez-en un autre, ou échangez les deux.</translation>
    </message>
    <message>
        <source>The pixels of {lr} are {x:.4g} × {y:.4g} times as large as those of {hr}, which is too coarse for SCALE {scale}, which would need interpolated low-resolution pixels: set SCALE to {better}.</source>
        <translation>Les pixels de {lr} sont {x:.4g} × {y:.4g} fois plus grands que ceux de {hr}, ce qui est trop grossier pour SCALE {scale}, qui demanderait des pixels à basse résolution interpolés : réglez SCALE sur {better}.</translation>
    </message>
    <message>
        <source>{path} and {lr} have too few valid pixels in common to be harmonised: leave HARMONISE blank.</source>
        <translation>{path} et {lr} ont trop peu de pixels valides en commun pour être harmonisés : laissez HARMONISE vide.</translation>
    </message>
    <message>
        <source>Band {band} is the same everywhere and cannot be harmonised: leave HARMONISE blank.</source>
        <translation>La bande {band} est partout identique et ne peut pas être harmonisée : laissez HARMONISE vide.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>Le dossier {folder} n'existe pas.</translation>
    </message>
    <message>
        <source>There is no raster in {folder}: it should hold files that end in {suffixes}.</source>
        <translation>Il n'y a pas de raster dans {folder} : il devrait contenir des fichiers se terminant par {suffixes}.</translation>
    </message>
    <message>
        <source>OUTPUT {output} is a file: choose a folder.</source>
        <translation>OUTPUT {output} est un fichier : choisissez un dossier.</translation>
    </message>
    <message>
        <source>OUTPUT {output} holds the input folder: choose another folder.</source>
        <translation>OUTPUT {output} contient le dossier d'entrée : choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>OUTPUT {output} has a {name} that is not a tile set's: choose another folder.</source>
        <translation>OUTPUT {output} a un {name} qui n'est pas celui d'un jeu de tuiles : choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>OUTPUT {output} has the file {file}, which is not the tile set's and would be lost: move it, or choose another folder.</source>
        <translation>OUTPUT {output} contient le fichier {file}, qui n'appartient pas au jeu de tuiles et serait perdu : déplacez-le ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>{path} has {bands} {dtype} bands and other rasters of its folder {usual_bands} {usual_dtype} bands: take it out, or choose BANDS that all have.</source>
        <translation>{path} a {bands} bandes {dtype} et d'autres rasters de son dossier {usual_bands} bandes {usual_dtype} : retirez-le, ou choisissez des BANDS que tous possèdent.</translation>
    </message>
    <message>
        <source>OUTPUT {output} would replace the input {raster}: choose another folder.</source>
        <translation>OUTPUT {output} remplacerait l'entrée {raster} : choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The bands of {path} are named differently from those of {first}, so that they are other bands of the sensor: instead of sensor, give mtf with one number for each band.</source>
        <translation>Les bandes de {path} sont nommées autrement que celles de {first}, ce qui en fait d'autres bandes du capteur : au lieu de sensor, donnez mtf avec un nombre par bande.</translation>
    </message>
    <message>
        <source>{count:,} tiles would be cut, and this computer has memory for a list of {most:,} of them: set EXTENT to a part of the area, or use a larger STRIDE or TILE_SIZE.</source>
        <translation>{count:,} tuiles seraient découpées, et cet ordinateur a de la mémoire pour une liste de {most:,} : limitez EXTENT à une partie de la surface, ou augmentez STRIDE ou TILE_SIZE.</translation>
    </message>
    <message>
        <source>{path} is shifted by {x:+.2f} pixels across and {y:+.2f} down relative to {hr} and is moved back (± {error:.2f}; {agreeing} of {pieces} places agree).</source>
        <translation>{path} est décalé de {x:+.2f} pixels en colonne et {y:+.2f} en ligne par rapport à {hr} et est recalé (± {error:.2f} ; {agreeing} endroits sur {pieces} concordent).</translation>
    </message>
    <message>
        <source>HR tiles are {path} pansharpened with {pan} by PAN_METHOD={how}; blocks are {apart} pixels apart, so that no pixel of the two has a part in two splits.</source>
        <translation>Les tuiles HR sont {path} affiné (pansharpening) avec {pan} par PAN_METHOD={how} ; les blocs sont séparés de {apart} pixels, afin qu'aucun pixel des deux n'intervienne dans deux parties.</translation>
    </message>
    <message>
        <source>{path} is brought to the radiometry of {lr}: about × {gain} + {offset}, in pixel values.</source>
        <translation>{path} est amené à la radiométrie de {lr} : environ × {gain} + {offset}, en valeurs de pixel.</translation>
    </message>
    <message>
        <source>{count} of {total} tiles are left out, having too few valid pixels.</source>
        <translation>{count} tuiles sur {total} sont écartées, ayant trop peu de pixels valides.</translation>
    </message>
    <message>
        <source>{count} of {total} tiles are left out, having less texture than MIN_TEXTURE.</source>
        <translation>{count} tuiles sur {total} sont écartées, ayant moins de texture que MIN_TEXTURE.</translation>
    </message>
    <message>
        <source>{count} of {total} tiles are left out: the two rasters differ by more than MAX_DIFFERENCE there.</source>
        <translation>{count} tuiles sur {total} sont écartées : les deux rasters y diffèrent de plus que MAX_DIFFERENCE.</translation>
    </message>
    <message>
        <source>No tile has enough valid pixels: use a smaller MIN_VALID or another EXTENT.</source>
        <translation>Aucune tuile n'a assez de pixels valides : utilisez un MIN_VALID plus petit ou un autre EXTENT.</translation>
    </message>
    <message>
        <source>No tile has enough texture: use a smaller MIN_TEXTURE or another EXTENT.</source>
        <translation>Aucune tuile n'a assez de texture : utilisez un MIN_TEXTURE plus petit ou un autre EXTENT.</translation>
    </message>
    <message>
        <source>The two rasters differ by more than MAX_DIFFERENCE in every tile: use a larger one, or HARMONISE.</source>
        <translation>Les deux rasters diffèrent de plus que MAX_DIFFERENCE dans chaque tuile : utilisez une valeur plus grande, ou HARMONISE.</translation>
    </message>
    <message>
        <source>{path} is not moved: only {agreeing} of {pieces} places agree on its shift relative to {hr}.</source>
        <translation>{path} reste où il est : seuls {agreeing} endroits sur {pieces} concordent sur sa position par rapport à {hr}.</translation>
    </message>
    <message>
        <source>{path} is not moved: its shift of {x:+.2f} pixels across and {y:+.2f} down relative to {hr} is within the error of {error:.2f} ({agreeing} of {pieces} places agree).</source>
        <translation>{path} reste où il est : son décalage de {x:+.2f} pixels en colonne et {y:+.2f} en ligne par rapport à {hr} est inférieur à l'erreur de {error:.2f} ({agreeing} endroits sur {pieces} concordent).</translation>
    </message>
    <message>
        <source>{rasters} raster(s) of {bands} {dtype} bands, divided into {blocks} blocks of {fewest} to {most} tiles.</source>
        <translation>{rasters} raster(s) de {bands} bandes {dtype}, répartis en {blocks} blocs de {fewest} à {most} tuiles.</translation>
    </message>
    <message>
        <source>{turned} of {total} tiles are rotated.</source>
        <translation>{turned} tuiles sur {total} sont tournées.</translation>
    </message>
    <message>
        <source>LR tiles are made from HR by DEGRADATION={how}.</source>
        <translation>Les tuiles LR sont produites à partir des HR par DEGRADATION={how}.</translation>
    </message>
    <message>
        <source>Tiles get a guide from {path}: {bands} {dtype} bands, {ratio} pixels along each low-resolution one.</source>
        <translation>Les tuiles reçoivent un guide de {path} : {bands} bandes {dtype}, {ratio} pixels le long de chacun à basse résolution.</translation>
    </message>
    <message>
        <source>LR tiles are pixels of {path} as they are.</source>
        <translation>Les tuiles LR sont les pixels de {path} tels quels.</translation>
    </message>
    <message>
        <source>{path} is reprojected into the coordinate reference system of the high-resolution raster.</source>
        <translation>{path} est reprojeté dans le système de coordonnées de référence du raster à haute résolution.</translation>
    </message>
    <message>
        <source>LR tiles are {path} resampled by cubic convolution, for its pixels do not lie on whole HR pixels (up to {shift:.2f} HR pixels off).</source>
        <translation>Les tuiles LR sont {path} rééchantillonné par convolution cubique, car ses pixels ne coïncident pas avec des pixels HR entiers (décalage allant jusqu'à {shift:.2f} pixel HR).</translation>
    </message>
    <message>
        <source>LR tiles are {path} resampled by cubic convolution. Warning: its pixels are {x:.3g} × {y:.3g} times as large as SCALE {scale} requires, so LR tiles are a little blurred.</source>
        <translation>Les tuiles LR sont {path} rééchantillonné par convolution cubique. Attention : ses pixels sont {x:.3g} × {y:.3g} fois plus grands que ne le veut SCALE {scale}, si bien que les tuiles LR sont un peu floues.</translation>
    </message>
    <message>
        <source>Warning: {a} and {b} show the same land and are in different splits ({count} such pairs): metrics on them are too optimistic.</source>
        <translation>Attention : {a} et {b} montrent le même terrain et sont dans des parties différentes ({count} paires de ce type) : les chiffres obtenus sur elles sont trop bons.</translation>
    </message>
    <message>
        <source>LR tiles are {path} averaged by antialiased cubic convolution: its pixels are {x:.3g} × {y:.3g} times as large as SCALE {scale} requires.</source>
        <translation>Les tuiles LR sont {path} moyenné par convolution cubique avec anticrénelage : ses pixels sont {x:.3g} × {y:.3g} fois plus grands que ne le veut SCALE {scale}.</translation>
    </message>
    <message>
        <source>LR tiles are {path} resampled by cubic convolution.</source>
        <translation>Les tuiles LR sont {path} rééchantillonné par convolution cubique.</translation>
    </message>
    <message>
        <source>Comparing the two rasters</source>
        <translation>Comparaison des deux rasters</translation>
    </message>
    <message>
        <source>Give either INPUT or INPUT_FOLDER: one of them, not both.</source>
        <translation>Donnez soit INPUT, soit INPUT_FOLDER : l'un des deux, pas les deux.</translation>
    </message>
    <message>
        <source>PAN belongs to one raster: give INPUT instead of INPUT_FOLDER, or leave PAN blank.</source>
        <translation>PAN va avec un seul raster : donnez INPUT au lieu de INPUT_FOLDER, ou laissez PAN vide.</translation>
    </message>
    <message>
        <source>GUIDE belongs to one raster: give INPUT instead of INPUT_FOLDER, or leave GUIDE blank.</source>
        <translation>GUIDE va avec un seul raster : donnez INPUT au lieu de INPUT_FOLDER, ou laissez GUIDE vide.</translation>
    </message>
    <message>
        <source>WALD is for a network with a guide: give GUIDE, or leave WALD off.</source>
        <translation>WALD est pour un réseau avec guide : donnez GUIDE, ou laissez WALD désactivé.</translation>
    </message>
    <message>
        <source>WALD makes the low-resolution side from INPUT: leave out INPUT_LR and STAC_COLLECTION, or leave WALD off.</source>
        <translation>WALD fait le côté à basse résolution à partir de INPUT : omettez INPUT_LR et STAC_COLLECTION, ou laissez WALD désactivé.</translation>
    </message>
    <message>
        <source>ALIGN needs a second raster to move: give INPUT_LR, or leave ALIGN off.</source>
        <translation>ALIGN demande un second raster à déplacer : donnez INPUT_LR, ou laissez ALIGN désactivé.</translation>
    </message>
    <message>
        <source>HARMONISE needs a second raster: give INPUT_LR, or leave HARMONISE blank.</source>
        <translation>HARMONISE demande un second raster : donnez INPUT_LR, ou laissez HARMONISE vide.</translation>
    </message>
    <message>
        <source>DEGRADATION is for tiles whose low-resolution side is made from the high-resolution one: leave it out, or leave out INPUT_LR and STAC_COLLECTION.</source>
        <translation>DEGRADATION concerne les tuiles dont le côté à basse résolution est produit à partir de celui à haute résolution : retirez-le, ou retirez INPUT_LR et STAC_COLLECTION.</translation>
    </message>
    <message>
        <source>DATE_RANGE is for finding a scene: say in which STAC_COLLECTION, such as {example}, or leave it out.</source>
        <translation>DATE_RANGE sert à trouver une scène : indiquez dans quel STAC_COLLECTION, comme {example}, ou retirez-le.</translation>
    </message>
    <message>
        <source>Give either INPUT_LR or STAC_COLLECTION: one of them, not both.</source>
        <translation>Donnez soit INPUT_LR, soit STAC_COLLECTION : l'un des deux, pas les deux.</translation>
    </message>
    <message>
        <source>STAC_COLLECTION finds a scene of one raster: give INPUT instead of INPUT_FOLDER, or leave it blank.</source>
        <translation>STAC_COLLECTION trouve une scène pour un seul raster : donnez INPUT au lieu de INPUT_FOLDER, ou laissez-le vide.</translation>
    </message>
    <message>
        <source>STAC_COLLECTION needs DATE_RANGE, the days of the scenes to choose from, such as {example}.</source>
        <translation>STAC_COLLECTION demande DATE_RANGE, les jours des scènes parmi lesquelles choisir, comme {example}.</translation>
    </message>
    <message>
        <source>ROTATION {rotation:g} would cut the land {count} times: use 0 for once, or {least:g} degrees or more.</source>
        <translation>ROTATION {rotation:g} découperait le terrain {count} fois : utilisez 0 pour une seule fois, ou au moins {least:g} degrés.</translation>
    </message>
    <message>
        <source>SPLIT is {split}: give three percentages that add up to 100, such as "80,10,10".</source>
        <translation>SPLIT vaut {split} : donnez trois pourcentages dont la somme est 100, comme "80,10,10".</translation>
    </message>
    <message>
        <source>BALANCE chooses among tiles that are too many: give MAX_TILES too, or leave it off.</source>
        <translation>BALANCE choisit parmi des tuiles trop nombreuses : donnez aussi MAX_TILES, ou laissez-le désactivé.</translation>
    </message>
    <message>
        <source>{name} {value} is not a multiple of SCALE {scale}: use {lower} or {upper}.</source>
        <translation>{name} {value} n'est pas un multiple de SCALE {scale} : utilisez {lower} ou {upper}.</translation>
    </message>
    <message>
        <source>No tile of {tile_size} × {tile_size} pixels lies in the polygons of MASK {name} with {percent:g} % of its area: use a smaller MASK_OVERLAP or TILE_SIZE.</source>
        <translation>Aucune tuile de {tile_size} × {tile_size} pixels ne se trouve dans les polygones de MASK {name} avec {percent:g} % de sa surface : utilisez un MASK_OVERLAP ou un TILE_SIZE plus petit.</translation>
    </message>
    <message>
        <source>MASK {name} and {path} do not overlap: choose polygons of the same place.</source>
        <translation>MASK {name} et {path} ne se recouvrent pas : choisissez des polygones du même lieu.</translation>
    </message>
    <message>
        <source>MASK {path} does not exist.</source>
        <translation>MASK {path} n'existe pas.</translation>
    </message>
    <message>
        <source>MASK {name} has no polygons: choose a layer that has some.</source>
        <translation>MASK {name} n'a pas de polygones : choisissez une couche qui en a.</translation>
    </message>
    <message>
        <source>MASK {path} is not GeoJSON that can be read ({reason}): save the polygons as GeoJSON again.</source>
        <translation>MASK {path} n'est pas un GeoJSON lisible ({reason}) : enregistrez de nouveau les polygones en GeoJSON.</translation>
    </message>
    <message>
        <source>MASK {name} cannot be transformed to the coordinate reference system of {path} ({reason}): reproject it to the raster's own.</source>
        <translation>MASK {name} ne peut pas être amené dans le système de coordonnées de référence de {path} ({reason}) : reprojetez-le dans celui du raster.</translation>
    </message>
    <message>
        <source>coordinates that are not numbers</source>
        <translation>des coordonnées qui ne sont pas des nombres</translation>
    </message>
    <message>
        <source>The tiles of a run that was stopped are removed, because settings or inputs differ: {different}.</source>
        <translation>Les tuiles d'une exécution interrompue sont supprimées, car les réglages ou les entrées diffèrent : {different}.</translation>
    </message>
    <message>
        <source>Continuing a run that was stopped: {done} of {total} tiles are there.</source>
        <translation>Reprise là où une exécution interrompue s'était arrêtée : {done} tuiles sur {total} sont présentes.</translation>
    </message>
    <message>
        <source>If this run is stopped, its tiles stay in {folder}, and the same run continues from there.</source>
        <translation>Si cette exécution est interrompue, ses tuiles restent dans {folder}, et la même exécution reprend à partir de là.</translation>
    </message>
    <message>
        <source>Tile {done} of {total}</source>
        <translation>Tuile {done} sur {total}</translation>
    </message>
    <message>
        <source>{hr} has pixels of type {hr_type} and {lr} of type {lr_type}: set HARMONISE, which gives the former the values and the type of the latter, or convert one of them.</source>
        <translation>{hr} a des pixels de type {hr_type} et {lr} de type {lr_type} : réglez HARMONISE, qui donne au premier les valeurs et le type du second, ou convertissez l'un des deux.</translation>
    </message>
    <message>
        <source>{path} has no pixel inside EXTENT: choose another extent.</source>
        <translation>{path} n'a aucun pixel dans EXTENT : choisissez une autre emprise.</translation>
    </message>
    <message>
        <source>{path} has {width} × {height} pixels to cut tiles from, which is less than one tile of {tile_size} × {tile_size}: use a smaller TILE_SIZE or a larger area.</source>
        <translation>{path} offre {width} × {height} pixels où découper des tuiles, soit moins qu'une tuile de {tile_size} × {tile_size} : utilisez un TILE_SIZE plus petit ou une zone plus grande.</translation>
    </message>
    <message>
        <source>{path} has no coordinate reference system, so its location is unknown: assign one.</source>
        <translation>{path} n'a pas de système de coordonnées de référence, on ignore donc où il se trouve : attribuez-lui-en un.</translation>
    </message>
    <message>
        <source>{path} has less than {scale} pixels to cut tiles from in width or height, and a tile has {tile_size} × {tile_size}: choose a larger raster or area.</source>
        <translation>{path} a moins de {scale} pixels en largeur ou en hauteur où découper des tuiles, et une tuile en a {tile_size} × {tile_size} : choisissez un raster ou une surface plus grande.</translation>
    </message>
    <message>
        <source>{count} rasters of the folder lie elsewhere and are skipped.</source>
        <translation>{count} rasters du dossier se trouvent ailleurs et sont ignorés.</translation>
    </message>
    <message>
        <source>{count} rasters of the folder are smaller than TILE_SIZE and are skipped, such as {path}.</source>
        <translation>{count} rasters du dossier sont plus petits que TILE_SIZE et sont ignorés, par exemple {path}.</translation>
    </message>
    <message>
        <source>{count} rasters are photos that are stored rotated or mirrored (EXIF orientation), such as {path}: their tiles are upright.</source>
        <translation>{count} rasters sont des photos enregistrées tournées ou en miroir (orientation EXIF), par exemple {path} : leurs tuiles sont à l'endroit.</translation>
    </message>
    <message>
        <source>{scene} has no cloud mask: check the tiles.</source>
        <translation>{scene} n'a pas de masque de nuages : vérifiez les tuiles.</translation>
    </message>
    <message>
        <source>{count} polygon(s) of MASK cross themselves and were repaired; check how they look.</source>
        <translation>{count} polygone(s) de MASK se croisent eux-mêmes et ont été réparés ; vérifiez leur aspect.</translation>
    </message>
    <message>
        <source>{count} rasters have no tile in the polygons of MASK.</source>
        <translation>{count} rasters n'ont aucune tuile dans les polygones de MASK.</translation>
    </message>
    <message>
        <source>Looking for tiles of {path} in the polygons</source>
        <translation>Recherche des tuiles de {path} dans les polygones</translation>
    </message>
    <message>
        <source>No tile has enough valid pixels and texture: use a smaller MIN_VALID or MIN_TEXTURE.</source>
        <translation>Aucune tuile n'a assez de pixels valides et de texture : utilisez un MIN_VALID ou un MIN_TEXTURE plus petit.</translation>
    </message>
    <message>
        <source>Measuring the texture of block {done} of {total}</source>
        <translation>Mesure de la texture du bloc {done} sur {total}</translation>
    </message>
    <message>
        <source>{path} declares pixel value × {gain} + {offset} and {other} × {other_gain} + {other_offset}: set GAIN and OFFSET for both, or HARMONISE if one is the low-resolution raster.</source>
        <translation>{path} déclare valeur du pixel × {gain} + {offset} et {other} × {other_gain} + {other_offset} : définissez GAIN et OFFSET pour les deux, ou HARMONISE si l'un est le raster à basse résolution.</translation>
    </message>
    <message>
        <source>Values are so far from zero that a network would lose their differences by rounding: {offset} is added to them (OFFSET).</source>
        <translation>Les valeurs sont si loin de zéro qu'un réseau en perdrait les différences par arrondi : {offset} leur est ajouté (OFFSET).</translation>
    </message>
    <message>
        <source>Warning: {path} declares no scale and offset, and those of {other} are taken for it: if it is stored otherwise, set HARMONISE, or convert it.</source>
        <translation>Attention : {path} ne déclare ni échelle ni décalage, et ceux de {other} lui sont appliqués : s'il est enregistré autrement, définissez HARMONISE, ou convertissez-le.</translation>
    </message>
    <message>
        <source>Looking for a batch size</source>
        <translation>Recherche d'une taille de lot</translation>
    </message>
    <message>
        <source>Batches of {size} patches: larger ones would fit, but would not make an epoch better or faster.</source>
        <translation>Lots de {size} imagettes : davantage tiendraient en mémoire, mais sans rendre une époque meilleure ni plus rapide.</translation>
    </message>
    <message>
        <source>Batches of {size} patches: {more} do not fit into memory.</source>
        <translation>Lots de {size} imagettes : {more} ne tiennent pas en mémoire.</translation>
    </message>
    <message>
        <source>There is no checkpoint {path}: choose another RESUME, or leave it blank.</source>
        <translation>Il n'y a pas de point de reprise {path} : choisissez un autre RESUME, ou laissez-le vide.</translation>
    </message>
    <message>
        <source>The checkpoint {path} was made by a newer version of Finer: update the plugin.</source>
        <translation>Le point de reprise {path} a été créé par une version plus récente de Finer : mettez à jour l'extension.</translation>
    </message>
    <message>
        <source>{path} is not a complete training checkpoint: choose another RESUME, or leave it blank.</source>
        <translation>{path} n'est pas un point de reprise complet d'un entraînement : choisissez un autre RESUME, ou laissez-le vide.</translation>
    </message>
    <message>
        <source>One of the {count} processes of this training has ended or cannot be reached any more, so the others stop: its own log says why.</source>
        <translation>L'un des {count} processus de cet entraînement s'est terminé ou n'est plus joignable, les autres s'arrêtent donc : son propre journal indique pourquoi.</translation>
    </message>
    <message>
        <source>{processes} processes were started here, and there are {cards} graphics cards: start one for each card.</source>
        <translation>{processes} processus ont été lancés ici, et il y a {cards} cartes graphiques : lancez-en un par carte.</translation>
    </message>
    <message>
        <source>The processes of this training do not find the same checkpoint: put OUTPUT and RESUME on a disk that all computers share.</source>
        <translation>Les processus de cet entraînement ne trouvent pas le même point de reprise : placez OUTPUT et RESUME sur un disque partagé par tous les ordinateurs.</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>Mesuré sur</translation>
    </message>
    <message>
        <source>Measuring took</source>
        <translation>Durée de la mesure</translation>
    </message>
    <message>
        <source>Training twice as long, {minutes:.3g} minutes, would add about {gain:.2f} dB on the validation tiles (probably {low:.2f} to {high:.2f}) if their curve continues as a power law. A gain below {least:g} dB is hardly visible; 1 dB is clearly visible.</source>
        <translation>Un entraînement deux fois plus long, {minutes:.3g} minutes, apporterait environ {gain:.2f} dB de plus sur les tuiles de validation (probablement {low:.2f} à {high:.2f}) si leur courbe continue de suivre une loi de puissance. Un gain inférieur à {least:g} dB est à peine visible ; 1 dB est nettement visible.</translation>
    </message>
    <message>
        <source>The gain of a longer training cannot be estimated: there are too few validations, or their values rise too irregularly.</source>
        <translation>Le gain d'un entraînement plus long ne peut pas être estimé : il y a trop peu de validations, ou leurs valeurs montent trop irrégulièrement.</translation>
    </message>
    <message>
        <source>A longer training would add almost nothing: twice as long, {minutes:.3g} minutes, less than {least:g} dB, which is not visible. More tiles or a larger network may add more.</source>
        <translation>Un entraînement plus long n'apporterait presque rien : deux fois plus long, {minutes:.3g} minutes, moins de {least:g} dB, ce qui n'est pas visible. Plus de tuiles ou un réseau plus grand peuvent apporter davantage.</translation>
    </message>
    <message>
        <source>Looking for a learning rate</source>
        <translation>Recherche d'un taux d'apprentissage</translation>
    </message>
    <message>
        <source>Learning rate {rate:.2g}: in a trial the loss rose again at {rise:.2g}, of which this is a fifth.</source>
        <translation>Taux d'apprentissage {rate:.2g} : lors d'un essai, la perte a recommencé à augmenter à {rise:.2g}, dont ceci est le cinquième.</translation>
    </message>
    <message>
        <source>Learning rate {rate:.2g}: in a trial the loss fell fastest there.</source>
        <translation>Taux d'apprentissage {rate:.2g} : lors d'un essai, c'est là que la perte a baissé le plus vite.</translation>
    </message>
    <message>
        <source>Learning rate {rate:.2g}: in a trial the loss neither fell nor rose clearly, so this is the usual one; set LEARNING_RATE if the loss does not fall.</source>
        <translation>Taux d'apprentissage {rate:.2g} : lors d'un essai, la perte n'a ni baissé ni augmenté nettement, c'est donc la valeur usuelle ; réglez LEARNING_RATE si la perte ne baisse pas.</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}</source>
        <translation>Époque {epoch} sur {epochs}</translation>
    </message>
    <message>
        <source>{tiles} training tiles: {patches} patches in {steps} steps per epoch. Bicubic reaches {psnr:.2f} dB on {watched} validation tiles.</source>
        <translation>{tiles} tuiles d'entraînement : {patches} imagettes en {steps} pas par époque. Le bicubique atteint {psnr:.2f} dB sur {watched} tuiles de validation.</translation>
    </message>
    <message>
        <source>Epoch {epoch}, {done} of {minutes:g} minutes</source>
        <translation>Époque {epoch}, {done} sur {minutes:g} minutes</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Préparation</translation>
    </message>
    <message>
        <source>Each step uses one of the scales {scales} at random; metrics are for the tiles' own scale, {scale}.</source>
        <translation>Chaque pas se fait à l'une des échelles {scales}, tirée au hasard ; les chiffres sont ceux de l'échelle propre aux tuiles, {scale}.</translation>
    </message>
    <message>
        <source>No improvement in {monitor} for {count} epochs: the training ends here, with the weights of epoch {best}.</source>
        <translation>Aucune amélioration de {monitor} depuis {count} époques : l'entraînement s'arrête ici, avec les poids de l'époque {best}.</translation>
    </message>
    <message>
        <source>Epoch {epoch}: {losses}, validation PSNR {psnr:.2f} dB</source>
        <translation>Époque {epoch} : {losses}, PSNR de validation {psnr:.2f} dB</translation>
    </message>
    <message>
        <source>The loss is no longer a finite number in epoch {epoch}: use a smaller LEARNING_RATE than {rate}.</source>
        <translation>La perte n'est plus un nombre fini à l'époque {epoch} : utilisez un LEARNING_RATE plus petit que {rate}.</translation>
    </message>
    <message>
        <source>SIZE is auto: the network is {size}, for {patches} patches in the training tiles and this device.</source>
        <translation>SIZE est auto : le réseau est {size}, pour {patches} extraits dans les tuiles d'entraînement et cet appareil.</translation>
    </message>
    <message>
        <source>SIZE is auto: the network is {size}, for {patches} patches in the training tiles and {minutes:g} minutes here.</source>
        <translation>SIZE est auto : le réseau est {size}, pour {patches} extraits dans les tuiles d'entraînement et {minutes:g} minutes sur cet ordinateur.</translation>
    </message>
    <message>
        <source>FREEZE keeps the blocks of another model unchanged: set PRETRAINED to that model, or leave FREEZE blank.</source>
        <translation>FREEZE garde inchangés les blocs d'un autre modèle : réglez PRETRAINED sur ce modèle, ou laissez FREEZE vide.</translation>
    </message>
    <message>
        <source>FREEZE is {asked}, which is neither a share nor a number of blocks: use a whole number, or one below 1.</source>
        <translation>FREEZE vaut {asked}, ce qui n'est ni une proportion ni un nombre de blocs : utilisez un nombre entier, ou un nombre inférieur à 1.</translation>
    </message>
    <message>
        <source>With the objective {objective} the weights of the last epoch are kept, so PATIENCE cannot be used: set MONITOR to psnr, ssim or loss, or leave PATIENCE blank.</source>
        <translation>Avec l'objectif {objective}, les poids de la dernière époque sont gardés ; PATIENCE ne peut donc pas être utilisé : réglez MONITOR sur psnr, ssim ou loss, ou laissez PATIENCE vide.</translation>
    </message>
    <message>
        <source>PATCH_SIZE is {size}, but the network reduces {least} × {least} low-resolution pixels to one: use a PATCH_SIZE of at least {least}, or a shallower network.</source>
        <translation>PATCH_SIZE vaut {size}, mais le réseau réduit {least} × {least} pixels à basse résolution à un seul : utilisez un PATCH_SIZE d'au moins {least}, ou un réseau moins profond.</translation>
    </message>
    <message>
        <source>PATCH_SIZE is blank: patches are {size} pixels wide instead of {usual}, because low-resolution tiles are only {side} wide.</source>
        <translation>PATCH_SIZE est vide : les imagettes font {size} pixels de large au lieu de {usual}, car les tuiles à basse résolution n'en font que {side}.</translation>
    </message>
    <message>
        <source>Measuring which precision trains faster on this computer</source>
        <translation>Mesure de la précision dans laquelle cet ordinateur apprend le plus vite</translation>
    </message>
    <message>
        <source>Training in bfloat16: a step takes {share:.0f} % of its time in float32; weights stay in float32.</source>
        <translation>Entraînement en bfloat16 : un pas prend {share:.0f} % de son temps en float32, dans lequel les poids restent.</translation>
    </message>
    <message>
        <source>The first {count} of {blocks} blocks, and the layers before them, are frozen.</source>
        <translation>Les {count} premiers blocs sur {blocks}, et les couches qui les précèdent, sont gelés.</translation>
    </message>
    <message>
        <source>{path} is a model in ONNX, which cannot be trained: choose another PRETRAINED.</source>
        <translation>{path} est un modèle en ONNX, qui ne peut pas être entraîné : choisissez un autre PRETRAINED.</translation>
    </message>
    <message>
        <source>{path} is a model of the network {given} and cannot start {wanted}: set BACKBONE to {given}, or choose another PRETRAINED.</source>
        <translation>{path} est un modèle du réseau {given} et ne peut pas servir de départ à {wanted} : réglez BACKBONE sur {given}, ou choisissez un autre PRETRAINED.</translation>
    </message>
    <message>
        <source>{path} takes {given} and the tiles have {wanted}, so that its weights mean something else: choose another PRETRAINED, or export tiles with such a GUIDE.</source>
        <translation>{path} prend {given} et les tuiles ont {wanted}, si bien que ses poids signifient autre chose : choisissez un autre PRETRAINED, ou exportez des tuiles avec un tel GUIDE.</translation>
    </message>
    <message>
        <source>No layer of {path} fits this network ({differences}): set BACKBONE_OPTIONS as they were for that model, or choose another PRETRAINED.</source>
        <translation>Aucune couche de {path} ne correspond à ce réseau ({differences}) : réglez BACKBONE_OPTIONS comme pour ce modèle, ou choisissez un autre PRETRAINED.</translation>
    </message>
    <message>
        <source>Starting from {path}: {kept} of {count} layers are taken from it.</source>
        <translation>Départ de {path} : {kept} couches sur {count} en sont reprises.</translation>
    </message>
    <message>
        <source>FREEZE would freeze {names} at random initial values, because nothing in {path} fits it: leave FREEZE blank, or choose another PRETRAINED.</source>
        <translation>FREEZE gèlerait {names} à des valeurs initiales aléatoires, car rien dans {path} n'y correspond : laissez FREEZE vide, ou choisissez un autre PRETRAINED.</translation>
    </message>
    <message>
        <source>That model is another one: {differences}.</source>
        <translation>Ce modèle en est un autre : {differences}.</translation>
    </message>
    <message>
        <source>Initialised at random, because nothing in it fits: {names}.</source>
        <translation>Initialisé au hasard, car rien n'y correspond : {names}.</translation>
    </message>
    <message>
        <source>Not taken from it: {names}.</source>
        <translation>Non repris de celui-ci : {names}.</translation>
    </message>
    <message>
        <source>scale {given} instead of {wanted}</source>
        <translation>échelle {given} au lieu de {wanted}</translation>
    </message>
    <message>
        <source>{count} bands ({bands})</source>
        <translation>{count} bandes ({bands})</translation>
    </message>
    <message>
        <source>{given} instead of {wanted}</source>
        <translation>{given} au lieu de {wanted}</translation>
    </message>
    <message>
        <source>{option} = {given} instead of {wanted}</source>
        <translation>{option} = {given} au lieu de {wanted}</translation>
    </message>
    <message>
        <source>{path} is of a training with other settings ({differences}): set them as they were, or leave RESUME blank to start again.</source>
        <translation>{path} provient d'un entraînement avec d'autres réglages ({differences}) : rétablissez-les, ou laissez RESUME vide pour repartir de zéro.</translation>
    </message>
    <message>
        <source>{name} is {now} and was {before}</source>
        <translation>{name} vaut {now} et valait {before}</translation>
    </message>
    <message>
        <source>{option} of {name}</source>
        <translation>{option} de {name}</translation>
    </message>
    <message>
        <source>A step takes {step} here: {minutes:g} minutes are about {steps} steps, which use every tile {times} times.</source>
        <translation>Un pas prend ici {step} : {minutes:g} minutes contiennent environ {steps} pas, où chaque tuile est vue {times} fois.</translation>
    </message>
    <message>
        <source>A step takes {step} here: {epochs} epochs will take about {time}.</source>
        <translation>Un pas prend ici {step} : {epochs} époques prendront environ {time}.</translation>
    </message>
    <message>
        <source>Measuring the training speed of this computer</source>
        <translation>Mesure de la vitesse d'entraînement de cet ordinateur</translation>
    </message>
    <message>
        <source>TensorBoard's folder {folder} cannot be written to ({reason}): choose another TENSORBOARD.</source>
        <translation>Impossible d'écrire dans le dossier de TensorBoard {folder} ({reason}) : choisissez un autre TENSORBOARD.</translation>
    </message>
    <message>
        <source>TensorBoard's folder can no longer be written to ({reason}); the training continues without it.</source>
        <translation>Il n'est plus possible d'écrire dans le dossier de TensorBoard ({reason}) ; l'entraînement continue sans lui.</translation>
    </message>
    <message>
        <source>Continuing from {path}: {epochs} epochs and {steps} steps are done.</source>
        <translation>Reprise à partir de {path} : {epochs} époques et {steps} pas sont effectués.</translation>
    </message>
    <message>
        <source>The training is saved to {path} every {minutes:g} minutes: if it is interrupted, set RESUME to that file and leave all other settings unchanged to continue.</source>
        <translation>L'entraînement est enregistré dans {path} toutes les {minutes:g} minutes : s'il est interrompu, réglez RESUME sur ce fichier et laissez tous les autres paramètres inchangés pour continuer.</translation>
    </message>
    <message>
        <source>It was made with {before} and continues with {now}: the result may differ in its last digits.</source>
        <translation>Il a été fait avec {before} et se poursuit avec {now} : le résultat peut différer dans ses derniers chiffres.</translation>
    </message>
    <message>
        <source>The training is saved to {path}: set RESUME to that file and leave all other settings unchanged to continue.</source>
        <translation>L'entraînement est enregistré dans {path} : réglez RESUME sur ce fichier et laissez tous les autres paramètres inchangés pour continuer.</translation>
    </message>
    <message>
        <source>{path} is of an earlier run; this run will replace it.</source>
        <translation>{path} provient d’une exécution antérieure ; cette exécution le remplacera.</translation>
    </message>
    <message>
        <source>{path} is of an earlier run, which could be continued with it as RESUME; this run starts from the beginning and will replace it.</source>
        <translation>{path} provient d'une exécution antérieure, qui se poursuivrait en le donnant comme RESUME ; cette exécution repart de zéro et le remplacera.</translation>
    </message>
    <message>
        <source>{name} was {before} and is {now} from now on: the result differs from that of either value throughout.</source>
        <translation>{name} valait {before} et vaut désormais {now} : le résultat diffère de celui que donnerait l'une des deux valeurs du début à la fin.</translation>
    </message>
    <message>
        <source>The checkpoint could not be updated ({reason}). {path} still contains an earlier, complete one; the training continues.</source>
        <translation>Le point de reprise n'a pas pu être renouvelé ({reason}). {path} en contient encore un antérieur, complet ; l'entraînement continue.</translation>
    </message>
    <message>
        <source>The checkpoint {path} could not be written ({reason}); the training continues without it.</source>
        <translation>Le point de reprise {path} n'a pas pu être écrit ({reason}) ; l'entraînement continue sans lui.</translation>
    </message>
    <message>
        <source>The validation tiles have too many gaps for SSIM: set MONITOR to psnr or loss.</source>
        <translation>Les tuiles de validation ont trop de lacunes pour SSIM : réglez MONITOR sur psnr ou loss.</translation>
    </message>
    <message>
        <source>The tile set {folder} has no validation tiles: export it again with a SPLIT such as 80,10,10.</source>
        <translation>Le jeu de tuiles {folder} n'a pas de tuiles de validation : exportez-le à nouveau avec un SPLIT tel que 80,10,10.</translation>
    </message>
    <message>
        <source>No validation tile in {folder} has a valid pixel.</source>
        <translation>Aucune tuile de validation de {folder} n'a de pixel valide.</translation>
    </message>
    <message>
        <source>Vulkan finds no graphics card here that the SR engine can use: install or update the graphics driver, or set DEVICE to "auto" or "cpu".</source>
        <translation>Vulkan ne trouve ici aucune carte graphique que le moteur SR puisse utiliser : installez ou mettez à jour le pilote graphique, ou choisissez "auto" ou "cpu" pour DEVICE.</translation>
    </message>
    <message>
        <source>There is no {device} here. Vulkan finds {cards}: choose one of them, or vulkan alone.</source>
        <translation>Il n'y a pas de {device} ici. Vulkan trouve {cards} : choisissez l'une d'elles, ou vulkan seul.</translation>
    </message>
    <message>
        <source>A super-resolution model for Finer, the QGIS plugin: open it with *Classify pixels with SR model*.</source>
        <translation>Un modèle de super-résolution pour Finer, l'extension QGIS : ouvrez-le avec *Classer les pixels avec un modèle SR*.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>Each band</source>
        <translation>Chaque bande</translation>
    </message>
    <message>
        <source>{name}: {count:,} pairs of tiles, scale ×{scale}</source>
        <translation>{name} : {count:,} paires de tuiles, échelle ×{scale}</translation>
    </message>
    <message>
        <source>Map of the tiles</source>
        <translation>Carte des tuiles</translation>
    </message>
    <message>
        <source>{train:,} for training ({train_share:.0f} %), {val:,} for validation ({val_share:.0f} %), {test:,} for test ({test_share:.0f} %). {left:,} of {looked_at:,} tiles were left out.</source>
        <translation>{train:,} pour l'entraînement ({train_share:.0f} %), {val:,} pour la validation ({val_share:.0f} %), {test:,} pour le test ({test_share:.0f} %). {left:,} tuiles sur {looked_at:,} ont été écartées.</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Paires</translation>
    </message>
    <message>
        <source>Training: {shown} of {count:,}</source>
        <translation>Entraînement : {shown} sur {count:,}</translation>
    </message>
    <message>
        <source>Validation: {shown} of {count:,}</source>
        <translation>Validation : {shown} sur {count:,}</translation>
    </message>
    <message>
        <source>Test: {shown} of {count:,}</source>
        <translation>Test : {shown} sur {count:,}</translation>
    </message>
    <message>
        <source>Left the low-resolution side, right the high-resolution one; both are stretched alike, by the darkest and the brightest 2 % of the latter.</source>
        <translation>À gauche le côté à basse résolution, à droite celui à haute résolution ; tous deux sont étirés de la même façon, d'après les 2 % les plus sombres et les plus clairs du second.</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
    <message>
        <source>Histograms of both sides, band by band</source>
        <translation>Histogrammes des deux côtés, bande par bande</translation>
    </message>
    <message>
        <source>Mean LR</source>
        <translation>Moyenne LR</translation>
    </message>
    <message>
        <source>Mean HR</source>
        <translation>Moyenne HR</translation>
    </message>
    <message>
        <source>HR to LR</source>
        <translation>HR par rapport à LR</translation>
    </message>
    <message>
        <source>Spread LR</source>
        <translation>Dispersion LR</translation>
    </message>
    <message>
        <source>Spread HR</source>
        <translation>Dispersion HR</translation>
    </message>
    <message>
        <source>From {count} tiles, evenly chosen, in physical units: shares of pixels by value, without the outermost half per cent; spread is the standard deviation. High resolution has more contrast and so a wider histogram; its middle should lie where that of low resolution does. If not, HARMONISE.</source>
        <translation>Sur {count} tuiles choisies régulièrement, en unités physiques : parts de pixels selon la valeur, sans le demi pour cent extrême ; la dispersion est l'écart type. La haute résolution a plus de contraste, donc un histogramme plus large ; son milieu devrait se trouver là où se trouve celui de la basse résolution. Sinon, utilisez HARMONISE.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Carte</translation>
    </message>
    <message>
        <source>{count:,} rasters in {crs}, each of which belongs to one split.</source>
        <translation>{count:,} rasters en {crs}, dont chacun appartient à une seule partie.</translation>
    </message>
    <message>
        <source>{shown} of {count} rasters.</source>
        <translation>{shown} rasters sur {count}.</translation>
    </message>
    <message>
        <source>White lines are blocks of land, each of which belongs to one split; tiles that overlap are painted as one.</source>
        <translation>Les lignes blanches sont des blocs de terrain, dont chacun appartient à une seule partie ; les tuiles qui se chevauchent sont peintes comme une seule.</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Alignement</translation>
    </message>
    <message>
        <source>{raster}: the low-resolution raster lay {x:+.2f} pixels across and {y:+.2f} down, ± {error:.2f}; {agreeing} of {pieces} places agree. It was moved back.</source>
        <translation>{raster} : le raster à basse résolution était décalé de {x:+.2f} pixels en colonne et {y:+.2f} en ligne, ± {error:.2f} ; {agreeing} endroits sur {pieces} concordent. Il a été recalé.</translation>
    </message>
    <message>
        <source>{raster}: the low-resolution raster lay {x:+.2f} pixels across and {y:+.2f} down, ± {error:.2f}; {agreeing} of {pieces} places agree. It was left.</source>
        <translation>{raster} : le raster à basse résolution était décalé de {x:+.2f} pixels en colonne et {y:+.2f} en ligne, ± {error:.2f} ; {agreeing} endroits sur {pieces} concordent. Il a été laissé en place.</translation>
    </message>
    <message>
        <source>Shifts, place by place</source>
        <translation>Décalages, endroit par endroit</translation>
    </message>
    <message>
        <source>Blue: the places that agree, whose median counts. Grey: all others.</source>
        <translation>En bleu : les endroits qui concordent, dont la médiane compte. En gris : tous les autres.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Écartées</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Tuiles</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <source>High resolution</source>
        <translation>Haute résolution</translation>
    </message>
    <message>
        <source>{count} rasters, such as {path}</source>
        <translation>{count} rasters, par exemple {path}</translation>
    </message>
    <message>
        <source>made from the high-resolution side</source>
        <translation>produite à partir du côté à haute résolution</translation>
    </message>
    <message>
        <source>Degradation</source>
        <translation>Dégradation</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Bandes</translation>
    </message>
    <message>
        <source>{type}, no data: {value:g}</source>
        <translation>{type}, nodata : {value:g}</translation>
    </message>
    <message>
        <source>Reference system</source>
        <translation>Système de référence</translation>
    </message>
    <message>
        <source>{size} pixels wide and high, one every {stride}</source>
        <translation>{size} pixels de côté, une tous les {stride}</translation>
    </message>
    <message>
        <source>{models}: super-resolution ×{scale}, measured</source>
        <translation>{models} : super-résolution ×{scale}, mesurée</translation>
    </message>
    <message>
        <source>95 % interval {low:+.2f} to {high:+.2f} dB, so the difference may be chance</source>
        <translation>intervalle à 95 % de {low:+.2f} à {high:+.2f} dB, la différence peut donc être due au hasard</translation>
    </message>
    <message>
        <source>95 % interval {low:+.2f} to {high:+.2f} dB</source>
        <translation>intervalle à 95 % de {low:+.2f} à {high:+.2f} dB</translation>
    </message>
    <message>
        <source>{model} is {gain:.2f} dB worse than bicubic resampling on average{interval}, and better on {better} of {count} {tiles}.</source>
        <translation>{model} est en moyenne {gain:.2f} dB moins bon que le rééchantillonnage bicubique{interval}, et meilleur sur {better} des {count} {tiles}.</translation>
    </message>
    <message>
        <source>{model} is {gain:.2f} dB better than bicubic resampling on average{interval}, and better on {better} of {count} {tiles}.</source>
        <translation>{model} est en moyenne {gain:.2f} dB meilleur que le rééchantillonnage bicubique{interval}, et meilleur sur {better} des {count} {tiles}.</translation>
    </message>
    <message>
        <source>Of the relevant detail it shows {right:.0%} correctly; {invented:.0%} is invented.</source>
        <translation>Du détail pertinent, il rend {right:.0%} correctement ; {invented:.0%} est inventé.</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>Le modèle</translation>
    </message>
    <message>
        <source>Means over tiles, in physical units, of results rounded to the rasters' data type. The outermost {scale} pixels of each tile and pixels without data do not count. Below each mean: its 95 % bootstrap confidence interval over tiles.</source>
        <translation>Moyennes sur les tuiles, en unités physiques, de résultats arrondis au type de données des rasters. Les {scale} pixels du bord de chaque tuile et les pixels sans données ne comptent pas. Sous chaque moyenne : son intervalle de confiance bootstrap à 95 % sur les tuiles.</translation>
    </message>
    <message>
        <source>With fewer than {count} tiles there are no intervals.</source>
        <translation>Avec moins de {count} tuiles, il n'y a pas d'intervalles.</translation>
    </message>
    <message>
        <source>↑ higher is better, ↓ lower is better. PSNR (over all bands, for a range of {range:g}), SSIM (Gaussian window of {window} pixels, mean over bands), L1 (mean absolute error), L2 (mean squared error), SAM (mean spectral angle), ERGAS (relative error over all bands); improvement, omission and hallucination after Aybar et al. (2024): the share of the relevant detail that is shown correctly, is missing, or is invented.</source>
        <translation>↑ plus haut est meilleur, ↓ plus bas est meilleur. PSNR (sur toutes les bandes, pour une étendue de {range:g}), SSIM (fenêtre gaussienne de {window} pixels, moyenne sur les bandes), L1 (erreur absolue moyenne), L2 (erreur quadratique moyenne), SAM (angle spectral moyen), ERGAS (erreur relative sur toutes les bandes) ; amélioration, omission et hallucination d'après Aybar et al. (2024) : la part du détail pertinent qui est correctement rendue, qui manque ou qui est inventée.</translation>
    </message>
    <message>
        <source>Each tile</source>
        <translation>Chaque tuile</translation>
    </message>
    <message>
        <source>Gain of every tile over bicubic resampling</source>
        <translation>Gain de chaque tuile sur le rééchantillonnage bicubique</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Images</translation>
    </message>
    <message>
        <source>Pictures of a tile are stretched alike, by the darkest and the brightest 2 % of the truth; of larger tiles the middle {side} pixels are shown.</source>
        <translation>Les images d'une tuile sont étirées de la même façon, d'après les 2 % les plus sombres et les plus clairs de la vérité ; des tuiles plus grandes, les {side} pixels du milieu sont montrés.</translation>
    </message>
    <message>
        <source>Pictures of a tile are stretched alike, by the darkest and the brightest 2 % of the truth.</source>
        <translation>Les images d'une tuile sont étirées de la même façon, d'après les 2 % les plus sombres et les plus clairs de la vérité.</translation>
    </message>
    <message>
        <source>improvement</source>
        <translation>amélioration</translation>
    </message>
    <message>
        <source>omission</source>
        <translation>omission</translation>
    </message>
    <message>
        <source>hallucination</source>
        <translation>hallucination</translation>
    </message>
    <message>
        <source>Error estimates</source>
        <translation>Estimation de l'erreur</translation>
    </message>
    <message>
        <source>Reached over stated coverage, and half-widths beside one constant for all pixels</source>
        <translation>Couverture atteinte selon la couverture annoncée, et demi-largeurs à côté d’une constante pour tous les pixels</translation>
    </message>
    <message>
        <source>How often the truth lies within the error map (OUTPUT_ERROR) around the result, as a mean over tiles and bands, and how wide that is, in physical units. On the line, coverages are as stated; below it, intervals are too narrow for these tiles.</source>
        <translation>Combien souvent la vérité est à l’intérieur de la carte d’erreur (OUTPUT_ERROR) autour du résultat, en moyenne sur tuiles et bandes, et quelle en est la largeur, en unités physiques. Sur la ligne, les couvertures sont celles annoncées ; au-dessous, les intervalles sont trop étroits pour ces tuiles.</translation>
    </message>
    <message>
        <source>The model was calibrated on these tiles: these figures are from five-fold cross-validation.</source>
        <translation>Le modèle a été étalonné sur ces tuiles : ces chiffres proviennent d'une validation croisée à cinq blocs.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Apprentissage</translation>
    </message>
    <message>
        <source>Tiles measured on</source>
        <translation>Tuiles de la mesure</translation>
    </message>
    <message>
        <source>Model {model}</source>
        <translation>Modèle {model}</translation>
    </message>
    <message>
        <source>Training data of {model}</source>
        <translation>Données d'entraînement de {model}</translation>
    </message>
    <message>
        <source>Settings of {model}</source>
        <translation>Réglages de {model}</translation>
    </message>
    <message>
        <source>Hardware and time of {model}</source>
        <translation>Matériel et durée de {model}</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>{name}: super-resolution {scales}</source>
        <translation>{name} : super-résolution {scales}</translation>
    </message>
    <message>
        <source>Low resolution | super-resolved</source>
        <translation>Basse résolution | super-résolu</translation>
    </message>
    <message>
        <source>Scenes of {collection}, {dates}</source>
        <translation>Scènes de {collection}, {dates}</translation>
    </message>
    <message>
        <source>{count} scenes at {api}, {good} of which are suitable. Chosen: {scene}.</source>
        <translation>{count} scènes sur {api}, dont {good} conviennent. Choisie : {scene}.</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Scène</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Prise de vue</translation>
    </message>
    <message>
        <source>Cloud (%)</source>
        <translation>Nuages (%)</translation>
    </message>
    <message>
        <source>Covers (%)</source>
        <translation>Couverture (%)</translation>
    </message>
    <message>
        <source>Ranked by cloud cover in whole percent, then by the share of the extent that is covered in whole percent, then by the time to {day}. Scenes without a rank are too cloudy or cover too little.</source>
        <translation>Classées par couverture nuageuse en pour cent entiers, puis par part de l'emprise couverte en pour cent entiers, puis par écart de temps avec le {day}. Les scènes sans rang sont trop nuageuses ou couvrent trop peu.</translation>
    </message>
    <message>
        <source>Sharpened bands, measured one scale coarser</source>
        <translation>Bandes affinées, mesurées une échelle plus grossière</translation>
    </message>
    <message>
        <source>Both rasters were made {scale} times coarser, so that the original coarse bands are the truth. The metrics are for {count} held-out tiles of the scene, which were not used for training.</source>
        <translation>Les deux rasters ont été rendus {scale} fois plus grossiers, de sorte que les bandes grossières d'origine sont la vérité. Les métriques portent sur {count} tuiles réservées de la scène, qui n'ont pas servi à l'entraînement.</translation>
    </message>
    <message>
        <source>There, bands go from {sizes} m.</source>
        <translation>Là, les bandes passent de {sizes} m.</translation>
    </message>
    <message>
        <source>↑ higher is better, ↓ lower is better. Pansharpening is ratio component substitution (rcs), each band with the band of the guide that suits it best.</source>
        <translation>↑ plus haut est mieux, ↓ plus bas est mieux. Le pansharpening est la substitution de composante par rapport (rcs), chaque bande avec la bande du guide qui lui convient le mieux.</translation>
    </message>
    <message>
        <source>The model cannot add detail that the fine bands do not show.</source>
        <translation>Le modèle ne peut pas ajouter de détail que les bandes fines ne montrent pas.</translation>
    </message>
    <message>
        <source>Bands whose detail pansharpening takes</source>
        <translation>Bandes dont le pansharpening prend le détail</translation>
    </message>
    <message>
        <source>backbone</source>
        <translation>réseau</translation>
    </message>
    <message>
        <source>pair layout</source>
        <translation>disposition de paires</translation>
    </message>
    <message>
        <source>ArcGIS Export Tiles</source>
        <translation>ArcGIS Export Tiles</translation>
    </message>
    <message>
        <source>Two folders of images</source>
        <translation>deux dossiers d'images</translation>
    </message>
    <message>
        <source>Images named in pairs</source>
        <translation>images nommées par paires</translation>
    </message>
    <message>
        <source>degradation</source>
        <translation>dégradation</translation>
    </message>
    <message>
        <source>sampler</source>
        <translation>échantillonneur</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>échantillonnage</translation>
    </message>
    <message>
        <source>noise schedule</source>
        <translation>calendrier de bruit</translation>
    </message>
    <message>
        <source>weight layout</source>
        <translation>disposition de poids</translation>
    </message>
    <message>
        <source>U-Net of ArcGIS' SuperResolution (fastai's DynamicUnet over a ResNet)</source>
        <translation>U-Net de SuperResolution d'ArcGIS (DynamicUnet de fastai sur un ResNet)</translation>
    </message>
    <message>
        <source>EDSR of BasicSR</source>
        <translation>EDSR de BasicSR</translation>
    </message>
    <message>
        <source>MSRResNet (SRResNet) of BasicSR</source>
        <translation>MSRResNet (SRResNet) de BasicSR</translation>
    </message>
    <message>
        <source>RRDBNet (ESRGAN, Real-ESRGAN) of BasicSR, also for scale 2 and 1 with pixel unshuffle</source>
        <translation>RRDBNet (ESRGAN, Real-ESRGAN) de BasicSR, aussi pour les échelles 2 et 1 avec pixel unshuffle</translation>
    </message>
    <message>
        <source>CARN and CARN-M of CARN-pytorch</source>
        <translation>CARN et CARN-M de CARN-pytorch</translation>
    </message>
    <message>
        <source>DAT of its authors</source>
        <translation>DAT de ses auteurs</translation>
    </message>
    <message>
        <source>EDSR of EDSR-PyTorch</source>
        <translation>EDSR d'EDSR-PyTorch</translation>
    </message>
    <message>
        <source>MDSR of EDSR-PyTorch</source>
        <translation>MDSR d'EDSR-PyTorch</translation>
    </message>
    <message>
        <source>RDN of EDSR-PyTorch</source>
        <translation>RDN d'EDSR-PyTorch</translation>
    </message>
    <message>
        <source>RRDBNet of ESRGAN</source>
        <translation>RRDBNet d'ESRGAN</translation>
    </message>
    <message>
        <source>RRDBNet of ESRGAN, old</source>
        <translation>RRDBNet d'ESRGAN, ancien</translation>
    </message>
    <message>
        <source>HAT of its authors</source>
        <translation>HAT de ses auteurs</translation>
    </message>
    <message>
        <source>OmniSR of its authors</source>
        <translation>OmniSR de ses auteurs</translation>
    </message>
    <message>
        <source>Generator of opensr-srgan with blocks of type res, an SRResNet without normalisation</source>
        <translation>Générateur d'opensr-srgan avec des blocs de type res, un SRResNet sans normalisation</translation>
    </message>
    <message>
        <source>PLKSR of its authors</source>
        <translation>PLKSR de ses auteurs</translation>
    </message>
    <message>
        <source>RDN of RDN-pytorch</source>
        <translation>RDN de RDN-pytorch</translation>
    </message>
    <message>
        <source>Compact (SRVGGNet) of Real-ESRGAN</source>
        <translation>Compact (SRVGGNet) de Real-ESRGAN</translation>
    </message>
    <message>
        <source>RealPLKSR of neosr</source>
        <translation>RealPLKSR de neosr</translation>
    </message>
    <message>
        <source>CNNSR of SEN2SR, without its Fourier constraint</source>
        <translation>CNNSR de SEN2SR, sans sa contrainte de Fourier</translation>
    </message>
    <message>
        <source>SPAN of its authors</source>
        <translation>SPAN de ses auteurs</translation>
    </message>
    <message>
        <source>SR3 of Image-Super-Resolution-via-Iterative-Refinement</source>
        <translation>SR3 d'Image-Super-Resolution-via-Iterative-Refinement</translation>
    </message>
    <message>
        <source>SRResNet of leftthomas/SRGAN, which ends in (tanh + 1) / 2</source>
        <translation>SRResNet de leftthomas/SRGAN, qui finit par (tanh + 1) / 2</translation>
    </message>
    <message>
        <source>SRResNet of Lornatang/SRGAN-PyTorch, whose results are kept within 0 and 1</source>
        <translation>SRResNet de Lornatang/SRGAN-PyTorch, dont les résultats restent entre 0 et 1</translation>
    </message>
    <message>
        <source>SRResNet of opensr-srgan, which ends in tanh</source>
        <translation>SRResNet d'opensr-srgan, qui finit par tanh</translation>
    </message>
    <message>
        <source>SRResNet of twtygqyy/pytorch-SRResNet, with batch normalisation</source>
        <translation>SRResNet de twtygqyy/pytorch-SRResNet, avec normalisation par lots</translation>
    </message>
    <message>
        <source>SwinIR of its authors</source>
        <translation>SwinIR de ses auteurs</translation>
    </message>
    <message>
        <source>job</source>
        <translation>tâche</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>objectif</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>optimiseur</translation>
    </message>
    <message>
        <source>learning rate schedule</source>
        <translation>calendrier de taux d'apprentissage</translation>
    </message>
    <message>
        <source>pansharpening method</source>
        <translation>méthode de pansharpening</translation>
    </message>
    <message>
        <source>Classify pixels with SR model</source>
        <translation>Classer les pixels avec un modèle SR</translation>
    </message>
    <message>
        <source>Super-resolves a raster with a trained model: each pixel becomes scale × scale finer ones.

The result has the input's coordinate system, data type, nodata and colours. It has no seams, and memory use does
not grow with the raster. Nodata stays nodata.

In place of a raster, a STAC catalogue can be searched by "Extent" and "Dates".</source>
        <translation>Super-résout un raster avec un modèle entraîné : chaque pixel devient facteur × facteur pixels plus fins.

Le résultat conserve le système de coordonnées, le type de données, le nodata et les couleurs de l'entrée. Il n'a pas de raccords visibles, et la mémoire utilisée ne croît pas avec le raster. Le nodata reste nodata.

À la place d'un raster, on peut chercher dans un catalogue STAC d'après « Emprise » et « Dates ».</translation>
    </message>
    <message>
        <source>Low-resolution raster</source>
        <translation>Raster à basse résolution</translation>
    </message>
    <message>
        <source>The raster to super-resolve, like those the model was trained on.</source>
        <translation>Le raster à super-résoudre, semblable à ceux sur lesquels le modèle a été entraîné.</translation>
    </message>
    <message>
        <source>Dates (first/last, year-month-day)</source>
        <translation>Dates (première/dernière, année-mois-jour)</translation>
    </message>
    <message>
        <source>First and last day, such as "2021-05-01/2021-08-31", or one day, months or years; one end can be open ("2021-05-01/..").</source>
        <translation>Premier et dernier jour, comme "2021-05-01/2021-08-31", ou un seul jour, des mois ou des années ; une extrémité peut rester ouverte ("2021-05-01/..").</translation>
    </message>
    <message>
        <source>Clouds and their shadows as nodata</source>
        <translation>Nuages et leurs ombres en nodata</translation>
    </message>
    <message>
        <source>Pixels that the scene classification (SCL) of Level-2A calls cloud, cirrus, cloud shadow or defective become nodata.</source>
        <translation>Les pixels que la classification de scène (SCL) du niveau 2A appelle nuage, cirrus, ombre de nuage ou défectueux deviennent sans données.</translation>
    </message>
    <message>
        <source>Model package (.srpk) from "Train SR model".</source>
        <translation>Paquet de modèle (.srpk) issu de « Entraîner un modèle SR ».</translation>
    </message>
    <message>
        <source>Guide (for models that take one)</source>
        <translation>Guide (pour les modèles qui en prennent un)</translation>
    </message>
    <message>
        <source>A second raster of the same place, for a model that was trained with a guide: finer bands, or another date. The result is nodata where the guide is.</source>
        <translation>Un second raster du même lieu, pour un modèle entraîné avec un guide : des bandes plus fines, ou une autre date. Là où il n'a pas de données, le résultat n'en a pas non plus.</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>Emprise</translation>
    </message>
    <message>
        <source>Part of the raster to super-resolve. Blank uses all of it.</source>
        <translation>Partie du raster à super-résoudre. Vide : tout le raster.</translation>
    </message>
    <message>
        <source>Sampler (diffusion models)</source>
        <translation>Sampler (modèles de diffusion)</translation>
    </message>
    <message>
        <source>How a diffusion model gets from noise to the result. Blank: the model's own.</source>
        <translation>Comment un modèle de diffusion passe du bruit au résultat. Vide : celui du modèle.</translation>
    </message>
    <message>
        <source>DDIM: implicit sampling</source>
        <translation>DDIM : échantillonnage implicite</translation>
    </message>
    <message>
        <source>Each step keeps the direction of the noise, so that with η = 0 the result follows from the first noise alone; η = 1
is DDPM. Song et al. 2021, "Denoising Diffusion Implicit Models", equations 12 and 16. Use 50 steps or more.</source>
        <translation>Chaque pas conserve la direction du bruit, de sorte qu'avec η = 0 le résultat découle du seul bruit initial ; η = 1 est DDPM. Song et al. 2021, « Denoising Diffusion Implicit Models », équations 12 et 16. Prenez au moins 50 pas.</translation>
    </message>
    <message>
        <source>Sampling steps (diffusion models)</source>
        <translation>Pas d'échantillonnage (modèles de diffusion)</translation>
    </message>
    <message>
        <source>Number of steps from noise to the result; time grows with it. For a model trained by denoising, at most the number it was trained with.</source>
        <translation>Nombre de pas du bruit au résultat ; le temps croît avec lui. Pour un modèle entraîné par débruitage, au plus le nombre de son entraînement.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>tous</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Répartition des pas</translation>
    </message>
    <message>
        <source>Noise levels that the steps use. focused: evenly in the logarithm of the signal-to-noise ratio, but denser where detail is decided; log_snr: evenly in that logarithm; trailing: evenly in the trained steps, which needs hundreds of them.</source>
        <translation>À quels niveaux de bruit se placent les pas. focused : régulièrement selon le logarithme du rapport signal sur bruit, mais plus serrés là où se décident les détails ; log_snr : régulièrement selon ce logarithme ; trailing : régulièrement parmi les pas de l'entraînement, ce qui en demande des centaines.</translation>
    </message>
    <message>
        <source>η of the sampler ddim</source>
        <translation>η du sampler ddim</translation>
    </message>
    <message>
        <source>Share of the noise that is fresh in every step: 0 is deterministic, 1 is DDPM.</source>
        <translation>Part de bruit renouvelée à chaque pas : 0 est déterministe, 1 est DDPM.</translation>
    </message>
    <message>
        <source>DDPM: ancestral sampling</source>
        <translation>DDPM : échantillonnage ancestral</translation>
    </message>
    <message>
        <source>Each step draws from the posterior q(x_s | x_t, x_0), with fresh noise of its "fixed small" variance: Ho et al.
2020, "Denoising Diffusion Probabilistic Models", equations 6 and 7. Between steps that are not neighbours in the
trained schedule β is 1 − ᾱ_t / ᾱ_s: Nichol &amp; Dhariwal 2021, "Improved Denoising Diffusion Probabilistic Models",
section 4. Use hundreds of steps.</source>
        <translation>Chaque pas tire de la loi a posteriori q(x_s | x_t, x_0), avec un nouveau bruit de sa variance « fixed small » : Ho et al. 2020, « Denoising Diffusion Probabilistic Models », équations 6 et 7. Entre des pas qui ne sont pas voisins dans le calendrier d'entraînement, β vaut 1 − ᾱ_t / ᾱ_s : Nichol &amp; Dhariwal 2021, « Improved Denoising Diffusion Probabilistic Models », section 4. Prenez des centaines de pas.</translation>
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
        <translation>Déterministe, du second ordre : chaque pas prolonge la droite passant par sa propre estimation du résultat et celle du pas précédent. Lu et al. 2022, « DPM-Solver++: Fast Solver for Guided Sampling of Diffusion Probabilistic Models », algorithme 2. Le premier pas n'a pas de précédent, et le dernier, vers l'image, est infiniment long en λ : tous deux sont du premier ordre. 15 pas suffisent.</translation>
    </message>
    <message>
        <source>Euler</source>
        <translation>Euler</translation>
    </message>
    <message>
        <source>Each step goes straight along the velocity at its beginning (Liu et al. 2023, "Flow Straight and Fast", equation 2).
One step gives about the mean of the possible results; more steps give a sharper one of them.</source>
        <translation>Chaque pas va tout droit le long de la vitesse à son début (Liu et al. 2023, « Flow Straight and Fast », équation 2). Un seul pas donne à peu près la moyenne des résultats possibles, davantage de pas en donnent un plus net.</translation>
    </message>
    <message>
        <source>Heun</source>
        <translation>Heun</translation>
    </message>
    <message>
        <source>Of second order: each step is tried straight, and then taken along the average of the velocities at both of its ends
(Karras et al. 2022, "Elucidating the Design Space of Diffusion-Based Generative Models", algorithm 1). The last
step is a step of euler. The network runs twice in every step but the last: n steps take as long as 2n − 1 of euler.</source>
        <translation>Du second ordre : chaque pas est essayé tout droit, puis fait le long de la moyenne des vitesses à ses deux bouts (Karras et al. 2022, « Elucidating the Design Space of Diffusion-Based Generative Models », algorithme 1). Le dernier pas est un pas d'euler. Le réseau est calculé deux fois à chaque pas sauf au dernier : n pas prennent le temps de 2n − 1 pas d'euler.</translation>
    </message>
    <message>
        <source>Samples (diffusion models)</source>
        <translation>Tirages (modèles de diffusion)</translation>
    </message>
    <message>
        <source>Number of results that are computed and averaged. The mean of many is less sharp and closer to the truth.</source>
        <translation>Nombre de résultats calculés puis moyennés ; le temps croît avec lui. La moyenne de nombreux résultats est moins nette et plus proche de la vérité.</translation>
    </message>
    <message>
        <source>Super-resolved raster</source>
        <translation>Raster super-résolu</translation>
    </message>
    <message>
        <source>Cloud-optimised GeoTIFF (.tif). A name ending in .vrt writes a VRT of many GeoTIFFs, in a folder next to it, for results too large for one file. s3://bucket/name.tif writes to object storage.</source>
        <translation>GeoTIFF optimisé pour le cloud (.tif). Un nom se terminant par .vrt écrit un VRT de nombreux GeoTIFF, dans un dossier voisin, pour les résultats trop grands pour un seul fichier. s3://bucket/nom.tif écrit dans un stockage objet.</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>Incertitude</translation>
    </message>
    <message>
        <source>For diffusion models with SAMPLES of 2 or more: standard deviation of the samples in each pixel, in units of the raster's pixel values.</source>
        <translation>Pour les modèles de diffusion avec SAMPLES d'au moins 2 : écart-type des échantillons en chaque pixel, dans l'unité des valeurs de pixel du raster.</translation>
    </message>
    <message>
        <source>Error map</source>
        <translation>Carte d’erreur</translation>
    </message>
    <message>
        <source>Error bound in units of the raster: in COVERAGE percent of the pixels the truth differs from the result by no more, for rasters like the tiles that the model was calibrated on by training or by "Evaluate SR model".</source>
        <translation>Borne d'erreur de chaque valeur, dans l'unité des valeurs de pixel du raster : dans COVERAGE pour cent des pixels, la vérité ne s'écarte pas davantage du résultat, pour des rasters semblables aux tuiles sur lesquelles le modèle a été étalonné par « Entraîner un modèle SR » ou par « Évaluer un modèle SR ».</translation>
    </message>
    <message>
        <source>Consistency layer</source>
        <translation>Couche de cohérence</translation>
    </message>
    <message>
        <source>The result, degraded as in training, minus the low-resolution raster, in units of its pixel values.</source>
        <translation>Le résultat, dégradé comme à l'entraînement, moins le raster à basse résolution, dans l'unité de ses valeurs de pixel.</translation>
    </message>
    <message>
        <source>Best date (year-month-day)</source>
        <translation>Date idéale (année-mois-jour)</translation>
    </message>
    <message>
        <source>Among equally good scenes, the one nearest in time to this day is chosen. Blank: the middle of the dates.</source>
        <translation>Parmi des scènes de même qualité, la plus proche de ce jour est choisie. Vide : le milieu des dates.</translation>
    </message>
    <message>
        <source>Maximum cloud cover (%)</source>
        <translation>Couverture nuageuse maximale (%)</translation>
    </message>
    <message>
        <source>Scenes with a larger cloud cover (of the whole scene) are left out. Scenes whose cloud cover the catalogue does not state are ranked last.</source>
        <translation>Les scènes dont la nébulosité (de la scène entière) est plus grande sont écartées. Les scènes dont le catalogue n'indique pas la nébulosité sont classées en dernier.</translation>
    </message>
    <message>
        <source>Minimum cover of the extent (%)</source>
        <translation>Couverture minimale de l'emprise (%)</translation>
    </message>
    <message>
        <source>Scenes that show a smaller share of the extent are left out. Neighbouring scenes of one satellite pass count together and are mosaicked if a single one does not cover the whole extent.</source>
        <translation>Les scènes qui montrent une plus petite part de l'emprise sont écartées. Les scènes voisines d'un même passage comptent ensemble et sont mosaïquées si une seule ne couvre pas toute l'emprise.</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Collection</translation>
    </message>
    <message>
        <source>Collection of the catalogue to search.</source>
        <translation>La collection du catalogue dans laquelle chercher.</translation>
    </message>
    <message>
        <source>Assets (bands)</source>
        <translation>Assets (bandes)</translation>
    </message>
    <message>
        <source>Files of the scene that are given to the model, separated by commas. Blank uses those named like the model's bands.</source>
        <translation>Fichiers de la scène donnés au modèle, séparés par des virgules. Vide : ceux qui portent le nom des bandes du modèle.</translation>
    </message>
    <message>
        <source>STAC API</source>
        <translation>API STAC</translation>
    </message>
    <message>
        <source>Address of the catalogue. Files of Planetary Computer are signed as required; those of Earth Search (https://earth-search.aws.element84.com/v1) need no signature.</source>
        <translation>Adresse du catalogue. Les fichiers de Planetary Computer sont signés comme il le faut ; ceux d'Earth Search (https://earth-search.aws.element84.com/v1) ne demandent pas de signature.</translation>
    </message>
    <message>
        <source>Time-out (seconds)</source>
        <translation>Délai d'attente (secondes)</translation>
    </message>
    <message>
        <source>How long to wait for a server's answer.</source>
        <translation>Durée d'attente de la réponse d'un serveur avant d'abandonner.</translation>
    </message>
    <message>
        <source>Target CRS</source>
        <translation>SCR cible</translation>
    </message>
    <message>
        <source>Coordinate reference system of OUTPUT. The raster is super-resolved on its own grid, and the result is warped to this one by cubic convolution. Blank: the raster's own.</source>
        <translation>Système de coordonnées de référence d’OUTPUT. Le raster est super-résolu sur sa propre grille, et le résultat est reprojeté dans ce système par convolution cubique. Vide : celui du raster.</translation>
    </message>
    <message>
        <source>Target pixel size (units of the target CRS)</source>
        <translation>Taille de pixel cible (unités du SCR cible)</translation>
    </message>
    <message>
        <source>Width and height of OUTPUT's pixels, whose edges lie at multiples of it. Blank: those of the result before it is warped.</source>
        <translation>Largeur et hauteur des pixels d’OUTPUT, dont les bords se trouvent à des multiples de cette valeur. Vide : celles du résultat avant la reprojection.</translation>
    </message>
    <message>
        <source>Bands of the raster in the order the model expects. Blank finds them by name, colour and wavelength or, if these do not identify them, uses all bands when their number matches.</source>
        <translation>Bandes du raster dans l'ordre attendu par le modèle. Vide : trouvées par leur nom, leur couleur et leur longueur d'onde ou, si cela ne suffit pas à les identifier, toutes les bandes quand leur nombre convient.</translation>
    </message>
    <message>
        <source>Bands of the guide</source>
        <translation>Bandes du guide</translation>
    </message>
    <message>
        <source>Bands of the guide in the order the model expects. Blank finds them by name or, if the names do not identify them, uses all bands when their number matches.</source>
        <translation>Bandes du guide dans l'ordre attendu par le modèle. Vide : trouvées par leur nom ou, si les noms ne suffisent pas à les identifier, toutes les bandes quand leur nombre convient.</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Gain</translation>
    </message>
    <message>
        <source>Pixel value × gain + offset = the physical value the model was trained on. One number, or one for each band. Blank uses the scale that the raster declares, or else the model's own. Set it if neither is right for this raster.</source>
        <translation>Valeur du pixel × gain + décalage = la valeur physique sur laquelle le modèle a été entraîné. Un nombre, ou un par bande. Vide : l'échelle que le raster déclare, sinon celle du modèle. À définir si aucune des deux ne convient à ce raster.</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Décalage</translation>
    </message>
    <message>
        <source>Added after the gain, in physical units. One number, or one for each band. Blank uses the offset that the raster declares, or else the model's own.</source>
        <translation>Ajouté après le gain, en unités physiques. Un nombre, ou un par bande. Vide : le décalage que le raster déclare, sinon celui du modèle.</translation>
    </message>
    <message>
        <source>Nodata value</source>
        <translation>Valeur nodata</translation>
    </message>
    <message>
        <source>Nodata values for rasters that declare none, such as 0 for black borders. One number, or one for each band. Declared nodata values and masks apply as well.</source>
        <translation>Valeurs nodata pour les rasters qui n'en déclarent pas, par exemple 0 pour des bords noirs. Un nombre, ou un par bande. Les valeurs nodata et masques déclarés s'appliquent aussi.</translation>
    </message>
    <message>
        <source>How many times finer the result is, for models with several scales (MDSR, CARN). Blank: the model's own scale.</source>
        <translation>De combien de fois le résultat est plus fin, pour un modèle qui traite plusieurs facteurs (MDSR, CARN). Vide : celui du modèle.</translation>
    </message>
    <message>
        <source>Noise schedule (diffusion models)</source>
        <translation>Calendrier de bruit (modèles de diffusion)</translation>
    </message>
    <message>
        <source>Spreads the sampler's steps over the noise levels of training. Options that the model's own schedule also has keep its values unless they are set. Blank leaves this to the sampler, which is best for few steps.</source>
        <translation>Répartit les pas de l'échantillonneur sur les niveaux de bruit de l'entraînement. Les options que le plan du modèle a aussi gardent ses valeurs si elles ne sont pas indiquées. Vide : laissé à l'échantillonneur, le mieux pour peu de pas.</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Constant</translation>
    </message>
    <message>
        <source>Every step adds the same noise, so that even the first one hides faint detail. One of the schedules of the
code of DDPM (Ho et al. 2020) and of SR3's.</source>
        <translation>Chaque pas ajoute autant de bruit, de sorte que même le premier masque les détails fins. L'un des calendriers du code de DDPM (Ho et al. 2020) et de celui de SR3.</translation>
    </message>
    <message>
        <source>Trained steps</source>
        <translation>Pas de l'entraînement</translation>
    </message>
    <message>
        <source>Steps between image and noise that the network learns; sampling may take fewer.</source>
        <translation>Pas entre l'image et le bruit que le réseau apprend ; l'échantillonnage peut en prendre moins.</translation>
    </message>
    <message>
        <source>β</source>
        <translation>β</translation>
    </message>
    <message>
        <source>Variance of the noise that every step adds.</source>
        <translation>Variance du bruit qu'ajoute chaque pas.</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Cosinus</translation>
    </message>
    <message>
        <source>ᾱ falls along a squared cosine, slowly at both ends. Nichol &amp; Dhariwal 2021, "Improved Denoising Diffusion
Probabilistic Models", equation 17.</source>
        <translation>ᾱ descend selon un cosinus au carré, lentement aux deux extrémités. Nichol &amp; Dhariwal 2021, « Improved Denoising Diffusion Probabilistic Models », équation 17.</translation>
    </message>
    <message>
        <source>JSD (1 / T, 1 / (T − 1), … 1)</source>
        <translation>JSD (1 / T, 1 / (T − 1), … 1)</translation>
    </message>
    <message>
        <source>β = 1 / (steps left), so that ᾱ falls in a straight line from 1 to 0; the last β is kept at 0.999. Sohl-Dickstein
et al. 2015, "Deep Unsupervised Learning using Nonequilibrium Thermodynamics", section 2.4.1 (where diffusion is
binomial); the code of DDPM (Ho et al. 2020) has it under this name.</source>
        <translation>β = 1 / (pas restants), de sorte que ᾱ descend en ligne droite de 1 à 0 ; le dernier β est maintenu à 0,999. Sohl-Dickstein et al. 2015, « Deep Unsupervised Learning using Nonequilibrium Thermodynamics », section 2.4.1 (où la diffusion est binomiale) ; le code de DDPM (Ho et al. 2020) le nomme ainsi.</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Linéaire</translation>
    </message>
    <message>
        <source>β rises in a straight line from linear_start to linear_end. Ho et al. 2020, "Denoising Diffusion Probabilistic
Models", section 4; Saharia et al. 2021, "Image Super-Resolution via Iterative Refinement" (SR3).</source>
        <translation>β monte en ligne droite de linear_start à linear_end. Ho et al. 2020, « Denoising Diffusion Probabilistic Models », section 4 ; Saharia et al. 2021, « Image Super-Resolution via Iterative Refinement » (SR3).</translation>
    </message>
    <message>
        <source>First β</source>
        <translation>Premier β</translation>
    </message>
    <message>
        <source>Variance of the noise that the first step adds: how fine the faintest noise is.</source>
        <translation>Variance du bruit qu'ajoute le premier pas : la finesse du bruit le plus faible.</translation>
    </message>
    <message>
        <source>Last β</source>
        <translation>Dernier β</translation>
    </message>
    <message>
        <source>Variance of the noise that the last step adds: with the number of steps it decides how little of the image is left at the end.</source>
        <translation>Variance du bruit qu'ajoute le dernier pas : avec le nombre de pas, elle détermine le peu qui reste de l'image à la fin.</translation>
    </message>
    <message>
        <source>Quadratic</source>
        <translation>Quadratique</translation>
    </message>
    <message>
        <source>The square root of β rises in a straight line, so that the first steps add less noise than with the linear schedule.
One of the schedules of the code of DDPM (Ho et al. 2020) and of SR3's.</source>
        <translation>La racine carrée de β croît en ligne droite, si bien que les premiers pas ajoutent moins de bruit qu'avec le programme linéaire.
L'un des programmes du code de DDPM (Ho et al. 2020) et de SR3.</translation>
    </message>
    <message>
        <source>Warm-up over a tenth of the steps</source>
        <translation>Montée progressive sur un dixième des pas</translation>
    </message>
    <message>
        <source>β rises from linear_start to linear_end over the first 10 % of the steps and stays there, so that most steps are
spent on coarse structure. One of the schedules of the code of DDPM (Ho et al. 2020) and of SR3's.</source>
        <translation>β monte de linear_start à linear_end sur les 10 premiers % des pas puis y reste, de sorte que la plupart des pas sont consacrés aux structures grossières. L'un des calendriers du code de DDPM (Ho et al. 2020) et de celui de SR3.</translation>
    </message>
    <message>
        <source>Warm-up over half of the steps</source>
        <translation>Montée progressive sur la moitié des pas</translation>
    </message>
    <message>
        <source>β rises from linear_start to linear_end over the first 50 % of the steps and stays there, so that most steps are
spent on coarse structure. One of the schedules of the code of DDPM (Ho et al. 2020) and of SR3's.</source>
        <translation>β monte de linear_start à linear_end sur les 50 premiers % des pas puis y reste, de sorte que la plupart des pas sont consacrés aux structures grossières. L'un des calendriers du code de DDPM (Ho et al. 2020) et de celui de SR3.</translation>
    </message>
    <message>
        <source>Seed (diffusion models)</source>
        <translation>Graine (modèles de diffusion)</translation>
    </message>
    <message>
        <source>Another seed gives another possible result.</source>
        <translation>Une autre graine donne un autre des résultats possibles.</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>Cohérence</translation>
    </message>
    <message>
        <source>on: corrects each result as little as possible so that, degraded as in training, it matches the low-resolution raster. Blank: on for diffusion and adversarial models, off for others.</source>
        <translation>on : corrige chaque résultat aussi peu que possible pour que, dégradé comme à l'entraînement, il corresponde au raster à basse résolution. Vide : on pour les modèles de diffusion et adverses, off pour les autres.</translation>
    </message>
    <message>
        <source>Tile size (low-resolution pixels)</source>
        <translation>Taille de tuile (pixels à basse résolution)</translation>
    </message>
    <message>
        <source>Width and height of the tiles computed at a time. Affects memory use and speed, and slightly the result: of diffusion models, and without EXACT by the rounding of a few values. Blank: chosen by memory need, or the size that a diffusion model was trained on.</source>
        <translation>Largeur et hauteur des tuiles calculées à la fois. Influe sur la mémoire et la vitesse, et légèrement sur le résultat : celui des modèles de diffusion et, sans EXACT, l'arrondi de quelques valeurs. Vide : selon la mémoire nécessaire, ou la taille d'entraînement d'un modèle de diffusion.</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exact</translation>
    </message>
    <message>
        <source>Reads around each tile the network's whole receptive field. Otherwise the part that changes results by less than half a pixel value step is left out: much faster with deep networks, but near tile borders a few values may be rounded the other way.</source>
        <translation>Lit autour de chaque tuile tout le champ récepteur du réseau. Sinon, la partie qui change les résultats de moins d'un demi-pas de valeur de pixel est omise : bien plus rapide avec des réseaux profonds, mais près des bords de tuiles quelques valeurs peuvent être arrondies autrement.</translation>
    </message>
    <message>
        <source>Batch size (tiles)</source>
        <translation>Taille de lot (tuiles)</translation>
    </message>
    <message>
        <source>Tiles computed together. More can be faster on a graphics card and needs more memory. Blank: one, or for diffusion models as many as fit.</source>
        <translation>Tuiles calculées ensemble. Un plus grand nombre peut être plus rapide sur une carte graphique et demande plus de mémoire. Vide : une, ou autant que possible avec un modèle de diffusion.</translation>
    </message>
    <message>
        <source>Coverage of the error map (%)</source>
        <translation>Couverture de la carte d’erreur (%)</translation>
    </message>
    <message>
        <source>For OUTPUT_ERROR: percentage of the pixels in which the truth should differ from the result by no more than the error map.</source>
        <translation>Pour OUTPUT_ERROR : pourcentage des pixels où la vérité ne doit pas s'écarter du résultat de plus que la carte d'erreur.</translation>
    </message>
    <message>
        <source>Where to compute: auto takes an NVIDIA (cuda), Apple (mps) or Intel (xpu) graphics card if PyTorch can use one; vulkan is any graphics card, for convolutional models. A number chooses among several cards, from 0.</source>
        <translation>Où calculer : auto prend une carte graphique NVIDIA (cuda), Apple (mps) ou Intel (xpu) si PyTorch peut en utiliser une ; vulkan est n'importe quelle carte graphique, pour les modèles convolutifs. Un numéro choisit parmi plusieurs cartes, à partir de 0.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Précision</translation>
    </message>
    <message>
        <source>fast: convolutional models run in half precision where this is measured to be faster on this computer; results differ by up to two 8-bit steps. Otherwise, and for ONNX, fast is the same as exact, as the log says. Diffusion models use half precision on NVIDIA cards in any case.</source>
        <translation>fast : modèles convolutifs en demi-précision là où cet ordinateur, d'après une mesure, y est plus rapide ; les résultats diffèrent d'au plus deux niveaux de 8 bits. Ailleurs, et pour ONNX, c'est comme exact, et le journal le dit. Les modèles de diffusion prennent de toute façon la demi-précision sur les cartes NVIDIA.</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>Cœurs du processeur</translation>
    </message>
    <message>
        <source>Number of processor cores to use; fewer leave more for other programs. Results do not change, except for the last digits of trainings. 0 or blank: all cores that the system gives the run.</source>
        <translation>Nombre de cœurs de processeur à utiliser ; en utiliser moins en laisse plus aux autres programmes. Les résultats ne changent pas, sauf les derniers chiffres des entraînements. 0 ou vide : tous ceux que le système accorde.</translation>
    </message>
    <message>
        <source>Block size (pixels of the result)</source>
        <translation>Taille des blocs (pixels du résultat)</translation>
    </message>
    <message>
        <source>Approximate width and height of the blocks in which a large result is computed. Finished blocks are kept: the same run continues if it was stopped. Blank: 4096 for a VRT and for several processes, otherwise no blocks.</source>
        <translation>Largeur et hauteur approximatives des blocs dans lesquels un grand résultat est calculé. Les blocs terminés sont conservés : la même exécution reprend si elle a été arrêtée. Vide : 4096 pour un VRT et pour plusieurs processus, sinon pas de blocs.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Processus</translation>
    </message>
    <message>
        <source>Number of processes on this computer that compute blocks; its processor cores, memory and graphics cards are divided among them. Needs Dask, an optional part of the SR engine. Blank: this process only.</source>
        <translation>Nombre de processus de cet ordinateur qui calculent des blocs ; ses cœurs, sa mémoire et ses cartes graphiques sont répartis entre eux. Demande Dask, une partie facultative du moteur SR. Vide : ce processus seulement.</translation>
    </message>
    <message>
        <source>Dask scheduler</source>
        <translation>Ordonnanceur Dask</translation>
    </message>
    <message>
        <source>Address of a Dask scheduler, such as tcp://10.0.0.1:8786, whose workers compute the blocks on other computers. All must have the same SR engine and see the same files under the same paths.</source>
        <translation>Adresse d'un ordonnanceur Dask, comme tcp://10.0.0.1:8786, dont les workers calculent les blocs sur d'autres ordinateurs. Tous doivent avoir le même moteur SR et voir les mêmes fichiers sous les mêmes chemins.</translation>
    </message>
    <message>
        <source>Part of the run</source>
        <translation>Partie de l'exécution</translation>
    </message>
    <message>
        <source>2/8 computes every eighth block, starting with the second. Runs of all parts write one result, at the same time or one after another, independently of each other. OUTPUT must be a VRT. Blank computes all blocks.</source>
        <translation>2/8 calcule un bloc sur huit, en commençant par le deuxième. Les exécutions de toutes les parties écrivent un seul résultat, en même temps ou l'une après l'autre, sans se connaître. OUTPUT doit être un VRT. Vide calcule tous les blocs.</translation>
    </message>
    <message>
        <source>super-resolution</source>
        <translation>super-résolution</translation>
    </message>
    <message>
        <source>upscale</source>
        <translation>agrandir</translation>
    </message>
    <message>
        <source>enhance</source>
        <translation>améliorer</translation>
    </message>
    <message>
        <source>sharpen</source>
        <translation>accentuer</translation>
    </message>
    <message>
        <source>pansharpen</source>
        <translation>pansharpening</translation>
    </message>
    <message>
        <source>resample</source>
        <translation>rééchantillonner</translation>
    </message>
    <message>
        <source>finer</source>
        <translation>plus fin</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>zoom</translation>
    </message>
    <message>
        <source>deep learning</source>
        <translation>apprentissage profond</translation>
    </message>
    <message>
        <source>inference</source>
        <translation>inférence</translation>
    </message>
    <message>
        <source>predict</source>
        <translation>prédire</translation>
    </message>
    <message>
        <source>Where does the raster come from?</source>
        <translation>D'où vient le raster ?</translation>
    </message>
    <message>
        <source>A layer or a file</source>
        <translation>D'une couche ou d'un fichier</translation>
    </message>
    <message>
        <source>The clearest scene of a place, from a STAC catalogue</source>
        <translation>La scène la moins nuageuse d'un lieu, d'un catalogue STAC</translation>
    </message>
    <message>
        <source>Width (pixels)</source>
        <translation>Largeur (pixels)</translation>
    </message>
    <message>
        <source>Columns of the super-resolved raster.</source>
        <translation>Colonnes du raster super-résolu.</translation>
    </message>
    <message>
        <source>Height (pixels)</source>
        <translation>Hauteur (pixels)</translation>
    </message>
    <message>
        <source>Rows of the super-resolved raster.</source>
        <translation>Lignes du raster super-résolu.</translation>
    </message>
    <message>
        <source>Residual (%)</source>
        <translation>Résidu (%)</translation>
    </message>
    <message>
        <source>Difference between the result, degraded as in training, and the low-resolution raster: root mean square in percent of the raster's standard deviation. Blank without consistency.</source>
        <translation>Distance entre le résultat, dégradé comme à l'entraînement, et le raster à basse résolution : moyenne quadratique, en pourcentage de l'écart-type du raster. Vide sans cohérence.</translation>
    </message>
    <message>
        <source>Bands used</source>
        <translation>Bandes utilisées</translation>
    </message>
    <message>
        <source>Numbers of the bands given to the model, in its order.</source>
        <translation>Numéros des bandes du raster que le modèle a reçues, dans son ordre.</translation>
    </message>
    <message>
        <source>Evaluate SR model</source>
        <translation>Évaluer un modèle SR</translation>
    </message>
    <message>
        <source>Compares one model or several with bicubic resampling on tiles whose high-resolution truth is known.

The metrics are means over tiles, without the outermost pixels. The report adds confidence intervals, learning
curves and pictures: low resolution, bicubic, super-resolved, truth.</source>
        <translation>Compare un ou plusieurs modèles au rééchantillonnage bicubique sur des tuiles dont la vérité à haute résolution est connue.

Les chiffres sont des moyennes sur les tuiles, sans les pixels du bord. La page les présente avec intervalles de confiance, courbes d'apprentissage et images : basse résolution, bicubique, super-résolution, vérité.</translation>
    </message>
    <message>
        <source>Model package (.srpk) to measure.</source>
        <translation>Paquet de modèle (.srpk) à mesurer.</translation>
    </message>
    <message>
        <source>Further SR models</source>
        <translation>Autres modèles SR</translation>
    </message>
    <message>
        <source>Model packages (.srpk) of the same scale and bands to show beside the first, on the same tiles.</source>
        <translation>Paquets de modèle (.srpk) de mêmes facteur d'échelle et bandes, à montrer à côté du premier, sur les mêmes tuiles.</translation>
    </message>
    <message>
        <source>Folder written by "Export SR training tiles", or by ArcGIS' Export Tiles from two rasters, or any folder of image pairs with matching names, such as lr/a.tif and hr/a.tif, or a_lr.png and a_hr.png.</source>
        <translation>Dossier créé par « Exporter des tuiles d'entraînement SR », ou par ArcGIS sous forme d'Export Tiles de deux rasters, ou tout dossier de paires d'images aux noms correspondants, comme lr/a.tif et hr/a.tif, ou a_lr.png et a_hr.png.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Répartition</translation>
    </message>
    <message>
        <source>Tiles to evaluate on. Only test tiles were not used in training.</source>
        <translation>Tuiles sur lesquelles évaluer. Seules les tuiles de test n'ont pas servi à l'entraînement.</translation>
    </message>
    <message>
        <source>Calibrated SR model</source>
        <translation>Modèle SR étalonné</translation>
    </message>
    <message>
        <source>Copy of the first model (.srpk), calibrated on these tiles, so that "Classify pixels with SR model" can write an error map. Use tiles like your rasters that the model was not trained on: at least 9, better 100.</source>
        <translation>Copie du premier modèle (.srpk), étalonnée sur ces tuiles, pour que « Classer les pixels avec un modèle SR » puisse écrire une carte d'erreur. Prenez des tuiles semblables à vos rasters, sur lesquelles le modèle n'a pas été entraîné : au moins 9, mieux 100.</translation>
    </message>
    <message>
        <source>Evaluation report</source>
        <translation>Rapport d'évaluation</translation>
    </message>
    <message>
        <source>Self-contained page with figures and pictures.</source>
        <translation>Page autonome avec chiffres et images.</translation>
    </message>
    <message>
        <source>Number of results that are averaged. With 2 or more, CALIBRATE uses their spread, and the error map of "Classify pixels with SR model" then needs the same SAMPLES.</source>
        <translation>De combien de résultats possibles la moyenne est évaluée. À partir de 2, CALIBRATE se fonde sur leurs différences, et la carte d'erreur de « Classer les pixels avec un modèle SR » demande alors autant de SAMPLES.</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>exactitude</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>qualité</translation>
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
        <translation>comparer</translation>
    </message>
    <message>
        <source>report</source>
        <translation>rapport</translation>
    </message>
    <message>
        <source>validate</source>
        <translation>valider</translation>
    </message>
    <message>
        <source>PSNR of the model (dB)</source>
        <translation>PSNR du modèle (dB)</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio; higher is better.</source>
        <translation>Rapport signal sur bruit de crête ; plus il est élevé, mieux c'est.</translation>
    </message>
    <message>
        <source>SSIM of the model</source>
        <translation>SSIM du modèle</translation>
    </message>
    <message>
        <source>Structural similarity; 1 is perfect.</source>
        <translation>Similarité structurelle ; 1 est parfait.</translation>
    </message>
    <message>
        <source>SAM of the model (°)</source>
        <translation>SAM du modèle (°)</translation>
    </message>
    <message>
        <source>Spectral angle between result and truth; 0 is perfect. Needs two bands or more.</source>
        <translation>Angle spectral entre le résultat et la vérité ; 0 est parfait. Requiert au moins deux bandes.</translation>
    </message>
    <message>
        <source>ERGAS of the model</source>
        <translation>ERGAS du modèle</translation>
    </message>
    <message>
        <source>Relative error over all bands (Wald 2000); 0 is perfect.</source>
        <translation>Erreur relative sur toutes les bandes (Wald 2000) ; 0 est parfait.</translation>
    </message>
    <message>
        <source>PSNR of bicubic (dB)</source>
        <translation>PSNR du bicubique (dB)</translation>
    </message>
    <message>
        <source>On the same tiles.</source>
        <translation>Sur les mêmes tuiles.</translation>
    </message>
    <message>
        <source>SSIM of bicubic</source>
        <translation>SSIM du bicubique</translation>
    </message>
    <message>
        <source>SAM of bicubic (°)</source>
        <translation>SAM du bicubique (°)</translation>
    </message>
    <message>
        <source>ERGAS of bicubic</source>
        <translation>ERGAS du bicubique</translation>
    </message>
    <message>
        <source>L1 of the model</source>
        <translation>L1 du modèle</translation>
    </message>
    <message>
        <source>Mean absolute error in physical units; 0 is perfect.</source>
        <translation>Erreur absolue moyenne en unités physiques ; 0 est parfait.</translation>
    </message>
    <message>
        <source>L2 of the model</source>
        <translation>L2 du modèle</translation>
    </message>
    <message>
        <source>Mean squared error in squared physical units; 0 is perfect.</source>
        <translation>Erreur quadratique moyenne en unités physiques au carré ; 0 est parfait.</translation>
    </message>
    <message>
        <source>Improvement of the model</source>
        <translation>Amélioration du modèle</translation>
    </message>
    <message>
        <source>Share of the relevant detail that is shown correctly (Aybar et al. 2024); 1 is perfect.</source>
        <translation>Part du détail pertinent qui est correctement rendue (Aybar et al. 2024) ; 1 est parfait.</translation>
    </message>
    <message>
        <source>Omission of the model</source>
        <translation>Omission du modèle</translation>
    </message>
    <message>
        <source>Share of the relevant detail that is missing; 0 is perfect.</source>
        <translation>Part du détail pertinent qui manque ; 0 est parfait.</translation>
    </message>
    <message>
        <source>Hallucination of the model</source>
        <translation>Hallucination du modèle</translation>
    </message>
    <message>
        <source>Share of the relevant detail that is invented; 0 is perfect.</source>
        <translation>Part du détail pertinent qui est inventée ; 0 est parfait.</translation>
    </message>
    <message>
        <source>L1 of bicubic</source>
        <translation>L1 du bicubique</translation>
    </message>
    <message>
        <source>L2 of bicubic</source>
        <translation>L2 du bicubique</translation>
    </message>
    <message>
        <source>Improvement of bicubic</source>
        <translation>Amélioration du bicubique</translation>
    </message>
    <message>
        <source>Omission of bicubic</source>
        <translation>Omission du bicubique</translation>
    </message>
    <message>
        <source>Hallucination of bicubic</source>
        <translation>Hallucination du bicubique</translation>
    </message>
    <message>
        <source>Gain in PSNR at least (dB)</source>
        <translation>Gain de PSNR, au moins (dB)</translation>
    </message>
    <message>
        <source>Lower end of the 95 % confidence interval of the model's gain over bicubic; above 0 the gain is significant.</source>
        <translation>Borne inférieure de l'intervalle de confiance à 95 % du gain du modèle sur le bicubique ; au-dessus de 0, le gain est significatif.</translation>
    </message>
    <message>
        <source>Gain in PSNR at most (dB)</source>
        <translation>Gain de PSNR, au plus (dB)</translation>
    </message>
    <message>
        <source>Upper end of that interval.</source>
        <translation>Borne supérieure de cet intervalle.</translation>
    </message>
    <message>
        <source>Fixed pattern of the model</source>
        <translation>Motif fixe du modèle</translation>
    </message>
    <message>
        <source>Largest difference between neighbouring pixels that the model produces on a uniform field, as a share of the value range; 0 is perfect, below 0.004 (1 of 255) is invisible.</source>
        <translation>Plus grande différence entre pixels voisins que le modèle produit à partir d'une surface uniforme, en part de l'étendue des valeurs ; 0 est parfait, et au-dessous de 0,004 (1 sur 255) personne ne la voit.</translation>
    </message>
    <message>
        <source>Coverage reached (%)</source>
        <translation>Couverture atteinte (%)</translation>
    </message>
    <message>
        <source>Percentage of the pixels in which the truth lies within the error map at a COVERAGE of 90 %; blank if the model is not calibrated.</source>
        <translation>Dans combien de pour cent des pixels la vérité est à l’intérieur de la carte d’erreur pour une COVERAGE de 90 % ; vide si le modèle n’est pas étalonné.</translation>
    </message>
    <message>
        <source>Export SR model</source>
        <translation>Exporter un modèle SR</translation>
    </message>
    <message>
        <source>Writes a model for other programs: its network in ONNX, and a STAC item that describes it.

The folder contains model.onnx, which takes and gives pixel values of rasters like those that the model was trained
on, in images of any size (ONNX Runtime and whatever reads ONNX); deepness.onnx, the same network in the form that
the QGIS plugin Deepness expects; item.json, a STAC item with the Machine Learning Model extension (MLM), for
catalogues; and README.md, the model card. Each network is computed by ONNX Runtime and compared with the model
before it is written. Diffusion models, models with a guide, and models that are in ONNX already cannot be exported.</source>
        <translation>Écrit un modèle pour d'autres programmes : son réseau en ONNX, et un item STAC qui le décrit.

Le dossier reçoit model.onnx, qui prend et donne des valeurs de pixels de rasters comme ceux dont le modèle a appris, en images de toute taille (ONNX Runtime et tout ce qui lit ONNX) ; deepness.onnx, le même réseau tel que le veut l'extension QGIS Deepness ; item.json, un item STAC avec l'extension Machine Learning Model (MLM), pour les catalogues ; et README.md, la fiche du modèle. Chaque réseau est calculé par ONNX Runtime et comparé au modèle avant d'être écrit. Les modèles de diffusion, les modèles à guide et ceux qui sont déjà en ONNX ne peuvent pas être exportés.</translation>
    </message>
    <message>
        <source>Model package (.srpk) to export.</source>
        <translation>Paquet de modèle (.srpk) à exporter.</translation>
    </message>
    <message>
        <source>Folder for the files. Those of the same names are replaced.</source>
        <translation>Dossier pour les fichiers. Ceux de mêmes noms sont remplacés.</translation>
    </message>
    <message>
        <source>How many times finer the result is, for models with several scales. Blank: the model's own scale.</source>
        <translation>De combien de fois le résultat doit être plus fin, pour un modèle à plusieurs échelles. Vide : celle du modèle.</translation>
    </message>
    <message>
        <source>Tile size in Deepness</source>
        <translation>Taille des tuiles dans Deepness</translation>
    </message>
    <message>
        <source>Width and height of the images that Deepness passes to deepness.onnx, in low-resolution pixels. Deepness joins results without overlap: larger tiles have fewer seams but need more memory.</source>
        <translation>Largeur et hauteur des images que Deepness transmet à deepness.onnx, en pixels à basse résolution. Deepness assemble les résultats sans recouvrement : de plus grandes tuiles ont moins de raccords mais demandent plus de mémoire.</translation>
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
        <translation>exporter</translation>
    </message>
    <message>
        <source>share</source>
        <translation>partager</translation>
    </message>
    <message>
        <source>publish</source>
        <translation>publier</translation>
    </message>
    <message>
        <source>convert</source>
        <translation>convertir</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>Différence maximale</translation>
    </message>
    <message>
        <source>Largest difference between the results of ONNX Runtime and the model, as a share of their range.</source>
        <translation>Plus grande différence entre les résultats d'ONNX Runtime et du modèle, en part de leur étendue.</translation>
    </message>
    <message>
        <source>Export SR training tiles</source>
        <translation>Exporter des tuiles d'entraînement SR</translation>
    </message>
    <message>
        <source>Cuts a high-resolution raster into pairs of low- and high-resolution tiles for "Train SR model".

Training, validation and test tiles lie in different blocks of land, so that no pixel is in two of them.</source>
        <translation>Découpe un raster à haute résolution en paires de tuiles à basse et à haute résolution, dont apprend « Entraîner un modèle SR ».

Les tuiles d'entraînement, de validation et de test se trouvent dans des blocs de terrain différents, de sorte qu'aucun pixel n'est dans deux d'entre elles.</translation>
    </message>
    <message>
        <source>High-resolution raster</source>
        <translation>Raster à haute résolution</translation>
    </message>
    <message>
        <source>The raster to learn from: the target of super-resolution.</source>
        <translation>Le raster dont on apprend : la cible de la super-résolution.</translation>
    </message>
    <message>
        <source>Folder of high-resolution rasters</source>
        <translation>Dossier de rasters à haute résolution</translation>
    </message>
    <message>
        <source>Every raster in the folder is used; each belongs entirely to training, validation or test.</source>
        <translation>Chaque raster qu'il contient est utilisé et appartient en entier à l'entraînement, à la validation ou au test.</translation>
    </message>
    <message>
        <source>Low-resolution raster of the same place</source>
        <translation>Raster à basse résolution du même lieu</translation>
    </message>
    <message>
        <source>The same place as another sensor sees it, in any coordinate reference system.</source>
        <translation>Le même lieu vu par un autre capteur, dans n'importe quel système de coordonnées de référence.</translation>
    </message>
    <message>
        <source>Guide of the same place</source>
        <translation>Guide du même lieu</translation>
    </message>
    <message>
        <source>A second input for the network: a raster of the same place with pixels 2, 3, 4 or 6 times as fine as the low-resolution ones, or as large, such as another date. Classifying then needs such a raster too.</source>
        <translation>Une seconde entrée pour le réseau : un raster du même lieu, aux pixels 2, 3, 4 ou 6 fois plus fins que ceux à basse résolution, ou aussi grands, comme une autre date. La classification prend alors aussi un tel raster.</translation>
    </message>
    <message>
        <source>Learn one scale coarser (Wald)</source>
        <translation>Apprendre une échelle plus grossière (Wald)</translation>
    </message>
    <message>
        <source>For coarse bands without finer truth: INPUT is the truth, and both INPUT and GUIDE are degraded by SCALE for training (Wald et al. 1997).</source>
        <translation>Pour les bandes grossières sans vérité plus fine : INPUT est la vérité, et INPUT et GUIDE sont dégradés de SCALE pour l'entraînement (Wald et al. 1997).</translation>
    </message>
    <message>
        <source>Collection of a STAC catalogue</source>
        <translation>Collection d'un catalogue STAC</translation>
    </message>
    <message>
        <source>Such as sentinel-2-l2a: the low-resolution side is the clearest scene of the place in DATE_RANGE, as found by "Find satellite scene". Clouds and their shadows count as nodata (see MIN_VALID).</source>
        <translation>Par exemple sentinel-2-l2a : le côté à basse résolution est la scène la moins nuageuse du lieu dans DATE_RANGE, comme la trouve « Trouver une scène satellite ». Les nuages et leurs ombres comptent comme nodata (voir MIN_VALID).</translation>
    </message>
    <message>
        <source>How the low-resolution side is produced from the high-resolution one if no low-resolution raster is given.</source>
        <translation>Comment le côté à basse résolution est tiré du côté à haute résolution, lorsqu'il n'y a pas de raster à basse résolution.</translation>
    </message>
    <message>
        <source>Mean of the area</source>
        <translation>Moyenne de la surface</translation>
    </message>
    <message>
        <source>A low-resolution pixel is the mean of the high-resolution pixels in it, as in pixel aggregation and in overviews
built with "average": a detector without any optics.</source>
        <translation>Un pixel à basse résolution est la moyenne des pixels à haute résolution qu'il contient, comme dans l'agrégation de pixels et les aperçus construits avec « average » : un détecteur sans aucune optique.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Bruit</translation>
    </message>
    <message>
        <source>Standard deviation of Gaussian noise in low-resolution tiles, in physical units such as reflectance: one number, or one for each band. Left out: no noise.</source>
        <translation>Écart-type du bruit gaussien des tuiles à basse résolution, en unités physiques telles que la réflectance : un nombre, ou un par bande. Omis : aucun bruit.</translation>
    </message>
    <message>
        <source>Seed of the noise</source>
        <translation>Graine du bruit</translation>
    </message>
    <message>
        <source>The same seed gives the same noise in the same tile.</source>
        <translation>La même graine donne le même bruit dans la même tuile.</translation>
    </message>
    <message>
        <source>JPEG quality</source>
        <translation>Qualité JPEG</translation>
    </message>
    <message>
        <source>Low-resolution tiles get the artefacts of a JPEG file of this quality, each band by itself; for 8-bit rasters only. Left out: no artefacts.</source>
        <translation>Les tuiles à basse résolution reçoivent les artefacts d'un fichier JPEG de cette qualité, chaque bande séparément ; uniquement pour les rasters 8 bits. Omis : aucun artefact.</translation>
    </message>
    <message>
        <source>Antialiased bicubic resampling</source>
        <translation>Rééchantillonnage bicubique avec anticrénelage</translation>
    </message>
    <message>
        <source>Cubic convolution (Keys 1981) with the kernel widened by the scale: what most published networks learnt from, and
sharper than any sensor.</source>
        <translation>Convolution cubique (Keys 1981) dont le noyau est élargi du facteur d'échelle : ce dont ont appris la plupart des réseaux publiés, et plus net que n'importe quel capteur.</translation>
    </message>
    <message>
        <source>Antialiased bilinear resampling</source>
        <translation>Rééchantillonnage bilinéaire avec anticrénelage</translation>
    </message>
    <message>
        <source>The weights fall linearly to 0 at the centres of the neighbouring low-resolution pixels; softer than bicubic.</source>
        <translation>Les poids décroissent linéairement jusqu'à 0 aux centres des pixels à basse résolution voisins ; plus doux que le bicubique.</translation>
    </message>
    <message>
        <source>Blur of a sensor (MTF)</source>
        <translation>Flou d'un capteur (FTM)</translation>
    </message>
    <message>
        <source>A Gaussian blur with the sensor's modulation transfer function (MTF) at the Nyquist frequency of the low-resolution
pixels, for each band its own. The closest to a real satellite.</source>
        <translation>Un flou gaussien qui laisse au détail le plus fin des pixels à basse résolution autant de contraste que le capteur : sa fonction de transfert de modulation (FTM, MTF en anglais) à la fréquence de Nyquist, propre à chaque bande. Le plus proche d'un vrai satellite.</translation>
    </message>
    <message>
        <source>MTF</source>
        <translation>FTM (MTF)</translation>
    </message>
    <message>
        <source>MTF at the Nyquist frequency of the low-resolution pixels, 0.01 to 0.5: one number, or one for each band. Left out: the sensor's, or 0.3.</source>
        <translation>FTM à la fréquence de Nyquist des pixels à basse résolution, de 0.01 à 0.5 : un nombre, ou un par bande. Omis : celle du capteur, ou 0.3.</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>Capteur</translation>
    </message>
    <message>
        <source>Uses the MTF of this sensor's bands, matched by band name, such as B04 or red. sentinel2_msi: Sentinel-2; landsat_oli: Landsat 8 and 9.</source>
        <translation>Prend la FTM des bandes de ce capteur d'après les noms des bandes du raster, tels que B04 ou red. sentinel2_msi : Sentinel-2 ; landsat_oli : Landsat 8 et 9.</translation>
    </message>
    <message>
        <source>Random degradation for each tile</source>
        <translation>Dégradation aléatoire par tuile</translation>
    </message>
    <message>
        <source>For images of unknown origin: each tile gets its own random blur, band shifts, noise and JPEG or JPEG 2000
artefacts, and training draws new ones for each patch (as in "blind" super-resolution, Zhang et al. 2021 and Wang et
al. 2021). A share of the tiles is only reduced bicubically, so that clean images stay clean.</source>
        <translation>Pour des images d'origine inconnue : chaque tuile reçoit son propre flou, des bandes légèrement décalées, du bruit et des artefacts JPEG ou JPEG 2000, tirés au sort, et l'entraînement tire à nouveau pour chaque extrait (comme en super-résolution « aveugle », Zhang et al. 2021 et Wang et al. 2021). Une part des tuiles n'est que réduite par interpolation bicubique, afin que les images intactes le restent.</translation>
    </message>
    <message>
        <source>Maximum noise</source>
        <translation>Bruit maximal</translation>
    </message>
    <message>
        <source>Largest standard deviation of the noise, in physical units such as reflectance: one number, or one for each band. A random share of its variance grows with the signal, and resampling has smoothed it by a random amount. Left out: no noise.</source>
        <translation>Plus grand écart-type du bruit, en unités physiques telles que la réflectance : un nombre, ou un par bande. Une part aléatoire de sa variance croît avec le signal, et un rééchantillonnage l'a lissé plus ou moins, au hasard. Omis : pas de bruit.</translation>
    </message>
    <message>
        <source>Minimum JPEG quality</source>
        <translation>Qualité JPEG minimale</translation>
    </message>
    <message>
        <source>JPEG_SHARE of the tiles get the artefacts of a JPEG file of this quality or better, up to 95, colour at half the resolution (4:2:0) in the first three bands. For 8-bit rasters; others get none. Left out: no artefacts.</source>
        <translation>JPEG_SHARE des tuiles reçoivent les artefacts d'un fichier JPEG de cette qualité ou mieux, jusqu'à 95, la couleur à demi-résolution (4:2:0) dans les trois premières bandes. Pour les rasters de 8 bits ; les autres n'en reçoivent pas. Omis : pas d'artefacts.</translation>
    </message>
    <message>
        <source>Maximum JPEG 2000 compression</source>
        <translation>Compression JPEG 2000 la plus forte</translation>
    </message>
    <message>
        <source>Half of the tiles with JPEG artefacts (all of them without jpeg) get those of JPEG 2000 instead, in files at least 6 and at most this many times smaller than the pixels. County mosaics of NAIP have 15. For 8-bit rasters only. Left out: none.</source>
        <translation>La moitié des tuiles à artefacts JPEG (toutes, sans jpeg) reçoivent ceux de JPEG 2000, dans des fichiers au moins 6 fois et au plus ce nombre de fois plus petits que les pixels. Les mosaïques de comtés de NAIP ont 15. Pour les rasters de 8 bits seulement. Omis : aucun.</translation>
    </message>
    <message>
        <source>Share of JPEG</source>
        <translation>Part de JPEG</translation>
    </message>
    <message>
        <source>Share of the tiles, except the clean ones, with JPEG or JPEG 2000 artefacts.</source>
        <translation>Part des tuiles, hormis les tuiles intactes, qui reçoivent des artefacts de JPEG ou de JPEG 2000.</translation>
    </message>
    <message>
        <source>Minimum MTF</source>
        <translation>FTM minimale</translation>
    </message>
    <message>
        <source>The blur lies between antialiased bicubic resampling and a Gaussian of this MTF at the Nyquist frequency of the low-resolution pixels.</source>
        <translation>Le flou se situe entre le rééchantillonnage bicubique anticrénelé et une gaussienne ayant cette FTM à la fréquence de Nyquist des pixels de basse résolution.</translation>
    </message>
    <message>
        <source>Maximum band shift</source>
        <translation>Décalage maximal d'une bande</translation>
    </message>
    <message>
        <source>Bands are moved by up to this many low-resolution pixels along each axis, so that a network learns to bring them together. Their mean position is kept, so that results are not displaced; single-band rasters are not shifted.</source>
        <translation>Les bandes sont déplacées jusqu'à ce nombre de pixels de basse résolution le long de chaque axe, pour qu'un réseau apprenne à les réunir. Leur position moyenne est conservée, de sorte que les résultats ne sont pas décalés ; les rasters à une seule bande ne sont pas décalés.</translation>
    </message>
    <message>
        <source>Share of clean tiles</source>
        <translation>Part des tuiles intactes</translation>
    </message>
    <message>
        <source>Share of the tiles that are only resampled (antialiased bicubic).</source>
        <translation>Part des tuiles qui sont seulement rééchantillonnées (bicubique avec anticrénelage).</translation>
    </message>
    <message>
        <source>How many times finer the high-resolution pixels are: 4 turns 10 m into 2.5 m.</source>
        <translation>De combien de fois les pixels à haute résolution sont plus fins : 4 fait passer de 10 m à 2,5 m.</translation>
    </message>
    <message>
        <source>Bands to learn, in this order. Blank uses all of them but a mask (alpha) band.</source>
        <translation>Bandes à apprendre, dans cet ordre. Vide : toutes sauf une bande de masque (alpha).</translation>
    </message>
    <message>
        <source>Part of the raster to use. Blank uses all of it.</source>
        <translation>Partie du raster à utiliser. Vide : tout le raster.</translation>
    </message>
    <message>
        <source>Tile size (high-resolution pixels)</source>
        <translation>Taille de tuile (pixels à haute résolution)</translation>
    </message>
    <message>
        <source>Width and height of the high-resolution side of a tile. A multiple of the scale.</source>
        <translation>Largeur et hauteur du côté à haute résolution d'une tuile. Un multiple du facteur d'échelle.</translation>
    </message>
    <message>
        <source>Step from tile to tile (stride, high-resolution pixels)</source>
        <translation>Pas de tuile à tuile (stride, pixels à haute résolution)</translation>
    </message>
    <message>
        <source>Distance between neighbouring tiles; less than the tile size makes them overlap. A multiple of the scale.</source>
        <translation>Distance entre tuiles voisines ; inférieure à la taille de tuile, elle les fait se chevaucher. Un multiple du facteur d'échelle.</translation>
    </message>
    <message>
        <source>Polygons that tiles lie in</source>
        <translation>Polygones dans lesquels se trouvent les tuiles</translation>
    </message>
    <message>
        <source>Only tiles that lie in these polygons are cut, with all that they show. Blank cuts tiles everywhere.</source>
        <translation>Seules les tuiles situées dans ces polygones sont découpées, avec tout ce qu'elles montrent. Vide : des tuiles partout.</translation>
    </message>
    <message>
        <source>Percentages of the tiles for training, for validation during training, and for the final test.</source>
        <translation>Pourcentages des tuiles pour l'entraînement, pour la validation pendant l'entraînement et pour le test final.</translation>
    </message>
    <message>
        <source>Folder for the tiles and tileset.json. A tile set that is already there is replaced.</source>
        <translation>Dossier pour les tuiles et tileset.json. Un jeu de tuiles qui s'y trouve déjà est remplacé.</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>Planche-contact</translation>
    </message>
    <message>
        <source>Page with pairs, histograms, a map of the tiles, and what was left out. Blank writes none.</source>
        <translation>Page avec des paires, des histogrammes, une carte des tuiles et ce qui a été écarté. Vide : aucune.</translation>
    </message>
    <message>
        <source>Panchromatic raster (PAN)</source>
        <translation>Raster panchromatique (PAN)</translation>
    </message>
    <message>
        <source>A finer panchromatic raster of the same place: the high-resolution side is INPUT pansharpened with it while tiles are cut. Its first band is used. Blank uses INPUT as it is.</source>
        <translation>Un raster panchromatique plus fin du même lieu : le côté haute résolution est INPUT, affiné avec lui par pansharpening pendant la découpe. Sa première bande est utilisée. Vide : INPUT tel quel.</translation>
    </message>
    <message>
        <source>Pansharpening method for PAN.</source>
        <translation>Méthode de pansharpening pour PAN.</translation>
    </message>
    <message>
        <source>Brovey transform</source>
        <translation>Transformation de Brovey</translation>
    </message>
    <message>
        <source>Each band × PAN / intensity, the weighted mean of the bands (Gillespie et al. 1987). PAN is first scaled to the
intensity's mean, so that brightness stays. The sharpest; it shifts colours where PAN covers other wavelengths.</source>
        <translation>Chaque bande × PAN / intensité, cette dernière étant la moyenne pondérée des bandes (Gillespie et al. 1987). PAN est d'abord ramené à la moyenne de l'intensité, de sorte que la luminosité reste la même. Le plus net ; il décale les couleurs là où PAN couvre d'autres longueurs d'onde.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Weight of each band in PAN, one number for each band. Left out: equal weights.</source>
        <translation>Poids de chaque bande dans PAN, un nombre par bande. Omis : poids égaux.</translation>
    </message>
    <message>
        <source>Gram–Schmidt</source>
        <translation>Gram–Schmidt</translation>
    </message>
    <message>
        <source>The bands are made orthogonal to their intensity, PAN with the intensity's mean and standard deviation takes its
place, and the step is undone (Laben &amp; Brower 2000). A global method: steady colours, detail as far as a band
goes with the intensity.</source>
        <translation>Les bandes sont rendues orthogonales à leur intensité, PAN, avec la moyenne et l'écart-type de l'intensité, prend la place de celle-ci, puis l'opération est inversée (Laben &amp; Brower 2000). Une méthode globale : couleurs stables, détail dans la mesure où une bande suit l'intensité.</translation>
    </message>
    <message>
        <source>Ratio component substitution (RCS)</source>
        <translation>Substitution de composante par rapport (RCS)</translation>
    </message>
    <message>
        <source>Each band × PAN / smoothed PAN: where PAN is brighter than its surroundings, so is the result. As in OTB's
BundleToPerfectSensor. It keeps colours, needs no statistics, and copes with bands that PAN does not cover.</source>
        <translation>Chaque bande × PAN / PAN lissé : là où PAN est plus clair que son voisinage, le résultat l'est aussi. Comme dans BundleToPerfectSensor d'OTB. Elle conserve les couleurs, n'a besoin d'aucune statistique et s'accommode de bandes que PAN ne couvre pas.</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Rayon</translation>
    </message>
    <message>
        <source>PAN is smoothed over (2 × radius + 1)² of its pixels. OTB always takes 3. Left out: the area of a multispectral pixel, which leaves the colours as they were at that resolution.</source>
        <translation>PAN est lissé sur (2 × rayon + 1)² de ses pixels. OTB prend toujours 3. Sans valeur : sur la surface d'un pixel multispectral, ce qui laisse les couleurs telles qu'elles étaient à cette résolution.</translation>
    </message>
    <message>
        <source>Bands that the network gets, in this order. Blank uses all of them but a mask (alpha) band.</source>
        <translation>Celles que voit le réseau, dans cet ordre. Vide : toutes sauf une bande de masque (alpha).</translation>
    </message>
    <message>
        <source>Files of the scene that become bands of the result, in this order, separated by commas.</source>
        <translation>Les fichiers de la scène qui deviennent les bandes du résultat, dans cet ordre, séparés par des virgules.</translation>
    </message>
    <message>
        <source>Align the low-resolution raster</source>
        <translation>Aligner le raster à basse résolution</translation>
    </message>
    <message>
        <source>Compare the two rasters at many places, and shift the low-resolution one by a fraction of a pixel if it is clearly displaced.</source>
        <translation>Compare les deux rasters en de nombreux endroits et décale celui à basse résolution d'une fraction de pixel s'il est nettement déplacé.</translation>
    </message>
    <message>
        <source>Harmonise with the low-resolution raster</source>
        <translation>Harmoniser avec le raster à basse résolution</translation>
    </message>
    <message>
        <source>Match the high-resolution raster to the radiometry of the low-resolution one, band by band, and to its data type. linear: by a gain and an offset; histogram: by a curve. Blank leaves it unchanged.</source>
        <translation>Ajuste le raster à haute résolution à la radiométrie de celui à basse résolution, bande par bande, et à son type de données. linear : par un gain et un décalage ; histogram : par une courbe. Vide : inchangé.</translation>
    </message>
    <message>
        <source>Pixel value × gain + offset = reflectance (or other physical value). One number, or one for each band. Blank: as the raster declares it, or else 1/255 for 8-bit, 0.0001 for 16-bit, 1 for floating-point rasters.</source>
        <translation>Valeur du pixel × gain + décalage = réflectance (ou autre valeur physique). Un nombre, ou un par bande. Vide : comme le raster le déclare, sinon 1/255 pour les rasters 8 bits, 0.0001 pour 16 bits, 1 pour les rasters en virgule flottante.</translation>
    </message>
    <message>
        <source>Added after the gain, in physical units. One number, or one for each band. Blank: as the raster declares it, or else 0; of 64-bit and 32-bit whole numbers far from zero, what brings them near it.</source>
        <translation>Ajouté après le gain, en unités physiques. Un nombre, ou un par bande. Vide : comme le raster le déclare, sinon 0 ; pour des nombres de 64 bits et des entiers de 32 bits loin de zéro, ce qui les en rapproche.</translation>
    </message>
    <message>
        <source>Minimum share in the polygons</source>
        <translation>Part minimale dans les polygones</translation>
    </message>
    <message>
        <source>Share of a tile's area that must lie in the polygons. 1 keeps only tiles that lie entirely in them.</source>
        <translation>Part de la surface d'une tuile qui doit se trouver dans les polygones. 1 ne garde que les tuiles qui s'y trouvent en entier.</translation>
    </message>
    <message>
        <source>Rotation angle (degrees)</source>
        <translation>Angle de rotation (degrés)</translation>
    </message>
    <message>
        <source>Also cut tiles rotated by each multiple of this angle: 45 gives up to eight times as many tiles. Training itself rotates tiles by 90, 180 and 270. 0: no rotation.</source>
        <translation>Découpe aussi des tuiles tournées de chaque multiple de cet angle : 45 donne jusqu'à huit fois plus de tuiles. L'entraînement tourne lui-même les tuiles de 90, 180 et 270. 0 : pas de rotation.</translation>
    </message>
    <message>
        <source>Minimum share of valid pixels</source>
        <translation>Part minimale de pixels valides</translation>
    </message>
    <message>
        <source>A tile with a smaller share of valid (not nodata) pixels is left out. 1 keeps only tiles without any gap.</source>
        <translation>Une tuile avec une moindre part de pixels valides (non nodata) est écartée. 1 ne garde que les tuiles sans lacune.</translation>
    </message>
    <message>
        <source>Minimum texture</source>
        <translation>Texture minimale</translation>
    </message>
    <message>
        <source>Tiles are left out if no band of their high-resolution side has at least this standard deviation, in physical units such as reflectance: nothing is learnt from flat fields and water. 0 keeps all.</source>
        <translation>Une tuile est écartée lorsqu'aucune bande de son côté à haute résolution n'atteint cet écart-type, en unités physiques telles que la réflectance : on n'apprend rien de champs uniformes ni de l'eau. 0 les garde toutes.</translation>
    </message>
    <message>
        <source>Maximum difference</source>
        <translation>Différence maximale</translation>
    </message>
    <message>
        <source>With a low-resolution raster: tiles are left out if the two sides differ by more than this (root mean square, physical units, worst band), for example where the land has changed. Blank keeps all.</source>
        <translation>Avec un raster à basse résolution : une tuile est écartée lorsque les deux diffèrent de plus que cela (moyenne quadratique, unités physiques, la pire bande), par exemple là où le terrain a changé entre eux. Vide : toutes sont gardées.</translation>
    </message>
    <message>
        <source>Maximum number of tiles</source>
        <translation>Nombre maximal de tuiles</translation>
    </message>
    <message>
        <source>Maximum number of tiles; if there are more, this many are chosen evenly over the land. Blank cuts all.</source>
        <translation>Nombre maximal de tuiles. S'il y en a plus, ce nombre est choisi uniformément sur le terrain. Vide : toutes.</translation>
    </message>
    <message>
        <source>Balance textures</source>
        <translation>Équilibrer les textures</translation>
    </message>
    <message>
        <source>With MAX_TILES: choose as many tiles of smooth land as of land full of detail, as far as there are any, instead of evenly over the land. All candidates are read first.</source>
        <translation>Avec MAX_TILES : choisir autant de tuiles de terrain lisse que de terrain riche en détails, dans la mesure où il y en a, au lieu d'un choix uniforme sur le terrain. Toutes les tuiles candidates sont d'abord lues.</translation>
    </message>
    <message>
        <source>With MAX_TILES: the same number chooses the same tiles, another number other tiles.</source>
        <translation>Avec MAX_TILES : le même nombre choisit les mêmes tuiles, un autre nombre d'autres tuiles.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>tiff: GeoTIFF, for everything. png and jpeg: for 8-bit rasters of 1 or 3 bands (png also 4), without gaps. jpeg loses the finest detail, which a network should learn: use it only if another program requires it.</source>
        <translation>tiff : GeoTIFF, pour tout. png et jpeg : pour les rasters 8 bits de 1 ou 3 bandes (png aussi 4), sans lacunes. jpeg perd le détail le plus fin, celui qu'un réseau doit justement apprendre : à ne prendre que si un autre programme l'exige.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>map: tiles are georeferenced (png and jpeg by a world file beside them). pixel: they are not, and other programs show them by rows and columns.</source>
        <translation>map : les tuiles sont géoréférencées (png et jpeg par un fichier world à côté d'elles). pixel : elles ne le sont pas, et les autres programmes les affichent par lignes et colonnes.</translation>
    </message>
    <message>
        <source>Start index</source>
        <translation>Indice de départ</translation>
    </message>
    <message>
        <source>Tiles are numbered from this number, so that tiles of several exports can be in one folder. Blank names them by raster, row and column.</source>
        <translation>Les tuiles sont numérotées à partir de là, afin que celles de plusieurs exports puissent se trouver dans un même dossier. Vide : nommées d'après leur raster, leur ligne et leur colonne.</translation>
    </message>
    <message>
        <source>Number of processes on this computer that cut tiles; its processor cores and memory are divided among them. Needs Dask, an optional part of the SR engine. The tiles are the same. Blank: this process only.</source>
        <translation>Nombre de processus de cet ordinateur qui découpent les tuiles ; ses cœurs et sa mémoire sont répartis entre eux. Demande Dask, une partie facultative du moteur SR. Les tuiles sont les mêmes. Vide : ce processus seulement.</translation>
    </message>
    <message>
        <source>Address of a Dask scheduler, such as tcp://10.0.0.1:8786, whose workers cut the tiles on other computers. All must have the same SR engine and see the rasters and OUTPUT under the same paths.</source>
        <translation>Adresse d'un ordonnanceur Dask, par exemple tcp://10.0.0.1:8786, dont les workers découpent les tuiles sur d'autres ordinateurs. Tous doivent avoir le même moteur SR et voir les rasters et OUTPUT sous les mêmes chemins.</translation>
    </message>
    <message>
        <source>training data</source>
        <translation>données d'entraînement</translation>
    </message>
    <message>
        <source>patches</source>
        <translation>imagettes</translation>
    </message>
    <message>
        <source>chips</source>
        <translation>vignettes</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>échantillons</translation>
    </message>
    <message>
        <source>tiles</source>
        <translation>tuiles</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>jeu de données</translation>
    </message>
    <message>
        <source>What are the tiles cut from?</source>
        <translation>D'où les tuiles sont-elles découpées ?</translation>
    </message>
    <message>
        <source>One raster</source>
        <translation>D'un raster</translation>
    </message>
    <message>
        <source>All rasters in a folder</source>
        <translation>De tous les rasters d'un dossier</translation>
    </message>
    <message>
        <source>Where does the low-resolution side come from?</source>
        <translation>D'où vient le côté à basse résolution ?</translation>
    </message>
    <message>
        <source>It is made from the high-resolution raster</source>
        <translation>Il est fait à partir du raster à haute résolution</translation>
    </message>
    <message>
        <source>A second raster of the same place</source>
        <translation>Un second raster du même lieu</translation>
    </message>
    <message>
        <source>The clearest satellite scene of the place, from a STAC catalogue</source>
        <translation>La scène satellite la moins nuageuse du lieu, d'un catalogue STAC</translation>
    </message>
    <message>
        <source>Does the network get a second raster (guide)?</source>
        <translation>Le réseau reçoit-il un second raster (guide) ?</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Yes: finer bands, or another date</source>
        <translation>Oui : des bandes plus fines, ou une autre date</translation>
    </message>
    <message>
        <source>Training tiles</source>
        <translation>Tuiles d'entraînement</translation>
    </message>
    <message>
        <source>Number of pairs used for training.</source>
        <translation>Nombre de paires pour l'entraînement.</translation>
    </message>
    <message>
        <source>Validation tiles</source>
        <translation>Tuiles de validation</translation>
    </message>
    <message>
        <source>Number of pairs used for validation during training.</source>
        <translation>Nombre de paires pour la validation pendant l'entraînement.</translation>
    </message>
    <message>
        <source>Test tiles</source>
        <translation>Tuiles de test</translation>
    </message>
    <message>
        <source>Number of pairs reserved for the final test.</source>
        <translation>Nombre de paires réservées au test final.</translation>
    </message>
    <message>
        <source>Find satellite scene</source>
        <translation>Trouver une scène satellite</translation>
    </message>
    <message>
        <source>Finds the clearest satellite scene of a place and time in a STAC catalogue, and downloads the part inside the
extent.

The scene is the least cloudy (in whole percent) among those of the dates asked for that cover enough of the extent;
of equally cloudy ones the one that covers most (in whole percent), and then the nearest in time. Only the pixels of
the extent are read, in the scene's own grid; coarser bands are resampled onto that of the finest. Needs the
internet.</source>
        <translation>Trouve dans un catalogue STAC la scène satellite la moins nuageuse d'un lieu et d'une période, et en récupère ce lieu.

La scène est la moins nuageuse (en pourcentage entier) de celles des dates demandées qui couvrent assez l'emprise ; à nébulosité égale, celle qui couvre le plus (en pourcentage entier), puis la plus proche dans le temps. Seuls les pixels de l'emprise sont lus, dans la grille propre de la scène ; les bandes plus grossières sont rééchantillonnées sur la grille de la plus fine. Requiert internet.</translation>
    </message>
    <message>
        <source>Raster of the place</source>
        <translation>Raster du lieu</translation>
    </message>
    <message>
        <source>Its extent is used, unless an extent is set.</source>
        <translation>Son emprise est utilisée, sauf si une emprise est indiquée.</translation>
    </message>
    <message>
        <source>The place to search. Blank uses the raster's extent.</source>
        <translation>Le lieu recherché. Vide : celui du raster.</translation>
    </message>
    <message>
        <source>Scene within the extent</source>
        <translation>Scène dans l'emprise</translation>
    </message>
    <message>
        <source>The extent's pixels as a cloud-optimised GeoTIFF. Blank only finds the scene.</source>
        <translation>Les pixels de l'emprise sous forme de GeoTIFF optimisé pour le cloud. Vide : la scène est seulement recherchée.</translation>
    </message>
    <message>
        <source>List of candidates</source>
        <translation>Liste des candidates</translation>
    </message>
    <message>
        <source>Page with all scenes that were found, and why one was chosen.</source>
        <translation>Page présentant toutes les scènes trouvées et la raison du choix de l'une d'elles.</translation>
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
        <translation>télécharger</translation>
    </message>
    <message>
        <source>search</source>
        <translation>rechercher</translation>
    </message>
    <message>
        <source>satellite</source>
        <translation>satellite</translation>
    </message>
    <message>
        <source>scene</source>
        <translation>scène</translation>
    </message>
    <message>
        <source>imagery</source>
        <translation>imagerie</translation>
    </message>
    <message>
        <source>cloud-free</source>
        <translation>sans nuages</translation>
    </message>
    <message>
        <source>Id of the scene in the catalogue.</source>
        <translation>Identifiant de la scène dans le catalogue.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Day on which it was taken (year-month-day).</source>
        <translation>Jour de la prise de vue (année-mois-jour).</translation>
    </message>
    <message>
        <source>Cloud cover (%)</source>
        <translation>Couverture nuageuse (%)</translation>
    </message>
    <message>
        <source>Of the whole scene. Blank where the catalogue does not say.</source>
        <translation>De la scène entière. Vide si le catalogue ne l'indique pas.</translation>
    </message>
    <message>
        <source>Covered (%)</source>
        <translation>Part couverte (%)</translation>
    </message>
    <message>
        <source>Share of the extent that lies in the scene.</source>
        <translation>Part de l'emprise située dans la scène.</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Candidates</translation>
    </message>
    <message>
        <source>Number of suitable scenes.</source>
        <translation>Nombre de scènes qui conviennent.</translation>
    </message>
    <message>
        <source>Import SR model</source>
        <translation>Importer un modèle SR</translation>
    </message>
    <message>
        <source>Creates a model package (.srpk) from a network trained elsewhere, for "Classify pixels with SR model".

The file holds either the weights of a supported network, in one of the layouts in which they are published
(EDSR-PyTorch, BasicSR, ESRGAN and Real-ESRGAN, SRResNet, Compact, CARN-pytorch, RDN-pytorch, SPAN, PLKSR and
RealPLKSR, SwinIR, DAT, HAT, OmniSR, the networks of SEN2SRLite, SR3 as the repository
Image-Super-Resolution-via-Iterative-Refinement saves it, and SR3 and U-Net of ArcGIS in a deep learning package), or
any super-resolution network in ONNX. The package computes what the original network computes. The file does not
state what the weights were trained on: check the bands and their units.</source>
        <translation>Fait un paquet de modèle (.srpk) d'un réseau que quelqu'un d'autre a entraîné, pour « Classer les pixels avec un modèle SR ».

Le fichier contient soit les poids d'un réseau connu ici, dans l'une des formes où ils sont publiés (EDSR-PyTorch, BasicSR, ESRGAN et Real-ESRGAN, SRResNet, Compact, CARN-pytorch, RDN-pytorch, SPAN, PLKSR et RealPLKSR, SwinIR, DAT, HAT, OmniSR, les réseaux de SEN2SRLite, SR3 tel que l'enregistre le dépôt Image-Super-Resolution-via-Iterative-Refinement, et SR3 et U-Net d'ArcGIS dans un paquet de deep learning), soit n'importe quel réseau de super-résolution en ONNX.
Le paquet calcule ce que calcule le réseau d'origine. Le fichier ne dit pas sur quoi les poids ont été entraînés : vérifiez les bandes et leurs unités.</translation>
    </message>
    <message>
        <source>Weights or ONNX model</source>
        <translation>Poids ou modèle ONNX</translation>
    </message>
    <message>
        <source>Weights of a network (.pth, .pt, .ckpt, .safetensors), a network in ONNX (.onnx), or a SuperResolution model of ArcGIS (.dlpk, or .emd beside its weights), SR3 or U-Net. Nothing in the file is run as a program.</source>
        <translation>Poids d'un réseau (.pth, .pt, .ckpt, .safetensors), réseau en ONNX (.onnx), ou modèle SuperResolution d'ArcGIS (.dlpk, ou .emd à côté de ses poids), SR3 ou U-Net. Rien dans le fichier n'est exécuté comme programme.</translation>
    </message>
    <message>
        <source>Names of the bands</source>
        <translation>Noms des bandes</translation>
    </message>
    <message>
        <source>In the order of the network's inputs, separated by commas: "B04, B03, B02, B08". A raster whose bands have these names is then read in this order. Blank uses Red, Green, Blue for three.</source>
        <translation>Dans l'ordre où le réseau les prend, séparés par des virgules : "B04, B03, B02, B08". Un raster dont les bandes portent ces noms est alors lu dans cet ordre. Vide : Red, Green, Blue pour trois bandes.</translation>
    </message>
    <message>
        <source>Gain of the network's numbers</source>
        <translation>Gain des nombres du réseau</translation>
    </message>
    <message>
        <source>Number that the network takes × gain + offset = physical value, where 1 is white or full reflectance: 0.0001 if it expects reflectance × 10,000. Blank: what is usual for the layout, or 1 for ONNX. One number, or one for each band.</source>
        <translation>Nombre que prend le réseau × gain + décalage = valeur physique, où 1 est le blanc ou la pleine réflectance : 0.0001 s'il attend la réflectance × 10 000. Vide : ce qui est usuel pour la structure, ou 1 pour ONNX. Un nombre, ou un par bande.</translation>
    </message>
    <message>
        <source>Offset of the network's numbers</source>
        <translation>Décalage des nombres du réseau</translation>
    </message>
    <message>
        <source>Added after the gain, in physical units. One number, or one for each band. Blank is 0.</source>
        <translation>Ajouté après le gain, en unités physiques. Un nombre, ou un par bande. Vide : 0.</translation>
    </message>
    <message>
        <source>The model package (.srpk).</source>
        <translation>Le paquet de modèle (.srpk).</translation>
    </message>
    <message>
        <source>How many times finer the result is. Blank: detected; needed only if the file does not state it.</source>
        <translation>Combien de fois le résultat est plus fin. Vide : détecté ; nécessaire seulement si le fichier ne l'indique pas.</translation>
    </message>
    <message>
        <source>Network: options</source>
        <translation>Réseau : options</translation>
    </message>
    <message>
        <source>Network options that the weights do not contain, such as "res_scale=0.1". Blank uses the usual values of published networks.</source>
        <translation>Ce que les poids ne disent pas du réseau, par exemple "res_scale=0.1". Vide : ce qui est usuel pour les réseaux publiés.</translation>
    </message>
    <message>
        <source>ONNX model: name of the output</source>
        <translation>Modèle ONNX : nom de la sortie</translation>
    </message>
    <message>
        <source>The output of the ONNX model that is its result. Blank uses the one whose shape is that of a result; needed only if there are several.</source>
        <translation>Laquelle des sorties d'un modèle ONNX est son résultat. Vide : celle qui a la forme d'un résultat ; nécessaire seulement si plusieurs l'ont.</translation>
    </message>
    <message>
        <source>ONNX model: bands of the result</source>
        <translation>Modèle ONNX : bandes du résultat</translation>
    </message>
    <message>
        <source>Which of BANDS an ONNX model returns, in its order, separated by commas. Blank: all, or the first ones if it returns fewer.</source>
        <translation>Lesquelles des BANDS un modèle ONNX donne, dans son ordre, séparées par des virgules. Vide : toutes, ou les premières s'il en donne moins.</translation>
    </message>
    <message>
        <source>Names of the guide's bands</source>
        <translation>Noms des bandes du guide</translation>
    </message>
    <message>
        <source>For a network that takes two images: names of the bands of the finer one, in its order, separated by commas.</source>
        <translation>Pour un réseau qui prend deux images, les noms des bandes de la plus fine, dans son ordre, séparés par des virgules.</translation>
    </message>
    <message>
        <source>ONNX model: ratio of the guide</source>
        <translation>Modèle ONNX : rapport du guide</translation>
    </message>
    <message>
        <source>For such a model: how many pixels of the finer image lie along one pixel of the other. Blank: detected; needed only if the model accepts several.</source>
        <translation>Pour un tel modèle : nombre de pixels de l'image la plus fine le long d'un pixel de l'autre. Vide : détecté ; nécessaire seulement si le modèle en accepte plusieurs.</translation>
    </message>
    <message>
        <source>Pixel size of its rasters (m)</source>
        <translation>Taille des pixels de ses rasters (m)</translation>
    </message>
    <message>
        <source>Width on the ground of a pixel of the rasters that the model is for, before super-resolution: 10 for Sentinel-2's fine bands. Dialogs then propose the model for such layers, and warn about others. Blank: unknown.</source>
        <translation>Largeur au sol d'un pixel des rasters auxquels le modèle est destiné, avant qu'ils ne soient affinés : 10 pour les bandes fines de Sentinel-2. Les fenêtres proposent alors le modèle pour de telles couches et avertissent pour les autres. Vide : inconnue.</translation>
    </message>
    <message>
        <source>Licence of the model, such as Apache-2.0, which is written into the package. Blank: not stated.</source>
        <translation>Licence du modèle, par exemple Apache-2.0, écrite dans le paquet. Vide : non indiquée.</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importer</translation>
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
        <translation>poids</translation>
    </message>
    <message>
        <source>The layout of the weights that was recognised.</source>
        <translation>La structure des poids qui a été reconnue.</translation>
    </message>
    <message>
        <source>Scale of the model</source>
        <translation>Facteur d'échelle du modèle</translation>
    </message>
    <message>
        <source>How many times finer its result is.</source>
        <translation>De combien de fois son résultat est plus fin.</translation>
    </message>
    <message>
        <source>Bands of the model</source>
        <translation>Bandes du modèle</translation>
    </message>
    <message>
        <source>How many bands it takes and returns.</source>
        <translation>Nombre de bandes qu'il prend et renvoie.</translation>
    </message>
    <message>
        <source>Inspect SR model</source>
        <translation>Inspecter un modèle SR</translation>
    </message>
    <message>
        <source>Shows the card of a model: its bands, training data, settings, licence and metrics.

The network itself is not loaded, so this takes a moment even for large models.</source>
        <translation>Affiche la fiche d'un modèle : bandes, données d'entraînement, paramètres, licence et mesures.

Le réseau lui-même n'est pas chargé : cela ne prend qu'un instant, même pour de grands modèles.</translation>
    </message>
    <message>
        <source>Model package (.srpk) to show.</source>
        <translation>Paquet de modèle (.srpk) à afficher.</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Fiche du modèle</translation>
    </message>
    <message>
        <source>Self-contained page with a picture, figures and learning curves.</source>
        <translation>Page autonome avec image, chiffres et courbes d'apprentissage.</translation>
    </message>
    <message>
        <source>model card</source>
        <translation>fiche du modèle</translation>
    </message>
    <message>
        <source>information</source>
        <translation>informations</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>licence</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>métadonnées</translation>
    </message>
    <message>
        <source>srpk</source>
        <translation>srpk</translation>
    </message>
    <message>
        <source>show</source>
        <translation>afficher</translation>
    </message>
    <message>
        <source>How many times finer the result is by default.</source>
        <translation>De combien de fois le résultat est plus fin par défaut.</translation>
    </message>
    <message>
        <source>Descriptions of the bands, in the order the model takes and gives them.</source>
        <translation>Descriptions des bandes, dans l'ordre où le modèle les prend et les donne.</translation>
    </message>
    <message>
        <source>Number of bands</source>
        <translation>Nombre de bandes</translation>
    </message>
    <message>
        <source>How many bands it takes and gives.</source>
        <translation>Nombre de bandes qu'il prend et donne.</translation>
    </message>
    <message>
        <source>The network's id.</source>
        <translation>L'identifiant du réseau.</translation>
    </message>
    <message>
        <source>How the low-resolution pixels of its training data were made.</source>
        <translation>Comment ont été produits les pixels à basse résolution de ses données d'entraînement.</translation>
    </message>
    <message>
        <source>As stated by its author; blank if not stated.</source>
        <translation>Dans les termes de son auteur ; vide si elle n'est pas indiquée.</translation>
    </message>
    <message>
        <source>When, as an ISO 8601 time in UTC; blank where that is not known.</source>
        <translation>Quand, au format ISO 8601 en UTC ; vide si on l'ignore.</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio on held-out tiles when it was trained.</source>
        <translation>Rapport signal sur bruit de crête sur des tuiles réservées, lors de l'entraînement.</translation>
    </message>
    <message>
        <source>What bicubic resampling reached on the same tiles.</source>
        <translation>Ce qu'atteignait le rééchantillonnage bicubique sur les mêmes tuiles.</translation>
    </message>
    <message>
        <source>Structural similarity on the same tiles.</source>
        <translation>Similarité structurelle sur les mêmes tuiles.</translation>
    </message>
    <message>
        <source>Share of the relevant detail that the model invented there.</source>
        <translation>Part du détail pertinent que le modèle y a inventée.</translation>
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
        <translation>Donne à un raster multispectral le détail d'un raster panchromatique plus fin du même lieu.

Le résultat a les pixels et le système de coordonnées du raster panchromatique, dans la limite de ce que couvrent les deux, et les bandes, le type de données, le nodata et la radiométrie du raster multispectral. Les rasters peuvent avoir des emprises, des origines et des systèmes de coordonnées différents. Ils ne sont jamais en entier en mémoire. Le nodata de l'un ou l'autre reste nodata et ne déborde pas.</translation>
    </message>
    <message>
        <source>Multispectral raster (XS)</source>
        <translation>Raster multispectral (XS)</translation>
    </message>
    <message>
        <source>The raster with the colours.</source>
        <translation>Le raster qui porte les couleurs.</translation>
    </message>
    <message>
        <source>The raster with the detail: its first band is used, and its pixels must be smaller.</source>
        <translation>Le raster qui porte le détail : sa première bande est utilisée, et ses pixels doivent être plus petits.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Méthode</translation>
    </message>
    <message>
        <source>Pansharpening method. rcs: each band × PAN / smoothed PAN, as OTB's BundleToPerfectSensor does it; brovey: each band × PAN / intensity; gram_schmidt: PAN in place of the bands' intensity, with its mean and deviation.</source>
        <translation>Comment le détail est introduit. rcs : chaque bande × PAN / PAN lissé, comme le fait BundleToPerfectSensor d'OTB ; brovey : chaque bande × PAN / intensité ; gram_schmidt : PAN à la place de l'intensité des bandes, avec sa moyenne et son écart-type.</translation>
    </message>
    <message>
        <source>Bands to pansharpen, in this order. Blank uses all of them but a mask (alpha) band.</source>
        <translation>Bandes à affiner, dans cet ordre. Vide : toutes sauf une bande de masque (alpha).</translation>
    </message>
    <message>
        <source>Pansharpened raster</source>
        <translation>Raster affiné par pansharpening</translation>
    </message>
    <message>
        <source>Cloud-optimised GeoTIFF.</source>
        <translation>GeoTIFF optimisé pour le cloud.</translation>
    </message>
    <message>
        <source>Part to pansharpen. Blank uses all that both rasters cover.</source>
        <translation>Partie à affiner. Vide : tout ce que couvrent les deux rasters.</translation>
    </message>
    <message>
        <source>Radius (rcs)</source>
        <translation>Rayon (rcs)</translation>
    </message>
    <message>
        <source>PAN is smoothed over (2 × radius + 1)² of its pixels; OTB always takes 3. Blank uses the area of a multispectral pixel, so that the colours stay what they were at that resolution.</source>
        <translation>PAN est lissé sur (2 × rayon + 1)² de ses pixels ; OTB prend toujours 3. Vide : la surface d'un pixel multispectral, de sorte que les couleurs restent ce qu'elles étaient à cette résolution.</translation>
    </message>
    <message>
        <source>Weights (brovey, gram_schmidt)</source>
        <translation>Poids (brovey, gram_schmidt)</translation>
    </message>
    <message>
        <source>Weight of each band in PAN: one number for each band. Blank: equal weights.</source>
        <translation>Poids de chaque bande dans PAN : un nombre par bande. Vide : poids égaux.</translation>
    </message>
    <message>
        <source>pan-sharpening</source>
        <translation>pan-sharpening</translation>
    </message>
    <message>
        <source>panchromatic</source>
        <translation>panchromatique</translation>
    </message>
    <message>
        <source>fusion</source>
        <translation>fusion</translation>
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
        <translation>Colonnes du raster affiné par pansharpening.</translation>
    </message>
    <message>
        <source>Rows of the pansharpened raster.</source>
        <translation>Lignes du raster affiné par pansharpening.</translation>
    </message>
    <message>
        <source>Sharpen coarse bands</source>
        <translation>Affiner des bandes grossières</translation>
    </message>
    <message>
        <source>Gives the coarse bands of a scene the pixel size of its fine ones: Sentinel-2's 20 m bands by those of 10 m,
Landsat's 30 m bands by the panchromatic one, thermal bands by visible ones.

A small network is trained on the scene itself: both rasters are made coarser, so that the original coarse bands are
the truth (Wald et al. 1997), and the trained network is applied to the original rasters. Its accuracy is measured
on held-out parts of the scene and compared with bicubic resampling and pansharpening.</source>
        <translation>Donne aux bandes grossières d'une scène la taille de pixel des fines : les bandes de 20 m de Sentinel-2 par celles de 10 m, celles de 30 m de Landsat par la panchromatique, les bandes thermiques par les visibles.

Un petit réseau apprend de la scène elle-même comment les bandes vont ensemble : les deux rasters sont rendus plus grossiers, pour que les bandes grossières telles quelles soient la vérité (Wald et al. 1997), et ce qu'il y a appris est appliqué aux rasters tels quels. Des parties réservées de la scène disent à quel point cela réussit, à côté du rééchantillonnage bicubique et du pansharpening.</translation>
    </message>
    <message>
        <source>Coarse bands</source>
        <translation>Bandes grossières</translation>
    </message>
    <message>
        <source>The raster to sharpen.</source>
        <translation>Le raster à affiner.</translation>
    </message>
    <message>
        <source>Fine bands (guide)</source>
        <translation>Bandes fines (guide)</translation>
    </message>
    <message>
        <source>A raster of the same place and time with pixels 2, 3 or 4 times as fine.</source>
        <translation>Un raster du même lieu et du même moment dont les pixels sont 2, 3 ou 4 fois plus fins.</translation>
    </message>
    <message>
        <source>A model that was trained with such a guide, or saved here before. Blank trains one on this scene.</source>
        <translation>Un modèle entraîné avec un tel guide, ou enregistré ici auparavant. Vide : en entraîne un sur cette scène.</translation>
    </message>
    <message>
        <source>Training time (minutes)</source>
        <translation>Durée de l'entraînement (minutes)</translation>
    </message>
    <message>
        <source>How long the network is trained. More helps a little; a graphics card gets further in the same time.</source>
        <translation>Combien de temps le réseau apprend. Davantage aide un peu ; une carte graphique apprend plus dans le même temps.</translation>
    </message>
    <message>
        <source>Part to sharpen. Blank sharpens all; the network is trained on all in any case.</source>
        <translation>Partie à affiner. Vide : tout ; le réseau apprend de tout dans tous les cas.</translation>
    </message>
    <message>
        <source>Sharpened raster</source>
        <translation>Raster affiné</translation>
    </message>
    <message>
        <source>Cloud-optimised GeoTIFF (.tif). A name ending in .vrt writes a VRT of many GeoTIFFs, in a folder next to it, which also keeps the trained model: the same run, started again after it was stopped, does not train again.</source>
        <translation>GeoTIFF optimisé pour le cloud (.tif). Un nom se terminant par .vrt écrit un VRT de nombreux GeoTIFF, dans un dossier voisin, qui conserve aussi le modèle entraîné : le même traitement, relancé après un arrêt, n'entraîne pas une seconde fois.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <source>Page with figures next to bicubic resampling and pansharpening, and pictures.</source>
        <translation>Page avec des chiffres à côté du rééchantillonnage bicubique et du pansharpening, et des images.</translation>
    </message>
    <message>
        <source>Coarse bands to sharpen, in this order. Blank uses all of them but a mask (alpha) band.</source>
        <translation>Bandes grossières à affiner, dans cet ordre. Vide : toutes sauf une bande de masque (alpha).</translation>
    </message>
    <message>
        <source>Fine bands to use, in this order. Blank uses all of them but a mask (alpha) band.</source>
        <translation>Bandes fines à utiliser, dans cet ordre. Vide : toutes sauf une bande de masque (alpha).</translation>
    </message>
    <message>
        <source>How both rasters are degraded for training: by the blur of their sensor.</source>
        <translation>Comment les deux rasters sont dégradés pour l'entraînement : par le flou de leur capteur.</translation>
    </message>
    <message>
        <source>Another seed starts with other weights.</source>
        <translation>Une autre graine commence avec d'autres poids.</translation>
    </message>
    <message>
        <source>Where to compute: auto takes a graphics card if there is one.</source>
        <translation>Où calculer : auto prend une carte graphique s'il y en a une.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Modèle entraîné</translation>
    </message>
    <message>
        <source>The trained model (.srpk), for other scenes of the same sensor and season. Blank: not saved.</source>
        <translation>Le modèle entraîné (.srpk), pour d'autres scènes du même capteur et de la même saison. Vide : non enregistré.</translation>
    </message>
    <message>
        <source>Landsat</source>
        <translation>Landsat</translation>
    </message>
    <message>
        <source>thermal</source>
        <translation>thermique</translation>
    </message>
    <message>
        <source>red edge</source>
        <translation>red edge</translation>
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
        <translation>réduction d'échelle</translation>
    </message>
    <message>
        <source>Columns of the sharpened raster.</source>
        <translation>Colonnes du raster affiné.</translation>
    </message>
    <message>
        <source>Rows of the sharpened raster.</source>
        <translation>Lignes du raster affiné.</translation>
    </message>
    <message>
        <source>Relative error over all bands on held-out parts of the scene; 0 is perfect. Blank where a model is given and no report is asked for.</source>
        <translation>Erreur relative sur toutes les bandes, sur des parties réservées de la scène ; 0 est parfait. Vide si un modèle est donné et qu'aucun rapport n'est demandé.</translation>
    </message>
    <message>
        <source>ERGAS of pansharpening</source>
        <translation>ERGAS du pansharpening</translation>
    </message>
    <message>
        <source>What pansharpening (rcs) reaches there, each band with the band of the guide that suits it best.</source>
        <translation>Ce que le pansharpening (rcs) y atteint, chaque bande avec la bande du guide qui lui convient le mieux.</translation>
    </message>
    <message>
        <source>What bicubic resampling reaches there.</source>
        <translation>Ce que le rééchantillonnage bicubique y atteint.</translation>
    </message>
    <message>
        <source>Sentinel-2: ten bands at 10 m, or finer</source>
        <translation>Sentinel-2 : dix bandes à 10 m, ou plus fin</translation>
    </message>
    <message>
        <source>Brings the bands of 20 m (red edge, near infrared, short-wave infrared) to the pixels of those of 10 m, by a network
that sees both. Without a model it is trained on the scene itself, at pixels twice as large, where the truth is
known.

The result has the bands B02 B03 B04 B05 B06 B07 B08 B8A B11 B12. Those of 10 m are the product's own pixels. All
are reflectance × 10,000: the offset that products have since processing baseline 04.00 is subtracted.

In place of a product, the clearest scene of a place can be used: it is found in a STAC catalogue by "Extent" and
"Dates".</source>
        <translation>Amène les bandes de 20 m (bord rouge, proche infrarouge, infrarouge à ondes courtes) aux pixels de celles de 10 m, par un réseau qui voit les deux. Sans modèle, il apprend de la scène elle-même, avec des pixels deux fois plus grands, où la vérité est connue.

Le résultat a les bandes B02 B03 B04 B05 B06 B07 B08 B8A B11 B12. Celles de 10 m sont les pixels mêmes du produit. Toutes sont la réflectance × 10 000 : le décalage qu’ont les produits depuis la version de traitement 04.00 est soustrait.

À la place d'un produit, la scène la moins nuageuse d'un lieu peut être utilisée : elle est cherchée dans un catalogue STAC d'après « Emprise » et « Dates ».</translation>
    </message>
    <message>
        <source>Sentinel-2 product</source>
        <translation>Produit Sentinel-2</translation>
    </message>
    <message>
        <source>As downloaded: its zip file, or MTD_MSIL1C.xml or MTD_MSIL2A.xml in its folder; a .SAFE folder, a layer of the product or any of its files is also accepted.</source>
        <translation>Tel qu’il a été téléchargé : son fichier zip, ou MTD_MSIL1C.xml ou MTD_MSIL2A.xml dans son dossier ; un dossier .SAFE, une couche du produit ou n’importe lequel de ses fichiers conviennent aussi.</translation>
    </message>
    <message>
        <source>The place. It is widened to whole pixels of the coarsest bands. Blank uses all of the product.</source>
        <translation>Le lieu. Il est élargi à des pixels entiers des bandes les plus grossières. Vide : tout le produit.</translation>
    </message>
    <message>
        <source>Fusion model</source>
        <translation>Modèle de fusion</translation>
    </message>
    <message>
        <source>A model that gives the bands of 20 m at 10 m and has those of 10 m as its guide. Blank trains one on this scene.</source>
        <translation>Un modèle qui donne les bandes de 20 m à 10 m et a celles de 10 m pour guide. Vide : un modèle est entraîné sur cette scène.</translation>
    </message>
    <message>
        <source>Resolution (m)</source>
        <translation>Résolution (m)</translation>
    </message>
    <message>
        <source>Size of the result's pixels. 5 and 2.5 take a second model, in SR_MODEL, which is run over the bands of 10 m.</source>
        <translation>Taille des pixels du résultat. 5 et 2.5 demandent un second modèle, dans SR_MODEL, appliqué aux bandes de 10 m.</translation>
    </message>
    <message>
        <source>SR model for less than 10 m</source>
        <translation>Modèle SR pour moins de 10 m</translation>
    </message>
    <message>
        <source>Model package (.srpk) of scale 2 (5 m) or 4 (2.5 m) for bands of Sentinel-2 at 10 m. The result has its bands.</source>
        <translation>Paquet de modèle (.srpk) d’échelle 2 (5 m) ou 4 (2.5 m) pour des bandes de Sentinel-2 à 10 m. Le résultat a ses bandes.</translation>
    </message>
    <message>
        <source>Sharpened bands</source>
        <translation>Bandes affinées</translation>
    </message>
    <message>
        <source>Cloud-optimised GeoTIFF (.tif). A name ending in .vrt writes a VRT of many GeoTIFFs, in a folder next to it, which also keeps copies of the bands and the trained model: the same run continues after it was stopped. At the end the copies are removed; the model stays.</source>
        <translation>GeoTIFF optimisé pour le cloud (.tif). Un nom se terminant par .vrt écrit un VRT de nombreux GeoTIFF, dans un dossier voisin, qui conserve aussi des copies des bandes et le modèle entraîné : le même traitement continue après un arrêt. À la fin, les copies sont supprimées ; le modèle reste.</translation>
    </message>
    <message>
        <source>Quicklook</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>The result's red, green and blue in 8 bits, stretched, for programs that do not display reflectance.</source>
        <translation>Rouge, vert et bleu du résultat en 8 bits, étirés, pour les programmes qui n'affichent pas la réflectance.</translation>
    </message>
    <message>
        <source>B01 and B09 too</source>
        <translation>B01 et B09 aussi</translation>
    </message>
    <message>
        <source>Add the bands of 60 m for aerosols and water vapour. No network learns them: they get the detail of B02 and B08 by ratio component substitution (rcs).</source>
        <translation>Ajoute les bandes de 60 m pour les aérosols et la vapeur d’eau. Aucun réseau ne les apprend : elles reçoivent le détail de B02 et B08 par substitution de composante par rapport (rcs).</translation>
    </message>
    <message>
        <source>Where to compute: auto takes an NVIDIA or Apple graphics card if PyTorch can use one; vulkan is any graphics card, for models and not to learn.</source>
        <translation>Où calculer : auto prend une carte graphique NVIDIA ou Apple si PyTorch peut s’en servir ; vulkan est n’importe quelle carte graphique, pour les modèles et non pour apprendre.</translation>
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
        <translation>D'où vient la scène ?</translation>
    </message>
    <message>
        <source>A product on this computer</source>
        <translation>Un produit sur cet ordinateur</translation>
    </message>
    <message>
        <source>Name of the product.</source>
        <translation>Nom du produit.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>When it was taken.</source>
        <translation>Quand elle a été prise.</translation>
    </message>
    <message>
        <source>Bands of the result, separated by commas.</source>
        <translation>Bandes du résultat, séparées par des virgules.</translation>
    </message>
    <message>
        <source>Columns of the result.</source>
        <translation>Colonnes du résultat.</translation>
    </message>
    <message>
        <source>Rows of the result.</source>
        <translation>Lignes du résultat.</translation>
    </message>
    <message>
        <source>Train SR model</source>
        <translation>Entraîner un modèle SR</translation>
    </message>
    <message>
        <source>Trains a super-resolution network on a tile set from "Export SR training tiles", or on pairs of images from
elsewhere, and saves it as one .srpk file.

The metrics at the end compare the model with bicubic resampling on tiles that were not used for training. For a
first try set "Size of the network" to auto, and "Minutes" to the time that you have.</source>
        <translation>Entraîne un réseau de super-résolution sur un jeu de tuiles issu de « Exporter des tuiles d'entraînement SR », ou sur des paires d'images d'autre provenance, et l'enregistre dans un seul fichier .srpk.

Les chiffres finaux comparent le modèle au rééchantillonnage bicubique sur des tuiles dont il n'a pas appris. Pour un premier essai, mettez « Taille du réseau » à auto et « Minutes » au temps dont vous disposez.</translation>
    </message>
    <message>
        <source>edsr suits most cases; compact and span are the fastest; carn does scales 2, 3 and 4 at once; rdn and rrdn have the best metrics on a large card; sr3 (diffusion) produces one of the possible detailed results.</source>
        <translation>edsr convient dans la plupart des cas ; compact et span sont les plus rapides ; carn fait les échelles 2, 3 et 4 à la fois ; rdn et rrdn ont les meilleures métriques sur une grande carte ; sr3 (diffusion) produit l'un des résultats détaillés possibles.</translation>
    </message>
    <message>
        <source>CARN: small and fast, one network for scales 2, 3 and 4 at once</source>
        <translation>CARN : petit et rapide, un réseau pour les échelles 2, 3 et 4 à la fois</translation>
    </message>
    <message>
        <source>Ahn et al. 2018, "Fast, Accurate, and Lightweight Super-Resolution with Cascading Residual Network", figures 2 and 3:
what each block gives is kept for all that follow, within a cascading block and between them. Training mixes the
scales, whatever the tiles' own, and the model supports each of them, unless multi_scale is off. With efficient it is CARN-M, the form for phones.</source>
        <translation>Ahn et al. 2018, « Fast, Accurate, and Lightweight Super-Resolution with Cascading Residual Network », figures 2 et 3 : ce que donne chaque bloc est gardé pour tous les suivants, dans un bloc en cascade et entre eux. L'entraînement mêle les facteurs, quel que soit celui des tuiles, et le modèle traite chacun d'eux, sauf si multi_scale est désactivé. Avec efficient, c'est CARN-M, la forme pour téléphones.</translation>
    </message>
    <message>
        <source>Global skip</source>
        <translation>Connexion globale</translation>
    </message>
    <message>
        <source>What the network's output is added to: the input upsampled bicubically, bilinearly or by repetition of its pixels (nearest), or nothing (as in most papers).</source>
        <translation>À quoi s'ajoute la sortie du réseau : l'entrée suréchantillonnée par bicubique, bilinéaire ou répétition de ses pixels (nearest), ou rien (comme dans la plupart des articles).</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Caractéristiques</translation>
    </message>
    <message>
        <source>Channels of every hidden layer.</source>
        <translation>Canaux de chaque couche cachée.</translation>
    </message>
    <message>
        <source>Cascading blocks</source>
        <translation>Blocs en cascade</translation>
    </message>
    <message>
        <source>Cascading blocks in the trunk, of three residual blocks each.</source>
        <translation>Blocs en cascade du tronc, de trois blocs résiduels chacun.</translation>
    </message>
    <message>
        <source>Efficient blocks (CARN-M)</source>
        <translation>Blocs économes (CARN-M)</translation>
    </message>
    <message>
        <source>Whether convolutions see a part of the channels only (groups) and the residual blocks of a cascading block share their weights: a quarter of the parameters, for some tenths of a decibel (section 3.2 of the paper).</source>
        <translation>Si les convolutions ne voient qu'une partie des canaux (groupes) et si les blocs résiduels d'un bloc en cascade partagent leurs poids : un quart des paramètres, pour quelques dixièmes de décibel (section 3.2 de l'article).</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Groupes</translation>
    </message>
    <message>
        <source>Parts into which efficient blocks and the upsampler divide the channels. It must divide n_feats.</source>
        <translation>Parties en lesquelles les blocs économes et le suréchantillonneur divisent les canaux. Ce nombre doit diviser n_feats.</translation>
    </message>
    <message>
        <source>Several scales</source>
        <translation>Plusieurs échelles</translation>
    </message>
    <message>
        <source>Whether one network learns scales 2, 3 and 4 together, as in the paper; else it learns the scale of the tiles.</source>
        <translation>Si un même réseau apprend ensemble les échelles 2, 3 et 4, comme dans l'article ; sinon il apprend l'échelle des tuiles.</translation>
    </message>
    <message>
        <source>Compact: convolutions in a row, the fastest (SRVGGNet)</source>
        <translation>Compact : des convolutions à la suite, le plus rapide (SRVGGNet)</translation>
    </message>
    <message>
        <source>The small network that Wang et al. published with "Real-ESRGAN: Training Real-World Blind Super-Resolution with Pure
Synthetic Data" (2021): everything is done at low resolution, and one pixel shuffle makes the result. As published it
adds its output to the input's repeated pixels (global_skip=nearest).</source>
        <translation>Le petit réseau que Wang et al. ont publié avec « Real-ESRGAN: Training Real-World Blind Super-Resolution with Pure Synthetic Data » (2021) : tout se fait à basse résolution, et un réarrangement de pixels fait le résultat. Tel qu'il est publié, il ajoute sa sortie aux pixels répétés de l'entrée (global_skip=nearest).</translation>
    </message>
    <message>
        <source>Convolutions</source>
        <translation>Convolutions</translation>
    </message>
    <message>
        <source>Convolutions between the first and the last.</source>
        <translation>Convolutions entre la première et la dernière.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Activation</translation>
    </message>
    <message>
        <source>What follows each convolution. prelu: a slope is learnt for each channel; relu; leaky_relu: a slope of 0.1.</source>
        <translation>Ce qui suit chaque convolution. prelu : une pente est apprise pour chaque canal ; relu ; leaky_relu : une pente de 0,1.</translation>
    </message>
    <message>
        <source>DAT: dual aggregation transformer, for models that others have trained</source>
        <translation>DAT : transformeur à double agrégation, pour des modèles que d'autres ont entraînés</translation>
    </message>
    <message>
        <source>Chen et al. 2023, "Dual Aggregation Transformer for Image Super-Resolution", figure 2; the defaults are DAT-S.
Blocks attend by turns within rectangles of pixels and among channels. The latter, and the weighing of channels, look at
the whole image: tiles are computed with as much around them as the rectangles see, and faint seams are possible.
Training takes a large graphics card.</source>
        <translation>Chen et al. 2023, "Dual Aggregation Transformer for Image Super-Resolution", figure 2 ; les valeurs par défaut sont DAT-S.
Les blocs portent leur attention tour à tour aux pixels dans des rectangles et aux canaux entre eux. Ceci, et la pondération des canaux, voit l'image entière : les tuiles sont calculées avec autant d'entourage que voient les rectangles, et de faibles coutures sont possibles.
L'entraînement demande une grande carte graphique.</translation>
    </message>
    <message>
        <source>Channels of every pixel in the transformer; a multiple of heads.</source>
        <translation>Canaux de chaque pixel dans le transformeur ; un multiple de heads.</translation>
    </message>
    <message>
        <source>Groups of blocks</source>
        <translation>Groupes de blocs</translation>
    </message>
    <message>
        <source>Groups of transformer blocks, each with a convolution after it.</source>
        <translation>Groupes de blocs de transformeur, chacun suivi d'une convolution.</translation>
    </message>
    <message>
        <source>Blocks in a group</source>
        <translation>Blocs d'un groupe</translation>
    </message>
    <message>
        <source>Transformer blocks in each group.</source>
        <translation>Blocs de transformeur dans chaque groupe.</translation>
    </message>
    <message>
        <source>Attention heads</source>
        <translation>Têtes d'attention</translation>
    </message>
    <message>
        <source>Attention heads of each block; it must divide n_feats.</source>
        <translation>Têtes d'attention de chaque bloc ; leur nombre doit diviser n_feats.</translation>
    </message>
    <message>
        <source>Convolutions after a group</source>
        <translation>Convolutions après un groupe</translation>
    </message>
    <message>
        <source>Convolutions after each group of blocks and after all: one, or three that save parameters.</source>
        <translation>Convolutions après chaque groupe de blocs et après tous : une, ou trois qui économisent des paramètres.</translation>
    </message>
    <message>
        <source>Upsampler</source>
        <translation>Suréchantillonneur</translation>
    </message>
    <message>
        <source>How the finer pixels are made. pixelshuffle: sub-pixel convolutions; pixelshuffledirect: one of them, for small networks; nearest+conv: repetition and a convolution, for scales 2, 4 and 8.</source>
        <translation>Comment sont faits les pixels plus fins. pixelshuffle : convolutions sous-pixel ; pixelshuffledirect : une seule, pour de petits réseaux ; nearest+conv : répétition et une convolution, pour les échelles 2, 4 et 8.</translation>
    </message>
    <message>
        <source>Sides of rectangles</source>
        <translation>Côtés des rectangles</translation>
    </message>
    <message>
        <source>Sides of the rectangles within which half of the heads attend, in low-resolution pixels; for the other half they are turned. The larger is a multiple of the smaller.</source>
        <translation>Côtés des rectangles dans lesquels agit la moitié des têtes, en pixels de basse résolution ; pour l'autre moitié ils sont tournés. Le plus grand est un multiple du plus petit.</translation>
    </message>
    <message>
        <source>Expansion</source>
        <translation>Expansion</translation>
    </message>
    <message>
        <source>Hidden units of the feed-forward layers of each block, in multiples of n_feats.</source>
        <translation>Unités cachées des couches feed-forward de chaque bloc, en multiples de n_feats.</translation>
    </message>
    <message>
        <source>Bias of attention</source>
        <translation>Biais de l'attention</translation>
    </message>
    <message>
        <source>Whether what attends has a bias.</source>
        <translation>Si les requêtes, clés et valeurs ont un biais.</translation>
    </message>
    <message>
        <source>EDSR: residual network without batch normalisation</source>
        <translation>EDSR : réseau résiduel sans normalisation par lots</translation>
    </message>
    <message>
        <source>Lim et al. 2017, "Enhanced Deep Residual Networks for Single Image Super-Resolution", figure 3 and table 1.
The defaults are the paper's baseline; n_feats=256, n_blocks=32, res_scale=0.1 is its full size.</source>
        <translation>Lim et al. 2017, « Enhanced Deep Residual Networks for Single Image Super-Resolution », figure 3 et tableau 1. Les valeurs par défaut sont la version de base de l'article ; n_feats=256, n_blocks=32, res_scale=0.1 en est la taille complète.</translation>
    </message>
    <message>
        <source>Residual blocks</source>
        <translation>Blocs résiduels</translation>
    </message>
    <message>
        <source>Residual blocks in the trunk.</source>
        <translation>Blocs résiduels du tronc.</translation>
    </message>
    <message>
        <source>Residual scaling</source>
        <translation>Pondération résiduelle</translation>
    </message>
    <message>
        <source>Factor on each block's residual; wide networks need 0.1 to train stably.</source>
        <translation>Facteur appliqué au résidu de chaque bloc ; les réseaux larges ont besoin de 0.1 pour s'entraîner de façon stable.</translation>
    </message>
    <message>
        <source>stepwise: the paper's sub-pixel convolutions, one for each doubling. single: one of 5 × 5 pixels, which can do the same at scale 2, 3, 4 and 8, at scale 4 in an eighth of the work; a stepwise model can start its training, folded exactly.</source>
        <translation>stepwise : les convolutions sous-pixel de l'article, une par doublement. single : une seule de 5 × 5 pixels, qui peut la même chose aux facteurs 2, 3, 4 et 8, au facteur 4 pour un huitième du travail ; son entraînement peut partir d'un modèle stepwise, replié exactement.</translation>
    </message>
    <message>
        <source>HAT: hybrid attention transformer, for models that others have trained</source>
        <translation>HAT : transformeur à attention hybride, pour des modèles que d'autres ont entraînés</translation>
    </message>
    <message>
        <source>Chen et al. 2023, "Activating More Pixels in Image Super-Resolution Transformer", figure 3; the defaults are its basic
model. Channels are weighed by what they are over the whole image: tiles are computed with as much around them as the
windows see, and faint seams are possible. Training takes a large graphics card.</source>
        <translation>Chen et al. 2023, "Activating More Pixels in Image Super-Resolution Transformer", figure 3 ; les valeurs par défaut sont le modèle de base. Les canaux sont pondérés selon ce qu'ils sont sur l'image entière : les tuiles sont calculées avec autant d'entourage que voient les fenêtres, et de faibles coutures sont possibles. L'entraînement demande une grande carte graphique.</translation>
    </message>
    <message>
        <source>Side of windows</source>
        <translation>Côté des fenêtres</translation>
    </message>
    <message>
        <source>Side of the squares within which attention is computed, in low-resolution pixels.</source>
        <translation>Côté des carrés dans lesquels l'attention est calculée, en pixels à basse résolution.</translation>
    </message>
    <message>
        <source>Side of overlapping windows</source>
        <translation>Côté des fenêtres chevauchantes</translation>
    </message>
    <message>
        <source>Side of the larger squares, around these, to which the last block of each group attends; it is wider by an even number of pixels.</source>
        <translation>Côté des carrés plus grands, autour de ceux-ci, auxquels le dernier bloc de chaque groupe porte attention ; il est plus large d'un nombre pair de pixels.</translation>
    </message>
    <message>
        <source>MLP ratio</source>
        <translation>Rapport du MLP</translation>
    </message>
    <message>
        <source>Hidden units of the MLP of each block, in multiples of n_feats.</source>
        <translation>Unités cachées du MLP de chaque bloc, en multiples de n_feats.</translation>
    </message>
    <message>
        <source>Squeezed features</source>
        <translation>Caractéristiques resserrées</translation>
    </message>
    <message>
        <source>Channels between the two convolutions of each block.</source>
        <translation>Canaux entre les deux convolutions de chaque bloc.</translation>
    </message>
    <message>
        <source>Features that weigh channels</source>
        <translation>Caractéristiques qui pondèrent les canaux</translation>
    </message>
    <message>
        <source>Channels between the two layers that weigh the channels of these convolutions.</source>
        <translation>Canaux entre les deux couches qui pondèrent les canaux de ces convolutions.</translation>
    </message>
    <message>
        <source>Scale of convolutions</source>
        <translation>Facteur des convolutions</translation>
    </message>
    <message>
        <source>By which what these convolutions make is multiplied.</source>
        <translation>Par lequel est multiplié ce que font ces convolutions.</translation>
    </message>
    <message>
        <source>MDSR: one network for scales 2, 3 and 4 at once</source>
        <translation>MDSR : un seul réseau pour les facteurs 2, 3 et 4 à la fois</translation>
    </message>
    <message>
        <source>Lim et al. 2017, "Enhanced Deep Residual Networks for Single Image Super-Resolution", section 3.3 and figure 5:
the trunk is common to all scales, which differ in two residual blocks before it and in the upsampler. Training
mixes the scales, whatever the tiles' own, and the model supports each of them, unless multi_scale is off. The defaults are the paper's
baseline; n_blocks=80 is its full size.</source>
        <translation>Lim et al. 2017, « Enhanced Deep Residual Networks for Single Image Super-Resolution », section 3.3 et figure 5 : le tronc est commun à tous les facteurs, qui diffèrent par deux blocs résiduels avant lui et par le suréchantillonneur. L'entraînement mêle les facteurs, quel que soit celui des tuiles, et le modèle traite chacun d'eux, sauf si multi_scale est désactivé. Les valeurs par défaut sont la version de base de l'article ; n_blocks=80 en est la taille complète.</translation>
    </message>
    <message>
        <source>OmniSR: omni-dimensional attention, for models that others have trained</source>
        <translation>OmniSR : attention dans toutes les dimensions, pour des modèles que d'autres ont entraînés</translation>
    </message>
    <message>
        <source>Wang et al. 2023, "Omni Aggregation Networks for Lightweight Image Super-Resolution", section 3; the defaults are
the paper's. Blocks attend to pixels and to channels, first within squares, then among pixels spread evenly over the
whole image: tiles are computed with as much around them as squares and convolutions see, and seams are possible.</source>
        <translation>Wang et al. 2023, "Omni Aggregation Networks for Lightweight Image Super-Resolution", section 3 ; les valeurs par défaut sont celles de l'article. Les blocs portent attention aux pixels et aux canaux, d'abord dans des carrés, puis parmi des pixels répartis régulièrement sur l'image entière : les tuiles sont calculées avec autant d'entourage que voient les carrés et les convolutions, et des coutures sont possibles.</translation>
    </message>
    <message>
        <source>Groups of blocks, each of which weighs its pixels after them.</source>
        <translation>Groupes de blocs, dont chacun pondère ensuite ses pixels.</translation>
    </message>
    <message>
        <source>Blocks in each group.</source>
        <translation>Blocs dans chaque groupe.</translation>
    </message>
    <message>
        <source>Side of the squares within which attention is computed, in low-resolution pixels. Across them it is computed among as many pixels.</source>
        <translation>Côté des carrés dans lesquels l'attention est calculée, en pixels à basse résolution. En travers d'eux, elle est calculée parmi autant de pixels.</translation>
    </message>
    <message>
        <source>Bias of offsets</source>
        <translation>Biais des décalages</translation>
    </message>
    <message>
        <source>Whether attention to pixels knows how they lie to each other.</source>
        <translation>Si l'attention aux pixels sait comment ils sont placés les uns par rapport aux autres.</translation>
    </message>
    <message>
        <source>OTBTF SRResNet: the tutorial's network with transposed convolutions</source>
        <translation>OTBTF SRResNet : le réseau du tutoriel, à convolutions transposées</translation>
    </message>
    <message>
        <source>Cresson, "Super-resolution" (part 4 of the OTB Keras tutorial), after SRResNet (Ledig et al. 2017): wide ends,
residual blocks under one long skip, and an upsampling by transposed convolutions of stride 2, so no scale 3.</source>
        <translation>Cresson, « Super-resolution » (partie 4 du tutoriel Keras d'OTB), d'après SRResNet (Ledig et al. 2017) : extrémités larges, blocs résiduels sous une longue connexion unique, et suréchantillonnage par convolutions transposées de pas 2, donc pas de facteur 3.</translation>
    </message>
    <message>
        <source>PLKSR: wide surroundings by large kernels on a part of the channels</source>
        <translation>PLKSR : de larges alentours par de grands noyaux sur une partie des canaux</translation>
    </message>
    <message>
        <source>Lee et al. 2024, "Partial Large Kernel CNNs for Efficient Super-Resolution", figures 2 and 3; the defaults are the
paper's, n_blocks=12, kernel=13 its tiny one. With activation=mish and block_norm=group it is RealPLKSR of neosr, which
normalises over the whole image. As published it adds its output to the input's repeated pixels (global_skip=nearest).</source>
        <translation>Lee et al. 2024, « Partial Large Kernel CNNs for Efficient Super-Resolution », figures 2 et 3 ; les valeurs par défaut sont celles de l'article, n_blocks=12, kernel=13 sa plus petite forme. Avec activation=mish et block_norm=group, c'est RealPLKSR de neosr, qui normalise sur toute l'image. Tel qu'il est publié, il ajoute sa sortie aux pixels répétés de l'entrée (global_skip=nearest).</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Blocs</translation>
    </message>
    <message>
        <source>Blocks in the trunk.</source>
        <translation>Blocs du tronc.</translation>
    </message>
    <message>
        <source>Side of large kernels</source>
        <translation>Côté des grands noyaux</translation>
    </message>
    <message>
        <source>Side of the large kernels in low-resolution pixels, an odd number. Each block sees half of it further.</source>
        <translation>Côté des grands noyaux en pixels à basse résolution, un nombre impair. Chaque bloc voit plus loin de la moitié.</translation>
    </message>
    <message>
        <source>Channels of large kernels</source>
        <translation>Canaux des grands noyaux</translation>
    </message>
    <message>
        <source>Channels that the large kernels work on; the others pass by.</source>
        <translation>Canaux sur lesquels travaillent les grands noyaux ; les autres passent à côté.</translation>
    </message>
    <message>
        <source>Channel mixer</source>
        <translation>Mélangeur de canaux</translation>
    </message>
    <message>
        <source>Two convolutions that mix channels. ccm: 3 × 3, then 1 × 1; dccm: both 3 × 3; iccm: 1 × 1, then 3 × 3.</source>
        <translation>Deux convolutions qui mélangent les canaux. ccm : 3 × 3, puis 1 × 1 ; dccm : toutes deux 3 × 3 ; iccm : 1 × 1, puis 3 × 3.</translation>
    </message>
    <message>
        <source>What is between them: gelu in PLKSR, mish in RealPLKSR.</source>
        <translation>Ce qui est entre elles : gelu dans PLKSR, mish dans RealPLKSR.</translation>
    </message>
    <message>
        <source>Element-wise attention</source>
        <translation>Attention par élément</translation>
    </message>
    <message>
        <source>Whether every number is weighed by what a convolution makes of its surroundings.</source>
        <translation>Si chaque nombre est pondéré par ce qu'une convolution fait de ses alentours.</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>Normalisation</translation>
    </message>
    <message>
        <source>Of each block. layer: over the channels of each pixel, before it. group: over the whole image, after it, as in RealPLKSR: then a tile's result depends a little on its size, and faint seams are possible.</source>
        <translation>De chaque bloc. layer : sur les canaux de chaque pixel, avant lui. group : sur toute l'image, après lui, comme dans RealPLKSR : le résultat d'une tuile dépend alors un peu de sa taille, et de faibles raccords sont possibles.</translation>
    </message>
    <message>
        <source>RDN: residual dense network</source>
        <translation>RDN : réseau dense résiduel</translation>
    </message>
    <message>
        <source>Zhang et al. 2018, "Residual Dense Network for Image Super-Resolution", figures 2 and 3. The defaults are the
paper's. C=3, D=10, upsampler=nearest is the small network of the library ISR (Cardinale et al. 2018).</source>
        <translation>Zhang et al. 2018, « Residual Dense Network for Image Super-Resolution », figures 2 et 3. Les valeurs par défaut sont celles de l'article. C=3, D=10, upsampler=nearest est le petit réseau de la bibliothèque ISR (Cardinale et al. 2018).</translation>
    </message>
    <message>
        <source>Features (G0)</source>
        <translation>Caractéristiques (G0)</translation>
    </message>
    <message>
        <source>Channels between the blocks; G0 in the paper.</source>
        <translation>Canaux entre les blocs ; G0 dans l'article.</translation>
    </message>
    <message>
        <source>Residual dense blocks (D)</source>
        <translation>Blocs denses résiduels (D)</translation>
    </message>
    <message>
        <source>Residual dense blocks in the trunk.</source>
        <translation>Blocs denses résiduels du tronc.</translation>
    </message>
    <message>
        <source>Dense layers (C)</source>
        <translation>Couches denses (C)</translation>
    </message>
    <message>
        <source>Convolutions in each block, every one seeing all before it in the block.</source>
        <translation>Convolutions de chaque bloc, chacune voyant toutes celles qui la précèdent dans le bloc.</translation>
    </message>
    <message>
        <source>Growth rate (G)</source>
        <translation>Taux de croissance (G)</translation>
    </message>
    <message>
        <source>Channels that each convolution of a block adds.</source>
        <translation>Canaux qu'ajoute chaque convolution d'un bloc.</translation>
    </message>
    <message>
        <source>Features of the upsampler</source>
        <translation>Caractéristiques du suréchantillonneur</translation>
    </message>
    <message>
        <source>Channels between the steps of the pixelshuffle upsampler; 0 is as many as between the blocks.</source>
        <translation>Canaux entre les étapes du suréchantillonneur pixelshuffle ; 0 : autant qu'entre les blocs.</translation>
    </message>
    <message>
        <source>pixelshuffle: sub-pixel convolutions in steps, as the paper's authors published; nearest: ISR's, which convolves at low resolution and repeats the pixels just before the last convolution.</source>
        <translation>pixelshuffle : convolutions sous-pixel par étapes, comme l'ont publié les auteurs de l'article ; nearest : celui d'ISR, qui convolue à basse résolution et répète les pixels juste avant la dernière convolution.</translation>
    </message>
    <message>
        <source>ResNet U-Net: a residual network as encoder, for models that others have trained</source>
        <translation>U-Net ResNet : un réseau résiduel comme encodeur, pour des modèles que d'autres ont entraînés</translation>
    </message>
    <message>
        <source>He et al. 2016, "Deep Residual Learning for Image Recognition", table 1, as encoder; as decoder the U-Net of fastai
(Howard and Gugger 2020, "fastai: A Layered API for Deep Learning"), which enlarges by sub-pixel convolutions whose
pixels are averaged (Sugawara et al. 2018), and attends once (Zhang et al. 2019, "Self-Attention Generative Adversarial
Networks", equations 1 to 3). The image is enlarged bilinearly ahead of all layers, so that every layer works on the
pixels of the result. The defaults are a ResNet-34.</source>
        <translation>He et al. 2016, « Deep Residual Learning for Image Recognition », tableau 1, comme encodeur ; comme décodeur l'U-Net de fastai (Howard et Gugger 2020, « fastai: A Layered API for Deep Learning »), qui agrandit par des convolutions sous-pixel dont les pixels sont moyennés (Sugawara et al. 2018), et calcule une fois l'attention (Zhang et al. 2019, « Self-Attention Generative Adversarial Networks », équations 1 à 3). L'image est agrandie de façon bilinéaire avant toutes les couches, de sorte que chaque couche travaille sur les pixels du résultat. Par défaut, c'est un ResNet-34.</translation>
    </message>
    <message>
        <source>Features (width)</source>
        <translation>Caractéristiques (largeur)</translation>
    </message>
    <message>
        <source>Channels of the first stage; each further one doubles them.</source>
        <translation>Canaux du premier étage ; chaque étage suivant les double.</translation>
    </message>
    <message>
        <source>Blocks of each stage</source>
        <translation>Blocs de chaque étage</translation>
    </message>
    <message>
        <source>How many residual blocks each stage of the encoder has. The first is at a quarter of the result's resolution, each further one at half of that before it.</source>
        <translation>Nombre de blocs résiduels de chaque étage de l'encodeur. Le premier est au quart de la résolution du résultat, chaque suivant à la moitié de celle du précédent.</translation>
    </message>
    <message>
        <source>Bottleneck blocks</source>
        <translation>Blocs à goulot (bottleneck)</translation>
    </message>
    <message>
        <source>Whether blocks are of three convolutions, 1 × 1, 3 × 3 and 1 × 1, with four times the channels after them, as in ResNet-50 and deeper ones, and not of two, 3 × 3.</source>
        <translation>Si les blocs sont de trois convolutions, 1 × 1, 3 × 3 et 1 × 1, avec quatre fois plus de canaux ensuite, comme dans ResNet-50 et les plus profonds, et non de deux, 3 × 3.</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>Whether the decoder attends at an eighth of the result's resolution; it does so only with three stages or more.</source>
        <translation>Si le décodeur calcule l'attention au huitième de la résolution du résultat ; il ne le fait qu'à partir de trois étages.</translation>
    </message>
    <message>
        <source>Side of the squares within which attention is computed, in pixels of the result: the side of the images that the network has learnt from.</source>
        <translation>Côté des carrés dans lesquels l'attention est calculée, en pixels du résultat : le côté des images sur lesquelles le réseau a été entraîné.</translation>
    </message>
    <message>
        <source>RRDN: residual-in-residual dense network, the generator of ESRGAN</source>
        <translation>RRDN : réseau dense à résidus imbriqués, le générateur d'ESRGAN</translation>
    </message>
    <message>
        <source>Wang et al. 2018, "ESRGAN: Enhanced Super-Resolution Generative Adversarial Networks", figures 3 and 4. The
defaults are the paper's RRDB-23. T=10, D=3, C=4, negative_slope=0, upsampler=pixelshuffle is the form of the
library ISR (Cardinale et al. 2018), with G=64 in one and n_feats=32, G=32 in the other of its sizes.
unshuffle=2 at scale 2, and unshuffle=4 at scale 1 (restoration at the same size), are BasicSR's forms.</source>
        <translation>Wang et al. 2018, « ESRGAN: Enhanced Super-Resolution Generative Adversarial Networks », figures 3 et 4. Les valeurs par défaut sont le RRDB-23 de l'article. T=10, D=3, C=4, negative_slope=0, upsampler=pixelshuffle est la forme de la bibliothèque ISR (Cardinale et al. 2018), avec G=64 dans l'une de ses tailles et n_feats=32, G=32 dans l'autre. unshuffle=2 au facteur 2 et unshuffle=4 au facteur 1 (restauration à taille égale) sont les formes de BasicSR.</translation>
    </message>
    <message>
        <source>Channels between the blocks.</source>
        <translation>Canaux entre les blocs.</translation>
    </message>
    <message>
        <source>Residual-in-residual blocks (T)</source>
        <translation>Blocs à résidus imbriqués (T)</translation>
    </message>
    <message>
        <source>Residual-in-residual dense blocks (RRDB) in the trunk.</source>
        <translation>Blocs denses à résidus imbriqués (RRDB) du tronc.</translation>
    </message>
    <message>
        <source>Dense blocks in each (D)</source>
        <translation>Blocs denses dans chacun (D)</translation>
    </message>
    <message>
        <source>Dense blocks in each residual-in-residual block.</source>
        <translation>Blocs denses de chaque bloc à résidus imbriqués.</translation>
    </message>
    <message>
        <source>Convolutions of a dense block that add channels; one more fuses them, so that the paper counts 5.</source>
        <translation>Convolutions d'un bloc dense qui ajoutent des canaux ; une de plus les fusionne, si bien que l'article en compte 5.</translation>
    </message>
    <message>
        <source>Channels that each of these convolutions adds.</source>
        <translation>Canaux qu'ajoute chacune de ces convolutions.</translation>
    </message>
    <message>
        <source>Factor on the residual of each dense block and of each residual-in-residual block; beta in the paper.</source>
        <translation>Facteur appliqué au résidu de chaque bloc dense et de chaque bloc à résidus imbriqués ; bêta dans l'article.</translation>
    </message>
    <message>
        <source>Negative slope</source>
        <translation>Pente négative</translation>
    </message>
    <message>
        <source>Slope of the activations below zero (LeakyReLU); 0 is ReLU.</source>
        <translation>Pente des activations sous zéro (LeakyReLU) ; 0 est ReLU.</translation>
    </message>
    <message>
        <source>nearest: pixels repeated and convolved in steps, as in ESRGAN; pixelshuffle: ISR's one sub-pixel convolution, straight to the bands.</source>
        <translation>nearest : pixels répétés et convolués par étapes, comme dans ESRGAN ; pixelshuffle : l'unique convolution sous-pixel d'ISR, directement vers les bandes.</translation>
    </message>
    <message>
        <source>Pixel unshuffle</source>
        <translation>Regroupement de pixels (pixel unshuffle)</translation>
    </message>
    <message>
        <source>Factor by which pixels are gathered into channels ahead of the network, which then runs at a resolution that is as much coarser and upsamples as much more: less time and memory at small scales. Needs upsampler=nearest.</source>
        <translation>Facteur selon lequel les pixels sont regroupés en canaux avant le réseau, qui travaille alors à une résolution d'autant plus grossière et suréchantillonne d'autant plus : moins de temps et de mémoire aux petits facteurs d'échelle. Requiert upsampler=nearest.</translation>
    </message>
    <message>
        <source>SPAN: attention without parameters, fast</source>
        <translation>SPAN : attention sans paramètres, rapide</translation>
    </message>
    <message>
        <source>Wan et al. 2024, "Swift Parameter-free Attention Network for Efficient Super-Resolution", figures 2 and 3: what a
block finds weighs its own pixels. Convolutions are trained as they compute, not in the paper's wider form that is
folded into them afterwards.</source>
        <translation>Wan et al. 2024, « Swift Parameter-free Attention Network for Efficient Super-Resolution », figures 2 et 3 : ce que trouve un bloc pondère ses propres pixels. Les convolutions sont entraînées telles qu'elles calculent, et non sous la forme plus large de l'article, qui y est repliée ensuite.</translation>
    </message>
    <message>
        <source>Attention blocks in the trunk.</source>
        <translation>Blocs d'attention du tronc.</translation>
    </message>
    <message>
        <source>Blocks one after another</source>
        <translation>Blocs l'un après l'autre</translation>
    </message>
    <message>
        <source>Whether a block is given what the one before it made. Else two blocks see the first features, side by side, as in the networks of SEN2SRLite, and n_blocks has no effect.</source>
        <translation>Si un bloc reçoit ce qu'a fait le précédent. Sinon deux blocs voient côte à côte les premières caractéristiques, comme dans les réseaux de SEN2SRLite, et n_blocks est sans effet.</translation>
    </message>
    <message>
        <source>SPAN fusion: two blocks at the pixels of the guide, as in SEN2SR</source>
        <translation>Fusion SPAN : deux blocs aux pixels du guide, comme dans SEN2SR</translation>
    </message>
    <message>
        <source>For bands that a finer guide sharpens (Aybar et al. 2025, "A radiometrically and spatially consistent super-resolution
framework for Sentinel-2"). The bands are enlarged bilinearly and joined with the guide, so that every layer works on
the pixels of the result: each takes scale² times as long as at low resolution. The layers are those of SPAN (Wan et al.
2024), with two blocks side by side. The guide must have the pixels of the result. As published it adds nothing to the
network's output (global_skip=none).</source>
        <translation>Pour des bandes qu'affine un guide plus fin (Aybar et al. 2025, « A radiometrically and spatially consistent super-resolution framework for Sentinel-2 »). Les bandes sont agrandies de façon bilinéaire et jointes au guide, si bien que chaque couche travaille sur les pixels du résultat : chacune prend échelle² fois plus de temps qu'à basse résolution. Les couches sont celles de SPAN (Wan et al. 2024), avec deux blocs côte à côte. Le guide doit avoir les pixels du résultat. Tel que publié, il n'ajoute rien à la sortie du réseau (global_skip=none).</translation>
    </message>
    <message>
        <source>Channels of every hidden layer; 24 in SEN2SRLite.</source>
        <translation>Canaux de chaque couche cachée ; 24 dans SEN2SRLite.</translation>
    </message>
    <message>
        <source>SR3: diffusion U-Net, super-resolution by iterative refinement</source>
        <translation>SR3 : U-Net de diffusion, super-résolution par raffinement itératif</translation>
    </message>
    <message>
        <source>Saharia et al. 2021, "Image Super-Resolution via Iterative Refinement". The defaults are the documented ones of
ArcGIS, in the form of the repository Image-Super-Resolution-via-Iterative-Refinement: 141 million parameters for
3 bands. preset=medium has 60 and preset=small 1.4 million; take the latter without a graphics card.
resblock_type=biggan, skip_rescale=true is the paper's form. Its objective is denoising or flow.</source>
        <translation>Saharia et al. 2021, « Image Super-Resolution via Iterative Refinement ». Les valeurs par défaut sont celles de la documentation d'ArcGIS, dans la forme du dépôt Image-Super-Resolution-via-Iterative-Refinement : 141 millions de paramètres pour 3 bandes. preset=medium en a 60 et preset=small 1,4 million ; prenez ce dernier sans carte graphique. resblock_type=biggan, skip_rescale=true est la forme de l'article. Son objectif est le débruitage ou le flow matching.</translation>
    </message>
    <message>
        <source>What the result is added to: the input upsampled bicubically, so that only what that lacks is learnt, or nothing (as in the paper).</source>
        <translation>À quoi s'ajoute le résultat : l'entrée suréchantillonnée par bicubique, de sorte que seul ce qui y manque est appris, ou rien (comme dans l'article).</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Écrêtage</translation>
    </message>
    <message>
        <source>Limit of the estimated result, as a multiple of its spread; 1 in the code of SR3, whose images range from −1 to 1.</source>
        <translation>Limite du résultat estimé, en multiple de sa dispersion ; 1 dans le code de SR3, dont les images vont de −1 à 1.</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>Taille d'image</translation>
    </message>
    <message>
        <source>Side of the images it learns from, in high-resolution pixels; results are computed in tiles of this size. Blank is PATCH_SIZE × scale.</source>
        <translation>Côté des images dont il apprend, en pixels à haute résolution ; les résultats sont calculés par tuiles de cette taille. Vide : PATCH_SIZE × facteur d'échelle.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Préréglage</translation>
    </message>
    <message>
        <source>Values for all options that are not given. large: the defaults; medium: inner_channel=48, norm_groups=12, attn_res=8, res_blocks=2; small, for processors and few tiles: inner_channel=32, norm_groups=8, channel_mults=1,2,2,2, res_blocks=1.</source>
        <translation>Valeurs de toutes les options qui ne sont pas indiquées. large : les valeurs par défaut ; medium : inner_channel=48, norm_groups=12, attn_res=8, res_blocks=2 ; small, pour les processeurs et peu de tuiles : inner_channel=32, norm_groups=8, channel_mults=1,2,2,2, res_blocks=1.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canaux</translation>
    </message>
    <message>
        <source>Channels of the first level; an even number.</source>
        <translation>Canaux du premier niveau ; un nombre pair.</translation>
    </message>
    <message>
        <source>Normalisation groups</source>
        <translation>Groupes de normalisation</translation>
    </message>
    <message>
        <source>Groups of channels that are normalised together; it must divide the channels of every level. Many groups are known to shift colours.</source>
        <translation>Groupes de canaux normalisés ensemble ; leur nombre doit diviser celui des canaux de chaque niveau. On sait qu'un grand nombre de groupes décale les couleurs.</translation>
    </message>
    <message>
        <source>Channel multipliers</source>
        <translation>Multiplicateurs de canaux</translation>
    </message>
    <message>
        <source>Channels of each level, in multiples of inner_channel. Each level has half the resolution of the one before, so the image size must be a multiple of 2 for 2 levels, of 4 for 3, of 32 for 6.</source>
        <translation>Canaux de chaque niveau, en multiples de inner_channel. Chaque niveau a la moitié de la résolution du précédent : la taille d'image doit donc être un multiple de 2 pour 2 niveaux, de 4 pour 3, de 32 pour 6.</translation>
    </message>
    <message>
        <source>Attention resolution</source>
        <translation>Résolution de l'attention</translation>
    </message>
    <message>
        <source>Side in pixels of the feature maps with attention: a level has it if its side is this, or between half of it and it. The middle of the network always has it. Empty brackets are none.</source>
        <translation>Côté en pixels des cartes de caractéristiques avec attention : un niveau en a si son côté est celui-ci, ou compris entre sa moitié et lui. Le milieu du réseau en a toujours. Des crochets vides : aucun niveau.</translation>
    </message>
    <message>
        <source>Residual blocks of each level on the way down; there is one more on the way up.</source>
        <translation>Blocs résiduels de chaque niveau à la descente ; il y en a un de plus à la remontée.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of a residual block's features that training drops at random; against overfitting on few tiles.</source>
        <translation>Part des caractéristiques d'un bloc résiduel que l'entraînement omet au hasard ; contre le surapprentissage de quelques tuiles.</translation>
    </message>
    <message>
        <source>Kind of residual blocks</source>
        <translation>Type de blocs résiduels</translation>
    </message>
    <message>
        <source>How resolution changes between levels. ddpm: by a convolution; biggan: within a residual block (Brock et al. 2019), as in the paper.</source>
        <translation>Comment la résolution change entre les niveaux. ddpm : par une convolution ; biggan : dans un bloc résiduel (Brock et al. 2019), comme dans l'article.</translation>
    </message>
    <message>
        <source>Rescale skips</source>
        <translation>Pondérer les connexions</translation>
    </message>
    <message>
        <source>Whether the sum of a block's input and residual is multiplied by 1/√2, which keeps its spread (Song et al. 2021), as in the paper.</source>
        <translation>Indique si la somme de l'entrée et du résidu d'un bloc est multipliée par 1/√2, ce qui en conserve la dispersion (Song et al. 2021), comme dans l'article.</translation>
    </message>
    <message>
        <source>SR3 U-ViT: diffusion transformer with long skip connections</source>
        <translation>SR3 U-ViT : transformer de diffusion à longues connexions</translation>
    </message>
    <message>
        <source>Bao et al. 2023, "All are Worth Words: A ViT Backbone for Diffusion Models", in place of the U-Net of SR3
(Saharia et al. 2021). Squares of the condition and of the noisy image are tokens each, and the noise level is one
more; every block sees all of them. The defaults are the documented ones of ArcGIS, 136 million parameters for 3
bands; token_size=8, embed_dim=192, depth=7, num_heads=6 has 4 million. It needs many tiles: with few, the U-Net
of sr3 learns more. Its objective is denoising or flow.</source>
        <translation>Bao et al. 2023, « All are Worth Words: A ViT Backbone for Diffusion Models », à la place du U-Net de SR3 (Saharia et al. 2021). Les carrés de la condition et de l'image bruitée sont chacun un jeton, et le niveau de bruit en est un de plus ; chaque bloc les voit tous. Les valeurs par défaut sont celles de la documentation d'ArcGIS, 136 millions de paramètres pour 3 bandes ; token_size=8, embed_dim=192, depth=7, num_heads=6 en a 4 millions. Il veut beaucoup de tuiles : avec peu, le U-Net de sr3 apprend davantage. Son objectif est le débruitage ou le flow matching.</translation>
    </message>
    <message>
        <source>Token size</source>
        <translation>Taille de jeton</translation>
    </message>
    <message>
        <source>Side of the squares that are a token each, in high-resolution pixels; patch_size in the paper. The image size must be a multiple of it. With half of it, computing takes about four times as long or more.</source>
        <translation>Côté des carrés formant chacun un jeton, en pixels à haute résolution ; patch_size dans l'article. La taille d'image doit en être un multiple. Avec la moitié, le calcul dure environ quatre fois plus, voire davantage.</translation>
    </message>
    <message>
        <source>Embedding dimension</source>
        <translation>Dimension de plongement</translation>
    </message>
    <message>
        <source>Length of the vector of a token; an even number and a multiple of num_heads.</source>
        <translation>Longueur du vecteur d'un jeton ; un nombre pair et un multiple de num_heads.</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profondeur</translation>
    </message>
    <message>
        <source>Transformer blocks, an odd number: those before the middle one hand their results, by long skip connections, to those after it.</source>
        <translation>Blocs de transformeur, un nombre impair : ceux d'avant le bloc du milieu transmettent leurs résultats, par de longues connexions, à ceux d'après.</translation>
    </message>
    <message>
        <source>Attention heads of each block; it must divide embed_dim.</source>
        <translation>Têtes d'attention de chaque bloc ; leur nombre doit diviser embed_dim.</translation>
    </message>
    <message>
        <source>Hidden units of the MLP of each block, in multiples of embed_dim.</source>
        <translation>Unités cachées du MLP de chaque bloc, en multiples de embed_dim.</translation>
    </message>
    <message>
        <source>Whether a constant is added to queries, keys and values.</source>
        <translation>Indique si une constante est ajoutée aux requêtes, aux clés et aux valeurs.</translation>
    </message>
    <message>
        <source>SRResNet: the generator of SRGAN, with or without batch normalisation</source>
        <translation>SRResNet : le générateur de SRGAN, avec ou sans normalisation par lots</translation>
    </message>
    <message>
        <source>Ledig et al. 2017, "Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network",
figure 4. Without batch normalisation it is MSRResNet, the form of it that Wang et al. published with ESRGAN
(2018): ends of 3 × 3 instead of 9 × 9, no long skip, and a convolution more at full resolution.</source>
        <translation>Ledig et al. 2017, « Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network », figure 4. Sans normalisation par lots, c'est MSRResNet, la forme qu'en ont publiée Wang et al. avec ESRGAN (2018) : extrémités de 3 × 3 au lieu de 9 × 9, pas de longue connexion, et une convolution de plus à pleine résolution.</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>Normalisation par lots</translation>
    </message>
    <message>
        <source>Whether blocks normalise over the batch, as in the paper. Without it, training is steadier and the result has no artefacts where the image is unlike the training tiles.</source>
        <translation>Indique si les blocs normalisent sur le lot, comme dans l'article. Sans elle, l'entraînement est plus stable et le résultat n'a pas d'artefacts là où l'image diffère des tuiles d'entraînement.</translation>
    </message>
    <message>
        <source>Layers of the paper</source>
        <translation>Couches de l'article</translation>
    </message>
    <message>
        <source>Whether without batch normalisation all other layers are the paper's, as in generators of OpenSR-SRGAN, and not MSRResNet's.</source>
        <translation>Si, sans normalisation par lots, toutes les autres couches sont celles de l'article, comme dans les générateurs d'OpenSR-SRGAN, et non celles de MSRResNet.</translation>
    </message>
    <message>
        <source>Output activation</source>
        <translation>Activation de sortie</translation>
    </message>
    <message>
        <source>What the last layer is followed by. none: nothing; clamp: values are kept within 0 and 1; tanh: the hyperbolic tangent, −1 to 1; tanh01: (tanh + 1) / 2, 0 to 1. Some published networks have one; use none to train.</source>
        <translation>Ce qui suit la dernière couche. none : rien ; clamp : valeurs gardées entre 0 et 1 ; tanh : tangente hyperbolique, −1 à 1 ; tanh01 : (tanh + 1) / 2, 0 à 1. Certains réseaux publiés en ont une ; pour entraîner, none.</translation>
    </message>
    <message>
        <source>SwinIR: transformer of shifted windows, for models that others have trained</source>
        <translation>SwinIR : transformeur à fenêtres décalées, pour des modèles entraînés par d'autres</translation>
    </message>
    <message>
        <source>Liang et al. 2021, "SwinIR: Image Restoration Using Swin Transformer", figure 2; the defaults are its classical
model. Attention is computed within squares of pixels, which every second block shifts by half, so that it sees far:
tiles are computed with as much around them, and training takes a large graphics card.</source>
        <translation>Liang et al. 2021, « SwinIR: Image Restoration Using Swin Transformer », figure 2 ; les valeurs par défaut sont celles de son modèle classique. L'attention est calculée dans des carrés de pixels, qu'un bloc sur deux décale de la moitié, si bien qu'il voit loin : les tuiles sont calculées avec autant d'alentours, et l'entraînement demande une grande carte graphique.</translation>
    </message>
    <message>
        <source>U-Net: encoder–decoder with skip connections</source>
        <translation>U-Net : encodeur-décodeur à connexions directes</translation>
    </message>
    <message>
        <source>Ronneberger et al. 2015, "U-Net: Convolutional Networks for Biomedical Image Segmentation", figure 1, at the
resolution of the input and with convolutions that keep the size; then sub-pixel convolutions. The up-convolution
2 × 2 is written as what it is, a 1 × 1 convolution and a pixel shuffle. Every pixel shuffle starts as repetition
(ICNR, Aitken et al. 2017), so that no checkerboard appears.</source>
        <translation>Ronneberger et al. 2015, « U-Net: Convolutional Networks for Biomedical Image Segmentation », figure 1, à la résolution de l'entrée et avec des convolutions qui conservent la taille ; puis des convolutions sous-pixel. La convolution montante 2 × 2 est écrite comme ce qu'elle est, une convolution 1 × 1 et un pixel shuffle. Chaque pixel shuffle commence comme une répétition (ICNR, Aitken et al. 2017), de sorte qu'aucun damier n'apparaît.</translation>
    </message>
    <message>
        <source>Channels at the full resolution; each level down doubles them.</source>
        <translation>Canaux à pleine résolution ; chaque niveau vers le bas les double.</translation>
    </message>
    <message>
        <source>Depth (levels)</source>
        <translation>Profondeur (niveaux)</translation>
    </message>
    <message>
        <source>How often the encoder halves the resolution; PATCH_SIZE must be at least 2 to that power.</source>
        <translation>Combien de fois l'encodeur divise la résolution par deux ; PATCH_SIZE doit être au moins 2 à cette puissance.</translation>
    </message>
    <message>
        <source>small is for computers without a graphics card; medium for a card, or a night on a processor; paper as published, for thousands of tiles and a large card; auto the largest that computer, tiles and MINUTES allow. BACKBONE_OPTIONS take precedence. Blank: the network's defaults.</source>
        <translation>small est pour les ordinateurs sans carte graphique ; medium pour une carte, ou une nuit sur un processeur ; paper tel que publié, pour des milliers de tuiles et une grande carte ; auto la plus grande que permettent l'ordinateur, les tuiles et MINUTES. BACKBONE_OPTIONS l'emporte. Vide : les valeurs par défaut du réseau.</translation>
    </message>
    <message>
        <source>The training objective: denoising or flow for the diffusion networks sr3 and sr3_uvit, one of the others for all other networks.</source>
        <translation>L'objectif d'entraînement : denoising ou flow pour les réseaux de diffusion sr3 et sr3_uvit, l'un des autres pour tous les autres réseaux.</translation>
    </message>
    <message>
        <source>Adversarial loss (SRGAN, ESRGAN)</source>
        <translation>Perte antagoniste (SRGAN, ESRGAN)</translation>
    </message>
    <message>
        <source>Pixel loss, and beside it a discriminator that learns to tell results from measured images while the network
learns to pass: sharper pictures at a lower PSNR, whose finest detail is likely but not measured. Start it from
a model that was trained with the pixel loss (PRETRAINED, pixel_only=0). Everything of the perceptual objective
can be added: ESRGAN is adversary=relativistic, feature_weight=1; SRGAN is feature_weight=0.006,
feature_criterion=l2, layers=relu5_4, pixel_weight=0.</source>
        <translation>Perte par pixel, et à côté d'elle un discriminateur qui apprend à distinguer les résultats des images mesurées, tandis que le réseau apprend à le tromper : des images plus nettes pour un PSNR plus faible, dont le détail le plus fin est vraisemblable mais non mesuré. Partez d'un modèle entraîné avec la perte par pixel (PRETRAINED, pixel_only=0). Tout ce qui relève de l'objectif perceptuel peut être ajouté : ESRGAN est adversary=relativistic, feature_weight=1 ; SRGAN est feature_weight=0.006, feature_criterion=l2, layers=relu5_4, pixel_weight=0.</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Critère</translation>
    </message>
    <message>
        <source>l1: absolute difference; l2: squared difference; charbonnier: a smooth l1 (Lai et al. 2017).</source>
        <translation>l1 : différence absolue ; l2 : différence au carré ; charbonnier : un l1 lissé (Lai et al. 2017).</translation>
    </message>
    <message>
        <source>Weight of the pixel loss</source>
        <translation>Poids de la perte par pixel</translation>
    </message>
    <message>
        <source>Factor on the pixel loss, ESRGAN's by default; the larger, the closer the result stays to what pixels alone give.</source>
        <translation>Facteur appliqué à la perte par pixel, celui d'ESRGAN par défaut ; plus il est grand, plus le résultat reste proche de ce que donnent les pixels seuls.</translation>
    </message>
    <message>
        <source>Weight of the feature loss</source>
        <translation>Poids de la perte de caractéristiques</translation>
    </message>
    <message>
        <source>Factor on the feature loss; 0 leaves it out.</source>
        <translation>Facteur appliqué à la perte de caractéristiques ; 0 l'omet.</translation>
    </message>
    <message>
        <source>Weight of the Gram loss</source>
        <translation>Poids de la perte de Gram</translation>
    </message>
    <message>
        <source>Factor on the difference of Gram matrices; 0 leaves it out.</source>
        <translation>Facteur appliqué à la différence des matrices de Gram ; 0 l'omet.</translation>
    </message>
    <message>
        <source>VGG</source>
        <translation>VGG</translation>
    </message>
    <message>
        <source>Which of the two networks looks at the images.</source>
        <translation>Lequel des deux réseaux regarde les images.</translation>
    </message>
    <message>
        <source>VGG's layers</source>
        <translation>Couches de VGG</translation>
    </message>
    <message>
        <source>Whose features count: conv5_4 is the fourth convolution of the fifth block, relu5_4 the same after its activation.</source>
        <translation>Celles dont les caractéristiques comptent : conv5_4 est la quatrième convolution du cinquième bloc, relu5_4 la même après son activation.</translation>
    </message>
    <message>
        <source>Weights of the layers</source>
        <translation>Poids des couches</translation>
    </message>
    <message>
        <source>Factor on each layer's features, in the order of the layers; Gram matrices get their squares.</source>
        <translation>Facteur appliqué aux caractéristiques de chaque couche, dans l'ordre des couches ; les matrices de Gram reçoivent leurs carrés.</translation>
    </message>
    <message>
        <source>Criterion of features</source>
        <translation>Critère des caractéristiques</translation>
    </message>
    <message>
        <source>How features and Gram matrices are compared. l1: absolute difference; l2: squared difference.</source>
        <translation>Comment sont comparées les caractéristiques et les matrices de Gram. l1 : différence absolue ; l2 : différence au carré.</translation>
    </message>
    <message>
        <source>Red, green and blue</source>
        <translation>Rouge, vert et bleu</translation>
    </message>
    <message>
        <source>Numbers of the bands that VGG sees as red, green and blue, such as 4,3,2. Blank: by the bands' descriptions, else the first three; of fewer than three bands the first, as grey.</source>
        <translation>Numéros des bandes que VGG voit comme rouge, vert et bleu, par exemple 4,3,2. Vide : d'après les descriptions des bandes, sinon les trois premières ; s'il y a moins de trois bandes, la première, en gris.</translation>
    </message>
    <message>
        <source>File of VGG's weights</source>
        <translation>Fichier des poids de VGG</translation>
    </message>
    <message>
        <source>A file with VGG's weights as torchvision has them (.pth or .safetensors), for computers without internet. Blank: the official file, downloaded when first needed.</source>
        <translation>Un fichier contenant les poids de VGG tels que les a torchvision (.pth ou .safetensors), pour les ordinateurs sans internet. Vide : le fichier officiel, téléchargé à la première utilisation.</translation>
    </message>
    <message>
        <source>Adversary</source>
        <translation>Adversaire</translation>
    </message>
    <message>
        <source>standard: measured or made (SRGAN, non-saturating); relativistic: more likely measured than the other images are on average (ESRGAN).</source>
        <translation>standard : mesurée ou fabriquée (SRGAN, non saturant) ; relativistic : plus vraisemblablement mesurée que les autres images en moyenne (ESRGAN).</translation>
    </message>
    <message>
        <source>Weight of the adversarial loss</source>
        <translation>Poids de la perte antagoniste</translation>
    </message>
    <message>
        <source>Factor on the adversarial loss. Blank: 0.001 for standard, 0.005 for relativistic, as in the papers.</source>
        <translation>Facteur appliqué à la perte antagoniste. Vide : 0.001 pour standard, 0.005 pour relativistic, comme dans les articles.</translation>
    </message>
    <message>
        <source>Pixel loss alone</source>
        <translation>Perte par pixel seule</translation>
    </message>
    <message>
        <source>Share of all steps, at the beginning, that use the pixel loss alone; 0 after PRETRAINED.</source>
        <translation>Part de tous les pas, au début, qui apprennent de la perte par pixel seule ; 0 après PRETRAINED.</translation>
    </message>
    <message>
        <source>Discriminator's normalisation</source>
        <translation>Normalisation du discriminateur</translation>
    </message>
    <message>
        <source>batch: as in the papers; spectral: limits how steep the discriminator is, so that it does not win for good.</source>
        <translation>batch : comme dans les articles ; spectral : limite la pente du discriminateur, afin qu'il ne gagne pas définitivement.</translation>
    </message>
    <message>
        <source>Discriminator's features</source>
        <translation>Caractéristiques du discriminateur</translation>
    </message>
    <message>
        <source>Channels of the discriminator's first layer; the others grow with it.</source>
        <translation>Canaux de la première couche du discriminateur ; les autres croissent avec eux.</translation>
    </message>
    <message>
        <source>R1 gradient penalty</source>
        <translation>Pénalité de gradient R1</translation>
    </message>
    <message>
        <source>Factor on the penalty for a discriminator that is steep at measured images (Mescheder et al. 2018, who use 10): it keeps training from collapse, best with discriminator_norm=none or spectral. 0: none.</source>
        <translation>Facteur de la pénalité d'un discriminateur à forte pente sur les images mesurées (Mescheder et al. 2018, qui prennent 10) : elle préserve l'entraînement de l'effondrement, de préférence avec discriminator_norm=none ou spectral. 0 : aucune.</translation>
    </message>
    <message>
        <source>Denoising (diffusion)</source>
        <translation>Débruitage (diffusion)</translation>
    </message>
    <message>
        <source>Noise is added to the high-resolution image, and the network learns to predict it, given the low-resolution image
(SR3: Saharia et al. 2021, algorithm 1). The noise level of each image is drawn between none and that of the
schedule's last step (Chen et al. 2021, "WaveGrad"), so that sampling may take any number of steps. The model keeps
an average of the weights over the last steps.</source>
        <translation>Du bruit est ajouté à l'image à haute résolution, et le réseau apprend à le prédire à partir de l'image à basse résolution (SR3 : Saharia et al. 2021, algorithme 1). Le niveau de bruit est tiré pour chaque image entre aucun bruit et celui du dernier pas du calendrier (Chen et al. 2021, « WaveGrad »), de sorte que l'échantillonnage peut prendre un nombre quelconque de pas. Le modèle conserve une moyenne des poids sur les derniers pas.</translation>
    </message>
    <message>
        <source>l1: absolute difference between the noise and the network's prediction of it, as in SR3; l2: squared.</source>
        <translation>l1 : différence absolue entre le bruit et sa prédiction par le réseau, comme dans SR3 ; l2 : au carré.</translation>
    </message>
    <message>
        <source>Decay of the average of weights</source>
        <translation>Décroissance de la moyenne des poids</translation>
    </message>
    <message>
        <source>Share of the average that each step keeps; 0 keeps the last weights. Over the first steps it is less, so that a short training is not an average with its own beginning.</source>
        <translation>Part de la moyenne que conserve chaque pas ; 0 conserve les derniers poids. Elle est moindre au cours des premiers pas, pour qu'un entraînement court ne soit pas une moyenne avec son propre début.</translation>
    </message>
    <message>
        <source>Noise schedule</source>
        <translation>Calendrier de bruit</translation>
    </message>
    <message>
        <source>How the noise grows over the steps.</source>
        <translation>Comment le bruit croît au fil des pas.</translation>
    </message>
    <message>
        <source>Flow matching (few steps)</source>
        <translation>Flow matching (peu de pas)</translation>
    </message>
    <message>
        <source>The high-resolution image is mixed with noise, x_t = (1 − t) · noise + t · image, and the network learns to predict
the velocity, image − noise, given the low-resolution image (Lipman et al. 2023, "Flow Matching for Generative
Modeling", with σ_min = 0; Liu et al. 2023, "Flow Straight and Fast"). Results take few steps: one gives about what
the pixel objective would, more a sharper one of the possible results. t is drawn evenly between 0 and 1. The model
keeps an average of the weights over the last steps.</source>
        <translation>L'image à haute résolution est mélangée à du bruit, x_t = (1 − t) · bruit + t · image, et le réseau apprend à prédire la vitesse, image − bruit, à partir de l'image à basse résolution (Lipman et al. 2023, « Flow Matching for Generative Modeling », avec σ_min = 0 ; Liu et al. 2023, « Flow Straight and Fast »). Les résultats prennent peu de pas : un seul donne à peu près ce que donnerait l'objectif pixel, davantage un résultat possible plus net. t est tiré uniformément entre 0 et 1. Le modèle conserve une moyenne des poids sur les derniers pas.</translation>
    </message>
    <message>
        <source>l2: squared difference between the velocity and the network's prediction of it, as in the papers; l1: absolute.</source>
        <translation>l2 : différence au carré entre la vitesse et sa prédiction par le réseau, comme dans les articles ; l1 : absolue.</translation>
    </message>
    <message>
        <source>Pixel and feature loss (VGG)</source>
        <translation>Perte par pixel et de caractéristiques (VGG)</translation>
    </message>
    <message>
        <source>Pixel loss, and beside it the difference between the features that VGG, a network trained on photographs, sees
in result and truth (Johnson et al. 2016), and on request between their Gram matrices, which is texture without
place (Gatys et al. 2016): sharper pictures at a lower PSNR. VGG looks at three bands; the pixel loss is what
teaches the others. The defaults are the U-Net recipe of fast.ai; gram_weight=5000 adds its third term. VGG's
weights are downloaded once (0.5 GB), or read from the file that vgg_weights names.</source>
        <translation>Perte par pixel, et à côté d'elle la différence entre les caractéristiques que VGG, un réseau entraîné sur des photographies, voit dans le résultat et dans la vérité (Johnson et al. 2016), et sur demande entre leurs matrices de Gram, c'est-à-dire la texture sans le lieu (Gatys et al. 2016) : des images plus nettes pour un PSNR plus faible. VGG regarde trois bandes ; c'est la perte par pixel qui enseigne les autres. Les valeurs par défaut sont la recette U-Net de fast.ai ; gram_weight=5000 ajoute son troisième terme. Les poids de VGG sont téléchargés une fois (0,5 Go), ou lus dans le fichier qu'indique vgg_weights.</translation>
    </message>
    <message>
        <source>Factor on the pixel loss.</source>
        <translation>Facteur appliqué à la perte par pixel.</translation>
    </message>
    <message>
        <source>Pixel loss</source>
        <translation>Perte par pixel</translation>
    </message>
    <message>
        <source>The mean difference between result and truth over valid pixels, each band in units of its standard deviation so
that bright bands do not drown dark ones.</source>
        <translation>La différence moyenne entre résultat et vérité sur les pixels valides, chaque bande dans l'unité de son écart-type, pour que les bandes claires ne noient pas les sombres.</translation>
    </message>
    <message>
        <source>Start from model</source>
        <translation>Partir d'un modèle</translation>
    </message>
    <message>
        <source>Model package (.srpk) of the same network to start from: to continue its training, or to adapt it to other land, another scale or another objective.</source>
        <translation>Paquet de modèle (.srpk) du même réseau dont part l'entraînement : pour le poursuivre, ou l'adapter à un autre terrain, un autre facteur ou un autre objectif.</translation>
    </message>
    <message>
        <source>Number of passes over all training tiles. Ignored if MINUTES is set.</source>
        <translation>Nombre de passages sur toutes les tuiles d'entraînement. Ignoré si MINUTES est indiqué.</translation>
    </message>
    <message>
        <source>Training time, instead of EPOCHS: the learning-rate schedule follows the clock. Opening the tiles, trials before and the metrics at the end take additional time. If PSNR selects the weights, the log estimates the gain from twice the time. Blank: EPOCHS decides.</source>
        <translation>Durée de l'entraînement, au lieu de EPOCHS : le plan du taux d'apprentissage suit l'horloge. L'ouverture des tuiles, les essais préalables et les métriques finales prennent du temps en plus. Si le PSNR choisit les poids, le journal estime le gain d'une durée double. Vide : EPOCHS décide.</translation>
    </message>
    <message>
        <source>Patches per step. A larger batch gives steadier gradients, needs more memory, and makes fewer steps per epoch; use 16 or more on a graphics card. 0 finds the largest batch that fits.</source>
        <translation>Imagettes par pas. Un lot plus grand donne des gradients plus stables, demande plus de mémoire et donne moins de pas par époque ; 16 ou plus sur une carte graphique. 0 cherche le plus grand lot qui tient en mémoire.</translation>
    </message>
    <message>
        <source>The largest learning rate of the training. Small networks tolerate 0.001, wide ones (256 features) 0.0001. Blank finds it by a short trial, as the log reports.</source>
        <translation>Taux d'apprentissage maximal de l'entraînement. Les petits réseaux supportent 0,001, les larges (256 caractéristiques) 0,0001. Vide : déterminé par un court essai, comme l'indique le journal.</translation>
    </message>
    <message>
        <source>The trained model package (.srpk).</source>
        <translation>Le paquet de modèle entraîné (.srpk).</translation>
    </message>
    <message>
        <source>Training report</source>
        <translation>Rapport d'entraînement</translation>
    </message>
    <message>
        <source>Self-contained page with settings, learning curves, figures and pictures.</source>
        <translation>Page autonome avec réglages, courbes d'apprentissage, chiffres et images.</translation>
    </message>
    <message>
        <source>Frozen blocks</source>
        <translation>Blocs gelés</translation>
    </message>
    <message>
        <source>Number of first blocks of the network, or below 1 their share, that keep the weights of PRETRAINED. For few tiles of other land. Blank: all blocks are trained.</source>
        <translation>Nombre des premiers blocs du réseau, ou en dessous de 1 leur part, qui gardent les poids de PRETRAINED. Pour quelques tuiles d'un autre terrain. Vide : tous les blocs apprennent.</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimiseur</translation>
    </message>
    <message>
        <source>Computes each step from the gradients.</source>
        <translation>Calcule chaque pas à partir des gradients.</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Each weight's step is its average gradient in units of that gradient's usual size (Kingma and Ba 2015). What
nearly all published super-resolution networks were trained with.</source>
        <translation>Le pas de chaque poids est son gradient moyen rapporté à la taille habituelle de ce gradient (Kingma et Ba 2015). Ce avec quoi presque tous les réseaux de super-résolution publiés ont été entraînés.</translation>
    </message>
    <message>
        <source>Decay of averages</source>
        <translation>Décroissance des moyennes</translation>
    </message>
    <message>
        <source>Shares of the averages of gradients and of their squares that each step keeps; 0.5,0.999 and 0.9,0.99 are common against a discriminator. The schedule one_cycle moves the first.</source>
        <translation>Parts des moyennes des gradients et de leurs carrés que conserve chaque pas ; 0.5,0.999 et 0.9,0.99 sont usuels face à un discriminateur. Le calendrier one_cycle fait varier la première.</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Epsilon</translation>
    </message>
    <message>
        <source>Keeps steps finite where gradients vanish; larger is steadier.</source>
        <translation>Garde les pas finis là où les gradients s'annulent ; plus il est grand, plus c'est stable.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Décroissance des poids (weight decay)</translation>
    </message>
    <message>
        <source>Factor on the weights that is added to their gradients, against overfitting to few tiles. 0: none.</source>
        <translation>Facteur des poids qui est ajouté à leurs gradients, contre le surapprentissage de quelques tuiles. 0 : aucun.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adam whose weight decay shrinks the weights themselves and does not pass through the averages of gradients
(Loshchilov and Hutter 2019). For transformers such as sr3_uvit, and where there are few tiles.</source>
        <translation>Adam dont la décroissance réduit les poids eux-mêmes sans passer par les moyennes des gradients (Loshchilov et Hutter 2019). Pour les transformers tels que sr3_uvit, et lorsqu'il y a peu de tuiles.</translation>
    </message>
    <message>
        <source>Share of each weight that a step at learning rate 1 would take away, against overfitting to few tiles.</source>
        <translation>Part de chaque poids qu'un pas au taux d'apprentissage 1 retirerait, contre le surapprentissage de quelques tuiles.</translation>
    </message>
    <message>
        <source>Learning-rate schedule</source>
        <translation>Calendrier du taux d'apprentissage</translation>
    </message>
    <message>
        <source>How the learning rate changes during the training.</source>
        <translation>Comment le taux d'apprentissage évolue pendant l'entraînement.</translation>
    </message>
    <message>
        <source>The learning rate stays the same: for a training that PATIENCE ends, best together with EMA, which replaces the
fall.</source>
        <translation>Le taux d'apprentissage reste le même : pour un entraînement que PATIENCE termine, de préférence avec EMA, qui remplace la baisse.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Montée progressive</translation>
    </message>
    <message>
        <source>Share of all steps over which the learning rate rises to its full size.</source>
        <translation>Part de tous les pas au cours de laquelle le taux d'apprentissage monte jusqu'à sa pleine valeur.</translation>
    </message>
    <message>
        <source>The learning rate rises over the first steps and then falls to zero along half a cosine (Loshchilov and Hutter
2017, without restarts).</source>
        <translation>Le taux d'apprentissage monte pendant les premiers pas, puis baisse jusqu'à zéro le long d'un demi-cosinus (Loshchilov et Hutter 2017, sans redémarrages).</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>Un cycle</translation>
    </message>
    <message>
        <source>The learning rate rises from a small part of LEARNING_RATE to all of it and falls to almost nothing, along
cosines, while momentum does the opposite (Smith and Topin 2018, "Super-convergence"). It tolerates a larger
LEARNING_RATE than the others and suits short trainings.</source>
        <translation>Le taux d'apprentissage monte d'une petite part de LEARNING_RATE à sa totalité, puis baisse jusqu'à presque rien, le long de cosinus, tandis que l'inertie (momentum) fait l'inverse (Smith et Topin 2018, « Super-convergence »). Ce calendrier supporte un LEARNING_RATE plus grand que les autres et convient aux entraînements courts.</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>Montée</translation>
    </message>
    <message>
        <source>Share of all steps over which the learning rate rises.</source>
        <translation>Part de tous les pas au cours de laquelle le taux d'apprentissage monte.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Début</translation>
    </message>
    <message>
        <source>LEARNING_RATE is divided by this at the first step.</source>
        <translation>LEARNING_RATE est divisé par ce nombre au premier pas.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>The learning rate of the first step is divided by this at the last.</source>
        <translation>Le taux d'apprentissage du premier pas est divisé par ce nombre au dernier.</translation>
    </message>
    <message>
        <source>Minimum momentum</source>
        <translation>Inertie minimale</translation>
    </message>
    <message>
        <source>Share of the average gradient that a step keeps where the learning rate is largest.</source>
        <translation>Part du gradient moyen que conserve un pas là où le taux d'apprentissage est le plus grand.</translation>
    </message>
    <message>
        <source>Maximum momentum</source>
        <translation>Inertie maximale</translation>
    </message>
    <message>
        <source>The same at the first and the last step.</source>
        <translation>La même au premier et au dernier pas.</translation>
    </message>
    <message>
        <source>Maximum gradient norm</source>
        <translation>Norme maximale du gradient</translation>
    </message>
    <message>
        <source>Gradients with a larger norm are scaled down to it, so that one odd batch does not undo what was learnt. 1 is usual for diffusion and adversarial training. Blank: no limit.</source>
        <translation>Les gradients de norme plus grande sont réduits à celle-ci, pour qu'un lot atypique ne défasse pas ce qui a été appris. 1 est usuel pour l'entraînement de diffusion et antagoniste. Vide : aucune limite.</translation>
    </message>
    <message>
        <source>Decay of the average of weights (EMA)</source>
        <translation>Décroissance de la moyenne des poids (EMA)</translation>
    </message>
    <message>
        <source>Share of the running average of the weights that each step keeps; the average is validated and kept in place of the last weights. 0.999 suits some thousand steps; 0 keeps the last. Blank: the objective decides, and only denoising and flow average.</source>
        <translation>Part de la moyenne glissante des poids que chaque pas conserve ; la moyenne est mesurée et conservée à la place des derniers poids. 0.999 convient à quelques milliers de pas ; 0 conserve les derniers. Vide : l'objectif décide, et seuls le débruitage et le flow matching font une moyenne.</translation>
    </message>
    <message>
        <source>Best epoch by</source>
        <translation>Meilleure époque selon</translation>
    </message>
    <message>
        <source>The model gets the weights of the epoch that is best by this on validation tiles: psnr, ssim, or the objective's own loss. Blank: psnr for the pixel objective, the loss for denoising, flow and perceptual, the last epoch for adversarial.</source>
        <translation>Le modèle reçoit les poids de l'époque qui est la meilleure ainsi sur les tuiles de validation : psnr, ssim, ou la perte propre à l'objectif (loss). Vide : psnr pour l'objectif pixel, la perte pour le débruitage, le flow matching et l'objectif perceptuel, la dernière époque pour l'objectif antagoniste.</translation>
    </message>
    <message>
        <source>Patience (epochs)</source>
        <translation>Patience (époques)</translation>
    </message>
    <message>
        <source>The training ends after this many epochs without a better one. Blank: it goes on to the last.</source>
        <translation>L'entraînement se termine après ce nombre d'époques sans une meilleure. Vide : il se poursuit jusqu'à la dernière.</translation>
    </message>
    <message>
        <source>Brightness jitter</source>
        <translation>Variation de luminosité</translation>
    </message>
    <message>
        <source>How far the brightness of patches is changed at random, both resolutions alike: × 1 ± this, and ± this many standard deviations of each band. 0.1 or 0.2 helps with images of other days or sensors. 0: no change.</source>
        <translation>De combien la luminosité des imagettes est modifiée au hasard, de la même façon aux deux résolutions : × 1 ± cette valeur, et ± ce nombre d'écarts-types de chaque bande. 0.1 ou 0.2 aide pour des images d'autres jours ou d'autres capteurs. 0 : aucune modification.</translation>
    </message>
    <message>
        <source>CutBlur</source>
        <translation>CutBlur</translation>
    </message>
    <message>
        <source>Share of the patches whose input is made sharp in one rectangle, or everywhere outside it (Yoo et al. 2020): it teaches where to sharpen, for images that are sharper than the tiles' low-resolution side. 0: none.</source>
        <translation>Part des imagettes dont l'entrée est rendue nette dans un rectangle, ou partout en dehors (Yoo et al. 2020) : cela enseigne où affiner, pour des images plus nettes que le côté à basse résolution des tuiles. 0 : aucune.</translation>
    </message>
    <message>
        <source>TensorBoard folder</source>
        <translation>Dossier TensorBoard</translation>
    </message>
    <message>
        <source>Curves, and pictures of some validation tiles, are written below this folder during the training; view them with: tensorboard --logdir FOLDER. Every model has its own folder there, named like its file. Blank: none.</source>
        <translation>Des courbes, et des images de quelques tuiles de validation, sont écrites dans ce dossier pendant l'entraînement ; consultez-les avec : tensorboard --logdir FOLDER. Chaque modèle y a son propre dossier, nommé comme son fichier. Vide : aucun.</translation>
    </message>
    <message>
        <source>Width and height of the random patches cut from the tiles; at most the size of a low-resolution tile. Blank: 32, or less where tiles are smaller, as the log says.</source>
        <translation>Largeur et hauteur des extraits aléatoires pris dans les tuiles ; au plus la taille d'une tuile à basse résolution. Vide : 32, ou moins si les tuiles sont plus petites, comme le dit le journal.</translation>
    </message>
    <message>
        <source>The same seed on the same device gives the same model, unless MINUTES ends the training.</source>
        <translation>La même graine sur le même matériel entraîne à nouveau le même modèle, sauf si MINUTES met fin à l'entraînement.</translation>
    </message>
    <message>
        <source>Where to compute: auto takes an NVIDIA (cuda) or Apple (mps) graphics card if there is one. A number chooses among several cards, from 0.</source>
        <translation>Où calculer : auto prend une carte graphique NVIDIA (cuda) ou Apple (mps) s'il y en a une. Un numéro choisit parmi plusieurs cartes, à partir de 0.</translation>
    </message>
    <message>
        <source>Licence of the model, such as CC-BY-4.0, which is written into the package. Blank: the licence of the model that training started from, if it has one.</source>
        <translation>Licence du modèle, par exemple CC-BY-4.0, qui est inscrite dans le paquet. Vide : la licence du modèle dont l'entraînement est parti, s'il en a une.</translation>
    </message>
    <message>
        <source>Minutes between checkpoints</source>
        <translation>Minutes entre les points de reprise</translation>
    </message>
    <message>
        <source>How often the state of the training is saved to a file beside the model that ends in .checkpoint, from which RESUME continues after an interruption. It is removed when the model is saved. 0: never.</source>
        <translation>À quel intervalle l'état de l'entraînement est enregistré dans un fichier à côté du modèle, qui se termine par .checkpoint et à partir duquel RESUME poursuit après une interruption. Il est supprimé lorsque le modèle est enregistré. 0 : jamais.</translation>
    </message>
    <message>
        <source>Continue from checkpoint</source>
        <translation>Poursuivre à partir d'un point de reprise</translation>
    </message>
    <message>
        <source>Checkpoint of an interrupted training to continue from. All other settings must be unchanged, except the learning rate. In a job file also auto: OUTPUT.checkpoint if it exists, otherwise from the beginning.</source>
        <translation>Point de reprise d'un entraînement interrompu à continuer. Tous les autres paramètres doivent être inchangés, sauf le taux d'apprentissage. Dans un fichier de tâche aussi auto : OUTPUT.checkpoint s'il existe, sinon depuis le début.</translation>
    </message>
    <message>
        <source>neural network</source>
        <translation>réseau de neurones</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>ajuster</translation>
    </message>
    <message>
        <source>learn</source>
        <translation>apprendre</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio on the test tiles, or on the validation tiles where there are no test tiles.</source>
        <translation>Rapport signal sur bruit de crête sur les tuiles de test, ou sur celles de validation s'il n'y a pas de tuiles de test.</translation>
    </message>
    <message>
        <source>What bicubic resampling reaches on the same tiles.</source>
        <translation>Ce qu'atteint le rééchantillonnage bicubique sur les mêmes tuiles.</translation>
    </message>
    <message>
        <source>Sentinel-2: ten bands from 10 m to 5 m</source>
        <translation>Sentinel-2 : dix bandes, de 10 m à 5 m</translation>
    </message>
    <message>
        <source>Learnt from pairs of Sentinel-2 and VENµS (SEN2VENµS). Its bands of 20 m must be brought to 10 m first.</source>
        <translation>Appris de paires de Sentinel-2 et VENµS (SEN2VENµS). Ses bandes de 20 m doivent d'abord être amenées à 10 m.</translation>
    </message>
    <message>
        <source>Sentinel-2: red, green, blue and near infrared from 10 m to 2.5 m</source>
        <translation>Sentinel-2 : rouge, vert, bleu et proche infrarouge, de 10 m à 2,5 m</translation>
    </message>
    <message>
        <source>For reflectance (L2A); the offset of processing baseline 04.00 must be subtracted. CONSISTENCY takes the place of the published model's Fourier filter.</source>
        <translation>Pour la réflectance (L2A) ; le décalage de la version de traitement 04.00 doit être retiré. CONSISTENCY remplace le filtre de Fourier du modèle publié.</translation>
    </message>
    <message>
        <source>Sentinel-2: red edge and short-wave infrared from 20 m to 10 m</source>
        <translation>Sentinel-2 : red edge et infrarouge à ondes courtes, de 20 m à 10 m</translation>
    </message>
    <message>
        <source>A fusion model for Sentinel-2: ten bands at 10 m, or finer. CONSISTENCY takes the place of the published model's Fourier filter.</source>
        <translation>Un modèle de fusion pour « Sentinel-2 : dix bandes à 10 m, ou plus fin ». CONSISTENCY remplace le filtre de Fourier du modèle publié.</translation>
    </message>
    <message>
        <source>Sentinel-2: red edge and short-wave infrared from 10 m to 2.5 m</source>
        <translation>Sentinel-2 : red edge et infrarouge à ondes courtes, de 10 m à 2,5 m</translation>
    </message>
    <message>
        <source>Its bands must be at 10 m, as SEN2SRLite RSWIR makes them, and its guide at 2.5 m, as SEN2SRLite RGBN makes it. CONSISTENCY takes the place of the published model's Fourier filter.</source>
        <translation>Ses bandes doivent être à 10 m, comme les fait SEN2SRLite RSWIR, et son guide à 2,5 m, comme le fait SEN2SRLite RGBN. CONSISTENCY remplace le filtre de Fourier du modèle publié.</translation>
    </message>
    <message>
        <source>Aerial and drone images in red, green and blue; learnt from photographs</source>
        <translation>Images aériennes et de drone en rouge, vert et bleu ; appris de photographies</translation>
    </message>
</context>
</TS>
