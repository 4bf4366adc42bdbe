"""What holds for all runs: where the engine and the models are, and on which device is computed."""

from __future__ import annotations

import os

from qgis.core import QgsSettings
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout

from ..engine import settings
from ..translation import tr

DEVICES = ("auto", "cpu", "cuda", "mps")


class SettingsWindow(QDialog):
    """Shows the settings and keeps them when it is accepted."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setWindowTitle(tr("Settings of Finer"))
        self.resize(620, 0)
        folder, file = QgsFileWidget.StorageMode.GetDirectory, QgsFileWidget.StorageMode.GetFile
        self.home = self._place(folder, settings.HOME_SETTING, str(settings.default_home()))
        self.python = self._place(file, settings.PYTHON_SETTING, tr("the one that “Set up SR engine” makes"))
        self.library = self._place(
            folder, settings.LIBRARY_SETTING, tr("models, in the folder of Finer's files")
        )
        self.device = QComboBox(self)
        for name, text in zip(
            DEVICES,
            (tr("graphics card if there is one"), "CPU", tr("NVIDIA graphics card"), tr("Apple's GPU")),
        ):
            self.device.addItem(text, name)
        self.device.setCurrentIndex(max(0, self.device.findData(settings.device())))
        form = QFormLayout()
        form.addRow(tr("Folder of Finer's files and of its engine"), self.home)
        form.addRow(tr("Model library"), self.library)
        form.addRow(tr("Device of runs set to auto"), self.device)
        form.addRow(tr("Another Python as the engine"), self.python)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        for variable, widget in (("FINER_HOME", self.home), (settings.PYTHON_VARIABLE, self.python)):
            if os.environ.get(variable):
                widget.setEnabled(False)
                layout.addWidget(
                    QLabel(
                        tr(
                            "The environment variable {name} says {value}.",
                            name=variable,
                            value=os.environ[variable],
                        )
                    )
                )
        note = QLabel(tr("What is left blank is where Finer puts it itself, as shown in grey."))
        layout.addWidget(note)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def accept(self):
        for name, value in (
            (settings.HOME_SETTING, self.home.filePath()),
            (settings.PYTHON_SETTING, self.python.filePath()),
            (settings.LIBRARY_SETTING, self.library.filePath()),
            (settings.DEVICE_SETTING, self.device.currentData()),
        ):
            if value and value != "auto":
                QgsSettings().setValue(name, value)
            else:
                QgsSettings().remove(name)
        super().accept()

    def _place(self, mode, setting, default):
        widget = QgsFileWidget(self)
        widget.setStorageMode(mode)
        widget.setFilePath(QgsSettings().value(setting, "", type=str))
        widget.lineEdit().setPlaceholderText(default)
        return widget
