"""The window for new users, which leads to a first result in three steps: the engine, a model that fits a layer, the run."""

from __future__ import annotations

from html import escape

from qgis.core import Qgis, QgsMapLayerProxyModel, QgsProject, QgsRasterLayer
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
)

from .. import model_file
from ..dialogs.catalogue_hint import CatalogueHint
from ..dialogs.model_card_widget import ModelCard
from ..dialogs.preflight import Preflight
from ..engine import install_stamp, light_engine_limits, locate
from ..model_ranking import propose_model
from ..translation import tr
from .background_run import BackgroundRun
from .comparison_window import RESULT
from .library_window import LibraryWindow

DONE = '<span style="color:#15803d;font-size:x-large"><b>✓</b></span>'
WARNING = '<span style="color:#b45309">⚠ {}</span>'


class StartStep(QFrame):
    """A step: its number or, once it is done, a tick; a heading, a text, and what does it."""

    def __init__(self, number, title, parent):
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._number, self.mark, self.text = number, QLabel(self), QLabel(self)
        self.is_done, heading = False, QLabel(f"<b>{escape(title)}</b>", self)
        self.mark.setFixedWidth(24)
        self.mark.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setOpenExternalLinks(True)
        self.content, self.buttons, row = QVBoxLayout(), QHBoxLayout(), QHBoxLayout(self)
        for widget in (heading, self.text):
            self.content.addWidget(widget)
        self.content.addLayout(self.buttons)
        row.addWidget(self.mark)
        row.addLayout(self.content, 1)

    def add_button(self, text, action):
        """Add a button that calls a function."""
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: action())
        self.buttons.addWidget(button)
        return button

    def show_state(self, is_done, sentence, problem=""):
        """Tick the step if it is done, and say where it stands; a problem, in rich text, stands below that."""
        self.is_done = is_done
        self.mark.setText(DONE if is_done else f'<span style="font-size:x-large">{self._number}</span>')
        lines = [escape(sentence, quote=False)] if sentence else []
        lines += [WARNING.format(problem)] if problem else []
        self.text.setText("<br>".join(lines))
        self.text.setVisible(bool(lines))


