"""The dialog of a job: Processing's own, with a model's card and a word on the engine.

All parameters keep Processing's own widgets: this only listens to them, and sets them as a user would.
"""

from __future__ import annotations

from processing.gui.AlgorithmDialog import AlgorithmDialog
from processing.gui.ParametersPanel import ParametersPanel
from qgis import utils
from qgis.core import Qgis, QgsProcessingOutputLayerDefinition, QgsProcessingParameters, QgsRasterLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QMenu, QPushButton, QToolButton

from .. import model_file, model_library
from ..engine import locate
from ..errors import FinerError
from ..parameters import RESOLUTION, fields
from ..translation import tr
from .model_card import ModelCard
from .preflight import Preflight

PAUSE = 150  # milliseconds without a change after which the card is brought up to date
SETTING_UP = "finer:setup_engine"


class JobDialog(AlgorithmDialog):
    """The dialog of a job."""

    def getParametersPanel(self, alg, parent):
        return JobPanel(parent, alg, self.in_place, self.active_layer)

    def __init__(self, alg, in_place=False, parent=None):
        super().__init__(alg, in_place, parent)
        self._ask_for_engine()

    def _ask_for_engine(self):
        """Say what is amiss with the engine, beside a button that sets it up."""
        self.messageBar().clearWidgets()  # Processing has shown the provider's warning, which has no button
        problem = locate.shortcoming()
        if problem:
            button = QPushButton(tr("Set up now"))
            button.setObjectName("finer_set_up")
            button.clicked.connect(self._set_up)
            item = self.messageBar().createMessage(problem)
            item.layout().addWidget(button)
            self.messageBar().pushWidget(item, Qgis.MessageLevel.Warning)

    def _set_up(self):
        from processing import execAlgorithmDialog  # which imports all of Processing's dialogs

        execAlgorithmDialog(SETTING_UP, {})
        self._ask_for_engine()


class EngineDialog(AlgorithmDialog):
    """The dialog of what makes or asks the engine: that there is none yet is no news in it."""

    def __init__(self, alg, in_place=False, parent=None):
        super().__init__(alg, in_place, parent)
        self.messageBar().clearWidgets()


