"""The one Processing algorithm behind every job of the schema."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress

from qgis.core import (
    QgsApplication,
    QgsProcessingMultiStepFeedback,
    QgsProcessingUtils,
)

from . import model_file, model_library
from .dialogs import run_timings
from .engine import settings, worker
from .error_reporting import in_one_sentence
from .errors import Cancelled, FinerError
from .help_text import help_lines, paragraphs
from .layers.layer_source import LayerSource, extent_in, extent_value
from .layers.polygons import PolygonLayer
from .layers.provenance import metadata
from .layers.styling import Look, SpreadLook
from .parameters import RESOLUTION, definitions, fields, outputs
from .progress import Reporter
from .toolbox_algorithm import ToolboxAlgorithm
from .translation import tr
from .values import Asked, check_numbers, check_suffixes, destinations, job_values, with_texts_for_enums


class JobAlgorithm(ToolboxAlgorithm):
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
        return paragraphs(self.schema["description"])[0]

    def shortHelpString(self):
        if QgsApplication.platform() == "qgis_process":
            # It prints this as plain text, after the short description and before the parameters with their help.
            return "\n\n".join(paragraphs(self.schema["description"])[1:])
        definitions = self.parameterDefinitions()
        asked = [(shown.description(), shown.help()) for shown in definitions if not shown.isDestination()]
        written = [(shown.description(), shown.help()) for shown in definitions if shown.isDestination()]
        numbers = [(tr(spec["title"]), tr(spec["description"])) for spec in self.schema["result"].values()]
        return help_lines(self.schema["description"], asked, written + numbers)

    def tags(self):
        english = self.schema["tags"]
        return list(dict.fromkeys([*english, *map(tr, english)]))

    def createCustomParametersWidget(self, parent=None):
        # Processing's own widgets in it, and none in the parameters, since those would take the modeler's away.
        from .dialogs.job_dialog import JobDialog  # needs windows, which qgis_process has not

        return JobDialog(self.create(), parent=parent)

    def initAlgorithm(self, configuration=None):
        for definition in definitions(self.schema):
            self.addParameter(definition)
        for output in outputs(self.schema):
            self.addOutput(output)

    def checkParameterValues(self, parameters, context):
        parameters = with_texts_for_enums(self.schema, parameters)
        try:
            check_numbers(Asked(self, parameters, context), self.schema)
            fine, why = super().checkParameterValues(parameters, context)
            if fine:
                self._read(parameters, context)
        except FinerError as error:
            fine, why = False, tr(error.text, **error.values)
        return fine, why

    def prepareAlgorithm(self, parameters, context, feedback):
        with in_one_sentence(self, feedback):
            self._values, self._sources, layers, self._polygons = self._read(parameters, context)
            self._versions = {}
            self._looks = {
                name: (SpreadLook if spec.get("shows") == "spread" else Look)(
                    layers[spec["like"]],
                    self._sources[spec["like"]].pixel_size,
                    self._values.get(spec.get("bands")),
                )
                for name, spec in fields(self.schema, "raster-out").items()
                if spec.get("like") in layers
            }
            for source in self._sources.values():
                source.detach()
        return True

    def processAlgorithm(self, parameters, context, feedback):
        with in_one_sentence(self, feedback):
            written = destinations(Asked(self, parameters, context), self.schema)
            result = self._run(written, feedback)
            self._keep_models(written, feedback)
            for name, look in self._looks.items():
                if name in written:
                    label = self.parameterDefinition(name.upper()).description()
                    history = metadata(self.displayName(), self._values, self._versions, result)
                    look.give_to(written[name], label, context, history)
        return {
            name.upper(): value for name, value in (*written.items(), *result.items()) if value is not None
        }

    def _read(self, parameters, context):
        """What the user set: the job's JSON values, and by field name its raster sources, their layers, its polygons.

        Called by the dialog's check and again before the run, since models do not check.

        Raises:
            FinerError: it cannot be done; the sentence says what to change.
        """
        asked = Asked(self, parameters, context)
        values, layers, extents = job_values(asked, self.schema), {}, {}
        check_suffixes(asked, self.schema)
        for name in fields(self.schema, "raster-in"):
            if asked.raw(name.upper()) is not None:
                layers[name] = asked.read("RasterLayer", name.upper())
                if layers[name] is None:
                    raise FinerError("{reason}", reason=self.invalidRasterError(parameters, name.upper()))
        for name in fields(self.schema, "extent"):
            if asked.raw(name.upper()) is not None:
                values[name] = extent_value(asked, name.upper(), next(iter(layers.values()), None))
                extents = {field: extent_in(asked, name.upper(), layer) for field, layer in layers.items()}
        polygons = {}
        for name in fields(self.schema, "polygons-in"):
            if asked.raw(name.upper()) is not None:
                source = asked.read("Source", name.upper())
                if source is None:
                    raise FinerError("{reason}", reason=self.invalidSourceError(parameters, name.upper()))
                polygons[name] = PolygonLayer(name.upper(), source)
        resolution = None
        if self.parameterDefinition(RESOLUTION) and asked.raw(RESOLUTION) is not None:
            resolution = asked.read("Double", RESOLUTION)
        sources = {
            name: LayerSource(name.upper(), layer, extents.get(name), resolution)
            for name, layer in layers.items()
        }
        return values, sources, layers, polygons

    def _run(self, written, feedback):
        """Have the engine do the job; the numbers it hands back."""
        result = {}
        fetched = [name for name, source in self._sources.items() if not source.path]
        steps = QgsProcessingMultiStepFeedback(len(fetched) + 1, feedback)
        with tempfile.TemporaryDirectory(prefix="finer-", dir=QgsProcessingUtils.tempFolder()) as folder:
            paths = {
                name: source.path or os.path.join(folder, f"{name}.tif")
                for name, source in self._sources.items()
            }
            for step, name in enumerate(fetched):
                steps.setCurrentStep(step)
                self._sources[name].write(paths[name], steps)
                if feedback.isCanceled():
                    raise Cancelled
            for name, polygons in self._polygons.items():
                paths[name] = os.path.join(folder, f"{name}.geojson")
                polygons.write(paths[name], steps)
                if feedback.isCanceled():
                    raise Cancelled
            steps.setCurrentStep(len(fetched))
            job = {"job": self.job, **paths, **self._values, **written}
            if job.get("device") == "auto":
                job["device"] = settings.device()
            feedback.pushDebugInfo(json.dumps(job, ensure_ascii=False))
            report, watch = Reporter(steps), run_timings.RunTimer()
            for event in worker.events(job, report.is_cancelled):
                report(event)
                watch.see(event)
                if event["event"] == "started":
                    self._versions = event
                elif event["event"] == "done":
                    result = event["result"]
            if "model" in self._values and "width" in result:
                with suppress(FinerError):  # what is no model here was none to the engine either
                    work = run_timings.work_of(model_file.read(self._values["model"]), self._values)
                    watch.note(work, result["width"] * result["height"])
        return result

    def _keep_models(self, written, feedback):
        """Models take hours to make: one that would vanish with QGIS' temporary files goes to the library too."""
        for name in fields(self.schema, "srpk-out"):
            if name in written and model_library.is_temporary(written[name]):
                try:
                    feedback.pushInfo(
                        tr(
                            "The model is in a temporary file, which QGIS deletes when it closes. A copy is kept: {path}",
                            path=model_library.keep(written[name]),
                        )
                    )
                except OSError as error:
                    feedback.pushWarning(
                        tr(
                            "The model is in a temporary file, which QGIS deletes when it closes, and no copy could be "
                            "kept ({reason}): save {path} yourself.",
                            reason=error,
                            path=written[name],
                        )
                    )
