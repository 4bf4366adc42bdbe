"""Links to pages of documentation in dialogs; a case of `window_cases.py`."""

import re
import shutil
from typing import ClassVar

from catalogue_cases import open_dialog, wait_for
from qgis.core import QgsProject, QgsRasterLayer

PAGE = "troubleshooting#a-model-package-cannot-be-read"


def links(folder, interface):
    import finer.processing_provider.dialogs.job_parameters_panel  # noqa: F401, with Processing's dialogs
    from finer.processing_provider import error_help_links
    from finer.processing_provider.engine import worker
    from finer.processing_provider.errors import FinerError
    from finer.processing_provider.windows.background_run import BackgroundRun
    from finer.processing_provider.windows.menu import Menu
    from qgis import utils
    from qgis.PyQt.QtCore import QPoint, Qt
    from qgis.PyQt.QtGui import QDesktopServices
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QTextEdit

    shown, fails, logs, dialogs = {}, [True], [], []

    def run_job(job, is_cancelled):
        yield {"event": "started", "finer": "1", "device_name": "a test"}
        if fails[0]:
            error = FinerError("The model is odd.")
            error.page = PAGE
            raise error
        shutil.copy(job["input"], job["output"])
        yield {"event": "done", "result": {"width": 1, "height": 1}}

    worker.run_job, utils.iface = run_job, interface
    layer = QgsRasterLayer(f"{folder}/a.tif", "a")
    QgsProject.instance().addMapLayer(layer)
    menu = Menu(interface)
    values = {"INPUT": layer.id(), "MODEL": f"{folder}/a.tif"}

    def run(name):
        """Return the last sentence about the model in the log of a dialog's run, and the links there."""
        dialog, ended = open_dialog(name), []
        dialog.show()
        dialog.setParameters(values)
        dialog.algorithmFinished.connect(lambda *_: ended.append(1))
        dialog.runButton().click()
        wait_for(lambda: ended)
        log = next(each for each in dialog.findChildren(QTextEdit) if each.objectName() == "txtLog")
        logs.append(log)
        dialogs.append(dialog)  # whose log it is
        said = [line for line in log.toPlainText().splitlines() if line == "The model is odd."]
        return said[-1:] + re.findall(r'href="(finer-docs:[^"]+)"', log.toHtml())

    shown["log"] = run("classify_pixels")
    shown["workflow"] = run("super_resolve_and_evaluate")
    told = []
    BackgroundRun(
        "finer:classify_pixels", {**values, "OUTPUT": f"{folder}/b.tif"}, lambda *end: told.append(end)
    )
    wait_for(lambda: told)
    shown["background"] = told[0][1]
    fails[0] = False
    shown["fine"] = len(run("classify_pixels"))

    class Desktop:
        """Keeps what would be opened in a browser."""

        opened: ClassVar = []
        openUrl = opened.append

    error_help_links.QDesktopServices = Desktop
    log = logs[0]
    place = log.cursorRect(log.document().find("What to do"))  # the end of the link
    QTest.mouseClick(log.viewport(), Qt.MouseButton.LeftButton, pos=place.center() - QPoint(10, 0))
    error_help_links.QDesktopServices = QDesktopServices
    shown["opened"] = [Desktop.opened[0].path(), Desktop.opened[0].fragment()]
    menu.remove()
    return shown
