"""The menu Raster ▸ Finer."""

from __future__ import annotations

from processing import createAlgorithmDialog
from qgis.core import QgsProcessingUtils, QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QAction, QDockWidget

from .. import help_page_addresses
from ..engine import user_settings
from ..error_help_links import LinkOpener
from ..toolbox_algorithm import ICON
from ..translation import tr
from .comparison_window import ComparisonWindow, find_pair
from .library_window import LibraryWindow
from .map_swipe import MapSwipe
from .settings_window import SettingsWindow
from .start_window import StartWindow
from .status_window import StatusWindow
from .trial_window import TrialWindow

MENU = "Finer"


class Menu:
    """The actions of the menu, and the windows they open."""

    def __init__(self, iface):
        self.iface, self._windows, self._swipe, self._start = iface, [], None, None
        self.actions = [
            self._action(text, function, name)
            for text, function, name in (
                (tr("Super-resolve a layer…"), self.super_resolve, "super_resolve"),
                (tr("Try it here…"), self.try_here, "try_here"),
                (tr("Compare two layers…"), self.compare, "compare"),
                (tr("Compare by swipe"), self.swipe, "swipe"),
                (tr("Model library…"), self.library, "library"),
                (tr("All tools, in the Processing toolbox"), self.toolbox, "toolbox"),
                (tr("Set up the engine…"), self.set_up, "set_up"),
                (tr("State of the engine…"), self.status, "status"),
                (tr("Settings…"), self.settings, "settings"),
                (tr("Get started…"), self.get_started, "get_started"),
                (tr("Quick start"), self.quick_start, "quick_start"),
            )
        ]
        self.actions[0].setIcon(QIcon(str(ICON)))
        for action in self.actions:
            iface.addPluginToRasterMenu(MENU, action)
        self._link_opener = LinkOpener(iface.mainWindow())
        iface.addToolBarIcon(self.actions[0])  # the toolbar for rasters is hidden in a new profile

    def greet(self):
        """Show a new user, once, the window that leads to a first result; not where QGIS' window is not there."""
        if user_settings.is_on(user_settings.GREETED_SETTING) or not self.iface.mainWindow().isVisible():
            return
        QgsSettings().setValue(user_settings.GREETED_SETTING, True)
        self.get_started()

    def get_started(self):
        """Show the window that leads to a first result, in which the engine may be being set up."""
        if self._start is None:
            self._start = StartWindow(self, self.iface.mainWindow())
        self._show(self._start)

    def remove(self):
        """Take the actions out of QGIS' window, and close the windows they opened."""
        self._link_opener.stop()
        self.iface.removeToolBarIcon(self.actions[0])
        for action in self.actions:
            self.iface.removePluginRasterMenu(MENU, action)
        if self._swipe and not _is_gone(self._swipe):
            self._swipe.end()
        if self._start:
            self._start.leave()
        for window in self._windows:
            if not _is_gone(window):
                window.close()

    def super_resolve(self, model=None, layer=None):
        """Open the dialog of "Super-resolve" with a layer, else the active one, and with a model if its path is given."""
        layer = layer or self.iface.activeLayer()
        values = {"INPUT": layer.id()} if isinstance(layer, QgsRasterLayer) else {}
        if model:
            values["MODEL"] = str(model)
        self._run("finer:classify_pixels", values)

    def find_scene(self):
        self._run("finer:find_scene", {})

    def try_here(self, layer=None):
        """Open the window that tries models on the middle of the map, with a layer, else the active one."""
        layer = layer or self.iface.activeLayer()
        layer = layer if isinstance(layer, QgsRasterLayer) else None
        use, canvas = self.super_resolve, self.iface.mapCanvas()
        self._show(TrialWindow(layer, canvas, use, self.iface.mainWindow()))

    def compare(self):
        window = ComparisonWindow(self.iface.activeLayer(), self.iface.mapCanvas(), self.iface.mainWindow())
        self._show(window)

    def swipe(self):
        """Show a layer left of a line across the map whose right side shows its super-resolved version; end it if it is there."""
        if self._swipe and not _is_gone(self._swipe):
            self._swipe.end()
            return
        layer, result = find_pair(self.iface.activeLayer())
        canvas, bar = self.iface.mapCanvas(), self.iface.messageBar()
        shown = canvas.layers()
        if layer is result:
            bar.pushMessage(
                "Finer", tr("Open two raster layers to compare: a raster and its super-resolved version.")
            )
        elif result not in shown or layer in shown[: shown.index(result)]:
            text = tr(
                "Show {result} in the map first, above {layer}.", result=result.name(), layer=layer.name()
            )
            bar.pushMessage("Finer", text)
        else:
            self._swipe = MapSwipe(canvas, layer)
            text = tr(
                "Drag the line: {layer} is on its left. Choose the same menu entry again to stop.",
                layer=layer.name(),
            )
            bar.pushMessage("Finer", text)

    def library(self):
        self._show(LibraryWindow(self.super_resolve, self.iface.mainWindow()))

    def toolbox(self):
        """Show the Processing toolbox with this provider's algorithms expanded."""
        dock = self.iface.mainWindow().findChild(QDockWidget, "ProcessingToolbox")
        if dock is None:  # the user has switched Processing off
            return
        dock.show()
        dock.raise_()
        tree = dock.algorithmTree
        for row in range(tree.model().rowCount()):
            index = tree.model().index(row, 0)
            if index.data(Qt.ItemDataRole.DisplayRole) == MENU:
                tree.expand(index)
                tree.setCurrentIndex(index)
                tree.scrollTo(index)

    def set_up(self):
        self._run("finer:setup_engine", {})

    def status(self):
        self._show(StatusWindow(self.set_up, self.iface.mainWindow()))

    def settings(self):
        self._show(SettingsWindow(self.iface.mainWindow()))

    def quick_start(self):
        QDesktopServices.openUrl(
            QUrl(help_page_addresses.page_url("quick-start", QgsProcessingUtils.tempFolder()))
        )

    def _action(self, text, function, name):
        action = QAction(text, self.iface.mainWindow())
        action.setObjectName(f"finer_{name}")
        action.triggered.connect(lambda _=False: function())
        return action

    def _run(self, algorithm, values):
        self._show(createAlgorithmDialog(algorithm, values))

    def _show(self, window):
        """Show a window, and keep it as long as it is open."""
        self._windows = [each for each in self._windows if not _is_gone(each)] + [window]
        window.show()
        window.raise_()


def _is_gone(window):
    try:
        return not window.isVisible()
    except RuntimeError:  # Qt has deleted it
        return True
