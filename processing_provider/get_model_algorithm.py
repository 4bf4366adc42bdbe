"""The algorithm that downloads a model of the catalogue into the model library."""

from __future__ import annotations

from typing import ClassVar

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputString,
    QgsProcessingParameterString,
)

from .error_reporting import report_errors
from .model_catalogue import download, sources
from .progress import EventReporter
from .redaction import redact
from .toolbox_algorithm import ToolboxAlgorithm
from .translation import tr

GET_MODEL = """Downloads a published model, or one of your team, and adds it to the model library. It can then be chosen
by its name wherever a model is required.

The catalogue states each model's purpose, author and licence: read them first, since some licences do not
allow commercial use. The file is downloaded with QGIS' proxy settings, checked against its SHA-256 and,
unless it is a model package (.srpk), imported, which needs the complete SR engine. An interrupted download
continues where it stopped."""

TAGS = (
    "super-resolution",
    "download",
    "catalogue",
    "model zoo",
    "pretrained",
    "weights",
    "SEN2SR",
    "Evoland",
    "CARN",
)


class GetModel(ToolboxAlgorithm):
    """From the catalogue to the model library."""

    schema: ClassVar = {"complete_engine": True}
    """As a job's: what it takes of the engine."""

    def createInstance(self):
        return type(self)()

    def createCustomParametersWidget(self, parent=None):
        from .dialogs.get_model_dialog import GetModelDialog  # needs windows, which qgis_process has not

        return GetModelDialog(self.create(), parent=parent)

    def name(self):
        return "get_model"

    def displayName(self):
        return tr("Get SR model")

    def group(self):
        return tr("Super-resolution")

    def groupId(self):
        return "super_resolution"

    def tags(self):
        return list(TAGS)

    def shortDescription(self):
        return tr("Downloads a model of the catalogue into the model library.")

    def explanation(self):
        return tr(GET_MODEL)

    def explain_results(self):
        return [
            (tr("SR model"), tr("Path of the model package in the model library.")),
            (tr("Name of the model"), tr("The name by which it can be chosen.")),
            (tr("Licence"), tr("The licence under which the model may be used.")),
        ]

    def initAlgorithm(self, configuration=None):
        known = "".join(
            f"\n{each.id}: {tr(each.purpose)} ({each.licence})" for each in sources.list_known_entries()
        )
        self.add_parameter(
            QgsProcessingParameterString("MODEL", tr("Model of the catalogue")),
            tr("Its name in the catalogue:") + known,
        )
        self.add_parameter(
            QgsProcessingParameterString("CATALOGUE", tr("Another catalogue"), optional=True),
            tr(
                "Path or address (https, http) of your own catalogue. Blank uses the one in Finer's settings. "
                "The models of Finer's own catalogue are always available."
            ),
            advanced=True,
        )
        self.addOutput(QgsProcessingOutputFile("OUTPUT", tr("SR model")))
        self.addOutput(QgsProcessingOutputString("NAME", tr("Name of the model")))
        self.addOutput(QgsProcessingOutputString("LICENCE", tr("Licence")))

    def processAlgorithm(self, parameters, context, feedback):
        report = EventReporter(feedback)
        name, catalogue = (self.parameterAsString(parameters, key, context) for key in ("MODEL", "CATALOGUE"))
        with report_errors(self, feedback):
            for place in sources.places(catalogue):
                if place.is_unprotected:
                    unprotected = (
                        "The catalogue {place} is read over http, so others can change it in transit, including "
                        "the SHA-256 checksums of its models: use its https address if it has one."
                    )
                    feedback.pushWarning(tr(unprotected, place=redact(str(place))))
            entry = sources.find_entry(name, catalogue, report.is_cancelled)
            result = report.show_all(download.get_model(entry, report.is_cancelled))
        feedback.setProgress(100)
        return {**result, "LICENCE": entry.licence}
