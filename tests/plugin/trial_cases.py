"""The window that tries models on the middle of the map; a case of `window_cases.py`."""

from pathlib import Path

from catalogue_cases import open_dialog, wait_for
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle

gdal.UseExceptions()


def enlarge(job, is_cancelled):
    """Do what the engine does, with nearest-neighbour resampling; `faulty` fails."""
    from finer.processing_provider.errors import FinerError

    name = Path(job["model"]).stem
    yield {"event": "started", "finer": "1", "device_name": "a test"}
    if name == "faulty":
        raise FinerError("The model is faulty.")
    left, bottom, right, top = job["extent"]["bounds"]
    bands = [int(band) for band in job["bands"]]
    gdal.Translate(
        job["output"],
        job["input"],
        projWin=(left, top, right, bottom),
        bandList=bands,
        widthPct=200,
        heightPct=200,
    )
    size = gdal.Open(job["output"])
    yield {"event": "progress", "fraction": 1.0, "text": "", "values": {}, "eta": 0}
    result = {"width": size.RasterXSize, "height": size.RasterYSize, "bands_used": ",".join(map(str, bands))}
    yield {"event": "done", "result": result}


def trials(folder, interface):
    import finer.processing_provider.dialogs.job_parameters_panel  # with Processing's dialogs
    from finer.processing_provider import model_library
    from finer.processing_provider.engine import locate, worker
    from finer.processing_provider.windows import trial_window
    from finer.processing_provider.windows.background_run import BackgroundRun
    from finer.processing_provider.windows.menu import Menu
    from qgis import utils
    from qgis.PyQt import sip
    from qgis.PyQt.QtWidgets import QApplication, QPushButton

    assert finer.processing_provider.dialogs.job_parameters_panel.utils is utils
    model_library.BUNDLED, shown = Path(folder) / "none", {}
    jobs, problem = [], ["Set up the engine."]

    def run_job(job, is_cancelled):
        jobs.append(job)
        yield from enlarge(job, is_cancelled)

    worker.run_job, locate.describe_problem = run_job, lambda: problem[0]
    layer = QgsRasterLayer(f"{folder}/a.tif", "s2")
    layer.renderer().setOpacity(0.5)
    layer.renderer().setRedBand(3)
    QgsProject.instance().addMapLayer(layer)
    utils.iface, interface.layer = interface, layer
    interface.canvas.setDestinationCrs(layer.crs())
    interface.canvas.setExtent(QgsRectangle(500_900, 3_998_900, 501_100, 3_999_100))
    menu = Menu(interface)

    def is_idle(window):
        return not window._run and not window._waiting

    def texts(window):
        return [panel.text.text() for panel in window.panels]

    menu.try_here()
    shown["without_engine"] = [menu._windows[-1].problem.text(), len(menu._windows[-1].panels)]
    menu._windows[-1].close()
    problem[0] = ""

    menu.try_here()
    window = menu._windows[-1]
    shown["waiting"] = texts(window)[1:]
    wait_for(lambda: is_idle(window))
    shown["models"] = [window.panels[0].heading.text(), *(p.heading.currentText() for p in window.panels[1:])]
    shown["listed"] = [
        window.panels[1].heading.itemText(row) for row in range(window.panels[1].heading.count())
    ]
    shown["texts"] = texts(window)
    shown["jobs"] = [[Path(job["model"]).stem, job["extent"]["bounds"], job["bands"]] for job in jobs]
    layers = [panel.canvas.layers() for panel in window.panels]
    shown["maps"] = [
        [len(each), *([each[0].renderer().redBand(), each[0].renderer().opacity()] if each else [])]
        for each in layers
    ]
    shown["bicubic"] = [
        type(each[0].resampleFilter().zoomedInResampler()).__name__ for each in layers if each
    ]
    shown["pixel"] = [each[0].rasterUnitsPerPixelX() for each in layers if each]
    window.panels[0].canvas.zoomByFactor(0.5)
    wait_for(lambda: True)
    shown["together"] = len({panel.canvas.extent().toString(2) for panel in window.panels})

    del jobs[:]
    window.panels[1].heading.setCurrentText("zz_fourth")
    wait_for(lambda: is_idle(window))
    shown["another"] = [Path(job["model"]).stem for job in jobs]
    opened = []
    menu._run = lambda algorithm, values: opened.append([algorithm, values])
    window.panels[1].use.click()
    layer_id = layer.id()
    shown["used"] = [
        opened[0][0],
        Path(opened[0][1]["MODEL"]).stem,
        opened[0][1]["INPUT"] == layer_id,
        sip.isdeleted(window) or not window.isVisible(),
    ]

    web = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png&zmax=4", "web", "wms")
    window = trial_window.TrialWindow(web, interface.canvas, None)
    shown["web"] = [window.problem.text(), len(window.panels)]
    window.close()

    told = []
    refused = BackgroundRun(
        "finer:classify_pixels", {"INPUT": layer, "MODEL": ""}, lambda *end: told.append(end)
    )
    wait_for(lambda: told)
    shown["refused"] = [told[0][0], bool(told[0][1]), refused in refused._running]

    del jobs[:]
    interface.canvas.setExtent(QgsRectangle(600_000, 3_998_900, 600_100, 3_999_100))
    menu.try_here()
    window = menu._windows[-1]
    shown["elsewhere"] = window.problem.text()
    run = window._run[1]
    window.close()  # while the first model runs
    wait_for(lambda: run not in run._running)
    shown["closed"] = [run in run._running, len(jobs) <= 1]

    dialog = open_dialog("classify_pixels")
    panel, tried = dialog.mainWidget(), []

    class Window:
        def __init__(self, layer, canvas, use, parent):
            tried.append(layer.id() == layer_id)
            use(f"{folder}/chosen.srpk", layer)

        def exec(self):
            tried.append("shown")

    trial_window.TrialWindow = Window
    dialog.findChild(QPushButton, "finer_try_here").click()
    shown["dialog"] = [tried, Path(panel._value("MODEL")).name]
    QApplication.processEvents()
    return shown
