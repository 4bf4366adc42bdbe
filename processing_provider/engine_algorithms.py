"""The engine's own two algorithms: set it up, and ask how it is."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputBoolean,
    QgsProcessingOutputString,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
)

from .engine import install, packages, status
from .error_reporting import in_one_sentence
from .help_text import help_lines
from .progress import Reporter
from .toolbox_algorithm import ToolboxAlgorithm
from .translation import tr

SET_UP = """Installs PyTorch and what else super-resolution needs, in a Python environment of its own: nothing in
QGIS' Python changes. It is needed once, and again when an update of Finer asks for other packages. An engine that fits
and works is left as it is.

The new engine is built beside the old one and takes its place only after it has proven that it works. Cancelling at
any time leaves everything as it was.

Packages come from where your pip configuration says (indexes, folders, proxy, certificates), with the proxy of QGIS'
options. uv installs where it is present, otherwise pip."""


class EngineAlgorithm(ToolboxAlgorithm):
    """What both have in common."""

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
    """Makes the Python environment that computes."""

    def name(self):
        return "setup_engine"

    def displayName(self):
        return tr("Set up SR engine")

    def tags(self):
        words = (
            "install",
            "PyTorch",
            "torch",
            "CUDA",
            "GPU",
            "environment",
            "venv",
            "dependencies",
            "super-resolution",
        )
        return list(dict.fromkeys([*words, *map(tr, words)]))

    def shortDescription(self):
        return tr("Installs PyTorch and what else super-resolution needs, in a folder of its own.")

    def shortHelpString(self):
        asked = [(shown.description(), shown.help()) for shown in self.parameterDefinitions()]
        handed_back = (
            (tr("Python of the engine"), tr("Path of its interpreter.")),
            (tr("Device it computes on"), tr("cpu, cuda (NVIDIA) or mps (Apple).")),
        )
        return help_lines(SET_UP, asked, handed_back)

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
        wheels = QgsProcessingParameterFile(
            "WHEELS",
            tr("Folder of packages (offline)"),
            QgsProcessingParameterFile.Behavior.Folder,
            optional=True,
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
        report, result = Reporter(feedback), {}
        with in_one_sentence(self, feedback):
            for event in install.set_up(
                self.parameterAsString(parameters, "REQUIREMENTS", context),
                self.parameterAsFile(parameters, "PYTHON", context),
                self.parameterAsFile(parameters, "WHEELS", context),
                report.is_cancelled,
            ):
                report(event)
                if event["event"] == "done":
                    result = event["result"]
        feedback.setProgress(100)
        return {"PYTHON": result["engine"], "DEVICE": result["device"]}


class EngineStatus(EngineAlgorithm):
    """Tells whether the engine works, and all that helps to find out why not."""

    def name(self):
        return "engine_status"

    def displayName(self):
        return tr("SR engine status")

    def tags(self):
        words = (
            "diagnostics",
            "version",
            "PyTorch",
            "torch",
            "CUDA",
            "GPU",
            "device",
            "troubleshooting",
            "support",
        )
        return list(dict.fromkeys([*words, *map(tr, words)]))

    def shortDescription(self):
        return tr("Tells whether the SR engine works, on which device, and what to do if it does not.")

    def shortHelpString(self):
        return tr(
            "Tells whether the SR engine works, with a real computation, on which device and with which versions, and "
            "what to do if it does not. Add its text to a report of a problem: passwords are left out of it."
        )

    def initAlgorithm(self, configuration=None):
        self.addOutput(QgsProcessingOutputString("STATUS", tr("Status (Markdown)")))
        self.addOutput(QgsProcessingOutputBoolean("READY", tr("Ready")))

    def processAlgorithm(self, parameters, context, feedback):
        with in_one_sentence(self, feedback):
            is_ready, text = self._diagnosis(Reporter(feedback))
        feedback.pushInfo(text)
        return {"STATUS": text, "READY": is_ready}

    def _diagnosis(self, report):
        diagnosis = status.diagnose(report.is_cancelled)
        while True:
            try:
                report(next(diagnosis))
            except StopIteration as end:
                return end.value
