"""What dialogs propose for layers, and the catalogue's page; a case of `window_cases.py`."""

import time
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings


def wait_for(is_done):
    """Let QGIS work until something is done."""
    until = time.monotonic() + 30
    while not is_done() and time.monotonic() < until:
        QgsApplication.processEvents()
        time.sleep(0.01)


def open_dialog(name):
    return (
        QgsApplication.processingRegistry()
        .algorithmById(f"finer:{name}")
        .create()
        .createCustomParametersWidget(None)
    )


def proposals(folder, interface):
    import finer.processing_provider.dialogs.job_parameters_panel  # with Processing's dialogs
    from finer.processing_provider import model_library
    from finer.processing_provider.windows.library_window import LibraryWindow
    from qgis import utils
    from qgis.PyQt.QtWidgets import QMessageBox, QToolButton

    assert finer.processing_provider.dialogs.job_parameters_panel.utils is utils
    model_library.BUNDLED = Path(folder) / "none"
    names = {"rgb3": "ortho", "a": "s2", "dem": "dem"}
    layers = {name: QgsRasterLayer(f"{folder}/{file}.tif", name) for file, name in names.items()}
    QgsProject.instance().addMapLayers(list(layers.values()))
    utils.iface, shown = interface, {}

    dialog = open_dialog("classify_pixels")
    panel = dialog.mainWidget()

    def model():
        panel.refresh_card()
        return Path(panel._value("MODEL")).name if panel._value("MODEL") else ""

    def hint(wanted):
        return wanted if wanted in panel.hint.text() and not panel.hint.isHidden() else panel.hint.text()

    panel._set("INPUT", layers["ortho"].id())
    shown["orthophoto"] = model()
    panel._set("INPUT", layers["s2"].id())
    shown["sentinel_2"] = [model(), panel._value("BANDS")]
    shown["hint"] = [None, panel.hint.isHidden()]
    panel._set("INPUT", layers["dem"].id())
    shown["elevation"] = [model(), hint("No model on this computer or in the catalogue fits dem")]
    own = next(Path(path) for name, path in model_library.list_models().items() if name == "aerial_rgb")
    panel._set("MODEL", str(own))
    panel._set("INPUT", layers["s2"].id())
    shown["own_choice"] = model()

    shown["many"] = []
    for name, values in (
        ("super_resolve_rasters", {"INPUTS": [layers["s2"].id()]}),
        ("super_resolve_rasters", {"INPUTS": None, "INPUT_FOLDER": f"{folder}/photos"}),
        ("evaluate_model", {"TILES": f"{folder}/tiles"}),
    ):
        dialog = open_dialog(name)
        panel = dialog.mainWidget()
        for key, value in values.items():
            panel._set(key, value)
        shown["many"].append(model())

    s2 = model_library.list_models()["s2_rgbn"]
    hidden = s2.rename(s2.with_suffix(".away"))
    dialog = open_dialog("classify_pixels")
    panel = dialog.mainWidget()
    panel._set("INPUT", layers["s2"].id())
    shown["without"] = [model(), hint("The catalogue has: SEN2SRLite RGBN.")]
    hidden.rename(s2)

    QgsSettings().setValue("finer/catalogue", f"{folder}/catalogue.json")
    window = LibraryWindow(lambda path: None, None, layers["s2"])
    page = window.catalogue

    def listed():
        return [page.list.item(row).text().partition("\n")[0] for row in range(page.list.count())]

    shown["listed"] = listed()
    page.layers.setLayer(None)
    shown["all"] = listed()
    page.list.setCurrentRow(0)
    shown["card"] = "Not for commercial use" in page.card._text.text()
    asked = []
    QMessageBox.question = staticmethod(lambda *args: asked.append(args[2]) or QMessageBox.StandardButton.Yes)
    QMessageBox.warning = staticmethod(lambda *args: asked.append(args[2]))
    page.get.click()
    wait_for(lambda: page._run is None)
    shown["asked"] = asked[-1].partition(" (")[0]
    shown["licence"] = "CC-BY-NC-4.0" in asked[-1] and "does not allow commercial use" in asked[-1]
    shown["added"] = [window.list.item(row).text() for row in range(window.list.count())]
    shown["button"] = [page.get.text(), page.get.isEnabled()]

    dialog = open_dialog("get_model")
    button = dialog.findChild(QToolButton, "finer_catalogue")
    next(action for action in button.menu().actions() if "Evoland" in action.text()).trigger()
    card = dialog.mainWidget().card
    shown["get_model"] = [not card.isHidden() and "Apache-2.0" in card._text.text(), "Evoland CARN light"]
    next(action for action in button.menu().actions() if "RSWIR (" in action.text()).trigger()
    shown["guide"] = "B02, B03, B04, B08, pixels 2 times as fine" in card._text.text()
    return shown
