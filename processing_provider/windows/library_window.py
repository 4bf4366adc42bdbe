"""The window of the model library: the models that can be chosen, with their cards, to use, rename and delete."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from .. import model_file, model_library
from ..dialogs.model_card_widget import ModelCard
from ..engine import user_settings
from ..error_help_links import sentence_with_link
from ..errors import FinerError
from ..translation import tr
from .catalogue_page import CataloguePage

PATH = Qt.ItemDataRole.UserRole


class LibraryWindow(QDialog):
    """Lists the models and shows the card of the current one; `use(path)` is called to use it.

    A second page shows the catalogue; the window opens with it, for a layer, where one is given.
    """

    def __init__(self, use, parent=None, layer=None):
        super().__init__(parent)
        self.setWindowTitle(tr("Model library"))
        self.resize(940, 420)
        self.list, self.card, self.empty = QListWidget(self), ModelCard(self), QLabel(self)
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(lambda *_: self._show_current())
        self.empty.setWordWrap(True)
        self.empty.setText(
            tr(
                "No models yet. Download one from the catalogue, create one with “Train SR model” or “Import SR "
                "model” in the Processing toolbox, or add a model file with Import…"
            )
        )
        self.use, self.rename, self.delete, self.folder, self.add = (
            self._button(text, action)
            for text, action in (
                (tr("Use…"), lambda: use(self.path())),
                (tr("Rename…"), self._rename),
                (tr("Delete…"), self._delete),
                (tr("Show folder"), self._show_folder),
                (tr("Import…"), self._add),
            )
        )
        buttons, right, top = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        for button in (self.add, self.folder):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.delete, self.rename, self.use):
            buttons.addWidget(button)
        right.addWidget(self.card)
        right.addWidget(self.empty)
        right.addStretch(1)
        top.addWidget(self.list, 1)
        top.addLayout(right, 2)
        own, self.pages = QWidget(self), QTabWidget(self)
        layout = QVBoxLayout(own)
        layout.addLayout(top, 1)
        layout.addLayout(buttons)
        self.catalogue = CataloguePage(self.fill, layer, self)
        self.pages.addTab(own, tr("On this computer"))
        self.pages.addTab(self.catalogue, tr("Catalogue"))
        QVBoxLayout(self).addWidget(self.pages)
        self.fill()
        self.pages.currentChanged.connect(lambda _: self._read_catalogue())
        if layer is not None:
            self.pages.setCurrentWidget(self.catalogue)

    def done(self, result):
        self.catalogue.cancel()
        super().done(result)

    def _read_catalogue(self):
        if self.pages.currentWidget() is self.catalogue:
            self.catalogue.read()

    def fill(self, chosen=None):
        """List the models again, and make the one at the path `chosen` the current one."""
        self.list.clear()
        for name, path in model_library.list_models().items():
            is_bundled = model_library.is_bundled(path)
            item = QListWidgetItem(
                tr("{name} (comes with Finer)", name=name) if is_bundled else name, self.list
            )
            item.setData(PATH, str(path))
            item.setToolTip(str(path))
            if str(path) == str(chosen):
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        self._show_current()

    def path(self):
        """Return the path of the current model; None without one."""
        item = self.list.currentItem()
        return item.data(PATH) if item else None

    def _show_current(self):
        path = self.path()
        own = path is not None and not model_library.is_bundled(path)
        self.rename.setEnabled(own)
        self.delete.setEnabled(own)
        self.use.setEnabled(path is not None)
        self.empty.setVisible(path is None)
        self.card.setVisible(path is not None)
        if path is None:
            return
        try:
            self.card.show_model(model_file.read(path))
        except FinerError as error:
            self.card.show_problem(error)

    def _rename(self):
        old = Path(self.path())
        name, is_accepted = QInputDialog.getText(self, tr("Rename"), tr("Name of the model"), text=old.stem)
        if is_accepted and name.strip() != old.stem:
            self._change(lambda: model_library.rename(old, name))

    def _delete(self):
        path = Path(self.path())
        question = tr("Delete the model {name} for good?\n{path}", name=path.stem, path=path)
        if QMessageBox.question(self, tr("Delete"), question) == QMessageBox.StandardButton.Yes:
            self._change(path.unlink)

    def _add(self):
        known = tr("SR models") + f" (*{model_file.SUFFIX})"
        path, _ = QFileDialog.getOpenFileName(self, tr("Import a model"), "", known)
        if path:
            self._change(lambda: model_library.add(path))

    def _show_folder(self):
        folder = Path(self.path()).parent if self.path() else user_settings.library_folder()
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _change(self, change):
        """Call a function that changes the library, and list the models again; show what it raises."""
        try:
            self.fill(change())
            return
        except FinerError as error:
            problem = sentence_with_link(error)
        except OSError as error:
            problem = tr("{path}: {reason}", path=error.filename or "", reason=error.strerror)
        QMessageBox.warning(self, self.windowTitle(), problem)

    def _button(self, text, action):
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: action())
        return button