class StartWindow(QDialog):
    """Shows the three steps, ticks those that are done, and does the others or opens what does them.

    It follows the project and the engine as long as it is open. An engine that is being set up goes on when it is closed.

    Args:
        menu: the menu, whose entries the buttons are.
        parent: QGIS' window.
    """

    def __init__(self, menu, parent=None):
        super().__init__(parent)
        self.setWindowTitle(tr("Get started with Finer"))
        self.resize(680, 640)
        self._menu, self._run, self._problem, self._model = menu, None, "", None
        introduction = QLabel(
            tr(
                "Three steps to a first super-resolved raster; completed steps are ticked. To open this page "
                "again: Raster ▸ Finer ▸ Get started…"
            ),
            self,
        )
        introduction.setWordWrap(True)
        titles = tr("Set up the engine"), tr("Open a raster: Finer finds a model for it"), tr("Run it")
        self.engine_step, self.layer_step, self.result_step = (
            StartStep(number, title, self) for number, title in enumerate(titles, 1)
        )
        self._fill_engine()
        self._fill_layer()
        self.use, self.attempt, self.compare = (
            self.result_step.add_button(text, action)
            for text, action in (
                (tr("Super-resolve a layer…"), lambda: menu.super_resolve(self._model, self.current_layer())),
                (tr("Try it here…"), lambda: menu.try_here(self.current_layer())),
                (tr("Compare two layers…"), menu.compare),
            )
        )
        self.result_step.buttons.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        quick_start = buttons.addButton(tr("Quick start"), QDialogButtonBox.ButtonRole.HelpRole)
        quick_start.clicked.connect(lambda _=False: menu.quick_start())
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (introduction, self.engine_step, self.layer_step, self.result_step):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addWidget(buttons)
        project = QgsProject.instance()
        for signal in (project.layersAdded, project.layersRemoved):
            signal.connect(self._follow_project)
        self.refresh()

    def _fill_engine(self):
        self.bar, step = QProgressBar(self), self.engine_step
        self.set_up = step.add_button(tr("Set up now"), self.start_set_up)
        self.other_ways = step.add_button(tr("Set it up another way…"), self._menu.set_up)
        self.other_ways.setToolTip(
            tr("With PyTorch, from a folder of packages without internet, or on another Python.")
        )
        self.stop = step.add_button(tr("Stop"), self.stop_set_up)
        step.buttons.insertWidget(0, self.bar, 1)
        step.buttons.addStretch(1)

    def _fill_layer(self):
        step, self.layers = self.layer_step, QgsMapLayerComboBox(self)
        self.card, self.hint = ModelCard(self), CatalogueHint(self._show_catalogue, self)
        self.layers.setFilters(QgsMapLayerProxyModel.RasterLayer)
        active = self._menu.iface.activeLayer()
        if isinstance(active, QgsRasterLayer):
            self.layers.setLayer(active)
        self.layers.layerChanged.connect(lambda _: self.refresh())
        self.open_raster = step.add_button(
            tr("Open a raster…"), lambda: self._menu.iface.actionAddRasterLayer().trigger()
        )
        self.find_scene = step.add_button(tr("Find a satellite scene…"), self._menu.find_scene)
        step.buttons.addStretch(1)
        step.content.insertWidget(2, self.layers)
        for widget in (self.hint, self.card):
            step.content.insertWidget(step.content.count() - 1, widget)

    def current_layer(self):
        """Return the raster layer that is chosen; None where the project has none."""
        return self.layers.currentLayer()

    def refresh(self):
        """Tick what is done, and offer what is next."""
        has_engine = self._show_engine()
        self._show_layer()
        ready = has_engine and self.layer_step.is_done
        results = [name for name in self._layer_names() if RESULT.match(name)]
        if results:
            said = tr("{result} is in the project.", result=results[0])
        elif ready:
            said = tr(
                "“Super-resolve a layer…” opens with the layer and model filled in: press Run. “Try it here…” "
                "super-resolves the middle of the map in seconds."
            )
        else:
            said = tr("Available when the steps above are done.")
        self.result_step.show_state(bool(results), said)
        for button in (self.use, self.attempt):
            button.setEnabled(ready)
        self.compare.setVisible(bool(results))

    def start_set_up(self):
        """Set the engine up in the background."""
        self._problem = ""
        self._run = BackgroundRun("finer:setup_engine", {}, self._end_set_up, self._show_progress)
        self.refresh()

    def stop_set_up(self):
        """Stop setting the engine up; what was there before stays."""
        if self._run:
            self._run.cancel()

    def leave(self):
        """Close the window for good: nothing goes on."""
        if self._run:
            self._run.abandon()
            self._run = None
        self.close()
        self.deleteLater()  # QGIS' window, whose child it is, stays

    def changeEvent(self, event):
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.refresh()  # another window may have set the engine up, or added a model

    def _follow_project(self, *_):
        if self.isVisible():
            self.refresh()

    def showEvent(self, event):
        super().showEvent(event)
        self.refresh()

    def _show_progress(self, percent):
        self.bar.setValue(round(percent))

    def _end_set_up(self, results, problem):
        self._run, self._problem = None, problem
        self.refresh()
        if not self.isVisible() and (problem or results is not None):
            level = Qgis.MessageLevel.Warning if problem else Qgis.MessageLevel.Success
            said = problem or tr("The SR engine is set up on this computer.")
            self._menu.iface.messageBar().pushMessage("Finer", said, level)

    def _show_engine(self):
        """Show the first step, and return whether there is an engine that runs."""
        missing, is_running = locate.describe_problem(), self._run is not None
        is_outdated = not missing and install_stamp.is_outdated()
        if is_running:
            said = tr("Setup is running. You can close this window and continue to use QGIS.")
        elif is_outdated:
            said = tr("Its packages belong to another version of Finer: set it up again to update them.")
        elif missing:
            said = tr(
                "{problem} Setup downloads 80 MB, takes about half a minute, is needed once, and does not "
                "change QGIS' Python.",
                problem=missing,
            )
        else:
            said = tr("The SR engine is set up on this computer.")
        is_done = not (is_running or is_outdated or missing)
        self.engine_step.show_state(is_done, said, self._problem)
        if not is_running:
            self.bar.setValue(0)
        for widget in (self.bar, self.stop):
            widget.setVisible(is_running)
        for widget in (self.set_up, self.other_ways):
            widget.setVisible(not is_running and not is_done)
        return not is_running and not missing

    def _show_layer(self):
        layer, self._model = self.current_layer(), None
        has_layer = layer is not None and layer.isValid()
        self.layers.setVisible(has_layer)
        for widget in (self.card, self.hint):
            widget.hide()
        for widget in (self.open_raster, self.find_scene):
            widget.setVisible(not has_layer)
        if not has_layer:
            said = tr(
                "The project has no raster yet. Open an aerial image, a satellite scene or an orthophoto, or "
                "download a free Sentinel-2 scene of a place."
            )
            self.layer_step.show_state(False, said)
            return
        proposal = propose_model(layer)
        self.hint.show_proposal(proposal, layer)
        if not proposal.path:
            self.layer_step.show_state(False, "")
            return
        model = model_file.read(proposal.path)
        self._model, preflight = model.path, Preflight(model, layer)
        lack = light_engine_limits.describe_lack({}, model)
        self.card.show_model(model, [*preflight.warnings(), *([lack] if lack else [])])
        self.layer_step.show_state(
            True, tr("The model that fits {layer} best is {model}:", layer=layer.name(), model=model.name)
        )

    def _layer_names(self):
        return [layer.name() for layer in QgsProject.instance().mapLayers().values()]

    def _show_catalogue(self):
        """Open the library's page of the catalogue for the layer; what it adds may fit better."""
        layer = self.current_layer()

        def use(path):
            library.close()
            self._menu.super_resolve(path, layer)

        library = LibraryWindow(use, self, layer)
        library.exec()
        self.refresh()
