"""Uses the plugin's windows in a QGIS with windows and prints what they show; run as a program.

window_cases.py CASE FOLDER; FOLDER holds a.tif (bands B08, B04, B03, B02), FINER_HOME names a home with models.
"""

import importlib.util
import json
import os
import sys
import tempfile
from pathlib import Path

from catalogue_cases import proposals
from field_cases import all_fields
from link_cases import links
from product_cases import products
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsRectangle
from start_cases import starts
from swipe_cases import swipes
from trial_cases import trials

ROOT = Path(__file__).parents[2]


def start_qgis():
    """Start a QGIS with windows and this plugin's provider."""
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = tempfile.mkdtemp()
    app = QgsApplication([], True)
    app.initQgis()
    sys.path.append(os.path.join(app.pkgDataPath(), "python", "plugins"))
    spec = importlib.util.spec_from_file_location(
        "finer", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    sys.modules["finer"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules["finer"])
    from finer.plugin import FinerPlugin

    plugin = FinerPlugin(None)
    plugin.initProcessing()
    return app, plugin


def state(panel, *keys):
    """Return the values of a panel's widgets, and whether they are enabled."""
    panel.refresh_card()
    return {
        key: [panel.wrappers[key].parameterValue(), panel.wrappers[key].wrappedWidget().isEnabled()]
        for key in keys
    }


def card_text(panel):
    labels = (panel.card._text, panel.card._notes, panel.card._forecast)
    return " ".join(label.text() for label in labels if not label.isHidden())


def classify(folder):
    from qgis.PyQt.QtWidgets import QPushButton, QToolButton

    layer = QgsRasterLayer(f"{folder}/a.tif", "a")
    QgsProject.instance().addMapLayer(layer)
    algorithm = QgsApplication.processingRegistry().algorithmById("finer:classify_pixels").create()
    dialog = algorithm.createCustomParametersWidget(None)
    panel = dialog.mainWidget()
    keys = ("SAMPLER", "SAMPLER_OPTIONS", "SEED", "SCALE", "BANDS", "MODEL", "OUTPUT_UNCERTAINTY")
    shown = {"set_up": bool(dialog.findChild(QPushButton, "finer_set_up"))}
    panel._set("INPUT", layer.id())
    shown["first"] = state(panel, *keys)
    shown["first_card"] = card_text(panel)
    button = dialog.findChild(QToolButton, "finer_models_MODEL")
    button.menu().aboutToShow.emit()
    actions = {action.text(): action for action in button.menu().actions()}
    shown["listed"] = list(actions)
    actions["sampled"].trigger()
    panel._set("SAMPLER", "ddim")
    panel._set("SAMPLER_OPTIONS", "spacing=trailing")
    panel._set("SEED", 7)
    shown["sampled"] = state(panel, *keys)
    panel._set("BANDS", [1, 2, 3, 4])
    panel._set("OUTPUT_UNCERTAINTY", f"{folder}/uncertainty.tif")
    actions["several"].trigger()
    shown["several"] = state(panel, *keys)
    shown["several_card"] = card_text(panel)
    panel._set("MODEL", f"{folder}/a.tif")
    shown["none"] = state(panel, *keys)
    shown["none_card"] = card_text(panel)
    panel._set("MODEL", "")
    panel.refresh_card()
    shown["hidden"] = panel.card.isHidden()
    dialog.setParameters({"MODEL": "sampled", "SAMPLES": 3})
    shown["by_name"] = state(panel, "MODEL", "SAMPLES")
    shown["parameters"] = dialog.createProcessingParameters()["SAMPLES"]
    return shown


class Interface:
    """The parts of QGIS' window that the menu uses."""

    def __init__(self):
        from qgis.gui import QgsMapCanvas, QgsMessageBar
        from qgis.PyQt.QtWidgets import QMainWindow

        self.window, self.actions, self.layer, self.opened = QMainWindow(), [], None, 0
        self.canvas, self.bar = QgsMapCanvas(self.window), QgsMessageBar(self.window)

    def mainWindow(self):
        return self.window

    def activeLayer(self):
        return self.layer

    def mapCanvas(self):
        return self.canvas

    def messageBar(self):
        return self.bar

    def actionAddRasterLayer(self):
        from qgis.PyQt.QtWidgets import QAction

        action = QAction(self.window)
        action.triggered.connect(lambda: setattr(self, "opened", self.opened + 1))
        return action

    def addPluginToRasterMenu(self, name, action):
        self.actions.append(action)

    def removePluginRasterMenu(self, name, action):
        self.actions.remove(action)

    def addToolBarIcon(self, action):
        self.actions.append(action)

    def removeToolBarIcon(self, action):
        self.actions.remove(action)


def windows(folder):
    from finer.processing_provider.engine import user_settings
    from finer.processing_provider.windows.menu import Menu
    from qgis.PyQt import sip
    from qgis.PyQt.QtCore import QEvent
    from qgis.PyQt.QtWidgets import QApplication, QInputDialog, QMessageBox

    def settle():
        for _ in range(20):
            QApplication.processEvents()

    interface, shown = Interface(), {}
    menu = Menu(interface)
    shown["actions"] = [action.objectName() for action in interface.actions]

    source, result = QgsRasterLayer(f"{folder}/a.tif", "a"), QgsRasterLayer(f"{folder}/b.tif", "a SR ×2")
    source.renderer().setOpacity(0.5)
    source.renderer().setGreenBand(4)
    QgsProject.instance().addMapLayers([source, result])
    interface.layer = result
    corner = QgsRectangle(500_100, 3_999_800, 500_200, 3_999_900)
    interface.canvas.setDestinationCrs(source.crs())
    interface.canvas.setExtent(corner)
    menu.compare()
    comparison = menu._windows[-1]
    settle()
    left, right = comparison.canvases
    shown["starts_at"] = left.extent().center().distance(corner.center())
    shown["compared"] = [box.currentLayer().name() for box in comparison.boxes]
    shown["coloured"] = [
        [c.layers()[0].renderer().greenBand(), c.layers()[0].renderer().opacity()] for c in (left, right)
    ]
    left.zoomByFactor(0.5)
    settle()
    shown["together"] = left.extent().toString(3) == right.extent().toString(3)
    comparison.alike.setChecked(False)
    shown["own_colours"] = right.layers()[0].renderer().greenBand()
    shown["untouched"] = [source.renderer().opacity(), result.renderer().greenBand()]

    menu.library()
    library = menu._windows[-1]

    def listed():
        return [library.list.item(row).text() for row in range(library.list.count())]

    shown["models"] = [listed(), library.card._text.text()[:20]]
    QInputDialog.getText = staticmethod(lambda *_, **__: ("better", True))
    library.rename.click()
    shown["renamed"] = [listed(), Path(library.path()).name]
    QMessageBox.question = staticmethod(lambda *_: QMessageBox.StandardButton.Yes)
    library.delete.click()
    shown["deleted"] = listed()

    menu.settings()
    window = menu._windows[-1]
    window.library.setFilePath(f"{folder}/shelf")
    window.device.setCurrentIndex(1)
    window.accept()
    shown["settings"] = [str(user_settings.library_folder()), user_settings.device()]
    menu.settings()
    window = menu._windows[-1]
    shown["settings_again"] = [window.library.filePath(), window.device.currentData()]
    window.library.setFilePath("")
    window.device.setCurrentIndex(0)
    window.accept()
    shown["settings_blank"] = [
        user_settings.library_folder() == user_settings.home() / "models",
        user_settings.device(),
    ]
    algorithm = QgsApplication.processingRegistry().algorithmById("finer:classify_pixels")
    dialog = algorithm.createCustomParametersWidget(None)
    menu._show(dialog)
    for window in (comparison, dialog):
        window.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    shown["deleted_windows"] = [sip.isdeleted(window) for window in (comparison, dialog)]
    menu.remove()
    shown["left"] = len(interface.actions)
    return shown


def active_layer(folder):
    """Whether dialogs for which a raster is optional start with the active layer, and drop it for a folder."""
    import finer.processing_provider.dialogs.job_parameters_panel  # with Processing's dialogs, which make do with no QGIS window
    from qgis import utils

    assert finer.processing_provider.dialogs.job_parameters_panel.utils is utils
    layer = QgsRasterLayer(f"{folder}/a.tif", "a")
    QgsProject.instance().addMapLayer(layer)
    utils.iface = Interface()
    utils.iface.layer = layer
    shown = {}
    for name in ("export_tiles", "find_scene", "train_model", "import_model", "export_model"):
        algorithm = QgsApplication.processingRegistry().algorithmById(f"finer:{name}").create()
        dialog = algorithm.createCustomParametersWidget(None)
        panel = dialog.mainWidget()
        if "INPUT" in panel.wrappers:
            shown[name] = [panel._value("INPUT") == layer.id()]
        elif "MODEL" in panel.wrappers:
            panel._use_trial("m.srpk", layer)
            shown[name] = panel._value("MODEL")
        if "INPUT_FOLDER" in panel.wrappers:
            panel._set("INPUT_FOLDER", folder)
            shown[name].append("INPUT" in dialog.createProcessingParameters())
    return shown


def dialogs(folder):
    """Of each algorithm: whether its dialog is this plugin's, offers models, and shows a card."""
    from qgis.PyQt.QtWidgets import QToolButton

    shown = {}
    for algorithm in QgsApplication.processingRegistry().providerById("finer").algorithms():
        dialog = algorithm.createCustomParametersWidget(None)
        if dialog and hasattr(dialog.mainWidget(), "card"):
            buttons = [
                each.objectName() for each in dialog.findChildren(QToolButton) if "finer" in each.objectName()
            ]
            card = dialog.mainWidget().card
            shown[algorithm.name()] = [sorted(buttons), card is not None and not card.isHidden()]
    return shown


def modeler(folder):
    """Whether the modeler's own dialog offers, for each model that a job takes, the result of another step."""
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog
    from qgis.core import (
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildAlgorithm,
        QgsProcessingModelChildParameterSource,
    )

    model = QgsProcessingModelAlgorithm("a model", "tests")
    child = QgsProcessingModelChildAlgorithm("finer:train_model")
    child.setChildId("train")
    model.addChildAlgorithm(child)
    algorithm = QgsApplication.processingRegistry().algorithmById("finer:classify_pixels").create()
    dialog = ModelerParametersDialog(algorithm, model)
    wrapper = dialog.widget.widget.wrappers["MODEL"]
    wrapper.setWidgetValue(QgsProcessingModelChildParameterSource.fromChildOutput("train", "OUTPUT"))
    chosen = wrapper.value()
    return {"type": type(wrapper).__name__, "chosen": [chosen.outputChildId(), chosen.outputName()]}


def light(folder):
    """What dialogs say, with a button, of tools and models for which the light engine lacks something."""
    import processing
    from qgis.PyQt.QtWidgets import QPushButton

    asked, shown = [], {}
    processing.execAlgorithmDialog = lambda name, values: asked.append([name, values])

    def message(dialog):
        items = dialog.messageBar().items()
        return items[-1].text() if items else ""

    for name in ("train_model", "pansharpen", "setup_engine", "classify_pixels"):
        algorithm = QgsApplication.processingRegistry().algorithmById(f"finer:{name}").create()
        dialog = algorithm.createCustomParametersWidget(None)
        shown[name] = message(dialog)
        if shown[name]:
            dialog.findChild(QPushButton, "finer_set_up").click()
    panel = dialog.mainWidget()
    for model in ("sampled", sys.argv[3], "plain"):
        panel._set("MODEL", model)
        panel.refresh_card()
        shown[model] = message(dialog)
    dialog.findChild(QPushButton, "finer_set_up").click()
    shown["asked"] = asked
    return shown


CASES = {
    "active_layer": active_layer,
    "all_fields": lambda folder: all_fields(folder, Interface()),
    "classify": classify,
    "dialogs": dialogs,
    "light": light,
    "links": lambda folder: links(folder, Interface()),
    "modeler": modeler,
    "products": lambda folder: products(folder, Interface()),
    "proposals": lambda folder: proposals(folder, Interface()),
    "starts": lambda folder: starts(folder, Interface()),
    "swipes": lambda folder: swipes(folder, Interface()),
    "trials": lambda folder: trials(folder, Interface()),
    "windows": windows,
}

if __name__ == "__main__":
    app, plugin = start_qgis()
    shown = CASES[sys.argv[1]](sys.argv[2])
    print("\n" + json.dumps(shown, default=str), flush=True)
    os._exit(0)  # Qt's widgets and Python's end in no order that both like