class JobPanel(ParametersPanel):
    """The parameters of a job; where it takes a model, with a list of those at hand and the chosen one's card."""

    def initWidgets(self):
        super().initWidgets()
        self._schema = self.algorithm().schema
        self._filled, self._model = None, None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.refresh_card)
        self._begin_with_active_layer()
        for name in fields(self._schema, "srpk-in"):
            self._offer_models(name.upper())
        self.card = None
        if "model" in fields(self._schema, "srpk-in"):
            self._add_card("MODEL")
            for wrapper in self.wrappers.values():
                wrapper.widgetValueHasChanged.connect(lambda *_: self._timer.start())
            self._choose_first_model()
            self.refresh_card()

    def refresh_card(self):
        """Bring the card up to date with what is chosen."""
        chosen = self._value("MODEL")
        try:
            self._model = model_file.read(model_library.located(str(chosen))) if chosen else None
        except FinerError as error:
            self._model = None
            self._allow()
            self.card.show_problem(tr(error.text, **error.values))
            return
        self._allow()
        if self._model is None:
            self.card.hide()
            return
        outlook = self._outlook()
        if outlook is None:
            self.card.show_model(self._model)
            return
        self._fill_bands(outlook)
        warnings = outlook.warnings(self._numbers("BANDS"))
        self.card.show_model(self._model, list(warnings), outlook.forecast(self._values()))

    def _begin_with_active_layer(self):
        """Choose the layer at hand, as QGIS does where a raster must be chosen; not beside a folder of rasters."""
        layer = utils.iface.activeLayer() if utils.iface else None
        if "INPUT" not in self.wrappers or self._value("INPUT") or not isinstance(layer, QgsRasterLayer):
            return
        self._set("INPUT", layer.id())
        if "INPUT_FOLDER" in self.wrappers:
            self.wrappers["INPUT_FOLDER"].widgetValueHasChanged.connect(
                lambda *_: self._set("INPUT", None) if self._value("INPUT_FOLDER") else None
            )

    def _offer_models(self, key):
        """Beside the file of a model, a list of those at hand."""
        button = QToolButton(self)
        button.setObjectName(f"finer_models_{key}")
        button.setText(tr("Models"))
        button.setToolTip(tr("Models that come with Finer, and those in your model library"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._list_models(menu, key))
        button.setMenu(menu)
        self.wrappers[key].wrappedWidget().layout().addWidget(button)

    def _list_models(self, menu, key):
        menu.clear()
        for name, path in model_library.models().items():
            action = menu.addAction(name)
            action.setToolTip(str(path))
            action.triggered.connect(lambda _=False, path=path: self._set(key, str(path)))
        if menu.isEmpty():
            menu.addAction(tr("None yet: train or import one")).setEnabled(False)

    def _choose_first_model(self):
        """So that a first run needs no choice: the model that comes first, where there is any."""
        first = next(iter(model_library.models().values()), None)
        if first and not self._value("MODEL"):
            self._set("MODEL", str(first))

    def _add_card(self, key):
        self.card = ModelCard(self)
        widget = self.wrappers[key].wrappedWidget()
        layout = widget.parentWidget().layout()
        layout.insertWidget(layout.indexOf(widget) + 1, self.card)

    def _allow(self):
        """Grey out, and empty, what the chosen model does not have."""
        model = self._model
        for name, spec in self._schema["properties"].items():
            if "needs" not in spec:
                continue
            has = {
                "diffusion": model and model.is_diffusion,
                "several scales": model and len(model.scales) > 1,
            }
            allowed = model is None or bool(has[spec["needs"]])
            for key in {name.upper(), spec.get("options", name).upper()} & self.wrappers.keys():
                wrapper, definition = self.wrappers[key], self.algorithm().parameterDefinition(key)
                if not allowed and (wrapper.parameterValue() or None) != definition.defaultValue():
                    self._set(key, definition.defaultValue())
                for widget in (wrapper.wrappedWidget(), wrapper.wrappedLabel()):
                    if widget:
                        widget.setEnabled(allowed)

    def _fill_bands(self, outlook):
        """Set the bands that the model wants, unless the user has set others."""
        if "BANDS" not in self.wrappers or (self._numbers("BANDS") or None) not in (None, self._filled):
            return
        fitting = outlook.bands()
        if fitting != self._filled or (fitting and not self._numbers("BANDS")):
            self._filled = fitting
            self._set("BANDS", fitting)

    def _outlook(self):
        layer = self._read("RasterLayer", "INPUT") if "INPUT" in self.wrappers else None
        if layer is None or not layer.isValid():
            return None
        extent, resolution = None, None
        if self._value("EXTENT"):
            parameters, definition = self._given("EXTENT")
            extent = QgsProcessingParameters.parameterAsExtent(
                definition, parameters, self.processing_context, layer.crs()
            )
        if RESOLUTION in self.wrappers and self._value(RESOLUTION):
            resolution = self._read("Double", RESOLUTION)
        return Preflight(self._model, layer, extent, resolution)

    def _values(self):
        """The job's values that are chosen in lists or typed as numbers."""
        values = {
            name: self._value(name.upper())
            for name in self._schema["properties"]
            if name.upper() in self.wrappers
        }
        if values.get("scale"):
            values["scale"] = int(values["scale"])
        return values

    def _numbers(self, key):
        return self._read("Ints", key) if key in self.wrappers and self._value(key) else []

    def _value(self, key):
        value = self.wrappers[key].parameterValue()
        return None if isinstance(value, QgsProcessingOutputLayerDefinition) or not value else value

    def _given(self, key):
        return {key: self.wrappers[key].parameterValue()}, self.algorithm().parameterDefinition(key)

    def _read(self, what, key):
        parameters, definition = self._given(key)
        read = getattr(QgsProcessingParameters, "parameterAs" + what)
        return read(definition, parameters, self.processing_context)

    def _set(self, key, value):
        self.wrappers[key].setParameterValue(value, self.processing_context)
