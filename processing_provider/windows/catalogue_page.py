"""The page of the model library that shows the catalogue: what fits a layer, under which licence, and how to get it."""

from __future__ import annotations

from qgis.core import QgsMapLayerProxyModel
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..dialogs.model_card_widget import ModelCard
from ..dialogs.preflight import Preflight, format_bytes
from ..error_help_links import sentence_with_link
from ..errors import Cancelled, FinerError
from ..model_catalogue import download, sources
from ..model_ranking import measure_fit
from ..translation import tr
from .background_run import BackgroundRun

ENTRY = Qt.ItemDataRole.UserRole


class CataloguePage(QWidget):
    """Lists the catalogue's models; `tell_added(path)` is called when one is in the library."""

    def __init__(self, tell_added, layer=None, parent=None):
        super().__init__(parent)
        self._tell_added, self._entries, self._run = tell_added, [], None
        self.list, self.card, self.problem = QListWidget(self), ModelCard(self), QLabel(self)
        self.list.setWordWrap(True)
        self.list.currentItemChanged.connect(lambda *_: self._show_current())
        self.problem.setWordWrap(True)
        self.problem.setOpenExternalLinks(True)
        self.layers = QgsMapLayerComboBox(self)
        self.layers.setFilters(QgsMapLayerProxyModel.RasterLayer)
        self.layers.setAllowEmptyLayer(True)
        self.layers.setLayer(layer)
        self.layers.layerChanged.connect(lambda _: self._fill())
        self.get, self.stop, self.bar = QPushButton(self), QPushButton(tr("Stop"), self), QProgressBar(self)
        for button, action in ((self.get, self._get_current), (self.stop, self.cancel)):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, action=action: action())
        top, middle, right, bottom = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        top.addWidget(QLabel(tr("Only what fits the layer")))
        top.addWidget(self.layers, 1)
        right.addWidget(self.card)
        right.addWidget(self.problem)
        right.addStretch(1)
        middle.addWidget(self.list, 1)
        middle.addLayout(right, 2)
        bottom.addWidget(self.bar, 1)
        bottom.addWidget(self.stop)
        bottom.addStretch(1)
        bottom.addWidget(self.get)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addLayout(middle, 1)
        layout.addLayout(bottom)
        self._show_run(False)
        self._fill()

    def read(self):
        """Read the catalogues, the team's perhaps from its server, and list what is in them."""
        is_closed = [False]
        self.destroyed.connect(lambda *_: is_closed.__setitem__(0, True))
        self.problem.clear()
        try:
            self._entries = sources.list_entries(is_cancelled=lambda: is_closed[0])
        except Cancelled:
            return
        except FinerError as error:
            self._entries = sources.list_known_entries()
            self.problem.setText(sentence_with_link(error))
        self._fill()

    def _fill(self):
        layer, chosen = self.layers.currentLayer(), self._entry()
        fits = [(measure_fit(entry, layer) if layer else None, entry) for entry in self._entries]
        if layer:
            fits = sorted((pair for pair in fits if pair[0]), key=lambda pair: pair[0], reverse=True)
        self.list.clear()
        for _, entry in fits:
            mark = tr("not for commercial use") if entry.is_non_commercial else entry.licence
            item = QListWidgetItem(f"{entry.name}\n{mark}, {format_bytes(entry.size)}", self.list)
            item.setData(ENTRY, entry.id)
            item.setToolTip(tr(entry.purpose))
            if chosen is not None and entry.id == chosen.id:
                self.list.setCurrentItem(item)
        if self.list.currentItem() is None and self.list.count():
            self.list.setCurrentRow(0)
        self._show_current()

    def _entry(self):
        item = self.list.currentItem()
        wanted = item.data(ENTRY) if item else None
        return next((entry for entry in self._entries if entry.id == wanted), None)

    def _show_current(self):
        entry, layer = self._entry(), self.layers.currentLayer()
        self.card.setVisible(entry is not None)
        self.get.setText(tr("Download…"))
        self.get.setEnabled(entry is not None and self._run is None)
        if entry is None:
            return
        self.card.show_entry(entry, list(Preflight(entry, layer).warnings()) if layer else ())
        if download.find_in_library(entry):
            self.get.setText(tr("In the library"))
            self.get.setEnabled(False)

    def _get_current(self):
        """Ask whether the licence is accepted, and download the model while QGIS can be used."""
        entry = self._entry()
        lines = [
            tr("Download {name} ({size})?", name=entry.name, size=format_bytes(entry.size)),
            tr("By {authors}.", authors=entry.authors),
            tr("Licence: {licence}", licence=entry.licence),
        ]
        if entry.is_non_commercial:
            lines.append(tr("This licence does not allow commercial use."))
        if QMessageBox.question(self, tr("Download"), "\n".join(lines)) != QMessageBox.StandardButton.Yes:
            return
        self._run = BackgroundRun("finer:get_model", {"MODEL": entry.id}, self._end, self._show_progress)
        self._show_run(True)

    def cancel(self):
        """Stop the download that runs; what it has is kept for the next one."""
        if self._run:
            self._run.cancel()

    def _end(self, results, problem):
        self._run = None
        self._show_run(False)
        self._show_current()
        if results is not None:
            self._tell_added(results["OUTPUT"])
        elif problem:
            QMessageBox.warning(self, tr("Download"), problem)

    def _show_progress(self, percent):
        self.bar.setValue(round(percent))

    def _show_run(self, is_running):
        self.bar.setValue(0)
        for widget in (self.bar, self.stop):
            widget.setVisible(is_running)
        self.get.setEnabled(not is_running)
