"""The provider: the jobs of the schema, the workflows, the catalogue's algorithm and the engine's own two."""

from __future__ import annotations

import json

from qgis.core import Qgis, QgsMessageLog, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .engine import locate
from .engine_maintenance_algorithms import EngineStatus, SetUpEngine
from .engine_schema import SCHEMA
from .get_model_algorithm import GetModel
from .job_algorithm import JobAlgorithm
from .toolbox_algorithm import ICON
from .translation import tr
from .workflows import WORKFLOWS
from .workflows.super_resolve_rasters import SuperResolveRasters


class FinerProvider(QgsProcessingProvider):
    """The provider `finer` of the Processing toolbox."""

    def id(self):
        return "finer"

    def name(self):
        return "Finer"

    def longName(self):
        return tr("Finer: super-resolution of satellite and aerial imagery")

    def icon(self):
        return QIcon(str(ICON))

    def svgIconPath(self):
        return str(ICON)

    def supportedOutputRasterLayerExtensions(self):
        # The engine writes cloud-optimised GeoTIFFs, and VRTs of many of them.
        return ["tif", "tiff", "vrt"]

    def warningMessage(self):
        # Processing shows it at the head of a run's log.
        return locate.describe_problem()

    def loadAlgorithms(self):
        jobs = published_jobs()
        for job, schema in jobs.items():
            self.addAlgorithm(JobAlgorithm(job, schema))
        for workflow in (*WORKFLOWS, SuperResolveRasters) if jobs else ():
            self.addAlgorithm(workflow(jobs))
        if jobs:  # it ends with one
            self.addAlgorithm(GetModel())
        self.addAlgorithm(SetUpEngine())
        self.addAlgorithm(EngineStatus())


def published_jobs():
    """Return the engine's jobs by id, as its schema describes them; none, and a line in QGIS' log, if it cannot be read."""
    try:
        return json.loads(SCHEMA.read_text(encoding="utf-8"))["jobs"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        QgsMessageLog.logMessage(
            tr(
                "The list of algorithms {path} cannot be read ({reason}): install the plugin again.",
                path=SCHEMA,
                reason=error,
            ),
            "Finer",
            Qgis.MessageLevel.Critical,
        )
        return {}
