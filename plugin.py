"""The plugin that QGIS loads: its provider, its menu, and its translation."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTimer, QTranslator

from .processing_provider.engine import idle_worker
from .processing_provider.provider import FinerProvider

TRANSLATIONS = Path(__file__).parent / "i18n"


class FinerPlugin:
    """Adds the provider to the Processing toolbox, and a menu to QGIS' window."""

    def __init__(self, iface):
        self.iface, self.menu = iface, None
        self.provider = None
        self.translator = None

    def initProcessing(self):
        """Add the provider, in the user's language; all that `qgis_process`, which has no windows, calls."""
        translator = QTranslator()
        if translator.load(QLocale(QgsApplication.locale()), "finer", "_", str(TRANSLATIONS)):
            QCoreApplication.installTranslator(translator)
            self.translator = translator  # Qt does not keep it
        self.provider = FinerProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):
        self.initProcessing()
        try:
            from .processing_provider.windows.menu import Menu
        except ImportError:  # Processing is switched off in the plugin manager, whose dialogs the menu opens
            return
        self.menu = Menu(self.iface)
        if self.iface.mainWindow().isVisible():  # the plugin was switched on just now
            QTimer.singleShot(0, self.menu.greet)
        else:  # QGIS is starting
            self.iface.initializationCompleted.connect(self.menu.greet)

    def unload(self):
        if self.menu:
            self.menu.remove()
        QgsApplication.processingRegistry().removeProvider(self.provider)
        idle_worker.dismiss()
        if self.translator:
            QCoreApplication.removeTranslator(self.translator)
