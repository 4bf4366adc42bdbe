"""The one Processing algorithm behind every job of the schema."""

from __future__ import annotations

import json
import os
import tempfile
import traceback
from pathlib import Path

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingMultiStepFeedback,
    QgsProcessingUtils,
)
from qgis.PyQt.QtGui import QIcon

from . import library
from .engine import worker
from .errors import Cancelled, FinerError
from .help_text import help_html
from .layers import Source, extent_in, extent_value
from .parameters import RESOLUTION, definitions, fields, outputs
from .progress import Reporter
from .styling import Look
from .translation import tr
from .values import Asked, destinations, job_values, with_texts_for_enums

ICON = Path(__file__).resolve().parent.parent / "icon.svg"
HOMEPAGE = "https://github.com/finer-sr/finer"


class JobAlgorithm(QgsProcessingAlgorithm):
    """A job, asked for with Processing's parameters and done by the engine."""

    def __init__(self, job, schema):
        super().__init__()
        self.job, self.schema = job, schema

    def createInstance(self):
        return JobAlgorithm(self.job, self.schema)

    def name(self):
        return self.job

    def displayName(self):
        return tr(self.schema["title"])

    def group(self):
        return tr("Super-resolution")

    def groupId(self):
        return "super_resolution"

    def shortDescription(self):
        return tr(self.schema["description"]).partition("\n\n")[0]

    def shortHelpString(self):
        return help_html(self.schema)

    def tags(self):
        english = self.schema["tags"]
        return list(dict.fromkeys([*english, *map(tr, english)]))

    def helpUrl(self):
        return HOMEPAGE

    def icon(self):
        return QIcon(str(ICON))

    def svgIconPath(self):
        return str(ICON)

    def initAlgorithm(self, configuration=None):
        for definition in definitions(self.schema):
            self.addParameter(definition)
        for output in outputs(self.schema):
            self.addOutput(output)

    def checkParameterValues(self, parameters, context):
        parameters = with_texts_for_enums(self.schema, parameters)
        fine, why = super().checkParameterValues(parameters, context)
        if fine:
            try:
                self._read(parameters, context)
            except FinerError as error:
                fine, why = False, tr(error.text, **error.values)
        return fine, why

    def prepareAlgorithm(self, parameters, context, feedback):
        try:
            self._values, self._sources, self._look = self._read(parameters, context)
        except FinerError as error:
            raise QgsProcessingException(tr(error.text, **error.values)) from None
        for source in self._sources.values():
            source.detach()
        return True

    def processAlgorithm(self, parameters, context, feedback):
        written = destinations(Asked(self, parameters, context), self.schema)
        try:
            result = self._run({**self._values, **written}, feedback)
            self._keep_models(written, feedback)
        except Cancelled:
            # Returning normally would look like success to qgis_process and to models.
            raise QgsProcessingException(tr("Cancelled.")) from None
        except FinerError as error:
            raise QgsProcessingException(tr(error.text, **error.values)) from None
        except Exception as error:
            feedback.pushDebugInfo(traceback.format_exc())
            raise QgsProcessingException(
                tr("{kind}: {reason} (the log has the details)", kind=type(error).__name__, reason=error)
            ) from None
        for name in fields(self.schema, "raster-out"):
            look, label = self._look, self.parameterDefinition(name.upper()).description()
            if name in written and look:
                look.give_to(written[name], label, context)
        return {name.upper(): value for name, value in (*written.items(), *result.items())}

    def _read(self, parameters, context):
        """Everything the user set: JSON values, raster sources, and the look of the raster the result is made from.

        Called before the run from the dialog's check, and again from the run, since models skip the check.

        Raises:
            FinerError: it cannot be done; the sentence says what to change.
        """
        asked = Asked(self, parameters, context)
        values = job_values(asked, self.schema)
        layers = {name: self._layer(asked, name) for name in fields(self.schema, "raster-in")}
        layers = {name: layer for name, layer in layers.items() if layer}
        main = next(iter(layers.values()), None)
        sources = {}
        for name in fields(self.schema, "extent"):
            ...
        return values, sources, None
