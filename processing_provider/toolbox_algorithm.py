"""What every algorithm of the provider shows in QGIS' toolbox: Finer's icon, and a Help button that opens its page."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingAlgorithm, QgsProcessingUtils
from qgis.PyQt.QtGui import QIcon

from . import help_pages

ICON = Path(__file__).resolve().parent.parent / "icon.svg"


class ToolboxAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of Finer's."""

    def icon(self):
        return QIcon(str(ICON))

    def svgIconPath(self):
        return str(ICON)

    def helpUrl(self):
        return help_pages.url(help_pages.page_of(self.name()), QgsProcessingUtils.tempFolder())
