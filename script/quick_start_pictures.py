"""Installs the zip and super-resolves the open layer with the mouse, and takes pictures; run by QGIS for script/quick_start_pictures."""

import json
import os
import shutil
import sys
import traceback
from pathlib import Path

import pyplugin_installer
from qgis.core import QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QRect, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QPainter, QPen
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QDockWidget
from qgis.utils import iface, plugins

OUT = Path(os.environ["FINER_PICTURES"])
PATIENCE = 240  # seconds for any one thing to happen
PAUSE = 250  # milliseconds from one look to the next
STABLE = 8  # looks in a row at which a condition holds before a picture is taken
WINDOW = 1366, 590  # pixels, of a small laptop: what does not fit into its toolbars cannot be pressed


class Mouse:
    """Presses what a user can see and press, and counts the clicks."""

    def __init__(self):
        self.clicks = []

    def click(self, widget):
        """Press the middle of a widget, which must be visible and enabled."""
        middle = widget.rect().center()
        at = QApplication.widgetAt(widget.mapToGlobal(middle))
        if not widget.isEnabled() or not (at is widget or widget.isAncestorOf(at)):
            raise RuntimeError(
                f"{widget.text()!r} cannot be pressed: {at} is there, enabled {widget.isEnabled()}"
            )
        self.clicks.append(widget.text().replace("&", ""))
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)


def highlight(window, widget):
    """Return a picture of a window with a ring around the widget that is pressed next."""
    picture = window.grab()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#d7191c"), 3))
    middle = widget.mapTo(window, widget.rect().center())
    painter.drawEllipse(middle, widget.width() // 2 + 8, widget.height() // 2 + 8)
    painter.end()
    return picture


def save(picture, name):
    """Save a picture under a name."""
    picture.save(str(OUT / f"quick_start_{name}.png"))


def describe_layer(layer):
    """Return a layer's place and style as JSON values."""
    renderer = layer.renderer()
    stretches = (
        renderer.redContrastEnhancement(),
        renderer.greenContrastEnhancement(),
        renderer.blueContrastEnhancement(),
    )
    return {
        "name": layer.name(),
        "size": [layer.width(), layer.height()],
        "extent": layer.extent().toString(3),
        "crs": layer.crs().authid(),
        "bands": [renderer.redBand(), renderer.greenBand(), renderer.blueBand()],
        "stretch": [[each.minimumValue(), each.maximumValue()] for each in stretches],
        "opacity": renderer.opacity(),
    }


def press_all():
    """Install the zip and press what a user presses; yield conditions to wait for."""
    window, canvas, mouse = iface.mainWindow(), iface.mapCanvas(), Mouse()
    (layer,) = QgsProject.instance().mapLayers().values()
    report = {"plugins_before": sorted(plugins)}
    pyplugin_installer.instance().installFromZipFile(os.environ["FINER_ZIP"])
    window.findChild(QDockWidget, "Browser").hide()  # room for the map
    window.showNormal()
    window.resize(*WINDOW)
    yield lambda: not canvas.isDrawing()
    menu = plugins["finer"].menu
    button = iface.pluginToolBar().widgetForAction(menu.actions[0])
    report["plugin"] = sys.modules["finer"].__file__
    save(highlight(window, button), 1)
    before = set(QApplication.topLevelWidgets())
    mouse.click(button)
    yield lambda: menu._windows and menu._windows[-1].isVisible()

    (dialog,) = (each for each in set(QApplication.topLevelWidgets()) - before if hasattr(each, "runButton"))
    dialog.resize(1000, 800)
    yield lambda: True
    panel = dialog.mainWidget()
    report["model"] = Path(panel.wrappers["MODEL"].parameterValue()).stem
    report["warnings"] = panel.card._notes.text() if panel.card._notes.isVisible() else ""
    report["forecast"] = panel.card._forecast.text()
    save(highlight(dialog, dialog.runButton()), 2)
    mouse.click(dialog.runButton())
    yield lambda: len(QgsProject.instance().mapLayers()) == 2 and dialog.runButton().isEnabled()

    close = dialog.buttonBox().button(QDialogButtonBox.StandardButton.Close)
    save(highlight(dialog, close), 3)
    mouse.click(close)
    yield lambda: (sip.isdeleted(dialog) or not dialog.isVisible()) and not canvas.isDrawing()
    top = window.centralWidget().y()  # below the toolbars
    save(window.grab(QRect(0, top, window.width(), window.centralWidget().height())), 4)
    (result,) = (each for each in QgsProject.instance().mapLayers().values() if each is not layer)
    report["clicks"] = mouse.clicks
    report["layer"], report["result"] = describe_layer(layer), describe_layer(result)
    shutil.copy(result.source(), OUT / "quick_start.tif")
    (OUT / "quick_start.json").write_text(json.dumps(report, indent=1, ensure_ascii=False), encoding="utf-8")


def wait_and_continue(work, condition=lambda: True, looks=0, n_true=0):
    """Wait until a condition holds for a while; then continue the generator up to its next condition."""
    try:
        n_true = n_true + 1 if condition() else 0
        if n_true >= STABLE:
            condition, looks, n_true = next(work), 0, 0
        elif looks * PAUSE > PATIENCE * 1000:
            raise TimeoutError("what was waited for did not happen")
    except StopIteration:
        os._exit(0)  # QGIS would ask whether to save the project
    except Exception:
        traceback.print_exc(file=sys.stderr)
        iface.mainWindow().screen().grabWindow(0).save(str(OUT / "quick_start_failed.png"))
        os._exit(1)
    QTimer.singleShot(PAUSE, lambda: wait_and_continue(work, condition, looks + 1, n_true))


QTimer.singleShot(3000, lambda: wait_and_continue(press_all()))
