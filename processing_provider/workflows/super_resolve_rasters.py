"""Super-resolution of many rasters in one run, with a summary of what became of each."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import ClassVar, NamedTuple

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingUtils,
    QgsRasterLayer,
)
from qgis.PyQt.QtCore import QThread

from .. import error_help_links
from ..engine import locate
from ..error_reporting import report_errors
from ..errors import Cancelled, FinerError, ParameterError
from ..layers.example_rasters import ExampleRaster
from ..parameter_values import GivenParameters, check_numbers, job_values, with_texts_for_enums
from ..parameters import definitions, files_out, kind
from ..toolbox_algorithm import ToolboxAlgorithm
from ..translation import tr
from .run_summary import DONE, FAILED, NOT_RUN, RunSummary, SummaryRow
from .workflow import create_job

EXPLANATION = """Super-resolves many rasters with one model: layers of the project, files, and all rasters in a folder.
Each raster is processed separately, with its own coordinate system, bands and nodata, and its result is
written to the output folder. If one fails, the others are still processed.

The file summary.csv in that folder lists each raster with its result and the time it took, or the error
and the page that explains it. It is updated after every raster, also when the run is cancelled."""

KINDS_OF_ONE_RASTER = {"raster-in", "extent", "bands"}
"""Kinds of parameters of "Classify pixels" that say something of a single raster, besides its results."""
OF_ONE_RASTER = {"block_size", "workers", "part", "scheduler", "coverage"}
"""Other parameters that say something of a single raster, of its blocks, or of its results."""
SUFFIXES = (".tif", ".tiff", ".vrt", ".jp2", ".img", ".png")
"""Endings of the files of a folder that are rasters, as those of INPUT_FOLDER of "Export SR training tiles"."""


class RasterInput(NamedTuple):
    """A raster of the run: its name, and a layer or a path."""

    name: str
    source: object


class RasterFeedback(QgsProcessingMultiStepFeedback):
    """The feedback of all rasters, which keeps why the current one failed."""

    def __init__(self, count, feedback):
        super().__init__(count, feedback)
        self.problem = ""
        error_help_links.collect_pages(self)

    def reportError(self, error, *_):
        self.problem = error
        super().reportError(error, False)  # one raster ends no run


class SuperResolveRasters(ToolboxAlgorithm):
    """From many rasters and a model to as many finer ones."""

    keywords: ClassVar = ("super-resolution", "upscale", "enhance", "batch", "folder", "many", "workflow")

    def __init__(self, jobs):
        super().__init__()
        job = jobs["classify_pixels"]
        of_search = {
            name
            for question in job["questions"]
            for answer in question["answers"]
            for name in answer["shows"]
        }
        left_out = files_out(job).keys() | OF_ONE_RASTER | of_search
        properties = {
            name: spec
            for name, spec in job["properties"].items()
            if name not in left_out and kind(spec) not in KINDS_OF_ONE_RASTER
        }
        self.jobs, self._rasters = jobs, []
        self.schema = {**job, "properties": properties, "questions": [], "result": {}}
        """Of what the user sets, for the dialog."""

    def createInstance(self):
        return type(self)(self.jobs)

    def name(self):
        return "super_resolve_rasters"

    def displayName(self):
        return tr("Super-resolve many rasters")

    def group(self):
        return tr("Ready-made models")

    def groupId(self):
        return "ready_made_models"

    def tags(self):
        return list(self.keywords)

    def shortDescription(self):
        return tr("A folder, or many layers, in one run, with a summary of the results.")

    def explanation(self):
        return tr(EXPLANATION)

    def explain_results(self):
        return [
            (tr("Summary"), tr("Path of summary.csv in the folder of the results.")),
            (tr("Rasters done"), tr("Number of rasters that have a result.")),
            (
                tr("Rasters that failed"),
                tr("Number of rasters without a result; the summary gives the reasons."),
            ),
        ]

    def find_example(self, parameters, context):
        try:
            return ExampleRaster(self._list_rasters(parameters, context)[0].source)
        except FinerError:  # there is none yet
            return None

    def initAlgorithm(self, configuration=None):
        source_type, folder = QgsProcessing.SourceType.TypeRaster, QgsProcessingParameterFile.Behavior.Folder
        self.add_parameter(
            QgsProcessingParameterMultipleLayers("INPUTS", tr("Rasters"), source_type, optional=True),
            tr("Layers of the project, or files."),
        )
        self.add_parameter(
            QgsProcessingParameterFile("INPUT_FOLDER", tr("Folder of rasters"), folder, optional=True),
            tr("All rasters in a folder, in addition to those above. Subfolders are skipped."),
        )
        for definition in definitions(self.schema):
            self.addParameter(definition)
        self.add_parameter(
            QgsProcessingParameterBoolean("OPEN", tr("Open the results"), False),
            tr("Add each result to the project, styled like its raster."),
        )
        self.add_parameter(
            QgsProcessingParameterFolderDestination("OUTPUT", tr("Folder of the results")),
            tr("Each result is named after its raster, as NAME_sr.tif; existing files are replaced."),
        )
        self.addOutput(QgsProcessingOutputFile("SUMMARY", tr("Summary")))
        self.addOutput(QgsProcessingOutputNumber("DONE", tr("Rasters done")))
        self.addOutput(QgsProcessingOutputNumber("FAILED", tr("Rasters that failed")))

    def checkParameterValues(self, parameters, context):
        rest = {
            key: value for key, value in parameters.items() if key != "INPUTS"
        }  # of which some may be unreadable
        is_fine, reason = super().checkParameterValues(rest, context)
        if not is_fine:
            return is_fine, reason
        try:
            rasters, schema = self._list_rasters(parameters, context), self.jobs["classify_pixels"]
            values = self._job_values(parameters, rasters[0].source, QgsProcessing.TEMPORARY_OUTPUT)
            asked = GivenParameters(create_job("classify_pixels"), values, context)
            check_numbers(asked, schema)  # not the rasters: one that is refused stops no other
            job_values(asked, schema)
        except FinerError as error:
            return False, self.refusal(error)
        return True, ""

    def prepareAlgorithm(self, parameters, context, feedback):
        with report_errors(self, feedback):
            locate.find_engine_python()  # without which none would have a result
            self._rasters = []
            for name, source in self._list_rasters(parameters, context):
                if isinstance(
                    source, QgsRasterLayer
                ):  # rasters are computed in another thread, which gets copies
                    source = source.clone()
                    source.moveToThread(None)
                self._rasters.append(RasterInput(name, source))
        return True

    def processAlgorithm(self, parameters, context, feedback):
        with report_errors(self, feedback):
            folder = Path(self.parameterAsString(parameters, "OUTPUT", context))
            rows = [SummaryRow(raster.name, NOT_RUN) for raster in self._rasters]
            summary, taken = RunSummary(folder / "summary.csv", rows), _names_in(folder, self._rasters)
            summary.write()  # which makes the folder, or says why it cannot
            progress = RasterFeedback(len(rows), feedback)
            for number, (name, source) in enumerate(self._rasters):
                if feedback.isCanceled():
                    break
                progress.setCurrentStep(number)
                feedback.pushInfo(
                    tr("Raster {number} of {count}: {name}", number=number + 1, count=len(rows), name=name)
                )
                if isinstance(source, QgsRasterLayer):
                    source.moveToThread(QThread.currentThread())
                target = _free_path(folder, name, taken)
                rows[number] = self._super_resolve(parameters, name, source, target, context, progress)
                summary.write_again(feedback)
            summary.write_last()
            feedback.pushInfo(summary.text())
            if feedback.isCanceled():
                raise Cancelled
            summary.refuse_if_all_failed()
        counts = {"DONE": summary.count(DONE), "FAILED": summary.count(FAILED)}
        return {"OUTPUT": str(folder), "SUMMARY": str(summary.path), **counts}

    def _super_resolve(self, parameters, name, source, target, context, progress):
        """Super-resolve a raster; return what became of it."""
        output = str(target)
        if self.parameterAsBoolean(parameters, "OPEN", context):
            output = QgsProcessingOutputLayerDefinition(output, context.project())
        progress.problem, began = "", time.monotonic()
        del progress.error_pages[:]
        values = self._job_values(parameters, source, output)
        results, is_fine = create_job("classify_pixels").run(values, context, progress)
        seconds = time.monotonic() - began
        if is_fine:
            return SummaryRow(name, DONE, seconds, str(target), results.get("WIDTH"), results.get("HEIGHT"))
        if progress.isCanceled():
            return SummaryRow(name, NOT_RUN)
        page = progress.error_pages[-1] if progress.error_pages else error_help_links.ENTRIES
        return SummaryRow(name, FAILED, seconds, reason=progress.problem, page=page)

    def _job_values(self, parameters, source, output):
        """Return the parameters of the run of one raster."""
        known = {definition.name() for definition in definitions(self.schema)}
        shared = {key: value for key, value in parameters.items() if key in known}
        return {**with_texts_for_enums(self.schema, shared), "INPUT": source, "OUTPUT": output}

    def _list_rasters(self, parameters, context):
        """Return the rasters of the run.

        Raises:
            FinerError: there are none, or their results would lie among them.
        """
        given = parameters.get("INPUTS") or []
        given = given.split(";") if isinstance(given, str) else given
        rasters = []
        for each in [given] if isinstance(given, QgsMapLayer) else given:
            layer = each if isinstance(each, QgsRasterLayer) else None
            if layer is None and context.project():
                layer = context.project().mapLayer(str(each)) or None
            if layer is None:
                layer = QgsProcessingUtils.mapLayerFromString(str(each), context, False)
            rasters.append(
                RasterInput(layer.name(), layer) if layer else RasterInput(Path(str(each)).stem, str(each))
            )
        folder = self.parameterAsString(parameters, "INPUT_FOLDER", context)
        if folder:
            rasters += _list_folder(folder, self.parameterAsString(parameters, "OUTPUT", context))
        if not rasters:
            raise ParameterError(
                "There is no raster: set INPUTS, or INPUT_FOLDER to a folder that contains rasters."
            )
        return rasters


def _list_folder(folder, output):
    """Return the rasters of a folder, by their names.

    Raises:
        FinerError: it cannot be read, or is the folder of the results, too.
    """
    if output and os.path.realpath(output) == os.path.realpath(folder):
        raise ParameterError(
            "OUTPUT and INPUT_FOLDER are the same folder, {folder}, so a later run would use the results as "
            "input: choose another folder.",
            folder=folder,
        )
    try:
        return [
            RasterInput(path.stem, str(path))
            for path in sorted(Path(folder).iterdir())
            if path.suffix.lower() in SUFFIXES and path.name[0] != "." and path.is_file()
        ]
    except OSError as error:
        raise ParameterError(
            "The folder {folder} cannot be read ({reason}): choose another INPUT_FOLDER.",
            folder=folder,
            reason=error.strerror,
        ) from None


def _names_in(folder, rasters):
    """Return the names of the rasters that lie in the folder of the results, none of which takes their place."""
    # Of what is no path, as the address of a layer on a server, Path.resolve() fails on Windows.
    paths = [source if isinstance(source, str) else source.source() for _, source in rasters]
    here = os.path.realpath(folder)
    return {Path(path).stem.lower() for path in paths if os.path.realpath(os.path.dirname(path)) == here}


def _free_path(folder, name, taken):
    """Return the path of the result of a raster, whose name may be that of another or no name of a file."""
    safe = (
        "".join("_" if sign in '<>:"/\\|?*' or ord(sign) < 32 else sign for sign in name).strip(". ")
        or "raster"
    )
    stem, number = f"{safe}_sr", 1
    while stem.lower() in taken:
        number += 1
        stem = f"{safe}_sr_{number}"
    taken.add(stem.lower())
    return folder / f"{stem}.tif"
