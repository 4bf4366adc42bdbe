"""Opens Finer's windows one after another and takes their pictures; run by QGIS for script/screenshots."""

import os
import sys
import traceback
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.utils import iface, plugins

FOLDER = Path(os.environ["FINER_PICTURES"])
PRODUCT = "SENTINEL2_L1C:/data/S2A_MSIL1C_20220610T101031_N0400_R022_T33UUB_20220610T160000.SAFE/MTD_MSIL1C.xml:10m:EPSG_32633"
"""Source of a layer of a product, which need not be there."""
DIALOGS = {
    "export_tiles": (
        "export_tiles_dialog",
        960,
        {"DEGRADATION": "mtf", "DEGRADATION_OPTIONS": "sensor=sentinel2_msi"},
    ),
    "train_model": ("train_dialog", 960, {"BACKBONE_OPTIONS": "n_feats=32, n_blocks=8"}),
    "find_scene": ("find_scene_dialog", 800, {}),
    "import_model": ("import_dialog", 560, {}),
    "export_model": ("export_dialog", 560, {}),
    "sharpen_sentinel2": ("sentinel2_dialog", 800, {"INPUT": PRODUCT}),
}
"""Algorithm -> the picture of its dialog, its height in pixels, and values that are set in it."""

DELAY = 2500  # milliseconds until a window shows its content


def take_pictures():
    """Take the pictures; yield after each window is opened, which then needs time."""
    layer = QgsRasterLayer(os.environ["FINER_LAYER"], "aerial image")
    result = QgsRasterLayer(os.environ["FINER_RESULT"], "aerial image SR ×4")
    QgsProject.instance().addMapLayer(layer)
    iface.setActiveLayer(layer)
    menu = plugins["finer"].menu

    menu.get_started()
    yield
    menu._start.grab().save(str(FOLDER / "start_window.png"))
    menu._start.close()
    menu.super_resolve()
    dialog = menu._windows[-1]
    dialog.resize(900, 620)
    yield
    dialog.grab().save(str(FOLDER / "dialog_set_up.png"))
    dialog.close()
    QgsProject.instance().addMapLayer(
        result
    )  # not before, for it would tick a step of the window for new users
    menu.compare()
    yield
    menu._windows[-1].grab().save(str(FOLDER / "comparison_window.png"))
    menu.library()
    yield
    menu._windows[-1].grab().save(str(FOLDER / "model_library.png"))
    for algorithm, (name, height, values) in DIALOGS.items():
        menu._run(f"finer:{algorithm}", values)
        dialog = menu._windows[-1]
        dialog.messageBar().clearWidgets()
        dialog.resize(1000, height)
        yield
        dialog.grab().save(str(FOLDER / f"{name}.png"))
        dialog.close()


def run_step(work):
    """Continue a generator after a delay; end QGIS with it."""
    try:
        next(work)
    except StopIteration:
        os._exit(0)  # QGIS would ask whether to save the project
    except Exception:
        traceback.print_exc(file=sys.stderr)
        os._exit(1)
    QTimer.singleShot(DELAY, lambda: run_step(work))


QTimer.singleShot(DELAY, lambda: run_step(take_pictures()))
