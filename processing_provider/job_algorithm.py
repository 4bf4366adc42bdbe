"""The one Processing algorithm behind every job of the schema."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import NamedTuple

from qgis.core import QgsProcessingMultiStepFeedback

from . import model_file, model_library
from .dialogs import run_timings
from .engine import user_settings, worker
from .error_reporting import report_errors
from .errors import Cancelled, FinerError, UnreadableInput
from .help_text import paragraphs
from .job_summary import summarise_job
from .layers.example_rasters import find_example_tile
from .layers.extent import read_extent, read_extent_in_layer_crs
from .layers.input_file_protection import refuse_changes, refuse_overlap
from .layers.layer_source import LayerSource
from .layers.polygon_layer import PolygonLayer
from .layers.provenance import build_metadata
from .layers.styling import DifferenceStyle, ErrorStyle, LayerStyle, TrueColourStyle, UncertaintyStyle
from .parameter_values import (
    GivenParameters,
    check_destinations,
    check_numbers,
    destinations,
    job_values,
    with_texts_for_enums,
)
from .parameters import RESOLUTION, definitions, fields, outputs, rasters_out
from .progress import EventReporter
from .redaction import redact
from .temporary_space import require_room, temporary_folder
from .toolbox_algorithm import ToolboxAlgorithm
from .translation import tr

STYLES = {"difference": DifferenceStyle, "spread": UncertaintyStyle}
"""Of rasters that are not shown as the layer they were made from, by `shows` in the schema."""


class JobInputs(NamedTuple):
    """Values that the user has set: the job's JSON values, and by field name its raster layers and polygons."""

    values: dict
    layers: dict
    sources: dict
    polygons: dict


