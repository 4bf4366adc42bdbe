"""The parameters in the dialog of a job, with a list of models, the card of the chosen model, and bands that fit it.

All parameters keep Processing's own widgets: the panel listens to them, and sets them as a user would.
"""

from __future__ import annotations

from pathlib import Path

from qgis import utils
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QMenu, QPushButton, QToolButton

from .. import model_file, model_library
from ..errors import FinerError
from ..layers.extent import read_extent_in_layer_crs
from ..model_ranking import propose_model
from ..parameter_values import job_values
from ..parameters import RESOLUTION, fields
from ..translation import tr
from .catalogue_hint import CatalogueHint
from .dependent_parameters_panel import OPTIONAL, DependentParametersPanel
from .model_card_widget import ModelCard
from .preflight import Preflight
from .sentinel2_product_button import ProductMenu, is_of_product

MODELS_OWN = {"sampler": "sampler", "schedule": "noise_schedule"}
"""A choice that is a say over the model's own -> what the model's own is called in its package."""
EXAMPLES = ("INPUTS", "INPUT_FOLDER", "TILES")
"""Parameters for many rasters on which a model is used."""
REFRESH_DELAY_MS = 150
"""Milliseconds without a change of any parameter after which the card is updated."""


class JobPanel(DependentParametersPanel):
    """The parameters of a job; where the job uses a model, also a list of models and the card of the chosen model."""

    model, on_model_changed = None, None
    """The chosen model, and the function that is called with it when another model is chosen."""
    proposes, _proposed, _proposed_for = False, None, None
    """Whether the panel proposes models; the path of the proposed model; source and scale of the layer it was proposed for."""
    _examples, _example = None, (None, None)
    """Where a model is used on many rasters: the values that say which, and a layer and the scale of one of them."""

    def initWidgets(self):
        uses_model = "model" in fields(self.algorithm().schema, "srpk-in")
        self.proposes = uses_model and not self.algorithm().parameterDefinition("MODEL").flags() & OPTIONAL
        self._filled_bands, self.card = None, None
        super().initWidgets()
        self._start_with_active_layer()
        for name in fields(self._schema, "srpk-in"):
            self._add_model_menu(name.upper())
        for name in fields(self._schema, "product-in"):
            self._add_product_menu(name.upper())
        if uses_model:
            self._add_card("MODEL")
            timer = QTimer(self)
            timer.setSingleShot(True)
            timer.setInterval(REFRESH_DELAY_MS)
            timer.timeout.connect(self.refresh_card)
            for wrapper in self.wrappers.values():
                wrapper.widgetValueHasChanged.connect(lambda *_: timer.start())
            if self._questions:
                self._questions.answered.connect(lambda *_: timer.start())
            self.refresh_card()

    def createProcessingParameters(self, *args, **kwargs):
        parameters = super().createProcessingParameters(*args, **kwargs)
        if "INPUT" in self._hidden_keys() and self._chosen_bands() == self._filled_bands:
            parameters.pop("BANDS", None)  # those of a layer that is not used
        return parameters

    def refresh_card(self):
        """Update the card to the chosen model, layer and parameters."""
        if self.proposes:
            self._propose_model()
        chosen, before, self.model = self._value("MODEL"), self.model, None
        try:
            self.model = model_file.read(model_library.resolve_model(str(chosen))) if chosen else None
        except FinerError as error:
            self._enable_parameters()
            self.card.show_problem(error)
            return
        self._enable_parameters()
        for name in self._option_fields:
            self._refresh_options(name)
        if self.on_model_changed and self.model is not before:
            self.on_model_changed(self.model)
        if self.model is None:
            self.card.hide()
            return
        preflight = self._preflight()
        if preflight is None:
            self.card.show_model(self.model)
            return
        self._fill_bands(preflight)
        warnings = list(preflight.warnings(self._chosen_bands()))
        self.card.show_model(self.model, warnings, self._forecast(preflight))

    def models_own(self, name):
        sampling = self.model.sampling if self.model else {}
        return sampling.get(MODELS_OWN.get(name)) or {}

    def blank_bands(self):
        return tr("Those that the model expects") if self.proposes else super().blank_bands()

    def _start_with_active_layer(self):
        """Choose QGIS' active layer, as Processing does for required rasters; not where a folder of rasters is chosen."""
        layer = utils.iface.activeLayer() if utils.iface else None
        if "INPUT" not in self.wrappers or self._value("INPUT") or not isinstance(layer, QgsRasterLayer):
            return
        if "input" in fields(self._schema, "product-in"):
            if is_of_product(layer):
                self._set("INPUT", layer.source())
            return
        if "input" in fields(self._schema, "raster-in"):  # and no file of weights
            self._set("INPUT", layer.id())

    def _add_product_menu(self, key):
        """Add a button for the folder or a layer of a product beside its file widget."""
        button = ProductMenu(lambda source: self._set(key, source), self)
        self.wrappers[key].wrappedWidget().layout().addWidget(button)

    def _add_model_menu(self, key):
        """Add a list of models beside the file widget of a model."""
        button = QToolButton(self)
        button.setObjectName(f"finer_models_{key}")
        button.setText(tr("Models"))
        button.setToolTip(tr("Models that come with Finer, and those in your model library"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill_model_menu(menu, key))
        button.setMenu(menu)
        self.wrappers[key].wrappedWidget().layout().addWidget(button)
        if key == "MODEL" and self.proposes:
            self._add_trial_button(key)

    def _add_trial_button(self, key):
        """Add a button beside the file widget of a model that tries models on the layer."""
        button = QPushButton(tr("Try it here…"), self)
        button.setObjectName("finer_try_here")
        button.setToolTip(tr("Shows the results of several models for the middle of the map, side by side"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: self._try_here())
        self.wrappers[key].wrappedWidget().layout().addWidget(button)

    def _try_here(self):
        from ..windows.trial_window import TrialWindow  # imported here: the menu opens this window, too

        canvas = utils.iface.mapCanvas() if utils.iface else None
        TrialWindow(self._layer(), canvas, self._use_trial, self.window()).exec()

    def _use_trial(self, path, layer):
        """Choose a model that was tried, and the layer that it was tried on."""
        is_wanted = "input" in fields(
            self._schema, "raster-in"
        )  # and not where a model is exported or evaluated
        if (
            is_wanted and layer.id() in QgsProject.instance().mapLayers()
        ):  # else it is the one that is chosen here
            self._set("INPUT", layer.id())
        self._set("MODEL", path)

    def _fill_model_menu(self, menu, key):
        menu.clear()
        for name, path in model_library.list_models().items():
            action = menu.addAction(name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self._set(key, str(path)))
        if menu.isEmpty():
            menu.addAction(tr("None yet: train or import one")).setEnabled(False)

    def _propose_model(self):
        """Choose the model that fits the layer best, unless the user has chosen a model; without a layer, the first model in the list."""
        layer, scale = self._layer_to_fit()
        if layer is None:
            first = next(iter(model_library.list_models().values()), None)
            if first and self._proposed is None and not self._value("MODEL"):
                self._proposed = str(first)
                self._set("MODEL", self._proposed)
            self._proposed_for = None
            self.hint.hide()
        elif (layer.source(), scale) != self._proposed_for:
            proposal, self._proposed_for = propose_model(layer, scale), (layer.source(), scale)
            self.hint.show_proposal(proposal, layer)
            if self._value("MODEL") == self._proposed:
                self._proposed = proposal.path
                self._set("MODEL", proposal.path or "")

    def _add_card(self, key):
        self.card, self.hint = ModelCard(self), CatalogueHint(self._show_catalogue, self)
        self._insert_below(key, self.hint, self.card)

    def _show_catalogue(self):
        """Open the library's page of the catalogue for the layer; a model that it adds is proposed."""
        from ..windows.library_window import LibraryWindow  # imported here: the menu opens this window, too

        layer, _ = self._layer_to_fit()
        window = LibraryWindow(lambda path: self._set("MODEL", str(path)), self.window(), layer)
        window.exec()
        self._proposed_for = None
        self.refresh_card()

    def _enable_parameters(self):
        """Disable and reset the parameters that the chosen model has no use for; enable the others."""
        model = self.model
        has = {
            "diffusion": model and model.is_diffusion,
            "several scales": model and len(model.scales) > 1,
            "guide": model and model.guide,
        }
        for name, spec in self._schema["properties"].items():
            if "needs" not in spec:
                continue
            is_enabled = model is None or bool(has[spec["needs"]])
            if is_enabled and "owners" in spec:  # an option that only some members of a choice have
                choice = spec["option_of"]
                chosen = self._value(choice.upper()) or self.models_own(choice).get("id")
                is_enabled = chosen is None or chosen in spec["owners"]
            for key in {name.upper(), spec.get("options", name).upper()} & self.wrappers.keys():
                wrapper, default = (
                    self.wrappers[key],
                    self.algorithm().parameterDefinition(key).defaultValue(),
                )
                if not is_enabled and (wrapper.parameterValue() or None) != default:
                    self._set(key, default)
                for widget in filter(None, (wrapper.wrappedWidget(), wrapper.wrappedLabel())):
                    widget.setEnabled(is_enabled)
            if name in self._option_fields:
                self._option_fields[name].setEnabled(is_enabled)

    def _fill_bands(self, preflight):
        """Set the parameter Bands to the bands that the model wants, unless the user has set other bands."""
        chosen = self._chosen_bands()
        if "BANDS" not in self.wrappers or (chosen and chosen != self._filled_bands):
            return
        matching = preflight.matching_bands()
        if matching != self._filled_bands or (matching and not chosen):
            self._filled_bands = matching
            self._set("BANDS", matching)

    def _layer(self):
        """Return the raster layer that the model is to be used on; None where none is chosen, or it is no raster layer."""
        is_asked_for = "INPUT" in self.wrappers and "INPUT" not in self._hidden_keys()
        is_raster = is_asked_for and "input" in fields(self._schema, "raster-in")
        layer = self._read_parameters().read("RasterLayer", "INPUT") if is_raster else None
        return layer if layer is not None and layer.isValid() else None

    def _layer_to_fit(self):
        """Return the layer that a model is proposed for, one of many where there are many, and the scale it needs; else None."""
        layer = self._layer()
        if layer is not None:
            return layer, None
        given = {key: self._value(key) for key in EXAMPLES if key in self.wrappers}
        if given != self._examples:  # else the folder is not read again
            self._examples, self._example = given, (None, None)
            found = self.algorithm().find_example(given, self.processing_context)
            if found:
                layer = found.source
                if not isinstance(layer, QgsRasterLayer):
                    layer = QgsRasterLayer(str(layer), Path(str(layer)).stem)
                self._example = (layer if layer.isValid() else None), found.scale
        return self._example

    def _preflight(self):
        asked, layer = self._read_parameters(), self._layer()
        if layer is None:
            return None
        extent, resolution = None, None
        if asked.raw("EXTENT"):
            extent = read_extent_in_layer_crs(asked, "EXTENT", layer)
        if RESOLUTION in self.wrappers and asked.raw(RESOLUTION):
            resolution = asked.read("Double", RESOLUTION)
        return Preflight(self.model, layer, extent, resolution)

    def _forecast(self, preflight):
        try:
            return preflight.forecast(job_values(self._read_parameters(), self._schema))
        except FinerError:  # a value that is not typed to its end
            return ""

    def _chosen_bands(self):
        return (
            self._read_parameters().read("Ints", "BANDS")
            if "BANDS" in self.wrappers and self._value("BANDS")
            else []
        )
