"""Run as a program: presses things in the plugin's windows, in a QGIS with windows, and prints what they then show.

in_window.py CASE FOLDER; FOLDER holds a.tif (bands B08, B04, B03, B02), FINER_HOME names a home with models.
"""

import importlib.util
import json
import os
import sys
import tempfile
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer

ROOT = Path(__file__).parents[2]


def begun():
    """A QGIS with windows and this plugin's provider."""
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
    """What a panel's widgets hold, and whether they can be used."""
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
    keys = ("SAMPLER", "SEED", "SCALE", "BANDS", "MODEL", "OUTPUT_UNCERTAINTY")
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
    panel._set("SEED", 7)
    shown["sampled"] = state(panel, *keys)
    panel._set("BANDS", [1, 2, 3, 4])
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


CASES = {"classify": classify}

if __name__ == "__main__":
    app, plugin = begun()
    shown = CASES[sys.argv[1]](sys.argv[2])
    print("\n" + json.dumps(shown, default=str), flush=True)
    os._exit(0)  # Qt's widgets and Python's end in no order that both like
