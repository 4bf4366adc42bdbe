"""The engine's own two algorithms: one sets it up, one reports its status."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputBoolean,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
)

from .engine import install, packages, status
from .error_reporting import report_errors
from .progress import EventReporter
from .toolbox_algorithm import ToolboxAlgorithm
from .translation import tr

SET_UP = """Installs PyTorch and the other packages for super-resolution into a Python environment of their own: nothing in
QGIS' Python changes. This is needed once, and again when an update of Finer needs other packages. A complete and
working engine is left as it is.

The new engine is built beside the old one and replaces it only after it has been tested. Cancelling at any time leaves
everything as it was.

Packages come from the sources in your pip configuration (indexes, folders, proxy, certificates), with the proxy of
QGIS' options. uv installs them if it is present, otherwise pip."""

SET_UP_TAGS = (
    "install", "PyTorch", "torch", "CUDA", "GPU", "environment", "venv", "dependencies", "super-resolution",
)  # fmt: skip
STATUS_TAGS = (
    "diagnostics", "version", "PyTorch", "torch", "CUDA", "GPU", "device", "troubleshooting", "support",
)  # fmt: skip


class EngineAlgorithm(ToolboxAlgorithm):
    """An algorithm that is about the engine itself."""

    def createInstance(self):
        return type(self)()

    def createCustomParametersWidget(self, parent=None):
        from .dialogs.job_dialog import EngineDialog  # needs windows, which qgis_process has not

        return EngineDialog(self.create(), parent=parent)

    def group(self):
        return tr("Engine")

    def groupId(self):
        return "engine"


class SetUpEngine(EngineAlgorithm):
    """Builds the Python environment that computes."""

    def name(self):
        return "setup_engine"

    def displayName(self):
        return tr("Set up SR engine")

    def tags(self):
        return list(SET_UP_TAGS)

    def shortDescription(self):
        return tr("Installs PyTorch and the other packages for super-resolution into a folder of their own.")

    def explanation(self):
        return tr(SET_UP)

    def explained_results(self):
        return [
            (tr("Python of the engine"), tr("Path of its interpreter.")),
            (tr("Device it computes on"), tr("cpu, cuda (NVIDIA) or mps (Apple).")),
        ]

    def initAlgorithm(self, configuration=None):
        requirements = QgsProcessingParameterEnum(
            "REQUIREMENTS",
            tr("Compute on"),
            list(packages.PROFILES),
            defaultValue="auto",
            usesStaticStrings=True,
        )
        requirements.setHelp(
            tr(
                "cpu: for any computer (300 MB to download, 1.4 GB on the disk). cuda: for an NVIDIA graphics card "
                "(several GB). auto: cuda if NVIDIA's driver knows a card, else cpu. On a Mac all use Apple's GPU."
            )
        )
        python = QgsProcessingParameterFile("PYTHON", tr("Python to build on"), optional=True)
        python.setHelp(
            tr("A Python 3.11 to 3.14 program. Blank takes QGIS' own or another one found on this computer.")
        )
        folder = QgsProcessingParameterFile.Behavior.Folder
        wheels = QgsProcessingParameterFile(
            "WHEELS", tr("Folder of packages (offline)"), folder, optional=True
        )
        wheels.setHelp(
            tr(
                "For a computer without internet: a folder with all packages as wheels. Fill it on a computer with the same "
                'system and Python version, with "pip download -d FOLDER -r sr_core/requirements.txt"; for the smaller CPU '
                'build on Linux add "--extra-index-url {index}"; for an NVIDIA graphics card add "{gpu}". Nothing is '
                "looked for elsewhere.",
                index=packages.TORCH_INDEX + "cpu",
                gpu=next((pin for pin in packages.pins_for("cuda") if "-gpu" in pin), "onnxruntime-gpu"),
            )
        )
        for definition in (python, wheels):
            definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        for definition in (requirements, python, wheels):
            self.addParameter(definition)
        self.addOutput(QgsProcessingOutputString("PYTHON", tr("Python of the engine")))
        self.addOutput(QgsProcessingOutputString("DEVICE", tr("Device it computes on")))

    def processAlgorithm(self, parameters, context, feedback):
        report = EventReporter(feedback)
        profile = self.parameterAsString(parameters, "REQUIREMENTS", context)
        python, wheels = (self.parameterAsFile(parameters, key, context) for key in ("PYTHON", "WHEELS"))
        with report_errors(self, feedback):
            result = report.show_all(install.set_up(profile, python, wheels, report.is_cancelled))
        feedback.setProgress(100)
        return {"PYTHON": result["engine"], "DEVICE": result["device"]}


class EngineStatus(EngineAlgorithm):
    """Reports whether the engine works, and what helps to find out why not."""

    def name(self):
        return "engine_status"

    def displayName(self):
        return tr("SR engine status")

    def tags(self):
        return list(STATUS_TAGS)

    def shortDescription(self):
        return tr("Reports whether the SR engine works, on which device, and what to do if it does not.")

    def shortHelpString(self):
        return tr(
            "Tests the SR engine with a real computation, and reports whether it works, on which device and with which "
            "versions, and what to do if it does not. Add its text to a report of a problem: it has no passwords in it."
        )

    def initAlgorithm(self, configuration=None):
        self.addOutput(QgsProcessingOutputString("STATUS", tr("Status (Markdown)")))
        self.addOutput(QgsProcessingOutputBoolean("READY", tr("Ready")))

    def processAlgorithm(self, parameters, context, feedback):
        report = EventReporter(feedback)
        with report_errors(self, feedback):
            result = report.show_all(status.diagnose(report.is_cancelled))
        feedback.pushInfo(result["markdown"])
        return {"STATUS": result["markdown"], "READY": result["is_ready"]}
