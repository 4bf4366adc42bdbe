<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>finer</name>
    <message>
        <source>Show the catalogue</source>
        <translation>Mostrar el catálogo</translation>
    </message>
    <message>
        <source>The catalogue has what fits {layer} better: {names}.</source>
        <translation>El catálogo tiene lo que encaja mejor con {layer}: {names}.</translation>
    </message>
    <message>
        <source>No model on this computer fits {layer}. The catalogue has: {names}.</source>
        <translation>Ningún modelo de este equipo encaja con {layer}. El catálogo tiene: {names}.</translation>
    </message>
    <message>
        <source>No model on this computer or in the catalogue fits {layer}: choose one anyway, or train one.</source>
        <translation>Ningún modelo de este equipo ni del catálogo encaja con {layer}: elija uno de todos modos o entrene uno.</translation>
    </message>
    <message>
        <source>{band} (the raster has no such band)</source>
        <translation>{band} (el ráster no tiene esa banda)</translation>
    </message>
    <message>
        <source>No raster is chosen</source>
        <translation>Ningún ráster elegido</translation>
    </message>
    <message>
        <source>All bands</source>
        <translation>Todas las bandas</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>Catálogo</translation>
    </message>
    <message>
        <source>Set up now</source>
        <translation>Instalar ahora</translation>
    </message>
    <message>
        <source>Those that the model expects</source>
        <translation>Las que espera el modelo</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Models that come with Finer, and those in your model library</source>
        <translation>Modelos que vienen con Finer y los de su biblioteca de modelos</translation>
    </message>
    <message>
        <source>Try it here…</source>
        <translation>Probar aquí…</translation>
    </message>
    <message>
        <source>Shows the results of several models for the middle of the map, side by side</source>
        <translation>Muestra, unos junto a otros, los resultados de varios modelos en el centro del mapa</translation>
    </message>
    <message>
        <source>None yet: train or import one</source>
        <translation>Ninguno todavía: entrene o importe uno</translation>
    </message>
    <message>
        <source>{bands}, pixels {ratio} times as fine</source>
        <translation>{bands}, píxeles {ratio} veces más finos</translation>
    </message>
    <message>
        <source>{size} m</source>
        <translation>{size} m</translation>
    </message>
    <message>
        <source>Network in ONNX</source>
        <translation>Red en ONNX</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autores</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descarga</translation>
    </message>
    <message>
        <source>Name in the library</source>
        <translation>Nombre en la biblioteca</translation>
    </message>
    <message>
        <source>this model</source>
        <translation>este modelo</translation>
    </message>
    <message>
        <source>bicubic</source>
        <translation>bicúbico</translation>
    </message>
    <message>
        <source>Left: before. Right: after.</source>
        <translation>Izquierda: antes. Derecha: después.</translation>
    </message>
    <message>
        <source>Not for commercial use</source>
        <translation>No para uso comercial</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin definir</translation>
    </message>
    <message>
        <source>{value} (the model's)</source>
        <translation>{value} (del modelo)</translation>
    </message>
    <message>
        <source>{value} (default)</source>
        <translation>{value} (predeterminado)</translation>
    </message>
    <message>
        <source>{title}: options</source>
        <translation>{title}: opciones</translation>
    </message>
    <message>
        <source>Options that have no field here, as name=value. Unknown options are rejected when the algorithm runs.</source>
        <translation>Opciones que no tienen campo aquí, como nombre=valor. Las opciones desconocidas se rechazan al ejecutar.</translation>
    </message>
    <message>
        <source>Other options</source>
        <translation>Otras opciones</translation>
    </message>
    <message>
        <source>{columns} × {rows} pixels</source>
        <translation>{columns} × {rows} píxeles</translation>
    </message>
    <message>
        <source>The model was trained on pixels of {trained} m and the layer's are {here} m: expect worse results than its metrics say.</source>
        <translation>El modelo se entrenó con píxeles de {trained} m y los de la capa son de {here} m: espere resultados peores que sus cifras.</translation>
    </message>
    <message>
        <source>The model was trained on {trained} pixels and the layer's are {have}: set Gain so that pixel value × gain + offset is the physical value.</source>
        <translation>El modelo se entrenó con píxeles {trained} y los de la capa son {have}: ponga Ganancia de modo que valor de píxel × ganancia + desplazamiento sea el valor físico.</translation>
    </message>
    <message>
        <source>pixels of {size} m</source>
        <translation>píxeles de {size} m</translation>
    </message>
    <message>
        <source>before it is warped to the target grid</source>
        <translation>antes de reproyectarlo a la cuadrícula de destino</translation>
    </message>
    <message>
        <source>at most {size} on the disk</source>
        <translation>como máximo {size} en disco</translation>
    </message>
    <message>
        <source>about {time} on {device}, as when it last ran here</source>
        <translation>unos {time} en {device}, como en la última ejecución aquí</translation>
    </message>
    <message>
        <source>The model expects {wanted} bands ({names}), but this layer provides only a red, green and blue image: choose another model or layer.</source>
        <translation>El modelo requiere {wanted} bandas ({names}), y esta capa solo da una imagen en rojo, verde y azul: elija otro modelo u otra capa.</translation>
    </message>
    <message>
        <source>The model expects {wanted} bands ({names}), and {have} are chosen in Bands.</source>
        <translation>El modelo requiere {wanted} bandas ({names}) y en Bandas se han elegido {have}.</translation>
    </message>
    <message>
        <source>about {time} on {device}, estimated by a short test run</source>
        <translation>unos {time} en {device}, según una ejecución corta</translation>
    </message>
    <message>
        <source>By their names, the bands that the model expects are {fitting}, and {chosen} are chosen in Bands.</source>
        <translation>Según sus nombres, las bandas que requiere el modelo son {fitting}, y en Bandas se han elegido {chosen}.</translation>
    </message>
    <message>
        <source>The model expects {wanted} bands ({names}) and the layer has {have}: choose another layer or model, or bands in this order in Bands, such as {example}, which gives it another band in place of {missing}.</source>
        <translation>El modelo requiere {wanted} bandas ({names}) y la capa tiene {have}: elija otra capa u otro modelo, o en Bandas bandas en este orden, por ejemplo {example}, lo que pone otra banda en lugar de {missing}.</translation>
    </message>
    <message>
        <source>The model expects {wanted} bands ({names}) and the layer has {have}: choose them in Bands, in this order, such as {example}.</source>
        <translation>El modelo requiere {wanted} bandas ({names}) y la capa tiene {have}: elíjalas en Bandas, en este orden, por ejemplo {example}.</translation>
    </message>
    <message>
        <source>The model expects the bands {names} and the layer's are {found}: choose another layer or model, or, if their names are wrong, set Bands, such as {example}.</source>
        <translation>El modelo requiere las bandas {names} y las de la capa son {found}: elija otra capa u otro modelo o, si sus nombres son erróneos, indique Bandas, por ejemplo {example}.</translation>
    </message>
    <message>
        <source>The layer's band names do not tell whether the bands are {names}, in this order: check, or set Bands.</source>
        <translation>Las bandas de la capa no tienen nombres que indiquen si son {names}, en este orden: compruébelo o ajuste Bandas.</translation>
    </message>
    <message>
        <source>Folder or layer</source>
        <translation>Carpeta o capa</translation>
    </message>
    <message>
        <source>A product that is unpacked (.SAFE), or one of which a layer is open</source>
        <translation>Un producto descomprimido (.SAFE), o uno del que hay una capa abierta</translation>
    </message>
    <message>
        <source>Folder of a Sentinel-2 product</source>
        <translation>Carpeta de un producto Sentinel-2</translation>
    </message>
    <message>
        <source>Folder (.SAFE)…</source>
        <translation>Carpeta (.SAFE)…</translation>
    </message>
    <message>
        <source>{program} cannot be started ({reason}).</source>
        <translation>No se puede iniciar {program} ({reason}).</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to ({reason}): name another one in the environment variable FINER_HOME.</source>
        <translation>No se puede escribir en la carpeta {folder} ({reason}): indique otra en la variable de entorno FINER_HOME.</translation>
    </message>
    <message>
        <source>PARTS must be one of {known}.</source>
        <translation>PARTS debe ser uno de {known}.</translation>
    </message>
    <message>
        <source>The folder {folder} in WHEELS does not exist: correct it or leave it blank.</source>
        <translation>La carpeta {folder} de WHEELS no existe: corríjala o déjelo en blanco.</translation>
    </message>
    <message>
        <source>Checking the engine</source>
        <translation>Comprobando el motor</translation>
    </message>
    <message>
        <source>The SR engine is already set up with these packages: there is nothing to do.</source>
        <translation>El motor SR ya está instalado con estos paquetes: no hay nada que hacer.</translation>
    </message>
    <message>
        <source>Another "Set up SR engine" is running (process {pid}): wait until it ends, or cancel it there.</source>
        <translation>Ya se está ejecutando otro «Instalar motor SR» (proceso {pid}): espere a que termine o cancélelo allí.</translation>
    </message>
    <message>
        <source>{where} names another engine, which stays in use: {path}.</source>
        <translation>{where} indica otro motor, que sigue en uso: {path}.</translation>
    </message>
    <message>
        <source>The light SR engine is ready: Python {python}, ncnn {ncnn}, {device_name}. It runs models; to train, evaluate and import them, run this again with PARTS set to complete.</source>
        <translation>El motor SR ligero está listo: Python {python}, ncnn {ncnn}, {device_name}. Aplica modelos; para entrenarlos, evaluarlos e importarlos, ejecute esto de nuevo con PARTS en complete.</translation>
    </message>
    <message>
        <source>The SR engine is ready: Python {python}, torch {torch}, {device_name}.</source>
        <translation>El motor SR está listo: Python {python}, torch {torch}, {device_name}.</translation>
    </message>
    <message>
        <source>The engine's packages are installed but do not work ({reason}): set it up with another PYTHON, or report the log.</source>
        <translation>Los paquetes del motor están instalados, pero no funcionan ({reason}): instálelo con otro PYTHON o informe del problema con el registro.</translation>
    </message>
    <message>
        <source>torch {torch} cannot use the graphics card: update the NVIDIA driver (the log may say more), or set REQUIREMENTS to "cpu".</source>
        <translation>torch {torch} no puede usar la tarjeta gráfica: actualice el controlador de NVIDIA (puede que el registro diga más) o ponga REQUIREMENTS en "cpu".</translation>
    </message>
    <message>
        <source>There is a graphics card that torch {torch} cannot use, so the engine computes on the CPU: update the NVIDIA driver (the log may say more).</source>
        <translation>Hay una tarjeta gráfica que torch {torch} no puede usar, así que el motor calcula con el procesador: actualice el controlador de NVIDIA (puede que el registro diga más).</translation>
    </message>
    <message>
        <source>The installed engine is the complete one and stays complete: PARTS=light removes nothing from it.</source>
        <translation>El motor instalado es el completo y lo sigue siendo: PARTS=light no quita nada de él.</translation>
    </message>
    <message>
        <source>The installed engine does not work: it is rebuilt.</source>
        <translation>El motor existente no funciona: se construye de nuevo.</translation>
    </message>
    <message>
        <source>Checking the engine in its place</source>
        <translation>Comprobando el motor en su ubicación</translation>
    </message>
    <message>
        <source>No Python for the engine was found on this computer: uv downloads Python {version}.</source>
        <translation>No se encontró en este equipo ningún Python para el motor: uv descarga Python {version}.</translation>
    </message>
    <message>
        <source>Installing the packages that run models</source>
        <translation>Instalando los paquetes que aplican modelos</translation>
    </message>
    <message>
        <source>Installing the other packages</source>
        <translation>Instalando los demás paquetes</translation>
    </message>
    <message>
        <source>Installing torch, the largest part</source>
        <translation>Instalando torch, la parte más grande</translation>
    </message>
    <message>
        <source>Using {python} and {installer}.</source>
        <translation>Se usan {python} y {installer}.</translation>
    </message>
    <message>
        <source>Creating the environment</source>
        <translation>Creando el entorno</translation>
    </message>
    <message>
        <source>No CUDA build of torch was found ({reason}): add an index that has one to pip's configuration, or set REQUIREMENTS to "cpu".</source>
        <translation>No se encontró ninguna compilación de torch con CUDA ({reason}): añada a la configuración de pip un índice que la tenga o ponga REQUIREMENTS en "cpu".</translation>
    </message>
    <message>
        <source>A CPU build ({build}) was found neither in your own package indexes and folders nor at {index}. Installing the build that your own indexes and folders offer: if it is a CUDA build, it is several gigabytes larger.</source>
        <translation>No se encontró una compilación para CPU ({build}) ni en sus propios índices y carpetas de paquetes ni en {index}. Se instala la compilación que ofrecen sus propios índices y carpetas: si es de CUDA, ocupa varios gigabytes más.</translation>
    </message>
    <message>
        <source>{build} is not there: trying {index} as well.</source>
        <translation>{build} no está ahí: se consulta también {index}.</translation>
    </message>
    <message>
        <source>The SR engine ended without a result (exit status {code}; {reason}). The log has the details.</source>
        <translation>El motor SR terminó sin resultado (código de salida {code}; {reason}). El registro contiene los detalles.</translation>
    </message>
    <message>
        <source>The installation failed ({line}). The log has the details.</source>
        <translation>La instalación ha fallado ({line}). El registro contiene los detalles.</translation>
    </message>
    <message>
        <source>The SR engine was ended by the system ({how}), most likely because memory ran out: use a smaller TILE_SIZE, PATCH_SIZE or BATCH_SIZE, or close other programs.</source>
        <translation>El sistema ha terminado el motor SR ({how}), muy probablemente por falta de memoria: use un TILE_SIZE, PATCH_SIZE o BATCH_SIZE menor, o cierre otros programas.</translation>
    </message>
    <message>
        <source>The disk is full ({line}): free disk space in {home}, or name a folder on a larger disk in FINER_HOME.</source>
        <translation>El disco está lleno ({line}): libere espacio en {home} o indique en FINER_HOME una carpeta en un disco mayor.</translation>
    </message>
    <message>
        <source>The package index's certificate is not trusted ({line}): your network probably inspects TLS. Name your organisation's certificate file with "pip config set global.cert FILE", or in SSL_CERT_FILE.</source>
        <translation>El certificado del índice de paquetes no es de confianza ({line}): probablemente su red inspecciona TLS. Indique el archivo de certificado de su organización con "pip config set global.cert FILE" o en SSL_CERT_FILE.</translation>
    </message>
    <message>
        <source>The proxy refused or could not be reached ({line}): correct it in QGIS' options, in HTTPS_PROXY or in pip's configuration.</source>
        <translation>El proxy ha rechazado la conexión o no está accesible ({line}): corríjalo en las opciones de QGIS, en HTTPS_PROXY o en la configuración de pip.</translation>
    </message>
    <message>
        <source>The package index requires other credentials ({line}): correct them in pip's configuration.</source>
        <translation>El índice de paquetes requiere otras credenciales ({line}): corríjalas en la configuración de pip.</translation>
    </message>
    <message>
        <source>A download is damaged ({line}): run it again, or clear the cache of pip or uv.</source>
        <translation>Una descarga está dañada ({line}): ejecútelo de nuevo o vacíe la caché de pip o de uv.</translation>
    </message>
    <message>
        <source>The package index could not be reached ({line}): check the connection and the proxy in QGIS' options, or name a folder of downloaded packages in WHEELS.</source>
        <translation>No se pudo acceder al índice de paquetes ({line}): compruebe la conexión y el proxy en las opciones de QGIS, o indique en WHEELS una carpeta de paquetes descargados.</translation>
    </message>
    <message>
        <source>The engine's folder cannot be written to ({line}): name another in FINER_HOME.</source>
        <translation>No se puede escribir en la carpeta del motor ({line}): indique otra en FINER_HOME.</translation>
    </message>
    <message>
        <source>A package is not offered for this computer and Python {version} ({line}): check the indexes and their passwords in pip's configuration, or the folder in WHEELS, or choose another PYTHON.</source>
        <translation>Un paquete no se ofrece para este equipo y Python {version} ({line}): compruebe los índices y sus contraseñas en la configuración de pip, o la carpeta de WHEELS, o elija otro PYTHON.</translation>
    </message>
    <message>
        <source>The SR engine crashed in native code ({how}): run it again with DEVICE=cpu, update the graphics driver, or run "Set up SR engine" again. The log shows where it was.</source>
        <translation>El motor SR ha fallado en código nativo ({how}): ejecútelo de nuevo con DEVICE=cpu, actualice el controlador gráfico o vuelva a ejecutar «Instalar motor SR». El registro muestra dónde ocurrió.</translation>
    </message>
    <message>
        <source>The SR engine cannot load a system library ({how}): install the package that has it, which on Windows is the Microsoft Visual C++ Redistributable (https://aka.ms/vs/17/release/vc_redist.x64.exe).</source>
        <translation>El motor SR no puede cargar una biblioteca del sistema ({how}): instale el paquete que la contiene; en Windows es Microsoft Visual C++ Redistributable (https://aka.ms/vs/17/release/vc_redist.x64.exe).</translation>
    </message>
    <message>
        <source>The SR engine was stopped by another program ({how}): run it again.</source>
        <translation>Otro programa ha detenido el motor SR ({how}): ejecútelo de nuevo.</translation>
    </message>
    <message>
        <source>The SR engine at {python} cannot start ({reason}): run "Set up SR engine" in the Processing toolbox again, or correct FINER_ENGINE_PYTHON or the setting finer/engine_python if that names it.</source>
        <translation>El motor SR en {python} no puede iniciarse ({reason}): ejecute de nuevo «Instalar motor SR» en la Caja de herramientas de Procesos, o corrija FINER_ENGINE_PYTHON o el ajuste finer/engine_python si es lo que lo indica.</translation>
    </message>
    <message>
        <source>{folder} could not be moved or removed ({reason}): wait for running jobs, close other QGIS windows, then run "Set up SR engine" again.</source>
        <translation>No se pudo mover o eliminar {folder} ({reason}): espere a que acaben los trabajos en curso, cierre las demás ventanas de QGIS y ejecute de nuevo «Instalar motor SR».</translation>
    </message>
    <message>
        <source>There is a graphics card, which the light SR engine uses with DEVICE set to vulkan; PyTorch uses it too: run "Set up SR engine" with PARTS set to complete.</source>
        <translation>Hay una tarjeta gráfica, que el motor SR ligero usa con DEVICE en vulkan; PyTorch también la usa: ejecute «Instalar motor SR» con PARTS en complete.</translation>
    </message>
    <message>
        <source>There is a graphics card, but torch {torch} cannot use it: update the NVIDIA driver.</source>
        <translation>Hay una tarjeta gráfica, pero torch {torch} no puede usarla: actualice el controlador de NVIDIA.</translation>
    </message>
    <message>
        <source>There is a graphics card, but torch {torch} is a CPU build: run "Set up SR engine" with REQUIREMENTS set to cuda.</source>
        <translation>Hay una tarjeta gráfica, pero torch {torch} es una compilación para CPU: ejecute «Instalar motor SR» con REQUIREMENTS en cuda.</translation>
    </message>
    <message>
        <source>No Python {oldest} to {newest} was found: install one (from python.org, with your system's packages, or "uv python install") or name one in PYTHON.</source>
        <translation>No se encontró Python {oldest} a {newest}: instale uno (de python.org, con los paquetes de su sistema o con "uv python install") o indíquelo en PYTHON.</translation>
    </message>
    <message>
        <source>{python} cannot make environments, because its venv module is not complete: on Debian and Ubuntu run "sudo apt install python3-venv"; or install uv; or name another Python in PYTHON.</source>
        <translation>{python} no puede crear entornos porque su módulo venv está incompleto: en Debian y Ubuntu ejecute "sudo apt install python3-venv"; o instale uv; o indique otro Python en PYTHON.</translation>
    </message>
    <message>
        <source>{path} is not a working Python: correct PYTHON or leave it blank.</source>
        <translation>{path} no es un Python que funcione: corrija PYTHON o déjelo en blanco.</translation>
    </message>
    <message>
        <source>{python} does not fit: the SR engine needs 64-bit CPython {oldest} to {newest}.</source>
        <translation>{python} no sirve: el motor SR necesita CPython de 64 bits, {oldest} a {newest}.</translation>
    </message>
    <message>
        <source>This tool needs the complete SR engine, with PyTorch (300 MB to download, more for NVIDIA cards). The light one, which is set up, only runs models.</source>
        <translation>Esta herramienta necesita el motor SR completo, con PyTorch (300 MB de descarga, más para tarjetas NVIDIA). El ligero, que está instalado, solo aplica modelos.</translation>
    </message>
    <message>
        <source>This model needs the complete SR engine, with PyTorch (300 MB to download, more for NVIDIA cards): the light one, which is set up, runs only convolutional models saved by this version of Finer or a later one.</source>
        <translation>Este modelo necesita el motor SR completo, con PyTorch (300 MB de descarga, más para tarjetas NVIDIA): el ligero, que está instalado, solo aplica modelos convolucionales guardados por esta versión de Finer o una posterior.</translation>
    </message>
    <message>
        <source>The SR engine is not set up yet: run "Set up SR engine" in the Processing toolbox, or "qgis_process run finer:setup_engine".</source>
        <translation>El motor SR aún no está instalado: ejecute «Instalar motor SR» en la Caja de herramientas de Procesos o "qgis_process run finer:setup_engine".</translation>
    </message>
    <message>
        <source>The Python that the SR engine was built on is gone ({path}), perhaps since it was upgraded: run "Set up SR engine" in the Processing toolbox again.</source>
        <translation>El Python sobre el que se construyó el motor SR ya no está ({path}), quizá por una actualización: ejecute de nuevo «Instalar motor SR» en la Caja de herramientas de Procesos.</translation>
    </message>
    <message>
        <source>The SR engine, which does the computing, is not set up on this computer yet.</source>
        <translation>El motor SR, que realiza los cálculos, aún no está instalado en este equipo.</translation>
    </message>
    <message>
        <source>{where} names {path} as the SR engine's Python, which is not a program: correct it, or remove it and run "Set up SR engine" in the Processing toolbox.</source>
        <translation>{where} indica {path} como Python del motor SR, y eso no es un programa: corríjalo, o elimínelo y ejecute «Instalar motor SR» en la Caja de herramientas de Procesos.</translation>
    </message>
    <message>
        <source>REQUIREMENTS must be one of {known}.</source>
        <translation>REQUIREMENTS debe ser uno de {known}.</translation>
    </message>
    <message>
        <source>CUDA is not available on macOS: set REQUIREMENTS to "auto", which also uses Apple's GPU.</source>
        <translation>No hay CUDA para macOS: ponga REQUIREMENTS en "auto", que también usa la GPU de Apple.</translation>
    </message>
    <message>
        <source>Installed: the light engine, which runs models, pansharpens and finds scenes. To export tiles, and to train, evaluate or import models, run "Set up SR engine" with PARTS set to complete.</source>
        <translation>Instalado: el motor ligero, que aplica modelos, hace pansharpening y busca escenas. Para exportar teselas y para entrenar, evaluar o importar modelos, ejecute «Instalar motor SR» con PARTS en complete.</translation>
    </message>
    <message>
        <source>Ready: computes on {device_name}.</source>
        <translation>Listo: calcula en {device_name}.</translation>
    </message>
    <message>
        <source>Not ready.</source>
        <translation>No está listo.</translation>
    </message>
    <message>
        <source>Installed: the complete engine, with PyTorch, which runs all tools.</source>
        <translation>Instalado: el motor completo, con PyTorch, que ejecuta todas las herramientas.</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>Complemento</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>The packages belong to another version of Finer: run "Set up SR engine" to update them.</source>
        <translation>Los paquetes son de otra versión de Finer: ejecute «Instalar motor SR» para actualizarlos.</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Intérprete</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Encontrado mediante</translation>
    </message>
    <message>
        <source>CUDA of torch</source>
        <translation>CUDA de torch</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Graphics cards</source>
        <translation>Tarjetas gráficas</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Instalado</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Perfil</translation>
    </message>
    <message>
        <source>Installer</source>
        <translation>Instalador</translation>
    </message>
    <message>
        <source>Plugin folder</source>
        <translation>Carpeta del complemento</translation>
    </message>
    <message>
        <source>Folder for engine and models</source>
        <translation>Carpeta para el motor y los modelos</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>Espacio libre en disco</translation>
    </message>
    <message>
        <source>QGIS' Python</source>
        <translation>Python de QGIS</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistema</translation>
    </message>
    <message>
        <source>SR engine</source>
        <translation>Motor SR</translation>
    </message>
    <message>
        <source>the default place</source>
        <translation>la ubicación predeterminada</translation>
    </message>
    <message>
        <source>none found by NVIDIA's driver</source>
        <translation>ninguna encontrada por el controlador de NVIDIA</translation>
    </message>
    <message>
        <source>not installed: pip is used</source>
        <translation>no instalado: se usa pip</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>The packages were installed and {package} is not among them: set the engine up on another PYTHON, or report the log.</source>
        <translation>Los paquetes se instalaron y {package} no está entre ellos: instale el motor con otro PYTHON, o informe del registro.</translation>
    </message>
    <message>
        <source>The packages went to {path} instead of {folder}: remove what redirects them (target, prefix or user in pip's configuration) and run it again.</source>
        <translation>Los paquetes fueron a {path} en vez de a {folder}: elimine lo que los redirige (target, prefix o user en la configuración de pip) y ejecútelo de nuevo.</translation>
    </message>
    <message>
        <source>The indexes in pip's configuration supplied torch {torch}, which cannot use a graphics card: add an index that has a CUDA build, or set REQUIREMENTS to "cpu".</source>
        <translation>Los índices de la configuración de pip han dado torch {torch}, que no puede usar una tarjeta gráfica: añada un índice que tenga una compilación con CUDA o ponga REQUIREMENTS en "cpu".</translation>
    </message>
    <message>
        <source>The SR engine has packages of another version of Finer: run "Set up SR engine" to renew it.</source>
        <translation>El motor SR tiene paquetes de otra versión de Finer: ejecute «Instalar motor SR» para renovarlo.</translation>
    </message>
    <message>
        <source>Set up SR engine</source>
        <translation>Instalar motor SR</translation>
    </message>
    <message>
        <source>Installs the SR engine, with or without PyTorch, into its own folder.</source>
        <translation>Instala el motor SR, con o sin PyTorch, en una carpeta propia.</translation>
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
        <translation>Instala el motor, que hace los cálculos, en un entorno de Python propio: el Python de QGIS no se modifica. Hace falta una vez, y de nuevo cuando una actualización de Finer requiera otros paquetes. Un motor que funciona no se modifica.

El motor ligero aplica modelos, hace pansharpening y busca escenas; es pequeño y se instala en un minuto. El motor completo incluye PyTorch; además exporta teselas, entrena, evalúa e importa modelos, y aplica modelos de difusión y ONNX.

El motor nuevo se construye junto al antiguo y solo lo sustituye tras superar una prueba. Cancelar deja todo como estaba.

Los paquetes vienen de las fuentes de su configuración de pip (índices, carpetas, proxy, certificados), con el proxy de las opciones de QGIS. Los instala uv si está presente; si no, pip.</translation>
    </message>
    <message>
        <source>SR engine status</source>
        <translation>Estado del motor SR</translation>
    </message>
    <message>
        <source>Reports whether the SR engine works, on which device, and what to do if it does not.</source>
        <translation>Indica si el motor SR funciona, en qué dispositivo, y qué hacer si no funciona.</translation>
    </message>
    <message>
        <source>Tests the SR engine with a real computation and reports whether it works, its device and versions, and what to do if it does not work. Include this text when you report a problem: it contains no passwords.</source>
        <translation>Prueba el motor SR con un cálculo real e indica si funciona, su dispositivo y sus versiones, y qué hacer si no funciona. Incluya este texto cuando informe de un problema: no contiene contraseñas.</translation>
    </message>
    <message>
        <source>light: runs models (80 MB to download, 0.3 GB on the disk). complete: also trains, evaluates and imports them, with PyTorch (300 MB to download, 1.4 GB on the disk; more for NVIDIA cards). auto: the parts that are installed; if none are, light, or complete if the build is set to cuda. A complete engine stays complete.</source>
        <translation>light: aplica modelos (80 MB de descarga, 0,3 GB en disco). complete: también los entrena, evalúa e importa, con PyTorch (300 MB de descarga, 1,4 GB en disco; más para tarjetas NVIDIA). auto: las partes instaladas; si no hay ninguna, light, o complete si la compilación está en cuda. Un motor completo sigue completo.</translation>
    </message>
    <message>
        <source>The build of PyTorch in the complete engine. cpu: for any computer. cuda: for an NVIDIA graphics card (several GB). auto: cuda if NVIDIA's driver knows a card, else cpu. On a Mac all use Apple's GPU.</source>
        <translation>La compilación de PyTorch del motor completo. cpu: para cualquier equipo. cuda: para una tarjeta gráfica NVIDIA (varios GB). auto: cuda si el controlador de NVIDIA conoce una tarjeta; si no, cpu. En un Mac todos usan la GPU de Apple.</translation>
    </message>
    <message>
        <source>Also install Dask (10 MB), with which large results are computed, and tiles cut, in several processes of this computer or on a cluster. If the engine has Dask already, it stays.</source>
        <translation>Instalar también Dask (10 MB), con el que se calculan resultados grandes y se recortan teselas en varios procesos de este ordenador o en un clúster. Si el motor ya tiene Dask, se queda.</translation>
    </message>
    <message>
        <source>Path of a Python 3.11 to 3.14. Blank uses QGIS' own or another one found on this computer.</source>
        <translation>Ruta de un Python de 3.11 a 3.14. En blanco: el de QGIS u otro encontrado en este ordenador.</translation>
    </message>
    <message>
        <source>For a computer without internet: a folder with all packages as wheels. Fill it on a computer with the same system and Python version, with "pip download -d FOLDER -r sr_core/requirements.txt" (requirements-light.txt for PARTS=light); for the smaller CPU build on Linux add "--extra-index-url {index}"; for an NVIDIA graphics card add "{gpu}". No other source is used.</source>
        <translation>Para un equipo sin internet: una carpeta con todos los paquetes como wheels. Llénela en un equipo con el mismo sistema y la misma versión de Python, con "pip download -d FOLDER -r sr_core/requirements.txt" (requirements-light.txt para PARTS=light); para la compilación para CPU, más pequeña, en Linux añada "--extra-index-url {index}"; para una tarjeta gráfica NVIDIA añada "{gpu}". No se usa ninguna otra fuente.</translation>
    </message>
    <message>
        <source>Python of the engine</source>
        <translation>Python del motor</translation>
    </message>
    <message>
        <source>Path of its interpreter.</source>
        <translation>Ruta de su intérprete.</translation>
    </message>
    <message>
        <source>Device it computes on</source>
        <translation>Dispositivo en el que calcula</translation>
    </message>
    <message>
        <source>cpu, cuda (NVIDIA) or mps (Apple).</source>
        <translation>cpu, cuda (NVIDIA) o mps (Apple).</translation>
    </message>
    <message>
        <source>Installed parts</source>
        <translation>Partes instaladas</translation>
    </message>
    <message>
        <source>light or complete.</source>
        <translation>light (ligero) o complete (completo).</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Instalar</translation>
    </message>
    <message>
        <source>Compute on</source>
        <translation>Calcular en</translation>
    </message>
    <message>
        <source>Several processes and clusters</source>
        <translation>Varios procesos y clústeres</translation>
    </message>
    <message>
        <source>Python to build on</source>
        <translation>Python sobre el que construir</translation>
    </message>
    <message>
        <source>Folder of packages (offline)</source>
        <translation>Carpeta de paquetes (sin conexión)</translation>
    </message>
    <message>
        <source>Status (Markdown)</source>
        <translation>Estado (Markdown)</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>What to do: {address}</source>
        <translation>Qué hacer: {address}</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Qué hacer</translation>
    </message>
    <message>
        <source>{algorithm}: cancelled.</source>
        <translation>{algorithm}: cancelado.</translation>
    </message>
    <message>
        <source>{kind}: {reason} (the log has the details)</source>
        <translation>{kind}: {reason} (el registro contiene los detalles)</translation>
    </message>
    <message>
        <source>Get SR model</source>
        <translation>Obtener modelo SR</translation>
    </message>
    <message>
        <source>Super-resolution</source>
        <translation>Superresolución</translation>
    </message>
    <message>
        <source>Downloads a model of the catalogue into the model library.</source>
        <translation>Descarga un modelo del catálogo a la biblioteca de modelos.</translation>
    </message>
    <message>
        <source>Downloads a published model, or one of your team, and adds it to the model library. It can then be chosen
by its name wherever a model is required.

The catalogue states each model's purpose, author and licence: read them first, since some licences do not
allow commercial use. The file is downloaded with QGIS' proxy settings, checked against its SHA-256 and,
unless it is a model package (.srpk), imported, which needs the complete SR engine. An interrupted download
continues where it stopped.</source>
        <translation>Descarga un modelo publicado, o uno de su equipo, y lo añade a la biblioteca de modelos. Después se puede elegir por su nombre dondequiera que se pida un modelo.

El catálogo indica el propósito, el autor y la licencia de cada modelo: léalos primero, pues algunas licencias no permiten el uso comercial. El archivo se descarga con la configuración de proxy de QGIS, se comprueba con su SHA-256 y, si no es un paquete de modelo (.srpk), se importa, lo que necesita el motor SR completo. Una descarga interrumpida continúa donde se detuvo.</translation>
    </message>
    <message>
        <source>Path or address (https, http) of your own catalogue. Blank uses the one in Finer's settings. The models of Finer's own catalogue are always available.</source>
        <translation>Ruta o dirección (https, http) de un catálogo propio. En blanco: el de la configuración de Finer. Los modelos del catálogo de Finer están siempre disponibles.</translation>
    </message>
    <message>
        <source>SR model</source>
        <translation>Modelo SR</translation>
    </message>
    <message>
        <source>Path of the model package in the model library.</source>
        <translation>Ruta del paquete de modelo en la biblioteca de modelos.</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Nombre del modelo</translation>
    </message>
    <message>
        <source>The name by which it can be chosen.</source>
        <translation>El nombre con el que se puede elegir.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <source>The licence under which the model may be used.</source>
        <translation>La licencia con la que se puede usar el modelo.</translation>
    </message>
    <message>
        <source>Model of the catalogue</source>
        <translation>Modelo del catálogo</translation>
    </message>
    <message>
        <source>Its name in the catalogue:</source>
        <translation>Su nombre en el catálogo:</translation>
    </message>
    <message>
        <source>Another catalogue</source>
        <translation>Otro catálogo</translation>
    </message>
    <message>
        <source>The catalogue {place} is read over http, so others can change it in transit, including the SHA-256 checksums of its models: use its https address if it has one.</source>
        <translation>El catálogo {place} se lee por http, donde otros pueden cambiarlo por el camino, y con él los SHA-256 con los que se comprueban sus modelos: use su dirección https, si la tiene.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultados</translation>
    </message>
    <message>
        <source>Advanced parameters, options and list entries are explained in their tooltips.</source>
        <translation>Los parámetros avanzados, las opciones y las entradas de las listas se explican en sus globos de ayuda.</translation>
    </message>
    <message>
        <source>The model is in a temporary file, which QGIS deletes when it closes, and no copy could be kept ({reason}): save {path} yourself.</source>
        <translation>El modelo está en un archivo temporal que QGIS borra al cerrarse, y no se pudo guardar una copia ({reason}): guarde usted mismo {path}.</translation>
    </message>
    <message>
        <source>The model is in a temporary file, which QGIS deletes when it closes. A copy is kept: {path}</source>
        <translation>El modelo está en un archivo temporal que QGIS borra al cerrarse. Se guarda una copia: {path}</translation>
    </message>
    <message>
        <source>{layer} has gaps between its rasters that no nodata value marks: set a nodata value for the raster in the database, or set EXTENT to where the layer has data.</source>
        <translation>{layer} tiene huecos entre sus rásteres y nada que los marque: dé a su ráster un valor sin datos en la base de datos, o ajuste EXTENT a donde la capa tenga datos.</translation>
    </message>
    <message>
        <source>{name} and {other} would be written to the same place, {output}: choose another name for one of them.</source>
        <translation>{name} y {other} se escribirían en el mismo lugar, {output}: elija otro nombre para uno de ellos.</translation>
    </message>
    <message>
        <source>The input {path} was changed or removed while it was read: run again when nothing writes to it.</source>
        <translation>La entrada {path} se modificó o eliminó mientras se leía: ejecute de nuevo cuando nada escriba en ella.</translation>
    </message>
    <message>
        <source>{name} {output} would replace the input {input}: choose another name.</source>
        <translation>{name} {output} reemplazaría la entrada {input}: elija otro nombre.</translation>
    </message>
    <message>
        <source>{layer} returned no pixels for this extent: check that it shows in the map there, and try again.</source>
        <translation>{layer} no ha dado píxeles en esta extensión: compruebe que se muestra ahí en el mapa e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>{layer} is read through QGIS: {columns} × {rows} pixels</source>
        <translation>{layer} se lee mediante QGIS: {columns} × {rows} píxeles</translation>
    </message>
    <message>
        <source>Reading {layer}</source>
        <translation>Leyendo {layer}</translation>
    </message>
    <message>
        <source>{path} is a VRT whose pixels are computed by code in the file, which GDAL does not run here: save it as a GeoTIFF where it can be read, and use that.</source>
        <translation>{path} es un VRT cuyos píxeles calcula un código del propio archivo, que GDAL no ejecuta aquí: guárdelo como GeoTIFF donde se pueda leer, y use ese.</translation>
    </message>
    <message>
        <source>The pixels of {path} cannot be read ({reason}): it is damaged or incomplete, or refers to a file that is; copy or download it again.</source>
        <translation>Los píxeles de {path} no se pueden leer ({reason}): el archivo está dañado o incompleto, o remite a uno que lo está; cópielo o descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>{missing} parts of {layer} could not be fetched from the server ({reason}): try again later, or set EXTENT to where the layer has data.</source>
        <translation>El servidor no ha entregado {missing} partes de {layer} ({reason}): inténtelo más tarde o ponga EXTENT donde la capa tenga datos.</translation>
    </message>
    <message>
        <source>{missing} parts could not be fetched ({reason}): trying again</source>
        <translation>{missing} partes no se han recibido ({reason}): se intenta de nuevo</translation>
    </message>
    <message>
        <source>EXTENT does not touch {layer} ({name}).</source>
        <translation>EXTENT no toca {layer} ({name}).</translation>
    </message>
    <message>
        <source>{layer} ({name}) would be {columns} × {rows} pixels: set a smaller EXTENT or a larger {resolution}.</source>
        <translation>{layer} ({name}) tendría {columns} × {rows} píxeles: indique un EXTENT menor o un valor mayor de {resolution}.</translation>
    </message>
    <message>
        <source>{layer} ({name}) has no pixel size of its own: set EXTENT to the part to fetch and {resolution} to the pixel size.</source>
        <translation>{layer} ({name}) no tiene tamaño de píxel propio: ponga en EXTENT la parte que se va a descargar y en {resolution} el tamaño de píxel.</translation>
    </message>
    <message>
        <source>{name} must be a layer of polygons, which {layer} is not.</source>
        <translation>{name} debe ser una capa de polígonos, y {layer} no lo es.</translation>
    </message>
    <message>
        <source>Made by Finer: {job}.</source>
        <translation>Creado por Finer: {job}.</translation>
    </message>
    <message>
        <source>Model: {model}</source>
        <translation>Modelo: {model}</translation>
    </message>
    <message>
        <source>Finer {finer}, torch {torch}, {device_name}</source>
        <translation>Finer {finer}, torch {torch}, {device_name}</translation>
    </message>
    <message>
        <source>Residual: {percent} %</source>
        <translation>Residuo: {percent} %</translation>
    </message>
    <message>
        <source>{layer} has values with a scale or a colour table that cannot be read through QGIS: save it as a GeoTIFF, and use that.</source>
        <translation>{layer} tiene valores con escala o tabla de colores que no se pueden leer a través de QGIS: guárdela como GeoTIFF y use este.</translation>
    </message>
    <message>
        <source>{result} uncertainty</source>
        <translation>Incertidumbre de {result}</translation>
    </message>
    <message>
        <source>{coverage} % within ±{value}</source>
        <translation>{coverage} % dentro de ±{value}</translation>
    </message>
    <message>
        <source>{result} error, {coverage} % within</source>
        <translation>{result} error, {coverage} % dentro</translation>
    </message>
    <message>
        <source>{difference} above the input</source>
        <translation>{difference} por encima de la entrada</translation>
    </message>
    <message>
        <source>{layer} SR consistency</source>
        <translation>Consistencia SR de {layer}</translation>
    </message>
    <message>
        <source>{layer} SR ×{scale}</source>
        <translation>{layer} SR ×{scale}</translation>
    </message>
    <message>
        <source>as the input</source>
        <translation>como la entrada</translation>
    </message>
    <message>
        <source>{difference} below the input</source>
        <translation>{difference} por debajo de la entrada</translation>
    </message>
    <message>
        <source>Adding {name} to the model library</source>
        <translation>Se añade {name} a la biblioteca de modelos</translation>
    </message>
    <message>
        <source>{name}, by {authors}</source>
        <translation>{name}, de {authors}</translation>
    </message>
    <message>
        <source>Licence: {licence}</source>
        <translation>Licencia: {licence}</translation>
    </message>
    <message>
        <source>The model is in your library already: {path}</source>
        <translation>El modelo ya está en su biblioteca: {path}</translation>
    </message>
    <message>
        <source>The model is in your library: {path}</source>
        <translation>El modelo está en su biblioteca: {path}</translation>
    </message>
    <message>
        <source>{address} is not the file that the catalogue describes (its SHA-256 differs), and the downloaded copy was deleted. Tell the catalogue's maintainer.</source>
        <translation>{address} no es el archivo que describe el catálogo (su SHA-256 es otro); la copia descargada se ha borrado. Avise a quien mantiene el catálogo.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to ({reason}): set another folder of Finer's files in its settings.</source>
        <translation>No se puede escribir en la carpeta {folder} ({reason}): indique otra carpeta para los archivos de Finer en su configuración.</translation>
    </message>
    <message>
        <source>The model library {folder} cannot be written to ({reason}): set another in the settings of Finer.</source>
        <translation>No se puede escribir en la biblioteca de modelos {folder} ({reason}): indique otra en la configuración de Finer.</translation>
    </message>
    <message>
        <source>This licence does not allow commercial use.</source>
        <translation>Esta licencia no permite el uso comercial.</translation>
    </message>
    <message>
        <source>The earlier partial download is of another file: the download starts again.</source>
        <translation>La descarga parcial anterior es de otro archivo: la descarga empieza de nuevo.</translation>
    </message>
    <message>
        <source>There is not enough disk space for {size} MB in {folder}: delete files on its disk, or set another folder of Finer's files in its settings.</source>
        <translation>No hay sitio para {size} MB en {folder}: borre archivos de su disco o indique otra carpeta para los archivos de Finer en su configuración.</translation>
    </message>
    <message>
        <source>{address} is far larger than the catalogue says, so it is not the file described. Tell the catalogue's maintainer.</source>
        <translation>{address} es mucho mayor de lo que indica el catálogo, por lo que no es el archivo descrito. Avise a quien mantiene el catálogo.</translation>
    </message>
    <message>
        <source>Downloading {name}: {done} of {size} MB</source>
        <translation>Descargando {name}: {done} de {size} MB</translation>
    </message>
    <message>
        <source>{place} is a catalogue for a newer version of Finer: update the plugin.</source>
        <translation>{place} es un catálogo para una versión más nueva de Finer: actualice el complemento.</translation>
    </message>
    <message>
        <source>{place} is not a catalogue of models: it must be JSON with format and models.</source>
        <translation>{place} no es un catálogo de modelos: debe ser JSON con format y models.</translation>
    </message>
    <message>
        <source>{place}: the entry {entry} has no valid {field}: correct the catalogue.</source>
        <translation>{place}: la entrada {entry} no tiene un {field} válido: corrija el catálogo.</translation>
    </message>
    <message>
        <source>The catalogue has no model {name}: choose one of {known}.</source>
        <translation>El catálogo no tiene el modelo {name}: elija uno de {known}.</translation>
    </message>
    <message>
        <source>{place} is on a server and names a file, {file}: correct the catalogue.</source>
        <translation>{place} está en un servidor y nombra un archivo, {file}: corrija el catálogo.</translation>
    </message>
    <message>
        <source>{place} is too large for a catalogue of models: choose another.</source>
        <translation>{place} es demasiado grande para un catálogo de modelos: elija otro.</translation>
    </message>
    <message>
        <source>The catalogue {place} cannot be read ({reason}): name another in the settings of Finer.</source>
        <translation>No se puede leer el catálogo {place} ({reason}): indique otro en la configuración de Finer.</translation>
    </message>
    <message>
        <source>{address} could not be downloaded ({reason}): check the connection to {host} and QGIS' proxy settings, and run this again; it continues from where it stopped.</source>
        <translation>No se pudo descargar {address} ({reason}): compruebe la conexión con {host} y la configuración de proxy de QGIS y ejecútelo de nuevo; continúa desde lo que ya hay.</translation>
    </message>
    <message>
        <source>{address} is not there (HTTP {status}): tell the catalogue's maintainer.</source>
        <translation>{address} no existe (HTTP {status}): avise a quien lleva el catálogo.</translation>
    </message>
    <message>
        <source>The file {path} cannot be read ({reason}).</source>
        <translation>No se puede leer el archivo {path} ({reason}).</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of Finer (package format {format}, this version reads {known}): update the plugin.</source>
        <translation>{path} se creó con una versión más nueva de Finer (formato de paquete {format}; esta versión lee {known}): actualice el complemento.</translation>
    </message>
    <message>
        <source>There is no file {path}: choose a model package (.srpk).</source>
        <translation>No existe el archivo {path}: elija un paquete de modelo (.srpk).</translation>
    </message>
    <message>
        <source>{path} is not a model package (.srpk), or only a part of one: choose another file, or copy it again.</source>
        <translation>{path} no es un paquete de modelo (.srpk), o solo parte de uno: elija otro archivo o cópielo de nuevo.</translation>
    </message>
    <message>
        <source>{name} cannot be the name of a file: choose another.</source>
        <translation>{name} no puede ser el nombre de un archivo: elija otro.</translation>
    </message>
    <message>
        <source>There is a model {name} already: choose another name.</source>
        <translation>Ya existe un modelo {name}: elija otro nombre.</translation>
    </message>
    <message>
        <source>{name} is {text}, which is not a number: write it like 1000.5.</source>
        <translation>{name} es {text}, que no es un número: escríbalo como 1000.5.</translation>
    </message>
    <message>
        <source>{name} is {text}: write {number}, with a decimal point.</source>
        <translation>{name} es {text}: escriba {number}, con punto decimal.</translation>
    </message>
    <message>
        <source>{name} is {text}: write {number}, without a separator.</source>
        <translation>{name} es {text}: escriba {number}, sin separador.</translation>
    </message>
    <message>
        <source>{name} must be a whole number.</source>
        <translation>{name} debe ser un número entero.</translation>
    </message>
    <message>
        <source>{name} is {text}, whose comma may be a decimal comma: write {number} with a decimal point, or {numbers} with a semicolon.</source>
        <translation>{name} es {text}, cuya coma puede ser decimal: escriba {number} con punto decimal, o {numbers} con punto y coma.</translation>
    </message>
    <message>
        <source>Blank: the model's own value or, with another {choice}, its default: {defaults}.</source>
        <translation>En blanco: el valor del modelo o, con otro {choice}, su valor predeterminado: {defaults}.</translation>
    </message>
    <message>
        <source>For example {example}. Blank keeps the defaults:</source>
        <translation>Por ejemplo, {example}. En blanco se mantienen los valores predeterminados:</translation>
    </message>
    <message>
        <source>For example {example}. Blank keeps the model's own values, or with another choice its defaults:</source>
        <translation>Por ejemplo, {example}. En blanco se mantienen los valores del modelo o, con otra elección, sus valores predeterminados:</translation>
    </message>
    <message>
        <source>{value} of {member}</source>
        <translation>{value} con {member}</translation>
    </message>
    <message>
        <source>Only for {members}.</source>
        <translation>Solo para {members}.</translation>
    </message>
    <message>
        <source>By default {defaults}.</source>
        <translation>Valor predeterminado: {defaults}.</translation>
    </message>
    <message>
        <source>{name} cannot be read at {text}: write it like {example}.</source>
        <translation>{name} no se puede leer en {text}: escríbalo como {example}.</translation>
    </message>
    <message>
        <source>{owner} has no option {option}: it has {known}.</source>
        <translation>{owner} no tiene la opción {option}; las que tiene: {known}.</translation>
    </message>
    <message>
        <source>{name} must be one of {known}.</source>
        <translation>{name} debe ser uno de {known}.</translation>
    </message>
    <message>
        <source>{name} is {crs}, which is no coordinate reference system: give one such as EPSG:3035.</source>
        <translation>{name} es {crs}, que no es un sistema de referencia de coordenadas: indique uno como EPSG:3035.</translation>
    </message>
    <message>
        <source>{name} must be band numbers, such as {example}.</source>
        <translation>{name} debe contener números de banda, como {example}.</translation>
    </message>
    <message>
        <source>{name} must be numbers separated by commas, such as {example}.</source>
        <translation>{name} debe contener números separados por comas, como {example}.</translation>
    </message>
    <message>
        <source>{name} is {value}, and {other} in {place}: leave one of them out.</source>
        <translation>{name} es {value}, pero {other} en {place}: omita uno de los dos.</translation>
    </message>
    <message>
        <source>{name} must end in {suffix}: {path}</source>
        <translation>{name} debe terminar en {suffix}: {path}</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist: create it or choose another OUTPUT.</source>
        <translation>La carpeta {folder} no existe: créela o elija otro OUTPUT.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to ({reason}): choose another OUTPUT.</source>
        <translation>No se puede escribir en la carpeta {folder} ({reason}): elija otro OUTPUT.</translation>
    </message>
    <message>
        <source>{name} must be {low:g} or more.</source>
        <translation>{name} debe ser {low:g} o más.</translation>
    </message>
    <message>
        <source>{name} must be {high:g} or less.</source>
        <translation>{name} debe ser {high:g} o menos.</translation>
    </message>
    <message>
        <source>Pixel size for online layers (map units of the layer)</source>
        <translation>Tamaño de píxel para capas en línea (unidades de mapa de la capa)</translation>
    </message>
    <message>
        <source>Online layers (XYZ, WMS, WMTS) have no pixel size of their own: set this, and the extent to fetch. Other layers do not need it.</source>
        <translation>Las capas en línea (XYZ, WMS, WMTS) no tienen tamaño de píxel propio: indíquelo aquí, junto con la extensión que se va a descargar. Las demás capas no lo necesitan.</translation>
    </message>
    <message>
        <source>The name of a model that comes with Finer or is in your model library is also accepted.</source>
        <translation>También se acepta el nombre de un modelo incluido en Finer o de su biblioteca de modelos.</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>SR models</source>
        <translation>Modelos SR</translation>
    </message>
    <message>
        <source>Weights and ONNX models</source>
        <translation>Pesos y modelos ONNX</translation>
    </message>
    <message>
        <source>Training checkpoints</source>
        <translation>Puntos de control de un entrenamiento</translation>
    </message>
    <message>
        <source>Sentinel-2 products</source>
        <translation>Productos de Sentinel-2</translation>
    </message>
    <message>
        <source>HTML files</source>
        <translation>Archivos HTML</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>about {time} left</source>
        <translation>quedan unos {time}</translation>
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
        <translation>Finer: superresolución de imágenes de satélite y aéreas</translation>
    </message>
    <message>
        <source>The list of algorithms {path} cannot be read ({reason}): install the plugin again.</source>
        <translation>No se puede leer la lista de algoritmos {path} ({reason}): instale de nuevo el complemento.</translation>
    </message>
    <message>
        <source>There is not enough disk space in QGIS' folder for temporary files, {folder} ({free} MB are free, up to {needed} MB are needed): delete files on its disk, such as folders {left} of earlier runs there, or set another in QGIS' Processing options or TMPDIR.</source>
        <translation>No hay bastante espacio en la carpeta de archivos temporales de QGIS, {folder} ({free} MB libres, se necesitan hasta {needed} MB): borre archivos en su disco, como las carpetas {left} de ejecuciones anteriores, o elija otra en las opciones de procesamiento de QGIS o en TMPDIR.</translation>
    </message>
    <message>
        <source>There is not enough disk space in QGIS' folder for temporary files, {folder} ({free} MB are free): delete files on its disk, such as folders {left} of earlier runs there, or set another in QGIS' Processing options or TMPDIR.</source>
        <translation>No hay bastante espacio en la carpeta de archivos temporales de QGIS, {folder} ({free} MB libres): borre archivos en su disco, como las carpetas {left} de ejecuciones anteriores, o elija otra en las opciones de procesamiento de QGIS o en TMPDIR.</translation>
    </message>
    <message>
        <source>1,234.5</source>
        <translation>1 234,5</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Descargar…</translation>
    </message>
    <message>
        <source>Download {name} ({size})?</source>
        <translation>¿Descargar {name} ({size})?</translation>
    </message>
    <message>
        <source>By {authors}.</source>
        <translation>De {authors}.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Only what fits the layer</source>
        <translation>Solo lo que encaja con la capa</translation>
    </message>
    <message>
        <source>not for commercial use</source>
        <translation>no para uso comercial</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>Está en la biblioteca</translation>
    </message>
    <message>
        <source>Compare two layers</source>
        <translation>Comparar dos capas</translation>
    </message>
    <message>
        <source>Colour the right one like the left one</source>
        <translation>Colorear la derecha como la izquierda</translation>
    </message>
    <message>
        <source>Delete the model {name} for good?
{path}</source>
        <translation>¿Eliminar definitivamente el modelo {name}?
{path}</translation>
    </message>
    <message>
        <source>Model library</source>
        <translation>Biblioteca de modelos</translation>
    </message>
    <message>
        <source>No models yet. Download one from the catalogue, create one with “Train SR model” or “Import SR model” in the Processing toolbox, or add a model file with Import…</source>
        <translation>Aún no hay modelos. El catálogo tiene algunos; «Entrenar modelo SR» e «Importar modelo SR», en la Caja de herramientas de Procesos, crean uno; Importar… añade un modelo que le haya dado alguien.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Renombrar</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Importar un modelo</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>{name} (comes with Finer)</source>
        <translation>{name} (viene con Finer)</translation>
    </message>
    <message>
        <source>Use…</source>
        <translation>Usar…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renombrar…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>Mostrar carpeta</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Open two raster layers to compare: a raster and its super-resolved version.</source>
        <translation>Abra dos capas ráster para comparar: una y su versión superresuelta.</translation>
    </message>
    <message>
        <source>Show {result} in the map first, above {layer}.</source>
        <translation>Muestre primero {result} en el mapa, encima de {layer}.</translation>
    </message>
    <message>
        <source>Drag the line: {layer} is on its left. Choose the same menu entry again to stop.</source>
        <translation>Arrastre la línea: a su izquierda está {layer}. Elija de nuevo la misma entrada del menú para terminar.</translation>
    </message>
    <message>
        <source>Super-resolve a layer…</source>
        <translation>Superresolver una capa…</translation>
    </message>
    <message>
        <source>Compare two layers…</source>
        <translation>Comparar dos capas…</translation>
    </message>
    <message>
        <source>Compare by swipe</source>
        <translation>Comparar con cortina</translation>
    </message>
    <message>
        <source>Model library…</source>
        <translation>Biblioteca de modelos…</translation>
    </message>
    <message>
        <source>All tools, in the Processing toolbox</source>
        <translation>Todas las herramientas, en la Caja de herramientas de Procesos</translation>
    </message>
    <message>
        <source>Set up the engine…</source>
        <translation>Instalar el motor…</translation>
    </message>
    <message>
        <source>State of the engine…</source>
        <translation>Estado del motor…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Configuración…</translation>
    </message>
    <message>
        <source>Get started…</source>
        <translation>Primeros pasos…</translation>
    </message>
    <message>
        <source>Quick start</source>
        <translation>Inicio rápido</translation>
    </message>
    <message>
        <source>Settings of Finer</source>
        <translation>Configuración de Finer</translation>
    </message>
    <message>
        <source>models, in the folder of Finer's files</source>
        <translation>models, en la carpeta de archivos de Finer</translation>
    </message>
    <message>
        <source>the one that “Set up SR engine” creates</source>
        <translation>el que crea «Instalar motor SR»</translation>
    </message>
    <message>
        <source>only that of Finer</source>
        <translation>solo el de Finer</translation>
    </message>
    <message>
        <source>A file, or an address (https, http). Its models are listed before Finer's own.</source>
        <translation>Un archivo o una dirección (https, http). Sus modelos van antes que los de Finer.</translation>
    </message>
    <message>
        <source>graphics card if there is one</source>
        <translation>la tarjeta gráfica, si la hay</translation>
    </message>
    <message>
        <source>NVIDIA graphics card</source>
        <translation>Tarjeta gráfica NVIDIA</translation>
    </message>
    <message>
        <source>Apple's GPU</source>
        <translation>GPU de Apple</translation>
    </message>
    <message>
        <source>Folder for Finer's files and its engine</source>
        <translation>Carpeta de los archivos de Finer y de su motor</translation>
    </message>
    <message>
        <source>Your team's catalogue of models</source>
        <translation>Catálogo de modelos de su equipo</translation>
    </message>
    <message>
        <source>Device for runs set to auto</source>
        <translation>Dispositivo de las ejecuciones en auto</translation>
    </message>
    <message>
        <source>Another Python as the engine</source>
        <translation>Otro Python como motor</translation>
    </message>
    <message>
        <source>The environment variable {name} says {value}.</source>
        <translation>La variable de entorno {name} indica {value}.</translation>
    </message>
    <message>
        <source>Blank fields use the defaults shown in grey.</source>
        <translation>Un campo en blanco equivale al valor predeterminado que se muestra en gris.</translation>
    </message>
    <message>
        <source>Get started with Finer</source>
        <translation>Primeros pasos con Finer</translation>
    </message>
    <message>
        <source>Three steps to a first super-resolved raster; completed steps are ticked. To open this page again: Raster ▸ Finer ▸ Get started…</source>
        <translation>Tres pasos hasta un primer ráster superresuelto; los pasos hechos llevan una marca. Para volver a abrir esta página: Ráster ▸ Finer ▸ Primeros pasos…</translation>
    </message>
    <message>
        <source>Set up the engine</source>
        <translation>Instalar el motor</translation>
    </message>
    <message>
        <source>Open a raster: Finer finds a model for it</source>
        <translation>Abrir un ráster, para el que Finer encuentra un modelo</translation>
    </message>
    <message>
        <source>Run it</source>
        <translation>Ejecutar</translation>
    </message>
    <message>
        <source>Set it up another way…</source>
        <translation>Instalar de otro modo…</translation>
    </message>
    <message>
        <source>With PyTorch, from a folder of packages without internet, or on another Python.</source>
        <translation>Con PyTorch, sin internet desde una carpeta de paquetes, o sobre otro Python.</translation>
    </message>
    <message>
        <source>Open a raster…</source>
        <translation>Abrir un ráster…</translation>
    </message>
    <message>
        <source>Find a satellite scene…</source>
        <translation>Buscar una escena de satélite…</translation>
    </message>
    <message>
        <source>{result} is in the project.</source>
        <translation>{result} está en el proyecto.</translation>
    </message>
    <message>
        <source>Setup is running. You can close this window and continue to use QGIS.</source>
        <translation>La instalación está en curso. Puede cerrar esta ventana y seguir usando QGIS.</translation>
    </message>
    <message>
        <source>The project has no raster yet. Open an aerial image, a satellite scene or an orthophoto, or download a free Sentinel-2 scene of a place.</source>
        <translation>El proyecto aún no tiene ningún ráster. Abra una imagen aérea, una escena de satélite o una ortofoto, o haga traer una escena libre de Sentinel-2 de un lugar.</translation>
    </message>
    <message>
        <source>The model that fits {layer} best is {model}:</source>
        <translation>El modelo que mejor se ajusta a {layer} es {model}:</translation>
    </message>
    <message>
        <source>“Super-resolve a layer…” opens with the layer and model filled in: press Run. “Try it here…” super-resolves the middle of the map in seconds.</source>
        <translation>«Superresolver una capa…» se abre con la capa y el modelo rellenados: pulse allí Ejecutar. «Probar aquí…» muestra en segundos el centro del mapa.</translation>
    </message>
    <message>
        <source>Available when the steps above are done.</source>
        <translation>Disponible cuando estén hechos los pasos anteriores.</translation>
    </message>
    <message>
        <source>The SR engine is set up on this computer.</source>
        <translation>El motor SR está instalado en este equipo.</translation>
    </message>
    <message>
        <source>Its packages belong to another version of Finer: set it up again to update them.</source>
        <translation>Sus paquetes son de otra versión de Finer: instálelo de nuevo para renovarlos.</translation>
    </message>
    <message>
        <source>{problem} Setup downloads 80 MB, takes about half a minute, is needed once, and does not change QGIS' Python.</source>
        <translation>{problem} La instalación descarga 80 MB, dura alrededor de medio minuto, solo hace falta una vez y no modifica el Python de QGIS.</translation>
    </message>
    <message>
        <source>State of the SR engine</source>
        <translation>Estado del motor SR</translation>
    </message>
    <message>
        <source>Testing the engine with a real computation…</source>
        <translation>Se prueba el motor con un cálculo real…</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>Copiar para un informe</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Instalar…</translation>
    </message>
    <message>
        <source>Use this model…</source>
        <translation>Usar este modelo…</translation>
    </message>
    <message>
        <source>Bicubic resampling</source>
        <translation>Remuestreo bicúbico</translation>
    </message>
    <message>
        <source>Try models on the middle of the map</source>
        <translation>Probar modelos en el centro del mapa</translation>
    </message>
    <message>
        <source>Try the map's middle again</source>
        <translation>Probar otra vez en el centro del mapa</translation>
    </message>
    <message>
        <source>Open a raster layer to try models on.</source>
        <translation>Abra una capa ráster en la que probar modelos.</translation>
    </message>
    <message>
        <source>Models cannot be tried on {layer}, which has no pixel size of its own: super-resolve a small extent of it instead.</source>
        <translation>No se pueden probar modelos en {layer}, que no tiene un tamaño de píxel propio: superresuelva en su lugar una extensión pequeña de ella.</translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation>Calculando…</translation>
    </message>
    <message>
        <source>The whole layer: {forecast}</source>
        <translation>La capa entera: {forecast}</translation>
    </message>
    <message>
        <source>The middle of the map is outside {layer}: the middle of the layer is shown.</source>
        <translation>El centro del mapa está fuera de {layer}: se muestra el centro de la capa.</translation>
    </message>
    <message>
        <source>Waiting…</source>
        <translation>En espera…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>None of the {count} rasters could be super-resolved. {raster}: {reason} The reasons for all are in {path}.</source>
        <translation>Ninguno de los {count} rásteres se pudo superresolver. {raster}: {reason} Los motivos de todos están en {path}.</translation>
    </message>
    <message>
        <source>Summary of {count} rasters: {done} done, {failed} failed, {left} not run.</source>
        <translation>Resumen de {count} rásteres: {done} hechos, {failed} fallidos, {left} sin ejecutar.</translation>
    </message>
    <message>
        <source>The table: {path}</source>
        <translation>La tabla: {path}</translation>
    </message>
    <message>
        <source>The summary {path} cannot be written ({reason}): close what uses it, or choose another OUTPUT.</source>
        <translation>El resumen {path} no se puede escribir ({reason}): cierre lo que lo usa, o elija otro OUTPUT.</translation>
    </message>
    <message>
        <source>Super-resolve and evaluate</source>
        <translation>Superresolver y evaluar</translation>
    </message>
    <message>
        <source>A super-resolved raster, and a report on the model's accuracy on similar rasters, in one run.</source>
        <translation>Un ráster superresuelto y un informe de la exactitud del modelo en rásteres similares, en una sola ejecución.</translation>
    </message>
    <message>
        <source>Super-resolves a raster with a trained model, and reports how reliable the result is: the raster is
downsampled by the model's scale, as the images that the model was trained on were, super-resolved again, and
compared with the original, as is bicubic resampling.

This is Wald's protocol. It tests the model at pixels scale times as large as those of the raster and
needs no other data. The report shows metrics and pictures.</source>
        <translation>Superresuelve un ráster con un modelo entrenado e informa de lo fiable que es el resultado: el ráster se reduce según la escala del modelo, como las imágenes con las que se entrenó el modelo, se vuelve a superresolver y se compara con el original, junto con el remuestreo bicúbico.

Es el protocolo de Wald. Evalúa el modelo con píxeles mayores, por el factor de escala, que aquellos a los que se aplica, y no necesita otros datos. El informe muestra cifras e imágenes.</translation>
    </message>
    <message>
        <source>Super-resolve many rasters</source>
        <translation>Superresolver muchos rásteres</translation>
    </message>
    <message>
        <source>Ready-made models</source>
        <translation>Modelos listos para usar</translation>
    </message>
    <message>
        <source>A folder, or many layers, in one run, with a summary of the results.</source>
        <translation>Una carpeta, o muchas capas, en una ejecución, con un resumen de los resultados.</translation>
    </message>
    <message>
        <source>Super-resolves many rasters with one model: layers of the project, files, and all rasters in a folder.
Each raster is processed separately, with its own coordinate system, bands and nodata, and its result is
written to the output folder. If one fails, the others are still processed.

The file summary.csv in that folder lists each raster with its result and the time it took, or the error
and the page that explains it. It is updated after every raster, also when the run is cancelled.</source>
        <translation>Hace más finos muchos rásteres con un solo modelo: capas del proyecto, archivos y todos los rásteres de una carpeta. Cada ráster se procesa por separado, con su propio sistema de coordenadas, sus bandas y su nodata, y su resultado se escribe en la carpeta de salida. Si uno falla, los demás se procesan igualmente.

El archivo summary.csv de esa carpeta indica para cada ráster el resultado y el tiempo, o el error y la página que lo explica. Se actualiza después de cada ráster, también cuando se cancela la ejecución.</translation>
    </message>
    <message>
        <source>OUTPUT and INPUT_FOLDER are the same folder, {folder}, so a later run would use the results as input: choose another folder.</source>
        <translation>OUTPUT e INPUT_FOLDER son la misma carpeta, {folder}, y una ejecución posterior tomaría los resultados como entrada: elija otra carpeta.</translation>
    </message>
    <message>
        <source>Layers of the project, or files.</source>
        <translation>Capas del proyecto, o archivos.</translation>
    </message>
    <message>
        <source>All rasters in a folder, in addition to those above. Subfolders are skipped.</source>
        <translation>Todos los rásteres de una carpeta, además de los anteriores. Las subcarpetas se omiten.</translation>
    </message>
    <message>
        <source>Add each result to the project, styled like its raster.</source>
        <translation>Añadir cada resultado al proyecto, con el estilo de su ráster.</translation>
    </message>
    <message>
        <source>Each result is named after its raster, as NAME_sr.tif; existing files are replaced.</source>
        <translation>Cada resultado lleva el nombre de su ráster, como NOMBRE_sr.tif; los archivos existentes se sustituyen.</translation>
    </message>
    <message>
        <source>There is no raster: set INPUTS, or INPUT_FOLDER to a folder that contains rasters.</source>
        <translation>No hay ningún ráster: indique INPUTS, o en INPUT_FOLDER una carpeta que los tenga.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({reason}): choose another INPUT_FOLDER.</source>
        <translation>La carpeta {folder} no se puede leer ({reason}): elija otro INPUT_FOLDER.</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Path of summary.csv in the folder of the results.</source>
        <translation>Ruta de summary.csv en la carpeta de los resultados.</translation>
    </message>
    <message>
        <source>Rasters done</source>
        <translation>Rásteres hechos</translation>
    </message>
    <message>
        <source>Number of rasters that have a result.</source>
        <translation>Número de rásteres con resultado.</translation>
    </message>
    <message>
        <source>Rasters that failed</source>
        <translation>Rásteres fallidos</translation>
    </message>
    <message>
        <source>Number of rasters without a result; the summary gives the reasons.</source>
        <translation>Número de rásteres sin resultado; el resumen da los motivos.</translation>
    </message>
    <message>
        <source>Rasters</source>
        <translation>Rásteres</translation>
    </message>
    <message>
        <source>Folder of rasters</source>
        <translation>Carpeta de rásteres</translation>
    </message>
    <message>
        <source>Open the results</source>
        <translation>Abrir los resultados</translation>
    </message>
    <message>
        <source>Folder of the results</source>
        <translation>Carpeta de los resultados</translation>
    </message>
    <message>
        <source>Raster {number} of {count}: {name}</source>
        <translation>Ráster {number} de {count}: {name}</translation>
    </message>
    <message>
        <source>Train from one image</source>
        <translation>Entrenar con una imagen</translation>
    </message>
    <message>
        <source>Trains a super-resolution model on one raster and evaluates it, in one run.</source>
        <translation>Entrena un modelo de superresolución con un ráster y lo evalúa, en una sola ejecución.</translation>
    </message>
    <message>
        <source>Trains a super-resolution model on one raster: cuts it into pairs of high- and low-resolution tiles,
trains a network on them, and evaluates it, together with bicubic resampling, on tiles that were not used
for training.

The model sharpens rasters that look like this one with pixels that are scale times as large: other places
or days of the same sensor, or those of a coarser sensor. The raster should show a few square kilometres
of varied land. For more settings run "Export SR training tiles" and "Train SR model".</source>
        <translation>Entrena un modelo de superresolución con un ráster: lo corta en pares de teselas de alta y baja resolución, entrena una red con ellas y la evalúa, junto con el remuestreo bicúbico, en teselas que no se usaron para entrenar.

El modelo da nitidez a los rásteres que tienen el aspecto de este con píxeles mayores por el factor de escala: otros lugares o días del mismo sensor, o los de un sensor más grueso. El ráster debería mostrar algunos kilómetros cuadrados de terreno variado. Para más opciones, ejecute «Exportar teselas de entrenamiento SR» y «Entrenar modelo SR».</translation>
    </message>
    <message>
        <source>{title} failed; the log says why.</source>
        <translation>{title} ha fallado; el registro indica por qué.</translation>
    </message>
    <message>
        <source>Step {number} of {count}: {title}</source>
        <translation>Paso {number} de {count}: {title}</translation>
    </message>
    <message>
        <source>{target} could not be replaced ({reason}): close what uses it, or choose another OUTPUT.</source>
        <translation>No se pudo sustituir {target} ({reason}): cierre lo que lo usa o elija otro OUTPUT.</translation>
    </message>
    <message>
        <source>{target} is a folder: choose the name of a file.</source>
        <translation>{target} es una carpeta: elija el nombre de un archivo.</translation>
    </message>
    <message>
        <source>{target} is a device and not a file: choose the name of a file.</source>
        <translation>{target} es un dispositivo y no un archivo: elija el nombre de un archivo.</translation>
    </message>
    <message>
        <source>{target} cannot be the name of a file ({reason}): choose another OUTPUT.</source>
        <translation>{target} no puede ser el nombre de un archivo ({reason}): elija otro OUTPUT.</translation>
    </message>
    <message>
        <source>The model does not support scale {scale}: it supports {known}.</source>
        <translation>El modelo no admite la escala {scale}: admite {known}.</translation>
    </message>
    <message>
        <source>{backbone} has no size {size}: leave SIZE blank, and set its options in BACKBONE_OPTIONS.</source>
        <translation>{backbone} no tiene el tamaño {size}: deje SIZE en blanco e indique sus opciones en BACKBONE_OPTIONS.</translation>
    </message>
    <message>
        <source>{backbone} does not support scale {scale}: it supports {known}.</source>
        <translation>{backbone} no admite la escala {scale}: admite {known}.</translation>
    </message>
    <message>
        <source>image_size={image_size} is not a multiple of the scale, which is {scale}: choose one that is.</source>
        <translation>image_size={image_size} no es múltiplo de la escala, que es {scale}: elija un valor que lo sea.</translation>
    </message>
    <message>
        <source>{backbone} is built for images of one size: set image_size, in high-resolution pixels.</source>
        <translation>{backbone} está diseñado para imágenes de un solo tamaño: indique image_size, en píxeles de alta resolución.</translation>
    </message>
    <message>
        <source>FREEZE is {asked}, but the network has only {count} blocks: use at most {count}, or a share such as 0.5.</source>
        <translation>FREEZE es {asked}, pero la red solo tiene {count} bloques: use como máximo {count} o una proporción como 0.5.</translation>
    </message>
    <message>
        <source>heads={heads} does not divide n_feats={n_feats}: set heads to a divisor of n_feats.</source>
        <translation>heads={heads} no divide n_feats={n_feats}: ponga en heads un divisor de n_feats.</translation>
    </message>
    <message>
        <source>{n_feats} features cannot be divided into {groups} groups: set conv_groups to a divisor of n_feats.</source>
        <translation>{n_feats} características no se pueden dividir en {groups} grupos: ponga en conv_groups un divisor de n_feats.</translation>
    </message>
    <message>
        <source>split_size={sides} does not fit: the larger must be a multiple of the smaller.</source>
        <translation>split_size={sides} no sirve: el lado mayor debe ser un múltiplo del menor.</translation>
    </message>
    <message>
        <source>heads={heads} does not fit: half of them attend in each rectangle.</source>
        <translation>heads={heads} no sirve: la mitad actúa en cada rectángulo; use un número par.</translation>
    </message>
    <message>
        <source>overlap_window={overlap} does not fit window_size={window}: it must be larger by an even number.</source>
        <translation>overlap_window={overlap} no encaja con window_size={window}: debe ser mayor en un número par.</translation>
    </message>
    <message>
        <source>PLKSR takes an odd kernel, partial_feats of at most n_feats, and with block_norm=group n_feats that is a multiple of {groups}: change kernel={kernel}, partial_feats={partial_feats} or n_feats={n_feats}.</source>
        <translation>PLKSR necesita un kernel impar, un partial_feats de n_feats como máximo y, con block_norm=group, un n_feats múltiplo de {groups}: cambie kernel={kernel}, partial_feats={partial_feats} o n_feats={n_feats}.</translation>
    </message>
    <message>
        <source>up_feats belongs to upsampler=pixelshuffle: leave out one of the two.</source>
        <translation>up_feats corresponde a upsampler=pixelshuffle: omita uno de los dos.</translation>
    </message>
    <message>
        <source>unshuffle={unshuffle} needs upsampler=nearest, which returns to the input's resolution in steps: leave out one of the two.</source>
        <translation>unshuffle={unshuffle} necesita upsampler=nearest, que vuelve por pasos a la resolución de entrada: omita uno de los dos.</translation>
    </message>
    <message>
        <source>{backbone} needs a guide with the pixels of the result: at scale {scale} {scale} times as fine as the bands, and this one is {ratio} times as fine. Choose another network, scale or guide.</source>
        <translation>{backbone} necesita una guía con los píxeles del resultado: a escala {scale}, {scale} veces más fina que las bandas, y esta es {ratio} veces más fina. Elija otra red, escala o guía.</translation>
    </message>
    <message>
        <source>Images of {size} pixels cannot be halved {times} times, as channel_mults wants: image_size, or PATCH_SIZE × scale where that is blank, must be a multiple of {multiple}.</source>
        <translation>Las imágenes de {size} píxeles no se pueden dividir por la mitad {times} veces, como pide channel_mults: image_size, o PATCH_SIZE × escala si está en blanco, debe ser múltiplo de {multiple}.</translation>
    </message>
    <message>
        <source>norm_groups={norm_groups} does not divide the {channels} channels of level {level}: choose one of {known}.</source>
        <translation>norm_groups={norm_groups} no divide los {channels} canales del nivel {level}: elija uno de {known}.</translation>
    </message>
    <message>
        <source>embed_dim={embed_dim} is not a multiple of num_heads={num_heads}: choose num_heads that divides it.</source>
        <translation>embed_dim={embed_dim} no es múltiplo de num_heads={num_heads}: elija un num_heads que lo divida.</translation>
    </message>
    <message>
        <source>depth={depth} is even, and one block is in the middle: choose {less} or {more}.</source>
        <translation>depth={depth} es par, y un bloque está en el centro: elija {less} o {more}.</translation>
    </message>
    <message>
        <source>Images of {size} pixels cannot be cut into squares of token_size={token}: image_size, or PATCH_SIZE × scale where that is blank, must be a multiple of {token}.</source>
        <translation>Las imágenes de {size} píxeles no se pueden cortar en cuadrados de token_size={token}: image_size, o PATCH_SIZE × escala si está en blanco, debe ser múltiplo de {token}.</translation>
    </message>
    <message>
        <source>The blocks are computed by {theirs} and this computer has {here}: give all computers the same SR engine.</source>
        <translation>Los bloques se calculan con {theirs} y este ordenador tiene {here}: dé a todos los ordenadores el mismo motor SR.</translation>
    </message>
    <message>
        <source>{count} of {total} blocks could not be computed. Block {name}: {reason} All are listed in {file}; the same run tries them again.</source>
        <translation>{count} de {total} bloques no se pudieron calcular. Bloque {name}: {reason} Todos figuran en {file}; la misma ejecución los intenta de nuevo.</translation>
    </message>
    <message>
        <source>Block {block}: {reason}</source>
        <translation>Bloque {block}: {reason}</translation>
    </message>
    <message>
        <source>Another run is writing blocks into {folder}: wait until it has finished, or choose another OUTPUT.</source>
        <translation>Otra ejecución está escribiendo bloques en {folder}: espere a que termine o elija otro OUTPUT.</translation>
    </message>
    <message>
        <source>PART={text} is not a part: write 1/8 for the first of eight, up to 8/8.</source>
        <translation>PART={text} no es una parte: escriba 1/8 para la primera de ocho, hasta 8/8.</translation>
    </message>
    <message>
        <source>{file} cannot be read: delete the folder to start again, or choose another OUTPUT.</source>
        <translation>{file} no se puede leer: borre la carpeta para empezar de nuevo o elija otro OUTPUT.</translation>
    </message>
    <message>
        <source>The blocks in {folder} were made with other settings ({names}): restore them to continue, delete the folder to start again, or choose another OUTPUT.</source>
        <translation>Los bloques de {folder} se hicieron con otros ajustes ({names}): póngalos como estaban para seguir, borre la carpeta para empezar de nuevo o elija otro OUTPUT.</translation>
    </message>
    <message>
        <source>The blocks in {folder} were made by Finer {theirs}, and this is {own}: continue with that version, delete the folder to start again, or choose another OUTPUT.</source>
        <translation>Los bloques de {folder} se hicieron con Finer {theirs}, y este es {own}: siga con aquella versión, borre la carpeta para empezar de nuevo o elija otro OUTPUT.</translation>
    </message>
    <message>
        <source>Parts of a run share the blocks of a VRT: let OUTPUT end in .vrt.</source>
        <translation>Las partes de una ejecución comparten los bloques de un VRT: haga que OUTPUT termine en .vrt.</translation>
    </message>
    <message>
        <source>In s3:// blocks are not joined into one file: let OUTPUT end in .vrt.</source>
        <translation>En s3:// los bloques no se unen en un solo archivo: OUTPUT debe terminar en .vrt.</translation>
    </message>
    <message>
        <source>{total} blocks, of which {there} are there and {missing} are computed now.</source>
        <translation>{total} bloques, de los que {there} ya están y {missing} se calculan ahora.</translation>
    </message>
    <message>
        <source>Blocks that were computed cannot be seen in {folder}: let all computers see it under this path, and run again.</source>
        <translation>No se ven en {folder} bloques ya calculados: haga accesible la carpeta con esta ruta en todos los ordenadores y ejecute de nuevo.</translation>
    </message>
    <message>
        <source>This part is done; the part that finishes last joins all blocks.</source>
        <translation>Esta parte está hecha; la última parte de la ejecución que termine junta todos los bloques.</translation>
    </message>
    <message>
        <source>Joining the blocks</source>
        <translation>Juntando los bloques</translation>
    </message>
    <message>
        <source>WORKERS and SCHEDULER need Dask, which the SR engine does not have: run "Set up SR engine" with CLUSTER.</source>
        <translation>WORKERS y SCHEDULER necesitan Dask, que el motor SR no tiene: ejecute «Instalar motor SR» con CLUSTER.</translation>
    </message>
    <message>
        <source>There is no Dask scheduler at {address} ({reason}): start one with "dask scheduler" and its workers with "dask worker {address}", or correct SCHEDULER.</source>
        <translation>No hay ningún planificador de Dask en {address} ({reason}): inicie uno con «dask scheduler» y sus workers con «dask worker {address}», o corrija SCHEDULER.</translation>
    </message>
    <message>
        <source>The worker {worker} came late, and the run did not let it know with how many it shares its cores: run again.</source>
        <translation>El worker {worker} llegó tarde y la ejecución no le indicó con cuántos comparte sus núcleos: vuelva a ejecutar.</translation>
    </message>
    <message>
        <source>The Dask scheduler is gone: when there is one again, the same run continues with the blocks that are missing.</source>
        <translation>El planificador de Dask ha desaparecido: cuando vuelva a haber uno, la misma ejecución sigue con los bloques que faltan.</translation>
    </message>
    <message>
        <source>Waiting for workers</source>
        <translation>Esperando a los workers</translation>
    </message>
    <message>
        <source>{done} of {total} blocks</source>
        <translation>{done} de {total} bloques</translation>
    </message>
    <message>
        <source>In s3:// a run in blocks cannot keep what it prepares from the scene: choose an OUTPUT on a disk.</source>
        <translation>En s3:// una ejecución por bloques no puede guardar lo que prepara a partir de la escena: elija un OUTPUT en un disco.</translation>
    </message>
    <message>
        <source>Waiting for another part of the run</source>
        <translation>Esperando a otra parte de la ejecución</translation>
    </message>
    <message>
        <source>{path} and {other} differ in bands, data type, nodata, scale or offset: rasters of a folder must be alike.</source>
        <translation>{path} y {other} difieren en bandas, tipo de datos, valor sin datos, escala o desplazamiento: los rásteres de una carpeta deben ser iguales en ello.</translation>
    </message>
    <message>
        <source>{path} is a VRT: take it out of the folder, or give it alone as INPUT.</source>
        <translation>{path} es un VRT: sáquelo de la carpeta, o indíquelo solo como INPUT.</translation>
    </message>
    <message>
        <source>The bands of {path} have different nodata values: process it alone, not as part of a folder.</source>
        <translation>Las bandas de {path} tienen valores sin datos distintos: procéselo solo, no como parte de una carpeta.</translation>
    </message>
    <message>
        <source>There is no SLURM here: run this where sbatch is, such as on a login node.</source>
        <translation>Aquí no hay SLURM: ejecute esto donde esté sbatch, por ejemplo en un nodo de acceso.</translation>
    </message>
    <message>
        <source>{file} should be a YAML file with jobs, cores, memory and walltime, such as: jobs: 16</source>
        <translation>{file} debe ser un archivo YAML con jobs, cores, memory y walltime, por ejemplo: jobs: 16</translation>
    </message>
    <message>
        <source>--slurm needs dask-jobqueue, which the SR engine does not have: run "Set up SR engine" with CLUSTER.</source>
        <translation>--slurm necesita dask-jobqueue, que el motor SR no tiene: ejecute «Instalar motor SR» con CLUSTER.</translation>
    </message>
    <message>
        <source>{file} is not valid for dask-jobqueue: {reason}</source>
        <translation>{file} no es como lo necesita dask-jobqueue: {reason}</translation>
    </message>
    <message>
        <source>{path} cannot be warped to TARGET_CRS ({reason}): choose a coordinate reference system that holds its place.</source>
        <translation>{path} no se puede reproyectar a TARGET_CRS ({reason}): elija un sistema de referencia de coordenadas que abarque ese lugar.</translation>
    </message>
    <message>
        <source>{path} has no coordinate reference system, from which it could be warped to TARGET_CRS: assign one, or leave TARGET_CRS blank.</source>
        <translation>{path} no tiene un sistema de referencia de coordenadas desde el que reproyectarlo a TARGET_CRS: asígnele uno, o deje TARGET_CRS en blanco.</translation>
    </message>
    <message>
        <source>Pixels of {path} are measured in another unit than TARGET_CRS has: set TARGET_RESOLUTION, the pixel size in units of TARGET_CRS ({unit}).</source>
        <translation>Los píxeles de {path} se miden en otra unidad que la de TARGET_CRS: defina TARGET_RESOLUTION, el tamaño de píxel en unidades de TARGET_CRS ({unit}).</translation>
    </message>
    <message>
        <source>TARGET_RESOLUTION is {size}, but pixels of {path} are about {own} wide in TARGET_CRS: choose {least} to {most}, in units of TARGET_CRS.</source>
        <translation>TARGET_RESOLUTION es {size}, pero los píxeles de {path} miden unos {own} de ancho en TARGET_CRS: elija de {least} a {most}, en unidades de TARGET_CRS.</translation>
    </message>
    <message>
        <source>The worker {worker} has {name} {theirs}, and this run {own}: give all computers the same SR engine.</source>
        <translation>El worker {worker} tiene {name} {theirs} y esta ejecución {own}: dé a todos los ordenadores el mismo motor SR.</translation>
    </message>
    <message>
        <source>The worker {worker} cannot load Finer's engine ({reason}): start it with the Python of the same SR engine, with PYTHONPATH set to the plugin's folder.</source>
        <translation>El worker {worker} no puede cargar el motor de Finer ({reason}): inícielo con el Python del mismo motor SR y con PYTHONPATH en la carpeta del complemento.</translation>
    </message>
    <message>
        <source>The SR engine lacks the package {package}: run "Set up SR engine" to renew it.</source>
        <translation>Al motor SR le falta el paquete {package}: ejecute «Instalar motor SR» para renovarlo.</translation>
    </message>
    <message>
        <source>Memory ran out: use a smaller TILE_SIZE, PATCH_SIZE or BATCH_SIZE.</source>
        <translation>La memoria no basta: reduzca TILE_SIZE, PATCH_SIZE o BATCH_SIZE.</translation>
    </message>
    <message>
        <source>The job file {path} cannot be read.</source>
        <translation>No se puede leer el archivo de trabajo {path}.</translation>
    </message>
    <message>
        <source>A job is one JSON object with a "job", such as {example}.</source>
        <translation>Un trabajo es un objeto JSON con un "job", como {example}.</translation>
    </message>
    <message>
        <source>There is no tile set in {folder} (no {info}), and its images, such as {path}, are not pairs: put the two images of a pair under one name into the folders lr and hr, or end their names in _lr and _hr.</source>
        <translation>No hay ningún conjunto de teselas en {folder} (falta {info}), y sus imágenes, como {path}, no forman pares: ponga las dos imágenes de cada par con el mismo nombre en las carpetas lr y hr, o termine sus nombres en _lr y _hr.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be read ({reason}).</source>
        <translation>No se puede leer la carpeta {folder} ({reason}).</translation>
    </message>
    <message>
        <source>There is no tile set in {folder} (no {info}, and no pairs of images in folders such as lr and hr): make one with "Export SR training tiles".</source>
        <translation>No hay ningún conjunto de teselas en {folder} (ni {info} ni pares de imágenes en carpetas como lr y hr): cree uno con «Exportar teselas de entrenamiento SR».</translation>
    </message>
    <message>
        <source>{count} of {total} images of {folder} have no counterpart, such as {path}: give both images of a pair the same name.</source>
        <translation>A {count} de las {total} imágenes de {folder} les falta la pareja, por ejemplo a {path}: dé el mismo nombre a las dos imágenes de cada par.</translation>
    </message>
    <message>
        <source>{folder} is an ArcGIS export of a single raster: make pairs of it with "Export SR training tiles", with its folder {images} as INPUT_FOLDER.</source>
        <translation>{folder} es una exportación de ArcGIS de un solo ráster: cree pares con «Exportar teselas de entrenamiento SR», poniendo en INPUT_FOLDER su carpeta {images}.</translation>
    </message>
    <message>
        <source>{folder}: {layout} with {count} pairs in {first} and {second}.</source>
        <translation>{folder}: {layout} con {count} pares en {first} y {second}.</translation>
    </message>
    <message>
        <source>others</source>
        <translation>los demás</translation>
    </message>
    <message>
        <source>Pixel value × {gain} + {offset} = physical value.</source>
        <translation>Valor de píxel × {gain} + {offset} = valor físico.</translation>
    </message>
    <message>
        <source>According to pixel size, {lr} is the low-resolution side and {hr} the high-resolution one: scale {scale}, HR tiles of {size} pixels, {bands} {dtype} bands.</source>
        <translation>Por el tamaño de sus píxeles, {lr} es el lado de baja resolución y {hr} el de alta: escala {scale}, teselas HR de {size} píxeles, {bands} bandas {dtype}.</translation>
    </message>
    <message>
        <source>Tiles are divided into the splits of the folder.</source>
        <translation>Las teselas se reparten como en la carpeta.</translation>
    </message>
    <message>
        <source>Tiles are divided by blocks of land: no pixel is in two splits.</source>
        <translation>Las teselas se reparten por bloques de terreno: ningún píxel está en dos partes del reparto.</translation>
    </message>
    <message>
        <source>The high-resolution training tiles of {folder} have a band without a valid pixel.</source>
        <translation>Las teselas de entrenamiento de alta resolución de {folder} tienen una banda sin ningún píxel válido.</translation>
    </message>
    <message>
        <source>{count} images have no counterpart and are left out, such as {path}.</source>
        <translation>A {count} imágenes les falta la pareja y se omiten, por ejemplo {path}.</translation>
    </message>
    <message>
        <source>Reading {path}</source>
        <translation>Leyendo {path}</translation>
    </message>
    <message>
        <source>LR tiles are HR tiles reduced by antialiased bicubic resampling.</source>
        <translation>Las teselas LR son las HR tras un remuestreo bicúbico con antialiasing.</translation>
    </message>
    <message>
        <source>Some tiles are not squares of this size: pixels beyond it, right and below, are not used.</source>
        <translation>No todas las teselas son cuadrados de este tamaño: lo que lo excede, a la derecha y abajo, no se usa.</translation>
    </message>
    <message>
        <source>{count} pairs lie in none of its splits and are left out.</source>
        <translation>{count} pares no están en ninguna parte de su reparto y se omiten.</translation>
    </message>
    <message>
        <source>It has no validation tiles: a tenth of its training tiles are used for validation.</source>
        <translation>No tiene teselas de validación: una décima parte de sus teselas de entrenamiento se usa para la validación.</translation>
    </message>
    <message>
        <source>Warning: {count} tiles show land that is in another split as well: metrics on them are too optimistic.</source>
        <translation>Atención: {count} teselas muestran terreno que está también en otra parte del reparto: las cifras obtenidas con ellas son demasiado buenas.</translation>
    </message>
    <message>
        <source>Tiles have no georeference: they are divided by name, so that neighbours may be in different splits.</source>
        <translation>Las teselas no tienen georreferencia: se reparten por nombre, de modo que teselas vecinas pueden quedar en partes distintas.</translation>
    </message>
    <message>
        <source>{count} tiles across the borders of blocks are left out.</source>
        <translation>Se omiten {count} teselas que cruzan los bordes de los bloques.</translation>
    </message>
    <message>
        <source>Measuring training tile {number} of {count}</source>
        <translation>Midiendo la tesela de entrenamiento {number} de {count}</translation>
    </message>
    <message>
        <source>{path} and its counterpart, {other}, have pixels of the same size: one of them should be coarser, so export it at its own resolution.</source>
        <translation>{path} y su pareja, {other}, tienen píxeles del mismo tamaño: una de ellas debería ser más gruesa, así que expórtela a su propia resolución.</translation>
    </message>
    <message>
        <source>{path} ({width} × {height} pixels) and its counterpart, {other} ({other_width} × {other_height}), do not differ by a whole number in resolution: make pairs of the rasters themselves with "Export SR training tiles", which resamples.</source>
        <translation>La resolución de {path} ({width} × {height} píxeles) y la de su pareja, {other} ({other_width} × {other_height}), no difieren en un factor entero: cree pares a partir de los propios rásteres con «Exportar teselas de entrenamiento SR», que los remuestrea.</translation>
    </message>
    <message>
        <source>The origin of {path} is {apart:.1f} of its pixels away from that of its counterpart, {other}: make pairs of the rasters themselves with "Export SR training tiles", which resamples.</source>
        <translation>{path} empieza a {apart:.1f} de sus píxeles de su pareja, {other}: cree pares a partir de los propios rásteres con «Exportar teselas de entrenamiento SR», que los remuestrea.</translation>
    </message>
    <message>
        <source>The tiles are not squares of one size, for {small} has {small_width} × {small_height} pixels and {large} {large_width} × {large_height}: cut them again with "Export SR training tiles".</source>
        <translation>Las teselas no son cuadrados de un mismo tamaño: {small} tiene {small_width} × {small_height} píxeles y {large}, {large_width} × {large_height}. Córtelas de nuevo con «Exportar teselas de entrenamiento SR».</translation>
    </message>
    <message>
        <source>The last band of {path} and others is tagged alpha, and its values could be opacity or measured ones: save the images without it if it is opacity, or without that tag if it is data such as infrared.</source>
        <translation>La última banda de {path} y de otras está marcada como alfa, y sus valores podrían ser opacidad o mediciones: guarde las imágenes sin ella si es opacidad, o sin esa marca si son datos como el infrarrojo.</translation>
    </message>
    <message>
        <source>The bands of {path} are {lr} and those of its counterpart, {other}, are {hr}: put them in the same order.</source>
        <translation>Las bandas de {path} son {lr} y las de su pareja, {other}, son {hr}: póngalas en el mismo orden.</translation>
    </message>
    <message>
        <source>{path} and its counterpart, {other}, have another ratio of pixel sizes ({own:g}) than most pairs ({usual:g}): remove them.</source>
        <translation>{path} y su pareja, {other}, tienen una relación de tamaños de píxel ({own:g}) distinta de la de la mayoría de los pares ({usual:g}): retírelas.</translation>
    </message>
    <message>
        <source>{path} declares another scale or offset of its bands than {other}: save all images with the same.</source>
        <translation>{path} declara para sus bandas otra escala u otro desplazamiento que {other}: guarde todas las imágenes con los mismos.</translation>
    </message>
    <message>
        <source>{path} has {own} bands and other images have {usual}: save all images with the same bands.</source>
        <translation>{path} tiene {own} bandas y otras imágenes tienen {usual}: guarde todas las imágenes con las mismas bandas.</translation>
    </message>
    <message>
        <source>{path} has {dtype} pixels and {other} has {other_dtype} ones: save all images with the same type of pixels.</source>
        <translation>{path} tiene píxeles {dtype} y {other} los tiene {other_dtype}: guarde todas las imágenes con el mismo tipo de píxel.</translation>
    </message>
    <message>
        <source>{folder} has images in more than two folders, and which two are the sides of pairs is not clear: leave two, such as lr and hr, and move the others elsewhere.</source>
        <translation>{folder} tiene imágenes en más de dos carpetas, y no está claro cuáles son los dos lados de los pares: deje dos, como lr y hr, y mueva las demás a otro sitio.</translation>
    </message>
    <message>
        <source>Comparing pair {number} of {count}</source>
        <translation>Comparando el par {number} de {count}</translation>
    </message>
    <message>
        <source>Warning: the two sides of the {total} pairs seem to show different land, as their details agree no better than those of different pairs: check that the right images are paired.</source>
        <translation>Atención: los dos lados de los {total} pares parecen mostrar terrenos distintos, pues sus detalles no concuerdan mejor que los de pares diferentes: mire si se han emparejado las imágenes correctas.</translation>
    </message>
    <message>
        <source>Warning: the two sides of {count} of {total} pairs seem to show different land, as their details do not agree: {names}. Check them, and remove or correct wrong pairs.</source>
        <translation>Atención: los dos lados de {count} de los {total} pares no parecen mostrar el mismo terreno, pues sus detalles no coinciden: {names}. Mírelos, y quite o corrija lo que esté mal.</translation>
    </message>
    <message>
        <source>PATCH_SIZE is {size}, but a low-resolution tile is only {side} pixels wide: use a PATCH_SIZE of at most {side}, or export larger tiles.</source>
        <translation>PATCH_SIZE es {size}, pero una tesela de baja resolución solo tiene {side} píxeles de ancho: use un PATCH_SIZE de {side} como máximo o exporte teselas mayores.</translation>
    </message>
    <message>
        <source>A batch has only {patches} patches for {count} processes: use a larger BATCH_SIZE, or start fewer.</source>
        <translation>Un lote solo tiene {patches} parches para {count} procesos: use un BATCH_SIZE mayor o inicie menos procesos.</translation>
    </message>
    <message>
        <source>PATCH_SIZE is {size}, and the network learns scale {scale} as well, for which tiles of {tile_size} pixels are too small: export tiles with a TILE_SIZE of {needed}, or use a smaller PATCH_SIZE.</source>
        <translation>PATCH_SIZE es {size}, y la red aprende también la escala {scale}, para la que las teselas de {tile_size} píxeles son demasiado pequeñas: exporte teselas con un TILE_SIZE de {needed} o use un PATCH_SIZE menor.</translation>
    </message>
    <message>
        <source>The tiles are too few, or lie too close together, to be divided into training, validation and test tiles without the same land in two of them: put them into folders train, val and test, or add tiles of other land.</source>
        <translation>Las teselas son muy pocas, o están demasiado juntas, para repartirlas en teselas de entrenamiento, validación y prueba sin que el mismo terreno esté en dos de ellas: póngalas en carpetas train, val y test, o añada teselas de otro terreno.</translation>
    </message>
    <message>
        <source>train tiles</source>
        <translation>teselas de entrenamiento</translation>
    </message>
    <message>
        <source>val tiles</source>
        <translation>teselas de validación</translation>
    </message>
    <message>
        <source>test tiles</source>
        <translation>teselas de prueba</translation>
    </message>
    <message>
        <source>SPLIT requires {wanted} kinds of tiles, but there is land for {found} separate blocks only: use a smaller TILE_SIZE, a larger area or more rasters, or 0 % for one kind.</source>
        <translation>SPLIT pide {wanted} clases de teselas, pero solo hay terreno para {found} bloques separados: use un TILE_SIZE menor, una zona mayor o más rásteres, o 0 % para una clase.</translation>
    </message>
    <message>
        <source>{count} train</source>
        <translation>{count} de entrenamiento</translation>
    </message>
    <message>
        <source>{count} val</source>
        <translation>{count} de validación</translation>
    </message>
    <message>
        <source>{count} test</source>
        <translation>{count} de prueba</translation>
    </message>
    <message>
        <source>{path} could not be written ({reason}): free disk space, or choose another OUTPUT.</source>
        <translation>No se pudo escribir {path} ({reason}): libere espacio o elija otro OUTPUT.</translation>
    </message>
    <message>
        <source>{path} is a file: choose the folder of a tile set, which holds tileset.json.</source>
        <translation>{path} es un archivo: elija la carpeta de un conjunto de teselas, que contiene tileset.json.</translation>
    </message>
    <message>
        <source>The tile set {folder} does not exist.</source>
        <translation>El conjunto de teselas {folder} no existe.</translation>
    </message>
    <message>
        <source>The tile set {folder} lacks {count} of its files, such as {path}: export it again.</source>
        <translation>Al conjunto de teselas {folder} le faltan {count} de sus archivos, como {path}: expórtelo de nuevo.</translation>
    </message>
    <message>
        <source>The tile set {folder} has no {tiles}: export it with a SPLIT that leaves some for {split}.</source>
        <translation>El conjunto de teselas {folder} no tiene {tiles}: expórtelo con un SPLIT que deje algunas para {split}.</translation>
    </message>
    <message>
        <source>The tile {path} is not of the size that {info} says: export the tile set again.</source>
        <translation>La tesela {path} no tiene el tamaño que indica {info}: exporte de nuevo el conjunto de teselas.</translation>
    </message>
    <message>
        <source>The tile {path} has {found} pixels and not the {wanted} ones that {info} says: export the tile set again.</source>
        <translation>La tesela {path} tiene píxeles {found} y no los {wanted} que indica {info}: exporte de nuevo el conjunto de teselas.</translation>
    </message>
    <message>
        <source>The tiles in {folder} have a guide for scale {own}, and what it is at scale {scale} is not known: set multi_scale=false in BACKBONE_OPTIONS, choose a BACKBONE for one scale, such as edsr, or export tiles without GUIDE.</source>
        <translation>Las teselas de {folder} tienen una guía para la escala {own}, y no se sabe cómo es a la escala {scale}: indique multi_scale=false en BACKBONE_OPTIONS, elija un BACKBONE para una sola escala, como edsr, o exporte teselas sin GUIDE.</translation>
    </message>
    <message>
        <source>The low-resolution side of {folder} was observed at scale {own}, and what it is at scale {scale} is not known: set multi_scale=false in BACKBONE_OPTIONS, choose a BACKBONE for one scale, such as edsr, or export tiles without INPUT_LR.</source>
        <translation>El lado de baja resolución de {folder} se observó a la escala {own}, y no se sabe cómo es a la escala {scale}: indique multi_scale=false en BACKBONE_OPTIONS, elija un BACKBONE para una sola escala, como edsr, o exporte teselas sin INPUT_LR.</translation>
    </message>
    <message>
        <source>The tile {path} is damaged: export the tile set again.</source>
        <translation>La tesela {path} está dañada: exporte de nuevo el conjunto de teselas.</translation>
    </message>
    <message>
        <source>The tile set {folder} was made by a newer Finer: update this one.</source>
        <translation>El conjunto de teselas {folder} se creó con una versión más nueva de Finer: actualice esta.</translation>
    </message>
    <message>
        <source>{path} is damaged: export the tile set again.</source>
        <translation>{path} está dañado: exporte de nuevo el conjunto de teselas.</translation>
    </message>
    <message>
        <source>The option {option} has {count} numbers for {bands} bands: give one number, or one for each band.</source>
        <translation>La opción {option} tiene {count} números para {bands} bandas: indique un número, o uno por banda.</translation>
    </message>
    <message>
        <source>The option jpeg is for rasters of 8-bit pixels (uint8), and these are {dtype}: leave it out.</source>
        <translation>La opción jpeg es para rásteres con píxeles de 8 bits (uint8), y estos son {dtype}: omítala.</translation>
    </message>
    <message>
        <source>noise of {values}</source>
        <translation>ruido de {values}</translation>
    </message>
    <message>
        <source>JPEG of quality {quality}</source>
        <translation>JPEG de calidad {quality}</translation>
    </message>
    <message>
        <source>the mean of the area</source>
        <translation>media del área</translation>
    </message>
    <message>
        <source>antialiased bicubic resampling</source>
        <translation>remuestreo bicúbico con antialiasing</translation>
    </message>
    <message>
        <source>antialiased bilinear resampling</source>
        <translation>remuestreo bilineal con antialiasing</translation>
    </message>
    <message>
        <source>the MTF ({values} at the Nyquist frequency)</source>
        <translation>MTF ({values} en la frecuencia de Nyquist)</translation>
    </message>
    <message>
        <source>The bands of {sensor} cannot be identified: set mtf.</source>
        <translation>No se pueden identificar las bandas de {sensor}: indique mtf.</translation>
    </message>
    <message>
        <source>the MTF of {sensor} ({values} at the Nyquist frequency)</source>
        <translation>MTF de {sensor} ({values} en la frecuencia de Nyquist)</translation>
    </message>
    <message>
        <source>The options mtf and sensor exclude each other: give one of them.</source>
        <translation>Las opciones mtf y sensor se excluyen: indique una de las dos.</translation>
    </message>
    <message>
        <source>Band {number} is called {name}, which is not a band of {sensor}: instead of sensor, give mtf with one number for each band ({known}).</source>
        <translation>La banda {number} se llama {name}, que no es ninguna banda de {sensor}: en vez de sensor, indique mtf con un número por banda ({known}).</translation>
    </message>
    <message>
        <source>for each tile another blur between antialiased bicubic resampling and MTF {mtf:g}, bands up to {shift:g} pixels apart</source>
        <translation>para cada tesela otro desenfoque entre el remuestreo bicúbico con antialias y una MTF de {mtf:g}, bandas separadas hasta {shift:g} píxeles</translation>
    </message>
    <message>
        <source>{steps}; {share:.0%} of the tiles clean</source>
        <translation>{steps}; {share:.0%} de las teselas limpias</translation>
    </message>
    <message>
        <source>The option jpeg2000 is for rasters of 8-bit pixels (uint8), and these are {dtype}: leave it out.</source>
        <translation>La opción jpeg2000 es para rásteres con píxeles de 8 bits (uint8), y estos son {dtype}: omítala.</translation>
    </message>
    <message>
        <source>noise of up to {values}</source>
        <translation>ruido de hasta {values}</translation>
    </message>
    <message>
        <source>JPEG of quality {quality} to {best} in {share:.0%}</source>
        <translation>JPEG de calidad {quality} a {best} en {share:.0%}</translation>
    </message>
    <message>
        <source>JPEG 2000 of {best:g} to {most:g} times smaller files in {share:.0%}</source>
        <translation>JPEG 2000 con archivos de {best:g} a {most:g} veces más pequeños en {share:.0%}</translation>
    </message>
    <message>
        <source>Computing on {device}: the model is in ONNX, and ONNX Runtime cannot use {better} here.</source>
        <translation>Se calcula en {device}: el modelo está en ONNX, y ONNX Runtime no puede usar {better} aquí.</translation>
    </message>
    <message>
        <source>There is no {device} device that the SR engine can use here: set DEVICE to "auto" or "cpu".</source>
        <translation>No hay ningún dispositivo {device} que el motor SR pueda usar aquí: ponga DEVICE en "auto" o "cpu".</translation>
    </message>
    <message>
        <source>CPU: {count} threads</source>
        <translation>CPU: {count} hilos</translation>
    </message>
    <message>
        <source>Computing on {device}.</source>
        <translation>Se calcula en {device}.</translation>
    </message>
    <message>
        <source>ONNX Runtime cannot use {device} here, and this model is in ONNX: set DEVICE to "auto" or "cpu".</source>
        <translation>ONNX Runtime no puede usar {device} aquí, y este modelo está en ONNX: ponga DEVICE en "auto" o "cpu".</translation>
    </message>
    <message>
        <source>DEVICE={device} needs PyTorch, which the light SR engine does not have: set DEVICE to auto, cpu or vulkan, or run "Set up SR engine" with PARTS set to complete.</source>
        <translation>DEVICE={device} necesita PyTorch, que el motor SR ligero no tiene: ponga DEVICE en auto, cpu o vulkan, o ejecute «Instalar motor SR» con PARTS en complete.</translation>
    </message>
    <message>
        <source>n_timestep is {asked}, but the model was trained with {trained} steps: choose at most that many.</source>
        <translation>n_timestep es {asked}, pero el modelo se entrenó con {trained} pasos: elija ese número como máximo.</translation>
    </message>
    <message>
        <source>The sampler {sampler} is for models trained with the objective {other}, and this one was trained with {own}: set SAMPLER to one of {known}.</source>
        <translation>El muestreador {sampler} es para modelos que aprendieron mediante el objetivo {other}, y este aprendió mediante {own}: ponga SAMPLER en uno de {known}.</translation>
    </message>
    <message>
        <source>SCHEDULE says where the steps lie, and so does spacing={spacing}: leave one of them out.</source>
        <translation>SCHEDULE determina dónde están los pasos, y spacing={spacing} también: omita uno de los dos.</translation>
    </message>
    <message>
        <source>This model was trained with the objective flow, which has no noise schedule: leave {parameter} blank.</source>
        <translation>Este modelo aprendió mediante el objetivo flow, que no tiene programa de ruido: deje {parameter} en blanco.</translation>
    </message>
    <message>
        <source>linear_start is {start} and must not be above linear_end, which is {end}.</source>
        <translation>linear_start es {start} y no debe superar linear_end, que es {end}.</translation>
    </message>
    <message>
        <source>This needs the complete SR engine, and the one that is set up is the light one, which only runs models: run "Set up SR engine" with PARTS set to complete.</source>
        <translation>Esto necesita el motor SR completo, y el que está instalado es el ligero, que solo aplica modelos: ejecute «Instalar motor SR» con PARTS en complete.</translation>
    </message>
    <message>
        <source>{count} tiles are too few to calibrate errors on: at least {needed} are needed, 100 or more are better.</source>
        <translation>{count} teselas son demasiado pocas para calibrar los errores: hacen falta {needed} o más, y 100 o más son mejores.</translation>
    </message>
    <message>
        <source>Calibrating errors</source>
        <translation>Calibrando los errores</translation>
    </message>
    <message>
        <source>{count} {tiles} are too few to calibrate the errors of results, for OUTPUT_ERROR of "Classify pixels with SR model": that needs {needed} or more, or CALIBRATE of "Evaluate SR model" on other tiles.</source>
        <translation>{count} {tiles} son demasiado pocas para saber cuánto pueden desviarse los resultados, para OUTPUT_ERROR de «Clasificar píxeles con modelo SR»: este necesita {needed} o más, o CALIBRATE de «Evaluar modelo SR» con otras teselas.</translation>
    </message>
    <message>
        <source>Measuring the fixed pattern</source>
        <translation>Midiendo el patrón fijo</translation>
    </message>
    <message>
        <source>No train tile in {folder} has a valid pixel.</source>
        <translation>Ninguna tesela de entrenamiento de {folder} tiene un píxel válido.</translation>
    </message>
    <message>
        <source>No val tile in {folder} has a valid pixel.</source>
        <translation>Ninguna tesela de validación de {folder} tiene un píxel válido.</translation>
    </message>
    <message>
        <source>No test tile in {folder} has a valid pixel.</source>
        <translation>Ninguna tesela de prueba de {folder} tiene un píxel válido.</translation>
    </message>
    <message>
        <source>Minimum gain</source>
        <translation>Menor ganancia</translation>
    </message>
    <message>
        <source>Median gain</source>
        <translation>Ganancia mediana</translation>
    </message>
    <message>
        <source>Maximum gain</source>
        <translation>Mayor ganancia</translation>
    </message>
    <message>
        <source>The model is for scale {model} and the tiles in {folder} are for scale {tiles}: export tiles with SCALE {model}, or choose another model.</source>
        <translation>El modelo es para la escala {model} y las teselas de {folder} son para la escala {tiles}: exporte teselas con SCALE {model} o elija otro modelo.</translation>
    </message>
    <message>
        <source>The model takes {model} bands and the tiles in {folder} have {tiles}: export tiles with the model's BANDS, or choose another model.</source>
        <translation>El modelo toma {model} bandas y las teselas de {folder} tienen {tiles}: exporte teselas con las BANDS del modelo o elija otro modelo.</translation>
    </message>
    <message>
        <source>The model takes {model} channels in all and the tiles in {folder} have {tiles}: one of the two has a guide that the other lacks, or another one; export tiles with the model's GUIDE, or choose another model.</source>
        <translation>El modelo toma {model} canales en total y las teselas de {folder} tienen {tiles}: uno de los dos tiene una guía que al otro le falta, u otra; exporte teselas con la GUIDE del modelo o elija otro modelo.</translation>
    </message>
    <message>
        <source>Measuring tile {number} of {count}</source>
        <translation>Midiendo la tesela {number} de {count}</translation>
    </message>
    <message>
        <source>Results of ONNX Runtime and of the model differ by {share:.1e} of their range. Nothing was written.</source>
        <translation>Los resultados de ONNX Runtime y del modelo difieren en {share:.1e} de su rango. No se escribió nada.</translation>
    </message>
    <message>
        <source>The network cannot be written in ONNX ({reason}).</source>
        <translation>La red no se puede escribir en ONNX ({reason}).</translation>
    </message>
    <message>
        <source>There is not enough disk space in {folder} ({reason}; {free} MB are free, about {needed} MB are needed): delete what unfinished runs have left there ({left}), or other files, or choose another OUTPUT.</source>
        <translation>No hay bastante espacio en {folder} ({reason}; {free} MB libres, se necesitan unos {needed} MB): borre allí lo que dejaron ejecuciones sin terminar ({left}), u otros archivos, o elija otro OUTPUT.</translation>
    </message>
    <message>
        <source>A disk is full ({reason}): free space on the one with OUTPUT, or on the one with the folder for temporary files, {folder}, where {free} MB are free, or set another in TMPDIR.</source>
        <translation>Un disco está lleno ({reason}): libere espacio en el de OUTPUT, o en el de la carpeta de archivos temporales, {folder}, donde hay {free} MB libres, o indique otra en TMPDIR.</translation>
    </message>
    <message>
        <source>There is not enough disk space in {folder} ({reason}; {free} MB are free): delete what unfinished runs have left there ({left}), or other files, or choose another OUTPUT.</source>
        <translation>No hay bastante espacio en {folder} ({reason}; {free} MB libres): borre allí lo que dejaron ejecuciones sin terminar ({left}), u otros archivos, o elija otro OUTPUT.</translation>
    </message>
    <message>
        <source>There is not enough disk space in {folder} ({reason}; {free} MB are free, about {needed} MB are needed): delete files on this disk, or choose another OUTPUT.</source>
        <translation>No hay bastante espacio en {folder} ({reason}; {free} MB libres, se necesitan unos {needed} MB): borre archivos en este disco, o elija otro OUTPUT.</translation>
    </message>
    <message>
        <source>There is not enough disk space in {folder} ({reason}; {free} MB are free): delete files on this disk, or choose another OUTPUT.</source>
        <translation>No hay bastante espacio en {folder} ({reason}; {free} MB libres): borre archivos en este disco, o elija otro OUTPUT.</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Cores</source>
        <translation>Núcleos</translation>
    </message>
    <message>
        <source>{others} and {last}</source>
        <translation>{others} y {last}</translation>
    </message>
    <message>
        <source>{others} or {last}</source>
        <translation>{others} o {last}</translation>
    </message>
    <message>
        <source>{path} contains program code and not only weights, and loading it would run that code: choose another file from the page where the model is published, or ask its author to save only the network's state_dict(), or to export it to ONNX.</source>
        <translation>{path} contiene código de programa y no solo pesos, y al cargarlo se ejecutaría: elija otro archivo de la página donde se publica el modelo, o pida a su autor que guarde solo el state_dict() de la red o que la exporte a ONNX.</translation>
    </message>
    <message>
        <source>{path} contains no weights (state_dict): choose the file of weights from the page where the model is published, or ask its author to save only the network's state_dict(), or to export it to ONNX.</source>
        <translation>{path} no contiene pesos (state_dict): elija el archivo de pesos de la página donde se publica el modelo, o pida a su autor que guarde solo el state_dict() de la red o que la exporte a ONNX.</translation>
    </message>
    <message>
        <source>{path} is not a weights file (.pth, .pt, .safetensors) or is damaged: {reason}.</source>
        <translation>{path} no es un archivo de pesos (.pth, .pt, .safetensors) o está dañado: {reason}.</translation>
    </message>
    <message>
        <source>{path} refers to the weights file {name}, which is missing: copy the model again, with that file.</source>
        <translation>{path} remite al archivo de pesos {name}, que falta: copie de nuevo el modelo, con ese archivo.</translation>
    </message>
    <message>
        <source>{path} is not a model of ArcGIS (.dlpk, or .emd beside its weights), or a damaged one: copy it again.</source>
        <translation>{path} no es un modelo de ArcGIS (.dlpk, o .emd junto a sus pesos), o está dañado: cópielo de nuevo.</translation>
    </message>
    <message>
        <source>{path} is a model of another kind ({kind}), and only SuperResolution can be imported.</source>
        <translation>{path} es un modelo de otro tipo ({kind}), y solo se puede importar SuperResolution.</translation>
    </message>
    <message>
        <source>ArcGIS applies an unsharp mask to the network's output, which is not part of the weights and is not imported: results here are the network's own. The file does not state how ArcGIS enlarges the image before the network: here it is bicubic.</source>
        <translation>ArcGIS aplica a la salida de la red una máscara de enfoque (unsharp mask), que no forma parte de los pesos y no se importa: los resultados son aquí los de la propia red. El archivo no indica cómo ArcGIS amplía la imagen antes de la red: aquí, de forma bicúbica.</translation>
    </message>
    <message>
        <source>The file does not state how ArcGIS enlarges the image before the network: here it is bilinear, as in its training.</source>
        <translation>El archivo no dice cómo amplía ArcGIS la imagen antes de la red: aquí es de forma bilineal, como al entrenar la red.</translation>
    </message>
    <message>
        <source>Only ArcGIS SuperResolution models with the networks SR3 and U-Net can be imported, and this one is {network}: train one with SR3 or a ResNet, or export it to ONNX and import that.</source>
        <translation>De los modelos SuperResolution de ArcGIS se pueden importar los de las redes SR3 y U-Net, y este es {network}: entrene uno con SR3 o un ResNet, o expórtelo a ONNX e impórtelo.</translation>
    </message>
    <message>
        <source>The model definition is of another network than its weights: export the model from ArcGIS again.</source>
        <translation>La definición del modelo es de otra red que sus pesos: exporte de nuevo el modelo desde ArcGIS.</translation>
    </message>
    <message>
        <source>The statistics in the model definition do not fit the weights, which are of {bands} bands: export the model from ArcGIS again.</source>
        <translation>Las estadísticas de la definición del modelo no encajan con los pesos, que son de {bands} bandas: exporte de nuevo el modelo desde ArcGIS.</translation>
    </message>
    <message>
        <source>There is no file {path}: choose the file with the weights.</source>
        <translation>No existe el archivo {path}: elija el archivo con los pesos.</translation>
    </message>
    <message>
        <source>{path} is empty: download or copy it again.</source>
        <translation>{path} está vacío: descárguelo o cópielo de nuevo.</translation>
    </message>
    <message>
        <source>{path} is a macOS metadata file of {owner} and contains no weights: choose {owner} instead.</source>
        <translation>{path} es un archivo de metadatos de macOS de {owner} y no contiene pesos: elija {owner} en su lugar.</translation>
    </message>
    <message>
        <source>{path} is a web page and not the file that the page offers: open its address in a browser, and download the file itself.</source>
        <translation>{path} es una página web y no el archivo que esta ofrece: abra su dirección en un navegador y descargue el archivo mismo.</translation>
    </message>
    <message>
        <source>{path} is a Git LFS pointer to the weights file: run git lfs pull where it was cloned, or download the file itself from the website.</source>
        <translation>{path} es solo un puntero de Git LFS al archivo con los pesos: ejecute git lfs pull donde se clonó, o descargue el archivo mismo del sitio web.</translation>
    </message>
    <message>
        <source>{path} is a text file and not one of weights (.pth, .pt, .safetensors): download the file itself.</source>
        <translation>{path} es un archivo de texto y no uno de pesos (.pth, .pt, .safetensors): descargue el archivo mismo.</translation>
    </message>
    <message>
        <source>{path} is a TorchScript archive, a program with its weights: save the network's state_dict() alone, or export it to ONNX.</source>
        <translation>{path} es un archivo TorchScript, un programa con sus pesos: guarde solo el state_dict() de la red o expórtela a ONNX.</translation>
    </message>
    <message>
        <source>{path} is a model package already: choose it where a model is asked for.</source>
        <translation>{path} ya es un paquete de modelo: elíjalo donde se pida un modelo.</translation>
    </message>
    <message>
        <source>{path} is a zip archive without weights that PyTorch saved: unpack it, and choose the file of weights (.pth, .pt, .safetensors) or the ONNX model in it.</source>
        <translation>{path} es un archivo zip sin pesos guardados por PyTorch: descomprímalo y elija el archivo de pesos (.pth, .pt, .safetensors) o el modelo ONNX que contiene.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation>{path} no se puede leer: {reason}.</translation>
    </message>
    <message>
        <source>{path} is a raster ({kind}) and not the file of a network (.pth, .pt, .safetensors, .onnx): choose that.</source>
        <translation>{path} es un ráster ({kind}) y no el archivo de una red (.pth, .pt, .safetensors, .onnx): elija ese.</translation>
    </message>
    <message>
        <source>{path} is a file of another kind ({kind}), and not of weights (.pth, .pt, .safetensors): unpack or convert it first.</source>
        <translation>{path} es un archivo de otro tipo ({kind}) y no de pesos (.pth, .pt, .safetensors): descomprímalo o conviértalo primero.</translation>
    </message>
    <message>
        <source>Its mean-shift layers do more than shift: export the network to ONNX and import that.</source>
        <translation>Sus capas mean-shift hacen algo más que desplazar: exporte la red a ONNX e importe ese archivo.</translation>
    </message>
    <message>
        <source>it gives another result for the same image each time, as networks do that add noise or were exported in training mode: export it in evaluation mode, without noise</source>
        <translation>da cada vez otro resultado para la misma imagen, como las redes que añaden ruido o se exportaron en modo de entrenamiento: expórtelo en modo de evaluación, sin ruido</translation>
    </message>
    <message>
        <source>its result shows the image rotated or mirrored: take out what swaps or reverses rows and columns</source>
        <translation>su resultado muestra la imagen girada o reflejada: quite lo que intercambia o invierte filas y columnas</translation>
    </message>
    <message>
        <source>its result shows the image moved by {rows} rows and {cols} columns: take out what cuts or pads one side only</source>
        <translation>su resultado muestra la imagen desplazada {rows} filas y {cols} columnas: quite lo que corta o rellena un solo lado</translation>
    </message>
    <message>
        <source>it could not be run with any of the image sizes tried</source>
        <translation>no funciona con ninguno de los tamaños de imagen que se probaron</translation>
    </message>
    <message>
        <source>{path} and its weights are larger than 2 GB together, which is more than one ONNX model can hold: choose a smaller one.</source>
        <translation>{path} y sus pesos superan juntos los 2 GB, más de lo que cabe en un modelo ONNX: elija uno más pequeño.</translation>
    </message>
    <message>
        <source>The ONNX model keeps its weights in {file}, which is not in its own folder, and only files there are read: save it again with the weights beside it.</source>
        <translation>El modelo ONNX guarda sus pesos en {file}, fuera de su carpeta, y solo se leen archivos de ella: guárdelo de nuevo con los pesos al lado.</translation>
    </message>
    <message>
        <source>The ONNX model keeps its weights in a second file, {file}, which is missing: put it into the same folder.</source>
        <translation>El modelo ONNX guarda sus pesos en un segundo archivo, {file}, que falta: póngalo en la misma carpeta.</translation>
    </message>
    <message>
        <source>{file}, in which the ONNX model keeps its weights, is shorter than the model says: copy or download it again.</source>
        <translation>{file}, donde el modelo ONNX guarda sus pesos, es más corto de lo que el modelo indica: cópielo o descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>The ONNX model accepts a guide of any of the ratios {ratios}: set GUIDE_RATIO to the one that it was trained with.</source>
        <translation>El modelo ONNX toma una guía de cualquiera de las razones {ratios}: indique en GUIDE_RATIO aquella con la que se entrenó.</translation>
    </message>
    <message>
        <source>{option} has {given} names and the ONNX model takes {bands}.</source>
        <translation>{option} tiene {given} nombres y el modelo ONNX toma {bands}.</translation>
    </message>
    <message>
        <source>its inputs are not one or two images of four dimensions (NCHW or NHWC)</source>
        <translation>sus entradas no son una o dos imágenes de cuatro dimensiones (NCHW o NHWC)</translation>
    </message>
    <message>
        <source>it takes two images and runs with none of the pixel size ratios tried</source>
        <translation>toma dos imágenes y no funciona con ninguna de las proporciones de tamaño de píxel probadas</translation>
    </message>
    <message>
        <source>its input type is {kind}, and only float32 and float16 are supported: export it with one of these</source>
        <translation>su tipo de entrada es {kind}, y solo se admiten float32 y float16: expórtelo con uno de ellos</translation>
    </message>
    <message>
        <source>The ONNX model is not a super-resolution network that Finer can use: {reason}.</source>
        <translation>El modelo ONNX no es una red de superresolución que Finer pueda usar: {reason}.</translation>
    </message>
    <message>
        <source>The ONNX model has no output {asked}: it has {known}.</source>
        <translation>El modelo ONNX no tiene la salida {asked}: tiene {known}.</translation>
    </message>
    <message>
        <source>The ONNX model has several outputs that can be the result: set OUTPUT_NAME to one of {known}.</source>
        <translation>El modelo ONNX tiene varias salidas que pueden ser el resultado: ponga en OUTPUT_NAME una de {known}.</translation>
    </message>
    <message>
        <source>from {rows} × {cols} pixels it produces {high} × {wide}, and only a network that loses the same number of pixels on every side can be used</source>
        <translation>de {rows} × {cols} píxeles hace {high} × {wide}, y solo puede usarse una que pierda lo mismo en cada lado</translation>
    </message>
    <message>
        <source>its result always has {high} × {wide} pixels, but must grow with the image</source>
        <translation>su resultado tiene {high} × {wide} píxeles, sea cual sea el tamaño de la imagen, y debe crecer con ella</translation>
    </message>
    <message>
        <source>its result is {rows:g} × {cols:g} times as large, and can be 1, 2, 3, 4 or 8 times</source>
        <translation>su resultado es {rows:g} × {cols:g} veces más grande, y puede serlo 1, 2, 3, 4 u 8 veces</translation>
    </message>
    <message>
        <source>from {bands} bands it produces an array of shape {shape}</source>
        <translation>de {bands} bandas hace una matriz de forma {shape}</translation>
    </message>
    <message>
        <source>its result is not finite, for example because weights are NaN</source>
        <translation>su resultado no es finito, como con pesos que no son números</translation>
    </message>
    <message>
        <source>This PLKSR has large kernels that are composed of several, and only one with plain kernels can be imported: export it to ONNX and import that.</source>
        <translation>Los núcleos grandes de este PLKSR se componen de varios, y solo puede importarse uno con núcleos simples: expórtelo a ONNX e importe eso.</translation>
    </message>
    <message>
        <source>This RealPLKSR samples at positions that it computes (DySample), so its receptive field is unbounded: export it to ONNX and import that.</source>
        <translation>Este RealPLKSR muestrea en posiciones que calcula (DySample), por lo que su campo receptivo no está acotado: expórtelo a ONNX e importe eso.</translation>
    </message>
    <message>
        <source>The weights do not exactly match a PLKSR: export it to ONNX and import that.</source>
        <translation>Los pesos no son del todo los de un PLKSR: expórtelo a ONNX e importe eso.</translation>
    </message>
    <message>
        <source>These weights are of a network that cannot be imported. Supported networks are {known}; any other can be exported to ONNX and imported from that.</source>
        <translation>Estos no son los pesos de una red que se pueda importar. Se conocen {known}; cualquier otra red se puede exportar a ONNX e importar así.</translation>
    </message>
    <message>
        <source>The weights almost match a supported network: {what}. Export it to ONNX and import that.</source>
        <translation>Los pesos casi coinciden con los de una red admitida: {what}. Expórtela a ONNX e importe eso.</translation>
    </message>
    <message>
        <source>The weights are not floating-point numbers ({name} is {dtype}), as in a quantised network: use the file from before quantisation, or export it to ONNX.</source>
        <translation>Los pesos no son números de coma flotante ({name} es {dtype}), como los de una red cuantizada: tome el archivo anterior a eso o expórtela a ONNX.</translation>
    </message>
    <message>
        <source>The weights contain numbers that are not finite ({name}), so every result would be nodata: the training diverged or the file is damaged. Use another file.</source>
        <translation>Los pesos contienen números no finitos ({name}), de modo que todo resultado quedaría vacío: el entrenamiento falló o el archivo está dañado, tome otro.</translation>
    </message>
    <message>
        <source>BACKBONE_OPTIONS sets {name} = {said}, but the weights have {found}: leave it out.</source>
        <translation>BACKBONE_OPTIONS dice {name} = {said}, y los pesos dicen {found}: omítalo.</translation>
    </message>
    <message>
        <source>nothing corresponds to {name}</source>
        <translation>nada corresponde a {name}</translation>
    </message>
    <message>
        <source>there is no {name}</source>
        <translation>falta {name}</translation>
    </message>
    <message>
        <source>{name} is {found} where {wanted} is expected</source>
        <translation>{name} es {found} y se espera {wanted}</translation>
    </message>
    <message>
        <source>This RRDBNet takes {inputs} bands and produces {bands}, and only one with the same bands as input and output can be imported.</source>
        <translation>Este RRDBNet toma {inputs} bandas para hacer {bands}, y solo se puede importar uno que devuelva las bandas que toma.</translation>
    </message>
    <message>
        <source>The weights take {inputs} channels to make {bands}: either {bands} bands at scale {gathered}, whose pixels are gathered {factor} × {factor} into channels first, as in Real-ESRGAN, or {inputs} bands at scale {full}, which cannot be imported; set SCALE to {gathered} if it is the former.</source>
        <translation>Los pesos toman {inputs} canales para hacer {bands}: o bien {bands} bandas a escala {gathered}, cuyos píxeles se agrupan antes {factor} × {factor} en canales, como en Real-ESRGAN, o bien {inputs} bandas a escala {full}, lo que no se puede importar; ponga SCALE en {gathered} si es lo primero.</translation>
    </message>
    <message>
        <source>At scale {full} these weights take {inputs} bands and produce {bands}, and only a network with the same bands as input and output can be imported.</source>
        <translation>A escala {full} estos pesos toman {inputs} bandas para hacer {bands}, y solo se puede importar una red que devuelva las bandas que toma.</translation>
    </message>
    <message>
        <source>The weights do not exactly match an RRDBNet: export it to ONNX and import that.</source>
        <translation>Los pesos no son del todo los de una RRDBNet: expórtela a ONNX e importe ese archivo.</translation>
    </message>
    <message>
        <source>The network takes {bands} bands and produces {outputs} channels, which are not as many bands at a finer resolution; only one with the same bands as input and output can be imported.</source>
        <translation>La red toma {bands} bandas y hace de ellas {outputs} canales, que no son otras tantas bandas a una resolución más fina, y solo puede importarse una que devuelva las bandas que toma.</translation>
    </message>
    <message>
        <source>The weights do not exactly match an SRResNet: export it to ONNX and import that.</source>
        <translation>Los pesos no son exactamente los de un SRResNet: expórtelo a ONNX e impórtelo.</translation>
    </message>
    <message>
        <source>SCALE is {asked}, and the weights are for scale {found}: leave SCALE blank.</source>
        <translation>SCALE es {asked}, y los pesos son para la escala {found}: deje SCALE en blanco.</translation>
    </message>
    <message>
        <source>This {network} restores images at their own size, and only one that increases the resolution can be imported: export it to ONNX and import that.</source>
        <translation>Este {network} restaura imágenes a su propio tamaño, y solo se puede importar uno que haga píxeles más finos: expórtelo a ONNX e impórtelo.</translation>
    </message>
    <message>
        <source>The weights do not exactly match a {network}: export it to ONNX and import that.</source>
        <translation>Los pesos no son del todo los de un {network}: expórtelo a ONNX e impórtelo.</translation>
    </message>
    <message>
        <source>The weights do not tell the scale: set SCALE.</source>
        <translation>Los pesos no indican la escala: indique SCALE.</translation>
    </message>
    <message>
        <source>This CARN is for the scales {found}, and only one for a single scale or for {known} can be imported: export it to ONNX at one scale and import that.</source>
        <translation>Este CARN es para las escalas {found}, y solo puede importarse uno para una sola escala o para {known}: expórtelo a ONNX con una escala e importe eso.</translation>
    </message>
    <message>
        <source>This MDSR is for the scales {found}, and only one for {known} can be imported: export it to ONNX at one scale and import that.</source>
        <translation>Esta MDSR es para las escalas {found}, y solo se puede importar una para {known}: expórtela a ONNX a una sola escala e importe ese archivo.</translation>
    </message>
    <message>
        <source>SCALE is {asked}, and the weights are for the scales {found}: leave SCALE blank.</source>
        <translation>SCALE es {asked}, y los pesos son para las escalas {found}: deje SCALE en blanco.</translation>
    </message>
    <message>
        <source>The weights are for scale 2 or 3 and do not tell which: set SCALE.</source>
        <translation>Los pesos son para la escala 2 o 3 y no indican cuál: indique SCALE.</translation>
    </message>
    <message>
        <source>These are the weights of opensr-srgan's generator of type {type}, and only the types standard and res can be imported: export it to ONNX and import that.</source>
        <translation>Estos son los pesos del generador de opensr-srgan de tipo {type}, y solo los tipos standard y res se pueden importar: expórtelo a ONNX e importe eso.</translation>
    </message>
    <message>
        <source>The network sharpens {bands} bands by a guide of {guide} bands, and the weights do not say how many times finer the guide is: set SCALE, to 2 for SEN2SRLite from 20 m to 10 m and to 4 for it from 10 m to 2.5 m.</source>
        <translation>La red afina {bands} bandas con una guía de {guide} bandas, y los pesos no dicen cuántas veces más fina es la guía: ponga SCALE a 2 para SEN2SRLite de 20 m a 10 m y a 4 para el de 10 m a 2,5 m.</translation>
    </message>
    <message>
        <source>The weights do not exactly match an SR3: export it to ONNX and import that.</source>
        <translation>Los pesos no son del todo los de una SR3: expórtela a ONNX e importe ese archivo.</translation>
    </message>
    <message>
        <source>This SR3 takes {inputs} bands and produces {bands}, and only one that takes the condition and the noisy image, {wanted} bands, can be imported.</source>
        <translation>Esta SR3 toma {inputs} bandas para producir {bands}, y solo se puede importar una que tome la condición y la imagen con ruido, {wanted} bandas.</translation>
    </message>
    <message>
        <source>This SwinIR does not shift its windows, and only one that does can be imported: export it to ONNX and import that.</source>
        <translation>Este SwinIR no desplaza sus ventanas, y solo puede importarse uno que lo haga: expórtelo a ONNX e importe eso.</translation>
    </message>
    <message>
        <source>The network of {model} has a layer that cannot be computed with Vulkan: set DEVICE to "auto" or "cpu".</source>
        <translation>La red de {model} tiene una capa que no se puede calcular con Vulkan: ponga DEVICE en "auto" o "cpu".</translation>
    </message>
    <message>
        <source>The last run with Vulkan crashed: this one computes on the CPU. Update the graphics driver.</source>
        <translation>La última ejecución con Vulkan se bloqueó: esta calcula en el procesador. Actualice el controlador gráfico.</translation>
    </message>
    <message>
        <source>In half precision {card} gives another result than the CPU: the run continues on the CPU. Set PRECISION to exact.</source>
        <translation>En media precisión, {card} da otro resultado que la CPU: la ejecución sigue en la CPU. Ponga PRECISION en exact.</translation>
    </message>
    <message>
        <source>The memory of {card} is not sufficient: the run continues on the CPU.</source>
        <translation>La memoria de {card} no basta: el cálculo sigue en el procesador.</translation>
    </message>
    <message>
        <source>{card} gives a result that is not finite: the run continues on the CPU. Update the card's driver.</source>
        <translation>{card} da un resultado que no es finito: el cálculo sigue en el procesador. Actualice el controlador de la tarjeta.</translation>
    </message>
    <message>
        <source>{card} gives another result than the CPU: the run continues on the CPU. Update the card's driver.</source>
        <translation>{card} da un resultado distinto al del procesador: el cálculo sigue en el procesador. Actualice el controlador de la tarjeta.</translation>
    </message>
    <message>
        <source>The network is computed in half precision ({format}).</source>
        <translation>La red se calcula en media precisión ({format}).</translation>
    </message>
    <message>
        <source>Half precision is not faster for this model here, or its results are not close enough: PRECISION exact is used.</source>
        <translation>La precisión media no es aquí más rápida para este modelo, o sus resultados no son bastante cercanos: se usa PRECISION exact.</translation>
    </message>
    <message>
        <source>There is not enough memory: set a smaller TILE_SIZE.</source>
        <translation>La memoria no basta: ponga TILE_SIZE en un valor menor.</translation>
    </message>
    <message>
        <source>{model} does not produce {bands} at {scale} times finer pixels from a guide, which is needed here: choose a model that was trained for it, or leave MODEL blank to learn from the scene.</source>
        <translation>{model} no da {bands} con píxeles {scale} veces más finos a partir de una guía, que es lo que hace falta aquí: elija un modelo entrenado para ello, o deje MODEL en blanco para aprender de la escena.</translation>
    </message>
    <message>
        <source>The model expects {count} bands ({wanted}) and gets {have} of {path}: set BANDS in the model's order, such as BANDS={example}.</source>
        <translation>El modelo requiere {count} bandas ({wanted}) y recibe {have} de {path}: indique BANDS en el orden del modelo, por ejemplo BANDS={example}.</translation>
    </message>
    <message>
        <source>The model expects the bands {wanted}, and those of {path} are {names}: choose a raster or a model that fits, or, if what the raster says of its bands is wrong, set BANDS, such as BANDS={example}.</source>
        <translation>El modelo requiere las bandas {wanted} y las de {path} son {names}: elija un ráster o un modelo adecuado o, si lo que el ráster dice de sus bandas es erróneo, indique BANDS, por ejemplo BANDS={example}.</translation>
    </message>
    <message>
        <source>The model takes {model} bands ({wanted}) and the tiles in {folder} have {tiles} ({names}): export tiles with BANDS for the model's, which would be {example} of those they have now, or choose another model.</source>
        <translation>El modelo toma {model} bandas ({wanted}) y las teselas de {folder} tienen {tiles} ({names}): exporte teselas con BANDS para las del modelo, que serían {example} de las que tienen ahora, o elija otro modelo.</translation>
    </message>
    <message>
        <source>The model expects the bands {wanted} and the tiles in {folder} have {names}: export tiles with the model's BANDS, or choose another model.</source>
        <translation>El modelo requiere las bandas {wanted} y las teselas de {folder} tienen {names}: exporte teselas con las BANDS del modelo o elija otro modelo.</translation>
    </message>
    <message>
        <source>The model expects {count} bands ({wanted}) and gets {have} of {path}, of which band {alpha} was taken for transparency: if it is measured, set BANDS={example}, or else choose a model of {have} bands.</source>
        <translation>El modelo quiere {count} bandas ({wanted}) y recibe {have} de {path}, cuya banda {alpha} se tomó por transparencia: si es medida, ponga BANDS={example}; si no, elija un modelo de {have} bandas.</translation>
    </message>
    <message>
        <source>The model expects {count} bands ({wanted}) and gets {have} of {path}: choose a raster that has them, or set BANDS in the model's order, such as BANDS={example}, which gives it another band in place of {missing}.</source>
        <translation>El modelo requiere {count} bandas ({wanted}) y recibe {have} de {path}: elija un ráster que las tenga o indique BANDS en el orden del modelo, por ejemplo BANDS={example}, con lo que recibe otra banda en lugar de {missing}.</translation>
    </message>
    <message>
        <source>The model expects the bands {wanted}, and bands {bands} of {path} are {names}: they are taken because BANDS says so.</source>
        <translation>El modelo requiere las bandas {wanted} y las bandas {bands} de {path} son {names}: se toman porque BANDS así lo indica.</translation>
    </message>
    <message>
        <source>The model expects the band {wanted}, and band {bands} of {path} is {names}: it is taken because BANDS says so.</source>
        <translation>El modelo quiere la banda {wanted}, y la banda {bands} de {path} es {names}: se toma porque BANDS lo dice.</translation>
    </message>
    <message>
        <source>The model was trained on the bands {model}, and the tiles have {tiles}: are they the same?</source>
        <translation>El modelo se entrenó con las bandas {model}, y las teselas tienen {tiles}: ¿son las mismas?</translation>
    </message>
    <message>
        <source>The model does not say what its bands are: those of {path} are taken in their order.</source>
        <translation>El modelo no dice cuáles son sus bandas: las de {path} se toman en su orden.</translation>
    </message>
    <message>
        <source>It is not known whether bands {bands} of {path} are {wanted}: check, or set BANDS in the model's order.</source>
        <translation>Nada indica si las bandas {bands} de {path} son {wanted}: compruébelo o indique BANDS en el orden del modelo.</translation>
    </message>
    <message>
        <source>It is not known whether band {bands} of {path} is {wanted}: check, or set BANDS in the model's order.</source>
        <translation>Nada indica si la banda {bands} de {path} es {wanted}: compruébelo, o ponga BANDS en el orden del modelo.</translation>
    </message>
    <message>
        <source>Bands {bands} are those the model names.</source>
        <translation>Las bandas {bands} son las que nombra el modelo.</translation>
    </message>
    <message>
        <source>Bands {bands} of the tiles are those the model names.</source>
        <translation>Las bandas {bands} de las teselas son las que nombra el modelo.</translation>
    </message>
    <message>
        <source>Compiling the network for {device}: this takes a minute or two and makes this run faster.</source>
        <translation>Compilando la red para {device}: tarda uno o dos minutos y acelera esta ejecución.</translation>
    </message>
    <message>
        <source>There is not enough memory for one tile: set a smaller TILE_SIZE.</source>
        <translation>La memoria no basta para una tesela: ponga un TILE_SIZE menor.</translation>
    </message>
    <message>
        <source>Memory ran out: continuing with {count} tiles at once.</source>
        <translation>La memoria no ha bastado: se continúa con {count} teselas a la vez.</translation>
    </message>
    <message>
        <source>The network cannot be compiled here and runs uncompiled ({reason}).</source>
        <translation>La red no se puede compilar aquí y se ejecuta sin compilar ({reason}).</translation>
    </message>
    <message>
        <source>The model does not say how its low-resolution images were made: for OUTPUT_CONSISTENCY a low-resolution pixel is taken as the mean of the result's pixels in it.</source>
        <translation>El modelo no indica cómo se obtuvieron sus imágenes de baja resolución: para OUTPUT_CONSISTENCY, un píxel de baja resolución se toma por la media de los píxeles del resultado que contiene.</translation>
    </message>
    <message>
        <source>Writing the consistency layer</source>
        <translation>Escribiendo la capa de consistencia</translation>
    </message>
    <message>
        <source>Degraded again ({how}), the result differs from the raster by {difference:.3g} on average (mean absolute difference, in units of its pixels).</source>
        <translation>Degradado de nuevo ({how}), el resultado difiere del ráster en {difference:.3g} en promedio (diferencia absoluta media, en unidades de sus píxeles).</translation>
    </message>
    <message>
        <source>OUTPUT_CONSISTENCY has no data: no pixel has all that it is compared with.</source>
        <translation>OUTPUT_CONSISTENCY no tiene datos: ningún píxel tiene todo aquello con lo que se compara.</translation>
    </message>
    <message>
        <source>Comparing with the low-resolution raster</source>
        <translation>Comparando con el ráster de baja resolución</translation>
    </message>
    <message>
        <source>{done:.2f} of {total:.2f} megapixels</source>
        <translation>{done:.2f} de {total:.2f} megapíxeles</translation>
    </message>
    <message>
        <source>{done} of {total} tiles, over all steps</source>
        <translation>{done} de {total} teselas, en todos los pasos</translation>
    </message>
    <message>
        <source>{calls} tiles of {side} × {side} pixels over {steps} steps, {batch} at a time. The canvas is cut into {canvases}, for which {held:.0f} MB are needed.</source>
        <translation>{calls} teselas de {side} × {side} píxeles en {steps} pasos, {batch} a la vez. El lienzo se corta en {canvases}, para lo que se necesitan {held:.0f} MB.</translation>
    </message>
    <message>
        <source>Measuring the effective receptive field</source>
        <translation>Midiendo el campo receptivo efectivo</translation>
    </message>
    <message>
        <source>The network's receptive field reaches {pixels} pixels. Measuring how many of them matter would take about {minutes} minutes and is left to the first raster large enough to benefit.</source>
        <translation>El campo receptivo de la red alcanza {pixels} píxeles. Medir cuántos de ellos importan llevaría unos {minutes} minutos y se hará con el primer ráster lo bastante grande para que compense.</translation>
    </message>
    <message>
        <source>Writing the error map</source>
        <translation>Escribiendo el mapa de error</translation>
    </message>
    <message>
        <source>Values of {path} are about {mean:.6g} with a standard deviation of {std:.3g}, which the model loses by rounding.</source>
        <translation>Los valores de {path} rondan {mean:.6g} con una desviación típica de {std:.3g}, que el modelo pierde por redondeo.</translation>
    </message>
    <message>
        <source>Set OFFSET to bring them near zero.</source>
        <translation>Indique OFFSET para acercarlos a cero.</translation>
    </message>
    <message>
        <source>a guide of {count} bands at {ratio} times finer pixels</source>
        <translation>una guía de {count} bandas con píxeles {ratio} veces más finos</translation>
    </message>
    <message>
        <source>no guide</source>
        <translation>ninguna guía</translation>
    </message>
    <message>
        <source>{model} takes a second raster of the same place, with pixels {ratio} times as fine as the input's and the bands {bands}: name it in GUIDE.</source>
        <translation>{model} toma un segundo ráster del mismo lugar, con píxeles {ratio} veces más finos que los de la entrada y las bandas {bands}: nómbrelo en GUIDE.</translation>
    </message>
    <message>
        <source>{model} takes one raster and has no use for a guide: leave GUIDE blank, or choose a model with a guide.</source>
        <translation>{model} toma un solo ráster y no usa guía: deje GUIDE vacío o elija un modelo con guía.</translation>
    </message>
    <message>
        <source>The model takes a guide whose pixels are {wanted} times as fine as those of the raster, and those of {guide} are {found} times as fine as those of {path}: choose another GUIDE or model.</source>
        <translation>El modelo toma una guía cuyos píxeles son {wanted} veces más finos que los del ráster, y los de {guide} son {found} veces más finos que los de {path}: elija otra GUIDE u otro modelo.</translation>
    </message>
    <message>
        <source>The model expects a guide of the bands {wanted}, and those of {guide} are {found}: choose them in GUIDE_BANDS, in this order, or another GUIDE.</source>
        <translation>El modelo quiere una guía de las bandas {wanted}, y las de {guide} son {found}: elíjalas en GUIDE_BANDS, en este orden, o elija otra GUIDE.</translation>
    </message>
    <message>
        <source>The model was trained with a guide of {trained} pixels and {guide} has {dtype} pixels and does not say what they mean: convert it to {trained}.</source>
        <translation>El modelo se entrenó con una guía de píxeles {trained}; {guide} tiene píxeles {dtype} y no dice qué significan: conviértala a {trained}.</translation>
    </message>
    <message>
        <source>The guide {guide} is resampled onto the pixels of {path}.</source>
        <translation>La guía {guide} se remuestrea sobre los píxeles de {path}.</translation>
    </message>
    <message>
        <source>The model produces values that are not finite at row {row}, column {col} of the raster: either nearby pixels are nodata that the raster does not declare, or the model's training diverged.</source>
        <translation>El modelo no da números finitos en la fila {row}, columna {col} del ráster: o bien cerca hay píxeles sin datos (nodata) que el ráster no declara, o bien el entrenamiento del modelo divergió.</translation>
    </message>
    <message>
        <source>The ONNX model cannot be run: {reason}.</source>
        <translation>No se puede ejecutar el modelo ONNX: {reason}.</translation>
    </message>
    <message>
        <source>The ONNX model needs more memory than is free: use a smaller TILE_SIZE, or another model.</source>
        <translation>El modelo ONNX necesita más memoria de la que hay libre: use un TILE_SIZE menor u otro modelo.</translation>
    </message>
    <message>
        <source>The ONNX model was stopped: it took more than {seconds:.0f} seconds for one image; use another model, or a smaller TILE_SIZE.</source>
        <translation>El modelo ONNX se detuvo: tardaba más de {seconds:.0f} segundos en una imagen; use otro modelo o un TILE_SIZE menor.</translation>
    </message>
    <message>
        <source>ONNX Runtime does not support its operator {name} (version {version}): export it without that operator</source>
        <translation>ONNX Runtime no puede calcular su operador {name} (versión {version}): expórtelo sin él</translation>
    </message>
    <message>
        <source>The ONNX model cannot be read: the file is damaged, only a part of one, or no ONNX model; copy or download it again.</source>
        <translation>El modelo ONNX no se puede leer: el archivo está dañado, incompleto o no es un modelo ONNX; cópielo o descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>The ONNX model needs images of {size} numbers, which is too large.</source>
        <translation>El modelo ONNX necesita imágenes de {size} números, lo que es demasiado grande.</translation>
    </message>
    <message>
        <source>Enforcing consistency with the low-resolution image needs PyTorch, which the light SR engine does not have: set CONSISTENCY to off, or run "Set up SR engine" with PARTS set to complete.</source>
        <translation>Imponer la consistencia con la imagen de baja resolución necesita PyTorch, que el motor SR ligero no tiene: ponga CONSISTENCY en off, o ejecute «Instalar motor SR» con PARTS en complete.</translation>
    </message>
    <message>
        <source>The model does not say how its low-resolution images were made from high-resolution ones, so consistency cannot be enforced: leave CONSISTENCY blank.</source>
        <translation>El modelo no indica cómo se obtuvieron sus imágenes de baja resolución a partir de las de alta, así que no se puede exigir que sus resultados concuerden con ellas: deje CONSISTENCY en blanco.</translation>
    </message>
    <message>
        <source>Vulkan computes convolutional models only, and {model} is a diffusion model or in ONNX: set DEVICE to "auto" or "cpu".</source>
        <translation>Vulkan solo calcula modelos convolucionales, y {model} es un modelo de difusión o está en ONNX: ponga DEVICE en "auto" o "cpu".</translation>
    </message>
    <message>
        <source>OUTPUT_UNCERTAINTY is the spread of several samples: set SAMPLES to 2 or more, or leave it blank.</source>
        <translation>OUTPUT_UNCERTAINTY es la dispersión de varias muestras: ponga SAMPLES en 2 o más o déjelo en blanco.</translation>
    </message>
    <message>
        <source>{model} is not a diffusion model and always gives the same result: leave {name} blank.</source>
        <translation>{model} no es un modelo de difusión y siempre da el mismo resultado: deje {name} en blanco.</translation>
    </message>
    <message>
        <source>The model was trained on {trained} pixels with gain {gain:.6g} and {path} has {dtype} pixels: set GAIN so that pixel value × gain + offset is the physical value.</source>
        <translation>El modelo se entrenó con píxeles {trained} y ganancia {gain:.6g}, y {path} tiene píxeles {dtype}: ponga GAIN de modo que valor de píxel × ganancia + desplazamiento sea el valor físico.</translation>
    </message>
    <message>
        <source>Warning: pixel value × gain + offset is about {here:.3g} in {path}, and was about {trained:.3g} in the model's training data: expect artefacts, unless both mean the same.</source>
        <translation>Atención: valor de píxel × ganancia + desplazamiento es aproximadamente {here:.3g} en {path}, y era aproximadamente {trained:.3g} en los datos de entrenamiento del modelo: cuente con artefactos, salvo que ambos signifiquen lo mismo.</translation>
    </message>
    <message>
        <source>Set GAIN and OFFSET so that both mean the same.</source>
        <translation>Ajuste GAIN y OFFSET para que ambos signifiquen lo mismo.</translation>
    </message>
    <message>
        <source>The model was trained on {dtype} pixels × {gain} + {offset}.</source>
        <translation>El modelo se entrenó con píxeles {dtype} × {gain} + {offset}.</translation>
    </message>
    <message>
        <source>Set GAIN and OFFSET to these if {path} is stored as the training data were.</source>
        <translation>Dé estos valores a GAIN y OFFSET si {path} está guardado como los datos de entrenamiento.</translation>
    </message>
    <message>
        <source>Pixel values × {gain} are taken for physical values, where 1 is white.</source>
        <translation>Los valores de píxel × {gain} se toman por valores físicos, en los que 1 es blanco.</translation>
    </message>
    <message>
        <source>Set GAIN if pixel values mean something else.</source>
        <translation>Indique GAIN si los valores de píxel significan otra cosa.</translation>
    </message>
    <message>
        <source>When computing in blocks, OUTPUT_ERROR of this model needs OUTPUT_UNCERTAINTY: set that too.</source>
        <translation>Al calcular por bloques, OUTPUT_ERROR de este modelo necesita OUTPUT_UNCERTAINTY: indíquelo también.</translation>
    </message>
    <message>
        <source>The errors of this model were calibrated on results with another CONSISTENCY, SAMPLER or SAMPLES: OUTPUT_ERROR may be too small or too large.</source>
        <translation>Los errores de este modelo se calibraron con resultados de otro CONSISTENCY, SAMPLER o SAMPLES: OUTPUT_ERROR puede ser demasiado pequeño o demasiado grande.</translation>
    </message>
    <message>
        <source>Compressing and building overviews</source>
        <translation>Comprimiendo y creando vistas generales</translation>
    </message>
    <message>
        <source>The model was trained on pixels of {trained} m and those of {path} are {here} m: expect worse results than its metrics say.</source>
        <translation>El modelo se entrenó con píxeles de {trained} m y los de {path} miden {here} m: espere resultados peores que sus métricas.</translation>
    </message>
    <message>
        <source>Warning: {path} has no valid pixel there, or the guide has none, so that the result has no data anywhere: check EXTENT and NODATA.</source>
        <translation>Atención: {path} no tiene ningún píxel válido allí, o la guía no tiene ninguno, de modo que el resultado no tiene datos en ninguna parte: compruebe EXTENT y NODATA.</translation>
    </message>
    <message>
        <source>Degraded again, the result differs from the raster by {percent:.2f} %.</source>
        <translation>Degradado de nuevo, el resultado difiere del ráster en un {percent:.2f} %.</translation>
    </message>
    <message>
        <source>{folder} holds {size:.0f} MB of a run that was stopped: the same run continues from there; if you do not want that, delete the folder.</source>
        <translation>{folder} contiene {size:.0f} MB de una ejecución detenida: la misma ejecución continúa desde ahí; si no lo desea, elimine la carpeta.</translation>
    </message>
    <message>
        <source>The pixels of {guide} are {ratio} times as fine as those of {path}, but sharpening needs 2, 3 or 4 times: choose another GUIDE, or resample it.</source>
        <translation>Los píxeles de {guide} son {ratio} veces más finos que los de {path}, y han de serlo 2, 3 o 4 veces: elija otra GUIDE o remuestréela.</translation>
    </message>
    <message>
        <source>The scene is too small to train a network on: use a larger part, with at least {side} × {side} pixels of the coarse bands with data in both rasters, or set MODEL to a trained model.</source>
        <translation>La escena es demasiado pequeña para entrenar una red: use una parte mayor, con al menos {side} × {side} píxeles de las bandas gruesas con datos en ambos rásteres, o indique en MODEL un modelo entrenado.</translation>
    </message>
    <message>
        <source>EXTENT has no coordinate reference system, and the rasters in {folder} have several: give it one.</source>
        <translation>EXTENT no tiene sistema de referencia de coordenadas, y los rásteres de {folder} tienen varios: indique uno.</translation>
    </message>
    <message>
        <source>No raster in {folder} lies in EXTENT.</source>
        <translation>Ningún ráster de {folder} está dentro de EXTENT.</translation>
    </message>
    <message>
        <source>{maps} belong to the pixels of a result that is not warped: leave TARGET_CRS blank, or leave them out.</source>
        <translation>{maps} corresponden a los píxeles de un resultado sin reproyectar: deje TARGET_CRS en blanco, u omítalos.</translation>
    </message>
    <message>
        <source>With TARGET_CRS, OUTPUT must be on a disk: choose another, or leave TARGET_CRS blank.</source>
        <translation>Con TARGET_CRS, OUTPUT debe estar en un disco: elija otro, o deje TARGET_CRS en blanco.</translation>
    </message>
    <message>
        <source>The pixel size of the scene that DATE_RANGE finds is not known in units of TARGET_CRS ({unit}): set TARGET_RESOLUTION.</source>
        <translation>El tamaño de los píxeles de la escena que encuentra DATE_RANGE no se conoce en unidades de TARGET_CRS ({unit}): indique TARGET_RESOLUTION.</translation>
    </message>
    <message>
        <source>TARGET_RESOLUTION is a size in TARGET_CRS: set that too, or leave it blank.</source>
        <translation>TARGET_RESOLUTION es un tamaño en TARGET_CRS: defina también este, o déjelo en blanco.</translation>
    </message>
    <message>
        <source>No raster of {name} lies in EXTENT.</source>
        <translation>Ningún ráster de {name} está dentro de EXTENT.</translation>
    </message>
    <message>
        <source>Warping to the target grid</source>
        <translation>Reproyección a la cuadrícula de destino</translation>
    </message>
    <message>
        <source>{name}: {count} rasters, whose result is {output}.</source>
        <translation>{name}: {count} rásteres, cuyo resultado es {output}.</translation>
    </message>
    <message>
        <source>The rasters in {folder} lie on {count} pixel grids, so that there are as many results: {names}.</source>
        <translation>Los rásteres de {folder} están en {count} cuadrículas de píxeles, por lo que hay otros tantos resultados: {names}.</translation>
    </message>
    <message>
        <source>For one mosaic of them, set TARGET_CRS.</source>
        <translation>Para obtener un solo mosaico, defina TARGET_CRS.</translation>
    </message>
    <message>
        <source>RESULT_BANDS is {names}, and the model gives {count} of the bands {bands}: name as many of these.</source>
        <translation>RESULT_BANDS es {names}, y el modelo da {count} de las bandas {bands}: nombre otras tantas de ellas.</translation>
    </message>
    <message>
        <source>The model takes {count} bands and returns {bands}.</source>
        <translation>El modelo toma {count} bandas y devuelve {bands}.</translation>
    </message>
    <message>
        <source>GUIDE_RATIO is {asked}, and the guide of the network is {found} times as fine: leave GUIDE_RATIO blank.</source>
        <translation>GUIDE_RATIO es {asked}, y la guía de la red es {found} veces más fina: deje GUIDE_RATIO en blanco.</translation>
    </message>
    <message>
        <source>GUIDE_BANDS has {given} names and the guide of the network has {bands} bands.</source>
        <translation>GUIDE_BANDS tiene {given} nombres y la guía de la red tiene {bands} bandas.</translation>
    </message>
    <message>
        <source>The model takes one image: leave GUIDE_BANDS and GUIDE_RATIO blank.</source>
        <translation>El modelo toma una sola imagen: deje GUIDE_BANDS y GUIDE_RATIO vacíos.</translation>
    </message>
    <message>
        <source>The output {output} is also an input: choose another name.</source>
        <translation>La salida {output} es también una entrada: elija otro nombre.</translation>
    </message>
    <message>
        <source>A folder as INPUT needs an OUTPUT on a disk: use a VRT of its rasters as INPUT instead.</source>
        <translation>Una carpeta como INPUT necesita un OUTPUT en un disco: indique en su lugar un VRT de sus rásteres.</translation>
    </message>
    <message>
        <source>{name} {output} lies among the rasters of INPUT: choose another folder.</source>
        <translation>{name} {output} está entre los rásteres de INPUT: elija otra carpeta.</translation>
    </message>
    <message>
        <source>Reading {width} × {height} pixels of {bands} bands.</source>
        <translation>Se leen {width} × {height} píxeles de {bands} bandas.</translation>
    </message>
    <message>
        <source>Resampled onto the grid of the finest band: {names}.</source>
        <translation>Remuestreadas a la cuadrícula de la banda más fina: {names}.</translation>
    </message>
    <message>
        <source>The blocks in {folder} were made from {theirs}, and the search now finds {scene}: delete the folder to start again, or choose another OUTPUT.</source>
        <translation>Los bloques de {folder} se hicieron a partir de {theirs}, y la búsqueda encuentra ahora {scene}: borre la carpeta para empezar de nuevo o elija otro OUTPUT.</translation>
    </message>
    <message>
        <source>RESOLUTION {resolution} m needs an SR model of scale {scale} for Sentinel-2 at 10 m: name one in SR_MODEL, such as {example}, which comes with Finer or by "Get SR model", or set RESOLUTION to 10.</source>
        <translation>RESOLUTION {resolution} m requiere un modelo SR de escala {scale} para Sentinel-2 a 10 m: indique uno en SR_MODEL, como {example}, que viene con Finer o con «Obtener modelo SR», o ponga RESOLUTION en 10.</translation>
    </message>
    <message>
        <source>{model} is not a model for RESOLUTION {resolution} m, which needs one of scale {scale} without a guide: choose another SR_MODEL.</source>
        <translation>{model} no es un modelo para RESOLUTION {resolution} m, que requiere uno de escala {scale} sin guía: elija otro SR_MODEL.</translation>
    </message>
    <message>
        <source>SR_MODEL is for pixels of less than 10 m: set RESOLUTION to 5 or 2.5, or leave it blank.</source>
        <translation>SR_MODEL es para píxeles de menos de 10 m: ponga RESOLUTION a 5 o 2.5, o déjelo en blanco.</translation>
    </message>
    <message>
        <source>Give INPUT, a raster, or EXTENT and DATE_RANGE to find a scene in a catalogue.</source>
        <translation>Indique INPUT, un ráster, o EXTENT y DATE_RANGE para encontrar una escena en un catálogo.</translation>
    </message>
    <message>
        <source>A scene that DATE_RANGE finds is kept on a disk for a single run: leave PART blank and choose an OUTPUT on a disk, or get the scene by "Find satellite scene" and name it in INPUT.</source>
        <translation>Una escena que encuentra DATE_RANGE se guarda en un disco para una sola ejecución: deje PART en blanco y elija un OUTPUT en un disco, u obtenga la escena con «Buscar escena de satélite» e indíquela en INPUT.</translation>
    </message>
    <message>
        <source>The blocks in {folder} were made from another scene, or the scene was removed: choose another OUTPUT, or delete the folder.</source>
        <translation>Los bloques de {folder} se hicieron con otra escena, o la escena se eliminó: elija otro OUTPUT o borre la carpeta.</translation>
    </message>
    <message>
        <source>DATE_RANGE is for finding a scene: leave it out, or leave out INPUT.</source>
        <translation>DATE_RANGE sirve para buscar una escena: omítalo, u omita INPUT.</translation>
    </message>
    <message>
        <source>MASK_CLOUDS is for a scene that DATE_RANGE finds, as a raster has no cloud mask: leave it out.</source>
        <translation>MASK_CLOUDS es para una escena que encuentra DATE_RANGE, pues un ráster no tiene máscara de nubes: déjelo fuera.</translation>
    </message>
    <message>
        <source>The scene downloaded before is used: {path}.</source>
        <translation>Se usa la escena que se descargó antes: {path}.</translation>
    </message>
    <message>
        <source>Give INPUT, a product of Sentinel-2, or EXTENT and DATE_RANGE to find one in a catalogue.</source>
        <translation>Indique INPUT, un producto de Sentinel-2, o EXTENT y DATE_RANGE para encontrar uno en un catálogo.</translation>
    </message>
    <message>
        <source>{product}: Level-{level}, processing baseline {baseline}, tile {tile}; {offset} is subtracted from the pixel values, so that they are reflectance × {scale:g}.</source>
        <translation>{product}: nivel {level}, versión de procesamiento {baseline}, tesela {tile}; se resta {offset} a los valores de los píxeles, de modo que son reflectancia × {scale:g}.</translation>
    </message>
    <message>
        <source>The model takes {model} and the tiles in {folder} have {tiles}: export tiles with the model's GUIDE, or choose another model.</source>
        <translation>El modelo toma {model} y las teselas de {folder} tienen {tiles}: exporte teselas con la GUIDE del modelo o elija otro modelo.</translation>
    </message>
    <message>
        <source>The model was trained on pixels of {trained} m and those of the tiles are {here} m: expect worse results than its metrics say.</source>
        <translation>El modelo se entrenó con píxeles de {trained} m y los de las teselas miden {here} m: espere resultados peores que sus métricas.</translation>
    </message>
    <message>
        <source>{width} × {height} pixels in, {width_out} × {height_out} out.</source>
        <translation>Entrada: {width} × {height} píxeles; salida: {width_out} × {height_out}.</translation>
    </message>
    <message>
        <source>Bicubic: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</source>
        <translation>Bicúbico: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</translation>
    </message>
    <message>
        <source>On flat fields the first model draws a pattern of {share:.2%} of the range of values.</source>
        <translation>En superficies uniformes, el primer modelo dibuja un patrón del {share:.2%} del rango de valores.</translation>
    </message>
    <message>
        <source>The truth lies within the error map in {percent:.1f} % of the pixels; {stated} % is stated.</source>
        <translation>En el {percent:.1f} % de los píxeles la verdad está dentro del mapa de error, para el que se declara el {stated} %.</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Escribiendo el informe</translation>
    </message>
    <message>
        <source>The error map of {model} is made from how far {samples} samples differ: set SAMPLES to {samples} to see whether it holds.</source>
        <translation>El mapa de error de {model} se obtiene de cuánto difieren {samples} muestras: ponga SAMPLES en {samples} para ver si se cumple.</translation>
    </message>
    <message>
        <source>{model}: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</source>
        <translation>{model}: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</translation>
    </message>
    <message>
        <source>Model: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</source>
        <translation>Modelo: PSNR {psnr} dB, SSIM {ssim}, SAM {sam}°, ERGAS {ergas}</translation>
    </message>
    <message>
        <source>Of the relevant detail: {improvement} shown correctly, {omission} missing, {hallucination} invented</source>
        <translation>Del detalle relevante: {improvement} bien mostrado, {omission} ausente, {hallucination} inventado</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Leyendo {name}</translation>
    </message>
    <message>
        <source>{model} cannot be exported: it is a diffusion model, takes a guide, or is in ONNX already (then rename a copy of it to .zip and take model.onnx out). Choose a model that gives its result at once from one image.</source>
        <translation>{model} no se puede exportar: es un modelo de difusión, toma una guía, o ya está en ONNX (entonces cambie el nombre de una copia a .zip y saque model.onnx). Elija un modelo que dé su resultado de una vez a partir de una imagen.</translation>
    </message>
    <message>
        <source>In Deepness load {name}, set the upscaling factor to {scale}, leave the output scaling at 255, and set the overlap of tiles to 0: Deepness joins super-resolved tiles without one, so that seams are possible.</source>
        <translation>En Deepness cargue {name}, ponga Upscaling Factor en {scale}, deje Output scaling en 255 y ponga el solape de las teselas en 0: Deepness une las teselas mejoradas sin solape, de modo que puede haber costuras.</translation>
    </message>
    <message>
        <source>The exported network does not enforce consistency with the raster, as this model does here (CONSISTENCY).</source>
        <translation>La red exportada no impone la consistencia con el ráster, como este modelo hace aquí (CONSISTENCY).</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>Escribiendo {name}</translation>
    </message>
    <message>
        <source>{n_train} training, {n_val} validation and {n_test} test tiles.</source>
        <translation>{n_train} teselas de entrenamiento, {n_val} de validación y {n_test} de prueba.</translation>
    </message>
    <message>
        <source>Other processes cannot read the scene that STAC_COLLECTION finds: leave WORKERS and SCHEDULER blank, or get the scene by "Find satellite scene" and name it in INPUT_LR.</source>
        <translation>Otros procesos no pueden leer la escena que encuentra STAC_COLLECTION: deje WORKERS y SCHEDULER en blanco, u obtenga la escena con «Buscar escena de satélite» e indíquela en INPUT_LR.</translation>
    </message>
    <message>
        <source>Writing the contact sheet</source>
        <translation>Escribiendo la hoja de contactos</translation>
    </message>
    <message>
        <source>Training, validation, test (%)</source>
        <translation>Entrenamiento, validación, prueba (%)</translation>
    </message>
    <message>
        <source>asked for {shares}</source>
        <translation>pedido: {shares}</translation>
    </message>
    <message>
        <source>Give EXTENT or INPUT: one of them says which place to look for.</source>
        <translation>Indique EXTENT o INPUT: uno de los dos dice en qué lugar hay que buscar.</translation>
    </message>
    <message>
        <source>{path} has no coordinate reference system: assign one, or set EXTENT.</source>
        <translation>{path} no tiene sistema de referencia de coordenadas: asígnele uno o indique EXTENT.</translation>
    </message>
    <message>
        <source>The network's receptive field exceeds {halo} pixels: tiles are computed with a margin of that size, and faint seams are possible. A larger TILE_SIZE makes them fewer.</source>
        <translation>El campo receptivo de la red supera {halo} píxeles: las teselas se calculan con un margen de ese tamaño, y son posibles costuras tenues. Con un TILE_SIZE mayor son menos.</translation>
    </message>
    <message>
        <source>{layout}: scale {scale}, {count} bands ({bands}).</source>
        <translation>{layout}: escala {scale}, {count} bandas ({bands}).</translation>
    </message>
    <message>
        <source>{parameter} is for models in ONNX, and {path} is none: leave it blank.</source>
        <translation>{parameter} es para modelos en ONNX, y {path} no lo es: déjelo en blanco.</translation>
    </message>
    <message>
        <source>BACKBONE_OPTIONS sets {name}, but the file contains its noise schedule: leave it out.</source>
        <translation>BACKBONE_OPTIONS indica {name}, y el archivo ya contiene su programa de ruido: omítalo.</translation>
    </message>
    <message>
        <source>A network in ONNX has no options: leave BACKBONE_OPTIONS blank.</source>
        <translation>Una red en ONNX no tiene opciones: deje BACKBONE_OPTIONS en blanco.</translation>
    </message>
    <message>
        <source>Running {name} to determine its properties</source>
        <translation>Ejecutando {name} para determinar sus propiedades</translation>
    </message>
    <message>
        <source>SCALE is {asked}, and the model's result is {found} times as large: leave SCALE blank.</source>
        <translation>SCALE es {asked}, y el resultado del modelo es {found} veces mayor: deje SCALE en blanco.</translation>
    </message>
    <message>
        <source>BANDS has {given} names and the network takes {bands} bands.</source>
        <translation>BANDS tiene {given} nombres y la red toma {bands} bandas.</translation>
    </message>
    <message>
        <source>The weights do not contain {name}: {value} is assumed, as in published networks; if that is wrong, set it in BACKBONE_OPTIONS.</source>
        <translation>Los pesos no contienen {name}: se supone {value}, como en las redes publicadas; si no es así, indíquelo en BACKBONE_OPTIONS.</translation>
    </message>
    <message>
        <source>{xs} and {pan} have no valid pixel in the same place: choose two rasters of the same place.</source>
        <translation>{xs} y {pan} no tienen ningún píxel válido en el mismo lugar: elija dos rásteres del mismo lugar.</translation>
    </message>
    <message>
        <source>{xs} has no pixel inside EXTENT: choose a part that both rasters cover.</source>
        <translation>{xs} no tiene ningún píxel dentro de EXTENT: elija una parte que cubran ambos rásteres.</translation>
    </message>
    <message>
        <source>{bands} bands of {dtype}, pixels {ratio:.4g} times finer: the result has {width} × {height} pixels.</source>
        <translation>{bands} bandas {dtype}, píxeles {ratio:.4g} veces más finos: el resultado tiene {width} × {height} píxeles.</translation>
    </message>
    <message>
        <source>{method} has no {name}: leave it blank.</source>
        <translation>{method} no tiene {name}: déjelo en blanco.</translation>
    </message>
    <message>
        <source>{pan} has {count} bands, of which the first is used.</source>
        <translation>{pan} tiene {count} bandas, de las que se toma la primera.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Pansharpening</source>
        <translation>Pansharpening</translation>
    </message>
    <message>
        <source>RESOLUTION {resolution} m needs all blocks of 10 m before its first block, and parts of a run do not wait for each other: set WORKERS or SCHEDULER instead of PART.</source>
        <translation>RESOLUTION {resolution} m necesita todos los bloques de 10 m antes de su primer bloque, y las partes de una ejecución no se esperan unas a otras: indique WORKERS o SCHEDULER en lugar de PART.</translation>
    </message>
    <message>
        <source>{scene} has no valid pixel there: choose another EXTENT or scene.</source>
        <translation>{scene} no tiene allí ningún píxel válido: elija otra EXTENT u otra escena.</translation>
    </message>
    <message>
        <source>In true colour the result looks like the product, whose visible bands have pixels of 10 m already: show B12, B11 and B8A as red, green and blue to see the difference.</source>
        <translation>En color natural el resultado se parece al producto, cuyas bandas visibles ya tienen píxeles de 10 m: muestre B12, B11 y B8A como rojo, verde y azul para ver la diferencia.</translation>
    </message>
    <message>
        <source>All blocks are there already.</source>
        <translation>Todos los bloques ya están.</translation>
    </message>
    <message>
        <source>Training on {device}.</source>
        <translation>Se entrena en {device}.</translation>
    </message>
    <message>
        <source>On {count} {tiles}: PSNR {model:.2f} dB, bicubic {bicubic:.2f} dB. Weights of epoch {epoch}.</source>
        <translation>En {count} {tiles}: PSNR {model:.2f} dB, bicúbico {bicubic:.2f} dB. Pesos de la época {epoch}.</translation>
    </message>
    <message>
        <source>{count} processes share every batch.</source>
        <translation>{count} procesos se reparten cada lote.</translation>
    </message>
    <message>
        <source>Fixed pattern</source>
        <translation>Patrón fijo</translation>
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
        <translation>Mejora</translation>
    </message>
    <message>
        <source>Omission</source>
        <translation>Omisión</translation>
    </message>
    <message>
        <source>Hallucination</source>
        <translation>Alucinación</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>pérdida</translation>
    </message>
    <message>
        <source>Bicubic</source>
        <translation>Bicúbico</translation>
    </message>
    <message>
        <source>Fixed pattern: the largest difference between neighbouring pixels that the model produces on a uniform field, as a share of the range of values; below 0.4 % it is invisible.</source>
        <translation>Patrón fijo: la mayor diferencia entre píxeles vecinos que el modelo produce a partir de una superficie uniforme, como proporción del rango de valores; por debajo de 0,4 % es invisible.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>Tiles of {size} pixels are too small to be measured at scale {scale}: export tiles of at least {least}.</source>
        <translation>Las teselas de {size} píxeles son demasiado pequeñas para medirlas a la escala {scale}: exporte teselas de al menos {least}.</translation>
    </message>
    <message>
        <source>Results in s3:// need Linux or macOS: choose an OUTPUT on a disk.</source>
        <translation>Los resultados en s3:// necesitan Linux o macOS: elija un OUTPUT en un disco.</translation>
    </message>
    <message>
        <source>Results in s3:// need the package obstore, which the SR engine does not have: run "Set up SR engine" with CLUSTER.</source>
        <translation>Los resultados en s3:// necesitan el paquete obstore, que el motor SR no tiene: ejecute «Instalar motor SR» con CLUSTER.</translation>
    </message>
    <message>
        <source>{target} cannot be written or read ({reason}): check the name of the bucket, AWS_S3_ENDPOINT and the connection; the same run continues.</source>
        <translation>{target} no se puede escribir ni leer ({reason}): compruebe el nombre del bucket, AWS_S3_ENDPOINT y la conexión; la misma ejecución continúa.</translation>
    </message>
    <message>
        <source>There are no credentials for {target}: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, in the environment of QGIS, or of this command and all workers.</source>
        <translation>No hay credenciales para {target}: defina AWS_ACCESS_KEY_ID y AWS_SECRET_ACCESS_KEY, o AWS_PROFILE, en el entorno de QGIS, o de esta orden y de todos los workers.</translation>
    </message>
    <message>
        <source>The server refuses {target}: check the credentials and what they allow, and AWS_REGION.</source>
        <translation>El servidor rechaza {target}: compruebe las credenciales, lo que permiten, y AWS_REGION.</translation>
    </message>
    <message>
        <source>{network} is not a diffusion network: set OBJECTIVE to pixel, or BACKBONE to sr3.</source>
        <translation>{network} no es una red de difusión: ponga OBJECTIVE en pixel o BACKBONE en sr3.</translation>
    </message>
    <message>
        <source>{network} makes its results from noise and cannot be trained with {objective}: set OBJECTIVE to denoising or flow.</source>
        <translation>{network} obtiene sus resultados a partir de ruido y no puede aprender mediante {objective}: ponga OBJECTIVE en denoising o flow.</translation>
    </message>
    <message>
        <source>VGG's trained weights are not on this computer and could not be fetched from {url} ({reason}): connect to the internet and run again, or download that file elsewhere and name it in OBJECTIVE_OPTIONS as vgg_weights=FILE.</source>
        <translation>Los pesos entrenados de VGG no están en este equipo y no se pudieron descargar de {url} ({reason}): conéctese a internet y ejecútelo de nuevo, o descargue ese archivo en otro equipo e indíquelo en OBJECTIVE_OPTIONS como vgg_weights=FILE.</translation>
    </message>
    <message>
        <source>{path} does not hold the weights of {network} ({reason}): download {url} and name that file in OBJECTIVE_OPTIONS as vgg_weights=FILE.</source>
        <translation>{path} no contiene los pesos de {network} ({reason}): descargue {url} e indique ese archivo en OBJECTIVE_OPTIONS como vgg_weights=FILE.</translation>
    </message>
    <message>
        <source>VGG's weights cannot be kept in {folder} ({reason}): name another folder in the environment variable FINER_HOME, or a file with them in OBJECTIVE_OPTIONS as vgg_weights=FILE.</source>
        <translation>Los pesos de VGG no se pueden guardar en {folder} ({reason}): indique otra carpeta en la variable de entorno FINER_HOME, o un archivo con ellos en OBJECTIVE_OPTIONS como vgg_weights=FILE.</translation>
    </message>
    <message>
        <source>There is no file {path}: correct vgg_weights in OBJECTIVE_OPTIONS.</source>
        <translation>No existe el archivo {path}: corrija vgg_weights en OBJECTIVE_OPTIONS.</translation>
    </message>
    <message>
        <source>What came from {url} is not VGG's weights (their checksum differs): try again, or download the file elsewhere and name it in OBJECTIVE_OPTIONS as vgg_weights=FILE.</source>
        <translation>Lo que se recibió de {url} no son los pesos de VGG (su suma de comprobación es otra): inténtelo de nuevo, o descargue el archivo en otro equipo e indíquelo en OBJECTIVE_OPTIONS como vgg_weights=FILE.</translation>
    </message>
    <message>
        <source>After all steps of the schedule, x_t still holds {percent:.0f} % of the image, but sampling starts from noise alone: increase n_timestep or linear_end.</source>
        <translation>Tras todos los pasos del programa de ruido, x_t aún conserva el {percent:.0f} % de la imagen, pero el muestreo parte solo de ruido: use un n_timestep o un linear_end mayor.</translation>
    </message>
    <message>
        <source>{vgg} has no layer {layer}: it has {known}.</source>
        <translation>{vgg} no tiene la capa {layer}: tiene {known}.</translation>
    </message>
    <message>
        <source>There are {layers} layers and {weights} layer_weights: give one weight for each layer.</source>
        <translation>Hay {layers} layers y {weights} layer_weights: indique un peso por cada capa.</translation>
    </message>
    <message>
        <source>rgb names band {band}, and the tiles have {count}: correct rgb in OBJECTIVE_OPTIONS.</source>
        <translation>rgb indica la banda {band}, y las teselas tienen {count}: corrija rgb en OBJECTIVE_OPTIONS.</translation>
    </message>
    <message>
        <source>{name} does not fit: {reason}.</source>
        <translation>{name} no es válido: {reason}.</translation>
    </message>
    <message>
        <source>{name} is missing.</source>
        <translation>Falta {name}.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be greater than {gt}.</source>
        <translation>{name} no es válido: debe ser mayor que {gt}.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be greater than or equal to {ge}.</source>
        <translation>{name} no es válido: debe ser mayor o igual que {ge}.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be less than {lt}.</source>
        <translation>{name} no es válido: debe ser menor que {lt}.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be less than or equal to {le}.</source>
        <translation>{name} no es válido: debe ser menor o igual que {le}.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be a multiple of {multiple_of}.</source>
        <translation>{name} no es válido: debe ser múltiplo de {multiple_of}.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be {expected}.</source>
        <translation>{name} no es válido: debe ser {expected}.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be a valid integer.</source>
        <translation>{name} no es válido: debe ser un número entero.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be a valid number.</source>
        <translation>{name} no es válido: debe ser un número.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be a finite number.</source>
        <translation>{name} no es válido: debe ser un número finito.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be true or false.</source>
        <translation>{name} no es válido: debe ser verdadero o falso.</translation>
    </message>
    <message>
        <source>{name} does not fit: input should be text.</source>
        <translation>{name} no es válido: debe ser un texto.</translation>
    </message>
    <message>
        <source>Means over {count} {tiles} at scale {scale}, for a range of {range:g}, with 95 % bootstrap confidence intervals over tiles.</source>
        <translation>Medias de {count} {tiles} a escala {scale}, para un rango de {range:g}, con intervalos de confianza bootstrap del 95 % sobre las teselas.</translation>
    </message>
    <message>
        <source>pixel × {gain} + {offset}</source>
        <translation>píxel × {gain} + {offset}</translation>
    </message>
    <message>
        <source>pixel × {gain} + {offset} (band by band)</source>
        <translation>píxel × {gain} + {offset} (banda a banda)</translation>
    </message>
    <message>
        <source>{seconds:.3g} s</source>
        <translation>{seconds:.3g} s</translation>
    </message>
    <message>
        <source>{scales}; ×{scale} where SCALE is blank</source>
        <translation>{scales}; ×{scale} si SCALE está vacío</translation>
    </message>
    <message>
        <source>Trained on low-resolution pixels made by {known}; less accurate on others.</source>
        <translation>Entrenado con píxeles de baja resolución (origen: {known}); con otros es menos preciso.</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Banda</translation>
    </message>
    <message>
        <source>{folder}: {counts} tiles of {size} × {size} pixels</source>
        <translation>{folder}: teselas de {size} × {size} píxeles ({counts})</translation>
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
        <translation>Escala</translation>
    </message>
    <message>
        <source>Bands, in this order</source>
        <translation>Bandas, en este orden</translation>
    </message>
    <message>
        <source>Guide</source>
        <translation>Guía</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Píxeles</translation>
    </message>
    <message>
        <source>Ground resolution</source>
        <translation>Resolución en el terreno</translation>
    </message>
    <message>
        <source>Source rasters</source>
        <translation>Rásteres de origen</translation>
    </message>
    <message>
        <source>Low resolution</source>
        <translation>Baja resolución</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Creado</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>×1: images are restored at the same size</source>
        <translation>×1: las imágenes se restauran al mismo tamaño</translation>
    </message>
    <message>
        <source>Imported from {source} ({layout}): what it was trained on is not known here.</source>
        <translation>Importado de {source} ({layout}): aquí no se sabe con qué se entrenó.</translation>
    </message>
    <message>
        <source>Detail that a model adds is what such land usually looks like, not a measurement: do not rely on detail that the low-resolution image cannot show.</source>
        <translation>Los detalles que añade un modelo son el aspecto habitual de un terreno así, no una medida: no se fíe de detalles que la imagen de baja resolución no puede mostrar.</translation>
    </message>
    <message>
        <source>Training data</source>
        <translation>Datos de entrenamiento</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Hardware and time</source>
        <translation>Equipo y tiempo</translation>
    </message>
    <message>
        <source>Tile set</source>
        <translation>Conjunto de teselas</translation>
    </message>
    <message>
        <source>{size} m, to be used one scale finer</source>
        <translation>{size} m, para usar una escala más fina</translation>
    </message>
    <message>
        <source>{rasters} and {count} more</source>
        <translation>{rasters} y {count} más</translation>
    </message>
    <message>
        <source>Coordinate system</source>
        <translation>Sistema de coordenadas</translation>
    </message>
    <message>
        <source>band {number}</source>
        <translation>banda {number}</translation>
    </message>
    <message>
        <source>not stated: ask who made it</source>
        <translation>no se indica: pregunte a quien lo hizo</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>en fecha desconocida</translation>
    </message>
    <message>
        <source>unknown versions</source>
        <translation>versiones desconocidas</translation>
    </message>
    <message>
        <source>Bands of the result</source>
        <translation>Bandas del resultado</translation>
    </message>
    <message>
        <source>Physical value</source>
        <translation>Valor físico</translation>
    </message>
    <message>
        <source>Mean of each band</source>
        <translation>Media de cada banda</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Desviación estándar</translation>
    </message>
    <message>
        <source>{type}; range of {range:g} for PSNR and SSIM</source>
        <translation>{type}; rango de {range:g} para PSNR y SSIM</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Entrenado con</translation>
    </message>
    <message>
        <source>Trained for</source>
        <translation>Duración del entrenamiento</translation>
    </message>
    <message>
        <source>This model</source>
        <translation>Este modelo</translation>
    </message>
    <message>
        <source>{figure} (bicubic)</source>
        <translation>{figure} (bicúbico)</translation>
    </message>
    <message>
        <source>pixel × gain + offset, as fits the raster; 1 is white</source>
        <translation>píxel × ganancia + desplazamiento, según el ráster; 1 es blanco</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Objetivo</translation>
    </message>
    <message>
        <source>Started from</source>
        <translation>Parte de</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutos</translation>
    </message>
    <message>
        <source>Weights kept of epoch</source>
        <translation>Pesos conservados de la época</translation>
    </message>
    <message>
        <source>Batch size (patches)</source>
        <translation>Tamaño de lote (parches)</translation>
    </message>
    <message>
        <source>Patch size (low-resolution pixels)</source>
        <translation>Tamaño de parche (píxeles de baja resolución)</translation>
    </message>
    <message>
        <source>Size of the network</source>
        <translation>Tamaño de la red</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Optimisation</source>
        <translation>Optimización</translation>
    </message>
    <message>
        <source>Monitor</source>
        <translation>Mejor época según</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Paciencia</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Variación del brillo</translation>
    </message>
    <message>
        <source>Cutblur</source>
        <translation>CutBlur</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Bloques congelados</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>Importado</translation>
    </message>
    <message>
        <source>SHA-256 of the imported file</source>
        <translation>SHA-256 del archivo importado</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Disposición</translation>
    </message>
    <message>
        <source>Guessed, as the weights do not say it</source>
        <translation>Supuesto, pues los pesos no lo dicen</translation>
    </message>
    <message>
        <source>another sensor</source>
        <translation>otro sensor</translation>
    </message>
    <message>
        <source>physical values</source>
        <translation>valores físicos</translation>
    </message>
    <message>
        <source>The errors of {model} at scale {scale} are not calibrated: run "Evaluate SR model" with CALIBRATE on tiles like your raster and choose the model that it writes, or leave OUTPUT_ERROR blank.</source>
        <translation>Los errores de {model} a escala {scale} no están calibrados: ejecute «Evaluar modelo SR» con CALIBRATE con teselas como su ráster y elija el modelo que escribe, o deje OUTPUT_ERROR en blanco.</translation>
    </message>
    <message>
        <source>The errors of {model} were calibrated on {tiles} tiles, which allow a COVERAGE of {highest} at most: set it to that or less, or run "Evaluate SR model" with CALIBRATE on more tiles.</source>
        <translation>Los errores de {model} se calibraron con {tiles} teselas, que permiten una COVERAGE de {highest} como máximo: ponga ese valor o menos, o ejecute «Evaluar modelo SR» con CALIBRATE con más teselas.</translation>
    </message>
    <message>
        <source>The errors of {model} were calibrated on how far {samples} samples differ: set SAMPLES to {samples}, or leave OUTPUT_ERROR blank.</source>
        <translation>Los errores de {model} se calibraron según cuánto difieren {samples} muestras: ponga SAMPLES en {samples}, o deje OUTPUT_ERROR en blanco.</translation>
    </message>
    <message>
        <source>The network has a layer that only PyTorch can compute ({layer}).</source>
        <translation>La red tiene una capa que solo PyTorch puede calcular ({layer}).</translation>
    </message>
    <message>
        <source>The weights in {path} cannot be read: copy or download it again.</source>
        <translation>No se pueden leer los pesos de {path}: cópielo o descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>The weights in {path} do not fit the network it describes ({reason}).</source>
        <translation>Los pesos de {path} no encajan en la red que describe ({reason}).</translation>
    </message>
    <message>
        <source>{path} does not describe a model that this version knows ({reason}).</source>
        <translation>{path} no describe un modelo que esta versión conozca ({reason}).</translation>
    </message>
    <message>
        <source>The network of {model} is computed by PyTorch, which the light SR engine does not have: run "Set up SR engine" with PARTS set to complete, or choose another model.</source>
        <translation>La red de {model} se calcula con PyTorch, que el motor SR ligero no tiene: ejecute «Instalar motor SR» con PARTS en complete, o elija otro modelo.</translation>
    </message>
    <message>
        <source>{path} is a zip file, but not a model package (.srpk): it holds no {name}.</source>
        <translation>{path} es un archivo zip, pero no un paquete de modelo (.srpk): no contiene {name}.</translation>
    </message>
    <message>
        <source>{path} is damaged, or was changed after it was made ({name} does not match its checksum): copy or download it again.</source>
        <translation>{path} está dañado, o fue modificado después de crearse ({name} no coincide con su suma de comprobación): cópielo o descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>{path} is damaged: copy or download it again.</source>
        <translation>{path} está dañado: cópielo o descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>The weights in {path} do not fit the network it describes ({name} is {have} instead of {want}).</source>
        <translation>Los pesos de {path} no encajan en la red que describe ({name} es {have} en vez de {want}).</translation>
    </message>
    <message>
        <source>The weights in {path} are not all finite numbers ({name}): its training failed, or it is damaged; use another model.</source>
        <translation>Los pesos de {path} no son todos números finitos ({name}): su entrenamiento falló, o está dañado; use otro modelo.</translation>
    </message>
    <message>
        <source>{member} has no {option}: leave {parameter} blank, or set {choice} to {owners}.</source>
        <translation>{member} no tiene {option}: deje {parameter} en blanco o ponga {choice} en {owners}.</translation>
    </message>
    <message>
        <source>{member} has no {option}: leave {parameter} blank.</source>
        <translation>{member} no tiene {option}: deje {parameter} en blanco.</translation>
    </message>
    <message>
        <source>Band {band} of {path} is tagged alpha, and its values could be opacity or measured ones: set BANDS={without} if it says what is transparent, or BANDS={with_it} if it is data such as infrared.</source>
        <translation>La banda {band} de {path} está marcada como alfa, y sus valores podrían ser opacidad o mediciones: ponga BANDS={without} si indica lo que es transparente, o BANDS={with_it} si son datos como el infrarrojo.</translation>
    </message>
    <message>
        <source>{path} holds {count} rasters: choose one of them, such as {first}.</source>
        <translation>{path} contiene {count} rásteres: elija uno de ellos, por ejemplo {first}.</translation>
    </message>
    <message>
        <source>{path} does not exist.</source>
        <translation>{path} no existe.</translation>
    </message>
    <message>
        <source>{path} is not a raster but a macOS metadata file of {owner}: choose {owner} instead; the metadata file can be deleted.</source>
        <translation>{path} no es un ráster, sino un archivo de metadatos de macOS de {owner}: elija {owner} en su lugar; puede borrar el archivo de metadatos.</translation>
    </message>
    <message>
        <source>{path} is not a raster that GDAL can read.</source>
        <translation>{path} no es un ráster que GDAL pueda leer.</translation>
    </message>
    <message>
        <source>{path} cannot be opened: check its name and the credentials (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE; AWS_NO_SIGN_REQUEST=YES for what is public) in the environment of QGIS, or of this command.</source>
        <translation>{path} no se puede abrir: compruebe su nombre y las credenciales (AWS_ACCESS_KEY_ID y AWS_SECRET_ACCESS_KEY, o AWS_PROFILE; AWS_NO_SIGN_REQUEST=YES para lo que es público) en el entorno de QGIS, o de esta orden.</translation>
    </message>
    <message>
        <source>{path} cannot be opened: check the address, the connection, and whether the server requires a password.</source>
        <translation>{path} no se puede abrir: compruebe la dirección, la conexión y si el servidor pide una contraseña.</translation>
    </message>
    <message>
        <source>{path} is not a raster that GDAL can read, though {file} exists: check the rest of the name, and whether the file requires a password.</source>
        <translation>{path} no es un ráster que GDAL pueda leer, aunque {file} existe: compruebe el resto del nombre y si el archivo pide una contraseña.</translation>
    </message>
    <message>
        <source>{path} declares scale and offset of its bands, which are used for {blank} (blank): pixel value × {gain} + {offset} = physical value.</source>
        <translation>{path} declara la escala y el desplazamiento de sus bandas, que se usan para {blank} (vacío): valor del píxel × {gain} + {offset} = valor físico.</translation>
    </message>
    <message>
        <source>{path} declares scale {scale:g} and offset {offset:g} for band {band}, which cannot be right: set GAIN and OFFSET.</source>
        <translation>{path} declara la escala {scale:g} y el desplazamiento {offset:g} para la banda {band}, lo que no puede ser correcto: indique GAIN y OFFSET.</translation>
    </message>
    <message>
        <source>The result would have {width} × {height} pixels, more than a raster can have: choose a smaller EXTENT.</source>
        <translation>El resultado tendría {width} × {height} píxeles, más de los que puede tener un ráster: elija un EXTENT más pequeño.</translation>
    </message>
    <message>
        <source>{path} is a photo that is stored rotated or mirrored (EXIF orientation {orientation}): it is read upright, and results are upright too. QGIS shows both as the photo is stored.</source>
        <translation>{path} es una foto guardada girada o reflejada (orientación EXIF {orientation}): se lee derecha, y los resultados también están derechos. QGIS muestra ambos como está guardada la foto.</translation>
    </message>
    <message>
        <source>{path} has an invalid geotransform, of zeros or values that are not numbers ({numbers}): remove it (gdal_edit.py -unsetgt), or save the raster with the right one (gdal_translate -a_ullr).</source>
        <translation>{path} tiene una geotransformación no válida, de ceros o de valores que no son números ({numbers}): quítela (gdal_edit.py -unsetgt), o guarde el ráster con la correcta (gdal_translate -a_ullr).</translation>
    </message>
    <message>
        <source>The pixels of the guide {guide} fit {x:.4g} × {y:.4g} times into those of {path}, and it must be 1, 2, 3, 4 or 6 times in both directions: resample the guide first.</source>
        <translation>Los píxeles de la guía {guide} caben {x:.4g} × {y:.4g} veces en los de {path}, y han de ser 1, 2, 3, 4 o 6 veces en ambas direcciones: remuestree antes la guía.</translation>
    </message>
    <message>
        <source>The pixels of the guide {guide} are larger than those of {path} that it is to guide: choose a GUIDE of finer pixels, or swap the two.</source>
        <translation>Los píxeles de la guía {guide} son mayores que los de {path}, al que ha de guiar: elija una GUIDE de píxeles más finos o intercambie los dos.</translation>
    </message>
    <message>
        <source>The bands {fine} and {coarse} of {path} are not aligned, unlike those of one scene: download the product again.</source>
        <translation>Las bandas {fine} y {coarse} de {path} no están alineadas, a diferencia de las de una misma escena: descargue de nuevo el producto.</translation>
    </message>
    <message>
        <source>EXTENT and {path} do not overlap.</source>
        <translation>EXTENT y {path} no se solapan.</translation>
    </message>
    <message>
        <source>{path} refers to {source}, which is missing or cannot be read: put it back, or make the VRT again.</source>
        <translation>{path} remite a {source}, que falta o no se puede leer: vuelva a ponerlo en su sitio o haga de nuevo el VRT.</translation>
    </message>
    <message>
        <source>{path} has a colour table: the colours are read, as bands red, green and blue.</source>
        <translation>{path} tiene una tabla de colores: se leen los colores, como bandas roja, verde y azul.</translation>
    </message>
    <message>
        <source>{path} has a colour table that cannot be read as colours: save it with its colours as bands.</source>
        <translation>{path} tiene una tabla de colores que no se puede leer como colores: guárdelo con sus colores como bandas.</translation>
    </message>
    <message>
        <source>WEIGHTS has {given} numbers for {count} bands: give one for each band.</source>
        <translation>WEIGHTS tiene {given} números para {count} bandas: indique uno por banda.</translation>
    </message>
    <message>
        <source>WEIGHTS is all 0: give at least one band a weight.</source>
        <translation>WEIGHTS es todo 0: dé un peso al menos a una banda.</translation>
    </message>
    <message>
        <source>{pan} has a colour table and is not a panchromatic raster: choose as PAN one whose values are brightness.</source>
        <translation>{pan} tiene una tabla de colores y no es un ráster pancromático: elija como PAN uno cuyos valores sean brillos.</translation>
    </message>
    <message>
        <source>The pixels of {pan} are not finer than those of {xs} (which are {ratio:.3g} times as large): choose as PAN the panchromatic raster of the finer resolution.</source>
        <translation>Los píxeles de {pan} no son más finos que los de {xs} (que tienen {ratio:.3g} veces su tamaño): elija como PAN el ráster pancromático, de resolución más fina.</translation>
    </message>
    <message>
        <source>Gathering statistics</source>
        <translation>Reuniendo estadísticas</translation>
    </message>
    <message>
        <source>{path} is georeferenced only by ground control points or rational polynomials and has no pixel grid on the map: warp it first (gdalwarp, or Raster &gt; Projections &gt; Warp in QGIS) and use the result.</source>
        <translation>{path} solo tiene puntos de control o polinomios racionales que digan dónde está, y ninguna cuadrícula de píxeles en el mapa: reproyéctelo primero (gdalwarp, o Ráster &gt; Proyecciones &gt; Combar en QGIS) y use el resultado.</translation>
    </message>
    <message>
        <source>The ground control points or rational polynomials of {path} cannot be used to locate it ({reason}): warp it first (gdalwarp, or Raster &gt; Projections &gt; Warp in QGIS), or leave EXTENT blank.</source>
        <translation>Los puntos de control o polinomios racionales de {path} no dicen dónde está ({reason}): reproyéctelo primero (gdalwarp, o Ráster &gt; Proyecciones &gt; Combar en QGIS) o deje EXTENT en blanco.</translation>
    </message>
    <message>
        <source>EXTENT and {path} do not overlap: the raster reaches from {lower_left} to {upper_right}.</source>
        <translation>EXTENT y {path} no se solapan: el ráster va de {lower_left} a {upper_right}.</translation>
    </message>
    <message>
        <source>EXTENT cannot be transformed to the coordinate reference system of {path} ({reason}): give it in the raster's own.</source>
        <translation>EXTENT no se puede llevar al sistema de referencia de coordenadas de {path} ({reason}): indíquelo en el del ráster.</translation>
    </message>
    <message>
        <source>{name} has {count} numbers for {bands} bands: give one number, or one for each band.</source>
        <translation>{name} tiene {count} números para {bands} bandas: indique un número, o uno por banda.</translation>
    </message>
    <message>
        <source>GAIN has a 0 in it, which would make every pixel the same: use another number.</source>
        <translation>GAIN contiene un 0, que haría iguales todos los píxeles: use otro número.</translation>
    </message>
    <message>
        <source>{path} has no band {band}: it has {count}.</source>
        <translation>{path} no tiene la banda {band}: tiene {count}.</translation>
    </message>
    <message>
        <source>Band {band} of {path} has pixels of type {dtype}, which super-resolution cannot use.</source>
        <translation>La banda {band} de {path} tiene píxeles de tipo {dtype}, que la superresolución no puede usar.</translation>
    </message>
    <message>
        <source>Warning: {path} has the value {value:.9g} in all bands from an edge inwards: if it means no data, set NODATA to it where this raster is used.</source>
        <translation>Atención: {path} tiene en todas las bandas el valor {value:.9g} a partir de un borde: si significa sin datos, póngalo en NODATA donde se use este ráster.</translation>
    </message>
    <message>
        <source>Warning: {pan} has the value {value:.9g} in all places sampled, and adds no detail: choose as PAN the panchromatic raster.</source>
        <translation>Atención: {pan} tiene el valor {value:.9g} en todas partes donde se miró, y no aporta detalle: elija como PAN el ráster pancromático.</translation>
    </message>
    <message>
        <source>Warning: band {band} of {path} has the value {value:.9g} in places, and all others are far from it: if it means no data, set NODATA to it.</source>
        <translation>Atención: la banda {band} de {path} tiene en algunos lugares el valor {value:.9g}, y todos los demás están lejos de él: si significa sin datos, póngalo en NODATA.</translation>
    </message>
    <message>
        <source>{path} has only {size} of the {pixels} bytes of its pixels: copy or download it again.</source>
        <translation>{path} solo tiene {size} de los {pixels} bytes de sus píxeles: cópielo o descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>{path} says that {source} has {columns} × {rows} pixels of type {said}, but it has {width} × {height} of type {dtype}: make the VRT again.</source>
        <translation>Según {path}, {source} tiene {columns} × {rows} píxeles de tipo {said}, pero tiene {width} × {height} de tipo {dtype}: cree el VRT de nuevo.</translation>
    </message>
    <message>
        <source>{path} uses {source} without reprojection, though it is in another coordinate reference system: reproject it and make the VRT again.</source>
        <translation>{path} usa {source} sin reproyección, aunque está en otro sistema de referencia de coordenadas: reproyéctelo y cree el VRT de nuevo.</translation>
    </message>
    <message>
        <source>The mask {path} cannot be read: copy it again, or remove it if all pixels are valid.</source>
        <translation>La máscara {path} no se puede leer: cópiela de nuevo, o elimínela si todos los píxeles son válidos.</translation>
    </message>
    <message>
        <source>{path} is a VRT of which GDAL cannot compute band {band}, and does not say why: check its pixel function, and how many bands that takes.</source>
        <translation>{path} es un VRT cuya banda {band} GDAL no puede calcular, sin decir por qué: compruebe su función de píxel y cuántas bandas necesita.</translation>
    </message>
    <message>
        <source>NODATA is {value}, which no pixel of {path} can have, as they are of type {dtype}: give a value that stands for no data there, or leave it blank.</source>
        <translation>NODATA es {value}, valor que ningún píxel de {path} puede tener, pues son de tipo {dtype}: indique un valor que allí signifique ausencia de datos, o déjelo en blanco.</translation>
    </message>
    <message>
        <source>{grid} and {raster} do not overlap: choose two rasters of the same place.</source>
        <translation>{grid} y {raster} no se solapan: elija dos rásteres del mismo lugar.</translation>
    </message>
    <message>
        <source>The coordinate reference systems of {fine} and {coarse} cannot be related where the rasters lie: reproject one of them to the other's.</source>
        <translation>Los sistemas de referencia de coordenadas de {fine} y {coarse} no se pueden relacionar donde están los rásteres: reproyecte uno de ellos al del otro.</translation>
    </message>
    <message>
        <source>Block {done} of {total}</source>
        <translation>Bloque {done} de {total}</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>No se pudo escribir {path}: {reason}.</translation>
    </message>
    <message>
        <source>tiles, from the least gain to the greatest (%)</source>
        <translation>teselas, de la menor ganancia a la mayor (%)</translation>
    </message>
    <message>
        <source>dB over bicubic</source>
        <translation>dB sobre el bicúbico</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>época</translation>
    </message>
    <message>
        <source>validation PSNR (dB)</source>
        <translation>PSNR de validación (dB)</translation>
    </message>
    <message>
        <source>as stated</source>
        <translation>como se declara</translation>
    </message>
    <message>
        <source>one constant for all pixels</source>
        <translation>una constante para todos los píxeles</translation>
    </message>
    <message>
        <source>stated coverage (%)</source>
        <translation>cobertura declarada (%)</translation>
    </message>
    <message>
        <source>reached coverage (%)</source>
        <translation>cobertura alcanzada (%)</translation>
    </message>
    <message>
        <source>mean half-width (% of one constant)</source>
        <translation>semianchura media (% de una constante)</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>tasa de aprendizaje</translation>
    </message>
    <message>
        <source>training</source>
        <translation>entrenamiento</translation>
    </message>
    <message>
        <source>chosen: {rate:.2g}</source>
        <translation>elegida: {rate:.2g}</translation>
    </message>
    <message>
        <source>Learning-rate test</source>
        <translation>Prueba de tasas de aprendizaje</translation>
    </message>
    <message>
        <source>Learning-rate test of {model}</source>
        <translation>Prueba de tasas de aprendizaje de {model}</translation>
    </message>
    <message>
        <source>Loss and validation PSNR of each epoch</source>
        <translation>Pérdida y PSNR de validación de cada época</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validación</translation>
    </message>
    <message>
        <source>Loss over learning rates</source>
        <translation>Pérdida según la tasa de aprendizaje</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modelo</translation>
    </message>
    <message>
        <source>weights kept</source>
        <translation>pesos conservados</translation>
    </message>
    <message>
        <source>observed, resampled</source>
        <translation>observada, remuestreada</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>observada</translation>
    </message>
    <message>
        <source>too few valid pixels (MIN_VALID)</source>
        <translation>muy pocos píxeles válidos (MIN_VALID)</translation>
    </message>
    <message>
        <source>too little texture (MIN_TEXTURE)</source>
        <translation>muy poca textura (MIN_TEXTURE)</translation>
    </message>
    <message>
        <source>the two rasters differ too much (MAX_DIFFERENCE)</source>
        <translation>los dos rásteres difieren demasiado (MAX_DIFFERENCE)</translation>
    </message>
    <message>
        <source>longest blue arrow: {length:.2f} low-resolution pixels</source>
        <translation>flecha azul más larga: {length:.2f} píxeles de baja resolución</translation>
    </message>
    <message>
        <source>low resolution</source>
        <translation>baja resolución</translation>
    </message>
    <message>
        <source>high resolution</source>
        <translation>alta resolución</translation>
    </message>
    <message>
        <source>test</source>
        <translation>prueba</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>descartadas</translation>
    </message>
    <message>
        <source>Stated coverage</source>
        <translation>Cobertura declarada</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Alcanzada</translation>
    </message>
    <message>
        <source>Mean half-width</source>
        <translation>Semianchura media</translation>
    </message>
    <message>
        <source>One constant for all pixels</source>
        <translation>Una constante para todos los píxeles</translation>
    </message>
    <message>
        <source>Super-resolved</source>
        <translation>Superresuelto</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Verdad</translation>
    </message>
    <message>
        <source>Error, band {band}: black 0, brightest {limit} or more</source>
        <translation>Error, banda {band}: negro 0, lo más claro {limit} o más</translation>
    </message>
    <message>
        <source>Error map at {stated} %, in the same colours: {within:.1%} of this tile lie within</source>
        <translation>Mapa de error al {stated} %, con los mismos colores: {within:.1%} de esta tesela queda dentro</translation>
    </message>
    <message>
        <source>{picture}, the middle</source>
        <translation>{picture}, el centro</translation>
    </message>
    <message>
        <source>{speed:.3g} million high-resolution pixels per second</source>
        <translation>{speed:.3g} millones de píxeles de alta resolución por segundo</translation>
    </message>
    <message>
        <source>Speed of {model}</source>
        <translation>Velocidad de {model}</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>Detail added by {model}</source>
        <translation>Detalle añadido por {model}</translation>
    </message>
    <message>
        <source>Added detail</source>
        <translation>Detalle añadido</translation>
    </message>
    <message>
        <source>Another run is writing {target}: wait until it has finished, or choose another OUTPUT.</source>
        <translation>Otra ejecución está escribiendo {target}: espere a que termine o elija otro OUTPUT.</translation>
    </message>
    <message>
        <source>{reason} {size:.0f} MB of this run are kept in {folder}: free disk space and run it again to continue, or delete that folder.</source>
        <translation>{reason} Se conservan {size:.0f} MB de esta ejecución en {folder}: libere espacio y ejecute de nuevo para continuar, o elimine esa carpeta.</translation>
    </message>
    <message>
        <source>There is no {family} {asked}: choose one of {known}.</source>
        <translation>No existe {family} {asked}: elija uno de {known}.</translation>
    </message>
    <message>
        <source>{path} holds {count} tiles ({tiles}): set EXTENT to a place in one of them.</source>
        <translation>{path} contiene {count} teselas ({tiles}): ponga EXTENT en un lugar de una de ellas.</translation>
    </message>
    <message>
        <source>EXTENT lies in none of the {count} tiles of {path} ({tiles}).</source>
        <translation>EXTENT no está en ninguna de las {count} teselas de {path} ({tiles}).</translation>
    </message>
    <message>
        <source>{path} is of Level-1C, which has no scene classification to find clouds by: choose the Level-2A of this scene, or leave clouds as they are.</source>
        <translation>{path} es de nivel 1C, que no tiene clasificación de escena para encontrar las nubes: elija el nivel 2A de esta escena, o deje las nubes como están.</translation>
    </message>
    <message>
        <source>{path} has no {bands} in the resolution in which it is measured: download the whole product.</source>
        <translation>{path} no tiene {bands} en la resolución en que se mide: descargue el producto entero.</translation>
    </message>
    <message>
        <source>{path} lacks {count} of its files ({names}): download the product again, as a whole.</source>
        <translation>A {path} le faltan {count} de sus archivos ({names}): descargue de nuevo el producto, entero.</translation>
    </message>
    <message>
        <source>{path} and {other} do not have the same pixels, as bands of one product have: download the product again.</source>
        <translation>{path} y {other} no tienen los mismos píxeles, como los tienen las bandas de un producto: descargue de nuevo el producto.</translation>
    </message>
    <message>
        <source>{path} is not a product of Sentinel-2: choose a .SAFE folder, the zip file that was downloaded, or MTD_MSIL1C.xml or MTD_MSIL2A.xml in it.</source>
        <translation>{path} no es un producto de Sentinel-2: elija una carpeta .SAFE, el archivo zip descargado, o MTD_MSIL1C.xml o MTD_MSIL2A.xml que contiene.</translation>
    </message>
    <message>
        <source>{path} holds {count} products of Sentinel-2 ({names}): choose one of them.</source>
        <translation>{path} contiene {count} productos de Sentinel-2 ({names}): elija uno de ellos.</translation>
    </message>
    <message>
        <source>{file} of {path} is too large for metadata.</source>
        <translation>{file} de {path} es demasiado grande para ser metadatos.</translation>
    </message>
    <message>
        <source>{path} is a product of {satellite}: choose one of Sentinel-2, of Level-1C or Level-2A.</source>
        <translation>{path} es un producto de {satellite}: elija uno de Sentinel-2, de nivel 1C o 2A.</translation>
    </message>
    <message>
        <source>{path} is not a complete zip file ({reason}): download the product again.</source>
        <translation>{path} no es un archivo zip entero ({reason}): descargue de nuevo el producto.</translation>
    </message>
    <message>
        <source>{file} of {path} cannot be read ({reason}): download the product again.</source>
        <translation>{file} de {path} no se puede leer ({reason}): descargue de nuevo el producto.</translation>
    </message>
    <message>
        <source>{file} of {path} is not the metadata of a product of Level-1C or Level-2A: download the product again.</source>
        <translation>{file} de {path} no contiene los metadatos de un producto de nivel 1C o 2A: descargue de nuevo el producto.</translation>
    </message>
    <message>
        <source>{file} of {path} does not say what pixel values mean (no quantification value): download the product again.</source>
        <translation>{file} de {path} no dice qué significan los valores de los píxeles (sin valor de cuantificación): descargue de nuevo el producto.</translation>
    </message>
    <message>
        <source>{path} has the processing baseline {baseline} and does not say which offset its pixel values have, as all do since 04.00: download the product again.</source>
        <translation>{path} tiene la versión de procesamiento {baseline} y no dice qué desplazamiento tienen los valores de sus píxeles, como todas desde la 04.00: descargue de nuevo el producto.</translation>
    </message>
    <message>
        <source>{file} of {path} does not say the offset of {bands}: download the product again.</source>
        <translation>{file} de {path} no indica el desplazamiento de {bands}: descargue de nuevo el producto.</translation>
    </message>
    <message>
        <source>EXTENT lies nowhere on Earth: check it and its coordinate reference system.</source>
        <translation>EXTENT no está en ningún lugar de la Tierra: compruébelo junto con su sistema de referencia de coordenadas.</translation>
    </message>
    <message>
        <source>{api} does not answer as a STAC API that can be searched does: check STAC_API.</source>
        <translation>{api} no responde como una API STAC en la que se pueda buscar: compruebe STAC_API.</translation>
    </message>
    <message>
        <source>EXTENT does not say its coordinate reference system: add it, as in {example}.</source>
        <translation>EXTENT no indica su sistema de referencia de coordenadas: añádalo, como en {example}.</translation>
    </message>
    <message>
        <source>EXTENT is empty: give it a width and a height.</source>
        <translation>EXTENT está vacío: dele anchura y altura.</translation>
    </message>
    <message>
        <source>EXTENT cannot be transformed to longitude and latitude ({reason}): give it in another coordinate reference system.</source>
        <translation>EXTENT no se puede convertir a longitud y latitud ({reason}): indíquelo en otro sistema de referencia de coordenadas.</translation>
    </message>
    <message>
        <source>{scene} has no cloud mask: choose another STAC_COLLECTION, or do not mask clouds.</source>
        <translation>{scene} no tiene máscara de nubes: elija otra STAC_COLLECTION o no enmascare las nubes.</translation>
    </message>
    <message>
        <source>{server} cannot be reached: check the network connection and the proxy settings.</source>
        <translation>No se puede acceder a {server}: compruebe la conexión de red y la configuración del proxy.</translation>
    </message>
    <message>
        <source>{server} does not have {what} (HTTP {status}).</source>
        <translation>{server} no tiene {what} (HTTP {status}).</translation>
    </message>
    <message>
        <source>{server} did not answer within {timeout:g} seconds: try again later, or set a longer TIMEOUT.</source>
        <translation>{server} no respondió en {timeout:g} segundos: inténtelo más tarde o ponga un TIMEOUT mayor.</translation>
    </message>
    <message>
        <source>The certificate of {server} is not trusted: if your network inspects connections, set the environment variable REQUESTS_CA_BUNDLE to the file with its certificate.</source>
        <translation>El certificado de {server} no es de confianza: si su red inspecciona las conexiones, ponga en la variable de entorno REQUESTS_CA_BUNDLE el archivo con su certificado.</translation>
    </message>
    <message>
        <source>{server} is too busy for this request (HTTP 429), even after {tries} more tries: try again in some minutes.</source>
        <translation>{server} está demasiado ocupado para esta petición (HTTP 429), también tras {tries} intentos más: inténtelo de nuevo dentro de unos minutos.</translation>
    </message>
    <message>
        <source>{server} reports an internal error (HTTP {status}), even after {tries} more tries: try again later.</source>
        <translation>{server} tiene un fallo propio (HTTP {status}), también tras {tries} intentos más: inténtelo más tarde.</translation>
    </message>
    <message>
        <source>{server} refuses access (HTTP {status}): it requires a login or a key, which Finer does not have.</source>
        <translation>{server} deniega el acceso (HTTP {status}): requiere un inicio de sesión o una clave, que Finer no tiene.</translation>
    </message>
    <message>
        <source>{name} of {scene} cannot be read from {server} ({reason}): try again later.</source>
        <translation>No se puede leer {name} de {scene} desde {server} ({reason}): inténtelo más tarde.</translation>
    </message>
    <message>
        <source>Asset {name} of {scene} is not a georeferenced raster of numbers: leave it out of ASSETS.</source>
        <translation>El recurso {name} de {scene} no es un ráster numérico georreferenciado: quítelo de ASSETS.</translation>
    </message>
    <message>
        <source>{server} refuses access to {name} of {scene}, even with a new signature (HTTP {status}): try again later.</source>
        <translation>{server} deniega el acceso a {name} de {scene}, incluso con una firma nueva (HTTP {status}): inténtelo más tarde.</translation>
    </message>
    <message>
        <source>Asset {name} of {scene} is not on the web ({href}): choose another of ASSETS or another STAC_API.</source>
        <translation>El recurso {name} de {scene} no está en la web ({href}): elija otro en ASSETS u otro STAC_API.</translation>
    </message>
    <message>
        <source>There is no scene.</source>
        <translation>No hay ninguna escena.</translation>
    </message>
    <message>
        <source>Warning: {scene} cannot be used, and {other} of {day} is used instead: {reason}</source>
        <translation>Atención: {scene} no se puede usar y en su lugar se toma {other} del {day}: {reason}</translation>
    </message>
    <message>
        <source>{scene} and {other} have other bands: choose other ASSETS.</source>
        <translation>{scene} y {other} tienen bandas distintas: elija otros ASSETS.</translation>
    </message>
    <message>
        <source>No scene of {collection} lies in EXTENT on {dates} or within a year of that: check EXTENT and STAC_COLLECTION.</source>
        <translation>Ninguna escena de {collection} está en EXTENT en {dates} ni a menos de un año de esas fechas: compruebe EXTENT y STAC_COLLECTION.</translation>
    </message>
    <message>
        <source>ASSETS is empty: name at least one, such as {example}.</source>
        <translation>ASSETS está vacío: indique al menos uno, como {example}.</translation>
    </message>
    <message>
        <source>Searching {api}</source>
        <translation>Buscando en {api}</translation>
    </message>
    <message>
        <source>No scene of {collection} lies in EXTENT on {dates}, but {count} do within a year of that, {scene} of {day} being the nearest: change DATE_RANGE.</source>
        <translation>Ninguna escena de {collection} está en EXTENT en {dates}, pero sí {count} a menos de un año de esas fechas; la más cercana es {scene} del {day}: cambie DATE_RANGE.</translation>
    </message>
    <message>
        <source>{api} has no collection {collection}: STAC_COLLECTION must be one of {known}.</source>
        <translation>{api} no tiene la colección {collection}: STAC_COLLECTION debe ser una de {known}.</translation>
    </message>
    <message>
        <source>All {count} scenes of {dates} are cloudier than MAX_CLOUD {limit:g} %, the least cloudy being {scene} of {day} with {cloud:.1f} %: set a larger MAX_CLOUD or a longer DATE_RANGE.</source>
        <translation>Las {count} escenas de {dates} tienen más nubes que MAX_CLOUD {limit:g} %; la menos nubosa es {scene} del {day}, con {cloud:.1f} %: ponga un MAX_CLOUD mayor o un DATE_RANGE más largo.</translation>
    </message>
    <message>
        <source>No scene of {dates} covers MIN_COVER {limit:g} % of EXTENT, the best being {scene} of {day} with {cover:.1f} %, and {cloudy} others are too cloudy: set a smaller MIN_COVER or another EXTENT.</source>
        <translation>Ninguna escena de {dates} cubre MIN_COVER {limit:g} % de EXTENT; la mejor es {scene} del {day}, con {cover:.1f} %, y otras {cloudy} tienen demasiadas nubes: ponga un MIN_COVER menor u otro EXTENT.</translation>
    </message>
    <message>
        <source>{count} scenes of {dates} show the extent or a part of it: {cloudy} too cloudy, {partial} covering too little of it, {good} suitable.</source>
        <translation>{count} escenas de {dates} muestran la extensión o una parte de ella: {cloudy} con demasiadas nubes, {partial} que la cubren muy poco, {good} que servirían.</translation>
    </message>
    <message>
        <source>Chosen: {scene} of {day}, with {cloud} % cloud, which covers {cover:.1f} % of the extent.</source>
        <translation>Elegida: {scene} del {day}, con {cloud} % de nubes, que cubre el {cover:.1f} % de la extensión.</translation>
    </message>
    <message>
        <source>The catalogue says that the bands have an offset of {offset}: it is subtracted, so that pixels are reflectance × 10,000.</source>
        <translation>Según el catálogo, las bandas tienen un desplazamiento de {offset}: se resta, de modo que los píxeles son reflectancia × 10.000.</translation>
    </message>
    <message>
        <source>Warning: {server} is accessed over http, so others can read and change the data sent and received, including logins: use its https address in STAC_API if it has one.</source>
        <translation>Atención: se consulta {server} por http, donde otros pueden leer y cambiar lo que se envía y se recibe, también credenciales: use su dirección https en STAC_API, si la tiene.</translation>
    </message>
    <message>
        <source>Left out: {reason}</source>
        <translation>Descartada: {reason}</translation>
    </message>
    <message>
        <source>{scene}: {day}, {cloud} % cloud, covers {cover:.1f} %</source>
        <translation>{scene}: {day}, {cloud} % de nubes, cubre el {cover:.1f} %</translation>
    </message>
    <message>
        <source>and {count} more.</source>
        <translation>y {count} más.</translation>
    </message>
    <message>
        <source>{count} neighbouring scenes of one pass are mosaicked, on the grid of {scene}.</source>
        <translation>Se unen {count} escenas vecinas de una misma pasada, en la cuadrícula de {scene}.</translation>
    </message>
    <message>
        <source>Warning: the catalogue does not say how cloudy {scene} is: look at it.</source>
        <translation>Atención: el catálogo no dice cuánta nubosidad tiene {scene}: revísela.</translation>
    </message>
    <message>
        <source>Warning: {missing:.1f} % of the extent lies outside the scene and has no pixels.</source>
        <translation>Atención: el {missing:.1f} % de la extensión está fuera de la escena y no tiene píxeles.</translation>
    </message>
    <message>
        <source>Processing baseline {baseline}: the offset of {offset} is subtracted from the bands, so that pixels are reflectance × 10,000 as they were before baseline 04.00.</source>
        <translation>Versión de procesamiento (baseline) {baseline}: se resta a las bandas el desplazamiento de {offset}, de modo que los píxeles son reflectancia × 10 000, como antes de la versión 04.00.</translation>
    </message>
    <message>
        <source>The catalogue has already subtracted the offset of processing baseline 04.00.</source>
        <translation>El catálogo ya ha restado el desplazamiento de la versión de procesamiento (baseline) 04.00.</translation>
    </message>
    <message>
        <source>Processing baseline {baseline}: pixels are without an offset.</source>
        <translation>Versión de procesamiento (baseline) {baseline}: los píxeles no tienen desplazamiento.</translation>
    </message>
    <message>
        <source>{name} is {text}: write days as year-month-day, such as {example}.</source>
        <translation>{name} es {text}: escriba los días como año-mes-día, por ejemplo {example}.</translation>
    </message>
    <message>
        <source>DATE_RANGE ends on {last}, before it begins on {first}: put the earlier date first.</source>
        <translation>DATE_RANGE termina el {last}, antes de empezar el {first}: ponga primero la fecha anterior.</translation>
    </message>
    <message>
        <source>{scene} has no asset {name}: ASSETS can be {known}.</source>
        <translation>{scene} no tiene el recurso {name}: ASSETS puede ser {known}.</translation>
    </message>
    <message>
        <source>The bands of {hr} are {hr_names} and those of {lr} are {lr_names}: choose rasters of the same bands, or, if the names are wrong, set BANDS to the bands of both.</source>
        <translation>Las bandas de {hr} son {hr_names} y las de {lr} son {lr_names}: elija rásteres de las mismas bandas o, si los nombres son erróneos, indique en BANDS las bandas de ambos.</translation>
    </message>
    <message>
        <source>The bands of {hr} are {hr_names} and those of {lr} are {lr_names}: they are paired because BANDS says so.</source>
        <translation>Las bandas de {hr} son {hr_names} y las de {lr} son {lr_names}: se emparejan porque BANDS así lo indica.</translation>
    </message>
    <message>
        <source>The bands of {path} are {bands} and ASSETS are {assets}: set ASSETS to the corresponding ones, in the order of the bands, or choose BANDS in the order of ASSETS.</source>
        <translation>Las bandas de {path} son {bands} y ASSETS son {assets}: indique en ASSETS los correspondientes, en el orden de las bandas, o elija BANDS en el orden de ASSETS.</translation>
    </message>
    <message>
        <source>Bands {bands} of {lr} are those that {hr} names.</source>
        <translation>Las bandas {bands} de {lr} son las que nombra {hr}.</translation>
    </message>
    <message>
        <source>FORMAT {format} is for rasters of 8-bit pixels (uint8), and these are {dtype}: use tiff.</source>
        <translation>FORMAT {format} es para rásteres con píxeles de 8 bits (uint8), y estos son {dtype}: use tiff.</translation>
    </message>
    <message>
        <source>FORMAT {format} is for {known} bands, and there are {bands}: choose them with BANDS, or use tiff.</source>
        <translation>FORMAT {format} es para {known} bandas, y hay {bands}: elíjalas con BANDS o use tiff.</translation>
    </message>
    <message>
        <source>FORMAT {format} cannot say which pixels are valid: leave MIN_VALID at 1, or use tiff.</source>
        <translation>FORMAT {format} no puede indicar qué píxeles son válidos: deje MIN_VALID en 1 o use tiff.</translation>
    </message>
    <message>
        <source>The pixels of {lr} are {x:.4g} × {y:.4g} times as large as those of {hr}, which is too coarse for any SCALE: resample {hr} to larger pixels first, or choose a finer low-resolution raster.</source>
        <translation>Los píxeles de {lr} tienen {x:.4g} × {y:.4g} veces el tamaño de los de {hr}, y son demasiado gruesos para cualquier SCALE: remuestree antes {hr} a píxeles mayores o elija un ráster de baja resolución más fino.</translation>
    </message>
    <message>
        <source>{hr} has {n_hr} bands and {lr} has {n_lr}: choose with BANDS those that both have.</source>
        <translation>{hr} tiene {n_hr} bandas y {lr} tiene {n_lr}: elija con BANDS las que tienen ambos.</translation>
    </message>
    <message>
        <source>The pixels of {lr} are {x:.4g} × {y:.4g} times as large as those of {hr}, and those of a low-resolution raster must be larger: choose another, or swap the two.</source>
        <translation>Los píxeles de {lr} tienen {x:.4g} × {y:.4g} veces el tamaño de los de {hr}, y los de un ráster de baja resolución deben ser mayores: elija otro o intercambie los dos.</translation>
    </message>
    <message>
        <source>The pixels of {lr} are {x:.4g} × {y:.4g} times as large as those of {hr}, which is too coarse for SCALE {scale}, which would need interpolated low-resolution pixels: set SCALE to {better}.</source>
        <translation>Los píxeles de {lr} tienen {x:.4g} × {y:.4g} veces el tamaño de los de {hr}, y son demasiado gruesos para SCALE {scale}, que necesitaría píxeles de baja resolución interpolados: ponga SCALE en {better}.</translation>
    </message>
    <message>
        <source>{path} and {lr} have too few valid pixels in common to be harmonised: leave HARMONISE blank.</source>
        <translation>{path} y {lr} tienen muy pocos píxeles válidos en común para armonizarlos: deje HARMONISE en blanco.</translation>
    </message>
    <message>
        <source>Band {band} is the same everywhere and cannot be harmonised: leave HARMONISE blank.</source>
        <translation>La banda {band} es igual en todas partes y no se puede armonizar: deje HARMONISE en blanco.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>La carpeta {folder} no existe.</translation>
    </message>
    <message>
        <source>There is no raster in {folder}: it should hold files that end in {suffixes}.</source>
        <translation>No hay ningún ráster en {folder}: debería contener archivos que terminen en {suffixes}.</translation>
    </message>
    <message>
        <source>OUTPUT {output} is a file: choose a folder.</source>
        <translation>OUTPUT {output} es un archivo: elija una carpeta.</translation>
    </message>
    <message>
        <source>OUTPUT {output} holds the input folder: choose another folder.</source>
        <translation>OUTPUT {output} contiene la carpeta de entrada: elija otra carpeta.</translation>
    </message>
    <message>
        <source>OUTPUT {output} has a {name} that is not a tile set's: choose another folder.</source>
        <translation>OUTPUT {output} contiene un {name} que no es de un conjunto de teselas: elija otra carpeta.</translation>
    </message>
    <message>
        <source>OUTPUT {output} has the file {file}, which is not the tile set's and would be lost: move it, or choose another folder.</source>
        <translation>OUTPUT {output} tiene el archivo {file}, que no pertenece al conjunto de teselas y se perdería: muévalo o elija otra carpeta.</translation>
    </message>
    <message>
        <source>{path} has {bands} {dtype} bands and other rasters of its folder {usual_bands} {usual_dtype} bands: take it out, or choose BANDS that all have.</source>
        <translation>{path} tiene {bands} bandas {dtype} y los demás rásteres de su carpeta, {usual_bands} bandas {usual_dtype}: retírelo o elija en BANDS las que tengan todos.</translation>
    </message>
    <message>
        <source>OUTPUT {output} would replace the input {raster}: choose another folder.</source>
        <translation>OUTPUT {output} sustituiría al ráster de entrada {raster}: elija otra carpeta.</translation>
    </message>
    <message>
        <source>The bands of {path} are named differently from those of {first}, so that they are other bands of the sensor: instead of sensor, give mtf with one number for each band.</source>
        <translation>Las bandas de {path} se llaman de otro modo que las de {first}, por lo que corresponden a otras bandas del sensor: en vez de sensor, indique mtf con un número por banda.</translation>
    </message>
    <message>
        <source>{count:,} tiles would be cut, and this computer has memory for a list of {most:,} of them: set EXTENT to a part of the area, or use a larger STRIDE or TILE_SIZE.</source>
        <translation>Se cortarían {count:,} teselas, y este ordenador tiene memoria para una lista de {most:,}: limite EXTENT a una parte del área, o use un STRIDE o un TILE_SIZE mayor.</translation>
    </message>
    <message>
        <source>{path} is shifted by {x:+.2f} pixels across and {y:+.2f} down relative to {hr} and is moved back (± {error:.2f}; {agreeing} of {pieces} places agree).</source>
        <translation>{path} está desplazado {x:+.2f} píxeles en horizontal y {y:+.2f} hacia abajo respecto a {hr} y se devuelve a su sitio (± {error:.2f}; coinciden {agreeing} de {pieces} lugares).</translation>
    </message>
    <message>
        <source>HR tiles are {path} pansharpened with {pan} by PAN_METHOD={how}; blocks are {apart} pixels apart, so that no pixel of the two has a part in two splits.</source>
        <translation>Las teselas HR son {path} tras pansharpening con {pan} mediante PAN_METHOD={how}; los bloques están a {apart} píxeles de distancia, para que ningún píxel de los dos intervenga en dos partes del reparto.</translation>
    </message>
    <message>
        <source>{path} is brought to the radiometry of {lr}: about × {gain} + {offset}, in pixel values.</source>
        <translation>{path} se lleva a la radiometría de {lr}: aproximadamente × {gain} + {offset}, en valores de píxel.</translation>
    </message>
    <message>
        <source>{count} of {total} tiles are left out, having too few valid pixels.</source>
        <translation>Se omiten {count} de {total} teselas por tener muy pocos píxeles válidos.</translation>
    </message>
    <message>
        <source>{count} of {total} tiles are left out, having less texture than MIN_TEXTURE.</source>
        <translation>Se omiten {count} de {total} teselas por tener menos textura que MIN_TEXTURE.</translation>
    </message>
    <message>
        <source>{count} of {total} tiles are left out: the two rasters differ by more than MAX_DIFFERENCE there.</source>
        <translation>Se omiten {count} de {total} teselas: en ellas los dos rásteres difieren en más de MAX_DIFFERENCE.</translation>
    </message>
    <message>
        <source>No tile has enough valid pixels: use a smaller MIN_VALID or another EXTENT.</source>
        <translation>Ninguna tesela tiene suficientes píxeles válidos: use un MIN_VALID menor u otro EXTENT.</translation>
    </message>
    <message>
        <source>No tile has enough texture: use a smaller MIN_TEXTURE or another EXTENT.</source>
        <translation>Ninguna tesela tiene suficiente textura: use un MIN_TEXTURE menor u otro EXTENT.</translation>
    </message>
    <message>
        <source>The two rasters differ by more than MAX_DIFFERENCE in every tile: use a larger one, or HARMONISE.</source>
        <translation>Los dos rásteres difieren en más de MAX_DIFFERENCE en todas las teselas: use un valor mayor o HARMONISE.</translation>
    </message>
    <message>
        <source>{path} is not moved: only {agreeing} of {pieces} places agree on its shift relative to {hr}.</source>
        <translation>{path} se queda donde está: solo {agreeing} de {pieces} lugares coinciden en su posición respecto a {hr}.</translation>
    </message>
    <message>
        <source>{path} is not moved: its shift of {x:+.2f} pixels across and {y:+.2f} down relative to {hr} is within the error of {error:.2f} ({agreeing} of {pieces} places agree).</source>
        <translation>{path} se queda donde está: que esté desplazado {x:+.2f} píxeles en horizontal y {y:+.2f} hacia abajo respecto a {hr} cae dentro del error de {error:.2f} (coinciden {agreeing} de {pieces} lugares).</translation>
    </message>
    <message>
        <source>{rasters} raster(s) of {bands} {dtype} bands, divided into {blocks} blocks of {fewest} to {most} tiles.</source>
        <translation>{rasters} ráster(es) de {bands} bandas {dtype}, dividido(s) en {blocks} bloques de {fewest} a {most} teselas.</translation>
    </message>
    <message>
        <source>{turned} of {total} tiles are rotated.</source>
        <translation>{turned} de {total} teselas están giradas.</translation>
    </message>
    <message>
        <source>LR tiles are made from HR by DEGRADATION={how}.</source>
        <translation>Las teselas LR se obtienen de las HR mediante DEGRADATION={how}.</translation>
    </message>
    <message>
        <source>Tiles get a guide from {path}: {bands} {dtype} bands, {ratio} pixels along each low-resolution one.</source>
        <translation>Las teselas reciben una guía de {path}: {bands} bandas {dtype}, {ratio} píxeles a lo largo de cada uno de baja resolución.</translation>
    </message>
    <message>
        <source>LR tiles are pixels of {path} as they are.</source>
        <translation>Las teselas LR son píxeles de {path} tal como son.</translation>
    </message>
    <message>
        <source>{path} is reprojected into the coordinate reference system of the high-resolution raster.</source>
        <translation>{path} se reproyecta al sistema de referencia de coordenadas del ráster de alta resolución.</translation>
    </message>
    <message>
        <source>LR tiles are {path} resampled by cubic convolution, for its pixels do not lie on whole HR pixels (up to {shift:.2f} HR pixels off).</source>
        <translation>Las teselas LR son {path} remuestreado por convolución cúbica, pues sus píxeles no coinciden con píxeles HR enteros (desviación de hasta {shift:.2f} píxeles HR).</translation>
    </message>
    <message>
        <source>LR tiles are {path} resampled by cubic convolution. Warning: its pixels are {x:.3g} × {y:.3g} times as large as SCALE {scale} requires, so LR tiles are a little blurred.</source>
        <translation>Las teselas LR son {path} remuestreado por convolución cúbica. Atención: sus píxeles tienen {x:.3g} × {y:.3g} veces el tamaño que requiere SCALE {scale}, así que las teselas LR quedan un poco borrosas.</translation>
    </message>
    <message>
        <source>Warning: {a} and {b} show the same land and are in different splits ({count} such pairs): metrics on them are too optimistic.</source>
        <translation>Atención: {a} y {b} muestran el mismo terreno y están en partes distintas del reparto ({count} pares así): las cifras obtenidas con ellas son demasiado buenas.</translation>
    </message>
    <message>
        <source>LR tiles are {path} averaged by antialiased cubic convolution: its pixels are {x:.3g} × {y:.3g} times as large as SCALE {scale} requires.</source>
        <translation>Las teselas LR son {path} promediado por convolución cúbica con antialiasing: sus píxeles tienen {x:.3g} × {y:.3g} veces el tamaño que requiere SCALE {scale}.</translation>
    </message>
    <message>
        <source>LR tiles are {path} resampled by cubic convolution.</source>
        <translation>Las teselas LR son {path} remuestreado por convolución cúbica.</translation>
    </message>
    <message>
        <source>Comparing the two rasters</source>
        <translation>Comparando los dos rásteres</translation>
    </message>
    <message>
        <source>Give either INPUT or INPUT_FOLDER: one of them, not both.</source>
        <translation>Indique INPUT o INPUT_FOLDER: uno de los dos, no ambos.</translation>
    </message>
    <message>
        <source>PAN belongs to one raster: give INPUT instead of INPUT_FOLDER, or leave PAN blank.</source>
        <translation>PAN corresponde a un solo ráster: indique INPUT en vez de INPUT_FOLDER o deje PAN en blanco.</translation>
    </message>
    <message>
        <source>GUIDE belongs to one raster: give INPUT instead of INPUT_FOLDER, or leave GUIDE blank.</source>
        <translation>GUIDE corresponde a un solo ráster: indique INPUT en lugar de INPUT_FOLDER o deje GUIDE vacío.</translation>
    </message>
    <message>
        <source>WALD is for a network with a guide: give GUIDE, or leave WALD off.</source>
        <translation>WALD es para una red con guía: indique GUIDE o deje WALD desactivado.</translation>
    </message>
    <message>
        <source>WALD makes the low-resolution side from INPUT: leave out INPUT_LR and STAC_COLLECTION, or leave WALD off.</source>
        <translation>WALD hace el lado de baja resolución a partir de INPUT: omita INPUT_LR y STAC_COLLECTION o deje WALD desactivado.</translation>
    </message>
    <message>
        <source>ALIGN needs a second raster to move: give INPUT_LR, or leave ALIGN off.</source>
        <translation>ALIGN necesita un segundo ráster que mover: indique INPUT_LR o deje ALIGN desactivado.</translation>
    </message>
    <message>
        <source>HARMONISE needs a second raster: give INPUT_LR, or leave HARMONISE blank.</source>
        <translation>HARMONISE necesita un segundo ráster: indique INPUT_LR o deje HARMONISE en blanco.</translation>
    </message>
    <message>
        <source>DEGRADATION is for tiles whose low-resolution side is made from the high-resolution one: leave it out, or leave out INPUT_LR and STAC_COLLECTION.</source>
        <translation>DEGRADATION es para teselas cuyo lado de baja resolución se obtiene del de alta: omítalo, u omita INPUT_LR y STAC_COLLECTION.</translation>
    </message>
    <message>
        <source>DATE_RANGE is for finding a scene: say in which STAC_COLLECTION, such as {example}, or leave it out.</source>
        <translation>DATE_RANGE es para buscar una escena: indique en qué STAC_COLLECTION, como {example}, u omítalo.</translation>
    </message>
    <message>
        <source>Give either INPUT_LR or STAC_COLLECTION: one of them, not both.</source>
        <translation>Indique INPUT_LR o STAC_COLLECTION: uno de los dos, no ambos.</translation>
    </message>
    <message>
        <source>STAC_COLLECTION finds a scene of one raster: give INPUT instead of INPUT_FOLDER, or leave it blank.</source>
        <translation>STAC_COLLECTION busca la escena de un solo ráster: indique INPUT en vez de INPUT_FOLDER o déjelo en blanco.</translation>
    </message>
    <message>
        <source>STAC_COLLECTION needs DATE_RANGE, the days of the scenes to choose from, such as {example}.</source>
        <translation>STAC_COLLECTION necesita DATE_RANGE, los días de las escenas entre las que elegir, como {example}.</translation>
    </message>
    <message>
        <source>ROTATION {rotation:g} would cut the land {count} times: use 0 for once, or {least:g} degrees or more.</source>
        <translation>ROTATION {rotation:g} cortaría el terreno {count} veces: use 0 para una sola vez, o {least:g} grados o más.</translation>
    </message>
    <message>
        <source>SPLIT is {split}: give three percentages that add up to 100, such as "80,10,10".</source>
        <translation>SPLIT es {split}: indique tres porcentajes que sumen 100, como "80,10,10".</translation>
    </message>
    <message>
        <source>BALANCE chooses among tiles that are too many: give MAX_TILES too, or leave it off.</source>
        <translation>BALANCE elige entre teselas cuando son demasiadas: indique también MAX_TILES o déjelo desactivado.</translation>
    </message>
    <message>
        <source>{name} {value} is not a multiple of SCALE {scale}: use {lower} or {upper}.</source>
        <translation>{name} {value} no es múltiplo de SCALE {scale}: use {lower} o {upper}.</translation>
    </message>
    <message>
        <source>No tile of {tile_size} × {tile_size} pixels lies in the polygons of MASK {name} with {percent:g} % of its area: use a smaller MASK_OVERLAP or TILE_SIZE.</source>
        <translation>Ninguna tesela de {tile_size} × {tile_size} píxeles está en los polígonos de MASK {name} con el {percent:g} % de su superficie: use un MASK_OVERLAP o TILE_SIZE menor.</translation>
    </message>
    <message>
        <source>MASK {name} and {path} do not overlap: choose polygons of the same place.</source>
        <translation>MASK {name} y {path} no se solapan: elija polígonos del mismo lugar.</translation>
    </message>
    <message>
        <source>MASK {path} does not exist.</source>
        <translation>MASK {path} no existe.</translation>
    </message>
    <message>
        <source>MASK {name} has no polygons: choose a layer that has some.</source>
        <translation>MASK {name} no tiene polígonos: elija una capa que los tenga.</translation>
    </message>
    <message>
        <source>MASK {path} is not GeoJSON that can be read ({reason}): save the polygons as GeoJSON again.</source>
        <translation>MASK {path} no es un GeoJSON que se pueda leer ({reason}): guarde de nuevo los polígonos como GeoJSON.</translation>
    </message>
    <message>
        <source>MASK {name} cannot be transformed to the coordinate reference system of {path} ({reason}): reproject it to the raster's own.</source>
        <translation>MASK {name} no se puede llevar al sistema de referencia de coordenadas de {path} ({reason}): reproyéctela al del ráster.</translation>
    </message>
    <message>
        <source>coordinates that are not numbers</source>
        <translation>coordenadas que no son números</translation>
    </message>
    <message>
        <source>The tiles of a run that was stopped are removed, because settings or inputs differ: {different}.</source>
        <translation>Se eliminan las teselas de una ejecución detenida, porque los ajustes o las entradas difieren: {different}.</translation>
    </message>
    <message>
        <source>Continuing a run that was stopped: {done} of {total} tiles are there.</source>
        <translation>Se continúa donde lo dejó una ejecución detenida: ya hay {done} de {total} teselas.</translation>
    </message>
    <message>
        <source>If this run is stopped, its tiles stay in {folder}, and the same run continues from there.</source>
        <translation>Si esta ejecución se detiene, sus teselas quedan en {folder}, y la misma ejecución continúa desde ahí.</translation>
    </message>
    <message>
        <source>Tile {done} of {total}</source>
        <translation>Tesela {done} de {total}</translation>
    </message>
    <message>
        <source>{hr} has pixels of type {hr_type} and {lr} of type {lr_type}: set HARMONISE, which gives the former the values and the type of the latter, or convert one of them.</source>
        <translation>{hr} tiene píxeles de tipo {hr_type} y {lr} de tipo {lr_type}: use HARMONISE, que da al primero los valores y el tipo del segundo, o convierta uno de ellos.</translation>
    </message>
    <message>
        <source>{path} has no pixel inside EXTENT: choose another extent.</source>
        <translation>{path} no tiene ningún píxel dentro de EXTENT: elija otra extensión.</translation>
    </message>
    <message>
        <source>{path} has {width} × {height} pixels to cut tiles from, which is less than one tile of {tile_size} × {tile_size}: use a smaller TILE_SIZE or a larger area.</source>
        <translation>{path} tiene {width} × {height} píxeles de los que cortar teselas, menos que una tesela de {tile_size} × {tile_size}: use un TILE_SIZE menor o una zona mayor.</translation>
    </message>
    <message>
        <source>{path} has no coordinate reference system, so its location is unknown: assign one.</source>
        <translation>{path} no tiene sistema de referencia de coordenadas, así que no se sabe dónde está: asígnele uno.</translation>
    </message>
    <message>
        <source>{path} has less than {scale} pixels to cut tiles from in width or height, and a tile has {tile_size} × {tile_size}: choose a larger raster or area.</source>
        <translation>{path} tiene menos de {scale} píxeles de ancho o de alto de los que cortar teselas, y una tesela tiene {tile_size} × {tile_size}: elija un ráster o un área mayor.</translation>
    </message>
    <message>
        <source>{count} rasters of the folder lie elsewhere and are skipped.</source>
        <translation>{count} rásteres de la carpeta están en otro lugar y se omiten.</translation>
    </message>
    <message>
        <source>{count} rasters of the folder are smaller than TILE_SIZE and are skipped, such as {path}.</source>
        <translation>{count} rásteres de la carpeta son menores que TILE_SIZE y se omiten, por ejemplo {path}.</translation>
    </message>
    <message>
        <source>{count} rasters are photos that are stored rotated or mirrored (EXIF orientation), such as {path}: their tiles are upright.</source>
        <translation>{count} rásteres son fotos guardadas giradas o reflejadas (orientación EXIF), como {path}: sus teselas están derechas.</translation>
    </message>
    <message>
        <source>{scene} has no cloud mask: check the tiles.</source>
        <translation>{scene} no tiene máscara de nubes: revise las teselas.</translation>
    </message>
    <message>
        <source>{count} polygon(s) of MASK cross themselves and were repaired; check how they look.</source>
        <translation>{count} polígono(s) de MASK se cruzan a sí mismos y se han reparado; compruebe su aspecto.</translation>
    </message>
    <message>
        <source>{count} rasters have no tile in the polygons of MASK.</source>
        <translation>{count} rásteres no tienen ninguna tesela en los polígonos de MASK.</translation>
    </message>
    <message>
        <source>Looking for tiles of {path} in the polygons</source>
        <translation>Buscando teselas de {path} en los polígonos</translation>
    </message>
    <message>
        <source>No tile has enough valid pixels and texture: use a smaller MIN_VALID or MIN_TEXTURE.</source>
        <translation>Ninguna tesela tiene suficientes píxeles válidos y textura: use un MIN_VALID o MIN_TEXTURE menor.</translation>
    </message>
    <message>
        <source>Measuring the texture of block {done} of {total}</source>
        <translation>Midiendo la textura del bloque {done} de {total}</translation>
    </message>
    <message>
        <source>{path} declares pixel value × {gain} + {offset} and {other} × {other_gain} + {other_offset}: set GAIN and OFFSET for both, or HARMONISE if one is the low-resolution raster.</source>
        <translation>{path} declara valor del píxel × {gain} + {offset} y {other} × {other_gain} + {other_offset}: indique GAIN y OFFSET para ambos, o HARMONISE si uno es el ráster de baja resolución.</translation>
    </message>
    <message>
        <source>Values are so far from zero that a network would lose their differences by rounding: {offset} is added to them (OFFSET).</source>
        <translation>Los valores están tan lejos de cero que una red perdería sus diferencias por redondeo: se les suma {offset} (OFFSET).</translation>
    </message>
    <message>
        <source>Warning: {path} declares no scale and offset, and those of {other} are taken for it: if it is stored otherwise, set HARMONISE, or convert it.</source>
        <translation>Atención: {path} no declara escala ni desplazamiento, y se le aplican los de {other}: si está guardado de otro modo, indique HARMONISE, o conviértalo.</translation>
    </message>
    <message>
        <source>Looking for a batch size</source>
        <translation>Buscando un tamaño de lote</translation>
    </message>
    <message>
        <source>Batches of {size} patches: larger ones would fit, but would not make an epoch better or faster.</source>
        <translation>Lotes de {size} parches: cabrían más, pero no harían una época mejor ni más rápida.</translation>
    </message>
    <message>
        <source>Batches of {size} patches: {more} do not fit into memory.</source>
        <translation>Lotes de {size} parches: {more} no caben en la memoria.</translation>
    </message>
    <message>
        <source>There is no checkpoint {path}: choose another RESUME, or leave it blank.</source>
        <translation>No existe el punto de control {path}: elija otro RESUME o déjelo en blanco.</translation>
    </message>
    <message>
        <source>The checkpoint {path} was made by a newer version of Finer: update the plugin.</source>
        <translation>El punto de control {path} se creó con una versión más nueva de Finer: actualice el complemento.</translation>
    </message>
    <message>
        <source>{path} is not a complete training checkpoint: choose another RESUME, or leave it blank.</source>
        <translation>{path} no es un punto de control completo de un entrenamiento: elija otro RESUME o déjelo en blanco.</translation>
    </message>
    <message>
        <source>One of the {count} processes of this training has ended or cannot be reached any more, so the others stop: its own log says why.</source>
        <translation>Uno de los {count} procesos de este entrenamiento ha terminado o ya no es accesible, por lo que los demás se detienen: su propio registro indica por qué.</translation>
    </message>
    <message>
        <source>{processes} processes were started here, and there are {cards} graphics cards: start one for each card.</source>
        <translation>Aquí se iniciaron {processes} procesos, y hay {cards} tarjetas gráficas: inicie uno por tarjeta.</translation>
    </message>
    <message>
        <source>The processes of this training do not find the same checkpoint: put OUTPUT and RESUME on a disk that all computers share.</source>
        <translation>Los procesos de este entrenamiento no encuentran el mismo punto de control: ponga OUTPUT y RESUME en un disco que compartan todos los equipos.</translation>
    </message>
    <message>
        <source>Measured on</source>
        <translation>Medido en</translation>
    </message>
    <message>
        <source>Measuring took</source>
        <translation>Duración de la medición</translation>
    </message>
    <message>
        <source>Training twice as long, {minutes:.3g} minutes, would add about {gain:.2f} dB on the validation tiles (probably {low:.2f} to {high:.2f}) if their curve continues as a power law. A gain below {least:g} dB is hardly visible; 1 dB is clearly visible.</source>
        <translation>Un entrenamiento el doble de largo, {minutes:.3g} minutos, aportaría unos {gain:.2f} dB más en las teselas de validación (probablemente de {low:.2f} a {high:.2f}) si su curva sigue una ley de potencia. Una ganancia menor de {least:g} dB apenas se ve; 1 dB se ve claramente.</translation>
    </message>
    <message>
        <source>The gain of a longer training cannot be estimated: there are too few validations, or their values rise too irregularly.</source>
        <translation>La ganancia de un entrenamiento más largo no se puede estimar: hay muy pocas validaciones, o sus valores suben de forma demasiado irregular.</translation>
    </message>
    <message>
        <source>A longer training would add almost nothing: twice as long, {minutes:.3g} minutes, less than {least:g} dB, which is not visible. More tiles or a larger network may add more.</source>
        <translation>Un entrenamiento más largo apenas aportaría nada: el doble, {minutes:.3g} minutos, menos de {least:g} dB, que no se ven. Más teselas o una red mayor pueden aportar más.</translation>
    </message>
    <message>
        <source>Looking for a learning rate</source>
        <translation>Buscando una tasa de aprendizaje</translation>
    </message>
    <message>
        <source>Learning rate {rate:.2g}: in a trial the loss rose again at {rise:.2g}, of which this is a fifth.</source>
        <translation>Tasa de aprendizaje {rate:.2g}: en una prueba la pérdida volvió a subir con {rise:.2g}, de lo que esta es la quinta parte.</translation>
    </message>
    <message>
        <source>Learning rate {rate:.2g}: in a trial the loss fell fastest there.</source>
        <translation>Tasa de aprendizaje {rate:.2g}: en una prueba la pérdida bajó ahí más deprisa.</translation>
    </message>
    <message>
        <source>Learning rate {rate:.2g}: in a trial the loss neither fell nor rose clearly, so this is the usual one; set LEARNING_RATE if the loss does not fall.</source>
        <translation>Tasa de aprendizaje {rate:.2g}: en una prueba la pérdida no bajó ni subió con claridad, así que esta es la habitual; indique LEARNING_RATE si la pérdida no baja.</translation>
    </message>
    <message>
        <source>Epoch {epoch} of {epochs}</source>
        <translation>Época {epoch} de {epochs}</translation>
    </message>
    <message>
        <source>{tiles} training tiles: {patches} patches in {steps} steps per epoch. Bicubic reaches {psnr:.2f} dB on {watched} validation tiles.</source>
        <translation>{tiles} teselas de entrenamiento: {patches} parches en {steps} pasos por época. El bicúbico alcanza {psnr:.2f} dB en {watched} teselas de validación.</translation>
    </message>
    <message>
        <source>Epoch {epoch}, {done} of {minutes:g} minutes</source>
        <translation>Época {epoch}, {done} de {minutes:g} minutos</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>Preparando</translation>
    </message>
    <message>
        <source>Each step uses one of the scales {scales} at random; metrics are for the tiles' own scale, {scale}.</source>
        <translation>Cada paso usa al azar una de las escalas {scales}; las cifras son de la escala propia de las teselas, {scale}.</translation>
    </message>
    <message>
        <source>No improvement in {monitor} for {count} epochs: the training ends here, with the weights of epoch {best}.</source>
        <translation>Sin mejora de {monitor} en {count} épocas: el entrenamiento termina aquí, con los pesos de la época {best}.</translation>
    </message>
    <message>
        <source>Epoch {epoch}: {losses}, validation PSNR {psnr:.2f} dB</source>
        <translation>Época {epoch}: {losses}, PSNR de validación {psnr:.2f} dB</translation>
    </message>
    <message>
        <source>The loss is no longer a finite number in epoch {epoch}: use a smaller LEARNING_RATE than {rate}.</source>
        <translation>La pérdida ya no es un número finito en la época {epoch}: use una LEARNING_RATE menor que {rate}.</translation>
    </message>
    <message>
        <source>SIZE is auto: the network is {size}, for {patches} patches in the training tiles and this device.</source>
        <translation>SIZE es auto: la red es {size}, para {patches} recortes en las teselas de entrenamiento y este dispositivo.</translation>
    </message>
    <message>
        <source>SIZE is auto: the network is {size}, for {patches} patches in the training tiles and {minutes:g} minutes here.</source>
        <translation>SIZE es auto: la red es {size}, para {patches} recortes en las teselas de entrenamiento y {minutes:g} minutos en este ordenador.</translation>
    </message>
    <message>
        <source>FREEZE keeps the blocks of another model unchanged: set PRETRAINED to that model, or leave FREEZE blank.</source>
        <translation>FREEZE deja sin cambios los bloques de otro modelo: indique ese modelo en PRETRAINED o deje FREEZE en blanco.</translation>
    </message>
    <message>
        <source>FREEZE is {asked}, which is neither a share nor a number of blocks: use a whole number, or one below 1.</source>
        <translation>FREEZE es {asked}, que no es ni una proporción ni un número de bloques: use un número entero o uno menor que 1.</translation>
    </message>
    <message>
        <source>With the objective {objective} the weights of the last epoch are kept, so PATIENCE cannot be used: set MONITOR to psnr, ssim or loss, or leave PATIENCE blank.</source>
        <translation>Con el objetivo {objective} se conservan los pesos de la última época, así que PATIENCE no se puede usar: ponga MONITOR en psnr, ssim o loss, o deje PATIENCE en blanco.</translation>
    </message>
    <message>
        <source>PATCH_SIZE is {size}, but the network reduces {least} × {least} low-resolution pixels to one: use a PATCH_SIZE of at least {least}, or a shallower network.</source>
        <translation>PATCH_SIZE es {size}, pero la red reduce {least} × {least} píxeles de baja resolución a uno: use un PATCH_SIZE de al menos {least} o una red menos profunda.</translation>
    </message>
    <message>
        <source>PATCH_SIZE is blank: patches are {size} pixels wide instead of {usual}, because low-resolution tiles are only {side} wide.</source>
        <translation>PATCH_SIZE está vacío: los parches miden {size} píxeles de ancho, y no {usual} como de costumbre, porque las teselas de baja resolución no son más anchas que {side}.</translation>
    </message>
    <message>
        <source>Measuring which precision trains faster on this computer</source>
        <translation>Midiendo en qué precisión aprende más rápido este ordenador</translation>
    </message>
    <message>
        <source>Training in bfloat16: a step takes {share:.0f} % of its time in float32; weights stay in float32.</source>
        <translation>Entrenamiento en bfloat16: un paso tarda el {share:.0f} % de su tiempo en float32, en que quedan los pesos.</translation>
    </message>
    <message>
        <source>The first {count} of {blocks} blocks, and the layers before them, are frozen.</source>
        <translation>Los primeros {count} de {blocks} bloques, y las capas anteriores, están congelados.</translation>
    </message>
    <message>
        <source>{path} is a model in ONNX, which cannot be trained: choose another PRETRAINED.</source>
        <translation>{path} es un modelo en ONNX, que no se puede entrenar: elija otro PRETRAINED.</translation>
    </message>
    <message>
        <source>{path} is a model of the network {given} and cannot start {wanted}: set BACKBONE to {given}, or choose another PRETRAINED.</source>
        <translation>{path} es un modelo de la red {given} y no puede servir de inicio a {wanted}: ponga BACKBONE en {given} o elija otro PRETRAINED.</translation>
    </message>
    <message>
        <source>{path} takes {given} and the tiles have {wanted}, so that its weights mean something else: choose another PRETRAINED, or export tiles with such a GUIDE.</source>
        <translation>{path} toma {given} y las teselas tienen {wanted}, de modo que sus pesos significan otra cosa: elija otro PRETRAINED o exporte teselas con una GUIDE así.</translation>
    </message>
    <message>
        <source>No layer of {path} fits this network ({differences}): set BACKBONE_OPTIONS as they were for that model, or choose another PRETRAINED.</source>
        <translation>Ninguna capa de {path} encaja en esta red ({differences}): ponga BACKBONE_OPTIONS como en aquel modelo o elija otro PRETRAINED.</translation>
    </message>
    <message>
        <source>Starting from {path}: {kept} of {count} layers are taken from it.</source>
        <translation>Se parte de {path}: se toman de él {kept} de {count} capas.</translation>
    </message>
    <message>
        <source>FREEZE would freeze {names} at random initial values, because nothing in {path} fits it: leave FREEZE blank, or choose another PRETRAINED.</source>
        <translation>FREEZE congelaría {names} con valores iniciales al azar, porque nada en {path} encaja: deje FREEZE en blanco o elija otro PRETRAINED.</translation>
    </message>
    <message>
        <source>That model is another one: {differences}.</source>
        <translation>Aquel modelo es distinto: {differences}.</translation>
    </message>
    <message>
        <source>Initialised at random, because nothing in it fits: {names}.</source>
        <translation>Se inicializa al azar, porque nada en él encaja: {names}.</translation>
    </message>
    <message>
        <source>Not taken from it: {names}.</source>
        <translation>No se toma de él: {names}.</translation>
    </message>
    <message>
        <source>scale {given} instead of {wanted}</source>
        <translation>escala {given} en lugar de {wanted}</translation>
    </message>
    <message>
        <source>{count} bands ({bands})</source>
        <translation>{count} bandas ({bands})</translation>
    </message>
    <message>
        <source>{given} instead of {wanted}</source>
        <translation>{given} en lugar de {wanted}</translation>
    </message>
    <message>
        <source>{option} = {given} instead of {wanted}</source>
        <translation>{option} = {given} en lugar de {wanted}</translation>
    </message>
    <message>
        <source>{path} is of a training with other settings ({differences}): set them as they were, or leave RESUME blank to start again.</source>
        <translation>{path} es de un entrenamiento con otros ajustes ({differences}): póngalos como estaban o deje RESUME en blanco para empezar de nuevo.</translation>
    </message>
    <message>
        <source>{name} is {now} and was {before}</source>
        <translation>{name} es {now} y era {before}</translation>
    </message>
    <message>
        <source>{option} of {name}</source>
        <translation>{option} de {name}</translation>
    </message>
    <message>
        <source>A step takes {step} here: {minutes:g} minutes are about {steps} steps, which use every tile {times} times.</source>
        <translation>Un paso tarda aquí {step}: en {minutes:g} minutos caben unos {steps} pasos, en los que cada tesela se ve {times} veces.</translation>
    </message>
    <message>
        <source>A step takes {step} here: {epochs} epochs will take about {time}.</source>
        <translation>Un paso tarda aquí {step}: {epochs} épocas tardarán unos {time}.</translation>
    </message>
    <message>
        <source>Measuring the training speed of this computer</source>
        <translation>Midiendo la velocidad de entrenamiento de este ordenador</translation>
    </message>
    <message>
        <source>TensorBoard's folder {folder} cannot be written to ({reason}): choose another TENSORBOARD.</source>
        <translation>No se puede escribir en la carpeta de TensorBoard {folder} ({reason}): elija otro TENSORBOARD.</translation>
    </message>
    <message>
        <source>TensorBoard's folder can no longer be written to ({reason}); the training continues without it.</source>
        <translation>Ya no se puede escribir en la carpeta de TensorBoard ({reason}); el entrenamiento continúa sin ella.</translation>
    </message>
    <message>
        <source>Continuing from {path}: {epochs} epochs and {steps} steps are done.</source>
        <translation>Se continúa desde {path}: {epochs} épocas y {steps} pasos están hechos.</translation>
    </message>
    <message>
        <source>The training is saved to {path} every {minutes:g} minutes: if it is interrupted, set RESUME to that file and leave all other settings unchanged to continue.</source>
        <translation>El entrenamiento se guarda en {path} cada {minutes:g} minutos: si se interrumpe, indique ese archivo en RESUME y deje igual el resto de los ajustes para continuar.</translation>
    </message>
    <message>
        <source>It was made with {before} and continues with {now}: the result may differ in its last digits.</source>
        <translation>Se hizo con {before} y continúa con {now}: el resultado puede diferir en sus últimas cifras.</translation>
    </message>
    <message>
        <source>The training is saved to {path}: set RESUME to that file and leave all other settings unchanged to continue.</source>
        <translation>El entrenamiento se guarda en {path}: indique ese archivo en RESUME y deje igual el resto de los ajustes para continuar.</translation>
    </message>
    <message>
        <source>{path} is of an earlier run; this run will replace it.</source>
        <translation>{path} es de una ejecución anterior; esta ejecución lo reemplazará.</translation>
    </message>
    <message>
        <source>{path} is of an earlier run, which could be continued with it as RESUME; this run starts from the beginning and will replace it.</source>
        <translation>{path} es de una ejecución anterior, que continuaría si se indicara en RESUME; esta ejecución empieza de nuevo y lo sustituirá.</translation>
    </message>
    <message>
        <source>{name} was {before} and is {now} from now on: the result differs from that of either value throughout.</source>
        <translation>{name} era {before} y desde ahora es {now}: el resultado difiere del que daría cualquiera de los dos valores de principio a fin.</translation>
    </message>
    <message>
        <source>The checkpoint could not be updated ({reason}). {path} still contains an earlier, complete one; the training continues.</source>
        <translation>No se pudo renovar el punto de control ({reason}). {path} aún contiene uno anterior, completo; el entrenamiento continúa.</translation>
    </message>
    <message>
        <source>The checkpoint {path} could not be written ({reason}); the training continues without it.</source>
        <translation>No se pudo escribir el punto de control {path} ({reason}); el entrenamiento continúa sin él.</translation>
    </message>
    <message>
        <source>The validation tiles have too many gaps for SSIM: set MONITOR to psnr or loss.</source>
        <translation>Las teselas de validación tienen demasiados huecos para SSIM: ponga MONITOR en psnr o loss.</translation>
    </message>
    <message>
        <source>The tile set {folder} has no validation tiles: export it again with a SPLIT such as 80,10,10.</source>
        <translation>El conjunto de teselas {folder} no tiene teselas de validación: vuelva a exportarlo con un SPLIT como 80,10,10.</translation>
    </message>
    <message>
        <source>No validation tile in {folder} has a valid pixel.</source>
        <translation>Ninguna tesela de validación de {folder} tiene un píxel válido.</translation>
    </message>
    <message>
        <source>Vulkan finds no graphics card here that the SR engine can use: install or update the graphics driver, or set DEVICE to "auto" or "cpu".</source>
        <translation>Vulkan no encuentra aquí ninguna tarjeta gráfica que el motor SR pueda usar: instale o actualice el controlador gráfico, o ponga DEVICE en "auto" o "cpu".</translation>
    </message>
    <message>
        <source>There is no {device} here. Vulkan finds {cards}: choose one of them, or vulkan alone.</source>
        <translation>Aquí no hay {device}. Vulkan encuentra {cards}: elija una de ellas, o solo vulkan.</translation>
    </message>
    <message>
        <source>A super-resolution model for Finer, the QGIS plugin: open it with *Classify pixels with SR model*.</source>
        <translation>Un modelo de superresolución para Finer, el complemento de QGIS: ábralo con *Clasificar píxeles con modelo SR*.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>Each band</source>
        <translation>Cada banda</translation>
    </message>
    <message>
        <source>{name}: {count:,} pairs of tiles, scale ×{scale}</source>
        <translation>{name}: {count:,} pares de teselas, escala ×{scale}</translation>
    </message>
    <message>
        <source>Map of the tiles</source>
        <translation>Mapa de las teselas</translation>
    </message>
    <message>
        <source>{train:,} for training ({train_share:.0f} %), {val:,} for validation ({val_share:.0f} %), {test:,} for test ({test_share:.0f} %). {left:,} of {looked_at:,} tiles were left out.</source>
        <translation>{train:,} para entrenamiento ({train_share:.0f} %), {val:,} para validación ({val_share:.0f} %), {test:,} para prueba ({test_share:.0f} %). Se descartaron {left:,} de {looked_at:,} teselas.</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>Pares</translation>
    </message>
    <message>
        <source>Training: {shown} of {count:,}</source>
        <translation>Entrenamiento: {shown} de {count:,}</translation>
    </message>
    <message>
        <source>Validation: {shown} of {count:,}</source>
        <translation>Validación: {shown} de {count:,}</translation>
    </message>
    <message>
        <source>Test: {shown} of {count:,}</source>
        <translation>Prueba: {shown} de {count:,}</translation>
    </message>
    <message>
        <source>Left the low-resolution side, right the high-resolution one; both are stretched alike, by the darkest and the brightest 2 % of the latter.</source>
        <translation>A la izquierda el lado de baja resolución, a la derecha el de alta; ambos se realzan igual, según el 2 % más oscuro y el más claro de este último.</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>Histograms of both sides, band by band</source>
        <translation>Histogramas de ambos lados, banda a banda</translation>
    </message>
    <message>
        <source>Mean LR</source>
        <translation>Media LR</translation>
    </message>
    <message>
        <source>Mean HR</source>
        <translation>Media HR</translation>
    </message>
    <message>
        <source>HR to LR</source>
        <translation>HR respecto a LR</translation>
    </message>
    <message>
        <source>Spread LR</source>
        <translation>Dispersión LR</translation>
    </message>
    <message>
        <source>Spread HR</source>
        <translation>Dispersión HR</translation>
    </message>
    <message>
        <source>From {count} tiles, evenly chosen, in physical units: shares of pixels by value, without the outermost half per cent; spread is the standard deviation. High resolution has more contrast and so a wider histogram; its middle should lie where that of low resolution does. If not, HARMONISE.</source>
        <translation>De {count} teselas elegidas de manera uniforme, en unidades físicas: proporción de píxeles por valor, sin el medio por ciento extremo; la dispersión es la desviación estándar. La alta resolución tiene más contraste y, por tanto, un histograma más ancho; su centro debería estar donde el de la baja resolución. Si no, use HARMONISE.</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Mapa</translation>
    </message>
    <message>
        <source>{count:,} rasters in {crs}, each of which belongs to one split.</source>
        <translation>{count:,} rásteres en {crs}, cada uno de los cuales pertenece a una sola parte del reparto.</translation>
    </message>
    <message>
        <source>{shown} of {count} rasters.</source>
        <translation>{shown} de {count} rásteres.</translation>
    </message>
    <message>
        <source>White lines are blocks of land, each of which belongs to one split; tiles that overlap are painted as one.</source>
        <translation>Las líneas blancas son bloques de terreno, cada uno de los cuales pertenece a una sola parte del reparto; las teselas que se solapan se pintan como una sola.</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Alineación</translation>
    </message>
    <message>
        <source>{raster}: the low-resolution raster lay {x:+.2f} pixels across and {y:+.2f} down, ± {error:.2f}; {agreeing} of {pieces} places agree. It was moved back.</source>
        <translation>{raster}: el ráster de baja resolución estaba desplazado {x:+.2f} píxeles en horizontal y {y:+.2f} hacia abajo, ± {error:.2f}; coinciden {agreeing} de {pieces} lugares. Se devolvió a su sitio.</translation>
    </message>
    <message>
        <source>{raster}: the low-resolution raster lay {x:+.2f} pixels across and {y:+.2f} down, ± {error:.2f}; {agreeing} of {pieces} places agree. It was left.</source>
        <translation>{raster}: el ráster de baja resolución estaba desplazado {x:+.2f} píxeles en horizontal y {y:+.2f} hacia abajo, ± {error:.2f}; coinciden {agreeing} de {pieces} lugares. Se dejó donde estaba.</translation>
    </message>
    <message>
        <source>Shifts, place by place</source>
        <translation>Desplazamientos, lugar por lugar</translation>
    </message>
    <message>
        <source>Blue: the places that agree, whose median counts. Grey: all others.</source>
        <translation>En azul: los lugares que coinciden, cuya mediana cuenta. En gris: todos los demás.</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Descartadas</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Tiles</source>
        <translation>Teselas</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Proporción</translation>
    </message>
    <message>
        <source>High resolution</source>
        <translation>Alta resolución</translation>
    </message>
    <message>
        <source>{count} rasters, such as {path}</source>
        <translation>{count} rásteres, por ejemplo {path}</translation>
    </message>
    <message>
        <source>made from the high-resolution side</source>
        <translation>hecha a partir del lado de alta resolución</translation>
    </message>
    <message>
        <source>Degradation</source>
        <translation>Degradación</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Bandas</translation>
    </message>
    <message>
        <source>{type}, no data: {value:g}</source>
        <translation>{type}, sin datos (nodata): {value:g}</translation>
    </message>
    <message>
        <source>Reference system</source>
        <translation>Sistema de referencia</translation>
    </message>
    <message>
        <source>{size} pixels wide and high, one every {stride}</source>
        <translation>{size} píxeles de lado, una cada {stride}</translation>
    </message>
    <message>
        <source>{models}: super-resolution ×{scale}, measured</source>
        <translation>{models}: superresolución ×{scale}, medida</translation>
    </message>
    <message>
        <source>95 % interval {low:+.2f} to {high:+.2f} dB, so the difference may be chance</source>
        <translation>intervalo del 95 % de {low:+.2f} a {high:+.2f} dB, así que la diferencia puede ser azar</translation>
    </message>
    <message>
        <source>95 % interval {low:+.2f} to {high:+.2f} dB</source>
        <translation>intervalo del 95 % de {low:+.2f} a {high:+.2f} dB</translation>
    </message>
    <message>
        <source>{model} is {gain:.2f} dB worse than bicubic resampling on average{interval}, and better on {better} of {count} {tiles}.</source>
        <translation>{model} es de media {gain:.2f} dB peor que el remuestreo bicúbico{interval}, y mejor en {better} de {count} {tiles}.</translation>
    </message>
    <message>
        <source>{model} is {gain:.2f} dB better than bicubic resampling on average{interval}, and better on {better} of {count} {tiles}.</source>
        <translation>{model} es de media {gain:.2f} dB mejor que el remuestreo bicúbico{interval}, y mejor en {better} de {count} {tiles}.</translation>
    </message>
    <message>
        <source>Of the relevant detail it shows {right:.0%} correctly; {invented:.0%} is invented.</source>
        <translation>Del detalle relevante muestra bien {right:.0%}; {invented:.0%} es inventado.</translation>
    </message>
    <message>
        <source>The model</source>
        <translation>El modelo</translation>
    </message>
    <message>
        <source>Means over tiles, in physical units, of results rounded to the rasters' data type. The outermost {scale} pixels of each tile and pixels without data do not count. Below each mean: its 95 % bootstrap confidence interval over tiles.</source>
        <translation>Medias de las teselas, en unidades físicas, de resultados redondeados al tipo de datos de los rásteres. Los {scale} píxeles exteriores de cada tesela y los píxeles sin datos no cuentan. Debajo de cada media: su intervalo de confianza bootstrap del 95 % sobre las teselas.</translation>
    </message>
    <message>
        <source>With fewer than {count} tiles there are no intervals.</source>
        <translation>Con menos de {count} teselas no hay intervalos.</translation>
    </message>
    <message>
        <source>↑ higher is better, ↓ lower is better. PSNR (over all bands, for a range of {range:g}), SSIM (Gaussian window of {window} pixels, mean over bands), L1 (mean absolute error), L2 (mean squared error), SAM (mean spectral angle), ERGAS (relative error over all bands); improvement, omission and hallucination after Aybar et al. (2024): the share of the relevant detail that is shown correctly, is missing, or is invented.</source>
        <translation>↑ más alto es mejor, ↓ más bajo es mejor. PSNR (sobre todas las bandas, para un rango de {range:g}), SSIM (ventana gaussiana de {window} píxeles, media de las bandas), L1 (error absoluto medio), L2 (error cuadrático medio), SAM (ángulo espectral medio), ERGAS (error relativo sobre todas las bandas); mejora, omisión y alucinación según Aybar et al. (2024): la proporción del detalle relevante que se muestra correctamente, que falta o que se inventa.</translation>
    </message>
    <message>
        <source>Each tile</source>
        <translation>Cada tesela</translation>
    </message>
    <message>
        <source>Gain of every tile over bicubic resampling</source>
        <translation>Ganancia de cada tesela sobre el remuestreo bicúbico</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Pictures of a tile are stretched alike, by the darkest and the brightest 2 % of the truth; of larger tiles the middle {side} pixels are shown.</source>
        <translation>Las imágenes de una tesela se realzan igual, según el 2 % más oscuro y el más claro de la verdad; de las teselas mayores se muestran los {side} píxeles centrales.</translation>
    </message>
    <message>
        <source>Pictures of a tile are stretched alike, by the darkest and the brightest 2 % of the truth.</source>
        <translation>Las imágenes de una tesela se realzan igual, según el 2 % más oscuro y el más claro de la verdad.</translation>
    </message>
    <message>
        <source>improvement</source>
        <translation>mejora</translation>
    </message>
    <message>
        <source>omission</source>
        <translation>omisión</translation>
    </message>
    <message>
        <source>hallucination</source>
        <translation>alucinación</translation>
    </message>
    <message>
        <source>Error estimates</source>
        <translation>Estimación del error</translation>
    </message>
    <message>
        <source>Reached over stated coverage, and half-widths beside one constant for all pixels</source>
        <translation>Cobertura alcanzada frente a la declarada, y semianchuras junto a una constante para todos los píxeles</translation>
    </message>
    <message>
        <source>How often the truth lies within the error map (OUTPUT_ERROR) around the result, as a mean over tiles and bands, and how wide that is, in physical units. On the line, coverages are as stated; below it, intervals are too narrow for these tiles.</source>
        <translation>Con qué frecuencia la verdad está dentro del mapa de error (OUTPUT_ERROR) alrededor del resultado, en media sobre teselas y bandas, y qué anchura tiene, en unidades físicas. Sobre la línea, las coberturas son las declaradas; por debajo, los intervalos son demasiado estrechos para estas teselas.</translation>
    </message>
    <message>
        <source>The model was calibrated on these tiles: these figures are from five-fold cross-validation.</source>
        <translation>El modelo se calibró con estas teselas: estas cifras proceden de una validación cruzada de cinco partes.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Aprendizaje</translation>
    </message>
    <message>
        <source>Tiles measured on</source>
        <translation>Teselas con las que se midió</translation>
    </message>
    <message>
        <source>Model {model}</source>
        <translation>Modelo {model}</translation>
    </message>
    <message>
        <source>Training data of {model}</source>
        <translation>Datos de entrenamiento de {model}</translation>
    </message>
    <message>
        <source>Settings of {model}</source>
        <translation>Ajustes de {model}</translation>
    </message>
    <message>
        <source>Hardware and time of {model}</source>
        <translation>Equipo y tiempo de {model}</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>Medición</translation>
    </message>
    <message>
        <source>{name}: super-resolution {scales}</source>
        <translation>{name}: superresolución {scales}</translation>
    </message>
    <message>
        <source>Low resolution | super-resolved</source>
        <translation>Baja resolución | superresuelto</translation>
    </message>
    <message>
        <source>Scenes of {collection}, {dates}</source>
        <translation>Escenas de {collection}, {dates}</translation>
    </message>
    <message>
        <source>{count} scenes at {api}, {good} of which are suitable. Chosen: {scene}.</source>
        <translation>{count} escenas en {api}, de las que {good} sirven. Elegida: {scene}.</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Escena</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Toma</translation>
    </message>
    <message>
        <source>Cloud (%)</source>
        <translation>Nubes (%)</translation>
    </message>
    <message>
        <source>Covers (%)</source>
        <translation>Cubre (%)</translation>
    </message>
    <message>
        <source>Ranked by cloud cover in whole percent, then by the share of the extent that is covered in whole percent, then by the time to {day}. Scenes without a rank are too cloudy or cover too little.</source>
        <translation>Ordenadas por cobertura de nubes en porcentaje entero, luego por la parte de la extensión que cubren en porcentaje entero y luego por el tiempo hasta el {day}. Las escenas sin orden tienen demasiadas nubes o cubren muy poco.</translation>
    </message>
    <message>
        <source>Sharpened bands, measured one scale coarser</source>
        <translation>Bandas con más nitidez, medidas una escala más gruesa</translation>
    </message>
    <message>
        <source>Both rasters were made {scale} times coarser, so that the original coarse bands are the truth. The metrics are for {count} held-out tiles of the scene, which were not used for training.</source>
        <translation>Ambos rásteres se hicieron {scale} veces más gruesos, de modo que las bandas gruesas originales son la verdad. Las métricas son de {count} teselas reservadas de la escena, que no se usaron para entrenar.</translation>
    </message>
    <message>
        <source>There, bands go from {sizes} m.</source>
        <translation>Allí las bandas pasan de {sizes} m.</translation>
    </message>
    <message>
        <source>↑ higher is better, ↓ lower is better. Pansharpening is ratio component substitution (rcs), each band with the band of the guide that suits it best.</source>
        <translation>↑ más alto es mejor, ↓ más bajo es mejor. El pansharpening es la sustitución de componente por razón (rcs), cada banda con la banda de la guía que mejor le va.</translation>
    </message>
    <message>
        <source>The model cannot add detail that the fine bands do not show.</source>
        <translation>El modelo no puede añadir detalle que las bandas finas no muestren.</translation>
    </message>
    <message>
        <source>Bands whose detail pansharpening takes</source>
        <translation>Bandas cuyo detalle toma el pansharpening</translation>
    </message>
    <message>
        <source>backbone</source>
        <translation>la red</translation>
    </message>
    <message>
        <source>pair layout</source>
        <translation>disposición de pares</translation>
    </message>
    <message>
        <source>ArcGIS Export Tiles</source>
        <translation>ArcGIS Export Tiles</translation>
    </message>
    <message>
        <source>Two folders of images</source>
        <translation>dos carpetas de imágenes</translation>
    </message>
    <message>
        <source>Images named in pairs</source>
        <translation>imágenes con nombres por pares</translation>
    </message>
    <message>
        <source>degradation</source>
        <translation>la degradación</translation>
    </message>
    <message>
        <source>sampler</source>
        <translation>el muestreador</translation>
    </message>
    <message>
        <source>sampling</source>
        <translation>el muestreo</translation>
    </message>
    <message>
        <source>noise schedule</source>
        <translation>el programa de ruido</translation>
    </message>
    <message>
        <source>weight layout</source>
        <translation>disposición de pesos</translation>
    </message>
    <message>
        <source>U-Net of ArcGIS' SuperResolution (fastai's DynamicUnet over a ResNet)</source>
        <translation>U-Net de SuperResolution de ArcGIS (DynamicUnet de fastai sobre un ResNet)</translation>
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
        <translation>RRDBNet (ESRGAN, Real-ESRGAN) de BasicSR, también para las escalas 2 y 1 con pixel unshuffle</translation>
    </message>
    <message>
        <source>CARN and CARN-M of CARN-pytorch</source>
        <translation>CARN y CARN-M de CARN-pytorch</translation>
    </message>
    <message>
        <source>DAT of its authors</source>
        <translation>DAT de sus autores</translation>
    </message>
    <message>
        <source>EDSR of EDSR-PyTorch</source>
        <translation>EDSR de EDSR-PyTorch</translation>
    </message>
    <message>
        <source>MDSR of EDSR-PyTorch</source>
        <translation>MDSR de EDSR-PyTorch</translation>
    </message>
    <message>
        <source>RDN of EDSR-PyTorch</source>
        <translation>RDN de EDSR-PyTorch</translation>
    </message>
    <message>
        <source>RRDBNet of ESRGAN</source>
        <translation>RRDBNet de ESRGAN</translation>
    </message>
    <message>
        <source>RRDBNet of ESRGAN, old</source>
        <translation>RRDBNet de ESRGAN, antiguo</translation>
    </message>
    <message>
        <source>HAT of its authors</source>
        <translation>HAT de sus autores</translation>
    </message>
    <message>
        <source>OmniSR of its authors</source>
        <translation>OmniSR de sus autores</translation>
    </message>
    <message>
        <source>Generator of opensr-srgan with blocks of type res, an SRResNet without normalisation</source>
        <translation>Generador de opensr-srgan con bloques de tipo res, una SRResNet sin normalización</translation>
    </message>
    <message>
        <source>PLKSR of its authors</source>
        <translation>PLKSR de sus autores</translation>
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
        <translation>CNNSR de SEN2SR, sin su restricción de Fourier</translation>
    </message>
    <message>
        <source>SPAN of its authors</source>
        <translation>SPAN de sus autores</translation>
    </message>
    <message>
        <source>SR3 of Image-Super-Resolution-via-Iterative-Refinement</source>
        <translation>SR3 de Image-Super-Resolution-via-Iterative-Refinement</translation>
    </message>
    <message>
        <source>SRResNet of leftthomas/SRGAN, which ends in (tanh + 1) / 2</source>
        <translation>SRResNet de leftthomas/SRGAN, que acaba en (tanh + 1) / 2</translation>
    </message>
    <message>
        <source>SRResNet of Lornatang/SRGAN-PyTorch, whose results are kept within 0 and 1</source>
        <translation>SRResNet de Lornatang/SRGAN-PyTorch, cuyos resultados se mantienen entre 0 y 1</translation>
    </message>
    <message>
        <source>SRResNet of opensr-srgan, which ends in tanh</source>
        <translation>SRResNet de opensr-srgan, que acaba en tanh</translation>
    </message>
    <message>
        <source>SRResNet of twtygqyy/pytorch-SRResNet, with batch normalisation</source>
        <translation>SRResNet de twtygqyy/pytorch-SRResNet, con normalización por lotes</translation>
    </message>
    <message>
        <source>SwinIR of its authors</source>
        <translation>SwinIR de sus autores</translation>
    </message>
    <message>
        <source>job</source>
        <translation>la tarea</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>el objetivo</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>el optimizador</translation>
    </message>
    <message>
        <source>learning rate schedule</source>
        <translation>el programa de tasa de aprendizaje</translation>
    </message>
    <message>
        <source>pansharpening method</source>
        <translation>el método de pansharpening</translation>
    </message>
    <message>
        <source>Classify pixels with SR model</source>
        <translation>Clasificar píxeles con modelo SR</translation>
    </message>
    <message>
        <source>Super-resolves a raster with a trained model: each pixel becomes scale × scale finer ones.

The result has the input's coordinate system, data type, nodata and colours. It has no seams, and memory use does
not grow with the raster. Nodata stays nodata.

In place of a raster, a STAC catalogue can be searched by "Extent" and "Dates".</source>
        <translation>Superresuelve un ráster con un modelo entrenado: cada píxel se convierte en escala × escala píxeles más finos.

El resultado tiene el sistema de coordenadas, el tipo de datos, el valor sin datos (nodata) y los colores de la entrada. No tiene costuras, y el uso de memoria no crece con el ráster. Los píxeles sin datos (nodata) siguen sin datos.

En lugar de un ráster se puede buscar en un catálogo STAC por «Extensión» y «Fechas».</translation>
    </message>
    <message>
        <source>Low-resolution raster</source>
        <translation>Ráster de baja resolución</translation>
    </message>
    <message>
        <source>The raster to super-resolve, like those the model was trained on.</source>
        <translation>El ráster que se va a superresolver, como aquellos con los que se entrenó el modelo.</translation>
    </message>
    <message>
        <source>Dates (first/last, year-month-day)</source>
        <translation>Fechas (primera/última, año-mes-día)</translation>
    </message>
    <message>
        <source>First and last day, such as "2021-05-01/2021-08-31", or one day, months or years; one end can be open ("2021-05-01/..").</source>
        <translation>Primer y último día, como "2021-05-01/2021-08-31", o un solo día, meses o años; un extremo puede quedar abierto ("2021-05-01/..").</translation>
    </message>
    <message>
        <source>Clouds and their shadows as nodata</source>
        <translation>Nubes y sus sombras como nodata</translation>
    </message>
    <message>
        <source>Pixels that the scene classification (SCL) of Level-2A calls cloud, cirrus, cloud shadow or defective become nodata.</source>
        <translation>Los píxeles que la clasificación de escena (SCL) del nivel 2A llama nube, cirro, sombra de nube o defectuosos pasan a ser sin datos.</translation>
    </message>
    <message>
        <source>Model package (.srpk) from "Train SR model".</source>
        <translation>Paquete de modelo (.srpk) de «Entrenar modelo SR».</translation>
    </message>
    <message>
        <source>Guide (for models that take one)</source>
        <translation>Guía (para modelos que toman una)</translation>
    </message>
    <message>
        <source>A second raster of the same place, for a model that was trained with a guide: finer bands, or another date. The result is nodata where the guide is.</source>
        <translation>Un segundo ráster del mismo lugar, para un modelo entrenado con una guía: bandas más finas u otra fecha. Donde no tiene datos, tampoco los tiene el resultado.</translation>
    </message>
    <message>
        <source>Extent</source>
        <translation>Extensión</translation>
    </message>
    <message>
        <source>Part of the raster to super-resolve. Blank uses all of it.</source>
        <translation>Parte del ráster que se va a superresolver. Vacío: todo el ráster.</translation>
    </message>
    <message>
        <source>Sampler (diffusion models)</source>
        <translation>Sampler (modelos de difusión)</translation>
    </message>
    <message>
        <source>How a diffusion model gets from noise to the result. Blank: the model's own.</source>
        <translation>Cómo llega un modelo de difusión del ruido al resultado. Vacío: el propio del modelo.</translation>
    </message>
    <message>
        <source>DDIM: implicit sampling</source>
        <translation>DDIM: muestreo implícito</translation>
    </message>
    <message>
        <source>Each step keeps the direction of the noise, so that with η = 0 the result follows from the first noise alone; η = 1
is DDPM. Song et al. 2021, "Denoising Diffusion Implicit Models", equations 12 and 16. Use 50 steps or more.</source>
        <translation>Cada paso conserva la dirección del ruido, de modo que con η = 0 el resultado depende solo del ruido inicial; η = 1 es DDPM. Song et al. 2021, «Denoising Diffusion Implicit Models», ecuaciones 12 y 16. Use 50 pasos o más.</translation>
    </message>
    <message>
        <source>Sampling steps (diffusion models)</source>
        <translation>Pasos de muestreo (modelos de difusión)</translation>
    </message>
    <message>
        <source>Number of steps from noise to the result; time grows with it. For a model trained by denoising, at most the number it was trained with.</source>
        <translation>Número de pasos del ruido al resultado; el tiempo crece con él. En un modelo entrenado por eliminación de ruido, como máximo los de su entrenamiento.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Distribución de los pasos</translation>
    </message>
    <message>
        <source>Noise levels that the steps use. focused: evenly in the logarithm of the signal-to-noise ratio, but denser where detail is decided; log_snr: evenly in that logarithm; trailing: evenly in the trained steps, which needs hundreds of them.</source>
        <translation>En qué niveles de ruido están los pasos. focused: uniformemente en el logaritmo de la relación señal-ruido, pero más densos donde se deciden los detalles; log_snr: uniformemente en ese logaritmo; trailing: uniformemente en los pasos del entrenamiento, lo que requiere cientos de ellos.</translation>
    </message>
    <message>
        <source>η of the sampler ddim</source>
        <translation>η del sampler ddim</translation>
    </message>
    <message>
        <source>Share of the noise that is fresh in every step: 0 is deterministic, 1 is DDPM.</source>
        <translation>Qué parte del ruido es nueva en cada paso: 0 es determinista, 1 es DDPM.</translation>
    </message>
    <message>
        <source>DDPM: ancestral sampling</source>
        <translation>DDPM: muestreo ancestral</translation>
    </message>
    <message>
        <source>Each step draws from the posterior q(x_s | x_t, x_0), with fresh noise of its "fixed small" variance: Ho et al.
2020, "Denoising Diffusion Probabilistic Models", equations 6 and 7. Between steps that are not neighbours in the
trained schedule β is 1 − ᾱ_t / ᾱ_s: Nichol &amp; Dhariwal 2021, "Improved Denoising Diffusion Probabilistic Models",
section 4. Use hundreds of steps.</source>
        <translation>Cada paso toma una muestra de la distribución a posteriori q(x_s | x_t, x_0), con ruido nuevo de su varianza «fixed small»: Ho et al. 2020, «Denoising Diffusion Probabilistic Models», ecuaciones 6 y 7. Entre pasos que no son vecinos en el programa entrenado, β es 1 − ᾱ_t / ᾱ_s: Nichol &amp; Dhariwal 2021, «Improved Denoising Diffusion Probabilistic Models», sección 4. Use cientos de pasos.</translation>
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
        <translation>Determinista, de segundo orden: cada paso prolonga la recta que pasa por su propia estimación del resultado y la del paso anterior. Lu et al. 2022, «DPM-Solver++: Fast Solver for Guided Sampling of Diffusion Probabilistic Models», algoritmo 2. El primer paso no tiene anterior, y el último, hasta la imagen, es infinitamente largo en λ: ambos son de primer orden. Bastan 15 pasos.</translation>
    </message>
    <message>
        <source>Euler</source>
        <translation>Euler</translation>
    </message>
    <message>
        <source>Each step goes straight along the velocity at its beginning (Liu et al. 2023, "Flow Straight and Fast", equation 2).
One step gives about the mean of the possible results; more steps give a sharper one of them.</source>
        <translation>Cada paso va en línea recta según la velocidad en su comienzo (Liu et al. 2023, «Flow Straight and Fast», ecuación 2). Un solo paso da aproximadamente la media de los resultados posibles; más pasos, uno más nítido de ellos.</translation>
    </message>
    <message>
        <source>Heun</source>
        <translation>Heun</translation>
    </message>
    <message>
        <source>Of second order: each step is tried straight, and then taken along the average of the velocities at both of its ends
(Karras et al. 2022, "Elucidating the Design Space of Diffusion-Based Generative Models", algorithm 1). The last
step is a step of euler. The network runs twice in every step but the last: n steps take as long as 2n − 1 of euler.</source>
        <translation>De segundo orden: cada paso se prueba en línea recta y luego se da según la media de las velocidades en sus dos extremos (Karras et al. 2022, «Elucidating the Design Space of Diffusion-Based Generative Models», algoritmo 1). El último paso es un paso de euler. La red se calcula dos veces en cada paso menos en el último: n pasos tardan lo que 2n − 1 de euler.</translation>
    </message>
    <message>
        <source>Samples (diffusion models)</source>
        <translation>Muestras (modelos de difusión)</translation>
    </message>
    <message>
        <source>Number of results that are computed and averaged. The mean of many is less sharp and closer to the truth.</source>
        <translation>Número de resultados que se calculan y promedian; el tiempo crece con él. La media de muchos es menos nítida y más cercana a la verdad.</translation>
    </message>
    <message>
        <source>Super-resolved raster</source>
        <translation>Ráster superresuelto</translation>
    </message>
    <message>
        <source>Cloud-optimised GeoTIFF (.tif). A name ending in .vrt writes a VRT of many GeoTIFFs, in a folder next to it, for results too large for one file. s3://bucket/name.tif writes to object storage.</source>
        <translation>GeoTIFF optimizado para la nube (.tif). Un nombre que termina en .vrt escribe un VRT de muchos GeoTIFF, en una carpeta contigua, para resultados demasiado grandes para un archivo. s3://bucket/nombre.tif escribe en un almacén de objetos.</translation>
    </message>
    <message>
        <source>Uncertainty</source>
        <translation>Incertidumbre</translation>
    </message>
    <message>
        <source>For diffusion models with SAMPLES of 2 or more: standard deviation of the samples in each pixel, in units of the raster's pixel values.</source>
        <translation>Para modelos de difusión con SAMPLES de 2 o más: desviación típica de las muestras en cada píxel, en unidades de los valores de píxel del ráster.</translation>
    </message>
    <message>
        <source>Error map</source>
        <translation>Mapa de error</translation>
    </message>
    <message>
        <source>Error bound in units of the raster: in COVERAGE percent of the pixels the truth differs from the result by no more, for rasters like the tiles that the model was calibrated on by training or by "Evaluate SR model".</source>
        <translation>Cota de error de cada valor, en unidades de los valores de píxel del ráster: en el COVERAGE por ciento de los píxeles la verdad no difiere más que esto del resultado, para rásteres como las teselas con las que se calibró el modelo con «Entrenar modelo SR» o con «Evaluar modelo SR».</translation>
    </message>
    <message>
        <source>Consistency layer</source>
        <translation>Capa de consistencia</translation>
    </message>
    <message>
        <source>The result, degraded as in training, minus the low-resolution raster, in units of its pixel values.</source>
        <translation>El resultado, degradado como en el entrenamiento, menos el ráster de baja resolución en unidades de sus valores.</translation>
    </message>
    <message>
        <source>Best date (year-month-day)</source>
        <translation>Fecha preferida (año-mes-día)</translation>
    </message>
    <message>
        <source>Among equally good scenes, the one nearest in time to this day is chosen. Blank: the middle of the dates.</source>
        <translation>Entre escenas igual de buenas se elige la más próxima en el tiempo a este día. Vacío: el punto medio de las fechas.</translation>
    </message>
    <message>
        <source>Maximum cloud cover (%)</source>
        <translation>Nubosidad máxima (%)</translation>
    </message>
    <message>
        <source>Scenes with a larger cloud cover (of the whole scene) are left out. Scenes whose cloud cover the catalogue does not state are ranked last.</source>
        <translation>Las escenas con mayor nubosidad (de toda la escena) se descartan. Las escenas cuya nubosidad no indica el catálogo van al final.</translation>
    </message>
    <message>
        <source>Minimum cover of the extent (%)</source>
        <translation>Cobertura mínima de la extensión (%)</translation>
    </message>
    <message>
        <source>Scenes that show a smaller share of the extent are left out. Neighbouring scenes of one satellite pass count together and are mosaicked if a single one does not cover the whole extent.</source>
        <translation>Las escenas que muestran una parte menor de la extensión se descartan. Las escenas vecinas de una misma pasada cuentan juntas y se unen en un mosaico si una sola no cubre toda la extensión.</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>Colección</translation>
    </message>
    <message>
        <source>Collection of the catalogue to search.</source>
        <translation>La colección del catálogo en la que buscar.</translation>
    </message>
    <message>
        <source>Assets (bands)</source>
        <translation>Recursos (bandas)</translation>
    </message>
    <message>
        <source>Files of the scene that are given to the model, separated by commas. Blank uses those named like the model's bands.</source>
        <translation>Archivos de la escena que recibe el modelo, separados por comas. En blanco: los que se llaman como las bandas del modelo.</translation>
    </message>
    <message>
        <source>STAC API</source>
        <translation>API STAC</translation>
    </message>
    <message>
        <source>Address of the catalogue. Files of Planetary Computer are signed as required; those of Earth Search (https://earth-search.aws.element84.com/v1) need no signature.</source>
        <translation>Dirección del catálogo. Los archivos de Planetary Computer se firman según lo requieren; los de Earth Search (https://earth-search.aws.element84.com/v1) no necesitan firma.</translation>
    </message>
    <message>
        <source>Time-out (seconds)</source>
        <translation>Tiempo de espera (segundos)</translation>
    </message>
    <message>
        <source>How long to wait for a server's answer.</source>
        <translation>Cuánto esperar la respuesta de un servidor antes de desistir.</translation>
    </message>
    <message>
        <source>Target CRS</source>
        <translation>SRC de destino</translation>
    </message>
    <message>
        <source>Coordinate reference system of OUTPUT. The raster is super-resolved on its own grid, and the result is warped to this one by cubic convolution. Blank: the raster's own.</source>
        <translation>Sistema de referencia de coordenadas de OUTPUT. La superresolución se calcula en la cuadrícula propia del ráster, y el resultado se reproyecta a este sistema por convolución cúbica. En blanco: el del ráster.</translation>
    </message>
    <message>
        <source>Target pixel size (units of the target CRS)</source>
        <translation>Tamaño de píxel de destino (unidades del SRC de destino)</translation>
    </message>
    <message>
        <source>Width and height of OUTPUT's pixels, whose edges lie at multiples of it. Blank: those of the result before it is warped.</source>
        <translation>Anchura y altura de los píxeles de OUTPUT, cuyos bordes están en múltiplos de este valor. En blanco: las del resultado antes de reproyectarlo.</translation>
    </message>
    <message>
        <source>Bands of the raster in the order the model expects. Blank finds them by name, colour and wavelength or, if these do not identify them, uses all bands when their number matches.</source>
        <translation>Bandas del ráster en el orden que espera el modelo. En blanco: se buscan por nombre, color y longitud de onda o, si esto no las identifica, todas las bandas cuando su número coincide.</translation>
    </message>
    <message>
        <source>Bands of the guide</source>
        <translation>Bandas de la guía</translation>
    </message>
    <message>
        <source>Bands of the guide in the order the model expects. Blank finds them by name or, if the names do not identify them, uses all bands when their number matches.</source>
        <translation>Bandas de la guía en el orden que espera el modelo. En blanco: se buscan por nombre o, si los nombres no las identifican, todas las bandas cuando su número coincide.</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>Ganancia</translation>
    </message>
    <message>
        <source>Pixel value × gain + offset = the physical value the model was trained on. One number, or one for each band. Blank uses the scale that the raster declares, or else the model's own. Set it if neither is right for this raster.</source>
        <translation>Valor del píxel × ganancia + desplazamiento = el valor físico con el que se entrenó el modelo. Un número, o uno por banda. Vacío: la escala que declara el ráster o, si no, la propia del modelo. Indíquelo si ninguna es correcta para este ráster.</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Desplazamiento</translation>
    </message>
    <message>
        <source>Added after the gain, in physical units. One number, or one for each band. Blank uses the offset that the raster declares, or else the model's own.</source>
        <translation>Se suma después de la ganancia, en unidades físicas. Un número, o uno por banda. Vacío: el desplazamiento que declara el ráster o, si no, el propio del modelo.</translation>
    </message>
    <message>
        <source>Nodata value</source>
        <translation>Valor sin datos (nodata)</translation>
    </message>
    <message>
        <source>Nodata values for rasters that declare none, such as 0 for black borders. One number, or one for each band. Declared nodata values and masks apply as well.</source>
        <translation>Valores sin datos para rásteres que no declaran ninguno, como 0 para bordes negros. Un número, o uno por banda. Los valores sin datos declarados y las máscaras también cuentan.</translation>
    </message>
    <message>
        <source>How many times finer the result is, for models with several scales (MDSR, CARN). Blank: the model's own scale.</source>
        <translation>Cuántas veces más fino es el resultado, para un modelo que ofrece varias escalas (MDSR, CARN). Vacío: la propia del modelo.</translation>
    </message>
    <message>
        <source>Noise schedule (diffusion models)</source>
        <translation>Programa de ruido (modelos de difusión)</translation>
    </message>
    <message>
        <source>Spreads the sampler's steps over the noise levels of training. Options that the model's own schedule also has keep its values unless they are set. Blank leaves this to the sampler, which is best for few steps.</source>
        <translation>Reparte los pasos del muestreador entre los niveles de ruido del entrenamiento. Las opciones que también tiene el plan del modelo conservan sus valores si no se indican. En blanco: decide el muestreador, lo mejor para pocos pasos.</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Constante</translation>
    </message>
    <message>
        <source>Every step adds the same noise, so that even the first one hides faint detail. One of the schedules of the
code of DDPM (Ho et al. 2020) and of SR3's.</source>
        <translation>Cada paso añade el mismo ruido, de modo que ya el primero oculta los detalles finos. Uno de los programas del código de DDPM (Ho et al. 2020) y del de SR3.</translation>
    </message>
    <message>
        <source>Trained steps</source>
        <translation>Pasos del entrenamiento</translation>
    </message>
    <message>
        <source>Steps between image and noise that the network learns; sampling may take fewer.</source>
        <translation>Pasos entre la imagen y el ruido que aprende la red; el muestreo puede dar menos.</translation>
    </message>
    <message>
        <source>β</source>
        <translation>β</translation>
    </message>
    <message>
        <source>Variance of the noise that every step adds.</source>
        <translation>Varianza del ruido que añade cada paso.</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>Coseno</translation>
    </message>
    <message>
        <source>ᾱ falls along a squared cosine, slowly at both ends. Nichol &amp; Dhariwal 2021, "Improved Denoising Diffusion
Probabilistic Models", equation 17.</source>
        <translation>ᾱ baja según un coseno al cuadrado, despacio en ambos extremos. Nichol &amp; Dhariwal 2021, «Improved Denoising Diffusion Probabilistic Models», ecuación 17.</translation>
    </message>
    <message>
        <source>JSD (1 / T, 1 / (T − 1), … 1)</source>
        <translation>JSD (1 / T, 1 / (T − 1), … 1)</translation>
    </message>
    <message>
        <source>β = 1 / (steps left), so that ᾱ falls in a straight line from 1 to 0; the last β is kept at 0.999. Sohl-Dickstein
et al. 2015, "Deep Unsupervised Learning using Nonequilibrium Thermodynamics", section 2.4.1 (where diffusion is
binomial); the code of DDPM (Ho et al. 2020) has it under this name.</source>
        <translation>β = 1 / (pasos restantes), de modo que ᾱ baja en línea recta de 1 a 0; la última β se mantiene en 0,999. Sohl-Dickstein et al. 2015, «Deep Unsupervised Learning using Nonequilibrium Thermodynamics», sección 2.4.1 (donde la difusión es binomial); el código de DDPM (Ho et al. 2020) lo llama así.</translation>
    </message>
    <message>
        <source>Linear</source>
        <translation>Lineal</translation>
    </message>
    <message>
        <source>β rises in a straight line from linear_start to linear_end. Ho et al. 2020, "Denoising Diffusion Probabilistic
Models", section 4; Saharia et al. 2021, "Image Super-Resolution via Iterative Refinement" (SR3).</source>
        <translation>β sube en línea recta de linear_start a linear_end. Ho et al. 2020, «Denoising Diffusion Probabilistic Models», sección 4; Saharia et al. 2021, «Image Super-Resolution via Iterative Refinement» (SR3).</translation>
    </message>
    <message>
        <source>First β</source>
        <translation>Primera β</translation>
    </message>
    <message>
        <source>Variance of the noise that the first step adds: how fine the faintest noise is.</source>
        <translation>Varianza del ruido que añade el primer paso: lo fino que es el ruido más débil.</translation>
    </message>
    <message>
        <source>Last β</source>
        <translation>Última β</translation>
    </message>
    <message>
        <source>Variance of the noise that the last step adds: with the number of steps it decides how little of the image is left at the end.</source>
        <translation>Varianza del ruido que añade el último paso: junto con el número de pasos determina lo poco que queda de la imagen al final.</translation>
    </message>
    <message>
        <source>Quadratic</source>
        <translation>Cuadrático</translation>
    </message>
    <message>
        <source>The square root of β rises in a straight line, so that the first steps add less noise than with the linear schedule.
One of the schedules of the code of DDPM (Ho et al. 2020) and of SR3's.</source>
        <translation>La raíz cuadrada de β crece en línea recta, de modo que los primeros pasos añaden menos ruido que con el programa lineal.
Uno de los programas del código de DDPM (Ho et al. 2020) y de SR3.</translation>
    </message>
    <message>
        <source>Warm-up over a tenth of the steps</source>
        <translation>Calentamiento durante una décima parte de los pasos</translation>
    </message>
    <message>
        <source>β rises from linear_start to linear_end over the first 10 % of the steps and stays there, so that most steps are
spent on coarse structure. One of the schedules of the code of DDPM (Ho et al. 2020) and of SR3's.</source>
        <translation>β sube de linear_start a linear_end durante el primer 10 % de los pasos y se queda ahí, de modo que la mayoría de los pasos se dedican a la estructura gruesa. Uno de los programas del código de DDPM (Ho et al. 2020) y del de SR3.</translation>
    </message>
    <message>
        <source>Warm-up over half of the steps</source>
        <translation>Calentamiento durante la mitad de los pasos</translation>
    </message>
    <message>
        <source>β rises from linear_start to linear_end over the first 50 % of the steps and stays there, so that most steps are
spent on coarse structure. One of the schedules of the code of DDPM (Ho et al. 2020) and of SR3's.</source>
        <translation>β sube de linear_start a linear_end durante el primer 50 % de los pasos y se queda ahí, de modo que la mayoría de los pasos se dedican a la estructura gruesa. Uno de los programas del código de DDPM (Ho et al. 2020) y del de SR3.</translation>
    </message>
    <message>
        <source>Seed (diffusion models)</source>
        <translation>Semilla (modelos de difusión)</translation>
    </message>
    <message>
        <source>Another seed gives another possible result.</source>
        <translation>Otra semilla da otro de los resultados posibles.</translation>
    </message>
    <message>
        <source>Consistency</source>
        <translation>Consistencia</translation>
    </message>
    <message>
        <source>on: corrects each result as little as possible so that, degraded as in training, it matches the low-resolution raster. Blank: on for diffusion and adversarial models, off for others.</source>
        <translation>on: corrige cada resultado lo menos posible para que, degradado como en el entrenamiento, coincida con el ráster de baja resolución. En blanco: on para modelos de difusión y adversarios, off para los demás.</translation>
    </message>
    <message>
        <source>Tile size (low-resolution pixels)</source>
        <translation>Tamaño de tesela (píxeles de baja resolución)</translation>
    </message>
    <message>
        <source>Width and height of the tiles computed at a time. Affects memory use and speed, and slightly the result: of diffusion models, and without EXACT by the rounding of a few values. Blank: chosen by memory need, or the size that a diffusion model was trained on.</source>
        <translation>Ancho y alto de las teselas que se calculan a la vez. Influye en la memoria y la velocidad, y ligeramente en el resultado: el de modelos de difusión y, sin EXACT, el redondeo de unos pocos valores. En blanco: según la memoria necesaria, o el tamaño con que se entrenó un modelo de difusión.</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exacto</translation>
    </message>
    <message>
        <source>Reads around each tile the network's whole receptive field. Otherwise the part that changes results by less than half a pixel value step is left out: much faster with deep networks, but near tile borders a few values may be rounded the other way.</source>
        <translation>Lee alrededor de cada tesela todo el campo receptivo de la red. Si no, se omite la parte que cambia los resultados en menos de medio paso del valor de píxel: mucho más rápido con redes profundas, pero cerca de los bordes de las teselas unos pocos valores pueden redondearse al revés.</translation>
    </message>
    <message>
        <source>Batch size (tiles)</source>
        <translation>Tamaño de lote (teselas)</translation>
    </message>
    <message>
        <source>Tiles computed together. More can be faster on a graphics card and needs more memory. Blank: one, or for diffusion models as many as fit.</source>
        <translation>Teselas que se calculan juntas. Más pueden ser más rápidas en una tarjeta gráfica y necesitan más memoria. Vacío: una o, con un modelo de difusión, tantas como quepan.</translation>
    </message>
    <message>
        <source>Coverage of the error map (%)</source>
        <translation>Cobertura del mapa de error (%)</translation>
    </message>
    <message>
        <source>For OUTPUT_ERROR: percentage of the pixels in which the truth should differ from the result by no more than the error map.</source>
        <translation>Para OUTPUT_ERROR: porcentaje de los píxeles en los que la verdad no debe diferir del resultado en más que el mapa de error.</translation>
    </message>
    <message>
        <source>Where to compute: auto takes an NVIDIA (cuda), Apple (mps) or Intel (xpu) graphics card if PyTorch can use one; vulkan is any graphics card, for convolutional models. A number chooses among several cards, from 0.</source>
        <translation>Dónde calcular: auto toma una tarjeta gráfica NVIDIA (cuda), Apple (mps) o Intel (xpu) si PyTorch puede usar una; vulkan es cualquier tarjeta gráfica, para modelos convolucionales. Un número elige entre varias tarjetas, desde 0.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>fast: convolutional models run in half precision where this is measured to be faster on this computer; results differ by up to two 8-bit steps. Otherwise, and for ONNX, fast is the same as exact, as the log says. Diffusion models use half precision on NVIDIA cards in any case.</source>
        <translation>fast: modelos convolucionales en media precisión donde este ordenador, según una medición, es más rápido con ella; los resultados difieren en hasta dos niveles de 8 bits. En otro caso, y con ONNX, es como exact, y el registro lo dice. Los modelos de difusión usan de todos modos media precisión en tarjetas NVIDIA.</translation>
    </message>
    <message>
        <source>Processor cores</source>
        <translation>Núcleos del procesador</translation>
    </message>
    <message>
        <source>Number of processor cores to use; fewer leave more for other programs. Results do not change, except for the last digits of trainings. 0 or blank: all cores that the system gives the run.</source>
        <translation>Número de núcleos de procesador que se usan; con menos queda más para otros programas. Los resultados no cambian, salvo las últimas cifras de los entrenamientos. 0 o en blanco: todos los que el sistema conceda.</translation>
    </message>
    <message>
        <source>Block size (pixels of the result)</source>
        <translation>Tamaño de los bloques (píxeles del resultado)</translation>
    </message>
    <message>
        <source>Approximate width and height of the blocks in which a large result is computed. Finished blocks are kept: the same run continues if it was stopped. Blank: 4096 for a VRT and for several processes, otherwise no blocks.</source>
        <translation>Ancho y alto aproximados de los bloques en que se calcula un resultado grande. Los bloques terminados se conservan: la misma ejecución continúa si se detuvo. En blanco: 4096 para un VRT y para varios procesos; si no, sin bloques.</translation>
    </message>
    <message>
        <source>Processes</source>
        <translation>Procesos</translation>
    </message>
    <message>
        <source>Number of processes on this computer that compute blocks; its processor cores, memory and graphics cards are divided among them. Needs Dask, an optional part of the SR engine. Blank: this process only.</source>
        <translation>Número de procesos de este ordenador que calculan bloques; sus núcleos, su memoria y sus tarjetas gráficas se reparten entre ellos. Necesita Dask, una parte opcional del motor SR. En blanco: solo este proceso.</translation>
    </message>
    <message>
        <source>Dask scheduler</source>
        <translation>Planificador de Dask</translation>
    </message>
    <message>
        <source>Address of a Dask scheduler, such as tcp://10.0.0.1:8786, whose workers compute the blocks on other computers. All must have the same SR engine and see the same files under the same paths.</source>
        <translation>Dirección de un planificador de Dask, como tcp://10.0.0.1:8786, cuyos workers calculan los bloques en otros ordenadores. Todos deben tener el mismo motor SR y ver los mismos archivos con las mismas rutas.</translation>
    </message>
    <message>
        <source>Part of the run</source>
        <translation>Parte de la ejecución</translation>
    </message>
    <message>
        <source>2/8 computes every eighth block, starting with the second. Runs of all parts write one result, at the same time or one after another, independently of each other. OUTPUT must be a VRT. Blank computes all blocks.</source>
        <translation>2/8 calcula uno de cada ocho bloques, empezando por el segundo. Las ejecuciones de todas las partes escriben un resultado, a la vez o una tras otra, sin saber unas de otras. OUTPUT debe ser un VRT. En blanco calcula todos los bloques.</translation>
    </message>
    <message>
        <source>super-resolution</source>
        <translation>superresolución</translation>
    </message>
    <message>
        <source>upscale</source>
        <translation>aumentar resolución</translation>
    </message>
    <message>
        <source>enhance</source>
        <translation>mejorar</translation>
    </message>
    <message>
        <source>sharpen</source>
        <translation>nitidez</translation>
    </message>
    <message>
        <source>pansharpen</source>
        <translation>pansharpening</translation>
    </message>
    <message>
        <source>resample</source>
        <translation>remuestrear</translation>
    </message>
    <message>
        <source>finer</source>
        <translation>más fino</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>zoom</translation>
    </message>
    <message>
        <source>deep learning</source>
        <translation>aprendizaje profundo</translation>
    </message>
    <message>
        <source>inference</source>
        <translation>inferencia</translation>
    </message>
    <message>
        <source>predict</source>
        <translation>predecir</translation>
    </message>
    <message>
        <source>Where does the raster come from?</source>
        <translation>¿De dónde viene el ráster?</translation>
    </message>
    <message>
        <source>A layer or a file</source>
        <translation>De una capa o un archivo</translation>
    </message>
    <message>
        <source>The clearest scene of a place, from a STAC catalogue</source>
        <translation>La escena más despejada de un lugar, de un catálogo STAC</translation>
    </message>
    <message>
        <source>Width (pixels)</source>
        <translation>Ancho (píxeles)</translation>
    </message>
    <message>
        <source>Columns of the super-resolved raster.</source>
        <translation>Columnas del ráster superresuelto.</translation>
    </message>
    <message>
        <source>Height (pixels)</source>
        <translation>Alto (píxeles)</translation>
    </message>
    <message>
        <source>Rows of the super-resolved raster.</source>
        <translation>Filas del ráster superresuelto.</translation>
    </message>
    <message>
        <source>Residual (%)</source>
        <translation>Residuo (%)</translation>
    </message>
    <message>
        <source>Difference between the result, degraded as in training, and the low-resolution raster: root mean square in percent of the raster's standard deviation. Blank without consistency.</source>
        <translation>Cuánto se aleja el resultado, degradado como en el entrenamiento, del ráster de baja resolución: media cuadrática en porcentaje de la desviación estándar del ráster. Vacío sin consistencia.</translation>
    </message>
    <message>
        <source>Bands used</source>
        <translation>Bandas utilizadas</translation>
    </message>
    <message>
        <source>Numbers of the bands given to the model, in its order.</source>
        <translation>Números de las bandas del ráster que recibió el modelo, en su orden.</translation>
    </message>
    <message>
        <source>Evaluate SR model</source>
        <translation>Evaluar modelo SR</translation>
    </message>
    <message>
        <source>Compares one model or several with bicubic resampling on tiles whose high-resolution truth is known.

The metrics are means over tiles, without the outermost pixels. The report adds confidence intervals, learning
curves and pictures: low resolution, bicubic, super-resolved, truth.</source>
        <translation>Compara uno o varios modelos con el remuestreo bicúbico en teselas cuya verdad de alta resolución se conoce.

Las cifras son medias sobre las teselas, sin contar los píxeles del borde. La página las muestra con intervalos de confianza, curvas de aprendizaje e imágenes: baja resolución, bicúbico, superresuelto, verdad.</translation>
    </message>
    <message>
        <source>Model package (.srpk) to measure.</source>
        <translation>Paquete de modelo (.srpk) que se va a medir.</translation>
    </message>
    <message>
        <source>Further SR models</source>
        <translation>Otros modelos SR</translation>
    </message>
    <message>
        <source>Model packages (.srpk) of the same scale and bands to show beside the first, on the same tiles.</source>
        <translation>Paquetes de modelo (.srpk) de la misma escala y las mismas bandas que se muestran junto al primero, en las mismas teselas.</translation>
    </message>
    <message>
        <source>Folder written by "Export SR training tiles", or by ArcGIS' Export Tiles from two rasters, or any folder of image pairs with matching names, such as lr/a.tif and hr/a.tif, or a_lr.png and a_hr.png.</source>
        <translation>Carpeta creada por «Exportar teselas de entrenamiento SR», o por ArcGIS como Export Tiles de dos rásteres, o cualquier carpeta con pares de imágenes de nombres coincidentes, como lr/a.tif y hr/a.tif, o a_lr.png y a_hr.png.</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Reparto</translation>
    </message>
    <message>
        <source>Tiles to evaluate on. Only test tiles were not used in training.</source>
        <translation>Teselas con las que evaluar. Solo las de prueba no se usaron en el entrenamiento.</translation>
    </message>
    <message>
        <source>Calibrated SR model</source>
        <translation>Modelo SR calibrado</translation>
    </message>
    <message>
        <source>Copy of the first model (.srpk), calibrated on these tiles, so that "Classify pixels with SR model" can write an error map. Use tiles like your rasters that the model was not trained on: at least 9, better 100.</source>
        <translation>Copia del primer modelo (.srpk), calibrada con estas teselas, para que «Clasificar píxeles con modelo SR» pueda escribir un mapa de error. Use teselas como sus rásteres con las que no se haya entrenado el modelo: al menos 9, mejor 100.</translation>
    </message>
    <message>
        <source>Evaluation report</source>
        <translation>Informe de evaluación</translation>
    </message>
    <message>
        <source>Self-contained page with figures and pictures.</source>
        <translation>Página autónoma con cifras e imágenes.</translation>
    </message>
    <message>
        <source>Number of results that are averaged. With 2 or more, CALIBRATE uses their spread, and the error map of "Classify pixels with SR model" then needs the same SAMPLES.</source>
        <translation>De cuántos resultados posibles se evalúa la media. Con 2 o más, CALIBRATE se basa en cuánto difieren, y el mapa de error de «Clasificar píxeles con modelo SR» necesita entonces otros tantos SAMPLES.</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>exactitud</translation>
    </message>
    <message>
        <source>quality</source>
        <translation>calidad</translation>
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
        <translation>comparar</translation>
    </message>
    <message>
        <source>report</source>
        <translation>informe</translation>
    </message>
    <message>
        <source>validate</source>
        <translation>validar</translation>
    </message>
    <message>
        <source>PSNR of the model (dB)</source>
        <translation>PSNR del modelo (dB)</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio; higher is better.</source>
        <translation>Relación señal-ruido de pico; cuanto mayor, mejor.</translation>
    </message>
    <message>
        <source>SSIM of the model</source>
        <translation>SSIM del modelo</translation>
    </message>
    <message>
        <source>Structural similarity; 1 is perfect.</source>
        <translation>Similitud estructural; 1 es perfecto.</translation>
    </message>
    <message>
        <source>SAM of the model (°)</source>
        <translation>SAM del modelo (°)</translation>
    </message>
    <message>
        <source>Spectral angle between result and truth; 0 is perfect. Needs two bands or more.</source>
        <translation>Ángulo espectral entre resultado y verdad; 0 es perfecto. Necesita dos bandas o más.</translation>
    </message>
    <message>
        <source>ERGAS of the model</source>
        <translation>ERGAS del modelo</translation>
    </message>
    <message>
        <source>Relative error over all bands (Wald 2000); 0 is perfect.</source>
        <translation>Error relativo sobre todas las bandas (Wald 2000); 0 es perfecto.</translation>
    </message>
    <message>
        <source>PSNR of bicubic (dB)</source>
        <translation>PSNR del bicúbico (dB)</translation>
    </message>
    <message>
        <source>On the same tiles.</source>
        <translation>En las mismas teselas.</translation>
    </message>
    <message>
        <source>SSIM of bicubic</source>
        <translation>SSIM del bicúbico</translation>
    </message>
    <message>
        <source>SAM of bicubic (°)</source>
        <translation>SAM del bicúbico (°)</translation>
    </message>
    <message>
        <source>ERGAS of bicubic</source>
        <translation>ERGAS del bicúbico</translation>
    </message>
    <message>
        <source>L1 of the model</source>
        <translation>L1 del modelo</translation>
    </message>
    <message>
        <source>Mean absolute error in physical units; 0 is perfect.</source>
        <translation>Error absoluto medio en unidades físicas; 0 es perfecto.</translation>
    </message>
    <message>
        <source>L2 of the model</source>
        <translation>L2 del modelo</translation>
    </message>
    <message>
        <source>Mean squared error in squared physical units; 0 is perfect.</source>
        <translation>Error cuadrático medio en unidades físicas al cuadrado; 0 es perfecto.</translation>
    </message>
    <message>
        <source>Improvement of the model</source>
        <translation>Mejora del modelo</translation>
    </message>
    <message>
        <source>Share of the relevant detail that is shown correctly (Aybar et al. 2024); 1 is perfect.</source>
        <translation>Proporción del detalle relevante que se muestra correctamente (Aybar et al. 2024); 1 es perfecto.</translation>
    </message>
    <message>
        <source>Omission of the model</source>
        <translation>Omisión del modelo</translation>
    </message>
    <message>
        <source>Share of the relevant detail that is missing; 0 is perfect.</source>
        <translation>Proporción del detalle relevante que falta; 0 es perfecto.</translation>
    </message>
    <message>
        <source>Hallucination of the model</source>
        <translation>Alucinación del modelo</translation>
    </message>
    <message>
        <source>Share of the relevant detail that is invented; 0 is perfect.</source>
        <translation>Proporción del detalle relevante que es inventada; 0 es perfecto.</translation>
    </message>
    <message>
        <source>L1 of bicubic</source>
        <translation>L1 del bicúbico</translation>
    </message>
    <message>
        <source>L2 of bicubic</source>
        <translation>L2 del bicúbico</translation>
    </message>
    <message>
        <source>Improvement of bicubic</source>
        <translation>Mejora del bicúbico</translation>
    </message>
    <message>
        <source>Omission of bicubic</source>
        <translation>Omisión del bicúbico</translation>
    </message>
    <message>
        <source>Hallucination of bicubic</source>
        <translation>Alucinación del bicúbico</translation>
    </message>
    <message>
        <source>Gain in PSNR at least (dB)</source>
        <translation>Ganancia mínima de PSNR (dB)</translation>
    </message>
    <message>
        <source>Lower end of the 95 % confidence interval of the model's gain over bicubic; above 0 the gain is significant.</source>
        <translation>Límite inferior del intervalo de confianza del 95 % de la ganancia del modelo sobre el bicúbico; por encima de 0, la ganancia es significativa.</translation>
    </message>
    <message>
        <source>Gain in PSNR at most (dB)</source>
        <translation>Ganancia máxima de PSNR (dB)</translation>
    </message>
    <message>
        <source>Upper end of that interval.</source>
        <translation>Límite superior de ese intervalo.</translation>
    </message>
    <message>
        <source>Fixed pattern of the model</source>
        <translation>Patrón fijo del modelo</translation>
    </message>
    <message>
        <source>Largest difference between neighbouring pixels that the model produces on a uniform field, as a share of the value range; 0 is perfect, below 0.004 (1 of 255) is invisible.</source>
        <translation>Mayor diferencia entre píxeles vecinos que el modelo produce a partir de una superficie uniforme, como proporción del rango de valores; 0 es perfecto, y por debajo de 0,004 (1 de 255) nadie la ve.</translation>
    </message>
    <message>
        <source>Coverage reached (%)</source>
        <translation>Cobertura alcanzada (%)</translation>
    </message>
    <message>
        <source>Percentage of the pixels in which the truth lies within the error map at a COVERAGE of 90 %; blank if the model is not calibrated.</source>
        <translation>En qué porcentaje de los píxeles la verdad está dentro del mapa de error con una COVERAGE del 90 %; en blanco si el modelo no está calibrado.</translation>
    </message>
    <message>
        <source>Export SR model</source>
        <translation>Exportar modelo SR</translation>
    </message>
    <message>
        <source>Writes a model for other programs: its network in ONNX, and a STAC item that describes it.

The folder contains model.onnx, which takes and gives pixel values of rasters like those that the model was trained
on, in images of any size (ONNX Runtime and whatever reads ONNX); deepness.onnx, the same network in the form that
the QGIS plugin Deepness expects; item.json, a STAC item with the Machine Learning Model extension (MLM), for
catalogues; and README.md, the model card. Each network is computed by ONNX Runtime and compared with the model
before it is written. Diffusion models, models with a guide, and models that are in ONNX already cannot be exported.</source>
        <translation>Escribe un modelo para otros programas: su red en ONNX y un ítem STAC que lo describe.

La carpeta recibe model.onnx, que toma y da valores de píxel de rásteres como aquellos con los que se entrenó el modelo, en imágenes de cualquier tamaño (ONNX Runtime y todo lo que lee ONNX); deepness.onnx, la misma red como la quiere el complemento de QGIS Deepness; item.json, un ítem STAC con la extensión Machine Learning Model (MLM), para catálogos; y README.md, la ficha del modelo. ONNX Runtime calcula cada red y se compara con el modelo antes de escribirla. Los modelos de difusión, los modelos con guía y los que ya están en ONNX no se pueden exportar.</translation>
    </message>
    <message>
        <source>Model package (.srpk) to export.</source>
        <translation>Paquete de modelo (.srpk) que exportar.</translation>
    </message>
    <message>
        <source>Folder for the files. Those of the same names are replaced.</source>
        <translation>Carpeta para los archivos. Los de los mismos nombres se sustituyen.</translation>
    </message>
    <message>
        <source>How many times finer the result is, for models with several scales. Blank: the model's own scale.</source>
        <translation>Cuántas veces más fino ha de ser el resultado, de un modelo de varias escalas. En blanco: la del modelo.</translation>
    </message>
    <message>
        <source>Tile size in Deepness</source>
        <translation>Tamaño de tesela en Deepness</translation>
    </message>
    <message>
        <source>Width and height of the images that Deepness passes to deepness.onnx, in low-resolution pixels. Deepness joins results without overlap: larger tiles have fewer seams but need more memory.</source>
        <translation>Ancho y alto de las imágenes que Deepness pasa a deepness.onnx, en píxeles de baja resolución. Deepness une los resultados sin solape: las teselas mayores tienen menos costuras pero necesitan más memoria.</translation>
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
        <translation>exportar</translation>
    </message>
    <message>
        <source>share</source>
        <translation>compartir</translation>
    </message>
    <message>
        <source>publish</source>
        <translation>publicar</translation>
    </message>
    <message>
        <source>convert</source>
        <translation>convertir</translation>
    </message>
    <message>
        <source>Largest difference</source>
        <translation>Diferencia máxima</translation>
    </message>
    <message>
        <source>Largest difference between the results of ONNX Runtime and the model, as a share of their range.</source>
        <translation>Mayor diferencia entre los resultados de ONNX Runtime y del modelo, como fracción de su rango.</translation>
    </message>
    <message>
        <source>Export SR training tiles</source>
        <translation>Exportar teselas de entrenamiento SR</translation>
    </message>
    <message>
        <source>Cuts a high-resolution raster into pairs of low- and high-resolution tiles for "Train SR model".

Training, validation and test tiles lie in different blocks of land, so that no pixel is in two of them.</source>
        <translation>Corta un ráster de alta resolución en pares de teselas de baja y alta resolución, de los que aprende «Entrenar modelo SR».

Las teselas de entrenamiento, validación y prueba están en bloques de terreno distintos, de modo que ningún píxel está en dos de estos conjuntos.</translation>
    </message>
    <message>
        <source>High-resolution raster</source>
        <translation>Ráster de alta resolución</translation>
    </message>
    <message>
        <source>The raster to learn from: the target of super-resolution.</source>
        <translation>El ráster del que se aprende: el objetivo de la superresolución.</translation>
    </message>
    <message>
        <source>Folder of high-resolution rasters</source>
        <translation>Carpeta de rásteres de alta resolución</translation>
    </message>
    <message>
        <source>Every raster in the folder is used; each belongs entirely to training, validation or test.</source>
        <translation>Se usan todos los rásteres que contiene; cada uno pertenece por entero a entrenamiento, validación o prueba.</translation>
    </message>
    <message>
        <source>Low-resolution raster of the same place</source>
        <translation>Ráster de baja resolución del mismo lugar</translation>
    </message>
    <message>
        <source>The same place as another sensor sees it, in any coordinate reference system.</source>
        <translation>El mismo lugar visto por otro sensor, en cualquier sistema de referencia de coordenadas.</translation>
    </message>
    <message>
        <source>Guide of the same place</source>
        <translation>Guía del mismo lugar</translation>
    </message>
    <message>
        <source>A second input for the network: a raster of the same place with pixels 2, 3, 4 or 6 times as fine as the low-resolution ones, or as large, such as another date. Classifying then needs such a raster too.</source>
        <translation>Una segunda entrada para la red: un ráster del mismo lugar con píxeles 2, 3, 4 o 6 veces más finos que los de baja resolución, o igual de grandes, como otra fecha. La clasificación toma entonces también un ráster así.</translation>
    </message>
    <message>
        <source>Learn one scale coarser (Wald)</source>
        <translation>Aprender una escala más gruesa (Wald)</translation>
    </message>
    <message>
        <source>For coarse bands without finer truth: INPUT is the truth, and both INPUT and GUIDE are degraded by SCALE for training (Wald et al. 1997).</source>
        <translation>Para bandas gruesas sin verdad más fina: INPUT es la verdad, e INPUT y GUIDE se degradan por SCALE para el entrenamiento (Wald et al. 1997).</translation>
    </message>
    <message>
        <source>Collection of a STAC catalogue</source>
        <translation>Colección de un catálogo STAC</translation>
    </message>
    <message>
        <source>Such as sentinel-2-l2a: the low-resolution side is the clearest scene of the place in DATE_RANGE, as found by "Find satellite scene". Clouds and their shadows count as nodata (see MIN_VALID).</source>
        <translation>Por ejemplo sentinel-2-l2a: el lado de baja resolución es la escena más despejada del lugar en DATE_RANGE, como la encuentra «Buscar escena de satélite». Las nubes y sus sombras cuentan como nodata (véase MIN_VALID).</translation>
    </message>
    <message>
        <source>How the low-resolution side is produced from the high-resolution one if no low-resolution raster is given.</source>
        <translation>Cómo se genera el lado de baja resolución a partir del de alta cuando no hay ráster de baja resolución.</translation>
    </message>
    <message>
        <source>Mean of the area</source>
        <translation>Media del área</translation>
    </message>
    <message>
        <source>A low-resolution pixel is the mean of the high-resolution pixels in it, as in pixel aggregation and in overviews
built with "average": a detector without any optics.</source>
        <translation>Un píxel de baja resolución es la media de los píxeles de alta resolución que contiene, como en la agregación de píxeles y en las vistas generales (pirámides) creadas con "average": un detector sin óptica alguna.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Ruido</translation>
    </message>
    <message>
        <source>Standard deviation of Gaussian noise in low-resolution tiles, in physical units such as reflectance: one number, or one for each band. Left out: no noise.</source>
        <translation>Desviación estándar del ruido gaussiano en las teselas de baja resolución, en unidades físicas como la reflectancia: un número, o uno por banda. Si se omite: sin ruido.</translation>
    </message>
    <message>
        <source>Seed of the noise</source>
        <translation>Semilla del ruido</translation>
    </message>
    <message>
        <source>The same seed gives the same noise in the same tile.</source>
        <translation>La misma semilla da el mismo ruido en la misma tesela.</translation>
    </message>
    <message>
        <source>JPEG quality</source>
        <translation>Calidad JPEG</translation>
    </message>
    <message>
        <source>Low-resolution tiles get the artefacts of a JPEG file of this quality, each band by itself; for 8-bit rasters only. Left out: no artefacts.</source>
        <translation>Las teselas de baja resolución reciben los artefactos de un archivo JPEG de esta calidad, cada banda por separado; solo para rásteres de 8 bits. Si se omite: sin artefactos.</translation>
    </message>
    <message>
        <source>Antialiased bicubic resampling</source>
        <translation>Remuestreo bicúbico con antialiasing</translation>
    </message>
    <message>
        <source>Cubic convolution (Keys 1981) with the kernel widened by the scale: what most published networks learnt from, and
sharper than any sensor.</source>
        <translation>Convolución cúbica (Keys 1981) con el núcleo ensanchado según la escala: de lo que aprendió la mayoría de las redes publicadas, y más nítido que cualquier sensor.</translation>
    </message>
    <message>
        <source>Antialiased bilinear resampling</source>
        <translation>Remuestreo bilineal con antialiasing</translation>
    </message>
    <message>
        <source>The weights fall linearly to 0 at the centres of the neighbouring low-resolution pixels; softer than bicubic.</source>
        <translation>Los pesos bajan linealmente hasta 0 en los centros de los píxeles de baja resolución vecinos; más suave que el bicúbico.</translation>
    </message>
    <message>
        <source>Blur of a sensor (MTF)</source>
        <translation>Desenfoque de un sensor (MTF)</translation>
    </message>
    <message>
        <source>A Gaussian blur with the sensor's modulation transfer function (MTF) at the Nyquist frequency of the low-resolution
pixels, for each band its own. The closest to a real satellite.</source>
        <translation>Un desenfoque gaussiano que deja al detalle más fino de los píxeles de baja resolución tanto contraste como el sensor: su función de transferencia de modulación (MTF) en la frecuencia de Nyquist, propia de cada banda. Lo más cercano a un satélite real.</translation>
    </message>
    <message>
        <source>MTF</source>
        <translation>MTF</translation>
    </message>
    <message>
        <source>MTF at the Nyquist frequency of the low-resolution pixels, 0.01 to 0.5: one number, or one for each band. Left out: the sensor's, or 0.3.</source>
        <translation>MTF en la frecuencia de Nyquist de los píxeles de baja resolución, de 0.01 a 0.5: un número, o uno por banda. Si se omite: la del sensor, o 0.3.</translation>
    </message>
    <message>
        <source>Sensor</source>
        <translation>Sensor</translation>
    </message>
    <message>
        <source>Uses the MTF of this sensor's bands, matched by band name, such as B04 or red. sentinel2_msi: Sentinel-2; landsat_oli: Landsat 8 and 9.</source>
        <translation>Toma la MTF de las bandas de este sensor según los nombres de las bandas del ráster, como B04 o red. sentinel2_msi: Sentinel-2; landsat_oli: Landsat 8 y 9.</translation>
    </message>
    <message>
        <source>Random degradation for each tile</source>
        <translation>Degradación aleatoria por tesela</translation>
    </message>
    <message>
        <source>For images of unknown origin: each tile gets its own random blur, band shifts, noise and JPEG or JPEG 2000
artefacts, and training draws new ones for each patch (as in "blind" super-resolution, Zhang et al. 2021 and Wang et
al. 2021). A share of the tiles is only reduced bicubically, so that clean images stay clean.</source>
        <translation>Para imágenes de origen desconocido: cada tesela recibe su propio desenfoque, bandas ligeramente separadas, ruido y artefactos JPEG o JPEG 2000, sacados por sorteo, y el entrenamiento vuelve a sortear para cada recorte (como en la superresolución «ciega», Zhang et al. 2021 y Wang et al. 2021). Una parte de las teselas solo se reduce de forma bicúbica, para que las imágenes limpias sigan siéndolo.</translation>
    </message>
    <message>
        <source>Maximum noise</source>
        <translation>Ruido máximo</translation>
    </message>
    <message>
        <source>Largest standard deviation of the noise, in physical units such as reflectance: one number, or one for each band. A random share of its variance grows with the signal, and resampling has smoothed it by a random amount. Left out: no noise.</source>
        <translation>Mayor desviación típica del ruido, en unidades físicas como la reflectancia: un número, o uno por banda. Una parte aleatoria de su varianza crece con la señal, y un remuestreo lo ha suavizado en una medida aleatoria. Omitido: sin ruido.</translation>
    </message>
    <message>
        <source>Minimum JPEG quality</source>
        <translation>Calidad JPEG mínima</translation>
    </message>
    <message>
        <source>JPEG_SHARE of the tiles get the artefacts of a JPEG file of this quality or better, up to 95, colour at half the resolution (4:2:0) in the first three bands. For 8-bit rasters; others get none. Left out: no artefacts.</source>
        <translation>JPEG_SHARE de las teselas reciben los artefactos de un archivo JPEG de esta calidad o mejor, hasta 95, con el color a media resolución (4:2:0) en las tres primeras bandas. Para rásteres de 8 bits; los demás no reciben ninguno. Omitido: sin artefactos.</translation>
    </message>
    <message>
        <source>Maximum JPEG 2000 compression</source>
        <translation>Mayor compresión JPEG 2000</translation>
    </message>
    <message>
        <source>Half of the tiles with JPEG artefacts (all of them without jpeg) get those of JPEG 2000 instead, in files at least 6 and at most this many times smaller than the pixels. County mosaics of NAIP have 15. For 8-bit rasters only. Left out: none.</source>
        <translation>La mitad de las teselas con artefactos JPEG (todas, sin jpeg) reciben los de JPEG 2000, en archivos al menos 6 veces y como mucho este número de veces más pequeños que los píxeles. Los mosaicos de condados de NAIP tienen 15. Solo para rásteres de 8 bits. Omitido: ninguno.</translation>
    </message>
    <message>
        <source>Share of JPEG</source>
        <translation>Proporción de JPEG</translation>
    </message>
    <message>
        <source>Share of the tiles, except the clean ones, with JPEG or JPEG 2000 artefacts.</source>
        <translation>Proporción de las teselas, salvo las limpias, que reciben artefactos de JPEG o JPEG 2000.</translation>
    </message>
    <message>
        <source>Minimum MTF</source>
        <translation>MTF mínima</translation>
    </message>
    <message>
        <source>The blur lies between antialiased bicubic resampling and a Gaussian of this MTF at the Nyquist frequency of the low-resolution pixels.</source>
        <translation>El desenfoque está entre el remuestreo bicúbico con antialias y una gaussiana con esta MTF en la frecuencia de Nyquist de los píxeles de baja resolución.</translation>
    </message>
    <message>
        <source>Maximum band shift</source>
        <translation>Desplazamiento máximo de una banda</translation>
    </message>
    <message>
        <source>Bands are moved by up to this many low-resolution pixels along each axis, so that a network learns to bring them together. Their mean position is kept, so that results are not displaced; single-band rasters are not shifted.</source>
        <translation>Las bandas se mueven hasta este número de píxeles de baja resolución a lo largo de cada eje, para que una red aprenda a reunirlas. Su posición media se conserva, de modo que los resultados no se desplazan; los rásteres de una sola banda no se desplazan.</translation>
    </message>
    <message>
        <source>Share of clean tiles</source>
        <translation>Proporción de teselas limpias</translation>
    </message>
    <message>
        <source>Share of the tiles that are only resampled (antialiased bicubic).</source>
        <translation>Fracción de las teselas que solo se remuestrean (bicúbico con antialiasing).</translation>
    </message>
    <message>
        <source>How many times finer the high-resolution pixels are: 4 turns 10 m into 2.5 m.</source>
        <translation>Cuántas veces más finos son los píxeles de alta resolución: 4 convierte 10 m en 2,5 m.</translation>
    </message>
    <message>
        <source>Bands to learn, in this order. Blank uses all of them but a mask (alpha) band.</source>
        <translation>Bandas que se van a aprender, en este orden. Vacío: todas salvo una banda de máscara (alfa).</translation>
    </message>
    <message>
        <source>Part of the raster to use. Blank uses all of it.</source>
        <translation>Parte del ráster que se va a usar. Vacío: todo el ráster.</translation>
    </message>
    <message>
        <source>Tile size (high-resolution pixels)</source>
        <translation>Tamaño de tesela (píxeles de alta resolución)</translation>
    </message>
    <message>
        <source>Width and height of the high-resolution side of a tile. A multiple of the scale.</source>
        <translation>Ancho y alto del lado de alta resolución de una tesela. Múltiplo de la escala.</translation>
    </message>
    <message>
        <source>Step from tile to tile (stride, high-resolution pixels)</source>
        <translation>Paso de tesela a tesela (stride, píxeles de alta resolución)</translation>
    </message>
    <message>
        <source>Distance between neighbouring tiles; less than the tile size makes them overlap. A multiple of the scale.</source>
        <translation>Distancia entre teselas vecinas; si es menor que el tamaño de tesela, se solapan. Múltiplo de la escala.</translation>
    </message>
    <message>
        <source>Polygons that tiles lie in</source>
        <translation>Polígonos que contienen las teselas</translation>
    </message>
    <message>
        <source>Only tiles that lie in these polygons are cut, with all that they show. Blank cuts tiles everywhere.</source>
        <translation>Solo se cortan teselas situadas en estos polígonos, con todo lo que muestran. Vacío: se cortan teselas en todas partes.</translation>
    </message>
    <message>
        <source>Percentages of the tiles for training, for validation during training, and for the final test.</source>
        <translation>Porcentajes de las teselas para el entrenamiento, para la validación durante este y para la prueba final.</translation>
    </message>
    <message>
        <source>Folder for the tiles and tileset.json. A tile set that is already there is replaced.</source>
        <translation>Carpeta para las teselas y tileset.json. Un conjunto de teselas que ya esté ahí se reemplaza.</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>Hoja de contactos</translation>
    </message>
    <message>
        <source>Page with pairs, histograms, a map of the tiles, and what was left out. Blank writes none.</source>
        <translation>Página con pares, histogramas, un mapa de las teselas y lo que se ha dejado fuera. En blanco: ninguna.</translation>
    </message>
    <message>
        <source>Panchromatic raster (PAN)</source>
        <translation>Ráster pancromático (PAN)</translation>
    </message>
    <message>
        <source>A finer panchromatic raster of the same place: the high-resolution side is INPUT pansharpened with it while tiles are cut. Its first band is used. Blank uses INPUT as it is.</source>
        <translation>Un ráster pancromático más fino del mismo lugar: el lado de alta resolución es INPUT, al que se aplica pansharpening con él al cortar las teselas. Se usa su primera banda. En blanco: INPUT tal cual.</translation>
    </message>
    <message>
        <source>Pansharpening method for PAN.</source>
        <translation>Método de pansharpening para PAN.</translation>
    </message>
    <message>
        <source>Brovey transform</source>
        <translation>Transformación de Brovey</translation>
    </message>
    <message>
        <source>Each band × PAN / intensity, the weighted mean of the bands (Gillespie et al. 1987). PAN is first scaled to the
intensity's mean, so that brightness stays. The sharpest; it shifts colours where PAN covers other wavelengths.</source>
        <translation>Cada banda × PAN / intensidad, la media ponderada de las bandas (Gillespie et al. 1987). Antes se escala PAN a la media de la intensidad para mantener el brillo. El más nítido; altera los colores donde PAN abarca otras longitudes de onda.</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Weight of each band in PAN, one number for each band. Left out: equal weights.</source>
        <translation>Peso de cada banda en PAN, un número por banda. Si se omite: pesos iguales.</translation>
    </message>
    <message>
        <source>Gram–Schmidt</source>
        <translation>Gram–Schmidt</translation>
    </message>
    <message>
        <source>The bands are made orthogonal to their intensity, PAN with the intensity's mean and standard deviation takes its
place, and the step is undone (Laben &amp; Brower 2000). A global method: steady colours, detail as far as a band
goes with the intensity.</source>
        <translation>Las bandas se hacen ortogonales a su intensidad, PAN ocupa el lugar de esta con su media y su desviación estándar, y el paso se deshace (Laben y Brower 2000). Un método global: colores estables, y detalle en la medida en que una banda varía con la intensidad.</translation>
    </message>
    <message>
        <source>Ratio component substitution (RCS)</source>
        <translation>Sustitución de componentes por cociente (RCS)</translation>
    </message>
    <message>
        <source>Each band × PAN / smoothed PAN: where PAN is brighter than its surroundings, so is the result. As in OTB's
BundleToPerfectSensor. It keeps colours, needs no statistics, and copes with bands that PAN does not cover.</source>
        <translation>Cada banda × PAN / PAN suavizada: donde PAN es más clara que su entorno, también lo es el resultado. Como en BundleToPerfectSensor de OTB. Conserva los colores, no necesita estadísticas y tolera bandas que PAN no abarca.</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>PAN is smoothed over (2 × radius + 1)² of its pixels. OTB always takes 3. Left out: the area of a multispectral pixel, which leaves the colours as they were at that resolution.</source>
        <translation>PAN se suaviza sobre (2 × radio + 1)² de sus píxeles. OTB siempre usa 3. Sin indicar: el área de un píxel multiespectral, lo que deja los colores como eran a esa resolución.</translation>
    </message>
    <message>
        <source>Bands that the network gets, in this order. Blank uses all of them but a mask (alpha) band.</source>
        <translation>Las que ve la red, en este orden. Vacío: todas salvo una banda de máscara (alfa).</translation>
    </message>
    <message>
        <source>Files of the scene that become bands of the result, in this order, separated by commas.</source>
        <translation>Los archivos de la escena que se convierten en bandas del resultado, en este orden, separados por comas.</translation>
    </message>
    <message>
        <source>Align the low-resolution raster</source>
        <translation>Alinear el ráster de baja resolución</translation>
    </message>
    <message>
        <source>Compare the two rasters at many places, and shift the low-resolution one by a fraction of a pixel if it is clearly displaced.</source>
        <translation>Compara los dos rásteres en muchos lugares y desplaza el de baja resolución una fracción de píxel si está claramente desplazado.</translation>
    </message>
    <message>
        <source>Harmonise with the low-resolution raster</source>
        <translation>Armonizar con el ráster de baja resolución</translation>
    </message>
    <message>
        <source>Match the high-resolution raster to the radiometry of the low-resolution one, band by band, and to its data type. linear: by a gain and an offset; histogram: by a curve. Blank leaves it unchanged.</source>
        <translation>Ajusta el ráster de alta resolución a la radiometría del de baja resolución, banda a banda, y a su tipo de datos. linear: con una ganancia y un desplazamiento; histogram: con una curva. En blanco: sin cambios.</translation>
    </message>
    <message>
        <source>Pixel value × gain + offset = reflectance (or other physical value). One number, or one for each band. Blank: as the raster declares it, or else 1/255 for 8-bit, 0.0001 for 16-bit, 1 for floating-point rasters.</source>
        <translation>Valor del píxel × ganancia + desplazamiento = reflectancia (u otro valor físico). Un número, o uno por banda. Vacío: como lo declara el ráster o, si no, 1/255 para rásteres de 8 bits, 0.0001 para los de 16 bits, 1 para los de coma flotante.</translation>
    </message>
    <message>
        <source>Added after the gain, in physical units. One number, or one for each band. Blank: as the raster declares it, or else 0; of 64-bit and 32-bit whole numbers far from zero, what brings them near it.</source>
        <translation>Se suma después de la ganancia, en unidades físicas. Un número, o uno por banda. Vacío: como lo declara el ráster o, si no, 0; para números de 64 bits y enteros de 32 bits lejos de cero, lo que los acerca a él.</translation>
    </message>
    <message>
        <source>Minimum share in the polygons</source>
        <translation>Parte mínima dentro de los polígonos</translation>
    </message>
    <message>
        <source>Share of a tile's area that must lie in the polygons. 1 keeps only tiles that lie entirely in them.</source>
        <translation>Proporción del área de una tesela que debe estar dentro de los polígonos. 1 conserva solo las teselas que están enteramente en ellos.</translation>
    </message>
    <message>
        <source>Rotation angle (degrees)</source>
        <translation>Ángulo de rotación (grados)</translation>
    </message>
    <message>
        <source>Also cut tiles rotated by each multiple of this angle: 45 gives up to eight times as many tiles. Training itself rotates tiles by 90, 180 and 270. 0: no rotation.</source>
        <translation>Corta también teselas giradas por cada múltiplo de este ángulo: 45 da hasta ocho veces más teselas. El entrenamiento ya gira las teselas 90, 180 y 270. 0: sin giro.</translation>
    </message>
    <message>
        <source>Minimum share of valid pixels</source>
        <translation>Proporción mínima de píxeles válidos</translation>
    </message>
    <message>
        <source>A tile with a smaller share of valid (not nodata) pixels is left out. 1 keeps only tiles without any gap.</source>
        <translation>Se descartan las teselas con una proporción menor de píxeles válidos (con datos). 1 conserva solo las teselas sin ningún hueco.</translation>
    </message>
    <message>
        <source>Minimum texture</source>
        <translation>Textura mínima</translation>
    </message>
    <message>
        <source>Tiles are left out if no band of their high-resolution side has at least this standard deviation, in physical units such as reflectance: nothing is learnt from flat fields and water. 0 keeps all.</source>
        <translation>Se descarta una tesela si ninguna banda de su lado de alta resolución tiene al menos esta desviación estándar, en unidades físicas como la reflectancia: de campos uniformes y agua no se aprende nada. 0 las conserva todas.</translation>
    </message>
    <message>
        <source>Maximum difference</source>
        <translation>Diferencia máxima</translation>
    </message>
    <message>
        <source>With a low-resolution raster: tiles are left out if the two sides differ by more than this (root mean square, physical units, worst band), for example where the land has changed. Blank keeps all.</source>
        <translation>Con un ráster de baja resolución: se descarta una tesela donde los dos difieren en más de este valor (raíz del error cuadrático medio, unidades físicas, la peor banda), como cuando el terreno ha cambiado entre ambos. Vacío: se conservan todas.</translation>
    </message>
    <message>
        <source>Maximum number of tiles</source>
        <translation>Número máximo de teselas</translation>
    </message>
    <message>
        <source>Maximum number of tiles; if there are more, this many are chosen evenly over the land. Blank cuts all.</source>
        <translation>Número máximo de teselas. Si hay más, se eligen tantas de manera uniforme sobre el terreno. Vacío: se cortan todas.</translation>
    </message>
    <message>
        <source>Balance textures</source>
        <translation>Equilibrar texturas</translation>
    </message>
    <message>
        <source>With MAX_TILES: choose as many tiles of smooth land as of land full of detail, as far as there are any, instead of evenly over the land. All candidates are read first.</source>
        <translation>Con MAX_TILES: elige tantas teselas de terreno liso como de terreno lleno de detalle, en la medida en que las haya, en lugar de manera uniforme sobre el terreno. Antes se leen todas las teselas posibles.</translation>
    </message>
    <message>
        <source>With MAX_TILES: the same number chooses the same tiles, another number other tiles.</source>
        <translation>Con MAX_TILES: el mismo número elige las mismas teselas; otro número, otras.</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>tiff: GeoTIFF, for everything. png and jpeg: for 8-bit rasters of 1 or 3 bands (png also 4), without gaps. jpeg loses the finest detail, which a network should learn: use it only if another program requires it.</source>
        <translation>tiff: GeoTIFF, para todo. png y jpeg: para rásteres de 8 bits de 1 o 3 bandas (png también 4), sin huecos. jpeg pierde el detalle más fino, justo lo que una red debería aprender: úselo solo si otro programa lo requiere.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>map: tiles are georeferenced (png and jpeg by a world file beside them). pixel: they are not, and other programs show them by rows and columns.</source>
        <translation>map: las teselas están georreferenciadas (png y jpeg, mediante un archivo de georreferencia (world file) adjunto). pixel: no lo están, y otros programas las muestran por filas y columnas.</translation>
    </message>
    <message>
        <source>Start index</source>
        <translation>Índice inicial</translation>
    </message>
    <message>
        <source>Tiles are numbered from this number, so that tiles of several exports can be in one folder. Blank names them by raster, row and column.</source>
        <translation>Las teselas se numeran a partir de aquí, para que las de varias exportaciones puedan estar en una misma carpeta. Vacío: reciben el nombre de su ráster, fila y columna.</translation>
    </message>
    <message>
        <source>Number of processes on this computer that cut tiles; its processor cores and memory are divided among them. Needs Dask, an optional part of the SR engine. The tiles are the same. Blank: this process only.</source>
        <translation>Número de procesos de este ordenador que cortan teselas; sus núcleos y su memoria se reparten entre ellos. Necesita Dask, una parte opcional del motor SR. Las teselas son las mismas. En blanco: solo este proceso.</translation>
    </message>
    <message>
        <source>Address of a Dask scheduler, such as tcp://10.0.0.1:8786, whose workers cut the tiles on other computers. All must have the same SR engine and see the rasters and OUTPUT under the same paths.</source>
        <translation>Dirección de un planificador de Dask, como tcp://10.0.0.1:8786, cuyos workers cortan las teselas en otros ordenadores. Todos deben tener el mismo motor SR y ver los rásteres y OUTPUT con las mismas rutas.</translation>
    </message>
    <message>
        <source>training data</source>
        <translation>datos de entrenamiento</translation>
    </message>
    <message>
        <source>patches</source>
        <translation>parches</translation>
    </message>
    <message>
        <source>chips</source>
        <translation>recortes</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>muestras</translation>
    </message>
    <message>
        <source>tiles</source>
        <translation>teselas</translation>
    </message>
    <message>
        <source>dataset</source>
        <translation>conjunto de datos</translation>
    </message>
    <message>
        <source>What are the tiles cut from?</source>
        <translation>¿De dónde se cortan las teselas?</translation>
    </message>
    <message>
        <source>One raster</source>
        <translation>De un ráster</translation>
    </message>
    <message>
        <source>All rasters in a folder</source>
        <translation>De todos los rásteres de una carpeta</translation>
    </message>
    <message>
        <source>Where does the low-resolution side come from?</source>
        <translation>¿De dónde viene el lado de baja resolución?</translation>
    </message>
    <message>
        <source>It is made from the high-resolution raster</source>
        <translation>Se hace a partir del ráster de alta resolución</translation>
    </message>
    <message>
        <source>A second raster of the same place</source>
        <translation>Un segundo ráster del mismo lugar</translation>
    </message>
    <message>
        <source>The clearest satellite scene of the place, from a STAC catalogue</source>
        <translation>La escena de satélite más despejada del lugar, de un catálogo STAC</translation>
    </message>
    <message>
        <source>Does the network get a second raster (guide)?</source>
        <translation>¿Recibe la red un segundo ráster (guía)?</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Yes: finer bands, or another date</source>
        <translation>Sí: bandas más finas u otra fecha</translation>
    </message>
    <message>
        <source>Training tiles</source>
        <translation>Teselas de entrenamiento</translation>
    </message>
    <message>
        <source>Number of pairs used for training.</source>
        <translation>Número de pares para el entrenamiento.</translation>
    </message>
    <message>
        <source>Validation tiles</source>
        <translation>Teselas de validación</translation>
    </message>
    <message>
        <source>Number of pairs used for validation during training.</source>
        <translation>Número de pares para la validación durante el entrenamiento.</translation>
    </message>
    <message>
        <source>Test tiles</source>
        <translation>Teselas de prueba</translation>
    </message>
    <message>
        <source>Number of pairs reserved for the final test.</source>
        <translation>Número de pares reservados para la prueba final.</translation>
    </message>
    <message>
        <source>Find satellite scene</source>
        <translation>Buscar escena de satélite</translation>
    </message>
    <message>
        <source>Finds the clearest satellite scene of a place and time in a STAC catalogue, and downloads the part inside the
extent.

The scene is the least cloudy (in whole percent) among those of the dates asked for that cover enough of the extent;
of equally cloudy ones the one that covers most (in whole percent), and then the nearest in time. Only the pixels of
the extent are read, in the scene's own grid; coarser bands are resampled onto that of the finest. Needs the
internet.</source>
        <translation>Busca en un catálogo STAC la escena de satélite más despejada de un lugar y una época, y obtiene de ella el lugar.

La escena es la menos nubosa (en porcentajes enteros) de las comprendidas en las fechas pedidas que cubren lo suficiente de la extensión; entre las igual de nubosas, la que más cubre (en porcentajes enteros), y después la más próxima en el tiempo. Solo se leen los píxeles de la extensión, en la cuadrícula propia de la escena; las bandas más gruesas se remuestrean a la de la más fina. Necesita internet.</translation>
    </message>
    <message>
        <source>Raster of the place</source>
        <translation>Ráster del lugar</translation>
    </message>
    <message>
        <source>Its extent is used, unless an extent is set.</source>
        <translation>Se usa su extensión, salvo que se indique una.</translation>
    </message>
    <message>
        <source>The place to search. Blank uses the raster's extent.</source>
        <translation>El lugar que se busca. Vacío: el del ráster.</translation>
    </message>
    <message>
        <source>Scene within the extent</source>
        <translation>Escena dentro de la extensión</translation>
    </message>
    <message>
        <source>The extent's pixels as a cloud-optimised GeoTIFF. Blank only finds the scene.</source>
        <translation>Los píxeles de la extensión como GeoTIFF optimizado para la nube (COG). Vacío: solo se busca la escena.</translation>
    </message>
    <message>
        <source>List of candidates</source>
        <translation>Lista de candidatas</translation>
    </message>
    <message>
        <source>Page with all scenes that were found, and why one was chosen.</source>
        <translation>Página con todas las escenas encontradas y por qué se eligió una.</translation>
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
        <translation>descargar</translation>
    </message>
    <message>
        <source>search</source>
        <translation>buscar</translation>
    </message>
    <message>
        <source>satellite</source>
        <translation>satélite</translation>
    </message>
    <message>
        <source>scene</source>
        <translation>escena</translation>
    </message>
    <message>
        <source>imagery</source>
        <translation>imágenes</translation>
    </message>
    <message>
        <source>cloud-free</source>
        <translation>sin nubes</translation>
    </message>
    <message>
        <source>Id of the scene in the catalogue.</source>
        <translation>Identificador de la escena en el catálogo.</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Day on which it was taken (year-month-day).</source>
        <translation>Día en que se tomó (año-mes-día).</translation>
    </message>
    <message>
        <source>Cloud cover (%)</source>
        <translation>Cobertura de nubes (%)</translation>
    </message>
    <message>
        <source>Of the whole scene. Blank where the catalogue does not say.</source>
        <translation>De la escena completa. Vacío si el catálogo no lo indica.</translation>
    </message>
    <message>
        <source>Covered (%)</source>
        <translation>Cubierto (%)</translation>
    </message>
    <message>
        <source>Share of the extent that lies in the scene.</source>
        <translation>Parte de la extensión que está en la escena.</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Candidatas</translation>
    </message>
    <message>
        <source>Number of suitable scenes.</source>
        <translation>Número de escenas adecuadas.</translation>
    </message>
    <message>
        <source>Import SR model</source>
        <translation>Importar modelo SR</translation>
    </message>
    <message>
        <source>Creates a model package (.srpk) from a network trained elsewhere, for "Classify pixels with SR model".

The file holds either the weights of a supported network, in one of the layouts in which they are published
(EDSR-PyTorch, BasicSR, ESRGAN and Real-ESRGAN, SRResNet, Compact, CARN-pytorch, RDN-pytorch, SPAN, PLKSR and
RealPLKSR, SwinIR, DAT, HAT, OmniSR, the networks of SEN2SRLite, SR3 as the repository
Image-Super-Resolution-via-Iterative-Refinement saves it, and SR3 and U-Net of ArcGIS in a deep learning package), or
any super-resolution network in ONNX. The package computes what the original network computes. The file does not
state what the weights were trained on: check the bands and their units.</source>
        <translation>Hace un paquete de modelo (.srpk) de una red que otra persona ha entrenado, para «Clasificar píxeles con modelo SR».

El archivo contiene los pesos de una red que se conoce aquí, en una de las formas en que se publican (EDSR-PyTorch, BasicSR, ESRGAN y Real-ESRGAN, SRResNet, Compact, CARN-pytorch, RDN-pytorch, SPAN, PLKSR y RealPLKSR, SwinIR, DAT, HAT, OmniSR, las redes de SEN2SRLite, SR3 como la guarda el repositorio Image-Super-Resolution-via-Iterative-Refinement, y SR3 y U-Net de ArcGIS en un paquete de aprendizaje profundo), o cualquier red de superresolución en ONNX.
El paquete calcula lo que calcula la red original. El archivo no dice con qué se entrenaron los pesos: compruebe las bandas y sus unidades.</translation>
    </message>
    <message>
        <source>Weights or ONNX model</source>
        <translation>Pesos o modelo ONNX</translation>
    </message>
    <message>
        <source>Weights of a network (.pth, .pt, .ckpt, .safetensors), a network in ONNX (.onnx), or a SuperResolution model of ArcGIS (.dlpk, or .emd beside its weights), SR3 or U-Net. Nothing in the file is run as a program.</source>
        <translation>Pesos de una red (.pth, .pt, .ckpt, .safetensors), una red en ONNX (.onnx) o un modelo SuperResolution de ArcGIS (.dlpk, o .emd junto a sus pesos), SR3 o U-Net. Nada del archivo se ejecuta como programa.</translation>
    </message>
    <message>
        <source>Names of the bands</source>
        <translation>Nombres de las bandas</translation>
    </message>
    <message>
        <source>In the order of the network's inputs, separated by commas: "B04, B03, B02, B08". A raster whose bands have these names is then read in this order. Blank uses Red, Green, Blue for three.</source>
        <translation>En el orden en que las toma la red, separados por comas: "B04, B03, B02, B08". Un ráster cuyas bandas tengan estos nombres se lee entonces en este orden. Vacío: Red, Green, Blue si son tres.</translation>
    </message>
    <message>
        <source>Gain of the network's numbers</source>
        <translation>Ganancia de los números de la red</translation>
    </message>
    <message>
        <source>Number that the network takes × gain + offset = physical value, where 1 is white or full reflectance: 0.0001 if it expects reflectance × 10,000. Blank: what is usual for the layout, or 1 for ONNX. One number, or one for each band.</source>
        <translation>Número que toma la red × ganancia + desplazamiento = valor físico, donde 1 es blanco o reflectancia total: 0.0001 si espera reflectancia × 10 000. Vacío: lo habitual para la disposición, o 1 para ONNX. Un número, o uno por banda.</translation>
    </message>
    <message>
        <source>Offset of the network's numbers</source>
        <translation>Desplazamiento de los números de la red</translation>
    </message>
    <message>
        <source>Added after the gain, in physical units. One number, or one for each band. Blank is 0.</source>
        <translation>Se suma después de la ganancia, en unidades físicas. Un número, o uno por banda. Vacío: 0.</translation>
    </message>
    <message>
        <source>The model package (.srpk).</source>
        <translation>El paquete de modelo (.srpk).</translation>
    </message>
    <message>
        <source>How many times finer the result is. Blank: detected; needed only if the file does not state it.</source>
        <translation>Cuántas veces más fino es el resultado. En blanco: se detecta; solo hace falta si el archivo no lo indica.</translation>
    </message>
    <message>
        <source>Network: options</source>
        <translation>Red: opciones</translation>
    </message>
    <message>
        <source>Network options that the weights do not contain, such as "res_scale=0.1". Blank uses the usual values of published networks.</source>
        <translation>Lo que los pesos no dicen de la red, como "res_scale=0.1". Vacío: lo habitual en los publicados.</translation>
    </message>
    <message>
        <source>ONNX model: name of the output</source>
        <translation>Modelo ONNX: nombre de la salida</translation>
    </message>
    <message>
        <source>The output of the ONNX model that is its result. Blank uses the one whose shape is that of a result; needed only if there are several.</source>
        <translation>Cuál de las salidas de un modelo ONNX es su resultado. En blanco: la que tiene la forma de un resultado; solo hace falta si varias la tienen.</translation>
    </message>
    <message>
        <source>ONNX model: bands of the result</source>
        <translation>Modelo ONNX: bandas del resultado</translation>
    </message>
    <message>
        <source>Which of BANDS an ONNX model returns, in its order, separated by commas. Blank: all, or the first ones if it returns fewer.</source>
        <translation>Cuáles de las BANDS da un modelo ONNX, en su orden, separadas por comas. Vacío: todas, o las primeras si da menos.</translation>
    </message>
    <message>
        <source>Names of the guide's bands</source>
        <translation>Nombres de las bandas de la guía</translation>
    </message>
    <message>
        <source>For a network that takes two images: names of the bands of the finer one, in its order, separated by commas.</source>
        <translation>De una red que toma dos imágenes, los nombres de las bandas de la más fina, en su orden, separados por comas.</translation>
    </message>
    <message>
        <source>ONNX model: ratio of the guide</source>
        <translation>Modelo ONNX: razón de la guía</translation>
    </message>
    <message>
        <source>For such a model: how many pixels of the finer image lie along one pixel of the other. Blank: detected; needed only if the model accepts several.</source>
        <translation>Para un modelo así: cuántos píxeles de la imagen más fina hay a lo largo de uno de la otra. En blanco: se detecta; solo hace falta si el modelo acepta varios.</translation>
    </message>
    <message>
        <source>Pixel size of its rasters (m)</source>
        <translation>Tamaño de píxel de sus ráster (m)</translation>
    </message>
    <message>
        <source>Width on the ground of a pixel of the rasters that the model is for, before super-resolution: 10 for Sentinel-2's fine bands. Dialogs then propose the model for such layers, and warn about others. Blank: unknown.</source>
        <translation>Anchura en el terreno de un píxel de los ráster para los que es el modelo, antes de hacerlos más finos: 10 para las bandas finas de Sentinel-2. Los diálogos proponen entonces el modelo para tales capas y avisan con otras. En blanco: no se sabe.</translation>
    </message>
    <message>
        <source>Licence of the model, such as Apache-2.0, which is written into the package. Blank: not stated.</source>
        <translation>Licencia del modelo, como Apache-2.0, que se escribe en el paquete. En blanco: no indicada.</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importar</translation>
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
        <translation>pesos</translation>
    </message>
    <message>
        <source>The layout of the weights that was recognised.</source>
        <translation>La disposición de los pesos que se reconoció.</translation>
    </message>
    <message>
        <source>Scale of the model</source>
        <translation>Escala del modelo</translation>
    </message>
    <message>
        <source>How many times finer its result is.</source>
        <translation>Cuántas veces más fino es su resultado.</translation>
    </message>
    <message>
        <source>Bands of the model</source>
        <translation>Bandas del modelo</translation>
    </message>
    <message>
        <source>How many bands it takes and returns.</source>
        <translation>Cuántas bandas toma y devuelve.</translation>
    </message>
    <message>
        <source>Inspect SR model</source>
        <translation>Inspeccionar modelo SR</translation>
    </message>
    <message>
        <source>Shows the card of a model: its bands, training data, settings, licence and metrics.

The network itself is not loaded, so this takes a moment even for large models.</source>
        <translation>Muestra la ficha de un modelo: bandas, datos de entrenamiento, ajustes, licencia y métricas.

La red en sí no se carga, así que solo tarda un momento, incluso con modelos grandes.</translation>
    </message>
    <message>
        <source>Model package (.srpk) to show.</source>
        <translation>Paquete de modelo (.srpk) que se va a mostrar.</translation>
    </message>
    <message>
        <source>Model card</source>
        <translation>Ficha del modelo</translation>
    </message>
    <message>
        <source>Self-contained page with a picture, figures and learning curves.</source>
        <translation>Página autónoma con una imagen, cifras y curvas de aprendizaje.</translation>
    </message>
    <message>
        <source>model card</source>
        <translation>ficha del modelo</translation>
    </message>
    <message>
        <source>information</source>
        <translation>información</translation>
    </message>
    <message>
        <source>licence</source>
        <translation>licencia</translation>
    </message>
    <message>
        <source>metadata</source>
        <translation>metadatos</translation>
    </message>
    <message>
        <source>srpk</source>
        <translation>srpk</translation>
    </message>
    <message>
        <source>show</source>
        <translation>mostrar</translation>
    </message>
    <message>
        <source>How many times finer the result is by default.</source>
        <translation>Cuántas veces más fino es el resultado por defecto.</translation>
    </message>
    <message>
        <source>Descriptions of the bands, in the order the model takes and gives them.</source>
        <translation>Descripciones de las bandas, en el orden en que el modelo las toma y las da.</translation>
    </message>
    <message>
        <source>Number of bands</source>
        <translation>Número de bandas</translation>
    </message>
    <message>
        <source>How many bands it takes and gives.</source>
        <translation>Cuántas bandas toma y da.</translation>
    </message>
    <message>
        <source>The network's id.</source>
        <translation>El identificador de la red.</translation>
    </message>
    <message>
        <source>How the low-resolution pixels of its training data were made.</source>
        <translation>Cómo se obtuvieron los píxeles de baja resolución de sus datos de entrenamiento.</translation>
    </message>
    <message>
        <source>As stated by its author; blank if not stated.</source>
        <translation>En palabras de su autor; vacío si no se indica.</translation>
    </message>
    <message>
        <source>When, as an ISO 8601 time in UTC; blank where that is not known.</source>
        <translation>Cuándo, como fecha y hora ISO 8601 en UTC; vacío si no se sabe.</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio on held-out tiles when it was trained.</source>
        <translation>Relación señal-ruido de pico en teselas reservadas cuando se entrenó.</translation>
    </message>
    <message>
        <source>What bicubic resampling reached on the same tiles.</source>
        <translation>Lo que alcanzó el remuestreo bicúbico en las mismas teselas.</translation>
    </message>
    <message>
        <source>Structural similarity on the same tiles.</source>
        <translation>Similitud estructural en las mismas teselas.</translation>
    </message>
    <message>
        <source>Share of the relevant detail that the model invented there.</source>
        <translation>Proporción del detalle relevante que el modelo inventó en ellas.</translation>
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
        <translation>Da a un ráster multiespectral el detalle de otro pancromático más fino del mismo lugar.

El resultado tiene los píxeles y el sistema de coordenadas del ráster pancromático, hasta donde llegan ambos, y las bandas, el tipo de datos, el valor sin datos (nodata) y la radiometría del multiespectral. Los rásteres pueden tener distintas extensiones, orígenes y sistemas de coordenadas. Nunca están enteros en la memoria. Lo que en cualquiera de ellos no tiene datos (nodata) sigue sin datos y no afecta a los píxeles vecinos.</translation>
    </message>
    <message>
        <source>Multispectral raster (XS)</source>
        <translation>Ráster multiespectral (XS)</translation>
    </message>
    <message>
        <source>The raster with the colours.</source>
        <translation>El ráster con los colores.</translation>
    </message>
    <message>
        <source>The raster with the detail: its first band is used, and its pixels must be smaller.</source>
        <translation>El ráster con el detalle: se usa su primera banda, y sus píxeles deben ser más pequeños.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Método</translation>
    </message>
    <message>
        <source>Pansharpening method. rcs: each band × PAN / smoothed PAN, as OTB's BundleToPerfectSensor does it; brovey: each band × PAN / intensity; gram_schmidt: PAN in place of the bands' intensity, with its mean and deviation.</source>
        <translation>Cómo se incorpora el detalle. rcs: cada banda × PAN / PAN suavizada, como lo hace BundleToPerfectSensor de OTB; brovey: cada banda × PAN / intensidad; gram_schmidt: PAN en lugar de la intensidad de las bandas, con su media y su desviación.</translation>
    </message>
    <message>
        <source>Bands to pansharpen, in this order. Blank uses all of them but a mask (alpha) band.</source>
        <translation>Bandas para el pansharpening, en este orden. Vacío: todas salvo una banda de máscara (alfa).</translation>
    </message>
    <message>
        <source>Pansharpened raster</source>
        <translation>Ráster con pansharpening</translation>
    </message>
    <message>
        <source>Cloud-optimised GeoTIFF.</source>
        <translation>GeoTIFF optimizado para la nube (COG).</translation>
    </message>
    <message>
        <source>Part to pansharpen. Blank uses all that both rasters cover.</source>
        <translation>Parte a la que aplicar el pansharpening. Vacío: todo lo que cubren ambos rásteres.</translation>
    </message>
    <message>
        <source>Radius (rcs)</source>
        <translation>Radio (rcs)</translation>
    </message>
    <message>
        <source>PAN is smoothed over (2 × radius + 1)² of its pixels; OTB always takes 3. Blank uses the area of a multispectral pixel, so that the colours stay what they were at that resolution.</source>
        <translation>PAN se suaviza sobre (2 × radio + 1)² de sus píxeles; OTB siempre usa 3. Vacío: el área de un píxel multiespectral, para que los colores sigan como eran a esa resolución.</translation>
    </message>
    <message>
        <source>Weights (brovey, gram_schmidt)</source>
        <translation>Pesos (brovey, gram_schmidt)</translation>
    </message>
    <message>
        <source>Weight of each band in PAN: one number for each band. Blank: equal weights.</source>
        <translation>Peso de cada banda en PAN: un número por banda. En blanco: pesos iguales.</translation>
    </message>
    <message>
        <source>pan-sharpening</source>
        <translation>refinado pancromático</translation>
    </message>
    <message>
        <source>panchromatic</source>
        <translation>pancromático</translation>
    </message>
    <message>
        <source>fusion</source>
        <translation>fusión</translation>
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
        <translation>Columnas del ráster con pansharpening.</translation>
    </message>
    <message>
        <source>Rows of the pansharpened raster.</source>
        <translation>Filas del ráster con pansharpening.</translation>
    </message>
    <message>
        <source>Sharpen coarse bands</source>
        <translation>Dar nitidez a bandas gruesas</translation>
    </message>
    <message>
        <source>Gives the coarse bands of a scene the pixel size of its fine ones: Sentinel-2's 20 m bands by those of 10 m,
Landsat's 30 m bands by the panchromatic one, thermal bands by visible ones.

A small network is trained on the scene itself: both rasters are made coarser, so that the original coarse bands are
the truth (Wald et al. 1997), and the trained network is applied to the original rasters. Its accuracy is measured
on held-out parts of the scene and compared with bicubic resampling and pansharpening.</source>
        <translation>Da a las bandas gruesas de una escena el tamaño de píxel de las finas: a las de 20 m de Sentinel-2 con las de 10 m, a las de 30 m de Landsat con la pancromática, a las térmicas con las visibles.

Una red pequeña aprende de la propia escena cómo van juntas las bandas: ambos rásteres se hacen más gruesos, para que las bandas gruesas tal como son puedan ser la verdad (Wald et al. 1997), y lo que allí aprendió se aplica a los rásteres tal como son. Partes reservadas de la escena dicen lo bien que resulta, junto al remuestreo bicúbico y al pansharpening.</translation>
    </message>
    <message>
        <source>Coarse bands</source>
        <translation>Bandas gruesas</translation>
    </message>
    <message>
        <source>The raster to sharpen.</source>
        <translation>El ráster al que dar nitidez.</translation>
    </message>
    <message>
        <source>Fine bands (guide)</source>
        <translation>Bandas finas (guía)</translation>
    </message>
    <message>
        <source>A raster of the same place and time with pixels 2, 3 or 4 times as fine.</source>
        <translation>Un ráster del mismo lugar y momento cuyos píxeles son 2, 3 o 4 veces más finos.</translation>
    </message>
    <message>
        <source>A model that was trained with such a guide, or saved here before. Blank trains one on this scene.</source>
        <translation>Un modelo entrenado con una guía así, o guardado aquí antes. En blanco: se entrena uno con esta escena.</translation>
    </message>
    <message>
        <source>Training time (minutes)</source>
        <translation>Tiempo de entrenamiento (minutos)</translation>
    </message>
    <message>
        <source>How long the network is trained. More helps a little; a graphics card gets further in the same time.</source>
        <translation>Cuánto tiempo aprende la red. Más ayuda un poco; una tarjeta gráfica aprende más en el mismo tiempo.</translation>
    </message>
    <message>
        <source>Part to sharpen. Blank sharpens all; the network is trained on all in any case.</source>
        <translation>Parte a la que dar nitidez. Vacío: toda; la red aprende de todo en cualquier caso.</translation>
    </message>
    <message>
        <source>Sharpened raster</source>
        <translation>Ráster con más nitidez</translation>
    </message>
    <message>
        <source>Cloud-optimised GeoTIFF (.tif). A name ending in .vrt writes a VRT of many GeoTIFFs, in a folder next to it, which also keeps the trained model: the same run, started again after it was stopped, does not train again.</source>
        <translation>GeoTIFF optimizado para la nube (.tif). Un nombre que termina en .vrt escribe un VRT de muchos GeoTIFF, en una carpeta contigua, que también conserva el modelo entrenado: la misma ejecución, iniciada de nuevo tras una interrupción, no vuelve a entrenar.</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Page with figures next to bicubic resampling and pansharpening, and pictures.</source>
        <translation>Página con cifras junto al remuestreo bicúbico y al pansharpening, e imágenes.</translation>
    </message>
    <message>
        <source>Coarse bands to sharpen, in this order. Blank uses all of them but a mask (alpha) band.</source>
        <translation>Bandas gruesas a las que dar nitidez, en este orden. Vacío: todas salvo una banda de máscara (alfa).</translation>
    </message>
    <message>
        <source>Fine bands to use, in this order. Blank uses all of them but a mask (alpha) band.</source>
        <translation>Bandas finas que se usan, en este orden. Vacío: todas salvo una banda de máscara (alfa).</translation>
    </message>
    <message>
        <source>How both rasters are degraded for training: by the blur of their sensor.</source>
        <translation>Cómo se degradan ambos rásteres para el entrenamiento: con el desenfoque de su sensor.</translation>
    </message>
    <message>
        <source>Another seed starts with other weights.</source>
        <translation>Otra semilla empieza con otros pesos.</translation>
    </message>
    <message>
        <source>Where to compute: auto takes a graphics card if there is one.</source>
        <translation>Dónde calcular: auto usa una tarjeta gráfica si la hay.</translation>
    </message>
    <message>
        <source>Trained model</source>
        <translation>Modelo entrenado</translation>
    </message>
    <message>
        <source>The trained model (.srpk), for other scenes of the same sensor and season. Blank: not saved.</source>
        <translation>El modelo entrenado (.srpk), para otras escenas del mismo sensor y la misma estación. En blanco: no se guarda.</translation>
    </message>
    <message>
        <source>Landsat</source>
        <translation>Landsat</translation>
    </message>
    <message>
        <source>thermal</source>
        <translation>térmico</translation>
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
        <translation>reducción de escala</translation>
    </message>
    <message>
        <source>Columns of the sharpened raster.</source>
        <translation>Columnas del ráster con más nitidez.</translation>
    </message>
    <message>
        <source>Rows of the sharpened raster.</source>
        <translation>Filas del ráster con más nitidez.</translation>
    </message>
    <message>
        <source>Relative error over all bands on held-out parts of the scene; 0 is perfect. Blank where a model is given and no report is asked for.</source>
        <translation>Error relativo en todas las bandas en partes reservadas de la escena; 0 es perfecto. Vacío si se indica un modelo y no se pide informe.</translation>
    </message>
    <message>
        <source>ERGAS of pansharpening</source>
        <translation>ERGAS del pansharpening</translation>
    </message>
    <message>
        <source>What pansharpening (rcs) reaches there, each band with the band of the guide that suits it best.</source>
        <translation>Lo que alcanza allí el pansharpening (rcs), cada banda con la banda de la guía que mejor le va.</translation>
    </message>
    <message>
        <source>What bicubic resampling reaches there.</source>
        <translation>Lo que alcanza allí el remuestreo bicúbico.</translation>
    </message>
    <message>
        <source>Sentinel-2: ten bands at 10 m, or finer</source>
        <translation>Sentinel-2: diez bandas a 10 m, o más finas</translation>
    </message>
    <message>
        <source>Brings the bands of 20 m (red edge, near infrared, short-wave infrared) to the pixels of those of 10 m, by a network
that sees both. Without a model it is trained on the scene itself, at pixels twice as large, where the truth is
known.

The result has the bands B02 B03 B04 B05 B06 B07 B08 B8A B11 B12. Those of 10 m are the product's own pixels. All
are reflectance × 10,000: the offset that products have since processing baseline 04.00 is subtracted.

In place of a product, the clearest scene of a place can be used: it is found in a STAC catalogue by "Extent" and
"Dates".</source>
        <translation>Lleva las bandas de 20 m (borde rojo, infrarrojo cercano y de onda corta) a los píxeles de las de 10 m, mediante una red que ve ambas. Sin modelo aprende de la propia escena, con píxeles el doble de grandes, donde se conoce la verdad.

El resultado tiene las bandas B02 B03 B04 B05 B06 B07 B08 B8A B11 B12. Las de 10 m son los píxeles del propio producto. Todas son reflectancia × 10 000: se resta el desplazamiento que tienen los productos desde la versión de procesamiento 04.00.

En lugar de un producto se puede usar la escena más despejada de un lugar: se busca en un catálogo STAC por «Extensión» y «Fechas».</translation>
    </message>
    <message>
        <source>Sentinel-2 product</source>
        <translation>Producto Sentinel-2</translation>
    </message>
    <message>
        <source>As downloaded: its zip file, or MTD_MSIL1C.xml or MTD_MSIL2A.xml in its folder; a .SAFE folder, a layer of the product or any of its files is also accepted.</source>
        <translation>Tal como se descargó: su archivo zip, o MTD_MSIL1C.xml o MTD_MSIL2A.xml de su carpeta; también vale una carpeta .SAFE, una capa del producto o cualquiera de sus archivos.</translation>
    </message>
    <message>
        <source>The place. It is widened to whole pixels of the coarsest bands. Blank uses all of the product.</source>
        <translation>El lugar. Se amplía a píxeles enteros de las bandas más gruesas. En blanco toma todo el producto.</translation>
    </message>
    <message>
        <source>Fusion model</source>
        <translation>Modelo de fusión</translation>
    </message>
    <message>
        <source>A model that gives the bands of 20 m at 10 m and has those of 10 m as its guide. Blank trains one on this scene.</source>
        <translation>Un modelo que da las bandas de 20 m a 10 m y tiene las de 10 m como guía. En blanco: se entrena uno con esta escena.</translation>
    </message>
    <message>
        <source>Resolution (m)</source>
        <translation>Resolución (m)</translation>
    </message>
    <message>
        <source>Size of the result's pixels. 5 and 2.5 take a second model, in SR_MODEL, which is run over the bands of 10 m.</source>
        <translation>Tamaño de los píxeles del resultado. 5 y 2.5 requieren un segundo modelo, en SR_MODEL, que se aplica a las bandas de 10 m.</translation>
    </message>
    <message>
        <source>SR model for less than 10 m</source>
        <translation>Modelo SR para menos de 10 m</translation>
    </message>
    <message>
        <source>Model package (.srpk) of scale 2 (5 m) or 4 (2.5 m) for bands of Sentinel-2 at 10 m. The result has its bands.</source>
        <translation>Paquete de modelo (.srpk) de escala 2 (5 m) o 4 (2.5 m) para bandas de Sentinel-2 a 10 m. El resultado tiene sus bandas.</translation>
    </message>
    <message>
        <source>Sharpened bands</source>
        <translation>Bandas afinadas</translation>
    </message>
    <message>
        <source>Cloud-optimised GeoTIFF (.tif). A name ending in .vrt writes a VRT of many GeoTIFFs, in a folder next to it, which also keeps copies of the bands and the trained model: the same run continues after it was stopped. At the end the copies are removed; the model stays.</source>
        <translation>GeoTIFF optimizado para la nube (.tif). Un nombre que termina en .vrt escribe un VRT de muchos GeoTIFF, en una carpeta contigua, que también conserva copias de las bandas y el modelo entrenado: la misma ejecución continúa tras una interrupción. Al final se eliminan las copias; el modelo se queda.</translation>
    </message>
    <message>
        <source>Quicklook</source>
        <translation>Vista rápida</translation>
    </message>
    <message>
        <source>The result's red, green and blue in 8 bits, stretched, for programs that do not display reflectance.</source>
        <translation>Rojo, verde y azul del resultado en 8 bits, estirados, para programas que no muestran reflectancia.</translation>
    </message>
    <message>
        <source>B01 and B09 too</source>
        <translation>También B01 y B09</translation>
    </message>
    <message>
        <source>Add the bands of 60 m for aerosols and water vapour. No network learns them: they get the detail of B02 and B08 by ratio component substitution (rcs).</source>
        <translation>Añade las bandas de 60 m para aerosoles y vapor de agua. Ninguna red las aprende: reciben el detalle de B02 y B08 por sustitución de componente por razón (rcs).</translation>
    </message>
    <message>
        <source>Where to compute: auto takes an NVIDIA or Apple graphics card if PyTorch can use one; vulkan is any graphics card, for models and not to learn.</source>
        <translation>Dónde calcular: auto toma una tarjeta gráfica NVIDIA o Apple si PyTorch puede usarla; vulkan es cualquier tarjeta gráfica, para modelos y no para aprender.</translation>
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
        <translation>¿De dónde viene la escena?</translation>
    </message>
    <message>
        <source>A product on this computer</source>
        <translation>Un producto en este equipo</translation>
    </message>
    <message>
        <source>Name of the product.</source>
        <translation>Nombre del producto.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>When it was taken.</source>
        <translation>Cuándo se tomó.</translation>
    </message>
    <message>
        <source>Bands of the result, separated by commas.</source>
        <translation>Bandas del resultado, separadas por comas.</translation>
    </message>
    <message>
        <source>Columns of the result.</source>
        <translation>Columnas del resultado.</translation>
    </message>
    <message>
        <source>Rows of the result.</source>
        <translation>Filas del resultado.</translation>
    </message>
    <message>
        <source>Train SR model</source>
        <translation>Entrenar modelo SR</translation>
    </message>
    <message>
        <source>Trains a super-resolution network on a tile set from "Export SR training tiles", or on pairs of images from
elsewhere, and saves it as one .srpk file.

The metrics at the end compare the model with bicubic resampling on tiles that were not used for training. For a
first try set "Size of the network" to auto, and "Minutes" to the time that you have.</source>
        <translation>Entrena una red de superresolución con un conjunto de teselas de «Exportar teselas de entrenamiento SR», o con pares de imágenes de otra procedencia, y la guarda como un archivo .srpk.

Las cifras al final comparan el modelo con el remuestreo bicúbico en teselas de las que no ha aprendido. Para un primer intento, ponga «Tamaño de la red» en auto y «Minutos» en el tiempo del que disponga.</translation>
    </message>
    <message>
        <source>edsr suits most cases; compact and span are the fastest; carn does scales 2, 3 and 4 at once; rdn and rrdn have the best metrics on a large card; sr3 (diffusion) produces one of the possible detailed results.</source>
        <translation>edsr sirve en la mayoría de los casos; compact y span son las más rápidas; carn hace las escalas 2, 3 y 4 a la vez; rdn y rrdn tienen las mejores métricas en una tarjeta grande; sr3 (difusión) produce uno de los resultados detallados posibles.</translation>
    </message>
    <message>
        <source>CARN: small and fast, one network for scales 2, 3 and 4 at once</source>
        <translation>CARN: pequeña y rápida, una red para las escalas 2, 3 y 4 a la vez</translation>
    </message>
    <message>
        <source>Ahn et al. 2018, "Fast, Accurate, and Lightweight Super-Resolution with Cascading Residual Network", figures 2 and 3:
what each block gives is kept for all that follow, within a cascading block and between them. Training mixes the
scales, whatever the tiles' own, and the model supports each of them, unless multi_scale is off. With efficient it is CARN-M, the form for phones.</source>
        <translation>Ahn et al. 2018, «Fast, Accurate, and Lightweight Super-Resolution with Cascading Residual Network», figuras 2 y 3: lo que da cada bloque se guarda para todos los siguientes, dentro de un bloque en cascada y entre ellos. El entrenamiento mezcla las escalas, sea cual sea la de las teselas, y el modelo ofrece cada una de ellas, salvo que multi_scale esté desactivado. Con efficient es CARN-M, la forma para teléfonos.</translation>
    </message>
    <message>
        <source>Global skip</source>
        <translation>Conexión global</translation>
    </message>
    <message>
        <source>What the network's output is added to: the input upsampled bicubically, bilinearly or by repetition of its pixels (nearest), or nothing (as in most papers).</source>
        <translation>A qué se suma la salida de la red: la entrada sobremuestreada de forma bicúbica, bilineal o por repetición de sus píxeles (nearest), o nada (como en la mayoría de los artículos).</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Características</translation>
    </message>
    <message>
        <source>Channels of every hidden layer.</source>
        <translation>Canales de cada capa oculta.</translation>
    </message>
    <message>
        <source>Cascading blocks</source>
        <translation>Bloques en cascada</translation>
    </message>
    <message>
        <source>Cascading blocks in the trunk, of three residual blocks each.</source>
        <translation>Bloques en cascada del tronco, de tres bloques residuales cada uno.</translation>
    </message>
    <message>
        <source>Efficient blocks (CARN-M)</source>
        <translation>Bloques económicos (CARN-M)</translation>
    </message>
    <message>
        <source>Whether convolutions see a part of the channels only (groups) and the residual blocks of a cascading block share their weights: a quarter of the parameters, for some tenths of a decibel (section 3.2 of the paper).</source>
        <translation>Si las convoluciones ven solo una parte de los canales (grupos) y los bloques residuales de un bloque en cascada comparten sus pesos: una cuarta parte de los parámetros, por algunas décimas de decibelio (sección 3.2 del artículo).</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Grupos</translation>
    </message>
    <message>
        <source>Parts into which efficient blocks and the upsampler divide the channels. It must divide n_feats.</source>
        <translation>Partes en que los bloques económicos y el sobremuestreador dividen los canales. El número debe dividir n_feats.</translation>
    </message>
    <message>
        <source>Several scales</source>
        <translation>Varias escalas</translation>
    </message>
    <message>
        <source>Whether one network learns scales 2, 3 and 4 together, as in the paper; else it learns the scale of the tiles.</source>
        <translation>Si una red aprende juntas las escalas 2, 3 y 4, como en el artículo; si no, aprende la escala de las teselas.</translation>
    </message>
    <message>
        <source>Compact: convolutions in a row, the fastest (SRVGGNet)</source>
        <translation>Compact: convoluciones en fila, la más rápida (SRVGGNet)</translation>
    </message>
    <message>
        <source>The small network that Wang et al. published with "Real-ESRGAN: Training Real-World Blind Super-Resolution with Pure
Synthetic Data" (2021): everything is done at low resolution, and one pixel shuffle makes the result. As published it
adds its output to the input's repeated pixels (global_skip=nearest).</source>
        <translation>La red pequeña que Wang et al. publicaron con «Real-ESRGAN: Training Real-World Blind Super-Resolution with Pure Synthetic Data» (2021): todo se hace a baja resolución, y una reordenación de píxeles hace el resultado. Tal como se publicó, suma su salida a los píxeles repetidos de la entrada (global_skip=nearest).</translation>
    </message>
    <message>
        <source>Convolutions</source>
        <translation>Convoluciones</translation>
    </message>
    <message>
        <source>Convolutions between the first and the last.</source>
        <translation>Convoluciones entre la primera y la última.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Activación</translation>
    </message>
    <message>
        <source>What follows each convolution. prelu: a slope is learnt for each channel; relu; leaky_relu: a slope of 0.1.</source>
        <translation>Lo que sigue a cada convolución. prelu: se aprende una pendiente para cada canal; relu; leaky_relu: una pendiente de 0,1.</translation>
    </message>
    <message>
        <source>DAT: dual aggregation transformer, for models that others have trained</source>
        <translation>DAT: transformador de doble agregación, para modelos que otros han entrenado</translation>
    </message>
    <message>
        <source>Chen et al. 2023, "Dual Aggregation Transformer for Image Super-Resolution", figure 2; the defaults are DAT-S.
Blocks attend by turns within rectangles of pixels and among channels. The latter, and the weighing of channels, look at
the whole image: tiles are computed with as much around them as the rectangles see, and faint seams are possible.
Training takes a large graphics card.</source>
        <translation>Chen et al. 2023, "Dual Aggregation Transformer for Image Super-Resolution", figura 2; los valores por defecto son DAT-S.
Los bloques atienden por turnos a los píxeles dentro de rectángulos y a los canales entre sí. Lo último, y la ponderación de los canales, ve la imagen entera: las teselas se calculan con tanto alrededor como ven los rectángulos, y son posibles costuras débiles.
El entrenamiento exige una tarjeta gráfica grande.</translation>
    </message>
    <message>
        <source>Channels of every pixel in the transformer; a multiple of heads.</source>
        <translation>Canales de cada píxel en el transformador; un múltiplo de heads.</translation>
    </message>
    <message>
        <source>Groups of blocks</source>
        <translation>Grupos de bloques</translation>
    </message>
    <message>
        <source>Groups of transformer blocks, each with a convolution after it.</source>
        <translation>Grupos de bloques de transformador, cada uno seguido de una convolución.</translation>
    </message>
    <message>
        <source>Blocks in a group</source>
        <translation>Bloques de un grupo</translation>
    </message>
    <message>
        <source>Transformer blocks in each group.</source>
        <translation>Bloques de transformador en cada grupo.</translation>
    </message>
    <message>
        <source>Attention heads</source>
        <translation>Cabezas de atención</translation>
    </message>
    <message>
        <source>Attention heads of each block; it must divide n_feats.</source>
        <translation>Cabezas de atención de cada bloque; su número debe dividir n_feats.</translation>
    </message>
    <message>
        <source>Convolutions after a group</source>
        <translation>Convoluciones después de un grupo</translation>
    </message>
    <message>
        <source>Convolutions after each group of blocks and after all: one, or three that save parameters.</source>
        <translation>Convoluciones después de cada grupo de bloques y después de todos: una, o tres que ahorran parámetros.</translation>
    </message>
    <message>
        <source>Upsampler</source>
        <translation>Sobremuestreo</translation>
    </message>
    <message>
        <source>How the finer pixels are made. pixelshuffle: sub-pixel convolutions; pixelshuffledirect: one of them, for small networks; nearest+conv: repetition and a convolution, for scales 2, 4 and 8.</source>
        <translation>Cómo se hacen los píxeles más finos. pixelshuffle: convoluciones de subpíxel; pixelshuffledirect: una de ellas, para redes pequeñas; nearest+conv: repetición y una convolución, para las escalas 2, 4 y 8.</translation>
    </message>
    <message>
        <source>Sides of rectangles</source>
        <translation>Lados de los rectángulos</translation>
    </message>
    <message>
        <source>Sides of the rectangles within which half of the heads attend, in low-resolution pixels; for the other half they are turned. The larger is a multiple of the smaller.</source>
        <translation>Lados de los rectángulos en los que actúa la mitad de las cabezas, en píxeles de baja resolución; para la otra mitad están girados. El mayor es un múltiplo del menor.</translation>
    </message>
    <message>
        <source>Expansion</source>
        <translation>Expansión</translation>
    </message>
    <message>
        <source>Hidden units of the feed-forward layers of each block, in multiples of n_feats.</source>
        <translation>Unidades ocultas de las capas feed-forward de cada bloque, en múltiplos de n_feats.</translation>
    </message>
    <message>
        <source>Bias of attention</source>
        <translation>Sesgo de la atención</translation>
    </message>
    <message>
        <source>Whether what attends has a bias.</source>
        <translation>Si las consultas, claves y valores tienen un sesgo.</translation>
    </message>
    <message>
        <source>EDSR: residual network without batch normalisation</source>
        <translation>EDSR: red residual sin normalización por lotes</translation>
    </message>
    <message>
        <source>Lim et al. 2017, "Enhanced Deep Residual Networks for Single Image Super-Resolution", figure 3 and table 1.
The defaults are the paper's baseline; n_feats=256, n_blocks=32, res_scale=0.1 is its full size.</source>
        <translation>Lim et al. 2017, «Enhanced Deep Residual Networks for Single Image Super-Resolution», figura 3 y tabla 1. Los valores predeterminados son el modelo base del artículo; n_feats=256, n_blocks=32, res_scale=0.1 es su tamaño completo.</translation>
    </message>
    <message>
        <source>Residual blocks</source>
        <translation>Bloques residuales</translation>
    </message>
    <message>
        <source>Residual blocks in the trunk.</source>
        <translation>Bloques residuales del tronco.</translation>
    </message>
    <message>
        <source>Residual scaling</source>
        <translation>Escalado residual</translation>
    </message>
    <message>
        <source>Factor on each block's residual; wide networks need 0.1 to train stably.</source>
        <translation>Factor del residuo de cada bloque; las redes anchas necesitan 0.1 para entrenarse de forma estable.</translation>
    </message>
    <message>
        <source>stepwise: the paper's sub-pixel convolutions, one for each doubling. single: one of 5 × 5 pixels, which can do the same at scale 2, 3, 4 and 8, at scale 4 in an eighth of the work; a stepwise model can start its training, folded exactly.</source>
        <translation>stepwise: las convoluciones subpíxel del artículo, una por cada duplicación. single: una de 5 × 5 píxeles, que puede lo mismo a las escalas 2, 3, 4 y 8, a escala 4 con una octava parte del trabajo; su entrenamiento puede partir de un modelo stepwise, plegado exactamente.</translation>
    </message>
    <message>
        <source>HAT: hybrid attention transformer, for models that others have trained</source>
        <translation>HAT: transformador de atención híbrida, para modelos que otros han entrenado</translation>
    </message>
    <message>
        <source>Chen et al. 2023, "Activating More Pixels in Image Super-Resolution Transformer", figure 3; the defaults are its basic
model. Channels are weighed by what they are over the whole image: tiles are computed with as much around them as the
windows see, and faint seams are possible. Training takes a large graphics card.</source>
        <translation>Chen et al. 2023, "Activating More Pixels in Image Super-Resolution Transformer", figura 3; los valores por defecto son su modelo básico. Los canales se ponderan según lo que son en toda la imagen: las teselas se calculan con tanto alrededor como ven las ventanas, y son posibles costuras débiles. El entrenamiento exige una tarjeta gráfica grande.</translation>
    </message>
    <message>
        <source>Side of windows</source>
        <translation>Lado de las ventanas</translation>
    </message>
    <message>
        <source>Side of the squares within which attention is computed, in low-resolution pixels.</source>
        <translation>Lado de los cuadrados dentro de los que se calcula la atención, en píxeles de baja resolución.</translation>
    </message>
    <message>
        <source>Side of overlapping windows</source>
        <translation>Lado de las ventanas solapadas</translation>
    </message>
    <message>
        <source>Side of the larger squares, around these, to which the last block of each group attends; it is wider by an even number of pixels.</source>
        <translation>Lado de los cuadrados mayores, alrededor de estos, a los que atiende el último bloque de cada grupo; es más ancho en un número par de píxeles.</translation>
    </message>
    <message>
        <source>MLP ratio</source>
        <translation>Relación del MLP</translation>
    </message>
    <message>
        <source>Hidden units of the MLP of each block, in multiples of n_feats.</source>
        <translation>Unidades ocultas del MLP de cada bloque, en múltiplos de n_feats.</translation>
    </message>
    <message>
        <source>Squeezed features</source>
        <translation>Características comprimidas</translation>
    </message>
    <message>
        <source>Channels between the two convolutions of each block.</source>
        <translation>Canales entre las dos convoluciones de cada bloque.</translation>
    </message>
    <message>
        <source>Features that weigh channels</source>
        <translation>Características que ponderan los canales</translation>
    </message>
    <message>
        <source>Channels between the two layers that weigh the channels of these convolutions.</source>
        <translation>Canales entre las dos capas que ponderan los canales de estas convoluciones.</translation>
    </message>
    <message>
        <source>Scale of convolutions</source>
        <translation>Factor de las convoluciones</translation>
    </message>
    <message>
        <source>By which what these convolutions make is multiplied.</source>
        <translation>Por el que se multiplica lo que hacen estas convoluciones.</translation>
    </message>
    <message>
        <source>MDSR: one network for scales 2, 3 and 4 at once</source>
        <translation>MDSR: una sola red para las escalas 2, 3 y 4</translation>
    </message>
    <message>
        <source>Lim et al. 2017, "Enhanced Deep Residual Networks for Single Image Super-Resolution", section 3.3 and figure 5:
the trunk is common to all scales, which differ in two residual blocks before it and in the upsampler. Training
mixes the scales, whatever the tiles' own, and the model supports each of them, unless multi_scale is off. The defaults are the paper's
baseline; n_blocks=80 is its full size.</source>
        <translation>Lim et al. 2017, «Enhanced Deep Residual Networks for Single Image Super-Resolution», sección 3.3 y figura 5: el tronco es común a todas las escalas, que difieren en dos bloques residuales delante de él y en el sobremuestreo. El entrenamiento mezcla las escalas, sea cual sea la de las teselas, y el modelo ofrece cada una de ellas, salvo que multi_scale esté desactivado. Los valores predeterminados son el modelo base del artículo; n_blocks=80 es su tamaño completo.</translation>
    </message>
    <message>
        <source>OmniSR: omni-dimensional attention, for models that others have trained</source>
        <translation>OmniSR: atención en todas las dimensiones, para modelos que otros han entrenado</translation>
    </message>
    <message>
        <source>Wang et al. 2023, "Omni Aggregation Networks for Lightweight Image Super-Resolution", section 3; the defaults are
the paper's. Blocks attend to pixels and to channels, first within squares, then among pixels spread evenly over the
whole image: tiles are computed with as much around them as squares and convolutions see, and seams are possible.</source>
        <translation>Wang et al. 2023, "Omni Aggregation Networks for Lightweight Image Super-Resolution", sección 3; los valores por defecto son los del artículo. Los bloques atienden a píxeles y a canales, primero dentro de cuadrados, luego entre píxeles repartidos por igual en toda la imagen: las teselas se calculan con tanto alrededor como ven los cuadrados y las convoluciones, y son posibles costuras.</translation>
    </message>
    <message>
        <source>Groups of blocks, each of which weighs its pixels after them.</source>
        <translation>Grupos de bloques, cada uno de los cuales pondera después sus píxeles.</translation>
    </message>
    <message>
        <source>Blocks in each group.</source>
        <translation>Bloques en cada grupo.</translation>
    </message>
    <message>
        <source>Side of the squares within which attention is computed, in low-resolution pixels. Across them it is computed among as many pixels.</source>
        <translation>Lado de los cuadrados dentro de los que se calcula la atención, en píxeles de baja resolución. A través de ellos se calcula entre otros tantos píxeles.</translation>
    </message>
    <message>
        <source>Bias of offsets</source>
        <translation>Sesgo de los desplazamientos</translation>
    </message>
    <message>
        <source>Whether attention to pixels knows how they lie to each other.</source>
        <translation>Si la atención a los píxeles sabe cómo están situados unos respecto a otros.</translation>
    </message>
    <message>
        <source>OTBTF SRResNet: the tutorial's network with transposed convolutions</source>
        <translation>OTBTF SRResNet: la red del tutorial, con convoluciones transpuestas</translation>
    </message>
    <message>
        <source>Cresson, "Super-resolution" (part 4 of the OTB Keras tutorial), after SRResNet (Ledig et al. 2017): wide ends,
residual blocks under one long skip, and an upsampling by transposed convolutions of stride 2, so no scale 3.</source>
        <translation>Cresson, «Super-resolution» (parte 4 del tutorial de OTB sobre Keras), a partir de SRResNet (Ledig et al. 2017): extremos anchos, bloques residuales bajo una conexión larga y un sobremuestreo mediante convoluciones transpuestas de paso 2, por lo que no hay escala 3.</translation>
    </message>
    <message>
        <source>PLKSR: wide surroundings by large kernels on a part of the channels</source>
        <translation>PLKSR: entornos amplios por núcleos grandes en una parte de los canales</translation>
    </message>
    <message>
        <source>Lee et al. 2024, "Partial Large Kernel CNNs for Efficient Super-Resolution", figures 2 and 3; the defaults are the
paper's, n_blocks=12, kernel=13 its tiny one. With activation=mish and block_norm=group it is RealPLKSR of neosr, which
normalises over the whole image. As published it adds its output to the input's repeated pixels (global_skip=nearest).</source>
        <translation>Lee et al. 2024, «Partial Large Kernel CNNs for Efficient Super-Resolution», figuras 2 y 3; los valores por omisión son los del artículo, n_blocks=12, kernel=13 su forma más pequeña. Con activation=mish y block_norm=group es RealPLKSR de neosr, que normaliza sobre toda la imagen. Tal como se publicó, suma su salida a los píxeles repetidos de la entrada (global_skip=nearest).</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Bloques</translation>
    </message>
    <message>
        <source>Blocks in the trunk.</source>
        <translation>Bloques del tronco.</translation>
    </message>
    <message>
        <source>Side of large kernels</source>
        <translation>Lado de los núcleos grandes</translation>
    </message>
    <message>
        <source>Side of the large kernels in low-resolution pixels, an odd number. Each block sees half of it further.</source>
        <translation>Lado de los núcleos grandes en píxeles de baja resolución, un número impar. Cada bloque ve más lejos en la mitad de eso.</translation>
    </message>
    <message>
        <source>Channels of large kernels</source>
        <translation>Canales de los núcleos grandes</translation>
    </message>
    <message>
        <source>Channels that the large kernels work on; the others pass by.</source>
        <translation>Canales en los que trabajan los núcleos grandes; los demás pasan de largo.</translation>
    </message>
    <message>
        <source>Channel mixer</source>
        <translation>Mezclador de canales</translation>
    </message>
    <message>
        <source>Two convolutions that mix channels. ccm: 3 × 3, then 1 × 1; dccm: both 3 × 3; iccm: 1 × 1, then 3 × 3.</source>
        <translation>Dos convoluciones que mezclan canales. ccm: 3 × 3, luego 1 × 1; dccm: ambas 3 × 3; iccm: 1 × 1, luego 3 × 3.</translation>
    </message>
    <message>
        <source>What is between them: gelu in PLKSR, mish in RealPLKSR.</source>
        <translation>Lo que hay entre ellas: gelu en PLKSR, mish en RealPLKSR.</translation>
    </message>
    <message>
        <source>Element-wise attention</source>
        <translation>Atención por elemento</translation>
    </message>
    <message>
        <source>Whether every number is weighed by what a convolution makes of its surroundings.</source>
        <translation>Si cada número se pondera por lo que una convolución hace de su entorno.</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>Normalización</translation>
    </message>
    <message>
        <source>Of each block. layer: over the channels of each pixel, before it. group: over the whole image, after it, as in RealPLKSR: then a tile's result depends a little on its size, and faint seams are possible.</source>
        <translation>De cada bloque. layer: sobre los canales de cada píxel, antes de él. group: sobre toda la imagen, después de él, como en RealPLKSR: entonces el resultado de una tesela depende un poco de su tamaño, y son posibles costuras leves.</translation>
    </message>
    <message>
        <source>RDN: residual dense network</source>
        <translation>RDN: red residual densa</translation>
    </message>
    <message>
        <source>Zhang et al. 2018, "Residual Dense Network for Image Super-Resolution", figures 2 and 3. The defaults are the
paper's. C=3, D=10, upsampler=nearest is the small network of the library ISR (Cardinale et al. 2018).</source>
        <translation>Zhang et al. 2018, «Residual Dense Network for Image Super-Resolution», figuras 2 y 3. Los valores predeterminados son los del artículo. C=3, D=10, upsampler=nearest es la red pequeña de la biblioteca ISR (Cardinale et al. 2018).</translation>
    </message>
    <message>
        <source>Features (G0)</source>
        <translation>Características (G0)</translation>
    </message>
    <message>
        <source>Channels between the blocks; G0 in the paper.</source>
        <translation>Canales entre los bloques; G0 en el artículo.</translation>
    </message>
    <message>
        <source>Residual dense blocks (D)</source>
        <translation>Bloques residuales densos (D)</translation>
    </message>
    <message>
        <source>Residual dense blocks in the trunk.</source>
        <translation>Bloques residuales densos del tronco.</translation>
    </message>
    <message>
        <source>Dense layers (C)</source>
        <translation>Capas densas (C)</translation>
    </message>
    <message>
        <source>Convolutions in each block, every one seeing all before it in the block.</source>
        <translation>Convoluciones de cada bloque; cada una ve todas las anteriores del bloque.</translation>
    </message>
    <message>
        <source>Growth rate (G)</source>
        <translation>Tasa de crecimiento (G)</translation>
    </message>
    <message>
        <source>Channels that each convolution of a block adds.</source>
        <translation>Canales que añade cada convolución de un bloque.</translation>
    </message>
    <message>
        <source>Features of the upsampler</source>
        <translation>Características del sobremuestreo</translation>
    </message>
    <message>
        <source>Channels between the steps of the pixelshuffle upsampler; 0 is as many as between the blocks.</source>
        <translation>Canales entre los pasos del sobremuestreo pixelshuffle; 0: tantos como entre los bloques.</translation>
    </message>
    <message>
        <source>pixelshuffle: sub-pixel convolutions in steps, as the paper's authors published; nearest: ISR's, which convolves at low resolution and repeats the pixels just before the last convolution.</source>
        <translation>pixelshuffle: convoluciones de subpíxel por pasos, como lo publicaron los autores del artículo; nearest: el de ISR, que convoluciona a baja resolución y repite los píxeles justo antes de la última convolución.</translation>
    </message>
    <message>
        <source>ResNet U-Net: a residual network as encoder, for models that others have trained</source>
        <translation>U-Net ResNet: una red residual como codificador, para modelos que otros han entrenado</translation>
    </message>
    <message>
        <source>He et al. 2016, "Deep Residual Learning for Image Recognition", table 1, as encoder; as decoder the U-Net of fastai
(Howard and Gugger 2020, "fastai: A Layered API for Deep Learning"), which enlarges by sub-pixel convolutions whose
pixels are averaged (Sugawara et al. 2018), and attends once (Zhang et al. 2019, "Self-Attention Generative Adversarial
Networks", equations 1 to 3). The image is enlarged bilinearly ahead of all layers, so that every layer works on the
pixels of the result. The defaults are a ResNet-34.</source>
        <translation>He et al. 2016, «Deep Residual Learning for Image Recognition», tabla 1, como codificador; como decodificador la U-Net de fastai (Howard y Gugger 2020, «fastai: A Layered API for Deep Learning»), que amplía por convoluciones subpíxel cuyos píxeles se promedian (Sugawara et al. 2018), y calcula una vez la atención (Zhang et al. 2019, «Self-Attention Generative Adversarial Networks», ecuaciones 1 a 3). La imagen se amplía de forma bilineal antes de todas las capas, de modo que cada capa trabaja con los píxeles del resultado. Por defecto es una ResNet-34.</translation>
    </message>
    <message>
        <source>Features (width)</source>
        <translation>Características (ancho)</translation>
    </message>
    <message>
        <source>Channels of the first stage; each further one doubles them.</source>
        <translation>Canales de la primera etapa; cada una siguiente los duplica.</translation>
    </message>
    <message>
        <source>Blocks of each stage</source>
        <translation>Bloques de cada etapa</translation>
    </message>
    <message>
        <source>How many residual blocks each stage of the encoder has. The first is at a quarter of the result's resolution, each further one at half of that before it.</source>
        <translation>Cuántos bloques residuales tiene cada etapa del codificador. La primera está a un cuarto de la resolución del resultado, cada una siguiente a la mitad de la anterior.</translation>
    </message>
    <message>
        <source>Bottleneck blocks</source>
        <translation>Bloques de cuello de botella (bottleneck)</translation>
    </message>
    <message>
        <source>Whether blocks are of three convolutions, 1 × 1, 3 × 3 and 1 × 1, with four times the channels after them, as in ResNet-50 and deeper ones, and not of two, 3 × 3.</source>
        <translation>Si los bloques son de tres convoluciones, 1 × 1, 3 × 3 y 1 × 1, con cuatro veces más canales después, como en ResNet-50 y más profundas, y no de dos, 3 × 3.</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Atención</translation>
    </message>
    <message>
        <source>Whether the decoder attends at an eighth of the result's resolution; it does so only with three stages or more.</source>
        <translation>Si el decodificador calcula la atención a un octavo de la resolución del resultado; solo lo hace a partir de tres etapas.</translation>
    </message>
    <message>
        <source>Side of the squares within which attention is computed, in pixels of the result: the side of the images that the network has learnt from.</source>
        <translation>Lado de los cuadrados dentro de los que se calcula la atención, en píxeles del resultado: el lado de las imágenes con las que se entrenó la red.</translation>
    </message>
    <message>
        <source>RRDN: residual-in-residual dense network, the generator of ESRGAN</source>
        <translation>RRDN: red densa de residual en residual, el generador de ESRGAN</translation>
    </message>
    <message>
        <source>Wang et al. 2018, "ESRGAN: Enhanced Super-Resolution Generative Adversarial Networks", figures 3 and 4. The
defaults are the paper's RRDB-23. T=10, D=3, C=4, negative_slope=0, upsampler=pixelshuffle is the form of the
library ISR (Cardinale et al. 2018), with G=64 in one and n_feats=32, G=32 in the other of its sizes.
unshuffle=2 at scale 2, and unshuffle=4 at scale 1 (restoration at the same size), are BasicSR's forms.</source>
        <translation>Wang et al. 2018, «ESRGAN: Enhanced Super-Resolution Generative Adversarial Networks», figuras 3 y 4. Los valores predeterminados son el RRDB-23 del artículo. T=10, D=3, C=4, negative_slope=0, upsampler=pixelshuffle es la forma de la biblioteca ISR (Cardinale et al. 2018), con G=64 en uno de sus tamaños y n_feats=32, G=32 en el otro. unshuffle=2 a escala 2, y unshuffle=4 a escala 1 (restauración al mismo tamaño), son las formas de BasicSR.</translation>
    </message>
    <message>
        <source>Channels between the blocks.</source>
        <translation>Canales entre los bloques.</translation>
    </message>
    <message>
        <source>Residual-in-residual blocks (T)</source>
        <translation>Bloques de residual en residual (T)</translation>
    </message>
    <message>
        <source>Residual-in-residual dense blocks (RRDB) in the trunk.</source>
        <translation>Bloques densos de residual en residual (RRDB) del tronco.</translation>
    </message>
    <message>
        <source>Dense blocks in each (D)</source>
        <translation>Bloques densos en cada uno (D)</translation>
    </message>
    <message>
        <source>Dense blocks in each residual-in-residual block.</source>
        <translation>Bloques densos en cada bloque de residual en residual.</translation>
    </message>
    <message>
        <source>Convolutions of a dense block that add channels; one more fuses them, so that the paper counts 5.</source>
        <translation>Convoluciones de un bloque denso que añaden canales; una más las fusiona, por lo que el artículo cuenta 5.</translation>
    </message>
    <message>
        <source>Channels that each of these convolutions adds.</source>
        <translation>Canales que añade cada una de estas convoluciones.</translation>
    </message>
    <message>
        <source>Factor on the residual of each dense block and of each residual-in-residual block; beta in the paper.</source>
        <translation>Factor del residuo de cada bloque denso y de cada bloque de residual en residual; beta en el artículo.</translation>
    </message>
    <message>
        <source>Negative slope</source>
        <translation>Pendiente negativa</translation>
    </message>
    <message>
        <source>Slope of the activations below zero (LeakyReLU); 0 is ReLU.</source>
        <translation>Pendiente de las activaciones por debajo de cero (LeakyReLU); 0 es ReLU.</translation>
    </message>
    <message>
        <source>nearest: pixels repeated and convolved in steps, as in ESRGAN; pixelshuffle: ISR's one sub-pixel convolution, straight to the bands.</source>
        <translation>nearest: píxeles repetidos y convolucionados por pasos, como en ESRGAN; pixelshuffle: la única convolución de subpíxel de ISR, directa a las bandas.</translation>
    </message>
    <message>
        <source>Pixel unshuffle</source>
        <translation>Agrupación de píxeles (unshuffle)</translation>
    </message>
    <message>
        <source>Factor by which pixels are gathered into channels ahead of the network, which then runs at a resolution that is as much coarser and upsamples as much more: less time and memory at small scales. Needs upsampler=nearest.</source>
        <translation>Factor con el que los píxeles se agrupan en canales delante de la red, que entonces trabaja a una resolución tantas veces más gruesa y sobremuestrea otro tanto más: menos tiempo y memoria con escalas pequeñas. Necesita upsampler=nearest.</translation>
    </message>
    <message>
        <source>SPAN: attention without parameters, fast</source>
        <translation>SPAN: atención sin parámetros, rápida</translation>
    </message>
    <message>
        <source>Wan et al. 2024, "Swift Parameter-free Attention Network for Efficient Super-Resolution", figures 2 and 3: what a
block finds weighs its own pixels. Convolutions are trained as they compute, not in the paper's wider form that is
folded into them afterwards.</source>
        <translation>Wan et al. 2024, «Swift Parameter-free Attention Network for Efficient Super-Resolution», figuras 2 y 3: lo que encuentra un bloque pondera sus propios píxeles. Las convoluciones se entrenan tal como calculan, no en la forma más ancha del artículo, que después se pliega en ellas.</translation>
    </message>
    <message>
        <source>Attention blocks in the trunk.</source>
        <translation>Bloques de atención del tronco.</translation>
    </message>
    <message>
        <source>Blocks one after another</source>
        <translation>Bloques uno tras otro</translation>
    </message>
    <message>
        <source>Whether a block is given what the one before it made. Else two blocks see the first features, side by side, as in the networks of SEN2SRLite, and n_blocks has no effect.</source>
        <translation>Si un bloque recibe lo que hizo el anterior. Si no, dos bloques ven lado a lado las primeras características, como en las redes de SEN2SRLite, y n_blocks no tiene efecto.</translation>
    </message>
    <message>
        <source>SPAN fusion: two blocks at the pixels of the guide, as in SEN2SR</source>
        <translation>Fusión SPAN: dos bloques en los píxeles de la guía, como en SEN2SR</translation>
    </message>
    <message>
        <source>For bands that a finer guide sharpens (Aybar et al. 2025, "A radiometrically and spatially consistent super-resolution
framework for Sentinel-2"). The bands are enlarged bilinearly and joined with the guide, so that every layer works on
the pixels of the result: each takes scale² times as long as at low resolution. The layers are those of SPAN (Wan et al.
2024), with two blocks side by side. The guide must have the pixels of the result. As published it adds nothing to the
network's output (global_skip=none).</source>
        <translation>Para bandas que afina una guía más fina (Aybar et al. 2025, «A radiometrically and spatially consistent super-resolution framework for Sentinel-2»). Las bandas se amplían de forma bilineal y se unen con la guía, de modo que cada capa trabaja en los píxeles del resultado: cada una tarda escala² veces lo que a baja resolución. Las capas son las de SPAN (Wan et al. 2024), con dos bloques lado a lado. La guía debe tener los píxeles del resultado. Tal como se publicó, no suma nada a la salida de la red (global_skip=none).</translation>
    </message>
    <message>
        <source>Channels of every hidden layer; 24 in SEN2SRLite.</source>
        <translation>Canales de cada capa oculta; 24 en SEN2SRLite.</translation>
    </message>
    <message>
        <source>SR3: diffusion U-Net, super-resolution by iterative refinement</source>
        <translation>SR3: U-Net de difusión, superresolución por refinamiento iterativo</translation>
    </message>
    <message>
        <source>Saharia et al. 2021, "Image Super-Resolution via Iterative Refinement". The defaults are the documented ones of
ArcGIS, in the form of the repository Image-Super-Resolution-via-Iterative-Refinement: 141 million parameters for
3 bands. preset=medium has 60 and preset=small 1.4 million; take the latter without a graphics card.
resblock_type=biggan, skip_rescale=true is the paper's form. Its objective is denoising or flow.</source>
        <translation>Saharia et al. 2021, «Image Super-Resolution via Iterative Refinement». Los valores predeterminados son los documentados de ArcGIS, en la forma del repositorio Image-Super-Resolution-via-Iterative-Refinement: 141 millones de parámetros para 3 bandas. preset=medium tiene 60 y preset=small 1,4 millones; use este último si no tiene tarjeta gráfica. resblock_type=biggan, skip_rescale=true es la forma del artículo. Su objetivo es denoising (eliminación de ruido) o flow (flow matching).</translation>
    </message>
    <message>
        <source>What the result is added to: the input upsampled bicubically, so that only what that lacks is learnt, or nothing (as in the paper).</source>
        <translation>A qué se suma el resultado: la entrada sobremuestreada de forma bicúbica, de modo que solo se aprende lo que le falta, o nada (como en el artículo).</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Límite</translation>
    </message>
    <message>
        <source>Limit of the estimated result, as a multiple of its spread; 1 in the code of SR3, whose images range from −1 to 1.</source>
        <translation>Límite del resultado estimado, como múltiplo de su dispersión; 1 en el código de SR3, cuyas imágenes van de −1 a 1.</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>Tamaño de imagen</translation>
    </message>
    <message>
        <source>Side of the images it learns from, in high-resolution pixels; results are computed in tiles of this size. Blank is PATCH_SIZE × scale.</source>
        <translation>Lado de las imágenes de las que aprende, en píxeles de alta resolución; los resultados se calculan en teselas de este tamaño. Vacío: PATCH_SIZE × escala.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Preajuste</translation>
    </message>
    <message>
        <source>Values for all options that are not given. large: the defaults; medium: inner_channel=48, norm_groups=12, attn_res=8, res_blocks=2; small, for processors and few tiles: inner_channel=32, norm_groups=8, channel_mults=1,2,2,2, res_blocks=1.</source>
        <translation>Valores de todas las opciones que no se indican. large: los predeterminados; medium: inner_channel=48, norm_groups=12, attn_res=8, res_blocks=2; small, para procesadores y pocas teselas: inner_channel=32, norm_groups=8, channel_mults=1,2,2,2, res_blocks=1.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Canales</translation>
    </message>
    <message>
        <source>Channels of the first level; an even number.</source>
        <translation>Canales del primer nivel; un número par.</translation>
    </message>
    <message>
        <source>Normalisation groups</source>
        <translation>Grupos de normalización</translation>
    </message>
    <message>
        <source>Groups of channels that are normalised together; it must divide the channels of every level. Many groups are known to shift colours.</source>
        <translation>Grupos de canales que se normalizan juntos; el número debe dividir los canales de cada nivel. Se sabe que muchos grupos alteran los colores.</translation>
    </message>
    <message>
        <source>Channel multipliers</source>
        <translation>Multiplicadores de canales</translation>
    </message>
    <message>
        <source>Channels of each level, in multiples of inner_channel. Each level has half the resolution of the one before, so the image size must be a multiple of 2 for 2 levels, of 4 for 3, of 32 for 6.</source>
        <translation>Canales de cada nivel, en múltiplos de inner_channel. Cada nivel tiene la mitad de resolución que el anterior, así que el tamaño de imagen debe ser múltiplo de 2 con 2 niveles, de 4 con 3, de 32 con 6.</translation>
    </message>
    <message>
        <source>Attention resolution</source>
        <translation>Resolución de la atención</translation>
    </message>
    <message>
        <source>Side in pixels of the feature maps with attention: a level has it if its side is this, or between half of it and it. The middle of the network always has it. Empty brackets are none.</source>
        <translation>Lado en píxeles de los mapas de características con atención: un nivel la tiene si su lado es este, o está entre su mitad y él. El centro de la red siempre la tiene. Corchetes vacíos: ninguno.</translation>
    </message>
    <message>
        <source>Residual blocks of each level on the way down; there is one more on the way up.</source>
        <translation>Bloques residuales de cada nivel en el camino de bajada; en el de subida hay uno más.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of a residual block's features that training drops at random; against overfitting on few tiles.</source>
        <translation>Proporción de las características de un bloque residual que el entrenamiento omite al azar; contra el sobreajuste a unas pocas teselas.</translation>
    </message>
    <message>
        <source>Kind of residual blocks</source>
        <translation>Tipo de bloques residuales</translation>
    </message>
    <message>
        <source>How resolution changes between levels. ddpm: by a convolution; biggan: within a residual block (Brock et al. 2019), as in the paper.</source>
        <translation>Cómo cambia la resolución entre niveles. ddpm: mediante una convolución; biggan: dentro de un bloque residual (Brock et al. 2019), como en el artículo.</translation>
    </message>
    <message>
        <source>Rescale skips</source>
        <translation>Reescalar conexiones</translation>
    </message>
    <message>
        <source>Whether the sum of a block's input and residual is multiplied by 1/√2, which keeps its spread (Song et al. 2021), as in the paper.</source>
        <translation>Si la suma de la entrada y el residuo de un bloque se multiplica por 1/√2, lo que conserva su dispersión (Song et al. 2021), como en el artículo.</translation>
    </message>
    <message>
        <source>SR3 U-ViT: diffusion transformer with long skip connections</source>
        <translation>SR3 U-ViT: transformer de difusión con conexiones largas</translation>
    </message>
    <message>
        <source>Bao et al. 2023, "All are Worth Words: A ViT Backbone for Diffusion Models", in place of the U-Net of SR3
(Saharia et al. 2021). Squares of the condition and of the noisy image are tokens each, and the noise level is one
more; every block sees all of them. The defaults are the documented ones of ArcGIS, 136 million parameters for 3
bands; token_size=8, embed_dim=192, depth=7, num_heads=6 has 4 million. It needs many tiles: with few, the U-Net
of sr3 learns more. Its objective is denoising or flow.</source>
        <translation>Bao et al. 2023, «All are Worth Words: A ViT Backbone for Diffusion Models», en lugar de la U-Net de SR3 (Saharia et al. 2021). Los cuadrados de la condición y de la imagen ruidosa son un token cada uno, y el nivel de ruido es otro más; cada bloque los ve todos. Los valores predeterminados son los documentados de ArcGIS, 136 millones de parámetros para 3 bandas; token_size=8, embed_dim=192, depth=7, num_heads=6 tiene 4 millones. Requiere muchas teselas: con pocas, la U-Net de sr3 aprende más. Su objetivo es denoising (eliminación de ruido) o flow (flow matching).</translation>
    </message>
    <message>
        <source>Token size</source>
        <translation>Tamaño de token</translation>
    </message>
    <message>
        <source>Side of the squares that are a token each, in high-resolution pixels; patch_size in the paper. The image size must be a multiple of it. With half of it, computing takes about four times as long or more.</source>
        <translation>Lado de los cuadrados que forman un token cada uno, en píxeles de alta resolución; patch_size en el artículo. El tamaño de imagen debe ser múltiplo de él. Con la mitad, el cálculo tarda unas cuatro veces más o incluso más.</translation>
    </message>
    <message>
        <source>Embedding dimension</source>
        <translation>Dimensión de la incrustación</translation>
    </message>
    <message>
        <source>Length of the vector of a token; an even number and a multiple of num_heads.</source>
        <translation>Longitud del vector de un token; un número par y múltiplo de num_heads.</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Profundidad</translation>
    </message>
    <message>
        <source>Transformer blocks, an odd number: those before the middle one hand their results, by long skip connections, to those after it.</source>
        <translation>Bloques de transformador, un número impar: los anteriores al central pasan sus resultados, por conexiones largas, a los posteriores.</translation>
    </message>
    <message>
        <source>Attention heads of each block; it must divide embed_dim.</source>
        <translation>Cabezas de atención de cada bloque; su número debe dividir embed_dim.</translation>
    </message>
    <message>
        <source>Hidden units of the MLP of each block, in multiples of embed_dim.</source>
        <translation>Unidades ocultas del MLP de cada bloque, en múltiplos de embed_dim.</translation>
    </message>
    <message>
        <source>Whether a constant is added to queries, keys and values.</source>
        <translation>Si se suma una constante a consultas, claves y valores.</translation>
    </message>
    <message>
        <source>SRResNet: the generator of SRGAN, with or without batch normalisation</source>
        <translation>SRResNet: el generador de SRGAN, con o sin normalización por lotes</translation>
    </message>
    <message>
        <source>Ledig et al. 2017, "Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network",
figure 4. Without batch normalisation it is MSRResNet, the form of it that Wang et al. published with ESRGAN
(2018): ends of 3 × 3 instead of 9 × 9, no long skip, and a convolution more at full resolution.</source>
        <translation>Ledig et al. 2017, «Photo-Realistic Single Image Super-Resolution Using a Generative Adversarial Network», figura 4. Sin normalización por lotes es MSRResNet, la forma que Wang et al. publicaron con ESRGAN (2018): extremos de 3 × 3 en lugar de 9 × 9, sin conexión larga y con una convolución más a plena resolución.</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>Normalización por lotes</translation>
    </message>
    <message>
        <source>Whether blocks normalise over the batch, as in the paper. Without it, training is steadier and the result has no artefacts where the image is unlike the training tiles.</source>
        <translation>Si los bloques normalizan sobre el lote, como en el artículo. Sin ella, el entrenamiento es más estable y el resultado no tiene artefactos donde la imagen difiere de las teselas de entrenamiento.</translation>
    </message>
    <message>
        <source>Layers of the paper</source>
        <translation>Capas del artículo</translation>
    </message>
    <message>
        <source>Whether without batch normalisation all other layers are the paper's, as in generators of OpenSR-SRGAN, and not MSRResNet's.</source>
        <translation>Si, sin normalización por lotes, todas las demás capas son las del artículo, como en los generadores de OpenSR-SRGAN, y no las de MSRResNet.</translation>
    </message>
    <message>
        <source>Output activation</source>
        <translation>Activación de salida</translation>
    </message>
    <message>
        <source>What the last layer is followed by. none: nothing; clamp: values are kept within 0 and 1; tanh: the hyperbolic tangent, −1 to 1; tanh01: (tanh + 1) / 2, 0 to 1. Some published networks have one; use none to train.</source>
        <translation>Lo que sigue a la última capa. none: nada; clamp: los valores quedan entre 0 y 1; tanh: tangente hiperbólica, −1 a 1; tanh01: (tanh + 1) / 2, 0 a 1. Algunas redes publicadas tienen una; para entrenar, none.</translation>
    </message>
    <message>
        <source>SwinIR: transformer of shifted windows, for models that others have trained</source>
        <translation>SwinIR: transformador de ventanas desplazadas, para modelos que otros han entrenado</translation>
    </message>
    <message>
        <source>Liang et al. 2021, "SwinIR: Image Restoration Using Swin Transformer", figure 2; the defaults are its classical
model. Attention is computed within squares of pixels, which every second block shifts by half, so that it sees far:
tiles are computed with as much around them, and training takes a large graphics card.</source>
        <translation>Liang et al. 2021, «SwinIR: Image Restoration Using Swin Transformer», figura 2; los valores por omisión son los de su modelo clásico. La atención se calcula dentro de cuadrados de píxeles, que uno de cada dos bloques desplaza la mitad, de modo que ve lejos: las teselas se calculan con otro tanto alrededor, y el entrenamiento necesita una tarjeta gráfica grande.</translation>
    </message>
    <message>
        <source>U-Net: encoder–decoder with skip connections</source>
        <translation>U-Net: codificador–decodificador con conexiones de salto</translation>
    </message>
    <message>
        <source>Ronneberger et al. 2015, "U-Net: Convolutional Networks for Biomedical Image Segmentation", figure 1, at the
resolution of the input and with convolutions that keep the size; then sub-pixel convolutions. The up-convolution
2 × 2 is written as what it is, a 1 × 1 convolution and a pixel shuffle. Every pixel shuffle starts as repetition
(ICNR, Aitken et al. 2017), so that no checkerboard appears.</source>
        <translation>Ronneberger et al. 2015, «U-Net: Convolutional Networks for Biomedical Image Segmentation», figura 1, a la resolución de la entrada y con convoluciones que conservan el tamaño; después, convoluciones de subpíxel. La convolución ascendente de 2 × 2 se escribe como lo que es, una convolución de 1 × 1 y un pixel shuffle. Cada pixel shuffle empieza como repetición (ICNR, Aitken et al. 2017), para que no aparezca un patrón de damero.</translation>
    </message>
    <message>
        <source>Channels at the full resolution; each level down doubles them.</source>
        <translation>Canales a plena resolución; cada nivel hacia abajo los duplica.</translation>
    </message>
    <message>
        <source>Depth (levels)</source>
        <translation>Profundidad (niveles)</translation>
    </message>
    <message>
        <source>How often the encoder halves the resolution; PATCH_SIZE must be at least 2 to that power.</source>
        <translation>Cuántas veces el codificador reduce la resolución a la mitad; PATCH_SIZE debe ser al menos 2 elevado a ese número.</translation>
    </message>
    <message>
        <source>small is for computers without a graphics card; medium for a card, or a night on a processor; paper as published, for thousands of tiles and a large card; auto the largest that computer, tiles and MINUTES allow. BACKBONE_OPTIONS take precedence. Blank: the network's defaults.</source>
        <translation>small es para ordenadores sin tarjeta gráfica; medium para una tarjeta, o una noche en un procesador; paper como se publicó, para miles de teselas y una tarjeta grande; auto el mayor que permitan el ordenador, las teselas y MINUTES. BACKBONE_OPTIONS prevalece. En blanco: los valores por defecto de la red.</translation>
    </message>
    <message>
        <source>The training objective: denoising or flow for the diffusion networks sr3 and sr3_uvit, one of the others for all other networks.</source>
        <translation>El objetivo de entrenamiento: denoising o flow para las redes de difusión sr3 y sr3_uvit, uno de los otros para todas las demás.</translation>
    </message>
    <message>
        <source>Adversarial loss (SRGAN, ESRGAN)</source>
        <translation>Pérdida adversaria (SRGAN, ESRGAN)</translation>
    </message>
    <message>
        <source>Pixel loss, and beside it a discriminator that learns to tell results from measured images while the network
learns to pass: sharper pictures at a lower PSNR, whose finest detail is likely but not measured. Start it from
a model that was trained with the pixel loss (PRETRAINED, pixel_only=0). Everything of the perceptual objective
can be added: ESRGAN is adversary=relativistic, feature_weight=1; SRGAN is feature_weight=0.006,
feature_criterion=l2, layers=relu5_4, pixel_weight=0.</source>
        <translation>La pérdida de píxel y, además, un discriminador que aprende a distinguir los resultados de las imágenes medidas mientras la red aprende a engañarlo: imágenes más nítidas con un PSNR menor, cuyo detalle más fino es probable pero no medido. Empiece desde un modelo entrenado con la pérdida de píxel (PRETRAINED, pixel_only=0). Puede añadirse todo lo del objetivo perceptual: ESRGAN es adversary=relativistic, feature_weight=1; SRGAN es feature_weight=0.006, feature_criterion=l2, layers=relu5_4, pixel_weight=0.</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>Criterio</translation>
    </message>
    <message>
        <source>l1: absolute difference; l2: squared difference; charbonnier: a smooth l1 (Lai et al. 2017).</source>
        <translation>l1: diferencia absoluta; l2: diferencia al cuadrado; charbonnier: una l1 suavizada (Lai et al. 2017).</translation>
    </message>
    <message>
        <source>Weight of the pixel loss</source>
        <translation>Peso de la pérdida de píxel</translation>
    </message>
    <message>
        <source>Factor on the pixel loss, ESRGAN's by default; the larger, the closer the result stays to what pixels alone give.</source>
        <translation>Factor de la pérdida de píxel, de forma predeterminada el de ESRGAN; cuanto mayor, más cerca queda el resultado de lo que dan los píxeles por sí solos.</translation>
    </message>
    <message>
        <source>Weight of the feature loss</source>
        <translation>Peso de la pérdida de características</translation>
    </message>
    <message>
        <source>Factor on the feature loss; 0 leaves it out.</source>
        <translation>Factor de la pérdida de características; 0 la omite.</translation>
    </message>
    <message>
        <source>Weight of the Gram loss</source>
        <translation>Peso de la pérdida de Gram</translation>
    </message>
    <message>
        <source>Factor on the difference of Gram matrices; 0 leaves it out.</source>
        <translation>Factor de la diferencia de las matrices de Gram; 0 la omite.</translation>
    </message>
    <message>
        <source>VGG</source>
        <translation>VGG</translation>
    </message>
    <message>
        <source>Which of the two networks looks at the images.</source>
        <translation>Cuál de las dos redes mira las imágenes.</translation>
    </message>
    <message>
        <source>VGG's layers</source>
        <translation>Capas de VGG</translation>
    </message>
    <message>
        <source>Whose features count: conv5_4 is the fourth convolution of the fifth block, relu5_4 the same after its activation.</source>
        <translation>De qué capas cuentan las características: conv5_4 es la cuarta convolución del quinto bloque; relu5_4, la misma después de su activación.</translation>
    </message>
    <message>
        <source>Weights of the layers</source>
        <translation>Pesos de las capas</translation>
    </message>
    <message>
        <source>Factor on each layer's features, in the order of the layers; Gram matrices get their squares.</source>
        <translation>Factor de las características de cada capa, en el orden de las capas; las matrices de Gram reciben sus cuadrados.</translation>
    </message>
    <message>
        <source>Criterion of features</source>
        <translation>Criterio de las características</translation>
    </message>
    <message>
        <source>How features and Gram matrices are compared. l1: absolute difference; l2: squared difference.</source>
        <translation>Cómo se comparan las características y las matrices de Gram. l1: diferencia absoluta; l2: diferencia al cuadrado.</translation>
    </message>
    <message>
        <source>Red, green and blue</source>
        <translation>Rojo, verde y azul</translation>
    </message>
    <message>
        <source>Numbers of the bands that VGG sees as red, green and blue, such as 4,3,2. Blank: by the bands' descriptions, else the first three; of fewer than three bands the first, as grey.</source>
        <translation>Números de las bandas que VGG ve como rojo, verde y azul, como 4,3,2. Vacío: según las descripciones de las bandas o, si no, las tres primeras; con menos de tres bandas, la primera, como gris.</translation>
    </message>
    <message>
        <source>File of VGG's weights</source>
        <translation>Archivo de pesos de VGG</translation>
    </message>
    <message>
        <source>A file with VGG's weights as torchvision has them (.pth or .safetensors), for computers without internet. Blank: the official file, downloaded when first needed.</source>
        <translation>Un archivo con los pesos de VGG tal como los tiene torchvision (.pth o .safetensors), para equipos sin internet. Vacío: el archivo oficial, que se descarga cuando se necesita por primera vez.</translation>
    </message>
    <message>
        <source>Adversary</source>
        <translation>Adversario</translation>
    </message>
    <message>
        <source>standard: measured or made (SRGAN, non-saturating); relativistic: more likely measured than the other images are on average (ESRGAN).</source>
        <translation>standard: medida o generada (SRGAN, no saturante); relativistic: más probablemente medida que las otras imágenes en promedio (ESRGAN).</translation>
    </message>
    <message>
        <source>Weight of the adversarial loss</source>
        <translation>Peso de la pérdida adversaria</translation>
    </message>
    <message>
        <source>Factor on the adversarial loss. Blank: 0.001 for standard, 0.005 for relativistic, as in the papers.</source>
        <translation>Factor de la pérdida adversaria. Vacío: 0.001 con standard, 0.005 con relativistic, como en los artículos.</translation>
    </message>
    <message>
        <source>Pixel loss alone</source>
        <translation>Solo pérdida de píxel</translation>
    </message>
    <message>
        <source>Share of all steps, at the beginning, that use the pixel loss alone; 0 after PRETRAINED.</source>
        <translation>Proporción de todos los pasos, al principio, que aprenden solo de la pérdida de píxel; 0 después de PRETRAINED.</translation>
    </message>
    <message>
        <source>Discriminator's normalisation</source>
        <translation>Normalización del discriminador</translation>
    </message>
    <message>
        <source>batch: as in the papers; spectral: limits how steep the discriminator is, so that it does not win for good.</source>
        <translation>batch: como en los artículos; spectral: limita la pendiente del discriminador para que no gane definitivamente.</translation>
    </message>
    <message>
        <source>Discriminator's features</source>
        <translation>Características del discriminador</translation>
    </message>
    <message>
        <source>Channels of the discriminator's first layer; the others grow with it.</source>
        <translation>Canales de la primera capa del discriminador; los demás crecen con ella.</translation>
    </message>
    <message>
        <source>R1 gradient penalty</source>
        <translation>Penalización de gradiente R1</translation>
    </message>
    <message>
        <source>Factor on the penalty for a discriminator that is steep at measured images (Mescheder et al. 2018, who use 10): it keeps training from collapse, best with discriminator_norm=none or spectral. 0: none.</source>
        <translation>Factor de la penalización de un discriminador con mucha pendiente en las imágenes medidas (Mescheder et al. 2018, que usan 10): evita que el entrenamiento se derrumbe, lo mejor con discriminator_norm=none o spectral. 0: ninguna.</translation>
    </message>
    <message>
        <source>Denoising (diffusion)</source>
        <translation>Eliminación de ruido (difusión)</translation>
    </message>
    <message>
        <source>Noise is added to the high-resolution image, and the network learns to predict it, given the low-resolution image
(SR3: Saharia et al. 2021, algorithm 1). The noise level of each image is drawn between none and that of the
schedule's last step (Chen et al. 2021, "WaveGrad"), so that sampling may take any number of steps. The model keeps
an average of the weights over the last steps.</source>
        <translation>Se añade ruido a la imagen de alta resolución, y la red aprende a predecirlo a partir de la imagen de baja resolución (SR3: Saharia et al. 2021, algoritmo 1). El nivel de ruido se sortea para cada imagen entre ninguno y el del último paso del programa (Chen et al. 2021, «WaveGrad»), de modo que el muestreo puede dar cualquier número de pasos. El modelo conserva una media de los pesos de los últimos pasos.</translation>
    </message>
    <message>
        <source>l1: absolute difference between the noise and the network's prediction of it, as in SR3; l2: squared.</source>
        <translation>l1: diferencia absoluta entre el ruido y su predicción por la red, como en SR3; l2: al cuadrado.</translation>
    </message>
    <message>
        <source>Decay of the average of weights</source>
        <translation>Decaimiento de la media de los pesos</translation>
    </message>
    <message>
        <source>Share of the average that each step keeps; 0 keeps the last weights. Over the first steps it is less, so that a short training is not an average with its own beginning.</source>
        <translation>Proporción de la media que conserva cada paso; 0 conserva los últimos pesos. En los primeros pasos es menor, para que un entrenamiento corto no sea una media con su propio comienzo.</translation>
    </message>
    <message>
        <source>Noise schedule</source>
        <translation>Programa de ruido</translation>
    </message>
    <message>
        <source>How the noise grows over the steps.</source>
        <translation>Cómo crece el ruido a lo largo de los pasos.</translation>
    </message>
    <message>
        <source>Flow matching (few steps)</source>
        <translation>Flow matching (pocos pasos)</translation>
    </message>
    <message>
        <source>The high-resolution image is mixed with noise, x_t = (1 − t) · noise + t · image, and the network learns to predict
the velocity, image − noise, given the low-resolution image (Lipman et al. 2023, "Flow Matching for Generative
Modeling", with σ_min = 0; Liu et al. 2023, "Flow Straight and Fast"). Results take few steps: one gives about what
the pixel objective would, more a sharper one of the possible results. t is drawn evenly between 0 and 1. The model
keeps an average of the weights over the last steps.</source>
        <translation>La imagen de alta resolución se mezcla con ruido, x_t = (1 − t) · ruido + t · imagen, y la red aprende a predecir la velocidad, imagen − ruido, a partir de la imagen de baja resolución (Lipman et al. 2023, «Flow Matching for Generative Modeling», con σ_min = 0; Liu et al. 2023, «Flow Straight and Fast»). Los resultados requieren pocos pasos: uno da aproximadamente lo que daría el objetivo de píxel; más, uno más nítido de los resultados posibles. t se sortea uniformemente entre 0 y 1. El modelo conserva una media de los pesos de los últimos pasos.</translation>
    </message>
    <message>
        <source>l2: squared difference between the velocity and the network's prediction of it, as in the papers; l1: absolute.</source>
        <translation>l2: diferencia al cuadrado entre la velocidad y su predicción por la red, como en los artículos; l1: absoluta.</translation>
    </message>
    <message>
        <source>Pixel and feature loss (VGG)</source>
        <translation>Pérdida de píxel y de características (VGG)</translation>
    </message>
    <message>
        <source>Pixel loss, and beside it the difference between the features that VGG, a network trained on photographs, sees
in result and truth (Johnson et al. 2016), and on request between their Gram matrices, which is texture without
place (Gatys et al. 2016): sharper pictures at a lower PSNR. VGG looks at three bands; the pixel loss is what
teaches the others. The defaults are the U-Net recipe of fast.ai; gram_weight=5000 adds its third term. VGG's
weights are downloaded once (0.5 GB), or read from the file that vgg_weights names.</source>
        <translation>La pérdida de píxel y, además, la diferencia entre las características que VGG, una red entrenada con fotografías, ve en el resultado y en la verdad (Johnson et al. 2016) y, si se pide, entre sus matrices de Gram, que son textura sin posición (Gatys et al. 2016): imágenes más nítidas con un PSNR menor. VGG mira tres bandas; la pérdida de píxel es lo que enseña las demás. Los valores predeterminados son la receta U-Net de fast.ai; gram_weight=5000 añade su tercer término. Los pesos de VGG se descargan una vez (0,5 GB), o se leen del archivo que indica vgg_weights.</translation>
    </message>
    <message>
        <source>Factor on the pixel loss.</source>
        <translation>Factor de la pérdida de píxel.</translation>
    </message>
    <message>
        <source>Pixel loss</source>
        <translation>Pérdida de píxel</translation>
    </message>
    <message>
        <source>The mean difference between result and truth over valid pixels, each band in units of its standard deviation so
that bright bands do not drown dark ones.</source>
        <translation>La diferencia media entre resultado y verdad sobre los píxeles válidos, cada banda en unidades de su desviación estándar para que las bandas claras no oculten las oscuras.</translation>
    </message>
    <message>
        <source>Start from model</source>
        <translation>Empezar desde un modelo</translation>
    </message>
    <message>
        <source>Model package (.srpk) of the same network to start from: to continue its training, or to adapt it to other land, another scale or another objective.</source>
        <translation>Paquete de modelo (.srpk) de la misma red con el que empieza el entrenamiento: para continuar con él, o adaptarlo a otro terreno, otra escala u otro objetivo.</translation>
    </message>
    <message>
        <source>Number of passes over all training tiles. Ignored if MINUTES is set.</source>
        <translation>Número de pasadas por todas las teselas de entrenamiento. Se ignora si se indica MINUTES.</translation>
    </message>
    <message>
        <source>Training time, instead of EPOCHS: the learning-rate schedule follows the clock. Opening the tiles, trials before and the metrics at the end take additional time. If PSNR selects the weights, the log estimates the gain from twice the time. Blank: EPOCHS decides.</source>
        <translation>Tiempo de entrenamiento, en lugar de EPOCHS: el plan de la tasa de aprendizaje sigue el reloj. La apertura de las teselas, las pruebas previas y las métricas finales necesitan tiempo adicional. Si el PSNR elige los pesos, el registro estima la ganancia del doble de tiempo. En blanco: decide EPOCHS.</translation>
    </message>
    <message>
        <source>Patches per step. A larger batch gives steadier gradients, needs more memory, and makes fewer steps per epoch; use 16 or more on a graphics card. 0 finds the largest batch that fits.</source>
        <translation>Parches por paso. Un lote mayor da gradientes más estables, necesita más memoria y deja menos pasos por época; en una tarjeta gráfica, 16 o más. 0 averigua el mayor lote que cabe.</translation>
    </message>
    <message>
        <source>The largest learning rate of the training. Small networks tolerate 0.001, wide ones (256 features) 0.0001. Blank finds it by a short trial, as the log reports.</source>
        <translation>La mayor tasa de aprendizaje del entrenamiento. Las redes pequeñas toleran 0,001; las anchas (256 características), 0,0001. Vacío: se averigua con un breve ensayo, como indica el registro.</translation>
    </message>
    <message>
        <source>The trained model package (.srpk).</source>
        <translation>El paquete de modelo entrenado (.srpk).</translation>
    </message>
    <message>
        <source>Training report</source>
        <translation>Informe de entrenamiento</translation>
    </message>
    <message>
        <source>Self-contained page with settings, learning curves, figures and pictures.</source>
        <translation>Página autónoma con ajustes, curvas de aprendizaje, cifras e imágenes.</translation>
    </message>
    <message>
        <source>Frozen blocks</source>
        <translation>Bloques congelados</translation>
    </message>
    <message>
        <source>Number of first blocks of the network, or below 1 their share, that keep the weights of PRETRAINED. For few tiles of other land. Blank: all blocks are trained.</source>
        <translation>Número de los primeros bloques de la red o, por debajo de 1, su proporción, que conservan los pesos de PRETRAINED. Para pocas teselas de otro terreno. Vacío: aprenden todos los bloques.</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimizador</translation>
    </message>
    <message>
        <source>Computes each step from the gradients.</source>
        <translation>Calcula cada paso a partir de los gradientes.</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>Each weight's step is its average gradient in units of that gradient's usual size (Kingma and Ba 2015). What
nearly all published super-resolution networks were trained with.</source>
        <translation>El paso de cada peso es su gradiente medio en unidades de la magnitud habitual de ese gradiente (Kingma y Ba 2015). Con él se entrenaron casi todas las redes de superresolución publicadas.</translation>
    </message>
    <message>
        <source>Decay of averages</source>
        <translation>Decaimiento de las medias</translation>
    </message>
    <message>
        <source>Shares of the averages of gradients and of their squares that each step keeps; 0.5,0.999 and 0.9,0.99 are common against a discriminator. The schedule one_cycle moves the first.</source>
        <translation>Proporciones de las medias de los gradientes y de sus cuadrados que conserva cada paso; 0.5,0.999 y 0.9,0.99 son habituales frente a un discriminador. El programa one_cycle modifica la primera.</translation>
    </message>
    <message>
        <source>Epsilon</source>
        <translation>Épsilon</translation>
    </message>
    <message>
        <source>Keeps steps finite where gradients vanish; larger is steadier.</source>
        <translation>Mantiene finitos los pasos donde los gradientes se anulan; cuanto mayor, más estable.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Decaimiento de pesos</translation>
    </message>
    <message>
        <source>Factor on the weights that is added to their gradients, against overfitting to few tiles. 0: none.</source>
        <translation>Factor de los pesos que se suma a sus gradientes, contra el sobreajuste a unas pocas teselas. 0: ninguno.</translation>
    </message>
    <message>
        <source>AdamW</source>
        <translation>AdamW</translation>
    </message>
    <message>
        <source>Adam whose weight decay shrinks the weights themselves and does not pass through the averages of gradients
(Loshchilov and Hutter 2019). For transformers such as sr3_uvit, and where there are few tiles.</source>
        <translation>Adam cuyo decaimiento de pesos reduce los propios pesos y no pasa por las medias de los gradientes (Loshchilov y Hutter 2019). Para transformers como sr3_uvit y donde hay pocas teselas.</translation>
    </message>
    <message>
        <source>Share of each weight that a step at learning rate 1 would take away, against overfitting to few tiles.</source>
        <translation>Proporción de cada peso que quitaría un paso con tasa de aprendizaje 1, contra el sobreajuste a unas pocas teselas.</translation>
    </message>
    <message>
        <source>Learning-rate schedule</source>
        <translation>Programa de la tasa de aprendizaje</translation>
    </message>
    <message>
        <source>How the learning rate changes during the training.</source>
        <translation>Cómo varía la tasa de aprendizaje durante el entrenamiento.</translation>
    </message>
    <message>
        <source>The learning rate stays the same: for a training that PATIENCE ends, best together with EMA, which replaces the
fall.</source>
        <translation>La tasa de aprendizaje no cambia: para un entrenamiento que termina PATIENCE, lo mejor junto con EMA, que suple el descenso.</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>Calentamiento</translation>
    </message>
    <message>
        <source>Share of all steps over which the learning rate rises to its full size.</source>
        <translation>Proporción de todos los pasos durante la que la tasa de aprendizaje sube hasta su valor completo.</translation>
    </message>
    <message>
        <source>The learning rate rises over the first steps and then falls to zero along half a cosine (Loshchilov and Hutter
2017, without restarts).</source>
        <translation>La tasa de aprendizaje sube durante los primeros pasos y luego baja hasta cero siguiendo medio coseno (Loshchilov y Hutter 2017, sin reinicios).</translation>
    </message>
    <message>
        <source>One cycle</source>
        <translation>Un ciclo</translation>
    </message>
    <message>
        <source>The learning rate rises from a small part of LEARNING_RATE to all of it and falls to almost nothing, along
cosines, while momentum does the opposite (Smith and Topin 2018, "Super-convergence"). It tolerates a larger
LEARNING_RATE than the others and suits short trainings.</source>
        <translation>La tasa de aprendizaje sube de una pequeña parte de LEARNING_RATE hasta su total y baja hasta casi nada, siguiendo cosenos, mientras el momento hace lo contrario (Smith y Topin 2018, «Super-convergence»). Tolera un LEARNING_RATE mayor que los demás y es apropiado para entrenamientos cortos.</translation>
    </message>
    <message>
        <source>Rise</source>
        <translation>Subida</translation>
    </message>
    <message>
        <source>Share of all steps over which the learning rate rises.</source>
        <translation>Proporción de todos los pasos durante la que sube la tasa de aprendizaje.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>LEARNING_RATE is divided by this at the first step.</source>
        <translation>En el primer paso, LEARNING_RATE se divide por este número.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>The learning rate of the first step is divided by this at the last.</source>
        <translation>En el último paso, la tasa de aprendizaje del primero se divide por este número.</translation>
    </message>
    <message>
        <source>Minimum momentum</source>
        <translation>Momento mínimo</translation>
    </message>
    <message>
        <source>Share of the average gradient that a step keeps where the learning rate is largest.</source>
        <translation>Proporción del gradiente medio que conserva un paso donde la tasa de aprendizaje es máxima.</translation>
    </message>
    <message>
        <source>Maximum momentum</source>
        <translation>Momento máximo</translation>
    </message>
    <message>
        <source>The same at the first and the last step.</source>
        <translation>Lo mismo en el primer y el último paso.</translation>
    </message>
    <message>
        <source>Maximum gradient norm</source>
        <translation>Norma máxima del gradiente</translation>
    </message>
    <message>
        <source>Gradients with a larger norm are scaled down to it, so that one odd batch does not undo what was learnt. 1 is usual for diffusion and adversarial training. Blank: no limit.</source>
        <translation>Los gradientes de norma mayor se reducen a esta, para que un lote anómalo no deshaga lo aprendido. 1 es habitual en el entrenamiento de difusión y adversario. Vacío: sin límite.</translation>
    </message>
    <message>
        <source>Decay of the average of weights (EMA)</source>
        <translation>Decaimiento de la media de los pesos (EMA)</translation>
    </message>
    <message>
        <source>Share of the running average of the weights that each step keeps; the average is validated and kept in place of the last weights. 0.999 suits some thousand steps; 0 keeps the last. Blank: the objective decides, and only denoising and flow average.</source>
        <translation>Proporción de la media móvil de los pesos que conserva cada paso; la media se mide y se conserva en lugar de los últimos pesos. 0.999 es apropiado para algunos miles de pasos; 0 conserva los últimos. Vacío: decide el objetivo, y solo denoising (eliminación de ruido) y flow (flow matching) promedian.</translation>
    </message>
    <message>
        <source>Best epoch by</source>
        <translation>Mejor época según</translation>
    </message>
    <message>
        <source>The model gets the weights of the epoch that is best by this on validation tiles: psnr, ssim, or the objective's own loss. Blank: psnr for the pixel objective, the loss for denoising, flow and perceptual, the last epoch for adversarial.</source>
        <translation>El modelo recibe los pesos de la época que es mejor según esto en las teselas de validación: psnr, ssim o la pérdida del propio objetivo (loss). Vacío: psnr para el objetivo de píxel, la pérdida para los de eliminación de ruido, flow matching y perceptual, la última época para el adversario.</translation>
    </message>
    <message>
        <source>Patience (epochs)</source>
        <translation>Paciencia (épocas)</translation>
    </message>
    <message>
        <source>The training ends after this many epochs without a better one. Blank: it goes on to the last.</source>
        <translation>El entrenamiento termina tras tantas épocas sin una mejor. Vacío: continúa hasta la última.</translation>
    </message>
    <message>
        <source>Brightness jitter</source>
        <translation>Variación del brillo</translation>
    </message>
    <message>
        <source>How far the brightness of patches is changed at random, both resolutions alike: × 1 ± this, and ± this many standard deviations of each band. 0.1 or 0.2 helps with images of other days or sensors. 0: no change.</source>
        <translation>Cuánto se cambia al azar el brillo de los parches, por igual en ambas resoluciones: × 1 ± este valor, y ± tantas desviaciones estándar de cada banda. 0.1 o 0.2 ayuda con imágenes de otros días o sensores. 0: ningún cambio.</translation>
    </message>
    <message>
        <source>CutBlur</source>
        <translation>CutBlur</translation>
    </message>
    <message>
        <source>Share of the patches whose input is made sharp in one rectangle, or everywhere outside it (Yoo et al. 2020): it teaches where to sharpen, for images that are sharper than the tiles' low-resolution side. 0: none.</source>
        <translation>Proporción de los parches cuya entrada se hace nítida en un rectángulo, o en todo lo que queda fuera (Yoo et al. 2020): enseña dónde hay que dar nitidez, para imágenes más nítidas que el lado de baja resolución de las teselas. 0: ninguno.</translation>
    </message>
    <message>
        <source>TensorBoard folder</source>
        <translation>Carpeta de TensorBoard</translation>
    </message>
    <message>
        <source>Curves, and pictures of some validation tiles, are written below this folder during the training; view them with: tensorboard --logdir FOLDER. Every model has its own folder there, named like its file. Blank: none.</source>
        <translation>Durante el entrenamiento se escriben en esta carpeta curvas e imágenes de algunas teselas de validación; véalas con: tensorboard --logdir FOLDER. Cada modelo tiene en ella su propia carpeta, con el nombre de su archivo. Vacío: ninguna.</translation>
    </message>
    <message>
        <source>Width and height of the random patches cut from the tiles; at most the size of a low-resolution tile. Blank: 32, or less where tiles are smaller, as the log says.</source>
        <translation>Anchura y altura de los parches aleatorios que se cortan de las teselas; como mucho el tamaño de una tesela de baja resolución. Vacío: 32, o menos si las teselas son más pequeñas, como dice el registro.</translation>
    </message>
    <message>
        <source>The same seed on the same device gives the same model, unless MINUTES ends the training.</source>
        <translation>La misma semilla en el mismo dispositivo vuelve a entrenar el mismo modelo, salvo si MINUTES termina el entrenamiento.</translation>
    </message>
    <message>
        <source>Where to compute: auto takes an NVIDIA (cuda) or Apple (mps) graphics card if there is one. A number chooses among several cards, from 0.</source>
        <translation>Dónde calcular: auto toma una tarjeta gráfica NVIDIA (cuda) o Apple (mps) si la hay. Un número elige entre varias tarjetas, desde 0.</translation>
    </message>
    <message>
        <source>Licence of the model, such as CC-BY-4.0, which is written into the package. Blank: the licence of the model that training started from, if it has one.</source>
        <translation>Licencia del modelo, como CC-BY-4.0, que se escribe en el paquete. Vacío: la licencia del modelo del que partió el entrenamiento, si la tiene.</translation>
    </message>
    <message>
        <source>Minutes between checkpoints</source>
        <translation>Minutos entre puntos de control</translation>
    </message>
    <message>
        <source>How often the state of the training is saved to a file beside the model that ends in .checkpoint, from which RESUME continues after an interruption. It is removed when the model is saved. 0: never.</source>
        <translation>Cada cuánto se guarda el estado del entrenamiento en un archivo junto al modelo que termina en .checkpoint, desde el que RESUME continúa tras una interrupción. Se elimina al guardar el modelo. 0: nunca.</translation>
    </message>
    <message>
        <source>Continue from checkpoint</source>
        <translation>Continuar desde un punto de control</translation>
    </message>
    <message>
        <source>Checkpoint of an interrupted training to continue from. All other settings must be unchanged, except the learning rate. In a job file also auto: OUTPUT.checkpoint if it exists, otherwise from the beginning.</source>
        <translation>Punto de control de un entrenamiento interrumpido que se continúa. El resto de los ajustes no debe cambiar, salvo la tasa de aprendizaje. En un archivo de tarea también auto: OUTPUT.checkpoint si existe; si no, desde el principio.</translation>
    </message>
    <message>
        <source>neural network</source>
        <translation>red neuronal</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>ajustar</translation>
    </message>
    <message>
        <source>learn</source>
        <translation>aprender</translation>
    </message>
    <message>
        <source>Peak signal-to-noise ratio on the test tiles, or on the validation tiles where there are no test tiles.</source>
        <translation>Relación señal-ruido de pico en las teselas de prueba, o en las de validación si no hay teselas de prueba.</translation>
    </message>
    <message>
        <source>What bicubic resampling reaches on the same tiles.</source>
        <translation>Lo que alcanza el remuestreo bicúbico en las mismas teselas.</translation>
    </message>
    <message>
        <source>Sentinel-2: ten bands from 10 m to 5 m</source>
        <translation>Sentinel-2: diez bandas de 10 m a 5 m</translation>
    </message>
    <message>
        <source>Learnt from pairs of Sentinel-2 and VENµS (SEN2VENµS). Its bands of 20 m must be brought to 10 m first.</source>
        <translation>Aprendido de pares de Sentinel-2 y VENµS (SEN2VENµS). Sus bandas de 20 m deben llevarse antes a 10 m.</translation>
    </message>
    <message>
        <source>Sentinel-2: red, green, blue and near infrared from 10 m to 2.5 m</source>
        <translation>Sentinel-2: rojo, verde, azul e infrarrojo cercano de 10 m a 2,5 m</translation>
    </message>
    <message>
        <source>For reflectance (L2A); the offset of processing baseline 04.00 must be subtracted. CONSISTENCY takes the place of the published model's Fourier filter.</source>
        <translation>Para reflectancia (L2A); hay que restar el desplazamiento de la versión de procesado 04.00. CONSISTENCY ocupa el lugar del filtro de Fourier del modelo publicado.</translation>
    </message>
    <message>
        <source>Sentinel-2: red edge and short-wave infrared from 20 m to 10 m</source>
        <translation>Sentinel-2: borde rojo e infrarrojo de onda corta de 20 m a 10 m</translation>
    </message>
    <message>
        <source>A fusion model for Sentinel-2: ten bands at 10 m, or finer. CONSISTENCY takes the place of the published model's Fourier filter.</source>
        <translation>Un modelo de fusión para «Sentinel-2: diez bandas a 10 m, o más finas». CONSISTENCY ocupa el lugar del filtro de Fourier del modelo publicado.</translation>
    </message>
    <message>
        <source>Sentinel-2: red edge and short-wave infrared from 10 m to 2.5 m</source>
        <translation>Sentinel-2: borde rojo e infrarrojo de onda corta de 10 m a 2,5 m</translation>
    </message>
    <message>
        <source>Its bands must be at 10 m, as SEN2SRLite RSWIR makes them, and its guide at 2.5 m, as SEN2SRLite RGBN makes it. CONSISTENCY takes the place of the published model's Fourier filter.</source>
        <translation>Sus bandas deben estar a 10 m, como las hace SEN2SRLite RSWIR, y su guía a 2,5 m, como la hace SEN2SRLite RGBN. CONSISTENCY ocupa el lugar del filtro de Fourier del modelo publicado.</translation>
    </message>
    <message>
        <source>Aerial and drone images in red, green and blue; learnt from photographs</source>
        <translation>Imágenes aéreas y de dron en rojo, verde y azul; aprendido de fotografías</translation>
    </message>
</context>
</TS>
