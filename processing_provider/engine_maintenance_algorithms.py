"""The engine's own two algorithms: one sets it up, one reports its status."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputBoolean,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
)

from .engine import engine_setup, packages, status
from .error_reporting import report_errors
from .progress import EventReporter
from .toolbox_algorithm import ToolboxAlgorithm
from .translation import tr

SET_UP = """Installs the engine, which does the computing, into its own Python environment: QGIS' Python is not changed.
This is needed once, and again when an update of Finer needs other packages. A working engine is not changed.

The light engine runs models, pansharpens and finds scenes; it is small and is set up in a minute. The complete
engine includes PyTorch; it also exports tiles, trains, evaluates and imports models, and runs diffusion and
ONNX models.

The new engine is built next to the old one and replaces it only after it has passed a test. Cancelling leaves
everything as it was.

Packages come from the sources in your pip configuration (indexes, folders, proxy, certificates), with the
proxy of QGIS' options. uv installs them if it is present, otherwise pip."""

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
        from .dialogs.engine_dialog import EngineDialog  # needs windows, which qgis_process has not

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
        return tr("Installs the SR engine, with or without PyTorch, into its own folder.")

    def explanation(self):
        return tr(SET_UP)

    def explain_results(self):
        return [
            (tr("Python of the engine"), tr("Path of its interpreter.")),
            (tr("Device it computes on"), tr("cpu, cuda (NVIDIA) or mps (Apple).")),
            (tr("Installed parts"), tr("light or complete.")),
        ]

    def initAlgorithm(self, configuration=None):
        self.add_parameter(
            _choice("PARTS", tr("Install"), packages.PARTS, optional=True),
            tr(
                "light: runs models (80 MB to download, 0.3 GB on the disk). complete: also trains, evaluates "
                "and imports them, with PyTorch (300 MB to download, 1.4 GB on the disk; more for NVIDIA cards). "
                "auto: the parts that are installed; if none are, light, or complete if the build is set to "
                "cuda. A complete engine stays complete."
            ),
        )
        self.add_parameter(
            _choice("REQUIREMENTS", tr("Compute on"), packages.PROFILES),
            tr(
                "The build of PyTorch in the complete engine. cpu: for any computer. cuda: for an NVIDIA graphics card "
                "(several GB). auto: cuda if NVIDIA's driver knows a card, else cpu. On a Mac all use Apple's GPU."
            ),
        )
        self.add_parameter(
            QgsProcessingParameterBoolean("CLUSTER", tr("Several processes and clusters"), False),
            tr(
                "Also install Dask (10 MB), with which large results are computed, and tiles cut, in several "
                "processes of this computer or on a cluster. If the engine has Dask already, it stays."
            ),
            advanced=True,
        )
        self.add_parameter(
            QgsProcessingParameterFile("PYTHON", tr("Python to build on"), optional=True),
            tr("Path of a Python 3.11 to 3.14. Blank uses QGIS' own or another one found on this computer."),
            advanced=True,
        )
        folder = QgsProcessingParameterFile.Behavior.Folder
        self.add_parameter(
            QgsProcessingParameterFile("WHEELS", tr("Folder of packages (offline)"), folder, optional=True),
            tr(
                "For a computer without internet: a folder with all packages as wheels. Fill it on a computer "
                'with the same system and Python version, with "pip download -d FOLDER -r '
                'sr_core/requirements.txt" (requirements-light.txt for PARTS=light); for the smaller CPU build '
                'on Linux add "--extra-index-url {index}"; for an NVIDIA graphics card add "{gpu}". No other '
                "source is used.",
                index=packages.TORCH_INDEX + "cpu",
                gpu=next((pin for pin in packages.pins_for("cuda") if "-gpu" in pin), "onnxruntime-gpu"),
            ),
            advanced=True,
        )
        self.addOutput(QgsProcessingOutputString("PYTHON", tr("Python of the engine")))
        self.addOutput(QgsProcessingOutputString("DEVICE", tr("Device it computes on")))
        self.addOutput(QgsProcessingOutputString("PARTS", tr("Installed parts")))

    def processAlgorithm(self, parameters, context, feedback):
        report = EventReporter(feedback)
        profile = self.parameterAsString(parameters, "REQUIREMENTS", context)
        parts = self.parameterAsString(parameters, "PARTS", context) or "auto"
        python, wheels = (self.parameterAsFile(parameters, key, context) for key in ("PYTHON", "WHEELS"))
        cluster = self.parameterAsBoolean(parameters, "CLUSTER", context)
        with report_errors(self, feedback):
            setting_up = engine_setup.set_up(profile, python, wheels, report.is_cancelled, parts, cluster)
            result = report.show_all(setting_up)
        feedback.setProgress(100)
        return {"PYTHON": result["engine"], "DEVICE": result["device"], "PARTS": result["parts"]}


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
            "Tests the SR engine with a real computation and reports whether it works, its device and versions, "
            "and what to do if it does not work. Include this text when you report a problem: it contains no "
            "passwords."
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


def _choice(key, title, choices, optional=False):
    """Return a parameter for one of some texts, auto by default."""
    return QgsProcessingParameterEnum(
        key, title, list(choices), defaultValue="auto", optional=optional, usesStaticStrings=True
    )