class JobAlgorithm(ToolboxAlgorithm):
    """A job that is set up with Processing's parameters and done by the engine."""

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

    def explanation(self):
        return tr(self.schema["description"])

    def explain_results(self):
        return [(tr(spec["title"]), tr(spec["description"])) for spec in self.schema["result"].values()]

    def tags(self):
        english = self.schema["tags"]
        return list(dict.fromkeys([*english, *(tr(tag) for tag in english)]))

    def find_example(self, parameters, context):
        tiles = (
            GivenParameters(self, parameters, context).raw("TILES")
            if "tiles" in fields(self.schema, "folder-in")
            else None
        )
        return find_example_tile(str(tiles)) if tiles else None

    def initAlgorithm(self, configuration=None):
        for definition in definitions(self.schema):
            self.addParameter(definition)
        for output in outputs(self.schema):
            self.addOutput(output)

    def checkParameterValues(self, parameters, context):
        parameters = with_texts_for_enums(self.schema, parameters)
        try:
            check_numbers(GivenParameters(self, parameters, context), self.schema)
            is_fine, reason = super().checkParameterValues(parameters, context)
            if is_fine:
                self._read(parameters, context)
        except FinerError as error:
            return False, self.refusal(error)
        return is_fine, reason

    def prepareAlgorithm(self, parameters, context, feedback):
        with report_errors(self, feedback):
            self._inputs = self._read(parameters, context)
            styles = {name: self._style(spec) for name, spec in rasters_out(self.schema).items()}
            self._styles = {name: style for name, style in styles.items() if style}
            for source in self._inputs.sources.values():
                source.detach()
        return True

    def processAlgorithm(self, parameters, context, feedback):
        with report_errors(self, feedback):
            written = destinations(GivenParameters(self, parameters, context), self.schema)
            versions, result = self._run(written, feedback)
            self._keep_models(written, feedback)
            for name in self._styles.keys() & written.keys():
                label = self.parameterDefinition(name.upper()).description()
                metadata = build_metadata(self.displayName(), self._inputs.values, versions, result)
                self._styles[name].apply_when_loaded(written[name], label, context, metadata)
        return {name.upper(): value for name, value in {**written, **result}.items() if value is not None}

    def _read(self, parameters, context):
        """Return what the user has set, as `JobInputs`.

        Called by the dialog's check and again before the run, since models do not check.

        Raises:
            FinerError: it cannot be done; the sentence says what to change.
        """
        asked = GivenParameters(self, parameters, context)
        values, layers, extents, polygons = job_values(asked, self.schema), {}, {}, {}
        check_destinations(asked, self.schema)

        def keys_set(kind):
            names = ((name, name.upper()) for name in fields(self.schema, kind))
            return ((name, key) for name, key in names if asked.raw(key) is not None)

        for name, key in keys_set("raster-in"):
            layers[name] = asked.read("RasterLayer", key)
            if layers[name] is None:
                raise UnreadableInput("{reason}", reason=self.invalidRasterError(parameters, key))
        for name, key in keys_set("extent"):
            values[name] = read_extent(asked, key, next(iter(layers.values()), None))
            extents = {field: read_extent_in_layer_crs(asked, key, layer) for field, layer in layers.items()}
        for name, key in keys_set("polygons-in"):
            source = asked.read("Source", key)
            if source is None:
                raise UnreadableInput("{reason}", reason=self.invalidSourceError(parameters, key))
            polygons[name] = PolygonLayer(key, source)
        refuse_overlap(asked, self.schema)
        resolution = None
        if self.parameterDefinition(RESOLUTION) and asked.raw(RESOLUTION) is not None:
            resolution = asked.read("Double", RESOLUTION)
        sources = {
            name: LayerSource(name.upper(), layer, extents.get(name), resolution)
            for name, layer in layers.items()
        }
        return JobInputs(values, layers, sources, polygons)

    def _style(self, spec):
        """Return the style of a result; None leaves it to QGIS."""
        if spec.get("shows") == "true colour":
            return TrueColourStyle(tr(spec["title"]))
        like = spec.get("like")
        if like not in self._inputs.layers:
            return None
        origin = (
            self._inputs.layers[like],
            self._inputs.sources[like].pixel_size,
            self._inputs.values.get(spec.get("bands")),
        )
        if spec.get("shows") == "error":
            coverage = self.schema["properties"]["coverage"]["default"]
            return ErrorStyle(*origin, self._inputs.values.get("coverage", coverage))
        style = STYLES.get(spec.get("shows"), LayerStyle)(*origin)
        style.warped = bool(self._inputs.values.get("target_crs"))
        return style

    def _run(self, written, feedback):
        """Have the engine do the job; return its `started` event and the numbers that it returns."""
        values, _, sources, polygons = self._inputs
        to_write = [(name, ".tif", source) for name, source in sources.items() if not source.path]
        to_write += [(name, ".geojson", layer) for name, layer in polygons.items()]
        paths = {name: source.job_value() for name, source in sources.items() if source.path}
        steps = QgsProcessingMultiStepFeedback(len(to_write) + 1, feedback)
        with temporary_folder() as folder:
            for step, (name, suffix, source) in enumerate(to_write):
                steps.setCurrentStep(step)
                paths[name] = os.path.join(folder, name + suffix)
                try:
                    with refuse_changes(getattr(source, "origin", "")):  # polygons are read in a moment
                        source.write(paths[name], steps)
                finally:  # what QGIS could not write, it would call missing
                    require_room(folder, getattr(source, "n_bytes", None))
                if feedback.isCanceled():
                    raise Cancelled
            steps.setCurrentStep(len(to_write))
            job = {"job": self.job, **paths, **values, **written}
            if job.get("device") == "auto":
                job["device"] = user_settings.device()
            feedback.pushDebugInfo(redact(summarise_job(job, self.schema)))
            report, timer = EventReporter(steps), run_timings.RunTimer()
            result = report.show_all(timer.watch(worker.run_job(job, report.is_cancelled)))
        if (
            "model" in values and "width" in result and not values.get("target_crs")
        ):  # whose pixels are not computed
            with suppress(FinerError):  # the engine read a model that is not known here
                key = run_timings.work_key(model_file.read(values["model"]), values)
                timer.record(key, result["width"] * result["height"])
        return timer.started, result

    def _keep_models(self, written, feedback):
        """Copy models from QGIS' temporary files, which vanish with QGIS, to the library: they take hours to make."""
        for name in fields(self.schema, "srpk-out"):
            if name not in written or not model_library.is_temporary(written[name]):
                continue
            try:
                copy = model_library.keep(written[name])
            except OSError as error:
                problem = tr(
                    "The model is in a temporary file, which QGIS deletes when it closes, and no copy could be "
                    "kept ({reason}): save {path} yourself.",
                    reason=error,
                    path=written[name],
                )
                feedback.pushWarning(problem)
            else:
                kept = "The model is in a temporary file, which QGIS deletes when it closes. A copy is kept: {path}"
                feedback.pushInfo(tr(kept, path=copy))
