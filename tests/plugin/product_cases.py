"""Uses the dialog for products of Sentinel-2, for window_cases.py."""

from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer


def products(folder, interface):
    """How the dialog for Sentinel-2 begins, and what its button offers and sets."""
    import shutil

    from finer.processing_provider.dialogs import (  # see `active_layer`
        job_parameters_panel,
        sentinel2_product_button,
    )
    from qgis import utils
    from qgis.PyQt.QtWidgets import QToolButton

    assert job_parameters_panel.utils is utils
    band = Path(folder, "S2A_MSIL1C.SAFE", "GRANULE", "IMG_DATA", "T33UUB_20220610T101031_B02.tif")
    band.parent.mkdir(parents=True)
    shutil.copy(f"{folder}/a.tif", band)
    other, layer = QgsRasterLayer(f"{folder}/a.tif", "a"), QgsRasterLayer(str(band), "B02")
    QgsProject.instance().addMapLayers([other, layer])
    utils.iface = interface

    def opened(active):
        utils.iface.layer = active
        algorithm = QgsApplication.processingRegistry().algorithmById("finer:sharpen_sentinel2").create()
        return algorithm.createCustomParametersWidget(None)

    shown = {"source": layer.source(), "with_another_layer": opened(other).mainWidget()._value("INPUT")}
    dialog = opened(layer)
    panel = dialog.mainWidget()
    shown["with_its_layer"], shown["model"] = panel._value("INPUT"), panel._value("MODEL")
    button = dialog.findChild(QToolButton, "finer_products")
    button.menu().aboutToShow.emit()
    actions = {action.text(): action for action in button.menu().actions()}
    shown["offered"] = list(actions)
    sentinel2_product_button.QFileDialog.getExistingDirectory = lambda *_: "/data/S2A_MSIL2A.SAFE"
    actions["Folder (.SAFE)…"].trigger()
    shown["folder"] = panel._value("INPUT")
    actions["B02"].trigger()
    shown["layer"] = panel._value("INPUT")
    panel._set("MODEL", "plain")
    panel.refresh_card()
    shown["card"] = "EDSR" in panel.card._text.text()
    return shown
