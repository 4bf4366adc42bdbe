"""The window of the settings for all runs: folders, device, the engine's Python."""

from __future__ import annotations

import os

from qgis.core import QgsSettings
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout

from ..engine import user_settings
from ..translation import tr

DEVICES = ("auto", "cpu", "cuda", "mps")


class SettingsWindow(QDialog):
    """Shows the settings, and saves them when it is accepted."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setWindowTitle(tr("Settings of Finer"))
        self.resize(760, 0)
        folder, file = QgsFileWidget.StorageMode.GetDirectory, QgsFileWidget.StorageMode.GetFile
        models, python = (
            tr("models, in the folder of Finer's files"),
            tr("the one that “Set up SR engine” creates"),
        )
        self.home = self._path_widget(folder, user_settings.HOME_SETTING, str(user_settings.default_home()))
        self.library = self._path_widget(folder, user_settings.LIBRARY_SETTING, models)
        self.python = self._path_widget(file, user_settings.PYTHON_SETTING, python)
        self.catalogue = self._path_widget(file, user_settings.CATALOGUE_SETTING, tr("only that of Finer"))
        self.catalogue.setFilter("*.json")
        self.catalogue.setToolTip(
            tr("A file, or an address (https, http). Its models are listed before Finer's own.")
        )
        self.device = QComboBox(self)
        texts = tr("graphics card if there is one"), "CPU", tr("NVIDIA graphics card"), tr("Apple's GPU")
        for name, text in zip(DEVICES, texts):
            self.device.addItem(text, name)
        self.device.setCurrentIndex(max(0, self.device.findData(user_settings.device())))
        form = QFormLayout()
        form.addRow(tr("Folder for Finer's files and its engine"), self.home)
        form.addRow(tr("Model library"), self.library)
        form.addRow(tr("Your team's catalogue of models"), self.catalogue)
        form.addRow(tr("Device for runs set to auto"), self.device)
        form.addRow(tr("Another Python as the engine"), self.python)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        for name, widget in (
            (user_settings.HOME_VARIABLE, self.home),
            (user_settings.PYTHON_VARIABLE, self.python),
        ):
            value = os.environ.get(name)
            if value:
                widget.setEnabled(False)
                said = tr("The environment variable {name} says {value}.", name=name, value=value)
                layout.addWidget(QLabel(said))
        layout.addWidget(QLabel(tr("Blank fields use the defaults shown in grey.")))
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def accept(self):
        for name, value in (
            (user_settings.HOME_SETTING, self.home.filePath()),
            (user_settings.PYTHON_SETTING, self.python.filePath()),
            (user_settings.LIBRARY_SETTING, self.library.filePath()),
            (user_settings.CATALOGUE_SETTING, self.catalogue.filePath().strip()),
            (user_settings.DEVICE_SETTING, self.device.currentData()),
        ):
            if value and value != "auto":
                QgsSettings().setValue(name, value)
            else:
                QgsSettings().remove(name)
        super().accept()

    def _path_widget(self, mode, setting, default):
        widget = QgsFileWidget(self)
        widget.setStorageMode(mode)
        widget.setFilePath(user_settings.read(setting))
        widget.lineEdit().setPlaceholderText(default)
        return widget
