"""The window that tries models on the middle of the map: side by side, beside bicubic resampling."""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
    QgsMapLayerProxyModel,
    QgsProcessing,
    QgsProcessingContext,
    QgsProject,
    QgsReferencedRectangle,
)
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from .. import model_library
from ..dialogs.catalogue_hint import CatalogueHint
from ..dialogs.preflight import Preflight
from ..engine import light_engine_limits, locate
from ..layers.map_centre import cut_map_middle
from ..layers.pixel_grid import has_pixel_size
from ..layers.styling import LayerStyle
from ..model_ranking import propose_model, rank_models
from ..parameter_values import GivenParameters, job_values
from ..translation import tr
from .background_run import BackgroundRun
from .library_window import LibraryWindow
from .linked_canvases import link_extents
from .trial_panel import TrialPanel, open_result

ALGORITHM = "finer:classify_pixels"
SIDE = 96  # pixels of the layer that are tried, in each direction: a second for a small network on two cores
PICTURES = 1  # row of the grid
MOST = 3  # models side by side


class TrialWindow(QDialog):
    """Runs the models that fit a layer on the middle of the map, one after the other; closing it stops that.

    Args:
        layer: the layer to begin with; None for the first one.
        canvas: the map; None where there is none.
        use: called with the path of a model and the layer, to run it on all of the layer.
    """

    def __init__(self, layer, canvas, use, parent=None):
        super().__init__(parent)
        # Its box follows the project as long as it exists.
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Try models on the middle of the map"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.resize(1240, 500)
        self._canvas, self._use = canvas, use
        self._run, self._waiting, self.panels = None, [], []
        self.layers = QgsMapLayerComboBox(self)
        self.again = QPushButton(tr("Try the map's middle again"), self)
        self.layers.setFilters(QgsMapLayerProxyModel.RasterLayer)
        if layer is not None:
            self.layers.setAdditionalLayers([layer])  # a dialog's need not be the project's
            self.layers.setLayer(layer)
        self.layers.layerChanged.connect(lambda _: self.start())
        QgsProject.instance().layersRemoved.connect(self._follow_project)
        self.again.setAutoDefault(False)
        self.again.clicked.connect(lambda _=False: self.start())
        self.problem, self.hint = QLabel(self), CatalogueHint(self._show_catalogue, self)
        self.problem.setWordWrap(True)
        top, self._grid, layout = QHBoxLayout(), QGridLayout(), QVBoxLayout(self)
        self._grid.setRowStretch(PICTURES, 1)
        top.addWidget(self.layers, 1)
        top.addWidget(self.again)
        layout.addLayout(top)
        layout.addWidget(self.problem)
        layout.addWidget(self.hint)
        layout.addLayout(self._grid, 1)
        self.start()

    def _follow_project(self, *_):
        if self.panels and sip.isdeleted(self._layer):
            self.start()

    def start(self):
        """Try the models that fit the layer on the middle of the map as it is now."""
        self._stop()
        for panel in self.panels:
            for each in (panel, *panel.widgets()):
                each.deleteLater()
        for column in range(len(self.panels)):
            self._grid.setColumnStretch(column, 0)
        self.panels, layer = [], self.layers.currentLayer()
        self.hint.hide()
        refusal = self._refusal(layer)
        self._say(refusal)
        if refusal:
            return
        self._layer, self._style = layer, LayerStyle(layer, layer.rasterUnitsPerPixelX())
        self._extent, is_shown = cut_map_middle(layer, self._canvas, SIDE)
        if self._canvas and not is_shown:
            self._say(
                tr(
                    "The middle of the map is outside {layer}: the middle of the layer is shown.",
                    layer=layer.name(),
                )
            )
        # What takes many steps comes last, so that the first pictures are there at once.
        models = sorted((model for _, model in rank_models(layer)), key=lambda model: model.is_diffusion)
        self.hint.show_proposal(propose_model(layer), layer)
        self.panels = [TrialPanel([], 0, self)]
        self.panels += [TrialPanel(models, first, self) for first in range(min(MOST, len(models)))]
        for column, panel in enumerate(self.panels):
            self._grid.setColumnStretch(column, 1)
            for row, widget in enumerate(panel.widgets()):
                self._grid.addWidget(widget, row, column)
                widget.show()
            panel.model_changed.connect(lambda panel=panel: self._try(panel))
            panel.wanted.connect(lambda panel=panel: self._use_model(panel.model().path))
        link_extents([panel.canvas for panel in self.panels])
        bicubic = layer.clone()
        self._style.apply(bicubic)  # which is opaque, as those of the results
        self.panels[0].show_layer(bicubic)
        QTimer.singleShot(0, self._show_extent)  # when the maps have their size
        for panel in self.panels[1:]:
            self._try(panel)

    def done(self, result):
        self._stop()
        super().done(result)

    def _refusal(self, layer):
        """Return why no model can be tried; an empty text if some can."""
        if layer is None or not layer.isValid():
            return tr("Open a raster layer to try models on.")
        if not has_pixel_size(layer):
            return tr(
                "Models cannot be tried on {layer}, which has no pixel size of its own: super-resolve a small extent of it "
                "instead.",
                layer=layer.name(),
            )
        return locate.describe_problem() or ""

    def _say(self, sentence):
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _show_extent(self):
        for panel in self.panels:
            panel.canvas.setDestinationCrs(self._layer.crs())
            panel.canvas.setExtent(self._extent)
            panel.canvas.refresh()

    def _try(self, panel):
        """Run a panel's model when those before it are done; a run for another model of the panel is given up."""
        panel.show_layer(None)
        self._waiting = [each for each in self._waiting if each is not panel]
        if self._run and self._run[0] is panel:
            self._run[1].abandon()
            self._run = None
        lack = light_engine_limits.describe_lack(self._algorithm().schema, panel.model())
        panel.show_text(lack or tr("Waiting…"))
        if not lack:
            self._waiting.append(panel)
            self._run_next()

    def _run_next(self):
        if self._run or not self._waiting:
            return
        panel = self._waiting.pop(0)
        panel.show_text(tr("Computing…"))
        values = {
            **self._values(panel.model()),
            "EXTENT": QgsReferencedRectangle(self._extent, self._layer.crs()),
            "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT,
        }
        run = BackgroundRun(ALGORITHM, values, lambda results, problem: self._end(panel, results, problem))
        self._run = panel, run

    def _end(self, panel, results, problem):
        self._run = None
        if results is None:
            panel.show_problem(problem or tr("Cancelled."))
        else:
            self._style.bands = [int(band) for band in str(results["BANDS_USED"]).split(",") if band]
            panel.show_layer(open_result(results["OUTPUT"], self._style))
            self._show_whole(panel)
        self._run_next()

    def _show_whole(self, panel):
        """Say how large the result of the whole layer is, how long it takes, and what does not fit."""
        preflight, algorithm = Preflight(panel.model(), self._layer), self._algorithm()
        given = GivenParameters(algorithm, self._values(panel.model()), QgsProcessingContext())
        forecast = preflight.forecast(job_values(given, algorithm.schema))
        panel.show_text(tr("The whole layer: {forecast}", forecast=forecast), preflight.warnings())

    def _values(self, model):
        """Return the parameters of a run with a model, but extent and result, as the dialog fills them."""
        bands = Preflight(model, self._layer).matching_bands()
        return {"INPUT": self._layer, "MODEL": model.path, **({"BANDS": bands} if bands else {})}

    def _use_model(self, path):
        layer = self._layer
        self.close()
        self._use(path, layer)

    def _show_catalogue(self):
        """Open the library's page of the catalogue for the layer; what it adds is tried."""
        before, wanted = list(model_library.list_models()), []

        def choose(path):
            wanted.append(path)
            library.close()

        library = LibraryWindow(choose, self, self._layer)
        library.exec()
        if wanted:
            self._use_model(wanted[0])
        elif list(model_library.list_models()) != before:
            self.start()

    def _stop(self):
        self._waiting = []
        if self._run:
            self._run[1].abandon()
            self._run = None

    @staticmethod
    def _algorithm():
        return QgsApplication.processingRegistry().algorithmById(ALGORITHM)
