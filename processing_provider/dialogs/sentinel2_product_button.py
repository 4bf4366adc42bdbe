"""A button beside the file of a Sentinel-2 product: its folder, or a layer of it that is open in QGIS."""

from __future__ import annotations

import re

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QFileDialog, QMenu, QToolButton

from ..translation import tr

PRODUCT = re.compile(r"^SENTINEL2_L(1C|2A)|MSIL(1C|2A)|MTD_SAFL(1C|2A)|\.SAFE([/\\]|$)")
"""What sources of layers of a product have in them."""


def is_of_product(layer):
    """Return whether a layer is one of a product of Sentinel-2."""
    return isinstance(layer, QgsRasterLayer) and bool(PRODUCT.search(layer.source()))


class ProductMenu(QToolButton):
    """Offers the folder of a product, which a file widget does not take, and the layers of products.

    Args:
        choose: called with what was chosen.
        parent: the widget that it belongs to.
    """

    def __init__(self, choose, parent=None):
        super().__init__(parent)
        self._choose = choose
        self.setObjectName("finer_products")
        self.setText(tr("Folder or layer"))
        self.setToolTip(tr("A product that is unpacked (.SAFE), or one of which a layer is open"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)

    def _fill(self):
        menu = self.menu()
        menu.clear()
        menu.addAction(tr("Folder (.SAFE)…")).triggered.connect(self._choose_folder)
        for layer in filter(is_of_product, QgsProject.instance().mapLayers().values()):
            action = menu.addAction(layer.name())
            action.triggered.connect(lambda _=False, layer=layer: self._choose(layer.source()))

    def _choose_folder(self):
        folder = QFileDialog.getExistingDirectory(self, tr("Folder of a Sentinel-2 product"))
        if folder:
            self._choose(folder)
